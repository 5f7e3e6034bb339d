"""Whether the audit agrees with the verdicts that the generator knows, and where it does not.

Usage: python benchmarks/agreement.py FOLDER STORE

FOLDER holds the `expected.jsonl` of made_filings.py, STORE the graph that was built of what stands beside it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

Row = tuple[str, str | None, str]


def compare(expected: Path, found: list[dict[str, str | None]]) -> tuple[int, Counter[str], list[str]]:
    """How many rows agree; disagreements by kind; and an example of each kind."""
    said: dict[Row, list[str | None]] = defaultdict(list)
    for row in found:
        said[str(row["accession"]), row["owner_cik"], str(row["signature"])].append(row["verdict"])
    agreed, differ, examples = 0, Counter[str](), {}
    for line in expected.read_text("utf-8").splitlines():
        want = json.loads(line)
        rows = said.get((want["accession"], want["owner_cik"], want["signature"]), [])
        if want["verdict"] in rows:
            rows.remove(want["verdict"])
            agreed += 1
            continue
        kind = f"{want['situation']}: {want['verdict']} expected, {rows.pop() if rows else 'no such row'} found"
        differ[kind] += 1
        examples.setdefault(kind, f"{kind}; {want['accession']} {want['owner_cik']} {want['signature']!r}")
    spare = [(key, verdict) for key, rows in said.items() for verdict in rows]
    for key, verdict in spare:
        kind = f"{verdict} found where no row was expected"
        differ[kind] += 1
        examples.setdefault(kind, f"{kind}; {key[0]} {key[1]} {key[2]!r}")
    return agreed, differ, list(examples.values())


def main() -> None:
    """Print agreement and an example of each kind of disagreement; the exit code is 1 where there is any."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("store", type=Path)
    options = parser.parse_args()
    infact = Path(sys.executable).with_name("infact")
    command = [infact, "audit", "--store", options.store, "-f", "jsonl"]
    out = subprocess.run([*map(str, command)], check=True, capture_output=True, text=True).stdout
    rows = [row for line in out.splitlines() if (row := json.loads(line)).get("signature") is not None]
    agreed, differ, examples = compare(options.folder / "expected.jsonl", rows)
    print(f"{agreed:,} verdicts agree, {differ.total():,} differ")
    for kind, number in differ.most_common():
        print(f"  {number:,} {kind}")
    for example in examples:
        print(f"  such as {example}")
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main()
