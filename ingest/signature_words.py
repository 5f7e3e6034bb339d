"""The words of signature lines: marks, capacities, and what says for whom somebody signs, as filers print them.

Patterns only; `signatures` says what follows from them. None has a repetition inside of a repetition over the same
characters, so that reading a line takes time that grows with its length.
"""

from __future__ import annotations

import re

from .extract.patterns import Pattern

# Fragments: an attorney-in-fact in the spellings that forms have, and what an entity or a person is of another entity.
_ATTORNEY_IN_FACT = r"att(?:or|om)n?e?ys?[\s-]*in[\s-]*fact"
_ROLE = r"(?:(?:sole|corporate|successor|co) ?-?)?(?:general partner|managing member|manager|member|trustee|advis[eo]r)"
_IN_FACT = rf"(?:{_ATTORNEY_IN_FACT}|poa|aif\b|powers? of attorney)"
_PARTICLE = r"(?:(?:del?|della|de la|der|den|des|di|da|dos|du|la|le|van|van de[rn]?|von|zu|te[rn]|bin|al|el|y) )?"
_FULL_NAME = r"(?-i:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)+)"
# A person of up to five words, none of them an office.
_PERSON = (
    r"(?-i:(?!Attorney|General|Chief|Vice|Senior|Assistant|Corporate|Power|The\b)[A-Z][\w.'-]*"
    rf"(?: {_PARTICLE}(?!Attorney|Officer|Secretary|Counsel|President|Treasurer|Trustee|Director|Manager|Partner|Power)"
    r"[A-Z][\w.'-]*){1,4})"
)
_FOR_X = r"(?:for|on behalf of|as)\b"
# Leave to sign, in words that name no power of attorney; and how something was signed.
_LEAVE = r"(?:(?:the|his|her|its|their|full|express|written|verbal) )*(?:authori(?:ty|[sz]ation)|permission|consent)"
_HOW = r"(?:electronically|digitally|manually)"
_DONE = r"(?:sign(?:ing|ed)|acting|represented|executed|filed)"

MARK = re.compile(
    r"(?<![\w/])(?:/{1,2}\s?s\s?/{1,2}|\\s\\|s/(?=\s?[A-Z])|\(signed\)|\[s\]|/s(?=\s[A-Z]))\s*", re.IGNORECASE
)
# "Jane Roe, attorney-in-fact /s/"
MARK_BEHIND = re.compile(r"(?<=\w)\W{1,3}/s/$", re.IGNORECASE)
ATTORNEY = Pattern(
    r"att(?:or|om|rn)?n?e?ys?[\s-]*in[\s-]*fact|\batty\.?[\s-]*in[\s-]*fact|\battorney\b"
    r"|\bA\.?I\.?F\.?\b|\bP[./]?O[./]?A\.?\b"
    r"|(?:under|by|pursuant to|per|with|via|as)?\s*(?:a |the |an? )?(?:limited )?powers? of att(?:or|om)n?ey"
    r"|\bproxy(?:holder)?\b|\bmandatary\b",
    re.IGNORECASE,
)
AGENT = Pattern(
    r"\b(?:as )?(?:(?:authori[sz]ed )?(?:agent|representative|signatory|signer|designee)|authori[sz]ed person)\b",
    re.IGNORECASE,
)
# On what somebody signs; a "by" before it names nobody.
BASIS = (
    r"(?:(?:an?|the|his|her|its|their|virtue of|way of|means of|limited|general|durable|special|written"
    r"|substituted?)\s+){0,4}(?:powers? of att|poa\b|p\.o\.a|delegat|authori|proxy|reference)"
)
# Behind the name of a reporting owner: signed by somebody who is not named.
BY_POWER = re.compile(
    rf"by (?:an? |his |her |its )?{_ATTORNEY_IN_FACT}$|by (?:an? )?(?:poa|p\.o\.a\.?|power of attorney)$", re.IGNORECASE
)
# "as agent for Acme LLC" is said by an attorney, "authorized agent" by an officer too.
PLAIN_AGENT = Pattern(r"(?<!authorized )(?<!authorised )\bagent$", re.IGNORECASE)
OFFICER = Pattern(
    r"\b(?:president|secretary|treasurer|counsel|officer|director|manager|managing|partner|member|ttee"
    r"|chairman|chair|trustee|controller|"
    r"executor|executrix|administrator|custodian|guardian|conservator|ceo|cfo|coo|vp|svp|evp|principal|chief|head"
    r"|legal|sole|co-trustee|general)\b",
    re.IGNORECASE,
)
BY = re.compile(
    rf"(?:^|(?<=[\s,;*.()]))\*?\s?by\s?[:;]?\s+(?!{BASIS})(?=[/A-Z\\(\"']|$)"
    r"|(?:^|(?<=[\s,;(]))by\s?:\s*|(?:^|(?<=\s))per\s?:\s*",
    re.IGNORECASE,
)
FOR = re.compile(
    r"[\s,;(]+(?:for and )?(?:on behalf of|in behalf of|by (?:the )?authority of|for|from|o/b/o|obo)\b"
    r"\s*:?\s*(?P<names>.+)$",
    re.IGNORECASE,
)
FOR_WHOM = re.compile(r"^(?:(?:for and )?on behalf of|for|o/b/o)\s*:?\s+", re.IGNORECASE)
NOBODY = re.compile(
    r"^(?:(?:the |each |all |each of the |any )*(?:above[- ]named |above |undersigned "
    r")?(?:reporting (?:persons?|owners?)|undersigned|insider|filer|registrant|issuer|company|him"
    r"|her|it)(?:self)?s?(?: (?:here(?:under|in|to)|named .+|listed .+))?|(?:him|her|it|them|my)?sel(?:f|ves))$",
    re.IGNORECASE,
)
ITS = re.compile(
    r",\s*(?:its|the|as|in its capacity as|acting as)\b[^,]*$|,\s*(?:general partner|manager"
    rf"|managing member|sole member|(?:corporate |successor |co-)?trustee|advis[eo]r|agent|{_ATTORNEY_IN_FACT})\b.*$",
    re.IGNORECASE,
)
# What a person is of an entity, or of somebody who cannot sign; what follows is signed for.
OF = Pattern(
    r"\b(?:(?P<fiduciary>(?:co-)?trustees?|executor|executrix|administrator|personal representative|guardian"
    r"|conservator)"
    r"|(?:managing |sole |general )?(?:member|partner|manager)|gp"
    r"|authori[sz]ed (?:signatory|person|representative|signer))"
    r"\s+(?:of|for)\s+(?P<names>(?:(?! and (?:as|in) )[^,;])+"
    r"(?:, (?:l\.?p|l\.?l\.?c|inc|ltd|n\.a)\b\.?|, (?:19|20)\d\d\b)?)",
    re.IGNORECASE,
)
# "managing member of the general partner of Acme Fund, L.P."
PARTNER_OF = re.compile(rf"^(?:(?:the|its|sole) )*{_ROLE} (?:of|for) (?:the )?(?=[A-Z])", re.IGNORECASE)
# "Quay Partners LLC its general partner", with no comma between.
ITS_BARE = re.compile(
    rf"\s+(?:its|the)\s+{_ROLE}$"
    rf"|,?\s+(?:as )?(?:his|her|its|their)\s+(?:{_ATTORNEY_IN_FACT}|agent)$|,?\s+as agent$",
    re.IGNORECASE,
)
# An entity that a role parts from its name by a comma: "Ann Lee, Trustee, Acme Family Trust".
ROLE_AT = Pattern(
    r"(?:^|[\s,])(?:co-)?(?:trustees?|general partner|managing member|manager|executor|executrix)[,:]\s+(?:the )?"
    r"(?P<names>[^,;]+(?:, (?:l\.?p|l\.?l\.?c|inc|ltd|n\.a)\b\.?)?)$",
    re.IGNORECASE,
)
# Behind an entity's name: the person who acts for it, and as what.
PERSON_OF_ENTITY = re.compile(rf"(?P<person>{_PERSON})(?P<rest>,?\s.+)$")
AT_FIRM = re.compile(rf"(?P<person>{_PERSON}) (?:of|at|with|from) (?=(?:the )?[A-Z])")
# Another name of whoever is named before it.
ALSO_NAMED = Pattern(
    r"[\s,(]{1,3}(?:f/k/a|a/k/a|formerly(?: known as)?|also known as|n[eé]e|born|previously|maiden name)[\s:]+"
    r"(?P<name>(?-i:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,4}))\)?",
    re.IGNORECASE,
)
# Between whoever signs and whoever is signed for; which of them stands first differs.
PER = re.compile(r"\bp\.?p\.?\s|\bper pro|\s(?:--?|/)\s", re.IGNORECASE)
# "by its general partner Acme GP, LLC"
ITS_AHEAD = re.compile(
    rf"^(?:its|the)\s+{_ROLE}[,:]?\s+(?=\S)",
    re.IGNORECASE,
)
# What an entity is of another one; the next "By" is its officer's.
ENTITY_ROLE = re.compile(rf"\b(?:its|the) {_ROLE}\b", re.IGNORECASE)
# A capacity in the plural behind the last of several signers is all of theirs.
SHARED = re.compile(
    r",\s*(?:as )?(?:att(?:or|om)n?eys[\s-]*in[\s-]*fact|(?:co-)?trustees|(?:managing )?members|(?:general )?partners"
    r"|managers|directors|executors|agents|authori[sz]ed (?:signatories|persons|representatives))\b.*$",
    re.IGNORECASE,
)
# The signer stands for himself too.
HIMSELF = Pattern(
    r"\bindividual(?:ly)?\b|\b(?:for|on behalf of) (?:him|her|my)?self\b|\b(?:his|her|my) own (?:behalf|name)\b"
    r"|\bpersonally\b",
    re.IGNORECASE,
)
HIMSELF_BEHIND = Pattern(r",?\s*individually$", re.IGNORECASE)
# "on behalf of Acme Fund, L.P., as attorney-in-fact"
AS_ATTORNEY = Pattern(
    rf",?\s*(?:as )?(?:his|her|its|their )?\s?{_ATTORNEY_IN_FACT}$|,\s*(?:as )?{_IN_FACT}$", re.IGNORECASE
)
AS_OFFICER = Pattern(
    r",\s*as (?:its |the |an? )?(?:[\w-]+ ){0,3}?(?:president|secretary|treasurer|counsel|officer|director|manager"
    r"|partner|member|trustee|signatory)$",
    re.IGNORECASE,
)
# What one of those for whom somebody signs is: "for John Doe, Director", "for John Doe (Reporting Owner)".
HIS_OFFICE = Pattern(
    r",\s+(?:(?!and\b)[\w.&-]+ ){0,4}?(?:president|secretary|treasurer|counsel|officer|director|chairman|chair|c[efo]o"
    r"|reporting (?:person|owner)|insider)s?(?:,? (?:and|&) (?:[\w.-]+ ){0,3}[\w.-]+)?$",
    re.IGNORECASE,
)
AGENT_FOR = Pattern(r"\bagent for\b", re.IGNORECASE)
TRUSTEES = Pattern(r",\s*(?:as )?(?:co-)?trustees$", re.IGNORECASE)
OFFICE_OF = Pattern(
    r"\b(?:president|secretary|treasurer|general counsel|officer|director|chairman|controller|ceo|cfo|coo|vp|svp|evp)"
    r"\s+(?:of|for|at)\s+(?P<names>[^,;]+(?:, (?:l\.?p|l\.?l\.?c|inc|ltd|n\.a)\b\.?)?)",
    re.IGNORECASE,
)
# What stands between the names of those for whom somebody signs.
BETWEEN_NAMES = re.compile(
    r"\s*;\s*|,?\s+(?i:and)\s+|\s+&\s+(?=[A-Z][a-z]+ [A-Z])"
    r"|,\s+(?:as )?(?:the |its )?(?i:sole )?(?i:general partner|managing member|manager|advis[eo]r|trustee)"
    r" (?i:of|for)\s+|,\s+(?=[A-Z])"
)
# What a signer is of one of them: "for Mary Roe and as Manager of Acme LLC", "Acme Trust, Mary Roe, Trustee".
ROLE_OF = re.compile(
    r"^(?:as )?(?:(?:the|a|its|sole|managing|general|co-|authori[sz]ed)\s*)*"
    r"(?:trustee|manager|member|partner|president|officer|director|signatory|representative)\s+(?:of|for)\s+",
    re.IGNORECASE,
)
BESIDE = Pattern(r",\s*(?:[A-Z][\w.'-]*\s+){1,3}[A-Z][\w'-]*,\s*(?:co-)?trustee$|,\s*(?:co-)?trustees?$", re.IGNORECASE)
SUBSTITUTE_FOR = re.compile(
    r"[^;]{3,60}?,?\s+(?:as )?(?:his |her |its |the )?att(?:or|om)n?eys?[\s-]*in[\s-]*fact\s+(?:for|of)\s+",
    re.IGNORECASE,
)
# "General Counsel of Acme, Inc." behind a person's name is no name of an organization.
TITLE_OF = re.compile(
    r"(?:,|\bas)\s*(?:(?:the|its|an?)\s+)?(?:\w+\s+){0,4}?(?:president|secretary|treasurer|counsel|officer|director"
    r"|manager|partner"
    r"|member|chairman|controller|ceo|cfo|coo|vp|svp|evp)\s+(?:of|for|at)\s",
    re.IGNORECASE,
)
ATTORNEYS = Pattern(r"\batt(?:or|om)n?eys[\s-]*in[\s-]*fact\b", re.IGNORECASE)
CAPACITY_ONLY = re.compile(
    r"(?:(?:his|her|its|their|as|the|authori[sz]ed|by)\s+)*"
    rf"(?:{_ATTORNEY_IN_FACT}|attorney|agent|power of attorney|p\.?o\.?a|a\.?i\.?f"
    r"|authori[sz]ed (?:signatory|person|representative))\W*",
    re.IGNORECASE,
)
KIND_OF_ENTITY = re.compile(
    r"(?:(?:the|said|such|each) )*(?:trust|estate|fund|company|partnership|corporation|foundation|general partner"
    r"|manager|managing member|sole member)s?",
    re.IGNORECASE,
)
OWN_ROLE = re.compile(
    r"^(?:as\s+)?(?:(?:his|her|its|their|the)\s+)?(?:duly (?:authori[sz]ed|appointed)\s+)?"
    rf"(?:(?:{_ATTORNEY_IN_FACT}|attorney|agent|general partner|managing member|manager|trustee)"
    r"[,:]?\s+"
    r"(?=[/A-Z]))",
    re.IGNORECASE,
)
NO_SIGNER = re.compile(
    r"n\.?/?a\.?|none|nil|null|not applicable|unsigned|duly|pursuant to|in accordance with|name"
    r"|[(\[]?(?:signature )?(?:is )?(?:illegible|unreadable|indecipherable)[)\]]?"
    r"|(?:conformed|electronic|facsimile|manual|digital|original|authori[sz]ed) signature"
    r"|(?:see|please see|refer to) (?:the )?(?:attached|exhibits?|signatures?|footnotes?|remarks|pages?|below|above"
    r"|ex-?\d+|power|joint filer)\b.*"
    r"|\W?illegible\W?|\W?signatures?\W?(?: (?:page|on file)\b.*)?",
    re.IGNORECASE,
)
PLAIN = str.maketrans("\u2018\u2019\u201c\u201d\u00a0\u2013\u2014", "''\"\" --")
# Ways of printing that are rewritten into one that is read, in this order.
REWRITTEN = tuple(
    (Pattern(pattern, re.IGNORECASE), plain)
    for pattern, plain in (
        (r"\s+", " "),
        (r"(?<=\w) \([2-9]\) (?=[A-Z][a-z]+ [A-Z])", "; "),
        (r"([^\w\s])\1{3,}|_{2,}|\.{2,}|\*+|\(\d{1,2}\)", r" "),
        (r"\bby\s+:\s*", "By: "),
        (r"(?<=\w\w)\s?/\s?(?=by\b)", ", "),
        (r",?\s*\(?(?:signed )?by (?:him|her)self\b\)?", ", personally"),
        (rf"^\s?(/s/ )?(?:{_HOW} )?(?:signed|executed) by\s*:?\s+(?=[/A-Z])", r"\1"),
        (r"^\s?(/s/ )?(?:(?:signature|signed|name)\s*:|signature of\b|per procuration\w*\b)\s*", r"\1"),
        (rf"^\s?p[./]?p\.?\s({_PERSON}), (?={_PERSON})", r"\1, by: "),
        (r"^\s?p[./]?p\.?\s(?=[/A-Z])", ""),
        (rf"^\s?\"(.*)\"\s?$|\"({_PERSON})\"", r"\1\2"),
        (r"^\s?(?:\(s\)|-s-)\s?(?=[A-Z])", "/s/ "),
        (r"\[(?!s\])([^\[\]]*)\]", r"(\1)"),
        # Roles in short: a trustee, a manager, a partner behind its name.
        (r"\bttees?\b\.?", "Trustee"),
        (r"\bmgrs?\b\.?(?=,| of| for|$)", "Manager"),
        (r"\b(l\.?l\.?c\.?|l\.?l?\.?p\.?|inc\.?|ltd\.?),? (?:as )?GP(?=[,;]? by\b)", r"\1, its general partner"),
        # An attorney in short, and on what he signs.
        (r"\b((?:under|by|per|via|with|an?|the|his|her|its|to) )(?:limited|general|special|durable) (?=POA\b)", r"\1"),
        (r"\b[LDG]POA\b|\bP of A\b|\bpowers?[ -]of[ -](?:atty\b\.?|attorney\b)", "power of attorney"),
        (r"\bp/a\b|\b(?<=by )p\.a\.|(?<=per )p\.a\.|\bA[/.-]I[/.-]F\b\.?", "POA"),
        (r"\batt'?y\b\.?(?=,?\s*$|[\s-]*in[\s-]*fact)|\batt'y\b\.?", "attorney"),
        (r",?\s*\b(?:w/\s?|with(?: an?)? |per )(?=(?:POA|P\.O\.A|powers? of attorney)\b)", ", by "),
        (r"\bco-(?=attorney)", ""),
        # For whom he signs.
        (
            rf"^(/s/ )?({_PERSON})(?:\s?/|,) ({_PERSON})(?=,? (?:as )?(?:his |her |its )?attorneys[ -]in)",
            r"\1\2 and \3",
        ),
        (rf",?\s*\b(?:signing|acting) (?={_FOR_X})", " "),
        (rf",?\s*\b(?:{_HOW} )?{_DONE}(?: {_HOW})? (?=(?:by|through)\b)", ", "),
        (rf"^(?!\s?/)({_PERSON}),? via (?={_PERSON})", r"\1, by: "),
        (r"^\s?(?:signed|executed|filed) (?=(?:on behalf of|for)\b)", ""),
        (r"\bby (?:the )?authority of (?=(?:an? |the )?powers? of att)", "under "),
        (rf"^(\s?/s/ {_PERSON}),? (?:duly )?authori[sz]ed by (?={_PERSON}\s?$)", r"\1 for "),
        (rf",?\s*\b(?:as|being|when) authori[sz]ed by (?={_PERSON})", " for "),
        (rf",?\s*\b(?:with|w/|under|on|by)\s?{_LEAVE} (?:of|from) (?={_PERSON})", " for "),
        (rf",?\s*\b(?:with|w/)\s?({_PERSON})'s? {_LEAVE}\b", r" for \1"),
        (rf",?\s*(?<!\w)(?:with|w/|by)\s?{_LEAVE}\b(?! (?:of|to|for|from)\b)", ", authorized person"),
        (r"\band by:?\s", "and "),
        (r",? jointly(?= as\b)", ""),
        (r"\bon b/o\b|\bin (?:the )?name (?:and (?:on behalf )?)?of\b|\bin (?:the )?stead of\b", "on behalf of"),
        (r"\bby and (?:on behalf of|for)\b", "on behalf of"),
        (r"\b(?:on behalf of|for),? and (?=as\b)", ""),
        (rf"(?<!trust)(?<!account),? f/b/o (?={_PERSON})", " for "),
        (rf"\bon ({_PERSON})'s? behalf\b", r"on behalf of \1"),
        (rf",? (?:as )?\b({_PERSON})'s? ({_IN_FACT})", r", \2 for \1"),
        (rf"\b(?:by and )?through (?:(?:his|her|its|their) (?:{_IN_FACT}|agent|attorney),? )?(?={_PERSON})", "by: "),
        (rf"^(?:\s?/s/ )?({_PERSON})(?: /| --?|,? per|,? c/o) ({_PERSON}),? (?={_IN_FACT})", r"\1, by: \2, "),
        (rf"^(?!\s?/)({_PERSON}),? (?:per|p\.?p\.?|per pro\w*\.?)\s(?={_PERSON}\s?$)", r"\1, by: "),
        (rf"^(\s?/s/ {_PERSON}),? (?:p\.?p\.?|per pro\w*\.?)\s(?={_PERSON}\s?$)", r"\1 for "),
        (
            rf"\b(?:substitute|delegate|alternate|deputy) (?:for|of|to) {_PERSON},? (?:as |the )?(?={_IN_FACT})",
            "substitute ",
        ),
        (rf"^((?:/s/ |by:? )*{_PERSON},? (?:as |the )?{_IN_FACT})(?: to|:| -)? (?={_PERSON}\s?$)", r"\1 for "),
        (rf"^\s?(?:for|on behalf of) ({_PERSON})(?:\s?:\s?(?=[/A-Z])|, (?={_PERSON}))", r"\1, by: "),
        (
            rf"^\s?(?:as )?(?:the )?{_IN_FACT} for ({_PERSON})(?:\s?[:,]|\s-)\s?(?=[/A-Z])(.+)$",
            r"\2, attorney-in-fact for \1",
        ),
        # For whom a guardian or an executor acts.
        (r",?\s*\b(?:under|pursuant to) (?:the )?(?:[\w.-]+ ){0,6}?(?:U[TG]MA|minors act)", ""),
        (r",? (?:an? )?minor(?: child)?(?=,|$| under)|,?\s*\bU[TG]MA\b(?:/[A-Z]{2}\b)?", ""),
        (
            r"\b(execut(?:or|rix)|administrator)s? (?:u/w/?o?|under (?:the )?(?:last )?will) (?:of )?(?=[A-Z])",
            r"\1 of ",
        ),
        (r"\b(custodian|guardian) f/b/o\b", r"\1 for"),
        (r"\btogether with\b|\bjointly with\b", "and"),
        (r"\s+Name\s*:\s*[^,:]*?(?=,?\s+Title\s*:|$)", ""),
        (r"[,;]?\s+Title\s*:\s*", ", "),
        (r"[,;]?\s+Its\s*:\s*", ", its "),
        (rf",?\s+by its {_ROLE}$", ""),
        (rf"(?<!/s)(?<!//)\s*[|/]\s*(?={_IN_FACT})", ", "),
        (rf"({_IN_FACT}|lawful attorney|designee) of (?={_FULL_NAME})", r"\1 for "),
        (rf"({_IN_FACT}),? (?:granted|given|executed|signed|issued) by\b", r"\1 for"),
        (rf"\bby {_IN_FACT}\s*(?::|(?:granted |given )?to\b)?\s+({_FULL_NAME})", r"by: \1, attorney-in-fact"),
        (rf"\({_IN_FACT}\s*:\s*([^()]+)\)", r"by: \1, attorney-in-fact"),
        (
            rf"\((?!by\b)({_FULL_NAME}|(?-i:(?!POA|AIF)[A-Z]{{2,4}})),? (?:as )?{_IN_FACT}\)",
            r"by: \1, attorney-in-fact",
        ),
        (r"\((?:signed )?by\b", "(by"),
        (rf"^\s?(?:as )?{_IN_FACT}\s*[:,-]\s*(?=[/A-Z])(.+)$", r"\1, attorney-in-fact"),
    )
)
FORM = re.compile(r"l\.?p|l\.?l\.?c|l\.?l\.?p|inc|ltd|corp|n\.?a|p\.?c|s\.?a|plc")
DATED = re.compile(
    r"[\s,(]{1,4}(?:dated|date:|as of|on)?\s*(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4}-\d{2}-\d{2}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d{1,2},? \d{4})\)?",
    re.IGNORECASE,
)
