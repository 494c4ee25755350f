"""A server for PV Access: PREFIX:Points takes tables of x, y, counts, monitor; PREFIX:Image is an NTNDArray, as those of area detectors."""

import threading

import numpy as np
from grid import arguments, live
from p4p import Value
from p4p.nt import NTNDArray, NTScalar, NTTable
from p4p.server import Server
from p4p.server.thread import SharedPV

COLUMNS = ("x", "y", "counts", "monitor")
TABLE = NTTable.buildType([(name, "ad") for name in COLUMNS])


class Host:
    def __init__(self, options):
        self.growing = live(options)
        self.values = np.full(options.shape, np.nan)
        self.points = SharedPV(initial=Value(TABLE, {"labels": COLUMNS}))
        self.points.put(self.put)
        self.image = SharedPV(nt=NTNDArray(), initial=self.values)
        self.coverage = SharedPV(nt=NTScalar("d"), initial=0.0)

    def put(self, pv, operation):
        """A block of points; an empty column `monitor` means none, a table without points forgets all."""
        table = operation.value().value
        x, y, counts, monitor = (np.asarray(table[name], float) for name in COLUMNS)
        try:
            if x.size:
                self.growing.push(x, y, counts, monitor if monitor.size else None)
            else:
                self.growing.reset()
        except ValueError as error:
            operation.done(error=str(error))
            return
        self.growing.read(self.values)
        self.image.post(self.values.copy())
        self.coverage.post(self.growing.coverage)
        operation.done()


def main():
    options = arguments(__doc__, prefix="STXM:LIVE")
    host = Host(options)
    names = {"Points": host.points, "Image": host.image, "Coverage": host.coverage}
    with Server(providers=[{f"{options.prefix}:{name}": pv for name, pv in names.items()}]):
        print(f"serving {options.prefix}:Image", flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
