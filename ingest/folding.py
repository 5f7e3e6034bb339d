"""Folding printed names, so that printings of one name compare equal. A fold is for comparing, never for showing.

A person's fold drops case, accents' encodings, dots, commas and spacing, nothing else: "J. SMITH, Jr." and
"J Smith Jr" agree, "John Smith" and "J. Smith" do not. An organization's fold also writes "&" as "and", drops a leading
"The" and EDGAR's state suffix ("/DE/"), and gives legal forms one spelling; "Inc." and "Corp." stay apart.
"""

from __future__ import annotations

import re
import unicodedata

_DROPPED = re.compile(r"[.'\"’‘“”`]+")
_PARTED = re.compile(r"[\s,;:()\[\]/_-]+")
_STATE = re.compile(r"\s*[/\\][A-Z]{2,3}[/\\]?\s*$")
_FORMS = {
    "incorporated": "inc", "corporation": "corp", "company": "co", "companies": "cos", "limited": "ltd",
    "partnership": "lp", "plc": "plc",
}  # fmt: skip
_PHRASES = (("limited liability co", "llc"), ("limited lp", "lp"), ("ltd liability co", "llc"), ("ltd lp", "lp"))
_MARKERS = frozenset(
    [
        "inc",
        "corp",
        "cos",
        "ltd",
        "llc",
        "llp",
        "lllp",
        "pllc",
        "plc",
        "gmbh",
        "asa",
        "spa",
        "trust",
        "fund",
        "funds",
        "partners",
        "partnership",
        "holdings",
        "holding",
        "group",
        "bank",
        "bancorp",
        "foundation",
        "capital",
        "management",
        "ventures",
        "associates",
        "investors",
        "investments",
        "advisors",
        "advisers",
        "equity",
        "company",
        "corporation",
        "incorporated",
        "limited",
        "estate",
        "plan",
        "university",
        "insurance",
        "pension",
        "endowment",
        "fbo",
        "bancshares",
        "securities",
    ]
)
# Short words that are people's names too count only where a legal form stands.
_LAST_MARKERS = frozenset(["co", "lp", "pc", "na", "nv", "sa", "ag", "se", "ab", "bv", "kk"])
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "v", "md", "phd", "esq", "cpa", "dds", "jd"])


def fold_person(name: str) -> str:
    """A person's name as it compares."""
    return _words(name)


def fold_organization(name: str) -> str:
    """An organization's name as it compares; a name of nothing but "The" keeps it."""
    words = _words(_STATE.sub("", name).replace("&", " and ")).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    words = [_FORMS.get(word, word) if position else word for position, word in enumerate(words)]
    folded = " ".join(words)
    for phrase, form in _PHRASES:
        if folded.endswith(f" {phrase}"):
            folded = folded.removesuffix(phrase) + form
    return folded


def looks_like_organization(name: str) -> bool:
    """Whether a name has a word that only names of organizations have (EDGAR does not say which an owner is)."""
    words = _words(_STATE.sub("", name).replace("&", " and ")).split()
    return any(word in _MARKERS for word in words[1:]) or (len(words) > 1 and words[-1] in _LAST_MARKERS)


def agrees_with_edgar(printed: str, edgar: str) -> bool:
    """Whether a printed name can be that of an EDGAR owner ("LAST FIRST MIDDLE"): last and first name equal.

    Middle names, where both have one, begin alike; suffixes, where both have one, are equal.
    """
    left, left_suffix = _parts(printed)
    right, right_suffix = _parts(edgar)
    if left_suffix and right_suffix and left_suffix != right_suffix:
        return False
    for size in range(1, len(right)):
        last, given = right[:size], right[size:]
        if len(left) <= size or left[-size:] != last:
            continue
        mine = left[:-size]
        if mine[0] == given[0] and (len(mine) == 1 or len(given) == 1 or mine[1][0] == given[1][0]):
            return True
    return False


def _parts(name: str) -> tuple[list[str], list[str]]:
    words = _words(name).split()
    return [w for w in words if w not in _SUFFIXES], [w for w in words if w in _SUFFIXES]


def _words(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold()
    return _PARTED.sub(" ", _DROPPED.sub("", folded)).strip()
