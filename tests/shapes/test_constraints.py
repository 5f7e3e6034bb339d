"""The shapes: complete, about terms that exist, and refused with file and line where they are broken."""

from __future__ import annotations

import re
from pathlib import Path

import pyshacl
import pytest
from infact.common.errors import ShapeError
from infact.ontology import terms
from infact.ontology.vocabulary import vocabulary_files
from infact.shapes import code_lists, datatypes
from infact.shapes import constraints as shapes
from infact.shapes.rules import list_rules, question_files, read_question, rules
from rdflib import RDFS, SH, XSD, Graph, URIRef
from rdflib.collection import Collection

PREFIXES = """@prefix infact: <https://w3id.org/infact/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shape: <https://w3id.org/infact/shape/> .
"""
WHOLE = (
    PREFIXES
    + """shape:a a sh:NodeShape ; sh:targetClass infact:Filing ; sh:property shape:b .
shape:b a sh:PropertyShape ; sh:path infact:formType ; sh:minCount 1 ;
    sh:name "n" ; sh:severity sh:Warning ; sh:message "m" ; rdfs:seeAlso infact:formType .
"""
)


class _File:
    """A file of shapes that a test makes up."""

    def __init__(self, text: str) -> None:
        self.name, self._text = "made-up.ttl", text

    def read_text(self, encoding: str) -> str:
        assert encoding == "utf-8"
        return self._text


def parsed(text: str) -> list[shapes.Constraint]:
    return list(shapes.read(shapes.parse(_File(text)), "made-up.ttl"))  # type: ignore[arg-type]


def test_a_constraint_is_read_with_all_that_it_says() -> None:
    assert parsed(WHOLE) == [
        shapes.Constraint(
            "b", "n", "Warning", "m", ("Filing",), "formType", "made-up.ttl",
            "https://w3id.org/infact/ontology#formType", False,
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("sh:minCount 1 ;", "sh:minCount", "made-up.ttl: the shapes are no Turtle"),
        ("infact:Filing", "infact:Filling", r"made-up.ttl, line 5: infact:Filling is no term of the ontology"),
        ("infact:formType ;", "<https://w3id.org/infact/scheme/form/ZZ-9> ;", "form/ZZ-9 is no term of the ontology"),
        ("sh:minCount 1", "sh:sparql [ sh:select '' ]", "line 6: sh:sparql makes validation ten times slower"),
        ("sh:name", "rdfs:label", "constraint b has no sh:name"),
        ('sh:message "m"', 'sh:message "m" , "n"', "constraint b has 2 sh:message"),
        ("sh:severity sh:Warning ;", "", "constraint b has no sh:severity"),
        ("sh:Warning", "sh:Grave", "constraint b: Grave is no severity"),
        ("rdfs:seeAlso", "rdfs:comment", "constraint b has no rdfs:seeAlso"),
        ("sh:targetClass infact:Filing ;", "", "constraint b: it is about nothing"),
        ("shape:b", "<https://example.org/b>", "is not under https://w3id.org/infact/shape/"),
    ],
)
def test_a_broken_shapes_file_is_a_clear_error(old: str, new: str, message: str) -> None:
    assert old in WHOLE
    with pytest.raises(ShapeError, match=re.escape(message) if "\\" not in message else message) as caught:
        parsed(WHOLE.replace(old, new))
    assert caught.value.remedy


def test_every_file_of_shapes_is_found() -> None:
    files = {path.name for path in Path(shapes.__file__).parent.glob("*.ttl")}
    assert {file.name for file in shapes.shape_files()} == files == {c.file for c in shapes.constraints().values()}


def test_the_shapes_are_shapes() -> None:
    """They meet the W3C's shapes for shapes (SHACL, appendix C), and use no SPARQL."""
    text = "\n".join(file.read_text(encoding="utf-8") for file in shapes.shape_files())
    assert "sparql" not in text
    graph = Graph() + shapes.shapes_graph()
    # pyshacl brings these shapes along; `meta_shacl` would stop at a depth that a path within an sh:or passes.
    of_shapes = "http://www.w3.org/ns/shacl-shacl"
    conforms, _, said = pyshacl.validate(graph, shacl_graph=of_shapes, max_validation_depth=30)
    assert conforms, said


def test_a_message_is_plain_words_and_a_reason_is_a_place_to_read() -> None:
    """A message is a sentence that names its thing, with no term of the model in it."""
    messages = [one.message for one in rules().values()]
    assert len(set(messages)) == len(messages)
    for one in rules().values():
        assert re.fullmatch(r"(This|A|An) [^.]+\.", one.message.replace("...", "")), one.message
        assert not re.search(r"[a-z][A-Z]|minCount|node|shape|IRI|infact", one.message), one.message
        assert one.reason.startswith(("https://www.", "https://w3id.org/infact/"))


def test_each_constraint_is_listed_with_its_tests() -> None:
    listed = list_rules(Path(__file__).parent / "cases")
    (attorney,) = [one for one in listed if one.constraint.id == "power-of-attorney-attorney"]
    assert attorney.tests == (
        "power-of-attorney-attorney-fails",
        "power-of-attorney-attorney-fails-2",
        "power-of-attorney-attorney-passes",
    )
    assert list_rules()[0].tests == ()


def test_the_code_lists_in_the_shapes_are_those_of_the_ontology() -> None:
    """Where this fails, run `python -m infact.shapes.code_lists`."""
    assert code_lists.FILE.read_text(encoding="utf-8") == code_lists.text()
    lists = {
        str(shape).removeprefix(shapes.SHAPE): [str(item) for item in Collection(shapes.shapes_graph(), items)]
        for shape, items in shapes.shapes_graph().subject_objects(SH["in"])
        if isinstance(shape, URIRef) and shape.endswith("-code")
    }
    assert len(lists) == 16
    for name, items in lists.items():
        scheme = shapes.constraints()[name].reason.removeprefix(shapes.SCHEME)
        assert items == [terms.concept(scheme, notation) for notation in terms.SCHEMES[scheme]], name


def test_each_value_that_is_no_text_is_asked_for_its_datatype() -> None:
    """As the ontology gives it, but for how sure evidence is; dates, numbers and truth values are all there are."""
    assert datatypes.FILE.read_text(encoding="utf-8") == datatypes.text()
    ontology = Graph()
    for file in vocabulary_files():
        ontology.parse(data=file.read_text(encoding="utf-8"), format="turtle")
    ranges = {(str(p), str(d)) for p, d in ontology.subject_objects(RDFS.range) if str(d).startswith(str(XSD))}
    wanted = {(p, d) for p, d in ranges if d != str(XSD.string)}
    graph = shapes.shapes_graph()
    asked = {
        (str(one), str(datatype))
        for shape, datatype in graph.subject_objects(SH.datatype)
        for way in graph.objects(shape, SH.path)
        for path in graph.objects(way, SH.alternativePath)
        for one in Collection(graph, path)
    }
    assert wanted - asked == {(terms.CONFIDENCE, str(XSD.decimal))}
    assert asked < wanted
    assert len({datatype for _, datatype in asked}) == 4
    assert set(shapes.INSTRUMENTS) < set(rules()["date-datatype"].targets)
    assert "Instrument" not in rules()["date-datatype"].targets


def test_a_stale_list_is_told_and_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(code_lists, "FILE", tmp_path / "code-lists.ttl")
    monkeypatch.setattr(datatypes, "FILE", tmp_path / "datatypes.ttl")
    assert code_lists.main(["--check"]) == 1
    told = capsys.readouterr().err
    assert told.count("run python -m infact.shapes.code_lists") == 2
    assert "datatypes.ttl differs" in told
    assert code_lists.main([]) == 0
    assert code_lists.main(["--check"]) == 0


QUESTION = """#+ name: n
#+ severity: Warning
#+ message: This is wrong.
#+ target: Filing
#+ seeAlso: https://www.example.org/
PREFIX infact: <https://w3id.org/infact/ontology#>
SELECT ?focus { ?focus infact:formType ?form } ORDER BY ?focus
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("#+ severity: Warning\n", "", "made-up.ttl: the question has no severity"),
        ("Warning", "Grave", "made-up.ttl: Grave is no severity"),
        ("SELECT", "SELEKT", "made-up.ttl: the question is no SPARQL"),
        ("?focus {", "?form {", "selects no ?focus"),
        ("infact:formType", "infact:formSort", "made-up.ttl, line 7: infact:formSort is no term of the ontology"),
    ],
)
def test_a_broken_question_is_a_clear_error(old: str, new: str, message: str) -> None:
    assert old in QUESTION
    assert read_question(_File(QUESTION)).rule.severity == "Warning"  # type: ignore[arg-type]
    with pytest.raises(ShapeError, match=re.escape(message)) as caught:
        read_question(_File(QUESTION.replace(old, new, 1)))  # type: ignore[arg-type]
    assert caught.value.remedy


def test_every_question_has_a_total_order_and_is_found() -> None:
    files = {path.name for path in Path(shapes.__file__).parent.glob("*.rq")}
    assert {file.name for file in question_files()} == files
    assert len(files) == 5
    assert all("ORDER BY ?focus" in file.read_text(encoding="utf-8") for file in question_files())
