"""The tables of words: how they are read, and what the shipped ones must hold to."""

from __future__ import annotations

import csv
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph, Namespace
from rdflib.namespace import RDF, SKOS

from kg import data
from kg.errors import OntologyError
from kg.model import Certainty, Modality, Polarity
from kg.ontology import Lexeme
from kg.ontology.lexicon import load, rows

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = data.folder("ontology")
EVT = Namespace("https://w3id.org/newskg/event-type/")

FILES = {
    "action-sets.csv": "set,member,source,licence\n&treaty,treaty,x,CC0-1.0\n&treaty,accord,x,CC0-1.0\n",
    "actions.csv": (
        "verb,particle,object,prep,prep_object,type,mode,cameo,class,tier,source,licence\n"
        "sign,,,,,,,,sign,2,x,CC0-1.0\n"
        "sign,,&treaty,,,AGREE,,,sign,1,x,CC0-1.0\n"
        "deport,,,,,COERCE,deport,,deport,1,x,CC0-1.0\n"
    ),
    "collectives.csv": "noun,kind\ngovernment,body\nfarmer,person\n",
    "cue-classes.csv": (
        "class,attributes,modality,certainty,polarity,future,about\n"
        "deny,yes,asserted,certain,negative,no,x\n"
        "able,no,asserted,unknown,positive,yes,x\n"
    ),
    "cues.csv": "word,pos,class\ndeny,verb,deny\nable,adj,able\n",
    "hedges.csv": "word,pos,certainty,modality,polarity,future\nallegedly,adv,possible,alleged,positive,no\n",
    "light-verbs.csv": "verb,noun,action\ntake,position,\nput,signature,sign\n",
    "handovers.csv": "word,relation,of,type\nrefuse,clause,any,REJECT\nrefuse,object,AID,REJECT\n",
    "motions.csv": "verb\ntravel\n",
    "confidence.csv": "trigger,entry,reading,confidence,judged\nany,any,any,0.8,90\n",
    "lemmas.csv": "form,lemma\noverthrew,overthrow\n",
    "nominals.csv": "noun,action,source,licence\ndeportation,deport,x,CC0-1.0\n",
    "noun-types.csv": "noun,object,type,mode,source,licence\ntruce,,RETREAT,ceasefire,x,CC0-1.0\n",
    "reciprocals.csv": "verb,object\nmeet,no\n",
    "adjectives.csv": "adjective,action,role,polarity\nunbeaten,beat,recipient,negative\n",
    "event-bound.csv": "noun\nvictim\n",
    "event-verbs.csv": "verb,kind\nerupt,occurs\nhold,brings about\n",
    "neg-raisers.csv": "verb\nthink\n",
    "role-nouns.csv": "noun,sector,source,licence\nenvoy,GOV,x,CC0-1.0\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small ontology: the tables above, and every other one without rows."""
    headers = {path.name: path.read_text(encoding="utf-8").partition("\n")[0] for path in SHIPPED.glob("*.csv")}
    for name, text in (headers | FILES).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def table(name: str) -> list[dict[str, str]]:
    """The rows of a shipped table."""
    return list(rows(SHIPPED / name))


def repeated(name: str, *columns: str) -> list[tuple[str, ...]]:
    """The keys that a shipped table holds twice."""
    counted = Counter(tuple(row[column] for column in columns) for row in table(name))
    return [key for key, number in counted.items() if number > 1]


# ------------------------------------------------------------------------------------------------ reading


def test_entries_of_a_verb_are_kept_together(folder: Path) -> None:
    """All entries of one verb are found by it, in the order of the file."""
    assert [entry.name for entry in load(folder).lexemes["sign"]] == ["sign", "sign ~ &treaty"]


def test_noun_may_have_an_entry_of_its_own(folder: Path) -> None:
    """A noun's entries are found by it, and named by it."""
    assert [(entry.name, entry.type, entry.mode) for entry in load(folder).nouns["truce"]] == [
        ("truce", "RETREAT", "ceasefire")
    ]


def test_handovers_are_found_by_word_and_relation(folder: Path) -> None:
    """What a word makes of a type depends on how it governs it."""
    lexicon = load(folder)
    assert lexicon.handovers["refuse", "clause"] == {"any": "REJECT"}
    assert lexicon.handovers["refuse", "object"] == {"AID": "REJECT"}
    assert lexicon.handing == {"refuse"}


def test_empty_type_is_none(folder: Path) -> None:
    """A verb without an event type has none, rather than an empty one."""
    bare, full = load(folder).lexemes["sign"]
    assert (bare.type, bare.mode) == (None, None)
    assert (full.type, full.mode) == ("AGREE", None)


def test_mode_is_read(folder: Path) -> None:
    """A mode stands beside its type."""
    (entry,) = load(folder).lexemes["deport"]
    assert (entry.type, entry.mode) == ("COERCE", "deport")


def test_sets_hold_their_members(folder: Path) -> None:
    """A set has all its members."""
    assert load(folder).sets == {"&treaty": {"treaty", "accord"}}


def test_no_rule_can_change_the_parties(folder: Path) -> None:
    """The nouns for who can act are a frozen set, as every set of a lexicon that all documents share."""
    assert isinstance(load(folder).parties, frozenset)


def test_cue_leads_to_its_class(folder: Path) -> None:
    """A word with its part of speech has the stance of its class."""
    found = load(folder).cues["deny", "verb"]
    assert (found.name, found.attributes) == ("deny", True)
    assert (found.stance.polarity, found.stance.certainty) == (Polarity.NEGATIVE, Certainty.CERTAIN)


def test_no_means_no(folder: Path) -> None:
    """What is not "yes" in a column of yes and no is no."""
    found = load(folder).cues["able", "adj"]
    assert (found.attributes, found.stance.future) == (False, True)


def test_hedge_has_its_stance(folder: Path) -> None:
    """A hedge is read with its modality."""
    assert load(folder).hedges["allegedly", "adv"].modality is Modality.ALLEGED


def test_light_verb_with_and_without_equivalent(folder: Path) -> None:
    """A light verb leads to the verb that says the same, or to nothing."""
    assert load(folder).light_verbs == {("take", "position"): None, ("put", "signature"): "sign"}


def test_parties_are_all_who_act(folder: Path) -> None:
    """Role nouns and collectives can act."""
    assert load(folder).parties == {"envoy", "government", "farmer"}


# What kg.ontology.vocabulary reads.
VOCABULARY = {"action-kin.csv", "frequent-words.csv"}


def test_weight_counts_the_filled_slots() -> None:
    """The more an entry asks for, the more it weighs; the verb itself is no slot."""
    full = Lexeme(verb="vote", particle="", object="", prep="against", prep_object="&treaty", type=None, mode=None)
    assert full.weight == 2


@pytest.mark.parametrize("name", sorted({path.name for path in SHIPPED.glob("*.csv")} - VOCABULARY))
def test_missing_file_is_said(folder: Path, name: str) -> None:
    """The error names the file that is missing and what to do."""
    (folder / name).unlink()
    with pytest.raises(OntologyError, match=rf"{name}: the ontology lacks this file .*; install the package again"):
        load(folder)


@pytest.mark.parametrize("name", ["hedges.csv", "cue-classes.csv"])
def test_word_that_means_nothing_is_said(folder: Path, name: str) -> None:
    """A certainty that the model does not know is an error that names the file and the row."""
    text = (folder / name).read_text(encoding="utf-8").replace("asserted", "shouted").replace("alleged", "shouted")
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=rf"{name}: 'shouted' is not a valid Modality in the row"):
        load(folder)


@pytest.mark.parametrize("rows", ["any,any,any,1.2,90", "verb,alone,plain,0.9,90"])
def test_confidence_that_is_no_share_is_said(folder: Path, rows: str) -> None:
    """A share above 1, or no share for kinds that were not judged, is an error that says what is expected."""
    (folder / "confidence.csv").write_text(f"trigger,entry,reading,confidence,judged\n{rows}\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"confidence\.csv: expected shares from 0 to 1, with a row any,any,any"):
        load(folder)


# ------------------------------------------------------------------------------------------------ the shipped tables


def test_shipped_tables_load() -> None:
    """The shipped folder is a lexicon."""
    assert load(SHIPPED).lexemes["urge"]


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("actions.csv", "verb particle object prep prep_object"),
        ("handovers.csv", "word relation of"),
        ("noun-types.csv", "noun object"),
        ("action-sets.csv", "set member"),
        ("collectives.csv", "noun"),
        ("cue-classes.csv", "class"),
        ("cues.csv", "word pos"),
        ("hedges.csv", "word pos"),
        ("light-verbs.csv", "verb noun"),
        ("motions.csv", "verb"),
        ("lemmas.csv", "form"),
        ("confidence.csv", "trigger entry reading"),
        ("nominals.csv", "noun"),
        ("place-nouns.csv", "noun"),
        ("reciprocals.csv", "verb"),
        ("adjectives.csv", "adjective"),
        ("event-bound.csv", "noun"),
        ("neg-raisers.csv", "verb"),
        ("role-nouns.csv", "noun"),
        ("supports.csv", "verb"),
        ("takings.csv", "verb"),
        ("transfers.csv", "verb"),
    ],
)
def test_no_key_twice(name: str, columns: str) -> None:
    """Of two rows with one key the second would win unseen."""
    assert repeated(name, *columns.split()) == []


@pytest.mark.parametrize("path", sorted(SHIPPED.rglob("*.csv")), ids=lambda path: path.stem)
def test_rows_fit_their_header(path: Path) -> None:
    """No row is longer or shorter than the header, and no cell starts or ends with white space."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *body = list(csv.reader(file))
    assert [row for row in body if len(row) != len(header)] == []
    assert [row for row in body if any(cell != cell.strip() for cell in row)] == []


@pytest.mark.parametrize("path", sorted(SHIPPED.rglob("*.csv")), ids=lambda path: path.stem)
def test_source_and_licence_of_every_row(path: Path) -> None:
    """Where a table says where its rows come from, every row says so."""
    for column in ("source", "licence"):
        assert [row for row in rows(path) if column in row and not row[column]] == []


def test_actions_of_nominals_are_lemmas() -> None:
    """A noun names an action of one word in small letters, as the lemma of a verb would be."""
    assert [row["noun"] for row in table("nominals.csv") if not re.fullmatch("[a-z-]+", row["action"])] == []


def test_verbs_of_light_verbs_are_known() -> None:
    """What says the same as a light verb is a verb of actions.csv."""
    verbs = {row["verb"] for row in table("actions.csv")}
    assert [row for row in table("light-verbs.csv") if row["action"] and row["action"] not in verbs] == []


def test_sets_of_actions_are_known() -> None:
    """A set that an entry names has members."""
    sets = {row["set"] for row in table("action-sets.csv")}
    named = {row[slot] for row in table("actions.csv") for slot in ("object", "prep_object")}
    named |= {row["object"] for row in table("noun-types.csv")}
    assert {name for name in named if name.startswith("&")} <= sets


def test_types_of_actions_are_event_types() -> None:
    """Type and mode of every entry are concepts of event-types.ttl."""
    graph = Graph().parse(SHIPPED / "event-types.ttl")
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    entries = [*table("actions.csv"), *table("noun-types.csv")]
    named = {"-".join(part for part in (row["type"], row["mode"]) if part) for row in entries}
    assert {name for name in named if name and EVT[name] not in concepts} == set()


def test_handovers_name_types() -> None:
    """What a word makes of a type is a type or the same one (``=``); it makes it of a type or a kind of them."""
    graph = Graph().parse(SHIPPED / "event-types.ttl")
    known = {str(notation) for notation in graph.objects(None, SKOS.notation)}
    assert {row["type"] for row in table("handovers.csv")} <= known | {"="}
    assert {row["of"] for row in table("handovers.csv")} <= known | {"any", "cooperation", "conflict"}


def test_relations_of_handovers_are_those_that_are_looked_up() -> None:
    """A row with another relation would never be found."""
    relations = {"adj", "clause", "modal", "noun", "object", "participle", "purpose", "speech"}
    assert {row["relation"] for row in table("handovers.csv")} == relations


def test_classes_of_cues_are_known() -> None:
    """A cue's class is a row of cue-classes.csv, and every class has a cue."""
    assert {row["class"] for row in table("cues.csv")} == {row["class"] for row in table("cue-classes.csv")}


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("cues.csv", {"verb", "noun", "adj", "object", "quotation", "view", "for", "result"}),
        ("hedges.csv", {"adj", "adv", "det", "modal", "mark", "prep"}),
    ],
)
def test_parts_of_speech_are_those_that_are_looked_up(name: str, parts: set[str]) -> None:
    """A row with another part of speech would never be found."""
    assert {row["pos"] for row in table(name)} == parts


def test_kinds_of_collectives() -> None:
    """Who acts together is a body or a group; some act as persons."""
    assert {row["kind"] for row in table("collectives.csv")} == {"body", "group", "person"}


def test_nothing_that_is_asked_for_or_promised_is_certain_and_past() -> None:
    """Requests, promises and threats are about what is to come."""
    wrong = [
        row["class"]
        for row in table("cue-classes.csv")
        if row["modality"] in {"requested", "promised", "threatened"} and row["future"] == "no"
    ]
    assert wrong == ["suggest"]  # with a finite clause it is a weak assertion


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("say", "asserted certain positive no"),
        ("accuse", "alleged certain positive no"),
        ("deny", "asserted certain negative no"),
        ("urge", "requested unknown positive yes"),
        ("promise", "promised certain positive yes"),
        ("threaten", "threatened probable positive yes"),
        ("plan", "promised probable positive yes"),
        ("want", "asserted unknown positive yes"),
        ("try", "asserted unknown positive no"),
        ("refuse", "asserted certain negative no"),
        ("prevent", "asserted certain negative no"),
        ("manage", "asserted certain positive no"),
        ("know", "asserted certain positive no"),
        ("believe", "asserted probable positive no"),
    ],
)
def test_stance_of_a_shipped_verb(word: str, expected: str) -> None:
    """What a verb does to the clause under it: modality, certainty, polarity, future."""
    found = load(SHIPPED).cues[word, "verb"].stance
    future = "yes" if found.future else "no"
    assert f"{found.modality.value} {found.certainty.value} {found.polarity.value} {future}" == expected
