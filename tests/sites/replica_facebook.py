"""OUR OWN REPLICA of Facebook: the shapes of January 2023 (profile with a name) and of 2026 (with a number)."""

# ruff: noqa: E501 - what a network sends is read best a piece at a time

from __future__ import annotations

import json

from facebook_held import LEFT_OUT, ME, NAME, SETTINGS, SHOP, SHOWN_TO_STRANGERS, VANITY, Held, Told
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


class Facebook(Held):
    """Facebook as it was ("2023") and as it is reported ("2026")."""

    title = "Facebook"

    reading = ("/api/graphql/",)

    entry = Entry(
        "/login/",
        "/login/device-based/regular/login/",
        "email",
        "pass",
        "/two_step_verification/two_factor/",
        "approvals_code",
        "/login/save-device/",
        "/",
    )

    def shell(self, body: str, head: str = "") -> str:
        return super().shell(f"<div role=main>{body}</div>", head)

    def answer(self, asked: Asked, *, signed_in: bool) -> Reply:
        if asked.path == "/api/graphql/":
            return self.graphql(asked, signed_in=signed_in)
        if asked.path == "/":
            return Reply(self.page("<h1>News feed</h1>", signed_in=signed_in))
        if asked.path == "/me/":
            return go(self.profile if signed_in else "/login/?next=%2Fme%2F")
        if not signed_in and (not self.new or "sk" in asked.query or asked.path.startswith("/settings")):
            return go("/login/?next=somewhere")
        if asked.path == "/settings/":
            return Reply(self.settings(asked.query["tab"]))
        tab = asked.query.get("sk", "") if self.new else asked.path.removeprefix(f"/{VANITY}").strip("/")
        if (asked.path, asked.query.get("id")) != ("/profile.php", ME) and not asked.path.startswith(
            f"/{VANITY}"
        ):
            return Reply(
                self.page("<h2>This content isn't available right now</h2>", signed_in=signed_in), 404
            )
        return Reply(self.tab(tab, signed_in=signed_in))

    def tab(self, tab: str, *, signed_in: bool) -> str:
        if tab == "friends":
            items = {"node": {"pageItems": self.friends(None)}}
            body = (
                "<h2>Friends</h2><div id=list></div><h2>People you may know</h2><a href=/zoe.stranger>Zoe</a>"
            )
            return self.page(
                body,
                self.data(items, "data-friends"),
                program("facebook") + program("facebook_friends"),
                signed_in=signed_in,
            )
        if tab.startswith(("about", "photos")):
            return self.page(f"<h2>{tab}</h2>", self.about() if "contact" in tab else "", signed_in=signed_in)
        first, cursor = stretch(self.stories(signed_in=signed_in), None, 3)
        units = {"edges": [{"node": self.story(told)} for told in first], "page_info": self.info(cursor)}
        user = {"id": ME, "name": NAME, "timeline_list_feed_units": units}
        odd = Told("9999", 95, "Buy our shoes", by=SHOP["id"])
        scripts = self.data({"user": user}, "data-timeline") + self.intro()
        scripts += f"<script type=application/json data-sjs data-strange>{json.dumps({'suggestion': self.story(odd)})}</script>"
        modal = "<dialog id=modal><h2>See more on Facebook</h2><button aria-label=Close>x</button>"
        modal += "<form method=post action=/change/login>Log in<input name=email><input type=password name=pass></form></dialog>"
        return self.page(
            f"<h1>{NAME}</h1>{TRAPS}{'' if signed_in else modal}",
            scripts,
            program("facebook"),
            signed_in=signed_in,
        )

    def page(self, body: str, scripts: str = "", run: str = "", *, signed_in: bool) -> str:
        who = (
            {"ACCOUNT_ID": ME, "USER_ID": ME, "NAME": NAME}
            if signed_in
            else {"ACCOUNT_ID": "0", "USER_ID": "0", "NAME": ""}
        )
        user = {
            "require": [
                [
                    "ScheduledServerJS",
                    "handle",
                    None,
                    [{"__bbox": {"define": [["CurrentUserInitialData", [], who, 270]]}}],
                ]
            ]
        }
        told = f"<script type=application/json data-sjs>{json.dumps(user)}</script>"
        limit = 0 if signed_in else SHOWN_TO_STRANGERS
        names = f"const VIRTUAL = {json.dumps(self.new)}, LIMIT = {limit}, OWNER = {json.dumps(ME)};"
        return self.shell(f"{body}{told}{scripts}") + (f"<script>{names}{LAZY}{run}</script>" if run else "")

    def graphql(self, asked: Asked, *, signed_in: bool) -> Reply:
        question, variables = asked.form["fb_api_req_friendly_name"], json.loads(asked.form["variables"])
        if "Mutation" in question:
            self.changes.append(question)
        if question.endswith("PaginationQuery"):
            return answer({"data": {"node": {"pageItems": self.friends(variables["cursor"])}}})
        (first, *rest), cursor = stretch(self.stories(signed_in=signed_in), variables["cursor"], 3)
        units = {"edges": [{"node": self.story(first)}]}
        path = ["node", "timeline_list_feed_units"]
        streamed = [
            {
                "label": "ProfileCometTimelineFeed_user$stream$x",
                "path": [*path, "edges", place],
                "data": {"node": self.story(told)},
            }
            for place, told in enumerate(rest, 1)
        ]
        end = {
            "label": "ProfileCometTimelineFeed_user$defer$y",
            "path": path,
            "data": {"page_info": self.info(cursor)},
        }
        head = {"data": {"node": {"__typename": "User", "id": ME, "timeline_list_feed_units": units}}}
        return answer(head, *streamed, end, guard="" if self.new else "for (;;);")

    def settings(self, tab: str) -> str:
        shown = {q: a for q, a in SETTINGS[tab].items() if not self.new or q not in LEFT_OUT}
        body = "".join(
            f"<div><div>{q}</div><div>{a}</div><a href=/change/edit>Edit</a></div>" for q, a in shown.items()
        )
        if self.new and tab == "profile_and_tagging":
            question = "Review posts you're tagged in before the post appears on your profile?"
            body = body.replace(
                f"<div>{question}</div><div>Off</div>",
                f'<div role=switch aria-checked=false aria-label="{question}"></div>',
            )
        return self.page(f"<h2>Settings</h2>{body}{TRAPS}", signed_in=True)
