"""Which platform and which site a person means, told kindly when they mean none that there is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NoReturn
from urllib.parse import urlsplit

from selfaudit.browser.sites import Site
from selfaudit.errors import SelfAuditError
from selfaudit.model.platform import LivePages, Platform
from selfaudit.platforms import PLATFORMS
from selfaudit.platforms.asking import ASKED, how_to_ask
from selfaudit.platforms.saving import SAVED, SHOWN, how_to_save

_NEAR = 70
"""How alike, in hundredths, a mistyped name is to the one that was meant."""
_EXPORTS = dict.fromkeys(("google", "takeout", "googletakeout"), "youtube")
"""What people call an export that is not called like the site that it is of."""


def live_platforms() -> tuple[str, ...]:
    """The platforms with a live door, the practice network left out."""
    return tuple(one.id for one in PLATFORMS if one.live is not None and one.id != "practice")


def platform_of(platform: str) -> Platform | None:
    """The platform that a person calls this: by its id, another name, or an address of it."""
    word = _word(platform)
    return next((one for one in PLATFORMS if word in (one.id, *one.also)), None)


def _word(name: str) -> str:
    """The word that names a site: "https://www.youtube.com/@me" and "You Tube" both name youtube."""
    plain = name.strip().casefold()
    if "." not in plain:
        return re.sub(r"[\s_-]+", "", plain)
    labels = (urlsplit(plain if "://" in plain else f"//{plain}").hostname or "").split(".")[:-1]
    return next((label for label in reversed(labels) if label not in ("co", "com", "org")), plain)


def ids_of(platforms: Sequence[str]) -> tuple[str, ...]:
    """The ids of the platforms that a person names, each once.

    Raises:
        SelfAuditError: one of them names none.
    """
    return tuple(dict.fromkeys(live_platform(one)[0].id for one in platforms))


def title_of(platform: str) -> str:
    """What people call this platform."""
    known = platform_of(platform)
    return known.title if known else platform


def live_platform(platform: str) -> tuple[Platform, LivePages]:
    """The platform of this id, and its live door.

    Raises:
        SelfAuditError: no such platform, or it has no live door.
    """
    known = platform_of(platform)
    if known is None:
        raise unknown_platform(platform, live_platforms())
    if known.live is None:
        raise SelfAuditError(f"{known.title} cannot be read live.", _other_door(known))
    return known, known.live


def _other_door(known: Platform) -> str:
    """How to have a site read that has no live door."""
    if known.id in {one.id for one in SAVED}:
        return "Save the pages of your own profile from your browser and use: selfaudit import FILE"
    return (
        f"Ask {known.title} for your own data and import what it sends you, as this says: "
        f"selfaudit import --how {known.id}"
    )


def unknown_platform(platform: str, known: Sequence[str]) -> SelfAuditError:
    """The error for a word that names no platform, with the nearest one that there is."""
    from rapidfuzz import fuzz, process

    names = [name for one in PLATFORMS for name in (one.id, *one.also)]
    near = process.extractOne(_word(platform), names, scorer=fuzz.ratio, score_cutoff=_NEAR)
    hint = f"Did you mean {near[0]}?" if near else f"It knows: {', '.join(known)}."
    return SelfAuditError(f'selfaudit knows no site kind called "{platform}".', hint)


def saving_steps(platform: str) -> str:
    """How to ask for the export, and how to save one's own pages; with an empty word, of which platforms.

    Raises:
        SelfAuditError: no such platform, or nobody has pages of their own there.
    """
    if not platform:
        listed = "\n".join(f"  {one.id:<10} {one.title}" for one in SHOWN)
        return f"Of which site? Then use, for example: selfaudit import --how {SHOWN[0].id}\n\n{listed}\n"
    known = platform_of(_EXPORTS.get(_word(platform), platform))
    if known is None:
        raise unknown_platform(platform, [one.id for one in SHOWN])
    if known not in SHOWN:
        raise SelfAuditError(
            f"Nobody has pages of their own on {known.title}.", "See it with: selfaudit demo"
        )
    asking = [how_to_ask(known)] if known in ASKED else []
    return "\n".join([*asking, *([how_to_save(known)] if known in SAVED else [])])


def sites_for(platforms: Sequence[str], site: str | None) -> dict[str, str | None]:
    """The address to use for each platform: ``site`` alone for one, else for the one that needs an address.

    Raises:
        SelfAuditError: no such platform, or ``site`` fits none of several, or more than one.
    """
    if site is None or len(set(platforms)) == 1:
        return dict.fromkeys(platforms, site)
    homeless = [one for one in platforms if live_platform(one)[1].home is None]
    if not homeless:
        raise SelfAuditError("None of these sites needs an address.", "Leave --site out.")
    if len(homeless) > 1:
        raise SelfAuditError(
            f"{' and '.join(homeless)} each have an address of their own.",
            "Read them one at a time, each with its own --site.",
        )
    return {one: site if one in homeless else None for one in platforms}


def root_address(platform: Platform, live: LivePages, site: str | None) -> str:
    """The site's root address, from the platform or from ``--site``.

    A platform with a home is read there, so that nobody is led to sign in elsewhere, or on this computer.

    Raises:
        SelfAuditError: it is needed and missing, is not the address of a site, or not the platform's.
    """
    if site is None:
        return live.home or _missing(platform)
    if live.home and _names(site, platform, live.home):
        return live.home
    address = urlsplit(site if "://" in site else f"https://{site}")
    if address.scheme not in ("http", "https") or not address.hostname:
        raise SelfAuditError(f'"{site}" is not the address of a site.', "Use one like https://myblog.example")
    root = f"{address.scheme}://{address.netloc}{address.path.rstrip('/')}"
    if live.home and not Site(root).on_this_computer:
        raise SelfAuditError(
            f'{platform.title} is read at {live.home} alone, not at "{site}".', "Leave --site out."
        )
    return root


def _names(site: str, platform: Platform, home: str) -> bool:
    """Whether this is the platform's home or only its name; a port or a user in it would lead elsewhere."""
    bare = site.strip().removeprefix("https://").partition("/")[0]
    at_home = bare.removeprefix("www.") == home.removeprefix("https://").removeprefix("www.")
    return at_home or (re.fullmatch(r"[\w .-]+", bare) is not None and platform_of(bare) is platform)


def _missing(platform: Platform) -> NoReturn:
    if platform.id == "practice":
        raise SelfAuditError(
            "The practice network runs on this computer, and only while the demo does.",
            "See it with: selfaudit demo",
        )
    raise SelfAuditError(
        f"{platform.title} lives on many sites, and selfaudit does not know which one is yours.",
        "Name it with --site, for example --site https://myblog.example",
    )
