/// @file view.hpp
/// Pixels in the library's memory, without a copy.

#ifndef STONER_VIEW_HPP
#define STONER_VIEW_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#if defined(__has_include) && __has_include(<version>)
#include <version>
#endif
#ifdef __cpp_lib_mdspan
#include <mdspan>
#endif

#include "arguments.hpp"

namespace stoner {

#ifdef __cpp_lib_mdspan
/// The layout of a std::mdspan over a View: a step for each axis, which is negative along a flipped axis
/// (std::layout_stride does not allow that).
struct layout_signed {
    template <class Extents> class mapping {
    public:
        using extents_type = Extents;
        using index_type = typename Extents::index_type;
        using size_type = typename Extents::size_type;
        using rank_type = typename Extents::rank_type;
        using layout_type = layout_signed;

        constexpr mapping() noexcept = default;
        constexpr mapping(const Extents &extents, const std::array<index_type, Extents::rank()> &strides) noexcept
            : extents_(extents), strides_(strides) {}

        constexpr const Extents &extents() const noexcept { return extents_; }
        constexpr index_type stride(rank_type axis) const noexcept { return strides_[axis]; }
        /// The number of elements from element 0 on; offsets may be negative, too.
        constexpr index_type required_span_size() const noexcept {
            index_type last = 0;
            for (rank_type axis = 0; axis < Extents::rank(); ++axis) {
                if (extents_.extent(axis) == 0) {
                    return 0;
                }
                last += strides_[axis] > 0 ? (extents_.extent(axis) - 1) * strides_[axis] : 0;
            }
            return last + 1;
        }
        template <class... Indices> constexpr index_type operator()(Indices... indices) const noexcept {
            const std::array<index_type, sizeof...(Indices)> index{static_cast<index_type>(indices)...};
            index_type offset = 0;
            for (rank_type axis = 0; axis < index.size(); ++axis) {
                offset += index[axis] * strides_[axis];
            }
            return offset;
        }
        static constexpr bool is_always_unique() noexcept { return false; }
        static constexpr bool is_always_exhaustive() noexcept { return false; }
        static constexpr bool is_always_strided() noexcept { return true; }
        static constexpr bool is_unique() noexcept { return true; }
        static constexpr bool is_exhaustive() noexcept { return false; }
        static constexpr bool is_strided() noexcept { return true; }
        friend constexpr bool operator==(const mapping &a, const mapping &b) noexcept {
            return a.extents_ == b.extents_ && a.strides_ == b.strides_;
        }

    private:
        Extents extents_{};
        std::array<index_type, Extents::rank()> strides_{};
    };
};

/// The accessor of a std::mdspan over a View: offsets may be negative, which std::default_accessor would take for huge ones.
template <class T> struct accessor_signed {
    using offset_policy = accessor_signed;
    using element_type = const T;
    using reference = const T &;
    using data_handle_type = const T *;

    constexpr reference access(data_handle_type element, std::size_t offset) const noexcept {
        return element[static_cast<std::ptrdiff_t>(offset)];
    }
    constexpr data_handle_type offset(data_handle_type element, std::size_t offset) const noexcept {
        return element + static_cast<std::ptrdiff_t>(offset);
    }
};
#endif

/// The pixels of an image, without a copy. A view keeps its pixels: it is valid as long as it lives, even if the image is freed or
/// changed, and later changes of the image do not show in it.
template <class T> class View {
public:
    using value_type = T;

    /// `owner` keeps the memory alive; the strides are in elements.
    View(std::shared_ptr<const void> owner, const T *data, std::vector<std::int64_t> shape, std::vector<std::int64_t> strides)
        : owner_(std::move(owner)), data_(data), shape_(std::move(shape)), strides_(std::move(strides)) {}

    /// Element 0, all indices 0; not the lowest address where a stride is negative.
    const T *data() const noexcept { return data_; }
    /// The number of axes.
    std::size_t rank() const noexcept { return shape_.size(); }
    /// The lengths of the axes, (rows, columns).
    const std::vector<std::int64_t> &shape() const noexcept { return shape_; }
    /// The steps from an element to the next along each axis, in elements; negative ones in a flipped image.
    const std::vector<std::int64_t> &strides() const noexcept { return strides_; }

    /// The number of elements.
    std::size_t size() const noexcept {
        std::size_t product = 1;
        for (const std::int64_t length : shape_) {
            product *= static_cast<std::size_t>(length);
        }
        return product;
    }

    /// Whether the elements are contiguous in C order: then they are data() to data() + size().
    bool is_contiguous() const noexcept {
        std::int64_t step = 1;
        for (std::size_t axis = rank(); axis-- > 0;) {
            if (shape_[axis] > 1 && strides_[axis] != step) {
                return size() == 0;
            }
            step *= shape_[axis];
        }
        return true;
    }

    /// An element, by one index for each axis, 0 to the length - 1. Nothing is checked.
    template <class... Indices> const T &operator()(Indices... indices) const noexcept {
        static_assert((std::is_integral_v<Indices> && ...), "indices are integers");
        const std::array<std::ptrdiff_t, sizeof...(Indices)> index{static_cast<std::ptrdiff_t>(indices)...};
        std::ptrdiff_t offset = 0;
        for (std::size_t axis = 0; axis < index.size(); ++axis) {
            offset += index[axis] * stride(axis);
        }
        return data_[offset];
    }

    /// An element; an index outside is an error.
    template <class... Indices> const T &at(Indices... indices) const {
        const std::array<std::int64_t, sizeof...(Indices)> asked{static_cast<std::int64_t>(indices)...};
        if (asked.size() != rank()) {
            detail::raise(Status::shape, std::to_string(asked.size()) + " indices for rank " + std::to_string(rank()));
        }
        for (std::size_t axis = 0; axis < asked.size(); ++axis) {
            if (asked[axis] < 0 || asked[axis] >= shape_[axis]) {
                detail::raise(Status::out_of_range, "index " + std::to_string(asked[axis]) + " of axis " + std::to_string(axis) +
                                                        "; allowed: 0 to " + std::to_string(shape_[axis] - 1));
            }
        }
        return (*this)(indices...);
    }

    /// Iterates over the elements in C order.
    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T *;
        using reference = const T &;

        Iterator() noexcept = default;
        Iterator(const View *view, std::size_t place) noexcept : view_(view), place_(place), element_(view->data_) {}

        const T &operator*() const noexcept { return *element_; }
        const T *operator->() const noexcept { return element_; }
        Iterator &operator++() noexcept {
            ++place_;
            for (std::size_t axis = view_->rank(); axis-- > 0;) {
                if (++index_[axis] < view_->shape_[axis]) {
                    element_ += view_->stride(axis);
                    return *this;
                }
                element_ -= view_->stride(axis) * static_cast<std::ptrdiff_t>(index_[axis] - 1);
                index_[axis] = 0;
            }
            return *this;
        }
        Iterator operator++(int) noexcept {
            Iterator old = *this;
            ++*this;
            return old;
        }
        bool operator==(const Iterator &other) const noexcept { return place_ == other.place_; }
        bool operator!=(const Iterator &other) const noexcept { return place_ != other.place_; }

    private:
        const View *view_ = nullptr;
        std::size_t place_ = 0;
        const T *element_ = nullptr;
        std::array<std::int64_t, max_ndim> index_{};
    };

    Iterator begin() const noexcept { return {this, 0}; }
    Iterator end() const noexcept { return {this, size()}; }

#ifdef __cpp_lib_mdspan
    /// As a std::mdspan of a rank, valid as long as this view.
    template <std::size_t Rank> auto mdspan() const {
        if (rank() != Rank) {
            detail::raise(Status::shape, "an mdspan of rank " + std::to_string(Rank) + " of an image of rank " + std::to_string(rank()));
        }
        // Element 0 is not the lowest address where a stride is negative.
        using Extents = std::dextents<std::int64_t, Rank>;
        std::array<std::int64_t, Rank> shape{}, strides{};
        for (std::size_t axis = 0; axis < Rank; ++axis) {
            shape[axis] = shape_[axis];
            strides[axis] = strides_[axis];
        }
        const layout_signed::mapping<Extents> mapping(Extents(shape), strides);
        return std::mdspan<const T, Extents, layout_signed, accessor_signed<T>>(data_, mapping, accessor_signed<T>());
    }
#endif

private:
    std::ptrdiff_t stride(std::size_t axis) const noexcept { return static_cast<std::ptrdiff_t>(strides_[axis]); }

    std::shared_ptr<const void> owner_;
    const T *data_;
    std::vector<std::int64_t> shape_, strides_;
};

} // namespace stoner

#endif
