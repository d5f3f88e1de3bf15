"""Whose an export is, where its files do not say: asked of the person, and told to rest on their word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from selfaudit.errors import ConsentWithheld
from selfaudit.exports.grouping import Group, paths_of
from selfaudit.exports.numbering import label_of
from selfaudit.exports.places import DATA
from selfaudit.model.export import Unreadable
from selfaudit.model.file_names import plain_name
from selfaudit.model.outside import on_one_line
from selfaudit.model.progress import Progress
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import PostKind
from selfaudit.saved.kinds import ending

IsMine = Callable[[str], bool]
"""Asks whether what is told is the person's own."""

_UNSAID = "The export does not say whose it is."
_TAKEN = "The owner's name was taken from the export."
_SHARED = f"{_TAKEN} More than one account here has that name; you said that this one is yours."
_NAMELESS = "The export does not say whose it is; you said that it is yours."
SAID_SO = frozenset({_SHARED, _NAMELESS})
"""How an owner is known who was asked about by the files, and need not be asked about by name."""
_OTHERS = (
    "holds what several people wrote, and nobody said which of them you are; import it without --yes to be"
    " asked, or export it again under your own name"
)
_ANOTHER = "is of an account whose name another has too, and you did not say that it is yours"
_NOT_SAID = "does not say whose it is, and you did not say that it is yours"
_MOST_NAMED = 10
_FEW = 3


def withheld(kept: str) -> ConsentWithheld:
    """What is raised where a profile is not the person's own; so much of what was named is ``kept``."""
    return ConsentWithheld(
        f"selfaudit reads nobody's profile but your own, so {kept} was kept.",
        "Pick pages and exports of your own profile.",
    )


@dataclass(slots=True)
class Ownership:
    """Asks whose files are that name nobody; without ``is_mine`` there is nobody to ask.

    Attributes:
        is_mine: asks the person.
        progress: told what is taken on their word, and what is left out.
        declined: whether an account was left out.
    """

    is_mine: IsMine | None
    progress: Progress
    declined: bool = False
    _said: dict[tuple[Path, ...], bool] = field(default_factory=dict)

    def settle(self, group: Group) -> tuple[Group, list[Unreadable]]:
        """The group with what the person says belongs to it, and what is left out."""
        whole, left = replace(group, pieces=[*group.pieces], loose=[]), []
        for bundle in group.loose:
            paths = paths_of(bundle)
            if self._says_mine(group, paths):
                whole.pieces += bundle
                whole.vouched += tuple(paths)
                self.progress.say(f"Read as your own, as you said: {_listed(paths)}.")
            else:
                left += [Unreadable(path.name, _NOT_SAID) for path in paths]
        for fault in left:
            self.progress.say(f"Left out: {fault}.")
        return whole, left

    def owned(self, snapshot: Snapshot, group: Group) -> Snapshot | None:
        """The snapshot with how its owner is known; ``None`` where nobody says that it is theirs."""
        if self.is_mine is not None and _is_of_several(snapshot):
            self._leave_out(group, _OTHERS)
            return None
        known = snapshot.proof or _is_named(snapshot)
        if (known and not group.namesakes) or self.is_mine is None:
            return replace(snapshot, proof=snapshot.proof or (_proof(group.vouched) if known else _UNSAID))
        shared = (snapshot.owner.name or snapshot.owner.handle) if known else None
        if self._says_mine(group, group.paths, shared):
            return replace(snapshot, proof=_SHARED if known else _NAMELESS)
        self._leave_out(group, _ANOTHER if known else _NOT_SAID)
        return None

    def _leave_out(self, group: Group, reason: str) -> None:
        self.declined = True
        for path in group.paths:
            self.progress.say(f"Left out: {plain_name(path.name)} {reason}.")

    def _says_mine(self, group: Group, paths: Sequence[Path], shared: str | None = None) -> bool:
        """What the person says of these files; of what holds two networks they are asked once."""
        asked, title = tuple(paths), group.platform.title
        if self.is_mine is not None and asked not in self._said:
            question = _which(asked, title, shared) if shared else _question(asked, title)
            self._said[asked] = self.is_mine(question)
        return self._said.get(asked, False)


def _is_named(snapshot: Snapshot) -> bool:
    return bool(snapshot.owner.name or snapshot.owner.handle)


def _is_of_several(snapshot: Snapshot) -> bool:
    """Whether all its words are others' own, so that nothing in it can be told to be the person's."""
    words = [post for post in snapshot.posts if post.kind not in (PostKind.REPOST, PostKind.COMMENT)]
    return not _is_named(snapshot) and bool(words) and not any(post.own for post in snapshot.posts)


def _listed(paths: Sequence[Path]) -> str:
    names = ", ".join(map(_named, paths[:_MOST_NAMED]))
    more = len(paths) - _MOST_NAMED
    return f"{names} and {more} more" if more > 0 else names


def _named(path: Path) -> str:
    """What it is called; of a folder with data right in it, what that is called too."""
    inside = sorted(one.name for one in path.iterdir() if ending(one.name) in DATA) if path.is_dir() else []
    some = ", ".join(map(plain_name, inside[:_FEW])) + ", …" * (len(inside) > _FEW)
    return f"{plain_name(path.name)} (with {some} in it)" if inside else plain_name(path.name)


def _question(paths: Sequence[Path], title: str) -> str:
    """Which files do not say inside whose they are, and whether they are the person's own."""
    one, users = len(paths) == 1, {label_of(path).user for path in paths}
    if None not in users and len(users) == 1:
        these = "name of this file" if one else "names of these files"
        said = f"By the {these}, the account is {plain_name(str(*users))}: {_listed(paths)}."
        return f"{said} Is it your own profile on {title}?"
    if one:
        this = "folder" if paths[0].is_dir() else "file"
        return (
            f"This {this} does not say whose it is: {_listed(paths)}. Is it of your own profile on {title}?"
        )
    return (
        f"These files do not say whose they are: {_listed(paths)}. Are they of your own profile on {title}?"
    )


def _which(paths: Sequence[Path], title: str, name: str) -> str:
    """Whether these files are of the person, where another account has their name too."""
    named = f"More than one account on {title} here has the name {on_one_line(name)}."
    return f"{named} Is the one in {_listed(paths)} your own?"


def _proof(vouched: Sequence[Path]) -> str:
    if not vouched:
        return _TAKEN
    which = (
        "which does not say whose it is, is" if len(vouched) == 1 else "which do not say whose they are, are"
    )
    return f"{_TAKEN} You said that {_listed(vouched)}, {which} of the same profile."
