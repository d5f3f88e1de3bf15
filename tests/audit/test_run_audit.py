"""The engine asks what the policy names, in its order, and no fault of one part costs the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from builders import NOON, a_connection, a_policy, a_post, a_snapshot, an_image

from selfaudit.audit import Detectors, Held, run_audit
from selfaudit.model.check import Case, Check, Words
from selfaudit.model.detections import Detected, Material
from selfaudit.model.findings import AuditResult, Evidence
from selfaudit.model.policy import Policy, Principle
from selfaudit.model.progress import Silent
from selfaudit.model.region import Region
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.vocabulary import Confidence, Detector, Lens, Outcome, Part, PostKind, Severity
from selfaudit.model.written import Line, Written

WORDS = Words("Tea", "No tea shows", "Tea may show", "Tea shows", "Tea stains.", "Wipe it off.")


@dataclass
class Fake:
    """A detector that says what it was told to say, or breaks."""

    matches: Mapping[str, Any] = field(default_factory=dict)
    gaps: tuple[str, ...] = ()
    breaks: bool = False
    asked: int = 0

    def detect(self, material: Material) -> Detected[Any]:
        self.asked += 1
        if self.breaks:
            raise RuntimeError("a fault of ours")
        return Detected(self.matches, self.gaps)


def tea(case: Case) -> Iterable[Evidence]:
    for post in case.snapshot.posts:
        if "tea" in post.text:
            yield Evidence(post.id, Confidence.CERTAIN, quote="tea")


def broken(case: Case) -> Iterable[Evidence]:
    raise ZeroDivisionError


def a_check(name: str = "tea", find: Any = tea, **changes: Any) -> Check:
    return Check(
        **{
            "id": name,
            "words": WORDS,
            "severity": Severity.ADVICE,
            "needs": frozenset({Part.POSTS}),
            "find": find,
        }
        | changes
    )


def run(
    *snapshots: Snapshot, checks: tuple[Check, ...], policy: Policy | None = None, **fakes: Fake
) -> AuditResult:
    asked = ("language", "logos", "pupils", "words")
    detectors = Detectors(**{name: fakes.get(name, Fake()) for name in asked})
    rules = policy or a_policy(*(check.id for check in checks))
    return run_audit(
        [Held(snapshot) for snapshot in snapshots], rules, checks, detectors, now=NOON, progress=Silent()
    )


def test_only_checks_that_the_policy_names_run_and_in_its_order() -> None:
    checks = (a_check("one"), a_check("two"), a_check("three"))
    result = run(a_snapshot(a_post()), checks=checks, policy=a_policy("three", "one"))
    assert [finding.check for finding in result.findings] == ["three", "one"]
    assert [finding.principle for finding in result.findings] == ["501.1", "501.2"]


def test_each_snapshot_gets_its_own_findings() -> None:
    result = run(a_snapshot(a_post("tea")), a_snapshot(a_post(), platform="blog"), checks=(a_check(),))
    assert [(finding.platform, finding.outcome) for finding in result.findings] == [
        ("practice", Outcome.CONCERN),
        ("blog", Outcome.CLEAR),
    ]


def test_a_check_that_breaks_is_told_and_the_rest_go_on() -> None:
    result = run(a_snapshot(a_post("tea")), checks=(a_check("bad", broken), a_check()))
    assert [finding.outcome for finding in result.findings] == [Outcome.NOT_CHECKED, Outcome.CONCERN]
    assert "fault is in selfaudit" in str(result.findings[0].reason)


def test_a_detector_that_breaks_forbids_clear() -> None:
    check = a_check(detectors=frozenset({Detector.LANGUAGE}))
    result = run(a_snapshot(a_post()), checks=(check,), language=Fake(breaks=True))
    assert result.findings[0].outcome is Outcome.NOT_CHECKED
    assert "language detector failed" in str(result.findings[0].reason)


def test_what_a_detector_could_not_read_forbids_clear() -> None:
    check = a_check(detectors=frozenset({Detector.LOGOS}))
    result = run(a_snapshot(a_post()), checks=(check,), logos=Fake(gaps=("2 pictures could not be opened",)))
    assert result.findings[0].reason == "2 pictures could not be opened."


def test_what_is_read_in_pictures_is_read_for_remarks_and_its_faults_forbid_nothing() -> None:
    heard: list[str] = []

    class Listening(Fake):
        def detect(self, material: Material) -> Detected[Any]:
            heard.extend(post.text for post in material.texts())
            return super().detect(material)

    text = Written("The deputy is a fool", (Line(0, 20, Region(1, 2, 30, 4)),))
    check = a_check(detectors=frozenset({Detector.LANGUAGE}), beside=frozenset({Detector.WORDS}))
    result = run(
        a_snapshot(a_post("Sunny"), an_image()),
        checks=(check,),
        language=Listening(),
        words=Fake({"i1": (text,)}, gaps=("1 picture could not be opened",)),
    )
    assert heard[-2:] == ["Sunny", "The deputy is a fool"]
    assert result.findings[0].outcome is Outcome.CLEAR


def test_where_nobody_asks_for_words_in_pictures_none_are_read() -> None:
    words = Fake()
    run(
        a_snapshot(a_post(), an_image()),
        checks=(a_check(detectors=frozenset({Detector.LANGUAGE})),),
        words=words,
    )
    assert words.asked == 0


def test_a_detector_that_no_check_needs_is_not_asked() -> None:
    language, pupils = Fake(), Fake()
    check = a_check(detectors=frozenset({Detector.PUPILS}))
    run(a_snapshot(a_post()), checks=(check,), language=language, pupils=pupils)
    assert (language.asked, pupils.asked) == (0, 1)


def test_coverage_counts_each_lens_apart_and_tells_why_nothing_was_seen() -> None:
    snapshot = a_snapshot(
        a_post(),
        a_post(id="p2", lenses=(Lens.OWNER,)),
        a_post(id="c9", kind=PostKind.COMMENT, own=False),
        a_connection(),
        Gap(Part.CONNECTIONS, "the site asked a stranger to sign in", lens=Lens.PUBLIC),
    )
    seen = {(row.part, row.lens): row for row in run(snapshot, checks=()).coverage}
    assert seen[Part.POSTS, Lens.OWNER].seen == 2
    assert seen[Part.POSTS, Lens.PUBLIC].seen == 1
    assert seen[Part.COMMENTS, Lens.PUBLIC].seen == 1
    assert seen[Part.CONNECTIONS, Lens.OWNER].reason is None
    assert seen[Part.CONNECTIONS, Lens.PUBLIC].seen == 0
    assert seen[Part.CONNECTIONS, Lens.PUBLIC].reason == "the site asked a stranger to sign in"
    assert seen[Part.POSTS, Lens.OWNER].oldest == NOON


def test_every_question_for_a_person_reaches_the_result() -> None:
    principle = Principle("501.3", "Working hours", question="Which device did you use?")
    policy = Policy(id="x", title="X", school=a_policy().school, principles=(principle,))
    result = run(a_snapshot(), checks=(), policy=policy)
    assert [(asked.principle, asked.text) for asked in result.questions] == [
        ("501.3", "Which device did you use?")
    ]


@pytest.mark.parametrize("confidence", list(Confidence))
def test_unsure_evidence_alone_never_makes_a_concern(confidence: Confidence) -> None:
    def find(case: Case) -> Iterable[Evidence]:
        yield Evidence("p1", confidence)

    outcome = run(a_snapshot(a_post()), checks=(a_check(find=find),)).findings[0].outcome
    assert outcome is (Outcome.NEEDS_REVIEW if confidence is Confidence.UNSURE else Outcome.CONCERN)
