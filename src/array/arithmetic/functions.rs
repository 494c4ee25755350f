//! Functions of one number.

use super::binary::float_for;
use super::engine::{Kernel, Made, OVERFLOWED, Reads, Recipe, UNDEFINED, as_it_is, keep_first, run};
use super::kernels::{ComplexNumber, Finite};
use super::layout::Layout;
use super::loops::{each, plain_each};
use super::operand::{Fetch, Input};
use super::room::Room;
use crate::array::casting::{Casting, check};
use crate::array::{Cast, DType};
use crate::context::{Error, Result, Stage, Status};
use crate::dispatch_dtype;
use num_complex::Complex;

macro_rules! functions {
    ($($name:ident = $text:literal, $what:literal;)+) => {
        /// A mathematical function of one number.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Function { $(#[doc = $what] $name,)+ }

        impl Function {
            /// numpy's name.
            pub const fn name(self) -> &'static str {
                match self { $(Function::$name => $text,)+ }
            }
        }
    };
}

functions! {
    Negative = "negative", "-x";
    Absolute = "absolute", "The magnitude; real for complex numbers.";
    Sign = "sign", "-1, 0 or 1; NaN for NaN.";
    Square = "square", "x * x";
    Sqrt = "sqrt", "The square root.";
    Reciprocal = "reciprocal", "1 / x";
    Exp = "exp", "e to the power of x.";
    Expm1 = "expm1", "e to the power of x, less 1: exact for small x.";
    Log = "log", "The natural logarithm.";
    Log1p = "log1p", "The natural logarithm of 1 + x: exact for small x.";
    Log2 = "log2", "The logarithm to base 2.";
    Log10 = "log10", "The logarithm to base 10.";
    Sin = "sin", "The sine of an angle in radians.";
    Cos = "cos", "The cosine.";
    Tan = "tan", "The tangent.";
    Arcsin = "arcsin", "The angle with this sine.";
    Arccos = "arccos", "The angle with this cosine.";
    Arctan = "arctan", "The angle with this tangent.";
    Floor = "floor", "The greatest whole number that is not above x.";
    Ceil = "ceil", "The least whole number that is not below x.";
    Trunc = "trunc", "x without what follows the point.";
    Isnan = "isnan", "Whether x is NaN, as bool.";
    Isinf = "isinf", "Whether x is infinite, as bool.";
    Isfinite = "isfinite", "Whether x is neither, as bool.";
}

/// What a function gives.
enum Gives {
    /// Elements of the same type.
    Same,
    /// Of a complex number its real magnitude.
    Magnitude,
    Truth,
}

impl Function {
    const fn gives(self, dtype: DType) -> Gives {
        match self {
            Function::Isnan | Function::Isinf | Function::Isfinite => Gives::Truth,
            Function::Absolute if dtype.is_complex() => Gives::Magnitude,
            _ => Gives::Same,
        }
    }

    /// Whether it computes in floating point alone.
    const fn needs_float(self) -> bool {
        !matches!(
            self,
            Function::Negative
                | Function::Absolute
                | Function::Sign
                | Function::Square
                | Function::Floor
                | Function::Ceil
                | Function::Trunc
                | Function::Isnan
                | Function::Isinf
                | Function::Isfinite
        )
    }

    /// Whether it has no value for some numbers; such elements are masked.
    const fn may_be_undefined(self) -> bool {
        matches!(
            self,
            Function::Sqrt
                | Function::Reciprocal
                | Function::Log
                | Function::Log1p
                | Function::Log2
                | Function::Log10
                | Function::Tan
                | Function::Arcsin
                | Function::Arccos
        )
    }

    /// The dtype in which is computed.
    fn dtype(self, of: DType) -> DType {
        match self {
            // A whole number has none that is whole.
            Function::Reciprocal if of.is_integer() || of == DType::Bool => DType::F64,
            Function::Square if of == DType::Bool => DType::I8,
            _ if self.needs_float() && !(of.is_float() || of.is_complex()) => float_for(&[of]),
            _ => of,
        }
    }
}

/// The dtype of a result; `dtype` is the one that is asked for.
///
/// # Errors
/// [`Status::Dtype`] as [`function`].
pub fn result_dtype(function: Function, own: DType, dtype: Option<DType>) -> Result<DType> {
    let in_dtype = computed_in(function, own, dtype)?;
    Ok(match (function.gives(own), in_dtype) {
        (Gives::Truth, _) => DType::Bool,
        (Gives::Magnitude, DType::C64) => DType::F32,
        (Gives::Magnitude, _) => DType::F64,
        (Gives::Same, dtype) => dtype,
    })
}

fn computed_in(function: Function, own: DType, dtype: Option<DType>) -> Result<DType> {
    Ok(match (dtype, function.gives(own)) {
        (None, _) => function.dtype(own),
        (Some(DType::Bool), Gives::Truth) => own,
        (Some(DType::F32), Gives::Magnitude) => DType::C64,
        (Some(DType::F64), Gives::Magnitude) => DType::C128,
        (Some(dtype), Gives::Same) => {
            check(own, dtype, Casting::SameKind).map_err(|error| error.during("`dtype` is not allowed"))?;
            dtype
        }
        (Some(dtype), _) => return Err(none_in(function, dtype)),
    })
}

/// The function of each element. `dtype` is that of the result; `None`: numpy's. The result takes the room that there is, which fits it
/// ([`result_dtype`]).
///
/// # Errors
/// [`Status::Dtype`] where there is no such function, or the operand does not become `dtype` by the rule `same_kind`;
/// [`Status::Cancelled`]; [`Status::NoMemory`]. After an error the room is as it was.
pub fn function(
    stage: &Stage<'_>,
    function: Function,
    input: Input<'_>,
    dtype: Option<DType>,
    room: &mut Option<Room>,
) -> Result<Made> {
    let in_dtype = computed_in(function, input.dtype().unwrap_or(DType::F64), dtype)?;
    let layout = Layout::new(&[input])?;
    fn typed<T: Functions>(
        stage: &Stage<'_>,
        function: Function,
        layout: &Layout,
        room: &mut Option<Room>,
    ) -> Result<Made> {
        let cost = if function.needs_float() { 16 } else { 1 };
        let masks = function.may_be_undefined();
        match function.gives(T::DTYPE) {
            Gives::Truth => {
                let kernel = T::truth(function);
                run(stage, layout, &Recipe { kernel, under: None, target: None, masks: false, cost: 1 }, room)
            }
            Gives::Magnitude => {
                let kernel: Kernel<T, bool, T::Magnitude> = |a, _, out, _| {
                    a.iter().zip(out).for_each(|(&a, out)| *out = a.magnitude());
                    0
                };
                run(stage, layout, &Recipe { kernel, under: None, target: None, masks: false, cost: 8 }, room)
            }
            Gives::Same => {
                let kernel = T::kernel(function).ok_or_else(|| none_in(function, T::DTYPE))?;
                let target: (Reads<T, T>, Reads<T, bool>) = (as_it_is, |_, _| ());
                let recipe = Recipe { kernel, under: Some(keep_first), target: Some(target), masks, cost };
                run(stage, layout, &recipe, room)
            }
        }
    }
    dispatch_dtype!(in_dtype, T => typed::<T>(stage, function, &layout, room))
}

fn none_in(function: Function, dtype: DType) -> Error {
    let instead = match dtype {
        DType::Bool => "use stoner_image_logic (not), or pass another `dtype`",
        d if d.is_complex() => "take the real part, the imaginary part or the magnitude first",
        _ => "pass a floating-point `dtype`",
    };
    Error::new(Status::Dtype, format!("{} has no result of dtype {dtype}: {instead}", function.name()))
}

/// A kernel without a second operand.
macro_rules! kernel {
    (plain $f:expr) => {
        Some(|a, _, out, _said| {
            plain_each(a, out, $f);
            0
        })
    };
    ($f:expr) => {
        Some(|a, _, out, said| each(a, out, said, $f))
    };
}

/// The types of which functions are taken.
trait Functions: Fetch {
    /// The real type of the same precision.
    type Magnitude: Fetch;
    /// The function, where it gives this type.
    fn kernel(function: Function) -> Option<Kernel<Self, bool, Self>>;
    fn magnitude(self) -> Self::Magnitude;
    fn is_nan(self) -> bool;
    fn is_infinite(self) -> bool;

    fn truth(function: Function) -> Kernel<Self, bool, bool> {
        match function {
            Function::Isnan => |a, _, out, _| {
                plain_each(a, out, |a: Self| a.is_nan());
                0
            },
            Function::Isinf => |a, _, out, _| {
                plain_each(a, out, |a: Self| a.is_infinite());
                0
            },
            _ => |a, _, out, _| {
                plain_each(a, out, |a: Self| !(a.is_nan() || a.is_infinite()));
                0
            },
        }
    }
}

impl Functions for bool {
    type Magnitude = bool;
    fn kernel(function: Function) -> Option<Kernel<bool, bool, bool>> {
        match function {
            Function::Absolute | Function::Floor | Function::Ceil | Function::Trunc => kernel!(plain |a: bool| a),
            _ => None,
        }
    }
    fn magnitude(self) -> bool {
        self
    }
    #[inline(always)]
    fn is_nan(self) -> bool {
        false
    }
    #[inline(always)]
    fn is_infinite(self) -> bool {
        false
    }
}

#[inline(always)]
fn told<T>((value, overflowed): (T, bool)) -> (T, u8) {
    (value, if overflowed { OVERFLOWED } else { 0 })
}

macro_rules! integers {
    ($($type:ident $absolute:expr, $sign:expr;)+) => { $(impl Functions for $type {
        type Magnitude = $type;
        fn kernel(function: Function) -> Option<Kernel<$type, bool, $type>> {
            match function {
                Function::Negative => kernel!(|a: $type| told(a.overflowing_neg())),
                Function::Absolute => kernel!(|a: $type| told($absolute(a))),
                Function::Sign => kernel!(plain $sign),
                Function::Square => kernel!(|a: $type| told(a.overflowing_mul(a))),
                Function::Floor | Function::Ceil | Function::Trunc => kernel!(plain |a: $type| a),
                _ => None,
            }
        }
        fn magnitude(self) -> $type {
            self
        }
        #[inline(always)]
        fn is_nan(self) -> bool {
            false
        }
        #[inline(always)]
        fn is_infinite(self) -> bool {
            false
        }
    })+ };
}
integers! {
    u8 |a| (a, false), |a: u8| u8::from(a > 0);
    u16 |a| (a, false), |a: u16| u16::from(a > 0);
    u32 |a| (a, false), |a: u32| u32::from(a > 0);
    u64 |a| (a, false), |a: u64| u64::from(a > 0);
    i8 i8::overflowing_abs, i8::signum;
    i16 i16::overflowing_abs, i16::signum;
    i32 i32::overflowing_abs, i32::signum;
    i64 i64::overflowing_abs, i64::signum;
}

/// Undefined where it has no finite value.
#[inline(always)]
fn if_finite<T: Finite>(value: T) -> (T, u8) {
    (value, if value.is_finite() { 0 } else { UNDEFINED })
}

macro_rules! floats {
    ($($type:ident)+) => { $(impl Functions for $type {
        type Magnitude = $type;
        fn kernel(function: Function) -> Option<Kernel<$type, bool, $type>> {
            match function {
                Function::Negative => kernel!(plain |a: $type| -a),
                Function::Absolute => kernel!(plain |a: $type| a.abs()),
                Function::Sign => kernel!(plain |a: $type| if a == 0.0 { 0.0 } else if a.is_nan() { a } else { a.signum() }),
                Function::Square => kernel!(plain |a: $type| a * a),
                Function::Sqrt => kernel!(|a: $type| if_finite(a.sqrt())),
                Function::Reciprocal => kernel!(|a: $type| if_finite(1.0 / a)),
                Function::Exp => kernel!(plain $type::exp),
                Function::Expm1 => kernel!(plain $type::exp_m1),
                Function::Log => kernel!(|a: $type| if_finite(a.ln())),
                Function::Log1p => kernel!(|a: $type| if_finite(a.ln_1p())),
                Function::Log2 => kernel!(|a: $type| if_finite(a.log2())),
                Function::Log10 => kernel!(|a: $type| if_finite(a.log10())),
                Function::Sin => kernel!(plain $type::sin),
                Function::Cos => kernel!(plain $type::cos),
                Function::Tan => kernel!(|a: $type| if_finite(a.tan())),
                Function::Arcsin => kernel!(|a: $type| if_finite(a.asin())),
                Function::Arccos => kernel!(|a: $type| if_finite(a.acos())),
                Function::Arctan => kernel!(plain $type::atan),
                Function::Floor => kernel!(plain $type::floor),
                Function::Ceil => kernel!(plain $type::ceil),
                Function::Trunc => kernel!(plain $type::trunc),
                Function::Isnan | Function::Isinf | Function::Isfinite => None,
            }
        }
        fn magnitude(self) -> $type {
            self.abs()
        }
        #[inline(always)]
        fn is_nan(self) -> bool {
            $type::is_nan(self)
        }
        #[inline(always)]
        fn is_infinite(self) -> bool {
            $type::is_infinite(self)
        }
    })+ };
}
floats!(f32 f64);

/// The tangent of a complex number; where its parts' exponentials overflow it is that of their limits.
fn tangent(z: Complex<f64>) -> Complex<f64> {
    let (sin, cos) = z.re.sin_cos();
    if z.im.abs() > 20.0 {
        return Complex::new(4.0 * sin * cos * (-2.0 * z.im.abs()).exp(), 1.0f64.copysign(z.im));
    }
    let (sinh, cosh) = (z.im.sinh(), z.im.cosh());
    let scale = cos * cos + sinh * sinh;
    Complex::new(sin * cos / scale, sinh * cosh / scale)
}

macro_rules! complex {
    ($($type:ident)+) => { $(impl Functions for Complex<$type> {
        type Magnitude = $type;
        fn kernel(function: Function) -> Option<Kernel<Self, bool, Self>> {
            type C = Complex<$type>;
            const ONE: C = C::new(1.0, 0.0);
            match function {
                Function::Negative => kernel!(plain |a: C| -a),
                Function::Square => kernel!(plain |a: C| a * a),
                Function::Sqrt => kernel!(|a: C| if_finite(a.sqrt())),
                Function::Reciprocal => kernel!(|a: C| if_finite(ONE.over(a))),
                Function::Exp => kernel!(plain |a: C| a.exp()),
                Function::Log => kernel!(|a: C| if_finite(a.ln())),
                Function::Log2 => kernel!(|a: C| if_finite(a.ln() / (2.0 as $type).ln())),
                Function::Log10 => kernel!(|a: C| if_finite(a.ln() / (10.0 as $type).ln())),
                Function::Sin => kernel!(plain |a: C| a.sin()),
                Function::Cos => kernel!(plain |a: C| a.cos()),
                Function::Tan => kernel!(|a: C| if_finite(Cast::cast(tangent(Cast::cast(a))))),
                _ => None,
            }
        }
        fn magnitude(self) -> $type {
            self.re.hypot(self.im)
        }
        #[inline(always)]
        fn is_nan(self) -> bool {
            self.re.is_nan() || self.im.is_nan()
        }
        #[inline(always)]
        fn is_infinite(self) -> bool {
            self.re.is_infinite() || self.im.is_infinite()
        }
    })+ };
}
complex!(f32 f64);
