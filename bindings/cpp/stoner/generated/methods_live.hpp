/// @file methods_live.hpp
/// The members of Live that are functions of C.
/// Made from interface/interface.json by bindings/generator: do not edit.

#ifndef STONER_METHODS_LIVE_HPP
#define STONER_METHODS_LIVE_HPP

#include "../context.hpp"
#include "../handle.hpp"
#include "../keywords.hpp"
#include "options.hpp"

STONER_NAMESPACE_BEGIN

namespace detail {

template <class Tag> class LiveMethods : public Owner<stoner_live> {
public:
#if STONER_EXCEPTIONS
    // Live images: while the scan runs
    //
    // An acquisition program pushes points as they are measured, in any order, and takes an image at any moment. Each
    // point is sorted into the pixel of a regular grid in which it lies (or shared among the four around it), and each
    // pixel sums counts and monitor over its points. The value of a pixel is the ratio of both, times `reference`: I /
    // I0 where the monitor is I0, and the mean counts of a point where there is no monitor and `reference` is 1.
    //
    // A push costs each point the same however many there are, and needs no memory after live_new. The sums do not
    // depend on how points were divided into pushes: the last image is, bit for bit, that of all points pushed at once.
    // One thread may push while another takes images; each waits for the other's call to end.

    /// Takes an image of all points so far: f64, masked where no point is, with a map, the metadata of
    /// Live::set_metadata, and the planes "coverage" (the number of points in each pixel) and "error" (the standard
    /// error where photons are counted: the root of the counts, that of one count where there are none). The entries
    /// "live.points", "live.outside", "live.invalid" and "live.coverage" are those of Live::state.
    Image image(ContextRef context = {}) const;

    /// How far the measurement is.
    LiveStateResult state(ContextRef context = {}) const;

    /// Forgets all points, for the next frame. Grid and metadata stay.
    void reset(ContextRef context = {});

    /// Gives metadata (energy, dwell, polarization, ...) to the images that are taken from now on. They are copied. The
    /// images' own positions and planes replace entries of these names.
    void set_metadata(const Metadata &metadata, ContextRef context = {});

#endif

    // The same without exceptions: each of these gives the result or the error of the function with its name.

    Result<Image> try_image(ContextRef context = {}) const;
    Result<LiveStateResult> try_state(ContextRef context = {}) const;
    Result<void> try_reset(ContextRef context = {});
    Result<void> try_set_metadata(const Metadata &metadata, ContextRef context = {});

protected:
    using Owner<stoner_live>::Owner;
};

} // namespace detail

STONER_NAMESPACE_END

#endif
