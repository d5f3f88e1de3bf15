"""Asking for votes is campaigning where a party or a candidate is named, and nothing where none is."""

from __future__ import annotations

import pytest
from builders import a_post
from heard import heard

from checks.promotion import CHECK


@pytest.mark.parametrize(
    "text",
    [
        "VOTE LABOUR. Please vote for Anna Price on 2 May",
        "Vote Green on Thursday!",
        "Vote Conservative to keep our green belt",
        "Please vote Lib Dem this time",
        "Vote for Anna Price, your candidate in Tynemouth ward",
    ],
)
def test_a_call_to_vote_for_somebody_is_promotion(text: str) -> None:
    assert heard(CHECK, a_post(text)).evidence


@pytest.mark.parametrize(
    "text",
    [
        "Don't forget to vote today, polls close at ten",
        "Vote for our school choir in the Radio 2 final",
        "Vote for Biscuit in the cutest dog contest",
        "My class had to vote for their favourite book. Matilda won",
        "vote Tory? Not in this house",
        "The vote on the green paper is tonight",
    ],
)
def test_other_votes_are_no_campaign(text: str) -> None:
    assert heard(CHECK, a_post(text)).evidence == ()
