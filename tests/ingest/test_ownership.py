"""The ownership document: whatever is absent stays unknown, and nothing in it is expanded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.ingest.ownership import read_ownership
from infact.ingest.records import Company, Owner

OWNER = (
    "<reportingOwner><reportingOwnerId><rptOwnerCik>{cik}</rptOwnerCik><rptOwnerName>{name}</rptOwnerName>"
    "</reportingOwnerId><reportingOwnerRelationship>{flags}</reportingOwnerRelationship></reportingOwner>"
)

SIGNATURE = "<ownerSignature><signatureName>{name}</signatureName><signatureDate>{day}</signatureDate></ownerSignature>"


def document(inside: str) -> str:
    return f"<ownershipDocument>{inside}</ownershipDocument>"


def test_owners_and_signatures_stand_in_their_order() -> None:
    found = read_ownership(
        document(
            OWNER.format(cik=2, name="Fund LP", flags="<isTenPercentOwner>1</isTenPercentOwner>")
            + OWNER.format(cik=1, name="DOE JOHN", flags="<isOther>true</isOther><otherText>Adviser</otherText>")
            + "<ownerSignature><signatureName>/s/ A</signatureName><signatureDate>N/A</signatureDate></ownerSignature>"
            + "<ownerSignature><signatureName/><signatureDate>2014-02-05</signatureDate></ownerSignature>"
        )
    )
    assert found is not None
    assert found.owners == (
        Owner("0000000002", "Fund LP", ("ten-percent-owner",)),
        Owner("0000000001", "DOE JOHN", ("other",)),
    )
    assert found.signatures == (("/s/ A", None), ("", "2014-02-05"))


@pytest.mark.parametrize(
    ("element", "name"),
    [
        ("<issuerName>Acme &amp; Co.</issuerName>", "Acme & Co."),
        ("<issuerName>\n  Acme\n  Corp.\n</issuerName>", "Acme Corp."),
        ("<issuerName><value>Acme</value></issuerName>", "Acme"),
        ("<issuerName><![CDATA[Acme]]></issuerName>", "Acme"),
        ('<issuerName note="x">Acme</issuerName>', "Acme"),
        ("<issuerName>Soci&#233;t&#xe9;</issuerName>", "Soci\u00e9t\u00e9"),
    ],
)
def test_values_are_read_as_xml_writes_them(element: str, name: str) -> None:
    found = read_ownership(document(f"<issuerCik>7</issuerCik>{element}"))
    assert found is not None
    assert found.issuer == Company("0000000007", name)


# What forms of each schema version write that others do not: flags, dates, elements that say nothing of authority.
VERSIONS = [
    ("X0101", "<isDirector>1</isDirector>", "2003-06-12", ""),
    ("X0102", "<isDirector>1</isDirector><isOfficer>0</isOfficer>", "2003-06-12", ""),
    ("X0201", "<isDirector>true</isDirector><isOfficer>false</isOfficer>", "2003-06-12", ""),
    ("X0202", "<isDirector>1</isDirector><isOfficer/>", "2003-06-12-05:00", ""),
    ("X0203", "<isDirector><value>1</value></isDirector>", "2003-06-12-04:00",
     "<dateOfOriginalSubmission>2003-06-01-05:00</dateOfOriginalSubmission>"),
    ("X0206", "<isDirector> true </isDirector>", "2003-06-12+01:00", ""),
    ("X0303", "<isDirector>1</isDirector><isOther>0</isOther><otherText/>", "2003-06-12Z", ""),
    ("X0304", "<isDirector>TRUE</isDirector>", "2003-06-12", "<noSecuritiesOwned>0</noSecuritiesOwned>"),
    ("X0305", "<isDirector>1</isDirector>", "2003-06-12", "<form3HoldingsReported>true</form3HoldingsReported>"),
    ("X0306", "<isDirector>1</isDirector><isOfficer>0</isOfficer>", "2003-06-12",
     "<notSubjectToSection16>1</notSubjectToSection16>"),
    ("X0404", "<isDirector>1</isDirector>", "2003-06-12", "<remarks>See \"Exhibit 24\"</remarks>"),
    ("X0407", "<isDirector>true</isDirector>", "2003-06-12", "<aff10b5One>0</aff10b5One>"),
    ("X0508", "<isDirector>true</isDirector><isOfficer>false</isOfficer>", "2003-06-12",
     "<aff10b5One>true</aff10b5One><footnotes><footnote id=\"F1\">The isOfficer flag.</footnote></footnotes>"),
]  # fmt: skip


@pytest.mark.parametrize(("version", "flags", "day", "others"), VERSIONS, ids=[row[0] for row in VERSIONS])
def test_every_schema_version_is_read(version: str, flags: str, day: str, others: str) -> None:
    found = read_ownership(
        document(
            f"<schemaVersion>{version}</schemaVersion><documentType>4/A</documentType>"
            f"<periodOfReport>{day}</periodOfReport>{others}"
            "<issuer><issuerCik>0000000007</issuerCik><issuerName>Acme</issuerName></issuer>"
            + OWNER.format(cik="0000000008", name="DOE JOHN", flags=flags)
            + SIGNATURE.format(name="/s/ A", day=day)
        )
    )
    assert found is not None
    assert found.owners == (Owner("0000000008", "DOE JOHN", ("director",)),)
    assert (found.form, found.period, found.issuer) == ("4/A", "2003-06-12", Company("0000000007", "Acme"))
    assert found.signatures == (("/s/ A", "2003-06-12"),)


@pytest.mark.parametrize("nothing", ["N/A", "n/a", "NA", "None", "--", "Not Applicable", ""])
def test_what_says_that_nothing_is_there_is_no_value(nothing: str) -> None:
    found = read_ownership(
        document(
            f"<periodOfReport>{nothing}</periodOfReport>"
            + OWNER.format(cik=nothing, name="DOE JOHN", flags=f"<officerTitle>{nothing}</officerTitle>")
            + SIGNATURE.format(name="x", day=nothing)
        )
    )
    assert found is not None
    assert (found.period, found.owners, found.signatures) == (None, (Owner(None, "DOE JOHN"),), (("x", None),))


def test_a_form_without_flags_and_signatures_says_nothing_of_them() -> None:
    found = read_ownership(document(OWNER.format(cik="8", name="DOE JOHN", flags="")))
    assert found is not None
    assert (found.owners, found.signatures, found.form) == ((Owner("0000000008", "DOE JOHN"),), (), None)


def test_no_entity_of_a_document_type_is_expanded() -> None:
    bomb = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
    found = read_ownership(bomb + document("<issuerName>&b;&f;</issuerName>"))
    assert found is not None
    assert found.issuer == Company(None, "&b;&f;")


@pytest.mark.parametrize(
    "text", ["", "<ownershipDocument>", "</ownershipDocument><ownershipDocument>", "POWER OF ATTORNEY"]
)
def test_a_text_without_an_ownership_document_has_none(text: str) -> None:
    assert read_ownership(text) is None


@given(st.text(alphabet="<>/ownershipDcumtrgOa1 &;"))
def test_anything_inside_is_read(inside: str) -> None:
    assert read_ownership(document(inside)) is not None
