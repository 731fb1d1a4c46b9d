"""The text layer on disk: what is put comes back whole, and what is damaged does not come back."""

from __future__ import annotations

import errno
import gzip
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kg import model
from kg.errors import StoreError
from kg.model import Document, Extraction, Span
from kg.shards import Shard, Shards
from tests.articles import grant

if TYPE_CHECKING:
    from collections.abc import Callable

IDENT = "0123456789abcdef"
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
SPANS = st.tuples(st.integers(0, 99), st.integers(1, 99)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
DAYS = st.none() | st.dates(date(1, 1, 1))
TIMES = st.builds(model.Time, span=SPANS, earliest=DAYS, latest=DAYS, precision=st.sampled_from(model.TimePrecision))
EVENTS = st.builds(
    model.EventMention,
    span=SPANS,
    sentence=SPANS,
    action=WORDS,
    type=st.none() | WORDS,
    roles=st.lists(
        st.builds(
            model.Role,
            name=st.sampled_from(model.RoleName),
            span=SPANS,
            words=SPANS,
            pattern=WORDS,
            mention=st.none() | SPANS,
            event=st.none() | SPANS,
        ),
        max_size=2,
    ).map(tuple),
    polarity=st.sampled_from(model.Polarity),
    certainty=st.sampled_from(model.Certainty),
    modality=st.sampled_from(model.Modality),
    future=st.booleans(),
    time=st.none() | TIMES,
    confidence=st.floats(0, 1),
    reasons=st.lists(WORDS, max_size=2).map(tuple),
)
EXTRACTIONS = st.builds(
    Extraction,
    document=st.builds(
        Document,
        name=WORDS,
        text=st.just("w" * 200),  # longer than any of SPANS
        title=st.none() | WORDS,
        date=DAYS,
        genre=st.none() | st.sampled_from(model.Genre),
        blocks=st.lists(st.builds(model.Block, kind=st.sampled_from(model.BlockKind), span=SPANS), max_size=2).map(
            tuple
        ),
    ),
    sentences=st.lists(SPANS, max_size=2).map(tuple),
    events=st.lists(EVENTS, max_size=2).map(tuple),
    quantities=st.lists(
        st.builds(model.Quantity, span=SPANS, value=st.none() | st.floats(allow_nan=False, allow_infinity=False)),
        max_size=2,
    ).map(tuple),
    dropped=st.lists(st.tuples(WORDS, st.integers(0, 9)), max_size=2).map(tuple),
)


@pytest.fixture
def shards(tmp_path: Path) -> Shards:
    """An empty folder of shards."""
    return Shards(tmp_path / "documents")


def shard() -> Shard:
    """The shard of an article with one of everything."""
    return Shard(recipe="r1", extraction=grant().extraction())


def place(shards: Shards, document: str = IDENT) -> Path:
    """The one file of a shard."""
    (path,) = shards.folder.rglob(f"{document}*")
    return path


# ------------------------------------------------------------------------------------------------ what is put


def test_round_trip(shards: Shards) -> None:
    """What is put comes back, every record of it."""
    shards.put(IDENT, shard())
    assert shards.get(IDENT) == shard()


def test_one_of_everything() -> None:
    """The article of these tests has a record of each kind that an extraction can hold."""
    extraction = shard().extraction
    assert [field for field in extraction.__struct_fields__ if not getattr(extraction, field)] == []


@given(EXTRACTIONS)
@settings(deadline=None, max_examples=50)
def test_any_extraction(tmp_path_factory: pytest.TempPathFactory, extraction: Extraction) -> None:
    """Any extraction comes back as it was, types and all."""
    shards = Shards(tmp_path_factory.getbasetemp() / "any")
    shards.put(IDENT, Shard(recipe="r1", extraction=extraction))
    assert shards.get(IDENT) == Shard(recipe="r1", extraction=extraction)


def test_types_come_back(shards: Shards) -> None:
    """Days come back as days, spans as spans, closed lists as their members."""
    shards.put(IDENT, shard())
    found = shards.get(IDENT)
    assert found is not None
    event = found.extraction.events[0]
    assert event.time is not None
    assert type(event.time.earliest) is date
    assert type(event.span) is Span
    assert event.modality is model.Modality.ASSERTED


def test_same_bytes(shards: Shards) -> None:
    """The same shard is the same bytes, whenever it is written."""
    shards.put(IDENT, shard())
    first = place(shards).read_bytes()
    os.utime(place(shards), (0, 0))
    shards.put(IDENT, shard())
    assert place(shards).read_bytes() == first


def test_put_again(shards: Shards) -> None:
    """A shard that is put again takes the place of the old one."""
    shards.put(IDENT, shard())
    shards.put(IDENT, replace(shard(), recipe="r2"))
    found = shards.get(IDENT)
    assert found is not None
    assert (found.recipe, len(shards.ids())) == ("r2", 1)


def test_nothing_beside_the_shard(shards: Shards) -> None:
    """Writing leaves no other file."""
    shards.put(IDENT, shard())
    assert [path for path in shards.folder.rglob("*") if path.is_file()] == [place(shards)]


# ------------------------------------------------------------------------------------------------ what is there


def test_none(shards: Shards) -> None:
    """A document without a shard has none, even where there is no folder."""
    assert (shards.get(IDENT), shards.ids(), list(shards.extractions([]))) == (None, [], [])


def test_ids_are_sorted(shards: Shards) -> None:
    """The ids of the documents are sorted, whatever folder they are in."""
    idents = ["ff00000000000000", "0000000000000001", "0f00000000000000", "0000000000000000"]
    for ident in idents:
        shards.put(ident, shard())
    assert shards.ids() == sorted(idents)


def test_extractions(shards: Shards) -> None:
    """What was read from some documents comes in the order of their ids, whatever order they are named in."""
    one = replace(shard().extraction, sentences=())
    for ident in ("ff00000000000000", "8000000000000000"):
        shards.put(ident, shard())
    shards.put("0000000000000000", Shard(recipe="r1", extraction=one))
    wanted = ["ff00000000000000", "0000000000000000"]
    assert list(shards.extractions(wanted)) == [one, shard().extraction]


def test_drop(shards: Shards) -> None:
    """A dropped shard is gone, and others stay; dropping twice does nothing."""
    shards.put(IDENT, shard())
    shards.put("ff00000000000000", shard())
    shards.drop(IDENT)
    shards.drop(IDENT)
    assert shards.ids() == ["ff00000000000000"]


# ------------------------------------------------------------------------------------------------ damage


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"no shard", gzip.compress(b""), gzip.compress(b"{}"), gzip.compress(b"[")]
)
def test_no_shard(shards: Shards, content: bytes) -> None:
    """A file of something else reads as no shard."""
    shards.put(IDENT, shard())
    place(shards).write_bytes(content)
    assert shards.get(IDENT) is None


def test_cut_off(shards: Shards) -> None:
    """A shard that was cut off, wherever, reads as none."""
    shards.put(IDENT, shard())
    path, whole = place(shards), place(shards).read_bytes()
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        assert shards.get(IDENT) is None


def test_flipped(shards: Shards) -> None:
    """A shard with one wrong byte, wherever, reads as none or as what it was."""
    shards.put(IDENT, shard())
    path, whole = place(shards), place(shards).read_bytes()
    for position in range(0, len(whole), 3):
        path.write_bytes(whole[:position] + bytes([whole[position] ^ 0xFF]) + whole[position + 1 :])
        assert shards.get(IDENT) in {None, shard()}


def test_wrong_type(shards: Shards) -> None:
    """A shard whose records have other fields reads as none."""
    shards.put(IDENT, shard())
    words = msgspec.json.encode(shard()).replace(b'"polarity":"positive"', b'"polarity":"maybe"')
    place(shards).write_bytes(gzip.compress(words))
    assert shards.get(IDENT) is None


def test_empty_span(shards: Shards) -> None:
    """A shard with a span that no record may have reads as none."""
    shards.put(IDENT, shard())
    words = msgspec.json.encode(shard()).replace(b"[0,7]", b"[7,7]")
    place(shards).write_bytes(gzip.compress(words))
    assert shards.get(IDENT) is None


@pytest.mark.parametrize("content", [b"", None], ids=["damaged", "missing"])
def test_wanted_shard(shards: Shards, content: bytes | None) -> None:
    """A shard that is wanted and damaged, or missing, is a one-line error that says what to do."""
    shards.put(IDENT, shard())
    path = place(shards)
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreError, match=rf"^[^\n]+{IDENT}\.json\.gz: missing, [^\n]+; build its document again$"):
        list(shards.extractions([IDENT]))


# ------------------------------------------------------------------------------------------------ errors of writing


def test_folder_is_a_file(tmp_path: Path) -> None:
    """A folder that cannot be made is a one-line error."""
    (tmp_path / "documents").touch()
    with pytest.raises(StoreError, match=r"^[^\n]+: cannot write \([^\n]+\); [^\n]+$"):
        Shards(tmp_path / "documents").put(IDENT, shard())


def test_full_disk(shards: Shards, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is a one-line error, leaves what was there, and nothing half written."""
    shards.put(IDENT, shard())

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StoreError, match=r"^[^\n]+: cannot write \(No space left on device\); free some space [^\n]+$"):
        shards.put(IDENT, replace(shard(), recipe="r2"))
    assert shards.get(IDENT) == shard()
    assert [path for path in shards.folder.rglob("*") if path.is_file()] == [place(shards)]


def test_place_is_a_folder(shards: Shards) -> None:
    """A folder in a shard's place reads as none, and cannot be written over."""
    shards.put(IDENT, shard())
    path = place(shards)
    path.unlink()
    path.mkdir()
    assert shards.get(IDENT) is None
    with pytest.raises(StoreError, match="cannot write"):
        shards.put(IDENT, shard())


# ------------------------------------------------------------------------------------------------ what is kept


def test_kept_under_its_key(shards: Shards) -> None:
    """What was kept beside a shard comes back under its key, and under no other."""
    shards.put(IDENT, shard())
    shards.keep(IDENT, "k1", b"derived")
    assert (shards.kept(IDENT, "k1"), shards.kept(IDENT, "k2")) == (b"derived", None)


def test_damaged_is_not_kept(shards: Shards) -> None:
    """What cannot be read is not there."""
    shards.put(IDENT, shard())
    shards.keep(IDENT, "k1", b"derived")
    (path,) = shards.folder.rglob("*.kept")
    path.write_bytes(path.read_bytes()[:-4])
    assert shards.kept(IDENT, "k1") is None


def test_kept_goes_with_the_shard(shards: Shards) -> None:
    """A shard that is dropped takes along what is kept beside it."""
    shards.put(IDENT, shard())
    shards.keep(IDENT, "k1", b"derived")
    shards.drop(IDENT)
    assert [path for path in shards.folder.rglob("*") if path.is_file()] == []


def test_digest_tells_shards_apart(shards: Shards) -> None:
    """Another shard has another digest, and none has an empty one."""
    shards.put(IDENT, shard())
    first = shards.digest(IDENT)
    shards.put(IDENT, replace(shard(), recipe="r2"))
    assert shards.digest(IDENT) not in {first, ""}
    shards.drop(IDENT)
    assert shards.digest(IDENT) == ""


def test_what_a_killed_process_left_is_swept(tmp_path: Path) -> None:
    """A file of a process that has ended is removed, one that is being written is left."""
    shards = Shards(tmp_path)
    folder = tmp_path / IDENT[:2]
    folder.mkdir()
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        pass
    left, written = folder / f"writing-{ended.pid}-a", folder / f"writing-{os.getpid()}-b"
    left.write_bytes(b"half")
    written.write_bytes(b"half")
    shards.sweep()
    assert (left.exists(), written.exists()) == (not Path("/proc/self").exists(), True)


def test_shard_is_on_the_disk_before_it_takes_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was put outlasts a loss of power: it is synced, and only then renamed."""
    done: list[str] = []

    def noted(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def called(*given: Any) -> Any:  # noqa: ANN401 (stands for functions of any kind)
            done.append(name)
            return function(*given)

        return called

    monkeypatch.setattr("kg.shards.os.fsync", noted("sync", os.fsync))
    monkeypatch.setattr(Path, "replace", noted("place", Path.replace))
    Shards(tmp_path).put(IDENT, Shard(recipe="", extraction=grant().extraction()))
    assert done == ["sync", "place"]
