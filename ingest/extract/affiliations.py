"""Affiliations that stand away from the list of attorneys, in sentences of their own.

    SUBJECT     is/are/being/works/serves ...   COMPLEMENT          ORGANIZATION
    Mr. Okafor  is                              an employee of      the Issuer
    all three   are                             lawyers at          Sandoe & Marchetti
    Ms. Moss    is Counsel, Mr. Tolliver is Treasurer and Ms. Yun is Secretary of  X Corp.

A subject is an attorney by full name or by honorific and one name, or a group: "both", "each of whom", "the said
attorneys". Subjects that "and" joins share a predicate; a title without an organization takes the one that closes the
sentence. A sentence about one attorney outweighs a sentence about all. The end of an attorney's employment ("when Ms.
Yun leaves X") tells the employer too; the end of the principal's does not.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from .attorney import Attorney, joined, with_affiliation
from .blocks import Signed
from .clauses import Found, Page, Sentence
from .mentions import Mention
from .organizations import Organizations, is_law_firm
from .patterns import cased, rx
from .people import parts

_HONORIFIC = r"(?:mr|ms|mrs|miss|dr|prof|messrs|mmes|me|madame|sir)\.?\s+"
_GROUP = rx(
    r"\b(?:(?:all|both|each|every one|either|any)(?: (?:of (?:the )?)?(?:these|those|them|whom|which|two|three|four"
    r"|five|six|seven|eight|said|such|the|named|persons?|individuals?|{atty}s?(?:[- ]in[- ]fact)?|agents?))*|they"
    r"|who(?=,? (?:is|are|both|all|each))|he or she|(?:the|said|such|my|our|these|those|an?|any|each|every) (?:(?:said"
    r"|above|above-named|named|foregoing|following|two|three|four|five|six|same) )*(?:{atty}s?(?:[- ]in[- ]fact)?"
    r"|agents?|persons?|individuals?|people|deput(?:y|ies)|mandatar(?:y|ies)|designees?|representatives?|delegates?"
    r"|holders?|appointees?|nominees?|signator(?:y|ies)))\b"
)
_IS = rx(
    r"^(?:, [^,;]{3,60}(?=, ))?,?(?: (?:who|each|all|both|also|now|currently|presently|likewise|in turn|himself"
    r"|herself|is|are)\b,?)*? ?"
    r"\b(?:is|are|being|remains?|serves?(?: as)?|works?|practi[sc]es?|belongs?|acts as|holds? (?:the )?(?:office|post"
    r"|position)|sits?|joined)\b"
)
_BARRED = rx(
    r"\b(?:authori[sz]\w+|appointed|designated|empowered|permitted|required|entitled|able|liable"
    r"|responsible|free|behalf"
    r"|respect|regard|securities|shares|stock|not|nor|formerly|former|previous\w*|acting|assuming|undersigned|sign|file"
    r"|execute|retired|once|principal|grantor)\b"
)
_LEADS = rx(
    r"(?:\b(?:of|at|with|by|for|in|from|serves|serving|joined|advises|firm,?|employer,?)|:)(?: (?:the|our|its))? ?$"
)
_TITLE_ONLY = rx(r"^(?: (?:an?|the|its|our|also|now))*(?: (?:[\w'-]+|&|-),?){1,8}?,?(?: and)? ?$")
_LEAVES = r"(?:leaves?|leaving|(?:has|have)(?: both| all| each)? left|quits?|departs?(?: from)?)"
_SERVICE_ENDS = rx(
    r"^(?:'s?)?[^.;]{0,60}?\b(?:employ(?:ment|ed)?|service)(?: (?:by|with|of|at))(?: the)? ?$"
    rf"|^[^.;]{{0,30}}?\b{_LEAVES}(?: (?:the )?(?:employ|service)(?: of)?)?(?: the)? ?$"
)
_GROUP_SERVICE = rx(
    r"^[^.;]{0,60}?\b(?:during|throughout|end of|termination of|cessation of) (?:that person's|such person's|his or her"
    r"|their) employment (?:with|by)(?: the)? ?$|^'s? employment (?:with|by)(?: the)? ?$|"
    r"^[^.;]{0,60}?\bin the (?:employ|service) of(?: the)? ?$|"
    r"^[^.;]{0,40}?\b(?:end|termination|cessation) of (?:that person|such person|his or her|his|her|their)(?:'s)?"
    r" employment (?:with|by)(?: the)? ?$|"
    r"^[^.;]{0,60}?\b(?:is|are|being|remains?|be|ceases? to be|no longer"
    r"|continues? to be)(?: at the time| then)?(?: an?)? "
    r"(?:employed by|employees? of|officers? of|partners? (?:of|in)|members? of|associated with"
    rf"|in the employ of|in the service of)(?: the)? ?$|^[^.;]{{0,30}}?\b{_LEAVES}"
    r"(?: (?:the )?(?:employ|service)(?: of)?)?(?: the)? ?$"
)
_BESIDE = rx(r",? (?:at|of|with)(?: the)? ")
_AFFILIATES = rx(r"^,? (?:or|and) (?:its|one of its|any of its|an?|any)(?: \w+)? (?:affiliates?|subsidiar(?:y|ies))")
_GENERIC = rx(
    r"\b(?:the|that|said|this|such|our|his|her|your)(?: same)? (company|corporation|issuer|firm|bank|partnership"
    r"|trust|adviser|registrant|employer)\b(?! of)|\bits(?= (?:\w+ )?(?:department|office|staff|group)\b)"
)


_GRANTOR = rx(r"\b(?:undersigned|(?-i:I)|me|grantor|principal),? $")  # "the undersigned, who is ..."
_PRONOUN = rx(r"^\W*(?:he|she)(?= (?:is|works|serves|holds)\b)")  # where there is one attorney
_WHOSE_TITLE = rx(r"(?:,? who)? ?(?:is|serves as)(?: (?:now|currently|presently))? ?(?:the ?)?")
_AND = rx(r"[\s,]*(?:and|or|&)?[\s,]*")
_PAST = rx(r", (?:formerly|previously|once|retired|late) [^,;]{3,60}(?=, )")  # an aside about another time
_ALL_OF = rx(r"(?: \w+){0,5}? (?:of|at|with|by)(?: the)? ")


@dataclass(frozen=True, slots=True)
class _Subject:
    """Whom a stretch [start, end) of a sentence speaks of, by their numbers."""

    start: int
    end: int
    who: tuple[int, ...]
    group: bool


def later(page: Page, attorneys: tuple[Attorney, ...]) -> tuple[Attorney, ...]:
    """The attorneys with the affiliations that other sentences, or the rows of a table, give."""
    people = [k for k, a in enumerate(attorneys) if a.type == "person"]
    given: dict[int, tuple[Mention, bool]] = {}
    listed = (min(a.start for a in attorneys), max(a.end for a in attorneys)) if attorneys else (0, 0)
    names = _Names(attorneys, people)
    for sentence in page.sentences:
        subjects = _subjects(sentence, page.orgs, people, names, listed)
        for who, org, group in _said(page, sentence, subjects, attorneys):
            for k in who:
                if k not in given or (given[k][1] and not group):
                    given[k] = (org, group)
    out = list(attorneys)
    for k, (said, _) in given.items():
        if out[k].affiliation is None:
            out[k] = joined(out[k], said)
    for k in people:
        if out[k].affiliation is None:
            out[k] = joined(out[k], _row(page, out[k]))
    return tuple(out)


class _Names:
    """How later sentences may name the attorneys: in full, or by honorific and a name that is one attorney's alone."""

    def __init__(self, attorneys: tuple[Attorney, ...], people: list[int]) -> None:
        words = {k: {w.lower() for w in _WORD.findall(attorneys[k].name)} for k in people}
        shared = Counter(w for k in people for w in words[k])
        self.own = {w: k for k in people for w in words[k] if shared[w] == 1 and len(w) > _INITIALS}
        self.full = {k: attorneys[k].name.lower().split() for k in people}
        self.last = {parts(attorneys[k].name)[-1]: k for k in people if parts(attorneys[k].name)}

    def found(self, raw: str) -> list[_Subject]:
        """Every place in a sentence that names an attorney."""
        low = raw.lower()
        out = [_Subject(s, e, (k,), group=False) for k, words in self.full.items() for s, e in _occurrences(low, words)]
        said = [(m, self.own.get(m.group(1).lower())) for m in _ADDRESSED.finditer(raw)]
        for row in _MESSRS.finditer(raw):
            said += [(m, self.own.get(m.group().lower())) for m in _SURNAME.finditer(raw, row.start(1), row.end())]
        said += [(m, self.last.get(m.group().lower())) for m in _ALONE.finditer(raw)]
        return out + [_Subject(m.start(), m.end(), (k,), group=False) for m, k in said if k is not None]


_INITIALS = 2  # characters of the longest word that is no name by itself
_WORD = re.compile(r"[^\W\d_][\w'?-]+")
_ADDRESSED = rx(rf"\b{_HONORIFIC}([^\W\d_][\w'?-]*)")
_MESSRS = rx(r"\b(?:messrs|mmes|mses|mesdames)\.? ((?-i:[A-Z])[\w'-]+(?:,? (?:and )?(?-i:[A-Z])[\w'-]+){1,6})")
_SURNAME = re.compile(r"[A-Z][\w'-]+")
_ALONE = rx(r"\b[^\W\d_][\w'?-]+(?=,? (?:is|who|being)\b)")


def _occurrences(low: str, words: list[str]) -> list[tuple[int, int]]:
    """Where words follow each other with nothing but white space between them."""
    out: list[tuple[int, int]] = []
    start = low.find(words[0]) if words else -1
    while start >= 0:
        at = start
        for word in words:
            while at < len(low) and at > start and low[at].isspace():
                at += 1
            if not low.startswith(word, at):
                break
            at += len(word)
        else:
            if not low[start - 1 : start].isalnum() and not low[at : at + 1].isalnum():
                out.append((start, at))
        start = low.find(words[0], start + 1)
    return out


def _subjects(
    sentence: Sentence, orgs: Organizations, people: list[int], names: _Names, listed: tuple[int, int]
) -> list[_Subject]:
    """The attorneys of whom a sentence speaks, left to right, the list of the appointment itself left out."""
    named = [(m.start - sentence.start, m.end - sentence.start) for m in orgs.within(sentence.start, sentence.end)]
    if not named and not _GENERIC.search(sentence.raw):
        return []
    found = names.found(sentence.raw)
    found += [
        _Subject(m.start(), m.end(), tuple(people), group=True)
        for m in _GROUP.finditer(sentence.raw)
        if not _GRANTOR.search(sentence.raw[: m.start()])
    ]
    if len(people) == 1:
        found += [_Subject(m.start(), m.end(), tuple(people), group=False) for m in _PRONOUN.finditer(sentence.raw)]
    found = [s for s in found if not any(at <= s.start < to for at, to in named)]  # Mr. Quimby, not Pell & Quimby
    return sorted(
        (s for s in found if not (listed[0] <= sentence.start + s.start < listed[1])), key=lambda s: (s.start, -s.end)
    )


def _said(
    page: Page, sentence: Sentence, subjects: list[_Subject], attorneys: tuple[Attorney, ...]
) -> list[tuple[tuple[int, ...], Mention, bool]]:
    out: list[tuple[tuple[int, ...], Mention, bool]] = []
    carried: tuple[int, ...] = ()
    waiting: tuple[int, ...] = ()
    for n, subject in enumerate(subjects):
        if n + 1 < len(subjects) and subjects[n + 1].start < subject.end:
            continue
        end = subjects[n + 1].start if n + 1 < len(subjects) else len(sentence.raw)
        rest = sentence.text[subject.end : end]
        if _AND.fullmatch(rest) and n + 1 < len(subjects):
            carried += () if subject.group else subject.who
            continue
        if subject.group and carried:  # "A, B and C, all of X"
            org = next(iter(page.orgs.within(sentence.start + subject.end, sentence.start + end)), None)
            if org and _ALL_OF.fullmatch(page.text, sentence.start + subject.end, org.start):
                out.append((carried, org, False))
                carried = ()
                continue
        group = subject.group and not carried  # "Mr. Doe, who is ...": of those named, not of all
        who, carried = (*carried, *(() if subject.group and carried else subject.who)), ()
        at, to = sentence.start + subject.end, sentence.start + subject.end + len(rest.split(";")[0])
        org = _organization(page, at, to, group=group)
        if org is not None:
            out.append(((*waiting, *who), org, group))
            waiting = ()
        elif not group and (verb := _IS.match(rest)) and _TITLE_ONLY.match(rest[verb.end() :]):
            waiting += who
    return out


def _organization(page: Page, at: int, to: int, *, group: bool) -> Mention | None:
    """The organization to which the words of text[at:to], which follow a subject, say that it belongs."""
    text = page.text
    if not group and (past := _PAST.match(text, at, to)):
        at = past.end()
    nearest = next(iter(page.orgs.within(at, to)), None)
    if nearest is None and (generic := _GENERIC.search(text, at, to)):
        nearest = _meant(page, (generic.group(1) or "company").lower(), generic.start(), generic.end())
    if nearest is None:
        return None
    between = text[at : nearest.start]
    service = _GROUP_SERVICE if group else _SERVICE_ENDS
    if service.match(between):
        affiliates = _AFFILIATES.match(text[nearest.end : nearest.end + 60])
        return None if affiliates and (nearest.alias or "ceas" in between) else nearest
    if not group and _BESIDE.fullmatch(between):
        return nearest
    if not group and _WHOSE_TITLE.fullmatch(between) and text.startswith("'s", nearest.end):
        return nearest  # "He is the Company's Secretary"
    verb = _IS.match(between)
    if (
        verb is None
        or _BARRED.search(between)
        or len(between) > 160
        or not _LEADS.search(between[max(0, verb.end() - 6) :])
    ):
        return None
    return nearest


def _meant(page: Page, noun: str, start: int, end: int) -> Mention | None:
    """Which organization "the firm" or "that company" is: the nearest before of that sort."""
    earlier = [m for m in page.orgs.within(page.start, start) if is_law_firm(m.name) == (noun == "firm")]
    return Mention("organization", earlier[-1].name, start, end, alias=True) if earlier else None


def _row(page: Page, attorney: Attorney) -> Mention | None:
    """The organization in the row of a table that begins with the attorney's name."""
    for again in re.finditer(re.escape(attorney.name), page.text[page.start : page.end]):
        at = page.start + again.end()
        line_end = page.text.find("\n", at)
        org = next(iter(page.orgs.within(at, line_end if line_end > 0 else page.end)), None)
        if org and cased(r"(?:\t| {2,})(?:[A-Z][\w-]+,? ?(?:and |of |for |& )?){0,6}$").match(
            page.text[at : org.start]
        ):
            return org
    return None


def by_title(attorneys: tuple[Attorney, ...], signed: list[Signed], issuer_names: list[Found]) -> tuple[Attorney, ...]:
    """A title gives an affiliation: the organization for which an attorney signs, else the one issuer."""
    attorneys = tuple(_as_officer(a, signed) if a.affiliation is None else a for a in attorneys)
    if len(issuer_names) != 1:
        return attorneys
    issuer = issuer_names[0]
    return tuple(
        replace(with_affiliation(a, issuer.value, issuer.start, issuer.end), by_title=True)
        if a.affiliation is None and _of_the_company(a, signed)
        else a
        for a in attorneys
    )


def _as_officer(attorney: Attorney, signed: list[Signed]) -> Attorney:
    """The attorney with the organization as whose officer, manager or partner he signs the instrument himself."""
    for s in signed:
        if s.part != "principal" or not s.title or not s.chain or parts(s.name) != parts(attorney.name):
            continue
        if (s.stacked == 1 or s.chain[s.stacked :]) and not _FIDUCIARY.search(s.title):
            org = s.chain[-1]
            return replace(with_affiliation(attorney, org.name, org.start, org.end), by_title=True)
    return attorney


_FIDUCIARY = rx(r"\btrustee|\bexecut(?:or|rix)|\bguardian|\bcustodian")  # no office in an organization

_COMPANY_TITLE = rx(r"\b(?:president|officer|secretary|treasurer|counsel|controller|chairman|chief)\b")


def _of_the_company(attorney: Attorney, signed: list[Signed]) -> bool:
    if attorney.type == "office" or (attorney.type == "person" and attorney.titled):
        return True
    mine = (s for s in signed if s.part == "principal" and s.title and parts(s.name) == parts(attorney.name))
    return any(_COMPANY_TITLE.search(s.title or "") for s in mine)


__all__ = ["by_title", "later"]
