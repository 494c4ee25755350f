"""The C tests under ThreadSanitizer, with the library and Rust's standard library instrumented.

A lock or an atomic of a standard library that is not instrumented would look like a race. So it is built with the library, from sources
that belong to the compiler: Debian's `rustc-web` and `rust-web-src`, or any toolchain with the sources of its own. gcc instruments the
C side, and its runtime, whose interface is the same, serves both.
"""

import os
import re

import c
from process import ROOT, have, missing
from results import failed, from_status

TARGET = ROOT / "build/tsan/target"
OPTIONS = "exitcode=97:halt_on_error=0:second_deadlock_stack=1:history_size=4"
#: What each program tries: rounds of each of eight threads, or calls. The sanitizer makes all of them some ten times as slow.
COUNTS = {"short": {"stress": 15, "soak": 10, "hostile_calls": 1_000}, "long": {"stress": 400, "soak": 300, "hostile_calls": 50_000}}
#: They unload the library, or count memory and stacks, which the sanitizer changes.
LEFT_OUT = {"test_unload", "test_memory", "bad_calls", "small_stack"}


def build(log):
    """The folder of the instrumented library, or None where there is no compiler for it."""
    log.run(["tools/setup/packages.sh", "/usr/bin/cargo=cargo-web", "/usr/bin/rustc=rustc-web", "/usr/lib/rustlib/src/rust/library/std/Cargo.toml=rust-web-src"], timeout=1800)
    paths = {"PATH": f"/usr/bin:{os.environ['PATH']}"}
    status, version = log.run(["rustc", "-vV"], env=paths)
    _, sysroot = log.run(["rustc", "--print", "sysroot"], env=paths)
    triple = re.search(r"^host: (\S+)$", version, flags=re.MULTILINE)
    sources = f"{sysroot.strip()}/lib/rustlib/src/rust/library/std/Cargo.toml"
    if status != 0 or triple is None or not os.path.exists(sources):
        return None
    status, _ = log.run(
        ["cargo", "build", "--locked", "--lib", "--target", triple[1], "-Zbuild-std=std,panic_unwind"],
        timeout=3600,
        env=paths | {"RUSTC_BOOTSTRAP": "1", "RUSTFLAGS": "-Zsanitizer=thread -Zexternal-clangrt", "CARGO_TARGET_DIR": TARGET}
        | {"CARGO_PROFILE_DEV_DEBUG": "line-tables-only", "CARGO_PROFILE_DEV_OPT_LEVEL": "1"},
    )
    if status != 0:
        raise RuntimeError("the library does not build with ThreadSanitizer")
    folder = TARGET / triple[1] / "debug"
    c.link_soname(folder, folder / "libstoner.so")
    return folder


def run(log, length):
    if not have("gcc"):
        return missing("tsan: gcc is not installed")
    folder = build(log)
    if folder is None:
        return missing("tsan: there is no Rust compiler with the sources of its standard library (Debian: rustc-web, rust-web-src)")
    _, symbols = log.run(["nm", "-D", "--undefined-only", folder / "libstoner.so"], quiet=True)
    instrumented = "__tsan_func_entry" in symbols and "__tsan_atomic64_fetch_add" in symbols
    counts = from_status(not instrumented, "the library and its standard library are instrumented")
    flags = ["-fsanitize=thread"]
    link = [f"-L{folder}", f"-Wl,-rpath,{folder}", "-lstoner", "-lm", "-lpthread", "-ldl"]
    env = {"TSAN_OPTIONS": OPTIONS, "STONER_ANY_ADDRESS_SPACE": "1"}
    for source in sorted((c.TESTS / "races").glob("*.c")):
        program = c.compile_program(log, "gcc", source, flags, link, suffix="-tsan")
        found = program is not None and log.run([program], env=env)[0] == 97 and "ThreadSanitizer: data race" in log.errors
        counts += from_status(not found, f"the sanitizer finds what is planted in {source.stem}")
    if counts.failed:
        # Its green would mean nothing.
        return counts
    for source in c.programs(log):
        if source.stem in LEFT_OUT:
            continue
        program = c.compile_program(log, "gcc", source, flags, link, suffix="-tsan")
        if program is None:
            counts += failed(f"{source.stem} does not build with ThreadSanitizer")
            continue
        tries = COUNTS[length].get(source.stem)
        scratch = c.arguments(source, "asan")[0]
        status, _ = log.run([program, scratch, *([tries] if tries else [])], timeout=3600, env=env)
        reports = log.errors.count("WARNING: ThreadSanitizer")
        counts += from_status(status or reports, f"{source.stem} under ThreadSanitizer: status {status}, {reports} reports")
    return counts


def short(log):
    return run(log, "short")


def long(log):
    return run(log, "long")
