"""Which documents a report is about: those of an issuer, or those that carry a day on or after a given one."""

from __future__ import annotations

import datetime
from urllib.parse import unquote

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
    every = {str(node) for (node,) in engine.select(_DOCUMENTS)}
    chosen = every
    if issuer is not None:
        chosen = chosen & _holding(engine, every, _OF_ISSUER, _issuer_iri=find_entity(engine, issuer).iri)
    if since is not None:
        chosen = chosen & _holding(engine, every, _SINCE, _day_date=since)
    if not chosen:
        raise QueryError("no document in this corpus is of that issuer and day", remedy="ask for another")
    return {unquote(document.removeprefix(iris.DOCUMENTS)) for document in chosen}


def _holding(engine: Engine, documents: set[str], query: str, **bindings: URIRef | datetime.date) -> set[str]:
    """The documents that hold what a query finds; what lies above them is a filing, and no document."""
    nodes = engine.select(query, bindings)
    return {candidate for (node,) in nodes for candidate in document_of(str(node)) if candidate in documents}
