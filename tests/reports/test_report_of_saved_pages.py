"""A saved page is dated by its file, and the report says so."""

from __future__ import annotations

from audited import a_result, an_account

from reports.view import view_of
from selfaudit.model.vocabulary import Door


def test_the_date_of_saved_pages_is_said_to_be_that_of_the_file() -> None:
    told = [view_of(a_result(accounts=(an_account(door=door),))).accounts[0].when for door in Door]
    assert [when.partition(" (the date")[2] for when in told] == [
        " of the saved file)" if door is Door.PAGES else "" for door in Door
    ]
