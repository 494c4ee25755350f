"""How much memory calls take, and calls that run out of it: each of their requests for it is refused, or the address space is limited."""

import c
from process import ROOT, have, missing
from results import failed, from_c

PYTHON = ROOT / "build/conformance/bin/python"
#: Every how manieth request is refused in the daily run; the first twenty of each call always are.
STRIDE = 61
#: Limits to the address space for each call of tests/memory/limits.c, of which there are twice 27.
LIMITS, ALL_LIMITS = 12, 90


def oom(log):
    """A part of the requests of each operation."""
    counts = limits(log, LIMITS, 900)
    counts += refuse(log, ["--stride", STRIDE], 1800)
    return counts


def every(log):
    """All of them, some hours."""
    counts = limits(log, ALL_LIMITS, 6 * 3600)
    counts += refuse(log, [], 24 * 3600)
    return counts


def limits(log, number, timeout):
    if not have("gcc"):
        return missing("oom: gcc is not installed")
    program = c.compile_program(log, "gcc", ROOT / "tests/memory/limits.c")
    if program is None:
        return failed("limits does not compile")
    folder = c.BUILD / "scratch/limits"
    folder.mkdir(parents=True, exist_ok=True)
    status, out = log.run([program, folder, number], timeout=timeout)
    return from_c(status, out, "limits")


def refuse(log, arguments, timeout):
    return run(log, "oom", ["--verbose", *arguments], timeout)


def peak(log):
    """No operation takes more than its result and an image."""
    return run(log, "peak", [], 900)


def run(log, name, arguments, timeout):
    if not have("cc"):
        return missing(f"{name}: no C compiler is installed")
    if log.run(["tools/setup/conformance.sh"], timeout=1800)[0] != 0:
        return failed(f"{name}: its environment could not be made")
    library = ROOT / "build/lib/libstoner.so"
    status, out = log.run([PYTHON, f"tests/memory/{name}.py", "--library", library, *arguments], timeout=timeout)
    return from_c(status, out, name)
