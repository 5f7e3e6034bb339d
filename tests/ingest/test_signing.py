"""Signature pages as they are laid out: who signed, in what part, whatever marks the signature."""

from __future__ import annotations

import pytest
from infact.ingest.extract.clauses import Page, sentences
from infact.ingest.extract.organizations import organizations
from infact.ingest.extract.signing import signatures
from infact.ingest.text import normalise

BODY = """                       POWER OF ATTORNEY

The undersigned, an officer of Acme Ferries, Inc., hereby appoints Wanda Quill to
sign and file Forms 3, 4 and 5 for the undersigned until the undersigned is no
longer required to file them.

"""

BLOCKS = {
    "mark before the name": ("Date: 1/2/2010\n\n/s/ Amy Orr\nAmy Orr", ["Amy Orr"], []),
    "mark behind the name": ("                  Amy B. Orr /s/\n                  ----------", ["Amy B. Orr"], []),
    "mark far behind the name": ("Signed   Amy B. Orr      /s/", ["Amy B. Orr"], []),
    "(signed) below the printed name": ("Amelia B. Orr\n(signed) A. B. Orr", ["Amelia B. Orr"], []),
    "(s) and a capital": ("(S) Amy Orr", ["Amy Orr"], []),
    "Sgd.": ("Sgd. Amy Orr\nAmelia Orr", ["Amelia Orr"], []),
    "a seal for a mark": ("Amy Orr (L.S.)\n\nAttest: Bo Park", ["Amy Orr"], ["Bo Park"]),
    "no mark, valediction": (
        "                Yours faithfully,\n\n                Amelia B. Orr\n                Vice President, Foundry",
        ["Amelia B. Orr"],
        [],
    ),
    "no mark, dated and capitals": ("DATED: the twelfth of May, 2008\n\n\nAMY B. ORR\nAmy B. Orr", ["Amy B. Orr"], []),
    "no mark, witness beside": (
        "Dated 15 October 2003\n\nA. Orr                     Witness: Bo Park\nAMELIA ORR                 Occupation: Baker",
        ["AMELIA ORR"],
        ["Bo Park"],
    ),
    "a rule above the printed name": ("_____________________\nAmy Orr", ["Amy Orr"], []),
    "witnesses without marks below a marked signature": (
        "/s/ Amy Orr\nAmy Orr\n\nIn the presence of:   Bo Park\n                      Cy Dunn",
        ["Amy Orr"],
        ["Bo Park", "Cy Dunn"],
    ),
    "label and printed name in two columns": (
        "Signature:          /s/ A. Orr\nName and title:     Amelia Orr, Chief Executive Officer\nWhen signed:   1/2/2010",
        ["Amelia Orr"],
        [],
    ),
    "notary in running text": (
        "/s/ Amy Orr\n\nState of Ohio: On May 3, 2010 Amelia Orr, whom I know, acknowledged this. Bo Park, Notary Public",
        ["Amy Orr"],
        ["Bo Park"],
    ),
    "acceptance by the attorney": (
        "/s/ Amy Orr\n\nAccepted and agreed:\n\n/s/ Wanda Quill\nWanda Quill",
        ["Amy Orr"],
        [],
    ),
    "acknowledged by the attorney in one line": (
        "/s/ Amy Orr\n\nAcknowledged and agreed: /s/ Wanda Quill",
        ["Amy Orr"],
        [],
    ),
    "two columns of signers": (
        "/s/ Amy Orr                    /s/ Bob Park\n-----------                    -----------\n"
        "Amy B. Orr                     Robert Park\nDirector                       Director",
        ["Amy B. Orr", "Robert Park"],
        [],
    ),
    "an entity through its partner": (
        "ORR FUND, L.P.\n\nBy:  Orr GP, LLC, its general partner\n\nBy:  /s/ Amy Orr\n     Name: Amelia Orr\n     Title: Manager",
        ["Amelia Orr"],
        [],
    ),
    "attest beside an officer": (
        "ACME FERRIES, INC.\n\nBy: /s/ Amy Orr          Attest: /s/ Bo Park\n    Amy Orr, President           Bo Park, Secretary",
        ["Amy Orr"],
        ["Bo Park"],
    ),
    "spouses": ("/s/ Amy Orr\nAmy Orr\n\n/s/ Bo Orr\nBo Orr", ["Amy Orr", "Bo Orr"], []),
    "subscribed and sworn": (
        "/s/ Amy Orr\n\nSubscribed and sworn to before me this 3rd day of May, 2010.\n\n/s/ Bo Park\nNotary Public\n"
        "My commission expires: May 1, 2012",
        ["Amy Orr"],
        ["Bo Park"],
    ),
    "two witnesses numbered": (
        "/s/ Amy Orr\n\nWitnesses:\n\n1. /s/ Bo Park\n   Bo Park\n\n2. /s/ Cy Dunn\n   Cy Dunn",
        ["Amy Orr"],
        ["Bo Park", "Cy Dunn"],
    ),
    "signature label and printed name label": (
        "Signature\n/s/ A. Orr\n\nPrint Name\nAmelia Orr\n\nDate\n1/2/2010",
        ["Amelia Orr"],
        [],
    ),
    "by attorney for the principal's name in capitals": (
        "IN WITNESS WHEREOF, I have set my hand.\n\n                    AMELIA ORR\n                    By /s/ Amelia Orr",
        ["Amelia Orr"],
        [],
    ),
    "a copy line": ("/s/ Amy Orr\nAmelia Orr\n\ncc: Bo Park\nReceived by: Cy Dunn", ["Amelia Orr"], []),
    "signed by each in a list": (
        "   Name              Signature            Date\n   Amelia Orr        /s/ Amelia Orr       1/2/10\n"
        "   Robert Park       /s/ Robert Park      1/3/10\n   Cyril Dunn        ________________     ______",
        ["Amelia Orr", "Robert Park"],
        [],
    ),
    "electronic": ("/s/ Amy Orr (signed electronically)\nAmelia Orr", ["Amelia Orr"], []),
    "signed by": ("Signed by: /s/ Amelia Orr\nIts: Director", ["Amelia Orr"], []),
    "witnessed by": ("/s/ Amy Orr\n\nWitnessed by:\n/s/ Bo Park", ["Amy Orr"], ["Bo Park"]),
    "the undersigned witnesses certify": (
        "/s/ Amy Orr\n\nThe undersigned witnesses certify that Amy Orr signed in their presence.\n\n/s/ Bo Park\n/s/ Cy Dunn",
        ["Amy Orr"],
        ["Bo Park", "Cy Dunn"],
    ),
    "by hand of": ("Very truly yours,\n\n[signed] Amelia Orr", ["Amelia Orr"], []),
    "German witness": ("Zürich, 4. Mai 2010\n\n/s/ Amy Orr\n\nZeuge: /s/ Bo Park", ["Amy Orr"], ["Bo Park"]),
}


@pytest.mark.parametrize("block", BLOCKS, ids=lambda b: b.replace(" ", "-"))
def test_signers_and_witnesses_of_a_block(block: str) -> None:
    printed, signers, witnesses = BLOCKS[block]
    text = normalise(BODY + printed).text
    page = Page(text, 0, len(text), organizations(text), sentences(text))
    found = signatures(page)
    names = lambda *parts: list(dict.fromkeys(s.name for s in found if s.part in parts))  # noqa: E731
    assert (names("principal"), names("witness", "notary")) == (signers, witnesses)


def test_a_table_row_whose_cells_have_short_lines_keeps_its_columns() -> None:
    raw = (
        "<html><table><tr><td>WITNESSES:</td><td></td></tr><tr><td>/s/ Bo Park<br>Bo Park</td>"
        "<td>/s/ Amy Orr<br>Amelia Orr</td></tr></table></html>"
    )
    page = normalise(raw)
    assert page.text.split("\n")[:3] == ["WITNESSES:\t", "/s/ Bo Park\t/s/ Amy Orr", "Bo Park\tAmelia Orr"]
    assert raw[page.source(page.text.index("Amelia Orr")) :].startswith("Amelia Orr")
