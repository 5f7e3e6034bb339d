<SUBMISSION>
<ACCESSION-NUMBER>0009988301-22-000418
<TYPE>4
<PUBLIC-DOCUMENT-COUNT>2
<PERIOD>20220606
<FILING-DATE>20220608
<DATE-OF-FILING-DATE-CHANGE>20220608
<REPORTING-OWNER>
<OWNER-DATA>
<CONFORMED-NAME>Underhill-Mbeki Josephine
<CIK>0009981177
<ORGANIZATION-NAME>
</OWNER-DATA>
<FILING-VALUES>
<FORM-TYPE>4
<ACT>34
<FILE-NUMBER>001-98817
<FILM-NUMBER>22980011
</FILING-VALUES>
<MAIL-ADDRESS>
<STREET1>C/O HALCYON GRID STORAGE, INC.
<CITY>FORT COLLINS
<STATE>CO
<ZIP>80525
</MAIL-ADDRESS>
</REPORTING-OWNER>
<ISSUER>
<COMPANY-DATA>
<CONFORMED-NAME>Halcyon Grid Storage, Inc.
<CIK>0009970550
<ASSIGNED-SIC>3690
<IRS-NUMBER>000000000
<STATE-OF-INCORPORATION>DE
<FISCAL-YEAR-END>1231
</COMPANY-DATA>
<BUSINESS-ADDRESS>
<STREET1>4400 TIMBERLINE ROAD
<CITY>FORT COLLINS
<STATE>CO
<ZIP>80525
<PHONE>970-555-0188
</BUSINESS-ADDRESS>
</ISSUER>
<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<FILENAME>wf-form4_165472.xml
<DESCRIPTION>FORM 4
<TEXT>
<XML>
<?xml version="1.0"?>
<ownershipDocument>
    <schemaVersion>X0306</schemaVersion>
    <documentType>4</documentType>
    <periodOfReport>2022-06-06</periodOfReport>
    <notSubjectToSection16>0</notSubjectToSection16>
    <issuer>
        <issuerCik>0009970550</issuerCik>
        <issuerName>Halcyon Grid Storage, Inc.</issuerName>
        <issuerTradingSymbol>HGSX</issuerTradingSymbol>
    </issuer>
    <reportingOwner>
        <reportingOwnerId>
            <rptOwnerCik>0009981177</rptOwnerCik>
            <rptOwnerName>Underhill-Mbeki Josephine</rptOwnerName>
        </reportingOwnerId>
        <reportingOwnerAddress>
            <rptOwnerStreet1>C/O HALCYON GRID STORAGE, INC.</rptOwnerStreet1>
            <rptOwnerCity>FORT COLLINS</rptOwnerCity>
            <rptOwnerState>CO</rptOwnerState>
            <rptOwnerZipCode>80525</rptOwnerZipCode>
        </reportingOwnerAddress>
        <reportingOwnerRelationship>
            <isDirector>1</isDirector>
            <isOfficer>1</isOfficer>
            <isTenPercentOwner>0</isTenPercentOwner>
            <isOther>0</isOther>
            <officerTitle>President and COO</officerTitle>
        </reportingOwnerRelationship>
    </reportingOwner>
    <nonDerivativeTable>
        <nonDerivativeTransaction>
            <securityTitle><value>Common Stock</value></securityTitle>
            <transactionDate><value>2022-06-06</value></transactionDate>
            <transactionCoding>
                <transactionFormType>4</transactionFormType>
                <transactionCode>A</transactionCode>
                <equitySwapInvolved>0</equitySwapInvolved>
            </transactionCoding>
            <transactionAmounts>
                <transactionShares><value>41200</value><footnoteId id="F1"/></transactionShares>
                <transactionPricePerShare><value>0</value></transactionPricePerShare>
                <transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode>
            </transactionAmounts>
            <postTransactionAmounts>
                <sharesOwnedFollowingTransaction><value>97315</value></sharesOwnedFollowingTransaction>
            </postTransactionAmounts>
            <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
        </nonDerivativeTransaction>
    </nonDerivativeTable>
    <footnotes>
        <footnote id="F1">Restricted stock units that vest in three equal annual installments beginning June 6, 2023.</footnote>
    </footnotes>
    <remarks>Exhibit List: Exhibit 24 - Power of Attorney</remarks>
    <ownerSignature>
        <signatureName>/s/ Curtis Engstrom, as Attorney-in-Fact for Josephine Underhill-Mbeki</signatureName>
        <signatureDate>2022-06-08</signatureDate>
    </ownerSignature>
</ownershipDocument>
</XML>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-24
<SEQUENCE>2
<FILENAME>ex24-poaunderhill.txt
<DESCRIPTION>POA
<TEXT>
POWER OF ATTORNEY

Know all by these presents, that the undersigned hereby appoints Curtis Engstrom
and Pilar Wentworth-Diaz of Halcyon Grid Storage, Inc. (the "Company"), and Joseph
Tannenbaum of Blakely & Oxnard PC, or any of them acting alone, as the
undersigned's true and lawful attorney-in-fact to:

1.  execute on the undersigned's behalf, as an officer and director of the Company,
    Forms 3, 4 and 5 pursuant to Section 16(a) of the Securities Exchange Act of
    1934, and any amendment thereto;

2.  prepare, execute and submit a Form ID and do all that is needed to obtain,
    manage or replace the undersigned's EDGAR credentials;

3.  take the steps needed to finish and timely file each such form with the SEC and
    any stock exchange; and

4.  take any other action whatsoever in connection with the foregoing that the
    attorney-in-fact believes to benefit, or to be legally required of, the
    undersigned.

The undersigned ratifies whatever the attorneys-in-fact, or a substitute whom any
of them may name under the full power of substitution hereby granted, lawfully do
under this Power of Attorney. The undersigned remains responsible for compliance
with Section 16.

This Power of Attorney remains in effect until the undersigned is no longer
required to file Forms 3, 4 and 5 with respect to Company securities, unless
revoked sooner in a signed writing given to the attorneys-in-fact.

IN WITNESS WHEREOF, the undersigned has executed this Power of Attorney as of
May 31, 2022.

/s/ Josephine Underhill-Mbeki
Josephine Underhill-Mbeki
</TEXT>
</DOCUMENT>
</SUBMISSION>
