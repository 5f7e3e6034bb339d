"""Issuers, firms and forms, in one instrument of each structure and in wordings that no corpus has."""

from __future__ import annotations

import pytest
from infact.ingest.extract import extract
from infact.ingest.records import Instrument
from infact.ingest.text import normalise

POWER = """POWER OF ATTORNEY

I, Olga Prentiss, {who}, appoint Dan Weir as my attorney-in-fact to sign and file Forms 3, 4 and 5 about {what}.
{more}

Dated: May 4, 2011

/s/ Olga Prentiss
Olga Prentiss
"""
ONE = "a director of Tarn Looms, Inc."


def read(text: str) -> Instrument:
    (found,) = extract(normalise(text))
    return found


@pytest.mark.parametrize(
    ("who", "what", "more"),
    [
        ("until recently Treasurer of Moor & Fell Carpets, Inc. and now " + ONE, "shares of Tarn Looms, Inc.", ""),
        (ONE, "shares of Tarn Looms, Inc.", "An agent who ceases to be an employee of Fell Advisers LLC may not act."),
        (
            "who serves on the board of Loom GP LLC, the general partner of Tarn Looms, Inc.",
            "common units of Tarn Looms, Inc.",
            "My agent is an officer of Loom GP LLC.",
        ),
    ],
    ids=["a former employer", "the employer of the attorneys", "a general partner"],
)
def test_only_the_company_whose_securities_are_meant_is_an_issuer(who: str, what: str, more: str) -> None:
    assert read(POWER.format(who=who, what=what, more=more)).issuers == ("Tarn Looms, Inc.",)


def test_a_company_named_without_its_legal_form_is_no_law_firm() -> None:
    text = POWER.format(
        who="a director of Tarn Wool & Loom Company", what="Tarn Wool & Loom Company", more="Tarn Wool & Loom may rely."
    )
    assert (read(text).law_firms, read(text).issuers) == ((), ("Tarn Wool & Loom Company",))


def test_a_revocation_takes_its_forms_from_what_it_denies_and_the_firm_from_the_past() -> None:
    found = read(
        "NOTICE OF REVOCATION\n\nI hereby revoke the power of attorney of May 1, 2004 in favor of Ray Tull, previously "
        "with Deane Foley LLP.\nHe shall have no authority to sign for me any Form 4 or Form 5 from now on.\n\n"
        "Dated: May 4, 2011\n\n/s/ Olga Prentiss\nOlga Prentiss\n"
    )
    assert (found.kind, found.scope, found.forms, found.powers) == ("revocation", "section16", ("4", "5"), ())
    assert [(a.name, a.affiliation) for a in found.attorneys] == [("Ray Tull", "Deane Foley LLP")]


def test_a_grantor_has_the_fullest_name_that_the_deed_gives() -> None:
    """The name before the bracket is in capitals and lacks what the opening says behind it."""
    found = read(
        'THIS POWER OF ATTORNEY is made by deed by Olga Mary Prentiss, Ph.D., of Hove (the "Donor").\n\nThe Donor '
        "appoints Dan Weir to be her attorney to sign and file Forms 4 about Tarn Looms plc.\n\n4 May 2011\n\n"
        "SIGNED as a DEED by      )\nOLGA MARY PRENTISS       )   /s/ O. M. Prentiss\n"
    )
    assert [p.name for p in found.principals] == ["Olga Mary Prentiss, Ph.D."]
    assert found.signatories == ("OLGA MARY PRENTISS",)


def test_an_empty_cell_does_not_move_the_head_of_a_column() -> None:
    rows = "".join(
        f"<tr><td>{a}</td><td>{b}</td></tr>"
        for a, b in (
            ("Group 1 (employees of Tarn Looms, Inc.)", "Group 2 (lawyers with Deane Foley LLP)"),
            ("Dan Weir", "Ray Tull"),
            ("", "Ada Quill"),
        )
    )
    found = read(
        "<html><body><p>POWER OF ATTORNEY</p><p>I, Olga Prentiss, a director of Tarn Looms, Inc., appoint the following"
        " as my attorneys-in-fact, each of whom may sign and file Forms 3, 4 and 5 alone.</p><table>"
        f"{rows}</table><p>Dated: May 4, 2011</p><p>/s/ Olga Prentiss<br>Olga Prentiss</p></body></html>"
    )
    assert {a.name: a.affiliation for a in found.attorneys} == {
        "Dan Weir": "Tarn Looms, Inc.",
        "Ray Tull": "Deane Foley LLP",
        "Ada Quill": "Deane Foley LLP",
    }
