"""Reading powers of attorney: exactness on the written corpora, and what must not matter."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from infact.ingest.extract import extract
from infact.ingest.records import Instrument
from infact.ingest.text import normalise

from tests.cost import cost

OWN = Path(__file__).parents[1] / "corpus" / "own"

POWER = """                            POWER OF ATTORNEY

     Know all by these presents, that the undersigned hereby constitutes and
appoints each of {first} and {second}, of Acme Ferries, Inc. (the
"Company"), signing singly, as the undersigned's attorney-in-fact to execute
Forms 3, 4 and 5 and to file them with the Securities and Exchange Commission.

     This Power of Attorney remains in effect until the undersigned is no longer
required to file Forms 3, 4 and 5 with respect to securities of the Company.

     IN WITNESS WHEREOF, the undersigned has signed this on {date}.

                              /s/ {signer}
                              -----------------------
                              {signer}
"""


def read(text: str) -> tuple[Instrument, ...]:
    return extract(normalise(text))


def power(first: str = "Ann Lee", second: str = "Bo Park", signer: str = "Cy Dunn", date: str = "May 3, 2011") -> str:
    return POWER.format(first=first, second=second, signer=signer, date=date)


def test_an_ordinary_power_is_read_whole() -> None:
    (found,) = read(power())
    assert [(a.name, a.affiliation) for a in found.attorneys] == [
        ("Ann Lee", "Acme Ferries, Inc."),
        ("Bo Park", "Acme Ferries, Inc."),
    ]
    assert [p.name for p in found.principals] == ["Cy Dunn"]
    assert (found.issuers, found.forms, found.authority, found.executed, found.term) == (
        ("Acme Ferries, Inc.",),
        ("3", "4", "5"),
        "several",
        "2011-05-03",
        "until-no-longer-required",
    )


@pytest.mark.parametrize("path", sorted(OWN.glob("*.[th]*t*")), ids=lambda p: p.stem)
def test_every_quote_equals_its_slice(path: Path) -> None:
    """Evidence points at what it quotes, and back into the source, for every written document."""
    raw = path.read_bytes().decode("utf-8", "replace")
    text = normalise(raw)
    for instrument in extract(text):
        assert instrument.evidence
        for fact in instrument.evidence:
            assert text.text[fact.start : fact.end] == fact.quote
            assert text.source(fact.start) <= len(raw)


NAMES = [
    "Ann Lee",
    "Maria de la Cruz",
    "J. Q. van der Berg",
    "Robert E. Stone, Jr.",
    "MARY ELLEN DOW",
    "Nkechi O'Hara-Quist",
    "D. Scott Overby III",
]


@settings(max_examples=60, deadline=None)
@given(
    st.permutations(NAMES).map(lambda names: names[:3]),
    st.sampled_from([40, 60, 72, 100]),
    st.sampled_from(["plain", "html", "curly", "double"]),
)
def test_layout_does_not_change_the_record(names: list[str], width: int, surface: str) -> None:
    """Line width, markup, quotes and spacing leave the reading as it is."""
    text = power(*names)
    plain = read(text)
    body, _, block = text.partition("     IN WITNESS")
    paragraphs = [" ".join(p.split()) for p in body.split("\n\n")]
    if surface == "html":
        changed = (
            "<html><body>" + "".join(f"<p>{p}</p>" for p in paragraphs) + f"<pre>IN WITNESS{block}</pre></body></html>"
        )
    else:
        changed = "\n\n".join(_wrapped(p, width) for p in paragraphs) + "\n\n     IN WITNESS" + block
        if surface == "curly":
            changed = changed.replace('"Company"', "\u201cCompany\u201d").replace("undersigned's", "undersigned\u2019s")
        if surface == "double":
            changed = re.sub(r"(?<=\w) (?=\w)", "  ", changed, count=20)
    assert _facts(read(changed)) == _facts(plain)


SURFACES: dict[str, Callable[[str], str]] = {
    "page breaks": lambda t: t.replace("\n\n", "\n\n<PAGE>\n\n\f", 2),
    "carriage returns": lambda t: t.replace("\n", "\r\n"),
    "blanks at line ends": lambda t: t.replace("\n", "   \n"),
    "a margin": lambda t: t.replace("\n", "\n      "),
    "entities in plain text": lambda t: t.replace('"', "&quot;").replace("undersigned's", "undersigned&#146;s"),
    "mojibake quotes": lambda t: t.replace("undersigned's", "undersigned\u00e2\u20ac\u2122s"),
    "curly quotes": lambda t: t.replace("undersigned's", "undersigned\u2019s").replace('"', "\u201c"),
    "honorifics": lambda t: t.replace("each of ", "each of Ms. "),
    "pem dashes": lambda t: t.replace("-----------------------", "- -----------------------"),
    "an uuencoded image": lambda t: t + "\nbegin 644 logo.gif\n" + "M1TE&.#EA8P!D`/<``````(````" * 3 + "\n`\nend\n",
    "page numbers": lambda t: t.replace("\n\n", "\n\n                -1-\n\n", 1),
    "markup": lambda t: "<html><body><pre>" + t + "</pre></body></html>",
    "divisions": lambda t: "<html>" + "".join(f"<div>{line}&nbsp;</div>" for line in t.split("\n")) + "</html>",
    "unclosed paragraphs": lambda t: "<html><body>" + t.replace("\n\n", "\n<p>").replace("-\n ", "-<br>") + "<br><p>",
    "soft hyphens": lambda t: t.replace("attorney", "attor\u00adney"),
    "letters for digits": lambda t: t.replace("2011", "2O11"),
}


@pytest.mark.parametrize("surface", SURFACES)
def test_the_surface_does_not_change_the_record(surface: str) -> None:
    """How a text was typed, scanned, encoded or marked up says nothing about what it grants."""
    text = power("Ann Lee", "Bo Park-Dow", "Cy Dunn")
    assert _facts(read(SURFACES[surface](text))) == _facts(read(text))


@settings(max_examples=30)
@given(st.permutations(NAMES).map(lambda names: names[:2]))
def test_the_order_of_attorneys_changes_only_their_order(names: list[str]) -> None:
    (one,), (other,) = read(power(*names)), read(power(*reversed(names)))
    assert one.attorneys == tuple(reversed(other.attorneys))
    assert (one.powers, one.issuers, one.term) == (other.powers, other.issuers, other.term)


def _wrapped(paragraph: str, width: int) -> str:
    lines, line = [], ""
    for word in paragraph.split():
        if len(line) + len(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def _facts(found: tuple[Instrument, ...]) -> list[tuple[object, ...]]:
    return [
        (
            i.kind,
            i.principals,
            i.attorneys,
            i.issuers,
            i.forms,
            i.powers,
            i.authority,
            i.executed,
            i.term,
            i.signatories,
        )
        for i in found
    ]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400), st.integers(0, 900), st.integers(0, 60))
def test_damaged_text_never_raises(noise: str, at: int, cut: int) -> None:
    text = power()
    read(text[:at] + noise + text[at + cut :])


@pytest.mark.parametrize(
    "unit",
    [
        "A. ",
        "of the ",
        "Jane Q. Doe, ",
        "and ",
        "/s/ ",
        '(the "Company") ',
        "____ ",
        "Inc. ",
        "\t",
        "no longer ",
        "will ",
    ],
)
def test_repetition_costs_linear_time(unit: str) -> None:
    """No pattern backtracks without bound: 30,000 characters of the same words end within the test's patience."""
    assert isinstance(read("POWER OF ATTORNEY\n\nI appoint " + unit * (30_000 // len(unit))), tuple)


def test_a_word_without_end_costs_linear_time() -> None:
    """Words that may be parted anywhere are parted in one way: a run of letters is one word to every pattern."""
    long = "x" * 60  # parted in up to six places: fifty million ways
    text = power().replace("Forms 3, 4 and 5 and", f"Forms 3, 4 and 5, to request {long} as they tell, and")
    assert cost(lambda: read(text), 2) < 2


def test_texts_without_an_instrument_give_none() -> None:
    for path in OWN.glob("*.json"):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold["instruments"] == [] and gold["filing"] is None:
            raw = (
                next(p for p in OWN.glob(f"{path.stem}.*") if p.suffix != ".json")
                .read_bytes()
                .decode("utf-8", "replace")
            )
            assert read(raw) == (), path.stem


def test_edgar_is_a_given_name_and_a_system() -> None:
    text = (
        "POWER OF ATTORNEY\n\nI, Hattie Selbelund, appoint Edgar R. Garnaford my attorney-in-fact to sign Forms 3, 4 "
        "and 5 for Acme Corp. and to obtain Edgar Next codes for me.\n\nDated: May 3, 2011\n\n/s/ Hattie Selbelund\n"
    )
    (found,) = extract(normalise(text))
    assert [attorney.name for attorney in found.attorneys] == ["Edgar R. Garnaford"]
