"""Every reader held against small invented pages: what is known to be there, and what is known not to be.

A platform's folder ``samples`` holds them as a person would have saved them: ``good*`` (the pages of one
invented worker), ``absent*`` (a sign-in page, a wall, a profile that is not there) and ``expected.json`` (how
much of each part the good ones hold). Where a reader knows several makes of site, each further one has
``good-NAME*`` and ``expected-NAME.json``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import as_file, files
from pathlib import Path

from selfaudit.errors import ImportFailed
from selfaudit.model.platform import Platform
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.visit import Account
from selfaudit.model.vocabulary import Part, PostKind
from selfaudit.platforms.known import PARTS, expected
from selfaudit.platforms.saving import SAVED
from selfaudit.saved import import_pages, read_saved
from selfaudit.storage import temporary

_SOMEBODY = Account(
    "sampleworker", "invented, to see that nothing is read into a page without a profile", "1"
)


def look_through(platforms: Sequence[Platform] = SAVED) -> Iterator[tuple[bool, str, str]]:
    """For each sample: whether it was read as it should be, which one it is, and what was read of it."""
    for platform in platforms:
        with as_file(files(f"selfaudit.platforms.{platform.id}") / "samples") as folder, temporary() as media:
            for wanted in sorted(folder.glob("expected*.json")):
                yield _good(platform, folder, wanted.stem.removeprefix("expected"), media)
            for page in sorted(folder.glob("absent*")):
                yield _absent(platform, page, media)


def amounts(snapshot: Snapshot) -> dict[str, int]:
    """How much of each part was read."""
    owner = snapshot.owner
    comments = sum(post.kind is PostKind.COMMENT for post in snapshot.posts)
    return {
        Part.BIO: int(bool(owner.bio)),
        Part.CONTACT: len(owner.emails + owner.phones + owner.links),
        Part.POSTS: len(snapshot.posts) - comments,
        Part.COMMENTS: comments,
        Part.IMAGES: len(snapshot.images),
        Part.CONNECTIONS: len(snapshot.connections),
        Part.SETTINGS: sum(setting.value is not None for setting in snapshot.settings),
    }


def _good(platform: Platform, folder: Path, make: str, media: Path) -> tuple[bool, str, str]:
    name = f"{platform.id}, known good" + (f" ({make.removeprefix('-')})" if make else "")
    wanted = expected(folder, make)
    try:
        snapshots = import_pages(sorted(folder.glob(f"good{make}.*")), media, Silent())
    except ImportFailed as error:
        return False, name, f"could not be read: {error}"
    if [one.platform for one in snapshots] != [platform.id]:
        taken = ", ".join(f"{one.platform} ({one.owner.handle})" for one in snapshots)
        return False, name, f"taken for pages of: {taken}"
    found = amounts(snapshots[0])
    wrong = [part for part in PARTS if found[part] != wanted.get(part, 0)]
    return not wrong, name, _told(found, {part: wanted.get(part, 0) for part in wrong})


def _told(found: Mapping[str, int], wrong: Mapping[str, int]) -> str:
    """What was read, part by part, and beside a wrong number the right one."""
    return ", ".join(
        f"{part} {found[part]}" + (f" (there are {wrong[part]})" if part in wrong else "") for part in PARTS
    )


def _absent(platform: Platform, page: Path, media: Path) -> tuple[bool, str, str]:
    """A page without a profile: nothing may be read into it, and why nothing is there has to be said."""
    name = f"{platform.id}, known absent ({page.stem})"
    visits = [saved.visit for saved in read_saved([page], media).pages]
    for account in (None, _SOMEBODY):
        snapshot = platform.parse(visits, account)
        seen = [part for part in PARTS if snapshot.has(part) or part in snapshot.read]
        if seen:
            return False, name, f"read as if it showed: {', '.join(seen)}"
        if not snapshot.gaps:
            return False, name, "read as empty, without saying why"
    whole = [gap for gap in snapshot.gaps if gap.part is Part.OTHER] or snapshot.gaps
    return True, name, f"nothing read; {whole[0].reason}"
