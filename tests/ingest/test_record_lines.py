"""Record lines: the public form, read strictly and written back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.common.errors import RecordError, Skipped
from infact.ingest import record_lines
from infact.ingest.record_lines import from_json, pieces, read_records
from infact.ingest.records import dumps, to_json

CORPUS = Path(__file__).parents[1] / "corpus"
SCHEMA = json.loads((Path(record_lines.__file__).parent / "record.schema.json").read_text(encoding="utf-8"))
GOLD = [path for name in ("dev", "own", "unseen") for path in sorted((CORPUS / name).glob("*.json"))]


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
        ({"document": ""}, "document is '', and is to be the name of a file"),
        ({"document": "\ud800"}, "document holds half of a character"),
        ({"filed": "2020-13-45"}, "filed is '2020-13-45', and is to be a date of the calendar"),
        ({"filed": "2021-02-29"}, "filed is '2021-02-29', and is to be a date of the calendar"),
        ({"cik": "12"}, "cik is '12', and is to be ten digits"),
        ({"filing": {"accession": "1"}}, r"filing\.accession is '1', and is to be an accession number"),
        ({"instruments": [{"executed": "someday"}]}, r"instruments\[0\]\.executed is 'someday', and is to be a date"),
        (
            {"instruments": [{"evidence": [{"field": "executed", "start": -1, "end": 2, "quote": "x"}]}]},
            r"evidence\[0\]\.start is -1, and is to be 0 or more",
        ),
        (
            {"instruments": [{"evidence": [{"field": "x", "start": 1, "end": 2, "quote": "x", "confidence": 1.5}]}]},
            r"confidence is 1\.5, and is to be from 0 to 1",
        ),
    ],
)
def test_what_is_not_of_the_form_is_named_with_its_place(change: dict[str, Any], message: str) -> None:
    with pytest.raises(RecordError, match=message) as raised:
        from_json({**POWER, **change}, "facts.jsonl:7")
    assert str(raised.value).startswith("facts.jsonl:7: ")


def test_a_record_without_instruments_is_none() -> None:
    with pytest.raises(RecordError, match="instruments is missing"):
        from_json({"document": "a.txt"}, "x")


def test_a_line_that_is_none_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    good = json.dumps(POWER).encode()
    lines = {
        b'{"document"': "the line is no JSON (Expecting ':' delimiter: line 1 column 12 (char 11))",
        b"[]": "the line is to be an object; see record.schema.json",
        b"[" * 100_000: "the line nests deeper than any record does",
        b'{"document": "a", "document": "b", "instruments": []}': "document stands twice in one object",
        b'{"document": NaN, "instruments": []}': "NaN is no number of JSON",
        b'{"document": "\xff"}': "the line is no JSON ('utf-8' codec can't decode byte 0xff in position 14",
        b'{"document": ' + b"9" * 5000 + b"}": "the line is no JSON (Exceeds the limit",
        b'"' + b"a" * 17_000_000 + b'"': "the line has more than 8,388,608 bytes, which no record has",
    }
    path.write_bytes(b"\n\n".join([good, *lines, good]))
    found = list(read_records(path))
    assert [isinstance(f, Skipped) for f in found] == [False, *[True] * len(lines), False]
    skipped = [f for f in found if isinstance(f, Skipped)]
    assert [f.source for f in skipped] == [f"{path}:{number}" for number in range(3, 2 * len(lines) + 2, 2)]
    assert [f.reason.startswith(reason) for f, reason in zip(skipped, lines.values(), strict=True)] == [True] * len(
        lines
    ), [f.reason for f in skipped]


def test_pieces_hold_every_line_once(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_bytes(
        b"\xef\xbb\xbf" + b"\r\n".join(json.dumps({**POWER, "document": f"{n}"}).encode() for n in range(1001))
    )
    parts = list(pieces(path))
    assert len(parts) == 6
    assert [n for part in parts for n, _ in part.lines] == list(range(1, 1002))
    assert [f[0].document for f in read_records(path) if not isinstance(f, Skipped)] == [f"{n}" for n in range(1001)]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["document", "instruments", "kind", "filing", "cik", "x"]), inner, max_size=4
            )
        ),
        max_leaves=12,
    )
)
def test_any_value_is_a_record_or_named(value: Any) -> None:
    try:
        record = from_json(value, "x")
    except RecordError as error:
        named = error.where
    else:
        named = "x" if from_json(to_json(record), "x") == record else None
    assert named == "x"


def test_equal_records_are_equal_bytes() -> None:
    assert dumps(from_json(POWER, "x")) == dumps(from_json(json.loads(dumps(from_json(POWER, "x"))), "x"))
