"""What our own replica of X holds, and the shapes in which X is believed to send it."""

# ruff: noqa: E501 - what a network sends is read best a piece at a time

from __future__ import annotations

from dataclasses import dataclass

from replica import (
    BOTH,
    OWNER,
    Data,
    Gapped,
    Replica,
    Row,
    moment,
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


class Held(Replica):
    """X's data, without its pages."""

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

    def entries(self, operation: str) -> list[Data]:
        if operation in {"Followers", "Following"}:
            people = FOLLOWERS if operation == "Followers" else FOLLOWING
            return [{"entryId": f"user-{person[0]}", "content": self.listed(*person)} for person in people]
        if operation == "UserMedia":
            return [self.entry_of(WITH_PHOTO)]
        found = [self.entry_of(said) for said in TIMELINE]
        ad = self.entry_of(AD)
        ad["entryId"] = "promoted-tweet-1"
        ad["content"]["itemContent"]["promotedMetadata"] = {"advertiser_results": {}}
        suggested = {"item": self.listed("999", "shoes", "Shoes")}
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

    def listed(self, identity: str, handle: str, name: str) -> Data:
        result = self.user(identity, handle, name)
        return {"itemContent": {"itemType": "TimelineUser", "user_results": {"result": result}}}

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
        self.does(said, result, legacy)
        return result

    def does(self, said: Said, result: Data, legacy: Data) -> None:
        """What the post does with another, in the places where X says so."""
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
