"""Processes a folder of scans with Dask: a picture and a line of numbers for each, however many there are.

usage: process_folder.py FOLDER OUT [--scheduler threads|processes|distributed] [--workers N] [--pattern '*.hdf5']

Every scan is loaded, regridded, divided by its ring current, freed of outliers and saved as OUT/<name>.tiff; OUT/summary.csv has a line
for each. A scan that fails is a line with its error; the others go on. What a former run has finished is not done again.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import pathlib
import sys
import time
import warnings
from collections.abc import Iterable, Iterator
from typing import Any

import dask
import dask.bag
from dask.diagnostics import ProgressBar

import stoner

COLUMNS = ["name", "error", "energy", "polarization", "rows", "columns", "masked", "mean", "std", "low", "high"]


def process(path: str, out: str) -> dict[str, Any]:
    """One scan: writes the picture, gives the numbers. Runs on whatever thread, process or machine Dask gives it to."""
    name = pathlib.Path(path).stem
    done = pathlib.Path(out, f"{name}.json")
    if done.exists():
        finished: dict[str, Any] = json.loads(done.read_text())
        return finished
    row: dict[str, Any] = dict.fromkeys(COLUMNS, "") | {"name": name}
    try:
        # The scans run side by side: each call needs one thread only.
        with stoner.Context(threads=1), warnings.catch_warnings():
            warnings.simplefilter("ignore", stoner.StonerWarning)
            image = stoner.load_stxm(path, regrid=True, bcn=True).remove_outliers((0.001, 0.999))
            image.save_tiff(pathlib.Path(out, f"{name}.tiff"))
            low, high = image.span()
            row |= {
                "energy": image.metadata.get("collection.energy.value", ""),
                "polarization": image.polarization,
                "rows": image.shape[-2],
                "columns": image.shape[-1],
                "masked": int(image.mask.sum()),
                "mean": float(image.mean()),
                "std": float(image.std()),
                "low": low,
                "high": high,
            }
    except (stoner.Error, OSError) as error:
        row["error"] = str(error)
        return row
    done.write_text(json.dumps(row))
    return row


def run_locally(paths: list[str], out: str, scheduler: str, workers: int) -> Iterable[dict[str, Any]]:
    """With a pool of this machine's threads or processes. Several scans make a task: thousands of tasks are no burden then."""
    bag = dask.bag.from_sequence(paths, npartitions=max(1, min(len(paths), 8 * workers))).map(process, out)
    with ProgressBar(dt=0.5, out=sys.stderr):
        rows: list[dict[str, Any]] = bag.compute(scheduler=scheduler, num_workers=workers)
    return rows


def run_distributed(paths: list[str], out: str, workers: int) -> Iterator[dict[str, Any]]:
    """With a cluster: here of processes on this machine; `Client("tcp://scheduler:8786")` takes one of many machines, which all
    see the folder."""
    from distributed import Client, LocalCluster, as_completed

    with LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        futures = client.map(process, paths, out=out, batch_size=64, pure=False)
        begin = time.monotonic()
        for number, (_, row) in enumerate(as_completed(futures, with_results=True), 1):
            left = (time.monotonic() - begin) / number * (len(paths) - number)
            print(f"\r{number} of {len(paths)}, {left:.0f} s left ", end="", file=sys.stderr, flush=True)
            yield row
        print(file=sys.stderr)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--scheduler", choices=["threads", "processes", "distributed"], default="processes")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--pattern", default="*.hdf5")
    options = parser.parse_args(arguments)

    paths = sorted(str(path) for path in options.folder.glob(options.pattern))
    if not paths:
        print(f"{options.folder} has no {options.pattern}", file=sys.stderr)
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    begin = time.monotonic()
    if options.scheduler == "distributed":
        rows: Iterable[dict[str, Any]] = run_distributed(paths, str(options.out), options.workers)
    else:
        rows = run_locally(paths, str(options.out), options.scheduler, options.workers)
    rows = sorted(rows, key=lambda row: str(row["name"]))
    seconds = time.monotonic() - begin
    with open(options.out / "summary.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    failed = [row for row in rows if row["error"]]
    print(f"{len(rows)} scans in {seconds:.1f} s ({len(rows) / seconds:.0f} per second), {len(failed)} failed")
    for row in failed[:10]:
        print(f"  {row['name']}: {row['error']}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
