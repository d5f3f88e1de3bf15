"""`selfaudit draft`: something looked at before it is posted, kept nowhere, and never called fine."""

from __future__ import annotations

import io
import json
import tempfile
from pathlib import Path

import pytest
from commands import Run
from lettered import lettered

from reports.draft import NOT_PROOF, QUIET, QUIET_IN_PART

CREST = Path("selfaudit/policy/packs/practice/crest.png").resolve()


def flat(text: str) -> str:
    return " ".join(text.split())


def test_an_insult_is_marked_with_its_paragraph(run: Run) -> None:
    said = run("draft", "the deputy is a lazy cow")
    assert said.code == 0
    assert "Paragraph 501.9" in said.out
    assert "[lazy] [cow]" in said.out
    assert QUIET not in said.out


@pytest.mark.parametrize(
    "text", ["Off to Scunthorpe for the match, up the Iron!", "Saw a great tit on the feeder today"]
)
def test_a_look_alike_stays_quiet_and_is_still_not_called_fine(run: Run, text: str) -> None:
    assert flat(run("draft", text).out) == f"{QUIET} {NOT_PROOF}"


def test_what_cannot_be_read_is_told_apart_from_nothing_noticed(run: Run) -> None:
    said = run("draft", "Rwy'n caru fy ysgol a'r plant i gyd, mae hi'n ddiwrnod braf iawn heddiw")
    assert said.out.startswith(QUIET_IN_PART)
    assert "looks like Welsh" in flat(said.out)


def test_a_work_address_in_the_text_is_found(run: Run) -> None:
    said = run("draft", "Write to me at jo.bloggs@riverside.example", "--policy", "practice")
    assert "[jo.bloggs@riverside.example]" in said.out


def test_the_crest_in_a_picture_is_found(run: Run) -> None:
    said = run("draft", "Sports day", "--image", CREST, "--policy", "practice")
    assert "The school's logo shows in a picture" in said.out
    assert QUIET not in said.out


@pytest.mark.parametrize("text", [(), ("Sports day",), ("the deputy is a lazy cow",)])
def test_that_words_in_a_picture_may_be_missed_is_told_once(run: Run, text: tuple[str, ...]) -> None:
    said = flat(run("draft", *text, "--image", CREST, "--policy", "practice").out)
    assert said.count("A program looked for words in your picture; it misses some") == 1
    assert "This kind of site" not in said
    assert "words in your" not in flat(run("draft", *text or ("Sports day",), "--policy", "practice").out)


def test_a_remark_and_a_work_address_in_a_picture_are_found_and_said_to_stand_there(
    run: Run, tmp_path: Path
) -> None:
    picture = tmp_path / "meme.png"
    lettered(picture, "The deputy is a lazy cow", "jo.bloggs@riverside.example")
    said = flat(run("draft", "--image", picture, "--policy", "practice").out)
    assert "[lazy] [cow]" in said
    assert "[jo.bloggs@riverside.example]" in said
    assert said.count("These words stand in a picture.") == 2


def test_a_picture_with_welsh_words_is_not_called_fine(run: Run, tmp_path: Path) -> None:
    picture = tmp_path / "poster.png"
    lettered(picture, "Croeso i ffair yr ysgol", "Dewch i gael hwyl gyda ni ddydd Sadwrn")
    said = run("draft", "--image", picture)
    assert "looks like Welsh): “Croeso i ffair yr…” in a picture" in flat(said.out)


def test_a_sign_to_scunthorpe_in_a_picture_stays_quiet(run: Run, tmp_path: Path) -> None:
    picture = tmp_path / "sign.png"
    lettered(picture, "Scunthorpe 12", "Penistone 40")
    assert "insult" not in run("draft", "--image", picture).out


def test_a_line_in_another_language_is_told_beside_what_was_noticed_and_why(run: Run) -> None:
    said = flat(run("draft", "the deputy is a lazy cow\nDiwrnod gwych yn yr ysgol heddiw, da iawn blant").out)
    assert "[lazy] [cow]" in said
    assert (
        "Readers do not hear the tone they were meant in. Besides, not everything could be looked at" in said
    )


def test_a_damaged_picture_is_a_reason_and_no_clear_answer(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "photo.jpg"
    broken.write_bytes(b"\xff\xd8\xff not a picture")
    said = run("draft", "--image", broken, "--policy", "practice")
    assert said.out.startswith(QUIET_IN_PART)
    assert "could not be opened" in flat(said.out)


def test_the_text_may_come_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("you w@nker ✏".encode())))
    assert "Paragraph 501.9" in run("draft", "-").out


def test_as_json_it_is_a_result_with_findings_alone(run: Run) -> None:
    result = json.loads(run("draft", "the deputy is a lazy cow", "--format", "json").out)
    outcomes = {finding["check"]: finding["outcome"] for finding in result["findings"]}
    assert outcomes["derogatory_language"] == "concern"
    assert outcomes["pupil_connections"] == outcomes["privacy_level"] == "not_applicable"
    assert result["gaps"] == []


def test_many_at_once_answer_line_by_line_and_a_bad_line_costs_no_other(run: Run, tmp_path: Path) -> None:
    (tmp_path / "crest.png").write_bytes(CREST.read_bytes())
    file = tmp_path / "drafts.jsonl"
    lines = [
        {"id": 1, "text": "What a lovely assembly", "images": ["crest.png"]},
        {"id": "two", "text": "our head is a lying snake"},
        {"id": None, "text": None},
    ]
    file.write_text(
        "\ufeff" + "\n".join([json.dumps(lines[0]), "no json", "[]", *map(json.dumps, lines[1:]), ""]),
        encoding="utf-8",
    )
    said = run("draft", "--jsonl", file, "--policy", "practice", "--format", "json")
    answers = [json.loads(line) for line in said.out.splitlines()]
    assert [answer["id"] for answer in answers] == ["1", "two", "5"]
    concerns = [
        [finding["check"] for finding in answer["findings"] if finding["outcome"] == "concern"]
        for answer in answers
    ]
    assert concerns == [["school_logo"], ["derogatory_language"], []]
    assert [line.split(":")[0] for line in said.err.splitlines()] == [
        "Line 2 was not read",
        "Line 3 was not read",
    ]


def test_a_picture_that_is_not_there_is_a_gap_of_that_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "drafts.jsonl"
    file.write_text('{"id": "a", "images": ["gone.png"]}', encoding="utf-8")
    (answer,) = map(
        json.loads, run("draft", "--jsonl", file, "--policy", "practice", "--format", "json").out.splitlines()
    )
    (logo,) = [finding for finding in answer["findings"] if finding["check"] == "school_logo"]
    assert (logo["outcome"], "missing" in logo["reason"]) == ("not_checked", True)


def test_nothing_is_kept(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    run("draft", "Sports day", "--image", CREST, "--policy", "practice")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "There is nothing to look at."),
        (("hello", "--jsonl", CREST), "Both a file of drafts and a draft were given."),
        (("--jsonl", CREST), f"{CREST} cannot be read."),
        (("--image", "/none.png"), "There is no file or folder /none.png."),
    ],
)
def test_a_mistake_is_a_sentence_and_a_next_step(run: Run, words: tuple[object, ...], sentence: str) -> None:
    said = run("draft", *words)
    assert (said.code, said.out, len(said.err.splitlines())) == (2, "", 2)
    assert said.err.splitlines()[0] == sentence
