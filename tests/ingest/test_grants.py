"""Powers, authority, substitution, revocation and law, sentence by sentence, in wordings that no corpus has."""

from __future__ import annotations

from pathlib import Path

import pytest
from infact.ingest.extract import acting, delegation, governing_law, grants, powers, revoking
from infact.ingest.extract.appointment import Appointment
from infact.ingest.extract.clauses import Page, sentences
from infact.ingest.extract.organizations import organizations
from infact.ingest.text import normalise

FOLDER = Path(__file__).parent / "sentences"


def rows(name: str, cells: int) -> list[list[str]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.split(" | ", cells) for line in lines if not line.startswith("#")]


POWERS, MANNERS = rows("powers.txt", 1), rows("manner.txt", 4)


def page(printed: str) -> Page:
    text = normalise(printed + "\n").text
    return Page(text, 0, len(text), organizations(text), sentences(text))


@pytest.mark.parametrize(("granted", "sentence"), POWERS, ids=lambda s: s[:40].replace(" ", "-"))
def test_a_sentence_grants_the_powers_that_it_names(granted: str, sentence: str) -> None:
    found = page(sentence)
    names = [p.value for p in powers.powers(grants.grants(found, found.end), securities=True)]
    assert (", ".join(names) or "-") == granted


@pytest.mark.parametrize(
    ("authority", "substitution", "revokes", "law", "sentence"), MANNERS, ids=lambda s: s[-40:].replace(" ", "-")
)
def test_a_sentence_says_how_attorneys_may_act(
    authority: str, substitution: str, revokes: str, law: str, sentence: str
) -> None:
    found = page(sentence)
    clause = found.sentences[0]
    said = (
        acting.authority(found, Appointment(clause.start, clause.end, ()), ["Ann Lee", "Bo Park"]),
        delegation.substitution(found, found.end, "power-of-attorney"),
        revoking.revokes_prior(found, found.end),
        governing_law.governing_law(found),
    )
    expected = (authority, substitution, revokes, law)
    assert tuple((s.value if s else "-").replace("true", "yes") for s in said) == expected


def test_there_are_as_many_sentences_as_the_files_have() -> None:
    assert (len(POWERS), len(MANNERS)) >= (349, 68)
