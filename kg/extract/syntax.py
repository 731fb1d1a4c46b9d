"""Reading a dependency parse (ClearNLP labels): what is the phrase, what is its case, where does a clause hang."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from kg.extract.clefts import identified_as
from kg.extract.titled import body_before
from kg.extract.valency import (
    CALLING_FOR,
    INTRANSITIVE,
    KIN,
    NAMING,
    OBJECT_CONTROL,
    PARTITIVE,
    SEEMING,
    TWO_OBJECTS,
    UNCHANGING,
)
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.extract.tree import Doc, Token

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
RELATIVE = frozenset({"WDT", "WP"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
ATTRIBUTIVE = frozenset({"amod", "compound", "nmod", "prep", "aux", "auxpass", "npadvmod", "intj"})
TIMES = frozenset({"DATE", "TIME"})
_VERBAL = frozenset({"VERB", "AUX"})
_LINKS = frozenset({"ADP", "CCONJ", "SCONJ"})
_CONCLUDING = frozenset({"confirm", "imply", "mean", "prove"})
_DASHES = frozenset({"--", "–", "—"})
MAX_STEPS = 12
_place = attrgetter("i")


def predicates(doc: Doc) -> Iterator[Token]:
    """The main verbs of the parsed blocks, in the order of the text; no auxiliaries, no attributive participles.

    "Have" and "do" are main verbs where no other verb follows them, whatever the tagger says.
    """
    for block in doc.spans["blocks"]:
        for token in [token for token in doc.tokens[block.start : block.end] if token.pos_ in _VERBAL]:
            if token.dep_ not in ATTRIBUTIVE and token.ent_type_ != "MONEY":
                main = token.lemma_ in {"have", "do"} if token.pos_ == "AUX" else token.lemma_ != "be"
                if main:
                    yield token


def is_definite(noun: Token) -> bool:
    """Whether a noun phrase is about something known: a name, a possessor, "the" or a demonstrative."""
    named = noun.pos_ == "PROPN" or "poss" in noun.kinds
    return named or not _DEFINITE.isdisjoint([c.lower_ for c in noun.children])


def span_of(tokens: Iterable[Token]) -> Span:
    """The span from the first to the last of ``tokens``."""
    first, *others = tokens
    last = first
    for token in others:
        if token.i < first.i:
            first = token
        elif token.i > last.i:
            last = token
    return Span(first.idx, last.idx + len(last.text))


def own_span(token: Token) -> Span:
    """The span of one token."""
    place = token.place
    if place is None:
        place = token.place = Span(token.idx, token.idx + len(token.text))
    return place


def phrase(head: Token) -> list[Token]:
    """The base phrase of a nominal: its premodifiers and itself ("the US ambassador's alleged meeting")."""
    doc, first = head.doc, head.left_edge  # "up to nine" opens with an adverb of degree, whatever its tag
    while first is not head and first.dep_ != "quantmod" and (first.is_punct or first.is_space or first.pos_ in _LINKS):
        first = doc.tokens[first.i + 1]
    return doc.tokens[first.i : head.i + 1]


def is_dash(token: Token) -> bool:
    """Whether a token is a dash between words: a long one, or a short one with a space on both sides."""
    if token.text == "-":
        return bool(token.whitespace_) and token.i > token.sent.start and bool(token.nbor(-1).whitespace_)
    return token.text in _DASHES


def words(head: Token) -> list[Token]:
    """The whole phrase or clause under a head, without the punctuation and conjunctions at its edges."""
    if not head.children:
        return [head]
    subtree, apart = list(head.subtree), []
    if head.pos_ in NOMINAL and "prep" in head.kinds:
        # "His case, including states that …": what is included has its own words.
        apart = [p for p in head.kinds["prep"] if p.lower_ == "including" and p.i and p.nbor(-1).text == ","]
    if head.pos_ in NOMINAL and "preconj" in head.kinds:
        # "Not only the mine but also the mill": each has its own words.
        apart += head.kinds.get("conj", ())
    if apart:
        inner = {token.i for each in apart for token in each.subtree}
        subtree = [token for token in subtree if token.i not in inner]
    while len(subtree) > 1 and _edge(subtree[0]) and (subtree[0].lower_ != "neither" or subtree[0].head is head):
        subtree.pop(0)  # "neither of two" denies the clause that it opens
    while len(subtree) > 1 and _edge(subtree[-1]):
        subtree.pop()
    return subtree


def _edge(token: Token) -> bool:
    linking = token.dep_ in {"cc", "preconj"} or token.head.dep_ == "preconj"
    # "He declined *that* office", "they knew *that*": a demonstrative is of the phrase.
    conjunction = token.lower_ == "that" and (token.tag_ != "DT" or token.dep_ == "mark")
    return linking or token.is_punct or token.is_space or conjunction


def conjuncts(token: Token) -> list[Token]:
    """A token and those coordinated with it, in the order of text; not who is ruled out ("ten *rather than* six")."""
    if "conj" not in token.kinds:
        return [token]
    found, links = [token], children(token, "cc")
    for child in token.kinds["conj"]:
        if not any(link.lower_ == "than" and token.i < link.i < child.i for link in links):
            found += conjuncts(child)
    return found


def children(token: Token, label: str, *more: str) -> Sequence[Token]:
    """The children that stand in one of these relations, in the order of the text."""
    kinds = token.kinds
    found = kinds.get(label, ())
    for other in more:
        if other in kinds:
            found = sorted([*found, *kinds[other]], key=_place) if found else kinds[other]
    return found


def objects_of(preposition: Token) -> list[Token]:
    """What a preposition governs, conjuncts included, partitives looked through."""
    return [each for child in children(preposition, "pobj") for each in nominals(child)]


def nominals(token: Token) -> list[Token]:
    """A nominal with its conjuncts, each led to its head of meaning."""
    if "conj" in token.kinds:
        heads = [each for each in conjuncts(token) if each.pos_ in NOMINAL or _stands_for(each, token)]
        found = [other for each in heads for other in _all_meant(each)]
    else:
        found = list(_all_meant(token)) if token.pos_ in NOMINAL or _stands_for(token, token) else []
    if len(found) == 1 and "conj" in found[0].kinds and token.tag_ in RELATIVE and is_plural(token.head):  # both do it
        return [each for each in conjuncts(found[0]) if each.i < token.i and each.pos_ in NOMINAL]
    return found


def _all_meant(token: Token) -> Sequence[Token]:
    """What a nominal is about: of a partitive all that it is of ("a group of *Norlanders* and *Sudrians*")."""
    inner = meant(token)
    several = inner is not token and token.lower_ in PARTITIVE and "conj" in inner.kinds
    return [each for each in conjuncts(inner) if each.pos_ in NOMINAL] if several else (inner,)


def _stands_for(word: Token, first: Token) -> bool:
    """Whether an adjective or a determiner stands for a noun: "the rich", "many"; not "people, gay and straight"."""
    if word.pos_ not in {"DET", "ADJ"}:
        return False
    return word is first or first.pos_ not in NOMINAL or "det" in word.kinds or word.lower_ in PARTITIVE


def meant(token: Token) -> Token:
    """The noun that a partitive is about ("all of our partners" → partners), the antecedent of a relative pronoun."""
    # "The number of dead rose", unlike "aid to the growing number of poor".
    figure = token.lower_ == "number" and any(c.lower_ == "the" for c in token.children) and token.head.lower_ != "to"
    if token.lower_ in PARTITIVE and not figure:
        for preposition in children(token, "prep"):
            if preposition.lower_ == "of" and (inner := children(preposition, "pobj")):
                # "Compares his woes to *those* of the chief": they are like things of his.
                alike = token.lower_ == "those" and inner[0].tag_ in {"NN", "NNP"}
                return token if alike else _named_one(token, inner[0]) or inner[0]
    return antecedent(token) or token


def _named_one(one: Token, kind: Token) -> Token | None:
    """Who the one of several is, where a name beside it says so: "one of their lawyers, *Ana Bell*, said"."""
    named = [n for n in (*children(one, "appos"), *children(kind, "appos")) if n.pos_ == "PROPN"]
    return named[0] if one.lower_ == "one" and len(named) == 1 and "conj" not in named[0].kinds else None


def antecedent(token: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    if token.lower_ == "what":
        return identified_as(token)
    if (token.tag_ not in RELATIVE and token.lower_ != "that") or token.lower_.endswith("ever"):
        return None
    clause = token.head
    for _ in range(MAX_STEPS):
        if clause.dep_ == "relcl":
            if token.lower_ == "which" and _is_of_all(clause):  # "handed it to Ana, which may be unwise": no person
                return body_before(token, clause, _CONCLUDING)
            return _nearest(clause, token)
        all_before = clause.dep_ == "advcl" and token.head is clause and token.lower_ == "which"
        if all_before or clause.head.i == clause.i or clause.dep_ == "parataxis":
            # "(which lets them off)" is about all that stands before; a clause beside another is about nothing in it.
            return body_before(token, clause, _CONCLUDING) if all_before else None
        clause = clause.head
    return None


def _is_of_all(clause: Token) -> bool:
    """Whether a clause with "which" is about all that was said, and not about a person, or where it happened."""
    noun = clause.head
    if noun.ent_type_ == "PERSON" or noun.lemma_ in KIN or clause.lemma_ in _CONCLUDING:
        return True
    place = noun.ent_type_ in {"GPE", "LOC"} and noun.dep_ == "pobj" and noun.head.lower_ in {"at", "in"}
    return place and clause.lemma_ in noun.doc.user_data.get("resulting", ())


def _nearest(clause: Token, pronoun: Token) -> Token:
    """The last of several nouns before a comma and a clause that is about one: "Ana, Bo and *Cy*, who has won"."""
    noun = clause.head
    if "conj" not in noun.kinds or pronoun.i == 0 or pronoun.doc.tokens[pronoun.i - 1].text != "," or is_plural(clause):
        return noun
    for _ in range(MAX_STEPS):
        joined = [each for each in children(noun, "conj") if each.i < pronoun.i and each.pos_ in NOMINAL]
        if not joined:
            break
        noun = joined[-1]
    return noun


def is_plural(verb: Token) -> bool | None:
    """Whether the form of a verb tells of several; None where it tells nothing: "left", "has left", "have left"."""
    finite = (children(verb, "aux", "auxpass") or [verb])[0]
    if finite.lower_ in {"was", "were"}:
        return finite.lower_ == "were"
    return finite.tag_ == "VBP" if finite.tag_ in {"VBP", "VBZ"} and finite.lower_ not in UNCHANGING else None


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: by its auxiliary, as a reduced relative, or through the verb it is joined to."""
    kinds = verb.kinds
    if "auxpass" in kinds or "nsubjpass" in kinds:
        return not _is_perfect(verb)
    if verb.tag_ != "VBN":
        return False
    beside = verb.dep_ in {"acl", "advcl"}
    named = verb.lemma_ in NAMING and (beside or (verb.dep_ == "conj" and verb.head.lemma_ == "be"))
    named = named or (verb.lemma_ in TWO_OBJECTS and beside)
    if "aux" in kinds or "nsubj" in kinds or ("dobj" in kinds and not named):
        return False
    if named:
        return True
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not children(verb, *SUBJECT):
        return is_passive(verb.head)
    if verb.dep_ == "xcomp":
        return verb.head.lemma_ in SEEMING and "xcomp" not in kinds  # "appeared shaken"
    return verb.dep_ in {"acl", "relcl", "advcl"} and verb.lemma_ not in INTRANSITIVE


def _is_perfect(verb: Token) -> bool:
    """Whether a contracted "has" is taken for "is": "he's changed his tune", unlike "he's given a prize"."""
    if [aux.lower_ for aux in children(verb, "aux", "auxpass")] not in (["'s"], ["’s"]):
        return False
    if verb.lemma_ in INTRANSITIVE or verb.lemma_ in {"become", "benefit"}:
        return True
    prepositions = children(verb, "prep", "dative")
    if any((verb.lemma_, p.lower_) in CALLING_FOR and p.i == verb.i + 1 and children(p, "pobj") for p in prepositions):
        return True
    thing = bool(children(verb, "dobj"))
    if verb.lemma_ in TWO_OBJECTS:
        # "He's given money to Sudria": who is given something does not give it on.
        return thing and any(p.lower_ == "to" for p in prepositions)
    return verb.lemma_ not in NAMING and (thing or _has_gap(verb))


def _has_gap(verb: Token) -> bool:
    """Whether what a verb acts on stands elsewhere, or is what it seeks: "the pills he's sold", "he's sought to go"."""
    if any(clause.tag_ == "VB" for clause in children(verb, "xcomp")):
        return verb.lemma_ not in OBJECT_CONTROL
    own = [each for each in children(verb, *SUBJECT) if each.tag_ not in RELATIVE and each.lower_ != "that"]
    return verb.dep_ == "relcl" and bool(own) and not children(verb, "agent", "prep", "xcomp", "ccomp", "oprd")


def governor_of(token: Token) -> Token | None:
    """The nearest verb above a nominal, through prepositions and other nominals of its own clause; None at the root."""
    current = token
    for _ in range(MAX_STEPS):
        if current.head is current:
            return None
        current = current.head
        # "including $2m" is a prepositional phrase, and the m of "$2m" no verb, whatever the tagger says.
        if current.pos_ in {"VERB", "AUX"} and current.dep_ != "prep" and current.ent_type_ != "MONEY":
            return current
    return None
