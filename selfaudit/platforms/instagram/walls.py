"""How Instagram says "no further", live, on a saved page and in a data answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from selfaudit.model.platform import WallSign
from selfaudit.platforms.generic.embedded import each_object
from selfaudit.platforms.generic.values import part_of, text_in

LOGIN = "Instagram asks for a sign-in before it shows this"
PROOF = "Instagram wants the account's owner to prove who they are first"
FAST = "Instagram said that it had been asked too much in a short time"
REFUSED = "Instagram refused the sign-in"
WALLS = (
    WallSign(
        PROOF, address=r"/(challenge|auth_platform|two_factor|accounts/login/two_factor)(/|$|\?)", alarm=True
    ),
    WallSign(
        "Instagram has suspended or locked the account", address=r"/accounts/(suspended|disabled)(/|$|\?)"
    ),
    WallSign(LOGIN, address=r"/accounts/(login|signup|emailsignup)(/|$|\?)"),
    WallSign(
        "Instagram first wants an answer about cookies or terms, which only you can give",
        address=r"/(consent|privacy/consent|legal/consent|accounts/registered)(/|$|\?)",
    ),
    WallSign(
        "Instagram warned of automated use",
        text=r"(?m)^we (suspect|noticed|detected|limit)\b.{0,60}\bautomated\b|^automated behavio",
        alarm=True,
    ),
    WallSign(FAST, text=r"(?m)^(please wait a few minutes|try again later|action blocked)", alarm=True),
    WallSign(PROOF, text=r"(?m)^we detected an unusual login attempt|^suspicious login attempt", alarm=True),
    WallSign(
        "Instagram says that there is no such page, or that it is closed to whoever is looking",
        text=r"(?m)^(sorry, this page isn.t available|profile isn.t available|page not found)",
    ),
)
_MESSAGES = {
    "checkpoint_required": PROOF,
    "challenge_required": PROOF,
    "consent_required": "Instagram first wants an answer about terms, which only you can give",
    "login_required": LOGIN,
    "feedback_required": FAST,
}


def walls_in(values: Iterable[Any]) -> Iterator[str]:
    """What data answers say instead of an answer."""
    for value in values:
        yield from _in_answer(value)
        for part in each_object(value):
            pages = part.get("entry_data")
            if isinstance(pages, dict) and "Challenge" in pages:
                yield PROOF
            if isinstance(pages, dict) and "LoginAndSignupPage" in pages:
                yield LOGIN


def _in_answer(value: Any) -> Iterator[str]:
    message = text_in(value, "message")
    if message in _MESSAGES:
        yield _MESSAGES[message]
    elif "wait a few minutes" in message:
        yield FAST
    if part_of(value, "require_login") is True and message not in _MESSAGES:
        yield LOGIN
    if text_in(value, "challengeType") or (text_in(value, "checkpoint_url") and message not in _MESSAGES):
        yield PROOF
    if part_of(value, "authenticated") is False or text_in(value, "error_type") == "generic_request_error":
        yield REFUSED
