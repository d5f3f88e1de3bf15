"""Whom to ask: the school's own contacts first, then those who help any school worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reports import words
from reports.untrusted import Address, web_address
from selfaudit.model.policy import Contact


@dataclass(frozen=True, slots=True)
class ContactView:
    """Someone to ask: who, what about, and how; a link where ``how`` is an address of the web."""

    name: str
    when: str
    how: str
    link: Address | None


@dataclass(frozen=True, slots=True)
class HelpView:
    """The two lists."""

    school: tuple[ContactView, ...]
    others: tuple[ContactView, ...]


# What the name of a school's contact would hold if it were this one already.
_SIGNPOSTS = (
    (
        "line manager",
        Contact("Your line manager", "Any question about the policy and what it means for you."),
    ),
    (
        "head",
        Contact(
            "Your headteacher",
            "Where a pupil, a family or a colleague is concerned, or where somebody else posted it.",
        ),
    ),
    (
        "union",
        Contact(
            "Your trade union or professional association",
            "Before a meeting about any of this, and whenever you would like somebody on your side.",
        ),
    ),
    (
        "professionals online safety helpline",
        Contact(
            "Professionals Online Safety Helpline (POSH), UK Safer Internet Centre",
            "Free help from outside the school for people who work with children: posts that you cannot get "
            "removed, accounts in your name, abuse aimed at you. Telephone 0344 381 4772 or "
            "helpline@saferinternet.org.uk, Monday to Friday, 10am to 4pm.",
            "https://saferinternet.org.uk/professionals-online-safety-helpline",
        ),
    ),
)


def help_of(contacts: Sequence[Contact]) -> HelpView:
    """The school's contacts as they stand, and every signpost that they do not name already."""
    named = " / ".join(contact.name for contact in contacts).casefold()
    return HelpView(
        school=tuple(_view(contact) for contact in contacts),
        others=tuple(_view(contact) for word, contact in _SIGNPOSTS if word not in named),
    )


def _view(contact: Contact) -> ContactView:
    link = web_address(contact.how)
    return ContactView(contact.name, words.sentence(contact.when), "" if link else contact.how, link)
