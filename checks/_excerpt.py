"""The shortest quotation of a text that still makes sense: the clause around the marked words."""

from __future__ import annotations

import re

Spans = tuple[tuple[int, int], ...]

LONGEST = 120
_ENDS = re.compile(r"[.!?…\n]+\s*")
_CUT = "…"
_STOPS = ".…"
"""What a quotation does not end with where the sign for what was left out follows."""


def excerpt(text: str, spans: Spans) -> tuple[str, Spans]:
    """The words of ``text`` around ``spans``, and where the marked words stand in that quotation.

    Marked words that are too far from the first ones to fit are left out.
    """
    first, last = spans[0]
    start, end = _sentence(text, first, last)
    for span in spans[1:]:
        wider = (min(start, _sentence(text, *span)[0]), max(end, _sentence(text, *span)[1]))
        if wider[1] - wider[0] <= LONGEST:
            start, end = wider
    if end - start > LONGEST:
        start, end = _window(text, first, last, start, end)
    return _cut_out(text, start, end, spans)


def _sentence(text: str, first: int, last: int) -> tuple[int, int]:
    """The sentence that holds this span."""
    ends = [match.span() for match in _ENDS.finditer(text)]
    start = max((after for _, after in ends if after <= first), default=0)
    end = min((_kept(text, at, after) for at, after in ends if at >= last), default=len(text))
    return start, end


def _kept(text: str, at: int, after: int) -> int:
    """A question mark belongs to its sentence; the spaces and lines after it do not."""
    return at + len(text[at:after].rstrip())


def _window(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """As much as may be quoted around the span, cut between words."""
    last = min(last, first + LONGEST)
    room = LONGEST - (last - first)
    left = max(start, first - room // 2)
    right = min(end, last + room // 2)
    space = text.find(" ", left, first)
    left = space + 1 if left > start and space >= 0 else left
    space = text.rfind(" ", last, right)
    return left, space if right < end and space >= 0 else right


def _cut_out(text: str, start: int, end: int, spans: Spans) -> tuple[str, Spans]:
    """The stretch with a sign wherever something was left out."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    before = _CUT if text[:start].strip() else ""
    after = _CUT if text[end:].strip() else ""
    moved = [(max(first, start), min(last, end)) for first, last in spans]
    marked = max((last for first, last in moved if first < last), default=start)
    while after and end > marked and text[end - 1] in _STOPS:
        end -= 1
    shift = len(before) - start
    marks = tuple((first + shift, last + shift) for first, last in moved if first < last)
    return f"{before}{text[start:end]}{after}", marks
