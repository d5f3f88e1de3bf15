"""What stands around a remark: who speaks, whether it is taken back, whether it is spoken against."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from selfaudit.detectors.language.context import setting_of
from selfaudit.detectors.language.drafts import Draft
from selfaudit.detectors.language.folding import fold
from selfaudit.detectors.language.hearing import heard
from selfaudit.detectors.language.judging import REMARKS_KEY
from selfaudit.detectors.language.model.answers import Answer, Part
from selfaudit.detectors.language.model.component import ANSWERS_KEY
from selfaudit.detectors.language.pipeline import build
from selfaudit.model.detections import Remark, Topic
from selfaudit.model.vocabulary import Confidence

RULES = build()
RULES.remove_pipe("hearing")


def by_rules(text: str) -> list[Remark]:
    """What the rules alone find, swearing left aside."""
    remarks: tuple[Remark, ...] = RULES(RULES.make_doc(fold(text).text)).user_data[REMARKS_KEY]
    return [remark for remark in remarks if remark.topic is not Topic.OFFENSIVE]


def as_heard(text: str, topic: Topic, words: str, *, sure: bool) -> list[Draft]:
    """What is made of an answer of the model's that these words of the text carry."""
    doc: Doc = RULES(RULES.make_doc(text))
    start = text.index(words)
    order = list(Topic)
    parts = tuple(
        Part(
            token.idx, token.idx + len(token), (float(start <= token.idx < start + len(words)),) * len(order)
        )
        for token in doc
    )
    topics = frozenset({topic})
    chances = dict.fromkeys(order, 0.0) | {topic: 0.9}
    answer = Answer(
        chances, chances, topics if sure else frozenset(), topics, anything=1.0, doubted=False, parts=parts
    )
    doc.user_data[ANSWERS_KEY] = [answer]
    return heard(doc, [], setting_of(doc))


WISH = "hope that woman is knocked over on her way home"
HATRED = "Moldovans stink, keep them out of our street"


@pytest.mark.parametrize("text", [WISH, HATRED])
@pytest.mark.parametrize(
    "beside",
    [
        "from the museum",
        ". Heartbreaking",
        ". Not funny",
        ". History will prove me right",
        ". That's not racism it's fact",
        ". Offensive? Report it then",
    ],
)
def test_a_word_beside_a_remark_does_not_undo_what_the_model_is_sure_of(text: str, beside: str) -> None:
    topic = Topic.THREAT if text == WISH else Topic.DISCRIMINATORY
    (draft,) = as_heard(f"{text} {beside}", topic, text, sure=True)
    assert (draft.confidence, draft.quoted) == (Confidence.LIKELY, False)


@pytest.mark.parametrize("beside", ["from the museum", ". Words like these are never okay"])
def test_it_undoes_what_the_model_is_unsure_of(beside: str) -> None:
    assert as_heard(f"{WISH} {beside}", Topic.THREAT, WISH, sure=False) == []


@pytest.mark.parametrize(
    "text",
    [
        f'"{HATRED}" is never okay to say, and I told him so',
        f'Somebody sprayed "{HATRED}" on the shed. Unacceptable',
        f'We read "{HATRED}" in a novel from 1931',
        f"> {HATRED}\nThere is no place for this",
    ],
)
def test_words_repeated_to_object_or_to_teach_are_undone_however_sure_the_model_is(text: str) -> None:
    assert as_heard(text, Topic.DISCRIMINATORY, HATRED, sure=True) == []


@pytest.mark.parametrize(
    "text",
    [
        f'"{HATRED}" and I mean it, not a joke',
        f'"{HATRED}". This is not racist',
        f'"{HATRED}" is unacceptable now they say, but I agree',
    ],
)
def test_repeated_and_meant_is_not_spoken_against(text: str) -> None:
    (draft,) = as_heard(text, Topic.DISCRIMINATORY, HATRED, sure=True)
    assert (draft.confidence, draft.quoted) == (Confidence.UNSURE, True)


@pytest.mark.parametrize(
    "text",
    [
        "Muslims are all terrorists, it's not a joke",
        "Black people are lazy. That's not racism it's fact",
        "Black people are lazy. Call it a stereotype if you like",
        "I'm not racist but immigrants are all thieves",
    ],
)
def test_a_likely_rule_stands_and_is_not_said_to_be_repeated(text: str) -> None:
    (remark,) = [remark for remark in by_rules(text) if remark.topic is Topic.DISCRIMINATORY]
    assert (remark.confidence, remark.quoted) == (Confidence.LIKELY, False)
    assert "somebody else" not in remark.reason


def test_a_slur_of_many_is_not_said_of_oneself() -> None:
    (remark,) = by_rules('"Pakis out" and I mean it, not a joke')
    assert (remark.topic, remark.quoted) == (Topic.DISCRIMINATORY, True)


@pytest.mark.parametrize(
    "text",
    [
        "Please stop saying teachers are lazy. Come and do my Tuesday",
        "Saying black people are lazy is racism",
        '"Pikey" is not a joke word, it is what they shouted at my cousin',
        "'Paki' is an insult and should never be used",
    ],
)
def test_the_saying_named_to_object_to_it_is_nothing(text: str) -> None:
    assert by_rules(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Can't believe how useless our head is",
        "cant believe our head is so incompetent",
        "Can't believe the head is such an idiot",
        "I can't get over how thick my year 9 class is",
        "I really can't stand how lazy our deputy is",
        "Couldn't believe what a muppet our head is",
        "Nobody is as useless as our head",
        "Nobody in this school is as lazy as the deputy",
        "No teacher is as incompetent as our deputy",
        "I've never met such a useless head",
        "I never knew anyone as lazy as our deputy",
        "I don't think the head is useless, I know she is",
        "There is no doubt our head is a muppet",
        "No joke our head is a muppet",
        "I'm not gonna lie our head is a muppet",
        "She didn't turn up and she's a lazy cow",
        "The head isn't just useless",
    ],
)
def test_a_not_that_affirms_takes_nothing_back(text: str) -> None:
    assert [remark.quoted for remark in by_rules(text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "I can't say our head is a muppet",
        "I don't believe our head is a muppet",
        "I don't think the head is useless",
        "I can't believe people say he's an idiot",
        "I can't believe anyone thinks our head is lazy",
        "I don't think our head is a muppet and I know she's trying",
        "She's not as useless as people say",
        "No child is as naughty as people think",
        "Nobody is useless here",
        "No one in my class is an idiot",
        "None of our parents is a muppet",
        "Our head has never been a bully",
        "He isn't mean or lazy",
        "She is neither lazy nor useless",
        "I wouldn't call our head a muppet",
    ],
)
def test_a_not_that_denies_takes_it_back(text: str) -> None:
    assert by_rules(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "> Our head is a lazy useless cow\n\nCan you believe a parent posted that?",
        "A parent said our head is a lazy useless cow. I defended her.",
        "A mum on the PTA page wrote to us that our deputy is a useless cow",
        "Someone wrote on the shed that our head is a useless cow",
        "To the person who wrote on the wall that Miss S is a cow: no",
        "They say the new head is a bully",
        "As our caretaker always says: the head's a muppet",
        "Her exact words: our head is a muppet",
        "Our head is a lazy cow, says a mum on the PTA page",
        "RT @bob_smith: Our head is a useless cow",
        "So this came up\nRT @a_b: Year 9 are feral brats.\nSo true",
        "“The office was shut.\n\nOur head is useless.” is what they wrote",
        "“The office was shut.\n\n“Our head is useless.” is what they wrote",
        "„Our head is a lazy useless cow“ stand on the wall",
        "Voicemail at work saying watch your back, we know where you live",
    ],
)
def test_words_of_others_are_unsure_and_told_as_such(text: str) -> None:
    remarks = by_rules(text)
    assert {(remark.confidence, remark.quoted) for remark in remarks} == {(Confidence.UNSURE, True)}
    assert all("somebody else's words" in remark.reason for remark in remarks)


@pytest.mark.parametrize(
    "text",
    [
        "I've always said that our head is a muppet",
        "I wrote that our head is a muppet",
        "The mum who said that is a useless cow",
        "Just saying our head is a muppet",
        "Like I told my husband, our head is a muppet",
        "Our head said the show was great but he is a muppet",
        "She said sorry to our useless head",
        "Everyone says our head is a muppet and they're right",
        "Me to the head: you're a useless cow",
        "Message to our head: you're a muppet",
        "Reminder: our head is a muppet",
        "Told a parent today she's a useless cow",
        "I told the head she's a useless cow",
        "I sent a message saying I know where you live and watch your back",
        "> 200 emails today and our head is a muppet",
        'A 5" ruler, our head is a muppet, 6" nails',
        "“Lovely,” she said.\n\nOur head is a muppet. “Bye.”",
    ],
)
def test_own_words_stay_own_whatever_was_said_by_others_beside_them(text: str) -> None:
    assert {remark.quoted for remark in by_rules(text)} == {False}


@pytest.mark.parametrize(
    "text",
    [
        "I got a message saying I know where you live and watch your back",
        "Parent to me today: you're a useless fat cow",
        'A parent told me "you\'re a useless fat cow" today',
        "Had an email from a dad telling me I'm a useless bitch and should watch my back",
    ],
)
def test_abuse_that_was_suffered_is_no_remark(text: str) -> None:
    assert by_rules(text) == []


def test_a_threat_that_was_suffered_is_not_heard_either() -> None:
    words = "you will not make it home tonight"
    text = f"A dad shouted at me today that {words}"
    assert as_heard(text, Topic.THREAT, words, sure=True) == []
    (own,) = as_heard(f"I shouted at a dad today that {words}", Topic.THREAT, words, sure=True)
    assert (own.confidence, own.quoted) == (Confidence.LIKELY, False)
