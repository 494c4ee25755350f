"""Puts the shared library into the wheel, and names the wheel after the platforms that it runs on.

The library is the one that `make lib` built for this machine, or the one whose path the environment variable STONER_WHEEL_LIBRARY has: it may be
for another system.
"""

import os
import pathlib
import re
import struct
import sysconfig

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = pathlib.Path(__file__).resolve().parents[2]
#: What the package looks for beside itself; the first that `make lib` made is taken.
NAMES = ("libstoner.so", "libstoner.dylib", "stoner.dll")


class CustomBuildHook(BuildHookInterface):
    def initialize(self, version, build_data):
        if version == "editable":
            raise RuntimeError("an editable install has no shared library; put bindings/python/src on PYTHONPATH and set STONER_LIBRARY")
        library = chosen()
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{platform_tag(library.read_bytes())}"
        build_data["force_include"][str(library.resolve())] = f"stoner/{library.name}"
        for licence in ("LICENSE-MIT", "LICENSE-APACHE"):
            build_data["force_include"][str(ROOT / licence)] = f"stoner/{licence}"
        build_data["force_include"][str(ROOT / "LICENSES")] = "stoner/LICENSES"


def chosen():
    given = os.environ.get("STONER_WHEEL_LIBRARY")
    candidates = [pathlib.Path(given)] if given else [ROOT / "build/lib" / name for name in NAMES]
    for library in candidates:
        if library.name in NAMES and library.exists():
            return library
    raise FileNotFoundError(f"{given or ROOT / 'build/lib'} has no library for the wheel ({', '.join(NAMES)}); run `make lib` first")


def platform_tag(library):
    """Of Windows the only one that there is a library for. Of Linux with glibc the oldest glibc that has all the symbols which the library
    asks for (PEP 600), with musl the oldest one that pip knows (PEP 656)."""
    if library[:2] == b"MZ":
        return "win_amd64"
    if library[:4] != b"\x7fELF":
        return re.sub(r"[-.]", "_", sysconfig.get_platform())
    machine = {62: "x86_64", 183: "aarch64"}[struct.unpack_from("<H", library, 18)[0]]
    needed = [int(minor) for minor in re.findall(rb"\0GLIBC_2\.(\d+)(?=[.\0])", library)]
    # pip knows glibc from 2.17 on on every machine.
    return f"manylinux_2_{max(17, *needed)}_{machine}" if needed else f"musllinux_1_2_{machine}"
