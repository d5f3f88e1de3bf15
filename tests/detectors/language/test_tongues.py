"""What is in another language is told as not read, however short; English of any colour never is."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from selfaudit.detectors.language.foreign_words import in_tag
from selfaudit.detectors.language.tongues import other_language, partly_other

_LINES = Path(__file__).with_name("other_languages.tsv").read_text(encoding="utf-8").splitlines()[2:]
OTHERS = [line.split("\t") for line in _LINES]
WHOLE = [text for language, text in OTHERS if language != "mixed"]
MIXED = [text for language, text in OTHERS if language == "mixed"]

ENGLISH = (Path(__file__).with_name("look_alike_english.txt")).read_text(encoding="utf-8").splitlines()


def test_the_list_is_as_broad_as_it_says() -> None:
    assert len(OTHERS) >= 150
    assert len({language for language, _ in OTHERS}) >= 20
    assert len(ENGLISH) >= 150


@pytest.mark.parametrize("text", WHOLE)
def test_a_text_in_another_language_is_told(text: str) -> None:
    assert other_language(text) or partly_other(text)


@pytest.mark.parametrize("text", MIXED)
def test_a_stretch_within_an_english_text_is_told_and_the_text_is_read(text: str) -> None:
    assert partly_other(text)
    assert other_language(text) is None


@pytest.mark.parametrize("text", ENGLISH)
def test_names_dialect_slang_slips_and_borrowed_words_are_english(text: str) -> None:
    assert (other_language(text), partly_other(text)) == (None, None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mae'r athrawes newydd yn hollol ddiwerth", "Welsh"),
        ("Nienawidze tej pracy", "Polish"),
        ("Directoarea este o proasta", "Romanian"),
        ("uska dimaag kharab ho gaya", "Urdu"),
        ("Estoy harta de los padres", "Spanish"),
        ("المدير غبي", "Arabic"),
    ],
)
def test_the_language_is_named(text: str, language: str) -> None:
    assert other_language(text) == language


def test_most_of_a_text_in_another_language_is_all_of_it() -> None:
    assert other_language("Nasza szkola jest do dupy love it") == "Polish"


@pytest.mark.parametrize(
    "text", ["", "🎉🎉", "https://example.org/ysgol", "@pennaeth", "2024", "***", "é", "'"]
)
def test_what_holds_no_word_is_in_no_language(text: str) -> None:
    assert (other_language(text), partly_other(text)) == (None, None)


@pytest.mark.parametrize(
    "text",
    ["th1s sch00l is a j0ke", "th\u0456s sch\u043e\u043el is \u0430 j\u043ek\u0435", "s*p*r duper w**k"],
)
def test_a_disguise_is_no_language(text: str) -> None:
    assert (other_language(text), partly_other(text)) == (None, None)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("teacherlife", ["teacher", "life"]),
        ("LoveMySchool", ["Love", "My", "School"]),
        ("pennaethdwp", ["pennaeth", "dwp"]),
        ("zxqvw", ["zxqvw"]),
    ],
)
def test_a_hashtag_is_read_as_its_words(tag: str, words: list[str]) -> None:
    assert in_tag(tag) == words


@pytest.mark.parametrize(
    "piece", ["a", "'", "#", "@", "mae ", "a'", "#a", "ß", "ł ", "mae'r ysgol. ", "zq1*"]
)
def test_a_long_text_takes_no_longer_for_what_it_is_made_of(piece: str) -> None:
    text = (piece * 30_000)[:30_000]
    before = process_time()
    other_language(text)
    assert process_time() - before < 5
