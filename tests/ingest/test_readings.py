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
    assert (no.authority, no.revokes_prior, no.powers) == ("several", False, ("execute-forms", "file-forms"))
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


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        (
            (
                "Deane Foley LLP\nHove\nAttention: Dan Weir\n\nDear Mr. Weir:\n\nI appoint Deane Foley LLP, acting by "
                "you or by Ray "
                "Tull, my attorney-in-fact to sign and file Forms 4."
            ),
            [("Dan Weir", "Deane Foley LLP"), ("Deane Foley LLP", None), ("Ray Tull", "Deane Foley LLP")],
        ),
        (
            (
                "To: Dan Weir, Controller, Tarn Looms, Inc.\n\nYou are hereby empowered to act for me. You may sign "
                "and file my Form 4."
            ),
            [("Dan Weir", "Tarn Looms, Inc.")],
        ),
    ],
)
def test_you_are_whom_a_letter_addresses(letter: str, expected: list[tuple[str, str | None]]) -> None:
    assert sorted(attorneys(read(letter))) == sorted(expected)


def test_who_accepts_is_no_witness() -> None:
    page = "\n\nWitness:\n\n/s/ Ray Tull\nRay Tull\n\n{}\n\n/s/ Dan Weir\nDan Weir\n"
    for head in ("ACCEPTED:", "AGENT'S CERTIFICATION\n\nI, Dan Weir, am the person designated as Agent."):
        (found,) = extract(normalise(f"POWER OF ATTORNEY\n\n{GRANT.format(who='Dan Weir')}{SIGNED}{page.format(head)}"))
        assert (found.signatories, found.witnesses) == (("Olga Prentiss",), ("Ray Tull",))


def test_a_table_of_fields_is_read_row_by_row() -> None:
    rows = (
        ("Grantor", "Olga Prentiss"),
        ("Issuer", "Tarn Looms, Inc."),
        ("Attorneys-in-fact", "(1) Dan Weir, Controller of the issuer<br>(2) Ray Tull, partner, Deane Foley, P.C."),
        ("Acts", "Each attorney-in-fact may sign Forms 4 in the name of the grantor and file them with the SEC."),
        ("Transfer agent", "Fell Stock Transfer LLC"),
        ("Term", "Until revoked in writing"),
        ("Earlier powers", "All earlier powers of attorney are revoked."),
        ("Governing law", "Montana"),
        ("Date signed", "4 May 2011"),
        ("Signature of grantor", "/s/ Olga Prentiss"),
    )
    cells = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows)
    (found,) = extract(
        normalise(f"<html><body><table><tr><td>Document</td><td>Power of Attorney</td></tr>{cells}</table>")
    )
    assert [p.name for p in found.principals] == ["Olga Prentiss"]
    assert attorneys(found) == [("Dan Weir", "Tarn Looms, Inc."), ("Ray Tull", "Deane Foley, P.C.")]
    assert (found.issuers, found.governing_law, found.executed) == (("Tarn Looms, Inc.",), "Montana", "2011-05-04")


def test_an_estate_may_grant() -> None:
    text = (
        'POWER OF ATTORNEY\n\nThis power of attorney is given by the Estate of Olga Prentiss (the "Estate"), acting by '
        "Ada Quill, to whom the Circuit Court issued letters. The Estate appoints Dan Weir, Controller of Tarn "
        "Looms, Inc.,"
        " as its attorney-in-fact to sign and file Forms 4 about Tarn Looms, Inc. It also holds shares of Fell "
        "Bancorp, Inc.\n"
        "It is not an insider of either one of those.\n\nDated: May 4, 2011\n\nESTATE OF OLGA PRENTISS\n\nBy: /s/ "
        "Ada Quill\n"
        "Ada Quill\nExecutor\n"
    )
    (found,) = extract(normalise(text))
    assert [(p.name, p.type) for p in found.principals] == [("Estate of Olga Prentiss", "organization")]
    assert attorneys(found) == [("Dan Weir", "Tarn Looms, Inc.")]
    assert (found.signatories, found.issuers) == (("Ada Quill",), ("Tarn Looms, Inc.",))


def test_the_removal_of_one_is_a_revocation() -> None:
    text = (
        "REMOVAL OF ATTORNEY-IN-FACT\n\nOn March 2, 2010 I signed a power of attorney that appointed Dan Weir and "
        "Ray Tull, "
        "employees of Tarn Looms, Inc., to sign and file my Forms 4. I therefore revoke the appointment of Ray "
        "Tull as my "
        f"attorney-in-fact. That of Mr. Weir goes on.{SIGNED}"
    )
    (found,) = extract(normalise(text))
    assert (found.kind, attorneys(found)) == ("revocation", [("Ray Tull", "Tarn Looms, Inc.")])


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("Dan Weir and Ray Tull, being respectively the Land Counsel and the Treasurer of Tarn Looms, Inc.,", 2),
        ("Dan Weir and Ray Tull, both officers of the said corporation,", 2),
        ("Dan Weir, an employee of the Company,", 1),
    ],
)
def test_of_which_company(who: str, expected: int) -> None:
    told = (
        "I, Olga Prentiss, a director of Tarn Looms, Inc. (formerly Fell Freight Corp.), a Maine corporation (the "
        '"Company"), '
        f"appoint {who} as my attorneys-in-fact to sign and file Forms 4."
    )
    assert [a[1] for a in attorneys(read(told))] == ["Tarn Looms, Inc."] * expected


def test_an_unticked_box_says_nothing() -> None:
    boxes = " They may act\n\n    [{}]  each alone\n    [{}]  only together\n\n"
    for ticks, expected in ((("X", " "), "several"), ((" ", "X"), "joint")):
        assert read(GRANT.format(who="Dan Weir and Ray Tull") + boxes.format(*ticks)).authority == expected


@pytest.mark.parametrize(
    "line",
    [
        "To sell, at such times and prices as he thinks best, not more than two hundred shares of Tarn Looms, Inc.",
        "To buy and sell them, and to give orders to my broker.",
    ],
)
def test_to_sell_is_to_trade(line: str) -> None:
    assert "trade-securities" in read(f"{GRANT.format(who='Dan Weir')} He may act as follows:\n\n    1. {line}").powers


def test_a_message_is_dated_by_its_head() -> None:
    text = (
        "From:     Olga Prentiss\nSent:     Tuesday, 6 October 2009 16:12\nTo:       Dan Weir\nSubject:  Forms\n\n"
        "I hereby appoint Dan Weir as my attorney-in-fact to sign and file Forms 4.\n\n/s/ Olga Prentiss\n"
    )
    assert [i.executed for i in extract(normalise(text))] == ["2009-10-06"]


@pytest.mark.parametrize(
    "told",
    [
        "The persons who may sign Forms 4 for me are:\n\n   Dan Weir\n   Ray Tull\n\nThey may file them too.",
        "Q. Who may sign and file my Forms 4?\n\nA. Dan Weir and Ray Tull are my attorneys-in-fact.",
        "I appoint Dan Weir and Ray Tull, to replace Ada Quill, as my attorneys-in-fact to sign and file Forms 4.",
    ],
    ids=["a list of who may", "questions by letter", "who is replaced"],
)
def test_who_is_told_to_act(told: str) -> None:
    assert [a.name for a in read(told).attorneys] == ["Dan Weir", "Ray Tull"]


@pytest.mark.parametrize(
    ("more", "field", "expected"),
    [
        ("This is a Delaware instrument and is to be read as one.", "governing_law", "Delaware"),
        ("Any substitute whom he puts in his place may act.", "substitution", True),
        ("Neither has to wait for the other.", "authority", "several"),
        ("No form is good unless both of them have signed it.", "authority", "joint"),
        ("The power that I gave to Ada Quill on May 1, 2004 is at an end.", "revokes_prior", True),
        ("The power that I gave to Ada Quill on May 1, 2004 is at an end.", "term", None),
        ("They may take calls from the Commission's staff.", "powers", ("execute-forms", "file-forms", "act-as-agent")),
    ],
)
def test_what_one_sentence_adds(more: str, field: str, expected: object) -> None:
    assert getattr(read(f"{GRANT.format(who='Dan Weir and Ray Tull')} {more}"), field) == expected


def test_a_certified_resolution_is_the_company_s_and_dated_by_its_adoption() -> None:
    text = (
        "TARN LOOMS, INC.\n\nRESOLVED, that Dan Weir, the Treasurer, and Ray Tull, the Secretary, or either of "
        "them, be and "
        "they hereby are appointed attorneys-in-fact of the Company to sign and file Schedule 13G relating to "
        "common stock "
        "of Fell Carpets, Inc.\n\nI certify that the foregoing is a true copy of a resolution adopted by the Board of "
        "Directors of Tarn Looms, Inc. on May 4, 2011.\n\n/s/ Ada Quill\nAda Quill, Assistant Secretary\n"
    )
    (found,) = extract(normalise(text))
    assert ([p.name for p in found.principals], found.executed) == (["Tarn Looms, Inc."], "2011-05-04")
    assert attorneys(found) == [("Dan Weir", "Tarn Looms, Inc."), ("Ray Tull", "Tarn Looms, Inc.")]


def test_a_message_that_says_you_may_appoints_its_reader() -> None:
    text = (
        "From: Olga Prentiss\nTo: Dan Weir\nDate: Wed, 4 May 2011\nSubject: forms\n\nWhile I am away you may sign and "
        "file my Forms 4 about Tarn Looms, Inc.\n\nOlga Prentiss\n"
    )
    assert [attorneys(i) for i in extract(normalise(text))] == [[("Dan Weir", None)]]


def test_a_deed_made_by_somebody_is_theirs() -> None:
    found = extract(
        normalise(
            "THIS DEED OF POWER OF ATTORNEY is made on 4 May 2011 by OLGA PRENTISS of Hove.\n\nI appoint DAN WEIR "
            "to be my "
            "attorney to sign and file Forms 4.\n\nSigned as a deed by OLGA PRENTISS\nin the presence of:\n\n"
            "/s/ Olga Prentiss\n\nWitness: /s/ Ann Lee\nAnn Lee\n"
        )
    )
    assert [([p.name for p in i.principals], i.witnesses) for i in found] == [(["Olga Prentiss"], ("Ann Lee",))]
