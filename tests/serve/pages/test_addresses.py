from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from kg.errors import QueryError
from kg.ids import Ids
from kg.serve.pages.addresses import Addresses, iri, web

OWN = Addresses(ids=Ids(base="https://news.example/kg/"))


@given(st.text(max_size=40).map(lambda text: f"urn:{text}"))
def test_iri_is_one_term(text: str) -> None:
    """What passes as an IRI reads back as just that IRI; the rest is refused."""
    try:
        made = iri(text)
    except QueryError:
        return
    quads = list(parse(f"{made} <urn:p> {made} .".encode(), format=RdfFormat.N_TRIPLES))
    assert [quad.subject for quad in quads] == [made]
    assert made.value == text


@pytest.mark.parametrize(
    ("iri", "page"),
    [
        ("https://news.example/kg/entity/state-no", "/entity/state-no"),
        ("https://w3id.org/newskg/action/urge", "/action/urge"),
        (
            "https://w3id.org/newskg/entity/state-no",
            "/resource?iri=https%3A%2F%2Fw3id.org%2Fnewskg%2Fentity%2Fstate-no",
        ),
        ("https://news.example/kg/entity/правда", "/entity/%D0%BF%D1%80%D0%B0%D0%B2%D0%B4%D0%B0"),
        ("https://news.example/kg/graph/world", "/resource?iri=https%3A%2F%2Fnews.example%2Fkg%2Fgraph%2Fworld"),
        ("https://news.example/kg/entity/a?b#c", "/resource?iri=https%3A%2F%2Fnews.example%2Fkg%2Fentity%2Fa%3Fb%23c"),
        ("javascript:alert(1)", "/resource?iri=javascript%3Aalert%281%29"),
    ],
)
def test_page_of_an_iri(iri: str, page: str) -> None:
    """A thing of the graph has the path of its IRI, anything else the page for any IRI."""
    assert OWN.page(iri) == page


def test_prefix_is_of_this_graph() -> None:
    """A prefixed name is read with the base of the graph."""
    assert OWN.meant("ent:state-no").value == "https://news.example/kg/entity/state-no"


@pytest.mark.parametrize("text", ["javascript:alert(1)", "data:text/html,x", 'https://x/"onload=', "//example.org", ""])
def test_web_address_is_http(text: str) -> None:
    """Only http and https are linked."""
    assert web(text) is None
