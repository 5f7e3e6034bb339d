"""Hygiene of the vocabulary: one SPARQL query a file, any row is a failure, and each of them can fail."""

from __future__ import annotations

from pathlib import Path

import pytest
from infact.ontology import terms
from rdflib import Graph

HYGIENE = sorted((Path(terms.__file__).parent / "hygiene").glob("*.rq"))
PREFIXES = """@prefix : <https://w3id.org/infact/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> . @prefix x: <https://example.org/> .
"""
FAULTS = {
    "alignment-too-strong": [":a owl:equivalentClass x:b .", ":a skos:closeMatch schema:Attorney ."],
    "class-nobody-declared": [":a rdfs:subClassOf x:b .", ":p a owl:ObjectProperty ; rdfs:range x:b .", "x:c a x:D ."],
    "class-under-itself": [":a rdfs:subClassOf :b . :b rdfs:subClassOf :a ."],
    "class-without-parent": [":a a owl:Class ."],
    "concept-off-its-notation": [
        'x:c skos:inScheme x:s ; skos:notation "n" .',
        '<https://example.org/s/a%20b> skos:inScheme x:s ; skos:notation "a b" .',
    ],
    "concept-without-label": [
        'x:c a skos:Concept ; skos:prefLabel "c"@en .',
        'x:c a skos:Concept ; skos:prefLabel "c"@en, "d"@en ; skos:definition "It is."@en .',
    ],
    "concept-without-notation": ["x:c a skos:Concept .", 'x:c a skos:Concept ; skos:notation "c", "d" .'],
    "concept-without-scheme": [
        "x:c a skos:Concept .",
        "x:s a skos:ConceptScheme . x:c a skos:Concept ; skos:inScheme x:s .",
    ],
    "datatype-without-range": [":p a owl:DatatypeProperty ."],
    "domain-intersected": [":p rdfs:domain :a, :b ."],
    "label-of-two-terms": [':a a owl:Class ; rdfs:label "An A"@en . :b a owl:Class ; rdfs:label "an a"@en .'],
    "notation-twice": [
        'x:c skos:inScheme x:s ; skos:notation "n" . x:d skos:inScheme x:s ; skos:notation "N" .',
        'x:c skos:inScheme x:s ; skos:prefLabel "n"@en . x:d skos:inScheme x:s ; skos:prefLabel "n"@en .',
    ],
    "ontology-without-header": ['x:o a owl:Ontology ; owl:versionInfo "1" .'],
    "predicate-nobody-declared": ["x:a x:p x:b .", "x:c skos:inScheme x:s .", ":p rdfs:subPropertyOf x:p ."],
    "property-of-no-scheme": [":p rdfs:range skos:Concept .", ":p rdfs:range skos:Concept ; rdfs:seeAlso x:s ."],
    "property-of-two-kinds": [
        ":p a owl:ObjectProperty, owl:DatatypeProperty .",
        ":p a owl:Class, owl:ObjectProperty .",
    ],
    "property-without-place": [
        ":p a owl:ObjectProperty .",
        ":p a owl:ObjectProperty ; rdfs:domain :a ; schema:domainIncludes :b .",
    ],
    "range-intersected": [":p rdfs:range :a, :b ."],
    "scheme-of-no-property": ["x:s a skos:ConceptScheme .", "x:s a skos:ConceptScheme . :p rdfs:seeAlso x:s ."],
    "scheme-without-label": ['x:s a skos:ConceptScheme ; skos:prefLabel "s"@en ; skos:definition "It is."@en .'],
    "several-inverses": [":p owl:inverseOf :q, :r .", ":p owl:inverseOf :q . :r owl:inverseOf :p ."],
    "term-not-defined-here": [":a a owl:Class .", ":a a owl:Class ; rdfs:isDefinedBy x:o ."],
    "term-without-definition": [":a a owl:Class .", ':a a owl:Class ; skos:definition "Es ist."@de .'],
    "term-without-label": [":a a owl:Class .", ':a a owl:Class ; rdfs:label "a"@en, "b"@en .'],
    "undeclared-term": [":p rdfs:domain :nowhere .", "x:a x:b :nowhere .", "x:a :nowhere x:b ."],
}
CASES = [(name, fault) for name, faults in sorted(FAULTS.items()) for fault in faults]


@pytest.mark.parametrize("query", HYGIENE, ids=lambda path: path.stem)
def test_the_vocabulary_is_clean(query: Path, vocabulary: Graph) -> None:
    assert [str(row) for row in vocabulary.query(query.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(("name", "fault"), CASES)
def test_each_check_finds_its_fault(name: str, fault: str) -> None:
    graph = Graph()
    graph.parse(data=PREFIXES + fault, format="turtle")
    query = next(path for path in HYGIENE if path.stem == name)
    assert list(graph.query(query.read_text(encoding="utf-8")))


def test_every_check_says_what_it_checks_and_has_a_fault_to_find() -> None:
    assert [path.stem for path in HYGIENE] == sorted(FAULTS)
    assert len(HYGIENE) == 25
    for path in HYGIENE:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# ")
        assert first.endswith(". Any row is a failure.")
