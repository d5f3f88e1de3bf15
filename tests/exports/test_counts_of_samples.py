"""What is read of every shared sample, held against numbers counted without any of our code: by jq and grep.

Posts are all that is no comment: stories, captions, what was passed on, messages in servers.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from exports.answering import the_first

from selfaudit.exports import import_exports
from selfaudit.model.progress import Silent
from selfaudit.model.vocabulary import PostKind

IG_2025 = "instagram/constructed/instagram-marlene.brueckner-2025-en.zip"
META_PARTS = "facebook/constructed/facebook-marlenebrueckner-2026-01-05-AbCdEfGh"
IMPORTER = "wordpress/wordpress-importer"
COUNTS = (
    # platform, posts, comments, people, e-mails, file
    ("bluesky", 5, 0, 0, 0, "bluesky/indigo/bafyreieovfuizojpw3zresz7sx3nk4trm2by23pt5rxbey3jme4uo5ogiu.car"),
    ("bluesky", 26, 0, 78, 0, "bluesky/indigo/fakermaker.repo.car"),
    ("bluesky", 0, 0, 2, 0, "bluesky/indigo/greenground.repo.car"),
    ("discord", 1, 0, 0, 1, "discord/constructed/package-2021-csv.zip"),
    ("discord", 2, 0, 3, 1, "discord/constructed/package-2025.zip"),
    ("forum", 3, 0, 0, 2, "discourse/constructed/user_archive-marlene.brueckner-260105-100000-7.zip"),
    ("facebook", 4, 2, 5, 2, "facebook/constructed/facebook-html-2024.zip"),
    ("facebook", 1 + 1, 4, 5 + 2, 2, f"{META_PARTS}-1.zip"),  # a post in a group and a check-in
    ("facebook", 6 + 1, 0, 0, 0, f"{META_PARTS}-2.zip"),  # and a caption
    ("facebook", 6 + 2, 3, 5, 2, "facebook/constructed/facebook-old-layout-2021-json.zip"),
    ("facebook", 0, 1, 2, 0, "facebook/facebook-network-scorer"),
    ("flickr", 3 + 1, 1, 2, 1, "flickr/constructed/72157700000000000_abcdef_part1.zip"),  # and an album
    ("instagram", 4 + 1, 3, 3 + 2, 1, "instagram/constructed/instagram-2021-account_information-layout.zip"),
    ("instagram", 3, 0, 4 + 3, 1, "instagram/constructed/instagram-html-2026-en.zip"),
    ("instagram", 6 + 1, 3, 5 + 4, 1, IG_2025),
    ("threads", 4, 0, 1 + 2, 0, IG_2025),
    ("instagram", 30 + 26, 13, 82, 1, "instagram/insta4dummy/insta4dummy_20201105.zip"),
    ("instagram", 40 + 90, 110 + 60, 505, 1, "instagram/panopticool-demo/instagram-cam.ferrand-demo.fr.zip"),
    ("linkedin", 3 + 1, 2, 7, 2, "linkedin/constructed/Complete_LinkedInDataExport_01-05-2026.zip"),
    ("linkedin", 0, 0, 4, 0, "linkedin/lexnetwork/Connections.csv"),
    ("linkedin", 0, 0, 0, 2, "linkedin/rustume/complete_export.zip"),
    ("linkedin", 0, 0, 4, 0, "linkedin/six-hops/Connections.csv"),  # and a hidden one
    (
        "mastodon",
        7 - 1,
        0,
        0,
        0,
        "mastodon/fedi-archive-tool/archive-20250126120000-repacked.tar.gz",
    ),  # a message
    ("mastodon", 7 - 1, 0, 0, 0, "mastodon/fedi-archive-tool/outbox.json"),
    ("mastodon", 0, 0, 0, 0, "mastodon/fedi-archive-tool/actor.json"),
    ("mastodon", 0, 0, 0, 0, "mastodon/fedi-archive-tool/likes.json"),  # what others wrote
    ("mastodon", 2, 0, 0, 0, "mastodon/fossilizer"),
    ("forum", 3, 0, 2, 1, "nodebb/constructed"),
    ("pinterest", 1, 0, 0, 0, "pinterest/pinterest-export-parser/pinterest-sample.html"),
    ("reddit", 4, 5, 2, 1, "reddit/constructed/export_marlene_20260105.zip"),
    ("snapchat", 1, 0, 5 + 2, 1, "snapchat/constructed/mydata~1700000000000.zip"),
    ("tiktok", 3, 2, 4 + 3, 1, "tiktok/constructed/TikTok_Data_1700000000.zip"),
    ("tiktok", 1, 1, 1, 1, "tiktok/panopticool/user_data_tiktok.absent.zip"),  # what was passed on
    ("tiktok", 1, 3, 5, 1, "tiktok/panopticool/user_data_tiktok.sample.zip"),
    ("x", 6 + 2 + 1, 0, 3, 1, "twitter/constructed/twitter-2026-01-22-abc123.zip"),  # and a long one
    ("x", 0, 0, 0, 0, "twitter/knowledgemaxxing/like.js"),
    ("x", 3, 0, 0, 0, "twitter/knowledgemaxxing/tweets.js"),
    ("x", 2, 0, 0, 0, "twitter/perkeep/camlistore_test.zip"),
    ("blog", 1, 0, 0, 0, f"{IMPORTER}/crazy-cdata-escaped.xml"),
    ("blog", 1, 0, 0, 0, f"{IMPORTER}/crazy-cdata.xml"),
    ("blog", 0, 0, 0, 1, f"{IMPORTER}/invalid-version-tag.xml"),
    ("blog", 1, 0, 0, 0, f"{IMPORTER}/malformed-simple.xml"),
    ("blog", 0, 0, 0, 1, f"{IMPORTER}/malformed.xml"),
    ("blog", 1, 0, 0, 0, f"{IMPORTER}/missing-tags.xml"),
    ("blog", 0, 0, 0, 1, f"{IMPORTER}/missing-version-tag.xml"),
    ("blog", 1, 1, 0, 0, f"{IMPORTER}/slashes.xml"),
    ("blog", 6 + 5, 1, 0, 0, f"{IMPORTER}/small-export.xml"),
    ("blog", 58 + 21, 33, 0, 0, f"{IMPORTER}/theme-unit-test-data.xml"),
    ("blog", 3 + 3, 1, 0, 0, f"{IMPORTER}/valid-wxr-1.0.xml"),
    ("blog", 1 + 1, 1, 0, 1, f"{IMPORTER}/valid-wxr-1.1.xml"),
    ("blog", 1, 0, 0, 1, f"{IMPORTER}/wxr-simple.xml"),
    ("youtube", 3, 2, 4, 1, "youtube_takeout/constructed/takeout-20260105T100000Z-001.zip"),
)
FOLDERS = tuple(name for *_counts, name in COUNTS if "." not in name.rpartition("/")[2])


@pytest.mark.parametrize("sample", COUNTS, ids=lambda sample: f"{sample[0]}-{sample[-1].rpartition('/')[2]}")
def test_a_sample_is_read_to_its_independent_count(
    shared: Path, tmp_path: Path, sample: tuple[str, int, int, int, int, str]
) -> None:
    platform, *expected, name = sample
    snapshots, others = import_exports([shared / "samples/exports" / name], tmp_path / "media", Silent())
    assert others == ()
    (found,) = [one for one in snapshots if one.platform == platform]
    said = sum(post.kind is PostKind.COMMENT for post in found.posts)
    assert [len(found.posts) - said, said, len(found.connections), len(found.owner.emails)] == expected


def test_the_parts_of_one_export_are_read_as_one(shared: Path, tmp_path: Path) -> None:
    paths = [shared / "samples/exports" / f"{META_PARTS}-{number}.zip" for number in (1, 2)]
    (found,), _others = import_exports(paths, tmp_path / "media", Silent(), the_first)
    said = sum(post.kind is PostKind.COMMENT for post in found.posts)
    assert (len(found.posts) - said, said, len(found.connections)) == (6 + 1 + 1 + 1, 4, 7)


def test_no_sample_is_left_out(shared: Path) -> None:
    root = shared / "samples/exports"
    listed = {name for *_counts, name in COUNTS}
    files = [one for one in root.glob("*/*/**/*") if one.is_file() and one.suffix != ".md"]
    assert files
    for file in files:
        name = file.relative_to(root).as_posix()
        assert name in listed or name.startswith(tuple(f"{folder}/" for folder in FOLDERS)), name
