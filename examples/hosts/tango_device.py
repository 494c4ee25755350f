"""A TANGO device. Push takes the points of a block one behind the other (x, y, counts, monitor, x, y, ...); a monitor of 0 in all of them means none.

    python tango_device.py INSTANCE                              with the database
    python tango_device.py INSTANCE -nodb -port 45678 -dlist stxm/live/1   without
"""

import numpy as np
import stoner
from tango import AttrWriteType
from tango.server import Device, attribute, command, device_property


class StxmLive(Device):
    """The image of a running scan."""

    rows = device_property(dtype=int, default_value=128)
    columns = device_property(dtype=int, default_value=128)
    first = device_property(dtype=(float,), default_value=[0.0, 0.0])
    step = device_property(dtype=(float,), default_value=[1.0, -1.0])

    def init_device(self):
        super().init_device()
        self.growing = stoner.Live((self.rows, self.columns), tuple(self.first), tuple(self.step), unit="µm")
        self.values, self.errors = np.empty((self.rows, self.columns)), np.empty((self.rows, self.columns))

    @command(dtype_in=(float,), doc_in="x, y, counts, monitor of each point")
    def Push(self, numbers):
        if len(numbers) % 4:
            raise ValueError(f"Push takes four numbers a point, got {len(numbers)}")
        x, y, counts, monitor = np.reshape(numbers, (-1, 4)).T
        self.growing.push(x, y, counts, monitor if np.any(monitor) else None)

    @command
    def Reset(self):
        self.growing.reset()

    @attribute(dtype=((float,),), max_dim_x=8192, max_dim_y=8192, access=AttrWriteType.READ, doc="NaN where no point is")
    def image(self):
        self.growing.read(self.values)
        return self.values

    @attribute(dtype=((float,),), max_dim_x=8192, max_dim_y=8192, access=AttrWriteType.READ, doc="standard errors")
    def error(self):
        self.growing.read(errors=self.errors)
        return self.errors

    @attribute(dtype=float, doc="the part of the pixels that have points")
    def coverage(self):
        return self.growing.coverage


if __name__ == "__main__":
    StxmLive.run_server()
