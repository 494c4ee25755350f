/// @file constants.hpp
/// The library's constants as enumerations.
/// Made from interface/interface.json by bindings/generator: do not edit.

#ifndef STONER_CONSTANTS_HPP
#define STONER_CONSTANTS_HPP

#include <cstdint>

#include "stoner.h"
#include "../config.hpp"

STONER_NAMESPACE_BEGIN

/// Status: what calls give back.
enum class Status : std::int32_t {
    /// Success.
    ok = STONER_OK,
    /// An argument has a value that the function does not take.
    invalid_argument = STONER_ERR_INVALID_ARGUMENT,
    /// A handle was freed, belongs to another type or was never issued.
    invalid_handle = STONER_ERR_INVALID_HANDLE,
    /// A required pointer is not given.
    null_pointer = STONER_ERR_NULL_POINTER,
    /// A string is not valid UTF-8.
    invalid_utf8 = STONER_ERR_INVALID_UTF8,
    /// The buffer is too small; where there is a `length`, it says what is needed.
    buffer_too_small = STONER_ERR_BUFFER_TOO_SMALL,
    /// Memory could not be had, or the size overflows.
    no_memory = STONER_ERR_NO_MEMORY,
    /// The call was cancelled through its context.
    cancelled = STONER_ERR_CANCELLED,
    /// The function needs a hook for dialogs and none is set.
    not_interactive = STONER_ERR_NOT_INTERACTIVE,
    /// The request makes sense, but is not supported.
    unsupported = STONER_ERR_UNSUPPORTED,
    /// A defect of the library, caught before it could harm the caller.
    internal = STONER_ERR_INTERNAL,
    /// An index, a box or an axis lies outside what there is.
    out_of_range = STONER_ERR_OUT_OF_RANGE,
    /// Shapes or ranks do not fit.
    shape = STONER_ERR_SHAPE,
    /// The dtype is not one that the function takes.
    dtype = STONER_ERR_DTYPE,
    /// The data do not determine a result: a constant image to normalise, everything masked.
    no_result = STONER_ERR_NO_RESULT,
    /// There is no metadata entry under that key.
    key_not_found = STONER_ERR_KEY_NOT_FOUND,
    /// The metadata entry has another type.
    metadata_type = STONER_ERR_METADATA_TYPE,
    /// There is no such file.
    file_not_found = STONER_ERR_FILE_NOT_FOUND,
    /// Reading or writing failed in the operating system.
    io = STONER_ERR_IO,
    /// The file is not of a format that can be read.
    format = STONER_ERR_FORMAT,
    /// The file is damaged or incomplete.
    corrupt = STONER_ERR_CORRUPT,
    /// Another program is writing the file.
    being_written = STONER_ERR_BEING_WRITTEN,
    /// A file is not the one any more that was opened.
    changed = STONER_ERR_CHANGED,
    /// Two images have polarizations that cannot be combined.
    polarization = STONER_ERR_POLARIZATION,
};

/// For Context::warning_code.
enum class Warning : std::int32_t {
    /// None of the others.
    other = STONER_WARNING_OTHER,
    /// Planes or the map were dropped, because pixels no longer have positions, or moved.
    positions_dropped = STONER_WARNING_POSITIONS_DROPPED,
    /// Values lost precision.
    precision = STONER_WARNING_PRECISION,
    /// Values lost their sign.
    sign = STONER_WARNING_SIGN,
    /// Values outside of the range were clipped, or cannot be represented in the dtype.
    clipped = STONER_WARNING_CLIPPED,
    /// A request was reduced to what the data allow.
    reduced = STONER_WARNING_REDUCED,
    /// A registration has another solution that is nearly as good.
    ambiguous = STONER_WARNING_AMBIGUOUS,
    /// A result has large standard errors.
    uncertain = STONER_WARNING_UNCERTAIN,
    /// A frame of a stack has no result.
    frame_failed = STONER_WARNING_FRAME_FAILED,
    /// Parts of a file are damaged and left out.
    file_damaged = STONER_WARNING_FILE_DAMAGED,
    /// Parts of a file cannot be loaded into an image: colours, transparency, further pictures.
    file_reduced = STONER_WARNING_FILE_REDUCED,
    /// Measured positions or detector values of a file are left out, or were not measured.
    not_measured = STONER_WARNING_NOT_MEASURED,
    /// A picture shows nothing, or lacks characters.
    picture = STONER_WARNING_PICTURE,
    /// A file gives numbers without a unit.
    no_unit = STONER_WARNING_NO_UNIT,
    /// What is combined was taken under other conditions, or a condition is not known.
    unlike = STONER_WARNING_UNLIKE,
    /// Integers do not fit the dtype of a result, and wrapped around.
    overflow = STONER_WARNING_OVERFLOW,
    /// What a file does not say, or says against the rules of its format, was assumed.
    assumed = STONER_WARNING_ASSUMED,
};

/// For set_instruction_set, instruction_set.
enum class InstructionSet : std::int32_t {
    /// The best that the processor has.
    best = STONER_INSTRUCTION_SET_BEST,
    /// What the library is compiled for: every 64-bit processor of the kind.
    baseline = STONER_INSTRUCTION_SET_BASELINE,
    /// x86-64 with AVX2, FMA, BMI1 and BMI2.
    avx2 = STONER_INSTRUCTION_SET_AVX2,
    /// The same with the F, BW, CD, DQ and VL parts of AVX-512.
    avx512 = STONER_INSTRUCTION_SET_AVX512,
};

/// For Image::from_data, Image::borrow, Image::dtype, Scan::dtype and others.
enum class Dtype : std::int32_t {
    /// The function's own choice of dtype, as its comment says.
    by_default = STONER_DTYPE_DEFAULT,
    /// One byte, 0 or 1.
    bool_ = STONER_BOOL,
    /// `uint8_t`
    u8 = STONER_U8,
    /// `int8_t`
    i8 = STONER_I8,
    /// `uint16_t`
    u16 = STONER_U16,
    /// `int16_t`
    i16 = STONER_I16,
    /// `uint32_t`
    u32 = STONER_U32,
    /// `int32_t`
    i32 = STONER_I32,
    /// `uint64_t`
    u64 = STONER_U64,
    /// `int64_t`
    i64 = STONER_I64,
    /// `float`
    f32 = STONER_F32,
    /// `double`
    f64 = STONER_F64,
    /// Two `float`: real and imaginary part.
    c64 = STONER_C64,
    /// Two `double`: real and imaginary part.
    c128 = STONER_C128,
};

/// For Image::rotate, Image::translate, Image::align, Image::align_stack and others.
enum class Mode : std::int32_t {
    /// The function's own choice of the values beyond the edges of an image, as its comment says.
    by_default = STONER_MODE_DEFAULT,
    /// Beyond the edges: a constant. Between pixels it begins at the outermost pixels' centres (scipy.ndimage
    /// `constant`), but for Image::rotate and Image::translate it is Mode::grid_constant, as skimage.transform's
    /// `constant`.
    constant = STONER_MODE_CONSTANT,
    /// Beyond the edges: a constant, as if there were more pixels (scipy.ndimage `grid-constant`, numpy.pad and
    /// skimage.transform `constant`): k k k k | a b c d | k k k k
    grid_constant = STONER_MODE_GRID_CONSTANT,
    /// Beyond the edges: the outermost pixel (scipy.ndimage `nearest`): a a a a | a b c d | d d d d
    nearest = STONER_MODE_NEAREST,
    /// Mode::nearest, by numpy's and skimage.transform's name.
    edge = STONER_MODE_EDGE,
    /// Beyond the edges: the image reflected at its edge (scipy.ndimage `reflect`): d c b a | a b c d | d c b a
    reflect = STONER_MODE_REFLECT,
    /// Mode::reflect, by numpy's and skimage.transform's name.
    symmetric = STONER_MODE_SYMMETRIC,
    /// Beyond the edges: the image reflected at the outermost pixels' centres (scipy.ndimage `mirror`; numpy and
    /// skimage.transform call this one `reflect`): d c b | a b c d | c b a
    mirror = STONER_MODE_MIRROR,
    /// Beyond the edges: the image again. Between pixels the last pixel coincides with the first (scipy.ndimage
    /// `wrap`), but for Image::rotate and Image::translate it is Mode::grid_wrap, as skimage.transform's `wrap`.
    wrap = STONER_MODE_WRAP,
    /// Beyond the edges: the image again, its first pixel beside its last (scipy.ndimage `grid-wrap`, numpy.pad and
    /// skimage.transform `wrap`): a b c d | a b c d | a b c d
    grid_wrap = STONER_MODE_GRID_WRAP,
};

/// For Image::rotate, Image::translate, Image::align, Image::align_stack and others.
enum class Interpolation : std::int32_t {
    /// The function's own, as its comment says.
    by_default = STONER_INTERPOLATION_DEFAULT,
    /// Order 0: the value of the nearest pixel. In C the number 0 is the default.
    nearest = STONER_INTERPOLATION_NEAREST,
    /// Order 1: linear along both axes.
    linear = STONER_INTERPOLATION_LINEAR,
    /// Order 2: a B-spline of degree 2 through the pixels.
    quadratic = STONER_INTERPOLATION_QUADRATIC,
    /// Order 3: a cubic; which one, the function says.
    cubic = STONER_INTERPOLATION_CUBIC,
    /// Order 4: a B-spline of degree 4 through the pixels.
    quartic = STONER_INTERPOLATION_QUARTIC,
    /// Order 5: a B-spline of degree 5 through the pixels.
    quintic = STONER_INTERPOLATION_QUINTIC,
};

/// For Metadata::type.
enum class Type : std::int32_t {
    /// A metadata value without content.
    none = STONER_TYPE_NONE,
    /// A metadata value: true or false.
    bool_ = STONER_TYPE_BOOL,
    /// A metadata value: an integer.
    i64 = STONER_TYPE_I64,
    /// A metadata value: a real number.
    f64 = STONER_TYPE_F64,
    /// A metadata value: a complex number.
    complex = STONER_TYPE_COMPLEX,
    /// A metadata value: text.
    string = STONER_TYPE_STRING,
    /// A metadata value: bytes that are not text.
    bytes = STONER_TYPE_BYTES,
    /// A metadata value: a date and time in ISO 8601.
    timestamp = STONER_TYPE_TIMESTAMP,
    /// A metadata value: an array of numbers.
    array = STONER_TYPE_ARRAY,
    /// A metadata value: values in a row.
    list = STONER_TYPE_LIST,
    /// A metadata value: named values.
    cluster = STONER_TYPE_CLUSTER,
    /// A metadata value: values in a row of fixed length (a cluster without names).
    tuple = STONER_TYPE_TUPLE,
};

/// For Scan::kind.
enum class ScanKind : std::int32_t {
    /// What was scanned is something else, or not known.
    generic = STONER_SCAN_KIND_GENERIC,
    /// An image of the sample.
    image = STONER_SCAN_KIND_IMAGE,
    /// Images of the sample at several energies.
    stack = STONER_SCAN_KIND_STACK,
    /// Spectra along a line across the sample.
    line_spectrum = STONER_SCAN_KIND_LINE_SPECTRUM,
    /// The spectrum of one point.
    point_spectrum = STONER_SCAN_KIND_POINT_SPECTRUM,
    /// A line across the sample at several positions of the zone plate.
    focus = STONER_SCAN_KIND_FOCUS,
    /// An image by moving the order-sorting aperture.
    osa_image = STONER_SCAN_KIND_OSA_IMAGE,
    /// A line of the order-sorting aperture at several of its positions along the beam.
    osa_focus = STONER_SCAN_KIND_OSA_FOCUS,
    /// An image by moving the detector.
    detector_image = STONER_SCAN_KIND_DETECTOR_IMAGE,
};

/// For Scan::axis_role.
enum class AxisRole : std::int32_t {
    /// Something else runs along the axis, or it is not known.
    other = STONER_AXIS_ROLE_OTHER,
    /// The frames of a stack.
    frame = STONER_AXIS_ROLE_FRAME,
    /// The rows of an image.
    row = STONER_AXIS_ROLE_ROW,
    /// The columns of an image.
    column = STONER_AXIS_ROLE_COLUMN,
    /// The energies of a spectrum.
    spectrum = STONER_AXIS_ROLE_SPECTRUM,
};

/// For Scan::axis_direction.
enum class Direction : std::int32_t {
    /// The points of an axis descend.
    descending = STONER_DIRECTION_DESCENDING,
    /// They have no direction: one point, points that turn back, or none.
    none = STONER_DIRECTION_NONE,
    /// They ascend.
    ascending = STONER_DIRECTION_ASCENDING,
};

/// For Scan::quantity, quantity_name, quantity_unit, Image::quantity.
enum class Quantity : std::int32_t {
    /// The energy of the light.
    energy = STONER_QUANTITY_ENERGY,
    /// The time for which a pixel was measured.
    dwell = STONER_QUANTITY_DWELL,
    /// The polarization of the light in the facility's own numbers: 1 or 0.2 for circular light.
    polarization = STONER_QUANTITY_POLARIZATION,
    /// The sense of the circular polarization: 1, -1, 0.
    helicity = STONER_QUANTITY_HELICITY,
    /// The current in the storage ring.
    ring_current = STONER_QUANTITY_RING_CURRENT,
    /// The sample's horizontal position across the beam.
    sample_x = STONER_QUANTITY_SAMPLE_X,
    /// The sample's vertical position across the beam.
    sample_y = STONER_QUANTITY_SAMPLE_Y,
    /// The zone plate's position along the beam.
    zone_plate = STONER_QUANTITY_ZONE_PLATE,
};

/// For live_new.
enum class Spread : std::int32_t {
    /// A point goes to the pixel in which it lies.
    nearest = STONER_SPREAD_NEAREST,
    /// A point is shared among the four pixels around it, with the weights of bilinear interpolation (cloud in cell).
    /// Its positions count more exactly, and neighbours' errors are no longer independent.
    linear = STONER_SPREAD_LINEAR,
};

/// For Image::translate.
enum class Cval : std::int32_t {
    /// In place of a constant: the mean of the pixels that are neither masked nor NaN.
    mean = STONER_CVAL_MEAN,
    /// The constant is the one given.
    value = STONER_CVAL_VALUE,
};

/// For Image::register_, Image::align, Image::align_stack.
enum class Prefilter : std::int32_t {
    /// Both images are used unchanged.
    none = STONER_PREFILTER_NONE,
    /// Both images are smoothed by a Gaussian.
    gaussian = STONER_PREFILTER_GAUSSIAN,
    /// Of both images the magnitude of the gradient by Scharr's operator is taken.
    scharr = STONER_PREFILTER_SCHARR,
};

/// For Image::align_stack.
enum class Series : std::int32_t {
    /// Each frame is compared with the reference; where that is in doubt, with sure frames near it too.
    reference = STONER_SERIES_REFERENCE,
    /// Each frame is compared with the one before it, with the one before that and with the reference, and the
    /// movements are added up.
    neighbour = STONER_SERIES_NEIGHBOUR,
    /// Each frame is compared with each; the movements fit all of them best, by weighted least squares.
    all_pairs = STONER_SERIES_ALL_PAIRS,
};

/// For Image::griddata, Image::gridimage.
enum class Grid : std::int32_t {
    /// Between the points: linear in each triangle of their Delaunay triangulation.
    linear = STONER_GRID_LINEAR,
    /// Between the points: the value of the nearest one.
    nearest = STONER_GRID_NEAREST,
    /// Between the points: Clough-Tocher's cubic in each triangle, with a continuous gradient.
    cubic = STONER_GRID_CUBIC,
};

/// For Image::gridimage.
enum class GridFill : std::int32_t {
    /// Where there are no data: the mean of the valid pixels, masked.
    mean = STONER_GRID_FILL_MEAN,
    /// Where there are no data: the given number (it may be NaN), masked.
    value = STONER_GRID_FILL_VALUE,
    /// Where there are no data: 0, masked.
    mask = STONER_GRID_FILL_MASK,
};

/// For Image::draw_line, Image::draw_disk, Image::draw_circle, Image::draw_annulus and others.
enum class Draw : std::int32_t {
    /// Onto the pixels: the default.
    image = STONER_DRAW_IMAGE,
    /// Onto the mask.
    mask = STONER_DRAW_MASK,
};

/// For Image::draw_circle_perimeter.
enum class Circle : std::int32_t {
    /// A circle with one pixel in each column of an octant: the default.
    bresenham = STONER_CIRCLE_BRESENHAM,
    /// A circle that leaves no holes between it and the next one.
    andres = STONER_CIRCLE_ANDRES,
};

/// For Image::arithmetic, Image::arithmetic_scalar, Image::arithmetic_into, Image::arithmetic_scalar_into.
enum class Arithmetic : std::int32_t {
    /// a + b.
    add = STONER_ARITHMETIC_ADD,
    /// a - b.
    subtract = STONER_ARITHMETIC_SUBTRACT,
    /// a * b.
    multiply = STONER_ARITHMETIC_MULTIPLY,
    /// a / b; double for integers.
    divide = STONER_ARITHMETIC_DIVIDE,
    /// a / b, rounded down.
    floor_divide = STONER_ARITHMETIC_FLOOR_DIVIDE,
    /// What is left of a after floor division by b; it has the sign of b.
    remainder = STONER_ARITHMETIC_REMAINDER,
    /// a to the power of b. Integers have no negative powers.
    power = STONER_ARITHMETIC_POWER,
    /// The smaller one, or NaN.
    minimum = STONER_ARITHMETIC_MINIMUM,
    /// The greater one, or NaN.
    maximum = STONER_ARITHMETIC_MAXIMUM,
    /// The square root of a * a + b * b.
    hypot = STONER_ARITHMETIC_HYPOT,
    /// The angle of the vector (b, a) in radians, from +b towards +a.
    arctan2 = STONER_ARITHMETIC_ARCTAN2,
};

/// For Image::compare, Image::compare_scalar.
enum class Comparison : std::int32_t {
    /// a == b.
    equal = STONER_COMPARISON_EQUAL,
    /// a != b.
    not_equal = STONER_COMPARISON_NOT_EQUAL,
    /// a < b.
    less = STONER_COMPARISON_LESS,
    /// a <= b.
    less_equal = STONER_COMPARISON_LESS_EQUAL,
    /// a > b.
    greater = STONER_COMPARISON_GREATER,
    /// a >= b.
    greater_equal = STONER_COMPARISON_GREATER_EQUAL,
};

/// For Image::logic.
enum class Logic : std::int32_t {
    /// a and b.
    and_ = STONER_LOGIC_AND,
    /// a or b or both.
    or_ = STONER_LOGIC_OR,
    /// Either a or b.
    xor_ = STONER_LOGIC_XOR,
    /// Not a; b is not given.
    not_ = STONER_LOGIC_NOT,
};

/// For Image::math, Image::math_into.
enum class Math : std::int32_t {
    /// -x.
    negative = STONER_MATH_NEGATIVE,
    /// The magnitude; real for complex images.
    absolute = STONER_MATH_ABSOLUTE,
    /// -1, 0 or 1; NaN for NaN.
    sign = STONER_MATH_SIGN,
    /// x * x.
    square = STONER_MATH_SQUARE,
    /// The square root.
    sqrt = STONER_MATH_SQRT,
    /// 1 / x; double for integers.
    reciprocal = STONER_MATH_RECIPROCAL,
    /// e to the power of x.
    exp = STONER_MATH_EXP,
    /// e to the power of x, less 1: exact for small x.
    expm1 = STONER_MATH_EXPM1,
    /// The natural logarithm.
    log = STONER_MATH_LOG,
    /// The natural logarithm of 1 + x: exact for small x.
    log1p = STONER_MATH_LOG1P,
    /// The logarithm to base 2.
    log2 = STONER_MATH_LOG2,
    /// The logarithm to base 10.
    log10 = STONER_MATH_LOG10,
    /// The sine of an angle in radians.
    sin = STONER_MATH_SIN,
    /// The cosine of an angle in radians.
    cos = STONER_MATH_COS,
    /// The tangent of an angle in radians.
    tan = STONER_MATH_TAN,
    /// The angle in radians that has the sine x.
    arcsin = STONER_MATH_ARCSIN,
    /// The angle in radians that has the cosine x.
    arccos = STONER_MATH_ARCCOS,
    /// The angle in radians that has the tangent x.
    arctan = STONER_MATH_ARCTAN,
    /// The greatest whole number that is not above x.
    floor = STONER_MATH_FLOOR,
    /// The least whole number that is not below x.
    ceil = STONER_MATH_CEIL,
    /// x without what follows the point.
    trunc = STONER_MATH_TRUNC,
    /// Whether x is NaN, as bool.
    isnan = STONER_MATH_ISNAN,
    /// Whether x is infinite, as bool.
    isinf = STONER_MATH_ISINF,
    /// Whether x is neither NaN nor infinite, as bool.
    isfinite = STONER_MATH_ISFINITE,
};

/// For Image::level_image.
enum class Level : std::int32_t {
    /// Values beyond -1 to 1 are clipped: the default of Image::level_image.
    clip = STONER_LEVEL_CLIP,
    /// The values are normalised to -1 to 1.
    norm = STONER_LEVEL_NORM,
    /// The values stay as they are.
    none = STONER_LEVEL_NONE,
};

/// For Image::sgolay2d.
enum class Sgolay : std::int32_t {
    /// Image::sgolay2d: the image smoothed.
    smooth = STONER_SGOLAY_SMOOTH,
    /// Image::sgolay2d: the derivative along x.
    x = STONER_SGOLAY_X,
    /// Image::sgolay2d: the derivative along y.
    y = STONER_SGOLAY_Y,
    /// Image::sgolay2d: magnitude and direction of the gradient.
    both = STONER_SGOLAY_BOTH,
};

/// For Image::fft.
enum class Fft : std::int32_t {
    /// Image::fft: the magnitude.
    magnitude = STONER_FFT_MAGNITUDE,
    /// Image::fft: the phase angle.
    phase = STONER_FFT_PHASE,
    /// Image::fft: the complex transform.
    complex = STONER_FFT_COMPLEX,
};

/// For Image::radial_coordinates.
enum class Radial : std::int32_t {
    /// The distance from the centre, |z|.
    distance = STONER_RADIAL_DISTANCE,
    /// The angle, arg z, in radians between -pi and pi.
    angle = STONER_RADIAL_ANGLE,
    /// z itself.
    complex = STONER_RADIAL_COMPLEX,
};

/// For Image::radial_coordinates, Image::radial_profile.
enum class Angles : std::int32_t {
    /// 0 points right, pi/2 down.
    from_right = STONER_ANGLES_FROM_RIGHT,
    /// 0 points left, pi/2 down, as in the Python original.
    from_left = STONER_ANGLES_FROM_LEFT,
};

/// For Image::reshape, Image::ravel, Image::flatten, Image::astype and others.
enum class Order : std::int32_t {
    /// The function's own order, as its comment says.
    by_default = STONER_ORDER_DEFAULT,
    /// The last axis runs fastest.
    c = STONER_ORDER_C,
    /// The first axis runs fastest.
    f = STONER_ORDER_F,
    /// F if the elements are contiguous in Fortran order and not in C order, else C.
    a = STONER_ORDER_A,
    /// The order of the elements in memory.
    k = STONER_ORDER_K,
};

/// For Image::astype.
enum class Casting : std::int32_t {
    /// The function's own rule, as its comment says.
    by_default = STONER_CASTING_DEFAULT,
    /// Nothing may change.
    no = STONER_CASTING_NO,
    /// The byte order may change (there is one here: as Casting::no).
    equiv = STONER_CASTING_EQUIV,
    /// Every value must fit.
    safe = STONER_CASTING_SAFE,
    /// As SAFE, or the kind stays or widens: bool, unsigned, signed, float, complex.
    same_kind = STONER_CASTING_SAME_KIND,
    /// Everything.
    unsafe = STONER_CASTING_UNSAFE,
};

/// Flag: what calls give back.
enum class Flag : std::int32_t {
    /// A flag of Image::flags: the elements are contiguous in C order.
    c_contiguous = STONER_FLAG_C_CONTIGUOUS,
    /// A flag of Image::flags: the elements are contiguous in Fortran order.
    f_contiguous = STONER_FLAG_F_CONTIGUOUS,
    /// A flag of Image::flags: always, since a handle is a value.
    owndata = STONER_FLAG_OWNDATA,
    /// A flag of Image::flags: always.
    aligned = STONER_FLAG_ALIGNED,
    /// A flag of Image::flags: always, since a handle is a value.
    writeable = STONER_FLAG_WRITEABLE,
};

/// For Image::newbyteorder.
enum class ByteOrder : std::int32_t {
    /// The other byte order.
    swap = STONER_BYTE_ORDER_SWAP,
    /// This machine's.
    native = STONER_BYTE_ORDER_NATIVE,
    /// The lowest byte first.
    little = STONER_BYTE_ORDER_LITTLE,
    /// The highest byte first.
    big = STONER_BYTE_ORDER_BIG,
};

/// For Image::min, Image::max, Image::ptp, Image::argmin and others.
enum class Fill : std::int32_t {
    /// The image's own fill value: what was set, or else the dtype's default.
    by_default = STONER_FILL_DEFAULT,
    /// The given value.
    value = STONER_FILL_VALUE,
    /// The image's own fill value, wherever another one would stand for the default.
    own = STONER_FILL_OWN,
};

/// For Image::put, Image::take, Image::choose.
enum class Index : std::int32_t {
    /// The function's own mode, as its comment says.
    by_default = STONER_INDEX_DEFAULT,
    /// An index outside is an error; negative ones count from the end.
    raise = STONER_INDEX_RAISE,
    /// An index outside starts again from the other end.
    wrap = STONER_INDEX_WRAP,
    /// An index outside becomes the nearest that is inside; negative ones become 0.
    clip = STONER_INDEX_CLIP,
};

/// For Image::searchsorted.
enum class Side : std::int32_t {
    /// In Image::searchsorted: before elements that equal the value.
    left = STONER_SIDE_LEFT,
    /// In Image::searchsorted: after elements that equal the value.
    right = STONER_SIDE_RIGHT,
};

/// For get_filedialog, Image::get_filename.
enum class Dialog : std::int32_t {
    /// An existing file.
    file = STONER_DIALOG_FILE,
    /// A folder.
    directory = STONER_DIALOG_DIRECTORY,
    /// A file to be written.
    save = STONER_DIALOG_SAVE,
    /// Several existing files.
    files = STONER_DIALOG_FILES,
};

/// The largest rank of an array; a buffer for a shape or for strides has room for as many.
constexpr std::int32_t max_ndim = STONER_MAX_NDIM;

/// In a box: the end of the image. Negative pixels of a box count from the end, as in a slice of Python.
constexpr std::int64_t extent = STONER_EXTENT;

/// An axis that is none: all elements in C order, as one row (numpy's None), where not given means the last axis.
constexpr std::int64_t axis_none = STONER_AXIS_NONE;

/// A polynomial of degree 0: for a degree, the number 0 is the default.
constexpr std::int32_t degree_zero = STONER_DEGREE_ZERO;

STONER_NAMESPACE_END

#endif
