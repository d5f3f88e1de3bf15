"""The rich result itself, from which the golden files are made."""

from __future__ import annotations

from datetime import UTC, date, datetime

from audited import CHATTER, LINKED, NOW, SUMMER, a_finding, a_picture, a_piece, a_row, an_account

from selfaudit.model.findings import AuditResult, Coverage, PlatformGap, PolicyCard, Question
from selfaudit.model.policy import Approval, Contact
from selfaudit.model.region import Region
from selfaudit.model.vocabulary import Confidence, Door, Lens, Outcome, Part, Severity

_SITE = "http://127.0.0.1:8000"
_WALL = "the site showed its sign-in page instead"


def rich_result() -> AuditResult:
    """Two profiles, every outcome, gaps, a picture with a region, others' words, an approval, a long list."""
    return AuditResult(
        made_at=NOW,
        version="0.1.0",
        policy=PolicyCard(
            "larkfield",
            "Social Networking Policy",
            "Larkfield Primary School",
            "2025-2",
            "2025-09-01",
            stale=True,
        ),
        accounts=(
            an_account(
                addresses=tuple(
                    (lens, f"{_SITE}/alexm{page}")
                    for lens, pages in (
                        (Lens.OWNER, ("", "/photos", "/friends", "/settings/privacy")),
                        (Lens.PUBLIC, ("", "/photos")),
                    )
                    for page in pages
                )
            ),
            an_account(
                platform=LINKED[0],
                door=Door.EXPORT,
                site=None,
                handle=LINKED[1],
                proof="the download names Alex Morgan as its owner",
                taken_at=datetime(2026, 11, 20, 8, 30, tzinfo=UTC),
                addresses=(),
            ),
        ),
        findings=(*_chatter(), *_linked()),
        coverage=(*_chatter_coverage(), *_linked_coverage()),
        gaps=(
            PlatformGap(*CHATTER, Part.CONNECTIONS, _WALL, lens=Lens.PUBLIC),
            PlatformGap(*CHATTER, Part.COMMENTS, _WALL, lens=Lens.PUBLIC),
            PlatformGap(*CHATTER, Part.IMAGES, "the picture did not load", count=3),
            PlatformGap(*LINKED, Part.SETTINGS, "this download does not hold the privacy settings"),
        ),
        questions=(
            Question(
                "501.2",
                "Contact with pupils",
                "Have you written to a pupil, or a pupil to you, outside what the school agreed?",
            ),
            Question(
                "501.3",
                "At work",
                "Have you used school equipment for this, other than before or after work or at lunch?",
            ),
            Question("501.3", "At work", "Do you promote a business or a campaign anywhere?"),
            Question(
                "501.11",
                "Safeguarding",
                "Have you come upon anything about a colleague that would need to be reported?",
            ),
        ),
        contacts=(
            Contact(
                "Mrs R. Okafor, headteacher",
                "Written approval, pupils, and anything said by others.",
                "office@larkfield.sch.example",
            ),
            Contact("Your line manager", "Anything in the policy that you are unsure about."),
        ),
    )


def _chatter() -> tuple:
    return (
        a_finding(
            Outcome.CONCERN,
            a_piece(
                "Write to me at alex.morgan@larkfield.sch.example",
                "alex.morgan@larkfield.sch.example",
                item="bio",
                url=f"{_SITE}/alexm",
            ),
        ),
        a_finding(
            Outcome.CONCERN,
            a_piece(
                None,
                item="i7",
                picture=a_picture(),
                picture_size=(960, 640),
                region=Region(530, 290, 175, 175),
                note="A photo shows “school crest”",
                confidence=Confidence.LIKELY,
                time=SUMMER,
                url=f"{_SITE}/alexm/photos/7",
            ),
            check="school_logo",
            headline="The school's logo shows in a picture",
            why="The logo can make a personal profile look as if it spoke for the school.",
            advice="Ask for written approval, or replace, crop or remove the picture.",
        ),
        a_finding(
            Outcome.CONCERN,
            a_piece(
                "Honestly, the new head is a clueless idiot and half the staffroom knows it.",
                "clueless idiot",
                item="p17",
                time=datetime(2024, 3, 31, 1, 30, tzinfo=UTC),
                url=f"{_SITE}/alexm/posts/17",
                note="An insult aimed at a colleague",
            ),
            a_piece(
                "What a pathetic turnout from our Year 6 parents 🙄",
                "pathetic",
                item="p44",
                lens=Lens.OWNER,
                confidence=Confidence.LIKELY,
                time=datetime(2025, 10, 3, 20, 0, tzinfo=UTC),
                url=f"{_SITE}/alexm/posts/44",
                note="A scornful word about parents",
            ),
            a_piece(
                "ur school is a dump and mr h is a creep lol",
                "dump",
                "creep",
                item="p45",
                own=False,
                confidence=Confidence.LIKELY,
                time=datetime(2025, 10, 3, 21, 14, tzinfo=UTC),
                url=f"{_SITE}/alexm/posts/44#c2",
                note="A comment by somebody else under your post",
            ),
            check="derogatory_language",
            severity=Severity.SERIOUS,
            principle="501.9",
            principle_title="Nothing derogatory, offensive or harmful to the school's name",
            headline="Some words may read as derogatory",
            why="Remarks about people at school can be copied and stay public for years, whatever was meant.",
            advice="Delete or reword them, and speak to your line manager if somebody was hurt.",
        ),
        a_finding(
            Outcome.NEEDS_REVIEW,
            *(
                a_piece(
                    f"Class of 20{27 + number % 7}, Larkfield",
                    "Larkfield",
                    item=f"c{number}",
                    lens=Lens.OWNER,
                    confidence=Confidence.UNSURE,
                    note="A friend's line names the school and a leaving year",
                )
                for number in range(1, 14)
            ),
            check="pupil_connections",
            severity=Severity.SERIOUS,
            principle="501.6",
            principle_title="No pupil, and no former pupil under 18, as a friend",
            headline="Some friends may be pupils",
            why="The policy forbids pupils, and former pupils under 18, as friends.",
            advice="Open each and decide. Where it is a pupil, end the link and tell your headteacher.",
        ),
        a_finding(
            Outcome.CONCERN,
            a_piece(
                "Friends list: Everyone",
                "Everyone",
                item="setting:friends_list",
                lens=None,
                note="The most private value is “Only me”",
                url=f"{_SITE}/settings/privacy",
            ),
            a_piece(
                "Old posts: Friends of friends",
                "Friends of friends",
                item="setting:old_posts",
                lens=None,
                note="The most private value is “Only me”",
                url=f"{_SITE}/settings/privacy",
            ),
            check="privacy_level",
            severity=Severity.ADVICE,
            principle="501.9 note",
            principle_title="Privacy settings at their highest",
            headline="Two privacy settings are not at their most private",
            why="Wider settings show pupils and parents more than you may think.",
            advice="Set each to its most private value.",
        ),
    )


def _linked() -> tuple:
    here = {"platform": LINKED[0], "account": LINKED[1]}
    return (
        a_finding(
            Outcome.CLEAR,
            a_piece(
                "alex.morgan@larkfield.sch.example",
                "alex.morgan@larkfield.sch.example",
                item="contact",
                lens=Lens.OWNER,
            ),
            approval=Approval(
                "work_email",
                "Mrs R. Okafor, headteacher",
                date(2026, 9, 7),
                date(2027, 8, 31),
                "contact details on LinkedIn",
            ),
            reason="Approved in writing by Mrs R. Okafor on 7 September 2026, until 31 August 2027.",
            headline="A work e-mail address stands on the profile, with written approval",
            **here,
        ),
        a_finding(
            Outcome.CLEAR,
            check="school_logo",
            headline="No picture that was looked at shows the school's logo",
            **here,
        ),
        a_finding(
            Outcome.CLEAR,
            check="derogatory_language",
            headline="No derogatory words were found in what was read",
            principle="501.9",
            principle_title="Nothing derogatory, offensive or harmful to the school's name",
            **here,
        ),
        a_finding(
            Outcome.NOT_CHECKED,
            check="privacy_level",
            headline="Privacy settings: could not be checked",
            reason="Privacy settings: this download does not hold the privacy settings.",
            principle="501.9 note",
            principle_title="Privacy settings at their highest",
            **here,
        ),
        a_finding(
            Outcome.NOT_APPLICABLE,
            check="pupil_connections",
            headline="Pupils among friends: does not apply here",
            reason="This kind of site has nothing of the sort.",
            principle="501.6",
            **here,
        ),
    )


def _chatter_coverage() -> tuple[Coverage, ...]:
    years = {"oldest": datetime(2016, 9, 4, tzinfo=UTC), "newest": datetime(2026, 6, 14, tzinfo=UTC)}
    return (
        a_row(Part.BIO, Lens.OWNER, 1),
        a_row(Part.BIO, Lens.PUBLIC, 1),
        a_row(Part.CONTACT, Lens.OWNER, 2),
        a_row(Part.CONTACT, Lens.PUBLIC, 1),
        a_row(Part.POSTS, Lens.OWNER, 118, **years),
        a_row(Part.POSTS, Lens.PUBLIC, 43, **years),
        a_row(Part.COMMENTS, Lens.OWNER, 61),
        a_row(Part.COMMENTS, Lens.PUBLIC, 0, reason=_WALL),
        a_row(Part.IMAGES, Lens.OWNER, 24, reason="the picture did not load"),
        a_row(Part.IMAGES, Lens.PUBLIC, 9, reason="the picture did not load"),
        a_row(Part.CONNECTIONS, Lens.OWNER, 212),
        a_row(Part.CONNECTIONS, Lens.PUBLIC, 0, reason=_WALL),
        a_row(Part.SETTINGS, Lens.OWNER, 9),
        a_row(Part.SETTINGS, Lens.PUBLIC, 0),
    )


def _linked_coverage() -> tuple[Coverage, ...]:
    seen = {Part.BIO: 1, Part.CONTACT: 2, Part.POSTS: 14, Part.COMMENTS: 0, Part.IMAGES: 1}
    here = {"platform": LINKED[0], "account": LINKED[1]}
    gone = "this download does not hold the privacy settings"
    return (
        *(a_row(part, Lens.OWNER, number, **here) for part, number in seen.items()),
        *(a_row(part, Lens.PUBLIC, 0, **here) for part in seen),
        *(a_row(Part.CONNECTIONS, lens, None, absent=True, **here) for lens in Lens),
        a_row(Part.SETTINGS, Lens.OWNER, 0, reason=gone, **here),
        a_row(Part.SETTINGS, Lens.PUBLIC, 0, reason=gone, **here),
    )
