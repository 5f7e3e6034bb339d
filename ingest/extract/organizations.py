"""Organizations that a text names, and the aliases that it defines for them.

They are found once for the whole text, from their legal form leftwards; aliases are what brackets after a name define
("the Company", "Hiawatha"). Law firms are told by their legal form, by a list of surnames, or by what the text says.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from .mentions import Mention
from .tokens import Token, fold, rx, shadow, tokenise
from .words import (
    ACCOUNTANTS,
    BODIES,
    LAW_FIRM_FORMS,
    NOT_NAMES,
    STATES,
    STRONG_FORMS,
    TITLE_WORDS,
    WEAK_FORMS,
)


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
    r"(?:company|corporation|issuer|registrant|trust|bank|fund|funds|partnership|firm|law firm"
    r"|employer|parent|utility|llc|"
    r"general partner|manager|adviser|advisor|association|bancorp|holding company|reit|business"
    r"|enterprise|group|crest entities|insured)"
)
_COMMON_FORMS = frozenset(
    [
        "company",
        "corporation",
        "partnership",
        "trust",
        "bank",
        "fund",
        "group",
        "association",
        "partners",
        "member",
        "members",
        "limited",
    ]
)
_NOT_ALIASES = rx(
    r"(?:.*\b(?:act|rules?|sec|commission|agents?|{atty}s?(?:-in-fact)?|grantors?|insiders?"
    r"|undersigned|forms?|reports?|date|plan|"
    r"power(?: of attorney)?|principals?|reporting persons?|shares|securities|stock|statements?"
    r"|filings?|schedules?|code|regulations?|"
    r"signator(?:y|ies)|designees?|edgar|effective time|agreement|instrument|authorization"
    r"|amendments?|exhibits?|persons?|purposes?)|i|me)"
)
_ALIAS_BRACKET = re.compile(r"\(([^()]{2,160})\)")
_QUOTED = re.compile(r'"([^"]{2,60}?)[,.]?"')
_UNQUOTED_ALIAS = rx(
    r"^(?:hereinafter|hereafter|herein)?,?(?: ?(?:called|referred to as|known as))? ?the "
    r"((?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?)$"
)
_DESCRIPTOR = rx(
    r",?(?: (?:an?|the|of|its|together|and|or|whose|which|organized|incorporated|formed|existing"
    r"|having|with|in)\b(?:(?!\. (?-i:[A-Z]))[^();:]){0,170})?,?"
)


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
        if low in defined or (
            before in ("a", "an", "any", "such", "each", "every") and tokens[last].low in _COMMON_FORMS
        ):
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


_DOTTED_FORMS = frozenset(["inc", "corp", "co", "ltd", "cie", "pte", "pty", "bros"])
_FUNCTION = frozenset(
    [
        "of",
        "the",
        "a",
        "an",
        "by",
        "for",
        "to",
        "that",
        "with",
        "and",
        "or",
        "in",
        "on",
        "at",
        "from",
        "as",
        "is",
        "are",
        "was",
        "has",
        "have",
        "had",
        "who",
        "which",
        "whose",
        "such",
        "said",
        "each",
        "any",
        "all",
        "both",
        "either",
        "be",
        "been",
        "being",
        "his",
        "her",
        "its",
        "their",
        "my",
        "our",
        "this",
        "these",
        "those",
        "under",
        "between",
        "among",
        "upon",
        "into",
        "does",
        "do",
        "hereby",
        "director",
        "officer",
    ]
)


def _continues(tokens: list[Token], last: int, text: str) -> bool:
    after = tokens[last + 1]
    if (
        after.text == "("
        and last + 4 < len(tokens)
        and tokens[last + 3].text == ")"
        and (form := _form_at(tokens, last + 4))
        and form[1]
    ):
        return True
    gap = text[tokens[last].end : after.start]
    if _gap_breaks(tokens[last], after, text) or (
        "\n" in gap and tokens[last].end - text.rfind("\n", 0, tokens[last].end) < 60
    ):
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
    return bool(re.search(r"\S.{8,}\S {3,}\S|\t", line)) or (line.isupper() and len(line) < 50 and not below.isupper())


_OF_AFTER = frozenset(
    [
        "bank",
        "company",
        "trust",
        "association",
        "university",
        "fund",
        "church",
        "institute",
        "sons",
        "federation",
        "first",
        "national",
        "college",
        "society",
        "hospital",
    ]
)


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
        if (
            "\n" in text[token.end : tokens[j + 1].start]
            and (form := _form_at(tokens, j)) is not None
            and not (form[1] and token.low in ("co", "company"))
        ):
            break
        shouted = (
            token.word and not token.capital and low not in _FUNCTION and printed[token.start : token.end].isupper()
        )
        if (token.word and token.capital) or shouted or (token.text[0].isdigit() and len(token.text) <= 4):
            if low in ("i", "and", "each", "by", "for", "of", "to", "whereas", "that", "exhibit", "c/o"):
                break
            if low == "the":
                if (j > floor and tokens[j - 1].text in (".",)) or j == floor:
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
            and tokens[j - 1].low not in NOT_NAMES
        ):
            chain = True
            j -= 1
            continue
        if token.text == "," and (chain or law) and j > floor and tokens[j - 1].capital and tokens[j - 1].word:
            if _run(tokens, j - 1, floor, text) == 1 and tokens[j - 1].low not in NOT_NAMES and chain:
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
        break
    while first < i and (
        (tokens[first].low in ("and", "of", "&", "the") and not tokens[first].capital)
        or tokens[first].text in (",", ".")
    ):
        first += 1
    return first


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
        if j > floor and _gap_breaks(tokens[j - 1], token, text):
            break
        j -= 1
    return count


def _define_aliases(text: str, shade: str, out: Organizations, taken: list[tuple[int, int]]) -> None:
    explicit = sorted(out.mentions, key=lambda m: m.start)
    for mention, following in zip(explicit, [*explicit[1:], None], strict=False):
        limit = min(mention.end + 260, following.start if following else len(text))
        bracket = _ALIAS_BRACKET.search(text, mention.end, limit)
        if (
            bracket is None
            or "\n\n" in text[mention.end : bracket.start()]
            or not _DESCRIPTOR.fullmatch(text[mention.end : bracket.start()].rstrip() or "")
        ):
            continue
        former = rx(r"\b(?:formerly|previously|f/k/a|fka)(?: known as| called| named)?,? ?$").search(
            text[max(0, mention.start - 30) : mention.start]
        )
        if former and (owner := next((m for m in reversed(explicit) if m.end <= mention.start), None)):
            mention = owner
        for alias in _aliases_in(bracket.group(1)):
            if _NOT_ALIASES.fullmatch(alias) or alias.lower() in (
                "issuers",
                "companies",
                "funds",
                "partnerships",
                "entities",
            ):
                continue
            out.aliases.setdefault(alias, mention.name)
    # A name without a legal form that a bracket defines: Xerxes (the "Company").
    for bracket in re.finditer(r"\(([^()]{2,160})\)", text):
        names = [a for a in _aliases_in(bracket.group(1)) if _GENERIC.fullmatch(a)]
        if not names or names[0] in out.aliases or any(s <= bracket.start() < e for s, e in taken):
            continue
        before = re.search(
            r"((?:[A-Z][\w'&.-]*(?: (?:of|and|&|the) (?=[A-Z]))?\s?){1,7}),?\s*$",
            shade[max(0, bracket.start() - 90) : bracket.start()],
        )
        if before is None:
            continue
        start = max(0, bracket.start() - 90) + before.start(1)
        name = fold(text[start : start + len(before.group(1))])
        words = name.lower().split()
        if (
            any(s < start + len(name) and start < e for s, e in taken)
            or not words
            or any(name.lower().startswith(b) for b in BODIES)
            or words[-1] in ("act", "commission", "1934")
        ):
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
        if key not in printings or (printings[key].isupper() and not mention.name.isupper()):
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
    if (
        any(a in low for a in ACCOUNTANTS)
        or low.endswith((" sons", " brothers"))
        or re.search(r"accounting|accountants?|broker|invest", context.lower())
    ):
        return False
    if (tokens and any(t.low in LAW_FIRM_FORMS for t in tokens[-3:])) or low.endswith(
        ("professional association", "professional corporation")
    ):
        return True
    surnames = re.match(r"^[A-Z][\w'-]+(?:, [A-Z][\w'-]+)+,? (?:&|and) [A-Z][\w'-]+", name) is not None
    return surnames or bool(_LAW_CONTEXT.search(context))


_LAW_CONTEXT = rx(
    r"(?:law firm(?: of)?|{atty} (?:at|with|in the \w+ office of)|firm of|law offices? of"
    r"|solicitors?,?(?: of)?|lawyers (?:with|of|in the firm of)|legal counsel,?) $"
)
