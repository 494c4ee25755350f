"""Whether the tests notice small faults in the sources.

`tools/mutants` puts the faults into a copy of the sources, each behind a switch, so that one build holds them all. First the numerical tests run once without
a fault; which of them come by which fault, and how long they take, is noted. Then each fault is switched on, in a process of its own, and the tests that come by
it run, the fastest first, to the first that fails; before them the Rust tests of its module. What takes far longer than it should counts as noticed too.

EVERY names every how manieth fault is tried (30), MUTANTS the folders or files, TESTS the numerical tests. The report is build/mutants/report.txt, with all faults that nobody noticed.
"""

import functools
import json
import os
import pathlib
import random
import re
import resource
import shutil
import subprocess
import sys
import time

from process import ROOT
from results import failed, from_status

BUILD = ROOT / "build/mutants"
TREE = BUILD / "tree"
#: Where the library tells which faults it was asked for.
ASKED = BUILD / "asked.txt"
PYTHON = ROOT / "build/conformance/bin/python"
FOLDERS = ("src/xray", "src/ops/register", "src/io")
#: Of the faults so many percent are noticed at least.
AIM = 85
#: The numerical tests of these folders. Tests that measure time or memory, or load in a process of their own, are not among them.
TESTS = [
    "test_xray", "test_register", "test_register_methods", "test_stacks", "test_hard_methods", "test_files", "test_file_names", "test_disk", "test_tables", "test_tiff_foreign",
    "test_hdf5_reader", "test_hdf5_structures", "test_nxstxm_h5py", "test_nxstxm_signal", "test_scan", "test_integers",
]  # fmt: skip
#: Seconds of processor time that one fault's tests may take; of real time twenty times as many, since the machine may be busy.
PATIENCE = 60


def copy_sources(log):
    shutil.rmtree(TREE, ignore_errors=True)
    _, names = log.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], quiet=True)
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (TREE / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, TREE / name)


def put_in(log, every, folders):
    """The faults that are in the library, which is built with them; those that do not compile are left out."""
    env = {"CARGO_TARGET_DIR": BUILD / "target"}
    excluded = []
    for _ in range(8):
        copy_sources(log)
        program = BUILD / "program/debug/stoner-mutants"
        status, text = log.run([program, TREE, every, ",".join(map(str, excluded)), *folders], quiet=True)
        if status != 0:
            raise RuntimeError("the faults cannot be put in")
        mutants = [json.loads(line) for line in text.splitlines()]
        build = ["cargo", "build", "--manifest-path", TREE / "Cargo.toml", "--lib", "--examples", "--features", "generate-scans", "--message-format=json"]
        status, text = log.run(build, 3600, env, quiet=True)
        if status == 0:
            return mutants
        bad = set()
        for line in text.splitlines():
            message = json.loads(line).get("message")
            if isinstance(message, dict) and message["level"] == "error":
                bad |= {number for span in message["spans"] for part in span["text"] for number in re.findall(r"mutants::on\((\d+)\)", part["text"])}
                # A fault in several lines: the nearest above.
                bad |= {number for span in message["spans"] for number in above(span["file_name"], span["line_start"])}
        log.write(f"these do not compile: {sorted(bad)}\n")
        if not bad:
            raise RuntimeError("the library with faults does not build")
        excluded += bad
    raise RuntimeError("the library with faults does not build")


def above(name, line):
    lines = (TREE / name).read_text().splitlines()[:line]
    for text in reversed(lines[-6:]):
        if numbers := re.findall(r"mutants::on\((\d+)\)", text):
            return numbers[-1:]
    return []


def rust_tests(log):
    """The programs of the Rust tests: of the library, and of its files."""
    env = {"CARGO_TARGET_DIR": BUILD / "target"}
    build = ["cargo", "test", "--manifest-path", TREE / "Cargo.toml", "--features", "generate-scans", "--no-run", "--tests", "--message-format=json"]
    status, text = log.run(build, 3600, env, quiet=True)
    if status != 0:
        raise RuntimeError("the Rust tests do not build with faults")
    found = {}
    for line in text.splitlines():
        message = json.loads(line)
        if message.get("executable") and message["profile"]["test"]:
            found[message["target"]["name"]] = message["executable"]
    return found


def suite(log):
    every, folders = int(os.environ.get("EVERY") or 30), (os.environ.get("MUTANTS") or " ".join(FOLDERS)).split()
    if log.run(["tools/setup/conformance.sh"], timeout=1800)[0] != 0:
        return failed("mutants: the environment of the numerical tests could not be made")
    if log.run(["cargo", "build", "--locked", "--manifest-path", ROOT / "tools/mutants/Cargo.toml", "--target-dir", BUILD / "program"], 3600)[0] != 0:
        return failed("the program that makes faults does not build")
    mutants = put_in(log, every, folders)
    (BUILD / "mutants.json").write_text(json.dumps({"mutants": mutants, "programs": rust_tests(log)}))
    debug = BUILD / "target/debug"
    env = {"MPLBACKEND": "Agg", "STONER_LIBRARY": debug / "libstoner.so", "STONER_CONVERT": debug / "examples/convert_image", "STONER_DUMP": debug / "examples/dump_scan"}
    status, out = log.run([PYTHON, __file__], timeout=12 * 3600, env=env)
    print(out, flush=True)
    return from_status(status, "the tests notice small faults (see build/mutants/report.txt)")


# ---------------------------------------------------------------------------------------------------------------------
# In a process of its own, which has the library


class Watch:
    """A plugin of pytest that notes which faults a test comes by, and how long it takes."""

    def __init__(self, library, numbers):
        self.library, self.numbers, self.tests, self.bad = library, set(numbers), {}, set()

    def pytest_runtest_logreport(self, report):
        if report.failed:
            self.bad.add(report.nodeid)
        if report.when == "setup":
            self.began = time.monotonic()
            self.asked()
        if report.when == "teardown":
            self.tests[report.nodeid] = (time.monotonic() - self.began, self.asked())

    def asked(self):
        """What was asked for since the last time, in this process and in its children."""
        numbers = {int(line) for line in ASKED.read_text().split()} & self.numbers if ASKED.exists() else set()
        ASKED.unlink(missing_ok=True)
        self.library.stoner_mutants_forget()
        return numbers


def numerical(pytest, number, tests):
    """Whether one of the tests fails with this fault, in a child."""
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1), os.dup2(null, 2)
        limit_time()
        os.environ["STONER_MUTANT"] = str(number)
        library().stoner_mutants_select(number)
        os._exit(int(pytest.main(["-q", "-x", "-p", "no:cacheprovider", *tests])))
    until = time.monotonic() + 20 * PATIENCE
    while time.monotonic() < until:
        done, state = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(state) != 0
        time.sleep(0.02)
    os.kill(child, 9)
    os.waitpid(child, 0)
    return True


def rust(number, mutant, programs):
    """Whether a Rust test fails with this fault: those of its module, and those of files where it is about files."""
    module = "::".join(pathlib.PurePath(mutant["file"]).with_suffix("").parts[1:3])
    runs = [("stoner", module)]
    if mutant["file"].startswith("src/io"):
        runs += [(name, "") for name in ("files", "hdf5", "nxstxm", "damaged_files", "disk_full")]
    return any(rust_fails(programs[name], words, number) for name, words in runs if name in programs and not rust_fails(programs[name], words, ""))


@functools.cache
def rust_fails(program, words, number):
    """Whether a program fails with a fault on, or with none."""
    env = os.environ | {"STONER_MUTANT": str(number)}
    try:
        done = subprocess.run([program, "-q", *words.split()], cwd=TREE, env=env, capture_output=True, timeout=20 * PATIENCE, preexec_fn=limit_time, check=False)
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def limit_time():
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))


def library():
    import ctypes

    return ctypes.CDLL(os.environ["STONER_LIBRARY"])


def judge():
    # Modules of this folder have names of others that the tests import.
    sys.path.remove(str(pathlib.Path(__file__).resolve().parent))
    import pytest

    about = json.loads((BUILD / "mutants.json").read_text())
    # In an order of chance, the same each time: a run that is ended has tried a sample.
    chance = random.Random(1)
    mutants = {mutant["number"]: mutant for mutant in chance.sample(about["mutants"], len(about["mutants"]))}
    os.environ["STONER_MUTANTS_ASKED"] = str(ASKED)
    watch = Watch(library(), mutants)
    os.chdir(ROOT)
    names = os.environ.get("TESTS", " ".join(TESTS)).split()
    pytest.main(["-q", "-p", "no:cacheprovider", *(f"tests/conformance/{name}.py" for name in names)], plugins=[watch])
    print(f"{len(watch.tests)} tests, {len(watch.bad)} of which fail without a fault", flush=True)
    os.environ.pop("STONER_MUTANTS_ASKED")
    if not watch.tests:
        sys.exit("no test ran")
    noticed, left, summary = 0, [], "no fault was put in"
    for number, mutant in mutants.items():
        tests = sorted((seconds, name) for name, (seconds, asked) in watch.tests.items() if number in asked and name not in watch.bad)
        chosen, total = [], 0.0
        for seconds, name in tests:
            if not chosen or total + seconds < PATIENCE / 3:
                chosen.append(name)
                total += seconds
        by = "rust" if rust(number, mutant, about["programs"]) else "numerical" if chosen and numerical(pytest, number, chosen) else None
        noticed += by is not None
        text = f"{mutant['file']}:{mutant['line']} {mutant['function']}: {mutant['what']} (number {number}, {len(tests)} tests come by)"
        print(f"{by or 'NOT NOTICED'}: {text}", flush=True)
        if by is None:
            left.append(text)
        summary = f"{noticed} of {noticed + len(left)} faults are noticed, {100 * noticed / (noticed + len(left)):.1f} %"
        (BUILD / "report.txt").write_text("\n".join([summary, "", *left, ""]))
    print(summary, flush=True)
    sys.exit(100 * noticed < AIM * len(mutants))


if __name__ == "__main__":
    judge()
