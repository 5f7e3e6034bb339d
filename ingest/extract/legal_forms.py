"""Where an organization's name begins and ends: found from its legal form, leftwards word by word.

"Inc.", "LLP", "& Co." are strong forms; "Trust", "Holdings", "Partners" are weak ones, which need capitalised words
before them. Surnames in a row ("Mintz, Levin, Cohn and Popeo, P.C.") are one name; "of" and "and" are boundaries
unless what stands around them says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .benefit_trusts import benefit_trust
from .line_breaks import gap_breaks, name_ends, past_bracket
from .tokens import Token
from .words import LAW_FIRM_FORMS, NOT_NAMES, STATES, STRONG_FORMS, TITLE_WORDS, WEAK_FORMS

# What a legal form may begin with.
_FIRST_OF_FORMS = STRONG_FORMS | WEAK_FORMS | {"&", "professional", "attorneys"}
_SCANNED = {"1nc": "inc"}


def _form_at(tokens: list[Token], i: int) -> tuple[int, bool] | None:
    """If a legal form ends at or after token i, the index of its last token, and whether it is a strong one."""
    token = tokens[i]
    low = _SCANNED.get(token.low) or token.low.replace("0", "o")  # "C0mpany", of a scan
    if token.text == "&" and i + 1 < len(tokens) and tokens[i + 1].low in ("co", "company"):
        return i + 1, True
    if low == "professional" and i + 1 < len(tokens) and tokens[i + 1].low in ("association", "corporation"):
        return i + 1, True
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
            or low == "lp"
        ):
            return i, True
        return None
    if low in WEAK_FORMS and token.capital:
        return i, False
    return None


def named(tokens: list[Token], printed: str, text: str) -> Iterator[tuple[int, int]]:
    """Pairs of first and last token of each organization, left to right, without overlaps."""
    i, floor = 0, 0
    while i < len(tokens):
        low = tokens[i].low
        form = _form_at(tokens, i) if low in _FIRST_OF_FORMS or low in _SCANNED or "0" in low else None
        if form is None:
            i += 1
            continue
        last, strong = form
        last = _absorb_forms(tokens, last, text)
        first = _walk_left(tokens, i, floor, printed, text, law=_is_law_form(tokens[last]), strong=strong)
        bare = all(
            t.low in STRONG_FORMS or t.low in WEAK_FORMS or t.low in ("the", "general", ".", ",", "&")
            for t in tokens[first : last + 1]
        )
        weak_only = not any((f := _form_at(tokens, k)) and f[1] for k in range(first, last + 1))
        if (first == i and (weak_only or strong)) or bare:
            i = last + 1 if bare else i + 1
            continue
        if (weak_only or tokens[last].low == "limited") and all(
            t.low in NOT_NAMES or not t.word for t in tokens[first : last + 1]
        ):
            i += 1
            continue
        if weak_only and (last + 1 < len(tokens) and _continues(tokens, last, text)):
            i += 1
            continue
        if weak_only and sum(1 for t in tokens[first : last + 1] if t.word and t.capital) < 2:
            i += 1
            continue
        if (
            tokens[last].end < len(text)
            and text[tokens[last].end] == "."
            and tokens[last].text[-1] != "."
            and tokens[last].low in _DOTTED_FORMS
        ):
            last += 1 if last + 1 < len(tokens) and tokens[last + 1].text == "." else 0
        yield first, last
        i = floor = last + 1


_DOTTED_FORMS = frozenset("inc corp co ltd cie pte pty bros".split())

_FUNCTION = frozenset(
    "of the a an by for to that with and or in on at from as is are was has have had who which whose such said each "
    "any all both either be been being his her its their my our this these those under between among upon into does "
    "do hereby director officer".split()
)


def _continues(tokens: list[Token], last: int, text: str) -> bool:
    after = tokens[last + 1]
    past = past_bracket(tokens, last + 1)
    if past > last + 1 and past + 1 < len(tokens):
        form = _form_at(tokens, past + 1 if tokens[past].text == "," else past)
        if form is not None and form[1]:
            return True
    gap = text[tokens[last].end : after.start]
    if (
        text[after.end : after.end + 1] == "/"
        or gap_breaks(tokens[last], after, text)
        or ("\n" in gap and tokens[last].end - text.rfind("\n", 0, tokens[last].end) < 60)
    ):
        return False
    return after.capital and (after.low not in NOT_NAMES or after.low in TITLE_WORDS) and after.low not in STATES


def _absorb_forms(tokens: list[Token], last: int, text: str) -> int:
    """Take what belongs to the same name behind a form: "Holdings, Inc.", "Trust Company, N.A.", "Fund II-B, L.P.".

    That is a further form, a number or bracket that counts the members of a family ("Fund III", "Holdings (Basalt)"),
    a few more capitalised words that lead to a strong form, and the place of a bank ("Bank of Northern Tilden").
    """
    for _ in range(6):
        further = _next_form(tokens, last, text)
        if further is None:
            break
        last = further
    if tokens[last].low in _OF_PLACE and last + 2 < len(tokens) and tokens[last + 1].text == "of":
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
            and (tokens[last].low in _BANKS or tokens[place - 1].low in ("america", *STATES))
        ):
            return place - 1
    return last


_BANKS = frozenset("bank university college society church".split())

_OF_PLACE = _BANKS | {"company", "corporation", "association"}

_MEMBER = re.compile(r"(?:[IVX]{1,5}|\d{1,4}|[A-Z])(?:-[A-Z0-9]{1,3})?|SPV|LIV|XL")


def _next_form(tokens: list[Token], last: int, text: str) -> int | None:
    """The last token of the name with one more form behind token `last`; None where the name ends there."""
    j = last + 1
    while j < len(tokens) and tokens[j].text in (",", ".") and j <= last + 2:
        j += 1
    if j >= len(tokens) or text[tokens[last].end : tokens[j].start].count("\n") > 1:
        return None
    separated = j > last + 1 and tokens[last + 1].text == ","
    form = _form_at(tokens, j)
    if form is not None and (form[1] or not separated):
        return None if gap_breaks(tokens[j - 1], tokens[j], text) and not form[1] else form[0]
    if tokens[j].text == "de" and j + 1 < len(tokens) and tokens[j + 1].low in ("c.v", "cv", "r.l", "rl"):
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
    while k < len(tokens) and k < j + 4 and _MEMBER.fullmatch(tokens[k].text):
        k += 1
    if k > j:
        after = k + 1 if k + 1 < len(tokens) and tokens[k].text == "," else k
        if after < len(tokens) and (nxt := _form_at(tokens, after)) is not None and nxt[1]:
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
    if (form := _form_at(tokens, last)) is not None and form[1] and tokens[last].low not in ("co", "company"):
        return None
    k = j + 1 if tokens[j].text == "&" else j
    while (
        k < len(tokens)
        and k < j + 5
        and tokens[k].word
        and tokens[k].capital
        and (tokens[k].low not in NOT_NAMES or _form_at(tokens, k) is not None)
        and not gap_breaks(tokens[k - 1], tokens[k], text)
    ):
        k += 1
        after = k + 1 if k + 1 < len(tokens) and tokens[k].text == "," else k
        if after < len(tokens) and (nxt := _form_at(tokens, after)) is not None and nxt[1]:
            return nxt[0]
        if tokens[j].text == "&" and tokens[last].low == "trust" and k < len(tokens) and tokens[k].low in _BANKS:
            return k  # Trust & Savings Bank
    return None


def _is_law_form(token: Token) -> bool:
    return token.low in LAW_FIRM_FORMS or token.low in ("llc", "l.l.c", "association", "corporation")


_NEXT = 3  # tokens from "of" to a form with nothing but a land and a comma between

# Words before a name, capitalised or not, that are none of it.
_BEFORE = frozenset("i and each by for of to whereas that exhibit c/o at from with in neither".split())

_LANDS = frozenset({*STATES, "america", "europe", "asia"})  # "United Parcel of Ohio, Inc."

_OF_AFTER = frozenset(
    "office offices bank company trust association university fund church institute sons federation first national "
    "college society hospital".split()
)


def _walk_left(  # noqa: PLR0915 - the cases of one small automaton stand better together
    tokens: list[Token], i: int, floor: int, printed: str, text: str, *, law: bool, strong: bool
) -> int:
    """The first token of the name whose legal form stands at token i."""
    first, j = i, i - 1
    if strong and j >= floor and tokens[j].text == ",":
        j -= 1
    if j >= floor and tokens[j].text in ("A", "a") and j > floor and tokens[j - 1].text == "," and law:
        j -= 2  # "Culpepper, Ito & Rasmussen, A Professional Corporation"
    partners = strong or law or tokens[i].low in _PARTNERS
    chain = tokens[i].text == "&"  # inside of a list of surnames: "Mintz, Levin, Cohn, Ferris, Glovsky and Popeo, P.C."
    while j >= max(floor, i - 40):
        token = tokens[j]
        if gap_breaks(token, tokens[j + 1], text) or name_ends(token, tokens[j + 1], text):
            break
        low = token.low
        if "\n" in text[token.end : tokens[j + 1].start] and token.text.isdigit():
            break
        if (
            "\n" in text[token.end : tokens[j + 1].start]
            and (form := _form_at(tokens, j)) is not None
            and not (form[1] and token.low in ("co", "company"))
        ):
            break
        shouted = (
            token.word and not token.capital and low not in _FUNCTION and printed[token.start : token.end].isupper()
        )
        if (
            (token.word and token.capital)
            or shouted
            or (token.text[0].isdigit() and (len(token.text) <= 4 or token.text[-1].isalpha()))
        ):
            if low in _BEFORE:
                break
            if low == "the":
                if (j > floor and tokens[j - 1].text == ".") or j == floor:
                    break
                first = j
                break
            if low in (
                "president",
                "secretary",
                "treasurer",
                "controller",
                "director",
                "officer",
                "counsel",
                "chairman",
                "undersigned",
            ):
                break
            first = j
            j -= 1
            continue
        if (
            token.text == ")"
            and j - 2 >= floor
            and tokens[j - 2].text == "("
            and tokens[j - 1].capital
            and j - 3 >= floor
            and tokens[j - 3].capital
        ):
            j -= 3
            continue
        if (
            token.text == "."
            and j > floor
            and (
                (len(tokens[j - 1].text) == 1 and tokens[j - 1].capital)
                or tokens[j - 1].low in ("st", "co", "bros", "mt", "ft", "jr", "no", "inc", "corp")
            )
        ):
            if tokens[j - 1].low in ("inc", "corp"):
                break
            j -= 1
            continue
        if token.text in {"&", "'"} or token.text in ("!", "+"):
            j -= 1
            chain = chain or token.text == "&"
            continue
        if low == "s" and j > floor and tokens[j - 1].text == "'":
            j -= 2
            continue
        if (
            low == "of"
            and j > floor
            and tokens[j - 1].capital
            and (
                tokens[j - 1].low in _OF_AFTER
                or (
                    tokens[j + 1].low in _LANDS
                    and i - j <= _NEXT
                    and tokens[j - 1].low not in NOT_NAMES
                    and _run(tokens, j - 1, floor, text) > 1
                )
            )
        ):
            j -= 1
            continue
        if (
            low in ("de", "der", "van", "von", "la", "del", "du", "des", "y", "e")
            and j > floor
            and tokens[j - 1].capital
        ):
            j -= 1
            continue
        if low == "the" and j > floor and tokens[j - 1].low == "of":
            j -= 1
            continue
        if (
            low == "and"
            and j > floor
            and tokens[j - 1].capital
            and _run(tokens, j - 1, floor, text) == 1
            and _surname(tokens[j - 1])
            and tokens[j - 1].low not in WEAK_FORMS
            and (partners or tokens[j - 2].text != ",")
        ):
            chain = True
            j -= 1
            continue
        if token.text == "," and (chain or law) and j > floor and tokens[j - 1].capital and tokens[j - 1].word:
            if _run(tokens, j - 1, floor, text) == 1 and _surname(tokens[j - 1]) and chain and partners:
                j -= 1
                continue
            break
        if (token.text == "," and j + 1 < len(tokens) and tokens[j + 1].low in ("and", "&")) or (
            token.text == "," and tokens[j + 1].text == "&"
        ):
            if chain and j > floor and tokens[j - 1].capital and _run(tokens, j - 1, floor, text) == 1:
                j -= 1
                continue
            break
        if low in ("by", "side") and "-" in token.text:
            j -= 1
            continue
        break
    while first < i and (
        (tokens[first].low in ("and", "of", "&", "the") and not tokens[first].capital)
        or tokens[first].text in (",", ".")
    ):
        first += 1
    return first


_PARTNERS = frozenset("associates partners partnership group sons brothers".split())  # what surnames in a row make
_SURNAMES = frozenset("page lane street may june august short long will power law small box state dean head".split())


def _surname(token: Token) -> bool:
    """Whether a word may be a partner's surname in the name of a firm."""
    return token.low not in NOT_NAMES or token.low in _SURNAMES


def _run(tokens: list[Token], j: int, floor: int, text: str) -> int:
    """How many capitalised words end at token j without a break: one for a surname in a firm's name."""
    count = 0
    while j >= floor and count < 4:
        token = tokens[j]
        if (not (token.word and token.capital) and token.text != ".") or token.low in (
            "of",
            "to",
            "by",
            "and",
            "with",
            "from",
            "at",
        ):
            break
        if token.text == "." and not (j > floor and len(tokens[j - 1].text) == 1):
            break
        count += token.text != "."
        if j > floor and (gap_breaks(tokens[j - 1], token, text) or name_ends(tokens[j - 1], token, text)):
            break
        j -= 1
    return count
