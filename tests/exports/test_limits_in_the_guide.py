"""The guide names how much is read, in the figures that the readers keep to."""

from __future__ import annotations

import re

from selfaudit.exports import limits, tables
from selfaudit.model.json_text import LARGEST_ITEM
from selfaudit.platforms.table import asking_page
from selfaudit.saved.pictures import LARGEST_PICTURE


def test_the_guide_names_the_limits_that_are_kept_to() -> None:
    (told,) = re.findall(r"- How much is read: (.*?)\n- ", asking_page(), re.DOTALL)
    figures = [int(one.replace(",", "")) for one in re.findall(r"[\d,]*\d", told)]
    mib = limits.MIB
    assert figures == [
        limits.MOST_FILES,
        limits.LARGEST_TOTAL // mib,
        limits.LARGEST_FILE // mib,
        LARGEST_ITEM // mib,
        limits.LARGEST_WHOLE // mib,
    ]
    assert (tables._LONGEST_FIELD, LARGEST_PICTURE) == (LARGEST_ITEM, limits.LARGEST_WHOLE)
    assert (limits.TIGHTEST_RATIO, "a two-hundredth" in " ".join(told.split())) == (200, True)
