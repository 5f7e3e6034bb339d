"""The SEC forms that an instrument names."""

from __future__ import annotations

from .clauses import Found
from .grants import Grant
from .patterns import cased, rx

_ITEM = (
    r"(?:3|4|5|15|25|144|[il1]d|d|[snft]-\d{1,2}a?|n-\w{2,4}|10-[kq]|8-[ka]|6-k|11-k|[24]0-f|13-?[dfgh](?:-?hr)?"
    r"|three|four|five)(?:/a|-a)?"
)
_WORD = r"(?:(?:form|f0rm|forrn|f0rrn)s?|schedules?)"
_NAME = rf"\"?(?:{_ITEM})(?:'?s)?\b\"?(?:\(s\))?(?:(?:/| or | and | & )[dg]\b)?"
_BETWEEN = (
    r"(?:,|;|/|-|&|\s|and/or|and|or|through|to|as well as|either|on|any|the|its|u\.?s\.?|sec|amendments? to"
    r"|statements?|reports?|numbers?)+"
)
_FORMS = rx(
    rf"\b{_WORD}\s*:?\s*\(?(?:nos?\W? |number(?:s|ed)? )?"
    rf"(?P<list>{_NAME}(?:{_BETWEEN}{_WORD}?\s*{_NAME}(?!\s*(?:%|percent|days|years|of this|hereof)))*)"
)

_ONE = rx(rf"\b(?:{_ITEM})(?=(?:'?s)?(?!\w))|(?<=13d[/ ])(?:or |and |& )?g\b")
_RANGE = rx(r"\b3'?s?\b\"? ?(?:through|to|-) ?(?:forms? )?5\b")

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
                code = _code(one.group().lower())
                out.setdefault(code, Found(code, base + one.start(), base + one.end()))
                if code == "3" and _RANGE.match(listed, one.start()):
                    out.setdefault("4", Found("4", base, base + len(listed)))
    return list(out.values())


def _code(printed: str) -> str:
    """The code of a form as printed in lower case: without the mark of an amendment, one spelling for each."""
    if printed.endswith("g") and not printed.startswith("13"):
        return "13G"  # "Schedule 13D or G"
    code = cased(r"(?:/a|(?<!8)-a|-?hr)$").sub("", printed).replace("13-", "13").upper()
    return "ID" if code in ("LD", "1D") else _WORDS.get(printed, code)
