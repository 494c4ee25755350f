"""The calls through the Python package."""

import sys

import numpy as np
import plan
from generator import python
from plan import C, ROOT, Subject, sc

sys.path.insert(0, str(ROOT / "bindings/python/src"))

import stoner  # noqa: E402
from stoner._runtime import call as c_call  # noqa: E402

NAMES = python.Names(C)


class Unsayable(Exception):
    """What Python has no words for."""


def image(subject):
    made = stoner.Image(subject.array)
    if subject.mapped:
        c_call("image_set_map", made._handle, [1.0, 2.0], [0.5, 0.0, 0.0, 0.25], "sample_x", "sample_y", "um", "um")
    if subject.titled:
        made.title = "A title"
    return made


def value(p, given):
    if isinstance(given, Subject):
        return image(given)
    if p.role == "handles":
        return [image(each) for each in given]
    if p.enumeration == "Dtype":
        return sc.NUMPY.get(given, given)
    if p.kind == "box":
        return [None if side == sc.EXTENT else side for side in given]
    return given


#: Methods that are written by hand: (image, {option: value}) gives the result.
BY_HAND = {
    "image_clip_as": lambda im, o: im.clip(o.get("min"), o.get("max")),
    "image_clip_images": lambda im, o: im.clip(o.get("min"), o.get("max")),
    "image_transpose_axes": lambda im, o: im.transpose(*o.get("axes") or ()),
    "image_equal": lambda im, o: im.equal(o["b"], **({"all": o["all"]} if "all" in o else {})),
    "image_crop": lambda im, o: im.crop(o.get("box")),
    "image_set_title": lambda im, o: setattr(im, "title", o.get("title")),
    "image_set_filename": lambda im, o: setattr(im, "filename", o.get("filename")),
    "image_set_plane": lambda im, o: set_plane(im, **o),
    "image_item_as": lambda im, o: f"{plan.bits(im.item(*o.get('index', ())))} 0",
    "image_itemset_as": lambda im, o: im.itemset(*o.get("index", ()), o["value"]),
    "image_set_fill_value_as": lambda im, o: im.set_fill_value(o.get("fill_value")),
    "image_var_value": lambda im, o: f"{plan.bits(im.var(**o))} 0",
    "image_std_value": lambda im, o: f"{plan.bits(im.std(**o))} 0",
    "image_trace_value": lambda im, o: plan.bits(im.trace(**o)),
    "auto_fit_fontsize": lambda _, o: stoner.auto_fit_fontsize(o.pop("value"), **o),
}


def set_plane(im, name, plane, unit=None):
    im.planes[name] = plane
    if unit is not None:
        im.planes.units[name] = unit


def run(case):
    function = case.function
    subject = next((p for p in function.parameters if p.role == "handle"), None)
    if subject is None:
        return text(BY_HAND[function.short](None, dict(case.given)), function)
    im = image(case.given[subject.name])
    given = {name: value(function.parameter(name), each) for name, each in case.given.items() if name != subject.name}
    if made := BY_HAND.get(function.short):
        result = made(im, given)
    else:
        result = by_name(function, im, given)
    return text(im if subject.changed else result, function)


def by_name(function, im, given):
    arguments, _ = python.arguments(NAMES, function)
    keywords = {}
    for argument in arguments:
        said = {name: given[name] for name in argument.passed if name in given}
        if len(argument.passed) == 1:
            keywords |= {argument.name: each for each in said.values()}
            continue
        # A mode and the value that it decides about are one argument.
        mode, number = argument.passed
        words = {constant.value: constant.word for constant in C.enumeration(function.parameter(mode)).values}
        if words.get(said.get(mode)) == "value":
            keywords[argument.name] = said.get(number, 0.0)
        elif said.get(mode):
            raise Unsayable
    short = function.typed.removeprefix("image_")
    holder = im
    if short.startswith("draw_"):
        holder, short = im.draw, short.removeprefix("draw_")
    name = ("_" if function.short in python.signatures.OTHER_KEYWORDS else "") + short
    return getattr(holder, name)(**keywords)


def text(result, function):
    outputs = [p for p in function.parameters if p.is_output and p.name not in ("capacity", "length")]
    if isinstance(result, stoner.Image):
        return plan.text(result._handle, None)
    if isinstance(result, stoner.Table):
        return plan.text(result._handle, None)
    if isinstance(result, stoner.Metadata):
        return plan.text(result._handle, None)
    if isinstance(result, tuple):
        listed = [plan.text(each, None) if isinstance(each, np.ndarray) else text(each, function) for each in result if each is not None]
        return " ".join(listed)
    if isinstance(result, str):
        return result
    if result is np.ma.masked:
        return "masked"
    if isinstance(result, (np.generic, np.ndarray)) and any(p.role == "new" for p in outputs):
        array = np.asarray(result)
        return f"image {sc.DTYPES[array.dtype]} [{','.join(map(str, array.shape))}] {array.tobytes().hex()} {'00' * array.size}"
    if isinstance(result, bytes):
        return result.hex()
    return plan.bits(result) if isinstance(result, float) else str(int(result))


def answers(cases):
    """{call: text}; "refused" where Python's own checks refuse."""
    made = {}
    for case in cases:
        try:
            made[case.name] = run(case)
        except sc.StonerError as error:
            made[case.name] = f"error {error.status}"
        except stoner.Error as error:
            made[case.name] = f"error {error.status}"
        except (ValueError, TypeError, OverflowError) as error:
            made[case.name] = f"refused {error}"
        except AttributeError as error:
            made[case.name] = f"no method {error}"
        except Unsayable:
            made[case.name] = "unsayable"
    return made
