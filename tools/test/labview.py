"""What can be proved of the LabVIEW binding without LabVIEW: the flat header is plain, and ABI-equal to the real one; the error file is
what its format asks for; every function can be called with what a node can pass."""

import re
import sys
import xml.etree.ElementTree

from c import C99, COMPILERS, LINK, WARNINGS, compiler_missing
from process import ROOT, have
from results import Counts, failed, from_c, from_status

BINDING = ROOT / "bindings/labview"
MADE = BINDING / "generated"
BUILD = ROOT / "build/labview"
INCLUDE = ["-Ibuild/include", f"-I{MADE}", f"-I{BUILD}"]
POSIX = "-D_POSIX_C_SOURCE=200809L"


def labview(log):
    BUILD.mkdir(parents=True, exist_ok=True)
    counts = from_status(bool(not_plain(log)), "the flat header has nothing but #define of numbers and declarations of plain types")
    counts += from_status(bool(error_file(log)), "stoner-errors.txt has the codes of stoner.h, each once and with a text")
    for script in ("make_abi.py", "make_calls.py"):
        if log.run([sys.executable, f"tests/labview/{script}", BUILD])[0] != 0:
            counts += failed(f"labview: {script}")
            return counts
    for compiler in COMPILERS:
        if not have(compiler):
            counts += compiler_missing("LabVIEW host", compiler)
            continue
        counts += host(log, compiler)
        counts += guide(log, compiler)
    for compiler in ("g++", "clang++"):
        if not have(compiler):
            counts += compiler_missing("ABI of the flat header", compiler)
            continue
        counts += abi(log, compiler)
    return counts


def not_plain(log):
    """Lines of the flat header that the Import Shared Library wizard might not take."""
    text = re.sub(r"/\*.*?\*/", "", (MADE / "stoner_labview.h").read_text(encoding="utf-8"), flags=re.DOTALL)
    wrong = []
    for line in re.findall(r"^#.*$", text, flags=re.MULTILINE):
        # The lowest number of 64 bits is the one that has no literal.
        if not re.fullmatch(r"#define STONER_\w+ (-?\d+|\(-9223372036854775807LL - 1\))", line):
            wrong.append(line)
    plain = r"(const )?(int|long long|unsigned long long|unsigned char|char|double)( \*|(?= ))"
    for statement in re.sub(r"^#.*$", "", text, flags=re.MULTILINE).split(";"):
        declaration = " ".join(statement.split())
        if not declaration:
            continue
        parameter = rf"{plain} ?\w+"
        if not re.fullmatch(rf"{plain} ?stoner_\w+\((void|{parameter}(, {parameter})*)\)", declaration):
            wrong.append(declaration)
    log.write("\n".join(wrong))
    return wrong


def error_file(log):
    """What is wrong with stoner-errors.txt."""
    raw = (MADE / "stoner-errors.txt").read_bytes()
    codes = {int(code) for code in re.findall(r"^#define STONER_ERR_\w+ (\d+)", (ROOT / "include/stoner.h").read_text(), flags=re.MULTILINE)}
    try:
        raw.decode("latin-1").encode("ascii")
        document = xml.etree.ElementTree.fromstring(raw)
    except (ValueError, xml.etree.ElementTree.ParseError) as error:
        return [str(error)]
    found = [int(each.get("code")) for each in document.findall("nierror")]
    wrong = [code for code in found if not 5000 <= code <= 9999]
    wrong += [each.get("code") for each in document.findall("nierror") if not (each.text or "").strip()]
    wrong += sorted(codes.symmetric_difference(found)) + ([] if len(found) == len(set(found)) else ["a code twice"])
    log.write(f"stoner-errors.txt: {wrong}\n")
    return wrong


def host(log, compiler):
    program = BUILD / f"host-{compiler}"
    command = [compiler, *C99, POSIX, *WARNINGS, "-g", "-O1", *INCLUDE, "tests/labview/host.c", *LINK, "-o", program]
    if log.run(command)[0] != 0:
        return failed(f"the LabVIEW host does not compile ({compiler})")
    scratch = BUILD / "scratch"
    scratch.mkdir(exist_ok=True)
    scans = [ROOT / f"data/demo/domain_{sign}.hdf5" for sign in ("plus", "minus")]
    status, out = log.run([program, *scans, scratch])
    return from_c(status, out, f"LabVIEW host ({compiler})")


def guide(log, compiler):
    """The guide's diagram, written as the calls that its nodes make."""
    found = re.search(r"^```c\n(.*?)^```", (BINDING / "README.md").read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    source, program = BUILD / "guide.c", BUILD / f"guide-{compiler}"
    source.write_text(found[1] if found else "")
    status = log.run([compiler, *C99, *WARNINGS, *INCLUDE, source, *LINK, "-o", program])[0]
    picture = BUILD / "xmcd.png"
    picture.unlink(missing_ok=True)
    (BUILD / "data").unlink(missing_ok=True)
    (BUILD / "data").symlink_to(ROOT / "data")
    if status == 0:
        status, _ = log.run(["sh", "-c", 'cd "$1" && "$2"', "sh", BUILD, program])
    return from_status(status or not picture.exists(), f"the guide's diagram runs ({compiler})")


def abi(log, compiler):
    """Whether the two headers declare the same ABI, and whether a difference that is planted is found."""
    command = [compiler, "-std=c++17", *WARNINGS, *INCLUDE]
    sources = [BUILD / f"abi_{part}.cpp" for part in ("real", "flat", "main")]
    program = BUILD / f"abi-{compiler}"
    counts = Counts()
    if log.run([*command, *sources, *LINK, "-o", program])[0] != 0:
        return failed(f"the ABI program does not compile ({compiler})")
    status, out = log.run([program])
    counts += from_c(status, out, f"ABI ({compiler})")
    flat = (MADE / "stoner_labview.h").read_text(encoding="utf-8")
    planted = {
        "a number of another size": ("int resize", "long long resize"),
        "an address in place of a number": ("int *ndim", "int ndim"),
        "a float in place of an integer": ("long long border", "double border"),
        "another constant": ("#define STONER_F64 11", "#define STONER_F64 12"),
        "a sign": ("unsigned char *mask", "signed char *mask"),
    }
    for what, (old, new) in planted.items():
        folder = BUILD / "planted"
        folder.mkdir(exist_ok=True)
        (folder / "stoner_labview.h").write_text(flat.replace(old, new, 1))
        status = log.run([*command[:1], f"-I{folder}", *command[1:], *sources, *LINK, "-o", f"{program}-planted"])[0]
        status, out = log.run([f"{program}-planted"]) if status == 0 else (-1, "")
        counts += from_status(status != 1 or "not ok" not in out or old not in flat, f"{what} is found ({compiler})")
    return counts
