<SUBMISSION>
<ACCESSION-NUMBER>0009999405-11-000057
<TYPE>4
<PUBLIC-DOCUMENT-COUNT>3
<PERIOD>20111115
<FILING-DATE>20111117
<DATE-OF-FILING-DATE-CHANGE>20111117
<REPORTING-OWNER>
<OWNER-DATA>
<CONFORMED-NAME>Thorvaldsen Greta
<CIK>0009940572
</OWNER-DATA>
<FILING-VALUES>
<FORM-TYPE>4
<ACT>34
<FILE-NUMBER>001-90571
<FILM-NUMBER>111210001
</FILING-VALUES>
<MAIL-ADDRESS>
<STREET1>6 CREAMERY ROAD
<CITY>MADISON
<STATE>WI
<ZIP>53703
</MAIL-ADDRESS>
</REPORTING-OWNER>
<ISSUER>
<COMPANY-DATA>
<CONFORMED-NAME>BASILWOOD DAIRY COOPERATIVE HOLDINGS INC
<CIK>0009940571
<ASSIGNED-SIC>2020
<IRS-NUMBER>000000000
<STATE-OF-INCORPORATION>WI
<FISCAL-YEAR-END>1231
</COMPANY-DATA>
<BUSINESS-ADDRESS>
<STREET1>6 CREAMERY ROAD
<CITY>MADISON
<STATE>WI
<ZIP>53703
<PHONE>2065550107
</BUSINESS-ADDRESS>
</ISSUER>
<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<FILENAME>edgardoc.xml
<DESCRIPTION>FORM 4 SUBMISSION
<TEXT>
<XML>
<?xml version="1.0"?>
<ownershipDocument>

  <schemaVersion>X0304</schemaVersion>
  <documentType>4</documentType>
  <periodOfReport>2011-11-15</periodOfReport>
  <notSubjectToSection16>0</notSubjectToSection16>
  <issuer>
    <issuerCik>0009940571</issuerCik>
    <issuerName>BASILWOOD DAIRY COOPERATIVE HOLDINGS INC</issuerName>
    <issuerTradingSymbol>BDCH</issuerTradingSymbol>
  </issuer>
  <reportingOwner>
    <reportingOwnerId>
      <rptOwnerCik>0009940572</rptOwnerCik>
      <rptOwnerName>Thorvaldsen Greta</rptOwnerName>
    </reportingOwnerId>
    <reportingOwnerAddress>
      <rptOwnerStreet1>6 CREAMERY ROAD</rptOwnerStreet1>
      <rptOwnerStreet2></rptOwnerStreet2>
      <rptOwnerCity>MADISON</rptOwnerCity>
      <rptOwnerState>WI</rptOwnerState>
      <rptOwnerZipCode>53703</rptOwnerZipCode>
    </reportingOwnerAddress>
    <reportingOwnerRelationship>
      <isDirector>1</isDirector>
      <isOfficer>1</isOfficer>
      <isTenPercentOwner>0</isTenPercentOwner>
      <isOther>0</isOther>
      <officerTitle>President &amp; CEO</officerTitle>
    </reportingOwnerRelationship>
  </reportingOwner>
  <nonDerivativeTable>
    <nonDerivativeTransaction>
      <securityTitle><value>Class A Common</value></securityTitle>
      <transactionDate><value>2011-11-15</value></transactionDate>
      <transactionCoding><transactionFormType>4</transactionFormType><transactionCode>F</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
      <transactionAmounts><transactionShares><value>812</value></transactionShares><transactionPricePerShare><value>19.44</value></transactionPricePerShare><transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode></transactionAmounts>
      <postTransactionAmounts><sharesOwnedFollowingTransaction><value>41207</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
      <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
    </nonDerivativeTransaction>
  </nonDerivativeTable>
  <ownerSignature>
    <signatureName>Greta Thorvaldsen, by Lamont Achebe-Fry, her substitute attorney-in-fact</signatureName>
    <signatureDate>2011-11-17</signatureDate>
  </ownerSignature>
</ownershipDocument>
</XML>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-24
<SEQUENCE>2
<FILENAME>ex24a.txt
<DESCRIPTION>POWER OF ATTORNEY
<TEXT>
                         POWER OF ATTORNEY

Greta Thorvaldsen, President and Chief Executive Officer of Basilwood Dairy
Cooperative Holdings, Inc. ("Basilwood"), names Ulysses Paquin, Vice
President - Legal of Basilwood, as her attorney-in-fact:

   (1) to sign and file with the Securities and Exchange Commission her
       reports on Forms 3, 4 and 5 with respect to Basilwood shares;

   (2) to collect from her brokers and from the trustee of Basilwood's
       employee plans such information as those reports need, which they
       are authorized to give; and

   (3) to name a substitute.

The power expires December 31, 2013.

Signed May 2, 2008

/s/ Greta Thorvaldsen
Greta Thorvaldsen
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-24
<SEQUENCE>3
<FILENAME>ex24b.txt
<DESCRIPTION>SUBSTITUTION
<TEXT>
                      DESIGNATION OF SUBSTITUTE

The undersigned, Ulysses Paquin, holding the power of attorney of Greta
Thorvaldsen dated May 2, 2008, in which he is authorized to name a
substitute, names LAMONT ACHEBE-FRY, Assistant Secretary of Basilwood Dairy
Cooperative Holdings, Inc., to sign and file Forms 4 and 5 for Ms.
Thorvaldsen whenever the undersigned is absent from the office.

This designation ends with that power of attorney, on December 31, 2013, or
before then upon recall.

September 26, 2011

/s/ U. Paquin
Ulysses Paquin, Attorney-in-Fact for Greta Thorvaldsen
</TEXT>
</DOCUMENT>
</SUBMISSION>
