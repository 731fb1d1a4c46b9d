"""What a careful reader takes from two real documents (../shared/gold/seeds.yaml), asked of the graph built of them.

Each row of the gold is asked by SPARQL, not of the records, so that it holds for what a user of the graph gets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from pyoxigraph import Literal, NamedNode

import kg
from kg.store import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.newsgraph import NewsGraph

pytestmark = pytest.mark.model


_EVENT = """SELECT DISTINCT ?event ?mention ?claim ?certainty ?future ?polarity ?authority ?factuality ?type ?action {
    ?document nif:isString ?text . ?mention a kg:EventMention ; nif:referenceContext ?document ; nif:anchorOf ?trigger .
    ?event gaf:denotedBy ?mention ; kg:factuality ?factuality ; kg:action ?joint .
    OPTIONAL { ?mention kg:action ?own } BIND (COALESCE(?own, ?joint) AS ?action)
    OPTIONAL { ?event sem:eventType ?type }
    ?claim kg:claims ?event ; gaf:denotedBy ?mention ; kg:certainty ?certainty ; kg:future ?future ;
           kg:polarity ?polarity ; kg:authority ?authority .
    FILTER (?trigger = "@TRIGGER" && STRSTARTS(?text, "@BEGIN")) }"""


# A fact that only an opinion tells.
_FACT_OF_OPINION = """ASK {
    ?event kg:factuality kg:fact ; gaf:denotedBy/nif:referenceContext ?document . ?document kg:genre kg:opinion
    FILTER NOT EXISTS { ?event gaf:denotedBy/nif:referenceContext ?other . ?other kg:genre kg:report } }"""


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewsGraph]:
    """The graph of the two seed documents."""
    with kg.open(tmp_path_factory.mktemp("seeds") / "news.kg") as graph:
        graph.build([shared / "seeds"])
        yield graph


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    """The gold, by document."""
    found: dict[str, Any] = yaml.safe_load((shared / "gold" / "seeds.yaml").read_text(encoding="utf-8"))
    return found


class Reader:
    """Asks the graph of one document what a row of the gold says."""

    def __init__(self, graph: NewsGraph, text: str) -> None:
        """A reader of the document that begins as ``text`` does."""
        self.graph = graph
        self.start = text[:20].replace('"', '\\"').replace("\n", "\\n")

    def ask(self, sparql: str, **terms: NamedNode) -> list[dict[str, str]]:
        """The rows of a query as words."""
        rows = self.graph.graph.query(sparql, prefixes=self.graph.ids.prefixes, substitutions=dict(terms))
        assert isinstance(rows, Rows)
        return [
            {
                name: term.value.rsplit("/", 1)[-1] if isinstance(term, NamedNode) else term.value
                for name, term in zip(rows.variables, row, strict=True)
                if isinstance(term, NamedNode | Literal)
            }
            for row in rows.rows
        ]

    def holds(self, row: dict[str, Any]) -> bool:
        """Whether the graph has what a row of the gold says."""
        if "affiliation" in row:
            return self._affiliation(row["affiliation"])
        if row["trigger"] == "According to":
            return self._quotation(row)
        sparql = _EVENT.replace("@TRIGGER", row["trigger"]).replace("@BEGIN", self.start)
        return any(self._event(found, row) for found in self.ask(sparql))

    def _event(self, found: dict[str, str], row: dict[str, Any]) -> bool:
        event = NamedNode(self.graph.ids.prefixes["event"] + found["event"])
        plain = ("certainty", "polarity")
        return (
            all(found[key] == str(row[key]) for key in plain if key in row)
            and ("future" not in row or found["future"] == str(row["future"]).lower())
            and ("action" not in row or found["action"] == row["action"].replace(" ", "-"))
            and ("type" not in row or found.get("type", "").split("-")[0] in _listed(row["type"]))
            and ("fact" not in row or self._is_fact(found, event) == row["fact"])
            and all(self._party(event, role, row[role]) for role in ("actor", "recipient") if role in row)
            and ("theme" not in row or self._theme(event, row["theme"]))
            and ("authority" not in row or self._is(found["authority"], row["authority"][-1]))
            and self._details(found, event, row)
        )

    def _details(self, found: dict[str, str], event: NamedNode, row: dict[str, Any]) -> bool:
        if "time" in row:
            days = self.ask(
                "SELECT ?event ?a ?b { ?event sem:hasEarliestBeginTimeStamp ?a ; sem:hasLatestEndTimeStamp ?b }",
                event=event,
            )
            if [(d["a"], d["b"]) for d in days] != [(str(row["time"]), str(row["time"]))]:
                return False
        if row.get("place", ...) is None:
            return not self.ask("SELECT ?event ?place { ?event kg:place ?place }", event=event)
        if row.get("place") and not self._party(event, "place", row["place"]):
            return False
        if "recipient_count" in row and not self._counts(event, row["recipient_count"]):
            return False
        if "amounts" in row and not self._amounts(event, row["amounts"]):
            return False
        return "content" not in row or self._said(found, row)

    def _is_fact(self, found: dict[str, str], event: NamedNode) -> bool:
        plain = self.ask(
            """SELECT ?event ?actor ?action ?other { ?event kg:action ?action ; kg:actor ?actor .
               GRAPH graph:facts { ?actor ?action ?other } }""",
            event=event,
        )
        return found["factuality"] == "fact" and bool(plain)

    def _party(self, event: NamedNode, role: str, expected: str | list[str]) -> bool:
        rows = self.ask(f"SELECT ?event ?party {{ ?event kg:{role} ?party }}", event=event)
        return any(self._is(row["party"], each) for row in rows for each in _listed(expected))

    def _is(self, entity: str, expected: str) -> bool:
        """Whether an entity is the one of a knowledge-base id, or bears the words in its label."""
        if ":" in expected:
            return entity == expected.replace(":", "-", 1)
        iri = NamedNode(self.graph.ids.entity(entity))
        labels = [row["label"] for row in self.ask("SELECT ?entity ?label { ?entity rdfs:label ?label }", entity=iri)]
        wanted = expected.lower().removeprefix("us ")
        return any(wanted in label.lower() for label in labels)

    def _theme(self, event: NamedNode, words: str) -> bool:
        rows = self.ask("SELECT ?event ?words { ?event kg:themeText ?words }", event=event)
        return any(words.lower() in " ".join(row["words"].split()).lower() for row in rows)

    def _counts(self, event: NamedNode, number: int) -> bool:
        rows = self.ask(
            "SELECT ?event ?n { ?claim kg:claims ?event ; kg:quantity [ schema:value ?n ; kg:counts ?g ] }", event=event
        )
        return any(row["n"] == str(number) for row in rows)

    def _amounts(self, event: NamedNode, amounts: list[list[Any]]) -> bool:
        rows = self.ask(
            """SELECT ?event ?value ?currency ?purpose { ?claim kg:claims ?event ; kg:quantity
               [ schema:value ?value ; schema:currency ?currency ; kg:purpose ?purpose ] }""",
            event=event,
        )
        found = {(row["value"], row["currency"], row["purpose"].removeprefix("the ")) for row in rows}
        return {(str(value), currency, purpose) for value, currency, purpose in amounts} <= found

    def _said(self, found: dict[str, str], row: dict[str, Any]) -> bool:
        event = NamedNode(self.graph.ids.prefixes["event"] + found["event"])
        rows = self.ask(
            """SELECT ?event ?text ?manner ?authority
               { ?claim kg:saidIn ?event ; kg:text ?text ; kg:quotation ?manner ; kg:authority ?authority }""",
            event=event,
        )
        manner = row.get("quotation", "direct")
        return any(
            row["content"] in r["text"] and r["manner"] == manner and self._is(r["authority"], row["actor"])
            for r in rows
        )

    def _quotation(self, row: dict[str, Any]) -> bool:
        rows = self.ask(
            """SELECT ?authority ?text ?n ?qualifier { ?claim kg:authority ?authority ; kg:text ?text ; kg:quantity ?q .
               ?q schema:value ?n ; kg:qualifier ?qualifier ; kg:counts ?group }"""
        )
        return any(
            self._is(r["authority"], row["authority"][-1])
            and row["content"] in r["text"]
            and r["n"] == str(row["count"])
            and r["qualifier"] == row["qualifier"]
            for r in rows
        )

    def _affiliation(self, row: dict[str, str]) -> bool:
        rows = self.ask("SELECT ?who ?what ?role { ?m org:member ?who ; org:organization ?what ; rdfs:label ?role }")
        return any(
            self._is(r["who"], row["person"]) and self._is(r["what"], row["body"]) and r["role"] == row["role"]
            for r in rows
        )


def _listed(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def _rows(gold: dict[str, Any], key: str) -> list[tuple[str, dict[str, Any]]]:
    return [(name, row) for name, document in gold.items() if name != "across" for row in document.get(key, [])]


def test_every_must_row_holds(seeds: NewsGraph, gold: dict[str, Any], shared: Path) -> None:
    """What a careful reader takes from the documents stands in the graph, all of it."""
    missing = []
    for name, row in _rows(gold, "must"):
        text = (shared / "seeds" / name).read_text(encoding="utf-8")
        if not Reader(seeds, text).holds(row):
            missing.append(f"{name[:3]} {row}")
    assert missing == []


def test_every_across_row_holds(seeds: NewsGraph, gold: dict[str, Any]) -> None:
    """What both documents tell of is one event, reported so often, and one entity."""
    reader = Reader(seeds, "")
    assert [row for row in gold["across"] if not _across(reader, row)] == []


def _across(reader: Reader, row: dict[str, Any]) -> bool:
    """Whether the mentions of a row denote one thing; a document goes by the number that its name begins with."""
    mentions = row.get("same_event") or row["same_entity"]
    found = [
        {
            each["thing"]
            for each in reader.ask(
                """SELECT ?thing ?name ?words { ?thing gaf:denotedBy ?mention .
                   ?mention nif:referenceContext ?document ; nif:anchorOf ?words .
                   ?document dcterms:identifier ?name }"""
            )
            if each["name"].rsplit("/", 1)[-1].startswith(f"{number:03}") and words.endswith(each["words"])
        }
        for number, words in mentions
    ]
    one = set.intersection(*found)
    if "reports" in row:
        counts = reader.ask("SELECT ?event ?n { ?event kg:reportCount ?n }")
        one &= {each["event"] for each in counts if each["n"] == str(row["reports"])}
    return bool(one)


def test_no_must_not_row_holds(seeds: NewsGraph, gold: dict[str, Any]) -> None:
    """Nothing that a careful reader would be appalled by stands in the graph."""
    reader = Reader(seeds, "")
    facts = reader.ask("SELECT ?a ?action ?b { GRAPH graph:facts { ?a ?action ?b } }")
    labels = [row["label"] for row in reader.ask("SELECT ?label { ?entity rdfs:label ?label }")]
    for name, row in _rows(gold, "must_not"):
        if "plain" in row:
            actor, action, other = row["plain"]
            wrong = [
                f for f in facts if f["action"] == action and reader._is(f["a"], actor) and reader._is(f["b"], other)
            ]
            assert not wrong, (name, row, wrong)
        if "mentions" in row:
            assert not [label for label in labels if row["mentions"] in label], (name, row)
        if "plain_from_modal" in row:
            assert seeds.query(_FACT_OF_OPINION) is False, (name, row)


def test_metadata_is_read_from_the_text(seeds: NewsGraph, gold: dict[str, Any]) -> None:
    """Outlet, day, genre and dateline are what the text says."""
    reader = Reader(seeds, "")
    rows = reader.ask(
        """SELECT ?name ?date ?genre ?outlet ?dateline {
           ?d dcterms:identifier ?name ; dcterms:date ?date ; kg:genre ?genre
           OPTIONAL { ?d dcterms:publisher/rdfs:label ?outlet } OPTIONAL { ?d kg:dateline ?dateline } }"""
    )
    by_name = {row["name"].rsplit("/", 1)[-1]: row for row in rows}
    for name, document in gold.items():
        for key, value in document["document"].items() if name != "across" else ():
            if value is not None:
                assert by_name[name][key] == str(value)
