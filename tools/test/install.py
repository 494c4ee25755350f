"""What is installed: consumers built from the installed tree, as their authors would build them."""

import re
import shlex
import shutil

import cpp
from c import C99, WARNINGS
from process import ROOT, have, missing
from results import Counts, from_status

BUILD = ROOT / "build/install"
TESTS = ROOT / "tests/install"
# Both the consumers and the tree lie under a name with a space.
TREES = {"usr": BUILD / "usr", "a name with spaces": BUILD / "a name with spaces"}
CPP17 = ["-std=c++17", *cpp.WARNINGS]


def suite(log):
    if not have("make") or not have("cc") or not have("c++"):
        return missing("install: make, cc or c++ is not installed")
    counts = Counts()
    shutil.rmtree(BUILD, ignore_errors=True)
    for name, tree in TREES.items():
        counts += installed(log, name, tree)
        counts += plain(log, name, tree)
        counts += pkg_config(log, name, tree)
        counts += cmake(log, name, tree)
    tree = TREES["usr"]
    counts += versions(log, tree)
    counts += shared(log, tree)
    counts += mismatched(log, tree)
    counts += static(log, tree)
    counts += destdir(log)
    counts += moved(log, tree)
    counts += uninstalled(log, tree)
    counts += recipes()
    return counts


def recipes():
    """The recipes for package managers are of this version."""
    counts = Counts()
    for path, pattern in {"conda/recipe.yaml": r'^  version: "(.*)"$', "vcpkg/vcpkg.json": r'^  "version": "(.*)",$'}.items():
        said = re.search(pattern, (ROOT / "packaging" / path).read_text(), flags=re.MULTILINE)
        counts += from_status(said is None or said[1] != version(), f"packaging/{path} is of version {version()}")
    return counts


def make(log, target, *settings):
    return log.run(["make", "--no-print-directory", target, *settings], timeout=3600)[0]


def runs(log, program, library=None):
    """Whether a consumer runs: it prints the library's version and the shape of a scan."""
    scan = ROOT / "data/demo/domain_plus.hdf5"
    status, out = log.run([program, scan], env={"LD_LIBRARY_PATH": library or ""})
    return status == 0 and re.fullmatch(re.escape(version()) + r" \d+ x \d+\n", out) is not None


def installed(log, name, tree):
    status = make(log, "install", f"PREFIX={tree}")
    files = {str(path.relative_to(tree)) for path in tree.rglob("*") if not path.is_dir()}
    wanted = {"include/stoner.h", "include/stoner.hpp", "lib/libstoner.a", "lib/libstoner.so", f"lib/libstoner.so.{version()}", f"lib/.debug/libstoner.so.{version()}.debug"}
    wanted |= {f"lib/libstoner.so.{version().split('.')[0]}", "lib/pkgconfig/stoner.pc", "lib/cmake/stoner/stoner-config.cmake"}
    wanted |= {"lib/cmake/stoner/stoner-config-version.cmake"}
    documents = {"licenses": "LICENSES/*", "examples/c": "bindings/c/*.c", "examples/cpp": "bindings/cpp/examples/*.cpp", "examples/data": "data/demo/*"}
    shown = {f"{folder}/{path.name}" for folder, pattern in documents.items() for path in ROOT.glob(pattern)}
    shown |= {str(path.relative_to(ROOT / "docs")) for path in (ROOT / "docs").rglob("*") if path.is_file() and path.suffix != ".toml"}
    wanted |= {f"share/doc/stoner/{name}" for name in shown | {"LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"}}
    headers = ROOT / "bindings/cpp/stoner"
    wanted |= {f"include/stoner/{header.relative_to(headers)}" for header in headers.rglob("*.hpp")}
    log.write(f"missing: {sorted(wanted - files)}\nnot expected: {sorted(files - wanted)}\n")
    return from_status(status or files != wanted, f"make install into '{name}'")


def plain(log, name, tree):
    """A compiler line: shared and static, C and C++."""
    counts = Counts()
    for language, compiler, flags in (("c", "cc", [*C99, *WARNINGS]), ("cpp", "c++", CPP17)):
        for kind, link in (("shared", [f"-L{tree}/lib", "-lstoner"]), ("static", [tree / "lib/libstoner.a", "-lpthread", "-lm", "-ldl"])):
            program = tree / f"plain-{language}-{kind}"
            command = [compiler, *flags, f"-I{tree}/include", TESTS / f"consumer.{language}", *link, "-o", program]
            made = log.run(command)[0] == 0
            library = f"{tree}/lib" if kind == "shared" else None
            what = f"a compiler line, {language}, {kind}, in '{name}'"
            counts += from_status(not (made and runs(log, program, library)), what)
    return counts


def pkg_config(log, name, tree):
    """Its flags are words quoted for a shell."""
    if not have("pkg-config"):
        return missing("install: pkg-config is not installed")
    counts = Counts()
    settings = {"PKG_CONFIG_PATH": tree / "lib/pkgconfig"}
    for language, compiler in (("c", ["cc"]), ("cpp", ["c++", "-std=c++17"])):
        for kind in ("shared", "static"):
            _, flags = log.run(["pkg-config", "--cflags", "--libs", *(["--static"] if kind == "static" else []), "stoner"], env=settings)
            words = shlex.split(flags)
            if kind == "static":
                at = words.index("-lstoner")
                words[at : at + 1] = ["-Wl,-Bstatic", "-lstoner", "-Wl,-Bdynamic"]
            program = tree / f"pkg-config-{language}-{kind}"
            made = log.run([*compiler, TESTS / f"consumer.{language}", *words, "-o", program])[0] == 0
            library = f"{tree}/lib" if kind == "shared" else None
            counts += from_status(not (made and runs(log, program, library)), f"pkg-config, {language}, {kind}, in '{name}'")
    # A program without any shared library.
    _, flags = log.run(["pkg-config", "--static", "--cflags", "--libs", "stoner"], env=settings)
    for compiler, language in (("cc", "c"), ("c++", "cpp")):
        program = tree / f"all-static-{language}"
        made = log.run([compiler, "-static", *(["-std=c++17"] if language == "cpp" else []), TESTS / f"consumer.{language}", *shlex.split(flags), "-o", program])[0] == 0
        alone = made and "statically linked" in log.run(["sh", "-c", 'ldd "$1" 2>&1 || echo statically linked', "sh", program])[1]
        counts += from_status(not (alone and runs(log, program)), f"pkg-config --static and {compiler} -static in '{name}'")
    status, out = log.run(["pkg-config", "--modversion", "stoner"], env=settings)
    counts += from_status(status or out != f"{version()}\n", f"pkg-config's version in '{name}'")
    return counts


def cmake(log, name, tree):
    """find_package in a project of C alone, and in one of C and C++."""
    if not have("cmake"):
        return missing("install: cmake is not installed")
    counts = Counts()
    for project, programs in (("c", ["consumer-c-shared", "consumer-c-static"]), ("cpp", ["consumer-cpp-shared", "consumer-cpp-static"])):
        build = tree / f"cmake-{project}"
        status, _ = log.run(["cmake", "-S", TESTS / f"cmake-{project}", "-B", build, f"-DCMAKE_PREFIX_PATH={tree}"])
        status = status or log.run(["cmake", "--build", build], timeout=900)[0]
        for program in programs:
            # CMake puts the place of a shared library into the program.
            works = status == 0 and runs(log, build / program)
            counts += from_status(not works, f"CMake, {program}, in '{name}'")
    return counts


def versions(log, tree):
    """An earlier version of the same major one is served, nothing else."""
    if not have("cmake"):
        return missing("install: cmake is not installed")
    counts = Counts()
    for asked, fits in (("0.1", True), (version(), True), ("0.0.1...<1", True), ("99", False), ("1.0", False), (f"{version()}.1", False)):
        build = tree / "cmake-version"
        shutil.rmtree(build, ignore_errors=True)
        arguments = ["-S", TESTS / "cmake-version", "-B", build, f"-DCMAKE_PREFIX_PATH={tree}", f"-DASKED={asked}"]
        status, _ = log.run(["cmake", *arguments])
        counts += from_status((status == 0) != fits, f"CMake: version {asked} {'fits' if fits else 'does not fit'}")
    return counts


def shared(log, tree):
    """Programs that are linked name the library by its major version."""
    status, out = log.run(["readelf", "-d", tree / "plain-c-shared"])
    major = version().split(".")[0]
    return from_status(status or f"[libstoner.so.{major}]" not in out, "a program needs the library by its major version")


def mismatched(log, tree):
    """A program whose library is missing, or older than its header, ends with words that say so."""
    status, _ = log.run([tree / "plain-c-shared", ROOT / "data/demo/domain_plus.hdf5"], env={"LD_LIBRARY_PATH": "/nowhere"})
    soname = f"libstoner.so.{version().split('.')[0]}"
    counts = from_status(status == 0 or soname not in log.errors, "a program without the library names it")
    newer = BUILD / "newer"
    newer.mkdir()
    (newer / "library.c").write_text("int stoner_of_a_later_version(void) { return 0; }\n")
    (newer / "program.c").write_text('#include <stoner.h>\nint stoner_of_a_later_version(void);\nint main(void) { return stoner_of_a_later_version(); }\n')
    made = log.run(["cc", "-shared", "-fPIC", f"-Wl,-soname,{soname}", newer / "library.c", "-o", newer / soname])[0]
    made = made or log.run(["cc", f"-I{tree}/include", newer / "program.c", newer / soname, "-o", newer / "program"])[0]
    status, _ = log.run([newer / "program"], env={"LD_LIBRARY_PATH": tree / "lib"})
    counts += from_status(made or status == 0 or "stoner_of_a_later_version" not in log.errors, "a program that is newer than the library names the function that is missing")
    return counts


def static(log, tree):
    """The static library shows the header's functions alone, and leaves another HDF5, zlib and Rust in the program in peace."""
    library = tree / "lib/libstoner.a"
    status, out = log.run(["nm", "--defined-only", "--extern-only", library], quiet=True)
    shown = set(re.findall(r"^\S+ \S (\S+)$", out, flags=re.MULTILINE))
    _, out = log.run(["nm", "-D", "--defined-only", tree / "lib/libstoner.so"], quiet=True)
    exported = {line.split()[-1] for line in out.splitlines()}
    log.write(f"shown besides: {sorted(shown - exported)}\nnot shown: {sorted(exported - shown)}\n")
    counts = from_status(status or not shown or shown != exported, "the static library shows what the shared one exports")
    status, out = log.run(["nm", "--undefined-only", library], quiet=True)
    foreign = re.findall(r" U ((?:H5|inflate|deflate|crc32|adler32|rust_|_R)\w*)$", out, flags=re.MULTILINE)
    counts += from_status(status or bool(foreign), f"the static library has its own HDF5 and zlib: {foreign}")

    program = tree / "collision"
    command = ["cc", *C99, *WARNINGS, f"-I{tree}/include", TESTS / "collision.c", library, "-lpthread", "-lm", "-ldl", "-o", program]
    made = log.run(command)[0] == 0
    counts += from_status(not (made and runs(log, program)), "another HDF5 and zlib in a program with the static library")
    return counts


def destdir(log):
    """A package is made below DESTDIR; LIBDIR is where the system wants libraries."""
    stage, libdir = BUILD / "stage", "lib/x86_64-linux-gnu"
    status = make(log, "install", f"DESTDIR={stage}", "PREFIX=/opt/stoner", f"LIBDIR={libdir}")
    tree = stage / "opt/stoner"
    counts = from_status(status or not (tree / libdir / "libstoner.so").exists() or (tree / "lib/libstoner.so").exists(), "DESTDIR and LIBDIR")
    inside = "".join(path.read_text() for path in tree.rglob("*") if path.suffix in (".pc", ".cmake"))
    counts += from_status(str(BUILD) in inside or not inside, "no path of the build is in what is installed")
    program = tree / "program"
    _, flags = log.run(["pkg-config", "--cflags", "--libs", "stoner"], env={"PKG_CONFIG_PATH": tree / libdir / "pkgconfig"})
    made = log.run(["cc", TESTS / "consumer.c", *shlex.split(flags), "-o", program])[0] == 0
    counts += from_status(not (made and runs(log, program, tree / libdir)), "pkg-config below DESTDIR, with LIBDIR")
    counts += cmake(log, "DESTDIR, with LIBDIR", tree)
    status = make(log, "install", f"DESTDIR={stage}", "PREFIX=/opt/other", "LIBDIR=/lib")
    counts += from_status(status == 0 or (stage / "opt/other").exists(), "a LIBDIR that is no folder below PREFIX is refused")
    return counts


def moved(log, tree):
    """An installed tree works elsewhere."""
    elsewhere = BUILD / "moved"
    shutil.copytree(tree, elsewhere, symlinks=True, ignore=shutil.ignore_patterns("cmake-*", "plain-*", "pkg-config-*", "all-static-*", "collision"))
    hidden = tree.with_name("hidden")
    tree.rename(hidden)
    counts = cmake(log, "a tree that was moved", elsewhere)
    hidden.rename(tree)
    return counts


def uninstalled(log, tree):
    """What was installed goes; a stranger's file beside it stays."""
    stranger = tree / "lib/pkgconfig/other.pc"
    stranger.write_text("")
    status = make(log, "uninstall", f"PREFIX={tree}")
    left = [path for path in tree.rglob("*stoner*") if "cmake-" not in str(path)]
    return from_status(status or bool(left) or not stranger.exists(), f"make uninstall: {left}")


def version():
    return re.search(r'^version = "(.*)"$', (ROOT / "Cargo.toml").read_text(), flags=re.MULTILINE)[1]
