"""Where a line end or a gap parts two names, titles or fields, and where a line merely breaks within one."""

from __future__ import annotations

import re

from .tokens import Token


def apart(left: Token, right: Token, text: str, *, lines: bool) -> bool:
    """Whether what stands between two words parts them: a tab, a wide gap, an empty line, or a line end that does."""
    gap = text[left.end : right.start]
    if "\t" in gap or gap.count("\n") > 1 or "    " in gap.split("\n")[0]:
        return True
    return "\n" in gap and (lines or _new_line(left, right, text))


_LABELLED = re.compile(r"\s*[A-Z][\w ()/.'-]{1,34}(?::|\?)?(?:\t|:[ \t])")


_NAME_WORDS = (
    r"[A-Z][\w.'?-]+(?: (?:[\"(]?[A-Z][\w.'?-]*[\")]?,?|(?:van|von|der|den|de|la|del|bin|al|el|da|di|du|y|o)\b)){1,5}"
)
_ALONE = re.compile(rf"\s*{_NAME_WORDS}")
_BEGINS = re.compile(rf"{_NAME_WORDS}(?:,|$|\s*\()")


_PROSE_LINE = 60  # characters; a line with a label is shorter


def _new_line(left: Token, right: Token, text: str) -> bool:
    """Whether a line end parts two fields or two names: a label on either side, or a name alone on each line."""
    above = text[text.rfind("\n", 0, left.start) + 1 : left.end].rpartition("/s/")[2]
    end = text.find("\n", right.start)
    below = text[right.start : end if end > 0 else len(text)].rstrip()
    if (_LABELLED.match(above) and len(above) < _PROSE_LINE) or _LABELLED.match(below):
        return True
    return bool(_ALONE.fullmatch(above) and _BEGINS.match(below))


_ADDRESSED = re.compile(
    rf"\s*(?:(?:To|TO|Attention|Attn):\s+)?(?:Mr|Ms|Mrs|Miss|Dr|Prof|Sir|Hon)\.?[ ]+{_NAME_WORDS}\s*"
)
_NAME_LINE = re.compile(rf"[ \t]*{_NAME_WORDS}[ \t]*")
_DEAR = re.compile(r"^[ \t]*Dear[ ]+(?:(?:Mr|Ms|Mrs|Miss|Dr|Prof)\.?[ ]+)?(\w[\w'-]+)", re.MULTILINE)
_ADDRESS = 600  # characters from a reader's name to the salutation


def addressed(text: str, end: int) -> bool:
    """Whether the line that ends here is the reader's name in a letter's address: "Ms. Ann Lee", or of "Dear Ann"."""
    line = text[text.rfind("\n", 0, end) + 1 : end]
    if _ADDRESSED.fullmatch(line):
        return True
    dear = _DEAR.search(text, end, end + _ADDRESS) if _NAME_LINE.fullmatch(line) else None
    return dear is not None and dear[1] in (line.split()[0], line.split()[-1])
