"""Where an organization's name begins and ends: found from its legal form, leftwards word by word.

"Inc.", "LLP", "& Co." are strong forms; "Trust", "Holdings", "Partners" are weak ones, which need capitalised words
before them. Surnames in a row ("Mintz, Levin, Cohn and Popeo, P.C.") are one name; "of" and "and" are boundaries
unless what stands around them says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator

from .form_ends import FIRST_OF_FORMS, SCANNED, absorb_forms, form_at
from .line_breaks import gap_breaks, name_ends, past_bracket
from .name_breaks import addressed
from .tokens import Token
from .words import LAW_FIRM_FORMS, NOT_NAMES, STATES, STRONG_FORMS, TITLE_WORDS, TRADES, WEAK_FORMS


def named(tokens: list[Token], printed: str, text: str) -> Iterator[tuple[int, int]]:
    """Pairs of first and last token of each organization, left to right, without overlaps."""
    i, floor = 0, 0
    while i < len(tokens):
        low = tokens[i].low
        form = form_at(tokens, i) if low in FIRST_OF_FORMS or low in SCANNED or "0" in low else None
        if form is None:
            i += 1
            continue
        last, strong = form
        last = absorb_forms(tokens, last, text)
        law = _is_law_form(tokens[last]) or low in ("professional", "registered", "law")
        first = _walk_left(tokens, i, floor, printed, text, law=law, strong=strong)
        bare = all(
            t.low in STRONG_FORMS or t.low in WEAK_FORMS or t.low in ("the", "general", ".", ",", "&")
            for t in tokens[first : last + 1]
        )
        weak_only = not any((f := form_at(tokens, k)) and f[1] for k in range(first, last + 1))
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
        if weak_only and _within_another(tokens, first, last, floor, printed, text):
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
        form = form_at(tokens, past + 1 if tokens[past].text == "," else past)
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


def _within_another(tokens: list[Token], first: int, last: int, floor: int, printed: str, text: str) -> bool:
    """Whether a name goes on behind "of" to a strong form: "Endowment Fund of Tarn College, Inc."."""
    if last + 2 >= len(tokens) or tokens[last + 1].text not in ("of", "OF"):
        return False
    for k in range(last + 3, min(last + 7, len(tokens))):
        if not tokens[k - 1].capital and tokens[k - 1].text != ",":
            return False
        if (form := form_at(tokens, k)) is not None:
            strong = form_at(tokens, absorb_forms(tokens, form[0], text))
            reach = _walk_left(tokens, k, floor, printed, text, law=False, strong=form[1])
            return strong is not None and strong[1] and reach <= first
    return False


def _is_law_form(token: Token) -> bool:
    return token.low in LAW_FIRM_FORMS or token.low in ("llc", "l.l.c", "association", "corporation")


_NEXT = 3  # tokens from "of" to a form with nothing but a land and a comma between

# Words before a name, capitalised or not, that are none of it.
_BEFORE = frozenset(
    "i and each by for of to whereas that exhibit c/o at from with in neither only if when while since because "
    "although unless either nor as until should whenever".split()
)

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
    start = j
    partners = strong or law or tokens[i].low in _PARTNERS
    chain = tokens[i].text == "&"  # inside of a list of surnames: "Mintz, Levin, Cohn, Ferris, Glovsky and Popeo, P.C."
    while j >= max(floor, i - 40):
        token = tokens[j]
        if gap_breaks(token, tokens[j + 1], text) or name_ends(token, tokens[j + 1], text):
            break
        low = token.low
        if "\n" in text[token.end : tokens[j + 1].start] and (token.text.isdigit() or addressed(text, token.end)):
            break
        if (
            "\n" in text[token.end : tokens[j + 1].start]
            and (form := form_at(tokens, j)) is not None
            and not (form[1] and token.low in ("co", "company"))
        ):
            break
        if "\n" in text[token.end : tokens[j + 1].start] and (
            low in _OF_TITLES or (token.word and any(t.low == low for t in tokens[j + 1 : i]))
        ):
            break  # a heading, or the partner whose firm stands below him
        general = token.capital and j > floor and tokens[j - 1].low == "general" and tokens[j - 1].capital
        if (
            low in _RANKS
            and not (general and (j + 1 >= i or tokens[j + 1].text == "("))
            and ("\n" in text[token.end : tokens[j + 1].start] or low in ("partner", "associate", "paralegal"))
        ):
            break
        shouted = (
            token.word and not token.capital and low not in _FUNCTION and printed[token.start : token.end].isupper()
        )
        if (
            (token.word and token.capital and token.text not in ("OF", "AND"))
            or shouted
            or (token.text[0].isdigit() and (len(token.text) <= 4 or token.text[-1].isalpha()))
        ):
            if low in _BEFORE and not (token.text == "I" and j == start):  # "Tarn GP I, LLC" is the first of a family
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
                    and (tokens[j + 1].low == "america" or _run(tokens, j - 1, floor, text) > 1)
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
        if low == "and" and j - 2 >= floor and tokens[i].low in _FAMILY and tokens[j - 2].low == "the" and i - j > 2:
            j -= 1  # "the Amos and Ada Orr Charitable Foundation"
            continue
        if token.text == "AND" and j > floor and tokens[j - 1].text.isupper() and _prose(token, text):
            j -= 1
            continue
        if low == "and" and j > floor and tokens[j - 1].low in TRADES and tokens[j + 1].low in TRADES:
            j -= 1  # "Tarn Gas and Electric Company"
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


def _prose(token: Token, text: str) -> bool:
    """Whether a word stands in a line that is not all capitals."""
    end = text.find("\n", token.end)
    return any(map(str.islower, text[text.rfind("\n", 0, token.start) + 1 : end if end > 0 else len(text)]))


_OF_TITLES = frozenset(
    "filings filing forms form reports reporting report attorney authorization statement directors trustees "
    "shareholders".split()
)
_FAMILY = frozenset("foundation trust endowment fund unitrust".split())  # what couples give their names
_RANKS = frozenset(
    "partner associate paralegal counsel attorney lawyer member manager solicitor principal cashier clerk".split()
)
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
            "the",
        ):
            break
        if token.text == "." and not (j > floor and len(tokens[j - 1].text) == 1):
            break
        count += token.text != "."
        if j > floor and (gap_breaks(tokens[j - 1], token, text) or name_ends(tokens[j - 1], token, text)):
            break
        j -= 1
    return count
