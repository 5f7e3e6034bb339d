"""Evidence as Web Annotation selectors (W3C, sections 4.2.4 and 4.2.5), with the sentence in which it stands.

A position counts characters of the exhibit's normalised text from 0; a quote always equals that slice. Sentences are
shared by all the evidence that stands in them, and a street address in one is left out, because no address may
stand in the graph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..common.errors import RecordError
from .nquads import decimal, literal, segment
from .records import Evidence, Instrument
from .sentences import Span, around, sentences
from .statements import OA, RDF_TYPE, Statements, term

# A longer span (a whole document on one line) is cut to this many characters on each side of the evidence.
_REACH = 1500
_FIELD = re.compile(
    r"(principals|attorneys|issuers|law_firms|signatories|witnesses|refers_to)\[(\d+)\](\.affiliation)?"
)
_NODES = {
    "principals": "principal", "attorneys": "attorney", "issuers": "issuer", "law_firms": "law-firm",
    "signatories": "signatory", "witnesses": "witness", "refers_to": "reference",
}  # fmt: skip
_STREET = (
    r"Street|St\.|Avenue|Ave\b\.?|Road|Rd\b\.?|Boulevard|Blvd\b\.?|Drive|Dr\.|Lane|Ln\b\.?|Court|Place|Plaza|Parkway"
    r"|Pkwy\b\.?"
    r"|Highway|Hwy\b\.?|Way|Circle|Terrace|Turnpike|Trail|Broadway"
)
_ADDRESS = re.compile(
    r"\b\d{1,6}[A-Z]?(?:-\d+)?,?[ \n]+"
    r"(?:(?:[NSEW]\.?|North|South|East|West|\d+(?:st|nd|rd|th)|[A-Z][\w.'-]*)[ \n]+){0,4}"
    rf"(?:{_STREET})(?!\w)(?:[ ,\n]+(?:Suite|Ste\.?|Floor|Fl\.?|Room|Unit|Apt\.?|#)[ \n]*[\w-]+"
    r"|[ ,\n]+\d+(?:st|nd|rd|th)[ \n]+Floor)*"
    r"|\bP\.?[ ]?O\.?[ ]?Box[ \n]+\d+|\b(?:Suite|Apt\.?)[ ]+\d+[A-Z]?\b"
)


class Exhibits:
    """The texts of one document: their nodes, and their sentences, which are parted when first asked for."""

    def __init__(self, document: str, texts: Mapping[str, str]) -> None:
        self._document, self._texts = document, texts
        self._spans: dict[str, list[Span]] = {}

    def name(self, exhibit: str | None) -> str:
        """The name of the text that an instrument stands in: its exhibit, or the only text there is.

        Raises:
            RecordError: The document has texts, but none of that name.
        """
        if exhibit is None and len(self._texts) == 1:
            return next(iter(self._texts))
        name = exhibit or "1"
        if self._texts and name not in self._texts:
            raise RecordError(
                f"there is no exhibit {name!r}", where="exhibit", remedy=f"name one of {', '.join(sorted(self._texts))}"
            )
        return name

    def text(self, name: str) -> str | None:
        """The normalised text of that name; None for a record line, which has none."""
        return self._texts.get(name)

    def node(self, name: str) -> str:
        """The IRI of a text, without brackets."""
        return f"{self._document}/text/{segment(name)}"

    def sentence(self, name: str, start: int, end: int) -> Span | None:
        """The sentence or line around a slice of a text."""
        text = self._texts[name]
        if name not in self._spans:
            self._spans[name] = sentences(text)
        span = around(self._spans[name], start, end)
        if span is None or span[1] - span[0] <= 2 * _REACH + (end - start):
            return span
        return max(span[0], start - _REACH), min(span[1], end + _REACH)


def evidence(out: Statements, exhibits: Exhibits, instrument: Instrument, base: str) -> None:
    """Say what supports the facts of an instrument whose node is `base` (an IRI without brackets).

    Raises:
        RecordError: A quote is not its slice of the text, or a field names something that the instrument lacks.
    """
    if not instrument.evidence:
        return
    name = exhibits.name(instrument.exhibit)
    text, source = exhibits.text(name), exhibits.node(name)
    if text is None:
        out.a(f"<{source}>", "ExhibitText")
    for number, item in enumerate(instrument.evidence, 1):
        if text is not None and text[item.start : item.end] != item.quote:
            raise RecordError(
                f"the quote {item.quote[:60]!r} is not the text at {item.start}-{item.end}, "
                f"which is {text[item.start : item.end][:60]!r}",
                where=f"evidence[{number - 1}] of {item.field}",
                remedy="count characters of the normalised text from 0",
            )
        node, position, quote = (f"<{base}/evidence/{number}{part}>" for part in ("", "/position", "/quote"))
        out.a(node, "Evidence")
        out.add(node, term("supports"), f"<{_supported(instrument, item, base)}>")
        out.text(node, "field", item.field)
        out.add(node, term("confidence"), decimal(item.confidence))
        out.add(node, f"<{OA}hasSource>", f"<{source}>")
        out.add(node, f"<{OA}hasSelector>", position)
        out.add(node, f"<{OA}hasSelector>", quote)
        out.add(position, RDF_TYPE, f"<{OA}TextPositionSelector>")
        out.count(position, f"<{OA}start>", item.start)
        out.count(position, f"<{OA}end>", item.end)
        out.add(quote, RDF_TYPE, f"<{OA}TextQuoteSelector>")
        out.add(quote, f"<{OA}exact>", literal(item.quote))
        span = exhibits.sentence(name, item.start, item.end) if text is not None else None
        if text is not None and span is not None:
            sentence = f"<{source}/sentence/{span[0]}-{span[1]}>"
            out.add(node, term("inSentence"), sentence)
            out.a(sentence, "Sentence")
            out.text(sentence, "sentenceText", without_addresses(text[span[0] : span[1]]))
            out.count(sentence, f"<{OA}start>", span[0])
            out.count(sentence, f"<{OA}end>", span[1])


def without_addresses(sentence: str) -> str:
    """A sentence in which `[address]` stands for each street address or post box."""
    return _ADDRESS.sub("[address]", sentence)


def _supported(instrument: Instrument, item: Evidence, base: str) -> str:
    """The node that a field is about: a mention, a reference, or the instrument as a whole."""
    found = _FIELD.match(item.field)
    if not found:
        return base
    values, number = getattr(instrument, found[1]), int(found[2])
    if number >= len(values) or (found[3] and getattr(values[number], "affiliation", None) is None):
        raise RecordError("evidence for something that the instrument does not have", where=item.field)
    return f"{base}/{_NODES[found[1]]}/{number + 1}{'/affiliation' if found[3] else ''}"
