"""Blogs: WordPress live, from saved pages and its export; Blogger, Ghost and feeds from saved pages."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.platforms.blog.export import BLOG_EXPORT
from selfaudit.platforms.blog.material import fold
from selfaudit.platforms.blog.pages import WORDPRESS
from selfaudit.platforms.blog.parse import LACKS, PLATFORM, parse, recognise, several, signed_out, viewer

BLOG = Platform(
    id=PLATFORM,
    title="WordPress and other blogs",
    also=("wordpress", "blogger", "blogspot", "ghost", "feed"),
    recognise=recognise,
    parse=parse,
    live=WORDPRESS,
    export=BLOG_EXPORT,
    lacks=LACKS,
    viewer=viewer,
    writers=several,
    signed_out=signed_out,
    spelling=fold,
    evidence=(
        "Real: a WordPress that runs in our tests, signed in and out, and saved pages of WordPress and"
        " Blogger, and published export files of WordPress. Published shape: Ghost and feeds. Invented: pages"
        " of private blogs."
    ),
)
