"""The formats of a made-up filing: instruments in words, ownership XML, full submission, member of a daily feed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from xml.sax.saxutils import escape

from infact.ingest.records import Instrument
from made_world import Filing

_FLAGS = (
    ("isDirector", "director"),
    ("isOfficer", "officer"),
    ("isTenPercentOwner", "ten-percent-owner"),
    ("isOther", "other"),
)
_FORM_TEXT = {"3": "Form 3", "4": "Form 4", "5": "Form 5", "144": "Form 144"}


def instrument_text(instrument: Instrument) -> str:
    """An instrument in words, so that a reader of Exhibit 24 finds in it what the record says."""
    principal = instrument.principals[0].name
    day = long_day(instrument.executed or "")
    issuer = instrument.issuers[0]
    names = " and ".join(a.name for a in instrument.attorneys)
    if instrument.kind == "revocation":
        body = (
            f"REVOCATION OF POWER OF ATTORNEY\n\nThe undersigned, {principal}, hereby revokes the power of attorney\n"
            f"previously granted to {names} with respect to Forms 3, 4 and 5\nconcerning securities of {issuer}.\n"
        )
    elif instrument.kind == "substitution":
        body = (
            "SUBSTITUTE POWER OF ATTORNEY\n\nUnder the powers of attorney in which I am named with power of "
            f"substitution, I, {principal},\nhereby appoint {names} as my substitute, to execute and file "
            f"Forms 3, 4 and 5\nwith respect to securities of {issuer}\n"
        )
    else:
        body = _power_text(instrument, principal, names, issuer)
    return f"{body}\nDated: {day}\n\n/s/ {principal}\n{principal}\n"


def _power_text(instrument: Instrument, principal: str, names: str, issuer: str) -> str:
    firm = instrument.attorneys[0].affiliation
    if instrument.attorneys[0].type == "office":
        whom = f"the {instrument.attorneys[0].name} of {issuer}"
    else:
        whom = f"{'each of ' if len(instrument.attorneys) > 1 and instrument.authority == 'several' else ''}{names}"
        whom += f", of {issuer}" if firm and firm == issuer else ""
    manner = {"several": ", signing singly", "joint": ", acting jointly and not severally"}.get(
        instrument.authority or "", ""
    )
    forms = [_FORM_TEXT[form] for form in instrument.forms]
    listed = f"{', '.join(forms[:-1])} and {forms[-1]}"
    text = (
        f"POWER OF ATTORNEY\n\nThe undersigned, {principal}, hereby appoints {whom}{manner}, as\nthe undersigned's "
        f"true and lawful attorney-in-fact, to:\n\n(1) execute for the undersigned {listed} concerning "
        f"securities of\n{issuer}; and\n\n"
        f"(2) file such forms with the Securities and Exchange Commission.\n\n"
    )
    if instrument.substitution:
        text += "The attorneys-in-fact have full power of substitution.\n\n"
    if instrument.revokes_prior:
        text += "All prior powers of attorney granted by the undersigned for such forms are hereby revoked.\n\n"
    if instrument.expires:
        return text + f"This Power of Attorney expires on {long_day(instrument.expires)}.\n"
    return text + (
        f"This Power of Attorney remains in effect until the undersigned is no longer required to file such\nforms "
        f"with respect to securities of {issuer}.\n"
    )


def long_day(day: str) -> str:
    """An ISO day in American words."""
    found = datetime.date.fromisoformat(day)
    return f"{found:%B} {found.day}, {found.year}"


def ownership_xml(filing: Filing, place: int) -> str:
    """The ownership document; its schema version and the way it writes flags vary with the filing's place."""
    yes, no = (("1", "0"), ("true", "false"), ("1", ""))[place % 3]
    version = ("X0508", "X0407", "X0306", "X0202", "X0101")[place % 5]
    zone = ("", "-05:00", "")[place % 3]
    parts = [
        '<?xml version="1.0"?>\n<ownershipDocument>\n\n    <schemaVersion>' + version + "</schemaVersion>\n",
        f"    <documentType>{filing.form}</documentType>\n    <periodOfReport>{filing.period}{zone}</periodOfReport>\n",
        f"    <issuer>\n        <issuerCik>{filing.issuer.company.cik}</issuerCik>\n",
        f"        <issuerName>{escape(filing.issuer.company.name)}</issuerName>\n",
        f"        <issuerTradingSymbol>{filing.issuer.ticker}</issuerTradingSymbol>\n    </issuer>\n",
    ]
    for insider in filing.insiders:
        owner = insider.owner
        flags = "".join(
            f"            <{tag}>{yes if role in owner.roles else no}</{tag}>\n"
            for tag, role in _FLAGS
            if role in owner.roles or no
        )
        title = f"            <officerTitle>{escape(owner.title)}</officerTitle>\n" if owner.title else ""
        parts.append(
            f"    <reportingOwner>\n        <reportingOwnerId>\n            <rptOwnerCik>{owner.cik}</rptOwnerCik>\n"
            f"            <rptOwnerName>{escape(owner.name)}</rptOwnerName>\n        </reportingOwnerId>\n"
            "        <reportingOwnerAddress>\n            <rptOwnerStreet1>1 MADE-UP PLAZA</rptOwnerStreet1>\n"
            "            <rptOwnerCity>NOWHERE</rptOwnerCity>\n            <rptOwnerState>DE</rptOwnerState>\n"
            "        </reportingOwnerAddress>\n        <reportingOwnerRelationship>\n"
            f"{flags}{title}        </reportingOwnerRelationship>\n    </reportingOwner>\n"
        )
    parts.append(
        "    <nonDerivativeTable>\n        <nonDerivativeTransaction>\n            <securityTitle>\n"
        "                <value>Common Stock</value>\n            </securityTitle>\n            <transactionDate>\n"
        f"                <value>{filing.period}</value>\n            </transactionDate>\n"
        "            <transactionCoding>\n                <transactionFormType>4</transactionFormType>\n"
        "                <transactionCode>S</transactionCode>\n"
        "            </transactionCoding>\n            <transactionAmounts>\n                <transactionShares>\n"
        f'                    <value>{100 + place % 900}</value>\n                    <footnoteId id="F1"/>\n'
        "                </transactionShares>\n            </transactionAmounts>\n        </nonDerivativeTransaction>\n"
        "    </nonDerivativeTable>\n    <footnotes>\n"
        '        <footnote id="F1">Held through a trust.</footnote>\n    </footnotes>\n'
    )
    parts += [
        f"    <ownerSignature>\n        <signatureName>{escape(signed.text)}</signatureName>\n"
        f"        <signatureDate>{filing.filed}{zone}</signatureDate>\n    </ownerSignature>\n"
        for signed in filing.signatures
    ]
    return "".join(parts) + "</ownershipDocument>\n"


def _documents(filing: Filing, place: int) -> Iterator[tuple[str, str, str]]:
    yield filing.form, "ownership.xml", f"<XML>\n{ownership_xml(filing, place)}</XML>\n"
    for number, instrument in enumerate(filing.papers, 1):
        yield "EX-24", f"poa{number}.txt", instrument_text(instrument)


def submission(filing: Filing, place: int) -> str:
    """A full submission with its header lines."""
    plain = filing.filed.replace("-", "")
    owners = "".join(
        f"REPORTING-OWNER:\n\n\tOWNER DATA:\n\t\tCOMPANY CONFORMED NAME:\t\t\t{i.owner.name}\n"
        f"\t\tCENTRAL INDEX KEY:\t\t\t{i.owner.cik}\n\t\tORGANIZATION NAME:\n\n"
        f"\tFILING VALUES:\n\t\tFORM TYPE:\t\t{filing.form}\n\n"
        for i in filing.insiders
    )
    head = (
        f"<SEC-DOCUMENT>{filing.accession}.txt : {plain}\n<SEC-HEADER>{filing.accession}.hdr.sgml : {plain}\n"
        f"<ACCEPTANCE-DATETIME>{plain}160000\nACCESSION NUMBER:\t\t{filing.accession}\n"
        f"CONFORMED SUBMISSION TYPE:\t{filing.form}\nPUBLIC DOCUMENT COUNT:\t\t{1 + len(filing.papers)}\n"
        f"CONFORMED PERIOD OF REPORT:\t{filing.period.replace('-', '')}\nFILED AS OF DATE:\t\t{plain}\n"
        f"DATE AS OF CHANGE:\t\t{plain}\n\n{owners}ISSUER:\n\n\tCOMPANY DATA:\n"
        f"\t\tCOMPANY CONFORMED NAME:\t\t\t{filing.issuer.company.name}\n"
        f"\t\tCENTRAL INDEX KEY:\t\t\t{filing.issuer.company.cik}\n</SEC-HEADER>\n"
    )
    body = "".join(
        f"<DOCUMENT>\n<TYPE>{kind}\n<SEQUENCE>{n}\n<FILENAME>{name}\n<TEXT>\n{text}</TEXT>\n</DOCUMENT>\n"
        for n, (kind, name, text) in enumerate(_documents(filing, place), 1)
    )
    return f"{head}{body}</SEC-DOCUMENT>\n"


def feed_member(filing: Filing, place: int) -> str:
    """A member of the daily feed, with its tag header; line ends are LF, CR LF or CR by the filing's place."""
    owners = "".join(
        f"<REPORTING-OWNER>\n<OWNER-DATA>\n<CONFORMED-NAME>{i.owner.name}\n<CIK>{i.owner.cik}\n</OWNER-DATA>\n<FILING-VALUES>\n"
        f"<FORM-TYPE>{filing.form}\n<ACT>34\n</FILING-VALUES>\n</REPORTING-OWNER>\n"
        for i in filing.insiders
    )
    plain = filing.filed.replace("-", "")
    body = "".join(
        f"<DOCUMENT>\n<TYPE>{kind}\n<SEQUENCE>{n}\n<FILENAME>{name}\n<DESCRIPTION>MADE UP\n"
        f"<TEXT>\n{text}</TEXT>\n</DOCUMENT>\n"
        for n, (kind, name, text) in enumerate(_documents(filing, place), 1)
    )
    text = (
        f"<SUBMISSION>\n<ACCESSION-NUMBER>{filing.accession}\n<TYPE>{filing.form}\n<PUBLIC-DOCUMENT-COUNT>1\n"
        f"<PERIOD>{filing.period.replace('-', '')}\n<FILING-DATE>{plain}\n<DATE-OF-FILING-DATE-CHANGE>{plain}\n{owners}"
        f"<ISSUER>\n<COMPANY-DATA>\n<CONFORMED-NAME>{filing.issuer.company.name}\n<CIK>{filing.issuer.company.cik}\n"
        f"</COMPANY-DATA>\n</ISSUER>\n{body}</SUBMISSION>\n"
    )
    return text.replace("\n", ("\n", "\r\n", "\r")[place % 3])
