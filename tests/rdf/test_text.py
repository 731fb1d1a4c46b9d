"""The text layer of one document as quads."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg import rdf
from kg.ids import Ids
from kg.model import BlockKind, Genre, MentionRef, Quotation, Span
from kg.rdf.terms import TYPE, kg, literal, node
from tests.articles import Article, caused, grant

IDS = Ids()


def quads(article: Article, *, outlet: str | None = "org:harbour-post") -> list[Quad]:
    """The document graph of an article."""
    return rdf.document_quads(article.extraction(), article.resolution(), IDS, outlet=outlet)


def values(found: list[Quad], subject: str, predicate: str | NamedNode) -> set[str]:
    """The values of a property."""
    verb = node(predicate) if isinstance(predicate, str) else predicate
    return {
        each.object.value
        for each in found
        if each.subject == NamedNode(subject)
        and each.predicate == verb
        and isinstance(each.object, NamedNode | Literal)
    }


def mention(article: Article, words: str, nth: int = 1) -> str:
    """The IRI of a span."""
    return IDS.mention(MentionRef(document=article.ident, span=article.at(words, nth)))


def subjects(found: list[Quad], *types: str) -> set[str]:
    """What is of one of these classes."""
    classes = {node(each) if ":" in each else kg(each) for each in types}
    return {each.subject.value for each in found if each.predicate == TYPE and each.object in classes}  # type: ignore[union-attr]  # there is no blank node, as a test below holds


# ------------------------------------------------------------------------------------------------ form


def test_one_graph() -> None:
    """Everything is in the document's own graph."""
    article = grant()
    assert {quad.graph_name for quad in quads(article)} == {NamedNode(IDS.document_graph(article.ident))}


def test_no_blank_nodes() -> None:
    """Subjects and objects are IRIs or literals."""
    assert not [q for q in quads(grant()) if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]


def test_sorted() -> None:
    """The quads are sorted, each once."""
    lines = [str(quad) for quad in quads(grant())]
    assert all(one < two for one, two in pairwise(lines))


def test_same_input() -> None:
    """The same document gives the same quads."""
    assert quads(grant()) == quads(grant())


def test_base() -> None:
    """Every id stands under the base that is set, and every term under its vocabulary."""
    base = "https://example.org/news/"
    found = rdf.document_quads(grant().extraction(), grant().resolution(), Ids(base=base), outlet="org:harbour-post")
    assert {quad.subject.value.startswith(base) for quad in found} == {True}  # type: ignore[union-attr]  # as above
    assert not any(quad.predicate.value.startswith(base) for quad in found)


# ------------------------------------------------------------------------------------------------ metadata


def test_metadata() -> None:
    """What is known of a document is said of its IRI."""
    article = Article("Norland paid.", title="A grant", author="Lena Moor")
    found, iri = quads(article), IDS.document(article.ident)
    said = {
        name: values(found, iri, name) for name in ("dcterms:title", "dcterms:creator", "dcterms:date", "schema:url")
    }
    assert said == {
        "dcterms:title": {"A grant"},
        "dcterms:creator": {"Lena Moor"},
        "dcterms:date": {"2024-03-05"},
        "schema:url": {"https://harbour-post.example/article"},
    }
    assert values(found, iri, "dcterms:publisher") == {IDS.entity("org:harbour-post")}
    assert values(found, iri, kg("dateline")) == {"PORT VELL"}


def test_text() -> None:
    """The text is kept, character for character."""
    article = Article("Norland  paid.\n\n“Ünough” 🕊️.")
    assert values(quads(article), IDS.document(article.ident), "nif:isString") == {article.text}


def test_unknown_metadata() -> None:
    """What is not known is not said."""
    article = Article("Norland paid.", outlet=None, day=None)
    found = quads(article, outlet=None)
    names = ("dcterms:title", "dcterms:creator", "dcterms:date", "dcterms:publisher")
    assert [name for name in names if values(found, IDS.document(article.ident), name)] == []


@pytest.mark.parametrize(
    ("genre", "kind"),
    [
        (Genre.REPORT, "NewsArticle"),
        (Genre.OPINION, "OpinionNewsArticle"),
        (Genre.LETTER, "NewsArticle"),
    ],
)
def test_genre(genre: Genre, kind: str) -> None:
    """A document has the class and the term of its genre."""
    article = Article("Norland paid.", genre=genre)
    found, iri = quads(article), IDS.document(article.ident)
    assert subjects(found, f"schema:{kind}") == {iri}
    assert values(found, iri, kg("genre")) == {kg(genre.value).value}


def test_date_is_a_day() -> None:
    """The day of publication is an xsd:date."""
    article = Article("Norland paid.")
    (day,) = (quad.object for quad in quads(article) if quad.predicate == node("dcterms:date"))
    assert article.document.date is not None
    assert day == literal(article.document.date)


def test_title() -> None:
    """A title stands with its place."""
    article = Article("Grants. Norland paid.", heading="Grants.", heading_kind=BlockKind.TITLE)
    iri = IDS.mention(MentionRef(document=article.ident, span=Span(0, 7)))
    assert subjects(quads(article), "nif:Title") == {iri}


def test_heading_is_no_title() -> None:
    """A heading inside the text backs nothing and is left out."""
    article = Article("Grants. Norland paid.", heading="Grants.")
    assert subjects(quads(article), "nif:Title") == set()


# ------------------------------------------------------------------------------------------------ mentions


def test_spans() -> None:
    """Each span stands in the document, with begin and end in code points."""
    article = grant()
    found, iri = quads(article), mention(article, "Mira Dahl")
    assert values(found, iri, "nif:referenceContext") == {IDS.document(article.ident)}
    assert values(found, iri, "nif:beginIndex") == {str(article.at("Mira Dahl").start)}
    assert values(found, iri, "nif:endIndex") == {str(article.at("Mira Dahl").end)}
    assert values(found, iri, "nif:anchorOf") == {"Mira Dahl"}


def test_code_points() -> None:
    """Offsets count code points, not bytes or UTF-16 units."""
    article = Article("🕊️🕊️ Norland paid.")
    article.event("paid", action="pay", actor=article.name("Norland", label="GPE"))
    iri = f"{IDS.base}mention/{article.ident}-5-12"
    assert values(quads(article), iri, "nif:anchorOf") == {"Norland"}


def test_anchors() -> None:
    """Every anchor says what the text says at that place."""
    article = grant()
    found = quads(article)
    for iri in {quad.subject.value for quad in found if quad.predicate == node("nif:anchorOf")}:  # type: ignore[union-attr]  # as above
        start, end = (int(value) for value in iri.rsplit("-", 2)[1:])
        assert values(found, iri, "nif:anchorOf") == {article.text[start:end]}


def test_sentences_have_no_words() -> None:
    """A sentence has a place and no copy of its words."""
    article = grant()
    found = quads(article)
    sentences = subjects(found, "nif:Sentence")
    assert sentences
    assert {iri for iri in sentences if values(found, iri, "nif:anchorOf")} == set()


def test_event_mention() -> None:
    """An event mention has its sentence and the mentions of its roles."""
    article = grant()
    found, iri = quads(article), mention(article, "paid")
    sentence = IDS.mention(MentionRef(document=article.ident, span=article.sentences[0]))
    assert values(found, iri, "nif:sentence") == {sentence}
    assert values(found, iri, kg("actorMention")) == {mention(article, "Norland")}
    assert values(found, iri, kg("recipientMention")) == {mention(article, "Sudria")}
    assert values(found, iri, kg("timeMention")) == {mention(article, "Monday")}


def test_theme_is_an_event_mention() -> None:
    """The theme mention of a speech event is the event that is spoken of."""
    article = grant()
    assert values(quads(article), mention(article, "said"), kg("themeMention")) == {mention(article, "admit")}


def test_only_a_theme_is_an_event_mention() -> None:
    """An event that does something is no actor mention: who acts is an entity."""
    article = caused()
    found = quads(article)
    assert mention(article, "angered") in subjects(found, "EventMention")
    assert values(found, mention(article, "angered"), kg("actorMention")) == set()
    assert values(found, mention(article, "refusal"), kg("actorMention")) == {mention(article, "Norland")}


def test_roles_of_their_own() -> None:
    """Each event mention keeps its own roles."""
    article = grant()
    found = quads(article)
    actors = {words: values(found, mention(article, words), kg("actorMention")) for words in ("paid", "admit")}
    assert actors == {"paid": {mention(article, "Norland")}, "admit": {mention(article, "Sudria", 2)}}


def test_events_left_out() -> None:
    """An event mention that is not kept is not written."""
    article = Article("The crane fell on Norland.")
    article.event("fell", action="fall", actor=article.noun("The crane"))
    assert subjects(quads(article), "EventMention", "EntityMention") == set()


def test_name_that_backs_nothing() -> None:
    """A name that plays no part is not written."""
    article = Article("Norland paid near Lake Ammer.")
    article.event("paid", action="pay", actor=article.name("Norland", label="GPE"))
    article.name("Lake Ammer", label="LOC")
    assert subjects(quads(article), "EntityMention") == {mention(article, "Norland")}


def test_spans_of_claims() -> None:
    """Quotations, sums and memberships have their spans in the text, with their words."""
    article = grant()
    found = quads(article)
    for words in ("It is a beginning", "$3 million", "200", "Foreign Ministry spokesperson Mira Dahl"):
        assert values(found, mention(article, words), "nif:anchorOf") == {words}


def test_quotation_that_is_an_event_left_out() -> None:
    """A quotation of one word is written, though the word is also an event that is not kept."""
    article = Article("Mira Dahl said: “Enough”.")
    dahl = article.name("Mira Dahl")
    said = article.event("said", action="say", actor=dahl)
    enough = article.event("Enough", action="suffice")
    article.attribution("Enough", authority=dahl, events=(enough,), saying=said, quotation=Quotation.DIRECT)
    assert [claim.text for claim in article.resolution().claims if claim.event is None] == ["Enough"]
    assert values(quads(article), mention(article, "Enough"), "nif:anchorOf") == {"Enough"}


def test_every_mention_has_a_place() -> None:
    """Whatever a mention points to stands in the same document."""
    article = grant()
    found = quads(article)
    placed = {quad.subject for quad in found if quad.predicate == node("nif:referenceContext")}
    targets = {quad.object for quad in found if quad.predicate.value.endswith("Mention")} | {
        quad.object for quad in found if quad.predicate == node("nif:sentence")
    }
    assert targets <= placed


def test_resolution_decides() -> None:
    """Only what the resolution kept is written, whatever else was extracted."""
    article = grant()
    bare = replace(article.resolution(), entities=(), readings=(), claims=(), memberships=())
    found = rdf.document_quads(article.extraction(), bare, IDS, outlet=None)
    assert {quad.subject.value for quad in found} == {IDS.document(article.ident)}  # type: ignore[union-attr]  # as above
