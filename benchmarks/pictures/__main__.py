"""Measures the logo detector beside its peers, prints the table and writes RESULTS.md.

On the half of the shared pictures whose crests nothing was fitted on. Every detector gets its best threshold
for the first table; the second shows ours at the thresholds that ship.
"""

from __future__ import annotations

import platform
import time
from collections.abc import Sequence
from pathlib import Path

import cv2

from benchmarks.pictures.examples import Example, shared_examples
from benchmarks.pictures.peers import PEERS, Peer
from benchmarks.pictures.scoring import LEVELS, Scored, precision_at, recall_by_level, threshold_for
from selfaudit.detectors.images.judging import fitted_judgement
from selfaudit.detectors.images.looking import Scene, candidates
from selfaudit.detectors.images.opening import open_picture
from selfaudit.detectors.images.references import Reference, read_reference
from selfaudit.model.vocabulary import Confidence

_RESULTS = Path(__file__).with_name("RESULTS.md")
_LONGEST = 1280
_OURS = "selfaudit"
_PAGE = """# Logos in pictures

{pictures} pictures of {crests} crests; {alike} of the pictures show a look-alike (same outline, other
charge). Made by `python -m benchmarks.pictures`, all in one run on one core ({machine}, OpenCV {version}).
Recall at levels {levels}: 1 easy, 4 hard.

No weight and no threshold that ships was fitted on these crests. They are not unseen, though: their misses
were looked at, and two measures were changed because of them (a transparent logo on a dark ground, and large
crests), so expect a little less on others. The first table's thresholds are chosen on these very pictures,
for every detector alike; the second table is what a person gets.

| detector, each at its own best threshold | P ≥ .98 | P ≥ .90 | ms per picture |
|---|---|---|---|
{rows}

| selfaudit at the thresholds that ship | precision | recall | look-alikes reported |
|---|---|---|---|
{shipped}
"""


def ours() -> Peer:
    """The product's own detector as a peer among peers."""
    ready: dict[Path, Reference] = {}

    def number(picture: Path, references: Sequence[Path]) -> float:
        judgement, scene = fitted_judgement(), Scene.of(open_picture(picture, _LONGEST))
        drawings: list[Reference] = []
        for file in references:
            reference = ready.setdefault(file, ready.get(file) or read_reference(file))
            if not any(reference.same_shape(other) for other in drawings):
                drawings.append(reference)
        numbers = [
            judgement.number(one.measures) for drawing in drawings for one in candidates(scene, drawing)
        ]
        return max(numbers, default=float("-inf"))

    return number


def measured(peer: Peer, examples: Sequence[Example]) -> tuple[list[Scored], float]:
    """Every picture's number, and the milliseconds of one core that a picture took."""
    peer(examples[0].file, examples[0].references)
    begun = time.process_time()
    scored = [Scored(example, peer(example.file, example.references)) for example in examples]
    return scored, (time.process_time() - begun) * 1000 / len(examples)


def peer_row(name: str, scored: Sequence[Scored], milliseconds: float) -> str:
    """One detector at its own best thresholds."""
    cells = []
    for precision in (0.98, 0.90):
        threshold = threshold_for(scored, precision)
        never = threshold == float("inf")
        cells.append("never" if never else _shares(recall_by_level(scored, threshold)))
    return f"| {name} | {cells[0]} | {cells[1]} | {milliseconds:.0f} |"


def shipped_row(confidence: Confidence, scored: Sequence[Scored]) -> str:
    """Ours at a threshold that ships: from this confidence upwards."""
    threshold = fitted_judgement().thresholds[confidence]
    precision = precision_at(scored, threshold)
    told = "nothing reported" if precision is None else f"{precision:.3f}"
    alike = sum(one.number >= threshold for one in scored if one.example.kind == "near")
    name = confidence if confidence is Confidence.CERTAIN else f"{confidence} or surer"
    return f"| {name} | {told} | {_shares(recall_by_level(scored, threshold))} | {alike} |"


def _shares(recalls: Sequence[float]) -> str:
    return " / ".join(f"{recall:.2f}" for recall in recalls)


def report(rows: Sequence[str], shipped: Sequence[str], examples: Sequence[Example]) -> str:
    """The page that is printed and kept."""
    crests = len({example.logo for example in examples})
    levels = " / ".join(str(level) for level in LEVELS)
    alike = sum(example.kind == "near" for example in examples)
    return _PAGE.format(
        pictures=len(examples),
        crests=crests,
        alike=alike,
        machine=platform.machine(),
        version=cv2.__version__,
        levels=levels,
        rows="\n".join(rows),
        shipped="\n".join(shipped),
    )


def main() -> None:
    """Run everything."""
    cv2.setNumThreads(1)
    examples = shared_examples("test")
    mine, milliseconds = measured(ours(), examples)
    rows = [peer_row(name, *measured(peer, examples)) for name, peer in PEERS.items()]
    rows.append(peer_row(f"**{_OURS}**", mine, milliseconds))
    levels = (Confidence.CERTAIN, Confidence.LIKELY, Confidence.UNSURE)
    page = report(rows, [shipped_row(confidence, mine) for confidence in levels], examples)
    _RESULTS.write_text(page, encoding="utf-8")
    print(page)  # noqa: T201 - a command


if __name__ == "__main__":
    main()
