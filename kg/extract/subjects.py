"""Who is understood to do what a verb says: its own subject, or one that another verb or a noun lends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import MAX_STEPS, SUBJECT, TIMES, antecedent, children, is_passive, meant, nominals, objects_of
from kg.extract.tense import has_tense
from kg.extract.valency import AIMS, HOLDING, OBJECT_CONTROL, PURSUITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.tree import Token

_CALLING = frozenset({"appeal", "call", "press", "prevail"})


def subjects(verb: Token, steps: int = MAX_STEPS) -> tuple[list[Token], str]:
    """The understood subjects of a verb, conjuncts included, and the name of the construction that gives them.

    Own subject, shared subject of coordinated verbs, control (urged X *to do* Y: X; promised X to do Y: not X),
    participles and reduced relatives, gerunds after prepositions.
    """
    own = children(verb, *SUBJECT)
    if own:
        return _own_subjects(own)
    if steps == 0 or is_imperative(verb):
        return [], "none"
    governor = verb.head
    match verb.dep_:
        case "conj" if governor.pos_ in {"VERB", "AUX"}:
            return subjects(governor, steps - 1)[0], "shared subject"
        case "xcomp" | "ccomp" if not has_tense(verb):
            return [each for each in _controller(governor, steps) if each.ent_type_ not in TIMES], "control"
        case "advcl" if governor.pos_ in {"VERB", "AUX"} and not has_tense(verb):
            return subjects(governor, steps - 1)[0], "subject of the main clause"
        case "acl" | "relcl":
            return _of_noun(verb, governor, steps), "noun it modifies"
        case "pcomp":
            return _of_gerund(governor, steps), "gerund"
        case _:
            return [], "none"


def _own_subjects(own: Sequence[Token]) -> tuple[list[Token], str]:
    if is_expletive(own[0]):
        return [], "expletive"
    label = "relative clause" if antecedent(own[0]) else "subject"
    if len(own) > 1 and all(each.dep_ in {"nsubj", "nsubjpass"} for each in own):
        # A title, a day or a quotation that the parse takes for a second subject: the name comes last.
        own = [each for each in own if each.ent_type_ not in TIMES and each.is_alpha][-1:]
    return [each for subject in own for each in nominals(subject)], label


def is_imperative(verb: Token) -> bool:
    """Whether a verb is an order: bare, without subject, and not under another verb ("Give us time", "Don't wait")."""
    if verb.tag_ != "VB" or "mark" in verb.kinds or not SUBJECT.isdisjoint(verb.kinds):
        return False
    bare = all(aux.lower_ == "do" for aux in children(verb, "aux"))
    return bare and (verb.dep_ in {"ROOT", "parataxis"} or (verb.dep_ in {"advcl", "ccomp"} and verb.i < verb.head.i))


def is_expletive(subject: Token) -> bool:
    """Whether "it" or "there" stands for nobody: "it is a duty to protect …", "there are …"."""
    verb = subject.head
    if subject.lower_ == "there":
        return subject.dep_ == "expl" or verb.lemma_ == "be"
    if subject.lower_ != "it" or verb.lemma_ != "be":
        return False
    predicate = children(verb, "attr", "acomp", "prep")
    clauses = {"xcomp", "ccomp", "advcl", "acl", "relcl", "csubj"}
    return not clauses.isdisjoint(verb.kinds) or any(c.dep_ in clauses for p in predicate for c in p.subtree)


def _controller(governor: Token, steps: int) -> list[Token]:
    if governor.lemma_ in HOLDING and not is_passive(governor):
        return []
    patient = children(governor, "dobj", "dative")
    controls = governor.lemma_ in OBJECT_CONTROL or any(_can_act(each) for each in patient)
    if patient and controls and governor.lemma_ not in {"promise", "vow", "pledge", "threaten"}:
        return [o for each in patient for o in (objects_of(each) if each.pos_ == "ADP" else nominals(each))]
    for preposition in children(governor, "prep") if governor.lemma_ in _CALLING else ():
        called = [each for each in objects_of(preposition) if each.ent_type_ not in TIMES]
        if called and preposition.lower_ in {"on", "upon", "for", "to"}:
            return called
    if governor.pos_ in {"VERB", "AUX"}:
        doers = subjects(governor, steps - 1)[0]
        # "Her job is to help": no job does.
        able = [each for doer in doers for each in (_owners(doer) if doer.lemma_ in AIMS else [doer])]
        return able if governor.lemma_ == "be" else doers
    return _holder(governor, steps)


def _owners(noun: Token) -> list[Token]:
    makers = (p for p in children(noun, "prep") if p.lower_ == "by")
    owners = children(noun, "poss") or [owner for maker in makers for owner in children(maker, "pobj")]
    return [each for owner in owners for each in nominals(owner)]


def _can_act(noun: Token) -> bool:
    """Whether an object may do something itself: nobody "uses money to win" so that the money wins."""
    parties = noun.doc.user_data.get("parties")
    if parties is None or noun.pos_ == "ADP" or noun.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}:
        return True
    if noun.pos_ == "PRON":
        return noun.lower_ not in {"it", "this", "that", "these", "what", "which", "everything", "something", "nothing"}
    meaning = meant(noun)
    return noun.pos_ == "PROPN" or meaning.lemma_.lower() in parties or meaning.lemma_ == "people"


def _of_noun(verb: Token, noun: Token, steps: int) -> list[Token]:
    if verb.tag_ == "VB" or (verb.tag_ == "VBG" and (noun.lemma_ in PURSUITS or noun.ent_type_ in TIMES)):
        return _holder(noun, steps)
    return [meant(noun)] if is_passive(verb) else nominals(noun)[:1]


def _of_gerund(preposition: Token, steps: int) -> list[Token]:
    governor = preposition.head
    if governor.pos_ in {"VERB", "AUX"}:
        patient = children(governor, "dobj")
        if preposition.lower_ in {"from", "of", "for", "with", "into", "against"} and patient:
            return [each for p in patient for each in nominals(p)]
        doers = subjects(governor, steps - 1)[0]
        # "The choice was between going and staying": no choice goes.
        return [each for each in doers if _can_act(each)] if governor.lemma_ == "be" else doers
    return _holder(governor, steps)


def _holder(noun: Token, steps: int) -> list[Token]:
    """Whose plan, stance or threat a noun is: its owner ("an effort by X"), else the subject of the verb over it."""
    verb = noun.head
    if noun.dep_ == "amod" and noun.i > verb.i:  # "members intent on staying"
        return nominals(verb)
    owners = _owners(noun)
    if not owners and noun.dep_ in {"dobj", "attr", "acomp", "oprd"} and verb.pos_ in {"VERB", "AUX"}:
        return subjects(verb, steps - 1)[0]
    return owners
