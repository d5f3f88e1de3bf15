"""The public sets, each read for what it can tell, and no further.

A post that one set calls harmless may still be what another looks for: "not sexist" says nothing about
other hatred, and "not hateful" says nothing about a swear word. What a set does not say is left open.
"""

from __future__ import annotations

import csv
import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from training.posts import SOMEHOW_FOUL, Post, lot, set_apart
from training.read_again import READ, mark, read_again
from training.settings import Source, settings, sources

Known = Mapping[str, tuple[int, float]]
_LONGEST = 400
"""Characters; in a longer text the word that the label is about may be cut off."""
_RETWEET = re.compile(r"^\W*RT @\w+:?\s*")


def apart() -> tuple[list[Post], list[Post]]:
    """The posts of all sets: to learn from, and held back; of those that were read again, more of them."""
    every = [post for source in sources() for post in posts(source)]
    gather, seed = settings()["gather"], settings()["seed"]
    as_made = set_apart([post for post in every if post.source != READ], gather["held_back"], seed)
    read = set_apart([post for post in every if post.source == READ], gather["read_held_back"], seed)
    return as_made[0] + read[0], as_made[1] + read[1]


def posts(source: Source) -> Iterator[Post]:
    """Every post of one set."""
    read = _WHOLE.get(source.name)
    pairs = read(source.path) if read else map(_READERS[source.name], rows(source.path))
    for text, known in pairs:
        if 1 < len(text) <= _LONGEST:
            tidy = _tidied(text)
            again = read_again().get(mark(tidy))
            if again:
                yield Post(tidy, again, group=tidy, source=READ)
            elif known:
                yield Post(tidy, known, group=text, source=source.name)


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The lines of a table, by the names of its columns."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t" if path.suffix == ".tsv" else ",")


def _tidied(text: str) -> str:
    text = html.unescape(_RETWEET.sub("", text)).replace("[USER]", "@user").replace("[URL]", "http://url")
    return " ".join(text.split())


def _hateful(row: Mapping[str, str], column: str) -> Known:
    """Hatred of a group; whether in swear words is not said."""
    return {"discriminatory": (int(row[column] == "1"), 1.0)}


def _kept(text: str) -> bool:
    """Whether this text is among the share of its kind that is enough."""
    return lot(text) < _ENOUGH


def _measuring(row: Mapping[str, str]) -> tuple[str, Known]:
    return row["text"], _hateful(row, "label")


def _hatemoji(row: Mapping[str, str]) -> tuple[str, Known]:
    return row["text"], _hateful(row, "label_gold")


def _edos(row: Mapping[str, str]) -> tuple[str, Known]:
    if row["label_sexist"] == "sexist":
        return row["text"], {"discriminatory": (1, 1.0)}
    return row["text"], {"discriminatory": (0, 0.4)} if _kept(row["text"]) else {}


def _davidson(row: Mapping[str, str]) -> tuple[str, Known]:
    """Four in five are offensive, in much the same words."""
    match row["class"]:
        case "0":
            return row["tweet"], {"discriminatory": (1, 1.0), "offensive": (1, 1.0)}
        case "1":
            known: Known = {"discriminatory": (0, 0.3), "offensive": (1, 1.0)}
            return row["tweet"], known if _kept(row["tweet"]) else {}
    return row["tweet"], {"discriminatory": (0, 1.0), SOMEHOW_FOUL: (0, 0.5), "offensive": (0, 0.5)}


def _hatexplain(row: Mapping[str, str]) -> tuple[str, Known]:
    return row["text"], {SOMEHOW_FOUL: (int(row["classification"] == "toxic"), 0.7)}


def _surge(row: Mapping[str, str]) -> tuple[str, Known]:
    return row["text"], {SOMEHOW_FOUL: (int(row["is_toxic"] == "Toxic"), 1.0)}


def _misogyny(row: Mapping[str, str]) -> tuple[str, Known]:
    if row["level_1"] == "Misogynistic":
        return row["body"], {"discriminatory": (1, 0.8)}
    return row["body"], {"discriminatory": (0, 0.4)}


def _toxigen(row: Mapping[str, str]) -> tuple[str, Known]:
    """Statements about groups; the neutral ones say nothing foul at all."""
    return row["text"], {"discriminatory": (1, 0.8)} if row["hateful"] == "1" else {SOMEHOW_FOUL: (0, 0.7)}


def _goemotions(path: Path) -> Iterator[tuple[str, Known]]:
    """Comments with what they express: where that is kind, nobody is put down; else nothing is known."""
    names = path.with_name("labels.txt").read_text(encoding="utf-8").split()
    for line in path.read_text(encoding="utf-8").splitlines():
        text, numbers, _ = line.split("\t")
        kind = {names[int(number)] for number in numbers.split(",")} <= _KIND
        yield text, dict.fromkeys(("discriminatory", "derogatory", "threat"), (0, 0.3 if kind else 0.0))


def _euphemistic(path: Path) -> Iterator[tuple[str, Known]]:
    """Insults to someone's face without a bad word, and harmless remarks of the same build."""
    for cells in _cells(path):
        yield cells[2], {"derogatory": (int(cells[-1] == "ABUSE"), 0.8)}


def _identity_groups(path: Path) -> Iterator[tuple[str, Known]]:
    """Sentences about what groups do: said of all of them to put them down, or of some who did it."""
    for cells in _cells(path):
        yield cells[0], _hateful({"abuse": str(int(cells[1] == "ABUSE"))}, "abuse")


def _cells(path: Path) -> Iterator[list[str]]:
    """The lines of a table without quotation marks, but its heading."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines if line and not line.startswith("#"))


def _fox_news(path: Path) -> Iterator[tuple[str, Known]]:
    """Comments on news; the names of those who wrote them are not read."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["text"], {"discriminatory": (row["label"], 0.7 if row["label"] else 0.5)}


def _abuse_in_context(path: Path) -> Iterator[tuple[str, Known]]:
    """Reddit entries; what is said against a party or a fandom is foul, but in which way is open."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        _, text, labels = line.split("\t")
        yield text.replace("[linebreak]", " "), _ABUSE.get(labels, {})


def _toxic_spans(path: Path) -> Iterator[tuple[str, Known]]:
    """Comments in which several people marked insults, attacks on a group, swearing and threats."""
    readers = {row["annotation"]: row for row in rows(path.with_name("annotations.csv"))}
    marked = {(row["annotation"], row["type"]) for row in rows(path.with_name("spans.csv"))}
    asked = defaultdict(list)
    for number, row in readers.items():
        asked[row["comment_id"]].append(number)
    for row in rows(path):
        by = asked[row["comment_id"]]
        yield row["comment_text"], dict(_agreed(by, marked)) if len(by) >= _FEWEST else {}


def _agreed(by: list[str], marked: set[tuple[str, str]]) -> Iterator[tuple[str, tuple[int, float]]]:
    for kind, head in _MARKED.items():
        share = sum((one, kind) in marked for one in by) / len(by)
        if share >= 0.5 or share == 0:  # noqa: PLR2004 - where half say so, or nobody
            yield head, (int(share > 0), 0.7)


def _convabuse(path: Path) -> Iterator[tuple[str, Known]]:
    """What people said to a talking machine; several experts said whether that was abuse."""
    asked = defaultdict(list)
    for row in rows(path):
        asked[row["conv_id"], row["user"]].append(row)
    for (_, text), views in asked.items():
        abusive = sum(any(row[f"is_abuse.-{n}"] == "1" for n in (1, 2, 3)) for row in views) / len(views)
        if abusive in {0, 1}:
            yield text, {SOMEHOW_FOUL: (int(abusive), 0.5)}


def _implicit(row: Mapping[str, str]) -> tuple[str, Known]:
    if row["class"] == "not_hate":
        return row["post"], {"discriminatory": (0, 0.6)}
    return row["post"], {"discriminatory": (1, 0.8)}


def _gab(row: Mapping[str, str]) -> tuple[str, Known]:
    """Assaults on human dignity, calls for violence, and vulgar words for one person."""
    known: dict[str, tuple[int, float]] = {"discriminatory": (int(row["hd"] == "1"), 0.8)}
    if row["vo"] == "1":
        known[SOMEHOW_FOUL] = (1, 0.8)
    if row["cv"] == "1":
        known["threat"] = (1, 0.8)
    return row["text"], known


def _isarcasm(row: Mapping[str, str]) -> tuple[str, Known]:
    """Tweets, a quarter of them sarcastic by their writers' own word; whether at anyone is not said."""
    return row["tweet"], {}


def _broad_twitter(path: Path) -> Iterator[tuple[str, Known]]:
    """Everyday tweets, put together again from their words; nothing is said of them."""
    for post in path.read_text(encoding="utf-8").split("\n\n"):
        words = [line.split("\t")[0] for line in post.splitlines() if "\t" in line]
        text = " ".join(words).replace("@ ", "@").replace("# ", "#")
        yield _ENDING.sub(r"\1", _STOP.sub(r"\1", text)), {}


_FEWEST = 3
_STOP, _ENDING = re.compile(r"\s+([.,!?;:)'])"), re.compile(r"\s+(n't|'s|'re|'ll|'ve|'m|'d)\b")
_KIND = frozenset(
    [
        "admiration",
        "approval",
        "caring",
        "excitement",
        "gratitude",
        "joy",
        "love",
        "optimism",
        "pride",
        "relief",
    ]
)
_ABUSE: Mapping[str, Known] = {
    "Neutral": {"discriminatory": (0, 0.6), "derogatory": (0, 0.3), "threat": (0, 0.3)},
    "CounterSpeech": {"discriminatory": (0, 1.0)},
    "IdentityDirectedAbuse": {"discriminatory": (1, 0.8)},
    "AffiliationDirectedAbuse": {SOMEHOW_FOUL: (1, 0.5)},
    "PersonDirectedAbuse": {"derogatory": (1, 0.8)},
}
_ENOUGH = 0.5
_MARKED = {
    "Insult": "derogatory",
    "Identity based Attack": "discriminatory",
    "Profane/Obscene": "offensive",
    "Threat": "threat",
}
_WHOLE = {
    "toxic_spans": _toxic_spans,
    "convabuse": _convabuse,
    "goemotions": _goemotions,
    "euphemistic_abuse": _euphemistic,
    "implicit_identity_groups": _identity_groups,
    "fox_news": _fox_news,
    "cad": _abuse_in_context,
    "broad_twitter": _broad_twitter,
}
_READERS = {
    "measuring_hate_speech": _measuring,
    "hatemoji": _hatemoji,
    "edos": _edos,
    "davidson": _davidson,
    "hatexplain": _hatexplain,
    "surge_toxicity": _surge,
    "misogyny": _misogyny,
    "toxigen": _toxigen,
    "implicit_hate": _implicit,
    "gab_hate_corpus": _gab,
    "isarcasm": _isarcasm,
}
