"""Offices: whether a title makes its holder the one whom a power names by office.

"EVP, GC & Secretary" holds the office of General Counsel and that of Secretary; an Assistant Secretary does not hold
the Secretary's, nor a Vice President the President's. Callers may rely on nothing but words: who was in office on a
day is for the audit to find out.
"""

from __future__ import annotations

import re

from .names import is_organization

_ABBREVIATED = {
    "ceo": "chief executive officer", "cfo": "chief financial officer", "coo": "chief operating officer",
    "cto": "chief technology officer", "cio": "chief information officer", "clo": "chief legal officer",
    "cao": "chief accounting officer", "cmo": "chief medical officer", "chro": "chief human resources officer",
    "gc": "general counsel", "vp": "vice president", "svp": "senior vice president",
    "evp": "executive vice president", "avp": "assistant vice president", "sr": "senior", "asst": "assistant",
    "assoc": "associate", "exec": "executive", "corp": "corporate", "sec": "secretary", "secy": "secretary",
    "treas": "treasurer", "pres": "president", "dir": "director", "mgr": "manager", "dep": "deputy",
}  # fmt: skip
# A word before an office that makes it another one; "acting" and "interim" do not.
_LESSER = frozenset({"assistant", "associate", "deputy", "vice", "former", "past", "retired", "under", "sub"})
_OFFICE = re.compile(
    r"\b(?:president|secretary|treasurer|counsel|officer|controller|chairman|chairwoman|chair|ceo|cfo|coo|clo|cao|gc"
    r"|vp|svp|evp|paralegal|manager|administrator|director|partner|associate|employee)\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(r"(?:the |its )?(?:company|corporation|issuer|registrant|bank|partnership)", re.IGNORECASE)
_ATTORNEY = re.compile(
    r"\b(?:for|on behalf of|o/b/o)\b.*$|\bas (?:agent|attorney)\b|att(?:or|om)n?eys?[\s-]*in[\s-]*fact|\bagent\b",
    re.IGNORECASE,
)


def _words(title: str) -> list[str]:
    plain = title.casefold().replace("&", " and ").replace(".", "")
    return " ".join(_ABBREVIATED.get(word, word) for word in re.findall(r"[a-z]+", plain)).split()


def plain(office: str) -> str:
    """An office without the company that stands behind it, as in "Treasurer of Acme, Inc."."""
    title, of, company = office.partition(" of ")
    return title if of and (is_organization(company) or _COMPANY.fullmatch(company)) else office


def holds(title: str, office: str) -> bool:
    """Whether whoever bears a title holds an office."""
    have, want = _words(title), _words(plain(office))
    if not want:
        return False
    places = (p for p in range(len(have) - len(want) + 1) if have[p : p + len(want)] == want)
    return any(not (p and have[p - 1] in _LESSER and want[0] not in _LESSER) for p in places)


def shown(rest: str) -> str:
    """The title that stands behind a signer's name, without "attorney-in-fact" and whom it is for; "" where none is."""
    title = _ATTORNEY.sub(" ", rest)
    return title if _OFFICE.search(title) else ""
