"""The invented school of the real software's tests: its policy, its logo, and an audit held against them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from selfaudit import app
from selfaudit.model.findings import AuditResult, Evidence
from selfaudit.model.vocabulary import Confidence, Lens, Outcome, Part

SCHOOL = "larkfield.sch.example"
_SHIPPED = files("selfaudit.policy") / "packs" / "practice"
CREST = (_SHIPPED / "crest.png").read_bytes()
PACK = "larkfield"


def as_photo(picture: bytes) -> bytes:
    """The same picture as a camera keeps it: not every board takes drawings."""
    kept = io.BytesIO()
    drawn = Image.open(io.BytesIO(picture)).convert("RGBA")
    plain = Image.new("RGBA", drawn.size, "white")
    Image.alpha_composite(plain, drawn).convert("RGB").save(kept, "JPEG", quality=92)
    return kept.getvalue()


def write_pack(folder: Path) -> None:
    """The school's policy, as somebody at that school keeps it: with its own domain."""
    folder.mkdir(parents=True)
    policy = (_SHIPPED / "policy.toml").read_text(encoding="utf-8")
    assert "larkfield-primary.example" in policy
    (folder / "policy.toml").write_text(policy.replace("larkfield-primary.example", SCHOOL), encoding="utf-8")
    (folder / "crest.png").write_bytes(CREST)


def audited(platform: str, site: str, sign_in: Callable[[Any], None], place: Path) -> app.Run:
    """The whole job on one site, both lenses, in a private folder of its own."""
    home = place / "home"
    write_pack(home / "policies" / PACK)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SELFAUDIT_HOME", str(home))
        return app.audit([platform], place / "report", pack=PACK, site=site, sign_in=sign_in, headless=True)


def marked(words: str, quote: str) -> dict[str, Any]:
    """A quotation and where the words in it stand."""
    start = quote.index(words)
    return {"quote": quote, "marks": ((start, start + len(words)),)}


Found = dict[str, tuple[Outcome, tuple[Evidence, ...]]]
QUIET: Found = {
    "confidential_matters": (Outcome.CLEAR, ()),
    "promotion": (Outcome.CLEAR, ()),
    "views_on_school_policy": (Outcome.CLEAR, ()),
}
"""What the seeds hold nothing of."""


def found_in(result: AuditResult) -> Found:
    """What each check found, in full, without what only illustrates it or gives it a name."""
    return {
        one.check: (one.outcome, tuple(_plain(piece) for piece in one.evidence)) for one in result.findings
    }


def _plain(piece: Evidence) -> Evidence:
    assert piece.key
    if piece.picture_size and piece.region:
        width, height = piece.picture_size
        assert piece.region.width * piece.region.height > 0.8 * width * height, "it is the whole picture"
    return replace(piece, key="", region=None, picture=None, picture_size=None, picture_frame=None)


def an_address(item: str, written: str, lens: Lens, **more: Any) -> Evidence:
    """A plain work address."""
    note = f"This is an address at {SCHOOL}."
    return Evidence(item, Confidence.CERTAIN, **marked(written, written), note=note, lens=lens, **more)


def a_disguised_address(item: str, written: str, reads: str, **more: Any) -> Evidence:
    """A work address in a form that only looks harmless, where everybody sees it."""
    way = "written in a disguise that people and programs see through"
    note = f"This is an address at {SCHOOL}, {way}. It reads as {reads}."
    return Evidence(item, Confidence.LIKELY, **marked(written, written), note=note, lens=Lens.PUBLIC, **more)


def the_crest(item: str, url: str) -> Evidence:
    """The school's logo in a photo that everybody sees."""
    agrees = "Its outline and what is drawn inside both agree with the school's file."
    note = f"A photo shows the school's logo (crest). {agrees}"
    return Evidence(item, Confidence.CERTAIN, note=note, lens=Lens.PUBLIC, url=url)


def seen_in(result: AuditResult) -> dict[Part, tuple[int | None, int | None]]:
    """How many of each part the owner and a stranger were shown."""
    seen = {(row.part, row.lens): row.seen for row in result.coverage}
    return {
        part: (seen[part, Lens.OWNER], seen[part, Lens.PUBLIC]) for part in Part if (part, Lens.OWNER) in seen
    }
