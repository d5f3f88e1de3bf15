"""The whole job on the practice network, in a real browser, compared completely with the answer key."""

from __future__ import annotations

import json
import stat
from collections import Counter
from collections.abc import Iterator

import pytest

from selfaudit import app, practice
from selfaudit.model.codec import load_snapshot
from selfaudit.model.vocabulary import Confidence, Lens, Part

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[app.Run, practice.PracticeServer]]:
    """One run for all tests of this file: it takes a while."""
    patch = pytest.MonkeyPatch()
    patch.setenv("SELFAUDIT_HOME", str(tmp_path_factory.mktemp("home")))
    with practice.serve() as server:
        run = app.audit(
            ["practice"],
            tmp_path_factory.mktemp("demo") / "report",
            pack="practice",
            site=server.address,
            sign_in=practice.sign_in,
            headless=True,
        )
        yield run, server
    patch.undo()


Done = tuple[app.Run, practice.PracticeServer]


def found(run: app.Run) -> set[tuple[str, str, str]]:
    """Every piece of evidence as (check, item, how sure); the surest where an item has several."""
    surest: dict[tuple[str, str], Confidence] = {}
    for finding in run.result.findings:
        for piece in finding.evidence:
            key = finding.check, piece.item
            surest[key] = max(piece.confidence, surest.get(key, piece.confidence))
    return {
        (check, item, "needs_review" if confidence is Confidence.UNSURE else "concern")
        for (check, item), confidence in surest.items()
    }


def test_findings_equal_the_answer_key_and_nothing_unlisted_is_found(done: Done) -> None:
    expected = {(one.check, one.item, str(one.outcome)) for one in practice.answer_key().expected}
    assert found(done[0]) == expected


def test_no_look_alike_is_flagged(done: Done) -> None:
    look_alikes = {(one.check, one.item) for one in practice.answer_key().look_alike}
    assert not {(check, item) for check, item, _ in found(done[0])} & look_alikes


def test_the_lens_named_is_the_strangers_where_a_stranger_saw_it(done: Done) -> None:
    seen = {(f.check, e.item): e.lens for f in done[0].result.findings for e in f.evidence}
    expected = {(one.check, one.item): one.lens for one in practice.answer_key().expected}
    assert seen == expected


def test_nothing_was_changed_on_the_site(done: Done) -> None:
    assert done[1].changes == 0


def test_no_picture_is_downloaded_twice_by_one_lens(done: Done) -> None:
    times = Counter(
        (asked.address, asked.signed_in) for asked in done[1].requests if "/pictures/" in asked.address
    )
    assert times
    assert max(times.values()) == 1


def test_both_lenses_are_in_the_snapshot_and_the_wall_is_a_gap_with_its_reason(done: Done) -> None:
    snapshot = load_snapshot(done[0].folder / "practice")
    lenses = Counter(lens for post in snapshot.posts for lens in post.lenses)
    assert lenses[Lens.OWNER] > 120
    assert 0 < lenses[Lens.PUBLIC] < lenses[Lens.OWNER]
    walled = {gap.part for gap in snapshot.gaps if gap.lens is Lens.PUBLIC and "signed in" in gap.reason}
    assert Part.CONNECTIONS in walled
    assert snapshot.owner.handle == "alexmorgan"
    assert snapshot.proof


def test_everything_written_is_private(done: Done) -> None:
    folder = done[0].folder
    modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_file()}
    assert modes == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_phases_can_be_run_again_from_their_files_with_the_same_findings(done: Done) -> None:
    again = app.check([done[0].folder / "practice"], "practice", now=done[0].result.made_at)
    assert again.findings == done[0].result.findings
    written = json.loads((done[0].folder / "result.json").read_text(encoding="utf-8"))
    assert [finding["check"] for finding in written["findings"]] == [f.check for f in again.findings]


def test_no_word_of_the_password_or_the_code_is_kept(done: Done) -> None:
    run, server = done
    kept = b"".join(path.read_bytes() for path in run.folder.rglob("*.json"))
    assert server.password.encode() not in kept
    assert server.code.encode() not in kept
