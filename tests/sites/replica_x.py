"""OUR OWN REPLICA of X: "2025" (all under ``legacy``; a protected account) and "2026" (an open account)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from replica import (
    BOTH,
    CODE,
    COOKIES,
    LAZY,
    OWNER,
    PASSWORD,
    TRAPS,
    USER,
    WRONG,
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
    stretch,
)

from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind

ME, HANDLE = "777000777", "ellis_sample"
NAMES = {
    ME: (HANDLE, "Ellis Sample"),
    "811": ("pat_inv", "Pat Invented"),
    "812": ("kim_madeup", "Kim Madeup"),
}
PAT, KIM = "811", "812"
FOLLOWERS = tuple((str(9000 + n), f"follower_{n:02}", f"Follower {n:02}") for n in range(9))
FOLLOWING = (FOLLOWERS[4], (PAT, *NAMES[PAT]))
BIO = "Bread & cats"


@dataclass(frozen=True)
class Said:
    """One post as the server holds it; ``of`` is what it passes on, answers or quotes."""

    number: int
    day: int
    text: str
    by: str = ME
    does: str = ""
    of: Said | None = None
    photo: int | None = None

    @property
    def id(self) -> str:
        milliseconds = int(moment(self.day).timestamp() * 1000)
        return str(((milliseconds - 1_288_834_974_657) << 22) + self.number)


THEIRS = Said(1, 1, "Pat's own words", PAT)
ASKED = Said(2, 3, "Does anybody bake?", KIM)
FIRST = Said(3, 60, "Pinned & proud https://t.co/aa")
WITH_PHOTO = Said(4, 55, "The loaf", photo=601)
TIMELINE = (
    FIRST,
    Said(5, 58, "Passed on", does="repost", of=THEIRS),
    WITH_PHOTO,
    Said(6, 50, "On what Pat said", does="quote", of=THEIRS),
    Said(7, 45, "L" * 300 + " long words", does="note"),
    *(Said(10 + n, 40 - n, f"Day {n} of the bread") for n in range(9)),
)
REPLY = Said(30, 4, "@kim_madeup I do", does="reply", of=ASKED)
TO_ME = Said(31, 56, "@ellis_sample Looks good", PAT, "reply", WITH_PHOTO)
CONVERSATIONS = ((ASKED, REPLY), (WITH_PHOTO, TO_ME))
POPULAR = (TIMELINE[8], WITH_PHOTO, TIMELINE[13])
LOST = Said(91, 2, "RT @gone: …", does="lost")
AD = Said(90, 59, "Buy our shoes", "999")
SWITCHES = {
    "screen_name": HANDLE,
    "protected": True,
    "geo_enabled": True,
    "discoverable_by_email": True,
    "discoverable_by_mobile_phone": False,
    "allow_media_tagging": "following",
    "allow_dms_from": "verified",
    "allow_dm_groups_from": "all",
    "dm_receipt_setting": "all_enabled",
}
PROGRAM = """
const H = 340, rows = [], column = make(document.getElementById('column'), 'div', {style: 'position:relative'});
function draw() {
  const from = Math.max(0, Math.floor(scrollY / H) - 1);
  column.style.height = rows.length * H + 'px';
  column.replaceChildren();
  rows.slice(from, from + 5).forEach((build, place) => build(make(column, 'div', {'data-testid': 'cellInnerDiv',
    style: `position:absolute;top:${(from + place) * H}px;height:${H}px;width:600px;overflow:hidden`})));
}
addEventListener('scroll', draw);
const named = user => user.core || user.legacy;
function post(cell, result, ad) {
  result = result.tweet || result;
  const again = result.legacy.retweeted_status_result, shown = again ? again.result || result : result;
  const user = named(shown.core.user_results.result), article = make(cell, 'article', {'data-testid': 'tweet'});
  if (again && !again.result) return;
  if (again) make(make(article, 'a', {href: '/' + named(result.core.user_results.result).screen_name}), 'span',
    {'data-testid': 'socialContext'}, 'reposted');
  const name = make(article, 'div', {'data-testid': 'User-Name'});
  make(name, 'a', {href: '/' + user.screen_name}, user.name);
  if (!ad) make(make(name, 'a', {href: '/' + user.screen_name + '/status/' + shown.rest_id}), 'time',
    {datetime: new Date(shown.legacy.created_at).toISOString()}, 'ago');
  make(article, 'div', {'data-testid': 'tweetText'}, shown.legacy.full_text);
  for (const medium of (shown.legacy.extended_entities || {media: []}).media)
    make(make(make(article, 'a', {href: '/' + user.screen_name + '/status/' + shown.rest_id + '/photo/1'}), 'div',
      {'data-testid': 'tweetPhoto'}), 'img', {src: medium.media_url_https, width: 40});
  make(article, 'button', {onclick: "fetch('/change/like', {method: 'POST'})"}, 'Like');
}
function person(cell, user) {
  const link = make(make(cell, 'div', {'data-testid': 'UserCell'}), 'a', {href: '/' + named(user).screen_name});
  make(link, 'span', {}, named(user).name);
  make(link, 'span', {}, '@' + named(user).screen_name);
}
function item(content) {
  const tweet = content.tweet_results && content.tweet_results.result;
  if (tweet && tweet.__typename !== 'TweetTombstone') rows.push(cell => post(cell, tweet, content.promotedMetadata));
  if (content.user_results) rows.push(cell => person(cell, content.user_results.result));
}
let cursor;
async function load() {
  const variables = JSON.stringify({...ASK.variables, count: 20, ...(cursor ? {cursor} : {})});
  const got = await fetch('/i/api/graphql/' + ASK.key + '/' + ASK.operation + '?variables=' +
    encodeURIComponent(variables), {headers: {'x-csrf-token': 'x'}});
  let next, before = rows.length;
  for (const step of find(await got.json(), 'instructions')) {
    for (const entry of [...(step.entries || []), ...(step.entry ? [step.entry] : [])]) {
      if (entry.content.cursorType === 'Bottom') next = entry.content.value;
      if (entry.content.itemContent) item(entry.content.itemContent);
      for (const inner of entry.content.items || []) item(inner.item.itemContent);
    }
    for (const inner of step.moduleItems || []) item(inner.item.itemContent);
  }
  const on = next && next !== cursor && rows.length > before;
  cursor = next;
  draw();
  return on;
}
"""
FLOW = """
const dialog = make(document.body, 'div', {role: 'dialog'});
let token = '';
async function step(name, text) {
  const got = await fetch('/1.1/onboarding/task.json', {method: 'POST', body: new URLSearchParams({step: name, text, token})});
  const told = await got.json();
  token = told.flow_token;
  if (told.error) { document.getElementById('told').textContent = told.error; return; }
  if (told.next === 'done') { dialog.replaceChildren(); make(dialog, 'a', {id: 'skip', href: '/home'}, 'Skip for now'); }
  else ask(told.next);
}
function ask(name) {
  dialog.replaceChildren();
  make(dialog, 'h1', {}, name);
  make(dialog, 'p', {id: 'told'});
  const box = make(dialog, 'input', {id: name, type: name === 'password' ? 'password' : 'text', autocomplete: name});
  make(dialog, 'button', {id: 'go'}, 'Next').onclick = () => step(name, box.value);
}
ask('user');
"""


class X(Replica):
    """X before and after its data changed in August 2026."""

    title = "X"
    entry = Entry("/i/flow/login", "", "", "", "", "", "", "/home")

    @property
    def new(self) -> bool:
        return self.generation == "2026"

    @property
    def total(self) -> int:
        """What the profile counts; of two posts X says nothing more."""
        return len(TIMELINE) + 1 + (2 if self.new else 0)

    def expected(self) -> list[Row]:
        audience = Audience.PUBLIC if self.new else Audience.FRIENDS
        found = []
        for said in (*TIMELINE, REPLY):
            lenses = BOTH if self.new and said in POPULAR else OWNER
            if said.does == "repost" and said.of:
                passed = (PostKind.REPOST, False, None, NAMES[said.of.by][0])
                found.append(Row(said.of.id, said.of.text, moment(said.day), Audience.UNKNOWN, *passed))
                continue
            kind = PostKind.REPLY if said.does == "reply" else PostKind.POST
            parent = said.of.id if said.of and said.does == "reply" else None
            text = said.text.replace("https://t.co/aa", "https://bread.example/")
            found.append(Row(said.id, text, moment(said.day), audience, kind, parent=parent, lenses=lenses))
        more = (PostKind.COMMENT, False, WITH_PHOTO.id, "pat_inv")
        found.append(Row(TO_ME.id, TO_ME.text, moment(TO_ME.day), Audience.UNKNOWN, *more))
        return sorted(found)

    def missing(self) -> list[Gapped]:
        """Every gap that a capture has to tell, each for its lens."""
        if not self.new:
            return [(Part.COMMENTS, Lens.OWNER, None)]
        owner = [(Part.POSTS, 1), (Part.POSTS, 1), (Part.POSTS, 2), (Part.SETTINGS, 1), (Part.COMMENTS, None)]
        return [
            *((part, Lens.OWNER, count) for part, count in owner),
            (Part.POSTS, Lens.PUBLIC, self.total - 3),
        ]

    def way_in(self, asked: Asked) -> Reply | None:
        if asked.path == "/login":
            return go("/i/flow/login")
        if asked.path == "/i/flow/login":
            return Reply(self.shell(f"{COOKIES}<script>{LAZY}{FLOW}</script>"))
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
        program = f"<script>const ASK = {json.dumps(ask)};{LAZY}{PROGRAM}lazily(load);</script>"
        return Reply(
            self.app(
                f"{self.face()}{TRAPS}<div id=column></div>", f"{beside}{about}{program}", signed_in=True
            )
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
        program = f"{posts}<script>{LAZY}{PROGRAM}{show}</script>"
        return self.app(f"{self.face()}<div id=column></div>", schema + program, signed_in=False)

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
        items, cursor = stretch(self.entries(operation), variables.get("cursor"), 6)
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
            if operation in {"UserTweets", "UserOriginalsTimeline"} and "cursor" not in variables:
                steps.append({"type": "TimelinePinEntry", "entry": self.entry_of(FIRST)})
            steps.append({"type": "TimelineAddEntries", "entries": [*items, *marks]})
        timeline = {"timeline": {"instructions": steps}}
        return answer(
            {
                "data": {
                    "user": {
                        "result": {"__typename": "User", "timeline" if self.new else "timeline_v2": timeline}
                    }
                }
            }
        )

    def entries(self, operation: str) -> list[Data]:
        if operation in {"Followers", "Following"}:
            people = FOLLOWERS if operation == "Followers" else FOLLOWING
            return [
                {
                    "entryId": f"user-{identity}",
                    "content": {
                        "itemContent": {
                            "itemType": "TimelineUser",
                            "user_results": {"result": self.user(identity, handle, name)},
                        }
                    },
                }
                for identity, handle, name in people
            ]
        if operation == "UserMedia":
            return [self.entry_of(WITH_PHOTO)]
        found = [self.entry_of(said) for said in TIMELINE]
        ad = self.entry_of(AD)
        ad["entryId"] = "promoted-tweet-1"
        ad["content"]["itemContent"]["promotedMetadata"] = {"advertiser_results": {}}
        suggested = {
            "item": {
                "itemContent": {
                    "itemType": "TimelineUser",
                    "user_results": {"result": self.user("999", "shoes", "Shoes")},
                }
            }
        }
        found[2:2] = [ad, {"entryId": "who-to-follow-1", "content": {"items": [suggested]}}]
        if self.new:
            gone = {"tweet_results": {"result": {"__typename": "TweetTombstone"}}}
            found.append(self.entry_of(LOST))
            found.append(
                {
                    "entryId": "tweet-1234567890123456789",
                    "content": {"itemContent": {"itemType": "TimelineTweet", **gone}},
                }
            )
        if "Replies" in operation:
            for number, pair in enumerate(CONVERSATIONS):
                items = [
                    {
                        "entryId": f"profile-conversation-{number}-tweet-{said.id}",
                        "item": self.entry_of(said)["content"],
                    }
                    for said in pair
                ]
                found.insert(4, {"entryId": f"profile-conversation-{number}", "content": {"items": items}})
        return found

    def entry_of(self, said: Said) -> Data:
        result = self.tweet(said)
        if said.photo:
            result = {"__typename": "TweetWithVisibilityResults", "tweet": result}
        return {
            "entryId": f"tweet-{said.id}",
            "content": {
                "entryType": "TimelineTimelineItem",
                "itemContent": {"itemType": "TimelineTweet", "tweet_results": {"result": result}},
            },
        }

    def tweet(self, said: Said) -> Data:
        legacy: Data = {
            "full_text": said.text.replace("&", "&amp;"),
            "created_at": moment(said.day).strftime("%a %b %d %H:%M:%S +0000 %Y"),
            "user_id_str": said.by,
            "entities": {
                "urls": [{"url": "https://t.co/aa", "expanded_url": "https://bread.example/"}]
                if "t.co" in said.text
                else []
            },
        }
        result: Data = {
            "__typename": "Tweet",
            "rest_id": said.id,
            "core": {"user_results": {"result": self.user(said.by)}},
            "legacy": legacy,
        }
        if said.photo:
            medium = {
                "media_url_https": f"{self.site}/pictures/{said.photo}.png",
                "url": "https://t.co/pp",
                "type": "photo",
            }
            legacy |= {"full_text": f"{said.text} https://t.co/pp", "extended_entities": {"media": [medium]}}
        if said.does == "note":
            legacy["full_text"] = said.text[:270] + "…"
            result["note_tweet"] = {"note_tweet_results": {"result": {"text": said.text}}}
        if said.of and said.does == "repost":
            legacy |= {
                "full_text": f"RT @pat_inv: {said.of.text}",
                "retweeted_status_result": {"result": self.tweet(said.of)},
            }
        if said.does == "lost":
            legacy["retweeted_status_result"] = {}
        if said.of and said.does == "quote":
            result["quoted_status_result"] = {"result": self.tweet(said.of)}
        if said.of and said.does == "reply":
            legacy |= {
                "in_reply_to_status_id_str": said.of.id,
                "in_reply_to_user_id_str": said.of.by,
                "in_reply_to_screen_name": NAMES[said.of.by][0],
            }
        return result

    def user(self, identity: str, handle: str = "", name: str = "") -> Data:
        handle, name = (handle, name) if handle else NAMES.get(identity, ("shoes", "Shoes"))
        mine = identity == ME
        bio, counts = (
            BIO if mine else "Somebody",
            (len(FOLLOWERS), len(FOLLOWING), self.total) if mine else (1, 1, 1),
        )
        if self.new:
            return {
                "__typename": "User", "rest_id": identity, "core": {"name": name, "screen_name": handle},
                "privacy": {"protected": False}, "profile_bio": {"description": bio},
                "relationship_counts": {"followers": counts[0], "following": counts[1]}, "tweet_counts": {"tweets": counts[2]},
            }  # fmt: skip
        legacy = {
            "name": name, "screen_name": handle, "description": bio, "protected": mine, "followers_count": counts[0],
            "friends_count": counts[1], "statuses_count": counts[2],
        }  # fmt: skip
        return {"__typename": "User", "rest_id": identity, "legacy": legacy}
