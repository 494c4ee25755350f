"""What can be proved of MATLAB's loadlibrary without MATLAB: the prototypes, read by Octave, are the flat header's; every thunk passes all of its
arguments on, laid out as MATLAB lays them out."""

import re

from c import C99, COMPILERS, WARNINGS, compiler_missing
from octave import OCTAVE
from process import ROOT, have, missing
from results import Counts, from_c, from_status

FOLDER = ROOT / "bindings/matlab/loadlibrary"
BUILD = ROOT / "build/loadlibrary"
#: The flat header's type -> MATLAB's, as MATLAB's documentation of loadlibrary has them.
TYPES = {
    "int": "int32", "long long": "int64", "unsigned long long": "uint64", "unsigned char": "uint8", "double": "double", "char *": "cstring", "int *": "int32Ptr",
    "long long *": "int64Ptr", "unsigned long long *": "uint64Ptr", "double *": "doublePtr", "unsigned char *": "voidPtr",
}  # fmt: skip
#: A value of each type that a wrong place or size would change, and what stands for it in a check.
VALUES = {"int": "-{n}", "long long": "-{n}000000007LL", "unsigned long long": "18000000000000000{n}ULL", "unsigned char": "{n}", "double": "-{n}.25"}


def suite(log):
    BUILD.mkdir(parents=True, exist_ok=True)
    declared = header()
    counts = from_status(len(declared) < 300, "the flat header declares the functions")
    counts += thunks(log, declared)
    if not have("octave-cli"):
        counts += missing("loadlibrary: GNU Octave is not installed")
        return counts
    script = f"addpath('{FOLDER}'); [m, s, e, t] = stoner_prototypes(); disp(t); for k = 1:numel(m.name), printf('%s|%s|%s|%s\\n', m.name{{k}}, m.thunkname{{k}}, m.LHS{{k}}, strjoin(m.RHS{{k}}, ' ')); end"
    status, out = log.run([*OCTAVE, "--eval", script], quiet=True)
    lines = out.splitlines()
    counts += from_status(status or not lines or not lines[0].endswith("stoner_thunk_glnxa64"), "Octave reads the prototypes")
    read = {}
    for line in lines[1:]:
        name, thunk, result, parameters = line.split("|")
        read[name] = (thunk, [result, *parameters.split()])
    wanted = {name: ("".join(matlab(types)) + "Thunk", matlab(types)) for name, types in declared.items()}
    differ = sorted(name for name in read.keys() | wanted.keys() if read.get(name) != wanted.get(name))
    log.write(f"{len(read)} prototypes, other than the header: {differ}\n")
    counts += from_status(bool(differ), f"the prototypes are those of the flat header: {differ[:5]}")
    return counts


def header():
    """{function: [type of the result, types of the parameters]} of LabVIEW's flat header, without const."""
    text = (ROOT / "bindings/labview/generated/stoner_labview.h").read_text(encoding="utf-8")
    text = re.sub(r"^#.*$", "", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL), flags=re.MULTILINE)
    declared = {}
    for statement in text.split(";"):
        words = " ".join(statement.split()).replace("const ", "")
        found = re.fullmatch(r"(.*?)(stoner_\w+)\((.*)\)", words)
        if found:
            parameters = [] if found[3] == "void" else [re.sub(r"\w+$", "", parameter).strip() for parameter in found[3].split(", ")]
            declared[found[2]] = [found[1].strip(), *parameters]
    return declared


def matlab(types):
    return [TYPES[kind] for kind in types]


def thunks(log, declared):
    """A program that calls each thunk with a function which looks at what it is given."""
    lines = ["#include <stdio.h>", "#include <string.h>", f'#include "{FOLDER}/stoner_thunk.c"', "static int good;", ""]
    signatures = {"".join(matlab(types)) + "Thunk": types for types in declared.values()}
    calls = []
    for number, (thunk, (result, *types)) in enumerate(sorted(signatures.items())):
        parameters = ", ".join(f"{kind}{'' if kind.endswith('*') else ' '}p{at}" for at, kind in enumerate(types)) or "void"
        checks = " && ".join(f"p{at} == {value(kind, at)}" for at, kind in enumerate(types)) or "1"
        lines.append(f"static {result} seen{number}({parameters}) {{ good = {checks}; return {value(result, 77)}; }}")
        body = [f"    memset(stack, 0x5a, sizeof stack); good = 0; {{ {result}{'' if result.endswith('*') else ' '}back;"]
        for at, kind in enumerate(types):
            body.append(f"    {{ {kind} v = {value(kind, at)}; memcpy(stack + {8 * at}, &v, sizeof v); }}")
        body.append(f"    back = {thunk}((void (*)(void))seen{number}, stack, {8 * len(types)});")
        body.append(f'    printf("%s {thunk}\\n", good && back == {value(result, 77)} ? "ok" : "not ok"); }}')
        calls += body
    lines += ["int main(void) {", "    static union { char bytes[256]; double aligned; } room;", "    char *stack = room.bytes;"]
    lines += [call.replace("sizeof stack", "sizeof room") for call in calls] + ["    return 0;", "}", ""]
    source = BUILD / "thunks.c"
    source.write_text("\n".join(lines))
    counts = Counts()
    for compiler in COMPILERS:
        if not have(compiler):
            counts += compiler_missing("loadlibrary's thunks", compiler)
            continue
        program = BUILD / f"thunks-{compiler}"
        made = log.run([compiler, *C99, *WARNINGS, "-O1", source, "-o", program])[0] == 0
        counts += from_status(not made, f"the thunks compile ({compiler})")
        status, out = log.run([program], quiet=True) if made else (1, "")
        counts += from_c(status, out, f"thunks ({compiler})")
    return counts


def value(kind, at):
    """A constant of the type: an address is one that nobody looks at."""
    number = at + 1
    return VALUES[kind].format(n=number) if kind in VALUES else f"({kind})({number}000UL)"
