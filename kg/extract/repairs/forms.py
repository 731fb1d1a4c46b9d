"""Verbs whose form tells that they were hung on the wrong verb, or given the wrong voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.misread import is_stray_form
from kg.extract.predication import is_felt
from kg.extract.quotes import in_quotes
from kg.extract.syntax import SUBJECT, children, conjuncts, is_passive
from kg.extract.valency import INTRANSITIVE, NAMING, STATES

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_PAST = frozenset({"VBD", "VBN"})
_TENSED = _PAST | {"VBZ"}
# Who does these is named, or they are done to whoever is.
_DONE_TO = frozenset({"ASSAULT", "COERCE"})
_MODIFIERS = frozenset({"amod", "compound"})
_DASHES = frozenset({"-", "--", "–", "—"})
_MARKS = frozenset({'"', "“", "”", "''", "``"})


def passive_by_agent(verb: Token) -> None:
    """Gives those to whom it is done their relation, where only "by" tells it: "ten people shot and killed by police".

    So too in "the leader should be tried and his house *burned*", where what stood before is not said again.
    """
    subjects = children(verb, "nsubj") if verb.tag_ in _PAST else ()
    if not subjects or children(verb, "aux", "auxpass", "dobj", "xcomp", "ccomp"):
        return
    linked = "cc" in verb.kinds
    participles = [other for other in children(verb, "conj") if linked and _is_bare_participle(other)]
    by = (verb, *participles) if verb.tag_ == "VBN" else participles
    gapped = verb.dep_ == "conj" and bool(children(verb.head, "auxpass")) and bool(participles or verb.tag_ == "VBN")
    if gapped or any(_is_done(each) for each in by):
        for subject in subjects:
            subject.relabel("nsubjpass")


def bare_by_conjunction(verb: Token) -> None:
    """Makes a bare form of one that could be past, beside a bare one: "to end the strike and *cut* the losses"."""
    alike = verb.tag_ == "VBD" and verb.lower_ == verb.lemma_ and verb.dep_ == "conj" and verb.head.tag_ == "VB"
    if alike and verb.head.pos_ == "VERB" and not children(verb, "aux", "auxpass", *SUBJECT):
        verb.tag_ = "VB"


def _is_done(verb: Token) -> bool:
    """Whether an agent is the verb's: "a shirt retired by the club", not "it *emanated* from a song by Bell"."""
    return any(by.i == verb.i + 1 or verb.lemma_ not in INTRANSITIVE for by in children(verb, "agent"))


def passive_by_conjunction(verb: Token, lexicon: Lexicon) -> None:
    """Makes a past form without object a participle behind a passive: "was held and *beaten*", "was tased and *shot*".

    Only of verbs that say what is done to somebody, or that take an object always: who "was caught and *escaped*", or
    "*fought*", did so himself.
    """
    head = verb.head
    if verb.tag_ != "VBD" or verb.dep_ != "conj" or not is_passive(head):
        return
    types = {entry.type for entry in lexicon.lexemes.get(verb.lemma_.lower(), ()) if not entry.weight}
    alone = not children(verb, "aux", "auxpass", "dobj", "prt", "ccomp", "xcomp", *SUBJECT)
    done_to = types & _DONE_TO and verb.lemma_.lower() not in lexicon.reciprocals
    bare = verb.lemma_.lower() in lexicon.words.get("transitive", ()) and verb.lower_[-1] in "dt"
    if alone and (done_to or bare):
        verb.tag_ = "VBN"


def source(verb: Token) -> None:
    """Makes a noun of what was taken for a verb behind "according to": "according to *show* insiders"."""
    over = verb.head
    if over.lower_ != "according" or verb.tag_ != "VB" or over.i + 2 != verb.i:
        return
    for noun in children(verb, "dobj"):
        if noun.left_edge.i == verb.i + 1:
            for to in children(verb, "aux"):
                to.attach(over, "prep")
                noun.attach(to, "pobj")
            verb.attach(noun, "compound")
            verb.tag_, verb.pos_ = "NN", "NOUN"
            return


def named(verb: Token) -> None:
    """Makes a participle of a past form that tells what something is called: "a fund, *called* Norhelp, will pay".

    So too in "is its ally and *considered* a friend", and of what is done by somebody: "rules *pushed* through by us".
    What stands behind such a participle before a clause is the name: "*dubbed* the Fox, Bell ran".
    """
    if verb.tag_ == "VBN" and verb.dep_ == "advcl" and verb.lemma_ in NAMING and verb.i < verb.head.i:
        for name in children(verb, "dobj") if not children(verb, "aux", "auxpass", *SUBJECT) else ():
            name.relabel("oprd")
    if verb.tag_ != "VBD" or children(verb, "aux", *SUBJECT):
        return
    if verb.dep_ == "acl" and "agent" in verb.kinds and "dobj" not in verb.kinds and verb.lemma_ not in INTRANSITIVE:
        verb.tag_ = "VBN"
    if verb.lemma_ not in NAMING:
        return
    present = verb.dep_ == "conj" and verb.head.lemma_ == "be" and verb.head.tag_ in {"VBP", "VBZ"}
    if present or (verb.dep_ == "acl" and "oprd" in verb.kinds):
        verb.tag_ = "VBN"


def complement(verb: Token) -> None:
    """Makes a complement of what the parse sets beside an object: "called *the pact* and *the vote a farce*".

    So too of what stands between quotation marks: "called the guest “*Miss Moss*”".
    """
    if verb.lemma_ not in NAMING or "dobj" not in verb.kinds or "oprd" in verb.kinds:
        return
    for thing in children(verb, "dobj"):
        last = conjuncts(thing)[-1]
        for name in children(last, "appos"):
            first = name.left_edge
            quoted = first.text in _MARKS or first.nbor(-1).text in _MARKS
            behind = (first if first.text in _MARKS else first.nbor(-1)).nbor(-1) is last
            if (first.lower_ in {"a", "an"} and first.nbor(-1).is_alpha) or (quoted and behind):
                name.attach(verb, "oprd")
                return


def _is_wont(verb: Token) -> bool:
    """Whether "used" is "wont": "we are not *used to* it", not "it is *used to* cut it"."""
    following = [token for token in verb.sent if verb.i < token.i <= verb.i + 2]
    return [token.lower_ for token in following[:1]] == ["to"] and following[-1].tag_ != "VB"


def lead(verb: Token) -> None:
    """Makes an object of who is ahead by so much, and is not given it: "shows *her* ahead three points"."""
    for who in children(verb, "dative"):
        for by in children(verb, "advmod"):
            if by.lower_ in {"ahead", "behind", "down", "up"} and by.i == who.right_edge.i + 1 and who.pos_ != "ADP":
                for points in children(verb, "dobj"):
                    points.attach(by, "npadvmod")
                who.relabel("dobj")
                return


def state(verb: Token) -> None:
    """Takes the passive from a participle that tells a state: "is *engaged* in a war", "was *headed* home"."""
    if verb.tag_ != "VBN" or (after := STATES.get(verb.lower_)) is None or "auxpass" not in verb.kinds:
        return
    forms = children(verb, "auxpass")
    if forms[0].lemma_ != "be" or children(verb, "agent", "dobj"):
        return
    told = any(child.lower_ in after for child in children(verb, "prep", "prt", "advmod", "ccomp"))
    told = told or (verb.lower_ == "used" and _is_wont(verb)) or _is_felt(verb)
    clause = [mark.lower_ for c in children(verb, "xcomp", "ccomp") for mark in children(c, "aux", "mark")[:1]]
    if told or any(word in after for word in clause):
        for each in forms:
            each.relabel("aux")
        for subject in children(verb, "nsubjpass"):
            subject.relabel("nsubj")


def _is_felt(verb: Token) -> bool:
    """Whether a participle of feeling or readiness stands alone: "was *prepared*", "is deeply *worried*"."""
    alone = all(child.i < verb.i or child.is_punct for child in verb.children)
    return alone and is_felt(verb)


def vocative(verb: Token) -> None:
    """Takes the subject from an order that addresses somebody: "Minister, *tell* us".

    So too from "Bell, people *say* so", where the parse has one person and several for the same.
    """
    _addressed(verb)
    if verb.tag_ != "VB" or verb.dep_ not in {"ROOT", "ccomp", "parataxis"} or children(verb, "aux", "mark"):
        return
    for subject in children(verb, "nsubj"):
        between = [child for child in verb.children if subject.i < child.i < verb.i and not child.is_punct]
        if subject.i < verb.i and verb.nbor(-1).text == "," and not between:
            subject.relabel("npadvmod")


def _addressed(verb: Token) -> None:
    for name in children(verb, "nsubj"):
        single = name.ent_type_ == "PERSON" and name.pos_ == "PROPN" and not children(name, "conj")
        for several in children(name, "appos") if single else ():
            first = next(
                (c for c in verb.children if c.dep_ in {"advmod", "aux", "auxpass", "neg"} and c.i > name.i), verb
            )
            bare = several.tag_ == "NNS" and several.left_edge is several and several.nbor(-1).text == ","
            if bare and several.right_edge.i + 1 == first.i and name.left_edge.nbor(-1).is_punct:
                several.attach(verb, "nsubj")
                name.relabel("npadvmod")
                return


def _is_bare_participle(verb: Token) -> bool:
    return verb.tag_ == "VBN" and not children(verb, "aux", "auxpass", "dobj", *SUBJECT)


def lift(verb: Token) -> None:
    """Gives a verb the negation and the modal that the parse hung on its auxiliary: "*would n't* be sold"."""
    for auxiliary in children(verb, "aux", "auxpass"):
        for mark in children(auxiliary, "aux", "neg"):
            first, last = sorted((mark.i, auxiliary.i))
            apart = last - first > 2 or any(t.is_punct for t in verb.doc.tokens[first:last])  # noqa: PLR2004 (won't be)
            if not (apart or (mark.dep_ == "neg" and "neg" in verb.kinds)):
                mark.attach(verb, mark.dep_)


def rejoin(verb: Token) -> None:
    """Joins a verb to the last one before it of the same form: "by going and *staying*".

    Where none stands before it, the verb stays where the parse has it.
    """
    if _is_tensed_under_infinitive(verb):
        over = verb.head.head
        if verb.head.dep_ in {"acl", "relcl"} and over.dep_ == "dobj":
            # "Were given tasks to perform and *competed*".
            over = over.head
        alike = over.tag_ == "VBZ" if verb.tag_ == "VBZ" else over.tag_ in _PAST
        if over.pos_ == "VERB" and alike and over.i < verb.head.i:
            verb.attach(over, "conj")
        return
    if verb.tag_ == "VBG" and verb.dep_ == "conj" and (outside := _outside(verb)) is not None:
        verb.attach(outside, "conj")
        return
    if not (is_stray_form(verb) or _is_gerund_under_infinitive(verb)):
        return
    for i in range(verb.i - 1, verb.sent.start - 1, -1):
        other = verb.doc.tokens[i]
        if verb.tag_ == "VBP" and other.tag_ == "VB" and _is_infinitive(other):
            # "Promising to meet and exceed it": the tagger gave a bare form a tense.
            verb.tag_ = "VB"
        if other.tag_ == verb.tag_ and other.pos_ == "VERB" and other.dep_ not in _MODIFIERS:
            if not verb.is_ancestor(other) and (verb.tag_ == "VBG" or _is_infinitive(other)):
                verb.attach(other, "conj")
            return


def _outside(verb: Token) -> Token | None:
    """The verb of its form outside the quotation or aside that it is joined into.

    "*Cutting* “using arms” and *adding* it", "*entering* the hall — which was shut — and *leaving* it".
    """
    if not (in_quotes(verb.head) and not in_quotes(verb)) and not _is_behind_aside(verb):
        return None
    over = verb.head
    while over.head is not over:
        over = over.head
        if over.tag_ == verb.tag_ and over.pos_ == "VERB" and over.i < verb.i and not in_quotes(over):
            return over
    return None


def _is_behind_aside(verb: Token) -> bool:
    """Whether dashes enclose the relative clause that a verb is joined to, and it stands behind them."""
    aside = verb.head
    first = aside.left_edge
    if aside.dep_ != "relcl" or not first.i or first.nbor(-1).text not in _DASHES:
        return False
    return any(token.text in _DASHES for token in verb.doc.tokens[aside.i : verb.i])


def _is_tensed_under_infinitive(verb: Token) -> bool:
    """Whether a tensed form is joined to "to" or a modal and a bare one: "asks him *to go* and *calls* on us to stay".

    So too "said he *would go* and *called* on us to stay".
    """
    if verb.dep_ != "conj" or verb.tag_ not in _TENSED or children(verb, "aux", "auxpass", *SUBJECT):
        return False
    bound = {aux.tag_ for aux in children(verb.head, "aux")}
    return verb.head.tag_ == "VB" and ("TO" in bound or ("MD" in bound and verb.tag_ != "VBN"))


def _is_gerund_under_infinitive(verb: Token) -> bool:
    """Whether an *-ing* form is joined to "to" and a bare one: "dropping plans *to cut* taxes, and *raising* them"."""
    head = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "conj" or head.tag_ != "VB" or children(verb, "aux", *SUBJECT):
        return False
    return head.pos_ == "VERB" and head.lemma_ != "be" and any(aux.tag_ == "TO" for aux in children(head, "aux"))


def _is_infinitive(verb: Token) -> bool:
    return any(aux.tag_ in {"MD", "TO"} for aux in children(verb, "aux"))
