"""What a language does not say of an option, and why. Nothing else is left out of the comparison.

An entry is (language, function, option, kind of the parameter, kind of the call): why; None stands for all.
"""

EXCEPTIONS = {
    ("cpp", None, None, "bool", "outside"): "a bool of C++ is true or false",
    ("cpp", None, "fill_mode", None, "left out"): "a fill value that is given says the mode too",
    ("cpp", None, "cval_mode", None, "left out"): "a constant that is given says the mode too",
    ("python", None, None, "bool", "outside"): "Python takes the truth of any value",
    ("python", "image_set_map", None, None, None): "Image.map is one value with origin, steps, names and units: tests/python/test_image.py",
    ("octave", None, "keepdims", None, "left out"): "MATLAB's own default: dimensions that are given stay, as its functions have it",
    ("cpp", "image_hist", "bins", None, "outside"): "0 is how the default is written",
    ("octave", "image_squeeze", "axes", None, None): "an array of MATLAB has no dimensions of length 1 at its end",
    **{
        ("octave", f"image_{name}", "axis1", None, kind): "0 for both axes stands for 0 and 1 where axes are counted from 0"
        for name in ("diagonal", "trace")
        for kind in ("left out", "written")
    },
    ("octave", None, "fill_mode", None, "left out"): "a fill value that is given says the mode too",
    ("octave", None, "cval_mode", None, "left out"): "a constant that is given says the mode too",
}

_used = set()


def reason(language, function, p, call):
    for key, why in EXCEPTIONS.items():
        if key[0] == language and all(mine in (None, theirs) for mine, theirs in zip(key[1:], (function, p.name, p.kind, call))):
            _used.add(key)
            return why
    return None


def unused(language):
    return [key for key in EXCEPTIONS if key[0] == language and key not in _used]
