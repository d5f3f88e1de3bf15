"""OUR OWN REPLICA of Snapchat: "wrapped" (values under ``value``; a public profile) and "plain" (values bare).

In the second, the account has no public profile unless it is asked for one.
"""

# ruff: noqa: E501 - what a network sends is read best a piece at a time

from __future__ import annotations

import json
from typing import Any

from replica import BOTH, TRAPS, Asked, Data, Entry, Gapped, Replica, Reply, Row, go, moment, seconds

from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind

HANDLE, NAME, BIO = "ellissample", "Ellis Sample", "Bread & cats"
SNAPS = (
    ("s-1", 30, "story", ""),
    ("s-2", 29, "story", ""),
    ("h-1", 10, "curatedHighlights", "Loaves"),
    ("p-1", 5, "spotlightHighlights", "Oven"),
)


class Snapchat(Replica):
    """Snapchat's account pages and its one public page, the same for everybody."""

    title = "Snapchat"
    entry = Entry(
        "/accounts/v2/login", "/accounts/v2/password", "accountIdentifier", "password",
        "/accounts/v2/two_fa", "twoFaCode", "/accounts/v2/odlv/done", "/accounts/welcome",
    )  # fmt: skip

    def __init__(self, generation: str, *, public: bool = True) -> None:
        super().__init__(generation)
        self.public = public

    @property
    def wrapped(self) -> bool:
        return self.generation == "wrapped"

    def expected(self) -> list[Row]:
        kinds = {"story": PostKind.STORY}
        return sorted(
            Row(name, title, moment(day), Audience.PUBLIC, kinds.get(place, PostKind.POST), lenses=BOTH)
            for name, day, place, title in SNAPS
            if self.public
        )

    def missing(self) -> list[Gapped]:
        """Every gap that a capture has to tell, each for its lens."""
        owner = [(part, Lens.OWNER, None) for part in (Part.POSTS, Part.IMAGES, Part.CONNECTIONS)]
        return [
            *owner,
            (Part.SETTINGS, Lens.OWNER, 7),
            *([(Part.POSTS, Lens.PUBLIC, None)] if self.public else []),
        ]

    def answer(self, asked: Asked, *, signed_in: bool) -> Reply:
        if asked.path == "/accounts/welcome":
            if not signed_in:
                return go("/accounts/v2/login?continue=x")
            return Reply(
                self.page(
                    {"pageProps": {"user": {"username": HANDLE}}},
                    "/welcome",
                    f"<h1>Manage my account</h1>{TRAPS}",
                )
            )
        if asked.path == f"/@{HANDLE}":
            return Reply(
                self.page(
                    {"pageProps": self.props()}, "/@[username]", f"<h1>{NAME}</h1>{TRAPS}{self.pictures()}"
                )
            )
        return Reply(self.page({"pageProps": {}}, "/404", "<h1>Sorry, this content was not found</h1>"), 404)

    def page(self, props: Data, page: str, body: str) -> str:
        script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": props, "page": page})}</script>'
        return self.shell(
            f"<div id=__next>{body}</div>{script}", "<meta property=og:site_name content=Snapchat>"
        )

    def value(self, value: Any) -> Any:
        return {"value": str(value)} if self.wrapped else value

    def snap(self, number: int) -> Data:
        name, day, _place, _title = SNAPS[number]
        address = f"{self.site}/pictures/{number + 1}.png"
        at = {
            "snapIndex": number,
            "snapId": self.value(name),
            "timestampInSec": self.value(seconds(moment(day))),
        }
        where = (
            {"snapUrls": {"mediaUrl": address, "mediaPreviewUrl": {"value": address}}}
            if self.wrapped
            else {"mediaUrl": address}
        )
        return {**at, **where, "snapMediaType": 0}

    def props(self) -> Data:
        if not self.public:
            return {
                "userProfile": {
                    "$case": "userInfo",
                    "userInfo": {"username": HANDLE, "displayName": self.value(NAME), "bitmoji3d": None},
                }
            }
        told = {
            "username": HANDLE,
            "title": NAME,
            "bio": BIO,
            "subscriberCount": "231",
            "websiteUrl": "https://bread.example/",
            "profilePictureUrl": f"{self.site}/pictures/9.png",
        }
        others = {
            "relatedAccountsInfo": [
                {"publicProfileInfo": {"username": "shoes", "title": "Shoes", "bio": "Buy"}}
            ]
        }
        lists = {
            place: [{"storyTitle": self.value(title), "snapList": [self.snap(number)]}]
            for number, (_name, _day, place, title) in enumerate(SNAPS)
            if place != "story"
        }
        stories = [self.snap(number) for number, snap in enumerate(SNAPS) if snap[2] == "story"]
        return {
            "userProfile": {"$case": "publicProfileInfo", "publicProfileInfo": told},
            "story": {"snapList": stories},
            **lists,
            **others,
        }

    def pictures(self) -> str:
        return (
            "".join(f"<img width=60 src=/pictures/{n}.png>" for n in (1, 2, 3, 4, 9)) if self.public else ""
        )
