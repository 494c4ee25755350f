"""Makes what MATLAB's loadlibrary needs to call the library without a MEX file: stoner_prototypes.m, which says how each function is called, and
stoner_thunk.c, through which MATLAB on 64 bits calls them. The types are those of LabVIEW's flat header, whose functions these are.
"""

from .labview import bound, flat_result, flat_type
from .model import NOTE

FOLDER = "bindings/matlab/loadlibrary"
#: Plain C type -> MATLAB's name for it. A text that is filled is a cstring too: MATLAB returns what the buffer then holds.
NAMES = {"int": "int32", "long long": "int64", "unsigned long long": "uint64", "unsigned char": "uint8", "double": "double"}


def matlab_type(plain):
    base = plain.replace("const ", "").replace("*", "").strip()
    if base == "char":
        return "cstring"
    if base == "unsigned char" and "*" in plain:
        # Memory of any dtype: MATLAB passes an array of any class as it is.
        return "voidPtr"
    return NAMES[base] + ("Ptr" if "*" in plain else "")


def signature(function):
    """The types of the result and of each parameter, in C and in MATLAB."""
    plain = [flat_result(function), *(flat_type(p) for p in function.parameters)]
    return [kind.replace("const ", "").strip() for kind in plain], [matlab_type(kind) for kind in plain]


def thunk(function):
    """The name of the thunk: it is shared by the functions of one signature."""
    return "".join(signature(function)[1]) + "Thunk"


def prototypes(c):
    lines = [
        "function [methodinfo, structs, enuminfo, ThunkLibName] = stoner_prototypes",
        "%STONER_PROTOTYPES  How the functions of libstoner are called, for loadlibrary: see stoner_loadlibrary.",
        f"%  {NOTE}",
        "  structs = [];",
        "  enuminfo = [];",
        "  if ispc",
        "    name = 'stoner_thunk_pcwin64';",
        "  else",
        "    name = 'stoner_thunk_glnxa64';",
        "  end",
        "  ThunkLibName = fullfile(fileparts(mfilename('fullpath')), name);",
        "  calls = {",
    ]
    for function in bound(c):
        result, *parameters = signature(function)[1]
        lines.append(f"    '{function.name}', '{thunk(function)}', '{result}', {{{', '.join(repr(p) for p in parameters)}}}")
    lines += [
        "  };",
        "  n = size(calls, 1);",
        "  methodinfo = struct('name', {calls(:, 1)'}, 'calltype', {repmat({'Thunk'}, 1, n)}, 'LHS', {calls(:, 3)'}, ...",
        "                      'RHS', {calls(:, 4)'}, 'alias', {cell(1, n)}, 'thunkname', {calls(:, 2)'});",
        "end",
    ]
    return "\n".join(lines) + "\n"


def thunks(c):
    lines = [
        f"/* stoner_thunk.c: {NOTE}",
        " *",
        " * MATLAB lays the arguments of a call out one behind the other, each in eight bytes; a thunk passes them on as C does. */",
        "#if defined(_WIN32)",
        "#define THUNK __declspec(dllexport)",
        "#else",
        '#define THUNK __attribute__((visibility("default")))',
        "#endif",
        "",
    ]
    made = set()
    for function in bound(c):
        name = thunk(function)
        if name in made:
            continue
        made.add(name)
        result, *kinds = signature(function)[0]
        types = ", ".join(kinds) or "void"
        given = [f"*({kind}{'' if kind.endswith('*') else ' '}const *)(stack + {8 * at})" for at, kind in enumerate(kinds)]
        lines.append(f"THUNK {result} {name}(void (*function)(void), const char *stack, int size);")
        lines.append(f"THUNK {result} {name}(void (*function)(void), const char *stack, int size) {{")
        lines += ["    (void)stack;"] if not kinds else []
        lines.append("    (void)size;")
        call = f"    return (({result} (*)({types}))function)("
        lines.append(call + (",\n        ".join(given)) + ");" if len(kinds) < 2 else call + "\n        " + ",\n        ".join(given) + ");")
        lines += ["}", ""]
    return "\n".join(lines)


def files(c):
    return {f"{FOLDER}/stoner_prototypes.m": prototypes(c), f"{FOLDER}/stoner_thunk.c": thunks(c)}
