"""What should not matter does not: line width, quotes, honorifics, the order of attorneys, text or HTML."""

from __future__ import annotations

import html
import textwrap
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.ingest.extract import extract
from infact.ingest.records import Instrument
from infact.ingest.text import normalise

_CLOSING = (
    """This power of attorney shall remain in effect until the undersigned is no longer required to file Forms 3, 4
    and 5 with respect to securities issued by Wexler Pumps, Inc.""",
    "IN WITNESS WHEREOF, the undersigned has signed this power of attorney on May 4, 2011.",
    "/s/ Olga T. Prentiss",
    "Olga T. Prentiss",
)
_OPENINGS = (
    """The undersigned, a director of Wexler Pumps, Inc. (the "Company"), hereby constitutes and appoints {a}, {b} and
    {c}, and each of them acting alone, as the undersigned's attorneys-in-fact to sign and file Forms 3, 4 and 5.""",
    """{a}, {b} and {c}, all of Deane, Foley & Shaw LLP, are hereby authorized by the undersigned, each without the
    others, to sign on the undersigned's behalf Forms 3, 4 and 5 about the shares of Wexler Pumps, Inc.""",
    """I, Olga T. Prentiss, leave the signing of my Forms 3, 4 and 5 about securities of Wexler Pumps, Inc. to {a}, to
    {b} or to {c}, whoever is at hand. They are my attorneys-in-fact. Each of them is employed by Wexler Pumps,
    Inc.""",
)
_NAMES = ("Dan R. Weir", "Lena Marsh-Ortiz", "Ray Osgood Tull, Jr.")


def _paragraphs(opening: int, names: tuple[str, ...] = _NAMES) -> tuple[str, ...]:
    a, b, c = names
    texts = ("POWER OF ATTORNEY", _OPENINGS[opening].format(a=a, b=b, c=c), *_CLOSING)
    return tuple(" ".join(text.split()) for text in texts)


def _plain(paragraphs: tuple[str, ...], width: int = 90, indent: str = "") -> str:
    return (
        "\n\n".join(textwrap.fill(p, width, initial_indent=indent, break_on_hyphens=False) for p in paragraphs) + "\n"
    )


def _facts(source: str) -> tuple[Instrument, ...]:
    """What a source says, without the places where it says so."""
    return tuple(replace(i, evidence=(), review=(), ends=()) for i in extract(normalise(source)))


@pytest.mark.parametrize("opening", range(len(_OPENINGS)))
def test_every_opening_names_three_attorneys_and_one_principal(opening: int) -> None:
    (instrument,) = _facts(_plain(_paragraphs(opening)))
    assert [p.name for p in instrument.attorneys] == list(_NAMES)
    assert [p.name for p in instrument.principals] == ["Olga T. Prentiss"]
    assert instrument.issuers == ("Wexler Pumps, Inc.",)


@given(
    opening=st.sampled_from(range(len(_OPENINGS))), width=st.integers(45, 160), indent=st.sampled_from(["", "     "])
)
def test_line_width_does_not_matter(opening: int, width: int, indent: str) -> None:
    assert _facts(_plain(_paragraphs(opening), width, indent)) == _facts(_plain(_paragraphs(opening)))


@given(opening=st.sampled_from(range(len(_OPENINGS))), order=st.permutations(_NAMES))
def test_the_order_of_the_attorneys_is_theirs_alone(opening: int, order: list[str]) -> None:
    (instrument,) = _facts(_plain(_paragraphs(opening, tuple(order))))
    (first,) = _facts(_plain(_paragraphs(opening)))
    assert [p.name for p in instrument.attorneys] == order
    assert replace(instrument, attorneys=first.attorneys) == first
    assert {p.affiliation for p in instrument.attorneys} == {p.affiliation for p in first.attorneys}


@given(
    opening=st.sampled_from(range(len(_OPENINGS))),
    honorifics=st.tuples(*[st.sampled_from(["", "Mr. ", "Ms. ", "Dr. ", "Hon. "])] * 3),
)
def test_honorifics_do_not_matter(opening: int, honorifics: tuple[str, ...]) -> None:
    named = tuple(h + n for h, n in zip(honorifics, _NAMES, strict=True))
    assert _facts(_plain(_paragraphs(opening, named))) == _facts(_plain(_paragraphs(opening)))


@pytest.mark.parametrize("opening", range(len(_OPENINGS)))
def test_curly_quotes_and_the_case_of_the_heading_do_not_matter(opening: int) -> None:
    text = _plain(_paragraphs(opening))
    curly = text.replace("'", "\u2019").replace('"Company"', "\u201cCompany\u201d")
    assert _facts(curly) == _facts(text)
    assert _facts(text.replace("POWER OF ATTORNEY", "Power of Attorney")) == _facts(text)


@pytest.mark.parametrize("opening", range(len(_OPENINGS)))
def test_html_says_what_text_says(opening: int) -> None:
    paragraphs = _paragraphs(opening)
    markup = "<html><body>" + "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs) + "</body></html>"
    assert _facts(markup) == _facts(_plain(paragraphs))


@given(opening=st.sampled_from(range(len(_OPENINGS))), at=st.integers(1, 4))
def test_page_breaks_and_running_heads_do_not_matter(opening: int, at: int) -> None:
    pages = list(_paragraphs(opening))
    for number, place in enumerate((at, at + 1), start=2):
        pages.insert(
            place + number - 2, f"- {number - 1} -\n\nO. T. Prentiss - Power of Attorney          Page {number}"
        )
    printed = "\n\n".join(p if "Page" in p else textwrap.fill(p, 90, break_on_hyphens=False) for p in pages)
    assert _facts(printed + "\n") == _facts(_plain(_paragraphs(opening)))


@given(opening=st.sampled_from(range(len(_OPENINGS))))
def test_text_that_was_decoded_wrongly_reads_the_same(opening: int) -> None:
    marked = _plain(_paragraphs(opening)).replace('"Company"', "\u201cCompany\u201d").replace("'s", "\u2019s")
    marked = marked.replace("3, 4 and 5", "3,\u00a04 and\u00a05")
    garbled = marked.encode().decode("cp1252", "replace").replace("\ufffd", "")
    assert _facts(garbled) == _facts(_plain(_paragraphs(opening)))
