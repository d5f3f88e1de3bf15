"""The two forms in which Meta's exports write a record of labelled values, and its labels in some languages.

``string_map_data`` is the older form and ``label_values`` the newer; one export may hold both. Labels are in
the language of the account: structure counts before words, and what no label tells is ``None``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from selfaudit.model.noting import ask, by_label
from selfaudit.model.vocabulary import Audience
from selfaudit.platforms.exported import words_elsewhere
from selfaudit.platforms.generic.times import moment_of_seconds
from selfaudit.platforms.generic.values import objects, part_of

_DEEPEST = 6
_ADDRESS = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")


@dataclass(frozen=True, slots=True)
class Value:
    """One labelled value.

    Attributes:
        label: as labels are compared.
        text: the value.
        time: the value, where it is a moment.
        stated: the label as it stands there.
    """

    label: str
    text: str
    time: datetime | None = None
    stated: str = ""


def values_of(record: Any) -> list[Value]:
    """Every labelled value of a record, in its own order."""
    mapped = part_of(record, "string_map_data")
    if isinstance(mapped, dict):
        return [_value(label, held) for label, held in by_label(mapped) if isinstance(held, dict)]
    listed = ((held.get("label"), held) for held in _listed(part_of(record, "label_values"), 0))
    return [_value(label if isinstance(label, str) else "", held) for label, held in listed]


def values_in_rows(rows: Iterable[tuple[str, str]]) -> list[Value]:
    """The labelled values of a table in a page; of two with one label the last."""
    return [Value(_folded(label), text, stated=label) for label, text in dict(rows).items()]


def _listed(held: Any, depth: int) -> Iterator[dict[str, Any]]:
    for entry in objects(held) if depth < _DEEPEST else ():
        if "label" in entry:
            yield entry
        for name in ("dict", "vec"):
            yield from _listed(entry.get(name), depth + 1)


def _value(label: str, held: dict[str, Any]) -> Value:
    text = held.get("value") or held.get("href") or ""
    stamp = held.get("timestamp") or held.get("timestamp_value")
    words = str(text) if isinstance(text, str | int) else ""
    return Value(_folded(label), words, moment_of_seconds(stamp), label)


def _folded(label: str) -> str:
    return " ".join(label.replace("\u2019", "'").replace("-", " ").casefold().split())


def labelled(values: list[Value], what: str) -> Value | None:
    """The first value with one of the labels that mean this; see `LABELS`."""
    found = next((value for value in values if value.label in LABELS[what]), None)
    if found:
        ask(found.stated)
    return found


def told(values: list[Value], what: str) -> str:
    """Its text, ``""`` where there is none."""
    found = labelled(values, what)
    return found.text.strip() if found else ""


def told_lines(values: list[Value], what: str) -> tuple[str, ...]:
    """Its lines, where several values of one label stand in one text."""
    return tuple(line.strip() for line in told(values, what).splitlines() if line.strip())


def told_bio(values: list[Value]) -> str | None:
    """The words of a profile; empty ones are known for empty only where every label is English and known."""
    english = any(value.label == "username" for value in values)
    return told(values, "bio") or (None if _has_strange(values) or not english else "")


def _has_strange(values: list[Value]) -> bool:
    """Whether words stand under a label of a profile that this version does not know."""
    known = _NO_WORDS_OF_ONES_OWN.union(*LABELS.values())
    strange = [value.text.strip() for value in values if value.label not in known]
    return any(words_elsewhere(text, ()) and not is_address(text) for text in strange)


def is_address(text: Any) -> bool:
    """Whether a value is an e-mail address and nothing else."""
    return isinstance(text, str) and _ADDRESS.fullmatch(text.strip()) is not None


def told_addresses(values: list[Value]) -> tuple[str, ...]:
    """The e-mail addresses of a profile, whatever the label of each is."""
    alone = [value for value in values if is_address(value.text)]
    for value in alone:
        ask(value.stated)
    return tuple(dict.fromkeys((*told_lines(values, "email"), *(value.text.strip() for value in alone))))


def _words(*lines: str) -> frozenset[str]:
    return frozenset(_folded(label) for line in lines for label in line.split("|"))


LABELS = {
    "handle": _words(
        "Username|Nom de profil|Nom d'utilisateur|Benutzername|Gebruikersnaam|Brugernavn|Nombre de usuario",
        "Nome utente|Nome de usuário|Nome de utilizador|Nazwa użytkownika|Användarnamn|Brukernavn",
    ),
    "name": _words("Name|Nom|Naam|Navn|Nombre|Nome|Imię i nazwisko|Namn|Full name"),
    "email": _words(
        "Email|Emails|Email addresses",
        "E-mail|Email address|Adresse e-mail|E-Mail-Adresse|E-mailadres|Correo electrónico",
        "Indirizzo e-mail|Endereço de email|Adres e-mail|E-postadress|E-post",
    ),
    "phone": _words(
        "Phone number|Phone numbers|Numéro de téléphone|Telefonnummer|Telefoonnummer|Número de teléfono",
        "Numero di telefono|Número de telefone|Numer telefonu",
    ),
    "bio": _words("Bio|Biography|Biographie|Biografie|Steckbrief|Biografi|Biografía|Biografia|Presentación"),
    "website": _words(
        "Website|Websites|Site web|Webseite|Websted|Sitio web|Sito web|Site|Strona internetowa"
    ),
    "private": _words(
        "Private account|Compte privé|Privates Konto|Privéaccount|Privat konto|Cuenta privada",
        "Account privato|Conta privada|Konto prywatne",
    ),
    "comment": _words(
        "Comment|Commentaire|Kommentar|Opmerking|Reactie|Comentario|Commento|Comentário|Komentarz"
    ),
    "owner": _words(
        "Media owner|Propriétaire du média|Media-eigenaar|Medieneigentümer|Eigentümer des Mediums",
        "Propietario del contenido multimedia|Proprietario del contenuto|Owner",
    ),
    "time": _words("Time|Heure|Zeit|Uhrzeit|Tijd|Tid|Tidspunkt|Hora|Ora|Horário|Godzina"),
    "caption": _words(
        "Caption|Légende|Bildunterschrift|Bijschrift|Billedtekst|Bildetekst|Bildtext|Pie de foto|Didascalia",
        "Legenda|Podpis",
    ),
    "message": _words("Message|Nachricht|Bericht|Besked|Mensaje|Messaggio|Mensagem|Wiadomość"),
}
"""What is looked for -> what it is called in several languages; English first, the rest as far as known."""

_NO_WORDS_OF_ONES_OWN = _words(
    "Gender|Custom gender|Pronouns|Date of birth|Birthday|Phone confirmed|Email confirmed|Profile photo",
    "Account type|Category|Country code|Contact method|Account privacy|Private profile|Creation time",
)
"""Other labels of a profile in English; what they hold is of a few set words."""

YES = frozenset({"true", "yes", "oui", "ja", "sí", "si", "sim", "tak"})
NO = frozenset({"false", "no", "non", "nein", "nee", "nej", "não", "nie"})


def switched(text: str) -> bool | None:
    """Whether a value says yes or no; ``None`` where it says neither."""
    word = text.strip().casefold()
    return True if word in YES else False if word in NO else None


def audience_of(*, private: bool | None) -> Audience:
    """Who sees the posts of an account that is private or not, or of which that is not known."""
    if private is None:
        return Audience.UNKNOWN
    return Audience.FRIENDS if private else Audience.PUBLIC
