"""What a benchmark writes down as measured was measured in that run."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from benchmarks.exports.__main__ import NOT_MEASURED, _how_many_meet, _why_not
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


def test_which_networks_meet_the_aim_is_counted_and_a_slow_form_spoils_the_whole_network() -> None:
    quick = Times(size=1, items=1, ours=2.0, objects=1.0, plain={"json": 1.0, "orjson": 0.5})
    slow = Times(size=1, items=1, ours=2.1, objects=1.0, plain={"json": 1.0})
    rows = {"x": quick, "facebook": quick, "facebook, web pages": slow}
    assert _how_many_meet(rows) == "The aim is met by 1 of the 2 networks measured: x."
    assert _how_many_meet({"reddit": slow}) == "The aim is met by 0 of the 1 networks measured: none."


def test_every_row_of_the_speeds_says_whether_the_aim_is_met() -> None:
    speeds = (BENCHMARKS / "exports" / "RESULTS.md").read_text(encoding="utf-8").partition("## Beside")[0]
    rows = [line for line in speeds.splitlines() if "µs |" in line]
    assert len(rows) == len(NETWORKS)
    for row in rows:
        ratio = re.search(r"\*\*([\d.]+)\*\*", row)
        assert ratio
        assert row.endswith("| yes |" if float(ratio[1]) <= 2.0 else "| **no** |"), row


def test_every_reader_of_exports_is_measured_or_named_as_not_measured() -> None:
    measured = {network.id.partition(",")[0] for network in NETWORKS}
    makes = {"blog": {"wordpress"}, "forum": {"discourse", "nodebb", "phpbb"}}
    readers = {make for one in PLATFORMS if one.export for make in makes.get(one.id, {one.id})}
    assert {
        one for one in readers if one in NOT_MEASURED.casefold().partition(". of the")[0]
    } == readers - measured
    assert NOT_MEASURED in (BENCHMARKS / "exports" / "RESULTS.md").read_text(encoding="utf-8")
