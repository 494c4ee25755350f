//! X-ray magnetic circular dichroism: the contrast of magnetic domains.

use super::polarization::{KEY, polarization};
use crate::array::{Data, MaskedArray, Real, Shared, alloc};
use crate::context::{Context, Error, Result, Status};
use crate::image::Image;
use crate::image::unlike::{Alike, note_source, warn_of_unlike};

/// The metadata entry with the file of the image of positive polarization.
pub const PLUS: &str = "xmcd.plus";
/// The metadata entry with the file of the image of negative polarization.
pub const MINUS: &str = "xmcd.minus";

/// (plus - minus) / (plus + minus) of two images of opposite polarization.
///
/// The image whose metadata give a polarization above 0 is plus, whichever comes first, so that the sign of the contrast
/// does not depend on the order of the arguments. `f32` stays `f32` where both are, all else is computed in `f64`.
///
/// A pixel is masked where it is masked in either image, and where the quotient is no finite number (0/0, x/0, NaN or
/// infinity in either image); in the latter case its value is NaN. Everything else (planes, map, metadata, file name and
/// title) is the first image's; the entries [`PLUS`] and [`MINUS`] name both files.
///
/// Maps, energies and dwells that differ are told in a warning, with the values of both.
///
/// # Errors
/// [`Status::Polarization`] when the polarizations are equal or one is unknown; [`Status::Shape`] when the shapes differ
/// or the rank is not 2 or 3; [`Status::Dtype`] for complex images; [`Status::NoMemory`].
pub fn xmcd(ctx: &Context, a: &Image, b: &Image) -> Result<Image> {
    a.frame_shape()?;
    if a.shape() != b.shape() {
        return Err(Error::new(
            Status::Shape,
            format!("xmcd: the images have different shapes, {:?} and {:?}", a.shape(), b.shape()),
        ));
    }
    if a.dtype().is_complex() || b.dtype().is_complex() {
        return Err(Error::new(
            Status::Dtype,
            format!("xmcd: the images are {} and {}; allowed are real dtypes", a.dtype(), b.dtype()),
        ));
    }
    let (plus, minus) = match (polarization(ctx, a), polarization(ctx, b)) {
        (1, -1) => (a, b),
        (-1, 1) => (b, a),
        (p, q) => {
            return Err(Error::new(
                Status::Polarization,
                format!(
                    "xmcd needs images of opposite polarization; '{}' has {p:+} and '{}' has {q:+}, the sign of '{KEY}' \
                     (0: not known)",
                    a.title(),
                    b.title()
                ),
            ));
        }
    };
    warn_of_unlike(ctx, "xmcd", ("a", a), ("b", b), Alike::All);
    let ratio = match (plus.data(), minus.data()) {
        (Data::F32(plus), Data::F32(minus)) => contrast(plus, minus)?,
        (plus, minus) => contrast(&plus.to_f64()?, &minus.to_f64()?)?,
    };
    ctx.check_cancelled()?;
    let mut array = ratio;
    for mask in [a.array().mask(), b.array().mask()].into_iter().flatten() {
        array = array.with_more_mask(mask.clone())?;
    }
    let mut result = a.with_array(array)?;
    note_source(&mut result, PLUS, plus);
    note_source(&mut result, MINUS, minus);
    Ok(result)
}

/// The quotients; NaN and masked where there is none.
fn contrast<F: Quotient>(plus: &Shared<F>, minus: &Shared<F>) -> Result<MaskedArray> {
    let ratio = alloc::zip_map(plus.view(), minus.view(), F::quotient)?;
    let undefined = ratio.iter().any(|v| v.is_nan());
    let mask = undefined.then(|| alloc::map(ratio.view(), Real::is_nan)).transpose()?;
    MaskedArray::new(ratio, mask.map(ndarray::ArrayD::into_shared))
}

/// The float types in which the quotient is computed.
trait Quotient: Real {
    /// (plus - minus) / (plus + minus), NaN where that is no finite number.
    fn quotient(plus: Self, minus: Self) -> Self;
}

macro_rules! quotient {
    ($($float:ident)+) => { $(impl Quotient for $float {
        fn quotient(plus: $float, minus: $float) -> $float {
            let ratio = (plus - minus) / (plus + minus);
            if ratio.is_finite() && (plus + minus).is_finite() {
                return ratio;
            }
            // The sum or difference of two finite numbers may be too large; that of their halves is not.
            let (plus, minus) = (plus / 2.0, minus / 2.0);
            let ratio = (plus - minus) / (plus + minus);
            if ratio.is_finite() { ratio } else { $float::NAN }
        }
    })+ };
}
quotient!(f32 f64);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::{DType, Element, Mask};
    use crate::image::{Map, Plane};

    fn image<T: Element>(values: &[T], mask: Option<&[bool]>, polarization: f64, name: &str) -> Image {
        let shape = [1, values.len()];
        let mask = mask.map(|m| -> Mask { alloc::from_vec(&shape, m.to_vec()).unwrap().into_shared() });
        let data = alloc::from_vec(&shape, values.to_vec()).unwrap();
        let mut image = Image::new(MaskedArray::new(data, mask).unwrap());
        image.own_metadata_mut().insert(KEY, polarization);
        image.set_filename(Some(format!("/data/{name}")));
        image
    }

    #[test]
    fn the_sign_comes_from_the_polarization_not_from_the_order() {
        let ctx = Context::new();
        let plus = image(&[3u16, 5, 0], None, 0.2, "plus");
        let mut minus = image(&[1u16, 10, 7], None, -0.2, "minus");
        minus.set_plane("current", Plane { array: minus.array().clone(), unit: None }).unwrap();
        let names = ["x".to_owned(), "y".to_owned()];
        minus.set_map(Some(Map { origin: [1.0, 2.0], step: [[1.0, 0.0], [0.0, -1.0]], names, units: [None, None] }));
        for (a, b) in [(&plus, &minus), (&minus, &plus)] {
            let result = xmcd(&ctx, a, b).unwrap();
            assert_eq!(result.data().typed::<f64>().unwrap().as_slice().unwrap(), [0.5, -5.0 / 15.0, -1.0]);
            assert!(result.array().mask().is_none());
            // All but the pixels is the first image's, and both files are told.
            let mut rest = result.with_array(a.array().clone()).unwrap();
            for (key, file) in [(PLUS, "/data/plus"), (MINUS, "/data/minus")] {
                assert_eq!(rest.own_metadata_mut().pop(key).unwrap().value.as_str(), Some(file));
            }
            assert!(rest.equals(a));
        }
    }

    #[test]
    fn what_is_no_number_is_masked_and_masks_are_united() {
        let (inf, nan) = (f64::INFINITY, f64::NAN);
        let (t, f) = (true, false);
        let plus =
            image(&[0.0, 2.0, nan, 1.0, inf, 1.0, 9.0, 9.0, 1.5e308], Some(&[f, f, f, f, f, f, t, f, f]), 1.0, "p");
        let minus =
            image(&[0.0, -2.0, 1.0, nan, 1.0, inf, 1.0, 1.0, 0.5e308], Some(&[f, f, f, f, f, f, f, t, f]), -1.0, "m");
        for (a, b) in [(&plus, &minus), (&minus, &plus)] {
            let result = xmcd(&Context::new(), a, b).unwrap();
            assert_eq!(result.array().mask().unwrap().as_slice().unwrap(), [t, t, t, t, t, t, t, t, f]);
            let data = result.data().typed::<f64>().unwrap().as_slice().unwrap();
            assert!(data[..6].iter().all(|v| v.is_nan()), "{data:?}");
            assert_eq!(data[6..], [0.8, 0.8, 0.5]);
        }
    }

    #[test]
    fn two_f32_stay_f32_and_all_else_is_f64() {
        let dtype = |a: &Image, b: &Image| xmcd(&Context::new(), a, b).unwrap().dtype();
        let minus = image(&[1.0f32], None, -1.0, "m");
        assert_eq!(dtype(&image(&[2.0f32], None, 1.0, "p"), &minus), DType::F32);
        assert_eq!(dtype(&image(&[2.0f64], None, 1.0, "p"), &minus), DType::F64);
        assert_eq!(dtype(&image(&[2i8], None, 1.0, "p"), &minus), DType::F64);
        // In u64 the difference would wrap.
        let result = xmcd(&Context::new(), &image(&[1u64], None, 1.0, "p"), &image(&[3u64], None, -1.0, "m")).unwrap();
        assert_eq!(result.data().typed::<f64>().unwrap()[[0, 0]], -0.5);
    }

    #[test]
    fn what_does_not_fit_is_refused_by_name() {
        let ctx = Context::new();
        for (p, q) in [(0.2, 0.3), (-1.0, -1.0), (0.0, 1.0), (-1.0, f64::NAN), (0.0, 0.0)] {
            let error = xmcd(&ctx, &image(&[1.0], None, p, "first"), &image(&[1.0], None, q, "second")).unwrap_err();
            assert_eq!(error.status(), Status::Polarization);
            assert!(error.message().contains("'first'") && error.message().contains("'second'"), "{error}");
        }
        let one = image(&[1.0], None, 1.0, "a");
        assert_eq!(xmcd(&ctx, &one, &image(&[1.0, 2.0], None, -1.0, "b")).unwrap_err().status(), Status::Shape);
        let complex = image(&[num_complex::Complex::new(1.0, 1.0)], None, -1.0, "c");
        assert_eq!(xmcd(&ctx, &one, &complex).unwrap_err().status(), Status::Dtype);
    }
}
