"""A form that documents name and the code list lacks has its notation in the vocabulary, as long as one names it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from infact.ingest import iris
from infact.ingest.build import build
from infact.ingest.derive import derive
from infact.ingest.store import Store
from infact.queries.audit import audit
from infact.queries.catalogue import ask
from infact.queries.engines import StoreEngine

POWER = {
    "document": "power.txt",
    "filing": None,
    "instruments": [
        {
            "kind": "power-of-attorney",
            "principals": [{"name": "Ann Principal", "type": "person"}],
            "attorneys": [{"name": "Bob Attorney", "type": "person"}],
            "issuers": ["Example Corp."],
            "law_firms": [],
            "forms": ["4", "14G"],
            "powers": ["execute-forms"],
            "authority": None,
            "substitution": False,
            "executed": "2020-02-03",
            "expires": None,
            "term": "until-revoked",
            "revokes_prior": False,
            "governing_law": None,
            "signatories": ["Ann Principal"],
            "witnesses": [],
            "scope": "section16",
            "refers_to": [{"kind": "keeps", "forms": ["N-SAR/B"]}],
        }
    ],
}
FILING = {
    "document": "filing.txt",
    "filing": {
        "accession": "0000000001-20-000001",
        "form": "SC 14F1/A",
        "filed": "2020-03-02",
        "period": "2020-03-01",
        "issuer": {"cik": "0000000002", "name": "Example Corp."},
        "owners": [{"cik": "0000000003", "name": "PRINCIPAL CY", "roles": ["director"], "title": None}],
        "signatures": [
            {
                "text": "/s/ Dee Other, attorney-in-fact for Cy Principal",
                "signer": "Dee Other",
                "signed_for": ["Cy Principal"],
                "capacity": "attorney-in-fact",
                "date": "2020-03-02",
                "owner_cik": "0000000003",
                "match": "single",
                "confidence": 0.9,
            }
        ],
    },
    "instruments": [],
}


def make(store: Path, *records: dict[str, Any]) -> None:
    lines = store.with_suffix(".jsonl")
    lines.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    with Store.open(store, create=True) as held:
        assert build([lines], held, workers=1).skipped == ()
        derive(held)


def concepts(store: Store) -> dict[str, str]:
    """Concepts of the list of forms that no release has, by IRI, with their notations."""
    found = store.select(
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
        f"SELECT ?c ?n WHERE {{ GRAPH <{iris.VOCABULARY}> {{ ?c a skos:Concept ; skos:notation ?n ; "
        "skos:prefLabel ?label ; skos:definition ?is ; skos:inScheme <https://w3id.org/infact/scheme/form> "
        'FILTER (CONTAINS(?is, "this corpus")) } }'
    )
    return {row["c"].value.rpartition("/")[2]: row["n"].value for row in found}


def test_every_form_that_is_named_and_not_listed_has_a_notation(tmp_path: Path) -> None:
    make(tmp_path / "store", POWER, FILING)
    with Store.open(tmp_path / "store") as store:
        assert concepts(store) == {"14G": "14G", "N-SAR%2FB": "N-SAR/B", "SC%2014F1": "SC 14F1"}
        before = sorted(map(str, store.oxigraph))
        build([tmp_path / "store.jsonl"], store, workers=1)
        assert sorted(map(str, store.oxigraph)) == before, "a build leaves them until the next derivation"
        derive(store)
        assert sorted(map(str, store.oxigraph)) == before
        store.remove_document("power.txt")
        derive(store)
        assert concepts(store) == {"SC%2014F1": "SC 14F1"}
        store.remove_document("filing.txt")
        derive(store)
        assert concepts(store) == {}
        assert store.holds(iris.VOCABULARY)


def test_such_forms_stand_in_answers(tmp_path: Path) -> None:
    make(tmp_path / "store", POWER, FILING)
    with Store.open(tmp_path / "store", read_only=True) as store:
        engine = StoreEngine(store.oxigraph)
        forms = [row[-5] for row in ask(engine, "who-may-sign", person="Ann Principal").rows]
        assert forms == ["14G | 4"]
        assert [row[1] for row in ask(engine, "signed-without-earlier-power").rows] == ["SC 14F1"]
        assert {row.form for row in audit(engine).rows} == {"SC 14F1/A"}
