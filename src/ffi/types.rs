//! Types and constants

#![allow(dead_code, reason = "the constants are for C")]

/// The last error, warnings, number of threads, progress and cancellation of the calls that use it.
pub struct stoner_context {
    _opaque: [u8; 0],
}

/// An image: a masked array with planes, map and metadata.
pub struct stoner_image {
    _opaque: [u8; 0],
}

/// Typed values under keys, in order.
pub struct stoner_metadata {
    _opaque: [u8; 0],
}

/// Named columns of numbers with metadata: a histogram, a profile, a spectrum.
pub struct stoner_table {
    _opaque: [u8; 0],
}

/// A scan: what its file says of it, and the way to its images.
pub struct stoner_scan {
    _opaque: [u8; 0],
}

/// An image that grows while it is measured.
pub struct stoner_live {
    _opaque: [u8; 0],
}

/// [Status] Success.
pub const STONER_OK: i32 = 0;
/// [Status] An argument has a value that the function does not take.
pub const STONER_ERR_INVALID_ARGUMENT: i32 = 5001;
/// [Status] A handle was freed, belongs to another type or was never issued.
pub const STONER_ERR_INVALID_HANDLE: i32 = 5002;
/// [Status] A required pointer is NULL.
pub const STONER_ERR_NULL_POINTER: i32 = 5003;
/// [Status] A string is not valid UTF-8.
pub const STONER_ERR_INVALID_UTF8: i32 = 5004;
/// [Status] The buffer is too small; where there is a `length`, it says what is needed.
pub const STONER_ERR_BUFFER_TOO_SMALL: i32 = 5005;
/// [Status] Memory could not be had, or the size overflows.
pub const STONER_ERR_NO_MEMORY: i32 = 5006;
/// [Status] The call was cancelled through its context.
pub const STONER_ERR_CANCELLED: i32 = 5007;
/// [Status] The function needs a hook for dialogs and none is set.
pub const STONER_ERR_NOT_INTERACTIVE: i32 = 5008;
/// [Status] The request makes sense, but is not supported.
pub const STONER_ERR_UNSUPPORTED: i32 = 5009;
/// [Status] A defect of the library, caught before it could harm the caller.
pub const STONER_ERR_INTERNAL: i32 = 5010;
/// [Status] An index, a box or an axis lies outside what there is.
pub const STONER_ERR_OUT_OF_RANGE: i32 = 5020;
/// [Status] Shapes or ranks do not fit.
pub const STONER_ERR_SHAPE: i32 = 5021;
/// [Status] The dtype is not one that the function takes.
pub const STONER_ERR_DTYPE: i32 = 5022;
/// [Status] The data do not determine a result: a constant image to normalise, everything masked.
pub const STONER_ERR_NO_RESULT: i32 = 5023;
/// [Status] There is no metadata entry under that key.
pub const STONER_ERR_KEY_NOT_FOUND: i32 = 5030;
/// [Status] The metadata entry has another type.
pub const STONER_ERR_METADATA_TYPE: i32 = 5031;
/// [Status] There is no such file.
pub const STONER_ERR_FILE_NOT_FOUND: i32 = 5040;
/// [Status] Reading or writing failed in the operating system.
pub const STONER_ERR_IO: i32 = 5041;
/// [Status] The file is not of a format that can be read.
pub const STONER_ERR_FORMAT: i32 = 5042;
/// [Status] The file is damaged or incomplete.
pub const STONER_ERR_CORRUPT: i32 = 5043;
/// [Status] Another program is writing the file.
pub const STONER_ERR_BEING_WRITTEN: i32 = 5044;
/// [Status] A file is not the one any more that was opened.
pub const STONER_ERR_CHANGED: i32 = 5045;
/// [Status] Two images have polarizations that cannot be combined.
pub const STONER_ERR_POLARIZATION: i32 = 5050;

/// [Warning] None of the others.
pub const STONER_WARNING_OTHER: i32 = 0;
/// [Warning] Planes or the map were dropped, because pixels no longer have positions, or moved.
pub const STONER_WARNING_POSITIONS_DROPPED: i32 = 1;
/// [Warning] Values lost precision.
pub const STONER_WARNING_PRECISION: i32 = 2;
/// [Warning] Values lost their sign.
pub const STONER_WARNING_SIGN: i32 = 3;
/// [Warning] Values outside of the range were clipped, or cannot be represented in the dtype.
pub const STONER_WARNING_CLIPPED: i32 = 4;
/// [Warning] A request was reduced to what the data allow.
pub const STONER_WARNING_REDUCED: i32 = 5;
/// [Warning] A registration has another solution that is nearly as good.
pub const STONER_WARNING_AMBIGUOUS: i32 = 6;
/// [Warning] A result has large standard errors.
pub const STONER_WARNING_UNCERTAIN: i32 = 7;
/// [Warning] A frame of a stack has no result.
pub const STONER_WARNING_FRAME_FAILED: i32 = 8;
/// [Warning] Parts of a file are damaged and left out.
pub const STONER_WARNING_FILE_DAMAGED: i32 = 9;
/// [Warning] Parts of a file cannot be loaded into an image: colours, transparency, further pictures.
pub const STONER_WARNING_FILE_REDUCED: i32 = 10;
/// [Warning] Measured positions or detector values of a file are left out, or were not measured.
pub const STONER_WARNING_NOT_MEASURED: i32 = 11;
/// [Warning] A picture shows nothing, or lacks characters.
pub const STONER_WARNING_PICTURE: i32 = 12;
/// [Warning] A file gives numbers without a unit.
pub const STONER_WARNING_NO_UNIT: i32 = 13;
/// [Warning] What is combined was taken under other conditions, or a condition is not known.
pub const STONER_WARNING_UNLIKE: i32 = 14;
/// [Warning] Integers do not fit the dtype of a result, and wrapped around.
pub const STONER_WARNING_OVERFLOW: i32 = 15;
/// [Warning] What a file does not say, or says against the rules of its format, was assumed.
pub const STONER_WARNING_ASSUMED: i32 = 16;

/// [InstructionSet] The best that the processor has.
pub const STONER_INSTRUCTION_SET_BEST: i32 = 0;
/// [InstructionSet] What the library is compiled for: every 64-bit processor of the kind.
pub const STONER_INSTRUCTION_SET_BASELINE: i32 = 1;
/// [InstructionSet] x86-64 with AVX2, FMA, BMI1 and BMI2.
pub const STONER_INSTRUCTION_SET_AVX2: i32 = 2;
/// [InstructionSet] The same with the F, BW, CD, DQ and VL parts of AVX-512.
pub const STONER_INSTRUCTION_SET_AVX512: i32 = 3;

/// [Dtype] The function's own choice of dtype, as its comment says.
pub const STONER_DTYPE_DEFAULT: i32 = 0;
/// [Dtype] One byte, 0 or 1.
pub const STONER_BOOL: i32 = 1;
/// [Dtype] `uint8_t`
pub const STONER_U8: i32 = 2;
/// [Dtype] `int8_t`
pub const STONER_I8: i32 = 3;
/// [Dtype] `uint16_t`
pub const STONER_U16: i32 = 4;
/// [Dtype] `int16_t`
pub const STONER_I16: i32 = 5;
/// [Dtype] `uint32_t`
pub const STONER_U32: i32 = 6;
/// [Dtype] `int32_t`
pub const STONER_I32: i32 = 7;
/// [Dtype] `uint64_t`
pub const STONER_U64: i32 = 8;
/// [Dtype] `int64_t`
pub const STONER_I64: i32 = 9;
/// [Dtype] `float`
pub const STONER_F32: i32 = 10;
/// [Dtype] `double`
pub const STONER_F64: i32 = 11;
/// [Dtype] Two `float`: real and imaginary part.
pub const STONER_C64: i32 = 12;
/// [Dtype] Two `double`: real and imaginary part.
pub const STONER_C128: i32 = 13;

/// The largest rank of an array; a buffer for a shape or for strides has room for as many.
pub const STONER_MAX_NDIM: i32 = 8;

/// In a box: the end of the image. Negative pixels of a box count from the end, as in a slice of Python.
pub const STONER_EXTENT: i64 = i64::MIN;

/// An axis that is none: all elements in C order, as one row (numpy's None), where NULL means the last axis.
pub const STONER_AXIS_NONE: i32 = i32::MIN;

/// A polynomial of degree 0: for a degree, the number 0 is the default.
pub const STONER_DEGREE_ZERO: i32 = -1;

/// [Mode] The function's own choice of the values beyond the edges of an image, as its comment says.
pub const STONER_MODE_DEFAULT: i32 = 0;
/// [Mode] Beyond the edges: a constant. Between pixels it begins at the outermost pixels' centres (scipy.ndimage `constant`), but
/// for stoner_image_rotate and stoner_image_translate it is STONER_MODE_GRID_CONSTANT, as skimage.transform's `constant`.
pub const STONER_MODE_CONSTANT: i32 = 1;
/// [Mode] Beyond the edges: a constant, as if there were more pixels (scipy.ndimage `grid-constant`, numpy.pad and
/// skimage.transform `constant`): k k k k | a b c d | k k k k
pub const STONER_MODE_GRID_CONSTANT: i32 = 2;
/// [Mode] Beyond the edges: the outermost pixel (scipy.ndimage `nearest`): a a a a | a b c d | d d d d
pub const STONER_MODE_NEAREST: i32 = 3;
/// [Mode] STONER_MODE_NEAREST, by numpy's and skimage.transform's name.
pub const STONER_MODE_EDGE: i32 = 3;
/// [Mode] Beyond the edges: the image reflected at its edge (scipy.ndimage `reflect`): d c b a | a b c d | d c b a
pub const STONER_MODE_REFLECT: i32 = 4;
/// [Mode] STONER_MODE_REFLECT, by numpy's and skimage.transform's name.
pub const STONER_MODE_SYMMETRIC: i32 = 4;
/// [Mode] Beyond the edges: the image reflected at the outermost pixels' centres (scipy.ndimage `mirror`; numpy and
/// skimage.transform call this one `reflect`): d c b | a b c d | c b a
pub const STONER_MODE_MIRROR: i32 = 5;
/// [Mode] Beyond the edges: the image again. Between pixels the last pixel coincides with the first (scipy.ndimage `wrap`), but for
/// stoner_image_rotate and stoner_image_translate it is STONER_MODE_GRID_WRAP, as skimage.transform's `wrap`.
pub const STONER_MODE_WRAP: i32 = 6;
/// [Mode] Beyond the edges: the image again, its first pixel beside its last (scipy.ndimage `grid-wrap`, numpy.pad and
/// skimage.transform `wrap`): a b c d | a b c d | a b c d
pub const STONER_MODE_GRID_WRAP: i32 = 7;

/// [Interpolation] The function's own, as its comment says.
pub const STONER_INTERPOLATION_DEFAULT: i32 = 0;
/// [Interpolation] Order 0: the value of the nearest pixel. In C the number 0 is the default.
pub const STONER_INTERPOLATION_NEAREST: i32 = -1;
/// [Interpolation] Order 1: linear along both axes.
pub const STONER_INTERPOLATION_LINEAR: i32 = 1;
/// [Interpolation] Order 2: a B-spline of degree 2 through the pixels.
pub const STONER_INTERPOLATION_QUADRATIC: i32 = 2;
/// [Interpolation] Order 3: a cubic; which one, the function says.
pub const STONER_INTERPOLATION_CUBIC: i32 = 3;
/// [Interpolation] Order 4: a B-spline of degree 4 through the pixels.
pub const STONER_INTERPOLATION_QUARTIC: i32 = 4;
/// [Interpolation] Order 5: a B-spline of degree 5 through the pixels.
pub const STONER_INTERPOLATION_QUINTIC: i32 = 5;

/// [Type] A metadata value without content.
pub const STONER_TYPE_NONE: i32 = 1;
/// [Type] A metadata value: true or false.
pub const STONER_TYPE_BOOL: i32 = 2;
/// [Type] A metadata value: an integer.
pub const STONER_TYPE_I64: i32 = 3;
/// [Type] A metadata value: a real number.
pub const STONER_TYPE_F64: i32 = 4;
/// [Type] A metadata value: a complex number.
pub const STONER_TYPE_COMPLEX: i32 = 5;
/// [Type] A metadata value: text.
pub const STONER_TYPE_STRING: i32 = 6;
/// [Type] A metadata value: bytes that are not text.
pub const STONER_TYPE_BYTES: i32 = 7;
/// [Type] A metadata value: a date and time in ISO 8601.
pub const STONER_TYPE_TIMESTAMP: i32 = 8;
/// [Type] A metadata value: an array of numbers.
pub const STONER_TYPE_ARRAY: i32 = 9;
/// [Type] A metadata value: values in a row.
pub const STONER_TYPE_LIST: i32 = 10;
/// [Type] A metadata value: named values.
pub const STONER_TYPE_CLUSTER: i32 = 11;
/// [Type] A metadata value: values in a row of fixed length (a cluster without names).
pub const STONER_TYPE_TUPLE: i32 = 12;

/// [ScanKind] What was scanned is something else, or not known.
pub const STONER_SCAN_KIND_GENERIC: i32 = 0;
/// [ScanKind] An image of the sample.
pub const STONER_SCAN_KIND_IMAGE: i32 = 1;
/// [ScanKind] Images of the sample at several energies.
pub const STONER_SCAN_KIND_STACK: i32 = 2;
/// [ScanKind] Spectra along a line across the sample.
pub const STONER_SCAN_KIND_LINE_SPECTRUM: i32 = 3;
/// [ScanKind] The spectrum of one point.
pub const STONER_SCAN_KIND_POINT_SPECTRUM: i32 = 4;
/// [ScanKind] A line across the sample at several positions of the zone plate.
pub const STONER_SCAN_KIND_FOCUS: i32 = 5;
/// [ScanKind] An image by moving the order-sorting aperture.
pub const STONER_SCAN_KIND_OSA_IMAGE: i32 = 6;
/// [ScanKind] A line of the order-sorting aperture at several of its positions along the beam.
pub const STONER_SCAN_KIND_OSA_FOCUS: i32 = 7;
/// [ScanKind] An image by moving the detector.
pub const STONER_SCAN_KIND_DETECTOR_IMAGE: i32 = 8;

/// [AxisRole] Something else runs along the axis, or it is not known.
pub const STONER_AXIS_ROLE_OTHER: i32 = 0;
/// [AxisRole] The frames of a stack.
pub const STONER_AXIS_ROLE_FRAME: i32 = 1;
/// [AxisRole] The rows of an image.
pub const STONER_AXIS_ROLE_ROW: i32 = 2;
/// [AxisRole] The columns of an image.
pub const STONER_AXIS_ROLE_COLUMN: i32 = 3;
/// [AxisRole] The energies of a spectrum.
pub const STONER_AXIS_ROLE_SPECTRUM: i32 = 4;

/// [Direction] The points of an axis descend.
pub const STONER_DIRECTION_DESCENDING: i32 = -1;
/// [Direction] They have no direction: one point, points that turn back, or none.
pub const STONER_DIRECTION_NONE: i32 = 0;
/// [Direction] They ascend.
pub const STONER_DIRECTION_ASCENDING: i32 = 1;

/// [Quantity] The energy of the light.
pub const STONER_QUANTITY_ENERGY: i32 = 1;
/// [Quantity] The time for which a pixel was measured.
pub const STONER_QUANTITY_DWELL: i32 = 2;
/// [Quantity] The polarization of the light in the facility's own numbers: 1 or 0.2 for circular light.
pub const STONER_QUANTITY_POLARIZATION: i32 = 3;
/// [Quantity] The sense of the circular polarization: 1, -1, 0.
pub const STONER_QUANTITY_HELICITY: i32 = 4;
/// [Quantity] The current in the storage ring.
pub const STONER_QUANTITY_RING_CURRENT: i32 = 5;
/// [Quantity] The sample's horizontal position across the beam.
pub const STONER_QUANTITY_SAMPLE_X: i32 = 6;
/// [Quantity] The sample's vertical position across the beam.
pub const STONER_QUANTITY_SAMPLE_Y: i32 = 7;
/// [Quantity] The zone plate's position along the beam.
pub const STONER_QUANTITY_ZONE_PLATE: i32 = 8;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::DType;
    use crate::context::{Status, Warning};
    use crate::image::Quantity;
    use crate::scan::{Direction, Kind, Role};

    #[test]
    fn the_constants_are_those_of_the_tables() {
        let source = include_str!("types.rs");
        for &status in Status::ALL {
            let line = format!("pub const {}: i32 = {};", status.constant(), status.code());
            assert!(source.contains(&line), "{line}");
        }
        for &warning in Warning::ALL {
            let line = format!("pub const {}: i32 = {};", warning.constant(), warning.code());
            assert!(source.contains(&line), "{line}");
        }
        for &dtype in DType::ALL {
            let line = format!("pub const STONER_{}: i32 = {};", format!("{dtype:?}").to_uppercase(), dtype.code());
            assert!(source.contains(&line), "{line}");
        }
        for boundary in crate::ops::geometry::resample::Boundary::ALL {
            let name = boundary.name().replace('-', "_").to_uppercase();
            let line = format!("pub const STONER_MODE_{name}: i32 = {};", boundary.code());
            assert!(source.contains(&line), "{line}");
        }
        assert_eq!(STONER_MAX_NDIM as usize, crate::array::MAX_NDIM);
        assert_eq!(STONER_EXTENT, crate::image::boxes::EXTENT);
    }

    #[test]
    fn the_quantities_are_those_of_the_table() {
        let source = include_str!("types.rs");
        for quantity in Quantity::all() {
            let line =
                format!("pub const STONER_QUANTITY_{}: i32 = {};", quantity.name().to_uppercase(), quantity as i32);
            assert!(source.contains(&line), "{line}");
        }
        assert_eq!(STONER_QUANTITY_ZONE_PLATE as usize, Quantity::all().count());
    }

    #[test]
    fn the_constants_of_scans_are_those_of_the_model() {
        for (constant, kind) in [
            (STONER_SCAN_KIND_GENERIC, Kind::Generic),
            (STONER_SCAN_KIND_IMAGE, Kind::Image),
            (STONER_SCAN_KIND_STACK, Kind::Stack),
            (STONER_SCAN_KIND_LINE_SPECTRUM, Kind::LineSpectrum),
            (STONER_SCAN_KIND_POINT_SPECTRUM, Kind::PointSpectrum),
            (STONER_SCAN_KIND_FOCUS, Kind::Focus),
            (STONER_SCAN_KIND_OSA_IMAGE, Kind::OsaImage),
            (STONER_SCAN_KIND_OSA_FOCUS, Kind::OsaFocus),
            (STONER_SCAN_KIND_DETECTOR_IMAGE, Kind::DetectorImage),
        ] {
            assert_eq!(constant, kind as i32);
        }
        let roles = [Role::Other, Role::Frame, Role::Row, Role::Column, Role::Spectrum].map(|role| role as i32);
        assert_eq!(
            roles,
            [
                STONER_AXIS_ROLE_OTHER,
                STONER_AXIS_ROLE_FRAME,
                STONER_AXIS_ROLE_ROW,
                STONER_AXIS_ROLE_COLUMN,
                STONER_AXIS_ROLE_SPECTRUM
            ]
        );
        let directions = [Direction::Descending, Direction::None, Direction::Ascending].map(|d| d as i32);
        assert_eq!(directions, [STONER_DIRECTION_DESCENDING, STONER_DIRECTION_NONE, STONER_DIRECTION_ASCENDING]);
    }
}
