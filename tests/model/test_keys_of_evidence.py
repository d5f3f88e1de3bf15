"""A key names one thing that was noticed: not two of one post, and the same one from run to run."""

from __future__ import annotations

from dataclasses import replace

from builders import a_case, a_post, a_snapshot

from selfaudit.model.check import Check, Words
from selfaudit.model.findings import Evidence, keyed
from selfaudit.model.vocabulary import Confidence, Part, Severity

SAID = "I'll swing for that useless head"
THREAT = Evidence("p1", Confidence.LIKELY, SAID, ((0, 14),), note="This may read as a threat.")
INSULT = replace(THREAT, marks=((20, 32),), note="These words may read as an insult.")
ELSEWHERE = replace(THREAT, item="p2")


def keys(*pieces: Evidence, check: str = "remarks", platform: str = "practice") -> list[str]:
    return [piece.key for piece in keyed(pieces, check, platform)]


def told(*pieces: Evidence, left_out: frozenset[str]) -> tuple[Evidence, ...]:
    """What a check still tells where these keys were called false alarms."""
    check = Check(
        id="remarks",
        words=Words("Remarks", "None", "Perhaps", "Some", "Because.", "Look."),
        severity=Severity.MODERATE,
        needs=frozenset({Part.POSTS}),
        find=lambda _case: pieces,
    )
    return check.run(replace(a_case(a_snapshot(a_post())), false_alarms=left_out)).evidence


def test_a_threat_and_an_insult_in_one_sentence_are_two_keys() -> None:
    threat, insult = keys(THREAT, INSULT)
    assert threat != insult
    assert told(THREAT, INSULT, left_out=frozenset({insult})) == (THREAT,)
    assert told(THREAT, INSULT, left_out=frozenset({threat})) == (INSULT,)


def test_the_same_words_noticed_in_two_ways_are_two_keys_and_so_are_two_stretches() -> None:
    assert len(set(keys(THREAT, replace(INSULT, marks=THREAT.marks)))) == 2
    assert len(set(keys(THREAT, replace(INSULT, note=THREAT.note)))) == 2


def test_a_key_stays_the_same_from_run_to_run_whatever_else_is_found() -> None:
    assert keys(THREAT) == keys(THREAT, ELSEWHERE)[:1] == keys(ELSEWHERE, THREAT)[1:]
    assert keys(THREAT, INSULT) == keys(INSULT, ELSEWHERE, THREAT)[::-2]
    assert len({*keys(THREAT), *keys(THREAT, check="other"), *keys(THREAT, platform="x")}) == 3


def test_other_words_of_a_note_tell_no_false_alarm_again() -> None:
    (known,) = keys(THREAT)
    assert told(replace(THREAT, note="Put more kindly."), left_out=frozenset({known})) == ()


def test_a_key_that_was_kept_before_keys_told_apart_what_was_noticed_still_holds() -> None:
    assert keys(THREAT) == ["84d0fc36"]


def test_a_false_alarm_hides_nothing_that_is_noticed_in_the_same_place_later() -> None:
    (known,) = keys(THREAT)
    assert told(THREAT, INSULT, left_out=frozenset({known})) == (THREAT, INSULT)


def test_what_is_told_twice_is_one_false_alarm() -> None:
    assert keys(THREAT, THREAT) == keys(THREAT) * 2
