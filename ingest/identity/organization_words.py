"""Words of organizations' names: legal forms, abbreviations, and what a name may leave out.

Legal forms are those that EDGAR and American firms use; `rigour` knows the rest. Abbreviations are EDGAR's own (its
conformed names are cut) and common ones.
"""

from __future__ import annotations

# A legal form, and how it is spelled.
_FORM_TABLE = """
lllp: limited liability limited partnership, lllp; llp: limited liability partnership, registered limited liability
partnership, llp; pllc: professional limited liability company, pllc; llc: limited liability company, limited liability
co, ltd liability co, llc, lc; lp: limited partnership, ltd partnership, lp; plc: public limited company, public
limited co, public ltd co, plc; pc: professional corporation, professional corp, pc, apc, psc; pa: professional
association, pa; na: national association, national assn, na; lpa: legal professional association, lpa; ltd: company
limited, co limited, co ltd, company ltd, pty ltd, pte ltd, pty limited, pte limited, private limited, limited, ltd,
pty, pte; inc: company inc, co inc, incorporated, inc; corp: corporation, corp, corpn; co: company, co, companies, cos;
chtd: chartered, chtd; nv: nv; bv: bv;
sa: societe anonyme, sociedad anonima, sa; se: se; ag: ag; ab: ab; as: as; asa: asa; oyj: oyj; spa: spa;
gmbh: gmbh; kg: kg; kgaa: kgaa; sarl: sarl; srl: srl; sas: sas; bhd: bhd; kk: kabushiki kaisha, kk;
fa: federal association, fa; fsb: fsb; jsc: jsc; ulc: ulc; sc: sc
"""
FORMS = {
    spelling.strip(): form.strip()
    for entry in _FORM_TABLE.replace("\n", " ").split(";")
    for form, _, spellings in (entry.partition(":"),)
    for spelling in spellings.split(",")
}
LAW_FORMS = frozenset({"llp", "lllp", "pc", "pa", "pllc", "lpa", "sc", "chtd"})
# Forms that one sort of body goes by, so that one printed for the other is loose talk rather than another body.
ALIKE = (
    frozenset({"inc", "corp", "co"}),
    frozenset({"co", "ltd"}),
    frozenset({"ltd", "plc"}),
    frozenset({"co", "llc"}),
)
# A word written out, and how it is abbreviated.
_LONG_TABLE = """
international: intl int'l internatl; national: natl nat'l; manufacturing: mfg; manufacturers: mfrs; brothers: bros;
group: grp; holding: hldg; holdings: hldgs holding; service: svc; services: svcs service; systems: sys systs syst
system; financial: fin finl finanl; pharmaceuticals: pharm pharma pharms pharmaceutical; laboratories: lab labs
laboratory; electric: elec; insurance: ins; management: mgmt mgt mgmnt; development: dev; properties: props pptys;
industries: inds ind industry; products: prods product; communications: comm comms communication; center: ctr
centre; university: univ; american: amer am; enterprises: ent enterprise; investment: invt inv; investments: invs
invts; partners: ptnrs prtnrs partner; trust: tr; realty: rlty; petroleum: petro pete; chemical: chem; chemicals:
chems; transportation: transn trans; capital: cap; resources: res resource; technologies: tech techs technology
technol; association: assn; associates: assocs associate; securities: sec; utilities: util utils utility;
government: govt; mountain: mtn; mount: mt; fort: ft; bancshares: bancshs bankshares; engineering: engr engrg eng;
equipment: equip; distribution: distr dist; semiconductor: semi semicon; entertainment: entmt; general: gen genl;
hospital: hosp; lighting: ltg; machinery: mach; materials: matls material; marketing: mktg; medical: med; memorial:
mem; metropolitan: metro; pacific: pac; public: pub; power: pwr; railway: ry; railroad: rr; solutions: solns soln
solution; steel: stl; telephone: tel; telecommunications: telecom telecomm; therapeutics: theraps therapeutic;
texas: tx; water: wtr; works: wks; building: bldg; builders: bldrs; broadcasting: brdcstg; community: cmnty commun;
consolidated: consol cons; corporations: corps; corp: crp; department: dept; east: e; environmental: envtl;
exploration: exp expl; foundation: fdn fndtn; federal: fed; future: ftr; global: glbl; health: hlth; healthcare:
hlthcare; home: hm; instruments: instr; institute: inst; north: no; south: so; standard: std; property: ppty prop;
saint: st; southwest: sw; northwest: nw; networks: network; advisors: advisor adviser advisers; savings: saving;
first: 1st; second: 2nd; third: 3rd; fourth: 4th; fifth: 5th; freight: frt; natural: nat; storage: stge;
light: lt; loan: ln; states: sts; bancorporation: bancorpn; cooperative: coop
"""
LONG = {
    short: long.strip()
    for entry in _LONG_TABLE.replace("\n", " ").split(";")
    for long, _, shorts in (entry.partition(":"),)
    for short in shorts.split()
}
LONG |= {
    word: str(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        start=1,
    )
}
_ROMAN = {
    numeral: str(number)
    for number, numeral in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(), start=1
    )
}
_NUMBERED = frozenset("fund funds partners trust ventures venture associates capital investors equity series".split())


def figure(word: str, before: str) -> str | None:
    """A Roman numeral in figures; a single letter is one behind words for what is numbered: "Fund V"."""
    return _ROMAN.get(word) if len(word) > 1 or before in _NUMBERED else None


# What a name may leave out at its end and still be understood in its own papers.
DESCRIPTIVE = frozenset(
    "holdings group international pharmaceuticals industries enterprises partners technologies systems services "
    "bancorp bancshares financial energy resources communications laboratories therapeutics insurance networks "
    "software semiconductor solutions brands foods stores products materials properties realty trust capital "
    "investments management associates worldwide global america corporation company bank utilities power electric "
    "gas oil petroleum manufacturing medical health healthcare sciences biosciences biotherapeutics motors airlines "
    "railroad railway steel paper chemical chemicals entertainment media publishing broadcasting telecommunications "
    "telephone instruments devices machines equipment tools transportation logistics shipping ferries lines mining "
    "minerals metals fund funds savings ventures advisors construction engineering builders homes restaurants "
    "hotels resorts gaming".split()
)

_STATE_TABLE = """
al alabama; ak alaska; az arizona; ar arkansas; ca california; co colorado; ct connecticut; de delaware; fl florida;
ga georgia; hi hawaii; id idaho; il illinois; in indiana; ia iowa; ks kansas; ky kentucky; la louisiana; me maine;
md maryland; ma massachusetts; mi michigan; mn minnesota; ms mississippi; mo missouri; mt montana; ne nebraska;
nv nevada; nh new hampshire; nj new jersey; nm new mexico; ny new york; nc north carolina; nd north dakota; oh ohio;
ok oklahoma; or oregon; pa pennsylvania; pr puerto rico; ri rhode island; sc south carolina; sd south dakota;
tn tennessee; tx texas; ut utah; vt vermont; va virginia; wa washington; wv west virginia; wi wisconsin; wy wyoming
"""
STATES = {
    name: letters
    for entry in _STATE_TABLE.replace("\n", " ").split(";")
    for letters, _, name in (entry.strip().partition(" "),)
}
