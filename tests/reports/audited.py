"""Invented findings, profiles and pictures with sane defaults, for the report's tests."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from selfaudit.model.findings import (
    AuditedAccount,
    AuditResult,
    Coverage,
    Evidence,
    Finding,
    PolicyCard,
)
from selfaudit.model.vocabulary import Confidence, Door, Lens, Outcome, Part, Severity

NOW = datetime(2026, 11, 26, 16, 45, tzinfo=UTC)
SUMMER = datetime(2026, 6, 14, 18, 5, tzinfo=UTC)
CHATTER, LINKED = ("practice", "alexm"), ("linkedin", "alex-morgan")


def a_picture() -> str:
    """A data: address of a small drawn picture: a blue jumper with a gold badge on it."""
    png = Path(__file__).with_name("jumper.png").read_bytes()
    return f"data:image/png;base64,{base64.b64encode(png).decode('ascii')}"


def a_piece(quote: str | None = "Year 4 again", *marked: str, **changes: Any) -> Evidence:
    """Something that a stranger saw; each of ``marked`` is marked where it first stands."""
    marks = tuple((quote.index(word), quote.index(word) + len(word)) for word in marked) if quote else ()
    defaults = {
        "item": "p1",
        "confidence": Confidence.CERTAIN,
        "lens": Lens.PUBLIC,
        "marks": marks,
        "key": "3f9a2c01",
    }
    return Evidence(**{**defaults, "quote": quote, **changes})


def a_finding(outcome: Outcome = Outcome.CONCERN, *evidence: Evidence, **changes: Any) -> Finding:
    """A finding on the practice profile, with one piece of evidence where it needs some."""
    if not evidence and outcome in (Outcome.CONCERN, Outcome.NEEDS_REVIEW):
        evidence = (a_piece(),)
    defaults = {
        "check": "work_email",
        "platform": CHATTER[0],
        "account": CHATTER[1],
        "severity": Severity.MODERATE,
        "headline": "A work e-mail address stands on the profile",
        "why": "A work address makes private words look like the school's.",
        "advice": "Take the address off, or ask for written approval.",
        "principle": "501.8",
        "principle_title": "No work e-mail address and no school logo without written approval",
        "reason": "Posts: the site asked to sign in." if outcome is Outcome.NOT_CHECKED else None,
    }
    return Finding(**{**defaults, "outcome": outcome, "evidence": evidence, **changes})


def a_row(part: Part, lens: Lens, seen: int | None, **changes: Any) -> Coverage:
    """How much of a part a lens saw on the practice profile."""
    return Coverage(
        **{"platform": CHATTER[0], "account": CHATTER[1], "part": part, "lens": lens, "seen": seen, **changes}
    )


def an_account(**changes: Any) -> AuditedAccount:
    """The practice profile, read live."""
    defaults = {
        "platform": CHATTER[0],
        "door": Door.LIVE,
        "site": "http://127.0.0.1:8000",
        "name": "Alex Morgan",
        "handle": CHATTER[1],
        "proof": "the site's own page for the signed-in account named @alexm",
        "taken_at": SUMMER,
        "addresses": (
            (Lens.OWNER, "http://127.0.0.1:8000/alexm"),
            (Lens.PUBLIC, "http://127.0.0.1:8000/alexm"),
        ),
    }
    return AuditedAccount(**{**defaults, **changes})


def a_result(*findings: Finding, **changes: Any) -> AuditResult:
    """A result with these findings on one profile."""
    card = PolicyCard(
        "larkfield", "Social Networking Policy", "Larkfield Primary School", "2026-1", "2026-09-01"
    )
    defaults = {
        "made_at": NOW,
        "policy": card,
        "version": "0.1.0",
        "accounts": (an_account(),),
        "findings": findings,
    }
    return AuditResult(**{**defaults, **changes})
