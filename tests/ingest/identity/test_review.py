"""What a reviewer decides holds: in the identity graph, in relations and in answers; and IRIs stay where they can."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from infact.cli.review import ask
from infact.ingest.build import build
from infact.ingest.derive import derive, find_duplicate_triples
from infact.ingest.identity.decisions import Decision, DecisionError, Side, load, merged, parse
from infact.ingest.identity.doubts import doubts
from infact.ingest.identity.why import explain
from infact.ingest.resolve import layers_of, mentions_of, previous, resolve
from infact.ingest.store import Store
from infact.queries.catalogue import ask as ask_question
from infact.queries.engines import StoreEngine

from ..test_resolve import ACME, ZEPHYR, instrument


def built(folder: Path, *lines: dict[str, Any], name: str = "g.db") -> Path:
    source = folder / "records.jsonl"
    numbered = ({"document": f"{n}.txt", "filing": None, **line} for n, line in enumerate(lines))
    source.write_text("".join(json.dumps(line) + "\n" for line in numbered), encoding="utf-8")
    with Store.open(folder / name, create=True) as store:
        assert not build([source], store, workers=1).skipped
        derive(store)
    return folder / name


def parties(path: Path, name: str) -> set[str]:
    with Store.open(path, read_only=True) as store:
        query = (
            f'PREFIX i: <https://w3id.org/infact/ontology#> SELECT ?e {{ ?m i:printedName "{name}" ; i:refersTo ?e }}'
        )
        return {row[0].value for row in store.select(query)}


def exported(path: Path) -> bytes:
    out = io.BytesIO()
    with Store.open(path, read_only=True) as store:
        store.export_nquads(out, ordered=True)
    return out.getvalue()


def insiders(path: Path) -> list[tuple[str, int]]:
    with Store.open(path, read_only=True) as store:
        answer = ask_question(StoreEngine(store.oxigraph), "attorneys-by-insiders", minInsiders=1)
    return sorted((str(row[1]), int(str(row[2]))) for row in answer.rows)


# Two Ann Lees, a lawyer and her namesake, wrongly joined by a firm that both papers name.
WRONG = [
    {"instruments": [instrument("Cy Dunn", "Ann Lee", firm="Thackeray & Pell LLP")]},
    {"instruments": [instrument("Dee Fox", "Ann B. Lee", issuer=ZEPHYR, firm="Thackeray & Pell LLP")]},
]
APART = Decision("different", Side("0.txt", "Ann Lee"), Side("1.txt", "Ann B. Lee"))


def test_a_wrong_merge_is_undone_by_one_decision(tmp_path: Path) -> None:
    path = built(tmp_path, *WRONG)
    assert parties(path, "Ann Lee") == parties(path, "Ann B. Lee")
    assert insiders(path) == [("Ann B. Lee", 2)]
    with Store.open(path) as store:
        report = resolve(store, [APART])
        derive(store)
    assert [move.how for move in report.moved] == ["split"]
    assert not parties(path, "Ann Lee") & parties(path, "Ann B. Lee")
    assert insiders(path) == [("Ann B. Lee", 1), ("Ann Lee", 1)]
    assert b"decisionText" in exported(path)
    with Store.open(path) as store:  # and it stays in force until other decisions are given
        resolve(store)
        assert not parties(path, "Ann Lee") & parties(path, "Ann B. Lee")
        resolve(store, [])
        derive(store)
    assert parties(path, "Ann Lee") == parties(path, "Ann B. Lee")


def test_a_decision_parts_even_the_same_name_about_one_issuer(tmp_path: Path) -> None:
    path = built(tmp_path, *({"instruments": [instrument(p, "Ann Lee")]} for p in ("Cy Dunn", "Dee Fox")))
    with Store.open(path) as store:
        resolve(store, [Decision("different", Side("0.txt", "Ann Lee"), Side("1.txt", "Ann Lee"))])
    assert len(parties(path, "Ann Lee")) == 2


def test_a_decision_joins_what_nothing_else_joins(tmp_path: Path) -> None:
    lines = [{"instruments": [instrument(p, "Ann Lee", issuer=i)]} for p, i in (("Cy Dunn", ACME), ("Dee Fox", ZEPHYR))]
    path = built(tmp_path, *lines)
    assert len(parties(path, "Ann Lee")) == 2
    with Store.open(path) as store:
        resolve(store, [Decision("same", Side("0.txt", "Ann Lee", "attorney"), Side("1.txt", "Ann Lee", "attorney"))])
    assert len(parties(path, "Ann Lee")) == 1


def test_decisions_that_contradict_or_find_nothing_are_reported(tmp_path: Path) -> None:
    path = built(
        tmp_path, *({"cik": c, "instruments": [instrument("Cy Dunn", "Ann Lee")]} for c in ("0000000011", "0000000012"))
    )
    with Store.open(path) as store:
        report = resolve(
            store,
            [
                Decision("same", Side("0.txt", "Cy Dunn"), Side("1.txt", "Cy Dunn")),
                Decision("same", Side("0.txt", "Nobody"), Side("1.txt", "Cy Dunn")),
                APART,
                Decision("same", APART.other, APART.one),
            ],
        )
    text = " / ".join(report.problems)
    assert all(
        words in text for words in ("CIKs differ", "'Nobody' in 0.txt is not found", "once different, then same")
    )


def test_iris_stay_when_documents_come_and_moves_are_told(tmp_path: Path) -> None:
    first = {"instruments": [instrument("Cy Dunn", "Walter Ames")]}
    path = built(tmp_path, first)
    before = parties(path, "Walter Ames")
    # A document whose name would come first, had everything been resolved at once.
    built(tmp_path, first, {"instruments": [instrument("Dee Fox", "W. Ames")]})
    assert parties(path, "Walter Ames") == before == parties(path, "W. Ames")
    with Store.open(path) as store:
        assert resolve(store).moved == ()
        assert [move.iri for move in resolve(store, fresh=True).moved] == list(before)


def test_two_runs_give_the_same_bytes_and_no_triple_twice(tmp_path: Path) -> None:
    one, other = built(tmp_path, *WRONG), built(tmp_path, *WRONG, name="other.db")
    assert exported(one) == exported(other)
    with Store.open(one) as store:
        resolve(store)
        derive(store)
        assert not list(find_duplicate_triples(store))
    assert exported(one) == exported(other)


def test_the_strict_reading_has_only_certain_links(tmp_path: Path) -> None:
    path = built(tmp_path, *WRONG)
    ask_for = "PREFIX i: <https://w3id.org/infact/ontology#> SELECT ?a ?p { ?r i:%s ?a ; i:%s ?p }"
    with Store.open(path, read_only=True) as store:
        loose = {row[0].value for row in store.select(ask_for % ("relationAttorney", "relationPrincipal"))}
        strict = {row[0].value for row in store.select(ask_for % ("strictAttorney", "strictPrincipal"))}
    assert len(loose) == 1
    assert len(strict) == 2
    assert loose < strict


def test_why_gives_the_chain_or_what_is_missing(tmp_path: Path) -> None:
    path = built(tmp_path, *WRONG, {"instruments": [instrument("Eve Gray", "Ann Lee", issuer="Third Corp.")]})
    with Store.open(path, read_only=True) as store:
        one, other, third = ({n for n in previous(store) if n.endswith("attorney/1") and k in n} for k in _keys(store))
        settled, _ = layers_of(store)
        joined, apart = explain(settled, one, other), explain(settled, one, third)
        assert mentions_of(store, next(iter(one))).keys() == one
    assert (joined.merged, joined.strict) == (True, False)
    assert joined.steps[0].method == "similar-name-same-firm"
    assert not apart.merged
    assert "a name alone joins nobody" in apart.steps[0].reason


def _keys(store: Store) -> list[str]:
    return [entry.key for entry in sorted(store.manifest, key=lambda entry: entry.name)]


def test_a_reviewer_s_keys_become_decisions(tmp_path: Path) -> None:
    path = built(tmp_path, *WRONG)
    with Store.open(path, read_only=True) as store:
        settled, names = layers_of(store)
    found = doubts(settled, names)
    shown: list[str] = []
    assert found[0].one.name.startswith("Ann")
    keys = iter("x?ds" + "q")
    made = list(ask(found * 3, lambda: next(keys), shown.append, "R."))
    assert [decision.verdict for decision in made] == ["different", "same"]
    assert "Thackeray & Pell LLP" in shown[0]
    assert not doubts(settled, names, made)
    assert list(ask(found, lambda: "", shown.append)) == []


def test_decisions_are_read_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text(APART.line() + "\n\n" + Decision("unsure", APART.one, APART.other, "R.", "?").line() + "\n")
    assert load(path) == [APART, Decision("unsure", APART.one, APART.other, "R.", "?")]
    assert merged(load(path))[0] == [load(path)[1]]
    for bad in ("{", "[]", '{"decision": "maybe"}', APART.line().replace("different", "maybe")):
        with pytest.raises(DecisionError):
            parse(bad)
    with pytest.raises(DecisionError):
        load(tmp_path / "none.jsonl")
