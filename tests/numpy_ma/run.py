"""Runs modules of tests whose statements are judged one by one, and reads the verdicts."""

import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def verdicts(folder, sources, paths=(), options=()):
    """What becomes of each assertion of some modules: {name: source as `cut` makes it}, written into a folder and run there by pytest."""
    folder.mkdir(parents=True, exist_ok=True)
    # This folder's own settings, and nothing that lies above.
    (folder / "pytest.ini").write_text("[pytest]\n")
    (folder / "conftest.py").write_text("import judge\n\n\ndef pytest_sessionfinish(session):\n    judge.write()\n")
    for name, source in sources.items():
        (folder / f"{name}.py").write_text(source, encoding="utf-8")
    found = folder / "verdicts.json"
    found.unlink(missing_ok=True)
    paths = [str(HERE), *map(str, paths), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = os.environ | {"JUDGED_VERDICTS": str(found), "PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-q", "-p", "no:cacheprovider", "-W", "ignore", *options, *(str(folder / f"{name}.py") for name in sources)]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert found.exists(), done.stdout[-2000:] + done.stderr[-2000:]
    return json.loads(found.read_text(encoding="utf-8"))


def held(found):
    """{assertion: how often it held} of those that always did."""
    return {key: count for key, count in found["passed"].items() if key not in found["failed"]}


def exceptions(listed):
    """{assertion: reason} of {reason: {test: places}}, where places are numbers and ranges: "0-3 7"."""
    made = {}
    for reason, tests in listed.items():
        for test, numbers in tests.items():
            for part in numbers.split():
                first, _, last = part.partition("-")
                for number in range(int(first), int(last or first) + 1):
                    assert f"{test}::{number}" not in made, f"{test}::{number} stands twice"
                    made[f"{test}::{number}"] = reason
    return made
