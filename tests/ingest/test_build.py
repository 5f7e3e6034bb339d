"""Building a graph: the same input gives the same bytes, and what is gone from the sources is gone from the graph."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from infact.common.errors import StoreError
from infact.ingest import iris
from infact.ingest import store as store_module
from infact.ingest.build import BuildReport, build
from infact.ingest.derive import derive, find_duplicate_triples
from infact.ingest.resolve import resolve
from infact.ingest.store import Store

POWER = """POWER OF ATTORNEY

The undersigned hereby appoints {attorney} as the undersigned's attorney-in-fact to sign and file Forms 3, 4 and 5
concerning securities of {issuer}.

Dated: May 3, 2011

/s/ {principal}
{principal}
"""


def write(
    folder: Path, name: str, attorney: str = "Ann Lee", principal: str = "Cy Dunn", issuer: str = "Acme Ferries, Inc."
) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(POWER.format(attorney=attorney, principal=principal, issuer=issuer), encoding="utf-8")
    return path


def built(store: Path, *paths: Path, workers: int = 1) -> BuildReport:
    with Store.open(store, create=True) as opened:
        report = build(paths, opened, workers=workers)
        derive(opened)
    return report


def exported(store: Path) -> bytes:
    with Store.open(store, read_only=True) as opened:
        out = io.BytesIO()
        opened.export_nquads(out, ordered=True)
    return out.getvalue()


def labels(store: Path) -> set[str]:
    query = "SELECT ?l { ?x <http://www.w3.org/2000/01/rdf-schema#label> ?l . ?m <%srefersTo> ?x }"
    with Store.open(store, read_only=True) as opened:
        return {row[0].value for row in opened.select(query % "https://w3id.org/infact/ontology#")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "in", "a.txt")
    write(tmp_path / "in", "b.txt", "Bo Park", "Dee Fox")
    write(tmp_path / "in", "c.txt", "Ann Lee", "Eve Stone", "Zephyr Lines Corp.")
    return tmp_path / "in"


def test_two_builds_and_a_rebuild_give_the_same_bytes(folder: Path, bundled: Path, tmp_path: Path) -> None:
    sources = [folder, bundled / "dev", bundled / "facts" / "powers.jsonl"]
    built(tmp_path / "one.db", *sources, workers=2)
    built(tmp_path / "two.db", *reversed(sources))
    first = exported(tmp_path / "one.db")
    assert first == exported(tmp_path / "two.db")
    again = built(tmp_path / "one.db", *sources)
    assert again.documents == 0
    assert again.unchanged > 200
    assert first == exported(tmp_path / "one.db")


def test_no_triple_stands_in_two_graphs(folder: Path, bundled: Path, tmp_path: Path) -> None:
    built(tmp_path / "g.db", folder, bundled / "dev", bundled / "facts" / "powers.jsonl", workers=2)
    with Store.open(tmp_path / "g.db") as store:
        assert list(find_duplicate_triples(store)) == []
        line = next(line for line in exported(tmp_path / "g.db").splitlines() if b"/graph/relations>" in line)
        store.bulk_load(line.replace(b"/graph/relations>", b"/graph/identity>") + b"\n")
        ((triple, graphs),) = find_duplicate_triples(store)
    assert line.startswith(triple)
    assert graphs == (iris.IDENTITY, iris.RELATIONS)


def test_a_changed_document_replaces_what_it_said(folder: Path, tmp_path: Path) -> None:
    built(tmp_path / "g.db", folder)
    write(folder, "a.txt", "Gus Hale", "Cy Dunn")
    report = built(tmp_path / "g.db", folder)
    assert (report.documents, report.unchanged, len(report.removed)) == (1, 2, 1)
    assert {"Gus Hale", "Cy Dunn"} <= labels(tmp_path / "g.db")
    with Store.open(tmp_path / "g.db") as store:
        resolve(store, fresh=True)  # parties keep their IRIs otherwise, though a new build would name them anew
        derive(store)
    fresh = tmp_path / "fresh.db"
    built(fresh, folder)
    assert exported(fresh) == exported(tmp_path / "g.db")


def test_a_removed_document_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    built(tmp_path / "g.db", folder)
    with Store.open(tmp_path / "g.db") as store:
        store.remove_document("b.txt")
        derive(store)
    assert not {"Bo Park", "Dee Fox"} & labels(tmp_path / "g.db")
    (folder / "b.txt").unlink()
    built(tmp_path / "fresh.db", folder)
    assert exported(tmp_path / "fresh.db") == exported(tmp_path / "g.db")


def test_what_cannot_be_read_costs_no_other(folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\xff\xd8\xff\xe0 a JPEG")
    (folder / "cut.txt").write_text("<SEC-DOCUMENT>0000000001-11-000001.txt\n<DOCUMENT>\n<TYPE>EX-24\n<TEXT>\nPOWER")
    report = built(tmp_path / "g.db", folder)
    assert report.documents == 3
    reasons = {Path(s.source).name: s.reason for s in report.skipped}
    assert reasons.keys() == {"empty.txt", "picture.txt", "cut.txt"}
    assert "empty" in reasons["empty.txt"]
    assert "JPEG" in reasons["picture.txt"]
    assert "cut off" in reasons["cut.txt"]


def test_the_same_bytes_under_two_names_are_one_document(folder: Path, tmp_path: Path) -> None:
    write(folder, "z.txt")
    report = built(tmp_path / "g.db", folder)
    assert (report.documents, len(report.duplicates)) == (3, 1)


def test_a_record_line_says_what_its_document_says(folder: Path, tmp_path: Path) -> None:
    """The relations are the same whether a text was read here or came as a line that was read elsewhere."""
    from infact.ingest.read import Reading, read_all
    from infact.ingest.records import dumps

    readings = [r for r in read_all([folder], workers=1) if isinstance(r, Reading)]
    lines = tmp_path / "records.jsonl"
    lines.write_text("".join(dumps(reading.record) + "\n" for reading in readings), encoding="utf-8")
    built(tmp_path / "texts.db", folder)
    built(tmp_path / "lines.db", lines)

    def relations(store: Path) -> Sequence[bytes]:
        wanted = (b"relationAttorney", b"relationPrincipal", b"relationIssuer", b"signsFor", b"firstDate")
        return [line for line in exported(store).splitlines() if any(b"#%s>" % name in line for name in wanted)]

    assert relations(tmp_path / "texts.db") == relations(tmp_path / "lines.db")
    assert len(relations(tmp_path / "lines.db")) > 10


def test_readers_see_the_last_state_while_a_build_runs(folder: Path, tmp_path: Path) -> None:
    built(tmp_path / "g.db", folder / "a.txt")
    before = exported(tmp_path / "g.db")
    with Store.open(tmp_path / "g.db") as writer:
        build([folder], writer, workers=1)
        assert exported(tmp_path / "g.db") == before
        with pytest.raises(StoreError, match="writ"):
            Store.open(tmp_path / "g.db")
    assert exported(tmp_path / "g.db") != before


def test_putting_files_in_order_changes_nothing_that_anybody_sees(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(tmp_path / "plain.db", folder)
    ordered: list[Path] = []

    def sized(path: Path) -> int:
        ordered.append(path)
        return 0

    monkeypatch.setattr(store_module, "_MUCH", 0)
    monkeypatch.setattr(store_module, "_size", sized)
    built(tmp_path / "g.db", folder / "a.txt")
    with Store.open(tmp_path / "g.db", read_only=True) as reader:
        before = len(reader.oxigraph)
        built(tmp_path / "g.db", folder)
        assert len(reader.oxigraph) == before
    assert len(ordered) == 2
    assert exported(tmp_path / "g.db") == exported(tmp_path / "plain.db")


def test_a_store_of_another_schema_is_refused(folder: Path, tmp_path: Path) -> None:
    built(tmp_path / "g.db", folder)
    state = tmp_path / "g.db" / "store.json"
    state.write_text(json.dumps({**json.loads(state.read_text()), "schema": 99}))
    for read_only in (True, False):
        with pytest.raises(StoreError, match="99"):
            Store.open(tmp_path / "g.db", read_only=read_only)
