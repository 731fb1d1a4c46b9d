"""Words of the ontology: what verbs do, which words claim, which hedge."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.model import Certainty, Modality, Polarity, RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexeme:
    """An entry of the lexicon of actions: a verb with what must stand beside it, and the event type it evokes.

    ``object`` and ``prep_object`` are lemmas, the name of a set (``&ceasefire``), the label of a name (``@GPE``),
    ``@party`` for one who can act, ``@clause`` for a finite clause, ``$`` for money, or ``*`` for any; empty slots
    match with and without.
    """

    verb: str
    particle: str
    object: str
    prep: str
    prep_object: str
    type: str | None
    mode: str | None
    weight: int = field(init=False)

    def __post_init__(self) -> None:
        """Counts the filled slots once: the fullest entry that fits decides."""
        filled = sum(bool(slot) for slot in (self.particle, self.object, self.prep, self.prep_object))
        object.__setattr__(self, "weight", filled)

    @property
    def name(self) -> str:
        """How the entry is named where a decision is explained: ``abandon ~ &ceasefire``."""
        slots = (self.verb, self.particle, self.object and f"~ {self.object}", self.prep, self.prep_object)
        return " ".join(slot for slot in slots if slot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """What a word does to the clause under it: modality, certainty, polarity, future."""

    modality: Modality
    certainty: Certainty
    polarity: Polarity
    future: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What an adjective says has happened, or has not ("unbeaten"), and the part that its noun played in it."""

    action: str
    role: RoleName
    polarity: Polarity


@dataclass(frozen=True, slots=True, kw_only=True)
class CueClass:
    """A class of words that govern clauses. With ``attributes``, the governor's subject is an authority."""

    name: str
    attributes: bool
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Read-only tables of words, keyed by lemma.

    ``confidence`` holds the share of right events by (trigger, entry, reading), as ``kg.extract.confidence`` sorts;
    ``lemmas`` lead forms of verbs whose lemma the pipeline misses to it;
    ``cues`` and ``hedges`` are keyed by (word, part of speech: verb, noun, adj, adv, det, modal, mark, prep), cues also
    by (verb, object), where it speaks of its object, (verb, quotation), where it claims only beside one, and (noun,
    view), where something is so in it ("in X's view");
    ``nouns`` are entries of event nouns that differ from their verb's; ``handovers`` lead (word, relation) to what the
    word makes of the type of its clause or object, and ``handing`` are its words; ``light_verbs`` are keyed by (verb,
    noun), with the verb that says the same or None; ``nominals`` lead a noun to its verb;
    ``reciprocals`` are verbs whose plural subject acts on itself (the two met), with True where it does so beside an
    object too (the two signed a treaty; not: the two fought crime);
    ``adjectives`` lead an adjective that names an event or its absence ("dead", "unbeaten") to what happened;
    ``event_bound`` are nouns for what an event has or leaves ("victim", "site"), ``occurring`` verbs whose subject
    happens by them ("talks took place"), ``bringing_about`` verbs whose object does ("held talks"), ``neg_raisers``
    verbs whose negation is meant for their complement ("does not think that …"); ``motions`` verbs after which "to" and
    "from" lead to places, ``answers`` verbs whose subject is whom a request or an offer went to, ``collectives`` nouns
    for those who act, by kind: body (government), group (crew), person (farmer); ``parties`` all nouns for who can
    act, ``places`` nouns for where it happens (town, border).
    ``transfers`` are verbs that hand something over to somebody, with True where even a party as the object is what is
    handed over (sent troops to X), ``takings`` verbs that take it from somebody, ``supports`` verbs whose subject does
    what their object names (launched an attack), ``impersonal`` verbs whose "it" is nobody ("it seems that …").
    ``adverbials`` lead a preposition to nouns after it that say when, where or how and no more ("for starters", "on
    her show"), with True where they do so only without any word before them; ``multiwords`` lead a verb to the words
    right after it that make one predicate with it ("come" + "clean"), ``idioms`` to objects with which it means
    something else ("bite" + "bullet"). ``words`` are the smaller sets of ``word-sets.csv``, by name.
    """

    lexemes: Mapping[str, tuple[Lexeme, ...]]
    nouns: Mapping[str, tuple[Lexeme, ...]]
    handovers: Mapping[tuple[str, str], Mapping[str, str]]
    handing: frozenset[str]
    sets: Mapping[str, frozenset[str]]
    lemmas: Mapping[str, str]
    nominals: Mapping[str, str]
    adjectives: Mapping[str, State]
    light_verbs: Mapping[tuple[str, str], str | None]
    cues: Mapping[tuple[str, str], CueClass]
    hedges: Mapping[tuple[str, str], Stance]
    confidence: Mapping[tuple[str, str, str], float]
    role_nouns: frozenset[str]
    reciprocals: Mapping[str, bool]
    event_bound: frozenset[str]
    occurring: frozenset[str]
    bringing_about: frozenset[str]
    neg_raisers: frozenset[str]
    motions: frozenset[str]
    answers: frozenset[str]
    collectives: Mapping[str, str]
    parties: frozenset[str]
    places: frozenset[str]
    transfers: Mapping[str, bool]
    takings: frozenset[str]
    supports: frozenset[str]
    impersonal: frozenset[str] = frozenset()
    adverbials: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    multiwords: Mapping[str, frozenset[str]] = field(default_factory=dict)
    idioms: Mapping[str, frozenset[str]] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file of the ontology.

    :raises OntologyError: when there is no such file.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)
    except OSError as error:
        message = f"{path}: the ontology lacks this file ({error.strerror}); install the package again"
        raise OntologyError(message) from error


def load(folder: Path) -> Lexicon:
    """The tables of a folder laid out as the package's ``ontology/``.

    :raises OntologyError: when a file is missing or a cell holds a word that means nothing.
    """
    classes = {row["class"]: _cue_class(folder, row) for row in rows(folder / "cue-classes.csv")}
    handovers = _handovers(folder / "handovers.csv")
    role_nouns = frozenset(row["noun"] for row in rows(folder / "role-nouns.csv"))
    collectives = {row["noun"]: row["kind"] for row in rows(folder / "collectives.csv")}
    adjectives, event_verbs = folder / "adjectives.csv", list(rows(folder / "event-verbs.csv"))
    return Lexicon(
        lexemes=_lexemes(folder / "actions.csv"),
        nouns=_lexemes(folder / "noun-types.csv"),
        handovers=handovers,
        handing=frozenset(word for word, _ in handovers),
        sets=_grouped(folder / "action-sets.csv", "set", "member"),
        lemmas={row["form"]: row["lemma"] for row in rows(folder / "lemmas.csv")},
        nominals={row["noun"]: row["action"] for row in rows(folder / "nominals.csv")},
        adjectives={row["adjective"]: _state(adjectives, row) for row in rows(adjectives)},
        light_verbs={(row["verb"], row["noun"]): row["action"] or None for row in rows(folder / "light-verbs.csv")},
        cues=_cues(folder / "cues.csv", classes),
        hedges={(row["word"], row["pos"]): _stance(folder / "hedges.csv", row) for row in rows(folder / "hedges.csv")},
        confidence=_confidence(folder / "confidence.csv"),
        role_nouns=role_nouns,
        reciprocals={row["verb"]: row["object"] == "yes" for row in rows(folder / "reciprocals.csv")},
        event_bound=frozenset(row["noun"] for row in rows(folder / "event-bound.csv")),
        occurring=frozenset(row["verb"] for row in event_verbs if row["kind"] == "occurs"),
        bringing_about=frozenset(row["verb"] for row in event_verbs if row["kind"] == "brings about"),
        neg_raisers=frozenset(row["verb"] for row in rows(folder / "neg-raisers.csv")),
        answers=frozenset(row["verb"] for row in rows(folder / "answers.csv")),
        motions=frozenset(row["verb"] for row in rows(folder / "motions.csv")),
        collectives=collectives,
        parties=role_nouns.union(collectives),
        places=frozenset(row["noun"] for row in rows(folder / "place-nouns.csv")),
        transfers={row["verb"]: row["object"] == "theme" for row in rows(folder / "transfers.csv")},
        takings=frozenset(row["verb"] for row in rows(folder / "takings.csv")),
        supports=frozenset(row["verb"] for row in rows(folder / "supports.csv")),
        impersonal=frozenset(row["verb"] for row in rows(folder / "impersonal-verbs.csv")),
        adverbials=_adverbials(folder / "adverbials.csv"),
        multiwords=_grouped(folder / "multiword-predicates.csv", "verb", "words"),
        idioms=_grouped(folder / "idioms.csv", "verb", "words"),
        words=_grouped(folder / "word-sets.csv", "set", "word"),
    )


def _handovers(path: Path) -> dict[tuple[str, str], dict[str, str]]:
    found: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows(path):
        found.setdefault((row["word"], row["relation"]), {})[row["of"]] = row["type"]
    return found


def _adverbials(path: Path) -> dict[str, dict[str, bool]]:
    found: dict[str, dict[str, bool]] = {}
    for row in rows(path):
        found.setdefault(row["preposition"], {})[row["noun"]] = row["form"] == "bare"
    return found


def _grouped(path: Path, key: str, member: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows(path):
        found.setdefault(row[key], set()).add(row[member])
    return {word: frozenset(members) for word, members in found.items()}


def _cues(path: Path, classes: Mapping[str, CueClass]) -> dict[tuple[str, str], CueClass]:
    found: dict[tuple[str, str], CueClass] = {}
    for row in rows(path):
        if row["class"] not in classes:
            message = (
                f"{path}: {row['word']!r} has the class {row['class']!r}; expected one of {', '.join(sorted(classes))}"
            )
            raise OntologyError(message)
        found[row["word"], row["pos"]] = classes[row["class"]]
    return found


def _confidence(path: Path) -> dict[tuple[str, str, str], float]:
    shares = {(row["trigger"], row["entry"], row["reading"]): float(row["confidence"]) for row in rows(path)}
    if ("any", "any", "any") not in shares or not all(0 <= share <= 1 for share in shares.values()):
        message = f"{path}: expected shares from 0 to 1, with a row any,any,any for kinds of events not judged"
        raise OntologyError(message)
    return shares


def _lexemes(path: Path) -> dict[str, tuple[Lexeme, ...]]:
    found: dict[str, list[Lexeme]] = {}
    for row in rows(path):
        entry = _lexeme(row)
        found.setdefault(entry.verb, []).append(entry)
    return {word: tuple(entries) for word, entries in found.items()}


def _lexeme(row: dict[str, str]) -> Lexeme:
    words = (row.get(slot, "") for slot in ("particle", "object", "prep", "prep_object"))
    particle, thing, prep, prep_object = words
    verb = row["verb"] if "verb" in row else row["noun"]
    return Lexeme(
        verb=verb,
        particle=particle,
        object=thing,
        prep=prep,
        prep_object=prep_object,
        type=row["type"] or None,
        mode=row["mode"] or None,
    )


def _cue_class(folder: Path, row: dict[str, str]) -> CueClass:
    stance = _stance(folder / "cue-classes.csv", row)
    return CueClass(name=row["class"], attributes=row["attributes"] == "yes", stance=stance)


def _state(path: Path, row: dict[str, str]) -> State:
    try:
        return State(action=row["action"], role=RoleName(row["role"]), polarity=Polarity(row["polarity"]))
    except ValueError as error:
        message = f"{path}: {error} in the row {row}; expected a word of kg.model"
        raise OntologyError(message) from error


def _stance(path: Path, row: dict[str, str]) -> Stance:
    try:
        return Stance(
            modality=Modality(row["modality"]),
            certainty=Certainty(row["certainty"]),
            polarity=Polarity(row["polarity"]),
            future=row["future"] == "yes",
        )
    except ValueError as error:
        message = f"{path}: {error} in the row {row}; expected a word of kg.model"
        raise OntologyError(message) from error
