"""A title stands on the role that it belongs to; where that is not told, a note keeps it."""

from __future__ import annotations

import pytest
from infact.ingest.filing_quads import InDocument, filing_statements
from infact.ingest.records import Company, Filing, Owner, Role
from infact.ingest.statements import Statements, term


@pytest.mark.parametrize(
    ("roles", "holder"),
    [
        (("director", "officer", "other"), "officer"),
        (("director",), "director"),
        (("director", "other"), "other"),
        (("ten-percent-owner", "other"), "other"),
        (("director", "ten-percent-owner"), None),
        ((), None),
    ],
)
def test_a_title_is_the_officer_s_or_the_only_role_s_or_that_of_another(
    roles: tuple[Role, ...], holder: Role | None
) -> None:
    out = Statements("https://e.org/g")
    owner = Owner("0000000007", "LEE ANN", roles, "Voting Trustee")
    filing_statements(
        out, "https://e.org/f", Filing(issuer=Company("0000000101", "Kestrel"), owners=(owner,)), InDocument("f:f")
    )
    titled = [subject for subject, name, value in out if name == term("title") and value == '"Voting Trustee"']
    noted = [subject for subject, name, value in out if name == term("reviewNote") and "Voting Trustee" in value]
    assert titled == ([f"<f:f/owner/1/membership/{holder}>"] if holder else [])
    assert noted == ([] if holder else ["<f:f/owner/1>"])
