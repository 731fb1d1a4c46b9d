"""What somebody saw others do, as he tells it: "recalled Bell talking of the mine", "described a man running away".

The participle behind the object of such a verb is a clause of its own, whose subject the object is (Quirk et al. 1985,
16.53): who recalls it tells that it was so, and the writer does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import children

if TYPE_CHECKING:
    from kg.extract.tree import Token

_RECALLING = frozenset({"describe", "recall", "recollect", "recount"})


def recalled(verb: Token) -> list[Token]:
    """The participles that tell what the object of a verb of recalling did; none that a comma parts from it."""
    if verb.lemma_ not in _RECALLING:
        return []
    objects = children(verb, "dobj")
    near = [clause for clause in children(verb, "advcl") if any(_is_behind(clause, thing) for thing in objects)]
    return near + [c for thing in objects for c in children(thing, "acl") if _is_behind(c, thing)]


def _is_behind(clause: Token, thing: Token) -> bool:
    bare = clause.tag_ == "VBG" and not children(clause, "mark", "nsubj")
    return bare and clause.left_edge.i == clause.i and clause.nbor(-1) in (thing, *thing.subtree)
