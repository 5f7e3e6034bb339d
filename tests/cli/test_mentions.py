"""`infact mentions`: every name of the records stands in the list, with its role and one entity."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path

from .conftest import Run

ROLES = {"principals": "principal", "attorneys": "attorney", "issuers": "issuer", "law_firms": "law_firm",
         "signatories": "signatory", "witnesses": "witness"}  # fmt: skip


def test_every_name_of_the_records_is_listed_once_with_its_role(run: Run, tmp_path: Path, bundled: Path) -> None:
    source, store = bundled / "facts" / "powers.jsonl", tmp_path / "g.db"
    assert run("build", source, "--store", store).exit_code == 0
    expected: Counter[tuple[str, str, str]] = Counter()
    for line in source.read_text("utf-8").splitlines():
        record = json.loads(line)
        for instrument in record["instruments"]:
            for key, role in ROLES.items():
                for item in instrument[key]:
                    name = item if isinstance(item, str) else item["name"]
                    expected[record["document"], role, name] += 1
                    if isinstance(item, dict) and item.get("affiliation"):
                        expected[record["document"], "affiliation", item["affiliation"]] += 1
    listed = run("mentions", "-f", "csv", "--store", store)
    rows = list(csv.DictReader(io.StringIO(listed.stdout)))
    assert list(rows[0]) == ["document", "role", "name", "entity", "probability", "method"]
    assert Counter((row["document"], row["role"], row["name"]) for row in rows) == expected
    assert all(row["entity"].startswith("https://") and 0 < float(row["probability"]) <= 1 for row in rows)
    assert "corpus: fingerprint" in listed.stderr
