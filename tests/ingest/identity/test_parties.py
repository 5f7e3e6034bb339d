"""A party is shown by the printing that people would choose."""

from __future__ import annotations

from collections import Counter

import pytest
from infact.ingest.identity.parties import preferred


@pytest.mark.parametrize(
    ("printings", "shown"),
    [
        ({(False, "Robert E .. Bosworth"): 1, (False, "ROBERT E. BOSWORTH"): 2}, "ROBERT E. BOSWORTH"),
        ({(False, "Robert E .. Bosworth"): 1, (False, "Robert E. Bosworth"): 1}, "Robert E. Bosworth"),
        ({(False, "Ann Lee , Jr."): 3, (False, "Ann Lee, Jr."): 1}, "Ann Lee, Jr."),
        ({(False, "ANN LEE"): 3, (False, "Ann Lee"): 1, (True, "Lee Ann"): 5}, "Ann Lee"),
        ({(False, "Ann Lee"): 2, (False, "Ann B. Lee"): 1}, "Ann Lee"),
        ({(False, "Miller & Martin, LLP"): 1, (False, "MILLER & MARTIN, LLP"): 2}, "Miller & Martin, LLP"),
        ({(True, "Lee Ann .."): 1}, "Lee Ann .."),
    ],
)
def test_the_printing_to_show(printings: dict[tuple[bool, str], int], shown: str) -> None:
    assert preferred(Counter(printings)) == shown
