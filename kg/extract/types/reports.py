"""Verbs of saying: some types are done by saying so.

Who says that he supports a plan supports it, who says that he will meet agrees to, who says that another must go
requests it. Who says that he attacked, or that he turned somebody away, has said so, and the deed is an event of its
own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality.forms import is_past
from kg.extract.quotes import in_quotes
from kg.extract.syntax import children
from kg.extract.types import complements, governors
from kg.extract.types.typed import Typed, hand

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_DUTIES = frozenset({"must", "should"})
_OWN = frozenset({"i", "one"})
_FIRST = frozenset({"i", "we"})
_RELATION = "speech"


def of_verb(verb: Token, lexicon: Lexicon) -> Typed | None:
    """The type that a verb of saying takes from its clause."""
    lemma = verb.lemma_.lower()
    if not is_speech(verb, lexicon):
        return None
    for clause in children(verb, "ccomp"):
        duty = next((c.lower_ for c in children(clause, "aux") if c.lower_ in _DUTIES), None)
        if duty is not None and not _is_idle(clause) and governors.can_act(clause, lexicon):
            return Typed(type="REQUEST", mode=None, name=f"{lemma} + {duty}: REQUEST")
        if (said := _of_self(clause, lexicon)) is not None:
            return hand(lemma, (_RELATION,), said, lexicon)
    return None


def is_speech(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb takes a type from what is said by it."""
    return (verb.lemma_.lower(), _RELATION) in lexicon.handovers


def _is_idle(clause: Token) -> bool:
    """Whether a duty asks nothing of another: the speaker's own ("I must say"), or one of the past ("should have")."""
    own = any(subject.lower_ in _OWN for subject in children(clause, "nsubj", "nsubjpass"))
    # "The ruling holds: nobody should pay" tells of the ruling.
    told = any(before.i < clause.i for before in children(clause, "ccomp"))
    return own or told or any(aux.lemma_ == "have" for aux in children(clause, "aux"))


def _of_self(clause: Token, lexicon: Lexicon) -> Typed | None:
    """The type of a clause in which one speaks of oneself now: whose subject is a pronoun, and which tells no past."""
    subject = next(iter(children(clause, "nsubj")), None)
    if clause.pos_ != "VERB" or subject is None or not _is_speaker(subject) or _is_done(clause):
        return None
    own = complements.of_verb(clause, lexicon, depth=1)
    return governors.modal(clause, own, lexicon) or own


def _is_speaker(subject: Token) -> bool:
    """Whether a pronoun is for who speaks: "I" in quotation marks, else another one, which agrees with who says it."""
    pronoun, saying = subject.lower_, subject.head.head
    if pronoun in _FIRST or pronoun not in governors.PRONOUNS or (in_quotes(subject) and not in_quotes(saying)):
        return pronoun in _FIRST
    said = next((other.lower_ for other in children(saying, "nsubj")), "")
    return said == pronoun or said not in governors.PRONOUNS


def _is_done(clause: Token) -> bool:
    """Whether a clause tells what was done before: "had turned away", "refused"; not "was suspending"."""
    perfect = any(aux.lemma_ == "have" for aux in children(clause, "aux"))
    return perfect or (is_past(clause) and clause.tag_ != "VBG")
