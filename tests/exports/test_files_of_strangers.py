"""A file that names nobody is the person's own only where they say so, or its name leaves no doubt."""

from __future__ import annotations

from pathlib import Path

import pytest
from exports.packing import a_folder, a_tweet, a_zip, x_archive, x_file
from exports.test_going_on_with_an_import import StoppedAt
from exports.test_sorting_of_exports import Listening

from selfaudit import app
from selfaudit.errors import ConsentWithheld, Interrupted
from selfaudit.model.codec import load_snapshot
from selfaudit.model.snapshot import Snapshot

MINE = "This export is of the profile of Robin T (robin_t) on X (Twitter). Is this your own profile?"
DATE = "2026-01-05"
STRANGER = {"data/tweets.js": x_file("tweets", [a_tweet(9, "A stranger's words")])}


class Said:
    """Answers what it is told to, yes to all else, and remembers the questions."""

    def __init__(self, *noes: str) -> None:
        self.noes = noes
        self.asked: list[str] = []

    def __call__(self, question: str) -> bool:
        self.asked.append(question)
        return not any(no in question for no in self.noes)


def taken(said: Said, tmp_path: Path, *paths: Path, told: Listening | None = None) -> list[Snapshot]:
    folders = app.import_files(paths, tmp_path / "out", is_mine=said, progress=told)
    return [load_snapshot(folder) for folder in folders]


def texts(snapshot: Snapshot) -> list[str]:
    return [post.text for post in snapshot.posts]


def mine(tmp_path: Path, name: str = f"twitter-{DATE}-abc123-1.zip") -> Path:
    return a_zip(tmp_path / name, x_archive(a_tweet(1, "My words")))


def asks(*names: str) -> str:
    one = ("This file does", "it", "is")
    this, pronoun, verb = one if len(names) == 1 else ("These files do", "they", "are")
    return (
        f"{this} not say whose {pronoun} {verb}: {', '.join(names)}."
        f" {verb.capitalize()} {pronoun} of your own profile on X (Twitter)?"
    )


@pytest.mark.parametrize(
    "other",
    [
        "twitter-2024-03-03-zzz999-2.zip",
        f"twitter-{DATE}-zzz999-2.zip",
        "twitter-2024-03-03-abc123-2.zip",
        "twitter (1).zip",
        "elsewhere.zip",
    ],
)
def test_a_part_whose_name_differs_is_asked_about_on_its_own(tmp_path: Path, other: str) -> None:
    said, told = Said(other), Listening()
    (snapshot,) = taken(said, tmp_path, mine(tmp_path), a_zip(tmp_path / other, STRANGER), told=told)
    assert said.asked == [asks(other), MINE]
    assert texts(snapshot) == ["My words"]
    left = f"{other} does not say whose it is, and you did not say that it is yours"
    assert [gap.reason for gap in snapshot.gaps if other in gap.reason] == [f"the file {left}"]
    assert [line for line in told.said if other in line] == [f"Left out: {left}."]


def test_a_strangers_facebook_part_is_not_taken_as_mine(shared: Path, tmp_path: Path) -> None:
    samples = shared / "samples/exports/facebook/constructed"
    part = f"facebook-marlenebrueckner-{DATE}-AbCdEfGh"
    theirs = tmp_path / "facebook-bobsmith-2024-03-03-ZzYyXx-2.zip"
    theirs.write_bytes((samples / f"{part}-2.zip").read_bytes())
    said = Said("bobsmith")
    (snapshot,) = taken(said, tmp_path, samples / f"{part}-1.zip", theirs)
    (alone,) = taken(Said(), tmp_path / "alone", samples / f"{part}-1.zip")
    assert texts(snapshot) == texts(alone)
    assert len(said.asked) == 2


def test_what_the_person_says_is_theirs_joins_and_is_told_to_rest_on_their_word(tmp_path: Path) -> None:
    said = Said()
    other = a_zip(tmp_path / "elsewhere.zip", STRANGER)
    (snapshot,) = taken(said, tmp_path, mine(tmp_path), other)
    assert sorted(texts(snapshot)) == ["A stranger's words", "My words"]
    assert snapshot.proof == (
        "The owner's name was taken from the export."
        " You said that elsewhere.zip, which does not say whose it is, is of the same profile."
    )


def test_each_lone_file_beside_an_export_is_asked_about_by_its_name(tmp_path: Path) -> None:
    lone = a_folder(
        tmp_path / "lone", {"tweets.js": STRANGER["data/tweets.js"], "like.js": x_file("like", [])}
    )
    said = Said("tweets.js")
    (snapshot,) = taken(said, tmp_path, mine(tmp_path), lone / "tweets.js", lone / "like.js")
    assert said.asked == [asks("tweets.js"), asks("like.js"), MINE]
    assert texts(snapshot) == ["My words"]


@pytest.mark.parametrize("named", ["archive", "folder"])
def test_another_persons_connections_are_asked_about(tmp_path: Path, named: str) -> None:
    table = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n{},Y,,,,,01 Jan 2024\n"
    members = {
        "Profile.csv": "First Name,Last Name,Headline\nRobin,T,Teacher\n",
        "Connections.csv": table.format("Alex"),
    }
    whole = (
        a_zip(tmp_path / "Basic_LinkedInDataExport_01-05-2026.zip", members)
        if named == "archive"
        else a_folder(tmp_path / "mine", members)
    )
    theirs = a_folder(tmp_path / "theirs", {"Connections.csv": table.format("Sam")}) / "Connections.csv"
    said = Said("Connections.csv")
    (snapshot,) = taken(said, tmp_path, whole, theirs)
    assert said.asked[0] == (
        "This file does not say whose it is: Connections.csv. Is it of your own profile on LinkedIn?"
    )
    assert [one.display_name for one in snapshot.connections] == ["Alex Y"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"twitter-{DATE}-abc123-1.zip", f"twitter-{DATE}-abc123-2.zip"),
        (f"a/twitter-{DATE}-abc123.zip", f"b/twitter-{DATE}-abc123-2.zip"),
        (f"twitter-{DATE}-abc123-1.zip", f"twitter-{DATE}-abc123-2 (1).zip"),
        ("takeout-20260105T100000Z-001.zip", "takeout-20260105T100000Z-002.zip"),
        ("twitter-1.zip", "twitter-2.zip"),
        ("robin_20260105_part_1.zip", "robin_20260105_part_2.zip"),
    ],
)
def test_parts_whose_names_belong_together_join_without_a_question(
    tmp_path: Path, first: str, second: str
) -> None:
    for name in (first, second):
        (tmp_path / name).parent.mkdir(exist_ok=True)
    said = Said()
    (snapshot,) = taken(said, tmp_path, mine(tmp_path, first), a_zip(tmp_path / second, STRANGER))
    assert said.asked == [MINE]
    assert sorted(texts(snapshot)) == ["A stranger's words", "My words"]


def test_files_of_one_unpacked_export_join_without_a_question(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path / "data", {n.rpartition("/")[2]: v for n, v in x_archive(a_tweet(1, "Hi")).items()}
    )
    said = Said()
    (snapshot,) = taken(said, tmp_path, *sorted(folder.iterdir()))
    assert said.asked == [MINE]
    assert texts(snapshot) == ["Hi"]


ME_ON_FACEBOOK = {
    "html": (
        '<main><section class="_a6-g"><h2>Profile information</h2><table><tr><td>Name</td>'
        "<td>Robin T</td></tr></table></section></main>"
    ),
    "json": {"profile_v2": {"name": {"full_name": "Robin T"}}},
}
A_PAGE = (
    '<main><section class="_a6-g"><h2>Robin T updated a status.</h2><div class="_a6-p">Hello</div>'
    '<footer class="_a6-o">Jul 1, 2020 2:05:15 pm</footer></section></main>'
)


@pytest.mark.parametrize(
    ("form", "page", "is_asked"),
    [
        ("html", "mine/your_posts__check_ins__photos_and_videos_1.html", False),
        ("html", "theirs/your_posts__check_ins__photos_and_videos_1.html", True),
        ("html", "mine/your_posts__check_ins__photos_and_videos_1 (1).html", True),
        ("json", "mine/your_posts__check_ins__photos_and_videos_1.html", True),
    ],
)
def test_a_page_joins_only_the_page_of_its_owner_in_one_folder(
    tmp_path: Path, form: str, page: str, is_asked: bool
) -> None:
    a_folder(tmp_path, {f"mine/profile_information.{form}": ME_ON_FACEBOOK[form], page: A_PAGE})
    said = Said("your_posts")
    profile = tmp_path / "mine" / f"profile_information.{form}"
    (snapshot,) = taken(said, tmp_path, profile, tmp_path / page)
    assert [question for question in said.asked if "your_posts" in question] == [
        f"This file does not say whose it is: {Path(page).name}. Is it of your own profile on Facebook?"
    ] * is_asked
    assert (snapshot.owner.name, texts(snapshot)) == ("Robin T", [] if is_asked else ["Hello"])


def test_two_parts_of_one_name_in_two_folders_may_be_of_two_people(tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    said = Said("twitter-2.zip")
    first, second = mine(tmp_path, "twitter-1.zip"), a_zip(tmp_path / "theirs" / "twitter-2.zip", STRANGER)
    (snapshot,) = taken(said, tmp_path, first, second)
    assert said.asked == [asks("twitter-2.zip"), MINE]
    assert texts(snapshot) == ["My words"]


def test_parts_that_belong_together_are_asked_about_once(tmp_path: Path) -> None:
    names = [f"twitter-2024-03-03-zzz999-{number}.zip" for number in (1, 2)]
    said = Said("zzz999")
    taken(said, tmp_path, mine(tmp_path), *(a_zip(tmp_path / name, STRANGER) for name in names))
    assert said.asked == [asks(*names), MINE]


def test_an_export_that_names_nobody_is_asked_about_by_its_files_and_rests_on_the_persons_word(
    tmp_path: Path,
) -> None:
    said = Said()
    (snapshot,) = taken(said, tmp_path, a_zip(tmp_path / "elsewhere.zip", STRANGER))
    assert said.asked == [asks("elsewhere.zip")]
    assert snapshot.proof == "The export does not say whose it is; you said that it is yours."


def test_where_the_only_export_names_nobody_and_is_not_theirs_nothing_is_kept(tmp_path: Path) -> None:
    with pytest.raises(ConsentWithheld):
        taken(Said("elsewhere"), tmp_path, a_zip(tmp_path / "elsewhere.zip", STRANGER))
    assert not (tmp_path / "out").exists()


def test_two_exports_that_name_nobody_are_two_questions(tmp_path: Path) -> None:
    names = ["one.zip", "two.zip"]
    said, told = Said("two.zip"), Listening()
    (snapshot,) = taken(said, tmp_path, *(a_zip(tmp_path / name, STRANGER) for name in names), told=told)
    assert said.asked == [asks(name) for name in names]
    assert texts(snapshot) == ["A stranger's words"]
    assert [line for line in told.said if "two.zip" in line] == [
        "Left out: two.zip does not say whose it is, and you did not say that it is yours."
    ]


def test_an_outbox_says_whose_it_is(tmp_path: Path) -> None:
    me, them = ("https://a.example/users/robin", "https://a.example/users/alex")
    one = {"actor.json": {"id": me, "preferredUsername": "robin"}}
    note = {"type": "Note", "id": f"{them}/statuses/1", "content": "<p>Theirs</p>", "to": []}
    activity = {"type": "Create", "actor": them, "id": f"{them}/statuses/1/activity", "object": note}
    other = {"outbox.json": {"type": "OrderedCollection", "orderedItems": [activity]}}
    folder = a_folder(tmp_path / "d", {**one, **other})
    said = Said()
    snapshots = taken(said, tmp_path, folder / "actor.json", folder / "outbox.json")
    assert [one.owner.handle for one in snapshots] == ["robin", None]
    assert len(said.asked) == 2


def test_two_people_of_one_name_are_told_apart_by_the_names_of_their_archives(tmp_path: Path) -> None:
    profile = {"profile_v2": {"name": {"full_name": "Robin T"}, "username": ""}}
    inside = "personal_information/profile_information/profile_information.json"
    names = ["facebook-robint-2026-01-05-AbC-1.zip", "facebook-robin99-2026-02-05-XyZ-1.zip"]
    said = Said()
    snapshots = taken(said, tmp_path, *(a_zip(tmp_path / name, {inside: profile}) for name in names))
    assert [one.owner.name for one in snapshots] == ["Robin T", "Robin T"]
    assert len(said.asked) == 2


def test_a_later_export_of_the_same_account_still_joins(tmp_path: Path) -> None:
    names = ["facebook-robint-2026-01-05-AbC-1.zip", "facebook-robint-2026-02-05-XyZ-1.zip"]
    profile = {"profile_v2": {"name": {"full_name": "Robin T"}}}
    inside = "personal_information/profile_information/profile_information.json"
    said = Said()
    assert len(taken(said, tmp_path, *(a_zip(tmp_path / n, {inside: profile}) for n in names))) == 1
    assert len(said.asked) == 1


def test_unpacked_exports_of_two_people_in_one_folder_are_not_one(tmp_path: Path) -> None:
    a_folder(tmp_path / "both" / f"twitter-{DATE}-abc123", x_archive(a_tweet(1, "My words")))
    a_folder(tmp_path / "both" / "twitter-2024-03-03-zzz999", STRANGER)
    said = Said("zzz999")
    (snapshot,) = taken(said, tmp_path, tmp_path / "both")
    assert said.asked == [asks("twitter-2024-03-03-zzz999").replace("This file", "This folder"), MINE]
    assert texts(snapshot) == ["My words"]


def test_unpacked_parts_in_one_folder_are_one_export(tmp_path: Path) -> None:
    a_folder(tmp_path / "all" / f"twitter-{DATE}-abc123-1", x_archive(a_tweet(1, "My words")))
    a_folder(tmp_path / "all" / f"twitter-{DATE}-abc123-2", STRANGER)
    said = Said()
    (snapshot,) = taken(said, tmp_path, tmp_path / "all")
    assert said.asked == [MINE]
    assert len(snapshot.posts) == 2


def test_the_persons_word_is_not_asked_for_again_when_an_import_goes_on(tmp_path: Path) -> None:
    files = [mine(tmp_path), a_zip(tmp_path / "one.zip", STRANGER), a_zip(tmp_path / "two.zip", STRANGER)]
    actor = {"id": "https://a.example/users/robin", "preferredUsername": "robin", "summary": ""}
    files.append(a_folder(tmp_path / "mastodon", {"actor.json": actor}))
    with pytest.raises(Interrupted):
        app.import_files(
            files, tmp_path / "out", is_mine=Said("one.zip"), progress=StoppedAt("export from Mastodon")
        )
    said = Said()
    folders = app.import_files(files, tmp_path / "out", is_mine=said)
    assert [question for question in said.asked if "Mastodon" not in question] == []
    assert len(folders) == 2
