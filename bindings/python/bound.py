"""What the Python package binds: see bindings/bound.py."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import signatures  # noqa: E402

PACKAGE = pathlib.Path(__file__).resolve().parent / "src/stoner"
VALUE = "the method without `_value`, called without an axis, gives the number, exactly and in its own dtype"
SHORTCUT = "a shortcut; `Image.metadata[key]` has every type"

REASONS = {
    "stoner_status_text": "the exception classes say it",
    "stoner_last_error_read": "as stoner_last_error, whose text every exception has",
    "stoner_last_error_status": "every exception has its status",
    "stoner_context_clear_error": "an exception that was caught is over",
    **{f"stoner_image_filled_{kind}": "`Image.filled` takes any integer: by way of a fill value of its own" for kind in ("i64", "u64")},
    "stoner_metadata_setdefault": "Python's mappings have their own, which takes any value",
    **{f"stoner_image_{name}_value": VALUE for name in "all any sum prod product mean var std min max ptp argmin argmax trace".split()},
    **{f"stoner_image_metadata_{way}_{kind}": SHORTCUT for way in ("get", "set") for kind in "bool i64 f64 string".split()},
}


def covered(c):
    """From the sources: what a method calls by its name, and what stands in signatures.BY_HAND with a name that the package
    has."""
    written = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PACKAGE.glob("*.py")) if path.name != "_c.py")
    called = set(re.findall(r'"(\w+)"', written))
    called |= {name.removeprefix("stoner_") for name in re.findall(r"\b(?:lib|_?library\(\)|functions)\.(\w+)\(", written)}
    # Names that are put together.
    if '_free"' in written:
        called |= {f"{kind}_free" for kind in ("context", "image", "metadata", "table")}
    whole = set(re.findall(r'"(\w+)\{(?:_convert\.)?whole\(', written))
    numbers = {name for name in ("image_fill", "image_itemset") if name in called}
    whole |= numbers if re.search(r'"\{function\}\{_convert\.whole\(', written) else set()
    called |= {f"{name}{kind}" for name in whole for kind in ("_i64", "_u64")}
    called |= {f"{name}_complex" for name in numbers if '{function}_complex"' in written}
    names = {}
    for function in c.functions:
        by_hand = signatures.BY_HAND.get(function.short)
        if function.short not in called:
            continue
        if by_hand:
            names[function.name] = by_hand
        elif function.short.startswith("image_draw_"):
            names[function.name] = f"Image.draw.{function.short.removeprefix('image_draw_')}"
        elif function.subject == "image":
            name = signatures.PROPERTIES.get(function.short, function.short.removeprefix("image_"))
            names[function.name] = f"Image.{name}"
    return names
