"""The evidence behind the rows of an answer: for each row a document, the words in it, and the filing on EDGAR.

A row's evidence is looked for where its question says (`#+ evidence:`): in a verdict, a filing, a relation or an
instrument, or in what a person or company takes part in. Of all that supports a row, one piece is chosen: the signature
line of a verdict or filing, the earliest words about a relation's own attorney (or its principal, where the row names
no attorney), else the earliest words of the first instrument. `supporting-sentence` gives all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rdflib import URIRef

from .bindings import serialise
from .engines import Engine
from .readings import in_reading
from .rows import Cell, Row

COLUMNS = ("document", "quote", "link")
_BATCH = 200  # IRIs in one query, so that its text stays short enough for any server
_ACCESSION = re.compile(r"\d{10}-\d\d-\d{6}")
_NOTHING: Row = (None, None, None)

# The instrument of each IRI: itself, the ones that a relation rests on, or those of the relations of a party.
_INSTRUMENTS = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX graph: <https://w3id.org/infact/graph/>
SELECT ?iri (MIN(STR(?instrument)) AS ?first) WHERE {{
  VALUES ?iri {{ {iris} }}
  {{ ?iri infact:instrumentKind ?kind . BIND (?iri AS ?instrument) }}
  UNION {{ GRAPH graph:relations {{ ?iri infact:basedOn ?instrument }} }}
  UNION
  {{
    GRAPH graph:relations {{
      ?relation (infact:relationAttorney|infact:relationPrincipal|infact:relationIssuer|infact:relationFirm) ?iri ;
                infact:basedOn ?instrument .
    }}
  }}
}} GROUP BY ?iri ORDER BY ?iri"""
_WORDS = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?iri ?source ?start ?quote WHERE {{
  VALUES ?iri {{ {iris} }}
  ?iri prov:wasDerivedFrom ?source .
  OPTIONAL {{
    {{
      SELECT ?iri ?start ?quote WHERE {{
        VALUES ?iri {{ {iris} }}
        ?iri (infact:grantor|infact:issuer|(infact:hasAppointment/infact:attorneyInFact)) ?mention .
        ?evidence infact:supports ?mention ; oa:hasSelector ?words , ?place .
        ?words oa:exact ?quote .
        ?place oa:start ?start .
      }}
    }}
  }}
}} ORDER BY ?iri ?start ?quote"""
# What the instruments of a relation say of its own two parties; the attorney comes first, by the alphabet.
_PARTIES = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX graph: <https://w3id.org/infact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?iri ?party ?source ?quote WHERE {{
  VALUES ?iri {{ {iris} }}
  VALUES ?side {{ infact:relationAttorney infact:relationPrincipal }}
  GRAPH graph:relations {{ ?iri ?side ?party ; infact:basedOn ?instrument }}
  ?instrument infact:hasAppointment/(infact:attorneyInFact|infact:principal) ?mention ; prov:wasDerivedFrom ?source .
  GRAPH graph:identity {{ ?mention infact:refersTo ?party }}
  ?evidence infact:supports ?mention ; oa:hasSelector ?words , ?place .
  ?words oa:exact ?quote .
  ?place oa:start ?start .
}} ORDER BY ?iri ?side ?instrument ?start ?quote"""
_SIGNATURES = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX graph: <https://w3id.org/infact/graph/>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?iri ?source ?quote WHERE {{
  VALUES ?iri {{ {iris} }}
  {{ GRAPH graph:relations {{ ?iri infact:auditedFiling ?filing ; infact:auditedSignature ?line }} }}
  UNION
  {{
    GRAPH graph:relations {{ ?iri infact:preferredDescription ?filing }}
    OPTIONAL {{ ?filing infact:hasSignature ?line }}
  }}
  OPTIONAL {{ ?line infact:signatureText ?quote }}
  ?filing prov:wasDerivedFrom ?source .
}} ORDER BY ?iri ?quote"""
_SOURCES = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?iri ?document ?address ?accession ?cik ?other WHERE {{
  VALUES ?iri {{ {iris} }}
  ?iri infact:fileName ?document .
  OPTIONAL {{ ?iri infact:sourceUri ?address }}
  OPTIONAL {{
    ?filing prov:wasDerivedFrom ?iri ; infact:accessionNumber ?accession .
    OPTIONAL {{ ?filing infact:issuer/infact:cik ?cik }}
  }}
  OPTIONAL {{ ?iri infact:issuerCik|infact:principalCik|infact:pathCik ?other }}
}} ORDER BY ?iri ?accession ?cik ?other"""


def with_evidence(
    engine: Engine, rows: Sequence[Row], columns: Iterable[int], reading: str = "merged"
) -> tuple[Row, ...]:
    """The rows, each with document, quote and link behind its own cells; None where there is nothing to show.

    Args:
        engine: What the rows came from.
        rows: Rows of an answer.
        columns: Positions of the cells whose IRIs lead to the evidence, the most telling first.
        reading: The reading of identity in which the rows were asked for.

    Raises:
        QueryError: The engine refused a query.
    """
    places = list(columns)
    iris = sorted({str(row[i]) for row in rows for i in places if isinstance(row[i], URIRef)})
    found = _evidence(engine, iris, reading)
    return tuple((*row, *_chosen(row, places, found)) for row in rows)


def _chosen(row: Row, places: Sequence[int], found: Mapping[str, Mapping[str, Row]]) -> Row:
    """The evidence of the first telling cell that has some: about a party that the row names, or else about it."""
    for i in places:
        if pieces := found.get(str(row[i])):
            named = set(map(str, row))
            return next((pieces[party] for party in pieces if party in named), next(iter(pieces.values())))
    return _NOTHING


def _evidence(engine: Engine, iris: Sequence[str], reading: str) -> dict[str, dict[str, Row]]:
    """Document, quote and link by IRI and by the party that they are about; under "" where that is nobody's own."""
    said: dict[str, dict[str, tuple[str, Cell]]] = {}
    for iri, source, quote in _asked(engine, _SIGNATURES, iris):
        said.setdefault(str(iri), {"": (str(source), quote)})
    for iri, party, source, quote in _asked(engine, in_reading(_PARTIES, reading), iris):
        said.setdefault(str(iri), {}).setdefault(str(party), (str(source), quote))
    instruments = {str(i): str(first) for i, first in _asked(engine, in_reading(_INSTRUMENTS, reading), iris) if first}
    words: dict[str, tuple[str, Cell]] = {}
    for iri, source, _, quote in _asked(engine, _WORDS, sorted(set(instruments.values()))):
        words.setdefault(str(iri), (str(source), quote))
    for iri, instrument in instruments.items():
        if instrument in words:
            said.setdefault(iri, {"": words[instrument]})
    sources: dict[str, tuple[Cell, Cell]] = {}
    wanted = {source for pieces in said.values() for source, _ in pieces.values()}
    for iri, document, address, accession, cik, other in _asked(engine, _SOURCES, sorted(wanted)):
        sources.setdefault(str(iri), (document, address or _index(str(iri), accession, cik or other)))
    return {
        iri: {
            party: (sources[source][0], quote, sources[source][1])
            for party, (source, quote) in pieces.items()
            if source in sources
        }
        for iri, pieces in said.items()
    }


def _asked(engine: Engine, query: str, iris: Sequence[str]) -> Iterator[Row]:
    for start in range(0, len(iris), _BATCH):
        batch = " ".join(serialise(URIRef(iri)) for iri in iris[start : start + _BATCH])
        yield from engine.select(query.format(iris=batch))


def _index(source: str, accession: Cell, cik: Cell) -> URIRef | None:
    """The index page on EDGAR of the filing that a document came with; None where its accession or CIK is unknown."""
    number = str(accession) if accession else next(filter(_ACCESSION.fullmatch, source.split("/")), None)
    if number is None or cik is None:
        return None
    folder = f"https://www.sec.gov/Archives/edgar/data/{str(cik).lstrip('0')}/{number.replace('-', '')}"
    return URIRef(f"{folder}/{number}-index.htm")
