"""The numerical suites with the kernels of other processors, and on a busy machine.

The same numbers come from other kernels on another processor: of OpenBLAS (OPENBLAS_CORETYPE), of numpy (NPY_DISABLE_CPU_FEATURES), of
the C library (GLIBC_TUNABLES), of ours (STONER_INSTRUCTION_SET). A test that holds on one of them alone tests the processor. `make test`
has the variation that is furthest from a new processor, on the tests that compute most; `make test-variations` has all, on all tests.
"""

import contextlib
import json
import os
import subprocess
import sys

from process import LOGS, ROOT, missing
from results import Counts, failed, from_junit, from_status, passed, skipped

PYTHON = ROOT / "build/conformance/bin/python"
#: What came with AVX2 or later, in numpy's names.
NEW = ("FMA3", "AVX2", "AVX512F", "AVX512CD", "AVX512_KNL", "AVX512_KNM", "AVX512_SKX", "AVX512_CLX", "AVX512_CNL", "AVX512_ICL", "AVX512_SPR")
OLD = {
    "OPENBLAS_CORETYPE": "Prescott",
    "NPY_DISABLE_CPU_FEATURES": NEW,
    "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4",
    "STONER_INSTRUCTION_SET": "baseline",
}
#: Name: settings. "busy": so many processes beside it that want a processor each.
VARIATIONS = {
    "an old processor": OLD,
    "OpenBLAS for Haswell": {"OPENBLAS_CORETYPE": "Haswell"},
    "OpenBLAS for Zen": {"OPENBLAS_CORETYPE": "Zen"},
    "OpenBLAS for Prescott": {"OPENBLAS_CORETYPE": "Prescott"},
    "OpenBLAS for SkylakeX": {"OPENBLAS_CORETYPE": "SkylakeX"},
    "numpy without AVX2": {"NPY_DISABLE_CPU_FEATURES": NEW},
    "the C library without AVX2": {"GLIBC_TUNABLES": OLD["GLIBC_TUNABLES"]},
    "libstoner's baseline": {"STONER_INSTRUCTION_SET": "baseline"},
    "libstoner with AVX2": {"STONER_INSTRUCTION_SET": "avx2"},
    "two busy processes": {"busy": 2},
}
#: What a processor must have for OpenBLAS to use these kernels, in the names of /proc/cpuinfo.
NEEDS = {"Haswell": {"avx2", "fma"}, "Zen": {"avx2", "fma"}, "SkylakeX": {"avx512f", "avx512bw", "avx512vl", "avx512dq"}}
LEVELS = {"baseline": 1, "avx2": 2, "avx512": 3}

CONFORMANCE = ["tests/conformance"]
#: The Python package from its sources: what is tested here is how it computes.
PACKAGE = [f"tests/python/test_{name}.py" for name in ("image", "methods", "context", "table", "metadata", "pictures")]
#: Sums, products, transforms, fits and interpolations.
SHORT_NAMES = "array_order array_reduce fft filters hist levels ops profile_line radial resample".split()
SHORT = [f"tests/conformance/test_{name}.py" for name in SHORT_NAMES]
#: Apart from those: each folder has a conftest of its own.
SHORT_PACKAGE = ["tests/python/test_image.py", "tests/python/test_methods.py"]


def one(log):
    """What `make test` has."""
    if (absent := prepare(log)) is not None:
        return absent
    return run(log, "an old processor", [SHORT, SHORT_PACKAGE])


def every(log):
    if (absent := prepare(log)) is not None:
        return absent
    counts = Counts()
    for name in VARIATIONS:
        counts += run(log, name, [CONFORMANCE, PACKAGE])
    return counts


def prepare(log):
    status, _ = log.run(["tools/setup/conformance.sh"], timeout=1800)
    return missing("variations: the oracles could not be installed") if status != 0 else None


def run(log, name, suites):
    settings = VARIATIONS[name]
    environment = {"STONER_LIBRARY": ROOT / "build/lib/libstoner.so", "PYTHONPATH": "bindings/python/src", "MPLBACKEND": "Agg"}
    environment |= {"PYTHONDONTWRITEBYTECODE": "1", "OPENBLAS_CORETYPE": "", "STONER_INSTRUCTION_SET": ""}
    plain = kernels(log, environment)
    if plain is None:
        return failed(f"{name}: the kernels could not be found out")
    core = settings.get("OPENBLAS_CORETYPE")
    if NEEDS.get(core, set()) - processor() or LEVELS.get(settings.get("STONER_INSTRUCTION_SET"), 0) > plain["libstoner's best"]:
        return skipped(f"{name}: this processor has not what it needs")
    varied = {key: value for key, value in settings.items() if key != "busy"}
    if "NPY_DISABLE_CPU_FEATURES" in varied:
        # Of others numpy would warn.
        varied["NPY_DISABLE_CPU_FEATURES"] = " ".join(feature for feature in NEW if feature in plain["numpy"])
    environment |= varied
    counts = in_effect(name, settings, plain, kernels(log, environment))
    with busy(settings.get("busy", 0)):
        for number, tests in enumerate(suites):
            junit = LOGS / f"variation-{number}.xml"
            junit.unlink(missing_ok=True)
            options = ["-q", "-p", "no:cacheprovider", f"--junitxml={junit}"]
            status, _ = log.run([PYTHON, "-m", "pytest", *tests, *options], timeout=3600, env=environment)
            # The tests themselves are counted by their own suites; here those of one variation are one.
            own = from_junit(status, junit)
            notes = [f"{name}: {note}" for note in own.notes if note.startswith("FAILED")]
            counts += Counts(passed=int(not own.failed), failed=own.failed, notes=notes)
    return counts


def kernels(log, environment):
    status, text = log.run([PYTHON, "tools/test/kernels.py"], env=environment)
    return json.loads(text) if status == 0 else None


def processor():
    """What it has, in the kernel's words."""
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        flags = next((line for line in file if line.startswith("flags")), ":")
    return set(flags.split(":")[1].split())


def in_effect(name, settings, plain, found):
    """A setting that changes nothing would make the tests' green worthless."""
    if found is None:
        return failed(f"{name}: the kernels could not be found out")
    counts = Counts()
    if core := settings.get("OPENBLAS_CORETYPE"):
        for whose in ("numpy's OpenBLAS", "SciPy's OpenBLAS"):
            if plain[whose] is None:
                counts += skipped(f"{name}: {whose} does not say what its kernels are")
            else:
                counts += from_status(found[whose] != core, f"{name}: {whose} has the kernels of {core}, not {found[whose]}")
    if "NPY_DISABLE_CPU_FEATURES" in settings:
        left = set(found["numpy"]) & set(NEW)
        counts += from_status(len(left), f"{name}: numpy is without AVX2 and what came later, not with {left}")
    if "GLIBC_TUNABLES" in settings and "avx2" in processor():
        same = found["mathematics"] == plain["mathematics"]
        # Another C library has no such setting.
        counts += skipped(f"{name}: the C library's functions are the same") if same else passed()
    if level := settings.get("STONER_INSTRUCTION_SET"):
        counts += from_status(found["libstoner"] != LEVELS[level], f"{name}: libstoner is held to {level}")
    return counts


@contextlib.contextmanager
def busy(number):
    """Processes that compute and want nothing else, as long as this lasts."""
    # Not longer than their parent lives, whatever becomes of it.
    program = f"import os\nwhile os.getppid() == {os.getpid()}: sum(range(10000))"
    beside = [subprocess.Popen([sys.executable, "-c", program]) for _ in range(number)]
    try:
        yield
    finally:
        for process in beside:
            process.kill()
            process.wait()
