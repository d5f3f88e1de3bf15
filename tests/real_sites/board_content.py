"""What an invented teacher and two invented members write on the real boards of the tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from real_sites.school import SCHOOL

PASSWORD = "an invented password"
OWNER, FRIEND, OTHER = "alex.teacher", "pat.friend", "sam.reader"
_BEGIN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def at(day: int) -> datetime:
    """The moment of this day's posts."""
    return _BEGIN + timedelta(days=day)


def _said(author: str, text: str, day: int) -> dict[str, Any]:
    return {"author": author, "text": text, "time": at(day).isoformat()}


EMAIL = f"alex.teacher@{SCHOOL}"
ADDRESS = f"a.teacher@{SCHOOL}"
DISGUISED = "alex.teacher [at] larkfield dot sch dot example"
CREST = "crest.jpg"
"""Where a post shows the school's logo, as a file that each board's own program takes in."""
PUPIL = "jayden-year6"
_ANSWER = "> Which ones do you mean?\n\nI name no names, [Pat](https://pat.example.org/)."
THREADS: list[dict[str, Any]] = [
    {
        "title": "Parents' evening",
        "posts": [
            _said(OWNER, "Some of those parents are **complete idiots**.", 1),
            _said(FRIEND, "> Some of those parents\n\nWhich ones do you mean?", 2),
            _said(OWNER, _ANSWER, 3),
        ],
    },
    {
        "title": "Sourdough at last",
        "posts": [_said(FRIEND, "The crust cracked and sang.", 4), _said(OWNER, "Honey is the secret.", 5)],
    },
    {"title": "Where I am", "posts": [_said(OWNER, f"Reach me at {DISGUISED}.", 10)]},
    {
        "title": "Look-alikes",
        "posts": [
            _said(OWNER, "Scunthorpe, Penistone and Cockermouth: three lovely stops.", 11),
            _said(FRIEND, "You killed it at the quiz, Alex. That cake was sick!", 12),
            _said(OWNER, f"Thank you! For the route write to alex@{SCHOOL}.org, not to me.", 13),
        ],
    },
    {"title": "Sports day", "posts": [_said(OWNER, f"The banner we made.\n\n![banner]({CREST})", 14)]},
    {"title": "Nothing of Alex", "posts": [_said(OTHER, "Lost property is closed for good.", 6)]},
    {
        "title": "The long thread",
        "posts": [
            _said(OWNER, "Count with me, everybody.", 7),
            *[_said(FRIEND, f"This is number {number} of many.", 8) for number in range(1, 25)],
            _said(OWNER, "And that was the last number.", 9),
        ],
    },
    *[
        {
            "title": f"Week {number}",
            "posts": [_said(OWNER, f"Allotment diary, week {number}: beans.", 20 + number)],
        }
        for number in range(1, 22)
    ],
]
"""Long enough that lists and threads have second pages."""


def own_texts() -> dict[str, tuple[str, bool]]:
    """Every own post as it should be read: text -> the title of its thread, and whether it began it."""
    plain = {
        "Some of those parents are **complete idiots**.": "Some of those parents are complete idiots.",
        _ANSWER: "I name no names, Pat.",
        f"The banner we made.\n\n![banner]({CREST})": "The banner we made.",
    }
    return {
        plain.get(post["text"], post["text"]): (thread["title"], place == 0)
        for thread in THREADS
        for place, post in enumerate(thread["posts"])
        if post["author"] == OWNER
    }


def others_in_own_threads() -> list[str]:
    """What others wrote in the owner's threads, their quotations of the owner left out."""
    own = [thread for thread in THREADS if thread["posts"][0]["author"] == OWNER]
    said = [post["text"] for thread in own for post in thread["posts"] if post["author"] != OWNER]
    return sorted(text.rpartition("\n\n")[2] for text in said)
