"""Verbs of several words: with a particle ("ruled out"), an adverb ("came clean"), or an object ("bit the bullet")."""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from kg.extract.once import once, once_alone
from kg.extract.syntax import children

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.tree import Token
    from kg.ontology import Lexicon

REFLEXIVE = frozenset(
    {"herself", "himself", "itself", "myself", "oneself", "ourselves", "themselves", "yourself", "yourselves"}
)
_PARTICLES = frozenset({"away", "back", "down", "in", "off", "out", "over", "up"})
# Verbs that mean something else with "out of": "dropped *out* of school", not "jumped out of a car".
_QUITTING = frozenset({"back", "bail", "bow", "cut", "drop", "keep", "leave", "opt", "pull", "rule", "spiral", "stay"})
_ADVERBS = frozenset({"ahead", "apart", "aside", "forth", "forward", "together"})
_LONGEST = 4
_AMOUNTS = frozenset({"further", "more", "much", "some"})
# "It stood, they say, *up until* May".
_UNTIL = frozenset({"till", "until"})
_INFINITIVE, _GERUND = "VB", "VBG"
_place = attrgetter("i")


@once_alone
def particles(verb: Token) -> Sequence[Token]:
    """The particles of a phrasal verb, also where the parse takes one for an adverb ("turned away").

    None behind a prepositional phrase: in "gathered around a man down on the street" it is the man who is down.
    """
    kinds = verb.kinds
    found: Sequence[Token] = [child for child in kinds.get("prt", ()) if not (_is_until(child) or _is_within(child))]
    if found and "prep" in kinds:
        found = [child for child in found if child.i == verb.i + 1 or not _is_apart(verb, child)]
    if "advmod" not in kinds and "prep" not in kinds:
        return found
    taken = [child for child in kinds.get("advmod", ()) if _is_joined(verb, child)]
    # "Dropped *out* of school".
    if verb.lemma_ in _QUITTING:
        taken += [p for p in kinds.get("prep", ()) if p.i == verb.i + 1 and p.lower_ == "out" and _is_followed(p)]
    return sorted([*found, *taken], key=_place) if taken else found


def _is_joined(verb: Token, adverb: Token) -> bool:
    return adverb.i == verb.i + 1 and adverb.lower_ in _PARTICLES and not _is_until(adverb)


def _is_until(particle: Token) -> bool:
    following = particle.i + 1
    return following < len(particle.doc) and particle.doc.tokens[following].lower_ in _UNTIL


def _is_within(particle: Token) -> bool:
    """Whether *in* stands before the name of a region, and tells where: "the men they took *in* the Sudrian Hills"."""
    following = particle.doc.tokens[particle.i + 1 : particle.i + 3]
    words = [word for word in following if word.lower_ != "the"]
    return particle.lower_ == "in" and bool(words) and words[0].ent_type_ in {"FAC", "LOC"}


def _is_followed(out: Token) -> bool:
    return any(of.lower_ == "of" for of in children(out, "prep"))


def _is_apart(verb: Token, particle: Token) -> bool:
    return any(verb.i < p.i < particle.i and "pobj" in p.kinds for p in children(verb, "prep"))


@once
def beside(verb: Token, lexicon: Lexicon) -> list[Token]:
    """The words that make one predicate with a verb: "come *clean*", "came *under* *fire*", "put it *on hold*"."""
    known = lexicon.multiwords.get(verb.lemma_.lower())
    if known is None:
        return []
    doc, start = verb.doc, verb.i + 1
    stop = min(start + _LONGEST, verb.sent.end)
    for end in range(stop, start, -1):
        tokens = doc.tokens[start:end]
        # "Made public appearances" makes nothing public.
        describes = tokens[-1].dep_ == "amod" and tokens[-1].head.i >= end
        if " ".join(token.lower_ for token in tokens) in known and verb.is_ancestor(tokens[0]) and not describes:
            return tokens
    return _phrase_apart(verb, known)


def _phrase_apart(verb: Token, known: frozenset[str]) -> list[Token]:
    """The phrase of a predicate with more words before or in it: "came under *heavy* fire", "put *it* on hold".

    So may an adverb stand behind an object: "brought *them* together", "took *it* very seriously".
    """
    things = children(verb, "dobj")
    for adverb in children(verb, "advmod") if things else ():
        apart = adverb.lower_ in _ADVERBS or adverb.lower_.endswith("ly")
        if apart and adverb.lower_ in known and adverb.left_edge.i == things[-1].right_edge.i + 1:
            return [adverb]
    for preposition in children(verb, "prep"):
        for thing in children(preposition, "pobj") if preposition.i > verb.i else ():
            found = [
                preposition,
                *(each for each in thing.children if each.i < thing.i and not _describes(each)),
                thing,
            ]
            if thing.i > preposition.i and " ".join(each.lower_ for each in found) in known:
                return found
    return []


def _describes(word: Token) -> bool:
    return word.dep_ in {"advmod", "amod"} or word.lower_ in _AMOUNTS


def is_idiom(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb and its object, or a phrase beside it, mean something else together.

    "Bit the bullet", "made no bones about it", "threw him under the bus", "shot *itself* in the foot". So do the words
    of a formula that nobody means as they stand: "God forbid", "mind you,".
    """
    if _is_formula(verb, lexicon):
        return True
    known = lexicon.idioms.get(verb.lemma_.lower())
    if known is None or particles(verb):
        return False
    if not known.isdisjoint(_phrases(verb)):
        return True
    for thing in children(verb, "dobj", "nsubjpass"):
        if "nummod" in thing.kinds:
            continue
        before = {each.lower_ for each in thing.children if each.i < thing.i}
        for form in {thing.lower_, thing.lemma_.lower()}:
            for words in known:
                *needed, noun = words.split()
                if noun == form and before.issuperset(needed):
                    return True
    return False


def _phrases(verb: Token) -> Iterator[str]:
    """The phrases beside a verb in two words: "in foot", "over oneself"; "oneself in foot" behind a reflexive."""
    own = "oneself " if any(thing.lower_ in REFLEXIVE for thing in children(verb, "dobj")) else ""
    for preposition in children(verb, "prep"):
        for thing in children(preposition, "pobj"):
            for form in {thing.lower_, thing.lemma_.lower()} if thing.lower_ not in REFLEXIVE else {"oneself"}:
                yield f"{preposition.lower_} {form}"
                yield f"{own}{preposition.lower_} {form}"


def _is_formula(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb stands in an exclamation: "God *forbid*"; or in words set off by marks: ", *mind* you,"."""
    word = verb.lower_
    for name, aside in (("formula", False), ("formula set off", True)):
        for words, place in _by_word(lexicon.words.get(name, frozenset())).get(word, ()):
            start = verb.i - place
            tokens = verb.doc.tokens[max(start, 0) : start + len(words)]
            said = tuple(token.lower_.replace("’", "'") for token in tokens) == words
            if said and not (aside and not _is_set_off(tokens)):
                return True
    return False


@cache
def _by_word(formulas: frozenset[str]) -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """The formulas that each word stands in, in their words, and where it stands."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for formula in sorted(formulas):
        words = tuple(formula.split())
        for place, word in enumerate(words):
            found.setdefault(word, []).append((words, place))
    return found


def _is_set_off(tokens: Sequence[Token]) -> bool:
    """Whether marks or the ends of the sentence stand before and after some words."""
    doc, sent, start, stop = tokens[0].doc, tokens[0].sent, tokens[0].i, tokens[-1].i + 1
    before = start == sent.start or doc.tokens[start - 1].pos_ == "PUNCT"
    return before and (stop >= sent.end or doc.tokens[stop].pos_ == "PUNCT")


def led_to(verb: Token, lexicon: Lexicon) -> Token | None:
    """The verb that another only leads to: "came to *believe*", "went on to *win*", "ended up *paying*".

    Who "came to talk" came.
    """
    forms = [verb.lemma_.lower()]
    forms += [f"{forms[0]} {particle.lower_}" for particle in particles(verb)[:1]]
    words = lexicon.words
    if forms[-1] not in words.get("leading to", ()) or "dobj" in verb.kinds:
        return None
    ending = forms[-1] in words.get("ending up", ())
    for second in children(verb, "xcomp", "advcl"):
        to = next((aux.i for aux in children(second, "aux") if aux.tag_ == "TO"), None)
        if second.tag_ != (_GERUND if ending else _INFINITIVE) or "nsubj" in second.kinds:
            continue
        meant = forms[-1] != "come" or second.lemma_.lower() in words.get("come to", ())
        # What stands further on is a purpose.
        near = (second.left_edge.i if to is None else to) == verb.i + len(forms)
        if meant and near and (to is None) is ending:
            return second
    return None
