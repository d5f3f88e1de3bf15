"""The way through X: which pages it opens, in which order, and whose. On a view made up for the purpose."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from x_material import an_app

from selfaudit.model.visit import Account, Document, Response
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.x import X


@dataclass
class Road:
    """A view that shows one page everywhere and notes what was done."""

    html: str
    lens: Lens = Lens.OWNER
    site: str = "https://x.com"
    done: list[str] = field(default_factory=list)

    def open(self, address: str, part: Part) -> Document:
        self.done.append(address.removeprefix(self.site))
        return Document(address, self.html)

    def scroll(self) -> Document:
        self.done.append("scroll")
        return Document("", self.html)

    def fetch(self, address: str, headers: object = None) -> Response:
        raise AssertionError("X takes no data from anybody but its own page")


ME = Account("sample_worker", "told by the test", "777")
live = X.live
assert live is not None


def test_the_owner_s_walk_opens_own_pages_alone_and_yields_each_part_after_it_was_read() -> None:
    road = Road(an_app(""))
    steps = live.walk_owner(road, ME)
    seen = [(next(steps), len(road.done)) for _ in range(6)]
    assert seen == [
        (Part.BIO, 1),
        (Part.CONTACT, 1),
        (Part.POSTS, 4),
        (Part.IMAGES, 6),
        (Part.CONNECTIONS, 10),
        (Part.SETTINGS, 12),
    ]
    assert list(steps) == []
    assert {part for part, _ in seen} == live.parts
    assert road.done == [
        "/sample_worker",
        "scroll",
        "/sample_worker/with_replies",
        "scroll",
        "/sample_worker/media",
        "scroll",
        "/sample_worker/followers",
        "scroll",
        "/sample_worker/following",
        "scroll",
        "/settings/direct_messages",
        "/settings/contacts",
    ]


def test_a_stranger_is_shown_the_profile_alone() -> None:
    road = Road(an_app(""), Lens.PUBLIC)
    assert set(live.walk_public(road, ME)) == live.public_parts
    assert road.done == ["/sample_worker", "scroll"]


def test_without_proof_there_is_no_account() -> None:
    assert live.identify(Road(an_app(""))) is None
    account = live.identify(Road(an_app("", viewer="sample_worker")))
    assert account is not None
    assert account.handle == "sample_worker"
    assert "sample_worker" in account.proof


@pytest.mark.parametrize(("viewer", "expected"), [("sample_worker", True), (None, False)])
def test_signing_in_is_over_when_the_menu_names_somebody(viewer: str | None, expected: bool) -> None:
    assert live.sign_in("https://x.com") == "https://x.com/login"
    assert live.signed_in(Document("https://x.com/home", an_app("", viewer=viewer))) is expected
