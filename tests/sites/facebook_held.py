"""What our own replica of Facebook holds, and the shapes in which Facebook is believed to send it."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from replica import (
    BOTH,
    OWNER,
    Data,
    Gapped,
    Replica,
    Row,
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


class Held(Replica):
    """Facebook's data, without its pages."""

    @property
    def new(self) -> bool:
        return self.generation == "2026"

    @property
    def profile(self) -> str:
        return f"/profile.php?id={ME}" if self.new else f"/{VANITY}"

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
                teller, when = (None if by == ME else PEOPLE[by]), at + timedelta(hours=1)
                beneath = (PostKind.COMMENT, by == ME, told.id, teller, lenses)
                found.append(Row(name, words, when, Audience.UNKNOWN, *beneath))
        return sorted(found)

    def missing(self) -> list[Gapped]:
        """Every gap that a capture has to tell, each for its lens."""
        found: list[Gapped] = [
            (Part.COMMENTS, Lens.OWNER, None),
            (Part.COMMENTS, Lens.OWNER, 1),
            (Part.IMAGES, Lens.OWNER, None),
            *((part, Lens.PUBLIC, None) for part in (Part.POSTS, Part.CONNECTIONS, Part.CONTACT)),
        ]
        if not self.new:  # its "About" carries no data, so that nobody can say that all contacts were seen
            return [*found, (Part.CONTACT, Lens.OWNER, None), (Part.BIO, Lens.PUBLIC, None)]
        stopped = [
            (part, Lens.PUBLIC, None) for part in (Part.POSTS, Part.CONNECTIONS, Part.COMMENTS, Part.IMAGES)
        ]
        return [*found, *stopped, (Part.COMMENTS, Lens.PUBLIC, 1), (Part.SETTINGS, Lens.OWNER, len(LEFT_OUT))]

    def stories(self, *, signed_in: bool) -> tuple[Told, ...]:
        return STORIES if signed_in else tuple(told for told in STORIES if told.scope == "everyone")

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
            "content": {"story": self.content(told)},
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

    def content(self, told: Told) -> Data:
        """Who told it, its words, and whatever hangs on it."""
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
        return content

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
