"""What stands behind a name is no part of it, and still tells two of one name apart."""

from __future__ import annotations

import pytest
from infact.ingest.identity import organizations, persons
from infact.ingest.identity.organization_agreement import agree, at_odds
from infact.ingest.identity.organization_asides import without_aside

ASIDES = (
    ("Morland LLP, New York", "Morland LLP", None),
    ("Dane & Ivey L.L.P. of Boston, Massachusetts", "Dane & Ivey L.L.P.", None),
    ("Purcell LLP, Washington, D.C.", "Purcell LLP", None),
    ("Mariner Reinsurance Company, Ltd. (Bermuda)", "Mariner Reinsurance Company, Ltd.", "bermuda"),
    ("Lee Family Trust u/a/d 3/4/1991", "Lee Family Trust", "1991-03-04"),
    ("Lee Family Trust U/A DTD 03/04/91", "Lee Family Trust", "1991-03-04"),
    ("Lee Trust dated March 4, 1991, as amended", "Lee Trust", "1991-03-04"),
    ("The Lee Trust under agreement of trust dated March 4, 1991", "The Lee Trust", "1991-03-04"),
)
NAMES = (
    "Insurance Company of North America",
    "Bank of America Corporation",
    "Chisholm Trail Bank, National Association",
    "Hogan, Stone & Co., Inc.",
    "Lucas Abernethy 2004 Irrevocable Trust",
    "Trust under the Will of Jane Doe dated 3/4/1990 FBO John Doe",
)


@pytest.mark.parametrize(("printed", "name", "aside"), ASIDES, ids=str)
def test_a_place_or_a_deed_behind_a_name_is_taken_off(printed: str, name: str, aside: str | None) -> None:
    assert without_aside(printed) == (name, aside)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_keeps_what_belongs_to_it(name: str) -> None:
    assert without_aside(name) == (name, None)


def test_two_deeds_are_two_trusts_and_one_without_a_date_may_be_either() -> None:
    one, other, neither = (
        organizations.organization_name(f"Lee Family Trust{more}")
        for more in (" u/a/d 3/4/1991", " dated May 1, 2004", "")
    )
    assert agree(one, other).level is None
    assert at_odds(one, other)
    assert agree(one, neither).level is not None
    assert at_odds(one, neither) is None


def test_a_company_before_inc_may_be_left_out_with_it() -> None:
    one, other = (organizations.organization_name(name) for name in ("Bell Grain Co., Inc.", "Bell Grain Company"))
    assert at_odds(one, other) is None
    assert agree(one, other).level is not None


@pytest.mark.parametrize(
    ("printed", "given"),
    [("M. D. Smith", ("m", "d")), ("M.J. D'Amico", ("m", "j")), ("SMITH J. D.", ("j", "d")), ("Al Hu, M.D.", ("al",)),
     ("Ada Li M.D., Ph.D.", ("ada",))],
)  # fmt: skip
def test_degrees_stand_behind_a_name_and_initials_before_it(printed: str, given: tuple[str, ...]) -> None:
    assert persons.person_name(printed).readings[0].given == given
