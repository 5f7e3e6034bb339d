"""Issuers, law firms, forms and scope, sentence by sentence, in wordings that no corpus has."""

from __future__ import annotations

from pathlib import Path

import pytest
from infact.ingest.extract import extract
from infact.ingest.records import Instrument
from infact.ingest.text import normalise

FOLDER = Path(__file__).parent / "sentences"


def rows(name: str, cells: int) -> list[list[str]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.split(" | ", cells) for line in lines if not line.startswith("#")]


ISSUERS, FORMS, SCOPES = rows("issuers.txt", 2), rows("forms.txt", 1), rows("scopes.txt", 1)

COMPANIES = (FOLDER / "companies.txt").read_text(encoding="utf-8").splitlines()


def read(said: str) -> Instrument:
    printed = said.replace("\\", "\n").replace(" / ", "\n\n")
    head = "" if "POWER OF ATTORNEY" in printed else "POWER OF ATTORNEY\n\n"
    (found,) = extract(normalise(f"{head}{printed}\n\nDated: May 4, 2011\n\n/s/ Mary Oakes\nMary Oakes\n"))
    return found


def listed(values: tuple[str, ...]) -> str:
    return "; ".join(values) or "-"


@pytest.mark.parametrize(("issuers", "firms", "said"), ISSUERS, ids=lambda s: s[-60:].replace(" ", "-"))
def test_a_power_is_about_the_issuers_that_it_ties_to_its_grantor(issuers: str, firms: str, said: str) -> None:
    found = read(said)
    assert (listed(found.issuers), listed(found.law_firms)) == (issuers, firms)


@pytest.mark.parametrize("company", COMPANIES)
def test_a_company_is_named_in_full_in_running_text_and_in_headings(company: str) -> None:
    sentence = f'I hereby appoint Ann Lee, Secretary of {company} (the "Company"), to sign Forms 3, 4 and 5 about'
    for said in (
        f"The undersigned, an officer of {company}, hereby appoints Ann Lee to sign Forms 3, 4 and 5.",
        f"{sentence}\\securities of {company}. It ends when I leave the Company.",
        f"{company.upper()} / POWER OF ATTORNEY / As a director of {company} I hereby appoint Ann Lee to sign Forms 4.",
    ):
        assert read(said).issuers == (company,)


@pytest.mark.parametrize(("forms", "said"), FORMS, ids=lambda s: s[:60].replace(" ", "-"))
def test_a_power_names_forms(forms: str, said: str) -> None:
    opening = "I, Mary Oakes, a director of Tarn Looms, Inc., hereby appoint Ann Lee my attorney-in-fact as follows. / "
    assert ", ".join(read(opening + said).forms) == forms.replace("-", "" if forms == "-" else "-")


@pytest.mark.parametrize(("scope", "said"), SCOPES, ids=lambda s: s[:60].replace(" ", "-"))
def test_a_power_reaches_section_16_or_not(scope: str, said: str) -> None:
    assert read(f"I, Mary Oakes, hereby appoint Ann Lee my attorney-in-fact {said}.").scope == scope


def test_there_are_as_many_sentences_as_the_files_have() -> None:
    assert (len(ISSUERS), len(FORMS), len(SCOPES), len(COMPANIES)) >= (191, 52, 20, 115)
