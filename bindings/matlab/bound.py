"""Which name each C function has in MATLAB and GNU Octave; read by bindings/bound.py."""

import importlib.util
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
CLASSES = ("Image", "Table", "Metadata", "Context", "Library")


def generator():
    spec = importlib.util.spec_from_file_location("generate_matlab", HERE / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


generate = generator()
#: The functions that set what the gateway calls have their place in stoner.Context.
HOOKS = {
    "context_set_progress_callback": "stoner.Context.on_progress",
    "context_set_file_hook": "stoner.Context.on_file",
    "context_set_line_hook": "stoner.Context.on_line",
}
REASONS = {f"stoner_{short}": why for short, why in generate.LEFT_OUT.items() if short not in HOOKS}


def covered(c):
    """A function is covered when the gateway has it and a class calls it by its name."""
    gateway = (HERE / "stoner_mex.c").read_text(encoding="utf-8") + (HERE / "stoner_table.h").read_text(encoding="utf-8")
    called = set(re.findall(r'^    \{"(\w+)", \w+', gateway, flags=re.MULTILINE))
    called |= set(re.findall(r'\{"(image_\w+)", \w+, \d\}', gateway))
    found = {f"stoner_{short}": name for short, name in HOOKS.items() if f"stoner_{short}(" in gateway}
    known = {function.short: function for function in c.functions}
    for kind in CLASSES:
        template = (HERE / f"templates/{kind}.m").read_text(encoding="utf-8")
        text = (HERE / f"+stoner/{kind}.m").read_text(encoding="utf-8")
        for short, name in generate.skipped(template).items():
            if f"'{short}'" in text or any(f"'{short}'" in path.read_text(encoding="utf-8") for path in HERE.glob("templates/*.m")):
                found[f"stoner_{short}"] = name
        for method, body in re.findall(r"^    function (?:[^=\n(]*= *)?(\w+)(.*?)^    end$", text, flags=re.MULTILINE | re.DOTALL):
            for short in re.findall(r"(?:invoke\(|call\(obj, )'(\w+)'", body):
                if short in known and short in called:
                    found.setdefault(f"stoner_{short}", f"stoner.{kind}/{method}")
    constructor = (HERE / "+stoner/Image.m").read_text(encoding="utf-8")
    for short in ("load", "image_from_data"):
        if f"stoner_mex('{short}'" in constructor:
            found[f"stoner_{short}"] = "stoner.Image"
    return found
