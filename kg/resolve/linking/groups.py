"""Population groups, and names that nobody bears."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.ids import slug
from kg.resolve.linking.records import Link, known
from kg.resolve.spelling import plain

if TYPE_CHECKING:
    from kg.model import EntityMention
    from kg.ontology import KnowledgeBase

_PERSON = "Person"
_GROUP = "PopulationGroup"
_TYPES = {"PERSON": _PERSON, "ORG": "Organization", "NORP": _GROUP, "GPE": "Place", "LOC": "Place", "FAC": "Place"}

# What takes some out of many: "a group of", "hundreds of", "one of the".
_PART_OF = re.compile(
    r"\b(?:band|bunch|coalition|couple|crowd|dozens?|few|gang|group|half|handful|hundreds|majority|many|members?|millions"
    r"|minority|most|number|one|pair|part|percent|quarter|scores|several|some|team|tens|third|thousands|two|three|four"
    r"|five|six|seven|eight|nine|ten) of (?:the |these |those )?$",
    re.IGNORECASE,
)


# What tells behind a noun which of its kind are meant: "lawyers for the family"; behind an article, "the families of".
_TELLING = re.compile(r"\s(?:for|that|who|whom|whose)\b", re.IGNORECASE)
_PLACING = re.compile(r"\s(?:at|from|in|of|on|with)\b", re.IGNORECASE)


# What makes another of a person: "a new Mira Dahl" is one who is not as she was.
_OTHERWISE = frozenset({"a different", "a new", "a second", "another", "the new", "the next"})
_WHOLE = frozenset({"all", "all of the", "all the", "the", "these", "those"})
_ALL = _WHOLE | {"", "some"}
# What makes another people or quality of the word for a people, and not one with the noun.
_JOINED = re.compile(r"^\S|\band\b|\bor\b|[,\"“”()]", re.IGNORECASE)
_WHO = re.compile(r"\s(?:who|whose)\b", re.IGNORECASE)


def is_another(mention: EntityMention, words: str) -> bool:
    """Whether a person's whole name stands for somebody else, or for how he is not: "the next Mira Dahl"."""
    before = words.removesuffix(mention.name).strip().lower()
    return mention.type == "PERSON" and " " in mention.name and before in _OTHERWISE


def is_part(mention: EntityMention, words: str, after: str) -> bool:
    """Whether words beside the name of a group choose some of it: "nervous Reds", "Reds who left", not "all Reds"."""
    if mention.number != "plural":
        return False
    before = words.removesuffix(mention.name).strip()
    before = before[:1].lower() + before[1:]
    chosen = before.islower() and before not in _WHOLE and not any(map(str.isdigit, before))
    return chosen or _WHO.match(after) is not None


def group(
    mention: EntityMention, knowledge: KnowledgeBase, words: str, before: str = "", after: str = ""
) -> Link | None:
    """A population group: by name, or by demonym and noun ("Sudanese students").

    ``words`` are all words of the mention: "two refugees" and "their families" are some of their kind, and no group;
    nor are "a handful of" refugees, or refugees "who left", as the words ``before`` and ``after`` it say.
    """
    if mention.number != "plural":
        return None
    found = knowledge.named(mention.name)
    some = _is_some(mention.name, words) or _PART_OF.search(before) is not None or _is_told(mention, after)
    if found is not None and knowledge.actors[found].type == _GROUP and not some:
        return known(found, knowledge, "group name")
    if mention.origin is None:
        return None
    state = knowledge.demonym(mention.origin)
    if state is None:
        return None
    label = _of_people(mention, words)
    if label is None:
        return None
    actor = knowledge.named(label)
    if actor is not None and knowledge.actors[actor].type == _GROUP:
        return known(actor, knowledge, "demonym and noun")
    return Link(entity=f"pop:{slug(label)}", label=label, type=_GROUP, sieve="demonym and noun", origin=state)


def _of_people(mention: EntityMention, words: str) -> str | None:
    """The name of a group, from the word for its people on: all of it, as "Norlandic opposition members" says.

    None where words before choose some of a people, or only join it to others: "senior Norlandic officials",
    "Norlandic and Sudrian envoys", "Norlandic-backed rebels".
    """
    before, origin, noun = words.partition(mention.origin or "")
    if not origin:
        return f"{mention.origin} {mention.name.split()[-1]}"
    chosen = before.strip().lower()
    if _JOINED.search(noun) or (chosen not in _ALL and not any(map(str.isdigit, chosen))):
        return None
    return " ".join([origin, *noun.split()])


def people(mention: EntityMention, knowledge: KnowledgeBase, words: str) -> Link | None:
    """So "Afghans" are a group that comes from a state, not the state; "some young Afghans" are no such group.

    ``words`` are all words of the mention.
    """
    if mention.type != "NORP" or mention.number != "plural" or _is_chosen(mention.name, words):
        return None
    state = knowledge.demonym(mention.name)
    if state is None:
        return None
    return Link(entity=f"pop:{slug(mention.name)}", label=mention.name, type=_GROUP, sieve="demonym", origin=state)


def unknown(mention: EntityMention) -> Link | None:
    """A whole name that the knowledge base does not hold gets an id of its own; a lone surname does not."""
    words = mention.name.split()
    kind = _TYPES.get(mention.type or "", "Thing")
    # "Miller" may be anybody, and "the Front" any front.
    lone = len(words) == 1 and (kind in {_PERSON, "Thing"} or (kind == "Organization" and mention.definite))
    if lone or mention.type == "NORP" or not slug(mention.name):
        return None
    name = plain(mention.name) if kind == _PERSON else mention.name
    return Link(entity=slug(name), label=name, type=kind, sieve="own name")


def _is_some(name: str, words: str) -> bool:
    """Whether a common noun has more beside it than an article."""
    return name.islower() and words.lower().removeprefix("the ") != name


def _is_told(mention: EntityMention, after: str) -> bool:
    """Whether the words behind a mention tell which of a kind are meant."""
    return bool(_TELLING.match(after) or (mention.definite and _PLACING.match(after)))


def _is_chosen(name: str, words: str) -> bool:
    """Whether words before the name of a people choose some of it; a number only counts those that are meant."""
    before = words.removesuffix(name).strip()
    return before.lower() not in {"", "the", "these", "those"} and not any(map(str.isdigit, before))
