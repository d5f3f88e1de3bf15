"""What must not be noticed: everything here has the look of a remark and is none."""

from __future__ import annotations

import pytest

from selfaudit.detectors.language import LanguageReader

READER = LanguageReader()

THINGS = (
    "This printer is useless",
    "The bloody oven has packed in again",
    "Our boiler is clueless about the weather",
    "What a shambles the trains are today",
    "My car is a complete joke",
    "the wifi in the staffroom is terrible",
)
ONESELF = (
    "I'm such an idiot, left my lunch on the bus",
    "Felt like a right muppet today",
    "I was useless at maths as a child",
    "What an idiot I am",
    "I couldn't organise a drawer",
)
NEGATED = (
    "She's not useless at all",
    "Never said he was an idiot",
    "He never called her that, he's far too kind",
    "Our head isn't a bully",
    "They are not brats, they are children",
    "I would never hit anyone",
    "I don't think our school is failing",
)
NAMES = (
    "Dick Van Dyke in Mary Poppins",
    "A weekend in Scunthorpe and Penistone",
    "Cockermouth in the rain",
    "Mr Gay and Miss Dyke ran the half marathon",
    "Moby Dick is finished at last",
    "The Cockburns came round for tea",
    "Mrs Savage won the raffle",
)
CREATURES_AND_FOOD = (
    "Blue tits in our bird box",
    "A great tit and two coal tits",
    "Boobies on the Galapagos documentary",
    "The cow got out onto the lane again",
    "Faggots and peas for tea",
    "A ginger cake and spotted dick for pudding",
    "Beavers investiture tonight",
    "The cockerel woke us all",
    "Steaming hot cracker of a Christmas cracker joke",
    "Pass me the bucket and spade",
)
SPORT = (
    "We slaughtered them 7-1",
    "City murdered us in the second half",
    "Our defence is a shambles, sack the board",
    "The referee was a disgrace but what a match",
)
IDIOMS = (
    "I could murder a curry",
    "You're killing it!",
    "Dying laughing at this cat video",
    "Shoot me an email",
    "Break a leg tonight everyone",
    "I'd kill for a lie in",
    "These shoes are killing me",
    "I'm going to strangle this flat pack wardrobe",
    "The kids smashed it at the spelling bee",
)
LESSONS = (
    "We learned about the slave trade",
    "Great lesson on the Holocaust today",
    "Discussing why that word is used in To Kill a Mockingbird",
    "Studied how the word 'queer' was reclaimed",
    "Macbeth murder scene acted out with spoons",
)
COUNTER_SPEECH = (
    "Calling someone a 'retard' is never ok",
    "Nobody should be told to 'go back where they came from'. Stand up to racism",
    "Please don't use the r word",
    "Stop calling teenage girls bossy",
    "Racism has no place in football",
)
IDENTITIES = (
    "Happy Pride to all my gay friends",
    "Our Muslim parents brought food for Eid",
    "My son is autistic and his school has been marvellous",
    "Traveller families are welcome at our stay and play",
    "As a Jewish teacher I love this display",
)
BELIEF_AND_UNION = (
    "NEU members are striking on Wednesday",
    "Vote Labour, vote Tory, just vote",
    "I believe marriage is between a man and a woman, and I respect those who disagree",
    "The education secretary is wrong about funding",
    "Tories out",
)
GOOD_WISHES = (
    "Happy birthday you old git, love you loads x",
    "Love you loads you big numpty xx",
    "My husband is an idiot but he's my idiot ❤️",
    "Congrats you jammy git",
)
EVERY_DAY = (
    "Tea on the pier, and a man asking whether his van would float",
    "Parents evening then chippy tea",
    "Off sick today with a proper cold",
    "Had a glass of prosecco with the girls on Saturday",
    "Apparently it's going to snow on Thursday",
    "Our head is amazing",
    "https://example.org/fair #school #fair",
    "🎉🎉🎉",
    "The head of the queue was miles away",
    "The flame retardant curtains are up in the hall",
    "A Pakistani cookery evening at school",
)


@pytest.mark.parametrize(
    "text",
    THINGS + ONESELF + NEGATED + NAMES + CREATURES_AND_FOOD + SPORT + IDIOMS + LESSONS + COUNTER_SPEECH
    + IDENTITIES + BELIEF_AND_UNION + GOOD_WISHES + EVERY_DAY,
)  # fmt: skip
def test_a_look_alike_is_left_alone(text: str) -> None:
    assert [remark for remark in READER.read(text) if not remark.quoted] == []
