"""Whether an instrument reaches Section 16: Forms 3, 4 or 5, or the reports of insiders."""

from __future__ import annotations

from .clauses import Found
from .grants import Grant
from .patterns import rx

_SECTION16_FORMS = {"3", "4", "5"}
_OFFERINGS = {"S-8", "S-3", "10-K", "S-1", "S-4"}  # filings that cite the Act's sections for other reasons
_SECTION16 = rx(r"\bsection 1[56](?:\(a\))?\b|\binsider reports?\b")
_OWNERSHIP = rx(r"securities exchange act of 1934|beneficial(?:ly)? own")
_FILED = rx(r"\bfil\w+|reports?\b")
_OTHER_REPORTS = rx(r"registration statement|annual report|schedules? 13")
# "any and all documents that I must file with the Securities and Exchange Commission"
_ALL_FILINGS = rx(
    r"\b(?:all|any|every|each)\b[^.;]{0,60}\b(?:documents?|forms?|reports?|filings?|statements?|papers?)\b[^.;]{0,80}"
    r"\b(?:i|me|my|he|she|his|her|him|undersigned)\b[^.;]{0,80}\b(?:securities and exchange commission|sec)\b"
)
_OTHER_FILINGS = rx(r"registration statement|annual report|schedules? 13|prospectus")


def scope(forms: list[Found], granted: list[Grant]) -> str:
    """The code of the scope: `section16` or `other`.

    Args:
        forms: The forms that the instrument names.
        granted: The sentences that grant.
    """
    codes = {form.value for form in forms}
    if codes & _SECTION16_FORMS:
        return "section16"
    said = " ".join(grant.text for grant in granted)
    if _SECTION16.search(said) and not codes & _OFFERINGS:
        return "section16"
    if codes:
        return "other"
    reports = _OWNERSHIP.search(said) and _FILED.search(said) and not _OTHER_REPORTS.search(said)
    return "section16" if reports or (_ALL_FILINGS.search(said) and not _OTHER_FILINGS.search(said)) else "other"
