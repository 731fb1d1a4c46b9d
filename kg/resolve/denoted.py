"""Which entities a document's events and claims are about, and the mentions that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.ids import slug
from kg.model import Entity, MentionKind, MentionRef, RoleName, Span
from kg.resolve.places import Placed
from kg.resolve.voices import outlet

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from kg.model import Claim, Document, Extraction, Role
    from kg.ontology import KnowledgeBase
    from kg.resolve.linking import Link
    from kg.resolve.voices import Voices


_THEME = RoleName.THEME
_PRONOMINAL = MentionKind.PRONOMINAL


class Denoting:
    """The mentions of one document with what they denote; ``kept`` are the triggers of the events that are told."""

    def __init__(self, extraction: Extraction, ident: str, found: Mapping[Span, Link], kept: AbstractSet[Span]) -> None:
        """``ident`` is the document's id, ``found`` where its mentions lead."""
        self.extraction, self.ident, self.found, self.kept = extraction, ident, found, kept
        self.text = extraction.document.text
        local = f"-{ident}"
        # Those of more than this document, by which a theme is told.
        spans = (m.span for m in extraction.entities if m.span in found)
        self._wide = Placed((span, span) for span in spans if not found[span].entity.endswith(local))

    def topics(self, role: Role) -> list[Span]:
        """The mentions within the words of a theme that are of more than this document.

        Where the theme is an event that is kept, its own roles tell them.
        """
        if role.name is not _THEME or role.event in self.kept:
            return []
        return self._wide.within(role.words)


def entities(denoting: Denoting, said: Sequence[Claim], knowledge: KnowledgeBase, voices: Voices) -> tuple[Entity, ...]:
    """The entities that readings, claims and memberships refer to, sorted by id.

    Each has the mentions by which it plays a part; others, which back nothing, are left out.
    """
    extraction, ident, found = denoting.extraction, denoting.ident, denoting.found
    places: dict[str, list[tuple[Span, Link]]] = {}
    for span in sorted(set(_parts(denoting, said))):
        places.setdefault(found[span].entity, []).append((span, found[span]))
    out = [_entity(ident, name, spans) for name, spans in places.items()]
    out += _without_mention(extraction.document, knowledge, voices, {e.id for e in out})
    spoken, have = {claim.authority for claim in said}, {e.id for e in out}
    signers = [(each, name) for each, name in voices.signers if each in spoken and each not in have]
    out += [Entity(id=each, label=name, type="Person") for each, name in signers]
    out += _unlinked(extraction, found, {c.authority for c in said}, {e.id for e in out}, ident)
    return tuple(sorted(out, key=lambda entity: entity.id))


def _parts(denoting: Denoting, said: Sequence[Claim]) -> Iterator[Span]:
    extraction, found, kept = denoting.extraction, denoting.found, denoting.kept
    spoken = {claim.authority for claim in said}
    spans: list[Span | None] = []
    for event in extraction.events:
        if event.span in kept:
            for role in event.roles:
                if role.event not in kept:
                    spans.append(role.mention)
                    spans += denoting.topics(role)
    authorities = (a.authority for a in extraction.attributions)
    spans += [span for span in authorities if span is not None and span in found and found[span].entity in spoken]
    spans += [span for a in extraction.affiliations for span in (a.person, a.body)]
    spans += [quantity.counts for claim in said for quantity in claim.quantities]
    yield from (span for span in spans if span is not None and span in found)


def _entity(ident: str, name: str, places: list[tuple[Span, Link]]) -> Entity:
    ordered = sorted(places, key=lambda pair: pair[0])
    link = next((each for _, each in ordered if each.sieve not in {"pronoun", "speaker"}), ordered[0][1])
    return Entity(
        id=name,
        label=link.label,
        type=link.type,
        known=link.known,
        origin=link.origin,
        mentions=tuple(MentionRef(document=ident, span=span) for span, _ in ordered),
        links=tuple(each.sieve for _, each in ordered),
    )


def _without_mention(
    document: Document, knowledge: KnowledgeBase, voices: Voices, have: Collection[str]
) -> Iterable[Entity]:
    """The outlet and the author of a document, which its text need not mention."""
    home = outlet(document, knowledge)
    if home and home not in have and home in knowledge.actors:
        row = knowledge.actors[home]
        yield Entity(id=home, label=row.name, type=row.type, known=True)
    elif home and home not in have:
        yield Entity(id=home, label=document.outlet or home, type="MediaOrganization")
    if document.author and slug(document.author) == voices.main and voices.main not in have:
        yield Entity(id=voices.main, label=document.author, type="Person")


def _unlinked(
    extraction: Extraction, found: Mapping[Span, Link], used: Collection[str], have: Collection[str], ident: str
) -> Iterable[Entity]:
    """Authorities whom no sieve could name: "he" without antecedent, "officials"."""
    text = extraction.document.text
    places: dict[str, list[Span]] = {}
    for attribution in extraction.attributions:
        span = attribution.authority
        if span is not None and span not in found:
            places.setdefault(f"{slug(span.of(text)) or 'somebody'}-{ident}", []).append(span)
    kinds = {m.span: m.kind for m in extraction.entities}
    for name, spans in places.items():
        if name in used and name not in have:
            refs = tuple(MentionRef(document=ident, span=s) for s in sorted(set(spans)) if s in kinds)
            pronoun = all(kinds.get(s) is _PRONOMINAL for s in spans)
            label = spans[0].of(text)
            yield Entity(id=name, label=label, type="Person" if pronoun else "Thing", mentions=refs)
