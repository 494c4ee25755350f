"""Help: that of each method, `help stoner.sections`, Contents.m, and functionSignatures.json for MATLAB's completion."""

import json
import re
import textwrap

from ..model import NOTE
from . import meanings
from .words import CLASSES, Names, called, dimension_help, meaning, original, outputs, parameter_name, subject

WIDTH = 96


def parameter_help(names, function, p):
    what = meaning(function, p)
    if what in ("AXIS", "PERMUTATION"):
        return dimension_help(p)
    if what == "SHAPE":
        return "the new size, rows first; the elements are taken row by row, then frame by frame"
    if p.name == "keepdims":
        return "true: the reduced dimensions stay with length 1 (so without it, where dimensions are given); false: they go"
    if what == "PLACE":
        return "which pixel: row, column (and frame), or one number, column by column; from 1. Not given: an image of one pixel"
    if what == "LINEAR":
        along = "; of those along dim where that is given" if any(meaning(function, q) == "AXIS" for q in function.inputs) else ""
        return f"numbers of pixels from 1, column by column, as of a matrix{along}"
    if p.kind == "index" and function.subject in ("table", "metadata", "scan") or function.short in ("cmap_name", "context_warning", "context_warning_code"):
        return "its number, from 1"
    text = names.about(p).rstrip(".")
    if p.decides:
        text = f"{names.LEFT_OUT}: {text}"
    if what == "INDEX":
        # The text counts from 0, as the other languages do.
        text = {"coordinate": "1: x, 2: y"}.get(p.name, f"{text}; from 1")
    if what == "BOX" and "Inf" not in text:
        text += "; -Inf or Inf: as far as there is"
    if (default := names.written(p)) and p.name != "keepdims":
        text += f"; default {default}"
    if names.family(p):
        text += " [" + " ".join(f"'{word}'" for word in names.choices(p)) + "]"
    return text


def signature(function):
    """How a function is called, with its inputs and outputs."""
    own = subject(function)
    listed = [parameter_name(p) for p in function.inputs if p is not own]
    given = [p.name for p in outputs(function)] or ([] if function.has_status else ["value"])
    left = f"[{', '.join(given)}] = " if len(given) > 1 else f"{given[0]} = " if given else ""
    if original(function):
        listed.insert(0, "im")
    return f"{left}{called(function)}({', '.join(listed)})"


def output_text(names, p):
    """What comes back, without what only matters to C: room for results, and new handles."""
    if p.role == "new":
        return f"a stoner.{CLASSES[p.base.removeprefix('stoner_')]}: {names.text(p.doc)}".removesuffix(": ")
    text = names.about(p)
    return f"{text}; counted from 1" if p.kind == "index" else text


def wrapped(text):
    first, *rest = textwrap.wrap(text, WIDTH) or [""]
    return [f"  {first}", *(f"      {line}" for line in rest)]


def function_help(names, function, short, indent):
    first = textwrap.wrap(names.text(function.doc), WIDTH)
    lines = [f"{short.upper()}  {first[0] if first else ''}", *(f"  {line}" for line in first[1:]), ""]
    if original(function):
        lines += [*wrapped(f"The meaning that the Python package gives the name; im.{short}(...) and {short}(im, ...) have MATLAB's."), ""]
    lines += [f"  {signature(function)}", ""]
    for p in function.inputs:
        if p is not subject(function):
            lines += wrapped(f"{parameter_name(p)}: {parameter_help(names, function, p)}".rstrip(": "))
    for p in outputs(function):
        lines += wrapped(f"returns {p.name}: {output_text(names, p)}".rstrip(": "))
    if function.short.startswith("image_apply"):
        lines += wrapped("Axes and indices in these count from 0, as in JSON and in every other language: the entry provenance can be run anywhere.")
    if any(p.indices for p in outputs(function)):
        lines += wrapped("The indices count from 1.")
    if function.codes:
        lines += wrapped("Errors: " + names.text(function.returns))
    return "\n".join(f"{indent}%{line}".rstrip() for line in lines)


def meaning_help(name, group, text, calls, indent):
    """The help of a function that has MATLAB's meaning."""
    masks = {"pairwise": "pixelwise", "class": "", "drawing": ""}.get(group, group)
    lines = [f"{name.upper()}  {text}"]
    lines += wrapped(calls) if calls else []
    if group == "class":
        lines += wrapped("Masked pixels become 0, with a warning; astype keeps mask and positions.")
    elif group == "drawing":
        lines += wrapped("Masked pixels are left blank. Axes count from 1, as of a matrix; imshow draws axes that count from 0, as points do.")
    elif meanings.MASKS[masks]:
        lines += wrapped(meanings.MASKS[masks])
    return "\n".join(f"{indent}%{line}".rstrip() for line in lines)


def sections(c):
    """help stoner.sections: what the sections of the header say of all their functions."""
    names = Names(c)
    lines = ["function sections()", "%SECTIONS  What groups of methods have in common: help stoner.sections", "%"]
    for section in c.sections:
        if section.text:
            lines += [f"%  {section.title}", "%"]
            for paragraph in section.text.split("\n\n"):
                parts = paragraph.splitlines() if paragraph.startswith("|") else textwrap.wrap(names.text(paragraph), WIDTH)
                lines += [*(f"%    {line}" for line in parts), "%"]
    lines += [f"% {NOTE}", "  help stoner.sections", "end", ""]
    return "\n".join(lines)


def contents(c, helps):
    """Contents.m: what `help stoner` shows. `helps` is {class: {method: its help}}."""
    lines = [f"% Stoner  X-ray microscopy images: libstoner {c.version}", "%", "%   stoner.Image       an image; stoner.Image('scan.hdf5') loads one",
             "%   stoner.Scan        what a file holds of a measurement: entries, detectors, axes, frames; the way to its images",
             "%   stoner.Live        an image that grows while it is measured", "%   stoner.Metadata    its metadata", "%   stoner.Table       columns of numbers: profiles, histograms, spectra",
             "%   stoner.Context     threads, progress, cancellation, dialogs", "%   stoner.Library     functions of the library itself",
             "%   stoner.original    functions whose names have another meaning in MATLAB, as the Python package has them",
             "%   stoner.help        the help of a method: stoner.help('Image.rotate')",
             "%   stoner.sections    what groups of methods have in common", "%   stoner.load_stxm   loads a scan", "%"]  # fmt: skip
    for kind, methods in helps.items():
        lines += [f"% {kind}", "%"]
        for name in sorted(methods, key=str.lower):
            lines.append(f"%   {name:<34} {methods[name]}")
        lines.append("%")
    return "\n".join([*lines, f"% {NOTE}", ""])


def first_sentence(text):
    """The first sentence of a help text, which begins with its name in capitals."""
    lines = [re.sub(r"^\s*%", "", line).strip() for line in text.splitlines()]
    paragraph = " ".join(lines[: lines.index("")] if "" in lines else lines).partition("  ")[2] or " ".join(lines)
    return textwrap.shorten(paragraph.split(". ")[0].rstrip(".") + ".", 110, placeholder=" ...")


# -- functionSignatures.json -----------------------------------------------------------------------------------------------------


def argument(names, function, p, named):
    """One input for MATLAB's completion."""
    kinds = {"text": ["char"], "texts": ["cell"], "handles": ["cell"]}
    made = {"name": parameter_name(p), "kind": "namevalue" if named else "required"}
    if names.family(p):
        words = ", ".join(f"'{word}'" for word in names.choices(p))
        made["type"] = [["char", f"choices={{{words}}}"], ["numeric"]]
    elif p.kind == "path":
        made["type"] = ["char", "file"]
    elif p.kind == "bool":
        made["type"] = [["logical"], ["numeric"]]
    elif p.role in kinds:
        made["type"] = kinds[p.role]
    elif p.role == "handle":
        held = f"stoner.{CLASSES[p.base.removeprefix('stoner_')]}"
        made["type"] = [[held], ["numeric"]] if p.base == "stoner_image" else [[held], ["struct"]]
    else:
        made["type"] = ["numeric"] if p.role == "numbers" else [["numeric", "scalar"], ["logical", "scalar"]] if p.role == "scalar" else ["numeric", "scalar"]
    return made


def signatures(c, known, left):
    """functionSignatures.json, which MATLAB reads for the completion of inputs. Octave has nothing of the kind. `left` are methods that the classes
    do not have under the names of the description."""
    names = Names(c)
    found = {}
    for function in c.functions:
        if function.short not in known:
            continue
        own = subject(function)
        holder = f"stoner.{CLASSES[function.subject]}" if function.subject and not original(function) else None
        name = f"{holder}.{called(function).partition('.')[2]}" if holder else called(function)
        inputs = []
        if function.subject:
            inputs.append({"name": "obj", "kind": "required", "type": [f"stoner.{CLASSES[function.subject]}"]})
        inputs += [argument(names, function, p, not p.must_be_given) for p in function.inputs if p is not own]
        inputs.sort(key=lambda each: each["kind"] == "namevalue")
        found[name] = {"inputs": inputs} if inputs else {"inputs": []}
        if outs := outputs(function):
            found[name]["outputs"] = [{"name": p.name} for p in outs]
    found["stoner.Image.Image"] = {"inputs": [
        {"name": "source", "kind": "required", "type": [["char", "file"], ["numeric"], ["logical"]]},
        {"name": "mask", "kind": "ordered", "type": ["logical"]},
        {"name": "context", "kind": "namevalue", "type": ["stoner.Context"]},
        {"name": "filetype", "kind": "namevalue", "type": ["char"]},
        {"name": "ndim", "kind": "namevalue", "type": ["numeric", "scalar"]},
    ]}  # fmt: skip
    path, context = {"name": "path", "kind": "required", "type": ["char", "file"]}, {"name": "context", "kind": "namevalue", "type": ["stoner.Context"]}
    for name in [name for name in found if name in left]:
        del found[name]
    found["stoner.Scan.image"]["inputs"].append({"name": "frame", "kind": "namevalue", "type": ["numeric", "scalar"]})
    pair = {"kind": "required", "type": ["numeric"]}
    found["stoner.Live.Live"] = {"inputs": [
        *({"name": name, **pair} for name in ("shape", "first", "step")),
        {"name": "spread", "kind": "namevalue", "type": ["char", "choices={'nearest', 'linear'}"]},
        {"name": "reference", "kind": "namevalue", "type": ["numeric", "scalar"]}, {"name": "unit", "kind": "namevalue", "type": ["char"]}, context,
    ]}  # fmt: skip
    found["stoner.Scan.Scan"] = {"inputs": [path, context]}
    lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(found[name])}" for name in sorted(found))
    return f'{{\n  "_schemaVersion": "1.0.0",\n{lines}\n}}\n'
