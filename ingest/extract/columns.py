"""Columns: lines cut where wide gaps or tabs part them, and the blocks that pieces below each other form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .clauses import SIGN_MARK
from .patterns import rx


@dataclass(slots=True)
class Piece:
    """A piece of a line: what stands between two wide gaps."""

    line: int
    left: int
    right: int
    start: int
    end: int
    text: str


_GAP = re.compile(r" {3,}|\t| {2,}(?=/s/|By:)")
WITNESS = rx(
    r"^(?:signed[^\n]{0,60})?(?:in the )?presence of|^attest(?:ed)?\b|^witness(?:es|ed)?(?: "
    r"by)?\b(?! (?:the|my|our|whereof|our hands))|^(?:first |second )?witness\b(?! (?:the|my|our"
    r"|whereof|our hands))|^\(?(?:as )?witness(?:es)?\)?$|signed,? sealed|/ witness(?:es)?$"
    r"|^(?:signature|name|address|occupation) of (?:the )?(?:attesting )?(?:first |second )?witness"
    r"|^(?:testigos?|t[\u00e9e]moins?|zeugen?|getuigen?|testimoni)\b(?: ?[:/]|$)"
)
_OPEN_LABEL = rx(
    r"^(?:by|name|title|its|print name|printed name|signature|signed|date|dated|print|name/title|name and title"
    r"|when signed|capacity|print(?:ed)? or typed name|full name|per)\s*[:;]?$"
)


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """Cut the lines of text[start:end] where wide gaps or tabs part them."""
    out: list[Piece] = []
    at = start
    lines = text[start:end].split("\n")
    for number, line in enumerate(lines):
        near = lines[max(0, number - 2) : number + 3]
        cell, cursor = 0, 0
        tabbed = "\t" in line or ("   " not in line.strip() and any("\t" in other for other in near))
        bounds = [*((m.start(), m.end(), m.group()) for m in _GAP.finditer(line)), (len(line), len(line), "")]
        for gap_start, gap_end, gap in bounds:
            body = line[cursor:gap_start]
            if body.strip():
                lead = len(body) - len(body.lstrip())
                s = at + cursor + lead
                e = at + gap_start - (len(body) - len(body.rstrip()))
                left = cell * 1000 if tabbed else cursor + lead
                out.append(Piece(number, left, left + 999 if tabbed else gap_start, s, e, text[s:e]))
            cursor = gap_end
            cell += gap == "\t"
        at += len(line) + 1
    return _joined(out, text)


def _joined(found: list[Piece], text: str) -> list[Piece]:
    """A label and what it labels are one piece: "By:     /s/ Jane Doe"."""
    out: list[Piece] = []
    for piece in found:
        near = piece.left - out[-1].right if out and out[-1].line == piece.line else 99
        if (near < 20 and _OPEN_LABEL.match(out[-1].text)) or (
            (
                near < 8
                and not SIGN_MARK.search(out[-1].text)
                and (mark := SIGN_MARK.match(piece.text))
                and (WITNESS.search(out[-1].text) or not piece.text[mark.end() :].strip(" _"))
            )
            or (near < 8 and out[-1].text.endswith(":") and WITNESS.search(out[-1].text))
        ):
            last = out.pop()
            out.append(Piece(piece.line, last.left, piece.right, last.start, piece.end, text[last.start : piece.end]))
        else:
            out.append(piece)
    return out


def blocks(found: list[Piece]) -> list[list[Piece]]:
    """Join pieces that stand below each other, at most three lines apart."""
    out: list[list[Piece]] = []
    shared: dict[int, int] = {}
    for piece in found:
        shared[piece.line] = shared.get(piece.line, 0) + 1
    for piece in found:
        best, overlap = None, 0
        for block in reversed(out[-12:]):
            last = block[-1]
            if last.line == piece.line or piece.line - last.line > 4:
                continue
            common = min(last.right, piece.right) - max(last.left, piece.left)
            near = (
                common
                if common > 0
                else (1 if abs(last.left - piece.left) <= 6 and shared[piece.line] == shared[last.line] == 1 else 0)
            )
            if near > overlap or (near and near == overlap and best is not None and last.line > best[-1].line):
                best, overlap = block, near
        if best is None:
            out.append([piece])
        else:
            best.append(piece)
    return out
