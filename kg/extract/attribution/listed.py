"""What goes on with a report behind a semicolon: "Bell said that Nor *holds* 2 mines; Sud holds 5; …".

Members of a list have one build (Quirk et al. 1985, 13.16): a clause with the verb of the one that was said goes on
with it, and another may be the writer's ("Bell said that the talks failed; the union *denied* it").
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract.factuality import cue_class
from kg.extract.quotes import in_quotes
from kg.extract.syntax import SUBJECT, children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.tree import Token
    from kg.ontology import Lexicon


def listed(cue: Token, clause: Token, lexicon: Lexicon) -> set[int]:
    """The tokens of the members behind the one that a cue governs, none where marks of quotation stand around it."""
    if clause.i < cue.i or in_quotes(clause) or not any(m.lower_ == "that" for m in children(clause, "mark")):
        return set()
    found: set[int] = set()
    for piece in _pieces(clause):
        subject = next((t for t in piece if t.dep_ in SUBJECT and t.head.i > t.i), None)
        if subject is None or subject.head.lemma_ != clause.lemma_ or subject.head not in piece:
            break
        apart = {t.i for c in piece if _tells(c, lexicon) and c.i != subject.head.i for t in c.subtree}
        found |= {t.i for t in piece} - apart
    return found


def _pieces(clause: Token) -> Iterator[list[Token]]:
    """The stretches of the sentence between the semicolons behind a clause, and its end."""
    tokens, end = clause.doc.tokens, clause.sent.end
    stops = [i for i in range(clause.i, end) if tokens[i].text == ";"]
    for start, stop in pairwise([*stops, end]):
        yield tokens[start + 1 : stop]


def _tells(clause: Token, lexicon: Lexicon) -> bool:
    """Whether a joined clause tells who says something else."""
    found = cue_class(clause, lexicon) if clause.dep_ == "conj" and children(clause, "nsubj") else None
    return found is not None and found.name == "say"
