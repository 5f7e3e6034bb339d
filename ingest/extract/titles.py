"""Titles: capitalised words around a head such as "Secretary", as one stands before or behind a person's name."""

from __future__ import annotations

from .name_breaks import apart
from .tokens import Token
from .words import TITLE_HEADS, TITLE_WORDS


def title_at(tokens: list[Token], i: int, text: str, *, lines: bool) -> int | None:
    """The last token of a title that begins at token i: capitalised words around a head such as "Secretary"."""
    token = tokens[i]
    if not (token.capital and (_title_word(token) or _of_a_company(tokens, i))):
        return None
    if (
        token.low
        in (
            "law",
            "dean",
            "real",
            "special",
            "counsel",
            "first",
            "second",
            "lead",
            "head",
            "chain",
            "member",
            "attorney",
            "principal",
            "representative",
        )
        and not (i + 1 < len(tokens) and (tokens[i + 1].low in TITLE_WORDS or tokens[i + 1].low in ("of", "to")))
        and token.low not in ("counsel", "member")
    ):
        return None
    last, j, head = i, i, False
    while j < len(tokens):
        token = tokens[j]
        if j > i and (
            apart(tokens[j - 1], token, text, lines=lines) or text[tokens[j - 1].end : token.start].count("\n") > 1
        ):
            break
        if token.capital and (_title_word(token) or _of_a_company(tokens, j)):
            head = head or any(part in TITLE_HEADS for part in (token.low, *token.low.split("-")))
            last = j
            j += 1
        elif (
            head
            and token.low in ("of", "and", "for", "to", "&", "-", ",", "/")
            and j + 1 < len(tokens)
            and tokens[j + 1].capital
            and tokens[j + 1].low in TITLE_WORDS
        ):
            if token.text == "," and tokens[j + 1].low in TITLE_HEADS and tokens[j + 1].low not in _NOT_ONLY_HEADS:
                break
            if token.text == "," and _starts_title(tokens, j + 1, text, lines=lines):
                break
            j += 1
        elif head and token.low in ("of", "for") and j + 1 < len(tokens) and tokens[j + 1].low in ("the", "its", "our"):
            break
        else:
            break
    return last if head else None


def _of_a_company(tokens: list[Token], j: int) -> bool:
    """Whether "Company" is a word of the title itself: "Deputy Company Secretary"."""
    return tokens[j].low == "company" and j + 1 < len(tokens) and tokens[j + 1].low == "secretary"


def _title_word(token: Token) -> bool:
    """Whether a word, or each half of "President-Investor", may stand in a title."""
    return token.low in TITLE_WORDS or ("-" in token.low and all(p in TITLE_WORDS for p in token.low.split("-")))


_NOT_ONLY_HEADS = ("counsel", "executive")  # "Manager, Executive Compensation"


def _starts_title(tokens: list[Token], j: int, text: str, *, lines: bool) -> bool:
    """Whether the words at token j are a title of their own ("General Counsel, Corporate Secretary")."""
    for k in range(j, min(j + 4, len(tokens))):
        if not (tokens[k].capital and tokens[k].low in TITLE_WORDS):
            return False
        if k > j and apart(tokens[k - 1], tokens[k], text, lines=lines):
            return False
        if tokens[k].low in TITLE_HEADS and k > j:
            return True
    return False
