"""Measures us beside our peers and prints the tables of docs/benchmarks.md. usage: run.py [FAMILY ...]

A family is a script of this folder; all of them when none is named. SCAN in the environment names another scan than the
bundled one. Let nothing else run meanwhile.
"""

import os
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
# Not families: this script, and how times are taken.
PARTS = {"run", "compare", "programs"}
TAKE_A_SCAN = {"loading", "register"}
# These measure the Python original too, which needs older packages: the environment of the conformance tests.
WITH_ORIGINAL = {"job", "register", "cancel"}


def main(names):
    families = {path.stem: path for path in sorted(FOLDER.glob("*.py")) if path.stem not in PARTS}
    unknown = [name for name in names if name not in families]
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are: {', '.join(families)}", file=sys.stderr)
        return 2
    # numpy chooses its kernels by itself.
    environment = {k: v for k, v in os.environ.items() if k not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")}
    environment |= {"STONER_LIBRARY": str(ROOT / "build/lib/libstoner.so"), "MPLBACKEND": "Agg"}
    failed = []
    for name in names or families:
        print(f"## {name}\n", flush=True)
        python = ROOT / "build" / ("conformance" if name in WITH_ORIGINAL else "peers") / "bin/python"
        arguments = [os.environ["SCAN"]] if name in TAKE_A_SCAN and os.environ.get("SCAN") else []
        done = subprocess.run([python, families[name], *arguments], cwd=ROOT, env=environment)
        if done.returncode != 0:
            failed.append(name)
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
