"""The invented account of an invented teacher, as it is written into the real Bluesky server."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image
from real_sites.school import CREST, SCHOOL

PASSWORD = "an invented password"
OWNER, FRIEND, BLOCKED, PUPIL = "alex-teacher.test", "pat-friend.test", "sam-reader.test", "jayden-c.test"
EMAIL, ADDRESS = f"alex.teacher@{SCHOOL}", f"a.teacher@{SCHOOL}"
NAME, BIO = "Alex Teacher", f"Year 4 teacher at Larkfield Primary School\nTea first, then {ADDRESS}"
FRIEND_NAME, FRIEND_BIO = "Pat Friend", "Mum of two at Larkfield"
PUPIL_NAME, PUPIL_BIO = "Jayden C", "year 6 at Larkfield, football"
ELSEWHERE = "did:plc:z72i7hdynmk6r22z27h6tvur"
"""An account on another server, of which this one knows nothing but the id."""
LABEL = "!no-unauthenticated"
LINK = "https://bread.example.org/crust"
CAPTION = "A blue banner"


def picture(colour: str) -> bytes:
    """A plain picture, drawn here."""
    drawn = io.BytesIO()
    Image.new("RGB", (320, 240), colour).save(drawn, "PNG")
    return drawn.getvalue()


AVATAR, PHOTO = picture("teal"), CREST


def a_post(text: str, minute: int, **more: Any) -> dict[str, Any]:
    """A post's record; each has a minute of its own."""
    moment = f"2026-03-{1 + minute // 1440:02d}T{minute // 60 % 24:02d}:{minute % 60:02d}:00.000Z"
    return {"$type": "app.bsky.feed.post", "text": text, "createdAt": moment, **more}


DIARY = [a_post(f"Allotment diary, week {number}: beans.", number) for number in range(120)]
"""More than the server lists at once."""
LINKED = a_post(
    "The crust sang. Recipe.",
    130,
    facets=[
        {
            "index": {"byteStart": 16, "byteEnd": 22},
            "features": [{"$type": "app.bsky.richtext.facet#link", "uri": LINK}],
        }
    ],
)
PHOTO_TEXT, ANSWER_TEXT, AGAIN_TEXT = "The banner we made.", "Which parents, Pat?", "And another thing."
FRIENDS_TEXT = "Some of those parents!"
REMARK = a_post("Some of those parents are complete idiots.", 200)
DISGUISED = "alex.teacher [at] larkfield dot sch dot example"
TALK = [
    REMARK,
    a_post(f"Reach me at {DISGUISED}.", 201),
    a_post("Scunthorpe, Penistone and Cockermouth: three lovely stops.", 202),
    a_post(f"For the route write to alex@{SCHOOL}.org, not to me.", 203),
    a_post("You killed it at the quiz, Pat. That cake was sick!", 204),
]
"""What the policy is about, and what only looks like it."""


def shown(stored: dict[str, Any]) -> dict[str, Any]:
    """A post with a picture that was stored before."""
    images = [{"image": stored, "alt": CAPTION}]
    return a_post(PHOTO_TEXT, 140, embed={"$type": "app.bsky.embed.images", "images": images})


def answering(text: str, minute: int, parent: dict[str, str]) -> dict[str, Any]:
    """A post that answers another."""
    return a_post(text, minute, reply={"root": parent, "parent": parent})
