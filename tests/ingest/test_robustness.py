"""Damaged and hostile text: no exception but a named refusal, and no text that costs more than it should."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from infact.ingest.extract import extract
from infact.ingest.text import normalise

from tests.cost import ATTEMPTS, cost, growth

SAMPLE = 300
MOST = 50.0  # milliseconds of processor time per kilobyte


@pytest.fixture(scope="module")
def mutants(root: Path) -> ModuleType:
    """The benchmark's own program."""
    spec = importlib.util.spec_from_file_location("mutants", root / "benchmarks" / "mutants.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["mutants"] = module
    spec.loader.exec_module(module)
    return module


def test_a_sample_of_damaged_documents_is_read_or_refused(mutants: ModuleType) -> None:
    """Six kinds of damage; each document is read, or refused with its reason, in the time that its length allows."""
    sources = mutants.documents()
    mutants.warm(sources)
    step = 20_000 // SAMPLE | 1
    outcomes = [mutants.judged(number, sources, MOST) for number in range(0, SAMPLE * step, step)]
    slow = [number for number in range(0, SAMPLE * step, step) if outcomes[number // step].failure]
    again = {number: [mutants.judged(number, sources, MOST).failure for _ in range(ATTEMPTS)] for number in slow}
    assert [failures for failures in again.values() if all(failures)] == []
    assert {o.damage for o in outcomes} == {d.__name__ for d in mutants.DAMAGES}
    assert sum(o.instruments for o in outcomes) > SAMPLE / 4


HOSTILE = {
    "initials": "A. ",
    "prepositions": "of the ",
    "names": "Jane Q. Doe, ",
    "one letter": "a",
    "capitals": "A",
    "underscores": "_",
    "blanks": " ",
    "tabs": "\t",
    "lines": "\n",
    "marks": "/s/ ",
    "marks on lines": "/s/ Ann Lee\n",
    "aliases": '(the "Company") ',
    "firms": "Acme, Inc. ",
    "entities": "By: Acme GP LLC, its general partner\n",
    "witnesses": "Witness: Ann Lee\n\n",
    "months": "May 1 ",
    "dates": "dated May 3, 2010 ",
    "lengths": "three (3) years from ",
    "ends": "until revoked or ",
    "conditions": "unless, upon, when, as long as, ",
    "former powers": "any prior power of attorney is ",
    "exceptions": "but not to ",
    "denials": "nothing herein may not; ",
    "forms": "Form 3, 4 and ",
    "other acts": "to do any other ",
    "brokers": "to request from brokers ",
    "laws": "governed by the laws of ",
    "labels": "Term: ",
    "open brackets": "((((",
    "quotes": '""',
    "question marks": "?s? ",
    "hyphens": "a-\n",
    "entities of markup": "&amp;",
    "open tags": "<td><table>",
    "comments": "<!-- ",
    "titles": "<title>",
}


@pytest.mark.parametrize("head", ["POWER OF ATTORNEY\n\nI appoint Ann Lee my attorney-in-fact to sign. ", "<html><p>"])
@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_repetition_costs_linear_time(unit: str, head: str) -> None:
    """No pattern backtracks without bound: 16,000 characters of the same few cost what their length allows."""
    raw = head + unit * (16_000 // len(unit))
    most = MOST / 1000 * len(raw) / 1000
    assert cost(lambda: extract(normalise(raw)), most) < most


def test_a_line_of_capitals_before_a_definition_is_parted_in_one_way_only() -> None:
    """Words in capitals, of which each letter might begin another word of the name that a bracket defines."""
    raw = 'SECRETARIES CERTIFICATE CORPORATION RESOLUTION INSTRUMENT as (the "Corporation")\n' * 12
    most = MOST / 1000 * len(raw) / 1000
    assert cost(lambda: extract(normalise(raw)), most) < most


def test_comments_without_an_end_cost_linear_time() -> None:
    """The end of a comment is not sought again for each beginning; one that ends is no text, one that does not is."""
    assert normalise("<p>one<!-- two <b>three</b> -->four<!-- five</p><p>six</p>").text == "onefour<!-- five\n\nsix\n\n"
    assert growth(lambda size: normalise("<html><p>" + "<!-- " * size), 2000) < LINEAR


LINEAR = 8.0  # times as much for four times the text; squared, it would be 16
