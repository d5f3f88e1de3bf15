"""``--site`` is for kinds that live on many sites; nobody is sent to sign in to Facebook anywhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import Run

from selfaudit import app
from selfaudit.choosing import live_platform, root_address, sites_for
from selfaudit.errors import SelfAuditError


@pytest.mark.parametrize("command", ["capture", "audit"])
@pytest.mark.parametrize(
    "site",
    ["https://myblog.example", "facebook.com.example.org", "https://127.0.0.1.example.org",
     "https://someone@facebook.com", "http://facebook.com", "https://m.facebook.com:8443"],
)  # fmt: skip
def test_a_site_with_a_home_is_read_nowhere_else(run: Run, command: str, site: str) -> None:
    said = run(command, "facebook", "--site", site, "--yes")
    assert said.code == 2
    assert said.err.splitlines() == [
        f'Facebook is read at https://www.facebook.com alone, not at "{site}".',
        "Leave --site out.",
    ]


@pytest.mark.parametrize(
    ("site", "root"),
    [
        (None, "https://www.facebook.com"),
        ("facebook.com", "https://www.facebook.com"),
        ("https://www.facebook.com/", "https://www.facebook.com"),
        ("http://127.0.0.1:81", "http://127.0.0.1:81"),
        ("http://localhost:81/", "http://localhost:81"),
    ],
)
def test_a_site_with_a_home_is_read_there_or_on_this_computer(site: str | None, root: str) -> None:
    assert root_address(*live_platform("facebook"), site) == root


def test_among_several_an_address_is_that_of_the_one_that_needs_it() -> None:
    assert sites_for(["facebook", "blog", "x"], "https://myblog.example") == {
        "facebook": None,
        "blog": "https://myblog.example",
        "x": None,
    }


def test_a_site_named_twice_is_one_site() -> None:
    assert sites_for(["blog", "blog"], "https://myblog.example") == {"blog": "https://myblog.example"}


@pytest.mark.parametrize(
    ("platforms", "told"),
    [
        (["facebook", "x"], "None of these sites needs an address."),
        (["blog", "facebook", "forum"], "blog and forum each have an address of their own."),
    ],
)
def test_an_address_that_fits_none_or_several_is_refused(run: Run, platforms: list[str], told: str) -> None:
    said = run("audit", *platforms, "--site", "https://myblog.example", "--yes")
    assert said.code == 2
    assert said.err.splitlines()[0] == told


def test_an_audit_of_several_reads_each_at_its_own_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, str | None] = {}

    def capture(platform: str, _out: Path, *, site: str | None, **_more: object) -> Path:
        asked[platform] = site
        raise app.CaptureError("Enough.")

    monkeypatch.setattr(app, "capture", capture)
    with pytest.raises(SelfAuditError):
        app.audit(["blog", "facebook"], tmp_path / "out", site="https://myblog.example")
    assert asked == {"blog": "https://myblog.example", "facebook": None}


def test_the_practice_network_is_shown_by_the_demo(run: Run) -> None:
    for command in ("capture", "audit"):
        said = run(command, "practice", "--yes")
        assert said.code == 2
        assert said.err.splitlines() == [
            "The practice network runs on this computer, and only while the demo does.",
            "See it with: selfaudit demo",
        ]
