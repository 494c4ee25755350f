"""The programs of benches/ that more than one family runs."""

import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build/bench"


def run(*command):
    done = subprocess.run([str(c) for c in command], cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def build(*names):
    """Builds C programs: `c_api`, `live` and `small` with this library, `c_walk` with libhdf5."""
    BUILD.mkdir(parents=True, exist_ok=True)
    hdf5 = ROOT / "build/hdf5"
    ours = ["-Ibuild/include", "-Lbuild/lib", f"-Wl,-rpath,{ROOT}/build/lib", "-lstoner", "-lpthread"]
    libraries = {
        "c_api": ours,
        "live": ours,
        "small": ours,
        # The archive that the library's own tests are linked with.
        "c_walk": [f"-I{hdf5}/include", hdf5 / "lib/libhdf5.a", zlib(), "-lm", "-ldl", "-lpthread"],
    }
    for name in names:
        program = ["-std=c99", "-O2", "-Wall", "-Wextra", "-D_POSIX_C_SOURCE=199309L", f"benches/{name}.c"]
        run("cc", *program, *libraries[name], "-o", BUILD / name)


def zlib():
    """The zlib that cargo built, or the system's."""
    built = sorted((ROOT / "target").glob("*/build/libz-sys-*/out/lib/libz.a"), key=os.path.getmtime)
    return built[-1] if built else "-lz"


def numbers(text):
    return [float(line) for line in text.split()]
