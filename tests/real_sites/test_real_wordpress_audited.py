"""The whole job on a real WordPress: signed in, read by both lenses, held against a policy, reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from real_sites import school
from real_sites.blog_content import EMAIL, PASSWORD
from real_sites.school import QUIET, SCHOOL, a_disguised_address, an_address, found_in, marked, seen_in
from real_sites.signing_in import type_into_the_form
from real_sites.wordpress import Blog

from selfaudit import app
from selfaudit.model.codec import load_result
from selfaudit.model.findings import Evidence
from selfaudit.model.vocabulary import Confidence, Lens, Outcome, Part, Severity

pytestmark = [pytest.mark.real_site, pytest.mark.browser, pytest.mark.timeout(240)]


@dataclass(frozen=True)
class Audited:
    """One audit, and the database before and after it."""

    blog: Blog
    run: app.Run
    before: dict[str, str]
    after: dict[str, str]


@pytest.fixture(scope="module")
def audited(blog: Blog, tmp_path_factory: pytest.TempPathFactory) -> Audited:
    before = blog.rows()
    place = tmp_path_factory.mktemp("audit")
    run = school.audited("blog", blog.address, lambda page: type_into_the_form(page, PASSWORD), place)
    return Audited(blog, run, before, blog.rows())


def addresses(blog: Blog) -> tuple[Evidence, ...]:
    """The work addresses: the account's own, which no stranger is shown, the bio's, and the disguised one."""
    author = f"{blog.address}/author/alex-teacher/"
    return (
        an_address("contact", EMAIL, Lens.OWNER, url=author),
        an_address("bio", f"a.teacher@{SCHOOL}", Lens.PUBLIC, url=author),
        a_disguised_address(
            str(blog.posts["Contact"]),
            "alex.teacher [at] larkfield dot sch dot example",
            EMAIL,
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
            **marked("tired of Year 6", "…I am so tired of Year 6 and their whining."),
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
        "Open Settings, then Reading: tick “Discourage search engines from indexing this site” "
        "(an administrator of the blog can do it)."
    )
    comments = (
        "On each post: Discussion, untick “Allow comments”. For new posts, open Settings, then Discussion."
    )
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
    assert found_in(audited.run.result) == {
        **QUIET,
        "work_email": (Outcome.CONCERN, addresses(audited.blog)),
        "derogatory_language": (Outcome.CONCERN, remarks(audited.blog)),
        "privacy_level": (Outcome.CONCERN, switches(audited.blog)),
        "school_logo": (Outcome.CLEAR, ()),
        "pupil_connections": (Outcome.NOT_APPLICABLE, ()),
    }


def test_the_picture_of_what_each_lens_saw_is_complete(audited: Audited) -> None:
    assert seen_in(audited.run.result) == {
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
            ("tired of Year 6", alone),
            ("Welcome", setting),
            ("Open on some posts", setting),
        ]
    )


def test_the_result_beside_the_report_is_the_result(audited: Audited) -> None:
    assert load_result(audited.run.folder) == audited.run.result


def test_the_whole_job_changed_nothing_in_the_blog(audited: Audited) -> None:
    assert audited.before == audited.after
