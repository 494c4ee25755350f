"""The C++ headers: their tests with each compiler, under sanitizers, without exceptions; mistakes and the compiler's words for them; how long
the headers take to compile; the examples."""

import re
import resource
import statistics
import sys

import c
from process import LOGS, ROOT, have, missing
from results import Counts, failed, from_junit, from_status, skipped

sys.path.insert(0, str(ROOT / "bindings"))
from generator import cpp as back_end  # noqa: E402
from generator import model  # noqa: E402

TESTS = ROOT / "tests/cpp"
BUILD = ROOT / "build/cpp"
WARNINGS = ["-Wall", "-Wextra", "-pedantic", "-Werror", "-Wconversion", "-Wsign-conversion", "-Wshadow"]
INCLUDE = ["-Ibuild/include"]
COMPILERS = ("g++", "clang++")
#: How much longer than the standard headers alone; measured: 1.3 to 1.45.
TIMES_STANDARD = 2.5
SANITIZE = ["-fsanitize=address,undefined", "-fno-sanitize-recover=undefined"]
# (compiler, standard, further flags); without optimisation, since compiling is what takes the time. What C++20 brought is tried with 23, and by the
# program without exceptions.
WAYS = [("g++", "17", SANITIZE), ("clang++", "17", []), ("g++", "23", [])]
SCANS = [str(ROOT / f"data/demo/domain_{each}.hdf5") for each in ("plus", "minus")]
#: {example: (its arguments, what it prints, the files that it leaves)}; FOLDER is where these go.
EXAMPLES = {
    "acquisition": ([], "cancelled: yes", []),
    "contrast": ([*SCANS, "FOLDER"], "mean of the contrast", ["xmcd.png", "xmcd.tiff", "profile.csv"]),
    "metadata": ([SCANS[0]], "note: second attempt, exposure 0.25", []),
    "pixels": ([SCANS[0]], "there and back: the same", []),
    "stack": (["FOLDER"], "Table of 5 rows", ["spectrum.csv"]),
    "without_exceptions": ([*SCANS, "FOLDER"], "mean ", ["smooth.png"]),
}


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
    (BUILD / "scratch").mkdir(parents=True, exist_ok=True)
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
        mdspan = mdspan or standard == "23" and supports_mdspan(log, compiler)
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


def without_exceptions(log):
    """A program of two files without exceptions and run-time types."""
    counts = Counts()
    (BUILD / "scratch").mkdir(parents=True, exist_ok=True)
    for compiler in COMPILERS:
        what = f"the headers without exceptions, {compiler}"
        if not have(compiler):
            counts += missing(f"{what}: {compiler} is not installed")
            continue
        for standard in ("17", "20"):
            program = BUILD / f"no-exceptions-{compiler}-{standard}"
            sources = sorted((TESTS / "no_exceptions").glob("*.cpp"))
            made = compile_all(log, compiler, standard, ["-fno-exceptions", "-fno-rtti"], sources, program)
            counts += from_status(log.run([program])[0] if made else 1, f"{what}, C++{standard}")
    return counts


def mistakes(log):
    """What a user gets wrong does not compile, and the compiler says what to do. The same file without its mistake is the tests."""
    counts = Counts()
    for compiler in filter(have, COMPILERS):
        for source in sorted((TESTS / "mistakes").glob("*.cpp")):
            text = source.read_text()
            expected = re.search(r"^// expected: (.*)$", text, re.MULTILINE)[1].split("|")
            flags = (re.search(r"^// flags: (.*)$", text, re.MULTILINE) or [None, ""])[1].split()
            status, _ = log.run([compiler, "-std=c++17", "-Wall", "-Werror", *flags, *INCLUDE, "-fsyntax-only", source])
            said = status != 0 and any(each in log.errors for each in expected)
            counts += from_status(not said, f"the mistake {source.stem} with {compiler}: {expected[0]}")
    return counts


def defaults(log):
    """Each function is called with what it requires and no more, and then with its options, as written in the description."""
    lines = ["#include <stoner.hpp>", "#include <type_traits>", "#include <utility>", "using namespace stoner;"]
    calls = back_end.Model(model.read()).calls
    for call in calls:
        types = [given.type.strip() for given in call.required]
        for name in [call.name] + ([f"try_{call.name}"] if call.function.has_status else []):
            given = ", ".join(f"std::declval<{kind}>()" for kind in types)
            # A reduction with options shares its name with the one to a number, which takes fewer arguments.
            with_options = ", ".join(filter(None, [given, f"std::declval<const {call.title}Options &>()"]))
            of = f"std::declval<{call.owner.capitalize()} &>().{name}" if call.owner else f"stoner::{name}"
            ways = ([] if call.overloaded or call.leading else [with_options] if call.has_options else []) + ([] if call.overloaded else [given])
            ways += [with_options] if call.overloaded else []
            lines += [f"static_assert(!std::is_same_v<decltype({of}({way})), int *>);" for way in ways]
    source = BUILD / "defaults.cpp"
    BUILD.mkdir(parents=True, exist_ok=True)
    source.write_text("\n".join(lines) + "\n")
    counts = Counts()
    for compiler in filter(have, COMPILERS):
        command = [compiler, "-std=c++17", *WARNINGS, *INCLUDE, "-fsyntax-only", source]
        counts += from_status(log.run(command)[0], f"every one of {len(calls)} functions without what may be left out, {compiler}")
    return counts


def seconds(log, command):
    """The processor's time that a command takes itself, without the system's part."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    status, _ = log.run(command)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before if status == 0 else float("inf")


def compile_time(log):
    """The headers beside the standard headers that they include. Times of one machine are compared, one after the other, so that its load counts for
    both; half a second more is about as much as those headers take themselves on the machine where the limit was set."""
    counts = Counts()
    BUILD.mkdir(parents=True, exist_ok=True)
    folder = ROOT / "build/include"
    texts = [path.read_text(encoding="utf-8") for path in [folder / "stoner.h", *folder.rglob("*.hpp")]]
    standard = sorted({name for text in texts for name in re.findall(r"^#include <(.*)>", text, re.MULTILINE)} - {"mdspan", "expected"})
    (BUILD / "time-standard.cpp").write_text("".join(f"#include <{name}>\n" for name in standard))
    (BUILD / "time-own.cpp").write_text("#include <stoner.hpp>\n")
    for compiler in COMPILERS:
        if not have(compiler):
            counts += missing(f"the time of compiling: {compiler} is not installed")
            continue
        command = [compiler, "-std=c++17", "-O0", *INCLUDE, "-c", "-o", "/dev/null"]
        pairs = [[seconds(log, [*command, BUILD / f"time-{which}.cpp"]) for which in ("standard", "own")] for _ in range(7)]
        alone, own = (statistics.median(pair[i] for pair in pairs) for i in (0, 1))
        what = f"{compiler} needs {own:.2f} s for the headers, {alone:.2f} s for the standard headers in them; allowed: {TIMES_STANDARD} times"
        counts += from_status(not own < TIMES_STANDARD * alone, what)
    return counts


def example_runs(log, name, program):
    """What an example prints and leaves."""
    arguments = [argument.replace("FOLDER", str(BUILD / "example-out")) for argument in EXAMPLES[name][0]]
    status, out = log.run([program, *arguments])
    left = [BUILD / "example-out" / file for file in EXAMPLES[name][2]]
    return status == 0 and EXAMPLES[name][1] in out and all(file.exists() and file.stat().st_size for file in left)


def examples(log):
    """Each of bindings/cpp/examples compiles without warnings, prints what it should and leaves its files."""
    counts = Counts()
    folder = BUILD / "example-out"
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.iterdir():
        file.unlink()
    if not have("g++"):
        return missing("the C++ examples: g++ is not installed")
    sources = sorted((ROOT / "bindings/cpp/examples").glob("*.cpp"))
    counts += from_status({source.stem for source in sources} != EXAMPLES.keys(), "every C++ example is run")
    for source in sources:
        flags = ["-fno-exceptions", "-fno-rtti"] if source.stem == "without_exceptions" else []
        program = BUILD / f"example-{source.stem}"
        made = compile_all(log, "g++", "17", flags, [source], program)
        counts += from_status(not (made and example_runs(log, source.stem, program)), f"the C++ example {source.stem}")
    refused = log.run([BUILD / "example-contrast", "no such file", SCANS[1], folder])[0] == 1 and "no such file" in log.errors
    counts += from_status(not refused, "the C++ example contrast tells of a file that is not there")
    return counts


def headers(log):
    """Each header alone, with each compiler."""
    counts = Counts()
    for compiler in COMPILERS:
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
    counts += without_exceptions(log)
    counts += mistakes(log)
    counts += defaults(log)
    counts += compile_time(log)
    counts += examples(log)
    return counts
