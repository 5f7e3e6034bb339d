"""A data set in the graph: one graph a year, the same bytes each time, and one filing however it came."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from infact.common.errors import Skipped
from infact.ingest import iris
from infact.ingest.build import build
from infact.ingest.bulk_facts import set_facts
from infact.ingest.derive import derive, find_duplicate_triples
from infact.ingest.document_facts import document_facts
from infact.ingest.read import Reading, read_all
from infact.ingest.records import to_json
from infact.ingest.store import Store

from .data_sets import SUBMISSION, data_set
from .test_build import built, exported
from .test_feed import archive, member

PREFIX = "PREFIX i: <https://w3id.org/infact/ontology#> PREFIX org: <http://www.w3.org/ns/org#> "


def select(store: Path, query: str) -> list[tuple[str, ...]]:
    with Store.open(store, read_only=True) as opened:
        rows = opened.select(PREFIX + query)
        return sorted(tuple(cell.value if cell else "" for cell in row) for row in rows)


def graphs(store: Path) -> list[str]:
    with Store.open(store, read_only=True) as opened:
        return [entry.key for entry in opened.manifest]


def test_a_set_is_one_graph_a_year_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    text = SUBMISSION.replace("02-JAN-2024", "29-DEC-2023")
    path = data_set(tmp_path / "set.zip", {"SUBMISSION.tsv": text})
    report = built(tmp_path / "a.db", path)
    assert (report.documents, report.filings, report.skipped) == (2, 3, ())
    assert [key[:10] for key in graphs(tmp_path / "a.db")] == ["bulk/2023/", "bulk/2024/"]
    built(tmp_path / "b.db", path, workers=2)
    assert exported(tmp_path / "a.db") == exported(tmp_path / "b.db")
    with Store.open(tmp_path / "a.db", read_only=True) as store:
        assert list(find_duplicate_triples(store)) == []
        assert sum(entry.quads for entry in store.manifest) == sum(
            1 for q in store.oxigraph if "/graph/document/" in str(q.graph_name)
        )


def test_facts_of_a_set_are_those_that_its_filings_have_as_documents(tmp_path: Path) -> None:
    path = data_set(tmp_path / "set.zip")
    lines = [json.dumps(_json(found)) for found in read_all([path]) if isinstance(found, Reading)]
    (tmp_path / "lines.jsonl").write_text("\n".join(lines))
    built(tmp_path / "set.db", path)
    built(tmp_path / "lines.db", tmp_path / "lines.jsonl")

    def said(facts: object) -> object:
        filing = facts.filing  # type: ignore[attr-defined]
        named = [(m.role, m.name, m.cik, m.party_type) for m in filing.mentions]
        owners = {m.node: m.cik for m in filing.owners}
        lines = [(s.text, s.capacity, s.days, owners.get(s.owner)) for s in filing.signatures]
        return filing.accession, filing.form, filing.filed, named, filing.titles, lines, facts.latest  # type: ignore[attr-defined]

    with (
        Store.open(tmp_path / "set.db", read_only=True) as one,
        Store.open(tmp_path / "lines.db", read_only=True) as other,
    ):
        (entry,) = one.manifest
        in_set = [said(facts) for facts in set_facts(one.oxigraph, entry.key)]
        as_documents = [said(document_facts(other.oxigraph, e.key)) for e in other.manifest]
    assert len(in_set) == 3
    assert sorted(map(str, in_set)) == sorted(map(str, as_documents))


def _json(reading: Reading) -> object:
    return to_json(reading.record)


def test_a_name_that_comes_again_is_known_from_the_filing_before(tmp_path: Path) -> None:
    built(tmp_path / "set.db", data_set(tmp_path / "set.zip"))
    with Store.open(tmp_path / "set.db", read_only=True) as store:
        (entry,) = store.manifest
        facts = list(set_facts(store.oxigraph, entry.key))
    assert [len(one.known) for one in facts] == [0, 0, 3]
    mentions = {m.node for one in facts if one.filing for m in one.filing.mentions}
    links = select(tmp_path / "set.db", "SELECT ?m { ?l i:linkMention ?m }")
    assert {row[0] for row in links} == mentions
    assert len(links) == len(mentions)


def test_roles_are_memberships_that_name_the_filings_from_which_they_are_known(tmp_path: Path) -> None:
    built(tmp_path / "set.db", data_set(tmp_path / "set.zip"))
    query = """SELECT ?name ?role ?title ?day {
        ?m a org:Membership ; org:member/i:printedName ?name ; i:insiderRole ?r ;
        <http://www.w3.org/ns/prov#wasDerivedFrom>/i:filedOn ?day . OPTIONAL { ?m i:title ?title }
        BIND (REPLACE(STR(?r), "^.*/", "") AS ?role) }"""
    assert select(tmp_path / "set.db", query) == [
        ("DOE JOHN A", "director", "", "2024-03-29"),
        ("DOE JOHN A", "director", "", "2024-03-31"),
        ("DOE JOHN A", "officer", "Treasurer", "2024-03-29"),
        ("HARBOR FUND LP", "ten-percent-owner", "", "2024-01-02"),
        ("ROE JANE", "other", "Founder", "2024-01-02"),
    ]


def test_a_set_is_passed_over_when_the_store_holds_it_and_loaded_once_under_two_names(tmp_path: Path) -> None:
    one = data_set(tmp_path / "a.zip")
    (tmp_path / "b.zip").write_bytes(one.read_bytes())
    report = built(tmp_path / "g.db", tmp_path / "a.zip", tmp_path / "b.zip")
    assert (report.documents, report.filings, len(report.duplicates)) == (1, 3, 1)
    before = exported(tmp_path / "g.db")
    report = built(tmp_path / "g.db", one)
    assert (report.documents, report.unchanged, report.removed) == (0, 1, ())
    assert exported(tmp_path / "g.db") == before


def test_a_set_that_was_corrected_replaces_what_it_said(tmp_path: Path) -> None:
    path = data_set(tmp_path / "set.zip")
    built(tmp_path / "g.db", path)
    data_set(path, {"SUBMISSION.tsv": "\n".join(SUBMISSION.splitlines()[:-1])})
    report = built(tmp_path / "g.db", path)
    assert (report.documents, report.filings, len(report.removed)) == (1, 2, 1)
    built(tmp_path / "new.db", path)
    assert exported(tmp_path / "g.db") == exported(tmp_path / "new.db")


def test_an_interrupted_set_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = data_set(tmp_path / "set.zip")
    with monkeypatch.context() as patch:
        patch.setattr("infact.ingest.bulk_load.SetLoader.finish", lambda self: self._flush())
        with Store.open(tmp_path / "g.db", create=True) as store:
            build([path], store, workers=1)
    report = built(tmp_path / "g.db", path)
    assert report.documents == 1
    built(tmp_path / "new.db", path)
    assert exported(tmp_path / "g.db") == exported(tmp_path / "new.db")


def test_a_filing_that_came_four_ways_is_one_and_the_richest_source_describes_it(tmp_path: Path) -> None:
    feed = archive(tmp_path, ("a.nc", member(1)))
    bare = tmp_path / "000000000124000001" / "form4.xml"  # as a folder of EDGAR names it
    bare.parent.mkdir()
    bare.write_text(
        "<ownershipDocument><documentType>4</documentType>"
        "<issuer><issuerCik>7</issuerCik><issuerName>Acme Ferries Inc</issuerName></issuer></ownershipDocument>"
    )
    lines = tmp_path / "lines.jsonl"
    filing = {"accession": "0000000001-24-000001", "form": "4", "filed": "2024-03-29", "owners": [], "signatures": []}
    lines.write_text(
        json.dumps({"document": "x.txt", "filing": {**filing, "period": None, "issuer": None}, "instruments": []})
    )
    report = built(tmp_path / "g.db", feed, data_set(tmp_path / "set.zip"), lines, bare)
    assert report.skipped == ()
    described = select(
        tmp_path / "g.db",
        "SELECT ?a ?d ?p { ?f i:accessionNumber ?a ; i:describedBy ?d ; i:preferredDescription ?p }",
    )
    mine = [(d, p) for a, d, p in described if a == "0000000001-24-000001"]
    assert len(mine) == 4
    assert {p for _, p in mine} == {f"{iris.document('0000000001-24-000001/feed')}/filing"}
    assert len({a for a, _, _ in described}) == 3
    verdicts = select(
        tmp_path / "g.db",
        'SELECT ?v { ?v i:auditedFiling/i:accessionNumber "0000000001-24-000001" }',
    )
    assert len(verdicts) == 1


def test_a_set_that_cannot_be_read_costs_no_other_and_drops_nothing(tmp_path: Path) -> None:
    path = data_set(tmp_path / "set.zip")
    built(tmp_path / "g.db", path)
    path.write_bytes(path.read_bytes()[:300])
    report = built(tmp_path / "g.db", path, data_set(tmp_path / "other.zip", {"SUBMISSION.tsv": SUBMISSION + "\n"}))
    assert [type(one) for one in report.skipped] == [Skipped]
    assert report.removed == ()
    assert len(graphs(tmp_path / "g.db")) == 2


def test_deriving_again_gives_the_same_bytes(tmp_path: Path) -> None:
    built(tmp_path / "g.db", data_set(tmp_path / "set.zip"), archive(tmp_path, ("a.nc", member(1))))
    before = exported(tmp_path / "g.db")
    with Store.open(tmp_path / "g.db") as store:
        derive(store)
    assert exported(tmp_path / "g.db") == before
