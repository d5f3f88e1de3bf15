"""What a Facebook profile says of its owner: header, bio, the intro's cards, the fields of "About"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selfaudit.platforms.facebook.addresses import outward
from selfaudit.platforms.generic.embedded import each_object
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.meta.media import Data

TILES = "profile_tile_sections"
_CARD = "timeline_context_list_item_type"
_PICTURES = (
    "profilePicLarge",
    "profilePicMedium",
    "profilePic160",
    "profilePicSmall",
    "profile_picture",
)


def header_of(value: Any) -> Data | None:
    """The person in a profile's header."""
    return next(_under(value, "profile_header_renderer", "user"), None)


def avatar(person: Data) -> str | None:
    """The address of the profile picture."""
    return next(
        (found for name in _PICTURES if (found := text_in(person.get(name), "uri"))),
        None,
    )


def banner(person: Data) -> str | None:
    """The address of the picture across the top."""
    return text_in(part_of(person, "cover_photo", "photo", "image"), "uri") or None


def bio_in(value: Any, owner: str | None) -> str | None:
    """The words of the bio; ``""`` where an intro of this owner has none; ``None`` where none was shown."""
    described = [part for part in each_object(value) if "best_description" in part and _of(part, owner)]
    for part in described:
        return text_in(part["best_description"], "text")
    shown = None
    for section in _intros(value, owner):
        for part in each_object(section):
            text = text_in(part.get("profile_status_text"), "text")
            if text:
                return text
        shown = ""
    return shown


def has_intro(value: Any, owner: str | None) -> bool:
    """Whether an intro of this owner was sent."""
    return any(True for _intro in _intros(value, owner))


def _intros(value: Any, owner: str | None) -> Iterator[Data]:
    """The intros that were sent with something in them; one that is still to come says nothing."""
    for part in each_object(value):
        if TILES in part and _of(part, owner):
            for section in each_object(part[TILES]):
                views = part_of(section, "profile_tile_views", "nodes")
                whole = any(view.get("view_style_renderer") for view in objects(views))
                if text_in(section, "profile_tile_section_type") == "INTRO" and whole:
                    yield section


def cards_in(value: Any, owner: str | None) -> Iterator[tuple[str, str, str | None]]:
    """Each card of the intro: its kind, its words, and where it leads."""
    for section in _intros(value, owner):
        for card in each_object(section):
            kind = text_in(card, _CARD)
            words = text_in(part_of(card, "renderer", "context_item", "title"), "text")
            if kind and words:
                yield (
                    kind.removeprefix("INTRO_CARD_").removeprefix("PROFILE_"),
                    words,
                    _leads_to(card),
                )


def fields_in(value: Any) -> Iterator[tuple[str, str, str | None]]:
    """Each field of the page "About": its kind, its words, and where it leads. A published shape."""
    for part in each_object(value):
        kind, words = text_in(part, "field_type"), text_in(part.get("title"), "text")
        if kind and words and kind != "upsell":
            yield kind.upper(), words, _leads_to(part)


def photo_tiles(value: Any, owner: str | None) -> Iterator[Data]:
    """The photos of the profile's grid that are the owner's own."""
    for part in each_object(value):
        tile = part.get("__typename") == "Photo" and id_in(part) and "viewer_image" in part
        if tile and owner and id_in(part.get("owner")) == owner:
            yield part


def _leads_to(part: Data) -> str | None:
    for inner in each_object(part):
        if inner.get("__typename") == "ExternalUrl":
            return outward(text_in(inner, "external_url", "url")) or None
    return None


def _of(part: Data, owner: str | None) -> bool:
    """Whether a piece of data is the owner's; one that names nobody may be anybody's."""
    return owner is None or id_in(part) == owner


def _under(value: Any, *path: str) -> Iterator[Data]:
    for part in each_object(value):
        found = part_of(part, *path)
        if isinstance(found, dict):
            yield found
