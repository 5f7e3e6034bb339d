"""One signer: the name and title that a mark, a rule or the line below it gives."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from .clauses import Page
from .columns import Piece
from .mentions import Mention
from .patterns import cased, rx
from .people import compatible, parts
from .persons import persons
from .tokens import fold

Part = Literal["principal", "witness", "notary", "attorney", "other"]


@dataclass(slots=True)
class Signed:
    """One signature, read."""

    name: str
    start: int
    end: int
    part: Part = "principal"
    organization: Mention | None = None
    chain: list[Mention] = field(default_factory=list)
    stacked: int = 0  # heads of the chain, from the first on, that stand below each other and all are bound
    employer: Mention | None = None  # the company that stands below the title
    acting: bool = False  # whether the chain begins with the one who acts: "By: GP, LLC, its general partner"
    title: str | None = None
    individually: bool = False
    role: Part | None = None  # what the words behind the name say that the signer is
    slash: str | None = None
    slash_span: tuple[int, int] | None = None


NAME_LABEL = rx(
    r"^(?:print(?:ed)? ?name|type(?:d)? ?name|name(?:[/ ](?:and )?title)?|print|name of signatory"
    r"|signatory|signer|witness name|signature|signed|sign here|by|witness|attest|principal"
    r"|grantor)\s*[:;]\s*"
)
BY = re.compile(r"^(?:\*\s?)?[Bb][Yy]\s?:?\s*(?=/|\(|\[|[A-Z_]|$)|^[Pp]er\s?:\s*")
ALONE = rx(r"(?<!not[ ])\bindividually\b|in (?:his|her|my) individual capacity")


def names_in(page: Page, start: int, end: int) -> list[Mention]:
    """The persons of a stretch of the signature page, of which a line end parts two."""
    return [m for m in persons(page.text, start, end, page.orgs, lines=True) if m.kind == "person"]


def label_of(text: str) -> str:
    """The label with which a piece begins ("Print name:"); "" where there is none."""
    label = NAME_LABEL.match(text) or BY.match(text)
    return label.group() if label else ""


def organizations_in(page: Page, start: int, end: int) -> list[Mention]:
    """The organizations that a stretch names in full."""
    return [m for m in page.orgs.within(start, end) if not m.alias]


def from_mark(page: Page, piece: Piece, mark: re.Match[str]) -> Signed:
    """The name that follows a signature mark in the same piece; capacity words behind it become the title."""
    start = piece.start + mark.end()
    names = names_in(page, start, piece.end)
    raw = piece.text[mark.end() :]
    if names and not rx(r"^[\W_]*(?:(?:mr|mrs|ms|dr|rev|hon|fr|prof|sir|dame|col|gen|lt|judge)\b[\W_]*)*$").sub(
        "", raw[: names[0].start - start]
    ).strip(" _-.*"):
        first = names[0]
        rest = page.text[first.end : piece.end].strip(" ,;")
        if cased(r"[A-Z]\.").fullmatch(rest):  # an initial behind the name is the second surname's
            first, rest = Mention("person", f"{first.name} {rest}", first.start, piece.end), ""
        signed = Signed(first.name, first.start, first.end, slash=first.name, slash_span=(first.start, first.end))
        if rest:
            signed.title = rest
            signed.individually = bool(ALONE.search(rest))
            signed.role = _role(rest)
        return signed
    plain = cased(r"[\s_]*((?:[A-Z][\w.'-]*\s?){1,5})").match(raw)
    if plain and plain.group(1).strip(" ."):
        s = start + plain.start(1)
        name = fold(plain.group(1))
        return Signed(name, s, s + len(plain.group(1).rstrip()), slash=name, slash_span=(s, s + len(name)))
    return (
        Signed("", start, start)
        if raw.strip(" _") == ""
        else Signed(fold(raw.strip(" _")), start, piece.end, slash=fold(raw))
    )


def before_mark(page: Page, piece: Piece, mark: re.Match[str]) -> Signed | None:
    """The name before a mark that nothing follows: "By  Jane Doe /s/", "Jane Doe (L.S.)"."""
    names = names_in(page, piece.start, piece.start + mark.start())
    if not names or len(page.text[names[-1].end : piece.start + mark.start()].strip(" _-.,")) > 1:
        return None
    name = names[-1]
    return Signed(name.name, name.start, name.end, slash=name.name, slash_span=(name.start, name.end))


def same(one: str, other: str) -> bool:
    """Whether two printings are one signer's: compatible, or one is the other's beginning."""
    if compatible(one, other):
        return True
    a, b = parts(one), parts(other)
    if len(a) == 1 and len(b) > 1:  # a name that breaks behind its first word
        return a[0] == b[0]
    return min(len(a), len(b)) > 1 and all(x == y for x, y in zip(a, b, strict=False))


def belongs(current: Signed, name: Mention, text: str) -> bool:
    """Whether a printed name below a signature is the signer's."""
    return (
        not current.name
        or same(current.name, name.name)
        or (current.slash is not None and NAME_LABEL.match(text) is not None)
    )


def print_name(page: Page, current: Signed, name: Mention, piece: Piece) -> None:
    """Take a printed name for the signer's, and what stands behind it for the title."""
    rest = fold(page.text[name.end : piece.end])
    current.name, current.start, current.end = name.name, name.start, name.end
    if rest and current.title is None:
        current.title = rest
        current.individually = current.individually or bool(ALONE.search(rest))
        current.part = _role(rest) or current.part


def _role(title: str) -> Part | None:
    """The part that a title gives: a witness's or a notary's; None for any other."""
    if rx(r"^\W*witness\b").search(title):
        return "witness"
    return "notary" if rx(r"\bnotar(?:y|in?|ia|ius|is|io|ial)\b|\bnotaire\b").search(title) else None
