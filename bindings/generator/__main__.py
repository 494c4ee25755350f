"""Makes what follows from interface/interface.json: what the bindings have of it, and documents.

usage: python3 bindings/generator [--check]   `--check` compares, and fails where they differ or a function is bound nowhere without a reason
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from generator import cpp, documents, features, labview, loadlibrary, matlab, model, python  # noqa: E402


def main(arguments):
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    c, status = model.read(), 0
    # The documents look at what the others have written.
    for back_end in (cpp, python, matlab, labview, loadlibrary, documents, features):
        for name, text in back_end.files(c).items():
            path = model.ROOT / name
            if path.exists() and path.read_text(encoding="utf-8") == text:
                continue
            if arguments:
                print(f"{name} is not what interface/interface.json makes; run `make header`", file=sys.stderr)
                status = 1
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    for sentence in [*documents.wrong(c), *features.faults(c)]:
        print(sentence, file=sys.stderr)
        status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
