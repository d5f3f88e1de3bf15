"""YouTube's pages and data answers, read top to bottom: recognise, owner, posts, connections, settings.

On what each generation rests: channel pages and their further stretches on real answers of 2026 (three
channels) and a real page of January 2024, all signed out; watch pages, comments, posts, shorts, the list of
subscriptions and the switches on published shapes; that YouTube marks a channel shown to its owner
(``is_owner``) on the same mark with the value "false" in all of these samples. The feed is YouTube's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selfaudit.model.snapshot import Connection, Gap, Owner, Post, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Door, Lens, Part
from selfaudit.platforms.generic.answers import Answer
from selfaudit.platforms.generic.values import part_of, text_in
from selfaudit.platforms.merging import one_each
from selfaudit.platforms.reading import OF_UNKNOWN_FORM, GapLog
from selfaudit.platforms.youtube.answers import (
    SITE,
    answers,
    channel_id,
    complaints,
    each,
    handle_of,
    is_answer,
    is_page,
    logged_in,
    notes,
    page_logged_in,
    written,
)
from selfaudit.platforms.youtube.channel import (
    handle_in,
    is_channel,
    is_owners_view,
    more_links,
    owner_of,
    pictures_of,
    proven,
)
from selfaudit.platforms.youtube.feeds import feed_posts, is_feed, text_of, tree_of
from selfaudit.platforms.youtube.items import (
    Raw,
    Whose,
    comments_of,
    identity_of,
    images_of,
    is_video,
    items_of,
    post_of,
    under,
    watched,
)
from selfaudit.platforms.youtube.material import Found, found_in
from selfaudit.platforms.youtube.rendered import Page
from selfaudit.platforms.youtube.settings import SETTINGS, settings_of

PLATFORM = "youtube"
NO_CHANNEL = (
    "somebody was signed in to YouTube, but this Google account has no channel, "
    "so there is no profile to read"
)
UNKNOWN_FORM = f"a page of YouTube {OF_UNKNOWN_FORM}"
_STUDIO = (
    "private and unlisted videos are listed in YouTube Studio only, which was not read; "
    "Google's download of your data holds them"
)
_COMMENTS = (
    "comments that you wrote under other people's videos are shown at myactivity.google.com only; "
    "Google's download of your data holds them"
)
_NO_COMMENTS = (
    "comments under your videos were not in what was read: YouTube fetches them only as one scrolls to them"
)
_SUBSCRIBERS = "who subscribes to you is shown in YouTube Studio only, and only those who let it be seen"
_UNWATCHED = "videos were not watched: only their covers were looked at"
_TITLES_ONLY = (
    "the lists show only the titles of these videos, not their whole descriptions, and no exact time"
)
_MORE_LINKS = "the channel has more links, which only a click shows"


def recognise(visit: Visit) -> bool:
    """Whether a page, data answer or feed is YouTube's."""
    if any(map(is_page, visit.documents[:1])) or any(map(is_feed, visit.responses)):
        return True
    return not visit.documents and any(map(is_answer, answers([visit])))


def viewer(visit: Visit) -> Account | None:
    """Who was signed in when this was saved, as YouTube itself says."""
    found = found_in([visit])
    for answer in found.answers:
        if is_channel(answer) and is_owners_view(answer):
            return proven(answer)
    for _, menu in (
        one for answer in found.answers for one in each(answer.value, "activeAccountHeaderRenderer")
    ):
        handle = written(menu.get("channelHandle")).lstrip("@")
        if handle:
            return _of_menu(handle, written(menu.get("accountName")) or None)
    for page in found.pages:
        if shown := page.menu_handle():
            return _of_menu(shown, page.menu_name())
        if page.owned and page_logged_in(page.document) is not False:
            return _of_page(page)
    return None


def _of_page(page: Page) -> Account:
    handle = page.handle or page.channel or ""
    proof = f"YouTube's page offered the workshop of the channel {handle}, as it does to its owner alone."
    return Account(handle, proof, page.channel, page.name, f"{SITE}/channel/{page.channel}")


def _of_menu(handle: str, name: str | None) -> Account:
    proof = f"YouTube's own account menu named @{handle} as signed in."
    return Account(handle, proof, name=name, url=f"{SITE}/@{handle}")


def signed_out(visit: Visit) -> bool:
    """Whether the page says that nobody was signed in."""
    found = found_in([visit])
    told = [logged_in(answer) for answer in found.answers]
    told += [page_logged_in(page.document) for page in found.pages]
    told += [False for page in found.pages if page.offers_sign_in]
    return False in told and True not in told


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one channel."""
    found, gaps = found_in(visits), GapLog()
    whose = _whose(found, account)
    snapshot = Snapshot(PLATFORM, Door.PAGES, site=SITE, proof=account.proof if account else None)
    if whose is None:
        return replace(snapshot, owner=Owner(name=_menu_name(found)), gaps=_nothing(found))
    tops = [answer for answer in found.answers if is_channel(answer) and whose.is_(channel_id(answer))]
    raws = [raw for answer in found.answers for raw in items_of(answer, whose)]
    posts = _posts(found, raws, whose, gaps)
    images = [image for raw in raws for image in images_of(raw, found.media)]
    snapshot = replace(
        snapshot,
        owner=_owner(found, tops, whose),
        posts=posts,
        connections=_subscriptions(found),
        settings=tuple({one.name: one for one in settings_of(found.answers)}.values()),
        images=one_each((*pictures_of(tops, found.media), *images)),
    )
    return _measured(snapshot, found, tops, raws, gaps)


def _whose(found: Found, account: Account | None) -> Whose | None:
    """The proven account; without one, the channel that the pages are about."""
    tops = [answer for answer in found.answers if is_channel(answer)]
    if account:
        same = (channel_id(top) for top in tops if handle_in(top) == account.handle)
        return Whose(account.id or next(same, None), account.handle)
    for answer in (*tops, *(answer for answer in found.answers if channel_id(answer))):
        return Whose(channel_id(answer), handle_in(answer))
    for answer in found.answers:
        about = part_of(answer.value, "microformat", "playerMicroformatRenderer")
        if maker := text_in(part_of(answer.value, "videoDetails"), "channelId"):
            return Whose(maker, handle_of(text_in(about, "ownerProfileUrl")))
    for page in found.pages:
        if page.channel or page.handle:
            return Whose(page.channel, page.handle)
    feeds = (tree_of(response) for visit in found.visits for response in visit.responses if is_feed(response))
    return next(
        (Whose(maker, None) for tree in feeds for maker in [text_of(tree, "channelId")] if maker), None
    )


def _owner(found: Found, tops: Sequence[Answer], whose: Whose) -> Owner:
    owner = owner_of(tops, whose.id, whose.handle)
    shown = (page.name for page in found.pages if whose.is_(page.channel, page.handle))
    return owner if owner.name else replace(owner, name=next(filter(None, shown), None))


def _posts(found: Found, raws: Sequence[Raw], whose: Whose, gaps: GapLog) -> tuple[Post, ...]:
    """The fullest account of each video first: its own page, then the feed, then the lists."""
    whole = [post for answer in found.answers if (post := watched(answer, whose))]
    listed = gaps.keep(Part.POSTS, lambda raw: post_of(raw, found.media), raws)
    shown = [post for page in found.pages if whose.is_(page.channel, page.handle) for post in page.videos()]
    posts = one_each((*whole, *feed_posts(found.visits, whose), *listed, *shown))
    bare = {identity_of(raw) for raw in raws if is_video(raw)}
    untold = sum(post.time is None and post.id in bare | {one.id for one in shown} for post in posts)
    if untold:
        gaps.miss(Part.POSTS, _TITLES_ONLY, untold)
    return one_each((*posts, *_comments(found, whose, {post.id for post in posts})))


def _comments(found: Found, whose: Whose, own: set[str]) -> Iterator[Post]:
    """Comments under own videos, and the owner's own under any."""
    for visit in found.visits:
        pieces = answers([visit])
        ids = {text_in(part_of(piece.value, "videoDetails"), "videoId") for piece in pieces} - {""}
        video = ids.pop() if len(ids) == 1 else None
        for comment in (one for piece in pieces for one in under(list(comments_of(piece, whose)), video)):
            if comment.own or video in own:
                yield comment


def _subscriptions(found: Found) -> tuple[Connection, ...]:
    """The channels on the signed-in person's own list of subscriptions."""
    lists = [answer for answer in found.answers if notes(answer).get("browse_id") == "FEchannels"]
    lists = [answer for answer in lists if logged_in(answer)]
    people = [one for answer in lists for _, one in each(answer.value, "channelRenderer")]
    return one_each(
        Connection(
            id=text_in(one, "channelId"),
            display_name=written(one.get("title")) or None,
            handle=next((h for v in one.values() if (h := handle_of(_base(v)))), None),
            relation="following",
            about=written(one.get("descriptionSnippet")) or None,
            url=f"{SITE}/channel/{text_in(one, 'channelId')}",
        )
        for one in people
        if text_in(one, "channelId")
    )


def _base(value: object) -> str:
    return text_in(part_of(value, "browseEndpoint"), "canonicalBaseUrl")


def _menu_name(found: Found) -> str | None:
    return next((name for page in found.pages if (name := page.menu_name())), None)


def _nothing(found: Found) -> tuple[Gap, ...]:
    """Why no channel was found."""
    told = _complaints(found)
    if told or not found.pages:
        return told
    menus = [page.menu_handle() for page in found.pages]
    signed_in = any(page_logged_in(page.document) for page in found.pages)
    return (Gap(Part.OTHER, NO_CHANNEL if signed_in and "" in menus else UNKNOWN_FORM),)


def _complaints(found: Found) -> tuple[Gap, ...]:
    said = dict.fromkeys(complaints(found.answers))
    return tuple(Gap(Part.OTHER, f"YouTube says: “{sentence.rstrip('.')}”") for sentence in said)


def _measured(
    snapshot: Snapshot, found: Found, tops: Sequence[Answer], raws: Sequence[Raw], gaps: GapLog
) -> Snapshot:
    """What was read to its end; YouTube's counts are rounded, so that no list is claimed from them."""
    told = _complaints(found)
    read = [Part.BIO] if snapshot.owner.bio is not None else []
    if more_links(tops):
        gaps.miss(Part.CONTACT, _MORE_LINKS)
    elif read:
        read.append(Part.CONTACT)
    videos = {identity for raw in raws if is_video(raw) and (identity := identity_of(raw))}
    if videos:
        gaps.miss(Part.IMAGES, _UNWATCHED, len(videos))
    shown = bool(tops or snapshot.posts or snapshot.connections or snapshot.settings)
    unknown = () if told or shown else _nothing(found)
    absent = _absent(snapshot, found) if tops or snapshot.settings else ()
    return replace(snapshot, read=tuple(read), gaps=(*told, *unknown, *gaps.gaps, *absent))


def _absent(snapshot: Snapshot, found: Found) -> Iterator[Gap]:
    """What a channel's pages do not show, though the account has it."""
    yield Gap(Part.CONNECTIONS, _SUBSCRIBERS)
    if not snapshot.has(Part.COMMENTS):
        yield Gap(Part.COMMENTS, _NO_COMMENTS)
    if not all(visit.lens is Lens.PUBLIC for visit in found.visits):
        yield Gap(Part.POSTS, _STUDIO, lens=Lens.OWNER)
        yield Gap(Part.COMMENTS, _COMMENTS, lens=Lens.OWNER)
        yield from SETTINGS.not_seen(snapshot.settings)
