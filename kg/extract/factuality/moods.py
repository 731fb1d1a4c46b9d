"""Moods and past modals: orders and bans, what was refused, what used to be done, what came later.

*Would* tells the past where it tells of refusing to speak ("would not say"), of a habit ("would often write") or of
what came ("would later lead"): Huddleston and Pullum (2002, ch. 3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality import habits, negation
from kg.extract.factuality.readings import cue_class
from kg.extract.quotes import in_quotes
from kg.extract.subjectless import is_imperative
from kg.extract.syntax import SUBJECT, children

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import CueClass, Lexicon

_DID = frozenset({"'d", "’d"})
_PAST = frozenset({"VBN", "VBD"})
_TOLD = frozenset({"say", "deny"})
# "I would like to leave" tells a wish that there is.
_WOULD = frozenset({"would", "'d", "’d"})
_WISHES = frozenset({"hate", "like", "love", "prefer"})
# With *will* too: "she will sometimes write"; what will be done *regularly* is planned.
_NOW_AND_THEN = frozenset({"invariably", "occasionally", "often", "periodically", "sometimes", "typically", "usually"})
_MUCH = frozenset({"far", "few", "frequently", "little", "long", "many", "much", "often"})
_AFTERWARDS = frozenset({"later", "subsequently"})
_PERFORMING = frozenset({"must", "should", "would", "'d", "’d"})
_CAN = frozenset({"ca", "can", "could"})
_PRESENT = frozenset({"VBP", "VBZ"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow", "tonight"})
_FIRST = frozenset({"i", "we"})
_PERSONS = frozenset({"he", "i", "she", "they", "we"})
_TROUBLE = frozenset({"difficulty", "trouble"})
_EVERY = frozenset({"each", "every"})
_COMPARED = frozenset({"advmod", "acomp", "dobj", "nsubj"})
_COMPARATIVE = frozenset({"JJR", "RBR"})


def is_advised(verb: Token) -> bool:
    """Whether somebody had better do it: "you'd better go", "she better go"."""
    if verb.tag_ not in {"VB", "VBP"} or "advmod" not in verb.kinds:
        return False
    better = [c for c in children(verb, "advmod") if c.lower_ == "better" and c.i < verb.i and not c.children]
    helped = [c.lower_ for c in children(verb, "aux")]
    subjects = children(verb, "nsubj") if better and set(helped) <= {"had", "'d", "’d"} else ()
    return any(s.i + len(helped) + 1 == better[0].i for s in subjects)


def is_order(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb orders or forbids: "Sell it", "Do not sell it"; quoted behind its cue too ("said: “Sell it”")."""
    if is_imperative(verb):
        return True
    if verb.tag_ not in {"VB", "VBP"} or children(verb, "mark", *SUBJECT):
        return False
    helped = children(verb, "aux")
    if any(c.lower_ != "do" for c in helped):
        return False
    banned = bool(helped) and negation.denied(verb)
    alone = verb.dep_ in {"ROOT", "parataxis"} or (verb.dep_ == "ccomp" and verb.i < verb.head.i)
    # "The largest bank there (think Norbank) will pay".
    aside = verb.dep_ == "parataxis" and verb.i > 0 and verb.nbor(-1).text == "("
    return (banned and alone) or aside or _is_quoted(verb, lexicon)


def _is_quoted(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a bare verb is the whole clause that a verb of saying quotes."""
    if verb.tag_ != "VB" or verb.dep_ not in {"advcl", "ccomp", "xcomp"} or not in_quotes(verb):
        return False
    found = cue_class(verb.head, lexicon)
    return found is not None and found.name in {"say", "request"} and not in_quotes(verb.head)


def is_idle(modal: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a child of a verb is a modal that puts nothing in doubt: it tells the past, or of what is said by it."""
    if modal.dep_ != "aux":
        return False
    if modal.lower_ in _DID and is_advised(verb):
        return True
    if modal.lower_ in _CAN and "auxpass" in verb.kinds and verb.lemma_ in lexicon.words.get("perceiving", ()):
        # "Can be heard shouting": is heard.
        return True
    performed = modal.lower_ in _PERFORMING and is_performed(verb, verb, lexicon)
    performed = performed or (modal.lower_ in _WOULD and is_put(verb, lexicon))
    performed = performed or (modal.lower_ in _WOULD and verb.lemma_ in _WISHES and bool(children(verb, "xcomp")))
    performed = performed or (modal.lower_ in _WOULD and habits.is_told(verb, lexicon))
    return performed or _is_had(modal, verb) or _is_past_would(modal, verb, lexicon) or _is_wont(modal, verb)


def _is_wont(modal: Token, verb: Token) -> bool:
    """Whether *will* tells a habit: "she will sometimes write"."""
    return modal.lower_ == "will" and any(c.lower_ in _NOW_AND_THEN for c in children(verb, "advmod"))


def is_performed(verb: Token, bearer: Token, lexicon: Lexicon) -> bool:
    """Whether somebody says something by telling that he should: "I must say that …"; ``bearer`` has the subject."""
    first = any(s.lower_ in _FIRST for s in children(bearer, "nsubj"))
    found = cue_class(verb, lexicon) if first else None
    if found is None or found.name not in {"say", "suggest"} or negation.denied(verb):
        return False
    clauses = [c for c in children(verb, "ccomp") if c.i > verb.i and verb.doc[verb.i + 1].text not in {",", ":"}]
    return bool(clauses) and not children(verb, "dobj", "dative")


def is_put(verb: Token, lexicon: Lexicon) -> bool:
    """Whether *I would* only softens what somebody says now.

    "What I would say is …", "I would just say: …", "I wouldn't call it a win"; not "I would say it if I could".
    """
    if verb.lemma_ not in lexicon.words.get("putting", ()) or any(c.lemma_ == "have" for c in children(verb, "aux")):
        return False
    if not any(s.lower_ in _FIRST for s in children(verb, "nsubj")):
        return False
    objects = children(verb, "dobj")
    if any(c.tag_ == "WP" and c.i < verb.i for c in objects):
        return verb.dep_ == "csubj" and verb.head.lemma_ == "be"
    if objects:
        return bool(children(verb, "oprd", "xcomp")) or any(p.lower_ == "as" for p in children(verb, "prep"))
    said = next((t for t in verb.doc.tokens[verb.i + 1 : verb.sent.end] if t.is_punct and t.text != ","), None)
    return said is not None and said.text == ":" and not children(verb, "ccomp")


def _is_had(modal: Token, verb: Token) -> bool:
    """Whether "'d" before a participle is *had*: "he'd sold it", unlike "he'd be sold"."""
    bare = any(c.tag_ == "VB" for c in children(verb, "aux", "auxpass"))
    return modal.lower_ in _DID and verb.tag_ in _PAST and not bare


def _is_past_would(modal: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether *would* tells the past: a refusal to speak, a habit, or what came later; not in somebody's own words."""
    if modal.lower_ != "would":
        return False
    if _is_refused(verb):
        return True
    if in_quotes(verb) or verb.dep_ in {"ccomp", "xcomp", "pcomp"}:
        return False
    if any(c.lower_ == "have" for c in children(verb, "aux")) or _is_beside_would(verb):
        return False
    return _is_refusal(verb, lexicon) or _is_habit(verb, lexicon) or _came_later(verb)


def _is_beside_would(verb: Token) -> bool:
    """Whether a clause goes with what only would be: "while they would not say much, they would help"."""
    return verb.dep_ == "advcl" and any(c.lower_ in _WOULD for c in children(verb.head, "aux"))


def _is_refusal(verb: Token, lexicon: Lexicon) -> bool:
    if not negation.denied(verb) or not children(verb, "nsubj"):
        return False
    return any(found is not None and found.name in _TOLD | {"judge"} for found in _speech(verb, lexicon))


def _is_refused(verb: Token) -> bool:
    """Whether somebody did not want to do it then: a refusal beside what was done, or why or when that was done.

    "They left because he *would not help*", "when it *would not start*"; "she came but *would not speak*".
    """
    main, subjects = verb.head, children(verb, "nsubj")
    if main.tag_ != "VBD" or not negation.denied(verb) or any(c.lemma_ in {"be", "have"} for c in verb.children):
        return False
    if verb.dep_ == "conj":
        links = [c.lower_ for c in children(main, "cc") if c.i < verb.i]
        return links[-1:] == ["but"] and main.dep_ != "ccomp" and not (subjects or in_quotes(verb))
    if verb.dep_ != "advcl" or not subjects:
        return False
    if any(c.lower_ == "when" for c in children(verb, "advmod")):
        return True
    personal = any(s.lower_ in _PERSONS or s.ent_type_ == "PERSON" for s in subjects)
    return personal and any(c.lower_ in {"because", "since"} for c in children(verb, "mark"))


def _speech(verb: Token, lexicon: Lexicon) -> list[CueClass | None]:
    lemma = verb.lemma_.lower()
    after = [f"{lemma} {c.lower_}" for c in children(verb, "prep")]
    return [cue_class(verb, lexicon), *(lexicon.cues.get((word, "object")) for word in (lemma, *after))]


def _is_habit(verb: Token, lexicon: Lexicon) -> bool:
    frequent = lexicon.words.get("frequent", ())
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in frequent:
            return True
        if child.dep_ == "npadvmod" and any(c.lower_ in _EVERY for c in children(child, "det")):
            return True
        if child.dep_ == "advcl" and child.tag_ == "VBD" and any(c.lower_ == "whenever" for c in child.children):
            return True
    return False


def _came_later(verb: Token) -> bool:
    went_on = verb.lemma_ == "go" and any(c.lower_ == "on" for c in verb.children) and bool(children(verb, "xcomp"))
    return went_on or any(c.lower_ in _AFTERWARDS for c in children(verb, "advmod"))


def is_correlative(verb: Token) -> bool:
    """Whether a clause opens with a comparative: "the sooner it leaves, the better" tells of no leaving."""
    for child in verb.children:
        if child.i > verb.i:
            break
        if child.dep_ in _COMPARED:
            marked = [t for t in (child, *children(child, "amod", "advmod")) if t.tag_ in _COMPARATIVE]
            if marked and any(map(_is_the, marked)):
                return True
    return False


def _is_the(comparative: Token) -> bool:
    return comparative.i > 0 and comparative.nbor(-1).lower_ == "the"


def is_degree(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a clause asks to what degree something is so now: "how much it pays"; not as told ("explained how …")."""
    if verb.tag_ not in {"VBZ", "VBP"} or verb.dep_ == "relcl":
        return False
    edge = verb.left_edge
    if edge.lower_ != "how" or edge.i == verb.i or edge.nbor(1).lower_ not in _MUCH:
        return False
    found = cue_class(verb.head, lexicon) if verb.dep_ == "ccomp" else None
    return found is None or found.name not in {"say", "show"}


def is_forestalled(verb: Token) -> bool:
    """Whether something else came first, so that perhaps it never did: "left before they could ask"."""
    before = "aux" in verb.kinds and any(c.lower_ == "before" for c in children(verb, "mark"))
    return before and any(c.lower_ == "could" for c in children(verb, "aux"))


def is_laboured(verb: Token) -> bool:
    """Whether somebody has trouble doing it, and so perhaps does not: "had trouble *selling* it"."""
    over = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "in" else verb.head
    had = over.head if over.dep_ == "dobj" else over
    if verb.tag_ != "VBG" or had.lemma_ != "have" or children(verb, *SUBJECT):
        return False
    return any(c.lemma_ in _TROUBLE and c.i < verb.i for c in children(had, "dobj"))


def is_longing(verb: Token) -> bool:
    """Whether somebody is only impatient: "can't wait to see it"."""
    if verb.lemma_ != "wait" or not (negation.denied(verb) and _has_aim(verb)):
        return False
    return any(c.lower_ in _CAN for c in children(verb, "aux"))


def _has_aim(verb: Token) -> bool:
    return bool(children(verb, "xcomp")) or any(c.lower_ == "for" for c in children(verb, "prep"))


def is_scheduled(clause: Token, main: Token) -> bool:
    """Whether a clause with *when* tells what is set for a day to come: "faces a test on Tuesday when they try it"."""
    if clause.dep_ != "advcl" or main.tag_ not in _PRESENT:
        return False
    if main.lemma_ == "face" and any(c.tag_ in _PRESENT for c in children(clause, "auxpass")):
        # "Faces ten years in prison when he is sentenced": that day is to come.
        return any(c.lower_ == "when" for c in children(clause, "advmod"))
    if clause.tag_ not in _PRESENT:
        return False
    if any(children(verb, "aux", "auxpass") for verb in (clause, main)):
        return False
    days = [*children(main, "npadvmod"), *(day for on in children(main, "prep") for day in children(on, "pobj"))]
    return any(c.lower_ == "when" for c in children(clause, "advmod")) and any(map(_is_day, days))


def _is_day(noun: Token) -> bool:
    return noun.lower_ in _DAYS or any(c.lower_ == "next" for c in children(noun, "amod"))
