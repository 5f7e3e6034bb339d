"""Appointments without the verb of one: "they are my attorneys-in-fact", and guesses where no rule reads the clause."""

from __future__ import annotations

from .appointing_verbs import verbs
from .attorney import Appointment, Attorney
from .attorneys import stream
from .clauses import AGENT_NOUN, VERB, Page, Sentence
from .letters import addressees
from .name_lists import list_end
from .patterns import rx
from .people import compatible

_DECLARED = rx(
    r"\b(?:they|he|she|these persons|the following(?: persons| individuals)?|each of (?:them|the "
    r"following)) (?:is|are|shall be|will be|may act as)(?: each)? (?:my|our|the undersigned's"
    r"|his|her)(?: \w+){0,4} (?:{atty}s?|agents?)\b"
)

_IS_MY_ATTORNEY = rx(
    r",? (?:is|are|shall be|will be|(?:is|are) to be)(?: \w+){0,2}? (?:my|our|the undersigned's|his|her)"
    r"(?: (?-i:[a-z][\w-]*),?(?: and)?){0,4}? (?:{atty}s?|agents?)(?:[- ]in[- ]fact)?\b"
    r"(?! (?:for|in) (?:service|another|other))"
    r"|,? (?:has|have|holds?) (?:my|our|the undersigned's) (?:\w+ )?(?:authority|authori[sz]ation|permission|leave"
    r"|mandate)"
    r" to (?:\w+,? (?:and |or )?){0,3}?(?:sign|execute|file)\b"
    r"|,? (?:will|shall|may|can|(?:is|are) to) (?:(?:then|also|alone|each) )?(?:stand|fill|step) in"
    r"(?: [^.;]{0,40}?)? (?:for me|in my (?:place|stead))\b"
)

_YOU_MAY = rx(
    r"\byou (?:both |each |all |two )?(?:may|can|are to|shall|should)(?:, [^,;.]{2,60},)? (?:\w+,? (?:and |or )?){0,3}?"
    r"(?:sign|execute|file)\b"
    r"(?=[^.;]*\b(?:for me|(?:in|on) my (?:name|behalf)|my forms?|my reports?|(?:which|that) i (?:must|have to|am))\b)"
    r"|\byou (?:both |each |all |two )?(?:are|shall be|will be|act as) (?:each )?(?:my|our) (?:\w+ ){0,3}?"
    r"(?:{atty}s?|agents?)\b"
)
# "Either A or B may sign my Forms 4": who stands before it.
_MAY_SIGN_MINE = rx(
    r",? (?:may|can|shall|will)(?: (?:each|both|also|now|alone))? (?:(?:\w+,? (?:and |or )?){0,2}?)"
    r"(?:sign|execute|file)\b"
    r"[^.;]{0,60}?\b(?:my (?:own )?(?:forms?|reports?|filings?|name)|for me|(?:on|in) my (?:behalf|name))\b"
)
_WHO_MAY = rx(
    r"\b(?:persons?|people|individuals?|those|officers?|employees?)\b,? (?:who|whom|that)\b[^.;]{0,30}?"
    r"\b(?:may|can|shall|will|let|trust|allow|want|choose|chose|have chosen|authori[sz]e)\b[^.;]{0,120}?"
    r"\b(?:for me|(?:in|on) my (?:name|behalf)|my (?:reports?|forms?|filings?))\b[^.;]{0,80}?"
    r"\b(?:is|are)\b(?: as follows| these| the following)?(?=[ ]?:|[ ](?-i:[A-Z])|$)"
)


# "Please accept any Form 4 that is signed in my name by A or B."
_ACCEPT = rx(
    r"\b(?:accept|honou?r|regard|treat|recogni[sz]e|receive|consider|rely (?:up)?on|take"
    r"|deem)\b[^.;]{0,160}?\b(?:signed|executed"
    r"|subscribed|signature)\b[^.;]{0,60}?\b(?:(?:in|on) my (?:name|behalf)|for me|as mine)\b[^.;]{0,30}?\b(?:by|of)\b"
    r"|\b(?:accept|honou?r|regard|treat|recogni[sz]e|respect)\b[^.;]{0,40}?\bsignatures? of\b"
    r"(?=[^.;]{2,120}\b(?:my (?:forms?|reports?|name|behalf)|for me)\b)"
)


# "Reports may be signed on behalf of the undersigned by A or B", or by those whom a list names.
_SIGNED_BY = rx(
    r"\b(?:may|shall|can|will) be (?:\w+,? (?:and |or )?){0,3}?(?:signed|executed|subscribed|filed)\b[^.;]{0,60}?"
    r"\b(?:on behalf of|in the name of|for) (?:me|us|the undersigned)\b[^.;]{0,160}?\bby\b"
)


def _told_after(page: Page, sentence: Sentence, at: int) -> tuple[Attorney, ...]:
    """The attorneys named behind "the persons who may sign for me are", in the sentence or in the list below it."""
    return stream(page, sentence.start + at, sentence.end) or stream(
        page, sentence.end, list_end(page, sentence.end), lines=True
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
        opening = next((s for s in page.sentences if verbs(s, page.text[s.end : s.end + 600])), None)
        if opening is not None and (got := stream(page, opening.end, list_end(page, opening.end), lines=True)):
            best = Appointment(opening.start, opening.end, got)
    return best


def declared(page: Page) -> Appointment | None:
    """An appointment without its verb: "A, B and C. They are my attorneys-in-fact", or a text whose opening is lost."""
    for number, sentence in enumerate(page.sentences):
        said = _DECLARED.search(sentence.text)
        if not said:
            if _YOU_MAY.search(sentence.text) and (you := addressees(page)):
                return Appointment(sentence.start, sentence.end, you)
            listed = _WHO_MAY.search(sentence.text) or _ACCEPT.search(sentence.text) or _SIGNED_BY.search(sentence.text)
            if listed and (who := _told_after(page, sentence, listed.end())):
                return Appointment(sentence.start, max(sentence.end, who[-1].end), who)
            named = _IS_MY_ATTORNEY.search(sentence.text) or _MAY_SIGN_MINE.search(sentence.text)
            if named and (who := stream(page, sentence.start, sentence.start + named.start())):
                return Appointment(sentence.start, sentence.end, who)
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
