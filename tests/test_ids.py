"""Ids come from content, are stable, and have plain local names."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kg.errors import JudgementError
from kg.ids import ACTION, EVENT_TYPE, KG, TERMS, VOCABULARIES, Ids, action, document_id, event_type, slug
from kg.model import Block, BlockKind, Document, Genre, MentionRef, Span

IDS = Ids()
REF = MentionRef(document="0123456789abcdef", span=Span(8, 12))
DOCUMENT = Document(
    name="a.txt",
    text="Norland paid.",
    title="A grant",
    outlet="Harbour Post",
    url="https://harbour-post.example/1",
    date=date(2024, 3, 5),
)

# ------------------------------------------------------------------------------------------------ slugs


@given(st.text())
@example("a/b#c")
@example("Норд/Зюд#1")
@settings(deadline=None)
def test_slug_is_plain(words: str) -> None:
    """A slug has neither slash, nor number sign, colon, space or capital, and no hyphen at its ends."""
    made = slug(words)
    assert not re.search(r"[/#:\s_]", made)
    assert made == made.lower().strip("-")


@given(st.text())
@settings(deadline=None)
def test_slug_is_stable(words: str) -> None:
    """A slug of a slug is itself."""
    assert slug(slug(words)) == slug(words)


@given(st.text(alphabet="abcXYZ019 ", min_size=1))
@settings(deadline=None)
def test_slug_of_ascii(words: str) -> None:
    """Letters and digits stay, in small letters; spaces join words once."""
    assert slug(words) == "-".join(words.lower().split())


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Upper Lake Board", "upper-lake-board"),
        ("U.S.", "u-s"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("  take   a position! ", "take-a-position"),
        ("—", ""),
        ("", ""),
    ],
)
def test_slug(words: str, made: str) -> None:
    """Accents fall away, and what is no letter or digit joins words."""
    assert slug(words) == made


@pytest.mark.parametrize(
    ("one", "other"),
    [("Новости", "Правда"), ("Канал 5", "Завод 5"), ("कि", "की"), ("新华", "新闻")],
    ids=["letters", "digits", "vowel-signs", "characters"],
)
def test_slugs_of_other_scripts(one: str, other: str) -> None:
    """Two names without a Latin letter never share a slug."""
    assert slug(one) != slug(other)


# ------------------------------------------------------------------------------------------------ documents


def test_document_id() -> None:
    """A document's id is 16 hex digits."""
    assert re.fullmatch(r"[0-9a-f]{16}", document_id(DOCUMENT))


def test_document_id_is_fixed() -> None:
    """The id of a document is the same in every version: it stands in judgements and links."""
    assert document_id(DOCUMENT) == "2a357f3005472a94"


@pytest.mark.parametrize(
    "other",
    [
        replace(DOCUMENT, text="Norland paid!"),
        replace(DOCUMENT, outlet="Delta Courier"),
        replace(DOCUMENT, url="https://harbour-post.example/2"),
        replace(DOCUMENT, date=date(2024, 3, 6)),
        replace(DOCUMENT, title="Two grants"),
        replace(DOCUMENT, outlet=None),
        replace(DOCUMENT, url=None),
        replace(DOCUMENT, date=None),
        replace(DOCUMENT, title=None),
    ],
    ids=["text", "outlet", "url", "date", "title", "no-outlet", "no-url", "no-date", "no-title"],
)
def test_another_document(other: Document) -> None:
    """Another text, outlet, address, date or title is another document."""
    assert document_id(other) != document_id(DOCUMENT)


@pytest.mark.parametrize(
    "other",
    [
        replace(DOCUMENT, name="b.txt"),
        replace(DOCUMENT, author="Lena Moor"),
        replace(DOCUMENT, genre=Genre.OPINION),
        replace(DOCUMENT, language="en"),
        replace(DOCUMENT, dateline="PORT VELL"),
        replace(DOCUMENT, blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, 13)),)),
    ],
    ids=["name", "author", "genre", "language", "dateline", "blocks"],
)
def test_same_document(other: Document) -> None:
    """A document read under another name, or cleaned, keeps its id."""
    assert document_id(other) == document_id(DOCUMENT)


FIELDS = st.tuples(*(st.text(alphabet="ab ", max_size=3) for _ in range(4)))


@given(FIELDS, FIELDS)
@example(("ab", "", "", ""), ("a", "b", "", ""))
@example(("a", "b", "", ""), ("a", "", "b", ""))
@settings(deadline=None)
def test_fields_are_kept_apart(one: tuple[str, str, str, str], other: tuple[str, str, str, str]) -> None:
    """Words that move from one field to another make another document."""
    first, second = (
        document_id(Document(name="d", text=text, outlet=outlet, url=url, title=title))
        for text, outlet, url, title in (one, other)
    )
    assert (first == second) == (one == other)


# ------------------------------------------------------------------------------------------------ IRIs


def test_terms() -> None:
    """Terms stand under one fixed address."""
    assert (TERMS, KG) == ("https://w3id.org/newskg/", "https://w3id.org/newskg/term/")


def test_iris() -> None:
    """Each kind of thing has a path of its own under the base."""
    assert [
        IDS.document("d"),
        IDS.document_graph("d"),
        IDS.graph("world"),
        IDS.entity("state:nd"),
        IDS.mention(REF),
        IDS.event(REF),
        IDS.claim(REF, "org:harbour-post"),
        IDS.membership(REF),
        IDS.quantity(REF),
        IDS.run("r"),
    ] == [
        "https://w3id.org/newskg/document/d",
        "https://w3id.org/newskg/graph/document/d",
        "https://w3id.org/newskg/graph/world",
        "https://w3id.org/newskg/entity/state-nd",
        "https://w3id.org/newskg/mention/0123456789abcdef-8-12",
        "https://w3id.org/newskg/event/0123456789abcdef-8-12",
        "https://w3id.org/newskg/claim/0123456789abcdef-8-12-harbour-post",
        "https://w3id.org/newskg/membership/0123456789abcdef-8-12",
        "https://w3id.org/newskg/quantity/0123456789abcdef-8-12",
        "https://w3id.org/newskg/run/r",
    ]


@given(st.text(alphabet="0123456789abcdef", min_size=16, max_size=16), st.integers(0, 10**7), st.integers(1, 10**7))
@settings(deadline=None)
def test_mentions_are_told_apart(document: str, start: int, length: int) -> None:
    """A mention's id tells its document, start and end, and nothing else."""
    ref = MentionRef(document=document, span=Span(start, start + length))
    local = IDS.mention(ref).removeprefix("https://w3id.org/newskg/mention/")
    assert local.split("-") == [document, str(start), str(start + length)]


def test_claims_of_two_authorities() -> None:
    """Two authorities of one event mention make two claims."""
    assert IDS.claim(REF, "state:nd") != IDS.claim(REF, "state:sd")


def test_base() -> None:
    """Things stand under the base that is set; terms do not move."""
    ids = Ids(base="https://example.org/news/")
    assert ids.entity("state:nd") == "https://example.org/news/entity/state-nd"
    assert ids.prefixes["kg"] == KG
    assert ids.prefixes["act"] == ACTION


def test_prefixes() -> None:
    """Prefixes are sorted and hold every vocabulary."""
    assert list(IDS.prefixes) == sorted(IDS.prefixes)
    assert VOCABULARIES.items() <= IDS.prefixes.items()


def test_action() -> None:
    """An action's local name is the slug of its words."""
    assert action("call on") == ACTION + "call-on"


@pytest.mark.parametrize(("mode", "local"), [("deport", "COERCE-deport"), (None, "COERCE"), ("", "COERCE")])
def test_event_type(mode: str | None, local: str) -> None:
    """An event type is its code, with its mode where it has one."""
    assert event_type("COERCE", mode) == EVENT_TYPE + local


# ------------------------------------------------------------------------------------------------ what a person means

PLACE = "0123456789abcdef-8-12"
ELSEWHERE = Ids(base="https://example.org/news/")


@pytest.mark.parametrize(
    "name",
    [PLACE, f"event:{PLACE}", f"mention:{PLACE}", IDS.thing(PLACE), f"<{IDS.mention(REF)}>", f" event:{PLACE} "],
)
def test_judged_event(name: str) -> None:
    """An event goes by its id, that of its mention, with prefix or without, or by an IRI."""
    assert IDS.judged(name) == PLACE


@pytest.mark.parametrize(
    "name", ["gov:nd-bank", "gov-nd-bank", "ent:gov-nd-bank", "ent:gov:nd-bank", IDS.entity("gov:nd-bank")]
)
def test_judged_entity(name: str) -> None:
    """An entity goes by its id, that of the knowledge base too, with prefix or without, or by its IRI."""
    assert IDS.judged(name) == "gov-nd-bank"


def test_judged_under_another_base() -> None:
    """An IRI is one under the base of the graph."""
    assert ELSEWHERE.judged("https://example.org/news/entity/norland") == "norland"
    with pytest.raises(JudgementError, match="is no id of an event or entity"):
        ELSEWHERE.judged(IDS.entity("norland"))


@pytest.mark.parametrize(
    "name",
    [
        "",
        "doc:0123456789abcdef",
        "event:norland",
        f"ent:{PLACE}",
        "claim:a",
        "act:urge",
        "two words",
        "a/b",
        "a#b",
        "<>",
    ],
)
def test_judged_nothing(name: str) -> None:
    """What can be the id of no event and no entity is refused."""
    with pytest.raises(JudgementError, match="is no id of an event or entity; expected one like"):
        IDS.judged(name)


@pytest.mark.parametrize("local", [PLACE, "gov-nd-bank", "правда"])
def test_shown(local: str) -> None:
    """What is shown of an id, and its IRI, mean that id."""
    assert IDS.judged(IDS.shown(local)) == IDS.judged(IDS.thing(local)) == local
