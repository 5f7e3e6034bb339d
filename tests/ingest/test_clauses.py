"""What each clause of a text is about."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from infact.ingest.extract import clauses

TEXT = """POWER OF ATTORNEY

The undersigned hereby constitutes and appoints Una Field-Moore and Per Ostby, and each of them, the undersigned's
attorneys-in-fact to:

(1) execute Forms 3, 4 and 5;

(2) file them with the Securities and Exchange Commission.

This power shall remain in effect until the undersigned is no longer required to file such forms.

It is governed by the laws of the State of Maine.

IN WITNESS WHEREOF, the undersigned has signed this power on May 2, 2011.

/s/ Ida Kroll
"""


def test_each_clause_has_the_kind_that_its_words_give() -> None:
    kinds = [clause.kind for clause in clauses(TEXT)]
    assert kinds == ["title", "appointment", "grant", "grant", "term", "law", "testimonium", "signature"]


@given(st.text(alphabet="AB hereby appoints.\n()1:/s", max_size=300))
def test_clauses_cover_words_in_order_without_overlaps(text: str) -> None:
    found = clauses(text)
    assert all(text[c.start : c.end].strip() for c in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
