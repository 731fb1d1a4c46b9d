"""Where a mention stands in its sentence: what coreference asks of the parse.

Subjects go before objects (Lappin and Leass 1994), two arguments of one verb are two things unless a reflexive says
otherwise (principle B of Chomsky 1981), and a pronoun in a phrase that opens a sentence looks forward.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract.predicated import predicated
from kg.extract.subjectless import is_expletive
from kg.extract.subjects import subjects
from kg.extract.syntax import SUBJECT, children, governor_of, own_span
from kg.model import Function, MentionKind, Standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.extract.tree import Doc, Token
    from kg.model import EntityMention, Span
    from kg.ontology import Lexicon

_PRONOMINAL = MentionKind.PRONOMINAL
_SUBJECT, _PREDICATE, _OTHER = Function.SUBJECT, Function.PREDICATE, Function.OTHER
_OBLIQUE, _COMPLEMENT = Function.OBLIQUE, Function.COMPLEMENT
_FUNCTIONS = {
    "nsubj": Function.SUBJECT,
    "nsubjpass": Function.SUBJECT,
    "csubj": Function.SUBJECT,
    "dobj": Function.OBJECT,
    "dative": Function.OBJECT,
    "poss": Function.POSSESSOR,
    "attr": Function.PREDICATE,
    "oprd": Function.PREDICATE,
    "compound": Function.MODIFIER,
    "nmod": Function.MODIFIER,
    "amod": Function.MODIFIER,
}
_ACCUSATIVE = frozenset({"her", "him", "me", "them", "us"})
_VERBS = frozenset({"VERB", "AUX"})
_OPENING = frozenset({"advcl", "npadvmod", "prep", "agent", "pcomp", "advmod"})


def standings(doc: Doc, mentions: Mapping[int, EntityMention], lexicon: Lexicon) -> dict[int, EntityMention]:
    """The mentions, each with its standing; ``mentions`` are by the index of their head token."""
    return {
        head: replace(mention, standing=_of(doc.tokens[head], mention, mentions, lexicon))
        for head, mention in mentions.items()
    }


def _of(token: Token, mention: EntityMention, mentions: Mapping[int, EntityMention], lexicon: Lexicon) -> Standing:
    function, joined = _function(token), token.dep_ == "conj" or "conj" in token.kinds
    verb = governor_of(token)
    clause = None if verb is None else own_span(verb)
    if mention.kind is not _PRONOMINAL:
        said = predicated(token)
        told = tuple(mentions[t.i].span for t in said if t.i in mentions) if said else ()
        return Standing(function=function, clause=clause, joined=joined, subjects=told)
    if function is _SUBJECT and token.lower_ in _ACCUSATIVE:
        function = Function.OBJECT  # "allowed him to go"
    if (
        token.lower_ == "it"
        and function is _SUBJECT
        and (is_expletive(token) or token.head.lemma_ in lexicon.impersonal)
    ):
        function = Function.EXPLETIVE
    own = [] if verb is None or _is_near(token, lexicon) else subjects(verb)[0] or _of_clause_above(verb)
    return Standing(
        function=function,
        clause=clause,
        joined=joined,
        subjects=tuple(sorted({mentions[t.i].span for t in own if t.i in mentions and t is not token})),
        following=_following(token, mentions),
        above=() if verb is None else _above(verb, token, mentions),
        owner=_owner(token, mentions),
        likened=(*_likened(token, mentions), *_by_whom(token, mentions)),
    )


def _is_near(token: Token, lexicon: Lexicon) -> bool:
    """Whether a preposition only tells where a thing is, of whom the subject may be one: "She had it *with her*"."""
    return token.dep_ == "pobj" and token.head.lower_ in lexicon.words.get("near", ())


def _of_clause_above(verb: Token) -> list[Token]:
    """Who a participle's pronoun is not: the subject of the clause it is added to ("Dahl left, *calling* him")."""
    added = verb.dep_ == "advcl" and verb.tag_ == "VBG"
    return [child for child in verb.head.children if child.dep_ in SUBJECT and child.i < verb.i] if added else []


def _function(token: Token) -> Function:
    """What a nominal is in its clause; conjuncts and appositions are what the first of them is."""
    while token.dep_ in {"conj", "appos"}:
        token = token.head
    if token.dep_ != "pobj":
        return _FUNCTIONS.get(token.dep_, _OTHER)
    preposition = token.head
    if preposition.lower_ == "as":
        return _PREDICATE
    return _OBLIQUE if preposition.head.pos_ in _VERBS else _COMPLEMENT


def _following(token: Token, mentions: Mapping[int, EntityMention]) -> Span | None:
    """The subject that a phrase or clause with the pronoun opens: "In her speech, X said", "When he came, X"."""
    branch, over = token, token.head
    while over is not branch:
        if over.pos_ in _VERBS and branch.dep_ in _OPENING:
            for child in over.children:
                if child.dep_ in SUBJECT and child.left_edge.i > token.i and child.i in mentions:
                    return mentions[child.i].span
        branch, over = over, over.head
    return None


def _above(verb: Token, pronoun: Token, mentions: Mapping[int, EntityMention]) -> tuple[Span, ...]:
    """The subjects of the clauses that the pronoun's hangs on, the nearest first: "*X* left after she spoke"."""
    out: list[Span] = []
    over = governor_of(verb)
    while over is not None:
        before = (child.i for child in over.children if child.dep_ in SUBJECT and child.i < pronoun.i)
        out += [mentions[i].span for i in before if i in mentions]
        over = governor_of(over)
    return tuple(out)


def _owner(token: Token, mentions: Mapping[int, EntityMention]) -> Span | None:
    """Whose the noun is that the pronoun's phrase hangs on: X in "X's view of her past"."""
    noun = token.head if token.dep_ == "poss" else token
    while noun.head is not noun and noun.head.pos_ not in _VERBS:
        noun = noun.head
        for child in noun.children:
            if child.dep_ == "poss" and child.i < token.i and child.i in mentions:
                return mentions[child.i].span
    return None


def _likened(token: Token, mentions: Mapping[int, EntityMention]) -> tuple[Span, ...]:
    """Who is what a possessive pronoun owns, and so not its owner: "X, her sister", "X is her sister"."""
    noun = token.head
    if token.dep_ != "poss" or noun.dep_ not in {"appos", "attr"}:
        return ()
    others = [noun.head] if noun.dep_ == "appos" else subjects(noun.head)[0]
    return tuple(sorted(mentions[t.i].span for t in others if t.i in mentions))


def _by_whom(token: Token, mentions: Mapping[int, EntityMention]) -> list[Span]:
    """By whom it was done to the one whom a pronoun tells of: "When pressed by *X* on how he voted, he …, his plan …".

    Who is done to has no words in the clause: the subject behind it, or whose the subject is.
    """
    over = token
    clauses: list[Token] = []
    while over.head is not over:
        opens = over.dep_ in SUBJECT or over is token
        over = over.head
        clauses += children(over, "advcl") if opens and over.pos_ in _VERBS else []
        clauses += [over] if over.dep_ == "advcl" else []
    bare = (each for each in clauses if each.tag_ == "VBN" and SUBJECT.isdisjoint(each.kinds))
    agents = (name for each in bare for by in children(each, "agent") for name in children(by, "pobj"))
    return sorted(mentions[name.i].span for name in agents if name.i in mentions and name.i < token.i)
