"""Who may sign for whom about which issuer: instruments gathered into relations, with the days on which they live.

A relation begins with its first instrument and ends when the last of its instruments has ended. An instrument ends on
its fixed date, on the day of a revocation by the same principal that names the attorney (or names none), or when a
later instrument of the same principal about the same issuer revokes earlier ones; what these say to mean, or to keep,
by date and by attorney counts. Ending deletes nothing. What has no date ends nothing, and is counted; nor does what
means some forms or companies only, for a relation has others.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from . import iris
from .facts import InstrumentFacts, ReferenceFacts
from .names import same_printed_person
from .nquads import integer
from .statements import Statements, term


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the two readings of identity, and the terms in which its relations are written (docs/model.md)."""

    relation: str
    attorney: str
    principal: str
    issuer: str
    firm: str
    edge: str
    strict: bool = False


MERGED = Reading("Relation", "relationAttorney", "relationPrincipal", "relationIssuer", "relationFirm", "signsFor")
STRICT = Reading(
    "StrictRelation",
    "strictAttorney",
    "strictPrincipal",
    "strictIssuer",
    "strictFirm",
    "strictlySignsFor",
    strict=True,
)

_CONCEPTS = ("formCovered", "grantedPower", "scope", "authority", "termCondition")


@dataclass(frozen=True, slots=True)
class Parties:
    """An instrument's parties as entities; beside an attorney stand the firm, if one is shown, and the name."""

    principals: tuple[str, ...]
    attorneys: tuple[tuple[str, str | None, str], ...]
    issuers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Ending:
    """Earlier authority ends: on a day, for these attorneys and issuers (None: all of them), as far as it is meant.

    `made` is the day of the paper; `meant` and `kept` are what it says of other instruments.
    """

    day: str
    made: str
    attorneys: frozenset[str] | None
    issuers: frozenset[str] | None
    explicit: bool
    instrument: str
    meant: tuple[ReferenceFacts, ...] = ()
    kept: tuple[ReferenceFacts, ...] = ()


class Endings:
    """What ends authority other than its own terms: revocations, and later powers that revoke earlier ones."""

    def __init__(self) -> None:
        self._by_principal: dict[str, list[_Ending]] = defaultdict(list)
        self.undated = 0

    def learn(self, instrument: InstrumentFacts, parties: Parties) -> None:
        """Note an instrument that ends authority."""
        revocation = instrument.kind == "revocation"
        undone = [
            one
            for one in instrument.references
            if one.kind in ("revokes", "supersedes") and not (one.executed and one.executed == instrument.executed)
        ]
        if not (revocation or instrument.revokes_prior or undone):
            return
        day = instrument.effective or (instrument.executed[1] if instrument.executed else None)
        if day is None:
            self.undated += 1
            return
        attorneys = frozenset(attorney for attorney, _, _ in parties.attorneys) if revocation else None
        made = instrument.executed[1] if instrument.executed else day
        kept = tuple(one for one in instrument.references if one.kind == "keeps")
        whole = _Ending(
            day, made, attorneys or None, frozenset(parties.issuers) or None, revocation, instrument.node, (), kept
        )
        for ending in [replace(whole, day=one.ended or day, meant=(one,)) for one in undone] or [whole]:
            for principal in parties.principals:
                self._by_principal[principal].append(ending)

    def end(self, principal: str, attorney: str, issuer: str | None, row: _Row) -> str | None:
        """The first day on which an instrument's authority was ended; None when nothing in the corpus ended it."""
        return min(
            (
                ending.day
                for ending in self._by_principal.get(principal, ())
                if ending.instrument != row.instrument
                and all(_means(one, row) for one in ending.meant)
                and not any(_means(one, row) for one in ending.kept)
                and (ending.attorneys is None or attorney in ending.attorneys)
                # A later power that revokes earlier ones does so for the issuers that it is about.
                and (ending.issuers is None or issuer in ending.issuers or (issuer is None and ending.explicit))
                and (row.latest <= ending.made if ending.explicit else row.latest < ending.made)
                and (bool(row.latest) or ending.explicit)
            ),
            default=None,
        )


@dataclass(frozen=True, slots=True)
class _Row:
    """One instrument's part in one relation; days are ISO, empty where unknown."""

    instrument: str
    earliest: str
    latest: str
    begins: str
    expires: str
    firm: str | None
    name: str
    concepts: list[list[str]]


def _means(reference: ReferenceFacts, row: _Row) -> bool:
    """Whether an instrument's words about others mean this part; what is limited to forms or companies does not."""
    if reference.forms or reference.issuers:
        return False
    dates, names = reference.executed, reference.attorneys
    return (dates is None or (dates[0] <= row.latest and row.earliest <= dates[1])) and (
        not names or any(same_printed_person(row.name, name) for name in names)
    )


def rows(instrument: InstrumentFacts, parties: Parties) -> Iterator[bytes]:
    """An instrument's part in each relation, as lines that sort by attorney, principal and issuer."""
    if instrument.kind == "revocation":
        return
    earliest, latest = instrument.executed or ("", "")
    concepts = [instrument.forms, instrument.powers, instrument.scope, instrument.authority, instrument.terms]
    for principal in parties.principals:
        for attorney, firm, name in parties.attorneys:
            if attorney == principal:
                continue  # nobody signs for himself by power of attorney; two printings fell together
            for issuer in parties.issuers or ("",):
                row = [
                    instrument.node,
                    earliest,
                    latest,
                    instrument.effective or earliest,
                    instrument.expires or "",
                    firm,
                    name,
                ]
                yield f"{attorney}\t{principal}\t{issuer}\t{json.dumps([*row, concepts])}\n".encode()


def relations(
    ordered: Iterable[bytes], endings: Endings, counts: dict[str, int], reading: Reading = MERGED
) -> Iterator[Statements]:
    """Every relation and `signsFor` edge, from sorted rows; `counts` gets how many there are."""
    pair: tuple[str, str] | None = None
    for (attorney, principal, issuer), group in groupby(map(_parse, ordered), key=lambda item: item[0]):
        found = [row for _, row in group]
        out = Statements(iris.RELATIONS)
        if pair != (attorney, principal):
            pair = (attorney, principal)
            counts["edges"] = counts.get("edges", 0) + 1
            out.add(f"<{attorney}>", term(reading.edge), f"<{principal}>")
        counts["relations"] = counts.get("relations", 0) + 1
        _relation(out, attorney, principal, issuer or None, found, endings, reading)
        yield out


def _relation(
    out: Statements,
    attorney: str,
    principal: str,
    issuer: str | None,
    found: list[_Row],
    endings: Endings,
    reading: Reading,
) -> None:
    node = f"<{iris.relation(attorney, principal, issuer, strict=reading.strict)}>"
    out.a(node, reading.relation)
    out.add(node, term(reading.attorney), f"<{attorney}>")
    out.add(node, term(reading.principal), f"<{principal}>")
    if issuer:
        out.add(node, term(reading.issuer), f"<{issuer}>")
    out.day(node, "firstDate", min((row.earliest for row in found if row.earliest), default=None))
    out.day(node, "lastDate", max((row.latest for row in found if row.latest), default=None))
    out.day(node, "liveFrom", min((row.begins for row in found), default="") or None)
    out.day(node, "liveUntil", _live_until(attorney, principal, issuer, found, endings))
    out.add(node, term("instrumentCount"), integer(len({row.instrument for row in found})))
    # One firm for a relation: the one that its latest instrument shows.
    shown = [(row.latest, row.firm) for row in found if row.firm]
    if shown:
        latest = max(day for day, _ in shown)
        out.add(node, term(reading.firm), f"<{min(firm for day, firm in shown if day == latest)}>")
    for position, name in enumerate(_CONCEPTS):
        for concept in sorted({concept for row in found for concept in row.concepts[position]}):
            out.add(node, term(name), f"<{concept}>")
    for instrument in sorted({row.instrument for row in found}):
        out.add(node, term("basedOn"), f"<{instrument}>")


def _live_until(attorney: str, principal: str, issuer: str | None, found: list[_Row], endings: Endings) -> str | None:
    """The last day of the instrument that lasts longest; None while one is open."""
    last = ""
    for row in found:
        ended = endings.end(principal, attorney, issuer, row)
        day = min((day for day in (row.expires, ended) if day), default=None)
        if day is None:
            return None
        last = max(last, day)
    return last


def _parse(line: bytes) -> tuple[tuple[str, str, str], _Row]:
    attorney, principal, issuer, rest = line.decode().rstrip("\n").split("\t", 3)
    return (attorney, principal, issuer), _Row(*json.loads(rest))
