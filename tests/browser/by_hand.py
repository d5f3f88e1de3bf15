"""A capture of the little site as a program of its own, for tests that stop it from outside or show it.

Usage: by_hand.py ROOT MEDIA stopped|visible
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parents[1])]

from live_door import Listener, a_platform, reads_home, types_password  # noqa: E402 - the path comes first

from selfaudit.browser.capture import Captured, capture  # noqa: E402 - likewise
from selfaudit.model.visit import Account, View  # noqa: E402 - likewise
from selfaudit.model.vocabulary import Lens, Part  # noqa: E402 - likewise


def never_ends(view: View, _account: Account) -> Iterator[Part]:
    """A walk that somebody has to stop."""
    view.open("/home", Part.BIO)
    yield Part.BIO
    view.open("/feed?pages=100000", Part.POSTS)
    sys.stdout.write("reading\n")
    sys.stdout.flush()
    view.scroll()


def run(root: str, media: str, how: str) -> Captured:
    """The capture: stopped from outside, or in a visible window where a person signs in."""
    if how == "stopped":
        platform = a_platform(never_ends, reads_home)
        return capture(
            platform,
            site=root,
            media_folder=Path(media),
            sign_in=types_password,
            headless=True,
            progress=Listener(),
        )
    platform = a_platform(reads_home, reads_home, sign_in=lambda site: f"{site}/by-hand")
    return capture(platform, site=root, media_folder=Path(media), progress=Listener(), sign_in_limit=30)


if __name__ == "__main__":
    got = run(*sys.argv[1:])
    kept = "Post 15, which" in got.visits[Lens.OWNER][-1].documents[-1].html
    sys.stdout.write(
        f"{[got.stops[lens] for lens in Lens]} {[len(got.done[lens]) for lens in Lens]} {kept}\n"
    )
