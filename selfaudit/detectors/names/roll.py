"""A school's roll, and whether a name is on it. A first, plain matcher: names can only ever suggest."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from selfaudit.errors import SnapshotError
from selfaudit.model.detections import PupilSign
from selfaudit.model.folding import fold
from selfaudit.model.vocabulary import Confidence

_LIKELY_FROM, _UNSURE_FROM = 96.0, 88.0
_NAMESAKE = "somebody else may have the same name"


@dataclass(frozen=True, slots=True)
class Pupil:
    """One pupil: the number on the roll, and the names they go by."""

    id: str
    names: tuple[str, ...]


class Roll:
    """The pupils whose names a connection is compared with. Held in memory only."""

    def __init__(self, pupils: Iterable[Pupil]) -> None:
        self._pupils = tuple(pupils)
        self._names = [(tidy(name), pupil.id) for pupil in self._pupils for name in pupil.names]
        self._joined = [(name.replace(" ", ""), number) for name, number in self._names]

    def __len__(self) -> int:
        return len(self._pupils)

    @classmethod
    def from_csv(cls, file: Path) -> Roll:
        """Read a file with the columns pupil_id, forename, surname and, where known, known_as.

        Raises:
            SnapshotError: the file cannot be read or lacks a column.
        """
        try:
            with file.open(encoding="utf-8-sig", newline="") as text:
                return cls([_pupil(row) for row in csv.DictReader(text)])
        except KeyError as error:
            column = error.args[0]
            raise SnapshotError(
                f"{file} has no column {column}.", "A roll needs pupil_id, forename and surname."
            ) from error
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise SnapshotError(f"{file} cannot be read as a roll.", "Save it as CSV in UTF-8.") from error

    def best(self, display_name: str | None, handle: str | None) -> tuple[str, float] | None:
        """The pupil whose name is nearest, and how near it is, from 0 to 100."""
        from rapidfuzz import fuzz, process

        name, joined = tidy(display_name or ""), re.sub(r"[^a-z]", "", fold(handle or "").text.lower())
        found: list[tuple[str, float]] = []
        if name:
            hit = process.extractOne(name, [each for each, _ in self._names], scorer=fuzz.token_sort_ratio)
            found += [(self._names[hit[2]][1], hit[1])] if hit else []
        if joined:
            hit = process.extractOne(joined, [each for each, _ in self._joined], scorer=fuzz.ratio)
            found += [(self._joined[hit[2]][1], hit[1])] if hit else []
        return max(found, key=lambda pair: pair[1], default=None)

    def signs_of(self, display_name: str | None, handle: str | None) -> list[PupilSign]:
        """A sign where a name is on the roll or nearly so. The pupil's name itself is never repeated."""
        best = self.best(display_name, handle)
        if best is None or best[1] < _UNSURE_FROM:
            return []
        if best[1] >= _LIKELY_FROM:
            return [PupilSign(Confidence.LIKELY, f"A pupil of this name is on the roll; {_NAMESAKE}.")]
        return [PupilSign(Confidence.UNSURE, f"A pupil of nearly this name is on the roll; {_NAMESAKE}.")]


def tidy(name: str) -> str:
    """Letters alone, in lower case and without accents; letters set apart are joined again."""
    import unicodedata

    plain = unicodedata.normalize("NFD", fold(name).text.lower())
    plain = re.sub(
        r"[^a-z' -]", " ", "".join(letter for letter in plain if not unicodedata.combining(letter))
    )
    plain = re.sub(r"\b(?:[a-z] ){2,}[a-z]\b", lambda match: match[0].replace(" ", ""), plain)
    return " ".join(re.sub(r"['-]", "", plain).split())


def _pupil(row: dict[str, str]) -> Pupil:
    first, last = row["forename"].strip(), row["surname"].strip()
    forenames = dict.fromkeys(filter(None, (first, (row.get("known_as") or "").strip())))
    return Pupil(row["pupil_id"], tuple(f"{forename} {last}" for forename in forenames))
