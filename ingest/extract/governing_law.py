"""Under which law an instrument stands."""

from __future__ import annotations

import re

from .clauses import Found, Page
from .patterns import cased, rx
from .words import STATES

_PEOPLES: dict[str, str] = dict(
    pair.split(" ")
    for pair in (
        "french France; english England; scottish Scotland; scots Scotland; irish Ireland; german Germany; "
        "swiss Switzerland; dutch Netherlands; belgian Belgium; italian Italy; spanish Spain; portuguese Portugal; "
        "austrian Austria; swedish Sweden; danish Denmark; norwegian Norway; finnish Finland; israeli Israel; "
        "japanese Japan; canadian Canada; mexican Mexico; brazilian Brazil; bermudian Bermuda; australian Australia; "
        "indian India; chinese China; korean Korea; greek Greece; luxembourgish Luxembourg; californian California; "
        "texan Texas"
    ).split("; ")
)
_PLACES = "|".join(name for name in sorted(STATES.values(), key=len, reverse=True))
_LAW = rx(
    rf"\b(?:laws?|governed by|construed|interpreted|statutes?|code)\b[^.;]{{0,90}}?\b(?:of|under) (?:the"
    rf" )?(?:internal |local |substantive )*(?:laws? of )?(?:the )?(?:state of |commonwealth of |province of "
    rf"|republic of |kingdom of )?(?P<a>{_PLACES})\b(?! stock exchange)|\b(?P<b>{_PLACES}) laws?\b"
    rf"|\b(?P<c>{_PLACES}) (?:instrument"
    rf"|contract)\b|\b(?P<d>{'|'.join(_PEOPLES)}) law\b"
    rf"|\b(?:governing|applicable) law ?[:.\t-] ?(?:the )?(?:state of |commonwealth of )?(?P<e>{_PLACES})\b"
)
# The heading of a clause that holds nothing else, or the label of a field: "8. LAW.  Wyoming."
_FIELD = rx(
    rf"^[ \t]*(?:\d{{1,2}}[.)][ \t]*)?(?:(?:governing|applicable|choice of)[ ])?law[ \t]*[:.\t-]+[ \t]*(?:the[ ])?"
    rf"(?:state of |commonwealth of |laws? of |law of (?:the )?)?(?P<place>{_PLACES})\b",
    re.IGNORECASE | re.MULTILINE,
)
_GOVERNS = rx(
    r"\bis an? (?:\w+ ){1,3}(?:instrument|contract)\b|\bapplicable\b|\bdetermined\b|\bvalidity\b|\bgovern\w*"
    r"|\bcontrols?\b|\bconstru\w+|\binterpret\w+|\bmade under\b"
    r"|\bapply\b"
    r"|\bapplies\b|\bread under\b|\benforced?\b|\b(?:subject to|in accordance with|pursuant to|under)(?: \w+){0,3}? "
    r"laws?\b"
)


_WHO_IS_SUBJECT = rx(r"\b(?:undersigned|i|company|issuer|corporation)\b,? (?:is|am|are) subject to\b")


def governing_law(page: Page) -> Found | None:
    """The state or country whose law governs, by its bare name; a party's own incorporation does not count."""
    for sentence in page.sentences:
        if not _GOVERNS.search(sentence.text) or _WHO_IS_SUBJECT.search(sentence.text):
            continue
        hit = _LAW.search(sentence.text)
        if not hit:
            continue
        if rx(r"\b(?:organi[sz]ed|incorporated|existing|formed|corporation)\b[^.;]{0,40}$").search(
            sentence.text[: hit.start()]
        ) and not rx(r"govern|constru|interpret").search(sentence.text):
            continue
        group = next(g for g in "abcde" if hit[g])
        said = cased(r"\s+").sub(" ", hit[group]).lower()
        name = _PEOPLES.get(said) or STATES.get(said, hit[group])
        return Found(name.removeprefix("The "), sentence.start + hit.start(group), sentence.start + hit.end(group))
    if (field := page.search(_FIELD)) is not None:
        return Found(STATES[field["place"].lower()].removeprefix("The "), field.start("place"), field.end("place"))
    return None
