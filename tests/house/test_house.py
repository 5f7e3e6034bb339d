"""House rules that no linter knows: what no committed file may hold, and how long a file may be."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from .test_wheel import tracked

ROOT = Path(__file__).resolve().parents[2]
FORBIDDEN = {
    # An index belongs to the machine that installs; a committed one breaks every other machine.
    "the address of a package index": r"pypi\.org/simple|pythonhosted\.org|registry\.npmjs|-index-url|find-links",
    "a path of one machine": r"(?<![\w.<>/])/(?:work|tmp|root|home/\w+|Users/\w+)(?:/|\b(?=[\s\"'`]))",
    "a check switched off as a whole": (
        r"#\s*noqa(?!: ?[A-Z])|#\s*type: ?ignore(?!\[)|#\s*(?:ruff: noqa|mypy: ignore-errors)(?!: [A-Z])"
    ),
    "work left undone": r"\b(?:TODO|FIXME|XXX|HACK)\b",
    "a key or a password": r"BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30}",
    "a test that asserts nothing": r"^\s*assert True\b",
}
LONGEST = 420
# Files that may be longer, each with its reason. A file that has become short enough must leave this list.
LONGER = {
    "ontology/terms.py": "generated",
    "tests/ingest/test_dates.py": "tables of cases",
}
TEXT = {".py", ".md", ".toml", ".cff", ".yaml", ".yml", ".sh", ".ttl", ".rq", ".json", ".jsonld", ".txt", ".js", ""}


def committed() -> list[Path]:
    corpora = Path("tests/corpus")  # documents are somebody else's words, and may say what they like
    return [name for name in tracked(ROOT) if corpora not in name.parents and name.suffix in TEXT]


def test_the_rules_see_the_files() -> None:
    names = {name.as_posix() for name in committed()}
    assert {"Makefile", ".ci/run", "README.md", "pyproject.toml", "common/errors.py", "constraints.txt"} <= names


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_committed_file_holds(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what], re.MULTILINE)
    found = [
        f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match[0].strip()}"
        for name in committed()
        if ROOT / name != Path(__file__)
        for text in [(ROOT / name).read_text("utf-8")]
        for match in pattern.finditer(text)
    ]
    assert not found, f"{what}:\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("what", "bad"),
    [
        ("the address of a package index", "pip install --index-url x"),
        ("a path of one machine", "open('/tmp/x.db')"),
        ("a check switched off as a whole", "x = 1  # noqa"),
        ("a check switched off as a whole", "x = 1  # type: ignore"),
        ("work left undone", "# TODO: later"),
        ("a key or a password", "-----BEGIN RSA PRIVATE KEY-----"),
        ("a test that asserts nothing", "    assert True"),
    ],
)
def test_each_rule_can_fail(what: str, bad: str) -> None:
    assert re.search(FORBIDDEN[what], bad, re.MULTILINE)


def test_no_module_is_too_long() -> None:
    lines = {
        name.as_posix(): len((ROOT / name).read_text("utf-8").splitlines())
        for name in committed()
        if name.suffix == ".py"
    }
    long = {name for name, count in lines.items() if count > LONGEST}
    assert long == set(LONGER), {name: lines.get(name) for name in long ^ set(LONGER)}


def test_every_version_is_the_same() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert citation["version"] == version
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_citation_has_what_its_format_requires() -> None:
    # Citation File Format 1.2.0, https://github.com/citation-file-format: required keys and the types of those we use.
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(citation)
    assert citation["cff-version"] == "1.2.0"
    assert citation["type"] == "software"
    assert citation["license"] == "Apache-2.0"
    assert all(author.get("name") or author.get("family-names") for author in citation["authors"])


def test_hooks_come_from_this_repository_only() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    assert [repo["repo"] for repo in config["repos"]] == ["local"]


def test_every_pinned_package_is_pinned_to_one_version() -> None:
    pins = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if line and line[0] != "#"]
    assert len(pins) > 40
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", pin) for pin in pins)


def test_npm_packages_are_locked_without_saying_where_they_come_from() -> None:
    lock = json.loads((ROOT / "tests" / "engines" / "package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert packages
    assert all("integrity" in entry and "resolved" not in entry for entry in packages.values())
