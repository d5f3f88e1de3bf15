"""What is less than it sounds: private sales, fairs, news of one's own family, praise, banter."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from selfaudit.detectors.language.context import Setting
from selfaudit.detectors.language.drafts import Draft
from selfaudit.detectors.language.elsewhere import (
    AT_SCHOOL,
    is_banter,
    is_of_nobody_at_school,
    is_on_the_pitch,
    tags_of,
)
from selfaudit.detectors.language.homonyms import NOBODY
from selfaudit.detectors.language.leaning import Leanings
from selfaudit.detectors.language.lexicon import cue, kinds, small_words
from selfaudit.detectors.language.people import ROLES
from selfaudit.model.detections import Topic
from selfaudit.model.vocabulary import Confidence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PRIVATE_SALE, _TRADING, _ARRANGING = cue("private_sale"), cue("trading"), cue("arranging")
_GOOD_CAUSE, _OWN_GAIN = cue("good_cause"), cue("own_gain")
_HEALTH, _OWN_KIN, _NOT_OURS = cue("health"), cue("own_kin"), cue("not_ours")
_HEDGED = cue("hedged")
_OUR = frozenset({"our", "wor"})
_THEIR = frozenset({"his", "her", "their", "'s"})
_NO_NAMES = small_words("people_no_names") | small_words("people_titles")
_NO_GROUP, _PROVERB = cue("no_group"), cue("proverb")
_OF_A_GROUP = frozenset({"heard_discriminatory", "generalisation"})
_HEARD_OF_PEOPLE = frozenset({"heard_derogatory", "heard_discriminatory"})


class Allowances:
    """Takes back what context makes harmless, and makes unsure what it makes milder."""

    def __init__(self, leanings: Leanings) -> None:
        self._leanings = leanings

    def __call__(
        self, doc: Doc, drafts: list[Draft], setting: Setting, everyday: Collection[int]
    ) -> list[Draft]:
        """The drafts that stand; ``everyday`` are the words that are slurs in another sense alone."""
        return [
            self._milder(doc, draft, setting)
            for draft in drafts
            if not _of_an_everyday_word(doc, draft, everyday) and not _is_harmless(doc, draft)
        ]

    def _milder(self, doc: Doc, draft: Draft, setting: Setting) -> Draft:
        match kinds()[draft.kind].topic:
            case Topic.PROMOTION:
                return _of_ones_own_things(doc, draft)
            case Topic.SCHOOL_POLICY if self._leanings.praises(doc) and not _HEDGED.search(doc.text.lower()):
                return replace(draft, kind="policy_praise", confidence=Confidence.UNSURE)
            case _ if is_banter(doc, draft, setting) or is_on_the_pitch(doc, draft):
                return replace(draft, confidence=Confidence.UNSURE)
        return draft


def _is_harmless(doc: Doc, draft: Draft) -> bool:
    return (
        _for_a_good_cause(doc, draft)
        or _news_of_ones_family(doc, draft)
        or is_of_nobody_at_school(doc, draft)
        or _names_no_group(doc, draft)
        or _is_a_proverb(doc, draft)
    )


def _of_ones_own_things(doc: Doc, draft: Draft) -> Draft:
    """A used sofa is sold, or a time is agreed with one person: no business, as far as can be told."""
    text = doc.text.lower()
    if _TRADING.search(text):
        return draft
    if _PRIVATE_SALE.search(text):
        return replace(draft, kind="private_sale", confidence=Confidence.UNSURE)
    return replace(draft, confidence=Confidence.UNSURE) if _ARRANGING.search(text) else draft


def _of_an_everyday_word(doc: Doc, draft: Draft, everyday: Collection[int]) -> bool:
    """Whether the model heard a word like "fags" where it is about cigarettes."""
    if draft.kind not in _HEARD_OF_PEOPLE:
        return False
    words = [place for start, end in draft.stretches for place in range(start, end)]
    others = "GROUP" in tags_of(doc[words[0]].sent) or any(doc[place].tag_ in ROLES for place in words)
    return not others and any(place in everyday for place in words)


def _for_a_good_cause(doc: Doc, draft: Draft) -> bool:
    text = doc.text.lower()
    cause = draft.kind in {"heard_promotion", "business"} and bool(_GOOD_CAUSE.search(text))
    return cause and not _OWN_GAIN.search(text)


def _names_no_group(doc: Doc, draft: Draft) -> bool:
    """As in "Chinese tonight or an Indian?", "nowt so queer as folk", with no other word for a group."""
    if draft.kind not in _OF_A_GROUP:
        return False
    places = [match.span() for match in _NO_GROUP.finditer(doc.text.lower())]
    others = (token for token in doc if token.tag_ == "GROUP")
    return bool(places) and all(any(low <= word.idx < high for low, high in places) for word in others)


def _is_a_proverb(doc: Doc, draft: Draft) -> bool:
    """As in "were you born in a barn"."""
    sentence = doc[draft.stretches[0][0]].sent
    return draft.kind == "heard_derogatory" and bool(_PROVERB.search(sentence.text.lower()))


def _news_of_ones_family(doc: Doc, draft: Draft) -> bool:
    """As in "our Ellie got her diagnosis", with nobody of the school's in it but her own teacher."""
    text, sentence = doc.text.lower(), doc[draft.stretches[0][0]].sent
    if (
        draft.kind not in {"heard_confidential", "private"}
        or not _HEALTH.search(text)
        or _NOT_OURS.search(text)
    ):
        return False
    own = bool(_OWN_KIN.search(sentence.text.lower())) or any(map(_is_our_own, sentence))
    return own and not any(token.tag_ in AT_SCHOOL and not _is_theirs(token) for token in doc)


def _is_our_own(token: Token) -> bool:
    """As in "our Ellie": a name, in the way of the North."""
    if token.norm_ not in _OUR or token.i + 1 == len(token.doc):
        return False
    name = token.nbor(1)
    return name.text.istitle() and name.tag_ in {NOBODY, "NAME"} and name.norm_ not in _NO_NAMES


def _is_theirs(token: Token) -> bool:
    """As in "her school", "his lovely teacher"."""
    return not _THEIR.isdisjoint(word.norm_ for word in token.doc[max(0, token.i - 3) : token.i])
