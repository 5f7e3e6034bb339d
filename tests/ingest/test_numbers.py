"""Numbers are read from words, ordinals, Roman numerals and damaged digits, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.ingest.extract.numbers import digits, lower, number_words, ordinal, read_words, roman


def _split(text: str) -> list[str]:
    return text.split()


_SMALL = _split(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = _split("twenty thirty forty fifty sixty seventy eighty ninety")


def _below_hundred(number: int, joint: str = "-") -> str:
    if number < 20:
        return _SMALL[number]
    tens = _TENS[number // 10 - 2]
    return f"{tens}{joint}{_SMALL[number % 10]}" if number % 10 else tens


def _printed(number: int, joint: str, link: str) -> str:
    thousands, rest = divmod(number, 1000)
    hundreds, small = divmod(rest, 100)
    words = []
    if thousands:
        words.append(f"{_below_hundred(thousands, joint)} thousand")
    if hundreds:
        words.append(f"{_SMALL[hundreds]} hundred")
    if small or not words:
        words.append((link if words else "") + _below_hundred(small, joint))
    return " ".join(words)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one", 1),
        ("twenty-first", 21),
        ("Twenty First", 21),
        ("twentyfirst", 21),
        ("thirtieth", 30),
        ("thirty-first", 31),
        ("twelveth", 12),
        ("fourty", 40),
        ("two thousand one", 2001),
        ("Two Thousand and One", 2001),
        ("two thousand-four", 2004),
        ("two thousand twenty-five", 2025),
        ("one thousand nine hundred and ninety-nine", 1999),
        ("nineteen hundred and ninety-nine", 1999),
        ("nineteen ninety-nine", 1999),
        ("nineteen ninety nine", 1999),
        ("twenty twenty-five", 2025),
        ("twenty ten", 2010),
        ("twenty oh four", 2004),
        ("twenty hundred and four", 2004),
        ("one hundred", 100),
        ("hundred", 100),
        ("two hundred thousand", 200_000),
        ("", None),
        ("and one", None),
        ("two thousand and", None),
        ("one two", None),
        ("hundred thousand thousand thousandth", None),
        ("someone", None),
        ("twenty-", 20),
    ],
)
def test_a_number_in_words_is_read_whole_or_not_at_all(text: str, value: int | None) -> None:
    assert number_words(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[
            (f"{n}{'th' if 4 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}", n)
            for n in range(1, 32)
        ],
        ("12 th", 12),
        ("l2th", 12),
        ("1er", 1),
        ("3\u00ba", 3),
        ("TWENTY-SECOND", 22),
        ("twelve", None),
        ("12", None),
        ("th", None),
    ],
)
def test_an_ordinal_is_told_from_a_cardinal(text: str, value: int | None) -> None:
    assert ordinal(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("2OO3", 2003), ("l2", 12), ("OO", None), ("", None), ("1 2", None), ("9" * 30, None)]
)
def test_letters_stand_for_digits_beside_a_digit(text: str, value: int | None) -> None:
    assert digits(text) == value


@given(st.integers(0, 99_999), st.sampled_from(["-", " "]), st.sampled_from(["", "and "]))
def test_every_number_in_words_is_read_back(number: int, joint: str, link: str) -> None:
    assert number_words(_printed(number, joint, link)) == number


@given(st.integers(1910, 2099), st.sampled_from(["-", " "]))
def test_every_spoken_year_is_read_back(year: int, joint: str) -> None:
    century, rest = divmod(year, 100)
    spoken = f"oh {_SMALL[rest]}" if 1 <= rest <= 9 else "hundred" if not rest else _below_hundred(rest, joint)
    assert number_words(f"{_below_hundred(century)} {spoken}") == year


def test_roman_numerals_in_their_usual_form_are_read_and_no_other() -> None:
    symbols = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]

    def printed(number: int) -> str:
        out = ""
        for value, letters in symbols:
            out += letters * (number // value)
            number %= value
        return out

    assert [roman(printed(n)) for n in range(1, 40)] == list(range(1, 40))
    assert roman("mcmxcix") == 1999
    assert [roman(t) for t in ("", "IIII", "IC", "Xi", "abc", "\u2163")] == [None] * 6


@given(st.text(), st.lists(st.sampled_from(["one", "twenty", "hundred", "thousand", "and", "oh", "first", "x", "-"])))
def test_no_text_raises(text: str, words: list[str]) -> None:
    for read in (number_words, ordinal, roman, digits):
        assert read(text) is None or isinstance(read(text), int)
    found = read_words(words)
    assert found is None or 0 < found[1] <= len(words)


@given(st.text())
def test_lower_case_keeps_offsets(text: str) -> None:
    assert len(lower(text)) == len(text)
