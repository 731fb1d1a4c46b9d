"""Articles made by hand: a text, and the mentions that a reader would mark in it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from kg import data, rdf, resolve
from kg.config import ResolveConfig
from kg.ids import VOCABULARIES, Ids, document_id
from kg.model import (
    Affiliation,
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Document,
    EntityMention,
    EventMention,
    Extraction,
    Genre,
    MentionKind,
    Modality,
    Polarity,
    Proposition,
    Quantity,
    Quotation,
    Resolution,
    Role,
    RoleName,
    Span,
    Standing,
    Time,
    TimePrecision,
)
from kg.ontology.actors import LEADING, Actor, Tenure, from_actors
from kg.pipeline import World
from kg.resolve.coreference import links
from kg.store import Graph

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.ontology import KnowledgeBase

MARCH_5 = date(2024, 3, 5)

KNOWLEDGE = from_actors(
    {
        actor.id: actor
        for actor in (
            Actor(id="state:us", type="State", name="United States", country="US", wikidata="Q1"),
            Actor(
                id="gov:us-government",
                type="GovernmentBody",
                name="Government of the United States",
                metonyms=("Washington",),
                country="US",
                parent="state:us",
            ),
            Actor(
                id="gov:us-department-of-state",
                type="GovernmentBody",
                name="US Department of State",
                aliases=("State Department",),
                country="US",
                parent="gov:us-government",
            ),
            Actor(id="city:us-washington", type="City", name="Washington", country="US", parent="state:us"),
            Actor(
                id="state:nd",
                type="State",
                name="Norland",
                demonyms=("Norlandic", "Norlanders"),
                country="ND",
                wikidata="Q2",
            ),
            Actor(id="state:sd", type="State", name="Sudria", demonyms=("Sudrian", "Sudrians"), country="SD"),
            Actor(
                id="gov:nd-foreign-ministry",
                type="GovernmentBody",
                name="Foreign Ministry of Norland",
                aliases=("Foreign Ministry",),
                country="ND",
                parent="state:nd",
            ),
            Actor(
                id="gov:sd-foreign-ministry",
                type="GovernmentBody",
                name="Foreign Ministry of Sudria",
                aliases=("Foreign Ministry",),
                country="SD",
                parent="state:sd",
            ),
            Actor(
                id="org:who",
                type="IntergovernmentalOrganization",
                name="World Health Organization",
                aliases=("WHO",),
            ),
            Actor(id="org:refugee-office", type="IntergovernmentalOrganization", name="High Office for Refugees"),
            Actor(id="org:harbour-post", type="MediaOrganization", name="Harbour Post", country="ND"),
            Actor(id="org:port-authority", type="GovernmentBody", name="Port Authority", country="SD"),
            Actor(id="person:dana-whit", type="Person", name="Dana Whit", aliases=("Whit",)),
            Actor(id="person:lo-tarn", type="Person", name="Lo Tarn", country="ND"),
            Actor(id="person:bo-ki-lan", type="Person", name="Bo Ki-lan", country="KR"),
            Actor(id="city:sd-port-vell", type="City", name="Port Vell", country="SD", parent="state:sd"),
            Actor(id="pop:refugees", type="PopulationGroup", name="refugees", aliases=("refugee",)),
            Actor(id="pop:old-sudrians", type="PopulationGroup", name="Old Sudrians", origin="state:sd"),
        )
    },
    genders={"Mira": "feminine", "Ella": "feminine", "Tor": "masculine", "widow": "feminine"},
    holders={
        (title, "whit"): (Tenure("person:dana-whit", "2020-01-01", ""),)
        for title in ("premier", LEADING, "governor", "wool nominee")
    }
    | {(LEADING, "tarn"): (Tenure("person:lo-tarn", "2020-01-01", "2022"),)},
    role_kin={"justice": "judge", "gop": "republican"},
)

_PRONOUNS = {
    "he": ("singular", "masculine"),
    "him": ("singular", "masculine"),
    "she": ("singular", "feminine"),
    "her": ("singular", "feminine"),
    "herself": ("singular", "feminine"),
    "who": ("singular", None),
    "it": ("singular", "neuter"),
    "its": ("singular", "neuter"),
    "they": ("plural", None),
    "their": ("plural", None),
    "we": ("plural", "first"),
    "you": (None, "second"),
    "i": ("singular", "first"),
}


class Article:
    """A document and its text layer; each method marks the ``nth`` place of some words and returns its span."""

    def __init__(  # noqa: PLR0913 (what a document is known by)
        self,
        text: str,
        *,
        outlet: str | None = "Harbour Post",
        day: date | None = MARCH_5,
        genre: Genre | None = Genre.REPORT,
        author: str | None = None,
        title: str | None = None,
        heading: str | None = None,
        heading_kind: BlockKind = BlockKind.HEADING,
    ) -> None:
        """A document without a mention; a sentence ends at each full stop. It may begin with a heading."""
        self.text = text
        self._document = Document(
            name="article",
            text=text,
            title=title,
            outlet=outlet,
            author=author,
            date=day,
            url="https://harbour-post.example/article",
            language="en",
            genre=genre,
            dateline="PORT VELL",
            blocks=_blocks(text, heading, heading_kind),
        )
        self.sentences = tuple(Span(*found.span()) for found in re.finditer(r"[^.\s][^.]*\.?", text))
        self._entities: list[EntityMention] = []
        self._events: list[EventMention] = []
        self._attributions: list[Attribution] = []
        self._quantities: list[Quantity] = []
        self._affiliations: list[Affiliation] = []

    @property
    def document(self) -> Document:
        """The document alone."""
        return self._document

    @property
    def ident(self) -> str:
        """The document's id."""
        return document_id(self._document)

    def at(self, words: str, nth: int = 1) -> Span:
        """Where ``words`` stand for the ``nth`` time."""
        places = [found.start() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self.text)]
        return Span(places[nth - 1], places[nth - 1] + len(words))

    # -------------------------------------------------------------------------------------------- entities

    def name(  # noqa: PLR0913 (what a mention shows)
        self,
        words: str,
        nth: int = 1,
        *,
        label: str | None = "PERSON",
        called: str | None = None,
        number: str | None = "singular",
        gender: str | None = None,
        apposition: Span | None = None,
        standing: Standing | None = None,
    ) -> Span:
        """A named mention; after an article, its name is the words without it."""
        return self._mention(
            EntityMention(
                span=self.at(words, nth),
                kind=MentionKind.NAMED,
                head=self.at(words, nth),
                lemma=words.rsplit(maxsplit=1)[-1].lower(),
                name=called or words.removeprefix("The ").removeprefix("the "),
                type=label,
                number=number,
                gender=gender,
                definite=words.lower().startswith("the "),
                apposition=apposition,
                standing=standing,
            )
        )

    def noun(  # noqa: PLR0913 (what a mention shows)
        self,
        words: str,
        nth: int = 1,
        *,
        name: str | None = None,
        number: str = "singular",
        origin: str | None = None,
        apposition: Span | None = None,
        standing: Standing | None = None,
        label: str | None = None,
        definite: bool = False,
    ) -> Span:
        """A nominal mention: definite when it starts with "the"; its name leaves the article out."""
        span = self.at(words, nth)
        return self._mention(
            EntityMention(
                span=span,
                kind=MentionKind.NOMINAL,
                head=Span(span.end - len(words.rsplit(maxsplit=1)[-1]), span.end),
                lemma=words.rsplit(maxsplit=1)[-1].lower(),
                name=name or re.sub(r"(?i)^(the|a) ", "", words),
                number=number,
                definite=definite or words.lower().startswith("the "),
                origin=origin,
                apposition=apposition,
                standing=standing,
                type=label,
            )
        )

    def pronoun(
        self,
        word: str,
        nth: int = 1,
        *,
        speaker: Span | None = None,
        standing: Standing | None = None,
        apposition: Span | None = None,
    ) -> Span:
        """A pronominal mention, with the number and gender of its word."""
        number, gender = _PRONOUNS[word.lower()]
        return self._mention(
            EntityMention(
                span=self.at(word, nth),
                kind=MentionKind.PRONOMINAL,
                head=self.at(word, nth),
                lemma="it" if word.lower() == "its" else word.lower(),
                name=word,
                number=number,
                gender=gender,
                speaker=speaker,
                standing=standing,
                apposition=apposition,
            )
        )

    def _mention(self, mention: EntityMention) -> Span:
        self._entities.append(mention)
        return mention.span

    # -------------------------------------------------------------------------------------------- events and the rest

    def event(  # noqa: PLR0913 (what an event mention shows)
        self,
        word: str,
        nth: int = 1,
        *,
        action: str,
        type: str | None = None,  # noqa: A002 (the name of the field)
        mode: str | None = None,
        actor: Span | tuple[Span, ...] = (),
        recipient: Span | tuple[Span, ...] = (),
        place: Span | tuple[Span, ...] = (),
        theme: Span | None = None,
        theme_event: Span | None = None,
        actor_event: Span | None = None,
        words: Span | None = None,
        modality: Modality = Modality.ASSERTED,
        polarity: Polarity = Polarity.POSITIVE,
        certainty: Certainty = Certainty.CERTAIN,
        future: bool = False,
        reciprocal: bool = False,
        quoted: bool = False,
        passive: bool = False,
        nominal: bool = False,
        time: Time | None = None,
        cue: Span | None = None,
        cue_class: str | None = None,
        misread: bool = False,
        lacking: bool = False,
        undecided: bool = False,
        reasons: tuple[str, ...] = (),
    ) -> Span:
        """An event mention; ``words`` is the whole phrase of its theme, ``passive`` makes the recipient its subject."""
        parts = [
            Role(name=name, span=span, words=span, pattern=pattern, mention=span)
            for name, pattern, spans in (
                (RoleName.ACTOR, "subject", actor),
                (RoleName.RECIPIENT, "subject of a passive" if passive else "object", recipient),
                (RoleName.PLACE, "in", place),
            )
            for span in ((spans,) if isinstance(spans, Span) else spans)
        ]
        if actor_event:
            both = {"span": actor_event, "words": actor_event, "mention": actor_event, "event": actor_event}
            parts.append(Role(name=RoleName.ACTOR, pattern="subject", **both))
        if whole := words or theme or theme_event:
            role = Role(
                name=RoleName.THEME, span=whole, words=whole, pattern="object", mention=theme, event=theme_event
            )
            parts.append(role)
        if time:
            parts.append(Role(name=RoleName.TIME, span=time.span, words=time.span, pattern="time"))
        span = self.at(word, nth)
        self._events.append(
            EventMention(
                span=span,
                sentence=next(sentence for sentence in self.sentences if sentence.covers(span)),
                action=action,
                type=type,
                mode=mode,
                lexeme=action if type else None,
                roles=tuple(sorted(parts, key=lambda role: role.span)),
                polarity=polarity,
                certainty=certainty,
                future=future,
                modality=modality,
                reciprocal=reciprocal,
                quoted=quoted,
                nominal=nominal,
                time=time,
                cue=cue,
                cue_class=cue_class,
                misread=misread,
                lacking=lacking,
                undecided=undecided,
                reasons=reasons,
            )
        )
        return span

    def attribution(  # noqa: PLR0913 (what an attribution shows)
        self,
        *words: str,
        authority: Span | None = None,
        events: tuple[Span, ...] = (),
        saying: Span | None = None,
        head: Span | None = None,
        cue: Span | None = None,
        quotation: Quotation = Quotation.INDIRECT,
        pattern: str = "clause",
    ) -> None:
        """Who claims the content ``words``, a stretch each."""
        self._attributions.append(
            Attribution(
                content=tuple(self.at(stretch) for stretch in words),
                quotation=quotation,
                cue=cue or saying,
                authority=authority,
                saying=saying,
                head=head,
                events=events,
                pattern=pattern,
            )
        )

    def quantity(  # noqa: PLR0913 (what a quantity shows)
        self,
        words: str,
        *,
        value: float | None = None,
        minimum: float | None = None,
        maximum: float | None = None,
        currency: str | None = None,
        unit: str | None = None,
        qualifier: str | None = None,
        purpose: str | None = None,
        counts: Span | None = None,
        event: Span | None = None,
    ) -> Span:
        """Money, with a currency, or a count or share."""
        quantity = Quantity(
            span=self.at(words),
            value=value,
            minimum=minimum,
            maximum=maximum,
            currency=currency,
            unit=unit,
            qualifier=qualifier,
            purpose=purpose,
            counts=counts,
            event=event,
        )
        self._quantities.append(quantity)
        return quantity.span

    def affiliation(self, words: str, *, person: Span, role: str, body: Span | None = None) -> None:
        """A person's role."""
        self._affiliations.append(Affiliation(span=self.at(words), person=person, role=role, body=body))

    def extraction(self) -> Extraction:
        """The text layer so far, sorted by span."""
        return Extraction(
            document=self._document,
            sentences=self.sentences,
            entities=tuple(sorted(self._entities, key=lambda mention: mention.span)),
            events=tuple(sorted(self._events, key=lambda event: event.span)),
            attributions=tuple(sorted(self._attributions, key=lambda attribution: attribution.content)),
            quantities=tuple(sorted(self._quantities, key=lambda quantity: quantity.span)),
            affiliations=tuple(sorted(self._affiliations, key=lambda affiliation: affiliation.span)),
            propositions=(Proposition(subject="Norland", relation="paid", object="Sudria"),),
            dropped=(("verb without a subject", 2),),
        )

    # -------------------------------------------------------------------------------------------- graph layer

    def led(self, span: Span, *, sentences: int = 3) -> tuple[str, str] | None:
        """Where a mention leads, and by which sieve."""
        config = ResolveConfig(pronoun_sentences=sentences)
        link = links(self.extraction(), KNOWLEDGE, country=None, config=config).get(span)
        return (link.entity, link.sieve) if link else None

    def resolution(self, knowledge: KnowledgeBase = KNOWLEDGE) -> Resolution:
        """The document resolved with a knowledge base."""
        return resolve.resolution(self.extraction(), knowledge, ResolveConfig())


def _blocks(text: str, heading: str | None, kind: BlockKind) -> tuple[Block, ...]:
    start = len(heading) if heading else 0
    first = (Block(kind=kind, span=Span(0, start)),) if heading else ()
    return (*first, Block(kind=BlockKind.PARAGRAPH, span=Span(start, len(text))))


def day(year: int, month: int, number: int, span: Span) -> Time:
    """A time of one day, read from ``span``."""
    when = date(year, month, number)
    return Time(span=span, earliest=when, latest=when, precision=TimePrecision.DAY)


def caused() -> Article:
    """A report in which an event does something: a refusal that angers a state."""
    article = Article("Norland's refusal angered Sudria.")
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    article.noun("refusal")
    refusal = article.event("refusal", action="refuse", type="REJECT", actor=norland)
    article.event("angered", action="anger", actor_event=refusal, recipient=sudria)
    return article


def grant() -> Article:
    """A report that has one of everything: a payment, a spokesperson's claim, money, a count, a bare quotation."""
    article = Article(
        "Norland paid Sudria $3 million for wells on Monday. "
        "Foreign Ministry spokesperson Mira Dahl said that Sudria would admit about 200 Norlandic refugees. "
        "“It is a beginning”, she told the Port Authority."
    )
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    ministry, dahl = article.name("Foreign Ministry", label="ORG"), article.name("Mira Dahl", gender="feminine")
    again = article.name("Sudria", 2, label="GPE")
    refugees = article.noun("Norlandic refugees", number="plural", origin="Norlandic", name="Norlandic refugees")
    she, port = article.pronoun("she"), article.name("Port Authority", label="ORG")
    monday = day(2024, 3, 4, article.at("Monday"))
    paid = article.event("paid", action="pay", type="AID", actor=norland, recipient=sudria, time=monday)
    admit = article.event("admit", action="admit", type="COOPERATE", actor=again, recipient=refugees, future=True)
    said = article.event("said", action="say", actor=dahl, theme_event=admit)
    told = article.event("told", action="tell", type="CONSULT", actor=she, recipient=port)
    article.attribution(
        "Sudria would admit about 200 Norlandic refugees", authority=dahl, events=(admit,), head=admit, saying=said
    )
    article.attribution("It is a beginning", authority=she, saying=told, quotation=Quotation.DIRECT)
    article.quantity("$3 million", value=3_000_000.0, currency="USD", purpose="wells", event=paid)
    article.quantity("200", value=200.0, qualifier="about", counts=refugees, event=admit)
    article.affiliation("Foreign Ministry spokesperson Mira Dahl", person=dahl, role="spokesperson", body=ministry)
    return article


def second_grant() -> Article:
    """Another outlet's report of the payment, a day later."""
    article = Article(
        "Sudria says little. Norland has paid Sudria a grant.", outlet="Delta Courier", day=date(2024, 3, 6)
    )
    article.event(
        "paid",
        action="pay",
        type="AID",
        actor=article.name("Norland", label="GPE"),
        recipient=article.name("Sudria", 2, label="GPE"),
    )
    return article


# ------------------------------------------------------------------------------------------------ the whole graph


def world(*articles: Article) -> World:
    """Everything that some articles denote, by ``KNOWLEDGE``."""
    extractions = {article.ident: article.extraction() for article in articles}
    resolutions = {article.ident: article.resolution() for article in articles}
    events = resolve.events(resolutions.values(), ResolveConfig())
    claims = [claim for resolution in resolutions.values() for claim in resolution.claims]
    return World(
        extractions=extractions,
        resolutions=resolutions,
        base=KNOWLEDGE,
        events=events,
        facts=resolve.facts(events, claims),
    )


def graph(found: World) -> Graph:
    """The graph of a world, in memory."""
    ids, made = Ids(), Graph.memory()
    for ident, resolution in found.resolutions.items():
        text_layer = found.extractions[ident]
        home = resolve.outlet(text_layer.document, KNOWLEDGE)
        made.bulk(rdf.document_quads(text_layer, resolution, ids, outlet=home))
    entities = {entity.id for resolution in found.resolutions.values() for entity in resolution.entities}
    origins = {e.origin for resolution in found.resolutions.values() for e in resolution.entities if e.origin}
    made.bulk(rdf.knowledge_quads(entities | origins, KNOWLEDGE, ids))
    made.bulk(rdf.world_quads(found.resolutions.values(), found.events, ids))
    made.bulk(rdf.fact_quads(found.facts, ids))
    made.bulk(_classes())
    return made


@cache
def _classes() -> tuple[ox.Quad, ...]:
    """What the ontology says of classes: which is below which, and what is a concept."""
    kept = {VOCABULARIES["rdf"] + "type", VOCABULARIES["rdfs"] + "subClassOf"}
    return tuple(quad for quad in rdf.ontology_quads(data.folder("ontology"), Ids()) if quad.predicate.value in kept)
