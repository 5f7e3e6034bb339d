"""The appointment clause: who receives the authority, with which affiliation.

Finding: a sentence with an appointing verb ("constitutes and appoints", "entrusts", "are authorized") that speaks of an
attorney, an agent, an authority or of signing for somebody. Reading: behind the verb (before it in the passive) names,
titles and organizations are taken as a stream, in which

- a person or an organization that no preposition governs is an attorney, a title that follows no person is an office;
- an organization governed by "of", "at", "with" ... is an affiliation: of the last person when a title or an article in
  the singular stands between, else of every attorney named since the last affiliation;
- "from the firm of X, A and B" and "Of X: 1. A 2. B" give the affiliation ahead;
- the stream ends where the role ("as my attorneys-in-fact"), the purpose ("to sign") or the sentence does, unless no
  attorney has come yet, in which case the list that follows is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .attorneys import Attorney, joined, stream, with_affiliation
from .clauses import AGENT_NOUN, SIGN_MARK, SURE_VERB, VERB, Page, Sentence, appended, heading
from .mentions import Mention
from .offices import DESIGNEE
from .patterns import cased, rx
from .people import compatible
from .persons import persons


@dataclass(frozen=True, slots=True)
class Appointment:
    """The clause [start, end) and the attorneys it names."""

    start: int
    end: int
    attorneys: tuple[Attorney, ...]
    passive: bool = False


_STOP = rx(
    r"(?:(?:as|to be|to act as|to serve as|be)\b,? (?:[\w'-]+,? ){0,7}?(?:{atty}s?|agents?"
    r"|prox(?:y|ies)|representatives?|substitutes?)\b)"
    r"|true and lawful|(?:my|his|her|its|our|their|undersigned's|grantor's|principal's) "
    r"(?:(?-i:[a-z][\w-]*) ){0,5}?(?:{atty}s?|agents?|substitutes?)\b|lawful {atty}"
    r"|\bto ?:|\bto ?\n? ?\(|\bto (?:do|sign|execute|file|prepare|act\b|complete|exercise"
    r"|subscribe|make|submit|stand|serve|perform|take|represent|deliver|transmit|enroll|obtain"
    r"|manage)\b"
    r"|\bfor (?:me|him|her|it|us|them)(?: and|,)|\bfor the (?:purposes?|limited|following|sole"
    r"|single)|\b(?:full )?(?:power|authority|right) (?:and authority )?(?:to|as|of|for)\b"
    r"|\bwith (?:full )?(?:power|authority)|\bthe (?:office|role|position|signing|authority|task"
    r"|power) of (?:{atty}|and)|\bon (?:my|his|her|its|the undersigned's) behalf|\bin (?:my|his"
    r"|her|its|their|the undersigned's) (?:name|stead|place|own place)"
    r"|\bthe signing\b|\bmy power\b|\bin order that\b|\bwho (?:may|shall|is to)\b|\bthat (?:he"
    r"|she|they) may\b|\bbe (?:and )?(?:he|she|each|they|hereby|is|are)\b"
)
_LIST_AHEAD = rx(
    r"\b(?:below|follow(?:s|ing)|listed|set (?:out|forth)|table|schedule|annex|appendix|attached|named in)\b|:\s*$"
)
_PASSIVE = rx(
    r"\b(?:is|are|was|were|be|been|being|shall be|hereby)(?: (?:and|hereby|each|is|are|be|also"
    r"|they|he|she|it|either|jointly|severally|individually|(?:by|with|in) (?:this|these) \w+),?)*"
    r" (?:authori[sz]ed|appointed|designated|empowered|constituted|named|nominated|made)\b"
)
_SKIP_SENTENCE = rx(
    r"^(?:the undersigned|each of the undersigned|i|we|the principal|the grantor)?,? ?(?:further "
    r"|also |hereby )*(?:grants?|give) (?:unto|to) (?:each |such |said |the |any |every |my |its "
    r")*(?:of )?(?:the |my |such |said )?(?:foregoing |above[- ]named )?(?:{atty}|agent)"
)


def find(page: Page, *, substitutes: bool = False, principals: tuple[str, ...] = ()) -> Appointment | None:
    """The first sentence that appoints somebody, read; None where none does.

    Args:
        page: The instrument.
        substitutes: Whether the instrument is a substitution: then only the act of substituting counts, not the
            report of the power under which it is done.
        principals: Organizations that grant, and so are no attorneys.
    """
    for sentence in page.sentences:
        if _SKIP_SENTENCE.search(sentence.text) or len(sentence.text) > 6000:
            continue
        best: Appointment | None = None
        for verb in _verbs(sentence, page.text[sentence.end : sentence.end + 500]):
            if substitutes and not _SUBSTITUTING.fullmatch(verb.group()):
                continue
            clause = _read(page, sentence, verb, principals, substitutes=substitutes)
            if clause is not None and clause.attorneys:
                if verb_is_sure(verb):
                    return clause
                best = best or clause
        if best is not None:
            return best
    return _declared(page)


_SUBSTITUTING = rx(
    r"substitut(?:e|es)|appoints?|designates?|names?|delegates?|deput(?:e|es|i[sz]es?)|nominates?"
    r"|authori[sz]es?|constitutes?|empowers?|puts?|places?"
)
_DECLARED = rx(
    r"\b(?:they|he|she|these persons|the following(?: persons| individuals)?|each of (?:them|the "
    r"following)) (?:is|are|shall be|will be|may act as)(?: each)? (?:my|our|the undersigned's"
    r"|his|her)(?: \w+){0,4} (?:{atty}s?|agents?)\b"
)
_FRAGMENT = rx(r"(?:true and )?lawful {atty}s?(?:[- ]in[- ]fact)?|{atty}s?[- ]in[- ]fact")


def likely(page: Page, signers: tuple[str, ...]) -> Appointment | None:
    """A guess for a text that is an instrument by its title and signature but whose clause no rule reads.

    It is the sentence about an agent that names most persons who do not sign. The record says so in `review`.
    """
    best: Appointment | None = None
    for sentence in page.sentences:
        noun = AGENT_NOUN.search(sentence.text)
        if noun is None or rx(r"\bwitness|notary|before me|in the presence").search(sentence.text):
            continue
        verb = VERB.search(sentence.text)
        got = stream(page, sentence.start + (verb.end() if verb and verb.end() < noun.start() else 0), sentence.end)
        kept = tuple(a for a in got if not any(compatible(a.name, s) for s in signers if a.type == "person"))
        people = tuple(a for a in kept if a.type != "organization")
        kept = people or kept
        if kept and (best is None or len(kept) > len(best.attorneys)):
            best = Appointment(sentence.start, sentence.end, kept)
    if best is None:
        opening = next((s for s in page.sentences if _verbs(s, page.text[s.end : s.end + 600])), None)
        if opening is not None and (got := stream(page, opening.end, _list_end(page, opening.end), lines=True)):
            best = Appointment(opening.start, opening.end, got)
    return best


def _declared(page: Page) -> Appointment | None:
    """An appointment without its verb: "A, B and C. They are my attorneys-in-fact", or a text whose opening is lost."""
    for number, sentence in enumerate(page.sentences):
        said = _DECLARED.search(sentence.text)
        if not said:
            continue
        for earlier in [sentence, *reversed(page.sentences[max(0, number - 3) : number])]:
            end = sentence.start + said.start() if earlier is sentence else earlier.end
            start = earlier.start
            if (
                lead := rx(r"\b(?:who|at [^,.;]{3,40})\b[.:,]").search(page.text, start, end)
            ) and lead.end() < start + 60:
                start = lead.end()
            attorneys = stream(page, start, end)
            if attorneys:
                return Appointment(earlier.start, sentence.end, attorneys)
    first = page.sentences[0] if page.sentences else None
    if first is not None and first.raw[:1].islower() and (noun := _FRAGMENT.search(first.text)):
        attorneys = stream(page, first.start + noun.end(), first.end) or stream(
            page, first.start, first.start + noun.start()
        )
        if attorneys:
            return Appointment(first.start, first.end, attorneys)
    return None


def verb_is_sure(verb: re.Match[str]) -> bool:
    """Whether a verb appoints by itself, without an object that says so."""
    return SURE_VERB.fullmatch(verb.group()) is not None


_ACTS = rx(r"\bto (?:sign|execute|file|act)\b|authority|power|\bthe (?:signing|execution|filing|making)\b")


def _verbs(sentence: Sentence, following: str) -> list[re.Match[str]]:
    """The appointing verbs of a sentence that speaks, itself or in the list that it opens, of acting for somebody."""
    if sentence.text.endswith(":") and AGENT_NOUN.search(following):
        pass
    elif not AGENT_NOUN.search(sentence.text) and not _ACTS.search(sentence.text):
        return []
    verbs = []
    for verb in VERB.finditer(sentence.text):
        before = sentence.text[max(0, verb.start() - 24) : verb.start()]
        if _LABEL.match(sentence.text, verb.start()):
            continue
        if not _INFINITIVE.search(before) and not (_NOUNS.fullmatch(verb.group()) and _DETERMINED.search(before)):
            verbs.append(verb)
    return verbs


_LABEL = rx(r"names? ?(?::|of\b|and (?:title|address)|\(s\))|(?:grants?|made) ?:")
_NOUNS = rx(
    r"names?|places?|requests?|grants?|commissions?|charges?|permits?|substitutes?|delegates?"
    r"|deputies|assigns?|mandates?|employs|instructs?|asks?|put"
)
_DETERMINED = rx(
    r"\b(?:my|his|her|their|whose|its|our|your|the|an?|of|such|each|any|own|no|this|said|printed"
    r"|family|in|whose full) $|(?:securities and exchange|stock|exchange) $"
)


_INFINITIVE = rx(
    r"\b(?:to|may|shall|can|will not|power of|right of|must)(?: also| then| not| name or| name "
    r"and)? $|\b(?:was|were|had been|previously|heretofore|originally) $"
)


def _read(
    page: Page, sentence: Sentence, verb: re.Match[str], principals: tuple[str, ...], *, substitutes: bool
) -> Appointment | None:
    at = sentence.start + verb.end()
    before = sentence.text[: verb.start()]
    if _NEGATED.search(before) and not rx(r"not (?:only|jointly|severally)").search(before[-60:]):
        return None
    passive = _PASSIVE.search(sentence.text, 0, verb.end())
    if passive and passive.end() == verb.end() and substitutes:
        return None
    if passive and passive.end() == verb.end():
        start = _subject_start(sentence, passive.start())
        attorneys = stream(page, start, sentence.start + passive.start(), principals)
        if attorneys:
            return Appointment(start, sentence.end, attorneys, passive=True)
    end = _limit(page, at, sentence)
    attorneys = stream(page, at, end, principals)
    where = appended(page, at, sentence.end)
    if where and not attorneys:
        attorneys = stream(page, *where, principals, lines=True)
    opens = _LIST_AHEAD.search(sentence.text, verb.end()) or (
        sentence.raw[-1].isalnum() and verb.group().islower() and not heading(sentence.raw)
    )  # it ends in the air
    if not attorneys and opens and not rx(r"\bto ?:?$").search(sentence.text):
        end = _list_end(page, sentence.end)
        attorneys = stream(page, sentence.end, end, principals, lines=True)
        tail = next((s for s in page.sentences if s.start >= end), None)
        attorneys = tuple(joined(a, _of_all(page, at, sentence)) if a.affiliation is None else a for a in attorneys)
        if attorneys and tail is not None and _LIST_TAIL.match(tail.text):
            end = _limit(page, tail.start, tail)
            attorneys = stream(page, sentence.end, end, principals, lines=True)
        named = [m.start for m in persons(page.text, sentence.end, end, page.orgs, lines=True)] + [
            m.start for m in page.orgs.within(sentence.end, end)
        ]
        if attorneys and len(page.text[sentence.end : min(named)].strip()) > 110:
            attorneys = ()  # a list of powers in which somebody is named
    return Appointment(sentence.start, max(end, sentence.end), attorneys) if attorneys else None


def _of_all(page: Page, at: int, sentence: Sentence) -> Mention | None:
    """The employer that the opening of a list gives to all: "the following, each an employee of X:"."""
    return next(
        (
            org
            for org in page.orgs.within(at, sentence.end)
            if _ALL_EMPLOYED.search(page.text[at : org.start])
            and cased(r",?\s*(?:as\b|to\b|and\b|:|$)").match(page.text[org.end : sentence.end])
        ),
        None,
    )


_ALL_EMPLOYED = rx(
    r"\b(?:employees?|officers?|{atty}s?|lawyers?|partners?|members?|paralegals?|staff|persons?|individuals?|employed)"
    r"\b[^.;:]{0,40}\b(?:of|at|with|by|from)(?: the)? $"
)
_LIST_TAIL = rx(
    r"(?-i:(?:(?:the|and) )?(?:first|former|last|latter|both|all|each|being|who|all of whom|each of whom))\b"
)
_NEGATED = rx(r"\b(?:not|never|cannot)\b[^,;]{0,25}$|\b(?:no|nor|neither|nothing)\b[^,;.]{0,40}$")
_PURPOSE = rx(r"\bto ?:|\bto ?\n? ?\((?:i|a|1)\)|\bto (?:sign|execute|file|prepare|complete|subscribe)\b")


def _subject_start(sentence: Sentence, verb: int) -> int:
    that = [m.end() for m in rx(r"\bthat\b,?|\bresolved\b[,:]?|\bhereby\b|^").finditer(sentence.text, 0, verb)]
    return sentence.start + (that[-1] if that else 0)


def _limit(page: Page, at: int, sentence: Sentence) -> int:
    """Where the list of attorneys ends: at the first stop behind the first name, else with the sentence."""
    found = persons(page.text, at, sentence.end, page.orgs)
    first = min(
        [m.end for m in found if m.kind == "person"]
        + [m.end for m in page.orgs.within(at, sentence.end)]
        + [m.end for m in found],
        default=at,
    )
    if designee := DESIGNEE.search(page.text, at, sentence.end):
        first = min(first, designee.end()) if first != at else designee.end()
    name_at = min(
        [m.start for m in found if m.kind == "person"]
        + [m.start for m in page.orgs.within(at, sentence.end)]
        + [m.start for m in found],
        default=at,
    )
    purpose = _PURPOSE.search(page.text, at, name_at)
    if purpose and not _names_follow(page, purpose.start() - 1, sentence.end, skip=purpose):
        return at
    stop = _STOP.search(page.text, first, sentence.end)
    while (
        stop
        and rx(r"^in the event|^with (?:full )?(?:power|authority)").match(stop.group())
        and _names_follow(page, stop.end(), sentence.end)
    ):
        stop = _STOP.search(page.text, stop.end(), sentence.end)
    return stop.start() if stop else sentence.end


def _names_follow(page: Page, start: int, end: int, skip: re.Match[str] | None = None) -> bool:
    if (
        skip is not None
    ):  # "to sign for me, A and B": names behind a purpose are attorneys only where no list of powers follows
        return False
    stop = _STOP.search(page.text, start, end)
    return any(
        m.kind == "person"
        for m in persons(page.text, start, min(stop.start() if stop else end, start + 160), page.orgs)
    )


def _list_end(page: Page, start: int) -> int:
    """The end of a list below a clause: before the first paragraph that is prose again."""
    at = start
    seen = False
    for block in cased(r"\S(?:[^\n]|\n(?![ \t]*\n))*").finditer(page.text[start : page.end]):
        s, e = start + block.start(), start + block.end()
        text = block.group()
        named = [
            m for m in persons(page.text, s, e, page.orgs, lines=True) if m.kind in ("person", "title")
        ] or page.orgs.within(s, e)
        prose = len(rx(r"\b(?:the|to|and|of|shall|may|is|in|by|any)\b").findall(text)) > 8
        item = bool(cased(r"\s*(?:\(?\w{1,4}[.)]|[-*o\u2022])\s").match(text)) or (
            bool(named) and named[0].start - s < 6 and len(text) < 400
        )
        prose = prose and not item
        if not named or prose or cased(r"/s/").search(text):
            if seen or prose:
                break
            continue
        seen, at = True, e
    return at


_ALSO = rx(
    r"\b(?:successors?|alternates?|in addition|likewise|also|as well|if (?:he|she|they|either"
    r"|neither|both|that)|further appoint)\b"
)


_SOON = 4  # sentences after the appointment in which a successor may be named
_GRANTS_TOO = rx(
    r"(?:[\w ]{1,24}[.:·] )?(?:i|we|the (?:undersigned|principal|grantor|insider|filer|director)|each (?:of the )?"
    r"(?:undersigned|reporting person|principal|grantor|filer))\b,? (?:\w+ ){0,3}?(?:authori[sz]|appoint|designat"
    r"|empower|constitut|nominat)"
)


def with_successors(page: Page, clause: Appointment) -> Appointment:
    """The clause with the attorneys whom a following sentence adds: "If he cannot act, I appoint X as successor"."""
    following = [s for s in page.sentences if s.start > page.sentence_at(clause.start).start]
    attorneys = list(clause.attorneys)
    for number, sentence in enumerate(following):
        if SIGN_MARK.search(sentence.raw):
            break
        if not (number < _SOON and _ALSO.search(sentence.text)) and not _GRANTS_TOO.match(sentence.text):
            continue
        sure = [v for v in SURE_VERB.finditer(sentence.text) if not _INFINITIVE.search(sentence.text[: v.start()])]
        for verb in _verbs(sentence, "") or sure:
            if verb_is_sure(verb) and not rx(r"substitut|delegat").match(verb.group()):
                added = _read(page, sentence, verb, (), substitutes=False)
                named = [a for a in (added.attorneys if added else ()) if a.type == "person"]
                attorneys += [a for a in named if all(a.name != k.name for k in attorneys)]
                break
    return replace(clause, attorneys=tuple(attorneys))


__all__ = [
    "Appointment",
    "Attorney",
    "find",
    "likely",
    "stream",
    "with_affiliation",
    "with_successors",
]
