from pathlib import Path

import pytest
from infact.common.withholding import Withholding
from infact.ingest.documents import load
from infact.ingest.explain import facts, pieces
from infact.ingest.read import Reading, read
from infact.ingest.records import Instrument

DOCUMENTS = sorted(
    path for path in (Path(__file__).parents[1] / "corpus" / "dev").iterdir() if path.suffix in {".txt", ".htm"}
)


def _exhibits(reading: Reading) -> list[tuple[str, dict[int, Instrument]]]:
    numbered = list(enumerate(reading.record.instruments, 1))
    return [
        (text, {number: one for number, one in numbered if (one.exhibit or "1") == name})
        for name, text in reading.texts.items()
    ]


def test_there_are_documents_to_explain() -> None:
    assert len(DOCUMENTS) >= 20


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_pieces_make_the_text_again_and_every_mark_is_its_evidence(path: Path) -> None:
    reading = read(load(path))
    marked = 0
    for text, instruments in _exhibits(reading):
        shown = list(pieces(text, instruments, Withholding.none()))
        assert "".join(piece.text for piece in shown) == text
        for number, instrument in instruments.items():
            for evidence in instrument.evidence:
                on = [p for p in shown if any((m.instrument, m.field) == (number, evidence.field) for m in p.marks)]
                assert evidence.quote in "".join(piece.text for piece in on)
                marked += 1
    assert marked or not reading.record.instruments


def test_listed_persons_are_withheld_within_the_text() -> None:
    reading = read(load(next(path for path in DOCUMENTS if path.stem.startswith("a01"))))
    attorney = reading.record.instruments[0].attorneys[0].name
    held = Withholding.of(["salt: pepper", attorney])
    text, instruments = _exhibits(reading)[0]
    shown = list(pieces(text, instruments, held))
    assert attorney in text
    whole = "".join(piece.text for piece in shown)
    assert whole == held.apply(text)
    assert attorney not in whole
    assert any(piece.text == held.apply(attorney) and piece.marks for piece in shown)


def test_clauses_are_named() -> None:
    reading = read(load(next(path for path in DOCUMENTS if path.stem.startswith("a01"))))
    text, instruments = _exhibits(reading)[0]
    clauses = {piece.clause for piece in pieces(text, instruments, Withholding.none())}
    assert {"title", "appointment", "grant", "term", "signature"} <= clauses


def test_every_value_is_a_fact() -> None:
    instrument = read(load(DOCUMENTS[0])).record.instruments[0]
    fields = {fact.field for fact in facts(1, instrument)}
    assert {"kind", "scope", "attorneys[0].name", "forms[0]", "executed"} <= fields
