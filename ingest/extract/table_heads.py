"""Names that stand below a head which says whose people they are: "Group B (counsel at X LLP)", one column or several.

A head is a cell of a line that names an organization behind "of", "at", "with" or "from" and nobody; below it stand
cells that hold a name each and no organization.
"""

from __future__ import annotations

import re

from .attorney import Attorney, joined
from .clauses import Page
from .mentions import Mention
from .patterns import cased, rx
from .persons import persons

_GOVERNED = rx(r"\b(?:of|at|with|from|by)(?: the)? $")
_MOST_ROWS = 60  # below one head


def by_head(page: Page, attorneys: list[Attorney], start: int) -> list[Attorney]:
    """The attorneys of text[start:], each with the organization that the head above its own cell gives it."""
    return [joined(a, _head(page, a, start)) if a.type == "person" else a for a in attorneys]


def _head(page: Page, attorney: Attorney, start: int) -> Mention | None:
    line = page.text.rfind("\n", 0, attorney.start) + 1
    row = _cells(page.text, line)
    column = next((n for n, (s, e) in enumerate(row) if s <= attorney.start < e), None)
    if column is None:
        return None
    at, end = row[column]
    if page.text[at : attorney.start].strip(" -*") or page.text[attorney.end : end].strip(" .,;*"):
        return None
    left, blank = at - line, 0
    for _ in range(_MOST_ROWS):
        above = page.text.rfind("\n", 0, max(0, line - 1)) + 1
        if above < line and not page.text[above:line].strip() and not blank:
            line, blank = above, 1  # one empty line may part the heads from the rows
            continue
        if above < start - 1 or above == line or not page.text[above:line].strip():
            return None
        line = above
        cells = _cells(page.text, line)
        tabbed = "\t" in page.text[line : cells[-1][1]]
        under = [c for c in cells if c[0] - line <= left + _ASKEW][-1:]
        counted = tabbed or len(cells) == len(row)
        at, end = next(iter(cells[column : column + 1] if counted else under), (line, line))
        named = next(iter(page.orgs.within(at, end)), None)
        if named is not None:
            bare = not any(m.kind == "person" for m in persons(page.text, at, end, page.orgs, lines=True))
            closed = cased(r"[)\s:.*]*").fullmatch(page.text, named.end, end) is not None
            return named if bare and closed and _GOVERNED.search(page.text, at, named.start) else None
    return None


def _cells(text: str, line: int) -> list[tuple[int, int]]:
    """The cells of the line that begins at `line`: what tabs part, empty ones too, or what wide gaps part."""
    end = text.find("\n", line)
    end = len(text) if end < 0 else end
    pattern = _TABBED if "\t" in text[line:end] else _SPACED
    return [m.span() for m in pattern.finditer(text, line, end)]


_TABBED = re.compile(r"(?<![^\t\n])[^\t\n]*")
_SPACED = re.compile(r"\S(?:(?! {3})[^\n])*")
_ASKEW = 2  # characters by which a head may begin to the right of its names
