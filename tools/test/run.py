"""Runs all tests, or the suites that are named, and sums them. Each suite's output is in build/test-logs.

The last line is `N passed, N failed, N skipped`; the exit status says whether anything failed. A suite that lacks a tool
is skipped, but fails where the environment variable CI is set. `list` names the suites.
"""

import sys
import time

import c
import rust
import surface
from process import LOGS, ROOT, Log, missing
from results import Counts, failed, from_junit, from_status, require_results


def conformance(log):
    """Every function against its oracle, in a virtual environment of pinned packages."""
    status, absent = log.run(["tools/setup/conformance.sh"], timeout=1800)
    if status != 0:
        return missing("conformance: the oracles could not be installed")
    counts = Counts()
    for extra in absent.splitlines():
        if extra in ("Stoner", "OpenCV", "DIPlib"):
            counts += missing(f"conformance: {extra} could not be installed")
    # Programs of the Rust API that the tests drive beside the library.
    status, _ = log.run(["cargo", "build", "--locked", "--examples", "--features", "generate-scans"], timeout=3600)
    counts += from_status(status, "the examples build")
    junit = LOGS / "conformance.xml"
    junit.unlink(missing_ok=True)
    python = ROOT / "build/conformance/bin/python"
    status, _ = log.run(
        [python, "-m", "pytest", "tests/conformance", "-q", "-p", "no:cacheprovider", f"--junitxml={junit}"],
        timeout=1800,
        env={
            "MPLBACKEND": "Agg",
            "STONER_LIBRARY": ROOT / "build/lib/libstoner.so",
            "STONER_CONVERT": ROOT / "target/debug/examples/convert_image",
            "STONER_DUMP": ROOT / "target/debug/examples/dump_scan",
        },
    )
    counts += from_junit(status, junit)
    return counts


def demo(log):
    """`make demo` leaves its two pictures."""
    pictures = [ROOT / "demo-out/xmcd.png", ROOT / "demo-out/xmcd.tiff"]
    for picture in pictures:
        picture.unlink(missing_ok=True)
    status, _ = log.run(["make", "--no-print-directory", "demo"], timeout=1800)
    left = all(picture.exists() and picture.stat().st_size > 0 for picture in pictures)
    return from_status(0 if status == 0 and left else 1, "make demo")


# In this order. `library` builds what the suites after it use.
SUITES = {
    "fmt": rust.fmt,
    "clippy": rust.clippy,
    "header-drift": rust.header_drift,
    "cargo": rust.cargo_test,
    "loom": rust.loom,
    "library": rust.library,
    "header": surface.header,
    "symbols": surface.symbols,
    "features": surface.features,
    "c": c.native,
    "examples": surface.examples,
    "valgrind": c.valgrind,
    "asan": c.asan,
    "conformance": conformance,
    "demo": demo,
}

# What a suite that is run alone needs first.
NEEDS_LIBRARY = {"header", "symbols", "c", "examples", "valgrind", "conformance"}


def run(name):
    start = time.monotonic()
    with Log(name) as log:
        if sys.stdout.isatty():
            print(f"{name:13} ...", end="\r", flush=True)
        try:
            counts = SUITES[name](log)
        except Exception as error:  # A defect of the harness must not look like success.
            log.write(f"{type(error).__name__}: {error}\n")
            counts = failed(f"{name}: {type(error).__name__}: {error}")
    print(f"{name:13} {counts}  ({time.monotonic() - start:.0f} s)")
    for note in counts.notes:
        print(f"    {note}")
    if counts.failed:
        print(f"    the end of {log.path.relative_to(ROOT)}:")
        for line in log.tail(40):
            print(f"    | {line}")
    sys.stdout.flush()
    return counts


def main(names):
    if names == ["list"]:
        print("\n".join(SUITES))
        return 0
    unknown = [name for name in names if name not in SUITES]
    if unknown:
        print(f"no suite {', '.join(unknown)}; there are: {', '.join(SUITES)}", file=sys.stderr)
        return 2
    if names and "library" not in names and NEEDS_LIBRARY.intersection(names):
        names = ["library", *names]
    total = Counts()
    for name in names or SUITES:
        total += run(name)
    total = require_results(total, 0, "make test")
    print(total)
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
