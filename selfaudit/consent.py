"""What a person is told before anything is read. Said in full every time; written down when agreed to."""

from __future__ import annotations

import textwrap
from pathlib import Path

from selfaudit.storage import KEPT_DAYS, home

_RULES = (
    "Many sites do not like automated reading, even of your own profile. selfaudit goes slowly and stops at"
    " the first sign that the site objects."
)


def wording(what: str, kept_in: Path, rules: str = "") -> str:
    """The statement that the person agrees to.

    Args:
        what: what will be read, as in "your own blog".
        kept_in: the folder that it goes to.
        rules: what the site's own terms say, and which other doors there are; a paragraph for each site.
    """
    inside = kept_in.resolve().is_relative_to(home().resolve())
    until = (
        f"It is erased after {KEPT_DAYS} days," if inside else "It stays there until you erase it yourself,"
    )
    return f"""Before anything is read, please know:

  What is read     {what}, as you see it and as a stranger sees it. Nobody else's profile.
  Your password    You sign in yourself, in the browser. selfaudit never asks for it, sees it or keeps it.
  What is changed  Nothing. selfaudit opens pages and scrolls; it does not click, post, like or delete.
  Where it is kept {kept_in}
                   Only your user account on this computer can open it. {until}
                   or at once with: selfaudit forget
  What is sent     Nothing. The only traffic is your browser's, to the site itself. Nobody is told that
                   you ran this: not the school, not us.
  This computer    A computer, account or network that belongs to a school may be monitored, at home too.
                   If this is one, stop here and use a device of your own.
  The site's rules {_indented([_RULES, *rules.splitlines()])}

This is your choice. You can stop at any time with Ctrl-C."""


def _indented(paragraphs: list[str]) -> str:
    """The paragraphs as lines that stand under one another in the right-hand column."""
    lines = [line for one in paragraphs for line in textwrap.wrap(one, 88, break_on_hyphens=False)]
    return ("\n" + " " * 19).join(lines)
