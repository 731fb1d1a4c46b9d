"""Who is understood to do what a verb says: its own subject, or one that another verb or a noun lends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.infinitives import (
    COMPRISING,
    after_for,
    agents_before,
    asked,
    called_on,
    can_act,
    controls,
    deputes,
    is_impersonal,
    is_of_either,
    is_tough,
    owners_of,
    paper_before,
    summons,
)
from kg.extract.once import once_alone
from kg.extract.participles import (
    identified,
    is_apart,
    is_behind_joined,
    is_explaining,
    is_gerund,
    is_other_choice,
    is_outcome,
    measured,
    seen_doing,
)
from kg.extract.shared import agree, is_between
from kg.extract.subjectless import is_expletive, is_imperative, is_to_come
from kg.extract.syntax import MAX_STEPS, SUBJECT, TIMES, antecedent, children, is_passive, meant, nominals, objects_of
from kg.extract.tense import has_tense
from kg.extract.tree import height
from kg.extract.valency import (
    ABSOLUTE,
    ADVOCATING,
    ADVOCATING_WITH,
    AIMS,
    ANSWERING,
    ASKED,
    CAUSING,
    COSTING,
    DEPUTING,
    GRANTING,
    HOLDING,
    LEADING,
    OBJECT_CONTROL,
    OBTAINING,
    PAPERS,
    PURSUITS,
    SHARED,
    THINKING,
    TOWARDS,
    USING,
    VOICING,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.tree import Token

# Whoever does this with a paper says what it says.
_SENDING = frozenset(
    {"circulate", "deliver", "draft", "file", "issue", "mail", "pen", "post", "publish", "release", "send", "sign"}
) | {"submit", "write"}
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_ABOUT = frozenset({"about", "concerning", "on", "over", "regarding"})
# "Her role defending the accused", not "a role requiring skill".
_CHARGES = frozenset({"capacity", "role", "stint", "tenure", "turn"})
_SPENDING = frozenset({"spend", "waste"})
_MEANT = frozenset({"design", "intend", "need", "require", "use"})
_FOREMOST = frozenset({"chief", "first", "foremost"})


def subjects(verb: Token, steps: int = MAX_STEPS) -> tuple[list[Token], str]:
    """The understood subjects of a verb, conjuncts included, and the name of the construction that gives them.

    Own subject, shared subject of coordinated verbs, control (urged X *to do* Y: X; promised X to do Y: not X),
    participles and reduced relatives, gerunds after prepositions.
    """
    # Each verb that lends its subjects stands above: where there are no more words above, the limit is never felt.
    return _of_any(verb) if steps == MAX_STEPS or height(verb) < steps else _within(verb, steps)


@once_alone
def _of_any(verb: Token) -> tuple[list[Token], str]:
    return _within(verb, MAX_STEPS)


def _within(verb: Token, steps: int) -> tuple[list[Token], str]:
    if not SUBJECT.isdisjoint(verb.kinds):
        return _own_subjects(children(verb, *SUBJECT))
    if steps == 0 or "expl" in verb.kinds or is_imperative(verb) or is_to_come(verb):
        return [], "none"
    if verb.dep_ in {"xcomp", "ccomp", "advcl", "acl"} and (named := after_for(verb)):
        return named, "after 'for'"
    return _lent(verb, verb.head, steps)


def _lent(verb: Token, governor: Token, steps: int) -> tuple[list[Token], str]:
    """The subjects that another verb or a noun lends."""
    match verb.dep_:
        case "conj" if governor.pos_ in {"VERB", "AUX"}:
            if is_between(verb, governor):
                return [], "none"
            doers = subjects(governor, steps - 1)[0]
            return (doers if agree(doers, verb) else []), "shared subject"
        case "xcomp" | "ccomp" if not has_tense(verb):
            return [each for each in _controller(governor, verb, steps) if each.ent_type_ not in TIMES], "control"
        case "advcl" if verb.lower_ in ABSOLUTE or is_explaining(verb) or is_outcome(verb) or is_other_choice(verb):
            return [], "none"
        case "advcl" if governor.pos_ in {"VERB", "AUX"} and not has_tense(verb):
            seen = seen_doing(verb, governor) if verb.tag_ == "VBG" else None
            found = (measured(verb) or _of_main_clause(verb, governor, steps)) if seen is None else seen
            return found, "subject of the main clause"
        case "acl" | "relcl":
            return _of_noun(verb, governor, steps), "noun it modifies"
        case "pcomp" | "pobj" if verb.dep_ == "pcomp" or is_gerund(verb):
            return _of_gerund(governor, steps), "gerund"
        case _:
            return [], "none"


def _own_subjects(own: Sequence[Token]) -> tuple[list[Token], str]:
    if is_expletive(own[0]):
        return [], "expletive"
    if own[0].lower_ in _FOREMOST and "det" not in own[0].kinds and children(own[0], "prep"):
        # "New ideas, chief among them moving south".
        return [], "none"
    label = "relative clause" if antecedent(own[0]) else "subject"
    if len(own) > 1 and all(each.dep_ in {"nsubj", "nsubjpass"} for each in own):
        # A title, a day or a quotation that the parse takes for a second subject: the name comes last.
        named = [each for each in own if each.ent_type_ not in TIMES and each.is_alpha]
        own = named[:1] if len(named) > 1 and _is_of_relative(named[-1]) else named[-1:]
    return [other for subject in own for each in nominals(subject) for other in identified(each) or [each]], label


def _is_of_relative(subject: Token) -> bool:
    """Whether the nearer of two subjects is that of a verb before: "several men *the bank* tried to pay have left"."""
    verb = subject.head
    between = verb.doc.tokens[subject.right_edge.i + 1 : verb.i]
    return any(token.tag_ in _FINITE and token.head is not verb for token in between)


def _controller(governor: Token, verb: Token, steps: int) -> list[Token]:
    if governor.lemma_ in HOLDING and not is_passive(governor):
        return []
    if is_tough(governor):
        return []
    advocated = governor.lemma_ in ADVOCATING and not children(governor, "dobj", "dative")
    if verb.tag_ == "VBG" and (advocated or governor.lemma_ in COMPRISING):
        return []
    patient = [each for each in children(governor, "dobj", "dative") if each.tag_ != "IN" or each.pos_ == "ADP"]
    if patient and controls(governor, patient) and not summons(governor, verb):
        return [o for each in patient for o in (objects_of(each) if each.pos_ == "ADP" else nominals(each))]
    if called := called_on(governor, verb):
        return called
    if governor.pos_ in {"VERB", "AUX"}:
        if governor.lemma_ in COSTING and is_impersonal(governor, verb):
            return []
        doers = subjects(governor, steps - 1)[0]
        # "Her job is to help": no job does.
        able = [each for doer in doers for each in (owners_of(doer) if doer.lemma_ in AIMS else [doer])]
        return able if governor.lemma_ == "be" else doers
    return _holder(governor, steps)


def _of_main_clause(verb: Token, governor: Token, steps: int) -> list[Token]:
    """Who does what an adverbial clause says: most often the subject of the verb over it."""
    infinitive = verb.tag_ == "VB"
    if is_of_either(verb, governor) if infinitive else is_behind_joined(verb, governor):
        return []
    if infinitive and (others := called_on(governor, verb) or agents_before(verb)):
        return others
    doers = subjects(governor, steps - 1)[0]
    if is_passive(governor):
        if governor.lemma_ in DEPUTING or governor.lemma_ in LEADING or governor.lemma_ in OBJECT_CONTROL:
            return doers
        agents = [each for p in children(governor, "agent") for each in objects_of(p)]
        if infinitive and agents:
            return agents
        return [each for each in doers if can_act(each)]
    if infinitive:
        if governor.lemma_ in COSTING and is_impersonal(governor, verb):
            return []
        patient = children(governor, "dobj")
        if patient and (deputes(governor, patient) or (governor.lemma_ in CAUSING and can_act(patient[0]))):
            return [each for thing in patient for each in nominals(thing)]
    return doers


def _of_noun(verb: Token, noun: Token, steps: int) -> list[Token]:
    if verb.tag_ == "VBG" and noun.dep_ == "npadvmod" and noun.head.pos_ == "VERB":
        # "Came out the other side knowing": no side knows.
        return subjects(noun.head, steps - 1)[0]
    if verb.tag_ == "VBG" and verb.lemma_ in THINKING and not can_act(noun):
        return []
    if verb.tag_ == "VBG" and verb.lemma_ in VOICING:
        paper = paper_before(noun) or noun
        if (writers := _writers(paper, steps)) or paper is not noun:
            return writers or [paper]
    if verb.tag_ == "VBG" and is_apart(verb, noun) and not can_act(noun):
        return []
    if verb.tag_ == "VBG" and noun.lemma_ in _CHARGES and children(noun, "poss"):
        return owners_of(noun)
    spent = noun.ent_type_ in TIMES or (noun.dep_ == "dobj" and noun.head.lemma_ in _SPENDING)
    if verb.tag_ == "VB" and noun.lemma_ in ASKED:
        found = asked(noun, verb)
        return subjects(noun.head, steps - 1)[0] if found is None else found
    if verb.tag_ == "VB" or (verb.tag_ == "VBG" and (noun.lemma_ in PURSUITS or spent)):
        return [] if spent and "neg" in noun.head.kinds else _holder(noun, steps)
    return [meant(noun)] if is_passive(verb) else identified(noun) or nominals(noun)[:1]


def _writers(paper: Token, steps: int) -> list[Token]:
    """Who says what a letter says, where they send or sign it: "*they* sent a letter opposing it"."""
    verb = paper.head
    known = paper.lemma_.lower() in PAPERS and paper.dep_ == "dobj" and verb.lemma_ in _SENDING
    return [each for each in subjects(verb, steps - 1)[0] if can_act(each)] if known and not is_passive(verb) else []


def _of_gerund(preposition: Token, steps: int) -> list[Token]:
    governor = preposition.head
    if governor.pos_ == "ADV" and governor.i == preposition.i - 1:
        # "Refuses to tell her, aside from saying so".
        return subjects(governor.head, steps - 1)[0] if governor.head.pos_ == "VERB" else []
    if governor.pos_ in {"VERB", "AUX"}:
        if governor.lemma_ == "come" and any(s.lower_ == "it" for s in children(governor, "nsubj")):
            # "When it comes to helping".
            return []
        # "What she learned from listening": she listens; "was fined $2m for lying": so who was fined.
        patient = [] if is_passive(governor) else [e for e in children(governor, "dobj") if e.i > governor.i]
        used = governor.lemma_ in USING and not any(can_act(each) for each in patient)  # "used funds from selling it"
        # "A law that commits banks to lending".
        bound = preposition.lower_ == "to" and all(can_act(each) for each in patient)
        if (bound or preposition.lower_ in {"from", "of", "for", "with", "into", "against"}) and patient and not used:
            return [each for p in patient for each in nominals(p)]
        if (governor.lemma_, preposition.lower_) in ADVOCATING_WITH and not children(governor, "agent", "oprd"):
            return []
        doers = subjects(governor, steps - 1)[0]
        meant_for = preposition.lower_ == "for" and governor.lemma_ in _MEANT
        if (meant_for or preposition.lower_ in {"about", "by", "on", "over"}) and is_passive(governor):
            # "No decision was made about whether to go": no decision goes, and no coal that is used for making steel.
            return [each for each in doers if can_act(each)]
        # "The choice was between going and staying": no choice goes.
        return [each for each in doers if can_act(each)] if governor.lemma_ == "be" else doers
    spoken = preposition.lower_ in _ABOUT and governor.pos_ == "NOUN" and not owners_of(governor)
    if spoken and any(c.tag_ == "VBG" for c in children(preposition, "pcomp")):
        # "Made remarks about breaking up banks": who speaks of it need not do it.
        return []
    held = _holder(governor, steps)
    # "Good roads are a condition for growing": no road grows.
    return [each for each in held if can_act(each)] if governor.dep_ == "attr" else held


def _holder(noun: Token, steps: int) -> list[Token]:
    """Whose plan, stance or threat a noun is: its owner ("an effort by X"), else the subject of the verb over it.

    Not that subject where the verb tells what somebody makes of it ("mocked an effort to go"), or from whom it comes
    ("extracted an agreement to pay"); whoever is given a right or a chance has it.
    """
    verb = noun.head
    if noun.dep_ == "amod" and noun.i > verb.i:  # "members intent on staying"
        return nominals(verb)
    owners = owners_of(noun)
    if owners or noun.dep_ not in {"dobj", "attr", "acomp", "oprd"} or verb.pos_ not in {"VERB", "AUX"}:
        return owners
    if noun.dep_ == "dobj":
        given = children(verb, "dative") if verb.lemma_ in GRANTING else []
        if given:
            return [o for each in given for o in (objects_of(each) if each.pos_ == "ADP" else nominals(each))]
        if verb.lemma_ in GRANTING and is_passive(verb):
            return subjects(verb, steps - 1)[0]
        answered = verb.lemma_ in ANSWERING and noun.lemma_ in ASKED
        if (verb.lemma_ in TOWARDS and not answered) or (verb.lemma_ in OBTAINING and noun.lemma_ in SHARED):
            return []
    return subjects(verb, steps - 1)[0]
