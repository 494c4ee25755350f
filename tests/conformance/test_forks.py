"""Children of `fork`, of a process whose other threads call the library: they load, process and save."""

import os
import signal
import threading
import time

import numpy as np
import pytest
import stoner_c as sc

lib = sc.lib
ROUNDS = int(os.environ.get("STONER_FORKS", "60"))
#: A child that takes longer than this, in seconds, hangs.
PATIENCE = 120
SCAN = os.path.join(os.path.dirname(__file__), "../../data/demo/domain_plus.hdf5")


class Busy:
    """Threads that make, change, read and free what they share with each other and with the children."""

    def __init__(self, folder):
        self.folder = folder
        self.image = sc.from_array(np.random.default_rng(0).standard_normal((60, 60)))
        self.metadata = lib.metadata_new()
        self.ctx = lib.context_new()
        self.stop = threading.Event()
        self.faults = []
        self.turns = [0] * 5

    def load(self):
        lib.load(SCAN, ctx=self.ctx)

    def process(self):
        lib.image_gaussian_filter(self.image, [2.0, 2.0], ctx=self.ctx)
        lib.image_rotate(self.image, 0.3, order=3, ctx=self.ctx)

    def change(self):
        for i in range(20):
            lib.metadata_set_f64(self.metadata, f"key {i}", i, ctx=self.ctx)
            lib.image_draw_disk(self.image, 20, 20, 10, 0, float(i), ctx=self.ctx)

    def fail(self):
        for _ in range(20):
            with pytest.raises(sc.StonerError):
                lib.image_crop(self.image, [9, 2, 1, 0], ctx=self.ctx)
            lib.last_error_message(self.ctx)
            lib.context_warning_count(ctx=self.ctx)

    def save(self):
        lib.image_save_tiff(self.image, os.path.join(self.folder, "busy.tif"), 1, ctx=self.ctx)

    def run(self, i, work):
        try:
            while not self.stop.is_set():
                work()
                self.turns[i] += 1
        except BaseException as error:
            self.faults.append(error)

    def __enter__(self):
        works = (self.load, self.process, self.change, self.fail, self.save)
        self.threads = [threading.Thread(target=self.run, args=each) for each in enumerate(works)]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        for thread in self.threads:
            thread.join()


def child(busy, path):
    """Everything at once, with what the threads of the parent were using."""
    image = lib.load(SCAN, ctx=busy.ctx)
    lib.metadata_set_string(busy.metadata, "of the child", "text", ctx=busy.ctx)
    assert lib.metadata_get_string(busy.metadata, "of the child") == "text"
    lib.image_draw_disk(busy.image, 30, 30, 5, 0, 1.0, ctx=busy.ctx)
    lib.context_set_threads(2, ctx=busy.ctx)
    smooth = lib.image_gaussian_filter(image, [1.5, 1.5], ctx=busy.ctx)
    lib.image_save_tiff(smooth, path, 1, ctx=busy.ctx)
    again = lib.load(path, ctx=busy.ctx)
    assert sc.shape(again) == sc.shape(image)
    with pytest.raises(sc.StonerError):
        lib.image_crop(image, [9, 2, 1, 0], ctx=busy.ctx)
    lib.image_imshow(smooth, path + ".png", ctx=busy.ctx)
    return b"done"


def test_a_child_can_load_process_and_save(tmp_path):
    ended = {}
    with Busy(str(tmp_path)) as busy:
        for i in range(ROUNDS):
            end, begin = os.pipe()
            pid = os.fork()
            if pid == 0:
                try:
                    signal.alarm(PATIENCE)
                    os.write(begin, child(busy, str(tmp_path / "child.tif")))
                    os._exit(0)
                except BaseException as error:
                    os.write(begin, repr(error).encode()[:4000])
                finally:
                    os._exit(1)
            os.close(begin)
            with os.fdopen(end, "rb") as pipe:
                said = pipe.read()
            status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            ended.setdefault((status, said), []).append(i)
            assert not busy.faults
            # The threads get their turn between two forks.
            time.sleep(0.002)
    assert ended.keys() == {(0, b"done")}, ended
    assert all(busy.turns), busy.turns
