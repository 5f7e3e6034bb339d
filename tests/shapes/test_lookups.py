"""A document's lines answer what the store answers."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.ingest import nquads
from infact.shapes.lookups import InLines, InStore
from infact.shapes.texts import Text

A, B, P, Q = (f"https://example.org/{name}" for name in ("a", "a/b", "p", "pq"))
# Words that look like a line, so that a search for a line could find them.
TRICKY = f"> <{P}> <{B}> ."
TERMS = st.one_of(
    st.sampled_from([nquads.iri(A), nquads.iri(B), nquads.literal(TRICKY), f'"{TRICKY}"@en', nquads.integer(7)]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(nquads.literal),
)
TRIPLES = st.lists(st.tuples(st.sampled_from([A, B]), st.sampled_from([P, Q]), TERMS), max_size=12)


@given(TRIPLES)
def test_lines_answer_what_the_store_answers(triples: list[tuple[str, str, str]]) -> None:
    lines = "".join(f"<{subject}> <{predicate}> {value} .\n" for subject, predicate, value in triples).encode()
    store = ox.Store()
    store.load(lines, format=ox.RdfFormat.N_TRIPLES)
    in_lines, in_store = InLines(Text("", lines)), InStore(store)
    for subject in (A, B):
        for predicate in (P, Q):
            assert in_lines.objects(subject, predicate) == in_store.objects(subject, predicate)
            assert in_lines.subjects(predicate, subject) == in_store.subjects(predicate, subject)


@pytest.mark.parametrize("value", ["https:// is no IRI", "", "https://example.org/a> <b"])
def test_what_is_no_iri_is_nowhere(value: str) -> None:
    assert InStore(ox.Store()).subjects(P, value) == InLines(Text("", b"")).subjects(P, value) == []
    assert InStore(ox.Store()).objects(value, P) == InLines(Text("", b"")).objects(value, P) == []
