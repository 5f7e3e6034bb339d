"""The card of one thing (a person, company, firm, office, power or relation): its facts, relations and evidence.

Data only; the command line renders it. A card says what this corpus holds about the thing, and nothing about what it
does not hold.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from rdflib import RDF, RDFS, URIRef

from .catalogue import ask
from .corpus import Corpus, corpus
from .engines import Engine
from .entities import Entity, find_entity
from .rows import Cell

_PREFIXES = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX graph: <https://w3id.org/infact/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
# What is said of the thing itself; a value's words are its label, its notation, or the name that it prints.
_FACTS = f"""{_PREFIXES}
SELECT DISTINCT ?property ?value ?words WHERE {{
  GRAPH ?g {{ ?_node ?property ?value }}
  OPTIONAL {{ GRAPH graph:identity {{ ?value rdfs:label ?label }} }}
  OPTIONAL {{ GRAPH graph:vocabulary {{ ?value skos:notation ?notation }} }}
  OPTIONAL {{ ?value infact:printedName ?printed }}
  BIND (COALESCE(?label, ?notation, ?printed) AS ?words)
}}"""
_PRINTED = f"""{_PREFIXES}
SELECT ?printed (COUNT(DISTINCT ?mention) AS ?n) WHERE {{
  GRAPH graph:identity {{ ?mention infact:refersTo ?_node }}
  ?mention infact:printedName ?printed .
}} GROUP BY ?printed ORDER BY DESC(?n) ?printed"""
_TIES = f"""{_PREFIXES}
SELECT DISTINCT ?relation ?attorney ?principal ?issuer ?firm ?from ?until ?instruments WHERE {{
  {{
    SELECT DISTINCT ?relation WHERE {{
      GRAPH graph:relations {{
        {{ ?relation infact:relationAttorney ?_node }} UNION {{ ?relation infact:relationPrincipal ?_node }}
        UNION {{ ?relation infact:relationIssuer ?_node }} UNION {{ ?relation infact:relationFirm ?_node }}
        UNION {{ ?relation infact:basedOn ?_node }}
        UNION {{ ?relation a infact:Relation . FILTER (?relation = ?_node) }}
      }}
    }}
  }}
  OPTIONAL {{
    GRAPH graph:relations {{ ?relation infact:relationAttorney ?a }}
    GRAPH graph:identity {{ ?a rdfs:label ?attorney }}
  }}
  OPTIONAL {{
    GRAPH graph:relations {{ ?relation infact:relationPrincipal ?p }}
    GRAPH graph:identity {{ ?p rdfs:label ?principal }}
  }}
  OPTIONAL {{
    GRAPH graph:relations {{ ?relation infact:relationIssuer ?i }}
    GRAPH graph:identity {{ ?i rdfs:label ?issuer }}
  }}
  OPTIONAL {{
    GRAPH graph:relations {{ ?relation infact:relationFirm ?f }}
    GRAPH graph:identity {{ ?f rdfs:label ?firm }}
  }}
  OPTIONAL {{ GRAPH graph:relations {{ ?relation infact:liveFrom ?from }} }}
  OPTIONAL {{ GRAPH graph:relations {{ ?relation infact:liveUntil ?until }} }}
  OPTIONAL {{ GRAPH graph:relations {{ ?relation infact:instrumentCount ?instruments }} }}
}} ORDER BY ?attorney ?principal ?issuer ?firm ?relation"""


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement about the thing: the property's name, its value, and words for a value that is an IRI."""

    property: str
    value: Cell
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """One relation that the thing takes part in, by the parties' preferred names."""

    relation: str
    attorney: str | None
    principal: str | None
    issuer: str | None
    firm: str | None
    live_from: datetime.date | None
    live_until: datetime.date | None
    instruments: int | None


@dataclass(frozen=True, slots=True)
class Support:
    """A piece of evidence: the field it fills, the words, the sentence around them, and where they stand."""

    field: str
    quote: str
    sentence: str | None
    document: str
    link: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Card:
    """What the corpus holds about one thing.

    Attributes:
        entity: The thing.
        classes: Names of its classes.
        printed: Every printing of its name and how many mentions print it, most first.
        facts: What is said of it.
        ties: The relations it takes part in, whoever it is in them.
        evidence: Its evidence; `more_evidence` when there is more than was asked for.
        corpus: The corpus, whose latest date is the as-of date.
    """

    entity: Entity
    classes: tuple[str, ...]
    printed: tuple[tuple[str, int], ...]
    facts: tuple[Fact, ...]
    ties: tuple[Tie, ...]
    evidence: tuple[Support, ...]
    more_evidence: bool
    corpus: Corpus


def show(engine: Engine, what: str, *, limit: int = 50) -> Card:
    """The card of a thing, by name, CIK or IRI.

    Args:
        engine: Where to ask.
        what: A name as printed (case does not count), a CIK, or an IRI.
        limit: The most pieces of evidence to give; 0 gives all.

    Raises:
        QueryError: Nothing in this corpus answers to it, or several things do.
    """
    entity = find_entity(engine, what)
    node = {"_node": entity.iri}
    # By text, as engines sort values of several datatypes in ways of their own.
    statements = sorted(
        engine.select(_FACTS, node).rows, key=lambda row: ["" if cell is None else str(cell) for cell in row]
    )
    found = ask(engine, "supporting-sentence", about=entity.iri, limit=limit)
    column = {name: found.columns.index(name) for name in found.columns}
    return Card(
        entity=entity,
        classes=tuple(sorted({_name(value) for prop, value, _ in statements if prop == RDF.type})),
        printed=tuple((str(name), n if isinstance(n, int) else 0) for name, n in engine.select(_PRINTED, node)),
        facts=tuple(
            Fact(_name(prop), value, None if words is None else str(words))
            for prop, value, words in statements
            if prop not in {RDF.type, RDFS.label}
        ),
        ties=tuple(
            Tie(
                relation=str(row[0]),
                attorney=_text(row[1]),
                principal=_text(row[2]),
                issuer=_text(row[3]),
                firm=_text(row[4]),
                live_from=_date(row[5]),
                live_until=_date(row[6]),
                instruments=_int(row[7]),
            )
            for row in engine.select(_TIES, node)
        ),
        evidence=tuple(
            Support(
                str(row[column["field"]]),
                str(row[column["quote"]]),
                _text(row[column["sentence"]]),
                str(row[column["document"]]),
                _text(row[column["link"]]),
                None if row[column["confidence"]] is None else float(str(row[column["confidence"]])),
            )
            for row in found.rows
        ),
        more_evidence=found.truncated,
        corpus=corpus(engine),
    )


def _name(iri: Cell) -> str:
    """The last part of a term's IRI: a card is for people."""
    text = str(iri)
    return text[max(text.rfind("#"), text.rfind("/")) + 1 :] if isinstance(iri, URIRef) else text


def _text(cell: Cell) -> str | None:
    return None if cell is None else str(cell)


def _date(cell: Cell) -> datetime.date | None:
    return cell if isinstance(cell, datetime.date) else None


def _int(cell: Cell) -> int | None:
    return cell if isinstance(cell, int) else None
