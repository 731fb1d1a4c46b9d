"""One document resolved: which events are kept, what fills their roles, which entities they need."""

from __future__ import annotations

import pytest

from kg.model import Entity, Genre, MentionRef, Modality, Participant, Polarity, Quotation, RoleName, Span
from tests.articles import Article, day, grant


def kept(article: Article) -> list[str]:
    """The triggers of the events that are kept."""
    return [reading.mention.span.of(article.text) for reading in article.resolution().readings]


def entity(article: Article, ident: str) -> Entity:
    """One entity of an article."""
    return next(each for each in article.resolution().entities if each.id == ident)


# ------------------------------------------------------------------------------------------------ which events are kept


@pytest.mark.parametrize("kind", [None, "AID"])
def test_party(kind: str | None) -> None:
    """An event with an actor of a known kind is kept, with or without a type."""
    article = Article("Norland paid.")
    article.event("paid", action="pay", type=kind, actor=article.name("Norland", label="GPE"))
    assert kept(article) == ["paid"]


def test_thing_without_a_type() -> None:
    """An untyped event whose only party is a thing of no known kind is left out."""
    article = Article("The crane fell.")
    article.event("fell", action="fall", actor=article.noun("The crane"))
    assert kept(article) == []


def test_group_without_a_type() -> None:
    """People are a party, whatever they do."""
    article = Article("Dockers fell.")
    article.event("fell", action="fall", actor=article.name("Dockers", label="NORP"))
    assert kept(article) == ["fell"]


def test_thing_with_a_type() -> None:
    """A typed event is kept with a party of no known kind, too."""
    article = Article("The dockers marched.")
    article.event("marched", action="march", type="PROTEST", actor=article.noun("The dockers", number="plural"))
    assert kept(article) == ["marched"]


def test_type_alone() -> None:
    """A typed event without party or theme is left out."""
    article = Article("Marching followed.")
    article.event("Marching", action="march", type="PROTEST")
    assert kept(article) == []


@pytest.mark.parametrize(("dated", "expected"), [(True, ["fell"]), (False, [])])
def test_setting(dated: bool, expected: list[str]) -> None:  # noqa: FBT001 (a parameter of the test)
    """An untyped event without parties is kept with a theme and a setting, not with a theme alone."""
    article = Article("Prices fell on Monday.")
    time = day(2024, 3, 4, article.at("Monday")) if dated else None
    article.event("fell", action="fall", words=article.at("Prices"), time=time)
    assert kept(article) == expected


def test_headline() -> None:
    """A headline repeats what the text says better: its events are left out, those below are not."""
    article = Article("Norland pays. Norland paid.", heading="Norland pays.")
    first, second = article.name("Norland", label="GPE"), article.name("Norland", 2, label="GPE")
    article.event("pays", action="pay", type="AID", actor=first)
    article.event("paid", action="pay", type="AID", actor=second)
    assert kept(article) == ["paid"]


def test_speech_event_of_a_kept_event() -> None:
    """The speech event of a kept event is kept with it, though its speaker leads nowhere."""
    article = Article("Many say Norland paid.")
    paid = article.event("paid", action="pay", type="AID", actor=article.name("Norland", label="GPE"))
    say = article.event("say", action="say")
    article.attribution("Norland paid", events=(paid,), saying=say)
    assert kept(article) == ["say", "paid"]


def test_speech_event_alone() -> None:
    """A speech event of nobody, with nothing kept in it, is left out."""
    article = Article("Many say it rained.")
    rained = article.event("rained", action="rain")
    article.attribution("it rained", events=(rained,), saying=article.event("say", action="say"))
    assert kept(article) == []


# ------------------------------------------------------------------------------------------------ readings


def test_participants() -> None:
    """Each role of a reading has the entity that its mention leads to, and its words."""
    article = Article("Norland paid Sudria.")
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    article.event("paid", action="pay", type="AID", actor=norland, recipient=sudria)
    assert article.resolution().readings[0].participants == (
        Participant(
            role=RoleName.ACTOR,
            mention=MentionRef(document=article.ident, span=norland),
            words="Norland",
            entity="state:nd",
        ),
        Participant(
            role=RoleName.RECIPIENT,
            mention=MentionRef(document=article.ident, span=sudria),
            words="Sudria",
            entity="state:sd",
        ),
    )


def test_theme_is_an_event() -> None:
    """A theme that is a kept event leads to it."""
    article = Article("Norland asked Sudria to pay.")
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    pay = article.event("pay", action="pay", type="AID", actor=sudria, modality=Modality.REQUESTED)
    article.event("asked", action="ask", type="REQUEST", actor=norland, theme_event=pay)
    theme = next(p for p in article.resolution().readings[0].participants if p.role is RoleName.THEME)
    assert theme.event == MentionRef(document=article.ident, span=pay)


def test_theme_is_an_event_left_out() -> None:
    """A theme whose event is left out is only words."""
    article = Article("Norland asked for rain.")
    rain = article.event("rain", action="rain")
    article.event("asked", action="ask", type="REQUEST", actor=article.name("Norland", label="GPE"), theme_event=rain)
    theme = next(p for p in article.resolution().readings[0].participants if p.role is RoleName.THEME)
    assert (theme.event, theme.words) == (None, "rain")


def test_about() -> None:
    """A theme is about the entities in its words, but not about itself; no other role is about anything."""
    article = Article("Norland asked for the release of Mira Dahl in Sudria.")
    norland, dahl = article.name("Norland", label="GPE"), article.name("Mira Dahl")
    article.name("Sudria", label="GPE")
    words = article.at("the release of Mira Dahl in Sudria")
    article.event("asked", action="ask", type="REQUEST", actor=norland, theme=dahl, words=words)
    about = {part.role: part.about for part in article.resolution().readings[0].participants}
    assert about == {RoleName.ACTOR: (), RoleName.THEME: ("state:sd",)}


def test_published() -> None:
    """A reading knows the day its document was published."""
    article = grant()
    assert {reading.published for reading in article.resolution().readings} == {article.document.date}


# ------------------------------------------------------------------------------------------------ entities


def test_entities() -> None:
    """All entities that readings, claims, memberships and counts need are there, sorted by id."""
    assert [each.id for each in grant().resolution().entities] == [
        "gov:nd-foreign-ministry",
        "mira-dahl",
        "org:harbour-post",
        "org:port-authority",
        "pop:norlandic-refugees",
        "state:nd",
        "state:sd",
    ]


def test_entity_that_nothing_needs() -> None:
    """A name that plays no part is linked, but is no entity of the graph."""
    article = Article("Norland paid near Lake Ammer.")
    article.event("paid", action="pay", type="AID", actor=article.name("Norland", label="GPE"))
    lake = article.name("Lake Ammer", label="LOC")
    found = article.resolution()
    assert (lake, "lake-ammer", "own name") in found.links
    assert "lake-ammer" not in {each.id for each in found.entities}


def test_mentions_and_sieves() -> None:
    """An entity has all its mentions in the order of the text, each with the sieve that led there."""
    article = grant()
    dahl = entity(article, "mira-dahl")
    assert [ref.span.of(article.text) for ref in dahl.mentions] == ["Mira Dahl", "she"]
    assert dahl.links == ("own name", "pronoun")


def test_label_is_no_pronoun() -> None:
    """The label of an unknown entity is its name, though a pronoun or surname of it stands earlier."""
    article = Article("Dahl spoke. Mira Dahl smiled.")
    dahl, again = article.name("Dahl"), article.name("Mira Dahl")
    article.event("spoke", action="speak", actor=dahl)
    article.event("smiled", action="smile", actor=again)
    assert entity(article, "mira-dahl").label == "Mira Dahl"


def test_outlet_without_a_mention() -> None:
    """The outlet is an entity, though the text never names it."""
    assert entity(grant(), "org:harbour-post") == Entity(
        id="org:harbour-post", label="Harbour Post", type="MediaOrganization", known=True
    )


def test_unknown_outlet() -> None:
    """An outlet that the knowledge base does not hold is a medium by the name of the document."""
    article = Article("Norland paid.", outlet="Delta Courier")
    article.event("paid", action="pay", actor=article.name("Norland", label="GPE"))
    assert entity(article, "delta-courier") == Entity(
        id="delta-courier", label="Delta Courier", type="MediaOrganization"
    )


def test_author_of_an_opinion() -> None:
    """The author in whose voice an opinion speaks is an entity."""
    article = Article("Norland paid.", genre=Genre.OPINION, author="Lena Moor")
    article.event("paid", action="pay", actor=article.name("Norland", label="GPE"))
    assert entity(article, "lena-moor") == Entity(id="lena-moor", label="Lena Moor", type="Person")


def test_author_of_a_report() -> None:
    """The author of a report, in whose voice nothing is said, is none."""
    article = Article("Norland paid.", author="Lena Moor")
    article.event("paid", action="pay", actor=article.name("Norland", label="GPE"))
    assert "lena-moor" not in {each.id for each in article.resolution().entities}


def test_document_is_no_entity() -> None:
    """A document that speaks for itself is an authority and no entity."""
    article = Article("Norland paid.", outlet=None)
    article.event("paid", action="pay", actor=article.name("Norland", label="GPE"))
    found = article.resolution()
    assert {claim.authority for claim in found.claims} == {article.ident}
    assert [each.id for each in found.entities] == ["state:nd"]


@pytest.mark.parametrize(("pronoun", "kind"), [(True, "Person"), (False, "PopulationGroup")])
def test_authority_without_a_link(pronoun: bool, kind: str) -> None:  # noqa: FBT001 (a parameter of the test)
    """An authority whom no sieve names is an entity of this document, with its mention as evidence."""
    word = "She" if pronoun else "Onlookers"
    article = Article(f"{word} said “It is a beginning”.")
    span = article.pronoun(word) if pronoun else article.name(word, label="NORP")
    article.attribution("It is a beginning", authority=span, quotation=Quotation.DIRECT)
    ident = f"{word.lower()}-{article.ident}"
    found = {each.id: each for each in article.resolution().entities}
    if pronoun:
        ref = MentionRef(document=article.ident, span=span)
        assert found[ident] == Entity(id=ident, label=word, type=kind, mentions=(ref,))
    else:
        assert found[ident].type == kind


# ------------------------------------------------------------------------------------------------ the whole


def test_country_of_the_document() -> None:
    """The country of the outlet decides between bodies that share a name."""
    found = grant().resolution()
    assert {entity for _, entity, _ in found.links} >= {"gov:nd-foreign-ministry"}


def test_links_are_sorted() -> None:
    """Links are in the order of the text, one for each mention that leads somewhere."""
    spans = [span for span, _, _ in grant().resolution().links]
    assert spans == sorted(set(spans))


def test_claims_are_sorted() -> None:
    """Claims are in the order of the text."""
    mentions = [claim.mention for claim in grant().resolution().claims]
    assert mentions == sorted(mentions)


def test_same_input() -> None:
    """The same document resolves to the same records."""
    assert grant().resolution() == grant().resolution()


def test_order_of_mentions() -> None:
    """Mentions that share a beginning are told apart by their whole span."""
    article = Article("Port Authority spokesperson paid.")
    inner = article.name("Port Authority", label="ORG")
    outer = article.noun("Port Authority spokesperson")
    article.event("paid", action="pay", type="AID", actor=outer)
    found = {span: entity for span, entity, _ in article.resolution().links}
    assert found == {inner: "org:port-authority", outer: f"port-authority-spokesperson-{article.ident}"}


def test_evidence_lies_in_the_text() -> None:
    """Every span of a resolution covers words of its document."""
    article = grant()
    whole, found = Span(0, len(article.text)), article.resolution()
    refs = [ref for each in found.entities for ref in each.mentions] + [claim.mention for claim in found.claims]
    assert all(whole.covers(ref.span) for ref in refs)


# ------------------------------------------------------------------------------------------------ what says nothing


def test_verb_that_stands_for_another() -> None:
    """A verb that only stands for another verb is left out."""
    article = Article("Norland did.")
    article.event("did", action="do", actor=article.name("Norland", label="GPE"))
    assert article.resolution().left_out == ((article.at("did"), "says nothing by itself"),)


@pytest.mark.parametrize("polarity", list(Polarity))
def test_nothing_tells_whether_it_is_so(polarity: Polarity) -> None:
    """What no rule could tell to be so, or not to be so, is left out, with the reason."""
    article = Article("Norland paid.")
    actor = article.name("Norland", label="GPE")
    article.event("paid", action="pay", actor=actor, polarity=polarity, undecided=True)
    assert article.resolution().left_out == ((article.at("paid"), "nothing tells whether it is so"),)


def test_supposed_and_no_more_told() -> None:
    """What stands in a condition is kept as supposed."""
    article = Article("If Norland paid.")
    actor = article.name("Norland", label="GPE")
    article.event("paid", action="pay", actor=actor, modality=Modality.CONDITIONAL, undecided=True)
    assert kept(article) == ["paid"]


def test_verb_that_fills_a_pause() -> None:
    """*I mean* without anything meant is left out."""
    article = Article("Norland means.")
    article.event("means", action="mean", actor=article.name("Norland", label="GPE"))
    assert article.resolution().left_out == ((article.at("means"), "says nothing by itself"),)


def test_copula() -> None:
    """A copula that names neither an office nor a place is left out."""
    article = Article("Norland is poor.")
    article.event("is", action="be", actor=article.name("Norland", label="GPE"))
    assert kept(article) == []


def test_adjective_without_a_type() -> None:
    """An adjective that only describes a party is left out."""
    article = Article("Norland is aware.")
    article.event("aware", action="be aware", actor=article.name("Norland", label="GPE"))
    assert kept(article) == []


def test_adjective_with_a_type() -> None:
    """An adjective of a known type is kept."""
    article = Article("Norland is willing.")
    article.event("willing", action="be willing", type="AGREE", actor=article.name("Norland", label="GPE"))
    assert kept(article) == ["willing"]


def test_headline_of_another_story() -> None:
    """A line of words with capitals and no full stop is a headline, wherever it stands."""
    article = Article("Norland paid. Norland Paid Sudria Millions")
    first, second = article.name("Norland", label="GPE"), article.name("Norland", 2, label="GPE")
    article.event("paid", action="pay", type="AID", actor=first)
    article.event("Paid", action="pay", type="AID", actor=second)
    assert kept(article) == ["paid"]


def test_clause_whose_parse_contradicts_itself() -> None:
    """Who does what cannot be told from a parse that is wrong by its own signs."""
    article = Article("Norland paid.")
    article.event("paid", action="pay", type="AID", actor=article.name("Norland", label="GPE"), misread=True)
    assert kept(article) == []


def test_verb_without_its_complement() -> None:
    """A verb that lacks what it says little without says something where it was told after all."""
    article = Article("Norland relied on coal.")
    norland, coal = article.name("Norland", label="GPE"), article.noun("coal")
    article.event("relied", action="rely", actor=norland, lacking=True)
    assert kept(article) == []
    article = Article("Norland relied on coal.")
    article.event("relied", action="rely", actor=article.name("Norland", label="GPE"), theme=coal, lacking=True)
    assert kept(article) == ["relied"]


# ------------------------------------------------------------------------------------------------ whose word it is


def _told(by: str, *, linked: bool = False) -> Article:
    article = Article(f"Sudria spoke. {by} said Norland paid." if linked else f"{by} said Norland paid.")
    if linked:
        article.name("Sudria", label="GPE")
    speaker = article.name(by, label="GPE") if by == "Arvenia" else article.pronoun(by)
    paid = article.event("paid", action="pay", actor=article.name("Norland", label="GPE"))
    article.attribution("Norland paid", authority=speaker, events=(paid,))
    return article


def test_word_of_a_pronoun_that_leads_nowhere() -> None:
    """What somebody says of whom nothing tells who he is stays out, with the reason."""
    article = _told("They")
    assert article.resolution().left_out == ((article.at("paid"), "nothing tells whose word it is"),)


def _according(*, known: bool) -> Article:
    article = Article("Norland paid Sudria, according to Arvenia.")
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    paid = article.event("paid", action="pay", actor=norland, recipient=sudria)
    if known:
        arvenia = article.name("Arvenia", label="GPE")
        cue = article.at("according to")
        article.attribution("Norland paid Sudria", authority=arvenia, cue=cue, events=(paid,))
    return article


def test_according_to_whom_is_not_made_out() -> None:
    """What is so "according to" somebody whom no attribution names stays out: it is not the document's own word."""
    article = _according(known=False)
    assert article.resolution().left_out == ((article.at("paid"), "nothing tells whose word it is"),)


def test_according_to_somebody() -> None:
    """What is so according to those whom an attribution names is kept as theirs."""
    assert kept(_according(known=True)) == ["paid"]


def test_word_of_a_name() -> None:
    """What a name says is kept."""
    assert kept(_told("Arvenia")) == ["paid"]


def test_word_of_the_author() -> None:
    """What "I" or "we" say outside of quotations is the document's own word."""
    (claim,) = _told("We").resolution().claims
    assert (claim.own_voice, claim.modality) == (True, Modality.ASSERTED)


def test_quoted_by_a_cue_without_a_speaker() -> None:
    """What is quoted behind a cue whose speaker nobody found stays out; what is only reported does not."""
    for quoted in (True, False):
        article = Article("It was said that “Norland paid”.")
        paid = article.event("paid", action="pay", actor=article.name("Norland", label="GPE"), quoted=quoted)
        article.attribution("Norland paid", events=(paid,), quotation=Quotation.DIRECT)
        out = {span.of(article.text): why for span, why in article.resolution().left_out}
        assert out.get("paid") == ("nothing tells whose word it is" if quoted else None)


def test_quotation_of_nobody() -> None:
    """What is quoted and has no speaker stays out."""
    article = Article("“Norland paid.”")
    article.event("paid", action="pay", actor=article.name("Norland", label="GPE"), quoted=True)
    assert kept(article) == []


def test_pasted_post() -> None:
    """A post with handles and addresses is no sentence."""
    article = Article("Norland paid. Norland pays @bell today")
    first, second = article.name("Norland", label="GPE"), article.name("Norland", 2, label="GPE")
    article.event("paid", action="pay", type="AID", actor=first)
    article.event("pays", action="pay", type="AID", actor=second)
    assert kept(article) == ["paid"]


def test_headline_with_a_full_stop() -> None:
    """Many words that all have a capital are a headline, whatever ends it."""
    article = Article("Norland Attacks Seven Harbour Towns Across Western Sudria. Norland paid.")
    article.event("Attacks", action="attack", type="ASSAULT", actor=article.name("Norland", label="GPE"))
    article.event("paid", action="pay", type="AID", actor=article.name("Norland", 2, label="GPE"))
    assert kept(article) == ["paid"]


def test_word_in_capitals() -> None:
    """Words in capitals serve for a heading; an abbreviation does not."""
    article = Article("NORLAND ATTACKED Sudria. Norland fled.")
    article.event("ATTACKED", action="attack", type="ASSAULT", actor=article.name("Sudria", label="GPE"))
    article.event("fled", action="flee", type="RETREAT", actor=article.name("Norland", label="GPE"))
    assert kept(article) == ["fled"]


@pytest.mark.parametrize(("mark", "expected"), [("", ["bled"]), (".", ["hit", "became", "bled"])])
def test_sentence_cut_at_a_bracket(mark: str, expected: list[str]) -> None:
    """Nothing is told by a sentence that ends with a bracket in its midst, nor by the rest of it."""
    article = Article(f"Did Norland hit (see page){mark} Sudria became calm. Estia bled.")
    if not mark:
        cut = article.text.index(")") + 1
        first, last = article.sentences
        article.sentences = (Span(0, cut), Span(cut + 1, first.end), last)
    for word, name in (("hit", "Norland"), ("became", "Sudria"), ("bled", "Estia")):
        article.event(word, action=word, type="ASSAULT", actor=article.name(name, label="GPE"))
    assert kept(article) == expected


def _asking(*, modality: Modality = Modality.REQUESTED) -> tuple[Article, Span]:
    article = Article("The charter asks Norland to pay Sudria.")
    norland = article.name("Norland", label="GPE")
    asks = article.event("asks", action="ask", type="REQUEST", actor=article.noun("The charter"), recipient=norland)
    sudria = article.name("Sudria", label="GPE")
    paid = article.event(
        "pay",
        action="pay",
        type="AID",
        actor=norland,
        recipient=sudria,
        modality=modality,
        cue=asks,
        cue_class="request",
    )
    return article, paid


def test_what_a_thing_asks_for() -> None:
    """What only a thing asks for is wanted by nobody who is named."""
    article, paid = _asking()
    assert dict(article.resolution().left_out).get(paid) == "nothing tells whose word it is"


def test_what_a_thing_tells() -> None:
    """What a thing only tells stays."""
    article, paid = _asking(modality=Modality.ASSERTED)
    assert paid not in dict(article.resolution().left_out)


def test_what_somebody_asks_for() -> None:
    """What somebody who is named asks for stays."""
    article, paid = _asking()
    norland = article.name("Norland", label="GPE")
    article.attribution("Norland to pay Sudria", authority=norland, cue=article.at("asks"), events=(paid,))
    assert paid not in dict(article.resolution().left_out)


def test_content_of_a_misread_cue() -> None:
    """What hangs on a word whose clause was misread goes with it."""
    article = Article("Sudria said Norland paid Sudria.")
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    said = article.event("said", action="say", actor=sudria, misread=True)
    paid = article.event("paid", action="pay", type="AID", actor=norland, recipient=sudria, cue=said, cue_class="say")
    assert dict(article.resolution().left_out)[paid] == "the parse of its clause contradicts itself"


def test_small_words_in_capitals() -> None:
    """A headline's short words have capitals too; a sentence with a few names has small ones."""
    article = Article("Mira Dahl Was Off to Bay But Fled. Mira Dahl was off but fled.")
    article.event("Fled", action="flee", type="RETREAT", actor=article.name("Mira Dahl"))
    article.event("fled", action="flee", type="RETREAT", actor=article.name("Mira Dahl", 2))
    assert kept(article) == ["fled"]
