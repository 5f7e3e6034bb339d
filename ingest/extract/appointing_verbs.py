"""The verbs that appoint: where one stands that acts, and not a noun, an infinitive or a report of another paper."""

from __future__ import annotations

import re

from .clauses import AGENT_NOUN, SURE_VERB, VERB, Sentence, heading
from .offices import DESIGNEE
from .patterns import rx


def verb_is_sure(verb: re.Match[str]) -> bool:
    """Whether a verb appoints by itself, without an object that says so."""
    return SURE_VERB.fullmatch(verb.group()) is not None


_ACTS = rx(
    r"\bsign my (?:name|forms?|reports?)\b"
    r"|\bto (?:(?:\w+,|\w+ and) ){0,3}?(?:sign|execute|file|act|submit|subscribe)\b|authority|power|\bthe (?:signing"
    r"|execution|filing|making)\b"
    r"|\bdelegates? (?:it|them|these|this|the same|all|such)\b"
)


def verbs(sentence: Sentence, following: str, *, told: bool = False) -> list[re.Match[str]]:
    """The appointing verbs of a sentence that speaks, itself or in the list that it opens, of acting for somebody.

    Args:
        sentence: The sentence.
        following: The text behind it.
        told: Whether what another paper does counts too: "a power of attorney that appoints A".
    """
    open_end = sentence.raw[-1].isalnum() and not heading(sentence.raw)
    if (open_end or sentence.text.endswith(":")) and AGENT_NOUN.search(following):
        pass
    elif not AGENT_NOUN.search(sentence.text) and not _ACTS.search(sentence.text):
        return []
    designees = [m.span() for m in DESIGNEE.finditer(sentence.text)]
    verbs = []
    for verb in VERB.finditer(sentence.text):
        before = sentence.text[max(0, verb.start() - 24) : verb.start()]
        if (
            _MADE.match(sentence.text, verb.start())
            or (_GIVEN_BY.match(sentence.text, verb.start()) and _THIS_PAPER.search(sentence.text, 0, verb.start()))
            or (not told and _OF_A_PAPER.search(sentence.text, 0, verb.start()))
            or _LABEL.match(sentence.text, verb.start())
            or (_A_SUBSTITUTE.match(sentence.text, verb.start()) and not _SAYS.search(before))
            or any(s < verb.start() < e for s, e in designees)
        ):
            continue
        here = sentence.text[max(0, verb.start() - 80) : verb.start()]
        if (not INFINITIVE.search(before) or _PURPOSE.search(here)) and not (
            _NOUNS.fullmatch(verb.group()) and _DETERMINED.search(before)
        ):
            verbs.append(verb)
    return verbs


_OF_A_PAPER = rx(
    r"\b(?<!this\s)(?:powers? of {atty}|forms?|templates?|documents?|drafts?|specimens?|papers?|letters?)"
    r"(?: of {atty})? (?:that|which) (?:\w+ )?$"
)

_PURPOSE = rx(
    r"\b(?:(?:this|the present|the foregoing|which)(?: (?:letter|instrument|document|memo\w*|notice|writing|paper"
    r"|statement|is|shall|will|serves?|be|purpose|of|hereby|also|intended|meant))*|(?:my|the) (?:wish|intention|purpose"
    r"|desire)(?: of (?:this|the) \w+)? is|\bi (?:am writing|write|wish|want|desire|would like|intend)|it is my (?:wish"
    r"|intention|desire|purpose))(?: hereby)? to (?:\w+ and )?$"
)
"""What makes an infinitive the act itself: "this is to authorize", "I write to appoint"."""

_MADE = rx(r"made,? (?:by deed|by way of deed|this|on|as of|at|and entered|between|by)\b|let (?:it|all|this)\b")
"""The paper, not somebody; and "let it be known"."""
_GIVEN_BY = rx(
    r"(?:given|granted|executed|conferred),?(?: (?:on|this|at|as of|in|the)\b[^.;]{0,60}?)? "
    r"by\b"
)  # likewise
_THIS_PAPER = rx(
    r"\b(?:this|the foregoing|the present) (?:\w+ ){0,3}?(?:powers? of {atty}|instruments?|deeds?|documents?|powers?"
    r"|mandates?|authori[sz]ations?) (?:is|are|was|being|has been)(?: \w+)? $"
)
_LABEL = rx(r"names? ?(?::|of\b|and (?:title|address)|\(s\))|(?:grants?|made) ?:")

# "Ann Lee, substitute attorney-in-fact of", "I was made substitute for": nobody substitutes there.
_A_SUBSTITUTE = rx(r"substitutes? (?:{atty}s?|agents?|for (?!m[ey]))")
_SAYS = rx(r"\b(?:i|we|undersigned|hereby|do|does|and|to) $")

_NOUNS = rx(
    r"names?|places?|requests?|grants?|commissions?|charges?|permits?|substitutes?|delegates?"
    r"|deputies|assigns?|mandates?|employs|instructs?|asks?|put"
)

_DETERMINED = rx(
    r"\b(?:my|his|her|their|whose|its|our|your|the|an?|of|such|each|any|own|no|this|said|printed"
    r"|family|in|whose full) $|(?:securities and exchange|stock|exchange) $"
)

INFINITIVE = rx(
    r"\b(?:to|may|shall|can|lets? (?:me|him|her|us|them)|will not|power of|right of|must)"
    r"(?: also| then| not| name or| name and)? $|\b(?:was|were|had been|previously|heretofore|originally) $"
)
