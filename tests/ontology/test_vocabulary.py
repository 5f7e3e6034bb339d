"""The vocabulary's files: sound Turtle for two parsers, alignments that claim little, generated files up to date."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.common.errors import InfactError
from infact.ontology import generate, terms
from infact.ontology.vocabulary import vocabulary_files
from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef
from rdflib.compare import isomorphic


def test_two_parsers_read_the_same_from_every_file() -> None:
    files = vocabulary_files()
    assert [file.name for file in files] == ["infact.ttl", "schemes.ttl", "alignments.ttl"]
    assert {file.name for file in files} == {path.name for path in generate.HERE.glob("*.ttl")}
    for file in files:
        graph = Graph()
        graph.parse(data=file.read_text(encoding="utf-8"), format="turtle")
        assert sum(1 for _ in ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE)) == len(graph) >= 10


def test_nothing_is_a_blank_node(vocabulary: Graph) -> None:
    assert {type(term) for triple in vocabulary for term in triple} == {URIRef, Literal}


def test_alignments_are_close_matches_of_declared_terms_to_terms_of_others(vocabulary: Graph) -> None:
    graph = Graph()
    graph.parse(data=next(f for f in vocabulary_files() if f.name == "alignments.ttl").read_text(encoding="utf-8"))
    assert set(graph.predicates()) == {SKOS.closeMatch}
    assert {str(s).removeprefix(terms.INFACT) for s in graph.subjects()} <= set(generate.declared(vocabulary))
    others = {str(o) for o in graph.objects()}
    assert not any(o.startswith(terms.INFACT) or o.endswith("schema.org/Attorney") for o in others)
    sources = ("data.europa.eu/a4g", "edmcouncil.org/fibo", "rpam", "odrl", "ns/prov#", "ns/org#", "P5531")
    assert [s for s in sources if not any(s in o for o in others)] == []


def test_an_alignment_points_the_same_way(vocabulary: Graph) -> None:
    """m8g:authorises goes from the principal to the attorney; signsFor the other way."""
    matched = {str(o) for o in vocabulary.objects(URIRef(terms.SIGNS_FOR), SKOS.closeMatch)}
    assert matched == {"http://www.w3.org/ns/prov#actedOnBehalfOf"}


def test_what_the_two_readings_say_of_a_relation_has_the_same_range(vocabulary: Graph) -> None:
    ranges = {
        part: {
            vocabulary.value(URIRef(f"{terms.INFACT}{reading}{part}"), RDFS.range) for reading in ("relation", "strict")
        }
        for part in ("Attorney", "Principal", "Issuer", "Firm")
    }
    party, organization = URIRef(terms.PARTY), URIRef(terms.ORGANIZATION)
    assert ranges == {"Attorney": {party}, "Principal": {party}, "Issuer": {organization}, "Firm": {organization}}


def test_an_insider_s_role_is_a_role_to_who_knows_org(vocabulary: Graph) -> None:
    """ORG's roles are concepts, as ours are."""
    role = vocabulary.value(URIRef(terms.INSIDER_ROLE), RDFS.subPropertyOf)
    assert str(role) == f"{terms.PREFIXES['org']}role"
    assert vocabulary.value(URIRef(terms.INSIDER_ROLE), RDFS.range) == SKOS.Concept


def test_a_month_is_called_a_month(vocabulary: Graph) -> None:
    """What the record has of it is YYYY-MM, whatever the document prints."""
    months = [URIRef(terms.INFACT + name) for name in generate.declared(vocabulary) if name.endswith("AsPrinted")]
    assert len(months) >= 2
    for term in months:
        assert str(vocabulary.value(term, RDFS.label)).startswith("month of ")
        assert "YYYY-MM" in str(vocabulary.value(term, SKOS.definition))


def test_generated_files_are_up_to_date() -> None:
    for path, text in generate.generated().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: run python -m infact.ontology.generate"


def test_the_check_says_what_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("infact.ttl", "schemes.ttl"):
        tmp_path.joinpath(name).write_bytes((generate.HERE / name).read_bytes())
    monkeypatch.setattr(generate, "HERE", tmp_path)
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0
    module = tmp_path / "terms.py"
    module.write_text(module.read_text(encoding="utf-8").replace("#signsFor", "#signedBy"), encoding="utf-8")
    assert generate.main(["--check"]) == 1
    said = capsys.readouterr().err
    assert "terms.py differs from the Turtle" in said
    assert '+SIGNS_FOR: Final = "https://w3id.org/infact/ontology#signsFor"' in said
    assert "context.jsonld" not in said


def test_two_forms_of_one_name_are_refused() -> None:
    graph = Graph()
    for notation in ("3", "4"):
        form = URIRef(f"{generate.SCHEME}form/{notation}")
        graph.add((form, SKOS.inScheme, URIRef(f"{generate.SCHEME}form")))
        graph.add((form, SKOS.notation, Literal(notation)))
        graph.add((form, SKOS.altLabel, Literal("Form Three", lang="en")))
    with pytest.raises(InfactError, match="two forms are called 'Form Three'"):
        generate.form_names(graph)


def test_every_term_is_a_constant(vocabulary: Graph) -> None:
    named = {v for v in vars(terms).values() if isinstance(v, str) and v.startswith(terms.INFACT)} - {terms.INFACT}
    assert named == {terms.INFACT + name for name in generate.declared(vocabulary)}
    assert f"{terms.INFACT}PowerOfAttorney" == terms.POWER_OF_ATTORNEY
    assert (f"{terms.INFACT}issuer", f"{terms.INFACT}Issuer") == (terms.ISSUER, terms.ISSUER_CLASS)


def test_every_concept_is_found_by_its_notation(vocabulary: Graph) -> None:
    found = {terms.concept(scheme, notation) for scheme, concepts in terms.SCHEMES.items() for notation in concepts}
    assert found == {str(c) for c in vocabulary.subjects(RDF.type, SKOS.Concept)}
    assert terms.concept("power", "file-forms") == "https://w3id.org/infact/scheme/power/file-forms"


def test_a_concept_that_is_not_there_is_an_error_that_names_those_that_are() -> None:
    with pytest.raises(terms.UnknownConceptError, match="no concept 'fly' in code list 'power'; known are: act-as-ag"):
        terms.concept("power", "fly")
    with pytest.raises(KeyError, match="code list 'powers'; known are: authority, capacity"):
        terms.concept("powers", "file-forms")


@pytest.mark.parametrize(
    ("name", "notation"),
    [
        ("4", "4"),
        ("Form 4", "4"),
        ("4/A", "4"),
        ("schedule  13d", "13D"),
        ("SC 13G/A", "13G"),
        ("13F-HR", "13F"),
        ("DEF 14A", "14A"),
        ("14G", None),
        ("", None),
    ],
)
def test_a_form_is_found_by_any_of_its_names(name: str, notation: str | None) -> None:
    assert terms.form_concept(name) == (terms.concept("form", notation) if notation else None)


@given(st.text())
def test_any_text_is_a_form_of_the_list_or_none(name: str) -> None:
    found = terms.form_concept(name)
    assert found is None or found.rsplit("/", 1)[1] in terms.SCHEMES["form"]


DESCRIBED = f"""@prefix : <{terms.INFACT}> . @prefix d: <https://w3id.org/infact/id/document/x/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix form: <{generate.SCHEME}form/> .
d:i a :PowerOfAttorney ; :formCovered form:4, form:13D ; :executedOn "2003-06-12"^^xsd:date ; :maySubstitute true ;
    :issuer d:c ; :limit "Forms 4 and 5 only" .
d:c a :Mention, :Issuer ; :cik "0000001750" .
d:e a :Evidence ; :confidence 0.99 ; :supports d:c ."""


def test_json_ld_written_by_hand_in_the_context_means_what_it_says(root: Path) -> None:
    context = json.loads((root / "ontology" / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    base = "https://w3id.org/infact/id/document/x/"
    decimal = {"@type": "xsd:decimal", "@value": "0.99"}
    nodes = [
        {
            "@id": f"{base}i",
            "@type": "PowerOfAttorney",
            "formCovered": ["scheme:form/4", "scheme:form/13D"],
            "executedOn": "2003-06-12",
            "maySubstitute": True,
            "issuer": {"@id": f"{base}c", "@type": ["Mention", "Issuer"], "cik": "0000001750"},
            "limit": "Forms 4 and 5 only",
        },
        {"@id": f"{base}e", "@type": "Evidence", "confidence": decimal, "supports": f"{base}c"},
    ]
    read, wanted = Graph(), Graph()
    read.parse(data=json.dumps({"@context": context, "@graph": nodes}), format="json-ld")
    wanted.parse(data=DESCRIBED)
    assert isomorphic(read, wanted)


def test_a_fraction_written_as_a_number_is_a_number_to_every_reader(root: Path) -> None:
    """JSON-LD writes it as a double; called a decimal, `9.7E-1` would be no number at all."""
    context = json.loads((root / "ontology" / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    node = {"@id": "x:l", "probability": 0.97, "confidence": 0.97, "matchConfidence": 0.97, "byteSize": 97}
    text, read = json.dumps({"@context": context, **node}), Graph()
    read.parse(data=text, format="json-ld")
    assert sorted(float(o.toPython()) for o in read.objects() if isinstance(o, Literal)) == [0.97, 0.97, 0.97, 97]
    quads = ox.parse(text, format=ox.RdfFormat.JSON_LD)
    values = {quad.object.datatype.value: quad.object.value for quad in quads if isinstance(quad.object, ox.Literal)}
    assert values == {str(XSD.double): "9.7E-1", str(XSD.integer): "97"}


def test_json_ld_that_a_serializer_writes_in_the_context_is_readable(root: Path) -> None:
    """The graph comes back, and no term of ours is spelt out in it."""
    graph, again = Graph(), Graph()
    graph.parse(data=DESCRIBED)
    context = json.loads((root / "ontology" / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    text = graph.serialize(format="json-ld", context=context)
    again.parse(data=text, format="json-ld")
    assert isomorphic(graph, again)
    assert terms.INFACT not in json.dumps(json.loads(text)["@graph"])


def test_the_model_s_page_names_only_terms_and_concepts_that_exist(vocabulary: Graph, root: Path) -> None:
    page = (root / "docs" / "model.md").read_text(encoding="utf-8")
    concepts = {notation for scheme in terms.SCHEMES.values() for notation in scheme}
    known = {*generate.declared(vocabulary), *terms.SCHEMES, *concepts}
    others = {"D", "G", "document", "executed", "expires", "filed"}  # placeholders, a record's key, stems of names
    words = set(re.findall(r"`([A-Za-z][A-Za-z0-9-]*)`", page)) - others
    assert len(words) > 100
    assert words - known == set()


def test_the_model_s_page_names_every_term(vocabulary: Graph, root: Path) -> None:
    page = (root / "docs" / "model.md").read_text(encoding="utf-8")
    for stem in ("executed", "expires"):  # the page names these once for both
        page += "".join(f"{stem}{end} " for end in ("On", "AsPrinted", "Earliest", "Latest"))
    lacking = {name for name in generate.declared(vocabulary) if not re.search(rf"\b{name}\b", page)}
    assert lacking == set()


def test_the_ontology_is_of_the_package_s_version(vocabulary: Graph) -> None:
    ontology = URIRef("https://w3id.org/infact/ontology")
    version = str(vocabulary.value(ontology, OWL.versionInfo))
    assert vocabulary.value(ontology, OWL.versionIRI) == ontology + "/" + version
    assert (generate.HERE.parent / "pyproject.toml").read_text(encoding="utf-8").count(f'version = "{version}"') == 1
