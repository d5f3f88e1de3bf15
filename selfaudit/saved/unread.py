"""What of the files was not read, told once and with its reason: nothing that was saved passes in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from selfaudit.model.snapshot import Snapshot
from selfaudit.model.visit import Account
from selfaudit.model.vocabulary import Part
from selfaudit.saved.accounts import Group
from selfaudit.saved.contents import Refused
from selfaudit.saved.seen import Seen

_MOST_NAMES = 5
_NOTHING = (
    "shows nothing of a profile: it had not loaded whole, or has a form that this version does not know"
)
_NOT_YOURS = "shows nothing that could be told to be of the account that it was saved with"


def told(refused: Iterable[Refused], prefix: str = "") -> Iterator[str]:
    """Each file with its reason, as a sentence without its full stop; many of one reason together."""
    by_reason: dict[str, list[str]] = {}
    for one in dict.fromkeys(refused):
        by_reason.setdefault(one.reason, []).append(one.name)
    for reason, names in by_reason.items():
        if len(names) > _MOST_NAMES:
            yield f"{len(names)} files, each of which {reason}: {', '.join(names[:_MOST_NAMES])}, …"
        else:
            yield from (f"{prefix}{name} {reason}" for name in names)


def idle(group: Group, whole: Snapshot) -> Iterator[Refused]:
    """The pages of an account of which nothing came into its snapshot, and no gap says why."""
    owner = whole.owner
    account = group.account or Account(owner.handle or "", proof="", name=owner.name, url=owner.url)
    shown, left_out = _items(whole), _left_out(whole)
    busy = {seen.name for seen in group.pages if _adds(seen, account, shown, left_out)}
    for seen in group.pages:
        if seen.name not in busy:
            yield Refused(seen.name, _NOT_YOURS if _items(seen.alone) else seen.wall or _NOTHING)


def _adds(seen: Seen, account: Account, shown: set[tuple[str, str]], left_out: set[str]) -> bool:
    """Whether anything of this page is in what was read; a page that only names its account has no more."""
    alone = _items(seen.alone)
    if alone & shown or (not alone and not seen.empty):
        return True
    own = seen.platform.parse([seen.visit], account)
    return bool(_items(own) & shown or (_left_out(seen.alone) | _left_out(own)) & left_out)


def _left_out(snapshot: Snapshot) -> set[str]:
    """Why something of the pages themselves was not taken."""
    return {
        gap.reason
        for gap in snapshot.gaps
        if gap.part is not Part.SETTINGS and (gap.count or gap.part is Part.OTHER)
    }


def _items(snapshot: Snapshot) -> set[tuple[str, str]]:
    owner = snapshot.owner
    found = {("post", post.id) for post in snapshot.posts}
    found |= {("connection", other.id) for other in snapshot.connections}
    found |= {("image", image.id) for image in snapshot.images}
    found |= {("setting", setting.name) for setting in snapshot.settings}
    found |= {("fact", fact.name) for fact in owner.facts}
    return found | {
        ("owner", text) for text in (owner.bio, *owner.emails, *owner.phones, *owner.links) if text
    }
