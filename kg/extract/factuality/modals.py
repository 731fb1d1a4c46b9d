"""Modals that put nothing in doubt: refusals, habits, what came later, what is said by them, what is only judged.

*Would* tells the past where it tells of refusing to speak ("would not say"), of a habit ("would often write") or of
what came ("would later lead"): Huddleston and Pullum (2002, ch. 3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.entities import is_agent
from kg.extract.factuality import habits, negation
from kg.extract.factuality.moods import is_advised
from kg.extract.factuality.readings import cue_class
from kg.extract.quotes import in_quotes
from kg.extract.syntax import children

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
_AFTERWARDS = frozenset({"later", "subsequently"})
_PERFORMING = frozenset({"must", "should", "would", "'d", "’d"})
_CAN = frozenset({"ca", "can", "could"})
_FIRST = frozenset({"i", "we"})
_PERSONS = frozenset({"he", "i", "she", "they", "we"})
_DOERS = _PERSONS | {"who"}
_EVERY = frozenset({"each", "every"})


def is_idle(modal: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a child of a verb is a modal that puts nothing in doubt: it tells the past, or of what is said by it."""
    if modal.dep_ != "aux":
        return False
    if modal.lower_ in _DID and is_advised(verb):
        return True
    if modal.lower_ in _CAN and "auxpass" in verb.kinds and verb.lemma_ in lexicon.words.get("perceiving", ()):
        # "Can be heard shouting": is heard.
        return True
    if modal.lower_ in _WOULD and is_putative(verb):
        return True
    performed = modal.lower_ in _PERFORMING and is_performed(verb, verb, lexicon)
    performed = performed or (modal.lower_ in _WOULD and is_put(verb, lexicon))
    performed = performed or (modal.lower_ in _WOULD and verb.lemma_ in _WISHES and bool(children(verb, "xcomp")))
    performed = performed or (modal.lower_ in _WOULD and habits.is_told(verb, lexicon))
    return performed or _is_had(modal, verb) or _is_past_would(modal, verb, lexicon) or _is_wont(modal, verb)


def is_putative(verb: Token) -> bool:
    """Whether *would* stands in a subject clause that is judged, and is no mere thought: "that he would lie shows …".

    Emotional and putative *should* and *would*: Quirk et al. (1985, section 14.25). The parse may take *that* for a
    determiner, before a plural even, and the judging verb for one joined to the clause: "That banks would pay says it".
    """
    if verb.dep_ in {"csubj", "csubjpass"}:
        main = verb.head
        that = any(c.lower_ == "that" for c in children(verb, "mark"))
    else:
        joined = [c for c in children(verb, "conj") if not children(c, "nsubj", "nsubjpass")]
        subjects = children(verb, "nsubj", "nsubjpass")
        that = any(c.lower_ == "that" and s.tag_ == "NNS" for s in subjects for c in children(s, "det"))
        if verb.dep_ != "ROOT" or len(joined) != 1 or "cc" in verb.kinds:
            return False
        main = joined[0]
    return that and main.tag_ in {"VBD", "VBZ"} and main.lemma_ not in {"be", "mean"} and not negation.denied(main)


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
    # "I must tell you that …".
    return bool(clauses) and all(c.lower_ == "you" for c in children(verb, "dobj", "dative"))


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
    if not negation.denied(verb):
        return False
    if _is_withheld(verb, lexicon):
        return True
    if not children(verb, "nsubj"):
        return False
    return any(found is not None and found.name in _TOLD | {"judge"} for found in _speech(verb, lexicon))


def _is_withheld(verb: Token, lexicon: Lexicon) -> bool:
    """Whether somebody kept something to himself, beside what was done: "said it was theft but *would not name* them".

    "Said it was theft and would not name them" may be what he said of himself.
    """
    if verb.dep_ != "conj" or verb.head.tag_ != "VBD" or verb.lemma_ not in lexicon.words.get("withholding", ()):
        return False
    return verb.head.dep_ != "ccomp" or bool(children(verb, "nsubj"))


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
    """Whether somebody used to do it: "she would often write"; what a plan would cost each year it has not cost yet."""
    subjects = children(verb, "nsubj", "nsubjpass")
    if subjects and not any(s.lower_ in _DOERS or is_agent(s, None, lexicon) for s in subjects):
        return False
    frequent = lexicon.words.get("frequent", ())
    if habits.is_recurring(verb):
        return True
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
