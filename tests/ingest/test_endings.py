"""The end of the authority, in the many ways in which instruments state it; signed on 1 March 2010 in every case."""

from __future__ import annotations

from pathlib import Path

import pytest
from infact.ingest.extract.clauses import Page, sentences
from infact.ingest.extract.endings import endings
from infact.ingest.extract.organizations import organizations
from infact.ingest.text import normalise

GRANT = "The undersigned appoints Ann Lee attorney-in-fact to sign and file Forms 3, 4 and 5.\n\n"
LINES = (Path(__file__).parent / "sentences" / "terms.txt").read_text(encoding="utf-8").splitlines()
TERMS = [line.replace("\\t", "\t").split(" | ", 2) for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize(("term", "expires", "sentence"), TERMS, ids=lambda s: s[:40].replace(" ", "-"))
def test_a_sentence_gives_the_term_that_it_states(term: str, expires: str, sentence: str) -> None:
    text = normalise(GRANT + sentence + "\n").text
    page = Page(text, 0, len(text), organizations(text), sentences(text))
    found = [e.counted("2010-03-01", None) or e for e in endings(page, len(text))]
    assert (found[0].term if found else "-", (found[0].date if found else None) or "-") == (term, expires)


def test_there_are_as_many_sentences_as_the_file_has() -> None:
    assert len(TERMS) >= 62
