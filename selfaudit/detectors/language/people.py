"""Who is spoken of: gives each word that stands for somebody a tag, which tells a remark's target."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from selfaudit.detectors.language.lexicon import people
from selfaudit.model.detections import Target

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

NOBODY = "-"
NAMES_KEY = "school_names"
TARGETS = {
    "SELF": Target.SELF,
    "READER": Target.READER,
    "THIRD": Target.OTHER,
    "THEY": Target.OTHER,
    "ANYONE": Target.OTHER,
    "NAME": Target.OTHER,
    "LEADER": Target.COLLEAGUE,
    "COLLEAGUE": Target.COLLEAGUE,
    "PUPIL": Target.PUPIL,
    "PARENT": Target.PARENT,
    "SCHOOL": Target.SCHOOL,
    "GROUP": Target.GROUP,
}
ROLES = frozenset({"LEADER", "COLLEAGUE", "PUPIL", "PARENT", "NAME"})
PERSONS = ROLES | {"THIRD", "THEY", "READER", "ANYONE", "GROUP"}
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "mr.", "mrs.", "dr."})
_YEARS = frozenset({"year", "years", "yr", "reception"})
_OWN = frozenset({"my", "our", "your"})
_POINTING = frozenset(
    ["the", "our", "new", "old", "my", "your", "that", "this", "a", "his", "her", "their", "deputy", "executive", "acting", "current", "previous", "last", "dear", "school's", "these", "those", "another", "every", "any", "some", "former", "useless", "lazy", "rubbish", "incompetent", "what", "whole", "clueless"]
)
_FOLK = frozenset(
    ["kid", "kids", "people", "boys", "girls", "parents", "families", "children", "pupils", "students", "men", "women", "teachers", "lad", "lads", "folk", "community", "person", "boy", "girl", "family", "guy", "bloke", "mums", "dads", "ones"]
)
_ADJECTIVES = frozenset(["black", "polish", "welsh", "irish", "chinese", "indian", "deaf", "white", "odd", "male", "female", "african"])
_NOT_HEAD = frozenset(["queue", "bed", "table", "line", "state", "my", "lice", "over", "first", "start", "teacher"])


class PeopleTagger:
    """The pipeline component: sets ``tag_`` of every word."""

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import PhraseMatcher

        self._phrases = PhraseMatcher(nlp.vocab, attr="NORM")
        for tag, words in people().items():
            self._phrases.add(tag, [nlp.make_doc(word) for word in words])

    def __call__(self, doc: Doc) -> Doc:
        """The same document, each word with its tag."""
        from spacy.util import filter_spans

        for token in doc:
            token.tag_ = NOBODY
        for span in filter_spans([*self._phrases(doc, as_spans=True), *_school_names(doc)]):
            for token in span:
                token.tag_ = span.label_
        for token in doc:
            token.tag_ = _second_thoughts(token)
        _name_people(doc)
        return doc


def _school_names(doc: Doc) -> list[Span]:
    """Where the policy's own school is named."""
    lowered, spans = doc.text.lower(), []
    for name in filter(None, doc.user_data.get(NAMES_KEY, ())):
        start = lowered.find(name.lower())
        while start >= 0:
            span = doc.char_span(start, start + len(name), label="SCHOOL")
            spans += [span] if span is not None else []
            start = lowered.find(name.lower(), start + len(name))
    return spans


def _second_thoughts(token: Token) -> str:
    """A word that looks like somebody but is not, here."""
    tag, word = token.tag_, token.norm_
    before = token.nbor(-1).norm_ if token.i else ""
    after = token.nbor(1).norm_ if token.i + 1 < len(token.doc) else ""
    if word in {"head", "heads"} and tag == "LEADER" and not _is_a_head(before, after, token):
        return NOBODY
    if (
        word in {"head", "heads"}
        and tag == "LEADER"
        and before in _OWN | {"his", "her"}
        and after in _NOT_HEAD
    ):
        return NOBODY
    if word in _ADJECTIVES and tag == "GROUP" and after not in _FOLK:
        return NOBODY
    if tag in {"PARENT", "PUPIL"} and word in {"mum", "dad", "mam"} | _singles() and before in _OWN:
        return "FAMILY" if word in {"mum", "dad", "mam", "mums"} else tag
    if (
        word == "set"
        and tag == "PUPIL"
        and (before in {"the", "tv", "a", "whole"} or after in {"up", "of", "off"})
    ):
        return NOBODY
    if word == "ta" and before not in _POINTING:
        return NOBODY
    if word == "class" and before in {"working", "middle", "world", "first", "yoga", "spin"}:
        return NOBODY
    return tag


@cache
def _singles() -> frozenset[str]:
    return frozenset({"mums", "dads"})


def _is_a_head(before: str, after: str, token: Token) -> bool:
    if after in _NOT_HEAD and after != "teacher":
        return False
    if after == "of":
        nearby = {word.norm_ for word in token.doc[token.i : token.i + 5]}
        return not nearby & _NOT_HEAD - {"my", "first"}
    if token.text[0].isupper() and token.i:
        return True
    if before == "my":
        return (
            after in {"is", "'s", "was", "teacher", "has", "said"}
            and token.doc[token.i + 1 :].text[:12] != "is pounding"
        )
    return before in _POINTING or before == ""


def _name_people(doc: Doc) -> None:
    """Titles with names, "Year 9", names with an apostrophe before a parent, "Dave from IT"."""
    for token in doc:
        word = token.norm_
        nxt = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if nxt is None:
            continue
        if word in _TITLES and (nxt.text[:1].isupper()):
            token.tag_ = nxt.tag_ = "NAME"
            token.tag_ = "NAME"
        elif word in _YEARS and nxt.text.rstrip("s'").isdigit():
            token.tag_ = nxt.tag_ = "PUPIL"
            if nxt.i + 1 < len(doc) and doc[nxt.i + 1].norm_ in {"s", "'s", "boy", "girl", "lad"}:
                doc[nxt.i + 1].tag_ = "PUPIL"
        elif word.rstrip("s") in _codes():
            token.tag_ = "PUPIL"
        elif _from_the_office(token, nxt):
            token.tag_ = "NAME"
        elif word == "'s" and nxt.norm_ in {"mum", "dad", "mam", "parents", "mother", "father", "nan"}:
            token.tag_ = nxt.tag_ = "PARENT"
        elif word in {"that", "this", "some", "one", "another"} and nxt.norm_ in {
            "mum",
            "dad",
            "mam",
            "mother",
        }:
            nxt.tag_ = "PARENT"
        elif _mid_sentence_name(token):
            token.tag_ = "NAME"


@cache
def _codes() -> frozenset[str]:
    return frozenset(f"{year}{letter}" for year in range(7, 12) for letter in "abcdefghlmnprstwxyz")


def _from_the_office(token: Token, after: Token) -> bool:
    places = {
        "it",
        "reception",
        "accounts",
        "the",
        "hr",
        "admin",
        "payroll",
        "maths",
        "english",
        "science",
        "pe",
        "year",
        "our",
    }
    if not token.text[:1].isupper() or token.tag_ != NOBODY or after.norm_ not in {"from", "in"}:
        return False
    place = token.doc[after.i + 1].norm_ if after.i + 1 < len(token.doc) else ""
    return place in places


_NO_NAMES = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "christmas", "easter", "ofsted", "english", "maths", "science", "french", "spanish", "german", "history", "geography", "god", "british", "england", "scotland", "wales", "london", "eid", "diwali", "pride", "ramadan", "halloween", "covid", "zoom", "teams", "google", "facebook", "twitter", "instagram", "netflix", "oxford", "cambridge", "sats", "gcse", "gcses", "send", "sen", "ehcp", "inset", "cpd", "ks1", "ks2", "tv", "dvd", "pe", "re", "it", "requires", "improvement", "good", "outstanding", "inadequate", "year", "key", "stage", "world", "book", "day", "facebook", "brexit"]
)


def _mid_sentence_name(token: Token) -> bool:
    """A capital inside a sentence that is no weekday, subject or shout: perhaps somebody's name."""
    word = token.text
    if token.is_sent_start or token.tag_ != NOBODY or not word[:1].isupper() or not word.isalpha():
        return False
    before = token.nbor(-1)
    named = before.norm_ in {"our", "like", "tell", "and", "that", "poor", "old", "with", "little"} or (
        token.i + 1 < len(token.doc) and token.nbor(1).norm_ in {"is", "'s", "was", "has", "who", "and"}
    )
    return named and word[1:].islower() and token.norm_ not in _NO_NAMES and before.text not in {".", "#"}
