from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse

from kg.serve.pages import routes
from kg.serve.workers.tasks import Answer
from tests.serve import pools
from tests.serve.pages import world

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

HTML = {"Accept": "text/html"}
EVENT = "/event/0123456789abcdef-8-13"
DOCUMENT = "/document/0123456789abcdef"


@pytest.fixture(name="served", scope="module")
def _served(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return pools.client(tmp_path_factory.mktemp("graph"), routes, world.QUADS)


class Page(HTMLParser):
    """What a browser makes of a page: its text, the words of each mark with its classes, the addresses it names."""

    def __init__(self, html: str) -> None:
        """Read the page."""
        super().__init__()
        self.text, self.words = "", ""
        self.tags, self.links, self.marks = set[str](), set[str](), list[tuple[str, str]]()
        self._mark = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what it is."""
        values = dict(attrs)
        self.tags.add(tag)
        self.links |= {value for name, value in attrs if name in {"href", "src", "action"} and value}
        assert not {name for name in values if name.startswith("on") or name == "style"}
        if tag == "mark":
            self._mark = values.get("class") or ""

    def handle_endtag(self, tag: str) -> None:
        """A mark ends."""
        if tag == "mark":
            self._mark = ""

    def handle_data(self, data: str) -> None:
        """Note the words."""
        self.text += data
        self.words = " ".join([*self.words.split(), *data.split()])
        if self._mark:
            self.marks.append((" ".join(self._mark.split()), data))


def page(served: TestClient, path: str) -> Page:
    """The page at an address."""
    answer = served.get(path, headers=HTML)
    assert answer.status_code == 200, answer.text
    return Page(answer.text)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/query",
        "/query?query=SELECT+*+%7B%3Fs+%3Fp+%3Fo%7D",
        "/entity/norland",
        EVENT,
        DOCUMENT,
        "/claim/0123456789abcdef-8-13-harbour-post",
        "/mention/0123456789abcdef-8-13",
        "/membership/0123456789abcdef-75-84",
        "/event-type/REQUEST",
        "/action/urge",
        "/resource?iri=graph:world",
        "/resource?iri=kg:fact",
    ],
)
def test_page_loads_nothing_from_outside(served: TestClient, path: str) -> None:
    """A page has no script, and its policy lets the browser load only what this server has."""
    answer = served.get(path, headers=HTML)
    found = Page(answer.text)
    policy = answer.headers["content-security-policy"]
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "script" not in found.tags
    assert "style" not in found.tags
    assert policy.startswith("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'")


def test_document_text_is_escaped(served: TestClient) -> None:
    """Markup in a text or a title is shown as the words it is."""
    found = page(served, DOCUMENT)
    assert world.TEXT in found.text.replace("\n", " ")
    assert "A <b>port</b>" in found.text
    assert not {"script", "b"} & found.tags


def test_query_text_is_escaped(served: TestClient) -> None:
    """A query that is none comes back in the form, as words, with what is wrong with it."""
    answer = served.get("/query", params={"query": "</textarea><script>x</script>"})
    assert answer.status_code == 400
    assert "</textarea><script>x</script>" in Page(answer.text).text
    assert "script" not in Page(answer.text).tags


def test_address_that_is_no_web_address_is_not_linked(served: TestClient) -> None:
    """What a document gives as its address is shown, and linked only if it is one of the web."""
    found = page(served, DOCUMENT)
    assert "javascript:alert(1)" in found.text
    assert not any(link.startswith("javascript") for link in found.links)


def test_event_shows_factuality(served: TestClient) -> None:
    """An event, and every event named on its page, stands with its factuality."""
    found = page(served, EVENT)
    words = found.words
    assert "Norland urge → Sudria fact" in words
    assert "open uncommitted" in words


def test_event_shows_trigger_and_roles(served: TestClient) -> None:
    """In the sentence of an event its trigger and its roles are marked."""
    marks = page(served, EVENT).marks
    assert ("trigger", "urged") in marks
    assert ("actor", "Norland") in marks
    assert ("recipient", "Sudria") in marks


def test_event_shows_claims(served: TestClient) -> None:
    """A claim is told with its authority, document, modality, polarity, certainty and whether it is of the future."""
    words = page(served, "/event/0123456789abcdef-24-28").words
    assert "Norland requested : open uncommitted open the port indirect quotation" in words
    assert "polarity: negative certainty: unknown future in A <b>port</b> , 2024-03-04" in words


def test_event_counts_reports(served: TestClient) -> None:
    """The reports of an event are counted, the independent ones apart."""
    assert "2, of them independent 1" in page(served, EVENT).words


def test_entity_shows_what_it_is(served: TestClient) -> None:
    """An entity is told with type, what it is part of, and its ids elsewhere."""
    found = page(served, "/entity/norland")
    words = found.words
    assert "Type State" in words
    assert "Part of Arvenian League" in words
    assert "http://www.wikidata.org/entity/Q999999999" in found.links


def test_entity_shows_both_sides(served: TestClient) -> None:
    """What an entity did, and what was done to it, stand apart, with factuality, day and the other party."""
    did = page(served, "/entity/norland?part=did").words
    undergone = page(served, "/entity/sudria?part=undergone").words
    assert "Norland urge → Sudria fact to open the port" in did
    assert "Norland urge → Sudria fact" in undergone
    assert "2024-03-04" in did


def test_entity_shows_offices_and_evidence(served: TestClient) -> None:
    """A person's office stands with the body, and each mention with its sentence."""
    found = page(served, "/entity/mara-vell")
    assert "Mara Vell : envoy , Sudria" in found.words
    assert ("trigger", "Mara Vell") in found.marks


def test_document_marks_mentions(served: TestClient) -> None:
    """In a text every event is marked by its factuality, and every entity."""
    marks = page(served, DOCUMENT).marks
    assert ("event fact", "urged") in marks
    assert ("event uncommitted", "open") in marks
    assert ("entity", "Sudria") in marks


def test_long_text_is_paged(served: TestClient) -> None:
    """A part of a text is shown by limit and offset, what is marked in it too, and the rest is linked."""
    found = page(served, f"{DOCUMENT}?limit=20&offset=10")
    assert ("event fact", "ged") in found.marks
    assert any("offset=30" in link for link in found.links)
    assert any("offset=0" in link for link in found.links)


@pytest.mark.parametrize("path", ["/entity/norland", "/event/0123456789abcdef-8-13", DOCUMENT])
@pytest.mark.parametrize(
    ("ending", "accept", "form"),
    [
        (".ttl", "text/turtle", RdfFormat.TURTLE),
        (".nt", "application/n-triples", RdfFormat.N_TRIPLES),
        (".rdf", "application/rdf+xml", RdfFormat.RDF_XML),
        (".jsonld", "application/ld+json", RdfFormat.JSON_LD),
    ],
)
def test_data_of_a_thing(served: TestClient, path: str, ending: str, accept: str, form: RdfFormat) -> None:
    """By extension, by ``format`` and by Accept a machine gets the same triples, which tell of the thing."""
    by_name, by_accept = served.get(path + ending), served.get(path, headers={"Accept": accept})
    by_format = served.get(path, params={"format": accept})
    assert by_name.headers["content-type"].startswith(accept)
    found = [
        {str(quad.triple) for quad in parse(each.content, format=form)} for each in (by_name, by_accept, by_format)
    ]
    assert found[0] == found[1] == found[2]
    assert any(path.rsplit("/", 1)[-1] in triple for triple in found[0])


def test_data_of_an_event_has_its_claims(served: TestClient) -> None:
    """The data of an event tell its factuality, the claims on it and the offsets of its mentions."""
    quads = list(parse(served.get(f"{EVENT}.nt").content, format=RdfFormat.N_TRIPLES))
    predicates = {quad.predicate.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1] for quad in quads}
    assert {"factuality", "modality", "authority", "beginIndex", "actorMention"} <= predicates


def test_data_show_the_factuality_of_events(served: TestClient) -> None:
    """Every event that the data of a thing name stands there with its factuality."""
    for path in ("/entity/norland.nt", "/claim/0123456789abcdef-24-28-norland.nt", "/action/urge.nt", f"{EVENT}.nt"):
        quads = list(parse(served.get(path).content, format=RdfFormat.N_TRIPLES))
        named = {
            str(term)
            for quad in quads
            for term in (quad.subject, quad.object)
            if "/event/0" in getattr(term, "value", "")
        }
        told = {str(quad.subject) for quad in quads if quad.predicate.value.endswith("/factuality")}
        assert named
        assert named <= told, path


def test_browser_gets_the_page(served: TestClient) -> None:
    """What a browser accepts is answered with HTML, and so is a client that takes anything."""
    accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    assert served.get(EVENT, headers={"Accept": accept}).headers["content-type"].startswith("text/html")
    assert served.get(EVENT, headers={"Accept": "*/*"}).headers["content-type"].startswith("text/html")


def test_nothing_acceptable(served: TestClient) -> None:
    """A thing has no picture: 406."""
    assert served.get(EVENT, headers={"Accept": "image/png"}).status_code == 406


def test_unknown_thing_is_not_found(served: TestClient) -> None:
    """404 with a problem body for a machine, with a page for a person."""
    machine = served.get("/entity/nobody.ttl")
    person = served.get("/entity/<b>", headers=HTML)
    assert machine.status_code == 404
    assert machine.headers["content-type"] == "application/problem+json"
    assert "ent:nobody" in json.loads(machine.content)["detail"]
    assert person.status_code == 400
    assert "b" not in Page(person.text).tags
    assert served.get("/entity/nobody", headers=HTML).status_code == 404


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/event/ffff456789abcdef-1-2", EVENT),
        ("/event/ffff456789abcdef-1-2.ttl", f"{EVENT}?format=ttl"),
        ("/entity/old-norland", "/entity/norland"),
        ("/resource?iri=ent:old-norland&format=rdf%2Bxml", "/entity/norland?format=rdf%2Bxml"),
    ],
)
def test_replaced_id_redirects(served: TestClient, path: str, to: str) -> None:
    """An id that lost its place leads to the one that stays at last, for good, in the format that is asked for."""
    answer = served.get(path)
    assert (answer.status_code, answer.headers["location"]) == (308, to)


@pytest.mark.parametrize("iri", ["", "no iri", "urn:a b", "urn:x>", "http://[", "x" * 3000, "urn:\ud800", "ent:a\\b"])
def test_what_is_no_iri_is_refused(served: TestClient, iri: str) -> None:
    """400, and nothing of it reaches a query."""
    asked = len(pools.pool(served).asked)
    answer = served.get(
        "/resource", params={"iri": iri.encode("utf-8", "surrogatepass")}, headers={"Accept": "text/turtle"}
    )
    assert answer.status_code == 400
    assert len(pools.pool(served).asked) == asked


def test_two_iris_are_refused(served: TestClient) -> None:
    """One address is of one thing."""
    assert served.get("/resource?iri=urn:a&iri=urn:b", headers={"Accept": "text/turtle"}).status_code == 400


@pytest.mark.parametrize("part", ["limit=0", "limit=x", "offset=-1", "limit=9999999999999", "part=none", "limit=١"])
def test_wrong_part_is_refused(served: TestClient, part: str) -> None:
    """A limit or an offset that is no number in bounds, or a part that there is not: 400."""
    assert served.get(f"/entity/norland?{part}", headers=HTML).status_code == 400


def test_workers_refusal_goes_on(served: TestClient) -> None:
    """Where no worker answers, the page says so, with the status and when to try again."""
    behind = pools.pool(served)
    behind.refusal = Answer(status=503, content_type="text/plain", body=b"", detail="no worker came free")
    try:
        answer = served.get(EVENT, headers=HTML)
    finally:
        behind.refusal = None
    assert (answer.status_code, "retry-after" in answer.headers) == (503, True)
    assert "no worker came free" in answer.text


def test_odd_data_of_a_user_is_passed_over(tmp_path: Path) -> None:
    """A graph of a user's own may say anything: what fits no record is left out, and the page stands."""
    odd = """graph:own {
    event:0123456789abcdef-1-2 a sem:Event ; kg:action "no iri" ; kg:factuality kg:fact ; kg:reportCount "many" ;
      gaf:denotedBy "words", [] , mention:x . mention:x nif:beginIndex "two" ; nif:referenceContext mention:x .
    ent:a gaf:denotedBy 3 ; kg:partOf ent:a ; rdfs:label "A" . [] kg:actor ent:a ; a sem:Event .
    doc:d a nif:Context ; nif:isString "Short." . mention:y nif:referenceContext doc:d ; nif:beginIndex 9 ;
      nif:endIndex -1 . ent:b gaf:denotedBy mention:y ; rdfs:label "B" }"""
    served = pools.client(tmp_path, routes, odd)
    for path in ("/event/0123456789abcdef-1-2", "/entity/a", "/document/d", "/mention/x", "/resource?iri=kg:fact"):
        assert served.get(path, headers=HTML).status_code == 200, path


def test_only_known_files_are_static(served: TestClient) -> None:
    """The style is served from here; no path leads to other files."""
    assert served.get("/static/style.css").headers["content-type"].startswith("text/css")
    assert served.get("/static/..%2Fhome.py").status_code == 404


def test_home_has_a_form_for_each_question(served: TestClient) -> None:
    """The first page counts what there is and lets every named question be asked."""
    found = page(served, "/")
    assert {"/ask/who-urges-whom", "/query", "/search"} <= found.links
    assert "3 events" in found.words


def test_query_page_links_things(served: TestClient) -> None:
    """Rows are a table with prefixed names that lead to the pages, and the same query for machines."""
    found = page(served, "/query?query=SELECT+%3Fwho+%7B+%3Fwho+rdfs:label+%22Norland%22+%7D")
    assert "ent:norland" in found.text
    assert "/entity/norland" in found.links
    assert any(link.startswith("/sparql?query=SELECT") and link.endswith("format=csv") for link in found.links)
