"""Sketches of wording: equal for the same words under other names, near for near texts, far for others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from infact.ingest.sketch import SIZE, sketch

FORM = " ".join(f"the undersigned hereby {a} and {b} to {c} any report" for a in "pqrs" for b in "tuvw" for c in "xyz")


def likeness(one: str | None, other: str | None) -> float:
    assert one is not None
    assert other is not None
    a, b = set(one.split()), set(other.split())
    smallest = set(sorted(a | b)[:SIZE])
    return len(smallest & a & b) / len(smallest)


def test_names_numbers_and_months_do_not_count() -> None:
    one = sketch(f"{FORM} Ann Lee of Alder Corp., 5 January 2010", ["Ann Lee", "Alder Corp."])
    other = sketch(f"{FORM} Bob Ray of Birch Corp., 17 March 2020", ["Bob Ray", "Birch Corp."])
    assert one == other


def test_a_changed_sentence_leaves_most_of_the_sketch() -> None:
    whole = sketch(FORM, [])
    changed = sketch(FORM.replace("the undersigned hereby p and t to x", "we now name our agent", 1), [])
    assert 0.8 < likeness(whole, changed) < 1
    assert likeness(whole, sketch(" ".join(reversed(FORM.split())), [])) < 0.2


def test_a_text_of_few_words_has_none() -> None:
    assert sketch("four words are few", []) is None


@given(st.text(max_size=300), st.lists(st.text(max_size=10), max_size=3))
def test_a_sketch_is_short_and_ascending(text: str, names: list[str]) -> None:
    found = sketch(text, names)
    hashes = found.split() if found else []
    assert hashes == sorted(set(hashes))
    assert len(hashes) <= SIZE
