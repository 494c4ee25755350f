"""A soft IOC for Channel Access: who measures writes blocks of points to waveforms, who looks on reads an image.

    caput -a PREFIX:X 3 0.1 0.2 0.3      (and Y, COUNTS, MONITOR; no MONITOR: none)
    caput PREFIX:PUSH 1
    caget PREFIX:COVERAGE; caget PREFIX:IMAGE
"""

import numpy as np
from caproto import ChannelType
from caproto.server import PVGroup, pvproperty, run
from grid import arguments, live

BLOCK = 100_000



class Ioc(PVGroup):
    x, y, counts, monitor = (pvproperty(name=name, value=[], max_length=BLOCK, dtype=float) for name in ("X", "Y", "COUNTS", "MONITOR"))
    push = pvproperty(name="PUSH", value=0, doc="1: adds the block")
    reset = pvproperty(name="RESET", value=0, doc="1: forgets all points")
    coverage = pvproperty(name="COVERAGE", value=0.0, read_only=True)
    points = pvproperty(name="POINTS", value=0, read_only=True)
    fault = pvproperty(name="FAULT", value="", max_length=400, dtype=ChannelType.CHAR, string_encoding="utf-8", read_only=True)

    def __init__(self, options, **keywords):
        self.growing = live(options)
        super().__init__(**keywords)
        self.values = np.zeros(options.shape)

    @push.putter
    async def push(self, instance, value):
        blocks = [np.atleast_1d(each.value) for each in (self.x, self.y, self.counts, self.monitor)]
        try:
            self.growing.push(*blocks[:3], blocks[3] if blocks[3].size else None)
            await self.fault.write("")
        except ValueError as error:
            # It stays in the record: an exception here would reach nobody.
            await self.fault.write(str(error))
        await self.show()
        return 0

    @reset.putter
    async def reset(self, instance, value):
        self.growing.reset()
        await self.show()
        return 0

    async def show(self):
        self.growing.read(self.values)
        state = self.growing.state
        await self.image.write(self.values.ravel())
        await self.coverage.write(state.coverage)
        await self.points.write(state.points)


def main():
    options = arguments(__doc__, prefix="STXM:LIVE")
    pixels = options.shape[0] * options.shape[1]
    # The length of the image's waveform is that of the grid.
    grown = type("Ioc", (Ioc,), {"image": pvproperty(name="IMAGE", value=[np.nan] * pixels, max_length=pixels, dtype=float, read_only=True)})
    ioc = grown(options, prefix=f"{options.prefix}:")
    print(f"serving {options.prefix}:IMAGE", flush=True)
    run(ioc.pvdb)


if __name__ == "__main__":
    main()
