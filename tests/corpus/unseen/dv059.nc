<SEC-DOCUMENT>0009999405-08-000059.txt : 20080109
<SEC-HEADER>0009999405-08-000059.hdr.sgml : 20080109
<ACCEPTANCE-DATETIME>20080109163012
ACCESSION NUMBER:		0009999405-08-000059
CONFORMED SUBMISSION TYPE:	4/A
PUBLIC DOCUMENT COUNT:		2
CONFORMED PERIOD OF REPORT:	20071228
FILED AS OF DATE:		20080109
DATE AS OF CHANGE:		20080109

REPORTING-OWNER:	

	OWNER DATA:	
		COMPANY CONFORMED NAME:			Quackenbush Alethea R.
		CENTRAL INDEX KEY:			0009940592

	FILING VALUES:
		FORM TYPE:		4/A
		SEC ACT:		1934 Act
		SEC FILE NUMBER:	001-90591
		FILM NUMBER:		8519001

	MAIL ADDRESS:	
		STREET 1:		ONE BEACON SQUARE
		CITY:			DULUTH
		STATE:			MN
		ZIP:			55802

ISSUER:		

	COMPANY DATA:	
		COMPANY CONFORMED NAME:			NORTHERN LANTERN UTILITIES CORP
		CENTRAL INDEX KEY:			0009940591
		STANDARD INDUSTRIAL CLASSIFICATION:	ELECTRIC & OTHER SERVICES COMBINED [4931]
		IRS NUMBER:				000000000
		STATE OF INCORPORATION:			MN
		FISCAL YEAR END:			1231

	BUSINESS ADDRESS:	
		STREET 1:		ONE BEACON SQUARE
		CITY:			DULUTH
		STATE:			MN
		ZIP:			55802
		BUSINESS PHONE:		2125550142
</SEC-HEADER>
<DOCUMENT>
<TYPE>4/A
<SEQUENCE>1
<FILENAME>edgar.xml
<DESCRIPTION>PRIMARY DOCUMENT
<TEXT>
<XML>
<?xml version="1.0"?>
<ownershipDocument>

    <schemaVersion>X0202</schemaVersion>
    <documentType>4/A</documentType>
    <periodOfReport>2007-12-28</periodOfReport>
    <dateOfOriginalSubmission>2008-01-02</dateOfOriginalSubmission>
    <notSubjectToSection16>0</notSubjectToSection16>
    <issuer>
        <issuerCik>0009940591</issuerCik>
        <issuerName>NORTHERN LANTERN UTILITIES CORP</issuerName>
        <issuerTradingSymbol>NLU</issuerTradingSymbol>
    </issuer>
    <reportingOwner>
        <reportingOwnerId>
            <rptOwnerCik>0009940592</rptOwnerCik>
            <rptOwnerName>Quackenbush Alethea R.</rptOwnerName>
        </reportingOwnerId>
        <reportingOwnerAddress>
            <rptOwnerStreet1>ONE BEACON SQUARE</rptOwnerStreet1>
            <rptOwnerStreet2></rptOwnerStreet2>
            <rptOwnerCity>DULUTH</rptOwnerCity>
            <rptOwnerState>MN</rptOwnerState>
            <rptOwnerZipCode>55802</rptOwnerZipCode>
        </reportingOwnerAddress>
        <reportingOwnerRelationship>
            <isDirector>0</isDirector>
            <isOfficer>1</isOfficer>
            <isTenPercentOwner>0</isTenPercentOwner>
            <isOther>0</isOther>
            <officerTitle>Sr. VP, Gas Operations</officerTitle>
        </reportingOwnerRelationship>
    </reportingOwner>
    <nonDerivativeTable>
        <nonDerivativeTransaction>
            <securityTitle><value>Common Stock</value></securityTitle>
            <transactionDate><value>2007-12-28</value></transactionDate>
            <transactionCoding><transactionFormType>4</transactionFormType><transactionCode>A</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
            <transactionAmounts><transactionShares><value>1450</value></transactionShares><transactionPricePerShare><value>0</value></transactionPricePerShare><transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode></transactionAmounts>
            <postTransactionAmounts><sharesOwnedFollowingTransaction><value>12207</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
            <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
        </nonDerivativeTransaction>
    </nonDerivativeTable>
    <ownerSignature>
        <signatureName>Alethea R. Quackenbush by Fidel Amaro-Stone, Power of Attorney</signatureName>
        <signatureDate>2008-01-09</signatureDate>
    </ownerSignature>
</ownershipDocument>
</XML>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-24
<SEQUENCE>2
<FILENAME>quackenbush.txt
<TEXT>
CONFIRMING STATEMENT

This statement confirms that Alethea R. Quackenbush has authorized and
designated Fidel Amaro-Stone, Nadine Wojcik and Titus Oakley-Chen, each of
Northern Lantern Utilities Corp., to execute and file on her behalf all Forms
3, 4 and 5, and amendments, that she may be required to file with the
Securities and Exchange Commission on account of her ownership of or
transactions in securities of Northern Lantern Utilities Corp.  Any one of the
designees may act.  Their authority under this statement continues for as long
as she is an officer of Northern Lantern Utilities Corp., and may be taken
away by her in writing at any time.  It replaces the authority confirmed in
her statement dated June 15, 2004, which is revoked.

Date: October 1, 2007


/s/ Alethea R. Quackenbush
Alethea R. Quackenbush
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
