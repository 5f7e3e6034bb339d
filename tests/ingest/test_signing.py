"""Signature pages as they are laid out: who signed, in what part, whatever marks the signature."""

from __future__ import annotations

from pathlib import Path

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

BLOCKS = (Path(__file__).parent / "sentences" / "blocks.txt").read_text(encoding="utf-8").rstrip().split("=== ")[1:]


def test_there_are_as_many_blocks_as_the_file_has() -> None:
    assert len(BLOCKS) >= 30


@pytest.mark.parametrize("block", BLOCKS, ids=lambda b: b.split(" | ")[0].replace(" ", "-"))
def test_signers_and_witnesses_of_a_block(block: str) -> None:
    """Every signer of a block in order, and every witness and notary."""
    head, _, printed = block.partition("\n")
    signers, witnesses = ([n for n in names.split("; ") if n.strip()] for names in f"{head} ".split(" | ")[1:])
    text = normalise(BODY + printed).text
    page = Page(text, 0, len(text), organizations(text), sentences(text))
    found = signatures(page)

    def names(*parts: str) -> list[str]:
        return list(dict.fromkeys(s.name for s in found if s.part in parts))

    assert (names("principal"), names("witness", "notary")) == (
        [n.strip() for n in signers],
        [n.strip() for n in witnesses],
    )


def test_a_table_row_whose_cells_have_short_lines_keeps_its_columns() -> None:
    raw = (
        "<html><table><tr><td>WITNESSES:</td><td></td></tr><tr><td>/s/ Bo Park<br>Bo Park</td>"
        "<td>/s/ Amy Orr<br>Amelia Orr</td></tr></table></html>"
    )
    page = normalise(raw)
    assert page.text.split("\n")[:3] == ["WITNESSES:\t", "/s/ Bo Park\t/s/ Amy Orr", "Bo Park\tAmelia Orr"]
    assert raw[page.source(page.text.index("Amelia Orr")) :].startswith("Amelia Orr")
