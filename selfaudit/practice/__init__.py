"""The practice network: a small real site on loopback, with one invented worker's profile and its answer key.

Serving it needs heavy libraries, so each name is fetched when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selfaudit.practice.answers import answer_key
    from selfaudit.practice.serving import PracticeServer, serve
    from selfaudit.practice.signing_in import sign_in

__all__ = ["PracticeServer", "answer_key", "serve", "sign_in"]

_HOMES = {"PracticeServer": "serving", "answer_key": "answers", "serve": "serving", "sign_in": "signing_in"}


def __getattr__(name: str) -> Any:
    """The public name, from the module that holds it."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
