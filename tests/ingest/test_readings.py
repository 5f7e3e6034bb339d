"""Structures in which instruments say who acts, what is asked and denied, and what another paper did."""

from __future__ import annotations

import pytest
from infact.ingest.extract import extract
from infact.ingest.records import Instrument
from infact.ingest.text import normalise

GRANT = "I, Olga Prentiss, appoint {who} as my attorneys-in-fact to sign and file Forms 4 about Tarn Looms, Inc."
SIGNED = "\n\nDated: May 4, 2011\n\n/s/ Olga Prentiss\nOlga Prentiss\n"


def read(body: str) -> Instrument:
    (found,) = extract(normalise(f"POWER OF ATTORNEY\n\n{body}{SIGNED}"))
    return found


def attorneys(found: Instrument) -> list[tuple[str, str | None]]:
    return [(a.name, a.affiliation) for a in found.attorneys]


def test_a_question_answered_with_no_says_nothing() -> None:
    asked = (
        GRANT.format(who="Dan Weir and Ray Tull")
        + "\n\nMust they act together?\n\n    {0}\n\nMay they sell my shares? {0}\n\nDoes it revoke an earlier "
        "power of "
        "attorney?\n\n    {0}"
    )
    no, yes = read(asked.format("No.")), read(asked.format("Yes."))
    assert (no.authority, no.revokes_prior, no.powers) == (None, False, ("execute-forms", "file-forms"))
    assert (yes.authority, yes.revokes_prior, yes.powers[2:]) == ("joint", True, ("trade-securities",))


def test_what_an_earlier_paper_did_appoints_nobody() -> None:
    told = "By a power of attorney dated May 1, 2004 I appointed Ada Quill to sign and file my reports.\n\n"
    found = read(told + GRANT.format(who="Dan Weir and Ray Tull"))
    assert [a.name for a in found.attorneys] == ["Dan Weir", "Ray Tull"]


@pytest.mark.parametrize(
    ("grant", "expected"),
    [
        (
            (
                "From today on Dan Weir, the Controller of Tarn Looms, Inc., is my attorney in fact and may sign "
                "and file "
                "my Forms 4."
            ),
            [("Dan Weir", "Tarn Looms, Inc.")],
        ),
        (
            (
                '"Agents" means (a) Dan Weir, the Secretary of the Company; and (b) Deane Foley LLP, solicitors; '
                "and\n\n"
                '"Company" means Tarn Looms, Inc.\n\nThe undersigned appoints the Agents to sign and file Forms 4.'
            ),
            [("Dan Weir", "Tarn Looms, Inc."), ("Deane Foley LLP", None)],
        ),
        (
            GRANT.format(who="Dan Weir") + " If he is away then Ray Tull can do it in his place.",
            [("Dan Weir", None), ("Ray Tull", None)],
        ),
        (
            GRANT.format(who="Dan Weir of Deane Law Office, PLC, and his paralegal there, Ray Tull,"),
            [("Dan Weir", "Deane Law Office, PLC"), ("Ray Tull", "Deane Law Office, PLC")],
        ),
        (
            (
                "The undersigned, Olga Prentiss, appoints each of Dan Weir and Ada\nQuill of Tarn Looms, "
                'Inc.\n("Tarn"), '
                "and Ray Tull of Deane Foley LLP, as attorneys-in-fact to sign and file Forms 4."
            ),
            [("Dan Weir", "Tarn Looms, Inc."), ("Ada Quill", "Tarn Looms, Inc."), ("Ray Tull", "Deane Foley LLP")],
        ),
    ],
    ids=["is my attorney", "a definition", "in his place", "there", "a line that wraps"],
)
def test_who_acts(grant: str, expected: list[tuple[str, str | None]]) -> None:
    assert attorneys(read(grant)) == expected


def test_a_resolution_that_approves_a_form_of_power_is_no_power() -> None:
    resolved = (
        "CERTIFICATE OF SECRETARY\n\nI, Ray Tull, Secretary of Tarn Looms, Inc., certify that the Board resolved:\n\n"
        "RESOLVED, that the form of power of attorney laid before the meeting is approved, and that the President shall"
        " sign it for the Corporation.\n\n/s/ Ray Tull\nRay Tull\n\n"
    )
    text = f"{resolved}POWER OF ATTORNEY\n\n{GRANT.format(who='Dan Weir')}{SIGNED}"
    assert [attorneys(i) for i in extract(normalise(text))] == [[("Dan Weir", None)]]


def test_the_trust_of_the_staff_is_not_the_employer() -> None:
    text = (
        "POWER OF ATTORNEY\n\nBy this deed the Tarn Company Employee Stock Ownership Trust, by its trustee, "
        "authorizes Dan Weir, as "
        "its attorney-in-fact, to sign and file Schedule 13G about common stock of Tarn Company.\n\nDated: May 4, 2011"
        "\n\nTARN COMPANY EMPLOYEE STOCK OWNERSHIP TRUST\nBy: /s/ Olga Prentiss\nOlga Prentiss, Trustee\n"
    )
    (found,) = extract(normalise(text))
    assert [p.name for p in found.principals] == ["Tarn Company Employee Stock Ownership Trust"]
    assert found.issuers == ("Tarn Company",)


@pytest.mark.parametrize(
    ("more", "powers"),
    [
        ("I have not given them authority to sell my shares.", ()),
        ("Neither one of them is to sell any stock of mine.", ()),
        ("I am the one who answers to the SEC.", ()),
        ("The record keeper may provide share counts to either attorney-in-fact.", ("third-party-information",)),
    ],
)
def test_what_is_granted(more: str, powers: tuple[str, ...]) -> None:
    assert read(f"{GRANT.format(who='Dan Weir and Ray Tull')} {more}").powers[2:] == powers


def test_it_may_cover_something_and_end() -> None:
    found = read(GRANT.format(who="Dan Weir") + " It covers reports for the year 2012 and expires on March 31, 2013.")
    assert (found.term, found.expires) == ("fixed-date", "2013-03-31")
