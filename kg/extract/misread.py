"""Signs in a parse that it goes wrong: tags and relations that cannot stand together in English.

A verb with a tense needs a subject of its own, or shares that of the verb it is joined to; an *-ing* form is not joined
to a plain past; a reduced relative clause has no object. Where a parse says so all the same, who does what cannot be
told from it. Participles that only name something tell of no event either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.subjectless import is_imperative
from kg.extract.syntax import RELATIVE, SUBJECT, children, conjuncts, is_passive, is_plural
from kg.extract.tense import has_tense
from kg.extract.valency import COLLECTIVE, NAMING, TWO_OBJECTS

if TYPE_CHECKING:
    from kg.extract.tree import Token

_VERBAL = frozenset({"AUX", "VERB"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_DEPENDENT = frozenset({"acl", "advcl", "appos", "ccomp", "dep", "oprd", "pcomp", "xcomp"})
# "As might be expected", "more than was needed" have no subject.
_COMPARING = frozenset({"as", "than"})
_MAX_STEPS = 6
_SUBJECTS = SUBJECT | {"expl"}
_BEFORE = frozenset({"advmod", "aux", "auxpass", "neg", "npadvmod"})
_OPENING = frozenset({'"', "“", "``"})
_CLOSING = frozenset({'"', "”", "''"})
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
_NAMES = frozenset({"call", "dub", "entitle", "name", "nickname", "title"})
_JOINED = frozenset({"combined", "coupled", "paired"})
_SCRAPS = frozenset({"ad", "co", "d", "f", "re", "s", "t"})


def is_misread(trigger: Token) -> bool:
    """Whether the parse of an event's clause shows that it cannot be right."""
    copula = trigger.head if trigger.dep_ == "acomp" and trigger.pos_ == "ADJ" else trigger
    if copula.pos_ not in _VERBAL or copula.dep_ in {"amod", "compound"}:
        return False
    over = copula.head if copula.dep_ == "xcomp" and copula.head.pos_ in _VERBAL else None
    if over is not None and (_has_no_subject_of_its_form(over) or is_stray_form(over)):
        # What a verb that is none, or is joined to one of another form, would govern.
        return True
    verb = _first_of_joined(copula)
    own = _follows_noun(copula) or (verb is copula and (is_stray_form(verb) or _is_no_word(verb)))
    return (
        own
        or _lacks_subject(verb)
        or _is_under_none(verb)
        or _lacks_tense(verb)
        or _has_object_in_relative(verb)
        or _is_torn(copula)
        or (verb.dep_ == "relcl" and (_is_that_of_person(verb) or disagrees(verb)))
        or _has_no_subject_of_its_form(verb)
        or _sees_to_come(verb)
        or _is_postposed(copula)
        or (copula.dep_ == "conj" and (_is_quoted_phrase(copula) or _has_object_in_passive(copula)))
        or _introduces(verb)
        or _only_names(copula)
    )


def is_stray_form(verb: Token) -> bool:
    """Whether a verb is joined to one of another form: "shows its will to win and *to lead*"."""
    if verb.dep_ != "conj" or verb.head.pos_ not in _VERBAL or children(verb, *SUBJECT):
        return False
    head, auxiliaries = verb.head, children(verb, "aux", "auxpass")
    if [aux.tag_ for aux in auxiliaries] == ["TO"]:
        return has_tense(head) and not any(aux.tag_ == "TO" for aux in children(head, "aux"))
    if auxiliaries:
        return False
    if any(aux.tag_ in {"MD", "TO"} or aux.lemma_ == "do" for aux in children(head, "aux")):
        return False
    if verb.tag_ == "VBG":
        # "Was in town and looking for a flat".
        perfect = head.tag_ == "VBN" and any(aux.lemma_ == "have" for aux in children(head, "aux"))
        return (perfect and not children(head, "auxpass")) or (head.tag_ in _FINITE and head.lemma_ != "be")
    return (verb.tag_ == "VB" and head.tag_ in {"VBD", "VBZ", "VBG", "VBN"}) or verb.tag_ == "VBP" != head.tag_ == "VBG"


def _first_of_joined(verb: Token) -> Token:
    """The verb that has the subject of those joined to it."""
    for _ in range(_MAX_STEPS):
        joined = verb.dep_ == "conj" and verb.head.pos_ in _VERBAL
        if not joined or children(verb, *SUBJECT) or is_stray_form(verb):
            break
        verb = verb.head
    return verb


def _lacks_subject(verb: Token) -> bool:
    if not _SUBJECTS.isdisjoint(verb.kinds) or "agent" in verb.kinds or is_imperative(verb):
        return False
    tensed = has_tense(verb)
    if verb.dep_ == "ROOT":
        return tensed or verb.tag_ in {"VBG", "VBN"}
    return tensed and verb.dep_ in _DEPENDENT and not any(child.lower_ in _COMPARING for child in verb.children)


def _is_under_none(verb: Token) -> bool:
    """Whether the main verb that lends it a subject has none: "Bell lied, *has* to try to *leave*"."""
    over = verb
    while over.dep_ == "xcomp" and over.head.i < over.i and over.head.pos_ in _VERBAL:
        over = over.head
    return over is not verb and over.dep_ == "ROOT" and over.tag_ in _FINITE and _lacks_subject(over)


def disagrees(verb: Token, noun: Token | None = None) -> bool:
    """Whether a relative clause tells of one where its noun is several, or the other way: "the men that *has* ended".

    ``noun`` is another noun that it may belong to.
    """
    if verb.dep_ != "relcl":
        return False
    pronouns = children(verb, "nsubj", "nsubjpass")
    if len(pronouns) != 1 or not (pronouns[0].tag_ in RELATIVE or pronouns[0].lower_ == "that"):
        return False
    several, noun = is_plural(verb), noun or verb.head
    if several is None or noun.tag_ not in {"NN", "NNS"} or noun.lemma_ in COLLECTIVE or "conj" in noun.kinds:
        return False
    counted = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in {"NUM", "DET"}
    return several != (noun.tag_ == "NNS") and not counted


def _lacks_tense(verb: Token) -> bool:
    """Whether the main verb of a sentence is an *-ing* form with a subject: "Bell, asked on Friday, *saying* …"."""
    main = verb.dep_ == "ROOT" and verb.tag_ == "VBG" and verb.lemma_ != "be"
    return main and "nsubj" in verb.kinds and not children(verb, "aux", "auxpass")


def _follows_noun(verb: Token) -> bool:
    """Whether the subject of a joined verb is joined to the noun before: "sat with Bell, and Cole *left*"."""
    if verb.dep_ != "conj" or verb.head.pos_ not in _VERBAL or not has_tense(verb) or children(verb, *SUBJECT):
        return False
    i = min([verb.i, *(child.i for child in verb.children if child.dep_ in _BEFORE and child.i < verb.i)]) - 1
    before = verb.doc.tokens[i] if i > verb.head.i else verb
    return before.pos_ in {"NOUN", "PROPN"} and before.dep_ == "conj" and before.head.i > verb.head.i


def _has_no_subject_of_its_form(verb: Token) -> bool:
    """Whether a subject cannot be one: "Bell *would triumph* saw it", "they *votes*", "the party's *standing* with us".

    A noun has no modal, "they" and "he" agree with their verb, and what has a possessor is a noun itself.
    """
    subjects = children(verb, "nsubj", "nsubjpass")
    first = next(iter(children(verb, "aux", "auxpass")), verb) if subjects else verb
    for subject in subjects:
        if any("aux" in each.kinds and each.pos_ in {"NOUN", "PROPN"} for each in conjuncts(subject)):
            return True
        if verb.tag_ == "VBG" and first is verb and "case" in subject.kinds:
            return True
        several = {"they": True, "we": True, "he": False, "she": False}.get(subject.lower_)
        if several is not None and "conj" not in subject.kinds and subject.i + 1 == first.i and first.pos_ == "VERB":
            bare = first.tag_ == "VBP" and first.lower_ == first.lemma_.lower()
            return (first.tag_ == "VBZ" and first.lower_.endswith("s")) if several else bare
    return verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.text.isdigit()


def _is_quoted_phrase(verb: Token) -> bool:
    """Whether a participle and its noun between quotation marks are no clause: "spoke of “*wounded* families”"."""
    if verb.tag_ != "VBN" or verb.dep_ != "conj" or children(verb, "aux", "auxpass", *SUBJECT):
        return False
    before, after = verb.nbor(-1) if verb.i else verb, verb.right_edge
    if before.text not in _OPENING or verb.head.tag_ == "VBN":
        return False
    return any(t.text in _CLOSING for t in verb.doc.tokens[verb.i : after.i + 2]) and bool(children(verb, "dobj"))


def _sees_to_come(verb: Token) -> bool:
    """Whether nobody can see what a clause says: "who want to *see* more banks *will* pay"."""
    over = verb.head
    if verb.dep_ != "ccomp" or over.lemma_ not in {"hear", "see", "watch"} or over.dep_ != "xcomp":
        return False
    return over.tag_ == "VB" and "mark" not in verb.kinds and any(aux.tag_ == "MD" for aux in children(verb, "aux"))


def _introduces(verb: Token) -> bool:
    """Whether a clause only says what another is about: "*when it comes to* Bell, they agree"."""
    if verb.lemma_ != "come" or verb.dep_ != "advcl" or "prep" not in verb.kinds:
        return False
    when = any(child.lower_ in {"if", "when"} for child in children(verb, "advmod", "mark"))
    return when and [s.lower_ for s in children(verb, "nsubj")] == ["it"] and verb.nbor().lower_ == "to"


def _is_postposed(verb: Token) -> bool:
    """Whether a participle only counts those before it: "more than all the others *combined*", "Bell *included*"."""
    if verb.lower_.strip(_INVISIBLE) not in verb.doc.user_data.get("postposed", ()):
        return False
    alone = all(child.i < verb.i or child.is_punct for child in verb.children)
    return alone and not children(verb, "aux", "auxpass", "advmod")


def _is_torn(verb: Token) -> bool:
    """Whether an auxiliary has a subject that its verb lacks: "and who feel *betrayed*"."""
    for aux in children(verb, "aux", "auxpass"):  # noqa: SIM110 (asked of each verb: a generator costs as much as the rest)
        if aux.kinds and not SUBJECT.isdisjoint(aux.kinds):
            return True
    return False


def _only_names(verb: Token) -> bool:
    """Whether a participle only says what something is called: "a group *called* Northern Light", "*known* as Light".

    Nor is a thing that is *coupled with* another by anybody. Who was "named minister", or called so by somebody, was.
    """
    if verb.tag_ not in {"VBN", "VBD"} or children(verb, "agent", "aux", "auxpass"):
        return False
    things = children(verb, "oprd", "dobj")
    own = verb.dep_ == "acl" and not children(verb, "nsubj")
    after = next((preposition.lower_ for preposition in children(verb, "prep")), "")
    if own and ((verb.lemma_ == "know" and after == "as") or (verb.lower_ in _JOINED and after == "with")):
        return True
    if verb.lemma_ not in _NAMES or not things or (verb.lemma_ == "name" and things[0].pos_ != "PROPN"):
        return False
    return own or any(_is_set_off(subject, verb) for subject in children(verb, "nsubj"))


def _is_set_off(subject: Token, verb: Token) -> bool:
    """Whether a comma parts a verb from a subject that holds none: "his group, *called* Northern Light, owns it"."""
    last = subject.right_edge.i
    if subject.ent_type_ == "PERSON":
        return False
    inner = verb.doc.tokens[subject.left_edge.i : last]
    return last + 2 == verb.i and verb.nbor(-1).text == "," and all(token.text != "," for token in inner)


def _is_that_of_person(verb: Token) -> bool:
    """Whether "that" stands for somebody by name, as it never does: "a race of Bell and Cole *that* drew crowds"."""
    noun = verb.head
    if verb.dep_ != "relcl" or noun.ent_type_ != "PERSON" or noun.pos_ != "PROPN":
        return False
    first = noun.left_edge
    named = first.pos_ != "DET" and first.lower_ != "a"
    last = conjuncts(noun)[-1]
    return named and any(
        c.lower_ == "that" and c.i in {noun.i + 1, last.i + 1} for c in children(verb, "nsubj", "nsubjpass")
    )


def _is_no_word(verb: Token) -> bool:
    """Whether a dash, the rest of a word or a surname was taken for a verb: "*re*-elected"."""
    if verb.ent_type_ == "PERSON" and verb.ent_iob_ == "I":
        return True
    return verb.lower_ == verb.lemma_.lower() and (verb.lower_ in _SCRAPS or not any(map(str.isalpha, verb.text)))


def _has_object_in_passive(verb: Token) -> bool:
    """Whether a participle joined to a passive has a bare object: "were not hired staff or *invited* guests"."""
    if verb.dep_ != "conj" or children(verb, "aux", "auxpass", *SUBJECT):
        return False
    # A past form is not joined to what will be.
    if verb.tag_ != "VBN" and not (verb.tag_ == "VBD" and any(a.tag_ == "MD" for a in children(verb.head, "aux"))):
        return False
    things = children(verb, "dobj")
    other = verb.lemma_ in NAMING or verb.lemma_ in TWO_OBJECTS
    return bool(things) and not other and "auxpass" in verb.head.kinds and things[0].left_edge.i == verb.i + 1


def _has_object_in_relative(verb: Token) -> bool:
    """Whether a past form right after a noun takes an object: "the deal *donated* millions to the fund"."""
    past = verb.tag_ in {"VBD", "VBN"} and verb.dep_ == "acl"
    return past and bool(children(verb, "dobj")) and not children(verb, "aux", *SUBJECT) and not is_passive(verb)
