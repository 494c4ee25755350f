"""What a C programmer meets first: the header, the library's symbols and name, the examples."""

import re

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
    return counts


def symbols(log):
    """Exported is what the header declares, under the major version's name."""
    text = re.sub(r"/\*.*?\*/", "", (ROOT / "include/stoner.h").read_text(), flags=re.DOTALL)
    declared = set(re.findall(r"\b(stoner_\w+)\(", text))
    status, out = log.run(["nm", "-D", "--defined-only", LIBRARY])
    exported = {line.split()[-1] for line in out.splitlines()}
    log.write(f"not declared: {sorted(exported - declared)}\nnot exported: {sorted(declared - exported)}\n")
    counts = from_status(status or declared != exported or not declared, "exported symbols are the header's functions")

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


def features(log):
    """docs/features.md counts its rows rightly, and the tests that it names exist."""
    text = (ROOT / "docs/features.md").read_text()
    rows, done, absent = 0, 0, []
    for line in text.split("## What C needs besides")[0].splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("| ") or len(cells) != 4 or cells[0] in ("row", "---"):
            continue
        rows += 1
        done += cells[3].startswith("done") and "not done" not in cells[3]
        absent += [path for path in re.findall(r"`((?:tests|src)/[\w./]+)`", cells[2]) if not (ROOT / path).exists()]
    stated = re.search(r"^(\d+) rows, (\d+) done\.$", text, flags=re.MULTILINE)
    log.write(f"{rows} rows, {done} done; named tests that do not exist: {absent}\n")
    counts = from_status(stated is None or stated.groups() != (str(rows), str(done)), f"the count of docs/features.md is {rows} rows, {done} done")
    counts += from_status(bool(absent), f"the tests that docs/features.md names exist: {absent}")
    return counts


def examples(log):
    """The first C example of the README, and the header's, compile and run."""
    BUILD.mkdir(parents=True, exist_ok=True)
    counts = Counts()
    for name, text in {"readme": readme_example(), "preface": preface_example()}.items():
        what = f"the example in the {name}"
        if text is None:
            counts += from_status(1, f"{what}: there is none")
            continue
        source, program = BUILD / f"{name}_example.c", BUILD / f"{name}_example"
        source.write_text(text)
        status, _ = log.run(["cc", *C99, *WARNINGS, "-Ibuild/include", source, *LINK, "-o", program])
        counts += from_status(status, f"{what} compiles")
        if status == 0:
            # Examples name a file `scan.hdf5` or the bundled scans, and write beside.
            folder = BUILD / name
            folder.mkdir(exist_ok=True)
            scan = ROOT / "data/demo/domain_plus.hdf5"
            (folder / "scan.hdf5").unlink(missing_ok=True)
            (folder / "scan.hdf5").symlink_to(scan)
            (folder / "data").unlink(missing_ok=True)
            (folder / "data").symlink_to(ROOT / "data")
            status, _ = log.run(["sh", "-c", 'cd "$1" && "$2"', "sh", folder, program])
            counts += from_status(status or bool(log.errors.strip()), f"{what} runs")
    counts += linking(log)
    return counts


def linking(log):
    """The README's example through pkg-config and through CMake, as the README says."""
    counts = Counts()
    source = BUILD / "readme_example.c"
    if have("pkg-config"):
        flags = "$(PKG_CONFIG_PATH=build/lib/pkgconfig pkg-config --cflags --libs stoner)"
        command = f"cc {source} {flags} -Wl,-rpath,{ROOT}/build/lib -o {BUILD}/linked_by_pkg_config"
        counts += from_status(log.run(["sh", "-c", command])[0], "pkg-config links a program")
    else:
        counts += missing("linking: pkg-config is not installed")
    snippet = re.search(r"^```cmake\n(.*?)^```", (ROOT / "README.md").read_text(), flags=re.DOTALL | re.MULTILINE)
    project = BUILD / "cmake"
    project.mkdir(exist_ok=True)
    text = f"cmake_minimum_required(VERSION 3.13)\nproject(program C)\nset(LIBSTONER {ROOT})\nadd_executable(program {source})\n"
    (project / "CMakeLists.txt").write_text(text + (snippet[1] if snippet else ""))
    command = f"cmake -S {project} -B {project}/build && cmake --build {project}/build"
    counts += from_status(log.run(["sh", "-c", command])[0] or not snippet, "CMake links a program")
    return counts


def readme_example():
    path = ROOT / "README.md"
    found = re.search(r"^```c\n(.*?)^```", path.read_text(), flags=re.DOTALL | re.MULTILINE) if path.exists() else None
    return found and found[1]


def preface_example():
    text = (ROOT / "include/stoner.h").read_text()
    found = re.search(r"^ \* EXAMPLE\n \*\n(.*?^ \*     }\n)", text, flags=re.DOTALL | re.MULTILINE)
    return found and re.sub(r"^ \*(     )?", "", found[1], flags=re.MULTILINE)
