"""For which forms attorneys must sign together, from the words of a power to what the audit asks of it."""

from __future__ import annotations

import pytest
from infact.ingest import together
from infact.ingest.extract import extract
from infact.ingest.text import normalise

POWER = """POWER OF ATTORNEY

The undersigned, Hedda Lund, appoints Giles Amory and Flora Dean as attorneys-in-fact to sign and file statements under
Section 16(a) regarding Calder Utilities Co. {}

March 12, 2012
/s/ Hedda Lund
"""


@pytest.mark.parametrize(
    ("words", "forms"),
    [
        ("A Form 3 or Form 4 may be signed by either of them alone. A Form 5 must be signed by both of them.", "5"),
        ("A Form 5 must bear the signatures of both. Any Form 3 or Form 4 needs the signature of one of them.", "5"),
        ("For Forms 3 and 4 each may sign alone; for a Form 5 both must sign.", "5"),
        ("Either may sign a Form 4; both must sign a Form 3 and a Form 5.", "3 5"),
        ("The two must act together on Form 5, but on Forms 3 and 4 either may act singly.", "5"),
        ("They shall sign every Form 5 jointly. They may sign each Form 3 or 4 separately.", "5"),
        ("One of them is enough for a Form 4. For a Form 3 or a Form 5 it takes two.", "3 5"),
        ("Both of them must sign a Form 5. Every other form may be signed by one of them alone.", "5"),
        ("Both must sign.", ""),
    ],
)
def test_some_forms_need_both_hands(words: str, forms: str) -> None:
    (found,) = extract(normalise(POWER.format(words)))
    assert found.authority == "joint"
    assert together.forms([e.quote for e in found.evidence if e.field == "authority"]) == frozenset(forms.split())


@pytest.mark.parametrize("words", ["Each may act alone.", "Either of them may sign a Form 3, Form 4 or Form 5."])
def test_one_hand_is_enough(words: str) -> None:
    (found,) = extract(normalise(POWER.format(words)))
    assert found.authority == "several"


@pytest.mark.parametrize(
    ("manner", "attorneys", "number"),
    [("any two of them acting together", 3, 2), ("by a majority", 5, 3), ("jointly", 3, 3), ("at least three", 2, 2)],
)
def test_as_many_as_the_words_say(manner: str, attorneys: int, number: int) -> None:
    assert together.needed([manner], [], attorneys) == number


def test_without_words_no_number_is_known() -> None:
    assert together.needed([], [], 2) is None
