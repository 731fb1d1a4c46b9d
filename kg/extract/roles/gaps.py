"""The noun before a clause that a verb in it acts on: "the men they *saw*", "the wall is hard to *climb*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import TIMES, antecedent, children, nominals
from kg.extract.valency import INTRANSITIVE, OBJECT_CONTROL, PROMISING, SEEKING, TOUGH

if TYPE_CHECKING:
    from kg.extract.tree import Token

# "What he wants to see": the gap is that of one of the two verbs, and nothing tells which.
_WANTING = frozenset({"expect", "have", "need", "promise", "say", "want", "wish"})
_ALWAYS_BELOW = frozenset({"expect", "want", "wish"})
# "The bill she is *likely* to sign".
_READY = frozenset({"able", "eager", "likely", "prepared", "ready", "reluctant", "unable", "unlikely", "unwilling"}) | {
    "willing",
}
# Behind these, a clause tells when, where, how or why: "the day they left".
ADVERBIAL = frozenset(
    {"case", "day", "degree", "extent", "manner", "minute", "moment", "month", "night", "place", "point"}
) | {"reason", "time", "way", "week", "year"}
_ASKING = frozenset({"WDT", "WP", "WP$"})
_STRANDED = frozenset({"about", "to", "with"})
_OWN = ("ccomp", "dobj", "xcomp")


def gap(verb: Token) -> Token | None:
    """The noun before a relative clause without pronoun that a verb acts on, or that is hard or easy to act on.

    "The men they *saw*", "the men they refuse to *see*", "the men they are expected to *see*".
    """
    if any(c.dep_ in {"advmod", "prep", "ccomp"} and not _is_setting(c, verb) for c in verb.children):
        return None
    lower = any(c.tag_ == "VB" for c in children(verb, "xcomp"))
    wont = verb.lemma_ == "use" and verb.tag_ == "VBD"
    if lower and (wont or verb.lemma_ in SEEKING or verb.lemma_ in PROMISING or verb.lemma_ in _WANTING):
        return None
    clause = verb
    if verb.dep_ == "ccomp":
        return _noun_of_report(verb)
    if verb.dep_ == "xcomp" and verb.tag_ == "VB" and verb.lemma_ not in INTRANSITIVE:
        clause = verb.head
        copula = clause.head if clause.pos_ == "ADJ" else clause
        easy = [clause, *children(copula, "acomp")]
        if copula.lemma_ == "be" and any(each.lower_ in TOUGH for each in easy):
            return next((n for each in children(copula, "nsubj") for n in nominals(each) if n.lower_ != "it"), None)
        if clause.pos_ == "ADJ" and clause.lower_ in _READY:
            return _noun(copula, passive=True)
        if not _is_bound(clause):
            return None
    return _noun(clause, passive=clause is not verb)


def _is_bound(clause: Token) -> bool:
    """Whether a verb takes no object of its own beside an infinitive: "they *refuse* to see", "are *expected* to see".

    So where it has one: "the things they *ask* us to do".
    """
    if "advmod" in clause.kinds:
        return False
    asked = children(clause, "dobj")
    if asked:
        return clause.lemma_ in OBJECT_CONTROL and all(each.i > clause.i for each in asked)
    lemma = clause.lemma_
    if lemma == "use":
        return clause.tag_ == "VBD"
    return lemma in SEEKING or lemma in PROMISING or lemma in _ALWAYS_BELOW or "nsubjpass" in clause.kinds


def _noun(clause: Token, *, passive: bool) -> Token | None:
    """The noun that a relative clause with a subject of its own and without pronoun belongs to."""
    if clause.dep_ != "relcl" or clause.head.lemma_ in ADVERBIAL:
        return None
    own = children(clause, "nsubj", "nsubjpass") if passive else children(clause, "nsubj")
    contact = own and own[0].lower_ != "that" and not any(each.tag_ in _ASKING for each in own[0].subtree)
    wh = any(c.tag_ in {"WDT", "WP", "WRB"} for c in clause.children)
    parted = clause.left_edge.i > 0 and clause.left_edge.nbor(-1).text == ":"
    whole = contact and not _is_reduced(clause, own[0]) and not _is_told(clause)
    return clause.head if whole and not wh and not parted else None


def _is_reduced(clause: Token, own: Token) -> bool:
    """Whether a participle says what was done to some: "robbers, *some disguised* as nurses"."""
    return clause.tag_ == "VBN" and "aux" not in clause.kinds and own.pos_ in {"DET", "NUM"}


def _is_told(clause: Token) -> bool:
    """Whether a clause with "that" tells all that was said or heard: "a hearing *that he had checked in*"."""
    return "mark" in clause.kinds and "prt" in clause.kinds


def _noun_of_report(verb: Token) -> Token | None:
    """The noun of a clause about what somebody says, if the verb that is told acts on it: "which he said he *saw*".

    The pronoun hangs on the verb of saying.
    """
    clause = verb.head
    told = clause.dep_ == "relcl" and children(verb, "nsubj") and verb.lemma_ not in INTRANSITIVE
    if not told or children(verb, "dobj", "xcomp", "attr", "acomp", "oprd", "mark", "nsubjpass", "auxpass"):
        return None
    pronouns = [each for each in children(clause, "dobj") if each.i < clause.i]
    return antecedent(pronouns[0]) if pronouns else None


def shared_gap(verb: Token) -> Token | None:
    """The noun that both verbs of a relative clause act on: "a storm they had expected and *feared*"."""
    first = verb.head
    if verb.dep_ != "conj" or first.pos_ != "VERB" or verb.lemma_ in INTRANSITIVE or verb.tag_ != first.tag_:
        return None
    if children(verb, "nsubj", "nsubjpass", "advmod", "prep", "prt", *_OWN) or first.dep_ != "relcl":
        return None
    pronouns = [each for each in children(first, "dobj") if each.i < first.i]
    if pronouns:
        return antecedent(pronouns[0])
    return gap(first) if "dobj" not in first.kinds else None


def _is_setting(child: Token, verb: Token) -> bool:
    """Whether a phrase beside a verb leaves the gap open: "a path *they took in the war*", not "men they met with".

    So does an adverb before it: "the man she had *never* seen"; or behind a verb that is never without an object.
    """
    if verb.lemma_ in INTRANSITIVE:
        return False
    always = verb.lemma_ in verb.doc.user_data.get("transitive", ())
    if child.dep_ == "advmod":
        return (child.i == verb.i - 1 or always) and child.tag_ == "RB"
    bound = verb.dep_ == "relcl" or (verb.dep_ == "xcomp" and verb.head.dep_ == "relcl")
    if child.dep_ != "prep" or not bound or "xcomp" in verb.kinds:
        return False
    things = children(child, "pobj", "pcomp")
    return bool(things) and things[0].tag_ not in _ASKING and not _is_stranded(child, things[0], verb)


def _is_stranded(preposition: Token, thing: Token, verb: Token) -> bool:
    """Whether the gap may be that of a preposition: "the men they spoke *to* this week", "a man they fought *with*"."""
    known = any(verb.lemma_ in verb.doc.user_data.get(name, ()) for name in ("taking", "transitive"))
    if preposition.lower_ == "with" and not known:
        return True
    ranged = any(each.lower_ == "from" for each in children(verb, "prep"))
    return thing.ent_type_ in TIMES and preposition.lower_ in _STRANDED and not ranged
