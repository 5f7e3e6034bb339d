"""Persons and titles, found in the stretch of text where the grammar expects them.

Outside of such a stretch capitalised words mean too many things. A name is two or more capitalised words, initials,
particles and nicknames, with suffixes behind it; a title is capitalised words around a head such as "Secretary".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from operator import attrgetter

from ..given_names import FORMS_OF
from ..lowercase import LOWERCASE
from .inverted_names import inversions
from .mentions import Mention
from .name_breaks import apart
from .organizations import Organizations
from .patterns import cased
from .places import OF_A_TOWN, is_place
from .titles import title_at
from .tokens import Token, fold, particle, shadow, tokens_within
from .words import (
    GIVEN_TOO,
    HONORIFICS,
    NAME_SUFFIXES,
    NOT_NAMES,
    PARTICLES,
    STRONG_FORMS,
    SURNAMES_TOO,
    TITLE_WORDS,
    WEAK_FORMS,
)

# Lower-case words with which a name may begin.
_LOWER_STARTS = PARTICLES | {"ret"}
_DOTTED = NAME_SUFFIXES | {"jr", "sr", "esq"}


def persons(text: str, start: int, end: int, orgs: Organizations, *, lines: bool = False) -> list[Mention]:
    """Persons and titles in text[start:end], in order, outside of the names of organizations.

    Args:
        text: The normalised text.
        start: Where to begin.
        end: Where to stop.
        orgs: The organizations of the text, whose words are no person's.
        lines: Whether a line end always parts two names (lists, signature blocks).
    """
    shade = shadow(text)
    blocked = [m for m in orgs.within(max(0, start - 200), end) if not (m.alias and _behind_a_name(shade, m))]
    tokens = _outside(tokens_within(shade, start, end), blocked)
    out: list[Mention] = []
    done = 0
    turned = inversions(text)
    for i, token in enumerate(tokens):
        if turned and i >= done and (whole := turned.get(token.start)) is not None and whole.end <= end:
            out.append(whole)
            done = next((k for k in range(i, len(tokens)) if tokens[k].start >= whole.end), len(tokens))
            continue
        if i < done or not (token.capital or token.low in _LOWER_STARTS):
            continue
        title = title_at(tokens, i, shade, lines=lines)
        if title is not None:
            s, e = token.start, tokens[title].end
            out.append(Mention("title", fold(text[s:e]), s, e))
            done = title + 1
            continue
        person = _person_at(tokens, i, shade, lines=lines)
        if person is not None and _is_title(tokens, *person):
            s, e = tokens[person[0]].start, tokens[person[1]].end
            out.append(Mention("title", fold(text[s:e]), s, e))
            done = person[1] + 1
            continue
        if person is not None:
            first, last = person
            s, e = tokens[first].start, tokens[last].end
            if e < end and text[e] == "." and tokens[last].low in _DOTTED:
                e += 1
            addressed = tokens[first].start > token.start  # by an honorific, as no town is
            if fold(text[s:e]) not in orgs.aliases and not (
                (not addressed and is_place(tokens, first, last, fold(text[s:e]))) or OF_A_TOWN.match(text, e)
            ):
                out.append(Mention("person", fold(text[s:e]), s, e))
            done = last + 1
    return out


def _outside(tokens: list[Token], blocked: list[Mention]) -> list[Token]:
    """The tokens that begin in none of some mentions, which are in the order of their beginnings."""
    start = attrgetter("start")
    for mention in blocked:
        first = bisect_left(tokens, mention.start, key=start)
        del tokens[first : bisect_left(tokens, mention.end, lo=first, key=start)]
    return tokens


def _behind_a_name(text: str, alias: Mention) -> bool:
    """Whether an alias is a surname here: "Charles W. Penrose" in a text that calls Penrose Gas Company "Penrose"."""
    before = cased(r"([A-Z][\w'-]*)\.?[ ]$").search(text[max(0, alias.start - 30) : alias.start])
    return before is not None and before.group(1).lower() not in NOT_NAMES


def _is_title(tokens: list[Token], first: int, last: int) -> bool:
    """Whether what looks like a name is an office: "the Land Counsel"."""
    return first > 0 and tokens[first - 1].text == "the" and tokens[last].low in ("counsel", "head", "dean")


def _runs_on(tokens: list[Token], j: int, first: int, text: str) -> bool:
    """Whether the line before token j breaks inside of a name: one word of it stands behind a comma ("A B, Steven")."""
    near = max(0, tokens[first].start - 80)
    line = text[max(near, text.rfind("\n", near, tokens[first].start) + 1) : tokens[j - 1].end]
    return j - first == 1 and bool(cased(r"\w{2,},\s+(?:and\s+|or\s+)?[A-Z][\w'-]+$").search(line))


def _is_cap(token: Token) -> bool:
    known = token.low in NOT_NAMES and token.text != "Edgar"  # the system is written EDGAR
    return token.capital and token.word and len(token.text) > 1 and not known and token.low != "ss"


def _is_initial(token: Token) -> bool:
    return (token.capital and len(token.text) == 1) or (
        bool(cased(r"(?:[A-Z]\.){1,3}[A-Z]?").fullmatch(token.text)) and token.low not in STRONG_FORMS
    )


def _person_at(  # noqa: PLR0915 - the cases of one small automaton stand better together
    tokens: list[Token], i: int, text: str, *, lines: bool
) -> tuple[int, int] | None:
    """First and last token of a person's name that begins at token i, honorifics left out; None where none does."""
    j, honorific = i, False
    if tokens[j].text == "M" and j + 1 < len(tokens) and tokens[j + 1].text == "." and _french(text):
        j, honorific = j + 2, True
    if tokens[j].low in _DEGREES and j + 1 < len(tokens) and tokens[j + 1].low in HONORIFICS and tokens[j + 1].capital:
        j += 1  # "Most Rev."
    while j < len(tokens) and tokens[j].low.strip("()") in HONORIFICS and (tokens[j].capital or tokens[j].low == "ret"):
        honorific = True
        j += 1
        while (j < len(tokens) and tokens[j].text in (".", "(", ")")) or (j < len(tokens) and tokens[j].low == "ret"):
            j += 1
    if (
        j + 2 < len(tokens)
        and len(tokens[j].text) == 1
        and tokens[j + 1].text in (".", ")")
        and (cased(r"  |\t").match(text[tokens[j + 1].end : tokens[j + 1].end + 2]) or _answers(text, tokens[j].text))
        and not text[text.rfind("\n", 0, tokens[j].start) + 1 : tokens[j].start].strip()
    ):
        return None  # the letter of a paragraph ("A.   ...")
    first, last, caps, parts = j, -1, 0, 0
    while j < len(tokens) and parts < _MOST_PARTS:
        token = tokens[j]
        if parts and token.low in _ADDRESSES:
            break
        if parts and apart(tokens[j - 1], token, text, lines=lines and not _runs_on(tokens, j, first, text)):
            break
        if (
            token.text == "."
            and parts
            and tokens[j - 1].low in _SHORT_NAMES
            and j + 1 < len(tokens)
            and tokens[j - 1].end == token.start
        ):
            j += 1
            continue
        if (_is_cap(token) or _rare(tokens, j, first)) and not (
            parts and token.low in NAME_SUFFIXES and len(token.low) <= 3 and token.text.isupper()
        ):
            caps, parts, last = caps + 1, parts + 1, j
            if token.text.endswith("?"):
                last = j
            j += 1
        elif (
            _is_initial(token)
            and (parts or j + 1 < len(tokens))
            and text[token.start - 1 : token.start] != "'"
            and not (not parts and token.text in ("A", "I") and tokens[j + 1].text != ".")
        ):
            parts, last_initial = parts + 1, j
            j += 1
            if j < len(tokens) and tokens[j].text == "." and tokens[j].start == tokens[last_initial].end:
                j += 1
        elif (
            token.low in PARTICLES
            and j + 1 < len(tokens)
            and (parts or token.capital or tokens[j + 1].capital)
            and _leads_to_cap(tokens, j + 1)
        ):
            if (
                not parts
                and not token.capital
                and token.low
                in ("de", "e", "y", "o", "al", "ten", "st", "da", "do", "el", "la", "le", "du", "af", "av", "ben")
            ):
                break
            if token.low == "e" and not token.capital:
                break
            if token.low == "y" and not token.capital and parts > 1 and _caps_from(tokens, j + 1) > 1:
                break  # "Paz Correa y Ana Undurraga" are two, "Ortega y Gasset" is one
            parts += 1
            j += 1
            if j < len(tokens) and tokens[j].text == ".":
                j += 1
        elif particle(token.low) and parts and ("-" in token.text or "'" in token.text):
            caps, parts, last = caps + 1, parts + 1, j
            j += 1
        elif token.text in ('"', "'", "(") and parts and (closed := _nickname(tokens, j)):
            j = closed
            parts += 1
        elif (
            token.text == "'" and parts and j + 2 < len(tokens) and tokens[j + 1].low == "t" and _is_cap(tokens[j + 2])
        ):
            j += 2  # "van 't Hoff"
        else:
            break
    if last < 0 or not caps or (parts < 2 and not honorific) or parts < 2:
        return None
    if last - first < 1:
        return None
    end = last
    k = last + 1
    while k < len(tokens):
        skip = k + 1 if tokens[k].text in (",", ".") and k + 1 < len(tokens) else k
        if (
            (
                tokens[skip].low in NAME_SUFFIXES
                or (skip > k and (_order(tokens[skip]) or _letters(tokens, skip, first)))
            )
            and not (tokens[skip].text[0].islower())
            and not (lines and "\n" in text[tokens[end].end : tokens[skip].start])
        ):
            if tokens[skip].low in ("v", "i", "do", "pe", "rn", "kc", "sj") and not tokens[skip].text.isupper():
                break
            end = skip
            k = skip + 1
            if (
                k < len(tokens)
                and tokens[k].text == "."
                and tokens[k].start == tokens[end].end
                and tokens[end].low in ("jr", "sr", "esq")
            ):
                end = k
                k += 1
        else:
            break
    return first, end


@lru_cache(maxsize=8)
def _french(text: str) -> bool:
    """Whether a text calls people by French honorifics, so that "M." is Monsieur and no initial."""
    return cased(r"\b(?:Mme|Mlle|MM|Monsieur|Madame)\b").search(text) is not None


@lru_cache(maxsize=8)
def _answers(text: str, letter: str) -> bool:
    """Whether lines of a text begin with "Q." and "A.", a question and its answer."""
    return letter == "A" and cased(r"^[ \t]*Q[.:)]", re.MULTILINE).search(text) is not None


_PLAIN = frozenset("grant hill page march may judge price".split())  # no company's short name ends so


def _rare(tokens: list[Token], j: int, first: int) -> bool:
    """Whether a word that is no name elsewhere is one here: a surname behind a given name, or a given name itself."""
    token = tokens[j]
    if not (token.capital and token.word):
        return False
    if j > first:
        given = tokens[first].low in FORMS_OF or (token.low in _PLAIN and tokens[first].low not in LOWERCASE)
        return token.low in SURNAMES_TOO and given
    following = tokens[j + 1] if j + 1 < len(tokens) else None
    return token.low in GIVEN_TOO and following is not None and _is_cap(following) and following.low not in LOWERCASE


def _order(token: Token) -> bool:
    """Whether letters behind a comma are a degree or an order that no table lists ("C.S.J."), and no legal form."""
    return bool(cased(r"(?:[A-Z]\.){3,4}").fullmatch(token.text)) and token.low not in STRONG_FORMS


def _letters(tokens: list[Token], j: int, first: int) -> bool:
    """Whether capitals behind a name that is not printed in capitals are a degree that no table lists ("FRICS")."""
    token = tokens[j]
    if not cased(r"[A-Z]{3,5}(?:-[A-Z]{2,4})?").fullmatch(token.text) or tokens[first].text.isupper():
        return False
    if token.low in STRONG_FORMS | WEAK_FORMS | NOT_NAMES | TITLE_WORDS or j + 1 >= len(tokens):
        return False
    return tokens[j + 1].text in ".,;)" or (tokens[j + 1].low in ("and", "or") and not tokens[j + 1].capital)


_DEGREES = frozenset("most very right".split())  # before an honorific
_ADDRESSES = frozenset("mr mrs ms miss dr messrs".split())
_MOST_PARTS = 9  # no printed name has more words; without a bound, a line of initials would cost quadratic time
_SHORT_NAMES = frozenset("wm ma chas geo th jos robt thos jas jno edw benj alex ste st fred sam dan".split())


def _caps_from(tokens: list[Token], j: int) -> int:
    count = 0
    while j < len(tokens) and (_is_cap(tokens[j]) or _is_initial(tokens[j])):
        count, j = count + 1, j + 1
    return count


def _leads_to_cap(tokens: list[Token], j: int) -> bool:
    for token in tokens[j : j + 3]:
        if _is_cap(token):
            return True
        if token.low.startswith("d'") and len(token.text) > 3:
            return True
        if token.low not in PARTICLES | {"t"} and token.text not in (".", "'"):
            return False
    return False


def _nickname(tokens: list[Token], j: int) -> int | None:
    """The index after a nickname in quotes or brackets at token j, when a name goes on or ends there."""
    opened = tokens[j].text
    k, inner = j + 1, 0
    if opened == "(" and k < len(tokens) and tokens[k].text == '"':
        k += 1
    while k < len(tokens) and inner < 2 and tokens[k].word and tokens[k].capital:
        k, inner = k + 1, inner + 1
    if not inner:
        return None
    if opened == "(":
        if k < len(tokens) and tokens[k].text == '"':
            k += 1
        if (
            k < len(tokens)
            and tokens[k].text == ")"
            and k + 1 < len(tokens)
            and (_is_cap(tokens[k + 1]) or _is_initial(tokens[k + 1]))
        ):
            return k + 1
        return None
    if (
        k < len(tokens)
        and tokens[k].text == opened
        and k + 1 < len(tokens)
        and (_is_cap(tokens[k + 1]) or _is_initial(tokens[k + 1]) or tokens[k + 1].low in PARTICLES)
    ):
        return k + 1
    return None
