"""The programs of examples/hosts, each run as a user runs it and spoken to with its control system's own library. What comes back is what a live image of this process
makes of the same points."""

import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import numpy as np
import pytest
import stoner

HOSTS = pathlib.Path(__file__).parents[2] / "examples/hosts"
GRID = ["--shape", "12", "16", "--first", "-1", "2", "--step", "0.25", "-0.5"]
PATIENCE = 60


def grid():
    return stoner.Live((12, 16), (-1.0, 2.0), (0.25, -0.5))


def blocks(n=4, size=40):
    rng = np.random.default_rng(7)
    for _ in range(n):
        x, y = -1 + 0.25 * rng.uniform(-1, 16, size), 2 - 0.5 * rng.uniform(-1, 12, size)
        yield x, y, rng.poisson(50, size).astype(float), rng.uniform(1, 2, size)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Program:
    """A program of examples/hosts, for the time of a test. `says` is its first line."""

    def __init__(self, name, *arguments, says, environment=()):
        self.environment = os.environ | dict(environment)
        command = [sys.executable, str(HOSTS / name), *arguments]
        self.process = subprocess.Popen(command, cwd=HOSTS, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        lines = []
        while line := self.process.stdout.readline():
            lines.append(line)
            if found := re.search(says, line):
                self.found = found
                return
        raise AssertionError("".join(lines))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()


def until(condition):
    """Waits for what another process does."""
    end = time.monotonic() + PATIENCE
    while not (found := condition()):
        assert time.monotonic() < end, "the program did not do it in a minute"
        time.sleep(0.05)
    return found


def test_channel_access():
    caproto = pytest.importorskip("caproto.sync.client")
    port = str(free_port())
    network = {"EPICS_CA_SERVER_PORT": port, "EPICS_CA_ADDR_LIST": "127.0.0.1", "EPICS_CA_AUTO_ADDR_LIST": "NO", "EPICS_CAS_INTF_ADDR_LIST": "127.0.0.1"}
    with Program("channel_access.py", *GRID, "--prefix", "T", says="serving", environment=network), pytest.MonkeyPatch.context() as patch:
        for name, value in network.items():
            patch.setenv(name, value)
        expected = grid()
        for block in blocks():
            for name, values in zip(("X", "Y", "COUNTS", "MONITOR"), block):
                caproto.write(f"T:{name}", values, notify=True, timeout=PATIENCE)
            caproto.write("T:PUSH", 1, notify=True, timeout=PATIENCE)
            expected.push(*block)
            np.testing.assert_array_equal(caproto.read("T:IMAGE", timeout=PATIENCE).data.reshape(12, 16), expected.image().filled(np.nan))
        assert caproto.read("T:COVERAGE", timeout=PATIENCE).data[0] == expected.coverage
        assert caproto.read("T:POINTS", timeout=PATIENCE).data[0] == 160
        caproto.write("T:X", [1.0, 2.0], notify=True, timeout=PATIENCE)
        caproto.write("T:PUSH", 1, notify=True, timeout=PATIENCE)
        assert b"`y`" in bytes(caproto.read("T:FAULT", timeout=PATIENCE).data)
        caproto.write("T:RESET", 1, notify=True, timeout=PATIENCE)
        assert caproto.read("T:POINTS", timeout=PATIENCE).data[0] == 0


def test_pv_access():
    pytest.importorskip("p4p")
    from p4p import Value
    from p4p.client.thread import Context, RemoteError
    from p4p.nt import NTTable

    port = str(free_port())
    network = {"EPICS_PVAS_SERVER_PORT": port, "EPICS_PVAS_BROADCAST_PORT": str(free_port()), "EPICS_PVAS_INTF_ADDR_LIST": "127.0.0.1"}
    with Program("pv_access.py", *GRID, "--prefix", "T", says="serving", environment=network):
        address = {"EPICS_PVA_NAME_SERVERS": f"127.0.0.1:{port}", "EPICS_PVA_AUTO_ADDR_LIST": "NO", "EPICS_PVA_ADDR_LIST": ""}
        names = ("x", "y", "counts", "monitor")
        table = NTTable.buildType([(name, "ad") for name in names])
        points = lambda *block: Value(table, {"labels": names, "value": dict(zip(names, block))})  # noqa: E731
        expected = grid()
        with Context("pva", conf=address, useenv=False) as client:
            for block in blocks():
                client.put("T:Points", points(*block), timeout=PATIENCE)
                expected.push(*block)
                np.testing.assert_array_equal(client.get("T:Image", timeout=PATIENCE), expected.image().filled(np.nan))
            assert client.get("T:Coverage", timeout=PATIENCE) == expected.coverage
            with pytest.raises(RemoteError, match="y"):
                client.put("T:Points", points([1.0, 2.0], [1.0], [1.0], []), timeout=PATIENCE)
            client.put("T:Points", points([], [], [], []), timeout=PATIENCE)
            assert client.get("T:Coverage", timeout=PATIENCE) == 0


def test_tango():
    tango = pytest.importorskip("tango")
    port = str(free_port())
    arguments = ["1", "-nodb", "-host", "127.0.0.1", "-port", port, "-dlist", "stxm/live/1"]
    with Program("tango_device.py", *arguments, says="Ready to accept"):
        device = tango.DeviceProxy(f"tango://127.0.0.1:{port}/stxm/live/1#dbase=no")
        expected = stoner.Live((128, 128), (0.0, 0.0), (1.0, -1.0))
        for x, y, counts, monitor in blocks():
            x, y = 10 * (x + 1), 10 * (y - 2)
            device.Push(np.stack([x, y, counts, monitor], axis=1).ravel())
            expected.push(x, y, counts, monitor)
        np.testing.assert_array_equal(device.image, expected.image().filled(np.nan))
        np.testing.assert_array_equal(device.error, expected.image().planes["error"].filled(np.nan))
        assert device.coverage == expected.coverage
        with pytest.raises(tango.DevFailed, match="four numbers"):
            device.Push([1.0, 2.0, 3.0])
        device.Reset()
        assert device.coverage == 0


@pytest.fixture
def page():
    zmq = pytest.importorskip("zmq")
    pytest.importorskip("cbor2")
    with Program("web_page.py", *GRID, says=r"points to (\S+), page at (\S+)") as program:
        sender = zmq.Context.instance().socket(zmq.PUSH)
        sender.connect(program.found[1])
        yield sender, program.found[2]
        sender.close(linger=0)


def get(url):
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
        return answer.read()


def send(sender, **message):
    import cbor2

    sender.send(cbor2.dumps({name: value.tolist() if isinstance(value, np.ndarray) else value for name, value in message.items()}))


def test_web_page_takes_points(page):
    sender, url = page
    expected = grid()
    for x, y, counts, monitor in blocks():
        send(sender, x=x, y=y, counts=counts, monitor=monitor)
        expected.push(x, y, counts, monitor)
    state = until(lambda: (found := json.loads(get(f"{url}state.json")))["points"] == 160 and found)
    assert state["coverage"] == expected.coverage and state["outside"] == expected.state.outside and not state["fault"]
    assert get(f"{url}picture.png") == expected.image()._repr_png_()
    sender.send(b"no CBOR")
    until(lambda: json.loads(get(f"{url}state.json"))["fault"])
    send(sender, x=[1.0], y=[1.0, 2.0], counts=[1.0])
    until(lambda: "`y`" in json.loads(get(f"{url}state.json"))["fault"])
    send(sender, reset=True)
    until(lambda: json.loads(get(f"{url}state.json")) == {"points": 0, "outside": 0, "invalid": 0, "coverage": 0, "fault": ""})
    with pytest.raises(urllib.error.HTTPError):
        get(f"{url}nothing")


def test_web_page_in_a_browser(page, tmp_path):
    browser = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    if browser is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is not installed")
        pytest.skip("Chromium is not installed")
    sender, url = page
    y, x = np.mgrid[:6, :16]
    send(sender, x=(-1 + 0.25 * x).ravel(), y=(2 - 0.5 * y).ravel(), counts=np.arange(96.0))
    until(lambda: json.loads(get(f"{url}state.json"))["points"] == 96)
    options = [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", f"--user-data-dir={tmp_path}", "--virtual-time-budget=4000",
    ]  # fmt: skip
    shown = subprocess.run([browser, *options, "--dump-dom", url], capture_output=True, text=True, timeout=4 * PATIENCE).stdout
    assert "96 points, coverage 50.0 %" in shown
    assert re.search(r"<title>Live scan [1-9]\d* x [1-9]\d*</title>", shown), "the browser has decoded the picture"
    assert 'src="picture.png?96"' in shown
