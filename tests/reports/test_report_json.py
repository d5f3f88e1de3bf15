"""result.json, as outside tests read it, and the report that is made of it again later."""

from __future__ import annotations

import json

from jsonschema import Draft202012Validator
from rich_result import rich_result

from reports import render
from selfaudit.model.codec import from_json, json_schema
from selfaudit.model.findings import AuditResult


def test_a_saved_result_renders_again_to_the_same_report() -> None:
    result = rich_result()
    again = from_json(AuditResult, render(result, "json"), "result.json")
    assert again == result
    assert render(again, "html") == render(result, "html")


def test_the_fields_of_the_contract_are_there() -> None:
    plain = json.loads(render(rich_result(), "json"))
    assert plain["schema"] == 1
    assert {"findings", "coverage", "gaps"} <= set(plain)
    wanted = {"check", "principle", "platform", "outcome", "severity", "headline", "why", "advice", "reason"}
    for finding in plain["findings"]:
        assert wanted | {"approval", "evidence"} <= set(finding)
        for piece in finding["evidence"]:
            assert {"item", "quote", "region", "confidence", "lens", "url"} <= set(piece)


def test_the_result_holds_to_its_own_schema() -> None:
    Draft202012Validator(json_schema(AuditResult)).validate(json.loads(render(rich_result(), "json")))
