"""How a text ties an organization to its grantor, and how it sets one apart: the patterns of issuers.py.

Patterns of what stands before a name end in `$`, those of what stands behind it are matched at its end.
"""

from __future__ import annotations

import re

from .patterns import rx

_I = r"(?:i|he|she|undersigned|grantor|principal|insider|reporting person)"
_ORGANIZATION = r"(?:company|corporation|issuer|registrant|bank|partnership|trust|fund|entity)"
_ORGANIZATIONS = (
    r"(?:compan(?:y|ies)|corporations?|issuers?|registrants?|banks?|partnerships?|trusts?|funds?|entit(?:y|ies))"
)

# Between a preposition and the name that it governs: "of each of", "of two companies, ".
_EACH = (
    rf"(?:both |each of |either of |any of )?(?:(?:the |these |those |following |two |three |four "
    rf"|several )*{_ORGANIZATIONS}[,:]?"
    r" (?:named |called |namely,? )?)?"
)
ROLE_OF = rx(
    r"\b(?:(?:non-executive |executive |supervisory |independent |managing )*directors?|officers?"
    r"|trustees?|insiders?|(?:the |its |a )?boards?(?: of directors)?|shareholders?|stockholders?"
    r"|holders?|owners?|member of the (?:supervisory )?board|president|chairman|vice president"
    r"|chief \w+(?: \w+)? officer|secretary|treasurer|controller|general counsel|reporting "
    r"persons?|executive|partner|positions?|capacit(?:y|ies)|relationships?|affiliate|employee)\b[^.;:()]{0,90}"
    rf"\b(?:of|with|at|in|to) {_EACH}(?:the |its (?:[\w-]+ ){{0,2}}?(?:subsidiary|parent|affiliate),? )?$"
    rf"|\b{_I} (?:leave|join|serve|retire from|resign from|depart from)s? (?:the )?$"
)
SECURITIES_OF = rx(
    r"\b(?:securities|stocks?|shares|units|options?|interests?|holdings(?!,? (?:inc|llc|l\W?p|corp|ltd|plc)\b)|forms?"
    r"|reports?|filings?"
    r"|transactions?|statements?|obligations?|dut(?:y|ies)|section 16|trad\w+|beneficial(?:ly)? "
    r"own\w+|dealings|insider|schedules? 13[dg]|13[dg]|registration statement|annual report"
    r"|positions?|ownership|own\w*)\b[^.;()]{0,110}\b(?:of|in|issued by|concerning|about|regarding"
    r"|relat\w+ to|respect (?:to|of)|regard to|reference to|as to|touching|for|on|by|involving|pertaining to) "
    rf"{_EACH}(?:the )?(?:securities (?:of|issued by) )?(?:or of |the )?$"
    r"|\b(?:what|which|whose) (?:compan(?:y|ies)|issuers?|corporations?|securities|stock|shares)\b[^?]{0,60}\?\s*$"
)
ABOUT = rx(
    r"\b(?:with respect to|in respect of|as to|with regard to|in regard to|with reference to|concerning|about"
    r"|regarding|relating to|on account of|touching) (?:the )?$|\b(?:re|subject|company"
    r"|issuer)\s*:\s*$|section 16 [^\n]{0,60}(?:--|-|of|for)\s*$"
)
_STOCK = (
    r"(?:class \w |common |ordinary |equity |preferred |capital )?"
    r"(?:securities|stock|shares?|common|equity|units|options)\b"
)
ITS_STOCK = rx(rf"(?:'s?|\")?\)?(?:'s)?,? {_STOCK}(?! (?:of|in) (?:the )?(?-i:[A-Z]))")
HAS_STOCK = rx(
    r" (?:has|have) (?:an? |its |any )?(?:\w+ ){0,3}?(?:class(?:es)? of|stock|securities|shares|units"
    r"|debt)\b[^.;]{0,60}?"
    r"\b(?:registered|listed|traded)\b|'s (?:board|directors?|shareholders?|stockholders?)\b"
)
ITS_REPORTS = rx(r"(?:'s?|\")?\)?(?:'s)? (?:reports?|filings|insider)\b")

# "the following issuers:", before a list.
ISSUERS_LISTED = rx(
    rf"^(?!.*\b(?:employ\w*|officers?|lawyers?) (?:of|by) (?:\w+ ){{0,3}}{_ORGANIZATIONS}\b).*"
    rf"\b{_ORGANIZATIONS}\b[^.;]{{0,110}}$",
    re.IGNORECASE | re.DOTALL,
)
# Where a list begins: a colon, heads of columns and rules, and the number of the first item.
LIST_BEGINS = rx(
    r"(?:(?<!\bby):|\bbelow[.,]?)[ ]*(?:\n(?:[ \t]*[-_=][-_= \t]*|[ \t]*[^\s.;:][^\n.;:]*\S[ ]{3,}\S[^\n.;:]*"
    r"|[ \t]*(?-i:[A-Z])\w+)?(?=\n)){0,5}\s*(?:(?:\(?\w{1,3}[.)\u00b7]|[-*\u2022])\s+)?$|\n\s*[-*\u2022]\s+$"
    r"|\s\((?:[ivx]{1,3}|[a-h]|\d)\)\s+$"
)
# Between two organizations of one list: behind a description of the first, or at the beginning of the next line.
_DESCRIBED = (
    r"(?: ?\([^()]{1,80}\))?(?:,? (?:an?|each an?) [^,.;:()]{2,80}"
    r"|,? (?:organi[sz]ed|incorporated|formed|(?:of|in) which) [^,.;:()]{2,60})?(?: ?\([^()]{1,60}\))?"
)
# "and, from the completion of the merger, X"; "and, once it is listed, X".
_FROM_THEN = (
    r", (?:from|after|upon|following|on|once|when|as soon as|beginning (?:with|on)|effective) [^,.;]{3,70},"
    r" (?:its successor )?"
)
_ALSO = r"(?:\((?:[ivx]{1,3}|[a-h]|\d)\) )?(?:of |in |with |for |to |as to )?(?:also )?(?:the )?"
AND = rx(rf"{_DESCRIBED}(?:[,;]? (?:and|or|as well as|together with|plus)(?:{_FROM_THEN}| ){_ALSO}|[,;] {_ALSO})")
NEXT_LINE = rx(
    r"(?:[ ]{2,}[^\n.]{1,60}|[ ]*\([^()\n]{1,60}\))?[,;]?(?:[ ](?:and|or))?[ ]*\n\s*"
    r"(?:(?:\(?\w{1,3}[.)]|[-*\u2022])\s+)?"
)
ITS_SUBSIDIARY = rx(
    r"(?:, an? (?:[\w-]+ ){1,4}?(?:corporation|company|partnership|trust|bank))?"
    r"(?: ?\((?:\"|the )[^()]{1,40}\))?,? (?:and|or)? ?(?:of |in )?(?:the )?"
    r"(?:\w+ (?:shares|stock|units) of )?(?:its|his|our)"
    r" (?:[\w-]+ ){0,3}?(?:subsidiar(?:y|ies)|operating partnership|affiliates?|parent)(?: company| corporation)?,? ?"
)

NO_ISSUER = rx(
    r"\b(?:broker(?:age)?(?:s)?(?: firm)?|nominee|custodian|bank|trustee|administrator|agent"
    r"|transfer agent|plan|formerly|previous(?:ly)?|former(?:ly)? (?:known as|called|an?)"
    r"|predecessor|prior|employed by|employees? of|counsel|firm|dealer|advis[eo]r|prepared by"
    r"|successor to|audited by|account (?:at|with)|through|service of|general partner of|manager "
    r"of|subsidiar\w+ of|parent of|acquired|letterhead of|c/o|shares of stock of)\b[^.;:]{0,40}$"
)
_SERVES = (
    r"(?:(?:stock)?broker(?:age)?(?: firm| house)?|dealer|counsel|lawyers?|auditors?|accountants?|registrar|custodian"
    r"|nominee|transfer agent|depositary|(?:plan )?administrator|record ?keeper|sponsor|advis[eo]r|manager|lender"
    r"|underwriter|filing agent)"
)
# What an organization is to somebody, beside its name: "my broker, X", "held with X", "f/k/a X"; "X, as registrar".
SERVES_BEFORE = rx(
    rf"\b(?:my|his|her|its|their|our|the|an?|whose|(?:company|undersigned)'s) (?:\w+ ){{0,2}}?"
    rf"(?:{_SERVES}|bank|trustee)s?,? (?:(?:is|are|being|namely),? )?(?:the )?$"
    r"|\b(?:[fn]/?k/?a|once|known (?:until|till) \w+ as|then called)[.:]? (?:the )?$"
    r"|\bheld (?:by|for) [^.;]{1,30}? (?:or|and) (?:by|for) (?:the )?$"
    r"|\b(?:advised|managed|administered|represented|audited) by (?:the )?$|\bc/o (?:the )?$|\b(?:parent"
    r"|holding company)(?: company| corporation)? (?:of|for) (?:the )?$"
    r"|\b(?:held|registered|kept|deposited|carried|lie|lies|recorded) (?:for \w+ )?(?:by|with|at|through|in the"
    r" (?:name|custody|books?) of) (?:the )?$|\bsuccessor(?: by \w+| in interest)? (?:of|to) (?:the )?$"
)
FORMERLY = rx(
    r"\b(?:formerly|previously|until (?:lately|recently)|before (?:that|then)|prior to (?:that|then)|used to"
    r"|earlier) [^.;]{0,40}$"
)
SERVES = rx(
    rf",? (?:(?:my|his|her|its|their|our)(?: \w+)?|as(?: the| its| my)?|the company's) {_SERVES}\b"
    rf"|,? as (?:the |its |my )?trustee\b"
)
# "investments of X in Y": X holds them.
HOLDS_IN = rx(r"\b(?:investments?|interests?|holdings?|stakes?|positions?) of (?:the )?$")
# "Shipyards, LLC's parent, Marine, Inc."
OWNED_IN_TURN = rx(
    r"'s (?:[\w-]+ ){0,2}?(?:parent|holding company|owner|general partner)(?: company| corporation)?,? (?:the )?"
)
EMPLOYED = rx(r"\b(?:employed by|employees? of)\b[^.;:]{0,40}$")
EMPLOYED_BY = rx(
    r"\b(?:employees?|managing directors?|partners?|members?|associates?|colleagues?[^.;]{0,30}) (?:of|at|with"
    r"|in) (?:the )?$"
    r"|\bemployed (?:by|at) (?:the )?$"
)
EXCEPTED = rx(
    r"\b(?:other than|except(?:ing| for)?|excluding|save(?: for)?|apart from) (?:(?:those|that|securities|shares) of )?"
    r"(?:the )?$"
)
APART = rx(
    r"\b(?:not|no part|nor) (?:\w+ )?(?:within|of|covered by|included in|part of) this\b"
    r"|\bis outside (?:of )?this\b"
    r"|\b(?:does|shall|will) not (?:\w+ )?(?:extend|apply|relate|reach|cover)\b"
)
# Of what was named just before: "I am no insider of either", "but this power does not concern it".
NONE_OF_THOSE = rx(
    r"\b(?:nothing to do with|not (?:an? )?(?:insider|director|officer) of|not (?:covered|reached|affected)|outside"
    r"|no part of)\b[^.;]{0,40}\b(?:either|those|these|them|it|any of|that|such)\b"
)
NOT_THAT = rx(
    r"\b(?:not|never) (?:\w+ )?(?:extend|appl(?:y|ies)|relate|reach|cover|concern|include|touch|affect)(?: to)? "
    rf"(?:it\b(?! \w)|(?:that|this|said|the latter) ?{_ORGANIZATION}?\b(?! \w))"
    r"|\b(?:are|is|will be|shall be) (?:signed|filed|made|prepared|executed|handled) by (?:me|the undersigned|myself"
    r"|himself|herself)\b"
)
LEFT = rx(
    rf"\b{_I} (?:have|has|had) (?:\w+ )?(?:left|resigned|retired|withdrawn|stepped down|departed)\b[^.;]{{0,60}}$"
    rf"|\b{_I} (?:am|is) no longer\b[^.;]{{0,60}}$"
)
TO_COME = rx(r"\b(?:when|once|until|till|after|if|unless|as|where)\b[^.;]{0,40}$")
_WAS = rf"\b{_I} (?:was|served|worked|sat)\b"
WAS_UNTIL = rx(
    rf"{_WAS} (?:until|till|before) [^.;]{{0,60}}$|\b(?:until|till|before) [^.;]{{2,40}}?{_WAS}[^.;]{{0,60}}$"
)
WAS = rx(rf"{_WAS}(?! (?:elected|appointed|made|chosen|named))[^.;]{{0,60}}$")
UNTIL = rx(r",? (?:until|till|before|from (?:19|20)\d\d (?:to|until))\b")
NOT_REGISTERED = rx(
    rf"(?:,? (?:its|a|the) [\w ]{{2,40}})?,? (?:whose {_STOCK} (?:are|is) not|which (?:has no|is not an?) (?:\w+ )?"
    r"(?:registered|public|publicly|listed|traded|reporting)|(?:for|as to|about) which [^.;]{0,60}\b(?:myself|himself"
    r"|herself)\b)"
)
ONLY = rx(r"\b(?:only|solely) (?:the )?$")
REGISTERED = rx(r"\b(?:registered|registrant|reporting|public\w*|listed|traded|section 1[26])\b")
OF_ANOTHER = rx(
    r"(?: \([^()]{2,60}\))?,? (?:which is |itself |being )?(?:(?:an?|the|its) )?(?:[\w-]+ ){0,3}?"
    r"(?:general partner|subsidiary|owned) (?:of|by) (?:the )?"
)
EMPLOYS = rx(
    r",? (?:(?:which|who) employs (?:me|the undersigned|him|her)\b"
    r"|(?:my|his|her|the undersigned's) (?:\w+ )?employer\b"
    rf"|(?:by|at) which {_I} (?:am|is) employed\b|where {_I} works?\b)"
)
THAT_COMPANY = rx(
    r"\b(?:that|said|such|the same|this) (?:company|corporation|issuer|registrant|bank|partnership|trust"
    r"|fund)(?:'s)?\b(?! (?:of|to|named|whose|listed))"
)
ANY_COMPANY = rx(
    r"\b(?:whatever|whichever) (?:\w+ )?(?:compan(?:y|ies)|issuers?|corporations?|entit(?:y|ies))\b|"
    r"\b(?:any|all|each|every|one or more|such)(?: \w+){0,3}? "
    r"(?:compan(?:y|ies)|issuers?|corporations?|entit(?:y|ies))\b"
    r"[^.;]{0,40}\b(?:of which|in which|with which|for which|in whose|whose|that i|i am|where)\b"
    r"|\b(?:of|in|about|concerning|for|to) any (?:and all )?issuers?\b"
    r"|\b(?:securities|stocks?|shares|interests?|units)\b[^.;]{0,30}\b(?:of|in|issued by) (?:any|every|each|whatever"
    r"|whichever)(?: \w+){0,2}? (?:compan(?:y|ies)|corporations?|entit(?:y|ies)|registrants?)\b"
)
NEVER = rx(r"\b(?:securities|brokerage|nominees?|transfer|registr\w+|plan|savings plan|trust company)\b")
# An organization behind the title of whoever signs, at the beginning of the same line or of the next one.
TITLE_ABOVE = rx(
    r"\b(?:director|officer|president|chair\w*|secretary|treasurer|counsel|controller|executive|manager|trustee|partner"
    r"|owner|shareholder|stockholder)\b[^\n:;.]{0,40}(?:,|\bof|\n)\s*(?:the )?$"
)
# Behind somebody's title: it is he who grants, as in "Mary Oakes, a director of X and of Y, authorizes A".
HE_GRANTS = rx(
    r"(?:(?!\b(?:who|whom|which)\b)[^;]){1,160}?\b(?:authori[sz]es|appoints|constitutes|designates|nominates|names"
    r"|empowers|entrusts|confers)\b"
)
OF_A_FIRM = rx(r"\b(?:partner|member|principal|associate|employee)s? (?:of|in|with|at) (?:the )?$")
ANNEXED = rx(
    r"\b(?:issuers?|compan(?:y|ies)|corporations?|funds?|trusts?|registrants?|closed-end \w+)\b"
    r"(?:(?!\b(?:individual|person|{atty}|agent|employee|officer)s?\b)[^.;]){0,60}?\b(?:listed|named"
    r"|set (?:forth|out)|identified|described|shown)\b"
    r"|\b(?:issuers|companies|corporations|funds|trusts|registrants) (?:in|on|of) (?:the |my |an? )?(?:\w+ )?"
    r"(?:schedule|annex|appendix|attachment|list)\b"
)
ATTORNEY_ROLE = rx(
    r"\b(?:any|such|each) other (?:employees?|officers?|persons?|members?|lawyers?)\b[^.;()]{0,40}"
    r"\b(?:of|at|with|in|by) (?:the )?$|"
    r"\b(?:delegat\w+|substitut\w+|deput\w+)\b[^.;]{0,60}\b(?:officers?|employees?|partners?|members?|lawyers?) "
    r"(?:of|at|with|in) (?:the )?$|"
    r"\b(?:mr|ms|mrs|dr)\. [\w'-]+,? (?:is|serves|works)\b[^.;]{0,80}$"
    r"|\b(?:{atty}s?[- ]in[- ]fact|agents?|persons|individuals|them|him|her|whom)(?:,? (?:is|are|being|be|remains?"
    r"|ceas\w+|no|longer|to"
    r"|each"
    r"|all|who))*,? (?:an? )?(?:employees?|officers?|partners?|members?|directors?) (?:of|at|with|in) (?:the )?"
    r"(?:[^.;:]{2,80}? (?:or|and) (?:of|at|with|by) (?:the )?)?$"
)
TITLE_OF = rx(
    r"(?-i:[A-Z])[\w'-]+,? (?:(?:an?|each|both|who is|the|our|its|then"
    r"|being)\b[^.;()]{0,30})?(?:(?-i:[A-Z])[\w'-]+,? (?:and |of |for |& |- )?){0,6}(?:of|at|with) "
    r"(?:the )?$"
)
GRANTOR_BEFORE = rx(r"\b(?:undersigned|i|me|my|his|her|principal|grantor|insider)\b[^.;]{0,120}$")
