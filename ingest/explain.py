"""A document with what was read of it: its text in pieces, each with the facts that stand on it.

Made for people who check a reading. Every fact of an instrument comes from its evidence, so a piece that carries no
mark said nothing to the reader, and a fact without evidence is listed as such. Clauses are those of
`extract/clause_kinds.py`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from ..common.withholding import Withholding
from .extract import clauses
from .extract.confidence import REASONS
from .records import Evidence, Instrument, to_json


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact on a piece of text: `field` as evidence names it, and the number of its instrument, from 1."""

    instrument: int
    field: str
    confidence: float

    @property
    def name(self) -> str:
        """A name that is unique in its document."""
        return f"{self.instrument}.{self.field}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks, the longest first; `clause` is the kind of the clause around it."""

    text: str
    marks: tuple[Mark, ...] = ()
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of an instrument, with the reasons for its confidence.

    `mark` says where it stands, and is None where no evidence was kept.
    """

    field: str
    value: object
    confidence: float | None = None
    mark: Mark | None = None
    because: tuple[str, ...] = ()


def pieces(text: str, instruments: Mapping[int, Instrument], withheld: Withholding) -> Iterator[Piece]:
    """Cut a normalised text where marks, sentences and listed persons begin and end.

    The texts of the pieces make the whole text again, with pseudonyms where persons are withheld. A text that is not in
    Unicode's form NFC is given without marks when somebody is withheld, since names can then not be placed in it.

    Args:
        text: The normalised text of one exhibit.
        instruments: The instruments that were read from it, by their number in the document.
        withheld: The list of persons not to name.
    """
    if withheld and unicodedata.normalize("NFC", text) != text:
        yield Piece(withheld.apply(text))
        return
    hidden = withheld.places(text)
    marks = [
        (evidence.start, evidence.end, Mark(number, evidence.field, evidence.confidence))
        for number, instrument in instruments.items()
        for evidence in instrument.evidence
    ]
    kinds = [(one.start, one.end, one.kind) for one in clauses(text) if one.kind != "other"]
    cuts = {0, len(text)}
    for start, end, _ in (*hidden, *marks, *kinds):
        cuts |= {start, end}
    ordered = sorted(cut for cut in cuts if not any(start < cut < end for start, end, _ in hidden))
    names = {start: (end, pseudonym) for start, end, pseudonym in hidden}
    for start, end in pairwise(ordered):
        shown = names[start][1] if start in names and names[start][0] == end else text[start:end]
        sizes = {mark: e - s for s, e, mark in marks if s < end and start < e}
        here = sorted(sizes, key=lambda m: (-sizes[m], m.instrument, m.field))
        yield Piece(shown, tuple(here), next((name for s, e, name in kinds if s <= start and end <= e), None))


def facts(number: int, instrument: Instrument) -> Iterator[Fact]:
    """Every value of an instrument in the order of the public form, with its evidence."""
    evidence: dict[str, Evidence] = {}
    for one in instrument.evidence:
        evidence.setdefault(one.field, one)
    for field, value in _values(instrument):
        found = evidence.get(field)
        if found is None:
            yield Fact(field, value)
        else:
            because = tuple(REASONS[name].says for name in found.reasons if name in REASONS)
            yield Fact(field, value, found.confidence, Mark(number, field, found.confidence), because)


def _values(instrument: Instrument) -> Iterator[tuple[str, object]]:
    form = to_json(instrument)
    for field, value in form.items():
        if field in {"evidence", "review", "exhibit"} or value in (None, [], False):
            continue
        if not isinstance(value, list):
            yield field, value
            continue
        for n, item in enumerate(value):
            if not isinstance(item, dict):
                yield f"{field}[{n}]", item
            elif "name" not in item:  # an end or a reference: what is known of it
                yield f"{field}[{n}]", " ".join(str(known) for known in item.values() if known is not None)
            else:
                yield f"{field}[{n}].name", item["name"]
                if item.get("affiliation"):
                    yield f"{field}[{n}].affiliation", item["affiliation"]
