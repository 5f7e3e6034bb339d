"""A finding: one place in one document where a constraint is not met, with the words and the link to look at.

Made from pyshacl's report graph and the data that was validated. Callers may rely on an order that depends on the data
alone, and on a finding naming its document, which is the nearest source document above the node in its IRI.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import RDF, SH, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from ..ontology import terms
from .constraints import SHAPE, Constraint, short

INFACT = Namespace(terms.INFACT)
OA = Namespace(terms.PREFIXES["oa"])

# The fields of a record whose evidence shows what a property says; evidence for a name is found by its mention instead.
_FIELDS = {
    "executedEarliest": ("executed", "expires"),
    "formCovered": ("forms",),
    "grantedPower": ("powers",),
    "termCondition": ("term", "ends"),
    "authority": ("authority",),
    "scope": ("scope", "forms"),
    "instrumentKind": ("kind",),
    "clause": ("clauses",),
}

# What findings look up beside what the shapes look at: a batch need hold no other properties and classes.
LOOKED_UP = frozenset(
    str(name)
    for name in (
        RDF.type, INFACT.SourceDocument, INFACT.fileName, INFACT.sourceUri, INFACT.accessionNumber, INFACT.issuer,
        INFACT.reportingOwner, INFACT.cik, INFACT.supports, INFACT.field, INFACT.inSentence, INFACT.sentenceText,
        OA.hasSelector, OA.exact,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of validation. Equal when all that it says is equal.

    Attributes:
        constraint: Id of the constraint that is not met.
        severity: Violation, Warning or Info.
        message: What is wrong, in words for people.
        focus: IRI of the node that does not meet it.
        path: The property or path, as SPARQL writes it; empty for a constraint on the whole node.
        component: Local name of the SHACL constraint component.
        value: The offending value, where there is one.
        document: File name of the document.
        source: Where the document stands: its address, or the index page of its filing; empty when neither is known.
        sentence: The sentence of the document to look at; empty where something is missing, as no sentence shows that.
        quote: The words of that sentence that were read.
    """

    constraint: str
    severity: str
    message: str
    focus: str
    path: str
    component: str
    value: str
    document: str
    source: str
    sentence: str = ""
    quote: str = ""


def findings(graph: Graph, report: Graph, constraints: dict[str, Constraint]) -> tuple[Finding, ...]:
    """The results of a report, by focus node, constraint and value.

    Args:
        graph: The data that was validated.
        report: What pyshacl reports (`sh:ValidationReport`).
        constraints: The constraints by id.
    """
    shown = _Evidence(graph)
    # Only direct results: `sh:node` repeats the inner ones as details of its own.
    made = {_finding(graph, report, result, constraints, shown) for result in report.objects(None, SH.result)}
    return tuple(sorted(made, key=lambda f: (f.focus, f.constraint, f.component, f.value)))


def filing_address(accession: str, cik: str) -> str:
    """The index page of a filing on EDGAR; `cik` is that of any company or person that it is filed under."""
    return f"https://www.sec.gov/Archives/edgar/data/{int(cik)}/{accession.replace('-', '')}/{accession}-index.htm"


def _finding(
    graph: Graph, report: Graph, result: Node, constraints: dict[str, Constraint], shown: _Evidence
) -> Finding:
    def said(predicate: URIRef) -> Node | None:
        return report.value(result, predicate)

    constraint = constraints[str(said(SH.sourceShape)).removeprefix(SHAPE)]
    focus, value = said(SH.focusNode), said(SH.value)
    assert focus is not None, "SHACL section 3.6.2.1: every result has one focus node"
    document = _document(graph, str(focus))
    sentence, quote = shown.of(focus, value, constraint.path)
    return Finding(
        constraint.id,
        constraint.severity,
        constraint.message,
        str(focus),
        constraint.path,
        str(said(SH.sourceConstraintComponent)).removeprefix(str(SH)).removesuffix("ConstraintComponent"),
        "" if value is None or value == focus else short(str(value)) if isinstance(value, URIRef) else str(value),
        str(graph.value(document, INFACT.fileName) or "") if document else "",
        _source(graph, document) if document else "",
        sentence,
        quote,
    )


def _document(graph: Graph, node: str) -> URIRef | None:
    """The source document to which a node belongs: the nearest one that its IRI descends from."""
    while node:
        if (URIRef(node), RDF.type, INFACT.SourceDocument) in graph:
            return URIRef(node)
        node = node.rpartition("/")[0]
    return None


def _source(graph: Graph, document: URIRef) -> str:
    stated = graph.value(document, INFACT.sourceUri)
    if stated is not None:
        return str(stated)
    filing = URIRef(f"{document}/filing")
    accession = graph.value(filing, INFACT.accessionNumber)
    parties = (*graph.objects(filing, INFACT.issuer), *sorted(graph.objects(filing, INFACT.reportingOwner), key=str))
    ciks = [str(cik) for party in parties for cik in graph.objects(party, INFACT.cik) if str(cik).isdecimal()]
    return filing_address(str(accession), ciks[0]) if accession is not None and ciks else ""


class _Evidence:
    """The evidence of a graph by what it supports; gathered when it is first asked for."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._by_node: dict[Node, list[Node]] | None = None

    def of(self, focus: Node, value: Node | None, path: str) -> tuple[str, str]:
        """Sentence and quote that show a finding, or two empty strings."""
        for evidence in self._candidates(focus, value, path):
            sentence = self._graph.value(self._graph.value(evidence, INFACT.inSentence), INFACT.sentenceText)
            exact = (
                self._graph.value(selector, OA.exact) for selector in self._graph.objects(evidence, OA.hasSelector)
            )
            quote = next((str(words) for words in exact if words is not None), "")
            if sentence is not None or quote:
                return str(sentence or ""), quote
        return "", ""

    def _candidates(self, focus: Node, value: Node | None, path: str) -> Iterator[Node]:
        for node in (value, focus):
            if isinstance(node, Literal) or node is None:
                continue
            if (node, RDF.type, INFACT.Evidence) in self._graph:
                yield node
            about = self._supporting(node)
            if (node, RDF.type, INFACT.Mention) not in self._graph:
                fields = _FIELDS.get(path, ())
                about = [e for e in about if str(self._graph.value(e, INFACT.field)).partition("[")[0] in fields]
            yield from about

    def _supporting(self, node: Node) -> list[Node]:
        if self._by_node is None:
            gathered: defaultdict[Node, list[Node]] = defaultdict(list)
            for evidence, supported in sorted(self._graph.subject_objects(INFACT.supports), key=str):
                gathered[supported].append(evidence)
            self._by_node = dict(gathered)
        return self._by_node.get(node, [])
