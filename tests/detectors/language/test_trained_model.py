"""The trained half: its files, its answers, the words it marks, and what happens without it."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from builders import a_case, a_policy, a_post, a_snapshot
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.derogatory_language import CHECK
from selfaudit.detectors.language import LanguageReader
from selfaudit.detectors.language.context import setting_of
from selfaudit.detectors.language.drafts import Draft
from selfaudit.detectors.language.hearing import heard
from selfaudit.detectors.language.model import component
from selfaudit.detectors.language.model.answers import FACTS, WEIGHTS, Answer, Model, ModelMissing, Part
from selfaudit.detectors.language.model.component import ANSWERS_KEY
from selfaudit.detectors.language.model.pieces import Pieces
from selfaudit.detectors.language.model.wording import for_model
from selfaudit.detectors.language.pipeline import build
from selfaudit.model.detections import Detected, Material, Remark, Target, Topic
from selfaudit.model.progress import Silent
from selfaudit.model.vocabulary import Confidence, Detector, Outcome

HOME = Path(str(files("selfaudit.detectors.language.model")))
MODEL = Model()
READER = LanguageReader()
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "head", "##less", "is", "the", "cafe", "!", "'", "s"]


@pytest.mark.parametrize(
    ("text", "numbers", "words"),
    [
        ("The headless", [2, 7, 4, 5, 3], ["The", "head", "less"]),
        ("Café's!", [2, 8, 10, 11, 9, 3], ["Café", "'", "s", "!"]),
        ("the zebra", [2, 7, 1, 3], ["the", "zebra"]),
        ("  ", [2, 3], []),
        ("the the the the the the the the", [2, 7, 7, 7, 7, 7, 7, 3], ["the"] * 6),
    ],
)
def test_every_piece_knows_where_it_stands(text: str, numbers: list[int], words: list[str]) -> None:
    cut = Pieces(VOCABULARY, longest=8).cut(text)
    assert cut.numbers == numbers
    assert [text[start:end] for start, end in cut.offsets if end > start] == words


def test_emoji_people_and_addresses_are_written_out_and_keep_their_place() -> None:
    text = "@dave soooo 🐀 https://example.org/x"
    written = for_model(text)
    assert written.text == "@user soo  rat  url"
    start = written.text.index("rat")
    assert text[slice(*written.original(start, start + 3))] == "🐀"


def test_a_text_gets_the_same_answer_whatever_was_read_before() -> None:
    text = "Our deputy couldn't organise a sandwich"
    alone = MODEL.ask(text)
    MODEL.ask("Something else altogether " * 30)
    assert MODEL.ask(text) == alone


def test_the_file_is_small_enough_for_a_package() -> None:
    assert (HOME / WEIGHTS).stat().st_size < 30 * 1024 * 1024


def test_every_topic_has_its_scale_and_its_bar() -> None:
    assert set(MODEL.topics) == set(Topic)
    for topic in Topic:
        assert MODEL.facts["likely"][topic] >= 0.5
        assert MODEL.facts["calibration"][topic][0] > 0
    assert 0 < MODEL.facts["shown"] < 1


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The model's folder, to be spoilt."""
    return Path(shutil.copytree(HOME, tmp_path / "model"))


def test_weights_that_were_changed_are_not_used(copy: Path) -> None:
    (copy / WEIGHTS).write_bytes((copy / WEIGHTS).read_bytes()[:-1] + b"x")
    with pytest.raises(ModelMissing):
        Model(copy)


def test_weights_that_are_no_model_are_told_as_such(copy: Path) -> None:
    import hashlib

    (copy / WEIGHTS).write_bytes(b"not a model")
    facts = json.loads((copy / FACTS).read_text(encoding="utf-8"))
    facts["sha256"] = hashlib.sha256(b"not a model").hexdigest()
    (copy / FACTS).write_text(json.dumps(facts), encoding="utf-8")
    with pytest.raises(ModelMissing):
        Model(copy)


@pytest.mark.parametrize("name", [WEIGHTS, FACTS])
def test_a_file_that_is_gone_is_told_as_such(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(ModelMissing):
        Model(copy)


def read_without_model(monkeypatch: pytest.MonkeyPatch, *texts: str) -> tuple[Material, Detected[Remark]]:
    def gone() -> Model:
        raise ModelMissing("gone")

    monkeypatch.setattr(component, "Model", gone)
    snapshot = a_snapshot(*(a_post(text, id=f"p{number}") for number, text in enumerate(texts)))
    material = Material(snapshot, None, a_policy(), Silent())
    return material, LanguageReader().detect(material)


def test_without_the_model_the_lists_still_work_and_nothing_is_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    _, found = read_without_model(monkeypatch, "Our head is a moron", "Lovely walk today")
    assert [(item, [r.topic for r in remarks]) for item, remarks in found.matches.items()] == [
        ("p0", [Topic.DEROGATORY])
    ]
    assert len(found.gaps) == 1
    assert found.gaps[0].startswith("the language model could not be loaded")


def test_a_quiet_profile_is_not_clear_without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    material, found = read_without_model(monkeypatch, "Lovely walk today")
    finding = CHECK.run(a_case(material.snapshot, remarks={}, gaps={Detector.LANGUAGE: found.gaps}))
    assert finding.outcome is Outcome.NOT_CHECKED
    assert "could not be loaded" in (finding.reason or "")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120))
def test_marked_words_lie_inside_the_text_whatever_it_is(text: str) -> None:
    for remark in READER.read(text):
        assert remark.spans
        assert all(0 <= start < end <= len(text) for start, end in remark.spans)


@pytest.mark.parametrize(
    ("remark", "look_alike", "topic"),
    [
        (
            "Tutoring slots for GCSE maths open now, £30 an hour, DM me",
            "Maths club is open to everyone on Tuesdays, free, bring a friend",
            Topic.PROMOTION,
        ),
        (
            "Our new uniform policy is far too strict if you ask me",
            "Our new uniforms arrived and everyone looks so smart",
            Topic.SCHOOL_POLICY,
        ),
        (
            "Wouldn't trust that man to run a bath, never mind a school",
            "I'd trust that man with the bath, the school and the dog",
            Topic.DEROGATORY,
        ),
    ],
)
def test_what_no_rule_holds_is_heard_and_its_look_alike_is_not(
    remark: str, look_alike: str, topic: Topic
) -> None:
    (heard,) = READER.read(remark)
    assert heard.topic is topic
    assert heard.reason.startswith(("Read as a whole", "This may come across as advertising"))
    assert all(len(remark[start:end].split()) <= 9 for start, end in heard.spans)
    assert READER.read(look_alike) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Vote how you like, but please go and vote",
        "Which parents, Pat?",
        "Alex Teacher",
        "Me? Older than the boiler and half as reliable",
        "Staff do on Friday, bring your dancing shoes",
        "Mam's birthday. She won't say which.",
    ],
)
def test_oneself_the_family_a_party_and_the_duty_to_vote_are_nobody_run_down(text: str) -> None:
    assert READER.read(text) == ()


def test_a_rule_that_nothing_else_speaks_for_is_not_believed() -> None:
    doubted = Answer({}, {}, frozenset(), frozenset(), anything=0.0, doubted=True, parts=())
    believed = replace(doubted, anything=1.0, doubted=False)
    pipeline = build()
    doc = pipeline("Trust them to be late. Year 9 smell of oranges.")
    mocking = Draft("mocking", Confidence.LIKELY, ((0, 2),), Target.PUPIL)
    swearing = Draft("swear", Confidence.LIKELY, ((0, 1),), None)
    doc.user_data[ANSWERS_KEY] = [doubted]
    assert heard(doc, [mocking, swearing], setting_of(doc)) == [swearing]
    doc.user_data[ANSWERS_KEY] = [doubted, believed]
    assert heard(doc, [mocking, swearing], setting_of(doc)) == [mocking, swearing]


def test_the_end_of_a_long_post_is_heard_too() -> None:
    walk = "We walked along the river and had a lovely lunch by the old bridge. " * 12
    (heard,) = READER.read(walk + "Tutoring slots for GCSE maths open now, £30 an hour, DM me")
    assert heard.topic is Topic.PROMOTION
    assert heard.spans[0][0] >= len(walk)


def test_words_quoted_to_object_to_them_are_not_heard() -> None:
    assert READER.read('"Gay people are not right in the head" is never okay to say, and I told him so') == ()


def test_oneself_alone_in_a_post_undoes_only_what_the_model_is_unsure_of() -> None:
    doc = build()("Never hire a Bulgarian, I tell myself. That's all. That's the advice.")
    (unsure,) = doc.user_data[ANSWERS_KEY]
    chances = dict.fromkeys(unsure.chances, 0.0) | {Topic.DISCRIMINATORY: 0.7}
    unsure = replace(unsure, chances=chances, likely=frozenset(), shown=frozenset({Topic.DISCRIMINATORY}))
    sure = replace(unsure, likely=unsure.shown)
    doc.user_data[ANSWERS_KEY] = [unsure]
    assert heard(doc, [], setting_of(doc)) == []
    doc.user_data[ANSWERS_KEY] = [sure]
    assert [draft.confidence for draft in heard(doc, [], setting_of(doc))] == [Confidence.LIKELY]


def test_somebody_met_in_passing_is_nobody_run_down_unless_one_was_there_oneself() -> None:
    met = build()("Tea on the pier, and a man asking whether his van would float")
    own = build()("I told a man on the pier that his van would float, the fool believed me")
    for doc, many in ((met, 0), (own, 1)):
        (answer,) = doc.user_data[ANSWERS_KEY]
        answer = replace(answer, likely=frozenset(), shown=frozenset({Topic.DEROGATORY}))
        doc.user_data[ANSWERS_KEY] = [answer]
        assert len(heard(doc, [], setting_of(doc))) == many


def test_a_plain_comment_on_a_rule_runs_the_school_down_only_where_that_is_as_plain() -> None:
    doc = build()("The new phone policy at our place helps nobody, they hide them better now")
    (answer,) = doc.user_data[ANSWERS_KEY]
    both, rule = frozenset({Topic.SCHOOL_POLICY, Topic.DISREPUTE}), frozenset({Topic.SCHOOL_POLICY})
    for likely, told in ((rule, ["heard_school_policy"]), (both, ["heard_disrepute", "heard_school_policy"])):
        doc.user_data[ANSWERS_KEY] = [replace(answer, likely=likely, shown=both)]
        assert sorted(draft.kind for draft in heard(doc, [], setting_of(doc))) == told


@pytest.mark.parametrize(
    ("text", "marked", "told"),
    [
        ("She has anorexia and was on the ward all spring", range(1, 7), "She has anorexia"),
        ("My class are the dregs of the year", range(3), "My class are the dregs of the year"),
    ],
)
def test_marked_words_say_something_and_do_not_end_with_one_that_leads_on(
    text: str, marked: range, told: str
) -> None:
    doc = build()(text)
    (answer,) = doc.user_data[ANSWERS_KEY]
    parts = tuple(
        Part(token.idx, token.idx + len(token), (float(token.i in marked),) * len(answer.chances))
        for token in doc
    )
    topic, chances = frozenset({Topic.CONFIDENTIAL}), answer.chances | {Topic.CONFIDENTIAL: 0.9}
    doc.user_data[ANSWERS_KEY] = [
        replace(answer, chances=chances, likely=frozenset(), shown=topic, parts=parts)
    ]
    (draft,) = heard(doc, [], setting_of(doc))
    ((start, end),) = draft.stretches
    assert doc[start:end].text == told


@pytest.mark.parametrize(
    "around", ["Well done everyone, proud of you all.", "Marking a lesson on Bulgaria.", "That's all."]
)
def test_good_wishes_teaching_and_nobody_named_undo_nothing_that_is_heard(around: str) -> None:
    doc = build()(f"Never hire a Bulgarian. {around}")
    (answer,) = doc.user_data[ANSWERS_KEY]
    topic = frozenset({Topic.DISCRIMINATORY})
    doc.user_data[ANSWERS_KEY] = [replace(answer, likely=frozenset(), shown=topic)]
    (draft,) = heard(doc, [], setting_of(doc))
    assert draft.confidence is Confidence.UNSURE


def test_each_remark_tells_the_models_chance_for_its_topic_whoever_noticed_it() -> None:
    text = "Our head of year is a spiteful bully and she makes the new staff cry"
    (remark,) = READER.read(text)
    answer = MODEL.ask(text)
    assert remark.score == answer.chances[remark.topic] > 0.5


def test_without_the_model_a_remark_has_no_score(monkeypatch: pytest.MonkeyPatch) -> None:
    _, found = read_without_model(monkeypatch, "Our head is a moron")
    assert [remark.score for remark in found.matches["p0"]] == [None]
