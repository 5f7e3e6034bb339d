"""Record lines: the public form, read strictly and written back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from infact.common.errors import RecordError, Skipped
from infact.ingest import record_lines
from infact.ingest.record_lines import from_json, read_records
from infact.ingest.records import dumps, to_json

CORPUS = Path(__file__).parents[1] / "corpus"
SCHEMA = json.loads((Path(record_lines.__file__).parent / "record.schema.json").read_text(encoding="utf-8"))
GOLD = [*sorted((CORPUS / "dev").glob("*.json")), *sorted((CORPUS / "own").glob("*.json"))]


def lines() -> list[dict[str, Any]]:
    facts = (CORPUS / "facts" / "powers.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in facts] + [json.loads(path.read_text(encoding="utf-8")) for path in GOLD]


def test_every_record_has_the_public_form_and_survives_reading_and_writing() -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    found = lines()
    assert len(found) > 300
    for value in found:
        validator.validate(value)
        record = from_json(value, value["document"])
        written = to_json(record)
        validator.validate(written)
        assert from_json(written, value["document"]) == record
        for key in ("document", "filing", "instruments"):
            assert _known(written[key]) == _known(value.get(key))


def _known(value: Any) -> Any:
    """A value without keys that say nothing, so that a key left out equals one that is null."""
    if isinstance(value, dict):
        return {k: _known(v) for k, v in value.items() if v not in (None, [])}
    return [_known(v) for v in value] if isinstance(value, list) else value


POWER = {"document": "a.txt", "filing": None, "instruments": [{"kind": "power-of-attorney", "scope": "section16"}]}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"instrument": []}, "instrument is no key of the record form"),
        ({"instruments": [{"kind": "powr"}]}, r"instruments\[0\].kind is 'powr', and is to be one of"),
        ({"instruments": [{"principals": [{"nam": "x"}]}]}, r"instruments\[0\].principals\[0\].nam is no key"),
        ({"instruments": [{"principals": [{"type": "person"}]}]}, r"principals\[0\].name is missing"),
        ({"instruments": [{"substitution": "yes"}]}, "substitution is 'yes', and is to be of type bool"),
        ({"instruments": {}}, "instruments is to be a list"),
        ({"filing": []}, "filing is to be an object"),
        ({"document": 5}, "document is 5, and is to be of type str"),
    ],
)
def test_what_is_not_of_the_form_is_named_with_its_place(change: dict[str, Any], message: str) -> None:
    with pytest.raises(RecordError, match=message) as raised:
        from_json({**POWER, **change}, "facts.jsonl:7")
    assert str(raised.value).startswith("facts.jsonl:7: ")


def test_a_line_that_is_none_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(f'{json.dumps(POWER)}\n{{"document"\n\n[]\n{json.dumps(POWER)}\n', encoding="utf-8")
    found = list(read_records(path))
    assert [isinstance(f, Skipped) for f in found] == [False, True, True, False]
    assert [f.source for f in found if isinstance(f, Skipped)] == [f"{path}:2", f"{path}:4"]


def test_equal_records_are_equal_bytes() -> None:
    assert dumps(from_json(POWER, "x")) == dumps(from_json(json.loads(dumps(from_json(POWER, "x"))), "x"))
