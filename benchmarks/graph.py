"""How fast record lines become a graph: the document graphs, then what is derived from them all, against a bulk load.

Usage: python benchmarks/graph.py FACTS.jsonl [--copies 10]

The lines are read again under other accession numbers, so that each copy is a document of its own; names are the same
in every copy, so identity and relations have as much to join as they can. The floor is Oxigraph loading the same quads
from one N-Quads file in the same run.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyoxigraph


def copies(facts: Path, times: int, target: Path) -> int:
    """Write the lines so many times, each under an accession number of its own; the number of lines."""
    lines = [json.loads(line) for line in facts.read_text("utf-8").splitlines()]
    number = 0
    with target.open("w", encoding="utf-8") as out:
        for _ in range(times):
            for line in lines:
                number += 1
                if line.get("filing"):
                    line["filing"]["accession"] = f"{number:010d}-26-{number % 1000000:06d}"
                line["document"] = f"{number}.txt"
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return number


def main() -> None:
    """Print documents and quads a second for each step, and the ratio to the floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facts", type=Path, help="record lines, such as tests/corpus/facts/powers.jsonl")
    parser.add_argument("--copies", type=int, default=10, help="how often the lines are read")
    options = parser.parse_args()
    infact = Path(sys.executable).with_name("infact")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        documents = copies(options.facts, options.copies, folder / "lines.jsonl")
        taken = {}
        for step, command in (
            ("build", ["build", folder / "lines.jsonl", "--store", folder / "g.db", "--no-derive"]),
            ("derive", ["derive", "--store", folder / "g.db"]),
            ("export nquads", ["export", "nquads", "--store", folder / "g.db", "-o", folder / "g.nq"]),
        ):
            start = time.perf_counter()
            subprocess.run([infact, *map(str, command)], check=True, capture_output=True)
            taken[step] = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        quads = (folder / "g.nq").read_bytes().count(b"\n")
        start = time.perf_counter()
        pyoxigraph.Store(str(folder / "floor")).bulk_load(
            path=str(folder / "g.nq"), format=pyoxigraph.RdfFormat.N_QUADS
        )
        floor = time.perf_counter() - start
    print(f"{documents} documents, {quads} quads; peak memory of a step {peak:.0f} MB")
    print(f"bulk load (floor)  {quads / floor:10,.0f} quads/s")
    for step, seconds in taken.items():
        print(f"{step:17}  {quads / seconds:10,.0f} quads/s  {documents / seconds:8,.0f} documents/s  {seconds:6.1f} s"
              f"  {seconds / floor:5.1f}x the floor")  # fmt: skip


if __name__ == "__main__":
    main()
