"""A participle or infinitive behind a noun that the parser takes for the main verb: "men *marching* past shouted"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import RELATIVE, SUBJECT, children, is_plural
from kg.extract.tense import has_tense
from kg.extract.valency import COLLECTIVE, INTRANSITIVE, STATES

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_NOUNS = frozenset({"NOUN", "PROPN"})
_NOMINAL = _NOUNS | {"NUM", "PRON"}
_STOPS = frozenset({".", "!", "”", '"', "''"})
_FRONTED = frozenset({"advcl", "cc", "npadvmod", "prep", "punct"})
_UNTENSED = frozenset({"VBG", "VBN", "VB"})
_ABOVE = frozenset({"ROOT", "advcl", "ccomp", "conj", "parataxis", "relcl"})
_PAST = frozenset({"VBD", "VBN"})
# "Had the case heard", and what is seen or left done.
_BRINGING_ABOUT = frozenset({"get", "have", "want"})
_LETTING = _BRINGING_ABOUT | {"find", "hear", "keep", "leave", "like", "make", "need", "order", "see", "watch"}
_BELOW = ("advcl", "ccomp", "conj", "dep", "xcomp")
_TWO = 2
_BREAKS = frozenset({"“", '"', "``", "''", "”", "-", "--", "–", "—", ":", ";", "(", ")"})


def mend(verb: Token) -> None:
    """Gives the subject of a clause to the verb with a tense, and hangs the verb without one on the noun before it."""
    if verb.tag_ not in _UNTENSED or verb.dep_ not in _ABOVE or has_tense(verb) or not _is_reduced(verb):
        return
    subject = _subject(verb)
    main = _main(verb, subject) if subject is not None else None
    if subject is None or main is None:
        return
    before = [child for child in verb.children if child.i < subject.i]
    after = [child for child in verb.children if child.i > main.i]
    main.raise_over(verb, "acl")
    for child in [*before, *after]:
        child.attach(main, child.dep_)
    subject.attach(main, "nsubjpass" if "auxpass" in main.kinds else "nsubj")
    verb.attach(_noun_before(verb, subject), "acl")


def _is_reduced(verb: Token) -> bool:
    """Whether a verb may stand behind a noun without a tense: *marching*, *being held*, *held*, *to hold*."""
    words = [each.lower_ for each in children(verb, "aux", "auxpass")]
    return words == ["to"] if verb.tag_ == "VB" else words == [] or (verb.tag_ == "VBN" and words == ["being"])


def _subject(verb: Token) -> Token | None:
    """The noun right before a verb that the parser takes for its subject."""
    own = children(verb, *SUBJECT)
    if len(own) != 1 or own[0].pos_ not in _NOUNS or own[0].i > verb.i or "expl" in verb.kinds:
        return None
    first = min([verb, *children(verb, "aux", "auxpass")], key=lambda each: each.i)
    last = own[0].right_edge
    return own[0] if last.i + 1 == first.i and not last.is_punct else None


def _main(verb: Token, subject: Token) -> Token | None:
    """The verb with a tense and without a subject that stands behind all that belongs to one without a tense."""
    beside = children(verb.head, "ccomp") if verb.dep_ == "ccomp" else ()
    for main in (*children(verb, *_BELOW), *beside):
        if main.i < verb.i or not has_tense(main) or children(main, "expl", "mark", *SUBJECT):
            continue
        first = main.left_edge
        between = verb.doc.tokens[verb.i + 1 : main.i]
        last = first.nbor(-1)
        apart = last.is_punct or last.pos_ in {"CCONJ", "PART"} or first.pos_ == "CCONJ" or last is verb
        if not apart and _BREAKS.isdisjoint([each.text for each in between]) and _agree(subject, main):
            return main
    return None


def _agree(subject: Token, main: Token) -> bool:
    several = is_plural(main)
    known = subject.tag_ in {"NN", "NNS"} and subject.lemma_ not in COLLECTIVE and "conj" not in subject.kinds
    return several is None or not known or several == (subject.tag_ == "NNS")


def _noun_before(verb: Token, subject: Token) -> Token:
    """The noun right before a verb, which is nearer than the subject: "seats in *towns* won by us"."""
    before = verb.doc.tokens[max(verb.left_edge.i - 1, 0)]
    return before if before.pos_ in _NOUNS and subject.is_ancestor(before) else subject


def passive_below(verb: Token, lexicon: Lexicon) -> None:
    """Makes a passive of a participle and its noun below a verb of bringing about: "had *the case heard*".

    So too what somebody sees, hears or leaves done: "saw *the bank closed*", "wants *the rule repealed*".
    """
    over = verb.head
    if verb.dep_ not in {"ccomp", "xcomp"} or verb.tag_ not in _PAST or over.lemma_ not in _LETTING:
        return
    if children(verb, "aux", "auxpass", "ccomp", "dobj", "mark") or verb.lower_ in STATES:
        return
    always = verb.lemma_.lower() in lexicon.words.get("transitive", ())
    bare = verb.tag_ == "VBN" or over.lemma_ in _BRINGING_ABOUT or always
    own = children(verb, "nsubj")
    for noun in own if bare and len(own) == 1 and verb.lemma_ not in INTRANSITIVE else ():
        first = noun.left_edge
        between = verb.doc.tokens[over.i + 1 : first.i]
        if over.i < first.i and noun.i < verb.i and not (noun.tag_ in RELATIVE or any(t.is_punct for t in between)):
            verb.tag_ = "VBN"
            noun.relabel("nsubjpass")


def free_subject(verb: Token) -> None:
    """Gives a verb its subject, which the parse has in a clause of its own: "the *rule* applied to us *is* hard"."""
    over, own = verb.head, children(verb, "nsubj", "nsubjpass")
    if verb.dep_ != "csubj" or verb.tag_ not in _PAST | {"VBG"} or over.i < verb.i or len(own) != 1:
        return
    noun = own[0]
    if noun.tag_ in RELATIVE or children(verb, "aux", "auxpass", "ccomp", "dobj", "mark") or noun.i > verb.i:
        return
    if not _agree(noun, over):
        return
    for child in [child for child in verb.children if child.i < noun.i]:
        child.attach(over, child.dep_)
    noun.attach(over, "nsubjpass" if "auxpass" in over.kinds else "nsubj")
    verb.tag_ = "VBN" if verb.tag_ == "VBD" else verb.tag_
    verb.attach(_noun_before(verb, noun), "acl")


def main_verb(verb: Token) -> None:
    """Makes the main verb of a form that may be a past tense, where its sentence has none: "Bell *signed* on".

    The parse hangs it on its subject, as though it were a participle ("the men *seized* by the guards"); a sentence in
    full has a tense.
    """
    noun = verb.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head  # "dozens of *men*"
    full = noun.head is noun and noun.pos_ in _NOMINAL and noun.sent[-1].text in _STOPS
    if verb.dep_ != "acl" or not full or verb.tag_ != "VBN" or not verb.lower_.endswith("ed") or noun.i > verb.i:
        return
    others = children(noun, "acl", "ccomp", "parataxis", *SUBJECT)
    if children(verb, "agent", "aux", "auxpass") or any(each.i > verb.i and each.pos_ != "NOUN" for each in others):
        return
    for child in noun.children:
        if child is not verb and (child.i > verb.i or (child.i < noun.i and child.dep_ in _FRONTED)):
            child.attach(verb, "ccomp" if child.left_edge.lower_ == "what" else child.dep_)
    verb.tag_ = "VBD"
    verb.raise_over(noun, "nsubj")


def loyal_to(verb: Token) -> None:
    """Gives a preposition without an object the name behind it, taken for a subject: "troops *loyal to Bell* shot"."""
    own = children(verb, "nsubj", "nsubjpass")
    if len(own) < _TWO:
        return
    first, last = own[0], own[-1]
    before = last.left_edge.nbor(-1) if last.left_edge.i else last
    if before.dep_ == "prep" and first.is_ancestor(before) and not before.kinds:
        last.attach(before, "pobj")
