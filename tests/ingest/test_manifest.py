"""The manifest gives what was put, sorted by key, whatever was put, forgotten or cut off before."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.common.errors import StoreError
from infact.ingest.manifest import Entry, Manifest


def entry(key: str, name: str = "a.txt") -> Entry:
    return Entry(key, "/é/a.txt", name, "0" * 64, 1, 2, 3, "0", "1" * 64)


def lines(entries: Iterable[Entry]) -> str:
    return "".join(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in entries)


@given(
    st.lists(st.tuples(st.sampled_from("abcdé€"), st.sampled_from(["x", "y", None]), st.booleans()), max_size=30),
)
def test_whatever_is_done_it_holds_what_a_dictionary_would(
    tmp_path_factory: pytest.TempPathFactory, done: list[tuple[str, str | None, bool]]
) -> None:
    """Each step puts an entry or forgets it; some are followed by closing it, or by a writer that does not close it."""
    path = tmp_path_factory.mktemp("store") / "manifest.jsonl"
    held: dict[str, Entry] = {}
    manifest = Manifest(path, writing=True)
    for number, (key, name, again) in enumerate(done):
        if name is None:
            manifest.forget(key)
            held.pop(key, None)
        else:
            held[key] = entry(key, name)
            manifest.put(held[key])
        if again:
            if number % 2:
                manifest.close()
            manifest = Manifest(path, writing=True)
        assert list(manifest) == [held[key] for key in sorted(held)]
        assert len(manifest) == len(held)
        assert [manifest.get(key) for key in "abcdé€f"] == [held.get(key) for key in "abcdé€f"]
    manifest.close()
    assert path.read_text("utf-8") == lines(held[key] for key in sorted(held))


def test_a_line_that_was_cut_off_counts_as_not_there(tmp_path: Path) -> None:
    path = tmp_path / "manifest.jsonl"
    whole = lines([entry("a"), entry("b")])
    path.write_text(whole + lines([entry("c")])[:-20], "utf-8")
    assert [one.key for one in Manifest(path, writing=False)] == ["a", "b"]
    assert path.read_text("utf-8") == whole


def test_a_damaged_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "manifest.jsonl"
    path.write_text(lines([entry("a")]) + "junk\n" + lines([entry("b")]), "utf-8")
    with pytest.raises(StoreError, match=r"the manifest is damaged.*build the store again") as caught:
        Manifest(path, writing=True)
    assert "line 2" in str(caught.value)


def test_a_document_of_the_file_takes_eight_bytes_of_memory(tmp_path: Path) -> None:
    path, count = tmp_path / "manifest.jsonl", 5_000
    path.write_text(lines(entry(f"{number:06d}") for number in range(count)), "utf-8")
    tracemalloc.start()
    try:
        manifest = Manifest(path, writing=True)
        assert sum(1 for _ in manifest) == len(manifest) == count
        held, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert held < count * 8 + 50_000
    assert peak < count * 8 + 100_000
    manifest.close()
