"""Each public set is read for what it tells; what it does not tell stays open. The files here are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.posts import SOMEHOW_FOUL
from training.public import posts
from training.settings import PACKAGE, Source, settings

CASES = {
    "implicit_hate": (
        "posts.tsv",
        "post\tclass\nthey ruin it all\timplicit_hate\nnice weather\tnot_hate\n",
        [{"discriminatory": (1, 0.8)}, {"discriminatory": (0, 0.6)}],
    ),
    "gab_hate_corpus": (
        "ghc.tsv",
        "text\thd\tcv\tvo\nout with them, by force\t1\t1\t0\nyou muppet\t0\t0\t1\nhello there\t0\t0\t0\n",
        [
            {"discriminatory": (1, 0.8), "threat": (1, 0.8)},
            {"discriminatory": (0, 0.8), SOMEHOW_FOUL: (1, 0.8)},
            {"discriminatory": (0, 0.8)},
        ],
    ),
    "euphemistic_abuse": (
        "gold.txt",
        (
            "#CUE\tFRAGMENT\tINSTANCE\tLABEL_COLUMN\nYou are dull.\t_\tBeing with you is a rest.\tABUSE\n"
            "You are dull.\t_\tYou look rested.\tOTHER\n"
        ),
        [{"derogatory": (1, 0.8)}, {"derogatory": (0, 0.8)}],
    ),
    "implicit_identity_groups": (
        "sentences.csv",
        "#SENTENCE\tLABEL\nAll of them complain.\tABUSE\nTwo of them won.\tOTHER\n",
        [{"discriminatory": (1, 1.0)}, {"discriminatory": (0, 1.0)}],
    ),
    "fox_news": (
        "comments.json",
        '{"text": "send them back", "label": 1, "user": "someone"}\n{"text": "so true", "label": 0}\n',
        [{"discriminatory": (1, 0.7)}, {"discriminatory": (0, 0.5)}],
    ),
    "cad": (
        "cad.tsv",
        (
            "id\ttext\tlabels\n1\tyou absolute\tPersonDirectedAbuse\n2\tthat lot\tAffiliationDirectedAbuse\n"
            '3\ta "quote [linebreak] open\tCounterSpeech\n4\tboth\tNeutral,PersonDirectedAbuse\n'
        ),
        [{"derogatory": (1, 0.8)}, {SOMEHOW_FOUL: (1, 0.5)}, {"discriminatory": (0, 1.0)}],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_set_is_read_for_what_it_tells(name: str, tmp_path: Path) -> None:
    file, text, known = CASES[name]
    (tmp_path / file).write_text(text, encoding="utf-8")
    read = list(posts(Source(name, tmp_path / file, "invented", fetched=True)))
    assert [post.known for post in read] == known
    assert not any("[linebreak]" in post.text or "someone" in post.text for post in read)


def test_a_kind_comment_puts_nobody_down_and_of_others_nothing_is_known(tmp_path: Path) -> None:
    (tmp_path / "labels.txt").write_text("joy\nanger\n", encoding="utf-8")
    (tmp_path / "train.tsv").write_text("how lovely\t0\tx1\nso cross\t0,1\tx2\n", encoding="utf-8")
    kind, cross = posts(Source("goemotions", tmp_path / "train.tsv", "invented", fetched=True))
    assert set(kind.known) == set(cross.known) == {"discriminatory", "derogatory", "threat"}
    assert {trust for _, trust in kind.known.values()} == {0.3}
    assert {trust for _, trust in cross.known.values()} == {0.0}


@pytest.mark.parametrize("row", settings()["sets"], ids=lambda row: row["name"])
def test_the_package_names_who_made_what_its_weights_were_learned_from_and_their_licence(
    row: dict[str, str],
) -> None:
    told = (PACKAGE / "SOURCES.txt").read_text(encoding="utf-8").replace("Apache License", "Apache")
    licence = row["licence"].split(" (")[0].split(" and ")[0].replace("Apache-", "Apache ")
    assert any(row["makers"] in line and licence in line for line in told.splitlines())
