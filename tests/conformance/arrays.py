"""Masked arrays as test material, and the comparison with numpy.ma.

`cases(n)` yields n pairs (image, array) of equal content from a seeded generator: every dtype, rank 0 to 4, every layout, mask
and hardness. `arrays()` is the same as a hypothesis strategy, for what should shrink. `check(image, array)` compares,
`same_error` calls both sides and wants both to fail or both to succeed. Each comparison counts; `counted()` says how many.

Images get their strides from the library's own transposes, flips and crops, since loading copies into C order; numpy's
side goes through the same steps.
"""

import math
import os
import warnings

import numpy as np
import stoner_c as sc
from hypothesis import strategies as st

DTYPES = list(sc.DTYPES)
REAL = [d for d in DTYPES if d.kind != "c"]
INTEGERS = [d for d in DTYPES if d.kind in "iu"]
INEXACT = [d for d in DTYPES if d.kind in "fc"]

#: How an image lies in memory.
LAYOUTS = ("C", "F", "permuted", "reversed", "cropped", "reversed and cropped", "cropped and permuted", "reversed and permuted")
MASKS = ("no mask", "none", "some", "all")
SEED = int(os.environ.get("STONER_TEST_SEED", "20171015"))

#: How many random comparisons the array suites make together, at least; see test_arrays_counted.py.
WANTED = 20_000
_counts = {"check": 0, "error": 0}


def counted():
    return sum(_counts.values())


class Case:
    """An image of the library and the masked array with the same content. A hard mask is hard on both sides."""

    def __init__(self, image, array, text):
        self.image, self.array, self.text = image, array, text

    def __iter__(self):
        return iter((self.image, self.array))

    def __repr__(self):
        return self.text


# Making.


def values(rng, shape, dtype, special=True):
    """Random values: small ones (so that there are equal ones), the extremes of the integers, NaN and infinities."""
    n = math.prod(shape)
    dtype = np.dtype(dtype)
    if dtype.kind == "b":
        flat = rng.random(n) < 0.5
    elif dtype.kind in "iu":
        info = np.iinfo(dtype)
        flat = rng.integers(max(info.min, -9), 10, n).astype(dtype)
        if special:
            edges = np.array([info.min, info.max, info.max - 1, info.min + 1, 0, info.max // 2], dtype)
            flat = np.where(rng.random(n) < 0.15, rng.choice(edges, n), flat)
            anywhere = rng.integers(info.min, info.max, n, dtype, endpoint=True)
            flat = np.where(rng.random(n) < 0.1, anywhere, flat)
    elif dtype.kind == "f":
        flat = np.where(rng.random(n) < 0.5, rng.integers(-9, 10, n), rng.normal(scale=100, size=n)).astype(dtype)
        if special:
            edges = np.array([np.nan, np.inf, -np.inf, 0.0, -0.0, 0.5, -2.5, 1e30, 1e-30], dtype)
            flat = np.where(rng.random(n) < 0.1, rng.choice(edges, n), flat)
    else:
        part = np.dtype(f"f{dtype.itemsize // 2}")
        flat = np.empty(n, dtype)
        flat.real, flat.imag = values(rng, (n,), part, special), values(rng, (n,), part, special)
    return np.asarray(flat, dtype).reshape(shape)


def make(data, mask=None, layout="C", hard=False, order=None):
    """The image and the array with these contents in a layout. The layouts that rank 2 and 3 have no step for are left C."""
    data = np.asarray(data)
    ndim = data.ndim
    order = tuple(range(ndim)) if order is None else tuple(order)
    if layout == "F":
        order = tuple(reversed(range(ndim)))
    elif "permuted" not in layout:
        order = tuple(range(ndim))
    inverse = np.argsort(order) if ndim else ()
    # The array to load, chosen so that the steps below give `data`.
    inner = data.transpose(inverse) if ndim else data
    inner_mask = None if mask is None else np.asarray(mask, bool).transpose(inverse) if ndim else np.asarray(mask, bool)
    image, array = _laid_out(inner, inner_mask, layout)
    if ndim and order != tuple(range(ndim)):
        image, array = sc.lib.image_transpose_axes(image, list(order), ndim), array.transpose(order)
    if hard:
        sc.lib.image_harden_mask(image)
        array.harden_mask()
    return image, array


def _laid_out(inner, mask, layout):
    """`inner` reversed and cropped as the layout says, as an image and as an array. It is put into a larger one of rank 3
    first, since only rank 2 and 3 have flips and crops, and gets its own rank by adding or removing axes of length 1."""
    crop, flip = "cropped" in layout, "reversed" in layout
    if not (crop or flip) or inner.ndim > 4 or inner.ndim == 4 and inner.shape[0] != 1:
        return _plain(inner, mask)
    shape = inner.shape
    as3 = (1,) * (3 - len(shape)) + shape if len(shape) < 4 else shape[1:]
    z, y, x = as3
    border = (1, 2) if crop else (0, 0)
    big_shape = (z, y + sum(border), x + sum(border))
    inside = (slice(None), slice(border[0], border[0] + y), slice(border[0], border[0] + x))
    # Surroundings that must never show: the opposite mask and a conspicuous value.
    big = np.full(big_shape, 99).astype(inner.dtype)
    turn = (slice(None), slice(None, None, -1), slice(None, None, -1)) if flip else (slice(None),)
    big[inside] = inner.reshape(as3)[turn]
    big_mask = None
    if mask is not None:
        big_mask = np.ones(big_shape, bool)
        big_mask[inside] = mask.reshape(as3)[turn]
    image, array = _plain(big, big_mask)
    if crop:
        if 0 in as3:
            return _plain(inner, mask)
        image = sc.crop(image, (border[0], border[0] + x, border[0], border[0] + y))
        array = array[inside]
    if flip:
        image = sc.flip_v(sc.flip_h(image))
        array = array[turn]
    if len(shape) < 3:
        image = sc.lib.image_squeeze(image, list(range(3 - len(shape))), 3 - len(shape))
    else:
        image = sc.lib.image_reshape(image, list(shape), len(shape))
    array = array.reshape(shape)
    assert sc.shape(image) == shape
    return image, array


def _plain(data, mask):
    array = np.ma.MaskedArray(np.array(data, order="C"), np.ma.nomask if mask is None else np.array(mask, order="C"))
    return sc.from_array(array), array


def random_shape(rng, ndim=None, longest=6, empty=True):
    ndim = int(rng.integers(0, 5)) if ndim is None else ndim
    shape = [int(n) for n in rng.integers(1, (longest if ndim < 3 else 4) + 1, ndim)]
    if ndim == 1 and rng.random() < 0.2:
        shape = [int(rng.integers(1, 60))]
    if ndim == 4 and rng.random() < 0.5:
        shape[0] = 1  # reversed and cropped layouts exist for these
    if empty and ndim and rng.random() < 0.06:
        shape[int(rng.integers(ndim))] = 0
    return tuple(shape)


def random_mask(rng, shape, kind=None):
    kind = MASKS[int(rng.choice(4, p=[0.3, 0.1, 0.5, 0.1]))] if kind is None else kind
    if kind == "no mask":
        return None
    return np.full(shape, kind == "all") if kind != "some" else np.asarray(rng.random(shape) < rng.choice([0.2, 0.5, 0.8]))


def case(rng, dtypes=DTYPES, ndim=None, shape=None, special=True, empty=True, hard=None, layout=None, mask=None):
    """One random case; arguments fix parts of it."""
    shape = random_shape(rng, ndim, empty=empty) if shape is None else shape
    dtype = dtypes[int(rng.integers(len(dtypes)))]
    data, bits = values(rng, shape, dtype, special), random_mask(rng, shape, mask)
    layout = LAYOUTS[int(rng.integers(len(LAYOUTS)))] if layout is None else layout
    hard = bool(rng.random() < 0.25) if hard is None else hard
    order = tuple(int(a) for a in rng.permutation(len(shape)))
    image, array = make(data, bits, layout, hard, order)
    masked = "no mask" if bits is None else f"{int(bits.sum())} masked"
    return Case(image, array, f"{dtype} {shape} {layout} {masked}{' hard' * hard}")


def cases(n, seed=0, **given):
    """n random cases, the same in every run (another with STONER_TEST_SEED)."""
    rng = np.random.default_rng([SEED, seed])
    for _ in range(n):
        yield case(rng, **given)


@st.composite
def arrays(draw, **given):
    """A case as a hypothesis strategy. It shrinks the seed, shape and dtype; the seed then makes the content."""
    ndim = given.pop("ndim", None)
    ndim = draw(st.integers(0, 4)) if ndim is None else ndim
    shape = tuple(draw(st.lists(st.integers(0, 5), min_size=ndim, max_size=ndim)))
    dtype = draw(st.sampled_from(given.pop("dtypes", DTYPES)))
    layout = draw(st.sampled_from(LAYOUTS))
    mask = draw(st.sampled_from(MASKS))
    rng = np.random.default_rng(draw(st.integers(0, 2**16)))
    return case(rng, dtypes=[dtype], shape=shape, layout=layout, mask=mask, **given)


# Comparing.


def to_masked(image):
    """The image as a masked array; without the mask's full shape being lost for rank 0."""
    return sc.to_array(image)


def check(image, theirs, rtol=0.0, atol=0.0, masked_data=False, dtype=True, context=""):
    """Dtype, shape, mask and the unmasked data are equal; NaN equals NaN. `image` may be an array already.

    With a tolerance infinities and NaN must still stand at the same places. `masked_data`: what lies under the mask, too.
    """
    _counts["check"] += 1
    ours = image if isinstance(image, np.ndarray) else to_masked(image)
    if theirs is np.ma.masked:
        theirs = np.ma.MaskedArray(np.zeros((), ours.dtype), True)
    # Under the mask of rank 0 the value of numpy.ma is arbitrary.
    masked_data = masked_data and np.ndim(theirs) > 0
    theirs = np.ma.asanyarray(theirs)
    mask = np.ma.getmaskarray(theirs)
    equal = (not dtype or ours.dtype == theirs.dtype) and ours.shape == theirs.shape
    equal = equal and np.array_equal(np.ma.getmaskarray(ours), mask)
    if equal:
        a, b = np.ma.getdata(ours), np.ma.getdata(theirs)
        if not masked_data:
            a, b = a[~mask], b[~mask]
        equal = close(a, b, rtol, atol)
    if not equal:
        # The text is made only here: it takes longer than all else.
        with np.printoptions(threshold=200):
            raise AssertionError(f"{context}\n{describe('ours', ours)}\n{describe('numpy', theirs)}")


def describe(name, array):
    return f"{name}: {array.dtype} {array.shape}\n{np.ma.getdata(array)!r}\nmask {np.ma.getmaskarray(array)!r}"


def close(a, b, rtol=0.0, atol=0.0):
    """Equal, or within a tolerance; NaN equals NaN, and complex numbers are compared part by part."""
    a, b = np.asarray(a), np.asarray(b)
    if a.dtype.kind == "c" or b.dtype.kind == "c":
        return close(a.real, b.real, rtol, atol) and close(a.imag, b.imag, rtol, atol)
    if rtol == atol == 0:
        return np.array_equal(a, b, equal_nan=a.dtype.kind == "f" or b.dtype.kind == "f")
    with np.errstate(all="ignore"):
        return np.allclose(a.astype(float), b.astype(float), rtol, atol, equal_nan=True)


def same_error(ours, theirs, status=None, context=""):
    """Calls both. Both fail, and None is returned (`status`: the name or names of the status that ours must have), or
    neither, and both results are."""
    _counts["error"] += 1
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            expected = theirs()
    except Exception as error:
        expected, raised = None, error
    else:
        raised = None
    try:
        found = ours()
    except sc.StonerError as error:
        assert raised is not None, f"{context}: ours fails with {error}, numpy gives {expected!r}"
        assert error.name != "INTERNAL" and error.message
        names = (status,) if isinstance(status, str) else status
        assert names is None or error.name in names, f"{context}: {error} where numpy says {raised!r}"
        return None
    assert raised is None, f"{context}: numpy raises {raised!r}, ours gives {to_text(found)}"
    return found, expected


def to_text(found):
    return repr(to_masked(found)) if hasattr(found, "kind") and found.kind == "stoner_image" else repr(found)


def same(ours, theirs, context="", status=None, **tolerance):
    """`same_error`, and where neither fails, `check`."""
    results = same_error(ours, theirs, status, context)
    if results is not None:
        check(*results, context=context, **tolerance)
