"""A new pack is whole and in order, or it is not there at all; nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_policy_loading import CHECKS, PNG

from selfaudit.errors import PolicyError
from selfaudit.policy import load_policy, new_pack


def a_picture(file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(PNG)
    return file


def test_a_new_pack_holds_the_schools_facts_and_the_model_principles(tmp_path: Path) -> None:
    crest = a_picture(tmp_path / "crest.PNG")
    made = new_pack(
        tmp_path / "packs" / "seaview",
        school="Seaview Primary School",
        domains=[".Seaview.sch.example", "trust.example"],
        logos=[crest],
        known_checks=CHECKS,
    )
    model = load_policy("preston-grange", known_checks=CHECKS)
    assert (made.id, made.school.name) == ("seaview", "Seaview Primary School")
    assert made.school.domains == ("seaview.sch.example", "trust.example")
    assert [(logo.name, logo.file.name) for logo in made.school.logos] == [("crest", "crest.png")]
    assert (made.principles, made.contacts) == (model.principles, model.contacts)
    written = {str(path.relative_to(tmp_path)) for path in (tmp_path / "packs").rglob("*")}
    assert written == {"packs/seaview", "packs/seaview/crest.png", "packs/seaview/policy.toml"}


def test_a_new_pack_says_nothing_of_the_school_that_it_was_modelled_on(tmp_path: Path) -> None:
    new_pack(tmp_path / "seaview", school="Seaview", known_checks=CHECKS)
    text = (tmp_path / "seaview" / "policy.toml").read_text(encoding="utf-8")
    for word in ("Preston", "Tyneside", "ntlp", "<SCHOOL>", "<DOMAINS>"):
        assert word not in text


def test_logos_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    logos = [a_picture(tmp_path / folder / "crest.png") for folder in ("a", "b", "c")]
    made = new_pack(tmp_path / "seaview", school="Seaview", logos=logos, known_checks=CHECKS)
    assert [logo.name for logo in made.school.logos] == ["crest", "crest-2", "crest-3"]
    assert len({logo.file for logo in made.school.logos}) == 3


@pytest.mark.parametrize("kind", ["full", "empty", "file", "link"])
def test_what_is_there_already_is_left_alone(tmp_path: Path, kind: str) -> None:
    place = tmp_path / "seaview"
    if kind == "file":
        place.write_text("mine")
    elif kind == "link":
        place.symlink_to(tmp_path / "nowhere")
    else:
        place.mkdir()
    if kind == "full":
        (place / "policy.toml").write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(PolicyError, match="is there already"):
        new_pack(place, school="Seaview", known_checks=CHECKS)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"school": " "}, "The school's name is empty"),
        ({"school": "Sea\nview"}, "The school's name is empty or has signs that cannot be printed."),
        ({"school": "Sea\udcffview"}, "signs that cannot be printed"),
        ({"domains": ["seaview"]}, '"seaview" is not an e-mail domain; write what stands after the @'),
        ({"domains": ["gmail.com"]}, '"gmail.com" is used by everybody'),
        ({"logos": [Path("nowhere.png")]}, "nowhere.png cannot be the logo"),
        ({"logos": [Path(__file__)]}, "is not a picture that can be used"),
    ],
)
def test_a_fact_that_cannot_be_used_leaves_nothing_behind(
    tmp_path: Path, facts: dict[str, object], sentence: str
) -> None:
    with pytest.raises(PolicyError) as told:
        new_pack(tmp_path / "seaview", **{"school": "Seaview", "known_checks": CHECKS, **facts})  # type: ignore[arg-type]
    assert sentence in told.value.sentence
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PolicyError, match="cannot be written"):
        new_pack(tmp_path / "file" / "seaview", school="Seaview", known_checks=CHECKS)


@given(name=st.text(min_size=1, max_size=40).filter(lambda text: text.isprintable() and text.strip()))
@settings(max_examples=40)
def test_a_school_may_have_any_name_that_can_be_printed(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    place = tmp_path_factory.mktemp("any") / "pack"
    assert new_pack(place, school=name, known_checks=CHECKS).school.name == name.strip()
