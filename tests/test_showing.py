"""Pictures and reports of a graph that is built by hand: no text is parsed here."""

from __future__ import annotations

import io
import re
from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg import draw
from kg.cli import main
from kg.errors import ConfigError, NotFoundError
from kg.ids import Ids
from kg.newsgraph import NewsGraph
from kg.store import Graph, Rows

if TYPE_CHECKING:
    from pathlib import Path

DOC = "00000000000000d1"
TEXT = 'Norland urged Sudria to pay.\nSudria denied it: "We <script>alert(1)</script> never paid Estia."\n'
SCRIPT = "<script>alert(1)</script>"


def at(words: str, start: int = 0) -> str:
    """The span of words in the text, as it stands in the name of a mention."""
    begin = TEXT.index(words, start)
    return f"{begin}-{begin + len(words)}"


def mention(words: str, start: int = 0) -> str:
    """A mention of words, in Turtle."""
    begin, end = at(words, start).split("-")
    first, last = (0, 28) if int(begin) < 28 else (29, len(TEXT) - 1)
    return (
        f"mention:{DOC}-{begin}-{end} nif:referenceContext doc:{DOC} ; nif:beginIndex {begin} ; nif:endIndex {end} ;"
        f' nif:anchorOf "x" ; nif:sentence mention:{DOC}-{first}-{last} .'
        f"mention:{DOC}-{first}-{last} a nif:Sentence ; nif:beginIndex {first} ; nif:endIndex {last} ."
    )


URGED, DENIED, PAID = (f"{DOC}-{at(word)}" for word in ("urged", "denied", "paid Estia"))
NORLAND, SUDRIA, ESTIA = (f"mention:{DOC}-{at(word)}" for word in ("Norland", "Sudria", "Estia"))
TRIG = f"""
graph:ontology {{ evt:REQUEST kg:quadClass kg:verbalConflict . }}
graph:knowledge-base {{
  ent:state-norland a kg:State ; rdfs:label "Norland" .
  ent:state-sudria a kg:State ; rdfs:label "Sudria" .
  ent:state-estia a kg:State ; rdfs:label "Estia" .
  ent:state-westia a kg:State ; rdfs:label "Westia" .
}}
<https://w3id.org/newskg/graph/document/{DOC}> {{
  doc:{DOC} a schema:NewsArticle ; dcterms:title "A demand {SCRIPT}" ; dcterms:date "2024-03-02"^^xsd:date ;
    nif:isString {ox.Literal(TEXT)} .
  {mention("Norland")} {mention("Sudria")} {mention("Estia")} {mention("urged")} {mention("denied")}
  {mention("paid Estia")}
  mention:{URGED} kg:actorMention {NORLAND} ; kg:recipientMention {SUDRIA} .
  mention:{DENIED} kg:actorMention {SUDRIA} .
  mention:{PAID} kg:actorMention {SUDRIA} ; kg:recipientMention {ESTIA} .
}}
graph:world {{
  ent:state-norland gaf:denotedBy {NORLAND} .
  ent:state-sudria gaf:denotedBy {SUDRIA} .
  ent:state-estia gaf:denotedBy {ESTIA} .
  event:{URGED} a sem:Event ; sem:eventType evt:REQUEST ; kg:action act:urge ; kg:factuality kg:fact ;
    kg:actor ent:state-norland ; kg:recipient ent:state-sudria ; gaf:denotedBy mention:{URGED} ; kg:reportCount 1 ;
    kg:themeText "to pay {SCRIPT}" ; sem:hasLatestEndTimeStamp "2024-03-02"^^xsd:date .
  event:{DENIED} a sem:Event ; kg:action act:deny ; kg:factuality kg:fact ; kg:actor ent:state-sudria ;
    kg:theme event:{PAID} ; gaf:denotedBy mention:{DENIED} .
  event:{PAID} a sem:Event ; kg:action act:pay ; kg:factuality kg:disputed ; kg:actor ent:state-sudria ;
    kg:recipient ent:state-estia ; gaf:denotedBy mention:{PAID} ; sem:hasLatestEndTimeStamp "2024-03-01"^^xsd:date .
  claim:1 a kg:Claim ; kg:claims event:{PAID} ; kg:authority ent:state-sudria ; kg:document doc:{DOC} ;
    kg:modality kg:asserted ; kg:polarity kg:negative ; kg:certainty kg:certain ; kg:future false ;
    kg:quotation kg:direct ; gaf:denotedBy mention:{PAID} .
  claim:2 a kg:Claim ; kg:claims event:{PAID} ; kg:authority ent:state-norland ; kg:document doc:{DOC} ;
    kg:modality kg:asserted ; kg:polarity kg:positive ; kg:certainty kg:certain ; kg:future false ;
    gaf:denotedBy mention:{PAID} .
  membership:1 a org:Membership ; org:member ent:ada-ruker ; rdfs:label "envoy" ; org:organization ent:state-norland ;
    gaf:denotedBy {NORLAND} .
  ent:ada-ruker a kg:Person ; rdfs:label "Ada Ruker" .
}}
"""


@pytest.fixture
def news(tmp_path: Path) -> NewsGraph:
    """The graph of one document, in memory."""
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in Ids().prefixes.items())
    graph = NewsGraph(tmp_path)
    graph._graph = Graph.memory()
    graph._graph.bulk(ox.parse(prefixes + TRIG, ox.RdfFormat.TRIG))
    return graph


class Page(HTMLParser):
    """What a browser would read in a page: its tags with attributes, its words, and the words of each ``pre``."""

    def __init__(self, page: str) -> None:
        """Reads a page."""
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.queries: list[str] = []
        self.marked: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag in {"pre", "mark"}:
            self._open.append(tag)
            (self.queries.append("") if tag == "pre" else self.marked.append((dict(attrs).get("class") or "", "")))

    def handle_endtag(self, tag: str) -> None:
        """Notes its end."""
        if tag in {"pre", "mark"}:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Notes words."""
        if self._open[-1:] == ["pre"]:
            self.queries[-1] += data
        if self._open[-1:] == ["mark"]:
            self.marked[-1] = (self.marked[-1][0], self.marked[-1][1] + data)


def report(news: NewsGraph, what: str, **options: Any) -> str:  # noqa: ANN401 (each with its own type)
    """The text of a report."""
    out = io.BytesIO()
    news.report(what, output=out, **options)
    return out.getvalue().decode()


EACH = pytest.mark.parametrize("what", ["Sudria", f"doc:{DOC}", f"event:{PAID}"])


# ------------------------------------------------------------------------------------------------ reports


@EACH
def test_a_report_needs_nothing_else(what: str, news: NewsGraph) -> None:
    """A report loads nothing: no script, no link, no image, no address in an attribute or a style that is fetched."""
    text = report(news, what)
    page = Page(text)
    assert not {"script", "link", "img", "iframe", "object", "embed", "base", "form"} & {tag for tag, _ in page.tags}
    fetched = [value for _, given in page.tags for name, value in given.items() if re.search(r"src|href|data$", name)]
    assert all((value or "").startswith("#") for value in fetched)
    assert not re.search(r"@import|url\((?!#)", text)
    assert not [name for _, given in page.tags for name in given if name.startswith("on")]


@EACH
def test_words_of_a_text_stay_words(what: str, news: NewsGraph) -> None:
    """A tag that stands in a text, a title or a theme is shown, and is none."""
    assert SCRIPT not in report(news, what)
    assert "&lt;script&gt;" in report(news, what)


@EACH
def test_the_queries_of_a_report_run(what: str, news: NewsGraph) -> None:
    """Each query runs as it stands in the report, without any prefix being known, and one at least finds something."""
    queries = Page(report(news, what)).queries
    assert len(queries) >= 4
    found = [news.graph.query(query) for query in queries]
    assert all(isinstance(rows, Rows) for rows in found)
    assert any(rows.rows for rows in found if isinstance(rows, Rows))


@EACH
def test_a_report_is_the_same_twice(what: str, news: NewsGraph) -> None:
    """One graph gives the same bytes twice."""
    assert report(news, what) == report(news, what)


@EACH
def test_each_statement_shows_its_factuality(what: str, news: NewsGraph) -> None:
    """Beside the action of every event stands what it amounts to."""
    items = re.findall(r"<li><p>.*?</p>", report(news, what), re.DOTALL)
    statements = [item for item in items if "<strong>" in item and "<mark" not in item]
    assert statements
    assert all(re.search(r'class="badge (fact|counterfact|disputed|uncommitted)"', item) for item in statements)


def test_ids_of_a_report_are_unique(news: NewsGraph) -> None:
    """No two parts of a page share an id, though two pictures stand in it."""
    ids = [given["id"] for _, given in Page(report(news, "Sudria")).tags if "id" in given]
    assert len(set(ids)) == len(ids) > 0


def test_a_document_shows_its_whole_text(news: NewsGraph) -> None:
    """The text stands in the report of its document, every mention and quotation of it marked."""
    text = report(news, DOC)
    marked = Page(text).marked
    assert ("event fact", "urged") in marked
    assert ("entity", "Norland") in marked
    assert any("quote" in name and "We" in words for name, words in marked)
    shown = re.search(r'<div class="text"[^>]*>(.*?)</div>', text, re.DOTALL)
    assert shown
    assert re.sub(r"</?(mark|a)[^>]*>", "", shown[1]) == TEXT.replace("<", "&lt;").replace(">", "&gt;").replace(
        '"', "&#34;"
    )


def test_an_entity_shows_its_pictures(news: NewsGraph) -> None:
    """The report of an entity holds its neighbourhood and its timeline as SVG."""
    text = report(news, "Sudria")
    assert text.count("<svg") == 2
    assert "Around Sudria: who acts on whom" in text
    assert "Sudria and others over time" in text


def test_an_entity_shows_offices(news: NewsGraph) -> None:
    """The report of a body names who holds an office in it."""
    assert re.search(r"<td>Ada Ruker</td><td>envoy</td><td>Norland</td>", report(news, "Norland"))


def test_an_entity_without_events_has_a_report(news: NewsGraph) -> None:
    """Of an entity that takes part in nothing the report says so."""
    text = report(news, "Westia")
    assert "No statement." in text
    assert "No event links it with another." in text


def test_an_event_shows_contradicting_claims(news: NewsGraph) -> None:
    """The report of an event names who affirms and who denies it, and marks the words that tell it."""
    text = report(news, f"mention:{PAID}".replace("mention:", "event:"))
    assert re.search(r"<td>Norland<br>.*?</td><td>Sudria<br>", text)
    assert {("trigger", "paid "), ("trigger recipient", "Estia")} & set(Page(text).marked)


def test_a_limit_is_told(news: NewsGraph) -> None:
    """Where statements are left out, the report says of how many."""
    assert "The latest 1 of 3." in report(news, "Sudria", limit=1)


@pytest.mark.parametrize("what", ["doc:ffffffffffffffff", "event:0123456789abcdef-1-2", "ent:nobody", "ent:a b"])
def test_what_is_not_there_is_refused(what: str, news: NewsGraph) -> None:
    """An id that the graph does not hold is a NotFoundError of one line."""
    with pytest.raises(NotFoundError, match=r"the graph holds no '[^\n]+'; expected a document"):
        report(news, what)


def test_a_near_name_is_named(news: NewsGraph) -> None:
    """A misspelt name is refused with the nearest there is."""
    with pytest.raises(NotFoundError, match="did you mean 'Sudria'"):
        report(news, "Sudrya")


def test_a_report_that_cannot_be_written(news: NewsGraph, tmp_path: Path) -> None:
    """A folder that is not there is a ConfigError."""
    with pytest.raises(ConfigError, match="cannot be written"):
        news.report("Sudria", output=tmp_path / "none" / "a.html")


# ------------------------------------------------------------------------------------------------ pictures


@pytest.mark.parametrize(
    ("what", "names"),
    [("ego", ["Sudria"]), ("actors", []), ("timeline", ["Norland", "ent:state-sudria"]), ("heatmap", [])],
)
def test_each_picture_is_drawn(what: str, names: list[str], news: NewsGraph, tmp_path: Path) -> None:
    """Each picture of a graph becomes a file, of actors by name or by id, and says which factuality it shows."""
    news.draw(what, *names, output=tmp_path / "a.svg")
    assert "factuality: fact." in (tmp_path / "a.svg").read_text()


def test_filters_are_told(news: NewsGraph) -> None:
    """The caption of a picture names the filters."""
    out = io.BytesIO()
    news.draw("actors", output=out, factuality=("fact", "disputed"), since=date(2024, 3, 1), until=date(2024, 3, 9))
    assert "factuality: fact, disputed; since 2024-03-01; until 2024-03-09" in out.getvalue().decode()


def test_a_picture_is_returned(news: NewsGraph) -> None:
    """A picture that is not written is returned, the same as the one that is."""
    out = io.BytesIO()
    written, returned = news.draw("ego", "Sudria", output=out), news.draw("ego", "Sudria")
    assert draw.rendered(returned, "svg") == draw.rendered(written, "svg") == out.getvalue()


def test_facts_alone_are_drawn(news: NewsGraph) -> None:
    """What is not a fact is drawn only where it is asked for."""
    facts, both = io.BytesIO(), io.BytesIO()
    news.draw("ego", "Sudria", output=facts)
    news.draw("ego", "Sudria", output=both, factuality=("fact", "disputed"))
    assert ["Estia" in out.getvalue().decode() for out in (facts, both)] == [False, True]


@pytest.mark.parametrize(
    ("what", "names", "said"),
    [
        ("egos", ["Sudria"], "did you mean 'ego'"),
        ("ego", [], "ego was given 0 names; expected one"),
        ("timeline", ["Sudria", "Norland", "Estia"], "expected one or two"),
        ("actors", ["Sudria"], "expected no"),
    ],
)
def test_a_wrong_picture_is_refused(what: str, names: list[str], said: str, news: NewsGraph) -> None:
    """A kind that there is not, or another number of actors, is a ConfigError that says what was expected."""
    with pytest.raises(ConfigError, match=said):
        news.draw(what, *names, output=io.BytesIO())


def test_an_empty_selection_is_refused(news: NewsGraph) -> None:
    """Filters that leave no event are a ConfigError that names them."""
    with pytest.raises(ConfigError, match=r"nothing to draw.*since 2030-01-01"):
        news.draw("heatmap", output=io.BytesIO(), since=date(2030, 1, 1))


def test_a_document_is_no_actor(news: NewsGraph) -> None:
    """A picture of a document is refused."""
    with pytest.raises(NotFoundError, match="is of a document; expected the name or the id of an entity"):
        news.draw("ego", f"doc:{DOC}", output=io.BytesIO())


def test_formats_are_those_of_the_help() -> None:
    """The help of each picture names the formats there are."""
    shown = CliRunner().invoke(main, ["draw", "ego", "--help"]).output
    assert all(f".{form}" in shown for form in draw.FORMATS)


def test_the_command_says_where_there_is_no_graph(tmp_path: Path) -> None:
    """Without a graph both commands end with one line."""
    for command in (["draw", "actors"], ["report", "Sudria", "--html"]):
        done = CliRunner().invoke(main, [*command, "--graph", str(tmp_path / "none.kg"), "--output", "x.svg"])
        assert done.exit_code == 1
        assert re.fullmatch(r"Error: .*there is no graph here.*\n", done.stderr)
