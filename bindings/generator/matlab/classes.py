"""The classes. They are written by hand in templates/; at the line `%METHODS` come the methods that are made from the description, those
excepted that the template has itself, and at `%MEANINGS` those that have MATLAB's meaning. Functions of the library whose names have
another meaning in MATLAB are static methods of the class stoner.original."""

import re
import textwrap

from ..model import NOTE, ROOT
from . import meanings
from .gateway import LEFT_OUT, table
from .help import contents, first_sentence, function_help, meaning_help, sections, signatures
from .words import DTYPE_NAMES, Names, is_reduction, original, outputs

HERE = ROOT / "bindings/matlab"
KINDS_OF_CLASSES = ("image", "scan", "live", "table", "metadata", "context", "library")
#: The functions that set what the gateway calls have their place in stoner.Context.
HOOKS = {
    "context_set_progress_callback": "stoner.Context.on_progress",
    "context_set_file_hook": "stoner.Context.on_file",
    "context_set_line_hook": "stoner.Context.on_line",
}
REASONS = {f"stoner_{short}": why for short, why in LEFT_OUT.items() if short not in HOOKS}
#: How each group of meanings is called.
CALLS = {
    "pixelwise": ("result", "a", "stoner.internal.pixelwise('{name}', a)"),
    "pairwise": ("result", "a, b, varargin", "stoner.internal.pixelwise('{name}', a, b, varargin{{:}})"),
    "reduction": ("result", "obj, varargin", "stoner.internal.reduce('{name}', obj, varargin{{:}})"),
    "scan": ("result", "obj, varargin", "stoner.internal.scan('{name}', obj, varargin{{:}})"),
    "rearranged": ("result", "obj, varargin", "stoner.internal.rearranged('{name}', obj, varargin{{:}})"),
    "plane": ("varargout", "varargin", "stoner.internal.whole('{name}', varargin{{:}})"),
    "answer": ("result", "obj", "stoner.internal.answer('{name}', obj)"),
    "class": ("array", "obj", "stoner.internal.plain(obj, '{name}')"),
    "drawing": ("varargout", "varargin", "stoner.internal.drawn('{name}', varargin{{:}})"),
}

TYPES = f"""function word = metadata_type(number)
%METADATA_TYPE  The word for a type of metadata.
% {NOTE}
  words = {{{{'{{}}'}}}};
  word = words{{{{number}}}};
end
"""


def scan_words(c):
    """The words for what the functions of scans give as numbers."""
    lines = ["function word = scan_word(family, number)", "%SCAN_WORD  The word of an enumeration that scans give: 'kind', 'role' or 'dtype', by its number.", f"% {NOTE}",
             "  switch family"]  # fmt: skip
    for family, enumeration in (("kind", "ScanKind"), ("role", "AxisRole"), ("dtype", "Dtype")):
        values = [value for value in c.enumerations[enumeration].values if family != "dtype" or value.value]
        words = [DTYPE_NAMES[value.name.removeprefix("STONER_")] if family == "dtype" else value.word for value in values]
        listed = ", ".join(f"{value.value}, '{word}'" for value, word in zip(values, words))
        lines += [f"    case '{family}'", f"      known = {{{listed}}};"]
    return "\n".join([*lines, "  end", "  word = known{2 * find([known{1:2:end}] == number)};", "end", ""])


def kinds_of(function):
    """What stoner.internal.invoke makes of each output."""
    letters = []
    for p in outputs(function):
        letter = {"new": p.base.removeprefix("stoner_")[0]}.get(p.role, "n")
        if letter == "i" and p.indices:
            letter = "y" if is_reduction(function) else "x"
        elif letter == "i" and is_reduction(function):
            letter = "r"
        letters.append(letter)
    return "".join(letters) or "n"


def body(function, target, indent):
    """The head's output and the call of a function."""
    takes_options = any(p.kind == "options" for p in function.inputs) and not function.short.startswith("image_apply")
    inputs = "stoner.internal.with_options(varargin)" if takes_options else "varargin"
    if outputs(function) or not function.has_status:
        return "varargout = ", f"{indent}[varargout{{1:max(nargout, 1)}}] = stoner.internal.invoke('{function.short}', '{kinds_of(function)}', {target}, {inputs});"
    return "", f"{indent}stoner.internal.invoke('{function.short}', '', {target}, {inputs});"


def method(names, function, short):
    """One method of a class."""
    own = function.subject is not None
    gives, call = body(function, "obj" if own else "[]", "      ")
    head = f"    function {gives}{short}({'obj, ' if own else ''}varargin)"
    return "\n".join([head, function_help(names, function, short, "      "), call, "    end"])


def own_meanings(own):
    """The methods that have MATLAB's meaning and are not written by hand."""
    made = []
    for name, (group, text, calls) in sorted(meanings.groups().items()):
        if name in own:
            continue
        gives, inputs, call = CALLS[group]
        left = {"varargout": "[varargout{1:max(nargout, 1)}] = "}.get(gives, f"{gives} = ")
        if group == "drawing":
            left = "[varargout{1:nargout}] = "
        made += [f"    function {gives} = {name}({inputs})", meaning_help(name, group, text, calls, "      "),
                 f"      {left}{call.format(name=name)};", "    end"]  # fmt: skip
    return "\n".join(made)


def methods(c, known, kind):
    """{method: function} of a class; `library` has what has no subject."""
    found = {}
    for function in c.functions:
        if function.short not in known or (function.subject or "library") != kind or original(function):
            continue
        short = function.typed.removeprefix(f"{kind}_") if kind != "library" else function.short
        found[short] = function
    return found


def own_methods(template):
    return set(re.findall(r"^\s*function\s+(?:[\w\[\], ]+?\s*=\s*)?([\w.]+)", template, flags=re.MULTILINE))


def skipped(template):
    """Functions that a template names in lines `%BY-HAND function: how`."""
    return dict(re.findall(r"^\s*%BY-HAND (\w+): (.+)$", template, flags=re.MULTILINE))


def read_template(kind):
    """A template, with what all classes that own a handle have in common."""
    common = re.sub(r"^% .*\n", "", (HERE / "templates/handle.part").read_text(encoding="utf-8"), flags=re.MULTILINE)
    text = (HERE / f"templates/{kind.capitalize()}.m").read_text(encoding="utf-8")
    return text.replace("%HANDLE\n", common.replace("KIND", kind), 1)


def class_file(c, known, kind):
    template = read_template(kind)
    names = Names(c)
    own = own_methods(template)
    made = [
        method(names, function, short)
        for short, function in methods(c, known, kind).items()
        if short not in own and function.short not in skipped(template)
    ]
    kept = re.sub(r"^\s*%BY-HAND .*\n", "", template, flags=re.MULTILINE)
    kept = kept.replace("%MEANINGS\n", own_meanings(own) + "\n", 1)
    made_from = f"% {NOTE} By hand is what templates/ has.\n"
    return made_from + kept.replace("%METHODS\n", "\n".join(made).lstrip("\n") + "\n", 1)


def original_file(c, known):
    """The class stoner.original, whose static methods these functions are: Octave warns of functions in files that have names of its own."""
    names = Names(c)
    lines = [
        f"% {NOTE}", "classdef original",
        "%ORIGINAL  Functions whose names have another meaning in MATLAB, as the Python package and numpy.ma have them.",
        "%  stoner.original.std(im)          of all pixels, with the divisor N; std(im) is MATLAB's",
        "%  stoner.original.sum(im, 1)       dimensions count from 1 here too",
        "%  stoner.original.hist(im, 10)     a stoner.Table",
        "%  stoner.help('original.std') explains one.", "  methods (Static)",
    ]  # fmt: skip
    for function in c.functions:
        if function.short in known and original(function):
            short = function.typed.removeprefix("image_")
            gives, call = body(function, "stoner.internal.image_of(im)", "      ")
            lines += [f"    function {gives}{short}(im, varargin)", function_help(names, function, short, "      "), call, "    end"]
    return "\n".join([*lines, "  end", "end", ""])


def defined(text):
    """The methods of a class file: [(name, whether it gives something back, help)]."""
    text = text[: text.index("\nend\n")]
    found = re.findall(r"^    function (?:([^=\n(]*)= *)?([\w.]+)[^\n]*\n((?: *%.*\n)*)", text, flags=re.MULTILINE)
    return [(name, bool(given), told) for given, name, told in found if not name.startswith("get.")]


def method_outputs(files):
    """The methods of each class, and whether they give something back: indexing with a dot has to know, and to ask Octave takes
    milliseconds."""
    lines = [
        "function n = method_outputs(kind, name)",
        "%METHOD_OUTPUTS  Of a method of a class 1 when it gives something back, 0 when not; -1 when there is no such method.",
        "%  Without a name: all names, as a cell.",
        f"% {NOTE}",
        "  persistent known",
        "  if isempty(known)",
    ]
    for kind in KINDS_OF_CLASSES[:-1]:
        pairs = ", ".join(f"'{name}', {int(given)}" for name, given, _ in sorted(defined(files[kind])))
        lines += [f"    known.{kind.capitalize()} = struct( ...", *(f"      {line} ..." for line in textwrap.wrap(pairs, 110)), "    );"]
    lines += ["  end", "  if nargin == 1", "    n = fieldnames(known.(kind)).';", "    return", "  end",
              "  n = -1;", "  if isfield(known.(kind), name)", "    n = known.(kind).(name);", "  end", "end", ""]  # fmt: skip
    return "\n".join(lines)


def names(c):
    """A function is covered when the gateway has it and a class calls it by its name."""
    gateway = (HERE / "stoner_mex.c").read_text(encoding="utf-8") + (HERE / "generated/stoner_table.h").read_text(encoding="utf-8")
    called = set(re.findall(r'^    \{"(\w+)", "[\w.]+", \w+', gateway, flags=re.MULTILINE))
    called |= set(re.findall(r'\{"(image_\w+)", \w+, \d\}', gateway))
    found = {f"stoner_{short}": name for short, name in HOOKS.items() if f"stoner_{short}(" in gateway}
    known = {function.short: function for function in c.functions}
    templates = [path.read_text(encoding="utf-8") for path in HERE.glob("templates/*.m")]
    for kind in map(str.capitalize, KINDS_OF_CLASSES):
        text = (HERE / f"+stoner/{kind}.m").read_text(encoding="utf-8")
        for short, name in skipped(read_template(kind)).items():
            if f"'{short}'" in text or any(f"'{short}'" in template for template in templates):
                found[f"stoner_{short}"] = name
        for method, lines in re.findall(r"^    function (?:[^=\n(]*= *)?(\w+)(.*?)^    end$", text, flags=re.MULTILINE | re.DOTALL):
            for short in re.findall(r"(?:invoke\(|call\(obj, )'(\w+)'", lines):
                if short in known and short in called:
                    found.setdefault(f"stoner_{short}", f"stoner.{kind}/{method}")
    for short in re.findall(r"invoke\('(\w+)'", (HERE / "+stoner/original.m").read_text(encoding="utf-8")):
        if short in known and short in called:
            found.setdefault(f"stoner_{short}", f"stoner.original.{short.removeprefix('image_')}")
    constructor = (HERE / "+stoner/Image.m").read_text(encoding="utf-8")
    for short in ("load", "image_from_data"):
        if f"stoner_mex('{short}'" in constructor:
            found[f"stoner_{short}"] = "stoner.Image"
    return found


def files(c):
    text, known = table(c)
    classes = {kind: class_file(c, known, kind) for kind in KINDS_OF_CLASSES}
    classes["original"] = original_file(c, known)
    helps = {f"stoner.{kind if kind == 'original' else kind.capitalize()}": {name: first_sentence(told) for name, _, told in defined(text)} for kind, text in classes.items()}
    types = "', '".join(value.word for value in c.enumerations["Type"].values)
    # What a template does in another way has no method of its name.
    left = {
        f"stoner.{kind.capitalize()}.{method}"
        for kind in KINDS_OF_CLASSES
        for method, function in methods(c, known, kind).items()
        if function.short in skipped(read_template(kind)) and method not in own_methods(read_template(kind))
    }
    made = {
        "generated/stoner_table.h": text,
        "+stoner/+internal/metadata_type.m": TYPES.format(types),
        "+stoner/+internal/scan_word.m": scan_words(c),
        "+stoner/+internal/method_outputs.m": method_outputs(classes),
        "+stoner/sections.m": sections(c),
        "+stoner/Contents.m": contents(c, helps),
        # MATLAB looks beside the package, or in resources there, by its version.
        "functionSignatures.json": signatures(c, known, left),
        "resources/functionSignatures.json": signatures(c, known, left),
        "generated/meanings.txt": "".join(f"{name} {group}\n" for name, group in sorted(meanings.listed().items())),
    }
    made |= {f"+stoner/{kind if kind == 'original' else kind.capitalize()}.m": text for kind, text in classes.items()}
    return {f"bindings/matlab/{name}": text for name, text in made.items()}
