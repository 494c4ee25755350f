"""What a C programmer meets first: the header, the library's symbols and name, the examples."""

import os
import pathlib
import re
import shutil

from c import C99, COMPILERS, LIBRARY, LINK, WARNINGS, compiler_missing
from process import ROOT, have, missing
from results import Counts, from_status

BUILD = ROOT / "build/surface"


def header(log):
    """Alone and twice, as C99 and C++17."""
    BUILD.mkdir(parents=True, exist_ok=True)
    counts = Counts()
    include = '#include "stoner.h"\n'
    # A translation unit must declare something; the header does.
    for name, text in {"alone": include, "twice": include * 2}.items():
        for suffix, standard, compilers in (("c", "c99", COMPILERS), ("cpp", "c++17", ("g++", "clang++"))):
            source = BUILD / f"{name}.{suffix}"
            source.write_text(text)
            for compiler in compilers:
                what = f"header {name} with {compiler} -std={standard}"
                if not have(compiler):
                    counts += compiler_missing(what, compiler)
                    continue
                command = [compiler, f"-std={standard}", *WARNINGS, "-Iinclude", "-fsyntax-only", source]
                counts += from_status(log.run(command)[0], what)
    counts += bits(log, BUILD / "alone.c")
    return counts


def bits(log, source):
    """A program of 32 bits is refused in words, where one of 64 is not."""
    if not have("clang"):
        return missing("header: clang is not installed")
    counts = Counts()
    for target, fits in (("i686-pc-windows-msvc", False), ("i686-pc-linux-gnu", False), ("x86_64-pc-windows-msvc", True), ("aarch64-pc-linux-gnu", True)):
        status, _ = log.run(["clang", f"--target={target}", "-ffreestanding", "-Iinclude", "-fsyntax-only", source])
        refused = status != 0 and "it needs a 64-bit target" in log.errors
        counts += from_status(status != 0 if fits else not refused, f"the header {'serves' if fits else 'refuses'} {target}")
    return counts


def symbols(log):
    """Exported is what the header declares, under the major version's name."""
    text = re.sub(r"/\*.*?\*/", "", (ROOT / "include/stoner.h").read_text(), flags=re.DOTALL)
    declared = set(re.findall(r"\b(stoner_\w+)\(", text))
    status, out = log.run(["nm", "-D", "--defined-only", LIBRARY])
    exported = {line.split()[-1] for line in out.splitlines()}
    log.write(f"not declared: {sorted(exported - declared)}\nnot exported: {sorted(declared - exported)}\n")
    counts = from_status(status or declared != exported or not declared, "exported symbols are the header's functions")

    counts += without_places(log)

    status, out = log.run(["readelf", "-d", LIBRARY])
    major = re.search(r"#define STONER_VERSION_MAJOR (\d+)", text)[1]
    named = f"SONAME) Library soname: [libstoner.so.{major}]" in re.sub(r" +", " ", out).replace("(SONAME", "SONAME")
    counts += from_status(status or not named, "the library's name carries its major version")

    # `stoner_image_box_from_` and the like are beginnings of names.
    documents = "".join((ROOT / name).read_text() for name in ("docs/features.md", "README.md"))
    mentioned = set(re.findall(r"`(stoner_\w+)`", documents)) | set(re.findall(r"\b(stoner_\w+)\(", documents))
    unknown = mentioned - declared
    log.write(f"named in the documents, not declared: {sorted(unknown)}\n")
    counts += from_status(bool(unknown) or not mentioned, "functions that the documents name exist")
    return counts


def without_places(log):
    """What is shipped names no folder of the machine that built it, and its symbols stand in a file beside it."""
    _, sysroot = log.run(["rustc", "--print", "sysroot"])
    home = pathlib.Path.home()
    folders = {str(ROOT), str(home), os.environ.get("CARGO_HOME", f"{home}/.cargo"), sysroot.strip()} - {"/", ""}
    debug = LIBRARY.with_name(".debug") / f"{LIBRARY.resolve().name}.debug"
    counts = Counts()
    for path in (LIBRARY, LIBRARY.with_suffix(".a"), debug):
        data = path.read_bytes() if path.exists() else b""
        # A folder's name as a whole: what follows is a part of a path.
        found = {folder: data.count(f"{folder}/".encode()) for folder in folders}
        log.write(f"{path}: {found}\n")
        counts += from_status(not data or any(found.values()), f"no folder of this machine is named in {path.name}: {found}")
    sections = log.run(["readelf", "-S", "-W", LIBRARY])[1]
    inside = log.run(["readelf", "-S", "-W", debug])[1]
    apart = ".gnu_debuglink" in sections and ".symtab" not in sections and ".symtab" in inside and ".debug_line" in inside
    counts += from_status(not apart, "the library's symbols and lines stand in a file of their own")
    return counts


def examples(log):
    """The examples of the README in each language, and the header's, compile and run."""
    BUILD.mkdir(parents=True, exist_ok=True)
    blocks = re.findall(r"^```(\w+)\n(.*?)^```", (ROOT / "README.md").read_text(), flags=re.DOTALL | re.MULTILINE)
    counts = Counts()
    for language, run in EXAMPLES.items():
        texts = [text for name, text in blocks if name == language]
        if not texts:
            counts += from_status(1, f"the README has an example in {language}")
        for number, text in enumerate(texts, start=1):
            folder = example_folder(f"readme_{language}_{number}")
            counts += run(log, text, folder, f"the README's example in {language}")
    unknown = {name for name, _ in blocks} - EXAMPLES.keys() - ELSEWHERE
    counts += from_status(bool(unknown), f"every example of the README is run by a test: {sorted(unknown)}")
    text = preface_example()
    counts += run_c(log, text, example_folder("preface"), "the example in the header") if text else from_status(1, "the header's example")
    counts += linking(log, dict(blocks))
    return counts


def example_folder(name):
    """A folder to run an example in: it has the bundled scans as the README names them, and a `scan.hdf5`."""
    folder = BUILD / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "data").symlink_to(ROOT / "data")
    (folder / "scan.hdf5").symlink_to(ROOT / "data/demo/domain_plus.hdf5")
    return folder


def runs_quietly(log, command, folder, what, env=None):
    """An example does without a word on standard error."""
    status, _ = log.run(["sh", "-c", 'cd "$1" && shift && exec "$@"', "sh", folder, *command], env=env)
    return from_status(status or bool(log.errors.strip()), f"{what} runs")


def compiled(log, text, folder, what, suffix, command):
    """An example that a compiler makes a program of."""
    source, program = folder / f"example.{suffix}", folder / "example"
    source.write_text(text)
    status, _ = log.run([*command, source, *LINK, "-o", program])
    counts = from_status(status, f"{what} compiles")
    if status == 0:
        counts += runs_quietly(log, [program], folder, what)
    return counts


def run_c(log, text, folder, what):
    return compiled(log, text, folder, what, "c", ["cc", *C99, *WARNINGS, "-Ibuild/include"])


def run_cpp(log, text, folder, what):
    if not have("c++"):
        return missing(f"{what}: there is no C++ compiler")
    return compiled(log, text, folder, what, "cpp", ["c++", "-std=c++17", *WARNINGS, "-Ibuild/include"])


def run_rust(log, text, folder, what):
    """With the crate as `make lib` built it."""
    source, program = folder / "example.rs", folder / "example"
    source.write_text(text)
    target = ROOT / os.environ.get("CARGO_TARGET_DIR", "target") / "release"
    command = ["rustc", "--edition", "2024", source, "--extern", f"stoner={target}/libstoner.rlib", "-L", f"dependency={target}/deps"]
    status, _ = log.run([*command, "-o", program], timeout=900)
    counts = from_status(status, f"{what} compiles")
    if status == 0:
        counts += runs_quietly(log, [program], folder, what)
    return counts


#: How the README's examples are run, by the language that their fence names: (log, text, folder, what) gives counts.
EXAMPLES = {"c": run_c, "cpp": run_cpp, "rust": run_rust}

#: Languages whose own suites run their examples, and what is no program.
ELSEWHERE = {"matlab", "python", "sh", "cmake"}


def linking(log, blocks):
    """Against `build`, where nothing is installed: through pkg-config, and through CMake as the README says. What is installed
    has its own suite."""
    counts = Counts()
    source = ROOT / "tests/install/consumer.c"
    if have("pkg-config"):
        flags = "$(PKG_CONFIG_PATH=build/lib/pkgconfig pkg-config --cflags --libs stoner)"
        command = f"cc {source} {flags} -Wl,-rpath,{ROOT}/build/lib -o {BUILD}/linked_by_pkg_config"
        counts += from_status(log.run(["sh", "-c", command])[0], "pkg-config links a program")
    else:
        counts += missing("linking: pkg-config is not installed")
    project = BUILD / "cmake"
    project.mkdir(exist_ok=True)
    find, target = re.fullmatch(r"(find_package.*\n)(target_link_libraries.*\n)", blocks.get("cmake", "")).groups()
    text = f"cmake_minimum_required(VERSION 3.13)\nproject(program C)\n{find}add_executable(program {source})\n{target}"
    (project / "CMakeLists.txt").write_text(text)
    command = f"cmake -S {project} -B {project}/build -DCMAKE_PREFIX_PATH={ROOT}/build && cmake --build {project}/build"
    counts += from_status(log.run(["sh", "-c", command])[0], "CMake links a program as the README says")
    return counts


def preface_example():
    text = (ROOT / "include/stoner.h").read_text()
    found = re.search(r"^ \* EXAMPLE\n \*\n(.*?^ \*     }\n)", text, flags=re.DOTALL | re.MULTILINE)
    return found and re.sub(r"^ \*(     )?", "", found[1], flags=re.MULTILINE)
