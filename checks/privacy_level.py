"""Every privacy setting against its most private value, and what a stranger really saw."""

from __future__ import annotations

from collections.abc import Iterator

from checks import _stranger as stranger
from selfaudit.model.check import Case, Check, Words
from selfaudit.model.findings import Evidence
from selfaudit.model.snapshot import Setting
from selfaudit.model.vocabulary import Confidence, Part, Severity

WORDS = Words(
    topic="Privacy settings",
    clear="Every privacy setting that was read is at its most private",
    review="Some of what is open to strangers needs your eye",
    concern="More can be seen than the most private settings would show",
    why="The policy asks you to set privacy to its highest. What is open can be found by pupils, parents and "
    "strangers, be taken out of context, and stay public for years.",
    advice="Change each setting below to its most private choice, or decide that you can stand by it being "
    "open. Sign out and look again afterwards.",
)

_LESSER = (
    "advert",
    "ads",
    "suggest",
    "recommend",
    "online status",
    "active status",
    "read receipt",
    "last seen",
)
_SAME = {
    **dict.fromkeys(("true", "yes", "enabled"), "on"),
    **dict.fromkeys(("false", "no", "disabled"), "off"),
    **dict.fromkeys(("onlyyou", "justme", "justyou"), "onlyme"),
    "nobody": "noone",
}
_UNRANKED = ("onlyme", "noone", "custom")
"""Whoever has one of these may have chosen more than what is called the most private choice."""
_BY_HAND = " Please look by hand."


def find(case: Case) -> Iterator[Evidence]:
    """What a stranger saw against the worker's own choice first, then every setting that can be tightened."""
    snapshot = case.snapshot
    yield from stranger.saw_restricted_posts(snapshot)
    yield from stranger.saw_posts_of_a_private_account(snapshot)
    yield from (piece for setting in snapshot.settings for piece in _below_the_highest(setting))
    yield from stranger.saw_contact_details(snapshot)
    yield from stranger.saw_connections(snapshot)


def _below_the_highest(setting: Setting) -> Iterator[Evidence]:
    value = _folded(setting.value)
    enough = {_folded(one) for one in (setting.highest, *setting.stricter)} - {""}
    if _unknown(setting) or value in enough:
        return
    label = label_of(setting)
    quote = f"{label}: {setting.value}"
    yield Evidence(
        item=f"setting:{setting.name}",
        confidence=Confidence.CERTAIN if _ranked(setting) else Confidence.UNSURE,
        quote=quote,
        marks=((len(label) + 2, len(quote)),),
        note=_note(setting),
        lens=setting.lens,
        url=setting.url,
        severity=Severity.ADVICE if any(word in label.lower() for word in _LESSER) else Severity.MODERATE,
    )


def _unknown(setting: Setting) -> bool:
    return not (setting.value or "").strip()


def _ranked(setting: Setting) -> bool:
    """Whether it is known that the value is less private than the most private one."""
    return bool(setting.highest) and _folded(setting.value) not in _UNRANKED


def _note(setting: Setting) -> str:
    source = f" {setting.note}" if setting.note else ""
    where = f" {setting.where.rstrip('.')}." if setting.where else ""
    if not _ranked(setting):
        return f"Whether this is private enough is not known here.{where or _BY_HAND}{source}"
    if setting.stricter:
        return f"Choose {setting.highest}, or something more private.{where}{source}"
    return f"The most private choice is {setting.highest}.{where}{source}"


def _folded(text: str | None) -> str:
    """A value as it can be compared, however a site spells it."""
    plain = "".join(letter for letter in (text or "").casefold() if letter.isalnum())
    return _SAME.get(plain, plain)


def label_of(setting: Setting) -> str:
    """What the site calls the setting, or its name made readable."""
    words = setting.label or setting.name.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def _unseen(case: Case) -> Iterator[str]:
    unread = [label_of(setting) for setting in case.snapshot.settings if _unknown(setting)]
    if unread:
        yield f"the value of these settings could not be read: {', '.join(unread)}"


CHECK = Check(
    id="privacy_level",
    words=WORDS,
    severity=Severity.MODERATE,
    needs=frozenset({Part.SETTINGS}),
    needs_public=frozenset({Part.POSTS}),
    find=find,
    unseen=_unseen,
)
