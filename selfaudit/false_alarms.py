"""What the person called a false alarm: kept on this computer by key alone, without a word of it.

Nothing is ever learned from it and nothing is sent; it only leaves these pieces out of the next report, which
says so. A post that is changed, or another check, is told again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from selfaudit.errors import SelfAuditError
from selfaudit.storage import home, write_private

_KEY = re.compile(r"[0-9a-f]{8}")


def kept() -> frozenset[str]:
    """The keys; a damaged file keeps nothing back, so that nothing is hidden by mistake."""
    try:
        keys = json.loads(_place().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return frozenset()
    return frozenset(filter(_is_key, keys)) if isinstance(keys, list) else frozenset()


def add(keys: Iterable[str]) -> None:
    """Leave these out from now on.

    Raises:
        SelfAuditError: one of them is no key.
    """
    _write(kept() | _proven(keys))


def take_back(keys: Iterable[str]) -> None:
    """Tell these again.

    Raises:
        SelfAuditError: one of them is no key.
    """
    _write(kept() - _proven(keys))


def _proven(keys: Iterable[str]) -> frozenset[str]:
    wanted = frozenset(key.strip().lower() for key in keys)
    for key in sorted(wanted):
        if not _is_key(key):
            raise SelfAuditError(
                f"{key} is not the key of a piece of evidence.",
                "The report has one beside each: eight letters and figures, such as 3f9a2c01.",
            )
    return wanted


def _is_key(key: object) -> bool:
    return isinstance(key, str) and _KEY.fullmatch(key) is not None


def _write(keys: frozenset[str]) -> None:
    write_private(_place(), json.dumps(sorted(keys)) + "\n")


def _place() -> Path:
    return home() / "false-alarms.json"
