"""Source characters to normalised text, with a map back to the source.

Every offset that infact prints counts characters of the normalised text; `Text.source` leads back to the file.
Normalised means: markup gone and its layout kept as lines (a table row is one line, its cells parted by a tab, unless
a cell has several lines), entities and mojibake decoded, curly quotes straight, hard spaces plain, words that a hyphen
parted at a line end joined again, and PEM dash-escaping undone. Letters that are damaged stay as they are printed.

HTML is read here and not by a library because no HTML parser on PyPI reports the source offset of each character
that it decodes, and evidence needs it.
"""

from __future__ import annotations

import html
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from .lowercase import LOWERCASE

_SAME_LENGTH = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "\u00b4": "'", "`": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
        "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ",
        "\u3000": " ", "\x0b": "\n", "\x0c": "\n", "\u2028": "\n", "\u2029": "\n", "\x85": "\n",
        "\x91": "'", "\x92": "'", "\x93": '"', "\x94": '"', "\x96": "-", "\x97": "-",
        "\x00": " ",
    }
)  # fmt: skip
_MARKUP = re.compile(
    r"<(?:html|body|p|br|div|table|font|center|pre|td|tr|b|u|i|span|h[1-6]|li|ul|ol)\b[^<>]*>", re.IGNORECASE
)
_TAG = re.compile(r"<!--.*?-->|<(?:/?[A-Za-z][A-Za-z0-9:]*|[!?])[^<>]*>", re.DOTALL)
_IN_MARKUP = {k: v for k, v in _SAME_LENGTH.items() if k != 0xA0}  # a hard space makes an empty line, until layout
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
_ENTITY = re.compile(r"&(?:#[xX][0-9A-Fa-f]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
_RUN = re.compile(r"[\u0080-\uffff]{2,}")
_SKIP = frozenset({"head", "title", "style", "script"})
_PARAGRAPH = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "hr", "blockquote", "center", "pre"})
_LINE = frozenset({"div", "br", "li", "dt", "dd", "address", "body", "form", "section"})
_HYPHEN = re.compile(r"(?P<left>[^\W\d_]+)-[ ]*\n(?P<gap>[ \t]*)(?P<right>[^\W\d_]+[^\s]*)[ ]?")
_KEEP_HYPHEN_AFTER = frozenset(
    [
        "attorney",
        "attorneys",
        "in",
        "self",
        "non",
        "co",
        "post",
        "pre",
        "sub",
        "ten",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ]
)
_NOISE_LINE = re.compile(
    r"^[ \t]*(?:<PAGE>|<C>|</?S>|</?TABLE>|</?CAPTION>|(?:page|pg\.?)[ \t]*\d{1,3}(?:[ \t]+of[ \t]+\d{1,3})?"
    r"|-[ ]?\d{1,2}[ ]?-)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_LOST_QUOTES = re.compile(
    r"(?<=[a-z])\?(?=s\b)|(?<=s)\?(?=[ \n][a-z])|(?<=[\s(])\?(?=[A-Z][^?\n]{0,60}\?)|(?<=[\w.,])\?(?=[\s),;.]*\))"
)


@dataclass(frozen=True, slots=True)
class Text:
    """Normalised text and its way back. Equal when the text and the map are equal.

    Attributes:
        text: The normalised characters.
        starts: Offset in `text` at which each piece begins, ascending from 0.
        sources: Offset in the source of the first character of each piece.
        verbatim: 1 where a piece stands in the source character by character, 0 where it was decoded or inserted.
    """

    text: str
    starts: array[int]
    sources: array[int]
    verbatim: array[int]

    def source(self, offset: int) -> int:
        """The source offset of the character at `offset` of the normalised text.

        Raises:
            IndexError: `offset` lies outside the text.
        """
        if not 0 <= offset <= len(self.text):
            raise IndexError(f"offset {offset} lies outside a text of {len(self.text)} characters")
        piece = bisect_right(self.starts, offset) - 1
        return self.sources[piece] + (offset - self.starts[piece] if self.verbatim[piece] else 0)

    def edited(self, edits: Iterable[tuple[int, int, str]]) -> Text:
        """A text in which each slice [start, end) is replaced; edits are ascending and do not overlap."""
        builder, at = _Builder(), 0
        for start, end, new in edits:
            self._copy(builder, at, start)
            builder.add(new, self.source(start), verbatim=False)
            at = end
        if not builder.parts and at == 0:
            return self
        self._copy(builder, at, len(self.text))
        return builder.build()

    def _copy(self, builder: _Builder, start: int, end: int) -> None:
        piece = bisect_right(self.starts, start) - 1
        while start < end:
            stop = min(end, self.starts[piece + 1]) if piece + 1 < len(self.starts) else end
            builder.add(self.text[start:stop], self.source(start), verbatim=bool(self.verbatim[piece]))
            start, piece = stop, piece + 1


class _Builder:
    """Collects pieces of output with their source offsets."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.starts, self.sources, self.verbatim = array("l"), array("l"), array("b")
        self.length = 0

    def add(self, text: str, source: int, *, verbatim: bool) -> None:
        if text:
            self.starts.append(self.length)
            self.sources.append(source)
            self.verbatim.append(verbatim)
            self.parts.append(text)
            self.length += len(text)

    def build(self) -> Text:
        if not self.starts:
            return Text("", array("l", [0]), array("l", [0]), array("b", [1]))
        return Text("".join(self.parts), self.starts, self.sources, self.verbatim)


def normalise(raw: str, *, markup: bool | None = None) -> Text:
    """Normalise source characters.

    Args:
        raw: The decoded characters of one exhibit or file.
        markup: Whether `raw` is HTML; decided by its tags where not given.

    Returns:
        The normalised text. Offsets of `Text.source` count characters of `raw`.
    """
    if markup is None:
        markup = len(_MARKUP.findall(raw, 0, 200_000)) >= 3 or raw.lstrip()[:14].lower().startswith(
            ("<html", "<!doctype html")
        )
    text = _from_html(raw) if markup else _from_plain(raw)
    for step in (_mojibake, _blank_noise, _lost_quotes, _join_hyphens, _lost_spaces, _scanned_digits):
        text = step(text)
    return text


def _from_plain(raw: str) -> Text:
    builder, at = _Builder(), 0
    column_start = 0
    text = raw.translate(_SAME_LENGTH)
    for found in re.finditer(r"\r\n?|\t|\n|&(?:#\w{1,7}|[A-Za-z]{2,8});|\xad|^- (?=-)", text, re.MULTILINE):
        found_text, start = found.group(), found.start()
        builder.add(text[at:start], at, verbatim=True)
        at = found.end()
        if found_text == "\t":
            width = 8 - (builder.length - column_start) % 8
            builder.add(" " * width, start, verbatim=False)
        elif found_text[0] in "\r\n":
            builder.add("\n", start, verbatim=len(found_text) == 1)
            column_start = builder.length
        elif found_text[0] == "&":
            builder.add(html.unescape(found_text).translate(_SAME_LENGTH), start, verbatim=False)
    builder.add(text[at:], at, verbatim=True)
    return builder.build()


@dataclass(slots=True)
class _Cell:
    """A table cell while it is read: its pieces and whether it holds a line break."""

    pieces: list[tuple[str, int, bool]]

    def lines(self) -> bool:
        return "\n" in "".join(p[0] for p in self.pieces).strip("\n ")

    def blank(self) -> bool:
        return not "".join(p[0] for p in self.pieces).strip()


class _Page:
    """Lays out markup as lines. Tables nest: the innermost open cell receives what is emitted."""

    def __init__(self) -> None:
        self.pieces: list[tuple[str, int, bool]] = []
        self.rows: list[list[_Cell] | None] = []  # one entry for each open table; None outside of a row

    def target(self) -> list[tuple[str, int, bool]]:
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


def _trimmed(pieces: list[tuple[str, int, bool]]) -> list[tuple[str, int, bool]]:
    out = list(pieces)
    while out and not out[0][0].strip(" \n"):
        out.pop(0)
    while out and not out[-1][0].strip(" \n"):
        out.pop()
    return out


def _from_html(raw: str) -> Text:
    page, at, skip, pre = _Page(), 0, "", 0
    text = raw.translate(_IN_MARKUP)
    for tag in _TAG.finditer(text):
        if not skip:
            _text_node(page, text, at, tag.start(), preformatted=pre > 0)
        at = tag.end()
        named = _TAG_NAME.match(tag.group())
        if not named:
            continue
        name, closing = named.group(1).lower(), tag.group()[1] == "/"
        if skip:
            skip = "" if closing and name == skip else skip
        elif name in _SKIP:
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


def _lay_out(pieces: list[tuple[str, int, bool]]) -> Text:
    """Join pieces: no space beside a line break but for indents of hard spaces, at most one empty line in a row."""
    builder, breaks, space = _Builder(), 2, False
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


def _mojibake(text: Text) -> Text:
    """UTF-8 that was read as Windows-1252 is decoded; a run that does not decode stays as printed."""
    edits = []
    for found in _RUN.finditer(text.text) if not text.text.isascii() else ():
        try:
            fixed = b"".join(_byte(c) for c in found.group()).decode("utf-8")
        except (UnicodeDecodeError, ValueError):
            if found.group() != "\u00e2\u20ac":  # a closing quote whose third byte was lost
                continue
            fixed = '"'
        edits.append((found.start(), found.end(), fixed.translate(_SAME_LENGTH)))
    return text.edited(edits) if edits else text


def _byte(char: str) -> bytes:
    # The straightened quotes of `_SAME_LENGTH` were C1 letters of Windows-1252 before; those never reach here,
    # because a mojibake run starts with a letter of two or more bytes.
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        if ord(char) > 255:
            raise ValueError(char) from None
        return bytes([ord(char)])


def _blank_noise(text: Text) -> Text:
    edits = [(m.start(), m.end(), "") for m in _NOISE_LINE.finditer(text.text)]
    return text.edited(edits) if edits else text


def _lost_quotes(text: Text) -> Text:
    """Question marks that stand for quotes ("undersigned?s", "(the ?Company?)"), where a text has several."""
    found = list(_LOST_QUOTES.finditer(text.text)) if text.text.count("?") > 2 else []
    if len(found) < 3:
        return text
    quotes = [
        (m.start(), m.end(), "'" if text.text[m.start() - 1].isalpha() and text.text[m.end()] in "s \n" else '"')
        for m in found
    ]
    return text.edited(quotes)


_LOWER_WORD = re.compile(r"(?<![^\W_])[A-Z]?[a-z]{5,}(?![^\W_])")
_GLUED_NUMBER = re.compile(
    r"\b(?:Forms?|Sections?|Schedules?|Rules?)(?=\d)|(?<=[a-z]{3})(?=\((?:the|an?|each)\b)"
    r"|(?<=\))(?=[a-z]{2,})|(?<=-fact)(?=(?:to|for|of|and|as|is)\b)"
)


def _lost_spaces(text: Text) -> Text:
    """Part words that a PDF glued ("herebyconstitutes"), where a text has several; names stay as printed."""
    cuts = []
    for found in _LOWER_WORD.finditer(text.text):
        word = found.group().lower()
        if word in LOWERCASE or len(word) < 5:
            continue
        at = next(
            (k for k in range(2, len(word) - 1) if word[:k] in _SHORT | LOWERCASE and word[k:] in _SHORT | LOWERCASE), 0
        )
        if at and (at > 2 or word[:at] in _SHORT) and (len(word) - at > 2 or word[at:] in _SHORT):
            cuts.append(found.start() + at)
    if len(cuts) < 6 or len(cuts) * 150 < len(text.text):
        return text
    cuts += [m.end() for m in _GLUED_NUMBER.finditer(text.text)]
    return text.edited((k, k, " ") for k in sorted(set(cuts)))


_MIXED = re.compile(r"(?<![^\W_])(?=[^\W\d_]*[01lI|])[A-Za-z01|]*[A-Za-z][A-Za-z01|]*(?![^\W_])")
_SCAN = str.maketrans({"0": "o", "1": "l", "|": "l"})


def _scanned_digits(text: Text) -> Text:
    """Mend digits and letters that a scanner took for each other in plain words ("N0", "FlLED"), not in names."""
    edits = []
    for found in _MIXED.finditer(text.text):
        word = found.group()
        if (
            word.isdigit()
            or word.lower() in LOWERCASE
            or not (any(c in "01|" for c in word) or ("l" in word and sum(c.isupper() for c in word) > 1))
        ):
            continue
        for fixed in (
            word.lower().translate(_SCAN),
            word.lower().translate(_SCAN).replace("l", "i"),
            word.replace("l", "I").lower(),
        ):
            if fixed in LOWERCASE or fixed in ("securities", "form", "forms", "of", "no"):
                edits.append(
                    (
                        found.start(),
                        found.end(),
                        fixed.upper() if word.upper() == word or sum(c.isupper() for c in word) > 1 else fixed,
                    )
                )
                break
    return text.edited(edits) if edits else text


_SHORT = frozenset(
    [
        "of",
        "to",
        "in",
        "by",
        "as",
        "an",
        "or",
        "on",
        "at",
        "is",
        "it",
        "be",
        "no",
        "do",
        "so",
        "the",
        "and",
        "for",
        "any",
        "all",
        "not",
        "may",
        "has",
        "his",
        "her",
        "its",
        "him",
        "who",
        "was",
        "are",
        "but",
    ]
)


def _join_hyphens(text: Text) -> Text:
    """Join a word that a hyphen parts at a line end; the line break moves behind the word."""
    edits = []
    for found in _HYPHEN.finditer(text.text):
        left, right = found["left"], found["right"]
        keep = (
            right[0].isupper()
            or left[0].isupper()
            or left.lower() in _KEEP_HYPHEN_AFTER
            or right.startswith(("in-", "fact"))
        )
        keep = keep and not (
            left.isupper() and right[:2].isupper() and left.lower() not in _KEEP_HYPHEN_AFTER and len(left) < 5
        )
        start = found.start() + len(left)
        edits.append((start, found.end(), ("-" if keep else "") + right + "\n" + found["gap"]))
    return text.edited(edits) if edits else text
