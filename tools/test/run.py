"""Runs all tests, or the suites that are named, and sums them. Each suite's output is in build/test-logs.

Two suites run at a time, since much of each waits for one thread or for the network. The last line is `N passed, N failed, N skipped`; the exit status says whether anything failed. A suite that lacks a tool
is skipped, but fails where the environment variable CI is set. `list` names the suites; those of ON_REQUEST run only where they are named.
"""

import sys
import threading
import time

import abi
import adding
import c
import coverage
import cpp
import deb
import dependencies
import dist
import documents
import fuzz
import install
import labview
import loadlibrary
import memory
import modules
import mutants
import octave
import options
import python
import races
import rust
import speed
import surface
import variations
import windows
from process import LOGS, ROOT, Log, missing
from results import Counts, failed, from_junit, from_status, require_results


def conformance(log):
    """Every function against its oracle, in a virtual environment of pinned packages."""
    status, absent = log.run(["tools/setup/conformance.sh"], timeout=1800)
    if status != 0:
        return missing("conformance: the oracles could not be installed")
    counts = Counts()
    for extra in absent.splitlines():
        if extra in ("Stoner", "OpenCV", "DIPlib", "silx and punx"):
            counts += missing(f"conformance: {extra} could not be installed")
    # Programs of the Rust API that the tests drive beside the library.
    status = rust.dev_build(log)
    counts += from_status(status, "the examples build")
    counts += pytest(log)
    return counts


def pytest(log):
    junit = LOGS / "conformance.xml"
    junit.unlink(missing_ok=True)
    python = ROOT / "build/conformance/bin/python"
    options = ["-q", "-p", "no:cacheprovider", f"--junitxml={junit}"]
    status, _ = log.run(
        [python, "-m", "pytest", "tests/conformance", *options],
        timeout=1800,
        env={
            "MPLBACKEND": "Agg",
            "STONER_LIBRARY": ROOT / "build/lib/libstoner.so",
            "STONER_CONVERT": ROOT / "target/debug/examples/convert_image",
            "STONER_DUMP": ROOT / "target/debug/examples/dump_scan",
        },
    )
    return from_junit(status, junit)


def demo(log):
    """`make demo` leaves its pictures, and the spectrum is that of the cobalt which the generator put into the stack."""
    left = [ROOT / "demo-out" / name for name in ("xmcd.png", "xmcd.tiff", "figure.png", "element.png", "spectrum.png", "spectrum.csv")]
    for path in left:
        path.unlink(missing_ok=True)
    status, _ = log.run(["make", "--no-print-directory", "demo"], timeout=1800)
    counts = from_status(status or not all(path.exists() and path.stat().st_size > 0 for path in left), "make demo")
    if not counts.failed:
        rows = [line.split(",") for line in left[-1].read_text().splitlines()[1:]]
        density = {float(energy): float(value) for energy, value in rows}
        peak, second = max(density, key=density.get), max((energy for energy in density if energy > 785), key=density.get)
        counts += from_status((peak, second) != (778, 793), f"the spectrum has its peaks at 778 and 793 eV ({peak} and {second})")
    return counts


# Which starts first where several could: those that others wait for, then the long ones.
SUITES = {
    "library": rust.library,
    "fmt": rust.fmt,
    "clippy": rust.clippy,
    "dependencies": dependencies.suite,
    "cargo": rust.cargo_test,
    "c": c.native,
    "cpp": cpp.suite,
    "asan": c.asan,
    "conformance": conformance,
    "windows": windows.suite,
    "adding": adding.suite,
    "python": python.python,
    "packages": python.packages,
    "numpy": python.numpy_ma,
    "original": python.original,
    "hosts": python.hosts,
    "valgrind": c.valgrind,
    "oom": memory.oom,
    "peak": memory.peak,
    "speed": speed.suite,
    "fuzz": fuzz.suite,
    "variation": variations.one,
    "octave": octave.suite,
    "install": install.suite,
    "packing": dist.packing,
    "abi": abi.suite,
    "header-drift": rust.header_drift,
    "loom": rust.loom,
    "header": surface.header,
    "symbols": surface.symbols,
    "modules": modules.modules,
    "features": documents.features,
    "differences": documents.differences,
    "examples": surface.examples,
    "labview": labview.labview,
    "loadlibrary": loadlibrary.suite,
    "options": options.suite,
    "demo": demo,
}

# Too long for every day: run where they are named.
ON_REQUEST = {
    "variations": variations.every,
    "oom-every": memory.every,
    "hostile": c.long_run("hostile_calls"),
    "soak": c.long_run("soak"),
    "coverage": coverage.suite,
    "mutants": mutants.suite,
    "dist": dist.suite,
    "deb": deb.suite,
    "old-processor": c.old_processor,
    "tsan": races.short,
    "tsan-long": races.long,
}

# These need no library of the release profile.
BY_THEMSELVES = {"library", "fmt", "clippy", "header-drift", "cargo", "loom", "fuzz", "dependencies", "modules", "features", "differences", "windows", "adding", "mutants", "abi", "loadlibrary", "dist", "deb"}

# What has to be done before a suite starts, besides the library. `c` and `valgrind` make the same programs, `conformance` makes the
# environment of those that it is named for here, `octave` the gateway that these use.
AFTER = {"valgrind": {"c"}, "options": {"conformance", "octave"}, "variation": {"conformance"}, "variations": {"conformance"}, "adding": {"cargo", "conformance"}, "numpy": {"conformance"}, "original": {"conformance"}, "oom": {"conformance"}, "peak": {"conformance"}, "oom-every": {"conformance"}, "packing": {"windows"}}

# These run with nothing beside them: `demo` lays the library out anew.
ALONE = {"demo"}


def run(name):
    start = time.monotonic()
    with Log(name) as log:
        try:
            counts = (SUITES | ON_REQUEST)[name](log)
        except Exception as error:  # A defect of the harness must not look like success.
            log.write(f"{type(error).__name__}: {error}\n")
            counts = failed(f"{name}: {type(error).__name__}: {error}")
    lines = [f"{name:13} {counts}  ({time.monotonic() - start:.0f} s, {log.processor:.0f} s of processor)", *(f"    {line}" for line in counts.lines())]
    if counts.failed:
        lines.append(f"    the end of {log.path.relative_to(ROOT)}:")
        lines += [f"    | {line}" for line in log.tail(40)]
    print("\n".join(lines), flush=True)
    return counts


class Lanes:
    """Suites side by side, each when what it needs is done."""

    def __init__(self, names):
        self.waiting, self.running = list(names), set()
        self.total = Counts()
        self.changed = threading.Condition()

    def ready(self, name):
        needs = AFTER.get(name, set()) | (set() if name in BY_THEMSELVES else {"library"})
        blocked = needs & {*self.waiting, *self.running}
        return not blocked and not (self.running and name in ALONE) and not self.running & ALONE

    def next(self):
        """The suite to run now, or None where none is left."""
        with self.changed:
            while self.waiting:
                # Those that need the machine for themselves come when nothing else is left.
                for name in sorted(self.waiting, key=ALONE.__contains__):
                    if self.ready(name) and (name not in ALONE or ALONE.issuperset(self.waiting)):
                        self.waiting.remove(name)
                        self.running.add(name)
                        return name
                self.changed.wait()
            return None

    def work(self):
        while name := self.next():
            counts = run(name)
            with self.changed:
                self.total += counts
                self.running.remove(name)
                self.changed.notify_all()

    def run(self, count=2):
        lanes = [threading.Thread(target=self.work) for _ in range(count)]
        for lane in lanes:
            lane.start()
        for lane in lanes:
            lane.join()
        return self.total


def scans():
    """The bundled scans, by what they hold."""
    return {path: path.read_bytes() for path in sorted((ROOT / "data").rglob("*")) if path.is_file()}


def main(names):
    if names == ["list"]:
        print("\n".join([*SUITES, *ON_REQUEST]))
        return 0
    unknown = [name for name in names if name not in SUITES | ON_REQUEST]
    if unknown:
        print(f"no suite {', '.join(unknown)}; there are: {', '.join(SUITES | ON_REQUEST)}", file=sys.stderr)
        return 2
    if names and "library" not in names and not BY_THEMSELVES.issuperset(names):
        names = ["library", *names]
    before = scans()
    total = require_results(Lanes(names or SUITES).run(), 0, "make test")
    kept = from_status(scans() != before, "the tests leave the scans of data/ as they are")
    print(*kept.lines(), sep="\n", end="\n" if kept.failed else "")
    total += kept
    print(total)
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
