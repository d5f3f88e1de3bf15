"""LinkedIn's privacy switches, as its settings named them in September 2026.

The page of public visibility has a switch for each section, read by role and label (the address and the
arrangement are reported, the mark-up was not seen by us). What stands on pages of its own is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from bs4 import BeautifulSoup, Tag

from selfaudit.model.snapshot import Gap, Setting
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.generic.switches import Question, Switch, SwitchTable
from selfaudit.platforms.reading import visible_text

PAGE = "https://www.linkedin.com/public-profile/settings"
_WHERE = "Open your profile, then “Public profile & URL”: switch “{}” off on the right"
_VISIBILITY = "Open Settings & Privacy, then Visibility, then"
_MASTER = re.compile(r"public visibility", re.IGNORECASE)
_SECTIONS = (
    ("headline", "Headline", r"headline"),
    ("background_photo", "Background photo", r"background (photo|image)"),
    ("profile_photo", "Profile photo", r"profile (photo|picture)"),
    ("websites", "Websites", r"websites?"),
    ("summary", "Summary", r"summary|about"),
    ("articles_and_activity", "Articles and activity", r"(articles|posts|posting).*activit(y|ies)"),
    ("current_experience", "Current experience", r"current experience"),
    ("past_experience", "Past experience", r"past experience"),
    ("education", "Education", r"education"),
)


_FURTHER = re.compile(
    r"\b(volunteer|certificat|licen[cs]e|publication|patent|project|hono(u)?rs|award|test score|language"
    r"|group|organi[sz]ation|skill|course|recommendation|interest|service|experience|region|location|industry)",
    re.IGNORECASE,
)
_HIDES = re.compile(r"\b(hide|private|don't|do not|not|stop|block|without)\b", re.IGNORECASE)
"""A switch of this kind is private when it is on."""


def _switch(name: str, label: str) -> Switch:
    words = {False: "Off", True: "On"}
    return Switch(name, f"{label} on your public page", words, "Off", _WHERE.format(label), PAGE)


SWITCHES = SwitchTable(
    as_of=date(2026, 9, 1),
    switches=(
        Switch(
            "public_visibility",
            "Your profile for people who are not signed in",
            {False: "Off", True: "On"},
            "Off",
            "Open your profile, then “Public profile & URL”: switch “Your profile's public visibility” off",
            PAGE,
        ),
    ),
    questions=(
        Question(
            "connections_list",
            "Who can see your connections?",
            "Who can see your connections",
            ("Only you", "Your connections"),
            f"{_VISIBILITY} Connections",
        ),
        Question(
            "email_visibility",
            "Who can see or download your e-mail address?",
            "Who can see your e-mail address",
            ("Only you", "Your connections", "People near you in the network", "Anyone on LinkedIn"),
            f"{_VISIBILITY} Who can see or download your email address",
        ),
        Question(
            "found_by_email",
            "Who can find your profile by your e-mail address?",
            "Being found by your e-mail address",
            ("Nobody", "People near you in the network", "Anyone"),
            f"{_VISIBILITY} Profile discovery using email address",
        ),
        Question(
            "found_by_phone",
            "Who can find your profile by your phone number?",
            "Being found by your phone number",
            ("Nobody", "People near you in the network", "Anyone"),
            f"{_VISIBILITY} Profile discovery using phone number",
        ),
        Question(
            "active_status",
            "Who can see when you are on LinkedIn?",
            "Active status",
            ("No one", "Your connections only", "All LinkedIn members"),
            f"{_VISIBILITY} Manage active status",
        ),
        Question(
            "followers",
            "Who can follow you and see your public updates?",
            "Who can follow you",
            ("Your connections", "Everyone on LinkedIn"),
            f"{_VISIBILITY} Followers",
        ),
    ),
)


def is_settings_page(url: str) -> bool:
    """Whether an address is the page of public visibility."""
    return "/public-profile/settings" in url


def settings_on(soup: BeautifulSoup, at: datetime | None) -> tuple[tuple[Setting, ...], tuple[Gap, ...]]:
    """The switches on the page of public visibility; when the whole is off, its sections do not count."""
    read = [(_label(tag, soup), _state(tag)) for tag in soup.select("[role=switch], input[type=checkbox]")]
    found = tuple(
        SWITCHES.setting(switch, None if state is None else "On" if state else "Off", at)
        for label, state in read
        if label and (switch := _known(label))
    )
    whole = tuple(one for one in found if one.name == "public_visibility")
    kept = whole if whole and whole[0].value == "Off" else tuple({one.name: one for one in found}.values())
    return kept, tuple(_missing(read, whole))


def _missing(read: list[tuple[str, bool | None]], whole: tuple[Setting, ...]) -> Iterator[Gap]:
    nameless = sum(not label for label, _state_ in read)
    if nameless:
        yield Gap(Part.SETTINGS, "switches without a name on the page of public visibility", nameless)
    if not whole:
        yield Gap(Part.SETTINGS, "the page of public visibility has a form that this version does not know")


def _known(label: str) -> Switch | None:
    if _MASTER.search(label):
        return SWITCHES.switches[0]
    for name, title, sign in _SECTIONS if not _HIDES.search(label) else ():
        if re.search(rf"\b({sign})\b", label, re.IGNORECASE):
            return _switch(name, title)
    plain = re.sub(r"[^a-z0-9]+", "_", label.casefold()).strip("_")
    if _FURTHER.search(label) and not _HIDES.search(label):
        return _switch(plain, label)
    # What being on means there is not known.
    place = f"Open your profile, then “Public profile & URL”: “{label}” on the right"
    return Switch(plain, f"{label} (on your public page)", {}, "", place, PAGE) if plain else None


def _label(tag: Tag, soup: BeautifulSoup) -> str:
    """What a switch is called, by the ways in which pages tell screen readers."""
    named = [soup.find(id=one) for one in str(tag.get("aria-labelledby", "")).split()]
    texts = [
        str(tag.get("aria-label", "")).strip(),
        *(visible_text(one) for one in named if isinstance(one, Tag)),
    ]
    own = soup.find("label", attrs={"for": tag.get("id")}) if tag.get("id") else tag.find_parent("label")
    texts += [visible_text(own) if isinstance(own, Tag) else "", visible_text(tag)]
    return next((text for text in texts if text), "")


def _state(tag: Tag) -> bool | None:
    """On, off, or not told: a box without a mark may be off, or its state may not be in the mark-up."""
    told = {"true": True, "false": False}.get(str(tag.get("aria-checked", "")).casefold())
    return True if told is None and tag.has_attr("checked") else told
