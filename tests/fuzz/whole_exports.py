"""Whole exports to damage, held in memory: one for each reader and form, from the samples or invented."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from exports.damaging import members_of
from fuzz.invented_exports import INVENTED

from selfaudit.exports.archive import Files
from selfaudit.exports.containers import Container, Member

Members = Mapping[str, bytes]

SAMPLES = (
    "twitter/constructed/twitter-2026-01-22-abc123.zip",
    "twitter/perkeep/camlistore_test.zip",
    "twitter/knowledgemaxxing",
    "facebook/constructed/facebook-marlenebrueckner-2026-01-05-AbCdEfGh-1.zip",
    "facebook/constructed/facebook-marlenebrueckner-2026-01-05-AbCdEfGh-2.zip",
    "facebook/constructed/facebook-old-layout-2021-json.zip",
    "facebook/constructed/facebook-html-2024.zip",
    "facebook/facebook-network-scorer",
    "instagram/constructed/instagram-marlene.brueckner-2025-en.zip",
    "instagram/constructed/instagram-2021-account_information-layout.zip",
    "instagram/constructed/instagram-html-2026-en.zip",
    "instagram/insta4dummy/insta4dummy_20201105.zip",
    "instagram/panopticool-demo/instagram-cam.ferrand-demo.fr.zip",
    "snapchat/constructed/mydata~1700000000000.zip",
    "linkedin/constructed/Complete_LinkedInDataExport_01-05-2026.zip",
    "linkedin/rustume/complete_export.zip",
    "tiktok/constructed/TikTok_Data_1700000000.zip",
    "tiktok/panopticool/user_data_tiktok.sample.zip",
    "youtube_takeout/constructed/takeout-20260105T100000Z-001.zip",
    "reddit/constructed/export_marlene_20260105.zip",
    "mastodon/fedi-archive-tool/archive-20250126120000-repacked.tar.gz",
    "mastodon/fossilizer",
    "bluesky/indigo/bafyreieovfuizojpw3zresz7sx3nk4trm2by23pt5rxbey3jme4uo5ogiu.car",
    "bluesky/indigo/greenground.repo.car",
    "pinterest/pinterest-export-parser/pinterest-sample.html",
    "wordpress/wordpress-importer/small-export.xml",
    "wordpress/wordpress-importer/valid-wxr-1.1.xml",
    "discord/constructed/package-2025.zip",
    "discord/constructed/package-2021-csv.zip",
    "flickr/constructed/72157700000000000_abcdef_part1.zip",
    "discourse/constructed/user_archive-marlene.brueckner-260105-100000-7.zip",
    "nodebb/constructed",
)
_MEDIA = (".jpg", ".jpeg", ".png", ".mp4", ".heic", ".webp", ".gif")
_PICTURE = 1000


def whole(samples: Path, only: str = "") -> Iterator[tuple[str, Members]]:
    """Every export whose name holds ``only``, with its files; large pictures are cut, nobody reads them."""
    yield from ((name, held) for name, held in INVENTED.items() if only in name)
    for name in SAMPLES:
        if only in name:
            held = members_of(samples / name)
            yield (
                name,
                {
                    one: data[:_PICTURE] if one.lower().endswith(_MEDIA) else data
                    for one, data in held.items()
                },
            )


def files_of(members: Members) -> Files:
    """These files as a reader gets them."""
    container = Container("export")
    for name, data in members.items():
        container.take(Member(name, len(data), len(data), partial(io.BytesIO, data)))
    return Files([container])
