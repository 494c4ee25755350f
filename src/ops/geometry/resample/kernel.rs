//! The kernels: the pixels that a value between pixels comes from, and their weights.

use crate::array::Float;

/// How values between pixels are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kernel {
    /// The nearest pixel; halfway the one further right or down.
    Nearest,
    /// Linear between neighbours.
    Linear,
    /// Cubic convolution with a = -1/2, which goes through the pixels unchanged: R. Keys (1981), "Cubic convolution
    /// interpolation for digital image processing", IEEE Trans. Acoust. Speech Signal Process. 29 (6), 1153-1160.
    CatmullRom,
    /// The B-spline of order 2 through the pixels: M. Unser, A. Aldroubi, M. Eden (1993), "B-spline signal processing", IEEE
    /// Trans. Signal Process. 41 (2), 821-848; so the next three.
    Spline2,
    /// The B-spline of order 3.
    Spline3,
    /// The B-spline of order 4.
    Spline4,
    /// The B-spline of order 5.
    Spline5,
}

/// The largest number of pixels that a kernel takes along an axis.
pub(super) const MAX_TAPS: usize = 6;

impl Kernel {
    /// The kernel that scikit-image's warps take for an order: 3 is [`Kernel::CatmullRom`].
    pub fn of_warp(order: i32) -> Option<Kernel> {
        if order == 3 { Some(Kernel::CatmullRom) } else { Kernel::of_spline(order) }
    }

    /// The kernel that scipy.ndimage takes for an order: 3 is [`Kernel::Spline3`].
    pub fn of_spline(order: i32) -> Option<Kernel> {
        use Kernel::{Linear, Nearest, Spline2, Spline3, Spline4, Spline5};
        let kernels = [Nearest, Linear, Spline2, Spline3, Spline4, Spline5];
        usize::try_from(order).ok().and_then(|order| kernels.get(order).copied())
    }

    /// The number of pixels along an axis.
    pub(super) fn taps(self) -> usize {
        match self {
            Kernel::Nearest => 1,
            Kernel::Linear => 2,
            Kernel::Spline2 => 3,
            Kernel::Spline3 | Kernel::CatmullRom => 4,
            Kernel::Spline4 => 5,
            Kernel::Spline5 => 6,
        }
    }

    /// The poles of the filter that makes a B-spline's coefficients of pixels; none where the pixels themselves serve.
    pub(super) fn poles(self) -> &'static [f64] {
        match self {
            Kernel::Nearest | Kernel::Linear | Kernel::CatmullRom => &[],
            Kernel::Spline2 => &[-0.171_572_875_253_809_9],
            Kernel::Spline3 => &[-0.267_949_192_431_122_7],
            Kernel::Spline4 => &[-0.361_341_225_900_220_18, -0.013_725_429_297_339_121],
            Kernel::Spline5 => &[-0.430_575_347_099_973_8, -0.043_096_288_203_264_65],
        }
    }

    /// The first pixel, and the weights of it and those that follow it, for a position along an axis.
    pub(super) fn at<T: Float>(self, x: f64) -> (isize, [T; MAX_TAPS]) {
        fn place<T: Float, K: Taps<N>, const N: usize>(x: f64) -> (isize, [T; MAX_TAPS]) {
            let centre = (x + half(N)).floor();
            let mut weights = [T::ZERO; MAX_TAPS];
            weights[..N].copy_from_slice(&K::weights(T::from_f64(x - centre)));
            (centre as isize - before(N) as isize, weights)
        }
        match self {
            Kernel::Nearest => place::<T, Nearest, 1>(x),
            Kernel::Linear => place::<T, Linear, 2>(x),
            Kernel::CatmullRom => place::<T, CatmullRom, 4>(x),
            Kernel::Spline2 => place::<T, Spline2, 3>(x),
            Kernel::Spline3 => place::<T, Spline3, 4>(x),
            Kernel::Spline4 => place::<T, Spline4, 5>(x),
            Kernel::Spline5 => place::<T, Spline5, 6>(x),
        }
    }
}

/// The offset that is added to a position before it is floored: a kernel of an odd number of pixels has one in its middle.
pub(super) const fn half(taps: usize) -> f64 {
    if taps % 2 == 1 { 0.5 } else { 0.0 }
}

/// The number of pixels before the floored one.
pub(super) const fn before(taps: usize) -> usize {
    (taps - 1) / 2
}

/// The weights of a kernel of `N` pixels, known when it is compiled.
pub(super) trait Taps<const N: usize> {
    /// `t` is the position less the floored one: 0 to 1 for an even `N`, -0.5 to 0.5 for an odd one.
    fn weights<T: Float>(t: T) -> [T; N];
}

pub(super) struct Nearest;
pub(super) struct Linear;
pub(super) struct CatmullRom;
pub(super) struct Spline2;
pub(super) struct Spline3;
pub(super) struct Spline4;
pub(super) struct Spline5;

#[inline(always)]
fn c<T: Float>(value: f64) -> T {
    T::from_f64(value)
}

impl Taps<1> for Nearest {
    #[inline(always)]
    fn weights<T: Float>(_: T) -> [T; 1] {
        [T::ONE]
    }
}

impl Taps<2> for Linear {
    #[inline(always)]
    fn weights<T: Float>(t: T) -> [T; 2] {
        [T::ONE - t, t]
    }
}

impl Taps<4> for CatmullRom {
    #[inline(always)]
    fn weights<T: Float>(t: T) -> [T; 4] {
        let (h, u) = (c::<T>(0.5) * t, T::ONE - t);
        // The outer two are products, and the inner two follow from sum and symmetry.
        let (a, d) = (-h * u * u, -h * t * u);
        let p = t * t * (c::<T>(3.0) - c::<T>(2.0) * t);
        [a, T::ONE - p - d, p - a, d]
    }
}

impl Taps<3> for Spline2 {
    #[inline(always)]
    fn weights<T: Float>(t: T) -> [T; 3] {
        let (h, a, b) = (c::<T>(0.5), c::<T>(0.5) - t, c::<T>(0.5) + t);
        [h * a * a, c::<T>(0.75) - t * t, h * b * b]
    }
}

impl Taps<4> for Spline3 {
    #[inline(always)]
    fn weights<T: Float>(t: T) -> [T; 4] {
        let (u, sixth) = (T::ONE - t, c::<T>(1.0 / 6.0));
        let inner = |x: T| (x * x * (x - c(2.0)) * c(3.0) + c(4.0)) * sixth;
        [u * u * u * sixth, inner(t), inner(u), t * t * t * sixth]
    }
}

impl Taps<5> for Spline4 {
    #[inline(always)]
    fn weights<T: Float>(t: T) -> [T; 5] {
        let outer = |x: T| x * x * x * x * c(1.0 / 24.0);
        let next = |y: T| y * (y * (y * (c::<T>(5.0) - y) * c(1.0 / 6.0) - c(1.25)) + c(5.0 / 24.0)) + c(55.0 / 96.0);
        let s = t * t;
        let middle = s * (s * c(0.25) - c(0.625)) + c(115.0 / 192.0);
        [outer(c::<T>(0.5) - t), next(T::ONE + t), middle, next(T::ONE - t), outer(c::<T>(0.5) + t)]
    }
}

impl Taps<6> for Spline5 {
    #[inline(always)]
    fn weights<T: Float>(t: T) -> [T; 6] {
        let outer = |x: T| x * x * x * x * x * c(1.0 / 120.0);
        let next =
            |y: T| y * (y * (y * (y * (y * c(1.0 / 24.0) - c(0.375)) + c(1.25)) - c(1.75)) + c(0.625)) + c(0.425);
        let inner = |y: T| {
            let s = y * y;
            s * (s * (c::<T>(0.25) - y * c(1.0 / 12.0)) - c(0.5)) + c(0.55)
        };
        let u = T::ONE - t;
        [outer(u), next(T::ONE + t), inner(t), inner(u), next(T::ONE + u), outer(t)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_have_sum_1_and_are_symmetric() {
        for kernel in (0..6).flat_map(|order| [Kernel::of_warp(order).unwrap(), Kernel::of_spline(order).unwrap()]) {
            for i in 0..1000 {
                let x = 7.0 + i as f64 / 1000.0;
                let (start, weights) = kernel.at::<f64>(x);
                assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-14, "{kernel:?} {x}");
                // Mirrored about 0; ties of the floor aside.
                let (mirrored, reversed) = kernel.at::<f64>(-x);
                let n = kernel.taps();
                for (k, weight) in weights.iter().enumerate().take(n) {
                    let place = -(start + k as isize) - mirrored;
                    let other = usize::try_from(place).ok().and_then(|p| reversed.get(p)).copied().unwrap_or(0.0);
                    assert!((weight - other).abs() < 1e-13 || kernel == Kernel::Nearest, "{kernel:?} {x}");
                }
            }
        }
    }

    #[test]
    fn kernels_reproduce_polynomials() {
        // Keys' kernel goes through quadratics. A B-spline's moments about its middle do not depend on the position up to
        // its order: here the mean.
        for kernel in (1..6).flat_map(|order| [Kernel::of_warp(order).unwrap(), Kernel::of_spline(order).unwrap()]) {
            for i in 0..100 {
                let x = i as f64 / 100.0 - 0.3;
                let (start, weights) = kernel.at::<f64>(x);
                let moment = |p: i32| -> f64 {
                    weights.iter().enumerate().map(|(k, w)| w * ((start + k as isize) as f64).powi(p)).sum()
                };
                assert!((moment(1) - x).abs() < 1e-13, "{kernel:?} {x}");
                if kernel == Kernel::CatmullRom {
                    assert!((moment(2) - x * x).abs() < 1e-13, "{x}");
                }
            }
        }
    }
}
