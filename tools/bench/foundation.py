"""What a handle costs."""

import statistics

from programs import BUILD, build, run

ROUNDS = 9


def main():
    build("c_api")
    rows = {}
    for _ in range(ROUNDS):
        for line in run(BUILD / "c_api", "handles").splitlines():
            name, side, time = line.split()
            rows.setdefault(name, {}).setdefault(side, []).append(float(time))
    print("Handles, ns a call (clone, crop and flip with the free of what they make):\n")
    print("| | 64 x 64 | 4096 x 4096 |\n|---|---|---|")
    for name, sides in rows.items():
        print(f"| {name} | " + " | ".join(f"{statistics.median(values):.0f}" for values in sides.values()) + " |")


main()
