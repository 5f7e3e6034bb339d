"""The graph that pyshacl reads: what rdflib's own would answer, of what shapes look at."""

from __future__ import annotations

import itertools
import zlib

from infact.ingest.packing import shortened
from infact.shapes.constraints import shapes_graph
from infact.shapes.paths import named_paths
from infact.shapes.texts import Text
from infact.shapes.triples import Indexed, Wanted
from pyshacl.helper.expression_helper import value_nodes_from_path
from pyshacl.shapes_graph import ShapesGraph
from rdflib import RDF, RDFS, SH, XSD, Graph, Literal, URIRef

A, B, P, Q, C = (URIRef(f"https://e.org/{name}") for name in "abpqc")
GRAPH = Graph()
for triple in (
    (A, RDF.type, C), (A, RDF.type, B), (A, P, B), (B, P, A), (A, Q, Literal("ä \"quoted\"\n")),
    (A, Q, Literal("plain")), (B, Q, Literal(7)), (B, Q, Literal("2011-05-03", datatype=XSD.date)),
    (B, Q, Literal("Wort", lang="de")), (B, RDFS.label, Literal("not looked at")),
):  # fmt: skip
    GRAPH.add(triple)
SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <https://e.org/> .
e:1 sh:path ( e:p e:q ) .
e:2 sh:path [ sh:inversePath e:p ] .
e:3 sh:path [ sh:alternativePath ( e:p e:q ) ] .
e:4 sh:path ( [ sh:inversePath e:p ] e:q e:p ) .
e:5 sh:path [ sh:alternativePath ( e:p ( [ sh:inversePath e:q ] e:p ) ) ] .
e:6 sh:path ( e:p [ sh:alternativePath ( e:q [ sh:inversePath e:q ] ) ] ) .
e:7 sh:path ( e:p [ sh:zeroOrMorePath e:q ] ) .
"""
LINES = GRAPH.serialize(format="nt", encoding="utf-8")


def typed(graph: Graph) -> Graph:
    """The same with plain strings as `xsd:string`, which RDF 1.1 takes for equal and rdflib does not."""
    out = Graph()
    for subject, predicate, value in graph:
        plain = isinstance(value, Literal) and value.datatype is None and value.language is None
        out.add((subject, predicate, Literal(str(value), datatype=XSD.string) if plain else value))
    return out


def test_it_holds_what_shapes_look_at_and_nothing_else() -> None:
    graph = Wanted([RDF.type, P, Q, C], {}).graph([Text("", LINES)])
    wanted = {(s, p, o) for s, p, o in typed(GRAPH) if p != RDFS.label and (p, o) != (RDF.type, B)}
    assert set(graph) == wanted
    assert len(graph) == len(wanted) == 8


def test_every_pattern_is_answered_as_rdflib_answers_it() -> None:
    graph, peer = Wanted([RDF.type, P, Q, B, C, RDFS.label], {}).graph([Text("", LINES)]), typed(GRAPH)
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


def test_documents_in_one_graph_keep_their_nodes_apart() -> None:
    one = shortened(b"<https://e.org/1/x> <https://e.org/p> <https://e.org/b> .\n", "https://e.org/1")
    two = shortened(b"<https://e.org/2/x> <https://e.org/p> <https://e.org/2> .\n", "https://e.org/2")
    graph = Wanted([P], {}).graph([Text("https://e.org/1", one), Text("https://e.org/2", two)])
    assert set(graph) == {
        (URIRef("https://e.org/1/x"), P, B), (URIRef("https://e.org/2/x"), P, URIRef("https://e.org/2"))
    }  # fmt: skip


def test_a_named_path_leads_where_pyshacl_goes() -> None:
    """Every compound path of the shapes that there is, and those that no shape has yet."""
    shapes = Graph().parse(data=SHAPES, format="turtle")
    triples, paths = named_paths(shapes)
    for graph in (shapes_graph(), shapes):
        compound = [value for _, _, value in graph.triples((None, SH.path, None)) if not isinstance(value, URIRef)]
        assert len(compound) > 5
    data = Indexed(paths)
    peer = Graph()
    for start, name, end in itertools.product((A, B, C), (P, Q), (A, B, C)):
        if hash_of(start, name, end) % 2:
            data.add((start, name, end))
            peer.add((start, name, end))
    named = {subject: value for subject, predicate, value in triples if predicate == SH.path}
    left = [value for value in named.values() if not isinstance(value, URIRef)]
    assert len(left) == 1, "a path of any length is left to pyshacl"
    for subject, value in named.items():
        for node in (A, B, C):
            expected = value_nodes_from_path(ShapesGraph(shapes), node, shapes.value(subject, SH.path), peer)
            if isinstance(value, URIRef):
                assert set(data.objects(node, value)) == expected, (subject, node)


def hash_of(*nodes: URIRef) -> int:
    return zlib.crc32(" ".join(nodes).encode())
