"""The objects of a verb: what the parse has for them, without what is none, and with what stands elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.roles.beyond import is_aside, is_gap_below
from kg.extract.roles.gaps import ADVERBIAL, gap, shared_gap
from kg.extract.syntax import antecedent, children, nominals
from kg.extract.valency import INTRANSITIVE, NAMING, TWO_OBJECTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.tree import Token


# What has a title of its own.
_WORKS = (
    frozenset({"album", "article", "ballet", "blog", "book", "column", "documentary", "drama", "essay", "exhibition"})
    | {"film", "memoir", "movie", "musical", "novel", "opera", "painting", "play", "podcast", "poem", "series"}
    | {"show", "song", "story"}
)
_NEAR = 2
_DOING = frozenset({"he", "i", "she", "they", "we"})
_FREE = frozenset({"whatever", "whichever", "whoever", "whomever"})
_SPLITS = frozenset({",", "-", "--", "–", "—", ":"})


def direct_objects(verb: Token) -> list[Token]:
    """What a verb acts on, conjuncts included: its objects, else the noun that it belongs to, or what it shares."""
    things = [thing for thing in _uncoordinated(verb) if not (is_gap_below(verb, thing) or is_aside(verb, thing))]
    found = [each for thing in things for each in _without_title(_meant(thing)) if not _is_beside(each)]
    if found:
        # "The man they called *a thief*": the man is called so.
        named = gap(verb) if verb.lemma_ in NAMING and found[0].i > verb.i and "oprd" not in verb.kinds else None
        return found if named is None else [named, *found]
    noun = gap(verb) or shared_gap(verb) or _fronted(verb)
    return [noun] if noun is not None else _shared(verb)


def _fronted(verb: Token) -> Token | None:
    """The amount that opens a clause as what its verb acts on: "*That much* she accomplished"."""
    first = verb.left_edge
    much = first.nbor() if first.lower_ in {"that", "this"} and first.i + 1 < verb.i else None
    if much is None or much.lower_ != "much" or much.dep_ != "advmod" or verb.lemma_ in INTRANSITIVE:
        return None
    alone = verb.kinds.keys().isdisjoint({"acomp", "attr", "ccomp", "prt", "xcomp"})
    return much if alone and "nsubj" in verb.kinds and much.head is verb else None


def _shared(verb: Token) -> list[Token]:
    """What a verb acts on as the next one does that is joined to it: "met and married *her*"."""
    if verb.lemma_ in INTRANSITIVE:
        return []
    taking = any(verb.lemma_ in verb.doc.user_data.get(name, ()) for name in ("taking", "transitive"))
    for other in children(verb, "conj"):
        between = verb.doc[verb.i + 1 : other.i]
        plain = all(t.dep_ in {"cc", "punct"} for t in between)
        # "Struck and fatally *injured her*": words between belong to the second verb, and the first acts on something.
        plain = plain or (taking and all(t.dep_ in {"cc", "punct"} or other.is_ancestor(t) for t in between))
        if other.pos_ == "VERB" and not children(other, "nsubj") and plain:
            return [] if children(other, "xcomp", "ccomp") else direct_objects(other)
    return []


def _meant(thing: Token) -> list[Token]:
    """The nominals of an object; of a "that" that the tagger takes for a conjunction, what it stands for."""
    if thing.lower_ == "that" and thing.tag_ == "IN":
        noun = antecedent(thing)
        # "Would you have believed *that*?"
        return [noun or thing] if noun is not None or thing.i > thing.head.i else []
    # "Whatever they say" stands for nothing before it.
    return [thing] if thing.lower_ in _FREE else nominals(thing)


def is_deed(thing: Token) -> bool:
    """Whether what stands second in a list of two without "and" is the next deed: "cut taxes, *end aid* and leave"."""
    first = thing.head
    verb = first.head
    if thing.dep_ != "conj" or first.dep_ != "dobj" or thing.left_edge.dep_ != "compound" or "conj" in thing.kinds:
        return False
    linked = "cc" in first.kinds or thing.left_edge.nbor(-1).text != ","
    return not linked and any(other.pos_ == "VERB" and other.i > thing.i for other in children(verb, "conj"))


def _is_beside(thing: Token) -> bool:
    """Whether what the parse joins to an object is none: "lost a leg and, *like Bell*, …", "one side or *another*"."""
    if thing.dep_ != "conj":
        return False
    if is_deed(thing):
        return True
    either = thing.lower_ == "another" and any(each.lower_ == "one" for each in thing.head.children)
    return either or any(each.lower_ == "like" and each.i < thing.i for each in thing.children)


def _is_astray(verb: Token, thing: Token) -> bool:
    """Whether a comma parts an object from another phrase of its verb, which it goes on with: "talks with A, *B*".

    Not so what stands behind an insertion: "saw, far away, *a light*", "gives the league, not teams, *a say*".
    """
    first = thing.left_edge
    if thing.i < verb.i or first.i - verb.i < _NEAR or first.nbor(-1).text != "," or "dative" in verb.kinds:
        return False
    if verb.nbor().text == "," or any(each.text == "," for each in verb.doc[verb.i + 1 : first.i - 1]):
        return False
    return any(verb.i < each.i < first.i for each in children(verb, "prep", "xcomp", "dobj", "ccomp"))


def _uncoordinated(verb: Token) -> Sequence[Token]:
    """The objects of a verb, without an apposition or a scrap that the parse takes for a second one."""
    things = [thing for thing in children(verb, "dobj") if thing.text not in _SPLITS and not _is_astray(verb, thing)]
    # "Whatever they say *they* do": no object has this form.
    things = [thing for thing in things if thing.i < verb.i or thing.lower_ not in _DOING]
    if len(things) < 2 or verb.lemma_ in NAMING:  # noqa: PLR2004 (two objects)
        return things
    first, second = things[:2]
    before = second.left_edge.nbor(-1)
    if first.i < verb.i or first.ent_type_ in {"DATE", "TIME"} or before.lower_ in {"and", "as", "or"}:
        return things
    if before.text == "-" and not before.whitespace_:  # "her co-worker"
        return [second]
    if before.is_punct or before.text in _SPLITS or second.left_edge.is_punct or second.lower_ in {"less", "more"}:
        return things[:1]
    if first.right_edge is not before or second.lemma_ in ADVERBIAL:
        return things if verb.lemma_ in TWO_OBJECTS else things[:1]
    # "Told one of his *Birch Society* | *followers*": no article stands between a compound and its head.
    bare = not children(second, "det", "poss", "nummod") and second.tag_ not in {"WDT", "WP", "PRP"}
    torn = bare and (verb.lemma_ not in TWO_OBJECTS or second.pos_ == "PROPN")
    return [second] if torn else things


def _without_title(found: list[Token]) -> list[Token]:
    """The objects, without the words of a title that follows them: "staged her play, Dust, Ashes and Light"."""
    if len(found) < 2 or found[0].tag_ != "NN" or found[0].lemma_ not in _WORKS:  # noqa: PLR2004 (a noun and its title)
        return found
    first, *others = found
    titled = others[0].pos_ == "PROPN" and not children(others[0], "det", "poss") and others[0].head is first
    return [first] if titled and not children(first, "cc") else found
