"""The days between which an instrument says that its attorneys may act: "from April 1 through June 30, 2016".

endings.py reads what a sentence about the term says, and execution.py what takes effect when. Here are the forms that
need neither: a range of days or a month in a sentence that lets somebody act, fields of their own ("from:",
"through:"), a first day ("not before") and a last one ("after that day she may sign nothing"). Days of plans, trades,
employment and other papers are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .calendar_dates import DateMention
from .clauses import Found, Page, Sentence
from .dates import find_dates, find_lengths
from .ending_words import OTHER_SAID, OTHERS, PLAN_ENDS
from .endings import Ending, last_day
from .patterns import rx
from .persons import persons


@dataclass(slots=True)
class Spell:
    """The first day and the end that the forms here give, where they do, and where their dates stand."""

    first: Found | None = None
    last: Ending | None = None
    at: list[int] = field(default_factory=list)

    def begun(self, executed: Found | None, effective: Found | None) -> Found | None:
        """The effective date: the first day, where it is after the execution and nothing else is said."""
        later = self.first is not None and (executed is None or executed.value < self.first.value)
        return effective if effective is not None and effective != executed else self.first if later else effective

    def ended(self, stated: list[Ending]) -> list[Ending]:
        """The ends that sentences about the term state, with the last day; a first day among them is none."""
        kept = [e for e in stated if self.first is None or e.date != self.first.value]
        if self.last is None or any(e.term == "fixed-date" for e in kept):
            return kept
        return [self.last, *kept]


_ACTS = rx(
    r"\b(?:{atty}s?|agents?|authori\w+|appoint\w*|power|paper|substitute|may (?:\w+,? (?:and )?){0,3}?(?:sign|act|file"
    r"|execute)|shall (?:sign|act|file|execute)|signs?|act for|stand in)\b"
    r"|^(?:term|period|duration|validity)\b ?[:\t]"
)
_OTHER = rx(
    r"\b(?:plan|trades?|transactions?|purchases?|sales?|shares|stock|employ\w+|elected|became|joined|year ended|quarter"
    r"|act of|dated|incorporated|amended|in witness|executed|signed on|of record)\b[^,;.]{0,50}$"
)
_FROM = rx(
    r"\b(?:from(?: and including)?|between|period(?: of)?|term|for|during|beginning(?: on)?|starting(?: on)?) ?:? ?$"
)
_TO = rx(r",? ?(?:and )?(?:to(?: and including)?|through|thru|until|till|up to|and|ending(?: on)?|-+|\u2013) (?:the )?")
_YEARLESS = rx(
    r"\b(?:from|between) (?P<first>(?-i:[A-Z])[a-z]{2,8}\.? \d{1,2}|\d{1,2} (?-i:[A-Z])[a-z]{2,8})"
    r" (?:to|through|until|and) (?:including )?$"
)
_OPENS = rx(
    r"(?:^|[;:] ?)\W*(?:as of|starting(?: on)?|beginning(?: on)?|from|with effect from|effective|commencing(?: on)?) ?$"
)
_THEN = rx(r",? (?:(?:on|onwards?|forward)\b,? ?)?(?:[\w.'-]+[ ,]+){1,6}?(?:will|shall|may|is|are)\b")
_FROM_ON = rx(r"\b(?:from|as of) ?$")
_NOT_BEFORE = rx(r"\b(?:not|never|nothing|no one|nobody|no)\b[^.;]{0,60}\b(?:before|earlier than|prior to) ?(?:the )?$")
_ONWARDS = rx(r",? ?(?:on(?:wards?)?\b(?! which)|forward\b|and (?:after|onwards?|thereafter)\b)")
_LAST_AHEAD = rx(
    r"(?:^|[,;:] ?)\W*(?:through|until|till|up to)(?: and including)? ?$"
    r"|\blast day\b[^.;]{0,60}\b(?:is|shall be|will be) ?$"
    r"|\b(?:nothing|no|not|never|nobody)\b[^.;]{0,80}\b(?:later than|after|beyond|past) ?$"
    r"|\b(?:dies|ends|lapses|expires|is over|is spent|runs out|comes to an end|ceases(?: to \w+ \w+)?)"
    r"(?: (?:on|at|with|by))?(?: (?:midnight|the close of business|the end of the day|the end)(?: of| on)?)? ?$"
)
_AFTER = rx(r"\bafter ?$")
_NOTHING = rx(r"[^.;]{0,80}\b(?:nothing|no|not|never|nobody|none)\b")
_MONTH = rx(
    r"\b(?:(?:for|during|in|throughout|within)(?: the)?(?: whole| entire)?(?: month| calendar month)?(?: of)?) ?$"
)
_YEAR = rx(r"\b(?:for|during|throughout)(?: the)?(?: whole| entire)? (?:calendar )?year (?P<year>(?:19|20)\d\d)\b")
_LABEL = (
    r"(?m)^[ \t]*(?:[-*\u2022] *)?(?:(?:valid|effective|in force|good|authority|term|power) )?"
    r"(?:(?P<first>from|starts?|starting|begins?|beginning|commenc\w+|effective|first day|start date|effective date"
    r"|takes effect)"
    r"|(?P<last>to|through|thru|until|till|ends?|ending|end date|expires?|expiry|last day|up to))"
    r"(?: (?:on|date))?[ \t]*:[ \t]*"
)
_FIELDS, _FIELD = rx(_LABEL), rx(_LABEL + "$")
_FROM_THEN = rx(r" (?:from|after|following|of) (?:that|this|the|its|such|said|today|then|now)\b")


def spell(page: Page, closing: int) -> Spell:
    """The days that an instrument gives before its signatures."""
    found = Spell()
    for first, last in _days(page, closing):
        for mention in (first, last):
            if isinstance(mention, Found) and found.first is None:
                found.first = mention
            elif isinstance(mention, Ending) and found.last is None:
                found.last = mention
            if mention is not None:
                found.at.append(mention.start)
    return found


def _days(page: Page, closing: int) -> Iterator[tuple[Found | None, Ending | None]]:
    yield from _fields(page, closing)
    named: set[str] = set()
    told: list[tuple[Found | None, Ending | None]] = []
    for sentence in page.sentences:
        if sentence.start >= closing:
            break
        if _ACTS.search(sentence.text) and len(sentence.text) < _LONG and (days := [*_said(sentence)]):
            told += days
            people = [m.name for m in persons(page.text, sentence.start, sentence.end, page.orgs) if m.kind == "person"]
            named.add(";".join(people[:1]))
    if len(named - {""}) < _SEVERAL:  # days of each attorney's own are not the instrument's
        yield from told


_SEVERAL = 2
_LONG = 2500  # characters; a longer sentence has more dates than its own


def _fields(page: Page, closing: int) -> Iterator[tuple[Found | None, Ending | None]]:
    """Lines of a form: "from: April 1, 2016", "through: June 30, 2016"."""
    if _FIELDS.search(page.text, page.start, closing) is None:
        return
    for mention in find_dates(page.text, page.start, closing):
        line = page.text.rfind("\n", 0, mention.start) + 1
        field = _FIELD.search(page.text, line, mention.start)
        if field is not None and len(mention.iso) == _DAY:
            yield (_first(mention, 0), None) if field["first"] else (None, _last(mention, 0))


_DAY = len("2016-04-01")


def _said(sentence: Sentence) -> Iterator[tuple[Found | None, Ending | None]]:
    """What a sentence that lets somebody act says of the days."""
    text, base = PLAN_ENDS.sub(lambda m: " " * len(m.group()), sentence.text), sentence.start
    if OTHERS.search(text):
        text = OTHER_SAID.sub(lambda m: " " * len(m.group()), text)
    dates = find_dates(sentence.raw)
    done: set[int] = set()
    for number, mention in enumerate(dates):
        before, after = text[: mention.start], text[mention.end :]
        if mention.start in done or _OTHER.search(before):
            continue
        following = dates[number + 1] if number + 1 < len(dates) else None
        month = len(mention.iso) < _DAY
        if following is not None and _FROM.search(before) and _TO.fullmatch(text, mention.end, following.start):
            done.add(following.start)
            yield _first(mention, base), _last(following, base)
        elif not month and (bare := _YEARLESS.search(before)) and (start := _with_year(bare["first"], mention)):
            place = Found(start, base + bare.start("first"), base + bare.end("first"))
            yield place, _last(mention, base)
        elif month and _MONTH.search(before):
            yield _first(mention, base), _last(mention, base)
        elif not month and (
            _NOT_BEFORE.search(before)
            or (_OPENS.search(before) and _THEN.match(after))
            or (_FROM_ON.search(before) and _ONWARDS.match(after))
        ):
            yield _first(mention, base), None
        elif not month and (_LAST_AHEAD.search(before) or (_AFTER.search(before) and _NOTHING.match(after))):
            yield None, _last(mention, base)
    for year in _YEAR.finditer(text):
        if not _OTHER.search(text[: year.start()]):
            at, to = base + year.start("year"), base + year.end("year")
            yield Found(f"{year['year']}-01-01", at, to), Ending("fixed-date", at, to, f"{year['year']}-12-31")
    for length in find_lengths(sentence.raw) if "renew" not in text else ():
        if rx(r"\bfor(?: an?)?(?: period of| term of)? ?(?:an? )?$").search(text[: length.start]) and _FROM_THEN.match(
            text, length.end
        ):
            yield None, Ending("fixed-date", base + length.start, base + length.end, length=length)


def _with_year(first: str, last: DateMention) -> str | None:
    found = find_dates(f"{first}, {last.iso[:4]}")
    return found[0].iso if found and len(found[0].iso) == _DAY and found[0].iso < last.iso else None


def _first(mention: DateMention, base: int) -> Found:
    iso = mention.iso if len(mention.iso) == _DAY else f"{mention.iso}-01"
    return Found(iso, base + mention.start, base + mention.end)


def _last(mention: DateMention, base: int) -> Ending:
    return Ending("fixed-date", base + mention.start, base + mention.end, last_day(mention.iso))


__all__ = ["Spell", "spell"]
