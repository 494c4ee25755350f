"""Programs that run under the eyes of a log."""

import os
import shutil
import signal
import subprocess
import tempfile
import threading
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
        self.processor = 0.0

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
            status, out, err = self.finish(command, timeout, os.environ | settings)
        except OSError as error:
            status, out, err = -1, "", str(error)
        self.errors = err
        self.write(f"{'' if quiet else out}{err}\n")
        if status != 0:
            self.write(f"status {status}\n")
        return status, out

    def finish(self, command, timeout, env):
        """Runs a command to its end and counts the processor's time that it and its children took."""
        text = {"mode": "w+", "encoding": "utf-8", "errors": "replace"}
        with tempfile.TemporaryFile(**text) as out, tempfile.TemporaryFile(**text) as err:
            program = subprocess.Popen(command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
            late = threading.Event()
            timer = threading.Timer(timeout, lambda: (late.set(), os.kill(program.pid, signal.SIGKILL)))
            timer.start()
            _, status, usage = os.wait4(program.pid, 0)
            timer.cancel()
            program.returncode = os.waitstatus_to_exitcode(status)
            took = usage.ru_utime + usage.ru_stime
            self.processor += took
            self.write(f"({took:.1f} s of processor)\n")
            texts = []
            for file in (out, err):
                file.seek(0)
                texts.append(file.read())
        if late.is_set():
            return -1, texts[0], f"{texts[1]}\nended: it ran longer than {timeout} s"
        return program.returncode, *texts

    def tail(self, n):
        return self.path.read_text(encoding="utf-8").splitlines()[-n:]
