"""Clauses that are taken for granted, whatever becomes of the clause around them.

Reasons and contrasts, what only adds to a name, and what an open question or a free relative starts from ("why they
left", "what it called …"): presuppositions after Levinson (1983, ch. 4) and Huddleston and Pullum (2002, ch. 11, 12).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality.forms import is_finite, is_past
from kg.extract.factuality.readings import cue_class
from kg.extract.quotes import in_quotes
from kg.extract.syntax import children, is_definite

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_REASONS = frozenset({"although", "because", "since", "though", "whereas"})
_OPEN = frozenset({"how", "what", "where", "which", "who", "whom", "why"})
_TIMES = _REASONS | {"after", "as", "before", "once", "when", "while"}
_LEADS = frozenset({",", ":"})
_DEPTH = 6
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})


def is_presupposed(verb: Token, head: Token) -> bool:
    """Whether an adverbial or relative clause, or a participle, is so even if its main clause may not be.

    "May resign because he faces charges", "urged X to free the soldiers who are holding the bridge", "may join Sudrel,
    which builds ships"; not in the simple present where the noun is only marked out: that is of whoever does it ("will
    punish the drivers who speed").
    """
    if not is_finite(verb):
        return verb.tag_ == "VBN" and verb.dep_ == "acl" and is_definite(head) and _is_set_apart(verb)
    if verb.dep_ == "advcl":
        return any(c.lower_ in _REASONS or _is_contrast(c, verb) for c in children(verb, "mark"))
    if verb.dep_ != "relcl" or any(c.tag_ == "MD" for c in children(verb, "aux")):
        return False
    known = is_definite(head) or head.dep_ == "appos"
    return known and (_is_going_on(verb) or (_is_set_apart(verb) and verb.left_edge.tag_ in _WH))


def _is_contrast(mark: Token, verb: Token) -> bool:
    """Whether *while* or *as* sets one thing against another: "even as …", ", while five percent prefer …"."""
    if mark.lower_ not in {"as", "while"} or mark.i == 0:
        return False
    if mark.nbor(-1).lower_ in {"even", "just"}:
        return True
    return mark.lower_ == "while" and (mark.nbor(-1).text == "," or verb.i < verb.head.i)


def _is_set_apart(verb: Token) -> bool:
    edge = verb.left_edge
    return edge.i > 0 and edge.nbor(-1).text == ","


def _is_going_on(verb: Token) -> bool:
    return verb.lemma_ == "be" or any(c.lemma_ in {"be", "have"} for c in children(verb, "aux", "auxpass"))


def is_background(trigger: Token, lexicon: Lexicon) -> bool:
    """Whether an event stands in a clause that is taken for granted, and is told by nobody who only wants something.

    A finite relative clause, a participle of something known, or a clause of time or reason in the past, above it:
    "vowed to free the soldiers *who held the bridge*", "to mend the bridge *burnt* in May", "asked for help *after
    rebels attacked*".
    """
    clause = trigger
    for _ in range(_DEPTH):
        if clause.dep_ == "relcl" and is_finite(clause):
            # Children who missed their lessons may be any.
            told = any(c.lower_ == "had" for c in children(clause, "aux")) or _is_set_apart(clause)
            if told or is_definite(clause.head) or children(clause.head, "det", "nummod"):
                return True
        elif clause.dep_ == "acl" and clause.tag_ == "VBN" and (is_definite(clause.head) or _is_set_apart(clause)):
            return True
        if (
            clause.dep_ == "advcl"
            and is_past(clause)
            and any(c.lower_ in _TIMES for c in children(clause, "mark", "advmod"))
        ):
            return True
        found = cue_class(clause.head, lexicon) if clause.dep_ in {"ccomp", "xcomp"} else None
        if clause.head.i == clause.i or clause.dep_ == "pcomp" or (found is not None and found.attributes):
            return False
        clause = clause.head
    return False


def is_open(verb: Token) -> bool:
    """Whether a clause is a free relative or an open question with a tense: "why they left", not "how to leave"."""
    return verb.left_edge.lower_ in _OPEN and is_finite(verb) and verb.dep_ not in {"relcl", "acl", "ROOT"}


def is_untold(verb: Token) -> bool:
    """Whether a clause with a tense behind a preposition takes nothing for granted: "on whether X won"."""
    return is_finite(verb) and not is_open(verb)


def is_settled(verb: Token, lexicon: Lexicon) -> bool:
    """Whether such a clause tells an event and no habit: past, perfect, going on, or somebody's word for something."""
    if any(c.tag_ == "MD" for c in children(verb, "aux")):
        return False
    found = cue_class(verb, lexicon)
    return is_past(verb) or _is_going_on(verb) or (found is not None and found.attributes)


def is_answered(verb: Token, lexicon: Lexicon) -> bool:
    """Whether an open question that a noun raises says itself that something is so.

    "Questions about how they won", "talk of what it called a threat"; not "a crisis over what it is able to do".
    """
    found = cue_class(verb, lexicon)
    return verb.left_edge.lower_ in {"how", "why"} or is_past(verb) or (found is not None and found.attributes)


def is_inserted(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb of saying only tells whose word the clause under it is: "a pact which *he said* was a mistake".

    A relative clause whose own verb stands under that of saying; that it was said is told by whoever tells the rest.
    """
    if verb.dep_ not in {"relcl", "pcomp", "ccomp"} or verb.left_edge.tag_ not in _WH or in_quotes(verb):
        return False
    found = cue_class(verb, lexicon)
    clauses = [c for c in children(verb, "ccomp") if c.i > verb.i] if found is not None and found.name == "say" else ()
    gapped = [c for c in clauses if not any(m.lower_ == "that" for m in children(c, "mark"))]
    return any(not children(c, "nsubj", "nsubjpass") or c.left_edge.i < verb.i for c in gapped)


def is_reply(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a joined clause quotes words of its own: "She said A, and when pressed, the minister *replied*, “B”".

    It stands beside the clause that says A, and in no content of it.
    """
    if verb.dep_ != "conj" or not children(verb, "nsubj") or in_quotes(verb):
        return False
    found = cue_class(verb, lexicon)
    said = [c for c in children(verb, "ccomp") if c.i > verb.i] if found is not None and found.name == "say" else ()
    return any(in_quotes(c) and c.doc.tokens[verb.i + 1].text in _LEADS for c in said)
