"""Words before and behind a noun that the parser takes for another part of the clause, and the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import SUBJECT, TIMES, children, governor_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.extract.tree import Doc, Token
    from kg.ontology import Lexicon

_NOUNS = frozenset({"NOUN", "PROPN"})
_WHEN = frozenset({"earlier", "last", "late", "later", "next", "this"})
_DAYS = frozenset({"friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"})
_YEAR = 4


def mend(doc: Doc, lexicon: Lexicon) -> None:
    """Mends, in place, what stands beside nouns."""
    describing = lexicon.words.get("describing", frozenset())
    for token in doc.tokens:
        if token.dep_ in SUBJECT and token.pos_ in _NOUNS:
            _free_date(token)
            _join_names(token)
        elif (mending := _BY_WORD.get(token.lower_)) is not None:
            mending(token)
        elif token.tag_ == "VBG" and token.dep_ == "xcomp" and token.lower_ in describing:
            _describe(token)


def _degree(word: Token) -> None:
    """Makes words of degree of those that the tagger takes for others: "*that* much", "*at* least four men".

    "How much" before a noun of several is of its verb: "saw *how much* farmers lose".
    """
    much = word.head
    if word.lower_ == "how" and much.lower_ == "much" and much.dep_ == "amod" and much.head.tag_ == "NNS":
        over = governor_of(much)
        if over is not None and much.i < over.i and much.head.dep_ in SUBJECT:
            much.attach(over, "advmod")
            much.tag_, much.pos_ = "RB", "ADV"
        return
    if word.dep_ == "advmod" and word.lower_ == "that" and word.head.lower_ in {"many", "much"}:
        word.tag_, word.pos_ = "DT", "DET"
    elif word.dep_ == "advmod" and word.lower_ == "at" and word.head.lower_ in {"least", "most"}:
        word.relabel("quantmod")


def _own(right: Token) -> None:
    """Makes a noun of a right that somebody has: "asserted *his right*"."""
    if right.pos_ == "ADV" and "poss" in right.kinds:
        right.pos_, right.tag_ = "NOUN", "NN"


def _free_date(noun: Token) -> None:
    """Gives a clause the day that opens it, taken for a part of its subject: "*earlier this month* old mines shut"."""
    for date in children(noun, "compound", "nmod", "npadvmod"):
        first, after = date.left_edge, date.right_edge.i + 1
        opens = first is noun.left_edge and first is not date and date.ent_type_ in TIMES and after < noun.i
        over = noun.head
        if opens and first.lower_ in _WHEN and "case" not in date.kinds and over.i > noun.i:
            own = noun.tag_ in {"NNS", "NNPS"} or any(d.i >= after for d in children(noun, "det", "poss"))
            if own or noun.pos_ == "PROPN":
                date.attach(over, "npadvmod")
            return


def _join_names(name: Token) -> None:
    """Joins two more names to one that they are no other names of: "*Ana Bell*, *Bo Cole* and *Cy Dahl* all left"."""
    for other in children(name, "appos"):
        further = [each for each in children(other, "conj") if each.ent_type_ == "PERSON" and each.pos_ == "PROPN"]
        persons = name.ent_type_ == other.ent_type_ == "PERSON" and name.pos_ == other.pos_ == "PROPN"
        if persons and further and "cc" in other.kinds and "conj" not in name.kinds:
            other.relabel("conj")
            return


def _as_usual(usual: Token) -> None:
    """Makes one phrase of "business as usual"."""
    mark = usual.head
    if mark.lower_ != "as" or mark.i == 0 or mark.i != usual.i - 1:
        return
    noun = mark.nbor(-1)
    if noun.lemma_ in {"business", "politics"} and mark.head is not noun and not mark.is_ancestor(noun):
        mark.attach(noun, "prep")


def _age(age: Token) -> None:
    """Hangs an age on the noun right before it: "allows people *ages 5 to 9* to stay"."""
    others = [thing for thing in children(age.head, "dobj") if thing.i < age.i] if age.dep_ == "dobj" else []
    if others and others[-1].right_edge.i + 1 == age.left_edge.i and age.right_edge.like_num:
        age.attach(others[-1], "npadvmod")
        # An age is no time.
        doc = age.doc
        doc.ents[:] = [entity for entity in doc.ents if not entity.start <= age.i < entity.end]
        for token in doc.tokens[age.left_edge.i : age.right_edge.i + 1]:
            token.ent_type_, token.ent_iob_ = "", "O"


def _leave_year(of: Token) -> None:
    """Takes "of" from a year, which has none: "her announcement in 2014 *of new rules*"."""
    year = of.head if of.dep_ == "prep" else of
    number = year.text.isdigit() and len(year.text) == _YEAR and year.ent_type_ in TIMES
    over = year.head
    if number and year.dep_ == "pobj" and over.dep_ == "prep" and over.head.pos_ in _NOUNS:
        of.attach(over.head, "prep")


def _part(preposition: Token) -> None:
    """Makes a particle of "in" before a weekday, which takes "on": "weighed *in* Friday"."""
    bound = preposition.head.pos_ == "VERB" and preposition.i == preposition.head.i + 1
    for day in children(preposition, "pobj") if bound else ():
        if day.lower_ in _DAYS and day.i == preposition.i + 1 and not day.children:
            over = preposition.head
            preposition.relabel("prt")
            preposition.tag_ = "RP"
            day.attach(over, "npadvmod")
            return


def _describe(word: Token) -> None:
    """Makes an adjective of a form that only describes: "mentioned *disparaging* remarks"."""
    over = word.head
    for thing in children(word, "dobj"):
        bare = thing.left_edge.i == word.i + 1 and not children(thing, "det", "poss")
        if over.i < word.i and bare and not children(word, "aux", *SUBJECT) and governor_of(thing) is word:
            thing.attach(over, "dobj")
            word.attach(thing, "amod")
            word.pos_, word.tag_ = "ADJ", "JJ"
            return


def _or_another(word: Token) -> None:
    """Leaves "another" in its phrase, where it is no other: "backed *one party or another*"."""
    noun = word.head
    ones = any(child.lower_ == "one" for child in children(noun, "det", "nummod"))
    if word.dep_ == "conj" and ones and any(link.lower_ == "or" for link in children(noun, "cc")):
        word.relabel("dep")


def _little(word: Token) -> None:
    """Makes an object of "little in the way of": "offered *little* in the way of help"."""
    verb = word.head
    way = [each.lower_ for each in word.doc.tokens[word.i + 1 : word.i + 5]]
    bare = word.dep_ in {"advmod", "npadvmod"} and verb.pos_ == "VERB" and "dobj" not in verb.kinds
    if bare and verb.i == word.i - 1 and way == ["in", "the", "way", "of"]:
        word.relabel("dobj")
        word.pos_, word.tag_ = "NOUN", "NN"
        for phrase in [each for each in children(verb, "prep") if each.i == word.i + 1]:
            phrase.attach(word, "prep")


_BY_WORD: Mapping[str, Callable[[Token], None]] = {
    "age": _age,
    "aged": _age,
    "ages": _age,
    "another": _or_another,
    "at": _degree,
    "how": _degree,
    "in": _part,
    "little": _little,
    "of": _leave_year,
    "right": _own,
    "that": _degree,
    "usual": _as_usual,
}
