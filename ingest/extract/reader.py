"""Puts the readers together: one stretch of text, one instrument with its evidence and what a person should look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast

from ..records import (
    Authority,
    Ending,
    Evidence,
    Instrument,
    InstrumentKind,
    Party,
    Review,
    Scope,
)
from . import (
    acting,
    affiliations,
    appointment,
    declared,
    delegation,
    endings,
    execution,
    forms,
    governing_law,
    grantors,
    grants,
    issuers,
    law_firms,
    leftover,
    officers,
    other_papers,
    powers,
    principals,
    references,
    revocations,
    revoking,
    scope,
    spells,
    withdrawals,
)
from .attorney import Attorney
from .borrowed import borrowed
from .clauses import Found, Page, instruments, sentences
from .confidence import doubts
from .kinds import ATTORNEY, SECTION16, kind_of, operative, titled
from .organizations import organizations
from .other_papers import Said
from .patterns import rx
from .people import compatible
from .people import parts as words
from .principal import Principal
from .signers import Signed
from .signing import signatures


def read_instruments(text: str, *, exhibit: str | None) -> tuple[Instrument, ...]:
    """Every instrument of a text, in order."""
    orgs = organizations(text)
    out: list[Instrument] = []
    for start, end in instruments(text):
        page = Page(text, start, end, orgs, sentences(text, start, end))
        said = other_papers.read(page)
        rest = other_papers.without(page, [*other_papers.of_others(page, said)])
        instrument = _read(rest, said, exhibit, text)
        if instrument is None and any(one.kind == "ended" for one in said):  # perhaps it does nothing but tell of that
            told = _read(page, said, exhibit, text)
            instrument = told if told is not None and told.kind == "revocation" else None
        if instrument is not None:
            out.append(borrowed(page.slice(), instrument, out[-1] if out else None))
    return tuple(out)


@dataclass(slots=True)
class _Parts:
    """What was read of one instrument, each part with the slice that says so."""

    kind: str
    scope: str
    guessed: bool
    principals: list[Principal]
    attorneys: tuple[Attorney, ...]
    signatories: list[Signed]
    witnesses: list[Signed]
    lists: dict[str, list[Found]]
    values: dict[str, Found | None]
    ends: list[endings.Ending]


def _read(page: Page, said: list[Said], exhibit: str | None, text: str) -> Instrument | None:
    """One stretch of text as an instrument; None where it is none. Of others it says what is `said`."""
    parts = _parts(page, said)
    return None if parts is None else _instrument(page, parts, said, exhibit, text)


def _clause(page: Page, signed: list[Signed]) -> tuple[appointment.Appointment | None, str, bool]:
    """The appointment clause, the kind, and whether the clause was guessed."""
    body = _body(page, signed)
    headed = titled(page)
    if not (headed or ATTORNEY.search(page.slice()) or leftover.entrusts(page, signed, body)):
        return None, "", False
    clause = appointment.find(page)
    kind = kind_of(page, clause)
    if kind == "revocation" and clause is None and leftover.grants_beside(page, signed, body):
        kind = "power-of-attorney"
    if kind == "revocation":
        ended = revocations.revoked(page, [s.name for s in signed if s.part == "principal"])
        return ended or leftover.attorneys(page, signed, body), kind, ended is None
    if kind == "substitution":
        clause = appointment.find(page, substitutes=True) or clause
        if clause is not None:
            clause = replace(clause, attorneys=tuple(withdrawals.own(page, clause.attorneys)) or clause.attorneys)
    if clause is not None:
        if not operative(page, clause, signed):
            return None, kind, False
        clause = appointment.with_successors(page, clause)
    guessed = clause is None or _only_grantors(clause, signed) or not any(a.type == "person" for a in clause.attorneys)
    if guessed and (clause or headed or leftover.entrusts(page, signed, body)) and not leftover.advises(page):
        other = leftover.attorneys(page, signed, body)
        guessed = other is not None or clause is None
        if clause is None and other is None and headed and any(s.part == "principal" for s in signed):
            other = declared.likely(page, tuple(s.name for s in signed))
        clause = other or clause
    elif clause is not None:
        guessed = False
        clause = leftover.labelled(page, clause, signed, body)
    return clause, kind, guessed


def _body(page: Page, signed: list[Signed]) -> int:
    """Where the body ends: at the first signature."""
    marks = [m.start() for m in page.marks]
    return min([s.start for s in signed if s.start > page.start + 200] + marks, default=page.end)


def _only_grantors(clause: appointment.Appointment, signed: list[Signed]) -> bool:
    """Whether every attorney of a clause signs as principal: then the clause was misread."""
    signers = [s.name for s in signed if s.part == "principal"]
    return all(a.type == "person" and any(compatible(a.name, name) for name in signers) for a in clause.attorneys)


def _parts(page: Page, said: list[Said]) -> _Parts | None:
    signed = signatures(page)
    laid_down = withdrawals.laid_down(page, signed)
    clause, kind, guessed = (laid_down[0], "revocation", False) if laid_down else _clause(page, signed)
    if clause is None or not (clause.attorneys or kind == "revocation") or not operative(page, clause, signed):
        return None
    attorneys = clause.attorneys if kind == "revocation" else withdrawals.without_ended(page, clause.attorneys)
    attorneys = affiliations.later(page, attorneys)
    passive = clause.passive and kind == "confirming-statement"
    opening = page.start if passive else clause.start
    verb = page.start if clause.passive else min((a.start for a in attorneys), default=clause.end)
    _reclaim(page, signed, opening, verb)
    listed = kind != "substitution"
    receiving = [a.name for a in attorneys]
    names = laid_down[1] if laid_down else principals.read(page, signed, opening, verb, receiving, listed=listed)
    if kind == "confirming-statement":  # an attorney who signs it confirms, and grants nothing
        names = [p for p in names if not any(compatible(p.name, a.name) for a in attorneys)] or names
    attorneys = _drop_principals(attorneys, names, kind)
    if not attorneys and clause.attorneys:
        return None
    closing = _closing(page, signed, clause.start)
    granted = grants.grants(page, closing, denied_too=kind == "revocation")
    named_forms = forms.forms(_of_its_own(granted, said)) or forms.forms(granted)
    securities = bool(named_forms or SECTION16.search(page.slice()) or _FILES.search(page.slice()))
    issuer_names = (
        issuers.issuers(
            page,
            _organizations(names),
            _organizations(attorneys),
            closing,
            affiliations.places(page, attorneys),
        )
        if securities
        else []
    )
    granting = [Found(p.name, p.start, p.end) for p in names if p.type == "organization"]
    grantor = granting[0] if len(granting) == len(names) == 1 else None
    attorneys = officers.by_title(attorneys, signed, issuer_names, grantor)
    own = page if kind == "revocation" else other_papers.without(page, [one for one in said if one.ended])
    stated = endings.endings(own, closing)
    days = spells.spell(own, closing) if kind != "revocation" else spells.Spell()
    stated = days.ended(stated)
    executed, effective = execution.executed(own, closing, signed, [*(e.start for e in stated), *days.at])
    effective = days.begun(executed, effective)
    dates = (executed.value if executed else None, effective.value if effective else None)
    ends = [counted for e in stated if (counted := e.counted(*dates)) is not None]
    revocation = kind == "revocation"
    return _Parts(
        kind,
        scope.scope(named_forms, granted),
        guessed,
        names,
        attorneys,
        _signatories(signed),
        list({s.name: s for s in reversed(signed) if s.part in ("witness", "notary")}.values())[::-1],
        {
            "issuers": issuer_names,
            "law_firms": law_firms.law_firms(page),
            "forms": named_forms,
            "powers": [] if revocation else powers.powers(granted, securities=securities),
            "clauses": powers.clauses(page),
        },
        {
            "authority": None if revocation else acting.authority(page, clause, [a.name for a in attorneys]),
            "substitution": None if revocation else delegation.substitution(page, closing, kind),
            "executed": executed,
            "effective": effective,
            "revokes_prior": Found("true", clause.start, clause.end)
            if revocation
            else revoking.revokes_prior(page, closing),
            "governing_law": governing_law.governing_law(page),
        },
        [] if revocation else ends,
    )


def _of_its_own(granted: list[grants.Grant], said: list[Said]) -> list[grants.Grant]:
    """What an instrument grants itself, without what it takes back."""
    return [g for g in granted if not any(one.start < g.end and g.start < one.end for one in said)]


_FILES = rx(r"securities and exchange commission|\bedgar\b")


def _organizations(parties: Iterable[Principal | Attorney]) -> set[str]:
    return {p.name for p in parties if p.type == "organization"}


def _evidence(page: Page, parts: _Parts, text: str) -> tuple[Evidence, ...]:
    """Where each fact stands, in the order of the text."""
    facts = _facts(page, parts)
    ordered = sorted(facts, key=lambda fact: (fact[1].start, fact[0]))
    return tuple(
        Evidence(field, f.start, f.end, text[f.start : f.end], f.confidence, f.reasons)
        for field, f in ordered
        if f.end > f.start
    )


def _facts(page: Page, parts: _Parts) -> list[tuple[str, Found]]:
    """Every fact with its place and its reasons."""
    facts: list[tuple[str, Found]] = []
    named = ("stated", "names-differ") if _names_differ(parts) else ("stated",)
    for n, p in enumerate(parts.principals):
        facts.append((f"principals[{n}].name", Found(p.name, p.start, p.end, named)))
    listed = ("stated", "by-elimination") if parts.guessed else ("stated",)
    for n, a in enumerate(parts.attorneys):
        facts.append((f"attorneys[{n}].name", Found(a.name, a.start, a.end, listed)))
        if a.affiliation:
            given = ("stated", "by-title" if a.by_title else "elsewhere")
            place = Found(a.affiliation, a.affiliation_start, a.affiliation_end, given)
            facts.append((f"attorneys[{n}].affiliation", place))
    for field, found in parts.lists.items():
        facts.extend((f"{field}[{n}]", f) for n, f in enumerate(found))
    for field, names in (("signatories", parts.signatories), ("witnesses", parts.witnesses)):
        for n, s in enumerate(names):
            marked = ("stated",) if s.slash else ("stated", "unmarked")
            facts.append((f"{field}[{n}]", Found(s.name, s.start, s.end, marked)))
    facts.extend((field, one) for field, one in parts.values.items() if one is not None)
    for term in parts.ends[:1]:
        facts.append(("term", Found(term.term, term.start, term.end, ("judged",))))
        if term.date:
            counted = ("stated", "assumed-start") if term.assumed else ("stated",)
            facts.append(("expires", Found(term.date, term.start, term.end, counted)))
    for field, value, pattern in (("kind", parts.kind, _KIND_WORDS), ("scope", parts.scope, SECTION16)):
        hit = page.search(pattern)
        if hit and value != "other":
            facts.append((field, Found(value, hit.start(), hit.end(), ("judged",))))
    return facts


_KIND_WORDS = rx(r"power of {atty}|confirming|substitut\w+|revo\w+|authori[sz]\w+|appoint\w*|designat\w*")


def _instrument(page: Page, parts: _Parts, said: list[Said], exhibit: str | None, text: str) -> Instrument:
    """The parts in the public form."""
    values = {field: one.value if one else None for field, one in parts.values.items()}
    lists = {field: tuple(f.value for f in found) for field, found in parts.lists.items()}
    term = parts.ends[0] if parts.ends else None
    ends = tuple(dict.fromkeys(Ending(e.term, e.date) for e in parts.ends))
    return Instrument(
        kind=cast("InstrumentKind", parts.kind),
        scope=cast("Scope", parts.scope),
        principals=tuple(Party(p.name, p.type) for p in parts.principals),
        attorneys=tuple(Party(a.name, a.type, a.affiliation) for a in parts.attorneys),
        issuers=lists["issuers"],
        law_firms=lists["law_firms"],
        forms=lists["forms"],
        powers=lists["powers"],
        authority=cast("Authority | None", values["authority"]),
        substitution=values["substitution"] is not None,
        executed=values["executed"],
        expires=term.date if term else None,
        term=term.term if term else None,
        revokes_prior=values["revokes_prior"] is not None,
        governing_law=values["governing_law"],
        signatories=tuple(s.name for s in parts.signatories),
        witnesses=tuple(dict.fromkeys(s.name for s in parts.witnesses)),
        evidence=_evidence(page, parts, text),
        exhibit=exhibit,
        effective=values["effective"] if values["effective"] != values["executed"] else None,
        ends=ends if len(ends) > 1 else (),
        limits=powers.limits(page),
        clauses=lists["clauses"],
        refers_to=references.references(
            page,
            parts.kind,
            _closing(page, parts.signatories, page.start),
            said,
            [p.name for p in parts.principals] + [a.name for a in parts.attorneys if parts.kind != "revocation"],
        ),
        review=_review(page, parts),
    )


def _reclaim(page: Page, signed: list[Signed], clause_start: int, verb_at: int) -> None:
    """A signer beside the witnesses whom the opening names as the grantor is no witness."""
    if any(s.part == "principal" for s in signed):
        return
    named = [c for c in grantors.candidates(page, clause_start, verb_at) if c.type == "person"]
    for s in signed:
        if s.part in ("witness", "notary") and any(compatible(s.name, c.name) for c in named):
            s.part = "principal"


def _closing(page: Page, signed: list[Signed], clause: int) -> int:
    """Where the signature block begins that follows the appointment clause."""
    placed = [s.slash_span[0] if s.slash_span else s.start for s in signed if s.slash or s.part != "notary"]
    starts = [start for start in placed if start > clause]
    marks = [m.start() for m in page.marks if m.start() > clause]
    at = min(starts + marks, default=page.end)
    witness = rx(r"\bin (?:witness|testimony) whereof\b").search(page.text, page.start, at)
    block = page.text.rfind("\n\n", page.start, at)
    if witness:
        return witness.start()
    return block if block > page.start and at - block < 500 else page.text.rfind("\n", page.start, at) + 1 or at


def _drop_principals(attorneys: tuple[Attorney, ...], names: list[Principal], kind: str) -> tuple[Attorney, ...]:
    """The one who confirms is no attorney; a principal who is named in a list of attorneys with others stays one."""
    people = [p.name for p in names if p.type == "person"]
    if len(attorneys) > 1 and len(people) == 1 and kind == "confirming-statement":
        kept = tuple(a for a in attorneys if not (a.type == "person" and words(a.name) == words(people[0])))
        return kept or attorneys
    return attorneys


def _signatories(signed: list[Signed]) -> list[Signed]:
    out: list[Signed] = []
    for s in signed:
        if s.part == "principal" and not any(
            words(s.name) == words(o.name) or (s.slash and s.slash == o.slash) for o in out
        ):
            out.append(s)
    return out


def _review(page: Page, parts: _Parts) -> tuple[Review, ...]:
    """What a person should look at, each with its reason: what is doubtful, and what was not found."""
    absent = [
        (not parts.principals, "principals", "no principal was found"),
        (not parts.signatories, "signatories", "no signature was found"),
        (parts.values["executed"] is None, "executed", "no date of execution was found"),
        (not parts.lists["forms"], "forms", "no form is named"),
        (not parts.lists["issuers"], "issuers", "no issuer is named"),
        (
            len(parts.attorneys) > 1 and parts.values["authority"] is None and parts.kind != "revocation",
            "authority",
            "several attorneys, and nothing says whether each may act alone",
        ),
    ]
    marked = any(s.slash for s in parts.signatories)  # beside one, a signer without a mark is sure enough
    doubtful = (
        Review(field.partition("[")[0], says)
        for field, found in _facts(page, parts)
        for says in doubts(found.reasons)
        if not (field.startswith("witnesses") or (marked and field.startswith("signatories")))
    )
    notes = [*doubtful, *(Review(field, says) for holds, field, says in absent if holds)]
    return tuple(dict.fromkeys(notes))


def _names_differ(parts: _Parts) -> bool:
    """Whether one person grants and another surname stands at the one signature."""
    if len(parts.signatories) != 1 or len(parts.principals) != 1 or parts.principals[0].type != "person":
        return False
    return words(parts.principals[0].name)[-1:] != words(parts.signatories[0].name)[-1:]


__all__ = ["read_instruments"]
