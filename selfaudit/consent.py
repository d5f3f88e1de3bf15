"""What a person is told before anything is read. Said in full every time; written down when agreed to."""

from __future__ import annotations

import textwrap
from pathlib import Path

from selfaudit.storage import KEPT_DAYS, home

_RULES = (
    "Many sites do not like automated reading, even of your own profile. selfaudit goes slowly and stops at"
    " the first sign that the site objects."
)

_FILES = """\
The files you named, where you say that they are of your own profile. Nobody else's.
Data exports: what the site handed you, which is not what a stranger sees. Private messages are left out.
Pages that you saved: what they showed then, to you, or to a stranger where you were signed out."""
_NOBODY = """Nobody is told that
                   you ran this: not the school, not us."""
_COMPUTER = """\
  This computer    A computer, account or network that belongs to a school may be monitored, at home too.
                   If this is one, stop here and use a device of your own."""
_CHOICE = "This is your choice. You can stop at any time with Ctrl-C."


def wording(what: str, kept_in: Path, rules: str = "") -> str:
    """The statement that the person agrees to before a browser opens.

    Args:
        what: what will be read, as in "your own blog".
        kept_in: the folder that it goes to.
        rules: what the site's own terms say, and which other doors there are; a paragraph for each site.
    """
    return f"""Before anything is read, please know:

  What is read     {what}, as you see it and as a stranger sees it. Nobody else's profile.
  Your password    You sign in yourself, in the browser. selfaudit never asks for it, sees it or keeps it.
  What is changed  Nothing. selfaudit opens pages and scrolls; it does not click, post, like or delete.
{_kept(kept_in)}
  What is sent     Nothing. The only traffic is your browser's, to the site itself. {_NOBODY}
{_COMPUTER}
  The site's rules {_indented([_RULES, *rules.splitlines()])}

{_CHOICE}"""


def wording_for_files(kept_in: Path) -> str:
    """The statement that the person agrees to before files are read: no browser, and no site is asked."""
    return f"""Before anything is read, please know:

  What is read     {_indented(_FILES.splitlines())}
  Your password    None is needed: selfaudit signs in nowhere, and never asks for it.
  What is changed  Nothing. Your files stay as they are; no browser opens, and no site is visited.
{_kept(kept_in)}
  What is sent     Nothing. selfaudit reads the files on this computer alone. {_NOBODY}
{_COMPUTER}

{_CHOICE}"""


def _kept(kept_in: Path) -> str:
    inside = kept_in.resolve().is_relative_to(home().resolve())
    until = (
        f"It is erased after {KEPT_DAYS} days," if inside else "It stays there until you erase it yourself,"
    )
    return f"""\
  Where it is kept {kept_in}
                   Only your user account on this computer can open it. {until}
                   or at once with: selfaudit forget"""


def _indented(paragraphs: list[str]) -> str:
    """The paragraphs as lines that stand under one another in the right-hand column."""
    lines = [line for one in paragraphs for line in textwrap.wrap(one, 88, break_on_hyphens=False)]
    return ("\n" + " " * 19).join(lines)
