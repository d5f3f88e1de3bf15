"""What an import says of what it found: enough to know what to do, and nothing that nobody said."""

from __future__ import annotations

from pathlib import Path

import pytest
from exports.packing import a_tweet, a_zip, x_archive
from listening import Listening

from selfaudit.app import import_files
from selfaudit.errors import ConsentWithheld, ImportFailed
from selfaudit.model.codec import load_snapshot
from selfaudit.telling import counted

SEVERAL = "samples/exports/wordpress/wordpress-importer/small-export.xml"
PINTEREST = "samples/exports/pinterest"
NOBODY_SAID = (
    "small-export.xml holds what several people wrote, and nobody said which of them you are; import it"
    " without --yes to be asked, or export it again under your own name"
)


def test_a_blog_of_several_people_is_nobodys_by_a_yes_to_everything(
    shared: Path, home: Path, tmp_path: Path
) -> None:
    heard = Listening()
    with pytest.raises(ConsentWithheld):
        import_files([shared / SEVERAL], tmp_path / "out", progress=heard)
    assert f"Left out: {NOBODY_SAID}." in heard.said
    assert not (tmp_path / "out").exists()
    assert not list(home.rglob("snapshot.json"))


def test_what_stands_beside_a_blog_of_several_people_is_read_all_the_same(
    shared: Path, home: Path, tmp_path: Path
) -> None:
    assert not home.exists()
    x, heard = a_zip(tmp_path / "x.zip", x_archive(a_tweet())), Listening()
    (folder,) = import_files([shared / SEVERAL, x], tmp_path / "out", progress=heard)
    assert load_snapshot(folder).platform == "x"
    assert f"Left out: {NOBODY_SAID}." in heard.said


def test_whoever_is_picked_in_a_blog_of_several_people_is_read(
    shared: Path, home: Path, tmp_path: Path
) -> None:
    assert not home.exists()
    (folder,) = import_files([shared / SEVERAL], tmp_path / "out", choose=lambda _question, _choices: 0)
    snapshot = load_snapshot(folder)
    assert snapshot.owner.handle == "admin"
    assert "you said" not in (snapshot.proof or "")


def test_pins_that_were_only_shared_are_counted_as_what_they_are(
    shared: Path, home: Path, tmp_path: Path
) -> None:
    assert not home.exists()
    (folder,) = import_files([shared / PINTEREST], tmp_path / "out")
    assert counted(load_snapshot(folder)).endswith(
        "on Pinterest: 0 posts, 1 shared from others, 0 comments, 0 pictures, 0 people"
    )


@pytest.mark.parametrize(
    "name", ["twitter.zip.crdownload", "Unconfirmed 12.crdownload", "x.zip.PART", "x.zip.download"]
)
def test_a_download_that_has_not_finished_is_to_be_waited_for(tmp_path: Path, home: Path, name: str) -> None:
    assert not home.exists()
    whole, part = a_zip(tmp_path / "x.zip", x_archive(a_tweet())), tmp_path / name
    part.write_bytes(whole.read_bytes()[:200])
    with pytest.raises(ImportFailed) as failed:
        import_files([whole, part], tmp_path / "out")
    assert failed.value.sentence == f"{name} is a download that has not finished, so nothing was read."
    assert failed.value.next_step.startswith("Wait until your browser says that it has")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["letter.txt", "school.pdf", "empty/"])
def test_whoever_names_neither_pages_nor_an_export_is_told_how_to_get_either(
    tmp_path: Path, home: Path, name: str
) -> None:
    assert not home.exists()
    path = tmp_path / name
    path.mkdir() if name.endswith("/") else path.write_bytes(b"Dear Kim")
    with pytest.raises(ImportFailed) as failed:
        import_files([path], tmp_path / "out")
    assert failed.value.next_step == (
        "Save your profile page from your browser and try again. Or ask the site for your data, and name the"
        " file that it gives you: selfaudit import --how says how to do either."
    )
