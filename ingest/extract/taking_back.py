"""The words in which papers, and the authority under them, are taken back: one table for all who ask.

Who reads what a text says of powers meets the same few things: a verb that undoes or a state of being over, a paper
that is another one or this one, a time to come, a denial. A synonym is a row here, and is known to revocations,
withdrawals, other papers and kinds alike. Most sentences hold none of it: `speaks` says so in one look, before any
pattern is asked.
"""

from __future__ import annotations

import re

from .patterns import Stems, rx

# Stems to which "e", "es", "ed" and "ing" are added, and those that take "s", "ed" and "ing".
_E, _S = r"(?:revok|terminat|discontinu|abrogat|invalidat)", r"(?:rescind|recall|countermand|repeal)"

TAKE_BACK = (
    rf"(?:{_E}es?|{_S}s?|cancels?|annuls?|withdraws?|nullif(?:y|ies)|(?:takes?|calls?) back|sets? aside"
    r"|puts? an? (?:end|stop) to|brings? to an end|do(?:es)? away with|disregards?|destroys?"
    r"|(?:makes?|declares?|renders?)(?= (?:null and )?void))"
)
"""Takes authority back, in the present or as an infinitive."""

TAKING_BACK = (
    rf"(?:{_E}ing|{_S}ing|cancell?ing|annulling|withdrawing|nullifying|(?:taking|calling) back|setting aside"
    r"|putting an? (?:end|stop) to|bringing to an end|doing away with)"
)

TAKEN_BACK = (
    rf"(?:{_E}ed|{_S}ed|cancell?ed|annulled|withdrawn|withdrew|nullified|(?:taken|took|called) back|set aside"
    r"|put an end to|brought to an end|done away with|disregarded|destroyed)"
)

WITHDRAWAL = r"(?:revocation|termination|cancell?ation|withdrawal|rescission|annulment|discontinuance|repeal|recall)"

REPLACED = r"(?:superseded|replaced|displaced|supplanted|extinguished|(?:amended and )?restated)"
REPLACE = r"(?:(?:supersed|replac|displac)es?|supplants?|extinguish(?:es)?|(?:amends? and )?restates?)"
"""Takes the place of."""

_REPLACES = rf"(?:{REPLACED}|{REPLACE}|(?:supersed|replac|displac|supplant|extinguish|restat)ing)"

UNDO = rf"(?:{TAKE_BACK}|{TAKING_BACK}|{TAKEN_BACK}|{_REPLACES})"
"""Takes back or takes the place of, in any form."""

UNDONE = rf"(?:{TAKEN_BACK}|{REPLACED})"

DISMISS = (
    r"(?:remov(?:e|es|ing|ed)|dismiss(?:es|ing|ed)?|discharg(?:e|es|ing|ed)|strik(?:e|es|ing)|delet(?:e|es|ing|ed))"
)
"""What is done to a person, or to a name in a paper."""

GONE = (
    r"(?:(?:rendered |null and )?void|null|spent|dead|at an end|ended|over|lapsed?|obsolete|inoperative|ineffective"
    r"|of no (?:further |more )?(?:effect|force|validity)|without (?:any )?(?:further )?(?:effect|force)"
    r"|no (?:further |more |longer )?(?:\w+ )?(?:effect|force|valid|good|counts?|in force|to be (?:used|relied)"
    r"|applies|apply))"
)
"""What a paper is that has no force any more, behind "is" and its like."""

OVER = rf"(?:{UNDONE}|{GONE})"

OVER_NOW = (
    r"(?:(?:ends?|ceases?|lapses?|falls?|expires?|terminates?)"
    r" (?:today|now|herewith|at once|forthwith|with (?:this|immediate)|(?:up)?on (?:this|the (?:signing|execution"
    r"|delivery|date) (?:of this|hereof))"
    r"|effective))"
)
"""What it does that loses its force here and now."""

_BASE = (
    r"powers?(?: of {atty})?|p/as?|poas?|authori[sz]ations?|authority|authorities|appointments?|designations?"
    r"|instruments?"
    r"|mandates?"
    r"|delegations?|deeds?|prox(?:y|ies)|arrangements?"
)
GIVEN = rf"(?:{_BASE}|substitutions?|permissions?|rights?|letters? of authority)"
"""What is given to an attorney."""

PAPERS = (
    rf"(?:{_BASE}|letters?|grants?|memo\w*|documents?|papers?|resolutions?|instructions?|forms?(?! ?(?:\d|id\b))"
    rf"|sheets?|ones?|writings?"
    r"|statements?|consents?|commissions?|procurations?|nominations?|notes?|e-?mails?)"
)
"""By which words a paper is called that gives it."""

FORMER = (
    r"(?:prior|previous(?:ly)?|earlier|former(?:ly)?|existing|other|old(?:er)?|preceding|last|current|outstanding"
    r"|heretofore|hitherto|past|pre-?existing|antecedent)"
)

GAVE = r"(?:gave|given|granted|conferred|executed|signed|made|issued|delivered|sent|lodged|filed|wrote)"
"""What was done with a paper, in the past or as a participle."""

_WHO = r"(?:i|we|he|she|it|they|the (?!date)\w+|mr\W? \w+|ms\W? \w+|mrs\W? \w+)"
_ONE = r"(?:any|all|every|each|my|his|her|its|their|our|the|a|an|that|those|whatever|whichever)"
_BEFORE = (
    rf"\b(?:dated|{GAVE}(?! (?:here|(?:in|by|under) th(?:is|ese)|above|below))|held|h(?:old|ad)(?= (?:from|of)\b)"
    rf"|heretofore|hitherto|previously"
    rf"|formerly"
    r"|of (?:\w+ )?\d+|from (?:19|20)\d\d|before (?:today|now|this|it|that)|prior to (?:today|this|the|its))\b"
)
_LIKE = r"(?:(?!(?:that|which|by|until|is|are|be|shall|the|this|revocation|termination|withdrawal)\b)[\w'-]+,? ){0,4}?"
_NOT_THIS = r"(?<!so\s)(?<!hereby\s)(?<!herein\s)(?<!earlier\s)(?<!later\s)(?<!first\s)"
OTHER_PAPER = (
    rf"(?:(?:{_ONE} (?:(?:and all|of the|of my|such|like|similar) )?)?{FORMER} {_LIKE}{PAPERS}"
    rf"|{_ONE} {_LIKE}{PAPERS}(?: (?:that|which|whereby|by which))?[^.;]{{0,60}}?{_NOT_THIS}{_BEFORE}"
    rf"|(?:any|all|every|each) {_LIKE}{PAPERS}[^.;]{{0,140}}?{_NOT_THIS}{_BEFORE}"
    rf"|(?:that|those|the ones?)(?:,? (?:that|which))? (?:{_WHO} )?(?:(?:have|has|had) )?"
    rf"(?:(?:of|from) (?:\w+ )?\d+|dated|{GAVE})\b"
    rf"|{PAPERS} (?:that |which )?(?:{_WHO} )?(?:(?:have|has|had) )?{GAVE}"
    r" (?:earlier|before|previously|heretofore|in \d)"
    rf"|what(?:ever)? {_WHO} {GAVE} (?:earlier|before|previously|in \d))"
)
"""A paper that is not the one in which the words stand, by when it was made or that it was."""

THIS_PAPER = r"(?:this|these|the (?:present|foregoing|within)) (?:[\w-]+ ){0,3}?" + PAPERS

DENIES = (
    r"(?:not|nor|neither|never|nothing|none|nobody|without|no(?! (?:longer|more|further|effect|force))|no way|cannot"
    r"|\w+n't)"
)

UNTIL = r"(?:until|till|unless|if|when(?:ever)?|once|before)"
WHEN = (
    rf"(?:{UNTIL}|should|upon|may(?! \d)|might|can|could|in case|in the event|such time|(?:right|power|liberty) to"
    r"|(?:right|liberty) of)"
)
"""What makes of a fact a condition, a permission or a time to come."""

UNDO_STEMS = (
    "revo|cancel|supersed|replac|terminat|rescind|rescission|annul|withdr|recall|countermand|repeal|supplant|extinguish"
    "|discontinu|abrogat|invalid|displac|nulli| null|restate|void|take back|taken back|taking back|takes back|took back"
    "|call back|called back|calls back|calling back| aside|an end|a stop|away with|spent| dead| ends| ended| end "
    "today| end now| end with| end at once|takes their place|takes its place| falls"
    "|lapse"
    "|expire|cease|obsolete|inoperative|ineffective|no longer|no force|no effect|no valid|no further|no more"
    "|disregard|destroy|reliev|dismiss|removed|discharged|released|no other|none of my|is over|are over|without "
    "effect|without force|without further|without any|place of|stead of"
    "|lieu of|instead|substitution for"
    "|substitution of"
)
_STEMS = Stems(UNDO_STEMS)


def speaks(text: str) -> bool:
    """Whether a text holds a word without which nothing in it takes another paper's place, or its force."""
    return _STEMS.within(text)


_TO_COME = rx(rf"\b{WHEN}\b[^.;,]{{0,70}}$")


def to_come(text: str, at: int) -> bool:
    """Whether what stands at an offset is said of a time to come, or of what somebody may do."""
    return _TO_COME.search(text[max(0, at - 90) : at]) is not None


# Between "I" and what I do now; what I may or shall do is not done.
_NOW = r"(?:(?!(?:may|can|could|might|shall|will|not|never|to)\b)\w+ ){0,2}?"
# Who takes back: "I", or somebody by his name, "Mary Oakes hereby revokes"; a power that ends is nobody.
SOMEBODY = (
    r"(?-i:(?!Power|Attorney|Authori|Appoint|Letter|Instrument|Designat|Agent)[A-Z])[\w.'-]+"
    rf"(?=,? (?:hereby |also |now )?(?:(?:revok|terminat)es|{_S}s|cancels|annuls|withdraws|(?:takes|calls) back)\b)"
)
_I = rf"\b(?:i|we|the undersigned|{SOMEBODY})"
_REVOKES_NOW = rx(
    rf"\b(?:hereby|do|does|now|accordingly|therefore)\b[^.;]{{0,40}}\b"
    rf"(?:{TAKE_BACK}|{TAKING_BACK}|{TAKEN_BACK}|{WITHDRAWAL})\b"
    rf"|\b(?:is|are) (?:hereby |now )?{TAKEN_BACK}\b(?= ?(?:[.,;]|as|with|effective|in|$))"
    rf"|{_I} {_NOW}{TAKE_BACK}\b|{_I}, (?:[^,;.]{{3,60}}, ){{1,2}}(?:\w+ )?{TAKE_BACK}\b"
    rf"|{_I} (?:have|has) (?:\w+ ){{0,2}}?{TAKEN_BACK}\b"
    r"[^.;]{0,60}\b(?:today|this d(?:ay|ate)|the date (?:hereof|of this)|immediate\w*|herewith)\b"
    r"|\b(?:is|are) (?:\w+ ){0,2}?(?:removed|dismissed|discharged)\b[^.;]{0,60}\b(?:{atty}|agent)"
    rf"|\b(?:all|any|each|every)\b[^.;]{{0,100}}\bshall be {TAKEN_BACK}\b"
    r"|\bby (?:strik|delet|remov)ing (?:out )?(?:the )?names? of\b"
    r"|\b(?:is|are|shall|may|will) no longer (?:be )?(?:my {atty}|act as my|sign for"
    r"|authori[sz]ed to (?:sign|act|file))"
)
"""Takes authority back outright, unless `to_come` says that it is said of a time to come."""


_MAY_REVOKE_NOW = Stems(f"{UNDO_STEMS}|remov|dismiss|discharg|strik|delet")


def takes_back(text: str) -> re.Match[str] | None:
    """The first words that take authority back, if any do."""
    return _REVOKES_NOW.search(text) if _MAY_REVOKE_NOW.within(text) else None


def revokes_now(text: str) -> bool:
    """Whether a text takes authority back outright, and does not say what ends it ("until I withdraw it")."""
    return _MAY_REVOKE_NOW.within(text) and any(not to_come(text, m.start()) for m in _REVOKES_NOW.finditer(text))
