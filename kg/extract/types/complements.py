"""What is done: the type of a verb with its object, its clause and its purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import lexemes, slots
from kg.extract.phrasal import particles
from kg.extract.syntax import children
from kg.extract.types.typed import Typed, hand, typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.tree import Token
    from kg.ontology import Lexeme, Lexicon

_DEPTH = 3
_UNDERTAKING = "&undertaking"
_NOT_DONE = frozenset({"neg", "nsubj"})


def of_verb(verb: Token, lexicon: Lexicon, *, money: bool = False, depth: int = _DEPTH) -> Typed | None:
    """The type of a verb with all that it governs, without what stands over it.

    ``money`` says that the event has an amount, ``depth`` how far down clauses are followed.
    """
    entry = lexemes.lexeme(verb, lexicon, money=money)
    if depth and (handed := _handed(verb, entry, lexicon, depth)) is not None:
        return handed
    light = lexemes.light(verb, lexicon)
    if light is None or (entry is not None and entry.object):
        return typed(entry)
    noun = typed(lexemes.noun_lexeme(light[0], lexicon))
    if noun is not None and noun.type:
        return noun
    return typed(lexemes.lexeme_of(light[2], lexicon)) if light[2] else None


def _handed(verb: Token, entry: Lexeme | None, lexicon: Lexicon, depth: int) -> Typed | None:
    """What a verb makes of its complement, where that differs from what it is by itself."""
    lemma = verb.lemma_.lower()
    # "Sworn in to tell" is not sworn to tell.
    for word in [f"{lemma} {particle.lower_}" for particle in particles(verb)] or [lemma]:
        if word not in lexicon.handing:
            continue
        for relation, complement in _complements(verb, lexicon):
            if (word, relation) not in lexicon.handovers:
                continue
            inner = _of_complement(complement, lexicon, depth)
            denied = complement.pos_ == "VERB" and "neg" in complement.kinds
            handed = hand(word, (relation,), inner, lexicon, denied=denied)
            if handed is None or handed.type == (entry.type if entry else None):
                continue
            if inner is not None and handed.type == inner.type and not _is_done(complement):
                continue
            if _prevails(relation, entry, inner):
                return handed
    return None


def _is_done(complement: Token) -> bool:
    """Whether one does what a clause tells: who decided *not* to attack did not, nor who went on: "*They* …"."""
    return complement.pos_ != "VERB" or _NOT_DONE.isdisjoint(complement.kinds)


def _prevails(relation: str, entry: Lexeme | None, inner: Typed | None) -> bool:
    """Whether a complement decides against an entry: "launched an attack" and "declined to comment" have their own."""
    if relation in {"purpose", "participle"}:
        # "Called on X to go" tells no purpose.
        return entry is None or not entry.particle
    own = entry is not None and bool(entry.object or entry.prep_object)
    return not own or (relation == "object" and _is_full(inner))


def _is_full(found: Typed | None) -> bool:
    return found is not None and "~" in found.name


def _complements(verb: Token, lexicon: Lexicon) -> Iterator[tuple[str, Token]]:
    """Objects, clauses and purposes of a verb, each with its relation (as in ``handovers.csv``)."""
    for thing in slots.objects(verb):
        yield "object", thing
    for clause in children(verb, "xcomp", "ccomp"):
        if clause.pos_ == "VERB" and not _asks(clause):
            yield ("purpose" if is_pause(verb, clause, lexicon) else "clause"), clause
            if clause.tag_ == "VB":
                yield "purpose", clause
    for clause in children(verb, "advcl"):
        if clause.i > verb.i and _is_infinitive(clause):
            yield "purpose", clause
    for thing in children(verb, "dobj"):
        yield from _beside(thing)


def is_pause(verb: Token, clause: Token, lexicon: Lexicon) -> bool:
    """Whether one stops for the sake of something else: who stopped *to help* helped, who stopped helping did not."""
    return verb.lemma_.lower() in lexicon.words.get("pausing", ()) and any(
        aux.tag_ == "TO" for aux in children(clause, "aux")
    )


def _asks(clause: Token) -> bool:
    """Whether a clause is a question under another verb: "decide who will occupy the palace", "asked whether …"."""
    first = clause.left_edge
    return first.tag_ in {"WP", "WP$", "WRB", "WDT"} or first.lower_ in {"if", "whether"}


def _beside(thing: Token) -> Iterator[tuple[str, Token]]:
    """The clauses that hang on an object, as the parse has many a purpose do ("sent a team to investigate")."""
    for clause in children(thing, "acl", "relcl"):
        if _is_infinitive(clause):
            yield "purpose", clause
        elif clause.tag_ == "VBG":
            yield "participle", clause


def _is_infinitive(clause: Token) -> bool:
    return clause.pos_ == "VERB" and any(c.tag_ == "TO" for c in children(clause, "aux"))


def _of_complement(complement: Token, lexicon: Lexicon, depth: int) -> Typed | None:
    if complement.pos_ == "VERB":
        return of_verb(complement, lexicon, depth=depth - 1)
    found = typed(lexemes.noun_lexeme(complement, lexicon))
    if found is not None or complement.lemma_.lower() not in lexicon.sets.get(_UNDERTAKING, ()):
        return found
    # "A mediation effort", "a campaign of bombing".
    inner = list(children(complement, "compound", "amod"))
    inner += [t for p in children(complement, "prep") if p.lower_ in {"of", "for"} for t in children(p, "pobj")]
    named = (typed(lexemes.noun_lexeme(each, lexicon)) for each in inner)
    return next((each for each in named if each is not None and each.type), None)
