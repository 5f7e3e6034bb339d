"""One block of a signature page, read from top to bottom.

[organization] [By: organization, its general partner]* [By:] /s/ text | rule | printed name [, title] | title | date
"""

from __future__ import annotations

import re

from .clauses import SIGN_MARK, Page
from .columns import WITNESS, Piece
from .mentions import Mention
from .patterns import cased, rx
from .people import fuller
from .signers import (
    ALONE,
    BY,
    NAME_LABEL,
    Part,
    Signed,
    before_mark,
    belongs,
    from_mark,
    label_of,
    names_in,
    organizations_in,
    print_name,
    same,
)

_RULE = re.compile(r"^[\s_\-=.*~]{4,}$")
_HEADS = rx(r"(?:by|for|per|on behalf of|and|the|accepted|name(?: of \w+)?|entity|signed|executed|as a deed|its|\W)*")
_LABEL = rx(
    r"^(?:\(?(?:signature|sign(?:ed)?(?: here)?|print(?:ed)?(?: or type)?(?: name)?|type(?:d)?(?: "
    r"or print(?:ed)?)? name|name(?: and title)?|name/title|please print(?: or type)?|printed "
    r"name|"
    r"signature of (?:reporting person|principal|grantor|director|officer|insider)|reporting "
    r"person|principal|grantor|insider|title|capacity|its)\)?)\s*[:.]?$"
)
_NOTARY = rx(
    r"notar(?:y|ial|izing)\b|my commission|commission expires|commissioner (?:of|for) oaths"
    r"|justice of the peace|before me\b|subscribed and sworn|sworn to|acknowledged before|apostille"
)
_DATE_LABEL = rx(r"^(?:date|dated|date signed|this|executed|signed)\b")
SEAL = rx(r"\((?:l\. ?s\.?|seal)\)|\[(?:l\. ?s\.?|seal)\]")
"""What stands behind a name in place of a signature mark, where a page has no other."""
_NOT_A_SIGNER = rx(
    r"^(?:cc|copy|copies|received|approved|prepared|drafted|filed|countersigned|attention|to|from|form|re|tel|fax"
    r"|occupation|residing|address|return|agent|acknowledged and agreed|accepted)\b"
)
_CERTIFIES = rx(r"before me|subscribed and sworn|sworn to|acknowledged before")


def read_block(page: Page, pieces: list[Piece], *, marked: bool = True) -> list[Signed]:
    """Every signature of one block, witnesses and notaries included.

    Args:
        page: The instrument.
        pieces: The pieces of the block, from top to bottom.
        marked: Whether the instrument has signature marks; in one without, a name that stands alone is a signature.
    """
    return _Block(page, marked=marked).read(pieces)


class _Block:
    """Reads the pieces of one block from top to bottom."""

    def __init__(self, page: Page, *, marked: bool) -> None:
        self.page = page
        self.marked = marked
        self.alone = not marked  # whether no mark follows, so that a name that stands alone may be a signature
        self.out: list[Signed] = []
        self.header: list[Mention] = []
        self.stacked = 0
        self.acting = False
        self.marked_line = -2  # the line of the last mark
        self.through = False  # whether the line before announces who acts: "acting by its general partner,"
        self.current: Signed | None = None
        self.unmarked: Mention | None = None  # a name without a mark, which a rule or "Notary Public" may explain
        self.part: Part = "principal"
        self.below_rule = False
        self.below = -2  # the line of the unmarked name

    def read(self, pieces: list[Piece]) -> list[Signed]:
        """Every signature of the block: one for each mark or, lacking marks, for each name at a rule."""
        last_mark = max((n for n, p in enumerate(pieces) if SIGN_MARK.search(p.text)), default=-1)
        for number, piece in enumerate(pieces):
            self.alone = number > last_mark
            if self.header and number and _ITS_ROLE.match(piece.text) and len(self.header) == self.stacked > 1:
                self.stacked -= 1  # "X, L.P." / "Y, LLC" / "its general partner": Y acts for X
            mark = SIGN_MARK.search(piece.text) or (None if self.marked else SEAL.search(piece.text))
            if _RULE.match(piece.text):
                self._rule()
            elif mark is not None:
                self._mark(piece, mark)
            elif not self._label(pieces, number) and not self._employer(pieces, number):
                self._words(piece)
            elif self.part == "witness" and self.alone:
                self._witness_beside(piece)
        return self.out

    def _witness_beside(self, piece: Piece) -> None:
        """A witness who is named beside the label, without a mark: "In the presence of: Ann Lee"."""
        label = WITNESS.search(piece.text)
        names = names_in(self.page, piece.start + (label.end() if label else 0), piece.end)
        for name in names:
            self._add(Signed(name.name, name.start, name.end))

    def _rule(self) -> None:
        self.below_rule = True
        unsigned = self.current is None and not self.out and not SIGN_MARK.search(self.page.slice())
        if self.unmarked is not None and unsigned:
            self._add(Signed(self.unmarked.name, self.unmarked.start, self.unmarked.end))
            self.unmarked = None

    def _add(self, signed: Signed) -> None:
        signed.part = signed.role or self.part
        if self.header:
            signed.organization, signed.chain = self.header[0], list(self.header)
            signed.stacked, signed.acting = max(1, self.stacked), self.acting
        self.header, self.stacked, self.acting = [], 0, False
        self.current = signed
        self.out.append(signed)

    def _label(self, pieces: list[Piece], number: int) -> bool:
        """Whether a piece says what the signatures around it are: a witness's, a notary's."""
        piece, text = pieces[number], pieces[number].text
        if WITNESS.search(text) and len(text) < 90:
            label = WITNESS.search(text)
            names = names_in(self.page, piece.start + (label.end() if label else 0), piece.end)
            below = number + 1 < len(pieces) and SIGN_MARK.search(pieces[number + 1].text) is not None
            apart = number > 0 and piece.line - pieces[number - 1].line > 1
            if self.current is not None and not names and self.current.name and self.current.name in text:
                self.current.part = "witness"
            elif self.current is not None and names and same(self.current.name, names[0].name):
                self.current.part = "witness"
                print_name(self.page, self.current, names[0], piece)
            elif (
                self.current is not None
                and cased(r"(?i)\W*(?:first |second )?witness\W*").fullmatch(text)
                and not (below and apart)  # "First Witness" above a signature says nothing of the one further up
            ):
                self.current.part = "witness"
            else:
                self.part, self.current = "witness", None
            return True
        if not _NOTARY.search(text) or (len(text) >= 60 and not _CERTIFIES.search(text)):
            return False
        certifies = rx(r"before me").search(text)
        if self.current is not None and self.current.part == "principal" and "notar" in text.lower() and not certifies:
            self.current.part = "notary"
        elif self.unmarked is not None and rx(r"notary public").search(text):
            self.out.append(Signed(self.unmarked.name, self.unmarked.start, self.unmarked.end, "notary"))
            self.unmarked = None
        else:
            self.part, self.current = "notary", None
        return True

    def _mark(self, piece: Piece, mark: re.Match[str]) -> None:
        above = piece.text[: mark.start()].strip(" ,")
        signed = from_mark(self.page, piece, mark)
        if above and WITNESS.search(above):
            self.part = "witness"
        elif above:
            ends = [m.end() for m in cased(r"\.\s+(?=[A-Z/])").finditer(piece.text[: mark.start()])]
            head = ends[-1] if ends and len(above) > _HEAD else 0  # prose before a signature heads nothing
            self.header.extend(organizations_in(self.page, piece.start + head, piece.start + mark.start()))
        if not signed.name or SEAL.match(mark.group()):
            signed = before_mark(self.page, piece, mark) or signed
        above_it = self.unmarked
        if above_it is not None and signed.slash and self.below == piece.line - 1:
            if same(signed.name, above_it.name) and fuller(signed.name, above_it.name) == above_it.name:
                signed.name, signed.start, signed.end = above_it.name, above_it.start, above_it.end
            self.unmarked = None
        last = self.out[-1] if self.out else None
        if not self.header and last is not None and last.part == "principal" and BY.match(piece.text):
            self.header = list(last.chain)  # a second "By:" for the same organization
        self._add(signed)
        self.marked_line = piece.line
        self.below_rule = False
        behind = piece.start + mark.end()
        if SEAL.match(mark.group()) and (
            attest := rx(r"\b(?:attest|witness)\w* ?:").search(self.page.text, behind, piece.end)
        ):
            self.out.extend(
                Signed(m.name, m.start, m.end, "witness") for m in names_in(self.page, attest.end(), piece.end)[:1]
            )

    def _words(self, piece: Piece) -> None:
        """A piece without a mark: a printed name, an organization above the next signature, a title."""
        text = piece.text
        names = names_in(self.page, piece.start, piece.end)
        named = bool(names) and names[0].start - piece.start <= len(label_of(text)) + 14
        if self.current is None and named and len(names[0].name) + 6 > len(text):
            self.unmarked, self.below = names[0], piece.line
        if self.current is not None and named and belongs(self.current, names[0], text):
            print_name(self.page, self.current, names[0], piece)
            return
        if self.current is not None and self.current.title and _GOES_ON.search(self.current.title):
            self.current.title += " " + text  # "individually and as / Trustee of the Doe Trust"
            return
        heads = organizations_in(self.page, piece.start, piece.end)
        if heads and self._signed_for(piece, heads):
            return
        heads = [m for m in heads if _heads(self.page.text[piece.start : m.start]) and piece.end - m.end < 60]
        if heads and not (self.current is not None and named):
            bare = _STACKED.fullmatch(self.page.text, piece.start, heads[0].start) is not None and not self.through
            self.through = False
            self.acting = self.acting or (not self.header and BY.match(text) is not None)
            if bare and self.stacked == len(self.header):
                self.stacked += len(heads)
            self.header.extend(heads)
            self.current = None
            return
        self.through = _THROUGH.search(text) is not None
        if self.current is not None and ALONE.search(text):
            self.current.individually = True
            self.current.title = self.current.title or text
        if names and (
            (self.below_rule and not self.out)
            or (NAME_LABEL.match(text) and self.current is None)
            or (self.alone and named and self._signs(names[0], piece))
        ):
            self._add(Signed(names[0].name, names[0].start, names[0].end))
        elif self.current is not None and named and len(names[0].name) + 6 > len(text):
            self.current = None  # somebody else's slot, which is empty
        elif self.current is not None and self.current.title and cased(r"(?:and|as|for|of)\b").match(text):
            self.current.title += " " + text  # a title that is wrapped
        elif self.current is not None and self.current.title is None and _is_title(text):
            self.current.title = cased(r"^(?:Title|Its|Capacity|Position)\s*:\s*", re.IGNORECASE).sub("", text)

    def _employer(self, pieces: list[Piece], number: int) -> bool:
        """Whether the line right below a signer's title names their company, and heads no signature of its own."""
        piece, signed = pieces[number], self.current
        below = pieces[number + 1] if number + 1 < len(pieces) else None
        if signed is None or not signed.title or not number or piece.line != pieces[number - 1].line + 1:
            return False
        if below is not None and below.line == piece.line + 1:
            return False
        heads = organizations_in(self.page, piece.start, piece.end)
        if len(heads) != 1 or len(piece.text) > len(heads[0].name) + 2 or not _OFFICE.search(signed.title):
            return False
        signed.employer = heads[0]
        return True

    def _signed_for(self, piece: Piece, heads: list[Mention]) -> bool:
        """Whether the line below a mark says for whom it stands: "/s/ Jane Doe", below it "for X LIMITED"."""
        signed = self.current
        if signed is None or signed.organization is not None or piece.line != self.marked_line + 1:
            return False
        if not _FOR.match(piece.text):
            return False
        signed.organization, signed.chain, signed.stacked = heads[0], heads, 1
        return True

    def _signs(self, name: Mention, piece: Piece) -> bool:
        """Whether a name without any mark is a signature: it stands alone or before a title, nobody's copy or form."""
        if _NOT_A_SIGNER.match(piece.text) or (self.marked and self.part != "witness"):
            return False
        rest = self.page.text[name.end : piece.end].strip(" ,.-_")
        return len(rest) < 50 and not rest[:1].islower()


_OFFICE = rx(
    r"\b(?:president|officer|secretary|treasurer|counsel|controller|chair\w*|chief|cashier|clerk|director|manager|partner|associate|paralegal)\b"
)
_FOR = rx(r"(?:signed )?(?:for(?: and on behalf of)?|on behalf of)\b")
_GOES_ON = rx(r"\b(?:and|as|of|for|the)$")
_STACKED = rx(r"(?:and|the|\W)*")  # heads below each other, all of which one signature binds
_THROUGH = rx(r"\b(?:by|through)(?: and through)? (?:its|the)(?: [\w-]+){1,4}[,:]?$|\bacting (?:by|through)[,:]?$")
_ITS_ROLE = rx(r"^\W*(?:its|as|acting as|in its capacity)\b")


def _heads(text: str) -> bool:
    return _HEADS.fullmatch(text) is not None


_HEAD = 120  # characters that the head of a signature may have on its line


def _is_title(text: str) -> bool:
    if _LABEL.match(text) or _DATE_LABEL.match(text) or len(text) >= 90:
        return False
    return cased(r"[A-Z(]").match(text) is not None
