"""Puts the shared library into the wheel, and names the wheel after the platforms that it runs on."""

import pathlib
import platform
import re
import sys
import sysconfig

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NAMES = {"linux": "libstoner.so", "darwin": "libstoner.dylib", "win32": "stoner.dll"}
ROOT = pathlib.Path(__file__).resolve().parents[2]


class CustomBuildHook(BuildHookInterface):
    def initialize(self, version, build_data):
        if version == "editable":
            raise RuntimeError("an editable install has no shared library; put bindings/python/src on PYTHONPATH and set STONER_LIBRARY")
        library = ROOT / "build/lib" / NAMES.get(sys.platform, "libstoner.so")
        if not library.exists():
            raise FileNotFoundError(f"{library} is missing; run `make lib` first")
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{platform_tag(library)}"
        build_data["force_include"][str(library.resolve())] = f"stoner/{library.name}"
        for licence in ("LICENSE-MIT", "LICENSE-APACHE"):
            build_data["force_include"][str(ROOT / licence)] = f"stoner/{licence}"
        build_data["force_include"][str(ROOT / "LICENSES")] = "stoner/LICENSES"


def platform_tag(library):
    """Of Linux with glibc: the oldest glibc that has all the symbols which the library asks for (PEP 600)."""
    needed = [int(minor) for minor in re.findall(rb"\0GLIBC_2\.(\d+)(?=[.\0])", library.read_bytes())]
    if sys.platform == "linux" and needed:
        return f"manylinux_2_{max(needed)}_{platform.machine()}"
    return re.sub(r"[-.]", "_", sysconfig.get_platform())
