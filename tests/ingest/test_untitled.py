"""Whether a text is an instrument at all, where no title and no verb of appointment says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from infact.ingest.extract import extract
from infact.ingest.text import normalise

SENTENCES = Path(__file__).parent / "sentences"
SIGNED = "\n\nDated: May 4, 2011\n\n/s/ Olga Prentiss\nOlga Prentiss\n"
ENTRUSTS = (SENTENCES / "entrusts.txt").read_text(encoding="utf-8").splitlines()[1:]
NOTHING = (SENTENCES / "nothing.txt").read_text(encoding="utf-8").split("=== ")[1:]


def test_there_are_as_many_texts_as_the_files_have() -> None:
    assert len(ENTRUSTS) >= 50
    assert len(NOTHING) >= 15


@pytest.mark.parametrize("said", ENTRUSTS)
@pytest.mark.parametrize("title", ["", "POWER OF ATTORNEY\n\n"], ids=["without a title", "with one"])
def test_who_is_let_sign_is_an_attorney(title: str, said: str) -> None:
    (found,) = extract(normalise(title + said.replace("\\n", "\n") + SIGNED))
    assert sorted(a.name for a in found.attorneys) == ["Ann Lee", "Bo Park"]
    assert [p.name for p in found.principals] == ["Olga Prentiss"]
    assert found.issuers == ("Tarn Looms, Inc.",)


@pytest.mark.parametrize("text", NOTHING, ids=lambda text: text.split("\n")[0])
def test_a_paper_that_lets_nobody_sign_is_no_instrument(text: str) -> None:
    assert extract(normalise(text)) == ()


def test_whose_names_an_annex_has_are_attorneys() -> None:
    text = (
        "POWER OF ATTORNEY\n\nThe undersigned appoints each of the individuals whose names appear on Schedule A, "
        'acting alone, to sign and file Forms 3, 4 and 5 about Tarn Looms, Inc. (the "Company").'
        f"{SIGNED}\n\n          SCHEDULE A\n\n     Name          Title\n     ----          -----\n\n"
        "     Ann Lee       Treasurer of the Company\n     Bo Park       Partner, Moss Lake LLP\n"
    )
    (found,) = extract(normalise(text))
    assert [(a.name, a.affiliation) for a in found.attorneys] == [
        ("Ann Lee", "Tarn Looms, Inc."),
        ("Bo Park", "Moss Lake LLP"),
    ]
