"""Every complaint names the file, the line, and what was expected; all of a file's come at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_policy_loading import CHECKS, GOOD, PNG, a_pack

from selfaudit.model.policy import Policy
from selfaudit.policy import check_pack
from selfaudit.policy.loading import LARGEST_FILE
from selfaudit.policy.reading import Source, read


def complaints(folder: Path, text: str | bytes) -> list[str]:
    """What is said of a pack with this text."""
    outcome = check_pack(a_pack(folder / "my-school", text), known_checks=CHECKS)
    assert not isinstance(outcome, Policy)
    return [str(complaint) for complaint in outcome]


TABLE = {
    "a misspelt check": (
        ('    "school_logo",', '    "school_lgoo",'),
        'line 24: the check "school_lgoo" is not known; did you mean "school_logo"?',
    ),
    "a misspelt key": (
        ("question =", "quesion ="),
        'line 30: "quesion" is not known in [[principle]]; did you mean "question"?',
    ),
    "a misspelt table": (
        ("[[contact]]", "[[contacts]]"),
        'line 15: "contacts" is not known; did you mean "contact"?',
    ),
    "a key in the wrong place": (
        ('names = ["Larkfield"]', 'names = ["Larkfield"]\nversion = "4"'),
        'line 9: "version" does not belong in [school]; move it to the top, above the first [ line',
    ),
    "no title": (
        ('title = "Social Media Policy"\n', ""),
        'line 1: "title" is missing; it belongs at the top',
    ),
    "no schema": (("schema = 1\n", ""), 'line 1: "schema" is missing; it belongs at the top of the file'),
    "schema in quotes": (("schema = 1", 'schema = "1"'), 'line 1: "schema" should be 1, without quotes'),
    "schema true": (("schema = 1", "schema = true"), 'line 1: "schema" should be 1, without quotes'),
    "schema nought": (("schema = 1", "schema = 0"), 'line 1: "schema" should be 1, without quotes'),
    "newer": (
        ("schema = 1", "schema = 2\nfrobnication = 7"),
        "line 1: this pack is of format 2, newer than this selfaudit reads (1); update selfaudit",
    ),
    "a paragraph as a number": (
        ('"1.10"', "1.10"),
        'line 20: "paragraph" should be in straight quotes, as in "501.10"',
    ),
    "an empty title": (('"Ask"', '"  "'), 'line 29: "title" is empty; write something between the quotes'),
    "one word for a list": (
        ('names = ["Larkfield"]', 'names = "Larkfield"'),
        'line 8: "names" should be a list in square brackets, as in ["one", "two"]',
    ),
    "a number in a list": (
        ('names = ["Larkfield"]', 'names = ["Larkfield",\n  7]'),
        'line 8: "names" should be in straight quotes',
    ),
    "a date in words": (
        ("reviewed = 2026-09-01", 'reviewed = "1 September 2026"'),
        'line 4: "reviewed" should be a date with the year first, as in 2025-09-01',
    ),
    "a date with a time": (
        ("reviewed = 2026-09-01", "reviewed = 2026-09-01T10:00:00"),
        'line 4: "reviewed" should be a date with the year first, as in 2025-09-01',
    ),
    "a day that is not": (("2026-09-01", "2026-02-30"), "line 4: there is no such date"),
    "a quoted day that is not": (
        ("2026-09-01", '"2026-02-30"'),
        'line 4: "reviewed" should be a date with the year first',
    ),
    "until before on": (
        ("until = 2027-07-31", "until = 2026-07-31"),
        'line 32: "until" is earlier than "on"; the permission would never stand',
    ),
    "an approval of nothing": (
        ('check = "work_email"', 'check = "privacy_level"'),
        'line 33: no [[principle]] asks for the check "privacy_level", so this approval has no effect',
    ),
    "a paragraph twice": (
        ('paragraph = "2"', 'paragraph = "1.10"'),
        'line 28: the paragraph "1.10" is used by an earlier [[principle]] already; each needs its own',
    ),
    "a logo name twice": (
        ("[[contact]]", '[[logo]]\nname = "crest"\nfile = "pictures/crest.png"\n\n[[contact]]'),
        'line 16: the name "crest" is used by an earlier [[logo]] already; each needs its own',
    ),
    "a check twice": (
        ('    "school_logo",', '    "work_email",'),
        "line 19: this principle names a check twice; once is enough",
    ),
    "nothing to look at": (
        ('question = "Have you asked?"\n', ""),
        'line 27: this principle needs "checks", a "question", or both',
    ),
    "single brackets": (
        ('[[contact]]\nname = "The head"', '[contact]\nname = "The head"'),
        "line 15: [contact] should have double brackets, [[contact]], once for each",
    ),
    "double brackets": (
        ("[school]", "[[school]]"),
        "line 6: [school] should stand on a line of its own, in single brackets, once",
    ),
    "a logo that is not there": (
        ("pictures/crest.png", "pictures/badge.png"),
        'line 13: "pictures/badge.png" is not there; put the picture into the pack, or correct its name',
    ),
    "a logo outside": (
        ("pictures/crest.png", "../crest.png"),
        'line 13: "../crest.png" lies outside the pack; copy the picture into the pack\'s folder',
    ),
    "a logo anywhere": (
        ("pictures/crest.png", "/etc/passwd"),
        'line 13: "/etc/passwd" must be a file inside the pack, written with forward slashes',
    ),
    "a logo on a drive": (
        ("pictures/crest.png", "C:/crest.png"),
        'line 13: "C:/crest.png" must be a file inside the pack, written with forward slashes',
    ),
    "a folder as a logo": (("pictures/crest.png", "pictures"), 'line 13: "pictures" is not there'),
    "a logo that is text": (
        ("pictures/crest.png", "policy.toml"),
        'line 13: "policy.toml" is not a picture that can be used; save it as PNG, JPEG, WebP or BMP',
    ),
    "a logo with a nul": (("pictures/crest.png", "a\\u0000.png"), "line 13: "),
    "a logo with a long name": (("pictures/crest.png", "a" * 3000), "line 13: "),
    "a backslash": (
        ("pictures/crest.png", "pictures\\crest.png"),
        "line 13: this line has a backslash; write file names with forward slashes",
    ),
    "curly quotes": (
        ('"Social Media Policy"', "“Social Media Policy”"),
        "line 2: this line has curly quotes; a word processor makes them.",
    ),
    "no equals sign": (
        ('title = "Ask"', 'title: "Ask"'),
        "line 29: this line cannot be read; expected is a name",
    ),
    "said twice": (('title = "Ask"', 'title = "Ask"\ntitle = "Ask"'), "line 30: this says again"),
    "a web address": (
        (".larkfield.sch.example", "https://larkfield.sch.example"),
        'line 9: "https://larkfield.sch.example" is not an e-mail domain; write what stands after the @',
    ),
    "a whole address": (
        (".larkfield.sch.example", "office@larkfield.sch.example"),
        'line 9: "office@larkfield.sch.example" is not an e-mail domain',
    ),
    "a word": ((".larkfield.sch.example", "larkfield"), 'line 9: "larkfield" is not an e-mail domain'),
    "a number as a domain": ((".larkfield.sch.example", "192.168.0.1"), 'line 9: "192.168.0.1" is not'),
    "everybody's domain": (
        (".larkfield.sch.example", "Gmail.com"),
        'line 9: "Gmail.com" is used by everybody, not by the school alone',
    ),
}


@pytest.mark.parametrize("case", TABLE)
def test_one_slip_gives_one_complaint_with_its_line(tmp_path: Path, case: str) -> None:
    (old, new), expected = TABLE[case]
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    told = complaints(tmp_path, text)
    assert len(told) == 1, told
    assert told[0].startswith(f"my-school/policy.toml, {expected}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "",
            [
                '1: "schema" is missing',
                '1: "title" is missing',
                "1: [[principle]] is missing",
                "1: [school] is",
            ],
        ),
        (
            "schema = 1\ntitle = 'x'\nprinciple = []\n[school]\nname = 'y'",
            ["3: there is no [[principle]] yet"],
        ),
        (
            "principle = ['a']\nschema = 1\ntitle = 'x'\n[school]\nname = 'y'",
            ["1: [[principle]] should stand"],
        ),
        ("schema = 1\ntitle = 'x", ["2: this line cannot be read"]),
        ("schema = 1\ntitle = [\n'x',\n", ["2: this line cannot be read"]),
        ("schema = 1\ntitle = '''x\ny\n", ["2: this line cannot be read"]),
        ("x = " + "[" * 5000, ["1: this line cannot be read"]),
        ("x = " + "9" * 5000, ["1: this line cannot be read"]),
        (GOOD.encode("utf-16"), ["1: this is not UTF-8 text; save the file as UTF-8"]),
        (GOOD.replace("Ask", "É").encode("latin-1"), ["29: this is not UTF-8 text"]),
        (PNG, ["1: this is not UTF-8 text"]),
    ],
)
def test_files_that_are_hardly_packs_are_told_too(
    tmp_path: Path, text: str | bytes, expected: list[str]
) -> None:
    told = [each.removeprefix("my-school/policy.toml, line ") for each in complaints(tmp_path, text)]
    assert [each[: len(start)] for each, start in zip(told, expected, strict=True)] == expected


def test_all_complaints_of_a_file_come_at_once_in_its_order(tmp_path: Path) -> None:
    text = (
        GOOD.replace("school_logo", "logo").replace('"2"', "2").replace("when", "wen").replace("@NTLP", "a b")
    )
    assert [each.split(", line ")[1].split(":")[0] for each in complaints(tmp_path, text)] == [
        "9",
        "17",
        "24",
        "28",
    ]


def test_a_logo_that_is_a_link_out_of_the_pack_is_refused(tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "my-school", GOOD.replace("pictures/crest.png", "link.png"))
    (tmp_path / "private.png").write_bytes(PNG)
    (pack / "link.png").symlink_to(tmp_path / "private.png")
    (only,) = check_pack(pack, known_checks=CHECKS)  # type: ignore[misc]
    assert "lies outside the pack" in str(only)


def test_a_logo_that_is_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "my-school", GOOD.replace("pictures/crest.png", "link.png"))
    (pack / "link.png").symlink_to(pack / "link.png")
    (only,) = check_pack(pack, known_checks=CHECKS)  # type: ignore[misc]
    assert str(only).startswith('my-school/policy.toml, line 13: "link.png"')


def test_a_logo_too_large_to_be_one_is_refused(tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "my-school")
    with (pack / "pictures" / "crest.png").open("ab") as picture:
        picture.truncate(10_000_001)
    (only,) = check_pack(pack, known_checks=CHECKS)  # type: ignore[misc]
    assert "is larger than 10 MB" in str(only)


def test_a_vector_picture_is_refused_with_the_kinds_that_can_be_used(tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "my-school")
    (pack / "pictures" / "crest.png").write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    (only,) = check_pack(pack, known_checks=CHECKS)  # type: ignore[misc]
    assert "save it as PNG, JPEG, WebP or BMP" in str(only)


def test_a_file_far_too_large_is_not_even_read(tmp_path: Path) -> None:
    from selfaudit.errors import PolicyError

    pack = a_pack(tmp_path / "my-school", GOOD + "#" * LARGEST_FILE)
    with pytest.raises(PolicyError, match="too large for a policy pack"):
        check_pack(pack, known_checks=CHECKS)


@given(
    at=st.integers(0, len(GOOD)),
    cut=st.integers(0, 60),
    put=st.one_of(
        st.text(max_size=12),
        st.sampled_from(
            ['"', "'", '"""', "[", "]", "[[", "]]", "{", "}", "=", "\n", "\r", ".", "#", "\\", "true"]
        ),
        st.sampled_from(
            ["[school]\n", "[[principle]]\n", "[principle.x]\n", 'a."b".c = [{d = 1}]\n', "1e999"]
        ),
    ),
    then=st.integers(0, len(GOOD)),
)
@settings(max_examples=300)
def test_no_slip_of_the_pen_ends_in_anything_but_complaints(at: int, cut: int, put: str, then: int) -> None:
    text = GOOD[:at] + put + GOOD[at + cut :]
    text = text[:then] + put + text[then:]
    outcome = read(
        Source("x/policy.toml", text.encode("utf-8", "surrogatepass"), Path("/nowhere"), "x"), CHECKS
    )
    if not isinstance(outcome, Policy):
        assert outcome
        assert all(1 <= each.line <= text.count("\n") + 1 for each in outcome)


@given(st.binary(max_size=200))
@settings(max_examples=100)
def test_no_file_at_all_ends_in_anything_but_complaints(content: bytes) -> None:
    outcome = read(Source("x/policy.toml", content, Path("/nowhere"), "x"), CHECKS)
    assert outcome
    assert not isinstance(outcome, Policy)
