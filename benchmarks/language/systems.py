"""What is compared: our reader at its two levels, its two halves, and peers where they are installed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from math import prod

from selfaudit.detectors.language import LanguageReader
from selfaudit.detectors.language.disguise import undisguise
from selfaudit.detectors.language.folding import fold
from selfaudit.detectors.language.model.answers import Answer, Model
from selfaudit.model.detections import Topic
from selfaudit.model.vocabulary import Confidence
from training.school import minimal_pairs

Notices = Callable[[Sequence[str]], list[bool]]
POLICY = frozenset(Topic)
ABUSE = frozenset({Topic.DISCRIMINATORY, Topic.DEROGATORY, Topic.THREAT})
FOUL = ABUSE | {Topic.OFFENSIVE}
HATRED = frozenset({Topic.DISCRIMINATORY})
_NEGATIVE = -0.05


@dataclass(frozen=True, slots=True)
class System:
    """A name and a function that says which posts it notices; ``None`` where it is not installed."""

    name: str
    notices: Notices | None


def ours(
    topics: frozenset[Topic] = POLICY, *, least: Confidence = Confidence.UNSURE, model: bool = True
) -> Notices:
    """Our reader: any remark on these topics, of at least this confidence, that is not quoted."""
    reader = LanguageReader() if model else _Rules()

    def notices(texts: Sequence[str]) -> list[bool]:
        return [
            any(r.confidence >= least and not r.quoted and topics & {r.topic, *r.also} for r in remarks)
            for remarks in map(reader.read, texts)
        ]

    return notices


class _Rules(LanguageReader):
    """The reader without its trained half."""

    def _made(self):  # type: ignore[no-untyped-def]  # noqa: ANN202 - as the reader's own
        pipeline = super()._made()
        pipeline.disable_pipe("hearing")
        return pipeline


def asked(model: Model, texts: Iterable[str]) -> list[Answer]:
    """What the model answers to each text, disguises undone as the reader does."""
    return [model.ask(undisguise(fold(text)).text) for text in texts]


def model_alone(topics: frozenset[Topic]) -> Notices:
    """The trained half by itself: the score of any of these topics above nought, no bar chosen."""
    model = Model()

    def notices(texts: Sequence[str]) -> list[bool]:
        return [any(answer.scores[topic] > 0 for topic in topics) for answer in asked(model, texts)]

    return notices


def where_pairs_part(topic: Topic) -> Notices | None:
    """The trained half by itself, from the score that in minimal pairs speaks for yes as much as for no.

    Fitted (Platt) to the school corpus's pairs held back from learning, of which one post is on this topic
    and another is not; needs scipy.
    """
    if not find_spec("scipy"):
        return None
    model = Model()
    bar = parting(model, topic)

    def notices(texts: Sequence[str]) -> list[bool]:
        return [answer.scores[topic] >= bar for answer in asked(model, texts)]

    return notices


def reading_where_pairs_part(topic: Topic) -> Notices | None:
    """The whole reader, sure of this topic from that same score on: what is quoted does not count."""
    if not find_spec("scipy"):
        return None
    reader, heard = _FromTheParting(topic), where_pairs_part(topic)

    def notices(texts: Sequence[str]) -> list[bool]:
        return [
            any(
                (r.topic is topic or (sure and topic in r.also))
                and not r.quoted
                and r.confidence is Confidence.LIKELY
                for r in reader.read(text)
            )
            for text, sure in zip(texts, heard(texts) if heard else (), strict=True)
        ]

    return notices


class _FromTheParting(LanguageReader):
    """The reader with its bar for one topic where minimal pairs part."""

    def __init__(self, topic: Topic) -> None:
        super().__init__()
        self._topic = topic

    def _made(self):  # type: ignore[no-untyped-def]  # noqa: ANN202 - as the reader's own
        if self._pipeline is None:
            model = super()._made().get_pipe("hearing").model
            model.facts["likely"][self._topic] = model.chance(self._topic, parting(model, self._topic))
        return super()._made()


def parting(model: Model, topic: Topic) -> float:
    """The score that in minimal pairs speaks for yes as much as for no."""
    import numpy as np

    from training.calibrating import fitted

    pairs = minimal_pairs(topic.value)
    scores = [answer.scores[topic] for answer in asked(model, (post.text for post in pairs))]
    line = fitted(np.array(scores), np.array([post.known[topic.value][0] for post in pairs]))
    return -line.start / line.slope


def at_the_bar(topics: frozenset[Topic]) -> Notices:
    """The trained half by itself: the chance of any of these is above the bar that the reader shows from."""
    model = Model()
    bar = model.facts["shown"]

    def notices(texts: Sequence[str]) -> list[bool]:
        return [
            1 - prod(1 - answer.chances[topic] for topic in topics) >= bar for answer in asked(model, texts)
        ]

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
    return lambda texts: [bool(profanity.contains_profanity(text)) for text in texts]


def _alt_profanity_check() -> Notices | None:
    if not find_spec("profanity_check"):
        return None
    from profanity_check import predict

    return lambda texts: [bool(answer) for answer in predict(list(texts))]


def _vader() -> Notices | None:
    if not find_spec("vaderSentiment"):
        return None
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyser = SentimentIntensityAnalyzer()
    return lambda texts: [bool(analyser.polarity_scores(text)["compound"] <= _NEGATIVE) for text in texts]
