"""Names to actors of the knowledge base: by alias, type, role, words beside them, dateline, country and date.

Each actor that a name may mean is weighed by named features; the best is taken where it is sure enough, else none.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.config import ResolveConfig
from kg.ids import document_id
from kg.model import MentionKind, RoleName
from kg.resolve.linking.candidates import OFFICES, TITLED, WEIGHED, Beside, candidates, whole_name
from kg.resolve.linking.case import Case
from kg.resolve.linking.context import begun
from kg.resolve.linking.evidence import decide, nearby
from kg.resolve.linking.groups import group, is_another, is_part, people, unknown
from kg.resolve.linking.records import Link, known
from kg.resolve.linking.surroundings import Surroundings, surroundings

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from kg.model import EntityMention, Extraction, Span
    from kg.ontology import KnowledgeBase

__all__ = ["OFFICES", "WEIGHED", "Link", "acting", "known", "link", "named"]

_RECIPIENT = RoleName.RECIPIENT
_PARTIES = frozenset({RoleName.ACTOR, RoleName.RECIPIENT})
_NAMED, _NOMINAL, _PRONOMINAL = MentionKind.NAMED, MentionKind.NOMINAL, MentionKind.PRONOMINAL
_OF_MANY = frozenset({"PoliticalParty", "PopulationGroup"})
_NO_BODIES = frozenset({"Person", "PopulationGroup", "State", "Territory", "City", "Place"})
_LANDS = frozenset({"GPE", "LOC"})
_NOT_ENTITIES = frozenset({"EVENT", "PRODUCT", "LAW", "WORK_OF_ART"})
_REACH = 60  # characters that are looked at on both sides


def acting(extraction: Extraction) -> frozenset[Span]:
    """The spans of mentions that act or are acted upon as parties; a capital among them means a government."""
    return frozenset(_acting(extraction))


def _acting(extraction: Extraction) -> Iterator[Span]:
    for event in extraction.events:
        for role in event.roles:
            if role.name in _PARTIES and role.mention is not None:
                yield role.mention
    for attribution in extraction.attributions:
        if attribution.authority is not None:
            yield attribution.authority


def _reached(extraction: Extraction, knowledge: KnowledgeBase) -> frozenset[Span]:
    """The mentions that are gone to, held or hit, as towns are, and nothing else: "reached Norland", "shelled it"."""
    done: dict[Span, bool] = {}
    for event in extraction.events:
        for role in event.roles:
            if role.mention is not None and role.name in _PARTIES:
                reached = role.name is _RECIPIENT and event.action in knowledge.place_verbs
                done[role.mention] = reached and done.get(role.mention, True)
    return frozenset(span for span, reached in done.items() if reached)


def named(
    extraction: Extraction,
    mentions: Sequence[EntityMention],
    knowledge: KnowledgeBase,
    *,
    country: str | None,
    config: ResolveConfig,
) -> dict[Span, Link]:
    """Where the mentions of a document lead by their own words and what stands around them, by their spans.

    ``country`` is the ISO code of the outlet's country. Mentions that are in doubt, or that only others can explain,
    are left out.
    """
    around = surroundings(extraction, mentions, knowledge, country)
    acts = acting(extraction) - _reached(extraction, knowledge)
    heads = _covering_heads(mentions)
    weighed = (mention for mention in mentions if _may_be_known(mention))
    placed = [_beside(mention, extraction, acts, heads.get(mention.span)) for mention in weighed]
    led = [(each, link(each, knowledge, around=around, config=config)) for each in placed]
    titled = [(each.mention, own.entity) for each, own in led if own is not None and own.sieve == TITLED]
    codes = [(mention, code) for mention, entity in titled if (code := knowledge.actors[entity].country)]
    if codes:  # office holders tell of their countries: what was in doubt is weighed once more
        around = around.telling(codes)
        led = [(each, own or link(each, knowledge, around=around, config=config)) for each, own in led]
    found = {each.mention.span: own for each, own in led if own is not None}
    found |= _common(found, extraction, knowledge, config)
    text = extraction.document.text
    plain = (m for m in mentions if m.number == "plural" and _may_be_group(m))
    groups = ((m.span, group(m, knowledge, m.span.of(text), _before(m, text), _after(m, text))) for m in plain)
    return found | {span: own for span, own in groups if own is not None}


def _common(
    found: Mapping[Span, Link], extraction: Extraction, knowledge: KnowledgeBase, config: ResolveConfig
) -> dict[Span, Link]:
    """The unknown persons whose names many bear: each is one of this document until its company tells who it is."""
    persons = ((span, own) for span, own in found.items() if not own.known and own.type == "Person")
    common = {span: own for span, own in persons if knowledge.bearers(own.label) >= config.common_name}
    document = document_id(extraction.document) if common else ""
    return {span: replace(own, entity=f"{own.entity}-{document}") for span, own in common.items()}


def _may_be_known(mention: EntityMention) -> bool:
    return mention.kind is _NAMED or (mention.kind is _NOMINAL and _is_name(mention.name))


def _may_be_group(mention: EntityMention) -> bool:
    return mention.kind is _NOMINAL and not _is_name(mention.name)


def _is_name(words: str) -> bool:
    """Whether a common noun has a name with it: "Norlandic government", not "Authorities" that begin a sentence."""
    return words[:1].isupper() and " " in words


def _covering_heads(mentions: Sequence[EntityMention]) -> dict[Span, int]:
    """Where the head of the mention begins that a mention is a part of: "[the [UN] refugee agency's] staff"."""
    found: dict[Span, int] = {}
    stack: list[EntityMention] = []
    for mention in sorted(mentions, key=lambda each: (each.span.start, -each.span.end)):
        while stack and stack[-1].span.end <= mention.span.start:
            stack.pop()
        if stack and stack[-1].span.covers(mention.span) and stack[-1].head.start >= mention.span.end:
            found[mention.span] = stack[-1].head.start
        stack.append(mention)
    return found


def _before(mention: EntityMention, text: str) -> str:
    return text[max(0, mention.span.start - _REACH) : mention.span.start]


def _after(mention: EntityMention, text: str) -> str:
    return text[mention.span.end : mention.span.end + _REACH]


def _beside(mention: EntityMention, extraction: Extraction, acts: Container[Span], head: int | None) -> Beside:
    text, span = extraction.document.text, mention.span
    return Beside(
        mention=mention,
        inside=span.of(text),
        before=_before(mention, text),
        after=_after(mention, text),
        within=text[span.end : head] if head is not None else None,
        acts=span in acts,
    )


def link(
    beside: Beside,
    knowledge: KnowledgeBase,
    *,
    around: Surroundings | None = None,
    config: ResolveConfig | None = None,
) -> Link | None:
    """The actor that a mention names; None where that is in doubt."""
    mention = beside.mention
    if mention.kind is _PRONOMINAL:
        return None
    nominal = mention.kind is _NOMINAL
    if nominal and not _is_name(mention.name):
        return group(mention, knowledge, beside.inside, beside.before, beside.after)
    if mention.type in _NOT_ENTITIES or is_another(mention, beside.inside):
        return None
    around, config = around or Surroundings(), config or ResolveConfig()
    if (first := _begun(beside, around, knowledge)) is not None:
        possible, mention = [], replace(mention, name=f"{first} {mention.name}", type="ORG")
    else:
        possible = candidates(beside, knowledge, near=partial(nearby, around, beside, knowledge), around=around)
    if nominal:  # "the Norlandic government" is a body, "Norlandic refugees" are none
        possible = [each for each in possible if each.actor.type not in _NO_BODIES]
    case = Case(beside=beside, candidates=possible, around=around, knowledge=knowledge, config=config)
    decided = decide(case) if possible else None
    if decided is not None:
        chosen, score, features = decided
        if chosen.actor.type in _OF_MANY and is_part(mention, beside.inside, beside.after):
            return None
        return known(chosen.actor.id, knowledge, chosen.sieve, score=score, features=features)
    if nominal:
        return group(mention, knowledge, beside.inside)
    own = any(not each.part for each in possible)
    if knowledge.shared(mention.name) or (own and mention.type != "PERSON"):
        return None
    return people(mention, knowledge, beside.inside) or unknown(mention)


def _begun(beside: Beside, around: Surroundings, knowledge: KnowledgeBase) -> str | None:
    """The words before the name of a place with which it is a body's, as no longer name is known: "Telecom [Egypt]"."""
    mention = beside.mention
    if mention.kind is not _NAMED or mention.type not in _LANDS or around.in_headline(mention.span):
        return None
    inside = beside.inside[: max(beside.inside.rfind(mention.name), 0)]
    return begun(beside.ahead, inside, knowledge) if whole_name(beside, knowledge) is None else None
