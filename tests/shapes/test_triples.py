"""The graph that pyshacl reads: what rdflib's own would answer, of what shapes look at."""

from __future__ import annotations

from infact.shapes.triples import Indexed, Wanted
from rdflib import RDF, RDFS, XSD, Graph, Literal, URIRef

A, B, P, Q, C = (URIRef(f"https://e.org/{name}") for name in "abpqc")
GRAPH = Graph()
for triple in (
    (A, RDF.type, C), (A, RDF.type, B), (A, P, B), (B, P, A), (A, Q, Literal("ä \"quoted\"\n")),
    (A, Q, Literal("plain")), (B, Q, Literal(7)), (B, Q, Literal("2011-05-03", datatype=XSD.date)),
    (B, Q, Literal("Wort", lang="de")), (B, RDFS.label, Literal("not looked at")),
):  # fmt: skip
    GRAPH.add(triple)
LINES = GRAPH.serialize(format="nt", encoding="utf-8")


def typed(graph: Graph) -> Graph:
    """The same with plain strings as `xsd:string`, which RDF 1.1 takes for equal and rdflib does not."""
    out = Graph()
    for subject, predicate, value in graph:
        plain = isinstance(value, Literal) and value.datatype is None and value.language is None
        out.add((subject, predicate, Literal(str(value), datatype=XSD.string) if plain else value))
    return out


def test_it_holds_what_shapes_look_at_and_nothing_else() -> None:
    graph = Wanted([RDF.type, P, Q, C]).graph(LINES)
    wanted = {(s, p, o) for s, p, o in typed(GRAPH) if p != RDFS.label and (p, o) != (RDF.type, B)}
    assert set(graph) == wanted
    assert len(graph) == len(wanted) == 8
    assert set(Graph().parse(data=Wanted([RDF.type, P, Q, C]).lines(LINES), format="nt")) == {
        (s, p, o) for s, p, o in GRAPH if p != RDFS.label and (p, o) != (RDF.type, B)
    }


def test_every_pattern_is_answered_as_rdflib_answers_it() -> None:
    graph, peer = Wanted([RDF.type, P, Q, B, C, RDFS.label]).graph(LINES), typed(GRAPH)
    assert set(graph) == set(peer)
    for subject, predicate, value in peer:
        for pattern in (
            (subject, predicate, value), (subject, predicate, None), (subject, None, value), (None, predicate, value),
            (subject, None, None), (None, predicate, None), (None, None, value),
        ):  # fmt: skip
            assert set(graph.triples(pattern)) == set(peer.triples(pattern)), pattern
        assert set(graph.objects(subject, predicate)) == set(peer.objects(subject, predicate))
        assert set(graph.subjects(predicate, value)) == set(peer.subjects(predicate, value))
        assert (subject, predicate, value) in graph
    assert (B, P, B) not in graph
    assert list(graph.objects(URIRef("https://e.org/nobody"), P)) == []


def test_what_is_added_later_is_found_from_both_ends_and_once() -> None:
    graph = Indexed.of([(A, P, B)])
    assert list(graph.subjects(P, B)) == [A]
    graph.add((B, P, B)).add((A, P, B))
    assert list(graph.subjects(P, B)) == [A, B]
    assert len(graph) == 2
