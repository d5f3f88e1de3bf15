"""A blog's privacy switches, as WordPress 6 and WordPress.com named them in autumn 2026."""

from __future__ import annotations

from urllib.parse import urljoin

from selfaudit.model.snapshot import Setting

_VISIBILITY = {
    "-1": "Private: only people you invite",
    "0": "Public, but search engines are asked to keep out",
    "1": "Public, and search engines are welcome",
}


def search_engines(allowed: bool, site: str | None) -> Setting:
    """Whether the blog asks search engines to leave it out."""
    return Setting(
        "search_engines",
        "Welcome" if allowed else "Asked to keep out",
        "Asked to keep out",
        label="Your blog in search engines",
        where="Settings, then Reading: tick “Discourage search engines from indexing this site” "
        "(an administrator of the blog can do it)",
        url=urljoin(site, "/wp-admin/options-reading.php") if site else None,
    )


def comments(open_: bool, site: str | None) -> Setting:
    """Whether anybody can write under the posts."""
    return Setting(
        "comments",
        "Open on some posts" if open_ else "Closed",
        "Closed",
        label="Comments by other people under your posts",
        where="On each post: Discussion, untick “Allow comments”. For new posts: Settings, then Discussion",
        url=urljoin(site, "/wp-admin/edit.php") if site else None,
    )


def visibility(blog_public: str) -> Setting | None:
    """Who may read the blog at all, as WordPress.com's settings carry it."""
    value = _VISIBILITY.get(blog_public)
    if value is None:
        return None
    return Setting(
        "visibility",
        value,
        _VISIBILITY["-1"],
        label="Who can read your blog",
        where="Settings, then General, then Privacy: choose “Private”",
    )
