"""The MATLAB binding, in GNU Octave without a screen."""

import os
import re

from c import C99, COMPILERS, LIBRARY, compiler_missing
from process import ROOT, have, missing
from results import Counts, failed, from_c, from_status

BINDING = ROOT / "bindings/matlab"
TESTS = ROOT / "tests/matlab"
BUILD = ROOT / "build/matlab"
OCTAVE = ["octave-cli", "--no-gui", "--no-window-system", "--norc", "--no-history", "--quiet"]
#: The gateway is C99 without warnings; mex.h, as the system's, may have its own.
STRICT = [*C99, "-Wall", "-Wextra", "-Werror", "-O2", "-fPIC", "-DMX_HAS_INTERLEAVED_COMPLEX=1"]


def suite(log):
    if not (have("octave-cli") and have("mkoctfile")):
        return missing("octave: GNU Octave or its headers are not installed")
    BUILD.mkdir(parents=True, exist_ok=True)
    _, include = log.run(["mkoctfile", "-p", "OCTINCLUDEDIR"])
    headers = ["-isystem", include.strip(), f"-I{ROOT}/build/include"]
    counts = Counts()
    for compiler in COMPILERS:
        what = f"the gateway compiles as C99 without warnings ({compiler})"
        if not have(compiler):
            counts += compiler_missing(what, compiler)
            continue
        command = [compiler, *STRICT, *headers, "-c", BINDING / "stoner_mex.c", "-o", BUILD / f"stoner_mex-{compiler}.o"]
        counts += from_status(log.run(command)[0], what)

    status, _ = evaluate(log, "build_mex('', getenv('STONER_MEX_FOLDER'))", folder=BUILD)
    counts += from_status(status, "build_mex builds the gateway")
    if status != 0:
        return counts
    for test in sorted(TESTS.glob("test_*.m")):
        counts += run(log, test.stem, BUILD)

    # Octave never unmaps a MEX with the mark of interleaved complex numbers, which -R2018a adds: without it, it does.
    unmarked = BUILD / "unmarked"
    unmarked.mkdir(exist_ok=True)
    library = [f"-L{ROOT}/build/lib", f"-Wl,-rpath,{ROOT}/build/lib", "-lstoner"]
    command = ["gcc", *STRICT, "-shared", *headers, BINDING / "stoner_mex.c", "-o", unmarked / "stoner_mex.mex", *library]
    status, _ = log.run(command)
    counts += from_status(status, "the gateway builds without the mark")
    if status == 0:
        counts += run(log, "test_reload", unmarked, {"STONER_MEX_UNLOADS": "1"})
    counts += installed(log)
    counts += readme(log)
    return counts


def installed(log):
    """build_mex against a tree as `make install LIBDIR=lib64` lays it out."""
    prefix = BUILD / "prefix"
    (prefix / "lib64").mkdir(parents=True, exist_ok=True)
    for link, target in {prefix / "include": ROOT / "build/include", prefix / "lib64/libstoner.so": LIBRARY}.items():
        link.unlink(missing_ok=True)
        link.symlink_to(target)
    folder = BUILD / "installed"
    folder.mkdir(exist_ok=True)
    code = f"build_mex('{prefix}', getenv('STONER_MEX_FOLDER')); disp(stoner_mex('version', []))"
    status, out = evaluate(log, code, folder, {"LD_LIBRARY_PATH": ROOT / "build/lib"})
    return from_status(status or not re.search(r"^\d+\.\d+\.\d+$", out, flags=re.MULTILINE), "build_mex builds against an installed tree")


def evaluate(log, code, folder, env=None, timeout=900):
    paths = "".join(f"addpath('{path}');" for path in (BINDING, TESTS, folder))
    settings = {"HOME": BUILD, "STONER_MEX_FOLDER": folder, "LC_ALL": "C.UTF-8"}
    return log.run([*OCTAVE, "--eval", f"{paths} {code}"], timeout=timeout, env=settings | (env or {}))


def run(log, test, folder, env=None):
    status, out = evaluate(log, f"run_tests('{test}')", folder, env)
    return from_c(status, out, f"{test} (octave{', cleared and unmapped' if env else ''})")


def readme(log):
    """The README's example, in a folder with the bundled scans."""
    found = re.search(r"^```matlab\n(.*?)^```", (ROOT / "README.md").read_text(), flags=re.DOTALL | re.MULTILINE)
    if found is None:
        return failed("the README has no MATLAB example")
    folder = BUILD / "readme"
    folder.mkdir(exist_ok=True)
    (folder / "readme_example.m").write_text(found[1])
    if not (folder / "data").exists():
        os.symlink(ROOT / "data", folder / "data")
    if not (folder / "bindings").exists():
        os.symlink(ROOT / "bindings", folder / "bindings")
    picture = folder / "xmcd.png"
    picture.unlink(missing_ok=True)
    status, _ = evaluate(log, f"cd('{folder}'); warning('off', 'all'); readme_example", BUILD)
    return from_status(status or not picture.exists(), "the README's MATLAB example runs")
