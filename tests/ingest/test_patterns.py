"""Patterns over words: what makes them fast never changes what they find."""

from __future__ import annotations

import re
from functools import partial
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from infact.ingest import extract
from infact.ingest.extract.clauses import sentences
from infact.ingest.extract.patterns import Pattern, cased, needs, rx
from infact.ingest.text import normalise

from tests.cost import cost


def tables(found: object) -> list[Pattern]:
    """The patterns of a name in a module, those in tables too."""
    if isinstance(found, Pattern):
        return [found]
    rows = found.values() if isinstance(found, dict) else found if isinstance(found, tuple) else ()
    return [pattern for row in rows for pattern in tables(row)]


def patterns() -> dict[str, Pattern]:
    """Every pattern that a module of the readers holds."""
    out: dict[Pattern, str] = {}
    for module in iter_modules(extract.__path__, f"{extract.__name__}."):
        for name, found in vars(import_module(module.name)).items():
            for n, pattern in enumerate(tables(found)):
                out.setdefault(pattern, f"{module.name}.{name}[{n}]")
    return {name: pattern for pattern, name in out.items()}


@pytest.fixture(scope="module")
def stretches(root: Path) -> list[str]:
    """Sentences of the written documents, as they are and in capitals."""
    texts = [normalise(path.read_text("utf-8")).text for path in sorted((root / "tests/corpus/dev").glob("*.txt"))]
    found = [sentence.raw for text in texts for sentence in sentences(text)]
    return list(dict.fromkeys(found[::3] + [stretch.upper() for stretch in found[1::9]]))


def test_every_pattern_finds_what_re_finds(stretches: list[str]) -> None:
    """Word tests and lower case are for speed only: position and groups are those of `re` without them."""
    every = patterns()
    assert len(every) > 150
    for name, pattern in every.items():
        for stretch in stretches:
            expected, found = pattern.exact.search(stretch), pattern.search(stretch)
            assert (expected and expected.regs) == (found and found.regs), (name, stretch)


@pytest.mark.parametrize(
    ("pattern", "group"),
    [
        (r"\b(?:until|as\s+long\s+as)\b", ("long", "until")),
        (r"\bauthori[sz]ed?", ("authori",)),
        (r"\b(?:re)?appoint(?:s|ed)?", ("appoint",)),
        (r"(?:revo(?:ke|cation)){2}", ("revo",)),
        (r"\b(?:until|[a-z]+)\b", None),
        (r"(?:until)?", None),
        (r"(?=until)", None),
        (r"(?<!until)", None),
    ],
)
def test_the_words_that_a_pattern_needs(pattern: str, group: tuple[str, ...] | None) -> None:
    """They stand in every match: nothing optional, nothing that is only looked at, one of each alternative."""
    assert needs(pattern)[:1] == (() if group is None else (group,))


def test_a_window_and_letters_that_grow_in_lower_case() -> None:
    """Offsets count the text as it is, also where a capital has two letters in lower case."""
    pattern = rx(r"\buntil (\w+)")
    text = "\u0130\u0130 UNTIL Revoked, until Monday"
    hit = pattern.search(text)
    assert hit is not None
    assert hit.group(1) == "Revoked"
    assert [m.group(1) for m in pattern.finditer(text)] == ["Revoked", "Monday"]
    assert pattern.search(text, 10) is not None
    assert pattern.search(text, 10, 20) is None
    assert pattern.sub("-", text) == "\u0130\u0130 -, -"
    assert pattern.sub("-", "nothing") == "nothing"


def searched(pattern: Pattern, text: str) -> int:
    """How often a pattern stands in a text."""
    return sum(1 for _ in pattern.finditer(text))


def test_no_pattern_is_lost_in_a_text_made_of_its_own_words() -> None:
    """Each of its words over and over, glued and parted: what a pattern that backtracks without end would choke on."""
    for name, pattern in patterns().items():
        parsed = "".join(c if c.isalnum() else " " for c in re.sub(r"\\.|\[[^\]]*\]", " ", pattern.exact.pattern))
        words = list(dict.fromkeys(word for word in parsed.split() if len(word) > 2))[:6] or ["a"]
        for unit in (*words, " ".join(words) + " ", ", ".join(words) + ", ", f"{words[0]} x "):
            hostile = (unit * 2000)[:2000]
            assert cost(partial(searched, pattern, hostile), MOST) < MOST, (name, unit)


def test_patterns_with_a_documents_own_names_are_not_kept() -> None:
    """Else a large corpus would fill the memory with them."""
    sizes = []
    for one, other, company in (
        ("Ann Lee", "Bo Park", "Acme Inc."),
        ("Cy Moss", "Di Frost", "Bolt Corp."),
        ("Ed Sun", "Fay Day", "Cog Co."),
    ):
        text = f"""POWER OF ATTORNEY

I, Jane Roe, a director of {company}, appoint {one} and {other}, of {company}, my attorneys-in-fact to
sign Forms 3, 4 and 5 as {company.split()[0]} may need.

/s/ Jane Roe
May 3, 2010
"""
        assert extract.extract(normalise(text))
        sizes.append((rx.cache_info().currsize, cased.cache_info().currsize))
    assert sizes[1] == sizes[2]


MOST = 0.05  # seconds of processor time for one pattern
