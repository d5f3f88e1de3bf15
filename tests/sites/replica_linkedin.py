"""OUR OWN REPLICA of LinkedIn: "voyager" (marked updates, data in ``code``) and "sdui" (roles only, streamed)."""

# ruff: noqa: E501 - what a network sends is read best a piece at a time

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from replica import (
    BOTH,
    LAZY,
    OWNER,
    TRAPS,
    Asked,
    Data,
    Entry,
    Gapped,
    Replica,
    Reply,
    Row,
    answer,
    go,
    moment,
    program,
)
from uvicorn.protocols.http import h11_impl

from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind

ME, NAME = "ellis-sample-42", "Ellis Sample"
HEADLINE, PLACE, ABOUT = "Teacher at An Invented School", "Leeds, England", "I teach maths.\nI bake."
JOBS = ("Teacher, An Invented School, 2015 to now", "Tutor, Another School, 2012 to 2015")
PAT, KIM = ("pat-invented", "Pat Invented"), ("kim-madeup", "Kim Madeup")
ANYONE, CLOSE = "anyone on or off LinkedIn", "your connections only"
h11_impl.STATUS_PHRASES.setdefault(999, b"Request denied")  # which no other site sends


@dataclass(frozen=True)
class Update:
    """One update as the server holds it; ``header`` is what the owner did with somebody else's."""

    number: int
    day: int
    text: str
    by: tuple[str, str] = (ME, NAME)
    header: str = ""
    seen: str = ANYONE
    photo: int | None = None
    comments: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return str((int(moment(self.day).timestamp() * 1000) << 22) + self.number)


UPDATES = (
    Update(1, 70, "Open & glad", comments=("A far longer answer, written by somebody else altogether",)),
    Update(2, 66, "For my connections", seen=CLOSE),
    Update(3, 60, "Kim's own words", KIM, "reposted this"),
    Update(4, 55, "Pat liked shoes", PAT, "likes this"),
    Update(5, 50, "Pat asked", PAT, "commented on this", comments=("What the owner answered",)),
    Update(6, 45, "With a picture", photo=701),
    *(Update(10 + n, 40 - n, f"Day {n} of the term") for n in range(6)),
)
OWN = tuple(one for one in UPDATES if one.by[0] == ME)
CONNECTIONS = tuple((f"colleague-{n:02}", f"Colleague {n:02}", f"Role {n:02}") for n in range(13))
SWITCHES = (
    ("Your profile's public visibility", True),
    ("Headline", True),
    ("Profile photo", False),
    ("Articles & activity", True),
)


class LinkedIn(Replica):
    """LinkedIn as it was until 2025 and as it is reported of 2026."""

    title = "LinkedIn"
    reading = ("/flagship-web/rsc-action/actions/pagination",)
    entry = Entry(
        "/login", "/checkpoint/lg/login-submit", "session_key", "session_password",
        "/checkpoint/challenge/AgHx", "pin", "/check/add-phone", "/feed/",
    )  # fmt: skip

    def __init__(self, generation: str, stranger: str = "") -> None:
        super().__init__(generation)
        self.stranger = stranger or ("refused" if generation == "voyager" else "page")

    @property
    def new(self) -> bool:
        return self.generation == "sdui"

    def expected(self) -> list[Row]:
        found = []
        for one in UPDATES:
            lenses = BOTH if self.stranger == "page" and one in OWN[:2] and one.seen == ANYONE else OWNER
            audience = Audience.PUBLIC if one.seen == ANYONE else Audience.FRIENDS
            if one.by[0] == ME:
                found.append(Row(one.id, one.text, moment(one.day), audience, lenses=lenses))
            elif one.header == "reposted this":
                found.append(Row(one.id, one.text, None, audience, PostKind.REPOST, False, None, one.by[0]))
        return sorted(found)

    def missing(self) -> list[Gapped]:
        """Every gap that a capture has to tell, each for its lens."""
        closed = [(part, Lens.PUBLIC, None) for part in (Part.BIO, Part.POSTS)]
        owner = [
            (Part.COMMENTS, Lens.OWNER, None),
            (Part.CONTACT, Lens.OWNER, None),
            (Part.SETTINGS, Lens.OWNER, 6),
        ]
        return [*owner, *([(Part.POSTS, Lens.PUBLIC, None)] if self.stranger == "page" else closed)]

    def answer(self, asked: Asked, *, signed_in: bool) -> Reply:
        if asked.path == "/voyager/api/graphql":
            start = int(re.search(r"start:(\d+)", asked.query["variables"])[1])  # type: ignore[index]
            kept = [
                {"$type": "com.linkedin.voyager.Update", "kept": one}
                for one in self.items(asked.query["queryId"][7:].split(".")[0])[start : start + 4]
            ]
            return answer({"data": {"paging": {"start": start}}, "included": kept})
        if asked.path.startswith("/flagship-web/"):
            start = json.loads(asked.body)["start"]
            shown = [
                {"component": "Item", "props": one}
                for one in self.items(asked.query["list"])[start : start + 4]
            ]
            return Reply("1:" + json.dumps({"component": "List", "children": shown}), kind="text/x-component")
        if asked.path in {"/", "/feed/"}:
            return Reply(self.page("<h1>Feed</h1>", "Feed") if signed_in else self.login_page())
        if not signed_in:
            return self.for_strangers(asked)
        if asked.path == "/in/me/":
            return go(f"/in/{ME}/")
        return self.own(asked.path)

    def own(self, path: str) -> Reply:
        """The owner's pages."""
        if path == f"/in/{ME}/":
            return Reply(self.page(self.profile(), NAME))
        if path == f"/in/{ME}/recent-activity/all/":
            return Reply(self.page(f"<h2>All activity</h2>{self.listing('updates', 3)}", "Activity"))
        if path == "/mynetwork/invite-connect/connections/":
            suggested = (
                f"<aside>{self.region('People you may know', ['<a href=/in/zoe-stranger/>Zoe</a>'])}</aside>"
            )
            return Reply(
                self.page(
                    f"<h1>13 connections</h1>{self.listing('connections', 5)}", "Connections", suggested
                )
            )
        if path == "/public-profile/settings":
            return Reply(
                self.page("<h2>Edit visibility</h2>" + "".join(map(self.switch, SWITCHES)), "Public profile")
            )
        return Reply(self.page("<h2>This page doesn't exist</h2>", "Not found"), 404)

    def switch(self, one: tuple[str, bool]) -> str:
        label, on = one
        state = str(on).lower()
        if self.new:
            return f'<div><span id="{label[:4]}">{label}</span><button role=switch aria-checked={state} aria-labelledby="{label[:4]}"></button></div>'
        return f'<label for="{label}">{label}</label><input type=checkbox role=switch id="{label}" aria-checked={state}>'

    def items(self, which: str) -> list[Data]:
        if which == "connections":
            return [
                {"href": f"/in/{slug}/", "name": name, "about": about} for slug, name, about in CONNECTIONS
            ]
        return [self.update(one) for one in UPDATES]

    def update(self, one: Update) -> Data:
        header = {"href": f"/in/{ME}/", "name": NAME, "words": one.header} if one.header else None
        comments = [{"href": f"/in/{PAT[0]}/", "name": PAT[1], "text": text} for text in one.comments]
        photo = f"{self.site}/pictures/{one.photo}.png?feedshare=/feedshare-shrink/" if one.photo else None
        author = {"href": f"/in/{one.by[0]}/", "name": one.by[1]}
        return {
            "urn": f"urn:li:activity:{one.id}",
            "text": one.text,
            "author": author,
            "header": header,
            "seen": one.seen,
            "photo": photo,
            "comments": comments,
        }

    def listing(self, which: str, first: int) -> str:
        given = self.items(which)
        names = {"MARKUP": self.generation, "LIST": which, "GIVEN": given[:first], "TOTAL": len(given)}
        told = "".join(f"const {name} = {json.dumps(value)};" for name, value in names.items())
        return f"<div id=updates role={'list' if self.new else 'region'}></div><script>{told}{LAZY}{program('linkedin')}</script>"

    def region(self, title: str, items: list[str], text: str = "") -> str:
        """A section of the profile as each generation writes it."""
        if self.new:
            entries = "".join(f"<div role=listitem>{item}</div>" for item in items)
            inner = f"<div role=list>{entries}</div>" if items else f"<div>{text}</div>"
            return f'<div role=region aria-label="{title}"><div role=heading aria-level=2>{title}</div>{inner}</div>'
        inner = (
            "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
            if items
            else f"<div>{text}</div>"
        )
        return f'<section id="{title.lower().replace(" ", "-")}"><h2>{title}</h2>{inner}</section>'

    def profile(self) -> str:
        top = f"<p>{HEADLINE}</p><p>{PLACE}</p>"
        top = (
            f"<div role=region><div role=heading aria-level=1>{NAME}</div>{top}</div>"
            if self.new
            else f"<section><h1>{NAME}</h1>{top}</section>"
        )
        about = self.region("About", [], ABOUT.replace("\n", "<br>"))
        latest = [f'<a href="/feed/update/urn:li:activity:{one.id}/">{one.text}</a>' for one in UPDATES[:2]]
        if not self.new:
            latest = [
                f'<div data-urn="urn:li:activity:{UPDATES[3].id}"><a href=/in/{PAT[0]}/>Pat</a><span dir=ltr>Pat liked shoes</span></div>'
            ]
        around = self.region("People you may know", ["<a href=/in/zoe-stranger/>Zoe Stranger</a>"])
        return f"{top}{TRAPS}{about}{self.region('Activity', latest)}{self.region('Experience', list(JOBS))}{around}"

    def page(self, content: str, title: str, more: str = "") -> str:
        main = f"<div role=main>{content}</div>" if self.new else f"<main>{content}</main>"
        nav = (
            '<nav id=global-nav><a href="/mynetwork/">My network</a></nav>'
            if not self.new
            else '<header><a href="/in/me/" data-view-name="navigation-homepage">Me</a></header>'
        )
        me = {
            "data": {"plainId": 42, "*miniProfile": "urn:li:fs_miniProfile:A"},
            "included": [
                {
                    "entityUrn": "urn:li:fs_miniProfile:A",
                    "publicIdentifier": ME,
                    "firstName": "Ellis",
                    "lastName": "Sample",
                    "occupation": HEADLINE,
                }
            ],
        }
        code = "" if self.new else f"<code style='display:none'>{json.dumps(me)}</code>"
        return f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title} | LinkedIn</title></head><body>{nav}{main}{more}{code}</body></html>"

    def for_strangers(self, asked: Asked) -> Reply:
        """Refused, walled, or the public page."""
        if asked.path != f"/in/{ME}/" or self.stranger == "wall":
            return go("/authwall?trk=x") if asked.path != "/authwall" else Reply(self.wall())
        if self.stranger == "refused":
            return Reply(
                "<html><body><script>window.onload = () => {};</script></body></html>" + " " * 1500, 999
            )
        person = {
            "@type": "Person",
            "name": NAME,
            "sameAs": f"https://www.linkedin.com/in/{ME}",
            "description": "I teach maths.<br>I bake.",
            "jobTitle": ["Teacher", "*****"],
            "address": {"addressLocality": PLACE},
        }
        posted = [
            {
                "@type": "DiscussionForumPosting",
                "text": one.text,
                "datePublished": moment(one.day).isoformat(),
                "url": self.public_address(one),
                "author": {"@type": "Person", "url": f"https://www.linkedin.com/in/{one.by[0]}"},
            }
            for one in (OWN[0], UPDATES[3])
        ]
        linked = f'<script type="application/ld+json">{json.dumps({"@graph": [person, *posted]})}</script>'
        shared = f'<a href="{self.public_address(OWN[0])}" data-tracking-control-name=public_profile_share_view>Open &amp; glad</a>'
        liked = f'<a href="{self.public_address(UPDATES[3])}" data-tracking-control-name=public_profile_like_view>Pat liked shoes</a>'
        body = f"<main><section><h1>{NAME}</h1><h2>{HEADLINE}</h2></section><section data-section=summary><h2>About</h2><p>I teach maths.<br>I bake.</p></section><section data-section=posts><h2>Activity</h2>{shared}{liked}</section></main>"
        return Reply(
            f"<html><head><title>{NAME} | LinkedIn</title><meta name=pageKey content=public_profile_v3_desktop>{linked}</head><body>{body}</body></html>"
        )

    def wall(self) -> str:
        form = "<form action=/change/join><input name=session_key><input name=session_password type=password></form>"
        return f"<html><head><title>Sign Up | LinkedIn</title><meta name=pageKey content=auth_wall_desktop_profile></head><body><main><h1>Join LinkedIn</h1>{form}</main></body></html>"

    def public_address(self, one: Update) -> str:
        return f"https://www.linkedin.com/posts/{one.by[0]}_some-words-activity-{one.id}-EoRn?trk=x"
