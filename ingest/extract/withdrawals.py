"""Texts that only take back what was given before: a principal who withdraws, an attorney who lays down.

A sentence ends authority here and now in one of three ways: somebody ends it ("I withdraw the authority ..."), it is
said to be over ("the power that I gave to A is at an end"), or somebody is said to have it no longer ("A may no longer
sign for me"). What stands behind "until", "unless" or "if" is a term, and what is said of "this power" is one as well.
A text that grants something beside is no withdrawal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from .appointing_verbs import verbs
from .attorney import Appointment, Attorney
from .clauses import Page, Sentence
from .letters import addressees
from .other_papers import PRONOUN
from .patterns import Stems, rx
from .people import compatible
from .persons import persons
from .principal import Principal
from .signers import Signed
from .taking_back import (
    DISMISS,
    GIVEN,
    GONE,
    OVER_NOW,
    SOMEBODY,
    TAKE_BACK,
    TAKEN_BACK,
    TAKING_BACK,
    UNDO_STEMS,
    UNTIL,
    WHEN,
)

_END = rf"(?:{TAKE_BACK}|{TAKING_BACK}|{TAKEN_BACK}|end(?:s|ing|ed)?|{DISMISS})"
_FILLER = (
    r"(?:(?:[a-z]+ly|hereby|do|does|also|now|then|both|each|therefore|herewith|am|are|is|have|has|to|decided"
    r"|wish(?:es)?"
    r"|wants?|desires?|today|further|must) ){0,5}?"
)
_WHO = (
    r"(?:^(?:please |kindly )?|\b(?:(?:each|all|both|the \w+) of us|(?-i:[A-Z])[\w.'-]+(?= (?:has|have|hereby))"
    rf"|{SOMEBODY}"
    r"|i|we|undersigned(?: \w+)?|grantor|principal|insider|owner|director|officer|letter|notice|paper|writing"
    r"|memorandum|note|hereby|herewith)\b(?:,[^;.]{2,90}?,)? )"
)
_ENDS = rx(rf"{_WHO}{_FILLER}(?P<verb>{_END})\b(?P<what>[^;.]{{2,260}})")
_OBJECT = rx(rf"\b{GIVEN}\b|\bas (?:my|our|an?|one of my|his|her)? ?(?:{{atty}}|agent|substitute)")
_OVER = (
    rf"(?:(?:is|are|has been|have been|stands?|becomes?|as) (?:\w+ly |hereby |now |herewith |both |all )?"
    rf"(?:{TAKEN_BACK}|over|{GONE})|{OVER_NOW}"
    r"|(?:(?:has|have) (?:now |also |\w+ly )?)?(?:ended|lapsed|expired|ceased|terminated|r[au]n out|c[ao]me to an end)"
    r"|(?:shall have|shall be of|has|have|is of|are of) no (?:further |more )?(?:force|effect))"
)
_IS_OVER = rx(
    rf"\b(?:your|my|our|his|her|all|each|every|any|the|that|those|\w+'s?) (?:[\w-]+,? ){{0,4}}?{GIVEN}\b"
    rf"(?P<which>[^;]{{0,240}}?)[ ,]{_OVER}\b"
)
_EARLIER = rx(
    r"\b(?:your|my|our|all|each|every|earlier|previous|prior|former|given|granted|gave|signed|executed|dated|held|holds"
    r"|conferred|delivered|made)\b|\w's? (?:power|auth)|\b(?:of|to|in favou?r of) (?-i:[A-Z])"
)
_THIS = rx(r"[ ,](?:this|these)\b")
_SAME = rx(r" (?:the same|it|them|that|those)\b(?! \w+ of)")
_ITSELF = rx(
    r"\b(?:this|these|such|said|foregoing|present|herein|hereunder|hereof|so granted"
    r"|hereby (?:granted|given|conferred))\b"
)
_NO_LONGER = rx(
    r"\b(?:may|shall|will|can|is|are|has|have|must)(?: (?:therefore|thus|hence|now|accordingly|consequently))?"
    r" no longer\b[^;.]{0,60}?\b(?:{atty}|agents?|authori\w+|signs?|acts?"
    r"|files?|substitute|stands?|represents?|entitled|empowered|power|speaks?)\b"
    r"|\bno longer (?:has|have|holds?|acts?|signs?|stands?|represents?|speaks?|serves?|enjoys?)\b[^;.]{0,60}"
    r"|\bnot\b[^;.]{0,80}\b(?:any ?more|any longer)\b[^;.]{0,60}"
    r"|\b(?:sign|execute|file)s? (?:nothing|no (?:\w+ )?(?:forms?|reports?|filings?))(?: more| further| else)?"
    r"\b[^.;]{0,40}\b(?:for me|(?:in|on) my (?:name|behalf))\b"
    r"|\b(?:take|drop|remove|strike)s? [^;.]{3,60}? (?:off|from) (?:the|my|that|this) (?:list|names|persons|paper)\b"
    r"|\b(?:is|are) not to (?:do so|sign|act|file)\b[^;.]{0,40}\b(?:from|after|as of|any ?more)\b"
    r"|\b(?:from (?:this day|now|today)|henceforth)\b[^;.]{0,40}\b(?:neither|none|no one|nobody)\b[^;.]{0,80}"
    r"\b(?:authority|authori[sz]ed|power|signs?|acts?)\b"
    r"|\b(?:is|are|has been|have been) (?:\w+ ){0,2}?(?:removed|dismissed|discharged|released|relieved|struck)\b"
    r"[^;.]{0,30}\b(?:{atty}|agents?|authority|powers?|duty|duties)\b"
    r"|\b(?:ceases?|ceased)(?: today| now| forthwith| herewith)? to (?:be|act|serve|have|hold|represent)\b"
    r"[^;.]{0,60}?\b(?:{atty}|agents?|authori\w+|power|substitute|me)\b"
)
_IF = rx(rf"\b(?:{WHEN}|while|(?:as|so) long as|event|or|where|who|whoever|which|earlier of)\b[^;]*$")
_UNTIL = rx(r"\b(?:until|till|unless|(?:so|as) long as)\b")
_IF_HE = rx(
    rf"\b(?:{UNTIL}|where|or|case|time|date|day)(?: that| on which)?"
    r"(?: (?:the|such|said|each of the|either of the|any of the))? ?$"
)
_ANEW = rx(
    r"\b(?:and|but|,|;) ?(?:(?:i|we|the undersigned|hereby|do|does|now|in (?:his|her|their|its) (?:place|stead)) ){0,4}"
    r"(?:appoint|constitut|designat|authori[sz]|nam|empower|nominat|substitut|mak|giv|grant)(?:e|es|s)?\b"
)
_KEEPS = rx(
    r"\b(?:(?:may|shall|will|can) (?:\w+ )?)?(?:keeps?|retains?|remains?|stays?|continues?|unaffected|untouched"
    r"|undisturbed|go(?:es)? on|stands?(?! (?:in|on|at|below|above|beside|next)\b)|still|not affect)\b"
)
_MAY = rx(
    r"\b(?:may|shall|will|can|is to|are to) (?:\w+ ){0,3}?(?:sign|act|file|execute)s?\b"
    r"(?![^.;]{0,20}\b(?:no|nothing|nobody)\b)"
)
_LAYS_DOWN = rx(
    r"\b(?:my|her|his|undersigned's) resignation\b(?P<office>[^;.]{2,260})"
    rf"|\b(?:i|we|undersigned|(?-i:[A-Z])[\w.'-]+(?= hereby))\b(?:,[^;.]{{2,90}}?,)?"
    rf" (?:(?:leave|am leaving)\b[^;.]{{0,60}}? and )?{_FILLER}"
    r"(?:resign(?:s|ing)?|renounc(?:e|es|ing)|relinquish(?:es|ing)?|surrender(?:s|ing)?|lay(?:s|ing)? down"
    r"|giv(?:e|es|ing) up|(?:hand|giv)(?:e|es|s|ing)? back|disclaims?|declin(?:e|es|ing)|step(?:s|ping)? down)\b"
    r"(?P<what>[^;.]{2,260})"
)
_HELD = rx(rf"\b{GIVEN}\b|\b(?:{{atty}}|agent|substitute)\b|\bto act\b")
_OTHERS = rx(
    r"(?:forms? [\d, and]{1,12}|reports?|filings?|{atty}s?(?:[- ]in[- ]fact)?|agents?|powers?(?: of {atty})?|behalf"
    r"|name) (?:of|for|from|by) (?:\w+\. )?$"
    r"|\bdear (?:\w+\. )?$"
)
_PART = rx(r";|,? \b(?:but|while|whereas|although|though)\b")
_YOU = rx(r"\byour?\b")


_MAY_END = Stems(
    f"{UNDO_STEMS}|remov|dismiss|discharg|struck|strik|delet|releas|reliev| end | over|any more|anymore|any longer"
    f"|this day"
    "|from now|today|henceforth"
)


def ending(page: Page) -> list[Sentence]:
    """The sentences that end authority given before."""
    return [sentence for sentence in page.sentences if _ends(sentence.text)]


@lru_cache(maxsize=512)  # the sentences of one text are asked more than once
def _ends(text: str) -> bool:
    if not _MAY_END.within(text):
        return False
    for hit in _ENDS.finditer(text):
        what = hit["what"]
        back = _SAME.match(what) and _OBJECT.search(text[: hit.start("verb")])
        if not (back or _OBJECT.search(what)) or _THIS.match(what):
            continue
        if not _IF_HE.search(text[: hit.start()]):
            return True
    for hit in _IS_OVER.finditer(text):
        of_now = _ITSELF.search(hit.group()) is not None
        ends_then = _UNTIL.search(hit["which"]) is not None  # "the power is good until he has ceased to ..."
        if not (of_now or ends_then or _IF.search(text[: hit.start()])) and _EARLIER.search(hit.group()):
            return True
    return any(not _IF.search(text[: hit.start()]) for hit in _NO_LONGER.finditer(text))


def withdraws(page: Page, clause: Appointment | None) -> bool:
    """Whether a text ends authority and grants none: whom it names stands in what it ends or leaves as it is."""
    ends = ending(page)
    if not ends or any(_ANEW.search(sentence.text) for sentence in ends):
        return False
    if lets_act(page):
        return False
    others = [s for s in page.sentences if s not in ends and not _keeps(s.text)]
    if clause is None:
        return not any(verbs(sentence, "") for sentence in others)
    return not any(sentence.start < clause.end and clause.start < sentence.end for sentence in others)


def lets_act(page: Page) -> bool:
    """Whether a sentence that ends nothing lets somebody act who did not before: "in his place A may sign"."""
    return any(_MAY.search(s.text) and not _ends(s.text) and not _keeps(s.text) for s in page.sentences)


def _keeps(text: str) -> bool:
    """Whether a sentence says outright that somebody keeps what he has."""
    hit = _KEEPS.search(text)
    return hit is not None and not _IF.search(text[: hit.start()]) and not rx(r"\bhereby\b").search(text)


def ended(page: Page, signers: Iterable[str]) -> Appointment | None:
    """Whose authority the text ends: who is named where it does so, else the reader of the letter."""
    found: list[Attorney] = []
    ends = ending(page)
    for sentence in ends:
        named = [*_named(page, sentence, [*signers, *(a.name for a in found)])]
        of = own(page, named) or named
        if not of and PRONOUN.match(sentence.text):  # "A left on May 2. He is no longer my attorney."
            of = [*_named(page, page.sentence_before(sentence), [*signers])]
        if _YOU.search(sentence.text) and (you := addressees(page)):
            of = [a for a in you if all(a.name != known.name for known in found)]
        found += of
    return Appointment(ends[0].start, ends[-1].end, tuple(found)) if found else None


def own(page: Page, named: Sequence[Attorney]) -> list[Attorney]:
    """Those who are not named as whose attorney somebody is ("as attorney-in-fact of A"), or as who stays one."""
    return [
        a
        for a in named
        if not _OTHERS.search(page.text[max(page.start, a.start - 60) : a.start]) and not _stays(page, a)
    ]


def _stays(page: Page, attorney: Attorney) -> bool:
    """Whether the part of a sentence that names somebody says that he keeps what he has."""
    sentence = page.sentence_at(attorney.start)
    cuts = [0, *(hit.start() for hit in _PART.finditer(sentence.text)), len(sentence.text)]
    at = attorney.start - sentence.start
    part = next((sentence.text[a:b] for a, b in pairwise(cuts) if a <= at < b), "")
    return _keeps(part) and not _ends(part)


def without_ended(page: Page, attorneys: tuple[Attorney, ...]) -> tuple[Attorney, ...]:
    """The attorneys of a text that grants, less those whom it names only where it ends what they had."""
    over = [sentence for sentence in ending(page) if not _ANEW.search(sentence.text)]
    left = tuple(a for a in attorneys if not any(s.start <= a.start < s.end for s in over) or _stays(page, a))
    return left or attorneys


def laid_down(page: Page, signed: Sequence[Signed]) -> tuple[Appointment, list[Principal]] | None:
    """The attorneys who sign that they act no more, and for whom they acted; None where the text is none of theirs."""
    signers = [s for s in signed if s.part == "principal" and s.name]
    for sentence in page.sentences if signers else ():
        hit = _LAYS_DOWN.search(sentence.text)
        if hit is None or not _HELD.search(hit["what"] or hit["office"]) or _IF_HE.search(sentence.text[: hit.start()]):
            continue
        given = [*_named(page, sentence, [s.name for s in signers])]
        if not given and _YOU.search(sentence.text):
            given = [a for a in addressees(page) if not any(compatible(a.name, s.name) for s in signers)]
        if given:
            attorneys = tuple(Attorney(s.name, "person", s.start, s.end) for s in signers)
            whose = [Principal(a.name, "person", a.start, a.end) for a in given]
            return Appointment(sentence.start, sentence.end, attorneys), whose
    return None


def _named(page: Page, sentence: Sentence, signers: Sequence[str]) -> Iterator[Attorney]:
    """The persons whom a sentence names, but for those who sign."""
    known: list[str] = [*signers]
    for mention in persons(page.text, sentence.start, sentence.end, page.orgs):
        if mention.kind == "person" and not any(compatible(mention.name, name) for name in known):
            known.append(mention.name)
            yield Attorney(mention.name, "person", mention.start, mention.end)
