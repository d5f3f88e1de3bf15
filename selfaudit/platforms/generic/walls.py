"""When a site says "no further". Told from how the page looks, never from what people wrote on it.

A platform's own signs are looked at first. The general ones are held against the site's own voice: status,
address, title, headings and dialogs of a page that has little else on it. A post about captchas, a link that
says "Log in" and a quick sign-in form above a page full of content are no walls.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from selfaudit.model.platform import WallSign
from selfaudit.model.visit import Document
from selfaudit.platforms.generic.answers import path_of

LOGIN_WALL = "the site asks for a sign-in before it shows this"
TOO_MANY = 429
FAULT = 500
ABSENT = frozenset({404, 410})

_TOO_MUCH = "the site said that it had been asked too much in a short time"
STATUSES = {
    401: WallSign(LOGIN_WALL),
    403: WallSign("the site refused to show the page (HTTP 403)"),
    407: WallSign("the network that this computer is on asks for a sign-in of its own"),
    TOO_MANY: WallSign(_TOO_MUCH, alarm=True),
    451: WallSign("the site may not show this here, for legal reasons"),
    999: WallSign("the site refused the browser (HTTP 999)", alarm=True),
}
CHALLENGE = "the site wanted proof that a person is looking, and selfaudit does not get round that"
_SUSPICION = "the site warned of unusual or automated use"
COOKIES = "the site first wants an answer about cookies, which only you can give"

SIGNS = (
    WallSign(
        CHALLENGE,
        address=r"/(captcha|challenge|challenges|checkpoint|cdn-cgi/challenge[^/]*)(/|$)",
        alarm=True,
    ),
    WallSign(CHALLENGE, address=r"/sorry/index$", alarm=True),
    WallSign(
        COOKIES,
        address=r"^https?://(consent|guce|cmp|privacy-?gate)\.[^/]+/|/(cookie-?consent|consent)/?$",
    ),
    WallSign(
        CHALLENGE,
        text=r"\b(verify|confirm|prove|check)( that| if| to us)? you('re| are) (a |not a )?"
        r"(human|robot|real person)\b"
        r"|\bare you a (robot|human)\?|\b(solve|complete|finish) (the|this|a) (captcha|puzzle|security check)"
        r"|\benter the characters (that )?you see|^just a moment\.\.\.$|^attention required!"
        r"|\bchecking (your browser|if the site connection is secure)|\bquick security check\b",
        alarm=True,
    ),
    WallSign(
        _SUSPICION,
        text=r"\b(unusual|suspicious|automated) (traffic|activity|behaviou?r|requests?)\b.{0,30}"
        r"\b(from|on|to) (your|this)\b"
        r"|\b(we|we've|systems?)\b.{0,20}\b(detected|noticed|suspect(ed)?)\b.{0,40}"
        r"\b(unusual|suspicious|automated)\b"
        r"|\byour (account|access|ip address) (has been|is|was) (temporarily )?"
        r"(blocked|locked|restricted|limited|suspended)\b"
        r"|\byou('re| are|'ve been| have been) (temporarily |now )?(blocked|restricted)\b",
        alarm=True,
    ),
    WallSign(
        _TOO_MUCH,
        text=r"\btoo many (requests|submissions|attempts)\b|\brate limit(ed| exceeded)\b"
        r"|\bwait a few minutes before you try again\b",
        alarm=True,
    ),
    WallSign(
        "the site says that this content is not available to whoever is looking",
        text=r"\b(this|the) (content|page|profile|link)( you requested)? (isn't|is not|may not be) "
        r"(currently )?available( right now| to you)?|\bsorry, this page (isn't|is not) available",
    ),
)

_LOGIN_WORDS = re.compile(
    r"\b(log|sign)[ -]?(in|on)\b|\bpassword\b"
    r"|\banmelden\b|\bconnexion\b|\bse connecter\b|\biniciar sesi|\baccedi\b",
    re.IGNORECASE,
)
_LOGIN_ADDRESS = re.compile(
    r"/(log-?_?in|sign-?_?in|logon|authwall|wp-login\.php|session/new|accounts?/login)(/|$)", re.IGNORECASE
)
_CHALLENGE_FRAME = re.compile(
    r"//[^/]*(recaptcha|hcaptcha|arkoselabs|funcaptcha|captcha-delivery)\.(com|net)/|//[^/]+/recaptcha/"
    r"|//challenges\.cloudflare\.com/",
    re.IGNORECASE,
)
_GUARDED = frozenset({403, TOO_MANY, 503})
_LITTLE_TEXT = 1500
_LITTLE_TEXT_FOR_LOGIN = 3000


@dataclass(frozen=True, slots=True)
class Look:
    """A page at a glance.

    Attributes:
        asked: the address that was asked for; ``None`` for a saved page, which does not tell.
        document: what came, and where it ended.
        text: the visible text.
        title, headings, buttons, dialogs: the site's own voice; content's headings and dialogs are left out.
        passwords: visible fields for a password.
        asking: one of them stands in a dialog over the page.
        frames: addresses of visible frames.
        items: visible posts and feeds.
    """

    asked: str | None
    document: Document
    text: str = ""
    title: str = ""
    headings: str = ""
    buttons: str = ""
    dialogs: str = ""
    passwords: int = 0
    asking: bool = False
    frames: tuple[str, ...] = ()
    items: int = 0

    @property
    def bare(self) -> bool:
        """Whether the page has next to nothing on it, as walls do."""
        return not self.items and len(self.text) <= _LITTLE_TEXT

    @property
    def moved(self) -> bool:
        """Whether the page is known to have ended at another path than was asked for."""
        return self.asked is not None and _place(self.asked) != _place(self.document.url)

    @property
    def led_to_sign_in(self) -> bool:
        """Whether the page ended at an address for signing in that was not asked for."""
        asked, found = path_of(self.asked or ""), path_of(self.document.url)
        return bool(_LOGIN_ADDRESS.search(found)) and not _LOGIN_ADDRESS.search(asked)

    @property
    def challenged(self) -> bool:
        """Whether a puzzle for people stands on a page with little else."""
        return self.bare and any(_CHALLENGE_FRAME.search(frame) for frame in self.frames)

    @property
    def voice(self) -> str:
        """What the site itself says, as far as that can be told from what people wrote."""
        if not self.bare:
            return self.dialogs.replace("\u2019", "'")
        said = [self.title, self.headings, self.dialogs]
        if self.challenged or self.document.status in _GUARDED:
            said.append(self.text)
        return "\n".join(said).replace("\u2019", "'")


def sign_on(look: Look, own: tuple[WallSign, ...] = ()) -> WallSign | None:
    """The wall that this page is, or ``None``. Not found (404, 410) is an answer, not a wall."""
    status = look.document.status
    for sign in own:
        if sign.matches(look.document, look.text):
            return sign
    if status in ABSENT:
        return None
    general = _general(look) or of_status(status)
    if general is not None:
        return general
    return WallSign(LOGIN_WALL) if _asks_for_sign_in(look) else None


def of_status(status: int | None) -> WallSign | None:
    """What a status alone says."""
    if status is not None and status >= FAULT and status not in STATUSES:
        return WallSign(f"the site had a fault of its own (HTTP {status})")
    return STATUSES.get(status or 0)


def _general(look: Look) -> WallSign | None:
    place = Document(_place(look.document.url), "", look.document.status)
    for sign in SIGNS:
        if sign.address and re.search(sign.address, _place(look.asked or "")):
            continue
        if any(sign.matches(place, line) for line in look.voice.splitlines() or [""]):
            return sign
    return SIGNS[0] if look.challenged and look.document.status in _GUARDED else None


def _asks_for_sign_in(look: Look) -> bool:
    worded = _LOGIN_WORDS.search(f"{look.title}\n{look.headings}\n{look.buttons}") is not None
    if look.led_to_sign_in and (look.moved or look.asked is None):
        return worded or look.passwords > 0
    if not look.moved:
        return look.bare and look.passwords == 1 and worded
    return (
        not look.items
        and len(look.text) <= _LITTLE_TEXT_FOR_LOGIN
        and (look.passwords == 1 or (look.passwords > 1 and worded))
    )


def _place(address: str) -> str:
    """The address without query and fragment, which may hold the address that was asked for."""
    return address.split("#", 1)[0].split("?", 1)[0].rstrip("/")
