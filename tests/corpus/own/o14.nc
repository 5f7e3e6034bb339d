<SUBMISSION>
<ACCESSION-NUMBER>0009999207-11-000412
<TYPE>4
<PUBLIC-DOCUMENT-COUNT>2
<PERIOD>20110816
<FILING-DATE>20110818
<DATE-OF-FILING-DATE-CHANGE>20110818
<REPORTING-OWNER>
<OWNER-DATA>
<CONFORMED-NAME>Kaplan-Whyte Orla T.
<CIK>0009920714
</OWNER-DATA>
<FILING-VALUES>
<FORM-TYPE>4
<ACT>34
<FILE-NUMBER>001-99214
<FILM-NUMBER>111043001
</FILING-VALUES>
<MAIL-ADDRESS>
<STREET1>C/O BLUE HERON DIALYSIS CORP
<STREET2>88 COMMERCE STREET
<CITY>MONTGOMERY
<STATE>AL
<ZIP>36104
</MAIL-ADDRESS>
</REPORTING-OWNER>
<ISSUER>
<COMPANY-DATA>
<CONFORMED-NAME>BLUE HERON DIALYSIS CORP
<CIK>0009920140
<ASSIGNED-SIC>8090
<IRS-NUMBER>000000000
<STATE-OF-INCORPORATION>DE
<FISCAL-YEAR-END>1231
</COMPANY-DATA>
<BUSINESS-ADDRESS>
<STREET1>88 COMMERCE STREET
<CITY>MONTGOMERY
<STATE>AL
<ZIP>36104
<PHONE>3345550199
</BUSINESS-ADDRESS>
</ISSUER>
<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<FILENAME>bhd4.xml
<DESCRIPTION>FORM 4
<TEXT>
<XML>
<?xml version="1.0"?>
<ownershipDocument>
    <schemaVersion>X0304</schemaVersion>
    <documentType>4</documentType>
    <periodOfReport>2011-08-16</periodOfReport>
    <notSubjectToSection16>0</notSubjectToSection16>
    <issuer>
        <issuerCik>0009920140</issuerCik>
        <issuerName>BLUE HERON DIALYSIS CORP</issuerName>
        <issuerTradingSymbol>BHDC</issuerTradingSymbol>
    </issuer>
    <reportingOwner>
        <reportingOwnerId>
            <rptOwnerCik>0009920714</rptOwnerCik>
            <rptOwnerName>Kaplan-Whyte Orla T.</rptOwnerName>
        </reportingOwnerId>
        <reportingOwnerRelationship>
            <isDirector>0</isDirector>
            <isOfficer>1</isOfficer>
            <isTenPercentOwner>0</isTenPercentOwner>
            <isOther>0</isOther>
            <officerTitle>EVP &amp; CFO</officerTitle>
        </reportingOwnerRelationship>
    </reportingOwner>
    <nonDerivativeTable>
        <nonDerivativeTransaction>
            <securityTitle><value>Common Stock</value></securityTitle>
            <transactionDate><value>2011-08-16</value></transactionDate>
            <transactionCoding>
                <transactionFormType>4</transactionFormType>
                <transactionCode>P</transactionCode>
                <equitySwapInvolved>0</equitySwapInvolved>
            </transactionCoding>
            <transactionAmounts>
                <transactionShares><value>2500</value></transactionShares>
                <transactionPricePerShare><value>14.07</value></transactionPricePerShare>
                <transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode>
            </transactionAmounts>
            <postTransactionAmounts>
                <sharesOwnedFollowingTransaction><value>61380</value></sharesOwnedFollowingTransaction>
            </postTransactionAmounts>
            <ownershipNature>
                <directOrIndirectOwnership><value>D</value></directOrIndirectOwnership>
            </ownershipNature>
        </nonDerivativeTransaction>
    </nonDerivativeTable>
    <footnotes></footnotes>
    <remarks>Exhibit 24 (power of attorney) is filed with this report.</remarks>
    <ownerSignature>
        <signatureName>/s/ Dmitri Anagnos, by power of attorney</signatureName>
        <signatureDate>2011-08-18</signatureDate>
    </ownerSignature>
</ownershipDocument>
</XML>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-24
<SEQUENCE>2
<FILENAME>okw-poa.txt
<DESCRIPTION>POWER OF ATTORNEY
<TEXT>
                         POWER OF ATTORNEY

Whereas Orla T. Kaplan-Whyte ("Officer") has become an executive officer of
Blue Heron Dialysis Corp. ("Blue Heron"), and whereas prompt reports have in
that capacity to be made by Officer under Section 16(a) of the Securities
Exchange Act of 1934;

Now, therefore, there are appointed by Officer, to be her attorneys-in-fact
and to act either individually or in any combination, the following employees
of Blue Heron: Dmitri Anagnos, Stephanie Quon-Baptiste and Hugo Lindahl.

Into their hands Officer gives the authority

   (i)   to request EDGAR access codes for her, and to renew them;

   (ii)  to prepare and sign in her name Forms 3, 4 and 5, together with
         amendments, on account of Blue Heron securities; and

   (iii) to file with the Securities and Exchange Commission every form so
         signed.

Delegation by any of them to another employee of Blue Heron is permitted.

This power replaces and revokes the one signed by Officer on February 2, 2009
while a vice president of Blue Heron.  Its own end comes when Officer's
employment by Blue Heron ends, or when she withdraws it by written notice.

Signed and dated August 15, 2011:

                                   /s/ Orla T. Kaplan-Whyte
                                   ----------------------------
                                   Orla T. Kaplan-Whyte
</TEXT>
</DOCUMENT>
</SUBMISSION>
