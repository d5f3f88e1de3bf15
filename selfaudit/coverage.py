"""How much was seen: part by part and lens by lens, so that nobody takes "not seen" for "not there"."""

from __future__ import annotations

from collections.abc import Iterator

from selfaudit.model.findings import Coverage
from selfaudit.model.snapshot import Post, Snapshot
from selfaudit.model.vocabulary import Lens, Part, PostKind


def coverage_of(snapshot: Snapshot) -> Iterator[Coverage]:
    """Part by part and lens by lens: how much was seen, over which time, or why nothing was."""
    for part in Part:
        if part is Part.OTHER:
            continue
        for lens in Lens:
            yield _coverage(snapshot, part, lens)


def _coverage(snapshot: Snapshot, part: Part, lens: Lens) -> Coverage:
    times = [
        post.time
        for post in snapshot.posts
        if post.time and _saw(lens, post.lenses) and _is_comment(post) == (part is Part.COMMENTS)
    ]
    timed = times if part in (Part.POSTS, Part.COMMENTS) else []
    reasons = [gap.reason for gap in snapshot.gaps if gap.part is part and gap.lens in (None, lens)]
    if part in snapshot.lacks:
        reasons = ["this kind of site has nothing of the sort"]
    looked = part not in snapshot.lacks and _looked(snapshot, lens)
    return Coverage(
        platform=snapshot.platform,
        account=snapshot.owner.handle or snapshot.owner.name,
        part=part,
        lens=lens,
        seen=_seen(snapshot, part, lens) if looked else None,
        oldest=min(timed, default=None),
        newest=max(timed, default=None),
        reason="; ".join(dict.fromkeys(reasons)) or None,
        absent=part in snapshot.lacks,
    )


def _seen(snapshot: Snapshot, part: Part, lens: Lens) -> int:
    owner = snapshot.owner
    match part:
        case Part.BIO:
            return int(bool(owner.bio) and _saw(lens, owner.lenses_of(owner.bio)))
        case Part.CONTACT:
            ways = owner.emails + owner.phones + owner.links
            return sum(_saw(lens, owner.lenses_of(way)) for way in ways)
        case Part.POSTS:
            return sum(_saw(lens, post.lenses) for post in snapshot.posts if not _is_comment(post))
        case Part.COMMENTS:
            return sum(_saw(lens, post.lenses) for post in snapshot.posts if _is_comment(post))
        case Part.IMAGES:
            return sum(_saw(lens, image.lenses) for image in snapshot.pictures())
        case Part.CONNECTIONS:
            return sum(_saw(lens, other.lenses) for other in snapshot.connections)
        case Part.SETTINGS:
            return sum((setting.lens or Lens.OWNER) is lens for setting in snapshot.settings)
        case Part.OTHER:
            return 0


def _looked(snapshot: Snapshot, lens: Lens) -> bool:
    """Material that names no lens is the owner's; where only a stranger looked, the owner did not."""
    if snapshot.looked_through(lens):
        return True
    return lens is Lens.OWNER and not snapshot.looked_through(Lens.PUBLIC)


def _saw(lens: Lens, lenses: tuple[Lens, ...]) -> bool:
    """An item that names no lens was at least the owner's to see."""
    return lens in (lenses or (Lens.OWNER,))


def _is_comment(post: Post) -> bool:
    return post.kind is PostKind.COMMENT
