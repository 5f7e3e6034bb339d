"""Lines of N-Quads come back as they were written, whoever reads them."""

from __future__ import annotations

from decimal import Decimal

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import example, given
from hypothesis import strategies as st
from infact.common.errors import RecordError
from infact.ingest import nquads
from infact.ingest.sorting import sorted_lines

TEXT = st.text(st.characters(), max_size=80)
S, P, G = "<urn:x:s>", "<urn:x:p>", "<urn:x:g>"


def by_oxigraph(value: str) -> ox.NamedNode | ox.Literal:
    (quad,) = ox.parse(nquads.line(S, P, value, G), format=ox.RdfFormat.N_QUADS)
    assert (str(quad.subject), str(quad.predicate), str(quad.graph_name)) == (S, P, G)
    assert isinstance(quad.object, ox.NamedNode | ox.Literal)
    return quad.object


@given(TEXT)
@example("\x00\x1f\x7f\x85\u2028\ufeff\\u0041\"'\r\n\t\\")
@example("lone \ud800 surrogate")
def test_any_string_is_read_back(text: str) -> None:
    expected = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    found = by_oxigraph(nquads.literal(text))
    assert found.value == expected
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=nquads.line(S, P, nquads.literal(text), G), format="nquads")
    (value,) = dataset.objects()
    assert str(value) == expected


@given(TEXT)
def test_a_line_is_one_line(text: str) -> None:
    assert nquads.line(S, P, nquads.literal(text), G).count(b"\n") == 1


@given(st.integers(), st.booleans(), st.dates())
def test_typed_values_are_in_canonical_form(number: int, truth: bool, day: object) -> None:
    for value, text, datatype in (
        (nquads.integer(number), str(number), "integer"),
        (nquads.boolean(truth), str(truth).lower(), "boolean"),
        (nquads.date(str(day)), str(day), "date"),
    ):
        found = by_oxigraph(value)
        assert isinstance(found, ox.Literal)
        assert (found.value, found.datatype.value) == (text, f"{nquads.XSD}{datatype}")


@given(st.floats(-1e6, 1e6, allow_nan=False))
def test_a_decimal_is_the_number_to_nine_places(number: float) -> None:
    found = by_oxigraph(nquads.decimal(number))
    assert abs(Decimal(found.value) - Decimal(number)) <= Decimal("0.5e-9") + Decimal(abs(number)) * Decimal("1e-15")
    assert "E" not in found.value.upper()


@given(st.from_regex(r"[a-z]{2,5}", fullmatch=True), TEXT)
@example("https", "//[::1]:80/a b?q=%zz#f#g")
def test_an_iri_is_one_that_parsers_accept(scheme: str, rest: str) -> None:
    found = by_oxigraph(nquads.iri(f"{scheme}:x{rest}"))
    assert isinstance(found, ox.NamedNode)
    assert found.value.isascii()


@pytest.mark.parametrize("address", ["", "no scheme", "/path", ":x", "1a:b"])
def test_an_address_without_a_scheme_is_refused(address: str) -> None:
    with pytest.raises(RecordError, match="absolute IRI"):
        nquads.iri(address)


@given(TEXT, TEXT)
def test_segments_stay_apart_and_do_not_climb(one: str, other: str) -> None:
    left, right = nquads.segment(one), nquads.segment(other)
    assert "/" not in left
    assert left not in {".", ".."}
    clean = [t.encode("utf-8", "replace").decode() if t.isprintable() else t for t in (one, other)]
    if not any("\ud800" <= c <= "\udfff" for c in one + other):
        assert (left == right) == (clean[0] == clean[1])


@given(st.lists(st.binary(max_size=6).map(lambda b: b.replace(b"\n", b"") + b"\n"), max_size=60), st.integers(1, 9))
def test_sorting_on_disk_is_sorting(lines: list[bytes], run: int) -> None:
    assert list(sorted_lines(iter(lines), run)) == sorted(lines)
