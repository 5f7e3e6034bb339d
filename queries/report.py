"""The report: what a corpus, or one issuer in it, shows about who may sign for whom, as figures with their queries.

A figure (`figures`) is a table with what it tells, the SPARQL or the command that gives it, and, where that helps, data
for a chart. The counts are those of the relations graph: a relation without a known issuer is in no figure that is
about issuers, and the first figure says how many there are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from ..common.errors import QueryError
from ..common.render import Table
from . import kinds, network_figures
from .audit import CAVEAT, COVERED, audit
from .bindings import Value, bind
from .catalogue import ask
from .corpus import Corpus, corpus
from .engines import Engine
from .entities import find_entity
from .figures import Figure, top
from .relations import entities

_PREFIXES = """PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX graph: <https://w3id.org/infact/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
_COVERAGE = """
SELECT (COUNT(DISTINCT ?relation) AS ?relations) (COUNT(DISTINCT ?principal) AS ?insiders)
       (COUNT(DISTINCT ?attorney) AS ?attorneys) (COUNT(DISTINCT ?issuer) AS ?issuers)
       (COUNT(DISTINCT ?firm) AS ?firms) (COUNT(DISTINCT ?instrument) AS ?instruments)
WHERE {
  GRAPH graph:relations {
    ?relation infact:relationAttorney ?attorney .
    OPTIONAL { ?relation infact:basedOn ?instrument }
    OPTIONAL { ?relation infact:relationPrincipal ?principal }
    OPTIONAL { ?relation infact:relationFirm ?firm }
    ISSUER
  }
}"""
_ATTORNEYS = """
SELECT ?attorney ?insiders ?issuers ?firms ?first ?last WHERE {
  {
    SELECT ?who (COUNT(DISTINCT ?principal) AS ?insiders) (COUNT(DISTINCT ?issuer) AS ?issuers)
           (MIN(?day) AS ?first) (MAX(?until) AS ?last) WHERE {
      GRAPH graph:relations {
        ?relation infact:relationAttorney ?who ; infact:relationPrincipal ?principal .
        OPTIONAL { ?relation infact:firstDate ?day ; infact:lastDate ?until }
        ISSUER
      }
    } GROUP BY ?who
  }
  OPTIONAL {
    SELECT ?who (GROUP_CONCAT(DISTINCT ?firm; separator=" | ") AS ?firms) WHERE {
      GRAPH graph:relations { ?shown infact:relationAttorney ?who ; infact:relationFirm ?organization }
      GRAPH graph:identity { ?organization rdfs:label ?firm }
    } GROUP BY ?who
  }
  GRAPH graph:identity { ?who rdfs:label ?attorney }
} ORDER BY DESC(?insiders) DESC(?issuers) ?attorney ?who"""
_FIRMS = """
SELECT ?firm ?attorneys ?insiders ?issuers WHERE {
  {
    SELECT ?organization (COUNT(DISTINCT ?attorney) AS ?attorneys) (COUNT(DISTINCT ?principal) AS ?insiders)
           (COUNT(DISTINCT ?issuer) AS ?issuers) WHERE {
      GRAPH graph:relations {
        ?relation infact:relationFirm ?organization ; infact:relationAttorney ?attorney ;
                  infact:relationPrincipal ?principal .
        ISSUER
      }
      GRAPH graph:identity { ?organization a infact:LawFirm }
    } GROUP BY ?organization
  }
  GRAPH graph:identity { ?organization rdfs:label ?firm }
} ORDER BY DESC(?issuers) DESC(?insiders) ?firm ?organization"""
_YEARS = """
SELECT ?year (COUNT(DISTINCT ?instrument) AS ?instruments) (COUNT(DISTINCT ?principal) AS ?insiders) WHERE {
  GRAPH graph:relations {
    ?relation infact:basedOn ?instrument ; infact:relationPrincipal ?principal .
    ISSUER
  }
  ?instrument infact:executedEarliest ?day .
  BIND (YEAR(?day) AS ?year)
} GROUP BY ?year ORDER BY ?year"""
_OPTIONAL_ISSUER = "OPTIONAL { ?relation infact:relationIssuer ?issuer }"
_THIS_ISSUER = "?relation infact:relationIssuer ?issuer . FILTER (?issuer = ?_issuer_iri)"


@dataclass(frozen=True, slots=True)
class Report:
    """Figures about a corpus, or about one issuer in it."""

    title: str
    issuer: str | None
    corpus: Corpus
    figures: tuple[Figure, ...]


def report(engine: Engine, issuer: str | None = None) -> Report:
    """Gather the figures.

    Args:
        engine: What to ask.
        issuer: A name, CIK or IRI; the whole corpus where not given.

    Raises:
        QueryError: No issuer of that name, or several.
    """
    found = find_entity(engine, issuer) if issuer is not None else None
    if found is not None and "/organization/" not in str(found.iri):
        raise QueryError(f"{found.label} is no organization", remedy="name an issuer, by its name or CIK")
    iri, label = (str(found.iri), found.label) if found else (None, None)
    stands = corpus(engine)
    live, known = kinds.chosen(engine, stands.latest_date, stands.latest_date), entities(engine)
    figures = [
        _coverage(engine, iri),
        _verdicts(engine, iri),
        _attorneys(engine, iri),
        _firms(engine, iri),
        _years(engine, iri),
        _concentration(engine, iri),
        network_figures.interlocks(engine, live, known, iri),
        network_figures.network(engine, live, known, stands, iri),
    ]
    title = f"Who may sign for the insiders of {label}" if label else "Who may sign for whom: a corpus"
    return Report(title, label, stands, tuple(figure for figure in figures if figure is not None))


def _select(engine: Engine, query: str, issuer: str | None) -> tuple[str, tuple[tuple[object, ...], ...]]:
    """The query as it was asked, and its rows."""
    from rdflib import URIRef  # noqa: PLC0415 - rdflib takes a while to load, and the catalogue has it by now

    text = _PREFIXES + query.replace("ISSUER", _THIS_ISSUER if issuer else _OPTIONAL_ISSUER).lstrip("\n")
    values: dict[str, Value] = {"_issuer_iri": URIRef(issuer)} if issuer else {}
    return bind(text, values), tuple(engine.select(text, values).rows)


def _coverage(engine: Engine, issuer: str | None) -> Figure:
    how, rows = _select(engine, _COVERAGE, issuer)
    names = ("relations", "insiders", "attorneys-in-fact", "issuers", "firms", "instruments")
    says = (
        "What the figures below stand on: each relation is one attorney-in-fact who may sign for one insider about one "
        "issuer. What is not in the corpus is not counted, and says nothing."
    )
    return Figure("coverage", "Coverage", says, Table(("what", "count"), tuple(zip(names, rows[0], strict=True))), how)


def _verdicts(engine: Engine, issuer: str | None) -> Figure | None:
    found = audit(engine, issuer=issuer)
    if not found.rows:
        return None
    by_year: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in found.rows:
        by_year[row.day.isoformat()[:4] if row.day else "undated"][row.verdict] += 1
    total = len(found.rows)
    covered = sum(row.verdict in COVERED for row in found.rows)
    told = str(found.coverage)
    columns = [name for name, _ in found.by_verdict()]
    rows = tuple((year, *(counts[name] for name in columns)) for year, counts in sorted(by_year.items()))
    series = {name: tuple(float(counts[name]) for _, counts in sorted(by_year.items())) for name in columns}
    says = f"For {covered} of {total} signatures this corpus holds a power that covers them: {told}. {CAVEAT}"
    how = "infact audit" + (f" --issuer {issuer}" if issuer else "")
    heading = "Signatures and the authority behind them"
    return Figure("verdicts", heading, says, Table(("year", *columns), rows), how, series, "signatures")


def _attorneys(engine: Engine, issuer: str | None) -> Figure:
    how, rows = _select(engine, _ATTORNEYS, issuer)
    says = "Attorneys-in-fact by the number of insiders who appointed them, at any time."
    columns = ("attorney-in-fact", "insiders", "issuers", "shown with", "first", "last")
    return Figure("attorneys", "Attorneys-in-fact", says, top(columns, rows), how)


def _firms(engine: Engine, issuer: str | None) -> Figure | None:
    how, rows = _select(engine, _FIRMS, issuer)
    if not rows:
        return None
    says = "Law firms with which an attorney-in-fact is shown, by the number of issuers that they reach that way."
    return Figure("firms", "Law firms", says, top(("firm", "attorneys-in-fact", "insiders", "issuers"), rows), how)


def _years(engine: Engine, issuer: str | None) -> Figure | None:
    how, rows = _select(engine, _YEARS, issuer)
    if not rows:
        return None
    says = "Instruments by the year in which they were executed; undated ones are left out."
    series = {"instruments": tuple(float(str(row[1])) for row in rows)}
    table = Table(("year", "instruments", "insiders"), rows)
    return Figure("years", "Powers over time", says, table, how, series, "instruments")


def _concentration(engine: Engine, issuer: str | None) -> Figure | None:
    answer = ask(engine, "attorney-concentration", limit=0)
    at = answer.columns.index("issuer")
    rows = [row for row in answer.rows if issuer is None or str(row[at]) == issuer]
    if not rows:
        return None
    columns = tuple(name for name in answer.columns if name != "issuer")
    kept = sorted(rows, key=lambda row: -float(str(row[answer.columns.index("index")])))
    shown = tuple(tuple(cell for i, cell in enumerate(row) if i != at) for row in kept)
    says = (
        "The Herfindahl-Hirschman index of a year's appointments: 1 means that everybody appointed one and the same "
        "attorney-in-fact; with n attorneys whom everybody appointed it is 1/n."
    )
    how = "infact ask attorney-concentration limit=0"
    return Figure("concentration", answer.question.summary, says, top(columns, shown), how)
