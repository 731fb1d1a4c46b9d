from __future__ import annotations

import re
import struct
from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import matplotlib as mpl
import networkx as nx
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from kg import draw
from kg.draw import places
from kg.draw.lettering import readable, width
from kg.draw.sheet import settled
from kg.draw.style import FACTUALITY, QUADS
from kg.errors import ConfigError, NotFoundError
from tests.draw.words import texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kg.draw.sheet import Sheet

    Make = Callable[[int], nx.MultiDiGraph[str]]

CLASSES = {"REQUEST": "verbalConflict", "CONSULT": "verbalCooperation", "AID": "materialCooperation"}
CLASSES |= {"COERCE": "materialConflict", "COERCE-deport": "materialConflict"}
SIZES = pytest.mark.parametrize("size", [10, 200])
LONG = "The Interim Commission for the Restoration of the Northern Ferry Lines of Arvenia and Sudria"
LABELS = (
    "Norland",
    LONG,
    "Министерство обороны",
    "العربية السعودية",
    "日本政府",
    "대한민국",
    "भारत",
    "e\u0301cole",
    "",
    "a\x00b\u202ec",
)
KINDS = pytest.mark.parametrize("kind", ["ego", "actors", "timeline", "heatmap"])


def sheet(kind: str, network: nx.MultiDiGraph[str], *, limit: int = 200) -> Sheet:
    """A picture of a kind, of the network's first actor where one is asked for."""
    first = min(network)
    match kind:
        case "ego":
            return draw.ego(network, first, limit=limit)
        case "actors":
            return draw.actors(network, limit=limit)
        case "timeline":
            return draw.timeline(network, first, quads=CLASSES)
        case _:
            return draw.heatmap(network, quads=CLASSES, limit=limit)


@SIZES
@KINDS
def test_words_do_not_overlap(kind: str, size: int, network: Make) -> None:
    """No two texts of a picture overlap, of labels, title, legend, axis and caption, at 10 and at 200 actors."""
    found = texts(sheet(kind, network(size)))
    for (one, a), (other, b) in combinations(found, 2):
        apart = a[2] <= b[0] + 0.5 or b[2] <= a[0] + 0.5 or a[3] <= b[1] + 0.5 or b[3] <= a[1] + 0.5
        assert apart, f"{one!r} overlaps {other!r}"


@SIZES
@KINDS
def test_words_stay_on_the_sheet(kind: str, size: int, network: Make) -> None:
    """No text of a picture leaves it."""
    made = sheet(kind, network(size))
    figure = made.figure()
    right, top = (side * figure.dpi for side in figure.get_size_inches())
    assert all(x0 >= 0 and y0 >= 0 and x1 <= right and y1 <= top for _, (x0, y0, x1, y1) in texts(made))


@pytest.mark.parametrize("kind", ["ego", "actors"])
@pytest.mark.parametrize("size", [10, 50, 200])
@pytest.mark.parametrize("seed", [1, 2])
def test_any_names_in_random_networks_stand_apart(kind: str, size: int, seed: int) -> None:
    """In a random network, with long names and names in any script, no two names overlap and none is left out."""
    drawn = nx.gnm_random_graph(size, 2 * size, seed=seed, directed=True)
    many: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, (source, target) in enumerate([*drawn.edges, *((0, each) for each in range(1, size))]):
        for node in (source, target):
            many.add_node(f"ent:{node:03}", label=LABELS[node % len(LABELS)], type="Person")
        many.add_edge(f"ent:{source:03}", f"ent:{target:03}", f"event:{number}", factuality="fact")
    made = sheet(kind, many)
    boxes = [label.box for label in made.labels]
    assert len(boxes) == size
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


def test_names_are_as_wide_as_they_are_drawn() -> None:
    """The box that is kept free for a name is no narrower than the name that matplotlib draws, in any script."""
    for words in (*map(readable, LABELS), readable("Kaffee für Ärzte")):
        with settled():
            figure = Figure(dpi=72)
            FigureCanvasAgg(figure)
            made = figure.text(0, 0, words, fontsize=9, parse_math=False)
            assert made.get_window_extent().width <= width(words, 9) + 1


@SIZES
def test_most_names_are_shown(size: int, network: Make) -> None:
    """Nine of ten actors are named in the picture of all."""
    words = [words for words, _ in texts(draw.actors(network(size)))]
    assert sum(each.startswith("Ministry of Arvenia") for each in words) >= 0.9 * size


def test_the_caption_counts_the_names(network: Make) -> None:
    """Where names are left out, the caption says how many of how many there are."""
    made = draw.actors(network(200))
    names = sum(label.words.startswith("Ministry") for label in made.labels)
    assert names == 200 or f"Names: {names} of 200." in made.caption


@KINDS
def test_bytes_are_the_same(kind: str, network: Make) -> None:
    """One network gives the same bytes twice, whatever the order in which it was made, as SVG and PNG."""
    once = network(30)
    again: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    again.add_nodes_from(sorted(once.nodes(data=True), reverse=True))
    for source, target, event, attributes in list(once.edges(keys=True, data=True))[::-1]:
        again.add_edge(source, target, event, **attributes)
    for form in draw.FORMATS:
        assert draw.rendered(sheet(kind, once), form) == draw.rendered(sheet(kind, again), form)


def test_settings_of_the_user_change_nothing(network: Make) -> None:
    """A user's own settings of matplotlib do not change a picture."""
    plain = draw.rendered(draw.actors(network(10)), "svg")
    with mpl.rc_context({"font.size": 30, "lines.linewidth": 9, "text.color": "red", "svg.hashsalt": "other"}):
        assert draw.rendered(draw.actors(network(10)), "svg") == plain


def test_the_svg_has_no_date(network: Make) -> None:
    """A picture says nothing of when, or by which version, it was made."""
    svg = draw.rendered(draw.actors(network(10)), "svg").decode()
    assert "<metadata>" not in svg
    assert not re.search(r"[Mm]atplotlib v|dc:date", svg)


def test_factuality_is_drawn(network: Make) -> None:
    """Each factuality has lines in its own dashes and colour, and a key."""
    svg = draw.rendered(draw.actors(network(10)), "svg").decode()
    for stroke in FACTUALITY.values():
        lines = re.findall(rf'style="[^"]*stroke: {stroke.colour}[^"]*"', svg)
        assert lines
        assert all(("stroke-dasharray" in line) == bool(stroke.dashes) for line in lines)
        assert stroke.name in svg


def test_factuality_differs_without_colour() -> None:
    """No two factualities share their dashes, nor two quad classes their marker."""
    assert len({stroke.dashes for stroke in FACTUALITY.values()}) == len(FACTUALITY)
    assert len({sign.marker for sign in QUADS.values()}) == len(QUADS)


def test_the_timeline_tells_fact_from_promise(pair: nx.MultiDiGraph[str]) -> None:
    """An event that is no fact is hollow on a timeline, with a key that says so."""
    made = draw.timeline(pair, "ent:norland", "ent:sudria", quads=CLASSES)
    assert "hollow: uncommitted (not vouched for)" in [key.words for key in made.keys]
    aid = QUADS["materialCooperation"].rim
    svg = draw.rendered(made, "svg").decode()
    assert re.search(rf"fill: #ffffff; stroke-dasharray[^\"]*stroke: {aid}", svg)


def test_the_timeline_has_a_lane_each_way(pair: nx.MultiDiGraph[str]) -> None:
    """What one did to the other, both together, and the other to the one stand in lanes of their own."""
    words = [words for words, _ in texts(draw.timeline(pair, "ent:norland", "ent:sudria", quads=CLASSES))]
    assert {"Norland → Sudria", "each with the other", "Sudria → Norland"} <= set(words)
    assert sorted(each for each in words if each in {"urge", "meet", "fund", "thank"}) == ["fund", "meet", "urge"]


def test_the_timeline_counts_what_has_no_date(pair: nx.MultiDiGraph[str]) -> None:
    """An event without a date is not drawn, and the caption says so."""
    made = draw.timeline(pair, "ent:norland", "ent:sudria", quads=CLASSES)
    assert "Without any date, and so not drawn: 1." in made.caption


@pytest.mark.parametrize("kind", ["timeline", "heatmap"])
def test_requests_are_explained(kind: str, network: Make) -> None:
    """Where quad classes are shown, the caption says that PLOVER counts a request as verbal conflict."""
    assert any("REQUEST" in note and "verbal conflict" in note for note in sheet(kind, network(10)).caption)


def test_the_heat_map_counts_an_event_once(pair: nx.MultiDiGraph[str]) -> None:
    """A cell holds the number of facts; behind a plus stands that of other events."""
    pair.add_edge("ent:norland", "ent:norland", "event:5", event_type="AID", factuality="fact")
    pair.add_node("ent:estia", label="Estia", type="State")
    pair.add_edge("ent:norland", "ent:estia", "event:1", **pair["ent:norland"]["ent:sudria"]["event:1"])
    words = [words for words, _ in texts(draw.heatmap(pair, quads=CLASSES))]
    assert sorted(each for each in words if re.fullmatch(r"[\d+]+", each)) == ["+1", "1", "1", "1", "1"]


def test_the_busiest_are_kept(network: Make) -> None:
    """With a limit the busiest actors are drawn, and the caption says of how many."""
    made = draw.actors(network(50), limit=12)
    assert any(re.fullmatch(r"Drawn are the \d+ busiest of 50 actors\.", note) for note in made.caption)


def test_rooms_do_not_meet(network: Make) -> None:
    """No two of 200 nodes stand in one another's room."""
    many = network(200).to_undirected()
    room = places.Room(left=6, right=90, up=8, down=8)
    where = places.spread(many, dict.fromkeys(many, (room,))).where
    assert all(
        abs(ax - bx) >= 96 - 0.01 or abs(ay - by) >= 16 - 0.01 for (ax, ay), (bx, by) in combinations(where.values(), 2)
    )


@pytest.mark.parametrize("kind", ["ego", "heatmap"])
@pytest.mark.parametrize(
    "label", ["Россия", "Ελλάδα", "العربية", "ישראל", "日本", "대한민국", "भारत", "🚢", "a\x00b\n\x7f", "", None]
)
def test_any_label_is_drawn(kind: str, label: str | None, network: Make) -> None:
    """A name in any script, with control characters or none at all, is drawn without a warning."""
    made = network(10)
    made.nodes["ent:n000"]["label"] = label
    svg = draw.rendered(sheet(kind, made), "svg")
    draw.rendered(sheet(kind, made), "png")
    ET.fromstring(svg)  # noqa: S314 (a file of our own)


def test_signs_of_mathematics_stay_signs(network: Make) -> None:
    """A name with dollars and backslashes is drawn as it stands."""
    made = network(10)
    made.nodes["ent:n001"]["label"] = r"$2m and \frac $3m"
    assert r"$2m and \frac $3m" in [words for words, _ in texts(draw.actors(made))]


def test_an_unknown_node_is_refused(network: Make) -> None:
    """An actor that the network does not hold is a NotFoundError that says what to widen."""
    with pytest.raises(NotFoundError, match="ent:nobody has no event with another here; widen the filters"):
        draw.ego(network(10), "ent:nobody")


@pytest.mark.parametrize("kind", ["actors", "heatmap"])
def test_nothing_to_draw_is_refused(kind: str) -> None:
    """An empty selection is a ConfigError."""
    empty: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    empty.add_node("ent:alone", label="Alone", type="State")
    with pytest.raises(ConfigError, match="there is nothing to draw"):
        sheet(kind, empty)


def test_a_pair_without_dates_is_refused(pair: nx.MultiDiGraph[str]) -> None:
    """A timeline without any dated event is a ConfigError."""
    for event in ("event:1", "event:2", "event:3"):
        for edge in [edge for edge in pair.edges(keys=True) if edge[2] == event]:
            pair.remove_edge(*edge)
    with pytest.raises(ConfigError, match="no event with a date links Norland and Sudria"):
        draw.timeline(pair, "ent:norland", "ent:sudria", quads=CLASSES)


def test_a_file_is_written_by_its_suffix(network: Make, tmp_path: Path) -> None:
    """The suffix of a file's name decides its format; a PNG is twice as many dots wide as the sheet is points."""
    made = draw.actors(network(10))
    draw.write(made, tmp_path / "a.svg")
    draw.write(made, tmp_path / "a.png")
    assert (tmp_path / "a.svg").read_bytes().startswith(b"<?xml")
    wide, _ = struct.unpack(">II", (tmp_path / "a.png").read_bytes()[16:24])
    assert abs(wide - 2 * (made.width + 32)) <= 1


def test_another_suffix_is_refused(network: Make, tmp_path: Path) -> None:
    """A file that is neither .svg nor .png is a ConfigError, and not written."""
    with pytest.raises(ConfigError, match=r"name it \.svg or \.png"):
        draw.write(draw.actors(network(10)), tmp_path / "a.gif")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_refused(network: Make, tmp_path: Path) -> None:
    """A file that cannot be written is a ConfigError."""
    with pytest.raises(ConfigError, match="cannot be written"):
        draw.write(draw.actors(network(10)), tmp_path / "none" / "a.svg")


def test_two_of_one_name_are_told_apart(pair: nx.MultiDiGraph[str]) -> None:
    """Two actors with the same label stand with what their ids say beyond it."""
    pair.nodes["ent:sudria"]["label"] = "Norland"
    words = [words for words, _ in texts(draw.actors(pair))]
    assert "Norland (sudria)" in words


def test_a_control_of_direction_turns_nothing_round(pair: nx.MultiDiGraph[str]) -> None:
    """A mark that would turn words round is left out of a name."""
    pair.nodes["ent:sudria"]["label"] = "Su\u202eairda"
    assert "Suairda" in [words for words, _ in texts(draw.actors(pair))]


def test_the_svg_is_told_in_words(pair: nx.MultiDiGraph[str]) -> None:
    """An SVG has its title and its caption for those who cannot see it, escaped."""
    pair.nodes["ent:norland"]["label"] = 'Norland <"&'
    root = ET.fromstring(draw.rendered(draw.ego(pair, "ent:norland"), "svg"))  # noqa: S314 (a file of our own)
    assert root.get("role") == "img"
    assert root.get("aria-label") == 'Around Norland <"&: who acts on whom'
    assert (root[0].text or "").startswith("newskg: ")


def test_a_long_title_goes_on_in_a_second_line(network: Make) -> None:
    """A title that is wider than the picture is not cut."""
    made = network(10)
    made.nodes["ent:n000"]["label"] = made.nodes["ent:n001"]["label"] = LONG
    title = draw.timeline(made, "ent:n000", "ent:n001", quads=CLASSES).title
    words = [words for words, _ in texts(draw.timeline(made, "ent:n000", "ent:n001", quads=CLASSES))]
    assert title not in words
    assert title.endswith("over time")
    assert title in " ".join(words)


def test_a_png_has_the_dots_that_are_asked_for(network: Make) -> None:
    """Twice the dots an inch make a PNG twice as wide."""
    made = draw.actors(network(10))
    wide, wider = (struct.unpack(">I", draw.rendered(made, "png", dots=dots)[16:20])[0] for dots in (72, 144))
    assert abs(wider - 2 * wide) <= 1


def test_a_crowded_day_is_counted(pair: nx.MultiDiGraph[str]) -> None:
    """Of very many events on one day the most reported are drawn, and a number says how many more there are."""
    for number in range(100):
        pair.add_edge(
            "ent:norland", "ent:sudria", f"event:c{number:02}", action="meet", factuality="fact", latest="2024-03-20"
        )
    made = draw.timeline(pair, "ent:norland", "ent:sudria", quads=CLASSES)
    more = [int(words) for words, _ in texts(made) if re.fullmatch(r"\+\d+", words)]
    assert len(more) == 1
    drawn = f"Drawn are {103 - more[0]:,}, the most reported; +n is how many more there are around a day."
    assert drawn in made.caption
    assert made.height < 500


def test_a_notebook_shows_png(network: Make) -> None:
    """A picture shows itself as PNG, half as wide on the page as it has points, for screens that are sharp."""
    made, size = sheet("ego", network(10))._repr_png_()
    assert made == draw.rendered(sheet("ego", network(10)), "png")
    wide, high = struct.unpack(">II", made[16:24])
    assert (size["width"], size["height"]) == (wide // 2, high // 2)


def test_a_picture_is_told_by_its_title(network: Make) -> None:
    """The words for a picture are the same every time: they name no place in memory."""
    told = [repr(sheet("ego", network(10))) for _ in range(2)]
    assert told[0] == told[1]
    assert "title='Around " in told[0]


def test_names_stand_where_no_edge_is() -> None:
    """Of two who deal with one another the names stand outside, and the arrow between them is free."""
    two: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, label in (("ent:a", "Norland"), ("ent:b", "Sudria")):
        two.add_node(node, label=label, type="State")
    two.add_edge("ent:a", "ent:b", "event:1", action="meet", factuality="fact")
    left, right = sorted(draw.actors(two).labels[:2], key=lambda label: label.box.left)
    arrow = [label for label in draw.actors(two).labels if label.words == "meet"]
    assert left.box.right < arrow[0].box.left
    assert arrow[0].box.right < right.box.left


def test_a_lone_event_has_a_pale_cell(pair: nx.MultiDiGraph[str]) -> None:
    """In a heat map of single events a cell is pale, so that the rim of what is no fact is seen."""
    svg = draw.rendered(draw.heatmap(pair, quads=CLASSES), "svg").decode()
    assert FACTUALITY["uncommitted"].colour in svg
    assert "#003a5c" not in svg
