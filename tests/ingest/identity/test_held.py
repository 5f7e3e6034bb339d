"""Resolving again reads new documents only and writes differences only; the graph is as without anything kept."""

from __future__ import annotations

import io
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from infact.ingest import held, kept
from infact.ingest.behind import Behind
from infact.ingest.build import build
from infact.ingest.derive import derive
from infact.ingest.differences import Bringing
from infact.ingest.identity.decisions import Decision, Side
from infact.ingest.resolve import resolve
from infact.ingest.statements import Statements
from infact.ingest.store import Store

from ..test_resolve import instrument

PEOPLE = (
    "Ann Lee", "Ann B. Lee", "A. Lee", "LEE ANN B", "Bo Park", "Robert Park", "Bob Park", "Cy Dunn", "Cy Dunn, Jr.",
    "Dee Fox", "Dee Fox-Gray", "Acme Holdings",
)  # fmt: skip
ISSUERS = ("Acme Ferries, Inc.", "ACME FERRIES INC", "Acme Ferries", "Zephyr Lines Corp.", "Zephyr Lines II, L.P.")
FIRMS = ("Thackeray & Pell LLP", "Thackeray, Pell & Hobart LLP", "Thackeray Pell", None)
CIKS = (None, None, "0000000011", "0000000012")


def documents() -> st.SearchStrategy[dict[int, dict[str, Any]]]:
    people, issuers, firms, ciks = (st.sampled_from(pool) for pool in (PEOPLE, ISSUERS, FIRMS, CIKS))
    one = st.builds(
        lambda principal, attorneys, issuer, firm, cik, issuer_cik: {
            "instruments": [instrument(principal, *attorneys, issuer=issuer, firm=firm)],
            **({"cik": cik} if cik else {}),
            **({"issuer_cik": issuer_cik} if issuer_cik else {}),
        },
        people, st.lists(people, min_size=1, max_size=3, unique=True), issuers, firms, ciks, ciks,
    )  # fmt: skip
    return st.dictionaries(st.integers(0, 9), one, min_size=1, max_size=6)


def put(path: Path, lines: dict[int, dict[str, Any]], decisions: list[Decision] | None = None) -> None:
    """Make a store hold these documents and no others, and resolve and derive."""
    source = (path.parent.parent if path.parent.name in {"one", "other"} else path.parent) / "records.jsonl"
    numbered = ({"document": f"{n}.txt", "filing": None, **line} for n, line in sorted(lines.items()))
    source.write_text("".join(json.dumps(line) + "\n" for line in numbered), encoding="utf-8")
    with Store.open(path, create=True) as store:
        assert not build([source], store, workers=1).skipped
        resolve(store, decisions)
        derive(store)


def exported(path: Path) -> bytes:
    out = io.BytesIO()
    with Store.open(path, read_only=True) as store:
        store.export_nquads(out, ordered=True)
    return out.getvalue()


@settings(max_examples=15, phases=(Phase.explicit, Phase.generate))
@given(documents(), documents(), st.booleans())
def test_what_is_kept_changes_no_byte(first: Any, second: Any, decided: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        one, other = Path(name) / "one" / "g.db", Path(name) / "other" / "g.db"
        one.parent.mkdir()
        put(one, first)
        shutil.copytree(one.parent, other.parent)
        shutil.rmtree(other / "kept")
        both = {**first, **second}
        decisions = [Decision("different", Side("0.txt", "Ann Lee"), Side("1.txt", "Ann Lee"))] if decided else None
        for path in (one, other):
            put(path, both, decisions)
        assert exported(one) == exported(other)


def test_only_what_differs_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = {
        n: {"instruments": [instrument(f"Cy Dunn{n}", "Ann Lee", issuer=f"Issuer{n} Corp.")]} for n in range(1000, 1020)
    }
    put(tmp_path / "g.db", lines)
    written: list[tuple[bytes, bytes]] = []
    monkeypatch.setattr(Store, "change", lambda self, gone, come: written.append((gone, come)))
    more = {2000: {"instruments": [instrument("Una Mott", "Eve Gray", issuer="New Corp.")]}}
    put(tmp_path / "g.db", {**lines, **more})
    gone, come = written[0]
    assert len(gone.splitlines()) == 1  # what the graph says of its own making
    assert b"Una Mott" in come
    assert b"Cy Dunn" not in come


def test_lines_that_differ_are_found(tmp_path: Path) -> None:
    graph = "https://example.org/graph"

    def said(number: int) -> Statements:
        out = Statements(graph)
        out.add(f"<x:{number}>", "<x:p>", f'"{number}"')
        return out

    with Store.open(tmp_path / "g.db", create=True) as store:
        store.kept.mkdir()
        for numbers in (range(40), (*range(3, 40), 3, 50), range(100, 120), (), range(2)):
            with Behind() as behind:
                bringing = Bringing(store, graph, "test", behind)
                assert sum(bringing.write(said(number)) for number in numbers) == len(tuple(numbers))
                bringing.finish()
            found = {quad.object.value for quad in store.oxigraph}
            assert found == {str(n) for n in numbers}


def test_what_was_kept_by_other_code_or_is_damaged_counts_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "g.db"
    put(path, {0: {"instruments": [instrument("Cy Dunn", "Ann Lee")]}})
    before = exported(path)
    for damage in (b"", b"\x80\x05cos\nsystem\n(S'x'\ntR.", (path / "kept" / "identity").read_bytes()[:100]):
        (path / "kept" / "identity").write_bytes(damage)
        assert held.load(path / "kept", "x") is None
        with Store.open(path) as store:
            resolve(store)
        assert exported(path) == before
    monkeypatch.setattr(kept, "code", lambda: "other")
    with Store.open(path) as store:
        resolve(store)
    assert exported(path) == before


def test_a_kept_file_runs_no_code(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"cos\nsystem\n(S'true'\ntR.")
    with file.open("rb") as opened, pytest.raises(kept.KeptError):
        kept.read(opened)
