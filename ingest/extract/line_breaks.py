"""Whether what stands between two words parts them: a gap, a column, the end of a line; a bracket does not."""

from __future__ import annotations

import re

from .patterns import cased
from .tokens import Token
from .words import STRONG_FORMS


def gap_breaks(left: Token, right: Token, text: str) -> bool:
    """Whether the gap between two words parts them: columns, paragraphs, lines of which one is a label or a heading."""
    gap = text[left.end : right.start]
    if "\t" in gap or gap.count("\n") > 1 or gap.strip() or "   " in gap.split("\n")[0]:
        return True
    if "\n" not in gap:
        cell = gap.strip("\n") and len(gap) > 1 and left.low in _CELLS
        return bool(cell) and not text[text.rfind("\n", 0, left.start) + 1 : left.start].strip()
    line = text[text.rfind("\n", 0, left.start) + 1 : left.end].strip()
    below = text[right.start : right.start + 200].split("\n", 1)[0]
    if _LABEL_LINE.match(below) and right.low not in _SHORT_FORMS:
        return True
    if line.split()[0] == below.split()[0] and len(right.text) > _COMMON_WORD:
        return True  # two names of one family, each on its own line
    if cased(r"\S.{8,}\S {3,}\S|\t").search(line):
        return not _same_column(left, right, text)
    return line.isupper() != below.strip().isupper() and len(line) < _SHORT_LINE


_CELLS = frozenset("issuer issuers company companies registrant corporation name attorneys".split())  # of a table
_SHORT_FORMS = STRONG_FORMS - {"company", "corporation", "co"}  # "Moss Lake / PLLC: ..."
_COMMON_WORD = 4  # letters that a word has which begins lines for no reason: "The", "this"
_LABEL_LINE = re.compile(r"[A-Z][\w./()-]*(?: [\w./()-]+){0,3}[ \t]*:(?:\s|$)")

_SHORT_LINE = 50  # characters; a line of prose is longer


def _same_column(left: Token, right: Token, text: str) -> bool:
    """Whether the line of `right` begins where the last column of the line above does: a cell that is wrapped."""
    above = text[text.rfind("\n", 0, left.start) + 1 : left.end]
    before = text[text.rfind("\n", 0, right.start) + 1 : right.start]
    last = [m.end() for m in cased(r"\S {3,}(?=\S)").finditer(above)]
    return bool(last) and not before.strip(" ") and abs(len(before) - last[-1]) <= 1


_PERSON_LINE = re.compile(r"(?:[A-Z][\w'-]+ ){1,2}(?:[A-Z]\. ){1,2}[A-Z][\w'-]+(?:, (?:[JS]r|Esq|M\.D|Ph\.D)\.?)?")


def name_ends(left: Token, right: Token, text: str) -> bool:
    """Whether the line above a word is a person's name and nothing else, which the name of a firm does not go on."""
    start = text.rfind("\n", 0, left.start) + 1
    return "\n" in text[left.end : right.start] and bool(_PERSON_LINE.fullmatch(text[start : left.end].strip()))


def past_bracket(tokens: list[Token], k: int) -> int:
    """The token behind a bracket such as "(New York)" or "(No. 1)", of at most three words; k where there is none."""
    if k >= len(tokens) or tokens[k].text != "(":
        return k
    close = k + 1
    if [t.text for t in tokens[close : close + 2]] == ["No", "."] and tokens[close + 2 : close + 3]:
        close += 3 if tokens[close + 2].text.isalnum() else 0
    while close < len(tokens) and close < k + 4 and tokens[close].capital and tokens[close].word:
        close += 1
    return close + 1 if close > k + 1 and close < len(tokens) and tokens[close].text == ")" else k
