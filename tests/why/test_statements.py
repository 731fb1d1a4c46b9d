"""Why the graph says so: sentence, roles, type, claims, and what they amount to."""

from __future__ import annotations

import dataclasses
import re

import pytest
from msgspec.structs import replace

from kg.errors import NotFoundError
from kg.ids import Ids
from kg.model import Function, Genre, Modality, Polarity, Standing
from kg.why import explain
from kg.why.wording import typed
from tests.articles import Article, grant, second_grant, world

IDS = Ids()


def told(article: Article, words: str, *others: Article) -> str:
    """Why of an event, by its trigger."""
    span = article.at(words)
    return explain(f"event:{article.ident}-{span.start}-{span.end}", world(article, *others), IDS)


def line(text: str, start: str) -> str:
    """The one line that starts so."""
    (found,) = (each.strip() for each in text.splitlines() if each.strip().startswith(start))
    return re.sub(r" +", " ", found)


# ------------------------------------------------------------------------------------------------ what is told


def test_factuality() -> None:
    """The first line is the event, what it amounts to and how many documents tell it."""
    article = grant()
    first = told(article, "paid", second_grant()).splitlines()[0]
    assert first == f"event:{article.ident}-8-12 is FACT, from 2 document(s)"


def test_sentence() -> None:
    """The sentence is shown with its trigger marked, and nothing else of the text."""
    assert "Norland [paid] Sudria $3 million for wells on Monday.\n" in told(grant(), "paid")


def test_every_mention() -> None:
    """Each report of the event is shown with its own sentence."""
    text = told(grant(), "paid", second_grant())
    assert [each for each in ("Norland [paid] Sudria", "Norland has [paid] Sudria") if each not in text] == []


def test_place() -> None:
    """The document's name and the characters are told."""
    assert line(told(grant(), "paid"), "article,") == "article, characters 8-12:"


def test_link() -> None:
    """What a party's words lead to is told with the sieve, the score and the features that made it."""
    text = line(told(grant(), "paid"), "actor")
    assert "→ state:nd (by name, score 0.97: only owner of the name +3, type agrees +0.5) [subject]" in text


def test_action() -> None:
    """The action is told with its type and the entry of the lexicon that decided it."""
    assert line(told(grant(), "paid"), "action") == "action pay (AID: lexicon entry 'pay')"


@pytest.mark.parametrize(("action", "held"), [("meet", "; the type holds the negation"), ("refuse", "")])
def test_type_that_holds_the_negation(action: str, held: str) -> None:
    """A refused meeting is denied once, by the refusal that makes it a REJECT; a refusal that is denied is not one."""
    article = Article("Norland refused to meet.")
    article.event("meet", action=action, type="REJECT", polarity=Polarity.NEGATIVE)
    (mention,) = article.extraction().events
    name = "refuse + meet: REJECT"
    assert typed(replace(mention, lexeme=name)) == f"{action}  (REJECT: lexicon entry {name!r}{held})"


def test_mode() -> None:
    """The mode stands beside the type."""
    article = Article("Norland marched.")
    norland = article.name("Norland", label="GPE")
    article.event("marched", action="march", type="PROTEST", mode="riot", actor=norland)
    assert line(told(article, "marched"), "action").startswith("action march (PROTEST:riot:")


def test_no_entry() -> None:
    """An untyped action says so."""
    assert line(told(grant(), "said"), "action") == "action say (untyped: no entry of the lexicon)"


def test_roles() -> None:
    """A role is told with its words, the entity, the sieve that led there and the rule that found it."""
    assert line(told(grant(), "told"), "actor") == "actor 'she' → mira-dahl (by pronoun) [subject]"


def test_role_without_an_entity() -> None:
    """A role that leads to no entity is told by its words."""
    assert line(told(grant(), "paid"), "time") == "time 'Monday' [time]"


def test_link_to_what_the_graph_does_not_hold() -> None:
    """A link to an entity that is in no graph is not told."""
    article = grant()
    made = world(article)
    bare = {ident: replace(resolution, entities=()) for ident, resolution in made.resolutions.items()}
    span = article.at("told")
    text = explain(f"event:{article.ident}-{span.start}-{span.end}", dataclasses.replace(made, resolutions=bare), IDS)
    assert line(text, "actor") == "actor 'she' [subject]"


def test_own_voice() -> None:
    """A claim in the document's own voice says so, with its genre and stance."""
    assert line(told(grant(), "paid"), "claimed by") == (
        "claimed by org:harbour-post in the document's own voice of genre report: asserted, positive, certain"
    )


def test_claim_of_another() -> None:
    """A claim of somebody else tells for whom, how it is put and how it is quoted."""
    assert line(told(grant(), "admit"), "claimed by") == (
        "claimed by mira-dahl for gov:nd-foreign-ministry of genre report: "
        "asserted, positive, certain, future, indirect quotation"
    )


def test_promise_of_an_opinion() -> None:
    """Polarity, modality and genre are told as they are."""
    article = Article("Norland will not pay.", genre=Genre.OPINION, author="Lena Moor")
    norland = article.name("Norland", label="GPE")
    article.event("pay", action="pay", actor=norland, polarity=Polarity.NEGATIVE, modality=Modality.PROMISED)
    text = told(article, "pay")
    assert " is UNCOMMITTED, " in text
    assert line(text, "claimed by") == (
        "claimed by lena-moor in the document's own voice of genre opinion: promised, negative, certain"
    )


def test_reasons() -> None:
    """The words behind an event's stance are told where there are such."""
    article = grant()
    found, extraction = world(article), article.extraction()
    events = tuple(replace(each, reasons=("not", "would")) for each in extraction.events)
    marked = dataclasses.replace(found, extractions={article.ident: replace(extraction, events=events)})
    assert line(explain(f"event:{article.ident}-8-12", marked, IDS), "marked by") == "marked by not; would"
    assert "marked by" not in told(article, "paid")


# ------------------------------------------------------------------------------------------------ what is asked


@pytest.mark.parametrize("form", ["event:{}", "mention:{}", "<{base}event/{}>", "{base}event/{}", "{}"])
def test_forms(form: str) -> None:
    """An event may be asked for by prefixed name, mention, IRI or local name."""
    article = grant()
    local = f"{article.ident}-8-12"
    assert explain(form.format(local, base=IDS.base), world(article), IDS) == told(article, "paid")


def test_later_member() -> None:
    """The id that a later report would have had leads to the event."""
    one, two = grant(), second_grant()
    assert told(two, "paid", one) == told(one, "paid", two)


@pytest.mark.parametrize(
    "triple",
    [
        "ent:state-nd act:pay ent:state-sd",
        "<{ent}state-nd> <{act}pay> <{ent}state-sd>",
        "  ent:state-nd   act:pay  ent:state-sd ",
    ],
    ids=["names", "iris", "spaces"],
)
def test_plain_triple(triple: str) -> None:
    """A plain triple leads to the event it was made of."""
    article = grant()
    asked = triple.format(ent=IDS.prefixes["ent"], act=IDS.prefixes["act"])
    assert explain(asked, world(article), IDS) == told(article, "paid")


@pytest.mark.parametrize(
    "what",
    [
        "event:0123456789abcdef-8-12",
        "event:{}-8-13",
        "event:{}-12-12",
        "event:{}-12-8",
        "doc:{}",
        "ent:state-nd act:pay ent:state-us",
        "ent:state-sd act:pay ent:state-nd",
        "ent:state-sd act:admit ent:pop-norlandic-refugees",
        "ent:state-nd pay",
        "",
    ],
)
def test_nothing_there(what: str) -> None:
    """What the graph does not hold is an error of one line that says what to give."""
    article = grant()
    with pytest.raises(NotFoundError, match=r"^nothing in this graph is .*; give an event .*$"):
        explain(what.format(article.ident), world(article), IDS)


def test_link_that_the_graph_does_not_follow() -> None:
    """A pronoun that may well mean another is told by its words alone."""
    subject = Standing(function=Function.SUBJECT)
    article = Article("Ben Asher freed Tor Lind, whose sister Ben Asher sued on claims he shelled Norland.")
    article.name("Ben Asher", standing=subject)
    article.name("Tor Lind", standing=Standing(function=Function.OBJECT))
    article.name("Ben Asher", 2, standing=subject)
    article.noun("claims", number="plural")
    he, norland = article.pronoun("he", standing=subject), article.name("Norland", label="GPE")
    article.event("shelled", action="shell", actor=he, recipient=norland)
    assert line(told(article, "shelled"), "actor") == "actor 'he' [subject]"
