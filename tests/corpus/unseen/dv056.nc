<SUBMISSION>
<ACCESSION-NUMBER>0009999405-20-000056
<TYPE>3
<PUBLIC-DOCUMENT-COUNT>3
<PERIOD>20201008
<FILING-DATE>20201009
<DATE-OF-FILING-DATE-CHANGE>20201009
<REPORTING-OWNER>
<OWNER-DATA>
<CONFORMED-NAME>Capstan Ventures II LP
<CIK>0009940562
</OWNER-DATA>
<FILING-VALUES>
<FORM-TYPE>3
<ACT>34
<FILE-NUMBER>001-90561
<FILM-NUMBER>201230401
</FILING-VALUES>
<MAIL-ADDRESS>
<STREET1>C/O CAPSTAN VENTURES
<STREET2>3 WINDLASS COURT
<CITY>MENLO PARK
<STATE>CA
<ZIP>94025
</MAIL-ADDRESS>
</REPORTING-OWNER>
<REPORTING-OWNER>
<OWNER-DATA>
<CONFORMED-NAME>Capstan Ventures II GP LLC
<CIK>0009940563
</OWNER-DATA>
<FILING-VALUES>
<FORM-TYPE>3
<ACT>34
<FILE-NUMBER>001-90561
<FILM-NUMBER>201230402
</FILING-VALUES>
<MAIL-ADDRESS>
<STREET1>C/O CAPSTAN VENTURES
<STREET2>3 WINDLASS COURT
<CITY>MENLO PARK
<STATE>CA
<ZIP>94025
</MAIL-ADDRESS>
</REPORTING-OWNER>
<REPORTING-OWNER>
<OWNER-DATA>
<CONFORMED-NAME>Joubert-Singh Eleonora
<CIK>0009940564
</OWNER-DATA>
<FILING-VALUES>
<FORM-TYPE>3
<ACT>34
<FILE-NUMBER>001-90561
<FILM-NUMBER>201230403
</FILING-VALUES>
<MAIL-ADDRESS>
<STREET1>C/O CAPSTAN VENTURES
<STREET2>3 WINDLASS COURT
<CITY>MENLO PARK
<STATE>CA
<ZIP>94025
</MAIL-ADDRESS>
</REPORTING-OWNER>
<ISSUER>
<COMPANY-DATA>
<CONFORMED-NAME>Halyard Antibody Corp
<CIK>0009940561
<ASSIGNED-SIC>2836
<IRS-NUMBER>000000000
<STATE-OF-INCORPORATION>DE
<FISCAL-YEAR-END>1231
</COMPANY-DATA>
<BUSINESS-ADDRESS>
<STREET1>77 ASSAY WAY
<CITY>EMERYVILLE
<STATE>CA
<ZIP>94608
<PHONE>2065550107
</BUSINESS-ADDRESS>
</ISSUER>
<DOCUMENT>
<TYPE>3
<SEQUENCE>1
<FILENAME>form3.xml
<TEXT>
<XML>
<?xml version="1.0"?>
<ownershipDocument>

    <schemaVersion>X0206</schemaVersion>
    <documentType>3</documentType>
    <periodOfReport>2020-10-08</periodOfReport>
    <noSecuritiesOwned>0</noSecuritiesOwned>
    <issuer>
        <issuerCik>0009940561</issuerCik>
        <issuerName>Halyard Antibody Corp</issuerName>
        <issuerTradingSymbol>HALY</issuerTradingSymbol>
    </issuer>
    <reportingOwner>
        <reportingOwnerId>
            <rptOwnerCik>0009940562</rptOwnerCik>
            <rptOwnerName>Capstan Ventures II LP</rptOwnerName>
        </reportingOwnerId>
        <reportingOwnerAddress>
            <rptOwnerStreet1>C/O CAPSTAN VENTURES</rptOwnerStreet1>
            <rptOwnerStreet2>3 WINDLASS COURT</rptOwnerStreet2>
            <rptOwnerCity>MENLO PARK</rptOwnerCity>
            <rptOwnerState>CA</rptOwnerState>
            <rptOwnerZipCode>94025</rptOwnerZipCode>
        </reportingOwnerAddress>
        <reportingOwnerRelationship>
            <isDirector>false</isDirector>
            <isOfficer>false</isOfficer>
            <isTenPercentOwner>true</isTenPercentOwner>
            <isOther>false</isOther>
        </reportingOwnerRelationship>
    </reportingOwner>
    <reportingOwner>
        <reportingOwnerId>
            <rptOwnerCik>0009940563</rptOwnerCik>
            <rptOwnerName>Capstan Ventures II GP LLC</rptOwnerName>
        </reportingOwnerId>
        <reportingOwnerAddress>
            <rptOwnerStreet1>C/O CAPSTAN VENTURES</rptOwnerStreet1>
            <rptOwnerStreet2>3 WINDLASS COURT</rptOwnerStreet2>
            <rptOwnerCity>MENLO PARK</rptOwnerCity>
            <rptOwnerState>CA</rptOwnerState>
            <rptOwnerZipCode>94025</rptOwnerZipCode>
        </reportingOwnerAddress>
        <reportingOwnerRelationship>
            <isDirector>false</isDirector>
            <isOfficer>false</isOfficer>
            <isTenPercentOwner>true</isTenPercentOwner>
            <isOther>false</isOther>
        </reportingOwnerRelationship>
    </reportingOwner>
    <reportingOwner>
        <reportingOwnerId>
            <rptOwnerCik>0009940564</rptOwnerCik>
            <rptOwnerName>Joubert-Singh Eleonora</rptOwnerName>
        </reportingOwnerId>
        <reportingOwnerAddress>
            <rptOwnerStreet1>C/O CAPSTAN VENTURES</rptOwnerStreet1>
            <rptOwnerStreet2>3 WINDLASS COURT</rptOwnerStreet2>
            <rptOwnerCity>MENLO PARK</rptOwnerCity>
            <rptOwnerState>CA</rptOwnerState>
            <rptOwnerZipCode>94025</rptOwnerZipCode>
        </reportingOwnerAddress>
        <reportingOwnerRelationship>
            <isDirector>true</isDirector>
            <isOfficer>false</isOfficer>
            <isTenPercentOwner>true</isTenPercentOwner>
            <isOther>false</isOther>
        </reportingOwnerRelationship>
    </reportingOwner>
    <nonDerivativeTable>
        <nonDerivativeHolding>
            <securityTitle><value>Common Stock</value></securityTitle>
            <postTransactionAmounts><sharesOwnedFollowingTransaction><value>3120455</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
            <ownershipNature><directOrIndirectOwnership><value>I</value></directOrIndirectOwnership></ownershipNature>
        </nonDerivativeHolding>
    </nonDerivativeTable>
    <footnotes>
        <footnote id="F1">Held of record by Capstan Ventures II LP.</footnote>
    </footnotes>
    <ownerSignature>
        <signatureName>CAPSTAN VENTURES II LP, By Capstan Ventures II GP LLC, its general partner, By: /s/ Malachy Prewitt, attorney-in-fact</signatureName>
        <signatureDate>2020-10-09</signatureDate>
    </ownerSignature>
    <ownerSignature>
        <signatureName>CAPSTAN VENTURES II GP LLC, By: /s/ Malachy Prewitt, attorney-in-fact</signatureName>
        <signatureDate>2020-10-09</signatureDate>
    </ownerSignature>
    <ownerSignature>
        <signatureName>/s/ Anja Ferrante, attorney-in-fact for Eleonora Joubert-Singh</signatureName>
        <signatureDate>2020-10-09</signatureDate>
    </ownerSignature>
</ownershipDocument>
</XML>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-24.1
<SEQUENCE>2
<FILENAME>ex24-1.htm
<TEXT>
<html><body>
<p align="center"><b>POWER OF ATTORNEY</b></p>
<p>Capstan Ventures II LP and Capstan Ventures II GP LLC (the &#8220;Capstan Filers&#8221;) each hereby designate <b>Malachy Prewitt</b>, Chief Financial Officer of Capstan Management Services LLC, as attorney-in-fact to prepare, sign and file, on its behalf and in every capacity, Forms&nbsp;3, 4 and&nbsp;5, Schedules&nbsp;13D and&nbsp;13G and Form&nbsp;144 with respect to the securities of any issuer, to apply for EDGAR filer codes, and generally to take any action that is ancillary to those tasks and that he thinks fit.</p>
<p>He may delegate to any employee of Capstan Management Services LLC. This Power of Attorney ends as to a Capstan Filer when Mr.&nbsp;Prewitt is no longer employed by Capstan Management Services LLC.</p>
<p>Executed: February&nbsp;6, 2019</p>
<table><tr><td>CAPSTAN VENTURES II LP<br>By: Capstan Ventures II GP LLC, general partner<br>By: <u>/s/ Eleonora Joubert-Singh</u><br>Name: Eleonora Joubert-Singh<br>Title: Managing Member</td></tr>
<tr><td>&nbsp;</td></tr>
<tr><td>CAPSTAN VENTURES II GP LLC<br>By: <u>/s/ Eleonora Joubert-Singh</u><br>Name: Eleonora Joubert-Singh<br>Title: Managing Member</td></tr></table>
</body></html>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-24.2
<SEQUENCE>3
<FILENAME>ex24-2.htm
<TEXT>
<html><body>
<p align="center"><b>SECTION 16 POWER OF ATTORNEY</b></p>
<p>I, Eleonora Joubert-Singh, appoint Anja Ferrante and Corwin Estepp-Vail of Halyard Antibody Corp. (&#8220;Halyard&#8221;), and Pilar Quesnel of Ridout Ng LLP, acting singly, my attorneys-in-fact to sign and file Forms&nbsp;3, 4 and&nbsp;5 concerning Halyard&#8217;s securities, and Form&nbsp;ID.</p>
<p>They have full power of substitution. This power lasts for as long as I must file those Forms with respect to Halyard, unless I revoke it first.</p>
<p>September&nbsp;30, 2020</p>
<p>/s/ Eleonora Joubert-Singh<br>Eleonora Joubert-Singh</p>
</body></html>
</TEXT>
</DOCUMENT>
</SUBMISSION>
