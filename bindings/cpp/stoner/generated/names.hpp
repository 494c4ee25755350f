/// @file names.hpp
/// The names of the constants, as text.
/// Made from interface/interface.json by bindings/generator: do not edit.

#ifndef STONER_NAMES_HPP
#define STONER_NAMES_HPP

#include "constants.hpp"

STONER_NAMESPACE_BEGIN

/// The name of a constant of Status.
constexpr const char *to_string(Status value) noexcept {
    switch (value) {
    case Status::ok: return "ok";
    case Status::invalid_argument: return "invalid_argument";
    case Status::invalid_handle: return "invalid_handle";
    case Status::null_pointer: return "null_pointer";
    case Status::invalid_utf8: return "invalid_utf8";
    case Status::buffer_too_small: return "buffer_too_small";
    case Status::no_memory: return "no_memory";
    case Status::cancelled: return "cancelled";
    case Status::not_interactive: return "not_interactive";
    case Status::unsupported: return "unsupported";
    case Status::internal: return "internal";
    case Status::out_of_range: return "out_of_range";
    case Status::shape: return "shape";
    case Status::dtype: return "dtype";
    case Status::no_result: return "no_result";
    case Status::key_not_found: return "key_not_found";
    case Status::metadata_type: return "metadata_type";
    case Status::file_not_found: return "file_not_found";
    case Status::io: return "io";
    case Status::format: return "format";
    case Status::corrupt: return "corrupt";
    case Status::being_written: return "being_written";
    case Status::changed: return "changed";
    case Status::polarization: return "polarization";
    }
    return "unknown";
}

/// The name of a constant of Warning.
constexpr const char *to_string(Warning value) noexcept {
    switch (value) {
    case Warning::other: return "other";
    case Warning::positions_dropped: return "positions_dropped";
    case Warning::precision: return "precision";
    case Warning::sign: return "sign";
    case Warning::clipped: return "clipped";
    case Warning::reduced: return "reduced";
    case Warning::ambiguous: return "ambiguous";
    case Warning::uncertain: return "uncertain";
    case Warning::frame_failed: return "frame_failed";
    case Warning::file_damaged: return "file_damaged";
    case Warning::file_reduced: return "file_reduced";
    case Warning::not_measured: return "not_measured";
    case Warning::picture: return "picture";
    case Warning::no_unit: return "no_unit";
    case Warning::unlike: return "unlike";
    case Warning::overflow: return "overflow";
    case Warning::assumed: return "assumed";
    }
    return "unknown";
}

/// The name of a constant of InstructionSet.
constexpr const char *to_string(InstructionSet value) noexcept {
    switch (value) {
    case InstructionSet::best: return "best";
    case InstructionSet::baseline: return "baseline";
    case InstructionSet::avx2: return "avx2";
    case InstructionSet::avx512: return "avx512";
    }
    return "unknown";
}

/// The name of a constant of Dtype.
constexpr const char *to_string(Dtype value) noexcept {
    switch (value) {
    case Dtype::by_default: return "default";
    case Dtype::bool_: return "bool";
    case Dtype::u8: return "u8";
    case Dtype::i8: return "i8";
    case Dtype::u16: return "u16";
    case Dtype::i16: return "i16";
    case Dtype::u32: return "u32";
    case Dtype::i32: return "i32";
    case Dtype::u64: return "u64";
    case Dtype::i64: return "i64";
    case Dtype::f32: return "f32";
    case Dtype::f64: return "f64";
    case Dtype::c64: return "c64";
    case Dtype::c128: return "c128";
    }
    return "unknown";
}

/// The name of a constant of Mode.
constexpr const char *to_string(Mode value) noexcept {
    switch (value) {
    case Mode::by_default: return "default";
    case Mode::constant: return "constant";
    case Mode::grid_constant: return "grid_constant";
    case Mode::nearest: return "nearest";
    case Mode::reflect: return "reflect";
    case Mode::mirror: return "mirror";
    case Mode::wrap: return "wrap";
    case Mode::grid_wrap: return "grid_wrap";
    }
    return "unknown";
}

/// The name of a constant of Interpolation.
constexpr const char *to_string(Interpolation value) noexcept {
    switch (value) {
    case Interpolation::by_default: return "default";
    case Interpolation::nearest: return "nearest";
    case Interpolation::linear: return "linear";
    case Interpolation::quadratic: return "quadratic";
    case Interpolation::cubic: return "cubic";
    case Interpolation::quartic: return "quartic";
    case Interpolation::quintic: return "quintic";
    }
    return "unknown";
}

/// The name of a constant of Type.
constexpr const char *to_string(Type value) noexcept {
    switch (value) {
    case Type::none: return "none";
    case Type::bool_: return "bool";
    case Type::i64: return "i64";
    case Type::f64: return "f64";
    case Type::complex: return "complex";
    case Type::string: return "string";
    case Type::bytes: return "bytes";
    case Type::timestamp: return "timestamp";
    case Type::array: return "array";
    case Type::list: return "list";
    case Type::cluster: return "cluster";
    case Type::tuple: return "tuple";
    }
    return "unknown";
}

/// The name of a constant of ScanKind.
constexpr const char *to_string(ScanKind value) noexcept {
    switch (value) {
    case ScanKind::generic: return "generic";
    case ScanKind::image: return "image";
    case ScanKind::stack: return "stack";
    case ScanKind::line_spectrum: return "line_spectrum";
    case ScanKind::point_spectrum: return "point_spectrum";
    case ScanKind::focus: return "focus";
    case ScanKind::osa_image: return "osa_image";
    case ScanKind::osa_focus: return "osa_focus";
    case ScanKind::detector_image: return "detector_image";
    }
    return "unknown";
}

/// The name of a constant of AxisRole.
constexpr const char *to_string(AxisRole value) noexcept {
    switch (value) {
    case AxisRole::other: return "other";
    case AxisRole::frame: return "frame";
    case AxisRole::row: return "row";
    case AxisRole::column: return "column";
    case AxisRole::spectrum: return "spectrum";
    }
    return "unknown";
}

/// The name of a constant of Direction.
constexpr const char *to_string(Direction value) noexcept {
    switch (value) {
    case Direction::descending: return "descending";
    case Direction::none: return "none";
    case Direction::ascending: return "ascending";
    }
    return "unknown";
}

/// The name of a constant of Quantity.
constexpr const char *to_string(Quantity value) noexcept {
    switch (value) {
    case Quantity::energy: return "energy";
    case Quantity::dwell: return "dwell";
    case Quantity::polarization: return "polarization";
    case Quantity::helicity: return "helicity";
    case Quantity::ring_current: return "ring_current";
    case Quantity::sample_x: return "sample_x";
    case Quantity::sample_y: return "sample_y";
    case Quantity::zone_plate: return "zone_plate";
    }
    return "unknown";
}

/// The name of a constant of Spread.
constexpr const char *to_string(Spread value) noexcept {
    switch (value) {
    case Spread::nearest: return "nearest";
    case Spread::linear: return "linear";
    }
    return "unknown";
}

/// The name of a constant of Cval.
constexpr const char *to_string(Cval value) noexcept {
    switch (value) {
    case Cval::mean: return "mean";
    case Cval::value: return "value";
    }
    return "unknown";
}

/// The name of a constant of Prefilter.
constexpr const char *to_string(Prefilter value) noexcept {
    switch (value) {
    case Prefilter::none: return "none";
    case Prefilter::gaussian: return "gaussian";
    case Prefilter::scharr: return "scharr";
    }
    return "unknown";
}

/// The name of a constant of Series.
constexpr const char *to_string(Series value) noexcept {
    switch (value) {
    case Series::reference: return "reference";
    case Series::neighbour: return "neighbour";
    case Series::all_pairs: return "all_pairs";
    }
    return "unknown";
}

/// The name of a constant of Grid.
constexpr const char *to_string(Grid value) noexcept {
    switch (value) {
    case Grid::linear: return "linear";
    case Grid::nearest: return "nearest";
    case Grid::cubic: return "cubic";
    }
    return "unknown";
}

/// The name of a constant of GridFill.
constexpr const char *to_string(GridFill value) noexcept {
    switch (value) {
    case GridFill::mean: return "mean";
    case GridFill::value: return "value";
    case GridFill::mask: return "mask";
    }
    return "unknown";
}

/// The name of a constant of Draw.
constexpr const char *to_string(Draw value) noexcept {
    switch (value) {
    case Draw::image: return "image";
    case Draw::mask: return "mask";
    }
    return "unknown";
}

/// The name of a constant of Circle.
constexpr const char *to_string(Circle value) noexcept {
    switch (value) {
    case Circle::bresenham: return "bresenham";
    case Circle::andres: return "andres";
    }
    return "unknown";
}

/// The name of a constant of Arithmetic.
constexpr const char *to_string(Arithmetic value) noexcept {
    switch (value) {
    case Arithmetic::add: return "add";
    case Arithmetic::subtract: return "subtract";
    case Arithmetic::multiply: return "multiply";
    case Arithmetic::divide: return "divide";
    case Arithmetic::floor_divide: return "floor_divide";
    case Arithmetic::remainder: return "remainder";
    case Arithmetic::power: return "power";
    case Arithmetic::minimum: return "minimum";
    case Arithmetic::maximum: return "maximum";
    case Arithmetic::hypot: return "hypot";
    case Arithmetic::arctan2: return "arctan2";
    }
    return "unknown";
}

/// The name of a constant of Comparison.
constexpr const char *to_string(Comparison value) noexcept {
    switch (value) {
    case Comparison::equal: return "equal";
    case Comparison::not_equal: return "not_equal";
    case Comparison::less: return "less";
    case Comparison::less_equal: return "less_equal";
    case Comparison::greater: return "greater";
    case Comparison::greater_equal: return "greater_equal";
    }
    return "unknown";
}

/// The name of a constant of Logic.
constexpr const char *to_string(Logic value) noexcept {
    switch (value) {
    case Logic::and_: return "and";
    case Logic::or_: return "or";
    case Logic::xor_: return "xor";
    case Logic::not_: return "not";
    }
    return "unknown";
}

/// The name of a constant of Math.
constexpr const char *to_string(Math value) noexcept {
    switch (value) {
    case Math::negative: return "negative";
    case Math::absolute: return "absolute";
    case Math::sign: return "sign";
    case Math::square: return "square";
    case Math::sqrt: return "sqrt";
    case Math::reciprocal: return "reciprocal";
    case Math::exp: return "exp";
    case Math::expm1: return "expm1";
    case Math::log: return "log";
    case Math::log1p: return "log1p";
    case Math::log2: return "log2";
    case Math::log10: return "log10";
    case Math::sin: return "sin";
    case Math::cos: return "cos";
    case Math::tan: return "tan";
    case Math::arcsin: return "arcsin";
    case Math::arccos: return "arccos";
    case Math::arctan: return "arctan";
    case Math::floor: return "floor";
    case Math::ceil: return "ceil";
    case Math::trunc: return "trunc";
    case Math::isnan: return "isnan";
    case Math::isinf: return "isinf";
    case Math::isfinite: return "isfinite";
    }
    return "unknown";
}

/// The name of a constant of Level.
constexpr const char *to_string(Level value) noexcept {
    switch (value) {
    case Level::clip: return "clip";
    case Level::norm: return "norm";
    case Level::none: return "none";
    }
    return "unknown";
}

/// The name of a constant of Sgolay.
constexpr const char *to_string(Sgolay value) noexcept {
    switch (value) {
    case Sgolay::smooth: return "smooth";
    case Sgolay::x: return "x";
    case Sgolay::y: return "y";
    case Sgolay::both: return "both";
    }
    return "unknown";
}

/// The name of a constant of Fft.
constexpr const char *to_string(Fft value) noexcept {
    switch (value) {
    case Fft::magnitude: return "magnitude";
    case Fft::phase: return "phase";
    case Fft::complex: return "complex";
    }
    return "unknown";
}

/// The name of a constant of Radial.
constexpr const char *to_string(Radial value) noexcept {
    switch (value) {
    case Radial::distance: return "distance";
    case Radial::angle: return "angle";
    case Radial::complex: return "complex";
    }
    return "unknown";
}

/// The name of a constant of Angles.
constexpr const char *to_string(Angles value) noexcept {
    switch (value) {
    case Angles::from_right: return "from_right";
    case Angles::from_left: return "from_left";
    }
    return "unknown";
}

/// The name of a constant of Order.
constexpr const char *to_string(Order value) noexcept {
    switch (value) {
    case Order::by_default: return "default";
    case Order::c: return "c";
    case Order::f: return "f";
    case Order::a: return "a";
    case Order::k: return "k";
    }
    return "unknown";
}

/// The name of a constant of Casting.
constexpr const char *to_string(Casting value) noexcept {
    switch (value) {
    case Casting::by_default: return "default";
    case Casting::no: return "no";
    case Casting::equiv: return "equiv";
    case Casting::safe: return "safe";
    case Casting::same_kind: return "same_kind";
    case Casting::unsafe: return "unsafe";
    }
    return "unknown";
}

/// The name of a constant of Flag.
constexpr const char *to_string(Flag value) noexcept {
    switch (value) {
    case Flag::c_contiguous: return "c_contiguous";
    case Flag::f_contiguous: return "f_contiguous";
    case Flag::owndata: return "owndata";
    case Flag::aligned: return "aligned";
    case Flag::writeable: return "writeable";
    }
    return "unknown";
}

/// The name of a constant of ByteOrder.
constexpr const char *to_string(ByteOrder value) noexcept {
    switch (value) {
    case ByteOrder::swap: return "swap";
    case ByteOrder::native: return "native";
    case ByteOrder::little: return "little";
    case ByteOrder::big: return "big";
    }
    return "unknown";
}

/// The name of a constant of Fill.
constexpr const char *to_string(Fill value) noexcept {
    switch (value) {
    case Fill::by_default: return "default";
    case Fill::value: return "value";
    case Fill::own: return "own";
    }
    return "unknown";
}

/// The name of a constant of Index.
constexpr const char *to_string(Index value) noexcept {
    switch (value) {
    case Index::by_default: return "default";
    case Index::raise: return "raise";
    case Index::wrap: return "wrap";
    case Index::clip: return "clip";
    }
    return "unknown";
}

/// The name of a constant of Side.
constexpr const char *to_string(Side value) noexcept {
    switch (value) {
    case Side::left: return "left";
    case Side::right: return "right";
    }
    return "unknown";
}

/// The name of a constant of Dialog.
constexpr const char *to_string(Dialog value) noexcept {
    switch (value) {
    case Dialog::file: return "file";
    case Dialog::directory: return "directory";
    case Dialog::save: return "save";
    case Dialog::files: return "files";
    }
    return "unknown";
}

STONER_NAMESPACE_END

#endif
