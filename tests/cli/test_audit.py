"""`infact audit`: verdicts with their reasons, filters, and an exit code that scripts can rely on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

ANN, BO = "Ann Lee", "Bo Park"


def filing(
    number: int, text: str | None, signer: str | None, capacity: str | None, day: str | None = "2015-06-30"
) -> dict[str, object]:
    return {
        "accession": f"0000000001-15-{number:06d}",
        "form": "4/A" if number == 2 else "4",
        "filed": day,
        "period": day,
        "issuer": {"cik": "0000000007", "name": "ACME FERRIES INC"},
        "owners": [{"cik": "0000000011", "name": "OAKES MARY T", "roles": ["director"], "title": None}],
        "signatures": [{"text": text, "signer": signer, "capacity": capacity, "for": [], "date": day,
                        "owner_cik": "0000000011", "match": "single", "confidence": 1.0}],
    }  # fmt: skip


def instrument(attorney: str, kind: str = "power-of-attorney", executed: str = "2014-03-01") -> dict[str, object]:
    ends = kind == "revocation"
    return {
        "kind": kind, "scope": "section16", "principals": [{"name": "Mary T. Oakes", "type": "person"}],
        "attorneys": [{"name": attorney, "type": "person", "affiliation": None}], "issuers": ["Acme Ferries, Inc."],
        "law_firms": [], "forms": ["3", "4", "5"], "powers": [] if ends else ["execute-forms"], "authority": None,
        "substitution": False, "executed": executed, "expires": None, "term": None, "revokes_prior": ends,
        "governing_law": None, "signatories": ["Mary T. Oakes"], "witnesses": [],
    }  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """A power to Ann, ended in 2016; forms that Ann signed before and after, one of Bo, the owner, nobody known."""
    folder = tmp_path_factory.mktemp("audit")
    lines = [
        {"document": "power.txt", "filing": None, "instruments": [instrument(ANN)]},
        {"document": "end.txt", "filing": None, "instruments": [instrument(ANN, "revocation", "2016-01-01")]},
        *(
            {"document": f"{number}.txt", "filing": filing(number, *said), "instruments": []}
            for number, said in enumerate(
                [
                    ("/s/ Ann Lee, attorney-in-fact", ANN, "attorney-in-fact"),
                    ("/s/ Bo Park, attorney-in-fact", BO, "attorney-in-fact"),
                    ("/s/ Mary T. Oakes", "Mary T. Oakes", "self"),
                    ("/s/ Ann Lee, by power of attorney", ANN, "attorney-in-fact", "2016-02-01"),
                    ("/s/ [illegible]", None, None),
                ],
                1,
            )
        ),
    ]
    source = folder / "records.jsonl"
    source.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    built = run("build", source, "--store", folder / "infact.db")
    assert built.exit_code == 0, built.stderr
    return folder / "infact.db"


def rows(run: Run, store: Path, *options: str) -> list[dict[str, object]]:
    done = run("audit", "--store", store, "-f", "json", *options)
    assert done.exit_code == 0, done.stderr
    found: list[dict[str, object]] = json.loads(done.stdout)["rows"]
    return found


def test_each_signature_gets_its_verdict(run: Run, store: Path) -> None:
    found = {str(row["accession"])[-1]: row for row in rows(run, store)}
    assert {number: row["verdict"] for number, row in found.items()} == {
        "1": "covered",
        "2": "not-named",
        "3": "self-signed",
        "4": "revoked",
        "5": "unclear",
    }
    assert found["1"]["owner_cik"] == "0000000011"
    assert str(found["1"]["power"]).endswith("/instrument/1")
    assert (found["1"]["document"], found["3"]["document"]) == ("power.txt", None)
    assert (found["1"]["form"], found["2"]["form"]) == ("4", "4/A")


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        (("--signer", ANN), "14"),
        (("--verdict", "revoked", "--verdict", "not-named"), "24"),
        (("--since", "2016-01-01"), "4"),
        (("--until", "2015-06-30", "--signer", ANN), "1"),
        (("--owner", "11", "--issuer", "Acme Ferries, Inc."), "12345"),
    ],
)
def test_rows_can_be_chosen(run: Run, store: Path, options: tuple[str, ...], numbers: str) -> None:
    assert sorted(str(row["accession"])[-1] for row in rows(run, store, *options)) == list(numbers)


def test_people_see_counts_first_and_what_they_stand_on(run: Run, store: Path) -> None:
    shown = run("audit", "--store", store).stdout
    assert shown.index("Verdicts") < shown.index("Issuers") < shown.index("Signatures")
    assert "a revocation of 2016-01-01 ended that" in shown
    assert "corpus: fingerprint" in shown
    assert "Signals about this corpus" in shown


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "markdown", "html"])
def test_every_form_says_how_much_the_corpus_could_tell(run: Run, store: Path, form: str) -> None:
    done = run("audit", "--store", store, "-f", form, "--verdict", "revoked")
    said = done.stdout + done.stderr
    assert (
        "of all 5 signatures in this corpus, 3 by somebody for the owner and 1 unclear; 3 of the former (100%)" in said
    )
    assert "Signals about this corpus, not findings about persons" in said
    assert "documents 7" in said or '"documents": 7' in said


def test_of_chosen_parties_or_days_it_says_how_much_it_could_tell_of_these(run: Run, store: Path) -> None:
    chosen = run("audit", "--store", store, "--signer", ANN, "--verdict", "revoked").stdout
    assert "coverage: of 2 signatures of the parties and days asked for, whatever their verdicts, 2 by" in chosen
    none = run("audit", "--store", store, "--since", "2020-01-01").stdout
    assert "coverage: of 0 signatures of the parties and days asked for" in none
    assert "verdicts:" not in none


def test_an_issuer_s_signatures_are_counted_without_a_judgement(run: Run, store: Path) -> None:
    shown = run("audit", "--store", store, "-f", "markdown").stdout
    assert "| issuer | signatures | own | covered | others |" in shown
    assert "| 5 | 1 | 1 | 3 |" in shown


def test_a_page_stands_alone(run: Run, store: Path, tmp_path: Path) -> None:
    page = tmp_path / "audit.html"
    assert run("audit", "--store", store, "-o", page).exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert text.index("Verdicts") < text.index("Issuers") < text.index("Signatures")
    assert "@media print" in text
    assert "<script" not in text
    assert "src=" not in text
    assert "a revocation of 2016-01-01 ended that" in text


def test_the_exit_code_is_one_where_a_verdict_is_found(run: Run, store: Path) -> None:
    assert run("audit", "--store", store, "--fail-on", "revoked").exit_code == 1
    assert run("audit", "--store", store, "--fail-on", "expired").exit_code == 0
    wrong = run("audit", "--store", store, "--fail-on", "forged")
    assert wrong.exit_code == 2
    assert "no-power-in-corpus" in wrong.stderr


def test_nothing_found_is_said_of_this_corpus(run: Run, store: Path) -> None:
    assert (
        "No such signature was found in this corpus" in run("audit", "--store", store, "--since", "2020-01-01").stdout
    )


def test_listed_persons_are_withheld(run: Run, store: Path, tmp_path: Path) -> None:
    names = tmp_path / "withheld.txt"
    names.write_text(f"salt: of this test\n{ANN}\n", encoding="utf-8")
    for form in ("table", "json", "jsonl", "csv", "markdown", "html"):
        done = run("audit", "--store", store, "--withhold", names, "-f", form)
        assert done.exit_code == 0, done.stderr
        assert "Lee" not in done.stdout
        assert "Bo Park" in done.stdout


def test_verdicts_can_be_asked_for_by_sparql(run: Run, store: Path, tmp_path: Path) -> None:
    query = tmp_path / "verdicts.rq"
    query.write_text(
        "PREFIX infact: <https://w3id.org/infact/ontology#>\nPREFIX v: <https://w3id.org/infact/scheme/verdict/>\n"
        "SELECT ?text { ?x infact:verdict v:revoked ; infact:auditedSignature/infact:signatureText ?text }"
    )
    done = run("sparql", query, "--store", store, "-f", "jsonl")
    assert [json.loads(line) for line in done.stdout.splitlines()] == [{"text": "/s/ Ann Lee, by power of attorney"}]


def test_a_use_of_a_power_is_linked_to_it(run: Run, store: Path, tmp_path: Path) -> None:
    query = tmp_path / "uses.rq"
    query.write_text(
        "PREFIX infact: <https://w3id.org/infact/ontology#>\nPREFIX prov: <http://www.w3.org/ns/prov#>\n"
        "SELECT ?text ?file { ?line infact:signedUnder ?power ; infact:signatureText ?text . "
        "?power prov:wasDerivedFrom/infact:fileName ?file }"
    )
    done = run("sparql", query, "--store", store, "-f", "jsonl")
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {"text": "/s/ Ann Lee, attorney-in-fact", "file": "power.txt"}
    ]
