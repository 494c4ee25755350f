"""Programs that run under the eyes of a log."""

import os
import shutil
import subprocess
from pathlib import Path

from results import failed, skipped

ROOT = Path(__file__).resolve().parents[2]
LOGS = ROOT / "build/test-logs"


def missing(what):
    """What cannot be tested for lack of a tool: skipped for a user, a failure in CI."""
    return failed(what) if os.environ.get("CI") else skipped(what)


def have(command):
    return shutil.which(command) is not None


class Log:
    """One suite's log file."""

    def __init__(self, name):
        self.path = LOGS / f"{name}.log"

    def __enter__(self):
        LOGS.mkdir(parents=True, exist_ok=True)
        self.file = open(self.path, "w", encoding="utf-8")
        return self

    def __exit__(self, *_):
        self.file.close()

    def write(self, text):
        self.file.write(text)
        self.file.flush()

    def run(self, command, timeout=300, env=None, quiet=False):
        """Runs a command in the project's root. Gives its status and its standard output; both outputs are logged,
        without the standard one where `quiet`."""
        command = [str(word) for word in command]
        settings = {name: str(value) for name, value in (env or {}).items()}
        self.write(" ".join(["$", *(f"{name}={value}" for name, value in settings.items()), *command]) + "\n")
        try:
            done = subprocess.run(
                command, cwd=ROOT, env=os.environ | settings, timeout=timeout, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace",
            )
            status, out, err = done.returncode, done.stdout, done.stderr
        except subprocess.TimeoutExpired as error:
            out, err = ((part or b"").decode(errors="replace") for part in (error.stdout, error.stderr))
            status, err = -1, f"{err}\nended: it ran longer than {timeout} s"
        except OSError as error:
            status, out, err = -1, "", str(error)
        self.errors = err
        self.write(f"{'' if quiet else out}{err}\n")
        if status != 0:
            self.write(f"status {status}\n")
        return status, out

    def tail(self, n):
        return self.path.read_text(encoding="utf-8").splitlines()[-n:]
