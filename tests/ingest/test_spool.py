"""Facts that a build notes are those of the graph, and a graph that changed otherwise is read anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from infact.ingest import kept
from infact.ingest import spool as spool_module
from infact.ingest.build import build
from infact.ingest.bulk_facts import facts_of
from infact.ingest.spool import Spool
from infact.ingest.store import Store

from .data_sets import data_set
from .test_build import write
from .test_feed import archive, member

OWN = Path(__file__).parents[1] / "corpus" / "own"


def unread(*_: object) -> object:
    raise AssertionError("facts were read from the graph")


def by_filing(facts: object) -> str:
    return f"{facts.key} {facts.node}"  # type: ignore[attr-defined]


def test_a_build_notes_the_facts_that_its_graph_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = [
        data_set(tmp_path / "set.zip"),
        archive(tmp_path, ("1.nc", member(1)), ("2.nc", member(2))),
        *sorted(OWN.glob("*.txt"))[:10],
    ]
    with Store.open(tmp_path / "g.db", create=True) as store:
        build(sources, store, workers=1)
        graph = {entry.key: sorted(facts_of(store, entry), key=by_filing) for entry in store.manifest}
        with monkeypatch.context() as patched:
            patched.setattr(spool_module, "facts_of", unread)
            noted = Spool(store)
        assert {entry.key: sorted(noted.of(entry), key=by_filing) for entry in noted.entries} == graph
        assert len(graph) > 10
        build(sources[1:], store, workers=1, rebuild=True)
        build(sources[1:], store, workers=1, rebuild=True)  # by now most of the file is of no use
        with monkeypatch.context() as patched:
            patched.setattr(spool_module, "facts_of", unread)
            noted = Spool(store)
        assert {entry.key: sorted(noted.of(entry), key=by_filing) for entry in noted.entries} == graph


def test_a_graph_that_changed_is_read_anew_and_one_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    with Store.open(tmp_path / "g.db", create=True) as store:
        build([write(tmp_path, "a.txt"), write(tmp_path, "b.txt", "Bo Park")], store, workers=1)
        one, other = store.manifest
        store.remove_document(one.key)
        lines = b"".join(f"{quad} .\n".encode() for quad in store.oxigraph if other.key in str(quad.graph_name))
        store.replace_documents(
            [(other, lines.replace(b'"Bo Park"', b'"Ann Lee"').replace(b'"Ann Lee"', b'"Eve Gray"'))]
        )
        assert store.forgotten.keys() == {one.key, other.key}
        (facts,) = Spool(store)
        assert [a.mention.name for a in facts.instruments[0].attorneys] == ["Eve Gray"]
        assert not store.forgotten.keys()


def test_a_build_that_breaks_off_leaves_facts_that_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(tmp_path / "g.db", create=True) as store:
        build([write(tmp_path, "a.txt")], store, workers=1)
        monkeypatch.setattr(spool_module.Noting, "finish", unread)
        with pytest.raises(AssertionError):
            build([write(tmp_path, "b.txt", "Bo Park")], store, workers=1)
        assert [list(Spool(store).of(e)) for e in store.manifest] == [list(facts_of(store, e)) for e in store.manifest]


def test_facts_noted_by_other_code_are_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(tmp_path / "g.db", create=True) as store:
        build([write(tmp_path, "a.txt")], store, workers=1)
        monkeypatch.setattr(kept, "code", lambda: "other")
        monkeypatch.setattr(spool_module, "facts_of", lambda *_: iter(()))
        assert list(Spool(store)) == []
