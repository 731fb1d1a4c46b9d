"""Which action a trigger names, and which entry of the lexicon fits it with the words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from kg.extract.entities import is_agent
from kg.extract.once import once
from kg.extract.phrasal import beside, is_idiom, particles
from kg.extract.predication import is_state
from kg.extract.syntax import RELATIVE, children, conjuncts, is_passive
from kg.model import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.tree import Token
    from kg.ontology import Lexeme, Lexicon, State

_MONEY = "$"
_ANYTHING = "*"
_CLAUSE = "@clause"
_INFINITIVE = "@infinitive"
_OWNER = "@owner"
_GERUND = "@gerund"
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_CONTAINER = "&container"
_PARTY = "@party"
_NO_PARTY = frozenset({"it", "itself", "that", "these", "this", "what", "which"})
# As prepositions, these tell a place or time: "taken in its fight" is not "taken in".
_PLACING = frozenset({"in", "over"})
# What stands behind these further on tells when: "ran out of blood after the bombing" runs after nobody.
_TIMING = frozenset({"after", "before", "during", "since", "until"})
_OF = frozenset({"of", "on", "against"})
_TIMES = frozenset({"DATE", "TIME"})
_MODIFIERS = frozenset({"compound", "amod", "nmod"})
# Verbs that bring somebody or something into the state of the word after it: "kept it private", "left her shaken".
_RESULT = frozenset({"hold", "keep", "leave", "make", "render", "set"})


class Slots(Struct, frozen=True, kw_only=True, gc=False):
    """What stands beside a verb or an event noun: the forms of each object, and of what each preposition governs.

    A form is a word, its lemma, one of them with a modifier before it ("peace deal") or an *of* behind it ("state of
    emergency"), or the label of a name (``@GPE``). A finite clause is the object ``@clause``, an infinitive
    ``@infinitive`` and "to" with its verb, the gerund of a preposition ``@gerund`` ("insisted on *staying*"), the owner
    of a noun ``@owner``, one who can act ``@party``; what something is found or held to be is its adjective ("guilty").
    ``particles`` are particles, and prepositions that may be taken for one.
    """

    particles: frozenset[str]
    objects: frozenset[str]
    prepositions: tuple[tuple[str, frozenset[str]], ...]


def action(verb: Token, lexicon: Lexicon) -> str:
    """The lemma, with particle, or with the preposition that the lexicon or the cues know beside it.

    "called on", "carried out", "ruled out"; a preposition further on belongs to an adjunct.
    """
    if (state := undone(verb, lexicon)) is not None:
        return state.action
    if is_state(verb):
        return f"be {verb.lower_}"
    lemma = verb.lemma_.lower()
    if words := beside(verb, lexicon):
        return " ".join([lemma, *(token.lower_ for token in words)])
    for particle in particles(verb):
        return f"{lemma} {particle.lower_}"
    if lemma in _RESULT:
        for result in children(verb, "oprd", "acomp", "ccomp"):
            done = result.tag_ == "VBN" and result.dep_ == "oprd"
            if (done or result.pos_ == "ADJ") and not children(result, "nsubj", "aux", "mark"):
                return f"{lemma} {result.lower_}"
    for preposition in [p for p in verb.kinds.get("prep", ()) if p.i == verb.i + 1]:
        phrasal = f"{lemma} {preposition.lower_}"
        word = preposition.lower_
        known = word not in _PLACING and any(entry.particle == word for entry in lexicon.lexemes.get(lemma, ()))
        if known or (phrasal, "verb") in lexicon.cues:
            return phrasal
    return lemma


def nominal(noun: Token, lexicon: Lexicon) -> str | None:
    """The action that a noun names ("deportations" → deport); in a headline's capitals, adjectives too ("Two Dead")."""
    form = noun.lower_
    for modifier in children(noun, "compound"):
        # "War *games*" are no games.
        if (named := lexicon.nominals.get(f"{modifier.lower_} {noun.lemma_.lower()}")) is not None:
            return named
    found = lexicon.nominals.get(form) or lexicon.nominals.get(noun.lemma_.lower())
    if found is not None or noun.pos_ != "PROPN":
        return found
    state = lexicon.adjectives.get(form)
    done = state is not None and state.polarity is Polarity.POSITIVE
    return state.action if state is not None and done else lexicon.nominals.get(form.removesuffix("s"))


def undone(verb: Token, lexicon: Lexicon) -> State | None:
    """What a participle with "un-" says was not done ("unlicensed"), which the tagger may take for a verb."""
    state = lexicon.adjectives.get(verb.lower_) if verb.tag_ == "VBN" and verb.pos_ == "VERB" else None
    return state if state is not None and state.polarity is Polarity.NEGATIVE else None


@once
def light(verb: Token, lexicon: Lexicon) -> tuple[Token, str, str | None] | None:
    """The noun that carries the meaning of a light verb, the action they name, and the verb that says the same.

    "took a position" → (position, "take a position", None); "held talks" → (talks, "hold talks", "negotiate").
    """
    nouns = children(verb, "dobj", "nsubjpass")
    if not nouns:
        return None
    words = [verb.lemma_.lower()]
    words += [f"{words[0]} {particle.lower_}" for particle in particles(verb)]
    for noun in nouns:
        for word in reversed(words):
            for form in (noun.lower_, noun.lemma_.lower()):
                if (word, form) in lexicon.light_verbs:
                    if is_idiom(verb, lexicon):
                        return None
                    indefinite = any(c.lower_ in {"a", "an"} for c in noun.children)
                    article = ("an " if form[0] in "aeiou" else "a ") if indefinite else ""
                    return noun, f"{word} {article}{form}", lexicon.light_verbs[word, form]
    return None


def lexeme(verb: Token, lexicon: Lexicon, *, money: bool = False) -> Lexeme | None:
    """The fullest entry of the lexicon that fits a verb with its particles, objects and prepositional phrases.

    ``money`` says that the event has an amount, as the object ``$`` of an entry asks ("supports the schools with $2m").
    """
    entries = lexicon.lexemes.get(verb.lemma_.lower())
    if not entries:
        return None
    if not [entry for entry in entries if entry.weight]:
        return entries[0]
    return _fullest(entries, _of_verb(verb, lexicon), lexicon, money=money)


def lexeme_of(lemma: str, lexicon: Lexicon) -> Lexeme | None:
    """The entry of a verb that stands alone: what a light verb's equivalent falls back on."""
    return next((entry for entry in lexicon.lexemes.get(lemma, ()) if not entry.weight), None)


def noun_lexeme(noun: Token, lexicon: Lexicon) -> Lexeme | None:
    """The entry of an event noun: its own where it has one, else the fullest of its verb's that fits.

    What stands before the noun, or after *of*, *on* or *against*, is its object ("troop withdrawal", "attack on").
    """
    forms = (noun.lower_, noun.lemma_.lower())
    for form in forms:
        if entries := lexicon.nouns.get(form):
            slots = _of_noun(noun, lexicon) if any(entry.weight for entry in entries) else None
            if found := _fullest(entries, slots, lexicon):
                return found
    named = lexicon.nominals.get(forms[0]) or lexicon.nominals.get(forms[1])
    entries = lexicon.lexemes.get(named, ()) if named is not None else ()
    return _fullest(entries, _of_noun(noun, lexicon), lexicon) if entries else None


def _fullest(entries: Iterable[Lexeme], slots: Slots | None, lexicon: Lexicon, *, money: bool = False) -> Lexeme | None:
    fitting = [e for e in entries if (money if e.object == _MONEY else _fits(e, slots, lexicon))]
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    return max(fitting, key=lambda entry: (entry.weight, _exactness(entry.object), _exactness(entry.prep_object)))


def _exactness(slot: str) -> int:
    """How much a slot of an entry says: a word more than a set of words or a kind, and that more than anything."""
    if slot == _ANYTHING:
        return 0
    return 1 if slot.startswith(("&", "@")) else 2


def _fits(entry: Lexeme, slots: Slots | None, lexicon: Lexicon) -> bool:
    if not entry.weight or slots is None:
        return not entry.weight
    if entry.particle and entry.particle not in slots.particles:
        return False
    if entry.object and not _is(entry.object, slots.objects, lexicon):
        return False
    if not entry.prep:
        return True
    governed = [forms for word, forms in slots.prepositions if word == entry.prep]
    if not governed or not entry.prep_object:
        return bool(governed)
    return any(_is(entry.prep_object, forms, lexicon) for forms in governed)


def _is(slot: str, forms: frozenset[str], lexicon: Lexicon) -> bool:
    if slot == _ANYTHING:
        return bool(forms)
    members = lexicon.sets.get(slot)
    return slot in forms if members is None else not forms.isdisjoint(members)


def _of_verb(verb: Token, lexicon: Lexicon) -> Slots:
    things = objects(verb)
    prepositions = children(verb, "prep", "prt", "agent", "dative")
    # "Called the minister on Friday" has a preposition and no particle.
    direct = any(thing.i > verb.i for thing in things) or bool(children(verb, "oprd", "agent"))
    apart = not (direct or particles(verb))
    joined = {p.lower_ for p in prepositions if _is_joined(p, verb, apart=apart) and not _is_dated(p)} - _PLACING
    # "Imposed sanctions on": the phrase may hang on the object.
    inner = [p for thing in things for p in children(thing, "prep")]
    return Slots(
        particles=frozenset(joined | {token.lower_ for token in particles(verb)}),
        objects=_forms(things, lexicon) | _predicates(verb),
        prepositions=_governed([p for p in [*prepositions, *inner] if not _is_dated(p)], lexicon),
    )


def _is_joined(preposition: Token, verb: Token, *, apart: bool) -> bool:
    """Whether a preposition may be taken for a particle: it stands beside its verb, or ``apart`` and tells no time."""
    return preposition.i == verb.i + 1 or (apart and preposition.lower_ not in _TIMING)


def _predicates(verb: Token) -> set[str]:
    """The forms of clauses, and of the adjectives that something is held to be."""
    found: set[str] = set()
    for child in verb.children:
        if child.dep_ == "xcomp" and child.pos_ == "VERB":
            found |= {_INFINITIVE, f"to {child.lemma_.lower()}"}
        elif child.dep_ in {"acomp", "oprd", "ccomp"} and child.pos_ == "ADJ":
            found.add(child.lower_)
        elif child.dep_ == "ccomp" and child.pos_ in {"VERB", "AUX"}:
            # "Allowed *her to think*" has its subject in the clause.
            asked = child.tag_ == "VB" and any(aux.tag_ == "TO" for aux in children(child, "aux"))
            found |= {f"to {child.lemma_.lower()}"} if asked else {_CLAUSE} if _is_finite(child) else set()
    return found


def _is_finite(clause: Token) -> bool:
    return clause.tag_ in _FINITE or any(
        c.tag_ == "MD" or c.tag_ in _FINITE for c in children(clause, "aux", "auxpass")
    )


def _of_noun(noun: Token, lexicon: Lexicon) -> Slots:
    prepositions = children(noun, "prep")
    things = [thing for p in prepositions if p.lower_ in _OF for thing in _things(p)]
    modifiers = {form for c in noun.children if c.dep_ in _MODIFIERS for form in (c.lower_, c.lemma_.lower())}
    if children(noun, "poss") or any(p.lower_ == "by" for p in prepositions):
        modifiers.add(_OWNER)
    if children(noun, "acl", "ccomp"):
        modifiers.add(_CLAUSE)
    return Slots(
        particles=frozenset(),
        objects=_forms(things, lexicon) | modifiers,
        prepositions=_governed(prepositions, lexicon),
    )


def objects(verb: Token) -> list[Token]:
    """What a verb acts on, conjuncts included: its object, the subject of a passive, the noun a participle modifies."""
    things = children(verb, "dobj", "nsubjpass")
    found = [each for thing in things if thing.tag_ not in RELATIVE for each in conjuncts(thing)]
    if found:
        return found
    if verb.dep_ == "amod" and verb.tag_ == "VBN":
        return [verb.head]
    # "The hostages freed at dawn", "the hostages whom they freed".
    return [verb.head] if verb.dep_ in {"acl", "relcl"} and (things or is_passive(verb)) else []


def _is_dated(preposition: Token) -> bool:
    return any(thing.ent_type_ in _TIMES for thing in children(preposition, "pobj"))


def _things(preposition: Token) -> list[Token]:
    return [each for thing in children(preposition, "pobj") for each in conjuncts(thing)]


def _governed(prepositions: Iterable[Token], lexicon: Lexicon) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((p.lower_, _forms(_things(p), lexicon) | _gerund(p)) for p in prepositions)


def _gerund(preposition: Token) -> set[str]:
    gerunds = (each for each in children(preposition, "pcomp") if each.tag_ == "VBG" and not children(each, "nsubj"))
    return {_GERUND for _ in gerunds}


def _forms(things: Iterable[Token], lexicon: Lexicon) -> frozenset[str]:
    found: set[str] = set()
    for thing in things:
        words = {thing.lower_, thing.lemma_.lower()}
        found |= words
        if thing.ent_type_:
            found.add(f"@{thing.ent_type_}")
        if thing.pos_ == "NUM" or (thing.lower_ not in _NO_PARTY and is_agent(thing, None, lexicon)):
            found.add(_PARTY)
        for child in thing.children:
            if child.dep_ in _MODIFIERS:
                # "Found the company guilty": the parse takes the complement for a modifier.
                found |= {f"{child.lower_} {word}" for word in words} if child.i < thing.i else {child.lower_}
            elif child.dep_ == "prep" and child.lower_ == "of":
                inner = _things(child)
                found |= {f"{word} of {other.lower_}" for word in words for other in inner}
                if not words.isdisjoint(lexicon.sets.get(_CONTAINER, ())):
                    found |= _forms(inner, lexicon)
    return frozenset(found)
