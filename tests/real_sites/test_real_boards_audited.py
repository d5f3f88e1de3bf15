"""The whole job on two real message boards: both lenses, held against a policy, every finding compared."""

from __future__ import annotations

from functools import partial

import pytest
from real_sites import nodebb, school, spirit
from real_sites.board_content import ADDRESS, DISGUISED, EMAIL, PUPIL, at
from real_sites.school import QUIET, a_disguised_address, an_address, found_in, marked, seen_in, the_crest
from real_sites.signing_in import sign_in_to_nodebb, sign_in_to_spirit

from selfaudit import app
from selfaudit.model.findings import Evidence
from selfaudit.model.vocabulary import Confidence, Lens, Outcome, Part, Severity

pytestmark = [pytest.mark.real_site, pytest.mark.browser, pytest.mark.timeout(240)]
INSULT = "Some of those parents are **complete idiots**."


@pytest.fixture(scope="module")
def on_spirit(spirit_board: spirit.Board, tmp_path_factory: pytest.TempPathFactory) -> app.Run:
    sign_in = partial(sign_in_to_spirit, address=spirit_board.address)
    return school.audited("forum", spirit_board.address, sign_in, tmp_path_factory.mktemp("audit"))


@pytest.fixture(scope="module")
def on_nodebb(nodebb_board: nodebb.Board, tmp_path_factory: pytest.TempPathFactory) -> app.Run:
    sign_in = partial(sign_in_to_nodebb, address=nodebb_board.address)
    return school.audited("forum", nodebb_board.address, sign_in, tmp_path_factory.mktemp("audit"))


def an_insult(item: str, url: str) -> Evidence:
    return Evidence(
        item,
        Confidence.LIKELY,
        **marked("idiots", "…Some of those parents are complete idiots."),
        note="These words may read as an insult about parents.",
        lens=Lens.PUBLIC,
        url=url,
        time=at(1),
        severity=Severity.MODERATE,
    )


def switches(site: str) -> tuple[Evidence, ...]:
    """The three switches of NodeBB that are not at their most private."""
    show, chats = "Showing your {} on your profile", "Taking chat messages only from people you follow"
    return tuple(
        Evidence(
            f"setting:{name}",
            Confidence.CERTAIN,
            **marked(value, f"{label}: {value}"),
            note=f"The most private choice is {highest}. "
            f"Open your account, then Settings, then Privacy: {words}.",
            lens=Lens.OWNER,
            url=f"{site}/me/settings",
            severity=Severity.MODERATE,
        )
        for name, label, value, highest, words in (
            ("show_email", show.format("e-mail address"), "On", "Off", "untick “Show my email”"),
            ("show_name", show.format("full name"), "On", "Off", "untick “Show my full name”"),
            ("chats", chats, "Off", "On", "tick “Only allow chat messages from users I follow”"),
        )
    )


def test_on_spirit_every_check_finds_what_stands_there_and_nothing_else(
    spirit_board: spirit.Board, on_spirit: app.Run
) -> None:
    site = spirit_board.address
    found = found_in(on_spirit.result)
    (crest,) = found["school_logo"][1]
    assert crest.item.startswith("/media/spirit/images/")
    assert found == {
        **QUIET,
        "work_email": (
            Outcome.CONCERN,
            (
                an_address("contact", EMAIL, Lens.OWNER, url=f"{site}/user/1/alexteacher/"),
                a_disguised_address("6", DISGUISED, EMAIL, url=f"{site}/comment/6/find/", time=at(10)),
            ),
        ),
        "derogatory_language": (Outcome.CONCERN, (an_insult("1", f"{site}/comment/1/find/"),)),
        "school_logo": (Outcome.CONCERN, (the_crest(crest.item, f"{site}{crest.item}"),)),
        "privacy_level": (Outcome.CLEAR, ()),
        "pupil_connections": (Outcome.CLEAR, ()),
    }


def test_on_nodebb_every_check_finds_what_stands_there_and_nothing_else(
    nodebb_board: nodebb.Board, on_nodebb: app.Run
) -> None:
    site, posts = nodebb_board.address, nodebb_board.posts
    insult, disguised = (str(posts[text]) for text in (INSULT, f"Reach me at {DISGUISED}."))
    crest = "/uploads/files/crest.jpg"
    assert found_in(on_nodebb.result) == {
        **QUIET,
        "work_email": (
            Outcome.CONCERN,
            (
                an_address("contact", EMAIL, Lens.PUBLIC, url=f"{site}/user/alex-teacher"),
                an_address("bio", ADDRESS, Lens.PUBLIC, url=f"{site}/user/alex-teacher"),
                a_disguised_address(
                    disguised, DISGUISED, EMAIL, url=f"{site}/topic/4/where-i-am", time=at(10)
                ),
            ),
        ),
        "derogatory_language": (Outcome.CONCERN, (an_insult(insult, f"{site}/topic/2/parents-evening"),)),
        "school_logo": (Outcome.CONCERN, (the_crest(crest, f"{site}{crest}"),)),
        "privacy_level": (Outcome.CONCERN, (*switches(site), an_open_address(site))),
        "pupil_connections": (Outcome.CONCERN, (a_pupil(str(nodebb_board.people[PUPIL])),)),
    }


def an_open_address(site: str) -> Evidence:
    return Evidence(
        "contact",
        Confidence.CERTAIN,
        **marked(EMAIL, EMAIL),
        note="A stranger can see this.",
        lens=Lens.PUBLIC,
        url=f"{site}/user/alex-teacher",
        severity=Severity.MODERATE,
    )


def a_pupil(number: str) -> Evidence:
    return Evidence(
        number,
        Confidence.LIKELY,
        **marked("year6", PUPIL),
        note="Names a school year, as pupils do.",
        lens=Lens.OWNER,
        severity=Severity.SERIOUS,
    )


def test_the_picture_of_what_each_lens_saw_is_complete(on_spirit: app.Run, on_nodebb: app.Run) -> None:
    """NodeBB has a bio and a signature, which count as words of the owner's; Spirit has neither."""
    threads = {Part.COMMENTS: (26, 26), Part.IMAGES: (1, 1)}
    none = dict.fromkeys((Part.BIO, Part.CONNECTIONS, Part.SETTINGS), (0, 0))
    assert seen_in(on_spirit.result) == threads | none | {Part.CONTACT: (1, 0), Part.POSTS: (30, 30)}
    assert seen_in(on_nodebb.result) == threads | {
        Part.BIO: (1, 1),
        Part.CONTACT: (2, 2),
        Part.POSTS: (31, 31),
        Part.CONNECTIONS: (3, 0),
        Part.SETTINGS: (3, 0),
    }


def test_what_nodebb_did_not_show_is_nothing_and_spirits_wall_is_told(
    on_spirit: app.Run, on_nodebb: app.Run
) -> None:
    wall = "the board asks for a sign-in before it shows this"
    told = {(gap.part, gap.lens, gap.reason) for gap in on_spirit.result.gaps}
    assert told == {(Part.BIO, Lens.PUBLIC, wall), (Part.CONTACT, Lens.PUBLIC, wall)}
    assert on_nodebb.result.gaps == ()
