"""Whether views on the school's policies are said to be one's own (501.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks._pictured import BESIDE, words_in_pictures
from checks._remarks import NEEDS, evidence_of, noticed
from selfaudit.model.check import Case, Check, Words
from selfaudit.model.detections import Remark, Topic
from selfaudit.model.findings import Evidence
from selfaudit.model.snapshot import Post
from selfaudit.model.vocabulary import Detector, Severity

_WORDS = Words(
    topic="Views on the school's policies",
    clear="No view on the school's policies was found that is not said to be your own",
    review="Some texts may be views on the school's policies",
    concern="Some views on the school's policies are not said to be your own",
    why=(
        "The policy asks that who comments on policies that concern the school says that they work there, "
        "and that the views are their own."
    ),
    advice='Say so in the post or in your profile, for instance: "I work at the school; views are my own."',
)
_DISCLAIMER = re.compile(
    r"""
      \b(?:views?|opinions?|thoughts|tweets|posts)\b [^.!?\n]{0,20} \b(?:my\ own|mine|own|my)\b (?!\ \w)
    | \b(?:my\ own|own|my\ personal|purely\ personal)\ (?:views?|opinions?|thoughts)\b
    | \b(?:in\ a|my)\ (?:personal|private)\ capacity\b
    | \bnot\ (?:necessarily\ )?(?:those|the\ views?|speaking|writing|on\ behalf)\b [^.!?\n]{0,30}
      \b(?:employers?|school|trust|council)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def _find(case: Case) -> Iterator[Evidence]:
    """What is said of the school's policies with no word, there or in the bio, that it is a private view."""
    if _disclaims(case.snapshot.owner.bio or ""):
        return iter(())
    return evidence_of(case, {Topic.SCHOOL_POLICY}, _unmarked, noticed)


def _unmarked(post: Post, _remark: Remark) -> bool:
    return post.owners_doing and not _disclaims(post.text)


def _disclaims(text: str) -> bool:
    return _DISCLAIMER.search(text) is not None


CHECK = Check(
    id="views_on_school_policy",
    words=_WORDS,
    severity=Severity.ADVICE,
    needs=NEEDS,
    detectors=frozenset({Detector.LANGUAGE}),
    beside=BESIDE,
    find=_find,
    beyond=words_in_pictures,
    of_others=False,
)
