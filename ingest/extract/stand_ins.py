"""Who acts when an attorney cannot: stand-ins whom a sentence of its own, or a second part of the opening, names."""

from __future__ import annotations

from .attorney import Attorney
from .attorneys import stream
from .clauses import Page, Sentence
from .name_lists import limit
from .patterns import rx

# "If he is away, B can do it in his place."
_IN_PLACE = rx(
    r"\b(?:if|should|when(?:ever)?|where|while|in case)\b[^.;]{3,120}?(?P<verb>\b(?:may|can|shall|will|is to)\b)"
    r"[^.;]{0,60}\b(?:in (?:his|her|their|the other's) (?:place|stead)|instead|for (?:him|her))\b"
)
# "In the absence of Mr. Weir, Jane Doe shall act."
_PREVENTED = rx(
    r"\b(?:absence|absent|unable|unavailable|unwilling|cannot|prevented|death|dies?|incapacity|refus\w+|inability"
    r"|failing|away|ceas\w+)\b"
)
_STANDS_IN = rx(
    r"\b(?:shall|will|may|is to) (?:act|sign|serve|take (?:his|her|their|the) place|stand in|replace (?:him|her|them)"
    r"|succeed)\b"
)
_EVENT = r"(?:absence|refusal|inability|death|incapacity|unavailability|disability|resignation)"
# "appoint A; and, in case of his refusal, B": names that a second part of the sentence adds without a verb.
_IN_CASE = rx(
    r"[,;] ?(?:and|or),? (?:in (?:the )?(?:case|event) of|in|upon|on|failing) (?:(?:his|her|their|whose|the)"
    rf" (?:\w+ ){{0,2}}?{_EVENT}(?: or {_EVENT})?(?: of [^,;]{{2,40}})?|him|her|them), ?"
    r"|[,;]? ?(?:and|or),? (?:if|should|where|when(?:ever)?|while|in case) (?:he|she|they|either"
    r"|the (?:former|first)|(?:mr|ms|mrs|dr)\. \w+)"
    r"\b[^,;.]{3,80}, (?:then )?(?:to )?"
    r"|[,;]? ?(?:and|or),? as (?:an? |the )?(?:(?:my|his|her|its|their|the undersigned's) )?(?:\w+ )?(?:alternates?"
    r"|substitutes?|successors?|deput(?:y|ies)|back-?up|second)(?: {atty}s?(?:[- ]in[- ]fact)?| agents?)?,? (?:to "
    r"(?:him|her"
    r"|them),? )?"
)


# "appoint A my attorney and, as her stand-in, B"; "appoint A, and B as her substitute when she is away".
_BEHIND = rx(
    r"\band (?P<who>(?-i:[A-Z])[^,;.]{3,60}?),? as (?:an? |the )?(?:(?:my|his|her|their) )?(?:alternate|substitute"
    r"|deputy|back-?up|stand-?in|second)\b"
)


def stand_ins(page: Page, sentence: Sentence) -> list[Attorney]:
    """Who acts when an attorney cannot: "if he is away, B can do it in his place", "in his absence B shall act"."""
    place = _IN_PLACE.search(sentence.text)
    acts = _STANDS_IN.search(sentence.text)
    if place is not None:
        start, end = place.start(), place.start("verb")
    elif acts is not None and _PREVENTED.search(sentence.text, 0, acts.end()):
        start, end = 0, acts.start()
    else:
        return []
    return [a for a in stream(page, sentence.start + start, sentence.start + end) if a.type == "person"]


def in_case(page: Page, opening: Sentence, attorneys: list[Attorney]) -> tuple[Attorney, ...]:
    """The attorneys whom the opening names for the case that the first ones cannot act."""
    last = max(a.end for a in attorneys)
    said = _IN_CASE.search(opening.text, max(0, last - opening.start)) if last < opening.end else None
    if said is None:
        after = _BEHIND.search(opening.text, max(0, last - opening.start)) if last < opening.end else None
        return stream(page, opening.start + after.start("who"), opening.start + after.end("who")) if after else ()
    start = opening.start + said.end()
    return stream(page, start, limit(page, start, opening))
