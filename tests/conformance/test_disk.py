"""Saving where the disk says no, and where the writer is killed: the old file stays whole, and nothing is left."""

import fcntl
import glob
import os
import resource
import signal
import tempfile
import threading
import time

import numpy as np
import pytest
import stoner_c as sc

lib = sc.lib
LIMIT = 2000
PICTURE = np.random.default_rng(3).standard_normal((300, 300))
#: Functions with a path that do not save.
OTHERS = {"load", "load_stxm", "scan_open", "table_load", "image_tofile"}


def table():
    made = lib.table_new()
    for name in ("x", "y"):
        lib.table_add_column(made, name, None, PICTURE.ravel()[:2000], 2000)
    return made


#: function: (ending, how it saves), several with commas between
SAVES = {
    "image_save": ("tif", lambda path: lib.image_save(sc.from_array(PICTURE), path)),
    "image_save_tiff": ("tif", lambda path: lib.image_save_tiff(sc.from_array(PICTURE), path, 1)),
    "image_save_png": ("png", lambda path: lib.image_save_png(sc.from_array(PICTURE), path)),
    "image_save_npy": ("npy", lambda path: lib.image_save_npy(sc.from_array(PICTURE), path)),
    "image_save nexus": ("nxs", lambda path: lib.image_save(sc.from_array(PICTURE), path)),
    "image_dump": ("pkl", lambda path: lib.image_dump(sc.from_array(PICTURE), path)),
    "table_save": ("csv", lambda path: lib.table_save(table(), path, None)),
    "table_save tdi": ("txt", lambda path: lib.table_save(table(), path, None)),
    "image_imshow": ("png", lambda path: lib.image_imshow(sc.from_array(PICTURE), path)),
    "image_imshow_text": ("png", lambda path: lib.image_imshow_text(sc.from_array(PICTURE), path, "cmap=gray")),
    "image_plot_histogram": ("png", lambda path: lib.image_plot_histogram(sc.from_array(PICTURE), 50, path)),
    "table_plot": ("png", lambda path: lib.table_plot(table(), path)),
}


def test_every_function_that_saves_is_here():
    from stoner._generated.c import FUNCTIONS

    with_path = {name.removeprefix("stoner_") for name, (_, parameters) in FUNCTIONS.items() if any(p[0] == "path" for p in parameters)}
    assert with_path - OTHERS == {name.split()[0] for name in SAVES}


def in_child(work):
    """Calls `work` in a forked child; its text, and how the child ended."""
    end, begin = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(begin, str(work()).encode())
            os._exit(0)
        except BaseException as error:
            os.write(begin, repr(error).encode())
        finally:
            os._exit(1)
    os.close(begin)
    with os.fdopen(end) as pipe:
        text = pipe.read()
    return text, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def limited(save, path, prepare=lambda: None):
    """Saves in a process whose files may have LIMIT bytes, and says what came of it. The signal ends a process by default;
    Python ignores it, and is told not to."""
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    prepare()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [])
    resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT))
    try:
        save(path)
        outcome = "saved"
    except sc.StonerError as error:
        outcome = f"{error.name}: {error.message}"
    assert signal.pthread_sigmask(signal.SIG_BLOCK, []) == before, "the thread's signals are what they were"
    waiting = signal.SIGXFSZ in signal.sigpending()
    return f"{waiting} {outcome}"


@pytest.mark.parametrize("name", SAVES)
def test_a_file_beyond_the_size_limit_is_an_error(name, tmp_path):
    ending, save = SAVES[name]
    path = str(tmp_path / f"file.{ending}")
    save(path)
    with open(path, "rb") as file:
        old = file.read()
    assert len(old) > LIMIT
    text, status = in_child(lambda: limited(save, path))
    assert status == 0, f"ended with {status}: {text}"
    assert text.startswith("False IO: ") and "file-size limit" in text and str(LIMIT) in text, text
    with open(path, "rb") as file:
        assert file.read() == old
    assert os.listdir(tmp_path) == [os.path.basename(path)]


def block():
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGXFSZ])


def block_and_raise():
    block()
    signal.pthread_kill(threading.get_ident(), signal.SIGXFSZ)


@pytest.mark.parametrize("prepare, waits", [(block, False), (block_and_raise, True)], ids=["blocked", "waiting"])
def test_a_host_that_blocks_the_signal_keeps_its_own(prepare, waits, tmp_path):
    """One that waited before the save still waits; the one of the save does not."""
    save = SAVES["image_save_npy"][1]
    text, status = in_child(lambda: limited(save, str(tmp_path / "file.npy"), prepare))
    assert status == 0 and text.startswith(f"{waits} IO: "), (status, text)


# ---------------------------------------------------------------------------------------------------------------------
# Writers that are killed


def leftovers(folder):
    return glob.glob(os.path.join(glob.escape(str(folder)), ".stoner-*"))


def is_locked(path):
    """Whether another process holds the file's lock."""
    try:
        with open(path, "rb+") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        pass
    return False


def stopped_writer(folder, name):
    """A child that is stopped while its temporary file is there and locked, and that file."""
    large = sc.from_array(np.zeros((2000, 2000)))
    path = str(folder / name)
    for _ in range(1000):
        before = set(leftovers(folder))
        child = os.fork()
        if child == 0:
            try:
                lib.image_save_npy(large, path)
                os._exit(0)
            finally:
                os._exit(1)
        while os.waitpid(child, os.WNOHANG) == (0, 0):
            if set(leftovers(folder)) - before:
                os.kill(child, signal.SIGSTOP)
                _, state = os.waitpid(child, os.WUNTRACED)
                left = set(leftovers(folder)) - before
                if os.WIFSTOPPED(state) and left and is_locked(min(left)):
                    return child, min(left)
                break
            time.sleep(0.0005)
        # It was done, or was stopped before it had the lock.
        try:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
    raise AssertionError("no writer could be stopped while it wrote")


def test_the_next_save_removes_what_killed_ones_left(tmp_path):
    for i in range(3):
        children = [stopped_writer(tmp_path, f"{k}.npy") for k in range(3)]
        for child, _ in children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        assert len(leftovers(tmp_path)) == 3
        lib.image_save_npy(sc.from_array(PICTURE), str(tmp_path / f"next {i}.npy"))
        assert leftovers(tmp_path) == []


def test_a_writer_that_lives_is_left_alone(tmp_path):
    """However long it takes: here it is stopped. One beside it was killed."""
    (child, file), (killed, _) = (stopped_writer(tmp_path, f"{name}.npy") for name in ("living", "killed"))
    os.kill(killed, signal.SIGKILL)
    os.waitpid(killed, 0)
    for i in range(20):
        lib.image_save_npy(sc.from_array(PICTURE), str(tmp_path / f"{i}.npy"))
        assert leftovers(tmp_path) == [file]
    os.kill(child, signal.SIGCONT)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert leftovers(tmp_path) == [] and sc.shape(sc.load(tmp_path / "living.npy")) == (2000, 2000)


def test_files_of_other_names_and_kinds_stay(tmp_path):
    """Not ours are: another machine's, a link, a folder, a user's own file."""
    lib.image_save_npy(sc.from_array(PICTURE), str(tmp_path / "a.npy"))
    child, file = stopped_writer(tmp_path, "b.npy")
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.unlink(file)
    ours = os.path.basename(file)
    number = int(ours.rpartition("-")[2].removesuffix(".tmp"))
    place = lambda i: str(tmp_path / f"{ours.rpartition('-')[0]}-{number + i}.tmp")  # noqa: E731
    (tmp_path / "precious").write_text("x")
    os.symlink("precious", place(0))
    os.mkdir(place(1))
    os.mkfifo(place(2))
    others = [tmp_path / ".stoner-00000000-0.tmp", tmp_path / ".stoner-notes.txt", tmp_path / ".stoner-0123456789abcdef.tmp"]
    for other in others:
        other.write_text("x")
    before = set(os.listdir(tmp_path))
    lib.image_save_npy(sc.from_array(PICTURE), str(tmp_path / "a.npy"))
    assert set(os.listdir(tmp_path)) == before and (tmp_path / "precious").read_text() == "x"


# ---------------------------------------------------------------------------------------------------------------------
# What a replaced file keeps


def test_a_replaced_file_keeps_mode_owner_and_attributes(tmp_path):
    path = str(tmp_path / "a.npy")
    save = SAVES["image_save_npy"][1]
    save(path)
    os.chmod(path, 0o4644)
    if os.geteuid() == 0:
        os.chown(path, 12345, 23456)
        os.chmod(path, 0o4644)
    attributes = True
    try:
        os.setxattr(path, "user.sample", b"Fe\x00Co")
    except OSError:
        attributes = False
    was = os.stat(path)
    save(path)
    now = os.stat(path)
    assert now.st_ino != was.st_ino
    assert (now.st_mode, now.st_uid, now.st_gid) == (was.st_mode, was.st_uid, was.st_gid)
    if attributes:
        assert os.getxattr(path, "user.sample") == b"Fe\x00Co"


def test_without_the_right_to_the_group_the_group_gets_no_more_than_everyone():
    if os.geteuid() != 0:
        pytest.skip("needs the right to become another user")
    # pytest's own folders let nobody else in.
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o777)
        replaced_by_another_user(os.path.join(folder, "a.npy"))


def replaced_by_another_user(path):
    save = SAVES["image_save_npy"][1]
    save(path)
    os.chown(path, 12345, 23456)
    os.chmod(path, 0o664)

    def as_another():
        os.setgroups([])
        os.setgid(54321)
        os.setuid(12345)
        save(path)
        return oct(os.stat(path).st_mode & 0o777)

    text, status = in_child(as_another)
    assert (text, status) == ("0o644", 0), text


def test_another_name_of_the_file_keeps_the_old_contents(tmp_path):
    """Hard links: the comment of stoner_image_save says so."""
    path, other = str(tmp_path / "a.npy"), str(tmp_path / "b.npy")
    SAVES["image_save_npy"][1](path)
    os.link(path, other)
    lib.image_save_npy(sc.from_array(np.ones((2, 2))), path)
    assert sc.shape(sc.load(other)) == PICTURE.shape and sc.shape(sc.load(path)) == (2, 2)
