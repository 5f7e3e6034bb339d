"""Where an organization's name ends: its legal form, what belongs to it behind that, and the place of a bank."""

from __future__ import annotations

import re

from .benefit_trusts import benefit_trust
from .line_breaks import gap_breaks, past_bracket
from .tokens import Token
from .words import NOT_NAMES, STATES, STRONG_FORMS, WEAK_FORMS

# What a legal form may begin with.
FIRST_OF_FORMS = STRONG_FORMS | WEAK_FORMS | {"&", "professional", "registered", "law", "attorneys"}
# Legal forms of several words, with which a firm of professionals calls itself: "Moss & Lake, A Law Corporation".
_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "professional law corporation",
        "professional corporation",
        "professional association",
        "professional limited liability company",
        "registered limited liability partnership",
        "law corporation",
        "law partnership",
    )
)
SCANNED = {"1nc": "inc"}


def form_at(tokens: list[Token], i: int) -> tuple[int, bool] | None:
    """If a legal form ends at or after token i, the index of its last token, and whether it is a strong one."""
    token = tokens[i]
    low = SCANNED.get(token.low) or token.low.replace("0", "o")  # "C0mpany", of a scan
    if token.text == "&" and i + 1 < len(tokens) and tokens[i + 1].low in ("co", "company"):
        return i + 1, True
    for phrase in _PHRASES if low in ("professional", "registered", "law") else ():
        run = tokens[i : i + len(phrase)]
        if tuple(t.low for t in run) == phrase and (low == "professional" or all(t.capital for t in run)):
            return i + len(phrase) - 1, True
    if low == "attorneys":  # "Moss & Lake, Attorneys at Law"
        at_law = token.capital and [t.low for t in tokens[i + 1 : i + 3]] == ["at", "law"] and tokens[i + 2].capital
        return (i + 2, False) if at_law else None
    if low in ("lawyers", "publ"):
        return None
    if low == "company" and i + 1 < len(tokens) and tokens[i + 1].low == "secretary":
        return None  # an office: "Company Secretary of X plc"
    if low in STRONG_FORMS and (token.capital or low in ("plc", "p.l.c", "llc", "llp", "inc", "s.p.a", "mbb", "mbh")):
        if (
            low in ("co", "company", "corporation", "limited")
            or len(low) > 2
            or token.text.isupper()
            or "." in token.text
            or low in ("lp", "oy")
        ):
            return i, True
        return None
    if low in WEAK_FORMS and token.capital:
        return i, False
    return None


def absorb_forms(tokens: list[Token], last: int, text: str) -> int:
    """Take what belongs to the same name behind a form: "Holdings, Inc.", "Trust Company, N.A.", "Fund II-B, L.P.".

    That is a further form, a number or bracket that counts the members of a family ("Fund III", "Holdings (Basalt)"),
    a few more capitalised words that lead to a strong form, and the place of a bank ("Bank of Northern Tilden").
    """
    for _ in range(6):
        further = _next_form(tokens, last, text)
        if further is None:
            break
        last = further
    if tokens[last].low in _OF_PLACE and last + 2 < len(tokens) and tokens[last + 1].low == "of":
        place = last + 3 if tokens[last + 2].text == "the" else last + 2
        while (
            place < len(tokens)
            and place < last + 6
            and tokens[place].capital
            and tokens[place].word
            and (tokens[place].low not in NOT_NAMES or tokens[place].low in ("new", "america", "states", "united"))
            and not gap_breaks(tokens[place - 1], tokens[place], text)
        ):
            place += 1
        if (
            place > last + 2
            and tokens[place - 1].capital
            and (
                tokens[last].low in _BANKS
                or tokens[last - 1].low in ("insurance", "assurance", "title")
                or _is_land(tokens[last + 2 : place])
            )
        ):
            return _next_form(tokens, place - 1, text) or place - 1
    return last


def _is_land(tokens: list[Token]) -> bool:
    """Whether words end in the name of a state or a land."""
    return tokens[-1].low in ("america", *STATES) or " ".join(t.low for t in tokens[-2:]) in STATES


_COUNTRIES = ("US", "UK", "USA")  # "Partners US LLC"
_BANKS = frozenset("bank university college society church".split())

_OF_PLACE = _BANKS | {"company", "corporation", "association", "bancorp", "bancshares", "bancorporation"}

_SERIAL = frozenset("corp corporation co company inc ltd llc".split())
_NUMERAL = re.compile(r"[IVX]{2,5}")
_MEMBER = re.compile(r"(?:[IVX]{1,5}|\d{1,4}|[A-Z])(?:-[A-Z0-9]{1,3})?|SPV|LIV|XL")


def _speaks(tokens: list[Token], k: int) -> bool:
    """Whether token k is the "I" of whoever speaks: "of Tarn Trust I hereby appoint", not "Tarn Trust I and II"."""
    following = tokens[k + 1] if k + 1 < len(tokens) else None
    return (
        tokens[k].text == "I"
        and following is not None
        and following.word
        and not following.capital
        and following.low
        not in ("and", "or", "of", "in", "to", "is", "as", "by", "for", "with", "on", "at", "a", "the")
    )


def _next_form(tokens: list[Token], last: int, text: str) -> int | None:
    """The last token of the name with one more form behind token `last`; None where the name ends there."""
    j = last + 1
    while j < len(tokens) and tokens[j].text in (",", ".") and j <= last + 2:
        j += 1
    if j >= len(tokens) or text[tokens[last].end : tokens[j].start].count("\n") > 1:
        return None
    separated = j > last + 1 and tokens[last + 1].text == ","
    form = form_at(tokens, j)
    if form is not None and (form[1] or not separated):
        return None if gap_breaks(tokens[j - 1], tokens[j], text) and not form[1] else form[0]
    if [t.low for t in tokens[j : j + 3]] == ["(", "publ", ")"]:
        return j + 2
    if (
        tokens[last].low in _SERIAL
        and not separated
        and _NUMERAL.fullmatch(tokens[j].text)
        and not gap_breaks(tokens[j - 1], tokens[j], text)
    ):
        return j  # "Acquisition Corp. II"
    if tokens[j].low == "de" and j + 1 < len(tokens) and tokens[j + 1].low in ("c.v", "cv", "r.l", "rl"):
        return j + 1
    if (
        separated
        or (tokens[j - 1].text == "." and tokens[last].low != "co")
        or gap_breaks(tokens[last], tokens[j], text)
    ):
        return None
    # a family's member: Fund II-B, L.P.; Holdings (Basalt), LLC
    k = j
    k = past_bracket(tokens, k)
    while k < len(tokens) and k < j + 4 and _MEMBER.fullmatch(tokens[k].text) and not _speaks(tokens, k):
        k += 1
    k = past_bracket(tokens, k) if k > j else k  # "Fund IV (No. 1) LP"
    if k > j:
        after = k + 1 if k + 1 < len(tokens) and tokens[k].text == "," else k
        if after < len(tokens) and (nxt := form_at(tokens, after)) is not None and nxt[1]:
            return nxt[0]
        if (
            tokens[j].text != "("
            and text[tokens[k - 1].end : tokens[k - 1].end + 1] != "/"
            and tokens[last].low in ("fund", "trust", "partners", "partnership", "ventures")
        ):
            return k - 1
    if (benefit := benefit_trust(tokens, j, text)) is not None:
        return benefit
    # a few more words that lead to a strong form: Holdings Solar Power, Inc.; Trust & Custody, N.A.
    if (form := form_at(tokens, last)) is not None and form[1] and tokens[last].low not in ("co", "company"):
        return None
    k = j + 1 if tokens[j].text == "&" else j
    while (
        k < len(tokens)
        and k < j + 5
        and tokens[k].word
        and tokens[k].capital
        and (tokens[k].low not in NOT_NAMES or tokens[k].text in _COUNTRIES or form_at(tokens, k) is not None)
        and not gap_breaks(tokens[k - 1], tokens[k], text)
    ):
        k += 1
        after = k + 1 if k + 1 < len(tokens) and tokens[k].text == "," else k
        if after < len(tokens) and (nxt := form_at(tokens, after)) is not None and nxt[1]:
            return nxt[0]
        if tokens[j].text == "&" and tokens[last].low == "trust" and k < len(tokens) and tokens[k].low in _BANKS:
            return k  # Trust & Savings Bank
    return None
