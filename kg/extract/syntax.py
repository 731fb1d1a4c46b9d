"""Reading a dependency parse: who is the subject, what is the phrase, where does a clause hang.

Labels are those of spaCy's English pipelines (ClearNLP style). All functions are pure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.tense import has_tense
from kg.extract.valency import AIMS, HOLDING, NAMING, OBJECT_CONTROL, PARTITIVE, PURSUITS, TWO_OBJECTS
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extract.tree import Doc, Token

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
RELATIVE = frozenset({"WDT", "WP"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
ATTRIBUTIVE = frozenset({"amod", "compound", "nmod", "prep", "aux", "auxpass", "npadvmod", "intj"})
_TIMES = frozenset({"DATE", "TIME"})
_CALLING = frozenset({"appeal", "call", "press", "prevail"})
_LINKS = frozenset({"ADP", "CCONJ", "SCONJ"})
_MAX_STEPS = 12


def predicates(doc: Doc) -> Iterator[Token]:
    """The main verbs of the parsed blocks, in the order of the text; no auxiliaries, no attributive participles.

    "Have" and "do" are main verbs where no other verb follows them, whatever the tagger says.
    """
    for block in doc.spans["blocks"]:
        for token in block:
            main = token.lemma_ in {"have", "do"} if token.pos_ == "AUX" else token.lemma_ != "be"
            if main and token.pos_ in {"VERB", "AUX"} and token.dep_ not in ATTRIBUTIVE and token.ent_type_ != "MONEY":
                yield token


def is_definite(noun: Token) -> bool:
    """Whether a noun phrase is about something known: a name, a possessor, "the" or a demonstrative."""
    return noun.pos_ == "PROPN" or any(c.dep_ == "poss" or c.lower_ in _DEFINITE for c in noun.children)


def span_of(tokens: Iterable[Token]) -> Span:
    """The span from the first to the last of ``tokens``."""
    first, *others = tokens
    last = first
    for token in others:
        if token.i < first.i:
            first = token
        elif token.i > last.i:
            last = token
    return Span(first.idx, last.idx + len(last.text))


def phrase(head: Token) -> list[Token]:
    """The base phrase of a nominal: its premodifiers and itself ("the US ambassador's alleged meeting")."""
    doc, first = head.doc, head.left_edge
    while first is not head and (first.is_punct or first.is_space or first.pos_ in _LINKS):
        first = doc.tokens[first.i + 1]
    return doc.tokens[first.i : head.i + 1]


def words(head: Token) -> list[Token]:
    """The whole phrase or clause under a head, without the punctuation and conjunctions at its edges."""
    subtree = list(head.subtree)
    while len(subtree) > 1 and _edge(subtree[0]):
        subtree.pop(0)
    while len(subtree) > 1 and _edge(subtree[-1]):
        subtree.pop()
    return subtree


def _edge(token: Token) -> bool:
    return token.is_punct or token.is_space or token.dep_ in {"cc", "preconj"} or token.lower_ == "that"


def conjuncts(token: Token) -> list[Token]:
    """A token and those coordinated with it, in the order of the text."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj":
            found += conjuncts(child)
    return found


def children(token: Token, label: str, *more: str) -> list[Token]:
    """The children that stand in one of these relations, in the order of the text."""
    kinds = token.kinds
    found = kinds[label][:] if label in kinds else []
    for other in more:
        if other in kinds:
            found += kinds[other]
    if len(found) > 1 and more:
        found.sort(key=_place)
    return found


def _place(token: Token) -> int:
    return token.i


def objects_of(preposition: Token) -> list[Token]:
    """What a preposition governs, conjuncts included, partitives looked through."""
    found: list[Token] = []
    for child in children(preposition, "pobj"):
        found += nominals(child)
    return found


def nominals(token: Token) -> list[Token]:
    """A nominal with its conjuncts, each led to its head of meaning."""
    return [meant(each) for each in conjuncts(token) if each.pos_ in NOMINAL or each.pos_ in {"DET", "ADJ"}]


def meant(token: Token) -> Token:
    """The noun that a partitive is about ("all of our partners" → partners), the antecedent of a relative pronoun."""
    if token.lower_ in PARTITIVE:
        for preposition in children(token, "prep"):
            if preposition.lower_ == "of" and (inner := children(preposition, "pobj")):
                return inner[0]
    return antecedent(token) or token


def antecedent(token: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    if token.tag_ not in RELATIVE and token.lower_ != "that":
        return None
    clause = token.head
    for _ in range(_MAX_STEPS):
        if clause.dep_ == "relcl":
            # "Handed it to Ana, which may be unwise": no person, but all that was said before.
            return None if token.lower_ == "which" and clause.head.ent_type_ == "PERSON" else clause.head
        if clause.head.i == clause.i:
            return None
        clause = clause.head
    return None


def is_mutual(token: Token) -> bool:
    """Whether a nominal is "each other" or "one another"."""
    first = token.doc[token.i - 1].lower_ if token.i else ""
    return (first, token.lower_) in {("each", "other"), ("one", "another")}


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: by its auxiliary, as a reduced relative, or through the verb it is joined to."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return not _is_perfect(verb)
    if verb.tag_ != "VBN":
        return False
    named = verb.lemma_ in NAMING and (verb.dep_ == "acl" or (verb.dep_ == "conj" and verb.head.lemma_ == "be"))
    named = named or (verb.lemma_ in TWO_OBJECTS and verb.dep_ == "acl")
    if any(child.dep_ in {"aux", "nsubj"} or (child.dep_ == "dobj" and not named) for child in verb.children):
        return False
    if named:
        return True
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not children(verb, *SUBJECT):
        return is_passive(verb.head)
    return verb.dep_ in {"acl", "relcl", "advcl"}


def _is_perfect(verb: Token) -> bool:
    """Whether a contracted "has" is taken for "is": "he's changed his tune", unlike "he's given a prize"."""
    if verb.lemma_ in TWO_OBJECTS or verb.lemma_ in NAMING or not (children(verb, "dobj") or _has_gap(verb)):
        return False
    return [aux.lower_ for aux in children(verb, "aux", "auxpass")] in (["'s"], ["’s"])


def _has_gap(verb: Token) -> bool:
    """Whether what a verb acts on stands elsewhere, or is what it seeks: "the pills he's sold", "he's sought to go"."""
    if any(clause.tag_ == "VB" for clause in children(verb, "xcomp")):
        return verb.lemma_ not in OBJECT_CONTROL
    own = [each for each in children(verb, *SUBJECT) if each.tag_ not in RELATIVE and each.lower_ != "that"]
    return verb.dep_ == "relcl" and bool(own) and not children(verb, "agent", "prep", "xcomp", "ccomp", "oprd")


def subjects(verb: Token, steps: int = _MAX_STEPS) -> tuple[list[Token], str]:
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
            return [each for each in _controller(governor, steps) if each.ent_type_ not in _TIMES], "control"
        case "advcl" if governor.pos_ in {"VERB", "AUX"} and not has_tense(verb):
            return subjects(governor, steps - 1)[0], "subject of the main clause"
        case "acl" | "relcl":
            return _of_noun(verb, governor, steps), "noun it modifies"
        case "pcomp":
            return _of_gerund(governor, steps), "gerund"
        case _:
            return [], "none"


def _own_subjects(own: list[Token]) -> tuple[list[Token], str]:
    if is_expletive(own[0]):
        return [], "expletive"
    label = "relative clause" if antecedent(own[0]) else "subject"
    if len(own) > 1 and all(each.dep_ in {"nsubj", "nsubjpass"} for each in own):
        # A title, a day or a quotation that the parse takes for a second subject: the name comes last.
        own = [each for each in own if each.ent_type_ not in _TIMES and each.is_alpha][-1:]
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


def _controller(governor: Token, steps: int) -> list[Token]:
    if governor.lemma_ in HOLDING and not is_passive(governor):
        return []
    patient = children(governor, "dobj", "dative")
    controls = governor.lemma_ in OBJECT_CONTROL or any(_can_act(each) for each in patient)
    if patient and controls and governor.lemma_ not in {"promise", "vow", "pledge", "threaten"}:
        return [o for each in patient for o in (objects_of(each) if each.pos_ == "ADP" else nominals(each))]
    for preposition in children(governor, "prep") if governor.lemma_ in _CALLING else ():
        called = [each for each in objects_of(preposition) if each.ent_type_ not in _TIMES]
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
    if verb.tag_ == "VB" or (verb.tag_ == "VBG" and (noun.lemma_ in PURSUITS or noun.ent_type_ in _TIMES)):
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


def governor_of(token: Token) -> Token | None:
    """The nearest verb above a nominal, through prepositions and other nominals of its own clause; None at the root."""
    current = token
    for _ in range(_MAX_STEPS):
        if current.head.i == current.i:
            return None
        current = current.head
        # "including $2m" is a prepositional phrase, and the m of "$2m" no verb, whatever the tagger says.
        if current.pos_ in {"VERB", "AUX"} and current.dep_ != "prep" and current.ent_type_ != "MONEY":
            return current
    return None
