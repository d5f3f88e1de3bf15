"""OUR OWN REPLICA of X: "2025" (all under ``legacy``; a protected account) and "2026" (an open account)."""

# ruff: noqa: E501 - what a network sends is read best a piece at a time

from __future__ import annotations

import json
from typing import Any

from replica import (
    CODE,
    COOKIES,
    LAZY,
    PASSWORD,
    TRAPS,
    USER,
    WRONG,
    Asked,
    Data,
    Entry,
    Reply,
    answer,
    go,
    program,
    stretch,
)
from x_held import BIO, FIRST, FOLLOWERS, FOLLOWING, HANDLE, ME, POPULAR, SWITCHES, Held


class X(Held):
    """X before and after its data changed in August 2026."""

    title = "X"

    entry = Entry("/i/flow/login", "", "", "", "", "", "", "/home")

    def way_in(self, asked: Asked) -> Reply | None:
        if asked.path == "/login":
            return go("/i/flow/login")
        if asked.path == "/i/flow/login":
            return Reply(self.shell(f"{COOKIES}<script>{LAZY}{program('x_flow')}</script>"))
        return self._step(asked) if asked.path == "/1.1/onboarding/task.json" else None

    def _step(self, asked: Asked) -> Reply:
        step, text = asked.form["step"], asked.form["text"]
        if step == "password" and text != PASSWORD:
            self.refused_passwords += 1
            return answer({"error": "Wrong password!", "flow_token": "t"})
        following = {"user": "password", "password": "code", "code": "done" if text == CODE else "code"}[step]
        headers = {"set-cookie": "session=ellis; Path=/"} if following == "done" else {}
        return Reply(json.dumps({"flow_token": "t", "next": following}), 200, "application/json", headers)

    def types_password(self, page: Any, password: str) -> None:
        if page.query_selector("#user"):
            page.fill("#user", USER)
            page.click("#go")
        page.fill("#password", password)
        page.click("#go")
        page.wait_for_selector("#told:not(:empty)" if password == WRONG else "#code")

    def answer(self, asked: Asked, *, signed_in: bool) -> Reply:
        if asked.path.startswith("/i/api/"):
            return self.data(asked, signed_in=signed_in)
        if asked.path == "/home":
            return Reply(self.app("<h1>Home</h1>", signed_in=signed_in))
        if asked.path.startswith("/settings/"):
            return Reply(self.settings()) if signed_in else go("/i/flow/login")
        name, _, tab = asked.path.strip("/").partition("/")
        if name != HANDLE:
            return Reply(self.app("Hmm...this page doesn't exist.", signed_in=signed_in), 404)
        if not signed_in:
            return Reply(self.for_strangers()) if not tab else go("/i/flow/login?redirect_after_login=x")
        operations = {"": "UserTweets", "with_replies": "UserTweetsAndReplies", "media": "UserMedia"}
        if self.new:
            operations |= {"": "UserOriginalsTimeline", "with_replies": "UserRepliesTimeline"}
        operation = operations.get(tab) or tab.capitalize()
        ask = {"operation": operation, "key": "aB-c_1", "variables": {"userId": ME}}
        beside = '<div data-testid="sidebarColumn"><div data-testid="UserCell"><span>Zoe</span><span>@zoe_stranger</span></div></div>'
        about = (
            ""
            if tab.startswith("follow")
            else f"<script>fetch('/i/api/graphql/q/UserByScreenName?variables=%7B%22screen_name%22%3A%22{HANDLE}%22%7D')</script>"
        )
        run = f"<script>const ASK = {json.dumps(ask)};{LAZY}{program('x')}lazily(load);</script>"
        return Reply(
            self.app(f"{self.face()}{TRAPS}<div id=column></div>", f"{beside}{about}{run}", signed_in=True)
        )

    def face(self) -> str:
        lock = "" if self.new else '<svg data-testid="icon-lock"></svg>'
        return f'<div data-testid="UserName"><span>Ellis Sample</span><span>@{HANDLE}</span>{lock}</div><div data-testid="UserDescription">Bread &amp; cats</div>'

    def app(self, content: str, more: str = "", *, signed_in: bool) -> str:
        menu = (
            f'<a data-testid="AppTabBar_Profile_Link" href="/{HANDLE}">Profile</a>'
            if signed_in
            else '<a href="/login" data-testid="login">Log in</a>'
        )
        bar = "" if signed_in else f'<div data-testid="BottomBar">{COOKIES}</div>'
        viewer = (
            "<script>fetch('/i/api/graphql/v/Viewer?variables=%7B%7D')</script>"
            if self.new and signed_in
            else ""
        )
        head = '<meta property="og:site_name" content="X (formerly Twitter)">'
        body = f'<div id="react-root">{menu}<main data-testid="primaryColumn">{content}</main></div>{bar}{more}{viewer}'
        return self.shell(body, head)

    def settings(self) -> str:
        if self.new:
            return self.app(
                "<h2>Settings</h2>" + TRAPS,
                "<script>fetch('/i/api/1.1/account/settings.json')</script>",
                signed_in=True,
            )
        state = {
            "session": {"user_id": ME},
            "settings": {"remote": {"settings": SWITCHES}},
            "entities": {"users": {"entities": {}}},
        }
        return self.app(
            "<h2>Settings</h2>" + TRAPS,
            f"<script>window.__INITIAL_STATE__={json.dumps(state)};</script>",
            signed_in=True,
        )

    def for_strangers(self) -> str:
        if not self.new:
            closed = f"{self.face()}<h2>These posts are protected</h2>Only approved followers can see @{HANDLE}'s posts."
            guest = f"<script>fetch('/i/api/graphql/q/UserByScreenName?variables=%7B%22screen_name%22%3A%22{HANDLE}%22%7D')</script>"
            return self.app(closed, guest, signed_in=False)
        counts = [
            ("FollowAction", len(FOLLOWERS)),
            ("SubscribeAction", len(FOLLOWING)),
            ("WriteAction", self.total),
        ]
        statistic = [
            {"interactionType": f"https://schema.org/{name}", "userInteractionCount": count}
            for name, count in counts
        ]
        person = {
            "@type": "Person",
            "additionalName": HANDLE,
            "name": "Ellis Sample",
            "identifier": ME,
            "description": BIO,
            "interactionStatistic": statistic,
        }
        linked = json.dumps({"@context": "http://schema.org", "@type": "ProfilePage", "mainEntity": person})
        schema = f'<script type="application/ld+json" data-testid="UserProfileSchema-test">{linked}</script>'
        posts = "".join(
            f"<script type=application/json class=given>{json.dumps(self.tweet(said))}</script>"
            for said in POPULAR
        )
        show = "document.querySelectorAll('.given').forEach(one => rows.push(cell => post(cell, JSON.parse(one.textContent)))); draw();"
        run = f"{posts}<script>{LAZY}{program('x')}{show}</script>"
        return self.app(f"{self.face()}<div id=column></div>", schema + run, signed_in=False)

    def data(self, asked: Asked, *, signed_in: bool) -> Reply:
        operation, variables = asked.path.rsplit("/", 1)[-1], json.loads(asked.query.get("variables", "{}"))
        if operation == "settings.json":
            return answer(
                {name: value for name, value in SWITCHES.items() if name != "discoverable_by_mobile_phone"}
                | {"protected": False}
            )
        if operation == "Viewer":
            return answer({"data": {"viewer": {"user_results": {"result": self.user(ME)}}}})
        if operation == "UserByScreenName":
            return answer({"data": {"user": {"result": self.user(ME)}}})
        if not signed_in:
            return Reply(
                json.dumps({"errors": [{"code": 32, "message": "Could not authenticate you"}]}),
                401,
                "application/json",
            )
        steps = self.steps(operation, variables.get("cursor"))
        timeline = {"timeline": {"instructions": steps}}
        name = "timeline" if self.new else "timeline_v2"
        return answer({"data": {"user": {"result": {"__typename": "User", name: timeline}}}})

    def steps(self, operation: str, start: str | None) -> list[Data]:
        """The steps of a list: its items, its pinned post, its marks."""
        items, cursor = stretch(self.entries(operation), start, 6)
        marks = [
            {
                "entryId": f"cursor-{end.lower()}-1",
                "content": {
                    "entryType": "TimelineTimelineCursor",
                    "cursorType": end,
                    "value": cursor or "after-999",
                },
            }
            for end in ("Top", "Bottom")
        ]
        steps: list[Data] = [{"type": "TimelineClearCache"}]
        if operation == "UserMedia":
            module = [
                {
                    "entryId": f"profile-grid-0-{entry['entryId']}",
                    "item": {"itemContent": entry["content"]["itemContent"]},
                }
                for entry in items
            ]
            steps += [
                {"type": "TimelineAddToModule", "moduleItems": module},
                {"type": "TimelineAddEntries", "entries": marks},
            ]
        else:
            if operation in {"UserTweets", "UserOriginalsTimeline"} and start is None:
                steps.append({"type": "TimelinePinEntry", "entry": self.entry_of(FIRST)})
            steps.append({"type": "TimelineAddEntries", "entries": [*items, *marks]})
        return steps
