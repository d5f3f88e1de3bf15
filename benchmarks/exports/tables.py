"""The exports that are tables: LinkedIn's and Reddit's."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.exports.words import EMAIL, HANDLE, Words


def table(heading: str, rows: Iterable[Sequence[object]], end: str = "\n") -> bytes:
    """A table with this heading."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=end)
    writer.writerow(heading.split(","))
    writer.writerows(rows)
    return text.getvalue().encode()


def linkedin(posts: int) -> Iterator[tuple[str, bytes]]:
    """LinkedIn's larger download: as many comments as posts, and a connection for every second one."""
    words = Words()
    yield (
        "Profile.csv",
        table(
            "First Name,Last Name,Headline,Summary,Websites", [("Robin", "Tester", "Teacher", "Walks.", "")]
        ),
    )
    yield "Email Addresses.csv", table("Email Address,Confirmed", [(EMAIL, "Yes")])
    yield (
        "Shares.csv",
        table("Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility", _shares(posts, words)),
    )
    yield "Comments.csv", table("Date,Link,Message", _comments(posts, words))
    heading = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    connections = table(heading, _people(posts // 2))
    yield "Connections.csv", b'Notes:\n"When exporting, you may notice"\n\n' + connections


def _shares(posts: int, words: Words) -> Iterator[Sequence[object]]:
    for number, time in enumerate(words.times(posts)):
        yield (
            f"{time:%Y-%m-%d %H:%M:%S}",
            f"https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A{number}",
            words.text().replace(" — ", "\n\n"),
            "https://news.example.org" if words.one_in(3) else "",
            "",
            "MEMBER_NETWORK",
        )


def _comments(posts: int, words: Words) -> Iterator[Sequence[object]]:
    for number, time in enumerate(words.times(posts)):
        yield (
            f"{time:%Y-%m-%d %H:%M:%S}",
            f"https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A{number}",
            words.text(2, 15).replace("“", "").replace("”", ""),
        )


def _people(count: int) -> Iterator[Sequence[object]]:
    for one in range(count):
        address = f"https://www.linkedin.com/in/p{one}"
        yield "Alex", f"Nobody {one}", address, "", "School", "Teacher, Dr.", "01 Feb 2020"


def reddit(posts: int) -> Iterator[tuple[str, bytes]]:
    """Reddit's tables: as many comments as posts."""
    words = Words()
    yield (
        "statistics.csv",
        table("statistic,value", [("account name", HANDLE), ("export time", "2026-01-05 06:57:14 UTC")]),
    )
    made = (
        (
            f"a{number}",
            f"https://www.reddit.com/r/knitting/comments/a{number}/x/",
            f"{time:%Y-%m-%d %H:%M:%S} UTC",
            "",
            "knitting",
            0,
            words.text(3, 10),
            "",
            words.text(),
        )
        for number, time in enumerate(words.times(posts))
    )
    yield "posts.csv", table("id,permalink,date,ip,subreddit,gildings,title,url,body", made)
    said = (
        (
            f"k{number}",
            f"https://www.reddit.com/r/knitting/comments/x/y/k{number}/",
            f"{time:%Y-%m-%d %H:%M:%S} UTC",
            "",
            "knitting",
            0,
            "https://www.reddit.com/r/knitting/comments/x/y/",
            f"k{number - 1}" if number else "",
            words.text(2, 20),
            "",
        )
        for number, time in enumerate(words.times(posts))
    )
    yield "comments.csv", table("id,permalink,date,ip,subreddit,gildings,link,parent,body,media", said)
