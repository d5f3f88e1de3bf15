"""OUR OWN REPLICA of Instagram: "edge" (data of 2020 to 2022; a private account) and "polaris" (2026; an open one)."""

# ruff: noqa: E501 - what a network sends is read best a piece at a time

from __future__ import annotations

import json
from typing import Any

from instagram_held import (
    FOLLOWERS,
    FOLLOWING,
    HANDLE,
    ME,
    NAME,
    SETTINGS,
    SHOTS,
    SHOWN_TO_STRANGERS,
    TIMELINE,
    Held,
)
from replica import (
    LAZY,
    TRAPS,
    Asked,
    Entry,
    Reply,
    answer,
    go,
    program,
    stretch,
)


class Instagram(Held):
    """Instagram before and after its pages stopped carrying data."""

    title = "Instagram"

    reading = ("/graphql/query",)

    def __init__(self, generation: str) -> None:
        super().__init__(generation)
        names = (
            ("username", "password", "verificationCode") if self.old else ("email", "pass", "approvals_code")
        )
        second = "/accounts/login/two_factor/" if self.old else "/auth_platform/codeentry/"
        sent_to = "/api/v1/web/accounts/login/ajax/"
        self.entry = Entry(
            "/accounts/login/", sent_to, names[0], names[1], second, names[2], "/accounts/onetap/", "/"
        )

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
            return Reply(
                self.page(
                    f"<h1>{NAME}</h1><div id=grid></div>{pane}",
                    asked.path.strip("/").split("/")[1],
                    signed_in=True,
                )
            )
        if asked.path in {"/", "/accounts/edit/", "/accounts/who_can_see_your_content/"} or (
            asked.path == "/accounts/web_info/" and not self.old
        ):
            return Reply(self.page(self.settings(asked.path) + TRAPS, None, signed_in=True))
        return Reply(self.page("<h2>Sorry, this page isn't available.</h2>", None, signed_in=True), 404)

    def settings(self, path: str) -> str:
        if path.endswith("your_content/"):
            private = str(self.old).lower()
            if self.old:
                return (
                    f"<label>Private account<input type=checkbox role=switch aria-checked={private}></label>"
                )
            return f"<div><span id=p>Private account</span><div role=switch aria-labelledby=p aria-checked={private}></div></div>"
        return (
            "".join(
                f"<div><div>{question}</div><div>{words}</div></div>" for question, words in SETTINGS.items()
            )
            if path.endswith("edit/")
            else "<h1>Feed</h1>"
        )

    def profile(self, *, signed_in: bool) -> str:
        modal = "<dialog id=modal><h2>See more from ellis.sample</h2><form action=/change/login method=post>Log in<input name=email><input type=password name=pass></form></dialog>"
        closed = "<h2>This account is private</h2>" if self.old and not signed_in else ""
        return self.page(
            f"<header><h1>{NAME}</h1></header>{TRAPS}{closed}<div id=grid></div>{'' if signed_in else modal}",
            "",
            signed_in=signed_in,
        )

    def page(self, body: str, which: str | None, *, signed_in: bool) -> str:
        who: Any = {"id": ME, "username": HANDLE} if signed_in else None
        if self.old:
            shared = {
                "config": {"viewer": {**who, "has_profile_pic": True} if who else None},
                "entry_data": {"ProfilePage": [{}]},
            }
            told = f"<script>window._sharedData = {json.dumps(shared)};</script>"
        else:
            value = {
                "require": [
                    [
                        "ScheduledServerJS",
                        "handle",
                        None,
                        [{"__bbox": {"define": [["PolarisViewer", [], {"data": who}, 1]]}}],
                    ]
                ]
            }
            told = f"<script type=application/json data-sjs>{json.dumps(value)}</script>"
        names = {
            "OLD": self.old,
            "HANDLE": HANDLE,
            "ID": ME,
            "WHICH": which,
            "LIMIT": 0 if signed_in or self.old else SHOWN_TO_STRANGERS,
        }
        script = "".join(f"const {name} = {json.dumps(value)};" for name, value in names.items())
        run = f"<script>{script}{LAZY}{program('instagram')}</script>" if which is not None else ""
        return self.shell(
            f"<main>{body}</main>{told}{run}", '<meta property="al:ios:url" content="instagram://user">'
        )

    def query(self, asked: Asked, *, signed_in: bool) -> Reply:
        question = asked.form.get("fb_api_req_friendly_name", "")
        variables = json.loads(asked.form.get("variables") or asked.query["variables"])
        if "Mutation" in question:
            self.changes.append(question)
        if asked.query.get("query_hash") in {"followers", "following"}:
            return self.edge_people(asked.query["query_hash"], variables["after"], signed_in=signed_in)
        if self.old:
            return answer(
                {
                    "data": {
                        "user": {
                            "edge_owner_to_timeline_media": self.edge_media(
                                variables["after"], signed_in=signed_in
                            )
                        }
                    }
                }
            )
        if question == "PolarisProfilePageContentQuery":
            return answer({"data": {"user": self.polaris_user()}})
        if "Suggested" in question:
            other = {
                "pk": "6001",
                "username": "shoes",
                "full_name": "Shoes",
                "biography": "Buy",
                "is_private": False,
                "follower_count": 9,
            }
            return answer({"data": {"xdt_api__v1__discover__chaining": {"users": [other]}}})
        shots, cursor = stretch(SHOTS, variables.get("after"), 4)
        edges = [{"node": self.node(shot), "cursor": shot.code} for shot in shots]
        info = {"has_next_page": cursor is not None, "end_cursor": cursor}
        return answer({"data": {TIMELINE: {"edges": edges, "page_info": info}}})

    def people(self, asked: Asked, *, signed_in: bool) -> Reply:
        if not signed_in:
            return Reply(
                json.dumps({"message": "login_required", "require_login": True, "status": "fail"}),
                401,
                "application/json",
            )
        everybody = FOLLOWERS if asked.path.endswith("followers/") else FOLLOWING
        shown, after = stretch(everybody, asked.query.get("max_id"), 6)
        users = [
            {"pk": pk, "username": handle, "full_name": name, "is_private": False}
            for pk, handle, name in shown
        ]
        return answer({"users": users, "next_max_id": after, "big_list": after is not None, "status": "ok"})

    def edge_people(self, which: str, cursor: str, *, signed_in: bool) -> Reply:
        everybody = (FOLLOWERS if which == "followers" else FOLLOWING) if signed_in else ()
        shown, after = stretch(everybody, cursor or None, 8)
        edges = [{"node": {"id": pk, "username": handle, "full_name": name}} for pk, handle, name in shown]
        info = {"has_next_page": after is not None, "end_cursor": after}
        name = "edge_followed_by" if which == "followers" else "edge_follow"
        return answer(
            {"data": {"user": {name: {"count": len(everybody), "page_info": info, "edges": edges}}}}
        )
