"""The logo detector: opens every picture of a snapshot once and looks for each logo of the policy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from selfaudit.detectors.images.files import files_of, told
from selfaudit.detectors.images.unopened import MISSING, MOVING, Unopenable
from selfaudit.model.detections import Detected, LogoSighting, Material
from selfaudit.model.policy import Logo
from selfaudit.model.region import Region
from selfaudit.model.vocabulary import Confidence

if TYPE_CHECKING:
    from selfaudit.detectors.images.looking import Candidate
    from selfaudit.detectors.images.opening import Picture
    from selfaudit.detectors.images.references import Reference

NO_LOGOS = (
    "the policy pack holds no picture of the school's logo, so none could be looked for; "
    "add one to the pack: a [[logo]] block with a name and a file in its policy.toml"
)
_LONGEST = 1280
_REASONS = {
    Confidence.CERTAIN: "Its outline and what is drawn inside both agree with the school's file.",
    Confidence.LIKELY: "Its outline and most of what is drawn inside agree with the school's file.",
    Confidence.UNSURE: "It looks alike, but it is small, covered, blurred or drawn otherwise in places.",
}


class Logos:
    """Finds crests and logos by their drawing. What was made ready or searched is kept by its content."""

    def __init__(self) -> None:
        self._ready: dict[bytes, Reference] = {}
        self._seen: dict[tuple[Any, ...], tuple[LogoSighting, ...]] = {}

    def detect(self, material: Material) -> Detected[LogoSighting]:
        """Sightings by image id; every picture that could not be looked at is counted in the gaps."""
        logos = material.policy.school.logos
        if not logos:
            return Detected({}, (NO_LOGOS,))
        references, broken = self._references(logos)
        troubles: Counter[str] = Counter()
        matches: dict[str, tuple[LogoSighting, ...]] = {}
        for image, path in files_of(material, troubles):
            found = self._in_file(path, references, troubles)
            if found:
                matches[image.id] = found
        return Detected(matches, broken + told(troubles))

    def _in_file(
        self, path: Path, references: Mapping[str, tuple[Reference, ...]], troubles: Counter[str]
    ) -> tuple[LogoSighting, ...]:
        from selfaudit.detectors.images.opening import open_picture

        try:
            picture = open_picture(path, _LONGEST)
        except Unopenable as trouble:
            troubles[trouble.reason] += 1
            return ()
        if picture.moving:
            troubles[MOVING] += 1
        return self._looked_at(picture, references)

    def _looked_at(
        self, picture: Picture, references: Mapping[str, tuple[Reference, ...]]
    ) -> tuple[LogoSighting, ...]:
        """The sightings in a picture; the same picture in another post or profile is not searched again."""
        wanted = tuple((name, id(drawing)) for name, drawings in references.items() for drawing in drawings)
        key = (sha256(picture.pixels.tobytes()).digest(), picture.size, wanted)
        if key not in self._seen:
            self._seen[key] = tuple(_sightings(picture, references))
        return self._seen[key]

    def _references(
        self, logos: tuple[Logo, ...]
    ) -> tuple[dict[str, tuple[Reference, ...]], tuple[str, ...]]:
        """The references by logo, each shape once; and the files that could not be used."""
        ready: dict[str, tuple[Reference, ...]] = {}
        broken = []
        for logo in logos:
            try:
                reference = self._reference(logo.file)
            except Unopenable as trouble:
                broken.append(f"the policy pack's logo file {logo.file.name} {trouble.reason}")
                continue
            held = ready.setdefault(logo.name, ())
            if not any(reference.same_shape(other) for other in held):
                ready[logo.name] = (*held, reference)
        return ready, tuple(broken)

    def _reference(self, file: Path) -> Reference:
        from selfaudit.detectors.images.references import read_reference

        try:
            content = file.read_bytes()
        except OSError as error:
            raise Unopenable(MISSING) from error
        if content not in self._ready:
            self._ready[content] = read_reference(file)
        return self._ready[content]


def _sightings(picture: Picture, references: Mapping[str, tuple[Reference, ...]]) -> Iterator[LogoSighting]:
    """Every logo in a picture; each place once, by the name of the drawing that fits best."""
    from selfaudit.detectors.images.judging import fitted_judgement
    from selfaudit.detectors.images.looking import Scene, candidates

    judgement, scene = fitted_judgement(), Scene.of(picture)
    judged = [
        (judgement.number(candidate.measures), name, candidate)
        for name, drawings in references.items()
        for drawing in drawings
        for candidate in candidates(scene, drawing)
    ]
    taken: list[Region] = []
    for number, name, candidate in sorted(judged, key=lambda one: -one[0]):
        confidence = judgement.confidence(number)
        region = _region(candidate, picture)
        if confidence is None or any(_overlap(region, other) for other in taken):
            continue
        taken.append(region)
        yield LogoSighting(name, region, confidence, _REASONS[confidence])


def _region(candidate: Candidate, picture: Picture) -> Region:
    """The rectangle around a candidate, in pixels of the stored file and inside it."""
    left, top, right, bottom = candidate.bounds()
    width, height = picture.size
    left, right = (min(max(round(edge * picture.scale), 0), width) for edge in (left, right))
    top, bottom = (min(max(round(edge * picture.scale), 0), height) for edge in (top, bottom))
    return Region(left, top, max(right - left, 1), max(bottom - top, 1))


def _overlap(one: Region, other: Region) -> bool:
    """Whether two rectangles share more than a third of the smaller."""
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    smaller = min(one.width * one.height, other.width * other.height)
    return across > 0 and down > 0 and 3 * across * down > smaller
