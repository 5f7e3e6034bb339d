<SUBMISSION>
<ACCESSION-NUMBER>0009999405-04-000055
<TYPE>4
<PUBLIC-DOCUMENT-COUNT>2
<PERIOD>20040512
<FILING-DATE>20040514
<DATE-OF-FILING-DATE-CHANGE>20040514
<REPORTING-OWNER>
<OWNER-DATA>
<CONFORMED-NAME>Azikiwe Barnaby L
<CIK>0009940552
</OWNER-DATA>
<FILING-VALUES>
<FORM-TYPE>4
<ACT>34
<FILE-NUMBER>001-90551
<FILM-NUMBER>4808801
</FILING-VALUES>
<MAIL-ADDRESS>
<STREET1>18 SHUTTLE LANE
<CITY>LOWELL
<STATE>MA
<ZIP>01852
</MAIL-ADDRESS>
</REPORTING-OWNER>
<ISSUER>
<COMPANY-DATA>
<CONFORMED-NAME>Fenwick Loom Works Inc
<CIK>0009940551
<ASSIGNED-SIC>2200
<IRS-NUMBER>000000000
<STATE-OF-INCORPORATION>MA
<FISCAL-YEAR-END>1231
</COMPANY-DATA>
<BUSINESS-ADDRESS>
<STREET1>18 SHUTTLE LANE
<CITY>LOWELL
<STATE>MA
<ZIP>01852
<PHONE>2065550107
</BUSINESS-ADDRESS>
</ISSUER>
<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<FILENAME>primary_doc.xml
<TEXT>
<XML>
<?xml version="1.0"?>
<ownershipDocument>

    <schemaVersion>X0202</schemaVersion>
    <documentType>4</documentType>
    <periodOfReport>2004-05-12</periodOfReport>
    <notSubjectToSection16>0</notSubjectToSection16>
    <issuer>
        <issuerCik>0009940551</issuerCik>
        <issuerName>Fenwick Loom Works Inc</issuerName>
        <issuerTradingSymbol>FLWI</issuerTradingSymbol>
    </issuer>
    <reportingOwner>
        <reportingOwnerId>
            <rptOwnerCik>0009940552</rptOwnerCik>
            <rptOwnerName>Azikiwe Barnaby L</rptOwnerName>
        </reportingOwnerId>
        <reportingOwnerAddress>
            <rptOwnerStreet1>18 SHUTTLE LANE</rptOwnerStreet1>
            <rptOwnerStreet2></rptOwnerStreet2>
            <rptOwnerCity>LOWELL</rptOwnerCity>
            <rptOwnerState>MA</rptOwnerState>
            <rptOwnerZipCode>01852</rptOwnerZipCode>
        </reportingOwnerAddress>
        <reportingOwnerRelationship>
            <isDirector>0</isDirector>
            <isOfficer>1</isOfficer>
            <isTenPercentOwner>0</isTenPercentOwner>
            <isOther>0</isOther>
            <officerTitle>Chief Financial Officer</officerTitle>
        </reportingOwnerRelationship>
    </reportingOwner>
    <nonDerivativeTable>
        <nonDerivativeTransaction>
            <securityTitle><value>Common Stock</value></securityTitle>
            <transactionDate><value>2004-05-12</value></transactionDate>
            <transactionCoding><transactionFormType>4</transactionFormType><transactionCode>M</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
            <transactionAmounts><transactionShares><value>4000</value></transactionShares><transactionPricePerShare><value>11.20</value></transactionPricePerShare><transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode></transactionAmounts>
            <postTransactionAmounts><sharesOwnedFollowingTransaction><value>9310</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
            <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
        </nonDerivativeTransaction>
    </nonDerivativeTable>
    <ownerSignature>
        <signatureName>By: /s/ Eugenia Hartsock, Attorney-in-Fact For: Barnaby L. Azikiwe</signatureName>
        <signatureDate>2004-05-14</signatureDate>
    </ownerSignature>
</ownershipDocument>
</XML>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-24
<SEQUENCE>2
<FILENAME>azikiwe_poa.txt
<TEXT>
POWER OF ATTORNEY

Know all by these presents, that Barnaby Lionel Azikiwe constitutes Eugenia
Hartsock and Prosper Delahaye, severally, with full power of substitution, as
attorney-in-fact to:

1.  execute for him, in his capacity as an officer of Fenwick Loom Works, Inc.
(the "Company"), Forms 3, 4 and 5 in accordance with Section 16(a) of the
Securities Exchange Act of 1934;

2.  see to the execution and timely filing of any such Form with the United
States Securities and Exchange Commission; and

3.  take any other action of whatever type in connection with the foregoing
which may be of benefit to him, in the judgment of the attorney-in-fact.

The power continues until he is no longer required to file Forms 3, 4 and 5
with respect to the Company's securities, unless he revokes it earlier in a
signed writing.  He acknowledges that his responsibilities under Section 16 are
assumed neither by the attorneys-in-fact nor by the Company.

Signed this 2nd day of September, 2003.


/s/ Barnaby L. Azikiwe
_______________________
Signature

Barnaby L. Azikiwe
_______________________
Print Name
</TEXT>
</DOCUMENT>
</SUBMISSION>
