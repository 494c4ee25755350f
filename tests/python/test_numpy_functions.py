"""Every public function of numpy that takes arrays, with images: without a mask it is numpy's own; with one its result does not depend on what
lies beneath the mask and is numpy.ma's where that has such a function, or there is a TypeError. None is left out: a function that is new in numpy fails here
until there is a call for it."""

import warnings

import numpy as np
import pytest
import stoner

RNG = np.random.default_rng(11)
SHAPE = (7, 9)
VALUES = RNG.normal(3, 2, SHAPE).round(2)
HIDDEN = RNG.random(SHAPE) < 0.25
HIDDEN[:, 4] = True
SQUARE = slice(0, 5), slice(0, 5)

#: Modules of which numpy passes functions on to `__array_function__`.
MODULES = ("", "linalg", "fft", "emath", "lib.stride_tricks")
#: Dates, and arrays made of numbers: an image is nothing they could take.
NOT_OF_IMAGES = set("busday_count busday_offset is_busday datetime_as_string ravel_multi_index broadcast_shapes".split())

#: Of these numpy.ma's function is no oracle.
OTHER_MEANING = {
    "empty_like": "its elements are whatever the memory has",
    "compress": "it takes what lies beneath the mask of the condition",
    "alltrue": "without an axis it goes along the first",
    "sometrue": "without an axis it goes along the first",
    "hsplit": "it joins the parts again",
    "vander": "it has rows of 0 for what is masked; an error here",
}
#: How a function is called; all others are called with the image alone. `a` is the image, `f` the function.
CALLS = {
    "all": [lambda f, a: f(a > 2), lambda f, a: f(a > 2, axis=0), lambda f, a: f(a > 0, axis=1, where=VALUES > 1)],
    "any": [lambda f, a: f(a > 8), lambda f, a: f(a > 4, axis=0)],
    "append": [lambda f, a: f(a, a), lambda f, a: f(a, np.zeros((2, 9)), axis=0)],
    "apply_along_axis": [lambda f, a: f(np.sum, 0, a), lambda f, a: f(np.sort, 1, a)],
    "apply_over_axes": [lambda f, a: f(np.sum, a, [0, 1])],
    "argpartition": [lambda f, a: np.take_along_axis(a, np.asarray(f(a, [1, 3], axis=0)), 0)[[1, 3]]],
    "argsort": [lambda f, a: f(a, axis=-1, kind="stable"), lambda f, a: f(a, axis=0, kind="stable"), lambda f, a: f(a, axis=None, kind="stable")],
    "array_repr": [lambda f, a: f(a if isinstance(a, (stoner.Image, np.ma.MaskedArray)) else np.asarray(a))],
    "array_equal": [lambda f, a: f(a, a), lambda f, a: f(a, a + 1), lambda f, a: f(a, a[:3])],
    "array_equiv": [lambda f, a: f(a, a), lambda f, a: f(a, a[0])],
    "array_split": [lambda f, a: f(a, 3), lambda f, a: f(a, 4, axis=1)],
    "astype": [lambda f, a: f(a, np.float32)],
    "average": [lambda f, a: f(a), lambda f, a: f(a, axis=0), lambda f, a: f(a, axis=1, weights=np.arange(9.0)), lambda f, a: f(a, weights=a, returned=True)],
    "bincount": [lambda f, a: f(abs(a).astype(int).ravel()), lambda f, a: f(np.arange(9), weights=a[0])],
    "block": [lambda f, a: f([[a, a], [a, a]])],
    "broadcast_arrays": [lambda f, a: f(a, a[0])],
    "broadcast_to": [lambda f, a: f(a, (2, 7, 9))],
    "can_cast": [lambda f, a: f(a.dtype, np.float64)],
    "choose": [lambda f, a: f(a > 3, [a, -a])],
    "clip": [lambda f, a: f(a, 1, 4), lambda f, a: f(a, a - 1, None), lambda f, a: f(1.5, a, 9)],
    "column_stack": [lambda f, a: f([a, a[:, 0]])],
    "common_type": [lambda f, a: f(a, a)],
    "compress": [lambda f, a: f([True, False, True], a, axis=0), lambda f, a: f(a.ravel() > 2, a)],
    "concat": [lambda f, a: f([a, a])],
    "concatenate": [lambda f, a: f([a, a]), lambda f, a: f((a, np.ones((7, 2))), axis=1), lambda f, a: f([a, a], axis=None)],
    "convolve": [lambda f, a: f(a[0], [1, 2, 1]), lambda f, a: f(a[1], a[2], mode="same")],
    "copyto": [lambda f, a: changed(a, lambda b: f(b, a * 2, where=VALUES > 2)), lambda f, a: changed(np.zeros(SHAPE), lambda b: f(b, a))],
    "corrcoef": [lambda f, a: f(a[:, :4])],
    "correlate": [lambda f, a: f(a[0], [1, 2, 1]), lambda f, a: f(a[0], [1, 2, 1], mode="full")],
    "cov": [lambda f, a: f(a[:, :4]), lambda f, a: f(a[:, :4], rowvar=False, ddof=0)],
    "cross": [lambda f, a: f(a[:, :3], a[:, 5:8])],
    "cumulative_prod": [lambda f, a: f(a, axis=0)],
    "cumulative_sum": [lambda f, a: f(a, axis=0), lambda f, a: f(a.ravel())],
    "delete": [lambda f, a: f(a, 2), lambda f, a: f(a, [1, 3], axis=1)],
    "diag": [lambda f, a: f(a), lambda f, a: f(a[0], 1)],
    "diagflat": [lambda f, a: f(a[0])],
    "diff": [lambda f, a: f(a), lambda f, a: f(a, n=2, axis=0), lambda f, a: f(a, prepend=0)],
    "digitize": [lambda f, a: f(a, [1, 2, 3])],
    "diag_indices_from": [lambda f, a: f(a[SQUARE])],
    "dot": [lambda f, a: f(a, a.T), lambda f, a: f(a[0], a[1])],
    "dsplit": [lambda f, a: f(a.reshape(7, 3, 3), 3)],
    "dstack": [lambda f, a: f([a, a])],
    "ediff1d": [lambda f, a: f(a), lambda f, a: f(a, to_begin=0)],
    "einsum": [lambda f, a: f("ij,ij->i", a, a), lambda f, a: f("ij->j", a), lambda f, a: f(a, [0, 1], [1, 0])],
    "einsum_path": [lambda f, a: f("ij,ij->i", a, a)],
    "expand_dims": [lambda f, a: f(a, 1)],
    "extract": [lambda f, a: f(VALUES > 2, a), lambda f, a: f(np.ones(SHAPE) > 0, a)],
    "fill_diagonal": [lambda f, a: changed(a, lambda b: f(b, 99.0))],
    "full_like": [lambda f, a: f(a, 5)],
    "geomspace": [lambda f, a: f(abs(a[0]) + 1, 100, 4)],
    "gradient": [lambda f, a: f(a), lambda f, a: f(a, 2.0, axis=0), lambda f, a: f(a, edge_order=2, axis=1)],
    "histogram": [lambda f, a: f(a), lambda f, a: f(a, bins=5, range=(0, 6)), lambda f, a: f(a, weights=a, bins=[0, 2, 4])],
    "histogram2d": [lambda f, a: f(a[0], a[1], bins=3)],
    "histogramdd": [lambda f, a: f([a[0], a[1]], bins=3), lambda f, a: f(a[:, :2], bins=2)],
    "hsplit": [lambda f, a: f(a, 3)],
    "hstack": [lambda f, a: f([a, a])],
    "inner": [lambda f, a: f(a, a), lambda f, a: f(a[0], a[1])],
    "insert": [lambda f, a: f(a, 1, 5.0, axis=0), lambda f, a: f(a, [1, 2], a[:2], axis=0)],
    "interp": [lambda f, a: f(a, [0, 2, 6], [1, 5, 2]), lambda f, a: f([0.5, 1.5, 6.5], np.arange(9), a[0])],
    "intersect1d": [lambda f, a: f(a, a[:3])],
    "in1d": [lambda f, a: f(a, [1.5, 2.0])],
    "isin": [lambda f, a: f(a, a[0])],
    "isclose": [lambda f, a: f(a, a + 1e-9), lambda f, a: f(a, 3.0, rtol=0.5)],
    "isfortran": [lambda f, a: f(a)],
    "ix_": [lambda f, a: f(a[0].astype(int), [0, 1])],
    "allclose": [lambda f, a: f(a, a + 1e-9), lambda f, a: f(a, a + 1)],
    "kron": [lambda f, a: f(a[:2], a[:2])],
    "lexsort": [lambda f, a: f((a[0], a[1]))],
    "linspace": [lambda f, a: f(a[0], a[1], 4)],
    "logspace": [lambda f, a: f(a[0], a[1], 4)],
    "matrix_transpose": [lambda f, a: f(a)],
    "may_share_memory": [lambda f, a: f(a, np.ones(3))],
    "meshgrid": [lambda f, a: f(a[0], a[1]), lambda f, a: f(a[0], np.arange(3), indexing="ij")],
    "min_scalar_type": [lambda f, a: f(a)],
    "moveaxis": [lambda f, a: f(a, 0, 1)],
    "nanpercentile": [lambda f, a: f(a, 30), lambda f, a: f(a, [20, 70], axis=0)],
    "nanquantile": [lambda f, a: f(a, 0.3), lambda f, a: f(a, [0.2, 0.7], axis=0)],
    "outer": [lambda f, a: f(a[0], a[1])],
    "packbits": [lambda f, a: f(a > 2)],
    "pad": [lambda f, a: f(a, 2), *(lambda f, a, mode=mode: f(a, ((1, 2), (0, 3)), mode=mode) for mode in ("edge", "reflect", "symmetric", "wrap", "mean"))],
    "partition": [lambda f, a: f(a, 3, axis=None)[3], lambda f, a: f(a, 2, axis=0)[2]],
    "percentile": [lambda f, a: f(a, 30), lambda f, a: f(a, [20, 70], axis=0), lambda f, a: f(a, 50, axis=1, keepdims=True), lambda f, a: f(a, 40, method="lower")],
    "piecewise": [lambda f, a: f(a, [VALUES > 2], [1, 0])],
    "place": [lambda f, a: changed(a, lambda b: f(b, VALUES > 2, [7.0, 8.0]))],
    "poly": [lambda f, a: f(a[0])],
    "polyadd": [lambda f, a: f(a[0], [1, 2])],
    "polyder": [lambda f, a: f(a[0])],
    "polydiv": [lambda f, a: f(a[0], [1, 2])],
    "polyfit": [lambda f, a: f(np.arange(9), a[0], 2), lambda f, a: f(np.arange(9.0), a[0], 1, w=np.arange(1.0, 10))],
    "polyint": [lambda f, a: f(a[0])],
    "polymul": [lambda f, a: f(a[0], [1, 2])],
    "polysub": [lambda f, a: f(a[0], [1, 2])],
    "polyval": [lambda f, a: f([1, 2, 3], a)],
    "put": [lambda f, a: changed(a, lambda b: f(b, [0, 5, 7], a[0]))],
    "put_along_axis": [lambda f, a: changed(a, lambda b: f(b, np.array([[1], [2], [0], [1], [1], [1], [1]]), 9.0, axis=1))],
    "putmask": [lambda f, a: changed(a, lambda b: f(b, VALUES > 2, a * 10))],
    "quantile": [lambda f, a: f(a, 0.3), lambda f, a: f(a, [0.2, 0.7], axis=0)],
    "repeat": [lambda f, a: f(a, 2), lambda f, a: f(a, 2, axis=0)],
    "reshape": [lambda f, a: f(a, (9, 7)), lambda f, a: f(a, -1), lambda f, a: f(a, (21, 3), order="F")],
    "resize": [lambda f, a: f(a, (4, 5)), lambda f, a: f(a, (10, 9))],
    "result_type": [lambda f, a: f(a, np.float32)],
    "roll": [lambda f, a: f(a, 3), lambda f, a: f(a, 1, axis=0)],
    "rollaxis": [lambda f, a: f(a, 1)],
    "rot90": [lambda f, a: f(a), lambda f, a: f(a, 2), lambda f, a: f(a, -1), lambda f, a: f(a, 1, (1, 0)), lambda f, a: f(a, 4)],
    "row_stack": [lambda f, a: f([a, a])],
    "savetxt": [lambda f, a: f("/dev/null", a)],
    "save": [lambda f, a: f("/dev/null", a)],
    "savez": [lambda f, a: f("/dev/null", a)],
    "savez_compressed": [lambda f, a: f("/dev/null", a)],
    "searchsorted": [lambda f, a: f(np.arange(9.0), a), lambda f, a: f(np.sort(a[0]), [1.0, 2.0])],
    "select": [lambda f, a: f([VALUES > 4, VALUES > 2], [a, -a], 7.0)],
    "setdiff1d": [lambda f, a: f(a, a[:3])],
    "setxor1d": [lambda f, a: f(a, a[:3])],
    "shares_memory": [lambda f, a: f(a, np.ones(3))],
    "sort": [lambda f, a: f(a), lambda f, a: f(a, axis=0), lambda f, a: f(a, axis=None)],
    "split": [lambda f, a: f(a, 7), lambda f, a: f(a, [2, 3], axis=1)],
    "squeeze": [lambda f, a: f(a[:, :1]), lambda f, a: f(a[:1], axis=0)],
    "stack": [lambda f, a: f([a, a]), lambda f, a: f([a, a], axis=-1)],
    "swapaxes": [lambda f, a: f(a, 0, 1)],
    "take": [lambda f, a: f(a, [1, 2]), lambda f, a: f(a, [[1, 2], [3, 4]], axis=1), lambda f, a: f(a, 2, axis=0)],
    "take_along_axis": [lambda f, a: f(a, np.arange(9)[None] % 7, axis=0), lambda f, a: f(a, np.argsort(np.arange(63).reshape(SHAPE) % 5, axis=1), 1)],
    "tensordot": [lambda f, a: f(a, a, axes=([0], [0])), lambda f, a: f(a, a)],
    "tile": [lambda f, a: f(a, 2), lambda f, a: f(a, (2, 1))],
    "trapezoid": [lambda f, a: f(a)],
    "trim_zeros": [lambda f, a: f(a[0])],
    "union1d": [lambda f, a: f(a, a[:3])],
    "unpackbits": [lambda f, a: f((abs(a)).astype(np.uint8))],
    "unique": [lambda f, a: f(a), lambda f, a: f(a.round()), lambda f, a: f(a.round(), return_counts=True)],
    "unravel_index": [lambda f, a: f(abs(a).astype(int), (60, 60))],
    "unstack": [lambda f, a: f(a), lambda f, a: f(a, axis=1)],
    "vander": [lambda f, a: f(a[0], 3)],
    "vdot": [lambda f, a: f(a[0], a[1])],
    "vecdot": [lambda f, a: f(a, a)],
    "vsplit": [lambda f, a: f(a, 7)],
    "vstack": [lambda f, a: f([a, a])],
    "where": [lambda f, a: f(a > 2), lambda f, a: f(a > 2, a, 0), lambda f, a: f(VALUES > 2, a, -a)],
    "emath.logn": [lambda f, a: f(2, a)],
    "emath.power": [lambda f, a: f(a, 2)],
    "fft.irfftn": [lambda f, a: f(a)],
    "lib.stride_tricks.sliding_window_view": [lambda f, a: f(a, (3, 3))],
    "linalg.cross": [lambda f, a: f(a[:, :3], a[:, 5:8])],
    "linalg.diagonal": [lambda f, a: f(a)],
    "linalg.lstsq": [lambda f, a: f(a, np.ones(7), rcond=None)],
    "linalg.matmul": [lambda f, a: f(a, a.T)],
    "linalg.matrix_power": [lambda f, a: f(a[SQUARE], 2)],
    "linalg.multi_dot": [lambda f, a: f([a, a.T, a])],
    "linalg.outer": [lambda f, a: f(a[0], a[1])],
    "linalg.solve": [lambda f, a: f(a[SQUARE], np.ones(5))],
    "linalg.tensordot": [lambda f, a: f(a, a)],
    "linalg.tensorinv": [lambda f, a: f(a[SQUARE], ind=1)],
    "linalg.tensorsolve": [lambda f, a: f(a[SQUARE], np.ones(5))],
    "linalg.vecdot": [lambda f, a: f(a, a)],
    **{f"linalg.{name}": [lambda f, a: f(a[SQUARE])] for name in "cholesky cond det eig eigh eigvals eigvalsh inv slogdet".split()},
    **{name: [lambda f, a: f(a), lambda f, a: f(a, axis=0), lambda f, a: f(a, axis=1, keepdims=True), lambda f, a: f(a, axis=0, where=VALUES > 1)]
       for name in "sum prod mean std var nanmean nanstd nanvar nansum nanprod".split()},
    **{name: [lambda f, a: f(a), lambda f, a: f(a, axis=0), lambda f, a: f(a, axis=1, keepdims=True), lambda f, a: f(a, initial=2.5, where=VALUES > 1)]
       for name in "min max amin amax nanmin nanmax".split()},
    **{name: [lambda f, a: f(a), lambda f, a: f(a, axis=0), lambda f, a: f(a, axis=1)]
       for name in "ptp argmin argmax cumsum cumprod nancumsum nancumprod median nanmedian count_nonzero".split()},
    "nanargmin": [lambda f, a: f(a), lambda f, a: f(a[:, :4], axis=1)],
    "nanargmax": [lambda f, a: f(a), lambda f, a: f(a[:, :4], axis=1)],
}  # fmt: skip
CALLS["linalg.cholesky"] = [lambda f, a: f(np.eye(5) * 50 + a[SQUARE] + a[SQUARE].T)]
CALLS["trapz"] = CALLS["trapezoid"]
CALLS["product"] = CALLS["prod"]


def dispatched():
    """The functions that numpy passes on, by their names."""
    found = {}
    for module in MODULES:
        owner = np
        for part in filter(None, module.split(".")):
            owner = getattr(owner, part)
        for name in sorted(dir(owner)):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                function = getattr(owner, name, None) if not name.startswith("_") else None
            if callable(function) and hasattr(function, "_implementation"):
                found.setdefault(function, f"{module}.{name}".strip("."))
    return {name: function for function, name in found.items() if name not in NOT_OF_IMAGES}


FUNCTIONS = dispatched()
EVERY = [pytest.param(function, call, id=f"{name}-{i}") for name, function in FUNCTIONS.items() for i, call in enumerate(CALLS.get(name, [lambda f, a: f(a)]))]


def changed(array, change):
    """What a function makes of an array."""
    copy = array.copy()
    change(copy)
    return copy


def leaves(result):
    """The arrays and numbers of a result in a row."""
    if isinstance(result, (list, tuple)):
        return [leaf for each in result for leaf in leaves(each)]
    return [result.masked_array() if isinstance(result, stoner.Image) else result]


def same(found, expected, rtol=1e-9):
    found, expected = leaves(found), leaves(expected)
    assert len(found) == len(expected)
    for one, other in zip(found, expected):
        assert np.shape(one) == np.shape(other)
        if isinstance(other, (str, type, type(None), np.dtype)):
            assert one == other
            continue
        hidden = np.ma.getmaskarray(other)
        assert np.array_equal(np.ma.getmaskarray(one), hidden)
        one, other = np.ma.getdata(one)[~hidden], np.ma.getdata(other)[~hidden]
        if np.asarray(other).dtype.kind in "fciub":
            np.testing.assert_allclose(one, other, rtol=rtol, atol=1e-9)
        else:
            assert np.array_equal(one, other)


def masked_with(beneath, values=VALUES):
    data = values.copy()
    data[HIDDEN] = beneath
    return np.ma.MaskedArray(data, HIDDEN)


@pytest.mark.parametrize(("function", "call"), EVERY)
@pytest.mark.parametrize("dtype", ["f8", "i2"])
@pytest.mark.filterwarnings("ignore")
def test_without_a_mask_it_is_numpys_own(function, call, dtype):
    if function is np.empty_like:
        pytest.skip(OTHER_MEANING["empty_like"])
    values = VALUES.astype(dtype)
    try:
        expected = call(function, values.copy())
    except Exception as error:
        with pytest.raises(Exception) as raised:
            call(function, stoner.Image(values))
        assert isinstance(raised.value, (type(error), ValueError, TypeError, np.linalg.LinAlgError))
        return
    same(call(function, stoner.Image(values)), expected, 1e-6 if dtype == "i2" else 1e-9)


@pytest.mark.parametrize(("function", "call"), EVERY)
@pytest.mark.filterwarnings("ignore")
def test_what_lies_beneath_the_mask_has_no_part(function, call):
    results = []
    for beneath in (0.0, 77.0, np.nan, -3.0):
        image = stoner.Image(masked_with(beneath))
        try:
            results.append(call(function, image))
        except (TypeError, np.ma.MaskError) as error:
            assert len(str(error)) > 20
            results.append(type(error))
    for each in results[1:]:
        if isinstance(each, type):
            assert results[0] is each
        else:
            same(each, results[0])


@pytest.mark.parametrize(("function", "call"), EVERY)
@pytest.mark.filterwarnings("ignore")
def test_with_a_mask_it_is_numpy_mas(function, call):
    """Against numpy.ma's function of the same name, called in the same way."""
    name = function.__name__
    oracle = getattr(np.ma, name, None) if function is getattr(np, name, None) else None
    if oracle is None or name in OTHER_MEANING:
        pytest.skip("numpy.ma has no such function, or one of another meaning")
    masked = masked_with(77.0)
    try:
        expected = call(oracle, masked)
    except Exception:
        pytest.skip("numpy.ma's has no such parameter")
    same(call(function, stoner.Image(masked)), expected)


