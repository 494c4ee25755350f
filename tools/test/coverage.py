"""Which lines and branches of the readers of files and of the C surface the tests reach.

The library and the Rust tests are built once more, with counters (`-C instrument-coverage`). The Rust tests, the C tests, the numerical
tests and the files of the fuzz targets run with them; LLVM's tools of rustc's own major version sum the counters up. build/coverage/missed.txt names
what is not reached; the report with every line is build/coverage/lines.txt.

A line, and each of the two ways on from a condition (`if`, `while`, `&&`, `||`, `let ... else`), counts once, where it stands in the source: LLVM's own sums take
of several copies of a function (one for each dtype, one in each program) the one with most counts alone. Tests are not counted: their
assertions are conditions of which one way is never taken. Neither is `?`, which the compiler does not count.
"""

import json
import os
import re
import shutil
import sys

import c
import rust
from process import ROOT, have, missing
from results import Counts, failed, from_status

BUILD = ROOT / "build/coverage"
PYTHON = ROOT / "build/conformance/bin/python"
#: Percent of the lines and of the branches of each folder that are reached at least.
AIM = {"src/io": (95, 90), "src/ffi": (95, 90)}
#: Branches are counted by an unstable option; the bootstrap variable lets any compiler take it.
FLAGS = "-Cinstrument-coverage -Zcoverage-options=branch"
#: What a part of the tests is called in COVERAGE, to run it alone.
PARTS = ("cargo", "c", "conformance", "corpus")


def tools(log):
    """LLVM's two programs that fit rustc, or None."""
    _, version = log.run(["rustc", "-vV"])
    major = re.search(r"LLVM version: (\d+)", version)
    if major is None:
        return None
    log.run(["tools/setup/packages.sh", f"llvm-cov-{major[1]}=llvm-{major[1]}"], timeout=1800)
    found = [f"{tool}-{major[1]}" for tool in ("llvm-profdata", "llvm-cov")]
    return found if all(map(have, found)) else None


def settings():
    """Counters of all processes are summed up in a few files."""
    return {
        "RUSTC_BOOTSTRAP": "1",
        "RUSTFLAGS": FLAGS,
        "CARGO_TARGET_DIR": BUILD / "target",
        "LLVM_PROFILE_FILE": BUILD / "raw/%8m.profraw",
    }


def cargo_tests(log):
    status, out = log.run(["cargo", "test", *rust.DEV, "--no-fail-fast", "--tests"], rust.BUILD_TIMEOUT, settings())
    return from_status(status, "the Rust tests pass with counters")


def c_tests(log, folder):
    counts = Counts()
    for source in c.programs(log):
        # It unloads the library, and the counters with it; counters need more stack than there is.
        if source.stem in ("stress", "test_unload", "small_stack"):
            continue
        program = c.compile_program(log, "gcc", source, suffix="-coverage")
        if program is None:
            counts += failed(f"{source.stem} does not compile")
            continue
        status, _ = log.run([program, *c.arguments(source, "asan")], timeout=1800, env=settings() | {"LD_LIBRARY_PATH": folder, "STONER_ANY_ADDRESS_SPACE": "1"})
        counts += from_status(status, f"{source.stem} passes with counters")
    return counts


def conformance(log):
    debug = BUILD / "target/debug"
    env = settings() | {
        "MPLBACKEND": "Agg",
        "STONER_LIBRARY": debug / "libstoner.so",
        "STONER_CONVERT": debug / "examples/convert_image",
        "STONER_DUMP": debug / "examples/dump_scan",
    }
    # How much time and memory a file takes is measured without counters.
    left_out = [f"--deselect=tests/conformance/{name}.py" for name in ("test_file_limits", "test_file_time", "test_huge_arguments")]
    tests = os.environ.get("TESTS", "tests/conformance").split()
    status, _ = log.run([PYTHON, "-m", "pytest", "-q", "-p", "no:cacheprovider", *left_out, *tests], timeout=4 * 3600, env=env)
    return from_status(status, "the numerical tests pass with counters")


def corpus(log):
    """Each file of the fuzz targets, loaded through the C functions."""
    status, _ = log.run([PYTHON, __file__], timeout=3600, env=settings() | {"STONER_LIBRARY": BUILD / "target/debug/libstoner.so"})
    return from_status(status, "the files of the fuzz targets are loaded with counters")


def load_corpus():
    sys.path.insert(0, str(ROOT / "tests/conformance"))
    from stoner_c import StonerError, lib

    for target, load in {"hdf5": lib.load, "tiff": lib.load, "png": lib.load, "npy": lib.load, "table": lib.table_load}.items():
        for path in sorted((ROOT / "fuzz/corpus" / target).iterdir()):
            try:
                load(str(path), None if target != "table" else "tdi" if path.read_bytes().startswith(b"TDI") else "csv")
            except StonerError as error:
                assert error.message


def objects():
    """What was built with counters."""
    debug = BUILD / "target/debug"
    tests = [path for path in (debug / "deps").iterdir() if os.access(path, os.X_OK) and path.is_file() and "." not in path.name]
    return [debug / "libstoner.so", *(debug / "examples" / name for name in ("convert_image", "dump_scan", "dump_hdf5")), *sorted(tests)]


def own(path):
    """The number of a file's lines before its tests."""
    if path.name == "tests.rs":
        return 0
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if line == "#[cfg(test)]" and lines[number + 1].startswith("mod "):
            return number
    return len(lines)


def counted_lines(lcov):
    """How often each line of each file was reached: {file: {line: count}}."""
    files, counts = {}, {}
    for line in lcov.splitlines():
        what, _, value = line.partition(":")
        if what == "SF":
            counts = files.setdefault(value, {})
        elif what == "DA":
            number, count = value.split(",")[:2]
            counts[int(number)] = counts.get(int(number), 0) + int(count)
    return files


def counted_branches(data):
    """How often each condition of each file held and did not: {file: {(line, column, end line, end column): [true, false]}}."""
    files = {}
    for file in data["files"]:
        counts = files.setdefault(file["filename"], {})
        for *place, true, false, _, _, _ in file["branches"]:
            both = counts.setdefault(tuple(place), [0, 0])
            both[0] += true
            both[1] += false
    return files


def report(log, profdata, cov):
    data = BUILD / "all.profdata"
    status, _ = log.run([profdata, "merge", "--sparse", "--failure-mode=all", "-o", data, *sorted((BUILD / "raw").glob("*.profraw"))], timeout=1800)
    if status != 0:
        return failed("the counters cannot be summed up")
    first, *others = objects()
    common = [first, *(word for name in others for word in ("--object", name)), f"--instr-profile={data}", *(ROOT / folder for folder in AIM)]
    status, text = log.run([cov, "export", "--skip-functions", "--skip-expansions", *common], timeout=1800, quiet=True)
    lcov_status, lcov = log.run([cov, "export", "--format=lcov", "--skip-functions", *common], timeout=1800, quiet=True)
    if status != 0 or lcov_status != 0:
        return failed("the counters cannot be reported")
    _, lines = log.run([cov, "show", "--show-branches=count", "--show-line-counts-or-regions=false", *common], timeout=1800, quiet=True)
    (BUILD / "lines.txt").write_text(lines)
    lines, branches = counted_lines(lcov), counted_branches(json.loads(text)["data"][0])
    counts, missed = Counts(), []
    for folder, aims in AIM.items():
        sums = {"lines": [0, 0], "branches": [0, 0]}
        for path in sorted((ROOT / folder).rglob("*.rs")):
            before, name = own(path), path.relative_to(ROOT)
            reached = {number: count for number, count in lines.get(str(path), {}).items() if number <= before}
            ways = [(place, way, count) for place, both in branches.get(str(path), {}).items() if place[0] <= before for way, count in zip(("true", "false"), both)]
            for kind, values in (("lines", reached.values()), ("branches", [count for _, _, count in ways])):
                sums[kind][0] += sum(count > 0 for count in values)
                sums[kind][1] += len(values)
            missed += [f"{name}:{number}" for number, count in sorted(reached.items()) if count == 0]
            missed += [f"{name}:{place[0]}:{place[1]} never {way}" for place, way, count in sorted(ways) if count == 0]
        for (kind, (covered, count)), aim in zip(sums.items(), aims):
            what = f"{folder}: {covered} of {count} {kind}, {100 * covered / max(count, 1):.1f} %"
            print(what, flush=True)
            log.write(f"{what}\n")
            counts += from_status(count == 0 or 100 * covered < aim * count, f"{what}; the aim is {aim} %")
    (BUILD / "missed.txt").write_text("\n".join([*missed, ""]))
    return counts


def suite(log):
    found = tools(log)
    if found is None:
        return missing("coverage: LLVM's llvm-profdata and llvm-cov of rustc's version are not installed")
    parts = os.environ.get("COVERAGE", " ".join(PARTS)).split()
    if log.run(["tools/setup/conformance.sh"], timeout=1800)[0] != 0:
        return missing("coverage: the environment of the numerical tests could not be made")
    if set(parts) == set(PARTS):
        shutil.rmtree(BUILD / "raw", ignore_errors=True)
    (BUILD / "raw").mkdir(parents=True, exist_ok=True)
    status, _ = log.run(["cargo", "build", *rust.DEV, "--lib", "--examples", "--bins"], rust.BUILD_TIMEOUT, settings())
    if status != 0:
        return failed("the library does not build with counters")
    folder = BUILD / "library"
    c.link_soname(folder, BUILD / "target/debug/libstoner.so")
    counts = Counts()
    for name, part in {"cargo": cargo_tests, "c": lambda log: c_tests(log, folder), "conformance": conformance, "corpus": corpus}.items():
        if name in parts:
            counts += part(log)
    counts += report(log, *found)
    return counts


if __name__ == "__main__":
    load_corpus()
