"""Lists of attorneys: who is named, and whose people they are, by the heads, numbers and asides of the list."""

from __future__ import annotations

from pathlib import Path

import pytest
from infact.ingest.extract import extract
from infact.ingest.text import normalise

HEAD = """POWER OF ATTORNEY

{said}

This is about shares of Tarn Looms, Inc. (the "Company").

Dated: May 4, 2011
"""
SIGNED = "\n/s/ Ada Quill\nAda Quill\n"
NAMES = {"T": "Tarn Looms, Inc.", "M": "Moss Lake LLP", "-": None}
LISTS = (Path(__file__).parent / "sentences" / "lists.txt").read_text(encoding="utf-8").split("=== ")[1:]


def test_there_are_as_many_lists_as_the_file_has() -> None:
    assert len(LISTS) >= 30


@pytest.mark.parametrize("section", LISTS, ids=lambda text: " ".join(text.split()[-24:-12]))
def test_a_list_names_attorneys_and_whose_people_they_are(section: str) -> None:
    head, _, said = section.partition("\n")
    text = HEAD.format(said=said) + ("" if "/s/" in said else SIGNED)
    (found,) = extract(normalise(text))
    wanted = dict(name.split(": ") for name in head.split("; "))
    assert {a.name: a.affiliation for a in found.attorneys} == {n: NAMES.get(org, org) for n, org in wanted.items()}
