"""The powers that an instrument may grant, each with the words that grant it.

A power is a row of `POWERS`: a pattern, and a pattern of what means something else in the same sentence, which is
blanked first.
"""

from __future__ import annotations

from .patterns import Pattern, rx

_THIRD_PARTY = (
    r"(?:(?:stock)?brok(?:ers?|erages?)|administrators?|transfer agents?|record ?keepers?|third part(?:y|ies)"
    r"|depositar(?:y|ies)|custodians?|(?-i:plans?)|plan sponsors?|dealers?|(?-i:banks?)|trustees? of|401\(k\)"
    r"|financial institutions?|financial advis[eo]rs?|employers?|registrars?|nominees?|such (?:person|party|firm)s?)"
)

_REPORTS = (
    r"(?:forms?|reports?|statements?|schedules?|same|them|those|it|filings?|declarations?|documents?|amendments?"
    r"|papers?|notices?|applications?|returns?)"
)

_PAPER = rf"(?:{_REPORTS}|commission|s\W?e\W?c\b|edgar\b(?! next)|exchanges?)"

_DO = (
    r"(?:take|taking|do|doing|perform|performing|done|act|see to|cause|undertak(?:e|ing)|carry(?:ing)? out|handle"
    r"|attend to|engage in|effect|make|execute)"
)

_ACT = r"(?:actions?|acts?|things?|steps?|matters?|measures?|tasks?|deeds?|whatever|anything)"

_KIND = r"(?:types?|kinds?|nature|sorts?|descriptions?|character|manner)"

_OWNERS = r"(?:my|his|her|its|their|our|the \w+'s)"

_OWN = r"(?:me|him|her|it|us|them|the \w+|my|his|their)"

# power: (what grants it, what in the same stretch means something else and is blanked first)
POWERS: tuple[tuple[str, Pattern, Pattern | None], ...] = (
    (
        "execute-forms",
        rx(
            r"\b(?:sign|signing|execute|executing|execution (?:of|and)|for the execution|subscrib(?:e|ing)"
            r"|signature (?:of|to|on)|signature(?=,? (?:and|or) (?:\w+ ){1,3}?of (?:\w+ ){0,3}?(?:forms?|reports?"
            r"|statements?"
            r"|filings?|section))|signs (?=(?:\w+ ){1,3}?(?:forms?|reports?|statements?|for me))|bearing (?:his|her"
            r"|their|such"
            r" \w+'s|the attorney'?s?) signature|signator(?:y|ies) (?:on|of|for|to)|affix(?:ing)?|make out|draw up"
            r"|(?:signed|executed|subscribed)"
            r" (?:and|by|for|on)|(?:have|get|be) (?:\w+ ){0,4}?(?:signed|executed)"
            r"|(?:have|get) (?:\w+,? ){0,8}?(?:forms?|reports?|statements?|same|them|it|[345])(?:,? \w+){0,3}? "
            r"(?:signed|executed)"
            rf"|(?:write|put|set|add|append|place)(?:ting|ing)? (?:\w+ )?{_OWNERS} (?:\w+ )?(?:name|signature)"
            rf"|(?:name|signature) (?:may|can|shall|to) be"
            r"|countersign|to be (?:executed|signed)|mak(?:e|ing)(?=[^.;]{0,40}\b(?:forms?|reports?|statements?"
            r"|declarations?)\b)|complet(?:e|ing)(?=[^.;]{0,30}\b(?:forms?|reports?)\b)(?=[^.]*\bsign))\b"
        ),
        rx(
            r"\bdocuments? (?:executed|signed) by\b|\b(?:date|time|day|place) of (?:\w+ )?(?:execution|signing)\b"
            r"|\b(?:due )?execution (?:hereof|of this)\b|\b(?:signed|executed|subscribed) by (?:the"
            r" )?(?:undersigned|me|us|principal|grantor)\b|\b(?:that|which|what|as|once|after|when) (?:i|he|she"
            r"|the undersigned)"
            r" (?:have |has |had |already )?(?:sign\w*|execute\w*)|\b(?:writing|notice|revocation"
            r"|instrument)\b[^.;]{0,30} (?:signed|executed)\b|\bsignature (?:of|to|on) (?:this|any one|one|either"
            r"|the undersigned)\b|\bthis (?:\w+ ){0,4}?(?:is|was|has been|to be) (?:\w+ )?(?:signed|executed)\b"
        ),
    ),
    (
        "file-forms",
        rx(
            rf"\b(?:to be filed|being filed|(?:post|put)(?:ting)? (?:\w+ ){{0,3}}?(?:forms?|reports?|them) on edgar"
            rf"|see (?:\w+ )?(?:on ?to|into) edgar|filed? with|filed (?:on time|in time|timely|promptly|within)"
            rf"|(?:timely|duly|promptly) filed|filed by (?:(?:\w+ ){{1,3}}?(?:with|in)|him|her|them"
            rf"|it|either"
            rf"|any|such|said)\b|(?:sends|submits|files|transmits) (?:\w+ ){{1,3}}?(?:to|with) the (?:sec|commission"
            rf"|securities)\b|filed electronic\w+"
            rf"|fil(?:e|ing)(?! (?:agents?|fees?|persons?|status|desk|codes?"
            rf"|systems?|web\w*|sites?|numbers?|identif\w+)\b))\b|\b(?:submit\w*|submission|lodg\w+|transmit\w*"
            rf"|transmission|deliver(?:ing|ed)?|(?<!take\s)delivery of|furnish(?:ing)?|send(?:ing)?|sent"
            rf"|forward(?:ing)?|present(?:ing)?"
            rf"|deposit(?:ing)?|dispatch(?:ing)?|tender(?:ing)?|upload(?:ing)?|e-?fil(?:e"
            rf"|ing))\b[^.;]{{0,80}}?\b{_PAPER}|\b(?:enter(?:ing)?|carry|get(?:ting)?|bring\w*) (?:\w+"
            rf" ){{0,4}}?{_REPORTS}\b(?! of)|\bcause\b[^.;]{{0,40}}\bto (?:be (?:filed|received|delivered|lodged)"
            rf"|reach)\b|\breach(?:es|ing)? the (?:sec|commission(?!'s)|securities)"
            rf"|\b{_REPORTS}[^.;]{{0,30}}\b(?:their|its) (?:delivery|transmission|submission|dispatch)\b|\bmak(?:e"
            rf"|ing) (?:\w+"
            rf" ){{0,3}}?filings?\b|\bon file with\b|\b(?:lodg|submit|transmitt?|send|fil)(?:e|ing)? what\b"
            rf"|\bhand(?:ing|ed)? (?:\w+ ){{0,4}}?in\b|\b(?:lodged|filed"
            rf"|submitted|transmitted|delivered) (?:electronically|by means|on edgar|through)"
        ),
        rx(
            r"\b(?:required|requires|obliged|obligated|obligations?|dut(?:y|ies)|bound|ha(?:s|ve|d)|must|needs?"
            r"|liable|owes?)"
            r"(?: (?:by|under) [\w()]+(?: \w+){0,3}?)?(?: to)? (?:\w+ )?(?:file|submit|lodge)\b"
            r"|\b(?:required|due|obliged|must|(?:which|that) (?:is|are|have|has))(?: to)? be (?:\w+ )?(?:filed"
            r"|submitted"
            r"|lodged)\b|\b(?:codes?|passwords?|pass ?phrases?|access|credentials?"
            r"|account)\b[^.;]{0,80}\bso that\b[^.;]*"
            r"|\b(?:deliver\w*|sent|send|submit\w*|furnish\w*|present\w*) (?:\w+ ){0,6}?(?:to|by|upon) (?:\w+"
            r" )?(?:attorneys?|agents?|company|general counsel|secretary|undersigned|me)\b|\bby these presents\b"
            r"|\bthe present\b|\bpresent (?:power|letter|instrument|deed)\b|\bform of (?:filing|submission)\b"
            r"|\bnotices?\b[^.;]{0,30} (?:sent|delivered|given) to\b"
            r"|\b(?:submi\w+|fil(?:e|ing)|lodg\w+|deliver\w*|prepar\w+)(?: \w+){0,4}? form [il1]d\b(?! ?,? (?:(?:and"
            r"|or)"
            r" )?(?:(?:any|the|on|sec|each) )*(?:forms?|schedules?|statements?|reports?|\d))|\belectronic "
            r"filing\b(?! of\b)|\b(?:ability|enabl\w+|permit\w*|able|allow(?:s|ing)?)\b[^.;]{0,60}?"
            r" (?:to )?(?:file|filings?)\b(?: electronic\w+)?"
        ),
    ),
    (
        "obtain-edgar-codes",
        rx(
            r"\bform [il1]d\b|\bforms (?:\w{1,3},? (?:and |or )?){0,8}(?-i:ID)\b"
            r"|\bedgar ?(?:\w+ ){0,3}?(?:codes?|access|passphrases?|passwords?|credentials?"
            r"|account|next|enrol\w*|registration|filer)|\bpassphrases?\b|\bccc\b|\bcik\b(?!\W{0,3}(?:is |nos?\W*"
            r"|numbers?\W*(?:is )?|#)?\W{0,2}\d)|\b(?:filer|access|confirmation|filing) codes?\b|\bcodes?,? "
            r"(?:numbers?,?"
            r" )?(?:and )?pass(?:words?|phrases?)|\bfiler (?:identification|id\b|number|credentials?)|\baccount"
            r" administrators?\b|\benrol\w* (?:me |the undersigned |him |her )?(?:in|on|with) edgar|\bcentral"
            r" index keys?\b(?! (?:no|number)\W? ?\d)|\b(?:obtain|appl(?:y|ication)|request|get|secur|renew|reset"
            r"|hold|maintain|creat|generat|procur|keep|manag|seek|receiv|ask)\w*\b[^.;]{0,60}?\b(?:codes?"
            r"|credentials?|passwords?|pass ?phrases?|log-?ins?)\b|\b(?:access|registration|register|enrol\w*"
            r"|account|sign(?:ed)? up)\b[^.;]{0,40}\b(?:edgar|electronic(?:ally)? fil\w+|(?:electronic|online)"
            r" (?:filing |disclosure )?system)\b|\bcodes?\b[^.;]{0,40}\belectronic (?:filing|deposit|submission)"
            r"|\belectronic filing (?:codes?|credentials?)"
        ),
        rx(
            r"\breturn the edgar codes|\b(?:undersigned|i) (?:already )?(?:has|have|holds?) (?:\w+ ){0,5}?(?:codes?"
            r"|pass\w+"
            r"|ccc|cik|credentials?|access)\b[^.;]*|are to be kept"
            r"|\b(?:using|under|with|by means of) (?:my|his|her|the"
            r" undersigned's|the|those|such) (?:\w+ ){0,2}codes[^.;]{0,60}|\b(?:i|the undersigned) (?:will|shall"
            r"|to) keep\b[^.;]*|\bcodes? (?:that|which) (?:i|she|he|it|they|the undersigned) (?:already"
            r" )?(?:holds?|has|have)\b[^.;]*"
        ),
    ),
    (
        "third-party-information",
        rx(
            rf"\b{_THIRD_PARTY}(?!\w)[^.;]{{0,80}}?\b(?:may|shall|is to|are to|can|will|should|must) (?:\w+"
            rf" ){{0,3}}?(?:provide|furnish|give|supply|release|disclose|send|report)\b[^.;]{{0,80}}?\bto (?:any|each"
            rf"|the|my|such|said|these|those|either|an)(?: of (?:the|my|these|said))?(?: \w+)? (?:{{atty}}|agent)s?\b|"
            r"\b(?:authori[sz]|direct|instruct|request|permit|allow|told)\w*\b[^.;]{0,60}?\bto (?:disclose|release"
            r"|furnish|provide|supply|give|report)\b[^.;]{0,60}?\bto (?:any|each|the|my|such|said|these|those"
            r"|either)(?: of (?:the|my|these|said))?(?: \w+)? (?:{atty}|agent)s?\b|"
            r"\b(?:is|are) (?:\w+ )?(?:authori[sz]ed|permitted|directed|instructed|free|allowed|requested|asked"
            r"|entitled) to"
            r" (?:disclose|release|furnish|provide|supply|give|tell|send|report) (?:to )?(?:her|him|them|either|it"
            r"|(?:the|my|such"
            r"|each|said)(?: \w+)? (?:{atty}|agent)\w*)\b[^.;]{0,60}\b(?:particulars|information|details?|data"
            r"|statements?"
            r"|confirmations?|records?|trades?)\b|"
            rf"\b(?:authori[sz]e|permit|allow|direct|instruct|ask|request"
            rf"|let)s? (?:\w+ ){{0,3}}?{_THIRD_PARTY}(?!\w)[^.;]{{0,40}}"
            r"\b(?:send|give|furnish|provide|supply|tell|release|disclose)\b|"
            rf"\bcontact (?:\w+ ){{0,3}}?{_THIRD_PARTY}(?!\w)|"
            rf"\b(?:liais\w+|communicat\w+|confer|speak|talk|correspond) with (?:\w+ ){{0,3}}?{_THIRD_PARTY}(?!\w)|"
            rf"\b(?:disclosure|release|furnishing|provision)\b[^.;]{{0,80}}\bby\b[^.;]{{0,40}}\b{_THIRD_PARTY}(?!\w)"
            rf"|(?<=\s)(?:provide|furnish|give|supply|release|disclose|send) (?:to )?(?:her|him"
            rf"|them|either|any"
            rf"|(?:the|my|such|each)(?: \w+)? (?:{{atty}}|agent)\w*)\b[^.;]{{0,60}}\b(?:my|his|her|the \w+'s) (?:\w+"
            rf" ){{0,2}}?(?:confirmations?|statements?|accounts?|trades?|holdings?|transactions?|records?)\b|"
            rf"\b(?:ask|request|requir|consult|inquir\w+ of|enquir\w+ of|inquiry of|call (?:up)?on|look into"
            rf"|find(?:ing)? out from|review"
            rf"|inspect|examin|be told by|(?:given|granted) access by|pick(?:ing)? up|take possession of|fetch)\w*\b "
            rf"(?:[\w',]+"
            rf" ){{0,6}}?\b{_THIRD_PARTY}(?!\w)|\b(?:seek|obtain|request|ask|receiv|requir|call(?:ing)? for"
            rf"|procur|get|demand|collect(?!iv)|pick(?:ing)? up|take possession|fetch|secur(?:e|ing)\b|inquir|enquir|be"
            rf" told|have access|gather|acquir|learn|information|data|details|particulars|records"
            rf"|confirmations)\w*\b[^.]{{0,180}}?\b(?:from|of|by|with|through"
            rf"|at)\b[^.]{{0,100}}?\b{_THIRD_PARTY}(?!\w)|\b{_THIRD_PARTY}(?!\w)[^.]{{0,160}}?\b(?:releas\w+"
            rf"|disclos\w+|furnish\w*|provid\w+|suppl(?:y|ies)|hand|give|tell|answer|discuss|talk|speak|shar(?:e"
            rf"|ing))\b[^.]{{0,80}}\b(?:information|records?|statements?|confirmations?|details?|particulars|data"
            rf"|it|them|what|account|about|{_OWN})\b|\b(?:tell|give|disclose|release|report)\b (?:\w+"
            rf" ){{0,6}}?(?:{_OWN}|either|any|each|you|both|said|such)\b[^.;]{{0,40}}\b(?:my|his|her|the|its)"
            rf" (?:\w+ )?(?:accounts?|trades|holdings?|balances?|movements?|positions?|dealings?)\b"
        ),
        rx(
            r"\b(?:may )?rely (?:up)?on\b[^.;]*|\bgive (?:\w+ )?(?:instructions?|orders?|directions?)\b[^.;]*"
            r"|\b(?:obliged|required|obligated|bound|duty"
            r"|obligations?) to report\b[^.;]*|\b(?:undersigned|i) (?:shall|will|may|agrees? to|undertakes? to)"
            r" (?:tell|report|inform|keep|notify|provide|furnish|give)\b[^.;]*|\bundertakes? to\b[^.;]*|\bin"
            r" addition to any\b|\bbroker'?s? (?:shares|stock)\b"
        ),
    ),
    (
        "any-other-action",
        rx(
            rf"\b{_DO}\b[^.;:]{{0,60}}?\b(?:other|further|additional)\b(?: \w+,?){{0,3}}? {_ACT}\b"
            rf"|\b{_DO}\b[^.;:]{{0,45}}?\b(?:(?:any|every)thing (?:else|further|more|other|what(?:so)?ever|that (?:he"
            rf"|she|they|it|such"
            rf"|the {{atty}})\b)|whatever (?:else|other|further|more)|what(?:so)?ever else|whatever (?:is|may be|she"
            rf"|he|they|it)\b|any act that i may lawfully)|\b{_ACT},? (?:\w+,? ){{0,2}}?of (?:any|every|each"
            rf"|what(?:so)?ever) (?:and every |other )?{_KIND}\b|\bwithout limit(?:ation)? as to (?:its|their)"
            rf" {_KIND}\b"
            rf"|\bgenerally,? to do (?:all|every|any)\b|\banything (?:else|further) (?:that|which)|\bto do (?:all"
            rf"|any|every) other\b|\b{_DO} (?:whatever|any|every|all) (?:\w+ )?{_ACT} (?:besides|beyond that"
            rf"|not (?:\w+ )?(?:here|above"
            rf"|specifically|expressly))\b|\b(?:all|everything|anything) else\b|(?<!\bor\s)\bin (?:all|any"
            rf"|every) other "
            rf"(?:respects?"
            rf"|manners?|ways?|matters?)\b|\bact in any other way\b|\b{_DO}\b[^.;:]{{0,30}}\b(?:all|any"
            rf"|every)\b[^.;:]{{0,30}}\b{_ACT}\b[^.;:]{{0,60}}\b(?:though not|(?:not|besides|beyond|in addition"
            rf" to)(?: \w+){{0,4}} (?:mentioned|named|listed|specified|foregoing))\b"
            rf"|^\W*(?:\w{{1,3}}\W{{1,3}})?(?:and )?(?:such|any) other and further (?:acts?|actions?|steps?|things?)\b"
            rf"|^\W*whatever else\b|\botherwise (?:to )?act for {_OWN}\b|\bmore generally,? (?:to do )?anything\b"
            rf"|^\W*(?:\w{{1,3}}\W{{1,3}})?any (?:and all )?other (?:actions?|acts?|steps?|things?)\b"
            rf"|^\W*(?:\w{{1,3}}\W{{1,3}})?(?:any and )?all (?:such )?other {_ACT} (?:\w+ (?:and|or) )?(?:incidental"
            rf"|ancillary|connected|relating|pertaining)\b"
        ),
        rx(
            r"\b(?:undersigned|i|principal|grantor) (?:will|shall|agrees? to|must|undertakes? to)\b[^.;]*|\b(?:not|no)"
            r" (?:obliged|required|bound|obligated|obligation|duty)(?: \w+){0,2}? to\b[^.;]*"
            r"|\bany other (?:person|party|agreement|power of|authority|exchange|form|report|document)\w*|\bin"
            r" addition to any other\b|\b(?:commission|exchange)[^.;]{0,20} and any other \w+|\b(?:may|has|have"
            r"|had) (?:\w+ )?(?:taken|done) or may take\b"
            r"|\b(?:other|further|additional) (?:\w+ )?(?:actions?|acts?|steps?|things?) (?:that (?:is|are) )?"
            r"(?:contemplated|prescribed|provided for|called for|required|permitted) (?:by|under|in)"
            r" (?:rules?|regulations?)\b|\bother acts? (?:that|which) the (?:completion|preparation|execution|signing"
            r"|filing)\b"
        ),
    ),
    (
        "trade-securities",
        rx(
            r"\b(?:enter into|adopt|modify|amend|establish|set up|terminate)\b[^.;]{0,40}\b(?:10b5-1|trading)(?: \w+)?"
            r" (?:plans?|arrangements?)\b|"
            r"\b(?:stocks?|bonds?|securities|shares)\b[^.;]{0,40}\bto (?:\w+,? (?:and |or )?){0,3}?(?:buy|sell)\b"
            r"|^\W*(?:\w{1,3}[.\u00b7)]\s*)?(?:stocks?|bonds?|shares?|securities)\b[^.;]{0,40}\btransactions\W*$"
            r"|^\W*(?:\w{1,3}[.\u00b7)]\s*)?(?:to )?(?:\w+,? (?:and |or )?){0,3}?(?:sell|buy|purchase"
            r"|trade)\b[^.;]{0,170}"
            r"\b(?:shares?|stocks?|securities)\b"
            r"|\b(?:give|place) (?:\w+ ){0,2}?orders? (?:to|with) (?:\w+ ){0,2}?brokers?\b"
            r"|\b(?:to|may|can|shall|will) (?:\w+,? (?:and |or )?){0,4}?(?:sell|buy|purchase|trade|dispose of"
            r"|acquire|transfer(?! agents?\b)|exercise)\b[^.;]{0,90}\b(?:shares?|stocks?|securities|bonds?|options?"
            r"|units"
            r"|holdings?)\b"
            r"|\b(?:to|may|can|shall) deal in (?:the |my |any |such |his |her )?(?:\w+ )?(?:securities|shares"
            r"|stocks?)\b"
            r"|\b(?:effect|execute|place|carry out|make|enter) (?:\w+ ){0,4}?(?:trades?|sales?|purchases?|gifts?"
            r"|transfers?|orders?)\b[^.;]{0,60}\b(?:shares?|stocks?|securities|options?|units|broker)\b"
        ),
        rx(
            r"\breport(?:s|ing)? (?:\w+ ){0,3}?(?:purchases?|sales?|trades?|transfers?|exercises?)\b[^.;]*"
            r"|\b(?:report|reports|notice|forms?|statements?) (?:of|about|on|concerning|reporting|relating to|in"
            r" respect of)\b[^.;]{0,60}\b(?:sell|buy|purchase|trade|dispose|acquire)[^.;]*|\bwhenever\b[^.;]*"
            r"|\b(?:undersigned|grantor|principal|i) (?:will|shall|agrees|undertakes|may)\b[^.;]*|\bwhat i"
            r" (?:bought|sold)[^.;]*"
        ),
    ),
    (
        "act-as-agent",
        rx(
            rf"\b(?:staff|commission|sec|you)\b[^.;]{{0,30}}\bmay (?:direct|address|send|put"
            rf"|refer)\b[^.;]{{0,60}}?\bto (?:him|her|them"
            rf"|either|any of them|the firm|(?:the|my|each)(?: \w+)? (?:{{atty}}|agent))|"
            rf"\bdesignated filer\b|\bagents?,? (?:for|in|of|to)\b[^.;]{{0,40}}\b(?:service|receipt|receiv\w+"
            rf"|correspond\w+|communicat\w+"
            rf"|notices?|process|group)\b|\b(?:receiv(?:e|ing)|accept(?:ing)?|give and receive|send and receive"
            rf"|be served)\b[^.;]{{0,70}}\b(?:notices?|communications?|process|comments?|correspondence|comment"
            rf" letters?|messages)\b|\bdeal(?:ing)? with the (?:staff|commission|sec)\b|\b(?:represent(?:ing)?"
            rf"|act(?:ing)?"
            rf" for|appear(?:ing)? for) {_OWN}(?: \w+)? (?:before|in dealings with)\b(?! (?:the |any )?(?:internal"
            rf"|irs\b|tax|courts?\b))|\b(?:notices?|letters?"
            rf"|calls|questions|queries"
            rf"|comments?|correspondence|inquiries|communications)\b[^.;]{{0,40}}\bfrom (?:the )?(?:\w+"
            rf" )?(?:staff|commission|sec)\b|\bservice of process\b|\b(?:communicat\w+|correspond(?:ing)?"
            rf"|confer\w*|speak\w*|discuss\w*)\b[^.;]{{0,50}}\bwith (?:the )?(?:\w+ )?(?:staff|commission|sec"
            rf"|securities and|you)\b"
            rf"|\b(?:notices?|letters?|comments?|communications?|correspondence) (?:\w+ ){{0,4}}?may be (?:sent|given"
            rf"|addressed"
            rf"|served|directed)\b|\b(?:talk|speak|write) (?:to|with) (?:the )?(?:\w+ )?(?:commission|sec|staff)\b"
            r"|\b(?:notices?|letters?|comments?|communications?|correspondence|questions"
            r"|inquiries)\b[^.;]{0,40}\b(?:may|shall"
            r"|should|can|are to|is to) (?:go|come|be \w+) to (?:him|her|them|it|(?:mr|ms|mrs|dr)\W|(?:the|my|such"
            r"|said|each"
            r"|either)[^.;]{0,20}\b(?:{atty}|agent))"
            r"|\bcontact (?:person|for)\b[^.;]{0,40}\b(?:commission|sec|staff)\b|\b(?:commission|sec"
            r"|staff)\b[^.;]{0,20}"
            r" (?:should|may|can|is to|are to) (?:contact|call|reach|turn to)\b"
            rf"|\brepresentative (?:with|before|at) the (?:commission|sec)\b|\btake up (?:\w+ ){{0,5}}?with the"
            rf" (?:commission|sec|staff)\b"
            rf"|\btake delivery of (?:\w+ ){{0,3}}?(?:notices?|letters?|comments?)\b"
            rf"|\b(?:respond|reply|answer)(?:ing)?(?: to)? (?:\w+ ){{0,4}}?(?:staff|commission"
            rf"|sec|comments?|inquir\w+)\b|\bdesignated filing person\b|\bact(?:ing)? as (?:the |my |its |their"
            rf" )?(?:filing agent|joint filer|agent for)"
        ),
        rx(
            r"\b(?:you|until|unless|when|after|once)\b[^.;]{0,40}\breceiv\w+\b[^.;]*"
            r"|\b(?:answer|respond)(?:s|ing|able)? to (?:the )?(?:\w+ )?(?:commission|sec|securities and exchange "
            r"commission)\b|\bnotices? of (?:\w+ ){0,3}?(?:revocation|termination|withdrawal|change)\b[^.;]*"
        ),
    ),
)
