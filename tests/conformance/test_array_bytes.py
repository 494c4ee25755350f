"""Arrays as bytes, lists and pickles against numpy.ma."""

import ctypes
import os
import pickle
import subprocess
import sys

import arrays
import numpy as np
import pytest
import stoner_c as sc
from arrays import cases, check
from stoner_c import lib

ma = np.ma
X = ma.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]], mask=[0] + [1, 0] * 4)
VALUE = 1
ORDERS = {0: "C", 1: "C", 2: "F", 3: "A"}


def tolist(image, dtype, fill_mode=0, fill=0.0, with_mask=True):
    shape = sc.shape(image)
    data, mask = np.full(shape, 77).astype(dtype), np.full(shape, 77, np.uint8)
    lib.image_tolist(
        image, fill_mode, fill, sc.DTYPES[np.dtype(dtype)], data, data.nbytes, mask=mask if with_mask else None, mask_bytes=mask.size
    )
    return data, mask


class TestSeed:
    def test_tobytes(self):
        array = ma.array(np.array([[1, 2], [3, 4]]), mask=[[0, 1], [1, 0]])
        expected = (
            b"\x01\x00\x00\x00\x00\x00\x00\x00?B\x0f\x00\x00\x00\x00\x00?B\x0f\x00\x00\x00\x00\x00\x04\x00\x00\x00\x00\x00\x00\x00"
        )
        assert lib.image_tobytes(sc.from_array(array)).tobytes() == expected
        assert lib.image_tostring(sc.from_array(array)).tobytes() == expected

    def test_tolist(self):
        data, mask = tolist(sc.from_array(X), "i8")
        assert [[None if m else int(x) for x, m in zip(*row)] for row in zip(data, mask)] == X.tolist()
        data, mask = tolist(sc.from_array(X), "i8", VALUE, -999)
        assert data.tolist() == [[1, -999, 3], [-999, 5, -999], [7, -999, 9]] == X.tolist(-999)
        assert not mask.any()


class TestBytes:
    def test_tobytes(self):
        rng = np.random.default_rng(1)
        for image, array in cases(1500, 1):
            order = int(rng.integers(4))
            # numpy.ma's A looks at the filled copy where there is a mask, here it looks at the image: see differences.md.
            named = ORDERS[order] if order != 3 else "F" if array.flags.fnc else "C"
            if rng.random() < 0.5:
                ours, theirs = lib.image_tobytes(image, order=order), array.tobytes(order=named)
            else:
                ours, theirs = lib.image_tobytes(image, VALUE, 1.0, order), array.tobytes(1, named)
            assert ours.tobytes() == theirs

    def test_tolist(self):
        for image, array in cases(600, 2):
            data, mask = tolist(image, array.dtype)
            check(ma.MaskedArray(data, mask.astype(bool)), array)
            assert not np.any(data[mask.astype(bool)])
            data, mask = tolist(image, array.dtype, VALUE, 1.0)
            check(data, array.filled(1))
            assert not mask.any()

    def test_tolist_converts(self):
        data, mask = tolist(sc.from_array(ma.array([1.5, 300, np.nan], mask=[0, 0, 1])), "u1")
        assert data.tolist() == [1, 255, 0] and mask.tolist() == [0, 0, 1]

    def test_room_that_is_too_small(self):
        image = sc.from_array(X)
        with pytest.raises(sc.StonerError) as caught:
            lib.image_tolist(image, 0, 0, sc.DTYPES[np.dtype("f8")], np.empty(9), 71)
        assert caught.value.name == "BUFFER_TOO_SMALL"
        data = np.empty(9)
        with pytest.raises(sc.StonerError) as caught:
            lib.image_tolist(image, 0, 0, sc.DTYPES[np.dtype("f8")], data, 72, mask=np.empty(8, np.uint8), mask_bytes=8)
        assert caught.value.name == "BUFFER_TOO_SMALL"
        length = ctypes.c_int64()
        status = lib.functions.stoner_image_tobytes(
            None, image, 0, ctypes.c_double(0), 0, ctypes.c_void_p(data.ctypes.data), ctypes.c_int64(71), ctypes.byref(length)
        )
        assert status == sc.STATUS["BUFFER_TOO_SMALL"] and length.value == 72

    def test_tofile(self, tmp_path):
        with pytest.raises(NotImplementedError):
            X.tofile(tmp_path / "x")
        with pytest.raises(sc.StonerError) as caught:
            lib.image_tofile(sc.from_array(X), str(tmp_path / "x"))
        assert caught.value.name == "UNSUPPORTED"
        assert not (tmp_path / "x").exists()


def compare(theirs, array):
    """A loaded pickle with the array that it was made from."""
    assert type(theirs) is ma.MaskedArray
    check(theirs, array, masked_data=True)
    check(np.asarray(theirs.fill_value), np.asarray(array.fill_value).astype(array.dtype))


class TestPickle:
    def test_dumps(self):
        for image, array in cases(600, 3):
            compare(pickle.loads(lib.image_dumps(image).tobytes()), array)

    def test_what_is_loaded_can_be_worked_with_and_dumped_again(self):
        image = sc.from_array(X)
        lib.image_set_fill_value(image, VALUE, -3)
        loaded = pickle.loads(lib.image_dumps(image).tobytes())
        assert loaded.fill_value == -3
        loaded[0, 1] = 20
        check(loaded, ma.array([[1, 20, 3], [4, 5, 6], [7, 8, 9]], mask=[0, 0, 0] + [1, 0] * 3))
        check(pickle.loads(loaded.dumps()), loaded)

    def test_complex_fill_values_and_unsigned_ones_beyond_i64(self):
        image = sc.from_array(ma.array([1 + 2j, 3j], mask=[0, 1], dtype="c8"))
        lib.image_set_fill_value_as(image, 5 - 6j)
        loaded = pickle.loads(lib.image_dumps(image).tobytes())
        assert loaded.fill_value == 5 - 6j and loaded.dtype == "c8"
        image = sc.from_array(np.array([1], "u8"))
        lib.image_set_fill_value(image, VALUE, 2.0**63)
        assert pickle.loads(lib.image_dumps(image).tobytes()).fill_value == 2**63

    def test_dump(self, tmp_path):
        path = tmp_path / "ä.pickle"
        for image, array in cases(30, 4):
            lib.image_dump(image, str(path))
            compare(np.load(path, allow_pickle=True), array)
        with pytest.raises(sc.StonerError) as caught:
            lib.image_dump(image, str(tmp_path / "no/x"))
        assert caught.value.name == "FILE_NOT_FOUND"
        assert [p.name for p in tmp_path.iterdir()] == [path.name]

    def test_numpy_alone_loads_it(self, tmp_path):
        """Another process that has numpy and nothing of ours; also numpy 2 where STONER_NUMPY2 names its Python."""
        path = tmp_path / "x.pickle"
        lib.image_dump(sc.from_array(X), str(path))
        program = (
            "import pickle, sys; a = pickle.load(open(sys.argv[1], 'rb')); import numpy;"
            "print(type(a).__name__, a.dtype, a.filled(-1).tolist(), a.fill_value, numpy.__version__.split('.')[0])"
        )
        pythons = [sys.executable, *filter(None, [os.environ.get("STONER_NUMPY2")])]
        for python in pythons:
            out = subprocess.run([python, "-I", "-c", program, path], capture_output=True, text=True, check=True).stdout
            assert out.split()[:-1] == f"MaskedArray int64 {X.filled(-1).tolist()} 999999".split()
