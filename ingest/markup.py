"""Markup to lines: HTML laid out as a person would see it, each character with its place in the source.

No HTML parser on PyPI reports the source offset of each character that it decodes, and evidence needs it; so tags are
read here. Nothing of a page is executed or fetched, styles are not read, and unclosed cells close as browsers close
them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .spans import SAME_LENGTH, Builder, Text

MARKUP = re.compile(
    r"<(?:html|body|p|br|div|table|font|center|pre|td|tr|b|u|i|span|h[1-6]|li|ul|ol)\b[^<>]*>", re.IGNORECASE
)
_TAG = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9:]*|[!?])[^<>]*>")
_TAG_OR_COMMENT = re.compile(rf"<!--.*?-->|{_TAG.pattern}", re.DOTALL)
_IN_MARKUP = {k: v for k, v in SAME_LENGTH.items() if k != 0xA0}  # a hard space makes an empty line, until layout
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
_ENTITY = re.compile(r"&(?:#[xX][0-9A-Fa-f]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
_SKIP = frozenset({"head", "title", "style", "script"})
_SKIP_END = re.compile(r"</(head|title|style|script)\b", re.IGNORECASE)
_PARAGRAPH = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "hr", "blockquote", "center", "pre"})
_LINE = frozenset({"div", "br", "li", "dt", "dd", "address", "body", "form", "section"})


_Piece = tuple[str, int, bool]  # characters, where they stand in the source, whether they stand there as such


@dataclass(slots=True)
class _Cell:
    """A table cell while it is read: its pieces and whether it holds a line break."""

    pieces: list[_Piece]

    def lines(self) -> bool:
        return "\n" in "".join(p[0] for p in self.pieces).strip("\n ")

    def blank(self) -> bool:
        return not "".join(p[0] for p in self.pieces).strip()


class _Page:
    """Lays out markup as lines. Tables nest: the innermost open cell receives what is emitted."""

    def __init__(self) -> None:
        self.pieces: list[_Piece] = []
        self.rows: list[list[_Cell] | None] = []  # one entry for each open table; None outside of a row

    def target(self) -> list[_Piece]:
        for row in reversed(self.rows):
            if row:
                return row[-1].pieces
        return self.pieces

    def emit(self, text: str, source: int, *, verbatim: bool) -> None:
        self.target().append((text, source, verbatim))

    def newlines(self, count: int, source: int) -> None:
        target, have = self.target(), 0
        for text, _, _ in reversed(target):
            stripped = text.rstrip(" ")
            have += len(stripped) - len(stripped.rstrip("\n"))
            if stripped.strip("\n"):
                break
        else:
            have = count if not target or self.rows else have
        for _ in range(have, count):
            target.append(("\n", source, False))

    def open_row(self) -> None:
        if not self.rows:
            self.rows.append(None)
        if self.rows[-1] is not None:
            self.close_row(0)
        self.rows[-1] = []

    def open_cell(self) -> None:
        if not self.rows:
            self.rows.append(None)
        row = self.rows[-1]
        if row is None:
            row = self.rows[-1] = []
        row.append(_Cell([]))

    def close_row(self, source: int) -> None:
        row = self.rows[-1] if self.rows else None
        if row is None:
            return
        self.rows[-1] = None
        if not row or all(cell.blank() for cell in row):
            return
        self.newlines(1, source)
        target = self.target()
        stacked = any(cell.lines() for cell in row)
        if stacked and sum(not cell.blank() for cell in row) > 1 and all(map(_short, row)):
            target.extend(_side_by_side(row, source))
            return
        for number, cell in enumerate(row):
            if stacked and not cell.blank():
                self.newlines(1, source)
            elif number and not stacked:
                target.append(("\t", source, False))
            target.extend(_trimmed(cell.pieces))
        target.append(("\n", source, False))

    def close_table(self, source: int) -> None:
        if self.rows:
            self.close_row(source)
            self.rows.pop()
        self.newlines(2, source)


_NARROW = 70  # characters: a cell whose lines are all shorter stands beside its neighbours, line by line


def _short(cell: _Cell) -> bool:
    return all(len(line) < _NARROW for line in "".join(p[0] for p in cell.pieces).split("\n"))


def _side_by_side(row: list[_Cell], source: int) -> list[_Piece]:
    """The lines of a row's cells beside each other, as a browser shows them; blank lines of all cells go."""
    columns: list[list[list[_Piece]]] = []
    for cell in row:
        lines: list[list[_Piece]] = [[]]
        for piece in _trimmed(cell.pieces):
            if piece[0] == "\n":
                lines.append([])
            else:
                lines[-1].append(piece)
        columns.append([line for line in lines if any(p[0].strip() for p in line)])
    out: list[_Piece] = []
    for at in range(max(map(len, columns))):
        for number, lines in enumerate(columns):
            if number:
                out.append(("\t", source, False))
            if at < len(lines):
                out.extend(lines[at])
        out.append(("\n", source, False))
    return out


def _trimmed(pieces: list[_Piece]) -> list[_Piece]:
    out = list(pieces)
    while out and not out[0][0].strip(" \n"):
        out.pop(0)
    while out and not out[-1][0].strip(" \n"):
        out.pop()
    return out


def from_markup(raw: str) -> Text:
    """Lay out HTML as lines: a table row is one line, its cells parted by a tab, unless a cell has several lines."""
    page, at, skip, pre = _Page(), 0, "", 0
    text = raw.translate(_IN_MARKUP)
    closed = {m.group(1).lower(): m.start() for m in _SKIP_END.finditer(text)}  # the last end tag of each kind
    for tag in _tags(text):
        if not skip:
            _text_node(page, text, at, tag.start(), preformatted=pre > 0)
        at = tag.end()
        named = _TAG_NAME.match(tag.group())
        if not named:
            continue
        name, closing = named.group(1).lower(), tag.group()[1] == "/"
        if skip:
            skip = "" if (closing and name == skip) or name == "body" or closed.get(skip, -1) < tag.start() else skip
        if skip:
            continue
        if name in _SKIP:
            skip = "" if closing else name
        elif name == "table":
            if closing:
                page.close_table(at)
            else:
                page.newlines(1, at)
                page.rows.append(None)
        elif name == "tr":
            if closing:
                page.close_row(at)
            else:
                page.open_row()
        elif name in ("td", "th"):
            if not closing:
                page.open_cell()
        elif name in _PARAGRAPH:
            pre += (-1 if closing else 1) * (name == "pre")
            page.newlines(2, at)
        elif name == "br":
            page.emit("\n", tag.start(), verbatim=False)
        elif name in _LINE:
            page.newlines(1, at)
    if not skip:
        _text_node(page, text, at, len(text), preformatted=False)
    while page.rows:
        page.close_table(len(text))
    return _lay_out(page.pieces)


def _tags(text: str) -> Iterator[re.Match[str]]:
    """Every tag and comment; behind the last end of a comment none is sought, which each beginning would do anew."""
    end = text.rfind("-->") + len("-->") if "-->" in text else 0
    yield from _TAG_OR_COMMENT.finditer(text, 0, end)
    yield from _TAG.finditer(text, end)


def _text_node(page: _Page, text: str, start: int, end: int, *, preformatted: bool) -> None:
    """Emit the characters between two tags, entities decoded and, outside of <pre>, white space folded."""
    at = start
    for found in re.compile(r"&[#\w]{1,32};?" if preformatted else r"[ \t\r\n]+|&[#\w]{1,32};?").finditer(
        text, start, end
    ):
        if found.start() > at:
            page.emit(text[at : found.start()], at, verbatim=True)
        at = found.end()
        token = found.group()
        if token[0] != "&":
            page.emit(" ", found.start(), verbatim=False)
        else:
            decoded = html.unescape(token).translate(_IN_MARKUP) if _ENTITY.match(token) else token
            page.emit(decoded, found.start(), verbatim=decoded == token)
    if at < end:
        page.emit(text[at:end], at, verbatim=True)


def _lay_out(pieces: list[_Piece]) -> Text:
    """Join pieces: no space beside a line break but for indents of hard spaces, at most one empty line in a row."""
    builder, breaks, space = Builder(), 2, False
    for text, source, verbatim in pieces:
        if text == "\n":
            if breaks < 2:
                builder.add("\n", source, verbatim=False)
            breaks, space = breaks + 1, False
        elif text == " ":
            if not breaks and not space:
                builder.add(" ", source, verbatim=False)
                space = True
        else:
            builder.add(text.replace("\xa0", " "), source, verbatim=verbatim)
            if text.strip():
                breaks = 0
            space = text.endswith(" ") and len(text) > 1
    return builder.build()
