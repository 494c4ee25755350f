"""What a point costs that is pushed to a live image, and what a snapshot costs."""

import statistics

from programs import BUILD, build, run

ROUNDS = 5


def main():
    build("live")
    rows = {}
    for _ in range(ROUNDS):
        for line in run(BUILD / "live").splitlines():
            spread, points, *times = line.split()
            rows.setdefault((spread, int(points)), []).append(list(map(float, times)))
    print("Live images of 512 x 512, processor time of the calling thread:\n")
    print("| | points | push, ns a point | `stoner_live_image`, ms | `stoner_live_read`, ms |\n|---|---|---|---|---|")
    for (spread, points), rounds in rows.items():
        push, image, read = (statistics.median(times) for times in zip(*rounds))
        print(f"| {spread} | {points:,} | {push:.0f} | {image:.2f} | {read:.2f} |")


main()
