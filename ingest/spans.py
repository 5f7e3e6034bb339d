"""Text with a way back to its source, and the builder of such texts."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

# Characters that stand for another one of equal meaning: quotes, dashes, blanks, line ends.
SAME_LENGTH = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "\u00b4": "'", "`": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
        "\u00a0": " ", "\u2000": " ", "\u2001": " ", "\u2002": " ", "\u2003": " ", "\u2004": " ", "\u2005": " ",
        "\u2006": " ", "\u2007": " ", "\u2008": " ", "\u205f": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ",
        "\u3000": " ", "\x0b": "\n", "\x0c": "\n", "\u2028": "\n", "\u2029": "\n", "\x85": "\n",
        "\x91": "'", "\x92": "'", "\x93": '"', "\x94": '"', "\x96": "-", "\x97": "-",
        "\x00": " ",
    }
)  # fmt: skip


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
        builder, at = Builder(), 0
        for start, end, new in edits:
            self._copy(builder, at, start)
            builder.add(new, self.source(start), verbatim=False)
            at = end
        if not builder.parts and at == 0:
            return self
        self._copy(builder, at, len(self.text))
        return builder.build()

    def _copy(self, builder: Builder, start: int, end: int) -> None:
        piece = bisect_right(self.starts, start) - 1
        while start < end:
            stop = min(end, self.starts[piece + 1]) if piece + 1 < len(self.starts) else end
            builder.add(self.text[start:stop], self.source(start), verbatim=bool(self.verbatim[piece]))
            start, piece = stop, piece + 1


class Builder:
    """Collects pieces of output with their source offsets."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.starts, self.sources, self.verbatim = array("l"), array("l"), array("b")
        self.length = 0

    def add(self, text: str, source: int, *, verbatim: bool) -> None:
        """Append a piece that stands at a source offset."""
        if text:
            self.starts.append(self.length)
            self.sources.append(source)
            self.verbatim.append(verbatim)
            self.parts.append(text)
            self.length += len(text)

    def build(self) -> Text:
        """The text of all pieces."""
        if not self.starts:
            return Text("", array("l", [0]), array("l", [0]), array("b", [1]))
        return Text("".join(self.parts), self.starts, self.sources, self.verbatim)
