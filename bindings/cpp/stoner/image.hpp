/// @file image.hpp
/// Images: masked arrays with planes, map and metadata.

#ifndef STONER_IMAGE_HPP
#define STONER_IMAGE_HPP

#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "generated/methods_image.hpp"
#include "view.hpp"

namespace stoner {

/// The options of Image::from_data.
struct FromDataOptions {
    /// The steps in bytes along each axis, negative ones too. Not given: C order without gaps. A column-major matrix of doubles
    /// has {8, 8 * rows}.
    std::vector<std::int64_t> byte_strides{};
    /// One byte for each element in C order, not 0: masked. Not given: nothing is masked.
    std::vector<std::uint8_t> mask{};
};

/// The result of Image::tolist: elements, and which of them are masked.
template <class T> struct TolistResult {
    std::vector<T> values;
    std::vector<std::uint8_t> mask;
};

/// An image or a stack: a masked array with planes, map and metadata. Functions without a special C++ form are in its base.
class Image : public detail::ImageMethods {
public:
    /// No image: every call throws.
    Image() noexcept = default;

    /// An image of elements in C order.
    /// @param shape (rows, columns), of a stack (frames, rows, columns)
    /// @param mask one byte for each element, not 0: masked; empty: nothing is masked
    /// @throws Error with Status::shape where the numbers of elements do not fit the shape
    template <class T>
    Image(const std::vector<T> &data, Span<std::int64_t> shape, Span<std::uint8_t> mask = {}, ContextRef context = {})
        : Image(made(data.data(), shape, {}, mask, data.size(), context)) {}

    /// An image of the caller's memory, which is copied.
    /// @param data element 0
    /// @param shape (rows, columns), of a stack (frames, rows, columns); the memory must hold as many elements
    template <class T>
    static Image from_data(const T *data, Span<std::int64_t> shape, const FromDataOptions &options = {}, ContextRef context = {}) {
        return made(data, shape, options.byte_strides, options.mask, unknown, context);
    }

    /// Takes ownership of a handle, which is freed with the object.
    static Image adopt(stoner_image *handle) noexcept { return Image(handle); }

    /// A second image with the same content, as copying makes it. Copies no pixels.
    Image clone() const { return *this; }

    /// The pixels in the library's memory, without a copy. The view shows their present state and keeps it.
    /// @throws Error with Status::dtype where T is not the image's own type; read<T>() converts
    template <class T> View<T> data(ContextRef context = {}) const {
        const Dtype own = dtype(context);
        if (own != dtype_for<T>()) {
            detail::raise(Status::dtype, "the image has dtype " + std::to_string(static_cast<std::int32_t>(own)) +
                                             ", asked for is " + std::to_string(static_cast<std::int32_t>(dtype_for<T>())) +
                                             "; read<T>() converts");
        }
        // A handle of its own: lent memory is valid as long as its handle is there and unchanged.
        auto owner = std::make_shared<const Image>(*this);
        std::vector<std::int64_t> shape = owner->shape(context);
        std::vector<std::int64_t> strides(max_ndim);
        const void *element = nullptr;
        detail::check(context.handle(), stoner_image_data(context.handle(), owner->handle(), &element, strides.data()));
        strides.resize(shape.size());
        for (std::int64_t &stride : strides) {
            stride /= static_cast<std::int64_t>(sizeof(T));
        }
        return View<T>(std::move(owner), static_cast<const T *>(element), std::move(shape), std::move(strides));
    }

    /// The pixels in C order, converted to T: a float that does not fit an integer becomes the nearest that does, NaN 0, of complex
    /// numbers the real part is taken. Masked ones keep their data; read_mask() tells which they are.
    template <class T> std::vector<T> read(ContextRef context = {}) const {
        static_assert(!std::is_same_v<T, bool>, "a std::vector<bool> is no array; read<std::uint8_t>() gives 0 and 1");
        std::vector<T> result(static_cast<std::size_t>(size(context)));
        read_into(result.data(), result.size(), {}, context);
        return result;
    }

    /// The pixels into the caller's memory, converted as in read().
    /// @param size the number of elements that fit
    /// @param byte_strides one step in bytes for each axis, 0 or more; empty: C order without gaps. {8, 8 * rows} makes a
    ///        column-major matrix of doubles.
    template <class T> void read_into(T *buffer, std::size_t size, Span<std::int64_t> byte_strides = {}, ContextRef context = {}) const {
        check_axes(byte_strides, shape(context).size());
        detail::check(context.handle(),
                      stoner_image_read(context.handle(), handle(), static_cast<std::int32_t>(dtype_for<T>()),
                                        byte_strides.empty() ? nullptr : byte_strides.data(), buffer,
                                        detail::count<std::int64_t>(size * sizeof(T))));
    }

    /// Writes values in C order into the whole image, converted to its dtype. Written pixels are unmasked; under a hard mask
    /// masked pixels stay as they are.
    template <class T> void write(const std::vector<T> &values, ContextRef context = {}) {
        check_size("values", values.size(), elements(shape(context)));
        detail::check(context.handle(), stoner_image_write(context.handle(), handle(), nullptr, values.data(),
                                                           static_cast<std::int32_t>(dtype_for<T>()), nullptr));
    }

    /// Writes values in C order into a box of the image, or of every frame of a stack. It must lie inside the image.
    template <class T> void write(const std::vector<T> &values, const Box &box, ContextRef context = {}) {
        const auto numbers = detail::numbers(box);
        check_size("values", values.size(), elements(shape_of(box, context)));
        detail::check(context.handle(), stoner_image_write(context.handle(), handle(), numbers.data(), values.data(),
                                                           static_cast<std::int32_t>(dtype_for<T>()), nullptr));
    }

    /// Writes the caller's memory into a box, by steps in bytes along each axis. Nothing checks that it holds as many elements.
    template <class T> void write_from(const T *data, Span<std::int64_t> byte_strides, const Box &box = {}, ContextRef context = {}) {
        const auto numbers = detail::numbers(box);
        check_axes(byte_strides, shape(context).size());
        detail::check(context.handle(),
                      stoner_image_write(context.handle(), handle(), box == Box{} ? nullptr : numbers.data(), data,
                                         static_cast<std::int32_t>(dtype_for<T>()),
                                         byte_strides.empty() ? nullptr : byte_strides.data()));
    }

    /// Replaces the mask. A hard mask only grows.
    /// @param mask one byte for each element in C order, not 0: masked; empty: nothing is masked
    void write_mask(Span<std::uint8_t> mask, ContextRef context = {}) {
        const std::int64_t length = mask.empty() ? size(context) : detail::count<std::int64_t>(mask.size());
        detail::check(context.handle(), stoner_image_write_mask(context.handle(), handle(), mask.empty() ? nullptr : mask.data(), length));
    }

    using ImageMethods::fill;
    using ImageMethods::filled;
    using ImageMethods::itemset;
    using ImageMethods::set_fill_value;

    /// Gives every element an integer, which is exact where no double is.
    /// @throws Error with Status::out_of_range when the dtype does not hold the value
    template <class T, std::enable_if_t<std::is_integral_v<T>, int> = 0> void fill(T value, ContextRef context = {}) {
        if constexpr (std::is_signed_v<T>) {
            fill_i64(value, context);
        } else {
            fill_u64(value, context);
        }
    }

    /// Writes an integer, which is exact where no double is.
    /// @throws Error with Status::out_of_range (an index; a value that the dtype does not hold)
    template <class T, std::enable_if_t<std::is_integral_v<T>, int> = 0>
    void itemset(T value, Span<std::int64_t> index = {}, ContextRef context = {}) {
        if constexpr (std::is_signed_v<T>) {
            itemset_i64(value, index, context);
        } else {
            itemset_u64(value, index, context);
        }
    }

    /// Sets an integer that stands for masked elements, which is exact where no double is.
    /// @throws Error with Status::out_of_range when the dtype does not hold the value
    template <class T, std::enable_if_t<std::is_integral_v<T>, int> = 0> void set_fill_value(T fill_value, ContextRef context = {}) {
        if constexpr (std::is_signed_v<T>) {
            set_fill_value_i64(fill_value, context);
        } else {
            set_fill_value_u64(fill_value, context);
        }
    }

    /// The array with masked elements replaced by an integer, which is exact where no double is.
    /// @throws Error with Status::out_of_range when the dtype does not hold the value
    template <class T, std::enable_if_t<std::is_integral_v<T>, int> = 0> Image filled(T fill_value, ContextRef context = {}) const {
        if constexpr (std::is_signed_v<T>) {
            return filled_i64(fill_value, context);
        } else {
            return filled_u64(fill_value, context);
        }
    }

    /// All elements in C order, converted as in read(), and which of them are masked.
    /// @param fill_value not given: masked elements are 0 and marked; given: they are this value, and none is marked
    template <class T> TolistResult<T> tolist(std::optional<double> fill_value = {}, ContextRef context = {}) const {
        static_assert(!std::is_same_v<T, bool>, "a std::vector<bool> is no array; tolist<std::uint8_t>() gives 0 and 1");
        const auto n = static_cast<std::size_t>(size(context));
        TolistResult<T> result{std::vector<T>(n), std::vector<std::uint8_t>(n)};
        detail::check(context.handle(),
                      stoner_image_tolist(context.handle(), handle(), detail::choice(fill_value, Fill::value), fill_value.value_or(0.0),
                                          static_cast<std::int32_t>(dtype_for<T>()), result.values.data(),
                                          detail::count<std::int64_t>(n * sizeof(T)), result.mask.data(),
                                          detail::count<std::int64_t>(n)));
        return result;
    }

private:
    explicit Image(stoner_image *handle) noexcept : ImageMethods(handle) {}

    static constexpr std::size_t unknown = static_cast<std::size_t>(-1);

    template <class T>
    static Image made(const T *data, Span<std::int64_t> shape, Span<std::int64_t> byte_strides, Span<std::uint8_t> mask, std::size_t size,
                      ContextRef context) {
        if (size != unknown) {
            check_size("data", size, elements(shape));
        }
        if (!mask.empty()) {
            check_size("mask", mask.size(), elements(shape));
        }
        check_axes(byte_strides, shape.size());
        detail::New<Image, stoner_image> out;
        // Where there is no element there may be no memory either.
        const T *element = data == nullptr && elements(shape) == 0 ? empty<T>() : data;
        detail::check(context.handle(),
                      stoner_image_from_data(context.handle(), element, static_cast<std::int32_t>(dtype_for<T>()),
                                             detail::count<std::int32_t>(shape.size()), shape.data(),
                                             byte_strides.empty() ? nullptr : byte_strides.data(),
                                             mask.empty() ? nullptr : mask.data(), out.out()));
        return out.take();
    }

    template <class T> static const T *empty() noexcept {
        static const T element{};
        return &element;
    }

    /// The product of lengths; one that is negative or too large is for the library to refuse.
    static std::size_t elements(Span<std::int64_t> shape) noexcept {
        std::size_t product = 1;
        for (const std::int64_t length : shape) {
            product *= static_cast<std::size_t>(length);
        }
        return product;
    }

    /// The shape of a box, whose sides lie inside the image or are open.
    std::vector<std::int64_t> shape_of(const Box &box, ContextRef context) const {
        std::vector<std::int64_t> lengths = shape(context);
        if (lengths.size() >= 2) {
            std::int64_t &columns = lengths[lengths.size() - 1], &rows = lengths[lengths.size() - 2];
            // Negative sides count from the end.
            const auto at = [](std::int64_t side, std::int64_t open, std::int64_t n) {
                return side == extent ? open : side < 0 ? side + n : side;
            };
            columns = at(box.xmax, columns, columns) - at(box.xmin, 0, columns);
            rows = at(box.ymax, rows, rows) - at(box.ymin, 0, rows);
        }
        return lengths;
    }

    static void check_size(const char *name, std::size_t found, std::size_t wanted) {
        if (found != wanted) {
            detail::raise(Status::shape, "`" + std::string(name) + "` has " + std::to_string(found) + " elements; allowed: " +
                                             std::to_string(wanted) + ", as the shape has");
        }
    }

    static void check_axes(Span<std::int64_t> byte_strides, std::size_t rank) {
        if (!byte_strides.empty() && byte_strides.size() != rank) {
            detail::raise(Status::shape, "`byte_strides` has " + std::to_string(byte_strides.size()) + " elements; allowed: " +
                                             std::to_string(rank) + ", one for each axis");
        }
    }
};

namespace detail {

inline std::int32_t on_line(const stoner_image *image, double *ends, void *number) noexcept {
    try {
        const auto entry = Callbacks<LineHook>::all().find(number);
        if (!entry) {
            return STONER_ERR_CANCELLED;
        }
        // The handle is C's; the hook gets one of its own.
        New<Image, stoner_image> own;
        check(entry->context, stoner_image_clone(entry->context, image, own.out()));
        const std::optional<Line> line = entry->function(own.take());
        if (!line) {
            return STONER_ERR_CANCELLED;
        }
        std::copy_n(line->src.begin(), 2, ends);
        std::copy_n(line->dst.begin(), 2, ends + 2);
        return STONER_OK;
    } catch (...) {
        pending() = std::current_exception();
        return STONER_ERR_CANCELLED;
    }
}

} // namespace detail
} // namespace stoner

#endif
