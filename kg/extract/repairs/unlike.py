"""Words that the parser joins to what they are not like: adjectives to nouns, verb phrases to objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import SUBJECT, TIMES, children, conjuncts, governor_of
from kg.extract.tense import has_tense
from kg.extract.valency import STATES

if TYPE_CHECKING:
    from kg.extract.tree import Doc, Token
    from kg.ontology import Lexicon

_NOUNS = frozenset({"NOUN", "PROPN"})
_PLACES = frozenset({"attr", "dobj", "nsubj", "nsubjpass", "pobj"})
_OWN = frozenset({"case", "det", "nummod", "poss"})
# "The wounded and other patients" are two.
_FURTHER = frozenset({"few", "fewer", "further", "many", "more", "most", "other", "several", "such"})
# The forms that a tagger gives to a verb that it takes for a modifier.
_LIKE = {
    "VB": frozenset({"NN", "VB", "VBP"}),
    "VBD": frozenset({"VBD", "VBN"}),
    "VBG": frozenset({"VBG"}),
    "VBN": frozenset({"VBD", "VBN"}),
}
_NAMED = frozenset({"GPE", "ORG", "PERSON"})


def describe(doc: Doc) -> None:
    """Makes one noun phrase of adjectives that share a noun: "the *medical, legal and political* world"."""
    for word in doc.tokens:
        if word.pos_ == "ADJ" and word.dep_ in _PLACES and "conj" in word.kinds and word.text.islower():
            _share(word)
            _share_apart(word)


def _share(word: Token) -> None:
    joined = conjuncts(word)
    noun, first = joined[-1], joined[-1].left_edge
    between = [other for other in joined[1:-1] if not other.kinds.keys().isdisjoint(_OWN)]
    if noun.pos_ != "NOUN" or between or not noun.kinds.keys().isdisjoint(_OWN) or noun.right_edge.i < word.i:
        return
    if first.dep_ != "amod" or first.lower_ in _FURTHER or first.nbor(-1).tag_ != "CC" or "prep" in word.kinds:
        return
    _put_over(noun, word)
    first.attach(word, "conj")
    for other in joined[1:-1]:
        other.attach(word, "conj")


def _share_apart(word: Token) -> None:
    """So too behind a comma, where the noun was given to the verb: "made it open for *legal, and so public, use*"."""
    last = word.right_edge
    if word.dep_ != "pobj" or not children(word, "cc") or last.i + 2 >= word.sent.end or last.head is not word:
        return
    noun = last.nbor(2)
    bare = noun.pos_ == "NOUN" and noun.left_edge is noun and noun.dep_ in {"appos", "conj", "dobj", "npadvmod"}
    if bare and last.nbor().text == "," and last.pos_ == "ADJ" and not noun.is_ancestor(word):
        _put_over(noun, word)


def _put_over(noun: Token, word: Token) -> None:
    """Puts a noun in the place of an adjective, which comes to describe it."""
    over, relation = word.head, word.dep_
    noun.attach(over, relation)
    for child in [child for child in word.children if child.dep_ in {"det", "poss"}]:
        child.attach(noun, child.dep_)
    word.attach(noun, "amod")


def mend(verb: Token, lexicon: Lexicon) -> None:
    """Mends in place what is joined to the objects of a verb, or to who did what it says."""
    for thing in children(verb, "dobj"):
        if "conj" in thing.kinds and thing.i > verb.i:
            _free_past(verb, thing, lexicon)
            _free_bare(verb, thing, lexicon)
    if "dobj" in verb.kinds and "prep" in verb.kinds:
        _leave_second_name(verb)
    if "conj" in verb.kinds and verb.pos_ == "VERB":
        _free_verb(verb, lexicon)
        _gather(verb)
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and "agent" in verb.kinds:
        _leave_agent(verb)
    if verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.pos_ in _NOUNS:
        _leave_noun(verb, lexicon)


def _leave_noun(verb: Token, lexicon: Lexicon) -> None:
    """Joins a bare form to the bare form before the noun: "to *give* the mine time and *open* the mill again".

    Without an object of its own, what may be a noun is one: "opposition to us and *worry* over prices".
    """
    noun = verb.head
    if children(verb, "aux", "auxpass", "cop", *SUBJECT) or not verb.text.islower():
        return
    own = [each for each in children(verb, "dobj", "ccomp", "xcomp") if each.i > verb.i]
    if not own and verb.lemma_.lower() in lexicon.nominals:
        if children(verb, "prep") and verb.nbor(-1).dep_ == "cc":
            verb.pos_, verb.tag_ = "NOUN", "NN"
        return
    purposes = [each for each in children(noun, "acl") if any(a.tag_ == "TO" for a in children(each, "aux"))]
    over = purposes[-1] if purposes else governor_of(noun)
    while over is not None and over.tag_ == "VBG":
        # "To let in people *seeking* shelter and *work* with us": a bare form is joined to none with -ing.
        over = governor_of(over)
    if over is None or not (purposes or noun.dep_ in {"conj", "dobj", "pobj"}):
        return
    if over.tag_ == "VB" and over.pos_ == "VERB" and over.i < verb.i:
        for link in [each for each in children(noun, "cc") if each.i < verb.i]:
            link.attach(over, "cc")
        verb.attach(over, "conj")


def _free_past(verb: Token, thing: Token, lexicon: Lexicon) -> None:
    """Makes a verb of a participle before a noun joined to an object: "has led the board and *raised* its pay".

    So too where the noun is bare: "has closed schools and *grounded* flights".
    """
    perfect = verb.tag_ == "VBN" and any(aux.lemma_ == "have" for aux in children(verb, "aux"))
    if not (perfect or verb.tag_ == "VBD") or children(verb, "auxpass"):
        return
    for other in children(thing, "conj"):
        word = other.left_edge
        link = word.nbor(-1)
        past = word.dep_ == "amod" and word.tag_ in {"VBD", "VBN"} and word.head is other
        describing = word.lower_ in lexicon.words.get("describing", ()) or word.lower_ in STATES
        if past and _is_known(word, lexicon) and not describing and link.dep_ == "cc" and link.head is thing:
            link.attach(verb, "cc")
            _make_verb(word, verb, other, verb.tag_)
            for phrase in [each for each in children(verb, "prep", "dative") if each.i > other.i]:
                phrase.attach(word, phrase.dep_)
            return


def _free_bare(verb: Token, thing: Token, lexicon: Lexicon) -> None:
    """Makes a verb of a noun in a list of verbs: "hopes to cut taxes, *fund* schools, build roads"."""
    for other in children(thing, "conj"):
        word, comma = other.left_edge, other.left_edge.nbor(-1)
        noun = word.dep_ == "compound" and word.tag_ in {"NN", "NNP"} and word.text.islower() and word.head is other
        later = any(each.tag_ == "VB" and each.i > other.i for each in children(verb, "conj"))
        linked = any(thing.i < link.i < other.i for link in children(thing, "cc"))
        listed = later and not linked and comma.text == "," and verb.tag_ == "VB"
        if noun and listed and _is_known(word, lexicon):
            _make_verb(word, verb, other, "VB")
            return


def _leave_second_name(verb: Token) -> None:
    """Gives the end of a phrase what stands behind a comma there: "gave funds to Norhelp, *a charity*".

    What is one of several is joined to it: "fought against Norland, *ten towns and us*".
    """
    for thing in children(verb, "dobj"):
        comma = thing.left_edge.nbor(-1) if thing.left_edge.i else thing
        last = comma.nbor(-1) if comma.i > verb.i + 1 else verb
        for phrase in children(verb, "prep") if comma.text == "," and thing.i > verb.i else ():
            for noun in children(phrase, "pobj"):
                opened = phrase.left_edge.nbor(-1).text == ","
                behind = noun.right_edge is last and phrase.i > verb.i and noun.ent_type_ not in TIMES and not opened
                if behind and thing.pos_ in _NOUNS and (thing.tag_ != "NNS" or "conj" in thing.kinds):
                    thing.attach(noun, "conj" if "conj" in thing.kinds else "appos")
                    return


def _free_verb(verb: Token, lexicon: Lexicon) -> None:
    """Makes a verb of a word before a noun that is joined to a verb: "smashed windows and *overturned* cars"."""
    like = _LIKE.get(verb.tag_, ())
    for other in children(verb, "conj"):
        if other.pos_ not in _NOUNS or other.i < verb.i or not other.kinds.keys().isdisjoint(_OWN):
            continue
        for word in children(other, "amod", "compound"):
            before = word.left_edge.nbor(-1)
            gerund = word.dep_ == "amod" and word.tag_ == "VBG" and "dobj" in verb.kinds
            known = gerund or _is_known(word, lexicon)
            describing = word.lower_ in lexicon.words.get("describing", ()) or word.lower_ in STATES
            if word.tag_ in like and before.dep_ == "cc" and known and not (describing or "npadvmod" in word.kinds):
                _make_verb(word, verb, other, verb.tag_)
                return


def _gather(verb: Token) -> None:
    """Joins a noun to the one right before "and", where the parse joins it to their verb: "spoke to us *and others*".

    Not where more of its own follows: "met Bell in May *and Cole in June*".
    """
    for other in children(verb, "conj"):
        link = other.left_edge.nbor(-1)
        joined = link.lower_ in {"and", "or"} and link.dep_ == "cc" and link.head is verb
        if other.pos_ not in _NOUNS or other.i < verb.i or not joined or other.left_edge.pos_ == "VERB":
            continue
        noun = link.nbor(-1)
        alike = noun.pos_ == other.pos_ or (noun.pos_ == "PRON" and noun.dep_ in {"dobj", "pobj"})
        bare = other.tag_ == "NN" and other.left_edge is other and noun.left_edge is not noun
        behind = [child for child in other.children if child.i > other.i and not child.is_punct]
        bare = bare or any(child.lower_ != "of" for child in behind)
        plain = noun.dep_ in {"dobj", "pobj"} and noun.ent_type_ == other.ent_type_ and not bare
        if plain and alike and verb.is_ancestor(noun) and other.right_edge.i + 1 < verb.sent.end:
            link.attach(noun, "cc")
            other.attach(noun, "conj")
            return


def _is_known(word: Token, lexicon: Lexicon) -> bool:
    """Whether the lexicon has a verb of this lemma."""
    lemma = word.lemma_.lower()
    return lemma in lexicon.lexemes or lemma in lexicon.words.get("transitive", ())


def _make_verb(word: Token, verb: Token, thing: Token, tag: str) -> None:
    """Joins a word to a verb, as one of its form that acts on a thing."""
    word.attach(verb, "conj")
    word.pos_, word.tag_ = "VERB", tag
    thing.attach(word, "dobj")


def _leave_agent(verb: Token) -> None:
    """Leaves open who are joined to the last name before a verb: "states led by Norland *and farm groups* are going".

    They may have led, or be going; what stands behind "nor" is joined to what is denied: "holds no funds raised by
    Bell *nor the millions* of others".
    """
    noun = verb.head
    for phrase in children(verb, "agent"):
        for name in children(phrase, "pobj"):
            for other in children(name, "conj"):
                link = next((each for each in children(name, "cc") if each.i < other.i), None)
                if link is not None and link.lower_ == "nor" and noun.dep_ == "dobj" and "neg" in noun.head.kinds:
                    link.attach(noun, "cc")
                    other.attach(noun, "conj")
                    return
                if _is_of_either(name, other, noun):
                    other.relabel("dep")
                    return


def _is_of_either(name: Token, other: Token, noun: Token) -> bool:
    """Whether a bare plural behind a name may belong to the subject of the verb right behind it."""
    over = noun.head
    bare = other.tag_ == "NNS" and other.lower_ != "others" and other.kinds.keys().isdisjoint(_OWN)
    if not bare or name.ent_type_ not in _NAMED or noun.dep_ not in {"nsubj", "nsubjpass"} or noun.tag_ != "NNS":
        return False
    first = next(iter(children(over, "aux", "auxpass")), over)
    return has_tense(over) and first.i == other.right_edge.i + 1
