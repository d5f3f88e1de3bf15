"""Boards' privacy switches, in dated tables, as published templates and answers named them in November 2026.

Every board is set up by its own administrators, who may have taken switches away: what is named as not seen
may not be there at all.
NodeBB's names were seen in answers of a real board of version 1.4; the others follow published templates.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from selfaudit.platforms.generic.switches import Switch, SwitchTable
from selfaudit.platforms.generic.values import part_of

AS_OF = date(2026, 11, 1)
_NO = {"0": "No", False: "No", "1": "Yes", True: "Yes"}
_YES = dict(reversed(_NO.items()))
_OFF = {"0": "Off", False: "Off", "1": "On", True: "On"}
_ON = dict(reversed(_OFF.items()))
"""Named after their first and most private choice."""
_AUDIENCES = {
    "none": "Nobody",
    "followed": "Only people you follow",
    "members": "Members only",
    "everyone": "Everyone",
}
_EMAIL = ("email_contact", "Other members writing e-mail to you")
_MESSAGES = ("messages", "Other members sending you private messages")
_HIDE = ("hide_online", "Hiding that you are online")


class _Row(NamedTuple):
    """One switch: what it is about, its values (the most private first), what to do, and a form's fields."""

    about: tuple[str, str]
    words: dict[Any, str]
    how: str
    fields: tuple[str, ...]
    optional: bool = False


def _table(where: str, page: str, *rows: _Row) -> SwitchTable:
    return SwitchTable(
        AS_OF,
        tuple(
            Switch(
                *row.about,
                row.words,
                next(iter(row.words.values())),
                f"{where}: {row.how}",
                page,
                _first_of(row.fields),
                optional=row.optional,
            )
            for row in rows
        ),
    )


def _first_of(names: tuple[str, ...]) -> Callable[[Any], Any]:
    """The first of these fields that the board's form or answer has; a dot leads into a record."""

    def read(data: Any) -> Any:
        told = (part_of(data, *name.split(".")) for name in names)
        return next((value for value in told if value is not None), None)

    return read


PHPBB = _table(
    "Open the user control panel, then Board preferences, then Edit global settings",
    "ucp.php?i=ucp_prefs&mode=personal",
    _Row(_EMAIL, _NO, "answer “Users can contact me by e-mail” with no", ("viewemail",)),
    _Row(_MESSAGES, _NO, "answer “Allow users to send you private messages” with no", ("allowpm",)),
    _Row(_HIDE, _YES, "answer “Hide my online status” with yes", ("hideonline",)),
)
VBULLETIN = _table(
    "Open User CP (or Settings), then Edit options (or General settings)",
    "profile.php?do=editoptions",
    _Row(_EMAIL, _OFF, "untick “Receive e-mail from other members”", ("options[showemail]",)),
    _Row(_MESSAGES, _OFF, "untick “Enable private messaging”", ("options[receivepm]",)),
    _Row(_HIDE, _ON, "tick “Use invisible mode”", ("options[invisible]",)),
    _Row(
        ("contact_card", "Letting others download your contact card"),
        _OFF,
        "untick “Allow vCard download”",
        ("options[showvcard]",),
        optional=True,
    ),
    _Row(
        ("wall", "Visitor messages on your profile"),
        _OFF,
        "untick “Enable visitor messaging”",
        ("options[vm_enable]",),
        optional=True,
    ),
)
_XENFORO_AUDIENCES = (
    (("profile", "Who can see your profile page"), "View your details on your profile page", "view_profile"),
    (("wall", "Who can post on your profile"), "Post messages on your profile page", "post_profile"),
    (
        ("messages", "Who can start conversations with you"),
        "Start conversations with you",
        "send_personal_conversation",
    ),
    (("identities", "Who can see your other accounts"), "View your identities", "view_identities"),
    (("news", "Who gets news of what you do"), "Receive your news feed", "receive_news_feed"),
)
XENFORO = _table(
    "Open your account, then Privacy",
    "account/privacy",
    *(
        _Row(about, _AUDIENCES, f"set “{line}” to “Nobody”", (f"privacy[allow_{name}]",))
        for about, line, name in _XENFORO_AUDIENCES
    ),
    _Row(
        ("online", "Others seeing that you are online"),
        _OFF,
        "untick “Show your online status”",
        ("user[visible]", "visible"),
    ),
    _Row(
        ("activity", "Others seeing what you are looking at"),
        _OFF,
        "untick “Show your current activity”",
        ("user[activity_visible]", "activity_visible"),
    ),
    _Row(
        ("birthday", "Showing the day and month of your birth"),
        _OFF,
        "on the page “Account details”, untick “Show day and month of birth”",
        ("option[show_dob_date]",),
    ),
)
MYBB = _table(
    "Open User CP, then Edit options",
    "usercp.php?action=options",
    _Row(
        ("hide_email", "Hiding your e-mail address from other members"),
        _ON,
        "tick “Hide your e-mail from other members”",
        ("hideemail",),
    ),
    _Row(_HIDE, _ON, "tick “Hide me from the list of who is online”", ("invisible",)),
    _Row(_MESSAGES, _OFF, "untick “Receive private messages from other users”", ("receivepms",)),
)
NODEBB = _table(
    "Open your account, then Settings, then Privacy",
    "me/settings",
    _Row(
        ("show_email", "Showing your e-mail address on your profile"),
        _OFF,
        "untick “Show my email”",
        ("showemail",),
    ),
    _Row(
        ("show_name", "Showing your full name on your profile"),
        _OFF,
        "untick “Show my full name”",
        ("showfullname",),
    ),
    _Row(
        ("chats", "Taking chat messages only from people you follow"),
        _ON,
        "tick “Only allow chat messages from users I follow”",
        ("restrictChat",),
    ),
)
DISCOURSE = _table(
    "Open your preferences, then Profile, Interface or Users",
    "my/preferences/profile",
    _Row(
        ("hide_profile", "Hiding your profile from others"),
        _ON,
        "tick “Hide my public profile”",
        (
            "user_option.hide_profile",
            "user_option.hide_profile_and_presence",
            "profile_hidden",
        ),
    ),
    _Row(
        _HIDE,
        _ON,
        "switch “presence features” off",
        ("user_option.hide_presence", "user_option.hide_profile_and_presence"),
    ),
    _Row(
        _MESSAGES,
        _OFF,
        "untick “Allow other users to send me personal messages”",
        ("user_option.allow_private_messages",),
    ),
)
FLARUM = _table(
    "Click your name, then Settings, then Privacy",
    "settings",
    _Row(
        ("online", "Others seeing when you were last online"),
        _OFF,
        "switch “Allow others to see when I am online” off",
        ("preferences.discloseOnline",),
    ),
    _Row(
        ("indexed", "Search engines listing your profile"),
        _OFF,
        "switch “Allow search engines to index my profile” off, where it is shown",
        ("preferences.indexProfile",),
        optional=True,
    ),
)
