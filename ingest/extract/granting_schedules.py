"""Principals whom a schedule lists: "each of the persons named in Schedule A hereby appoints"."""

from __future__ import annotations

from .clauses import SURE_VERB, Page, appended
from .columns import pieces
from .patterns import rx
from .persons import persons
from .principal import Principal, add

_SCHEDULE = rx(
    r"\b(?:listed|named|set (?:forth|out)|identified|appearing|described"
    r"|shown)\b[^.;]{0,60}\b(?:schedule|annex|appendix|exhibit|attachment)\b"
)
# Whose companies, not whose grantors, a schedule lists: "a trustee of each fund listed", "the securities of the funds".
_OF_ISSUERS = rx(
    r"\b(?:an?|as|am|is) (?:\w+ ){0,2}?(?:trustee|director|officer|manager|member|insider)[^.;]{0,20} (?:of|at|with)\b"
    r"[^.;]{0,60}$"
    r"|\b(?:securities|shares|stock|respect|regarding|concerning|relating)\b[^.;]{0,60}$"
)


def schedule(page: Page, clause_verb: int) -> list[Principal]:
    """Principals that a schedule lists, when the text says that they stand there."""
    said = _SCHEDULE.search(page.text, page.start, page.end)
    where = appended(page, said.start(), min(page.end, said.end() + 12)) if said else None
    if (
        not said
        or not where
        or not rx(
            r"\b(?:each|every|all|persons?|entit\w+|undersigned|grantors?|principals?|individuals?"
            r"|parties|funds?|those|whose)\b"
        ).search(page.text[max(page.start, said.start() - 160) : said.end()])
    ):
        return []
    sentence = page.sentence_at(said.start())
    if (
        said.start() > clause_verb
        or _OF_ISSUERS.search(sentence.text, 0, max(0, said.start() - sentence.start))
        or SURE_VERB.search(sentence.text, 0, max(0, said.start() - sentence.start))
        or rx(r"\b(?:issuers?|compan(?:y|ies)|{atty}s?(?:-in-fact)?|agents?|portfolio)\b[^.;]{0,40}$").search(
            page.text[max(page.start, said.start() - 60) : said.start()]
        )
    ):
        return []
    cells = sorted(pieces(page.text, *where), key=lambda p: (p.left // 30, p.start))
    out: list[Principal] = []
    for cell in cells:
        orgs = [m for m in page.orgs.within(cell.start, cell.end) if not m.alias]
        people = [m for m in persons(page.text, cell.start, cell.end, page.orgs, lines=True) if m.kind == "person"]
        if orgs:
            add(out, Principal(orgs[0].name, "organization", orgs[0].start, orgs[0].end))
        elif people and people[0].start - cell.start < 8:
            add(out, Principal(people[0].name, "person", people[0].start, people[0].end))
    return out
