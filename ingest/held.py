"""What the last resolution found, kept so that the next one reads only new documents and writes only what differs.

Callers may rely on: with or without what is held, the identity graph comes out the same, byte for byte. What is held
counts only while the identity graph says that it was made from the same documents and decisions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from . import iris, kept
from .behind import Behind
from .differences import WHOLE
from .identity.in_documents import organization_ciks, units
from .identity.parties import Before, Entity, Result
from .identity.steps import Taken
from .identity.units import Kind, Unit
from .identity_lines import entity_lines, identifier_lines, unit_lines
from .spool import Spool
from .store import Store

_NAME = "identity"


@dataclass(frozen=True, slots=True)
class Source:
    """What stands behind one entry of the manifest.

    Attributes:
        digest: Of the facts from which the units were made.
        asked: CIKs of which it mattered whether they are known as an organization's, and whether they were.
        ciks: CIKs that it gives to organizations.
        units: Its units.
    """

    digest: str
    asked: Mapping[str, bool]
    ciks: frozenset[str]
    units: list[Unit]


@dataclass(frozen=True, slots=True)
class Held:
    """A resolution.

    Attributes:
        made_from: The hash over the documents and decisions.
        sources: What stands behind each entry, by its key.
        results: What was found about each unit, by its key.
        entities: Parties and strict parts, by IRI.
        own: What the graph says of itself.
        taken: The steps that were taken, by kind.
        decisions: The reviewers' decisions, each as its line.
        methods: How many mentions each method linked.
    """

    made_from: str
    sources: Mapping[str, Source]
    results: Mapping[str, Result]
    entities: Mapping[str, Entity]
    own: bytes
    taken: Mapping[Kind, Sequence[Taken]]
    decisions: tuple[str, ...]
    methods: Counter[str]

    def units(self) -> Iterator[Unit]:
        """Every unit."""
        return (unit for source in self.sources.values() for unit in source.units)

    def references(self) -> tuple[dict[str, str], dict[str, str]]:
        """Mention -> its party's IRI: in the merged reading, and in the strict one."""
        merged: dict[str, str] = {}
        strict: dict[str, str] = {}
        for unit in self.units():
            one, other = self.results[unit.key][:2]
            for mention, _, _ in unit.mentions:
                merged[mention], strict[mention] = one, other
        return merged, strict

    def previous(self) -> dict[str, str]:
        """Mention -> its party's IRI."""
        return {mention: self.results[unit.key][0] for unit in self.units() for mention, _, _ in unit.mentions}


def load(folder: Path, made_from: str | None) -> Held | None:
    """What was kept in a folder, if the identity graph is the one of which it speaks."""
    found = kept.loaded(folder / _NAME) if made_from else None
    if found is None or found["code"] != kept.code() or found["made_from"] != made_from:
        return None
    sources = {key: Source(*values) for key, values in found["sources"].items()}
    taken = {kind: [Taken(*values) for values in steps] for kind, steps in found["taken"].items()}
    entities = {values[0]: Entity(*values) for values in found["entities"]}
    decisions, methods = tuple(found["decisions"]), Counter(found["methods"])
    return Held(made_from or "", sources, found["results"], entities, found["own"], taken, decisions, methods)


def sources(spool: Spool, before: Held | None) -> dict[str, Source]:
    """The units of every document, those of documents that are as they were taken from `before`."""
    old = before.sources if before else {}
    same = {e.key: old[e.key] for e in spool.entries if e.key in old and old[e.key].digest == spool.digest(e)}
    ciks = {
        entry.key: same[entry.key].ciks
        if entry.key in same
        else frozenset(cik for facts in spool.of(entry) for cik in organization_ciks(facts))
        for entry in spool.entries
    }
    known = frozenset().union(*ciks.values())
    out = {}
    for entry in spool.entries:
        held = same.get(entry.key)
        if held is not None and all((cik in known) == answer for cik, answer in held.asked.items()):
            out[entry.key] = held
            continue
        asked: dict[str, bool] = {}

        def is_known(cik: str, asked: dict[str, bool] = asked) -> bool:
            return asked.setdefault(cik, cik in known)

        found = units(spool.of(entry), is_known)
        out[entry.key] = Source(spool.digest(entry), asked, ciks[entry.key], found)
    return out


def earlier(before: Held | None, now: Mapping[str, Source], decisions: Sequence[str]) -> Before | None:
    """The resolution before, where nothing has happened since but that documents were added."""
    if before is None or before.decisions != tuple(decisions):
        return None
    for key, source in before.sources.items():
        again = now.get(key)
        if again is None or (again is not source and again.units != source.units):
            return None
    new = frozenset(unit.key for key, source in now.items() if key not in before.sources for unit in source.units)
    return None if new & before.results.keys() else Before(new, before.results, before.taken)


def write(store: Store, before: Held | None, now: Held, behind: Behind) -> None:
    """Make the store's identity graph say what was found now (that is done `behind`), and keep it for the next time."""
    path = store.kept / _NAME
    path.unlink(missing_ok=True)  # until the graph and what is kept agree again
    changes = _changes(before, now) if before else None
    whole = None if changes else _whole(now, path.with_name(f"{_NAME}.lines"))
    waiting = path.with_name(f"{_NAME}.waiting")
    kept.store(
        waiting,
        {
            "code": kept.code(),
            "made_from": now.made_from,
            "sources": {key: (s.digest, s.asked, s.ciks, s.units) for key, s in now.sources.items()},
            "results": now.results,
            "entities": [entity.values() for entity in now.entities.values()],
            "own": now.own,
            "taken": {kind: [(t.joins, t.refused, t.open) for t in steps] for kind, steps in now.taken.items()},
            "decisions": now.decisions,
            "methods": dict(now.methods),
        },
    )
    behind.do(partial(_bring, store, changes, whole, waiting, path))


def _bring(store: Store, changes: tuple[bytes, bytes] | None, whole: Path | None, waiting: Path, path: Path) -> None:
    if changes:
        store.change(*changes)
    else:
        assert whole is not None
        store.drop_graph(iris.IDENTITY)
        store.load_part(whole, 0, whole.stat().st_size)
        whole.unlink()
    waiting.replace(path)


def _changes(before: Held, now: Held) -> tuple[bytes, bytes] | None:
    """Lines to remove and lines to add; None where so many units differ that the whole graph is better written anew."""
    old = {unit.key: unit for unit in before.units()}
    new = {unit.key: unit for unit in now.units()}
    differ = [
        key
        for key in old.keys() | new.keys()
        if old.get(key) is not new.get(key) or before.results[key] != now.results[key]
    ]
    if len(differ) > WHOLE * len(new):
        return None
    gone = [line for key in differ if key in old for line in _lines(old[key], before.results[key])]
    come = [line for key in differ if key in new for line in _lines(new[key], now.results[key])]
    for iri in before.entities.keys() | now.entities.keys():
        was, is_ = before.entities.get(iri), now.entities.get(iri)
        if was != is_:
            gone += entity_lines(was) if was else ()
            come += entity_lines(is_) if is_ else ()
    ciks = [{entity.cik for entity in one.entities.values() if entity.cik} for one in (before, now)]
    gone += [line for cik in ciks[0] - ciks[1] for line in identifier_lines(cik)]
    come += [line for cik in ciks[1] - ciks[0] for line in identifier_lines(cik)]
    gone += before.own.splitlines(keepends=True)
    come += now.own.splitlines(keepends=True)
    return b"".join(sorted(set(gone) - set(come))), b"".join(sorted(set(come) - set(gone)))


def _lines(unit: Unit, result: Result) -> list[bytes]:
    return b"".join(unit_lines(unit, result)).splitlines(keepends=True)


def _whole(now: Held, path: Path) -> Path:
    """A file with every line of the graph."""
    ciks: set[str] = set()
    with path.open("wb") as out:
        for unit in now.units():
            out.writelines(unit_lines(unit, now.results[unit.key]))
        for entity in now.entities.values():
            out.writelines(entity_lines(entity))
            if entity.cik and entity.cik not in ciks:
                ciks.add(entity.cik)
                out.writelines(identifier_lines(entity.cik))
        out.write(now.own)
    return path
