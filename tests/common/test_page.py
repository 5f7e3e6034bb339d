from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from infact.common.page import Bar, Link, Markup, inline, page, section, table, tables
from infact.common.render import Table

SHOWN = Table(
    ("name", "signatures", "share"),
    (("Ann <b>Example</b>", 3, Bar(0.25)), (Link("the form", "https://example.org/a?b=1&c=2"), 12, Bar(1.0))),
    about={"as_of": "2020-01-01"},
)


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.addresses: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value for key, value in attrs if key in {"href", "src"}]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _seen(markup: str) -> _Seen:
    seen = _Seen()
    seen.feed(markup)
    return seen


def test_a_page_stands_alone_and_says_what_it_stands_on() -> None:
    whole = page("Verdicts", [section("All", table(SHOWN), "A sentence.")], about=SHOWN.about, lead="Signals.")
    seen = _seen(whole)
    assert not {"script", "link", "img", "iframe"} & set(seen.tags)
    assert seen.addresses == ["https://example.org/a?b=1&c=2"]
    assert "as of: 2020-01-01" in seen.words
    assert whole == page("Verdicts", [section("All", table(SHOWN), "A sentence.")], about=SHOWN.about, lead="Signals.")


def test_cells_are_escaped_and_numbers_stand_to_the_right() -> None:
    shown = table(SHOWN)
    assert "Ann &lt;b&gt;Example" in shown
    assert '<td class="n">12</td>' in shown
    assert "--share:25.0%" in shown


@given(st.text().filter(lambda value: not {"\x00", "\r", "\n"} & set(value)))
def test_no_text_becomes_markup(value: str) -> None:
    seen = _seen(inline(value))
    assert not set(seen.tags) - {"a"}
    assert "".join(seen.words) == value


def test_tables_say_what_they_stand_on_once() -> None:
    assert tables("Audit", [("One", SHOWN), ("Two", SHOWN)]).count("as of: 2020-01-01") == 1


def test_markup_is_taken_as_it_is() -> None:
    assert inline(Markup("<b>x</b>")) == "<b>x</b>"
