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
from dataclasses import replace

from .appointing_verbs import INFINITIVE, verb_is_sure, verbs
from .attorney import Appointment, Attorney, joined, with_affiliation
from .attorneys import stream
from .clauses import SIGN_MARK, SURE_VERB, VERB, Page, Sentence, appended, heading
from .declared import declared
from .letters import YOU, addressees
from .name_lists import limit, list_end, lists_offices, numbered_on, of_all, run_on
from .patterns import rx
from .people import compatible
from .persons import persons
from .stand_ins import in_case, stand_ins

_LIST_AHEAD = rx(
    r"\b(?:below|follow(?:s|ing)|listed|set (?:out|forth)|table|schedule|annex|appendix|attached|named in)\b|:\s*$"
)

_PASSIVE = rx(
    r"\b(?:is|are|was|were|be|been|being|shall be|hereby)(?: (?:and|hereby|each|is|are|be|also"
    r"|they|he|she|it|either|jointly|severally|individually|(?:by|with|in) (?:this|these) \w+),?)*"
    r" (?:authori[sz]ed|appointed|designated|empowered|constituted|named|nominated|made"
    r"|(?:given|granted|entrusted|vested|invested)(?= (?:with )?(?:the |full |my |such |all |an? )?"
    r"(?:power|authority|right)s?\b))\b"
)

_SKIP_SENTENCE = rx(
    r"^(?:the undersigned|each of the undersigned|i|we|the principal|the grantor)?,? ?(?:further "
    r"|also |hereby )*(?:grants?|give) (?:unto|to) (?:each |such |said |the |any |every |my |its "
    r")*(?:of )?(?:the |my |such |said )?(?:foregoing |above[- ]named )?(?:{atty}|agent)"
)


def find(
    page: Page, *, substitutes: bool = False, principals: tuple[str, ...] = (), told: bool = False
) -> Appointment | None:
    """The first sentence that appoints somebody, read; None where none does.

    Args:
        page: The instrument.
        substitutes: Whether the instrument is a substitution: then only the act of substituting counts, not the
            report of the power under which it is done.
        principals: Organizations that grant, and so are no attorneys.
        told: Whether what another paper does counts too.
    """
    reported: Appointment | None = None
    for sentence in page.sentences:
        if _SKIP_SENTENCE.search(sentence.text) or len(sentence.text) > 6000:
            continue
        best: Appointment | None = None
        acting = verbs(sentence, page.text[sentence.end : sentence.end + 500], told=told)
        if substitutes and not acting and (plain := _PLAINLY.match(sentence.text)):
            acting = [*VERB.finditer(sentence.text, plain.start("verb"), plain.end())]
        for verb in acting:
            if substitutes and not _SUBSTITUTING.fullmatch(verb.group()):
                continue
            clause = _read(page, sentence, verb, principals, substitutes=substitutes)
            if clause is not None and clause.attorneys:
                if not told and not clause.passive and _of_the_past(sentence, verb):
                    reported = reported or clause
                elif verb_is_sure(verb):
                    return clause
                else:
                    best = best or clause
        if best is not None:
            return best
    return declared(page) or reported


# An attorney who has said what he holds: "I name Bo Park."
_PLAINLY = rx(
    r"\W*(?:i|we|the undersigned)(?: (?:hereby|therefore|now|accordingly|here))?"
    r" (?P<verb>name|appoint|designate|depute|nominate|substitute)s?\b"
)
_SIMPLE_PAST = rx(
    r"(?:re)?appointed|conferred|vested|delegated|constituted|designated|nominated|authori[sz]ed|empowered|named"
    r"|gave|granted"
)
_OTHER_TIME = rx(
    r"\b(?:by|under|in) (?:an?|the|that|my|his|her|its) (?:\w+ ){0,4}?"
    r"(?:powers? of {atty}|instruments?|letters?|deeds?|papers?)\b"
    r"|\b(?:previously|earlier|formerly|originally|once)\b|\bby which\b|\bin (?:19|20)\d\d\b"
    r"|\bon (?:or about )?(?:(?-i:[A-Z])\w+ \d{1,2}|\d{1,2} (?-i:[A-Z])\w+|\d{1,2}/)"
)


def _of_the_past(sentence: Sentence, verb: re.Match[str]) -> bool:
    """Whether a verb tells what another paper did: "by a power of 2011 the Grantor appointed A"."""
    before = sentence.text[: verb.start()]
    return (
        _SIMPLE_PAST.fullmatch(verb.group()) is not None
        and not rx(r"\b(?:has|have|had|hereby|is|are|am|be|been|being|was|were)\b[^.;]{0,40}$").search(before)
        and (_OTHER_TIME.search(sentence.text) or rx(r"\b(?:that|which|whom) [^.;,]{0,40}$").search(before)) is not None
    )


_SUBSTITUTING = rx(
    r"substitut(?:e|es)|appoints?|designates?|names?|delegates?|deput(?:e|es|i[sz]es?)|nominates?"
    r"|authori[sz]es?|constitutes?|empowers?|puts?|places?"
)

_DEFINED = rx(
    r"\"(?:the )?(?:{atty}s?(?:[- ]in[- ]fact)?|agents?|mandatar(?:y|ies)|delegates?)\",? (?:means?|shall mean|are|is) "
)
_NEXT_DEFINED = re.compile(r"\"[^\"\n]{2,40}\",?\s+(?:means?|shall\s+mean)\b|\n[ \t]*\n")


def _defined(page: Page) -> tuple[Attorney, ...]:
    """The attorneys of a definition: '"Attorneys" means (a) A, the Secretary of the Company; and (b) B'."""
    said = _DEFINED.search(page.text, page.start, page.end)
    if said is None:
        return ()
    following = _NEXT_DEFINED.search(page.text, said.end(), page.end)
    return stream(page, said.end(), following.start() if following else page.end)


def _read(
    page: Page, sentence: Sentence, verb: re.Match[str], principals: tuple[str, ...], *, substitutes: bool
) -> Appointment | None:
    at = sentence.start + verb.end()
    if by := _BY_WHOM.match(page.text, at, sentence.end):
        at = by.end()  # "power is given by X to A"
    before = sentence.text[: verb.start()]
    if _NEGATED.search(before) and not rx(r"not (?:only|jointly|severally)").search(before[-60:]):
        return None
    passive = _PASSIVE.search(sentence.text, 0, verb.end())
    if passive and passive.end() == verb.end() and substitutes:
        return None
    if passive and passive.end() == verb.end():
        start = _subject_start(sentence, passive.start())
        attorneys = stream(page, start, sentence.start + passive.start(), principals)
        if not attorneys and _SUBJECT_YOU.search(page.text, start, sentence.start + passive.start()):
            attorneys = addressees(page)
        if attorneys:
            return Appointment(start, sentence.end, attorneys, passive=True)
    end = limit(page, at, sentence)
    if end == sentence.end and (whole := numbered_on(page, sentence, at)) is not None:
        sentence, end = whole, limit(page, at, whole)
    attorneys = stream(page, at, end, principals)
    if YOU.search(page.text, at, end):
        attorneys = _with_addressees(page, attorneys)
    if not attorneys and _THE_ATTORNEYS.match(sentence.text, verb.end()):
        attorneys = _defined(page)
    if not attorneys and _HIM.match(sentence.text, verb.end()) and not VERB.search(sentence.text, 0, verb.start() - 20):
        attorneys = tuple(a for a in stream(page, sentence.start, at, principals) if a.type == "person")
        if attorneys:
            return Appointment(sentence.start, sentence.end, attorneys)
    where = appended(page, at, sentence.end)
    if where and not attorneys:
        attorneys = stream(page, *where, principals, lines=True)
    if not attorneys and (reach := run_on(page, sentence)) is not None:
        end = limit(page, at, reach)
        attorneys = stream(page, at, end, principals, lines=True)
        if any(a.type != "organization" for a in attorneys):
            return Appointment(sentence.start, max(end, sentence.end), attorneys)
        attorneys = ()
    opens = _LIST_AHEAD.search(sentence.text, 0 if passive else verb.end()) or (
        sentence.raw[-1].isalnum() and verb.group().islower() and not heading(sentence.raw)
    )  # it ends in the air
    if not attorneys and opens:
        end = list_end(page, sentence.end)
        offices = lists_offices(sentence)
        attorneys = stream(page, sentence.end, end, principals, lines=True, offices=offices)
        tail = next((s for s in page.sentences if s.start >= end), None)
        of = of_all(page, at, sentence)
        attorneys = tuple(
            joined(a, of) if a.affiliation is None and not _NOT_ONE.match(page.text, a.end) else a for a in attorneys
        )
        if attorneys and tail is not None and _LIST_TAIL.match(tail.text):
            end = limit(page, tail.start, tail)
            attorneys = stream(page, sentence.end, end, principals, lines=True, offices=offices)
        named = [m.start for m in persons(page.text, sentence.end, end, page.orgs, lines=True)] + [
            m.start for m in page.orgs.within(sentence.end, end)
        ]
        ahead = _TO_WHOM if rx(r"\bto ?:?$").search(sentence.text) else _HEAD_OF_LIST
        if attorneys and len(page.text[sentence.end : min(named)].strip()) > ahead:
            attorneys = ()  # a list of powers in which somebody is named
    return Appointment(sentence.start, max(end, sentence.end), attorneys) if attorneys else None


_BY_WHOM = rx(r" (?:hereby )?by [^.;]{3,90}? (?:un)?to (?=(?-i:[A-Z])|each|either|any|the )")
_SUBJECT_YOU = rx(r"\byou(?: (?:each|both|all|are|alone))* ?$")


def _with_addressees(page: Page, named: tuple[Attorney, ...]) -> tuple[Attorney, ...]:
    """A list in which "you" stands, with those whom the letter addresses; "the Firm, acting by you": of the firm."""
    firm = next((a for a in named if a.type == "organization"), None)
    mine = [a for a in addressees(page) if not any(compatible(a.name, k.name) for k in named)]
    if firm is not None:
        mine = [with_affiliation(a, firm.name, firm.start, firm.end) for a in mine]
    return (*mine, *named)


_THE_ATTORNEYS = rx(
    r"(?: \w+)? (?:(?:each|any|all|both|either) of )?(?:the )?(?-i:Attorneys?(?:-[Ii]n-[Ff]act)?|Agents?|Delegates?)\b"
)

_HIM = rx(r"(?: (?:and|or|\w+ly|constitute|appoint|designate|name|empower|authori[sz]e)\b,?)* (?:him|her|them)\b")
_LIST_TAIL = rx(
    r"(?-i:(?:(?:the|and) )?(?:first|former|last|latter|both|all|each|being|who|all of whom|each of whom))\b"
)

_NOT_ONE = rx(r",? (?:who|which) (?:is|are)(?: \w+)? not\b")  # of those to whom all others belong
_HEAD_OF_LIST = 110  # characters that may stand between an opening and the first name of its list
_TO_WHOM = 25  # likewise where "to:" may as well open a list of powers
_NEGATED = rx(r"\b(?:not|never|cannot)\b[^,;]{0,25}$|\b(?:no|nor|neither|nothing)\b[^,;.]{0,40}$")

_NOUN = r"(?:time|date|day|company|corporation|bank|firm|capacity|office|effect|end|purpose|person)\b"


def _subject_start(sentence: Sentence, verb: int) -> int:
    that = [
        m.end()
        for m in rx(rf"\bthat\b(?! {_NOUN}),?|\b(?:by|under|in) which\b|\bresolved\b[,:]?|\bhereby\b|^").finditer(
            sentence.text, 0, verb
        )
    ]
    return sentence.start + (that[-1] if that else 0)


_ALSO = rx(
    r"\b(?:successors?|alternates?|in addition|likewise|also|as well|if (?:he|she|they|either"
    r"|neither|both|that)|further appoint)\b"
)

_IN_STEAD = rx(
    r"\b(?:if|should|where|in case)\b[^.;]{0,90}\b(?:name|choose|select)s?\b[^.;]{0,40}"
    r"\b(?:in (?:his|her|their) (?:stead|place)|alternate|successor|instead)\b"
)
_SOON = 4  # sentences after the appointment in which a successor may be named

_GRANTS_TOO = rx(
    r"(?:[\w ]{1,24}[.:·] )?(?:i|we|the (?:undersigned|principal|grantor|insider|filer|director|fund|trust|partnership"
    r"|company|corporation|reporting person)|each (?:of the )?"
    r"(?:undersigned|reporting person|principal|grantor|filer))\b,? (?:\w+ ){0,3}?(?:authori[sz]|appoint|designat"
    r"|empower|constitut|nominat)"
)


def _again(sentence: Sentence, clause: Appointment) -> list[re.Match[str]]:
    """The verbs with which a sentence appoints once more: "X appoints A to file, and appoints B and C to sign"."""
    if clause.passive:
        return []
    first, last = min(a.start for a in clause.attorneys), max(a.end for a in clause.attorneys)
    sure = [v for v in SURE_VERB.finditer(sentence.text) if not INFINITIVE.search(sentence.text[: v.start()])]
    said = {v.group().lower() for v in sure if sentence.start + v.end() <= first}
    more = [v for v in sure if sentence.start + v.start() > last and v.group().lower() in said]
    return [v for v in more if rx(r"[,;]? and (?:\w+ )?(?:\w+ and )?$").search(sentence.text[: v.start()])]


def with_successors(page: Page, clause: Appointment) -> Appointment:
    """The clause with the attorneys whom a following sentence adds: "If he cannot act, I appoint X as successor"."""
    opening = page.sentence_at(clause.start)
    following = [s for s in page.sentences if s.start > opening.start]
    attorneys = list(clause.attorneys)
    for verb in _again(opening, clause):
        added = _read(page, opening, verb, (), substitutes=False)
        attorneys += [a for a in (added.attorneys if added else ()) if all(a.name != k.name for k in attorneys)]
    attorneys += [a for a in in_case(page, opening, attorneys) if all(a.name != k.name for k in attorneys)]
    for number, sentence in enumerate(following):
        if SIGN_MARK.search(sentence.raw):
            break
        if number < _SOON and (standing := stand_ins(page, sentence)):
            attorneys += [a for a in standing if not any(compatible(a.name, k.name) for k in attorneys)]
            continue
        stead = _IN_STEAD.search(sentence.text)
        if not (number < _SOON and (stead or _ALSO.search(sentence.text))) and not _GRANTS_TOO.match(sentence.text):
            continue
        sure = [v for v in SURE_VERB.finditer(sentence.text) if not INFINITIVE.search(sentence.text[: v.start()])]
        for verb in verbs(sentence, "") or sure:
            if (verb_is_sure(verb) or stead) and not rx(r"substitut|delegat").match(verb.group()):
                added = _read(page, sentence, verb, (), substitutes=False)
                named = [a for a in (added.attorneys if added else ()) if a.type in ("person", "office")]
                attorneys += [a for a in named if all(a.name != k.name for k in attorneys)]
                break
    return replace(clause, attorneys=tuple(attorneys))


__all__ = ["Appointment", "find", "with_successors"]
