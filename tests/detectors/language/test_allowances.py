"""What is less than it sounds is taken back or unsure; what has the same look and is none is still noticed.

All rest on the rules alone; what the trained model would hear is handed to them, so that no model decides.
"""

from __future__ import annotations

import pytest

from selfaudit.detectors.language.context import setting_of
from selfaudit.detectors.language.drafts import Draft
from selfaudit.detectors.language.folding import fold
from selfaudit.detectors.language.judging import REMARKS_KEY, Judge
from selfaudit.detectors.language.lexicon import entries, rows
from selfaudit.detectors.language.pipeline import build
from selfaudit.model.detections import Remark, Target, Topic
from selfaudit.model.vocabulary import Confidence

RULES = build()
RULES.remove_pipe("hearing")
JUDGE = RULES.get_pipe("judge")


def by_rules(text: str) -> tuple[Remark, ...]:
    remarks: tuple[Remark, ...] = RULES(RULES.make_doc(fold(text).text)).user_data[REMARKS_KEY]
    return remarks


def left_of(kind: str, text: str, target: Target | None = None) -> list[tuple[str, Confidence]]:
    """What stands of a remark of this kind that the model were sure of, over the whole text."""
    doc = RULES(RULES.make_doc(text))
    assert isinstance(JUDGE, Judge)
    draft = Draft(kind, Confidence.LIKELY, ((0, len(doc)),), target)
    drafts = JUDGE._allowances(doc, [draft], setting_of(doc), frozenset())
    return [(one.kind, one.confidence) for one in drafts]


EVERYDAY = (
    "Nan still nips out for a fag between bingo games",
    "He gave up the fags when the twins came",
    "Grandad bought twenty fags and a paper every morning",
    "Wine, fags and a takeaway, that was the eighties",
    "Fags were 80p a packet then",
    "The smell of fags on the bus home",
    "Uncle Ray stood in the yard with a fag on, singing",
    "She's back on the fags, bless her",
    "She stubbed out her fag and got on stage",
    "Off the fags three weeks now",
    "Walked along the Devil's Dyke with the dog",
    "A dyke burst and the fields flooded",
    "The wet spring has retarded the tomatoes",
    "Salt retards the growth of bacteria",
    "Retarded the ignition a touch and she purrs",
    "Root growth was retarded by the drought",
    "Found a golliwog in nan's attic, binned it",
    "A golliwog badge at the car boot, grim",
    "Puff pastry and jam for the bake off",
    "All out of puff after the fun run",
    "Spastic colon playing up",
)
SLURS = (
    "You fag",
    "Our deputy is a fag",
    "Fags out of our school",
    "A bunch of fags run that department",
    "We had a fag teaching us drama",
    "Want the fags gone from our staffroom",
    "That woman is a right dyke",
    "Our head is a dyke and loves a walk by the river",
    "You're retarded",
    "Year 8 are retarded",
    "Our caretaker was retarded by birth",
    "What a retard the deputy is",
    "The new kid looks like a golliwog",
    "Golliwogs in our class",
    "He is such a puff",
    "That spastic in the office",
)


@pytest.mark.parametrize("text", EVERYDAY)
def test_a_word_in_its_everyday_sense_is_no_slur(text: str) -> None:
    assert [remark for remark in by_rules(text) if remark.topic is Topic.DISCRIMINATORY] == []


@pytest.mark.parametrize("text", SLURS)
def test_the_same_word_said_of_people_is_one(text: str) -> None:
    found = [remark.confidence for remark in by_rules(text) if remark.topic is Topic.DISCRIMINATORY]
    assert found == [Confidence.LIKELY]


@pytest.mark.parametrize("kind", ["heard_discriminatory", "heard_derogatory"])
def test_an_everyday_word_is_not_heard_as_a_slur_either(kind: str) -> None:
    doc = RULES(RULES.make_doc("Pack of fags was dear even when I was a lad"))
    assert isinstance(JUDGE, Judge)
    whole, words = (Draft(kind, Confidence.LIKELY, (stretch,), None) for stretch in ((4, 6), (0, 3)))
    assert JUDGE._allowances(doc, [whole, words], setting_of(doc), {2}) == [whole]


@pytest.mark.parametrize(
    "text",
    [
        "My head is useless today, this migraine won't lift",
        "My head's mush after that wine",
        "I shouted idiot in my head at the van driver",
        "Head of cabbage, absolutely rubbish, 90p",
        "Banged my stupid head on the loft hatch",
        "This pathetic head cold is still here",
    ],
)
def test_the_head_on_ones_shoulders_leads_no_school(text: str) -> None:
    assert by_rules(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "My head is useless",
        "My head is a useless liar and so is the deputy",
        "Our head is useless, off with a migraine again",
        "Called my head's deputy an idiot",
        "Head of maths is an idiot",
    ],
)
def test_the_head_who_leads_is_told_of(text: str) -> None:
    assert [remark.target for remark in by_rules(text)] == [Target.COLLEAGUE]


PRIVATE = (
    "Selling our old cot, £30, buyer collects",
    "Girls bike for sale, 20 inch, good condition, £25",
    "Wardrobe, tenner, collection only",
    "Selling my prom dress, worn once, £40",
)
BUSINESS = (
    "Selling my handmade candles, £8, link in bio",
    "Tutoring slots for sale, £30 an hour, maths and English",
    "Avon book is out, good condition skin guaranteed, order by Friday",
    "Room to let in my house, £400 pcm, second hand furniture",
)


@pytest.mark.parametrize("text", PRIVATE)
def test_a_private_sale_is_unsure_and_called_one(text: str) -> None:
    assert left_of("heard_promotion", text) == [("private_sale", Confidence.UNSURE)]


@pytest.mark.parametrize("text", BUSINESS)
def test_a_business_is_no_private_sale(text: str) -> None:
    assert left_of("heard_promotion", text) == [("heard_promotion", Confidence.LIKELY)]


def test_a_time_agreed_with_one_person_is_unsure() -> None:
    text = "Message me lovely, I'm free Tuesday after work x"
    assert left_of("heard_promotion", text) == [("heard_promotion", Confidence.UNSURE)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Raffle tickets £1 a strip at the summer fair, all for new books", 0),
        ("Tombola prizes wanted for the PTA", 0),
        ("My candles are on sale at the school fair, come to my stall", 1),
        ("Vote Smith, meet him at our tombola", 1),
        ("Come to the spring fair for my own bath bombs, £4", 1),
    ],
)
def test_a_raffle_promotes_nobodys_business(text: str, told: int) -> None:
    assert len(left_of("heard_promotion", text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Our Chloe has her dyslexia assessment back at last, so proud",
        "Our Liam was told he's coeliac, his teacher has been lovely",
        "wor Beth came home from hospital, Our Beth I should say",
        "My youngest has asthma like me",
    ],
)
def test_news_of_ones_own_family_is_ones_own(text: str) -> None:
    assert left_of("heard_confidential", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Our caretaker was diagnosed with cancer",
        "Our Chloe in Year 4 has her autism diagnosis",
        "Our Year 6 boy has diabetes",
        "Our Freya is back from surgery, her mum says the scan was clear",
        "Think of our site lad, his scan came back",
        "My son told me a kid in his class has epilepsy",
        "Jayden has been diagnosed with ADHD",
        "Our deputy's scan results were bad",
    ],
)
def test_news_of_others_at_school_is_not(text: str) -> None:
    assert left_of("heard_confidential", text) == [("heard_confidential", Confidence.LIKELY)]


@pytest.mark.parametrize(
    "text",
    [
        "Our behaviour policy is brilliant",
        "Our uniform policy is working really well",
        "The new phone rules at our school are great, well done everyone",
    ],
)
def test_praise_of_a_rule_is_unsure(text: str) -> None:
    assert left_of("heard_school_policy", text) == [("policy_praise", Confidence.UNSURE)]


@pytest.mark.parametrize(
    "text",
    [
        "Our behaviour policy is a shambles",
        "Great new phone policy 🙄",
        "Our uniform policy is great if you hate children",
        "Our homework policy isn't great",
    ],
)
def test_blame_or_mock_praise_of_a_rule_is_as_sure_as_ever(text: str) -> None:
    assert left_of("heard_school_policy", text) == [("heard_school_policy", Confidence.LIKELY)]


@pytest.mark.parametrize(
    "text",
    [
        "Severn Trains you are a joke",
        "@WestAirways you're useless",
        "Ryanair, you absolute muppets",
    ],
)
def test_a_company_is_nobody_whom_it_speaks_to(text: str) -> None:
    assert left_of("heard_derogatory", text, Target.READER) == []
    assert by_rules(text) == ()


@pytest.mark.parametrize(
    "text", ["You are a joke", "Mrs Trains you are a joke", "See you in Tesco, you joke"]
)
def test_a_person_is(text: str) -> None:
    assert left_of("heard_derogatory", text, Target.READER) != []


@pytest.mark.parametrize(
    "text",
    [
        "Umbridge is the worst teacher of them all",
        "That deputy head in last night's episode is an idiot",
    ],
)
def test_people_in_stories_are_no_colleagues(text: str) -> None:
    assert left_of("heard_derogatory", text, Target.COLLEAGUE) == []


@pytest.mark.parametrize("text", ["Linesman needs glasses, what a plank", "the ref tonight was clueless"])
def test_a_referee_run_down_is_unsure(text: str) -> None:
    assert left_of("heard_derogatory", text) == [("heard_derogatory", Confidence.UNSURE)]


@pytest.mark.parametrize(
    "text",
    [
        "Our deputy is Umbridge",
        "Trunchbull face, that's our AP",
        "She's a right Umbridge",
        "Our head was the ref and is a useless plank",
        "Some man screaming at the ref, knuckle dragger",
        "Working with Dolores Umbridge these days",
    ],
)
def test_who_is_likened_to_them_is_still_told_of(text: str) -> None:
    assert left_of("heard_derogatory", text, Target.COLLEAGUE) != []


@pytest.mark.parametrize(
    "text", ["shut up you silly goose", "Get lost you cheeky monkey", "jog on you daft egg"]
)
def test_a_fond_name_is_no_insult(text: str) -> None:
    assert by_rules(text) == ()


@pytest.mark.parametrize(
    "text", ["shut up you silly cow", "jog on you daft old trout", "Get lost you thick cheeky monkey"]
)
def test_a_name_that_is_not_fond_is_one(text: str) -> None:
    assert [remark.topic for remark in by_rules(text)] == [Topic.DEROGATORY]


def test_names_called_with_love_are_unsure() -> None:
    assert [remark.confidence for remark in by_rules("Prick 😂 love you")] == [Confidence.UNSURE]
    assert left_of("heard_derogatory", "Shut it Kev you're drunk 😂", Target.READER) == [
        ("heard_derogatory", Confidence.UNSURE)
    ]


@pytest.mark.parametrize("text", ["Our head is a twat 😂 love you all", "Twat"])
def test_names_called_without_it_or_of_somebody_at_school_are_not(text: str) -> None:
    assert {remark.confidence for remark in by_rules(text)} == {Confidence.LIKELY}


@pytest.mark.parametrize(
    "text",
    [
        'Some bloke yelled "ugly slag" at me from his van',
        'Woman on the bus shouted "retard" at my little boy',
        "They called my sister a spastic and she cried",
        "I was called a twat at the gate today",
    ],
)
def test_what_was_shouted_at_oneself_or_ones_own_is_no_remark(text: str) -> None:
    assert by_rules(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "I called my sister's teacher a slag",
        'Some bloke yelled "ugly slag" at Mrs Green',
        "My sister's boss is a retard",
        "My nan says pakis all look the same",
        "I shouted at my son's coach that he's a retard",
    ],
)
def test_what_one_shouts_or_repeats_of_others_is_one(text: str) -> None:
    assert by_rules(text) != ()


@pytest.mark.parametrize(
    ("text", "told"), [("Stupid head cold won't shift", 0), ("Stupid woman won't shift", 1)]
)
def test_what_is_said_of_a_thing_runs_nobody_down(text: str, told: int) -> None:
    assert len(left_of("heard_derogatory", text)) == told


@pytest.mark.parametrize("row", list(rows("senses.tsv")), ids=lambda row: row[-1][:40])
def test_every_sense_is_of_a_slur_and_says_how_sure_it_is(row: list[str]) -> None:
    word, sure, frame = row
    slurs = {entry.word: entry.forms for entry in entries() if entry.kind == "slur"}
    assert any(form in frame.split(" & ")[0] for form in slurs[word])
    assert sure in {"plain", "likely"}
    assert frame.count("(") == frame.count(")")


def test_those_who_learn_the_word_are_not_called_it() -> None:
    doc = RULES(RULES.make_doc("Trip to the fens, they know what a dyke is now"))
    assert isinstance(JUDGE, Judge)
    draft = Draft("heard_discriminatory", Confidence.LIKELY, ((5, 11),), None)
    assert JUDGE._allowances(doc, [draft], setting_of(doc), {9}) == []
