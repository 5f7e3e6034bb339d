"""Attorneys by elimination, for an instrument whose appointment clause no rule reads.

A power names few persons: who grants, who signs and witnesses, who receives, and now and then a former attorney, a
relative or a clerk. Whoever is named in its body, neither signs nor grants, and stands in no sentence that ends an
authority, certifies a signature or carries copies, receives. The record of such a reading asks for a review.
"""

from __future__ import annotations

import re
from dataclasses import replace

from .attorney import Appointment, Attorney
from .attorney_words import GRANTEE_LABEL
from .attorneys import stream
from .clauses import VERB, Page, Sentence, heading
from .grantors import candidates
from .kinds import ADDRESSED, ATTORNEY, REVOCATION_TITLE, SECTION16
from .letters import addressees, body
from .mentions import Mention
from .name_lists import limit
from .patterns import rx
from .people import compatible
from .persons import persons
from .principal import Principal
from .signers import Signed

_OTHER_SENTENCE = rx(
    r"\b(?:revok\w+|no longer counts?|of no (?:further )?effect|withdrawn|recalled|rescind\w+|cancel\w*|supersed\w+"
    r"|notary|before me|subscribed and sworn|sworn to|personally (?:appeared|known)|acknowledged|in the presence of"
    r"|witness(?:es|ed)?(?! whereof)|received by|prepared by|certif(?:y|ies|icate|ied(?! public))|commission expires)\b"
)
_OTHER_PERSON = rx(
    r"\b(?:formerly|husband|wife|spouse|widow|late|born|n[eé]e|signed as|named after|c/o|cc|copy to|copies to"
    r"|attention"
    r"|attn|received by|prepared by|witness|notary|estate of|trust of|son of|daughter of|account of|re|subject"
    r"|successor to|dear)\b[\s:,.]*$"
)

# What somebody is to do, or is, for another; what was signed or filed is no act to come.
_DOES = rx(
    r"\b(?:sign(?:s|ing|atures?)?|execut(?:e|es|ing|ion)|files?|filing|submit\w*|act|handle|prepare)\b"
    r"|\bbe (?:\w+ ){0,6}?(?:signed|executed|filed)\b"
    r"|(?<!power\sof\s)(?<!powers\sof\s)\b(?:{atty}s?|agents?|deput(?:y|ies)|prox(?:y|ies)|representatives?|signator(?:y|ies)"
    r"|procurators?|mandatar(?:y|ies))\b"
)
_THEY = rx(r"(?:they|he|she|each|both|either|any)\b")
_NOT = rx(r"\b(?:not|never|nobody|no one)\b")
# "He signs his own reports", "she will file it herself": nobody else does.
_KEEPS = rx(
    r"\b(?:signs?|files?)\b[^.;]{0,30}\b(?:his|her|their) own (?:reports?|forms?|statements?)\b"
    r"|\b(?:sign|file)s?\b[^.;]{0,60}\b(?:himself|herself|themselves)\b"
    r"|\b(?:signed|filed) by (?:himself|herself|themselves)\b"
    r"|\bneither (?:of (?:us|them) )?(?:signs|files) for the other\b"
)
# "This Form 4 is signed by A", "A, who signs for our directors under powers of attorney": told of another paper.
_TOLD = rx(
    r"\bunder (?:an?|the|their|his|her|those|such) ?powers? of {atty}|\bunder powers of {atty}"
    r"|\b(?:this|the) (?:forms?|reports?|statements?)\b[^.;]{0,30}\b(?:is|are|was|were|ha(?:s|ve) been)"
    r" signed\b"
)
# Words of one who grants.
_GRANTS = rx(
    r"\bundersigned\b|\bgrantor\b|\bprincipal\b|\bfor me\b|\b(?:my|his|her|its|their|our) (?:own )?(?:\w+ )?(?:{atty}s?"
    r"|agents?|names?|behalf|stead|place|reports?|forms?|signature|filings?|duty|powers?)\b"
)


def entrusts(page: Page, signed: list[Signed], end: int) -> bool:
    """Whether a text without title and appointment entrusts signing to somebody whom it names.

    It does where it speaks of signing or filing that is to come, in the words of one who grants or in the sentence
    about somebody who does not sign the text, or where a field's label says who may.
    """
    body = page.slice()
    if not SECTION16.search(body) or _KEEPS.search(body) or _TOLD.search(body):
        return False
    if not any(s.part == "principal" for s in signed):
        return False
    if ATTORNEY.search(body) and _GRANTS.search(body):
        return True
    if any(label.group().strip().lower() != "to:" for label in GRANTEE_LABEL.finditer(page.text, page.start, end)):
        return True
    return any(_entrusted(page, mention) for mention in unexplained(page, signed, end))


def _entrusted(page: Page, person: Mention) -> bool:
    """Whether what is said of a person is what somebody is to do: in the sentence, above a list, or of "them" next."""
    place = next((n for n, one in enumerate(page.sentences) if one.start <= person.start < one.end), None)
    if place is None:
        return False
    before, said, after = (
        page.sentences[n].text if 0 <= n < len(page.sentences) else "" for n in (place - 1, place, place + 1)
    )
    if _NOT.search(said[: person.start - page.sentences[place].start]):
        return False
    return (
        _DOES.search(said) is not None
        or (before.endswith((":", ";")) and _DOES.search(before) is not None)
        or (_THEY.match(after) is not None and _DOES.search(after) is not None)
    )


def advises(page: Page) -> bool:
    """Whether a text speaks to those who might grant ("we recommend that you sign ...")."""
    body = page.slice()
    return ADDRESSED.search(body) is not None and rx(r"\bhereby\b|\bundersigned\b").search(body) is None


def unexplained(page: Page, signed: list[Signed], end: int) -> list[Mention]:
    """The persons in text[page.start:end] who neither sign nor grant, and whom nothing says to be somebody else."""
    granting = [c.name for c in _grantors(page, end) if c.type == "person"]
    out: list[Mention] = []
    head = body(page)
    readers = {a.name for a in addressees(page)} if head > page.start else set()
    for mention in persons(page.text, page.start, end, page.orgs):
        if mention.start < head and mention.name not in readers:
            continue  # in the address of a letter
        if mention.kind != "person" or any(mention.name == known.name for known in out):
            continue
        sentence = page.sentence_at(mention.start)
        if _OTHER_SENTENCE.search(sentence.text) and not VERB.search(sentence.text):
            continue
        before = page.text[max(page.start, mention.start - 40) : mention.start]
        if _OTHER_PERSON.search(before):
            continue
        if any(
            compatible(mention.name, name) for name in [*granting, *(s.name for s in signed if s.part != "attorney")]
        ):
            continue
        out.append(mention)
    return out


def _grantors(page: Page, end: int) -> list[Principal]:
    """Whom the heading, a label or the subject of the first appointing verb makes the grantor."""
    for sentence in page.sentences:
        verb = next(iter(VERB.finditer(sentence.text)), None)
        if verb is not None and sentence.start < end:
            at = sentence.start + verb.start()
            return candidates(page, at, at) + candidates(page, sentence.start, at)
    return candidates(page, end, end)


def attorneys(page: Page, signed: list[Signed], end: int) -> Appointment | None:
    """The clause around the persons who are left over, read as a list of attorneys; None where nobody is."""
    left = unexplained(page, signed, end)
    if not left:
        return _labelled_offices(page, end)
    names = {m.name for m in left}
    first = page.sentence_at(left[0].start)
    if not first.text:
        return None
    start = _opening(page, first, left[0])
    last = page.sentence_at(left[-1].start)
    stop = last.end if last.text and left[-1].start - left[0].start < _REACH else first.end
    if last.start == first.start:
        stop = max(limit(page, start, first), left[-1].end)
    found = stream(page, start, stop)
    kept = tuple(a for a in found if a.type == "office" or (a.type == "person" and a.name in names))
    if not any(a.type == "person" for a in kept):
        kept = tuple(Attorney(m.name, "person", m.start, m.end) for m in left if m.start < stop)
    return Appointment(first.start, max(stop, first.end), kept)


def _labelled_offices(page: Page, end: int) -> Appointment | None:
    """The offices behind a label: "Attorneys-in-fact ..... (a) General Counsel of Acme, Inc."."""
    for label in GRANTEE_LABEL.finditer(page.text, page.start, end):
        if label.group().strip().lower() == "to:":
            continue  # whom a memorandum addresses
        following = _NEXT_LABEL.search(page.text, label.end(), end)
        stop = following.start() if following else end
        offices = tuple(a for a in stream(page, label.end(), stop, lines=True, offices=True) if a.type == "office")
        if offices:
            return Appointment(label.start(), stop, offices)
    return None


def grants_beside(page: Page, signed: list[Signed], end: int) -> bool:
    """Whether a text that revokes also grants: it has the title of a power, and persons outside of what it revokes."""
    title = " ".join(filter(heading, page.text[page.start : page.start + 300].split("\n"))).lower()
    if not ("power of attorney" in title or "authori" in title) or REVOCATION_TITLE.search(title):
        return False
    left = unexplained(page, signed, end)
    return any(not _ENDS.search(page.sentence_at(m.start).text) for m in left)


_ENDS = rx(r"\b(?:revok|terminat|cancel|withdr|rescind|strik|delet|remov|dismiss|gave|granted|previous)\w*")
_AGENTS = rx(r"{atty}s?(?:[- ]in[- ]fact)?\W|\bagents?\W|\bby (?:any|either|each|one)(?: one)? of\b")
_ABOVE = 400  # characters between a label and the first person of the list below it
_REACH = 1500  # characters from the first person of a list to its last


def _opening(page: Page, sentence: Sentence, person: Mention) -> int:
    """Where the list of attorneys begins: behind the last appointing verb before the first of them."""
    verbs = [m for m in VERB.finditer(sentence.text) if sentence.start + m.end() <= person.start]
    verbs += [m for m in _AGENTS.finditer(sentence.text) if sentence.start + m.end() <= person.start]
    verbs.sort(key=lambda m: m.end())
    label = list(GRANTEE_LABEL.finditer(page.text, sentence.start, person.start))
    above = list(GRANTEE_LABEL.finditer(page.text, max(page.start, person.start - _ABOVE), person.start))
    if not label and above and "\n\n" not in page.text[above[-1].end() : person.start]:
        label = above  # "Who may sign:" above a list
    if label:
        return label[-1].end()
    return sentence.start + verbs[-1].end() if verbs else sentence.start


def labelled(page: Page, clause: Appointment, signed: list[Signed], end: int) -> Appointment:
    """The clause with the attorneys whom a label names: "Attorney: A", "Substitute attorney: B"."""
    more = list(clause.attorneys)
    for label in GRANTEE_LABEL.finditer(page.text, page.start, end):
        blank = page.text.find("\n\n", label.end())
        stop = min(blank if blank > 0 else end, end)
        if (following := _NEXT_LABEL.search(page.text, label.end(), stop)) is not None:
            stop = following.start()
        found = stream(page, label.end(), stop)
        for attorney in found:
            line = page.text.rfind("\n", label.end(), attorney.start) + 1
            begins = line and not any(c.isalpha() for c in page.text[line : attorney.start])
            if attorney.type == "person" and (attorney.start - label.end() < _NEAR or begins):
                more = [a for a in more if a.name != attorney.name]
                more.append(attorney)
    if len(more) == len(clause.attorneys):
        return clause
    more = [a for a in more if not any(compatible(a.name, s.name) for s in signed if a.type == "person")]
    return replace(clause, attorneys=tuple(sorted(more, key=lambda a: a.start)))


_NEAR = 40  # characters between a label and the first name
_NEXT_LABEL = re.compile(r"\n[ \t]*(?:\d{1,2}[.)][ \t]+)?[A-Z][\w /()-]{1,30}(?::|\?|\t|[ ]?\.{3})")

__all__ = ["advises", "attorneys", "entrusts", "grants_beside", "labelled", "unexplained"]
