"""What is learned from and was written for this project: patterns open up whole, nothing scored gets in."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from benchmarks.language import corpora
from training import patterns, school
from training.kept_out import without_scored
from training.posts import SOMEHOW_FOUL, Post, set_apart
from training.school import minimal_pairs
from training.settings import FOUL, heads

OPENED = patterns.posts(3, seed=1)
KNOWN = {*heads(), SOMEHOW_FOUL}


def test_every_pattern_opens_up_without_a_gap() -> None:
    assert [post.text for post in OPENED if set("{}|") & set(post.text)] == []


def test_what_is_known_of_a_pattern_is_about_the_heads() -> None:
    assert [post for post in OPENED if not post.known or not KNOWN.issuperset(post.known)] == []
    assert set(heads()) > set(FOUL)


def test_no_pattern_is_both_for_and_against() -> None:
    hateful = {post.text.lower() for post in OPENED if post.known.get("discriminatory", (0, 0))[0]}
    harmless = {post.text.lower() for post in OPENED if SOMEHOW_FOUL in post.known}
    assert hateful & harmless == set()


def test_a_scored_text_is_dropped_however_it_is_dressed() -> None:
    scored = corpora.own("held_out")[0].text
    posts = [Post(scored), Post(f"  {scored.upper()}!! "), Post("Nothing that is scored says this at all.")]
    assert without_scored(posts) == posts[2:]


def test_the_corpus_holds_no_scored_text() -> None:
    corpus = school.corpus()
    assert without_scored(corpus) == corpus


def test_a_minimal_pair_is_held_back_or_learned_from_as_a_whole() -> None:
    corpus = school.corpus()
    learned_from, held = set_apart(corpus, share=0.15, seed=1)
    assert not {post.group for post in learned_from} & {post.group for post in held}
    assert len(learned_from) + len(held) == len(corpus)
    larger, _ = set_apart([*corpus, Post("one more", group="new")], share=0.15, seed=1)
    assert {post.text for post in learned_from} <= {post.text for post in larger}


def test_no_two_posts_of_the_corpus_are_the_same() -> None:
    texts = sorted("".join(filter(str.isalnum, post.text.lower())) for post in school.corpus())
    assert [one for one, other in pairwise(texts) if one == other] == []


def test_labels_that_rule_each_other_out_never_stand_together() -> None:
    for post in OPENED:
        wanted = {head for head, (yes, _) in post.known.items() if yes}
        denied = {head for head, (yes, _) in post.known.items() if not yes}
        assert not wanted & (set(FOUL) if SOMEHOW_FOUL in denied else denied), post.text


def test_minimal_pairs_are_whole_groups_held_back_that_hold_both() -> None:
    answers = defaultdict(set)
    for post in minimal_pairs("discriminatory"):
        answers[post.group].add(post.known["discriminatory"][0])
    assert len(answers) > 100
    assert all(both == {0, 1} for both in answers.values())
