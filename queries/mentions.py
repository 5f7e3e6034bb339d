"""Every mention with the entity that it was resolved to: the table by which identity is inspected and scored."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .corpus import Corpus, corpus
from .engines import Engine
from .rows import Cell

_MENTIONS = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX graph: <https://w3id.org/infact/graph/>
SELECT ?document ?role ?name ?entity ?probability ?method ?mention WHERE {
  GRAPH graph:identity {
    ?link infact:linkMention ?mention ; infact:linkEntity ?entity ; infact:linkMethod ?method ;
          infact:probability ?probability .
  }
  GRAPH ?g { ?mention infact:printedName ?name ; infact:mentionRole ?role . ?source infact:fileName ?document }
}"""
_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class ResolvedMention:
    """A name where it stands, and whom it is judged to name.

    Attributes:
        document: File name of the source, as its record states it.
        role: principal, attorney, issuer, law_firm, affiliation, signatory, witness, reporting_owner, signer or
            signed_for.
        name: The name as printed.
        entity: IRI of the canonical person, organization or office.
        probability: How sure the link is, 0 to 1.
        method: The rule, model or reviewer that decided it (scheme `link-method`).
        mention: IRI of the mention itself.
    """

    document: str
    role: str
    name: str
    entity: str
    probability: float
    method: str
    mention: str


COLUMNS = ("document", "role", "name", "entity", "probability", "method")


def mentions(engine: Engine) -> tuple[tuple[ResolvedMention, ...], Corpus]:
    """Every resolved mention, by document and in the order in which it stands there, and the corpus."""
    found = [
        ResolvedMention(
            document=str(document),
            role=_last(role).replace("-", "_"),
            name=str(name),
            entity=str(entity),
            probability=float(str(probability)),
            method=_last(method),
            mention=str(mention),
        )
        for document, role, name, entity, probability, method, mention in engine.select(_MENTIONS)
    ]
    return tuple(sorted(found, key=_place)), corpus(engine)


def _last(concept: Cell) -> str:
    return str(concept).rpartition("/")[2]


def _place(row: ResolvedMention) -> tuple[str, list[str | int]]:
    """The document, then the mention's place in it with its numbers as numbers."""
    return row.document, [int(part) if part.isdecimal() else part for part in _NUMBER.split(row.mention)]
