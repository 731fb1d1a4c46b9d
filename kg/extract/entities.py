"""Mentions of persons, bodies, places, groups and things: named, nominal and pronominal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import appositions
from kg.extract.elliptical import is_elliptical, of_somebody
from kg.extract.syntax import NOMINAL, children, is_dash, own_span, phrase, span_of
from kg.extract.titled import is_titled_thing, title_of_law, to_its_end, with_given_name
from kg.model import EntityMention, MentionKind, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.extract.tree import Doc, Token
    from kg.extract.tree import Span as DocSpan
    from kg.ontology import Lexicon

_NAMED, _NOMINAL, _PRONOMINAL = MentionKind.NAMED, MentionKind.NOMINAL, MentionKind.PRONOMINAL
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART"})
AGENTS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_MODIFYING = AGENTS | {"FAC", "LOC"}
TITLES = {"mr": "masculine", "mr.": "masculine", "sir": "masculine", "mrs": "feminine", "mrs.": "feminine"} | {
    "ms": "feminine",
    "ms.": "feminine",
    "dr": None,
    "dr.": None,
}
_PRONOUNS = {
    word: (number, gender)
    for number, gender, group in (
        ("singular", "masculine", "he him his himself"),
        ("singular", "feminine", "she her hers herself"),
        ("singular", "neuter", "it its itself"),
        ("plural", None, "they them their theirs themselves"),
        ("plural", "first", "we us our ours ourselves"),
        ("singular", "first", "i me my mine myself"),
        (None, "second", "you your yours yourself"),
    )
    for word in group.split()
}
_TIMES = frozenset({"DATE", "TIME"})
_VERBAL = frozenset({"AUX", "VERB"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_LABELS = {"person": "PERSON", "body": "ORG", "group": "NORP"}
_CROWDS = frozenset({"dozens", "hundreds", "millions", "scores", "tens", "thousands"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_PREFIXES = frozenset({"det", "poss", "nummod", "predet", "quantmod", "punct", "case"})


def entities(doc: Doc, lexicon: Lexicon) -> dict[int, EntityMention]:
    """The entity mentions of the parsed blocks, by the index of their head token, in the order of the text."""
    found: dict[int, EntityMention] = {}
    for token in doc.tokens:
        if token.pos_ in NOMINAL and _is_mention(token):
            found[token.i] = _mention(token, lexicon)
    for entity in doc.ents:
        if entity.label_ in _MODIFYING and entity.root.i not in found and not _is_sentence(entity.root, lexicon):
            found[entity.root.i] = _modifier(entity)
    appositions.link(doc, found)
    return _unique(found)


def _unique(found: Mapping[int, EntityMention]) -> dict[int, EntityMention]:
    """One mention a span, the one whose head comes first, in the order of the text."""
    spans: set[Span] = set()
    out: dict[int, EntityMention] = {}
    for head, mention in sorted(found.items()):
        if mention.span not in spans:
            spans.add(mention.span)
            out[head] = mention
    return out


def is_agent(token: Token, mention: EntityMention | None, lexicon: Lexicon) -> bool:
    """Whether a nominal can act or be acted upon as a party: a name, a role, a group, a body or a person's pronoun."""
    if mention is not None and mention.kind is _NAMED and is_titled_thing(token, mention, lexicon):
        return False
    if token.ent_type_ in AGENTS or token.lemma_.lower() in lexicon.parties:
        return not _is_mass(token, lexicon)
    if token.lower_ in _CROWDS and _is_crowd(token):
        return True
    if token.lower_ == "it":
        # A thing, unless it does something or is asked to do it.
        return token.dep_ in {"nsubj", "nsubjpass"} or bool(children(token.head, "xcomp"))
    if token.pos_ == "PRON":
        return token.lower_ in _PRONOUNS or token.lower_ in {"who", "whom", "those", "everyone", "nobody", "anyone"}
    return bool(
        mention and (mention.origin or (mention.kind is _NAMED and mention.type is None and not token.ent_type_))
    )


def _is_mass(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun names no party: only adjectives stand before it ("held public office"), or it is of a thing.

    "Told one side of the story": whose side it is makes it a party.
    """
    if token.lemma_ == "side" and "prep" in token.kinds:
        named = [p for of in token.kinds["prep"] if of.lower_ == "of" for p in children(of, "pobj")]
        return bool(named) and not any(is_agent(each, None, lexicon) for each in named)
    governed = token.tag_ in {"NN", "NNS"} and token.dep_ in {"dobj", "pobj"}
    if not governed or token.lower_ not in lexicon.words.get("mass", ()):
        return False
    return all(each.dep_ == "amod" or each.head is not token for each in token.doc.tokens[token.left_edge.i : token.i])


def is_individual(token: Token, mention: EntityMention | None, lexicon: Lexicon) -> bool:
    """Whether a party is a person or several, and no body."""
    if token.ent_type_ in {"ORG", "GPE"} or lexicon.collectives.get(token.lemma_.lower()) == "body":
        return False
    return is_agent(token, mention, lexicon) and (token.pos_ != "PROPN" or token.ent_type_ in {"PERSON", "NORP"})


def _is_mention(token: Token) -> bool:
    if token.dep_ in {"compound", "nmod"} and token.head.pos_ in NOMINAL and token.head.i > token.i:
        return False
    if token.pos_ == "PRON":
        return token.lower_ in _PRONOUNS
    if token.pos_ == "NUM":
        return token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"} and token.ent_type_ == "CARDINAL"
    return token.is_alpha or not token.text.isascii() or ("]" not in token.text and token.text.upper() != token.lower_)


def _modifier(entity: DocSpan) -> EntityMention:
    """A name that modifies another noun: "State Department" in "State Department spokesperson"."""
    tokens = _trim(list(entity))
    span = span_of(tokens)
    return EntityMention(
        span=span,
        kind=_NAMED,
        head=own_span(entity.root),
        lemma=entity.root.lemma_.lower(),
        name=entity.doc[tokens[0].i : tokens[-1].i + 1].text,
        type=entity.label_,
    )


def _mention(token: Token, lexicon: Lexicon) -> EntityMention:
    if "case" in token.kinds and is_elliptical(token):
        return of_somebody(token)
    kind = _kind(token)
    named = _entity_of(token, lexicon) if kind is _NAMED else []
    tokens = phrase(token)
    if tokens[0].ent_type_ in _TIMES and token.ent_type_ not in _TIMES:
        tokens = _without_date(token, tokens)
    law = title_of_law(token) if kind is _NAMED and not named and "prep" in token.kinds else []
    if law:
        tokens, named = [*tokens, *law], [t for t in [*tokens, *law] if t.dep_ != "det"]
    elif named:
        tokens = token.doc.tokens[min(tokens[0].i, named[0].i) : max(tokens[-1].i, named[-1].i) + 1]
    number, gender = _agreement(token, tokens)
    origin = _origin(token, tokens, lexicon) if kind is _NOMINAL else None
    return EntityMention(
        span=Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)),
        kind=kind,
        head=own_span(token),
        lemma=token.lemma_.lower(),
        name=_name(token, tokens, named, lexicon),
        type="LAW" if law else _type(token, kind, lexicon),
        number=number,
        gender=gender,
        definite=_is_definite(token, tokens),
        origin=origin,
    )


def _without_date(head: Token, tokens: list[Token]) -> list[Token]:
    """The tokens of a phrase, without an adverbial before it: "*earlier this month* the farmers"."""
    for child in head.lefts:
        if child.dep_ in {"advmod", "npadvmod"} and child.ent_type_ in _TIMES:
            return [token for token in tokens if token.i > child.right_edge.i] or tokens
    return tokens


def _is_definite(token: Token, tokens: list[Token]) -> bool:
    for each in tokens:  # noqa: SIM110 (asked of each mention: a generator costs as much as the rest)
        if each.lower_ in _DEFINITE or (each.dep_ == "poss" and each is not token):
            return True
    return False


def _origin(token: Token, tokens: list[Token], lexicon: Lexicon) -> str | None:
    """The demonym before those it tells the origin of: "Norlandian refugees"."""
    found = [each.text for each in tokens if each.ent_type_ == "NORP"]
    return found[0] if found and _is_group(token, lexicon) else None


def _type(token: Token, kind: MentionKind, lexicon: Lexicon) -> str | None:
    """The NER label of a name; of a noun PERSON ("the ambassador"), ORG ("the company") or NORP ("the protesters")."""
    if kind is _NAMED and token.ent_type_ in NAMED:
        return token.ent_type_
    if kind is not _NOMINAL:
        return None
    lemma = token.lemma_.lower()
    what = "person" if lemma in lexicon.role_nouns else lexicon.collectives.get(lemma)
    if token.tag_ == "NN":
        return _LABELS.get(what or "")
    return "NORP" if what in {"person", "group"} or (token.lower_ in _CROWDS and _is_crowd(token)) else None


def _is_crowd(token: Token) -> bool:
    """Whether a crowd is one of people: "thousands fled", "dozens seeking refuge"; not "thousands of dollars"."""
    if "prep" in token.kinds:
        return False
    return token.dep_ in {"nsubj", "nsubjpass"} or bool(children(token, "acl", "relcl"))


def _kind(token: Token) -> MentionKind:
    if token.pos_ == "PRON":
        return _PRONOMINAL
    if token.ent_type_ in NAMED or token.pos_ == "PROPN":
        return _NAMED
    return _NOMINAL


def _entity_of(token: Token, lexicon: Lexicon) -> list[Token]:
    """The tokens of the entity that spaCy saw around a head, what follows it too ("Bank of Arvenia").

    No name goes on behind a dash: "Ana Bell — Sudria-trained surgeon".
    """
    start = end = token.i
    tokens, sentence = token.doc.tokens, token.sent
    if token.ent_type_ not in NAMED:
        return []
    while tokens[start].ent_iob_ == "I" and start > sentence.start and not is_dash(tokens[start - 1]):
        start -= 1
    while end + 1 < sentence.end and tokens[end + 1].ent_iob_ == "I" and not _is_sentence(tokens[end + 1], lexicon):
        if is_dash(tokens[end + 1]):
            break
        end += 1
    return to_its_end(tokens[start : end + 1], token)


def _is_sentence(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word that the pipeline takes into a person's name is the verb of a headline: "Ana Bell *Goes* Home"."""
    if word.ent_type_ != "PERSON" or word.pos_ not in _VERBAL:
        return False
    return word.tag_ == "MD" or (word.tag_ in _FINITE and (word.pos_ == "AUX" or word.lemma_ in lexicon.lexemes))


def _is_group(token: Token, lexicon: Lexicon) -> bool:
    return token.tag_ in {"NNS", "NNPS"} and (token.lemma_.lower() in lexicon.parties or token.ent_type_ == "NORP")


def _name(token: Token, tokens: list[Token], named: list[Token], lexicon: Lexicon) -> str:
    """The words that name a thing: the entity that spaCy saw, else the phrase without article, owner, count, title."""
    if len(tokens) == 1:
        return token.text
    if named:
        chosen = with_given_name(tokens, _with_title_won(tokens, named), lexicon)
    elif token.pos_ == "PROPN":
        chosen = [t for t in tokens if t.pos_ == "PROPN" or t.i == token.i]
    else:
        before = children(token, "poss", "nummod")
        owners = {t.i for each in before for t in each.subtree} if before else ()
        chosen = [t for t in tokens if t.i == token.i or (t.dep_ not in _PREFIXES and t.i not in owners)]
    chosen = _trim(chosen)
    return token.doc.text[chosen[0].idx : chosen[-1].idx + len(chosen[-1].text)] if chosen else token.text


def _with_title_won(tokens: list[Token], named: list[Token]) -> list[Token]:
    """A name with what goes before it, where an article says that it is a title: "a *Miss Norland*"."""
    before = [t for t in tokens if t.i == named[0].i - 1 and t.lower_ == "miss"]
    return before + named if before and any(t.dep_ == "det" for t in tokens) else named


def _trim(tokens: list[Token]) -> list[Token]:
    while len(tokens) > 1 and (tokens[0].dep_ == "det" or tokens[0].lower_ in TITLES or tokens[0].is_punct):
        tokens = tokens[1:]
    tokens = tokens[1:] if len(tokens) > 1 and _is_announced(tokens) else tokens
    while len(tokens) > 1 and (tokens[-1].dep_ == "case" or tokens[-1].is_punct):
        tokens = tokens[:-1]
    return tokens


def _is_announced(tokens: list[Token]) -> bool:
    """Whether what opens a sentence up to a colon names a speaker, behind the verb: "Said *Dahl*: “We won.”"."""
    first, end = tokens[0], tokens[-1].idx + len(tokens[-1].text)
    return first.lower_ == "said" and first.i == first.sent.start and first.doc.text[end : end + 1] == ":"


def _agreement(token: Token, tokens: list[Token]) -> tuple[str | None, str | None]:
    if token.pos_ == "PRON":
        return _PRONOUNS.get(token.lower_, (None, None))
    number = "plural" if token.tag_ in {"NNS", "NNPS"} else "singular"
    for each in tokens:
        if each.lower_ in TITLES:
            return number, TITLES[each.lower_]
    return number, None
