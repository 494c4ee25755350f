"""Times the array rows of shape, masks, elements and bytes against numpy.ma: 2048 x 2048 f64 with a tenth masked, one thread."""

import ctypes

import compare  # sets the paths
import numpy as np
import stoner_c as sc
from stoner_c import lib

SIDE = 2048
F32, U8, I32, F64 = (sc.DTYPES[np.dtype(name)] for name in ("f4", "u1", "i4", "f8"))


def main():
    rng = np.random.default_rng(1)
    data = rng.normal(scale=100, size=(SIDE, SIDE))
    array = np.ma.MaskedArray(data, rng.random(data.shape) < 0.1)
    image = sc.from_array(array)
    turned, turned_image = array.T, sc.transpose(image)
    complex_array = np.ma.MaskedArray(data + 1j, array.mask)
    complex_image = sc.from_array(complex_array)
    rows, flat = rng.integers(0, SIDE, SIDE), rng.integers(0, data.size, data.size)
    condition, bits = (c := rng.random(SIDE) < 0.5), c.astype(np.uint8)
    counts = rng.integers(0, 3, SIDE)
    index = np.ma.MaskedArray(rng.integers(0, 2, data.shape), array.mask)
    index_image, one = sc.from_array(index), sc.from_array(np.array([1.0]))
    low, low_image = data - 10, sc.from_array(data - 10)
    few = rng.integers(0, data.size, 100_000)
    bytes_ = np.empty(data.size * 17, np.uint8)

    def tobytes():
        lib.functions.stoner_image_tobytes(None, image, 0, ctypes.c_double(0), 0, pointer(bytes_), size(bytes_), None)

    def toflex():
        lib.functions.stoner_image_toflex(None, image, pointer(bytes_), size(bytes_), None)

    def dumps():
        lib.functions.stoner_image_dumps(None, image, pointer(bytes_), size(bytes_), None)

    def peers(name, ours, numpy):
        return name, {"libstoner": ours, "numpy.ma": numpy}

    filled = array.copy()
    writable = lib.image_clone(image)
    lib.image_fill(writable, 0)
    compare.compare(
        "Elements of 2048 x 2048 float64, a tenth masked",
        [
            peers("take rows", lambda: lib.image_take(image, rows, SIDE, [0]), lambda: array.take(rows, 0)),
            peers("take columns", lambda: lib.image_take(image, rows, SIDE, [1]), lambda: array.take(rows, 1)),
            peers("take anywhere", lambda: lib.image_take(image, flat, flat.size), lambda: array.take(flat)),
            peers("compress rows", lambda: lib.image_compress(image, bits, SIDE, [0]), lambda: array.compress(condition, 0)),
            peers("compress columns", lambda: lib.image_compress(image, bits, SIDE, [1]), lambda: array.compress(condition, 1)),
            peers("repeat each twice", lambda: lib.image_repeat(image, [2], 1, [1]), lambda: array.repeat(2, 1)),
            peers("repeat columns by counts", lambda: lib.image_repeat(image, counts, SIDE, [1]), lambda: array.repeat(counts, 1)),
            peers("repeat rows by counts", lambda: lib.image_repeat(image, counts, SIDE, [0]), lambda: array.repeat(counts, 0)),
            peers("compressed", lambda: lib.image_compressed(image), lambda: array.compressed()),
            peers("nonzero", lambda: lib.image_nonzero(image), lambda: array.nonzero()),
            peers("diagonal", lambda: lib.image_diagonal(image), lambda: array.diagonal()),
            peers(
                "choose of 2", lambda: lib.image_choose(index_image, [image, low_image], 2), lambda: np.ma.choose(index, [array, low])
            ),
            peers("put 100,000", lambda: lib.image_put(writable, few, few.size, one), lambda: filled.put(few, 1.0)),
            peers("fill", lambda: lib.image_fill(writable, 3.0), lambda: filled.fill(3.0)),
            peers("filled", lambda: lib.image_filled(image), lambda: array.filled()),
            peers("clip", lambda: lib.image_clip(image, -50, 50), lambda: array.clip(-50, 50)),
            peers("clip by an array", lambda: lib.image_clip_images(image, low_image), lambda: array.clip(low)),
            peers("round", lambda: lib.image_round(image), lambda: array.round()),
            peers("round to 2 decimals", lambda: lib.image_round(image, 2), lambda: array.round(2)),
            peers("real of complex", lambda: lib.image_real(complex_image), lambda: complex_array.real.copy()),
            peers("imag of complex", lambda: lib.image_imag(complex_image), lambda: complex_array.imag.copy()),
            peers("conj", lambda: lib.image_conj(complex_image), lambda: complex_array.conj()),
            peers("astype f32", lambda: lib.image_astype(image, F32), lambda: array.astype("f4")),
            peers("astype i32", lambda: lib.image_astype(image, I32), lambda: array.astype("i4")),
            peers("astype u8", lambda: lib.image_astype(image, U8), lambda: array.astype("u1")),
            peers("astype f32 of the transpose, in C order", lambda: lib.image_astype(turned_image, F32, 1), lambda: turned.astype("f4", "C")),
            peers("reshape of the transpose", lambda: lib.image_reshape(turned_image, [data.size], 1), lambda: turned.reshape(-1)),
            peers("ravel in Fortran order", lambda: lib.image_ravel(image, 2), lambda: array.ravel("F")),
            peers("byteswap", lambda: lib.image_byteswap(image), lambda: array.byteswap()),
            peers("view i64", lambda: lib.image_view(image, sc.DTYPES[np.dtype("i8")]), lambda: array.view("i8")),
            peers("getfield f32", lambda: lib.image_getfield(image, F32, 4), lambda: array.getfield("f4", 4).copy()),
            peers("tobytes", tobytes, lambda: array.tobytes()),
            peers("toflex", toflex, lambda: array.toflex()),
            peers("dumps", dumps, lambda: array.dumps()),
        ],
    )


def pointer(array):
    return ctypes.c_void_p(array.ctypes.data)


def size(array):
    return ctypes.c_int64(array.nbytes)


main()
