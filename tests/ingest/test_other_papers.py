"""What a text says of other papers: which it takes back, which it leaves, which have ended; and how far."""

from __future__ import annotations

import pytest
from infact.ingest.extract import other_papers
from infact.ingest.extract.clauses import Page, sentences
from infact.ingest.extract.organizations import organizations


def page(text: str) -> Page:
    return Page(text, 0, len(text), organizations(text), sentences(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I hereby revoke my power of attorney dated March 3, 2011.", "revokes 2011-03-03"),
        (
            "All previous powers of attorney are hereby revoked, other than the power of September 10, 2013.",
            "revokes; keeps 2013-09-10",
        ),
        (
            "Nothing in this notice touches the later power that I signed on 10 September 2014, which stands.",
            "keeps 2014-09-10",
        ),
        (
            "I revoke the authority of Corin Roe under any power that I gave; the authority of Mabel Lee continues.",
            "revokes Corin Roe; keeps Mabel Lee",
        ),
        (
            "All prior powers are revoked so far as they concern Calder Co.; as to Dunmore Rail Corp. they continue.",
            "revokes Calder Co.; keeps Dunmore Rail Corp.",
        ),
        ("Any power for Form 144 that I gave before is revoked, but not my powers for Forms 3, 4 and 5.",
         "revokes 144; keeps 3 4 5"),
        ("Corin Roe, whom I appointed on March 3, 2011, shall no longer act for me.", "revokes 2011-03-03 Corin Roe"),
        (
            "The revocation of the power of July 15, 2015 takes effect on March 31, 2019; until then it stays.",
            "",
        ),
        (
            "Ann Bell left on June 30, 2017, and her authority under my power of May 9, 2016 ended with that.",
            "ended 2016-05-09 Ann Bell until 2017-06-30",
        ),
        ("Ann Bell, whom my power of May 9, 2016 names, left us on June 30, 2017.", "ended Ann Bell until 2017-06-30"),
        ("My earlier powers of attorney shall cease to have effect on June 30, 2015.", "revokes until 2015-06-30"),
        ("It is given in substitution for my power of attorney of March 3, 2011.", "revokes 2011-03-03"),
        ("My power of May 9, 2016 is amended by striking out the name of Ann Bell.", "revokes 2016-05-09 Ann Bell"),
        (
            "My employment with Calder Valve Co. ended on June 30, 2017, and with it my power of May 9, 2016.",
            "ended 2016-05-09 until 2017-06-30",
        ),
        ("My power of May 9, 2016 lapsed on June 30, 2017, when I left Calder Valve Co.",
         "ended 2016-05-09 until 2017-06-30"),
        ("As I retired from Calder Valve Co. on June 30, 2017, I appoint Ann Bell my attorney-in-fact.",
         "ended Calder Valve Co. until 2017-06-30"),
        ("I retired as Treasurer of Calder Valve Co. on June 30, 2017 and sit on its board.", ""),
        ("If my employment with Calder Valve Co. ends on or before June 30, 2019, this power ends with it.", ""),
        ("As I left Calder Valve Co. on June 30, 2017, the permission that I gave on May 9, 2016 no longer holds.",
         "ended 2016-05-09 until 2017-06-30"),
        ("As Ann Bell left on June 30, 2017, I hereby revoke her power of May 9, 2016.",
         "revokes 2016-05-09 Ann Bell until 2017-06-30"),
        ("Ann Bell's authority to sign for me ends today as far as Calder Co. is concerned.",
         "revokes Ann Bell Calder Co."),
        ("This power ends today as far as Calder Co. is concerned, should it be sold.", ""),
        (
            "Ann Bell's employment ended on June 30, 2017; her authority under my power of May 9, 2016 ended with it.",
            "ended Ann Bell until 2017-06-30; ended 2016-05-09 Ann Bell until 2017-06-30",
        ),
        ("With this power those of May 9, 2016 and June 1, 2017 come to an end.", "revokes 2016-05-09 2017-06-01"),
        # of the paper itself, or of what was done under another
        ("This Power of Attorney shall remain in effect until I revoke it in a signed writing.", ""),
        ("My attorney's authority ends when she is no longer an employee of Calder Valve Co.", ""),
        ("This revocation does not affect reports that Corin Roe signed before its date.", ""),
        ("The annual report is for the fiscal year ended December 27, 2008.", ""),
    ],
)  # fmt: skip
def test_a_sentence_says_of_other_papers(text: str, said: str) -> None:
    found = other_papers.read(page(text))
    assert "; ".join(shown(one) for one in found) == said


def shown(one: other_papers.Said) -> str:
    limits = [*one.dates, *one.attorneys, *one.issuers, *one.forms]
    return " ".join([one.kind, *limits, *(["until", one.ended] if one.ended else [])])


def test_the_page_without_what_is_kept_has_the_same_length() -> None:
    text = "I revoke all earlier powers. My power of May 9, 2016\nto Ann Bell is not revoked. Dated June 1, 2018."
    whole = page(text)
    left = other_papers.without(whole, [one for one in other_papers.read(whole) if one.kind != "revokes"])
    assert len(left.text) == len(text)
    assert left.text.split() == ["I", "revoke", "all", "earlier", "powers.", "Dated", "June", "1,", "2018."]
    assert [one.raw for one in left.sentences] == ["I revoke all earlier powers.", "Dated June 1, 2018."]
