"""The spaCy pipeline, made in code: a tokeniser for social text, sentences, people, the model, remarks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from selfaudit.detectors.language.judging import Judge
from selfaudit.detectors.language.model.component import Hearing
from selfaudit.detectors.language.people import PeopleTagger

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SENTENCE_ENDS = [".", "!", "?", "…", "...", "..", "!!", "??", "!!!", "???", "?!", "!?", "‼", "⁉"]
_EMOJI = "[\U0001f000-\U0001faff☀-➿⬀-⯿\U0001f1e6-\U0001f1ff]"
_MENTION = re.compile(r"@\w[\w.]*\w|@\w|@")


def build() -> Language:
    """A new pipeline; takes about a second."""
    nlp = spacy.blank("en")
    nlp.tokenizer = _tokeniser(nlp)
    nlp.add_pipe("sentencizer", config={"punct_chars": _SENTENCE_ENDS})
    nlp.add_pipe("line_ends")
    nlp.add_pipe("people_tagger")
    nlp.add_pipe("hearing")
    nlp.add_pipe("judge")
    return nlp


def _tokeniser(nlp: Language) -> Tokenizer:
    """SpaCy's English rules, with emoji, hashtags, mentions and runs of dots as words of their own."""
    rules = nlp.Defaults
    prefixes = [*(rules.prefixes or ()), _EMOJI, "#", r"=", r"\*", r"~"]
    suffixes = [*(rules.suffixes or ()), _EMOJI, r"=", r"\*", r"~", r"!+", r"\?+"]
    infixes = [*(rules.infixes or ()), _EMOJI, r"\.{2,}", r"[!?]+(?=\w)", r"(?<=[a-z])[.,](?=[A-Za-z])", r"="]
    return Tokenizer(
        nlp.vocab,
        rules=rules.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(prefixes).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        token_match=_MENTION.fullmatch,
        url_match=rules.url_match,
    )


@Language.component("line_ends")
def _line_ends(doc: Doc) -> Doc:
    """A line break ends a sentence, and so does the first of several hashtags."""
    for token in doc[:-1]:
        if "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
    return doc


@Language.factory("people_tagger")
def _people_tagger(nlp: Language, name: str) -> PeopleTagger:  # noqa: ARG001 - spaCy passes the name
    return PeopleTagger(nlp)


@Language.factory("hearing")
def _hearing(nlp: Language, name: str) -> Hearing:  # noqa: ARG001 - spaCy passes both
    return Hearing()


@Language.factory("judge")
def _judge(nlp: Language, name: str) -> Judge:  # noqa: ARG001 - spaCy passes the name
    return Judge(nlp)
