"""The SEC forms that an instrument names."""

from __future__ import annotations

from .clauses import Found
from .grants import Grant
from .patterns import cased, rx

_ITEM = (
    r"(?:3|4|5|144|[il1]d|d|[sf]-\d{1,2}|10-[kqKQ]|8-[kK]|11-[kK]|20-[fF]|13[dfghDFGH](?:-?hr)?|three|four"
    r"|five)(?:/a|-a)?"
)

_FORMS = rx(
    rf"\b(?:(?:form|f0rm|forrn|f0rrn)s?|schedules?)"
    rf"\s*:?\s*(?:nos?\W? |number(?:s|ed)? )?(?P<list>(?:{_ITEM})\b(?:\(?s?\)?(?:(?:,"
    rf"|;|/|&|and/or|and|or|through|to|\s|as well as|either|on|any|the|its|u\.?s\.?|sec|amendments? to"
    rf"|statements?|reports?)+(?:(?:form|f0rm|forrn|f0rrn)s?|schedules?)?\s*(?:{_ITEM})\b(?!\s*(?:%|percent|days"
    rf"|years|of"
    rf" this|hereof)))*)?)"
)

_ONE = rx(rf"\b(?:{_ITEM})\b")

_OWN_EXHIBIT = rx(
    r"(?:exhibit [\d.]* ?(?:to|of|with) (?:the|a|an|his|her|my|its|that|this|such) |as filed with (?:the|his|her"
    r"|my) |to the |\bfiled (?:with|as|to|under) (?:[^.;,]|\.(?= )){1,40})$"
)

# "Having signed my Form 3 myself": what the speaker did, before the form; behind it "was filed", "has been made".
_DONE_BEFORE = rx(
    r"\b(?:having|have|has|had) (?:\w+ ){0,2}?(?:signed|filed|submitted|lodged|reported|furnished)(?: and (?:signed"
    r"|filed|submitted|lodged))?(?: with the \w+)?(?: (?:an?|the|my|his|her|its|our|your|own|initial|first"
    r"|statements?|reports?|on))*,? $"
)
_DONE_BEHIND = rx(r"^[^.;,]{0,12}\b(?:was|were|has been|have been) (?:\w+ )?(?:filed|made|signed|submitted)")

_WORDS = {"three": "3", "four": "4", "five": "5"}


def forms(granted: list[Grant]) -> list[Found]:
    """The SEC forms named, each once, in the order of the text. Amendments are not listed apart."""
    out: dict[str, Found] = {}
    for grant in granted:
        for named in _FORMS.finditer(grant.text):
            if _OWN_EXHIBIT.search(grant.text[max(0, named.start() - 40) : named.start()]) and rx(
                r"exhibit|was filed|as filed"
            ).search(grant.text[max(0, named.start() - 60) : named.start()]):
                continue
            past = _DONE_BEFORE.search(grant.text[max(0, named.start() - 80) : named.start()])
            if past or _DONE_BEHIND.match(grant.text[named.end() : named.end() + 40]):
                continue
            listed = named["list"]
            base = grant.start + named.start("list")
            for one in _ONE.finditer(listed):
                code = _WORDS.get(one.group().lower(), cased(r"(?:/a|-a|-?hr)$").sub("", one.group().lower()).upper())
                code = "ID" if code in ("LD", "1D") else code
                out.setdefault(code, Found(code, base + one.start(), base + one.end()))
            if rx(r"3 (?:through|to) 5").search(listed) and "4" not in out:
                out["4"] = Found("4", base, base + len(listed))
    return list(out.values())
