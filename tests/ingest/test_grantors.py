"""Who grants and who signs, by how the opening, the title and the signatures name them."""

from __future__ import annotations

from pathlib import Path

import pytest
from infact.ingest.extract import extract
from infact.ingest.text import normalise

TEXTS = (Path(__file__).parent / "sentences" / "grantors.txt").read_text(encoding="utf-8").split("=== ")[1:]
TO = "as attorney-in-fact to sign and file Forms 3, 4 and 5 about shares of Tarn Looms, Inc."


def test_there_are_as_many_texts_as_the_file_has() -> None:
    assert len(TEXTS) >= 24


@pytest.mark.parametrize("section", TEXTS, ids=lambda text: text.split(" | ")[0].replace(" ", "-"))
def test_an_instrument_names_who_grants_and_who_signs(section: str) -> None:
    head, _, body = section.partition("\n")
    grantors, signers = (names.strip().split("; ") for names in head.split(" | "))
    text = body if body.startswith(("POWER", "THE ")) else f"POWER OF ATTORNEY\n\n{body}"
    (found,) = extract(normalise(text.replace("{to}", TO)))
    assert [folded(p.name) for p in found.principals] == [folded(name) for name in grantors]
    assert [name.lower() for name in found.signatories] == [name.lower() for name in signers]


def folded(name: str) -> str:
    """A name without its article and honorific."""
    return name.lower().removeprefix("the ").removeprefix("sir ")
