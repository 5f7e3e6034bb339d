"""Tables of words: what may stand in a name, in a title, in the name of an organization, and what ends them.

A new honorific, suffix, legal form or title is a new word here. Words are compared folded to lower case and without
their full stops.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    """Phrases that semicolons part, in their order."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(";"))


HONORIFICS = _words(
    "mr mrs ms miss mx dr prof professor hon honorable sir dame lord lady rev reverend fr father rabbi judge senator "
    "lic ing arq c.p cp dra sra srta dott avv maitre maître madame monsieur mme señor señora herr herrn frau "
    "rechtsanwalt rechtsanwältin rechtsanwaltin rechtsanwaeltin avocat avocate dipl.-ing mevrouw jhr drs "
    "sister brother rear "
    "ambassador governor gen general lt lieutenant col colonel capt captain maj major adm admiral cmdr commander sgt "
    "sergeant brig messrs ret retired"
)

# After a name, with or without a comma. Kept as printed.
NAME_SUFFIXES = _words(
    "jr sr ii iii iv v vi vii 2nd 3rd md m.d phd ph.d esq esquire cpa c.p.a dmd d.m.d dds d.d.s "
    "jd j.d sj s.j mba m.b.a "
    "pe p.e dvm d.v.m rn r.n llm ll.m qc q.c kc k.c cfa c.f.a pharmd pharm.d do d.o edd ed.d "
    "psyd dphil d.phil msc scd sc.d "
    "usn usaf usmc usa obe cbe mbe frcp o.p osb csj rsm osf dsc d.sc "
    "frcs facs facp faap frcpc mrcp fcca acca aca cma cfp cia cisa mpp mpa pmp rph cpl acis fcis fcibs fico cipp "
    "m.sc b.sc d.phil dba ed.d mph m.p.h lld ll.d rph c.a fca fcpa "
    "fsa asa acas fcas maaa faia fia cebs clu chfc cpcu kbe k.b.e dbe d.b.e gbe ch"
)

PARTICLES = _words(
    "de la las los del della di da das do dos du le van von der den ter ten zu zur af av el al "
    "bin ibn ben ap y e st saint o op 't"
)

# Lower-case beginnings of hyphenated surnames (al-Rashid, el-Amin).
HYPHEN_PARTICLES = ("al-", "el-", "bin-", "ibn-", "ben-", "ul-", "ur-", "d'", "de-", "van-")

# Legal forms that end the name of an organization.
STRONG_FORMS = _words(
    "inc incorporated corp corporation co company llc l.l.c llp l.l.p lp l.p lllp l.l.l.p ltd "
    "limited plc p.l.c nv n.v sa s.a "
    "ag gmbh bv b.v pc p.c pa p.a sc s.c pllc p.l.l.c n.a spa s.p.a se a/s asa ab oyj kgaa kg "
    "sarl s.a.r.l s.a.s pty pte "
    "bhd kk k.k lpa l.p.a apc a.p.c psc p.s.c chartered cie reit "
    "pllp p.l.l.p plp p.l.p ps p.s aarpi selarl sab s.a.b sas scs sca s.c.a cv c.v kaisha aktiebolag "
    "aktiengesellschaft aktieselskab publ oy ohg eg sdn srl s.r.l ltda ltda eood ood kft zrt doo d.o.o pjsc ojsc pbc "
    "partg mbb mbh tbk fsb f.s.b mhc berhad aps ehf jsc cjsc ltée ltee sicav spc icav"
) | frozenset({"s.a r.l", "s.à r.l"})
# Words that end the name of an organization when capitalised words stand before them.
WEAK_FORMS = _words(
    "trust fund funds bank bancorp bancshares bankshares bancorporation holdings group partners partnership associates "
    "association foundation ventures capital enterprises industries systems technologies technology laboratories "
    "pharmaceuticals therapeutics biosciences advisors advisers management investments international communications "
    "energy resources properties realty insurance software networks semiconductor semiconductors "
    "brothers sons society university institute college church union services solutions works mills airlines "
    "motors foods stores brands products materials sciences advocates avocats solicitors barristers abogados advogados "
    "attorneys lawyers rechtsanwälte rechtsanwalte rechtsanwaelte notaires investors "
    "advocaten advokater advokatfirma avvocati notarissen endowment unitrust grat crat crut qprt ilit"
)
LAW_FIRM_FORMS = _words(
    "llp l.l.p pc p.c pa p.a sc s.c pllc p.l.l.c lpa l.p.a apc a.p.c psc p.s.c chartered pllp p.l.l.p ps p.s aarpi "
    "selarl advocates avocats solicitors barristers abogados advogados attorneys lawyers "
    "rechtsanwälte rechtsanwalte rechtsanwaelte notaires advocaten advokater advokatfirma avvocati notarissen"
)
# What companies deal in, two at a time: "Tarn Gas and Electric Company".
TRADES = _words(
    "gas electric power light water oil coal iron steel wool savings loan trust title drug food foods tin copper gold "
    "silver zinc lead telephone telegraph data merchants farmers mechanics traders timber lumber land paper pulp "
    "rubber chemical glass cotton coke sugar tobacco grain barge rail railway navigation fire marine casualty life "
    "surety hotel tool machine supply manufacturing mining milling smelting refining storage transfer cold ice fuel"
)
ACCOUNTANTS = (
    "ernst",
    "kpmg",
    "deloitte",
    "pricewaterhouse",
    "grant thornton",
    "bdo",
    "mcgladrey",
    "arthur andersen",
    "coopers",
)

# Bodies that receive reports: organizations, but never a party, an issuer or a firm.
BODIES = _phrases(
    """
    securities and exchange commission; securities & exchange commission; new york stock exchange; american stock
    exchange; nasdaq stock market; nasdaq national market; nasdaq; stock exchange; nyse; amex; national association
    of securities dealers; board of governors; federal reserve; department of; internal revenue service; chicago
    stock exchange; financial industry regulatory; nasdaq global; london stock exchange; toronto stock exchange;
    euronext; euronext amsterdam; euronext paris;
    pacific exchange; pacific stock exchange; federal deposit insurance; office of the comptroller; office of
    thrift; state of; commonwealth of; county of; united states; u.s.; the sec
    """
)

TITLE_HEADS = _words(
    "president secretary counsel officer treasurer controller comptroller director manager "
    "administrator paralegal partner "
    "member chairman chairwoman chairperson chair associate clerk trustee accountant specialist "
    "analyst coordinator assistant "
    "attorney lawyer solicitor principal shareholder representative supervisor executive agent "
    "custodian designee ceo cfo coo "
    "clo gc vp svp evp avp cao cto cio evps consultant head registrar actuary auditor governor dean founder cofounder "
    "cashier "
    "co-founder co-trustee co-chairman employee officers counsels partners members associates"
)
TITLE_WORDS = TITLE_HEADS | _words(
    "vice senior executive assistant deputy associate chief corporate general group regional "
    "global principal managing acting "
    "interim legal financial operating accounting compliance administrative information "
    "technology human resources staff "
    "investor relations stock plan plans equity compensation benefits shareholder services securities "
    "sec reporting external internal "
    "finance tax treasury risk audit governance affairs operations business development strategy "
    "research marketing sales "
    "people medical scientific commercial regulatory policy planning engineering manufacturing "
    "supply chain digital data brewmaster "
    "first second national international division department office supervisory independent "
    "non-executive lead presiding "
    "outside inside in-house special executive-vice law public communications procurement "
    "quality safety security trust wealth "
    "investment portfolio fund credit lending retail commercial administration transmission "
    "production exploration merchandising "
    "total rewards underwriting claims actuarial real estate facilities product products "
    "customer program project payroll property equities"
)

# Capitalised words that never stand in a person's name.
NOT_NAMES = (
    TITLE_WORDS - _words("counsel law dean real special first second head chain lead principal trust")
    | STRONG_FORMS
    | _words(
        "take the this that these those and or of to in by for with from as at on an a any all each every "
        "whereas witness whereof "
        "hereof thereof i my me we our us his her its their your he she it they who whom whose "
        "whoever which know men presents "
        "form forms section sections securities exchange commission act rule rules schedule "
        "schedules edgar sec power powers attorney "
        "attorneys attorney-in-fact attorneys-in-fact appointment undersigned company corporation "
        "issuer registrant firm "
        "agreement exhibit date dated signature signed name title print printed address notary "
        "public state county city "
        "january february march april may june july august september october november december "
        "monday tuesday wednesday "
        "thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec united "
        "states america limited special "
        "durable revocation substitution confirming statement statements letter re ladies gentlemen "
        "dear sincerely truly yours "
        "very article paragraph annex appendix page number initial annual report reports reporting "
        "person persons insider insiders "
        "beneficial ownership equity common preferred class series shares share stock options nasdaq "
        "nyse new id ccc cik pin "
        "passphrase password email e-mail telephone fax in-fact agent agents grantor grantors "
        "principal principals subject "
        "effective execution term duration purposes grant recitals understandings note no yes none "
        "not if when where while until "
        "unless upon under such said same other another hereby herein be is are was were am been has "
        "have had do does did shall will "
        "may must can could would should next online access codes legal securities-law individual "
        "individuals entity entities "
        "employee employees only but also more than both either neither nor per via co-trustees "
        "trustees board directors officers "
        "committee resolved certificate resolution minutes meeting memorandum memo joint filing "
        "filings filer internal revenue code "
        "electronic signatures regulation federal register office department division incorporated "
        "seal ss sworn subscribed "
        "acknowledged before commission expires personally appeared known llc yours cc attn "
        "attention via copy witnesses witnessed "
        "insert please instructions see remarks paper instrument document authorization designation "
        "authority limited general full "
        "first: second: whose since so then there here thus therefore provided however "
        "notwithstanding furthermore further "
        "executive officer(s) compliance section(s) substitute substitutes successor successors one "
        "two three four five six seven "
        "deed translation unofficial true mandate mandates reinvestment dividend poder carta procuration "
        "grantee account role user organization employer position occupation capacity "
        "original draft sheet notarial proxy plan dated form "
        "authorized authorised signatory signatories designated designee appointed euronext "
        "group groups panel team "
        "eight nine ten street avenue road suite floor boulevard drive lane box p.o attorney's attorney-in-fact's"
    )
)

# Words of NOT_NAMES that are surnames behind a known given name ("Jennifer Page"), and given names before a name.
SURNAMES_TOO = _words(
    "power powers page street field fields church sales hill hills public law lane march may june bank price rule law "
    "box banks grant will winter rivers two three major judge marsh drive shares king brand"
)
GIVEN_TOO = _words("june april may grant will august page jan jun sunday lane")

STATES = {
    place.lower(): place
    for place in _phrases(
        """
    Alabama; Alaska; Arizona; Arkansas; California; Colorado; Connecticut; Delaware; Florida; Georgia; Hawaii;
    Idaho; Illinois; Indiana; Iowa; Kansas; Kentucky; Louisiana; Maine; Maryland; Massachusetts; Michigan;
    Minnesota; Mississippi; Missouri; Montana; Nebraska; Nevada; New Hampshire; New Jersey; New Mexico; New York;
    North Carolina; North Dakota; Ohio; Oklahoma; Oregon; Pennsylvania; Rhode Island; South Carolina; South Dakota;
    Tennessee; Texas; Utah; Vermont; Virginia; Washington; West Virginia; Wisconsin; Wyoming; District of Columbia;
    Puerto Rico; Ontario; Quebec; British Columbia; Alberta; Manitoba; Nova Scotia; New Brunswick; Prince Edward
    Island; Newfoundland; Saskatchewan; England; England
    and Wales; Scotland; Ireland; Canada; Switzerland; Germany; France; Italy; Spain; Netherlands; The Netherlands;
    Belgium; Luxembourg; Sweden; Norway; Denmark; Finland; Austria; Portugal; Greece; Israel; Japan; China; Hong
    Kong; Singapore; Taiwan; Korea; India; Australia; New Zealand; Brazil; Mexico; Chile; Argentina; Bermuda; Cayman
    Islands; Jersey; Guernsey; British Virgin Islands; Panama; Liberia; Marshall Islands; South Africa; United
    Kingdom; Bahamas; Curacao; Monaco; Liechtenstein; Cyprus; Malta; Isle of Man
    """
    )
}

# Cities of two words that look like a person's name when no state follows.
CITIES = frozenset(
    _phrases(
        """
    ann arbor; baton rouge; bay city; boca raton; buenos aires; colorado springs; des moines; el paso; fort
    lauderdale; fort wayne; fort worth; grand rapids; great neck; hong kong; kansas city; king of; lake forest; las
    vegas; little rock; long beach; long island; los angeles; menlo park; mexico city; mountain view; new delhi; new
    haven; new orleans; north chicago; oak brook; oklahoma city; palm beach; palo alto; redwood city; saint louis;
    saint paul; salt lake; san antonio; san diego; san francisco; san jose; santa clara; santa monica; sao paulo;
    shaker heights; st. louis; st. paul; st. petersburg; tel aviv; virginia beach; west palm; white plains; winston
    salem; wood dale
    """
    )
)
