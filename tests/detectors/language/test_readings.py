"""What was read of a text is read once, comes back as it was, and is read anew when it might be otherwise."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import pytest
from builders import a_policy, a_post, a_snapshot, an_owner
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.detectors.language import LanguageReader, reader
from selfaudit.detectors.language.model import component
from selfaudit.detectors.language.model.answers import Model, ModelMissing
from selfaudit.detectors.language.readings import Reading, as_line, from_line
from selfaudit.detectors.marks import mark_of
from selfaudit.model.detections import Detected, Material, Remark, Target, Topic
from selfaudit.model.progress import Silent
from selfaudit.model.vocabulary import Confidence, Severity

RULES = files("selfaudit.detectors.language")
LIBRARIES = ("onnxruntime", "spacy")
TEXTS = (
    "our head is a moron",
    "Lovely walk",
    "Penblwydd hapus i fy ffrind gorau, gobeithio cei di ddiwrnod hyfryd",
    "Such a great day out with all of my friends today!\nDiwrnod gwych yn yr ysgol heddiw, da iawn blant",
    "bullshit weather",
    "she told me our head is a bully",
)
WELSH = TEXTS[2]
REMARKS = st.builds(
    Remark,
    st.sampled_from(Topic),
    st.lists(st.tuples(st.integers(0, 2**40), st.integers(0, 2**40)), max_size=3).map(tuple),
    st.sampled_from(Confidence),
    st.sampled_from(Severity),
    st.text(st.characters(codec="utf-8")),
    st.none() | st.sampled_from(Target),
    st.booleans(),
)


class Shelf:
    """A memory that outlives its readers, one for each version, as files do."""

    def __init__(self) -> None:
        self.lines: dict[tuple[str, str], str] = {}
        self._version = ""

    @contextmanager
    def open(self, _folder: Path | None, version: str) -> Iterator[Shelf]:
        self._version = version
        yield self

    def get(self, key: str) -> str | None:
        return self.lines.get((self._version, key))

    def put(self, key: str, line: str) -> None:
        self.lines[self._version, key] = line


class Counting(LanguageReader):
    """Says which texts it really read."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(shelf.open)
        self.texts: list[str] = []

    def _read(self, text: str, school_names: tuple[str, ...]) -> tuple[Remark, ...]:
        self.texts.append(text)
        return super()._read(text, school_names)


def check(shelf: Shelf, *texts: str, **facts: object) -> tuple[list[str], Detected[Remark]]:
    """Which texts a new reader really read, and what it told."""
    posts = (a_post(text, id=f"p{number}") for number, text in enumerate(texts))
    snapshot = a_snapshot(*posts, owner=an_owner(bio=""))
    counting = Counting(shelf)
    return counting.texts, counting.detect(Material(snapshot, None, a_policy(**facts), Silent()))


@given(
    st.builds(
        Reading, st.none() | st.text(st.characters(codec="utf-8")), st.none() | st.lists(REMARKS).map(tuple)
    )
)
def test_a_reading_comes_back_as_it_was_from_one_line(reading: Reading) -> None:
    line = as_line(reading)
    assert "\n" not in line
    assert from_line(line) == reading


@settings(max_examples=300)
@given(st.none() | st.text() | st.from_regex(r'\{"language": ?\w+, ?"remarks": ?[\[\]\w]+\}'))
def test_a_line_that_is_none_is_no_reading_and_no_crash(line: str | None) -> None:
    assert from_line(line) is None or json.loads(line or "").keys() == {"language", "remarks"}


def test_a_second_check_reads_nothing_and_tells_the_very_same() -> None:
    shelf = Shelf()
    texts, first = check(shelf, *TEXTS)
    assert texts == [text for text in TEXTS if text != WELSH]
    assert sorted(first.matches) == ["p0", "p4", "p5"]
    assert "2 texts were not read" in first.gaps[0]
    assert check(shelf, *TEXTS) == ([], first)


def test_only_what_is_new_is_read() -> None:
    shelf = Shelf()
    check(shelf, *TEXTS)
    assert check(shelf, *TEXTS, "Our school is a joke")[0] == ["Our school is a joke"]


def test_the_same_text_is_read_once_in_one_check_too() -> None:
    assert check(Shelf(), "Lovely walk", "our head is a moron", "Lovely walk")[0] == [
        "Lovely walk",
        "our head is a moron",
    ]


def test_a_school_of_other_names_is_read_anew() -> None:
    shelf, text = Shelf(), "Larkfield is a shambles"
    assert list(check(shelf, text)[1].matches) == ["p0"]
    texts, found = check(shelf, text, name="Hillside Primary School", names=("Hillside",))
    assert (texts, found.matches) == ([text], {})
    assert list(check(shelf, text)[1].matches) == ["p0"]


def test_another_pack_of_the_same_school_is_not() -> None:
    shelf = Shelf()
    check(shelf, *TEXTS)
    assert check(shelf, *TEXTS, domains=("other.example",))[0] == []


def test_what_was_read_without_the_model_is_told_and_not_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Model:
        raise ModelMissing("gone")

    shelf = Shelf()
    with monkeypatch.context() as broken:
        broken.setattr(component, "Model", gone)
        _, found = check(shelf, "our head is a moron", "Lovely walk")
        assert found.gaps[0].startswith("the language model could not be loaded")
        assert shelf.lines == {}
    texts, found = check(shelf, "our head is a moron", "Lovely walk")
    assert (len(texts), found.gaps) == (2, ())


def test_what_stops_in_the_middle_goes_on_from_there() -> None:
    class Stopping(Silent):
        def count(self, done: int, total: int | None = None) -> None:
            if done == 2:
                raise KeyboardInterrupt

    shelf = Shelf()
    snapshot = a_snapshot(*(a_post(f"Lovely walk {n}", id=f"p{n}") for n in range(4)), owner=an_owner(bio=""))
    with pytest.raises(KeyboardInterrupt):
        Counting(shelf).detect(Material(snapshot, None, a_policy(), Stopping()))
    again = Counting(shelf)
    again.detect(Material(snapshot, None, a_policy(), Silent()))
    assert again.texts == ["Lovely walk 2", "Lovely walk 3"]


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A copy of all that decides how a text is read, without the weights, which their hash stands for."""
    ignored = shutil.ignore_patterns("__pycache__", "*.onnx")
    return Path(shutil.copytree(str(RULES), tmp_path / "language", ignore=ignored))


def test_the_mark_is_that_of_the_files_whatever_lies_beside_them(rules: Path) -> None:
    (rules / "__pycache__").mkdir()
    (rules / "__pycache__" / "reader.cpython-311.pyc").write_bytes(b"made by Python")
    assert mark_of(rules, LIBRARIES, ("Larkfield",)) == mark_of(RULES, LIBRARIES, ("Larkfield",))


@pytest.mark.parametrize(
    "change", ["lexicon.tsv", "frames.tsv", "judging.py", "model/facts.json", "model/vocabulary.txt"]
)
def test_a_changed_word_list_rule_or_model_changes_the_mark(rules: Path, change: str) -> None:
    before = mark_of(rules, LIBRARIES, ())
    with (rules / change).open("a", encoding="utf-8") as file:
        file.write(" ")
    assert mark_of(rules, LIBRARIES, ()) != before


def test_other_weights_change_the_mark(rules: Path) -> None:
    before, facts = mark_of(rules, LIBRARIES, ()), rules / "model" / "facts.json"
    held = json.loads(facts.read_text(encoding="utf-8"))
    facts.write_text(facts.read_text(encoding="utf-8").replace(held["sha256"], "0" * 64), encoding="utf-8")
    assert mark_of(rules, LIBRARIES, ()) != before


def test_a_file_more_less_or_moved_and_other_names_change_the_mark(rules: Path) -> None:
    marks = [
        mark_of(rules, LIBRARIES, ()),
        mark_of(rules, LIBRARIES, ("a", "b")),
        mark_of(rules, LIBRARIES, ("a, b",)),
    ]
    (rules / "new.tsv").write_bytes((rules / "kinds.tsv").read_bytes())
    marks.append(mark_of(rules, LIBRARIES, ()))
    (rules / "kinds.tsv").unlink()
    marks.append(mark_of(rules, LIBRARIES, ()))
    assert len(set(marks)) == len(marks)


def test_another_version_of_a_library_changes_the_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    before = mark_of(RULES, LIBRARIES, ())
    monkeypatch.setattr("selfaudit.detectors.marks.version", lambda _name: "0.0.1")
    assert mark_of(RULES, LIBRARIES, ()) != before


def test_a_text_is_read_anew_after_a_word_list_changed(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()
    check(shelf, *TEXTS)
    monkeypatch.setattr(reader, "files", lambda _package: rules)
    assert check(shelf, *TEXTS)[0] == []
    (rules / "lexicon.tsv").write_bytes((rules / "lexicon.tsv").read_bytes() + b"\n")
    assert check(shelf, *TEXTS)[0] == [text for text in TEXTS if text != WELSH]
