"""When attorneys may act: first and last days in ranges, fields and plain words, and dates that are neither."""

from __future__ import annotations

from pathlib import Path

import pytest
from infact.ingest.extract import extract
from infact.ingest.text import normalise

LINES = (Path(__file__).parent / "sentences" / "spells.txt").read_text(encoding="utf-8").splitlines()
TEXTS = [line.split(" | ", 2) for line in LINES if not line.startswith("#")]


def test_the_table_is_whole() -> None:
    assert len(TEXTS) == 38


@pytest.mark.parametrize(("effective", "expires", "words"), TEXTS, ids=lambda s: s[-50:])
def test_a_power_runs_from_its_first_day_to_its_last(effective: str, expires: str, words: str) -> None:
    body = words.replace(" / ", "\n")
    (found,) = extract(normalise(f"POWER OF ATTORNEY\n\n{body}\n\nDated March 4, 2016\n\n/s/ Mary Oakes\n"))
    assert (found.executed, found.effective or "-", found.expires or "-") == ("2016-03-04", effective, expires)
