from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Any, cast
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from kg import draw
from kg.analyse import measures
from kg.analyse.evidence import Evidence
from kg.analyse.speaking import SpeakingFor
from kg.draw.measures.measured import MEASURES
from kg.draw.style import FACTUALITY
from kg.errors import ConfigError
from tests.draw.conftest import made
from tests.draw.words import texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.draw import Sheet

LONG = "The Interim Commission for the Restoration of the Northern Ferry Lines of Arvenia and Sudria"
AWKWARD = (LONG, "Министерство", "العربية", "日本", "", "a\x00b\n\x7f\u202ec", "$2m \\frac", "e\u0301cole")


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """What a picture of speakers reads of a row."""

    speaker_label: str
    about_label: str
    claims: int


def network(size: int) -> nx.MultiDiGraph[str]:
    """A network whose first actors have awkward names, with triangles that have signs."""
    many = made(size)
    for number, name in enumerate(AWKWARD):
        if f"ent:n{number:03}" in many:
            many.nodes[f"ent:n{number:03}"]["label"] = name
    for number, (one, other) in enumerate(
        [("000", "001"), ("001", "002"), ("000", "002"), ("002", "003"), ("000", "003")]
    ):
        event = {"action": "meet", "event_type": "CONSULT", "factuality": "fact", "latest": f"2024-05-{number + 1:02}"}
        many.add_edge(f"ent:n{one}", f"ent:n{other}", f"event:s{number}", intensity=(-1.0) ** number, **event)
    return many


def evidence(number: int) -> Evidence:
    """A long sentence from a document with a long title."""
    sentence = "Envoys of Norland met envoys of Sudria, and after that they met them again. " * 9
    return Evidence(mention=f"mention:{number}", sentence=sentence, document="doc:1", date="2024-03-02", title=LONG)


def burst(since: date, until: date, events: int) -> measures.Burst:
    """A burst of so many of 30 events."""
    named: dict[str, Any] = {"subject": "entity", "name": "ent:n000", "label": "Sudria"}
    return measures.Burst(rank=1, since=since, until=until, events=events, total=30, usual=0.1, weight=2.0, **named)


def pairs(many: nx.MultiDiGraph[str]) -> list[tuple[str, str]]:
    """The labels of all who deal with one another."""
    return [(many.nodes[a]["label"], many.nodes[b]["label"]) for a, b in sorted(set(many.edges()))]


def rows(name: str, many: nx.MultiDiGraph[str]) -> Sequence[Any]:  # noqa: PLR0911 (one for each measure)
    """What a measure gives of a network."""
    one = "ent:n000"
    match name:
        case "communities" | "brokers" | "cores" | "census" | "triads":
            return cast("Sequence[Any]", getattr(measures, name)(many))
        case "reciprocity":
            return measures.reciprocity(many)[1]
        case "path":
            return measures.path(many, one, max(many))
        case "balance":
            return measures.balance(many, one, "ent:n001")
        case "bursts":
            return (burst(date(2024, 3, 1), date(2024, 5, 1), 12), burst(date(2024, 6, 1), date(2024, 6, 1), 3))
        case "changes":
            return measures.changes(made(len(many) // 2), many)
        case "speakers":
            return [Spoken(speaker_label=a, about_label=b, claims=n % 7 + 1) for n, (a, b) in enumerate(pairs(many))]
        case "speaks-for":
            common = {"speaker": "ent:a", "body": "ent:b"}
            return [
                SpeakingFor(rank=n, speaker_label=a, body_label=b, claims=90 - n, documents=1, **common)
                for n, (a, b) in enumerate(pairs(many)[:40])
            ]
        case _:
            return measures.centrality(many, measure=name)  # type: ignore[arg-type]  # one of its names


@cache
def sheet(name: str, size: int) -> Sheet:
    """The picture of a measure of a network of so many actors."""
    many = network(size)
    found = rows(name, many)
    told: dict[str, dict[str, Any]] = {
        "path": {"names": ("", LONG), "evidence": [[evidence(n)] * 5 for n in range(len(found))]},
        "balance": {"names": (LONG, "Sudria")},
        "bursts": {"names": ("Sudria",)},
        "changes": {"names": ("2024-01 – 2024-06", "2024-07 – 2024-12")},
        "communities": {"network": many},
    }
    return draw.measured(name, found, scope="factuality: fact, disputed", **told.get(name, {}))


EACH = pytest.mark.parametrize("name", sorted(MEASURES))
SIZES = pytest.mark.parametrize("size", [10, 200])


@SIZES
@EACH
def test_words_do_not_overlap(name: str, size: int) -> None:
    """No two texts of a picture of a measure overlap, at 10 and at 200 actors, whatever the names."""
    for (one, a), (other, b) in combinations(texts(sheet(name, size)), 2):
        apart = a[2] <= b[0] + 0.5 or b[2] <= a[0] + 0.5 or a[3] <= b[1] + 0.5 or b[3] <= a[1] + 0.5
        assert apart, f"{one!r} overlaps {other!r}"


@SIZES
@EACH
def test_words_stay_on_the_sheet(name: str, size: int) -> None:
    """No text of a picture of a measure leaves it."""
    made_ = sheet(name, size)
    figure = made_.figure()
    right, top = (side * figure.dpi for side in figure.get_size_inches())
    out = [words for words, (x0, y0, x1, y1) in texts(made_) if x0 < 0 or y0 < 0 or x1 > right or y1 > top]
    assert out == []


@EACH
def test_bytes_are_the_same(name: str) -> None:
    """The same records give the same bytes, as SVG and PNG, and the SVG is well-formed."""
    for form in draw.FORMATS:
        once = draw.rendered(sheet(name, 10), form)
        assert once == draw.rendered(sheet.__wrapped__(name, 10), form)
        if form == "svg":
            ET.fromstring(once)  # noqa: S314 (a file of our own)


@EACH
def test_the_scope_is_told(name: str) -> None:
    """The caption of each picture says which events count, or that claims count whatever they amount to."""
    caption = " ".join(sheet(name, 10).caption)
    assert "factuality: fact, disputed" in caption or "whatever they amount to" in caption


@EACH
def test_no_rows_are_refused(name: str) -> None:
    """A measure that gives no row is a ConfigError that says so."""
    with pytest.raises(ConfigError, match=f"there is nothing to draw: {name} gives no row"):
        draw.measured(name, [], network=nx.MultiDiGraph())


def test_an_unknown_measure_is_refused() -> None:
    """A measure without a picture is a ConfigError that names those that have one."""
    with pytest.raises(ConfigError, match="measure 'degre' has no picture; expected one of balance, betweenness"):
        draw.measured("degre", [1])


def test_centrality_is_drawn_as_the_measure_that_it_is() -> None:
    """A centrality is drawn under the name of the measure that was asked for, else of PageRank."""
    many = network(10)
    found = measures.centrality(many, measure="in")
    assert draw.measured("centrality", found, measure="in").title == "To whom most is done"
    assert "PageRank" in " ".join(draw.measured("centrality", found).caption)


def test_communities_need_their_network() -> None:
    """A picture of communities without the network that they are of is a ConfigError."""
    with pytest.raises(ConfigError, match="give network="):
        draw.measured("communities", measures.communities(network(10)))


def test_a_ranking_says_what_it_leaves_out() -> None:
    """Where there are more bars than the limit, the caption says how many of how many are drawn."""
    found = measures.centrality(network(50), measure="degree")
    made_ = draw.measured("degree", found, limit=5)
    assert "Drawn are the first 5 of 50 actors." in made_.caption


def test_two_of_one_name_are_told_apart() -> None:
    """Actors that share a label stand with what their ids say beyond it."""
    bars = [
        measures.Score(rank=n, id=each, label="Ruker", type="Person", score=2.0)
        for n, each in enumerate(("ent:ruker-jan", "ent:ruker-ida"), 1)
    ]
    words = [words for words, _ in texts(draw.measured("degree", bars))]
    assert {"Ruker (jan)", "Ruker (ida)"} <= set(words)


MARCH = measures.Balance(
    rank=1,
    since=date(2024, 3, 1),
    events=3,
    verbal_cooperation=2,
    material_cooperation=0,
    verbal_conflict=1,
    material_conflict=0,
    balance=1,
    intensity=0.5,
)


def test_cooperation_stands_over_conflict() -> None:
    """Of two cooperative events and a request, two go up and one goes down, and REQUEST is explained."""
    made_ = draw.measured("balance", [MARCH], names=("Norland", "Sudria"))
    assert "Cooperation: 2, conflict: 1." in made_.caption
    assert any("REQUEST" in note for note in made_.caption)
    assert [key.words for key in made_.keys][:2] == ["verbal cooperation", "verbal conflict"]


def test_an_untyped_event_is_counted_apart() -> None:
    """Events of no quad class have no bar, and the caption counts them."""
    row = replace(MARCH, events=5, intensity=None)
    made_ = draw.measured("balance", [row], names=("Norland", "Sudria"), by="week")
    assert "Of no quad class, and so not drawn as bars: 2." in made_.caption


def test_a_chain_shows_factuality_and_evidence() -> None:
    """Each step of a path shows what its event amounts to, in words and by its dashes, and the sentence it rests on."""
    many: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, label in (("ent:a", "Norland"), ("ent:b", "Sudria")):
        many.add_node(node, label=label, type="State")
    many.add_edge(
        "ent:a", "ent:b", "event:1", action="urge", event_type="REQUEST", factuality="disputed", latest="2024-03-02"
    )
    said = Evidence(
        mention="m", sentence="Norland urged Sudria to wait.", document="doc:1", date="2024-03-02", title="Talks"
    )
    made_ = draw.measured("path", measures.path(many, "ent:a", "ent:b"), evidence=[[said]])
    words = [words for words, _ in texts(made_)]
    assert "Norland – urge → Sudria" in words
    assert "REQUEST, 2024-03-02, disputed" in words
    assert "“Norland urged Sudria to wait.”" in words
    assert FACTUALITY["disputed"].colour in draw.rendered(made_, "svg").decode()


def test_a_long_sentence_is_cut() -> None:
    """A sentence of more than 420 characters ends in an ellipsis."""
    words = [words for words, _ in texts(sheet("path", 10))]
    assert any(each.endswith("…”") for each in words)


def test_triads_out_of_balance_are_told_by_words() -> None:
    """A triangle says by words whether it is in balance, and its signs stand beside its sides."""
    triad = measures.Triad(
        rank=1, members=("a", "b", "c"), labels=("Norland", "Sudria", "Estia"), signs="+-+", balanced=False
    )
    words = [words for words, _ in texts(draw.measured("triads", [triad]))]
    assert "out of balance" in words
    assert sorted(each for each in words if each in {"+", "−"}) == ["+", "+", "−"]


def test_threes_that_are_apart_stand_in_the_caption() -> None:
    """The census draws the patterns that hang together; those of strangers would dwarf them, and are told in words."""
    made_ = draw.measured("census", measures.census(network(10)))
    words = [words for words, _ in texts(made_)]
    assert "030T" in words
    assert "003" not in words
    assert any("nobody acts on another: " in note for note in made_.caption)


def test_groups_show_factuality() -> None:
    """Arrows between members keep the dashes and the key of what their events amount to."""
    made_ = sheet("communities", 10)
    assert {"fact", "disputed"} <= {key.words for key in made_.keys}
    assert "stroke-dasharray" in draw.rendered(made_, "svg").decode()


def test_a_group_tells_its_size() -> None:
    """The head of a group has its letter and all its members, also those that are not drawn."""
    many: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(30):
        many.add_edge("ent:hub", f"ent:{number:02}", f"event:{number}", factuality="fact")
    words = [words for words, _ in texts(draw.measured("communities", measures.communities(many), network=many))]
    assert "A  31 actors" in words
    assert any("14 shown" in each for each in words)


def test_bursts_stand_on_their_days() -> None:
    """A burst says how many of how many events are its own; its month goes to the last day."""
    words = [words for words, _ in texts(sheet("bursts", 10))]
    assert "12 of 30 events, 40% (usually 10%)" in words
    assert draw.Interval(label="a", since=date(2024, 1, 1), until=date(2024, 1, 2), words="").weight == 1.0


def test_changes_are_told_in_words() -> None:
    """A pair that is new says so, with its events before and after."""
    change = measures.Change(
        rank=1,
        left="ent:a",
        left_label="Norland",
        right="ent:b",
        right_label="Sudria",
        what="new",
        before=0,
        after=4,
        intensity_before=None,
        intensity_after=-2.5,
    )
    words = [words for words, _ in texts(draw.measured("changes", [change]))]
    assert "Norland – Sudria" in words
    assert "new: 0 → 4, intensity – → −2.5" in words


def test_mutual_bars_have_numbers_on_both_sides() -> None:
    """Of a pair stand what the left one did and what came back."""
    row = measures.Reciprocity(
        rank=1, left="a", left_label="Norland", right="b", right_label="Sudria", there=7, back=3, share=0.6
    )
    words = [words for words, _ in texts(draw.measured("reciprocity", [row]))]
    assert {"Norland", "Sudria", "7", "3"} <= set(words)


def test_a_matrix_adds_rows_of_one_pair() -> None:
    """Two rows of the same speaker about the same actor are one cell."""
    spoken = [Spoken(speaker_label="Ida Ruker", about_label="Sudria", claims=n) for n in (2, 3)]
    words = [words for words, _ in texts(draw.measured("speakers", spoken))]
    assert words.count("5") >= 1
    assert not re.search(r"\b2\b", " ".join(words))


def test_counts_have_whole_marks() -> None:
    """An axis of counts has no parts of events."""
    change = measures.Change(
        rank=1,
        left="a",
        left_label="Norland",
        right="b",
        right_label="Sudria",
        what="new",
        before=0,
        after=1,
        intensity_before=None,
        intensity_after=None,
    )
    words = [words for words, _ in texts(draw.measured("changes", [change]))]
    assert sorted(each for each in words if re.fullmatch(r"[\d.]+", each)) == ["0", "1"]
