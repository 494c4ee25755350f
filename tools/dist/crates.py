"""Which crates are in a library, and their licences, by `cargo metadata`."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

from archive import ROOT

TEXTS = re.compile(r"(licen[cs]e|copying|copyright|notice|unlicense)", re.IGNORECASE)


def linked(target):
    """The crates that the library for a target contains, sorted: those that run while building (macros, build scripts) are not in it."""
    command = ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", target]
    found = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    packages = {package["id"]: package for package in found["packages"]}
    nodes = {node["id"]: node for node in found["resolve"]["nodes"]}
    start = next(member for member in found["workspace_members"] if packages[member]["name"] == "stoner")
    # `cargo metadata` has what any feature of any platform would bring in; `cargo tree` what is built.
    command = ["cargo", "tree", "--locked", "--package", "stoner", "--target", target, "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]
    lines = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    built = {tuple(re.match(r"(\S+) v(\S+)", line).groups()) for line in lines if line}
    reached, waiting = set(), [start]
    while waiting:
        one = waiting.pop()
        if one in reached or (packages[one]["name"], packages[one]["version"]) not in built or any("proc-macro" in made["kind"] for made in packages[one]["targets"]):
            continue
        reached.add(one)
        waiting += [way["pkg"] for way in nodes[one]["deps"] if any(kind["kind"] is None for kind in way["dep_kinds"])]
    depends = {packages[one]["id"]: [way["pkg"] for way in nodes[one]["deps"] if way["pkg"] in reached] for one in reached}
    crates = sorted((packages[one] for one in reached), key=lambda package: (package["name"], package["version"]))
    return crates, depends


def checksums():
    """{(name, version): SHA-256 of the crate as the registry has it}."""
    locked = tomllib.loads((ROOT / "Cargo.lock").read_text())["package"]
    return {(package["name"], package["version"]): package["checksum"] for package in locked if "checksum" in package}


def expression(crate):
    """SPDX's spelling; a slash is the older one of OR."""
    return crate["license"].replace("/", " OR ")


def texts(crate):
    """The texts of licences that a crate brings along. One that brings none, but may be had under a licence that this project has too, is
    passed on under that one."""
    folder = Path(crate["manifest_path"]).parent
    found = sorted(path for path in folder.iterdir() if path.is_file() and TEXTS.match(path.name))
    own = ROOT / "LICENSES" / f"{crate['name']}.txt"
    if not found and own.exists():
        found = [own]
    if not found and "Apache-2.0" in re.split(r"[\s()]+", expression(crate)):
        found = [ROOT / "LICENSE-APACHE"]
    if not found:
        raise FileNotFoundError(f"{crate['name']} {crate['version']} ({crate['license']}) has no text of its licence: add LICENSES/{crate['name']}.txt")
    return found


def standard_library():
    """The texts that rustc has of its standard library's licences, or this project's own one, under which it may be had as well."""
    root = Path(subprocess.run(["rustc", "--print", "sysroot"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip())
    name = root / "share/doc/rust/COPYRIGHT-library.html"
    return [name] if name.exists() else [ROOT / "LICENSE-APACHE"]


def lay_out(folder, target):
    """Writes a folder for each crate, and a table of them."""
    crates, _ = linked(target)
    rows = []
    for crate in crates:
        if crate["source"] is None:  # a part of this project
            continue
        place = folder / "crates" / f"{crate['name']}-{crate['version']}"
        place.mkdir(parents=True)
        for text in texts(crate):
            (place / text.name).write_bytes(text.read_bytes())
        rows.append(f"| {crate['name']} | {crate['version']} | {expression(crate)} |")
    place = folder / "rust-standard-library"
    place.mkdir()
    for text in standard_library():
        (place / text.name).write_bytes(text.read_bytes())
    for text in sorted((ROOT / "LICENSES").iterdir()):
        if text.name in ("DejaVuSans.txt", "colour-maps.txt"):
            (folder / text.name).write_bytes(text.read_bytes())
    head = "# What is linked into the library\n\nlibstoner itself: MIT or Apache-2.0, at your choice. Of the crates each folder in `crates` has the texts.\n"
    head += "Besides them: Rust's standard library (`rust-standard-library`; MIT or Apache-2.0), the font and the colour maps of pictures\n"
    head += "(`DejaVuSans.txt`, `colour-maps.txt`).\n\n| crate | version | licence |\n|---|---|---|\n"
    (folder / "README.md").write_text(head + "\n".join(rows) + "\n")
