"""Whether two names are one party's within the papers of one reporting owner, where only a few parties stand.

Identity says who is who in the whole corpus, and is slow to join names. The audit asks less: is the attorney whom this
owner's power names the one who signed this owner's form? There, a name with an initial less, a short name, two letters
exchanged or a company's name without its legal form are enough. Callers may rely on: two different CIKs are never one
party; where both names were given a canonical entity and it is the same, they are one; and every rule is symmetric.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .authority import Named
from .folding import fold_organization
from .names import generation, same_person, same_printed_person
from .names import words as name_words

_LEGAL_FORMS = frozenset(
    "inc corp co cos ltd llc lp llp plc sa ag nv bv se spa ab asa oyj gmbh kk pte pty sarl reit trust holdings".split()
)
# Words that EDGAR, whose names have sixty letters at most, or a filer cuts short.
_SHORTENED = {
    "intl": "international", "hldgs": "holdings", "hldg": "holding", "grp": "group", "mfg": "manufacturing",
    "natl": "national", "svcs": "services", "svc": "service", "tech": "technology", "techs": "technologies",
    "pharma": "pharmaceuticals", "fin": "financial", "finl": "financial", "bancorporation": "bancorp",
    "amer": "american", "assn": "association", "assoc": "associates", "bros": "brothers", "ctr": "center",
    "dev": "development", "elec": "electric", "eng": "engineering", "ind": "industries", "inds": "industries",
    "ins": "insurance", "labs": "laboratories", "mgmt": "management", "mgt": "management", "prods": "products",
    "ppty": "property", "ppties": "properties", "rlty": "realty", "res": "resources", "sys": "systems",
    "transn": "transportation", "univ": "university",
}  # fmt: skip
_EDGAR_STATE = re.compile(r"\s*[/\\][A-Za-z]{2,4}[/\\]?\s*$")
_EXCHANGED = 5  # letters that a name must have for two exchanged ones, or a doubled one, to be a slip


def is_entity(party: Named) -> bool:
    """Whether a party is an organization."""
    return party.type == "organization"


def has_cik(party: Named) -> bool:
    """Whether a party is known by its CIK."""
    return "/cik-" in party.entity


def same_company(one: Named, other: Named) -> bool:
    """Whether two organizations are one: by entity, name or earlier name; a missing legal form is no difference."""
    if one.entity == other.entity:
        return True
    # A power names its issuer in words only, so that its CIK comes from whoever bears that name today.
    if has_cik(one) and has_cik(other) and not (one.former or other.former):
        return False
    return any(_same_name(mine, its) for mine in (one.name, *one.former) for its in (other.name, *other.former))


def _same_name(one: str, other: str) -> bool:
    mine, its = _company_words(one), _company_words(other)
    if mine == its:
        return bool(mine)
    bare, other_bare = _bare(mine), _bare(its)
    if bare and bare == other_bare and (bare == mine or other_bare == its):
        return True
    undated = [_OF_A_DAY.sub("", name) for name in (one, other)]
    return (undated[0] != one) != (undated[1] != other) and _company_words(undated[0]) == _company_words(undated[1])


# By which day a trust is told from others of its name; a line may leave that out.
_OF_A_DAY = re.compile(
    r"(?<=trust),?\s+\(?(?:dated|dtd\.?|u/?a/?d/?|u/?d/?t|u/?t/?a|under agreement dated)\s.*$", re.IGNORECASE
)


@lru_cache(maxsize=65536)
def _company_words(name: str) -> tuple[str, ...]:
    folded = fold_organization(_EDGAR_STATE.sub("", name)).split()
    return tuple(_SHORTENED.get(word, word) for word in folded)


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    end = len(words)
    while end > 1 and words[end - 1] in _LEGAL_FORMS:
        end -= 1
    return words[:end]


def same_party(one: Named, other: Named | None) -> bool:
    """Whether two names in natural order are one party's."""
    if other is None:
        return False
    if one.entity == other.entity:
        return True
    if is_entity(one) or is_entity(other):
        return is_entity(one) and is_entity(other) and same_company(one, other)
    if has_cik(one) and has_cik(other):
        return False
    if not one.type == other.type == "person":
        return False
    return (
        same_printed_person(one.name, other.name)
        or _slip(one.name, other.name)
        or same_printed_person(_romanized(one.name), _romanized(other.name))
    )


def same_owner(printed: Named, owner: Named) -> bool:
    """Whether a printed name is a reporting owner's, whose name EDGAR prints with the surname first."""
    if printed.entity == owner.entity:
        return True
    if has_cik(printed) and has_cik(owner):
        return False
    if is_entity(printed) or is_entity(owner):
        return same_company(printed, owner)
    return same_person(printed.name, owner.name) or same_printed_person(printed.name, owner.name)


# Spellings of one sound in names that were written in Cyrillic: Alexander Scherbakov is Aleksandr Shcherbakov.
_ROMAN = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"shch|sch", "sch"),
        (r"x", "ks"),
        (r"kh", "h"),
        (r"w", "v"),
        (r"ph", "f"),
        (r"tz|cz|c(?=[aeiouy])", "ts"),
        (r"\by[eo]|\bjo|\bje", "e"),
        (r"[yij]+", "i"),
        (r"(?<=[dtgkp])er\b", "r"),
    )
)


@lru_cache(maxsize=65536)
def _romanized(name: str) -> str:
    """A person's name in one spelling of what Cyrillic letters sound like."""
    text = " ".join(name_words(name))
    for pattern, plain in _ROMAN:
        text = pattern.sub(plain, text)
    return f"{text}, {generation(name) or ''}"


def _slip(one: str, other: str) -> bool:
    """Whether two names differ in one word only, by two letters exchanged or one of a double letter dropped."""
    mine, its = ([w for w in name_words(name) if len(w) > 1] for name in (one, other))
    if len(mine) != len(its) or len(mine) < 2 or generation(one) != generation(other):
        return False
    different = [(a, b) for a, b in zip(mine, its, strict=True) if a != b]
    return len(different) == 1 and _nearly(*different[0])


def _nearly(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _EXCHANGED:
        return False
    if len(one) == len(other):
        at = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        return len(at) == 2 and at[1] == at[0] + 1 and one[at[0]] == other[at[1]] and one[at[1]] == other[at[0]]
    return re.sub(r"(.)\1", r"\1", one) == re.sub(r"(.)\1", r"\1", other)


def about(issuers: tuple[Named, ...], issuer: Named | None) -> bool:
    """Whether papers about these issuers (none: any) are about this one; an unknown one is not held against them."""
    return not issuers or issuer is None or any(same_company(one, issuer) for one in issuers)


def key(party: Named) -> str:
    """What a printed name is looked up by: a surname's last word, or an organization's words without its legal form."""
    found = [] if is_entity(party) else name_words(party.name)
    return found[-1] if found else " ".join(_bare(_company_words(party.name)))


def owner_keys(owner: Named) -> set[str]:
    """What a reporting owner may be looked up by: EDGAR does not say where a surname ends."""
    return {key(owner)} if is_entity(owner) else set(name_words(owner.name))


def stands_in(party: Named, text: str) -> bool:
    """Whether an organization's name stands in a text, with or without its legal form, and not in a longer name."""
    bare, found = _bare(_company_words(_OF_A_DAY.sub("", party.name))), _company_words(text)
    ends = (at + len(bare) for at in range(len(found) - len(bare) + 1) if found[at : at + len(bare)] == bare)
    return bool(bare) and any(len(bare) > 1 or not _goes_on(found[end:]) for end in ends)


def _goes_on(behind: tuple[str, ...]) -> bool:
    """Whether what stands behind a word makes it the first of a longer name: "Tarn" in "Tarn Logistics LLC"."""
    return behind[:1] != () and behind[0] not in _LEGAL_FORMS and any(word in _LEGAL_FORMS for word in behind[1:3])
