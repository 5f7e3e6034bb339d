"""Trusts of an employer's staff, whose names go on behind the employer's legal form."""

from __future__ import annotations

from .line_breaks import gap_breaks
from .tokens import Token

# What stands between an employer and the trust of its staff: "Tarn Company Employee Stock Ownership Trust".
_BENEFITS = frozenset(
    "employee employees stock ownership profit sharing retirement savings pension pensions benefit benefits welfare "
    "thrift incentive deferred compensation 401(k) master plan plans and & voting supplemental executive "
    "executives".split()
)


def benefit_trust(tokens: list[Token], j: int, text: str) -> int | None:
    """The token "Trust" behind words of benefits that begin at token j; None where there is none."""
    k = j
    while k < len(tokens) and k < j + 9:
        token = tokens[k]
        if gap_breaks(tokens[k - 1], token, text):
            return None
        if k > j and token.low == "trust" and token.capital:
            return k
        if token.low not in _BENEFITS and token.text not in ("'", "s", "(", ")", "401", "k"):
            return None
        k += 1
    return None
