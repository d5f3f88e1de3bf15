"""The pieces that show a finding: words quoted and marked, or a picture with the place drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reports import moments, words
from reports.untrusted import Address, Segment, picture_data, segments, shortened, web_address
from reports.view.accounts import AccountView
from selfaudit.model.findings import Evidence
from selfaudit.model.region import Region
from selfaudit.model.snapshot import BIO_ITEM, CONTACT_ITEM
from selfaudit.model.vocabulary import Lens

_SHOWN = 8
_SETTING = "setting:"
_LONGEST_QUOTE = 600
_LONGEST_PLACE = 80
_WIDEST, _HIGHEST = 416, 320


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture inside the report. ``frame`` and ``region`` are in pixels of the original file.

    ``frame`` is ``None`` where its size is not known; then no region can be drawn.
    """

    data: str
    frame: Region | None
    region: Region | None
    description: str

    @property
    def width(self) -> int:
        """How wide it is shown: as large as its place on the page allows, with no bars beside it."""
        if not self.frame:
            return _WIDEST
        return max(1, min(_WIDEST, int(_HIGHEST * self.frame.width / self.frame.height)))


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One piece. ``lens`` is for styling; ``seen_by`` says the same in words."""

    quote: tuple[Segment, ...]
    cut: bool
    picture: PictureView | None
    picture_missing: str
    note: str
    opens: str
    lens: str
    seen_by: str
    sure: str
    when: str
    link: Address | None
    place: str
    key: str


@dataclass(frozen=True, slots=True)
class EvidenceList:
    """The first few pieces, and the rest for who wants them all."""

    shown: tuple[EvidenceView, ...]
    more: tuple[EvidenceView, ...] = ()

    @property
    def more_title(self) -> str:
        """What the folded part is called."""
        return words.counted(len(self.more), "more place", "more places")


def evidence_list(pieces: Iterable[Evidence], account: AccountView | None) -> EvidenceList:
    """The pieces in the order that the check gave them, the most telling first."""
    views = tuple(_piece(piece, account) for piece in pieces)
    return EvidenceList(views[:_SHOWN], views[_SHOWN:])


def _piece(piece: Evidence, account: AccountView | None) -> EvidenceView:
    link = web_address(piece.url)
    quote = piece.quote or ""
    picture = _picture(piece)
    return EvidenceView(
        quote=segments(quote, piece.marks, _LONGEST_QUOTE),
        cut=len(quote) > _LONGEST_QUOTE,
        picture=picture,
        picture_missing=_picture_missing(piece, picture),
        note=words.sentence(piece.note),
        opens=words.opens(_what(piece)),
        lens=piece.lens or "unknown",
        seen_by=_seen_by(piece, account),
        sure=words.CONFIDENCES[piece.confidence],
        when=moments.day(piece.time) if piece.time else "",
        link=link,
        place="" if link else _place(piece),
        key=words.key(piece.key),
    )


def _what(piece: Evidence) -> words.Opened:
    """What the address of a piece leads to."""
    if piece.item.startswith(_SETTING):
        return words.Opened.SETTING
    if piece.item in (BIO_ITEM, CONTACT_ITEM):
        return words.Opened.PROFILE
    if piece.picture or piece.region:
        return words.Opened.PHOTO
    return words.Opened.POST if piece.own else words.Opened.COMMENT


def _seen_by(piece: Evidence, account: AccountView | None) -> str:
    if piece.item.startswith(_SETTING) and piece.lens is not Lens.PUBLIC:
        return words.SETTING
    door = account.door if account else None
    return words.who_sees(piece.lens, door, public_was_stopped=bool(account and account.public_was_stopped))


def _place(piece: Evidence) -> str:
    """How to find the item without a link: its id, and an address that is no link as plain words."""
    item = f"Item {shortened(piece.item, _LONGEST_PLACE)}"
    return f"{item}, at {shortened(piece.url, _LONGEST_PLACE)}" if piece.url else item


def _picture(piece: Evidence) -> PictureView | None:
    data = picture_data(piece.picture)
    if data is None:
        return None
    frame = _frame(piece)
    region = piece.region if frame and _drawable(piece.region) else None
    outlined = " The place is outlined." if region else ""
    return PictureView(
        data, frame, region, f"{words.sentence(piece.note or 'A picture on your profile')}{outlined}"
    )


def _frame(piece: Evidence) -> Region | None:
    """The part of the file that the picture shows."""
    if piece.picture_frame and _drawable(piece.picture_frame):
        return piece.picture_frame
    if piece.picture_frame:
        return piece.picture_frame
    if not piece.picture_size or min(piece.picture_size) <= 0:
        return None
    return Region(0, 0, *piece.picture_size)


def _drawable(region: Region | None) -> bool:
    return region is not None and region.width > 0 and region.height > 0


def _picture_missing(piece: Evidence, picture: PictureView | None) -> str:
    if picture is None and (piece.picture or piece.region):
        return "The picture cannot be shown here; open the item to see it."
    return ""
