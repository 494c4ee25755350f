"""The interface over time.

usage: python3 tools/abi check      says what changed since the last release, and fails where the version does not say that something did
       python3 tools/abi release    takes today's interface as that of the last release
"""

import json
import shutil
import sys
from pathlib import Path

import compare

ROOT = Path(__file__).resolve().parents[2]
RELEASED = ROOT / "interface/released"
KEPT = {"interface.json": ROOT / "interface/interface.json", "stoner.h": ROOT / "include/stoner.h"}


def main(arguments):
    if arguments == ["release"]:
        for name, source in KEPT.items():
            shutil.copy(source, RELEASED / name)
        return 0
    if arguments != ["check"]:
        print(__doc__, file=sys.stderr)
        return 2
    if not (RELEASED / "interface.json").exists():
        print("nothing is released yet")
        return 0
    old, new = (json.loads(path.read_text()) for path in (RELEASED / "interface.json", KEPT["interface.json"]))
    found = list(compare.changes(old, new))
    print("\n".join(found))
    return 1 if found and not compare.allowed(old["version"], new["version"]) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
