"""What was seen in a unit: its results, with their places where the unit is a document, and its instruments.

A document's triples are at hand where it is validated, so that all that people need beside a result is taken from them
at once, in the process that has them. Callers may rely on equal units giving equal `Seen`, however they are parted.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .applying import Applying
from .completeness import Held, instruments
from .findings import Place, Places, Result
from .lookups import InLines
from .texts import Text
from .units import Content, Unit

# The modules on which it depends what is said beside a result.
_MODULES = ("completeness.py", "findings.py", "lookups.py", "seen.py", "texts.py")


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen in a unit.

    Attributes:
        results: Its results, sorted.
        places: Where each of them stands; None for the piece of a larger graph, of which the store knows more.
        instruments: The instruments that it holds.
    """

    results: tuple[Result, ...]
    places: tuple[Place, ...] | None
    instruments: tuple[Held, ...]


def look(contents: Sequence[Content], applying: Applying) -> list[Seen]:
    """What is seen in units."""
    texts = [Text(content.document, content.triples()) for content in contents]
    return [
        beside(content.unit, text, results)
        for content, text, results in zip(contents, texts, applying(texts), strict=True)
    ]


def beside(unit: Unit, text: Text, results: Iterable[Result]) -> Seen:
    """What is seen in a unit beside its results."""
    lookup = InLines(text)
    places = Places(lookup)
    known = tuple(results)
    return Seen(
        known,
        None if unit.is_piece else tuple(places.place(one, unit.node) for one in known),
        tuple(instruments(lookup)),
    )


def written(seen: Seen) -> bytes:
    """As bytes that `read` reads."""
    results = [(one.focus, one.constraint, one.component, one.value) for one in seen.results]
    places = None if seen.places is None else [
        (one.document, one.source, one.sentence, one.quote, one.thing) for one in seen.places
    ]  # fmt: skip
    held = [(one.iri, one.kind, one.day, one.issuer, one.printed) for one in seen.instruments]
    return json.dumps((results, places, held), ensure_ascii=False).encode("utf-8", "surrogatepass")


def read(data: bytes) -> Seen:
    """What `written` wrote."""
    results, places, held = json.loads(data.decode("utf-8", "surrogatepass"))
    return Seen(
        tuple(Result(*one) for one in results),
        None if places is None else tuple(Place(*one) for one in places),
        tuple(Held(*one) for one in held),
    )


@cache
def code() -> str:
    """A hash over the source code on which it depends what is said beside a result."""
    whole = hashlib.sha256()
    for name in _MODULES:
        whole.update(files(__package__).joinpath(name).read_bytes())
    return whole.hexdigest()
