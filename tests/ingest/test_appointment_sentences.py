"""Who is appointed, and with which affiliation, in one sentence of each structure."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from infact.ingest.extract import extract
from infact.ingest.text import normalise

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("appointment_sentences.json").read_text("utf-8"))
CLOSING = """

This power of attorney remains in effect until I am no longer required to file Forms 3, 4 and 5.

Dated: May 4, 2011

/s/ Olga Prentiss
Olga Prentiss
"""


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_a_sentence_gives_its_attorneys_with_their_affiliations(case: dict[str, Any]) -> None:
    """And the principal is the one who signs, and every quote is the slice that it names."""
    text = normalise("POWER OF ATTORNEY\n\n" + case["text"] + CLOSING)
    (instrument,) = extract(text)
    assert [[party.name, party.affiliation] for party in instrument.attorneys] == case["attorneys"]
    assert [party.name.upper() for party in instrument.principals] == ["OLGA PRENTISS"]
    assert all(text.text[e.start : e.end] == e.quote for e in instrument.evidence)
