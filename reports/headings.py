"""The fixed words of the report: headings and the sentences under them, the same in every format."""

from __future__ import annotations

FOLDED = "This browser prints folded lists only where they were opened first."
LOOKED = "What was looked at"
WHEN = "When"
POLICY = "Policy"
STALE = "Is this the newest policy?"
PICTURE = "What a stranger sees, beside what you see"
PART = "Part of the profile"
STRANGER = "A stranger sees"
OWNER = "You see"
READ = "Read"
PROOF = "How this is known to be you"

NOT_SEEN = "What could not be seen, and why"
UNANSWERED = "So these could not be checked"

WHY = "Why it matters"
ADVICE = "What to do"
EVIDENCE = "What was seen"
CUT = "Shortened here."
KEY = (
    "Beside each piece stands its key. What you know to be a false alarm is left out of your next report if "
    "you type: selfaudit dismiss, and its key."
)
APART = "Does not apply"
OTHERS = "Said by others on your pages"
OTHERS_NOTE = (
    "These are other people's words, not yours. If a remark is unkind or untrue about anyone at school, "
    "show it to your headteacher before you hide it. If it is aimed at you, see “Whom to ask” below."
)

QUESTIONS = "Questions that only you can answer"
QUESTIONS_INTRO = (
    "No program can judge these, and this one did not try. Answer them to yourself; nothing is recorded."
)
ASK = "Whom to ask"
ASK_SCHOOL = "Named in your school's policy file:"
ASK_OTHERS = "Here for any school worker:"

NOT_PROOF = "Quiet is not proof"
KEPT = "How long this is kept, and how to erase it"
DID = "What selfaudit did"
DID_INTRO = "It read what you let it read. It posted nothing, changed nothing, and told nobody."
OPENED = "Addresses opened"
