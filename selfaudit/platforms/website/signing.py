"""Who signed a text, as its mark-up, its label for screen readers or its own first words say."""

from __future__ import annotations

import re

from bs4 import Tag

from selfaudit.platforms.generic.answers import host_of, path_of
from selfaudit.platforms.reading import absolute, visible_text
from selfaudit.platforms.website.described import Person

_MARKED = "[rel~='author'], [itemprop='author'], [itemprop='creator'], .p-author"
_MARKS = frozenset(
    [
        "author",
        "byline",
        "username",
        "displayname",
        "screenname",
        "nickname",
        "membername",
        "commenter",
        "poster",
        "autor",
        "auteur",
        "autore",
        "submitted",
    ]
)
_NOT_MARKS = frozenset(
    {"avatar", "image", "img", "photo", "picture", "bio", "link", "title", "role", "badge"}
)
_CLASS_WORD = re.compile(r"[a-z]+")
_BIT = r"[^\W\d_a-z][\w'\u2019.-]*"
NAME = rf"{_BIT}(?: (?:{_BIT}|de|da|di|van|von|der|den|du|le|la|al|el|bin|ap)){{0,4}}"
"""What may be a name: words with capitals, and the small words that stand in names."""
_LINE = "p, div, span, footer, header, small, address, b, strong, cite, em, h2, h3, h4, h5, h6, dt, li"
_LONGEST_LINE = 120
_ON = r"(?:\s*(?:[,|·•(\u2013\u2014-]|\b(?:on|at|am|um|le|el|il|op|om|em|w|dnia|the)\b|\d).*)?"
_BY = re.compile(
    r"^(?i:(?:posted|written|submitted|published|added|shared|gepostet|geschrieben|verfasst|eingereicht"
    r"|publié"
    r"|écrit|rédigé|publicado|escrito|scritto|pubblicato|geplaatst|geschreven|napisane|opublikowane"
    r"|skrevet) )?"
    r"(?:(?i:posted|published|written|geschrieben|veröffentlicht|publié|publicado|pubblicato)"
    r"(?: (?:on|am|le|el|il))? [^.!?]{1,40}? )?"
    rf"(?i:by|von|par|por|di|door|av|af|przez)[:]? (?P<who>{NAME}){_ON}$"
)
_SAYS = re.compile(
    rf"^(?P<who>{NAME}) (?:says|said|wrote|writes|commented|replied|schrieb|schreibt|sagt|sagte|meint"
    rf"|a écrit|a dit|dit"
    rf"|escribió|dice|dijo|ha scritto|ha detto|escreveu|disse|napisał(?:\(a\)|a)?|pisze|schreef|zegt"
    rf"|skrev|sier|sagde)"
    rf"{_ON}:?\s*$"
)
_GUEST = re.compile(
    r"^(?i:(?:an? |this is an? |ein |eine |un |una )?(?:guest (?:post|blog|article|entry|column|piece)"
    r"|gast(?:beitrag|artikel|kommentar)|(?:article|billet) invité|(?:artículo|entrada) invitad[oa])"
    rf"(?: written)?[:,]? (?:by|from|von|par|por|de)[:]?) (?P<who>{NAME}){_ON}$"
)
_QUOTED = re.compile(
    rf"^\W*(?i:quoted from|quoting|zitiert nach|zitat von|cité de|citation de)[:]? (?P<who>{NAME}){_ON}$"
)
_MONTH = (
    r"(?:jan|ene|gen|feb|f[ée]v|m[aä]r|apr|avr|abr|ma[iyg]|jun|juin|giu|jul|juil|lug|aug|août|ago|sep|set"
    r"|o[ckt]t|out|nov|de[czs]|déc|dic)[^\W\d_]*\.?"
)
_DATED = re.compile(
    rf"^[\W_]*(?P<who>{NAME})\s*[,|·\u2013\u2014-]\s*(?i:(?:on |am |le )?(?:[^\W\d_]+,? )?"
    rf"(?:\d{{1,2}}(?:\.|st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH} \d{{1,2}}"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})"
    r"\b.{0,30})$"
)
_NO_SIGNER = re.compile(
    rf"^(?:mon|tue|wed|thu|fri|sat|sun|posted|published|updated|written|{_MONTH}$|mo|di|mi|do|fr|sa|so"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?:day|sday|nesday|rsday|urday)?\.?$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?P<what>post|update|article|reply|comment|message|entry|note|status|beitrag|eintrag|kommentar"
    r"|antwort|nachricht"
    r"|publication|article|commentaire|réponse|publicación|comentario|respuesta|publicação|comentário"
    r"|resposta"
    r"|commento|risposta|bericht|reactie|wpis|komentarz|odpowiedź|inlägg|innlegg|opslag|svar)"
    r" (?:by|from|von|par|de|do|di|van|door|av|af|od|użytkownika)[:]? (?P<who>[^,.·|:]{1,80})",
    re.IGNORECASE,
)
_OF_PERSON = re.compile(
    r"(?:^|/)(?:@|~|(?:u|user|users|people|members?|profiles?|authors?|in|id)/)", re.IGNORECASE
)
_ANSWERS = re.compile(
    r"reply|comment|kommentar|antwort|réponse|respuesta|resposta|comentário|comentario|risposta|reactie"
    r"|komentarz"
    r"|odpowiedź|svar",
    re.IGNORECASE,
)


def labelled(tag: Tag) -> tuple[str | None, bool]:
    """Whom a label for screen readers names, "Comment by Bob Jones", and whether it is an answer."""
    said = _LABEL.search(str(tag.get("aria-label") or ""))
    return (said["who"].strip(), bool(_ANSWERS.match(said["what"]))) if said else (None, False)


def signer(text: Tag, label: str | None, url: str, *, answer: bool) -> Person:
    """Who signed a text that stands alone; of an answer, a name that it begins with counts as well."""
    for tag in (*text.select(_MARKED), *text.find_all(_is_marked)):
        named = tag.select_one(".fn, [itemprop='name'], .p-name") or tag
        name = bare(visible_text(named))
        if name:
            anchor = tag if tag.get("href") else tag.select_one("a[href]")
            address = absolute(url, str(anchor["href"])) if anchor and _is_of_site(anchor) else None
            return Person(name=name, url=address)
    return Person(
        name=label
        or _by_line(text)
        or dated(text)
        or _linked(text, url)
        or (_first_words(text) if answer else None)
    )


def guest(text: Tag) -> str | None:
    """Whom a text names as the guest who wrote it, or as whom it is quoted from."""
    quoted = only_quoted(text)
    for tag in text.select(_LINE):
        line = visible_text(tag)
        if len(line) > _LONGEST_LINE or (not quoted and tag.find_parent("blockquote")):
            continue
        if said := _GUEST.match(line) or _QUOTED.match(line):
            return said["who"].rstrip(".")
    return None


def only_quoted(text: Tag) -> bool:
    """Whether nothing but quotations stands in a text."""
    quotes = [one for one in text.select("blockquote") if one.find_parent("blockquote") is None]
    said = sum(len(visible_text(one).replace(" ", "")) for one in quotes)
    return said > 0 and said >= len(visible_text(text).replace(" ", ""))


def dated(text: Tag) -> str | None:
    """Whose name stands with a date in the text's own footer, "Pete, 1 Jan"."""
    for tag in text.select("footer"):
        said = _DATED.match(visible_text(tag)) if tag.find_parent("blockquote") is None else None
        if said and not _NO_SIGNER.match(said["who"]):
            return said["who"].rstrip(".")
    return None


def signs_anybody(page: Tag) -> bool:
    """Whether anything on a page says who wrote a part of it, as only pages of several people do."""
    return bool(page.select(_MARKED) or page.find_all(_is_marked, limit=1) or _by_line(page))


def bare(words: str) -> str:
    """The name alone, without "by" before it, or "says" and a date after it."""
    said = _BY.match(words) or _SAYS.match(words)
    plain = (
        said["who"] if said else re.sub(r"^(?:by|von|par|por|di|door)\b:? ", "", words, flags=re.IGNORECASE)
    )
    return (
        re.sub(r"\s+(?:says|said|wrote|schrieb|sagt)?:?$", "", plain).strip(" :,")
        if len(words) <= _LONGEST_LINE
        else ""
    )


def is_name(words: str) -> bool:
    """Whether these words may be somebody's name: two or more with capitals."""
    return " " in words and re.fullmatch(NAME, words) is not None


def is_address_of(name: str, url: str) -> bool:
    """Whether an address is that of a person of this name: "/anna.hill", "/people/ahill", "anna.example"."""
    words = name.casefold().split()
    spelt = {"".join(words), f"{words[0][0]}{words[-1]}", f"{words[0]}{words[-1][0]}", *words}
    if host_of(url).removeprefix("www.").split(".")[0].replace("-", "") in spelt:
        return True
    path = path_of(url).strip("/").casefold()
    last = path.rpartition("/")[2].lstrip("@~").partition(".htm")[0]
    of_person = _OF_PERSON.search(path_of(url)) is not None
    alone = "/" not in path and "-" not in last
    return (of_person or alone) and re.sub(r"[\d._-]", "", last) in spelt


def _linked(text: Tag, url: str) -> str | None:
    """Whom a text begins with, as a link to that person's page; a title that leads to the text is none."""
    anchor = next((one for one in text.select("a[href]") if visible_text(one)), None)
    name = visible_text(anchor)
    if anchor is None or not visible_text(text).startswith(name):
        return None
    path = path_of(absolute(url, str(anchor["href"])))
    last = path.strip("/").rpartition("/")[2].casefold()
    if _OF_PERSON.search(path) and name.lstrip("@~").casefold() == last.lstrip("@~"):
        return name.lstrip("@~")
    in_heading = anchor.find_parent(re.compile(r"^h[1-6]$")) is not None
    titled = in_heading and path.strip("/").casefold() == name.replace(" ", "").casefold()
    return name if is_name(name) and not titled and is_address_of(name, f"https://-{path}") else None


def _is_marked(tag: Tag) -> bool:
    for name in tag.get_attribute_list("class"):
        words = set(_CLASS_WORD.findall((name or "").casefold()))
        closed = re.sub(r"[^a-z]", "", (name or "").casefold())
        if (words & _MARKS or closed in _MARKS) and not words & _NOT_MARKS:
            return True
    return False


def _is_of_site(anchor: Tag) -> bool:
    """Whether a link of a name leads to a page about the person rather than to a form or a mail program."""
    return not str(anchor["href"]).startswith(("mailto:", "#", "tel:"))


def _by_line(text: Tag) -> str | None:
    """Whom a short line of the text names as its writer."""
    for tag in text.select(_LINE):
        line = visible_text(tag)
        said = (_BY.match(line) or _SAYS.match(line)) if len(line) <= _LONGEST_LINE else None
        if said:
            return said["who"].rstrip(".")
    return None


def _first_words(text: Tag) -> str | None:
    """The name in bold, or in a heading or a link, with which a comment begins."""
    first = text.select_one("b, strong, cite, h2, h3, h4, h5, h6, a, dt")
    name = bare(visible_text(first))
    return name if name and re.fullmatch(NAME, name) else None
