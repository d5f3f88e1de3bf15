"""Content that a page keeps in shadow roots, as saved pages and the live view write them down."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.model.visit import Document, Visit
from selfaudit.model.vocabulary import PostKind
from selfaudit.platforms.generic.markup import written_text
from selfaudit.platforms.reading import soup_of, visible_text
from selfaudit.platforms.reddit import REDDIT
from selfaudit.platforms.website import WEBSITE


@pytest.mark.parametrize("mark", ["shadowrootmode", "shadowroot", "shadowmode"])
@pytest.mark.parametrize("mode", ["open", "closed"])
def test_a_shadow_root_is_read_as_what_people_see(mark: str, mode: str) -> None:
    soup = soup_of(f'<x-card><template {mark}="{mode}"><p>Inside</p></template></x-card><p>After</p>')
    assert visible_text(soup) == "Inside After"
    assert written_text(soup.body) == "Inside\nAfter"


def test_a_template_that_is_no_shadow_root_stays_unseen() -> None:
    soup = soup_of("<template><p>A pattern</p></template><p>Seen</p>")
    assert visible_text(soup) == "Seen"


def test_what_fills_a_slot_stands_in_it_once_and_hides_its_stand_in() -> None:
    soup = soup_of(
        '<x-post><template shadowrootmode="open"><header>By <slot name="who">nobody</slot></header>'
        '<slot>Loading</slot><div><slot name="foot">No answers</slot></div></template>'
        '<b slot="who">Sam</b><p>Rain again</p></x-post>'
    )
    assert visible_text(soup) == "By Sam Rain again No answers"
    assert len(soup.find_all("b")) == 1


def test_roots_inside_roots_are_all_opened() -> None:
    inner = '<y-b><template shadowrootmode="open"><i>deep</i></template></y-b>'
    soup = soup_of(f'<x-a><template shadowrootmode="open">{inner}<slot></slot></template><u>light</u></x-a>')
    assert visible_text(soup) == "deeplight"
    assert soup.find("template") is None


def test_posts_in_shadow_roots_are_posts() -> None:
    post = (
        '<article class="h-entry"><a class="p-author h-card" href="https://alex.example/">Alex</a>'
        '<div class="e-content">Kept in the shade</div></article>'
    )
    page = f'<x-feed><template shadowrootmode="open">{post}</template></x-feed>'
    snapshot = WEBSITE.parse([Visit(None, (Document("https://alex.example/", page),))], None)
    assert [(one.text, one.kind, one.own) for one in snapshot.posts] == [
        ("Kept in the shade", PostKind.POST, True)
    ]


def test_a_post_of_reddits_is_read_the_same_with_its_shadow_root_and_without() -> None:
    post = (
        '<shreddit-post id="t3_1" author="sam" post-title="Tea" created-timestamp="2026-01-02T10:00:00+0000" '
        'permalink="/user/sam/comments/1/tea/">{}<div slot="text-body"><p>First</p></div></shreddit-post>'
    )
    shade = '<template shadowrootmode="open"><slot name="text-body"></slot><button>Share</button></template>'
    read = [
        REDDIT.parse([Visit(None, (Document("https://www.reddit.com/user/sam/", post.format(root)),))], None)
        for root in ("", shade)
    ]
    assert read[0].posts == read[1].posts
    assert [one.text for one in read[1].posts] == ["Tea\nFirst"]


def test_a_root_within_a_slot_that_something_else_fills_is_not_shown_and_raises_nothing() -> None:
    root = '<template shadowrootmode="open">'
    soup = soup_of(f"<body>Tea{root}<slot>{root}Instead of tea</template></slot></template>")
    assert soup.get_text() == "Tea"


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                '<template shadowrootmode="open">',
                "</template>",
                "<slot>",
                "</slot>",
                "<x-a>",
                "</x-a>",
                "text",
            ]
        ),
        max_size=14,
    )
)
def test_broken_roots_lose_no_text_and_raise_nothing(pieces: list[str]) -> None:
    soup = soup_of("<body>" + "".join(pieces))
    assert soup.find("template") is None
