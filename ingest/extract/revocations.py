"""Whose authority a revocation ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from . import appointment, withdrawals
from .attorney import Appointment, Attorney, joined
from .attorneys import stream
from .clauses import Page
from .patterns import rx
from .people import compatible
from .persons import persons
from .taking_back import takes_back


def revoked(page: Page, signers: Sequence[str] = ()) -> Appointment | None:
    """The attorneys whose authority a revocation ends, with the affiliations that its recital gives them.

    Args:
        page: The revocation.
        signers: Who signed it, and is not among them.
    """
    found, more = _ended(page), withdrawals.ended(page, signers)
    if found is not None and found.attorneys and more is not None:
        known = [a.name for a in found.attorneys]
        added = (a for a in more.attorneys if not any(compatible(a.name, name) for name in known))
        found = replace(found, attorneys=(*found.attorneys, *added))
    if found is None or not found.attorneys:
        found = more or found or _told(page, signers) or _of_all(page)
    given = appointment.find(page, told=True) if found else None
    if found is None:
        return None
    found = replace(found, attorneys=tuple(withdrawals.own(page, found.attorneys)) or found.attorneys)
    found = replace(found, attorneys=tuple(_then(page, a) for a in found.attorneys))
    if given is None:
        return found
    shown = {a.name: a for a in given.attorneys if a.affiliation}
    return replace(found, attorneys=tuple(a if a.affiliation else shown.get(a.name, a) for a in found.attorneys))


def _then(page: Page, attorney: Attorney) -> Attorney:
    """The attorney with the firm of the time of the power: a revocation may say "Jane Doe, formerly of X"."""
    org = next(iter(page.orgs.within(attorney.end, attorney.end + 60)), None)
    if attorney.affiliation or org is None or not _FORMERLY_OF.fullmatch(page.text, attorney.end, org.start):
        return attorney
    return joined(attorney, org)


_FORMERLY_OF = rx(r",? (?:formerly|previously|once|then|lately) (?:[\w-]+ ){0,3}?(?:of|at|with)(?: the)? ")


def _ended(page: Page) -> Appointment | None:
    whole = None
    for sentence in page.sentences:
        if not rx(
            r"^to ?:|\bstrik\w+|\bdelet\w+|\bremov\w+|\bdismiss\w*|\brevok\w+|\bterminat\w+|\bcancel\w*"
            r"|\bwithdraw\w*|\brescind\w*|\bgave\b|\bgranted\b"
            r"|\bappoint\w+|\bauthori[sz]\w+|\bnamed\b|\bdesignat\w+|\bceas\w+|\bend\b"
        ).search(sentence.text):
            continue
        if rx(
            r"\bremain\w*\b|\bcontinues?\b|\bnot (?:revoked|affected)|\bdoes not\b|\bsend a copy\b|\bin "
            r"(?:their|his|her) place\b"
        ).search(sentence.text):
            continue
        people = [m for m in persons(page.text, sentence.start, sentence.end, page.orgs) if m.kind == "person"]
        if not people:
            continue
        verbs = list(
            rx(
                r"\b(?:authority (?:of|to|from)|revok\w+|gave|granted|appoint\w+|constitut\w+|authori[sz]\w+"
                r"|designat\w+|named|names? of|terminat\w+|cancel\w*|withdraw\w*|powers? (?:of|given"
                r"|granted)[^.;]{0,40}(?:to|upon))\b"
            ).finditer(sentence.text)
        )
        if rx(r"^to ?:").match(sentence.text):
            line_end = page.text.find("\n", people[0].end)
            addressed = stream(page, sentence.start, min(sentence.end, line_end if line_end > 0 else sentence.end))
            whole = whole or (Appointment(sentence.start, sentence.end, addressed) if addressed else None)
            continue
        for verb in verbs:
            got = stream(page, sentence.start + verb.end(), sentence.end)
            if not got:
                got = stream(page, sentence.start, sentence.start + verb.start())
            got = tuple(a for a in got if not _LEFT.search(page.text, sentence.start, a.start))
            if got:
                found = Appointment(sentence.start, sentence.end, got)
                if _REVOKES.search(sentence.text) and rx(r"\bas to\b|\bof\b|\bto\b").search(sentence.text):
                    return found
                whole = whole or found
                break
    return whole


_REVOKES = rx(
    r"\bhereby\b|\b(?:i|we|undersigned|grantor|principal|insider|director)\b,? (?:\w+,? ){0,2}?"
    r"(?:revoke|withdraw|cancel|terminate|remove|dismisse?)s?\b"
)
# "Jane Doe having left Acme, Inc.": that company is no attorney.
_LEFT = rx(r"\b(?:left|leaving|departed|departing|retired|resigned|employ of)(?: from)?(?: the)? $")


def _told(page: Page, signers: Sequence[str]) -> Appointment | None:
    """The persons of a sentence that revokes; where it says "he" or "her", those of the sentence before it."""
    before: list[Attorney] = []
    for sentence in page.sentences:
        people = [m for m in persons(page.text, sentence.start, sentence.end, page.orgs) if m.kind == "person"]
        named = [
            Attorney(m.name, "person", m.start, m.end)
            for m in people
            if not any(compatible(m.name, name) for name in signers)
        ]
        if takes_back(sentence.text):
            meant = named or (before if rx(r"\b(?:he|she|they|his|her|their)\b").search(sentence.text) else [])
            if meant:
                return Appointment(sentence.start, sentence.end, tuple(meant))
        before = named
    return None


_SOME_POWER = rx(
    r"\b(?:my|the|that|those|his|her|its) (?:\w+ ){0,3}?(?:powers?(?: of {atty})?|authori[sz]ations?)\b[^.;]{0,80}?"
    r"\b(?:dated|executed|signed|granted|given|gave|of (?:\w+ )?\d)"
    r"|\b(?:all|any|each|every)\b[^.;]{0,60}?\b(?:powers?(?: of {atty})?|authori[sz]ations?|authority|authorities"
    r"|appointments?|mandates?)\b"
)


def _of_all(page: Page) -> Appointment | None:
    """A revocation of every power, or of one that is told by its date, whomever it names."""
    for sentence in page.sentences:
        if takes_back(sentence.text) and _SOME_POWER.search(sentence.text):
            return Appointment(sentence.start, sentence.end, ())
    return None
