"""`rx`, the way in which patterns over words are written here, and why they are fast.

Most patterns find nothing in most sentences, so what counts is how soon that is known. A pattern knows from its own
text the words without which it cannot match ("until", "revo"): a search looks for those first. It then searches the
text in lower case, for which Python's engine needs no table of cases, and asks the pattern itself only where that hits.
Neither changes what is found.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, lru_cache
from importlib import import_module
from typing import Any

# The standard library's own reading of patterns; `re` has used it since Python 1.5 and does not document it.
_parser: Any = import_module("re._parser")
_LONGEST = sys.maxsize


class Pattern:
    """A pattern that ignores case, with the methods of `re.Pattern` that are used here; compiled when first used."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern, self._flags = pattern, flags | re.IGNORECASE

    @cached_property
    def exact(self) -> re.Pattern[str]:
        """The pattern as `re` knows it."""
        return re.compile(self._pattern, self._flags)

    @cached_property
    def _needs(self) -> tuple[tuple[str, ...], ...]:
        return needs(self._pattern, self._flags)

    @cached_property
    def _lower(self) -> re.Pattern[str] | None:
        """The pattern for a text in lower case; none where it tells capitals apart somewhere."""
        if "(?-i:" in self._pattern:
            return None
        pattern = _UPPER.sub(lambda m: m.group(1) or m.group().lower(), self._pattern)
        return re.compile(pattern, self._flags & ~re.IGNORECASE)

    def possible(self, text: str, pos: int = 0, endpos: int = _LONGEST) -> bool:
        """Whether the words stand in a text without which nothing matches."""
        low = _lowered(text)
        for stems in self._needs:
            for stem in stems:
                if low.find(stem, pos, endpos) >= 0:
                    break
            else:
                return False
        return True

    def search(self, text: str, pos: int = 0, endpos: int = _LONGEST) -> re.Match[str] | None:
        """The first match."""
        if not self.possible(text, pos, endpos):
            return None
        low = _lowered(text)
        if self._lower is None or len(low) != len(text):
            return self.exact.search(text, pos, endpos)
        hit = self._lower.search(low, pos, endpos)
        # What is no letter in lower case only may differ ("\u017f"): then the pattern itself decides.
        return hit and (self.exact.match(text, hit.start(), endpos) or self.exact.search(text, pos, endpos))

    def finditer(self, text: str, pos: int = 0, endpos: int = _LONGEST) -> Iterator[re.Match[str]]:
        """Every match."""
        return self.exact.finditer(text, pos, endpos) if self.search(text, pos, endpos) else iter(())

    def findall(self, text: str) -> list[str]:
        """What every match, or its one group, holds."""
        return self.exact.findall(text) if self.search(text) else []

    def sub(self, repl: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every match replaced."""
        return self.exact.sub(repl, text) if self.search(text) else text

    def match(self, text: str, pos: int = 0, endpos: int = _LONGEST) -> re.Match[str] | None:
        """The match that begins at a position."""
        return self.exact.match(text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = _LONGEST) -> re.Match[str] | None:
        """The match that is the whole stretch."""
        return self.exact.fullmatch(text, pos, endpos)


_UPPER = re.compile(r"(\\.|\(\?P)|[A-Z]")


@lru_cache(maxsize=512)
def _lowered(text: str) -> str:
    return text.lower()


class Stems:
    """Parts of words and phrases, written with bars between them, of which a text may hold one.

    What is asked of every sentence and found in few is asked so first: a look for fifty stems costs less than a pattern
    that begins with a choice.
    """

    def __init__(self, stems: str) -> None:
        self._stems = tuple(stems.split("|"))

    def within(self, text: str) -> bool:
        """Whether a text holds one of them, in whatever case and with whatever white space."""
        flat = _flat(text)
        return any(stem in flat for stem in self._stems)


@lru_cache(maxsize=512)
def _flat(text: str) -> str:
    return " ".join(text.lower().split())


@cache
def rx(pattern: str, flags: int = re.IGNORECASE) -> Pattern:
    """Compile a pattern in which a blank stands for any white space, line ends included.

    " ?" stands for some or none; `[ ]` is one blank.
    `{atty}` stands for attorney(s) in the spellings that scans give it.
    """
    pattern = pattern.replace("{atty}", r"(?:att(?:or|om|o?m)n?eys?|attys?)")
    return Pattern(re.sub(r"(?<!\[) (?!\])([?*]?)", lambda m: r"\s*" if m.group(1) else r"\s+", pattern), flags)


@cache
def cased(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern once that tells capitals apart and stands where it is used; a blank is a blank."""
    return re.compile(pattern, flags)


def needs(pattern: str, flags: int = 0) -> tuple[tuple[str, ...], ...]:
    """What a text in lower case must hold for a pattern to match: one of the words of each group."""
    found = sorted(_groups(_parser.parse(pattern, flags)), key=lambda g: (_cost(g), sorted(g)))
    return tuple(tuple(sorted(group)) for group in found[:2] if _cost(group) <= _DEAREST)


# Words that stand in every fourth sentence of a power of attorney tell little, and so do three letters.
_COMMON = frozenset(
    "attorney company each exchange fact file form here hereby power section securities sign signed that this under "
    "undersigned with".split()
)
_DEAREST = 64  # a group that costs more than the search


def _cost(group: frozenset[str]) -> int:
    """What it costs to look for a group, and to have found a word of it for nothing."""
    if any(len(stem) < 2 and stem.isalnum() for stem in group):
        return _DEAREST + 1
    return sum(24 if len(stem) < 3 else 8 if stem in _COMMON or len(stem) < 4 else 1 for stem in group)


def _groups(sequence: Iterable[tuple[Any, Any]]) -> list[frozenset[str]]:
    """Groups of literals, of each of which one stands in whatever the sequence matches."""
    out: list[frozenset[str]] = []
    run = ""
    for op, value in [*sequence, (None, None)]:
        name = str(op)
        if name == "LITERAL":
            run += chr(value).lower()
            continue
        if run:
            out.append(frozenset([run]))
            run = ""
        if name == "SUBPATTERN":
            out += _groups(value[3])
        elif name in ("MAX_REPEAT", "MIN_REPEAT") and value[0]:
            out += _groups(value[2])
        elif name == "BRANCH":
            ways = [min(_groups(way), key=lambda g: (_cost(g), sorted(g)), default=None) for way in value[1]]
            if None not in ways:
                every = frozenset(stem for way in ways for stem in way or ())
                out.append(frozenset(s for s in every if not any(o != s and o in s for o in every)))
    return out
