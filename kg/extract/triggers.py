"""Which words name events: main verbs, light verbs with their noun, event nouns, participles and states.

After TimeML (Pustejovsky et al. 2003), which counts as events verbs, nominalisations, predicative adjectives and the
copula of a predicate nominal. What a noun or an adjective names stands in the ontology.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import lexemes
from kg.extract.factuality import cue_class
from kg.extract.phrasal import beside, led_to
from kg.extract.predication import copulas, hyphenated_agent, is_modal
from kg.extract.subjectless import is_formula
from kg.extract.syntax import children, predicates

if TYPE_CHECKING:
    from kg.extract.tree import Doc, Token
    from kg.ontology import Lexicon

_EVENTFUL = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
_PREMODIFIER = frozenset({"amod", "compound"})
_ADVERBIAL = frozenset({"npadvmod", "neg"})
# Prepositions of several words.
_FIXED = frozenset(
    {
        ("in", "order"),
        ("in", "case"),
        ("in", "favor"),
        ("in", "favour"),
        ("in", "charge"),
        ("in", "need"),
        ("on", "behalf"),
    }
)
_IN_CLAUSE = frozenset({"conj", "dobj", "nsubj", "nsubjpass", "pobj"})
# Papers and measures that a modifier makes of an event noun: a tax return is not handed back.
_COMPOUNDS = frozenset(
    {
        ("tax", "return"),
        ("tax", "filing"),
        ("court", "filing"),
        ("income", "return"),
        ("bank", "statement"),
        ("rallying", "cry"),
        ("mission", "statement"),
        ("press", "release"),
    }
    | {("campaign", "stop"), ("bus", "stop"), ("truck", "stop"), ("tour", "stop"), ("rest", "stop"), ("pit", "stop")}
    | {("whistle", "stop"), ("metro", "stop"), ("subway", "stop"), ("tram", "stop"), ("train", "stop")}
    | {("coffee", "break"), ("lunch", "break"), ("spring", "break"), ("tax", "break"), ("tax", "relief")}
    | {("restraining", "order"), ("gag", "order"), ("protection", "order"), ("world", "order"), ("pecking", "order")}
    | {("news", "release"), ("percent", "support"), ("interest", "rate"), ("approval", "rating"), ("trade", "balance")}
)
_GREAT = frozenset({"good", "great"})


def triggers(doc: Doc, lexicon: Lexicon) -> dict[int, Token]:
    """The trigger of each event, by the index of every token that stands for it, in the order of the text.

    A light verb and its noun are one event ("held talks"): both lead to the verb. So are a copula and its adjective
    ("was missing"), and "there was" and what there was ("there was an attack"): both lead to the predicate. A verb that
    says no more than that it came to another leads to that one ("came to believe").
    """
    leading: dict[int, Token] = {}
    found = {verb.i: verb for verb in predicates(doc) if not (is_modal(verb) or is_formula(verb))}
    for verb in list(found.values()):
        if (second := led_to(verb, lexicon)) is not None:
            leading[verb.i] = second
            del found[verb.i]
    for verb in list(found.values()):
        if (light := lexemes.light(verb, lexicon)) is not None:
            found[light[0].i] = verb
    for token in doc.tokens:
        if token.pos_ in _EVENTFUL and token.i not in found and _names_event(token, lexicon):
            found[token.i] = token
    for copula in (each for each in copulas(doc) if not (is_modal(each) or is_formula(each))):
        found[copula.i] = _predicate(copula, found, lexicon)
        found[found[copula.i].i] = found[copula.i]
    found |= {first: found[second.i] for first, second in leading.items() if second.i in found}
    return dict(sorted(found.items()))


def _names_event(token: Token, lexicon: Lexicon) -> bool:
    match token.pos_:
        case "NOUN" | "PROPN":
            return lexemes.nominal(token, lexicon) is not None and exclusion(token, lexicon) is None
        case "ADJ":
            # "Pleaded *guilty*" is told by its verb.
            told = token.dep_ == "acomp" and token in beside(token.head, lexicon)
            return token.lower_ in lexicon.adjectives and not told
        case "VERB":
            return _is_participle(token, lexicon)
        case _:
            return False


def exclusion(noun: Token, lexicon: Lexicon) -> str | None:
    """Why a noun that the ontology has for an event names none where it stands; None where it names one."""
    # A headline writes every noun like a name; one that stands in a name names no event.
    if noun.pos_ == "PROPN" and noun.ent_type_:
        return "part of a name"
    if noun.dep_ == "pobj" and (noun.head.lower_, noun.lower_) in _FIXED:
        return "part of a fixed phrase"
    if noun.dep_ == "compound" and not _holds_event(noun.head, lexicon):
        return "an event noun that describes another noun"
    if _is_adverbial(noun):
        return "an event noun that only says when or how"
    return "a paper or a measure, and no event" if _is_paper(noun) else None


def _is_adverbial(noun: Token) -> bool:
    """Whether a noun only says when or how ("at work", "overnight"); one with an owner is a thing of its own."""
    return noun.dep_ in _ADVERBIAL and "poss" not in noun.kinds


def _is_paper(noun: Token) -> bool:
    """Whether a modifier makes a paper or a measure of an event noun: "a tax return", "a good deal of work".

    A taxpayer's returns are papers, unlike somebody's return.
    """
    returns = noun.lower_ == "returns" and noun.pos_ == "NOUN" and noun.dep_ in _IN_CLAUSE
    much = noun.lower_ == "deal" and any(c.lower_ in _GREAT for c in noun.children)
    if much and any(c.lower_ == "of" for c in children(noun, "prep")):
        return True
    return returns or any((c.lower_, noun.lemma_.lower()) in _COMPOUNDS for c in noun.children)


def _holds_event(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun before this one names an event: "murder trial", "crash site"; not "attack dog"."""
    if any(f"{each.lower_} {noun.lemma_.lower()}" in lexicon.nominals for each in children(noun, "compound")):
        # "War games" are one thing.
        return False
    bound = noun.lemma_.lower() in lexicon.event_bound or cue_class(noun, lexicon) is not None
    return bound or lexemes.nominal(noun, lexicon) is not None


def _is_participle(token: Token, lexicon: Lexicon) -> bool:
    """Whether a participle before a noun tells what was done to it ("the stolen car", "a Norland-backed militia").

    Not where it says how its noun is put forward ("the alleged attack", "a feared storm"), and joined by a hyphen only
    where a name says who did it.
    """
    if token.tag_ != "VBN" or token.dep_ not in _PREMODIFIER:
        return False
    if token.lower_ in lexicon.words.get("no deed before a noun", ()) and token.nbor(-1).text != "-":
        # "Its *allied* forces".
        return False
    if (token.lower_, "adj") in lexicon.hedges or cue_class(token, lexicon) is not None:
        return False
    return token.nbor(-1).text != "-" or hyphenated_agent(token) is not None


def _predicate(copula: Token, found: dict[int, Token], lexicon: Lexicon) -> Token:
    """What names the state that a copula tells of: its adjective, the event that there was, else itself."""
    for child in children(copula, "acomp", "attr"):
        if child.dep_ == "attr" and children(copula, "expl") and found.get(child.i) is child:
            return child
        if child.dep_ == "acomp" and child.pos_ == "ADJ":
            modal = cue_class(child, lexicon)
            return child if child.i in found or modal is None or modal.attributes else copula
    return copula
