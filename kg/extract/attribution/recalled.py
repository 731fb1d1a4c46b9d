"""What somebody saw others do, as he tells it: "recalled Bell talking of the mine", "described a man running away".

The participle behind the object of such a verb is a clause of its own, whose subject the object is (Quirk et al. 1985,
16.53): who recalls it tells that it was so, and the writer does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import children

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_ABOUT = frozenset({"about", "of"})
_RECALLING = frozenset({"describe", "recall", "recollect", "recount"})


def recalled(verb: Token) -> list[Token]:
    """The participles that tell what the object of a verb of recalling did; none that a comma parts from it."""
    if verb.lemma_ not in _RECALLING:
        return []
    objects = children(verb, "dobj")
    near = [clause for clause in children(verb, "advcl") if any(_is_behind(clause, thing) for thing in objects)]
    return near + [c for thing in objects for c in children(thing, "acl") if _is_behind(c, thing)]


def narrated(verb: Token, lexicon: Lexicon) -> list[Token]:
    """What a tale is about that somebody tells: "the story that Bell told about a man who *ran*"."""
    tales = lexicon.words.get("tale", ())
    told = [*children(verb, "dobj"), *([verb.head] if verb.dep_ == "relcl" else [])]
    by_one = any(s.ent_type_ == "PERSON" or s.lower_ in {"he", "she"} for s in children(verb, "nsubj"))
    if not by_one or not any(noun.lemma_ in tales for noun in told):
        return []  # what a film tells is made up
    topics = [p for word in (verb, *told) for p in children(word, "prep") if p.lower_ in _ABOUT and p.i > verb.i]
    return [c for p in topics for noun in children(p, "pobj") for c in children(noun, "relcl")]


def _is_behind(clause: Token, thing: Token) -> bool:
    bare = clause.tag_ == "VBG" and not children(clause, "mark", "nsubj")
    return bare and clause.left_edge.i == clause.i and clause.nbor(-1) in (thing, *thing.subtree)
