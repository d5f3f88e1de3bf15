"""School logo: where it shows, how sure, and what was not looked at."""

from __future__ import annotations

from datetime import date

from builders import TODAY, a_case, a_policy, a_snapshot, an_image

from checks.school_logo import CHECK
from selfaudit.model.check import Case
from selfaudit.model.detections import Detections, LogoSighting
from selfaudit.model.findings import Evidence
from selfaudit.model.policy import Approval
from selfaudit.model.region import Region
from selfaudit.model.snapshot import Gap
from selfaudit.model.vocabulary import Confidence, Detector, ImageRole, Lens, Outcome, Part, Severity

REGION = Region(10, 20, 30, 40)


def _sighting(confidence: Confidence = Confidence.CERTAIN, logo: str = "crest") -> LogoSighting:
    return LogoSighting(logo, REGION, confidence, "The drawing agrees.")


def test_the_crest_in_the_profile_picture_is_a_concern_with_its_place() -> None:
    snapshot = a_snapshot(an_image(role=ImageRole.AVATAR, url="https://net.example/a"))
    finding = CHECK.run(a_case(snapshot, logos={"i1": (_sighting(),)}))
    assert (finding.outcome, finding.severity) == (Outcome.CONCERN, Severity.MODERATE)
    assert finding.evidence == (
        Evidence(
            item="i1",
            confidence=Confidence.CERTAIN,
            region=REGION,
            note="Your profile picture shows the school's logo (crest). The drawing agrees.",
            lens=Lens.PUBLIC,
            url="https://net.example/a",
        ),
    )


def test_the_profile_picture_comes_first_then_the_banner_then_photos_the_surest_first() -> None:
    snapshot = a_snapshot(
        an_image(id="unsure photo"),
        an_image(id="photo"),
        an_image(id="banner", role=ImageRole.BANNER),
        an_image(id="avatar", role=ImageRole.AVATAR),
    )
    unsure = _sighting(Confidence.UNSURE)
    logos = {"unsure photo": (unsure,), "photo": (_sighting(),), "banner": (unsure,), "avatar": (unsure,)}
    finding = CHECK.run(a_case(snapshot, logos=logos))
    assert [(piece.item, piece.note.split(" (")[0]) for piece in finding.evidence] == [
        ("avatar", "Your profile picture may show the school's logo"),
        ("banner", "Your banner may show the school's logo"),
        ("photo", "A photo shows the school's logo"),
        ("unsure photo", "A photo may show the school's logo"),
    ]


def test_something_that_only_looks_alike_asks_the_person_to_look() -> None:
    snapshot = a_snapshot(an_image(lenses=(Lens.OWNER,)))
    finding = CHECK.run(a_case(snapshot, logos={"i1": (_sighting(Confidence.UNSURE),)}))
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert [piece.lens for piece in finding.evidence] == [Lens.OWNER]


def test_pictures_without_the_logo_are_clear() -> None:
    assert CHECK.run(a_case(a_snapshot(an_image()))).outcome is Outcome.CLEAR


def test_a_picture_that_could_not_be_opened_forbids_clear() -> None:
    blind = Detections(ran=frozenset(Detector), gaps={Detector.LOGOS: ("1 picture could not be opened",)})
    finding = CHECK.run(Case(a_snapshot(an_image()), blind, a_policy("school_logo"), TODAY))
    assert (finding.outcome, finding.reason) == (Outcome.NOT_CHECKED, "1 picture could not be opened.")


def test_pictures_that_were_never_read_are_never_reported_clear() -> None:
    finding = CHECK.run(a_case(a_snapshot(Gap(Part.IMAGES, "the album needs signing in"))))
    assert finding.outcome is Outcome.NOT_CHECKED


def test_written_approval_is_named_and_nothing_is_asked() -> None:
    approval = Approval("school_logo", "the Senior Management Team", date(2026, 9, 1))
    policy = a_policy("school_logo", approvals=(approval,))
    finding = CHECK.run(a_case(a_snapshot(an_image()), policy, logos={"i1": (_sighting(),)}))
    assert (finding.outcome, finding.approval) == (Outcome.CLEAR, approval)


def test_a_sighting_in_a_picture_that_is_not_in_the_snapshot_is_left_out() -> None:
    assert CHECK.run(a_case(a_snapshot(an_image()), logos={"other": (_sighting(),)})).outcome is Outcome.CLEAR
