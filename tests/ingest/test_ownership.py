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
