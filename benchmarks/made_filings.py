"""Write made-up but format-true filings, feeds and data-set zips of any size, and the verdicts that they have to get.

Usage: python benchmarks/made_filings.py FOLDER [--filings 1000] [--as submissions|feed|bulk] [--seed 1]
                                                [--year 2024] [--quarter 1]

`submissions` writes one `.txt` a filing, the earlier filings with their EX-24 among them. `feed` writes
`YYYYMMDD.nc.tar.gz` of one day, and `bulk` the zip of a quarter as the SEC's Insider Transactions Data Sets have it;
both write the powers beside it as record lines, `powers.jsonl`. All of that stands in FOLDER/filings, and beside that
folder `expected.jsonl`: accession, owner_cik (null where the line fits no owner), signature, verdict, situation. Equal
arguments give equal bytes.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from infact.ingest.records import Record, dumps
from made_forms import feed_member, submission
from made_world import Filing, World

_RELATIONS = {"director": "Director", "officer": "Officer", "ten-percent-owner": "TenPercentOwner", "other": "Other"}
# Columns of the SEC's tables; addresses are there too, and are for no one to read.
SUBMISSION = (
    "ACCESSION_NUMBER FILING_DATE PERIOD_OF_REPORT DATE_OF_ORIG_SUB NO_SECURITIES_OWNED NOT_SUBJECT_SEC16 "
    "FORM3_HOLDINGS_REPORTED FORM4_TRANS_REPORTED DOCUMENT_TYPE ISSUERCIK ISSUERNAME ISSUERTRADINGSYMBOL REMARKS"
).split()
OWNER = (
    "ACCESSION_NUMBER RPTOWNERCIK RPTOWNERNAME RPTOWNER_RELATIONSHIP RPTOWNER_TITLE RPTOWNER_TXT RPTOWNER_STREET1 "
    "RPTOWNER_STREET2 RPTOWNER_CITY RPTOWNER_STATE RPTOWNER_ZIPCODE RPTOWNER_STATE_DESC FILE_NUMBER"
).split()
SIGNATURE = ["ACCESSION_NUMBER", "OWNERSIGNATURENAME", "OWNERSIGNATUREDATE"]


def write_submissions(folder: Path, filings: Iterable[Filing]) -> None:
    """One `.txt` a filing."""
    for place, filing in enumerate(filings):
        (folder / f"{filing.accession}.txt").write_text(submission(filing, place), encoding="utf-8", newline="")


def write_feed(path: Path, filings: Iterable[Filing]) -> None:
    """A day's feed: one `.nc` a filing in a gzipped tar, without clocks."""
    with (
        path.open("wb") as raw,
        gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.USTAR_FORMAT) as archive,
    ):
        for place, filing in enumerate(filings):
            data = feed_member(filing, place).encode()
            member = tarfile.TarInfo(f"{filing.accession}.nc")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))


def sec_day(day: str) -> str:
    """An ISO day as the data sets write it: 31-MAR-2024."""
    return datetime.date.fromisoformat(day).strftime("%d-%b-%Y").upper()


def write_bulk(path: Path, filings: Callable[[], Iterable[Filing]], year: int) -> None:
    """A quarter's zip. Each table is written in a pass of its own, so that memory does not grow with the filings."""
    columns = [*SUBMISSION, *(["AFF10B5ONE"] if year >= 2023 else [])]

    def submissions(filing: Filing) -> Iterator[list[str | None]]:
        values = {
            "ACCESSION_NUMBER": filing.accession,
            "FILING_DATE": sec_day(filing.filed),
            "PERIOD_OF_REPORT": sec_day(filing.period),
            "NOT_SUBJECT_SEC16": "0",
            "DOCUMENT_TYPE": filing.form,
            "ISSUERCIK": filing.issuer.company.cik,
            "ISSUERNAME": filing.issuer.company.name,
            "ISSUERTRADINGSYMBOL": filing.issuer.ticker,
            "AFF10B5ONE": "0",
        }
        yield [values.get(column) for column in columns]

    def owners(filing: Filing) -> Iterator[list[str | None]]:
        for insider in filing.insiders:
            owner = insider.owner
            values = {
                "ACCESSION_NUMBER": filing.accession,
                "RPTOWNERCIK": owner.cik,
                "RPTOWNERNAME": owner.name,
                "RPTOWNER_RELATIONSHIP": ",".join(_RELATIONS[role] for role in owner.roles),
                "RPTOWNER_TITLE": owner.title,
                "RPTOWNER_STREET1": "1 MADE-UP PLAZA",
                "RPTOWNER_CITY": "NOWHERE",
                "RPTOWNER_STATE": "DE",
            }
            yield [values.get(column) for column in OWNER]

    def signatures(filing: Filing) -> Iterator[list[str | None]]:
        for signed in filing.signatures:
            yield [filing.accession, signed.text, sec_day(filing.filed)]

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, header, rows in (
            ("SUBMISSION.tsv", columns, submissions),
            ("REPORTINGOWNER.tsv", OWNER, owners),
            ("OWNER_SIGNATURE.tsv", SIGNATURE, signatures),
        ):
            member = zipfile.ZipInfo(name)
            member.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(member, "w", force_zip64=True) as file:
                text = io.TextIOWrapper(file, "utf-8", newline="")
                table = csv.writer(text, delimiter="\t", lineterminator="\n")
                table.writerow(header)
                for filing in filings():
                    table.writerows(rows(filing))
                text.flush()
                text.detach()


def write_powers(path: Path, filings: Iterable[Filing]) -> int:
    """The instruments as record lines, each under the accession of the filing that it came with."""
    lines = 0
    with path.open("w", encoding="utf-8") as out:
        for filing in filings:
            owner, paper = filing.insiders[0].owner, filing.papers[0]
            about = filing.issuer.company.cik if filing.issuer.printed in paper.issuers else None
            record = Record(
                f"{filing.accession}/poa.txt",
                instruments=filing.papers,
                filed=filing.filed,
                cik=owner.cik if paper.kind != "substitution" else None,
                issuer_cik=about,
            )
            out.write(dumps(record) + "\n")
            lines += 1
    return lines


def expected(filings: Iterable[Filing], out: IO[str]) -> int:
    """The verdicts, one line each; how many."""
    lines = 0
    for filing in filings:
        for signed in filing.signatures:
            for owner, verdict in signed.verdicts:
                line = {
                    "accession": filing.accession,
                    "owner_cik": None if owner is None else filing.insiders[owner].owner.cik,
                    "signature": signed.text,
                    "verdict": verdict,
                    "situation": filing.situation,
                }
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
                lines += 1
    return lines


def make(folder: Path, count: int, kind: str, seed: int = 1, year: int = 2024, quarter: int = 1) -> dict[str, int]:
    """Write everything into a folder; how many filings, powers and verdicts that were."""
    world, inputs = World(seed, year, quarter), folder / "filings"
    inputs.mkdir(parents=True, exist_ok=True)
    papers = 0
    with (folder / "expected.jsonl").open("w", encoding="utf-8") as out:
        verdicts = expected(world.filings(count), out)
        if kind == "submissions":
            write_submissions(inputs, world.filings(count))
            write_submissions(inputs, world.paper_filings(count))
            verdicts += expected(world.paper_filings(count), out)
            papers = sum(1 for _ in world.paper_filings(count))
        else:
            papers = write_powers(inputs / "powers.jsonl", world.paper_filings(count))
            if kind == "feed":
                write_feed(inputs / f"{world.begin:%Y%m%d}.nc.tar.gz", world.filings(count))
            else:
                write_bulk(inputs / f"{year}q{quarter}_form345.zip", lambda: world.filings(count), year)
    return {"filings": count, "powers": papers, "verdicts": verdicts}


def main() -> None:
    """Write what the arguments say and print how much that was."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--filings", type=int, default=1000)
    parser.add_argument("--as", dest="kind", choices=("submissions", "feed", "bulk"), default="submissions")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--year", type=int, default=2024)
    parser.add_argument("--quarter", type=int, choices=(1, 2, 3, 4), default=1)
    options = parser.parse_args()
    made = make(options.folder, options.filings, options.kind, options.seed, options.year, options.quarter)
    print(", ".join(f"{number:,} {what}" for what, number in made.items()))


if __name__ == "__main__":
    main()
