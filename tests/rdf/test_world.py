"""The graph layer and the facts as quads."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg import rdf, resolve
from kg.config import ResolveConfig
from kg.ids import ACTION, EVENT_TYPE, Ids
from kg.model import Entity, Factuality, Genre, MentionRef, Time, TimePrecision
from kg.rdf.terms import TYPE, kg, literal, node
from tests.articles import MARCH_5, Article, caused, day, grant, second_grant, world

if TYPE_CHECKING:
    from kg.pipeline import World

IDS = Ids()


def quads(found: World) -> list[Quad]:
    """The world graph."""
    return rdf.world_quads(found.resolutions.values(), found.events, IDS)


def of(*articles: Article) -> list[Quad]:
    """The world graph of some articles."""
    return quads(world(*articles))


def objects(found: list[Quad], subject: str, predicate: str | NamedNode) -> set[object]:
    """The values of a property, as terms."""
    verb = node(predicate) if isinstance(predicate, str) else predicate
    return {each.object for each in found if each.subject == NamedNode(subject) and each.predicate == verb}


def entity(ident: str) -> NamedNode:
    """The IRI of an entity."""
    return NamedNode(IDS.entity(ident))


def event(article: Article, words: str) -> str:
    """The IRI of the event that a trigger of an article would have by itself."""
    return IDS.event(MentionRef(document=article.ident, span=article.at(words)))


def claim(article: Article, words: str, authority: str = "org:harbour-post") -> str:
    """The IRI of a claim."""
    return IDS.claim(MentionRef(document=article.ident, span=article.at(words)), authority)


def quantity(article: Article, words: str) -> str:
    """The IRI of a quantity."""
    return IDS.quantity(MentionRef(document=article.ident, span=article.at(words)))


def subjects(found: list[Quad], kind: NamedNode) -> list[NamedNode]:
    """What is of a class."""
    return [each.subject for each in found if (each.predicate, each.object) == (TYPE, kind)]  # type: ignore[misc]  # there is no blank node, as a test below holds


# ------------------------------------------------------------------------------------------------ form


def test_one_graph() -> None:
    """Everything is in the world graph."""
    assert {quad.graph_name for quad in of(grant())} == {NamedNode(IDS.graph("world"))}


def test_no_blank_nodes() -> None:
    """Subjects and objects are IRIs or literals."""
    assert not [q for q in of(grant()) if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]


def test_sorted() -> None:
    """The quads are sorted, each once."""
    lines = [str(quad) for quad in of(grant(), second_grant())]
    assert all(one < two for one, two in pairwise(lines))


def test_same_input() -> None:
    """The same documents in another order give the same quads."""
    assert of(grant(), second_grant()) == of(second_grant(), grant())


def test_ids_hold_no_slash_or_hash() -> None:
    """The local name of every id is a plain one."""
    locals_ = {quad.subject.value.removeprefix(IDS.base).partition("/")[2] for quad in of(grant())}  # type: ignore[union-attr]  # as above
    assert not [name for name in locals_ if "/" in name or "#" in name]


# ------------------------------------------------------------------------------------------------ events


def test_one_factuality() -> None:
    """Every event has exactly one factuality."""
    found = of(grant(), second_grant())
    events = subjects(found, node("sem:Event"))
    assert len(events) == 4
    assert {len(objects(found, each.value, kg("factuality"))) for each in events} == {1}


@pytest.mark.parametrize("factuality", list(Factuality))
def test_factuality(factuality: Factuality) -> None:
    """The factuality of an event is the term of that name."""
    article = grant()
    made = world(article)
    events = [replace(each, factuality=factuality) for each in made.events]
    found = rdf.world_quads(made.resolutions.values(), events, IDS)
    assert objects(found, event(article, "paid"), kg("factuality")) == {kg(factuality.value)}


def test_kind() -> None:
    """An event has its action, and its type with the mode where there are such."""
    article = Article("Norland marched.")
    norland = article.name("Norland", label="GPE")
    article.event("marched", action="march on", type="PROTEST", mode="riot", actor=norland)
    found, iri = of(article), event(article, "marched")
    assert objects(found, iri, kg("action")) == {NamedNode(ACTION + "march-on")}
    assert objects(found, iri, "sem:eventType") == {NamedNode(EVENT_TYPE + "PROTEST-riot")}


def test_kind_of_two_reports() -> None:
    """An event of two reports has one action and one type, those of the earliest."""
    one, two = (Article(f"Norland {verb} Sudria wells.", outlet=f"Paper {verb}") for verb in ("gave", "lent"))
    for article, verb in ((one, "gave"), (two, "lent")):
        norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
        words = article.at("wells")
        article.event(verb, action=verb, type="AID", mode=verb, actor=norland, recipient=sudria, words=words)
    found = of(one, two)
    earliest = min((one, "gave"), (two, "lent"), key=lambda pair: pair[0].ident)
    iri = event(*earliest)
    assert objects(found, iri, kg("action")) == {NamedNode(ACTION + earliest[1])}
    assert objects(found, iri, "sem:eventType") == {NamedNode(f"{EVENT_TYPE}AID-{earliest[1]}")}


def test_untyped() -> None:
    """An event that the lexicon does not know has no type."""
    article = grant()
    assert objects(of(article), event(article, "said"), "sem:eventType") == set()


def test_roles() -> None:
    """An event has the entities of its roles."""
    article = grant()
    found, iri = of(article), event(article, "paid")
    assert objects(found, iri, kg("actor")) == {entity("state:nd")}
    assert objects(found, iri, kg("recipient")) == {entity("state:sd")}


def test_roles_are_united() -> None:
    """An event of two reports has the roles of both."""
    one = Article("Norland paid Sudria and Mira Dahl.")
    parties = one.name("Sudria", label="GPE"), one.name("Mira Dahl")
    one.event("paid", action="pay", type="AID", actor=one.name("Norland", label="GPE"), recipient=parties)
    two = second_grant()
    iri = IDS.event(world(one, two).events[0].id)
    assert objects(of(one, two), iri, kg("recipient")) == {entity("state:sd"), entity("mira-dahl")}


def test_place() -> None:
    """An event has its place."""
    article = Article("Norland paid in Washington.")
    norland, place = article.name("Norland", label="GPE"), article.name("Washington", label="GPE")
    article.event("paid", action="pay", actor=norland, place=place)
    assert objects(of(article), event(article, "paid"), kg("place")) == {entity("city:us-washington")}


def test_theme_is_an_event() -> None:
    """A theme that is an event is that event, and its words are words."""
    article = grant()
    found, iri = of(article), event(article, "said")
    assert objects(found, iri, kg("theme")) == {NamedNode(event(article, "admit"))}
    assert objects(found, iri, kg("themeText")) == {Literal("admit")}


def test_only_a_theme_is_an_event() -> None:
    """An event that does something is no actor: who acts is an entity."""
    article = caused()
    found = of(article)
    assert objects(found, event(article, "angered"), kg("recipient")) == {entity("state:sd")}
    assert objects(found, event(article, "angered"), kg("actor")) == set()


def test_theme_of_words() -> None:
    """A theme that is neither event nor entity is words, and what they are about."""
    article = Article("Norland asked for grants to Sudria.")
    norland, words = article.name("Norland", label="GPE"), article.at("grants to Sudria")
    article.name("Sudria", label="GPE")
    article.event("asked", action="ask", type="REQUEST", actor=norland, words=words)
    found, iri = of(article), event(article, "asked")
    assert objects(found, iri, kg("theme")) == set()
    assert objects(found, iri, kg("themeText")) == {Literal("grants to Sudria")}
    assert objects(found, iri, kg("about")) == {entity("state:sd")}


def test_evidence() -> None:
    """An event of two reports is denoted by the mentions of both."""
    one, two = grant(), second_grant()
    found = objects(of(one, two), event(one, "paid"), "gaf:denotedBy")
    refs = (MentionRef(document=each.ident, span=each.at("paid")) for each in (one, two))
    assert found == {NamedNode(IDS.mention(ref)) for ref in refs}


def test_replaced() -> None:
    """The id that a later report would have had leads to the event, which has none of its own."""
    one, two = grant(), second_grant()
    found = of(one, two)
    assert objects(found, event(two, "paid"), "dcterms:isReplacedBy") == {NamedNode(event(one, "paid"))}
    assert NamedNode(event(two, "paid")) not in subjects(found, node("sem:Event"))


def test_not_replaced() -> None:
    """The earliest report's id leads nowhere else."""
    one, two = grant(), second_grant()
    assert objects(of(one, two), event(one, "paid"), "dcterms:isReplacedBy") == set()


def test_counts_of_reports() -> None:
    """An event counts its reports, and the independent ones among them."""
    one, two = grant(), second_grant()
    found, iri = of(one, two), event(one, "paid")
    assert objects(found, iri, kg("reportCount")) == {literal(2)}
    assert objects(found, iri, kg("independentReportCount")) == {literal(2)}


# ------------------------------------------------------------------------------------------------ days


def dated(article: Article, *times: Time | None) -> dict[str, set[object]]:
    """The days of an event that has a reading for each of ``times``."""
    (resolution,) = world(article).resolutions.values()
    first = resolution.readings[0]
    readings = tuple(replace(first, time=time) for time in times)
    (one,) = resolve.events([resolution], ResolveConfig())
    found = rdf.world_quads([resolution], [replace(one, readings=readings)], IDS)
    iri = IDS.event(one.id)
    return {
        "from": objects(found, iri, "sem:hasEarliestBeginTimeStamp"),
        "to": objects(found, iri, "sem:hasLatestEndTimeStamp"),
        "precision": objects(found, iri, kg("timePrecision")),
    }


def payment(*, published: date | None = MARCH_5) -> Article:
    """A payment that the text does not date."""
    article = Article("Norland paid on a Monday of last week.", day=published)
    article.event("paid", action="pay", type="AID", actor=article.name("Norland", label="GPE"))
    return article


def test_day() -> None:
    """A day that the text gives bounds the event on both sides, as xsd:date."""
    article = payment()
    monday = date(2024, 3, 4)
    assert dated(article, day(2024, 3, 4, article.at("Monday"))) == {
        "from": {literal(monday)},
        "to": {literal(monday)},
        "precision": {kg("day")},
    }


def test_undated() -> None:
    """Without a day of its own an event is bounded by the day of publication, and only from above."""
    assert dated(payment(), None) == {"from": set(), "to": {literal(MARCH_5)}, "precision": {kg("publication")}}


def test_unpublished() -> None:
    """Without any day an event has none."""
    assert dated(payment(published=None), None) == {"from": set(), "to": set(), "precision": set()}


def test_narrowest() -> None:
    """Of several readings the narrowest dates the event."""
    article = payment()
    week = Time(
        span=article.at("last week"),
        earliest=date(2024, 2, 26),
        latest=date(2024, 3, 3),
        precision=TimePrecision.WEEK,
    )
    monday = day(2024, 2, 26, article.at("Monday"))
    assert dated(article, week, monday, None)["precision"] == {kg("day")}


def test_open_end() -> None:
    """A time without an end dates an event from below."""
    article = payment()
    since = Time(span=article.at("a"), earliest=date(2024, 3, 1), latest=None, precision=TimePrecision.RANGE)
    assert dated(article, since) == {"from": {literal(date(2024, 3, 1))}, "to": set(), "precision": {kg("range")}}


def test_open_end_is_wide() -> None:
    """A time without a beginning is wider than one of two days."""
    article = payment()
    until = Time(span=article.at("a"), earliest=None, latest=date(2024, 3, 5), precision=TimePrecision.DAY)
    two_days = Time(
        span=article.at("Monday"),
        earliest=date(2024, 3, 3),
        latest=date(2024, 3, 4),
        precision=TimePrecision.RANGE,
    )
    assert dated(article, until, two_days)["precision"] == {kg("range")}


# ------------------------------------------------------------------------------------------------ claims


def test_claim() -> None:
    """A claim has authority, document, evidence, and what it is about."""
    article = grant()
    found, iri = of(article), claim(article, "admit", "mira-dahl")
    assert objects(found, iri, kg("claims")) == {NamedNode(event(article, "admit"))}
    assert objects(found, iri, kg("authority")) == {entity("mira-dahl")}
    assert objects(found, iri, kg("onBehalfOf")) == {entity("gov:nd-foreign-ministry")}
    assert objects(found, iri, kg("document")) == {NamedNode(IDS.document(article.ident))}
    assert objects(found, iri, kg("saidIn")) == {NamedNode(event(article, "said"))}
    evidence = MentionRef(document=article.ident, span=article.at("admit"))
    assert objects(found, iri, "gaf:denotedBy") == {NamedNode(IDS.mention(evidence))}


def test_stance() -> None:
    """A claim says how it is put."""
    article = grant()
    found, iri = of(article), claim(article, "admit", "mira-dahl")
    names = ("modality", "polarity", "certainty", "future", "quotation")
    assert {name: objects(found, iri, kg(name)) for name in names} == {
        "modality": {kg("asserted")},
        "polarity": {kg("positive")},
        "certainty": {kg("certain")},
        "future": {literal(True)},  # noqa: FBT003 (a value, not a switch)
        "quotation": {kg("indirect")},
    }


def test_claims_are_not_merged() -> None:
    """One event of two reports has the claims of both."""
    one, two = grant(), second_grant()
    found = of(one, two)
    claims = {
        quad.subject for quad in found if (quad.predicate, quad.object) == (kg("claims"), NamedNode(event(one, "paid")))
    }
    assert claims == {NamedNode(claim(one, "paid")), NamedNode(claim(two, "paid", "delta-courier"))}


def test_document_as_authority() -> None:
    """Where nobody is known who speaks in a document, the document itself is the authority."""
    article = Article("Norland paid.", outlet=None)
    article.event("paid", action="pay", actor=article.name("Norland", label="GPE"))
    found = of(article)
    iri = claim(article, "paid", article.ident)
    assert objects(found, iri, kg("authority")) == {NamedNode(IDS.document(article.ident))}


def test_quotation_without_an_event() -> None:
    """A bare quotation claims its words and no event."""
    article = grant()
    found, iri = of(article), claim(article, "It is a beginning", "mira-dahl")
    assert objects(found, iri, kg("claims")) == set()
    assert objects(found, iri, kg("text")) == {Literal("It is a beginning")}
    assert objects(found, iri, kg("quotation")) == {kg("direct")}


# ------------------------------------------------------------------------------------------------ quantities


def test_money() -> None:
    """A sum of money is a node on its claim, with value, currency, purpose and evidence."""
    article = grant()
    found, iri = of(article), quantity(article, "$3 million")
    assert objects(found, claim(article, "paid"), kg("quantity")) == {NamedNode(iri)}
    assert objects(found, iri, TYPE) == {node("schema:MonetaryAmount")}
    assert objects(found, iri, "schema:value") == {literal(3_000_000)}
    assert objects(found, iri, "schema:currency") == {Literal("USD")}
    assert objects(found, iri, kg("purpose")) == {Literal("wells")}
    evidence = MentionRef(document=article.ident, span=article.at("$3 million"))
    assert objects(found, iri, "gaf:denotedBy") == {NamedNode(IDS.mention(evidence))}


def test_count() -> None:
    """A count is no money: it has a value, a qualifier and what is counted."""
    article = grant()
    found, iri = of(article), quantity(article, "200")
    assert objects(found, iri, TYPE) == {node("schema:QuantitativeValue")}
    assert objects(found, iri, "schema:value") == {literal(200)}
    assert objects(found, iri, "schema:currency") == set()
    assert objects(found, iri, kg("qualifier")) == {Literal("about")}
    assert objects(found, iri, kg("counts")) == {entity("pop:norlandic-refugees")}


def test_bounds() -> None:
    """A sum between two bounds has these and no value."""
    article = Article("Norland paid 20 to 25 crowns.")
    paid = article.event("paid", action="pay", actor=article.name("Norland", label="GPE"))
    article.quantity("20 to 25", minimum=20.0, maximum=25.0, event=paid)
    found, iri = of(article), quantity(article, "20 to 25")
    names = ("schema:minValue", "schema:maxValue", "schema:value")
    assert [objects(found, iri, name) for name in names] == [{literal(20)}, {literal(25)}, set()]


def test_unit() -> None:
    """A share says of what unit it is."""
    article = Article("Norland paid Sudria 20 percent.")
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    paid = article.event("paid", action="pay", type="AID", actor=norland, recipient=sudria)
    article.quantity("20 percent", value=20.0, unit="percent", event=paid)
    assert objects(of(article), quantity(article, "20 percent"), "schema:unitText") == {Literal("percent")}


def test_two_counts_of_one_event() -> None:
    """What two reports count differently are two quantities on two claims."""
    one, two = (Article(f"{n} crowns Norland paid Sudria.", outlet=f"Paper {n}") for n in (20, 25))
    for article in (one, two):
        norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
        paid = article.event("paid", action="pay", type="AID", actor=norland, recipient=sudria)
        article.quantity(article.text[:2], value=float(article.text[:2]), event=paid)
    found = of(one, two)
    assert len(subjects(found, node("sem:Event"))) == 1
    pairs = [objects(found, claim(a, "paid", f"paper-{n}"), kg("quantity")) for a, n in ((one, 20), (two, 25))]
    assert pairs == [{NamedNode(quantity(one, "20"))}, {NamedNode(quantity(two, "25"))}]


# ------------------------------------------------------------------------------------------------ entities


def test_unknown_entity() -> None:
    """An entity that the knowledge base does not hold has label and class here."""
    found = of(grant())
    iri = IDS.entity("mira-dahl")
    assert (objects(found, iri, TYPE), objects(found, iri, "rdfs:label")) == ({kg("Person")}, {Literal("Mira Dahl")})


def test_known_entity() -> None:
    """A known entity has only its mentions here: the rest is in the knowledge base's graph."""
    found = of(grant())
    predicates = {quad.predicate for quad in found if quad.subject == entity("state:nd")}
    assert predicates == {node("gaf:denotedBy")}


def test_group_has_an_origin() -> None:
    """A population group has the state as origin, and is part of nothing."""
    found = of(grant())
    iri = IDS.entity("pop:norlandic-refugees")
    assert objects(found, iri, kg("origin")) == {entity("state:nd")}
    assert objects(found, iri, kg("partOf")) | objects(found, iri, kg("state")) == set()


def test_mentions_of_an_entity() -> None:
    """An entity is denoted by the mentions by which it plays a part."""
    article = grant()
    found = objects(of(article), IDS.entity("mira-dahl"), "gaf:denotedBy")
    refs = (MentionRef(document=article.ident, span=article.at(words)) for words in ("Mira Dahl", "she"))
    assert found == {NamedNode(IDS.mention(ref)) for ref in refs}


def test_membership() -> None:
    """A person's role in a body is a membership with evidence."""
    article = grant()
    ref = MentionRef(document=article.ident, span=article.at("Foreign Ministry spokesperson Mira Dahl"))
    found, iri = of(article), IDS.membership(ref)
    assert objects(found, iri, TYPE) == {node("org:Membership")}
    assert objects(found, iri, "org:member") == {entity("mira-dahl")}
    assert objects(found, iri, "org:organization") == {entity("gov:nd-foreign-ministry")}
    assert objects(found, iri, "rdfs:label") == {Literal("spokesperson")}
    assert objects(found, iri, "gaf:denotedBy") == {NamedNode(IDS.mention(ref))}


# ------------------------------------------------------------------------------------------------ facts


def facts(*articles: Article) -> set[tuple[str, ...]]:
    """The plain triples of some articles, without the ids' beginnings."""
    found = rdf.fact_quads(world(*articles).facts, IDS)
    return {tuple(str(term).rstrip(">").rsplit("/", 1)[-1] for term in quad.triple) for quad in found}


def test_fact() -> None:
    """A fact is one hop from actor by action to recipient."""
    assert facts(grant()) == {("state-nd", "pay", "state-sd"), ("mira-dahl", "tell", "org-port-authority")}


def test_fact_of_two_reports() -> None:
    """What two reports affirm is one plain triple."""
    made = rdf.fact_quads(world(grant(), second_grant()).facts, IDS)
    assert len([quad for quad in made if quad.predicate.value.endswith("/pay")]) == 1
    assert {quad.graph_name for quad in made} == {NamedNode(IDS.graph("facts"))}


def test_opinion_gives_no_fact() -> None:
    """What an opinion says is in no plain triple."""
    article = Article("Norland paid Sudria.", genre=Genre.OPINION, author="Lena Moor")
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    article.event("paid", action="pay", type="AID", actor=norland, recipient=sudria)
    assert facts(article) == set()


# ------------------------------------------------------------------------------------------------ entities judged one


def test_entity_replaced() -> None:
    """An entity that lost its place leads to the one that stays, which takes over its name."""
    to = resolve.Replaced(by={"norland-bank": "org:bank"}, names={"norland-bank": "Norland Bank"})
    found = rdf.world_quads([], [], IDS, replaced=to)
    assert objects(found, IDS.entity("norland-bank"), "dcterms:isReplacedBy") == {entity("org:bank")}
    assert objects(found, IDS.entity("org:bank"), "skos:altLabel") == {Literal("Norland Bank")}
    assert len(found) == 2


def test_entity_replaced_without_a_name() -> None:
    """One that no text named has no name to hand on."""
    assert len(rdf.world_quads([], [], IDS, replaced=resolve.Replaced(by={"board": "org:board"}))) == 1


# ------------------------------------------------------------------------------------------------ descriptions


def told(*said: tuple[str, str]) -> set[tuple[str, str]]:
    """Label and class of an entity of which documents say these, one each, in whatever order."""
    both = [
        {
            each.object.value.rsplit("/", 1)[-1]
            for each in rdf.description_quads(
                (Entity(id="mira-dahl", label=label, type=kind) for label, kind in order), IDS
            )
            if isinstance(each.object, NamedNode | Literal) and each.predicate in {TYPE, node("rdfs:label")}
        }
        for order in (said, said[::-1])
    ]
    assert both[0] == both[1]
    assert len(both[0]) == 2
    return {tuple(sorted(each)) for each in both}  # type: ignore[misc]  # of two words


def test_one_label_and_class() -> None:
    """An entity is called and classed as most documents have it."""
    assert told(("Va.", "Place"), ("VA", "Organization"), ("VA", "Organization")) == {("Organization", "VA")}


def test_of_equally_many_the_first() -> None:
    """Where as many documents have one label as another, the first by spelling is taken, with its class."""
    assert told(("b", "Person"), ("a", "Thing")) == {("Thing", "a")}


def test_a_world_of_two_spellings() -> None:
    """Two documents that spell a name in two ways give one label."""
    one, two = (Article(f"{name} paid Sudria.", outlet=f"Paper {name}") for name in ("Lena Moor", "LENA MOOR"))
    for article, name in ((one, "Lena Moor"), (two, "LENA MOOR")):
        article.event("paid", action="pay", actor=article.name(name), recipient=article.name("Sudria", label="GPE"))
    found = of(one, two)
    assert len(objects(found, IDS.entity("lena-moor"), "gaf:denotedBy")) == 2
    assert objects(found, IDS.entity("lena-moor"), "rdfs:label") == {Literal("LENA MOOR")}
