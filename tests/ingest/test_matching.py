"""For whom a signature line of a joint filing stands, by which rule, and what stays open."""

from __future__ import annotations

import pytest
from infact.ingest.filings import matched
from infact.ingest.records import Owner
from infact.ingest.signatures import read_signatures

FUND, GP, LEE, SENIOR, JUNIOR = (
    Owner("0000000001", "QUAY FUND III LP"),
    Owner("0000000002", "Quay Partners, LLC"),
    Owner("0000000003", "LEE ANN R"),
    Owner("0000000004", "OAKES JOHN SR"),
    Owner("0000000005", "OAKES JOHN JR"),
)
CHAIN = "Quay Fund III, L.P., By: Quay Partners, LLC, its general partner, By: /s/ Ann Lee, Manager"
PARTNER_OF = "/s/ Bo Park, attorney-in-fact for Quay Partners, LLC, the general partner of Quay Fund III, L.P."

CASES = [
    ("the only owner", (LEE,), ["/s/ Bo Park, attorney-in-fact"], [("3", "single", 1.0)]),
    ("the only owner, under another name", (LEE,), ["/s/ Bo Park for Ann Smith"], [("3", "single", 0.8)]),
    ("the only owner, whom another line names", (LEE,), ["/s/ Bo Park for Cy Dunn", "/s/ Bo Park for Ann Lee"],
     [(None, None, None), ("3", "name", 0.95)]),
    ("each by name", (FUND, LEE), ["/s/ Ann Lee", "Quay Fund III, L.P., By: /s/ Ann Lee, Manager"],
     [("3", "name", 0.95), ("1", "name", 0.95)]),
    ("a chain stands for its head", (FUND, GP, LEE), [CHAIN], [("1", "chain", 0.9)]),
    ("each end of a chain has its line", (FUND, GP), [CHAIN, "Quay Partners, LLC, By: /s/ Ann Lee, Manager"],
     [("1", "chain", 0.9), ("2", "name", 0.95)]),
    ("a partner named behind the signer acts for its fund", (GP, FUND), [PARTNER_OF], [("1", "chain", 0.9)]),
    ("the entity's name stands in the text", (FUND, LEE), ["/s/ Bo Park, on the stationery of Quay Fund III"],
     [("1", "name", 0.8)]),
    ("as many silent lines as owners", (FUND, GP), ["/s/ Bo Park", "/s/ Bo Park"],
     [("1", "order", 0.6), ("2", "order", 0.6)]),
    ("one silent line for the owner left over", (FUND, LEE), ["/s/ Ann Lee", "/s/ Bo Park, Authorized Signatory"],
     [("3", "name", 0.95), ("1", "order", 0.6)]),
    ("one line for several owners is no one's in the record", (FUND, GP), ["/s/ Bo Park"], [(None, None, None)]),
    ("three lines for two owners stay open", (FUND, GP), ["/s/ Bo Park", "/s/ Cy Dunn", "/s/ Dee Fox"],
     [(None, None, None)] * 3),
    ("a line for somebody who is no owner stays open", (FUND, GP), ["/s/ Bo Park for Cy Dunn"], [(None, None, None)]),
    ("a trust that the line names without its day", (Owner("0000000006", "Roe Trust dated 6/1/1994"), LEE),
     ["/s/ Ann Lee, individually and as trustee of the Roe Trust"], [("3", "name", 0.95)]),
    ("a surname that one owner bears", (LEE, FUND), ["/s/ Bo Park for Ms. Lee", "/s/ Bo Park"],
     [("3", "name", 0.95), ("1", "order", 0.6)]),
    ("a surname that two owners bear", (SENIOR, JUNIOR), ["/s/ Bo Park for Mr. Oakes"], [(None, None, None)]),
    ("an owner's second line, as a trustee, is for the trust", (LEE, FUND), ["/s/ Ann Lee", "/s/ Ann Lee, TTEE"],
     [("3", "name", 0.95), ("1", "order", 0.6)]),
    ("an owner's only line, as a trustee, is his own", (LEE, FUND), ["/s/ Ann Lee, Trustee", "/s/ Bo Park"],
     [("3", "name", 0.95), ("1", "order", 0.6)]),
    ("an officer's second line, where two entities are left, is his own", (LEE, FUND, GP),
     ["/s/ Ann Lee", "/s/ Ann Lee, Manager"], [("3", "name", 0.95), ("3", "name", 0.95)]),
    ("father and son, by their generation", (SENIOR, JUNIOR), ["/s/ John Oakes, Jr.", "/s/ John Oakes, Sr."],
     [("5", "name", 0.95), ("4", "name", 0.95)]),
    ("father and son, nothing tells which", (SENIOR, JUNIOR), ["/s/ John Oakes"], [(None, None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("owners", "lines", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_line_is_matched_by_the_first_rule_that_settles_it(
    owners: tuple[Owner, ...], lines: list[str], expected: list[tuple[str | None, str | None, float | None]]
) -> None:
    found = matched(tuple(s for text in lines for s in read_signatures(text, owners=owners)), owners)
    assert [(s.owner_cik and s.owner_cik.lstrip("0"), s.match, s.confidence) for s in found] == expected
