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

from .clauses import AGENT_NOUN, SURE_VERB, VERB, Page, Sentence, appended
from .entities import Mention, is_law_firm, persons
from .people import compatible
from .tokens import fold, rx


@dataclass(frozen=True, slots=True)
class Attorney:
    """An attorney-in-fact as read: the name and where it stands, the affiliation and where that stands."""

    name: str
    type: str
    start: int
    end: int
    affiliation: str | None = None
    affiliation_start: int = 0
    affiliation_end: int = 0
    titled: bool = False


@dataclass(frozen=True, slots=True)
class Appointment:
    """The clause [start, end) and the attorneys it names."""

    start: int
    end: int
    attorneys: tuple[Attorney, ...]
    passive: bool = False


_STOP = rx(
    r"(?:(?:as|to be|to act as|to serve as|be)\b,? (?:[\w'-]+,? ){0,7}?(?:{atty}s?|agents?|prox(?:y|ies)|representatives?|substitutes?)\b)"
    r"|true and lawful|(?:my|his|her|its|our|their|undersigned's|grantor's|principal's) (?:(?-i:[a-z][\w-]*) ){0,5}?(?:{atty}s?|agents?|substitutes?)\b|lawful {atty}"
    r"|\bto ?:|\bto ?\n? ?\(|\bto (?:do|sign|execute|file|prepare|act\b|complete|exercise|subscribe|make|submit|stand|serve|perform|take|represent|deliver|transmit|enroll|obtain|manage)\b"
    r"|\bfor (?:me|him|her|it|us|them)(?: and|,)|\bfor the (?:purposes?|limited|following|sole|single)|\b(?:full )?(?:power|authority|right) (?:and authority )?(?:to|as|of|for)\b"
    r"|\bwith (?:full )?(?:power|authority)|\bthe (?:office|role|position|signing|authority|task|power) of (?:{atty}|and)|\bon (?:my|his|her|its|the undersigned's) behalf|\bin (?:my|his|her|its|their|the undersigned's) (?:name|stead|place|own place)"
    r"|\bthe signing\b|\bmy power\b|\bin order that\b|\bwho (?:may|shall|is to)\b|\bthat (?:he|she|they) may\b|\bbe (?:and )?(?:he|she|each|they|hereby|is|are)\b"
)
_AFFILIATED = rx(r"\b(?:of|at|with|from|in|by|for|within|the employ of)(?: (?:the|our|its|said|such))?(?: [\w.'-]+){0,7}?(?: (?:of|at|with))?(?: the)? ?$")
_FROM = rx(r"\bfrom (?:the )?(?:law )?(?:firm|office|offices|staff|ranks|legal department)?(?: of)? ?$|\bof ?$")
_FIRM = rx(r"\b(?:the )?(?:law |accounting |legal )?(?:firm|offices?|corporation|company|partnership|trust company) (?:of|known as|named|called) ?$")
_EACH = rx(r"\b(?:each|both|all|every one|any|attorneys|lawyers|partners|members|employees|officers|associates|shareholders|counsel|colleagues|paralegals|staff|executives|principals|directors|both of whom|all of whom|each of whom)\b")
_ONE = rx(r"\b(?:an?|the last|the latter|its|who is|then|currently|presently|the)(?: [\w'-]+)* ?$")
_OFFICE_LEAD = rx(
    r"\b(?:the|whoever|any|each|every|whomever|such|an?|its|our)(?:[^.;]{0,90}?(?:offices?|positions?|titles?|persons?|individuals?|holders?|holds?|officers?|serving|acting|occup\w+|employed|time|be|is|as))?[\s,]*(?:of|as|is|be|the|from time to time)?\s*(?:the )?$"
)
_DESIGNEE = rx(
    r"\b(?:any|such|each|every)(?: other)? (?:one or more )?(?:employees?|officers?|persons?|individuals?|members?|attorneys?|paralegals?|partners?|lawyers?|associates?|staff)(?: or (?:employees?|officers?|agents?))?"
    r"[^.;:]{0,90}?\b(?:designated|appointed|named|nominated|selected|chosen|authori[sz]ed|specified)(?: from time to time)?(?: in writing)?(?: for (?:that|the|this) purpose)?(?: from time to time)? by (?:its|the|his|her|such)? ?(?:[\w']+ ?){1,7}?(?=,| and\b| or\b| as\b| to\b|;|\.|\)|$)"
)
_CURRENT = rx(r"\((?:currently|presently|now|at present|being|at the date (?:hereof|of this \w+))?,? ?$|\b(?:currently|presently|now|at present)(?: being)?,? ?$")
_LIST_AHEAD = rx(r"\b(?:below|follow(?:s|ing)|listed|set (?:out|forth)|table|schedule|annex|appendix|attached|named in)\b|:\s*$")
_PASSIVE = rx(r"\b(?:is|are|was|were|be|been|being|shall be|hereby)(?: (?:and|hereby|each|is|are|be|also|they|he|she|it|either|jointly|severally|individually),?)* (?:authori[sz]ed|appointed|designated|empowered|constituted|named|nominated|made)\b")
_SKIP_SENTENCE = rx(
    r"^(?:the undersigned|each of the undersigned|i|we|the principal|the grantor)?,? ?(?:further |also |hereby )*(?:grants?|give) (?:unto|to) (?:each |such |said |the |any |every |my |its )*(?:of )?(?:the |my |such |said )?(?:foregoing |above[- ]named )?(?:{atty}|agent)"
)
_PARTY_NOISE = rx(r"securities and|exchange commission|stock exchange|nasdaq|new york stock")


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


_SUBSTITUTING = rx(r"substitut(?:e|es)|appoints?|designates?|names?|delegates?|deput(?:e|es|i[sz]es?)|nominates?|authori[sz]es?|constitutes?|empowers?|puts?|places?")
_DECLARED = rx(r"\b(?:they|he|she|these persons|the following(?: persons| individuals)?|each of (?:them|the following)) (?:is|are|shall be|will be|may act as)(?: each)? (?:my|our|the undersigned's|his|her)(?: \w+){0,4} (?:{atty}s?|agents?)\b")
_FRAGMENT = rx(r"(?:true and )?lawful {atty}s?(?:[- ]in[- ]fact)?|{atty}s?[- ]in[- ]fact")


def likely(page: Page, signers: tuple[str, ...]) -> Appointment | None:
    """For a text that is an instrument by its title and signature but whose clause no rule reads: the sentence about an
    agent that names most persons who do not sign. Its confidence is low, and the record says so in `review`."""
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
            if (lead := rx(r"\b(?:who|at [^,.;]{3,40})\b[.:,]").search(page.text, start, end)) and lead.end() < start + 60:
                start = lead.end()
            attorneys = stream(page, start, end)
            if attorneys:
                return Appointment(earlier.start, sentence.end, attorneys)
    first = page.sentences[0] if page.sentences else None
    if first is not None and first.raw[:1].islower() and (noun := _FRAGMENT.search(first.text)):
        attorneys = stream(page, first.start + noun.end(), first.end) or stream(page, first.start, first.start + noun.start())
        if attorneys:
            return Appointment(first.start, first.end, attorneys)
    return None


def verb_is_sure(verb: re.Match[str]) -> bool:
    """Whether a verb appoints by itself, without an object that says so."""
    return SURE_VERB.fullmatch(verb.group()) is not None


def _verbs(sentence: Sentence, following: str) -> list[re.Match[str]]:
    """The appointing verbs of a sentence, where it, or the list that it opens, speaks of an agent or of acting for somebody."""
    if sentence.text.endswith(":") and AGENT_NOUN.search(following):
        pass
    elif not AGENT_NOUN.search(sentence.text) and not rx(r"\bto (?:sign|execute|file|act)\b|authority|power").search(sentence.text):
        return []
    verbs = []
    for verb in VERB.finditer(sentence.text):
        before = sentence.text[max(0, verb.start() - 24) : verb.start()]
        if not _INFINITIVE.search(before) and not (_NOUNS.fullmatch(verb.group()) and _DETERMINED.search(before)):
            verbs.append(verb)
    return verbs


_NOUNS = rx(r"names?|places?|requests?|grants?|commissions?|charges?|permits?|substitutes?|delegates?|deputies|assigns?|mandates?|employs|instructs?|asks?|put")
_DETERMINED = rx(r"\b(?:my|his|her|their|whose|its|our|your|the|an?|of|such|each|any|own|no|this|said|printed|family|in|whose full) $|(?:securities and exchange|stock|exchange) $")


_INFINITIVE = rx(r"\b(?:to|may|shall|can|will not|power of|right of|must)(?: also| then| not| name or| name and)? $|\b(?:was|were|had been|previously|heretofore|originally) $")


def _read(page: Page, sentence: Sentence, verb: re.Match[str], principals: tuple[str, ...], *, substitutes: bool) -> Appointment | None:
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
    if not attorneys and _LIST_AHEAD.search(sentence.text, verb.end()) and not rx(r"\bto ?:?$").search(sentence.text):
        end = _list_end(page, sentence.end)
        attorneys = stream(page, sentence.end, end, principals, lines=True)
        named = [m.start for m in persons(page.text, sentence.end, end, page.orgs, lines=True)] + [m.start for m in page.orgs.within(sentence.end, end)]
        if attorneys and len(page.text[sentence.end : min(named)].strip()) > 110:
            attorneys = ()  # a list of powers in which somebody is named
    return Appointment(sentence.start, max(end, sentence.end), attorneys) if attorneys else None


_NEGATED = rx(r"\b(?:not|never|cannot)\b[^,;]{0,25}$|\b(?:no|nor|neither|nothing)\b[^,;.]{0,40}$")
_PURPOSE = rx(r"\bto ?:|\bto ?\n? ?\((?:i|a|1)\)|\bto (?:sign|execute|file|prepare|complete|subscribe)\b")


def _subject_start(sentence: Sentence, verb: int) -> int:
    that = [m.end() for m in rx(r"\bthat\b,?|\bresolved\b[,:]?|\bhereby\b|^").finditer(sentence.text, 0, verb)]
    return sentence.start + (that[-1] if that else 0)


def _limit(page: Page, at: int, sentence: Sentence) -> int:
    """Where the list of attorneys ends: at the first stop behind the first name, else with the sentence."""
    found = persons(page.text, at, sentence.end, page.orgs)
    first = min([m.end for m in found if m.kind == "person"] + [m.end for m in page.orgs.within(at, sentence.end)] + [m.end for m in found], default=at)
    if designee := _DESIGNEE.search(page.text, at, sentence.end):
        first = min(first, designee.end()) if first != at else designee.end()
    name_at = min([m.start for m in found if m.kind == "person"] + [m.start for m in page.orgs.within(at, sentence.end)] + [m.start for m in found], default=at)
    purpose = _PURPOSE.search(page.text, at, name_at)
    if purpose and not _names_follow(page, purpose.start() - 1, sentence.end, skip=purpose):
        return at
    stop = _STOP.search(page.text, first, sentence.end)
    while stop and rx(r"^in the event|^with (?:full )?(?:power|authority)").match(stop.group()) and _names_follow(page, stop.end(), sentence.end):
        stop = _STOP.search(page.text, stop.end(), sentence.end)
    return stop.start() if stop else sentence.end


def _names_follow(page: Page, start: int, end: int, skip: re.Match[str] | None = None) -> bool:
    if skip is not None:  # "to sign for me, A and B": names behind a purpose are attorneys only where no list of powers follows
        return False
    stop = _STOP.search(page.text, start, end)
    return any(m.kind == "person" for m in persons(page.text, start, min(stop.start() if stop else end, start + 160), page.orgs))


def _list_end(page: Page, start: int) -> int:
    """The end of a list below a clause: before the first paragraph that is prose again."""
    at = start
    seen = False
    for block in re.finditer(r"\S(?:[^\n]|\n(?![ \t]*\n))*", page.text[start : page.end]):
        s, e = start + block.start(), start + block.end()
        text = block.group()
        named = [m for m in persons(page.text, s, e, page.orgs, lines=True) if m.kind in ("person", "title")] or page.orgs.within(s, e)
        prose = len(rx(r"\b(?:the|to|and|of|shall|may|is|in|by|any)\b").findall(text)) > 8
        item = bool(re.match(r"\s*(?:\(?\w{1,4}[.)]|[-*o\u2022])\s", text)) or bool(named) and named[0].start - s < 6 and len(text) < 400
        prose = prose and not item
        if not named or prose or re.search(r"/s/", text):
            if seen or prose:
                break
            continue
        seen, at = True, e
    return at


def stream(page: Page, start: int, end: int, principals: tuple[str, ...] = (), *, lines: bool = False) -> tuple[Attorney, ...]:
    """Read text[start:end] as a list of attorneys."""
    text = page.text
    designees = list(_DESIGNEE.finditer(text, start, end))
    items: list[Mention] = [m for m in persons(text, start, end, page.orgs, lines=lines)]
    items += [m for m in page.orgs.within(start, end) if not (m.start > start and _PARTY_NOISE.match(m.name.lower()))]
    items = [m for m in items if not any(d.start() <= m.start < d.end() for d in designees)]
    items += [Mention("title", fold(d.group()), d.start(), d.end()) for d in designees]
    items.sort(key=lambda m: m.start)
    return _Reader(page, items, start, end, designees, principals).read()


class _Reader:
    """Interprets the stream of names, titles and organizations of one list."""

    def __init__(self, page: Page, items: list[Mention], start: int, end: int, designees: list[re.Match[str]], principals: tuple[str, ...]) -> None:
        self.page, self.items, self.start, self.end = page, items, start, end
        self.designees = {d.start() for d in designees}
        self.principals = principals
        self.out: list[Attorney] = []
        self.open: list[int] = []  # attorneys without an affiliation since the last one was given
        self.segment = 0  # where in `open` the present group begins ("(ii)", ";")
        self.prefix: Mention | None = None
        self.offices = False
        self.last_org: Mention | None = None
        self.before: Mention | None = None
        self.passed = False  # the organization before was neither an attorney nor an affiliation

    def read(self) -> tuple[Attorney, ...]:
        at = self.start
        for number, item in enumerate(self.items):
            gap = self.page.text[at : item.start] if at <= item.start else ""
            if re.search(r";|\((?:[ivx]+|[a-d]|\d)\)\s*$|\n\s*\n", gap):
                self.segment = len(self.open)
                if re.search(r"\((?:[ivx]+|[a-d])\)|;|\n\s*\n", gap) and item.kind != "organization" and not re.search(r"\n\s*\(?\d+[.)]\s*$", gap):
                    self.prefix = None if self.prefix is not None and self._since_prefix() else self.prefix
            self.passed = self.passed and item.kind == "organization"
            if item.kind == "person":
                self._person(item, gap)
            elif item.kind == "title":
                self._title(item, gap, number)
            else:
                self._organization(item, gap, number)
            at = max(at, item.end)
            self.before = item
        self._tail(at)
        return tuple(self._unique())

    def _since_prefix(self) -> bool:
        return self.prefix is not None and any(a.start > self.prefix.end for a in self.out)

    def _add(self, attorney: Attorney) -> None:
        self.out.append(attorney)
        if attorney.affiliation is None:
            self.open.append(len(self.out) - 1)

    def _person(self, item: Mention, gap: str) -> None:
        if re.search(r"\bcounsel (?:to|for)\s*$|\bdaughter of\s*$|\bformerly\s*$|\bdesignated by\s*$", gap):
            return
        if self.out and self.out[-1].type == "office" and _CURRENT.search(gap):
            office = self.out[-1]
            self.out[-1] = replace(office, name=item.name, type="person", start=item.start, end=item.end)
            return
        self.offices = False
        if re.search(r"\b(?:my|our|his|her)\s+[\w-]+,?\s*$", gap):
            self.prefix = None  # "and our daughter, Jane": no longer of the firm
        found = Attorney(item.name, "person", item.start, item.end)
        if self.prefix is not None:
            found = self._with(found, self.prefix)
        self._add(found)

    def _title(self, item: Mention, gap: str, number: int) -> None:
        designee = item.start in self.designees
        if designee:
            org = next(iter(self.page.orgs.within(item.start, item.end)), None)
            self._add(self._with(Attorney(item.name, "office", item.start, item.end), org) if org else Attorney(item.name, "office", item.start, item.end))
            return
        joined = self.before is not None and self.before.kind == "person" and not re.search(r"\b(?:and|or|and/or)\b|;", gap)
        if joined and self.out:
            self.out[-1] = replace(self.out[-1], titled=True)
            if re.search(r"\bits\s*$", gap):
                self._assign([len(self.out) - 1], self.last_org or self._default())
            return
        nxt = self.items[number + 1] if number + 1 < len(self.items) else None
        if nxt is not None and nxt.kind == "person" and re.fullmatch(r"[\s,]*(?:\(?\s*)?", self.page.text[item.end : nxt.start]) and re.search(r"\bour\s*$|\bits\s*$", gap):
            return  # "its Secretary, Jane Doe"
        line_at = self.page.text.rfind("\n", 0, item.start) + 1
        line_to = self.page.text.find("\n", item.end)
        if "\t" in self.page.text[line_at : line_to if line_to > 0 else len(self.page.text)] and not any(m.kind != "title" and line_at <= m.start < line_to for m in self.items):
            return  # the head of a table
        if rx(r"\b(?:employee|employees|members?|partners?|attorneys?|associates?|officers?|directors?|principals?|lawyers?|an?)\s*$").search(gap) and item.name.lower() in ("member", "partner", "associate", "officer"):
            return
        if item.name.lower() in _NO_OFFICE:
            return
        if self.offices and not joined or _OFFICE_LEAD.search(gap):
            self.offices = True
            for part, s, e in _split_offices(item.name, item.start, self.page.text):
                self._add(Attorney(part, "office", s, e))

    def _organization(self, item: Mention, gap: str, number: int) -> None:
        text = self.page.text
        nxt = self.items[number + 1] if number + 1 < len(self.items) else None
        ahead = text[item.end : nxt.start if nxt else min(self.end, item.end + 120)]
        fresh = not self.open[self.segment :]
        if (fresh or rx(r"\bfrom (?:the )?(?:law )?(?:firm|office)s?(?: of)? ?$").search(gap)) and nxt is not None and nxt.kind == "person" and (rx(r"\bfrom (?:the )?[^,.;]{0,40}$").search(gap) or re.search(r":\s*(?:\n|\(?\d|$)", ahead)) or (
            re.search(r"\n\s*\n\s*(?:Of|From|At)\s*$", gap) and nxt is not None
        ):
            self.prefix, self.last_org = item, item
            self.open, self.segment = [], 0
            return
        if item.alias and rx(r"\(the \"?$").search(gap):
            return
        previous_title = self.before is not None and self.before.kind == "title"
        if rx(r"\b(?:formerly|previously|once|until \d{4})\b[^,;]{0,30}$|\bjoined[^,;]{0,40}\bfrom ?$").search(gap) or rx(r"\bjoined\b").search(self.page.text[max(self.start, item.start - 60) : item.start]) and rx(r"\bfrom ?$").search(gap):
            self.last_org = item
            return
        governed = bool(_AFFILIATED.search(gap)) or bool(rx(r"\bjoined (?:the )?$").search(gap)) or bool(re.match(r"^\s*(?:'s|’s)\b", ahead)) and bool(re.search(r"\bof\s*$|\bin\s*$", gap))
        tabbed = self.open and ("\t" in gap or previous_title and re.fullmatch(r",\s*", gap))
        firm = _FIRM.search(gap)
        if (tabbed or governed and self.open or rx(r"\b(?:employed|retained) by ?$|\bwho (?:is|are) (?:an? )?(?:employees?|officers?) of ?$").search(gap)) and self.out:
            targets = self._targets(gap, previous_title=previous_title)
            if tabbed:
                targets = [self.open[-1]]
            self._assign(targets, item)
            self.open, self.segment = [], 0
            self.offices = False
            self.last_org = item
            return
        if governed and not firm and not (self.before is None):
            self.last_org = item
            return
        if governed and not firm and self.before is None and not rx(r"\b(?:to|upon|on|in) ?$").search(gap):
            self.last_org = item
            return
        if rx(r"\bcounsel (?:to|for) (?:the )?$").search(gap) or self.passed and rx(r"^,? (?:and|or)(?: (?:to|of|for))?(?: the| its)? ?$").match(gap):
            self.passed, self.last_org = True, item
            return
        if item.alias and not rx(r"(?:^|,| and| or| to| upon| either| each of)\s*(?:the )?$").search(gap):
            self.last_org = item
            return
        self.last_org = item
        if item.name in self.principals:
            return
        if re.match(r"\s*'s\b|\s+(?:securities|stock|shares|common)\b", ahead):
            return
        name = item.name
        self.out.append(Attorney(name, "organization", item.start, item.end))
        through = rx(r"^,?(?: [^;:]{0,60}?)? ?(?:acting )?(?:by|through)(?: and through)?(?: any of)? ?(?:its (?:partners?|members?|officers?|employees?|agents?|attorneys?),?)? ?$").search(ahead)
        if through and nxt is not None and nxt.kind == "person":
            self.prefix = item
            self.open, self.segment = [], 0

    def _targets(self, gap: str, *, previous_title: bool) -> list[int]:
        group = self.open[self.segment :] or self.open
        every = _EACH.search(gap)
        if every:
            return list(self.open) if rx(r"\b(?:all|each|both)\b").search(gap) else list(group)
        if previous_title or _ONE.search(re.sub(r"\b(?:of|at|with|for|in)\b(?: the)?(?: [\w.'-]+){0,6}? ?$", "", gap)) and rx(r"\b(?:an?|the last|latter|its|who is|then|currently|presently)\b").search(gap):
            if self.offices:
                return [k for k in group if self.out[k].type == "office"] or [group[-1]]
            if all(self.out[k].titled for k in group):
                return list(group)
            return [group[-1]]
        return list(group)

    def _assign(self, targets: list[int], org: Mention | None) -> None:
        if org is None:
            return
        for k in targets:
            if self.out[k].type != "organization":
                self.out[k] = self._with(self.out[k], org)
        self.open = [k for k in self.open if k not in targets]
        self.segment = min(self.segment, len(self.open))

    @staticmethod
    def _with(attorney: Attorney, org: Mention | None) -> Attorney:
        if org is None:
            return attorney
        return replace(attorney, affiliation=org.name, affiliation_start=org.start, affiliation_end=org.end)

    def _default(self) -> Mention | None:
        earlier = [m for m in self.page.orgs.within(self.page.start, self.start) if not is_law_firm(m.name)]
        return earlier[-1] if earlier else None

    def _tail(self, at: int) -> None:
        """A quantified clause behind the last name: ", each of whom is employed by the Company"."""
        rest = self.page.text[at : self.end]
        if not self.open:
            return
        generic = rx(r"\b(?:of|at|with|employed by|for|to) (?:the|said|such|our|that) (?:company|corporation|bank|issuer|railway company|firm|partnership|registrant|trust)\b").search(rest)
        if generic and (default := self._default()):
            self._assign(self._targets(rest[: generic.start()] + " of ", previous_title=self.before is not None and self.before.kind == "title"), default)

    def _unique(self) -> list[Attorney]:
        seen: list[Attorney] = []
        for attorney in self.out:
            twin = next((k for k, s in enumerate(seen) if s.type == attorney.type and s.name.lower() == attorney.name.lower()), None)
            if twin is None:
                seen.append(attorney)
            elif seen[twin].affiliation is None and attorney.affiliation:
                seen[twin] = replace(seen[twin], affiliation=attorney.affiliation, affiliation_start=attorney.affiliation_start, affiliation_end=attorney.affiliation_end)
        return seen


# One word that says what somebody is and not which office they hold.
_NO_OFFICE = frozenset("agent attorney representative designee principal trustee employee member partner associate officer director shareholder executive custodian clerk assistant".split())


def _split_offices(name: str, start: int, text: str) -> list[tuple[str, int, int]]:
    """Two offices that "and" or "or" joins are two: "Chief Financial Officer and Treasurer" stays as one title of a person, not here."""
    out: list[tuple[str, int, int]] = []
    at = start
    for part in re.split(r"\s+(?:and|or|&)\s+(?=(?:[A-Z][\w-]+\s+)*(?:Secretary|Treasurer|Counsel|Officer|President|Controller|Comptroller|Director|Manager|Administrator|Chairman)\b)", name):
        s = text.find(part.split()[0], at)
        e = s + len(part)
        out.append((fold(part), s, e))
        at = e
    return out


def later_affiliations(page: Page, attorneys: tuple[Attorney, ...], after: int) -> tuple[Attorney, ...]:
    """Affiliations that a later sentence gives: "Mr. Quimby is a member of X", "each of whom is employed by X", "so long as employed by X"."""
    out = list(attorneys)
    text = page.text
    bare = [k for k, a in enumerate(out) if a.affiliation is None and a.type == "person"]
    if not bare:
        return attorneys
    for k in bare:
        surname = re.escape(out[k].name.split(",")[0].split()[-1])
        said = rx(rf"\b(?:(?:mr|ms|mrs|dr|messrs)\.? )?{surname} (?:is|was) (?:now |currently |also )?(?:an? |the )?[^.;]{{0,60}}?\b(?:of|at|with|by) ").search(text, page.start, page.end)
        if said:
            org = next(iter(page.orgs.within(said.end() - 1, said.end() + 6)), None)
            if org:
                out[k] = _Reader._with(out[k], org)
    bare = [k for k, a in enumerate(out) if a.affiliation is None and a.type == "person"]
    for k in [k for k, a in enumerate(out) if a.affiliation is None and a.type == "person"]:
        for again in re.finditer(re.escape(out[k].name), text[page.start : page.end]):
            line_end = text.find("\n", page.start + again.end())
            rest = text[page.start + again.end() : line_end if line_end > 0 else page.end]
            org = next(iter(page.orgs.within(page.start + again.end(), page.start + again.end() + len(rest))), None)
            if org and re.match(r"(?:\t| {2,})(?:[A-Z][\w-]+,? ?(?:and |of |for |& )?){0,6}$", text[page.start + again.end() : org.start]):
                out[k] = _Reader._with(out[k], org)
                break
    bare = [k for k, a in enumerate(out) if a.affiliation is None and a.type == "person"]
    group = rx(
        r"\b(?:each|all|both|the individual in question|any of them|who|whom|they|the {atty}s?(?:[- ]in[- ]fact)?|such {atty}(?:[- ]in[- ]fact)?|he or she)[^.;]{0,60}?\b(?:is|are|being|remains?|shall be|continues to be)(?: at the time)? (?:an? )?(?:employed by|employees? of|officers? of|partners? (?:of|in)|members? of|associated with|in the employ of) "
    ).search(text, max(page.start, after - 400), page.end)
    if group and bare:
        org = next(iter(page.orgs.within(group.end() - 1, group.end() + 6)), None)
        tail = text[org.end : org.end + 40] if org else ""
        if org and not rx(r"^,? (?:or|and) (?:its|one of its|any of its) (?:affiliates|subsidiaries)").match(tail) or org and not org.alias:
            for k in bare:
                out[k] = _Reader._with(out[k], org)
    return tuple(out)


_ALSO = rx(r"\b(?:successors?|alternates?|in addition|likewise|also|as well|if (?:he|she|they|either|neither|both|that)|further appoint)\b")


def with_successors(page: Page, clause: Appointment) -> Appointment:
    """The clause with the attorneys whom a following sentence adds: "If he cannot act, I appoint X as successor"."""
    following = [s for s in page.sentences if s.start >= clause.start and s.start > page.sentence_at(clause.start).start][:4]
    attorneys = list(clause.attorneys)
    for sentence in following:
        if not _ALSO.search(sentence.text):
            continue
        for verb in _verbs(sentence, ""):
            if verb_is_sure(verb) and not rx(r"substitut|delegat|authori[sz]").match(verb.group()):
                added = _read(page, sentence, verb, (), substitutes=False)
                attorneys += [a for a in (added.attorneys if added else ()) if all(a.name != k.name for k in attorneys)]
                break
    return replace(clause, attorneys=tuple(attorneys))


def with_affiliation(attorney: Attorney, name: str, start: int, end: int) -> Attorney:
    """The attorney with an affiliation and the slice that gives it."""
    return replace(attorney, affiliation=name, affiliation_start=start, affiliation_end=end)


__all__ = ["Appointment", "Attorney", "find", "later_affiliations", "likely", "stream", "with_affiliation", "with_successors"]
