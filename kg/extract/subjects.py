"""Who is understood to do what a verb says: its own subject, or one that another verb or a noun lends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import MAX_STEPS, SUBJECT, TIMES, antecedent, children, is_passive, meant, nominals, objects_of
from kg.extract.tense import has_tense
from kg.extract.valency import (
    AIMED,
    AIMS,
    BODIES,
    COSTING,
    DEPUTING,
    FOUNDING,
    GRANTING,
    HOLDING,
    LEADING,
    LEAVING,
    OBJECT_CONTROL,
    OBTAINING,
    PROMISING,
    PURSUITS,
    SHARED,
    TOUGH,
    TOWARDS,
    USING,
)

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
    if verb.dep_ in {"xcomp", "ccomp", "advcl", "acl"} and (named := _after_for(verb)):
        return named, "after 'for'"
    match verb.dep_:
        case "conj" if governor.pos_ in {"VERB", "AUX"}:
            return subjects(governor, steps - 1)[0], "shared subject"
        case "xcomp" | "ccomp" if not has_tense(verb):
            return [each for each in _controller(governor, verb, steps) if each.ent_type_ not in TIMES], "control"
        case "advcl" if governor.pos_ in {"VERB", "AUX"} and not has_tense(verb):
            return _of_main_clause(verb, governor, steps), "subject of the main clause"
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
    bare = verb.tag_ == "VB" and not children(verb, "mark", *SUBJECT)
    bare = bare and all(aux.lower_ == "do" for aux in children(verb, "aux"))
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
    return any(c.dep_ in clauses for c in verb.children) or any(c.dep_ in clauses for p in predicate for c in p.subtree)


def _controller(governor: Token, verb: Token, steps: int) -> list[Token]:
    if governor.lemma_ in HOLDING and not is_passive(governor):
        return []
    if _is_tough(governor):
        return []
    patient = [each for each in children(governor, "dobj", "dative") if each.pos_ != "SCONJ"]
    if patient and _controls(governor, patient):
        return [o for each in patient for o in (objects_of(each) if each.pos_ == "ADP" else nominals(each))]
    for preposition in children(governor, "prep") if governor.lemma_ in _CALLING else ():
        called = [each for each in objects_of(preposition) if each.ent_type_ not in TIMES]
        if called and preposition.lower_ in {"on", "upon", "for", "to"}:
            return called
    if governor.pos_ in {"VERB", "AUX"}:
        if governor.lemma_ in COSTING and _is_impersonal(governor, verb):
            return []
        doers = subjects(governor, steps - 1)[0]
        # "Her job is to help": no job does.
        able = [each for doer in doers for each in (_owners(doer) if doer.lemma_ in AIMS else [doer])]
        return able if governor.lemma_ == "be" else doers
    return _holder(governor, steps)


def _controls(governor: Token, patient: list[Token]) -> bool:
    """Whether the object of a verb does its infinitive: "appointed proxies to vote", not "used the paper to lie"."""
    lemma = governor.lemma_
    if lemma in PROMISING or lemma in USING:
        return False
    return lemma in OBJECT_CONTROL or lemma in DEPUTING or any(_can_act(each) for each in patient)


def _is_tough(governor: Token) -> bool:
    """Whether an infinitive says what it is easy or fair to do to somebody: "he is hard to beat"."""
    adjectives = [governor] if governor.pos_ == "ADJ" else children(governor, "acomp", "oprd")
    return any(each.lower_ in TOUGH for each in adjectives)


def _is_impersonal(governor: Token, verb: Token) -> bool:
    """Whether "it" announces an infinitive: "it is wrong of them to go", "it took courage to say so"."""
    marked = any(aux.tag_ == "TO" for aux in children(verb, "aux"))
    return marked and any(subject.lower_ == "it" for subject in children(governor, "nsubj", "nsubjpass"))


def _after_for(verb: Token) -> list[Token]:
    """Who stands between "for" and an infinitive, where the parse takes them apart: "odd *for a candidate* to refuse"."""
    to = children(verb, "aux") if verb.tag_ == "VB" else []
    if not to or to[0].tag_ != "TO" or to[0].i == 0:
        return []
    inner = last = verb.doc[to[0].i - 1]
    for _ in range(MAX_STEPS):
        if inner.dep_ == "prep" or inner.head is inner or inner.right_edge is not last:
            break
        inner = inner.head
    if inner.dep_ != "prep" or inner.lower_ != "for" or inner.right_edge is not last or inner.head.lemma_ in LEAVING:
        return []
    found = objects_of(inner)
    return found if found and all(_can_act(each) and each.ent_type_ not in TIMES for each in found) else []


def _of_main_clause(verb: Token, governor: Token, steps: int) -> list[Token]:
    """Who does what an adverbial clause says: most often the subject of the verb over it."""
    infinitive = verb.tag_ == "VB"
    if infinitive and (agents := _agents_before(verb)):
        return agents
    doers = subjects(governor, steps - 1)[0]
    if is_passive(governor):
        if governor.lemma_ in DEPUTING or governor.lemma_ in LEADING or governor.lemma_ in OBJECT_CONTROL:
            return doers
        agents = [each for p in children(governor, "agent") for each in objects_of(p)]
        if infinitive and agents:
            return agents
        return [each for each in doers if _can_act(each)]
    if infinitive:
        if governor.lemma_ in COSTING and _is_impersonal(governor, verb):
            return []
        patient = children(governor, "dobj")
        if patient and (_deputes(governor, patient) or (governor.lemma_ in OBJECT_CONTROL and _can_act(patient[0]))):
            return [each for thing in patient for each in nominals(thing)]
    return doers


def _deputes(governor: Token, patient: Sequence[Token]) -> bool:
    """Whether an object is named, hired, sent or founded to do something: "established a commission to look into it"."""
    if governor.lemma_ in DEPUTING:
        return any(_can_act(each) for each in patient)
    return governor.lemma_ in FOUNDING and any(each.lemma_.lower() in BODIES for each in patient)


def _agents_before(verb: Token) -> list[Token]:
    """Who does what a participle right before an infinitive says: "a hoax spread *by Sudria* to hurt trade"."""
    to = [aux for aux in children(verb, "aux") if aux.tag_ == "TO"]
    if not to or to[0].i == 0:
        return []
    inner = last = verb.doc[to[0].i - 1]
    for _ in range(MAX_STEPS):
        if inner.dep_ == "agent" or inner.head is inner or inner.right_edge is not last:
            break
        inner = inner.head
    by = inner.dep_ == "agent" and inner.right_edge is last and inner.head is not verb.head
    if not by or inner.head.lemma_ in DEPUTING or inner.head.lemma_ in OBJECT_CONTROL:
        return []
    return objects_of(inner)


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
        if is_passive(governor) and governor.lemma_ not in AIMED:
            # "No decision was made about whether to go": no decision goes.
            return [each for each in doers if _can_act(each)]
        # "The choice was between going and staying": no choice goes.
        return [each for each in doers if _can_act(each)] if governor.lemma_ == "be" else doers
    return _holder(governor, steps)


def _holder(noun: Token, steps: int) -> list[Token]:
    """Whose plan, stance or threat a noun is: its owner ("an effort by X"), else the subject of the verb over it.

    Not that subject where the verb tells what somebody makes of it ("mocked an effort to go"), or from whom it comes
    ("extracted an agreement to pay"); whoever is given a right or a chance has it.
    """
    verb = noun.head
    if noun.dep_ == "amod" and noun.i > verb.i:  # "members intent on staying"
        return nominals(verb)
    owners = _owners(noun)
    if owners or noun.dep_ not in {"dobj", "attr", "acomp", "oprd"} or verb.pos_ not in {"VERB", "AUX"}:
        return owners
    if noun.dep_ == "dobj":
        given = children(verb, "dative") if verb.lemma_ in GRANTING else []
        if given:
            return [o for each in given for o in (objects_of(each) if each.pos_ == "ADP" else nominals(each))]
        if verb.lemma_ in TOWARDS or (verb.lemma_ in OBTAINING and noun.lemma_ in SHARED):
            return []
    return subjects(verb, steps - 1)[0]
