"""Who may sign for whom about which issuer: instruments gathered into relations, with the days on which they live.

An instrument's part in a relation is a grant, with the days on which it runs (`lifetime` decides, as for the audit);
a relation runs from its first day to its last, with a gap wherever none of its grants is live. Ending deletes nothing.
What has no date ends nothing, and is counted; nor does what means some forms only, while the grant reaches others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from . import iris
from .authority import Grant, grant, named
from .facts import InstrumentFacts
from .lifetime import OPEN, Endings, Lifetime, join
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

_CONCEPTS = ("formCovered", "grantedPower")


@dataclass(frozen=True, slots=True)
class Parties:
    """An instrument's parties as entities, with their names; beside an attorney stands the firm, if one is shown."""

    principals: tuple[tuple[str, tuple[str, ...]], ...]
    attorneys: tuple[tuple[str, str | None, str], ...]
    issuers: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """One instrument's part in one relation, under the names that it prints."""

    grant: Grant
    firm: str | None
    attorney: str
    principals: list[str]
    issuers: list[str]
    concepts: list[list[str]]


def rows(instrument: InstrumentFacts, parties: Parties, filed: str | None) -> Iterator[bytes]:
    """An instrument's part in each relation, as lines that sort by attorney, principal and issuer."""
    if instrument.kind == "revocation":
        return
    this = grant(instrument, filed)
    said = [this.node, sorted(this.forms), this.ownership, this.executed, this.begins, this.expires, filed]
    said.append(this.while_employed)
    concepts = [instrument.forms, instrument.powers]
    for principal, principals in parties.principals:
        for attorney, firm, name in parties.attorneys:
            if attorney == principal:
                continue  # nobody signs for himself by power of attorney; two printings fell together
            for issuer, issuers in parties.issuers or (("", ()),):
                row = json.dumps([said, firm, name, principals, issuers, concepts])
                yield f"{attorney}\t{principal}\t{issuer}\t{row}\n".encode()


def relations(
    ordered: Iterable[bytes],
    endings: Endings,
    counts: dict[str, int],
    reading: Reading = MERGED,
    names: Mapping[str, Iterable[str]] | None = None,
) -> Iterator[Statements]:
    """Every relation and `signsFor` edge, from sorted rows.

    Args:
        ordered: The rows.
        endings: What principals ended.
        counts: Gets how many relations and edges there are.
        reading: In which reading of identity the rows are.
        names: The names of issuers that are known beside those in the rows.
    """
    pair: tuple[str, str] | None = None
    for (attorney, principal, issuer), group in groupby(map(_parse, ordered), key=lambda item: item[0]):
        found = [row for _, row in group]
        out = Statements(iris.RELATIONS)
        if pair != (attorney, principal):
            pair = (attorney, principal)
            counts["edges"] = counts.get("edges", 0) + 1
            out.add(f"<{attorney}>", term(reading.edge), f"<{principal}>")
        counts["relations"] = counts.get("relations", 0) + 1
        node = iris.relation(attorney, principal, issuer or None, strict=reading.strict)
        _relation(out, f"<{node}>", (attorney, principal, issuer), found, reading)
        parties = _Between(attorney, principal, issuer, (names or {}).get(issuer, ()))
        _grants(out, node, found, [parties.lifetime(row, endings) for row in found])
        yield out


@dataclass(frozen=True, slots=True)
class _Between:
    """The parties of a relation, and names of its issuer that are known beside those of its instruments."""

    attorney: str
    principal: str
    issuer: str
    known: Iterable[str]

    def lifetime(self, row: _Row, endings: Endings) -> Lifetime:
        """When one instrument's part in the relation runs."""
        issuer = None
        if self.issuer:
            name, *others = (*row.issuers, *sorted(self.known), "")
            issuer = named(self.issuer, name, tuple(filter(None, others)))
        principals = [named(self.principal, name) for name in row.principals]
        return endings.lifetime(row.grant, named(self.attorney, row.attorney), principals, issuer)


def _relation(out: Statements, node: str, parties: tuple[str, str, str], found: list[_Row], reading: Reading) -> None:
    attorney, principal, issuer = parties
    out.a(node, reading.relation)
    out.add(node, term(reading.attorney), f"<{attorney}>")
    out.add(node, term(reading.principal), f"<{principal}>")
    if issuer:
        out.add(node, term(reading.issuer), f"<{issuer}>")
    executed = [row.grant.executed for row in found if row.grant.executed]
    out.day(node, "firstDate", min((days[0] for days in executed), default=None))
    out.day(node, "lastDate", max((days[1] for days in executed), default=None))
    out.add(node, term("instrumentCount"), integer(len({row.grant.node for row in found})))
    # One firm for a relation: the one that its latest instrument shows.
    shown = [((row.grant.executed or ("", ""))[1], row.firm) for row in found if row.firm]
    if shown:
        latest = max(day for day, _ in shown)
        out.add(node, term(reading.firm), f"<{min(firm for day, firm in shown if day == latest)}>")
    for position, name in enumerate(_CONCEPTS):
        for concept in sorted({concept for row in found for concept in row.concepts[position]}):
            out.add(node, term(name), f"<{concept}>")
    for instrument in sorted({row.grant.node for row in found}):
        out.add(node, term("basedOn"), f"<{instrument}>")


def _grants(out: Statements, relation: str, found: list[_Row], lifetimes: list[Lifetime]) -> None:
    """The grants of a relation, and its own first and last day."""
    whole = join(lifetimes)
    out.day(f"<{relation}>", "liveFrom", whole.start or None)
    out.day(f"<{relation}>", "liveUntil", whole.end if whole.end != OPEN else None)
    by_instrument: dict[str, list[Lifetime]] = {}
    for row, one in zip(found, lifetimes, strict=True):
        by_instrument.setdefault(row.grant.node, []).append(one)
    for instrument, its in sorted(by_instrument.items()):
        node, life = f"<{iris.grant(relation, instrument)}>", join(its)
        out.a(node, "Grant")
        out.add(node, term("inRelation"), f"<{relation}>")
        out.add(node, term("grantedBy"), f"<{instrument}>")
        out.day(node, "liveFrom", life.start or None)
        out.day(node, "liveUntil", life.end if life.end != OPEN else None)
        out.day(node, "certainFrom", life.sure_start if life.sure_start != life.start else None)
        out.day(node, "certainUntil", life.sure_end if life.sure_start and life.sure_end != life.end else None)


def _parse(line: bytes) -> tuple[tuple[str, str, str], _Row]:
    attorney, principal, issuer, rest = line.decode().rstrip("\n").split("\t", 3)
    (node, forms, ownership, executed, begins, expires, filed, while_employed), *more = json.loads(rest)
    said = Grant(
        node=node,
        forms=frozenset(forms),
        ownership=ownership,
        executed=executed,
        begins=begins,
        expires=expires,
        filed=filed,
        while_employed=while_employed,
    )
    return (attorney, principal, issuer), _Row(said, *more)
