"""Puts the readers together: one stretch of text, one instrument with its evidence and what a person should look at."""

from __future__ import annotations

import re

from ..records import Ending as RecordEnding
from ..records import Evidence, Filing, Instrument, Party, Reference, Review
from . import appointment, issuers, powers, principals, terms
from .appointment import Attorney
from .clauses import SIGN_MARK, TITLE, Found, Page, heading, instruments, sentences
from .dates import find_dates
from .organizations import organizations
from .people import compatible, parts
from .persons import persons
from .signing import Signed, signatures
from .tokens import rx

_CONFIRMS = rx(
    r"\b(?:this|the|following|present)?\s?(?:statement|letter|memorandum|notice|certificate"
    r"|document|writing)?[^.;]{0,40}\b(?:confirms?|confirmed|confirming|certif(?:y|ies)"
    r"|acknowledges?)\b[^;.]{0,100}?\bthat\b[^;]{0,420}?\b(?:has|have|had|is|are|was|were) "
    r"(?:\w+,? (?:and )?){0,4}?(?:authori[sz]ed|appointed|designated|empowered|named|given"
    r"|granted|constituted)\b"
)
_SUBSTITUTES = rx(
    r"\b(?:hereby |do |does )?(?:substitut(?:e|es)|appoints?|designates?|names?|deputes?"
    r"|delegates?)\b[^.;]{0,260}\b(?:in (?:my|his|her|its) (?:own )?(?:place|stead)|as (?:my|his"
    r"|her|its|the undersigned's)? ?(?:substitutes?|sub-?agents?|deput(?:y|ies))|to (?:exercise"
    r"|act in)|substitutes? (?:for|in))\b|\b(?:under|by virtue of|pursuant to|acting under|using"
    r"|exercising) (?:the |that |this |those |such )?(?:power|powers|right"
    r"|authority)[^.;]{0,80}\b(?:substitut|delegat)|\bhereby (?:substitut|delegat)"
)
_REVOCATION_TITLE = rx(
    r"\b(?:revocation|termination|cancellation|withdrawal|rescission)\b(?: \w+){0,4} (?:of "
    r")?(?:\w+ ){0,4}?(?:power|authori[sz]ation|appointment|authority)|^\s*(?:notice of "
    r")?revocation\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_REVOKES_NOW = rx(
    r"\b(?:hereby|do|does|now|accordingly|therefore)\b[^.;]{0,40}\b(?:revok\w+|terminat\w+"
    r"|cancel\w*|withdraw\w*|rescind\w*|annul\w*)\b|\b(?:is|are) (?:hereby |now )?(?:revoked"
    r"|terminated|cancell?ed|withdrawn|rescinded)\b(?= ?(?:[.,;]|as|with|effective|in|$))|\b(?:i"
    r"|we|the undersigned) (?:\w+ ){0,2}?(?:revoke|cancel|terminate|withdraw|rescind)s?\b"
)
_SECTION16 = rx(
    r"\bsection 1[56]\b|\bforms? (?:3|4|5|three)\b|\bforms?\s+(?:id,? (?:and )?|144,? (?:and "
    r")?)?[345]\b|beneficial ownership|\binsider report|securities exchange act of 1934|\b1934 "
    r"act\b"
)
_ATTORNEY = rx(
    r"\b{atty}s?[- ]?in[- ]?fact\b|\bpower of {atty}\b|\blawful {atty}|\bmy {atty}|\bagents?\b"
    r"|\b(?:on|in) (?:my|his|her|its) (?:behalf|name|stead|place)\b|\bfor me\b|\bauthori[sz]"
    r"|\bauthority\b|\bempower|\bdeput|\bsign for"
)


def read_instruments(text: str, *, exhibit: str | None, filing: Filing | None) -> tuple[Instrument, ...]:
    """Every instrument of a text, in order."""
    orgs = organizations(text)
    out = []
    for start, end in instruments(text):
        page = Page(text, start, end, orgs, sentences(text, start, end))
        instrument = _read(page, exhibit, filing)
        if instrument is not None:
            out.append(instrument)
    return tuple(out)


def kind_of(page: Page, clause: appointment.Appointment | None) -> str:
    """The kind of instrument, from its title, its operative verb and whether it appoints anybody."""
    head = page.text[page.start : min(page.end, page.start + 700)]
    body = page.slice()
    title = "\n".join(line for line in head.split("\n")[:14] if len(line.strip()) < 90)
    if rx(r"\bsubstitut(?:ion|e)\b").search(title) and _SUBSTITUTES.search(body):
        return "substitution"
    if _SUBSTITUTES.search(body) and rx(
        r"(?:gave|granted|conferred|appointed|given)[^.;]{0,120}\b(?:to me|me\b|upon me|the "
        r"undersigned)|(?:is|am|being) (?:an? |the )?{atty}s?[- ]in[- ]fact (?:of|for|under)|was "
        r"(?:appointed|named|designated)[^.;]{0,40}{atty}"
    ).search(body):
        return "substitution"
    if rx(r"\bas (?:my|his|her|its) substitutes?\b|\bhereby substitut|\bI substitute\b").search(body) and rx(
        r"\b(?:under|pursuant|by virtue)\b|original power"
    ).search(body):
        return "substitution"
    if _CONFIRMS.search(body) and not rx(r"\bhereby (?:\w+,? (?:and )?){0,3}(?:appoints?|constitutes?)\b").search(body):
        return "confirming-statement"
    if (_REVOCATION_TITLE.search(title) or clause is None) and _REVOKES_NOW.search(body) and not _grants_anew(page):
        return "revocation"
    return "power-of-attorney"


def _grants_anew(page: Page) -> bool:
    return any(
        rx(
            r"\b(?:hereby|do|does|now|by these presents)\b[^.;]{0,40}\b(?:constitute|appoint|designate"
            r"|name|authori[sz]e)"
        ).search(s.text)
        and not rx(r"\bnot\b|\bmay\b").search(s.text)
        for s in page.sentences
    )


def _read(page: Page, exhibit: str | None, filing: Filing | None) -> Instrument | None:
    body = page.slice()
    if not _ATTORNEY.search(body) and not _titled(page):
        return None
    signed = signatures(page)
    clause = appointment.find(page)
    kind = kind_of(page, clause)
    if kind == "revocation":
        clause = _revoked(page)
    elif kind == "substitution":
        clause = appointment.find(page, substitutes=True) or clause
    guessed = clause is None and kind != "revocation" and _titled(page) and any(s.part == "principal" for s in signed)
    if guessed:
        clause = appointment.likely(page, tuple(s.name for s in signed))
    if clause is None or not clause.attorneys or not _operative(page, clause, signed, kind):
        return None
    closing = _closing(page, signed, clause.start)
    clause = appointment.with_successors(page, clause) if kind != "revocation" else clause
    attorneys = appointment.later_affiliations(page, clause.attorneys, clause.end)
    first = min(a.start for a in attorneys)
    verb_at = first if not clause.passive else page.start
    _reclaim(page, signed, clause.start, verb_at)
    names = principals.read(page, signed, clause.start, verb_at, [a.name for a in attorneys], kind)
    if kind == "confirming-statement" and clause.passive:
        names = principals.read(page, signed, page.start, page.start, [a.name for a in attorneys], kind)
    attorneys = _drop_principals(attorneys, names, signed, kind)
    if not attorneys:
        return None
    granted = powers.grants(page, closing)
    form_names = powers.forms(granted)
    securities = (
        bool(form_names)
        or bool(_SECTION16.search(body))
        or bool(rx(r"securities and exchange commission|\bedgar\b").search(body))
    )
    organization_principals = {p.name for p in names if p.type == "organization"}
    organization_attorneys = {a.name for a in attorneys if a.type == "organization"}
    affiliations = {a.affiliation: 1 for a in attorneys if a.affiliation}
    issuer_names = issuers.issuers(page, organization_principals, organization_attorneys, affiliations, closing)
    if not securities:
        issuer_names = []
    attorneys = _company_titles(page, attorneys, signed, issuer_names)
    signed_at = [s.start for s in signed if s.part == "principal"]
    executed, effective = terms.executed(page, closing, signed_at)
    ends = terms.endings(page, closing, executed.value if executed else None, effective.value if effective else None)
    term = ends[0] if ends and kind != "revocation" else None
    revokes = Found("true", clause.start, clause.end) if kind == "revocation" else terms.revokes_prior(page, closing)
    substitution = None if kind == "revocation" else terms.substitution(page, closing, kind)
    said = (
        terms.authority(page, clause.start, clause.end, [a.name for a in attorneys]) if kind != "revocation" else None
    )
    law = terms.governing_law(page)
    firms = issuers.law_firms(page)
    power_names = [] if kind == "revocation" else powers.powers(granted, securities=securities)
    scope = _scope(page, form_names, granted)
    signatories = _signatories(signed)
    witnesses = [s for s in signed if s.part in ("witness", "notary")]
    clause_names = powers.clauses(page)

    facts: list[tuple[str, Found]] = []
    for n, p in enumerate(names):
        facts.append((f"principals[{n}].name", Found(p.name, p.start, p.end)))
    for n, a in enumerate(attorneys):
        facts.append((f"attorneys[{n}].name", Found(a.name, a.start, a.end)))
        if a.affiliation:
            facts.append(
                (f"attorneys[{n}].affiliation", Found(a.affiliation, a.affiliation_start, a.affiliation_end, 0.9))
            )
    for field, found in (
        ("issuers", issuer_names),
        ("law_firms", firms),
        ("forms", form_names),
        ("powers", power_names),
        ("clauses", clause_names),
    ):
        facts.extend((f"{field}[{n}]", f) for n, f in enumerate(found))
    facts.extend((f"signatories[{n}]", Found(s.name, s.start, s.end)) for n, s in enumerate(signatories))
    facts.extend((f"witnesses[{n}]", Found(s.name, s.start, s.end)) for n, s in enumerate(witnesses))
    for field, one in (
        ("authority", said),
        ("substitution", substitution),
        ("executed", executed),
        ("revokes_prior", revokes),
        ("governing_law", law),
        ("effective", effective),
    ):
        if one is not None:
            facts.append((field, one))
    if term is not None:
        facts.append(("term", Found(term.term, term.start, term.end, 0.9)))
        if term.date:
            facts.append(("expires", Found(term.date, term.start, term.end, 0.9)))
    kind_at = rx(r"power of {atty}|confirming|substitut\w+|revo\w+|authori[sz]\w+|appoint\w*|designat\w*").search(
        page.text, page.start, page.end
    )
    if kind_at:
        facts.append(("kind", Found(kind, kind_at.start(), kind_at.end(), 0.9)))
    scope_at = _SECTION16.search(page.text, page.start, page.end)
    if scope_at and scope == "section16":
        facts.append(("scope", Found(scope, scope_at.start(), scope_at.end(), 0.9)))
    distinct_ends = tuple(dict.fromkeys(RecordEnding(e.term, e.date) for e in ends)) if kind != "revocation" else ()  # type: ignore[arg-type]
    return Instrument(
        kind=kind,  # type: ignore[arg-type]
        scope=scope,  # type: ignore[arg-type]
        principals=tuple(Party(p.name, p.type) for p in names),  # type: ignore[arg-type]
        attorneys=tuple(Party(a.name, a.type, a.affiliation) for a in attorneys),  # type: ignore[arg-type]
        issuers=tuple(f.value for f in issuer_names),
        law_firms=tuple(f.value for f in firms),
        forms=tuple(f.value for f in form_names),
        powers=tuple(f.value for f in power_names),
        authority=said.value if said else None,  # type: ignore[arg-type]
        substitution=substitution is not None,
        executed=executed.value if executed else None,
        expires=term.date if term else None,
        term=term.term if term else None,  # type: ignore[arg-type]
        revokes_prior=revokes is not None,
        governing_law=law.value if law else None,
        signatories=tuple(s.name for s in signatories),
        witnesses=tuple(dict.fromkeys(s.name for s in witnesses)),
        evidence=tuple(
            Evidence(field, f.start, f.end, page.text[f.start : f.end], round(f.confidence, 2))
            for field, f in sorted(facts, key=lambda x: (x[1].start, x[0]))
            if f.end > f.start
        ),
        exhibit=exhibit,
        effective=effective.value if effective and (executed is None or effective.value != executed.value) else None,
        ends=distinct_ends if len(distinct_ends) > 1 else (),
        limits=powers.limits(page),
        clauses=tuple(f.value for f in clause_names),
        refers_to=_references(page, kind, closing),
        review=_review(names, signatories, executed, form_names, issuer_names, said, attorneys, guessed=guessed),
    )


_ABOUT_A_POWER = rx(
    r"^(?:the|a|that|your|each|our) (?:\w+ ){0,3}?(?:form|power of {atty}|powers of {atty}"
    r"|document|template)\b[^.;]{0,60}\b(?:appoints?|authori[sz]es?|names?|designates?)\b(?! as)"
)


def _operative(page: Page, clause: appointment.Appointment, signed: list[Signed], kind: str) -> bool:
    """Whether the clause acts here and now: it is signed, or written by "the undersigned" or "I", and not a report about a power."""
    sentence = page.text[clause.start : clause.end]
    first_person = rx(
        r"\b(?:i|we|my|our|me|undersigned|these presents|hereby|each person|signs? below|signature "
        r"appears|resolved|grantors?)\b"
    ).search(page.slice())
    body = page.slice()
    if rx(r"\b(?:proxy|proxies)\b").search(body) and rx(r"\bvote\b").search(body) and not _SECTION16.search(body):
        return False
    if rx(r"\bfor value received\b|\bsell,? assign(?:,| and) transfers?\b").search(body) and not _SECTION16.search(
        body
    ):
        return False
    if rx(
        r"\b(?:authorizes her|authorizes him|was filed|is filed|previously filed|incorporated by "
        r"reference|filed herewith)\b"
    ).search(sentence) and not rx(r"\bhereby\b|\bi appoint\b").search(sentence):
        return False
    if _ABOUT_A_POWER.search(sentence):
        return False
    if any(s.part == "principal" for s in signed):
        return True
    return bool(first_person) and bool(rx(r"\bundersigned\b|\b(?-i:I)\b|know all|\bhereby\b").search(body))


def _titled(page: Page) -> bool:
    """Whether the text calls itself an instrument: a heading, or "know all ... by these presents"."""
    head = page.text[page.start : min(page.end, page.start + 1200)]
    return any(heading(m.group()) for m in TITLE.finditer(head)) or bool(
        rx(r"know all (?:\w+ ){0,3}by these").search(head)
    )


def _reclaim(page: Page, signed: list[Signed], clause_start: int, verb_at: int) -> None:
    """A signer beside the witnesses whom the opening names as the grantor is no witness."""
    named = [c for c in principals.candidates(page, clause_start, verb_at) if c.type == "person"]
    if any(s.part == "principal" for s in signed):
        return
    for s in signed:
        if s.part in ("witness", "notary") and any(compatible(s.name, c.name) for c in named):
            s.part = "principal"


def _closing(page: Page, signed: list[Signed], clause: int) -> int:
    """Where the signature block begins that follows the appointment clause."""
    starts = [s.start for s in signed if s.start > clause]
    marks = [m.start() for m in page.finditer(SIGN_MARK) if m.start() > clause]
    at = min(starts + marks, default=page.end)
    witness = rx(r"\bin (?:witness|testimony) whereof\b").search(page.text, page.start, at)
    block = page.text.rfind("\n\n", page.start, at)
    if witness:
        return witness.start()
    return block if block > page.start and at - block < 500 else page.text.rfind("\n", page.start, at) + 1 or at


def _drop_principals(
    attorneys: tuple[Attorney, ...], names: list[principals.Principal], signed: list[Signed], kind: str
) -> tuple[Attorney, ...]:
    """Attorneys who are only the signer's own name in the clause are none; a principal named in a list with others stays."""
    people = [p.name for p in names if p.type == "person"]
    if len(attorneys) > 1 and len(people) == 1 and kind == "confirming-statement":
        kept = tuple(a for a in attorneys if not (a.type == "person" and parts(a.name) == parts(people[0])))
        return kept or attorneys
    return attorneys


def _company_titles(
    page: Page, attorneys: tuple[Attorney, ...], signed: list[Signed], issuer_names: list[Found]
) -> tuple[Attorney, ...]:
    """A corporate title gives the one issuer as affiliation: in the clause, or at the attorney's own signature."""
    if len(issuer_names) != 1:
        return attorneys
    issuer = issuer_names[0]
    out = []
    for attorney in attorneys:
        if attorney.affiliation is None and attorney.type in ("person", "office"):
            at_signature = any(
                s.part == "principal"
                and s.title
                and compatible(s.name, attorney.name)
                and parts(s.name) == parts(attorney.name)
                and rx(r"\b(?:president|officer|secretary|treasurer|counsel|controller|chairman|chief)\b").search(
                    s.title
                )
                for s in signed
            )
            if attorney.titled or at_signature or attorney.type == "office":
                attorney = appointment.with_affiliation(attorney, issuer.value, issuer.start, issuer.end)
        out.append(attorney)
    return tuple(out)


def _signatories(signed: list[Signed]) -> list[Signed]:
    out: list[Signed] = []
    for s in signed:
        if s.part == "principal" and not any(parts(s.name) == parts(o.name) for o in out):
            out.append(s)
    return out


def _scope(page: Page, form_names: list[Found], granted: list[powers.Grant]) -> str:
    """Section 16 when the instrument reaches Forms 3, 4 or 5 or Section 16 reports."""
    codes = {f.value for f in form_names}
    if codes & {"3", "4", "5"}:
        return "section16"
    named = " ".join(g.text for g in granted)
    if rx(r"\bsection 1[56](?:\(a\))?\b").search(named) and not codes & {"S-8", "S-3", "10-K", "S-1", "S-4"}:
        return "section16"
    if (
        not codes
        and rx(r"securities exchange act of 1934|beneficial(?:ly)? own").search(named)
        and rx(r"\bfil\w+|reports?\b").search(named)
        and not rx(r"registration statement|annual report|schedules? 13").search(named)
    ):
        return "section16"
    return "other"


def _revoked(page: Page) -> appointment.Appointment | None:
    """The attorneys whose authority a revocation ends."""
    whole = None
    for sentence in page.sentences:
        if not rx(
            r"^to ?:|\brevok\w+|\bterminat\w+|\bcancel\w*|\bwithdraw\w*|\brescind\w*|\bgave\b|\bgranted\b"
            r"|\bappoint\w+|\bauthori[sz]\w+|\bnamed\b|\bdesignat\w+|\bceas\w+|\bend\b"
        ).search(sentence.text):
            continue
        if rx(
            r"\bremain\w*\b|\bcontinues?\b|\bnot (?:revoked|affected)|\bdoes not\b|\bsend a copy\b|\bin "
            r"(?:their|his|her) place\b"
        ).search(sentence.text):
            continue
        people = [m for m in persons(page.text, sentence.start, sentence.end, page.orgs) if m.kind == "person"]
        if not people:
            continue
        verbs = [
            m
            for m in rx(
                r"\b(?:authority (?:of|to|from)|revok\w+|gave|granted|appoint\w+|constitut\w+|authori[sz]\w+"
                r"|designat\w+|named|terminat\w+|cancel\w*|withdraw\w*|powers? (?:of|given"
                r"|granted)[^.;]{0,40}(?:to|upon))\b"
            ).finditer(sentence.text)
        ]
        if rx(r"^to ?:").match(sentence.text):
            line_end = page.text.find("\n", people[0].end)
            addressed = appointment.stream(
                page, sentence.start, min(sentence.end, line_end if line_end > 0 else sentence.end)
            )
            whole = whole or (appointment.Appointment(sentence.start, sentence.end, addressed) if addressed else None)
            continue
        for verb in verbs:
            got = appointment.stream(page, sentence.start + verb.end(), sentence.end)
            if not got:
                got = appointment.stream(page, sentence.start, sentence.start + verb.start())
            if got:
                found = appointment.Appointment(sentence.start, sentence.end, got)
                if rx(r"\bhereby\b|\bi (?:revoke|withdraw|cancel|terminate)").search(sentence.text) and rx(
                    r"\bas to\b|\bof\b|\bto\b"
                ).search(sentence.text):
                    return found
                whole = whole or found
                break
    return whole


def _references(page: Page, kind: str, closing: int) -> tuple[Reference, ...]:
    """Other instruments that this one names by date."""
    out = []
    for sentence in page.sentences:
        if sentence.start >= closing or not rx(
            r"powers? of {atty}|instrument|letter|authori[sz]ation|power\b|confirming"
        ).search(sentence.text):
            continue
        relation = (
            "substitutes"
            if kind == "substitution"
            else "revokes"
            if kind == "revocation" or rx(r"\brevok|\bcancel|\bwithdraw").search(sentence.text)
            else "supersedes"
            if rx(r"\bsupersed|\breplac").search(sentence.text)
            else None
        )
        if relation is None or rx(r"\bnot\b[^.;]{0,30}\b(?:revok|supersed|replac|alter)").search(sentence.text):
            continue
        for date in find_dates(sentence.text):
            if rx(r"\b(?:dated|of|on|bearing|executed|signed)(?: as of)? ?(?:the )?$").search(
                sentence.text[max(0, date.start - 22) : date.start]
            ) and not rx(r"act of ?$|effective|until").search(sentence.text[max(0, date.start - 30) : date.start]):
                out.append(Reference(relation, date.iso))
    return tuple(dict.fromkeys(out))


def _review(
    names: list[principals.Principal],
    signatories: list[Signed],
    executed: Found | None,
    form_names: list[Found],
    issuer_names: list[Found],
    said: Found | None,
    attorneys: tuple[Attorney, ...],
    *,
    guessed: bool,
) -> tuple[Review, ...]:
    """What a person should look at, each with its reason."""
    out = []
    if guessed:
        out.append(
            Review(
                "attorneys", "the appointment clause was not understood; these are the names beside the word attorney"
            )
        )
    if not names:
        out.append(Review("principals", "no principal was found"))
    if not signatories:
        out.append(Review("signatories", "no signature was found"))
    if executed is None:
        out.append(Review("executed", "no date of execution was found"))
    elif executed.confidence < 0.7:
        out.append(Review("executed", f"the date was read from damaged or ambiguous characters as {executed.value}"))
    if not form_names:
        out.append(Review("forms", "no form is named"))
    if not issuer_names:
        out.append(Review("issuers", "no issuer is named"))
    if len(attorneys) > 1 and said is None:
        out.append(Review("authority", "several attorneys, and nothing says whether each may act alone"))
    if (
        len(signatories) == 1
        and len(names) == 1
        and names[0].type == "person"
        and parts(names[0].name)[-1:] != parts(signatories[0].name)[-1:]
    ):
        out.append(Review("principals", "the name in the text and the name at the signature differ"))
    return tuple(out)


__all__ = ["kind_of", "read_instruments"]
