"""No room uses a term that the ontology lacks, and what infact writes stands where the ontology says.

First by reading the rooms' sources, then by building a graph of every kind of source and looking at each statement.
"""

from __future__ import annotations

import ast
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pytest
from infact.ingest import iris
from infact.ingest.build import build
from infact.ingest.derive import derive
from infact.ingest.identity.decisions import Decision, Side
from infact.ingest.resolve import resolve
from infact.ingest.store import Store
from infact.ontology import generate, terms
from rdflib import OWL, PROV, RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from ..ingest.data_sets import data_set

ROOMS = ("ingest", "queries", "shapes")
NO_SOURCE = {".json", ".pyc"}  # the record's JSON Schema, and what Python compiles
ADMS = Namespace(terms.PREFIXES["adms"])
OA = Namespace(terms.PREFIXES["oa"])
SCHEMA = Namespace("https://schema.org/")
CORPUS = Path(__file__).parents[1] / "corpus"
DATES = ("On", "AsPrinted", "Earliest", "Latest")

# Every optional key of the record form, so that every property is written at least once.
EVERYTHING = {
    "document": "everything.txt",
    "filed": "2020-03-02",
    "cik": "0000000001",
    "issuer_cik": "0000000002",
    "path_cik": "0000000002",
    "uri": "https://www.example.org/everything.txt",
    "filing": None,
    "instruments": [
        {
            "kind": "power-of-attorney",
            "scope": "section16",
            "principals": [{"name": "Ann Principal", "type": "person"}],
            "attorneys": [{"name": "Bob Attorney", "type": "person", "affiliation": "Example Corp."}],
            "issuers": ["Example Corp."],
            "law_firms": ["Example & Sons LLP"],
            "forms": ["4", "14G"],
            "powers": ["execute-forms"],
            "authority": None,
            "substitution": False,
            "executed": "2020-02",
            "expires": "2023-02",
            "term": "fixed-date",
            "revokes_prior": False,
            "governing_law": "Ohio",
            "signatories": ["Ann Principal"],
            "witnesses": ["Cid Witness"],
            "effective": "2020-03-01",
            "ends": [{"term": "while-employed"}],
            "limits": ["not to trade securities"],
            "clauses": ["indemnity"],
            "refers_to": [
                {"kind": "supersedes", "executed": "2019-01", "principal": "Ann Principal"},
                {"kind": "keeps", "attorneys": ["Cy Attorney"], "issuers": ["Other Corp."], "forms": ["144"]},
                {"kind": "ended", "attorneys": ["Dee Attorney"], "ended": "2018-06-30"},
            ],
            "review": [{"field": "forms", "reason": "there is no such schedule"}],
        }
    ],
}


# What a filing has and an instrument has not.
RENAMED = {
    "document": "renamed.txt",
    "filing": {
        "accession": "0000000001-20-000001",
        "form": "4",
        "filed": "2020-03-02",
        "period": "2020-03-01",
        "issuer": {"cik": "0000000002", "name": "Example Corp.", "former_names": ["Instance Corp."]},
        "owners": [],
        "signatures": [],
    },
    "instruments": [],
}

# What is said of a month without a day.
SIGNED = {"text": "/s/ Ann Principal", "signer": "Ann Principal", "signed_for": [], "capacity": "self"}
MONTHS = {
    "document": "months.txt",
    "filing": {
        "accession": "0000000001-20-000002",
        "form": "4",
        "filed": "2020-03-02",
        "period": "2020-03-01",
        "issuer": None,
        "owners": [],
        "signatures": [{**SIGNED, "date": "2020-02", "owner_cik": None, "match": None, "confidence": None}],
    },
    "instruments": [
        {
            "kind": "power-of-attorney",
            "scope": "section16",
            "principals": [{"name": "Ann Principal", "type": "person"}],
            "attorneys": [{"name": "Bob Attorney", "type": "person", "affiliation": None}],
            "issuers": [],
            "law_firms": [],
            "forms": ["4"],
            "powers": ["execute-forms"],
            "authority": None,
            "substitution": False,
            "executed": "2020-02-01",
            "expires": None,
            "term": None,
            "revokes_prior": False,
            "governing_law": None,
            "signatories": ["Ann Principal"],
            "witnesses": [],
            "effective": "2020-03",
            "refers_to": [{"kind": "supersedes", "executed": "2018-01-01", "ended": "2020-04"}],
        }
    ],
}


class Said(NamedTuple):
    """A statement that infact wrote, as rdflib's terms."""

    subject: URIRef
    predicate: URIRef
    value: URIRef | Literal


def said(quad: ox.Quad) -> Said:
    assert isinstance(quad.subject, ox.NamedNode)
    if isinstance(quad.object, ox.Literal):
        value: URIRef | Literal = Literal(quad.object.value, datatype=quad.object.datatype.value)
    else:
        assert isinstance(quad.object, ox.NamedNode)
        value = URIRef(quad.object.value)
    return Said(URIRef(quad.subject.value), URIRef(quad.predicate.value), value)


def sources(root: Path) -> list[Path]:
    return [p for room in ROOMS for p in sorted((root / room).rglob("*")) if p.is_file() and p.suffix not in NO_SOURCE]


def named_in_python(source: str) -> Iterator[str]:
    """Terms that Python names: `terms.X`, `INFACT.X`, `INFACT["X"]`, and the names that writers of statements take."""
    constants = {name: value for name, value in vars(terms).items() if isinstance(value, str)}
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(ast.Name("terms"), name) if name.isupper() and name not in {"PREFIXES", "SCHEMES"}:
                yield constants[name].removeprefix(terms.INFACT) if name in constants else f"terms.{name}"
            case ast.Attribute(ast.Name("INFACT"), name) | ast.Subscript(ast.Name("INFACT"), ast.Constant(str(name))):
                yield name
            case ast.Call(ast.Name("term"), [ast.Constant(str(name))]):
                yield name
            case ast.Call(ast.Attribute(_, "a"), [_, ast.Constant(str(name))]):
                yield name
            case ast.Call(ast.Attribute(_, "text" | "day"), [_, ast.Constant(str(name)), _]):
                yield name
            case ast.Call(ast.Attribute(_, "concept"), [_, ast.Constant(str(name)), ast.Constant(str(scheme)), _]):
                yield name if scheme in terms.SCHEMES else f"code list {scheme}"
            case ast.Call(ast.Attribute(_, "dates"), [_, ast.Constant(str(stem)), _]):
                yield from (f"{stem}{end}" for end in DATES)
            case ast.Call(ast.Attribute(_, "when"), [_, ast.Constant(str(stem)), _]):
                yield from (f"{stem}{end}" for end in DATES if end != "AsPrinted")
            case ast.DictComp(generators=[ast.comprehension(iter=ast.Tuple(names))]) if "{terms.INFACT}" in ast.unparse(
                node
            ):
                yield from (n.value for n in names if isinstance(n, ast.Constant) and isinstance(n.value, str))


def test_no_room_uses_a_term_that_is_not_declared(vocabulary: Graph, root: Path) -> None:
    known = {*generate.declared(vocabulary), ""}
    used: dict[str, set[str]] = defaultdict(set)
    by_suffix: dict[str, int] = defaultdict(int)
    for path in sources(root):
        text = path.read_text(encoding="utf-8")
        by_suffix[path.suffix] += 1
        found = set(re.findall(r"\binfact:([A-Za-z]\w*)", text))
        if path.suffix == ".py":
            found |= set(named_in_python(text))
        for name in found:
            used[name].add(f"{path.relative_to(root)}")
    assert set(by_suffix) == {".py", ".rq", ".ttl"}
    assert by_suffix[".py"] >= 60
    assert by_suffix[".rq"] >= 4
    assert by_suffix[".ttl"] >= 8
    assert len(used) > 90
    assert {name: sorted(places) for name, places in used.items() if name not in known} == {}


@pytest.mark.parametrize(
    "line",
    [
        'out.a(node, "Nowhere")',
        'out.text(node, "Nowhere", value)',
        'out.concept(node, "Nowhere", "power", value)',
        'out.concept(node, "grantedPower", "nowhere", value)',
        'out.dates(node, "nowhere", value)',
        'out.when(node, "nowhere", value)',
        'out.add(node, term("Nowhere"), value)',
        "graph.value(node, INFACT.Nowhere)",
        'graph.value(node, INFACT["Nowhere"])',
        "store.match(terms.NOWHERE)",
        '{name: f"{terms.INFACT}{name}" for name in ("Nowhere", "cik")}',
    ],
)
def test_every_way_to_name_a_term_is_looked_at(line: str, vocabulary: Graph) -> None:
    assert {name for name in named_in_python(line) if name not in generate.declared(vocabulary)}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Said]:
    """What infact writes for record lines, submissions, exhibits and a data set, the vocabulary left out."""
    folder = tmp_path_factory.mktemp("use")
    gold = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(CORPUS.glob("own/*.json"))]
    lines = folder / "records.jsonl"
    lines.write_text(
        "".join(json.dumps(record) + "\n" for record in [EVERYTHING, RENAMED, MONTHS, *gold]), encoding="utf-8"
    )
    texts = [
        path for pattern in ("c21-*", "c22-*", "c25-*", "c39-*", "c40-*") for path in CORPUS.glob(f"own/{pattern}")
    ]
    read = [path for path in texts if path.suffix != ".json"]
    assert len(read) == 5
    with Store.open(folder / "store", create=True) as store:
        report = build(
            [CORPUS / "facts" / "powers.jsonl", lines, *read, data_set(folder / "set.zip")], store, workers=1
        )
        one, other = (Side("everything.txt", name) for name in ("Ann Principal", "Bob Attorney"))
        resolve(store, [Decision("different", one, other)])
        derive(store)
        quads = [said(quad) for quad in store.oxigraph if quad.graph_name != ox.NamedNode(iris.VOCABULARY)]
    assert report.skipped == ()
    assert report.documents > 225
    return quads


def kinds(vocabulary: Graph, written: list[Said]) -> dict[Node, set[Node]]:
    """Each thing's classes, with all that these stand under."""
    found: dict[Node, set[Node]] = defaultdict(set)
    for one in written:
        if one.predicate == RDF.type:
            found[one.subject] |= {c for c in vocabulary.transitive_objects(one.value, RDFS.subClassOf) if c}
    return found


def misplaced(vocabulary: Graph, classes: dict[Node, set[Node]], one: Said) -> str | None:
    """What is wrong with a statement, by what the ontology says of its property."""
    term, value = one.predicate, one.value
    domains = {*vocabulary.objects(term, RDFS.domain), *vocabulary.objects(term, SCHEMA.domainIncludes)}
    ranges = {*vocabulary.objects(term, RDFS.range), *vocabulary.objects(term, SCHEMA.rangeIncludes)}
    kind = OWL.DatatypeProperty if isinstance(value, Literal) else OWL.ObjectProperty
    if not domains & classes[one.subject]:
        return f"it stands on {sorted(classes[one.subject], key=str)}"
    if (term, RDF.type, kind) not in vocabulary:
        return f"it is no {kind}"
    if isinstance(value, Literal):
        return None if value.datatype in ranges else f"its value is of {value.datatype}"
    if value.startswith(generate.SCHEME):
        scheme, notation = value.rsplit("/", 1)
        listed = notation in terms.SCHEMES[scheme.removeprefix(generate.SCHEME)] or scheme.endswith("/form")  # open
        return None if listed and (term, RDFS.seeAlso, URIRef(scheme)) in vocabulary else f"its concept is {value}"
    return None if not ranges or ranges & classes[value] else f"it points to {sorted(classes[value], key=str)}"


def test_every_term_is_declared_and_every_declared_term_is_written(vocabulary: Graph, written: list[Said]) -> None:
    """But for the two classes that only stand above others."""
    ours = {node for one in written for node in (one.predicate, one.value) if node.startswith(terms.INFACT)}
    names = {node.removeprefix(terms.INFACT) for node in ours}
    declared = set(generate.declared(vocabulary))
    assert names - declared == set()
    assert declared - names == {"Instrument", "Party"}


def test_the_model_s_page_names_the_classes_that_stand_for_those_that_are_not_written(
    vocabulary: Graph, written: list[Said], root: Path
) -> None:
    page = (root / "docs" / "model.md").read_text(encoding="utf-8")
    classes = kinds(vocabulary, written)
    for variable, above in (("instrument", terms.INSTRUMENT), ("party", terms.PARTY)):
        (listed,) = re.findall(rf"VALUES \?class {{ ([^}}]+) }} \?{variable} a \?class", page)
        named = {URIRef(terms.INFACT + name.removeprefix("infact:")) for name in listed.split()}
        typed = {one.subject for one in written if one.predicate == RDF.type and one.value in named}
        assert typed == {node for node, found in classes.items() if URIRef(above) in found}
        assert len(typed) > 100


def test_every_statement_stands_where_the_ontology_says(vocabulary: Graph, written: list[Said]) -> None:
    classes = kinds(vocabulary, written)
    ours = [one for one in written if one.predicate.startswith(terms.INFACT)]
    assert len(ours) > 10_000
    assert {(str(one.predicate), wrong) for one in ours if (wrong := misplaced(vocabulary, classes, one))} == set()


@pytest.mark.parametrize(
    ("statement", "wrong"),
    [
        (Said(URIRef("x:m"), URIRef(terms.FORM_COVERED), URIRef(terms.concept("form", "4"))), "it stands on"),
        (Said(URIRef("x:m"), URIRef(terms.PRINTED_NAME), URIRef("x:n")), "it is no"),
        (Said(URIRef("x:m"), URIRef(terms.PRINTED_NAME), Literal(4)), "its value is of"),
        (Said(URIRef("x:m"), URIRef(terms.PARTY_TYPE), URIRef(terms.concept("scope", "other"))), "its concept is"),
        (Said(URIRef("x:m"), URIRef(terms.REFERS_TO), URIRef("x:m")), "it points to"),
    ],
)
def test_a_misplaced_statement_is_found(vocabulary: Graph, statement: Said, wrong: str) -> None:
    classes: dict[Node, set[Node]] = defaultdict(set, {URIRef("x:m"): {URIRef(terms.MENTION)}})
    assert (misplaced(vocabulary, classes, statement) or "").startswith(wrong)


def test_each_graph_of_a_document_is_generated_by_its_reading(written: list[Said]) -> None:
    generated = {one.value: one.subject for one in written if one.predicate == PROV.generated}
    used = {one.subject: one.value for one in written if one.predicate == PROV.used}
    documents = {
        one.subject for one in written if one.predicate == RDF.type and str(one.value) == terms.SOURCE_DOCUMENT
    }
    assert {
        graph.replace(iris.DOCUMENT_GRAPHS, iris.DOCUMENTS): used[reading] for graph, reading in generated.items()
    } == {str(document): document for document in documents}


def test_a_sentence_stands_in_the_one_text_that_its_evidence_is_from(written: list[Said]) -> None:
    source = {one.subject: one.value for one in written if one.predicate == OA.hasSource}
    texts = defaultdict(set)
    for one in written:
        if str(one.predicate) == terms.IN_SENTENCE:
            texts[one.value].add(source[one.subject])
    assert set(texts) == {one.subject for one in written if str(one.value) == terms.SENTENCE}
    assert len(texts) > 20
    assert {len(of_sentence) for of_sentence in texts.values()} == {1}


def test_an_identifier_says_whose_it_is(written: list[Said]) -> None:
    identifiers = {one.subject for one in written if one.value == ADMS.Identifier}
    agencies = {one.subject: str(one.value) for one in written if one.predicate == ADMS.schemaAgency}
    assert agencies == dict.fromkeys(identifiers, "U.S. Securities and Exchange Commission")
    assert len(identifiers) > 10


def test_inverses_are_both_written(vocabulary: Graph, written: list[Said]) -> None:
    pairs = list(vocabulary.subject_objects(OWL.inverseOf))
    assert [(str(a), str(b)) for a, b in pairs] == [(terms.CONFERRED_BY, terms.HAS_APPOINTMENT)]
    there = {(one.subject, one.value) for one in written if str(one.predicate) == terms.CONFERRED_BY}
    back = {(one.value, one.subject) for one in written if str(one.predicate) == terms.HAS_APPOINTMENT}
    assert there == back
    assert len(there) > 100


def test_a_form_that_the_list_lacks_is_not_lost(written: list[Said]) -> None:
    unknown = [one for one in written if str(one.value) == f"{generate.SCHEME}form/14G"]
    assert {str(one.predicate) for one in unknown} == {terms.FORM_COVERED}
    notes = {one.subject for one in written if str(one.predicate) == terms.REVIEW_NOTE and "'14G'" in one.value}
    assert {one.subject for one in unknown if "/instrument/" in one.subject} == notes != set()
