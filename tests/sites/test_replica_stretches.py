"""A list handed over in stretches is read like one that is handed over whole, on a network as well."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from replica import Replica, gaps, in_order, rows
from replica_linkedin import LinkedIn
from serving import serving

from selfaudit.browser import mirror
from selfaudit.browser.scrolling import Scroll
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.visit import Document


@pytest.mark.browser
@pytest.mark.parametrize("generation", ["voyager", "sdui"])
def test_lists_in_short_stretches_are_read_as_whole_ones(
    generation: str, captured: Callable[[str, Replica], Snapshot], monkeypatch: pytest.MonkeyPatch
) -> None:
    counts, stretches = list[int](), Scroll.stretches

    def counted(scroll: Scroll) -> tuple[Document, ...]:
        counts.append(len(made := stretches(scroll)))
        return made

    assert mirror.MEMORY.count(str(mirror.LONG)) > 1
    monkeypatch.setattr(mirror, "MEMORY", mirror.MEMORY.replace(str(mirror.LONG), "6"))
    monkeypatch.setattr(Scroll, "stretches", counted)
    with serving(LinkedIn(generation)) as site:
        snapshot = captured("linkedin", site)
    assert max(counts) > 1
    assert rows(snapshot) == site.expected()
    assert gaps(snapshot) == in_order(site.missing())
