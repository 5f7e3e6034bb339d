"""Whether a text revokes earlier powers, and the words in which it speaks of them."""

from __future__ import annotations

import re

from .clauses import Found, Page
from .patterns import rx

PAPERS = (
    r"(?:powers?(?: of {atty})?|authori[sz]ations?|authority|appointments?|designations?|instruments?|letters?"
    r"|mandates?|grants?|memo\w*|documents?|delegations?|papers?|resolutions?|instructions?|forms?|sheets?|deeds?"
    r"|prox(?:y|ies)|ones?|writings?|arrangements?|statements?|consents?|commissions?|procurations?)"
)
_FORMER = (
    r"(?:prior|previous(?:ly)?|earlier|former(?:ly)?|existing|other|older?|preceding|last|current|outstanding"
    r"|heretofore|past)"
)
OTHER_PAPER = (
    rf"(?:(?:any|all|every|each|my|his|her|its|their|our|the|a|an|that|those|these|such|said)(?: (?:and all|of"
    rf" the|of my))? (?:\w+,? ){{0,4}}?{_FORMER} (?:\w+,? ){{0,4}}?{PAPERS}|{_FORMER} (?:\w+ ){{0,3}}?{PAPERS}"
    rf"|(?:any|all|every|each|my|his|her|its|their|our|the|that|those|a|an) (?:\w+,? "
    rf"){{0,4}}?{PAPERS}[^.;]{{0,60}}?(?:\bdated"
    rf"|\b(?:that|which) (?:i|we|he|she|it|the \w+) (?:\w+ )?(?:gave|granted|made|executed|signed)|\bsigned"
    rf"|\bexecuted|\bgiven|\bgranted|\bmade|\bof (?:\w+ \d|\d)|\bbefore (?:today|now|this|it)"
    rf"|\bheretofore|\bpreviously)|(?:that|those|the (?:one|ones)) of (?:\w+ )?\d"
    rf"|{PAPERS} (?:that|which)? ?(?:i|we|he|she|the \w+) (?:have |has |had )?(?:gave|granted|signed|given|made"
    rf"|executed)"
    rf" (?:earlier|before|previously|heretofore|in \d)|what (?:i|we|he|she|the undersigned) (?:signed|gave|granted)"
    rf" (?:earlier|before|previously|in \d))"
)
_UNDOES = (
    r"(?:revok(?:e|es|ed|ing)|cancel(?:s|l?ed|l?ing)?|supersed(?:e|es|ed|ing)|replac(?:e|es|ed|ing)|terminat(?:e"
    r"|es|ed|ing)|rescind(?:s|ed|ing)?|annul(?:s|led)?|withdraw(?:s|n|ing)?|recall(?:s|ed|ing)?|sets? aside"
    r"|supplants?|repeals?|amend(?:s|ed)? and restate[sd]?|restate[sd]?|extinguish(?:es|ed)?)"
)
_DEAD = (
    rf"(?:{_UNDOES}|void|spent|dead|at an end|ended|of no (?:further |more )?(?:effect|force)|no (?:further |more"
    rf" |longer )?(?:\w+ )?(?:effect|force|valid|good|counts?|in force|to be (?:used|relied)|applies"
    r"|apply)|(?:ends|ceases|lapses|falls|expires) (?:today|now|herewith|with this|upon this)|lapsed?|null|without"
    r" (?:further )?(?:effect|force))"
)
_REVOKES = rx(
    rf"\b{_UNDOES}(?:,? (?:and|or) {_UNDOES})*\b(?! (?:when|on|upon|if|at the|automatically|immediately|in the"
    rf" event))[^.;]{{0,60}}?\b{OTHER_PAPER}|\b{OTHER_PAPER}\b[^.;]{{0,140}}?\b(?:is|are|be|been|stands?|has"
    rf"|have|shall|which|no longer|ceases?)\b (?:\w+ ){{0,3}}?{_DEAD}\b|\b{OTHER_PAPER}\b[^.;]{{0,60}}?\b(?:ends"
    rf"|ceases"
    rf"|lapses|falls|expires) (?:today|now|herewith|with this|upon this)\b|\b{OTHER_PAPER}[^.;]{{0,60}}\bno"
    rf" longer\b|\b(?:is|are) (?:hereby )?(?:superseded|replaced|revoked|cancell?ed) by (?:this|the present)\b"
    rf"|\b{PAPERS}\b[^.;]{{0,140}}\b(?:is|are) hereby (?:revoked|withdrawn|cancell?ed|superseded|terminated"
    rf"|rescinded|annulled|recalled)|\b(?:takes? the place|stands? in (?:the )?(?:place|lieu|stead)|in (?:place"
    rf"|substitution|replacement|lieu|stead)|instead) (?:of|for) (?:and (?:to )?\w+ )?(?:any|all|every|each|the|my|that"
    rf"|those|his|her|its)\b(?: (?:\w+ ){{0,4}}?(?:{PAPERS}|of)\b)|\b(?:that|said) {PAPERS} (?:is|are|stands?) "
    rf"(?:\w+ )?{_UNDOES}\b"
    rf"|\b{_FORMER} (?:\w+ ){{0,3}}?{PAPERS}\b[^.;]{{0,60}}?"
    rf"\b(?:shall|will) (?:\w+ ){{0,2}}?(?:cease|end|expire|lapse|terminate)\b"
    rf"|\bwhich (?:is|are|you should treat as)"
    rf" (?:hereby )?(?:cancell?ed|revoked|withdrawn|spent)|\ba new {PAPERS}(?: \d+)? {_UNDOES} every\b"
)
# What every reading of `_REVOKES` holds, and hardly any other sentence.
_UNDONE = rx(
    rf"\b(?:{_DEAD}|cease|end|expire|lapse|terminate|no longer|place|stead|instead|lieu|substitution|replacement)\b"
)
# A field of a form: "Prior powers: revoked", "Earlier authorizations: all withdrawn".
_FIELD = rx(
    rf"\W*(?:all |any )?{_FORMER} {PAPERS}(?: of {{atty}})? ?[:\t] ?(?:(?:all|are|is|hereby|each|both|now) ){{0,3}}"
    rf"{_DEAD}\b"
)
_NOT_REVOKES = rx(
    r"\b(?:not|nor|neither|no way|without|never|nothing|\w+n't)\b[^.;]{0,40}(?:revok\w*|cancel\w*|supersed\w*"
    r"|terminat\w*|withdr\w+|replac\w*|alter|recall\w*|affect\w*|disturb\w*)|\bin addition to\b"
)
_OWN = rx(r"\bthis (?:\w+ ){0,2}?power of {atty}\b")
_FUTURE = rx(r"\b(?:until|unless|may|if|when|shall (?:be|have)|right to|power to|upon|by) [^.;,]{0,60}$")


def revokes_prior(page: Page, end: int) -> Found | None:
    """Where the instrument revokes earlier powers; boilerplate about its own revocation does not count."""
    for sentence in page.sentences:
        if sentence.start >= end:
            break
        if (hit := undoes(sentence.text)) is not None:
            return Found("true", sentence.start + hit.start(), sentence.start + hit.end())
    return None


def undoes(text: str) -> re.Match[str] | None:
    """Where a sentence, or a part of one, takes back another paper."""
    if not _UNDONE.search(text):
        return None
    if (field := _FIELD.match(text)) is not None:
        return field
    hit, tries = _REVOKES.search(text), 0
    while hit and tries < _TRIES:
        if _undoes_another(text, hit):
            return hit
        hit, tries = _REVOKES.search(text, hit.start() + 1), tries + 1
    return None


_TRIES = 4  # readings of one sentence: "until it is rescinded, and the power of 2003 is rescinded" needs the second
_NOW = rx(r"\b(?:hereby|herewith|by this|(?:execution|signing|signature|delivery|effectiveness) (?:hereof|of this))\b")
_CONDITIONAL = rx(r"\b(?:may|can|could|might) (?:\w+ ){0,2}?be\b|\b(?:hereby|herein|hereunder) (?:shall|will)\b")


def _undoes_another(text: str, hit: re.Match[str]) -> bool:
    """Whether what was found is said of another paper, here and now: not denied, not to come, not of this one."""
    said = hit.group()
    if _NOT_REVOKES.search(text, 0, hit.end()) or _CONDITIONAL.search(said):
        return False
    now = _NOW.search(text[max(0, hit.start() - 60) : hit.end()])
    if _FUTURE.search(text[: hit.start()][-70:]) and not now:
        return False
    return not _OWN.search(said) or rx(r"prior|earlier|previous|all|every|any").search(said) is not None
