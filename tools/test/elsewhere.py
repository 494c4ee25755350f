"""An archive's demos and the C tests on other systems than this one: roots of older ones, musl, ARM by qemu. What runs there is compiled by zig, as the archive was."""

import os
import shutil
import sys

import c
from process import ROOT, have, missing
from results import Counts, failed, from_c, from_status

sys.path.append(str(ROOT / "tools/dist"))
from systems import SYSTEMS  # noqa: E402

BUILD = ROOT / "build/elsewhere"
#: The programs of an archive, what they are given besides the folder for their pictures, and these.
DEMOS = {
    "stoner-demo": (["examples/data/domain_plus.hdf5", "examples/data/domain_minus.hdf5"], ["xmcd.png", "xmcd.tiff", "figure.png"]),
    "stoner-demo-stack": (["examples/data/cobalt.hdf5", "775", "778"], ["element.png", "spectrum.png"]),
}
#: The oldest release of Debian that its servers have, with glibc 2.31.
OLD_DEBIAN = "bullseye"
#: The oldest glibc that the archives are linked for.
OLD_GLIBC = "glibc-2.17"
#: Not of the archive: this one loads the library that `make lib` made.
NOT_OF_AN_ARCHIVE = {"test_unload", "soak"}
#: It sees in a stack's memory how much of it was used; a C library before glibc 2.34 gives that memory back at the end of the thread.
NOT_WITH_AN_OLD_GLIBC = {"small_stack"}
#: Threads by the hundred, other address spaces, stacks and calls without an end: qemu has its own of these, or takes too long.
NOT_IN_QEMU = {"stress", "test_memory", "hostile_calls", "small_stack"}
MUSL = "/lib/ld-musl-x86_64.so.1"
ARM = "/usr/aarch64-linux-gnu"


def demos(tree, suffix=""):
    """The commands that run an archive's programs, which write their pictures into its folder."""
    for name, (given, _) in DEMOS.items():
        arguments = [f"{tree}/{argument}" if argument.startswith("examples/") else argument for argument in given]
        yield [f"{tree}/bin/{name}{suffix}", *arguments, str(tree)]


def drawn(tree):
    """Whether all pictures of the programs are there."""
    pictures = [tree / picture for _, made in DEMOS.values() for picture in made]
    return all(picture.exists() and picture.stat().st_size > 0 for picture in pictures)


def undrawn(tree):
    """Takes away what an earlier run drew."""
    for _, made in DEMOS.values():
        for picture in made:
            (tree / picture).unlink(missing_ok=True)


def into(root):
    """What a command is put behind to run in a root, with this project's folders, devices and processes at their places; the mounts go with their namespace."""
    places = [ROOT, "/proc", "/dev", *([os.environ["STONER_TEST_DATA"]] if os.environ.get("STONER_TEST_DATA") else [])]
    mounts = "".join(f'mkdir -p "$root{place}" && mount --rbind "{place}" "$root{place}" && ' for place in places)
    script = f'root=$1; shift; mkdir -p "$root/tmp" && {mounts} exec unshare --root="$root" --wd="{ROOT}" "$@"'
    return ["unshare", "--mount", "sh", "-c", script, "sh", root]


def ran(log, tree, command, what):
    """The demos where a command puts them."""
    undrawn(tree)
    for demo in demos(tree):
        log.run([*command, *demo])
    return from_status(not drawn(tree), f"the demos run {what}")


def tested(log, name, tree, command, what, left_out=frozenset()):
    """The C tests, where a command puts them."""
    counts = Counts()
    folder = BUILD / name
    folder.mkdir(parents=True, exist_ok=True)
    caches = {cache: str(ROOT / "build/linux/zig-cache") for cache in ("ZIG_GLOBAL_CACHE_DIR", "ZIG_LOCAL_CACHE_DIR")}
    for source in c.programs(log):
        if source.stem in NOT_OF_AN_ARCHIVE | left_out:
            continue
        program = folder / source.stem
        # Where the program looks for the library is known, so that no setting of the loader's has to reach it.
        link = [f"-L{tree}/lib", f"-Wl,-rpath,{tree}/lib", "-lstoner", "-lm", "-lpthread", "-ldl"]
        compiled = [*SYSTEMS[name].compiler, *c.C99, *c.WARNINGS, "-O1", f"-I{tree}/include", "-Itests/c", source, "-o", program, *link]
        if log.run(compiled, env=caches)[0] != 0:
            counts += failed(f"{source.stem} does not compile for {name}")
            continue
        status, out = log.run([*command, program, *c.arguments(source, "elsewhere")], timeout=1800)
        counts += from_c(status, out, f"{source.stem} ({what})")
    return counts


def older(log, name, tree):
    """In roots of other systems: the oldest glibc that will do, the oldest Debian that its servers have, and those that STONER_ROOTS names (folders, a colon between two)."""
    if os.getuid() != 0 or not have("debootstrap"):
        return missing("dist: debootstrap is not installed, or this is not root")
    counts = Counts()
    roots = {os.path.basename(folder): folder for folder in os.environ.get("STONER_ROOTS", "").split(":") if folder}
    oldest = old_glibc(log, "x86_64")
    if oldest:
        roots[OLD_GLIBC] = oldest
    else:
        counts += missing(f"dist: {OLD_GLIBC} cannot be had")
    debian = debootstrapped(log, OLD_DEBIAN)
    if debian:
        roots[f"Debian {OLD_DEBIAN}"] = debian
    else:
        counts += missing(f"dist: Debian {OLD_DEBIAN} cannot be had")
    for what, root in roots.items():
        counts += ran(log, tree, into(root), f"in {what}")
        counts += tested(log, name, tree, into(root), what, NOT_WITH_AN_OLD_GLIBC)
    return counts


def musl(log, tree):
    """With Debian's musl, the loader that the programs name."""
    if not os.path.exists(MUSL):
        return missing("dist: musl is not installed")
    counts = ran(log, tree, [], "with musl")
    counts += tested(log, "linux-x86_64-musl", tree, [], "musl")
    return counts


def arm(log, tree):
    """By qemu, with Debian's C library for cross-compiling; the demos with the oldest glibc too."""
    if not have("qemu-aarch64") or not os.path.exists(f"{ARM}/lib/ld-linux-aarch64.so.1"):
        return missing("dist: qemu-user or libc6-arm64-cross is not installed")
    command = ["qemu-aarch64", "-L", ARM]
    counts = ran(log, tree, command, "by qemu-aarch64")
    counts += tested(log, "linux-aarch64", tree, command, "qemu-aarch64", NOT_IN_QEMU)
    oldest = old_glibc(log, "aarch64")
    if oldest:
        counts += ran(log, tree, ["qemu-aarch64", "-L", oldest], f"by qemu-aarch64 with {OLD_GLIBC}")
    else:
        counts += missing(f"dist: {OLD_GLIBC} for ARM cannot be had")
    return counts


def old_glibc(log, name):
    """A root that holds the oldest glibc and nothing else, made once, or None."""
    made = log.run(["tools/setup/old_glibc.sh", name], timeout=1800)[0] == 0
    return ROOT / f"build/roots/{OLD_GLIBC}-{name}" if made else None


def debootstrapped(log, release, *packages):
    """A root of a release of Debian, made once, or None."""
    root = ROOT / "build/roots" / release
    stamp = root.with_name(f"{release}.made")
    wanted = " ".join(packages)
    if not stamp.exists() or stamp.read_text() != wanted:
        shutil.rmtree(root, ignore_errors=True)
        root.parent.mkdir(parents=True, exist_ok=True)
        include = [f"--include={','.join(packages)}"] if packages else []
        if log.run(["debootstrap", "--variant=minbase", *include, release, root], timeout=3600)[0] != 0:
            shutil.rmtree(root, ignore_errors=True)
            return None
        stamp.write_text(wanted)
    return root
