"""OUR OWN REPLICA of Facebook: the shapes of January 2023 (profile with a name) and of 2026 (with a number)."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from replica import (
    BOTH,
    LAZY,
    OWNER,
    TRAPS,
    Asked,
    Data,
    Entry,
    Replica,
    Reply,
    Row,
    answer,
    go,
    moment,
    seconds,
    stretch,
)

from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind

ME, NAME, VANITY = "100000000000007", "Ellis Sample", "ellis.sample"
PEOPLE = {"100000000000021": "Pat Invented", "100000000000022": "Kim Madeup", ME: NAME}
PAT, KIM = list(PEOPLE)[:2]
SHOP = {"id": "100000000000099", "name": "A Shop That Pays"}


@dataclass(frozen=True)
class Told:
    """One story as the server holds it."""

    id: str
    day: int
    text: str
    scope: str = "everyone"
    by: str = ME
    shared: tuple[str, str] | None = None
    photo: str | None = None
    comments: tuple[tuple[str, str, str], ...] = ()
    counted: int = 0


STORIES = (
    Told(
        "9001", 90, "The kettle & the cat", comments=(("7001", KIM, "Lovely"), ("7002", ME, "Ta")), counted=3
    ),
    Told("9002", 80, "Only for friends", "friends"),
    Told("9003", 70, "A note to myself", "only_me"),
    Told("9004", 60, "Written on Ellis's page", "friends", by=PAT),
    Told("9005", 50, "Look at this", shared=(KIM, "Kim's own words")),
    Told("9006", 40, "Not for everybody", "friends_except"),
    Told("9007", 30, "With a picture", photo="501"),
    Told("9008", 20, "A scope that nobody knows", "brand_new_scope"),
    Told("9009", 10, "Bread, day one\nand a second line"),
    Told("9010", 8, "Bread, day two"),
    Told("9011", 6, "Bread, day three"),
    Told("9012", 4, "Bread, day four"),
    Told("9013", 2, "No more bread"),
)
AUDIENCES = {
    "everyone": Audience.PUBLIC,
    "friends": Audience.FRIENDS,
    "only_me": Audience.PRIVATE,
    "friends_except": Audience.CUSTOM,
}
FRIENDS = tuple((f"1000000000001{n:02}", f"Friend {n:02}", n % 3 != 0) for n in range(11))
SETTINGS = {
    "privacy": {
        "Who can see your future posts?": "Friends",
        "Who can see your friends list?": "Public",
        "Who can send you friend requests?": "Everyone",
        "Who can look you up using the email address you provided?": "Friends of friends",
        "Who can look you up using the phone number you provided?": "Only me",
        "Do you want search engines outside of Facebook to link to your profile?": "Yes",
    },
    "profile_and_tagging": {
        "Who can post on your profile?": "Friends",
        "Who can see what others post on your profile?": "Friends of friends",
        "Who can see posts you're tagged in on your profile?": "Friends",
        "Review posts you're tagged in before the post appears on your profile?": "Off",
    },
    "followers": {"Who can follow me": "Public"},
}
LEFT_OUT = ("Who can send you friend requests?", "Who can follow me")
"""What the newer pages do not show."""
SHOWN_TO_STRANGERS = 6
DRAW = """
const drawn = new Set();
function draw(story) {
  drawn.add(story);
  const actor = find(story, 'actors')[0], article = make(feed, 'div', {role: 'article', style: 'height:420px'});
  const heading = make(article, 'h3', {});
  make(heading, 'a', {href: actor.url || '/profile.php?id=' + actor.id}, actor.name);
  make(article, 'a', {href: find(story, 'wwwURL') + '&__tn__=%2CO'}, 'a while ago');
  const scope = find(story, 'privacy_scope');
  if (scope) make(article, 'span', {role: 'img', 'aria-label': 'Shared with ' + scope.description});
  const message = find(story, 'message');
  make(article, 'div', {'data-ad-comet-preview': 'message'}, message ? message.text : '');
  const photo = find(story, 'viewer_image');
  if (photo) make(article, 'img', {src: photo.uri, width: 60});
  for (const one of find(story, 'interesting_top_level_comments') || []) {
    const comment = make(feed, 'div', {role: 'article', 'aria-label': 'Comment by ' + one.comment.author.name});
    make(comment, 'a', {href: one.comment.url}, one.comment.author.name);
    make(comment, 'div', {}, one.comment.body.text);
  }
  if (VIRTUAL && feed.children.length > 6) feed.firstChild.remove();
}
const feed = make(document.querySelector('[role=main]'), 'div', {role: 'feed'});
let info = {};
function take(value) {
  const units = find(value, 'timeline_list_feed_units');
  for (const edge of units ? units.edges : []) draw(edge.node);
  if (value.path && value.data.node) draw(value.data.node);
  info = find(value, 'page_info') || info;
}
document.querySelectorAll('[data-timeline]').forEach(script => take(JSON.parse(script.textContent)));
const strange = document.querySelector('[data-strange]');
if (strange) { draw(JSON.parse(strange.textContent).suggestion); drawn.delete([...drawn].pop()); }
async function ask(question, variables) {
  const sent = new URLSearchParams({fb_api_req_friendly_name: question, variables: JSON.stringify(variables),
    doc_id: String(Math.floor(Math.random() * 1e12))});
  const got = await fetch('/api/graphql/', {method: 'POST', body: sent});
  return (await got.text()).replace('for (;;);', '').split('\\n').map(JSON.parse);
}
if (document.querySelector('[data-timeline]')) lazily(async () => {
  if (!info.has_next_page) return false;
  const values = await ask('ProfileCometTimelineFeedRefetchQuery', {cursor: info.end_cursor, count: 3, id: OWNER});
  values.forEach(take);
  if (LIMIT && drawn.size >= LIMIT) { document.getElementById('modal').showModal(); return false; }
  return true;
});
"""
FRIENDS_SCRIPT = """
const list = document.getElementById('list');
let mark;
function show(value) {
  const items = find(value, 'pageItems');
  for (const edge of items.edges) {
    const row = make(list, 'div', {style: 'height:180px'});
    make(row, 'a', {href: edge.node.url}, edge.node.title.text);
  }
  mark = items.page_info;
}
show(JSON.parse(document.querySelector('[data-friends]').textContent));
lazily(async () => {
  if (!mark.has_next_page) return false;
  (await ask('ProfileCometAppCollectionListRendererPaginationQuery', {cursor: mark.end_cursor, id: OWNER})).forEach(show);
  return true;
});
"""


class Facebook(Replica):
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

    @property
    def new(self) -> bool:
        return self.generation == "2026"

    @property
    def profile(self) -> str:
        return f"/profile.php?id={ME}" if self.new else f"/{VANITY}"

    def shell(self, body: str, head: str = "") -> str:
        return super().shell(f"<div role=main>{body}</div>", head)

    def expected(self) -> list[Row]:
        found, strangers = [], self.stories(signed_in=False)[: SHOWN_TO_STRANGERS if self.new else 0]
        for told in STORIES:
            lenses = BOTH if told in strangers else OWNER
            at, audience, own = moment(told.day), AUDIENCES.get(told.scope, Audience.UNKNOWN), told.by == ME
            author = None if own else PEOPLE[told.by]
            found.append(Row(told.id, told.text, at, audience, own=own, author=author, lenses=lenses))
            if told.shared:
                who, words = PEOPLE[told.shared[0]], told.shared[1]
                more = (PostKind.REPOST, False, told.id, who, lenses)
                found.append(Row(f"{told.id}/shared", words, at, audience, *more))
            for name, by, words in told.comments:
                who, when = (None if by == ME else PEOPLE[by]), at + timedelta(hours=1)
                more = (PostKind.COMMENT, by == ME, told.id, who, lenses)
                found.append(Row(name, words, when, Audience.UNKNOWN, *more))
        return sorted(found)

    def missing(self) -> list[tuple[Part, Lens | None, int | None]]:
        """Every gap that a capture has to tell, each for its lens."""
        found: list[tuple[Part, Lens | None, int | None]] = [
            (Part.COMMENTS, Lens.OWNER, None),
            (Part.COMMENTS, Lens.OWNER, 1),
            (Part.IMAGES, Lens.OWNER, None),
            *((part, Lens.PUBLIC, None) for part in (Part.POSTS, Part.CONNECTIONS)),
        ]
        if not self.new:
            return [*found, *((part, Lens.PUBLIC, None) for part in (Part.BIO, Part.CONTACT))]
        stopped = [
            (part, Lens.PUBLIC, None) for part in (Part.POSTS, Part.CONNECTIONS, Part.COMMENTS, Part.IMAGES)
        ]
        return [*found, *stopped, (Part.COMMENTS, Lens.PUBLIC, 1), (Part.SETTINGS, Lens.OWNER, len(LEFT_OUT))]

    def stories(self, *, signed_in: bool) -> tuple[Told, ...]:
        return STORIES if signed_in else tuple(told for told in STORIES if told.scope == "everyone")

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
                body, self.data(items, "data-friends"), DRAW + FRIENDS_SCRIPT, signed_in=signed_in
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
            f"<h1>{NAME}</h1>{TRAPS}{'' if signed_in else modal}", scripts, DRAW, signed_in=signed_in
        )

    def page(self, body: str, scripts: str = "", program: str = "", *, signed_in: bool) -> str:
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
        return self.shell(f"{body}{told}{scripts}") + (
            f"<script>{names}{LAZY}{program}</script>" if program else ""
        )

    def data(self, result: Data, mark: str = "") -> str:
        prepared = ["x", {"__bbox": {"complete": True, "result": {"data": result}}}]
        value = {
            "require": [
                [
                    "ScheduledServerJS",
                    "handle",
                    None,
                    [{"__bbox": {"require": [["RelayPrefetchedStreamCache", "next", [], prepared]]}}],
                ]
            ]
        }
        return f"<script type=application/json data-sjs {mark}>{json.dumps(value)}</script>"

    def info(self, cursor: str | None) -> Data:
        return {"end_cursor": cursor, "has_next_page": cursor is not None}

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

    def friends(self, cursor: str | None) -> Data:
        people, after = stretch(FRIENDS, cursor, 4)
        edges = [
            {
                "node": {
                    "id": b64encode(f"app_item:{identity}".encode()).decode(),
                    "title": {"text": name},
                    "url": self.friend_address(identity, named=named),
                    "subtitle_text": {"text": "Works at An Invented School"} if named else None,
                    "node": {"__typename": "User", "id": identity},
                }
            }
            for identity, name, named in people
        ]
        return {"edges": edges, "page_info": self.info(after)}

    def friend_address(self, identity: str, *, named: bool) -> str:
        return f"{self.site}/friend.{identity[-2:]}" if named else f"{self.site}/profile.php?id={identity}"

    def address(self, told: Told) -> str:
        if self.new:
            return f"{self.site}/permalink.php?story_fbid=pfbid0{told.id}&id={ME}"
        return f"{self.site}/{VANITY}/posts/pfbid0{told.id}?a=b"

    def actor(self, identity: str) -> Data:
        url = f"{self.site}{self.profile}" if identity == ME else f"{self.site}/profile.php?id={identity}"
        return {"__typename": "User", "id": identity, "name": PEOPLE.get(identity, SHOP["name"]), "url": url}

    def story(self, told: Told) -> Data:
        message = {"text": told.text}
        content: Data = {
            "actors": [self.actor(told.by)],
            "wwwURL": self.address(told),
            "attachments": self.attached(told),
        }
        content |= (
            {"message": message}
            if self.new
            else {"comet_sections": {"message": {"story": {"message": message}}}}
        )
        if told.shared:
            who, words = told.shared
            theirs = {
                "actors": [self.actor(who)],
                "message": {"text": words},
                "creation_time": 1,
                "privacy_scope": {"icon_image": {"name": "friends"}},
            }
            content["attached_story"] = {
                "__typename": "Story",
                "post_id": "8123",
                "comet_sections": {"content": {"story": theirs}},
            }
        when = {"story": {"creation_time": seconds(moment(told.day)), "url": self.address(told)}}
        scope = {
            "story": {
                "privacy_scope": {
                    "icon_image": {"name": f"{told.scope}"},
                    "description": {"everyone": "Publiczne"}.get(told.scope, "?"),
                }
            }
        }
        sections: Data = {
            "content": {"story": content},
            "feedback": {"story": {"feedback_context": self.feedback(told)}},
        }
        if self.new:
            sections |= {"timestamp": when, "audience": scope}
        else:
            sections |= {"context_layout": {"story": {"comet_sections": {"metadata": [when, scope]}}}}
        wrapped = b64encode(f"S:_I{ME}:{told.id}:{told.id}".encode()).decode()
        return {
            "__typename": "Story",
            "id": wrapped,
            **({} if self.new else {"post_id": told.id}),
            "comet_sections": sections,
        }

    def attached(self, told: Told) -> list[Data]:
        if told.photo is None:
            return []
        photo = {
            "__typename": "Photo",
            "id": told.photo,
            "viewer_image": {"uri": f"{self.site}/pictures/{told.photo}.png"},
        }
        return [{"styles": {"attachment": {"media": photo}}}]

    def feedback(self, told: Told) -> Data:
        comments = [
            {
                "comment": {
                    "__typename": "Comment",
                    "id": b64encode(f"comment:{told.id}_{name}".encode()).decode(),
                    "legacy_fbid": name,
                    "body": {"text": words},
                    "author": self.actor(by),
                    "created_time": seconds(moment(told.day, 10)),
                    "url": f"{self.address(told)}&comment_id={name}",
                }
            }
            for name, by, words in told.comments
        ]
        return {"interesting_top_level_comments": comments, "comment_count": {"total_count": told.counted}}

    def intro(self) -> str:
        if self.new:
            return self.data({"user": {"id": ME, "best_description": {"text": "Bakes. Teaches."}}})
        cards: list[Any] = [
            {
                "timeline_context_list_item_type": f"INTRO_CARD_{kind}",
                "renderer": {"context_item": {"title": {"text": words}}},
            }
            for kind, words in (("WORK", "An Invented School"), ("PROFILE_EMAIL", "ellis@home.example"))
        ]
        bio = {"profile_status_text": {"text": "Bakes. Teaches."}}
        view = {"view_style_renderer": {"view": {"profile_tile_items": {"nodes": [bio, *cards]}}}}
        section = {"profile_tile_section_type": "INTRO", "profile_tile_views": {"nodes": [view]}}
        return self.data({"user": {"id": ME, "profile_tile_sections": {"edges": [{"node": section}]}}})

    def about(self) -> str:
        if not self.new:
            return ""
        fields = [
            {"field_type": kind, "title": {"text": words}}
            for kind, words in (
                ("work", "An Invented School"),
                ("email", "ellis@home.example"),
                ("upsell", "Add a phone"),
            )
        ]
        return self.data({"user": {"about_app_sections": {"nodes": [{"profile_fields": {"nodes": fields}}]}}})

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
