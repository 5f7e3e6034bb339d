"""Words that powers of attorney print in lower case, by which names are told from prose in text that is all capitals.

Taken from the documents that were written for this project; words that are common surnames or given names are left out.
"""

from __future__ import annotations

LOWERCASE = frozenset(
    """
able about above above-named abroad absence absolute accept accepted accepting access accommodation accordance
according account accounts acknowledge acknowledged acknowledges acquired act acting action acts add addition address
addressed adds administrator administrators admitted adopted advice advisable advised adviser affair affairs affect
affected affiliate aforesaid after afternoon again against agent agents agree agreed agreement agreements agrees all
allowed allows alone already also alter although am amend amended amendment amendments among an and anniversary annual
another answer answerable answers any anyone anything appeared appears applies apply appoint appointed appointing
appointment appoints appropriate approve approves are arise arises arising arose as ask asked asking asks assemble
assets assigned assignment assist assistant associate associated assume assumed assumes assuming assumption at
attached attachment attorney attorney-in-fact attorneys attorneys-in-fact authority authorization authorize authorized
authorizes average awards away bad be bear bearing bears because become becomes been before behalf behind being
believe believes below beneficial beneficially benefit beside best between billed bind binds board bonds book books
boston both bound box boxes broker brokerage brokers business but buy by call called calls came cancel cancelled
cannot capacity care carries carry case cause caused cc cease ceased ceases ceasing cent certificate certificates
certifies chance change character charged chief child choose choosing chosen claim claims class close code codes come
comes comments commission commissions common communications company complete completed compliance comply complying
concern concerned concerning conditions conduct confer conferred confirm confirmation confirmations confirming
confirms conflict conflict-of-laws connection consent consider consideration considered considers constitute
constituted constitutes constituting construed contain contains continue continues controller convenient conversion
converted convertible conveys copies copy corporation corrections correctly corrects cost costs could counsel
counterparts court courts covered credentials custodial custodian damages data date dated dates daughter de deal
dealing dealings death decide deed deemed deems defending delay delegate delegates delegation delegations deliver
delivered delivering demand demands department deposit depositary deputization deputize der derivative described
designated designates designation desirable details did dies digits direct directive director directors disability
discharging disclaims disclose discretion disgorgement dismiss dispose dispute dissolved distribution disturb do
document documents does done down draw due duration duties duty each earlier earliest edgar effect effective either
elected election electronic electronically elects else employed employee employees employer employment empower
empowered enabling encrypted end ended ending ends engages enroll enter entirely entirety entities entitled entity
entrust entry equal equipment equity estate event every everything except exchange execute executed executes executing
execution executive exempt exercise exercising exhibit exhibits exist expedient expense expenses expire expires extend
extended extent facsimile fact facts failure falling falls false fault favor fee fees fiduciaries fifth file filed
filer filers files filing filings financial finds firm first five follow following follows footnote footnotes for
force foregoing former forms four free freely fresh from full fully funds furnish furnished further gave general
generally generating get gift gifts give given gives go goes good governed governs granted grantor grants gross group
guarantors guardian had hand hands harmless has have having hdr he health hear held help her here hereafter hereby
herein hereinafter hereof hereto heretofore hereunder hereunto herself him himself his hold holder holdings holds
hours household htm html id if ii iii image imposed in in-fact inability incapacity incidental included including
incorrect incurred indemnifies indemnify independent individual individually individuals information informed initial
inquire insider instance instead instrument intends intents interest interpreted into invest invested investment
irrevocably is issuable issue issued issuer it its itself iv joinder joint jointly judge judgment keep keeper kept
kind known knows la lapse large last lasts late lately later lawful lawfully laws lawyer lawyers lays lease leave
leaves leaving left legal legality legally letter level liabilities liability liable limit limited listed litigation
lives locked lodged longer look looking loss losses lost made maintain make makes making manage managerial managing
manner market matter matters me means member members membership men mentioned merely merger message met might mine
minute misstatement mistaken monitor months more mortgage must my myself name named names national nature necessary
need needed needs negligence neither new next no nominate nominated nominates nominating nominee none nor not notary
note nothing notice notices notwithstanding now number object objection obligation obligations oblige obliged obtain
occur of off office officer officers offices official omission on once one only onward open operating opined opinion
options or orally order ordinary organized original other others otherwise our out outside outstanding over own owned
owner ownership owns paid paper papers par paragraph paralegal parent part particular particulars partner partners
partnership parts party pass passed passphrase passphrases password passwords pays per percent perform permanent
permission permits permitted person personal personally persons photocopy place placed places plan plc please pledge
poa portfolio position possible post-effective powers practice pre-effective premises prepare prepared prescribes
presence present presents president previous previously principal principles print prior private profit profits
promised promises promulgated proof proper property proposed protection proves provide provided provides provision
proxy public purchase purpose purposes pursuant put puts qpoa question questionnaire questions railway ratified
ratifies ratify ratifying reach reached read real reason reasonable recall recalls receipt receive received recital
record records refer refers refunds regard regarded regarding registered registration regulations relate relating
release relieve rely remain remains remarks remove removing renew repay replace replaced replaces replacing report
reportable reported reporting reports represent representative request require required requirements requires
requisite reserves respect responsibilities responsibility responsible rest rests resubstitution result retain retains
retired return returns revocation revoke revoked revokes revoking right rights rule rules runs safe said sale sales
same save schedule schedules scheme seal second secrecy secretary section securities security see seek seems select
selects sell send senior sent separate separately serve service services serving set several severally sgml shall
share shareholder shares she should side sign signature signed signer signing signs similar single singly sits six so
sole solely someone sooner spends spouse ss staff stand stands state stated statement statements stays stead steps
still stock stockholder stocks stop stowepoa strength struck subject submit submits subscribe subscribed subsidiaries
subst substitute substitutes substitution successor successors such sufficient supersedes supervisory supplied
supports surrender sworn table take taken takes tasks taxes technical telephone tell telling tells ten term terminate
terminates terms testimony than that the their them themselves then there thereafter therefor thereof thereto
thereunder these they thing things think thinks third thirty this those though three through time timely title titutes
to today together tokens told touches trade traded trades trading transaction transactions transfer transmit
transposed treasurer treat treats true truly trust trustee trustees twelfth twenty-seventh two txt type under
undersigned understand understands understood undertake undertakes undertakings units unless until unto untrue up upon
use used useful user users valid value van verification version vest vice virtue vote wait waiting waives warrants was
way well were what whatever whatsoever when whenever where whereas whereof whether which whichever while who whoever
whom whose wilful wishes with withdraw withdrawn withdraws within without witness word wording words would writing
written wrong xml year yearly years you yours
""".split()
)
