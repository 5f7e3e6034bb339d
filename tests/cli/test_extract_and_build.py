"""`infact extract`, `build`, `derive`, `remove`: what is good gets through, what is not is listed, nothing is twice."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from infact.cli.explain import page_of
from infact.ingest.read import Reading
from infact.ingest.records import Record

from .conftest import Run

BAD = {
    "empty.txt": b"",
    "photo.txt": b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40,
    "truncated.txt": b"<SEC-DOCUMENT>0000000000-25-000001.txt : 20250102\n<SEC-HEADER>\nFORM TYPE: 4\n",
    "long-line.txt": b"POWER OF ATTORNEY " + b"x" * (50 * 2**20),
    "broken-utf8.txt": b"I, Ren\xc3\xa9e Lef\xc3\xa8vre, appoint Ann \xc3\x28 Lee as attorney \xff\xfe in fact.\n" * 3,
}


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory, bundled: Path) -> Path:
    """A folder with five files that cannot be read, and a good one."""
    folder = tmp_path_factory.mktemp("batch")
    for name, content in BAD.items():
        (folder / name).write_bytes(content)
    good = bundled / "own" / "c01-orvantis-formid.txt"
    (folder / good.name).write_bytes(good.read_bytes())
    return folder


def rows(stdout: str) -> dict[str, str]:
    return dict(list(csv.reader(io.StringIO(stdout, newline="")))[1:])


def test_the_good_document_is_read_and_the_others_are_listed_with_reasons(run: Run, batch: Path) -> None:
    done = run("extract", batch)
    assert done.exit_code == 3
    assert [json.loads(line)["document"] for line in done.stdout.splitlines()] == ["c01-orvantis-formid.txt"]
    assert "5 inputs were skipped:" in done.stderr
    reasons = {Path(line.split(": ")[0].strip()).name: line for line in done.stderr.splitlines() if line[:2] == "  "}
    assert set(reasons) == set(BAD)
    for name, words in {
        "empty.txt": "empty",
        "photo.txt": "JPEG",
        "truncated.txt": "cut off",
        "long-line.txt": "line",
        "broken-utf8.txt": "UTF-8",
    }.items():
        assert words in reasons[name]


def test_a_build_does_likewise(run: Run, batch: Path, tmp_path: Path) -> None:
    store = tmp_path / "infact.db"
    done = run("build", batch, "--store", store, "-f", "csv")
    assert done.exit_code == 3
    assert "5 inputs were skipped:" in done.stderr
    counts = rows(done.stdout)
    assert (counts["documents read"], counts["sources skipped"]) == ("1", "5")
    stats = json.loads(run("stats", "--store", store, "-f", "json").stdout)
    assert stats["corpus"]["documents"] == 1


def test_building_again_changes_nothing(run: Run, bundled: Path, tmp_path: Path) -> None:
    store, sources = tmp_path / "infact.db", (bundled / "own", bundled / "facts" / "powers.jsonl")
    first = run("build", *sources, "--store", store, "-f", "csv")
    assert first.exit_code == 0, first.stderr
    before = run("export", "nquads", "--store", store).stdout
    again = run("build", *sources, "--store", store, "-f", "csv")
    assert rows(again.stdout)["documents unchanged"] == rows(first.stdout)["documents read"]
    assert run("export", "nquads", "--store", store).stdout == before
    rebuilt = run("build", *sources, "--rebuild", "--store", store, "-f", "csv")
    assert rows(rebuilt.stdout)["documents read"] == rows(first.stdout)["documents read"]
    assert run("export", "nquads", "--store", store).stdout == before
    assert run("derive", "--store", store).exit_code == 0
    assert run("export", "nquads", "--store", store).stdout == before


def test_without_derive_there_are_documents_and_no_relations(run: Run, batch: Path, tmp_path: Path) -> None:
    store = tmp_path / "infact.db"
    run("build", batch / "c01-orvantis-formid.txt", "--no-derive", "--store", store)
    graphs = {row["of"] for row in json.loads(run("stats", "--store", store, "-f", "json").stdout)["rows"]}
    assert "relations" not in graphs
    assert run("derive", "--store", store).exit_code == 0
    graphs = {row["of"] for row in json.loads(run("stats", "--store", store, "-f", "json").stdout)["rows"]}
    assert "relations" in graphs


def test_a_document_can_be_removed(run: Run, bundled: Path, tmp_path: Path) -> None:
    one, two = (bundled / "own" / name for name in ("c01-orvantis-formid.txt", "c03-bluff-harbor-llc.txt"))
    both, alone = tmp_path / "both.db", tmp_path / "alone.db"
    run("build", one, two, "--store", both)
    run("build", one, "--store", alone)
    done = run("remove", two.name, "--store", both, "-f", "jsonl")
    assert done.exit_code == 0, done.stderr
    assert json.loads(done.stdout)["removed"].startswith("sha256-")
    assert run("export", "nquads", "--store", both).stdout == run("export", "nquads", "--store", alone).stdout
    assert run("remove", two.name, "--store", both).exit_code == 2


def test_a_path_that_is_not_there_is_an_error(run: Run, tmp_path: Path) -> None:
    for verb in (("extract",), ("build", "--store", str(tmp_path / "infact.db"))):
        done = run(*verb, tmp_path / "none")
        assert done.exit_code == 2
        assert "there is no such file or folder" in done.stderr


def test_a_document_over_the_limit_is_skipped_and_the_limit_is_an_option(run: Run, tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(b"words \n" * 200_000)
    done = run("extract", tmp_path, "--limit", "1")
    assert done.exit_code == 3
    assert "more than the limit of 1,048,576" in done.stderr
    assert run("extract", tmp_path, "--limit", "2").exit_code == 0


def test_records_are_also_a_list_or_a_table(run: Run, bundled: Path, tmp_path: Path) -> None:
    source = bundled / "own" / "c01-orvantis-formid.txt"
    (line,) = run("extract", source).stdout.splitlines()
    assert json.loads(run("extract", source, "-f", "json").stdout) == [json.loads(line)]
    table = list(csv.DictReader(io.StringIO(run("extract", source, "-f", "csv").stdout, newline="")))
    assert [row["document"] for row in table] == [source.name]
    assert run("extract", source, "-f", "xls").exit_code == 2
    out = tmp_path / "records.jsonl"
    assert run("extract", source, "-o", out).stdout == ""
    assert out.read_text("utf-8").splitlines() == [line]


@pytest.mark.corpus
def test_every_field_of_the_real_filings_is_read(run: Run, corpus: Path, tmp_path: Path) -> None:
    import subprocess
    import sys

    out = tmp_path / "real.jsonl"
    assert run("extract", corpus / "real", "-o", out).exit_code == 0
    score = [sys.executable, str(corpus / "score.py"), str(corpus / "real"), str(out), "--min-exact", "1.0", "--json"]
    done = subprocess.run(score, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout)["documents"] == 19


def test_a_reading_is_shown_as_text_and_as_a_page_whose_facts_lead_to_marks(
    run: Run, examples: Path, tmp_path: Path
) -> None:
    document = next(path for path in sorted(examples.rglob("*.txt")) if path.stem.startswith("a01"))
    shown = run("extract", "--explain", str(document)).stdout
    assert "](attorneys[0].name)" in shown
    assert "\x1b" not in shown
    page = tmp_path / "page.html"
    assert run("extract", "--explain", str(document), "-o", str(page)).exit_code == 0
    text = page.read_text("utf-8")
    targets = re.findall(r'href="#([^"]+)"', text)
    assert len(targets) > 10
    assert all(f'id="{target}"' in text for target in targets)


def test_a_folder_is_shown_a_page_a_document_with_a_list_of_them(run: Run, examples: Path, tmp_path: Path) -> None:
    shown = tmp_path / "readings"
    assert run("extract", "--explain", str(examples / "filings"), "-o", f"{shown}/").exit_code in (0, 3)
    linked = re.findall(r'href="([^"#]+)"', (shown / "index.html").read_text("utf-8"))
    assert len(linked) > 10
    assert sorted(linked) == sorted(path.name for path in shown.iterdir() if path.name != "index.html")
    page = (shown / linked[0]).read_text("utf-8")
    assert all(f'id="{target}"' in page for target in re.findall(r'href="#([^"]+)"', page))


def test_a_page_is_written_while_documents_are_read() -> None:
    """A folder needs no more memory than a document: a section is out before the next reading is asked for."""
    asked = []

    def readings() -> Iterator[Reading]:
        for name in ("a.txt", "b.txt"):
            asked.append(name)
            yield Reading(Record(name, None, ()), {}, "", 0, name)

    written = []
    for part in page_of(readings()):
        written.append(part)
        if "a.txt" in part:
            assert asked == ["a.txt"]
    assert "b.txt" in "".join(written)


@pytest.mark.parametrize("verb", ["extract", "build"])
def test_a_pipe_is_skipped_and_not_waited_for(run: Run, bundled: Path, tmp_path: Path, verb: str) -> None:
    (tmp_path / "in").mkdir()
    shutil.copy(bundled / "dev" / "a01-kestrel-bay.txt", tmp_path / "in")
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    store = ("--store", tmp_path / "g.db") if verb == "build" else ()
    for paths in ((tmp_path / "in",), (tmp_path / "in" / "a01-kestrel-bay.txt", tmp_path / "in" / "pipe.txt")):
        done = run(verb, *paths, *store)
        assert done.exit_code == 3
        assert "pipe.txt: this is a pipe, a socket or a device, and no regular file" in done.stderr


def test_an_empty_folder_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("extract", tmp_path / "empty")
    assert (done.exit_code, done.stdout) == (3, "")
    assert "empty: no document was found in this folder" in done.stderr


@pytest.mark.parametrize("source", ["none", "empty", "picture.txt"])
def test_no_store_is_made_where_nothing_could_be_read(run: Run, tmp_path: Path, source: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "picture.txt").write_bytes(b"GIF89a")
    done = run("build", tmp_path / source, "--store", tmp_path / "g.db")
    assert (done.exit_code, done.stdout) == (2, "")
    assert str(tmp_path / source) in done.stderr
    assert not (tmp_path / "g.db").exists()


def test_a_store_that_holds_documents_stays_where_nothing_more_could_be_read(
    run: Run, bundled: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    assert run("build", bundled / "dev" / "a01-kestrel-bay.txt", "--store", tmp_path / "g.db").exit_code == 0
    assert run("build", tmp_path / "none", "--store", tmp_path / "g.db").exit_code == 2
    assert run("build", tmp_path / "empty", "--store", tmp_path / "g.db").exit_code == 3
    assert run("stats", "--store", tmp_path / "g.db").exit_code == 0


def test_an_explanation_of_what_has_no_text_or_in_a_table_is_refused(run: Run, examples: Path, tmp_path: Path) -> None:
    document = next((examples / "filings").glob("a01*.txt"))
    as_json = run("extract", "--explain", document, "-f", "json")
    assert (as_json.exit_code, as_json.stdout) == (2, "")
    assert "an explanation has no format 'json'; leave out -f" in as_json.stderr
    done = run("extract", "--explain", examples / "powers.jsonl", document, "-o", tmp_path / "e.html")
    assert done.exit_code == 3
    assert "it came without a text in which facts could be marked" in done.stderr
    assert (tmp_path / "e.html").read_text("utf-8").count('<div class="sheet">') == 1
