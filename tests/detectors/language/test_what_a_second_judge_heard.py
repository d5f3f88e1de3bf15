"""What two fresh users found: harmless posts that alarmed the reader, and remarks that it passed over.

The wording is theirs or near it; each cause has its look-alike.
"""

from __future__ import annotations

import pytest

from selfaudit.detectors.language import LanguageReader
from selfaudit.model.detections import Target, Topic

READER = LanguageReader()


@pytest.mark.parametrize(
    "text",
    [
        "Asylum hotel to close by March, council says",
        "Proud to teach English to asylum seekers on Saturdays",
        "An asylum seeker joined our school today",
        "Our school took the kids to the old asylum museum, called Bethlem",
        "School trip to the zoo today, 60 kids and one lost hat",
        "Circus comes to our school on Monday",
        "The chair is useless and my back is killing me",
        "Broke my left hand falling off the trampoline",
        "Puppy's tail wagging the dog again",
        "Workload is crushing. Good teachers are leaving. Fund our schools.",
        "Teachers are leaving our country for Dubai",
        "Boiler's bust, coats on in class, spirits high",
        "Telly on in class for the coronation",
        "Chinese tonight or an Indian? Can't decide",
        "Curry or Chinese, can't decide",
        "Nowt so queer as folk",
        "Queer Street by name, queer street by nature: skint till payday",
        "Bob's your uncle and Fanny's your aunt",
        "Were you born in a barn, shut the door",
        "I'd have murdered Diane as well tbh #thetraitors",
        "Bell End, Worcestershire, is a real place and I have now been to it",
        "Great William the Bastard documentary",
        "No, 'that's so gay' is not banter and I won't hear it in my house",
        "We challenged 'that's so gay' in tutor time",
        "Poof, and it was gone. Magic club were amazed",
        "Sitting on the poof with my feet up",
        "Anyone got weed killer for the drive?",
        "Smoking weed is bad for teenagers, PSHE today",
        "Told I was useless by a dad today",
        "Called a cow by a parent this morning",
        "PTA now taking orders for Christmas cards, all money to the school",
        "Just passed my driving test, driving home on my own",
        "A line of people out of the door at the shop",
        "No Irish, no Blacks, no dogs: my grandad kept the card from his first digs",
        "letterbox on the school gate's jammed, hand your slips to the office",
        "go jump off the bridge at the splash park, it's only 2m",
        "Nobody sit at the wet table please",
    ],
)
def test_these_are_no_remarks(text: str) -> None:
    assert READER.read(text) == ()


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Left hand doesn't know what the right is doing in our school", Topic.DISREPUTE),
        ("This place is an asylum, back open Monday", Topic.DISREPUTE),
        ("Our school is a complete zoo", Topic.DISREPUTE),
        ("Staff jumping ship, our school in a nutshell", Topic.DISREPUTE),
        ("On my phone all lesson today, kids loved it", Topic.DISREPUTE),
        ("kid fell off the climbing frame while I was on tinder whoops", Topic.DISREPUTE),
        ("anyone got any weed? asking for a tired teacher", Topic.DISREPUTE),
        ("smoking weed tonight", Topic.DISREPUTE),
        ("snorting coke in the staff toilets", Topic.DISREPUTE),
        ("drove home after 5 pints and I'm fine", Topic.DISREPUTE),
        ("just vaped in the year 3 store cupboard. rebel", Topic.DISREPUTE),
        ("got arrested last night 😂 dont tell the head", Topic.DISREPUTE),
        ("gagging for a shag tbh", Topic.OFFENSIVE),
        ("would not kick him out of bed 😏", Topic.OFFENSIVE),
        ("🖕🖕🖕", Topic.OFFENSIVE),
        ("fook me its cold", Topic.OFFENSIVE),
        ("#VoteLibDem", Topic.PROMOTION),
        ("Join the conservatives today, link below", Topic.PROMOTION),
        ("please vote for Anil Patel on thursday", Topic.PROMOTION),
        ("Proud to be out leafletting for the Greens today 💚", Topic.PROMOTION),
        ("I'm voting Labour and you should too", Topic.PROMOTION),
        ("cakes by sal now taking orders for xmas 🎂", Topic.PROMOTION),
        ("Please like & share my page Paws by Pam dog grooming 🐶", Topic.PROMOTION),
        ("child told me his stepdad hits him. cant stop thinking about it", Topic.CONFIDENTIAL),
        ("Hearing that Miss Lowe is being put on capability 👀", Topic.CONFIDENTIAL),
        ("Head is off with a breakdown, official line is flu", Topic.CONFIDENTIAL),
        ("saw Paul's payslip left on the copier, 52k!! for WHAT", Topic.CONFIDENTIAL),
        ("nobody sit with Lorraine tomorrow. pass it on", Topic.THREAT),
        ("keep slagging me off on the class whatsapp and your kid will pay for it", Topic.THREAT),
        ("England for the English", Topic.DISCRIMINATORY),
        ("sick of hearing muslims moan", Topic.DISCRIMINATORY),
        ("Staff room full of brown nosers", Topic.DEROGATORY),
    ],
)
def test_these_are_remarks_of_their_topic(text: str, topic: Topic) -> None:
    found = {remark.topic: remark.quoted for remark in READER.read(text)}
    assert found.get(topic) is False


@pytest.mark.parametrize(
    "text",
    [
        "told her she's a useless cow",
        "told my TA she was thick",
        "Told a parent to fuck off today lol",
        "told year 10 to shut the fuck up today and honestly no regrets",
    ],
)
def test_what_one_told_somebody_is_ones_own_also_without_i(text: str) -> None:
    remarks = READER.read(text)
    assert remarks
    assert not any(remark.quoted for remark in remarks)


def test_to_be_sick_of_hearing_a_claim_repeats_it() -> None:
    assert all(remark.quoted for remark in READER.read("Sick of hearing that Muslims are all terrorists"))


def test_a_chair_is_a_seat_and_a_head_is_on_shoulders() -> None:
    (remark,) = READER.read("if that kid throws one more chair I'm throwing it back at his head")
    assert remark.target is not Target.COLLEAGUE


@pytest.mark.parametrize(
    "text",
    [
        "Two Year 9s caught vaping in the toilets again",
        "I smoked a joint of pork for eight hours",
        "Laughed so hard I snorted my Coke",
        "Anyone got any weed and feed for the lawn?",
        "I drove Dad home after six pints",
        "Driving home on two cans of Red Bull",
        "Got my boobs checked today, book yours",
        "I would give him one to one support",
        "Fancy a shag rug for the lounge",
        "Please vote for our school council reps",
        "Please vote for your favourite cake on Thursday",
        "Year 4 use code to make a robot dance",
        "Ferry from Wales to the Irish coast",
        "Woke up to pure white snow",
        "How many parents speak English here?",
        "We live near Bell End, a village in Worcestershire",
    ],
)
def test_what_a_reviewer_feared_is_no_remark(text: str) -> None:
    assert READER.read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Some Paki at the Chinese takeaway short-changed me",
        "Imran the Paki next door",
        "I've never said it out loud before. Our deputy is a spineless bully.",
        "I'll knock that kid's teeth out tomorrow. Now watching Traitors",
        "Were you born in a barn? Our head is a spineless bully",
        "Our phone ban is ridiculous. Off to my daughter's",
    ],
)
def test_what_stands_elsewhere_in_the_post_silences_nothing(text: str) -> None:
    assert READER.read(text)


@pytest.mark.parametrize(
    "text",
    ["Called the laziest bitch in school by a dad today", "Told straight to my face by a dad that I'm thick"],
)
def test_what_one_was_told_is_not_ones_own(text: str) -> None:
    assert all(remark.quoted for remark in READER.read(text))
