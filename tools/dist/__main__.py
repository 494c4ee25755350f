"""Packs what was built: an archive for each system, MATLAB's packages, the wheels and the sources, with their sums.

usage: python3 tools/dist OUT SYSTEM=TREE ...    SYSTEM is linux-x86_64, linux-x86_64-musl, linux-aarch64 or windows-x86_64; TREE is what tools/stage.sh or
tools/windows.sh laid out for it
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import archive
import crates
import sbom
from archive import ROOT
from systems import SYSTEMS

VERSION = re.search(r'^version = "(.*)"$', (ROOT / "Cargo.toml").read_text(), flags=re.MULTILINE)[1]


def copy(source, place):
    """A file, or a folder without what is made while using it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        ignore = shutil.ignore_patterns("*.mex*", "__pycache__", "*.o")
        shutil.copytree(source, place, symlinks=True, ignore=ignore, dirs_exist_ok=True)
    else:
        shutil.copy(source, place)


def libraries(system, staged, tree):
    """The library and its headers; the symbols for debuggers go into an archive of their own."""
    for name in ("bin", "lib") if system.windows else ("lib",):
        copy(staged / name, tree / name)
    shutil.rmtree(tree / "lib/.debug", ignore_errors=True)
    copy(staged / "include", tree / "include")


def compiled(system, place, *arguments):
    """A program or library from C, without debuggers' lines: it names no folder of this machine."""
    caches = {name: str(ROOT / "build/linux/zig-cache") for name in ("ZIG_GLOBAL_CACHE_DIR", "ZIG_LOCAL_CACHE_DIR")}
    command = [*system.compiler, "-std=c99", "-O2", "-g0", *map(str, arguments), "-o", str(place)]
    subprocess.run(command, cwd=ROOT, env=os.environ | caches | {"SOURCE_DATE_EPOCH": str(archive.epoch())}, check=True)


def demo(system, staged, tree):
    """The demos as programs, which find the library from where they lie."""
    find = [] if system.windows else ["-fPIE", "-pie", "-Wl,-rpath,$ORIGIN/../lib"]
    # MinGW's linker sorts what is imported by the paths of the libraries: they must not depend on this folder.
    staged = os.path.relpath(staged, ROOT)
    (tree / "bin").mkdir(exist_ok=True)
    for source in sorted((ROOT / "bindings/c").glob("*.c")):
        program = tree / "bin" / f"stoner-{source.stem.replace('_', '-')}{'.exe' if system.windows else ''}"
        compiled(system, program, source, f"-I{staged}/include", f"-L{staged}/lib", "-lstoner", "-lm", *find)
        copy(source, tree / "examples/c" / source.name)
    copy(ROOT / "bindings/cpp/examples", tree / "examples/cpp")
    for scan in sorted((ROOT / "data/demo").iterdir()):
        copy(scan, tree / "examples/data" / scan.name)


def matlab(place):
    copy(ROOT / "bindings/matlab", place)
    # These are for making the package; what they make is in it.
    shutil.rmtree(place / "templates")


def texts(system, tree):
    for name in ("LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"):
        copy(ROOT / name, tree / name)
    words = {"VERSION": VERSION, "SYSTEM": system.name, "DEMO": system.demo, "LIBRARY": system.library, "NEEDS": system.needs}
    text = re.sub(r"\b(VERSION|SYSTEM|DEMO|LIBRARY|NEEDS)\b", lambda found: words[found[1]], (ROOT / "tools/dist/README.txt").read_text())
    (tree / "README.txt").write_text(text)
    (tree / "sbom.cdx.json").write_text(sbom.bill(system.target, VERSION))
    crates.lay_out(tree / "licenses", system.target)


def wheel(system, staged, out):
    library = staged / ("bin/stoner.dll" if system.windows else "lib/libstoner.so")
    with tempfile.TemporaryDirectory() as folder:
        settings = {"SOURCE_DATE_EPOCH": str(archive.epoch()), "PYTHON": sys.executable}
        subprocess.run(["tools/setup/wheel.sh", library, folder], cwd=ROOT, env=os.environ | settings, check=True, stdout=subprocess.DEVNULL)
        (made,) = Path(folder).glob("*.whl")
        return shutil.move(made, out / made.name)


def system_archive(system, staged, out, work):
    tree = work / f"libstoner-{VERSION}-{system.name}"
    tree.mkdir()
    libraries(system, staged, tree)
    demo(system, staged, tree)
    package = wheel(system, staged, out)
    copy(package, tree / "python" / package.name)
    matlab(tree / "matlab")
    copy(ROOT / "bindings/labview", tree / "labview")
    copy(ROOT / "docs", tree / "doc")
    texts(system, tree)
    if system.windows:
        archive.zipped(tree, out / f"{tree.name}.zip")
    else:
        archive.tar(tree, out / f"{tree.name}.tar.gz")
        symbols = work / f"{tree.name}-symbols"
        copy(staged / "lib/.debug", symbols / "lib/.debug")
        archive.tar(symbols, out / f"{symbols.name}.tar.gz")


def matlab_archive(system, staged, out, work):
    """MATLAB's package with the library that it needs, for one folder on MATLAB's path."""
    tree = work / f"libstoner-{VERSION}-matlab-{system.name}"
    tree.mkdir()
    matlab(tree)
    # What MATLAB's loadlibrary calls the library through, so that it needs no compiler.
    thunk = "stoner_thunk_pcwin64.dll" if system.windows else "stoner_thunk_glnxa64.so"
    compiled(system, tree / "loadlibrary" / thunk, "-shared", "-fPIC", "-fvisibility=hidden", tree / "loadlibrary/stoner_thunk.c")
    copy(ROOT / "bindings/labview/generated/nodes.csv", tree / "loadlibrary/nodes.csv")
    libraries(system, staged, tree)
    for name in ("LICENSE-MIT", "LICENSE-APACHE"):
        copy(ROOT / name, tree / name)
    for scan in sorted((ROOT / "data/demo").iterdir()):
        copy(scan, tree / "data/demo" / scan.name)
    crates.lay_out(tree / "licenses", system.target)
    archive.zipped(tree, out / f"{tree.name}.zip")


def sums(out):
    made = sorted(path for path in out.iterdir() if path.name != "SHA256SUMS")
    text = "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in made)
    (out / "SHA256SUMS").write_text(text)


def main(arguments):
    pairs = [argument.partition("=")[::2] for argument in arguments[1:]]
    if not pairs or any(name not in SYSTEMS or not tree for name, tree in pairs):
        print(__doc__, file=sys.stderr)
        return 2
    out = Path(arguments[0]).resolve()
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    # The rights of a file do not follow from who packs it.
    os.umask(0o022)
    for name, tree in pairs:
        with tempfile.TemporaryDirectory() as work:
            system_archive(SYSTEMS[name], Path(tree).resolve(), out, Path(work))
            if name in ("linux-x86_64", "windows-x86_64"):
                matlab_archive(SYSTEMS[name], Path(tree).resolve(), out, Path(work))
    archive.source(f"libstoner-{VERSION}", out / f"libstoner-{VERSION}-source.tar.gz")
    sums(out)
    for path in sorted(out.iterdir()):
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
