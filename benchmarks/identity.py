"""How long it takes to resolve who is who, how much memory, and what another one percent of documents costs.

Usage: python benchmarks/identity.py [--mentions 200000]

Powers of attorney about made-up companies are written as record lines: each company has its insiders, its counsel and
a law firm, whose names are printed in several ways (initials, short forms, capitals, legal forms left out). They are
built without deriving, then `infact resolve --no-derive` runs, one percent more are added, and it runs again. The floor
is Oxigraph loading the identity graph that came out, from N-Quads, in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyoxigraph

GIVEN = (
    "James Robert William Margaret Elizabeth Katherine Thomas Susan Daniel Patricia Edward Helen Andrew Deborah "
    "Gregory Victoria Charles Barbara Kenneth Judith"
).split()
SHORT = {"James": "Jim", "Robert": "Bob", "William": "Bill", "Margaret": "Peggy", "Elizabeth": "Liz", "Thomas": "Tom"}
STEMS = "Ab Bel Cor Dun El Far Gil Hol In Jar Kel Lor Mer Nor Ol Pem Quin Ros Sil Tor Ul Ver Wes Yar Zan".split()
ENDS = "bury combe dale field ford gate ham hurst land ley mere more nath ott pool ridge stone ton vale wick".split()


def word(chance: random.Random) -> str:
    """A made-up surname or company's word."""
    return chance.choice(STEMS) + chance.choice("aeiou") + chance.choice("bdklmnrst") + chance.choice(ENDS)


def person(chance: random.Random) -> tuple[str, str, str]:
    """Given name, middle initial and surname."""
    return chance.choice(GIVEN), chance.choice("ABCDEFGHJKLMNPRSTW"), word(chance)


def printed(name: tuple[str, str, str], chance: random.Random) -> str:
    """A name in one of its printings."""
    given, middle, surname = name
    return chance.choice(
        (
            f"{given} {middle}. {surname}",
            f"{given} {middle}. {surname}",
            f"{given} {surname}",
            f"{SHORT.get(given, given)} {surname}",
            f"{given} {middle}. {surname}".upper(),
        )
    )


def records(documents: int, start: int, chance: random.Random) -> list[dict[str, object]]:
    """Record lines: six or seven documents a company, about ten mentions each."""
    out: list[dict[str, object]] = []
    number = start
    while len(out) < documents:
        company = f"{word(chance)} {word(chance)}"
        firm = [word(chance) for _ in range(4)]
        counsel = [person(chance) for _ in range(4)]
        insiders = [person(chance) for _ in range(3)]
        for _ in range(6):
            number += 1
            some = chance.sample(counsel, 3)
            issuer = chance.choice((f"{company}, Inc.", f"{company} Inc", f"{company} INC /DE/", company))
            shown = chance.choice((f"{', '.join(firm[:3])} & {firm[3]} LLP", f"{firm[0]} {firm[1]}"))
            principal = printed(chance.choice(insiders), chance)
            out.append(
                {
                    "document": f"{number:08d}.txt", "filing": None,
                    "instruments": [{
                        "kind": "power-of-attorney", "scope": "section16",
                        "principals": [{"name": principal, "type": "person"}],
                        "attorneys": [
                            {"name": printed(one, chance), "type": "person", "affiliation": shown if place else None}
                            for place, one in enumerate(some)
                        ],
                        "issuers": [issuer], "law_firms": [shown], "forms": ["3", "4", "5"],
                        "powers": ["execute-forms"], "authority": "several", "substitution": False,
                        "executed": f"{chance.randrange(1996, 2025)}-0{chance.randrange(1, 10)}-11", "expires": None,
                        "term": None, "revokes_prior": False, "governing_law": None, "signatories": [principal],
                        "witnesses": [],
                    }],
                }
            )  # fmt: skip
    return out[:documents]


def timed(*arguments: str | Path) -> tuple[float, float, float, str]:
    """Seconds, seconds of processor time, peak memory in MiB and standard output of an `infact` command."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "infact", *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None
    text = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"infact {arguments[0]} failed with status {status}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


def main() -> None:
    """Print seconds and memory of each step, mentions a second, and the ratio to the floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mentions", type=int, default=200_000, help="about how many names to resolve")
    options = parser.parse_args()
    chance = random.Random(5)
    documents = options.mentions // 9
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = records(documents, 0, chance)
        more = records(documents // 100, documents, chance)
        for file, some in (("all.jsonl", lines), ("more.jsonl", more)):
            (folder / file).write_text("".join(json.dumps(record) + "\n" for record in some), "utf-8")
        store = folder / "g.db"
        timed("build", folder / "all.jsonl", "--store", store, "--no-derive")
        first, work, memory, text = timed("resolve", "--no-derive", "--store", store, "-f", "json")
        counts = {row["what"]: row["count"] for row in json.loads(text)["rows"]}
        timed("build", folder / "more.jsonl", "--store", store, "--no-derive")
        second, again, more_memory, text = timed("resolve", "--no-derive", "--store", store, "-f", "json")
        moved = {row["what"]: row["count"] for row in json.loads(text)["rows"]}["IRIs moved"]
        graph = folder / "identity.nq"
        pyoxigraph.Store.read_only(str(next(store.glob("*/quads")))).dump(
            str(graph),
            pyoxigraph.RdfFormat.N_TRIPLES,
            from_graph=pyoxigraph.NamedNode("https://w3id.org/infact/graph/identity"),
        )
        start = time.process_time()
        pyoxigraph.Store(str(folder / "floor")).bulk_load(path=str(graph), format=pyoxigraph.RdfFormat.N_TRIPLES)
        floor = time.process_time() - start
    print(f"mentions {counts['mentions']}, parties {counts['persons, organizations, offices']}")
    print(f"resolve            {first:7.1f} s, processor {work:7.1f} s   {memory:6.0f} MiB")
    print(f"again, 1% more     {second:7.1f} s, processor {again:7.1f} s   {more_memory:6.0f} MiB   {moved} IRIs moved")
    print(f"{again / work:26.0%} of the first processor time, {second / first:.0%} of the time")
    print(f"floor: loading it  {floor:7.1f} s of processor time, {work / floor:6.1f} times as long")


if __name__ == "__main__":
    main()
