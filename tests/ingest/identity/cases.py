"""The labelled cases of tests/corpus/identity as record lines, and how a resolution of them is scored."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CASES = Path(__file__).parents[2] / "corpus" / "identity"
PARTS = {"cases": 3, "cases-late": 3, "cases-kinds": 2}  # how many times each case of a file is written
SURNAMES = (
    "Abernathy Brightwater Castellane Dunfermline Eastlake Fotheringay Gildersleeve Hollingdale Ironmonger Jessamyn "
    "Kettleburn Lockridge Merriwell Northcote Ollerton Pemberley Quarrington Rotherham Silverthorn Tattersall Underhay "
    "Vandermolen Wintergreen Yarborough Zimmerling Ashdown Bellweather Crosswick Dovercourt Elderfield Farnsworth "
    "Greyfriars Harrowgate Inglenook Kingsolver Larkspur Mapplewell Netherby Oakenshaw Pinkerton Ravenscroft "
    "Stubblefield Thistlewood Umberland Winterbourne"
).split()
COMPANIES = (
    "Alderbrook Birchmere Cobblestone Driftwood Emberline Foxglove Granitevale Hearthstone Indigo Juniper Kelpforest "
    "Lanternfield Moonstone Nightjar Obsidian Pinnacle Quicksilver Redwater Saltmarsh Tumbleweed Ultramarine Violetta "
    "Whitecap Xanthos Yellowtail Zephyrine Amberjack Bluestem Coppermine Dragonfly Evergrand Firebrand Goldenrod "
    "Highwater Ironbark Jasperine Kingfisher Lodestar Millrace Northwind"
).split()
PARTNERS = (
    "Thackeray Pell Hobart Stanhope Wragge Cutler Drummond Everard Fanshawe Gresham Halloran Isherwood Jermyn Kilbride "
    "Lascelles Mortlake Nettlefold Osgood Prendergast Quillinan Rusbridge Sotherton Trevelyan Urquhart Venables "
    "Wetherall Yaxley Ackroyd Blenkinsop Carruthers"
).split()
SYLLABLES = (
    " ton well berg dale stone ford mere wick ham ley worth combe thorpe gate field hurst bourne holt shaw croft by"
    " den hall lake moor ness pool rigg side toft wold yard arch brook cote fell garth head"
    " leigh mark nook pike reeth scar thwaite"
).split(" ")
# People who only fill a place get other surnames in each writing.
FILLERS = "Quill Renner Mott Cole Dorn Imber Ostler Farr".split()


@dataclass(frozen=True, slots=True)
class Case:
    """One writing of a case: record lines, and (document, role, name) -> label for its labelled mentions.

    The cases of the part "cases-late" were written after the rules and are kept for the end: whatever they showed
    first stands in the README of the benchmarks, and a rule is not made for them.
    """

    name: str
    records: tuple[dict[str, Any], ...]
    gold: tuple[tuple[tuple[str, str, str], str], ...]
    part: str


def cases() -> Iterator[Case]:
    """Every writing of every case."""
    number = 0
    for part, writings in PARTS.items():
        for block in re.split(r"^## ", (CASES / f"{part}.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]:
            name, *lines = [line.strip() for line in block.splitlines() if line.strip()]
            for _ in range(writings):
                yield _case(name, lines, number, part)
                number += 1


def _case(name: str, lines: list[str], number: int, part: str) -> Case:
    words = {}
    for letters, pool, step in (("ABC", SURNAMES, 3), ("XYZ", COMPANIES, 3), ("FGH", PARTNERS, 3)):
        for place, letter in enumerate(letters):
            turn = number * step + place
            # A pool that is used up begins again with another syllable, so that no two cases share a name.
            again = turn // len(pool)
            word = pool[turn % len(pool)] + SYLLABLES[again]
            words[letter] = word
            words[f"{letter}~"] = word[:2] + word[3] + word[2] + word[4:]
            words[f"{letter}1"] = word[0]
    records, gold = [], []
    for place, line in enumerate(lines):
        text = re.sub(r"\{(\w[~1]?)\}", lambda m: words[m[1]], line)
        for filler in FILLERS:
            text = text.replace(
                f" {filler}", f" {filler}{SYLLABLES[number % 21 + 1]}{SYLLABLES[number // 21 % 21 + 1]}"
            )
        document = f"case-{number:03d}-{place}.txt"
        record, labels = _record(document, dict(_fields(text)), number)
        records.append(record)
        gold += labels
    return Case(name, tuple(records), tuple(gold), part)


def _fields(text: str) -> Iterator[tuple[str, str]]:
    for part in text.split(" | "):
        key, _, value = part.partition(":")
        yield key.strip(), value.strip()


def _record(
    document: str, fields: dict[str, str], number: int
) -> tuple[dict[str, Any], list[tuple[tuple[str, str, str], str]]]:
    gold: list[tuple[tuple[str, str, str], str]] = []

    def named(role: str, text: str) -> str:
        label, _, name = text.strip().partition("=")
        gold.append(((document, role, name), f"{number}:{role_kind(role)}:{label}"))
        return name

    def listed(key: str) -> list[str]:
        return [item for item in fields.get(key, "").split(" ; ") if item]

    attorneys = []
    for item in listed("a"):
        person, _, firm = item.partition(" @ ")
        attorneys.append(
            {
                "name": named("attorney", person),
                "type": "person",
                "affiliation": named("affiliation", firm) if firm else None,
            }
        )
    principals = [
        {"name": named("principal", item), "type": "organization" if "Ventures" in item else "person"}
        for item in listed("p")
    ]
    signatories = [named("signatory", item) for item in listed("s")] or [p["name"] for p in principals]

    def cik(key: str, base: int) -> str | None:
        return f"{base + number * 10 + int(fields[key]):010d}" if key in fields else None

    instrument = {
        "kind": "power-of-attorney", "scope": "section16", "principals": principals, "attorneys": attorneys,
        "issuers": [named("issuer", item) for item in listed("i")],
        "law_firms": [named("law_firm", item) for item in listed("f")], "forms": ["3", "4", "5"],
        "powers": ["execute-forms"], "authority": None, "substitution": False,
        "executed": f"{fields.get('y', '2011')}-05-03", "expires": None, "term": None, "revokes_prior": False,
        "governing_law": None, "signatories": signatories, "witnesses": [],
    }  # fmt: skip
    record: dict[str, Any] = {"document": document, "filing": None, "instruments": [instrument]}
    if principal := cik("c", 1_000_000):
        record["cik"] = principal
    if issuer := cik("k", 5_000_000):
        record["issuer_cik"] = issuer
    if "o" in fields:
        record["filing"] = {
            "accession": None, "form": "4", "filed": "2011-05-04", "period": None,
            "issuer": {"cik": issuer, "name": instrument["issuers"][0]},  # type: ignore[index]
            "owners": [{"cik": f"{7_000_000 + number:010d}", "name": named("reporting_owner", fields["o"]),
                        "roles": ["director"], "title": None}], "signatures": [],
        }  # fmt: skip
    return record, gold


def role_kind(role: str) -> str:
    """Whether a role is a person's (p) or an organization's (o)."""
    return "o" if role in {"issuer", "law_firm", "affiliation"} else "p"


@dataclass(frozen=True, slots=True)
class Score:
    """Pairwise: right ones among those joined, and among those that are the same; `pairs` were looked at."""

    precision: float
    recall: float
    pairs: int
    wrong: tuple[str, ...] = ()


def score(gold: dict[tuple[str, str, str], str], found: dict[tuple[str, str, str], str], kind: str) -> Score:
    """Score one kind; a pair is two different labelled mentions, each name of a document counting once."""
    keys = sorted(key for key in gold if role_kind(key[1]) == kind)
    seen: dict[tuple[str, str, str], tuple[str, str, str]] = {}
    for key in keys:
        seen.setdefault((key[0], key[2], gold[key]), key)
    keys = sorted(seen.values())
    true = Counter(gold[key] for key in keys)
    made = Counter(found[key] for key in keys)
    both = Counter((gold[key], found[key]) for key in keys)
    same, joined, right = (sum(n * (n - 1) // 2 for n in c.values()) for c in (true, made, both))
    wrong = []
    by_found, by_gold = defaultdict(set), defaultdict(set)
    for key in keys:
        by_found[found[key]].add((gold[key], key[2]))
        by_gold[gold[key]].add((found[key], key[2]))
    wrong += [f"joined: {sorted(v)}" for v in by_found.values() if len({g for g, _ in v}) > 1]
    wrong += [f"parted: {k}: {sorted(n for _, n in v)}" for k, v in by_gold.items() if len({f for f, _ in v}) > 1]
    # Beside the pairs that are one, the pairs that look alike and are two: they share a word of four letters or more.
    alike = sum(
        1
        for place, a in enumerate(keys)
        for b in keys[place + 1 :]
        if gold[a] != gold[b] and a[0].split("-")[1] == b[0].split("-")[1] and _words(a[2]) & _words(b[2])
    )
    return Score(right / joined if joined else 1.0, right / same if same else 1.0, same + alike, tuple(sorted(wrong)))


def _words(name: str) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", name.lower()))


def write(path: Path, records: list[dict[str, Any]]) -> None:
    """Write record lines."""
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
