"""Every option in every language: left out it is the written default, another value is what C makes of it, a value outside of its range is
an error. tests/options says how."""

import sys

from c import C99, LINK
from cpp import INCLUDE
from octave import BINDING as MATLAB
from octave import BUILD as GATEWAY
from octave import OCTAVE
from process import ROOT, have, missing
from results import Counts, failed, from_c, from_status

TESTS = ROOT / "tests/options"
BUILD = ROOT / "build/options"
PYTHON = ROOT / "build/conformance/bin/python"


def ask(log, *arguments, timeout=1800):
    env = {"STONER_LIBRARY": ROOT / "build/lib/libstoner.so", "PYTHONDONTWRITEBYTECODE": "1"}
    return log.run([PYTHON, TESTS / "ask.py", *arguments], timeout=timeout, env=env)


def suite(log):
    if log.run(["tools/setup/conformance.sh"], timeout=1800)[0] != 0:
        return missing("options: the packages of the conformance tests could not be installed")
    BUILD.mkdir(parents=True, exist_ok=True)
    status, out = ask(log, "make", BUILD)
    counts = from_c(status, out, "options")
    if status != 0:
        return counts
    labview = [*INCLUDE, f"-I{ROOT}/bindings/labview/generated"]
    counts += compiled(log, "c", "cc", [*C99, "-w", "-O0", *INCLUDE, BUILD / "options_c.c"])
    counts += compiled(log, "labview", "cc", [*C99, "-w", "-O0", *labview, BUILD / "options_labview.c"])
    counts += compiled(log, "cpp", "c++", ["-std=c++17", "-w", "-O0", *INCLUDE, BUILD / "options_cpp.cpp"])
    counts += octave(log)
    counts += compared(log, "python")
    return counts


def compiled(log, language, compiler, arguments):
    """A program in C or C++ answers, and its answers are compared."""
    if not have(compiler):
        return missing(f"options in {language}: {compiler} is not installed")
    program = BUILD / f"options_{language}"
    if log.run([compiler, *arguments, *LINK, "-lm", "-o", program], timeout=1800)[0] != 0:
        return failed(f"options: the program for {language} does not compile")
    status, out = log.run([program], timeout=900, quiet=True)
    (BUILD / f"{language}.txt").write_text(out)
    counts = from_status(status, f"options: the program for {language} ends")
    return counts if status else counts.__iadd__(compared(log, language))


def octave(log):
    if not have("octave-cli"):
        return missing("options in octave: GNU Octave is not installed")
    GATEWAY.mkdir(parents=True, exist_ok=True)
    paths = "".join(f"addpath('{path}');" for path in (MATLAB, GATEWAY, BUILD))
    code = f"{paths} build_mex('', '{GATEWAY}'); ask_options('{BUILD}/octave.txt');"
    if log.run([*OCTAVE, "--eval", code], timeout=1800, env={"LC_ALL": "C.UTF-8", "HOME": BUILD})[0] != 0:
        return failed("options: the program for Octave does not end")
    return compared(log, "octave")


def compared(log, language):
    status, out = ask(log, "compare", BUILD, language)
    return from_c(status, out, f"options in {language}")
