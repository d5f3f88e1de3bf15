"""What our own replica of Instagram holds, and the shapes in which Instagram is believed to send it."""

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


class Held(Replica):
    """Instagram's data, without its pages."""

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
            found.append(
                Row(shot.code, shot.text or "", moment(shot.day), audience, kind, own, None, author, lenses)
            )
        if self.old:
            found.append(
                Row(
                    "7001",
                    "Lovely",
                    moment(60, 10),
                    Audience.UNKNOWN,
                    PostKind.COMMENT,
                    False,
                    "LOAVES_22",
                    "pat.invented",
                )
            )
        return sorted(found)

    def missing(self) -> list[Gapped]:
        """Every gap that a capture has to tell, each for its lens."""
        both = [
            (part, lens, None) for part in (Part.COMMENTS, Part.IMAGES) for lens in (Lens.OWNER, Lens.PUBLIC)
        ]
        people = [(Part.CONNECTIONS, Lens.PUBLIC, count) for count in (len(FOLLOWERS), len(FOLLOWING))]
        if self.old:
            return [*both, *people, (Part.COMMENTS, Lens.OWNER, 1)]
        stopped = [
            (Part.POSTS, Lens.PUBLIC, None),
            (Part.IMAGES, Lens.PUBLIC, None),
            (Part.POSTS, Lens.PUBLIC, len(SHOTS) - SHOWN_TO_STRANGERS),
        ]
        return [*both, *people, *stopped, (Part.COMMENTS, Lens.OWNER, 2), (Part.COMMENTS, Lens.PUBLIC, 2)]

    def polaris_user(self) -> Data:
        links = [{"url": "https://bread.example/", "title": "Bread"}]
        return {
            "pk": ME, "id": ME, "username": HANDLE, "full_name": NAME, "biography": BIO, "is_private": False, "bio_links": links,
            "follower_count": len(FOLLOWERS), "following_count": len(FOLLOWING), "media_count": len(SHOTS), "external_url": "https://bread.example/",
        }  # fmt: skip

    def node(self, shot: Shot) -> Data:
        me = {"pk": ME, "id": ME, "username": HANDLE}
        images = [
            {"pk": f"8{n}", "image_versions2": {"candidates": [{"url": self.picture(shot, n)}]}}
            for n in range(shot.pictures)
        ]
        shape = images[0] if shot.pictures == 1 else {"carousel_media": images, "media_type": 8}
        return {
            **shape, "pk": "1", "code": shot.code, "media_type": 8 if shot.pictures > 1 else 1, "taken_at": seconds(moment(shot.day)),
            "caption": {"text": shot.text, "created_at": 1} if shot.text else None, "comment_count": shot.comments, "like_count": 3,
            "user": me if shot.by == ME else PAT, "coauthor_producers": [] if shot.by == ME else [me],
        }  # fmt: skip

    def picture(self, shot: Shot, number: int) -> str:
        return f"{self.site}/pictures/{(SHOTS.index(shot) + 1) * 10 + number}.png"

    def edge_user(self, *, signed_in: bool) -> Data:
        related = {
            "edges": [
                {
                    "node": {
                        "id": "6001",
                        "username": "shoes",
                        "biography": "Buy",
                        "edge_owner_to_timeline_media": {"count": 1, "edges": []},
                        "edge_followed_by": {"count": 1},
                    }
                }
            ]
        }
        return {
            "id": ME, "username": HANDLE, "full_name": NAME, "biography": BIO, "is_private": True, "external_url": "https://bread.example/",
            "edge_followed_by": {"count": len(FOLLOWERS)}, "edge_follow": {"count": len(FOLLOWING)}, "edge_related_profiles": related,
            "edge_owner_to_timeline_media": self.edge_media(None, signed_in=signed_in),
        }  # fmt: skip

    def edge_media(self, cursor: str | None, *, signed_in: bool) -> Data:
        shots, after = stretch(SHOTS if signed_in else (), cursor, 4)
        info = {"has_next_page": after is not None, "end_cursor": after}
        return {
            "count": len(SHOTS),
            "page_info": info,
            "edges": [{"node": self.edge_node(shot)} for shot in shots],
        }

    def edge_node(self, shot: Shot) -> Data:
        children = [
            {"node": {"id": f"8{n}", "display_url": self.picture(shot, n)}} for n in range(shot.pictures)
        ]
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
