"""Identity by rule: what joins two mentions, what keeps them apart, and what is derived from that."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.ingest.build import build
from infact.ingest.derive import derive
from infact.ingest.folding import fold_organization, fold_person
from infact.ingest.store import Store

ACME, ZEPHYR = "Acme Ferries, Inc.", "Zephyr Lines Corp."
INFACT = "https://w3id.org/infact/ontology#"


def instrument(
    principal: str, *attorneys: str, issuer: str | None = ACME, firm: str | None = None, **more: Any
) -> dict[str, Any]:
    return {
        "kind": "power-of-attorney", "scope": "section16",
        "principals": [{"name": principal, "type": "person"}],
        "attorneys": [{"name": name, "type": "person", "affiliation": firm} for name in attorneys],
        "issuers": [issuer] if issuer else [], "law_firms": [], "forms": ["3", "4", "5"], "powers": ["execute-forms"],
        "authority": None, "substitution": False, "executed": "2011-05-03", "expires": None, "term": None,
        "revokes_prior": False, "governing_law": None, "signatories": [principal], "witnesses": [], **more,
    }  # fmt: skip


class Graph:
    """A store made of record lines, and what is asked of it here."""

    def __init__(self, folder: Path, *lines: dict[str, Any]) -> None:
        source = folder / "records.jsonl"
        numbered = ({"document": f"{n}.txt", "filing": None, **line} for n, line in enumerate(lines))
        source.write_text("".join(json.dumps(line) + "\n" for line in numbered), encoding="utf-8")
        self.path = folder / "g.db"
        with Store.open(self.path, create=True) as store:
            report = build([source], store, workers=1)
            assert not report.skipped, report.skipped
            derive(store)

    def rows(self, query: str) -> list[tuple[str | None, ...]]:
        with Store.open(self.path, read_only=True) as store:
            found = store.select(f"PREFIX i: <{INFACT}> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> {query}")
            return sorted(tuple(None if v is None else v.value for v in row) for row in found)

    def entities(self, name: str) -> set[str | None]:
        return {row[0] for row in self.rows(f'SELECT ?e {{ ?m i:printedName "{name}" ; i:refersTo ?e }}')}


def test_one_name_about_one_issuer_is_one_person(tmp_path: Path) -> None:
    lines = [{"instruments": [instrument(p, "Ann Lee")]} for p in ("Cy Dunn", "Dee Fox")]
    assert len(Graph(tmp_path, *lines).entities("Ann Lee")) == 1


def test_one_name_about_two_issuers_is_two_persons(tmp_path: Path) -> None:
    lines = [{"instruments": [instrument(p, "Ann Lee", issuer=i)]} for p, i in (("Cy Dunn", ACME), ("Dee Fox", ZEPHYR))]
    assert len(Graph(tmp_path, *lines).entities("Ann Lee")) == 2


def test_one_name_in_one_firm_is_one_person(tmp_path: Path) -> None:
    lines = [
        {"instruments": [instrument(p, "Ann Lee", issuer=i, firm="Thackeray & Pell LLP")]}
        for p, i in (("Cy Dunn", ACME), ("Dee Fox", ZEPHYR))
    ]
    assert len(Graph(tmp_path, *lines).entities("Ann Lee")) == 1


def test_a_principal_who_is_the_filing_s_owner_gets_its_cik(tmp_path: Path) -> None:
    filing = {
        "accession": "0000000001-11-000001", "form": "4", "filed": "2011-05-04", "period": "2011-05-03",
        "issuer": {"cik": "0000000007", "name": "ACME FERRIES INC"},
        "owners": [{"cik": "0000000011", "name": "DUNN CY", "roles": ["director"], "title": None}], "signatures": [],
    }  # fmt: skip
    graph = Graph(tmp_path, {"filing": filing, "instruments": [instrument("Cy Dunn", "Ann Lee")]})
    assert graph.entities("Cy Dunn") == {"https://w3id.org/infact/id/person/cik-0000000011"}
    assert graph.entities(ACME) == {"https://w3id.org/infact/id/organization/cik-0000000007"}
    methods = graph.rows('SELECT ?method { ?m i:printedName "Cy Dunn" . ?l i:linkMention ?m ; i:linkMethod ?method }')
    assert {method.rpartition("/")[2] for (method,) in methods if method} == {"exhibit-of-filing"}


def test_a_former_name_in_a_filing_s_header_joins(tmp_path: Path) -> None:
    filing = {
        "accession": "0000000001-11-000001", "form": "4", "filed": "2011-05-04", "period": "2011-05-03",
        "issuer": {"cik": "0000000007", "name": "ACME FERRIES INC", "former_names": ["QUAYSIDE BARGE CO"]},
        "owners": [{"cik": "0000000011", "name": "DUNN CY", "roles": ["director"], "title": None}], "signatures": [],
    }  # fmt: skip
    old = {"instruments": [instrument("Dee Fox", "Ann Lee", issuer="Quayside Barge Company")]}
    other = {"instruments": [instrument("Eve Gray", "Una Mott", issuer="Quayside Towing Company")]}
    graph = Graph(tmp_path, {"filing": filing, "instruments": []}, old, other)
    acme = {"https://w3id.org/infact/id/organization/cik-0000000007"}
    assert graph.entities("Quayside Barge Company") == graph.entities("ACME FERRIES INC") == acme
    assert graph.entities("Quayside Towing Company") != acme


def test_two_ciks_are_never_one(tmp_path: Path) -> None:
    lines = [{"cik": cik, "instruments": [instrument("Cy Dunn", "Ann Lee")]} for cik in ("0000000011", "0000000012")]
    graph = Graph(tmp_path, *lines)
    persons = {e for e in graph.entities("Cy Dunn") if e and "/cik-" in e}
    assert {p.rpartition("-")[2] for p in persons} == {"0000000011", "0000000012"}


def test_relations_have_their_dates_and_end_with_a_revocation(tmp_path: Path) -> None:
    ended = instrument("Cy Dunn", "Ann Lee", kind="revocation", executed="2013-02-01", powers=[], revokes_prior=True)
    graph = Graph(
        tmp_path,
        {"instruments": [instrument("Cy Dunn", "Ann Lee", "Bo Park")]},
        {"instruments": [instrument("Cy Dunn", "Ann Lee", executed="2012-01-01")]},
        {"instruments": [ended]},
    )
    rows = graph.rows(
        "SELECT ?a ?first ?last ?until ?n { ?r i:relationAttorney/rdfs:label ?a ; i:firstDate ?first ;"
        " i:lastDate ?last ; i:instrumentCount ?n . OPTIONAL { ?r i:liveUntil ?until } }"
    )
    assert rows == [
        ("Ann Lee", "2011-05-03", "2012-01-01", "2013-02-01", "2"),
        ("Bo Park", "2011-05-03", "2011-05-03", None, "1"),
    ]
    edges = graph.rows("SELECT ?a ?p { ?x i:signsFor ?y . ?x rdfs:label ?a . ?y rdfs:label ?p }")
    assert edges == [("Ann Lee", "Cy Dunn"), ("Bo Park", "Cy Dunn")]


@pytest.mark.parametrize(
    ("says", "until"),
    [
        ([], {"Ann Lee": "2013-02-01", "Bo Park": "2013-02-01"}),
        ([{"kind": "keeps", "attorneys": ["Bo Park"]}], {"Ann Lee": "2013-02-01", "Bo Park": None}),
        ([{"kind": "revokes", "executed": "2009-01-01"}], {"Ann Lee": None, "Bo Park": None}),
        ([{"kind": "revokes", "attorneys": ["Ann Lee"]}], {"Ann Lee": "2013-02-01", "Bo Park": None}),
        ([{"kind": "supersedes", "ended": "2013-06-30"}], {"Ann Lee": "2013-06-30", "Bo Park": "2013-06-30"}),
        ([{"kind": "revokes", "forms": ["144"]}], {"Ann Lee": None, "Bo Park": None}),
    ],
)
def test_a_later_power_ends_what_it_says_to_mean(tmp_path: Path, says: list[object], until: dict[str, str]) -> None:
    later = instrument("Cy Dunn", "Dee Fox", executed="2013-02-01", revokes_prior=True, refers_to=says)
    graph = Graph(tmp_path, {"instruments": [instrument("Cy Dunn", "Ann Lee", "Bo Park")]}, {"instruments": [later]})
    rows = graph.rows("SELECT ?a ?until { ?r i:relationAttorney/rdfs:label ?a OPTIONAL { ?r i:liveUntil ?until } }")
    assert {row[0]: row[1] for row in rows} == until | {"Dee Fox": None}


def test_a_month_counts_from_its_first_to_its_last_day(tmp_path: Path) -> None:
    graph = Graph(tmp_path, {"instruments": [instrument("Cy Dunn", "Ann Lee", executed="2012-02")]})
    assert graph.rows("SELECT ?f ?l { ?r a i:Relation ; i:firstDate ?f ; i:lastDate ?l }") == [
        ("2012-02-01", "2012-02-29")
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Acme Ferries, Inc.", "ACME FERRIES INC", True),
        ("The Acme Company", "Acme Co.", True),
        ("Bell & Howell Corporation", "BELL AND HOWELL CORP /DE/", True),
        ("Quay Fund III, L.P.", "Quay Fund III LP", True),
        ("Acme Ferries, Inc.", "Acme Ferries Corp.", False),
        ("Quay Fund III, L.P.", "Quay Fund II, L.P.", False),
    ],
)
def test_organizations_fold(one: str, other: str, same: bool) -> None:
    assert (fold_organization(one) == fold_organization(other)) is same


@given(st.text(max_size=40))
def test_folding_again_changes_nothing(name: str) -> None:
    assert fold_person(fold_person(name)) == fold_person(name)
    assert fold_person(name.upper()) == fold_person(name.upper().lower())
