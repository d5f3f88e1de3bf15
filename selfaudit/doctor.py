"""Whether this computer has what selfaudit needs, told line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from selfaudit.errors import SelfAuditError


@dataclass(frozen=True, slots=True)
class Line:
    """One thing looked at. ``state`` is "ok", "missing", "failed" or, for a reader, "FAIL"."""

    state: str
    name: str
    words: str


def examine() -> Iterator[Line]:
    """Look at each thing in turn; one that fails does not stop the rest."""
    for name, look in _THINGS:
        try:
            yield Line("ok", name, look())
        except SelfAuditError as error:
            yield Line("missing", name, str(error))
        except (ImportError, OSError, ValueError) as error:
            yield Line("failed", name, f"{type(error).__name__}: {error}")


def examine_parsers() -> Iterator[Line]:
    """Hold every reader against its own samples."""
    from selfaudit.samples import look_through

    for right, name, words in look_through():
        yield Line("ok" if right else "FAIL", name, words)


def _browser() -> str:
    from selfaudit.browser.finding import find_browser

    return str(find_browser())


def _language() -> str:
    from selfaudit.detectors.language import LanguageReader

    LanguageReader().read("A quiet day at the seaside.")
    return "ready, and works without the internet"


def _pictures() -> str:
    import cv2

    return f"ready (OpenCV {cv2.__version__})"


def _words() -> str:
    from selfaudit.detectors.images.seeing import Eyes

    Eyes().make_ready()
    return "ready, and works without the internet"


def _policies() -> str:
    from checks import CHECKS
    from selfaudit.policy import load_policy, shipped_packs

    known = frozenset(check.id for check in CHECKS)
    packs = [load_policy(name, known_checks=known) for name in shipped_packs()]
    return f"{len(packs)} shipped policy packs are in order"


def _folder() -> str:
    from selfaudit.storage import home, make_private

    folder = make_private(home())
    return f"{folder}"


_THINGS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("browser", _browser),
    ("language", _language),
    ("pictures", _pictures),
    ("words in pictures", _words),
    ("policy packs", _policies),
    ("private folder", _folder),
)
