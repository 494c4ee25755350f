//! The enumerations of which callers give values. Made from the constants of `src/ffi` by tools/header: do not edit.

use super::enumeration::Enumeration;

pub(in crate::ffi) const INSTRUCTION_SET: Enumeration = Enumeration { prefix: "STONER_INSTRUCTION_SET_", words: &[("best", 0), ("baseline", 1), ("avx2", 2), ("avx512", 3)] };
pub(in crate::ffi) const DTYPE: Enumeration = Enumeration { prefix: "STONER_", words: &[("default", 0), ("bool", 1), ("u8", 2), ("i8", 3), ("u16", 4), ("i16", 5), ("u32", 6), ("i32", 7), ("u64", 8), ("i64", 9), ("f32", 10), ("f64", 11), ("c64", 12), ("c128", 13)] };
pub(in crate::ffi) const MODE: Enumeration = Enumeration { prefix: "STONER_MODE_", words: &[("default", 0), ("constant", 1), ("grid_constant", 2), ("nearest", 3), ("edge", 3), ("reflect", 4), ("symmetric", 4), ("mirror", 5), ("wrap", 6), ("grid_wrap", 7)] };
pub(in crate::ffi) const INTERPOLATION: Enumeration = Enumeration { prefix: "STONER_INTERPOLATION_", words: &[("default", 0), ("nearest", -1), ("linear", 1), ("quadratic", 2), ("cubic", 3), ("quartic", 4), ("quintic", 5)] };
pub(in crate::ffi) const QUANTITY: Enumeration = Enumeration { prefix: "STONER_QUANTITY_", words: &[("energy", 1), ("dwell", 2), ("polarization", 3), ("helicity", 4), ("ring_current", 5), ("sample_x", 6), ("sample_y", 7), ("zone_plate", 8)] };
pub(in crate::ffi) const SPREAD: Enumeration = Enumeration { prefix: "STONER_SPREAD_", words: &[("nearest", 0), ("linear", 1)] };
pub(in crate::ffi) const CVAL: Enumeration = Enumeration { prefix: "STONER_CVAL_", words: &[("mean", 0), ("value", 1)] };
pub(in crate::ffi) const PREFILTER: Enumeration = Enumeration { prefix: "STONER_PREFILTER_", words: &[("none", 0), ("gaussian", 1), ("scharr", 2)] };
pub(in crate::ffi) const SERIES: Enumeration = Enumeration { prefix: "STONER_SERIES_", words: &[("reference", 0), ("neighbour", 1), ("all_pairs", 2)] };
pub(in crate::ffi) const GRID: Enumeration = Enumeration { prefix: "STONER_GRID_", words: &[("linear", 0), ("nearest", 1), ("cubic", 2)] };
pub(in crate::ffi) const GRID_FILL: Enumeration = Enumeration { prefix: "STONER_GRID_FILL_", words: &[("mean", 0), ("value", 1), ("mask", 2)] };
pub(in crate::ffi) const DRAW: Enumeration = Enumeration { prefix: "STONER_DRAW_", words: &[("image", 0), ("mask", 1)] };
pub(in crate::ffi) const CIRCLE: Enumeration = Enumeration { prefix: "STONER_CIRCLE_", words: &[("bresenham", 0), ("andres", 1)] };
pub(in crate::ffi) const ARITHMETIC: Enumeration = Enumeration { prefix: "STONER_ARITHMETIC_", words: &[("add", 1), ("subtract", 2), ("multiply", 3), ("divide", 4), ("floor_divide", 5), ("remainder", 6), ("power", 7), ("minimum", 8), ("maximum", 9), ("hypot", 10), ("arctan2", 11)] };
pub(in crate::ffi) const COMPARISON: Enumeration = Enumeration { prefix: "STONER_COMPARISON_", words: &[("equal", 1), ("not_equal", 2), ("less", 3), ("less_equal", 4), ("greater", 5), ("greater_equal", 6)] };
pub(in crate::ffi) const LOGIC: Enumeration = Enumeration { prefix: "STONER_LOGIC_", words: &[("and", 1), ("or", 2), ("xor", 3), ("not", 4)] };
pub(in crate::ffi) const MATH: Enumeration = Enumeration { prefix: "STONER_MATH_", words: &[("negative", 1), ("absolute", 2), ("sign", 3), ("square", 4), ("sqrt", 5), ("reciprocal", 6), ("exp", 7), ("expm1", 8), ("log", 9), ("log1p", 10), ("log2", 11), ("log10", 12), ("sin", 13), ("cos", 14), ("tan", 15), ("arcsin", 16), ("arccos", 17), ("arctan", 18), ("floor", 19), ("ceil", 20), ("trunc", 21), ("isnan", 22), ("isinf", 23), ("isfinite", 24)] };
pub(in crate::ffi) const LEVEL: Enumeration = Enumeration { prefix: "STONER_LEVEL_", words: &[("clip", 0), ("norm", 1), ("none", 2)] };
pub(in crate::ffi) const SGOLAY: Enumeration = Enumeration { prefix: "STONER_SGOLAY_", words: &[("smooth", 0), ("x", 1), ("y", 2), ("both", 3)] };
pub(in crate::ffi) const FFT: Enumeration = Enumeration { prefix: "STONER_FFT_", words: &[("magnitude", 0), ("phase", 1), ("complex", 2)] };
pub(in crate::ffi) const RADIAL: Enumeration = Enumeration { prefix: "STONER_RADIAL_", words: &[("distance", 0), ("angle", 1), ("complex", 2)] };
pub(in crate::ffi) const ANGLES: Enumeration = Enumeration { prefix: "STONER_ANGLES_", words: &[("from_right", 0), ("from_left", 1)] };
pub(in crate::ffi) const ORDER: Enumeration = Enumeration { prefix: "STONER_ORDER_", words: &[("default", 0), ("c", 1), ("f", 2), ("a", 3), ("k", 4)] };
pub(in crate::ffi) const CASTING: Enumeration = Enumeration { prefix: "STONER_CASTING_", words: &[("default", 0), ("no", 1), ("equiv", 2), ("safe", 3), ("same_kind", 4), ("unsafe", 5)] };
pub(in crate::ffi) const BYTE_ORDER: Enumeration = Enumeration { prefix: "STONER_BYTE_ORDER_", words: &[("swap", 0), ("native", 1), ("little", 2), ("big", 3)] };
pub(in crate::ffi) const FILL: Enumeration = Enumeration { prefix: "STONER_FILL_", words: &[("default", 0), ("value", 1), ("own", 2)] };
pub(in crate::ffi) const INDEX: Enumeration = Enumeration { prefix: "STONER_INDEX_", words: &[("default", 0), ("raise", 1), ("wrap", 2), ("clip", 3)] };
pub(in crate::ffi) const SIDE: Enumeration = Enumeration { prefix: "STONER_SIDE_", words: &[("left", 0), ("right", 1)] };
pub(in crate::ffi) const DIALOG: Enumeration = Enumeration { prefix: "STONER_DIALOG_", words: &[("file", 0), ("directory", 1), ("save", 2), ("files", 3)] };
