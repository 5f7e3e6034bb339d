"""Who grants: principals from the signature block, named in the fullest form that the text gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..records import PartyType
from .blocks import Signed
from .clauses import SURE_VERB, VERB, Page, appended
from .columns import pieces
from .organizations import same_organization
from .patterns import cased, rx
from .people import compatible, fuller, parts
from .persons import persons


@dataclass(frozen=True, slots=True)
class Principal:
    """A principal as read, with the place of the printing that was chosen."""

    name: str
    type: PartyType
    start: int
    end: int


_SELF = rx(
    r"(?:\bI,|\bwe,|(?:the|each of the) undersigned,?(?: (?-i:[A-Z]))?|\bmy name is|\bthat I,"
    r"|\b(?:principal|grantor|insider|name|from|re|subject|reporting person|filer|(?:given|granted|made|signed) by"
    r"|appointor|donor|person giving [\w ]{0,20}|who is giving [\w ]{0,20})\s*[:?]"
    r"|\b(?:reporting person|grantor|principal|insider|filer|granted by|given by)\t|\bconfirms? "
    r"that(?: the undersigned,)?|\bfor(?:\s*\n)|\bof(?:\s*\n)?|\bappear(?:ed|s|ing)(?: "
    r"party)?\s*:?|\bcertif(?:y|ies) that"
    r"|\b(?:deed|power of {atty}|instrument|mandate)\b[^.;\n]{0,20}\b(?:made|given|granted|executed"
    r"|dated)\b[^.;]{0,40}\bby)\s*$"
)
_GRANTOR = rx(
    r"\(?(?:the|each,? an?|hereinafter|a|collectively,? the) \"(?:undersigned|grantors?"
    r"|principals?|insiders?|reporting persons?|filers?|reporters?|donors?|appointors?|constituents?|makers?|appearers?"
    r"|mandators?|crest entities)\"|^,? "
    r"?\(?\"?the undersigned\"?\)?"
)
_FIRST_PERSON = rx(r"(?-i:\bI\b)|\bundersigned\b")  # who has said so is the grantor, and nobody named later
_SCHEDULE = rx(
    r"\b(?:listed|named|set (?:forth|out)|identified|appearing|described"
    r"|shown)\b[^.;]{0,60}\b(?:schedule|annex|appendix|exhibit|attachment)\b"
)
_SUBJECT = rx(
    r"\b(?:hereby|does hereby|do hereby|does|do|has|have|makes?|constitutes?|appoints?|selects?"
    r"|jointly|names?|designates?|authori[sz]es?|entrusts?|nominates?|elects?|engages?)\b"
)
_GRANTEES = rx(r"{atty}s?[- ]in[- ]fact|\beach of\b|\bagents?\b|\bappoint|\bgiven to\b")


def read(
    page: Page, signed: list[Signed], clause_start: int, clause_verb: int, attorneys: list[str], *, listed: bool = True
) -> list[Principal]:
    """The principals of an instrument, in the order of the signature block, else of the text.

    Args:
        page: The instrument.
        signed: Its signatures.
        clause_start: Where the appointment clause begins.
        clause_verb: Where its list of attorneys begins; principals stand before it.
        attorneys: Names of the attorneys, who are principals only where they sign as such.
        listed: Whether a schedule may list them; that of a substitution lists whose powers it hands on.
    """
    named = candidates(page, clause_start, clause_verb)
    scheduled = schedule(page, clause_verb) if listed else []
    if scheduled:
        return scheduled
    out: list[Principal] = []
    known = named + _elsewhere(page, signed, attorneys)
    for signature in signed:
        if signature.part != "principal":
            continue
        if signature.organization is not None and not signature.individually:
            org = signature.organization
            _append(out, Principal(org.name, "organization", org.start, org.end))
            for head in signature.chain[1 : signature.stacked]:
                _append(out, Principal(head.name, "organization", head.start, head.end))
            continue
        if not signature.name:
            continue
        _append(out, _fullest(page, signature, known))
    if not out and named:
        return [named[0]]
    if len(out) > 1 and rx(
        r"\beach (?:individual|natural person|person|director|officer|of the undersigned (?:directors"
        r"|officers|individuals))\b[^.;]{0,80}\b(?:sign|name|signature|appears?|table|below)"
    ).search(page.text, page.start, page.end):
        people = [p for p in out if p.type == "person"]
        out = people or out
    granting = [
        p
        for p in out
        if not (p.type == "organization" and any(same_organization(p.name) == same_organization(a) for a in attorneys))
    ]
    out = granting or out
    if rx(r"\bfor each of (?:themselves|himself|herself)\b|\band as individuals?\b|\bas an individual\b").search(
        page.text, page.start, page.end
    ):
        for signature in signed:
            if signature.part == "principal" and signature.organization is not None and signature.name:
                _append(out, _fullest(page, signature, named))
    for trust in _trusts(page, signed, clause_verb):
        _append(out, trust)
    resolved = _RESOLVED.search(page.sentence_at(clause_start).text) or _RESOLVED.search(
        page.text, clause_start, clause_verb
    )
    if resolved and (bodies := _resolving(page, clause_start, clause_verb)):
        return bodies
    owners = _organization_subjects(page, clause_start, clause_verb) or _represented(page, clause_start)
    if (
        owners
        and out
        and all(p.type == "person" for p in out)
        and not any(n.type == "person" for n in named)
        and any(
            s.title
            and rx(
                r"\b(?:president|officer|manager|member|partner|director|secretary|treasurer|signatory|trustee)\b"
            ).search(s.title)
            for s in signed
            if s.part == "principal"
        )
    ):
        trustees = [
            p for p in out if any(s.name == p.name and s.title and rx(r"trustee").search(s.title) for s in signed)
        ]
        return owners + (
            trustees if rx(r"for (?:the trust and for )?each of themselves|individually").search(page.slice()) else []
        )
    if (
        len(out) == 1
        and out[0].type == "person"
        and len([n for n in named if n.type == "person"]) == 1
        and not compatible(out[0].name, named[0].name)
        and named[0].name not in attorneys
    ) and not (signed and signed[0].slash):
        return [named[0]]
    return out


def _elsewhere(page: Page, signed: list[Signed], attorneys: list[str]) -> list[Principal]:
    """Every printing of a signer's name in the body, whatever stands around it; attorneys who do not sign left out."""
    signers = [s for s in signed if s.part == "principal" and s.name]
    first = min((min(s.start, s.slash_span[0] if s.slash_span else s.start) for s in signers), default=page.start)
    last = max((s.end for s in signed), default=page.end)  # a notary's certificate stands below the signatures
    stretches = ((page.start, first), (last, page.end))
    found = (m for at, to in stretches for m in persons(page.text, at, to, page.orgs) if m.kind == "person")
    return [
        Principal(m.name, "person", m.start, m.end)
        for m in found
        if m.name not in attorneys and any(_same_first(m.name, s.name) and _says_more(m.name, s.name) for s in signers)
    ]


def _says_more(one: str, other: str) -> bool:
    """Whether one printing of a name is fuller than another, or is the same with more behind it ("Jane Doe, FRCP")."""
    return fuller(other, one) == one or (parts(one) == parts(other) and len(one) > len(other))


def _same_first(one: str, other: str) -> bool:
    """Whether two printings agree in the first name, be it by its initial, and in the surname."""
    a, b = parts(one), parts(other)
    return bool(a and b) and a[0][0] == b[0][0] and compatible(one, other)


def _append(out: list[Principal], principal: Principal) -> None:
    for known in out:
        if known.type == principal.type and (
            known.name.lower() == principal.name.lower()
            or (known.type == "person" and parts(known.name) == parts(principal.name))
        ):
            return
        if (
            known.type == "organization"
            and principal.type == "organization"
            and same_organization(known.name) == same_organization(principal.name)
        ):
            return
    out.append(principal)


# The label of a printed name, below it or before it.
_PRINT_NAME = rx(r"[ \t]*\n[ \t]*[_-]*\s*\(?(?:print(?:ed)?(?: or type)?(?:d)? name|please print|name)\b")
_NAME_IS = rx(r"\b(?:print(?:ed)? name|name)[ \t]*:[ \t_]*$")


def _fullest(page: Page, signature: Signed, named: list[Principal]) -> Principal:
    """The signer's fullest printing in text or heading, else the name printed under the signature."""
    said = [c for c in named if c.type == "person" and compatible(c.name, signature.name)]
    if not said:
        return Principal(signature.name, "person", signature.start, signature.end)
    best = said[0]
    for candidate in said[1:]:
        if fuller(best.name, candidate.name) == candidate.name:
            best = candidate
    same = parts(best.name) == parts(signature.name)
    nicknamed = '"' in best.name and '"' not in signature.name
    labelled = _PRINT_NAME.match(page.text, signature.end) or _NAME_IS.search(page.text, page.start, signature.start)
    if (labelled and fuller(best.name, signature.name) == signature.name and not same) or (
        same
        and not nicknamed
        and (len(signature.name) > len(best.name) or (best.name.isupper() and not signature.name.isupper()))
    ):
        return Principal(signature.name, "person", signature.start, signature.end)
    return best


def candidates(page: Page, clause_start: int, clause_verb: int) -> list[Principal]:
    """Names that the heading and the opening give to the grantor."""
    out: list[Principal] = []
    text = page.text
    limit = max(clause_verb, min(page.end, page.start + 1500))
    for mention in persons(text, page.start, limit, page.orgs):
        if mention.kind != "person" or (clause_start <= mention.start and clause_verb <= mention.start):
            continue
        before = text[max(page.start, mention.start - 60) : mention.start]
        after = text[mention.end : mention.end + 60]
        start = mention.start
        while (
            before
            and before.rstrip()[-1:] == "."
            and cased(r"\b(?:Mr|Ms|Mrs|Dr|Fr|Rev|Hon|Prof|Sir)\.\s*$").search(before)
        ):
            before = cased(r"\b\w+\.\s*$").sub("", before)
        before = cased(r"\b(?:Sir|Dame|Mr|Ms|Mrs|Dr|Fr|Rev|Hon|Prof|Lord|Judge)\s*$").sub("", before)
        line = text[
            text.rfind("\n", page.start, start) + 1 : text.find("\n", mention.end)
            if text.find("\n", mention.end) > 0
            else page.end
        ].strip()
        if (
            _SELF.search(before)
            and not cased(r"\b(?:estate|behalf|wife|husband|spouse|trust|name) of\s*$").search(before)
        ) or _GRANTOR.search(after[:50]):
            if cased(r"\bof\s*$").search(before) and not (
                _heading_line(line)
                or cased(r"(?i)\b(?:filings?|reports?|power of attorney|signature) of\s*$").search(before)
            ):
                continue
            out.append(Principal(mention.name, "person", mention.start, mention.end))
        elif (
            (
                start < clause_start + 5
                and _heading_line(line)
                and (line.startswith(mention.name.split()[0]) or _HONORED.fullmatch(text, page.start, start))
                and mention.start < clause_start
            )
            or (out and cased(r",?\s*(?:and|&)?\s*").fullmatch(text[out[-1].end : mention.start]))
            or (
                clause_start <= start < clause_verb
                and _SUBJECT.search(text[mention.end : clause_verb + 20][:200])
                and not _GRANTEES.search(text, clause_start, start)
                and not (out and _FIRST_PERSON.search(text, clause_start, start))
            )
        ):
            out.append(Principal(mention.name, "person", mention.start, mention.end))
    return out


# The head of a letter by its writer.
_HONORED = re.compile(r"\s*(?:(?:Prof|Professor|Dr|Mr|Mrs|Ms|Sir|Dame|Rev|Hon|Judge|Lord|Lady)\.?[ ]+)+")


def _heading_line(line: str) -> bool:
    return (
        0 < len(line) < 90
        and (line.isupper() or not cased(r"\b(?:the|to|and|of) [a-z]").search(line))
        and (line.isupper() or sum(word[0].islower() for word in line.split()) < _FEW)
        and not cased(r"(?<![A-Z.]\.[A-Z])(?<!\b[JS]r)(?<!Esq)(?<!Ph\.D)\.$").search(line)
    )


_FEW = 4  # lower-case words that a heading may have


# "Company:   Acme Corp." in a form's field is no subject of what follows.
_FIELD = rx(r"^[ \t]*(?:company|issuer|corporation|employer)[ \t]*:[ \t]*$")


def _organization_subjects(page: Page, start: int, end: int) -> list[Principal]:
    """Organizations that are the subject of the appointment clause: "X, L.P. hereby appoints"."""
    out: list[Principal] = []
    for mention in page.orgs.within(start, end):
        before = page.text[max(start, mention.start - 30) : mention.start]
        if rx(r"\b(?:of|by|for|to|with|in|at|from)(?: the)? $").search(before) and not rx(r"\btrustees? of $").search(
            before
        ):
            continue
        if _FIELD.search(page.text, page.text.rfind("\n", 0, mention.start) + 1, mention.start):
            continue
        if (mention.alias and rx(r"the $").search(before)) or not VERB.search(page.text, mention.end, end):
            continue
        if not any(p.name == mention.name for p in out):
            out.append(Principal(mention.name, "organization", mention.start, mention.end))
    return out


_AS_TRUSTEE = rx(r"\bas (?:an? |the |sole )?(?:co-)?trustees? (?:of|for)(?: the)? $")


def _trusts(page: Page, signed: list[Signed], end: int) -> list[Principal]:
    """Trusts for which the signers act: "both of us as trustees of X", signed "individually and as Trustee"."""
    if not any(s.part == "principal" and s.title and rx(r"\btrustees?\b").search(s.title) for s in signed):
        return []
    signing = min(s.start for s in signed if s.part == "principal")
    return [
        Principal(mention.name, "organization", mention.start, mention.end)
        for mention in [*page.orgs.within(page.start, end), *page.orgs.within(signing, page.end)]
        if _AS_TRUSTEE.search(page.text[max(page.start, mention.start - 50) : mention.start])
    ]


_RESOLVED = rx(r"\bresolved\b")
_BODY_OF = rx(
    r"\b(?:board(?: of (?:directors|trustees|managers))?|directors|trustees|members|managers|meeting) of (?:the )?$"
)


def _resolving(page: Page, clause_start: int, clause_verb: int) -> list[Principal]:
    """The organizations for which a board, trustees or members resolve to appoint."""
    found = _represented(page, clause_start) or _organization_subjects(page, clause_start, clause_verb)
    if found:
        return found
    for mention in page.orgs.within(page.start, page.end):  # a certificate may stand above the resolution or below it
        if _BODY_OF.search(page.text[max(page.start, mention.start - 50) : mention.start]):
            return [Principal(mention.name, "organization", mention.start, mention.end)]
    return []


_ATTORNEY_OF = rx(r"{atty}s?[- ]in[- ]fact(?: and agents?)? (?:of|for) ")


def _represented(page: Page, start: int) -> list[Principal]:
    """The organizations whose attorney somebody becomes: "appointed the attorney-in-fact of X and of Y"."""
    said = _ATTORNEY_OF.search(page.text, start, page.end)
    out: list[Principal] = []
    at = said.end() if said else start
    for mention in page.orgs.within(at, page.end) if said else []:
        if not rx(r"(?:,? ?(?:and|or)?,? ?(?:of|for)? ?(?:the|each of)? ?)").fullmatch(page.text, at, mention.start):
            break
        place = next((m for m in page.orgs.of(mention.name) if not m.alias), mention)
        out.append(Principal(mention.name, "organization", place.start, place.end))
        at = mention.end
    return out


# Whose companies, not whose grantors, a schedule lists: "a trustee of each fund listed", "the securities of the funds".
_OF_ISSUERS = rx(
    r"\b(?:an?|as|am|is) (?:\w+ ){0,2}?(?:trustee|director|officer|manager|member|insider)[^.;]{0,20} (?:of|at|with)\b"
    r"[^.;]{0,60}$"
    r"|\b(?:securities|shares|stock|respect|regarding|concerning|relating)\b[^.;]{0,60}$"
)


def schedule(page: Page, clause_verb: int) -> list[Principal]:
    """Principals that a schedule lists, when the text says that they stand there."""
    said = _SCHEDULE.search(page.text, page.start, page.end)
    where = appended(page, said.start(), min(page.end, said.end() + 12)) if said else None
    if (
        not said
        or not where
        or not rx(
            r"\b(?:each|every|all|persons?|entit\w+|undersigned|grantors?|principals?|individuals?"
            r"|parties|funds?|those|whose)\b"
        ).search(page.text[max(page.start, said.start() - 160) : said.end()])
    ):
        return []
    sentence = page.sentence_at(said.start())
    if (
        said.start() > clause_verb
        or _OF_ISSUERS.search(sentence.text, 0, max(0, said.start() - sentence.start))
        or SURE_VERB.search(sentence.text, 0, max(0, said.start() - sentence.start))
        or rx(r"\b(?:issuers?|compan(?:y|ies)|{atty}s?(?:-in-fact)?|agents?|portfolio)\b[^.;]{0,40}$").search(
            page.text[max(page.start, said.start() - 60) : said.start()]
        )
    ):
        return []
    cells = sorted(pieces(page.text, *where), key=lambda p: (p.left // 30, p.start))
    out: list[Principal] = []
    for cell in cells:
        orgs = [m for m in page.orgs.within(cell.start, cell.end) if not m.alias]
        people = [m for m in persons(page.text, cell.start, cell.end, page.orgs, lines=True) if m.kind == "person"]
        if orgs:
            _append(out, Principal(orgs[0].name, "organization", orgs[0].start, orgs[0].end))
        elif people and people[0].start - cell.start < 8:
            _append(out, Principal(people[0].name, "person", people[0].start, people[0].end))
    return out


__all__ = ["Principal", "candidates", "read", "schedule"]
