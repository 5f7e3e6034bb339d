"""Names: one person's name as printed and as EDGAR has it; organizations apart from persons."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from infact.ingest.extract.words import HONORIFICS, NAME_SUFFIXES
from infact.ingest.names import generation, is_organization, same_person


@pytest.mark.parametrize(
    ("printed", "edgar", "same"),
    [
        ("John A. Smith", "SMITH JOHN A", True),
        ("John Smith Jr.", "SMITH JOHN A JR", True),
        ("John Smith", "SMITH JOHN A JR", True),
        ("J. Andrew Smith", "SMITH J ANDREW", True),
        ("Andy Smith", "SMITH JOHN ANDREW", True),
        ("Robert Smith", "SMITH BOB", True),
        ("Liz Warren", "Warren Elizabeth A", True),
        ("Peggy Noonan", "NOONAN MARGARET", True),
        ("María José García López", "Garcia Lopez Maria Jose", True),
        ("Maria Garcia", "Garcia Lopez Maria Jose", True),
        ("Jean-Claude Van Damme", "VAN DAMME JEAN-CLAUDE", True),
        ("Ludwig von Beethoven", "Beethoven Ludwig von", True),
        ("John O'Brien", "O BRIEN JOHN", True),
        ("John McDonald", "MC DONALD JOHN", True),
        ("John St. James", "ST JAMES JOHN", True),
        ("Mary Smith-Jones", "SMITH JONES MARY", True),
        ("Mary Smith Jones", "SMITH-JONES MARY", True),
        ("Nicholas De La Cruz", "De La Cruz Nicholas", True),
        ("Nicholas DeLaCruz", "De La Cruz Nicholas", True),
        ("Li Wei", "LI WEI", True),
        ("Wei Li", "LI WEI", True),
        ("Wenjun Li", "Li Wenjun", True),
        ("Jae-Ho Lee", "LEE JAE HO", True),
        ("JaeHo Lee", "Lee Jae-Ho", True),
        ("Ted Smith", "SMITH THEODORE R", True),
        ("Ted Smith", "SMITH EDWARD R", True),
        ("W. W. George", "GEORGE WILLIAM W", True),
        ("Bill George", "GEORGE WALTER", False),
        ("Mary Smith", "SMITH JOHN", False),
        ("John Smith III", "SMITH JOHN JR", False),
        ("John Smithson", "SMITH JOHN", False),
        ("John Smith", "SMITHSON JOHN", False),
        ("Smith John", "SMITH JOHN", True),
        ("John Q. Public", "PUBLIC JOHN QUINCY /ADV", True),
        ("Björn Åsgård", "ASGARD BJORN", True),
        ("Jürgen Müller", "MUELLER JUERGEN", True),
        ("Søren Kierkegaard", "KIERKEGAARD SOREN", True),
        ("Łukasz Kowalski", "KOWALSKI LUKASZ", True),
        ("John A Smith M.D.", "SMITH JOHN A MD", True),
        ("Dr. John Smith", "SMITH JOHN DR", True),
        ("Katherine Kwiat", "Garascia Jessica A.", False),
        ("John D. Davis", "DAVIS JOHN D", True),
        ("M. D. Smith", "SMITH M D", True),
        ("T. Wilson Eglin", "EGLIN T WILSON", True),
        ("Wilson Eglin", "EGLIN T WILSON", True),
        ("Jessica Garascia", "Garascia Jessica A.", True),
        ("James Smith", "SMITH JAMIE", True),
        ("Chris Smith", "SMITH CHRISTINA", True),
        ("Jo Smith", "SMITH JOHN", False),
        ("Ed Lee", "LEE EDWIN", True),
        ("Al Gore", "GORE ALBERT", True),
        ("Alan Smith", "SMITH ALBERT", False),
        ("Daniel Smith", "SMITH DANIELLE", False),
        ("Paul Smith", "SMITH PAULA", False),
        ("Eric Smith", "SMITH ERICA", False),
        ("Robert Smith", "SMITH ROBERTA", False),
        ("Don Smith", "SMITH DONNA", False),
        ("Smith", "SMITH JOHN", False),
        ("", "", False),
        ("John Smith", "", False),
    ],
)
def test_a_printed_name_may_be_an_edgar_name(printed: str, edgar: str, same: bool) -> None:
    assert same_person(printed, edgar) is same


@pytest.mark.parametrize(
    ("name", "organization"),
    [
        ("Apple Inc", True),
        ("T. Rowe Price Associates", True),
        ("BlackRock Advisors", True),
        ("Bank of America", True),
        ("Vanguard Group", True),
        ("KKR & Co. Inc.", True),
        ("FMR LLC", True),
        ("Renaissance Technologies LLC", True),
        ("Saba Capital Management, L.P.", True),
        ("William Price", False),
        ("State Teachers Retirement System", True),
        ("Government of Singapore", True),
        ("Doe John Trust", True),
        ("Estate of John Doe", True),
        ("Mary Ann Company", True),
        ("Grant Sachs", False),
        ("Bill Gates III", False),
        ("Cede & Co", True),
        ("Allianz SE", True),
        ("SAP AG", True),
        ("Novo Nordisk A/S", True),
        ("Ann Partners", True),
        ("John Banks", False),
        ("Berkshire Hathaway", False),
        ("SoftBank Group Corp.", True),
        ("SVF II Aggregator (Jersey) LP", True),
        ("JOHN CO", True),
        ("Ming Sa", False),
        ("Kim Se", False),
        ("Anna Pa", False),
        ("Park Inc", True),
    ],
)
def test_organizations_are_told_from_persons(name: str, organization: bool) -> None:
    assert is_organization(name) is organization


@pytest.mark.parametrize(
    ("name", "expected"),
    [("John Doe, Jr.", "jr"), ("DOE JOHN SR", "sr"), ("John Doe 3rd", "iii"), ("John Doe V", None), ("John Doe", None)],
)
def test_generations_have_one_spelling(name: str, expected: str | None) -> None:
    assert generation(name) == expected


WORD = st.text("abcdefghijklmnopqrstuvwxyz\u00e9\u00fc\u0142", min_size=3, max_size=9).map(str.capitalize)


@given(WORD, WORD, WORD)
def test_a_name_is_the_same_with_its_surname_first_and_in_capitals(given_name: str, middle: str, surname: str) -> None:
    printed, edgar = f"{given_name} {middle[0]}. {surname}", f"{surname} {given_name} {middle}".upper()
    assume(not is_organization(printed) and not is_organization(edgar))
    assume(not {given_name.lower(), surname.lower()} & (HONORIFICS | NAME_SUFFIXES))
    assert same_person(printed, edgar)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_can_be_asked_about(printed: str, edgar: str) -> None:
    assert same_person(printed, edgar) in {True, False}
