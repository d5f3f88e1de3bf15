"""Public files as `training.fetching` takes them out of clones: of the very commit, and two put together."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from training import fetching

GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


@pytest.fixture
def fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "fetched"
    monkeypatch.setattr(fetching, "FETCHED", folder)
    return folder


def committed(clone: Path, files: dict[str, str]) -> str:
    """A commit of these files in the clone, and its name."""
    clone.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (clone / name).parent.mkdir(parents=True, exist_ok=True)
        (clone / name).write_text(text, encoding="utf-8")
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "one")):
        subprocess.run([*GIT, *arguments], cwd=clone, check=True)
    head = subprocess.run([*GIT, "rev-parse", "HEAD"], cwd=clone, check=True, capture_output=True, text=True)
    return head.stdout.strip()


def test_a_file_and_what_it_needs_beside_it_come_from_the_commit_named(tmp_path: Path, fetched: Path) -> None:
    clone = tmp_path / "makers" / "set"
    first = committed(clone, {"data/posts.csv": "text\nas it was\n", "data/labels.txt": "joy\n"})
    committed(clone, {"data/posts.csv": "text\nas it is now\n"})
    row = {"name": "set", "path": "set/posts.csv", "from": f"https://github.com/makers/set {first} data/"}
    fetching.fetch(row | {"beside": ["labels.txt"]}, tmp_path)
    assert (fetched / "set" / "posts.csv").read_text(encoding="utf-8") == "text\nas it was\n"
    assert (fetched / "set" / "labels.txt").read_text(encoding="utf-8") == "joy\n"


def test_posts_are_put_together_with_their_labels(tmp_path: Path, fetched: Path) -> None:
    labels = [{"annotation_id": name, "classification": "toxic"} for name in ("b", "a", "unseen")]
    files = {"words/docs/a": "one  line\n", "words/docs/b": "two\nlines\n", "words/docs/unlabelled": "x\n"}
    commit = committed(tmp_path / "makers" / "set", files | {"data/test.json": json.dumps(labels)})
    row = {"name": "hatexplain", "path": "set/posts.tsv", "from": f"https://github.com/makers/set {commit}"}
    fetching.fetch(row | {"parts": ["words/docs", "data/test.json"]}, tmp_path)
    table = (fetched / "set" / "posts.tsv").read_text(encoding="utf-8")
    assert table == "id\tclassification\ttext\na\ttoxic\tone line\nb\ttoxic\ttwo lines\n"


def test_statements_are_taken_once_from_the_prompts(tmp_path: Path, fetched: Path) -> None:
    files = {"prompts/hate_x.txt": "- they lie\\n- they lie\\n-\n", "prompts/neutral_x.txt": "- they sing\n"}
    commit = committed(tmp_path / "makers" / "set", files)
    row = {"name": "toxigen", "path": "set/said.tsv", "from": f"https://github.com/makers/set {commit}"}
    fetching.fetch(row | {"parts": ["prompts"]}, tmp_path)
    table = (fetched / "set" / "said.tsv").read_text(encoding="utf-8")
    assert table == "hateful\ttext\n1\tthey lie\n0\tthey sing\n"
