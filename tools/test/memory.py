"""Calls that run out of memory: each of their requests for it is refused."""

from process import ROOT, have, missing
from results import failed, from_c

PYTHON = ROOT / "build/conformance/bin/python"
#: Every how manieth request is refused in the daily run; the first twenty of each call always are.
STRIDE = 61


def oom(log):
    """A part of the requests of each operation."""
    return refuse(log, ["--stride", STRIDE], 1800)


def every(log):
    """All of them, some hours."""
    return refuse(log, [], 24 * 3600)


def refuse(log, arguments, timeout):
    if not have("cc"):
        return missing("oom: no C compiler is installed")
    if log.run(["tools/setup/conformance.sh"], timeout=1800)[0] != 0:
        return failed("oom: its environment could not be made")
    library = ROOT / "build/lib/libstoner.so"
    status, out = log.run([PYTHON, "tests/memory/oom.py", "--library", library, "--verbose", *arguments], timeout=timeout)
    return from_c(status, out, "oom")
