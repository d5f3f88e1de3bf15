"""What the tests of the live door share: the little site as a platform, and who is still running."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from selfaudit.model.platform import LivePages, Platform
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.visit import Account, View
from selfaudit.model.vocabulary import Part


class Listener:
    """Remembers what a person would have been told."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.counted: list[tuple[int, int | None]] = []

    def say(self, message: str) -> None:
        self.said.append(message)

    def count(self, done: int, total: int | None = None) -> None:
        self.counted.append((done, total))


def identify(view: View) -> Account | None:
    """Whom the home page of the little site greets."""
    page = view.open("/home", Part.BIO)
    return Account("alexm", "the home page greets alexm") if "data-account" in page.html else None


def a_platform(
    owner: Callable[[View, Account], Iterator[Part]],
    public: Callable[[View, Account], Iterator[Part]],
    **changes: Any,
) -> Platform:
    """The little site as a platform, walked as the test says."""
    live = LivePages(
        **{
            "sign_in": lambda root: f"{root}/login",
            "signed_in": lambda document: "data-account" in document.html,
            "identify": identify,
            "walk_owner": owner,
            "walk_public": public,
            "parts": frozenset({Part.BIO, Part.POSTS}),
            "public_parts": frozenset({Part.POSTS}),
            **changes,
        }
    )
    return Platform(
        "little", "the little site", lambda _visit: False, lambda _visits, _who: Snapshot("little"), live
    )


RIGHT = "right"


def types_password(page: Page, password: str = RIGHT) -> None:
    """Sign in as the site's own form wants it."""
    page.fill("#user", "alex")
    page.fill("#password", password)
    page.click("#go")


def reads_home(view: View, _account: Account) -> Iterator[Part]:
    """The shortest walk."""
    view.open("/home", Part.BIO)
    yield Part.BIO


def processes_of(folder: Path) -> list[str]:
    """The command lines of running programs that name a folder; Linux only."""
    return list(_running(folder).values())


def process_numbers(folder: Path) -> list[int]:
    """The numbers of running programs that name a folder; Linux only."""
    return list(_running(folder))


def _running(folder: Path) -> dict[int, str]:
    found = {}
    for process in Path("/proc").iterdir():
        if process.name.isdigit() and int(process.name) != os.getpid():
            try:
                line = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue
            if str(folder) in line:
                found[int(process.name)] = line[:600]
    return found
