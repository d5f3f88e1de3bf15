"""The kinds of files that lie in what people name: which are read, belong to a page, or are nobody's."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from pathlib import Path

PAGES = frozenset({".html", ".htm", ".xhtml"})
MHTML = frozenset({".mhtml", ".mht"})
WEBARCHIVE = frozenset({".webarchive"})
HAR = frozenset({".har"})
JSON = frozenset({".json"})
FEEDS = frozenset({".xml", ".rss", ".atom"})
READABLE = PAGES | MHTML | WEBARCHIVE | HAR | JSON | FEEDS
ARCHIVES = frozenset({".zip", ".gz", ".tgz", ".tar", ".7z", ".rar", ".bz2", ".xz"})
_PICTURES = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".heic", ".bmp", ".tif", ".tiff", ".svg"}
)
_STYLES = frozenset({".css", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".map"})
_NOISE = frozenset({"__macosx", "thumbs.db", "desktop.ini", "icon\r"})
_FOLDER_ENDINGS = (
    *("_files", ".files", "-files", "_file", "_fichiers", "-dateien", "_archivos", "_ficheiros", "_arquivos"),
    *("_bestanden", "-filer", "_pliki", "_soubory", "_tiedostot", "_elemei", "_dosyalar", "_datoteke"),
    *("_fajlovi", "_fails", "_failid", "_bylos", "_fitxers", "_fitxategiak"),
)
"""How browsers, in their languages, end the name of the folder that goes with a page."""


NO_FILE = "is no file, but a pipe, a socket or a device"
"""Opening one could wait for ever."""
_GONE = "is not there any more"


def why_no_file(path: Path) -> str | None:
    """Why there is nothing to open here, where it is neither a file nor a folder."""
    if path.is_file() or path.is_dir():
        return None
    return NO_FILE if path.exists() else _GONE


def ending(name: str) -> str:
    """The file's ending, with its dot."""
    return posixpath.splitext(name)[1].lower()


def is_noise(name: str) -> bool:
    """Whether a file is the computer's own or only the look of a page, so that no words can be in it."""
    parts = name.lower().split("/")
    return ending(name) in _STYLES or any(
        part in _NOISE or (part.startswith((".", "~$")) and part not in (".", "..")) for part in parts
    )


def belongs(folder: str, files: Iterable[str]) -> bool:
    """Whether a folder holds the pictures of a page beside it ("Page.html" and "Page_files")."""
    stems = {posixpath.splitext(name)[0].casefold() for name in files if ending(name) in PAGES}
    own = folder.casefold()
    return any(own.endswith(tail) and own.removesuffix(tail) in stems for tail in _FOLDER_ENDINGS)


def why_not_read(name: str) -> str:
    """Why a file of another kind is not read, and what to do."""
    kind = ending(name)
    if kind in ARCHIVES:
        return "is an archive of a kind that is not opened; unpack it first"
    if kind in _PICTURES:
        return (
            "is a picture by itself, and pictures are looked at only where a page shows them; save the page"
        )
    return (
        "is of a kind that is not read; save the page in your browser as a web page (.html, .mhtml) or, in"
        " Safari, as a web archive (.webarchive)"
    )
