/// @file options.hpp
/// What calls take by name, and what gives several results.
/// Made from interface/interface.json by bindings/generator: do not edit.

#ifndef STONER_OPTIONS_HPP
#define STONER_OPTIONS_HPP

#include <array>
#include <complex>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "../arguments.hpp"

STONER_NAMESPACE_BEGIN

/// Of instruction_set.
struct InstructionSetResult {
    /// What they use, never InstructionSet::best.
    InstructionSet instruction_set{};
    /// The best that the processor has.
    InstructionSet best{};
};

/// Of load_stxm.
struct LoadStxmOptions {
    /// False: the pixels as they were measured; true: interpolated linearly from the measured positions onto the
    /// nominal grid, as Image::gridimage does without options: grid points without data or in a hole of the data are
    /// masked.
    bool regrid = false;
    /// True: divided by the ring current, which is regridded first when the image is; pixels whose current is not a
    /// number above 0 are masked before that, and a warning counts them.
    bool bcn = false;
};

/// Of Image::save.
struct SaveOptions {
    /// "tif", "png", "npy", "nxs" (also "hdf5", "h5", "hdf"), or several with commas between: each file then gets the
    /// extension of its format (.tiff for "tif"), in place of an image's; any other ("scan_708.1") is part of the name.
    /// Not given: one file in the format of the name's extension.
    std::optional<std::string> formats{};
    /// For TIFF; see Image::save_tiff.
    bool forcetype = false;
};

/// Of Scan::shape.
struct ScanShapeOptions {
    /// An entry's name; not given: the default one.
    std::optional<std::string> entry{};
    /// A detector's or monitor's name; not given: the entry's default one.
    std::optional<std::string> detector{};
};

/// Of Scan::dtype.
struct ScanDtypeOptions {
    /// An entry's name; not given: the default one.
    std::optional<std::string> entry{};
    /// A detector's or monitor's name; not given: the entry's default one.
    std::optional<std::string> detector{};
};

/// Of Scan::frame_count.
struct ScanFrameCountOptions {
    /// An entry's name; not given: the default one.
    std::optional<std::string> entry{};
    /// A detector's or monitor's name; not given: the entry's default one.
    std::optional<std::string> detector{};
};

/// Of Scan::axis_name.
struct ScanAxisNameOptions {
    /// An entry's name; not given: the default one.
    std::optional<std::string> entry{};
    /// A detector's or monitor's name; not given: the entry's default one.
    std::optional<std::string> detector{};
};

/// Of Scan::axis_unit.
struct ScanAxisUnitOptions {
    /// An entry's name; not given: the default one.
    std::optional<std::string> entry{};
    /// A detector's or monitor's name; not given: the entry's default one.
    std::optional<std::string> detector{};
};

/// Of Scan::axis_values.
struct ScanAxisValuesOptions {
    /// An entry's name; not given: the default one.
    std::optional<std::string> entry{};
    /// A detector's or monitor's name; not given: the entry's default one.
    std::optional<std::string> detector{};
};

/// Of Scan::axis_role.
struct ScanAxisRoleOptions {
    /// An entry's name; not given: the default one.
    std::optional<std::string> entry{};
    /// A detector's or monitor's name; not given: the entry's default one.
    std::optional<std::string> detector{};
};

/// Of Scan::axis_direction.
struct ScanAxisDirectionOptions {
    /// An entry's name; not given: the default one.
    std::optional<std::string> entry{};
    /// A detector's or monitor's name; not given: the entry's default one.
    std::optional<std::string> detector{};
};

/// Of Scan::quantity.
struct ScanQuantityOptions {
    /// An entry's name; not given: the default one.
    std::optional<std::string> entry{};
    /// A detector's or monitor's name; not given: the entry's default one.
    std::optional<std::string> detector{};
};

/// Of Scan::image.
struct ScanImageOptions {
    /// An entry's name; not given: the default one.
    std::optional<std::string> entry{};
    /// A detector's or monitor's name; not given: the entry's default one.
    std::optional<std::string> detector{};
};

/// Of Scan::frame.
struct ScanFrameOptions {
    /// An entry's name; not given: the default one.
    std::optional<std::string> entry{};
    /// A detector's or monitor's name; not given: the entry's default one.
    std::optional<std::string> detector{};
};

/// Of Scan::spectrum.
struct ScanSpectrumOptions {
    /// An entry's name; not given: the default one.
    std::optional<std::string> entry{};
    /// A detector's or monitor's name; not given: the entry's default one.
    std::optional<std::string> detector{};
    /// {xmin, xmax, ymin, ymax} in pixels of a frame, upper exclusive, extent for the end; not given: the whole.
    Box box{};
    /// An image of a frame's shape that is not 0 in the pixels of the region; instead of a box. A masked pixel of it is
    /// outside.
    const Image *region = nullptr;
};

/// Of Scan::points.
struct ScanPointsOptions {
    /// An entry's name; not given: the default one.
    std::optional<std::string> entry{};
    /// A detector's or monitor's name; not given: the entry's default one.
    std::optional<std::string> detector{};
};

/// Of Scan::completeness.
struct ScanCompletenessOptions {
    /// An entry's name; not given: the default one.
    std::optional<std::string> entry{};
    /// A detector's or monitor's name; not given: the entry's default one.
    std::optional<std::string> detector{};
};

/// Of Scan::refresh.
struct ScanRefreshOptions {
    /// An entry's name; not given: the default one.
    std::optional<std::string> entry{};
    /// A detector's or monitor's name; not given: the entry's default one.
    std::optional<std::string> detector{};
    /// Receives, where it is given: receives the first frame that is new.
    std::int64_t *first = nullptr;
    /// Receives, where it is given: receives the number of frames from it on.
    std::int64_t *n = nullptr;
};

/// Of live_new.
struct LiveNewOptions {
    /// To which pixels a point goes.
    Spread spread = Spread::nearest;
    /// What counts are given for: counts for so much of the monitor.
    double reference = 1.0;
    /// The unit of x and y, "µm" for example; not given: none.
    std::optional<std::string> unit{};
};

/// Of Live::state.
struct LiveStateResult {
    /// Receives the number of points that were pushed.
    std::int64_t points{};
    /// Receives the number of those that lie outside of the grid.
    std::int64_t outside{};
    /// Receives the number of those with a position, counts or monitor that is not finite, or a monitor that is not
    /// above 0.
    std::int64_t invalid{};
    /// Receives the part of the pixels that have points.
    double coverage{};
};

/// Of Context::warning_count.
struct ContextWarningCountResult {
    /// The number of warnings that Context::warning gives.
    std::int64_t kept{};
    /// The number of those that came after.
    std::int64_t dropped{};
};

/// Of Image::rotate.
struct RotateOptions {
    /// True: the result is as large as the rotated image needs; false: as large as the image.
    bool resize = false;
    /// 2 values, x and y in pixels, of what does not move; not given: the middle, ((columns - 1) / 2, (rows - 1) / 2).
    std::optional<std::array<double, 2>> centre_xy{};
    /// Of interpolation: 0 nearest, 1 linear, 3 cubic (Catmull-Rom, without a filter before), 2, 4, 5 B-splines through
    /// the pixels; Interpolation::by_default: nearest for bool, else linear.
    Interpolation order = Interpolation::by_default;
    /// Mode: the values beyond the edges, whose pixels are masked in a constant mode. All modes interpolate over the
    /// edge, as skimage's do.
    Mode mode = Mode::constant;
    /// The constant beneath the mask, in the values of the result.
    double cval = 0.0;
    /// True: values are limited to the range of the image; false: not.
    bool clip = true;
    /// True: integers keep their values; false: they are divided by their dtype's maximum. At order 0 they stay.
    bool preserve_range = false;
};

/// Of Image::translate.
struct TranslateOptions {
    /// True: writes the metadata `translation` (x, y) and `translation_limits` (as Image::translate_limits).
    bool add_metadata = false;
    /// Of interpolation, as for Image::rotate; Interpolation::by_default: nearest for bool, else cubic.
    Interpolation order = Interpolation::by_default;
    /// As for Image::rotate.
    Mode mode = Mode::wrap;
    /// The constant that stands beyond the edges in a constant mode; not given: the mean.
    std::optional<double> cval{};
};

/// Of Image::register_.
struct RegisterOptions {
    /// Gauss_newton, scharr, chi2_shift, imreg_dft or cv2.
    std::optional<std::string> method{};
    /// {xmin, xmax, ymin, ymax} in pixels, upper exclusive, extent as far as there is: the part of both images that is
    /// used; not given: the whole.
    Box box{};
    /// Both are enlarged (below 1: made smaller) by this factor first. The results are in pixels of the images.
    double scale = 1.0;
    /// Prefilter: what is done to both first.
    Prefilter prefilter = Prefilter::none;
    /// The Gaussian's; used only with Prefilter::gaussian.
    double prefilter_sigma = 1.0;
    /// The movement is found to 1 / upsample_factor pixels; 0: as well as the method can (its own default).
    double upsample_factor = 0.0;
    /// Structure weaker than this fraction of the strongest gradient takes no part; 0: all takes part.
    double threshold = 0.0;
    /// True: a method that can looks for a rotation (imreg_dft).
    bool rotation = false;
    /// True: a method that can looks for a change of scale (imreg_dft).
    bool scaling = false;
    /// Receives, where it is given: its standard errors.
    std::array<double, 2> *sigma = nullptr;
    /// Receives, where it is given: by which the content is to be turned before, in radians, clockwise on the screen,
    /// about the middle of what both boxes have in common.
    double *angle = nullptr;
    /// Receives, where it is given: the factor by which the content is to be enlarged about it.
    double *magnification = nullptr;
    /// Receives, where it is given: the method's further results.
    Metadata *details = nullptr;
};

/// Of Image::align.
struct AlignOptions {
    /// Gauss_newton, scharr, chi2_shift, imreg_dft or cv2.
    std::optional<std::string> method{};
    /// {xmin, xmax, ymin, ymax} as for Image::register_; not given: the whole.
    Box box{};
    /// Both are enlarged (below 1: made smaller) by this factor first. The results are in pixels of the images.
    double scale = 1.0;
    /// Prefilter: what is done to both first.
    Prefilter prefilter = Prefilter::none;
    /// The Gaussian's; used only with Prefilter::gaussian.
    double prefilter_sigma = 1.0;
    /// The movement is found to 1 / upsample_factor pixels; 0: as well as the method can.
    double upsample_factor = 0.0;
    /// Structure weaker than this fraction of the strongest gradient takes no part; 0: all takes part.
    double threshold = 0.0;
    /// True: a method that can looks for a rotation (imreg_dft).
    bool rotation = false;
    /// True: a method that can looks for a change of scale (imreg_dft).
    bool scaling = false;
    /// Of the spline by which the image is moved: 0 nearest, 1 linear, 2 to 5 B-splines through the pixels;
    /// Interpolation::by_default: cubic. The section "Registration: aligning images, drift" says what each takes from
    /// noise.
    Interpolation order = Interpolation::by_default;
    /// Mode: the values beyond the edges, whose pixels are masked.
    Mode mode = Mode::constant;
    /// The constant, beneath the mask; NaN is allowed with Mode::constant.
    double cval = std::numeric_limits<double>::quiet_NaN();
    /// True: the image is moved; false: the result is the image with its new metadata alone.
    bool do_shift = true;
};

/// Of Image::correct_drift.
struct CorrectDriftOptions {
    /// Structure weaker than this fraction of the strongest gradient takes no part.
    double threshold = 0.005;
    /// The movement is rounded to 1 / upsample_factor pixels; infinity: not rounded.
    double upsample_factor = 50.0;
    /// {xmin, xmax, ymin, ymax} as for Image::register_, so that annotations are not taken for features; not given: the
    /// whole.
    Box box{};
    /// True: the image is moved; false: the result is the image with its new metadata alone.
    bool do_shift = true;
};

/// Of Image::align_stack.
struct AlignStackOptions {
    /// Series: which frames are compared.
    Series series = Series::reference;
    /// The index of the frame that stays where it is.
    std::int64_t reference = 0;
    /// Gauss_newton, scharr, chi2_shift, imreg_dft or cv2. Translations alone are looked for.
    std::optional<std::string> method{};
    /// {xmin, xmax, ymin, ymax} as for Image::register_; not given: the whole.
    Box box{};
    /// Both are enlarged (below 1: made smaller) by this factor first. The results are in pixels of the images.
    double scale = 1.0;
    /// Prefilter: what is done to both first.
    Prefilter prefilter = Prefilter::none;
    /// The Gaussian's; used only with Prefilter::gaussian.
    double prefilter_sigma = 1.0;
    /// The movement is found to 1 / upsample_factor pixels; 0: as well as the method can.
    double upsample_factor = 0.0;
    /// Structure weaker than this fraction of the strongest gradient takes no part; 0: all takes part.
    double threshold = 0.0;
    /// Of the spline by which the image is moved: 0 nearest, 1 linear, 2 to 5 B-splines through the pixels;
    /// Interpolation::by_default: cubic. The section "Registration: aligning images, drift" says what each takes from
    /// noise.
    Interpolation order = Interpolation::by_default;
    /// Mode: the values beyond the edges, whose pixels are masked.
    Mode mode = Mode::constant;
    /// The constant, beneath the mask; NaN is allowed with Mode::constant.
    double cval = std::numeric_limits<double>::quiet_NaN();
    /// Receives, where it is given: a table with a row for each frame: `frame`, `x`, `y`, the movement of its content
    /// in pixels, `sigma_x`, `sigma_y`, their standard errors against the reference (with Series::neighbour an upper
    /// bound).
    Table *shifts = nullptr;
};

/// Of Image::griddata.
struct GriddataOptions {
    /// Grid::linear, Grid::nearest or Grid::cubic.
    Grid method = Grid::linear;
    /// The value outside the points' convex hull, and at targets that are not numbers. Targets outside by no more than
    /// the rounding of the coordinates count as inside. The method nearest needs it for targets that are not numbers
    /// only.
    double fill_value = std::numeric_limits<double>::quiet_NaN();
    /// True: scales x and y of the points to one length first, for coordinates that are no lengths of one kind.
    bool rescale = false;
};

/// Of Image::gridimage.
struct GridimageOptions {
    /// The measured x of each pixel: an image of the image's shape or of one frame's; not given: the plane "actual_x".
    const Image *points_x = nullptr;
    /// The measured y; not given: the plane "actual_y". Both are given or none.
    const Image *points_y = nullptr;
    /// The x of each new pixel: an image of rank 2, of any shape; not given: the image's grid, "sample_x". Where xi_x
    /// and xi_y are a regular grid they become the new map, else planes "sample_x" and "sample_y".
    const Image *xi_x = nullptr;
    /// The y of each new pixel; not given: "sample_y". Both are given or none.
    const Image *xi_y = nullptr;
    /// Grid::linear, Grid::nearest or Grid::cubic.
    Grid method = Grid::linear;
    /// The value under the mask: GridFill::mean, of the frame's valid pixels, GridFill::value, GridFill::mask.
    GridFill fill_mode = GridFill::mean;
    /// The number for GridFill::value.
    double fill_value = std::numeric_limits<double>::quiet_NaN();
    /// True: scales x and y of the positions to one length first.
    bool rescale = false;
    /// True: first subtracts from the measured positions the median of their difference from the nominal ones (of the
    /// image's own grid, or of xi_x and xi_y of the same shape), one offset for all frames: stages have a constant
    /// offset of several pixels, which leaves a border of the grid without data.
    bool remove_offset = false;
    /// In steps of the scan: the median distances between measured positions of neighbouring pixels, along rows and
    /// along columns (where pixels follow no rows, the side of a square with as much room as each has). A place without
    /// a pixel that takes part within this distance is a hole: its grid points are masked up to the pixels around it,
    /// and a warning counts them. Two lost lines side by side are filled by default, twelve are not; beyond the border
    /// of the data the method nearest goes on. Infinity: no limit.
    double max_distance = 2.0;
    /// Receives, where it is given: the x and y that were subtracted, 0 without remove_offset.
    std::array<double, 2> *offset = nullptr;
};

/// Of Image::draw_circle_perimeter.
struct DrawCirclePerimeterOptions {
    /// Circle::bresenham or Circle::andres.
    Circle method = Circle::bresenham;
    /// Draw::image or Draw::mask.
    Draw target = Draw::image;
};

/// Of Image::draw_ellipse.
struct DrawEllipseOptions {
    /// The angle by which it is turned, clockwise.
    double rotation = 0.0;
    /// Draw::image or Draw::mask.
    Draw target = Draw::image;
};

/// Of Image::draw_ellipse_perimeter.
struct DrawEllipsePerimeterOptions {
    /// The angle by which it is turned, clockwise.
    double orientation = 0.0;
    /// Draw::image or Draw::mask.
    Draw target = Draw::image;
};

/// Of Image::draw_polygon_perimeter.
struct DrawPolygonPerimeterOptions {
    /// True: the polygon is cut to the image first, its outline then runs along the border; false: not.
    bool clip = false;
    /// Draw::image or Draw::mask.
    Draw target = Draw::image;
};

/// Of Image::draw_rectangle_perimeter.
struct DrawRectanglePerimeterOptions {
    /// True: the outline is cut to the image first and then runs along the border; false: not.
    bool clip = false;
    /// Draw::image or Draw::mask.
    Draw target = Draw::image;
};

/// Of Image::draw_square.
struct DrawSquareOptions {
    /// The angle by which it is turned, clockwise.
    double angle = 0.0;
    /// Draw::image or Draw::mask.
    Draw target = Draw::image;
};

/// Of Image::arithmetic_scalar.
struct ArithmeticScalarOptions {
    /// False: the image is `a` and the number `b`; true: the number is `a`, as in 1 / image.
    bool swapped = false;
    /// The dtype of the result, in which is computed; 0: numpy's, the smallest that holds both.
    Dtype dtype = Dtype::by_default;
};

/// Of Image::arithmetic_scalar_into.
struct ArithmeticScalarIntoOptions {
    /// False: the image is `a` and the number `b`; true: the number is `a`, as in 1 / image.
    bool swapped = false;
    /// The dtype of the result, in which is computed; 0: numpy's, the smallest that holds both.
    Dtype dtype = Dtype::by_default;
};

/// Of Image::convert.
struct ConvertOptions {
    /// True: new pixels even where the dtype is already the one asked for; false: they are shared.
    bool force_copy = false;
    /// True: float to integer quantises the range into equal steps (floor); false: rounds to the nearest.
    bool uniform = false;
    /// True: integer to float divides by the integer's maximum; false: keeps the values.
    bool normalise = true;
};

/// Of Image::asfloat.
struct AsfloatOptions {
    /// True: integers are divided by their type's maximum; false: keep their values.
    bool normalise = true;
    /// True: values are clipped to [-1, 1]; a warning when that changes more than 1 % of them.
    bool clip = false;
    /// True: values are clipped to [0, 1].
    bool clip_negative = false;
};

/// Of Image::clip_intensity.
struct ClipIntensityOptions {
    /// True: to [0, 1]; false: to [-1, 1].
    bool clip_negative = false;
    /// 2 values, low and high, that replace these ranges; not given: none.
    std::optional<std::array<double, 2>> limits{};
};

/// Of Image::normalise.
struct NormaliseOptions {
    /// 2 values: the results for the lowest and the highest value.
    std::optional<std::array<double, 2>> scale{};
    /// {xmin, xmax, ymin, ymax}: the box in which lowest and highest are searched; not given: the whole.
    Box sample{};
    /// 2 fractions of the sorted values, which take the place of lowest and highest; values beyond are clipped.
    std::optional<std::array<double, 2>> limits{};
    /// True: masked pixels are scaled too; false: they keep their values. In neither case do they count in the search.
    bool scale_masked = false;
};

/// Of Image::span.
struct SpanResult {
    /// It.
    double min{};
    /// It.
    double max{};
};

/// Of Image::adjust_contrast.
struct AdjustContrastOptions {
    /// 2 values, low and high: fractions of the sorted pixels (percentiles / 100, of a stack over all frames) or,
    /// without percent, values.
    std::optional<std::array<double, 2>> lims{};
    /// True: lims are fractions; false: lims are values.
    bool percent = true;
};

/// Of Image::subtract_image.
struct SubtractImageOptions {
    /// The factor.
    double contrast = 16.0;
    /// True: the result is clipped to [-1, 1], with a warning when that changes more than 1 % of the pixels; false:
    /// not.
    bool clip = true;
    /// Added at the end.
    double offset = 0.5;
};

/// Of Image::threshold_minmax.
struct ThresholdMinmaxOptions {
    /// The lower value.
    double threshmin = 0.1;
    /// The upper value.
    double threshmax = 0.9;
};

/// Of Image::level_image.
struct LevelImageOptions {
    /// Degree along y; of degree 0 nothing is fitted. Not used where `vert` is given.
    std::int32_t poly_vert = 1;
    /// Degree along x; of degree 0 nothing is fitted. Not used where `horiz` is given.
    std::int32_t poly_horiz = 1;
    /// {xmin, xmax, ymin, ymax} in pixels, of the fits; not given: the whole image.
    Box box{};
    /// Coefficients of a polynomial in y to be subtracted unchanged, the highest power first; not given: it is fitted.
    std::vector<double> vert{};
    /// Coefficients of a polynomial in x, as vert; not given: it is fitted.
    std::vector<double> horiz{};
    /// Level::clip: values beyond [-1, 1] are clipped, with a warning when that changes more than 1 % of the pixels, as
    /// in an image of counts; Level::norm: normalised to [-1, 1]; Level::none.
    Level mode = Level::clip;
};

/// Of Image::remove_outliers.
struct RemoveOutliersOptions {
    /// 2 fractions of the sorted pixels, low and high, 0 to 1 (of a stack over all frames).
    std::optional<std::array<double, 2>> percentiles{};
    /// 2 values, for pixels below and above; not given: the values of the percentiles (type 7; of an integer image the
    /// next integers between them).
    std::optional<std::array<double, 2>> replace{};
};

/// Of Image::dtype_limits.
struct DtypeLimitsResult {
    /// The lower end.
    double min{};
    /// The upper end.
    double max{};
};

/// Of Image::filter_image.
struct FilterImageOptions {
    /// 2 standard deviations in pixels, along x and along y.
    std::optional<std::array<double, 2>> sigma_xy{};
    /// The values beyond the edges.
    Mode mode = Mode::nearest;
    /// The value beyond the edges of the modes with a constant.
    double cval = 0.0;
    /// Where the Gaussian is cut off, in standard deviations.
    double truncate = 4.0;
    /// True: integers keep their values; false: they are divided by their type's maximum.
    bool preserve_range = false;
};

/// Of Image::gaussian_filter.
struct GaussianFilterOptions {
    /// 2 orders, along x and along y: 0 smooths, 1 to 20 is that derivative.
    std::optional<std::array<std::int32_t, 2>> order_xy{};
    /// 2 values: the values beyond the edges in x and in y; 0 among them is Mode::reflect.
    std::optional<std::array<Mode, 2>> mode_xy{};
    /// The value beyond the edges of the modes with a constant.
    double cval = 0.0;
    /// Where the Gaussian is cut off, in standard deviations.
    double truncate = 4.0;
};

/// Of Image::sgolay2d.
struct Sgolay2dOptions {
    /// The window's width and height, odd, and at most the image's.
    std::int64_t points = 15;
    /// The polynomial's total degree in x and y, below `points`.
    std::int32_t poly = 1;
    /// Sgolay::smooth, Sgolay::x or Sgolay::y (per pixel, along the columns or the rows), Sgolay::both.
    Sgolay derivative = Sgolay::smooth;
    /// Receives, where it is given: with Sgolay::both a second new image: the gradient's direction in radians,
    /// clockwise on the screen from +x; otherwise not written.
    Image *angle = nullptr;
};

/// Of Image::fft.
struct FftOptions {
    /// True: frequency 0 stands in the middle, at column columns / 2 and row rows / 2 rounded down; false: at column 0
    /// and row false.
    bool shift = true;
    /// Fft::magnitude, Fft::phase (radians, -pi to pi) or Fft::complex.
    Fft output = Fft::magnitude;
    /// True: frequency 0 and its eight neighbours are replaced by the mean magnitude of all others.
    bool remove_dc = false;
    /// Sigma in pixels of a blur of magnitude or phase, which goes on over the edges to the other side, as a spectrum
    /// does; 0: none.
    double gaussian = 0.0;
    /// The window by which the image is multiplied first, round as skimage.filters.window makes it. Not given: nothing.
    /// Names are those of scipy.signal.windows and its short ones: boxcar, triang, parzen, bohman, blackman, nuttall,
    /// blackmanharris, flattop, bartlett, hann, hamming, barthann, cosine, lanczos; with parameters in parentheses
    /// exponential(tau; 1), tukey(alpha; 0.5), taylor(nbar, sll; 4, 30), kaiser(beta), kaiser_bessel_derived(beta),
    /// gaussian(std), general_gaussian(power, width), general_hamming(alpha), chebwin(attenuation in dB),
    /// dpss(normalised half-bandwidth), general_cosine(coefficients), where the numbers behind the semicolon are the
    /// defaults: "tukey(0.25)". A number alone is a Kaiser window's beta: "8.6".
    std::optional<std::string> window{};
};

/// Of Image::profile_line.
struct ProfileLineOptions {
    /// The width across the line in pixels, over which the mean is taken. Along and across there are at most 2^27
    /// points.
    std::int64_t linewidth = 1;
    /// Of interpolation: 0 nearest, 1 linear, 2 to 5 B-splines through the pixels; Interpolation::by_default: nearest
    /// for bool, else linear.
    Interpolation order = Interpolation::by_default;
    /// Mode: the values beyond the edges. All modes interpolate over the edge.
    Mode mode = Mode::constant;
    /// The constant.
    double cval = 0.0;
    /// True: the ends are moved into the image, to pixel 0 or the last; false: not.
    bool constrain = true;
    /// True: `src`, `dst` and the table are in the units of the image's map or, where there is none, by the metadata
    /// `MicronsPerPixel`; false: in pixels.
    bool real_units = false;
};

/// Of Image::profile_line_x.
struct ProfileLineXOptions {
    /// The width across the line in pixels, over which the mean is taken. Along and across there are at most 2^27
    /// points.
    std::int64_t linewidth = 1;
    /// Of interpolation: 0 nearest, 1 linear, 2 to 5 B-splines through the pixels; Interpolation::by_default: nearest
    /// for bool, else linear.
    Interpolation order = Interpolation::by_default;
    /// Mode: the values beyond the edges. All modes interpolate over the edge.
    Mode mode = Mode::constant;
    /// The constant.
    double cval = 0.0;
    /// True: the ends are moved into the image, to pixel 0 or the last; false: not.
    bool constrain = true;
    /// True: `src`, `dst` and the table are in the units of the image's map or, where there is none, by the metadata
    /// `MicronsPerPixel`; false: in pixels.
    bool real_units = false;
};

/// Of Image::profile_line_y.
struct ProfileLineYOptions {
    /// The width across the line in pixels, over which the mean is taken. Along and across there are at most 2^27
    /// points.
    std::int64_t linewidth = 1;
    /// Of interpolation: 0 nearest, 1 linear, 2 to 5 B-splines through the pixels; Interpolation::by_default: nearest
    /// for bool, else linear.
    Interpolation order = Interpolation::by_default;
    /// Mode: the values beyond the edges. All modes interpolate over the edge.
    Mode mode = Mode::constant;
    /// The constant.
    double cval = 0.0;
    /// True: the ends are moved into the image, to pixel 0 or the last; false: not.
    bool constrain = true;
    /// True: `src`, `dst` and the table are in the units of the image's map or, where there is none, by the metadata
    /// `MicronsPerPixel`; false: in pixels.
    bool real_units = false;
};

/// Of Image::radial_coordinates.
struct RadialCoordinatesOptions {
    /// (x, y) in pixels, NaN for the default of one; not given: (columns / 2, rows / 2), as in the original.
    std::optional<std::array<double, 2>> centre{};
    /// 2 values, the width and height of a pixel; not given: 1 and 1.
    std::optional<std::array<double, 2>> pixel_size{};
    /// True: the pixel size of the image's map, and `pixel_size` is not given.
    bool size_from_map = false;
    /// Radial::distance, Radial::angle (0 at the centre) or Radial::complex.
    Radial which = Radial::distance;
    /// Where angles begin.
    Angles angles = Angles::from_right;
};

/// Of Image::radial_profile.
struct RadialProfileOptions {
    /// Not given: all angles; one: those around it; two: from the first to the second, both included, in the sense in
    /// which angles grow, a full turn making no difference (3 to -3 crosses pi).
    std::vector<double> angle{};
    /// Around one angle the width of the sector in radians; 0: one pixel wide at each radius.
    double sector_width = 0.0;
    /// The edges of the rings, rising numbers, one more than rings; not given: from 0 to where the image's edge begins,
    /// 1 wide, or with `size_from_map` as wide as a pixel's smaller side.
    std::vector<double> r{};
    /// (x, y) in pixels, NaN for the default of one; not given: (columns / 2, rows / 2), as in the original.
    std::optional<std::array<double, 2>> centre{};
    /// 2 values, the width and height of a pixel; not given: 1 and 1.
    std::optional<std::array<double, 2>> pixel_size{};
    /// True: the pixel size of the image's map, and `pixel_size` is not given.
    bool size_from_map = false;
    /// Where angles begin.
    Angles angles = Angles::from_right;
};

/// Of Image::hist.
struct HistOptions {
    /// The number of bins of one size; 0: 10, or those of `edges`.
    std::int64_t bins = 0;
    /// Numbers that do not decrease; not given: `bins` of one size.
    std::vector<double> edges{};
    /// (lowest edge, highest edge) of bins of one size; not given: the least and the greatest pixel (1 wide around the
    /// only value where there is but one).
    std::optional<std::array<double, 2>> range{};
};

/// Of auto_fit_fontsize.
struct AutoFitFontsizeOptions {
    /// True: the factor may be below true.
    bool scale_down = true;
    /// True: the factor may be above true.
    bool scale_up = false;
};

/// Of Image::map.
struct MapResult {
    /// The position of the pixel in column 0, row 0.
    std::array<double, 2> origin{};
    /// Row-major.
    std::array<double, 4> step{};
};

/// Of Image::set_map.
struct SetMapOptions {
    /// 4 values, row-major; not given removes the map (`origin` is then ignored).
    std::optional<std::array<double, 4>> step{};
    /// Of the coordinate x.
    std::optional<std::string> name_x{};
    /// Of the coordinate y.
    std::optional<std::string> name_y{};
    /// Not given: none.
    std::optional<std::string> unit_x{};
    /// Not given: none.
    std::optional<std::string> unit_y{};
};

/// Of Image::pixel_size.
struct PixelSizeResult {
    /// The width.
    double width{};
    /// The height.
    double height{};
};

/// Of Image::position.
struct PositionResult {
    /// X.
    double x{};
    /// Y.
    double y{};
};

/// Of Image::set_frame_axis.
struct SetFrameAxisOptions {
    /// "energy" for example; not given is enough without values.
    std::optional<std::string> name{};
    /// Not given or "": none.
    std::optional<std::string> unit{};
};

/// Of Image::astype.
struct AstypeOptions {
    /// The order of the result in memory: Order::k (also 0: axes as they are), C, F, A.
    Order order = Order::k;
    /// What may be lost: Casting::unsafe everything, NO, EQUIV, SAFE, SAME_KIND less.
    Casting casting = Casting::unsafe;
};

/// Of Image::take.
struct TakeOptions {
    /// Negative ones count from the end; not given: of all elements in a row.
    std::optional<std::int32_t> axis{};
    /// An index outside: Index::raise is an error, WRAP, CLIP.
    Index mode = Index::raise;
};

/// Of Image::diagonal.
struct DiagonalOptions {
    /// Above 0: that many above the main diagonal; below 0: below it.
    std::int64_t offset = 0;
    /// The rows; negative ones count from the end.
    std::int32_t axis1 = 0;
    /// The columns; 0 and 0 for both axes: 0 and 1.
    std::int32_t axis2 = 1;
};

/// Of Image::clip.
struct ClipOptions {
    /// The lower limit; NaN and not given: none.
    std::optional<Number> min{};
    /// The upper limit; NaN and not given: none. Where the limits are in the wrong order everything becomes this one.
    std::optional<Number> max{};
};

/// Of Image::clip_images.
struct ClipImagesOptions {
    /// An image of lower limits; not given: none.
    const Image *min = nullptr;
    /// An image of upper limits; not given: none.
    const Image *max = nullptr;
};

/// Of Image::all.
struct AllOptions {
    /// The axes to reduce; not given: all.
    std::vector<std::int32_t> axes{};
    /// True: the reduced axes stay with length 1; false: they are removed.
    bool keepdims = false;
};

/// Of Image::any.
struct AnyOptions {
    /// The axes to reduce; not given: all.
    std::vector<std::int32_t> axes{};
    /// True: the reduced axes stay with length 1; false: they are removed.
    bool keepdims = false;
};

/// Of Image::sum.
struct SumOptions {
    /// The axes to reduce; not given: all.
    std::vector<std::int32_t> axes{};
    /// Dtype::bool_ to Dtype::c128: the values are cast to it, and added and given in it; 0: numpy's choice, 64 bits
    /// for integers and bool, else the array's own.
    Dtype dtype = Dtype::by_default;
    /// True: the reduced axes stay with length 1; false: they are removed.
    bool keepdims = false;
};

/// Of Image::prod.
struct ProdOptions {
    /// The axes to reduce; not given: all.
    std::vector<std::int32_t> axes{};
    /// Dtype::bool_ to Dtype::c128: the values are cast to it, and added and given in it; 0: numpy's choice, 64 bits
    /// for integers and bool, else the array's own.
    Dtype dtype = Dtype::by_default;
    /// True: the reduced axes stay with length 1; false: they are removed.
    bool keepdims = false;
};

/// Of Image::product.
struct ProductOptions {
    /// The axes to reduce; not given: all.
    std::vector<std::int32_t> axes{};
    /// Dtype::bool_ to Dtype::c128: the values are cast to it, and added and given in it; 0: numpy's choice, 64 bits
    /// for integers and bool, else the array's own.
    Dtype dtype = Dtype::by_default;
    /// True: the reduced axes stay with length 1; false: they are removed.
    bool keepdims = false;
};

/// Of Image::count.
struct CountOptions {
    /// The axes to reduce; not given: all.
    std::vector<std::int32_t> axes{};
    /// True: the reduced axes stay with length 1; false: they are removed.
    bool keepdims = false;
};

/// Of Image::mean.
struct MeanOptions {
    /// The axes to reduce; not given: all.
    std::vector<std::int32_t> axes{};
    /// Dtype::f32, Dtype::f64, Dtype::c64 or Dtype::c128: the values are cast to it; 0: double for integers and bool,
    /// else the array's own.
    Dtype dtype = Dtype::by_default;
    /// True: the reduced axes stay with length 1; false: they are removed.
    bool keepdims = false;
};

/// Of Image::var.
struct VarOptions {
    /// The axes to reduce; not given: all.
    std::vector<std::int32_t> axes{};
    /// Dtype::f32 or Dtype::f64 (of complex arrays: of their parts): the values are cast to it; 0: double for integers
    /// and bool, else the array's own.
    Dtype dtype = Dtype::by_default;
    /// The divisor is the number of elements less this.
    std::int64_t ddof = 0;
    /// True: the reduced axes stay with length 1; false: they are removed.
    bool keepdims = false;
};

/// Of Image::std.
struct StdOptions {
    /// The axes to reduce; not given: all.
    std::vector<std::int32_t> axes{};
    /// Dtype::f32 or Dtype::f64 (of complex arrays: of their parts): the values are cast to it; 0: double for integers
    /// and bool, else the array's own.
    Dtype dtype = Dtype::by_default;
    /// The divisor is the number of elements less this.
    std::int64_t ddof = 0;
    /// True: the reduced axes stay with length 1; false: they are removed.
    bool keepdims = false;
};

/// Of Image::anom.
struct AnomOptions {
    /// The axes to take the mean over; not given: all.
    std::vector<std::int32_t> axes{};
    /// Dtype::f32, Dtype::f64, Dtype::c64 or Dtype::c128: the values are cast to it; 0: double for integers and bool,
    /// else the array's own.
    Dtype dtype = Dtype::by_default;
};

/// Of Image::min.
struct MinOptions {
    /// The axes to reduce; not given: all.
    std::vector<std::int32_t> axes{};
    /// What masked elements count as, a value of the array's dtype; not given: masked elements take no part.
    std::optional<double> fill_value{};
    /// True: the reduced axes stay with length 1; false: they are removed.
    bool keepdims = false;
};

/// Of Image::max.
struct MaxOptions {
    /// The axes to reduce; not given: all.
    std::vector<std::int32_t> axes{};
    /// What they count as, a value of the array's dtype; not given: masked elements take no part.
    std::optional<double> fill_value{};
    /// True: the reduced axes stay with length 1; false: they are removed.
    bool keepdims = false;
};

/// Of Image::ptp.
struct PtpOptions {
    /// The axes to reduce; not given: all.
    std::vector<std::int32_t> axes{};
    /// What they count as, a value of the array's dtype; not given: masked elements take no part.
    std::optional<double> fill_value{};
    /// True: the reduced axes stay with length 1; false: they are removed.
    bool keepdims = false;
};

/// Of Image::argmin.
struct ArgminOptions {
    /// The axis to reduce; not given: the position in the whole array in C order.
    std::optional<std::int32_t> axis{};
    /// What masked elements count as, a value of the array's dtype; not given: masked elements count as the greatest
    /// value of the dtype.
    std::optional<double> fill_value{};
    /// True: the reduced axes stay with length 1; false: they are removed.
    bool keepdims = false;
};

/// Of Image::argmax.
struct ArgmaxOptions {
    /// The axis to reduce; not given: the position in the whole array in C order.
    std::optional<std::int32_t> axis{};
    /// What masked elements count as, a value of the array's dtype; not given: masked elements count as the least value
    /// of the dtype.
    std::optional<double> fill_value{};
    /// True: the reduced axes stay with length 1; false: they are removed.
    bool keepdims = false;
};

/// Of Image::cumsum.
struct CumsumOptions {
    /// The axis to go along; not given: all elements in C order, as one row.
    std::optional<std::int32_t> axis{};
    /// Dtype::bool_ to Dtype::c128: the values are cast to it, and added and given in it; 0: numpy's choice, 64 bits
    /// for integers and bool, else the array's own.
    Dtype dtype = Dtype::by_default;
};

/// Of Image::cumprod.
struct CumprodOptions {
    /// The axis to go along; not given: all elements in C order, as one row.
    std::optional<std::int32_t> axis{};
    /// Dtype::bool_ to Dtype::c128: the values are cast to it, and added and given in it; 0: numpy's choice, 64 bits
    /// for integers and bool, else the array's own.
    Dtype dtype = Dtype::by_default;
};

/// Of Image::trace.
struct TraceOptions {
    /// Which diagonal: how many columns to the right of the main one, negative to the left.
    std::int64_t offset = 0;
    /// The axis that counts as rows; negative ones count from the end.
    std::int32_t axis1 = 0;
    /// The axis that counts as columns; 0 and 0 for both axes: 0 and 1.
    std::int32_t axis2 = 1;
    /// Dtype::bool_ to Dtype::c128: the result's; 0: double, as numpy.ma's, but complex stays.
    Dtype dtype = Dtype::by_default;
};

/// Of Image::sort.
struct SortOptions {
    /// The axis along which to go; axis_none: all elements in C order, as one row.
    std::optional<std::int32_t> axis = -1;
    /// Where no fill value is given; true: a masked element counts as NaN (complex: infinity; integers and bool: the
    /// greatest), false: as the least value.
    bool endwith = true;
    /// What a masked element counts as, a value of the array's dtype; not given: `endwith` says it.
    std::optional<double> fill_value{};
};

/// Of Image::argsort.
struct ArgsortOptions {
    /// The axis along which to go; axis_none: all elements in C order, as one row.
    std::optional<std::int32_t> axis = -1;
    /// Where no fill value is given; true: a masked element counts as NaN (complex: infinity; integers and bool: the
    /// greatest), false: as the least value.
    bool endwith = true;
    /// A value of the array's dtype; not given: `endwith` says it.
    std::optional<double> fill_value{};
};

/// Of Image::partition.
struct PartitionOptions {
    /// The axis along which to go; axis_none: all elements in C order, as one row.
    std::optional<std::int32_t> axis = -1;
    /// Where no fill value is given; true: a masked element counts as NaN (complex: infinity; integers and bool: the
    /// greatest), false: as the least value.
    bool endwith = true;
    /// A value of the array's dtype; not given: `endwith` says it.
    std::optional<double> fill_value{};
};

/// Of Image::argpartition.
struct ArgpartitionOptions {
    /// The axis along which to go; axis_none: all elements in C order, as one row.
    std::optional<std::int32_t> axis = -1;
    /// Where no fill value is given; true: a masked element counts as NaN (complex: infinity; integers and bool: the
    /// greatest), false: as the least value.
    bool endwith = true;
    /// A value of the array's dtype; not given: `endwith` says it.
    std::optional<double> fill_value{};
};

/// Of Image::searchsorted.
struct SearchsortedOptions {
    /// Side::left: before elements that equal a value; Side::right: behind it.
    Side side = Side::left;
    /// Integers that put the array in order (Image::argsort); not given: it is sorted.
    const Image *sorter = nullptr;
};

/// Of Image::tobytes.
struct TobytesOptions {
    /// The value; for integers the fraction is dropped; not given: the image's own fill value.
    std::optional<double> fill_value{};
    /// Order::c, F, A; K means A.
    Order order = Order::c;
};

/// Of Image::tostring.
struct TostringOptions {
    /// The value; for integers the fraction is dropped; not given: the image's own fill value.
    std::optional<double> fill_value{};
    /// Order::c, F, A; K means A.
    Order order = Order::c;
};

/// Of get_filedialog.
struct GetFiledialogOptions {
    /// Dialog::file, Dialog::directory, Dialog::save or Dialog::files.
    Dialog what = Dialog::file;
    /// For the dialog; not given: none.
    std::optional<std::string> title{};
    /// The names of interest, with spaces between: "*.tif *.tiff"; not given: those of the files that can be loaded.
    std::optional<std::string> patterns{};
};

STONER_NAMESPACE_END

#endif
