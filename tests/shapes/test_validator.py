"""The validator on a store: every document once, in the same order however it is parted, and with where to look."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from infact.common.errors import ShapeError, StoreError
from infact.ingest import iris
from infact.ingest.manifest import Entry
from infact.ingest.packing import shortened
from infact.ingest.quads import quads
from infact.ingest.records import Company, Evidence, Filing, Instrument, Owner, Party, Record
from infact.ingest.store import Store
from infact.ontology import terms
from infact.shapes import applying, units
from infact.shapes.findings import Result
from infact.shapes.kept import Kept
from infact.shapes.seen import Seen
from infact.shapes.texts import Text
from infact.shapes.units import Content, Unit
from infact.shapes.validator import stream, validate, validate_graph
from rdflib import RDF, XSD, Graph

POWER = Instrument(
    principals=(Party("Ann Lee"),),
    attorneys=(Party("Bo Reed", "person", "Kestrel Inc."),),
    issuers=("Kestrel Inc.",),
    forms=("4",),
    powers=("file-forms",),
    executed="2011-05-03",
    term="until-revoked",
    signatories=("Ann Lee",),
)
NOBODY = Instrument(principals=(Party("Ann Lee"),), forms=("4",), powers=("file-forms",), executed="2011-05-03",
                    issuers=("Kestrel Inc.",), term="until-revoked", signatories=("Ann Lee",))  # fmt: skip
ACCESSION = "0000000101-11-000001"
FILING = Filing(
    ACCESSION, "4", "2011-05-04", issuer=Company("0000000101", "Kestrel Inc."), owners=(Owner(None, "Lee Ann"),)
)


@dataclass(frozen=True)
class Made:
    record: Record
    key: str
    texts: dict[str, str]
    sha256: str = "0" * 64
    size: int = 1


def made(
    name: str, *instruments: Instrument, filing: Filing | None = None, text: str = "", uri: str | None = None
) -> Made:
    return Made(Record(f"{name}.txt", filing, instruments, uri=uri), f"sha256-{name:0>32}", {"1": text} if text else {})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "infact.db", create=True) as opened:
        yield opened


def fill(store: Store, *documents: Made) -> None:
    store.bulk_load(b"".join(line for document in documents for line in quads(document, "0")))


def test_a_power_without_an_attorney_is_reported_in_one_plain_sentence_with_its_document(store: Store) -> None:
    fill(store, made("a", POWER), made("b", NOBODY))
    report = validate(store, severity="Violation")
    (missing,) = report.findings
    assert missing.message == (
        "This power of attorney names no attorney-in-fact: nobody is found who receives the authority."
    )
    assert (missing.severity, missing.document) == ("Violation", "b.txt")
    assert (report.documents, report.kinds, report.instruments) == (2, (("PowerOfAttorney", 2),), 2)


def test_findings_are_the_same_however_the_work_is_parted(store: Store) -> None:
    fill(store, *(made(str(n), NOBODY if n % 3 else POWER) for n in range(10)))
    whole = validate(store, workers=1, severity="Violation")
    assert len(whole.findings) == 6
    assert [f.focus for f in whole.findings] == sorted(f.focus for f in whole.findings)
    for workers, batch in ((1, 3), (2, 1), (2, 3), (3, 4)):
        assert validate(store, workers=workers, batch=batch, severity="Violation") == whole, (workers, batch)


def test_progress_counts_documents(store: Store) -> None:
    fill(store, *(made(str(n), POWER) for n in range(5)))
    said: list[int] = []
    validate(store, workers=1, batch=2, progress=said.append)
    assert said == [2, 4, 5]


def test_batches_come_as_they_are_done(store: Store) -> None:
    fill(store, *(made(str(n), POWER) for n in range(5)))
    assert [batch.documents for batch in stream(store, workers=1, batch=2)] == [2, 2, 1]


def test_documents_can_be_named_by_key_and_by_file_name(store: Store) -> None:
    fill(store, *(made(name, NOBODY) for name in "abc"))
    assert [
        f.document for f in validate(store, documents=["c.txt", f"sha256-{'a':0>32}"], severity="Violation").findings
    ] == [
        "a.txt",
        "c.txt",
    ]
    with pytest.raises(StoreError, match=r"no document 'd\.txt' is in the store; name its key or its file name"):
        validate(store, documents=["d.txt"])


def test_lesser_severities_are_left_out_and_completeness_stays(store: Store) -> None:
    fill(store, made("a", Instrument(principals=(Party("Ann Lee"),), forms=("ZZ-9",))))
    whole, violations = validate(store), validate(store, severity="Violation")
    assert {f.severity for f in whole.findings} == {"Violation", "Warning", "Info"}
    assert {f.severity for f in validate(store, severity="Warning").findings} == {"Violation", "Warning"}
    assert [*violations.findings] == [*whole.findings.of("Violation")] != []
    assert violations.completeness() == whole.completeness() == pytest.approx(2 / 6)
    with pytest.raises(ValueError, match="no severity 'grave'"):
        validate(store, severity="grave")


def test_a_store_without_documents_is_an_error_and_no_pass(store: Store) -> None:
    with pytest.raises(StoreError, match="nothing to validate: the store holds no document; put documents into it"):
        validate(store)


def test_a_store_without_instruments_says_so(store: Store) -> None:
    fill(store, made("a"))
    report = validate(store)
    assert (report.documents, report.instruments, report.completeness()) == (1, 0, None)
    assert report.statement().startswith("None of the 1 documents holds an instrument")


def test_a_finding_has_the_sentence_to_look_at(store: Store) -> None:
    """A name without an affiliation, and an end before the beginning, are shown where they stand in the text."""
    text = "Ann Lee appoints Bo Reed.\nThis power ended in 2009.\n"
    power = Instrument(
        principals=(Party("Ann Lee"),), attorneys=(Party("Bo Reed"),), issuers=("Kestrel Inc.",),
        powers=("file-forms",), executed="2011-05-03", expires="2009-01-01", term="fixed-date",
        signatories=("Ann Lee",),
        evidence=(Evidence("attorneys[0].name", 17, 24, "Bo Reed"), Evidence("expires", 46, 50, "2009")),
    )  # fmt: skip
    fill(store, made("a", power, text=text))
    affiliation, order = sorted(
        (f for f in validate(store).findings if f.constraint != "instrument-filing"), key=lambda f: f.constraint
    )
    assert (affiliation.quote, affiliation.sentence.strip()) == ("Bo Reed", "Ann Lee appoints Bo Reed.")
    assert (order.quote, order.sentence.strip()) == ("2009", "This power ended in 2009.")


def test_a_finding_links_to_the_document_or_else_to_its_filing(store: Store) -> None:
    fill(
        store,
        made("a", NOBODY, uri="https://www.sec.gov/Archives/a.txt"),
        made("b", NOBODY, filing=FILING),
        made("c", NOBODY),
    )
    found = [f for f in validate(store).findings if f.constraint == "power-of-attorney-attorney"]
    assert [f.source for f in found] == [
        "https://www.sec.gov/Archives/a.txt",
        f"https://www.sec.gov/Archives/edgar/data/101/000000010111000001/{ACCESSION}-index.htm",
        "",
    ]


def test_nothing_is_added_to_a_graph_that_is_validated() -> None:
    graph = Graph()
    for line in quads(made("a", NOBODY), "0"):
        graph.parse(data=line.decode().rsplit(" <", 1)[0] + " .", format="nt")
    before = set(graph)
    (finding,) = (f for f in validate_graph(graph) if f.severity == "Violation")
    assert finding.document == "a.txt"
    assert set(graph) == before


def test_shapes_that_cannot_be_applied_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A node shape may not count (SHACL, section 4.2.1); pyshacl refuses it; the reader of files does not."""
    broken = Graph().parse(
        format="turtle",
        data="""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <https://e.org/> .
        e:s a sh:NodeShape ; sh:targetNode e:x ; sh:minCount 1 .""",
    )
    monkeypatch.setattr(applying, "_named", lambda: (broken, {}))
    with pytest.raises(ShapeError, match="the shapes could not be applied"):
        validate_graph(Graph())


def test_what_has_not_changed_is_not_validated_again(store: Store) -> None:
    """Results are kept in the store, beside a digest of what they were found in."""
    fill(store, made("a", POWER), made("b", NOBODY))
    first = validate(store, workers=1)
    assert (first.anew, validate(store, workers=1).anew) == (2, 0)
    assert validate(store, workers=1) == first
    fill(store, made("c", NOBODY))
    third = validate(store, workers=1)
    assert (third.anew, third.documents) == (1, 3)
    kept = store.select(
        "PREFIX sh: <http://www.w3.org/ns/shacl#> SELECT ?r { ?report a sh:ValidationReport ; sh:result ?r }"
    )
    assert len(list(kept)) == len(third.findings)
    store.drop_graph(iris.document_graph(f"sha256-{'c':0>32}"))
    assert validate(store, workers=1) == first
    assert len(list(store.graphs())) == 3


def test_an_interrupted_run_keeps_what_it_had_found(store: Store) -> None:
    fill(store, *(made(str(n), NOBODY) for n in range(6)))

    def interrupt(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        validate(store, workers=1, batch=2, progress=interrupt)
    again = validate(store, workers=1, batch=2)
    assert again.documents == 6
    assert again.anew < 6
    assert len([*again.findings.of("Violation")]) == 6


def test_both_ways_of_applying_the_shapes_find_the_same(store: Store) -> None:
    fill(store, *(made(str(n), NOBODY if n % 2 else POWER) for n in range(6)))
    fast = list(stream(store, fast=True, batch=2))
    store.drop_graph(iris.VALIDATION)
    assert fast == list(stream(store, workers=1, batch=2))


def test_without_its_package_the_fast_way_says_what_to_install(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "shacl", None)
    applying._compiled.cache_clear()
    fill(store, made("a", POWER))
    with pytest.raises(ShapeError, match=r"needs the package `shacl`; install it with pip install 'infact\[fast\]'"):
        validate(store, fast=True)


def test_documents_that_the_manifest_knows_are_known_without_being_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rerun reads the one document that was written again."""

    def written(name: str, instrument: Instrument) -> tuple[Entry, bytes]:
        one = made(name, instrument)
        return Entry(one.key, "", f"{name}.txt", one.sha256, one.size, 1, 1, "0"), b"".join(quads(one, "0"))

    store.replace_documents([written("a", POWER), written("b", NOBODY)])
    first = validate(store, workers=1)
    store.replace_documents([written("a", NOBODY), written("b", NOBODY)])
    read: list[str] = []
    reading = units.read

    def recorded(of: Store, wanted: Sequence[Unit]) -> list[Content]:
        read.extend(unit.name for unit in wanted)
        return reading(of, wanted)

    monkeypatch.setattr(units, "read", recorded)
    second = validate(store, workers=1)
    assert read == [f"document/sha256-{'a':0>32}"]
    assert (first.by_severity()["Violation"], second.by_severity()["Violation"], second.anew) == (1, 2, 1)


def test_without_what_is_kept_beside_the_graph_everything_stays(store: Store) -> None:
    """Lines and places are read out of the graph where the folder of kept files was deleted or damaged."""
    documents = [made("a", POWER, text="Words."), made("b", NOBODY, filing=FILING, uri="https://example.org/b")]
    for one in documents:
        lines = b"".join(quads(one, "0"))
        store.replace_documents([(Entry(one.key, "", one.record.document, one.sha256, 1, 1, 1, "0"), lines)])
    first = validate(store, workers=1)
    assert len(first.findings) > 2
    assert {finding.document for finding in first.findings} == {"a.txt", "b.txt"}
    assert validate(store, workers=1) == first
    for damage in (None, b"no database at all"):
        for path in (store.kept / "lines", store.kept / "seen"):
            path.unlink() if damage is None else path.write_bytes(damage)
        store._lines.close()
        again = validate(store, workers=1)
        assert (again, again.anew) == (first, 0)
        store.drop_graph(iris.VALIDATION)
        anew = validate(store, workers=1)
        assert (anew, anew.anew) == (first, 2)


def test_lines_that_are_damaged_within_are_a_named_error(store: Store) -> None:
    one = made("a", NOBODY)
    lines = b"".join(quads(one, "0"))
    store.replace_documents([(Entry(one.key, "", "a.txt", one.sha256, 1, 1, 1, "0"), lines)])
    store._lines.put([(hashlib.sha256(lines).digest(), b"junk")])
    with pytest.raises(StoreError, match="the kept lines of a document are damaged; delete the folder"):
        validate(store, workers=1)


def test_documents_that_the_manifest_does_not_have_are_validated_too(store: Store) -> None:
    one = made("b", NOBODY)
    fill(store, made("a", NOBODY), made("c", NOBODY))
    lines = b"".join(quads(one, "0"))
    store.replace_documents([(Entry(one.key, "", "b.txt", one.sha256, 1, 1, 1, "0"), lines)])
    assert [f.document for f in validate(store, severity="Violation", workers=1).findings] == [
        "a.txt", "b.txt", "c.txt",
    ]  # fmt: skip


def test_a_result_that_another_report_has_too_outlives_the_first(store: Store) -> None:
    """A piece that was cut anew has the results of an older one under another name."""
    result = Result("https://w3id.org/infact/id/relation/1", "relation-instrument", "MinCount")
    old, new = (Unit(iris.RELATIONS, f"relations/{name}", name, b"", 0) for name in ("old", "new"))
    kept = Kept(store)
    kept.put([(old, Seen((result,), None, ()))])
    kept.put([(new, Seen((result,), None, ()))])
    later = Kept(store)
    later.seen([new])
    later.forget_gone()
    assert (kept.results(old), kept.results(new)) == (None, [result])
    Kept(store).forget_gone()
    assert store.size() == 0


def test_a_data_set_is_cut_into_whole_issuers_and_counts_once(store: Store) -> None:
    key = "bulk/2021/abc"
    graph, node = iris.document_graph(key), iris.document(key)
    lines = [f'<{node}> <{terms.FILE_NAME}> "q.zip" <{graph}> .\n'.encode()]
    lines += [
        f'<{node}/issuer/{cik:010d}{group}/filing/{n}> <{terms.ACCESSION_NUMBER}> "x" <{graph}> .\n'.encode()
        for cik in range(60)
        for group in ("", "/2")
        for n in range(3)
    ]
    store.bulk_load(b"".join(lines))
    cut = list(units.documents(store, [graph]))
    assert len(cut) > 1
    assert sum(unit.documents for unit in cut) == 1
    held = [one.data.splitlines() for one in units.read(store, cut)]
    assert sorted(line for lines_of in held for line in lines_of) == sorted(
        line.rpartition(b" <")[0] + b" ." for line in lines
    )
    issuers = [{line.split(b"/filing/")[0] for line in lines_of} for lines_of in held]
    assert sum(map(len, issuers)) == len(set().union(*issuers)) == 121
    store.bulk_load(lines[1].replace(b'"x"', b'"y"'))
    assert len({unit.name for unit in units.documents(store, [graph])} - {unit.name for unit in cut}) == 1


def test_both_ways_find_the_same_in_documents_with_faults() -> None:
    """`python benchmarks/shapes.py --equal 10000` compares more of them."""
    path = Path(__file__).parents[2] / "benchmarks" / "made_powers.py"
    spec = importlib.util.spec_from_file_location("made_powers", path)
    assert spec is not None
    assert spec.loader is not None
    made_powers = importlib.util.module_from_spec(spec)
    sys.modules["made_powers"] = made_powers
    spec.loader.exec_module(made_powers)
    texts = []
    for number in range(1, 8400, 53):
        lines = b"".join(line.rpartition(b" <")[0] + b" .\n" for line in made_powers.faulty(number))
        document = iris.document(made_powers.paper(number).key)
        texts.append(Text(document, shortened(lines, document)))
    found = applying.by_pyshacl(texts)
    assert applying.by_shacl(texts) == found
    assert len({result.constraint for of_text in found for result in of_text}) > 30


@pytest.mark.parametrize(
    ("name", "kind", "property_name", "value", "is_one"),
    [
        ("date", "Filing", "filedOn", "2011-05-03", True),
        ("date", "Filing", "filedOn", "2011-05-03Z", True),
        ("date", "Filing", "filedOn", "2011-02-30", False),
        ("date", "Filing", "filedOn", "2011-W01-1", False),
        ("decimal", "IdentityLink", "probability", ".5", True),
        ("decimal", "IdentityLink", "probability", "9.7E-1", False),
        ("decimal", "IdentityLink", "probability", "NaN", False),
        ("integer", "ExhibitText", "characters", "+5", True),
        ("integer", "ExhibitText", "characters", "1_0", False),
        ("integer", "ExhibitText", "characters", " 4 ", False),
        ("boolean", "PowerOfAttorney", "maySubstitute", "1", True),
        ("boolean", "PowerOfAttorney", "maySubstitute", "xfalse", False),
    ],
)
def test_both_ways_take_for_a_value_what_xml_schema_takes_for_one(
    name: str, kind: str, property_name: str, value: str, is_one: bool
) -> None:
    """Python takes more, and pyshacl with it."""
    document = iris.document("sha256-0")
    lines = (
        f"<{document}/x> <{RDF.type}> <{terms.INFACT}{kind}> .\n"
        f'<{document}/x> <{terms.INFACT}{property_name}> "{value}"^^<{XSD}{name}> .\n'
    )
    text = Text(document, shortened(lines.encode(), document))
    for apply in (applying.by_pyshacl, applying.by_shacl):
        ((*found,),) = apply([text])
        typed = [(one.constraint, one.value) for one in found if one.component == "Datatype"]
        assert typed == ([] if is_one else [(f"{name}-datatype", value)])
