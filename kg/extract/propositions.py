"""Open triples of every clause, in words of the text.

After what BenchIE asks for: each argument apart and nested, conjuncts distributed, prepositions in the relation,
control and raising folded into it. Slots are joined with the text's own spacing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import SUBJECT, antecedent, children, conjuncts, is_passive, subjects
from kg.model import Proposition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extract.tree import Doc, Token

_OUT = frozenset({"relcl", "appos", "cc", "conj", "punct", "parataxis", "advcl", "preconj"})
_CLAUSAL = frozenset({"acl", "ccomp"})


def propositions(doc: Doc) -> list[Proposition]:
    """The propositions of the parsed blocks, in the order of their verbs, each once."""
    found: dict[Proposition, None] = {}
    for block in doc.spans["blocks"]:
        for token in block:
            if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {
                "aux",
                "auxpass",
                "amod",
                "compound",
                "prep",
                "nmod",
            }:
                found.update(dict.fromkeys(_of(token)))
    return list(found)


def _of(verb: Token) -> Iterator[Proposition]:
    if verb.dep_ == "xcomp" and verb.head.pos_ in {"VERB", "AUX"} and not children(verb.head, "dobj"):
        # "helped to raise": folded into the governor's relation below.
        relation_head = _relation(verb.head) + [t for t in verb.children if t.dep_ == "aux"]
    else:
        relation_head = []
    doers, _ = subjects(verb)
    for doer in doers:
        subject = _text(_slot(doer))
        for relation, thing in _arguments(verb):
            words = _text([*relation_head, *relation])
            if subject and words and (slot := _text(_slot(thing))) and slot != subject:
                yield Proposition(subject=subject, relation=words, object=slot)


def _relation(verb: Token) -> list[Token]:
    own = [c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg", "prt"}]
    auxiliaries = {"aux", "auxpass"}
    shares = verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and not children(verb, *SUBJECT, *auxiliaries)
    if shares and (verb.tag_ == "VB" or (verb.tag_ in {"VBN", "VBG"} and is_passive(verb))):
        own += children(verb.head, *auxiliaries)
    if verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBG"}:
        own = [c for c in own if c.dep_ != "aux"]
    return [*own, verb]


def _arguments(verb: Token) -> Iterator[tuple[list[Token], Token]]:
    relation = _relation(verb)
    direct = [
        t for c in children(verb, "dobj", "attr", "acomp", "oprd", "dative") if c.pos_ != "ADP" for t in conjuncts(c)
    ]
    for thing in direct:
        if antecedent(thing) is None:
            yield relation, thing
    heads = [c for c in children(verb, "dobj", "attr", "oprd") if antecedent(c) is None]
    for preposition in children(verb, "prep", "agent", "dative"):
        if preposition.pos_ != "ADP":
            continue
        base = [*relation, *(t for head in heads[:1] for t in _slot(head))]
        yield from _chain(base, preposition)
    for clause in children(verb, "ccomp"):
        if clause.pos_ in {"VERB", "AUX"}:
            yield relation, clause


def _chain(base: list[Token], preposition: Token) -> Iterator[tuple[list[Token], Token]]:
    """Every prefix of a chain of prepositional phrases is an argument of its own."""
    relation = [*base, preposition]
    for child in children(preposition, "pobj"):
        for thing in conjuncts(child):
            yield relation, thing
    for inner in children(preposition, "prep"):
        yield from _chain(relation, inner)


def _slot(head: Token) -> list[Token]:
    """The words of an argument: its phrase with *of*-phrases; other post-modifiers leave it."""
    clause = head.pos_ in {"VERB", "AUX"}
    found = [head]
    for child in head.children:
        if child.dep_ in _OUT or (child.dep_ in _CLAUSAL and not clause):
            continue
        if child.dep_ == "prep" and not clause and child.lower_ != "of" and child.i > head.i:
            continue
        if clause and child.dep_ == "mark":
            continue
        found += _slot(child) if not clause else list(child.subtree)
    return found


def _text(tokens: Iterable[Token]) -> str:
    """The words of tokens in the order of the text, spaced as there where they are neighbours."""
    ordered = sorted(set(tokens), key=lambda token: token.i)
    out = ""
    for before, token in zip([None, *ordered], ordered, strict=False):
        adjacent = before is not None and token.i == before.i + 1
        out += ("" if before is None or (adjacent and not before.whitespace_) else " ") + token.text
    return " ".join(out.split())
