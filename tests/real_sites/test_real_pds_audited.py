"""The whole job on a real Bluesky server: both lenses, held against a policy, every finding compared."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pytest
from real_sites import pds_content as content
from real_sites import school
from real_sites.pds import Server
from real_sites.school import QUIET, a_disguised_address, an_address, found_in, marked, seen_in, the_crest
from real_sites.signing_in import sign_in_to_the_server

from selfaudit import app
from selfaudit.model.findings import Evidence
from selfaudit.model.vocabulary import Confidence, Lens, Outcome, Part, Severity

pytestmark = [pytest.mark.real_site, pytest.mark.browser, pytest.mark.timeout(240)]
SITE = "https://bsky.app"
FOLLOWED = datetime(2026, 3, 2, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def run(server: Server, tmp_path_factory: pytest.TempPathFactory) -> app.Run:
    sign_in = partial(sign_in_to_the_server, remember=True)
    return school.audited("bluesky", server.address, sign_in, tmp_path_factory.mktemp("audit"))


def a_switch(name: str, label: str, value: str, where: str, page: str) -> Evidence:
    return Evidence(
        f"setting:{name}",
        Confidence.CERTAIN,
        **marked(value, f"{label}: {value}"),
        note=f"The most private choice is No one. {where}.",
        lens=Lens.OWNER,
        url=f"{SITE}/{page}",
        severity=Severity.MODERATE,
    )


def open_choices() -> tuple[Evidence, ...]:
    """Two switches that are not at their most private, and a list that such a server shows to anybody."""
    return (
        a_switch(
            "activity_notifications",
            "Who can be told of each of your posts",
            "Your followers",
            "Open Settings, then Privacy and security, then “Allow others to be notified of your posts”",
            "settings/privacy-and-security",
        ),
        a_switch(
            "messages",
            "Who can send you messages",
            "Everyone",
            "Open Chat, then its settings: “Allow new messages from”",
            "messages/settings",
        ),
        Evidence(
            "connections",
            Confidence.LIKELY,
            note="A stranger saw 4 of your friends or followers, and through them whom you know.",
            lens=Lens.PUBLIC,
            severity=Severity.ADVICE,
        ),
    )


def test_every_check_finds_what_stands_there_and_nothing_else(server: Server, run: app.Run) -> None:
    owner, pupil = server.people[content.OWNER], server.people[content.PUPIL]
    keys = {record["text"]: key for key, record in server.posts.items()}
    remark, disguised = keys[content.REMARK["text"]], keys[f"Reach me at {content.DISGUISED}."]
    profile, posts = f"{SITE}/profile/{content.OWNER}", f"{SITE}/profile/{owner}/post"
    found = found_in(run.result)
    (crest,) = found["school_logo"][1]
    pictures = f"https://cdn.bsky.app/img/feed_fullsize/plain/{owner}"
    assert found == {
        **dict.fromkeys(QUIET, (Outcome.NOT_CHECKED, ())),  # the words of reposts are on another server
        "work_email": (
            Outcome.CONCERN,
            (
                an_address("contact", content.EMAIL, Lens.OWNER, url=profile),
                an_address("bio", content.ADDRESS, Lens.PUBLIC, url=profile),
                a_disguised_address(
                    disguised,
                    content.DISGUISED,
                    content.EMAIL,
                    url=f"{posts}/{disguised}",
                    time=datetime(2026, 3, 1, 3, 21, tzinfo=UTC),
                ),
            ),
        ),
        "derogatory_language": (
            Outcome.CONCERN,
            (
                Evidence(
                    remark,
                    Confidence.LIKELY,
                    **marked("idiots", content.REMARK["text"]),
                    note="These words may read as an insult about parents.",
                    lens=Lens.PUBLIC,
                    url=f"{posts}/{remark}",
                    time=datetime(2026, 3, 1, 3, 20, tzinfo=UTC),
                    severity=Severity.MODERATE,
                ),
            ),
        ),
        "school_logo": (Outcome.CONCERN, (the_crest(crest.item, f"{pictures}/{crest.item}"),)),
        "privacy_level": (Outcome.CONCERN, open_choices()),
        "pupil_connections": (
            Outcome.CONCERN,
            (
                Evidence(
                    pupil,
                    Confidence.LIKELY,
                    quote=content.PUPIL_NAME,
                    note="Names a school year, as pupils do, and names your school. It says “year 6”.",
                    lens=Lens.PUBLIC,
                    time=FOLLOWED,
                    severity=Severity.SERIOUS,
                ),
            ),
        ),
    }


def test_the_picture_of_what_each_lens_saw_is_complete(server: Server, run: app.Run) -> None:
    posts = len(server.posts)
    assert seen_in(run.result) == {
        Part.BIO: (1, 1),
        Part.CONTACT: (1, 0),
        Part.POSTS: (posts, posts),
        Part.COMMENTS: (0, 0),
        Part.IMAGES: (2, 2),
        Part.CONNECTIONS: (4, 4),
        Part.SETTINGS: (3, 1),
    }
