"""Named peers, each a function of a picture and the logo's files: the higher its number, the surer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import imagehash
import numpy as np
from PIL import Image

Peer = Callable[[Path, Sequence[Path]], float]
_RATIO = 0.75
_FEWEST = 4
_REACH = 5.0


def perceptual_hash(picture: Path, references: Sequence[Path]) -> float:
    """The pHash of imagehash, of the whole picture against each reference."""
    with Image.open(picture) as opened:
        seen = imagehash.phash(opened)
    return float(-min(seen - _hash(reference) for reference in references))


def orb_ransac(picture: Path, references: Sequence[Path]) -> float:
    """ORB, ratio test, RANSAC homography: how many matches agree."""
    return _inliers(cv2.ORB.create(2000), cv2.NORM_HAMMING, picture, references, "orb")


def sift_ransac(picture: Path, references: Sequence[Path]) -> float:
    """SIFT, ratio test, RANSAC homography: how many matches agree."""
    return _inliers(cv2.SIFT.create(), cv2.NORM_L2, picture, references, "sift")


PEERS: dict[str, Peer] = {
    "imagehash pHash, whole picture": perceptual_hash,
    "ORB + RANSAC homography": orb_ransac,
    "SIFT + RANSAC homography": sift_ransac,
}


@cache
def _hash(reference: Path) -> imagehash.ImageHash:
    return imagehash.phash(Image.fromarray(_grey(reference)))


def _grey(file: Path) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """The file in grey, on white where it is transparent."""
    with Image.open(file) as opened:
        seen = opened.convert("RGBA")
        seen.load()
    ground = Image.new("RGBA", seen.size, "white")
    return np.asarray(Image.alpha_composite(ground, seen).convert("L"))


def _inliers(finder: Any, norm: int, picture: Path, references: Sequence[Path], name: str) -> float:
    seen, seen_as = finder.detectAndCompute(_grey(picture), None)
    best = 0
    for reference in references:
        wanted, wanted_as = _described(reference, name)
        if seen_as is None or wanted_as is None or len(seen) < _FEWEST:
            continue
        pairs = cv2.BFMatcher(norm).knnMatch(wanted_as, seen_as, k=2)
        good = [one for one, other in pairs if one.distance < _RATIO * other.distance]
        best = max(
            best,
            _agreeing(
                [wanted[match.queryIdx].pt for match in good], [seen[match.trainIdx].pt for match in good]
            ),
        )
    return float(best)


@cache
def _described(reference: Path, name: str) -> tuple[Any, Any]:
    finder: Any = cv2.ORB.create(2000) if name == "orb" else cv2.SIFT.create()
    return finder.detectAndCompute(_grey(reference), None)  # type: ignore[no-any-return]  # OpenCV tells no types


def _agreeing(wanted: list[Any], seen: list[Any]) -> int:
    if len(wanted) < _FEWEST:
        return 0
    _, mask = cv2.findHomography(np.array(wanted, np.float32), np.array(seen, np.float32), cv2.RANSAC, _REACH)
    return 0 if mask is None else int(mask.sum())
