"""Terms and lines of N-Quads, written directly.

The rules are those of RDF 1.1 N-Quads (W3C, section 4, grammar) and of RFC 3987 for IRIs. Every function gives text
that stands in a line as it is, so a caller puts a line together with `line` or with an f-string. Callers may rely on:
any string comes back as it was when the line is read again, except that a lone surrogate, which no encoding of Unicode
can hold, is written as U+FFFD; and on ASCII-only IRIs.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from ..common.errors import RecordError

XSD = "http://www.w3.org/2001/XMLSchema#"

_ESCAPES = {
    **{code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)},
    # ECHAR of the grammar, for those that have one and must or should use it.
    0x08: "\\b", 0x09: "\\t", 0x0A: "\\n", 0x0C: "\\f", 0x0D: "\\r", 0x22: '\\"', 0x5C: "\\\\",
}  # fmt: skip
_SURROGATE = re.compile("[\ud800-\udfff]")
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:.")
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
# RFC 3986, section 2.2: reserved characters that may stand in a path, query or fragment; `#` and `%` are seen to apart.
_RESERVED = "!$&'()*+,;=:@/?~"


def literal(text: str) -> str:
    """A string literal, quotes included."""
    if not text.isprintable() or '"' in text or "\\" in text:
        text = _SURROGATE.sub("\ufffd", text).translate(_ESCAPES)
    return f'"{text}"'


def typed(text: str, datatype: str) -> str:
    """A literal with a datatype, given as an absolute IRI."""
    return f"{literal(text)}^^<{datatype}>"


def tagged(text: str, language: str) -> str:
    """A literal with a language tag (BCP 47, in lower case, as RDF 1.1 Concepts, section 3.3, compares them).

    Raises:
        RecordError: The tag is not well-formed.
    """
    if not _LANGUAGE.fullmatch(language):
        raise RecordError(f"{language!r} is not a language tag", remedy="write one such as en or de-CH")
    return f"{literal(text)}@{language.lower()}"


def integer(value: int) -> str:
    """An `xsd:integer` in its canonical form."""
    return f'"{value}"^^<{XSD}integer>'


@lru_cache(maxsize=4096)
def decimal(value: float) -> str:
    """An `xsd:decimal` in the canonical form of XSD 1.1 (no point when whole), rounded to nine places."""
    digits = f"{value:.9f}".rstrip("0").rstrip(".")
    return f'"{"0" if digits == "-0" else digits}"^^<{XSD}decimal>'


def boolean(value: bool) -> str:
    """An `xsd:boolean`."""
    return f'"{"true" if value else "false"}"^^<{XSD}boolean>'


def date(day: str) -> str:
    """An `xsd:date` without a time zone; `day` is a valid `YYYY-MM-DD`."""
    return f'"{day}"^^<{XSD}date>'


def iri(address: str) -> str:
    """An IRI in its brackets; what IRIREF and RFC 3987 do not allow is percent-encoded.

    Raises:
        RecordError: The address has no scheme, so it is not absolute.
    """
    if not _SCHEME.match(address):
        raise RecordError(f"{address!r} is not an absolute IRI", remedy="write it with its scheme, such as https://")
    scheme, rest = address.split(":", 1)
    rest, mark, fragment = rest.partition("#")
    return f"<{scheme}:{_encode(rest)}{mark}{_encode(fragment)}>"


def segment(text: str) -> str:
    """One segment of an IRI's path, percent-encoded so that it neither parts nor climbs the path."""
    encoded = quote(_SURROGATE.sub("\ufffd", text), safe="")
    return encoded.replace(".", "%2E") if encoded in {".", ".."} else encoded


def line(subject: str, predicate: str, value: str, graph: str) -> bytes:
    """One line of N-Quads from four terms that the functions above have written."""
    return f"{subject} {predicate} {value} {graph} .\n".encode()


def _encode(text: str) -> str:
    text = _LONE_PERCENT.sub("%25", _SURROGATE.sub("\ufffd", text))
    head, tail = "", text
    if text.startswith("//"):
        # Only an authority may hold brackets, around an IPv6 address.
        host, slash, path = text[2:].partition("/")
        if re.fullmatch(r"([\w.~!$&'()*+,;=:-]*@)?\[[0-9A-Fa-f:.]+\](:\d*)?", host, re.ASCII):
            head, tail = f"//{host}", slash + path
    return head + quote(tail, safe=_RESERVED + "%")
