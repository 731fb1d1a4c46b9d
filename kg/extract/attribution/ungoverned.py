"""What a cue attributes though it does not govern it: the clause it is put into, and all of a sentence before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality import cue_class
from kg.extract.quotes import in_quotes
from kg.extract.syntax import children

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

# "X said when asked", "X said as the talks began": a clause of time or reason is not what is said.
ADVERBIAL = frozenset(
    {"when", "while", "after", "before", "because", "as", "although", "though", "since", "until", "unless", "once"}
)
_THIRD = frozenset({"he", "she"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_IT = frozenset({"it", "that", "this"})


def is_adverbial(clause: Token) -> bool:
    """Whether a clause says when or why."""
    return any(m.lower_ in ADVERBIAL for m in children(clause, "mark", "advmod"))


def inserted(verb: Token) -> set[int]:
    """What a cue that governs nothing says: the clause that it is put into, or that it introduces with *as*.

    Where another cue is put into that clause, what is so "as X said" is that one's.
    """
    if _is_parenthetical(verb) or (_is_as(verb) and not any(map(_is_parenthetical, verb.head.children))):
        return {t.i for t in verb.head.subtree} - {t.i for t in verb.subtree}
    return set()


def _is_parenthetical(verb: Token) -> bool:
    """Whether it is as in "The talks, he said, will resume": a cue between commas that governs nothing itself."""
    if verb.dep_ not in {"parataxis", "ccomp"} or children(verb, "dobj") or not children(verb, "nsubj"):
        return False
    if children(verb, "advcl") and verb.doc.tokens[min(verb.i + 1, len(verb.doc.tokens) - 1)].text != ",":
        return False
    edge = verb.left_edge.i
    before = verb.doc.tokens[edge - 1] if edge > verb.sent.start else None
    return verb.dep_ == "parataxis" or (before is not None and before.is_punct)


def _is_as(verb: Token) -> bool:
    """Whether it is as in "As X said, the talks failed"; "fell as X spoke" says when, "as rich as X says" compares."""
    if verb.dep_ != "advcl" or not any(c.lower_ == "as" for c in children(verb, "mark")) or children(verb, "dobj"):
        return False
    return verb.i < verb.head.i or verb.doc.tokens[verb.left_edge.i - 1].is_punct


def closed(verb: Token, content: set[int]) -> set[int]:
    """All of a sentence that its last clause attributes: "The roads are closed, and the bridges too, X said."."""
    speakers = children(verb, "nsubj")
    if len(speakers) != 1 or says_that(verb) or (content and max(content) > verb.i):
        return set()
    sentence, doc = verb.sent, verb.doc
    start = min(speakers[0].left_edge.i, verb.i)
    end = max(speakers[0].right_edge.i, verb.i)
    if start - 2 <= sentence.start or not (doc.tokens[start - 1].text == "," or _is_behind_stop(verb, start)):
        return set()
    if any(t.pos_ in {"VERB", "AUX"} and t.dep_ not in {"relcl", "acl"} for t in doc[end + 1 : sentence.end]):
        return set()
    before = doc[sentence.start : start - 1]
    # "When the talks failed, Norland said no": when it said so is no part of it, nor "asked whether they failed".
    apart = {t.i for c in children(verb, "advcl") if is_adverbial(c) or _is_participle(c) for t in c.subtree}
    finite = any(t.tag_ in _FINITE and t.dep_ not in {"relcl", "acl"} and t.i not in apart for t in before)
    return {t.i for t in before} if finite else set()


def _is_behind_stop(verb: Token, start: int) -> bool:
    """Whether nothing but a semicolon parts what is said from its speaker: "Norland closed the road; Bell said."."""
    told = any(c.i < start for c in children(verb, "parataxis", "ccomp"))
    return told and verb.doc.tokens[start - 1].text == ";" and not children(verb, "dobj", "advmod", "prt")


def says_that(verb: Token) -> bool:
    """Whether a pronoun behind a verb is what it says, so that nothing before it is: "he did this, he *said* that"."""
    return any(o.i > verb.i and o.lower_ in _IT for o in children(verb, "dobj"))


def is_of_others(clause: Token, lexicon: Lexicon) -> bool:
    """Whether a clause sets what others say against what was said: "X said it was safe, while Y *said* it was not"."""
    if not any(m.lower_ in {"while", "whereas"} for m in children(clause, "mark")) or in_quotes(clause):
        return False
    found = cue_class(clause, lexicon) if children(clause, "nsubj") else None
    return found is not None and found.name == "say"


def _is_participle(clause: Token) -> bool:
    return clause.tag_ in {"VBG", "VBN"} and not children(clause, "aux", "auxpass", "mark", "nsubj", "nsubjpass")


def says_again(cue: Token, clause: Token, lexicon: Lexicon) -> bool:
    """Whether a clause before a cue is a saying of the same speaker: "*Bell said* he ran as “we won,” he said"."""
    again, first = children(cue, "nsubj"), children(clause, "nsubj")
    if clause.i > cue.i or in_quotes(clause) or not first or not again or again[0].lower_ not in _THIRD:
        return False
    found, start = cue_class(clause, lexicon), again[0].left_edge.i
    marks = cue.doc.tokens[max(start - 2, 0) : start]
    return found is not None and found.name == "say" and len(marks) > 1 and all(t.is_punct for t in marks)


def last_words(cue: Token, content: set[int]) -> set[int]:
    """Of what is said those words that stand between marks, where the cue does not; else all."""
    quoted = {i for i in content if in_quotes(cue.doc[i])}
    return quoted if quoted and not in_quotes(cue) else content
