"""The C++ headers: their tests with each compiler, under sanitizers, and the example program."""

import os

import c
from process import LOGS, ROOT, have, missing
from results import Counts, failed, from_junit, from_status, skipped

TESTS = ROOT / "tests/cpp"
BUILD = ROOT / "build/cpp"
WARNINGS = ["-Wall", "-Wextra", "-pedantic", "-Werror", "-Wconversion", "-Wsign-conversion", "-Wshadow"]
INCLUDE = ["-Ibuild/include"]
SANITIZE = ["-fsanitize=address,undefined", "-fno-sanitize-recover=undefined"]
# (compiler, standard, further flags); without optimisation, since compiling is what takes the time.
WAYS = [("g++", "17", SANITIZE), ("clang++", "17", []), ("g++", "20", [])]


def compile_all(log, compiler, standard, flags, sources, program):
    """Whether the sources make a program."""
    BUILD.mkdir(parents=True, exist_ok=True)
    command = [compiler, f"-std=c++{standard}", *WARNINGS, "-g", "-O0", *flags, *INCLUDE, *sources, *c.LINK, "-o", program]
    return log.run(command, timeout=900)[0] == 0


def has_doctest(log, compiler):
    return log.run([compiler, "-std=c++17", "-x", "c++", "-fsyntax-only", "-include", "doctest/doctest.h", "/dev/null"])[0] == 0


def tests(log):
    """Every test with each compiler. The sanitizers are believed when they find what is planted."""
    counts = Counts()
    sources = sorted(TESTS.glob("*.cpp"))
    mdspan = False
    for compiler, standard, flags in WAYS:
        what = f"C++{standard} tests with {compiler}"
        if not have(compiler):
            counts += missing(f"{what}: {compiler} is not installed")
            continue
        if not has_doctest(log, compiler):
            counts += missing(f"{what}: doctest is not installed")
            continue
        if flags:
            program = BUILD / "planted"
            made = compile_all(log, compiler, standard, flags, [TESTS / "planted/view.cpp"], program)
            status, _ = log.run([program]) if made else (0, "")
            counts += from_status(0 if status and "heap-buffer-overflow" in log.errors else 1, f"{what}: the sanitizer finds what is planted")
        # std::mdspan, where the compiler has it.
        if standard == "20" and supports_mdspan(log, compiler):
            standard, mdspan = "23", True
        program = BUILD / f"tests-{compiler}-{standard}"
        if not compile_all(log, compiler, standard, flags, sources, program):
            counts += failed(f"{what} do not compile")
            continue
        junit = LOGS / f"{program.name}.xml"
        junit.unlink(missing_ok=True)
        status, _ = log.run([program, "--reporters=junit", f"--out={junit}"], timeout=900, env={"ASAN_OPTIONS": "detect_leaks=1"})
        counts += from_junit(status, junit)
    if not mdspan:
        counts += skipped("a view as std::mdspan: no compiler here has it")
    return counts


def supports_mdspan(log, compiler):
    probe = BUILD / "mdspan.cpp"
    BUILD.mkdir(parents=True, exist_ok=True)
    probe.write_text("#include <version>\n#ifndef __cpp_lib_mdspan\n#error none\n#endif\n")
    return log.run([compiler, "-std=c++23", "-fsyntax-only", probe])[0] == 0


def example(log):
    """bindings/cpp/example.cpp compiles without warnings and leaves its files."""
    if not have("g++"):
        return missing("the C++ example: g++ is not installed")
    program, folder = BUILD / "example", BUILD / "example-out"
    folder.mkdir(parents=True, exist_ok=True)
    left = [folder / name for name in ("xmcd.png", "xmcd.tiff", "profile.csv")]
    for file in left:
        file.unlink(missing_ok=True)
    made = compile_all(log, "g++", "17", [], [ROOT / "bindings/cpp/example.cpp"], program)
    counts = from_status(not made, "bindings/cpp/example.cpp compiles")
    scans = [ROOT / "data/demo/domain_plus.hdf5", ROOT / "data/demo/domain_minus.hdf5"]
    status, out = log.run([program, *scans, folder]) if made else (1, "")
    counts += from_status(status or "mean of the contrast" not in out or not all(map(os.path.getsize, left)), "the C++ example runs")
    refused = made and log.run([program, "no such file", scans[1], folder])[0] == 1 and "no such file" in log.errors
    counts += from_status(not refused, "the C++ example tells of a file that is not there")
    return counts


def headers(log):
    """Each header alone, with each compiler."""
    counts = Counts()
    for compiler in ("g++", "clang++"):
        if not have(compiler):
            counts += missing(f"C++ headers: {compiler} is not installed")
            continue
        folder = ROOT / "build/include/stoner"
        for header in sorted(folder.rglob("*.hpp")):
            command = [compiler, "-std=c++17", *WARNINGS, *INCLUDE, "-x", "c++", "-fsyntax-only", "-include", header, "/dev/null"]
            counts += from_status(log.run(command)[0], f"stoner/{header.relative_to(folder)} alone with {compiler}")
    return counts


def suite(log):
    counts = headers(log)
    counts += tests(log)
    counts += example(log)
    return counts
