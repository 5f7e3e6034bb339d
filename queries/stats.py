"""Counts for `infact stats`: how much a store holds, of what, from when to when."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from .catalogue import ask
from .corpus import Corpus, corpus
from .engines import Engine

_PREFIXES = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX graph: <https://w3id.org/infact/graph/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
# A server may hold other graphs beside infact's (Virtuoso always has some of its own).
_OURS = 'FILTER (STRSTARTS(STR(?g), "https://w3id.org/infact/graph/"))'
_DOCUMENT_GRAPHS = 'FILTER (STRSTARTS(STR(?g), "https://w3id.org/infact/graph/document/"))'
# No triple stands in two graphs, so counting over named graphs counts each once. The vocabulary is not the corpus.
_CLASSES = f"""{_PREFIXES}
SELECT ?class (COUNT(DISTINCT ?node) AS ?n) WHERE {{
  GRAPH ?g {{ ?node a ?class }} FILTER (?g NOT IN (graph:vocabulary, graph:validation))
  {_OURS}
}} GROUP BY ?class ORDER BY DESC(?n) ?class"""
_KINDS = f"""{_PREFIXES}
SELECT ?kind (COUNT(DISTINCT ?node) AS ?n) WHERE {{
  GRAPH ?g {{ ?node infact:instrumentKind ?concept }}
  GRAPH graph:vocabulary {{ ?concept skos:notation ?kind }}
}} GROUP BY ?kind ORDER BY DESC(?n) ?kind"""
_QUADS = f"""{_PREFIXES}
SELECT ?kind (COUNT(*) AS ?n) (COUNT(DISTINCT ?g) AS ?graphs) WHERE {{
  GRAPH ?g {{ ?s ?p ?o }}
  {_OURS}
  BIND (IF(STRSTARTS(STR(?g), "https://w3id.org/infact/graph/document/"), "document",
        REPLACE(STR(?g), "^https://w3id[.]org/infact/graph/", "")) AS ?kind)
}} GROUP BY ?kind ORDER BY ?kind"""
_DATES = f"""{_PREFIXES}
SELECT (MIN(?earliest) AS ?first) (MAX(?latest) AS ?last) WHERE {{
  GRAPH ?g {{ ?instrument infact:executedEarliest ?earliest ; infact:executedLatest ?latest }} {_DOCUMENT_GRAPHS}
}}"""


@dataclass(frozen=True, slots=True)
class Attorney:
    """One row of the list of attorneys who sign for most insiders."""

    iri: str
    name: str
    insiders: int
    issuers: int


@dataclass(frozen=True, slots=True)
class Stats:
    """What a store holds.

    Attributes:
        corpus: Fingerprint, counts and latest date.
        classes: Number of things by class (its name in the ontology, or its IRI), most first.
        instruments: Number of instruments by kind.
        quads: Number of quads by kind of graph (`document`, `identity`, `relations`, `vocabulary`).
        graphs: Number of graphs of each kind.
        first: Earliest execution date; None when nothing is dated.
        last: Latest execution date.
        attorneys: Those who sign for most insiders.
    """

    corpus: Corpus
    classes: Mapping[str, int]
    instruments: Mapping[str, int]
    quads: Mapping[str, int]
    graphs: Mapping[str, int]
    first: datetime.date | None
    last: datetime.date | None
    attorneys: tuple[Attorney, ...]


def stats(engine: Engine, top: int = 10) -> Stats:
    """Count what the store holds. This reads every quad once, so it takes longer than a question.

    Args:
        engine: Where to ask.
        top: How many attorneys to list.
    """
    by_graph = engine.select(_QUADS).rows
    dates = [row for row in engine.select(_DATES).rows if row]
    first, last = dates[0] if dates else (None, None)
    leading = ask(engine, "attorneys-by-insiders", min_insiders=1, min_issuers=0, limit=top) if top else None
    return Stats(
        corpus=corpus(engine),
        classes={_name(cls): _int(n) for cls, n in engine.select(_CLASSES)},
        instruments={str(kind): _int(n) for kind, n in engine.select(_KINDS)},
        quads={str(kind): _int(n) for kind, n, _ in by_graph},
        graphs={str(kind): _int(n) for kind, _, n in by_graph},
        first=first if isinstance(first, datetime.date) else None,
        last=last if isinstance(last, datetime.date) else None,
        attorneys=tuple(
            Attorney(str(row[0]), str(row[1] or row[0]), _int(row[2]), _int(row[3]))
            for row in (leading.rows if leading else ())
        ),
    )


def _name(cls: object) -> str:
    return str(cls).removeprefix("https://w3id.org/infact/ontology#")


def _int(value: object) -> int:
    assert isinstance(value, int)
    return value
