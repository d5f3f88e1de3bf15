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
_SAME = {"true": "on", "yes": "on", "enabled": "on", "false": "off", "no": "off", "disabled": "off"}


def find(case: Case) -> Iterator[Evidence]:
    """What a stranger saw against the worker's own choice first, then every setting that can be tightened."""
    snapshot = case.snapshot
    yield from stranger.saw_restricted_posts(snapshot)
    yield from stranger.saw_posts_of_a_private_account(snapshot)
    yield from (piece for setting in snapshot.settings for piece in _below_the_highest(setting))
    yield from stranger.saw_contact_details(snapshot)
    yield from stranger.saw_connections(snapshot)


def _below_the_highest(setting: Setting) -> Iterator[Evidence]:
    if setting.value is None or _unknown(setting) or _same(setting.value, setting.highest):
        return
    label = label_of(setting)
    quote = f"{label}: {setting.value}"
    yield Evidence(
        item=f"setting:{setting.name}",
        confidence=Confidence.CERTAIN if setting.highest else Confidence.UNSURE,
        quote=quote,
        marks=((len(label) + 2, len(quote)),),
        note=_note(setting),
        lens=setting.lens,
        url=setting.url,
        severity=Severity.ADVICE if any(word in label.lower() for word in _LESSER) else Severity.MODERATE,
    )


def _unknown(setting: Setting) -> bool:
    return not (setting.value or "").strip()


def _note(setting: Setting) -> str:
    source = f" {setting.note}" if setting.note else ""
    if not setting.highest:
        return f"The most private choice is not known here; please look by hand.{source}"
    where = f" {setting.where.rstrip('.')}." if setting.where else ""
    return f"The most private choice is {setting.highest}.{where}{source}"


def _same(value: str, highest: str | None) -> bool:
    """Whether two values are the same choice, however a site spells them."""
    mine, best = (
        "".join(letter for letter in (text or "").casefold() if letter.isalnum()) for text in (value, highest)
    )
    return bool(best) and _SAME.get(mine, mine) == _SAME.get(best, best)


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
