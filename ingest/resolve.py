"""Identity: which mentions are the same person, organization or office, why, and how sure.

`resolve` reads what the documents say, joins mentions in layers (`identity.layers`), and brings `graph/identity` up to
date: what the documents said before is kept (`held`), and only links and parties that differ are written.
The identity graph that was there is an input: parties keep their IRIs, and reviewers' decisions stay in force. Callers
may rely on: the same documents, decisions and previous graph give the same bytes; without a previous graph the order in
which documents were built does not matter; and every IRI that could not stay is reported.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

import pyoxigraph as ox

from ..ontology import terms
from . import held, iris, kept
from .behind import Behind
from .bulk_facts import facts_of
from .identity import decisions as reviewed
from .identity.decisions import Decision
from .identity.layers import Settled
from .identity.naming import Move
from .identity.parties import Identity, all_units, identify, links, settle
from .identity.remembered import forget
from .identity.units import Kind
from .identity_lines import own_lines
from .spool import Spool
from .store import Store

# The document's part of a mention's IRI, up to where its own nodes begin.
_KEY = re.compile(re.escape(iris.DOCUMENTS) + r"(.+?)/(?:instrument|filing|issuer)/[^/]")
_GRAPH = ox.NamedNode(iris.IDENTITY)
# Mention -> its party's IRI: in the merged reading, and in the strict one.
References = tuple[dict[str, str], dict[str, str]]


@dataclass(frozen=True, slots=True)
class ResolveReport:
    """What was resolved.

    Attributes:
        mentions: Names that were linked to a party.
        entities: Persons, organizations and offices.
        parts: Strict parts that are not their party's core.
        methods: How many mentions each method linked.
        refused: Joins that were refused, because the two must not be one.
        open: Joins that were left open, because another party could be meant as well.
        decisions: Reviewers' decisions in force.
        problems: Decisions that could not be applied, each with its reason.
        moved: IRIs that no longer mean what they meant.
    """

    mentions: int
    entities: int
    parts: int
    methods: tuple[tuple[str, int], ...]
    refused: int
    open: int
    decisions: int
    problems: tuple[str, ...] = ()
    moved: tuple[Move, ...] = ()


def resolve(store: Store, decisions: Iterable[Decision] | None = None, *, fresh: bool = False) -> ResolveReport:
    """Resolve the mentions of a store that is open for writing, and bring its identity graph up to date.

    Args:
        store: The store.
        decisions: What reviewers decided; None keeps the decisions of the previous identity graph in force.
        fresh: Name parties anew instead of keeping the IRIs that they had.

    Raises:
        StoreError: The store is open for reading only, or cannot be written to.
    """
    with Behind() as behind:
        report, _ = resolve_behind(store, Spool(store), behind, decisions, fresh=fresh)
    return report


def resolve_behind(
    store: Store,
    spool: Spool,
    behind: Behind,
    decisions: Iterable[Decision] | None = None,
    *,
    fresh: bool = False,
) -> tuple[ResolveReport, held.Held]:
    """As `resolve`, with facts that were read already; the graph is loaded `behind`, and what it holds comes back."""
    with kept.no_pauses():
        made = tuple(held_decisions(store) if decisions is None else decisions)
        names = {entry.key: entry.name for entry in store.manifest}
        before = held.load(store.kept, _made_from(store))
        sources = held.sources(spool, before)
        found = sorted((unit for source in sources.values() for unit in source.units), key=lambda unit: unit.key)
        applied = reviewed.apply(made, found, names)
        lines = tuple(sorted(decision.line() for decision in made))
        earlier = None if fresh else held.earlier(before, sources, lines)
        identity = identify(found, applied, before.previous() if before else previous(store), earlier, fresh=fresh)
        now = _held(before if earlier else None, identity, sources, lines, made, _state(store, made))
        report = _report(identity, now)
        del identity, found, applied, earlier  # what comes now needs the memory
        forget()
        held.write(store, before, now, behind)
    return report, now


def _held(
    before: held.Held | None,
    identity: Identity,
    sources: Mapping[str, held.Source],
    lines: tuple[str, ...],
    made: tuple[Decision, ...],
    state: str,
) -> held.Held:
    """What was found now, with what still holds of what was found before."""
    results, entities, methods = {}, {}, Counter[str]()
    if before is not None:
        results, entities, methods = dict(before.results), dict(before.entities), before.methods.copy()
    for unit, result in identity.results():
        was = results.get(unit.key)
        if was is not None:
            methods.subtract(link.method for link in links(unit, was))
            for iri in was[:2]:
                entities.pop(iri, None)
        methods.update(link.method for link in links(unit, result))
        results[unit.key] = result
    entities.update((entity.iri, entity) for entity in identity.entities())
    return held.Held(
        state,
        sources,
        results,
        entities,
        b"".join(own_lines(made, state)),
        {kind: settled.taken for kind, settled in identity.settled.items()},
        lines,
        +methods,
    )


def _report(identity: Identity, now: held.Held) -> ResolveReport:
    counts = Counter(entity.part_of is not None for entity in now.entities.values())
    return ResolveReport(
        mentions=now.methods.total(),
        entities=counts[False],
        parts=counts[True],
        methods=tuple(sorted(now.methods.items())),
        refused=identity.refused,
        open=identity.open,
        decisions=len(now.decisions),
        problems=identity.problems,
        moved=identity.moved,
    )


def layers_of(
    store: Store, decisions: Iterable[Decision] | None = None, keys: Iterable[str] | None = None
) -> tuple[dict[Kind, Settled], dict[str, str]]:
    """What the layers make of a store's documents, or of some of them, without writing anything.

    Args:
        store: The store.
        decisions: As in `resolve`.
        keys: Keys of the documents to look at; all where not given.

    Returns:
        The settled units by kind, and each document's file name by its key.
    """
    names = {entry.key: entry.name for entry in store.manifest}
    wanted = sorted(names if keys is None else keys)
    facts = [one for key in wanted if (entry := store.manifest.get(key)) for one in facts_of(store, entry)]
    found = all_units(lambda: iter(facts))
    made = held_decisions(store) if decisions is None else decisions
    return settle(found, reviewed.apply(made, found, names)), names


def mentions_of(store: Store, iri: str) -> dict[str, str]:
    """The mentions of a party (or a mention itself), and the key of the document of each."""
    nodes = [
        quad.subject.value  # type: ignore[union-attr]
        for name in ("refersTo", "strictlyRefersTo")
        for quad in store.oxigraph.quads_for_pattern(
            None, ox.NamedNode(f"{terms.INFACT}{name}"), ox.NamedNode(iri), _GRAPH
        )
    ]
    return {node: key for node in nodes or [iri] if (key := _document_key(node))}


def _document_key(node: str) -> str | None:
    found = _KEY.match(node)
    return unquote(found[1]) if found else None


def previous(store: Store) -> dict[str, str]:
    """Mention -> its party's IRI, as the identity graph has it."""
    return _references(store, "refersTo")


def _references(store: Store, name: str) -> dict[str, str]:
    predicate = ox.NamedNode(f"{terms.INFACT}{name}")
    return {
        quad.subject.value: quad.object.value  # type: ignore[union-attr]
        for quad in store.oxigraph.quads_for_pattern(None, predicate, None, _GRAPH)
    }


def references(store: Store) -> References:
    """Mention -> its party's IRI: in the merged reading, and in the strict one."""
    return _references(store, "refersTo"), _references(store, "strictlyRefersTo")


def held_decisions(store: Store) -> list[Decision]:
    """The decisions that the identity graph holds."""
    predicate = ox.NamedNode(f"{terms.INFACT}decisionText")
    lines = sorted(quad.object.value for quad in store.oxigraph.quads_for_pattern(None, predicate, None, _GRAPH))  # type: ignore[union-attr]
    return [reviewed.parse(line, "the identity graph") for line in lines]


def is_current(store: Store) -> bool:
    """Whether the identity graph was made from the documents that the store holds now."""
    return _made_from(store) == _state(store, held_decisions(store))


def _made_from(store: Store) -> str | None:
    """The hash over documents and decisions from which the identity graph was made."""
    predicate = ox.NamedNode(f"{terms.INFACT}resolvedFrom")
    found = [quad.object.value for quad in store.oxigraph.quads_for_pattern(None, predicate, None, _GRAPH)]  # type: ignore[union-attr]
    return found[0] if len(found) == 1 else None


def _state(store: Store, decisions: Iterable[Decision]) -> str:
    """A hash over the documents and the decisions."""
    digest = hashlib.sha256()
    for entry in store.manifest:
        digest.update(f"{entry.key} {entry.sha256} {entry.version}\n".encode())
    for line in sorted(decision.line() for decision in decisions):
        digest.update(f"{line}\n".encode())
    return digest.hexdigest()
