"""Writes what was learned into the package: weights in eight bits, scale and bars, tables and card."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import torch

from benchmarks.language.systems import POLICY, asked, ours
from selfaudit.detectors.language.model.answers import FACTS, LISTED, WEIGHTS, Model
from selfaudit.detectors.language.model.spelling import VOCABULARY
from selfaudit.model.detections import Topic
from training import school
from training.calibrating import Scale, any_topic, bars, doubted_below, fitted, shown_from
from training.distilling import LEARNED
from training.exporting import export, sha256
from training.network import Network
from training.posts import Post, set_apart
from training.settings import PACKAGE, heads, settings
from training.tables import tables


def write(learned: Path, start: Path) -> None:
    """Exports what was learned, sets scale and bars on the posts held back, measures, and ships it."""
    network = Network(learned / "student.json")
    network.load_state_dict(torch.load(learned / LEARNED, map_location="cpu"))
    folder = learned / "shipped"
    folder.mkdir(exist_ok=True)
    weights = export(network, folder)
    shutil.copy(start / "vocab.txt", folder / VOCABULARY)
    facts = {
        "heads": heads(),
        "longest": settings()["longest"],
        "sha256": sha256(weights),
        "calibration": dict.fromkeys(heads(), (1.0, 0.0)),
        "likely": dict.fromkeys(heads(), 1.0),
        "shown": 1.0,
        "doubted": 0.0,
    }
    _save(folder, facts)
    _, held = set_apart(school.corpus(), settings()["school"]["held_back"], settings()["seed"])
    scores, labels = scored(Model(folder), held)
    scales = {head: fitted(scores[:, n], labels[:, n]) for n, head in enumerate(heads())}
    facts["calibration"] = {head: (round(s.slope, 4), round(s.start, 4)) for head, s in scales.items()}
    chances = _chances(scales, scores)
    facts["likely"] = bars(chances, labels)
    texts = [post.text for post in held]
    sworn = np.array(ours(frozenset(LISTED), model=False)(texts))
    told = np.array(ours(POLICY - LISTED, model=False)(texts))
    facts["doubted"] = doubted_below(chances, labels, told, sworn)
    told = sworn | (told & (any_topic(chances) >= facts["doubted"]))
    facts["shown"] = shown_from(chances, labels, told)
    _save(folder, facts)
    report = tables(Model(folder), chances, labels, told)
    (folder / "EVALUATION.md").write_text(report, encoding="utf-8")
    for name in (WEIGHTS, VOCABULARY, FACTS):
        shutil.copy(folder / name, PACKAGE / name)
    shutil.copy(folder / "EVALUATION.md", Path(__file__).parent / "EVALUATION.md")


def scored(model: Model, posts: list[Post]) -> tuple[np.ndarray, np.ndarray]:
    """Scores and labels, a row a post, a column a head."""
    answers = asked(model, (post.text for post in posts))
    scores = np.array([[answer.scores[Topic(head)] for head in heads()] for answer in answers])
    return scores, np.array(
        [[post.known[head][0] if head in post.known else 0 for head in heads()] for post in posts]
    )


def _chances(scales: dict[str, Scale], scores: np.ndarray) -> np.ndarray:
    return np.stack([scales[head].chances(scores[:, n]) for n, head in enumerate(heads())], axis=1)


def _save(folder: Path, facts: dict[str, object]) -> None:
    text = json.dumps(facts, indent=1)
    (folder / FACTS).write_text(text + "\n", encoding="utf-8")
