"""TikTok's privacy switches as its export words them; those that its app alone shows are among them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selfaudit.model.snapshot import Gap, Setting
from selfaudit.platforms.exported import not_told
from selfaudit.platforms.generic.switches import Switch
from selfaudit.platforms.tiktok.exported_sections import folded, said
from selfaudit.platforms.tiktok.settings import SETTINGS

_ON, _OFF = frozenset({"on", "enabled", "yes", "true"}), frozenset({"off", "disabled", "no", "false"})
_NOBODY = frozenset({"noone", "nobody"})
_ONLY_ME = frozenset({"onlyme", "onlyyou", "self", *_NOBODY})
_FIELDS = {
    "private_account": ("Private Account",),
    "following_list": ("Who can see your following list",),
    "liked_videos": ("Who Can View Videos I Liked", "Who can see your liked videos"),
    "comments": ("Who Can Post Comments", "Who can comment on your videos"),
    "duets": ("Who Can Duet With Me", "Who can Duet with your videos"),
    "stitches": ("Who Can Stitch with your videos", "Who Can Stitch With Me"),
    "messages": ("Who Can Send Me Message", "Who can send you direct messages"),
    "downloads": ("Allow DownLoad",),
}
_SUGGESTED = "suggestyouraccountto"


def settings_of(values: dict[str, Any]) -> Iterator[Setting]:
    """Every switch that the export tells in words that this version knows."""
    for switch in SETTINGS.switches:
        told = said(values, *_FIELDS[switch.name])
        if told:
            value = _worded(switch, told)
            yield (
                SETTINGS.setting(switch, value)
                if value
                else _asked(switch.name, switch.label, None, switch.highest, switch.where)
            )
    for question in SETTINGS.questions:
        value = _answer(question.name, question.choices, values)
        if value:
            yield _asked(question.name, question.label, value, question.highest, question.where)


def _asked(name: str, label: str, value: str | None, highest: str, where: str) -> Setting:
    return Setting(name, value, highest, label=label, where=where)


def _worded(switch: Switch, told: str) -> str | None:
    """The value in the words of our table; else as it stands there."""
    word = folded(told)
    if switch.name == "private_account":
        return switch.highest if word in _ON else "Everyone" if word in _OFF else None
    if word in _ONLY_ME:
        return switch.highest
    return next((choice for choice in switch.choices if folded(choice) == word), told)


def _answer(name: str, choices: tuple[str, ...], values: dict[str, Any]) -> str | None:
    """The choice of a question that the export answers."""
    if name == "suggested":
        return _suggested(choices, values)
    word = folded(said(values, *_FIELDS.get(name, ())))
    if name == "downloads":
        return choices[0] if word in _OFF else choices[1] if word in _ON else None
    same = {folded(choice): choice for choice in choices}
    return choices[0] if word in _NOBODY else same.get(word)


def _suggested(choices: tuple[str, ...], values: dict[str, Any]) -> str | None:
    words = {
        folded(value)
        for key in values
        if folded(key).startswith(_SUGGESTED) and isinstance(value := values[key], str)
    }
    if words & _ON:
        return choices[1]
    return choices[0] if words and words <= _OFF else None


def gaps_of(found: tuple[Setting, ...]) -> tuple[Gap, ...]:
    """What the export did not tell."""
    return not_told(SETTINGS.not_seen(found))
