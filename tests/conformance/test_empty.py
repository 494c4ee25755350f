"""Every function on arrays without an element: a result, or an error that says what is missing, never a panic."""

import numpy as np
import pytest
import stoner_c as sc
from stoner_c import lib
from test_interface import COMPLEX, FUNCTIONS, REAL, SPECIAL, arguments, metadata

SHAPES = [(0, 0), (0, 5), (5, 0), (0, 4, 5), (3, 0, 5), (3, 5, 0), (0, 0, 0), (0,), (0, 2, 0, 3)]
DTYPES = [bool, np.uint8, np.int64, np.float32, np.float64, np.complex128]

#: Those that read or show an image, or make one of it, with the name of the parameter that it comes in as.
TAKES = {
    short: next(p.name for p in function.parameters if p.role == "handle" and p.kind == "image")
    for short, function in FUNCTIONS.items()
    if any(p.role == "handle" and p.kind == "image" for p in function.parameters) and not short.endswith("_free")
}
#: It asks a person; the others take a number where `REQUIRED` has a list.
OTHERWISE = {"image_apply_text", "image_get_filename", "image_plane_name"}


def empty(shape, dtype, masked):
    data = np.zeros(shape, dtype)
    return np.ma.MaskedArray(data, np.zeros(shape, bool)) if masked else data


def tried(short, subject, others):
    """Calls a function with an image; the status, or None."""
    function = FUNCTIONS[short]
    name = TAKES[short]
    given = {name: subject}
    for p in function.parameters:
        if p.role == "handle" and p.kind == "image" and p.name != name and p.default is not None:
            given[p.name] = others
    try:
        made = arguments(function, given)
    except KeyError:
        return "not called"
    try:
        getattr(lib, short)(**made)
    except sc.StonerError as error:
        assert error.message
        return error.status, error.message
    return None


CALLED = []


@pytest.mark.parametrize("short", sorted(set(TAKES) - OTHERWISE))
def test_no_function_panics(short):
    for shape in SHAPES:
        for dtype in DTYPES:
            for masked in (False, True):
                subject = empty(shape, dtype, masked)
                for others in (subject, REAL, COMPLEX):
                    found = tried(short, subject, others)
                    if found == "not called":
                        return
                    assert found is None or found[0] != sc.STATUS["INTERNAL"], (shape, dtype, masked, found)
                    # The other way round: what is there, with something empty beside it.
                    found = tried(short, REAL, subject)
                    assert found is None or found[0] != sc.STATUS["INTERNAL"], (shape, dtype, masked, found)
    CALLED.append(short)


def test_most_functions_were_called():
    if len(CALLED) < 5:
        pytest.skip("alone there is nothing to count")
    operations = {short for short, function in FUNCTIONS.items() if function.operation}
    print(sorted(set(TAKES) - set(CALLED)))
    assert len(operations & set(CALLED)) > 100 and len(CALLED) > 150


DRAWN = sorted(short for short in TAKES if short.startswith("image_draw_"))


@pytest.mark.parametrize("short", DRAWN)
@pytest.mark.parametrize("shape", [(0, 0), (0, 5), (5, 0), (0, 4, 5), (3, 0, 5), (3, 5, 0)], ids=str)
def test_drawing_on_nothing_changes_nothing(short, shape):
    """There is no pixel that a shape could cover; what the image is not made for is still an error."""
    for masked in (False, True):
        for target in ("IMAGE", "MASK"):
            image = sc.from_array(empty(shape, np.float64, masked))
            made = arguments(FUNCTIONS[short], {"target": sc.CONSTANTS[f"STONER_DRAW_{target}"], "image": REAL})
            getattr(lib, short)(**{**made, "image": image})
            assert sc.shape(image) == shape
    with pytest.raises(sc.StonerError) as caught:
        getattr(lib, short)(**{**arguments(FUNCTIONS[short], {"image": REAL}), "image": sc.from_array(np.zeros(0))})
    assert caught.value.status == sc.STATUS["SHAPE"]


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_by_name(shape):
    """As the functions, through stoner_image_apply."""
    for short, function in FUNCTIONS.items():
        if not function.operation:
            continue
        subject = next(p for p in function.parameters if p.role != "context")
        try:
            made = arguments(function, {})
        except KeyError:
            continue
        given = {p.keyword or p.name: made[p.name] for p in function.parameters
                 if p.name in made and (p.must_be_given or p.name in SPECIAL.get(short, ())) and not p.is_size and p is not subject}  # fmt: skip
        try:
            lib.image_apply(sc.from_array(np.zeros(shape)), function.operation, metadata(given))
        except sc.StonerError as error:
            assert error.status != sc.STATUS["INTERNAL"] and error.message, short
