/// @file frames.hpp
/// The frames of a stack as images.

#ifndef STONER_FRAMES_HPP
#define STONER_FRAMES_HPP

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "image.hpp"

STONER_NAMESPACE_BEGIN

/// The frames of a stack, made one by one as they are asked for. Holds the stack, whose pixels they share.
class Frames {
public:
    class iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Image;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = Image;

        iterator() noexcept = default;
        iterator(const Frames *frames, std::ptrdiff_t place) noexcept : frames_(frames), place_(place) {}

        Image operator*() const { return (*frames_)[place_]; }
        iterator &operator++() noexcept {
            ++place_;
            return *this;
        }
        iterator operator++(int) noexcept { return std::exchange(*this, iterator(frames_, place_ + 1)); }
        friend bool operator==(const iterator &a, const iterator &b) noexcept { return a.place_ == b.place_; }
        friend bool operator!=(const iterator &a, const iterator &b) noexcept { return a.place_ != b.place_; }

    private:
        const Frames *frames_ = nullptr;
        std::ptrdiff_t place_ = 0;
    };

    Frames(Image image, const std::vector<std::int64_t> &shape, ContextRef context)
        : image_(std::move(image)), stack_(shape.size() > 2), size_(stack_ ? static_cast<std::size_t>(shape[0]) : 1), context_(context) {}

    std::size_t size() const noexcept { return size_; }
    bool empty() const noexcept { return size_ == 0; }
    /// A frame. Where there is no memory: an exception, or without exceptions an empty image.
    Image operator[](std::ptrdiff_t place) const {
        if (!stack_) {
            return image_;
        }
#if STONER_EXCEPTIONS
        return image_.frame(place, context_);
#else
        return image_.try_frame(place, context_).value_or(Image());
#endif
    }
    iterator begin() const noexcept { return {this, 0}; }
    iterator end() const noexcept { return {this, static_cast<std::ptrdiff_t>(size_)}; }

private:
    Image image_;
    bool stack_;
    std::size_t size_;
    ContextRef context_;
};

inline Result<Frames> Image::try_frames(ContextRef context) const {
    const auto lengths = try_shape(context);
    if (!lengths) {
        return lengths.error();
    }
    return Frames(*this, *lengths, context);
}

#if STONER_EXCEPTIONS
inline Frames Image::frames(ContextRef context) const { return try_frames(context).value(); }
#endif

STONER_NAMESPACE_END

#endif
