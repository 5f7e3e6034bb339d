"""Evidence: what is said stands where it is quoted, and nearly everything that is said has a quote."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from infact.ingest.documents import decode
from infact.ingest.extract import extract
from infact.ingest.extract.confidence import DOUBTFUL, REASONS, confidence
from infact.ingest.records import Instrument
from infact.ingest.submission import is_submission, read_submission
from infact.ingest.text import normalise

SETS = ("issuers", "law_firms", "forms", "powers", "signatories", "witnesses")
VALUES = (
    "kind", "scope", "authority", "substitution", "executed", "expires", "term", "revokes_prior", "governing_law",
)  # fmt: skip


def facts(found: Instrument) -> list[str]:
    """The fields of a record's members and values, as evidence names them; null and false say nothing."""
    out = [f"principals[{n}].name" for n in range(len(found.principals))]
    for n, attorney in enumerate(found.attorneys):
        out += [f"attorneys[{n}].name", *([f"attorneys[{n}].affiliation"] if attorney.affiliation else [])]
    for field in SETS:
        out += [f"{field}[{n}]" for n in range(len(getattr(found, field)))]
    return out + [field for field in VALUES if getattr(found, field)]


def exhibits(path: Path) -> list[str]:
    raw, _ = decode(path.read_bytes(), path.name)
    if not is_submission(raw):
        return [raw]
    return [raw[m.start : m.end] for m in read_submission(raw).members if m.type.startswith("EX-24")]


@pytest.mark.parametrize("folder", ["dev", "own"])
def test_nearly_every_fact_has_evidence_that_quotes_its_slice(bundled: Path, folder: str) -> None:
    """97 in 100 of the members of sets and of the values carry evidence, counted as the record form shapes them."""
    said = held = 0
    for path in sorted((bundled / folder).iterdir()):
        if path.suffix == ".json":
            continue
        for raw in exhibits(path):
            text = normalise(raw)
            for instrument in extract(text):
                quoted = {e.field for e in instrument.evidence}
                wanted = facts(instrument)
                said, held = said + len(wanted), held + sum(field in quoted for field in wanted)
                for fact in instrument.evidence:
                    assert text.text[fact.start : fact.end] == fact.quote != ""
                    assert 0 < fact.confidence <= 1
                    assert fact.reasons
                    assert fact.confidence == confidence(fact.reasons)
                    assert 0 <= text.source(fact.start) <= len(raw)
    assert said > 1000
    assert held / said >= 0.97


OPENINGS = ["Know all by these presents, that the undersigned", "I, Cy Dunn,", "The undersigned"]
ENDS = ["until revoked", "through May 1, 2020", "as long as I must report", "for two years from its date", ""]
NOISE = st.text(alphabet='ab "?\u2019\u201c\n\t-_<>&;/.\u00a0\u00e2\u20ac', max_size=12)


@settings(max_examples=120)
@given(
    st.sampled_from(OPENINGS), st.lists(st.sampled_from(["Ann Lee", "Bo O\u2019Hara, Jr.", "Acme, Inc."]), min_size=1),
    st.sampled_from(ENDS), NOISE, NOISE, st.booleans(),
)  # fmt: skip
def test_every_quote_of_any_power_equals_its_slice(
    opening: str, names: list[str], end: str, before: str, after: str, markup: bool
) -> None:
    raw = (
        f"{before}\nPOWER OF ATTORNEY\n\n{opening} appoints {', '.join(names)} attorneys-in-fact to sign and file "
        f"Forms 3, 4 and 5 for me. This power is in force {end}.\n{after}\nMay 3, 2011\n\n/s/ Cy Dunn\n"
    )
    text = normalise(raw.replace("\n", "<br>") if markup else raw, markup=markup)
    for instrument in extract(text):
        for fact in instrument.evidence:
            assert text.text[fact.start : fact.end] == fact.quote != ""


@pytest.mark.parametrize(
    ("term", "mark", "field", "reason"),
    [
        ("until revoked", "/s/ ", None, ""),
        ("for two years", "/s/ ", "expires", "from when"),
        ("for two years from the date hereof", "/s/ ", None, ""),
        ("until revoked", "", "signatories", "mark"),
    ],
)
def test_what_was_assumed_is_a_note_for_a_person_with_less_confidence(
    term: str, mark: str, field: str | None, reason: str
) -> None:
    raw = (
        "POWER OF ATTORNEY\n\nI, Cy Dunn, a director of Acme, Inc., appoint Ann Lee my attorney-in-fact to sign and "
        f"file Forms 3, 4 and 5. This power is in force {term}.\n\nMay 3, 2011\n\n{mark}Cy Dunn\n"
    )
    (found,) = extract(normalise(raw))
    notes = {note.field: note.reason for note in found.review}
    assert set(notes) == ({field} if field else set())
    if field:
        assert reason in notes[field]
        assert min(e.confidence for e in found.evidence if e.field.startswith(field)) < 0.8


def test_every_reason_of_the_table_arises_somewhere(bundled: Path) -> None:
    """A row that nothing gives is dead; all but one, whose letters no bundled document has, stand in a document."""
    seen: set[str] = set()
    for folder in ("dev", "own"):
        for path in sorted((bundled / folder).iterdir()):
            if path.suffix != ".json":
                for raw in exhibits(path):
                    seen |= {name for one in extract(normalise(raw)) for fact in one.evidence for name in fact.reasons}
    assert seen <= set(REASONS)
    assert set(REASONS) - seen <= {"damaged-date"}


@pytest.mark.parametrize(
    ("opening", "field", "reason"),
    [
        ("Ann Lee. Forms 3, 4 and 5 may be signed by her. So says Cy Dunn of Acme.", "attorneys", "by-elimination"),
        ("I appoint Ann Lee my attorney to sign Forms 3, 4 and 5. Acme, Inc. knows.", "issuers", "only-company"),
    ],
)  # fmt: skip
def test_what_is_doubtful_is_told_with_its_reason(opening: str, field: str, reason: str) -> None:
    raw = f"POWER OF ATTORNEY\n\n{opening}\n\nThis power is in force until revoked.\n\nMay 3, 2011\n\n/s/ Cy Dunn\n"
    (found,) = extract(normalise(raw))
    given = [fact for fact in found.evidence if fact.field.startswith(field)]
    assert given
    assert all(reason in fact.reasons and fact.confidence < DOUBTFUL for fact in given)
    assert REASONS[reason].says in {note.reason for note in found.review if note.field == field}
