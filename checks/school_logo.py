"""Whether the school's logo shows in the profile picture, the banner or a photo (501.8)."""

from __future__ import annotations

from collections.abc import Iterator

from selfaudit.model.check import Case, Check, Words
from selfaudit.model.detections import LogoSighting
from selfaudit.model.findings import Evidence
from selfaudit.model.snapshot import Image, seen_by
from selfaudit.model.vocabulary import Confidence, Detector, ImageRole, Part, Severity

_WORDS = Words(
    topic="School logo",
    clear="No picture that was looked at shows the school's logo",
    review="A picture may show the school's logo",
    concern="The school's logo shows in a picture",
    why=(
        "The policy asks that the school's logo is used only with written approval, "
        "because it can make a personal profile look as if it spoke for the school."
    ),
    advice=(
        "Ask for written approval, or replace, crop or remove the picture. "
        "If it is somebody else's post, ask them to, or remove your tag."
    ),
)

_PLACES = {
    ImageRole.AVATAR: "Your profile picture",
    ImageRole.BANNER: "Your banner",
    ImageRole.PHOTO: "A photo",
}
_ORDER = tuple(_PLACES)


def _find(case: Case) -> Iterator[Evidence]:
    """Every sighting: the profile picture first, then the banner, then photos, the surest first."""
    images = {image.id: image for image in case.snapshot.pictures()}
    seen = [
        (images[item], sighting)
        for item, sightings in case.detections.logos.items()
        if item in images
        for sighting in sightings
    ]
    for image, sighting in sorted(seen, key=_most_telling):
        yield Evidence(
            item=image.id,
            confidence=sighting.confidence,
            region=sighting.region,
            note=_note(image, sighting),
            lens=seen_by(image.lenses),
            url=image.url,
        )


def _most_telling(pair: tuple[Image, LogoSighting]) -> tuple[int, int]:
    image, sighting = pair
    return _ORDER.index(image.role), -sighting.confidence.rank


def _note(image: Image, sighting: LogoSighting) -> str:
    verb = "may show" if sighting.confidence is Confidence.UNSURE else "shows"
    return f"{_PLACES[image.role]} {verb} the school's logo ({sighting.logo}). {sighting.reason}".strip()


CHECK = Check(
    id="school_logo",
    words=_WORDS,
    severity=Severity.MODERATE,
    needs=frozenset({Part.IMAGES}),
    detectors=frozenset({Detector.LOGOS}),
    find=_find,
)
