"""Finding an entity: a person, organization or office by its name, its CIK or its IRI.

A name is compared after folding: case, dots, commas and runs of spaces do not count. An entity answers to its
preferred label first; only when no label fits are the names that its mentions print tried. Two entities with one name
are never merged or chosen between here: the caller gets both.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from rdflib import URIRef

from ..common.errors import QueryError
from .engines import Engine

_PREFIXES = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX graph: <https://w3id.org/infact/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
# The same folding as in `fold`, in the functions that SPARQL 1.1 has.
_FOLDED = 'LCASE(REPLACE(REPLACE(REPLACE(STR({0}), "[.,]", ""), "\\\\s+", " "), "^ | $", ""))'
_COLUMNS = """
  OPTIONAL { GRAPH graph:identity { ?entity rdfs:label ?label } }
  OPTIONAL { GRAPH graph:identity { ?entity infact:cik ?cik } }
} ORDER BY ?label ?entity"""
_BY_LABEL = f"""{_PREFIXES}
SELECT DISTINCT ?entity ?label ?cik WHERE {{
  GRAPH graph:identity {{ ?entity rdfs:label ?name . FILTER NOT EXISTS {{ ?entity a infact:Part }} }}
  FILTER ({_FOLDED.format("?name")} = ?_name)
{_COLUMNS}"""
_BY_PRINTED = f"""{_PREFIXES}
SELECT DISTINCT ?entity ?label ?cik WHERE {{
  ?mention infact:printedName ?name .
  FILTER ({_FOLDED.format("?name")} = ?_name)
  GRAPH graph:identity {{ ?mention infact:refersTo ?entity }}
{_COLUMNS}"""
_BY_CIK = f"""{_PREFIXES}
SELECT DISTINCT ?entity ?label ?cik WHERE {{
  GRAPH graph:identity {{ ?entity infact:cik ?_cik }}
{_COLUMNS}"""
_BY_IRI = f"""{_PREFIXES}
SELECT DISTINCT ?entity ?label ?cik WHERE {{
  {{ SELECT (?_iri AS ?entity) WHERE {{ ?_iri ?p ?o }} LIMIT 1 }}
{_COLUMNS}"""
# What tells parties of one name apart for people: a company that they serve, or else a paper that names them.
_SERVES = f"""{_PREFIXES}
SELECT DISTINCT ?name WHERE {{
  GRAPH graph:relations {{
    ?relation (infact:relationAttorney|infact:relationPrincipal|infact:relationFirm) ?_iri ;
              infact:relationIssuer ?issuer .
  }}
  GRAPH graph:identity {{ ?issuer rdfs:label ?name }}
}} ORDER BY ?name"""
_NAMED_IN = f"""{_PREFIXES}
SELECT DISTINCT ?name WHERE {{
  GRAPH graph:identity {{ ?mention infact:refersTo ?_iri }}
  GRAPH ?g {{ ?mention infact:printedName ?printed . ?source infact:fileName ?name }}
}} ORDER BY ?name"""
_ALL_LABELS = f"{_PREFIXES} SELECT DISTINCT ?label WHERE {{ GRAPH graph:identity {{ ?entity rdfs:label ?label }} }}"
_CIK = re.compile(r"(?:CIK)?(\d{1,10})", re.IGNORECASE)
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*://\S+")


@dataclass(frozen=True, slots=True)
class Entity:
    """Something in the graph that has an IRI; `label` and `cik` where known. Equal when all three are."""

    iri: URIRef
    label: str | None = None
    cik: str | None = None

    def __str__(self) -> str:
        return f"{self.label or 'unnamed'} <{self.iri}>"


def fold(name: str) -> str:
    """Fold a name for comparison: lower case, no dots or commas, single spaces."""
    return re.sub(r"^ | $", "", re.sub(r"\s+", " ", re.sub(r"[.,]", "", name))).lower()


def find_entities(engine: Engine, what: str) -> tuple[Entity, ...]:
    """Every entity that a name, CIK (with or without leading zeros) or IRI stands for; empty when there is none."""
    text = what.strip()
    if _IRI.fullmatch(text):
        return _entities(engine, _BY_IRI, "_iri", URIRef(text))
    if cik := _CIK.fullmatch(text):
        return _entities(engine, _BY_CIK, "_cik", cik.group(1).zfill(10))
    name = fold(text)
    return _entities(engine, _BY_LABEL, "_name", name) or _entities(engine, _BY_PRINTED, "_name", name)


def find_entity(engine: Engine, what: str) -> Entity:
    """The one entity that a name, CIK or IRI stands for.

    Raises:
        QueryError: Nothing in this corpus answers to it (with the nearest names), or several entities do (all listed).
    """
    found = find_entities(engine, what)
    if len(found) == 1:
        return found[0]
    if found:
        shown = "; ".join(f"{entity}{_beside(engine, entity)}" for entity in found[:10])
        raise QueryError(
            f"{len(found)} entities answer to {what!r}: {shown}{'; ...' if len(found) > 10 else ''}",
            remedy="give the IRI of the one that you mean",
        )
    near = _nearest(engine, what)
    remedy = (
        f"did you mean {' or '.join(repr(n) for n in near)}?" if near else "give a name as printed, a CIK or an IRI"
    )
    raise QueryError(f"{what!r} is not found in this corpus", remedy=remedy)


def _beside(engine: Engine, entity: Entity) -> str:
    """A company about which the entity stands in a relation, or a document that names it, in brackets."""
    for query, words in ((_SERVES, "of"), (_NAMED_IN, "in")):
        for (name,) in engine.select(query, {"_iri": entity.iri}, limit=1):
            return f" ({words} {name})"
    return ""


def _entities(engine: Engine, query: str, parameter: str, value: str) -> tuple[Entity, ...]:
    found: dict[URIRef, Entity] = {}
    for iri, label, cik in engine.select(query, {parameter: value}):
        assert isinstance(iri, URIRef)
        found.setdefault(iri, Entity(iri, None if label is None else str(label), None if cik is None else str(cik)))
    return tuple(found.values())


def _nearest(engine: Engine, what: str) -> list[str]:
    if not re.search(r"[^\W\d]", what) or _IRI.fullmatch(what.strip()):
        return []
    labels = sorted({str(row[0]) for row in engine.select(_ALL_LABELS)})
    folded: dict[str, str] = {}
    for label in labels:
        folded.setdefault(fold(label), label)
    wanted = fold(what)
    words = set(wanted.split())
    holding = [label for key, label in folded.items() if words and words <= set(key.split())]
    close = [folded[key] for key in difflib.get_close_matches(wanted, folded, n=3, cutoff=0.75)]
    return list(dict.fromkeys([*close, *holding]))[:3]
