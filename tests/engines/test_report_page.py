"""The report in a real browser: offline, as wide as a phone, and as it goes to a printer."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from infact.cli.report import as_page
from infact.common.withholding import Withholding
from infact.queries.engines import StoreEngine
from infact.queries.report import report

from . import browser

SMALL = Path(__file__).parent.parent / "queries" / "data" / "small.trig"
PHONE = 390
# The frame is as wide as a phone; Chromium's own window cannot be.
_FRAME = """<!doctype html><meta charset="utf-8"><pre id="said" hidden></pre>
<iframe id="phone" style="width: {width}px; height: 800px; border: 0" srcdoc="{page}"></iframe>
<script>
const phone = document.getElementById("phone");
phone.onload = () => {{
  const page = phone.contentDocument, all = (what) => [...page.querySelectorAll(what)];
  const before = {{
    wide: page.documentElement.scrollWidth,
    outside: all("body *").filter((part) => part.getBoundingClientRect().right > phone.clientWidth)
      .filter((part) => !part.closest(".scroll, pre, svg")).map((part) => part.outerHTML.slice(0, 90)),
    charts: all(".chart").map((chart) => [chart.id, chart.querySelectorAll(".main-svg").length, chart.offsetWidth]),
    dots: all("#network-drawing .scatterlayer .point").length,
    broken: all("td.n, td.d").filter((cell) => cell.getClientRects().length !== 1).length,
    folded: all("details:not([open])").length,
  }};
  phone.contentWindow.dispatchEvent(new Event("beforeprint"));
  const printing = {{ folded: all("details:not([open])").length, width: page.querySelector(".chart").layout.width }};
  phone.contentWindow.dispatchEvent(new Event("afterprint"));
  const after = {{ folded: all("details:not([open])").length }};
  document.getElementById("said").textContent = JSON.stringify({{ before, printing, after }});
}};
</script>"""


@pytest.fixture(scope="module")
def page() -> str:
    browser.chromium()
    store = pyoxigraph.Store()
    store.load(path=str(SMALL), format=pyoxigraph.RdfFormat.TRIG)
    return as_page(report(StoreEngine(store)), Withholding.none())


@pytest.mark.engine
def test_the_page_fits_a_phone_and_opens_what_is_folded_for_the_printer(page: str, tmp_path: Path) -> None:
    frame = tmp_path / "frame.html"
    frame.write_text(_FRAME.format(width=PHONE, page=html.escape(page)), "utf-8")
    found: dict[str, Any] = json.loads(browser.said(frame, tmp_path))
    before = found["before"]
    assert not before["outside"]
    assert before["wide"] <= PHONE
    assert {name for name, *_ in before["charts"]} == {"years", "network-drawing"}
    assert all(drawn and wide <= PHONE for _, drawn, wide in before["charts"])
    assert before["dots"] == 8
    assert before["broken"] == 0
    assert before["folded"] == len(re.findall("<details>", page)) > 5
    assert found["printing"] == {"folded": 0, "width": 660}
    assert found["after"]["folded"] == before["folded"]


@pytest.mark.engine
def test_the_page_prints(page: str, tmp_path: Path) -> None:
    source = tmp_path / "report.html"
    source.write_text(page, "utf-8")
    browser.printed(source, tmp_path, tmp_path / "report.pdf")
