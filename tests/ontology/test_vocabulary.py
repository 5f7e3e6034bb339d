"""The ontology: sound Turtle, hygiene, generated files up to date, and no term used that it does not have."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from infact.ontology import generate, terms
from infact.ontology.vocabulary import vocabulary_files
from rdflib import SKOS, Graph

ROOT = Path(terms.__file__).parents[1]
HYGIENE = sorted((ROOT / "ontology" / "hygiene").glob("*.rq"))


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    graph = Graph()
    for file in vocabulary_files():
        graph.parse(data=file.read_text(encoding="utf-8"), format="turtle")
    return graph


def test_every_file_is_turtle_for_a_second_parser_too() -> None:
    for file in vocabulary_files():
        assert sum(1 for _ in ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE)) > 5


@pytest.mark.parametrize("query", HYGIENE, ids=lambda p: p.stem)
def test_hygiene(query: Path, vocabulary: Graph) -> None:
    """Any row is a failure."""
    assert [str(row) for row in vocabulary.query(query.read_text(encoding="utf-8"))] == []


def test_hygiene_checks_are_all_there() -> None:
    assert len(HYGIENE) == 16


BROKEN = "@prefix : <https://w3id.org/infact/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> ."
PREFIXES = (
    BROKEN
    + " @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
    " @prefix x: <https://example.org/> . "
)
FAULTS = {
    "alignment-too-strong": ":a owl:equivalentClass x:b .",
    "class-without-parent": ":a a owl:Class .",
    "concept-without-label": "x:c a skos:Concept .",
    "concept-without-notation": "x:c a skos:Concept .",
    "concept-without-scheme": "x:c a skos:Concept .",
    "datatype-without-range": ":p a owl:DatatypeProperty .",
    "domain-intersected": ":p rdfs:domain :a, :b .",
    "label-of-two-terms": ':a a owl:Class ; rdfs:label "a"@en . :b a owl:Class ; rdfs:label "a"@en .',
    "notation-twice": 'x:c skos:inScheme x:s ; skos:notation "n" . x:d skos:inScheme x:s ; skos:notation "n" .',
    "property-of-two-kinds": ":p a owl:ObjectProperty, owl:DatatypeProperty .",
    "range-intersected": ":p rdfs:range :a, :b .",
    "several-inverses": ":p owl:inverseOf :q, :r .",
    "term-not-defined-here": ":a a owl:Class .",
    "term-without-definition": ":a a owl:Class .",
    "term-without-label": ":a a owl:Class .",
    "undeclared-term": ":p rdfs:domain :nowhere .",
}


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_each_hygiene_check_can_fail(name: str) -> None:
    graph = Graph()
    graph.parse(data=PREFIXES + FAULTS[name], format="turtle")
    assert list(graph.query((ROOT / "ontology" / "hygiene" / f"{name}.rq").read_text(encoding="utf-8")))


def test_generated_files_are_up_to_date() -> None:
    for path, text in generate.generated().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: run python -m infact.ontology.generate"


def test_concepts_are_found_by_notation(vocabulary: Graph) -> None:
    assert terms.concept("power", "file-forms") == "https://w3id.org/infact/scheme/power/file-forms"
    with pytest.raises(terms.UnknownConceptError, match="no concept 'fly' in code list 'power'"):
        terms.concept("power", "fly")
    assert sum(len(scheme) for scheme in terms.SCHEMES.values()) == len(set(vocabulary.subjects(SKOS.notation)))


def known() -> set[str]:
    return {
        v.removeprefix(terms.INFACT) for v in vars(terms).values() if isinstance(v, str) and v.startswith(terms.INFACT)
    } - {""}


def test_rooms_use_no_term_that_is_not_declared() -> None:
    """Queries and shapes by prefix, Python by `term("...")`, `.a(...)` and the like."""
    used: dict[str, set[str]] = {}
    files = 0
    for room in ("ingest", "queries", "shapes"):
        for path in sorted((ROOT / room).rglob("*")):
            if path.suffix not in (".rq", ".ttl", ".py"):
                continue
            files += 1
            text = path.read_text(encoding="utf-8")
            found = set(re.findall(r"\binfact:([A-Za-z]\w*)", text))
            if path.suffix == ".py":
                found |= set(re.findall(r"\b(?:term|\.a|_a)\([^()]*?\"([A-Z]\w+)\"\)", text))
                found |= set(re.findall(r"\bterm\(\"(\w+)\"\)", text))
            used.update({name: used.get(name, set()) | {f"{room}/{path.name}"} for name in found})
    assert files > 40
    assert len(used) > 40
    assert {name: places for name, places in used.items() if name not in known()} == {}


def test_the_model_s_page_names_only_terms_that_exist() -> None:
    page = (ROOT / "docs" / "model.md").read_text(encoding="utf-8")
    classes = set(re.findall(r"`([A-Z][a-z]+(?:[A-Z][a-z]+)*)`", page)) - {"D"}
    assert len(classes) > 20
    assert classes - known() == set()


def test_competency_questions_are_numbered_and_named() -> None:
    page = (ROOT / "ontology" / "competency-questions.md").read_text(encoding="utf-8")
    heads = re.findall(r"^## (\d+)\. `([a-z0-9-]+)`", page, re.MULTILINE)
    assert [int(number) for number, _ in heads] == list(range(1, 26))
    assert len({name for _, name in heads}) == 25
