"""The result as plain text for a terminal: the same words in the same order as the page, 88 columns wide."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from reports import headings
from reports.untrusted import Address
from reports.view import ReportView, view_of
from reports.view.accounts import AccountView
from reports.view.evidence import EvidenceList, EvidenceView
from reports.view.findings import FindingSection, FindingView
from reports.view.help import ContactView
from reports.view.sight import Cell, Row
from selfaudit.model.findings import AuditResult

_WIDTH = 88
_APART = 2


def as_text(result: AuditResult) -> str:
    """The report, each line short enough for a terminal; quoted words that matter stand in [brackets]."""
    view = view_of(result)
    lines = [line.rstrip() for part in _parts(view) for line in part]
    return "\n".join(lines).strip("\n") + "\n"


def _parts(view: ReportView) -> Iterator[Iterable[str]]:
    yield _opening(view)
    yield _looked(view)
    yield _gaps(view)
    for section in view.sections:
        yield _section(section)
    yield _questions(view)
    yield _help(view)
    yield _closing(view)


def _wrapped(text: str, first: str = "", rest: str | None = None) -> list[str]:
    """The text as lines; ``first`` leads the first line and ``rest`` the others, as wide by default."""
    rest = " " * len(first) if rest is None else rest
    return textwrap.wrap(" ".join(text.split()), _WIDTH, initial_indent=first, subsequent_indent=rest)


def _title(text: str, line: str = "-") -> list[str]:
    titled = _wrapped(text)
    return ["", *titled, line * max(map(len, titled)), ""]


def _opening(view: ReportView) -> Iterator[str]:
    opening = view.opening
    yield from _title(opening.title, "=")
    yield from _wrapped(f"{opening.notice_title} {opening.notice}")
    if opening.summary:
        yield ""
        yield from _wrapped(" · ".join(f"{jump.number} {jump.words}" for jump in opening.summary))
    if opening.summary_note:
        yield ""
        yield from _wrapped(opening.summary_note)
    if opening.links_note:
        yield ""
        yield from _wrapped(opening.links_note)


def _looked(view: ReportView) -> Iterator[str]:
    policy = view.policy
    facts = [policy.title, policy.school]
    facts += [f"version {policy.version}"] if policy.version else []
    facts += [f"dated {policy.dated}"] if policy.dated else []
    yield from _title(headings.LOOKED)
    yield from _wrapped(view.opening.made, f"{headings.WHEN}: ")
    yield from _wrapped(", ".join(facts), f"{headings.POLICY}: ", "  ")
    if policy.warning:
        yield from _wrapped(f"{headings.STALE} {policy.warning}")
    for account in view.accounts:
        yield from _account(account)


def _account(account: AccountView) -> Iterator[str]:
    yield ""
    yield from _wrapped(account.title)
    yield from _wrapped(f"{account.when}. {account.how}", f"  {headings.READ}: ", "    ")
    yield from _wrapped(account.proof, f"  {headings.PROOF}: ", "    ")
    yield from _wrapped(" ".join(account.glance), "  ")
    if account.rows:
        yield ""
        yield from _picture(account.rows)


def _picture(rows: Iterable[Row]) -> Iterator[str]:
    """The rows under their headings, the columns as wide as what stands in them."""
    told = [("", headings.STRANGER, headings.OWNER)]
    told += [(row.part, _cell(row.stranger), _cell(row.owner)) for row in rows]
    part, stranger = (max(len(cells[column]) for cells in told) + _APART for column in (0, 1))
    for cells in told:
        yield f"  {cells[0]:{part}}{cells[1]:{stranger}}{cells[2]}"


def _cell(cell: Cell) -> str:
    return f"{cell.figure} {cell.words}".strip()


def _gaps(view: ReportView) -> Iterator[str]:
    yield from _title(headings.NOT_SEEN)
    yield from _wrapped(view.gaps.intro)
    for account in view.gaps.accounts:
        yield from ("", *_wrapped(account.title))
        for gap in account.gaps:
            yield from _wrapped(f"{gap.what}, {gap.look}: {gap.reason}", "  - ")
    if view.gaps.unanswered:
        yield from ("", headings.UNANSWERED)
    for open_one in view.gaps.unanswered:
        yield from _wrapped(f"{open_one.headline}. {open_one.reason}", "  - ")
        yield from _wrapped(f"{open_one.where} · {open_one.paragraph}", "    ")


def _section(section: FindingSection) -> Iterator[str]:
    yield from _title(section.title)
    yield from _wrapped(section.intro)
    if section.keyed:
        yield from _wrapped(headings.KEY)
    for finding in section.findings:
        yield from _finding(finding) if section.full else _short(finding)
    if section.apart:
        yield from ("", headings.APART)
    for finding in section.apart:
        yield from _wrapped(f"{finding.headline} ({finding.where})", "  - ")


def _short(finding: FindingView) -> Iterator[str]:
    yield from _wrapped(finding.headline, "  - ")
    yield from _wrapped(f"{finding.where} · {finding.paragraph}", "    ")
    for said in finding.said:
        yield from _wrapped(said, "    ")


def _finding(finding: FindingView) -> Iterator[str]:
    yield from ("", *_wrapped(finding.headline, "* "))
    yield from _wrapped(finding.label, "  ")
    yield from _wrapped(f"{finding.where} · {finding.paragraph}", "  ")
    for said in finding.said:
        yield from _wrapped(said, "  ")
    yield from _wrapped(finding.why, f"  {headings.WHY}: ", "    ")
    if finding.advice:
        yield from _wrapped(finding.advice, f"  {headings.ADVICE}: ", "    ")
    yield from _address(finding.go)
    if finding.own.shown:
        yield f"  {headings.EVIDENCE}:"
        yield from _evidence(finding.own, links=not finding.go)
    if finding.others.shown:
        yield f"  {headings.OTHERS}:"
        yield from _wrapped(headings.OTHERS_NOTE, "    ")
        yield from _evidence(finding.others, links=True)


def _evidence(evidence: EvidenceList, *, links: bool) -> Iterator[str]:
    for piece in (*evidence.shown, *evidence.more):
        yield from _piece(piece, links=links)


def _piece(piece: EvidenceView, *, links: bool) -> Iterator[str]:
    quote = "".join(f"[{part.text}]" if part.marked else part.text for part in piece.quote)
    told = [f"“{quote}”"] if quote.strip() else []
    told += [headings.CUT] if piece.cut else []
    told += [piece.note] if piece.note else []
    yield from _wrapped(" ".join(told) or piece.place, "    - ")
    facts = [piece.seen_by, piece.sure, piece.when, piece.place if told else "", piece.key]
    yield from _wrapped(" · ".join(fact for fact in facts if fact), "      ")
    if links:
        yield from _address(piece.link)


def _address(link: Address | None) -> Iterator[str]:
    """An address stands on a line of its own and is never broken, so that it can be opened or copied."""
    if link:
        yield f"      {link.href}"


def _questions(view: ReportView) -> Iterator[str]:
    if not view.questions:
        return
    yield from _title(headings.QUESTIONS)
    yield from _wrapped(headings.QUESTIONS_INTRO)
    for paragraph in view.questions:
        yield from ("", *_wrapped(paragraph.title))
        for question in paragraph.questions:
            yield from _wrapped(question, "  - ")


def _help(view: ReportView) -> Iterator[str]:
    yield from _title(headings.ASK)
    if view.help.school:
        yield headings.ASK_SCHOOL
        yield from _people(view.help.school)
    if view.help.school and view.help.others:
        yield ""
    if view.help.others:
        yield headings.ASK_OTHERS
        yield from _people(view.help.others)


def _people(contacts: Iterable[ContactView]) -> Iterator[str]:
    for contact in contacts:
        yield from _wrapped(f"{contact.name}. {contact.when} {contact.how}", "  - ")
        yield from _address(contact.link)


def _closing(view: ReportView) -> Iterator[str]:
    closing = view.closing
    yield from _title(headings.NOT_PROOF)
    for said in closing.not_proof:
        yield from _wrapped(said)
    yield from _title(headings.KEPT)
    for said in (closing.kept, f"{closing.erase} {closing.erase_command}", closing.erase_more):
        yield from _wrapped(said)
    yield from _title(headings.DID)
    yield from _wrapped(headings.DID_INTRO)
    for account in view.accounts:
        for trail in account.trails:
            yield from ("", *_wrapped(f"{headings.OPENED}: {account.title}, {trail.title.lower()}"))
            for address in trail.addresses:
                yield from _wrapped(address, "  - ")
    yield from ("", closing.made_by)
