"""An organization's name in normal form.

The printed form is kept. A name is cut into its words and its legal form; "The", "&" and "and", EDGAR's state suffix
("/DE/") and punctuation do not count, abbreviations are written out, and what the name itself calls a former or other
name ("formerly ...", "d/b/a ...") is a name of its own. Legal forms are folded by `rigour` and by a table for the forms
that EDGAR and American firms use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import OSA
from rigour.names import replace_org_types_compare

from .letters import plain_letters
from .organization_asides import bank_state, without_aside
from .organization_words import FORMS, LAW_FORMS, LONG, figure

_STATE = re.compile(
    r"(?:\s*[/\\]\s?(?:[A-Z]{2,4}|ADV|NEW|OLD)\s?(?:[/\\])?)+\s*$|\s+[(\[-](?-i:[A-Z]{2})[)\]-]\s*$"
    r"|(?<= inc|corp| ltd)\s+(?-i:NEW|OLD)\s*$|(?<= co)\s+(?-i:NEW|OLD)\s*$",
    re.IGNORECASE,
)
# What a text says of a name: "Acme, Inc., a Delaware corporation".
_BEING = re.compile(
    r",\s+an?\s+(?:[A-Za-z.]+\s+){0,4}?(?:corporation|company|partnership|trust|association|bank|bancorporation)\s*$",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"([,;]?\s*[(\[]?\b(?:formerly(?:\s+(?:known\s+as|named|called|doing\s+business\s+as))?|f/?k/?a"
    r"|previously(?:\s+known\s+as)?"
    r"|successor\s+(?:by\s+\w+\s+)?to|d/?b/?a|doing\s+business\s+as|trading\s+as|t/a|a/?k/?a|also\s+known\s+as|now\s+known\s+as"
    r"|n/?k/?a)\b[\s:.]*)",
    re.IGNORECASE,
)
_TRADE = re.compile(r"d/?b/?a|business|trading|t/a", re.IGNORECASE)
_ALIAS = re.compile(r"[(\[]\s*(?:the\s+)?[\"'\u201c][^)\]]*[)\]]")
_AND_ITS = re.compile(
    r",?\s+(?:and|&)\s+(?:(?:its|their|all)\s+)*(?:(?:direct|indirect|or|and|various|consolidated|affiliated)\s+)*"
    r"(?:subsidiaries|affiliates|subsidiary|affiliate)(?:\s+(?:companies|and\s+affiliates|or\s+affiliates))?\s*$",
    re.IGNORECASE,
)
_THE = re.compile(r"^the\s+|,?\s*\(?\bthe\)?\s*$", re.IGNORECASE)
_SWEDISH = re.compile(r"^Aktiebolaget\s+(.+)$", re.IGNORECASE)
_PUBLIC = re.compile(r"\s*\(publ\.?\)$", re.IGNORECASE)
_ARTICLE = re.compile(
    r",?\s+an?\s+(?=(?:professional|registered|limited|general|public|private|law|medical)\b)", re.IGNORECASE
)
_BENEFIT = re.compile(r"\bf[/.]?b[/.]?o\b\.?|\bfor\s+the\s+(?:sole\s+)?benefit\s+of\b")
_NUMBER_OF = re.compile(r"\b(?:no|nos|nr|number)\s+(?=(?:\d+|[ivx]+|[a-z]|one|two|three|four|five|six|seven)\b)")
_OFFICE = re.compile(
    r"^(?:the\s+)?(?:(?:law|legal)\s+offices?|law\s+firm|firm|offices?|legal\s+department)\s+of\s+", re.IGNORECASE
)
_ATTORNEYS = re.compile(
    r",?\s+(?:attorneys|counsel(?:l?ors)?)\s+(?:and\s+counsel(?:l?ors)?\s+)?at\s+law\s*$", re.IGNORECASE
)

STOP = frozenset({"and", "the", "of", "for", "in", "at"})
NUMBER = re.compile(r"(?:[ivx]{1,5}|\d+|[a-z]|1st|2nd|3rd|first|second|third)\Z")


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """An organization's name in normal form.

    Attributes:
        printed: As printed.
        words: The words of its own name, in order, written out.
        raw: The same words as they are printed, folded.
        form: Its legal form in one spelling; None where it has none.
        partners: How many words of the name are partners' names, 0 where it is not a row of names.
        others: Names that this name itself gives as former or other ones.
        capitals: Words that are printed in capitals and are short: they may be initials.
        company: Whether "Co." stands before its legal form ("Acme Co., Inc.").
        complete: Whether it is a row of partners' names to its end, with "&" before the last one and a legal form.
        aside: What stands behind it and tells it from others of its name: a place, or the date of a trust's deed.
        trade: Whether it is a name under which another one does business.
    """

    printed: str
    words: tuple[str, ...]
    raw: tuple[str, ...]
    form: str | None = None
    partners: int = 0
    others: tuple[OrganizationName, ...] = ()
    capitals: frozenset[str] = frozenset()
    company: bool = False
    complete: bool = False
    aside: str | None = None
    trade: bool = False

    @property
    def core(self) -> str:
        """The name without its legal form, for comparing."""
        return " ".join(self.words)

    @property
    def law_form(self) -> bool:
        """Whether its legal form is one that law firms have."""
        return self.form in LAW_FORMS


@lru_cache(maxsize=200_000)
def organization_name(printed: str) -> OrganizationName:
    """The normal form of an organization's name."""
    text = _ALIAS.sub(" ", plain_letters(printed))
    head, *tail = _FORMER.split(text)
    others = tuple(
        replace(_parsed(other.rstrip(") ]."), printed), trade=_TRADE.search(how) is not None)
        for how, other in zip(tail[::2], tail[1::2], strict=True)
        if re.search(r"[A-Za-z]", other)
    )
    name = _parsed(head if re.search(r"[A-Za-z0-9]", head) else text, printed)
    return replace(name, others=others)


def with_former(name: OrganizationName, former: Iterable[str]) -> OrganizationName:
    """A name with other names that its source gives as former ones."""
    others = tuple(replace(organization_name(other), others=()) for other in former)
    return replace(name, others=(*name.others, *others)) if others else name


def _parsed(text: str, printed: str) -> OrganizationName:
    text = _AND_ITS.sub("", _SWEDISH.sub(r"\1 AB", _PUBLIC.sub("", text.strip())))
    text, state = bank_state(text)
    text, aside = without_aside(_STATE.sub("", text).strip(" ,;"))
    text = _ARTICLE.sub(" ", _BEING.sub("", _ATTORNEYS.sub("", _OFFICE.sub("", text))))
    shorter = _THE.sub("", text).strip(" ,;")
    text = shorter or text
    row = len(re.findall(r",(?!\s*(?:Inc|INC|L\.?L|Ltd|LTD|P\.|Jr|Sr|N\.|L\.P|S\.))|&|\band\b", text, re.IGNORECASE))
    capitals = frozenset(
        word.replace(".", "").replace("&", "").lower()
        for word in re.findall(r"\b[A-Z](?:[A-Z&]|\.[A-Z]){0,4}\b", text)
        if len(word) > 1
    )
    mixed = text != text.upper()
    low = re.sub(r"(?<=[a-z])\.(?=[a-z]\b)", "", text.lower())  # L.L.C., U.S.
    low = _BENEFIT.sub(" fbo ", low)
    low = low if _ends_plainly(low) else replace_org_types_compare(low)
    low = re.sub(r"\b([a-z]) ?& ?(?=[a-z]\b)", r"\1", low)  # S&L, K & G
    low = re.sub(r"(?<=[a-z0-9])['`](?=[a-z]\b)", "", low).replace("&", " and ").replace("+", " and ")
    raw = _NUMBER_OF.sub(" ", re.sub(r"[^a-z0-9]+", " ", low.replace(".", " "))).split()
    joined = _initials_joined(raw)
    words, form = _form_off(joined)
    joined_words = list(words)
    company = form != "co" and any(FORMS.get(word) == "co" for word in joined[len(words) : -1])
    words = [word for word in words if word != "and"] or words
    # "Company of Louisiana" and "Co. of Louisiana": a form within a name is a word of it, in one spelling.
    out = tuple(
        figure(word, words[place - 1]) or LONG.get(word, FORMS.get(word, word)) if place else LONG.get(word, word)
        for place, word in enumerate(words)
    )
    return OrganizationName(
        printed,
        out,
        tuple(words),
        form,
        row + 1 if row else 0,
        (),
        capitals if mixed or len(words) == 1 else frozenset(),
        company,
        form is not None and len(words) > 1 and joined[len(joined_words) - 2 : len(joined_words) - 1] == ["and"],
        aside or state,
    )


_PLAIN_END = re.compile(
    r"\b(?:inc|corp|co|corporation|company|llc|llp|lp|ltd|trust|bank|group|incorporated)\.?\s*$", re.IGNORECASE
)


def _ends_plainly(text: str) -> bool:
    """Whether the table below knows the legal form, so that `rigour` need not be asked."""
    return bool(_PLAIN_END.search(text))


def _initials_joined(words: list[str]) -> list[str]:
    """Single letters in a row are one word ("j p morgan" and "jp morgan"), but a lone "a" between words is not."""
    out: list[str] = []
    open_ = False
    for word in words:
        if len(word) == 1 and word.isalpha():
            if open_:
                out[-1] += word
            else:
                out.append(word)
            open_ = True
        else:
            out.append(word)
            open_ = False
    return out


def _form_off(words: list[str]) -> tuple[list[str], str | None]:
    """The words before the legal form, and the form; a name of nothing but a form keeps its words."""
    form = None
    while len(words) > 1:
        for length in (4, 3, 2, 1):
            found = FORMS.get(" ".join(words[-length:])) if len(words) > length else None
            found = found or (_misspelled_form(words[-1]) if length == 1 else None)
            if found:
                # The last one printed is the form: "X Company, Inc." is an Inc.
                form, words = form or found, words[:-length]
                break
        else:
            break
    while len(words) > 1 and words[-1] == "and":
        words = words[:-1]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return words, form


@lru_cache(maxsize=100_000)
def _misspelled_form(word: str) -> str | None:
    """The legal form that a word is but for one slip of the pen: "Compnay"."""
    if len(word) < 6 or word in _NO_FORMS:
        return None
    return next((form for long, form in _LONG_FORMS if OSA.distance(word, long, score_cutoff=1) == 1), None)


_LONG_FORMS = tuple((long, FORMS[long]) for long in ("company", "corporation", "incorporated", "limited"))
_NO_FORMS = frozenset({"companys", "corporations", "cooperation"})


def keys(name: OrganizationName) -> set[str]:
    """Words under which a name is looked for among others that share something with it."""
    out: set[str] = set()
    for this in (name, *name.others):
        if not this.words:
            continue
        first = this.words[0]
        initials = "".join(word[0] for word in this.raw if word not in STOP)
        out.update((first, first[:3], f"@{initials[:2]}", *(f"@{word[:2]}" for word in this.raw[:1] if len(word) <= 5)))
        out.update(word for word in this.words if len(word) > 3)
    return out


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """A name's words and its legal form; equal folds are one name."""
    parsed = organization_name(name)
    former = "".join(f" formerly {other.core}" for other in parsed.others)
    core = "".join(parsed.words) if len(parsed.words) == 1 else parsed.core
    form = f"co {parsed.form}" if parsed.company else parsed.form or ""
    return f"{core} /{form}{f' ({parsed.aside})' if parsed.aside else ''}{former}"


def rare_keys(names: Iterable[OrganizationName]) -> set[str]:
    """Words under which a name is looked for anywhere: its whole, its words in order of the alphabet, its beginning."""
    out: set[str] = set()
    for name in names:
        for this in (name, *name.others):
            joined = "".join(this.words)
            out.update((f"={joined}", f"^{' '.join(sorted(this.words))}"))
            # A word may be cut off or stand in the plural.
            out.add(f"{this.words[0]} {this.words[1][:5]}" if len(this.words) > 1 else this.words[0])
            if len(joined) >= 10:  # one slip of the pen leaves a half of the name as it is
                out.update((f"<{joined[: len(joined) // 2 - 1]}", f">{joined[-(len(joined) // 2 - 1) :]}"))
    return out
