"""Whose people the attorneys are, by what a sentence of its own says of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from infact.ingest.extract import extract
from infact.ingest.text import normalise

POWER = """POWER OF ATTORNEY

I, Olga Prentiss, a director of Tarn Looms, Inc. (the "Company"), appoint Ann Lee and Bo Park, or either of them, my
attorneys-in-fact to sign and file Forms 3, 4 and 5. {said}

Dated: May 4, 2011

/s/ Olga Prentiss
Olga Prentiss
"""
NAMES = {"T": "Tarn Looms, Inc.", "M": "Moss Lake LLP", "-": None}
ROWS = (Path(__file__).parent / "sentences" / "employers.txt").read_text(encoding="utf-8").splitlines()[1:]


def test_there_are_as_many_sentences_as_the_file_has() -> None:
    assert len(ROWS) >= 35


@pytest.mark.parametrize("row", ROWS)
def test_a_sentence_says_whose_people_they_are(row: str) -> None:
    lee, park, said = row.split(" | ", 2)
    (found,) = extract(normalise(POWER.format(said=said)))
    assert {a.name: a.affiliation for a in found.attorneys} == {"Ann Lee": NAMES[lee], "Bo Park": NAMES[park]}
