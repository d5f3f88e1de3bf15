"""The whole job on a real WordPress: signed in, read by both lenses, held against a policy, reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from real_sites.blog_content import EMAIL, PASSWORD
from real_sites.signing_in import type_into_the_form
from real_sites.wordpress import Blog

from selfaudit import app
from selfaudit.model.codec import load_result
from selfaudit.model.findings import Evidence
from selfaudit.model.vocabulary import Confidence, Lens, Outcome, Part, Severity

pytestmark = [pytest.mark.real_site, pytest.mark.browser, pytest.mark.timeout(240)]
SCHOOL = "larkfield.sch.example"


@dataclass(frozen=True)
class Audited:
    """One audit, and the database before and after it."""

    blog: Blog
    run: app.Run
    before: dict[str, str]
    after: dict[str, str]


@pytest.fixture(scope="module")
def audited(blog: Blog, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Audited]:
    home = tmp_path_factory.mktemp("home")
    write_pack(home / "policies" / "larkfield")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SELFAUDIT_HOME", str(home))
        before = blog.rows()
        run = app.audit(
            ["blog"],
            tmp_path_factory.mktemp("audit") / "report",
            pack="larkfield",
            site=blog.address,
            sign_in=lambda page: type_into_the_form(page, PASSWORD),
            headless=True,
        )
        yield Audited(blog, run, before, blog.rows())


def write_pack(folder: Path) -> None:
    """The invented school's policy, as somebody at that school keeps it: with its own domain."""
    shipped = files("selfaudit.policy") / "packs" / "practice"
    folder.mkdir(parents=True)
    policy = (shipped / "policy.toml").read_text(encoding="utf-8")
    assert "larkfield-primary.example" in policy
    (folder / "policy.toml").write_text(policy.replace("larkfield-primary.example", SCHOOL), encoding="utf-8")
    (folder / "crest.png").write_bytes((shipped / "crest.png").read_bytes())


def marked(words: str, quote: str) -> dict[str, object]:
    start = quote.index(words)
    return {"quote": quote, "marks": ((start, start + len(words)),)}


def addresses(blog: Blog) -> tuple[Evidence, ...]:
    """The work addresses: the account's own, which no stranger is shown, the bio's, and the disguised one."""
    note, author = f"This is an address at {SCHOOL}.", f"{blog.address}/author/alex-teacher/"
    hidden = "alex.teacher [at] larkfield dot sch dot example"
    way = "written in a disguise that people and programs see through"
    return (
        Evidence(
            "contact", Confidence.CERTAIN, **marked(EMAIL, EMAIL), note=note, lens=Lens.OWNER, url=author
        ),
        Evidence(
            "bio",
            Confidence.CERTAIN,
            **marked(f"a.teacher@{SCHOOL}", f"a.teacher@{SCHOOL}"),
            note=note,
            lens=Lens.PUBLIC,
            url=author,
        ),
        Evidence(
            str(blog.posts["Contact"]),
            Confidence.LIKELY,
            **marked(hidden, hidden),
            note=f"{note[:-1]}, {way}. It reads as {EMAIL}.",
            lens=Lens.PUBLIC,
            url=f"{blog.address}/2026/01/contact/",
            time=datetime(2026, 1, 26, 9, 30, tzinfo=UTC),
        ),
    )


def remarks(blog: Blog) -> tuple[Evidence, ...]:
    """The insult that everybody can read, and the sigh in the private post."""
    return (
        Evidence(
            str(blog.posts["Parents' evening"]),
            Confidence.LIKELY,
            **marked("idiots", "…Some of those parents are complete idiots."),
            note="These words may read as an insult about parents.",
            lens=Lens.PUBLIC,
            url=f"{blog.address}/2026/01/parents-evening/",
            time=datetime(2026, 1, 18, 9, 30, tzinfo=UTC),
            severity=Severity.MODERATE,
        ),
        Evidence(
            str(blog.posts["For me alone"]),
            Confidence.UNSURE,
            **marked("tired of", "…I am so tired of Year 6."),
            note="This sounds critical of pupils; readers may take it as running them down.",
            lens=Lens.OWNER,
            url=f"{blog.address}/2026/04/for-me-alone/",
            time=datetime(2026, 4, 27, 9, 30, tzinfo=UTC),
            severity=Severity.MODERATE,
        ),
    )


def switches(blog: Blog) -> tuple[Evidence, ...]:
    """The two switches of a blog that are not at their most private."""
    engines = (
        "Settings, then Reading: tick “Discourage search engines from indexing this site” "
        "(an administrator of the blog can do it)."
    )
    comments = "On each post: Discussion, untick “Allow comments”. For new posts: Settings, then Discussion."
    return tuple(
        Evidence(
            f"setting:{name}",
            Confidence.CERTAIN,
            **marked(value, f"{label}: {value}"),
            note=f"The most private choice is {highest}. {where}",
            lens=Lens.OWNER,
            url=f"{blog.address}/wp-admin/{page}",
            severity=Severity.MODERATE,
        )
        for name, label, value, highest, where, page in (
            (
                "search_engines",
                "Your blog in search engines",
                "Welcome",
                "Asked to keep out",
                engines,
                "options-reading.php",
            ),
            (
                "comments",
                "Comments by other people under your posts",
                "Open on some posts",
                "Closed",
                comments,
                "edit.php",
            ),
        )
    )


def test_every_check_finds_what_stands_there_and_nothing_else(audited: Audited) -> None:
    found = {one.check: (one.outcome, one.evidence) for one in audited.run.result.findings}
    assert found == {
        "work_email": (Outcome.CONCERN, addresses(audited.blog)),
        "derogatory_language": (Outcome.CONCERN, remarks(audited.blog)),
        "privacy_level": (Outcome.CONCERN, switches(audited.blog)),
        "school_logo": (Outcome.CLEAR, ()),
        "pupil_connections": (Outcome.NOT_APPLICABLE, ()),
    }


def test_the_picture_of_what_each_lens_saw_is_complete(audited: Audited) -> None:
    seen = {(row.part, row.lens): row.seen for row in audited.run.result.coverage}
    assert {
        part: (seen[part, Lens.OWNER], seen[part, Lens.PUBLIC]) for part in Part if (part, Lens.OWNER) in seen
    } == {
        Part.BIO: (1, 1),
        Part.CONTACT: (2, 1),
        Part.POSTS: (15, 13),
        Part.COMMENTS: (5, 5),
        Part.IMAGES: (1, 1),
        Part.CONNECTIONS: (None, None),
        Part.SETTINGS: (2, 0),
    }
    assert audited.run.result.gaps == ()


def test_the_report_shows_each_piece_with_who_sees_it(audited: Audited) -> None:
    page = BeautifulSoup(audited.run.report.read_text(encoding="utf-8"), "lxml")
    shown = [
        (" ".join(mark.get_text() for mark in piece.select("mark")), piece.select_one(".lens").get_text())  # type: ignore[union-attr]
        for piece in page.select("li.piece")
    ]
    stranger, alone = "A stranger can see this", "Only you saw this, when signed in"
    setting = "Your setting, as the site shows it to you"
    assert sorted(shown) == sorted(
        [
            (EMAIL, alone),
            (f"a.teacher@{SCHOOL}", stranger),
            ("alex.teacher [at] larkfield dot sch dot example", stranger),
            ("idiots", stranger),
            ("tired of", alone),
            ("Welcome", setting),
            ("Open on some posts", setting),
        ]
    )


def test_the_result_beside_the_report_is_the_result(audited: Audited) -> None:
    assert load_result(audited.run.folder) == audited.run.result


def test_the_whole_job_changed_nothing_in_the_blog(audited: Audited) -> None:
    assert audited.before == audited.after
