"""The Rust side: format, lints, header drift, tests, model checks, the release build."""

import sys

from process import missing
from results import from_cargo, from_status

# The first run builds HDF5.
BUILD_TIMEOUT = 3600


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
    status, _ = log.run(["cargo", "run", "--locked", "--quiet", "-p", "stoner-header", "--", "--check"], BUILD_TIMEOUT)
    counts = from_status(status, "include/stoner.h is what src/ffi makes")
    status, _ = log.run([sys.executable, "bindings/python/generate.py", "--check"])
    counts += from_status(status, "the Python table is what include/stoner.h makes")
    return counts


def cargo_test(log):
    """Unit, integration and documentation tests, in the dev profile for its checks of overflow."""
    which = ["--locked", "--workspace", "--exclude", "stoner-loom", "--features", "generate-scans"]
    arguments = [*which, "--no-fail-fast", "--", "--show-output"]
    status, out = log.run(["cargo", "test", *arguments], BUILD_TIMEOUT)
    return from_cargo(status, out)


def loom(log):
    arguments = ["--locked", "-p", "stoner-loom", "--no-fail-fast", "--", "--show-output"]
    status, out = log.run(["cargo", "test", *arguments], BUILD_TIMEOUT)
    return from_cargo(status, out)


def library(log):
    """What a user builds, and what the suites after this one test."""
    status, _ = log.run(["make", "--no-print-directory", "lib"], BUILD_TIMEOUT)
    return from_status(status, "make lib")
