"""What is read in each document of ``examples/``, as it was read and found right; and what holds of every text layer.

After a change that is meant to change what is read, write it anew and read the difference::

    KG_GOLDEN=write python -m pytest tests/test_articles.py
    git diff tests/golden/articles
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg import pipeline
from kg.config import Config
from kg.model import Certainty, Modality, Polarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Attribution, EventMention, Extraction, Span
    from kg.pipeline import World

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden" / "articles"
ARTICLES = sorted(path.name for path in (ROOT / "examples").iterdir() if path.name != "README.md")
WRITE = os.environ.get("KG_GOLDEN") == "write"

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def layers() -> dict[str, list[Extraction]]:
    """The text layers of the documents of each file."""
    return {name: pipeline.text_layers([ROOT / "examples" / name], Config())[0] for name in ARTICLES}


@pytest.fixture(scope="module")
def real(shared: Path) -> list[Extraction]:
    """The text layers of real articles."""
    return pipeline.text_layers([shared / "seeds"], Config())[0]


def shown(found: Extraction) -> Iterator[str]:
    """A text layer as lines: each sentence with the events in it, then who says what, sums and offices."""
    text = found.document.text
    for sentence in found.sentences:
        yield f"= {_line(sentence, text)}"
        for event in (e for e in found.events if sentence.covers(e.span)):
            yield from _event(event, text)
    yield "= Attributions"
    yield from (_attribution(each, text) for each in found.attributions)
    yield "= Quantities"
    for quantity in found.quantities:
        bounds = [n for n in (quantity.value, quantity.minimum, quantity.maximum) if n is not None]
        about = (quantity.qualifier, quantity.currency, quantity.unit, quantity.purpose)
        counted = quantity.counts and _line(quantity.counts, text)
        said = [*map(str, bounds), *(each for each in (*about, counted) if each)]
        yield f"{_line(quantity.span, text)}: {' | '.join(said)}"
    yield "= Offices"
    for office in found.affiliations:
        body = _line(office.body, text) if office.body else "-"
        yield f"{_line(office.person, text)}: {office.role}, {body}"


def _event(event: EventMention, text: str) -> Iterator[str]:
    stance = [event.modality.value, event.polarity.value, event.certainty.value, *(["future"] if event.future else [])]
    yield f"  {event.span.of(text)}: {event.action}, {event.type or 'untyped'}; {' '.join(stance)}"
    for role in event.roles:
        yield f"    {role.name.value} {_line(role.words, text)!r}"
    if event.time is not None:
        bounds = (event.time.earliest, event.time.latest)
        yield f"    when {' to '.join(day.isoformat() if day else '…' for day in bounds)}"


def _attribution(each: Attribution, text: str) -> str:
    who = _line(each.authority, text) if each.authority else "-"
    cue = each.cue.of(text) if each.cue else "-"
    return f"{who} | {cue} | {each.quotation.value} | {' … '.join(_line(part, text) for part in each.content)}"


def _line(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())


@pytest.mark.parametrize("name", ARTICLES)
def test_article_is_read_as_the_golden_one(layers: dict[str, list[Extraction]], name: str) -> None:
    """What is read in an article is what is kept, line by line."""
    path = GOLDEN / f"{Path(name).stem}.txt"
    found = "\n".join("\n".join(shown(each)) for each in layers[name]) + "\n"
    if WRITE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert path.exists(), f"{path.name} is missing: write it with KG_GOLDEN=write, and read it"
    assert found == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    """Each golden file is of an article that there is."""
    assert sorted(path.stem for path in GOLDEN.iterdir()) == sorted(Path(name).stem for name in ARTICLES)


# ------------------------------------------------------------------------------------------------ what always holds


def all_spans(found: Extraction) -> Iterator[Span]:
    """Every span of a text layer."""
    yield from found.sentences
    for mention in found.entities:
        yield from (mention.span, mention.head)
    for event in found.events:
        yield from (event.span, event.sentence)
        for role in (*event.roles, *event.concerned):
            yield from (role.span, role.words)
    for attribution in found.attributions:
        yield from attribution.content
        yield from (span for span in (attribution.cue, attribution.authority) if span)
    yield from (quantity.span for quantity in found.quantities)


def broken(found: Extraction) -> list[str]:
    """What in a text layer does not hold."""
    text = found.document.text
    spans = list(all_spans(found))
    wrong = [f"{span} covers no word" for span in spans if not span.of(text).strip() or span.end > len(text)]
    places = {mention.span for mention in found.entities}
    triggers = {event.span for event in found.events}
    for event in found.events:
        wrong += [
            f"{event.action} stands outside of its sentence" for _ in "x" if not event.sentence.covers(event.span)
        ]
        for role in (*event.roles, *event.concerned):
            wrong += [f"{role} leads to no mention" for _ in "x" if role.mention and role.mention not in places]
            wrong += [f"{role} leads to no event" for _ in "x" if role.event and role.event not in triggers]
        wrong += [f"{event.confidence} is no probability" for _ in "x" if not 0 <= event.confidence <= 1]
    return wrong


def test_text_layer_holds(layers: dict[str, list[Extraction]]) -> None:
    """In the examples every span covers words, and every role leads to a mention or an event that there is."""
    assert [each for found in layers.values() for layer in found for each in broken(layer)] == []


def test_text_layer_of_real_articles_holds(real: list[Extraction]) -> None:
    """In real articles every span covers words, and every role leads to a mention or an event that there is."""
    assert [each for layer in real for each in broken(layer)] == []


def false_facts(world: World) -> list[str]:
    """The plain triples of a mention that is denied, uncertain, to come, or put forward as anything but asserted."""
    mentions = {(ident, event.span): event for ident, found in world.extractions.items() for event in found.events}
    told = ((fact, mentions[fact.mention.document, fact.mention.span]) for fact in world.facts)
    return [
        f"{fact}: {event.reasons}"
        for fact, event in told
        if event.future
        or event.polarity is not Polarity.POSITIVE
        or event.certainty is not Certainty.CERTAIN
        or event.modality is not Modality.ASSERTED
    ]


def test_no_plain_triple_of_what_is_no_fact(layers: dict[str, list[Extraction]]) -> None:
    """In the examples no denied, future or uncertain event gives a plain triple, and others do."""
    world = pipeline.world([layer for found in layers.values() for layer in found], Config())
    assert world.facts
    assert false_facts(world) == []


def test_no_plain_triple_of_what_is_no_fact_in_real_articles(real: list[Extraction]) -> None:
    """In real articles no denied, future or uncertain event gives a plain triple, and others do."""
    world = pipeline.world(real, Config())
    assert world.facts
    assert false_facts(world) == []
