"""What a user is given: archives packed twice, looked at, and used in empty roots that have no compiler, no Rust and no Python."""

import hashlib
import json
import os
import re
import shutil
import sys
import tarfile
import zipfile

import elsewhere
import windows
import windows_python
from install import version
from process import ROOT, have, missing
from results import Counts, failed, from_junit, from_status

BUILD = ROOT / "build/packing"
MADE = ROOT / "build/dist"
#: Of glibc and of gcc, on every Linux system.
SYSTEM = {"libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1", "libgcc_s.so.1", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"}
MUSL = {"libc.so", "libgcc_s.so.1"}
OLDEST = 17
#: The systems that are built, unless LINUX says others.
EVERY = "x86_64 x86_64-musl aarch64"


def packing(log):
    """The archives of the library that `make lib` built, and of `make windows` where it was."""
    if log.run(["tools/setup/linux.sh"], timeout=900)[0] != 0:
        return missing("packing: zig and cargo-zigbuild could not be installed")
    trees = ["linux-x86_64=build"]
    if (ROOT / "build/windows/bin/stoner.dll").exists() and have(f"{windows.PREFIX}-gcc"):
        trees.append("windows-x86_64=build/windows")
    shutil.rmtree(BUILD, ignore_errors=True)
    # The clock's zone, the rights of new files and the language are another's.
    settings = [{"TZ": "UTC", "LC_ALL": "C"}, {"TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"}]
    counts = Counts()
    for name, mask, setting in zip(("one", "two"), ("022", "077"), settings):
        command = ["sh", "-c", 'umask "$1"; shift; exec "$@"', "sh", mask, sys.executable, "tools/dist", BUILD / name, *trees]
        counts += from_status(log.run(command, timeout=1800, env=setting)[0], f"the archives are packed ({name})")
    if counts.failed:
        return counts
    one, two = (digests(BUILD / name) for name in ("one", "two"))
    differ = sorted(name for name in one.keys() | two.keys() if one.get(name) != two.get(name))
    counts += from_status(not one or bool(differ), f"packed twice, the archives are the same: {differ}")
    counts += looked_at(log, BUILD / "one")
    return counts


def suite(log):
    """`make dist` for every system, and what it promises: old systems, musl, ARM, Windows. Hours: it builds the library for each system."""
    if log.run(["tools/setup/dist.sh"], timeout=3600)[0] != 0:
        return failed("tools/setup/dist.sh")
    if log.run(["make", "--no-print-directory", "dist", f"LINUX={os.environ.get('LINUX') or EVERY}"], timeout=14400)[0] != 0:
        return failed("make dist")
    return promised(log)


def promised(log):
    """What the archives in build/dist hold and do."""
    counts = looked_at(log, MADE)
    trees = unpacked(MADE, ROOT / "build/dist-unpacked")
    for name, tree in trees.items():
        if name in ("linux-x86_64", "linux-aarch64"):
            counts += old_glibc(log, tree)
    if "linux-x86_64" in trees:
        counts += elsewhere.older(log, "linux-x86_64", trees["linux-x86_64"])
    if "linux-x86_64-musl" in trees:
        counts += elsewhere.musl(log, trees["linux-x86_64-musl"])
    if "linux-aarch64" in trees:
        counts += elsewhere.arm(log, trees["linux-aarch64"])
    for wheel in MADE.glob("*-win_amd64.whl"):
        counts += windows_python.suite(log, wheel)
    return counts


def digests(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def unpacked(made, place):
    """Unpacks the archives of the systems: {system: tree}."""
    shutil.rmtree(place, ignore_errors=True)
    trees = {}
    for path in sorted(made.iterdir()):
        found = re.fullmatch(rf"libstoner-{re.escape(version())}-((?:linux|windows)-\w+?(?:-musl)?)\.(tar\.gz|zip)", path.name)
        if found:
            folder = place / found[1]
            shutil.unpack_archive(path, folder, **({"filter": "tar"} if found[2] == "tar.gz" and sys.version_info >= (3, 12) else {}))
            # Python's zip module drops the right to run.
            (trees[found[1]],) = folder.iterdir()
    return trees


def looked_at(log, made):
    counts = orderly(log, made)
    for name, tree in unpacked(made, BUILD / "unpacked").items():
        counts += papers(log, name, tree)
        counts += places(made, name, tree)
        if name.startswith("linux"):
            counts += elf(log, name, tree)
            counts += exports(log, name, tree)
        if name == "linux-x86_64":
            counts += empty_root(log, tree, BUILD / "root")
        elif name == "windows-x86_64":
            counts += wine(log, tree)
    return counts


def orderly(log, made):
    """The sums hold; names are in order; no owner and no more than one time is in an archive."""
    status, _ = log.run(["sh", "-c", 'cd "$1" && sha256sum --check --strict SHA256SUMS', "sh", made])
    counts = from_status(status, "the sums hold")
    listed = {line.split()[-1] for line in (made / "SHA256SUMS").read_text().splitlines()}
    counts += from_status(listed != {path.name for path in made.iterdir()} - {"SHA256SUMS"}, "every file has a sum")
    for path in sorted(made.glob("*.tar.gz")):
        with tarfile.open(path) as archive:
            inside = archive.getmembers()
        names = [member.name for member in inside if member.isfile() or member.issym()]
        own = any(member.uid or member.gid or member.uname not in ("", "root") for member in inside)
        wrong = own or len({member.mtime for member in inside}) != 1 or (names != sorted(names) and "source" not in path.name)
        counts += from_status(wrong or not names, f"{path.name} names no owner and has one time and order")
        counts += from_status(path.read_bytes()[4:8] != bytes(4), f"{path.name} does not say when it was packed")
    for path in sorted(made.glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            inside = archive.infolist()
        names = [member.filename for member in inside]
        counts += from_status(not names or names != sorted(names) or len({member.date_time for member in inside}) != 1, f"{path.name} has one time and order")
    return counts


def papers(log, name, tree):
    """The licences of all that is linked in, and a bill of materials which says the same as cargo."""
    target = {"windows-x86_64": "x86_64-pc-windows-gnu", "linux-x86_64-musl": "x86_64-unknown-linux-musl"}.get(name, f"{name.split('-')[1]}-unknown-linux-gnu")
    command = ["cargo", "tree", "--locked", "--package", "stoner", "--target", target, "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]
    _, out = log.run(command, quiet=True)
    crates = {re.match(r"(\S+) v(\S+)", line).groups(): line for line in out.splitlines() if line}
    linked = set(crates) - {("stoner", version())}
    # Parts of this project, which have a path, have its licence and come from no registry.
    wanted = {crate for crate in linked if " (/" not in crates[crate]}
    listed = {tuple(path.name.rsplit("-", 1)) for path in (tree / "licenses/crates").iterdir() if any(path.iterdir())}
    bill = json.loads((tree / "sbom.cdx.json").read_text())
    billed = {(component["name"], component["version"]) for component in bill["components"]}
    log.write(f"cargo: {len(wanted)}, licences: {sorted(wanted ^ listed)}, bill: {sorted(linked ^ billed)}\n")
    counts = from_status(len(wanted) < 20 or wanted != listed, f"{name}: the licences of all that is linked in are there")
    counts += from_status(linked != billed, f"{name}: the bill of materials says what is linked in")
    references = {bill["metadata"]["component"]["bom-ref"], *(component["bom-ref"] for component in bill["components"])}
    pointed = {one for entry in bill["dependencies"] for one in (entry["ref"], *entry["dependsOn"])}
    sums = [component["hashes"][0]["content"] for component in bill["components"] if (component["name"], component["version"]) in wanted]
    sound = bill["bomFormat"] == "CycloneDX" and references == pointed and all(re.fullmatch(r"[0-9a-f]{64}", sum) for sum in sums)
    counts += from_status(not sound, f"{name}: the bill of materials is sound")
    text = (tree / "README.txt").read_text()
    counts += from_status(re.search(r"\b(VERSION|SYSTEM|DEMO|LIBRARY|NEEDS)\b", text) is not None or version() not in text, f"{name}: the README is filled in")
    gone = [found for found in re.findall(r"^    (\w+)/ ", text, flags=re.MULTILINE) if not (tree / found).is_dir()]
    counts += from_status(bool(gone), f"{name}: what the README names is there: {gone}")
    return counts


def places(made, name, tree):
    """No file that was built names a folder of the machine that built it, nor do the symbols for debuggers."""
    folders = {str(ROOT), os.path.expanduser("~"), os.environ.get("CARGO_HOME", ""), os.environ.get("PYENV_ROOT", "")} - {"", "/"}
    files = {str(path.relative_to(tree)): path.read_bytes() for path in tree.rglob("*") if path.is_file() and not path.is_symlink()}
    for path in made.glob(f"libstoner-{version()}-{name}-symbols.tar.gz"):
        with tarfile.open(path) as archive:
            files |= {member.name: archive.extractfile(member).read() for member in archive if member.isfile()}
    found = [f"{file}: {folder}" for file, data in files.items() for folder in folders if any(f"{folder}{end}".encode() in data for end in ("/", "\0"))]
    return from_status(bool(found), f"{name}: no folder of this machine is named: {found}")


def elf(log, name, tree):
    """What the linker and the kernel are asked to protect, and what a system must have."""
    counts = Counts()
    for path in (tree / f"lib/libstoner.so.{version()}", *(tree / "bin" / name for name in elsewhere.DEMOS)):
        _, text = log.run(["readelf", "--wide", "--file-header", "--program-headers", "--dynamic", path], quiet=True)
        checks = {
            "any address": re.search(r"Type:\s+DYN", text) is not None,
            "read-only relocations": "GNU_RELRO" in text,
            "symbols bound at the start": "BIND_NOW" in text or re.search(r"FLAGS_1.*\bNOW\b", text) is not None,
            "a stack that is not run": re.search(r"GNU_STACK(\s+0x\w+){5}\s+RW\s", text) is not None,
            "no memory both written and run": re.search(r"LOAD(\s+0x\w+){5}\s+RWE\s", text) is None,
            "no RPATH but its own": set(re.findall(r"R(?:UN)?PATH\).*\[(.*)\]", text)) <= ({"$ORIGIN/../lib"} if path.name in elsewhere.DEMOS else set()),
        }
        counts += from_status(not all(checks.values()), f"{name}: {path.name} has {', '.join(checks)}: {checks}")
        needed = set(re.findall(r"NEEDED\).*\[(.*)\]", text)) - {"libstoner.so.0"}
        allowed = MUSL if name.endswith("musl") else SYSTEM
        counts += from_status(bool(needed - allowed), f"{name}: {path.name} needs the system's libraries alone: {sorted(needed - allowed)}")
    return counts


def exports(log, name, tree):
    described = {function["name"] for function in json.loads((ROOT / "interface/interface.json").read_text())["functions"]}
    _, out = log.run(["nm", "-D", "--defined-only", tree / "lib/libstoner.so"], quiet=True)
    shown = {line.split()[-1] for line in out.splitlines()}
    log.write(f"not described: {sorted(shown - described)}, not exported: {sorted(described - shown)}\n")
    return from_status(shown != described, f"{name}: the library exports the functions of the interface, and nothing else")


def old_glibc(log, tree):
    """Nothing asks for a symbol that glibc 2.17 has not."""
    counts = Counts()
    for path in (tree / f"lib/libstoner.so.{version()}", *(tree / "bin" / name for name in elsewhere.DEMOS)):
        _, text = log.run(["readelf", "--wide", "--version-info", path], quiet=True)
        newer = sorted(set(re.findall(r"GLIBC_2\.(\d+)", text)), key=int)
        counts += from_status(not newer or int(newer[-1]) > OLDEST, f"{path.name} asks for glibc 2.{OLDEST} at most: 2.{newer[-1] if newer else '?'}")
    return counts


def in_root(log, root, tree, what):
    """The demo of an unpacked archive in a root that holds nothing else than is said."""
    place = root / "opt" / tree.name
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(tree, place, symlinks=True)
    inside = f"/opt/{tree.name}"
    # The loader finds a program's own folder through /proc, which each system has; the mount goes with its namespace.
    (root / "proc").mkdir(exist_ok=True)
    enter = ["unshare", "--mount", "sh", "-c", 'mount --bind /proc "$1/proc" && exec chroot "$@"', "sh"]
    for command in elsewhere.demos(inside):
        log.run([*enter, root, *command])
    return from_status(not elsewhere.drawn(place), f"the demos run {what}")


def empty_root(log, tree, root):
    """A root that has the system's C library and nothing else."""
    if os.getuid() != 0:
        return missing("packing: chroot is root's")
    shutil.rmtree(root, ignore_errors=True)
    _, text = log.run(["ldd", *(tree / "bin" / name for name in elsewhere.DEMOS)])
    for library in re.findall(r"(/\S+)(?= \()", text):
        if not library.startswith(str(tree)):
            (root / library[1:]).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(library, root / library[1:])
    files = [path for path in root.rglob("*") if path.is_file()]
    log.write(f"in the root: {files}\n")
    return in_root(log, root, tree, f"in a root with {len(files)} files of the system")


def wine(log, tree):
    """The archive for Windows, with the one library that Wine lacks."""
    if not os.path.exists(windows.WINE):
        return missing("packing: wine64 is not installed")
    counts = Counts()
    for path in (tree / "bin/stoner.dll", *(tree / "bin" / f"{name}.exe" for name in elsewhere.DEMOS)):
        _, text = log.run([f"{windows.PREFIX}-objdump", "-p", path], quiet=True)
        lacking = [flag for flag in ("HIGH_ENTROPY_VA", "DYNAMIC_BASE", "NX_COMPAT") if flag not in text]
        counts += from_status(bool(lacking), f"{path.name} has the protections of Windows: {lacking}")
    stub = windows.stub(log, tree / "bin")
    counts += from_status(stub, "Wine's missing library builds")
    for command in elsewhere.demos(tree, ".exe"):
        windows.wine(log, *command)
    counts += from_status(not elsewhere.drawn(tree), "the demos run under Wine")
    return counts
