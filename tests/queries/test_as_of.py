"""`--as-of` wherever time matters: each question either takes the day, or has a reason why it cannot."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from infact.queries.catalogue import ask, questions
from infact.queries.engines import Engine

LIVE = "what is live on the day"
BEGUN = "what had begun by the day"
SIGNED = "signatures up to the day"
TAKE = {
    "may-sign-for": LIVE,
    "one-live-attorney": LIVE,
    "who-may-sign": LIVE,
    "firms-that-bridge": BEGUN,
    "insiders-at-several-issuers": BEGUN,
    "issuers-sharing-attorneys": BEGUN,
    "executed-after-signature": SIGNED,
    "joint-authority-one-signature": SIGNED,
    "signed-after-the-end": SIGNED,
    "signed-without-earlier-power": SIGNED,
    "signers-not-named": SIGNED,
}
HISTORY = "it asks what happened at any time in the corpus"
YEARS = "it gives a row for each year, of which a reader takes those that are wanted"
WORDING = "it asks what instruments say, which no day changes"
DO_NOT = {
    "around-edgar-next": "it takes two days of its own, the first and the last of the time around the change",
    "attorney-concentration": YEARS,
    "who-signs": YEARS,
    "attorneys-by-insiders": HISTORY,
    "attorneys-who-moved": HISTORY,
    "lag-to-first-use": HISTORY,
    "late-forms": HISTORY,
    "principals-who-are-attorneys": HISTORY,
    "regrants-after-a-move": HISTORY,
    "same-day-grants": HISTORY,
    "near-identical-instruments": WORDING,
    "standard-clauses": WORDING,
    "supporting-sentence": WORDING,
    "unusually-broad-powers": WORDING,
}
# What each needs to be told besides the day.
NEEDED: dict[str, dict[str, Any]] = {"who-may-sign": {"person": "Pat Finch"}, "may-sign-for": {"attorney": "Ada Pen"}}
EARLY = "1900-01-01"


def test_each_question_takes_the_day_or_says_why_not() -> None:
    assert {q.name for q in questions() if q.as_of} == set(TAKE)
    assert {q.name for q in questions() if not q.as_of} == set(DO_NOT)


@pytest.mark.parametrize("name", TAKE)
def test_before_everything_only_what_has_no_date_is_left(store_engine: Engine, name: str) -> None:
    needed = NEEDED.get(name, {})
    early, now = (ask(store_engine, name, date=day, **needed) for day in (EARLY, None))
    assert (early.as_of, now.as_of) == (datetime.date(1900, 1, 1), datetime.date(2015, 5, 5))
    dated = [row for row in early.rows for cell in row if isinstance(cell, datetime.date) and cell != early.as_of]
    assert not dated
    assert len(early.rows) <= len(now.rows)


def test_the_day_changes_answers(store_engine: Engine) -> None:
    changed = [
        name for name in TAKE
        if ask(store_engine, name, date=EARLY, **NEEDED.get(name, {})).rows
        != ask(store_engine, name, **NEEDED.get(name, {})).rows
    ]  # fmt: skip
    assert {"who-may-sign", "may-sign-for", "one-live-attorney", "issuers-sharing-attorneys"} <= set(changed)
