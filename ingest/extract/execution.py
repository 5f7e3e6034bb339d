"""When an instrument was executed, and from when it runs.

Every date of the text is weighed by where it stands and by the words around it; the heaviest is the date of execution.
"""

from __future__ import annotations

import re

from .clauses import Found, Page
from .confidence import of_date
from .dates import DateMention, add_length, find_dates, find_lengths
from .patterns import cased, rx
from .signers import Signed
from .signing import zone_end

_EXECUTION = rx(
    r"(?:in (?:witness|testimony) whereof|witness (?:my|our|the)|executed|signed|dated?(?: as of| "
    r"this| at)?|given under|set (?:my|his|her|their|our) hands?|made (?:this|on|as of|the|and)"
    r"|subscribed (?:these presents )?|date signed|done|given)\b[^;]{0,220}$"
)
# Above the signature block, only the closing clause and a sentence that begins so date the instrument itself.
_SELF_DATING = rx(
    r"(?:\bin (?:witness|testimony) whereof|\bwitness (?:my|our|the)|\bgiven under|\bset (?:my|his|her|their|our)"
    r" hands?"
    r"|\bmade this|\bsubscribed (?:these presents )?"
    r"|\bmeeting\b[^.;]{0,120}\bheld|^\W*(?:today|on this day)\b"
    r"|^\W*(?:thus )?(?:this (?:\w+ ){0,6}?(?:is|was) )?(?:made|given|signed|executed|done|dated?|subscribed"
    r"|negotiated|recorded|enacted|drawn up)"
    r"|\b(?:duly |have |has )(?:\w+ ){0,2}?(?:executed|signed) this\b)\b[^;]{0,220}$"
)
_EFFECTIVE = rx(
    r"\b(?:effective date(?: of this \w+)?(?:[.:] ?| is| shall be)|effective(?: as of| on| from| upon| at)?|(?:takes?"
    r"|have|has) effect(?: on| as of| from| at)?"
    r"|with effect from|(?:comes?|enters?) into (?:force|effect|operation)(?: on| as of| from| at)?"
    r"|commenc\w+(?: on)?|begin\w*(?: on)?|in force from)[ ,]*(?:the )?"
    r"(?:(?:at |from )?(?:the )?(?:close of business|end of the day|midnight|start of business)(?: on)?)?"
    r"[ ,]*(?:the )?$"
)
_NOTARIAL = rx(
    r"(?:before me|subscribed and sworn|sworn to|acknowledged|commission expires|my commission"
    r"|notar\w+|personally (?:appeared|came)|came before me|certif\w+)\b[^;]{0,260}$"
)


# What makes a date another event's.
_ANOTHER = rx(
    r"(?:\bborn\b[^;.]{0,40}|\b(?:birth|death)\W? ?(?:on)?|\b(?:died|married|elected|adopted|organi[sz]ed"
    r"|incorporated|founded)(?: \w+){0,3}? (?:on|of)"
    r"|\b(?:years?|quarters?|periods?|months?) end(?:ed|ing)|\b(?:trust|agreement|plan|lease|will|note|indenture)"
    r" (?:dated|of|u/a/d|uad|u/d/t)(?: as of)?"
    r"|\b(?:the|my|that|an?|his|her|their|any|said) (?:[\w-]+ ){0,3}?(?:powers? of {atty}|authori[sz]ation|letter"
    r"|instrument) dated"
    r"(?: as of)?|\bcounted from|\bcommission (?:expires?|no)\W?(?: on)?|\bas amended(?: on| through)?|\bu/a/d) "
    r"?(?:the )?$"
)
_ADOPTED = rx(r"\bresolutions?\b[^;]{0,40}\badopted\b[^;]{0,70}\bon ?$")
_MAIL_HEAD = re.compile(r"(?:date|sent)[ \t]*:?[ \t]*(?:\w{3,9})?$")  # "Sent: Tuesday, 6 October 2009 16:12"
_HEAD_LINE = re.compile(r"(?:[\w.'\u00c0-\u024f-]+,? ){0,4}?(?:[\w.'-]+,? ?(?:den|le|a|el|li|op|am|il)?)?$")


def executed(page: Page, closing: int, signed: list[Signed], ends: list[int]) -> tuple[Found | None, Found | None]:
    """The date of execution and the effective date, each with its place.

    Execution: a date in the signature block or the closing sentence ("IN WITNESS WHEREOF", "Dated:"), nearest to
    the first signature; a date that the text gives itself ("on this third day of May"); a date in a letter's head; a
    date in a notary's certificate only where there is no other; an effective date only where it is the only one.

    Args:
        page: The instrument.
        closing: Where its signature block begins.
        signed: Its signatures.
        ends: Where dates stand that end it, which are none of its execution.
    """
    signed_at = [s.start for s in signed if s.part == "principal"]
    best: tuple[float, DateMention] | None = None
    adopted: DateMention | None = None  # of a resolution, which may bear no other date
    effective: Found | None = None
    for mention in find_dates(page.text, page.start, zone_end(page, page.marks)):
        before = page.text[max(page.start, mention.start - 260) : mention.start]
        line_before = before.rsplit("\n\n", 1)[-1]
        near = line_before[-70:]
        if _EFFECTIVE.search(near) and not rx(r"\b(?:executed|signed|ceases? to have effect)\b").search(near):
            effective = effective or Found(mention.iso, mention.start, mention.end)
        head = page.text[page.sentence_at(mention.start).start : mention.start]
        if _FROM_THEN.fullmatch(head) and _SOMEBODY_ACTS.match(page.text, mention.end):
            effective = effective or Found(mention.iso, mention.start, mention.end)
        if _FROM.search(near) and (to := _TO.match(page.text, mention.end)) and to.end() in ends:
            effective = effective or Found(mention.iso, mention.start, mention.end)
            continue
        if adopted is None and mention.start not in ends and _ADOPTED.search(before[-120:]):
            adopted = mention
        if mention.start in ends or _ANOTHER.search(before[-60:]):
            continue
        score = _score(page, mention, before, line_before, closing, signed_at)
        if any(
            s.part == "other" and "\n" not in page.text[s.end : mention.start] for s in signed if s.end < mention.start
        ):
            score -= 3.5  # beside the signature of who certifies an extract
        if score > 0 and (best is None or score > best[0]):
            best = (score, mention)
    if best is None and adopted is not None:
        return Found(adopted.iso, adopted.start, adopted.end, of_date(adopted.confidence)), effective
    if best is None:
        return (effective, effective)
    effective = effective or _after(page, best[1].iso)
    return Found(best[1].iso, best[1].start, best[1].end, of_date(best[1].confidence)), effective


# "As of January 1, 2015 I withdraw", "From May 1, 2014 on, Ann Lee may sign"
_FROM_THEN = rx(
    r"\W*(?:as of|as from|from|on and after|starting(?: on)?|beginning(?: on)?|commencing(?: on)?) (?:the )?"
)
_SOMEBODY_ACTS = rx(
    r"(?:,? on(?:wards?)?)?,? (?:i|we|you|he|she|they|the undersigned|(?-i:[A-Z][\w.'-]+ [A-Z][\w'-]+))(?: \w+){0,2}?"
    r" (?:revokes?|withdraws?|cancels?|terminates?|appoints?|authori[sz]es?|names?|may|shall|will|no longer)\b"
)
# "from March 10, 2012 through May 31, 2012"
_FROM = rx(r"\bfrom (?:and including )?$")
_TO = rx(r",? (?:to|through|until|till|thru|and ending on) (?:and including )?")
_TAKES_EFFECT = rx(
    r"\b(?:becomes?|be|is|made|takes?|shall take|will take) (?:effective|effect)\b[ ,]*(?:on the |only |from )?$"
    r"|[,;(] ?effective $"
)
_FROM_NOW = rx(
    r" (?:after|from|following) (?:(?:the|its|this|my) )?"
    r"(?:date(?! (?:of|on) (?!this|my|its|signing|execution))|day hereof|hereof|today|signing|execution)\b"
)


def _after(page: Page, day: str) -> Found | None:
    """The day on which an instrument of a day takes effect, where it says how long after."""
    if len(day) < len("2000-01-01"):
        return None
    for sentence in page.sentences:
        for length in find_lengths(sentence.raw) if "effect" in sentence.text else ():
            if _TAKES_EFFECT.search(sentence.text[: length.start]) and _FROM_NOW.match(sentence.raw, length.end):
                return Found(
                    add_length(day, length.count, length.unit),
                    sentence.start + length.start,
                    sentence.start + length.end,
                    ("stated", "assumed-start"),
                )
    return None


def _score(
    page: Page, mention: DateMention, before: str, line_before: str, closing: int, signed_at: list[int]
) -> float:
    sentence = page.sentence_at(mention.start)
    lead = page.text[max(sentence.start, mention.start - 300) : mention.start] if sentence.text else line_before
    alone = page.text[page.text.rfind("\n", 0, mention.start) + 1 : mention.start].strip(" ,.:_-").lower()
    after = page.text[mention.end : mention.end + 40]
    score = 0.0
    if rx(r"act of ?$|rule of ?$|code of ?$|plan of ?$").search(before):
        return 0.0
    if mention.start >= closing:
        score = 3.0
    lead_in = before[-30:]
    if (
        rx(r"\bthis ?(?:day,? ?)?(?:the ?)?$|\bin the year ?$").search(lead_in)
        and page.text[mention.start : mention.end].count(" ") > 2
    ):
        score = max(score, 2.0) + 1.0  # "on this third day of May"
    if mention.start < closing and _HEAD_LINE.match(alone) and cased(r"[ \t]*(?:\n|$)").match(after):
        score = max(score, 2.0)  # a line of its own: a place and a date, in the head of a letter
    if alone in (
        "",
        "date",
        "dated",
        "date signed",
        "this",
        "as of",
        "dated as of",
        "dated this",
        "executed",
        "signed",
        "executed as of",
        "signed on",
        "executed on",
        "date of signature",
    ) or _MAIL_HEAD.match(alone):
        score = max(score, 2.0) + 2.0
    if cased(r"\s*(?:\n|$|\t| {3})").match(after) and cased(r"(?:^|\n|\t| {3})\s*$").search(before):
        score = max(score, 1.5) + 1.0
    if (_EXECUTION if mention.start >= closing else _SELF_DATING).search(lead) and not rx(
        r"power of {atty} (?:dated|executed)|powers? (?:dated|executed|signed)|instrument dated"
        r"|\b(?:which|that|one) (?:i|the undersigned|he|she|it) (?:signed|executed|gave)|(?:signed"
        r"|executed|gave|given) by|agreement dated|letter (?:dated|of)|previously|earlier|prior"
    ).search(lead):
        score = max(score, 2.0) + 2.5
    if _NOTARIAL.search(lead) or _NOTARIAL.search(line_before):
        score -= 3.5 if score < 5 or mention.start > (signed_at[0] if signed_at else page.end) else 0
    if rx(
        r"(?:expires?|until|through|ends?|ending|terminat\w+|anniversary|effective(?: as of| on)?"
        r"|takes? effect(?: on)?)[ ,]*(?:on |the )?$"
    ).search(before[-30:]) and not rx(r"executed").search(before[-60:]):
        score -= 4.0
    if (
        rx(r"\b(?:dated|of|on|filed|since|in|executed|signed)(?: as of)? ?$").search(before[-14:])
        and mention.start < closing
        and not _EXECUTION.search(lead)
    ):
        score -= 2.0
    if signed_at:
        distance = min(abs(mention.start - s) for s in signed_at)
        score += max(0.0, 1.5 - distance / 400)
    return score
