"""The library for Windows, cross-built and tried under Wine: the same programs and numbers as on Linux, and what Windows alone has."""

import json
import os
import re
import shutil
import sys

import c
from install import version
from process import ROOT, have, missing
from results import failed, from_c, from_junit, from_status

PREFIX = "x86_64-w64-mingw32"
WINE = "/usr/lib/wine/wine64"
STAGED = ROOT / "build/windows"
BUILD = STAGED / "tests"
TESTS = ROOT / "tests/windows"
#: They come with Windows itself, since version 10 at the latest.
SYSTEM = {"kernel32.dll", "ntdll.dll", "msvcrt.dll", "advapi32.dll", "bcrypt.dll", "bcryptprimitives.dll", "userenv.dll", "ws2_32.dll"}
#: POSIX's processes, limits, stacks and loader are their subject.
NOT_THERE = {"test_memory", "test_unload", "soak", "small_stack"}
COMPILE = [f"{PREFIX}-gcc", *c.C99, *c.WARNINGS, "-g", "-O1", f"-I{STAGED}/include", "-Itests/c"]
LINK = [f"-L{STAGED}/lib", "-lstoner", "-static-libgcc", "-Wl,-Bstatic", "-lpthread", "-Wl,-Bdynamic"]
WINE_SETTINGS = {"WINEPREFIX": STAGED / "prefix", "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml=", "DISPLAY": ""}


def suite(log):
    absent = [tool for tool in (f"{PREFIX}-gcc", f"{PREFIX}-g++-posix", "llvm-dlltool", "lld-link", "clang") if not have(tool)]
    absent += [] if os.path.exists(WINE) else ["wine64"]
    if absent:
        return missing(f"windows: not installed: {', '.join(absent)}")
    if log.run(["tools/windows.sh"], timeout=3000)[0] != 0:
        return failed("the library for Windows does not build")
    counts = dll(log)
    BUILD.mkdir(parents=True, exist_ok=True)
    shutil.copy(STAGED / "bin/stoner.dll", BUILD)
    if stub(log, BUILD) != 0:
        counts += failed("Wine's missing library does not build")
        return counts
    for source in [*c.programs(log), *sorted(TESTS.glob("test_*.c"))]:
        if source.stem not in NOT_THERE:
            counts += c_program(log, source)
    counts += msvc(log)
    counts += labview(log)
    counts += cpp(log)
    return counts


def wine(log, program, *arguments, timeout=900):
    return log.run([WINE, program, *arguments], timeout=timeout, env=WINE_SETTINGS)


def stub(log, folder):
    """Puts the one library that Wine lacks into a folder; gives the compiler's status."""
    return log.run([f"{PREFIX}-gcc", *c.WARNINGS, "-shared", TESTS / "bcryptprimitives.c", "-ladvapi32", "-o", folder / "bcryptprimitives.dll"])[0]


def dll(log):
    """What the library asks of a machine, and what it shows of itself."""
    library = STAGED / "bin/stoner.dll"
    _, text = log.run([f"{PREFIX}-objdump", "-p", library], quiet=True)
    asked = {name.lower() for name in re.findall(r"DLL Name: (\S+)", text)}
    asked = {name for name in asked if not name.startswith("api-ms-win-")}
    log.write(f"asked for: {sorted(asked)}\n")
    counts = from_status(not asked or bool(asked - SYSTEM), f"stoner.dll needs the system's libraries alone: {sorted(asked - SYSTEM)}")
    exports = set(re.findall(r"^\s*\[ *\d+\] (\S+)$", text, flags=re.MULTILINE))
    described = {function["name"] for function in json.loads((ROOT / "interface/interface.json").read_text())["functions"]}
    log.write(f"exports that are not described: {sorted(exports - described)}, the other way: {sorted(described - exports)}\n")
    counts += from_status(exports != described, "stoner.dll exports the functions of the interface, and nothing else")
    for flag in ("HIGH_ENTROPY_VA", "DYNAMIC_BASE", "NX_COMPAT"):
        counts += from_status(flag not in text, f"stoner.dll has {flag}")
    raw = library.read_bytes()
    utf16 = [re.escape(word.encode("utf-16-le")) for word in ("ProductVersion", version())]
    counts += from_status(re.search(rb"(?:\0\0)+".join(utf16), raw) is None, "stoner.dll has a version resource")
    for what, path in (("sources", str(ROOT)), ("home", os.path.expanduser("~"))):
        counts += from_status(path.encode() in raw, f"stoner.dll names no folder of the machine that built it ({what})")
    return counts


def c_program(log, source):
    program = BUILD / f"{source.stem}.exe"
    if log.run([*COMPILE, source, "-o", program, *LINK])[0] != 0:
        return failed(f"{source.stem} does not compile for Windows")
    status, out = wine(log, program, *c.arguments(source, "windows"))
    return from_c(status, out, f"{source.stem} (Wine)")


def msvc(log):
    """A program that Clang compiles as Microsoft's compiler would, linked with stoner.lib by a linker of that kind."""
    definition, kernel = BUILD / "kernel32.def", BUILD / "kernel32.lib"
    definition.write_text("LIBRARY kernel32.dll\nEXPORTS\n    ExitProcess\n")
    steps = [
        ["llvm-dlltool", "-m", "i386:x86-64", "-d", definition, "-l", kernel],
        ["clang", "--target=x86_64-pc-windows-msvc", "-ffreestanding", "-O1", f"-I{STAGED}/include", "-c", TESTS / "msvc.c", "-o", BUILD / "msvc.obj"],
        ["lld-link", "/nologo", "/entry:start", "/subsystem:console", "/nodefaultlib", f"/out:{BUILD}/msvc.exe", BUILD / "msvc.obj", STAGED / "lib/stoner.lib", kernel],
    ]
    made = all(log.run(step)[0] == 0 for step in steps)
    counts = from_status(not made, "a program of MSVC's kind links with stoner.lib")
    counts += from_status(wine(log, BUILD / "msvc.exe")[0] if made else 1, "a program of MSVC's kind runs")
    return counts


def labview(log):
    """The host that calls what LabVIEW's nodes call."""
    folder = ROOT / "build/labview-windows"
    folder.mkdir(parents=True, exist_ok=True)
    if log.run([sys.executable, "tests/labview/make_calls.py", folder])[0] != 0:
        return failed("labview: make_calls.py")
    program = BUILD / "labview-host.exe"
    if log.run([*COMPILE, "-Ibindings/labview/generated", f"-I{folder}", "tests/labview/host.c", "-o", program, *LINK])[0] != 0:
        return failed("the LabVIEW host does not compile for Windows")
    scratch = folder / "scratch"
    scratch.mkdir(exist_ok=True)
    scans = [f"data/demo/domain_{sign}.hdf5" for sign in ("plus", "minus")]
    status, out = wine(log, program, *scans, scratch)
    return from_c(status, out, "LabVIEW host (Wine)")


def cpp(log):
    """The C++ tests with the MinGW compiler whose standard library has threads."""
    if not os.path.exists("/usr/include/doctest/doctest.h"):
        return missing("C++ for Windows: doctest is not installed")
    doctest = BUILD / "include/doctest"
    doctest.parent.mkdir(exist_ok=True)
    doctest.unlink(missing_ok=True)
    doctest.symlink_to("/usr/include/doctest")
    program, junit = BUILD / "cpp-tests.exe", BUILD / "cpp.xml"
    sources = sorted((ROOT / "tests/cpp").glob("*.cpp"))
    flags = ["-std=c++17", "-Wall", "-Wextra", "-pedantic", "-Werror", "-O0", f"-I{STAGED}/include", f"-I{doctest.parent}"]
    link = [f"-L{STAGED}/lib", "-lstoner", "-static"]
    if log.run([f"{PREFIX}-g++-posix", *flags, *sources, "-o", program, *link], timeout=900)[0] != 0:
        return failed("the C++ tests do not compile for Windows")
    junit.unlink(missing_ok=True)
    status, _ = wine(log, program, "--reporters=junit", f"--out={junit}")
    return from_junit(status, junit)
