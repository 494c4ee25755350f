//! The operations that can be called by name. Made from the comments of `src/ffi` by tools/header: do not edit.

use super::core::operation::{Fallback, Kind, Operation, Parameter, Zero};

const DTYPE_WORDS: &[(&str, i64)] = &[("default", 0), ("bool", 1), ("u8", 2), ("i8", 3), ("u16", 4), ("i16", 5), ("u32", 6), ("i32", 7), ("u64", 8), ("i64", 9), ("f32", 10), ("f64", 11), ("c64", 12), ("c128", 13)];
const MODE_WORDS: &[(&str, i64)] = &[("default", 0), ("constant", 1), ("grid_constant", 2), ("nearest", 3), ("edge", 3), ("reflect", 4), ("symmetric", 4), ("mirror", 5), ("wrap", 6), ("grid_wrap", 7)];
const INTERPOLATION_WORDS: &[(&str, i64)] = &[("default", 0), ("nearest", -1), ("linear", 1), ("quadratic", 2), ("cubic", 3), ("quartic", 4), ("quintic", 5)];
const CVAL_WORDS: &[(&str, i64)] = &[("mean", 0), ("value", 1)];
const PREFILTER_WORDS: &[(&str, i64)] = &[("none", 0), ("gaussian", 1), ("scharr", 2)];
const SERIES_WORDS: &[(&str, i64)] = &[("reference", 0), ("neighbour", 1), ("all_pairs", 2)];
const GRID_WORDS: &[(&str, i64)] = &[("linear", 0), ("nearest", 1), ("cubic", 2)];
const GRIDFILL_WORDS: &[(&str, i64)] = &[("mean", 0), ("value", 1), ("mask", 2)];
const DRAW_WORDS: &[(&str, i64)] = &[("image", 0), ("mask", 1)];
const CIRCLE_WORDS: &[(&str, i64)] = &[("bresenham", 0), ("andres", 1)];
const LEVEL_WORDS: &[(&str, i64)] = &[("clip", 0), ("norm", 1), ("none", 2)];
const SGOLAY_WORDS: &[(&str, i64)] = &[("smooth", 0), ("x", 1), ("y", 2), ("both", 3)];
const FFT_WORDS: &[(&str, i64)] = &[("magnitude", 0), ("phase", 1), ("complex", 2)];
const RADIAL_WORDS: &[(&str, i64)] = &[("distance", 0), ("angle", 1), ("complex", 2)];
const ANGLES_WORDS: &[(&str, i64)] = &[("from_right", 0), ("from_left", 1)];
const ORDER_WORDS: &[(&str, i64)] = &[("default", 0), ("c", 1), ("f", 2), ("a", 3), ("k", 4)];
const CASTING_WORDS: &[(&str, i64)] = &[("default", 0), ("no", 1), ("equiv", 2), ("safe", 3), ("same_kind", 4), ("unsafe", 5)];
const BYTEORDER_WORDS: &[(&str, i64)] = &[("swap", 0), ("native", 1), ("little", 2), ("big", 3)];
const FILL_WORDS: &[(&str, i64)] = &[("default", 0), ("value", 1), ("own", 2)];
const INDEX_WORDS: &[(&str, i64)] = &[("default", 0), ("raise", 1), ("wrap", 2), ("clip", 3)];
const SIDE_WORDS: &[(&str, i64)] = &[("left", 0), ("right", 1)];

pub(super) static OPERATIONS: &[Operation] = &[
    Operation {
        name: "do_nothing",
        changes: false,
        parameters: &[],
        call: |c, _| unsafe { super::image::stoner_image_do_nothing(c.ctx, c.image, c.out) },
    },
    Operation {
        name: "set_title",
        changes: true,
        parameters: &[
            Parameter { name: "title", keyword: "", kind: Kind::Text, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::image::stoner_image_set_title(c.ctx, c.image, a.text(0)) },
    },
    Operation {
        name: "set_filename",
        changes: true,
        parameters: &[
            Parameter { name: "filename", keyword: "", kind: Kind::Text, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::image::stoner_image_set_filename(c.ctx, c.image, a.text(0)) },
    },
    Operation {
        name: "cw",
        changes: false,
        parameters: &[],
        call: |c, _| unsafe { super::geometry::stoner_image_cw(c.ctx, c.image, c.out) },
    },
    Operation {
        name: "ccw",
        changes: false,
        parameters: &[],
        call: |c, _| unsafe { super::geometry::stoner_image_ccw(c.ctx, c.image, c.out) },
    },
    Operation {
        name: "flip_h",
        changes: false,
        parameters: &[],
        call: |c, _| unsafe { super::geometry::stoner_image_flip_h(c.ctx, c.image, c.out) },
    },
    Operation {
        name: "flip_v",
        changes: false,
        parameters: &[],
        call: |c, _| unsafe { super::geometry::stoner_image_flip_v(c.ctx, c.image, c.out) },
    },
    Operation {
        name: "transpose",
        changes: false,
        parameters: &[],
        call: |c, _| unsafe { super::geometry::stoner_image_transpose(c.ctx, c.image, c.out) },
    },
    Operation {
        name: "crop",
        changes: false,
        parameters: &[
            Parameter { name: "box", keyword: "", kind: Kind::Box, size: 4, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::geometry::stoner_image_crop(c.ctx, c.image, a.i64s(0), c.out) },
    },
    Operation {
        name: "rotate",
        changes: false,
        parameters: &[
            Parameter { name: "angle", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "resize", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "centre_xy", keyword: "center", kind: Kind::Reals, size: 2, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "order", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Code(-1), words: INTERPOLATION_WORDS, decides: "" },
            Parameter { name: "mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: MODE_WORDS, decides: "" },
            Parameter { name: "cval", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "clip", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "preserve_range", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::resample::stoner_image_rotate(c.ctx, c.image, a.f64(0), a.i32(1), a.f64s(2), a.i32(3), a.i32(4), a.f64(5), a.i32(6), a.i32(7), c.out) },
    },
    Operation {
        name: "translate",
        changes: false,
        parameters: &[
            Parameter { name: "translation", keyword: "", kind: Kind::Reals, size: 2, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "add_metadata", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "order", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Code(-1), words: INTERPOLATION_WORDS, decides: "" },
            Parameter { name: "mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(6), zero: Zero::Number, words: MODE_WORDS, decides: "" },
            Parameter { name: "cval_mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: CVAL_WORDS, decides: "cval" },
            Parameter { name: "cval", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::resample::stoner_image_translate(c.ctx, c.image, a.f64s(0), a.i32(1), a.i32(2), a.i32(3), a.i32(4), a.f64(5), c.out) },
    },
    Operation {
        name: "align",
        changes: false,
        parameters: &[
            Parameter { name: "reference", keyword: "", kind: Kind::Image, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "method", keyword: "", kind: Kind::Text, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "box", keyword: "", kind: Kind::Box, size: 4, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "scale", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(1.0), zero: Zero::Refused("above 0"), words: &[], decides: "" },
            Parameter { name: "prefilter", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: PREFILTER_WORDS, decides: "" },
            Parameter { name: "prefilter_sigma", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(1.0), zero: Zero::Refused("above 0"), words: &[], decides: "" },
            Parameter { name: "upsample_factor", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "threshold", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "rotation", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "scaling", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "order", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Code(-1), words: INTERPOLATION_WORDS, decides: "" },
            Parameter { name: "mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: MODE_WORDS, decides: "" },
            Parameter { name: "cval", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(f64::NAN), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "do_shift", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::register::stoner_image_align(c.ctx, c.image, a.image(0), a.text(1), a.i64s(2), a.f64(3), a.i32(4), a.f64(5), a.f64(6), a.f64(7), a.i32(8), a.i32(9), a.i32(10), a.i32(11), a.f64(12), a.i32(13), c.out) },
    },
    Operation {
        name: "correct_drift",
        changes: false,
        parameters: &[
            Parameter { name: "reference", keyword: "", kind: Kind::Image, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "threshold", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.005), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "upsample_factor", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(50.0), zero: Zero::Refused("1 or more"), words: &[], decides: "" },
            Parameter { name: "box", keyword: "", kind: Kind::Box, size: 4, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "do_shift", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::register::stoner_image_correct_drift(c.ctx, c.image, a.image(0), a.f64(1), a.f64(2), a.i64s(3), a.i32(4), c.out) },
    },
    Operation {
        name: "align_stack",
        changes: false,
        parameters: &[
            Parameter { name: "series", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: SERIES_WORDS, decides: "" },
            Parameter { name: "reference", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "method", keyword: "", kind: Kind::Text, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "box", keyword: "", kind: Kind::Box, size: 4, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "scale", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(1.0), zero: Zero::Refused("above 0"), words: &[], decides: "" },
            Parameter { name: "prefilter", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: PREFILTER_WORDS, decides: "" },
            Parameter { name: "prefilter_sigma", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(1.0), zero: Zero::Refused("above 0"), words: &[], decides: "" },
            Parameter { name: "upsample_factor", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "threshold", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "order", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Code(-1), words: INTERPOLATION_WORDS, decides: "" },
            Parameter { name: "mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: MODE_WORDS, decides: "" },
            Parameter { name: "cval", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(f64::NAN), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::register::stoner_image_align_stack(c.ctx, c.image, a.i32(0), a.i64(1), a.text(2), a.i64s(3), a.f64(4), a.i32(5), a.f64(6), a.f64(7), a.f64(8), a.i32(9), a.i32(10), a.f64(11), std::ptr::null_mut(), c.out) },
    },
    Operation {
        name: "griddata",
        changes: false,
        parameters: &[
            Parameter { name: "values", keyword: "", kind: Kind::Image, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "xi", keyword: "", kind: Kind::Image, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "method", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: GRID_WORDS, decides: "" },
            Parameter { name: "fill_value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(f64::NAN), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "rescale", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::regrid::stoner_image_griddata(c.ctx, c.image, a.image(0), a.image(1), a.i32(2), a.f64(3), a.i32(4), c.out) },
    },
    Operation {
        name: "gridimage",
        changes: false,
        parameters: &[
            Parameter { name: "points_x", keyword: "", kind: Kind::Image, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "points_y", keyword: "", kind: Kind::Image, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "xi_x", keyword: "", kind: Kind::Image, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "xi_y", keyword: "", kind: Kind::Image, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "method", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: GRID_WORDS, decides: "" },
            Parameter { name: "fill_mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: GRIDFILL_WORDS, decides: "fill_value" },
            Parameter { name: "fill_value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(f64::NAN), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "rescale", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "remove_offset", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "max_distance", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(2.0), zero: Zero::Refused("above 0"), words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::regrid::stoner_image_gridimage(c.ctx, c.image, a.image(0), a.image(1), a.image(2), a.image(3), a.i32(4), a.i32(5), a.f64(6), a.i32(7), a.i32(8), a.f64(9), std::ptr::null_mut(), c.out) },
    },
    Operation {
        name: "draw_line",
        changes: true,
        parameters: &[
            Parameter { name: "x0", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y0", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "x1", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y1", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "target", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DRAW_WORDS, decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(1.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::draw::stoner_image_draw_line(c.ctx, c.image, a.i64(0), a.i64(1), a.i64(2), a.i64(3), a.i32(4), a.f64(5)) },
    },
    Operation {
        name: "draw_disk",
        changes: true,
        parameters: &[
            Parameter { name: "x", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "radius", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "target", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DRAW_WORDS, decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(1.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::draw::stoner_image_draw_disk(c.ctx, c.image, a.f64(0), a.f64(1), a.f64(2), a.i32(3), a.f64(4)) },
    },
    Operation {
        name: "draw_circle",
        changes: true,
        parameters: &[
            Parameter { name: "x", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "radius", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "target", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DRAW_WORDS, decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(1.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::draw::stoner_image_draw_circle(c.ctx, c.image, a.f64(0), a.f64(1), a.f64(2), a.i32(3), a.f64(4)) },
    },
    Operation {
        name: "draw_annulus",
        changes: true,
        parameters: &[
            Parameter { name: "x", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "radius1", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "radius2", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "target", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DRAW_WORDS, decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(1.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::draw::stoner_image_draw_annulus(c.ctx, c.image, a.f64(0), a.f64(1), a.f64(2), a.f64(3), a.i32(4), a.f64(5)) },
    },
    Operation {
        name: "draw_circle_perimeter",
        changes: true,
        parameters: &[
            Parameter { name: "x", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "radius", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "method", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: CIRCLE_WORDS, decides: "" },
            Parameter { name: "target", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DRAW_WORDS, decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(1.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::draw::stoner_image_draw_circle_perimeter(c.ctx, c.image, a.i64(0), a.i64(1), a.i64(2), a.i32(3), a.i32(4), a.f64(5)) },
    },
    Operation {
        name: "draw_ellipse",
        changes: true,
        parameters: &[
            Parameter { name: "x", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "x_radius", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y_radius", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "rotation", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "target", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DRAW_WORDS, decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(1.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::draw::stoner_image_draw_ellipse(c.ctx, c.image, a.f64(0), a.f64(1), a.f64(2), a.f64(3), a.f64(4), a.i32(5), a.f64(6)) },
    },
    Operation {
        name: "draw_ellipse_perimeter",
        changes: true,
        parameters: &[
            Parameter { name: "x", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "x_radius", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y_radius", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "orientation", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "target", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DRAW_WORDS, decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(1.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::draw::stoner_image_draw_ellipse_perimeter(c.ctx, c.image, a.i64(0), a.i64(1), a.i64(2), a.i64(3), a.f64(4), a.i32(5), a.f64(6)) },
    },
    Operation {
        name: "draw_polygon",
        changes: true,
        parameters: &[
            Parameter { name: "x", keyword: "", kind: Kind::Reals, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y", keyword: "", kind: Kind::Reals, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "target", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DRAW_WORDS, decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(1.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::draw::stoner_image_draw_polygon(c.ctx, c.image, a.f64s(0), a.f64s(1), a.len(0), a.i32(2), a.f64(3)) },
    },
    Operation {
        name: "draw_polygon_perimeter",
        changes: true,
        parameters: &[
            Parameter { name: "x", keyword: "", kind: Kind::Reals, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y", keyword: "", kind: Kind::Reals, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "clip", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "target", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DRAW_WORDS, decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(1.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::draw::stoner_image_draw_polygon_perimeter(c.ctx, c.image, a.f64s(0), a.f64s(1), a.len(0), a.i32(2), a.i32(3), a.f64(4)) },
    },
    Operation {
        name: "draw_rectangle",
        changes: true,
        parameters: &[
            Parameter { name: "x0", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y0", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "x1", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y1", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "target", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DRAW_WORDS, decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(1.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::draw::stoner_image_draw_rectangle(c.ctx, c.image, a.f64(0), a.f64(1), a.f64(2), a.f64(3), a.i32(4), a.f64(5)) },
    },
    Operation {
        name: "draw_rectangle_perimeter",
        changes: true,
        parameters: &[
            Parameter { name: "x0", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y0", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "x1", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y1", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "clip", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "target", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DRAW_WORDS, decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(1.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::draw::stoner_image_draw_rectangle_perimeter(c.ctx, c.image, a.f64(0), a.f64(1), a.f64(2), a.f64(3), a.i32(4), a.i32(5), a.f64(6)) },
    },
    Operation {
        name: "draw_rotated_rectangle",
        changes: true,
        parameters: &[
            Parameter { name: "x", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "width", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "height", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "angle", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "target", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DRAW_WORDS, decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(1.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::draw::stoner_image_draw_rotated_rectangle(c.ctx, c.image, a.f64(0), a.f64(1), a.f64(2), a.f64(3), a.f64(4), a.i32(5), a.f64(6)) },
    },
    Operation {
        name: "draw_rotated_rectangle_perimeter",
        changes: true,
        parameters: &[
            Parameter { name: "x", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "width", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "height", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "angle", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "target", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DRAW_WORDS, decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(1.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::draw::stoner_image_draw_rotated_rectangle_perimeter(c.ctx, c.image, a.f64(0), a.f64(1), a.f64(2), a.f64(3), a.f64(4), a.i32(5), a.f64(6)) },
    },
    Operation {
        name: "draw_square",
        changes: true,
        parameters: &[
            Parameter { name: "x", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "width", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "angle", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "target", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DRAW_WORDS, decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(1.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::draw::stoner_image_draw_square(c.ctx, c.image, a.f64(0), a.f64(1), a.f64(2), a.f64(3), a.i32(4), a.f64(5)) },
    },
    Operation {
        name: "draw_bezier_curve",
        changes: true,
        parameters: &[
            Parameter { name: "x0", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y0", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "x1", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y1", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "x2", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "y2", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "weight", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "target", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DRAW_WORDS, decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(1.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::draw::stoner_image_draw_bezier_curve(c.ctx, c.image, a.i64(0), a.i64(1), a.i64(2), a.i64(3), a.i64(4), a.i64(5), a.f64(6), a.i32(7), a.f64(8)) },
    },
    Operation {
        name: "convert",
        changes: false,
        parameters: &[
            Parameter { name: "dtype", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: DTYPE_WORDS, decides: "" },
            Parameter { name: "force_copy", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "uniform", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "normalise", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::intensity::stoner_image_convert(c.ctx, c.image, a.i32(0), a.i32(1), a.i32(2), a.i32(3), c.out) },
    },
    Operation {
        name: "asfloat",
        changes: false,
        parameters: &[
            Parameter { name: "normalise", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "clip", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "clip_negative", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::intensity::stoner_image_asfloat(c.ctx, c.image, a.i32(0), a.i32(1), a.i32(2), c.out) },
    },
    Operation {
        name: "clip_intensity",
        changes: false,
        parameters: &[
            Parameter { name: "clip_negative", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "limits", keyword: "", kind: Kind::Reals, size: 2, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::intensity::stoner_image_clip_intensity(c.ctx, c.image, a.i32(0), a.f64s(1), c.out) },
    },
    Operation {
        name: "normalise",
        changes: false,
        parameters: &[
            Parameter { name: "scale", keyword: "", kind: Kind::Reals, size: 2, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "sample", keyword: "", kind: Kind::Box, size: 4, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "limits", keyword: "", kind: Kind::Reals, size: 2, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "scale_masked", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::intensity::stoner_image_normalise(c.ctx, c.image, a.f64s(0), a.i64s(1), a.f64s(2), a.i32(3), c.out) },
    },
    Operation {
        name: "adjust_contrast",
        changes: false,
        parameters: &[
            Parameter { name: "lims", keyword: "", kind: Kind::Reals, size: 2, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "percent", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::levels::stoner_image_adjust_contrast(c.ctx, c.image, a.f64s(0), a.i32(1), c.out) },
    },
    Operation {
        name: "subtract_image",
        changes: false,
        parameters: &[
            Parameter { name: "background", keyword: "", kind: Kind::Image, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "contrast", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(16.0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "clip", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "offset", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.5), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::levels::stoner_image_subtract_image(c.ctx, c.image, a.image(0), a.f64(1), a.i32(2), a.f64(3), c.out) },
    },
    Operation {
        name: "threshold_minmax",
        changes: false,
        parameters: &[
            Parameter { name: "threshmin", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.1), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "threshmax", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.9), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::levels::stoner_image_threshold_minmax(c.ctx, c.image, a.f64(0), a.f64(1), c.out) },
    },
    Operation {
        name: "clip_neg",
        changes: false,
        parameters: &[],
        call: |c, _| unsafe { super::levels::stoner_image_clip_neg(c.ctx, c.image, c.out) },
    },
    Operation {
        name: "level_image",
        changes: false,
        parameters: &[
            Parameter { name: "poly_vert", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(1), zero: Zero::Code(-1), words: &[], decides: "" },
            Parameter { name: "poly_horiz", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(1), zero: Zero::Code(-1), words: &[], decides: "" },
            Parameter { name: "box", keyword: "", kind: Kind::Box, size: 4, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "vert", keyword: "", kind: Kind::Reals, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "horiz", keyword: "", kind: Kind::Reals, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: LEVEL_WORDS, decides: "" },
        ],
        call: |c, a| unsafe { super::levels::stoner_image_level_image(c.ctx, c.image, a.i32(0), a.i32(1), a.i64s(2), a.f64s(3), a.len(3) as i32, a.f64s(4), a.len(4) as i32, a.i32(5), c.out) },
    },
    Operation {
        name: "quantize",
        changes: false,
        parameters: &[
            Parameter { name: "output", keyword: "", kind: Kind::Reals, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "levels", keyword: "", kind: Kind::Reals, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::levels::stoner_image_quantize(c.ctx, c.image, a.f64s(0), a.len(0), a.f64s(1), a.len(1), c.out) },
    },
    Operation {
        name: "remove_outliers",
        changes: false,
        parameters: &[
            Parameter { name: "percentiles", keyword: "", kind: Kind::Reals, size: 2, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "replace", keyword: "", kind: Kind::Reals, size: 2, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::levels::stoner_image_remove_outliers(c.ctx, c.image, a.f64s(0), a.f64s(1), c.out) },
    },
    Operation {
        name: "asint",
        changes: false,
        parameters: &[
            Parameter { name: "dtype", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(4), zero: Zero::Number, words: DTYPE_WORDS, decides: "" },
        ],
        call: |c, a| unsafe { super::levels::stoner_image_asint(c.ctx, c.image, a.i32(0), c.out) },
    },
    Operation {
        name: "im_scale",
        changes: false,
        parameters: &[
            Parameter { name: "n", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "m", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "dtype", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DTYPE_WORDS, decides: "" },
        ],
        call: |c, a| unsafe { super::levels::stoner_image_im_scale(c.ctx, c.image, a.i32(0), a.i32(1), a.i32(2), c.out) },
    },
    Operation {
        name: "filter_image",
        changes: false,
        parameters: &[
            Parameter { name: "sigma_xy", keyword: "sigma", kind: Kind::Reals, size: 2, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(3), zero: Zero::Number, words: MODE_WORDS, decides: "" },
            Parameter { name: "cval", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "truncate", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(4.0), zero: Zero::Refused("above 0"), words: &[], decides: "" },
            Parameter { name: "preserve_range", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::filter::stoner_image_filter_image(c.ctx, c.image, a.f64s(0), a.i32(1), a.f64(2), a.f64(3), a.i32(4), c.out) },
    },
    Operation {
        name: "gaussian_filter",
        changes: false,
        parameters: &[
            Parameter { name: "sigma_xy", keyword: "sigma", kind: Kind::Reals, size: 2, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "order_xy", keyword: "order", kind: Kind::Int32s, size: 2, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "mode_xy", keyword: "mode", kind: Kind::Int32s, size: 2, fallback: Fallback::Null, zero: Zero::Number, words: MODE_WORDS, decides: "" },
            Parameter { name: "cval", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "truncate", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(4.0), zero: Zero::Refused("above 0"), words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::filter::stoner_image_gaussian_filter(c.ctx, c.image, a.f64s(0), a.i32s(1), a.i32s(2), a.f64(3), a.f64(4), c.out) },
    },
    Operation {
        name: "sgolay2d",
        changes: false,
        parameters: &[
            Parameter { name: "points", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Int(15), zero: Zero::Refused("1 to 999"), words: &[], decides: "" },
            Parameter { name: "poly", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(1), zero: Zero::Code(-1), words: &[], decides: "" },
            Parameter { name: "derivative", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: SGOLAY_WORDS, decides: "" },
        ],
        call: |c, a| unsafe { super::filter::stoner_image_sgolay2d(c.ctx, c.image, a.i64(0), a.i32(1), a.i32(2), c.out, std::ptr::null_mut()) },
    },
    Operation {
        name: "denoise",
        changes: false,
        parameters: &[
            Parameter { name: "weight", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.1), zero: Zero::Refused("above 0"), words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::filter::stoner_image_denoise(c.ctx, c.image, a.f64(0), c.out) },
    },
    Operation {
        name: "fft",
        changes: false,
        parameters: &[
            Parameter { name: "shift", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "output", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: FFT_WORDS, decides: "" },
            Parameter { name: "remove_dc", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "gaussian", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "window", keyword: "", kind: Kind::Text, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::filter::stoner_image_fft(c.ctx, c.image, a.i32(0), a.i32(1), a.i32(2), a.f64(3), a.text(4), c.out) },
    },
    Operation {
        name: "radial_coordinates",
        changes: false,
        parameters: &[
            Parameter { name: "centre", keyword: "", kind: Kind::Reals, size: 2, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "pixel_size", keyword: "", kind: Kind::Reals, size: 2, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "size_from_map", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "which", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: RADIAL_WORDS, decides: "" },
            Parameter { name: "angles", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: ANGLES_WORDS, decides: "" },
        ],
        call: |c, a| unsafe { super::radial::stoner_image_radial_coordinates(c.ctx, c.image, a.f64s(0), a.f64s(1), a.i32(2), a.i32(3), a.i32(4), c.out) },
    },
    Operation {
        name: "xmcd",
        changes: false,
        parameters: &[
            Parameter { name: "b", keyword: "", kind: Kind::Image, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::xray::stoner_image_xmcd(c.ctx, c.image, a.image(0), c.out) },
    },
    Operation {
        name: "metadata_set_bool",
        changes: true,
        parameters: &[
            Parameter { name: "key", keyword: "", kind: Kind::Text, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::metadata_set::stoner_image_metadata_set_bool(c.ctx, c.image, a.text(0), a.i32(1)) },
    },
    Operation {
        name: "metadata_set_i64",
        changes: true,
        parameters: &[
            Parameter { name: "key", keyword: "", kind: Kind::Text, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::metadata_set::stoner_image_metadata_set_i64(c.ctx, c.image, a.text(0), a.i64(1)) },
    },
    Operation {
        name: "metadata_set_f64",
        changes: true,
        parameters: &[
            Parameter { name: "key", keyword: "", kind: Kind::Text, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::metadata_set::stoner_image_metadata_set_f64(c.ctx, c.image, a.text(0), a.f64(1)) },
    },
    Operation {
        name: "metadata_set_string",
        changes: true,
        parameters: &[
            Parameter { name: "key", keyword: "", kind: Kind::Text, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Text, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::metadata_set::stoner_image_metadata_set_string(c.ctx, c.image, a.text(0), a.text(1)) },
    },
    Operation {
        name: "plane",
        changes: false,
        parameters: &[
            Parameter { name: "name", keyword: "", kind: Kind::Text, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::planes::stoner_image_plane(c.ctx, c.image, a.text(0), c.out) },
    },
    Operation {
        name: "set_plane",
        changes: true,
        parameters: &[
            Parameter { name: "name", keyword: "", kind: Kind::Text, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "plane", keyword: "", kind: Kind::Image, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "unit", keyword: "", kind: Kind::Text, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::planes::stoner_image_set_plane(c.ctx, c.image, a.text(0), a.image(1), a.text(2)) },
    },
    Operation {
        name: "remove_plane",
        changes: true,
        parameters: &[
            Parameter { name: "name", keyword: "", kind: Kind::Text, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::planes::stoner_image_remove_plane(c.ctx, c.image, a.text(0)) },
    },
    Operation {
        name: "set_map",
        changes: true,
        parameters: &[
            Parameter { name: "origin", keyword: "", kind: Kind::Reals, size: 2, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "step", keyword: "", kind: Kind::Reals, size: 4, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "name_x", keyword: "", kind: Kind::Text, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "name_y", keyword: "", kind: Kind::Text, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "unit_x", keyword: "", kind: Kind::Text, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "unit_y", keyword: "", kind: Kind::Text, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::planes::stoner_image_set_map(c.ctx, c.image, a.f64s(0), a.f64s(1), a.text(2), a.text(3), a.text(4), a.text(5)) },
    },
    Operation {
        name: "reshape",
        changes: false,
        parameters: &[
            Parameter { name: "shape", keyword: "", kind: Kind::Int64s, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "order", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: ORDER_WORDS, decides: "" },
        ],
        call: |c, a| unsafe { super::array_shape::stoner_image_reshape(c.ctx, c.image, a.i64s(0), a.len(0) as i32, a.i32(1), c.out) },
    },
    Operation {
        name: "transpose_axes",
        changes: false,
        parameters: &[
            Parameter { name: "axes", keyword: "", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_shape::stoner_image_transpose_axes(c.ctx, c.image, a.i32s(0), a.len(0) as i32, c.out) },
    },
    Operation {
        name: "swapaxes",
        changes: false,
        parameters: &[
            Parameter { name: "axis1", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "axis2", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_shape::stoner_image_swapaxes(c.ctx, c.image, a.i32(0), a.i32(1), c.out) },
    },
    Operation {
        name: "squeeze",
        changes: false,
        parameters: &[
            Parameter { name: "axes", keyword: "axis", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_shape::stoner_image_squeeze(c.ctx, c.image, a.i32s(0), a.len(0) as i32, c.out) },
    },
    Operation {
        name: "ravel",
        changes: false,
        parameters: &[
            Parameter { name: "order", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: ORDER_WORDS, decides: "" },
        ],
        call: |c, a| unsafe { super::array_shape::stoner_image_ravel(c.ctx, c.image, a.i32(0), c.out) },
    },
    Operation {
        name: "flatten",
        changes: false,
        parameters: &[
            Parameter { name: "order", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: ORDER_WORDS, decides: "" },
        ],
        call: |c, a| unsafe { super::array_shape::stoner_image_flatten(c.ctx, c.image, a.i32(0), c.out) },
    },
    Operation {
        name: "resize",
        changes: true,
        parameters: &[
            Parameter { name: "shape", keyword: "", kind: Kind::Int64s, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_shape::stoner_image_resize(c.ctx, c.image, a.i64s(0), a.len(0) as i32) },
    },
    Operation {
        name: "astype",
        changes: false,
        parameters: &[
            Parameter { name: "dtype", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: DTYPE_WORDS, decides: "" },
            Parameter { name: "order", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(4), zero: Zero::Number, words: ORDER_WORDS, decides: "" },
            Parameter { name: "casting", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(5), zero: Zero::Number, words: CASTING_WORDS, decides: "" },
        ],
        call: |c, a| unsafe { super::array_shape::stoner_image_astype(c.ctx, c.image, a.i32(0), a.i32(1), a.i32(2), c.out) },
    },
    Operation {
        name: "view",
        changes: false,
        parameters: &[
            Parameter { name: "dtype", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: DTYPE_WORDS, decides: "" },
        ],
        call: |c, a| unsafe { super::array_shape::stoner_image_view(c.ctx, c.image, a.i32(0), c.out) },
    },
    Operation {
        name: "byteswap",
        changes: false,
        parameters: &[],
        call: |c, _| unsafe { super::array_shape::stoner_image_byteswap(c.ctx, c.image, c.out) },
    },
    Operation {
        name: "newbyteorder",
        changes: false,
        parameters: &[
            Parameter { name: "byte_order", keyword: "new_order", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: BYTEORDER_WORDS, decides: "" },
        ],
        call: |c, a| unsafe { super::array_shape::stoner_image_newbyteorder(c.ctx, c.image, a.i32(0), c.out) },
    },
    Operation {
        name: "getfield",
        changes: false,
        parameters: &[
            Parameter { name: "dtype", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: DTYPE_WORDS, decides: "" },
            Parameter { name: "offset", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_shape::stoner_image_getfield(c.ctx, c.image, a.i32(0), a.i64(1), c.out) },
    },
    Operation {
        name: "setfield",
        changes: true,
        parameters: &[
            Parameter { name: "values", keyword: "val", kind: Kind::Image, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "dtype", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: DTYPE_WORDS, decides: "" },
            Parameter { name: "offset", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_shape::stoner_image_setfield(c.ctx, c.image, a.image(0), a.i32(1), a.i64(2)) },
    },
    Operation {
        name: "harden_mask",
        changes: true,
        parameters: &[],
        call: |c, _| unsafe { super::array_mask::stoner_image_harden_mask(c.ctx, c.image) },
    },
    Operation {
        name: "soften_mask",
        changes: true,
        parameters: &[],
        call: |c, _| unsafe { super::array_mask::stoner_image_soften_mask(c.ctx, c.image) },
    },
    Operation {
        name: "shrink_mask",
        changes: true,
        parameters: &[],
        call: |c, _| unsafe { super::array_mask::stoner_image_shrink_mask(c.ctx, c.image) },
    },
    Operation {
        name: "set_fill_value",
        changes: true,
        parameters: &[
            Parameter { name: "fill_mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: FILL_WORDS, decides: "fill_value" },
            Parameter { name: "fill_value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "imaginary", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_mask::stoner_image_set_fill_value(c.ctx, c.image, a.i32(0), a.f64(1), a.f64(2)) },
    },
    Operation {
        name: "set_fill_value_i64",
        changes: true,
        parameters: &[
            Parameter { name: "fill_value", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_mask::stoner_image_set_fill_value_i64(c.ctx, c.image, a.i64(0)) },
    },
    Operation {
        name: "set_fill_value_u64",
        changes: true,
        parameters: &[
            Parameter { name: "fill_value", keyword: "", kind: Kind::Uint64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_mask::stoner_image_set_fill_value_u64(c.ctx, c.image, a.u64(0)) },
    },
    Operation {
        name: "filled",
        changes: false,
        parameters: &[
            Parameter { name: "fill_mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: FILL_WORDS, decides: "fill_value" },
            Parameter { name: "fill_value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_mask::stoner_image_filled(c.ctx, c.image, a.i32(0), a.f64(1), c.out) },
    },
    Operation {
        name: "filled_i64",
        changes: false,
        parameters: &[
            Parameter { name: "fill_value", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_mask::stoner_image_filled_i64(c.ctx, c.image, a.i64(0), c.out) },
    },
    Operation {
        name: "filled_u64",
        changes: false,
        parameters: &[
            Parameter { name: "fill_value", keyword: "", kind: Kind::Uint64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_mask::stoner_image_filled_u64(c.ctx, c.image, a.u64(0), c.out) },
    },
    Operation {
        name: "compressed",
        changes: false,
        parameters: &[],
        call: |c, _| unsafe { super::array_mask::stoner_image_compressed(c.ctx, c.image, c.out) },
    },
    Operation {
        name: "itemset",
        changes: true,
        parameters: &[
            Parameter { name: "index", keyword: "", kind: Kind::Int64s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_elements::stoner_image_itemset(c.ctx, c.image, a.i64s(0), a.len(0), a.f64(1)) },
    },
    Operation {
        name: "itemset_i64",
        changes: true,
        parameters: &[
            Parameter { name: "index", keyword: "", kind: Kind::Int64s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_elements::stoner_image_itemset_i64(c.ctx, c.image, a.i64s(0), a.len(0), a.i64(1)) },
    },
    Operation {
        name: "itemset_u64",
        changes: true,
        parameters: &[
            Parameter { name: "index", keyword: "", kind: Kind::Int64s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "value", keyword: "", kind: Kind::Uint64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_elements::stoner_image_itemset_u64(c.ctx, c.image, a.i64s(0), a.len(0), a.u64(1)) },
    },
    Operation {
        name: "itemset_complex",
        changes: true,
        parameters: &[
            Parameter { name: "index", keyword: "", kind: Kind::Int64s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "re", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "im", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_elements::stoner_image_itemset_complex(c.ctx, c.image, a.i64s(0), a.len(0), a.f64(1), a.f64(2)) },
    },
    Operation {
        name: "fill",
        changes: true,
        parameters: &[
            Parameter { name: "value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_elements::stoner_image_fill(c.ctx, c.image, a.f64(0)) },
    },
    Operation {
        name: "fill_i64",
        changes: true,
        parameters: &[
            Parameter { name: "value", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_elements::stoner_image_fill_i64(c.ctx, c.image, a.i64(0)) },
    },
    Operation {
        name: "fill_u64",
        changes: true,
        parameters: &[
            Parameter { name: "value", keyword: "", kind: Kind::Uint64, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_elements::stoner_image_fill_u64(c.ctx, c.image, a.u64(0)) },
    },
    Operation {
        name: "fill_complex",
        changes: true,
        parameters: &[
            Parameter { name: "re", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "im", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_elements::stoner_image_fill_complex(c.ctx, c.image, a.f64(0), a.f64(1)) },
    },
    Operation {
        name: "put",
        changes: true,
        parameters: &[
            Parameter { name: "indices", keyword: "", kind: Kind::Int64s, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "values", keyword: "", kind: Kind::Image, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: INDEX_WORDS, decides: "" },
        ],
        call: |c, a| unsafe { super::array_elements::stoner_image_put(c.ctx, c.image, a.i64s(0), a.len(0), a.image(1), a.i32(2)) },
    },
    Operation {
        name: "take",
        changes: false,
        parameters: &[
            Parameter { name: "indices", keyword: "", kind: Kind::Int64s, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "axis", keyword: "", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: INDEX_WORDS, decides: "" },
        ],
        call: |c, a| unsafe { super::array_elements::stoner_image_take(c.ctx, c.image, a.i64s(0), a.len(0), a.i32s(1), a.i32(2), c.out) },
    },
    Operation {
        name: "choose",
        changes: false,
        parameters: &[
            Parameter { name: "choices", keyword: "", kind: Kind::Images, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: INDEX_WORDS, decides: "" },
        ],
        call: |c, a| unsafe { super::array_elements::stoner_image_choose(c.ctx, c.image, a.images(0), a.len(0), a.i32(1), c.out) },
    },
    Operation {
        name: "compress",
        changes: false,
        parameters: &[
            Parameter { name: "condition", keyword: "", kind: Kind::Flags, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "axis", keyword: "", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_elements::stoner_image_compress(c.ctx, c.image, a.u8s(0), a.len(0), a.i32s(1), c.out) },
    },
    Operation {
        name: "repeat",
        changes: false,
        parameters: &[
            Parameter { name: "repeats", keyword: "", kind: Kind::Int64s, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "axis", keyword: "", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_elements::stoner_image_repeat(c.ctx, c.image, a.i64s(0), a.len(0), a.i32s(1), c.out) },
    },
    Operation {
        name: "diagonal",
        changes: false,
        parameters: &[
            Parameter { name: "offset", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "axis1", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "axis2", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_elements::stoner_image_diagonal(c.ctx, c.image, a.i64(0), a.i32(1), a.i32(2), c.out) },
    },
    Operation {
        name: "nonzero",
        changes: false,
        parameters: &[],
        call: |c, _| unsafe { super::array_elements::stoner_image_nonzero(c.ctx, c.image, c.out) },
    },
    Operation {
        name: "clip",
        changes: false,
        parameters: &[
            Parameter { name: "min", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(f64::NAN), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "max", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(f64::NAN), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_elements::stoner_image_clip(c.ctx, c.image, a.f64(0), a.f64(1), c.out) },
    },
    Operation {
        name: "clip_i64",
        changes: false,
        parameters: &[
            Parameter { name: "min", keyword: "", kind: Kind::Int64s, size: 1, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "max", keyword: "", kind: Kind::Int64s, size: 1, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_elements::stoner_image_clip_i64(c.ctx, c.image, a.i64s(0), a.i64s(1), c.out) },
    },
    Operation {
        name: "clip_u64",
        changes: false,
        parameters: &[
            Parameter { name: "min", keyword: "", kind: Kind::Uint64s, size: 1, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "max", keyword: "", kind: Kind::Uint64s, size: 1, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_elements::stoner_image_clip_u64(c.ctx, c.image, a.u64s(0), a.u64s(1), c.out) },
    },
    Operation {
        name: "clip_images",
        changes: false,
        parameters: &[
            Parameter { name: "min", keyword: "", kind: Kind::Image, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "max", keyword: "", kind: Kind::Image, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_elements::stoner_image_clip_images(c.ctx, c.image, a.image(0), a.image(1), c.out) },
    },
    Operation {
        name: "round",
        changes: false,
        parameters: &[
            Parameter { name: "decimals", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_elements::stoner_image_round(c.ctx, c.image, a.i32(0), c.out) },
    },
    Operation {
        name: "real",
        changes: false,
        parameters: &[],
        call: |c, _| unsafe { super::array_elements::stoner_image_real(c.ctx, c.image, c.out) },
    },
    Operation {
        name: "get_real",
        changes: false,
        parameters: &[],
        call: |c, _| unsafe { super::array_elements::stoner_image_get_real(c.ctx, c.image, c.out) },
    },
    Operation {
        name: "imag",
        changes: false,
        parameters: &[],
        call: |c, _| unsafe { super::array_elements::stoner_image_imag(c.ctx, c.image, c.out) },
    },
    Operation {
        name: "get_imag",
        changes: false,
        parameters: &[],
        call: |c, _| unsafe { super::array_elements::stoner_image_get_imag(c.ctx, c.image, c.out) },
    },
    Operation {
        name: "conj",
        changes: false,
        parameters: &[],
        call: |c, _| unsafe { super::array_elements::stoner_image_conj(c.ctx, c.image, c.out) },
    },
    Operation {
        name: "conjugate",
        changes: false,
        parameters: &[],
        call: |c, _| unsafe { super::array_elements::stoner_image_conjugate(c.ctx, c.image, c.out) },
    },
    Operation {
        name: "all",
        changes: false,
        parameters: &[
            Parameter { name: "axes", keyword: "axis", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "keepdims", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_reduce::stoner_image_all(c.ctx, c.image, a.i32s(0), a.len(0) as i32, a.i32(1), c.out) },
    },
    Operation {
        name: "any",
        changes: false,
        parameters: &[
            Parameter { name: "axes", keyword: "axis", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "keepdims", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_reduce::stoner_image_any(c.ctx, c.image, a.i32s(0), a.len(0) as i32, a.i32(1), c.out) },
    },
    Operation {
        name: "sum",
        changes: false,
        parameters: &[
            Parameter { name: "axes", keyword: "axis", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "dtype", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DTYPE_WORDS, decides: "" },
            Parameter { name: "keepdims", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_reduce::stoner_image_sum(c.ctx, c.image, a.i32s(0), a.len(0) as i32, a.i32(1), a.i32(2), c.out) },
    },
    Operation {
        name: "prod",
        changes: false,
        parameters: &[
            Parameter { name: "axes", keyword: "axis", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "dtype", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DTYPE_WORDS, decides: "" },
            Parameter { name: "keepdims", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_reduce::stoner_image_prod(c.ctx, c.image, a.i32s(0), a.len(0) as i32, a.i32(1), a.i32(2), c.out) },
    },
    Operation {
        name: "product",
        changes: false,
        parameters: &[
            Parameter { name: "axes", keyword: "axis", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "dtype", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DTYPE_WORDS, decides: "" },
            Parameter { name: "keepdims", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_reduce::stoner_image_product(c.ctx, c.image, a.i32s(0), a.len(0) as i32, a.i32(1), a.i32(2), c.out) },
    },
    Operation {
        name: "count",
        changes: false,
        parameters: &[
            Parameter { name: "axes", keyword: "axis", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "keepdims", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_reduce::stoner_image_count(c.ctx, c.image, a.i32s(0), a.len(0) as i32, a.i32(1), c.out) },
    },
    Operation {
        name: "mean",
        changes: false,
        parameters: &[
            Parameter { name: "axes", keyword: "axis", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "dtype", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DTYPE_WORDS, decides: "" },
            Parameter { name: "keepdims", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_reduce::stoner_image_mean(c.ctx, c.image, a.i32s(0), a.len(0) as i32, a.i32(1), a.i32(2), c.out) },
    },
    Operation {
        name: "var",
        changes: false,
        parameters: &[
            Parameter { name: "axes", keyword: "axis", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "dtype", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DTYPE_WORDS, decides: "" },
            Parameter { name: "ddof", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "keepdims", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_reduce::stoner_image_var(c.ctx, c.image, a.i32s(0), a.len(0) as i32, a.i32(1), a.i64(2), a.i32(3), c.out) },
    },
    Operation {
        name: "std",
        changes: false,
        parameters: &[
            Parameter { name: "axes", keyword: "axis", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "dtype", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DTYPE_WORDS, decides: "" },
            Parameter { name: "ddof", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "keepdims", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_reduce::stoner_image_std(c.ctx, c.image, a.i32s(0), a.len(0) as i32, a.i32(1), a.i64(2), a.i32(3), c.out) },
    },
    Operation {
        name: "anom",
        changes: false,
        parameters: &[
            Parameter { name: "axes", keyword: "axis", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "dtype", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DTYPE_WORDS, decides: "" },
        ],
        call: |c, a| unsafe { super::array_reduce::stoner_image_anom(c.ctx, c.image, a.i32s(0), a.len(0) as i32, a.i32(1), c.out) },
    },
    Operation {
        name: "min",
        changes: false,
        parameters: &[
            Parameter { name: "axes", keyword: "axis", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "fill_mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: FILL_WORDS, decides: "fill_value" },
            Parameter { name: "fill_value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "keepdims", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_extremes::stoner_image_min(c.ctx, c.image, a.i32s(0), a.len(0) as i32, a.i32(1), a.f64(2), a.i32(3), c.out) },
    },
    Operation {
        name: "max",
        changes: false,
        parameters: &[
            Parameter { name: "axes", keyword: "axis", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "fill_mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: FILL_WORDS, decides: "fill_value" },
            Parameter { name: "fill_value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "keepdims", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_extremes::stoner_image_max(c.ctx, c.image, a.i32s(0), a.len(0) as i32, a.i32(1), a.f64(2), a.i32(3), c.out) },
    },
    Operation {
        name: "mini",
        changes: false,
        parameters: &[
            Parameter { name: "axis", keyword: "", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_extremes::stoner_image_mini(c.ctx, c.image, a.i32s(0), c.out) },
    },
    Operation {
        name: "ptp",
        changes: false,
        parameters: &[
            Parameter { name: "axes", keyword: "axis", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "fill_mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: FILL_WORDS, decides: "fill_value" },
            Parameter { name: "fill_value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "keepdims", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_extremes::stoner_image_ptp(c.ctx, c.image, a.i32s(0), a.len(0) as i32, a.i32(1), a.f64(2), a.i32(3), c.out) },
    },
    Operation {
        name: "argmin",
        changes: false,
        parameters: &[
            Parameter { name: "axis", keyword: "", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "fill_mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: FILL_WORDS, decides: "fill_value" },
            Parameter { name: "fill_value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "keepdims", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_extremes::stoner_image_argmin(c.ctx, c.image, a.i32s(0), a.i32(1), a.f64(2), a.i32(3), c.out) },
    },
    Operation {
        name: "argmax",
        changes: false,
        parameters: &[
            Parameter { name: "axis", keyword: "", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "fill_mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: FILL_WORDS, decides: "fill_value" },
            Parameter { name: "fill_value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "keepdims", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_extremes::stoner_image_argmax(c.ctx, c.image, a.i32s(0), a.i32(1), a.f64(2), a.i32(3), c.out) },
    },
    Operation {
        name: "cumsum",
        changes: false,
        parameters: &[
            Parameter { name: "axis", keyword: "", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "dtype", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DTYPE_WORDS, decides: "" },
        ],
        call: |c, a| unsafe { super::array_scan::stoner_image_cumsum(c.ctx, c.image, a.i32s(0), a.i32(1), c.out) },
    },
    Operation {
        name: "cumprod",
        changes: false,
        parameters: &[
            Parameter { name: "axis", keyword: "", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "dtype", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DTYPE_WORDS, decides: "" },
        ],
        call: |c, a| unsafe { super::array_scan::stoner_image_cumprod(c.ctx, c.image, a.i32s(0), a.i32(1), c.out) },
    },
    Operation {
        name: "dot",
        changes: false,
        parameters: &[
            Parameter { name: "b", keyword: "", kind: Kind::Image, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "strict", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_scan::stoner_image_dot(c.ctx, c.image, a.image(0), a.i32(1), c.out) },
    },
    Operation {
        name: "trace",
        changes: false,
        parameters: &[
            Parameter { name: "offset", keyword: "", kind: Kind::Int64, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "axis1", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "axis2", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "dtype", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: DTYPE_WORDS, decides: "" },
        ],
        call: |c, a| unsafe { super::array_scan::stoner_image_trace(c.ctx, c.image, a.i64(0), a.i32(1), a.i32(2), a.i32(3), c.out) },
    },
    Operation {
        name: "sort",
        changes: false,
        parameters: &[
            Parameter { name: "axis", keyword: "", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "endwith", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "fill_mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: FILL_WORDS, decides: "fill_value" },
            Parameter { name: "fill_value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_order::stoner_image_sort(c.ctx, c.image, a.i32s(0), a.i32(1), a.i32(2), a.f64(3), c.out) },
    },
    Operation {
        name: "argsort",
        changes: false,
        parameters: &[
            Parameter { name: "axis", keyword: "", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "endwith", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "fill_mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: FILL_WORDS, decides: "fill_value" },
            Parameter { name: "fill_value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_order::stoner_image_argsort(c.ctx, c.image, a.i32s(0), a.i32(1), a.i32(2), a.f64(3), c.out) },
    },
    Operation {
        name: "partition",
        changes: false,
        parameters: &[
            Parameter { name: "kth", keyword: "", kind: Kind::Int64s, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "axis", keyword: "", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "endwith", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "fill_mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: FILL_WORDS, decides: "fill_value" },
            Parameter { name: "fill_value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_order::stoner_image_partition(c.ctx, c.image, a.i64s(0), a.len(0) as i32, a.i32s(1), a.i32(2), a.i32(3), a.f64(4), c.out) },
    },
    Operation {
        name: "argpartition",
        changes: false,
        parameters: &[
            Parameter { name: "kth", keyword: "", kind: Kind::Int64s, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "axis", keyword: "", kind: Kind::Int32s, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "endwith", keyword: "", kind: Kind::Bool, size: 0, fallback: Fallback::Int(1), zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "fill_mode", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: FILL_WORDS, decides: "fill_value" },
            Parameter { name: "fill_value", keyword: "", kind: Kind::Real, size: 0, fallback: Fallback::Real(0.0), zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_order::stoner_image_argpartition(c.ctx, c.image, a.i64s(0), a.len(0) as i32, a.i32s(1), a.i32(2), a.i32(3), a.f64(4), c.out) },
    },
    Operation {
        name: "searchsorted",
        changes: false,
        parameters: &[
            Parameter { name: "v", keyword: "", kind: Kind::Image, size: 0, fallback: Fallback::Required, zero: Zero::Number, words: &[], decides: "" },
            Parameter { name: "side", keyword: "", kind: Kind::Int32, size: 0, fallback: Fallback::Int(0), zero: Zero::Number, words: SIDE_WORDS, decides: "" },
            Parameter { name: "sorter", keyword: "", kind: Kind::Image, size: 0, fallback: Fallback::Null, zero: Zero::Number, words: &[], decides: "" },
        ],
        call: |c, a| unsafe { super::array_order::stoner_image_searchsorted(c.ctx, c.image, a.image(0), a.i32(1), a.image(2), c.out) },
    },
];
