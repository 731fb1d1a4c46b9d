"""Persons' roles in bodies, as a text gives them beside a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import children, objects_of, phrase, span_of
from kg.model import Affiliation, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.extract.tree import Doc, Token
    from kg.model import EntityMention, Span
    from kg.ontology import Lexicon

_NAMED = MentionKind.NAMED
_BODIES = frozenset({"ORG", "GPE", "NORP"})


def affiliations(doc: Doc, mentions: Mapping[int, EntityMention], lexicon: Lexicon) -> list[Affiliation]:
    """Roles before a name ("State Department spokesperson Matthew Miller") or beside it (", a spokesman for X")."""
    found: list[Affiliation] = []
    for head, mention in mentions.items():
        token = doc.tokens[head]
        if _is_person(mention):
            found += _before(token, mention, mentions, lexicon)
            for child in children(token, "appos"):
                found += _beside(token, child, mentions, lexicon)
        elif "appos" in token.kinds and token.lemma_.lower() in lexicon.role_nouns:
            for child in children(token, "appos"):
                if child.i in mentions and _is_person(mentions[child.i]):
                    found += _beside(child, token, mentions, lexicon)
    return sorted(found, key=lambda affiliation: (affiliation.span, affiliation.person))


def _is_person(mention: EntityMention) -> bool:
    return mention.kind is _NAMED and mention.type == "PERSON"


def _before(
    name: Token, mention: EntityMention, mentions: Mapping[int, EntityMention], lexicon: Lexicon
) -> Iterator[Affiliation]:
    tokens = phrase(name)
    roles = [t for t in tokens if t.lemma_.lower() in lexicon.role_nouns and t.ent_type_ != "PERSON" and t.i < name.i]
    if not roles:
        return
    role = roles[-1]
    bodies = [t for t in tokens if t.i < role.i and t.ent_type_ in _BODIES]
    yield Affiliation(
        span=span_of([t for t in tokens if t.dep_ != "det" or t.i != tokens[0].i]),
        person=mention.span,
        role=_role(role, tokens),
        body=_mention_of(bodies[-1], mentions) if bodies else None,
    )


def _beside(name: Token, role: Token, mentions: Mapping[int, EntityMention], lexicon: Lexicon) -> Iterator[Affiliation]:
    if role.lemma_.lower() not in lexicon.role_nouns or name.i not in mentions:
        return
    tokens = phrase(role)
    bodies = [t for t in tokens if t.i < role.i and t.ent_type_ in _BODIES]
    for preposition in children(role, "prep"):
        if preposition.lower_ in {"of", "for", "at", "from", "in"}:
            bodies += [thing for thing in objects_of(preposition) if thing.ent_type_ in _BODIES or thing.i in mentions]
    yield Affiliation(
        span=span_of([*tokens, name]),
        person=mentions[name.i].span,
        role=_role(role, tokens),
        body=_mention_of(bodies[-1], mentions) if bodies else None,
    )


def _role(role: Token, tokens: list[Token]) -> str:
    """The role's noun with what makes it another role: "former prime minister", "police chief"."""
    start = role.i
    within = {t.i: t for t in tokens}
    while start - 1 in within and (before := within[start - 1]).dep_ in {"compound", "amod", "nmod"}:
        if before.ent_type_ in _BODIES | {"PERSON"}:
            break
        start -= 1
    return role.doc[start : role.i + 1].text


def _mention_of(token: Token, mentions: Mapping[int, EntityMention]) -> Span | None:
    place = span_of([token])
    covering = [mention.span for mention in mentions.values() if mention.span.covers(place)]
    return min(covering, key=lambda span: span.end - span.start, default=None)
