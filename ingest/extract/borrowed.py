"""What an instrument takes from the one before it: "the same authority that the foregoing power gives to Ann Lee"."""

from __future__ import annotations

from dataclasses import replace

from ..records import Instrument
from .patterns import rx

_SAME = rx(
    r"\b(?:the|that|this) same (?:powers?|authority|authori[sz]ations?|mandate)\b[^.;]{0,80}?"
    r"\b(?:foregoing|preceding|above|earlier|first|previous|other)\b"
)
_FIELDS = ("forms[", "powers[", "scope")


def borrowed(text: str, found: Instrument, earlier: Instrument | None) -> Instrument:
    """The instrument with the forms, powers and scope of the one before, where it grants "the same" and names none.

    Args:
        text: The words of the instrument.
        found: The instrument as its own words give it.
        earlier: The one before it in the same document, if any.
    """
    if earlier is None or found.forms or found.powers or not _SAME.search(text):
        return found
    taken = [e for e in earlier.evidence if e.field.startswith(_FIELDS)]
    own = [e for e in found.evidence if not e.field.startswith(_FIELDS)]
    return replace(
        found,
        scope=earlier.scope,
        forms=earlier.forms,
        powers=earlier.powers,
        evidence=tuple(sorted([*own, *taken], key=lambda e: (e.start, e.field))),
        review=tuple(r for r in found.review if r.field != "forms"),
    )
