"""Words in quotation marks behind a cry, which the parser takes for who does what stands behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import SUBJECT, children
from kg.extract.tense import has_tense

if TYPE_CHECKING:
    from kg.extract.tree import Token

_MARKS = frozenset({'"', "“", "”", "''", "``"})
_CRYING = frozenset({"bellow", "chant", "cry", "holler", "roar", "scream", "shout", "sing", "yell"})


def mend(verb: Token) -> None:
    """Gives a verb those who cry for its subject, in place: "*men* shouting “traitor, traitor” *tried* to get in"."""
    if not has_tense(verb):
        return
    _free_main(verb)
    for subject in children(verb, "nsubj"):
        cry = _cry_before(subject)
        if cry is None or cry is verb:
            continue
        others = [each for each in children(verb, "nsubj") if each.i < cry.i]
        if verb.head is cry and not others:
            others = [each for each in children(cry, "nsubj") if each.i < cry.i]
            if others:
                verb.raise_over(cry, "acl")
                others[0].attach(verb, "nsubj")
                cry.attach(others[0], "acl")
        if others:
            subject.attach(cry, "dobj" if "dobj" not in cry.kinds else "dep")
            return


def _free_main(verb: Token) -> None:
    """Gives a sentence its verb, taken for what a participle is about: "men shouting “traitor” *tried* to get in"."""
    cry = verb.head
    crying = verb.dep_ == "ccomp" and cry.tag_ == "VBG" and cry.lemma_ in _CRYING and "aux" not in cry.kinds
    if not crying or verb.i < cry.i or children(verb, "mark", *SUBJECT):
        return
    own = [each for each in children(cry, "nsubj") if each.i < cry.i]
    things = [each for each in children(cry, "dobj") if cry.i < each.i < verb.i]
    if own and things:
        verb.raise_over(cry, "acl")
        own[-1].attach(verb, "nsubj")
        cry.attach(own[-1], "acl")


def _cry_before(subject: Token) -> Token | None:
    """The participle of crying right before a noun between quotation marks."""
    first, last = subject.left_edge, subject.right_edge
    tokens, sentence = subject.doc.tokens, subject.sent
    start, end = first.i - (first.text not in _MARKS), last.i + (last.text not in _MARKS)
    while start > sentence.start and tokens[start].text not in _MARKS and start > first.i - 4:  # "“shame, *shame*”"
        start -= 1
    if start <= sentence.start or end >= sentence.end:
        return None
    cry = tokens[start - 1]
    quoted = tokens[start].text in _MARKS and tokens[end].text in _MARKS
    return cry if quoted and cry.tag_ == "VBG" and cry.lemma_ in _CRYING and "aux" not in cry.kinds else None
