"""The C tests: as they are, under valgrind, and under AddressSanitizer."""

import os
import re
import sys
import threading

import rust
from process import ROOT, have, missing
from results import Counts, failed, from_c, from_status, passed

COMPILERS = ("gcc", "clang")
WARNINGS = ["-Wall", "-Wextra", "-pedantic", "-Werror"]
C99 = ["-std=c99"]
LIBRARY = ROOT / "build/lib/libstoner.so"
# As needed: a program that loads the library by itself is not linked to it.
LINK = ["-Wl,--as-needed", "-Lbuild/lib", f"-Wl,-rpath,{ROOT}/build/lib", "-lstoner", "-lm", "-lpthread", "-ldl"]
TESTS = ROOT / "tests/c"
BUILD = ROOT / "build/c"


def compiler_missing(what, compiler):
    return missing(f"{what}: {compiler} is not installed")


# Suites that run side by side make the same programs.
MAKING = threading.Lock()


def programs(log):
    """The programs of tests/c, and those that its scripts make_*.py make from the header."""
    BUILD.mkdir(parents=True, exist_ok=True)
    made = []
    for script in sorted(TESTS.glob("make_*.py")):
        status, text = log.run([sys.executable, script, "include/stoner.h"], quiet=True)
        if status != 0:
            raise RuntimeError(f"{script.name} failed")
        made.append(BUILD / f"{script.stem.removeprefix('make_')}.c")
        with MAKING:
            if not made[-1].exists() or made[-1].read_text() != text:
                made[-1].write_text(text)
    return [*sorted(TESTS.glob("*.c")), *made]


def planted():
    """Programs with a fault each, which they name in their first line: `/* finds: heap-buffer-overflow */`."""
    for source in sorted((TESTS / "planted").glob("*.c")):
        yield source, re.match(r"/\* finds: (.+?) \*/", source.read_text())[1]


#: How much of what has no end a suite tries: calls, or rounds of each of eight threads. The long run is `make hostile` and `make soak`.
COUNTS = {
    "hostile_calls": {"native": 100_000, "asan": 20_000, "valgrind": 1_000, "windows": 20_000, "elsewhere": 20_000, "hostile": 1_000_000},
    "soak": {"native": 1_500, "asan": 100, "valgrind": 2, "soak": 12_500},
}


def arguments(source, suite):
    """A folder for the files that a test writes, and how much it tries."""
    folder = BUILD / "scratch" / suite / source.stem
    folder.mkdir(parents=True, exist_ok=True)
    return [folder, *([COUNTS[source.stem][suite]] if source.stem in COUNTS else [])]


def compile_program(log, compiler, source, flags=(), link=LINK, suffix=""):
    """The program, or None."""
    BUILD.mkdir(parents=True, exist_ok=True)
    program = BUILD / f"{source.stem}-{compiler}{suffix}"
    command = [compiler, *C99, *WARNINGS, "-g", "-O1", *flags, "-Ibuild/include", "-Itests/c", source, *link]
    status, _ = log.run([*command, "-o", program])
    return program if status == 0 else None


def native(log):
    """Every program of tests/c, with each compiler."""
    counts = Counts()
    for compiler in COMPILERS:
        if not have(compiler):
            counts += compiler_missing("C tests", compiler)
            continue
        for source in programs(log):
            program = compile_program(log, compiler, source)
            what = f"{source.stem} ({compiler})"
            if program is None:
                counts += failed(f"{what} does not compile")
                continue
            status, out = log.run([program, *arguments(source, "native")], timeout=900)
            counts += from_c(status, out, what)
    return counts


def long_run(stem):
    """A suite of one program, for as long as it takes to mean something."""

    def suite(log):
        if not have("gcc"):
            return missing(f"{stem}: gcc is not installed")
        source = next(source for source in programs(log) if source.stem == stem)
        suite = {"hostile_calls": "hostile"}.get(stem, stem)
        program = compile_program(log, "gcc", source)
        status, out = (1, "") if program is None else log.run([program, *arguments(source, suite)], timeout=6 * 3600)
        print("\n".join(line for line in out.splitlines() if line.startswith("#")), flush=True)
        return from_c(status, out, source.stem)

    return suite


def old_processor(log):
    """All but the stress test, on a processor that has no more than every 64-bit one: as qemu has it, where any other instruction ends a program."""
    if not (have("qemu-x86_64") and have("gcc")):
        return missing("old-processor: qemu-x86_64 (Debian: qemu-user) or gcc is not installed")
    qemu = ["qemu-x86_64", "-cpu", "qemu64"]
    probe = BUILD / "avx2"
    BUILD.mkdir(parents=True, exist_ok=True)
    (BUILD / "avx2.c").write_text("int main(void) { __asm__ volatile(\"vpxor %ymm0, %ymm0, %ymm0\"); return 0; }\n")
    log.run(["gcc", BUILD / "avx2.c", "-o", probe])
    counts = from_status(log.run([*qemu, probe])[0] == 0, "an instruction that the old processor lacks ends a program")
    for source in programs(log):
        # Threads by the hundred, other address spaces and calls without an end take qemu too long; so does a library that is loaded again and again, and qemu
        # keeps what it made of each.
        if source.stem in ("stress", "test_memory", "test_unload", "hostile_calls", "soak", "small_stack"):
            continue
        program = compile_program(log, "gcc", source)
        status, out = (1, "") if program is None else log.run([*qemu, program, *arguments(source, "old-processor")], timeout=1800)
        counts += from_c(status, out, f"{source.stem} (qemu64)")
    return counts


def valgrind(log):
    """All but the stress test, which would take too long. First the planted faults must be found.

    The library is that of the dev profile: fully optimised code branches on values before it knows that they count, which
    valgrind takes for a use of uninitialised memory.
    """
    if not (have("valgrind") and have("gcc")):
        return missing("valgrind: valgrind or gcc is not installed")
    folder = dev_library(log)
    if folder is None:
        return failed("the library does not build in the dev profile")
    command = [
        "valgrind", "--quiet", "--error-exitcode=97", "--leak-check=full", "--errors-for-leak-kinds=definite",
        "--show-leak-kinds=definite",
    ]
    settings = {"LD_LIBRARY_PATH": folder, "STONER_ANY_ADDRESS_SPACE": "1"}
    counts = Counts()
    for source, _ in planted():
        program = compile_program(log, "gcc", source, suffix="-planted")
        found = program is not None and log.run([*command, program], env=settings)[0] == 97
        counts += from_status(not found, f"valgrind finds the fault planted in {source.stem}")
    for source in programs(log):
        if source.stem == "stress":
            continue
        program = compile_program(log, "gcc", source)
        if program is None:
            counts += failed(f"{source.stem} does not compile")
            continue
        # What is unloaded takes its statics with it: the empty table of handles is lost, 1.6 kB each time.
        leaks = ["--leak-check=no"] if source.stem == "test_unload" else []
        status, out = log.run([*command, *leaks, program, *arguments(source, "valgrind")], timeout=900, env=settings)
        # The program's own tests are counted by `native`; here a program is one test.
        own = from_c(status, out, source.stem)
        counts += from_status(own.failed, f"{source.stem} is clean under valgrind")
    return counts


def dev_library(log):
    """A folder with the shared library of the dev profile under the name that programs look for, or None."""
    status = rust.dev_build(log)
    folder = ROOT / "build/dev"
    target = ROOT / os.environ.get("CARGO_TARGET_DIR", "target")
    if status == 0:
        link_soname(folder, target / "debug/libstoner.so")
    return folder if status == 0 else None


def link_soname(folder, library):
    """Links a library into a folder under its soname."""
    folder.mkdir(parents=True, exist_ok=True)
    for staged in (ROOT / "build/lib").glob("libstoner.so.?"):
        link = folder / staged.name
        link.unlink(missing_ok=True)
        link.symlink_to(library)


def asan(log):
    """The C tests and the library, and the unit tests of the arrays, under AddressSanitizer.

    rustc instruments Rust code on any toolchain when RUSTC_BOOTSTRAP is set, so the compiler is the one that makes the
    release. A shared library gets its sanitizer from the program: each links the runtime that belongs to rustc; gcc's own
    would be a second one. gcc instruments the C side against it (their interface is the same, version 8).
    """
    host = toolchain(log)
    if host is None:
        return missing("asan: the toolchain has no AddressSanitizer runtime")
    triple, runtime = host
    target = ROOT / "build/asan"
    status, _ = log.run(
        ["cargo", "build", "--locked", "--lib", "--target", triple, "--features", "planted-panic"],
        timeout=3600,
        env={"RUSTC_BOOTSTRAP": "1", "RUSTFLAGS": "-Zsanitizer=address", "CARGO_TARGET_DIR": target}
        | {"CARGO_PROFILE_DEV_DEBUG": "line-tables-only"},
    )
    if status != 0:
        return failed("the library does not build with AddressSanitizer")

    folder = target / triple / "debug"
    link_soname(folder, folder / "libstoner.so")
    link = [
        "-rdynamic", f"-L{folder}", f"-Wl,-rpath,{folder}", "-lstoner", "-Wl,--whole-archive", runtime,
        "-Wl,--no-whole-archive", "-lm", "-lpthread", "-ldl", "-lrt", "-lstdc++",
    ]
    options = {"ASAN_OPTIONS": "detect_leaks=1:abort_on_error=0:exitcode=98:allocator_may_return_null=1"}
    # The sanitizer reserves a part of the address space for each byte of it.
    options |= {"STONER_ANY_ADDRESS_SPACE": "1"}

    def build(source):
        objects = BUILD / f"{source.stem}-asan.o"
        BUILD.mkdir(parents=True, exist_ok=True)
        compile_only = ["gcc", *C99, *WARNINGS, "-g", "-O1", "-fsanitize=address", "-fno-omit-frame-pointer"]
        status, _ = log.run([*compile_only, "-Ibuild/include", "-Iinclude", "-Itests/c", "-c", source, "-o", objects])
        program = BUILD / f"{source.stem}-asan"
        if status == 0:
            status, _ = log.run(["gcc", objects, *link, "-o", program])
        return program if status == 0 else None

    counts = rust.address_sanitizer(log, triple, target)
    for source, fault in planted():
        program = build(source)
        found = False
        if program is not None:
            status, _ = log.run([program], env=options)
            found = status == 98 and f"Sanitizer: {fault}" in log.errors
        counts += from_status(not found, f"the sanitizer finds what is planted in {source.stem}: {fault}")
    if counts.failed:
        # Its green would mean nothing.
        return counts
    for source in [*programs(log), *sorted((TESTS / "panic").glob("*.c"))]:
        if source.stem == "test_unload":
            continue  # loads the library that is shipped, which is not instrumented
        program = build(source)
        if program is None:
            counts += failed(f"{source.stem} does not build with AddressSanitizer")
            continue
        status, out = log.run([program, *arguments(source, "asan")], timeout=900, env=options)
        own = from_c(status, out, f"{source.stem} (asan)")
        counts += passed() if own.failed == 0 else own
    return counts


def toolchain(log):
    """The host's triple and rustc's AddressSanitizer runtime, or None."""
    _, version = log.run(["rustc", "-vV"])
    _, sysroot = log.run(["rustc", "--print", "sysroot"])
    triple = re.search(r"^host: (\S+)$", version, flags=re.MULTILINE)
    if triple is None or not have("gcc"):
        return None
    runtimes = sorted((ROOT / sysroot.strip() / "lib/rustlib" / triple[1] / "lib").glob("librustc-*_rt.asan.a"))
    return (triple[1], runtimes[0]) if runtimes else None
