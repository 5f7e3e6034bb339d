"""The words of the conditions on which a term hangs: a duty to report that is over, an office that is left.

ending_words.py has the words in which a term is given at all; endings.py says how they go together.
"""

from __future__ import annotations

from .patterns import rx

REPORT = (
    r"(?:reports?|reporting|reportable|fil(?:e|es|ed|ing|ings)|section (?:13|16|sixteen)|sections 13|forms?"
    r"|statements?|disclosures?|requirements?|make any"
    r"|make such|16 (?:officer|insider|person|reports?)|such (?:act|reports?|filings?|forms?)|beneficial own\w+"
    r"|the (?:exchange )?act"
    r"|the sections?)"
)

BURDEN = (
    r"(?:required?|requires|obliged?|obligat\w+|bound|compelled|called (?:up)?on|calls? for|needs?|needed|must"
    r"|ha(?:s|ve|d) to|duty|duties|liable|demanded|demands?"
    r"|occasions?|subject|responsib\w+|owes?|due|callable|ought)"
)

NO_LONGER = r"(?:no longer|(?:not )?any (?:longer|more)|(?:not )?anymore)"

DUTY = rx(
    r"\b(?:my|his|her|their|undersigned's) (?:status|position) as an? (?:insider|reporting|section 16|ten)\b|"
    r"\b(?:my|his|her|their|undersigned's) (?:\w+ ){0,2}?(?:obligations?|dut(?:y|ies)) (?:\w+ ){0,2}?to (?:report"
    r"|file|make)\b|"
    r"\b(?:out of|outside|beyond) (?:the )?(?:scope|reach|ambit)\b[^.;]{0,20}\bsection 16\b|"
    r"\bnone (?:is|are) (?:\w+ )?(?:due|required|owed|needed)\b|\b(?:no|not any|none of the) (?:\w+ )?(?:reports?"
    r"|filings?|forms?|statements?)\b[^.;]{0,40}"
    r"\b(?:required|due|needed?|owed|called for|to (?:make|file|be (?:made|filed)))\b"
    r"|\b(?:anything|something) (?:\w+ )?to (?:report|file)\b|\breach of section 16\b|\breports?\b[^.;]{0,50}\bfall"
    r" (?:due|to be made)\b|\bperson (?:described|named|referred to) in section 16\b|"
    rf"\b{BURDEN}\b[^.;]{{0,90}}?\b{REPORT}\b|\b{REPORT}\b[^.;]{{0,60}}?\b{BURDEN}\b"
    r"|\bnothing (?:\w+ ){0,3}?to (?:be )?(?:report|file)\w*|\bno (?:more|further|longer|continuing|remaining"
    r"|such|other)"
    r" (?:\w+,? ){0,5}?(?:reports?|forms?|filings?|statements?|dut(?:y|ies)|obligations?|reporting|insider|files?)\b"
    r"|\b(?:last|final) (?:\w+ )?(?:forms?|reports?|statements?|filings?)\b|\bsection (?:16"
    r"|sixteen)(?:\([a-z]\))?[^.;]{0,70}\b(?:appl(?:y|ies)|reach\w*|cover\w*|"
    rf"concern\w*|bind\w*)\b|\b(?:{NO_LONGER}|ceas\w+|stop\w*)[^.;]{{0,60}}\b(?:section 16|insider|reporting person"
    r"|beneficial owner|ten[- ]percent|10%"
    r"|obligat\w+|required|obliged|subject|duty|bound)\b|\bha(?:s|ve) (?:any )?(?:section 16|reporting|sec)?"
    r" ?(?:filings?|reports?|forms?) (?:left )?to (?:make|file)"
    r"|\b(?:is|am|are|remains?) an? (?:\w+ ){0,2}?(?:insider|reporting (?:person|owner)|section 16 (?:officer"
    r"|person|filer)|(?:ten|10)[- ](?:percent|%) )"
    r"|\b(?:obligation|duty|requirement)s?\b[^.;]{0,60}\b(?:end|ends|ceas\w+|over|lapse\w*|terminat\w+|expir\w+"
    r"|discharged)\b|\bfall\w* below\b"
    r"|\b(?:free|released|discharged|exempt) (?:of|from)\b[^.;]{0,40}\b(?:section 16|dut|oblig|requirement|report"
    r"|fil)|\brelieved of\b|\bas\b[^.;]{0,20}\boccasions?\b"
)

POST = (
    r"(?:employ\w*|services?|serv(?:e|es|ing)|offices?|officers?|directors?|directorship|board|trustees?"
    r"|trusteeship|partners?|partnership|seat|sits?|positions?"
    r"|jobs?|posts?|tenure|counsel|managers?|management|firm|company|corporation|bank|members?|membership"
    r"|executives?|associat\w+|affiliat\w+|chair\w*"
    r"|payroll|staff|capacity|capacities|engage\w*|work\w*|role|rank|title|retained)"
)

LEAVING = (
    r"(?:ceas\w+|stop\w*|leav\w+|left|quit\w*|retir\w+|resign\w*|depart\w*|separat\w+|(?<!its\s)terminat\w+|dismiss\w*"
    rf"|discharg\w+|vaca(?:t\w+|nt|ncy)|{NO_LONGER}|end(?! (?:it|this)\b)|ends|ended|over"
    r"|expir\w+|gives? up|steps? down|removed|relinquish\w*|los(?:es|s of)|cessation)"
)

OFFICE = rx(
    rf"\b{LEAVING}\b[^.;]{{0,80}}?\b{POST}\b|\b{POST}\b[^.;]{{0,40}}?\b{LEAVING}\b|\b(?:my|his|her|their"
    rf"|\w+'s|own) (?:\w+ ){{0,2}}?"
    r"(?:retirement|resignation|departure|service|employment|tenure|term of office|directorship|removal|leaving)\b"
    r"|\b(?:retirement|resignation|departure) of\b(?= (?:the )?(?:undersigned|grantor|principal|attorney|agent"
    r"|insider))"
    r"|\b(?:i|he|she|undersigned|grantor|principal|insider|they|attorney|agent) (?:\w+ ){0,2}?(?:retires?"
    r"|resigns?|departs?|steps? down)\b"
    rf"|\b(?:my|his|her|their|own|undersigned's) (?:\w+ ){{0,2}}?{POST}\b[^.;]{{0,30}}?\b(?:does|do)\b|\b(?:my|his"
    rf"|her|their) (?:whole |entire |full )?"
    r"(?:term|time) (?:as|in|of)\b|\btied to (?:my|his|her|the|their) (?:office|service|employment|seat"
    r"|post|position)\b"
    r"|\b(?:with|on) (?:that|such|said) (?:employment|office|service|directorship|position)\b"
)

# "If I leave Acme, Inc.": the post is the company's name.
LEAVES = rx(r"\b(?:leaves?|leaving|left|quits?|departs? from) (?:the )?(?-i:[A-Z])")

# "An agent who leaves the Company's employ ceases to be one": the condition is the subject's own clause.
LEAVER = rx(
    rf"\b(?:whose {POST}\b[^.;]{{0,40}}?\b(?:ends|ceas\w+|terminat\w+|is over)\b[^.;]*?\b(?:ceas\w+|no (?:longer"
    rf"|more)|los"
    rf"(?:es|e)|ends)\b)|\b(?:who(?:ever)?|when one) (?:\w+ ){{0,2}}?{LEAVING}\b[^.;]{{0,60}}?\b{POST}\b[^.;]*?"
    r"\b(?:ceas\w+|los(?:es|e|t)|no longer|may not|drops? out|shall end|ends)\b"
)

IN_OFFICE = rx(
    rf"\b(?:is|am|are|be|remains?|serves?|holds?|continues?|stays?|sits?|works?|occup\w+"
    rf"|employed)\b[^.;]{{0,60}}?\b{POST}\b|\b(?:remains?|stays?) (?:so )?employed\b"
)
