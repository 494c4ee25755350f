//! Vectors of 256 bits: AVX2.

use super::vector::{LANE, SET_FIRST, kernels, vector};
use std::arch::x86_64::*;

vector! {
    /// Four keys of 64 bits.
    U64(__m256i) of 4 u64:
    load from _mm256_loadu_si256(from.cast());
    store v to _mm256_storeu_si256(to.cast(), v);
    all key _mm256_set1_epi64x(key as i64);
    min a b _mm256_blendv_epi8(a, b, above(a, b));
    max _mm256_blendv_epi8(b, a, above(a, b));
    swapped v WITH match WITH {
        1 => _mm256_shuffle_epi32::<0b01_00_11_10>(v),
        2 => _mm256_permute4x64_epi64::<0b01_00_11_10>(v),
        _ => _mm256_permute4x64_epi64::<0b00_01_10_11>(v),
    };
    with_bit low high BIT match BIT {
        1 => _mm256_blend_epi32::<0b1100_1100>(low, high),
        _ => _mm256_blend_epi32::<0b1111_0000>(low, high),
    };
    split v pivot left right {
        let below = _mm256_movemask_pd(_mm256_castsi256_pd(above(pivot, v))) as usize;
        let order = _mm256_loadu_si256(HALVES_SET_FIRST[below & 15].as_ptr().cast());
        let parted = _mm256_permutevar8x32_epi32(v, order);
        _mm256_storeu_si256(left.cast(), parted);
        _mm256_storeu_si256(right.sub(4).cast(), parted);
        below.count_ones() as usize
    };
}

/// Where a is greater, as unsigned numbers: AVX2 compares signed ones.
///
/// # Safety
/// The processor has AVX2.
#[inline(always)]
unsafe fn above(a: __m256i, b: __m256i) -> __m256i {
    // SAFETY: as the function's.
    unsafe {
        let sign = _mm256_set1_epi64x(i64::MIN);
        _mm256_cmpgt_epi64(_mm256_xor_si256(a, sign), _mm256_xor_si256(b, sign))
    }
}

/// For each mask of four bits the halves of the 64-bit lanes that are set, then those of the others.
static HALVES_SET_FIRST: [[u32; 8]; 16] = {
    let mut table = [[0; 8]; 16];
    let mut mask = 0;
    while mask < 16 {
        // The upper four bits are set as well, and their lanes come after the other set ones.
        let lanes = &SET_FIRST[mask];
        let (mut i, mut at) = (0, 0);
        while i < 8 {
            if lanes[i] < 4 {
                table[mask][at] = 2 * lanes[i] as u32;
                table[mask][at + 1] = 2 * lanes[i] as u32 + 1;
                at += 2;
            }
            i += 1;
        }
        mask += 1;
    }
    table
};

vector! {
    /// Eight keys of 32 bits.
    U32(__m256i) of 8 u32:
    load from _mm256_loadu_si256(from.cast());
    store v to _mm256_storeu_si256(to.cast(), v);
    all key _mm256_set1_epi32(key as i32);
    min a b _mm256_min_epu32(a, b);
    max _mm256_max_epu32(a, b);
    swapped v WITH match WITH {
        1 => _mm256_shuffle_epi32::<0b10_11_00_01>(v),
        2 => _mm256_shuffle_epi32::<0b01_00_11_10>(v),
        3 => _mm256_shuffle_epi32::<0b00_01_10_11>(v),
        4 => _mm256_permute4x64_epi64::<0b01_00_11_10>(v),
        _ => {
            let lanes = _mm256_loadu_si256(LANE.as_ptr().cast());
            _mm256_permutevar8x32_epi32(v, _mm256_xor_si256(lanes, _mm256_set1_epi32(WITH as i32)))
        }
    };
    with_bit low high BIT match BIT {
        1 => _mm256_blend_epi32::<0b1010_1010>(low, high),
        2 => _mm256_blend_epi32::<0b1100_1100>(low, high),
        _ => _mm256_blend_epi32::<0b1111_0000>(low, high),
    };
    split v pivot left right {
        // A key is not below the pivot where the greater of both is the key.
        let others = _mm256_cmpeq_epi32(_mm256_max_epu32(v, pivot), v);
        let below = !_mm256_movemask_ps(_mm256_castsi256_ps(others)) as usize & 255;
        let order = _mm256_cvtepu8_epi32(_mm_loadl_epi64(SET_FIRST[below].as_ptr().cast()));
        let parted = _mm256_permutevar8x32_epi32(v, order);
        _mm256_storeu_si256(left.cast(), parted);
        _mm256_storeu_si256(right.sub(8).cast(), parted);
        below.count_ones() as usize
    };
}

kernels!("avx2,bmi1,bmi2,popcnt" kernels_u64 u64 U64);
kernels!("avx2,bmi1,bmi2,popcnt" kernels_u32 u32 U32);
