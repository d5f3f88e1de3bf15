from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from selfaudit.platforms.meta.mending import mended

TEXTS = st.text(st.characters(exclude_categories=("Cs",)))


def broken(text: str) -> str:
    """The text as Meta writes it."""
    return text.encode().decode("latin-1")


@given(TEXTS)
def test_what_meta_broke_is_mended_exactly(text: str) -> None:
    assert mended(broken(text)) == text or broken(text) == text


@given(TEXTS)
def test_mending_twice_is_mending_once_wherever_letters_beyond_bytes_are(text: str) -> None:
    whole = f"{text}\u4e16"
    assert mended(mended(broken(whole))) == whole


def test_right_texts_stay_as_they_are() -> None:
    for text in ("Thích", "Tác giả", "naïve", "Zürich", "£5", "plain", "", "5 × 3 ± 1"):  # noqa: RUF001 - the sign is what is tested
        assert mended(text) == text


def test_names_of_fields_are_mended_too() -> None:
    damaged = json.loads(
        '{"Num\\u00c3\\u00a9ro": [{"x": "Gr\\u00c3\\u00bc\\u00c3\\u009fe"}], "n": 5, "z": null}'
    )
    assert mended(damaged) == {"Numéro": [{"x": "Grüße"}], "n": 5, "z": None}
