"""``python -m training START TEACHER`` makes the model; both are folders with weights and a vocabulary.

Its three parts can run on different machines: ``gather`` reads files and texts and packs what is to be
learned, ``learn`` reads the packed files alone and is for a machine with a graphics processor, ``write`` puts
what was learned into the package. Without TEACHER the model goes on from the shipped file instead
(``further.py``).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.settings import BUILT


def main() -> None:
    """Runs one part or all."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("start", type=Path, help="folder of the weights that are shipped in the end")
    parser.add_argument("teacher", type=Path, nargs="?", help="folder of the larger network's weights")
    parser.add_argument(
        "--only", choices=["gather", "learn", "write"], help="one part, on what the last one left"
    )
    wanted = parser.parse_args()
    BUILT.mkdir(parents=True, exist_ok=True)
    if wanted.only in {None, "gather"}:
        from training import gathering

        gathering.gather(wanted.start, wanted.teacher, BUILT)
    if wanted.only in {None, "learn"}:
        from training import distilling, further

        (distilling.learn_all if wanted.teacher else further.learn_further)(BUILT)
    if wanted.only in {None, "write"}:
        from training.writing import write

        write(BUILT, wanted.start)


if __name__ == "__main__":
    main()
