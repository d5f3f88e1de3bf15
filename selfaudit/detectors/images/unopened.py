"""Why a picture was not looked at, or not read, in words that follow a number, as in "3 pictures …"."""

from __future__ import annotations

DAMAGED = "could not be opened (damaged, or not a picture)"
TOO_LARGE = "could not be opened safely (far too large: over 89 million dots or 200 MB; save it smaller)"
HEIC = "could not be opened (HEIC, which selfaudit cannot read; save as JPEG and try again)"
MISSING = "could not be opened (the file is missing)"
MOVING = "could only be looked at as a still (a moving picture's first one)"
NOT_KEPT = "could not be looked at (only the address was kept, not the picture)"


class Unopenable(Exception):
    """A picture that was not looked at; ``reason`` reads after "3 pictures"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class WordsUnreadable(ImportError):
    """The reader of words, or one of its models, is not there."""
