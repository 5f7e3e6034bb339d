"""What stands behind an organization's name and is no part of it: where it sits, and the date of a trust's deed.

"Brockden, Tuttle & Sayre LLP, New York" and "Acme Reinsurance Ltd. (Bermuda)" are named without their places, "Lee
Family Trust u/a/d 3/4/1991" without its deed. Such an aside still tells two of one name apart where both print one; a
law firm has many offices, so its places tell nothing.
"""

from __future__ import annotations

import re

from ..extract.dates import find_dates
from .organization_words import FORMS, LAW_FORMS, STATES

# What stands between the name of a trust and the date of its deed, will or agreement, and behind that date.
_DEED = re.compile(
    r"[\s,;(]+(?:u/?a(?:/?d(?:td)?)?|u/?d/?t|u/?t/?[ad]|u/?w|under|d/?td|dated|established|created|made)\b\.?[\s,]*"
    r"(?:(?:an?|the|trust|agreement|declaration|deed|instrument|indenture|will|of|d/?td|dated|on|as)\b\.?[\s,]*)*",
    re.IGNORECASE,
)
_AMENDED = re.compile(r"[\s,;)]*(?:(?:and|as)\s+.*\b(?:amended|restated|supplemented)\b.*)?", re.IGNORECASE)
_BREAK = re.compile(r",\s+of\s+|,\s+|\s*\(|\s+of\s+")
_PLACE = re.compile(r"(?:(?:[A-Z][A-Za-z'-]+|(?:[A-Z]\.){2,}|St\.)(?:,?\s+|$))+")
_BANK = re.compile(
    r"\b(?:bank|banc|bancorp\w*|banc?shares|bankshares|bancorporation|savings|national|trust co\w*)\b", re.IGNORECASE
)
_STATE_BEHIND = re.compile(
    rf"\s*[/\\(\[]\s?({'|'.join(set(STATES.values()))})\s?[/\\)\]]?\s*\Z|,?\s*[,(]\s*({'|'.join(STATES)})\s*\)?\s*\Z",
    re.IGNORECASE,
)
_LOOSE = frozenset({"co", "corp"})  # "Company of America" is a name


def bank_state(text: str) -> tuple[str, str | None]:
    """A bank's name without the state behind it, and that by its two letters: "/IA/", "(Iowa)" and ", Iowa" are "ia".

    Many banks have one name; of others the state in which they are incorporated says little, as Delaware does of any.
    """
    found = _STATE_BEHIND.search(text) if _BANK.search(text) else None
    state = (found[1] or found[2]).lower() if found else ""
    if found is None or state in {"de", "delaware"}:
        return text, None
    return text[: found.start()], STATES.get(state, state)


def without_aside(text: str) -> tuple[str, str | None]:
    """A printed name without what stands behind it, and that in one spelling; None where nothing does."""
    for day in find_dates(text) if any(letter.isdigit() for letter in text) else ():
        deeds = _DEED.finditer(text, 0, day.start)
        deed = next((deed for deed in deeds if deed.start() and deed.end() == day.start), None)
        if deed and _AMENDED.fullmatch(text, day.end):
            return text[: deed.start()], day.iso
    for gap in _BREAK.finditer(text):
        place = text[gap.end() :].strip(" ),")
        form = _ending_form(text[: gap.start()])
        if form is None or ("of" in gap[0] and form in _LOOSE) or not _PLACE.fullmatch(place):
            continue
        words = re.sub(r"[.']", "", place.lower()).replace(",", " ").split()
        if not FORMS.keys().isdisjoint({*words, " ".join(words)}):
            continue
        return text[: gap.start()], None if form in LAW_FORMS else " ".join(words)
    return text, None


def _ending_form(text: str) -> str | None:
    """The legal form with which a text ends; none for a text of nothing else."""
    words = text.replace(".", "").replace(",", " ").lower().split()
    for length in (3, 2, 1):
        found = FORMS.get(" ".join(words[-length:])) if len(words) > length else None
        if found:
            return found
    return None
