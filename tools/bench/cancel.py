"""How long a call goes on after another thread has cancelled it: 50 ms is the aim. The long calls of test_long_calls.py and some more, on
images that take a second or so, one thread each, cancelled at places spread over the whole call. Beside the time stands the processor's
time of the thread that computes, which a busy machine does not lengthen.
"""

import os
import statistics
import tempfile
import threading
import time

from compare import ROUNDS  # noqa: I001  (sets the environment before numpy is loaded)

import numpy as np
import stoner_c as sc
from test_long_calls import CALLS, fresh, picture

lib = sc.lib
AIM = 50.0
FOLDER = tempfile.TemporaryDirectory()


def plain(side):
    return sc.from_array(picture(side, side))


def pair(side):
    """Two frames of one scene, the second moved."""
    scene = picture(side + 8, side + 8)
    return [sc.from_array(np.ascontiguousarray(scene[y : y + side, x : x + side])) for y, x in ((0, 0), (3, 5))]


def save(name):
    return lambda image, ctx: lib.image_save(image, os.path.join(FOLDER.name, name), None, ctx=ctx)


#: As CALLS.
MORE = {
    "register": (pair, lambda pair, ctx: lib.image_register(pair[1], pair[0], ctx=ctx), 1500),
    "level_image": (plain, lambda i, ctx: lib.image_level_image(i, 3, 3, ctx=ctx), 4000),
    "percentile": (plain, lambda i, ctx: lib.image_percentile(i, [2.0, 50.0, 98.0], 3, ctx=ctx), 4000),
    "hist": (plain, lambda i, ctx: lib.image_hist(i, 1000, ctx=ctx), 4000),
    "var": (plain, lambda i, ctx: lib.image_var(i, ctx=ctx), 4000),
    "dot": (plain, lambda i, ctx: lib.image_dot(i, i, ctx=ctx), 1200),
    "save png": (plain, save("a.png"), 3000),
    "save tiff": (plain, save("a.tiff"), 3000),
}


def usual(call, image):
    """How long it takes in full, in seconds."""
    start = time.perf_counter()
    call(image, fresh(1))
    return time.perf_counter() - start


def cancelled_after(call, image, wait):
    """(time, processor time) in ms from the cancel to the return; None where the call was over before."""
    ctx, ended = fresh(1), []
    begun = threading.Event()

    def run():
        begun.set()
        try:
            call(image, ctx)
            name = "finished"
        except sc.StonerError as error:
            name = error.name
        ended.append((name, time.perf_counter(), time.thread_time()))

    thread = threading.Thread(target=run)
    thread.start()
    begun.wait()
    time.sleep(wait)
    try:
        clock = time.pthread_getcpuclockid(thread.ident)
        used = time.clock_gettime(clock)
    except OSError:  # it has ended
        used = 0.0
    start = time.perf_counter()
    lib.context_cancel(ctx=ctx)
    thread.join()
    name, end, used_in_all = ended[0]
    return None if name == "finished" else ((end - start) * 1e3, (used_in_all - used) * 1e3)


def main():
    print(f"### From cancelling to the return (the aim is {AIM:.0f} ms)\n")
    print("| call | image | in full, ms | median, ms | worst, ms | worst, processor's time, ms | cancelled |")
    print("|---|---|---|---|---|---|---|", flush=True)
    late = []
    for name, (make, call, side) in {**CALLS, **MORE}.items():
        image = make(side)
        whole = usual(call, image)
        # Not at the same places in each call, and not only between its steps.
        places = (np.arange(2 * ROUNDS) + 0.5) / (2 * ROUNDS)
        times = [each for place in places if (each := cancelled_after(call, image, whole * place)) is not None]
        if times:
            walls, used = zip(*times)
            cells = f"{statistics.median(walls):.1f} | {max(walls):.1f} | {max(used):.1f}"
            late += [name] if max(used) > AIM else []
        else:
            cells = "- | - | -"
        print(f"| `{name}` | {side} x {side} | {whole * 1e3:.0f} | {cells} | {len(times)} of {len(places)} |", flush=True)
    print(f"\nBeyond {AIM:.0f} ms of the processor's time: {', '.join(late) or 'none'}.\n")


if __name__ == "__main__":
    main()
