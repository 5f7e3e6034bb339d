"""Source characters to normalised text, with a map back to the source.

Every offset that infact prints counts characters of the normalised text; `Text.source` leads back to the file.
Normalised means: markup gone and its layout kept as lines (a table row is one line, its cells parted by a tab, unless
a cell has several lines), entities and mojibake decoded, curly quotes straight, hard spaces plain, words that a hyphen
parted at a line end joined again, and PEM dash-escaping undone. Letters that are damaged stay as they are printed.
"""

from __future__ import annotations

import html
import re

from .markup import MARKUP, from_markup
from .repairs import REPAIRS
from .spans import SAME_LENGTH, Builder, Text


def normalise(raw: str, *, markup: bool | None = None) -> Text:
    """Normalise source characters.

    Args:
        raw: The decoded characters of one exhibit or file.
        markup: Whether `raw` is HTML; decided by its tags where not given.

    Returns:
        The normalised text. Offsets of `Text.source` count characters of `raw`.
    """
    if markup is None:
        markup = len(MARKUP.findall(raw, 0, 200_000)) >= 3 or raw.lstrip()[:14].lower().startswith(
            ("<html", "<!doctype html")
        )
    text = from_markup(raw) if markup else _from_plain(raw)
    for step in REPAIRS:
        text = step(text)
    return text


def _from_plain(raw: str) -> Text:
    builder, at = Builder(), 0
    column_start = 0
    text = raw.translate(SAME_LENGTH)
    for found in re.finditer(r"\r\n?|\t|\n|&(?:#\w{1,7}|[A-Za-z]{2,8});|^- (?=-)", text, re.MULTILINE):
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
            builder.add(html.unescape(found_text).translate(SAME_LENGTH), start, verbatim=False)
    builder.add(text[at:], at, verbatim=True)
    return builder.build()


__all__ = ["Text", "normalise"]
