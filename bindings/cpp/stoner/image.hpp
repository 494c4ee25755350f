/// @file image.hpp
/// Images: masked arrays with planes, map and metadata.

#ifndef STONER_IMAGE_HPP
#define STONER_IMAGE_HPP

#include <array>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "context.hpp"
#include "generated/methods_image.hpp"
#include "generated/names.hpp"
#include "lease.hpp"
#include "view.hpp"

STONER_NAMESPACE_BEGIN

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

namespace detail {

/// The type of the elements that something has in a row; none where it is no such thing.
template <class Container, class = decltype(std::declval<const Container &>().size())>
using Elements = std::remove_const_t<std::remove_pointer_t<decltype(std::declval<const Container &>().data())>>;

/// Whether something is a row of elements: a std::vector, std::array, std::span, stoner::Span.
template <class Container, class = void> struct IsRow : std::false_type {};
template <class Container>
struct IsRow<Container, std::enable_if_t<std::is_pointer_v<decltype(std::declval<const Container &>().data())> &&
                                         std::is_convertible_v<decltype(std::declval<const Container &>().size()), std::size_t>>> : std::true_type {};

} // namespace detail

/// An image or a stack: a masked array with planes, map and metadata. Functions without a special C++ form are in its base.
///
/// A copy shares the pixels until one of both is changed; it costs as much as a copied pointer, and so does passing an image by value.
class Image : public detail::ImageMethods<Image> {
public:
    /// No image: every call fails. valid() tells.
    Image() noexcept = default;

#if STONER_EXCEPTIONS
    /// An image of elements in C order, which are copied: of a std::vector, std::array or std::span.
    /// @param shape (rows, columns), of a stack (frames, rows, columns)
    /// @param mask one byte for each element, not 0: masked; empty: nothing is masked
    /// @throws Error with Status::shape where the numbers of elements do not fit the shape
    template <class Container, std::enable_if_t<detail::IsRow<Container>::value, int> = 0>
    Image(const Container &data, Span<std::int64_t> shape, Span<std::uint8_t> mask = {}, ContextRef context = {})
        : Image(try_from(data, shape, mask, context).value()) {}
    /// An image that takes a vector over: `Image(std::move(pixels), {rows, columns})`. Nothing is copied until the image is changed.
    /// @throws Error with Status::shape where the numbers of elements do not fit the shape
    template <class T, std::enable_if_t<!std::is_same_v<T, bool>, int> = 0>
    Image(std::vector<T> &&data, Span<std::int64_t> shape, Span<std::uint8_t> mask = {}, ContextRef context = {})
        : Image(try_from(std::move(data), shape, mask, context).value()) {}
    /// An image of a matrix of C++, which is copied: `double pixels[40][50]`.
    template <class T, std::size_t Rows, std::size_t Columns>
    explicit Image(const T (&data)[Rows][Columns], ContextRef context = {}) : Image(from_data(&data[0][0], {Rows, Columns}, {}, context)) {}
    /// What was forgotten is the shape.
    template <class Container, std::enable_if_t<detail::IsRow<Container>::value, int> = 0> explicit Image(const Container &) {
        static_assert(detail::never<Container>, "the shape of the image is missing: Image(pixels, {rows, columns})");
    }

    /// As try_from_data(), with an exception in place of the error.
    template <class T>
    static Image from_data(const T *data, Span<std::int64_t> shape, const FromDataOptions &options = {}, ContextRef context = {}) {
        return try_from_data(data, shape, options, context).value();
    }
    /// As try_borrow(), with an exception in place of the error.
    template <class T, class Release>
    static Image borrow(const T *data, Span<std::int64_t> shape, Release release, const FromDataOptions &options = {}, ContextRef context = {}) {
        return try_borrow(data, shape, std::move(release), options, context).value();
    }
    /// As try_from_rows(), with an exception in place of the error.
    template <class T> static Image from_rows(std::initializer_list<std::initializer_list<T>> rows, ContextRef context = {}) {
        return try_from_rows(rows, context).value();
    }
#endif

    /// An image of elements in C order, as the constructor makes it.
    template <class Container, std::enable_if_t<detail::IsRow<Container>::value, int> = 0>
    static Result<Image> try_from(const Container &data, Span<std::int64_t> shape, Span<std::uint8_t> mask = {}, ContextRef context = {}) {
        const Span<detail::Elements<Container>> elements(data.data(), data.size());
        return made(elements.data(), shape, {}, mask, elements.size(), context, Copied{context});
    }

    /// An image that takes a vector over, as the constructor makes it. The vector is given away even where this fails.
    template <class T, std::enable_if_t<!std::is_same_v<T, bool>, int> = 0>
    static Result<Image> try_from(std::vector<T> &&data, Span<std::int64_t> shape, Span<std::uint8_t> mask = {}, ContextRef context = {}) {
        const T *first = data.data();
        const std::size_t size = data.size();
        return lent(first, shape, {}, mask, size, detail::Kept<std::vector<T>>{std::move(data)}, context);
    }

    /// An image of the caller's memory, which is copied.
    /// @param data element 0
    /// @param shape (rows, columns), of a stack (frames, rows, columns); the memory must hold as many elements
    template <class T>
    static Result<Image> try_from_data(const T *data, Span<std::int64_t> shape, const FromDataOptions &options = {}, ContextRef context = {}) {
        return made(data, shape, options.byte_strides, options.mask, unknown, context, Copied{context});
    }

    /// An image of the caller's memory, which is not copied: the image lies there until the last one that does is freed or changed. For buffers of
    /// an acquisition: `Image::borrow(frame, {rows, columns}, [&] { queue.give_back(frame); })`.
    ///
    /// Nobody may write to the memory until `release` is called. That happens exactly once, whatever comes of this call, and perhaps on another
    /// thread. Pixels that cannot be used as they lie (bool, or without alignment) are copied, and `release` is called at once.
    /// @param release a function without arguments that throws nothing; what it has captured is kept until then
    template <class T, class Release>
    static Result<Image> try_borrow(const T *data, Span<std::int64_t> shape, Release release, const FromDataOptions &options = {}, ContextRef context = {}) {
        return lent(data, shape, options.byte_strides, options.mask, unknown, std::move(release), context);
    }

    /// An image of numbers that are written down: `Image::from_rows({{1.0, 2.0}, {3.0, 4.0}})`. All rows have one length.
    template <class T> static Result<Image> try_from_rows(std::initializer_list<std::initializer_list<T>> rows, ContextRef context = {}) {
        const std::size_t columns = rows.size() == 0 ? 0 : rows.begin()->size();
        std::vector<T> values;
        for (const auto &row : rows) {
            if (row.size() != columns) {
                return Error(Status::shape, "a row has " + std::to_string(row.size()) + " elements; allowed: " + std::to_string(columns) +
                                                ", as the first has");
            }
            values.insert(values.end(), row.begin(), row.end());
        }
        return try_from(values, {static_cast<std::int64_t>(rows.size()), static_cast<std::int64_t>(columns)}, {}, context);
    }

    /// Takes ownership of a handle, which is freed with the object.
    static Image adopt(stoner_image *handle) noexcept { return Image(handle); }

    /// A second image with the same content, as copying makes it. Copies no pixels.
    Image clone() const { return *this; }

    /// An image is not true or false.
    template <class T = void> explicit operator bool() const {
        static_assert(detail::never<T>, "an image is not true or false: use valid() to see whether there is one, equal() to compare two, "
                                        "all() or any() of its elements");
        return false;
    }

    /// The pixels in the library's memory, without a copy. The view shows their present state and keeps it.
    /// @throws Error with Status::dtype where T is not the image's own type; read<T>() converts
    template <class T> Result<View<T>> try_data(ContextRef context = {}) const {
        constexpr Dtype wanted = dtype_for<T>();
        const auto own = try_dtype(context);
        if (!own) {
            return own.error();
        }
        if (*own != wanted) {
            return Error(Status::dtype, "the image has dtype " + std::string(to_string(*own)) + ", asked for is " + to_string(wanted) +
                                            "; read<T>() converts, astype() makes an image of another dtype");
        }
        // A handle of its own: lent memory is valid as long as its handle is there and unchanged.
        auto owner = std::make_shared<const Image>(*this);
        auto shape = owner->try_shape(context);
        if (!shape) {
            return shape.error();
        }
        std::array<std::int64_t, max_ndim> strides{};
        const void *element = nullptr;
        if (const auto status = stoner_image_data(context.handle(), owner->handle(), &element, strides.data()); detail::failed(status)) {
            return detail::error_of(context.handle(), status);
        }
        for (std::int64_t &stride : strides) {
            stride /= static_cast<std::int64_t>(sizeof(T));
        }
        return View<T>(std::move(owner), static_cast<const T *>(element), *shape, {strides.data(), shape->size()});
    }

    /// The frames of a stack, each an image with its own part of the planes, its own value of the axis of frames and all other metadata: `for (const Image &frame :
    /// stack.frames())`. They share the stack's pixels. An image of fewer axes is one frame.
    Result<Frames> try_frames(ContextRef context = {}) const;

    /// The mask in C order: true where an element is masked. A copy, in the image's shape: `image.mask()(row, column)`.
    template <class Flag = bool> Result<View<Flag>> try_mask(ContextRef context = {}) const {
        static_assert(std::is_same_v<Flag, bool>, "a mask is true or false: mask()");
        auto shape = try_shape(context);
        if (!shape) {
            return shape.error();
        }
        auto bytes = try_read_mask(context);
        if (!bytes) {
            return bytes.error();
        }
        std::array<std::int64_t, max_ndim> strides{};
        std::int64_t step = 1;
        for (std::size_t axis = shape->size(); axis-- > 0;) {
            strides[axis] = step;
            step *= (*shape)[axis];
        }
        std::shared_ptr<Flag> flags(new Flag[bytes->size() + 1](), std::default_delete<Flag[]>());
        for (std::size_t i = 0; i < bytes->size(); ++i) {
            flags.get()[i] = (*bytes)[i] != 0;
        }
        const Flag *first = flags.get();
        return View<Flag>(std::move(flags), first, *shape, {strides.data(), shape->size()});
    }

    /// The pixels in C order, converted to T: a float that does not fit an integer becomes the nearest that does, NaN 0, of complex
    /// numbers the real part is taken. Masked ones keep their data; mask() tells which they are.
    template <class T> Result<std::vector<T>> try_read(ContextRef context = {}) const {
        static_assert(!std::is_same_v<T, bool>, "a std::vector<bool> is no array; read<std::uint8_t>() gives 0 and 1");
        const auto n = try_size(context);
        if (!n) {
            return n.error();
        }
        std::vector<T> result(static_cast<std::size_t>(*n));
        return try_read_into(result.data(), result.size(), {}, context).and_then([&] { return Result<std::vector<T>>(std::move(result)); });
    }

    /// The pixels into the caller's memory, converted as in read().
    /// @param size the number of elements that fit
    /// @param byte_strides one step in bytes for each axis, 0 or more; empty: C order without gaps. {8, 8 * rows} makes a
    ///        column-major matrix of doubles.
    template <class T>
    Result<void> try_read_into(T *buffer, std::size_t size, Span<std::int64_t> byte_strides = {}, ContextRef context = {}) const {
        detail::Arguments arguments;
        check_axes(arguments, byte_strides, context);
        const auto bytes = arguments.count<std::int64_t>("buffer", size * sizeof(T));
        if (arguments.refused()) {
            return arguments.error();
        }
        return detail::ended(context.handle(), stoner_image_read(context.handle(), handle(), static_cast<std::int32_t>(dtype_for<T>()),
                                                byte_strides.empty() ? nullptr : byte_strides.data(), buffer, bytes));
    }

    /// Writes values in C order into the whole image, converted to its dtype. Written pixels are unmasked; under a hard mask
    /// masked pixels stay as they are.
    /// @param values a std::vector, std::array or std::span
    template <class Container, std::enable_if_t<detail::IsRow<Container>::value, int> = 0>
    Result<void> try_write(const Container &values, ContextRef context = {}) {
        const auto lengths = try_shape(context);
        if (!lengths) {
            return lengths.error();
        }
        return written(values, *lengths, nullptr, context);
    }

    /// Writes values in C order into a box of the image, or of every frame of a stack. It must lie inside the image.
    template <class Container, std::enable_if_t<detail::IsRow<Container>::value, int> = 0>
    Result<void> try_write(const Container &values, const Box &box, ContextRef context = {}) {
        const auto lengths = try_shape(context);
        if (!lengths) {
            return lengths.error();
        }
        const auto numbers = detail::numbers(box);
        return written(values, shape_of(box, *lengths), numbers.data(), context);
    }

    /// Writes the caller's memory into a box, by steps in bytes along each axis. Nothing checks that it holds as many elements.
    template <class T> Result<void> try_write_from(const T *data, Span<std::int64_t> byte_strides, const Box &box = {}, ContextRef context = {}) {
        const auto numbers = detail::numbers(box);
        detail::Arguments arguments;
        check_axes(arguments, byte_strides, context);
        if (arguments.refused()) {
            return arguments.error();
        }
        return detail::ended(context.handle(), stoner_image_write(context.handle(), handle(), box == Box{} ? nullptr : numbers.data(), data,
                                                 static_cast<std::int32_t>(dtype_for<T>()), byte_strides.empty() ? nullptr : byte_strides.data()));
    }

    /// Replaces the mask. A hard mask only grows.
    /// @param mask one byte for each element in C order, not 0: masked; empty: nothing is masked
    Result<void> try_write_mask(Span<std::uint8_t> mask, ContextRef context = {}) {
        const auto n = try_size(context);
        if (!n) {
            return n.error();
        }
        const std::int64_t length = mask.empty() ? *n : static_cast<std::int64_t>(mask.size());
        return detail::ended(context.handle(), stoner_image_write_mask(context.handle(), handle(), mask.empty() ? nullptr : mask.data(), length));
    }

    /// All elements in C order, converted as in read(), and which of them are masked.
    /// @param fill_value not given: masked elements are 0 and marked; given: they are this value, and none is marked
    template <class T> Result<TolistResult<T>> try_tolist(std::optional<double> fill_value = {}, ContextRef context = {}) const {
        static_assert(!std::is_same_v<T, bool>, "a std::vector<bool> is no array; tolist<std::uint8_t>() gives 0 and 1");
        const auto count = try_size(context);
        if (!count) {
            return count.error();
        }
        const auto n = static_cast<std::size_t>(*count);
        TolistResult<T> result{std::vector<T>(n), std::vector<std::uint8_t>(n)};
        const auto status = stoner_image_tolist(context.handle(), handle(), detail::choice(fill_value, Fill::value), fill_value.value_or(0.0),
                                                static_cast<std::int32_t>(dtype_for<T>()), result.values.data(),
                                                static_cast<std::int64_t>(n * sizeof(T)), result.mask.data(), *count);
        if (detail::failed(status)) {
            return detail::error_of(context.handle(), status);
        }
        return result;
    }

    /// A metadata entry by its C++ type: bool, an integer, a floating type, std::string. Others are reached by metadata().
    template <class T> Result<T> try_metadata_get(const std::string &key, ContextRef context = {}) const {
        static_assert(std::is_arithmetic_v<T> || std::is_same_v<T, std::string>,
                      "an image gives entries that are bool, numbers or std::string; the others by image.metadata()[key]");
        if constexpr (std::is_same_v<T, bool>) {
            return try_metadata_get_bool(key, context);
        } else if constexpr (std::is_integral_v<T>) {
            return try_metadata_get_i64(key, context).and_then([&](std::int64_t value) { return detail::narrowed<T>(key, value); });
        } else if constexpr (std::is_floating_point_v<T>) {
            return try_metadata_get_f64(key, context).transform([](double value) { return static_cast<T>(value); });
        } else {
            return try_metadata_get_string(key, context);
        }
    }
    /// Sets a metadata entry by its C++ type.
    template <class T> Result<void> try_metadata_set(const std::string &key, const T &value, ContextRef context = {}) {
        static_assert(std::is_arithmetic_v<T> || std::is_convertible_v<T, std::string>,
                      "an image takes entries that are bool, numbers or text; others by metadata() and set_metadata()");
        if constexpr (std::is_same_v<T, bool>) {
            return try_metadata_set_bool(key, value, context);
        } else if constexpr (std::is_integral_v<T>) {
            return detail::widened(value).and_then([&](std::int64_t number) { return try_metadata_set_i64(key, number, context); });
        } else if constexpr (std::is_floating_point_v<T>) {
            return try_metadata_set_f64(key, static_cast<double>(value), context);
        } else {
            return try_metadata_set_string(key, std::string(value), context);
        }
    }

    /// One element, converted to T: `item<std::int64_t>({2, 3})`. Integers are exact; what is not an integer does not become one, and what is
    /// complex stays so.
    /// @param index negative ones counted from the end: one in C order, or one for each axis; empty: an image of one element
    template <class T = double> Result<Masked<T>> try_item(Span<std::int64_t> index = {}, ContextRef context = {}) const {
        T value{};
        std::int32_t masked = 0;
        const auto status = stoner_image_item_as(context.handle(), handle(), index.empty() ? nullptr : index.data(),
                                                 static_cast<std::int64_t>(index.size()), static_cast<std::int32_t>(dtype_for<T>()), &value, &masked);
        if (detail::failed(status)) {
            return detail::error_of(context.handle(), status);
        }
        return Masked<T>{value, masked != 0};
    }

    /// The fill value for masked elements, converted as in item(): what was set, or else the default of the dtype.
    template <class T = double> Result<T> try_fill_value(ContextRef context = {}) const {
        T value{};
        const auto status = stoner_image_fill_value_as(context.handle(), handle(), static_cast<std::int32_t>(dtype_for<T>()), &value);
        if (detail::failed(status)) {
            return detail::error_of(context.handle(), status);
        }
        return value;
    }

#if STONER_EXCEPTIONS
    // The same with exceptions in place of errors.

    template <class T> View<T> data(ContextRef context = {}) const { return try_data<T>(context).value(); }
    Frames frames(ContextRef context = {}) const;
    template <class Flag = bool> View<Flag> mask(ContextRef context = {}) const { return try_mask<Flag>(context).value(); }
    template <class T> std::vector<T> read(ContextRef context = {}) const { return try_read<T>(context).value(); }
    template <class T> void read_into(T *buffer, std::size_t size, Span<std::int64_t> byte_strides = {}, ContextRef context = {}) const {
        try_read_into(buffer, size, byte_strides, context).value();
    }
    template <class Container, std::enable_if_t<detail::IsRow<Container>::value, int> = 0>
    void write(const Container &values, ContextRef context = {}) {
        try_write(values, context).value();
    }
    template <class Container, std::enable_if_t<detail::IsRow<Container>::value, int> = 0>
    void write(const Container &values, const Box &box, ContextRef context = {}) {
        try_write(values, box, context).value();
    }
    template <class T> void write_from(const T *data, Span<std::int64_t> byte_strides, const Box &box = {}, ContextRef context = {}) {
        try_write_from(data, byte_strides, box, context).value();
    }
    void write_mask(Span<std::uint8_t> mask, ContextRef context = {}) { try_write_mask(mask, context).value(); }
    template <class T> TolistResult<T> tolist(std::optional<double> fill_value = {}, ContextRef context = {}) const {
        return try_tolist<T>(fill_value, context).value();
    }
    template <class T> T metadata_get(const std::string &key, ContextRef context = {}) const { return try_metadata_get<T>(key, context).value(); }
    template <class T> void metadata_set(const std::string &key, const T &value, ContextRef context = {}) {
        try_metadata_set(key, value, context).value();
    }
    template <class T = double> Masked<T> item(Span<std::int64_t> index = {}, ContextRef context = {}) const {
        return try_item<T>(index, context).value();
    }
    template <class T = double> T fill_value(ContextRef context = {}) const { return try_fill_value<T>(context).value(); }
#endif

private:
    explicit Image(stoner_image *handle) noexcept : ImageMethods<Image>(handle) {}

    static constexpr std::size_t unknown = static_cast<std::size_t>(-1);

    /// Calls C to copy elements.
    struct Copied {
        ContextRef context;
        std::int32_t operator()(const void *data, std::int32_t dtype, std::int32_t ndim, const std::int64_t *shape, const std::int64_t *byte_strides,
                                const std::uint8_t *mask, stoner_image **out) const noexcept {
            return stoner_image_from_data(context.handle(), data, dtype, ndim, shape, byte_strides, mask, out);
        }
    };

    /// Calls C to lend elements. `release` is called once, here or by the library.
    template <class T, class Release>
    static Result<Image> lent(const T *data, Span<std::int64_t> shape, Span<std::int64_t> byte_strides, Span<std::uint8_t> mask, std::size_t size,
                              Release release, ContextRef context) {
        detail::Lease<Release> lease(std::move(release));
        if (!lease.valid()) {
            return Error(Status::no_memory, "there is no memory for the function that is called when the image is freed");
        }
        const auto lend = [&](const void *elements, std::int32_t dtype, std::int32_t ndim, const std::int64_t *lengths, const std::int64_t *steps,
                              const std::uint8_t *masked, stoner_image **out) {
            return stoner_image_borrow(context.handle(), elements, dtype, ndim, lengths, steps, masked, detail::Lease<Release>::end, lease.pass(), out);
        };
        return made(data, shape, byte_strides, mask, size, context, lend);
    }

    template <class T, class Make>
    static Result<Image> made(const T *data, Span<std::int64_t> shape, Span<std::int64_t> byte_strides, Span<std::uint8_t> mask, std::size_t size,
                              ContextRef context, Make make) {
        detail::Arguments arguments;
        if (size != unknown) {
            arguments.exact_size("data", size, elements(shape), "as the shape has");
        }
        if (!mask.empty()) {
            arguments.exact_size("mask", mask.size(), elements(shape), "as the shape has");
        }
        if (!byte_strides.empty()) {
            arguments.exact_size("byte_strides", byte_strides.size(), shape.size(), "one for each axis");
        }
        const auto ndim = arguments.count<std::int32_t>("shape", shape.size());
        if (arguments.refused()) {
            return arguments.error();
        }
        detail::New<Image, stoner_image> out;
        // Where there is no element there may be no memory either.
        const T *element = data == nullptr && elements(shape) == 0 ? empty<T>() : data;
        const auto status = make(element, static_cast<std::int32_t>(dtype_for<T>()), ndim, shape.data(), byte_strides.empty() ? nullptr : byte_strides.data(),
                                 mask.empty() ? nullptr : mask.data(), out.out());
        if (detail::failed(status)) {
            return detail::error_of(context.handle(), status);
        }
        return out.take();
    }

    template <class Container>
    Result<void> written(const Container &values, Span<std::int64_t> shape, const std::int64_t *box, ContextRef context) {
        const Span<detail::Elements<Container>> given(values.data(), values.size());
        detail::Arguments arguments;
        arguments.exact_size("values", given.size(), elements(shape), "as the shape has");
        if (arguments.refused()) {
            return arguments.error();
        }
        return detail::ended(context.handle(), stoner_image_write(context.handle(), handle(), box, given.data(),
                                                 static_cast<std::int32_t>(dtype_for<detail::Elements<Container>>()), nullptr));
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
    static std::vector<std::int64_t> shape_of(const Box &box, std::vector<std::int64_t> lengths) {
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

    void check_axes(detail::Arguments &arguments, Span<std::int64_t> byte_strides, ContextRef context) const {
        if (byte_strides.empty()) {
            return;
        }
        const auto rank = try_ndim(context);
        if (!rank) {
            arguments.refuse(rank.error());
        } else {
            arguments.exact_size("byte_strides", byte_strides.size(), static_cast<std::size_t>(*rank), "one for each axis");
        }
    }
};

namespace detail {

template <class> std::int32_t on_line(const stoner_image *image, double *ends, void *number) noexcept {
    return guarded(STONER_ERR_CANCELLED, [&]() -> std::int32_t {
        const auto entry = Callbacks<>::all().find(number);
        if (!entry) {
            return STONER_ERR_CANCELLED;
        }
        // The handle is C's; the hook gets one of its own.
        New<Image, stoner_image> own;
        if (const std::int32_t status = stoner_image_clone(entry->context, image, own.out()); status != STONER_OK) {
            return status;
        }
        const std::optional<Line> line = static_cast<LineHook &>(*entry).call(own.take());
        if (!line) {
            return STONER_ERR_CANCELLED;
        }
        std::memcpy(ends, line->src.data(), sizeof line->src);
        std::memcpy(ends + 2, line->dst.data(), sizeof line->dst);
        return STONER_OK;
    });
}

} // namespace detail

STONER_NAMESPACE_END

// What the members do needs all classes.
#include "frames.hpp"
#include "metadata.hpp"
#include "table.hpp"

#include "generated/definitions_image.hpp"

#endif
