"""OUR OWN REPLICA of Instagram: "edge" (data of 2020 to 2022; a private account) and "polaris" (2026; an open one)."""

# ruff: noqa: E501 - what a network sends is read best a piece at a time

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

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
    seconds,
    stretch,
)

from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind

ME, HANDLE, NAME, BIO = "3001", "ellis.sample", "Ellis Sample", "Bread & cats\nTeaches"
PAT = {"pk": "4001", "id": "4001", "username": "pat.invented", "full_name": "Pat Invented"}
TIMELINE = "xdt_api__v1__feed__user_timeline_graphql_connection"


@dataclass(frozen=True)
class Shot:
    """One post as the server holds it."""

    code: str
    day: int
    text: str | None
    pictures: int = 1
    by: str = ME
    comments: int = 0


SHOTS = (
    Shot("PINNED_1", 20, "Pinned & proud"),
    Shot("LOAVES_22", 60, "Two loaves", 2, comments=2),
    Shot("WORDLESS", 55, None),
    Shot("TOGETHER", 50, "Made by Pat, with Ellis", by="4001"),
    *(Shot(f"BREAD_{n:03}", 45 - n, f"Bread {n}\nfrom this week") for n in range(7)),
)
FOLLOWERS = tuple((str(5000 + n), f"follower.{n:02}", f"Follower {n:02}") for n in range(20))
FOLLOWING = (FOLLOWERS[3], ("4001", "pat.invented", "Pat Invented"))
SETTINGS = {
    "Show activity status": "On",
    "Who can tag you": "People you follow",
    "Who can mention you": "Everyone",
    "Allow comments from": "Everyone",
    "Similar account suggestions": "Off",
}
SHOWN_TO_STRANGERS = 4


class Instagram(Replica):
    """Instagram before and after its pages stopped carrying data."""

    title = "Instagram"
    reading = ("/graphql/query",)

    def __init__(self, generation: str) -> None:
        super().__init__(generation)
        names = ("username", "password", "verificationCode") if self.old else ("email", "pass", "approvals_code")
        second = "/accounts/login/two_factor/" if self.old else "/auth_platform/codeentry/"
        sent_to = "/api/v1/web/accounts/login/ajax/"
        self.entry = Entry("/accounts/login/", sent_to, names[0], names[1], second, names[2], "/accounts/onetap/", "/")

    @property
    def old(self) -> bool:
        return self.generation == "edge"

    def expected(self) -> list[Row]:
        audience = Audience.FRIENDS if self.old else Audience.PUBLIC
        found = []
        for place, shot in enumerate(SHOTS):
            lenses = BOTH if not self.old and place < SHOWN_TO_STRANGERS else OWNER
            own = shot.by == ME
            kind, author = (PostKind.POST, None) if own else (PostKind.REPOST, PAT["username"])
            found.append(Row(shot.code, shot.text or "", moment(shot.day), audience, kind, own, None, author, lenses))
        if self.old:
            found.append(Row("7001", "Lovely", moment(60, 10), Audience.UNKNOWN, PostKind.COMMENT, False, "LOAVES_22", "pat.invented"))
        return sorted(found)

    def missing(self) -> list[Gapped]:
        """Every gap that a capture has to tell, each for its lens."""
        both = [(part, lens, None) for part in (Part.COMMENTS, Part.IMAGES) for lens in (Lens.OWNER, Lens.PUBLIC)]
        people = [(Part.CONNECTIONS, Lens.PUBLIC, count) for count in (len(FOLLOWERS), len(FOLLOWING))]
        if self.old:
            return [*both, *people, (Part.COMMENTS, Lens.OWNER, 1)]
        stopped = [(Part.POSTS, Lens.PUBLIC, None), (Part.IMAGES, Lens.PUBLIC, None), (Part.POSTS, Lens.PUBLIC, len(SHOTS) - SHOWN_TO_STRANGERS)]
        return [*both, *people, *stopped, (Part.COMMENTS, Lens.OWNER, 2), (Part.COMMENTS, Lens.PUBLIC, 2)]

    def answer(self, asked: Asked, *, signed_in: bool) -> Reply:
        if asked.path in {"/graphql/query", "/graphql/query/"}:
            return self.query(asked, signed_in=signed_in)
        if asked.path == "/api/v1/users/web_profile_info/":
            return answer({"data": {"user": self.edge_user(signed_in=signed_in)}, "status": "ok"})
        if asked.path.startswith(f"/api/v1/friendships/{ME}/"):
            return self.people(asked, signed_in=signed_in)
        if asked.path == f"/{HANDLE}/":
            return Reply(self.profile(signed_in=signed_in))
        if not signed_in:
            return go("/accounts/login/?next=x")
        if asked.path in {f"/{HANDLE}/followers/", f"/{HANDLE}/following/"}:
            size = "width:760px;height:640px" if self.old else "width:400px;height:360px"
            pane = f"<div role=dialog><div id=people style='overflow-y:auto;{size}'></div></div>"
            return Reply(self.page(f"<h1>{NAME}</h1><div id=grid></div>{pane}", asked.path.strip("/").split("/")[1], signed_in=True))
        if asked.path in {"/", "/accounts/edit/", "/accounts/who_can_see_your_content/"} or (asked.path == "/accounts/web_info/" and not self.old):
            return Reply(self.page(self.settings(asked.path) + TRAPS, None, signed_in=True))
        return Reply(self.page("<h2>Sorry, this page isn't available.</h2>", None, signed_in=True), 404)

    def settings(self, path: str) -> str:
        if path.endswith("your_content/"):
            private = str(self.old).lower()
            if self.old:
                return f"<label>Private account<input type=checkbox role=switch aria-checked={private}></label>"
            return f'<div><span id=p>Private account</span><div role=switch aria-labelledby=p aria-checked={private}></div></div>'
        return "".join(f"<div><div>{question}</div><div>{words}</div></div>" for question, words in SETTINGS.items()) if path.endswith("edit/") else "<h1>Feed</h1>"

    def profile(self, *, signed_in: bool) -> str:
        modal = "<dialog id=modal><h2>See more from ellis.sample</h2><form action=/change/login method=post>Log in<input name=email><input type=password name=pass></form></dialog>"
        closed = "<h2>This account is private</h2>" if self.old and not signed_in else ""
        return self.page(f"<header><h1>{NAME}</h1></header>{TRAPS}{closed}<div id=grid></div>{'' if signed_in else modal}", "", signed_in=signed_in)

    def page(self, body: str, which: str | None, *, signed_in: bool) -> str:
        who: Any = {"id": ME, "username": HANDLE} if signed_in else None
        if self.old:
            shared = {"config": {"viewer": {**who, "has_profile_pic": True} if who else None}, "entry_data": {"ProfilePage": [{}]}}
            told = f"<script>window._sharedData = {json.dumps(shared)};</script>"
        else:
            value = {"require": [["ScheduledServerJS", "handle", None, [{"__bbox": {"define": [["PolarisViewer", [], {"data": who}, 1]]}}]]]}
            told = f"<script type=application/json data-sjs>{json.dumps(value)}</script>"
        names = {"OLD": self.old, "HANDLE": HANDLE, "ID": ME, "WHICH": which, "LIMIT": 0 if signed_in or self.old else SHOWN_TO_STRANGERS}
        script = "".join(f"const {name} = {json.dumps(value)};" for name, value in names.items())
        run = f"<script>{script}{LAZY}{program('instagram')}</script>" if which is not None else ""
        return self.shell(f"<main>{body}</main>{told}{run}", '<meta property="al:ios:url" content="instagram://user">')

    def query(self, asked: Asked, *, signed_in: bool) -> Reply:
        question = asked.form.get("fb_api_req_friendly_name", "")
        variables = json.loads(asked.form.get("variables") or asked.query["variables"])
        if "Mutation" in question:
            self.changes.append(question)
        if asked.query.get("query_hash") in {"followers", "following"}:
            return self.edge_people(asked.query["query_hash"], variables["after"], signed_in=signed_in)
        if self.old:
            return answer({"data": {"user": {"edge_owner_to_timeline_media": self.edge_media(variables["after"], signed_in=signed_in)}}})
        if question == "PolarisProfilePageContentQuery":
            return answer({"data": {"user": self.polaris_user()}})
        if "Suggested" in question:
            other = {"pk": "6001", "username": "shoes", "full_name": "Shoes", "biography": "Buy", "is_private": False, "follower_count": 9}
            return answer({"data": {"xdt_api__v1__discover__chaining": {"users": [other]}}})
        shots, cursor = stretch(SHOTS, variables.get("after"), 4)
        edges = [{"node": self.node(shot), "cursor": shot.code} for shot in shots]
        info = {"has_next_page": cursor is not None, "end_cursor": cursor}
        return answer({"data": {TIMELINE: {"edges": edges, "page_info": info}}})

    def polaris_user(self) -> Data:
        links = [{"url": "https://bread.example/", "title": "Bread"}]
        return {
            "pk": ME, "id": ME, "username": HANDLE, "full_name": NAME, "biography": BIO, "is_private": False, "bio_links": links,
            "follower_count": len(FOLLOWERS), "following_count": len(FOLLOWING), "media_count": len(SHOTS), "external_url": "https://bread.example/",
        }  # fmt: skip

    def node(self, shot: Shot) -> Data:
        me = {"pk": ME, "id": ME, "username": HANDLE}
        images = [{"pk": f"8{n}", "image_versions2": {"candidates": [{"url": self.picture(shot, n)}]}} for n in range(shot.pictures)]
        shape = images[0] if shot.pictures == 1 else {"carousel_media": images, "media_type": 8}
        return {
            **shape, "pk": "1", "code": shot.code, "media_type": 8 if shot.pictures > 1 else 1, "taken_at": seconds(moment(shot.day)),
            "caption": {"text": shot.text, "created_at": 1} if shot.text else None, "comment_count": shot.comments, "like_count": 3,
            "user": me if shot.by == ME else PAT, "coauthor_producers": [] if shot.by == ME else [me],
        }  # fmt: skip

    def picture(self, shot: Shot, number: int) -> str:
        return f"{self.site}/pictures/{(SHOTS.index(shot) + 1) * 10 + number}.png"

    def edge_user(self, *, signed_in: bool) -> Data:
        related = {"edges": [{"node": {"id": "6001", "username": "shoes", "biography": "Buy", "edge_owner_to_timeline_media": {"count": 1, "edges": []}, "edge_followed_by": {"count": 1}}}]}
        return {
            "id": ME, "username": HANDLE, "full_name": NAME, "biography": BIO, "is_private": True, "external_url": "https://bread.example/",
            "edge_followed_by": {"count": len(FOLLOWERS)}, "edge_follow": {"count": len(FOLLOWING)}, "edge_related_profiles": related,
            "edge_owner_to_timeline_media": self.edge_media(None, signed_in=signed_in),
        }  # fmt: skip

    def edge_media(self, cursor: str | None, *, signed_in: bool) -> Data:
        shots, after = stretch(SHOTS if signed_in else (), cursor, 4)
        info = {"has_next_page": after is not None, "end_cursor": after}
        return {"count": len(SHOTS), "page_info": info, "edges": [{"node": self.edge_node(shot)} for shot in shots]}

    def edge_node(self, shot: Shot) -> Data:
        children = [{"node": {"id": f"8{n}", "display_url": self.picture(shot, n)}} for n in range(shot.pictures)]
        comment = {"id": "7001", "text": "Lovely", "created_at": seconds(moment(60, 10)), "owner": PAT}
        return {
            "__typename": "GraphSidecar" if shot.pictures > 1 else "GraphImage", "id": "1", "shortcode": shot.code, "display_url": self.picture(shot, 0),
            **({"edge_sidecar_to_children": {"edges": children}} if shot.pictures > 1 else {}),
            "edge_media_to_caption": {"edges": [{"node": {"text": shot.text}}] if shot.text else []},
            "edge_media_to_comment": {"count": shot.comments, "edges": [{"node": comment}] if shot.comments else []},
            "taken_at_timestamp": seconds(moment(shot.day)),
            "owner": {"id": ME, "username": HANDLE} if shot.by == ME else PAT,
            "coauthor_producers": [] if shot.by == ME else [{"id": ME, "username": HANDLE}],
        }  # fmt: skip

    def people(self, asked: Asked, *, signed_in: bool) -> Reply:
        if not signed_in:
            return Reply(json.dumps({"message": "login_required", "require_login": True, "status": "fail"}), 401, "application/json")
        everybody = FOLLOWERS if asked.path.endswith("followers/") else FOLLOWING
        shown, after = stretch(everybody, asked.query.get("max_id"), 6)
        users = [{"pk": pk, "username": handle, "full_name": name, "is_private": False} for pk, handle, name in shown]
        return answer({"users": users, "next_max_id": after, "big_list": after is not None, "status": "ok"})

    def edge_people(self, which: str, cursor: str, *, signed_in: bool) -> Reply:
        everybody = (FOLLOWERS if which == "followers" else FOLLOWING) if signed_in else ()
        shown, after = stretch(everybody, cursor or None, 8)
        edges = [{"node": {"id": pk, "username": handle, "full_name": name}} for pk, handle, name in shown]
        info = {"has_next_page": after is not None, "end_cursor": after}
        name = "edge_followed_by" if which == "followers" else "edge_follow"
        return answer({"data": {"user": {name: {"count": len(everybody), "page_info": info, "edges": edges}}}})
