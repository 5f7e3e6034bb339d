from __future__ import annotations

import re
from pathlib import Path

from infact.common.charts import bars

from .conftest import Run


def test_a_page_is_whole_offline_and_the_same_each_time(run: Run, examples: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.html", tmp_path / "two.html"
    for target in (one, two):
        assert run("report", "--store", examples / "infact.db", "-o", target).exit_code == 0
    text = one.read_text("utf-8")
    assert one.read_bytes() == two.read_bytes()
    own = text.replace(re.search(r"<script>.*?</script>", text, re.DOTALL)[0], "")  # type: ignore[index]
    assert not re.findall(r'(?:src|href)="https?://(?!www\.sec\.gov)', own)
    assert "Plotly.newPlot" in own
    assert "fingerprint" in own
    assert "as of" in own
    assert "SELECT" in own


def test_signatures_are_counted_without_a_judgement_and_with_what_the_corpus_could_tell(
    run: Run, examples: Path, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    run("report", "--store", examples / "infact.db", "-o", page)
    text = page.read_text("utf-8")
    assert re.search(
        r"For \d+ of \d+ signatures this corpus holds a power that covers them: of all \d+ signatures", text
    )
    assert "in order" not in text.split("</script>")[-1]


def test_a_chart_has_a_legend_unless_its_axis_says_the_same() -> None:
    verdicts = bars("v", [2020], {"covered": [1.0]}, y_title="signatures")
    years = bars("y", [2020], {"instruments": [1.0]}, y_title="instruments")
    assert '"showlegend":true' in verdicts.replace(" ", "")
    assert '"showlegend":false' in years.replace(" ", "")


def test_listed_persons_are_withheld_from_tables_and_drawings(run: Run, examples: Path, tmp_path: Path) -> None:
    page, plain = tmp_path / "held.html", tmp_path / "plain.html"
    run("report", "--store", examples / "infact.db", "-o", plain)
    name = re.search(r"<tbody>\n<tr><td>([A-Z][a-z]+ [A-Z]\. [A-Z][a-z]+)</td>", plain.read_text("utf-8"))
    assert name
    listed = tmp_path / "list.txt"
    listed.write_text(f"salt: pepper\n{name[1]}\n", "utf-8")
    run("report", "--store", examples / "infact.db", "-o", page, "--withhold", listed)
    assert name[1] not in page.read_text("utf-8")


def test_the_report_of_an_issuer_withholds_listed_persons_and_their_ciks(run: Run, small: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("salt: pepper\nAda Pen\nPat Finch\n", "utf-8")
    answer = run("report", "--store", small, "--issuer", "Alder Corp.", "-o", "-", "--withhold", listed)
    assert answer.exit_code == 0
    assert "The network" in answer.stdout
    assert "Ada Pen" not in answer.stdout
    assert "Pat Finch" not in answer.stdout
    assert "0000000901" not in answer.stdout


def test_a_person_is_no_issuer(run: Run, small: Path) -> None:
    answer = run("report", "--store", small, "--issuer", "nobody at all", "-o", "-")
    assert answer.exit_code == 2
    assert answer.stderr.count("\n") == 1
