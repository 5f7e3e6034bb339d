"""The derived relations in plain Python: who may sign for whom, about which issuer, and on which days.

Networks and the exports of relations are made from these rows. Dates are ISO text, which sorts as days do; None is
unknown or open. Rows come by IRI, so equal graphs give equal tuples.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from .engines import Engine
from .rows import Row

# Every property is read as a whole and joined by hashing, and rows are sorted here: see docs/engines.md, Speed.
_RELATIONS = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX graph: <https://w3id.org/infact/graph/>
SELECT ?relation ?firm ?attorney ?principal ?issuer ?first ?last ?instruments WHERE {
  { SELECT ?relation ?attorney WHERE { GRAPH graph:relations { ?relation infact:relationAttorney ?attorney } } }
  OPTIONAL {
    SELECT ?relation ?principal WHERE { GRAPH graph:relations { ?relation infact:relationPrincipal ?principal } }
  }
  OPTIONAL { SELECT ?relation ?issuer WHERE { GRAPH graph:relations { ?relation infact:relationIssuer ?issuer } } }
  OPTIONAL { SELECT ?relation ?firm WHERE { GRAPH graph:relations { ?relation infact:relationFirm ?firm } } }
  OPTIONAL { SELECT ?relation ?first WHERE { GRAPH graph:relations { ?relation infact:firstDate ?first } } }
  OPTIONAL { SELECT ?relation ?last WHERE { GRAPH graph:relations { ?relation infact:lastDate ?last } } }
  OPTIONAL {
    SELECT ?relation ?instruments WHERE { GRAPH graph:relations { ?relation infact:instrumentCount ?instruments } }
  }
}"""
_GRANTS = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX graph: <https://w3id.org/infact/graph/>
SELECT ?relation ?from ?until WHERE {
  { SELECT ?grant ?relation WHERE { GRAPH graph:relations { ?grant infact:inRelation ?relation } } }
  OPTIONAL { SELECT ?grant ?from WHERE { GRAPH graph:relations { ?grant infact:liveFrom ?from } } }
  OPTIONAL { SELECT ?grant ?until WHERE { GRAPH graph:relations { ?grant infact:liveUntil ?until } } }
}"""
_ENTITIES = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX graph: <https://w3id.org/infact/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?entity ?class ?label ?cik WHERE {
  {
    SELECT ?entity ?class WHERE {
      VALUES ?class { infact:Person infact:Organization infact:Office infact:LawFirm }
      GRAPH graph:identity { ?entity a ?class }
    }
  }
  OPTIONAL { SELECT ?entity ?label WHERE { GRAPH graph:identity { ?entity rdfs:label ?label } } }
  OPTIONAL { SELECT ?entity ?cik WHERE { GRAPH graph:identity { ?entity infact:cik ?cik } } }
}"""

Spell: TypeAlias = tuple[str | None, str | None]
Parties: TypeAlias = Mapping[str, Mapping[str, str]]  # see `entities`


@dataclass(frozen=True, slots=True)
class Relation:
    """One (attorney, principal, issuer) of the relations graph. Dates are ISO text; None is unknown or open.

    Each of its instruments gives a spell, the first and the last day on which it may be live, in order; a day of which
    it is open whether it is counts.
    """

    iri: str
    attorney: str
    principal: str | None
    issuer: str | None
    firms: tuple[str, ...]
    first: str | None
    last: str | None
    spells: tuple[Spell, ...]
    instruments: int

    @property
    def live_from(self) -> str | None:
        """The first day on which it may be live; there may be gaps behind it."""
        return min((start or "" for start, _ in self.spells), default=None) or None

    @property
    def live_until(self) -> str | None:
        """The last day on which it may be live."""
        last = max((end or "~" for _, end in self.spells), default="~")
        return None if last == "~" else last


def live(among: Iterable[Relation], start: str, end: str) -> tuple[Relation, ...]:
    """Those that are live on one of the days from start to end, as ISO text, with what is live of them then.

    An undated power counts on every day.
    """
    found = ((r, tuple(s for s in r.spells if (s[0] or start) <= end and (s[1] or end) >= start)) for r in among)
    return tuple(
        r if spells == r.spells else replace(r, spells=spells, instruments=len(spells)) for r, spells in found if spells
    )


def about(among: Iterable[Relation], issuer: str) -> tuple[Relation, ...]:
    """Those about one issuer, given by its IRI."""
    return tuple(r for r in among if r.issuer == issuer)


def relations(engine: Engine) -> tuple[Relation, ...]:
    """Every derived relation, by IRI."""
    rows: dict[str, list[Any]] = {}
    firms: defaultdict[str, set[str]] = defaultdict(set)
    spells: defaultdict[str, list[Spell]] = defaultdict(list)
    for iri, start, until in sorted(engine.select(_GRANTS), key=_by_text):
        spells[str(iri)].append((_day(start), _day(until)))
    found = sorted(engine.select(_RELATIONS), key=_by_text)
    for iri, firm, attorney, principal, issuer, first, last, count in found:
        if firm is not None:
            firms[str(iri)].add(str(firm))
        rows.setdefault(str(iri), [attorney, principal, issuer, first, last, count])
    return tuple(
        Relation(
            iri=iri,
            attorney=str(attorney),
            principal=None if principal is None else str(principal),
            issuer=None if issuer is None else str(issuer),
            firms=tuple(sorted(firms[iri])),
            first=_day(first),
            last=_day(last),
            spells=tuple(spells[iri]),
            instruments=count if isinstance(count, int) else 1,
        )
        for iri, (attorney, principal, issuer, first, last, count) in rows.items()
    )


def entities(engine: Engine) -> dict[str, dict[str, str]]:
    """Every party by IRI: its `kind` (person, organization, law-firm, office), and `label` and `cik` where known."""
    known: dict[str, dict[str, str]] = {}
    for iri, cls, label, cik in sorted(engine.select(_ENTITIES), key=_by_text):
        data = known.setdefault(str(iri), {"kind": "organization"})
        name = str(cls).rpartition("#")[2]
        # A law firm is an organization too; the narrower kind is the telling one.
        data["kind"] = {"Person": "person", "Office": "office", "LawFirm": "law-firm"}.get(name, data["kind"])
        if label is not None:
            data.setdefault("label", str(label))
        if cik is not None:
            data.setdefault("cik", str(cik))
    return known


def merge_spells(spells: Iterable[Spell]) -> tuple[Spell, ...]:
    """Merge closed intervals of ISO days that overlap or follow each other; none is left when all time is covered."""
    ordered = sorted((s for s in spells if (s[0] or "") <= (s[1] or "~")), key=lambda s: (s[0] or "", s[1] or "~"))
    merged: list[Spell] = []
    for start, end in ordered:
        if merged:
            last_start, last_end = merged[-1]
            if last_end is None:
                break
            if start is None or start <= _next_day(last_end):
                merged[-1] = (last_start, None if end is None else max(last_end, end))
                continue
        merged.append((start, end))
    return () if merged == [(None, None)] else tuple(merged)


def _by_text(row: Row) -> tuple[str, ...]:
    """Rows by the text of their cells, those without one first."""
    return tuple("" if cell is None else str(cell) for cell in row)


def _day(value: Any) -> str | None:
    return value.isoformat() if isinstance(value, datetime.date) else None


def _next_day(day: str) -> str:
    if day >= "9999-12-31":
        return day
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()
