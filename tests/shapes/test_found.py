"""Findings on disk come back as they were added, are counted, and lead to the worst documents."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from infact.shapes.findings import Finding, Result
from infact.shapes.found import Found, Sorted

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
FINDINGS = st.builds(
    Finding, st.sampled_from(["r1", "r2"]), st.sampled_from(["Violation", "Warning", "Info"]), TEXTS,
    st.sampled_from(["n1", "n2"]), TEXTS, TEXTS, TEXTS, st.sampled_from(["", "a", "b"]), st.sampled_from(["", "s"]),
    TEXTS, TEXTS, TEXTS,
)  # fmt: skip


@given(st.lists(FINDINGS, max_size=12), st.integers(0, 12))
def test_what_is_asked_of_findings_is_what_a_list_would_say(held: list[Finding], parted: int) -> None:
    found = Found(held[:parted])
    found.add(held[parted:])
    assert list(found) == list(found) == held
    assert len(found) == len(held)
    assert found == Found(held)
    assert found != Found([*held, Finding(*["x"] * 12)])
    assert {one[:3]: one[3] for one in found.counts()} == {
        (f.severity, f.constraint, f.message): sum(
            (f.severity, f.constraint, f.message) == (g.severity, g.constraint, g.message) for g in held
        )
        for f in held
    }
    assert found.nodes() == {
        rule: len({f.focus for f in held if f.constraint == rule}) for rule in {f.constraint for f in held}
    }
    assert list(found.of("Warning")) == [f for f in held if f.severity == "Warning"]


@given(st.lists(FINDINGS, max_size=20))
def test_the_worst_documents_come_first(held: list[Finding]) -> None:
    def rank(place: tuple[str, str]) -> tuple[object, ...]:
        severities = [f.severity for f in held if (f.document, f.source) == place]
        return (*(-severities.count(severity) for severity in ("Violation", "Warning", "Info")), place)

    places = sorted({(f.document, f.source) for f in held}, key=rank)
    found = Found(held)
    assert found.documents() == len(places)
    assert [(*one[:2], list(one[2])) for one in found.worst(3)] == [
        (*place, [f for f in held if (f.document, f.source) == place]) for place in places[:3]
    ]


@given(st.lists(st.builds(Result, TEXTS, TEXTS, TEXTS, TEXTS), max_size=8))
def test_results_are_sorted_on_disk_as_in_memory(results: list[Result]) -> None:
    ordered = Sorted(results)
    assert list(ordered) == list(ordered) == sorted(results)
