"""Organizations without a legal form: firms that are named by surnames, and estates."""

from __future__ import annotations

import re

from .mentions import Mention, same_organization
from .patterns import rx
from .tokens import fold, tokenise
from .words import NOT_NAMES, STATES

# Names without a legal form: a firm by its partners' surnames, or by what it calls itself.
_SURNAME = r"(?-i:[A-Z])(?:['-]?[\w]){2,}"
_UNFORMED = rx(
    rf"\b(?:{_SURNAME}, ){{1,6}}{_SURNAME},? & {_SURNAME}\b|\b{_SURNAME}(?: {_SURNAME}){{1,2}} & {_SURNAME}\b(?! &)"
)
_LAW_OFFICE = rx(rf"\bLaw (?-i:O)ffices? of (?:{_SURNAME}|(?-i:[A-Z])\.)(?: (?:{_SURNAME}|(?-i:[A-Z])\.)){{0,3}}")
_FIRM_OF = rx(
    rf"\b(?:law firm|(?:accounting|the) firm(?= (?:of|called|named|known as)\b))(?: (?:of|called|named|known as))? "
    rf"({_SURNAME}(?:,? (?:and |& )?{_SURNAME}){{1,6}})"
)


# An estate that the text defines, or that stands over a signature; one that is merely mentioned is no party.
_ESTATE = re.compile(
    r"\b([Ee]state\s+of\s+(?:[A-Z][\w'-]*\.?,?\s+){1,5})(?=\((?:the\s+)?\"(?:the\s+)?Estate\")"
    r"|^[ \t]*(?=E|THE E)(?:THE[ ])?(ESTATE\s+OF(?:[ ][A-Z][A-Z'.-]*,?){2,6})[ \t]*$",
    re.MULTILINE,
)


# Two partners, told to be a firm by what follows.
_CALLED = rx(
    rf"\b({_SURNAME} (?:&|and) {_SURNAME}), (?:certified public accountants|{{atty}}s(?: at law)?|solicitors|advocates"
    r"|counsel(?:l?ors)? at law)\b"
)
OF_PARTNERS = (
    r"\b(?:associates?|partners?|lawyers?|{atty}s?|counsel|paralegals?|solicitors?|practi[sc]es?)"
    r" (?:of|at|with|in)(?: the (?:[\w']+ )?offices? of)?(?: the)? "
)
"""Before a firm whose name may be two surnames alone: "an associate in the Chicago office of Lake & Moss"."""
_OF_TWO = rx(rf"{OF_PARTNERS}({_SURNAME} & {_SURNAME})\b(?! &|,? (?:inc|corp|co)\b)")


# A body that the text describes behind its name: "Tarn Pension Board, a statutory body established in Ohio".
_IS_A = rx(
    r",? an? (?:(?!of\b|in\b|at\b|with\b)[\w'-]+ ){0,4}?(?:foundation|partnership|corporation|company|trust|body"
    r"|association|institution|co-?operative|society|fund|board|agency|plan|limited liability company)"
    r"(?=(?: \([^()\n]{2,30}\))?,? (?:under|organi[sz]ed|established|incorporated|formed|existing|created|constituted"
    r"|governed|with its|having|(?:hereby |does |do )*(?:appoints?|constitut|designat|grants?|authori[sz]|makes?"
    r"|nominat)))"
)
_BEFORE_IT = re.compile(r"((?:[A-Z][\w'.-]*+(?: (?:of|and|for|&|de|van|der|the|del|la) (?=[A-Z]))?\s?){2,7})$")


def described(shade: str, taken: list[tuple[int, int]]) -> list[Mention]:
    """Organizations that have no legal form, and of which the text says what they are."""
    out: list[Mention] = []
    for said in _IS_A.finditer(shade):
        at = max(0, said.start() - _NAME)
        name = _BEFORE_IT.search(shade, at, said.start())
        start = name.start(1) if name is not None else said.start()
        words = shade[start : said.start()].lower().split()
        if len(words) < 2 or words[0] in _NO_NAME or any(s < said.start() and start < e for s, e in taken):
            continue
        start += len(words[0]) + 1 if words[0] == "the" else 0
        out.append(Mention("organization", fold(shade[start : said.start()]), start, said.start()))
        taken.append((start, said.start()))
    return out


_NAME = 90  # characters of a name
_NO_NAME = frozenset("i we that whereas and each of by".split())


def unformed(shade: str, text: str, taken: list[tuple[int, int]], named: list[Mention]) -> list[Mention]:
    """Firms that are named by surnames alone: "Noland, Hester & Sato", and estates.

    Args:
        shade: The text, paragraphs in capitals undone.
        text: The text.
        taken: Stretches that names have; those of the names found here are added.
        named: The organizations that have a legal form.
    """
    out: list[Mention] = []
    found = [m.span() for pattern in (_LAW_OFFICE, _UNFORMED) for m in pattern.finditer(shade)]
    for estate in _ESTATE.finditer(text):
        start = estate.start(estate.lastindex or 0)
        end = start + len(estate.group(estate.lastindex or 0).rstrip())
        if not any(s < end and start < e for s, e in taken):
            out.append(Mention("organization", fold(text[start:end]), start, end))
            taken.append((start, end))
    called = {(m.start(1), m.end(1)) for pattern in (_CALLED, _OF_TWO) for m in pattern.finditer(shade)}
    called |= {(m.start(1), m.start(1) + len(m.group(1).rstrip(" ,&"))) for m in _FIRM_OF.finditer(shade)}
    for start, end in [*found, *sorted(called)]:
        words = [t.low for t in tokenise(shade[start:end]) if t.word]
        if any(s < end and start < e for s, e in taken) or any(
            (w in NOT_NAMES or w in STATES) and w not in ("of", "and") for w in words[2:] + words[:1]
        ):
            continue
        name = _formed(fold(text[start:end]), named)
        if "\n\n" in text[start:end] or (len(words) < 3 and not name.startswith("Law") and (start, end) not in called):
            continue
        out.append(Mention("organization", name, start, end))
        taken.append((start, end))
    return out


def _formed(name: str, named: list[Mention]) -> str:
    """The name with its legal form where the text prints that too: "Ames Wool & Felt" of Ames Wool & Felt Company."""
    begun = same_organization(name) + " "
    return next((m.name for m in named if same_organization(m.name).startswith(begun)), name)
