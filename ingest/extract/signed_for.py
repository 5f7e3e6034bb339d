"""For whom somebody signs, where words around the signature say so and no organization stands right above it.

- A title names the organization: "President, for and on behalf of X, Inc.", "as Trustee of the X Trust".
- A deed names it in the sentence above: "X plc, acting by A, a director, in the presence of:".
- Officers who sign side by side below one organization all sign for it, and so do its trustees or partners one below
  the other.
"""

from __future__ import annotations

from .clauses import Page
from .mentions import Mention
from .patterns import rx
from .signers import Signed

_ON_BEHALF = rx(
    r"\b(?:on behalf of|(?:as|,) (?:an? |the |sole )?(?:(?:co-)?trustees?|executors?|executrix|personal"
    r" representatives?|general partners?) (?:of|for|under))(?: the)? $"
)
_ACTING = rx(r"\b(?:acting (?:by|through)|by the hand of|under the hand of)\b")
_OFFICE = rx(r"\b(?:director|secretary|manager|president|officer|partner|member|signatory|trustee|attorney)\b")
_BEHIND = 160  # characters of a title
_ABOVE = 400  # characters of a deed's last sentence


def for_whom(page: Page, found: list[Signed]) -> None:
    """Give signers, who are in the order of the text, the organization for which they sign."""
    for number, signed in enumerate(found):
        earlier = found[:number]
        if (
            signed.acting
            and signed.part == "principal"
            and (head := _of_co_fiduciaries(page, signed, earlier)) is not None
        ):
            signed.organization, signed.chain, signed.acting = head, [head, *signed.chain], False
        if signed.part != "principal" or signed.organization is not None or not signed.name or signed.individually:
            continue
        org = (
            _of_the_title(page, signed)
            or _of_the_deed(page, signed)
            or _of_the_row(page, signed, earlier)
            or _of_fellows(page, signed, earlier)
        )
        if org is not None:
            signed.organization, signed.chain, signed.stacked = org, [org], 1


def place(signed: Signed) -> int:
    """Where a signature stands: at its mark, else at its name."""
    return signed.slash_span[0] if signed.slash_span else signed.start


def _of_the_title(page: Page, signed: Signed) -> Mention | None:
    """The organization of a title: on the lines from the signature to the next one or an empty line."""
    following = page.mark_behind(place(signed))
    stop = min(page.end, signed.end + _BEHIND, following.start() if following else page.end)
    blank = page.text.find("\n\n", signed.end, stop)
    return next(
        (
            org
            for org in page.orgs.within(place(signed), blank if blank > 0 else stop)
            if not org.alias and _ON_BEHALF.search(page.text[max(place(signed), org.start - 50) : org.start])
        ),
        None,
    )


def _of_the_deed(page: Page, signed: Signed) -> Mention | None:
    """The organization of the sentence above that says by whom it acts."""
    before = page.mark_before(place(signed) - len("/s/ "))
    at = max(before.end() if before else page.start, place(signed) - _ABOVE)
    for org in reversed(page.orgs.within(at, place(signed))):
        if not org.alias and _ACTING.search(page.text, org.end, place(signed)):
            return org if "." not in page.text[org.end + 1 : place(signed)].replace("/s/", "") else None
    return None


def _above(signed: Signed, earlier: list[Signed]) -> Signed | None:
    """The principal who signs last before somebody."""
    return next((s for s in reversed(earlier) if s.part == "principal" and place(s) < place(signed)), None)


def _of_the_row(page: Page, signed: Signed, earlier: list[Signed]) -> Mention | None:
    """The organization of an officer who signs on the same line, where this signer is an officer too."""
    if not signed.title or not _OFFICE.search(signed.title) or signed.slash_span is None:
        return None
    line = page.text.rfind("\n", 0, place(signed)) + 1
    beside = next((s for s in reversed(earlier) if s.slash_span and place(s) < place(signed)), None)
    if beside is None or place(beside) < line or not beside.title or not _OFFICE.search(beside.title):
        return None
    org = beside.organization
    if org is None:
        return None
    head = page.text[page.text.rfind("\n", 0, org.start) + 1 : page.text.find("\n", org.end)]
    return org if len(head.strip()) < len(org.name) + _HEAD else None


def _of_fellows(page: Page, signed: Signed, earlier: list[Signed]) -> Mention | None:
    """The organization for which one signs above who holds the same office, where no other stands between."""
    above = _above(signed, earlier)
    if above is None or above.organization is None or not above.title or not signed.title or above.individually:
        return None
    mine, theirs = _FELLOW.search(signed.title), _FELLOW.search(above.title)
    between = page.orgs.within(max(above.end, place(above)), place(signed))
    same = mine is not None and theirs is not None and mine.group().lower() == theirs.group().lower()
    return above.organization if same and not any(not m.alias for m in between) else None


def _of_co_fiduciaries(page: Page, signed: Signed, earlier: list[Signed]) -> Mention | None:
    """The trust of trustees who sign above, for one that acts by an officer: "By: X Trust Company, Trustee"."""
    role = _FELLOW.search(page.text, signed.chain[0].end, place(signed))
    above = _above(signed, earlier)
    if role is None or above is None or above.organization is None or not above.title:
        return None
    theirs = _FELLOW.search(above.title)
    return above.organization if theirs is not None and theirs.group().lower() == role.group().lower() else None


_FELLOW = rx(r"\b(?:trustee|partner|member|manager|executor|executrix|guardian|custodian)\b")
_HEAD = 12  # characters that may stand beside an organization that heads a whole row
