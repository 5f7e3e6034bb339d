"""Signature lines: the lines of real filings (facts), and many more patterns."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.ingest.names import is_organization, same_person
from infact.ingest.records import Owner
from infact.ingest.signatures import read_signatures

from tests.cost import cost

ATTORNEY, OFFICER, SELF = "attorney-in-fact", "entity-officer", "self"

# text, signer, capacity, for
LINES: list[tuple[str, str, str | None, tuple[str, ...]]] = [
    ("/s/ John Doe", "John Doe", None, ()),
    ("/s/John Doe", "John Doe", None, ()),
    ("/S/ John Doe", "John Doe", None, ()),
    ("s/ John Doe", "John Doe", None, ()),
    ("//s// John Doe", "John Doe", None, ()),
    ("/ s / John Doe", "John Doe", None, ()),
    ("/John Doe/", "John Doe", None, ()),
    ("(signed) John Doe", "John Doe", None, ()),
    ("JOHN DOE", "JOHN DOE", None, ()),
    ("John Doe, Jr.", "John Doe, Jr.", None, ()),
    ("/s/ John Doe III", "John Doe III", None, ()),
    ("/s/ John Doe, M.D.", "John Doe, M.D.", None, ()),
    ("/s/ Maria de la Cruz", "Maria de la Cruz", None, ()),
    ("By: /s/ John Doe", "John Doe", None, ()),
    ("By: John Doe, Attorney-in-Fact", "John Doe", ATTORNEY, ()),
    ("By: /s/ John Doe, Attorney-in-Fact", "John Doe", ATTORNEY, ()),
    ("*By: /s/ John Doe, Attorney-in-Fact", "John Doe", ATTORNEY, ()),
    ("/s/ John Doe, attorney in fact", "John Doe", ATTORNEY, ()),
    ("/s/ John Doe, as attorney-in-fact", "John Doe", ATTORNEY, ()),
    ("/s/ John Doe (attorney-in-fact)", "John Doe", ATTORNEY, ()),
    ("/s/ John Doe - Attorney-in-Fact", "John Doe", ATTORNEY, ()),
    ("/s/ John Doe Attorney-in-Fact", "John Doe", ATTORNEY, ()),
    ("/s/ John Doe as Attorney-in-Fact", "John Doe", ATTORNEY, ()),
    ("JOHN DOE, ATTORNEY IN FACT", "JOHN DOE", ATTORNEY, ()),
    ("John Doe, POA", "John Doe", ATTORNEY, ()),
    ("John Doe, as POA", "John Doe", ATTORNEY, ()),
    ("John Doe, P.O.A.", "John Doe", ATTORNEY, ()),
    ("/s/ John Doe, by power of attorney", "John Doe", ATTORNEY, ()),
    ("/s/ John Doe, under power of attorney", "John Doe", ATTORNEY, ()),
    ("/s/ John Doe, by substituted power of attorney", "John Doe", ATTORNEY, ()),
    ("/s/ John Doe pursuant to power of attorney", "John Doe", ATTORNEY, ()),
    ("/s/ John Doe, under power of attorney dated January 3, 2020", "John Doe", ATTORNEY, ()),
    ("/s/ John Doe, power of attorney", "John Doe", ATTORNEY, ()),
    ("/s/ John Doe, Agent", "John Doe", ATTORNEY, ()),
    ("By /s/ John Doe, as Agent", "John Doe", ATTORNEY, ()),
    ("Attorney-in-Fact: John Doe", "John Doe", ATTORNEY, ()),
    ("Attorney-in-fact: /s/ John Doe", "John Doe", ATTORNEY, ()),
    ("/s/ John Doe, attorney-in-fact for Mary Roe", "John Doe", ATTORNEY, ("Mary Roe",)),
    ("/s/ John Doe, as attorney-in-fact for Mary Roe", "John Doe", ATTORNEY, ("Mary Roe",)),
    ("/s/ John Doe as POA for Mary Roe", "John Doe", ATTORNEY, ("Mary Roe",)),
    ("/s/ John Doe for Mary Roe", "John Doe", ATTORNEY, ("Mary Roe",)),
    ("/s/ John Doe on behalf of Mary Roe", "John Doe", ATTORNEY, ("Mary Roe",)),
    ("/s/ John Doe, Agent for Mary Roe", "John Doe", ATTORNEY, ("Mary Roe",)),
    ("By: John Doe For: Mary Roe", "John Doe", ATTORNEY, ("Mary Roe",)),
    ("By: John Doe, Authorized Signatory For: Mary Roe", "John Doe", ATTORNEY, ("Mary Roe",)),
    ("/s/ John Doe, attorney-in-fact for Mary Q. Roe, Jr.", "John Doe", ATTORNEY, ("Mary Q. Roe, Jr.",)),
    (
        "/s/ John Doe, attorney-in-fact for each of A. B. Cee, Dee Eff and Gee Haitch",
        "John Doe",
        ATTORNEY,
        ("A. B. Cee", "Dee Eff", "Gee Haitch"),
    ),
    ("/s/ John Doe, Attorney-in-Fact for Reporting Person", "John Doe", ATTORNEY, ()),
    ("/s/ John Doe, attorney-in-fact for the undersigned", "John Doe", ATTORNEY, ()),
    ("/s/ John Doe, attorney-in-fact for Acme Partners, L.P.", "John Doe", ATTORNEY, ("Acme Partners, L.P.",)),
    ("Mary Roe by John Doe, attorney-in-fact", "John Doe", ATTORNEY, ("Mary Roe",)),
    ("Mary Roe, by John Doe, Attorney-in-Fact", "John Doe", ATTORNEY, ("Mary Roe",)),
    ("Mary Roe By: /s/ John Doe, Attorney-in-Fact", "John Doe", ATTORNEY, ("Mary Roe",)),
    ("MARY ROE By: JOHN DOE, ATTORNEY IN FACT", "JOHN DOE", ATTORNEY, ("MARY ROE",)),
    ("John B. Doe, III, by Jane Roe, Attorney-in-Fact", "Jane Roe", ATTORNEY, ("John B. Doe, III",)),
    ("/s/ Mary Roe by: John Doe", "John Doe", ATTORNEY, ("Mary Roe",)),
    ("Acme Fund LP By: /s/ John Doe, Director", "John Doe", OFFICER, ("Acme Fund LP",)),
    ("Acme Corp., By : /s/ John Doe, General Counsel", "John Doe", OFFICER, ("Acme Corp.",)),
    (
        "Acme Fund LP, By: Acme GP LLC, its general partner, By: /s/ John Doe, Managing Member",
        "John Doe",
        OFFICER,
        ("Acme Fund LP", "Acme GP LLC"),
    ),
    (
        "Acme Fund LP, by Acme GP LLC, its general partner, by /s/ John Doe",
        "John Doe",
        OFFICER,
        ("Acme Fund LP", "Acme GP LLC"),
    ),
    ("The Roe Family Trust, By: /s/ John Doe, Trustee", "John Doe", OFFICER, ("The Roe Family Trust",)),
    ("/s/ John Doe, Trustee", "John Doe", OFFICER, ()),
    ("/s/ John Doe, President", "John Doe", OFFICER, ()),
    (
        "/s/ Able Baker & Charlie LLP, Attorney-in-Fact for Mary Roe",
        "Able Baker & Charlie LLP",
        ATTORNEY,
        ("Mary Roe",),
    ),
    ("  /s/  John   Doe ,  Attorney-in-Fact ", "John Doe", ATTORNEY, ()),
    ("/s/ John Doe\nAttorney-in-Fact", "John Doe", ATTORNEY, ()),
    ("/s/ John Doe, attomey-in-fact", "John Doe", ATTORNEY, ()),
]


@pytest.mark.parametrize(("text", "signer", "capacity", "signed_for"), LINES, ids=[line[0] for line in LINES])
def test_line(text: str, signer: str, capacity: str | None, signed_for: tuple[str, ...]) -> None:
    (found,) = read_signatures(text)
    assert (found.signer, found.capacity, found.signed_for) == (signer, capacity, signed_for)


def test_lines_of_the_table_are_all_right() -> None:
    """More lines, made up in the patterns that filers use; several persons may sign in one."""
    lines = json.loads((Path(__file__).parent / "signature_lines.json").read_text(encoding="utf-8"))
    assert len(lines) == 606
    for line in lines:
        found = [[s.signer, s.capacity, list(s.signed_for)] for s in read_signatures(line["text"])]
        assert found == line["signatures"], line["text"]


@pytest.mark.parametrize(
    "line", ["/s/ Jane Roe, by POA", "Jane Roe by attorney-in-fact", "Jane Roe, by power of attorney"]
)
def test_a_principal_whose_attorney_is_not_named_is_no_signer(line: str) -> None:
    found = read_signatures(line, owners=[Owner("0000000001", "Roe Jane")])
    assert [(s.signer, s.capacity, s.signed_for) for s in found] == [(None, "attorney-in-fact", ("Jane Roe",))]
    stranger = [Owner("0000000001", "Doe John")]  # then Jane Roe may be the attorney
    assert [s.signer for s in read_signatures("/s/ Jane Roe, by POA", owners=stranger)] == ["Jane Roe"]


@pytest.mark.parametrize(
    "piece", [",", "(", ", ", "by ", "for ", "A. ", "/s/ ", "; /s/ A", "and ", "attorney-in-fact ", "_"]
)
def test_no_repetition_makes_a_line_slow(piece: str) -> None:
    assert cost(lambda: read_signatures(piece * 100_000), 5) < 5


def test_real_lines_are_all_right(corpus: Path) -> None:
    lines = json.loads((corpus / "signatures.json").read_text(encoding="utf-8"))
    assert len(lines) == 25
    for line in lines:
        (found,) = read_signatures(line["text"])
        assert (found.signer, found.capacity, list(found.signed_for)) == (
            line["signer"],
            line["capacity"],
            line["for"],
        ), line["text"]


def test_several_persons_in_one_line_are_several_signatures() -> None:
    found = read_signatures("/s/ John Doe and Jane Roe, attorneys-in-fact")
    assert [(f.signer, f.capacity) for f in found] == [("John Doe", ATTORNEY), ("Jane Roe", ATTORNEY)]


@pytest.mark.parametrize(
    ("text", "owner", "capacity"),
    [
        ("/s/ John A. Doe", "DOE JOHN A", SELF),
        ("/s/ Jack Doe", "Doe John", SELF),
        ("/s/ Maria de la Cruz", "de la Cruz Maria", SELF),
        ("/s/ Jane Roe", "DOE JOHN A", None),
        ("/s/ John Doe, Trustee", "Roe Mary", ATTORNEY),
        ("/s/ John Doe, Manager", "Acme GP LLC", OFFICER),
        ("/s/ John Doe, Director of Acme GP LLC", "Acme GP LLC", OFFICER),
    ],
)
def test_owners_tell_who_signs_for_themselves(text: str, owner: str, capacity: str | None) -> None:
    (found,) = read_signatures(text, owners=[Owner("0000000001", owner)])
    assert found.capacity == capacity


@pytest.mark.parametrize(("owner", "signed_for"), [("ACME HOLDINGS LTD", ("Acme Holdings Ltd.",)), ("DOE JOHN A", ())])
def test_the_company_of_a_title_is_signed_for_where_it_is_an_owner(owner: str, signed_for: tuple[str, ...]) -> None:
    (found,) = read_signatures("/s/ Jane Roe, Director of Acme Holdings Ltd.", owners=[Owner("0000000001", owner)])
    assert found.signed_for == signed_for


@pytest.mark.parametrize(
    ("printed", "edgar", "same"),
    [
        ("Rajesh Melkote", "Melkote Rajesh Ramaswamy", True),
        ("William W. George", "GEORGE WILLIAM W", True),
        ("Bill George", "GEORGE WILLIAM W", True),
        ("Carine Jean-Claude", "Jean-Claude Carine Lamercie", True),
        ("Jos\u00e9 P\u00e9rez", "PEREZ JOSE", True),
        ("R. Stanton Dodge", "Dodge R Stanton", True),
        ("Stanton Dodge", "Dodge R Stanton", True),
        ("Conor O'Brien", "OBRIEN CONOR", True),
        ("Ludwig van der Berg", "van der Berg Ludwig", True),
        ("John Doe, Jr.", "DOE JOHN SR", False),
        ("Mary Doe", "DOE JOHN", False),
        ("John Doe", "ROE JOHN", False),
        ("Acme LLC", "ACME LLC", False),
    ],
)
def test_a_printed_name_and_an_edgar_name(printed: str, edgar: str, same: bool) -> None:
    assert same_person(printed, edgar) is same


@pytest.mark.parametrize(
    ("name", "organization"),
    [
        ("Acme Corp.", True),
        ("StoneBridge 2018, L.P.", True),
        ("The Roe Family Trust", True),
        ("GOLDMAN SACHS & CO", True),
        ("John Doe", False),
        ("Mary Lou Bank", False),
    ],
)
def test_organizations_are_told_from_persons(name: str, organization: bool) -> None:
    assert is_organization(name) is organization


@given(st.text(max_size=120))
def test_any_line_is_read(text: str) -> None:
    assert all(found.text == text for found in read_signatures(text))
