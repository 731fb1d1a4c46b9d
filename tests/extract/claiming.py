"""A lexicon with the cues that attribution alone looks at, and what was read with it in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.attribution import attributions
from kg.extract.triggers import triggers
from tests.extract.conftest import LEXICON, mentions

if TYPE_CHECKING:
    from kg.extract.tree import Doc
    from kg.model import Attribution, Span
    from kg.ontology import Lexicon

_SAY, _BELIEVE, _WANT = (LEXICON.cues[word, "verb"] for word in ("say", "believe", "want"))
_JUDGE = replace(_SAY, name="judge")
_ROWS = {
    ("criticise", "object"): _JUDGE,
    ("call", "object"): _JUDGE,
    ("complain about", "object"): _JUDGE,
    ("continue", "quotation"): _SAY,
    ("read", "quotation"): _SAY,
    ("opinion", "view"): _BELIEVE,
    ("confident", "adj"): _BELIEVE,
    ("willing", "adj"): _WANT,
    ("add", "verb"): _SAY,
    ("answer", "noun"): _SAY,
    ("comment", "noun"): _SAY,
}
CLAIMING = replace(LEXICON, cues={**LEXICON.cues, **_ROWS})


def claims(doc: Doc, *, lexicon: Lexicon = CLAIMING) -> list[Attribution]:
    """The attributions of a parse."""
    return attributions(doc, mentions(doc), triggers(doc, lexicon), lexicon)


def said(doc: Doc, *, lexicon: Lexicon = CLAIMING) -> list[str]:
    """The attributions in words: "Norland | said | the treaty stands", with … between stretches, ? for nobody."""
    return [
        f"{_of(a.authority, doc, '?')} | {_of(a.cue, doc, '-')} | {' … '.join(part.of(doc.text) for part in a.content)}"
        for a in claims(doc, lexicon=lexicon)
    ]


def _of(span: Span | None, doc: Doc, nothing: str) -> str:
    return span.of(doc.text) if span is not None else nothing
