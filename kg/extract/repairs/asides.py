"""What stands between two dashes or quotation marks, or behind a speaker's name, and what only stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import SUBJECT, children, is_dash
from kg.extract.tense import has_tense
from kg.extract.valency import NAMING

if TYPE_CHECKING:
    from kg.extract.tree import Doc, Token
    from kg.ontology import Lexicon

_VERBAL = frozenset({"AUX", "VERB"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_BEFORE = frozenset({"advmod", "aux", "auxpass", "neg"})
_OPENING = frozenset({'"', "“", "``"})
_CLOSING = frozenset({'"', "”", "''"})
_OWN = SUBJECT | {"expl"}


def part(doc: Doc, lexicon: Lexicon) -> None:
    """Parts, in place, what two dashes enclose from the sentence around it."""
    for block in doc.spans["blocks"]:
        for sentence in block.sents:
            dashes = [token.i for token in sentence if is_dash(token)]
            if len(dashes) == 2:  # noqa: PLR2004 (one opens, one closes)
                _part(doc, dashes[0], dashes[1], lexicon)


def _part(doc: Doc, first: int, last: int, lexicon: Lexicon) -> None:
    main = _main_behind(doc, last)
    if main is None:
        return
    for noun in [token for token in doc.tokens[main.sent.start : first] if token.dep_ in {"nsubj", "nsubjpass"}]:
        if first < noun.head.i < last and noun.right_edge.i <= first:
            _give_main(noun, main, lexicon)
            return
    over = main.head
    if main.dep_ == "conj" and first < over.i < last and doc.tokens[last + 1].lower_ in {"and", "but"}:
        while first < over.i < last and over.head is not over:
            over = over.head
        if over.i < first and over.pos_ in _VERBAL and has_tense(over) and not over.is_ancestor(over.head):
            main.attach(over, "conj")


def _main_behind(doc: Doc, last: int) -> Token | None:
    """The verb with a tense and without subject right behind a closing dash, or behind "and" there."""
    end = doc.tokens[last].sent.end
    start = last + 1
    if start < end and doc.tokens[start].lower_ in {"and", "but"}:
        start += 1
    while start < end and doc.tokens[start].dep_ in _BEFORE and doc.tokens[start].pos_ not in _VERBAL:
        start += 1
    if start >= end:
        return None
    word = doc.tokens[start]
    verb = word.head if word.dep_ in {"aux", "auxpass"} else word
    tensed = verb.pos_ in _VERBAL and has_tense(verb) and verb.i > last
    return verb if tensed and _OWN.isdisjoint(verb.kinds) and "mark" not in verb.kinds else None


def _give_main(noun: Token, main: Token, lexicon: Lexicon) -> None:
    """Gives a noun before an aside the verb behind it: "the *guests* - and there were ten - *went* home"."""
    inner = noun.head
    if inner.is_ancestor(main):
        main.raise_over(inner, "parataxis")
    elif inner.head is inner or main.is_ancestor(inner):
        return
    else:
        main.attach(inner.head, inner.dep_)
        inner.attach(main, "parataxis")
    for child in [child for child in inner.children if child.i < noun.i and child.dep_ in {"mark", "cc"}]:
        child.attach(main, child.dep_)
    noun.attach(main, "nsubjpass" if children(main, "auxpass") else "nsubj")
    for clause in children(inner, "advcl"):
        found = lexicon.cues.get((clause.lemma_.lower(), "verb"))
        if clause.i < inner.i and found is not None and found.attributes and "ccomp" not in clause.kinds:
            # "Bell - even as *he says that it is so* - has left".
            clause.attach(main, "advcl")
            inner.attach(clause, "ccomp")
            return


def mend(verb: Token, lexicon: Lexicon) -> None:
    """Mends in place what stands behind a speaker's name, and what a quoted name ends with."""
    if "prep" in verb.kinds:
        _leave_comment(verb)
    if verb.tag_ == "VBG" and verb.dep_ == "ccomp" and "parataxis" in verb.kinds:
        _leave_tag(verb, lexicon)
    if verb.lemma_ in NAMING and "oprd" in verb.kinds:
        _end_name(verb)
        _give_name(verb)
    elif verb.lemma_ in NAMING and "dobj" in verb.kinds and not children(verb, "auxpass", "ccomp", "xcomp"):
        _give_name(verb)


def _leave_tag(verb: Token, lexicon: Lexicon) -> None:
    """Gives a participle behind "X said" to X: "“We have won,” Bell said, *not asking* by how much"."""
    over = verb.head
    for tag in children(verb, "parataxis"):
        found = lexicon.cues.get((tag.lemma_.lower(), "verb"))
        before = min([verb.i, *(child.i for child in verb.children if child.dep_ in _BEFORE and child.i < verb.i)])
        bare = children(tag, "nsubj") and not children(verb, "aux", *SUBJECT)
        if found is None or found.name != "say" or not bare or tag.right_edge.i + 2 < before or tag.i > verb.i:
            continue
        if over.i < tag.i and verb.doc.tokens[before - 1].text == ",":
            tag.attach(over, "parataxis")
            verb.attach(tag, "advcl")
            if over.head is over:
                tag.raise_over(over, "ccomp")
            return


def _end_name(verb: Token) -> None:
    """Ends what something is called with the quotation marks around it: "what some call “*fraud*” led Bell to act".

    Not where the marks stand within a phrase: "called it a “fake” story", "called “fast track” bills".
    """
    mark = verb.nbor() if verb.i + 1 < verb.sent.end else verb
    if mark.text not in _OPENING:
        return
    close = next((t for t in verb.doc.tokens[mark.i + 1 : verb.sent.end] if t.text in _CLOSING), None)
    for name in children(verb, "oprd"):
        if close is None or not name.left_edge.i < close.i < name.i:
            continue
        last = close.nbor(-1)
        if last.pos_ in _NOUNS and last.head is name and any(child.dep_ == "appos" for child in name.children):
            last.attach(verb, "oprd")
            for other in children(verb, "oprd"):
                if other is not last and other.i > close.i:
                    other.relabel("dep")
            return


def _give_name(verb: Token) -> None:
    """Gives a verb of naming what it calls a thing, taken for an object: "called the vote that followed *a farce*"."""
    if "oprd" in verb.kinds:
        return
    for thing in children(verb, "dobj"):
        for clause in [token for token in thing.subtree if token.dep_ == "relcl" and thing.i > verb.i]:
            own = any(each.lower_ in {"that", "which", "who"} for each in children(clause, "nsubj"))
            for name in children(clause, "dobj") if own else ():
                last = name.right_edge.i >= thing.right_edge.i
                if name.left_edge.lower_ in {"a", "an"} and name.left_edge.i == clause.i + 1 and last:
                    name.attach(verb, "oprd")
                    return


def _leave_comment(verb: Token) -> None:
    """Makes a comment of what a deed amounts to: "shut the mine *in what we called a blow*" shuts no blow."""
    whole = "dobj" in verb.kinds or "nsubjpass" in verb.kinds
    for preposition in children(verb, "prep"):
        if preposition.lower_ != "in" or preposition.i < verb.i:
            continue
        apart = preposition.nbor(-1).text == ","
        for clause in children(preposition, "pcomp"):
            if clause.left_edge.lower_ == "what" and clause.left_edge.i == preposition.i + 1 and (whole or apart):
                preposition.relabel("dep")
