"""Data-set zips for tests: three tables as text, written as they are given."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

SUBMISSION = """\
ACCESSION_NUMBER\tFILING_DATE\tPERIOD_OF_REPORT\tDOCUMENT_TYPE\tISSUERCIK\tISSUERNAME\tISSUERTRADINGSYMBOL\tREMARKS
0000000001-24-000002\t31-MAR-2024\t28-MAR-2024\t4\t7\tAcme Ferries Inc\tACM\t
0000000001-24-000001\t29-MAR-2024\t27-MAR-2024\t4/A\t0000000007\tAcme Ferries Inc\tACM\t
0000000001-24-000003\t02-JAN-2024\t01-JAN-2024\t3\t5\tBasalt Foods Corp\tACM\tsee note
"""
REPORTINGOWNER = """\
ACCESSION_NUMBER\tRPTOWNERCIK\tRPTOWNERNAME\tRPTOWNER_RELATIONSHIP\tRPTOWNER_TITLE\tRPTOWNER_STREET1
0000000001-24-000001\t8\tDOE JOHN A\tOfficer,Director\tTreasurer\t1 Main Street
0000000001-24-000002\t8\tDOE JOHN A\tDirector\t\t1 Main Street
0000000001-24-000003\t9\tHARBOR FUND LP\tTenPercentOwner\t\t2 Main Street
0000000001-24-000003\t10\tROE JANE\tOther\tFounder\t2 Main Street
"""
OWNER_SIGNATURE = """\
ACCESSION_NUMBER\tOWNERSIGNATURENAME\tOWNERSIGNATUREDATE
0000000001-24-000003\t/s/ Jane Roe\t02-JAN-2024
0000000001-24-000003\tHarbor Fund, L.P., By: /s/ Jane Roe, General Partner\t02-JAN-2024
0000000001-24-000002\t/s/ Ann Lee, attorney-in-fact\t31-MAR-2024
0000000001-24-000001\t/s/ Ann Lee, attorney-in-fact\t29-MAR-2024
"""
TABLES = {"SUBMISSION.tsv": SUBMISSION, "REPORTINGOWNER.tsv": REPORTINGOWNER, "OWNER_SIGNATURE.tsv": OWNER_SIGNATURE}


def data_set(path: Path, tables: Mapping[str, str | bytes | None] = {}) -> Path:
    """A zip of the three tables; those named differ from the usual ones, or are left out where they are None."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**TABLES, **tables}.items():
            if text is not None:
                archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return path
