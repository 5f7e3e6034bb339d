"""Whom a letter addresses: "you" in "I authorize you to sign" is who stands behind "To:" or "Dear".

The head of a letter names its reader in full ("Attention: Jane Doe", "To: Jane Doe, Controller, X Corp."); the
salutation says which of its names is meant ("Dear Ms. Doe:"), and the organization of the address is theirs.
"""

from __future__ import annotations

import re

from .attorney import Attorney, joined
from .attorneys import stream
from .clauses import Page
from .patterns import rx
from .people import parts
from .persons import persons

_SALUTATION = re.compile(r"^[ \t]*Dear[ ]+([^\n]{2,80}?)[ \t]*[:,\u2014-]+[ \t]*$", re.MULTILINE)
_TO = re.compile(
    r"^[ \t]*(?:TO|To)(?:[ \t]*:[ \t]*(?=\S)|[ ](?=[A-Z][^\n:]{3,60}[:,][ \t]*$)"
    r"|[ ](?=(?!W[Hh][Oo][Mm]|T[Hh][Ee]|B[Ee])[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3}[ \t]*$))",
    re.MULTILINE,
)
_TO_OFFICE = re.compile(r"^[ \t]*(?:TO|To):?[ ]+(?=(?:the|our|The|THE) [^\n]{4,90}[:,]?$)", re.MULTILINE)
_FIRST_NAME = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?:(?: [A-Z]\.)? [A-Z][\w'-]+)?")
_NOBODY = frozenset(
    "sir sirs madam mesdames colleague colleagues friend friends director directors sec edgar all".split()
)
_HEAD = 1500  # characters within which a letter names its reader
_WORD = re.compile(r"[^\W\d_][\w'-]+")

YOU = rx(r"\b(?:each of |both of |either of |any of )?you\b(?! (?:may|can|should|must|will|are|have)\b)")


_GREETING = re.compile(
    r"^[ \t]*(?:Dear\b[^\n]{2,80}|(?:Ladies and )?Gentlemen|(?:Dear )?Sirs?(?: (?:or|and) Mesdames)?|To [Ww]hom "
    r"[Ii]t [Mm]ay"
    r" [Cc]oncern)[ \t]*[:,\u2014-]+[ \t]*$",
    re.MULTILINE,
)


def body(page: Page) -> int:
    """Where the body of a letter begins: behind its salutation; where there is none, the instrument's beginning."""
    greeting = _GREETING.search(page.text, page.start, min(page.end, page.start + _HEAD))
    return greeting.end() if greeting else page.start


def addressees(page: Page) -> tuple[Attorney, ...]:
    """Those whom a letter addresses, with the organization of the address; none where it is no letter."""
    stop = min(page.end, page.start + _HEAD)
    salutation = _SALUTATION.search(page.text, page.start, stop)
    label = _TO.search(page.text, page.start, salutation.start() if salutation else stop)
    if label is not None:
        line = page.text.find("\n", label.end())
        found = stream(page, label.end(), line if line > 0 else page.end)
        if any(a.type == "person" for a in found):
            return tuple(a for a in found if a.type == "person")
        found = stream(page, label.end(), line if line > 0 else page.end, offices=True)
        if found and found[0].type == "office" and found[0].affiliation:
            return found[:1]
    if office := _TO_OFFICE.search(page.text, page.start, salutation.start() if salutation else stop):
        blank = page.text.find("\n\n", office.end())
        found = stream(page, office.end(), blank if blank > 0 else page.end, offices=True)
        if found and found[0].type == "office":
            return found[:1]
    if salutation is None:
        return ()
    called = {word.lower() for word in _WORD.findall(salutation.group(1))}
    out = []
    below = _TO.search(page.text, page.marks[-1].end(), page.end) if page.marks else None
    foot = below.end() if below is not None else page.end  # the address may stand below the signature
    for name in (
        m
        for at, to in ((page.start, salutation.start()), (foot, page.end))
        for m in persons(page.text, at, to, page.orgs, lines=True)
    ):
        if name.kind == "person" and {parts(name.name)[0], parts(name.name)[-1]} & called:
            block = page.text.rfind("\n\n", page.start, name.start) + 1
            blank = page.text.find("\n\n", name.end)
            org = next(iter(page.orgs.within(block, blank if blank > 0 else page.end)), None)
            out.append(joined(Attorney(name.name, "person", name.start, name.end), org))
    alone = _FIRST_NAME.fullmatch(salutation.group(1))
    if not out and alone and not _NOBODY & {*alone.group().lower().split()}:
        start = salutation.start(1)
        out.append(Attorney(alone.group(), "person", start, start + len(alone.group())))
    return tuple(out)
