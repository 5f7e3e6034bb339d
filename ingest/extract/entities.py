"""Who and what a text names: organizations with their aliases, persons, titles.

Organizations are found once for the whole text, from their legal form leftwards; aliases are what brackets after a name
define ("the Company", "Hiawatha"). Persons and titles are found in the stretch of text where the grammar expects them,
because outside of it capitalised words mean too many things.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from .tokens import Token, fold, particle, rx, shadow, tokenise
from .words import (
    ACCOUNTANTS,
    BODIES,
    CITIES,
    HONORIFICS,
    LAW_FIRM_FORMS,
    NAME_SUFFIXES,
    NOT_NAMES,
    PARTICLES,
    STATES,
    STRONG_FORMS,
    TITLE_HEADS,
    TITLE_WORDS,
    WEAK_FORMS,
)

Kind = Literal["person", "organization", "title"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands. For an alias, `name` is the full name and `alias` is true."""

    kind: Kind
    name: str
    start: int
    end: int
    alias: bool = False


@dataclass(slots=True)
class Organizations:
    """The organizations of a text: every mention in order, and what each alias stands for."""

    mentions: list[Mention] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in [start, end)."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def of(self, name: str) -> list[Mention]:
        """The mentions of one organization."""
        return [m for m in self.mentions if m.name == name]

    def finish(self) -> None:
        """Sort the mentions once all are found."""
        self.mentions.sort(key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self.mentions]


_GENERIC = rx(
    r"(?:company|corporation|issuer|registrant|trust|bank|fund|funds|partnership|firm|law firm|employer|parent|utility|llc|"
    r"general partner|manager|adviser|advisor|association|bancorp|holding company|reit|business|enterprise|group|crest entities|insured)"
)
_COMMON_FORMS = frozenset("company corporation partnership trust bank fund group association partners member members limited".split())
_NOT_ALIASES = rx(
    r"(?:.*\b(?:act|rules?|sec|commission|agents?|{atty}s?(?:-in-fact)?|grantors?|insiders?|undersigned|forms?|reports?|date|plan|"
    r"power(?: of attorney)?|principals?|reporting persons?|shares|securities|stock|statements?|filings?|schedules?|code|regulations?|"
    r"signator(?:y|ies)|designees?|edgar|effective time|agreement|instrument|authorization|amendments?|exhibits?|persons?|purposes?)|i|me)"
)
_ALIAS_BRACKET = re.compile(r"\(([^()]{2,160})\)")
_QUOTED = re.compile(r'"([^"]{2,60}?)[,.]?"')
_UNQUOTED_ALIAS = rx(r"^(?:hereinafter|hereafter|herein)?,?(?: ?(?:called|referred to as|known as))? ?the ((?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?)$")
_DESCRIPTOR = rx(r",?(?: (?:an?|the|of|its|together|and|or|whose|which|organized|incorporated|formed|existing|having|with|in)\b(?:(?!\. (?-i:[A-Z]))[^();:]){0,170})?,?")


def organizations(text: str) -> Organizations:
    """Find every organization of a text, its aliases, and where either stands."""
    shade = shadow(text)
    tokens = tokenise(shade)
    out = Organizations()
    taken: list[tuple[int, int]] = []
    defined = {q.removeprefix("the ").lower() for b in _ALIAS_BRACKET.findall(text) for q in _QUOTED.findall(b)}
    for first, last in _named(tokens, text, shade):
        start, end = tokens[first].start, tokens[last].end
        name = fold(text[start:end])
        low = name.lower()
        before = tokens[first - 1].low if first else ""
        if low in defined or before in ("a", "an", "any", "such", "each", "every") and tokens[last].low in _COMMON_FORMS:
            continue
        if any(low.startswith(b) or low.endswith(b) for b in BODIES) or not any(c.isalpha() for c in name):
            taken.append((start, end))
            continue
        out.mentions.append(Mention("organization", name, start, end))
        taken.append((start, end))
    _define_aliases(text, shade, out, taken)
    _merge_spellings(out)
    _find_repeats(text, out, taken)
    out.finish()
    seen: dict[str, None] = {}
    for mention in out.mentions:
        seen.setdefault(mention.name, None)
    out.names = list(seen)
    return out


def _form_at(tokens: list[Token], i: int) -> tuple[int, bool] | None:
    """If a legal form ends at or after token i, the index of its last token, and whether it is a strong one."""
    token = tokens[i]
    low = token.low
    if token.text in ("&",) and i + 1 < len(tokens) and tokens[i + 1].low in ("co", "company"):
        return i + 1, True
    if low == "professional" and i + 1 < len(tokens) and tokens[i + 1].low in ("association", "corporation"):
        return i + 1, True
    if low in STRONG_FORMS and (token.capital or low in ("plc", "p.l.c", "llc", "llp", "inc", "s.p.a")):
        if low in ("co", "company", "corporation", "limited") or len(low) > 2 or token.text.isupper() or "." in token.text or low == "lp":
            return i, True
        return None
    if low in WEAK_FORMS and token.capital:
        return i, False
    return None


def _named(tokens: list[Token], printed: str, text: str) -> Iterator[tuple[int, int]]:
    """Pairs of first and last token of each organization, left to right, without overlaps."""
    i, floor = 0, 0
    while i < len(tokens):
        form = _form_at(tokens, i)
        if form is None:
            i += 1
            continue
        last, strong = form
        last = _absorb_forms(tokens, last, text)
        first = _walk_left(tokens, i, floor, printed, text, law=_is_law_form(tokens[last]), strong=strong)
        bare = all(t.low in STRONG_FORMS or t.low in WEAK_FORMS or t.low in ("the", "general", ".", ",", "&") for t in tokens[first : last + 1])
        weak_only = not any((f := _form_at(tokens, k)) and f[1] for k in range(first, last + 1))
        if first == i and (weak_only or strong) or bare:
            i = last + 1 if bare else i + 1
            continue
        if (weak_only or tokens[last].low == "limited") and all(t.low in NOT_NAMES or not t.word for t in tokens[first : last + 1]):
            i += 1
            continue
        if weak_only and (last + 1 < len(tokens) and _continues(tokens, last, text)):
            i += 1
            continue
        if weak_only and sum(1 for t in tokens[first : last + 1] if t.word and t.capital) < 2:
            i += 1
            continue
        if tokens[last].end < len(text) and text[tokens[last].end] == "." and tokens[last].text[-1] != "." and tokens[last].low in _DOTTED_FORMS:
            last += 1 if last + 1 < len(tokens) and tokens[last + 1].text == "." else 0
        yield first, last
        i = floor = last + 1


_DOTTED_FORMS = frozenset("inc corp co ltd cie pte pty bros".split())
_FUNCTION = frozenset(
    "of the a an by for to that with and or in on at from as is are was has have had who which whose such said each any all both either "
    "be been being his her its their my our this these those under between among upon into does do hereby director officer".split()
)


def _continues(tokens: list[Token], last: int, text: str) -> bool:
    after = tokens[last + 1]
    if after.text == "(" and last + 4 < len(tokens) and tokens[last + 3].text == ")" and (form := _form_at(tokens, last + 4)) and form[1]:
        return True
    gap = text[tokens[last].end : after.start]
    if _gap_breaks(tokens[last], after, text) or "\n" in gap and tokens[last].end - text.rfind("\n", 0, tokens[last].end) < 60:
        return False
    return after.capital and (after.low not in NOT_NAMES or after.low in TITLE_WORDS) and after.low not in STATES


def _absorb_forms(tokens: list[Token], last: int, text: str) -> int:
    """Take further forms that belong to the same name: "Holdings, Inc.", "Co., LLC", "Trust Company, N.A."."""
    for _ in range(6):
        j = last + 1
        while j < len(tokens) and tokens[j].text in (",", ".") and j <= last + 2:
            j += 1
        if j >= len(tokens) or text[tokens[last].end : tokens[j].start].count("\n") > 1:
            return last
        form = _form_at(tokens, j)
        separated = j > last + 1 and tokens[last + 1].text == ","
        if form is None or (separated and not form[1]):
            if (
                not separated
                and tokens[j].word
                and tokens[j].capital
                and tokens[j].low not in NOT_NAMES
                and j + 1 < len(tokens)
                and tokens[last].text[-1] != "."
                and tokens[j - 1].text != "."
                and (nxt := _form_at(tokens, j + 1)) is not None
                and nxt[1]
                and not _gap_breaks(tokens[last], tokens[j], text)
            ):
                last = nxt[0]
                continue
            return last
        if _gap_breaks(tokens[last], tokens[j], text) and not form[1]:
            return last
        last = form[0]
    return last


def _is_law_form(token: Token) -> bool:
    return token.low in LAW_FIRM_FORMS or token.low in ("llc", "l.l.c", "association", "corporation")


def _gap_breaks(left: Token, right: Token, text: str) -> bool:
    gap = text[left.end : right.start]
    if "\t" in gap or gap.count("\n") > 1 or gap.strip() or "   " in gap.split("\n")[0]:
        return True
    if "\n" not in gap:
        return False
    line = text[text.rfind("\n", 0, left.start) + 1 : left.end].strip()
    below = text[right.start : right.start + 200].split("\n", 1)[0]
    return bool(re.search(r"\S.{8,}\S {3,}\S|\t", line)) or line.isupper() and len(line) < 50 and not below.isupper()


_OF_AFTER = frozenset("bank company trust association university fund church institute sons federation first national college society hospital".split())


def _walk_left(tokens: list[Token], i: int, floor: int, printed: str, text: str, *, law: bool, strong: bool) -> int:
    """The first token of the name whose legal form stands at token i."""
    first, j = i, i - 1
    if strong and j >= floor and tokens[j].text == ",":
        j -= 1
    chain = False  # inside of a list of surnames: "Mintz, Levin, Cohn, Ferris, Glovsky and Popeo, P.C."
    while j >= max(floor, i - 40):
        token = tokens[j]
        if _gap_breaks(token, tokens[j + 1], text):
            break
        low = token.low
        if "\n" in text[token.end : tokens[j + 1].start] and token.text.isdigit():
            break
        if "\n" in text[token.end : tokens[j + 1].start] and (form := _form_at(tokens, j)) is not None and not (form[1] and token.low in ("co", "company")):
            break
        shouted = token.word and not token.capital and low not in _FUNCTION and printed[token.start : token.end].isupper()
        if token.word and token.capital or shouted or token.text[0].isdigit() and len(token.text) <= 4:
            if low in ("i", "and", "each", "by", "for", "of", "to", "whereas", "that", "exhibit", "c/o"):
                break
            if low == "the":
                if j > floor and tokens[j - 1].text in (".",) or j == floor:
                    break
                first = j
                break
            if low in ("president", "secretary", "treasurer", "controller", "director", "officer", "counsel", "chairman", "undersigned"):
                break
            first = j
            j -= 1
            continue
        if token.text == ")" and j - 2 >= floor and tokens[j - 2].text == "(" and tokens[j - 1].capital and j - 3 >= floor and tokens[j - 3].capital:
            j -= 3
            continue
        if token.text == "." and j > floor and (len(tokens[j - 1].text) == 1 and tokens[j - 1].capital or tokens[j - 1].low in ("st", "co", "bros", "mt", "ft", "jr", "no", "inc", "corp")):
            if tokens[j - 1].low in ("inc", "corp"):
                break
            j -= 1
            continue
        if token.text == "&" or token.text == "'" or token.text in ("!", "+"):
            j -= 1
            chain = chain or token.text == "&"
            continue
        if low == "s" and j > floor and tokens[j - 1].text == "'":
            j -= 2
            continue
        if low == "of" and j > floor and tokens[j - 1].low in _OF_AFTER and tokens[j - 1].capital:
            j -= 1
            continue
        if low in ("de", "der", "van", "von", "la", "del", "du", "des", "y", "e") and j > floor and tokens[j - 1].capital:
            j -= 1
            continue
        if low == "the" and j > floor and tokens[j - 1].low == "of":
            j -= 1
            continue
        if low == "and" and j > floor and tokens[j - 1].capital and _run(tokens, j - 1, floor, text) == 1 and tokens[j - 1].low not in NOT_NAMES:
            chain = True
            j -= 1
            continue
        if token.text == "," and (chain or law) and j > floor and tokens[j - 1].capital and tokens[j - 1].word:
            if _run(tokens, j - 1, floor, text) == 1 and tokens[j - 1].low not in NOT_NAMES and chain:
                j -= 1
                continue
            break
        if token.text == "," and j + 1 < len(tokens) and tokens[j + 1].low in ("and", "&") or token.text == "," and tokens[j + 1].text == "&":
            if chain and j > floor and tokens[j - 1].capital and _run(tokens, j - 1, floor, text) == 1:
                j -= 1
                continue
            break
        break
    while first < i and (tokens[first].low in ("and", "of", "&", "the") and not tokens[first].capital or tokens[first].text in (",", ".")):
        first += 1
    return first


def _run(tokens: list[Token], j: int, floor: int, text: str) -> int:
    """How many capitalised words end at token j without a break: one for a surname in a firm's name."""
    count = 0
    while j >= floor and count < 4:
        token = tokens[j]
        if not (token.word and token.capital) and token.text != "." or token.low in ("of", "to", "by", "and", "with", "from", "at"):
            break
        if token.text == "." and not (j > floor and len(tokens[j - 1].text) == 1):
            break
        count += token.text != "."
        if j > floor and _gap_breaks(tokens[j - 1], token, text):
            break
        j -= 1
    return count


def _define_aliases(text: str, shade: str, out: Organizations, taken: list[tuple[int, int]]) -> None:
    explicit = sorted(out.mentions, key=lambda m: m.start)
    for mention, following in zip(explicit, [*explicit[1:], None], strict=False):
        limit = min(mention.end + 260, following.start if following else len(text))
        bracket = _ALIAS_BRACKET.search(text, mention.end, limit)
        if bracket is None or "\n\n" in text[mention.end : bracket.start()] or not _DESCRIPTOR.fullmatch(text[mention.end : bracket.start()].rstrip() or ""):
            continue
        former = rx(r"\b(?:formerly|previously|f/k/a|fka)(?: known as| called| named)?,? ?$").search(text[max(0, mention.start - 30) : mention.start])
        if former and (owner := next((m for m in reversed(explicit) if m.end <= mention.start), None)):
            mention = owner
        for alias in _aliases_in(bracket.group(1)):
            if _NOT_ALIASES.fullmatch(alias) or alias.lower() in ("issuers", "companies", "funds", "partnerships", "entities"):
                continue
            out.aliases.setdefault(alias, mention.name)
    # A name without a legal form that a bracket defines: Xerxes (the "Company").
    for bracket in re.finditer(r"\(([^()]{2,160})\)", text):
        names = [a for a in _aliases_in(bracket.group(1)) if _GENERIC.fullmatch(a)]
        if not names or names[0] in out.aliases or any(s <= bracket.start() < e for s, e in taken):
            continue
        before = re.search(r"((?:[A-Z][\w'&.-]*(?: (?:of|and|&|the) (?=[A-Z]))?\s?){1,7}),?\s*$", shade[max(0, bracket.start() - 90) : bracket.start()])
        if before is None:
            continue
        start = max(0, bracket.start() - 90) + before.start(1)
        name = fold(text[start : start + len(before.group(1))])
        words = name.lower().split()
        if any(s < start + len(name) and start < e for s, e in taken) or not words or any(name.lower().startswith(b) for b in BODIES) or words[-1] in ("act", "commission", "1934"):
            continue
        if all(w in NOT_NAMES for w in words) or name.lower() in STATES:
            continue
        out.mentions.append(Mention("organization", name, start, start + len(name)))
        taken.append((start, start + len(name)))
        out.aliases.setdefault(names[0], name)


def _aliases_in(inside: str) -> list[str]:
    quoted = [re.sub(r"^(?:the|The|THE|such|our|my|its)\s+", "", fold(q)) for q in _QUOTED.findall(inside)]
    if not quoted and (bare := _UNQUOTED_ALIAS.match(fold(inside))):
        quoted = [bare.group(1)]
    return [q for q in quoted if q and q[0].isupper()]


def _merge_spellings(out: Organizations) -> None:
    """Give mentions that differ only in case, commas or full stops one name: the first printing in mixed case."""
    printings: dict[str, str] = {}
    ordered = sorted(out.mentions, key=lambda m: m.start)
    for mention in ordered:
        key = same_organization(mention.name)
        if key not in printings or printings[key].isupper() and not mention.name.isupper():
            printings[key] = mention.name
    out.mentions = [Mention("organization", printings[same_organization(m.name)], m.start, m.end) for m in ordered]
    out.aliases = {alias: printings.get(same_organization(name), name) for alias, name in out.aliases.items()}


def _find_repeats(text: str, out: Organizations, taken: list[tuple[int, int]]) -> None:
    """Add the uses of aliases."""
    taken.sort()
    starts = [s for s, _ in taken]

    def free(start: int, end: int) -> bool:
        at = bisect_left(starts, end)
        return not any(s < end and start < e for s, e in taken[max(0, at - 3) : at])

    for alias, name in out.aliases.items():
        words = re.escape(alias).replace(r"\ ", r"\s+")
        lead = r"(?:\b(?:the|such|said)\s+)?" if _GENERIC.fullmatch(alias) else r"(?:\bthe\s+)?"
        flags = re.IGNORECASE if _GENERIC.fullmatch(alias) and text.isupper() else 0
        for found in re.finditer(rf"{lead}(?<![\w\"])(?:{words})(?![\w\"])", text, flags):
            if free(found.start(), found.end()):
                out.mentions.append(Mention("organization", name, found.start(), found.end(), alias=True))


def same_organization(name: str) -> str:
    """A key that two printings of one name within one document share."""
    return re.sub(r"[\s.,'-]+", " ", name.lower().replace("&", " and ")).removeprefix("the ").strip()


def is_law_firm(name: str, context: str = "") -> bool:
    """Whether a name is a law firm's: by its legal form, by a list of surnames, or by what the text calls it."""
    tokens = tokenise(name)
    low = name.lower()
    if any(a in low for a in ACCOUNTANTS) or low.endswith((" sons", " brothers")) or re.search(r"accounting|accountants?|broker|invest", context.lower()):
        return False
    if tokens and any(t.low in LAW_FIRM_FORMS for t in tokens[-3:]) or low.endswith(("professional association", "professional corporation")):
        return True
    surnames = re.match(r"^[A-Z][\w'-]+(?:, [A-Z][\w'-]+)+,? (?:&|and) [A-Z][\w'-]+", name) is not None
    return surnames or bool(_LAW_CONTEXT.search(context))


_LAW_CONTEXT = rx(r"(?:law firm(?: of)?|{atty} (?:at|with|in the \w+ office of)|firm of|law offices? of|solicitors?,?(?: of)?|lawyers (?:with|of|in the firm of)|legal counsel,?) $")


# ---------------------------------------------------------------------------------------------------------------- persons


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
    blocked = orgs.within(max(0, start - 200), end)
    tokens = [t for t in tokenise(shade, start, end) if not any(m.start <= t.start < m.end for m in blocked)]
    out: list[Mention] = []
    i = 0
    while i < len(tokens):
        title = _title_at(tokens, i, shade, lines=lines)
        if title is not None:
            s, e = tokens[i].start, tokens[title].end
            out.append(Mention("title", fold(text[s:e]), s, e))
            i = title + 1
            continue
        person = _person_at(tokens, i, shade, lines=lines)
        if person is not None:
            first, last = person
            s, e = tokens[first].start, tokens[last].end
            if e < end and text[e] == "." and tokens[last].low in NAME_SUFFIXES | {"jr", "sr", "esq"}:
                e += 1
            if fold(text[s:e]) not in orgs.aliases and not _is_place(tokens, first, last, text[s:e]):
                out.append(Mention("person", fold(text[s:e]), s, e))
            i = last + 1
            continue
        i += 1
    return out


def _is_place(tokens: list[Token], first: int, last: int, name: str) -> bool:
    if name.lower() in CITIES or name.lower() in STATES:
        return True
    after = tokens[last + 1 : last + 4]
    if len(after) > 1 and after[0].text == ",":
        two = f"{after[1].low} {after[2].low}" if len(after) > 2 else ""
        if after[1].capital and (after[1].low in STATES or two in STATES):
            before = tokens[first - 1].low if first else ""
            return before in ("of", "in", "at", ",") or len(name.split()) <= 2 and "." not in name
    return False


def _apart(left: Token, right: Token, text: str, *, lines: bool) -> bool:
    gap = text[left.end : right.start]
    if "\t" in gap or gap.count("\n") > 1 or "    " in gap.split("\n")[0]:
        return True
    return lines and "\n" in gap


def _is_cap(token: Token) -> bool:
    return token.capital and token.word and len(token.text) > 1 and token.low not in NOT_NAMES and token.low not in ("ss",)


def _is_initial(token: Token) -> bool:
    return token.capital and len(token.text) == 1 or bool(re.fullmatch(r"(?:[A-Z]\.){1,3}[A-Z]?", token.text)) and token.low not in STRONG_FORMS


def _person_at(tokens: list[Token], i: int, text: str, *, lines: bool) -> tuple[int, int] | None:
    """First and last token of a person's name that begins at token i, honorifics left out; None where none does."""
    j, honorific = i, False
    while j < len(tokens) and tokens[j].low.strip("()") in HONORIFICS and (tokens[j].capital or tokens[j].low == "ret"):
        honorific = True
        j += 1
        while j < len(tokens) and tokens[j].text in (".", "(", ")") or j < len(tokens) and tokens[j].low == "ret":
            j += 1
    if j + 2 < len(tokens) and len(tokens[j].text) == 1 and tokens[j + 1].text in (".", ")") and re.match(r"  |\t", text[tokens[j + 1].end : tokens[j + 1].end + 2]) and not text[text.rfind("\n", 0, tokens[j].start) + 1 : tokens[j].start].strip():
        return None  # the letter of a paragraph ("A.   ...")
    first, last, caps, parts = j, -1, 0, 0
    while j < len(tokens) and parts < _MOST_PARTS:
        token = tokens[j]
        if parts and _apart(tokens[j - 1], token, text, lines=lines):
            break
        if token.text == "." and parts and tokens[j - 1].low in _SHORT_NAMES and j + 1 < len(tokens) and tokens[j - 1].end == token.start:
            j += 1
            continue
        if _is_cap(token) and not (parts and token.low in NAME_SUFFIXES and len(token.low) <= 3 and token.text.isupper()):
            caps, parts, last = caps + 1, parts + 1, j
            if token.text.endswith("?"):
                last = j
            j += 1
        elif _is_initial(token) and (parts or j + 1 < len(tokens)):
            parts, last_initial = parts + 1, j
            j += 1
            if j < len(tokens) and tokens[j].text == "." and tokens[j].start == tokens[last_initial].end:
                j += 1
        elif token.low in PARTICLES and j + 1 < len(tokens) and (parts or token.capital or tokens[j + 1].capital) and _leads_to_cap(tokens, j + 1):
            if not parts and not token.capital and token.low in ("de", "e", "y", "o", "al", "ten", "st", "da", "do", "el", "la", "le", "du", "af", "av", "ben"):
                break
            if token.low in ("y", "e", "o") and not token.capital and token.low == "e":
                break
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
        else:
            break
    if last < 0 or not caps or parts < 2 and not honorific or parts < 2:
        return None
    if last - first < 1:
        return None
    end = last
    k = last + 1
    while k < len(tokens):
        skip = k + 1 if tokens[k].text in (",", ".") and k + 1 < len(tokens) else k
        if tokens[skip].low in NAME_SUFFIXES and not (tokens[skip].text[0].islower()) and not (lines and "\n" in text[tokens[end].end : tokens[skip].start]):
            if tokens[skip].low in ("v", "i", "do", "pe", "rn", "kc", "sj") and not tokens[skip].text.isupper():
                break
            end = skip
            k = skip + 1
            if k < len(tokens) and tokens[k].text == "." and tokens[k].start == tokens[end].end and tokens[end].low in ("jr", "sr", "esq"):
                end = k
                k += 1
        else:
            break
    return first, end


_MOST_PARTS = 9  # no printed name has more words; without a bound, a line of initials would cost quadratic time
_SHORT_NAMES = frozenset("wm chas geo th jos robt thos jas jno edw benj alex ste st fred sam dan".split())


def _leads_to_cap(tokens: list[Token], j: int) -> bool:
    for token in tokens[j : j + 3]:
        if _is_cap(token):
            return True
        if token.low.startswith("d'") and len(token.text) > 3:
            return True
        if token.low not in PARTICLES and token.text != ".":
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
        if k < len(tokens) and tokens[k].text == ")" and k + 1 < len(tokens) and (_is_cap(tokens[k + 1]) or _is_initial(tokens[k + 1])):
            return k + 1
        return None
    if k < len(tokens) and tokens[k].text == opened and k + 1 < len(tokens) and (_is_cap(tokens[k + 1]) or _is_initial(tokens[k + 1]) or tokens[k + 1].low in PARTICLES):
        return k + 1
    return None


def _title_at(tokens: list[Token], i: int, text: str, *, lines: bool) -> int | None:
    """The last token of a title that begins at token i: capitalised words around a head such as "Secretary"."""
    token = tokens[i]
    if not (token.capital and token.low in TITLE_WORDS):
        return None
    if token.low in ("law", "dean", "real", "special", "counsel", "first", "second", "lead", "head", "chain", "member", "attorney", "principal", "representative") and not (
        i + 1 < len(tokens) and (tokens[i + 1].low in TITLE_WORDS or tokens[i + 1].low in ("of", "to"))
    ) and token.low not in ("counsel", "member"):
        return None
    last, j, head = i, i, False
    while j < len(tokens):
        token = tokens[j]
        if j > i and (_apart(tokens[j - 1], token, text, lines=lines) or text[tokens[j - 1].end : token.start].count("\n") > 1):
            break
        if token.capital and token.low in TITLE_WORDS:
            head = head or token.low in TITLE_HEADS
            last = j
            j += 1
        elif head and token.low in ("of", "and", "for", "to", "&", "-", ",", "/") and j + 1 < len(tokens) and tokens[j + 1].capital and tokens[j + 1].low in TITLE_WORDS:
            if token.text == "," and tokens[j + 1].low in TITLE_HEADS and tokens[j + 1].low not in ("counsel",):
                break
            if token.text == "," and _starts_title(tokens, j + 1):
                break
            j += 1
        elif head and token.low in ("of", "for") and j + 1 < len(tokens) and tokens[j + 1].low in ("the", "its", "our"):
            break
        else:
            break
    return last if head else None


def _starts_title(tokens: list[Token], j: int) -> bool:
    """Whether the words at token j are a title of their own ("General Counsel, Corporate Secretary")."""
    for k in range(j, min(j + 4, len(tokens))):
        if not (tokens[k].capital and tokens[k].low in TITLE_WORDS):
            return False
        if tokens[k].low in TITLE_HEADS and k > j:
            return True
    return False
