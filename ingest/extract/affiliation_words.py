"""The words that say to which organization somebody belongs: tables for affiliations.py."""

from __future__ import annotations

from .patterns import rx

IS = rx(
    r"^(?:, [^,;]{3,60}(?=, ))?,?(?: (?:who|each|all|both|also|now|currently|presently|likewise|in turn|himself"
    r"|herself|is|are|and|but)\b,?)*? ?"
    r"\b(?:is|are|being|remains?|serves?(?: as)?|works?|practi[sc]es?|belongs?|acts as|holds? (?:the )?(?:office|post"
    r"|position)|sits?|joined|(?:has|have) (?:\w+ )?(?:been|served|worked|acted|practi[sc]ed)(?: as)?)\b"
)
APPOSED = rx(
    r"^(?: (?:an?|the|also|now|currently))* ?(?:[\w'-]+ ){0,4}?(?:employees?|officers?|partners?|members?|lawyers?"
    r"|{atty}s?|associates?|counsel|paralegals?|colleagues|staff|employed|executives?|secretar(?:y|ies)|presidents?)\b"
)
"""Behind "each" or "both": ", each an employee of X"."""
BARRED = rx(
    r"\b(?:authori[sz]\w+|appointed|designated|empowered|permitted|required|entitled|able|liable"
    r"|responsible|free|behalf"
    r"|respect|regard|(?-i:securities|shares|stock)|not|nor|formerly|former|previous\w*|acting|assuming|undersigned"
    r"|sign"
    r"|file|execute|retired|once|principal|grantor)\b"
)
BESIDE_THE_GRANTOR = rx(
    r"\b(?:colleagues?|partners?|co-?workers?|associates?|assistants?|deput(?:y|ies)|subordinates?)"
    r" of (?:mine|(?:the )?(?:undersigned|grantor|principal))\b|(?<=[a-z]) (?:to|of|for) the (?:undersigned|grantor"
    r"|principal)(?=, )"
)
LEADS = rx(
    r"(?:\b(?:of counsel to|of|at|with|by|for|in|from|serves|serving|joined|advises|firm,?|employer,?|belongs? to)|:)"
    r"(?: (?:the|our|its))? ?$"
)
OF_YOURS = rx(r",? (?:(?:an?|the|also|who|is) )*(?:[\w-]+ ){0,2}?(?:of|at|with|in|from) your \w+")
FIRM_FIELD = rx(
    r"[ \t]*(?:(?:his|her|its|the)[ ])?(?:[\w-]+'s[ ])?(?:law[ ])?(?:firm|employer|company|organi[sz]ation|affiliation)"
    r"[ \t]*:[ \t]*"
)
SAME_FIRM = rx(r"(?:the )?same\b|as above\b|ditto\b|do\.")
EMPLOYER_IS = rx(
    r"(?:'s)? (?:own |present |current )?(?:employer|firm|law firm|company|practice) (?:is|being)"
    r"(?: the)? $|'s is(?: the)? $"
)
PRONOUN_FIRST = rx(r"\W*(?:she|he|her|his)\b")
GAPPED_OF = rx(r",? (?:to|with|at|of|for)(?: the)? $")
IT_EMPLOYS = rx(r" it (?:now |also |currently )?employs\b")
GAPPED = rx(r",? (?:an? |the )")
"""Where the verb of the clause before is meant too: "A is Treasurer of X, B a partner of Y"."""
RELATION = (
    r"(?:parent|subsidiar(?:y|ies)|affiliates?|(?:sub-?)?advis[eo]r|investment manager|manager|administrator"
    r"|general partner|sponsor|owner|employer|(?:law )?firm|counsel|auditors?|accountants|trustee)"
)
RELATED = rx(
    rf"\b(?:of|at|with|by|for|in) (?:the|its|our|my) (?:[\w-]+ ){{0,3}}?{RELATION}\b[^.;]{{0,60}},(?: the)? ?$"
)
"""Before an organization that is named behind what it is: "of the adviser to the Filers, "."""
ITS_RELATION = rx(rf"'s? (?:[\w.-]+,? ){{0,3}}?(?P<what>{RELATION})(?: (?:company|corporation|bank))?\b,?(?: the)? ?")
TITLE_ONLY = rx(r"^(?: (?:an?|the|its|our|also|now))*(?: (?:[\w'-]+|&|-),?){1,8}?,?(?: and)? ?$")
_LEAVES = r"(?:leaves?|leaving|quits?|departs?(?: from)?)"
_HAS_LEFT = r"(?:has|have)(?: both| all| each)? left"
SERVICE_ENDS = rx(
    r"^(?:'s?)?[^.;]{0,60}?\b(?:employ(?:ment|ed)?|service)(?: (?:by|with|of|at))(?: the)? ?$"
    rf"|^[^.;]{{0,30}}?\b(?:{_LEAVES}|{_HAS_LEFT})(?: (?:the )?(?:employ|service)(?: of)?)?(?: the)? ?$"
)
GROUP_SERVICE = rx(
    r"^[^.;]{0,60}?\b(?:during|throughout|end of|termination of|cessation of) (?:that person's|such person's|his or her"
    r"|their) employment (?:with|by)(?: the)? ?$|^'s? employment (?:with|by)(?: the)? ?$|"
    r"^[^.;]{0,60}?\bin the (?:employ|service) of(?: the)? ?$|"
    r"^[^.;]{0,40}?\b(?:end|termination|cessation) of (?:that person|such person|his or her|his|her|their)(?:'s)?"
    r" employment (?:with|by)(?: the)? ?$|"
    r"^[^.;]{0,60}?\b(?:is|are|being|remains?|be|ceases? to be|no longer"
    r"|continues? to be)(?: at the time| then)?(?: an?)? "
    r"(?:employed by|employees? of|officers? of|partners? (?:of|in)|members? of|associated with"
    rf"|in the employ of|in the service of)(?: the)? ?$|^[^.;]{{0,30}}?\b(?:{_LEAVES}|{_HAS_LEFT})"
    r"(?: (?:the )?(?:employ|service)(?: of)?)?(?: the)? ?$"
)
LEFT = rx(rf"\b{_HAS_LEFT}\b")
CASE = rx(r"\b(?:if|when(?:ever)?|once|after|until|unless|as soon as|should|where|in case|upon)\b")
DENIED = rx(r"\b(?:not|never|neither|nor)\b")
BESIDE = rx(
    r"(?:(?:,| \()? ?(?:at|of|with)|(?:,| \() ?(?:an? |the )?(?:[\w-]+ ){0,3}?"
    r"(?:partner|counsel|associate|lawyer|{atty}|member|employee|officer) (?:of|at|with|in)|, of counsel to)(?: the)? "
)
AFFILIATES = rx(r"^,? (?:or|and/or) (?:its|one of its|any of its|an?|any)(?: \w+)? (?:affiliates?|subsidiar(?:y|ies))")
GENERIC = rx(
    r"\b(?:the|that|said|this|such|our|his|her|your)(?: same)? (company|corporation|issuer|firm|bank|partnership"
    r"|trust|adviser|registrant|employer)\b(?! of)|\bits(?= (?:\w+ )?(?:department|office|staff|group)\b)"
)
WHOSE_TITLE = rx(
    r"(?:,? who)? ?(?:,|\(|(?:and )?(?:is|are|serves? as|has been|have been|has served as|acts as|remains?))"
    r"(?: (?:now|currently|presently|both|all|each))? ?(?:the ?)?"
)
ITS_PEOPLE = rx(
    r" (?:[\w-]+ ){0,2}?(?:employees?|people|officers?|lawyers?|{atty}s?|staff|personnel|associates?|executives?"
    r"|partners?|paralegals?)\b"
)
AN = rx(r"(?:,? who)? ?(?:is|are)(?: (?:both|all|each|now|currently|presently|an?|the))* ")
AND = rx(r"[\s,]*(?:and|or|&)?[\s,]*")
PAST = rx(
    r"\b(?:was|were|had been|formerly|former|previously|once|used to|until (?:\w+ )?(?:19|20)\d\d|late|retired|before"
    r"|prior to|(?<!has[ ])(?<!have[ ])(?:served|worked|practi[sc]ed)|came|left|departed)\b"
)
PRESENT = rx(
    r"\b(?:is|are|works?|serves?|practi[sc]es?|has been|have been|has served|joined|remains?|belongs?|holds?)\b"
)
OF_ANOTHER = rx(
    r"\b(?:reports?|answers?|(?:his|her|their) (?:\w+ )?(?:assistant|deput|colleague|partner|associate|office)|same)"
)
SAME = rx(
    r"^(?: (?:who|also|now|both|each|all))* (?:(?:reports?|answers?) to (?:him|her|them)|works? (?:for|with|under)"
    r" (?:him|her|them)|(?:is|are)(?: (?:also|both|each))? (?:his|her|their) (?:[\w-]+ ){0,3}?"
    r"(?:assistants?|deput(?:y|ies)|colleagues?|partners?|associates?|paralegals?|clerks?|subordinates?)|(?:is|are"
    r"|works?|practi[sc]es?|serves?)"
    r" (?:[\w-]+ ){0,6}?(?:in|at|of|from|with) (?:(?:his|her|their|the same) (?:[\w-]+ )?(?:office|department|firm"
    r"|company|team|group|staff)|the same))\b"
)
"""Of whom this is said, who was spoken of before works for the same."""
UNDER = rx(
    r"(?: (?:who|also|now|both|each|all))* (?:reports?|answers?|works? (?:for|with|under)|is (?:an? )?\w+ to)(?: to)?"
)
EMPLOYS = rx(r" (?:now |also |currently )?employs(?: both| each| all)?(?: of)?(?: as [\w ]{3,40}?,?)? $")
WHOM = rx(r",? whom (?:the )?$")
WHERE = rx(r",? \(?(?:where|at which|in which|of which|for which|for whom|by which|by whom)(?: (?:both|also))? $")
WORKS = rx(r"^(?: (?:now|also|both|each|all|currently|presently))* (?:is|are|works?|serves?|practi[sc]es?|holds?)\b")
ALL_OF = rx(r"(?: \w+){0,5}? (?:of|at|with|by)(?: the)? ")
OF_ATTORNEYS = rx(r"{atty}s?[- ]in[- ]fact|\bagents?\b|\bappointed\b|\bauthori[sz]ed\b")
ABOUT = rx(
    r"\b(?:(?:with|in) (?:respect|regard|relation) (?:to|of)|relating to|concerning|regarding|pertaining to|as to)"
    r"(?: (?:the |all )?(?:common )?(?:shares|stock|securities|units)(?: of)?)?(?: the)? $"
)
"""Before an organization that the forms are about."""
