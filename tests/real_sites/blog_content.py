"""The invented blog of an invented teacher, as it is written into the real WordPress, and what is in it."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import Any

PASSWORD = "an invented password"
EMAIL = "alex.teacher@larkfield.sch.example"
BIO = "Year 4 teacher at Larkfield Primary School. Write to a.teacher@larkfield.sch.example"
WEBSITE = "https://alex.example.org/"


def _picture() -> bytes:
    """A small plain picture, drawn here."""
    wide, high = 400, 300
    rows = b"".join(b"\x00" + bytes((40, 90 + line % 100, 160)) * wide for line in range(high))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def _post(title: str, content: str, day: int, **more: Any) -> dict[str, Any]:
    moment = f"2026-{1 + day // 28:02d}-{1 + day % 28:02d} 09:30:00"
    return {"title": title, "content": f"<p>{content}</p>", "author": "alex.teacher", "status": "publish"} | {
        "date_gmt": moment,
        **more,
    }


OWN_PUBLIC = [
    _post(
        "Sourdough at last", "The crust cracked & sang. <a href='https://bread.example.org/'>Recipe</a>.", 1
    ),
    _post("Half term", "Rain on the coast path, and nobody else there.", 9),
    _post(
        "Parents' evening",
        "Some of those parents are complete idiots.",
        17,
        comments=[
            {"author": "Sam Reader", "text": "Which ones do you mean?"},
            {"author": "Alex Teacher", "user": "alex.teacher", "text": "I name no names, Sam."},
            {"author": "Alex Teacher", "text": "A guest who only typed this name."},
            {"author": "Pat Friend", "user": "pat.friend", "text": "You tell them, miss!"},
        ],
    ),
    _post("Contact", "Reach me at alex.teacher [at] larkfield dot sch dot example.", 25),
    *[
        _post(f"Week {number}", f"Allotment diary, week {number}: beans.", 30 + 7 * number)
        for number in range(1, 8)
    ],
    _post(
        "Sports day",
        "The banner we made.",
        100,
        picture={
            "name": "banner.png",
            "alt": "A blue banner",
            "data": base64.b64encode(_picture()).decode(),
        },
    ),
]
OWN_HIDDEN = [
    _post("For me alone", "I am so tired of Year 6 and their whining.", 110, status="private"),
    _post("Not ready", "A letter to the governors, unfinished.", 112, status="draft"),
    _post("For friends", "The secret recipe is honey.", 114, password="honey"),
]
OTHERS = [
    _post("A word from the head", "Lost property is closed.", 120, author="headmaster"),
    _post(
        "Term dates",
        "See you in September.",
        121,
        author="headmaster",
        comments=[
            {"author": "Alex Teacher", "user": "alex.teacher", "text": "Finally, some rest."},
            {"author": "Sam Reader", "text": "Thank you!"},
        ],
    ),
]
CONTENT = {
    "title": "Larkfield notes",
    "password": PASSWORD,
    "people": [
        {
            "user_login": "alex.teacher",
            "user_email": EMAIL,
            "display_name": "Alex Teacher",
            "first_name": "Alex",
            "last_name": "Teacher",
            "nickname": "alex",
            "description": BIO,
            "user_url": WEBSITE,
            "role": "author",
        },
        {
            "user_login": "pat.friend",
            "user_email": "pat@example.org",
            "display_name": "Pat Friend",
            "role": "subscriber",
        },
    ],
    "posts": [*OWN_PUBLIC, *OWN_HIDDEN, *OTHERS],
}
