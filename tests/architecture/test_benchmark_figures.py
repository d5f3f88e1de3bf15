"""What a benchmark writes down as measured was measured in that run."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from benchmarks.exports.__main__ import NOT_MEASURED, _why_not
from benchmarks.exports.making import NETWORKS
from benchmarks.exports.speed import Times
from selfaudit.platforms import PLATFORMS

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
MEASURE = re.compile(r"\d[\d.,]*\s*(?:s|ms|µs|MB|GB|MiB|GiB)\b")


def test_no_text_of_a_benchmark_holds_a_fixed_measure() -> None:
    fixed = {
        f"{file.relative_to(BENCHMARKS)}: {found[0]}"
        for file in sorted(BENCHMARKS.rglob("*.py"))
        for one in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
        if (found := MEASURE.search(one.value))
    }
    assert fixed == set()


def test_where_the_time_of_an_import_goes_is_told_in_the_figures_of_the_run() -> None:
    quick = Times(size=1, items=1_000_000, ours=10.0, objects=1.0, plain={"json": 4.0, "orjson": 2.0})
    slow = Times(size=1, items=1_000_000, ours=30.0, objects=2.0, plain={"json": 6.0})
    told = " ".join(_why_not([quick, slow]).split())
    figures = re.findall(r"[\d.]+ to [\d.]+ µs", told)
    assert figures == ["4.0 to 6.0 µs", "1.0 to 2.0 µs", "3.0 to 4.0 µs", "5.0 to 22.0 µs"]


def test_every_reader_of_exports_is_measured_or_named_as_not_measured() -> None:
    measured = {network.id.partition(",")[0] for network in NETWORKS}
    makes = {"blog": {"wordpress"}, "forum": {"discourse", "nodebb", "phpbb"}}
    readers = {make for one in PLATFORMS if one.export for make in makes.get(one.id, {one.id})}
    assert {
        one for one in readers if one in NOT_MEASURED.casefold().partition(". of the")[0]
    } == readers - measured
    assert NOT_MEASURED in (BENCHMARKS / "exports" / "RESULTS.md").read_text(encoding="utf-8")
