"""What probabilistic linkage adds to the layers of identity: splink on DuckDB over the labelled cases of the tests.

Usage: python benchmarks/linkage.py

The parameters (m and u of each level) are fixed and stand below, so that results do not depend on the corpus's size.
Pairs that splink finds are put on top of the rule-certain joins: closed as they are, or through the constraints by
which infact's own layers go. Pairwise precision and recall of persons, on the early and the late cases.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from pathlib import Path
from typing import Any

import pandas as pd
from infact.ingest.build import build
from infact.ingest.bulk_facts import facts_of
from infact.ingest.identity import layers, persons
from infact.ingest.identity.clusters import Clusters, Join, Traits
from infact.ingest.identity.contradictions import persons_contradict
from infact.ingest.identity.parties import all_units
from infact.ingest.identity.units import Unit, by_kind
from infact.ingest.store import Store
from splink import DuckDBAPI, Linker

CASES = Path(__file__).parents[1] / "tests" / "ingest" / "identity" / "cases.py"
PRIOR = 1e-4
# Column -> its levels, the closest first: condition, m, u.
LEVELS: dict[str, list[tuple[str, float, float]]] = {
    "surname": [("{l} = {r}", 0.93, 0.002), ("damerau_levenshtein({l}, {r}) <= 1", 0.04, 0.0005)],
    "given": [
        ("{l} = {r}", 0.7, 0.02),
        ("jaro_winkler_similarity({l}, {r}) >= 0.88", 0.1, 0.02),
        ("{l}[1] = {r}[1]", 0.15, 0.06),
    ],
    "middle": [("{l}[1] = {r}[1]", 0.97, 0.08)],
    "generation": [("{l} = {r}", 0.98, 0.4)],
    "cik": [("{l} = {r}", 0.97, 0.0001)],
    "issuers": [("len(list_intersect({l}, {r})) > 0", 0.6, 0.001)],
    "firms": [("len(list_intersect({l}, {r})) > 0", 0.5, 0.002)],
    "people": [("len(list_intersect({l}, {r})) > 0", 0.4, 0.0005)],
}
BLOCKS = [
    "l.surname = r.surname",
    "l.surname[1:3] = r.surname[1:3] and l.given[1] = r.given[1]",
    "l.surname = r.given",
]


def settings() -> dict[str, Any]:
    """Splink's settings from the tables above."""
    comparisons = []
    for column, levels in LEVELS.items():
        left, right = f"{column}_l", f"{column}_r"
        null = {
            "sql_condition": f"{left} is null or {right} is null",
            "label_for_charts": "null",
            "is_null_level": True,
        }
        agree = [
            {
                "sql_condition": sql.format(l=left, r=right),
                "label_for_charts": sql,
                "m_probability": m,
                "u_probability": u,
            }
            for sql, m, u in levels
        ]
        rest = [max(1 - sum(level[n] for level in levels), 0.01) for n in (1, 2)]  # type: ignore[misc]
        other = {
            "sql_condition": "ELSE",
            "label_for_charts": "else",
            "m_probability": rest[0],
            "u_probability": rest[1],
        }
        comparisons.append({"output_column_name": column, "comparison_levels": [null, *agree, other]})
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "unique_id",
        "probability_two_random_records_match": PRIOR,
        "blocking_rules_to_generate_predictions": BLOCKS,
        "comparisons": comparisons,
    }


def row(number: int, unit: Unit, organization: Any) -> dict[str, Any]:
    """A unit as splink sees it."""
    name = persons.person_name(unit.printed, edgar=unit.edgar)
    first = name.readings[0]
    return {
        "unique_id": number,
        "surname": first.core,
        "given": first.given[0] if first.given else None,
        "middle": first.given[1] if len(first.given) > 1 else None,
        "generation": str(name.generation) if name.generation else None,
        "cik": unit.cik or unit.given_cik,
        "issuers": sorted(str(organization(key, True)) for key in unit.issuers),
        "firms": sorted(str(organization(key, True)) for key in unit.firms),
        "people": sorted(key.partition(" person ")[2] for key in unit.people),
    }


def main() -> None:
    """Print precision and recall of each way."""
    spec = importlib.util.spec_from_file_location("cases", CASES)
    assert spec is not None
    assert spec.loader is not None
    cases = sys.modules["cases"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(cases)
    labelled = list(cases.cases())
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "records.jsonl"
        cases.write(source, [record for case in labelled for record in case.records])
        with Store.open(Path(folder) / "g.db", create=True) as store:
            build([source], store, workers=1)
            names = {entry.key: entry.name for entry in store.manifest}
            facts = [one for entry in store.manifest for one in facts_of(store, entry)]
    kinds = by_kind(all_units(lambda: iter(facts)))
    bodies = layers.settle_organizations(kinds["organization"])
    place = {unit.key: number for number, unit in enumerate(bodies.units)}

    def organization(key: str, merged: bool) -> int:
        return (bodies.merged if merged else bodies.strict)[place[key]]

    people = layers.settle_persons(kinds["person"], organization)
    frame = pd.DataFrame([row(number, unit, organization) for number, unit in enumerate(people.units)])
    linker = Linker(DuckDBAPI().register(frame), settings())
    predicted = linker.inference.predict(threshold_match_probability=0.5).as_pandas_dataframe()
    found = sorted(
        (-float(p.match_probability), int(p.unique_id_l), int(p.unique_id_r)) for _, p in predicted.iterrows()
    )

    def clusters(*, constrained: bool, threshold: float, rules: bool) -> list[int]:
        def traits(number: int) -> Traits:
            unit = people.units[number]
            cik = unit.cik or unit.given_cik
            return Traits({cik} if cik else set(), {unit.fold: unit.person_name}, set(unit.slots), unit.year)

        contradict = persons_contradict if constrained else lambda one, other, through: None
        out = Clusters(len(people.units), traits, contradict)
        for join in people.joins[: people.certain]:
            out.join(join, by_cik=True)
        for negative, one, other in found:
            if -negative >= threshold:
                out.join(Join(one, other, "linkage", -negative, ""), by_cik=not constrained)
        for join in people.joins[people.certain :] if rules else ():
            out.join(join)
        return out.snapshot()

    ways = {"certain joins only": people.strict, "infact's layers": people.merged}
    for threshold in (0.5, 0.99):
        ways[f"splink >= {threshold}, closed"] = clusters(constrained=False, threshold=threshold, rules=False)
        ways[f"splink >= {threshold}, constrained"] = clusters(constrained=True, threshold=threshold, rules=False)
        ways[f"splink >= {threshold}, then layers"] = clusters(constrained=True, threshold=threshold, rules=True)
    for way, roots in ways.items():
        entities = {
            (names[unit.key.partition(" ")[0]], role, name): str(roots[number])
            for number, unit in enumerate(people.units)
            for _, role, name in unit.mentions
        }
        scores = []
        for late in (False, True):
            gold = {k: v for case in labelled if case.late == late for k, v in case.gold if k in entities}
            one = cases.score(gold, entities, "p")
            scores.append(f"{one.precision:.3f} / {one.recall:.3f}")
        print(f"{way:28} early {scores[0]}   late {scores[1]}")


if __name__ == "__main__":
    main()
