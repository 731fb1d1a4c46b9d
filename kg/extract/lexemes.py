"""Which action a trigger names, and which entry of the lexicon fits it with the words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import slots
from kg.extract.once import once
from kg.extract.phrasal import beside, is_idiom, particles
from kg.extract.predication import is_state
from kg.extract.slots import PLACING, Slots
from kg.extract.syntax import children
from kg.model import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.tree import Token
    from kg.ontology import Lexeme, Lexicon, State

_MONEY = "$"
_ANYTHING = "*"
# Verbs that bring somebody or something into the state of the word after it: "kept it private", "left her shaken".
_RESULT = frozenset({"hold", "keep", "leave", "make", "render", "set"})


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
        known = word not in PLACING and any(entry.particle == word for entry in lexicon.lexemes.get(lemma, ()))
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
    return _fullest(entries, slots.of_verb(verb, lexicon), lexicon, money=money)


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
            beside_it = slots.of_noun(noun, lexicon) if any(entry.weight for entry in entries) else None
            if found := _fullest(entries, beside_it, lexicon):
                return found
    named = lexicon.nominals.get(forms[0]) or lexicon.nominals.get(forms[1])
    entries = lexicon.lexemes.get(named, ()) if named is not None else ()
    return _fullest(entries, slots.of_noun(noun, lexicon), lexicon) if entries else None


def _fullest(entries: Iterable[Lexeme], found: Slots | None, lexicon: Lexicon, *, money: bool = False) -> Lexeme | None:
    fitting = [e for e in entries if (money if e.object == _MONEY else _fits(e, found, lexicon))]
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    return max(fitting, key=lambda entry: (entry.weight, _exactness(entry.object), _exactness(entry.prep_object)))


def _exactness(slot: str) -> int:
    """How much a slot of an entry says: a word more than a set of words or a kind, and that more than anything."""
    if slot == _ANYTHING:
        return 0
    return 1 if slot.startswith(("&", "@")) else 2


def _fits(entry: Lexeme, found: Slots | None, lexicon: Lexicon) -> bool:
    if not entry.weight or found is None:
        return not entry.weight
    if entry.particle and entry.particle not in found.particles:
        return False
    if entry.object and not _is(entry.object, found.objects, lexicon):
        return False
    if not entry.prep:
        return True
    governed = [forms for word, forms in found.prepositions if word == entry.prep]
    if not governed or not entry.prep_object:
        return bool(governed)
    return any(_is(entry.prep_object, forms, lexicon) for forms in governed)


def _is(slot: str, forms: frozenset[str], lexicon: Lexicon) -> bool:
    if slot == _ANYTHING:
        return bool(forms)
    members = lexicon.sets.get(slot)
    return slot in forms if members is None else not forms.isdisjoint(members)
