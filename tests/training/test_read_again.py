"""Public posts that were read again: what readers said stands for what the set said, as far as they agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from training import read_again as module
from training.public import posts
from training.read_again import LABELS, READ, mark, read_again
from training.settings import FOUL, Source, heads


@pytest.fixture
def labels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "read_again.tsv"
    monkeypatch.setattr(module, "LABELS", path)
    read_again.cache_clear()
    yield path
    read_again.cache_clear()


def _written(path: Path, *rows: tuple[str, str, str]) -> None:
    lines = ["mark\ttopics\tlabels", *("\t".join((mark(text), *rest)) for text, *rest in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_what_two_readers_say_alike_is_known_and_the_rest_is_left_open(labels: Path) -> None:
    _written(
        labels,
        ("what a clown", "foul", "derogatory"),
        ("what a clown", "foul", "derogatory+offensive"),
        ("nice hat", "all", "none"),
    )
    assert read_again()[mark("what a clown")] == {
        "discriminatory": (0, 1.0),
        "derogatory": (1, 1.0),
        "threat": (0, 1.0),
    }
    assert read_again()[mark("nice hat")] == dict.fromkeys(heads(), (0, 1.0))


def test_a_post_that_was_read_again_is_known_by_that_alone(labels: Path, tmp_path: Path) -> None:
    _written(labels, ("they ruin it all", "foul", "none"))
    (tmp_path / "posts.tsv").write_text(
        "post\tclass\nthey ruin it all\timplicit_hate\nout with the lot\timplicit_hate\n", encoding="utf-8"
    )
    again, as_made = posts(Source("implicit_hate", tmp_path / "posts.tsv", "", fetched=True))
    assert (again.source, dict(again.known)) == (READ, dict.fromkeys(FOUL, (0, 1.0)))
    assert (as_made.source, dict(as_made.known)) == ("implicit_hate", {"discriminatory": (1, 0.8)})


def test_of_a_set_that_says_nothing_only_what_was_read_is_learned(labels: Path, tmp_path: Path) -> None:
    _written(labels, ("Hate this bus, it's late!", "all", "none"))
    (tmp_path / "a.conll").write_text(
        "Hate\tO\nthis\tO\nbus\tO\n,\tO\nit\tO\n's\tO\nlate\tO\n!\tO\n\nNot\tO\nread\tO\n\n", encoding="utf-8"
    )
    (post,) = posts(Source("broad_twitter", tmp_path / "a.conll", "", fetched=False))
    assert post.text == "Hate this bus, it's late!"


def test_every_label_in_the_file_is_one_of_ours() -> None:
    lines = LABELS.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "mark\ttopics\tlabels"
    for line in lines[1:]:
        key, topics, labels = line.split("\t")
        allowed = heads() if topics == "all" else FOUL
        assert len(key) == len(mark(""))
        assert topics in {"all", "foul"}
        assert labels == "none" or set(labels.split("+")) <= set(allowed), line
