"""What the identity graph says, as N-Quads: links of mentions, parties, and what it says of itself. Pure.

Links are most of the graph, so their lines are written as they stand, all of one as one text. A line belongs to one
link or one party, but for the identifiers of CIKs, which a party shares with its strict parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..ontology import terms
from . import iris
from .identity.decisions import Decision
from .identity.parties import Entity, Result, links
from .identity.units import Unit
from .nquads import decimal, literal
from .statements import RDF_TYPE, Statements, term

_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
_AGENCY = literal("U.S. Securities and Exchange Commission")
_NOTATION = "<http://www.w3.org/2004/02/skos/core#notation>"
_ADMS = "http://www.w3.org/ns/adms#"
_END = f" <{iris.IDENTITY}> .\n"
_REFERS, _STRICTLY, _LINK = term("refersTo"), term("strictlyRefersTo"), term("IdentityLink")
_MENTION, _ENTITY, _METHOD = term("linkMention"), term("linkEntity"), term("linkMethod")
_PROBABILITY, _REASON = term("probability"), term("linkReason")
_METHODS = {notation: terms.concept("link-method", notation) for notation in terms.SCHEMES["link-method"]}
_CLASSES = {"person": "Person", "organization": "Organization", "office": "Office"}


def unit_lines(unit: Unit, result: Result) -> Iterator[bytes]:
    """The links of a unit's mentions."""
    for mention, entity, strict, method, probability, reason in links(unit, result):
        node = iris.link(mention, entity)
        yield (
            f"<{mention}> {_REFERS} <{entity}>{_END}"
            f"<{mention}> {_STRICTLY} <{strict}>{_END}"
            f"<{node}> {RDF_TYPE} {_LINK}{_END}"
            f"<{node}> {_MENTION} <{mention}>{_END}"
            f"<{node}> {_ENTITY} <{entity}>{_END}"
            f"<{node}> {_METHOD} <{_METHODS[method]}>{_END}"
            f"<{node}> {_PROBABILITY} {decimal(probability)}{_END}"
            f"<{node}> {_REASON} {literal(reason)}{_END}"
        ).encode()


def entity_lines(entity: Entity) -> Iterator[bytes]:
    """A party, but for the identifier of its CIK."""
    out, node = Statements(iris.IDENTITY), f"<{entity.iri}>"
    out.a(node, _CLASSES[entity.kind])
    if entity.part_of:
        out.a(node, "Part")
        out.add(node, term("partOf"), f"<{entity.part_of}>")
    if entity.issuer:
        out.a(node, "Issuer")
    if entity.law_firm:
        out.a(node, "LawFirm")
    out.add(node, _LABEL, literal(entity.label))
    if entity.cik:
        out.text(node, "cik", entity.cik)
        out.add(node, f"<{_ADMS}identifier>", f"<{iris.identifier(entity.cik)}>")
    return out.lines()


def identifier_lines(cik: str) -> Iterator[bytes]:
    """A CIK as an identifier."""
    out, identifier = Statements(iris.IDENTITY), f"<{iris.identifier(cik)}>"
    out.add(identifier, RDF_TYPE, f"<{_ADMS}Identifier>")
    out.add(identifier, _NOTATION, literal(cik))
    out.add(identifier, f"<{_ADMS}schemaAgency>", _AGENCY)
    return out.lines()


def own_lines(decisions: Iterable[Decision], state: str) -> Iterator[bytes]:
    """What the identity graph says of itself: from what it was made, and the decisions in force."""
    out = Statements(iris.IDENTITY)
    node = f"<{iris.RESOLUTION}>"
    out.a(node, "Resolution")
    out.text(node, "resolvedFrom", state)
    for line in sorted({decision.line() for decision in decisions}):
        one = f"<{iris.decision(line)}>"
        out.a(one, "Decision")
        out.text(one, "decisionText", line)
    return out.lines()
