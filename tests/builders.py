"""Invented people and things with sane defaults, so that a test names only what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from selfaudit.model.check import Case
from selfaudit.model.detections import Detections
from selfaudit.model.policy import Approval, Logo, Policy, Principle, School
from selfaudit.model.snapshot import Connection, Gap, Image, Owner, Post, Setting, Snapshot
from selfaudit.model.vocabulary import Detector, Door, Lens

TODAY = date(2026, 11, 26)
NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
BOTH = (Lens.OWNER, Lens.PUBLIC)


def a_post(text: str = "Lovely walk on the beach.", **changes: Any) -> Post:
    """A post that both lenses saw."""
    return Post(**{"id": "p1", "text": text, "time": NOON, "lenses": BOTH, **changes})


def a_connection(display_name: str | None = "Pat Jones", **changes: Any) -> Connection:
    """A friend whom only the owner sees."""
    defaults = {"id": "c1", "display_name": display_name, "relation": "friend", "lenses": (Lens.OWNER,)}
    return Connection(**{**defaults, **changes})


def a_setting(name: str = "friends_list", value: str | None = "Only me", **changes: Any) -> Setting:
    """A switch at its most private value."""
    return Setting(**{"name": name, "value": value, "highest": "Only me", "lens": Lens.OWNER, **changes})


def an_image(file: str | None = "media/a.jpg", **changes: Any) -> Image:
    """A photo that both lenses saw."""
    return Image(**{"id": "i1", "file": file, "lenses": BOTH, **changes})


def an_owner(**changes: Any) -> Owner:
    """A worker with an everyday bio."""
    defaults = {"name": "Alex Morgan", "handle": "alexm", "bio": "Dog walker, tea drinker.", "lenses": BOTH}
    return Owner(**{**defaults, **changes})


def a_snapshot(*items: Post | Connection | Setting | Image | Gap, **changes: Any) -> Snapshot:
    """A profile with these items, sorted into their places."""

    def of(kind: type) -> tuple[Any, ...]:
        return tuple(item for item in items if isinstance(item, kind))

    defaults = {
        "platform": "practice",
        "door": Door.LIVE,
        "owner": an_owner(),
        "posts": of(Post),
        "connections": of(Connection),
        "settings": of(Setting),
        "images": of(Image),
        "gaps": of(Gap),
    }
    return Snapshot(**{**defaults, **changes})


def a_policy(*checks: str, approvals: tuple[Approval, ...] = (), **facts: Any) -> Policy:
    """A policy of Larkfield Primary School with one principle for each check."""
    school = School(
        **{
            "name": "Larkfield Primary School",
            "names": ("Larkfield",),
            "domains": ("larkfield.sch.example", "ntlp.gov.uk", "northtyneside.gov.uk"),
            "logos": (Logo("crest", Path("crest.png")),),
            **facts,
        }
    )
    principles = tuple(
        Principle(f"501.{number}", "A principle", (check,)) for number, check in enumerate(checks, 1)
    )
    return Policy(id="larkfield", title="Policy", school=school, principles=principles, approvals=approvals)


def a_case(snapshot: Snapshot, policy: Policy | None = None, **found: Mapping[str, Any]) -> Case:
    """A snapshot with what detectors found in it; every detector ran and could read everything."""
    detections = Detections(ran=frozenset(Detector), **found)
    return Case(snapshot, detections, policy or a_policy(), TODAY)
