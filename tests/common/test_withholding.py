"""A listed person stands nowhere in what infact prints, under one stable pseudonym; everybody else is untouched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.common.withholding import Withholding, WithholdingError, by_surname

SALT = "salt: a grey heron at noon"
PSEUDONYM = re.compile(r"withheld-[0-9a-f]{10}")


def listed(*lines: str) -> Withholding:
    return Withholding.of([SALT, *lines])


@pytest.mark.parametrize(
    "printed",
    [
        "Mark Skaletsky",
        "MARK SKALETSKY",
        "Mark  A. Skaletsky",
        "Mark A Skaletsky",
        "Mark Allen Skaletsky",
        "mark\nskaletsky",
        "Mark\u00a0Skaletsky",
        "Mark A.B. Skaletsky",
        "Mark A .. Skaletsky",
        "Mark A.,Skaletsky",
        "Skaletsky Mark",
        "SKALETSKY MARK A",
        "Skaletsky, Mark",
        "Skaletsky, Mark Allen",
        "Márk Skaletský",
        "Ma\u0301rk Skaletsky",
        "M. A. Skaletsky",
        "M.A. Skaletsky",
        "M. Skaletsky",
        "SKALETSKY M A",
    ],
)
def test_every_variant_gets_the_same_pseudonym(printed: str) -> None:
    held = listed("Mark Allen Skaletsky, Jr.")
    text = held.apply(f"I, {printed}, hereby appoint Gregg Beloff.")
    assert text == f"I, {held.apply('Mark Skaletsky')}, hereby appoint Gregg Beloff."
    assert PSEUDONYM.search(text)


@pytest.mark.parametrize(
    "printed",
    [
        "Mark Skaletskyson",
        "Denmark Skaletsky",
        "Mark",
        "Skaletsky",
        "Mark and Skaletsky",
        "Mark B. Jones, Skaletsky",
        "N. Skaletsky",
        "Skaletsky, m person",
    ],
)
def test_other_names_stay(printed: str) -> None:
    assert listed("Mark A. Skaletsky").apply(printed) == printed


@pytest.mark.parametrize(
    "name", ["J. R. O'Neil-Smith", "J.R. O’Neil-Smith", "J R O'NEIL-SMITH", "O'Neil-Smith, J.R., M.D."]
)
def test_initials_apostrophes_and_degrees_are_spelled_in_many_ways(name: str) -> None:
    assert re.fullmatch(rf"{PSEUDONYM.pattern}[., MD]*", listed("J.R. O'Neil-Smith, M.D.").apply(name))
    assert PSEUDONYM.fullmatch(listed(name).apply("J.R. O'Neil-Smith"))


def test_a_cik_is_withheld_in_numbers_and_in_addresses() -> None:
    held = listed('{"name": "Mark Skaletsky", "cik": "0001234567"}')
    name = held.apply("Mark Skaletsky")
    assert (
        held.apply("https://w3id.org/infact/id/person/cik-0001234567")
        == f"https://w3id.org/infact/id/person/cik-{name}"
    )
    assert held.apply("1234567 and 0001234567") == f"{name} and {name}"
    assert held.apply("12345678") == "12345678"
    assert PSEUDONYM.fullmatch(listed("CIK 0001234567").apply("1234567"))


@pytest.mark.parametrize("name", ["Mark A. Skaletsky", "SKALETSKY, MARK A", "Mr. Mark A. Skaletsky, M.D."])
@pytest.mark.parametrize(
    "printed", ["MARK ALLEN SKALETSKY", "SKALETSKY MARK ALLEN", "M. Allen Skaletsky", "Mark Skaletsky"]
)
def test_a_listed_initial_stands_for_the_whole_middle_name(name: str, printed: str) -> None:
    assert PSEUDONYM.fullmatch(listed(name).apply(printed))


@pytest.mark.parametrize("printed", ["Mark Allen Skaletsky", "MARK ALLEN SKALETSKY", "SKALETSKY MARK ALLEN"])
def test_a_name_without_a_middle_name_stands_for_one_with_it(printed: str) -> None:
    assert PSEUDONYM.fullmatch(listed("Mark Skaletsky").apply(printed))


@pytest.mark.parametrize(
    "text",
    [
        "Mark and Skaletsky",
        "MARK AND SKALETSKY",
        "Mark, Allen Skaletsky",
        "M. Allen Skaletsky",
        "Mark hereby Skaletsky",
    ],
)
def test_what_stands_between_two_names_is_no_middle_name(text: str) -> None:
    assert listed("Mark Skaletsky").apply(text) == text


def test_the_ciks_of_listed_persons_are_learned_and_those_of_others_are_not() -> None:
    held = listed("Mark A. Skaletsky")
    name = held.apply("Mark Skaletsky")
    learned = held.knowing(
        [
            (["SKALETSKY MARK"], ["0000000901"]),
            (["Mr. Mark Skaletsky, Jr."], ["902"]),
            (["Ann Lee"], ["903", "0000000000"]),
            (["Mark Skaletsky Trust", "Cy Dunn"], ["904", "0000000000"]),
        ]
    )
    assert learned.apply("901 0000000902 903 904 9012") == f"{name} {name} 903 904 9012"
    assert learned.apply("Cy Dunn") == "Cy Dunn"
    assert held.apply("901") == "901"
    assert held.knowing([(["Ann Lee"], ["903"])]) == held
    assert Withholding.none().knowing([(["Ann Lee"], ["903"])]) == Withholding.none()


def test_every_name_of_a_listed_person_is_learned_and_those_of_others_are_not() -> None:
    parties = (
        ["Margaret L. Finch", "Peggy Finch", "Finch", "Margaret Finch Stone", "Margaret [L] Pen"],
        ["Peggy Stone", "Margaret Stone"],
        ["Finch Capital LLC"],
    )
    held = listed("Margaret L. Finch").knowing([(names, []) for names in parties])
    assert held.apply("Peggy Finch") == held.apply("Margaret Finch") != "Peggy Finch"
    assert PSEUDONYM.fullmatch(held.apply("Margaret Finch Stone"))
    assert PSEUDONYM.fullmatch(held.apply("MARGARET [L] PEN"))
    assert held.apply("Peggy Stone and Finch of Finch Capital LLC") == "Peggy Stone and Finch of Finch Capital LLC"


def test_every_name_of_a_listed_cik_is_learned_and_through_it_those_of_other_parties_with_it() -> None:
    held = listed("0000000901")
    learned = held.knowing(
        [
            ([by_surname("SKALETSKY MARK A")], ["901"]),
            (["M. Allen Skalet", "Markos"], ["0000000901", "905"]),
            (["Allen S. Pen"], ["905"]),
            (["Ann Lee"], ["902"]),
        ]
    )
    for printed in ("SKALETSKY MARK A", "Mark A. Skaletsky", "M. Allen Skalet", "Markos", "Allen S. Pen", "905"):
        assert learned.apply(printed) == held.apply("901"), printed
    assert learned.apply("Ann Lee, 902, Mark, Allen") == "Ann Lee, 902, Mark, Allen"


def test_a_person_who_is_listed_under_two_names_is_withheld_under_every_other() -> None:
    held = listed("Margaret Finch", "Peggy Stone").knowing([(["Margaret Finch", "Peggy Stone", "Meg F. Pen"], [])])
    assert PSEUDONYM.fullmatch(held.apply("Meg F. Pen"))


def test_other_given_names_are_learned_where_no_graph_knows_them() -> None:
    held = listed("Margaret L. Finch").knowing_given_names({"margaret": ["peggy", "meg"]}.__getitem__)
    assert held.apply("Peggy Finch") == held.apply("FINCH MEG L") == held.apply("Margaret Finch") != "Peggy Finch"
    assert held.apply("Peggy Stone and Martha Finch") == "Peggy Stone and Martha Finch"


def test_a_single_word_is_found_within_file_names() -> None:
    assert re.fullmatch(r"withheld-\w{10}-2003\.txt", listed("skaletsky").apply("skaletsky-2003.txt"))


def test_pseudonyms_depend_on_the_salt_and_on_nothing_else() -> None:
    one = Withholding.of(["salt: one", "Ann Lee", "Mark Skaletsky"])
    again = Withholding.of(["# the list, in another order", "MARK SKALETSKY", "salt: one"])
    other = Withholding.of(["salt: two", "Mark Skaletsky"])
    assert one.apply("Mark Skaletsky") == again.apply("Mark Skaletsky") != other.apply("Mark Skaletsky")
    assert one.apply("Ann Lee") != one.apply("Mark Skaletsky")


def test_values_inside_records_are_replaced_and_keys_are_not() -> None:
    held = listed("Ann Lee")
    name = held.apply("Ann Lee")
    value = {"Ann Lee": [{"quote": "I, ANN LEE,", "start": 3}, None, 1.5, ("Ann Lee", True)]}
    assert held.apply_to(value) == {"Ann Lee": [{"quote": f"I, {name},", "start": 3}, None, 1.5, (name, True)]}


def test_a_list_that_would_not_protect_anybody_is_refused(tmp_path: Path) -> None:
    for nobody in ([], [SALT], ["# nobody yet", ""]):
        with pytest.raises(WithholdingError, match="names nobody"):
            Withholding.of(nobody)
    with pytest.raises(WithholdingError, match="no salt; add a line"):
        Withholding.of(["Ann Lee"])
    with pytest.raises(WithholdingError, match=r"line 2: .* holds no name"):
        listed("...")
    with pytest.raises(WithholdingError, match="neither a `name` nor a `cik`"):
        listed('{"title": "CFO"}')
    with pytest.raises(WithholdingError, match="is no CIK"):
        listed('{"cik": "12a"}')
    with pytest.raises(WithholdingError, match="line 2: this line is no JSON"):
        listed("{name}")
    with pytest.raises(WithholdingError, match="cannot be read"):
        Withholding.load(tmp_path / "missing")
    (tmp_path / "latin").write_bytes(b"Andr\xe9 Lee")
    with pytest.raises(WithholdingError, match="not UTF-8"):
        Withholding.load(tmp_path / "latin")


def test_the_lines_of_those_who_were_not_met_are_told() -> None:
    held = listed("Ann Lee", "Mark Skaletsky", "901")
    assert held.unmet(held.named_in("By A. Lee and by CIK 0000000901")) == [3]
    assert held.unmet(set()) == [2, 3, 4]


def test_a_list_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "withheld.txt"
    path.write_text(f"\ufeff# people who asked\n\n{SALT}\nAnn Lee\n", "utf-8")
    held = Withholding.load(path)
    assert held
    assert held.apply("Ann Lee") == listed("Ann Lee").apply("Ann Lee")


@given(st.text())
def test_without_a_list_nothing_changes(text: str) -> None:
    assert not Withholding.none()
    assert Withholding.none().apply(text) == text


@given(st.text())
def test_text_that_names_nobody_keeps_every_character(text: str) -> None:
    if "zyx" not in text.lower():
        assert listed("Qxw Zyx").apply(text) == text


WORD = st.text("abcdefghijklmnopqrstuvwxyzéñ", min_size=2, max_size=8)


@given(WORD, WORD, st.text(" \n", min_size=1, max_size=3), st.booleans())
def test_no_listed_name_survives(first: str, last: str, gap: str, upper: bool) -> None:
    printed = f"{first}{gap}{last}"
    text = listed(f"{first} {last}").apply(f"I, {printed.upper() if upper else printed}, appoint")
    assert re.fullmatch(r"I, withheld-\w{10}, appoint", text)
