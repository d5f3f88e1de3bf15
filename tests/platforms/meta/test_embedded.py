"""Data in scripts and streams: found in program code, whole or told as damaged."""

from __future__ import annotations

import json
import time

from hypothesis import given, settings
from hypothesis import strategies as some

from selfaudit.platforms.generic.embedded import (
    Stretch,
    came_to_the_end,
    each_object,
    in_answer,
    in_scripts,
    in_text,
)
from selfaudit.platforms.meta.media import code_for, second
from selfaudit.platforms.reading import soup_of

_JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(),
    lambda inner: some.lists(inner) | some.dictionaries(some.text(min_size=1), inner),
)


def test_data_inside_program_code_is_found_and_code_is_not() -> None:
    code = 'requireLazy(["a"],function(m){if(x){y({});}m.handle({"data":{"id":"1"}});go({"b":[2]})});'
    assert in_text(code).values == ({"data": {"id": "1"}}, {"b": [2]})
    assert not in_text(code).damaged


def test_what_is_cut_short_is_told_and_what_is_whole_inside_it_is_kept() -> None:
    found = in_text('m({"data":{"edges":[{"node":{"id":"1"}},{"node":{"id":"2"')
    assert found.values == ({"node": {"id": "1"}},)
    assert found.damaged


def test_a_stream_gives_each_of_its_lines_and_a_cut_one_is_damaged() -> None:
    stream = b'for (;;);{"data":1}\n{"label":"x","path":[]}\n'
    assert in_answer(stream).values == ({"data": 1}, {"label": "x", "path": []})
    assert not in_answer(stream).damaged
    assert in_answer(stream[:-4]).damaged
    assert in_answer(b"<html>busy</html>").damaged


def test_only_scripts_that_carry_data_can_be_damaged() -> None:
    page = '<script>var a={"x":function(){}};</script><script type="application/json">{"a":1}</script>'
    assert in_scripts(soup_of(page)) == in_text('{"a":1}')
    assert in_scripts(soup_of('<script type="application/json">{"a":1</script>')).damaged
    assert in_scripts(soup_of('<script>x({"__bbox":{"a":1</script>')).damaged


def test_a_hostile_script_costs_no_more_than_an_honest_one() -> None:
    began = time.monotonic()
    assert in_text('{"a":' * 50_000).damaged
    assert in_answer(b"[" * 100_000).damaged
    assert time.monotonic() - began < 5


@given(_JSON, some.integers(0, 300))
@settings(max_examples=100)
def test_any_json_is_read_whole_and_any_cut_of_it_never_raises(value: object, cut: int) -> None:
    text = json.dumps({"v": value})
    assert in_text(text).values == ({"v": value},)
    assert not in_text(text).damaged
    in_text(text[:cut])
    in_answer(text.encode()[:cut])


def test_objects_come_in_the_order_of_the_text_and_not_from_below_left_out_names() -> None:
    value = {"id": 1, "b": [{"id": 2}, {"id": 3, "skip": {"id": 4}}], "c": {"id": 5}}
    assert [part["id"] for part in each_object(value, frozenset({"skip"}))] == [1, 2, 3, 5]


def test_a_list_is_whole_only_where_its_stretches_join_from_the_first_to_the_last() -> None:
    first, middle = Stretch("", "a", more=True), Stretch("a", "b", more=True)
    last = Stretch("b", None, more=False)
    assert came_to_the_end([last, first, middle])
    assert not came_to_the_end([first, last])
    assert not came_to_the_end([middle, last])
    assert not came_to_the_end([first, middle])
    assert not came_to_the_end([Stretch(None, None, more=False)])
    assert not came_to_the_end([Stretch("", "", more=None), Stretch("", "", more=True)])
    assert not came_to_the_end([])


def test_the_short_name_of_a_post_is_made_of_its_number_as_the_site_makes_it() -> None:
    assert code_for("2317006284167526179") == "CAnqPB-Jzcj"
    assert code_for("2224305748263047050") == "B7eUksNFA-K"
    assert [code_for(odd) for odd in ("", "x1", "-3", "9" * 40, "٣")] == [""] * 5


def test_moments_out_of_reach_are_unknown() -> None:
    assert str(second(1789000000)) == "2026-09-10 00:26:40+00:00"
    assert second("1789000000") == second(1789000000)
    assert [second(odd) for odd in (True, None, "soon", 0, -5, 10**30, float("inf"))] == [None] * 7
