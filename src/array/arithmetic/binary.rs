//! Two operands make one result.

use super::engine::{Made, Reads, Recipe, as_it_is, keep_first, run, run_to_bytes};
use super::kernels::Number;
use super::layout::Layout;
use super::operand::Input;
use super::operation::Arithmetic;
use super::room::Room;
use crate::array::casting::{Casting, check, is_safe, promote};
use crate::array::exchange::{AsBytes, ByteLayout};
use crate::array::{DType, MaskedArray, visit_unmasked};
use crate::context::{Error, Result, Stage, Status};
use crate::{dispatch, dispatch_dtype};

impl Arithmetic {
    /// The dtype of a result.
    ///
    /// # Errors
    /// [`Status::Dtype`] where numpy has no such operation.
    pub fn dtype(self, a: DType, b: DType) -> Result<DType> {
        let both = promote(a, b);
        let dtype = match self {
            Arithmetic::Divide if !(both.is_float() || both.is_complex()) => DType::F64,
            Arithmetic::FloorDivide | Arithmetic::Remainder | Arithmetic::Power if both == DType::Bool => DType::I8,
            Arithmetic::Hypot | Arithmetic::Arctan2 if !both.is_complex() => float_for(&[a, b]),
            _ => both,
        };
        self.check(dtype)?;
        Ok(dtype)
    }

    /// Whether it exists for a dtype.
    fn check(self, dtype: DType) -> Result<()> {
        if dispatch_dtype!(dtype, T => T::kernel(self).is_some()) {
            return Ok(());
        }
        let instead = match dtype {
            DType::Bool => "compare or combine by logic (xor) instead, or pass a `dtype`",
            d if d.is_complex() => "take the real part, the imaginary part or the magnitude first",
            _ => "pass a floating-point `dtype`",
        };
        Err(Error::new(Status::Dtype, format!("{} has no result of dtype {dtype}: {instead}", self.name())))
    }
}

/// The smallest floating-point dtype that holds the values of all (numpy's float16 is not among ours).
pub(super) fn float_for(dtypes: &[DType]) -> DType {
    if dtypes.iter().all(|&d| is_safe(d, DType::F32)) { DType::F32 } else { DType::F64 }
}

/// The dtypes of operands: a number's is that of the other operand, made floating point.
pub(super) fn dtypes_of(a: &Input<'_>, b: &Input<'_>) -> [DType; 2] {
    let of_number = |other: Option<DType>| match other {
        Some(dtype) if dtype.is_float() || dtype.is_complex() => dtype,
        _ => DType::F64,
    };
    [a.dtype().unwrap_or_else(|| of_number(b.dtype())), b.dtype().unwrap_or_else(|| of_number(a.dtype()))]
}

/// The operation on each pair of elements. `dtype` is that of the result, in which is computed; `None`: numpy's. The result takes the
/// room that there is, which fits it ([`result_dtype`], [`common_shape`](super::common_shape)).
///
/// # Errors
/// [`Status::Shape`] when the shapes cannot be broadcast; [`Status::Dtype`] where there is no such operation, or the operands
/// do not become `dtype` by the rule `same_kind`; [`Status::OutOfRange`] for a negative power of integers, and for a number that
/// the dtype does not hold; [`Status::Cancelled`]; [`Status::NoMemory`]. After an error the room is as it was.
pub fn arithmetic(
    stage: &Stage<'_>,
    operation: Arithmetic,
    a: Input<'_>,
    b: Input<'_>,
    dtype: Option<DType>,
    room: &mut Option<Room>,
) -> Result<Made> {
    fn typed<T: Number>(
        stage: &Stage<'_>,
        operation: Arithmetic,
        layout: &Layout,
        room: &mut Option<Room>,
    ) -> Result<Made> {
        run(stage, layout, &recipe::<T>(operation), room)
    }
    let (dtype, layout) = prepared(operation, a, b, dtype, room.as_ref())?;
    dispatch_dtype!(dtype, T => typed::<T>(stage, operation, &layout, room))
}

/// [`arithmetic`] with the result in bytes of the caller's, which start at the lowest offset of `to`, and its mask in others. Returns
/// how many elements do not fit the dtype.
///
/// # Errors
/// As there; [`Status::BufferTooSmall`].
pub fn arithmetic_to_bytes(
    stage: &Stage<'_>,
    operation: Arithmetic,
    (a, b): (Input<'_>, Input<'_>),
    dtype: DType,
    to: (&ByteLayout, &mut [u8]),
    mask: Option<&mut [bool]>,
) -> Result<usize> {
    fn typed<T: Number + AsBytes>(
        stage: &Stage<'_>,
        operation: Arithmetic,
        layout: &Layout,
        to: (&ByteLayout, &mut [u8]),
        mask: Option<&mut [bool]>,
    ) -> Result<usize> {
        run_to_bytes(stage, layout, &recipe::<T>(operation), to, mask)
    }
    let (dtype, layout) = prepared(operation, a, b, Some(dtype), None)?;
    dispatch_dtype!(dtype, T => typed::<T>(stage, operation, &layout, to, mask))
}

fn recipe<T: Number>(operation: Arithmetic) -> Recipe<T, T, T> {
    let Some(kernel) = T::kernel(operation) else { unreachable!("it was looked at before") };
    let target: (Reads<T, T>, Reads<T, T>) = (as_it_is, as_it_is);
    Recipe {
        kernel,
        under: Some(keep_first),
        target: Some(target),
        masks: operation.may_be_undefined(),
        cost: operation.cost(),
    }
}

/// All that can be wrong, before anything is written.
fn prepared(
    operation: Arithmetic,
    a: Input<'_>,
    b: Input<'_>,
    dtype: Option<DType>,
    room: Option<&Room>,
) -> Result<(DType, Layout)> {
    let dtype = result_dtype(operation, &a, &b, dtype)?;
    for input in [&a, &b] {
        check_number(input, dtype)?;
    }
    if operation == Arithmetic::Power && dtype.is_integer() {
        check_exponents(&b, room)?;
    }
    Ok((dtype, Layout::new(&[a, b])?))
}

/// The dtype of a result; `dtype` is the one that is asked for.
///
/// # Errors
/// [`Status::Dtype`] as [`arithmetic`].
pub fn result_dtype(operation: Arithmetic, a: &Input<'_>, b: &Input<'_>, dtype: Option<DType>) -> Result<DType> {
    let [dtype_a, dtype_b] = dtypes_of(a, b);
    let Some(dtype) = dtype else { return operation.dtype(dtype_a, dtype_b) };
    // A number has no dtype of its own.
    let both = match (a.dtype(), b.dtype()) {
        (Some(a), Some(b)) => promote(a, b),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => DType::Bool,
    };
    check(both, dtype, Casting::SameKind).map_err(|error| error.during("`dtype` is not allowed"))?;
    operation.check(dtype)?;
    Ok(dtype)
}

/// Whether a dtype holds a number: an integer dtype takes whole ones alone, and a finite one must stay finite.
pub(super) fn check_number(input: &Input<'_>, dtype: DType) -> Result<()> {
    let Input::Number(value) = *input else { return Ok(()) };
    let scalar = crate::array::Scalar::Float(value);
    let holds = if dtype.is_integer() {
        value.fract() == 0.0 && scalar.fits(dtype)
    } else if dtype == DType::Bool {
        value == 0.0 || value == 1.0
    } else {
        !value.is_finite() || scalar.in_dtype(dtype).to_complex().re.is_finite()
    };
    match holds {
        true => Ok(()),
        false => Err(Error::out_of_range("value", scalar, format!("a number that {dtype} holds, or another `dtype`"))),
    }
}

/// A negative power of an integer is none.
fn check_exponents(exponents: &Input<'_>, room: Option<&Room>) -> Result<()> {
    fn least_of(array: &MaskedArray) -> i128 {
        let mut least = 0i128;
        dispatch!(integer array.data(), |a| visit_unmasked(a, array.mask(), |x| least = least.min(i128::from(x))),
                  other => ());
        least
    }
    let least = match exponents {
        Input::Number(value) => (*value as i128).min(0),
        Input::Array(array) => least_of(array),
        Input::Target(_) => room.map_or(0, |room| least_of(room.array())),
    };
    match least {
        0.. => Ok(()),
        _ => Err(Error::out_of_range(
            "b",
            format!("{least} as a power of integers"),
            "0 or more; with a floating-point `dtype` any",
        )),
    }
}
