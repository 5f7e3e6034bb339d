"""Which documents a report is about: those of an issuer, or those that carry a day on or after a given one."""

from __future__ import annotations

import datetime

from rdflib import URIRef

from ..common.errors import QueryError
from ..ingest import iris
from ..queries.engines import Engine
from ..queries.entities import find_entity
from .findings import document_of

_OF_ISSUER = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX role: <https://w3id.org/infact/scheme/mention-role/>
SELECT DISTINCT ?node WHERE {
  { ?node infact:refersTo ?_issuer_iri ; infact:mentionRole role:issuer }
  UNION
  { ?_issuer_iri infact:cik ?cik . ?node infact:issuerCik ?cik }
}"""
_SINCE = """
PREFIX infact: <https://w3id.org/infact/ontology#>
SELECT DISTINCT ?node WHERE {
  ?node infact:filedOn|infact:executedLatest|infact:signedOn|infact:signedLatest ?day
  FILTER (?day >= ?_day_date)
}"""
_DOCUMENTS = """
PREFIX infact: <https://w3id.org/infact/ontology#>
SELECT DISTINCT ?node WHERE { ?node a infact:SourceDocument }"""


def documents(engine: Engine, *, issuer: str | None = None, since: datetime.date | None = None) -> set[str]:
    """The keys of the documents that meet all that is asked.

    Args:
        engine: The graph.
        issuer: Its name as printed, its CIK or its IRI.
        since: The first day; a document that carries no day is not among those of any day.

    Raises:
        QueryError: No party of this corpus, or more than one, answers to the issuer; or no document meets it all.
    """
    chosen = _keys(engine, _DOCUMENTS)
    if issuer is not None:
        chosen &= _keys(engine, _OF_ISSUER, _issuer_iri=find_entity(engine, issuer).iri)
    if since is not None:
        chosen &= _keys(engine, _SINCE, _day_date=since)
    if not chosen:
        raise QueryError("no document in this corpus is of that issuer and day", remedy="ask for another")
    return chosen


def _keys(engine: Engine, query: str, **bindings: URIRef | datetime.date) -> set[str]:
    nodes = engine.select(query, bindings)
    return {candidate.removeprefix(iris.DOCUMENTS) for (node,) in nodes for candidate in document_of(str(node))}
