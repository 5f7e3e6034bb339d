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


@pytest.mark.parametrize("what", ["securities of any company that I may be deemed to own", "shares of every company"])
def test_the_employer_of_attorneys_is_no_issuer_where_any_company_is_meant(what: str) -> None:
    more = "An agent who ceases to be employed by Fell Advisers LLC may no longer act."
    assert read(POWER.format(who="of Tarn", what=what, more=more)).issuers == ()


def test_a_company_named_without_its_legal_form_is_no_law_firm() -> None:
    text = POWER.format(
        who="a director of Tarn Wool & Loom Company", what="Tarn Wool & Loom Company", more="Tarn Wool & Loom may rely."
    )
    assert (read(text).law_firms, read(text).issuers) == ((), ("Tarn Wool & Loom Company",))


def test_a_company_with_shares_is_no_law_firm_for_its_ampersand() -> None:
    text = POWER.format(who="a director of Felt Slate & Gasket", what="shares of Felt Slate & Gasket", more="")
    assert read(text).law_firms == ()
    assert read(text.replace("Dan Weir", "Dan Weir of Moor Tull & Quill")).law_firms == ("Moor Tull & Quill",)


@pytest.mark.parametrize(
    "service",
    [
        "It lasts, as to each attorney-in-fact, during his or her employment with Tarn Looms, Inc.",
        "Each attorney may act only while in the employ of Tarn Looms, Inc.",
        "It ends, as to an attorney-in-fact, with such attorney's employment by Tarn Looms, Inc.",
    ],
)
def test_whose_service_the_power_follows_is_whose_attorney_it_is(service: str) -> None:
    text = POWER.format(who=ONE, what="shares of Tarn Looms, Inc.", more=service)
    assert [a.affiliation for a in read(text).attorneys] == ["Tarn Looms, Inc."]
    mine = POWER.format(
        who=ONE, what="shares of Tarn Looms, Inc.", more="It lasts during my employment by Tarn Looms, Inc."
    )
    assert [a.affiliation for a in read(mine).attorneys] == [None]


def test_the_same_authority_is_that_of_the_instrument_before() -> None:
    """With its evidence; an instrument that says nothing of the kind takes nothing."""
    first = POWER.format(who=ONE, what="shares of Tarn Looms, Inc.", more="")
    second = (
        "\n\nPOWER OF ATTORNEY\n\nI, Olga Prentiss, give Ray Tull, as my attorney-in-fact, {what}.\n\n"
        "Dated: May 5, 2011\n\n/s/ Olga Prentiss\nOlga Prentiss\n"
    )
    one, two = extract(normalise(first + second.format(what="the same authority that the foregoing power gives")))
    assert (
        (two.scope, two.forms, two.powers)
        == (one.scope, one.forms, one.powers)
        == (
            "section16",
            ("3", "4", "5"),
            ("execute-forms", "file-forms"),
        )
    )
    assert {e.field for e in two.evidence} >= {"forms[0]", "powers[1]", "scope"}
    _, other = extract(normalise(first + second.format(what="authority over my house")))
    assert (other.scope, other.forms) == ("other", ())


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


@pytest.mark.parametrize(
    "said",
    [
        "Dan Weir (each an employee of Fell Advisers LLC)",
        "Dan Weir, chief compliance officer of Fell Advisers LLC,",
        "Dan Weir, and any other employee of Fell Advisers LLC designated in writing by Dan Weir,",
        "Dan Weir, who may delegate to one or more officers of Fell Advisers LLC,",
    ],
)
def test_what_attorneys_belong_to_is_no_issuer(said: str) -> None:
    text = POWER.replace("Dan Weir", said).format(who=ONE, what="shares of Tarn Looms, Inc.", more="")
    assert read(text).issuers == ("Tarn Looms, Inc.",)


def test_the_beginning_of_a_companys_name_stands_for_it_where_nobody_is_called_so() -> None:
    text = POWER.replace("Dan Weir", "Dan Weir of Tarn's legal staff")
    said = text.format(who=ONE, what="its shares", more="I joined the board of Tarn in May.")
    assert [(a.name, a.affiliation) for a in read(said).attorneys] == [("Dan Weir", "Tarn Looms, Inc.")]
    surname = text.format(who=ONE, what="its shares", more="My broker is Ida Tarn.")
    assert [a.affiliation for a in read(surname).attorneys] == [None]


def test_a_heading_gives_its_group_the_company_that_it_names() -> None:
    groups = """the following, each of whom may act alone, as my attorneys-in-fact:

     Group One - of Tarn Looms, Inc.

          Dan Weir, Clerk
          Bo Lund, Treasurer

     Group Two - of Moor Family Office, LLC

          Ada Quill, Controller

They are to be"""
    text = POWER.replace("Dan Weir as", groups).format(who=ONE, what="shares of Tarn Looms, Inc.", more="")
    found = [(a.name, a.affiliation) for a in read(text).attorneys]
    assert found == [
        ("Dan Weir", "Tarn Looms, Inc."),
        ("Bo Lund", "Tarn Looms, Inc."),
        ("Ada Quill", "Moor Family Office, LLC"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        """MEMORANDUM

To: all officers of Tarn Looms, Inc.

Each of you should sign a power of attorney so that we can sign and file Forms 3, 4 and 5 when you are away. A form is
attached; it appoints Dan Weir and Ada Quill as attorneys-in-fact.

Ida Noyes
""",
        """JOINT FILING AGREEMENT

The parties agree that the Form 4 to which this is attached is filed on behalf of each. No party appoints another its
attorney-in-fact by this agreement.

/s/ Olga Prentiss
Olga Prentiss
""",
    ],
    ids=["advice", "an agreement"],
)
def test_a_text_that_advises_or_appoints_nobody_is_no_instrument(text: str) -> None:
    assert extract(normalise(text)) == ()


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("This is to confirm that I have authorized Dan Weir", "confirming-statement"),
        ("Confirmation is hereby given that the undersigned has authorized Dan Weir", "confirming-statement"),
        ("I hereby authorize Dan Weir", "power-of-attorney"),
        ("I withdraw the authority that I gave in 2009 to Dan Weir", "revocation"),
        ("I, Olga Prentiss, revoke every power of attorney that I have given to Dan Weir", "revocation"),
    ],
)
def test_the_kind_follows_from_what_is_done_and_not_from_what_is_told(said: str, kind: str) -> None:
    text = f"{said} to sign and file Forms 3, 4 and 5 about Tarn Looms, Inc.\n\nMay 4, 2011\n\n/s/ Olga Prentiss\n"
    found = read(text)
    assert (found.kind, [a.name for a in found.attorneys]) == (kind, ["Dan Weir"])


LETTER = """{head}

May 4, 2011

{reader}

{greeting}

{said}

This authority stands until I withdraw it.

/s/ Olga Prentiss
Olga Prentiss
"""
HOME = "Olga Prentiss\n2210 Lake Wissota Drive\nChippewa Falls, Wisconsin 54729"
DESK = "Filing Desk\nSecurities and Exchange Commission\n450 Fifth Street, N.W.\nWashington, D.C.  20549"
LODGE = "Flat 4, Albany Mansions\nPrince Consort Road\nLondon SW7 2BB"
SUPPORT = "Securities and Exchange Commission\nAttn: Filer Support\n6432 General Green Way\nAlexandria, Virginia 22312"


@pytest.mark.parametrize("head", [HOME, LODGE])
@pytest.mark.parametrize("reader", [DESK, SUPPORT, DESK.replace("450 Fifth Street, N.W.", "Judiciary Plaza")])
@pytest.mark.parametrize(
    "said",
    [
        "This is to authorize Dan Weir and Lena Marsh to sign for me and file with you Forms 3, 4 and 5.",
        "Please accept any Form 3, 4 or 5 signed in my name by Mr. Dan Weir or Ms. Lena Marsh, each of whom may sign.",
        "I am writing to appoint Dan Weir and Lena Marsh my attorneys-in-fact to sign and file Forms 3, 4 and 5.",
    ],
)
def test_the_address_of_a_letter_names_no_attorney(head: str, reader: str, said: str) -> None:
    found = read(LETTER.format(head=head, reader=reader, greeting="Dear Sir or Madam:", said=said))
    assert [a.name for a in found.attorneys] == ["Dan Weir", "Lena Marsh"]
    assert [p.name for p in found.principals] == ["Olga Prentiss"]


def test_the_department_of_the_reader_is_that_of_all_named_before() -> None:
    reader = "The Secretary\nTarn Looms, Inc.\n55 Mill Pond Road\nKeene, New Hampshire 03431"
    said = "I authorise Dan Weir and Lena Marsh of your legal department to sign and file Forms 3, 4 and 5 in my name."
    found = read(LETTER.format(head=HOME, reader=reader, greeting="Dear Sirs,", said=said))
    assert [a.affiliation for a in found.attorneys] == ["Tarn Looms, Inc."] * 2


@pytest.mark.parametrize("mark", ["- 1 -\n\n<PAGE>", "Page 1 of 2", "2"])
@pytest.mark.parametrize(("before", "after"), [("Dan", "Weir"), ("and", "file"), ("Forms", "3, 4"), ("I,", "Olga")])
def test_a_sentence_runs_over_the_end_of_a_page(mark: str, before: str, after: str) -> None:
    text = POWER.format(who=ONE, what="shares of Tarn Looms, Inc.", more="")
    found = read(text.replace(f"{before} {after}", f"{before}\n\n  {mark}\n\n{after}", 1))
    assert ([a.name for a in found.attorneys], found.forms) == (["Dan Weir"], ("3", "4", "5"))
    assert found.powers == ("execute-forms", "file-forms")


@pytest.mark.parametrize("hidden", ["&shy;", "&#173;", "&#8203;", "&zwnj;"])
def test_what_cannot_be_seen_parts_no_word(hidden: str) -> None:
    text = POWER.format(who=ONE, what="shares of Tarn Looms, Inc.", more="").replace("Prentiss", f"Pren{hidden}tiss")
    found = read(f"<html><body><pre>{text.replace('May', f'M{hidden}ay')}</pre></body></html>")
    assert (found.executed, found.signatories) == ("2011-05-04", ("Olga Prentiss",))


def test_each_of_the_grantors_is_not_each_of_the_attorneys() -> None:
    text = POWER.replace(
        "I, Olga Prentiss, {who}, appoint Dan Weir", "Each of Olga Prentiss and Ada Quill appoints {who}"
    )
    who = "Dan Weir, Lena Marsh and Ray Tull"
    more = "No one of the three has authority to act alone: any two of them, acting together, may sign."
    found = read(text.format(who=who, what="shares of Tarn Looms, Inc.", more=more))
    assert found.authority == "joint"
    assert read(text.format(who=who, what="shares of Tarn Looms, Inc.", more="")).authority is None


FORMS = "to sign and file Forms 3, 4 and 5 for {whom} as to Tarn Looms, Inc."
ABT, ME = FORMS.format(whom="Mr. Abt"), FORMS.format(whom="me")


@pytest.mark.parametrize(
    ("signature", "principals"),
    [
        (
            "MOOR LTD.\n\n/s/ Olga Prentiss          /s/ Ada Quill\nDirector                  Director",
            "",
        ),
        (
            "Moor plc\nacting by Olga Prentiss, a director, in the presence of:\n\n/s/ Olga Prentiss\nDirector",
            "Moor plc",
        ),
        ("Signed for and on behalf of\nMOOR LTD.\n\nby: /s/ Olga Prentiss\nTitle: Director", "MOOR LTD."),
        ("By: /s/ Olga Prentiss\nName: Olga Prentiss\nTitle: President, on behalf of Moor, Inc.", "Moor, Inc."),
        ("/s/ Olga Prentiss\nOlga Prentiss, as Trustee of the Prentiss Family Trust", "Prentiss Family Trust"),
        ("Name: Moor LLC\nBy: /s/ Olga Prentiss\nTitle: Member", "Moor LLC"),
        (
            "/s/ Olga Prentiss\nOlga Prentiss, individually and as trustee of the Prentiss Family Trust",
            "Olga Prentiss;Prentiss Family Trust",
        ),
        ("/s/ Olga Prentiss\nOlga Prentiss\n\nReceived for the Company:\n\n/s/ Ada Quill\nAda Quill", "Olga Prentiss"),
        ("/s/ Olga Prentiss\n\nSpecimen signatures:\n\n/s/ Dan Weir\nDan Weir", "Olga Prentiss"),
    ],
)
def test_the_words_around_a_signature_say_who_grants(signature: str, principals: str) -> None:
    text = f"POWER OF ATTORNEY\n\nThe undersigned appoints Dan Weir {ABT.replace('Mr. Abt', 'the undersigned')}"
    found = read(f"{text}\n\nDated: May 4, 2011\n\n{signature}\n")
    assert sorted(p.name for p in found.principals) == sorted((principals or "MOOR LTD.").split(";"))
    assert found.issuers == ("Tarn Looms, Inc.",)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (
            "substitution",
            f"Corin Abt authorized me {ABT} and to delegate that authority. I hereby delegate it to Dan Weir.",
        ),
        (
            "substitution",
            f"I am one of the attorneys-in-fact of Corin Abt. Using his power, I delegate it to Dan Weir {ABT}",
        ),
        ("substitution", f"By virtue of the power of Corin Abt, I hereby name and substitute Dan Weir {ABT}"),
        ("revocation", f"WITHDRAWAL OF AUTHORITY\n\nDan Weir has left. His authority {ME} is hereby withdrawn."),
        ("revocation", f"On June 3, 2007 I gave Dan Weir a power {ME} I have revoked that power as of today."),
        ("power-of-attorney", f"Until I withdraw it, Dan Weir has my authority {ME}"),
        ("power-of-attorney", f"This is to authorize Dan Weir {ME} It will stand until I withdraw it."),
        ("confirming-statement", f"This will acknowledge that I have authorized Dan Weir {ME}"),
    ],
)
def test_what_is_said_makes_the_kind(kind: str, said: str) -> None:
    title = (
        "" if said.startswith("WITHDRAWAL") else "SUBSTITUTE ATTORNEY\n\n" if kind == "substitution" else "LETTER\n\n"
    )
    found = read(f"{title}{said}\n\nDated: May 4, 2011\n\n/s/ Olga Prentiss\nOlga Prentiss\n")
    assert (found.kind, [a.name for a in found.attorneys]) == (kind, ["Dan Weir"])


@pytest.mark.parametrize(
    ("named", "issuers"),
    [
        ("both Tarn Looms, Inc. and Moor Mills, Inc.", ("Tarn Looms, Inc.", "Moor Mills, Inc.")),
        ("Looms.com, Inc.", ("Looms.com, Inc.",)),
        ("Loom, Wool and Felt, Inc.", ("Loom, Wool and Felt, Inc.",)),
    ],
)
def test_issuers_are_named_so_too(named: str, issuers: tuple[str, ...]) -> None:
    found = read(POWER.format(who=f"an insider of {named}", what="my reports", more=""))
    assert (found.issuers, found.law_firms) == (issuers, ())


def test_lawyers_work_for_law_firms_and_for_companies() -> None:
    text = POWER.replace("Dan Weir", "Dan Weir, a solicitor with {firm},")
    for firm, found in (("Harrow Quay & Partners", ("Harrow Quay & Partners",)), ("Fell Wool Corp.", ())):
        assert read(text.format(who=ONE, what="shares of Tarn Looms, Inc.", more="", firm=firm)).law_firms == found


DEED = """THIS POWER OF ATTORNEY is given on 4 May 2011 by OLGA PRENTISS of Rose Cottage, Hove.

She appoints the Secretary and the Treasurer of Tarn Looms plc, who at present are Dan Weir and Lena Marsh, to sign and
file Forms 3, 4 and 5.

EXECUTED as a deed by OLGA PRENTISS    )
in the presence of:                    )   /s/ Olga Prentiss

Witness: /s/ Ada Quill
"""


def test_a_deed_names_who_signs_above_the_witness_and_for_offices_their_holders() -> None:
    found = read(DEED)
    assert ([p.name.title() for p in found.principals], found.witnesses) == (["Olga Prentiss"], ("Ada Quill",))
    assert {(a.name, a.affiliation) for a in found.attorneys} == {
        ("Dan Weir", "Tarn Looms plc"),
        ("Lena Marsh", "Tarn Looms plc"),
    }


def test_a_revocation_that_appoints_anew_is_a_power() -> None:
    found = read(
        "REVOCATION AND NEW POWER OF ATTORNEY\n\n1. The undersigned revokes the power of attorney of June 3, 2007 given"
        f" to Ada Quill.\n\n2. The undersigned appoints Dan Weir and Lena Marsh, either of whom may act, {ME}\n\n"
        "Dated: May 4, 2011\n\n/s/ Olga Prentiss\nOlga Prentiss\n"
    )
    assert (found.kind, found.revokes_prior, len(found.attorneys)) == ("power-of-attorney", True, 2)
