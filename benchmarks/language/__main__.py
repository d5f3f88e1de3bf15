"""``python -m benchmarks.language`` prints the tables and writes them to RESULTS.md beside this file."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from datetime import UTC, datetime

from benchmarks.language import corpora
from benchmarks.language.corpora import HERE
from benchmarks.language.footprint import footprint
from benchmarks.language.scoring import by_kind, ranked, section
from benchmarks.language.systems import (
    ABUSE,
    FOUL,
    HATRED,
    System,
    at_the_bar,
    model_alone,
    ours,
    peers,
    reading_where_pairs_part,
    where_pairs_part,
)
from selfaudit.model.detections import Topic
from selfaudit.model.vocabulary import Confidence


def main() -> None:
    """Runs everything once and writes the tables."""
    notes = (HERE / "NOTES.md").read_text(encoding="utf-8")
    text = "\n".join([notes, _when(), *filter(None, _sections())])
    print(text)  # noqa: T201 - a benchmark talks to the terminal
    (HERE / "RESULTS.md").write_text(text, encoding="utf-8")


def _sections() -> Iterator[str]:
    anything = System("selfaudit, anything noticed", ours())
    likely = System("selfaudit, likely alone", ours(least=Confidence.LIKELY))
    rules = System("selfaudit, its rules alone", ours(model=False))
    systems, held = [anything, likely, rules, *peers()], corpora.own("held_out")
    yield section("Held out (written before the model, learned from and looked at by nobody)", systems, held)
    yield by_kind("Held out, by sort of post: share right", [anything, rules], held)
    others = corpora.own("by_others")
    yield section("By others (four authors who knew the corpus's guide alone)", systems, others)
    yield by_kind("By others, by the first topic: share right", [anything, rules], others)
    yield section("Plain posts (by another writer; nothing to notice)", systems, corpora.own("plain"))
    yield section("School probe (shared; read before the rules were written)", systems, corpora.probe())
    yield section("Development (rules and model were made with these)", systems, corpora.own("development"))
    hatred = System("the model, hatred, above 0", model_alone(HATRED))
    parted = System("the model, hatred, where minimal pairs part", where_pairs_part(Topic.DISCRIMINATORY))
    read = System(
        "selfaudit, hatred, where minimal pairs part", reading_where_pairs_part(Topic.DISCRIMINATORY)
    )
    abuse = System("selfaudit, remarks of abuse", ours(ABUSE))
    hate = System("selfaudit, discriminatory remarks", ours(HATRED))
    compared, cases = [read, parted, hatred, hate, *peers()], corpora.hatecheck()
    yield ranked("HateCheck", lambda s: s.accuracy, "accuracy", [abuse, *compared], cases)
    yield by_kind("HateCheck, by functional class: share right", compared, cases)
    foul = [
        System("the model, any foul topic", model_alone(FOUL)),
        System("the model, foul at the reader's bar", at_the_bar(FOUL)),
        System("selfaudit, foul remarks", ours(FOUL)),
    ]
    yield ranked(
        "TweetEval-offensive, test part",
        lambda s: s.macro_f1,
        "macro-F1",
        [*foul, *peers()],
        corpora.offensive(),
    )
    for examples in (corpora.own("held_out"), corpora.offensive()):
        yield footprint([System("selfaudit, its rules alone", ours(model=False)), *peers()], examples)


def _when() -> str:
    today = f"{datetime.now(tz=UTC):%d %B %Y}"
    return f"Run on {today} with Python {platform.python_version()}, {platform.machine()}, one thread.\n"


if __name__ == "__main__":
    main()
