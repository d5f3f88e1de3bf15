"""Reads what was written: remarks by topic, target and confidence, with the words that carry them.

`reader.LanguageReader` is the way in; spaCy is imported when the first text is read.
"""

from selfaudit.detectors.language.reader import LanguageReader

__all__ = ["LanguageReader"]
