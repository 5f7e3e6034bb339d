"""Normalised text: what a reader sees, and the way back to the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.ingest.text import normalise

PRINTED = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=300)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("consti-\ntutes and appoints", "constitutes\nand appoints"),
        ("Marguerite H. Chase-\nDubois, of", "Marguerite H. Chase-Dubois,\nof"),
        ("attorney-in-\nfact of", "attorney-in-fact\nof"),
        ("attorneys-\nin-fact of", "attorneys-in-fact\nof"),
        ("\u201cthe Company\u201d \u2018x\u2019", "\"the Company\" 'x'"),
        ("- -----BEGIN", "-----BEGIN"),
        ("A &amp; B Co.\xa0Inc.", "A & B Co. Inc."),
        ("Trust\u00e2\u20ac\u2122s", "Trust's"),
        ("Jos\u00c3\u00a9 P\u00e9rez", "Jos\u00e9 P\u00e9rez"),
        ("a\tb", "a       b"),
        ("POWER 0F ATTORNEY N0 LONGER", "POWER OF ATTORNEY NO LONGER"),
        ("Jos? Lopez", "Jos? Lopez"),
    ],
)
def test_plain_text_is_normalised(raw: str, expected: str) -> None:
    """Hyphens, quotes, entities, mojibake, tabs and scanned digits are mended; damaged names stay as printed."""
    assert normalise(raw, markup=False).text == expected


def test_question_marks_that_stand_for_quotes_are_mended_where_a_text_has_several() -> None:
    raw = "the undersigned?s attorney, an officer of Acme, Inc. (the ?Company?), in the undersigned?s name"
    assert normalise(raw, markup=False).text == raw.replace("d?s", "d's").replace("?Company?", '"Company"')


def test_words_that_a_pdf_glued_are_parted_where_a_text_has_several() -> None:
    raw = (
        "allby these undersigned herebyconstitutes andappoints eachof Ann Lee,signing forthe undersignedand inthe name"
    )
    text = normalise(raw, markup=False).text
    assert "hereby constitutes and appoints each of Ann Lee" in text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("<p>One <b>wo</b>rd</p><p>Two</p>", "One word\n\nTwo"),
        ("<div>a</div><div>b</div>", "a\nb"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a\tb\nc\td"),
        ("<table><tr><td>/s/ A<br>A B</td><td>Title</td></tr></table>", "/s/ A\tTitle\nA B\t"),
        ("<TABLE><TR><TD>Witness:<TD><TR><TD>A<TD>B</TABLE>", "Witness:\t\nA\tB"),
        ("<table><tr><td><table><tr><td>in</td></tr></table></td></tr></table>", "in"),
        ("<head><title>x</title></head><body>y<script>z</script></body>", "y"),
        ("<pre>a   b\n  c</pre>", "a   b\n  c"),
        ("x<!-- <p>no</p> -->y", "xy"),
    ],
)
def test_markup_becomes_lines(raw: str, expected: str) -> None:
    """Paragraphs, lines and table rows stand as a person would see them."""
    assert normalise(raw, markup=True).text.strip("\n") == expected


@given(PRINTED, st.booleans())
def test_any_text_is_read_and_every_offset_leads_back(raw: str, markup: bool) -> None:
    """No input raises, and each character's source offset lies inside of the source."""
    text = normalise(raw, markup=markup)
    for offset in range(len(text.text)):
        assert 0 <= text.source(offset) <= len(raw)


@given(
    st.lists(
        st.sampled_from(["Ann Lee", "appoint", "Co.", "&amp;", "<b>", "</b>", "\n", " ", "<td>", "<tr>", "x-\ny"]),
        max_size=40,
    )
)
def test_characters_that_stand_verbatim_are_the_source_s(parts: list[str]) -> None:
    """Where a piece is verbatim, the character at the source offset is the character of the text."""
    raw = "".join(parts)
    text = normalise(raw, markup=True)
    for piece, start in enumerate(text.starts):
        if text.verbatim[piece] and start < len(text.text):
            assert raw[text.source(start)] == text.text[start]


def test_an_offset_outside_is_an_error() -> None:
    with pytest.raises(IndexError, match="outside a text of 2 characters"):
        normalise("ab", markup=False).source(3)
