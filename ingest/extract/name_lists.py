"""Where a list of attorneys begins and ends: in a sentence, over paragraphs that layout breaks, below a clause."""

from __future__ import annotations

import re

from .clauses import SIGN_MARK, Page, Sentence, heading
from .mentions import Mention
from .offices import DESIGNEE
from .patterns import cased, rx
from .persons import persons

_STOP = rx(
    r"(?:(?:as|to be|to act as|to serve as|be)\b,? (?:(?!(?:employees?|officers?|partners?|members?|staff)\b)"
    r"[\w'-]+,? ){0,7}?(?:{atty}s?|agents?"
    r"|prox(?:y|ies)|representatives?|substitutes?)\b)"
    r"|true and lawful|(?<!by\s)(?<!through\s)(?:my|his|her|its|our|their|undersigned's|grantor's|principal's) "
    r"(?:(?-i:[a-z][\w-]*) ){0,5}?(?:{atty}s?|agents?|substitutes?)\b|lawful {atty}"
    r"|\bto ?:|\bto ?\n? ?\(|\bto (?:do|sign|execute|file|prepare|act\b(?! (?:alone|singly|individually|severally"
    r"|separately|apart|without))|complete|exercise"
    r"|subscribe|make|submit|stand|serve|perform|take|represent|deliver|transmit|enroll|obtain"
    r"|manage)\b"
    r"|\bfor (?:me|him|her|it|us|them)(?: and|,)|\bfor the (?:purposes?|limited|following|sole"
    r"|single)|\b(?:full )?(?:power|authority|right) (?:and authority )?(?:to|as|of|for)\b"
    r"|\bwith (?:full |like |the same )?(?:power|authority)|\bthe (?:office|role|position|signing|authority|task"
    r"|power) of (?:{atty}|and)|\bon (?:my|his|her|its|the undersigned's) behalf|\bin (?:my|his"
    r"|her|its|their|the undersigned's) (?:name|stead|place|own place)"
    r"|,? \b(?:for )?(?:as|so) long as (?:he|she|they|it|each|any|either|such|the)\b"
    r"|\bto (?:replace|succeed)\b|\b(?:in (?:the )?place|instead|in lieu|in (?:the )?stead|in succession) (?:of|to)\b"
    r"|\bthe signing\b|\bmy power\b|\bin order that\b|\bwho (?:may|shall|is to)\b|\bthat (?:he"
    r"|she|they) may\b|\bbe (?:and )?(?:he|she|each|they|hereby|is|are)\b"
)


_FIRST_ITEM = rx(r"[:,] ?\((?:i|a|1)\) ")
_NEXT_ITEM = cased(r"\((?:i[iv]i?|vi{0,3}|[b-h]|[2-9])\)\s")


def numbered_on(page: Page, sentence: Sentence, start: int) -> Sentence | None:
    """A sentence whose list goes on in the numbered items below it ("(i) A, / (ii) B, to sign"), joined."""
    if not _FIRST_ITEM.search(page.text, start, sentence.end) or sentence.raw[-1] not in ",;":
        return None
    end = sentence.end
    for following in page.sentences:
        if following.start >= end and _NEXT_ITEM.match(following.raw) and end - sentence.start < _LONGEST:
            end = following.end
            if following.raw[-1] not in ",;":
                break
        elif following.start >= end:
            break
    raw = page.text[sentence.start : end]
    return Sentence(sentence.start, end, raw, raw[:-1].replace(".", "\u00b7") + raw[-1]) if end > sentence.end else None


_WITHIN_A_LIST = rx(r"in the event|with (?:full |like |the same )?(?:power|authority)|,? ?(?:for )?(?:as|so) long as")


def run_on(page: Page, sentence: Sentence) -> Sentence | None:
    """A sentence that empty lines break ("I appoint / Ann Lee, and / Bo Park, / to sign"), joined; None if none do."""
    following = [s for s in page.sentences if s.start >= sentence.end]
    parts = [sentence]
    while following and _in_the_air(parts[-1].raw) and following[0].end - sentence.start < _LONGEST:
        parts.append(following.pop(0))
    if len(parts) < 3 or not rx(r"(?-i:[a-z])|and\b|or\b").match(parts[-1].raw):
        return None
    start, end = sentence.start, parts[-1].end
    raw = page.text[start:end]
    return Sentence(start, end, raw, raw[:-1].replace(".", "\u00b7") + raw[-1])


_LONGEST = 2000  # characters of a sentence that is broken over paragraphs


def _in_the_air(raw: str) -> bool:
    return (raw[-1].isalnum() or raw[-1] == ",") and not heading(raw) and not SIGN_MARK.search(raw)


def of_all(page: Page, at: int, sentence: Sentence) -> Mention | None:
    """The employer that the opening of a list gives to all: "the following, each an employee of X:"."""
    if _ITS_STAFF.search(page.text, at, sentence.end):
        return next((m for m in page.orgs.within(sentence.start, at)), None)
    return next(
        (
            org
            for org in page.orgs.within(at, sentence.end)
            if _ALL_EMPLOYED.search(page.text[at : org.start]) and _TO_ALL.match(page.text, org.end, sentence.end)
        ),
        None,
    )


def lists_offices(sentence: Sentence) -> bool:
    """Whether the opening of a list says that offices follow: "the persons who hold the following offices of X:"."""
    return _OFFICES.search(sentence.text) is not None


_OFFICES = rx(
    r"\b(?:following|these|below|listed|next|such|any of the|each of the)\b(?: \w+){0,2}? (?:offices?(?! of)|positions?"
    r"|titles?|posts?|office-?holders?|offices of)\b|\b(?:offices?|positions?|titles?|posts?|office-?holders?)\b"
    r"[^.;:]{0,40}\b(?:below|following|follows|listed)\b|\b(?:the holders?|holders?|incumbents?) (?:for the time "
    r"being )?"
    r"(?:from time to time )?of the\b"
)
_ITS_STAFF = rx(
    r"\b(?:of|in|from|within) (?:its|our) (?:[\w-]+ ){0,3}?(?:division|department|group|team|office|staff)\b"
    r"|\b(?:its|our) (?:\w+ )?(?:employees|officers|lawyers|counsel)\b"
)

_ALL_EMPLOYED = rx(
    r"\b(?:employees?|officers?|{atty}s?|lawyers?|partners?|members?|paralegals?|staff|persons?|individuals?|employed"
    r"|offices?|positions?|titles?|posts?|office-?holders?)"
    r"\b[^.;:]{0,40}\b(?:of|at|with|by|from)(?: the)? $"
)

# Behind the employer of all who follow: "employees of X, each acting alone, as ..."
_TO_ALL = rx(
    r"(?:,? (?:each|any|either|all|both|acting|signing|jointly|severally|(?:who are |whose names are )?(?:named|listed"
    r"|identified|set forth)|in their)\b[^.;:]{0,90}?)?,? ?(?:as\b|to\b|and\b|{atty}|:|$)"
)
_PURPOSE = rx(r"\bto ?:|\bto ?\n? ?\((?:i|a|1)\)|\bto (?:sign|execute|file|prepare|complete|subscribe)\b")


# "any other attorney of X": no word of whose attorney somebody is.
_LAWYER_OF = rx(
    r"\b(?:any|each|every|such)(?: other)? {atty}s? (?:of|at|with|in)(?= (?:the )?(?-i:[A-Z])| (?:that|the) firm)"
)


def limit(page: Page, at: int, sentence: Sentence) -> int:
    """Where the list of attorneys ends: at the first stop behind the first name, else with the sentence."""
    found = persons(page.text, at, sentence.end, page.orgs)
    first = min(
        [m.end for m in found if m.kind == "person"]
        + [m.end for m in page.orgs.within(at, sentence.end)]
        + [m.end for m in found],
        default=at,
    )
    if designee := DESIGNEE.search(page.text, at, sentence.end):
        first = min(first, designee.end()) if first != at else designee.end()
    name_at = min(
        [m.start for m in found if m.kind == "person"]
        + [m.start for m in page.orgs.within(at, sentence.end)]
        + [m.start for m in found],
        default=at,
    )
    purpose = _PURPOSE.search(page.text, at, name_at)
    if purpose and not _names_follow(page, purpose.start() - 1, sentence.end, skip=purpose):
        return at
    stop = _STOP.search(page.text, first, sentence.end)
    designees = [d.span() for p in (DESIGNEE, _LAWYER_OF) for d in p.finditer(page.text, at, sentence.end)]
    while stop and (
        any(s < stop.start() < e for s, e in designees)
        or (_WITHIN_A_LIST.match(stop.group()) and _names_follow(page, stop.end(), sentence.end))
    ):
        stop = _STOP.search(page.text, stop.end(), sentence.end)
    return stop.start() if stop else sentence.end


def _names_follow(page: Page, start: int, end: int, skip: re.Match[str] | None = None) -> bool:
    if (
        skip is not None
    ):  # "to sign for me, A and B": names behind a purpose are attorneys only where no list of powers follows
        return False
    stop = _STOP.search(page.text, start, end)
    return any(
        m.kind == "person"
        for m in persons(page.text, start, min(stop.start() if stop else end, start + 160), page.orgs)
    )


def list_end(page: Page, start: int) -> int:
    """The end of a list below a clause: before the first paragraph that is prose again."""
    at = start
    seen = False
    for block in cased(r"\S(?:[^\n]|\n(?![ \t]*\n))*").finditer(page.text[start : page.end]):
        s, e = start + block.start(), start + block.end()
        text = block.group()
        named = [
            m for m in persons(page.text, s, e, page.orgs, lines=True) if m.kind in ("person", "title")
        ] or page.orgs.within(s, e)
        prose = len(rx(r"\b(?:the|to|and|of|shall|may|is|in|by|any)\b").findall(text)) > 8
        item = bool(cased(r"\s*(?:\(?\w{1,4}[.)]|[-*o\u2022])\s").match(text)) or (
            bool(named) and named[0].start - s < 6 and len(text) < 400
        )
        prose = prose and not item
        if seen and _CLAUSE.match(text):
            break
        if seen and _JOINS.fullmatch(text.strip()):
            continue
        if not named or prose or cased(r"/s/").search(text):
            if seen or prose:
                break
            continue
        seen, at = True, e
    return at


_CLAUSE = rx(
    r"\s*(?:the undersigned|i|we|this|these|my|(?-i:Each|Any|Either|They|All|None|Neither|No|It|He|She)"
    r"|the (?:appointment|power|authority|attorneys?|agents?))\b[^,;:]{0,60}?"
    r" (?:is|am|are|has|have|shall|will|may|can|must|ends?|remains?|continues?|expires?)\b"
)
"""With which a paragraph begins that is a sentence about the power, and no row of a list."""
_JOINS = rx(r"(?:and|or|and/or)(?: also)?(?: (?:to|on|upon|of|in))?,?")  # a paragraph between two of a list
