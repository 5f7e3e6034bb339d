"""The words between the names of a list of attorneys: tables for attorneys.py, which says how they go together."""

from __future__ import annotations

from .affiliation_words import RELATION
from .patterns import rx

AFFILIATED = rx(
    r"\b(?:of|at|with|from|in|by|for|within|the employ of)(?: (?:the|our|its|said|such))?(?: "
    r"[\w.'-]+){0,7}?(?: (?:of|at|with))?(?: the)? ?$"
)

FIRM = rx(
    r"\b(?:the )?(?:law |accounting |legal )?(?:firm|offices?|corporation|company|partnership"
    r"|trust company) (?:of|known as|named|called) ?$"
)

EACH = rx(
    r"\b(?:each|both|all|every one|any|attorneys|lawyers|partners|members|employees|officers"
    r"|associates|shareholders|counsel|colleagues|paralegals|staff|executives|principals|directors"
    r"|both of whom|all of whom|each of whom)\b"
)

ALL_OF_THEM = rx(r",? (?:all|both|each) of (?:them|whom)\b")

ONE = rx(r"\b(?:an?|the last|the latter|its|who is|then|currently|presently|the)(?: [\w'-]+)* ?$")

CURRENT = rx(
    r"\((?:currently|presently|now|at present|being|at the date (?:hereof|of this \w+))?,? ?$"
    r"|\b(?:currently|presently|now|at present)(?: being)?,? ?$"
    r"|, who(?:,? (?:currently|presently|now|at present|today),?)? is,? ?"
    r"(?:(?:currently|presently|now|at present|today),? ?)?$"
)

CURRENT_ALL = rx(
    r"(?:,|\() ?(?:who|which)?,? ?(?:(?:at present|now|currently|presently|today),? )?are,? ?(?:(?:at present|now"
    r"|currently"
    r"|presently|today),? ?)?$"
)
"""Between offices and those who hold them: "the Secretary and the Treasurer, who at present are A and B"."""
# Behind the present holder of an office: the office itself is named too.
SUCCEEDED = rx(
    r"[^.;]{0,40}?\b(?:successors?|whoever|anyone who|those who|any person who) (?:[\w-]+ ){0,6}?"
    r"(?:offices?|positions?|capacity|role|post|succeeds?|follows?)\b"
)
# "Ann Lee, the Secretary of X, or her successor in that office": of whatever titles name her, this one.
HER_SUCCESSOR = rx(
    r"[^.;]{0,60}?(?:\.,?)? (?:and|or|and/or) (?:to )?(?:(?:any|his|her|their|the|each) )?(?:duly \w+ )?successors?"
    r" (?:in|to|as)\b[^.;]{0,20}\b(?:offices?|positions?|capacity|role|post|such|title)\b"
)
FROM_TIME = rx(r"\bfrom time to time\b")

PARTY_NOISE = rx(r"securities and|exchange commission|stock exchange|nasdaq|new york stock")

CONNECTED = rx(
    r"(?: ?(?:and|or|and/or|to|unto|upon|on|in|either|each|any|both|of|the|also|as|well|else|jointly|severally|its|such"
    r"|failing|him|her|them|it|appoints?|authori[sz]es?|designates?|names?|empowers?))* ?"
)
"""What may stand before an organization that is one of a list, and does not make it a party to something else."""

OTHER_FIELD = rx(r"[ \t]*(?:address|b?cc|c\.c\.|cop(?:y|ies)(?: to)?|re|subject|date|via|fax|tel(?:ephone)?)[ \t]*:")
"""The label of a line of a letter's head or foot that names no attorney."""

ABOUT = rx(
    r"\b(?:with (?:regard|respect|reference) to|in (?:respect|relation|regard|connection) (?:of|to|with)"
    r"|as (?:to|regards)|concerning|regarding|relating to|pertaining to|touching|about)(?: the)? ?$"
)
"""What a power is about stands behind these words, and nobody who receives it."""

HEAD_OF_GROUP = rx(
    r"[ \t]*(?:\(?[\w]{1,4}[.)][ \t]+)?(?:(?-i:[A-Z])[\w-]*(?:[ ][\w-]+){0,3}(?:[ ]?[-:(\u2013\u2014]+|,)?[ ]*)?"
    r"(?:of|at|with|from|for)[ ](?:the[ ])?"
)
HEAD_ENDS = rx(r"[)\s]{0,3}?:?[)]?[ \t]*\n")
HEAD_APART = rx(r"(?:[^\w\n]*\n)(?:[\W\d_]|(?:\(?\w{1,4}[.)]\s)|\b(?:mr|ms|mrs|dr|prof|messrs|miss|sir|and)\b)*")
"""The line that names a group of attorneys by their organization, up to it and behind it."""


def heads_group(text: str, start: int, end: int, name: int) -> bool:
    """Whether an organization at [start, end) closes the heading of a group: "Group Two - of X", its names below."""
    if not HEAD_ENDS.match(text, end, name) or not HEAD_APART.fullmatch(text, end, name):
        return False
    return HEAD_OF_GROUP.fullmatch(text, text.rfind("\n", 0, start) + 1, start) is not None


RESPECTIVELY = rx(r"\brespectively\b")
RUNS_ON = rx(r",? ?(?:and|or|&)?,? ?(?:(?:an?|the) )?(?:(?-i:[a-z][\w-]*) ){0,3}?(?:of|at|with|in|from)?(?: the)? ?")
"""Between organizations or titles that several attorneys have in turn: "of X, Y and Z, respectively"."""
OWN = rx(r"'s? (?:(?:mr|ms|mrs|dr)\.? )?")
"""Between an organization and one of its people: "X's Ann Lee"."""
OF_A_RELATION = rx(
    rf"\b(?:of|at|with|by|for|from|in) (?:the|its|our|my|their) (?:[\w-]+ ){{0,3}}?(?:{RELATION}|agent),? $"
)
"""Before an organization that is named behind what it is: "employed by the transfer agent, X"."""
NAMELY = rx(r",? (?:named (?:here|below)|namely|to wit|viz\.?|i\.e\.|as follows|being|who are)\b[^.;]{0,20}$|\)? ?: ?$")
ITS_PEOPLE_ARE = rx(
    r"\b(?:partners?|employees?|lawyers?|officers?|members?|{atty}s?|associates?|people|persons|individuals)\b"
    r"[^.;:]{0,50}$"
)
"""Before and behind the organization of all who are named next: "the employees of X, namely A and B"."""
THEIR_POSTS = rx(r",? (?:its|our) [^,;.]{3,60}? and (?:(?:its|our) )?[^,;.]{3,60}?,? respectively\b")
AS_ITS = rx(r",? (?:as|being|who is|in (?:his|her) capacity as) (?:its|that \w+'s)\b")
NOT_OF = rx(r"\b(?:is|are|being) (?:\w+ )?not\b[^,;]{0,40}$|\bnot (?:an? )?(?:employees?|officers?)\b[^,;]{0,20}$")
"""Before an organization to which somebody does not belong."""
OF_THE_TWO = rx(r"\b(?:of|at|with|by) the (?P<which>latter|former)\b")
SAME_EMPLOYER = rx(
    r"^,? ?\(?(?:also )?(?:of|at|with|from) (?:the same|that|said) (?:company|corporation|firm|bank|partnership)\b"
)

APPOSED = rx(r",? ?(?:(?:who is|being|now|currently|presently|at present|today),? )*(?:the )?")


SECURITIES = rx(
    r"\b(?-i:[Ss]hares?|[Uu]nits|[Ff]orms?|stock|securities|reports?|filings?|ownership)\b[^.;]{0,60}\b(?:of|in)"
    r"(?: the)? ?$"
)
CARE_OF = rx(r"(?:\bc/o|\b(?:in )?care of|\bwhose address is(?: that of)?) ?$")
"""Before an organization at whose address somebody is reached, to which they belong where nothing else is said."""
OR_AFFILIATES = rx(
    r",? (?:or|and/or) (?:(?:an?|any|one)(?: of)? )?(?:its )?(?:\w+ )?(?:affiliates?|subsidiar(?:y|ies))\b"
)
"""Behind an organization whose people somebody is, or another's: an employee "of X or its affiliates"."""

# "any partner of X": it is X that acts.
ANY_PARTNER = rx(
    r"\b(?:any|each|every|one or more|such)(?: other)?(?: of the)?(?: one or more)? (?:partners?|members?|principals?"
    r"|shareholders?|lawyers?|{atty}s?|associates?)"
    r"(?: or (?:partners?|members?|principals?|associates?|employees?|counsel))?"
    r" (?:of|in|at|with)(?: the (?:law )?firm(?: of)?)? (?:the )?$"
)
# "any lawyer of X": whoever is one, which is an office.
ANY_LAWYER = rx(
    r"\b(?:any|each|every|such)(?: one)?(?: other)? "
    r"(?P<what>(?:lawyer|{atty}|associate|paralegal|employee|solicitor)s?)"
    r" (?:of|in|at|with)(?: the (?:law )?firm(?: of)?)? (?:the )?$"
)
FOLLOWING = rx(r"\b(?:and|or|also|;)\W[^.;]{0,30}?\bthe following\b[^.;:]{0,60}\b(?:of|at|with|in|from)(?: the)? ?$")
"""Before the organization of a further list: "and the following employees of"."""
# "Ann Lee and any other partner of X"
ANOTHER_OF = rx(r",? (?:and|or|and/or) (?:any|each|every|such) other\b")

_ITS_PEOPLE = (
    r"(?: (?:any|either|each|one|both|all)(?: one)?(?: or more)?(?: of)?)?(?: (?:its|the|their)(?: \w+)?"
    r" (?:partners?|members?|officers?|employees?|agents?|{atty}s?|managers?|lawyers?|associates?|principals?),?)?"
    r"(?: (?:sir|dame|mr|ms|mrs|dr|prof|messrs)\.?)? ?$"
)
THROUGH = rx(rf"^,?(?: [^;:]{{0,60}}?)? ?(?:acting )?\b(?:by|through)(?: and through)?{_ITS_PEOPLE}")
THROUGH_IN_BRACKET = rx(rf"^ ?\([^()\"]{{0,40}}?\b(?:by|through){_ITS_PEOPLE}")
"""Between a firm and those through whom it acts."""

ROLE_AT = rx(
    r",? (?:an? |the )?(?:[a-z-]+ ){0,2}?(?:partner|associate|counsel|member|principal|shareholder|{atty}|lawyer"
    r"|paralegal|solicitor|employee|officer), (?:the )?"
)
"""Between a person and their firm: ", partner, "."""

CAME_OR_LEFT = rx(r"\bjoined\b[^\x00]*\bfrom ?$|\bwho (?:has |have |had )?(?:left|quit) (?:the )?$")
FORMERLY = rx(r"\b(?:formerly|previously|f/?k/?a)\b[^();.]{0,20}$")

WHOSE_FIRM = rx(r"\bwhose (?:firm|employer)(?:,| is)? ?$")

LINE_OF = rx(r",? (?:of|at) (?:the )?")

DEPARTMENT = rx(
    r",? (?:its|our) (?!(?:outside|external|independent)\b)(?-i:[a-z][a-z-]+ ){0,3}"
    r"(?:head|accountant|counsel|secretary|treasurer|controller|comptroller|officer"
    r"|director|manager|president|administrator|clerk|lawyer|paralegal|assistant)\b"
)
THEIR_DEPARTMENT = rx(
    r",? (?:(?:both|all|each) )?(?:of|in|from) (?:your|its|our) (?:[\w-]+ ){0,2}(?:department|office|group|team"
    r"|staff)\b"
)

# "his paralegal there, A": where the one before works.
THERE = rx(r"\b(?:there|of the same (?:firm|company|office|address)),? ?$")

TO_HOLDER = rx(r"[\s,(]*(?:(?:mr|ms|mrs|miss|dr|prof)\.? )?")  # between "its Secretary" and "Ms. Jane Doe"

EMPLOYER_LABEL = rx(
    r"(?:\n|\t|[,;.]) ?(?:company|firm|employer|organi[sz]ation|affiliation|employed by|with)[ \t]*:[ \t]*$"
)

KIN = rx(
    r"\b(?:my|our|his|her)(?: \w+){0,2}? (?:husband|wife|spouse|son|daughter|brother|sister|father|mother|friend"
    r"|niece"
    r"|nephew|cousin|partner|child),? ?$|\b(?:my|our|his|her) (?:husband|wife|spouse|son|daughter|brother|sister"
    r"|father"
    r"|mother|friend|niece|nephew|cousin|partner|child),? ?$"
)

# "X and its employee A": A is of the organization before.
OF_ITS_OWN = rx(
    r"\b(?:its|that (?:firm|company|corporation)'s) (?:\w+ ){0,2}?(?:employees?|partners?|officers?|members?"
    r"|associates?"
    r"|managers?|lawyers?|{atty}s?|paralegals?|principals?|president|director),? ?$"
)

# "the Company's outside counsel, A": A is told apart from those before.
DESCRIBED = rx(
    r"'s (?:(?-i:[a-z][\w-]*) ){0,3}?(?:counsel|lawyer|solicitor|attorney|accountant|advis[eo]r|secretary|administrator"
    r"|auditor|assistant),? $"
)

NAMED_AGAIN = rx(r"\b(?:mr|ms|mrs|miss|dr|prof|messrs|{atty})\.? ((?-i:[A-Z])[\w'-]+)")
"""An attorney whom an aside names once more: "(Ms. Boyle of X, Mr. Halloran of Y)"."""

WHO_SERVE = rx(r",? who (?:each |both |all |now )?(?:serves?|works? for|joined)(?: the)? $")
PEOPLE_NEXT = rx(
    r" (?:[\w-]+ ){0,2}?(?:employees|lawyers|{atty}s|officers|people|executives|partners|paralegals|colleagues)"
    r"(?: named (?:here|below))?(?:,| -|:|\u2014)? $"
)
"""Behind an organization whose people are named next: "two Tarn lawyers, A and B"."""
WHO_ARE = rx(r",? \(?(?:who (?:is|are)|each|both|all|being)(?: (?:an?|both|all|each|being))* $")
"""Before an organization whose people follow: "who are Lakehead employees"."""
COUNTED = rx(
    r"\b(?:the )?(?P<end>first|former|last|latter)(?:[- ]named)?(?: (?P<count>one|two|three|four|five|six))?\b"
)

COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
ITS_FIRM = rx(rf"'s? (?:[\w.-]+ ){{0,3}}?(?:{RELATION}|solicitors|lawyers|attorneys|(?:filing |transfer )?agent),? ")
"""Between an organization and the firm that works for it."""

# Before somebody who is named as no attorney, or as one no longer.
INSTEAD_OF = rx(
    r"\b(?:no longer|and not|but not|instead of|in (?:the )?(?:place|lieu|stead|succession) (?:of|to)|rather than"
    r"|tak(?:es|ing) over from|replac(?:es|ing)|succeed(?:s|ing))(?: (?:mr|ms|mrs|dr)\.?)? $"
)

GRANTEE_LABEL = rx(
    r"(?m)^[ \t]*(?:(?:\d{1,2}|[A-Za-z])[.)][ \t]+)?(?:(?:first|second|third|substitute|alternate|successor"
    r"|primary)[ \t\n]+)?(?:{atty}s?(?:[- ]in[- ]fact)?"
    r"|agents?|given to|granted to|to|appointees?|designees?|mandatar(?:y|ies)"
    r"|authori[sz]ed (?:person|individual|signer"
    r"|representative)s?|who receives it|who(?: (?:may|can|will) (?:sign|act|file)(?: for me)?)?"
    r"|authori[sz]ed signator(?:y|ies)"
    r"|persons? (?:appointed|authori[sz]ed))[ \t]*(?:\(s\))?(?:[:?.][ \t]*|\t[ \t]*)"
)
"""The label of a field that names who receives the authority."""
