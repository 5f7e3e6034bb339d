"""The container: its parts are found in time that grows with the file alone, whatever the file holds."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.ingest.ownership import read_ownership
from infact.ingest.records import Company
from infact.ingest.submission import is_submission, read_submission

from tests.cost import cost

HEADER = """<SEC-DOCUMENT>0000000001-14-000009.txt : 20140205
<SEC-HEADER>
ACCESSION NUMBER:\t\t0000000001-14-000009
CONFORMED SUBMISSION TYPE:\t{form}
FILED AS OF DATE:\t\t20140205
{parties}
</SEC-HEADER>
"""
PARTY = "{part}:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t{name}\n\t\tCENTRAL INDEX KEY:\t{cik}\n"


def header(form: str, *parties: tuple[str, str, str]) -> str:
    return HEADER.format(form=form, parties="".join(PARTY.format(part=p, name=n, cik=c) for p, n, c in parties))


@pytest.mark.parametrize(
    ("form", "parties", "issuer", "owners"),
    [
        ("4", [("REPORTING-OWNER", "DOE JOHN", "8"), ("ISSUER", "ACME", "7")], "ACME", ["DOE JOHN"]),
        (
            "4",
            [("ISSUER", "ACME", "7"), ("REPORTING-OWNER", "B", "9"), ("REPORTING-OWNER", "A", "8")],
            "ACME",
            ["B", "A"],
        ),
        ("4", [("REPORTING-OWNER", "DOE JOHN", "8"), ("REPORTING-OWNER", "DOE JOHN", "8")], None, ["DOE JOHN"]),
        ("SC 13D", [("SUBJECT COMPANY", "ACME", "7"), ("FILED BY", "FUND LP", "9")], "ACME", ["FUND LP"]),
        ("S-8", [("FILER", "ACME", "7")], "ACME", []),
    ],
)
def test_parties_stand_in_the_order_of_the_header(
    form: str, parties: list[tuple[str, str, str]], issuer: str | None, owners: list[str]
) -> None:
    found = read_submission(header(form, *parties))
    assert (found.form, found.issuer and found.issuer.name, [o.name for o in found.owners]) == (form, issuer, owners)


def test_an_issuer_keeps_the_names_that_it_bore_before() -> None:
    former = "\tFORMER COMPANY:\n\t\tFORMER CONFORMED NAME:\tAPEX {}\n\t\tDATE OF NAME CHANGE:\t20071101\n"
    issuer = PARTY.format(part="ISSUER", name="ACME", cik="7") + former.format("A") + former.format("B")
    owner = PARTY.format(part="REPORTING-OWNER", name="DOE JOHN", cik="8") + former.format("C")
    for parties in (issuer + owner, owner + issuer):
        found = read_submission(HEADER.format(form="4", parties=parties))
        assert found.issuer == Company("0000000007", "ACME", ("APEX A", "APEX B"))
        assert found.owners == (Company("0000000008", "DOE JOHN"),)


def test_a_party_without_a_name_does_not_take_another_ones() -> None:
    text = header("4", ("ISSUER", "ACME", "7")) + "REPORTING-OWNER:\n\tCENTRAL INDEX KEY:\t8\n"
    assert read_submission(text).owners == (Company("0000000008", ""),)


def test_documents_are_found_with_their_characters() -> None:
    text = header("4") + (
        "<DOCUMENT>\n<TYPE>4\n<SEQUENCE>1\n<FILENAME>a.xml\n<TEXT>\none\n</TEXT>\n</DOCUMENT>\n"
        "<DOCUMENT>\n<TYPE>ex-24.1\n<SEQUENCE>2\n<FILENAME>b.txt\n<TEXT>\nit says </TEXT> and two\n"
        "</TEXT>\n</DOCUMENT>\n"
        "<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\nthree"
    )
    assert [(m.type, m.filename, text[m.start : m.end].strip()) for m in read_submission(text).members] == [
        ("4", "a.xml", "one"),
        ("EX-24.1", "b.txt", "it says </TEXT> and two"),
        ("EX-99", None, "three"),
    ]


@pytest.mark.parametrize(
    "piece",
    [
        "<DOCUMENT>",
        "<DOCUMENT><TEXT>",
        "<DOCUMENT></DOCUMENT>",
        "<TEXT>",
        "NAME: ",
        "NAME:",
        "A ",
        "\t",
        "<A",
        ":\n",
        "<CIK>",
    ],
)
def test_no_repetition_makes_reading_slow(piece: str) -> None:
    """A million characters; a reader that looks twice at each would need hours."""
    for head in ("<SEC-HEADER>\n", "<SUBMISSION>\n"):
        assert cost(partial(read_submission, head + piece * (1_000_000 // len(piece))), 5) < 5


@pytest.mark.parametrize(
    "piece", ["<ownershipDocument>", "<reportingOwner>", "<ownerSignature>", "<issuerName>", " ", "<", "<issuerName "]
)
def test_no_repetition_makes_an_ownership_document_slow(piece: str) -> None:
    for end in ("", "</ownershipDocument>"):
        whole = "<ownershipDocument>" + piece * (1_000_000 // len(piece)) + end
        assert cost(partial(read_ownership, whole), 5) < 5


@given(st.lists(st.sampled_from(["<DOCUMENT>", "</DOCUMENT>", "<TEXT>", "</TEXT>", "<TYPE>4\n", "ISSUER:", "\n", "x"])))
def test_any_order_of_tags_is_read(pieces: list[str]) -> None:
    text = "<SEC-HEADER>" + "".join(pieces)
    assert is_submission(text)
    members = read_submission(text).members
    assert all(0 <= m.start <= m.end <= len(text) for m in members)
    assert all(a.end <= b.start for a, b in pairwise(members))
