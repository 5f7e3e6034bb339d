<SEC-DOCUMENT>0009999405-22-000058.txt : 20220603
<SEC-HEADER>0009999405-22-000058.hdr.sgml : 20220603
<ACCEPTANCE-DATETIME>20220603163012
ACCESSION NUMBER:		0009999405-22-000058
CONFORMED SUBMISSION TYPE:	4
PUBLIC DOCUMENT COUNT:		2
CONFORMED PERIOD OF REPORT:	20220601
FILED AS OF DATE:		20220603
DATE AS OF CHANGE:		20220603

ISSUER:		

	COMPANY DATA:	
		COMPANY CONFORMED NAME:			Corncrake Semiconductor Materials Inc.
		CENTRAL INDEX KEY:			0009940581
		STANDARD INDUSTRIAL CLASSIFICATION:	SEMICONDUCTORS & RELATED DEVICES [3674]
		IRS NUMBER:				000000000
		STATE OF INCORPORATION:			DE
		FISCAL YEAR END:			1231

	BUSINESS ADDRESS:	
		STREET 1:		4400 WAFER PARKWAY
		CITY:			TEMPE
		STATE:			AZ
		ZIP:			85281
		BUSINESS PHONE:		2125550142

REPORTING-OWNER:	

	OWNER DATA:	
		COMPANY CONFORMED NAME:			Ivarsson Revocable Trust
		CENTRAL INDEX KEY:			0009940582

	FILING VALUES:
		FORM TYPE:		4
		SEC ACT:		1934 Act
		SEC FILE NUMBER:	001-90581
		FILM NUMBER:		22994001

	MAIL ADDRESS:	
		STREET 1:		4400 WAFER PARKWAY
		CITY:			TEMPE
		STATE:			AZ
		ZIP:			85281

REPORTING-OWNER:	

	OWNER DATA:	
		COMPANY CONFORMED NAME:			IVARSSON TORE K
		CENTRAL INDEX KEY:			0009940583

	FILING VALUES:
		FORM TYPE:		4
		SEC ACT:		1934 Act
		SEC FILE NUMBER:	001-90581
		FILM NUMBER:		22994002

	MAIL ADDRESS:	
		STREET 1:		4400 WAFER PARKWAY
		CITY:			TEMPE
		STATE:			AZ
		ZIP:			85281
</SEC-HEADER>
<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<FILENAME>wf-form4_165429.xml
<DESCRIPTION>FORM 4
<TEXT>
<XML>
<?xml version="1.0"?>
<ownershipDocument>

    <schemaVersion>X0306</schemaVersion>
    <documentType>4</documentType>
    <periodOfReport>2022-06-01</periodOfReport>
    <notSubjectToSection16>0</notSubjectToSection16>
    <issuer>
        <issuerCik>0009940581</issuerCik>
        <issuerName>Corncrake Semiconductor Materials Inc.</issuerName>
        <issuerTradingSymbol>CSMI</issuerTradingSymbol>
    </issuer>
    <reportingOwner>
        <reportingOwnerId>
            <rptOwnerCik>0009940582</rptOwnerCik>
            <rptOwnerName>Ivarsson Revocable Trust</rptOwnerName>
        </reportingOwnerId>
        <reportingOwnerAddress>
            <rptOwnerStreet1>4400 WAFER PARKWAY</rptOwnerStreet1>
            <rptOwnerStreet2></rptOwnerStreet2>
            <rptOwnerCity>TEMPE</rptOwnerCity>
            <rptOwnerState>AZ</rptOwnerState>
            <rptOwnerZipCode>85281</rptOwnerZipCode>
        </reportingOwnerAddress>
        <reportingOwnerRelationship>
            <isDirector>0</isDirector>
            <isOfficer>0</isOfficer>
            <isTenPercentOwner>1</isTenPercentOwner>
            <isOther>0</isOther>
        </reportingOwnerRelationship>
    </reportingOwner>
    <reportingOwner>
        <reportingOwnerId>
            <rptOwnerCik>0009940583</rptOwnerCik>
            <rptOwnerName>IVARSSON TORE K</rptOwnerName>
        </reportingOwnerId>
        <reportingOwnerAddress>
            <rptOwnerStreet1>4400 WAFER PARKWAY</rptOwnerStreet1>
            <rptOwnerStreet2></rptOwnerStreet2>
            <rptOwnerCity>TEMPE</rptOwnerCity>
            <rptOwnerState>AZ</rptOwnerState>
            <rptOwnerZipCode>85281</rptOwnerZipCode>
        </reportingOwnerAddress>
        <reportingOwnerRelationship>
            <isDirector>1</isDirector>
            <isOfficer>1</isOfficer>
            <isTenPercentOwner>1</isTenPercentOwner>
            <isOther>0</isOther>
            <officerTitle>Chairman Emeritus &amp; Fellow</officerTitle>
        </reportingOwnerRelationship>
    </reportingOwner>
    <nonDerivativeTable>
        <nonDerivativeTransaction>
            <securityTitle><value>Common Stock</value></securityTitle>
            <transactionDate><value>2022-06-01</value></transactionDate>
            <transactionCoding><transactionFormType>4</transactionFormType><transactionCode>S</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
            <transactionAmounts><transactionShares><value>10000</value></transactionShares><transactionPricePerShare><value>48.07</value></transactionPricePerShare><transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode></transactionAmounts>
            <postTransactionAmounts><sharesOwnedFollowingTransaction><value>2210300</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
            <ownershipNature><directOrIndirectOwnership><value>I</value></directOrIndirectOwnership></ownershipNature>
        </nonDerivativeTransaction>
    </nonDerivativeTable>
    <ownerSignature>
        <signatureName>The Ivarsson Revocable Trust, by: /s/ Bettina Sorrell, attorney-in-fact</signatureName>
        <signatureDate>2022-06-03</signatureDate>
    </ownerSignature>
    <ownerSignature>
        <signatureName>/s/ Tore K. Ivarsson</signatureName>
        <signatureDate>2022-06-03</signatureDate>
    </ownerSignature>
</ownershipDocument>
</XML>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-24
<SEQUENCE>2
<FILENAME>ex-24.txt
<TEXT>
EX-24
THE IVARSSON REVOCABLE TRUST
POWER OF ATTORNEY

Tore K. Ivarsson and Valborg Ivarsson Quill, Trustees of The Ivarsson Revocable
Trust (the "Trust"), on behalf of the Trust and not for themselves, appoint

        Bettina Sorrell,
        Hugo Mantovani-Wise, and
        Fairweather Trust Company, N.A., acting by its trust officers,

or any of the foregoing, as attorney-in-fact for the Trust to: (a) sign and
submit to the SEC Forms 3, 4, 5 and 144 in respect of the Trust's shares of
Corncrake Semiconductor Materials Inc. (the "Company"); (b) maintain the
Trust's EDGAR credentials; and (c) request and receive from Fairweather Trust
Company, N.A., as custodian, or from any broker, data on the Trust's
transactions, disclosure of which is hereby permitted.

All powers of attorney heretofore signed by the Trustees for the same purposes
are hereby terminated.  This power terminates June 30, 2024.  It is to be
construed under the laws of Arizona.

Dated as of July 8, 2021

THE IVARSSON REVOCABLE TRUST

/s/ Tore K. Ivarsson                   /s/ Valborg I. Quill
---------------------------            ---------------------------
Tore K. Ivarsson, Trustee              Valborg Ivarsson Quill, Trustee
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
