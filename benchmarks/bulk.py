"""What a quarter of the SEC's Insider Transactions Data Sets, or a day's feed, costs from the archive to the verdicts.

Usage: python benchmarks/bulk.py [--filings 60000 ...] [--feed 1500] [--load-up-to 60000] [--folder FOLDER]

Each size is made by made_filings.py, built with identity, relations and verdicts, and audited, each command as its own
process; its row is printed when it is done, and its files are gone before the next one begins. Two floors stand beside
it in the same run: DuckDB reading the same three tables into a database and joining them, and, for sets that are not
too large for it, Oxigraph loading the quads that the build made. Memory is the most that one process of the command
held.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

HERE = Path(__file__).parent
TABLES = ("SUBMISSION", "REPORTINGOWNER", "OWNER_SIGNATURE")
_JOIN = """
SELECT count(*) FROM SUBMISSION JOIN REPORTINGOWNER USING (ACCESSION_NUMBER)
JOIN OWNER_SIGNATURE USING (ACCESSION_NUMBER)
"""
# In a process of its own: what this one holds would count as memory of the commands that it starts.
_LOAD = """
import sys, pyoxigraph
pyoxigraph.Store(sys.argv[1]).bulk_load(path=sys.argv[2], format=pyoxigraph.RdfFormat.N_QUADS)
"""
_COUNT = """
import sys
from infact.ingest.store import Store
with Store.open(sys.argv[1], read_only=True) as store:
    print(store.size())
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, seconds of processor time and megabytes at most."""

    seconds: float
    processor: float
    megabytes: float


def run(*command: object, to: Path | None = None) -> Cost:
    """Run a command to its end; an exit code above 3 (sources skipped) ends the benchmark."""
    start = time.perf_counter()
    with (to or Path(os.devnull)).open("wb") as out:
        child = subprocess.Popen([str(word) for word in command], stdout=out, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 3):
        sys.exit(f"{' '.join(map(str, command))}: exit code {child.returncode}")
    return Cost(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def timed(work: Callable[[], object]) -> float:
    """Seconds that work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def duckdb_floor(archive: Path, folder: Path) -> float:
    """Seconds in which DuckDB reads the tables of a data set into a database and joins them."""

    def read() -> None:
        with zipfile.ZipFile(archive) as packed, duckdb.connect(str(folder / "floor.duckdb")) as database:
            for table in TABLES:
                name = packed.extract(f"{table}.tsv", folder)
                database.execute(
                    f"CREATE TABLE {table} AS SELECT * FROM read_csv(?, delim='\\t', all_varchar=true)", [name]
                )
            database.execute(_JOIN).fetchone()

    return timed(read)


def load_floor(store: Path, infact: Path, folder: Path) -> float:
    """The seconds in which Oxigraph loads the quads of a store."""
    lines = folder / "all.nq"
    run(infact, "export", "nquads", "--store", store, "-o", lines)
    return run(sys.executable, "-c", _LOAD, folder / "floor.db", lines).seconds


def measure(filings: int, form: str, folder: Path, *, load: bool) -> str:
    """A row of the table for one set; `load`: with Oxigraph's loading of what was built."""
    infact = Path(sys.executable).with_name("infact")
    run(sys.executable, HERE / "made_filings.py", folder / "set", "--filings", filings, "--as", form)
    sources, store = folder / "set" / "filings", folder / "q.db"
    build = run(infact, "build", sources, "--store", store)
    print(f"{form} of {filings:,}: built in {build.seconds:.0f} s, {build.megabytes:,.0f} MB", file=sys.stderr)
    rows = folder / "rows.jsonl"
    audit = run(infact, "audit", "--store", store, "-f", "jsonl", to=rows)
    with rows.open("rb") as written:
        verdicts = sum(b'"signature"' in line for line in written)
    archive = next(sources.glob("*.zip"), None)
    tables = f"{duckdb_floor(archive, folder):.1f} s" if archive else "-"
    run(sys.executable, "-c", _COUNT, store, to=folder / "quads")
    quads = int((folder / "quads").read_text())
    floor = load_floor(store, infact, folder) if load else None
    return (
        f"| {form} | {filings:,} | {verdicts:,} | {quads:,} | {build.seconds:.0f} s ({build.processor:.0f} s) | "
        f"{build.megabytes:,.0f} MB | {audit.seconds:.1f} s ({audit.processor:.1f} s) | {audit.megabytes:,.0f} MB | "
        + (f"{floor:.1f} s, {build.seconds / floor:.1f} | {tables} |" if floor else f"- | {tables} |")
    )


def main() -> None:
    """Print a table as benchmarks/README.md has it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--filings", type=int, nargs="*", default=[60_000], help="sizes of data sets")
    parser.add_argument("--feed", type=int, nargs="*", default=[1_500], help="sizes of daily feeds")
    parser.add_argument("--load-up-to", type=int, default=60_000, help="filings up to which Oxigraph loads them too")
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder where not given")
    options = parser.parse_args()
    columns = ("as", "filings", "verdicts", "quads", "build (processor)", "memory", "audit (processor)", "memory")
    print(f"| {' | '.join(columns)} | Oxigraph loads them, ratio | DuckDB |")
    print(f"|---{'|--:' * 9}|", flush=True)
    for form, sizes in (("bulk", options.filings), ("feed", options.feed)):
        for size in sizes:
            with tempfile.TemporaryDirectory(dir=options.folder) as name:
                print(measure(size, form, Path(name), load=size <= options.load_up_to), flush=True)


if __name__ == "__main__":
    main()
