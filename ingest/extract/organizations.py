"""Organizations that a text names, and the aliases that it defines for them.

They are found once for the whole text, from their legal form leftwards; aliases are what brackets after a name define
("the Company", "Hiawatha"). Which of them are law firms is another module's work (law_firms.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from .legal_forms import named
from .mentions import Mention, same_organization
from .patterns import cased, rx
from .short_names import short_names
from .tokens import fold, shadow, tokens_within
from .unformed import described, unformed
from .words import BODIES, NOT_NAMES, STATES, STRONG_FORMS


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
_GENERIC_WORDS = frozenset(
    "public private holding parent portfolio operating insurance trust limited liability company corporation general "
    "partner partnership bank any no each such the a professional law reporting investment management fund listed "
    "subsidiary".split()
)
_COMMON_FORMS = frozenset(
    "company corporation partnership trust bank fund group association partners member members limited".split()
)
_NOT_ALIASES = rx(
    r"\b(?:act|rules?|sec|commission|agents?|{atty}s?(?:-in-fact)?|grantors?|insiders?"
    r"|undersigned|forms?|reports?|date|plan|"
    r"power(?: of attorney)?|principals?|reporting persons?|shares|securities|stock|statements?"
    r"|filings?|schedules?|code|regulations?|"
    r"signator(?:y|ies)|designees?|edgar|effective time|agreement|instrument|authorization"
    r"|amendments?|exhibits?|persons?|purposes?)$|^(?:i|me)$"
)
_ALIAS_BRACKET = re.compile(r"\(([^()]{2,160})\)")
_QUOTED = re.compile(r'"([^"]{2,60}?)[,.]?"')
_UNQUOTED_ALIAS = rx(
    r"^(?:hereinafter|hereafter|herein)?,?(?: ?(?:called|referred to as|known as))? ?the "
    r"((?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?)$"
)
_DESCRIPTOR = rx(
    r"(?:,? (?-i:[A-Z])[\w.]+(?: (?-i:[A-Z])[\w.]+)?, (?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?)?"
    r",?(?: (?:an?|the|of|its|together|and|or|whose|which|organized|incorporated|formed|existing"
    r"|having|with|in)\b(?:(?!\. (?-i:[A-Z]))[^();:]){0,170})?,?"
)


_LANDS = frozenset({"united states", "u.s."})  # bodies by themselves, but companies are called so too


def organizations(text: str) -> Organizations:
    """Find every organization of a text, its aliases, and where either stands."""
    shade = shadow(text)
    tokens = tokens_within(shade, 0, len(shade))
    out = Organizations()
    taken: list[tuple[int, int]] = []
    defined = {q.removeprefix("the ").lower() for b in _ALIAS_BRACKET.findall(text) for q in _QUOTED.findall(b)}
    for first, last in named(tokens, text, shade):
        start, end = tokens[first].start, tokens[last].end
        if tokens[last].low == "trust" and (dated := _DATED_TRUST.match(text, end)):
            end = dated.end()
        name = fold(text[start:end])
        low = name.lower()
        before = tokens[first - 1].low if first and "\n\n" not in text[tokens[first - 1].end : start] else ""
        if (
            low in defined
            or all(w in _GENERIC_WORDS for w in low.split())
            or (before in ("a", "an", "any", "such", "each", "every") and tokens[last].low in _COMMON_FORMS)
            or (before in ("a", "an") and " ".join(t.low for t in tokens[first:last] if t.word) in STATES)
        ):
            continue
        company = any(token.low in STRONG_FORMS for token in tokens[last - 1 : last + 1])  # "Corp" and its full stop
        if any(
            (low.removeprefix("the ").startswith(b) and not (company and b in _LANDS)) or low.endswith(b)
            for b in BODIES
        ) or not any(c.isalpha() for c in name):
            taken.append((start, end))
            continue
        out.mentions.append(Mention("organization", name, start, end))
        taken.append((start, end))
    out.mentions += unformed(shade, text, taken, list(out.mentions))
    told = described(shade, taken)
    out.mentions += told
    bare = [m.name for m in told] + _define_aliases(text, shade, out, taken)
    _merge_spellings(out)
    _part_lists(text, out)
    _find_repeats(text, out, taken, bare)
    out.mentions += short_names(shade, out.mentions, set(out.aliases))
    out.finish()
    seen: dict[str, None] = {}
    for mention in out.mentions:
        seen.setdefault(mention.name, None)
    out.names = list(seen)
    return out


# A trust is often named with the date of its deed.
_DATED_TRUST = rx(
    r" of (?:19|20)\d\d\b|"
    r",? (?:u/?a/?d|u/?d/?t|u/?t/?a|u/?a|dated|dtd\.?|under agreement dated)(?: dtd\.?| dated)?,? (?:as of )?"
    r"(?:(?-i:[A-Z])[a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} (?-i:[A-Z])[a-z]{2,8},? \d{4}|\d{1,2}/\d{1,2}/\d{2,4})"
)


_PARENT_OF = rx(
    r", (?:\w+,? ){0,6}?(?:the |a )?(?:parent|holding company|owner|sole (?:owner|shareholder)) (?:of|for) ?$"
)


# "X Corp. (formerly Y Corp.)": what is defined behind it is X.
_FORMER_NAME = rx(
    r" ?\((?:formerly|previously|then|later|now)?(?:,? ?(?:known|doing business|trading) as|,? ?called|,? ?named)?"
    r"(?:f/?k/?a|d/?b/?a|n/?k/?a)?:? [^()\"]{2,90}\)"
)


def _define_aliases(text: str, shade: str, out: Organizations, taken: list[tuple[int, int]]) -> list[str]:
    """Define the aliases; the names without a legal form that a bracket defines."""
    unformed: list[str] = []
    explicit = sorted(out.mentions, key=lambda m: m.start)
    for number, mention in enumerate(explicit):
        was = _FORMER_NAME.match(text, mention.end)
        at = was.end() if was else mention.end
        following = next((m.start for m in explicit[number + 1 :] if m.start >= at), len(text))
        bracket = _ALIAS_BRACKET.search(text, at, min(at + 260, following))
        if (
            bracket is None
            or "\n\n" in text[at : bracket.start()]
            or not _DESCRIPTOR.fullmatch(text[at : bracket.start()].rstrip() or "")
        ):
            continue
        former = rx(r"\b(?:formerly|previously|f/k/a|fka)(?: known as| called| named)?,? ?$").search(
            text[max(0, mention.start - 30) : mention.start]
        )
        if former is None and rx(
            r"\((?:the )?(?:corporation|company)\b|\bthe \"(?:company|corporation|issuer)\""
        ).search(bracket.group()):  # "X, Inc., the parent of Y Bank (the Company)": X is the Company
            former = _PARENT_OF.search(text[max(0, mention.start - 60) : mention.start])
        earlier = next((m for m in reversed(explicit) if m.end <= mention.start), None) if former else None
        holder = (earlier or mention).name  # of "X, formerly known as Y (the Company)", X is the Company
        for alias in _aliases_in(bracket.group(1)):
            if _NOT_ALIASES.search(alias) or alias.lower() in (
                "issuers",
                "companies",
                "funds",
                "partnerships",
                "entities",
            ):
                continue
            out.aliases.setdefault(alias, holder)
    for said in _MEANS.finditer(text):
        held = next((m for m in explicit if m.start == said.end()), None)
        alias = said.group(1).strip()
        if held is not None and not _NOT_ALIASES.search(alias):
            out.aliases.setdefault(cased(r"^(?:the|The)\s+").sub("", alias), held.name)
    for label in cased(r"^[ \t]*(Company|Issuer|Corporation|Registrant)(?:[ \t]*:\s*|\t[ \t]*)", re.MULTILINE).finditer(
        text
    ):
        held = next((m for m in explicit if m.start == label.end()), None)
        if held is not None:
            out.aliases.setdefault(label.group(1), held.name)
            out.aliases.setdefault(label.group(1).lower(), held.name)
    # A name without a legal form that a bracket defines: Xerxes (the "Company").
    for bracket in cased(r"\(([^()]{2,160})\)").finditer(text):
        names = [a for a in _aliases_in(bracket.group(1)) if _GENERIC.fullmatch(a)]
        if not names or names[0] in out.aliases or any(s <= bracket.start() < e for s, e in taken):
            continue
        before = cased(r"((?:[A-Z][\w'&.-]*+(?: (?:of|and|&|the) (?=[A-Z]))?\s?){1,7}),?\s*$").search(
            shade[max(0, bracket.start() - 90) : bracket.start()]
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
        unformed.append(name)
    return unformed


_MEANS = rx(
    r"\"([^\"]{2,40}?)[,.]?\",? (?:means?|shall mean|refers? to|signif(?:y|ies)|denotes?|is|:|(?:i|we) (?:mean"
    r"|refer to)|is meant)"
    r" (?:the company |the corporation )?"
)
"""A definition: '"Company" means X plc'."""


def _aliases_in(inside: str) -> list[str]:
    quoted = [cased(r"^(?:the|The|THE|such|our|my|its)\s+").sub("", fold(q)) for q in _QUOTED.findall(inside)]
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


def _part_lists(text: str, out: Organizations) -> None:
    """Part a short name from the firm behind it: "Nokomis, Bergquist & Sathre, P.A." where "Nokomis" is an alias."""
    heads = {alias.lower() for alias in out.aliases}
    names = {m.name for m in out.mentions}
    parted = []
    for mention in out.mentions:
        head, comma, rest = mention.name.partition(", ")
        if comma and head.lower() in heads and rest in names:
            start = text.index(rest.split()[0], mention.start + len(head))
            mention = Mention("organization", rest, start, mention.end)  # noqa: PLW2901 - the same, without its head
        parted.append(mention)
    out.mentions = parted


_FIELD = re.compile(r"[ \t]*:[ \t]")  # behind the label of a line, which names nobody
_MOST_REPEATS = 200  # mentions of one name without a legal form that are looked for


def _find_repeats(text: str, out: Organizations, taken: list[tuple[int, int]], unformed: list[str]) -> None:
    """Add the uses of aliases, and of names that have no legal form to be found by."""
    taken.sort()
    starts = [s for s, _ in taken]

    def free(start: int, end: int) -> bool:
        at = bisect_left(starts, end)
        return not any(s < end and start < e for s, e in taken[max(0, at - 3) : at])

    for name in unformed:  # a name without a legal form is found again by its words
        words = re.escape(name).replace(r"\ ", r"\s+")
        for found in list(re.finditer(rf"\b{words}\b", text, re.IGNORECASE))[:_MOST_REPEATS]:
            printed = found.group().isupper() or fold(found.group()) == name
            if printed and free(found.start(), found.end()):
                out.mentions.append(Mention("organization", name, found.start(), found.end()))
    for alias, name in out.aliases.items():
        words = re.escape(alias).replace(r"\ ", r"\s+")
        lead = r"(?:\b(?:the|such|said)\s+)?" if _GENERIC.fullmatch(alias) else r"(?:\bthe\s+)?"
        flags = re.IGNORECASE if _GENERIC.fullmatch(alias) and text.isupper() else 0
        for found in re.finditer(rf"{lead}(?<![\w\"])(?:{words})(?![\w\"]| Secretary\b)", text, flags):
            if (
                _FIELD.match(text, found.end())
                and not text[text.rfind("\n", 0, found.start()) + 1 : found.start()].strip()
            ):
                continue
            if free(found.start(), found.end()):
                out.mentions.append(Mention("organization", name, found.start(), found.end(), alias=True))
