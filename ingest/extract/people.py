"""Whether two printings within one document are one person's, and which is the fuller."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

from .inverted_names import turned
from .patterns import cased
from .words import HONORIFICS, NAME_SUFFIXES, PARTICLES


@lru_cache(maxsize=256)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without honorifics, suffixes, nicknames and punctuation."""
    name = cased(r"[\"(][^\")]*[\")]").sub(" ", turned(name))
    name = unicodedata.normalize("NFKD", name)
    name = "".join(c for c in name if not unicodedata.combining(c)).lower()
    name = " ".join(w for w in cased(r"[\s,]+").split(name) if "." not in w[:-1] or w.rstrip(".") not in NAME_SUFFIXES)
    words = cased(r"[^\W_]+(?:[-'][^\W_]+)*").findall(name.replace(".", " "))
    kept = [
        w
        for w in words
        if (w not in HONORIFICS and w not in NAME_SUFFIXES and w not in ("ph", "d", "m")) or len(w) == 1
    ]
    while len(kept) > 2 and kept[-1] in ("d", "m", "a", "c", "p", "j", "s"):
        kept.pop()  # what is left of M.D., Ph.D., C.P.A.
    return tuple(kept)


def compatible(one: str, other: str) -> bool:
    """Whether two printings in one document may be the same person: surname alike, first names not at odds.

    "R. Allan Forsythe, Jr." and "Reginald Allen Forsythe Jr." agree; and "Gus Petrakis" and "Constantine G. Petrakis"
    do, because the second initial is the first's; "Mary Doe" and "John Doe" do not.
    """
    a, b = parts(one), parts(other)
    if not a or not b:
        return False
    if a != b and sorted(a) == sorted(b):
        return True  # "KUROSAWA Nobuhiro", "Nobuhiro Kurosawa"
    if len(a[-1]) == 1 or len(b[-1]) == 1:  # "Jorge L. Arriaga B."
        return len(a) > 2 and len(b) > 2 and a[-1][0] == b[-1][0] and a[0] == b[0] and a[-2] == b[-2]
    if not (a[-1] == b[-1] or SequenceMatcher(None, a[-1], b[-1]).ratio() >= 0.8 or _tail(a, b)):
        return False
    if _called(one) & {*b} or _called(other) & {*a}:
        return True
    firsts_a, firsts_b = [w for w in a[:-1] if w not in PARTICLES], [w for w in b[:-1] if w not in PARTICLES]
    if not firsts_a or not firsts_b:
        return True
    x, y = firsts_a[0], firsts_b[0]
    if x[0] == y[0] or _nick(x, y) or any(len(w) > 1 and w in firsts_b for w in firsts_a):
        return True
    if len(x) > 1 and len(y) > 1:  # whoever is called by the second name may keep the first one's initial
        return x[0] in firsts_b or y[0] in firsts_a
    return any(v[0] == w[0] for v in firsts_a for w in firsts_b)


def _called(name: str) -> set[str]:
    """The nicknames that a printing gives in quotes or brackets, folded."""
    return {w.lower() for inner in cased(r"[\"(]([^\")]+)[\")]").findall(name) for w in inner.split()}


def _tail(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Surnames of several words, one printing of which drops some: "Zimmermann-Cruz", "Zimmermann Cruz", "Cruz"."""
    if a[-1] in b[-1].split("-") or b[-1] in a[-1].split("-"):
        return True
    return "".join(a[-2:]).replace("-", "").endswith(b[-1].replace("-", "")) or "".join(b[-2:]).replace(
        "-", ""
    ).endswith(a[-1].replace("-", ""))


# A nickname and the name it stands for.
_PAIRS = """
bob robert; rob robert; bill william; will william; jim james; jack john; dick richard; rick richard; ted
edward; ed edward; ned edward; tony anthony; peggy margaret; meg margaret; betty elizabeth; liz elizabeth; beth
elizabeth; chuck charles; hank henry; harry henry; gus constantine; sandy alexander; alex alexander; kate
katherine; kathy katherine; sue susan; joe joseph; mike michael; steve stephen; dave david; dan daniel; tom
thomas; pat patricia; molly mary; nancy ann; larry lawrence
"""
NICKNAMES: dict[str, str] = dict(pair.split() for pair in _PAIRS.split(";"))


def _nick(a: str, b: str) -> bool:
    return NICKNAMES.get(a, a) == NICKNAMES.get(b, b)


def fuller(one: str, other: str) -> str:
    """The fuller of two printings: more spelled-out words, then more words, then the first."""

    def weight(name: str) -> tuple[int, int]:
        words = parts(name)
        return (sum(len(w) > 1 for w in words), len(words))

    return other if weight(other) > weight(one) else one
