"""Questions: by their mark, by their order ("did they leave", "why would they leave"), and what they take for granted.

A clause asks by its own stop: the mark inside a quotation is no question of who quotes it. Who asks why something is so
presupposes that it is (Levinson 1983, ch. 4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.quotes import in_quotes
from kg.extract.syntax import children

if TYPE_CHECKING:
    from collections.abc import Collection

    from kg.extract.tree import Doc, Token

_ASKING = "kg.asking"  # the key of what is worked out once for a Doc
_STOPS = frozenset({".", "!", "?"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_BEFORE_QUESTION = frozenset({",", ":", "“", '"', "''", "``"})
_ASKED = frozenset({"how", "when", "where", "why"})
_WILL = frozenset({"will", "wo", "'ll", "’ll"})


def is_question(verb: Token) -> bool:
    """Whether a verb asks: whether the sentence that it stands in, inside the marks or outside of them, ends so."""
    if verb.dep_ not in {"ROOT", "conj", "ccomp", "parataxis"}:
        return False
    if is_why(verb):
        return False
    if _is_asked(verb) or _is_turned(verb):
        return True
    if _holds_question(verb):
        return False
    if verb.sent.start not in _with_marks(verb.doc):
        return False
    quoted = in_quotes(verb)
    stops = [t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.text in _STOPS and in_quotes(t) is quoted]
    if not stops:
        return False
    if quoted and not all(in_quotes(t) for t in verb.doc.tokens[verb.i : stops[0].i]):
        # "“They left,” X said, asking: “Did they pay?”": that is another quotation.
        return False
    return (stops[0] if quoted else stops[-1]).text == "?"


def is_why(verb: Token) -> bool:
    """Whether a clause asks why something is so, and takes it for granted: "why did they leave?"; not "why would …"."""
    asking = [c for c in verb.kinds.get("advmod", ()) if c.lower_ == "why" and c.i < verb.i]
    if not asking:
        return False
    helped = (*children(verb, "aux", "auxpass"), *([verb] if verb.pos_ == "AUX" else []))
    if any(c.tag_ == "MD" and c.lower_ not in _WILL for c in helped):
        return False
    subjects = children(verb, "nsubj", "nsubjpass", "expl")
    return any(asking[0].i < c.i < s.i for c in helped for s in subjects)


def _is_turned(verb: Token) -> bool:
    """Whether a main clause opens with *why* or *how* and a modal before its subject: "So why would they leave"."""
    if verb.dep_ != "ROOT":
        return False
    asking = [c for c in verb.kinds.get("advmod", ()) if c.lower_ in _ASKED and c.i < verb.i]
    if not asking:
        return False
    modals = [c for c in children(verb, "aux") if c.tag_ == "MD" and c.i == asking[-1].i + 1]
    return any(modal.i < s.i for modal in modals for s in children(verb, "nsubj", "nsubjpass"))


def _holds_question(verb: Token) -> bool:
    """Whether the question is what a verb says, and not whether it says so: "I think it is, who do you trust?"."""
    if "ccomp" not in verb.kinds or not children(verb, "nsubj"):
        return False
    if verb.left_edge.tag_ in _WH or _is_inverted(verb):
        return False
    clauses = [c for c in children(verb, "ccomp") if c.i > verb.i]
    if any(c.left_edge.tag_ in _WH and c.left_edge.nbor(-1).text in _BEFORE_QUESTION for c in clauses):
        return True
    tokens = verb.doc.tokens
    return any(
        t.tag_ in _WH and tokens[t.i - 1].text in _BEFORE_QUESTION and tokens[t.i + 1].pos_ == "AUX"
        for c in clauses
        for t in tokens[verb.i + 1 : c.right_edge.i]
    )


def _is_inverted(verb: Token) -> bool:
    """Whether an auxiliary stands before the subject: "do you think …"."""
    subjects = children(verb, "nsubj")
    return any(aux.i < subjects[0].i for aux in children(verb, "aux", "auxpass"))


def _with_marks(doc: Doc) -> Collection[int]:
    """The starts of the sentences that hold a question mark; worked out once for a Doc."""
    if _ASKING not in doc.user_data:
        asking = (token.sent.start for token in doc.tokens if token.text == "?")
        doc.user_data[_ASKING] = set(asking) if "?" in doc.text else set()
    known: Collection[int] = doc.user_data[_ASKING]
    return known


def _is_asked(verb: Token) -> bool:
    """Whether a clause opens with *do* before its subject, whatever mark ends it: "Did they leave"."""
    first = verb.left_edge
    if first.lemma_ != "do" or first.head is not verb or first.dep_ != "aux":
        return False
    subjects = children(verb, "nsubj", "nsubjpass")
    return bool(subjects) and first.i < subjects[0].i
