"""Signature lines of forms: who signed, in which capacity, for whom.

A line is read as `[principal or entities] [By:] [/s/] signer [, capacity] [for whom]`, in any of the orders in which
filers print it. Each rule is a row of a table; the capacity follows from the words of the line, then from whom it is
signed for, then from the owners of the filing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .extract.words import NAME_SUFFIXES
from .names import is_organization, same_person
from .records import Capacity, Owner, Signature

_MARK = re.compile(
    r"(?<![\w/])(?:/{1,2}\s?s\s?/{1,2}|\\s\\|s/(?=\s?[A-Z])|\(signed\)|\[s\]|/s(?=\s[A-Z]))\s*", re.IGNORECASE
)
_ATTORNEY = re.compile(
    r"att(?:or|om|rn)?n?e?ys?[\s-]*in[\s-]*fact|\batty\.?[\s-]*in[\s-]*fact|\battorney\b"
    r"|\bA\.?I\.?F\.?\b|\bP\.?O\.?A\.?\b"
    r"|(?:under|by|pursuant to|per|with|via|as)?\s*(?:a |the |an? )?(?:limited )?powers? of att(?:or|om)n?ey|\bproxy\b",
    re.IGNORECASE,
)
_AGENT = re.compile(r"\b(?:as )?(?:authori[sz]ed )?(?:agent|representative|signatory|signer|designee)\b", re.IGNORECASE)
_OFFICER = re.compile(
    r"\b(?:president|secretary|treasurer|counsel|officer|director|manager|managing|partner|member"
    r"|chairman|chair|trustee|controller|"
    r"executor|executrix|administrator|custodian|ceo|cfo|coo|vp|svp|evp|principal|chief|head"
    r"|legal|sole|co-trustee|general)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:^|(?<=[\s,;*.)]))\*?\s?by\s?[:;]?\s+(?!(?:[\w-]+ ){0,3}(?:power of"
    r"|poa)\b)(?=[/A-Z\\(\"']|$)|(?:^|(?<=[\s,;]))by\s?:\s*|(?:^|(?<=\s))per\s?:\s*",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"[\s,;(]+(?:for and )?(?:on behalf of|in behalf of|for|o/b/o|obo)\b\s*:?\s*(?P<names>.+)$", re.IGNORECASE
)
_NOBODY = re.compile(
    r"^(?:(?:the |each |all |each of the |any )*(?:above[- ]named |above |undersigned "
    r")?(?:reporting (?:persons?|owners?)|undersigned|insider|filer|registrant|issuer|company|him"
    r"|her|it)(?:self)?s?)$",
    re.IGNORECASE,
)
_ITS = re.compile(
    r",\s*(?:its|the|as|in its capacity as|acting as)\b[^,]*$|,\s*(?:general partner|manager"
    r"|managing member|sole member|trustee|advis[eo]r)\b.*$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"[\s,(]+(?:dated|date:|as of|on)?\s*(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4}-\d{2}-\d{2}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d{1,2},? \d{4})\)?",
    re.IGNORECASE,
)


def read_signatures(text: str, date: str | None = None, owners: Sequence[Owner] = ()) -> tuple[Signature, ...]:
    """Read one signature line.

    Args:
        text: The line as printed.
        date: Its date, kept as it is.
        owners: The filing's owners, in its order; they tell who signs for themselves.

    Returns:
        One signature for each person who signs in the line, mostly one; the signer is None where the line names nobody.
    """
    line = _clean(text)
    entities, last = _chain(line)
    attorney = bool(_ATTORNEY.search(line))
    last, named_for = _for(last)
    signers, rest = _signers(last, attorney=attorney)
    signed_for = tuple(dict.fromkeys([*entities, *named_for]))
    out = []
    people: list[str | None] = [*signers] or [None]
    for signer in people:
        capacity = _capacity(
            signer, signed_for, rest, attorney=attorney, agent=bool(_AGENT.search(rest)), owners=owners
        )
        out.append(Signature(text, signer, capacity, signed_for, date))
    return tuple(out)


def _clean(text: str) -> str:
    line = re.sub(
        r"\s+", " ", text.translate(str.maketrans("\u2018\u2019\u201c\u201d\u00a0\u2013\u2014", "''\"\" --"))
    ).strip()
    line = re.sub(r"^/\s?([A-Z][^/]{3,60}?)\s?/(?=$|[\s,])", r"\1", line) if not _MARK.match(line) else line
    line = re.sub(r"\bby\s+:\s*", "By: ", line, flags=re.IGNORECASE)
    line = re.sub(r"^(?:signature|signed|name)\s*:\s*", "", line, flags=re.IGNORECASE)
    line = re.sub(
        r"^(?:as )?att(?:or|om)n?eys?[\s-]*in[\s-]*fact\s*[:,-]\s*(?=[/A-Z])(.+)$",
        r"\1, attorney-in-fact",
        line,
        flags=re.IGNORECASE,
    )
    line = re.sub(r"_{2,}", " ", line)
    return (
        _DATED.sub("", line)
        if not re.search(r"power of attorney dated", line, re.IGNORECASE)
        else re.sub(r",?\s*dated [\w ,/]+$", "", line)
    )


def _chain(line: str) -> tuple[list[str], str]:
    """The entities or principals before the last "By", and the piece behind it."""
    pieces = [p.strip(" ,;*") for p in _BY.split(line)]
    if len(pieces) == 1:
        return [], pieces[0]
    heads = []
    for piece in pieces[:-1]:
        name = _ITS.sub("", _MARK.sub("", piece)).strip(" ,;")
        if name and not _ATTORNEY.fullmatch(name) and not _NOBODY.match(name):
            heads.append(_trim(name))
    return heads, pieces[-1]


def _for(piece: str) -> tuple[str, list[str]]:
    """Cut "for X and Y" off; who is named, and the rest."""
    found = _FOR.search(piece)
    if found is None:
        return piece, []
    names = re.sub(r"^(?:each|both|all) of (?:the )?", "", found["names"].strip(" )"), flags=re.IGNORECASE)
    names = re.sub(r"(?<=[a-z]{4})\.$", "", names)
    names = re.sub(
        r",?\s*(?:under|pursuant to|by|via|per)\s+(?:a |the )?(?:limited )?(?:power of attorney|poa).*$",
        "",
        names,
        flags=re.IGNORECASE,
    )
    if _NOBODY.match(names):
        return piece[: found.start()], []
    return piece[: found.start()], [n for n in _split_names(names) if not _NOBODY.match(n)]


def _split_names(names: str) -> list[str]:
    if is_organization(names) and not re.search(r",\s*and\b|;", names):
        return [_trim(names)]
    parts = re.split(r"\s*;\s*|,?\s+and\s+|\s+&\s+(?=[A-Z][a-z]+ [A-Z])|,\s+(?=[A-Z])", names)
    out: list[str] = []
    for part in parts:
        word = part.strip(" ,.").lower().rstrip(".")
        if out and (word in NAME_SUFFIXES or re.fullmatch(r"(?:l\.?p|l\.?l\.?c|inc|ltd|llp|n\.?a|p\.?c)", word)):
            out[-1] += f", {part.strip(' ,')}"
        elif part.strip(" ,"):
            out.append(_trim(part))
    return out


def _signers(piece: str, *, attorney: bool) -> tuple[list[str], str]:
    """The signers at the head of a piece, and the words behind them."""
    piece = _MARK.sub("", piece).strip(" ,;*-")
    piece = re.sub(r"^(?:as\s+)?(?:attorney-in-fact|agent)\s*:\s*", "", piece, flags=re.IGNORECASE)
    head, rest = _head(piece)
    if not head:
        return [], rest
    if is_organization(head):
        return [_trim(head)], rest
    both = re.split(r"\s+(?:and|&)\s+", head)
    if len(both) > 1 and all(len(b.split()) > 1 for b in both):
        return [_trim(b) for b in both], rest
    return [_trim(head)], rest


def _head(piece: str) -> tuple[str, str]:
    """Split a signer from the capacity words behind: at a comma, a bracket, a dash or the capacity itself."""
    if is_organization(
        piece.split(", Attorney", maxsplit=1)[0].split(", attorney", maxsplit=1)[0]
    ) and _ATTORNEY.search(piece):
        cut = _ATTORNEY.search(piece)
        assert cut is not None
        return piece[: cut.start()].strip(" ,-(").removesuffix(" as").strip(" ,"), piece[cut.start() :]
    for found in re.finditer(
        r",\s*|\s+\(|\s+[-/]+\s+|\s+as\s+|\s+under\s+|\s+pursuant\s+to\s+|\s+(?=(?:attorney|att(?:or"
        r"|om)n?ey)[\s-]*in|POA\b|P\.O\.A)",
        piece,
        re.IGNORECASE,
    ):
        after = piece[found.end() :].strip().lower().rstrip(".")
        first = after.split(",")[0].split(" ")[0].rstrip(".")
        if first in NAME_SUFFIXES or re.match(r"(?:inc|llc|llp|l\.p|ltd|l\.l\.c|p\.c|p\.a|n\.a)\b", after):
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


def _trim(name: str) -> str:
    name = re.sub(
        r"^(?:the\s+)?(?:reporting (?:person|owner)s?|mr|ms|mrs|dr)\.?:?\s+(?=[A-Z])",
        "",
        name.strip(" ,;:*/-"),
        flags=re.IGNORECASE,
    )
    return re.sub(r"\s+", " ", name).strip(" ,;:*/-")


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
        return "entity-officer"
    if signed_for:
        return "attorney-in-fact"
    if signer is not None and any(_is_owner(signer, o) for o in owners):
        return "self"
    if agent:
        return "entity-officer" if owners and all(is_organization(o.name) for o in owners) else "attorney-in-fact"
    if _OFFICER.search(rest):
        return "attorney-in-fact" if owners and not any(is_organization(o.name) for o in owners) else "entity-officer"
    return None


def _as_edgar(name: str) -> str:
    parts = name.split()
    return " ".join([parts[-1], *parts[:-1]])


def _is_owner(signer: str, owner: Owner) -> bool:
    return same_person(signer, owner.name) or re.sub(r"\W+", "", signer.lower()) == re.sub(
        r"\W+", "", owner.name.lower()
    )
