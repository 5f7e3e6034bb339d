"""Signature lines of forms: who signed, in which capacity, for whom.

A line is read as `[principal or entities] [By:] [/s/] signer [, capacity] [for whom]`, in any of the orders in which
filers print it. The words are tables in `signature_words`; the capacity follows from the words of the line, then from
whom it is signed for, then from the owners of the filing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from . import signature_words as words
from .extract.words import NAME_SUFFIXES, PARTICLES
from .folding import fold_organization
from .names import is_organization, same_person
from .records import Capacity, Owner, Signature
from .signature_names import both, closed, split_names, trim

_LENGTH = 4000  # longer lines are no signatures, and reading them is to cost no more


def read_signatures(text: str, date: str | None = None, owners: Sequence[Owner] = ()) -> tuple[Signature, ...]:
    """Read one signature line.

    Args:
        text: The line as printed.
        date: Its date, kept as it is.
        owners: The filing's owners, in its order; they tell who signs for themselves.

    Returns:
        One signature for each person who signs in the line, mostly one; the signer is None where the line names nobody.
    """
    found = [s for line in _parts(_clean(text[:_LENGTH])) for s in _read(line, text, date, owners)]
    if len(found) > 1 and found[0].signed_for and (words.ATTORNEYS.search(text) or words.TRUSTEES.search(text)):
        # "Mary Roe, by /s/ Ann Lee and /s/ Bo Park, her attorneys-in-fact"
        one = found[0]
        found = [
            s if s.signed_for else replace(s, signed_for=one.signed_for, capacity=s.capacity or one.capacity)
            for s in found
        ]
    return tuple(found)


def other_names(text: str) -> tuple[str, ...]:
    """The names that a line gives its parties beside the ones they bear: "Ann Lee (formerly Ann Park)"."""
    return tuple(found["name"] for found in words.ALSO_NAMED.finditer(text[:_LENGTH].translate(words.PLAIN)))


def _read(line: str, text: str, date: str | None, owners: Sequence[Owner]) -> Iterator[Signature]:
    entities, last = _chain(line)
    attorney = bool(words.ATTORNEY.search(line))
    last, named_for = _for(last)
    signers, rest = _signers(last)
    found = words.PERSON_OF_ENTITY.match(rest) if len(signers) == 1 and is_organization(signers[0]) else None
    if found and words.OFFICER.search(found["rest"]) and not is_organization(found["person"]):
        entities, signers, rest = [*entities, *signers], [found["person"]], found["rest"]
    signed_for = tuple(
        dict.fromkeys([*entities, *named_for, *_offices(line, rest, attorney, owners), *_of(rest, attorney=attorney)])
    )
    if len(signers) == len(signed_for) == 1 and words.PER.search(text):
        principal, attorney_of_his = signers[0], signed_for[0]
        if _is_one(principal, owners) and not _is_one(attorney_of_his, owners):
            signers, signed_for = [attorney_of_his], (principal,)
    people: list[str | None] = [*signers] or [None]
    for signer in people:
        capacity = _capacity(
            signer, signed_for, rest, attorney=attorney, agent=bool(words.AGENT.search(rest)), owners=owners
        )
        if signer and not signed_for and words.BY_POWER.match(rest) and _is_one(signer, owners):
            yield Signature(text, None, capacity, (signer,), date)  # "Jane Roe, by POA": who signed for her?
        else:
            yield Signature(text, signer, capacity, signed_for, date)


def _parts(line: str) -> list[str]:
    """A line in which several sign, each with a mark of their own, as so many lines."""
    cuts = [0]
    marks = [found.start() for found in words.MARK.finditer(line)]
    if not marks and re.match(r"by\b", line, re.IGNORECASE):
        ends = [found.end() for found in re.finditer(r";\s*(?=by\b)", line, re.IGNORECASE)]
        cuts += [] if words.ENTITY_ROLE.search(line.partition(";")[0]) else ends
    for before, mark in pairwise(marks):
        semicolon = line.rfind(";", before, mark)
        if semicolon >= 0:
            cuts.append(semicolon + 1)
        elif not re.search(r"\bby\s?:?\s*$", line[before:mark], re.IGNORECASE):
            cuts.append(mark)
    parts = [re.sub(r"[\s,;&]+(?:and\s*)?$", "", line[a:b]) for a, b in zip(cuts, [*cuts[1:], None], strict=True)]
    shared = words.SHARED.search(parts[-1])
    return [p if p is parts[-1] or shared is None else p + shared.group() for p in parts]


def _clean(text: str) -> str:
    line = words.ALSO_NAMED.sub("", text.translate(words.PLAIN))
    for pattern, plain in words.REWRITTEN:
        line = pattern.sub(plain, line)
    line = words.MARK_BEHIND.sub("", line.strip())
    if not words.MARK.match(line):
        line = re.sub(r"^/\s?([A-Z][^/]{3,60}?)\s?/(?=$|[\s,])", r"\1", line)
    if re.search(r"power of attorney dated", line, re.IGNORECASE):
        return re.sub(r",?\s*dated [\w ,/]+$", "", line)
    return words.DATED.sub(lambda found: found.group() if _in_name(found.string[: found.start()]) else "", line)


def _in_name(before: str) -> bool:
    """Whether a date behind these words is part of a trust's name."""
    return re.search(r"\b(?:trust|u/?[adt]/?d?|agreement|dtd)[^,;]*$", before[-60:], re.IGNORECASE) is not None


def _chain(line: str) -> tuple[list[str], str]:
    """The entities or principals before the last "By", and the piece behind it."""
    pieces = [p.strip(" ,;*") for p in words.BY.split(line)]
    mark = words.MARK.search(pieces[-1])
    if mark is not None and mark.start():  # "John Doe /s/ Jane Roe"
        before, pieces[-1] = pieces[-1][: mark.start()].strip(" ,;:-"), pieces[-1][mark.end() :]
        if len(before.split()) > 1 and not pieces[-1].lower().startswith(before.lower()):
            pieces.insert(-1, before)
    heads = []
    for whole in pieces[:-1]:
        attorney = (words.ATTORNEY.search(whole) or words.AGENT_FOR.search(whole)) and not words.FOR_WHOM.match(whole)
        piece, named = _for(whole) if attorney else (whole, [])
        name = words.ITS.sub("", words.FOR_WHOM.sub("", words.MARK.sub("", piece))).strip(" ,;(-")
        name = words.ITS_AHEAD.sub("", name)
        name = words.AS_ATTORNEY.sub("", words.ITS_BARE.sub("", name))
        name = name if is_organization(name) else words.HIS_OFFICE.sub("", name)
        if name and not words.ATTORNEY.fullmatch(name) and not words.NOBODY.match(name):
            heads += [trim(name)] if is_organization(name) else both(name)
            heads += _of(words.MARK.sub("", piece)) if is_organization(name) else []
            heads += named
    last = pieces[-1]
    return heads, last.rstrip(" )") if last.count(")") > last.count("(") else last


def _for(piece: str) -> tuple[str, list[str]]:
    """Cut "for X and Y" off; who is named, and the rest."""
    found = words.FOR.search(piece)
    if found is None:
        return piece, []
    names = closed(found["names"])
    names = re.sub(r"^(?:(?:each|both|all) of (?:the )?|the (?=estate of))", "", names, flags=re.IGNORECASE)
    names = re.sub(r"(?<=[a-z]{4})\.$", "", names)
    names = words.HIS_OFFICE.sub("", words.AS_OFFICER.sub("", words.AS_ATTORNEY.sub("", names)))
    names = words.BESIDE.sub("", re.sub(r"\s*\([^()]*\)\s*$", "", names) if _note(names) else names)
    if (substitute := words.SUBSTITUTE_FOR.match(names)) is not None:
        names = names[substitute.end() :]
    names = re.sub(
        r",?\s*(?:under|pursuant to|by|via|per)\s+(?:a |the |authority of )*(?:limited )?(?:power of attorney|poa).*$",
        "",
        names,
        flags=re.IGNORECASE,
    )
    if words.NOBODY.match(names):
        return piece[: found.start()], []
    return piece[: found.start()], [n for n in split_names(names) if not words.NOBODY.match(n)]


def _note(names: str) -> bool:
    """Whether names end with a remark in brackets, as "(POA attached)", that is no part of a name."""
    return (
        re.search(
            r"\([^()]*\b(?:poa|power|attach|exhibit|filed|see|reporting|owner|officer|director|c[efo]o)\b[^()]*\)\s*$",
            names,
            re.IGNORECASE,
        )
        is not None
    )


def _of(rest: str, *, attorney: bool = False) -> list[str]:
    """Whom a trustee, partner, manager or member signs for, from the words behind the name.

    An attorney who is "a partner of" a firm does not sign for that firm.
    """
    out = []
    at = words.ROLE_AT.search(rest)
    for found in (*words.OF.finditer(rest), *([at] if at and is_organization(at["names"]) else [])):
        if attorney and re.search(r"\ban? $", rest[: found.start()], re.IGNORECASE):
            continue
        name = words.PARTNER_OF.sub("", re.sub(r"^the\s+", "", closed(found["names"])))
        generic = words.NOBODY.match(name) or words.KIND_OF_ENTITY.fullmatch(name)
        if not generic and (found.groupdict().get("fiduciary") or is_organization(name)):
            out.append(trim(name))
    return out


def _offices(line: str, rest: str, attorney: bool, owners: Sequence[Owner]) -> list[str]:
    """The entity whose officer signs: an owner, a partner of whom the line speaks, or one beside himself.

    Else the company that a title names is mostly the issuer, and nobody is signed for.
    """
    himself = words.HIMSELF.search(line) is not None
    if attorney and not himself:
        return []
    names = [trim(re.sub(r"^the\s+", "", closed(found["names"]))) for found in words.OFFICE_OF.finditer(rest)]
    known = {fold_organization(owner.name) for owner in owners}
    beside = himself or bool(_of(rest))
    return [name for name in names if is_organization(name) and (beside or fold_organization(name) in known)]


def _signers(piece: str) -> tuple[list[str], str]:
    """The signers at the head of a piece, and the words behind them."""
    piece = words.MARK.sub("", piece).strip(" ,;*-")
    if words.CAPACITY_ONLY.fullmatch(piece):
        return [], piece
    head, rest = _head(words.OWN_ROLE.sub("", piece))
    alone, particle = len(head.split()) == 1, head.partition(" ")[0].lower() in PARTICLES
    given = r"[A-Z][\w'-]+(?: [A-Z]\.?)?" if alone else r"[A-Z][\w'-]+ [A-Z]\.?"
    behind = re.match(rf"({given})(?:,\s*|\s+\(|$)", rest) if alone or particle else None
    if behind and not words.OFFICER.search(behind[1]) and not words.ATTORNEY.search(behind[1]):
        head, rest = f"{head}, {behind[1]}", rest[behind.end() :]  # "Doe, John Q.", "Van Dyke, Adriaan J."
    if len(re.findall(r"[^\W\d_]", head)) < 2 or words.NO_SIGNER.fullmatch(head):
        return [], rest
    if is_organization(head):
        return [trim(head)], rest
    return both(head), rest


def _head(piece: str) -> tuple[str, str]:
    """Split a signer from the capacity words behind: at a comma, a bracket, a dash or the capacity itself."""
    if cut := words.ATTORNEY.search(piece):
        before = re.sub(
            r"(?:,?\s+as)?(?:\s+agent)?\s*(?:&|\band)?[\s,(-]*$", "", piece[: cut.start()], flags=re.IGNORECASE
        )
        if is_organization(before) and not words.TITLE_OF.search(before):
            at = _of_firm(before)
            return before[:at].strip(" ,"), f"{before[at:]}{piece[cut.start() :]}".strip(" ,")
    for found in re.finditer(
        r",\s*|\s+\(|\s+[-/]+\s+|\s+(?:as|its)\s+|\s+under\s+|\s+pursuant\s+to\s+|\s*;\s*|\s+(?=(?:attorney|att(?:or"
        rf"|om)n?ey)[\s-]*in|POA\b|P\.O\.A|(?:by\s+)?{words.BASIS})",
        piece,
        re.IGNORECASE,
    ):
        after = piece[found.end() :].strip().lower().rstrip(".")
        first = after.split(",")[0].split(" ")[0].rstrip(".")
        if (first in NAME_SUFFIXES and not _SENIOR.match(after)) or re.match(
            r"(?:inc|llc|llp|l\.p|ltd|l\.l\.c|p\.c|p\.a|n\.a)\b", after
        ):
            continue
        return piece[: found.start()].strip(" ,"), piece[found.end() :]
    title = re.search(
        r"\s+(?:Trustee|President|Secretary|Treasurer|Director|Manager|General Counsel|Chief \w+ "
        r"Officer|Vice President)\b.*$",
        piece,
    )
    if title and title.start() > 3 and len(piece[: title.start()].split()) > 1:
        return piece[: title.start()].strip(" ,"), piece[title.start() :].strip()
    return piece.strip(" ,"), ""


# "Ann Lee, Sr. Paralegal" is no father of an Ann Lee.
_SENIOR = re.compile(r"sr\.? (?!att|as\b|by\b|for\b|poa|under|pursuant|trustee|individual)[a-z]")


def _of_firm(name: str) -> int:
    """Where the person's name in "Hermia Rune, Oakeshott & Rune LLP" ends; a firm's name begins with one word only."""
    person, _, firm = name.partition(",")
    if (of := words.AT_FIRM.match(name)) is not None:
        return of.end("person")
    if len(person.split()) > 1 and not is_organization(person) and is_organization(firm) and not _only_form(firm):
        return len(person)
    return len(name)


def _only_form(text: str) -> bool:
    """Whether a text is a legal form, as behind "Able Baker, L.L.P."."""
    return words.FORM.fullmatch(text.strip(" ,.").lower()) is not None


def _capacity(
    signer: str | None, signed_for: tuple[str, ...], rest: str, *, attorney: bool, agent: bool, owners: Sequence[Owner]
) -> Capacity | None:
    if attorney:
        return "attorney-in-fact"
    entity = any(is_organization(name) for name in signed_for)
    if (
        signed_for
        and not entity
        and signer is not None
        and any(same_person(signer, _as_edgar(n)) or n.lower() == signer.lower() for n in signed_for)
    ):
        return "self"
    if entity:
        plain_agent = words.PLAIN_AGENT.search(rest) and not words.OFFICER.search(rest)
        return "attorney-in-fact" if plain_agent else "entity-officer"
    if signed_for:
        return "attorney-in-fact"
    if signer is not None and _is_one(signer, owners):
        return "self"
    if agent:
        return "entity-officer" if owners and all(is_organization(o.name) for o in owners) else "attorney-in-fact"
    if words.OFFICER.search(rest):
        return "attorney-in-fact" if owners and not any(is_organization(o.name) for o in owners) else "entity-officer"
    return None


def _as_edgar(name: str) -> str:
    parts = name.split()
    return " ".join([parts[-1], *parts[:-1]])


def _is_one(signer: str, owners: Sequence[Owner]) -> bool:
    """Whether a signer is one of the owners."""
    plain = re.sub(r"\W+", "", signer.lower())
    return any(same_person(signer, o.name) or plain == re.sub(r"\W+", "", o.name.lower()) for o in owners)
