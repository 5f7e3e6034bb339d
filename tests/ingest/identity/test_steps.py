"""Where documents were added, steps are taken again for what these touch only; everything comes out as if for all."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from infact.ingest.build import build
from infact.ingest.bulk_facts import facts_of
from infact.ingest.identity import organization_pairs, pairs, parties, person_pairs
from infact.ingest.identity.decisions import Applied
from infact.ingest.identity.in_documents import organization_ciks, units
from infact.ingest.identity.units import Unit
from infact.ingest.store import Store

RECORDS = Path(__file__).parents[2] / "corpus" / "printings" / "records.jsonl"
Found = tuple[dict[str, parties.Result], dict[str, parties.Entity], parties.Identity]


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Unit]]:
    """The units of each document."""
    with Store.open(tmp_path_factory.mktemp("steps") / "g.db", create=True) as store:
        assert not build([RECORDS], store, workers=1).skipped
        facts = {entry.key: list(facts_of(store, entry)) for entry in store.manifest}
    ciks = {cik for some in facts.values() for one in some for cik in organization_ciks(one)}
    found = {key: units(some, ciks.__contains__) for key, some in facts.items()}
    assert len(found) == 283
    return found


def identified(
    found: list[Unit], applied: Applied, previous: Mapping[str, str], before: parties.Before | None = None
) -> Found:
    identity = parties.identify(found, applied, previous, before)
    results = {unit.key: result for unit, result in identity.results()}
    return results, {entity.iri: entity for entity in identity.entities()}, identity


def added(old: Found, new: Found) -> tuple[dict[str, parties.Result], dict[str, parties.Entity]]:
    """What holds after new results: they take the place of the old ones."""
    results, entities = dict(old[0]), dict(old[1])
    for key, result in new[0].items():
        for iri in results.get(key, ())[:2]:
            entities.pop(str(iri), None)
        results[key] = result
    return results, {**entities, **new[1]}


@pytest.mark.parametrize("seed", range(9))
def test_taking_over_is_as_taking_again(
    documents: dict[str, list[Unit]], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if seed % 3 == 2:  # crowds of a few, so that this small corpus has some
        monkeypatch.setattr(pairs, "_FEW", 2)
        for module in (pairs, organization_pairs, person_pairs):
            monkeypatch.setattr(module, "CROWD", 5)
    chance = random.Random(seed)
    keys = sorted(documents)
    start = chance.randrange(len(keys))
    some = [keys[(start + place) % len(keys)] for place in range(chance.choice((20, 60, 120)))]
    chance.shuffle(some)
    new = chance.choice((1, 2, 5))

    def of(some: list[str]) -> list[Unit]:
        return sorted((unit for key in some for unit in documents[key]), key=lambda unit: unit.key)

    applied = Applied()
    if seed % 2:
        one, other = chance.sample([unit for unit in of(some[:-new]) if unit.kind == "person"], 2)
        (applied.same if seed % 4 == 1 else applied.apart).append((one.key, other.key))
    old = identified(of(some[:-new]), applied, {})
    previous = {mention: old[0][unit.key][0] for unit in of(some[:-new]) for mention, _, _ in unit.mentions}
    again = identified(of(some), applied, previous)
    before = parties.Before(
        frozenset(unit.key for unit in of(some[-new:])),
        old[0],
        {kind: settled.taken for kind, settled in old[2].settled.items()},
    )
    over = identified(of(some), applied, previous, before)
    assert added(old, over) == again[:2]
    for name in ("moved", "refused", "open", "problems"):
        assert getattr(over[2], name) == getattr(again[2], name)


def test_steps_look_at_few(documents: dict[str, list[Unit]]) -> None:
    keys = sorted(documents)
    found = sorted((unit for key in keys for unit in documents[key]), key=lambda unit: unit.key)
    new = frozenset(unit.key for unit in documents[keys[7]])
    old = identified([unit for unit in found if unit.key not in new], Applied(), {})
    taken: Any = {kind: settled.taken for kind, settled in old[2].settled.items()}
    over = identified(found, Applied(), {}, parties.Before(new, old[0], taken))
    assert 0 < len(over[0]) < len(found) / 4


def test_a_crowd_that_may_have_been_none_is_told() -> None:
    weights = {1: 2}
    assert not pairs.crowd(range(pairs.CROWD - 1), weights)
    assert pairs.crowd(range(pairs.CROWD + 2), weights)
    with pytest.raises(pairs.Crowded):
        pairs.crowd(range(pairs.CROWD), weights)
