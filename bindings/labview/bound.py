"""What LabVIEW can call: see bindings/bound.py."""

import csv
import pathlib

CALLBACK = "takes a function of the host, which a Call Library Function Node cannot pass"
DIALOG = "asks a person through a hook, which LabVIEW cannot set; LabVIEW has dialogs and cursors of its own"

REASONS = {
    "stoner_context_set_progress_callback": f"{CALLBACK}; stoner_context_progress is asked instead",
    "stoner_context_set_file_hook": CALLBACK,
    "stoner_context_set_line_hook": CALLBACK,
    "stoner_get_filedialog": DIALOG,
    "stoner_image_get_filename": DIALOG,
    "stoner_image_line_select": DIALOG,
}


def covered(c):
    """The functions that nodes.csv has settings for."""
    with open(pathlib.Path(__file__).parent / "nodes.csv", newline="", encoding="utf-8") as file:
        return {row["function"]: row["function"] for row in csv.DictReader(file)}
