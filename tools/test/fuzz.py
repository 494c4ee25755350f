"""Coverage-guided fuzzing of each loader and of the C functions, by libFuzzer under AddressSanitizer.

The targets are those of `fuzz/`, as cargo-fuzz and OSS-Fuzz take them. Here they are built without cargo-fuzz: rustc instruments for
coverage and with a sanitizer on any toolchain when RUSTC_BOOTSTRAP is set. RUNS is the number of executions of each target (20,000 in `make
test`; `make fuzz` 1,000,000), FUZZ names some targets alone. What libFuzzer finds stands in build/fuzz; what it learns stays there too, for the next run.
"""

import os
import re

from c import toolchain
from process import ROOT, have, missing
from results import Counts, failed, from_status

FUZZ = ROOT / "fuzz"
BUILD = ROOT / "build/fuzz"
TARGETS = sorted(path.stem for path in (FUZZ / "fuzz_targets").glob("*.rs"))
FLAGS = [
    "--cfg", "fuzzing", "-Cpasses=sancov-module", "-Cllvm-args=-sanitizer-coverage-level=4", "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table", "-Cllvm-args=-sanitizer-coverage-trace-compares", "-Zsanitizer=address", "-Ccodegen-units=1",
]  # fmt: skip
#: Seconds after which one input is taken to hang, and MiB of memory that one may take: a sanitizer makes both several times what they are.
PATIENCE, MEMORY = 25, 1500


def build(log):
    """The folder of the programs, or None."""
    host = toolchain(log)
    if host is None or not have("c++"):
        return None
    triple, _ = host
    status, _ = log.run(
        ["cargo", "build", "--release", "--locked", "--manifest-path", FUZZ / "Cargo.toml", "--target", triple, "--target-dir", BUILD / "target"],
        timeout=3600,
        env={"RUSTC_BOOTSTRAP": "1", "CARGO_ENCODED_RUSTFLAGS": "\x1f".join(FLAGS)},
    )
    if status != 0:
        raise RuntimeError("the fuzz targets do not build (where Cargo.toml has changed: cargo update --workspace --manifest-path fuzz/Cargo.toml)")
    return BUILD / "target" / triple / "release"


def dictionary():
    """The words of the interface, for the targets that read text."""
    import json

    interface = json.loads((ROOT / "interface/interface.json").read_text())
    words = {"operation", "options"}
    for function in interface["functions"]:
        if function.get("operation"):
            words.add(function["operation"])
            words.update(parameter.get("keyword") or parameter["name"] for parameter in function["parameters"])
    path = BUILD / "operations.dict"
    path.write_text("".join(f'"{word}"\n' for word in sorted(words)))
    return path


def run(log, folder, target, runs):
    learned, found = BUILD / "corpus" / target, BUILD / "found" / target
    learned.mkdir(parents=True, exist_ok=True)
    found.mkdir(parents=True, exist_ok=True)
    words = FUZZ / "dictionaries" / f"{target}.dict"
    words = dictionary() if target == "operations" else words
    options = [f"-runs={runs}", f"-timeout={PATIENCE}", f"-rss_limit_mb={MEMORY}", f"-artifact_prefix={found}/", "-print_final_stats=1", "-verbosity=0"]
    options += [f"-dict={words}"] if words.exists() else []
    # A run can be repeated: the first seed of `make test` is always the same.
    options += ["-seed=1"] if runs <= 20_000 else []
    status, _ = log.run(
        [folder / target, *options, learned, FUZZ / "corpus" / target],
        timeout=12 * 3600,
        env={"ASAN_OPTIONS": "detect_leaks=1:allocator_may_return_null=1:symbolize=1"},
    )
    executions = re.search(r"stat::number_of_executed_units:\s*(\d+)", log.errors)
    executions = int(executions[1]) if executions else 0
    log.write(f"{target}: {executions} executions, status {status}\n")
    if runs > 20_000:
        print(f"{target}: {executions} executions, status {status}", flush=True)
    return from_status(status or executions < runs, f"{target}: {runs} executions find nothing ({executions} were made; see {found.relative_to(ROOT)})")


def suite(log):
    folder = build(log)
    if folder is None:
        return missing("fuzz: the toolchain has no AddressSanitizer runtime, or there is no C++ compiler")
    runs = int(os.environ.get("RUNS") or 20_000)
    targets = os.environ["FUZZ"].split() if os.environ.get("FUZZ") else TARGETS
    if unknown := set(targets) - set(TARGETS):
        return failed(f"no fuzz target {unknown}; there are {TARGETS}")
    counts = Counts()
    for target in targets:
        counts += run(log, folder, target, runs)
    return counts
