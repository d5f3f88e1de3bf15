"""How a piece of evidence is shown: who sees it, how sure, its link, and the picture with its place."""

from __future__ import annotations

import pytest
from audited import CHATTER, a_finding, a_picture, a_piece, a_result, an_account

from reports.view import view_of
from selfaudit.model.findings import Evidence, PlatformGap
from selfaudit.model.region import Region
from selfaudit.model.vocabulary import Confidence, Door, Lens, Outcome, Part

URL = "https://site.example/p1"


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        (a_piece(url=URL), "Open the post"),
        (a_piece(item="c1", own=False, url=URL), "Open the comment"),
        (a_piece(item="bio", url=URL), "Open the profile"),
        (a_piece(item="contact", url=URL), "Open the profile"),
        (a_piece(item="setting:friends", url=URL), "Open the setting"),
        (a_piece(None, picture=a_picture(), url=URL), "Open the photo"),
        (a_piece(None, region=Region(1, 2, 3, 4), own=False, url=URL), "Open the photo"),
    ],
)
def test_a_link_says_what_it_opens_for_its_piece_and_for_a_finding_of_one_address(
    piece: Evidence, words: str
) -> None:
    shown = view_of(a_result(a_finding(Outcome.CONCERN, piece))).sections[0].findings[0]
    assert [one.opens for one in (*shown.own.shown, *shown.others.shown)] == [words]
    assert shown.opens == (words if piece.own else "")


def test_a_finding_whose_pieces_differ_in_kind_opens_the_page() -> None:
    pieces = (a_piece(url=URL), a_piece(None, picture=a_picture(), url=URL))
    assert view_of(a_result(a_finding(Outcome.CONCERN, *pieces))).sections[0].findings[0].opens == (
        "Open the page"
    )


@pytest.mark.parametrize(
    ("lens", "door", "item", "said"),
    [
        (Lens.PUBLIC, Door.LIVE, "p1", "A stranger can see this"),
        (Lens.OWNER, Door.LIVE, "p1", "Only you saw this, when signed in"),
        (Lens.OWNER, Door.EXPORT, "p1", "In your data download; who else can see this is not known"),
        (Lens.OWNER, Door.PAGES, "p1", "In a page that you saved; who else can see this is not known"),
        (None, Door.LIVE, "p1", "Who can see this is not known"),
        (Lens.OWNER, Door.LIVE, "setting:friends", "Your setting, as the site shows it to you"),
        (Lens.PUBLIC, Door.LIVE, "setting:friends", "A stranger can see this"),
    ],
)
def test_each_piece_says_in_words_who_sees_it(lens: Lens | None, door: Door, item: str, said: str) -> None:
    finding = a_finding(Outcome.CONCERN, a_piece(lens=lens, item=item))
    view = view_of(a_result(finding, accounts=(an_account(door=door),)))
    assert view.sections[0].findings[0].own.shown[0].seen_by == said


def test_only_you_is_never_said_where_the_strangers_look_was_stopped() -> None:
    finding = a_finding(Outcome.CONCERN, a_piece(lens=Lens.OWNER))
    gap = PlatformGap(*CHATTER, Part.POSTS, "the site asked to sign in", lens=Lens.PUBLIC)
    view = view_of(a_result(finding, gaps=(gap,)))
    assert view.sections[0].findings[0].own.shown[0].seen_by == (
        "You saw this when signed in; a stranger may see it too"
    )


def test_a_gap_of_the_owners_look_alone_does_not_weaken_what_the_stranger_saw() -> None:
    finding = a_finding(Outcome.CONCERN, a_piece(lens=Lens.OWNER))
    gap = PlatformGap(*CHATTER, Part.POSTS, "a page did not load", lens=Lens.OWNER)
    view = view_of(a_result(finding, gaps=(gap,)))
    assert view.sections[0].findings[0].own.shown[0].seen_by == "Only you saw this, when signed in"


def test_certainty_is_told_in_words() -> None:
    finding = a_finding(
        Outcome.CONCERN, *(a_piece(confidence=confidence) for confidence in reversed(Confidence))
    )
    assert [piece.sure for piece in view_of(a_result(finding)).sections[0].findings[0].own.shown] == [
        "How sure: certain",
        "How sure: likely",
        "How sure: not sure, you need to look",
    ]


def test_a_region_is_drawn_in_the_pixels_of_the_file() -> None:
    piece = a_piece(
        None, picture=a_picture(), picture_size=(800, 600), region=Region(10, 20, 30, 40), note="A crest"
    )
    shown = view_of(a_result(a_finding(Outcome.CONCERN, piece))).sections[0].findings[0].own.shown[0].picture
    assert shown is not None
    assert (shown.frame, shown.region) == (Region(0, 0, 800, 600), Region(10, 20, 30, 40))
    assert shown.description == "A crest. The place is outlined."


def test_a_picture_of_a_part_of_the_file_shows_that_part() -> None:
    frame = Region(100, 50, 400, 300)
    piece = a_piece(
        None,
        picture=a_picture(),
        picture_size=(800, 600),
        picture_frame=frame,
        region=Region(150, 60, 30, 40),
    )
    shown = view_of(a_result(a_finding(Outcome.CONCERN, piece))).sections[0].findings[0].own.shown[0].picture
    assert shown is not None
    assert (shown.frame, shown.region) == (frame, Region(150, 60, 30, 40))


@pytest.mark.parametrize(
    ("size", "region"),
    [
        (None, Region(1, 1, 5, 5)),
        ((0, 10), Region(1, 1, 5, 5)),
        ((10, 10), Region(1, 1, 0, 5)),
        ((10, 10), None),
    ],
)
def test_a_region_that_cannot_be_placed_is_not_drawn(
    size: tuple[int, int] | None, region: Region | None
) -> None:
    piece = a_piece(None, picture=a_picture(), picture_size=size, region=region)
    shown = view_of(a_result(a_finding(Outcome.CONCERN, piece))).sections[0].findings[0].own.shown[0].picture
    assert shown is not None
    assert (shown.region, "outlined" in shown.description) == (None, False)


def test_a_picture_that_is_not_inside_the_result_is_told_not_fetched() -> None:
    piece = a_piece(None, picture="https://tracker.example/a.png", region=Region(1, 1, 5, 5))
    shown = view_of(a_result(a_finding(Outcome.CONCERN, piece))).sections[0].findings[0].own.shown[0]
    assert (shown.picture, shown.picture_missing) == (
        None,
        "The picture cannot be shown here; open the item to see it.",
    )


def test_one_place_to_go_stands_beside_what_to_do() -> None:
    here = "https://example.org/settings"
    one = a_finding(Outcome.CONCERN, a_piece(url=here), a_piece("again", url=here), headline="One")
    two = a_finding(
        Outcome.CONCERN, a_piece(url=here), a_piece("x", url="https://example.org/y"), headline="Two"
    )
    none = a_finding(Outcome.CONCERN, a_piece(url=here), a_piece("x", url=None), headline="None")
    shown = view_of(a_result(one, two, none)).sections[0].findings
    assert [finding.go.href if finding.go else None for finding in shown] == [here, None, None]


def test_an_item_without_a_link_is_told_by_its_id_and_a_refused_address_as_words() -> None:
    finding = a_finding(Outcome.CONCERN, a_piece(item="p9"), a_piece(item="p10", url="javascript:alert(1)"))
    pieces = view_of(a_result(finding)).sections[0].findings[0].own.shown
    assert [(piece.link, piece.place) for piece in pieces] == [
        (None, "Item p9"),
        (None, "Item p10, at javascript:alert(1)"),
    ]
