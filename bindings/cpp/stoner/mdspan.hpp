/// @file mdspan.hpp
/// What a std::mdspan over a View needs, where the library has std::mdspan.

#ifndef STONER_MDSPAN_HPP
#define STONER_MDSPAN_HPP

#if defined(__has_include) && __has_include(<version>)
#include <version>
#endif

#ifdef __cpp_lib_mdspan

#include <array>
#include <cstddef>
#include <mdspan>

#include "fwd.hpp"

STONER_NAMESPACE_BEGIN

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

STONER_NAMESPACE_END

#endif

#endif
