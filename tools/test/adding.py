"""docs/adding-an-operation.md: its example is put into a copy of the tree as the page says, built, and tested in every language."""

import os
import re
import shutil
import sys

from process import ROOT, have, missing
from results import Counts, from_status

BUILD = ROOT / "build/adding"
PAGE = ROOT / "docs/adding-an-operation.md"
COPIED = ("Cargo.toml", "Cargo.lock", "build.rs", "LICENSE-MIT", "LICENSE-APACHE", "LICENSES", "rustfmt.toml", ".cargo", "assets", "src", "fft", "macros", "tools", "interface", "include", "bindings", "docs", "benches", "examples", "tests")


def suite(log):
    python = ROOT / "build/conformance/bin/python"
    if log.run(["tools/setup/conformance.sh"], timeout=1800)[0] != 0 or not python.exists():
        return missing("adding an operation: the packages of the conformance tests could not be installed")
    page = PAGE.read_text(encoding="utf-8")
    code, declaration = re.findall(r"^```rust\n(.*?)^```", page, flags=re.DOTALL | re.MULTILINE)
    (test,) = re.findall(r"^```python\n(.*?)^```", page, flags=re.DOTALL | re.MULTILINE)
    copy()
    touched = [append("src/ops", "contrast.rs", code), append("src/ffi", "levels.rs", declaration), append("tests/conformance", "test_levels.py", test_file(test))]
    counts = from_status(len(set(touched)) > 5, f"the example is in at most five files: {touched}")
    environment = {"CARGO_TARGET_DIR": built()}
    in_copy = ["sh", "-c", 'cd "$1" && shift && exec "$@"', "sh", BUILD]
    made = log.run([*in_copy, "cargo", "run", "--quiet", "--package", "stoner-header"], 1800, environment)[0]
    made = made or log.run([*in_copy, sys.executable, "bindings/generator"], 300)[0]
    counts += from_status(made, "the example's header, description and bindings are generated")
    status = made or log.run([*in_copy, "cargo", "build", "--lib"], 3600, environment)[0]
    counts += from_status(status, "the example compiles")
    if status:
        return counts
    settings = {"STONER_LIBRARY": environment["CARGO_TARGET_DIR"] / "debug/libstoner.so", "PYTHONDONTWRITEBYTECODE": "1", "MPLBACKEND": "Agg"}
    wanted = ["tests/conformance/test_levels.py", "tests/conformance/test_interface.py", "-k", "compress"]
    status, out = log.run([*in_copy, python, "-m", "pytest", "-q", "-p", "no:cacheprovider", *wanted], 900, settings)
    counts += from_status(status or not re.search(r"\b([4-9]|\d\d) passed", out), "the example's tests pass, those that follow from its declaration too")
    bound = (BUILD / "docs/bindings.md").read_text(encoding="utf-8")
    row = re.search(r"^\| `stoner_image_compress_values` \|.*$", bound, flags=re.MULTILINE)
    counts += from_status(row is None or row[0].count("`") != 10, "each language has the example")
    return counts


def built():
    """The folder that the copy is built in. It begins with the dependencies that the tree has built: only the library is compiled anew."""
    target = ROOT / os.environ.get("CARGO_TARGET_DIR", "target")
    for name in ("deps", "build", ".fingerprint"):
        if not (target / "adding/debug" / name).exists() and (target / "debug" / name).exists():
            shutil.copytree(target / "debug" / name, target / "adding/debug" / name, symlinks=True)
    return target / "adding"


def copy():
    """The tree, without what is built."""
    shutil.rmtree(BUILD, ignore_errors=True)
    BUILD.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, BUILD / name, ignore=shutil.ignore_patterns("__pycache__", "*.mex*"))
        elif source.exists():
            shutil.copy(source, BUILD / name)


def append(folder, name, text):
    """Puts text at the end of the one file of that name below a folder: the page's files may lie deeper."""
    (file,) = (BUILD / folder).rglob(name)
    kept = file.read_text(encoding="utf-8")
    tests = kept.find("\n#[cfg(test)]")
    at = len(kept) if tests < 0 else tests
    file.write_text(f"{kept[:at].rstrip()}\n\n{text}{kept[at:]}", encoding="utf-8")
    return str(file.relative_to(BUILD))


def test_file(test):
    return "\n\n" + test.replace("to_array(", "sc.to_array(").replace("from_array(", "sc.from_array(")
