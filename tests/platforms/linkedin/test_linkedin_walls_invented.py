"""LinkedIn's walls and unknown forms, hostile pages, and the way through it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linkedin_material import MINE, SITE, a_page, data, page, sample
from roads import as_offered

from selfaudit.model.snapshot import Gap, Owner
from selfaudit.model.visit import Account, Document, Response
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.linkedin import LINKEDIN

OWNER = Account("sample-worker-42", "told by the test")
ASKED = "LinkedIn asks for a sign-in before it shows this; this does not tell whether the profile can be seen"
REFUSED = (
    "LinkedIn refused the browser (HTTP 999), as it does after a few pages and for some profiles; "
    "this does not tell whether the profile can be seen"
)
NOBODY = "nobody in the list of your connections could be told, so it is not known whether there is anybody"
live = LINKEDIN.live
assert live is not None


def test_the_wall_is_unknown_and_not_private(shared: Path) -> None:
    visit = sample(shared, "pages-invented/linkedin/authwall.html")
    alone = LINKEDIN.parse([visit], None)
    assert alone.owner == Owner()
    assert alone.gaps == (Gap(Part.OTHER, ASKED),)
    snapshot = LINKEDIN.parse([visit], OWNER)
    assert Gap(Part.OTHER, ASKED) in snapshot.gaps
    assert (snapshot.read, snapshot.owner.name, snapshot.owner.bio) == ((), None, None)


@pytest.mark.parametrize(
    ("url", "status", "text", "reason"),
    [
        (MINE, 999, "", REFUSED),
        (f"{SITE}/authwall?trk=x", 200, "Join", ASKED),
        (
            f"{SITE}/checkpoint/challenge/x",
            200,
            "",
            "LinkedIn wants the account's owner to prove who they are first",
        ),
        (MINE, 200, "Page not found", "LinkedIn says that there is no such page"),
        (MINE, 200, "A new layout", "a page of LinkedIn has a form that this version does not know"),
        (
            f"{MINE}recent-activity/all/",
            200,
            "Nothing to see for now",
            "no post on the page of your activity could be told, so it is not known whether there are any",
        ),
        (
            f"{SITE}/mynetwork/invite-connect/connections/",
            200,
            "",
            NOBODY,
        ),
    ],
)
def test_a_page_without_anything_says_why(url: str, status: int, text: str, reason: str) -> None:
    snapshot = as_offered(LINKEDIN).parse([page(a_page(f"<p>{text}</p>"), url, status=status)], OWNER)
    assert [gap for gap in snapshot.gaps if gap.part is Part.OTHER] == [Gap(Part.OTHER, reason)]
    assert snapshot.read == ()


def test_a_refusal_stops_the_other_lens_too() -> None:
    assert [sign.alarm for sign in live.walls if sign.status == 999] == [True]


def harmless(visit: Any) -> None:
    for account in (None, OWNER):
        LINKEDIN.recognise(visit)
        LINKEDIN.viewer(visit)
        LINKEDIN.signed_out(visit)
        assert not {Part.POSTS, Part.CONNECTIONS, Part.SETTINGS} & set(LINKEDIN.parse([visit], account).read)


@pytest.mark.parametrize("name", ["person_jsonld_loggedout.json", "pulse_article_2016.html"])
def test_a_sample_that_is_cut_short_anywhere_never_raises(shared: Path, name: str) -> None:
    whole = (shared / "samples/pages/linkedin" / name).read_bytes()
    for end in range(0, len(whole), max(997, len(whole) // 25)):
        cut = whole[:end]
        harmless(data(cut, name) if name.endswith("json") else page(cut.decode("utf-8", "replace"), SITE))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
PERSON = {
    "@type": "Person",
    "name": "Jo",
    "sameAs": MINE,
    "description": "x",
    "image": {"contentUrl": "https://p/1.jpg"},
    "worksFor": [[{"@type": "Organization", "name": "A", "member": {"startDate": 2000}}]],
}
ARTICLE = {
    "@type": "Article",
    "url": f"{SITE}/pulse/a",
    "author": {"url": MINE},
    "datePublished": "2026-01-01",
}
ME = {"plainId": 1, "miniProfile": {"publicIdentifier": "a", "firstName": "b", "headline": "c"}}


@settings(max_examples=120)
@given(
    st.sampled_from(["@graph", "data", "included"]), st.sampled_from([PERSON, ARTICLE, ME]), st.data(), JSON
)
def test_data_with_anything_anywhere_never_raises(place: str, record: Any, drawn: Any, put: Any) -> None:
    changed = json.loads(json.dumps(record))
    changed[drawn.draw(st.sampled_from(sorted(changed)))] = put
    value = {place: [PERSON, changed], **changed}
    harmless(data(value))
    script = f'<script type="application/ld+json">{json.dumps(value)}</script>'
    harmless(page(a_page(f"<code>{json.dumps(value)}</code>", head=script)))


@dataclass
class Road:
    """A view that answers each address from a table and notes what was done."""

    pages: dict[str, Document]
    lens: Lens = Lens.OWNER
    site: str = SITE
    done: list[str] = field(default_factory=list)

    def open(self, address: str, part: Part) -> Document:
        self.done.append(address.removeprefix(SITE))
        return self.pages.get(address, Document(address, a_page("")))

    def scroll(self) -> Document:
        self.done.append("scroll")
        return Document("", "")

    def fetch(self, address: str, headers: object = None) -> Response:
        raise AssertionError("nothing is asked of LinkedIn beside its pages")


def test_the_member_that_linkedin_leads_to_is_the_one_signed_in() -> None:
    road = Road({f"{SITE}/in/me/": Document(MINE, a_page("<h1>Sample Worker</h1>"))})
    assert live.identify(road) == Account(
        handle="sample-worker-42",
        proof="LinkedIn itself led from “my profile” to the profile of sample-worker-42.",
        url=MINE,
    )


def test_without_being_led_anywhere_or_with_two_answers_nobody_is_read() -> None:
    assert live.identify(Road({})) is None
    edit = a_page('<a href="/in/somebody-else/edit/intro/">Edit</a>')
    assert live.identify(Road({f"{SITE}/in/me/": Document(MINE, edit)})) is None


def test_the_walks_open_own_pages_alone_and_a_stranger_only_one() -> None:
    road = Road({})
    assert set(live.walk_owner(road, OWNER)) == live.parts
    assert road.done == [
        "/in/sample-worker-42/",
        "scroll",
        "/in/sample-worker-42/recent-activity/all/",
        "scroll",
        "/public-profile/settings",
        "/mynetwork/invite-connect/connections/",
        "scroll",
    ]
    stranger = Road({}, Lens.PUBLIC)
    assert set(live.walk_public(stranger, OWNER)) == live.public_parts
    assert stranger.done == ["/in/sample-worker-42/"]


def test_signing_in_is_over_when_the_menu_is_there() -> None:
    menu = a_page('<a href="/mynetwork/">My network</a>')
    assert live.signed_in(Document(f"{SITE}/feed/", menu))
    assert not live.signed_in(Document(f"{SITE}/login", a_page('<input name="session_key">')))
