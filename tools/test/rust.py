"""The Rust side: format, lints, header drift, tests, model checks, the release build."""

import os
import sys

from process import ROOT, missing
from results import from_cargo, from_status

# The first run builds HDF5.
BUILD_TIMEOUT = 3600
# What is built in the dev profile. All builds of one run say the same, and name what has dev-dependencies, so that cargo finds the
# same features of all packages and compiles each once.
DEV = ["--locked", "--workspace", "--exclude", "stoner-loom", "--features", "generate-scans"]


def dev_build(log):
    """The library of the dev profile, the examples and the tools. Gives the status."""
    return log.run(["cargo", "build", *DEV, "--lib", "--examples", "--bins"], BUILD_TIMEOUT)[0]


def fmt(log):
    status, _ = log.run(["cargo", "fmt", "--version"])
    if status != 0:
        return missing("fmt: rustfmt (rustup component add rustfmt)")
    status, _ = log.run(["cargo", "fmt", "--all", "--check"])
    return from_status(status, "rustfmt")


def clippy(log):
    status, _ = log.run(["cargo", "clippy", "--version"])
    if status != 0:
        return missing("clippy: clippy (rustup component add clippy)")
    arguments = ["--locked", "--workspace", "--all-targets", "--features", "generate-scans", "--", "-D", "warnings"]
    status, _ = log.run(["cargo", "clippy", *arguments], BUILD_TIMEOUT)
    return from_status(status, "clippy")


def header_drift(log):
    target = ROOT / os.environ.get("CARGO_TARGET_DIR", "target")
    status = dev_build(log) or log.run([target / "debug/stoner-header", "--check"])[0]
    counts = from_status(status, "include/stoner.h and interface/interface.json are what src/ffi makes")
    status, _ = log.run([sys.executable, "bindings/generator", "--check"])
    return counts.__iadd__(from_status(status, "bindings/generator --check"))


def cargo_test(log):
    """Unit, integration and documentation tests, in the dev profile for its checks of overflow."""
    arguments = [*DEV, "--no-fail-fast", "--", "--show-output"]
    status, out = log.run(["cargo", "test", *arguments], BUILD_TIMEOUT)
    return from_cargo(status, out)


def loom(log):
    arguments = ["--locked", "-p", "stoner-loom", "--no-fail-fast", "--", "--show-output"]
    status, out = log.run(["cargo", "test", *arguments], BUILD_TIMEOUT)
    return from_cargo(status, out)


def address_sanitizer(log, triple, target):
    """The unit tests of the arrays, where the library's own unsafe code is, under AddressSanitizer. First it must find what is
    planted."""
    build = ["cargo", "test", "--locked", "--lib", "--no-default-features", "--features", "planted-overflow", "--target", triple]
    env = {"RUSTC_BOOTSTRAP": "1", "RUSTFLAGS": "-Zsanitizer=address", "CARGO_TARGET_DIR": target}
    env |= {"CARGO_PROFILE_DEV_DEBUG": "line-tables-only", "ASAN_OPTIONS": "detect_leaks=1:exitcode=98:allocator_may_return_null=1"}
    status, _ = log.run([*build, "--", "array::alloc::tests::planted_overflow", "--exact"], BUILD_TIMEOUT, env)
    found = status != 0 and "AddressSanitizer: heap-buffer-overflow" in log.errors
    counts = from_status(not found, "the sanitizer finds the overflow planted in src/array/alloc.rs")
    if counts.failed:
        # Its green would mean nothing.
        return counts
    status, out = log.run([*build, "--", "array::", "--skip", "planted_overflow", "--show-output"], BUILD_TIMEOUT, env)
    # The tests themselves are counted by `cargo_test`; here they are one.
    own = from_cargo(status, out)
    counts += from_status(own.failed, "the unit tests of src/array are clean under AddressSanitizer")
    return counts


def library(log):
    """What a user builds, and what the suites after this one test."""
    status, _ = log.run(["make", "--no-print-directory", "lib"], BUILD_TIMEOUT)
    return from_status(status, "make lib")
