/// @file view.hpp
/// Pixels in the library's memory, without a copy.

#ifndef STONER_VIEW_HPP
#define STONER_VIEW_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "mdspan.hpp"
#include "result.hpp"
#include "span.hpp"

STONER_NAMESPACE_BEGIN

template <class T> class ViewIterator;
template <class T> class Slices;

/// The pixels of an image, without a copy. A view keeps its pixels: it is valid as long as it lives, even if the image is freed or
/// changed, and later changes of the image do not show in it. Copies of a view show the same memory.
///
/// Its elements can only be read. `begin()` and `end()` walk in C order, with random access, whatever the memory's order is; `rows()`
/// and `frames()` give views of the parts.
template <class T> class View {
public:
    using value_type = T;
    using size_type = std::size_t;
    using difference_type = std::ptrdiff_t;
    using reference = const T &;
    using const_reference = const T &;
    using iterator = ViewIterator<T>;
    using const_iterator = ViewIterator<T>;

    /// A view of nothing.
    View() noexcept : data_(nullptr), rank_(1), size_(0) {}

    /// `owner` keeps the memory alive; the strides are in elements.
    View(std::shared_ptr<const void> owner, const T *data, Span<std::int64_t> shape, Span<std::int64_t> strides) noexcept
        : owner_(std::move(owner)), data_(data), rank_(shape.size()) {
        for (std::size_t axis = 0; axis < rank_; ++axis) {
            shape_[axis] = shape[axis];
            strides_[axis] = strides[axis];
            size_ *= static_cast<std::size_t>(shape[axis]);
        }
        // Trailing axes whose elements follow each other by one step are walked through as one.
        for (std::size_t axis = rank_; axis-- > 0;) {
            if (shape_[axis] == 1) {
                continue;
            }
            if (run_ == 1) {
                step_ = stride(axis);
            } else if (strides_[axis] != step_ * run_) {
                break;
            }
            run_ *= static_cast<std::ptrdiff_t>(shape_[axis]);
        }
    }

    /// Element 0, all indices 0; not the lowest address where a stride is negative.
    const T *data() const noexcept { return data_; }
    /// The number of axes.
    std::size_t rank() const noexcept { return rank_; }
    /// The lengths of the axes, (rows, columns). Part of this view.
    Span<std::int64_t> shape() const noexcept { return {shape_.data(), rank_}; }
    /// The steps from an element to the next along each axis, in elements; negative ones in a flipped image. Part of this view.
    Span<std::int64_t> strides() const noexcept { return {strides_.data(), rank_}; }
    /// The number of elements.
    std::size_t size() const noexcept { return size_; }
    /// Whether there is no element.
    bool empty() const noexcept { return size_ == 0; }

    /// Whether the elements are contiguous in C order: then they are data() to data() + size().
    bool is_contiguous() const noexcept {
        return size_ <= 1 || (step_ == 1 && static_cast<std::size_t>(run_) == size_);
    }

    /// The elements as one run of memory, which converts to a std::span; valid as long as this view or a copy of it.
    /// @throws Error with Status::shape where they are not contiguous, as in a crop or a flip; Image::read copies then
    Result<Span<T>> try_span() const {
        if (!is_contiguous()) {
            return Error(Status::shape, "the pixels do not lie one behind the other, as in a crop or a flipped image; allowed: contiguous ones, "
                                        "as Image::read() copies them");
        }
        return Span<T>(data_, size_);
    }
#if STONER_EXCEPTIONS
    /// As try_span(), with an exception in place of the error.
    Span<T> span() const { return try_span().value(); }
#endif

    /// An element, by one index for each axis, 0 to the length - 1. Nothing is checked.
    template <class... Indices> const T &operator()(Indices... indices) const noexcept {
        static_assert((std::is_integral_v<Indices> && ...), "indices are integers: view(row, column)");
        std::ptrdiff_t offset = 0;
        std::size_t axis = 0;
        ((offset += static_cast<std::ptrdiff_t>(indices) * stride(axis++)), ...);
        return data_[offset];
    }

    /// An element, or the error of an index outside.
    template <class... Indices> Result<T> try_at(Indices... indices) const {
        static_assert((std::is_integral_v<Indices> && ...), "indices are integers: view.at(row, column)");
        const std::array<std::int64_t, sizeof...(Indices)> asked{static_cast<std::int64_t>(indices)...};
        if (asked.size() != rank_) {
            return Error(Status::shape, std::to_string(asked.size()) + " indices for rank " + std::to_string(rank_) + "; allowed: one for each axis");
        }
        for (std::size_t axis = 0; axis < asked.size(); ++axis) {
            if (asked[axis] < 0 || asked[axis] >= shape_[axis]) {
                return Error(Status::out_of_range, "index " + std::to_string(asked[axis]) + " of axis " + std::to_string(axis) + "; allowed: 0 to " +
                                                       std::to_string(shape_[axis] - 1));
            }
        }
        return (*this)(indices...);
    }
#if STONER_EXCEPTIONS
    /// An element; an index outside is an error.
    template <class... Indices> const T &at(Indices... indices) const { return try_at(indices...).value(), (*this)(indices...); }
#endif

    /// The elements in C order, with random access; valid as long as this view.
    ViewIterator<T> begin() const noexcept { return {this, 0}; }
    ViewIterator<T> end() const noexcept { return {this, static_cast<std::ptrdiff_t>(size_)}; }

    /// The part at an index of the first axis: a row of an image, a frame of a stack. Nothing is checked.
    View operator[](std::int64_t index) const noexcept {
        return View(owner_, data_ + static_cast<std::ptrdiff_t>(index) * stride(0), {shape_.data() + 1, rank_ - 1}, {strides_.data() + 1, rank_ - 1});
    }

    /// The rows, those of a stack frame by frame: `for (const auto row : view.rows())`.
    Slices<T> rows() const noexcept { return Slices<T>(*this, 1); }
    /// The frames of a stack; an image is one frame.
    Slices<T> frames() const noexcept { return Slices<T>(*this, 2); }

#ifdef __cpp_lib_mdspan
    /// As a std::mdspan of a rank, valid as long as this view.
    template <std::size_t Rank> auto mdspan() const {
        static_assert(Rank <= max_ndim, "an image has at most 8 axes");
        // Element 0 is not the lowest address where a stride is negative.
        using Extents = std::dextents<std::int64_t, Rank>;
        std::array<std::int64_t, Rank> shape{}, strides{};
        if (rank_ != Rank) {
            detail::raise(Error(Status::shape, "an mdspan of rank " + std::to_string(Rank) + " of an image of rank " + std::to_string(rank_)));
        }
        for (std::size_t axis = 0; axis < Rank; ++axis) {
            shape[axis] = shape_[axis];
            strides[axis] = strides_[axis];
        }
        const layout_signed::mapping<Extents> mapping(Extents(shape), strides);
        return std::mdspan<const T, Extents, layout_signed, accessor_signed<T>>(data_, mapping, accessor_signed<T>());
    }
#endif

private:
    friend class ViewIterator<T>;
    friend class Slices<T>;

    std::ptrdiff_t stride(std::size_t axis) const noexcept { return static_cast<std::ptrdiff_t>(strides_[axis]); }

    /// Where the element at a place in C order lies.
    std::ptrdiff_t offset(std::ptrdiff_t place, std::size_t rank) const noexcept {
        std::ptrdiff_t sum = 0;
        for (std::size_t axis = rank; axis-- > 0;) {
            const auto length = static_cast<std::ptrdiff_t>(shape_[axis]);
            sum += place % length * stride(axis);
            place /= length;
        }
        return sum;
    }

    std::shared_ptr<const void> owner_;
    const T *data_;
    std::size_t rank_;
    std::size_t size_ = 1;
    /// So many elements follow each other by one step.
    std::ptrdiff_t run_ = 1, step_ = 1;
    std::array<std::int64_t, max_ndim> shape_{}, strides_{};
};

/// Walks through a view's elements in C order, with random access. Valid as long as the view that it came from.
template <class T> class ViewIterator {
public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T *;
    using reference = const T &;

    ViewIterator() noexcept = default;
    ViewIterator(const View<T> *view, std::ptrdiff_t place) noexcept : view_(view) { go(place); }

    const T &operator*() const noexcept { return *element_; }
    const T *operator->() const noexcept { return element_; }
    const T &operator[](std::ptrdiff_t n) const noexcept { return *(*this + n); }

    ViewIterator &operator++() noexcept {
        ++place_;
        if (--left_ > 0) {
            element_ += view_->step_;
        } else {
            go(place_);
        }
        return *this;
    }
    ViewIterator &operator--() noexcept { return go(place_ - 1); }
    ViewIterator operator++(int) noexcept {
        ViewIterator old = *this;
        ++*this;
        return old;
    }
    ViewIterator operator--(int) noexcept {
        ViewIterator old = *this;
        --*this;
        return old;
    }
    ViewIterator &operator+=(std::ptrdiff_t n) noexcept { return go(place_ + n); }
    ViewIterator &operator-=(std::ptrdiff_t n) noexcept { return go(place_ - n); }
    friend ViewIterator operator+(ViewIterator at, std::ptrdiff_t n) noexcept { return at += n; }
    friend ViewIterator operator+(std::ptrdiff_t n, ViewIterator at) noexcept { return at += n; }
    friend ViewIterator operator-(ViewIterator at, std::ptrdiff_t n) noexcept { return at -= n; }
    friend std::ptrdiff_t operator-(const ViewIterator &a, const ViewIterator &b) noexcept { return a.place_ - b.place_; }

    friend bool operator==(const ViewIterator &a, const ViewIterator &b) noexcept { return a.place_ == b.place_; }
    friend bool operator!=(const ViewIterator &a, const ViewIterator &b) noexcept { return a.place_ != b.place_; }
    friend bool operator<(const ViewIterator &a, const ViewIterator &b) noexcept { return a.place_ < b.place_; }
    friend bool operator>(const ViewIterator &a, const ViewIterator &b) noexcept { return a.place_ > b.place_; }
    friend bool operator<=(const ViewIterator &a, const ViewIterator &b) noexcept { return a.place_ <= b.place_; }
    friend bool operator>=(const ViewIterator &a, const ViewIterator &b) noexcept { return a.place_ >= b.place_; }

private:
    ViewIterator &go(std::ptrdiff_t place) noexcept {
        place_ = place;
        if (place < 0 || static_cast<std::size_t>(place) >= view_->size_) {
            // The end, which has no element.
            element_ = view_->data_;
            left_ = 0;
            return *this;
        }
        element_ = view_->data_ + view_->offset(place, view_->rank_);
        left_ = view_->run_ - place % view_->run_;
        return *this;
    }

    const View<T> *view_ = nullptr;
    std::ptrdiff_t place_ = 0;
    const T *element_ = nullptr;
    /// The elements of this run that are left, with this one.
    std::ptrdiff_t left_ = 0;
};

/// The rows or the frames of a view: views themselves, with random access.
template <class T> class Slices {
public:
    class iterator {
    public:
        // What it gives is made on the way, so that only C++20 can say that it has random access.
        using iterator_category = std::input_iterator_tag;
#ifdef __cpp_lib_concepts
        using iterator_concept = std::random_access_iterator_tag;
#endif
        using value_type = View<T>;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = View<T>;

        iterator() noexcept = default;
        iterator(const Slices *slices, std::ptrdiff_t place) noexcept : slices_(slices), place_(place) {}

        View<T> operator*() const noexcept { return (*slices_)[place_]; }
        View<T> operator[](std::ptrdiff_t n) const noexcept { return (*slices_)[place_ + n]; }
        iterator &operator++() noexcept { return *this += 1; }
        iterator &operator--() noexcept { return *this -= 1; }
        iterator operator++(int) noexcept { return std::exchange(*this, *this + 1); }
        iterator operator--(int) noexcept { return std::exchange(*this, *this - 1); }
        iterator &operator+=(std::ptrdiff_t n) noexcept {
            place_ += n;
            return *this;
        }
        iterator &operator-=(std::ptrdiff_t n) noexcept { return *this += -n; }
        friend iterator operator+(iterator at, std::ptrdiff_t n) noexcept { return at += n; }
        friend iterator operator+(std::ptrdiff_t n, iterator at) noexcept { return at += n; }
        friend iterator operator-(iterator at, std::ptrdiff_t n) noexcept { return at -= n; }
        friend std::ptrdiff_t operator-(const iterator &a, const iterator &b) noexcept { return a.place_ - b.place_; }
        friend bool operator==(const iterator &a, const iterator &b) noexcept { return a.place_ == b.place_; }
        friend bool operator!=(const iterator &a, const iterator &b) noexcept { return a.place_ != b.place_; }
        friend bool operator<(const iterator &a, const iterator &b) noexcept { return a.place_ < b.place_; }
        friend bool operator>(const iterator &a, const iterator &b) noexcept { return a.place_ > b.place_; }
        friend bool operator<=(const iterator &a, const iterator &b) noexcept { return a.place_ <= b.place_; }
        friend bool operator>=(const iterator &a, const iterator &b) noexcept { return a.place_ >= b.place_; }

    private:
        const Slices *slices_ = nullptr;
        std::ptrdiff_t place_ = 0;
    };

    /// The parts of a view that its last axes span: 1 for rows, 2 for frames. A view with fewer axes is one part.
    Slices(const View<T> &whole, std::size_t axes) noexcept : whole_(whole), outer_(whole.rank_ > axes ? whole.rank_ - axes : 0) {
        for (std::size_t axis = 0; axis < outer_; ++axis) {
            size_ *= static_cast<std::size_t>(whole_.shape_[axis]);
        }
    }

    std::size_t size() const noexcept { return size_; }
    bool empty() const noexcept { return size_ == 0; }
    /// A part. Nothing is checked.
    View<T> operator[](std::ptrdiff_t place) const noexcept {
        const std::size_t inner = whole_.rank_ - outer_;
        return View<T>(whole_.owner_, whole_.data_ + whole_.offset(place, outer_), {whole_.shape_.data() + outer_, inner},
                       {whole_.strides_.data() + outer_, inner});
    }
    iterator begin() const noexcept { return {this, 0}; }
    iterator end() const noexcept { return {this, static_cast<std::ptrdiff_t>(size_)}; }

private:
    /// A view of its own, so that the view that was asked may be gone.
    View<T> whole_;
    std::size_t outer_;
    std::size_t size_ = 1;
};

STONER_NAMESPACE_END

#endif
