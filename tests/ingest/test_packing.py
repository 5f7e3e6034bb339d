"""Shortened lines are the same statements, whatever words a text holds."""

from __future__ import annotations

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st
from infact.ingest import iris, nquads, packing
from infact.ontology import terms

KEY = "sha256-0a"
NODE = iris.document(KEY)
WORDS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.sampled_from(["<i+d:/x> <i+o:grantor>", f"<{NODE}>", f" <{iris.document_graph(KEY)}> .", "\\u003Ci+", "<i+"]),
)
VALUES = st.one_of(
    st.sampled_from([NODE, f"{NODE}/instrument/1", terms.INFACT + "Filing", "https://e.org/x", iris.document("b")]).map(
        nquads.iri
    ),
    WORDS.map(nquads.literal),
    st.integers().map(nquads.integer),
)


def read(lines: bytes) -> set[str]:
    return {str(triple) for triple in ox.parse(lines, format=ox.RdfFormat.N_TRIPLES)}


def long(term: object) -> object:
    return ox.NamedNode(packing.full(term.value, NODE)) if isinstance(term, ox.NamedNode) else term


@given(st.lists(st.tuples(st.sampled_from([terms.INFACT + "grantor", "http://www.w3.org/ns/oa#exact"]), VALUES)))
def test_what_was_packed_is_found_again(pairs: list[tuple[str, str]]) -> None:
    graph = iris.document_graph(KEY)
    quads = "".join(f"<{NODE}/x> <{name}> {value} <{graph}> .\n" for name, value in pairs).encode()
    triples = "".join(f"<{NODE}/x> <{name}> {value} .\n" for name, value in pairs).encode()
    packed = packing.unpacked(packing.pack(quads, KEY))
    _head, _, lines = packed.partition(b"\n")
    assert sorted(lines.splitlines()) == sorted(packing.shortened(triples, NODE).splitlines())
    assert packing.blocks(packed) == packing.blocks(lines)
    assert packing.grouped(packed) == packed
    assert b"".join(packing.blocks(packed).values()) == lines
    again = {
        str(ox.Triple(long(one.subject), long(one.predicate), long(one.object)))  # type: ignore[arg-type]
        for one in ox.parse(packed, format=ox.RdfFormat.N_TRIPLES)
    }
    assert again == read(triples)


def test_an_iri_is_short_and_long() -> None:
    for iri in (NODE, f"{NODE}/text/1", terms.INFACT + "grantor", "https://e.org/", iris.document("other")):
        assert packing.full(packing.short(iri, NODE), NODE) == iri
    assert packing.short(f"{NODE}/text/1", NODE) == "i+d:/text/1"
