"""Words in disguise, run together, cut in two or misspelt are written plainly for the model."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfaudit.detectors.language.model.spelling import Spelling, spelling
from selfaudit.detectors.language.model.wording import for_model


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("they are id10ts and m0r3", "they are idiots and more"),
        ("our #worstheadever", "our #worst head ever"),
        ("watchyourback mate", "watch your back mate"),
        ("w a t c h y o u r b a c k", "watch your back"),
        ("u.s.e.l.e.s.s boss", "useless boss"),
        ("im migrants and wo men", "immigrants and women"),
        ("all immigrnats and wmoen", "all immigrants and women"),
        ("musims on our street", "muslims on our street"),
    ],
)
def test_a_word_that_is_not_known_is_read_as_the_words_it_stands_for(written: str, read: str) -> None:
    assert for_model(written).text == read


@pytest.mark.parametrize(
    "text",
    [
        "home at 11am, the 70th time, 4x4 in 7x3",
        "KS1, Y10, £30k and 5s a side",
        "midges at camp and a tatty tent",
        "the carers had a career, whining about lager",
        "Penistone, Scunthorpe, Clitheroe and Kettering",
        "Siobhan, Aisling and Kayleigh were late",
        "the rapist was jailed, a part of it, no one knew",
        "she's late, they're kind, he's tall",
        "the cat and the hat",
        "nos da bawb, diolch yn fawr",
    ],
)
def test_harmless_words_stay_as_they_are(text: str) -> None:
    assert for_model(text).text == text


def test_marks_lead_back_to_the_words_as_they_were_written() -> None:
    text = "so our #worstheadever is here"
    read = for_model(text)
    start = read.text.index("head")
    assert text[slice(*read.original(start, start + 4))] == "worstheadever"


@given(st.text(alphabet="abegiorst013457 .-", max_size=60))
def test_changes_never_overlap_and_lie_in_the_text(text: str) -> None:
    changes = list(spelling().changes(text))
    ends = [0, *(end for _, end, _ in changes)]
    assert all(end <= start < stop <= len(text) for end, (start, stop, _) in zip(ends, changes, strict=False))


def test_a_word_of_a_hundred_thousand_letters_is_left_alone() -> None:
    assert not list(spelling().changes("ab1" * 33_000))


def test_other_vocabularies_have_other_words() -> None:
    small = Spelling(["[PAD]", "the", "class", "noise"])
    assert [plain for _, _, plain in small.changes("cla5s no1se classnoise women")] == [
        "class",
        "noise",
        "class noise",
    ]
