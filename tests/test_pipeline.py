from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

import kg
from kg import pipeline
from kg.config import AnnotateConfig, BuildConfig, Config
from kg.errors import BuildError, ModelError
from kg.pipeline import Counts, texts
from kg.shards import Shard
from kg.store import Rows

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.model

TRAWLER = "Portugal urged Morocco on Monday to free the crew of a trawler. Morocco denied that it held anyone."
ROADS = "Kenya gave Uganda $3 million for roads. Uganda thanked Kenya and promised to pave them by June."
WALK = "It rained."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three short documents."""
    made = tmp_path / "papers"
    made.mkdir()
    for name, text in {"roads.txt": ROADS, "trawler.txt": TRAWLER, "walk.txt": WALK}.items():
        (made / name).write_text(text)
    return made


def stages(report: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """What entered and what left each stage of a build."""
    return {stage["name"]: (stage["entered"], stage["left"]) for stage in report["stages"]}


def built(folder: Path, *paths: Path) -> dict[str, Any]:
    """The report of a build into the graph beside the documents."""
    with kg.open(folder.parent / "news.kg") as graph:
        return graph.build(paths or [folder])


def test_stages_are_named_in_their_order(folder: Path) -> None:
    """A build reports its five stages, from files to quads."""
    names = ["read and clean", "annotate and extract", "resolve", "fuse", "write"]
    assert list(stages(built(folder))) == names


def test_every_input_is_read_skipped_or_read_twice(folder: Path) -> None:
    """What entered the reading is what left it, what was skipped and what had been read before."""
    (folder / "empty.txt").touch()
    (folder / "roads-again.txt").write_text(ROADS)
    report = built(folder)
    assert stages(report)["read and clean"] == (5, 3)
    assert (report["dropped"]["document skipped"], report["dropped"]["document read twice"]) == (1, 1)


def test_what_leaves_a_stage_enters_the_next(folder: Path) -> None:
    """In a first build documents, event mentions and read events are handed on, and none is lost between stages."""
    found = stages(built(folder))
    assert found["read and clean"][1] == found["annotate and extract"][0] == 3
    assert found["annotate and extract"][1] == found["resolve"][0] > 3
    assert found["resolve"][1] == found["fuse"][0] > 3


def test_events_that_are_left_out_are_counted(folder: Path) -> None:
    """An event mention that enters the resolving leaves it, or is counted among those left out."""
    report = built(folder)
    entered, left = stages(report)["resolve"]
    assert entered - left == sum(n for why, n in report["dropped"].items() if why.startswith("event: ")) > 0


def test_written_quads_are_those_of_the_store(folder: Path) -> None:
    """The writing counts the quads that the store then holds, but for the record of runs."""
    written = stages(built(folder))["write"]
    with kg.open(folder.parent / "news.kg") as graph:
        runs = graph.graph.count(graph.ids.graph("runs"))
        assert written == (len(graph.graph) - runs, len(graph.graph) - runs)
    assert runs > 0


def test_second_build_writes_as_much(folder: Path) -> None:
    """The quads of a second build are those of the first, however many runs were recorded."""
    assert stages(built(folder))["write"] == stages(built(folder))["write"]


def test_second_build_parses_nothing(folder: Path) -> None:
    """Documents whose text layer is there are not parsed again, and counted as such."""
    built(folder)
    report = built(folder)
    assert stages(report)["annotate and extract"] == (0, 0)
    assert report["dropped"]["document already in the graph"] == 3


def test_second_build_parses_what_is_new(folder: Path) -> None:
    """One new document among old ones is the only one that is parsed."""
    built(folder)
    (folder / "new.txt").write_text("Chad asked Niger for seed.")
    assert stages(built(folder))["annotate and extract"][0] == 1


def test_second_build_parses_what_another_recipe_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text layer that other rules made is made anew."""
    built(folder)
    monkeypatch.setattr(texts, "recipe", lambda _: "0123456789abcdef")
    assert stages(built(folder))["annotate and extract"][0] == 3


def test_document_given_twice_is_read_once(folder: Path) -> None:
    """A path given twice, and inside its folder, adds its document once."""
    one = folder / "roads.txt"
    report = built(folder, one, one, folder)
    assert report["documents"] == 3
    assert report["dropped"]["document read twice"] == 2


def test_text_layers_keep_the_order_of_the_input(tmp_path: Path) -> None:
    """A line of JSON gives a text layer at its place, a second time where its text stands twice."""
    lines = [{"id": str(number), "text": text} for number, text in enumerate([WALK, TRAWLER, WALK])]
    path = tmp_path / "documents.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    found, skipped = pipeline.text_layers([path], Config())
    assert [each.document.name for each in found] == ["0", "1", "2"]
    assert skipped == []


def test_order_of_the_text_layers_makes_no_difference(folder: Path) -> None:
    """The same text layers in another order denote the same."""
    found, _ = pipeline.text_layers([folder], Config())
    assert pipeline.world(found, Config()) == pipeline.world(reversed(found), Config())


def test_identities_need_no_graph(tmp_path: Path) -> None:
    """Mentions lead where they lead in a graph, though no copies are looked for and no events are made."""
    text = f"{WALK} {TRAWLER} "
    long = text * (60 // len(text.split()) + 1)
    path = tmp_path / "documents.jsonl"
    rows = ({"id": name, "text": long + ending} for name, ending in (("a", ""), ("b", "Yes.")))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    found, _ = pipeline.text_layers([path], Config())
    world, identities = pipeline.world(found, Config()), pipeline.identities(found, Config())
    assert len(world.copies) == 1
    assert [r.links for r in identities.resolutions.values()] == [r.links for r in world.resolutions.values()]
    for event in world.events:
        assert len({identities.canonical[reading.mention] for reading in event.readings}) == 1


def test_progress_is_told_of_each_document(folder: Path) -> None:
    """Whoever watches learns the number of documents first, then of each that is done."""
    told: list[str] = []

    def progress(total: int) -> Any:  # noqa: ANN401 (what to call after each document)
        told.append(str(total))
        return lambda: told.append("done")

    pipeline.text_layers([folder], Config(), progress=progress)
    assert told == ["3", "done", "done", "done"]


def test_more_skipped_than_allowed_fails(folder: Path) -> None:
    """A build ends when the share of skipped documents is above the bound, and says which was the first."""
    (folder / "empty.txt").touch()
    config = Config(build=BuildConfig(max_skipped_share=0.24))
    with pytest.raises(BuildError, match=r"1 of 4 documents could not be read \(first: .*empty\.txt: is empty"):
        pipeline.documents([folder], config, counts=Counts())


def test_as_many_skipped_as_allowed_passes(folder: Path) -> None:
    """A share of skipped documents at the bound is no failure."""
    (folder / "empty.txt").touch()
    config = Config(build=BuildConfig(max_skipped_share=0.25))
    assert len(pipeline.documents([folder], config, counts=Counts()).documents) == 3


def test_folder_without_documents_fails(tmp_path: Path) -> None:
    """Where there is nothing to read, a build ends and says where it looked."""
    with pytest.raises(BuildError, match=r"no document under .*; expected text"):
        pipeline.documents([tmp_path], Config(), counts=Counts())


def test_missing_model_is_told_before_workers_start(folder: Path) -> None:
    """A pipeline that is not installed is one error, with workers too."""
    config = Config(annotate=AnnotateConfig(model="no_such_pipeline"), build=BuildConfig(batch_documents=1))
    with pytest.raises(ModelError, match="'no_such_pipeline' is not installed"):
        pipeline.text_layers([folder], config, workers=2)


def test_worker_that_dies_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that ends before its work is done ends the build, and the error says what to try."""
    monkeypatch.setattr(texts, "_start_worker", math.sqrt)  # which fails, in the worker, as no other does
    with pytest.raises(BuildError, match=r"a worker ended .*; try fewer --workers than 2"):
        pipeline.text_layers([folder], Config(build=BuildConfig(batch_documents=1)), workers=2)


def test_document_twice_denotes_what_it_does_once(folder: Path) -> None:
    """A text layer that stands twice in the input adds nothing to what is denoted."""
    found, _ = pipeline.text_layers([folder, folder], Config())
    assert len(found) == 6
    assert pipeline.world(found, Config()) == pipeline.world(found[:3], Config())


def test_changed_author_reaches_the_graph(tmp_path: Path) -> None:
    """A document that was built with one author, and is given again with another, has the other one in the graph."""
    path, row = tmp_path / "documents.jsonl", {"id": "1", "text": ROADS, "title": "Roads"}
    asked = "SELECT ?author { ?document dcterms:creator ?author }"
    for author in ("Mira Dahl", "Lena Aster"):
        path.write_text(json.dumps(row | {"author": author}) + "\n")
        with kg.open(tmp_path / "news.kg") as graph:
            graph.build([path])
            found = graph.query(asked)
        assert isinstance(found, Rows)
        assert found.to_arrow().to_pylist() == [{"author": author}]


def test_build_goes_on_where_another_was_cut_off(folder: Path) -> None:
    """Shards that a build wrote anew before it was cut off are what the next one makes the graph of."""
    whole = built(folder)["digest"]
    shards = kg.open(folder.parent / "news.kg").shards
    for ident in shards.ids():
        (layer,) = shards.extractions([ident])
        silent = replace(layer, events=(), attributions=())
        shards.put(ident, Shard(recipe=pipeline.recipe(Config()), extraction=silent))
    assert built(folder)["digest"] != whole
