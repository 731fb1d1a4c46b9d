"""Which action a trigger names, and which entry of the lexicon gives its event type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import children, objects_of

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexeme, Lexicon


_MONEY = "$"
_PARTICLES = frozenset({"away", "back", "down", "in", "off", "out", "over", "up"})


def particles(verb: Token) -> list[Token]:
    """The particles of a phrasal verb, also where the parse takes one for an adverb ("turned away")."""
    return [
        child
        for child in verb.children
        if child.dep_ == "prt" or (child.dep_ == "advmod" and child.i == verb.i + 1 and child.lower_ in _PARTICLES)
    ]


def action(verb: Token, lexicon: Lexicon) -> str:
    """The lemma, with particle, or with the preposition that the lexicon or the cues know beside it.

    "called on", "carried out", "ruled out"; a preposition further on belongs to an adjunct.
    """
    lemma = verb.lemma_.lower()
    for particle in particles(verb):
        return f"{lemma} {particle.lower_}"
    for preposition in (p for p in children(verb, "prep") if p.i == verb.i + 1):
        phrasal = f"{lemma} {preposition.lower_}"
        known = any(entry.particle == preposition.lower_ for entry in lexicon.lexemes.get(lemma, ()))
        if known or (phrasal, "verb") in lexicon.cues:
            return phrasal
    return lemma


def light(verb: Token, lexicon: Lexicon) -> tuple[Token, str, str | None] | None:
    """The noun that carries the meaning of a light verb, the action they name, and the verb that says the same.

    "took a position" → (position, "take a position", None); "held talks" → (talks, "hold talks", "negotiate").
    """
    words = [verb.lemma_.lower()]
    words += [f"{words[0]} {particle.lower_}" for particle in particles(verb)]
    for noun in children(verb, "dobj", "nsubjpass"):
        for word in reversed(words):
            for form in (noun.lower_, noun.lemma_.lower()):
                if (word, form) in lexicon.light_verbs:
                    indefinite = any(c.lower_ in {"a", "an"} for c in noun.children)
                    article = ("an " if form[0] in "aeiou" else "a ") if indefinite else ""
                    return noun, f"{word} {article}{form}", lexicon.light_verbs[word, form]
    return None


def lexeme(verb: Token, lexicon: Lexicon, *, money: bool = False) -> Lexeme | None:
    """The fullest entry of the lexicon that fits a verb with its particles, objects and prepositional phrases.

    ``money`` says that the event has an amount, as the object ``$`` of an entry asks ("supports the schools with $2m").
    """
    entries = lexicon.lexemes.get(verb.lemma_.lower(), ())
    fitting = [e for e in entries if (money if e.object == _MONEY else _fits(e, verb, lexicon))]
    return max(fitting, key=lambda entry: entry.weight, default=None)


def lexeme_of(lemma: str, lexicon: Lexicon) -> Lexeme | None:
    """The entry of a verb that stands alone: what a nominal event or a light verb's equivalent falls back on."""
    return next((entry for entry in lexicon.lexemes.get(lemma, ()) if not entry.weight), None)


def _fits(entry: Lexeme, verb: Token, lexicon: Lexicon) -> bool:
    prepositions = children(verb, "prep", "prt", "agent", "dative")
    if entry.particle and entry.particle not in {token.lower_ for token in (*prepositions, *particles(verb))}:
        return False
    things = children(verb, "dobj", "nsubjpass")
    if entry.object and not any(_is(entry.object, thing, lexicon) for thing in things):
        return False
    if not entry.prep:
        return True
    # "impose sanctions on": the phrase may hang on the object.
    inner = [p for thing in things for p in children(thing, "prep")]
    governed = [p for p in (*prepositions, *inner) if p.lower_ == entry.prep]
    if not entry.prep_object:
        return bool(governed)
    return any(_is(entry.prep_object, thing, lexicon) for p in governed for thing in objects_of(p))


def _is(slot: str, token: Token, lexicon: Lexicon) -> bool:
    forms = {token.lower_, token.lemma_.lower()}
    for child in children(token, "compound", "amod"):
        forms |= {f"{child.lower_} {token.lower_}", f"{child.lower_} {token.lemma_.lower()}"}
    return bool(forms & lexicon.sets.get(slot, frozenset((slot,))))
