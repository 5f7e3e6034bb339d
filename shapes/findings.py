"""A finding: one place where a rule is not met, with the thing's name, its document's words and the link to look at.

A validator gives results (which rule, which node, which value); `Places` looks for what people need beside that.
Callers may rely on a finding depending on the store's contents alone, and on its document being the nearest source
document above the node in its IRI; for a party, a link or a relation, the first document that speaks of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..ingest import iris
from ..ontology import terms
from .constraints import short
from .lookups import Lookup
from .rules import rules

_OA = terms.PREFIXES["oa"]
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"

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


_NOWHERE = ("", "", "")


@dataclass(frozen=True, slots=True, order=True)
class Result:
    """What a validator says: a node does not meet a rule. Ordered by node, rule, component and value.

    Attributes:
        focus: IRI of the node.
        constraint: Id of the rule.
        component: Local name of the SHACL constraint component.
        value: The offending value, an IRI or a literal's text; empty where there is none or it is the node itself.
    """

    focus: str
    constraint: str
    component: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a result stands, and what it is about, in words; fields as in `Finding`."""

    document: str
    source: str
    sentence: str
    quote: str
    thing: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of validation, for people. Equal when all that it says is equal.

    Attributes:
        constraint: Id of the rule that is not met.
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
        thing: What the node is called, as in `power of attorney of Ann Lee`.
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
    thing: str = ""


def filing_address(accession: str, cik: str) -> str:
    """The index page of a filing on EDGAR; `cik` is that of any company or person that it is filed under."""
    return f"https://www.sec.gov/Archives/edgar/data/{int(cik)}/{accession.replace('-', '')}/{accession}-index.htm"


def document_of(node: str) -> Iterator[str]:
    """The IRIs that may be the source document of a node, the nearest first."""
    while node.startswith(iris.DOCUMENTS):
        yield node
        node = node.rpartition("/")[0]


def finding(result: Result, place: Place) -> Finding:
    """A result at its place, in the words of its rule."""
    rule = rules()[result.constraint]
    return Finding(
        rule.id,
        rule.severity,
        rule.message,
        result.focus,
        rule.path,
        result.component,
        short(result.value) if result.value.startswith(("http://", "https://")) else result.value,
        place.document,
        place.source,
        place.sentence,
        place.quote,
        place.thing,
    )


class Places:
    """Where in documents the results of validation stand.

    Args:
        lookup: The statements of all of these documents.
    """

    def __init__(self, lookup: Lookup) -> None:
        self._values, self._about = lookup.objects, lookup.subjects
        # Of the document that was looked at last: its node, name and address. Results come document by document.
        self._last = _NOWHERE

    def place(self, result: Result, document: str | None = None) -> Place:
        """Where a result stands; `document` is its source document, where that is known."""
        document = self.document(result.focus) if document is None else document
        if self._last[0] != document:
            self._last = (document, self._first(document, "fileName"), self.source(document)) if document else _NOWHERE
        _, name, source = self._last
        return Place(name, source, *self._words(result, rules()[result.constraint].path), self.thing(result.focus))

    def document(self, node: str) -> str:
        """The source document of a node, or the first that speaks of it; empty where there is none."""
        for candidate in document_of(node):
            if terms.INFACT + "SourceDocument" in self._types(candidate):
                return candidate
        if node.startswith(iris.DOCUMENTS):
            return ""
        speaking = [
            *self._objects(node, "linkMention"),
            *self._objects(node, "basedOn"),
            *self._objects(node, "auditedSignature"),
            *self._objects(node, "preferredDescription"),
            *self._objects(node, "describedBy"),
        ] or self._subjects("refersTo", node)
        return self.document(min(speaking)) if speaking else ""

    def source(self, document: str) -> str:
        """The address of a document, or else of its filing; empty where neither is known."""
        stated = self._first(document, "sourceUri")
        if stated:
            return stated
        filing = f"{document}/filing"
        accession = self._first(filing, "accessionNumber")
        parties = (*self._objects(filing, "issuer"), *sorted(self._objects(filing, "reportingOwner")))
        ciks = [cik for party in parties for cik in self._objects(party, "cik") if cik.isdecimal()]
        return filing_address(accession, ciks[0]) if accession and ciks else ""

    def thing(self, node: str) -> str:
        """What a node is called, from its class and the names that it holds; empty where nothing names it."""
        for kind in sorted(self._types(node)):
            name = _NAMES.get(kind.removeprefix(terms.INFACT))
            if name is not None:
                return name(self, node)
        return self._first(node, "printedName")

    def label(self, node: str) -> str:
        """The preferred name of a party."""
        return next(iter(self._values(node, _LABEL)), "")

    def _words(self, result: Result, path: str) -> tuple[str, str]:
        """Sentence and quote that show a result, or two empty strings."""
        for evidence in self._evidence(result, path):
            sentence = next((self._first(s, "sentenceText") for s in self._objects(evidence, "inSentence")), "")
            quote = self._quote(evidence)
            if sentence or quote:
                return sentence, quote
        return "", ""

    def _quote(self, evidence: str) -> str:
        selectors = self._values(evidence, f"{_OA}hasSelector")
        return next((words for s in selectors for words in self._values(s, f"{_OA}exact")), "")

    def _evidence(self, result: Result, path: str) -> Iterator[str]:
        fields = _FIELDS.get(path, ())
        for node in (result.value, result.focus):
            if not node.startswith(iris.DOCUMENTS):
                continue
            kinds = self._types(node)
            if terms.INFACT + "Evidence" in kinds:
                yield node
            if terms.INFACT + "Mention" in kinds:
                yield from self._subjects("supports", node)
            elif fields:
                about = self._subjects("supports", node)
                yield from (e for e in about if self._first(e, "field").partition("[")[0] in fields)

    def _types(self, node: str) -> set[str]:
        return set(self._values(node, _TYPE))

    def _first(self, node: str, name: str) -> str:
        return next(iter(self._objects(node, name)), "")

    def _objects(self, node: str, name: str) -> list[str]:
        return self._values(node, terms.INFACT + name)

    def _subjects(self, name: str, value: str) -> list[str]:
        return self._about(terms.INFACT + name, value)


def _instrument(words: str) -> Callable[[Places, str], str]:
    def name(places: Places, node: str) -> str:
        names = [places._first(grantor, "printedName") for grantor in places._objects(node, "grantor")]
        who = ", ".join(name for name in names if name)
        return f"{words} of {who}" if who else words

    return name


def _filing(places: Places, node: str) -> str:
    form = iris.notation(places._first(node, "formType"))
    return " ".join(
        part for part in (f"Form {form}" if form else "filing", places._first(node, "accessionNumber")) if part
    )


def _relation(places: Places, node: str) -> str:
    names = [
        places.label(places._first(node, f"relation{party}") or places._first(node, f"strict{party}"))
        for party in ("Attorney", "Principal")
    ]
    return " for ".join(name or "somebody" for name in names)


def _link(places: Places, node: str) -> str:
    printed = places._first(places._first(node, "linkMention"), "printedName")
    return f"{printed or 'a name'} as {places.label(places._first(node, 'linkEntity')) or 'a party'}"


def _appointment(places: Places, node: str) -> str:
    names = [places._first(places._first(node, name), "printedName") for name in ("attorneyInFact", "principal")]
    return " for ".join(name or "somebody" for name in names)


_NAMES: dict[str, Callable[[Places, str], str]] = {
    "PowerOfAttorney": _instrument("power of attorney"),
    "ConfirmingStatement": _instrument("confirming statement"),
    "Substitution": _instrument("substitution"),
    "Revocation": _instrument("revocation"),
    "Filing": _filing,
    "Signature": lambda places, node: places._first(node, "signatureText"),
    "SourceDocument": lambda places, node: places._first(node, "fileName"),
    "Appointment": _appointment,
    "Evidence": lambda places, node: places._quote(node),
    "Relation": _relation,
    "StrictRelation": _relation,
    "CanonicalFiling": lambda places, node: f"filing {places._first(node, 'accessionNumber')}".strip(),
    "IdentityLink": _link,
    "AuditVerdict": lambda places, node: places._first(places._first(node, "auditedSignature"), "signatureText"),
    "Person": Places.label,
    "Organization": Places.label,
    "Office": Places.label,
}
