"""The words in which a term is given: tables for endings.py, which says how they go together."""

from __future__ import annotations

import re

from .condition_words import LEAVING, POST
from .patterns import rx
from .taking_back import OTHER_PAPER, TAKE_BACK, TAKEN_BACK

# What lasts or ends: the instrument, by any of its names, or what it gives.
SELF = (
    r"(?:powers?|authority|authori[sz]ations?|appointments?|instruments?|designations?|documents?|letter|paper"
    r"|writing"
    r"|delegations?|mandates?|agreement|grants?|deed|consents?|substitution|proxy|instructions?|permissions?|warrant"
    r"|arrangement|procuration|charge|commission|tasks?|confirmation|nomination|statement|foregoing|memo(?:randum)?"
    r"|sheet|table|form|rights?|attorneys?(?:[- ]in[- ]fact)?|agents?)"
)

SUBJECT = rx(
    rf"\b{SELF}\b|^\W*(?:not )?(?:to be )?(?:valid|good|effective|in force|void|used)\b|\b(?:this|it|they|these|he"
    rf"|she|i|we)\b(?= (?:\w+ ){{0,3}}?(?:stops?|ends?|lasts?|remain|stays?"
    rf"|runs?|ceas|lapse"
    r"|expire|terminat|continu|holds?|have|has|keeps?|survive|is (?:good|valid|for|effective|in|limited|(?:granted"
    r"|given|made"
    r"|conferred) for)|shall|will"
    r"|may|can))"
    r"|\b(?:its|the) (?:duration|term|life)\b|\byou may (?:\w+ )?(?:continue|go on|rely|act|accept)\b"
    r"|^(?:it|this)\b(?=[^.;]{0,160}\band (?:\w+ )?(?:expires?|ends?|laps(?:es?)|terminates?|ceases?|lasts?"
    r"|continues?)\b)"
)

LASTS = (
    r"remain\w*|continu\w+|limited to|extends? to|stays?|last|lasts|lasting|runs?|run|subsists?|endures?|stands?(?="
    r" (?:in"
    r" force|good"
    r"|until|for|as long|so long))"
    r"|(?:is|be|are|stands?) (?:\w+ ){0,2}?renewed|holds?(?= good| until)|survives?|persists?|(?:in|full) (?:full "
    r")?(?:force|effect)|keep\w* (?:(?:its|their"
    r"|this|the|such) )?(?:force|effect|authority|powers?)"
    r"|(?:is|be|are|as|stays?) (?:\w+ ){0,2}?(?:good|valid|effective|operative|binding)|good (?:until|for"
    r"|through|thru)|valid"
    r"|(?:is|be|are|remains?|stays?) (?:\w+ ){0,2}?(?:exercisable|usable|available|alive|live|open|in being)"
    r"|(?:may|can|shall) (?:\w+ ){0,2}?(?:sign|act|serve)\b[^.;]{0,30}?\bfor (?:a (?:period|term) of )?[\w-]+ "
    r"(?:\(\w+\) )?(?:years?|months?|weeks?|days)\b"
    r"|co-?extensive|coterminous|tied to|open-?ended|goes on"
    r"|extend (?:beyond|past)|may be (?:used|exercised|relied (?:up)?on|acted (?:up)?on)|has effect|have effect"
    r"|(?:term|period|duration|life) (?:of|is)|duration|(?:is|are|be) (?:given|granted|made|conferred)? ?for (?:an? "
    r"|\d|[\w-]+"
    r" (?:\(\w+\) )?(?:years?|months?|weeks?|days)\b)|be used (?:after|beyond|until|through|for)"
    r"|(?:use|exercise) (?:this|the|such) (?:power|authority)"
    r"|(?:have|has|hold|holds) (?:this|the|such) (?:power|authority)|effective"
)

ENDS = (
    r"ends?|dies|die|ended|ending|expir\w+|terminat\w+|laps\w+|ceas\w+|stops?|determines?(?= (?:up)?on)|falls?|loses?"
    r" (?:its |the |all |their |his |her |that |such |this )?(?:effect|force|validity|authority|powers?)"
    r"|(?:out of|of no|without|no) (?:further |more )?(?:force|effect)|void|comes? to an end|come to an end|is over"
    r"|(?:is|be|are) spent|no more|ineffective|inoperative|invalid|becomes? void"
    r"|runs? out|run out|runs? out with|no longer (?:counts?|good|valid|effective)|be (?:automatically |deemed "
    r"|thereupon |itself "
    r")?(?:revoked|withdrawn|cancell?ed|spent|superseded|replaced)"
    r"|is (?:automatically )?(?:revoked|cancell?ed|withdrawn)(?= (?:automatically|thereby|thereupon|on|after|at|one"
    r"|two|three|four|five|six|\d))"
    r"|shall (?:thereupon )?be revoked|(?:not )?to be used after|conclud\w+|extinguish\w*|finish\w*"
)

STATE = rx(rf"\b(?:{LASTS}|{ENDS})\b")

END_VERB = rx(rf"\b(?:{ENDS})\b")

LABEL = rx(
    r"^[\W\d]{0,20}(?:[ivxa-z]{1,4}[.\u00b7)] ?)?(?:(?:how long|until(?=[\t:])|how (?:and when )?(?:does|will|do) (?:it"
    r"|this|the \w+) end|when (?:does|will) (?:it|this|the \w+)"
    r" end|expir(?:y|ation|es)|terms?(?! and| of (?:this )?(?:employment|art))|duration|validity|period|end(?:s"
    r"|ing)?(?: date)?|lapse|currency|life|effective period|terminat(?:ion|es)"
    r"|(?:valid|effective|in force|good) (?:until|through|thru"
    r"|for)(?=[^\S\n]*[:\t]))(?:[^\S\n]+[^\s.:?\t]+){0,6}?)[^\S\n]*(?:[.:?\t]|--?(?= )|\n)",
    re.IGNORECASE | re.MULTILINE,
)

# What a condition follows. The weak ones need a word of lasting or ending in their sentence.
STRONG = (
    r"co-?extensive with|coterminous with|tied to|(?:lasts?|runs?)(?= (?:my|his|her|their|its|the "
    r"undersigned's) (?:\w+ ){0,2}?"
    r"(?:term|tenure|service|time))|untill?|till|(?:so|as) long as|only while|only during|during (?:the period|such "
    r"time|the time|my|his|her"
    r"|their)|during(?= (?:[\w.'\u00b7-]+ ){1,5}?(?:employment|service|tenure|directorship|term of office)\b)"
    r"|through(?= )|thru|throughout"
    r"|(?:the )?(?:earlier|earliest|sooner|soonest|first|latter|later)(?: to occur)? of|up to|to and including"
    r"|for (?:the|such|any|that|as long a) (?:\w+ )?(?:period|time|term)\b(?! being)|during which|for the (?:duration"
    r"|length|rest"
    r"|remainder"
    r"|balance) of"
)

WEAK = (
    r"on(?= (?:(?:my|his|her|their|such|any|the undersigned's) (?:\w+ ){0,2}?)?(?:leaving|ceasing|quitting|retir\w+"
    r"|resign\w+|depart\w+|death|removal"
    r"|dismissal)\b)|when(?:ever)?|upon|if|once|(?:as )?soon as|at such time as|after|before|unless|while|whilst"
    r"|following|in case|in the event"
    r"|should(?= (?:the|mr|ms|mrs|he|she|i|any|either|an?|such|that)\b)|beyond|in the absence of|whichever|(?:on|at"
    r"|as of)"
    r" the (?:day|date|time|moment)(?! (?:hereof|of (?:this|its|signing|execution)|below|above|stated|set))"
    r"|the (?:moment|instant|minute|day)(?= (?:that|when|on which|at which|i|he|she|the (?:undersigned|grantor"
    r"|principal)"
    r"|my|his|her)\b)|no later than|not later than|on or before|by reason of"
    r"|save by|except by|only by|but"
)

CONNECTIVE = rx(
    rf"\b(?P<strong>{STRONG})\b|\b(?P<weak>{WEAK})\b|\b(?:{ENDS})(?: to (?:be|have)(?: \w+)? (?:effective|effect"
    rf"|force|valid|operative))?"
    rf"(?: (?:\w+ly|itself|himself|herself|of itself"
    rf"|also|then|at once|forthwith)){{0,2}}(?:, as to [^,.;]{{1,40}},)? (?P<prep>\b(?:with|on|at|by|from|in)\b)"
)

GRANTED = rx(r"untill?|till|(?:so|as) long as|only|for the")

GRANTS = rx(
    r"\b(?:hereby|i|we|undersigned) (?:\w+ ){0,3}?(?:authori[sz]e|appoint|constitute|empower|designate|name)s?\b"
)

REVOKE = rx(
    rf"\b(?:{TAKE_BACK}|{TAKEN_BACK}|(?:call|take)s? (?:it|this|them|the \w+) back)\b"
    r"|\b(?:revo(?:k\w+|cation\w*)|withdr[ae]w\w*|cancel\w*|recall\w*|rescind\w*|rescission|countermand\w*"
    r"|superseded|replaced|annul\w*|undo(?:ne)?|struck out"
    r"|(?:take|took|taken) (?:it|this|them) back|further notice|notice (?:of|to|in|from)|written notice|written"
    r" (?:word|instruction|notification)|to the contrary|otherwise|puts? an end"
    r"|terminated (?:\w+ )?(?:by|in writing)|chang\w+ (?:my|his|her|their) minds?"
    r"|write to (?:you|them|him|her)|(?:tell|notify|inform|advise|hear|instruct)\w*|notif(?:y|ies|ied)"
    r"|not to be continued|ends? it|terminates? it|dispens\w+"
    r"|i (?:revoke|withdraw|cancel|recall|end|terminate|say|write|ask|order))\b"
)

MAY_REVOKE = rx(
    rf"\b(?<!\d\s)(?:may|can|could|might)\b(?! \d) (?:\w+,? ){{0,12}}?(?:be )?(?:\w+ ){{0,2}}?(?:"
    rf"(?!\w+s\b)(?:{TAKE_BACK}|{TAKEN_BACK})|withdrawal|(?<!the\s)end(?:ed)?|undo(?:ne)?"
    r"|(?:cut|take) (?:it|this) (?:short|back))\b"
    r"|\b(?:may|can) (?:\w+ ){0,3}?(?:call|take) (?:it|this|them|(?:the|this) \w+) back\b"
    r"|\b(?:revoc|termin|cancell?)able\b(?! trust)|\b(?:right|power|liberty|free|reserv\w+|entitled)\b[^.;]{0,40}"
    rf"\bto (?:\w+ ){{0,2}}?(?:{TAKE_BACK}|undo|end (?:it|this|the)\b)"
    r"|\b(?:nothing|no\w*)(?: \w+)? (?:save|but|except|other than|short of)\b[^.;]{0,60}\b(?:revocation"
    r"|countermand|withdrawal|cancell?ation|notice)\b|\bonly (?:\w+ ){0,4}?(?:revocation|revoked|cancell?ed"
    r"|withdrawn)"
    r"|\bsubject to (?:\w+ ){0,2}?revocation|\birrevocable except\b|\bfor no other reason than\b[^.;]{0,40}\brevocation"
)

SUBSTITUTES = rx(r"\b(?:substitut\w+|delegat\w+|dismiss\w*|in (?:his|her|their) (?:place|stead))\b")

ENDLESS = rx(
    r"\bopen-?ended\b|\bunlimited (?:in|as to) time|"
    r"\bnot (?:\w+ ){0,3}?limit\w*\b[^.;]{0,40}\b(?:in|as to|of) (?:time|duration)\b|"
    r"\b(?:shall|does|will) not (?:expire|lapse)(?! (?:until|before))\b|\bperpetual\w*|\bindefinite\w*|\bno"
    r" (?:other )?(?:limit|(?:(?:fixed|set|stated|definite|specified|particular) )?(?:end|term|expiry|expiration"
    r"|duration)"
    r"|(?:end|expiry|expiration) date)\b(?:[^.;]{0,20}\b(?:time|date|term)\b)?"
    r"|\bwithout (?:limit (?:of|in|as to) time|(?:any )?(?:fixed )?(?:term|expiry|expiration|end date|time"
    r" limit))|\bfrom (?:\w+ )?year to (?:\w+ )?year\b|\byear-to-year\b"
    r"|\b(?:automatically|annually|itself|be|is|are|shall|will) (?:\w+ ){0,2}?(?:renew\w*|extended)\b|\brenew\w*"
    r" (?:automatically|itself|annually|each|every|from|of itself|by itself)|\brolls? over\b"
)

NOT_RENEWED = rx(r"\b(?:not|only if|unless)\b[^.;]{0,40}(?<!non-)\b(?:renew\w*|extended)")

_PLAN = (
    r"\b(?:plan|contract|lease|option|note|policy|warrants?|agreement)s?\b(?: [\w-]+){0,4}?,? (?:which|that) (?:\w+ "
    r"){0,3}?[^.;]{0,60}?"
    r"\b(?:expir|end|terminat|laps)\w*\b[^.;]*"
)

NOT_THIS = rx(
    r"\b(?:does not|shall not|will not|may not|cannot|is not|are not|nor|(?<!if\s)not)\b (?:be )?(?:\w+ ){0,3}?"
    r"(?:ceas\w+|terminat\w+|ends?|lapse|expire|extinguish\w*|affect\w*|revoked?|impair\w*|disturb\w*)\b"
    r"(?! (?:until|before|unless))(?:(?!\b(?:until|unless|but|and shall|and will|so long|as long)\b)[^.;])*"
    r"|\bsubstitution (?:or|and|&) (?:of )?revocation\b|\brevocation (?:of the|of this)? ?(?:power of"
    r" )?substitut\w*|\bpower of (?:substitution|revocation)(?: (?:and|or) \w+)?"
    r"|\b(?:revoke|dismiss)\w* (?:such |any |the |that |a )?substitut\w+|\bcommission expires\b"
    r"|\bnotwithstanding\b[^.;,]*|\b(?:because|inasmuch as|since"
    r" (?:an?|my|his|her|i|we|he|she|it|they|no|reports?|forms?|such|any|some|the (?!date|day|time)))\b[^.;,]*"
    # what ends is a plan of trades, an option
    rf"|{_PLAN}"
)
PLAN_ENDS = rx(_PLAN)

# "until notice of its termination has reached you": a revocation, whatever office is named beside it.
NOTICE_OF_END = rx(
    r"\bnotice\b[^.;]{0,30}?\b(?:of|that)\b[^.;]{0,30}?\b(?:terminat\w+|end(?:s|ed|ing)?|ceas\w+)\b[^.;]*"
)

OTHERS = rx(
    r"\b(?:previous(?:ly)?|former(?:ly)?|prior(?! to)) [^.;]{0,60}\b(?:powers?|authori[sz]ations?|appointments?"
    r"|instruments?|held|given|granted)\b|\b(?:powers?|authori[sz]ations?) (?:\w+ )?(?:previously|formerly)\b"
    r"|\b(?:an|the|that|my|any|all) earlier (?:power|authori[sz]ation|appointment|letter|instrument|mandate)"
    r"|\bpowers?(?: of {atty})? (?:that|which) (?:i|we|he|she|the \w+) (?:\w+ )?(?:gave|granted|signed|executed|made)\b"
    r"|\b(?:current|existing) (?:\w+ ){0,2}?(?:powers?|authori[sz]ations?|appointments?)\b"
    r"|\bquestionnaire\b|\bmust be over\b"
)

# What is said of another paper in a sentence that speaks of this one too.
_REST = r"(?:(?! (?:and|but) (?:this|it|shall|will|is|may|remains?|continues?|expires?|ends?|lasts?|takes?)\b)[^.;,])*"
OTHER_SAID = rx(rf"\b{OTHER_PAPER}{_REST}(?:, \d{{4}}{_REST})*")

THIS = rx(rf"\bthis (?:\w+ ){{0,2}}?{SELF}\b")

START = rx(
    r"(?:\bdated|\bexecuted(?: on)?|\bas of|\bsigned(?: on)?|\beffective(?: as of| on| from)?|\btakes? effect(?:"
    r" on)?|\bfrom(?: and after)?|\bsince|\bcommenc\w+(?: on)?"
    r"|\bbegin\w*(?: on)?|\bstart\w*(?: on)?|\b(?:act|plan|power|attorney|letter|memo\w*|instrument|that|those"
    r"|one|agreement|deed) of|\bin force (?:on|from)|\bno earlier than"
    r"|\b(?:years?|quarters?|periods?|months?) end(?:ed|ing)|\bmade(?: on)?|\bgiven(?: on)?|\bfiled(?:"
    r" on)?)[ ,]*(?:the )?$"
)

YEAR_END = rx(
    r"\bthe year (?P<out>(?:19|20)\d\d) (?:is|has) (?:out|over|ended|run out|passed|closed|expired)\b|"
    r"\b(?:(?:rest|remainder|balance|end|close|whole) of|(?:ends?|expires?|laps\w+|terminates?|ceases?) with) (?:the "
    r")?(?:calendar |fiscal )?(?:year )?(?P<year>(?:19"
    r"|20)\d\d)\b(?! (?:annual|regular|special|proxy|meeting|season|plan))|\byear[- ]end,? (?P<at>(?:19|20)\d\d)\b"
    r"|(?<!5\s)\b(?:during|throughout|in|within|for) (?:the )?(?:whole (?:of )?(?:the )?)?calendar years?"
    r" (?:(?:19|20)\d\d(?:,| and| to| through| or|-) ?)*(?P<during>(?:19|20)\d\d)\b"
)

# "from March 10, 2012 through May 31, 2012", "from June 1 to June 30, 2012": what stands before the last day.
SPAN = rx(
    r"\bfrom (?:\w+ \d{1,2}(?:, \d{4})?|\d{1,2} \w+(?:,? \d{4})?),?"
    r" (?:to|through|until|till|thru|and ending on) (?:and including )?"
)

# A paper that lets another last longer speaks of its own term.
EXTENDS = rx(
    r"\b(?:extend\w*|renew\w*|prolong\w*|continued)\b[^.;]{0,40}"
    r"\b(?:until|till|through|to(?= (?:and including )?(?-i:[A-Z]|\d)))\b"
)

NO_TERM = rx(
    r"(?<!without\s)\bnotice\b|\bwithin\b|\bbusiness days?|\bdays? (?:of|after|following) (?:the|each|a|any) (?:trade"
    r"|transaction|event)|\bolder\b|\bdays'|\bat least\b|\bnot less than\b|\bprior to\b"
    r"|(?:after|following) (?:(?:the undersigned|he|she|i|such|his|her|my|that|any|their)(?:'s)?) (?:\w+"
    r" ){0,3}?(?:leaves?|ceas\w+|resign\w*|retire\w*|terminat\w+|departure|stops?)"
)

# "for six months thereafter", "three months after the date on which I leave": of an event, whose day nobody knows.
FROM_EVENT = rx(
    rf"^[\s,()]{{0,4}}(?:(?:thereafter|afterwards?|after that|beyond (?:it|that)|longer|more)\b|(?:after|following"
    rf"|from|of|beyond|past|since)"
    rf"\b(?:(?! (?:unless|this|hereof)\b)[^.;,]){{0,60}}?\b(?:{LEAVING}|{POST}|section 16|insider|dut(?:y|ies)"
    rf"|obligation|notif\w+|need|required|(?:last|final) (?:\w+ )?(?:form|report))\b)"
)

UP_TO = rx(
    r"\bfrom\b[^.;]{3,60}\b(?:to|through|till)(?: and including)? (?:the )?$|\b(?:surviv\w+|outlasts?"
    r"|outlives?) (?:the )?$"
)

BEGINS = rx(
    r"\b(?:effective|tak(?:es?|ing) effect|in (?:force|effect)|commenc\w+|begin\w*|start\w*)(?: as of| on| from| with)?"
    r"[ ,]*(?:the )?$"
)

FROM_DATE = rx(
    # "counting from my election, which was on", "from the first of the month, namely from"
    r"^[^.;]{0,20}\b(?:from|after|following|of)\b[^.;]{2,80}?,? (?:(?:which|that) (?:was|is|fell|falls)|being|namely"
    r"|i\.e\W|to"
    r" wit|that is(?: to say)?),?(?: (?:from|on))* ?(?:the )?$"
    r"|^[\s,()\w']{0,30}?\b(?:from|after|commencing|beginning|starting|as of|of)"
    r"(?: on| with)?(?: and including)?[ ,]*(?:the )?$"
)

CONTENT = re.compile(r"\S(?:[^\n]|\n(?!\s*\n|[^\S\n]*(?:\(?\w{1,3}[.)]|[A-Z][\w ]{1,30}[:?\t.])))*")


PAST = rx(r"\b(?:having|was|were|had|been|served|worked|held|sat)\b(?:(?!authori|appoint|empower|designat)[^.;:])*$")
