"""The signature block: who signed, for whom, before which witness or notary, and when.

Signature blocks are laid out in columns, as grids and tables or one below the other. Lines are cut where three blanks or
a tab part them, pieces that stand below each other form a block, and each block is read from top to bottom:

    [organization] [By: organization, its general partner]* [By:] /s/ text | rule | printed name [, title] | title | date
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from .clauses import SIGN_MARK, Page
from .mentions import Mention
from .people import compatible, fuller
from .persons import persons
from .tokens import fold, rx

Part = Literal["principal", "witness", "notary", "attorney", "other"]


@dataclass(slots=True)
class Piece:
    """A piece of a line: what stands between two wide gaps."""

    line: int
    left: int
    right: int
    start: int
    end: int
    text: str


@dataclass(slots=True)
class Signed:
    """One signature, read."""

    name: str
    start: int
    end: int
    part: Part = "principal"
    organization: Mention | None = None
    chain: list[Mention] = field(default_factory=list)
    title: str | None = None
    title_span: tuple[int, int] | None = None
    individually: bool = False
    slash: str | None = None
    slash_span: tuple[int, int] | None = None


_GAP = re.compile(r" {3,}|\t| {2,}(?=/s/|By:)")
_RULE = re.compile(r"^[\s_\-=.*~]{4,}$")
_HEADS = rx(r"(?:by|for|per|on behalf of|and|the|accepted|name of \w+|its|\W)*")
_LABEL = rx(
    r"^(?:\(?(?:signature|sign(?:ed)?(?: here)?|print(?:ed)?(?: or type)?(?: name)?|type(?:d)?(?: "
    r"or print(?:ed)?)? name|name(?: and title)?|name/title|please print(?: or type)?|printed "
    r"name|"
    r"signature of (?:reporting person|principal|grantor|director|officer|insider)|reporting "
    r"person|principal|grantor|insider|title|capacity|its)\)?)\s*[:.]?$"
)
_NAME_LABEL = rx(
    r"^(?:print(?:ed)? ?name|type(?:d)? ?name|name(?:[/ ](?:and )?title)?|print|name of signatory"
    r"|signatory|signer|witness name|signature|signed|sign here|by|witness|attest|principal"
    r"|grantor)\s*[:;]\s*"
)
_BY = re.compile(r"^(?:\*\s?)?[Bb][Yy]\s?:?\s*(?=/|\(|\[|[A-Z_]|$)|^[Pp]er\s?:\s*")
_WITNESS = rx(
    r"^(?:signed[^\n]{0,60})?(?:in the )?presence of|^attest(?:ed)?\b|^witness(?:es|ed)?(?: "
    r"by)?\b(?! (?:the|my|our|whereof|our hands))|^(?:first |second )?witness\b(?! (?:the|my|our"
    r"|whereof|our hands))|^\(?(?:as )?witness(?:es)?\)?$|signed,? sealed"
)
_NOTARY = rx(
    r"notar(?:y|ial|izing)\b|my commission|commission expires|commissioner (?:of|for) oaths"
    r"|justice of the peace|before me\b|subscribed and sworn|sworn to|acknowledged before|apostille"
)
_DATE_LABEL = rx(r"^(?:date|dated|date signed|this|executed|signed)\b")
_ACCEPTS = rx(r"\baccept(?:ed|ance|s)?\b|agreed to act|receipt|received by|certif(?:y|ied|ier|ies)")


_ALONE = rx(r"(?<!not[ ])\bindividually\b|in (?:his|her|my) individual capacity")


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """Cut the lines of text[start:end] where wide gaps or tabs part them."""
    out: list[Piece] = []
    at = start
    for number, line in enumerate(text[start:end].split("\n")):
        cell, cursor, tabbed = 0, 0, "\t" in line
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


_OPEN_LABEL = rx(
    r"^(?:by|name|title|its|print name|printed name|signature|signed|date|dated|print|name/title"
    r"|capacity|print(?:ed)? or typed name|per)\s*[:;]?$"
)


def _joined(found: list[Piece], text: str) -> list[Piece]:
    """A label and what it labels are one piece: "By:     /s/ Jane Doe"."""
    out: list[Piece] = []
    for piece in found:
        near = piece.left - out[-1].right if out and out[-1].line == piece.line else 99
        if (near < 20 and _OPEN_LABEL.match(out[-1].text)) or (
            near < 8 and SIGN_MARK.match(piece.text) and _WITNESS.search(out[-1].text)
        ):
            last = out.pop()
            piece = Piece(piece.line, last.left, piece.right, last.start, piece.end, text[last.start : piece.end])
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


def signatures(page: Page) -> list[Signed]:
    """Every signature of an instrument, witnesses and notaries included, in the order of the text."""
    marks = page.finditer(SIGN_MARK)
    zone = _zone(page, marks)
    if zone is None:
        return []
    out: list[Signed] = []
    for block in blocks(pieces(page.text, zone, _zone_end(page, marks))):
        out.extend(_read_block(page, block))
    out.sort(key=lambda s: s.start)
    _label_from_context(page, out, zone)
    return _once(out)


def _zone(page: Page, marks: list[re.Match[str]]) -> int | None:
    """Where the signature blocks begin: a little above the first signature mark, or below the closing clause."""
    if marks:
        first = marks[0].start()
        at = page.text.rfind("\n\n", page.start, first)
        for _ in range(5):  # the signers' heads: organizations, dates, places, each a paragraph of short lines
            above = page.text.rfind("\n\n", page.start, max(page.start, at))
            if (
                at < 0
                or above < 0
                or len(page.text[above:at].strip()) > 220
                or rx(r"\w+(?: \w+){9}").search(page.text, above, at)
            ):
                break
            at = above
        return max(page.start, at)
    closing = list(
        page.finditer(
            rx(
                r"in witness whereof|in testimony whereof|\n\s*(?:date[d]?|signed|executed)\b[^\n]{0,60}\n"
                r"|_{6,}|\n\s*(?:signature|by) ?:"
            )
        )
    )
    if not closing:
        return page.text.rfind("\n\n", page.start, page.end) if "\n\n" in page.slice() else None
    return page.text.rfind("\n", page.start, closing[-1].start() if len(closing) == 1 else closing[0].start()) + 1


_APPENDED = rx(
    r"^[^\S\n]*(?:schedule|annex|appendix|attachment)(?:[^\S\n]+\"?[a-z0-9]{1,3}\"?)?[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)


def _zone_end(page: Page, marks: list[re.Match[str]]) -> int:
    """Where the signature blocks end: at a schedule that is appended below them."""
    appended = _APPENDED.search(page.text, marks[-1].end(), page.end) if marks else None
    return appended.start() if appended else page.end


def _names_in(page: Page, start: int, end: int) -> list[Mention]:
    return [m for m in persons(page.text, start, end, page.orgs, lines=True) if m.kind == "person"]


def _read_block(page: Page, block: list[Piece]) -> list[Signed]:
    """Read one block; a block holds as many signatures as it has marks or, lacking marks, names below a rule."""
    out: list[Signed] = []
    header: list[Mention] = []
    witness = notary = False
    current: Signed | None = None
    after_rule = False
    unmarked: Mention | None = None  # a name without a mark, which "Notary Public" below it may explain
    for number, piece in enumerate(block):
        text = piece.text
        if _RULE.match(text):
            after_rule = True
            if unmarked is not None and current is None and not out and not SIGN_MARK.search(page.slice()):
                current = Signed(
                    unmarked.name,
                    unmarked.start,
                    unmarked.end,
                    "notary" if notary else "witness" if witness else "principal",
                )
                _take_header(current, header)
                header, unmarked = [], None
                out.append(current)
            continue
        mark = SIGN_MARK.search(text)
        if mark is None and (_WITNESS.search(text) and len(text) < 90):
            if current is not None and re.fullmatch(r"(?i)\W*(?:first |second )?witness\W*", text):
                current.part = "witness"
            else:
                witness, current = True, None
            continue
        if (
            mark is None
            and _NOTARY.search(text)
            and (len(text) < 60 or rx(r"before me|subscribed and sworn|sworn to|acknowledged before").search(text))
        ):
            if (
                current is not None
                and rx(r"notary").search(text)
                and current.part == "principal"
                and not rx(r"before me").search(text)
            ):
                current.part = "notary"
            elif unmarked is not None and rx(r"notary public").search(text):
                out.append(Signed(unmarked.name, unmarked.start, unmarked.end, "notary"))
                unmarked = None
            else:
                notary, current = True, None
            continue
        if mark is not None:
            above = text[: mark.start()].strip(" ,")
            if above and _WITNESS.search(above):
                witness = True
            elif above:
                header.extend(_organizations_in(page, piece.start, piece.start + mark.start()))
            current = _from_mark(page, piece, mark)
            if current is None:
                continue
            current.part = "notary" if notary else "witness" if witness else "principal"
            if (
                not header
                and _BY.match(text)
                and out
                and out[-1].organization is not None
                and out[-1].part == "principal"
            ):
                header = out[-1].chain
            _take_header(current, header)
            header = []
            out.append(current)
            after_rule = False
            continue
        orgs_here = [
            m
            for m in _organizations_in(page, piece.start, piece.end)
            if _HEADS.fullmatch(page.text[piece.start : m.start]) and piece.end - m.end < 60
        ]
        names = _names_in(page, piece.start, piece.end)
        named = bool(names) and names[0].start - piece.start <= len(_label_of(text)) + 14
        if current is None and named and len(names[0].name) + 6 > len(text):
            unmarked = names[0]
        if current is not None and named and _belongs(current, names[0], text):
            _print_name(page, current, names[0], piece)
            continue
        if orgs_here and not (current is not None and named):
            if (
                rx(r"individually and|for itself|by:|its |general partner|manag|trustee").search(text)
                or text[:1].isupper()
            ):
                if (
                    current is not None
                    and current.title is None
                    and not text.isupper()
                    and rx(r"\bof\b|,").search(text[: orgs_here[0].start - piece.start])
                ):
                    current.title = fold(text)
                    current.title_span = (piece.start, piece.end)
                    continue
                header.extend(orgs_here)
                if not text.lower().startswith(("by", "its")) or current is not None:
                    current = None
            continue
        if _ALONE.search(text) and current is not None:
            current.individually = True
        if (names and after_rule and not out) or (_NAME_LABEL.match(text) and names and current is None):
            current = Signed(names[0].name, names[0].start, names[0].end)
            current.part = "notary" if notary else "witness" if witness else "principal"
            _take_header(current, header)
            header = []
            out.append(current)
            continue
        if (
            current is not None
            and current.title is None
            and not _LABEL.match(text)
            and not _DATE_LABEL.match(text)
            and re.match(r"[A-Z(]", text)
            and len(text) < 90
        ):
            current.title = re.sub(r"^(?:Title|Its|Capacity|Position)\s*:\s*", "", text, flags=re.IGNORECASE)
            current.title_span = (piece.start, piece.end)
            if rx(r"^\W*witness\b").search(text):
                current.part = "witness"
    return out


def _label_of(text: str) -> str:
    label = _NAME_LABEL.match(text) or _BY.match(text)
    return label.group() if label else ""


def _organizations_in(page: Page, start: int, end: int) -> list[Mention]:
    return [m for m in page.orgs.within(start, end) if not m.alias]


def _take_header(signed: Signed, header: list[Mention]) -> None:
    if header:
        signed.organization = header[0]
        signed.chain = list(header)


def _from_mark(page: Page, piece: Piece, mark: re.Match[str]) -> Signed | None:
    """The name that follows a signature mark in the same piece; capacity words behind it become the title."""
    start = piece.start + mark.end()
    names = _names_in(page, start, piece.end)
    raw = piece.text[mark.end() :]
    if names and not rx(r"^[\W_]*(?:(?:mr|mrs|ms|dr|rev|hon|fr|prof|sir|dame|col|gen|lt|judge)\b[\W_]*)*$").sub(
        "", raw[: names[0].start - start]
    ).strip(" _-.*"):
        first = names[0]
        rest = page.text[first.end : piece.end].strip(" ,;")
        signed = Signed(first.name, first.start, first.end, slash=first.name, slash_span=(first.start, first.end))
        if rest:
            signed.title = rest
            signed.title_span = (first.end, piece.end)
            signed.individually = bool(_ALONE.search(rest))
        return signed
    plain = re.match(r"[\s_]*((?:[A-Z][\w.'-]*\s?){1,5})", raw)
    if plain and plain.group(1).strip(" ."):
        s = start + plain.start(1)
        name = fold(plain.group(1))
        return Signed(name, s, s + len(plain.group(1).rstrip()), slash=name, slash_span=(s, s + len(name)))
    return (
        Signed("", start, start)
        if raw.strip(" _") == ""
        else Signed(fold(raw.strip(" _")), start, piece.end, slash=fold(raw))
    )


def _belongs(current: Signed, name: Mention, text: str) -> bool:
    """Whether a printed name below a signature is the signer's."""
    if current.slash is None and current.name:
        return compatible(current.name, name.name)
    if not current.name or _NAME_LABEL.match(text):
        return (
            current.slash is None
            or not current.name
            or compatible(current.name, name.name)
            or _NAME_LABEL.match(text) is not None
        )
    return compatible(current.name, name.name)


def _print_name(page: Page, current: Signed, name: Mention, piece: Piece) -> None:
    rest = fold(page.text[name.end : piece.end])
    current.name, current.start, current.end = name.name, name.start, name.end
    if rest and current.title is None:
        current.title, current.title_span = rest, (name.end, piece.end)
        current.individually = current.individually or bool(_ALONE.search(rest))
        if rx(r"^\W*witness\b").search(rest):
            current.part = "witness"
        elif rx(r"notary").search(rest):
            current.part = "notary"


def _label_from_context(page: Page, found: list[Signed], zone: int) -> None:
    """Parts that the running text gives: a notary's certificate above a signature, an attorney's acceptance."""
    for signed in found:
        line_end = page.text.find("\n", signed.end)
        beside = page.text[
            signed.slash_span[1] if signed.slash_span else signed.end : line_end if line_end > 0 else page.end
        ]
        if signed.slash_span:
            row_end = page.text.find("\n", signed.slash_span[1])
            beside = page.text[signed.slash_span[1] : row_end if row_end > 0 else page.end]
        if (
            signed.title is None
            and (role := re.match(r"(?: {3,}|\t)([A-Z][A-Za-z ,&-]{3,60}?)(?: {3,}|\t|$)", beside))
            and not SIGN_MARK.search(beside)
        ):
            signed.title = role.group(1)
        if signed.part == "principal" and rx(rf"{re.escape(signed.name)}, (?:a )?notary\b").search(
            page.text, page.start, page.end
        ):
            signed.part = "notary"
    certificates = [
        m.start()
        for m in _NOTARY.finditer(page.text, zone, page.end)
        if rx(r"before me|subscribed and sworn|sworn to|acknowledged before").match(page.text, m.start())
    ]
    venue = rx(r"\n\s*(?:state|commonwealth|county|province|city) of [^\n]{2,40}(?:\)|\n)").search(page.text, zone)
    if certificates and venue and zone < venue.start() < certificates[0]:
        certificates[0] = venue.start()
    first_principal = next((s for s in found if s.part == "principal"), None)
    for signed in found:
        if signed.part == "principal" and signed is not first_principal and any(c < signed.start for c in certificates):
            signed.part = "notary"
        below = page.text[signed.end : signed.end + 160]
        near = " ".join(below.split("\n")[:4])
        if (
            signed.part == "principal"
            and rx(r"notary public").search(near)
            and signed is not first_principal
            and not SIGN_MARK.search(near.split("otary")[0])
        ):
            signed.part = "notary"
        if signed.part == "principal" and signed is not first_principal:
            sentence_above = page.text[max(zone, signed.start - 300) : signed.start]
            heading = sentence_above.rsplit("\n\n", 2)[-2:] if "\n\n" in sentence_above else [sentence_above]
            joined = " ".join(heading)
            if rx(r"undersigned witness|witness(?:es)? certif").search(joined):
                signed.part = "witness"
            elif rx(
                r"\b(?:hereby )?accepts? (?:the |this |such )?(?:foregoing |above )?(?:appointment"
                r"|designation)|accepted (?:and agreed|by)|accepted ?:|acceptance (?:of|by)"
            ).search(joined):
                signed.part = "attorney"


def _once(found: list[Signed]) -> list[Signed]:
    """Drop empty readings; keep one of a name that one mark gave twice."""
    return [s for s in found if s.name and not (s.name.isupper() and len(s.name) < 3)]


__all__ = ["Piece", "Signed", "blocks", "compatible", "fuller", "organizations", "pieces", "signatures"]
