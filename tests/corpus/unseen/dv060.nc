<SEC-DOCUMENT>0009999405-25-000060.txt : 20250702
<SEC-HEADER>0009999405-25-000060.hdr.sgml : 20250702
<ACCEPTANCE-DATETIME>20250702190455
ACCESSION NUMBER:		0009999405-25-000060
CONFORMED SUBMISSION TYPE:	4
PUBLIC DOCUMENT COUNT:		2
CONFORMED PERIOD OF REPORT:	20250630
FILED AS OF DATE:		20250702
DATE AS OF CHANGE:		20250702

REPORTING-OWNER:	

	OWNER DATA:	
		COMPANY CONFORMED NAME:			Iyer-Castellane Mirabel
		CENTRAL INDEX KEY:			0009940602

	FILING VALUES:
		FORM TYPE:		4
		SEC ACT:		1934 Act
		SEC FILE NUMBER:	001-90601
		FILM NUMBER:		251099001

	MAIL ADDRESS:	
		STREET 1:		C/O ROOKWOOD QUANTUM, INC.
		STREET 2:		88 LATTICE DRIVE
		CITY:			BOULDER
		STATE:			CO
		ZIP:			80301

ISSUER:		

	COMPANY DATA:	
		COMPANY CONFORMED NAME:			Rookwood Quantum, Inc.
		CENTRAL INDEX KEY:			0009940601
		STANDARD INDUSTRIAL CLASSIFICATION:	ELECTRONIC COMPUTERS [3571]
		IRS NUMBER:				000000000
		STATE OF INCORPORATION:			DE
		FISCAL YEAR END:			1231

	BUSINESS ADDRESS:	
		STREET 1:		88 LATTICE DRIVE
		CITY:			BOULDER
		STATE:			CO
		ZIP:			80301
		BUSINESS PHONE:		2125550142
</SEC-HEADER>
<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<FILENAME>ownership.xml
<DESCRIPTION>FORM 4
<TEXT>
<XML>
<?xml version="1.0"?>
<ownershipDocument>

    <schemaVersion>X0508</schemaVersion>
    <documentType>4</documentType>
    <periodOfReport>2025-06-30</periodOfReport>
    <notSubjectToSection16>false</notSubjectToSection16>
    <aff10b5One>false</aff10b5One>
    <issuer>
        <issuerCik>0009940601</issuerCik>
        <issuerName>Rookwood Quantum, Inc.</issuerName>
        <issuerTradingSymbol>RKQM</issuerTradingSymbol>
    </issuer>
    <reportingOwner>
        <reportingOwnerId>
            <rptOwnerCik>0009940602</rptOwnerCik>
            <rptOwnerName>Iyer-Castellane Mirabel</rptOwnerName>
        </reportingOwnerId>
        <reportingOwnerAddress>
            <rptOwnerStreet1>C/O ROOKWOOD QUANTUM, INC.</rptOwnerStreet1>
            <rptOwnerStreet2>88 LATTICE DRIVE</rptOwnerStreet2>
            <rptOwnerCity>BOULDER</rptOwnerCity>
            <rptOwnerState>CO</rptOwnerState>
            <rptOwnerZipCode>80301</rptOwnerZipCode>
        </reportingOwnerAddress>
        <reportingOwnerRelationship>
            <isDirector>true</isDirector>
            <isOfficer>false</isOfficer>
            <isTenPercentOwner>false</isTenPercentOwner>
            <isOther>false</isOther>
        </reportingOwnerRelationship>
    </reportingOwner>
    <nonDerivativeTable>
        <nonDerivativeTransaction>
            <securityTitle><value>Common Stock</value></securityTitle>
            <transactionDate><value>2025-06-30</value></transactionDate>
            <transactionCoding><transactionFormType>4</transactionFormType><transactionCode>A</transactionCode><equitySwapInvolved>false</equitySwapInvolved></transactionCoding>
            <transactionAmounts><transactionShares><value>6120</value></transactionShares><transactionPricePerShare><value>0.00</value></transactionPricePerShare><transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode></transactionAmounts>
            <postTransactionAmounts><sharesOwnedFollowingTransaction><value>15540</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
            <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
        </nonDerivativeTransaction>
    </nonDerivativeTable>
    <ownerSignature>
        <signatureName>/s/ Gwyneth Paz, agent for Mirabel Iyer-Castellane</signatureName>
        <signatureDate>2025-07-02</signatureDate>
    </ownerSignature>
</ownershipDocument>
</XML>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-24
<SEQUENCE>2
<FILENAME>exhibit24.htm
<TEXT>
<html><head><title></title></head><body>
<div style="font-family:Arial;font-size:9pt">
<div style="text-align:center">EXHIBIT 24</div>
<div style="text-align:center"><b>POWER OF ATTORNEY &#8211; EDGAR AND SECTION 16</b></div>
<div>&nbsp;</div>
<div>1. I, <i>Mirabel Iyer-Castellane</i>, a director of Rookwood Quantum, Inc. (&#8220;Rookwood&#8221;), appoint each of the Chief Legal Officer of Rookwood, the Director of SEC Reporting of Rookwood, Gwyneth Paz and Alaric Zeman, any of whom may act alone, as my attorney-in-fact, with full power of substitution.</div>
<div>&nbsp;</div>
<div>2. Each attorney-in-fact may (a)&nbsp;act as account administrator of my EDGAR account, submit Form&nbsp;ID, and delegate filing authority over that account to Rookwood; (b)&nbsp;sign and file Forms&nbsp;3, 4 and&nbsp;5 and Form&nbsp;144 relating to Rookwood; and (c)&nbsp;do any other thing of any kind that the attorney-in-fact believes will assist me in regard to (a) and (b).</div>
<div>&nbsp;</div>
<div>3. No attorney-in-fact assumes any responsibility of mine under Section&nbsp;16 of the Securities Exchange Act of 1934.</div>
<div>&nbsp;</div>
<div>4. This Power of Attorney shall stay in effect until I am no longer required to file Forms&nbsp;3, 4 and&nbsp;5 with respect to Rookwood, unless I revoke it in writing.</div>
<div>&nbsp;</div>
<div>Date: 04/14/2025</div>
<div>/s/ Mirabel Iyer-Castellane</div>
<div>Mirabel S. Iyer-Castellane</div>
</div>
</body></html>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
