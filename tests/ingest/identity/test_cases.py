"""Labelled pairs, made up and real: how many of the joins are right, and how many of the right ones are made."""

from __future__ import annotations

from pathlib import Path

import pytest
from infact.ingest.build import build
from infact.ingest.derive import derive
from infact.ingest.store import Store
from infact.queries.engines import StoreEngine
from infact.queries.mentions import mentions

from .cases import PARTS, Score, cases, score, write

Key = tuple[str, str, str]

# Printings in powers.jsonl that are one party's, and names that are alike there and are not.
ONE_PERSON = (
    ("ROBERT E. BOSWORTH", "Robert E. Bosworth", "Robert E .. Bosworth"),
    ("JOHN G. CONNORS", "John G. Connors"),
    ("Christoph A. Pereira", "Christoph Pereira"),
    ("Frederick Willetts, III", "FREDERICK WILLETTS, III"),
    ("HELEN M. WILLETTS", "Helen Margaret Willetts"),
    ("GORDON H. LINK, JR.", "Gordon H. Link, Jr."),
)
TWO_PERSONS = (
    # Known to be one each, but nothing in these papers says so: a name alone joins nobody.
    ("William H. Gates III", "WILLIAM H. GATES III"),
    ("D. J. SMITH", "D.J. Smith"),
    ("FRANK B. HOLDING", "FRANK B. HOLDING, JR."),
    ("KENNETH S. BATTYE", "JOHN S. BATTYE", "SUSAN A. BATTYE"),
    ("FREDERICK A. KLINGENSTEIN", "JOHN KLINGENSTEIN"),
    ("Elizabeth Messick Willetts", "Helen Margaret Willetts", "Frederick Willetts, III"),
    ("David R. Smith", "D. J. SMITH", "Robert E. Smith", "Mark A. Smith, Jr.", "Orin Smith", "Robin L. Smith"),
    ("Ken Davis", "RICHARD K. DAVIS"),
    ("Mary H. Murphy", "Thomas J. Murphy"),
    ("LOUISE B. TOLLEFSON", "BENNETT H. TOLLEFSON"),
)
ONE_ORGANIZATION = (
    ("TC PipeLines, L.P.", "TC PipeLines, LP"),
    ("ST Telemedia", "Singapore Technologies Telemedia Pte Ltd"),
    ("Networks Associates, Inc.", "Neworks Associates, Inc."),
    ("MILLER & MARTIN, LLP", "MILLER & MARTIN, PLLC"),
)
TWO_ORGANIZATIONS = (
    ("Mayfield V", "Mayfield VI Management Partners", "Mayfield VII", "Mayfield VIII", "Mayfield IX", "Mayfield X"),
    ("TransCanada Corporation", "TransCanada PipeLines Limited", "TransCanada Power, L.P."),
    ("Hicks Acquisition Company I, Inc.", "Hicks Acquisition Company II, Inc."),
    ("Putnam Investments", "Putnam Investment Management, LLC"),
    ("Mayfield Associates Fund II", "Mayfield Associates Fund III", "Mayfield Associates Fund IV"),
)


def resolved(folder: Path, source: Path) -> dict[Key, str]:
    with Store.open(folder / "g.db", create=True) as store:
        report = build([source], store, workers=1)
        assert not report.skipped, report.skipped
        derive(store)
    with Store.open(folder / "g.db", read_only=True) as store:
        found, _ = mentions(StoreEngine(store.oxigraph))
    return {(m.document, m.role, m.name): m.entity for m in found}


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> dict[Key, str]:
    folder = tmp_path_factory.mktemp("cases")
    write(folder / "records.jsonl", [record for case in cases() for record in case.records])
    return resolved(folder, folder / "records.jsonl")


def scored(made_up: dict[Key, str], kind: str, part: str) -> Score:
    return score({key: label for case in cases() if case.part == part for key, label in case.gold}, made_up, kind)


@pytest.mark.parametrize("kind", ["p", "o"], ids=["persons", "organizations"])
@pytest.mark.parametrize("part", PARTS)
def test_made_up_cases_reach_their_marks(made_up: dict[Key, str], kind: str, part: str) -> None:
    found = scored(made_up, kind, part)
    assert found.precision >= 0.995, found.wrong
    assert found.recall >= 0.95, found.wrong


def test_there_are_enough_pairs_and_half_of_them_were_kept(made_up: dict[Key, str]) -> None:
    early, late = (sum(scored(made_up, kind, part).pairs for kind in "po") for part in ("cases", "cases-late"))
    assert early + late >= 600
    assert late > 0.4 * (early + late)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, bundled: Path) -> dict[str, set[str]]:
    """Name as printed -> the entities that it means somewhere."""
    source = bundled / "facts" / "powers.jsonl"
    assert len(source.read_text("utf-8").splitlines()) == 185
    entities: dict[str, set[str]] = {}
    for (_, _, name), entity in resolved(tmp_path_factory.mktemp("real"), source).items():
        entities.setdefault(name, set()).add(entity)
    return entities


@pytest.mark.parametrize("group", ONE_PERSON + ONE_ORGANIZATION, ids=lambda group: group[0])
def test_real_printings_of_one_party_meet(real: dict[str, set[str]], group: tuple[str, ...]) -> None:
    assert len(set().union(*(real[name] for name in group))) == 1


@pytest.mark.parametrize("group", TWO_PERSONS + TWO_ORGANIZATIONS, ids=lambda group: group[0])
def test_real_parties_of_like_names_stay_apart(real: dict[str, set[str]], group: tuple[str, ...]) -> None:
    assert all(not real[a] & real[b] for place, a in enumerate(group) for b in group[place + 1 :])
