"""The signature page: who signed, for whom, before which witness or notary.

Signatures are laid out in columns, as grids and tables or one below the other. columns.py cuts lines into pieces and
joins those that stand below each other, blocks.py reads each block, and this module finds where they begin and end and
what the running text around them says of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from itertools import pairwise

from .blocks import SEAL, read_block
from .clauses import SIGN_MARK, Page
from .columns import WITNESS, Piece, blocks, pieces
from .patterns import cased, rx
from .people import compatible, fuller
from .persons import persons
from .signed_for import for_whom, place
from .signers import Signed
from .tokens import shadow


def signatures(page: Page) -> list[Signed]:
    """Every signature of an instrument, witnesses and notaries included, in the order of the text."""
    marks = page.marks
    zone = _zone(page, marks)
    if zone is None:
        return []
    out: list[Signed] = []
    cut = pieces(page.text, zone, zone_end(page, marks))
    for block in blocks(cut):
        out.extend(read_block(page, block, marked=bool(marks)))
    _label_row(out, cut)
    _label_beside(out, cut)
    _bracketed(page, out)
    _printed_beside(page, out, cut)
    out.sort(key=place)
    _label_from_context(page, out, zone)
    _with_notaries(out, notaries(page))
    out.sort(key=place)
    for_whom(page, out)
    return _once(out)


def _label_row(found: list[Signed], cut: list[Piece]) -> None:
    """A witness label that stands alone on its line is said of all columns below, where a grantor signs elsewhere."""
    lines: dict[int, list[Piece]] = {}
    for piece in cut:
        lines.setdefault(piece.line, []).append(piece)
    for line, label in lines.items():
        if len(label) > 1 or not WITNESS.search(label[0].text) or SIGN_MARK.search(label[0].text):
            continue
        below = next((n for n in range(line + 1, line + 5) if n in lines and SIGN_MARK.search(_row(lines[n]))), None)
        if below is None:
            continue
        start, end = lines[below][0].start, lines[below][-1].end
        row = [s for s in found if s.slash_span and start <= s.slash_span[0] < end]
        if len(row) > 1 and any(s.part == "principal" and s not in row for s in found):
            for signed in row:
                signed.part = "witness"


def _label_beside(found: list[Signed], cut: list[Piece]) -> None:
    """A witness label far beside a mark on its line is said of that mark, where a grantor has signed above."""
    for label, mark in pairwise(cut):
        if label.line != mark.line or not SIGN_MARK.match(mark.text) or not _WITNESS_LABEL.fullmatch(label.text):
            continue
        signed = next((s for s in found if s.slash_span and mark.start <= s.slash_span[0] < mark.end), None)
        above = any(s.part == "principal" and s.slash_span and s.slash_span[0] < label.start for s in found)
        if signed is not None and above:
            signed.part = "witness"


def _bracketed(page: Page, found: list[Signed]) -> None:
    """A deed prints the signer's name before a bracket, beside the signature: "JANE ANNE DOE  )  /s/ J. A. Doe"."""
    for signed in found:
        if signed.slash_span is None or signed.name != signed.slash:
            continue
        line = page.text.rfind("\n", 0, signed.slash_span[0]) + 1
        mark = _BRACKET.search(page.text, line, signed.slash_span[0])
        if mark and WITNESS.search(page.text[line : mark.start()].strip()):
            signed.part = "witness"
            _signed_by(page, signed, line)
        names = persons(page.text, line, mark.start(), page.orgs, lines=True) if mark else []
        if names and names[0].kind == "person" and compatible(names[0].name, signed.name):
            printed = names[0]
            signed.name, signed.start, signed.end = printed.name, printed.start, printed.end


def _printed_beside(page: Page, found: list[Signed], cut: list[Piece]) -> None:
    """The row of a table prints the signer's name beside the signature: "Jane Anne Doe      /s/ J. A. Doe"."""
    rows: dict[int, list[Piece]] = defaultdict(list)
    for piece in cut:
        rows[piece.line].append(piece)
    starts = [piece.start for piece in cut]
    for signed in found:
        if signed.slash_span is None or signed.name != signed.slash:
            continue
        place = bisect_right(starts, signed.slash_span[0]) - 1
        if place < 0 or signed.slash_span[0] >= cut[place].end:
            continue
        for piece in rows[cut[place].line]:
            if SIGN_MARK.search(piece.text):
                continue
            names = [m for m in persons(page.text, piece.start, piece.end, page.orgs, lines=True) if m.kind == "person"]
            if len(names) != 1 or len(piece.text) > len(names[0].name) + _NUMBER:
                continue
            printed = names[0]
            if compatible(printed.name, signed.name) and fuller(printed.name, signed.name) == printed.name:
                signed.name, signed.start, signed.end = printed.name, printed.start, printed.end


_NUMBER = 5  # characters that may stand beside a name in its cell: "12."


def _signed_by(page: Page, signed: Signed, line: int) -> None:
    """Take for the grantor whom the lines above name: "SIGNED by JANE DOE )", "in the presence of: ) /s/ Jane Doe"."""
    above = page.text[max(page.start, line - _DEED) : line].rpartition("\n\n")[2]
    start = line - len(above)
    for name in persons(page.text, start, line, page.orgs, lines=True):
        if name.kind == "person" and ")" in above and compatible(name.name, signed.name):
            signed.part, signed.name, signed.start, signed.end = "principal", name.name, name.start, name.end


_DEED = 300  # characters of the lines before a bracket
_BRACKET = re.compile(r"\)(?=\s*(?:[Bb]y:?\s*)?/[sS]/)")
_WITNESS_LABEL = rx(r"(?:witness(?:es|ed)?(?: by| to \w+ signature)?|(?:signed )?in (?:the|my|our) presence of)\W*")


_OPENS_A_LIST = rx(
    r"^\W*(?:schedule|annex|appendix|exhibit (?!24|99)|attachment|list)\b[^.:;\n]{0,60}:?$"
    r"|^(?![^\x00]*\b(?:signed|executed|witness)\b)[^\x00]*\b(?:compan(?:y|ies)|issuers?|corporations?"
    r"|boards?|registrants?|funds|trusts|partnerships|relationships?|positions?|capacit(?:y|ies)|insider)\b[^.;]{0,80}"
    r"(?::|\b(?:below|following|listed here|as follows)[.:]?)$|^[^\x00]*\?$"
)


def _row(row: list[Piece]) -> str:
    return "   ".join(piece.text for piece in row)


def _zone(page: Page, marks: list[re.Match[str]]) -> int | None:
    """Where the signature blocks begin: a little above the first signature mark, or below the closing clause."""
    if marks:
        first = marks[0].start()
        at = page.text.rfind("\n\n", page.start, first)
        passed = [first]
        for _ in range(5):  # the signers' heads: organizations, dates, places, each a paragraph of short lines
            above = page.text.rfind("\n\n", page.start, max(page.start, at))
            if _OPENS_A_LIST.search(page.text[max(page.start, above) : max(page.start, at)].strip()):
                # Companies that the power is about are no heads of signatures.
                while len(passed) > 1 and page.orgs.within(at, passed[-1]):
                    at = passed.pop()
                break
            if at < 0 or above < 0 or len(page.text[above:at].strip()) > 220 or _prose(page, above, at):
                break
            passed.append(at)
            at = above
        return _rows(page, max(page.start, at), first)
    return _unmarked_zone(page)


def _rows(page: Page, at: int, first: int) -> int:
    """Where the signature blocks begin in a table of fields and their values, which no empty line parts."""
    if page.text.count("\t", at, first) < _FIELDS:
        return at
    for _ in range(3):
        first = page.text.rfind("\n", at, first)
    return max(at, first)


_FIELDS = 8
_HEAD_LINE = 50  # characters; "for itself and as general partner of" stands on a line of its own
_LOWER_WORD = re.compile(r"(?<![^\W_])[a-z]+(?![^\W_])")


def _prose(page: Page, start: int, end: int) -> bool:
    """Whether a paragraph is running text: it has many words in lower case, as names and titles have not."""
    lines = page.text[start:end].strip().split("\n")
    heads = len(lines) > 1 and all(len(line.strip()) < _HEAD_LINE for line in lines)
    return sum(1 for _ in _LOWER_WORD.finditer(shadow(page.text), start, end)) > (12 if heads else 7)


def _unmarked_zone(page: Page) -> int | None:
    """Where the signature blocks begin in a text without signature marks: below its last paragraph of prose.

    In a text of one paragraph that is a line's or a sentence's begin.
    """
    if seal := page.search(SEAL):
        return page.sentence_at(seal.start()).start
    closing = list(
        page.finditer(
            rx(
                r"in witness whereof|in testimony whereof|\n[^\S\n]*(?:date[d]?|signed|executed)\b[^\n]{0,60}\n"
                r"|_{6,}|\n[^\S\n]*(?:signature|by) ?:"
            )
        )
    )
    paragraphs = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+").finditer(page.text, page.start, page.end)
    prose = [m.end() for m in paragraphs if _prose(page, m.start(), m.end())]
    below = prose[-1] if prose and page.text[prose[-1] : page.end].strip() else None
    if not closing:
        return below
    at = page.text.rfind("\n", page.start, closing[-1].start() if len(closing) == 1 else closing[0].start()) + 1
    return below if below is not None and below < at else at


_APPENDED = rx(
    r"^[^\S\n]*(?:schedule|annex|appendix|attachment)(?:[^\S\n]+\"?[a-z0-9]{1,3}\"?)?[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)


def zone_end(page: Page, marks: list[re.Match[str]]) -> int:
    """Where the signature blocks end: at a schedule that is appended below them."""
    appended = _APPENDED.search(page.text, marks[-1].end(), page.end) if marks else None
    return appended.start() if appended else page.end


_WITNESSES_SAY = rx(
    r"\b(?:we|i)(?: \w+)? (?:saw|witnessed)\b[^.;]{0,60}\bsign|"
    r"\b(?:we|each of us|the undersigned|the),? (?:\w+,? ){0,4}?witness(?:es)?\b,?[^.;]{0,60}?\b(?:declares?"
    r"|certif(?:y|ies)|attests?"
    r"|states?|swears?|affirms?|hereby)\b"
)
_BEFORE_WITNESSES = rx(r"\b(?:before|in (?:the )?presence of)\b[^.;]{4,120}?\bwitness(?:es)?\b")
_CERTIFICATE = rx(r"before me|subscribed and sworn|sworn to|acknowledged before")


_NOTARY_BEFORE = rx(r"\b(?:the|this|me|us),? (?:the )?(?:undersigned )?(?:civil[- ]law )?notary(?: public)?,? ")
_HONORIFICS = rx(r"(?:\w{1,12}\.? ?){0,3}")
_NOTARY_AFTER = rx(r",?\s{1,60}(?:a |an |the (?:undersigned )?)?(?:[a-z]+-?(?:law )?)?notary\b")


def notaries(page: Page) -> list[Signed]:
    """Notaries whom the running text names: "Ann Lee, Notary Public", "before me, Ann Lee, a notary"."""
    out = []
    for said in page.finditer(_NOTARY_BEFORE):
        name = next(iter(persons(page.text, said.end(), min(page.end, said.end() + 60), page.orgs)), None)
        if name is not None and name.kind == "person" and _HONORIFICS.fullmatch(page.text, said.end(), name.start):
            out.append(Signed(name.name, name.start, name.end, "notary"))
    for said in page.finditer(_NOTARY_AFTER):
        line = max(page.start, said.start() - 60)
        names = [m for m in persons(page.text, line, said.start(), page.orgs) if m.kind == "person"]
        if names and names[-1].end == said.start():
            out.append(Signed(names[-1].name, names[-1].start, names[-1].end, "notary"))
    return out


def _with_notaries(found: list[Signed], named: list[Signed]) -> None:
    """Mark signers whom the text calls notaries, and add those who stand in the text alone."""
    for notary in named:
        mine = [s for s in found if compatible(s.name, notary.name)]
        for signed in mine:
            if signed.part == "principal" and len({s.name for s in found if s.part == "principal"}) > 1:
                signed.part = "notary"
            if signed.part == "notary" and fuller(signed.name, notary.name) == notary.name:
                signed.name, signed.start, signed.end = notary.name, notary.start, notary.end
        if not mine:
            found.append(notary)


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
            and (role := cased(r"(?: {3,}|\t)([A-Z][A-Za-z ,&()/-]{3,120}?)(?: {3,}|\t|$)").match(beside))
            and not SIGN_MARK.search(beside)
        ):
            signed.title = role.group(1)
    certificates = [m.start() for m in _CERTIFICATE.finditer(page.text, zone, page.end)]
    venue = rx(r"\n[^\S\n]*(?:state|commonwealth|county|province|city) of [^\n]{2,40}(?:\)|\n)").search(page.text, zone)
    if certificates and venue and zone < venue.start() < certificates[0]:
        certificates[0] = venue.start()
    present = [
        m.name
        for said in _BEFORE_WITNESSES.finditer(page.text, page.start, page.marks[0].start() if page.marks else zone)
        for m in persons(page.text, said.start(), said.end(), page.orgs)
    ]
    first_principal = next((s for s in found if s.part == "principal"), None)
    declared = [m.end() for m in _WITNESSES_SAY.finditer(page.text, zone, page.end)]
    accepting = False
    for signed in found:
        witnessed = any(d < signed.start for d in declared) or any(compatible(signed.name, name) for name in present)
        if signed.part == "principal" and signed is not first_principal and witnessed:
            signed.part = "witness"
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
        if signed.part == "principal" and rx(r"\btranslator\b|\bcertified (?:true )?copy").search(near):
            signed.part = "other"
        accepts = signed is not first_principal and _accepts(page, signed, zone)
        if accepts or (accepting and signed.part == "principal"):
            signed.part = "attorney"  # whoever signs below an acceptance accepts
        accepting = accepting or accepts
        if signed.part == "principal" and signed is not first_principal:
            sentence_above = page.text[max(zone, signed.start - 300) : signed.start]
            heading = sentence_above.rsplit("\n\n", 2)[-2:] if "\n\n" in sentence_above else [sentence_above]
            joined = " ".join(heading)
            if rx(r"\bcertif(?:y|ies|ied)\b[^.]{0,80}\b(?:true|correct|extract|copy)\b").search(joined):
                signed.part = "other"
            elif rx(r"undersigned witness|witness(?:es)? certif").search(joined):
                signed.part = "witness"


_ACCEPTS = rx(
    r"\b(?:hereby )?accepts? (?:the |this |such )?(?:foregoing |above )?(?:appointment|designation)"
    r"|\breceived (?:by|on behalf|for|this)\b|\breceipt (?:of \w+ \w+ )?(?:is )?(?:hereby )?acknowledged"
    r"|\bguarante(?:e|ed)\b"
    r"|\bspecimen(?: \w+)? signatures?\b|accepted (?:and agreed|by)|accepted ?:|acceptance (?:of|by)"
    r"|\b(?:agreed|acknowledged)(?: to)? and (?:agreed|accepted|acknowledged)|\b(?:acknowledged|agreed) ?:"
    r"|\b(?:agent|{atty}(?:[- ]in[- ]fact)?|substitute)'s (?:certification|acceptance|consent|acknowledg\w+"
    r"|undertaking)"
    r"|\bthe person (?:designated|appointed|named) as (?:the )?(?:agent|{atty})"
)
_REACH = 500  # characters
_ABOVE = 3  # paragraphs above a signature in which its certificate may stand


def _accepts(page: Page, signed: Signed, zone: int) -> bool:
    """Whether a signature accepts the appointment, and so is an attorney's."""
    first = signed.slash_span[0] if signed.slash_span else signed.start
    line = page.text.rfind("\n", zone, first) + 1
    before = page.mark_before(line)
    above = page.text[max(zone, before.end() if before else zone, first - _REACH) : first]
    return _ACCEPTS.search(" ".join(above.split("\n\n")[-_ABOVE:])) is not None


def _once(found: list[Signed]) -> list[Signed]:
    """Drop empty readings; keep one of a name that one mark gave twice."""
    return [s for s in found if s.name and not (s.name.isupper() and len(s.name) < 3)]
