"""Which pieces of a page are for other people's words: comments, guest books, teasers, side columns.

Told by what machines are told (types, roles), by class names and ids, and by the headings and labels that
people read, in the languages that saved pages come in most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import IntEnum
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag

from selfaudit.platforms.generic.answers import path_of
from selfaudit.platforms.reading import visible_text


class Region(IntEnum):
    """Whose words a piece of a page is for; of two around one another, the greater counts."""

    ASIDE = 1
    ELSEWHERE = 2
    COMMENTS = 3


_SAID_OF_COMMENTS = (
    r"comments?|repl(?:y|ies)|responses?|guest ?books?|testimonials?|discussion|webmentions?|shout ?box"
    r"|trackbacks?"
    r"|pingbacks?|reactions?|leave (?:a|your) \w+|(?:thoughts?|comments?|responses?|replies) (?:on|to)\b.*"
    r"|join the (?:discussion|conversation)|what (?:others|people|readers|visitors) (?:say|said|think|wrote)"
    r"|(?:reader|visitor)s?'? (?:comments|letters|book)|letters from readers"
    r"|kommentare?|antworten?|gästebuch|gaestebuch|rückmeldungen|meinungen|leserbriefe|diskussion"
    r"|commentaires?|réponses?|reponses?|livre d'or|réactions"
    r"|comentarios?|comentários?|respuestas?|respostas?|libro de visitas|livro de visitas"
    r"|commenti|commento|rispost[ae]|libro degli ospiti|komentarz[ey]?|odpowiedzi|księga gości"
    r"|reacties?|opmerkingen|gastenboek|kommentarer?|svar|gästbok|gjestebok|gæstebog"
    r"|коментарі|комментарии|відповіді|ответы|гостевая книга|комментарий|yorumlar?|sylwadau|comentarii"
    r"|评论|コメント|تعليقات"
)
_SAID_OF_ELSEWHERE = (
    r"related(?: \w+)?|similar(?: \w+)?|recommended(?: \w+){0,2}|you (?:may"
    r"|might) (?:also )?\w+(?: \w+)?|more (?:from|on|like)\b.*"
    r"|(?:read|see) (?:next|also|more)|popular(?: \w+)?|trending|suggested(?: \w+)?|people (?:also"
    r"|you)\b.*|blogroll"
    r"|(?:latest|recent|new) (?:comments|from .*|on .*)|from (?:around|other|across)\b.*|also on\b.*"
    r"|elsewhere"
    r"|ähnliche(?: \w+)?|verwandte(?: \w+)?|weitere (?:beiträge|artikel)\b.*|das könnte\b.*|auch interessant"
    r"|articles? (?:similaires?|connexes?|liés)|à lire aussi|vous aimerez\b.*|también te\b.*|relacionad[oa]s"
    r"|(?:entradas|artículos) relacionad[oa]s|articoli correlati|potrebbe\b.*|podobne(?: \w+)?"
    r"|powiązane(?: \w+)?"
    r"|gerelateerd(?: \w+)?|lees ook|relaterade?(?: \w+)?"
)
_COUNTED = r"^[\W\d]*(?:all |the |\d+ |no |alle |tous les )?(?:{0})[\s\W\d]*$"
_SAYS = (
    (Region.COMMENTS, re.compile(_COUNTED.format(_SAID_OF_COMMENTS), re.IGNORECASE)),
    (Region.ELSEWHERE, re.compile(_COUNTED.format(_SAID_OF_ELSEWHERE), re.IGNORECASE)),
)
_MARKS = (
    (
        Region.COMMENTS,
        re.compile(
            r"comments?|commentlist|replies|responses|respond|guestbook|gaestebuch|kommentare?|commentaires?"
            r"|comentarios?|commenti|commento|komentarz[ey]?|reacties?|kommentarer|webmentions?|disqus"
            r"|testimonials?"
            r"|shoutbox|trackbacks?|pingbacks?|pinglist|livredor"
        ),
    ),
    (
        Region.ELSEWHERE,
        re.compile(r"related|recommended|recommendations|similar|suggested|blogroll|trending"),
    ),
    (Region.ASIDE, re.compile(r"sidebar|sidebars|widgets")),
)
"""Words of class names and ids."""
_NO_REGION = frozenset(
    [
        "no",
        "has",
        "have",
        "with",
        "without",
        "open",
        "closed",
        "count",
        "counts",
        "number",
        "link",
        "links",
        "allow",
        "allowed",
        "enabled",
        "disabled",
        "off",
        "on",
        "toggle",
        "button",
        "icon",
        "status",
        "form",
        "field",
        "nav",
        "navigation",
        "hide",
        "hidden",
        "show",
        "layout",
        "metadata",
        "author",
        "can",
        "meta",
        "category",
        "tag",
    ]
)
"""What beside such a word says that the element only has to do with comments, or stands next to them."""
_TYPES = re.compile(r"/(?:User)?Comments?$")
_HEADING = "h1, h2, h3, h4, h5, h6, [role='heading'], summary, legend"
_LONGEST_HEADING = 80
_HOLDS_ALL = "main, h1, [role='main']"
_WORD = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Regions:
    """The regions of one page."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self._roots: dict[int, Region] = {}
        # Looked up here: to search the page for each label takes minutes where every post has one.
        named = {str(tag["id"]): tag for tag in reversed(soup.find_all(id=True))}
        for tag in soup.find_all(True):
            if tag.name not in ("html", "body", "head", "main") and (kind := _marked(tag, named)):
                self._note(tag, kind)
        for heading in soup.select(_HEADING):
            kind = said_to_be(visible_text(heading))
            for tag in _below(heading) if kind else ():
                self._note(tag, kind or Region.COMMENTS)

    def _note(self, tag: Tag, kind: Region) -> None:
        self._roots[id(tag)] = max(kind, self._roots.get(id(tag), kind))

    def around(self, tag: Tag) -> Region | None:
        """The region that a piece of the page stands in, or is."""
        kinds = [self._roots[id(one)] for one in (tag, *tag.parents) if id(one) in self._roots]
        return max(kinds, default=None)

    def begins_at(self, tag: Tag) -> bool:
        """Whether a region begins with this very element."""
        return id(tag) in self._roots


_BOOKS = (
    r"guest[ _-]?books?|g(?:ä|ae)stebuch|livre[ _-]d[ _'-]?or|lib?ro[ _-]de[ _-]visitas"
    r"|livro[ _-]de[ _-]visitas"
    r"|libro[ _-]degli[ _-]ospiti|gastenboek|gästbok|gjestebok|gæstebog|księga[ _-]gości|гостевая книга"
)
_BOOK_IN_ADDRESS = re.compile(rf"(?:{_BOOKS})(?:\.\w+)?", re.IGNORECASE)
_BOOK_IN_HEADING = re.compile(rf"(?:[\w']+ ){{0,3}}(?:{_BOOKS})\W*", re.IGNORECASE)
_TITLE_PARTS = re.compile(r"\s+[|·:\u2013\u2014-]\s+|:\s+")


def is_guest_book(soup: BeautifulSoup, url: str) -> bool:
    """Whether the whole page is one on which its visitors write: its address, title or heading says so."""
    if any(_BOOK_IN_ADDRESS.fullmatch(unquote(part)) for part in path_of(url).split("/")):
        return True
    heads = [head for head in soup.select("h1, title") if head.find_parent("article") is None]
    said = [part for head in heads for part in _TITLE_PARTS.split(" ".join(head.get_text(" ").split()))]
    return any(_BOOK_IN_HEADING.fullmatch(part.strip().replace("\u2019", "'")) for part in said)


def said_to_be(words: str) -> Region | None:
    """What a heading or a label says that the piece below it is for."""
    said = words.replace("\u2019", "'").strip()
    if not said or len(said) > _LONGEST_HEADING:
        return None
    return next((kind for kind, pattern in _SAYS if pattern.match(said)), None)


def _marked(tag: Tag, named: Mapping[str, Tag]) -> Region | None:
    """What the element itself tells machines and screen readers that it is for."""
    if tag.get("itemprop") == "comment" or _TYPES.search(str(tag.get("itemtype", ""))):
        return Region.COMMENTS
    if tag.get("role") == "comment":
        return Region.COMMENTS
    by = " ".join(visible_text(named[name]) for name in _named_by(tag) if name in named)
    labelled = said_to_be(str(tag.get("aria-label", "")) or by)
    kind = labelled or _by_class(tag)
    if kind and not labelled and tag.select_one(_HOLDS_ALL):
        return None  # what holds the page's own heading is the page, whatever its classes speak of
    aside = tag.name == "aside" or tag.get("role") == "complementary"
    return kind or (Region.ASIDE if aside else None)


def _named_by(tag: Tag) -> list[str]:
    return str(tag.get("aria-labelledby", "")).split()


def _by_class(tag: Tag) -> Region | None:
    names = [name for name in (*tag.get_attribute_list("class"), tag.get("id")) if name]
    found = [kind for name in names if (kind := _by_name(str(name)))]
    return max(found, default=None)


def _by_name(name: str) -> Region | None:
    words = [word.casefold() for word in _WORD.findall(f"{name} {_CAMEL.sub(' ', name)}")]
    if not words or _NO_REGION & set(words):
        return None
    return next((kind for kind, pattern in _MARKS if any(map(pattern.fullmatch, words))), None)


def _below(heading: Tag) -> Iterator[Tag]:
    """What stands below a heading, up to the next of its rank; alone in its header, it speaks for that."""
    top = heading
    while top.parent and top.parent.name in ("header", "hgroup", "div", "a", "summary") and _alone(top):
        top = top.parent
    for tag in top.next_siblings:
        if not isinstance(tag, Tag):
            continue
        if (rank := _rank(tag)) is not None and rank <= (_rank(heading) or 0):
            return
        yield tag


def _alone(tag: Tag) -> bool:
    """Whether hardly anything else stands in the parent: a count, or a link to write one."""
    around = len(visible_text(tag.parent)) - len(visible_text(tag))
    return around <= _FEW_LETTERS


_FEW_LETTERS = 25


def _rank(tag: Tag) -> int | None:
    """The rank of a heading; what stands in a box that unfolds, or in a group, is all below its name."""
    if re.fullmatch(r"h[1-6]", tag.name):
        return int(tag.name[1])
    if tag.get("role") == "heading":
        level = str(tag.get("aria-level", ""))
        return int(level) if level.isdigit() else 2
    return None
