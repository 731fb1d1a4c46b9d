"""The text layer of one document as quads: metadata, text, sentences, mentions with their roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.ids import Ids, document_id
from kg.model import BlockKind, Genre, MentionRef, RoleName, Span
from kg.rdf.terms import Writer, kg, node, offset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from kg.model import EventMention, Extraction, Resolution

_LINKED = frozenset({RoleName.ACTOR, RoleName.RECIPIENT, RoleName.THEME, RoleName.PLACE})


def document_quads(extraction: Extraction, resolution: Resolution, ids: Ids, *, outlet: str | None) -> list[Quad]:
    """The document graph; only the mentions that back something in the world graph are in it.

    ``outlet`` is the id of the publishing entity. The quads are sorted.
    """
    writer = Writer(ids.document_graph(resolution.document))
    text = _Text(extraction, resolution, ids, writer)
    text.metadata(outlet)
    for block in extraction.document.blocks:
        if block.kind is BlockKind.TITLE:
            text.stretch(block.span, node("nif:Title"))
    text.mentions()
    return list(writer)


class _Text:
    def __init__(self, extraction: Extraction, resolution: Resolution, ids: Ids, writer: Writer) -> None:
        self.extraction, self.resolution, self.ids, self.writer = extraction, resolution, ids, writer
        self.kept = {reading.mention.span for reading in resolution.readings}
        self.linked = {ref.span for entity in resolution.entities for ref in entity.mentions}
        self.context = NamedNode(ids.document(document_id(extraction.document)))

    def metadata(self, outlet: str | None) -> None:
        """What is known of the document itself."""
        document, add = self.extraction.document, self.writer.add
        iri = self.context.value
        article = "schema:OpinionNewsArticle" if document.genre is Genre.OPINION else "schema:NewsArticle"
        self.writer.a(iri, node("nif:Context"), node(article))
        add(iri, "nif:isString", document.text)
        add(iri, "dcterms:title", document.title)
        add(iri, "dcterms:publisher", NamedNode(self.ids.entity(outlet)) if outlet else None)
        add(iri, "dcterms:creator", document.author)
        add(iri, "dcterms:date", document.date)
        add(iri, "dcterms:language", document.language)
        add(iri, "schema:url", document.url)
        add(iri, kg("genre"), kg(document.genre.value) if document.genre else None)
        add(iri, kg("dateline"), document.dateline)

    def stretch(self, span: Span, *types: NamedNode, anchor: bool = False) -> str:
        """A node for a span of the text, with its words where they prove something."""
        iri = self.ids.mention(MentionRef(document=self.resolution.document, span=span))
        self.writer.a(iri, *types)
        self.writer.add(iri, "nif:referenceContext", self.context)
        self.writer.add(iri, "nif:beginIndex", offset(span.start))
        self.writer.add(iri, "nif:endIndex", offset(span.end))
        if anchor:
            self.writer.add(iri, "nif:anchorOf", span.of(self.extraction.document.text))
        return iri

    def mentions(self) -> None:
        """The event mentions that are kept, and every span that they, or a claim, refer to."""
        by_span = {event.span: event for event in self.extraction.events}
        for reading in self.resolution.readings:
            self.event(by_span[reading.mention.span])
        for span in sorted(self.linked):
            self.stretch(span, kg("EntityMention"), anchor=True)
        for span in sorted(set(self._other_spans()) - self.kept - self.linked):
            self.stretch(span, node("nif:OffsetBasedString"), anchor=True)

    def event(self, event: EventMention) -> None:
        """An event mention with its sentence and roles."""
        iri = self.stretch(event.span, kg("EventMention"), anchor=True)
        sentence = self.stretch(event.sentence, node("nif:Sentence"))
        self.writer.add(iri, "nif:sentence", NamedNode(sentence))
        for role in event.roles:
            of_event = role.event in self.kept
            if of_event and role.name is not RoleName.THEME:
                continue  # an event may be spoken of, but who acts is an entity
            span = role.event if of_event else role.mention
            if role.name in _LINKED and span is not None and (of_event or span in self.linked):
                target = self.ids.mention(MentionRef(document=self.resolution.document, span=span))
                self.writer.add(iri, kg(f"{role.name.value}Mention"), NamedNode(target))
        if event.time is not None:
            self.writer.add(iri, kg("timeMention"), NamedNode(self.stretch(event.time.span, anchor=True)))

    def _other_spans(self) -> Iterator[Span]:
        for claim in self.resolution.claims:
            if claim.event is None:
                yield claim.mention.span
            for quantity in claim.quantities:
                yield quantity.span
        for membership in self.resolution.memberships:
            yield membership.mention.span
