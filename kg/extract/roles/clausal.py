"""The clauses under a verb that say what it is about, and those that belong to something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality import cue_class, governs
from kg.extract.infinitives import can_act
from kg.extract.phrasal import beside
from kg.extract.quotes import in_quotes
from kg.extract.roles.complements import aim, asked_for, deeds
from kg.extract.syntax import children, is_passive, nominals
from kg.extract.tense import has_tense
from kg.extract.valency import ADDRESSING, DEPUTING, FATED, OBJECT_CONTROL, SEEKING, USING
from kg.model import RoleName

if TYPE_CHECKING:
    from kg.extract.roles.frame import Frame
    from kg.extract.tree import Token
    from kg.ontology import CueClass

_EQUATING = frozenset({"be", "become", "remain"})
_OTHERS = frozenset({RoleName.AMOUNT, RoleName.PLACE, RoleName.RECIPIENT, RoleName.THEME})
_SETTINGS = frozenset({"when", "whenever", "where", "wherever", "while"})


def clauses(frame: Frame) -> None:
    """Fills the themes that are clauses under a verb, and who is asked for what they say."""
    verb = frame.trigger
    found, within = cue_class(verb, frame.lexicon), beside(verb, frame.lexicon)
    asked = [each for each in map(asked_for, children(verb, "prep")) if each is not None and each.dep_ == "advcl"]
    for clause in (*children(verb, "ccomp", "xcomp"), *asked):
        if clause in within:
            # "Made *public* the names", "made *sure* that they came".
            for thing in children(clause, "dobj", "nsubj")[:1]:
                frame.add(RoleName.THEME, thing, "object")
            for told in children(clause, "ccomp"):
                frame.add(RoleName.THEME, told, "clause", topic=True)
            continue
        if _is_apart(verb, clause, found) or _is_of_another(frame, clause, found):
            continue
        frame.add(RoleName.THEME, clause, "clause", topic=True, opening=_subject_for(verb, clause))
        own = children(clause, "nsubj")
        if clause.tag_ == "VB" and own and _requests(frame) and not has_tense(clause):
            for other in nominals(own[0]):
                if frame.agent(other):
                    frame.add(RoleName.RECIPIENT, other, "subject of what is asked")
    _undertaken(frame)


def _undertaken(frame: Frame) -> None:
    """Fills the deed that a verb without any other theme says somebody does, tries or goes to do."""
    verb, trying = frame.trigger, aim(frame)
    for deed in (*deeds(frame), *([trying] if trying is not None else ())):
        if is_passive(verb) or not frame.has(RoleName.THEME):
            frame.add(RoleName.THEME, deed, "clause", topic=True)
    if verb.lemma_ in {"come", "go"} and not any(each.name in _OTHERS for each in frame.roles):
        for clause in children(verb, "advcl"):
            if clause.tag_ == "VB" and clause.left_edge.i == verb.i + 1 and clause.left_edge.tag_ == "TO":
                frame.add(RoleName.THEME, clause, "clause of purpose", topic=True)


def _is_apart(verb: Token, clause: Token, found: CueClass | None) -> bool:
    """Whether what the parse has under a verb is no clause, or one that the verb says nothing of."""
    if clause.pos_ not in {"VERB", "AUX", "NOUN", "ADJ"} or not any(map(str.isalpha, clause.text)):
        return True
    # What stands before a verb that claims nothing is a sentence of its own.
    if clause.i < verb.i and (found is None or _is_outside(verb, clause)):
        return True
    return clause.is_ancestor(verb) or _is_relative(clause) or (found is not None and not governs(verb, clause, found))


def _is_of_another(frame: Frame, clause: Token, found: CueClass | None) -> bool:
    """Whether a clause tells where or what for, or belongs to another word."""
    verb = frame.trigger
    where = clause.left_edge.lower_ in _SETTINGS and clause.dep_ == "ccomp"
    if where and (found is None or found.name == "try") and verb.lemma_ not in _EQUATING:
        # "Struggled *where he did well*".
        return True
    if clause.left_edge.lower_ == "where" and _is_behind_place(verb, clause):
        return True
    if (found is None and frame.has(RoleName.THEME) and _is_aim(verb, clause)) or _is_of_agent(verb, clause):
        return True
    return _is_of_object(verb, clause, known=found is not None) or (_is_told(found) and _is_purpose(verb, clause))


def _is_behind_place(verb: Token, clause: Token) -> bool:
    """Whether a clause with "where" belongs to a noun of a phrase before it: "found it in towns *where wars rage*"."""
    if clause.dep_ != "ccomp" or clause.i < verb.i:
        return False
    before = clause.left_edge.nbor(-1)
    places = [p for p in children(verb, "prep") if p.i > verb.i and p.right_edge is before]
    return before.pos_ in {"NOUN", "PROPN"} and bool(places)


def _subject_for(verb: Token, clause: Token) -> Token | None:
    """The first word of the subject of what somebody calls for: "called for *the* fine to be paid"."""
    for preposition in children(verb, "prep"):
        if asked_for(preposition) is clause:
            return children(preposition, "pobj")[0].left_edge
    return None


def _is_outside(verb: Token, clause: Token) -> bool:
    """Whether a clause begins before the quotation that its verb stands in: "Dahl blames “he said, she *said*”"."""
    first, last = clause.left_edge, clause.right_edge
    if not in_quotes(verb) or in_quotes(first):
        return False
    return any(in_quotes(each) and not each.is_punct for each in verb.doc.tokens[first.i : last.i + 1])


def _is_of_object(verb: Token, clause: Token, *, known: bool) -> bool:
    """Whether a finite clause belongs to the object before it: "fixed the holes *the bank used*", "-- who said so"."""
    if clause.dep_ != "ccomp" or clause.i < verb.i:
        return False
    own = children(clause, "expl", "nsubj", "nsubjpass")
    added = clause.tag_ == "VBN" and not children(clause, "aux", "auxpass")
    if added and own and own[0].left_edge.nbor(-1).text == ",":
        # "Asked him to go, a request not honoured".
        return True
    who = bool(own) and own[0].lower_ == "who"
    things = [t for t in children(verb, "dobj") if verb.i < t.i < clause.i]
    if who and things and any(o.i < clause.i for to in children(verb, "dative") for o in children(to, "pobj")):
        # "Tell that to the man who pays".
        return True
    things = [t for t in things if t.pos_ in {"NOUN", "PROPN"}]
    if not things or verb.lemma_ in ADDRESSING:
        return False
    return who or (not known and bool(own) and has_tense(clause) and not children(clause, "mark"))


def _is_aim(verb: Token, clause: Token) -> bool:
    """Whether an infinitive behind a preposition and its noun says what for: "relied on Cole *to run* it"."""
    aim = clause.dep_ == "xcomp" and clause.tag_ == "VB" and not children(verb, "dobj") and verb.lemma_ not in SEEKING
    return aim and any("pobj" in p.kinds and verb.i < p.i < clause.i for p in children(verb, "prep"))


def _is_of_agent(verb: Token, clause: Token) -> bool:
    """Whether an infinitive belongs to the agent before it: "offended by his use of laws *to pay* less"."""
    if clause.dep_ != "xcomp" or clause.tag_ != "VB" or verb.lemma_ in OBJECT_CONTROL or verb.lemma_ in DEPUTING:
        return False
    nouns = [noun for by in children(verb, "agent") for noun in children(by, "pobj") if noun.i < clause.i]
    return any(n.pos_ == "NOUN" and not can_act(n) and n.right_edge.i + 1 == clause.left_edge.i for n in nouns)


def _is_told(found: CueClass | None) -> bool:
    """Whether a verb takes no infinitive for what it says or shows: "highlighted the strike *to help*"."""
    return found is None or found.name in {"judge", "know", "say", "show"}


def _is_purpose(verb: Token, clause: Token) -> bool:
    """Whether an infinitive behind an object says what for: "showed it *to help* them", not "asked him to help"."""
    if clause.dep_ != "xcomp" or clause.tag_ != "VB" or not any(a.tag_ == "TO" for a in children(clause, "aux")):
        return False
    things = [thing for thing in children(verb, "dobj", "nsubjpass") if thing.i < clause.i and verb.i < clause.i]
    lemma = verb.lemma_
    known = lemma in FATED or lemma in OBJECT_CONTROL or lemma in DEPUTING or lemma in USING or lemma in SEEKING
    return bool(things) and not known


def _is_relative(clause: Token) -> bool:
    """Whether a clause under a verb belongs to a noun before it: "said, under a law that *allows* it"."""
    return any(c.tag_ == "WDT" and c.lower_ == "that" for c in children(clause, "nsubj", "nsubjpass")) and (
        clause.head.i < clause.left_edge.i - 1
    )


def _requests(frame: Frame) -> bool:
    found = frame.lexicon.cues.get((frame.trigger.lemma_.lower(), "verb"))
    return found is not None and found.name in {"request", "want", "allow"}
