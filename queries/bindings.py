r"""Parameters of a query: each one is an RDF term that takes the place of its variable's tokens.

The text of a query is cut into the tokens of SPARQL 1.1 (section 19.8), and every token that is the parameter's
variable becomes the term, written out by a complete serialiser. Strings, IRIs and comments are tokens of their own,
so nothing inside them is touched, and a value is one token whatever it holds: it cannot end a string or open a group.
This is the substitution of the community's SEP-0007, done before the query reaches an engine, so that every engine
gets the same text and gives the same rows. A term reaches sub-queries, FILTER, EXISTS and HAVING, which an injected
VALUES block does not.

A variable can be a parameter wherever SPARQL allows a term: not behind AS, nor bare in SELECT or GROUP BY.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

from rdflib import XSD, Literal, URIRef

from ..common.errors import QueryError

Term: TypeAlias = URIRef | Literal
Value: TypeAlias = Term | str | bool | int | float | Decimal | datetime.date

# PN_CHARS_BASE of SPARQL 1.1, rule 164; a variable's name may also hold the characters of rule 166.
_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_TOKEN = re.compile(
    rf"""
      (?P<iri>     <[^<>"{{}}|^`\\\x00-\x20]*> )
    | (?P<comment> \#[^\n\r]* )
    | (?P<string>  \"\"\"(?:\"{{0,2}}(?:[^"\\]|\\.))*\"\"\" | '''(?:'{{0,2}}(?:[^'\\]|\\.))*'''
                 | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
    | (?P<var>     [?$][{_BASE}_0-9][{_BASE}_0-9\u00b7\u0300-\u036f\u203f-\u2040]* )
    | (?P<name>    [{_BASE}_:](?:[{_BASE}_0-9.\-:%\u00b7\u0300-\u036f\u203f-\u2040]|\\[_~.\-!$&'()*+,;=/?\#@%])*
                 | @[A-Za-z][A-Za-z0-9\-]* )
    | (?P<space>   \s+ )
    | (?P<other>   . )
    """,
    re.VERBOSE | re.DOTALL,
)
_VARIABLE = re.compile(rf"[{_BASE}_0-9][{_BASE}_0-9\u00b7\u0300-\u036f\u203f-\u2040]*")
_BAD_IRI = re.compile(r'[<>"{}|^`\\\x00-\x20]')
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LANGUAGE = re.compile(r"[A-Za-z]+(?:-[A-Za-z0-9]+)*")
_ESCAPES = {'"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_MUST_ESCAPE = re.compile(r'\\(?:[uU][0-9A-Fa-f]*)?|["\n\r\t\b\f]')


def tokens(query: str) -> Iterator[tuple[str, str]]:
    """Cut a query into (kind, text) tokens that join to the same text again.

    Kinds are `iri`, `comment`, `string`, `var`, `name` (keywords, prefixed names, language tags), `space`, `other`.
    """
    for match in _TOKEN.finditer(query):
        yield str(match.lastgroup), match.group()


def query_form(query: str) -> str:
    """Return SELECT, ASK, CONSTRUCT or DESCRIBE; an update or anything else is a QueryError."""
    words = (text.upper() for kind, text in tokens(query) if kind == "name")
    for word in words:
        if word in {"PREFIX", "BASE"}:
            continue
        if word in {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}:
            return word
        if not word.endswith(":"):
            break
    raise QueryError(
        "this is not a SPARQL query",
        where=query.strip()[:60] or "the query",
        remedy="start with SELECT or ASK after the PREFIX lines; the store is changed by `build`, not by updates",
    )


def asked_graphs(query: str) -> bool:
    """Whether FROM says which graphs are the default graph; FROM NAMED alone leaves it as it is."""
    words = [text.upper() for kind, text in tokens(query) if kind not in {"space", "comment"}]
    return any(one == "FROM" and other != "NAMED" for one, other in pairwise(words))


def asks_others(query: str) -> bool:
    """Whether SERVICE asks another server."""
    return any(kind == "name" and text.upper() == "SERVICE" for kind, text in tokens(query))


def undeclared(query: str) -> list[str]:
    """The prefixes that a query uses and does not declare, with their colon, in order of the alphabet."""
    declared: set[str] = set()
    used: set[str] = set()
    before = ""
    for kind, text in tokens(query):
        if kind == "name" and ":" in text and not text.startswith(("@", "_:")):
            (declared if before == "PREFIX" else used).add(text[: text.index(":") + 1])
        if kind not in {"space", "comment"}:
            before = text.upper()
    return sorted(used - declared)


def bind(query: str, bindings: Mapping[str, Value] | None) -> str:
    """Put terms in the place of variables.

    Args:
        query: SPARQL text, valid as it stands.
        bindings: Variable name without its `?` -> an RDF term, or a Python value (see `term`).

    Raises:
        QueryError: A name is not a variable of the query, or a value is not an RDF term.
    """
    if not bindings:
        return query
    texts = {name: serialise(value) for name, value in bindings.items()}
    used: set[str] = set()
    out: list[str] = []
    previous = ""
    for kind, text in tokens(query):
        if kind == "var" and text[1:] in texts:
            if previous.upper() == "AS":
                raise QueryError(
                    f"{text} stands behind AS, so it cannot be a parameter", remedy="rename one of the two"
                )
            used.add(text[1:])
            out.append(f" {texts[text[1:]]} ")
        else:
            out.append(text)
        if kind not in {"space", "comment"}:
            previous = text
    if missing := sorted(texts.keys() - used):
        raise QueryError(
            f"the query has no variable ?{missing[0]}",
            remedy=f"its variables are {', '.join(variables(query)) or 'none'}",
        )
    return "".join(out)


def variables(query: str) -> tuple[str, ...]:
    """The names of a query's variables, with `?`, each once, in their order of appearance."""
    return tuple(dict.fromkeys("?" + text[1:] for kind, text in tokens(query) if kind == "var"))


def term(value: Value) -> Term:
    """Make an RDF term of a Python value: text is a plain literal, numbers, truth values and dates get their XSD type.

    Raises:
        QueryError: The value is of another type (a blank node, None, a list).
    """
    if isinstance(value, (URIRef, Literal)):
        return value
    if type(value) is str:
        return Literal(value)
    if isinstance(value, (bool, int, float, Decimal, datetime.date)):
        return Literal(value)
    raise QueryError(
        f"{value!r} is a {type(value).__name__}, which is no RDF term", remedy="give text, a number, a date or an IRI"
    )


def serialise(value: Value) -> str:
    r"""Write a value as one SPARQL token sequence: an IRI, or a literal with its language or datatype.

    Engines differ on when `\u` sequences are read (section 19.2 says before parsing, some do it inside strings), so a
    backslash before a `u` is written in a way that both read alike.

    Raises:
        QueryError: SPARQL has no way to write the value (an IRI with a space, half of a surrogate pair).
    """
    node = term(value)
    if _SURROGATE.search(node):
        raise QueryError(
            "a parameter holds half of a surrogate pair, which is no character", where=repr(str(node)[:60])
        )
    if isinstance(node, URIRef):
        return _iri(node)
    text = '"' + _MUST_ESCAPE.sub(_escape, str(node)) + '"'
    if node.language:
        if not _LANGUAGE.fullmatch(node.language):
            raise QueryError(f"{node.language!r} is no language tag", remedy="write it like en or de-CH")
        return f"{text}@{node.language}"
    # A plain literal is an xsd:string (RDF 1.1, section 3.3); rdflib matches only the plain form, so that is written.
    if node.datatype is None or node.datatype == XSD.string:
        return text
    return f"{text}^^{_iri(node.datatype)}"


def _iri(iri: str) -> str:
    if bad := _BAD_IRI.search(iri):
        raise QueryError(f"an IRI cannot hold {bad.group()!r}", where=repr(iri[:80]), remedy="percent-encode it")
    if not _ABSOLUTE.match(iri):
        raise QueryError("an IRI needs its scheme", where=repr(iri[:80]), remedy="write it in full, https://...")
    return f"<{iri}>"


def _escape(match: re.Match[str]) -> str:
    found = match.group()
    if found[0] == "\\":
        return "\\\\" + "".join(f"\\u{ord(c):04X}" for c in found[1:])
    return _ESCAPES[found]


def is_variable(name: str) -> bool:
    """Whether a name (without `?`) can be a SPARQL variable."""
    return _VARIABLE.fullmatch(name) is not None
