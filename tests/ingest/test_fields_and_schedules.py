"""Powers set as forms, powers whose schedule lists the issuers, and forms that stay with the one who grants."""

from __future__ import annotations

import pytest
from infact.ingest.extract import extract
from infact.ingest.records import Instrument
from infact.ingest.text import normalise

APPOINTS = "I appoint Ann Lee my attorney-in-fact"


def read(printed: str) -> Instrument:
    (found,) = extract(normalise(printed + "\n"))
    return found


@pytest.mark.parametrize(
    ("forms", "words"),
    [
        ("4", "{} to sign Form 4. Reports on Form 3 and Form 5 remain with the Grantor."),
        ("34", "{} to sign Forms 3 and 4. I sign Form 5 myself."),
        ("34", "{} to sign Forms 3 and 4. My Form 5 is reserved to me."),
        ("4", "{} for Form 4. I keep the signing of Forms 3 and 5 for myself."),
        ("45", "{} for Forms 4 and 5, not for Form 3."),
        ("45", "{} for Forms 4 and 5. Form 3 is not covered."),
        ("45", "{} for Forms 4 and 5. Form 3 is left out."),
        ("345", "POWER / Forms: 3, 4 and 5 / {} to sign and file them."),
        ("345", "{} for Forms 3, 4 and 5. The undersigned retains the responsibility to file them."),
        ("4", "{} for reports on Form 4 and for no other form."),
        ("45", "Having signed my Form 3 myself, I now authorize Ann Lee to sign and file Forms 4 and 5 for me."),
        ("45", "I have already filed an initial statement on Form 3. {} to sign Forms 4 and 5."),
        ("345", "{} to sign Forms 3, 4 and 5; I have signed nothing else."),
    ],
)
def test_what_stays_with_the_grantor_is_not_granted(forms: str, words: str) -> None:
    body = words.format(APPOINTS).replace(" / ", "\n\n")
    assert sorted(read(f"{body}\n\nDated March 4, 2016\n\n/s/ Mary Oakes").forms) == [*forms]


@pytest.mark.parametrize(("field", "revokes"), [("all withdrawn", True), ("revoked", True), ("None", False)])
def test_fields_of_a_form_are_read_one_by_one(field: str, revokes: bool) -> None:
    found = read(
        "Insider:            Mary Oakes\nAttorney-in-fact:   Ann Lee\nReports:            Forms 3, 4, 5\n"
        f"Issuer:             Acme Corp.\nEarlier powers:     {field}\n\nBy signing, Insider makes the person named "
        "above her attorney-in-fact to sign and file the named reports.\n\n"
        "Insider's signature:   /s/ Mary Oakes\nDate signed:           March 4, 2016"
    )
    assert [p.name for p in found.principals] == ["Mary Oakes"]
    assert [a.name for a in found.attorneys] == ["Ann Lee"]
    assert (found.issuers, found.forms, found.revokes_prior) == (("Acme Corp.",), ("3", "4", "5"), revokes)


@pytest.mark.parametrize(
    ("said", "head"),
    [
        ("with respect to the funds listed in Schedule A", "SCHEDULE A"),
        ("as to the securities of the funds set out in Annex 1", "ANNEX 1"),
        ("as a director of the companies named on the schedule below", "Schedule"),
    ],
)
def test_a_schedule_lists_issuers(said: str, head: str) -> None:
    found = read(
        f"{APPOINTS} to sign Forms 3, 4 and 5 {said}.\n\nDated: March 4, 2016\n\n/s/ Mary Oakes\n\n{head}\n\n"
        "Elm Municipal Income Fund\nElm Dividend Growers Trust"
    )
    assert [p.name for p in found.principals] == ["Mary Oakes"]
    assert found.issuers == ("Elm Municipal Income Fund", "Elm Dividend Growers Trust")


def test_a_schedule_lists_the_funds_that_grant() -> None:
    found = read(
        "The undersigned funds, each listed on Schedule A, appoint Ann Lee as attorney-in-fact to sign Forms 3, 4 and "
        "5 on behalf of each fund.\n\nMarch 4, 2016\n\nBy: /s/ Mary Oakes\nMary Oakes, President of each fund\n\n"
        "SCHEDULE A\n\nElm Municipal Income Fund\nElm Dividend Growers Trust"
    )
    assert [p.name for p in found.principals] == ["Elm Municipal Income Fund", "Elm Dividend Growers Trust"]


def test_dots_lead_from_a_label_to_what_is_filled_in() -> None:
    text = (
        "SECTION 16 APPOINTMENT SHEET\n\n1. Reporting person ...... Olga Prentiss\n2. Issuer ......... Tarn Looms, "
        "Inc.\n3. Attorneys-in-fact ..... Ann Lee and Bo Park\n4. How they act .......... each acting individually\n"
        "5. May do ................ sign and file Forms 3, 4 and 5\n6. Duration .............. until I have no further "
        "duty to file\n7. Prior appointments .... all of them are cancelled\n8. Date .................. 10/23/2017\n\n"
        "Signature of reporting person:  /s/ Olga Prentiss\n"
    )
    (found,) = extract(normalise(text))
    assert [a.name for a in found.attorneys] == ["Ann Lee", "Bo Park"]
    assert (found.executed, found.term, found.expires) == ("2017-10-23", "until-no-longer-required", None)
    assert (found.revokes_prior, found.authority, found.issuers) == (True, "several", ("Tarn Looms, Inc.",))
