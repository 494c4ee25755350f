//! Images combined with images and numbers, element by element. The numbers are those of [`crate::array::arithmetic`]; here is
//! what becomes of planes, map and metadata.
//!
//! The result has the planes, map, metadata and names of the first operand that has its shape: of `a`, unless the pixels of `a`
//! are repeated to fit those of `b` (a number, a row, a frame beside a stack). If both are repeated (a row and a column) `a`
//! gives metadata and names alone. Maps that differ are told in a warning.
//!
//! The functions that end in `_into` make the target what the others would return, in its own memory where the result fits and no
//! other image lies there. Nothing can go wrong once they write.

use crate::array::arithmetic::{self, Arithmetic, Comparison, Function, Input, Logic, Made, Outline, Room};
use crate::array::exchange::ByteLayout;
use crate::array::{Attributes, DType, MaskedArray};
use crate::context::{Context, Result, Warning};
use crate::image::Image;
use crate::image::unlike::{Alike, warn_of_unlike};

/// An image, or a number that counts for every pixel.
#[derive(Debug, Clone, Copy)]
pub enum Operand<'a> {
    /// An image; its shape is broadcast.
    Image(&'a Image),
    /// A number. It adapts to the image's dtype; integers become floating point.
    Number(f64),
}

impl<'a> Operand<'a> {
    fn input(self) -> Input<'a> {
        match self {
            Operand::Image(image) => Input::Array(image.array()),
            Operand::Number(value) => Input::Number(value),
        }
    }

    fn image(self) -> Option<&'a Image> {
        match self {
            Operand::Image(image) => Some(image),
            Operand::Number(_) => None,
        }
    }
}

/// The operation on each pair of elements; see [`arithmetic::arithmetic`].
///
/// # Errors
/// As there; [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) where shapes that are repeated would take far
/// more memory than the images.
pub fn arithmetic(
    ctx: &Context,
    operation: Arithmetic,
    a: Operand<'_>,
    b: Operand<'_>,
    dtype: Option<DType>,
) -> Result<Image> {
    let name = operation.name();
    afford(ctx, &[a, b])?;
    let made = arithmetic::arithmetic(&ctx.whole(), operation, a.input(), b.input(), dtype, &mut None)?;
    warn_of_overflow(ctx, name, &made);
    dress(ctx, name, made.array, [("a", a), ("b", b)])
}

/// The comparison of each pair of elements, as bool; see [`arithmetic::compare`].
///
/// # Errors
/// As there, and as [`arithmetic`].
pub fn compare(ctx: &Context, comparison: Comparison, a: Operand<'_>, b: Operand<'_>) -> Result<Image> {
    afford(ctx, &[a, b])?;
    let made = arithmetic::compare(&ctx.whole(), comparison, a.input(), b.input())?;
    dress(ctx, "compare", made.array, [("a", a), ("b", b)])
}

/// Truths combined, as bool; see [`arithmetic::logic`].
///
/// # Errors
/// As there, and as [`arithmetic`].
pub fn logic(ctx: &Context, operation: Logic, a: &Image, b: Option<&Image>) -> Result<Image> {
    let (a, b) = (Operand::Image(a), b.map(Operand::Image));
    afford(ctx, &[Some(a), b].into_iter().flatten().collect::<Vec<_>>())?;
    let made = arithmetic::logic(&ctx.whole(), operation, a.input(), b.map(Operand::input))?;
    dress(ctx, "logic", made.array, [("a", a), ("b", b.unwrap_or(a))])
}

/// Where the condition is not 0 the pixel of `a`, else that of `b`; see [`arithmetic::choose`].
///
/// # Errors
/// As there, and as [`arithmetic`].
pub fn choose(ctx: &Context, condition: &Image, a: Operand<'_>, b: Operand<'_>) -> Result<Image> {
    afford(ctx, &[Operand::Image(condition), a, b])?;
    let made = arithmetic::choose(&ctx.whole(), condition.array(), a.input(), b.input())?;
    let fits = |operand: Operand<'_>| operand.image().is_some_and(|image| image.shape() == made.array.shape());
    let operands = match fits(a) || fits(b) || !fits(Operand::Image(condition)) {
        true => [("a", a), ("b", b)],
        false => [("condition", Operand::Image(condition)), ("a", a)],
    };
    dress(ctx, "where", made.array, operands)
}

/// A function of each element; see [`arithmetic::function`].
///
/// # Errors
/// As there.
pub fn function(ctx: &Context, function: Function, image: &Image, dtype: Option<DType>) -> Result<Image> {
    let made = arithmetic::function(&ctx.whole(), function, Input::Array(image.array()), dtype, &mut None)?;
    warn_of_overflow(ctx, function.name(), &made);
    image.with_array(made.array.with_attributes_of(image.array()))
}

/// An operand of an operation whose result goes into an image.
#[derive(Debug, Clone, Copy)]
pub enum Source<'a> {
    /// An image or a number.
    Other(Operand<'a>),
    /// The image that the result goes into.
    Target,
}

/// [`arithmetic`] whose result the target becomes.
///
/// # Errors
/// As there; the target is then as it was.
pub fn arithmetic_into(
    ctx: &Context,
    operation: Arithmetic,
    a: Source<'_>,
    b: Source<'_>,
    dtype: Option<DType>,
    target: &mut Image,
) -> Result<()> {
    let result_dtype = |[a, b]: [Input<'_>; 2]| arithmetic::result_dtype(operation, &a, &b, dtype);
    into(ctx, operation.name(), [("a", a), ("b", b)], target, true, result_dtype, |ctx, [a, b], room| {
        arithmetic::arithmetic(&ctx.whole(), operation, a, b, dtype, room)
    })
}

/// [`function`] whose result the target becomes.
///
/// # Errors
/// As there; the target is then as it was.
pub fn function_into(
    ctx: &Context,
    function: Function,
    image: Source<'_>,
    dtype: Option<DType>,
    target: &mut Image,
) -> Result<()> {
    let of = |input: Input<'_>| input.dtype().unwrap_or(DType::F64);
    let result_dtype = |[input, _]: [Input<'_>; 2]| arithmetic::function_dtype(function, of(input), dtype);
    // Truths are not written over what they are made of.
    let in_place = !matches!(function, Function::Isnan | Function::Isinf | Function::Isfinite);
    into(ctx, function.name(), [("image", image); 2], target, in_place, result_dtype, |ctx, [input, _], room| {
        arithmetic::function(&ctx.whole(), function, input, dtype, room)
    })
}

/// [`arithmetic`] with the result in bytes of the caller's, which start at the lowest offset of `to`, and its mask, in C order, in others.
///
/// # Errors
/// As there; [`Status::BufferTooSmall`](crate::context::Status::BufferTooSmall);
/// [`Status::Shape`](crate::context::Status::Shape) when `to` has another shape than the result. What the caller's memory then holds is not
/// determined.
pub fn arithmetic_to_bytes(
    ctx: &Context,
    operation: Arithmetic,
    (a, b): (Operand<'_>, Operand<'_>),
    dtype: DType,
    to: (&ByteLayout, &mut [u8]),
    mask: Option<&mut [bool]>,
) -> Result<()> {
    let len = to.0.shape().iter().product();
    let wrapped = arithmetic::arithmetic_to_bytes(&ctx.whole(), operation, (a.input(), b.input()), dtype, to, mask)?;
    warn_of_wraps(ctx, operation.name(), wrapped, len, dtype);
    Ok(())
}

/// The shape and dtype of an [`arithmetic`] result.
///
/// # Errors
/// As there.
pub fn outline(
    operation: Arithmetic,
    a: Operand<'_>,
    b: Operand<'_>,
    dtype: Option<DType>,
) -> Result<(Vec<usize>, DType)> {
    let (a, b) = (a.input(), b.input());
    Ok((arithmetic::common_shape(&[a, b])?, arithmetic::result_dtype(operation, &a, &b, dtype)?))
}

fn input_of<'a>(source: Source<'a>, own: &'a Outline) -> Input<'a> {
    match source {
        Source::Other(operand) => operand.input(),
        Source::Target => Input::Target(own),
    }
}

fn operand_of<'a>(source: Source<'a>, target: &'a Image) -> Operand<'a> {
    match source {
        Source::Other(operand) => operand,
        Source::Target => Operand::Image(target),
    }
}

/// Makes the target the result, in its own memory where that is possible. `in_place`: also where it is an operand.
fn into(
    ctx: &Context,
    name: &str,
    sources: [(&str, Source<'_>); 2],
    target: &mut Image,
    in_place: bool,
    result_dtype: impl Fn([Input<'_>; 2]) -> Result<DType>,
    make: impl Fn(&Context, [Input<'_>; 2], &mut Option<Room>) -> Result<Made>,
) -> Result<()> {
    ctx.check_cancelled()?;
    let own = Outline::of(target.array());
    let inputs = sources.map(|(_, source)| input_of(source, &own));
    let (shape, dtype) = (arithmetic::common_shape(&inputs)?, result_dtype(inputs)?);
    // What belongs to the pixels, while they are there.
    let operands = sources.map(|(name, source)| (name, operand_of(source, target)));
    afford(ctx, &operands.map(|(_, operand)| operand))?;
    let belongings = Belongings::of(ctx, name, &shape, operands);

    // The call holds the target's lock: it reports nothing to functions of the host, and is not stopped half way.
    let alone = ctx.alone();
    let array = target.take_array();
    let used = sources.iter().any(|(_, source)| matches!(source, Source::Target));
    let (mut room, kept) = match Room::of(array, dtype, &shape) {
        Ok(room) if in_place || !used => (Some(room), None),
        Ok(room) => (None, Some(room.into_array())),
        Err(array) => (None, Some(array)),
    };
    let inputs = sources.map(|(_, source)| match (source, &kept) {
        (Source::Target, Some(array)) => Input::Array(array),
        _ => input_of(source, &own),
    });
    match make(&alone, inputs, &mut room) {
        Ok(made) => {
            warn_of_overflow(ctx, name, &made);
            *target = belongings.around(ctx, name, made.array);
            Ok(())
        }
        Err(error) => {
            if let Some(array) = kept.or(room.map(Room::into_array)) {
                target.put_array(array);
            }
            Err(error)
        }
    }
}

fn warn_of_overflow(ctx: &Context, name: &str, made: &Made) {
    warn_of_wraps(ctx, name, made.overflowed, made.array.len(), made.array.dtype());
}

fn warn_of_wraps(ctx: &Context, name: &str, wrapped: usize, of: usize, dtype: DType) {
    if wrapped > 0 {
        ctx.warn_of(
            Warning::Overflow,
            format!(
                "{name}: {wrapped} of {of} elements do not fit {dtype} and wrapped around; pass a `dtype` that holds \
                 them, such as float64"
            ),
        );
    }
}

/// Shapes that are repeated can make a result that is far larger than the images.
fn afford(ctx: &Context, operands: &[Operand<'_>]) -> Result<()> {
    let images = || operands.iter().filter_map(|operand| operand.image());
    let shape =
        images().try_fold(Vec::new(), |shape, image| crate::array::select::broadcast_shape(&shape, image.shape()))?;
    if images().any(|image| image.shape() == shape) {
        return Ok(());
    }
    let bytes = shape.iter().fold(16u64, |bytes, &n| bytes.saturating_mul(n as u64));
    let input = images().fold(0u64, |input, image| input.saturating_add(image.nbytes()));
    ctx.check_cost("b", format!("repeated to shape {shape:?}"), bytes, input)
}

/// The result as an image.
fn dress(ctx: &Context, name: &str, array: MaskedArray, operands: [(&str, Operand<'_>); 2]) -> Result<Image> {
    Ok(Belongings::of(ctx, name, array.shape(), operands).around(ctx, name, array))
}

/// What a result gets from its operands.
enum Belongings {
    /// All that one has, without its pixels; hard mask and fill value.
    All(Image, Attributes),
    /// Metadata and names of one whose pixels are repeated.
    Names(Image),
    Nothing,
}

impl Belongings {
    /// Warns of maps that differ.
    fn of(ctx: &Context, name: &str, shape: &[usize], operands: [(&str, Operand<'_>); 2]) -> Belongings {
        let images = || operands.iter().filter_map(|(name, operand)| operand.image().map(|image| (*name, image)));
        if let [Some(a), Some(b)] = [images().next(), images().nth(1)]
            && let (Ok(frame_a), Ok(frame_b)) = (a.1.frame_shape(), b.1.frame_shape())
            && frame_a == frame_b
            && !std::ptr::eq(a.1, b.1)
        {
            warn_of_unlike(ctx, name, a, b, Alike::Places);
        }
        match (images().find(|(_, image)| image.shape() == shape), images().next()) {
            (Some((_, image)), _) => Belongings::All(image.without_pixels(), image.array().attributes()),
            (None, Some((_, image))) => Belongings::Names(image.clone()),
            (None, None) => Belongings::Nothing,
        }
    }

    fn around(self, ctx: &Context, name: &str, array: MaskedArray) -> Image {
        match self {
            Belongings::All(mut image, attributes) => {
                image.put_array(array.with_attributes(attributes));
                image
            }
            Belongings::Names(image) => {
                let array = array.with_attributes_of(image.array());
                image.with_any_array(ctx, array, name)
            }
            Belongings::Nothing => Image::new(array),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::alloc;
    use crate::image::{Map, Plane};

    fn image(shape: &[usize], title: &str) -> Image {
        let mut image = Image::new(alloc::full(shape, 3.0f64).unwrap());
        image.set_title(Some(title.to_owned()));
        image
    }

    #[test]
    fn the_first_operand_of_the_results_shape_gives_what_belongs_to_the_pixels() {
        let ctx = Context::new();
        let add = |a: &Image, b: &Image| {
            arithmetic(&ctx, Arithmetic::Add, Operand::Image(a), Operand::Image(b), None).unwrap()
        };
        let (stack, mut frame, row, column) =
            (image(&[2, 3, 4], "stack"), image(&[3, 4], "frame"), image(&[4], "row"), image(&[3, 1], "column"));
        let plane = Plane { array: frame.array().clone(), unit: None };
        frame.set_plane("current", plane).unwrap();
        for (a, b, title) in [
            (&stack, &frame, "stack"),
            (&frame, &stack, "stack"),
            (&row, &frame, "frame"),
            (&frame, &frame, "frame"),
            (&row, &column, "row"),
        ] {
            let sum = add(a, b);
            assert_eq!(sum.title(), title);
            assert_eq!(sum.planes().names().count(), usize::from(title == "frame"));
        }
        assert_eq!(ctx.warning_counts(), (0, 0));
        let negative = arithmetic(&ctx, Arithmetic::Subtract, Operand::Number(1.0), Operand::Image(&frame), None);
        assert_eq!(negative.unwrap().title(), "frame");
    }

    #[test]
    fn other_maps_are_told() {
        let ctx = Context::new();
        let at = |x: f64| {
            let mut image = image(&[3, 4], "");
            let names = ["x".to_owned(), "y".to_owned()];
            image.set_map(Some(Map { origin: [x, 0.0], step: [[1.0, 0.0], [0.0, 1.0]], names, units: [None, None] }));
            image
        };
        let (here, there) = (at(0.0), at(9.0));
        compare(&ctx, Comparison::Less, Operand::Image(&here), Operand::Image(&here)).unwrap();
        assert_eq!(ctx.warning_counts(), (0, 0));
        compare(&ctx, Comparison::Less, Operand::Image(&here), Operand::Image(&there)).unwrap();
        assert_eq!(ctx.warning_kind(0), Some(Warning::Unlike));
    }
}
