"""What is compared: our reader at its two levels, and peers where they are installed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec

from selfaudit.detectors.language import LanguageReader
from selfaudit.model.detections import Topic
from selfaudit.model.vocabulary import Confidence

Notices = Callable[[str], bool]
_ABUSE = frozenset({Topic.DISCRIMINATORY, Topic.DEROGATORY, Topic.THREAT})
_NEGATIVE = -0.05


@dataclass(frozen=True, slots=True)
class System:
    """A name and a function that says whether it notices a post; ``None`` where it is not installed."""

    name: str
    notices: Notices | None


def ours(*, least: Confidence = Confidence.UNSURE, abuse_alone: bool = False) -> Notices:
    """Our reader: any remark of at least this confidence that is not quoted."""
    reader = LanguageReader()

    def notices(text: str) -> bool:
        return any(
            remark.confidence >= least and not remark.quoted and (not abuse_alone or remark.topic in _ABUSE)
            for remark in reader.read(text)
        )

    return notices


def peers() -> list[System]:
    """Better-profanity, alt-profanity-check and VADER, each as its own documentation uses it."""
    return [
        System(_named("better-profanity"), _better_profanity()),
        System(_named("alt-profanity-check"), _alt_profanity_check()),
        System(_named("vaderSentiment"), _vader()),
    ]


def _named(package: str) -> str:
    module = {"better-profanity": "better_profanity", "alt-profanity-check": "profanity_check"}.get(
        package, package
    )
    return f"{package} {version(package)}" if find_spec(module) else f"{package} (not installed)"


def _better_profanity() -> Notices | None:
    if not find_spec("better_profanity"):
        return None
    from better_profanity import profanity

    profanity.load_censor_words()
    return lambda text: bool(profanity.contains_profanity(text))


def _alt_profanity_check() -> Notices | None:
    if not find_spec("profanity_check"):
        return None
    from profanity_check import predict

    return lambda text: bool(predict([text])[0])


def _vader() -> Notices | None:
    if not find_spec("vaderSentiment"):
        return None
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyser = SentimentIntensityAnalyzer()
    return lambda text: bool(analyser.polarity_scores(text)["compound"] <= _NEGATIVE)
