"""Texts that grant, that hand on what somebody holds, and that take back: which are which, and whose they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from infact.ingest.extract import extract
from infact.ingest.text import normalise

LINES = (Path(__file__).parent / "sentences" / "kinds.txt").read_text(encoding="utf-8").splitlines()
TEXTS = [line.split(" | ", 4) for line in LINES if not line.startswith("#")]


def test_the_table_is_whole() -> None:
    assert len(TEXTS) == 98


@pytest.mark.parametrize(("kind", "attorneys", "principals", "signers", "words"), TEXTS, ids=lambda s: s[-50:])
def test_a_text_grants_hands_on_or_ends(kind: str, attorneys: str, principals: str, signers: str, words: str) -> None:
    signed = "\n".join(f"/s/ {name}" for name in signers.split(";"))
    printed = "{}\n\nDate: March 4, 2016\n\n{}\n".format(words.replace(" / ", "\n\n"), signed)
    (found,) = extract(normalise(printed))
    assert (
        found.kind,
        ";".join(a.name for a in found.attorneys),
        ";".join(p.name for p in found.principals),
    ) == (kind, attorneys, principals)
