"""Reader and check together, as an audit runs them."""

from __future__ import annotations

from builders import a_post
from heard import heard

from checks.derogatory_language import CHECK
from selfaudit.model.vocabulary import Confidence, Outcome, PostKind


def test_every_remark_is_evidence_and_nothing_else_is() -> None:
    finding = heard(
        CHECK,
        a_post("Walked the dog. Our head is a mor0n.", id="own"),
        a_post("Our school is a shambles", id="passed-on", kind=PostKind.REPOST),
        a_post("Alex you are a moron", id="aimed", own=False, kind=PostKind.COMMENT),
        a_post("Great walk, bloody cold", id="mild"),
        a_post("This printer is useless", id="thing"),
    )
    assert finding.outcome is Outcome.CONCERN
    assert [(piece.item, piece.confidence, piece.own) for piece in finding.evidence] == [
        ("own", Confidence.LIKELY, True),
        ("passed-on", Confidence.UNSURE, True),
        ("aimed", Confidence.UNSURE, False),
    ]
    first = finding.evidence[0]
    assert first.quote == "…Our head is a mor0n."
    assert [first.quote[start:end] for start, end in first.marks] == ["mor0n"]
    assert "Helpline" in finding.evidence[2].note


def test_a_post_in_welsh_is_not_clear() -> None:
    finding = heard(CHECK, a_post("Penblwydd hapus i fy ffrind gorau, gobeithio cei di ddiwrnod hyfryd"))
    assert finding.outcome is Outcome.NOT_CHECKED
    assert finding.reason is not None
    assert "Welsh" in finding.reason
