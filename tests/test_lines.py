"""The text layer as JSON Lines, as other programs read it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec.structs import replace

from kg.lines import line
from kg.model import Modality, Polarity, Quotation, Role, RoleName
from tests.articles import Article, grant, second_grant, world


def read(article: Article, *others: Article) -> dict[str, Any]:
    """The line of an article in one run with others, as JSON."""
    found = world(article, *others)
    canonical = {each.mention: event.id for event in found.events for each in event.readings}
    ident = article.ident
    value: dict[str, Any] = json.loads(line(found.extractions[ident], found.resolutions[ident], canonical))
    return value


def entity(found: dict[str, Any], text: str) -> dict[str, Any]:
    """The first entity mention of some words."""
    mention: dict[str, Any] = next(each for each in found["entities"] if each["text"] == text)
    return mention


def event(found: dict[str, Any], text: str) -> dict[str, Any]:
    """The event mention of a trigger."""
    mention: dict[str, Any] = next(each for each in found["events"] if each["text"] == text)
    return mention


def spans(value: object) -> list[dict[str, Any]]:
    """Everything in a line that has a start."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = [value] if isinstance(value, dict) and "start" in value else []
    return own + [span for each in inner for span in spans(each)]


# ------------------------------------------------------------------------------------------------ the line


def test_one_line() -> None:
    """A document is one line, whatever its text holds."""
    article = Article("Norland\npaid\r\nSudria “🕊️”.")
    article.name("Norland\npaid", label="ORG")
    found = article.extraction()
    assert len(line(found, article.resolution(), {}).splitlines()) == 1


def test_keys() -> None:
    """A line has the document's own name and a list of each kind, empty or not."""
    lists = ["entities", "events", "attributions", "propositions", "quantities", "affiliations"]
    found = read(Article("It rained."))
    assert found["id"] == "article"
    assert list(found) == ["id", *lists]
    assert [found[each] for each in lists if each != "propositions"] == [[]] * 5


def test_spans_say_what_stands_there() -> None:
    """Every span in a line covers the words that it gives, in code points of the text."""
    article = grant()
    found = spans(read(article))
    assert len(found) > 20
    assert [each for each in found if article.text[each["start"] : each["end"]] != each["text"]] == []


def test_offsets_are_code_points() -> None:
    """A character outside the basic plane counts as one."""
    article = Article("🕊️ Norland paid.")
    article.name("Norland", label="GPE")
    assert read(article)["entities"][0]["start"] == 3


def test_order() -> None:
    """Entities and events come in the order of the text, with ids of this document."""
    found = read(grant())
    assert [each["id"] for each in found["entities"]] == [f"e{n}" for n in range(1, len(found["entities"]) + 1)]
    assert [each["id"] for each in found["events"]] == [f"v{n}" for n in range(1, len(found["events"]) + 1)]
    starts = [each["start"] for each in found["events"]]
    assert starts == sorted(starts)


# ------------------------------------------------------------------------------------------------ entities


def test_entity() -> None:
    """An entity mention has kind, label and the id it leads to."""
    found = read(grant())
    norland = entity(found, "Norland")
    assert norland == {
        "id": "e1", "start": 0, "end": 7, "text": "Norland", "kind": "named", "type": "GPE", "entity": "state:nd",
    }  # fmt: skip


def test_same_entity() -> None:
    """Mentions of one entity have one id, in one document and across documents."""
    one, two = read(grant(), second_grant()), read(second_grant(), grant())
    assert entity(one, "Mira Dahl")["entity"] == entity(one, "she")["entity"]
    assert entity(one, "Norland")["entity"] == entity(two, "Norland")["entity"]


def test_mention_that_leads_nowhere() -> None:
    """Mentions of one noun that nothing in the graph asks for are one thing of this document."""
    article = Article("The crane fell. The crane broke.")
    article.noun("The crane")
    article.noun("The crane", 2)
    entities = [each["entity"] for each in read(article)["entities"]]
    assert entities == [f"crane-{article.ident}"] * 2


# ------------------------------------------------------------------------------------------------ events


def test_event() -> None:
    """An event mention has action, type and how it is put."""
    article = Article("Norland will not pay.")
    norland = article.name("Norland", label="GPE")
    article.event(
        "pay",
        action="pay",
        type="AID",
        mode="grant",
        actor=norland,
        polarity=Polarity.NEGATIVE,
        modality=Modality.PROMISED,
        future=True,
    )
    assert event(read(article), "pay") == {
        "id": "v1",
        "start": 17,
        "end": 20,
        "text": "pay",
        "action": "pay",
        "type": "AID",
        "mode": "grant",
        "lexeme": "pay",
        "nominal": False,
        "polarity": "negative",
        "certainty": "certain",
        "future": True,
        "modality": "promised",
        "confidence": 0.5,
        "event": f"{article.ident}-17-20",
        "time": None,
        "roles": [{"role": "actor", "start": 0, "end": 7, "text": "Norland", "mention": "e1", "event": None}],
    }


def test_roles() -> None:
    """A role names the mention or the event that fills it; a time has neither."""
    found = read(grant())
    roles = {(each["role"], each["text"]): (each["mention"], each["event"]) for each in event(found, "paid")["roles"]}
    assert roles == {
        ("actor", "Norland"): (entity(found, "Norland")["id"], None),
        ("recipient", "Sudria"): (entity(found, "Sudria")["id"], None),
        ("time", "Monday"): (None, None),
    }
    themes = [each for each in event(found, "said")["roles"] if each["role"] == "theme"]
    assert [each["event"] for each in themes] == [event(found, "admit")["id"]]


def test_concerned_party() -> None:
    """Whom an event concerns stands among its themes."""
    article = Article("Norland refused a request from Sudria.")
    sudria = article.name("Sudria", label="GPE")
    article.event("refused", action="refuse", actor=article.name("Norland", label="GPE"), words=article.at("a request"))
    role = Role(name=RoleName.THEME, span=sudria, words=sudria, pattern="inside the object", mention=sudria)
    found = article.extraction()
    found = replace(found, events=(replace(found.events[0], concerned=(role,)),))
    roles = json.loads(line(found, article.resolution(), {}))["events"][0]["roles"]
    assert [(each["role"], each["text"]) for each in roles] == [
        ("actor", "Norland"),
        ("theme", "a request"),
        ("theme", "Sudria"),
    ]


def test_time() -> None:
    """A time has the days that bound it, and its precision."""
    article = grant()
    time = event(read(article), "paid")["time"]
    assert (time["text"], time["earliest"], time["latest"], time["precision"]) == (
        "Monday",
        "2024-03-04",
        "2024-03-04",
        "day",
    )


def test_same_event() -> None:
    """Two reports of one event have its id, that of the earliest."""
    one, two = grant(), second_grant()
    ids = {event(read(one, two), "paid")["event"], event(read(two, one), "paid")["event"]}
    start = one.at("paid").start
    assert ids == {f"{one.ident}-{start}-{start + 4}"}


def test_event_left_out() -> None:
    """An event mention that the graph leaves out is printed all the same, with an id of its own."""
    article = Article("The crane fell.")
    article.event("fell", action="fall", actor=article.noun("The crane"))
    assert event(read(article), "fell")["event"] == f"{article.ident}-10-14"


# ------------------------------------------------------------------------------------------------ the rest


def test_attribution() -> None:
    """An attribution has cue, authority, content and the events in it."""
    article = grant()
    found = read(article)
    indirect = next(each for each in found["attributions"] if each["quotation"] == "indirect")
    assert indirect["cue"]["text"] == "said"
    assert (indirect["authority"]["text"], indirect["authority"]["mention"]) == (
        "Mira Dahl",
        entity(found, "Mira Dahl")["id"],
    )
    assert [each["text"] for each in indirect["content"]] == ["Sudria would admit about 200 Norlandic refugees"]
    assert indirect["events"] == [event(found, "admit")["id"]]


@pytest.mark.parametrize("quotation", list(Quotation))
def test_attribution_of_nobody(quotation: Quotation) -> None:
    """An attribution may lack authority, cue and events."""
    article = Article("It is a beginning.")
    article.attribution("It is a beginning", quotation=quotation)
    (found,) = read(article)["attributions"]
    assert (found["cue"], found["authority"], found["events"], found["quotation"]) == (None, None, [], quotation.value)


def test_authority_that_is_no_mention() -> None:
    """An authority that is no entity mention has its words and no id."""
    article = Article("Officials say it is a beginning.")
    article.attribution("it is a beginning", authority=article.at("Officials"))
    assert read(article)["attributions"][0]["authority"] == {
        "start": 0, "end": 9, "text": "Officials", "mention": None,
    }  # fmt: skip


def test_quantities() -> None:
    """Money has its currency, a count what is counted; both their event."""
    found = read(grant())
    money, count = found["quantities"]
    assert (money["value"], money["currency"], money["purpose"], money["counts"]) == (3_000_000.0, "USD", "wells", None)
    assert money["event"] == event(found, "paid")["id"]
    assert (count["value"], count["currency"], count["qualifier"]) == (200.0, None, "about")
    assert count["counts"] == entity(found, "Norlandic refugees")["id"]


def test_affiliation() -> None:
    """A person's role has person and body."""
    found = read(grant())
    (affiliation,) = found["affiliations"]
    assert (affiliation["person"], affiliation["role"], affiliation["body"]) == (
        entity(found, "Mira Dahl")["id"],
        "spokesperson",
        entity(found, "Foreign Ministry")["id"],
    )


def test_propositions() -> None:
    """Open triples are words."""
    assert read(grant())["propositions"] == [{"subject": "Norland", "relation": "paid", "object": "Sudria"}]
