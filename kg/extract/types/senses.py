"""Where a verb of conflict or of help means something else: in accidents, in sports, in court, against a fire.

Nobody assaults where a quake kills, a car hits a pedestrian or a boxer pounds another, and no crew that attacks a fire.
A court that awards damages helps nobody; one man who plans a murder threatens nobody with it; and no troops move where
a gunman marches into a party.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.infinitives import visits
from kg.extract.once import once
from kg.extract.phrasal import REFLEXIVE
from kg.extract.syntax import TIMES, children, is_passive
from kg.extract.types import sides
from kg.model import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.extract.tree import Token
    from kg.extract.types.typed import Typed
    from kg.ontology import Lexicon

_BLAMING, _THREATENING = "blame", "threaten"
_THINGS = frozenset({RoleName.RECIPIENT, RoleName.THEME})
_SPORTS = "in sports"
_NATURE = "by nature or accident"
# Words of sports in a sentence, and different ones in a text, that make it one on sports.
_IN_SENTENCE, _IN_TEXT = 2, 6
# Such a text has one of them in so many of its words.
_PER_WORDS = 80
_ALSO_CRIMES = frozenset({"shooting", "shootings"})
_CAUSING = frozenset({"after", "by", "during", "from", "in", "when"})
_ON = frozenset({"on", "upon"})
_NAMED = frozenset({"PROPN", "PRON"})
_MODIFIERS = ("amod", "compound", "nmod", "poss")
_DONATED = ("$", "&funds", "grant", "money")


def is_other(
    typed: Typed, found: Sequence[tuple[RoleName, Token]], lexicon: Lexicon, *, trigger: Token | None = None
) -> bool:
    """Whether the parties of an event show that its verb is used in a sense that has no type."""
    doers = [head for name, head in found if name is RoleName.ACTOR]
    things = [head for name, head in found if name in _THINGS]
    if trigger is not None:
        sports = _is_sports(typed, [*doers, *things], trigger, lexicon)
        if sports or _is_by_clause(typed, found, trigger, lexicon):
            return True
    if _is_unarmed(typed, [*doers, *things], lexicon):
        return True
    if typed.type == "ASSAULT":
        return _is_harmless(typed, doers, things, lexicon, trigger=trigger)
    if typed.type == "MOBILIZE":
        return _is_no_force(typed, things, lexicon) or _is_civil([*doers, *things], lexicon)
    if not doers:
        verbal = trigger is not None and trigger.pos_ == "VERB"
        return verbal and _words(typed)[-1] in lexicon.words.get("done with a doer only", ())
    if things and _words(typed)[-1] == _BLAMING and all(is_natural(thing, lexicon) for thing in things):
        return True
    return _is_of(typed, doers, lexicon)


def _is_of(typed: Typed, doers: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether those who do something neither help nor yield nor threaten by it."""
    match typed.type:
        case "AID":
            return _is_due(typed, doers, lexicon)
        case "ACCUSE":
            return typed.mode == "investigate" and _are(doers, "researchers", lexicon)
        case "RETREAT":
            return _are(doers, "setting free", lexicon)
        case "THREATEN":
            word = _words(typed)[0]
            if word in lexicon.words.get("intending", ()):
                return all(sides.is_person(doer) for doer in doers)
            return word == _THREATENING and not any(_threatens(doer, lexicon) for doer in doers)
        case _:
            return False


def _threatens(doer: Token, lexicon: Lexicon) -> bool:
    """Whether one can mean a threat: a party, an armed craft or what is written; not a drought that threatens crops."""
    if sides.can_mean(doer, lexicon) or sides.speaks(doer, lexicon):
        return True
    return any(sides.is_armed(each, lexicon) or sides.strikes(each, lexicon) for each in (doer, *doer.children))


def _is_due(typed: Typed, doers: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether what is given is owed or sold: a court awards damages, a firm supplies its customers."""
    if _are(doers, "courts", lexicon):
        return typed.name.endswith(_DONATED)
    return _words(typed)[-1] in lexicon.words.get("traded", ()) and _are(doers, "traders", lexicon)


def _is_by_clause(typed: Typed, found: Sequence[tuple[RoleName, Token]], trigger: Token, lexicon: Lexicon) -> bool:
    """Whether other words of the clause tell that nobody protests, asks or helps."""
    match typed.type:
        case "PROTEST":
            return _is_no_protest(trigger, lexicon, done=any(name is RoleName.ACTOR for name, _ in found))
        case "REQUEST":
            return _is_visit(trigger)
        case "AID":
            return _is_owed(found, trigger, lexicon)
        case _:
            return False


def _is_owed(found: Sequence[tuple[RoleName, Token]], trigger: Token, lexicon: Lexicon) -> bool:
    """Whether somebody is made to give money, which helps nobody: "was ordered *to hand over $2m*"."""
    paid = any(name is RoleName.AMOUNT for name, _ in found)
    return paid and trigger.dep_ in {"ccomp", "xcomp"} and _is(trigger.head, "compelling", lexicon)


def _is_visit(trigger: Token) -> bool:
    """Whether who calls on somebody goes to see him: nothing is asked of him."""
    if trigger.lemma_ != "call" or trigger.pos_ != "VERB":
        return False
    phrases = [p for p in children(trigger, "prep") if p.lower_ in _ON]
    wanting = any(p.lower_ == "for" for p in children(trigger, "prep"))
    called = [thing for p in phrases for thing in children(p, "pobj") if thing.ent_type_ not in TIMES]
    clauses = children(trigger, "xcomp", "advcl", "ccomp")
    aims = [clause for clause in clauses if clause.tag_ == "VB"]
    if aims:
        return bool(called) and all(visits(trigger, aim, called) for aim in aims)
    if wanting or any(each.tag_ == "TO" for each in trigger.doc.tokens[trigger.i : trigger.sent.end]):
        return False
    return bool(called) and not clauses and all(thing.ent_type_ == "PERSON" for thing in called)


def _is_unarmed(typed: Typed, parties: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether those do something who bear no arms, where only armed ones make war by it: "marched into the party"."""
    if _words(typed)[-1] not in lexicon.words.get("only of the armed", ()):
        return False
    return not any(sides.is_armed(each, lexicon) for party in parties for each in (party, *party.children))


def _is_no_protest(trigger: Token, lexicon: Lexicon, *, done: bool) -> bool:
    """Whether a rally is one of a campaign, or those in the streets flee: "ran into the streets *as the quake* hit"."""
    held = [trigger, *children(trigger, "dobj")]
    held += [thing for p in children(trigger, "prep") for thing in children(p, "pobj")]
    known = lexicon.words.get("electioneering", ())
    rallies = [each for each in held if each.lemma_.lower() == "rally"]
    if any(child.lower_ in known for rally in rallies for child in children(rally, *_MODIFIERS)):
        return True
    streets = any(each.lemma_.lower() == "street" for each in held)
    beside = (
        {each.lemma_.lower() for each in trigger.sent if each.pos_ in {"NOUN", "VERB"}} if streets and done else set()
    )
    words = lexicon.words
    return not beside.isdisjoint(words.get("fleeing", ())) and beside.isdisjoint(words.get("protesting", ()))


def _is_no_force(typed: Typed, things: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a bare verb moves things or people that are no troops: "deployed *larger planes*"."""
    if "~" in typed.name or not things or _words(typed)[-1] not in lexicon.words.get("moving troops", ()):
        return False
    known = lexicon.words.get("deployed troops", frozenset()) | lexicon.sets.get("&military", frozenset())
    return all(
        thing.pos_ == "NOUN" and thing.lemma_.lower() not in known and not sides.is_armed(thing, lexicon)
        for thing in things
    )


def _is_civil(parties: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a craft is by its name no war machine: "a *cargo* plane", "a *repair* ship"."""
    known = lexicon.words.get("civil", ())
    return any(child.lemma_.lower() in known for each in parties for child in children(each, *_MODIFIERS))


def _is_harmless(
    typed: Typed, doers: Sequence[Token], things: Sequence[Token], lexicon: Lexicon, *, trigger: Token | None
) -> bool:
    """Whether nobody is assaulted: by nature or accident, against a fire, or on one's own body."""
    if doers and all(is_natural(doer, lexicon) for doer in doers):
        return True
    by_chance = _words(typed)[-1] in lexicon.words.get("harm by chance", ())
    if doers and by_chance and all(_is(doer, "driving", lexicon) for doer in doers):
        return True
    if not doers and trigger is not None and _is_accident(trigger, lexicon):
        return True
    if typed.mode == "destroy" and not things and trigger is not None:
        return trigger.pos_ == "VERB" and not is_passive(trigger)
    if things and "~" not in typed.name and all(_is_fire(thing, lexicon) for thing in things):
        return True
    if any(thing.lower_ in REFLEXIVE for thing in things):
        return True
    hurt = _words(typed)[-1] in lexicon.words.get("also by accident", ())
    return hurt and any(_is(thing, "parts of the body", lexicon) and _is_own(thing) for thing in things)


def is_natural(head: Token, lexicon: Lexicon) -> bool:
    """Whether a force of nature or an accident does something: "the quake", "a fast-moving fire", not "rebel fire"."""
    if head.pos_ == "PROPN":
        # "Hurricane Ada".
        return any(_is(each, _NATURE, lexicon) for each in (head, *children(head, "compound")))
    known = _is(head, _NATURE, lexicon) or _is(head, "in traffic", lexicon)
    return head.pos_ == "NOUN" and known and not _is_of_arms(head, lexicon)


def _is_of_arms(head: Token, lexicon: Lexicon) -> bool:
    known = lexicon.words.get("of arms", ())
    beside = [child.lemma_.lower() for child in children(head, *_MODIFIERS)]
    weapons = lexicon.sets.get("&weapon", ())
    return any(word in known or word in weapons for word in beside)


def _is_accident(verb: Token, lexicon: Lexicon) -> bool:
    """Whether somebody came to harm by chance: "killed *in a crash*", "hurt when a crane *collapsed*".

    Who was killed *in his car* may have been murdered there; who was killed *by a car* was not.
    """
    if verb.pos_ != "VERB" or not _is(verb, "harm by chance", lexicon):
        return False
    if any(_is(clause, "going wrong", lexicon) for clause in children(verb, "advcl")):
        return True
    phrases = [p for p in children(verb, "prep", "agent") if p.lower_ in _CAUSING]
    causes = [(phrase, thing) for phrase in phrases for thing in children(phrase, "pobj")]
    return any(
        is_natural(thing, lexicon) and (phrase.lower_ == "by" or not _is(thing, "in traffic", lexicon))
        for phrase, thing in causes
    )


def _is_fire(thing: Token, lexicon: Lexicon) -> bool:
    return thing.pos_ == "NOUN" and _is(thing, "fire or fault", lexicon) and not _is_of_arms(thing, lexicon)


def _is_own(part: Token) -> bool:
    """Whether a part of the body has no owner by name: "hurt *his knee*"."""
    owners = children(part, "poss")
    return bool(owners) and all(owner.pos_ == "PRON" for owner in owners)


def _is_sports(typed: Typed, parties: Sequence[Token], trigger: Token, lexicon: Lexicon) -> bool:
    """Whether a verb that players and teams have too stands in a text on sports, with nobody who bears arms."""
    word = _words(typed)[-1]
    if word not in lexicon.words.get("also in sports", ()) or any(_is(each, "armed", lexicon) for each in parties):
        return False
    if trigger.pos_ == "VERB" and any(sides.strikes(each, lexicon) for each in parties[:1]):
        return False
    if word == "meet" and (trigger.pos_ != "VERB" or any(p.lower_ == "with" for p in children(trigger, "prep"))):
        return False
    if word == "shoot" and any(sides.is_person(each) or each.pos_ in _NAMED for each in parties[-1:]):
        return False
    if len(set(_sporting(trigger.sent, lexicon))) >= _IN_SENTENCE:
        return True
    return trigger.lower_ not in _ALSO_CRIMES and _is_on_sports(trigger.doc[0], lexicon)


@once
def _is_on_sports(first: Token, lexicon: Lexicon) -> bool:
    found = _sporting(first.doc.tokens, lexicon)
    return len(set(found)) >= _IN_TEXT and len(found) * _PER_WORDS >= len(first.doc)


def _sporting(tokens: Iterable[Token], lexicon: Lexicon) -> list[str]:
    known = lexicon.words.get(_SPORTS, frozenset())
    return [word for token in tokens if (word := token.lemma_.lower()) in known]


def _words(typed: Typed) -> list[str]:
    """The verbs that a type goes by, the outermost first: "will + fire ~ shot: THREATEN" → will, fire."""
    return [part.partition(" ~ ")[0] for part in typed.name.partition(":")[0].split(" + ")]


def _is(head: Token, name: str, lexicon: Lexicon) -> bool:
    return head.lemma_.lower() in lexicon.words.get(name, ())


def _are(heads: Sequence[Token], name: str, lexicon: Lexicon) -> bool:
    return all(_is(head, name, lexicon) for head in heads)
