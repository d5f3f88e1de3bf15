"""A real Bluesky server, a real browser, the live door: what each lens saw, and that nothing was changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from real_sites import pds_content as content
from real_sites.pds import Server
from real_sites.signing_in import sign_in_to_the_server

from selfaudit.app import capture as capture_to
from selfaudit.browser.capture import capture
from selfaudit.errors import SignInAbandoned
from selfaudit.model.codec import load_snapshot
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Connection, Gap, Snapshot
from selfaudit.model.vocabulary import Audience, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.bluesky import BLUESKY

pytestmark = [pytest.mark.real_site, pytest.mark.browser]
BOTH = (Lens.OWNER, Lens.PUBLIC)
NOT_KEPT = "your server knows whom you follow, but not who follows you"


@dataclass(frozen=True)
class Taken:
    """One capture, and what the server kept before and after it."""

    server: Server
    snapshot: Snapshot
    folder: Path
    before: dict[str, str]
    after: dict[str, str]


@pytest.fixture(scope="module")
def taken(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Taken:
    before = server.contents()
    folder = capture_to(
        "bluesky",
        tmp_path_factory.mktemp("runs") / "bluesky",
        site=server.address,
        sign_in=partial(sign_in_to_the_server, remember=True),
        headless=True,
    )
    return Taken(server, load_snapshot(folder), folder, before, server.contents())


def test_every_post_is_read_by_both_lenses_with_its_kind_and_time(taken: Taken) -> None:
    assert len(taken.server.posts) == 129
    kinds = dict.fromkeys(taken.server.posts, PostKind.POST)
    kinds |= {
        key: PostKind.REPLY
        for key, record in taken.server.posts.items()
        if record["text"] == content.ANSWER_TEXT
    }
    assert {
        post.id: (post.text, post.kind, post.own, post.time, post.audience, post.lenses, post.links)
        for post in taken.snapshot.posts
    } == {
        key: (
            record["text"],
            kinds[key],
            True,
            datetime.fromisoformat(record["createdAt"]).astimezone(UTC),
            Audience.PUBLIC,
            BOTH,
            (content.LINK,) if record is content.LINKED else (),
        )
        for key, record in taken.server.posts.items()
    }


def test_the_pictures_are_the_very_ones_that_were_stored(taken: Taken) -> None:
    photo = next(key for key, one in taken.server.posts.items() if one["text"] == content.PHOTO_TEXT)
    found = {
        (image.role, image.post, image.caption, image.lenses): (taken.folder / str(image.file)).read_bytes()
        for image in taken.snapshot.images
    }
    assert len(taken.snapshot.images) == 2
    assert found == {
        (ImageRole.AVATAR, None, None, BOTH): content.AVATAR,
        (ImageRole.PHOTO, photo, content.CAPTION, BOTH): content.PHOTO,
    }
    (post,) = (post for post in taken.snapshot.posts if post.images)
    assert (post.id, post.images) == (photo, (next(i.file for i in taken.snapshot.images if i.post),))


def test_people_are_those_whom_the_owner_follows_or_blocks(taken: Taken) -> None:
    people, since = taken.server.people, datetime(2026, 3, 2, 8, tzinfo=UTC)
    site = "https://bsky.app/profile"
    assert set(taken.snapshot.connections) == {
        Connection(
            people[content.FRIEND],
            content.FRIEND_NAME,
            content.FRIEND,
            "following",
            since,
            content.FRIEND_BIO,
            f"{site}/{content.FRIEND}",
            BOTH,
        ),
        Connection(
            content.ELSEWHERE, None, None, "following", since, None, f"{site}/{content.ELSEWHERE}", BOTH
        ),
        Connection(
            people[content.PUPIL],
            content.PUPIL_NAME,
            content.PUPIL,
            "following",
            since,
            content.PUPIL_BIO,
            f"{site}/{content.PUPIL}",
            BOTH,
        ),
        Connection(
            people[content.BLOCKED],
            None,
            content.BLOCKED,
            "blocked",
            since,
            None,
            f"{site}/{content.BLOCKED}",
            BOTH,
        ),
    }


def test_the_owner_is_who_signed_in_and_the_email_is_theirs_alone_to_see(taken: Taken) -> None:
    owner = taken.snapshot.owner
    assert (owner.handle, owner.name, owner.bio) == (content.OWNER, content.NAME, content.BIO)
    assert (owner.emails, owner.links, owner.lenses) == ((content.EMAIL,), (), BOTH)
    assert content.OWNER in str(taken.snapshot.proof)


def test_the_switches_are_those_that_were_set_and_the_standing_choice_for_those_that_were_not(
    taken: Taken,
) -> None:
    found = {(one.name, one.value, one.highest, one.lens) for one in taken.snapshot.settings}
    hidden = "Asked to be hidden"
    assert found == {
        ("logged_out_visibility", hidden, hidden, Lens.OWNER),
        ("logged_out_visibility", hidden, hidden, Lens.PUBLIC),
        ("messages", "Everyone", "No one", Lens.OWNER),
        ("activity_notifications", "Your followers", "No one", Lens.OWNER),
    }


def test_what_such_a_server_does_not_know_is_told_and_the_rest_was_read_to_its_end(taken: Taken) -> None:
    unseen = "the site showed nothing of this where it usually is"
    passed_on = "your server keeps the address of what you reposted, not its text"
    assert set(taken.snapshot.gaps) == {
        Gap(part, reason, count, lens)
        for lens in BOTH
        for part, reason, count in (
            (Part.COMMENTS, unseen, None),
            (Part.CONNECTIONS, NOT_KEPT, None),
            (Part.POSTS, passed_on, 1),
        )
    }
    assert set(taken.snapshot.read) == set(Part) - {Part.COMMENTS, Part.OTHER}


def test_looking_changed_nothing_on_the_server(taken: Taken) -> None:
    assert len(taken.before) == 5
    assert taken.before == taken.after


def test_a_sign_in_that_lives_in_one_page_still_proves_whose_profile_it_is(
    server: Server, tmp_path: Path
) -> None:
    captured = capture(
        BLUESKY,
        site=server.address,
        media_folder=tmp_path / "media",
        sign_in=sign_in_to_the_server,
        headless=True,
        progress=Silent(),
    )
    account = captured.account
    assert (account.handle, account.id) == (content.OWNER, server.people[content.OWNER])
    owner = BLUESKY.parse(captured.visits[Lens.OWNER], account)
    assert {post.id for post in owner.posts} == set(server.posts)
    assert owner.owner.emails == ()
    assert Part.CONTACT not in captured.done[Lens.OWNER]
    assert Part.POSTS in captured.done[Lens.OWNER]


def test_a_wrong_password_ends_in_one_sentence_and_reads_nothing(server: Server, tmp_path: Path) -> None:
    def try_twice(page: Any) -> None:
        for password in ("not the password", "nor is this"):
            sign_in_to_the_server(page, password)
            page.wait_for_selector("text=Wrong identifier or password")

    with pytest.raises(SignInAbandoned) as told:
        capture(
            BLUESKY,
            site=server.address,
            media_folder=tmp_path / "media",
            sign_in=try_twice,
            headless=True,
            progress=Silent(),
        )
    assert told.value.sentence == "The sign-in did not succeed."
    assert not (tmp_path / "media").exists()
