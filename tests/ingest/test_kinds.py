"""Texts that grant, that hand on what somebody holds, and that take back: which are which, and whose they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from infact.ingest.extract import extract
from infact.ingest.text import normalise

LINES = (Path(__file__).parent / "sentences" / "kinds.txt").read_text(encoding="utf-8").splitlines()
TEXTS = [line.split(" | ", 4) for line in LINES if not line.startswith("#")]


def test_the_table_is_whole() -> None:
    assert len(TEXTS) == 158


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


MARY, BOTH = ["Mary Oakes"], ["Mary Oakes", "Tom Barr"]
ANNEX = "\n\n/s/ Ann Lee\n\nAnnex:  Mary Oakes\n        Tom Barr\n"


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("I, Ann Lee, attorney-in-fact for Mary Oakes and Tom Barr, substitute Bo Park.", BOTH),
        ("Under the power of attorney that Mary Oakes signed I am entitled to delegate; I appoint Bo Park.", MARY),
        ("Mary Oakes appointed me her attorney-in-fact with power to delegate. I delegate it to Bo Park.", MARY),
        (
            f"The persons listed in the annex have given me powers of attorney. I hereby substitute Bo Park.{ANNEX}",
            BOTH,
        ),
        ("As attorney-in-fact for the directors of Acme Corp. I appoint Bo Park as my substitute.", []),
    ],
)
def test_a_substitution_says_whose_power_it_hands_on(words: str, whose: list[str]) -> None:
    (found,) = extract(normalise(words if "/s/" in words else f"{words}\n\nMarch 4, 2016\n\n/s/ Ann Lee\n"))
    assert [p.name for p in found.principals] == ["Ann Lee"]
    assert [one.principal for one in found.refers_to] == whose


PAPERS = [
    line.split(" | ", 1)
    for line in (Path(__file__).parent / "sentences" / "papers.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("kind", "words"), PAPERS, ids=lambda s: s[:50])
def test_a_paper_about_powers_is_none(kind: str, words: str) -> None:
    found = extract(normalise(words.replace(" / ", "\n\n").replace("\\", "\n")))
    assert [one.kind for one in found] == ([] if kind == "none" else [kind])


def test_there_are_as_many_papers_as_the_file_has() -> None:
    assert len(PAPERS) == 65
