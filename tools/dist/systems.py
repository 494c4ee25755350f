"""The systems for which there are archives, and what compiles C for them."""

import re

from archive import ROOT


class System:
    """What differs from one system to another."""

    def __init__(self, name, target, compiler, needs):
        self.name, self.target, self.compiler, self.needs = name, target, compiler, needs
        self.windows = name.startswith("windows")
        demos = "bin/stoner-demo examples/data/domain_plus.hdf5 examples/data/domain_minus.hdf5 .\n    bin/stoner-demo-stack examples/data/cobalt.hdf5 775 778 ."
        self.demo = re.sub(r"(stoner-demo\S*)", r"\1.exe", demos).replace("/", "\\") if self.windows else demos
        self.library = (
            "bin/           stoner.dll: copy it beside your program\n    lib/           stoner.lib for MSVC, libstoner.dll.a for MinGW"
            if self.windows
            else "lib/           the shared and the static library, for pkg-config and CMake"
        )


#: As tools/windows.sh gives them to the library; and no address in a library that follows from the name of the folder in which it is made (rustc says so itself).
PROTECTIONS = "--nxcompat,--dynamicbase,--high-entropy-va,--disable-auto-image-base"


def zig(target):
    return [str(ROOT / "build/zig/bin/python"), "-m", "ziglang", "cc", "-target", target, "-s"]


SYSTEMS = {
    system.name: system
    for system in (
        System("linux-x86_64", "x86_64-unknown-linux-gnu", zig("x86_64-linux-gnu.2.17"), "It runs on 64-bit Linux with glibc 2.17 (of 2012) or later."),
        System("linux-x86_64-musl", "x86_64-unknown-linux-musl", zig("x86_64-linux-musl"), "It runs on 64-bit Linux with musl 1.2 (Alpine)."),
        System("linux-aarch64", "aarch64-unknown-linux-gnu", zig("aarch64-linux-gnu.2.17"), "It runs on 64-bit ARM with Linux and glibc 2.17 or later."),
        System(
            "windows-x86_64", "x86_64-pc-windows-gnu", ["x86_64-w64-mingw32-gcc", "-s", "-static-libgcc", f"-Wl,--no-insert-timestamp,{PROTECTIONS}"],
            "It runs on 64-bit Windows 10 and later; a program or LabVIEW of 32 bits cannot use it.",
        ),
    )
}  # fmt: skip
