//! Vectors of 512 bits: AVX-512 F, BW, DQ, VL.

use super::vector::{LANE, SET_FIRST, kernels, vector};
use std::arch::x86_64::*;

vector! {
    /// Eight keys of 64 bits.
    U64(__m512i) of 8 u64:
    load from _mm512_loadu_si512(from.cast());
    store v to _mm512_storeu_si512(to.cast(), v);
    all key _mm512_set1_epi64(key as i64);
    min a b _mm512_min_epu64(a, b);
    max _mm512_max_epu64(a, b);
    swapped v WITH match WITH {
        1 => _mm512_shuffle_epi32::<0b01_00_11_10>(v),
        2 => _mm512_permutex_epi64::<0b01_00_11_10>(v),
        3 => _mm512_permutex_epi64::<0b00_01_10_11>(v),
        4 => _mm512_shuffle_i64x2::<0b01_00_11_10>(v, v),
        _ => {
            let lanes = _mm512_cvtepu32_epi64(_mm256_loadu_si256(LANE.as_ptr().cast()));
            _mm512_permutexvar_epi64(_mm512_xor_si512(lanes, _mm512_set1_epi64(WITH as i64)), v)
        }
    };
    with_bit low high BIT _mm512_mask_blend_epi64(const { lanes_with(BIT) as u8 }, low, high);
    split v pivot left right {
        let below = _mm512_cmplt_epu64_mask(v, pivot);
        let order = _mm512_cvtepu8_epi64(_mm_loadl_epi64(SET_FIRST[usize::from(below)].as_ptr().cast()));
        let parted = _mm512_permutexvar_epi64(order, v);
        _mm512_storeu_si512(left.cast(), parted);
        _mm512_storeu_si512(right.sub(8).cast(), parted);
        below.count_ones() as usize
    };
}

vector! {
    /// Sixteen keys of 32 bits.
    U32(__m512i) of 16 u32:
    load from _mm512_loadu_si512(from.cast());
    store v to _mm512_storeu_si512(to.cast(), v);
    all key _mm512_set1_epi32(key as i32);
    min a b _mm512_min_epu32(a, b);
    max _mm512_max_epu32(a, b);
    swapped v WITH match WITH {
        1 => _mm512_shuffle_epi32::<0b10_11_00_01>(v),
        2 => _mm512_shuffle_epi32::<0b01_00_11_10>(v),
        3 => _mm512_shuffle_epi32::<0b00_01_10_11>(v),
        4 => _mm512_permutex_epi64::<0b01_00_11_10>(v),
        8 => _mm512_shuffle_i64x2::<0b01_00_11_10>(v, v),
        _ => {
            let lanes = _mm512_loadu_si512(LANE.as_ptr().cast());
            _mm512_permutexvar_epi32(_mm512_xor_si512(lanes, _mm512_set1_epi32(WITH as i32)), v)
        }
    };
    with_bit low high BIT _mm512_mask_blend_epi32(const { lanes_with(BIT) }, low, high);
    split v pivot left right {
        // A table for sixteen lanes would be too large: the lesser keys are compressed, then the others.
        let below = _mm512_cmplt_epu32_mask(v, pivot);
        let n = below.count_ones() as usize;
        _mm512_storeu_si512(left.cast(), _mm512_maskz_compress_epi32(below, v));
        let others = _mm512_maskz_compress_epi32(!below, v);
        _mm512_mask_storeu_epi32(right.sub(16 - n).cast(), ((1u32 << (16 - n)) - 1) as u16, others);
        n
    };
}

/// The mask of the lanes whose number has a bit.
const fn lanes_with(bit: usize) -> u16 {
    let (mut mask, mut lane) = (0, 0);
    while lane < 16 {
        if lane & bit != 0 {
            mask |= 1 << lane;
        }
        lane += 1;
    }
    mask
}

kernels!("avx512f,avx512bw,avx512dq,avx512vl,bmi1,bmi2,popcnt" kernels_u64 u64 U64);
kernels!("avx512f,avx512bw,avx512dq,avx512vl,bmi1,bmi2,popcnt" kernels_u32 u32 U32);
