"""The words beside a mention: what stands before it and after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.ontology.actors import fold

if TYPE_CHECKING:
    from kg.ontology import Actor, KnowledgeBase

_PLACES = frozenset({"State", "Territory"})
_WORD = re.compile(r"[^\W_][\w’'.\-]*")
_OF = re.compile(r"^\s+(?:of|in)\s+(?:the\s+)?((?:[A-Z][\w’'-]+)(?:\s+[A-Z][\w’'-]+){0,2})")
_IN = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|throughout|within|into|through|via|over|above|beyond)"
    r"\s+(?:(?:the|downtown|central|nearby|neighbou?ring|\w+ern|\w+-?(?:east|west|north|south))\s+)*$",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:with|between|by|against|than|upon|on|and|urges?|urging|told|for)\s+$", re.IGNORECASE)
_TITLE = 5  # words of the longest title
_ABBREVIATED = frozenset({"Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Maj", "Adm", "Pres"})
_INSIDE = str.maketrans("", "", "-'’")
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_NO_PARTY = re.compile(r"^\s+and\s+(?:(?:the|a|an|its)\s+)?[a-z]")
_TOWARDS = re.compile(
    r"\b(?:polic(?:y|ies)|stance|attitude|approach|overtures?|hostility|relations?|ties|pressure|sanctions?|letters?|"
    r"messages?|appeals?|warnings?|demands?|support|aid|threats?|concessions?|assurances?|signals?|answer|reply|response|"
    r"guarantees?|pledges?|ultimatum|protests?)\s+(?:\w+\s+)?(?:towards?|to|on|for|from|of|against)\s+$"
)
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Prof|Professor|Judge|Officer)\.?\s+$")
_PRONOUN = re.compile(r"\b(?:it|its|itself|he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_STOP = re.compile(r"[.;:!?“”\"]")
_LEFT = re.compile(r"[A-Z][\w’-]*\s+(?:(?:the|of|for|and|[A-Z][\w’-]*)\s+){0,2}$")
_RIGHT = re.compile(
    r"^\s(?:(?:of|for|on|in)\s(?:the\s)?)?[A-Z][\w-]+(?:\s(?:(?:of|for|on|and)\s(?:the\s)?)?[A-Z][\w-]+){0,4}"
)
_RIGHT_SMALL = re.compile(r"^\s(?:[\w-]+)(?:\s[\w-]+){0,3}")
_REGION = re.compile(r"^,\s([A-Z][\w.]+(?:\s[A-Z][\w.]+)?)(?=[,;.)]|\s(?!and\b))")
_TOWN = re.compile(r"([A-Z][\w-]+(?:\s[A-Z][\w-]+)?),\s$")
_GOES_ON = re.compile(r"^[ -]([A-Z][\w’-]+)")
# The words with capitals that stand right before a name, in the midst of a sentence, and what none of them is.
_BEGUN = re.compile(r"[a-z\d,)] ((?:[A-Z][\w&]+ ){1,3})$")
_CAPITALS = re.compile(r"((?:[A-Z][\w&]+ ){1,3})")
_SIDE = frozenset(
    {"all", "big", "both", "central", "downtown", "east", "even", "former", "greater", "inner", "little", "lower"}
    | {"mainland", "modern", "nazi", "new", "north", "old", "one", "only", "outer", "poor", "rich", "south", "tiny"}
    | {"upper", "west"}
)
_SMALL = frozenset({"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})
_ADJECTIVE = re.compile(r"(?:al|an|ed|ern|ese|ic|ing|ish|ist)$")
_AGED = re.compile(r"^,\s*(?:aged\s+)?\d{1,3}\b(?!\s+(?:per|%|million|people))")
_BESIDE = re.compile(
    r"^,\s+(?:who (?:is|was)\s+)?(an?|the)\s+((?:[\w’'-]+\s+){0,4}?[\w’'-]+)"
    r"(?=,|\.|;| (?:in|at|from|for|of|who|with)\b)"
)
_DAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|"
    r"(?:septem|octo|novem|decem)ber"
)


def possessive(after: str) -> bool:
    """Whether a name is followed by a possessive: "Norland's governor"."""
    return after.startswith(("'s ", "’s ", "' ", "’ "))


def placed(before: str, after: str = "") -> bool:
    """Whether a preposition of place stands before: "in central Norland", "between Norland and the coast"."""
    return _IN.search(before) is not None or bool(_BETWEEN.search(before) and _NO_PARTY.match(after))


def treated(before: str) -> bool:
    """Whether a preposition stands before that goes with parties: "talks with Norland", "the policy towards it"."""
    return _WITH.search(before) is not None or _TOWARDS.search(before) is not None


def honoured(before: str) -> bool:
    """Whether a person's form of address stands before: "Mr Jordan"."""
    return _HONORIFIC.search(before) is not None


def goes_on(after: str, knowledge: KnowledgeBase) -> bool:
    """Whether a capitalised word follows that is no office and no day: "Jordan Blake", not "Jordan King …"."""
    found = _GOES_ON.match(after)
    word = found[1].lower() if found else ""
    return bool(word) and not _DAY.fullmatch(word) and word not in knowledge.levels and word not in knowledge.roles


def begun(ahead: str, inside: str, knowledge: KnowledgeBase) -> str | None:
    """The words with capitals right before a place that make another name with it: "Telecom [Egypt]", None without any.

    ``inside`` are those of them that the mention holds. A word that is a name by itself stands beside another one,
    unless the mention holds both: "told Reuters Egypt would …", but "Daily News Egypt"; at the beginning of a sentence,
    where all have capitals, so does any other word.
    """
    found = _BEGUN.search(ahead) or _CAPITALS.fullmatch(inside)
    if found is None:
        return None
    words = found[1].split()
    if not _SMALL.isdisjoint(word.lower() for word in words):
        return None  # of a headline
    last = words[-1]
    small = last.lower()
    told = small in _SIDE or _DAY.fullmatch(small) or _ADJECTIVE.search(small)
    if told or small in knowledge.levels or small in knowledge.roles:
        return None
    if titles(ahead, knowledge) or country_of(last, knowledge):
        return None
    return " ".join(words) if inside.endswith(f"{last} ") or not knowledge.owners(last) else None


def joined(ahead: str, after: str, *, lowered: bool) -> tuple[list[str], list[str]]:
    """The words on both sides that may belong to a name: those with capitals, and of a body small ones too."""
    left = _LEFT.search(ahead) if ahead[-1:].isspace() else None
    right = (_RIGHT_SMALL if lowered else _RIGHT).match(after)
    return left[0].split() if left else [], right[0].split() if right else []


def next_name(after: str) -> str | None:
    """The capitalised word that follows at once."""
    found = _GOES_ON.match(after)
    return found[1].removesuffix("'s").removesuffix("’s") if found else None


def region(after: str, knowledge: KnowledgeBase) -> Actor | None:
    """The territory or state that follows a place after a comma: "Moscow, Idaho"."""
    found = _REGION.match(after)
    if found is None:
        return None
    owners = [knowledge.actors[each] for each in knowledge.owners(found[1])]
    places = [each for each in owners if each.type in _PLACES]
    return min(places, key=lambda each: (each.type != "Territory", each.id), default=None)


def town(ahead: str, knowledge: KnowledgeBase) -> Actor | None:
    """The town that stands before a place and a comma: "Atlanta, [Georgia]"."""
    found = _TOWN.search(ahead)
    owners = [knowledge.actors[each] for each in knowledge.owners(found[1])] if found else []
    return next((each for each in owners if each.type == "City"), None)


def pronoun(after: str) -> str | None:
    """Whether the first pronoun that follows in the sentence is of a "thing" or a "person"; None without one."""
    found = _PRONOUN.search(_STOP.split(after, maxsplit=1)[0])
    if found is None:
        return None
    return "thing" if found[0].lower() in {"it", "its", "itself"} else "person"


def private(after: str, before: str, knowledge: KnowledgeBase) -> bool:
    """Whether the words beside a person's name make somebody private of him: an age, "a teacher in …".

    Who holds an office is seldom told of as one of many: "a" with a noun that is no official's is enough.
    """
    if _AGED.match(after):
        return True
    beside = _BESIDE.match(after)
    if beside is not None:
        sector = _sector(beside[2].lower(), knowledge)
        return sector == "private" or (sector is None and beside[1] != "the")
    words = _WORD.findall(before[-60:])
    adjacent = words and before.endswith((f"{words[-1]} ", f"{words[-1]}, "))
    return bool(adjacent) and _sector(" ".join(words[-_TITLE:]).lower(), knowledge) == "private"


def _sector(words: str, knowledge: KnowledgeBase) -> str | None:
    parts = words.split()
    ends = (" ".join(parts[n:]) for n in range(len(parts)))
    found = (knowledge.roles.get(end) or ("official" if end in knowledge.levels else None) for end in ends)
    return next((sector for sector in found if sector), None)


def titles(before: str, knowledge: KnowledgeBase) -> list[str]:
    """The titles that stand before a name, longest first: of "the Norlandic Prime Minister", *prime minister*."""
    words = _run(before)
    ends = (" ".join(words[n:]) for n in range(len(words)))
    return [end for end in ends if end in knowledge.titles]


def _run(before: str) -> list[str]:
    """The words up to a name in small letters, without a stop between them but that of an abbreviation."""
    found: list[str] = []
    for word in reversed(before.split()[-_TITLE:]) if before[-1:].isspace() else ():
        bare = word.rstrip(".")
        if not bare.translate(_INSIDE).isalpha() or (bare != word and bare not in _ABBREVIATED):
            break
        found.append(bare.lower())
    return found[::-1]


def former(before: str) -> bool:
    """Whether a title is one of the past: "former president", "ex-minister"."""
    return re.search(r"\b(?:former|ex|then|late|onetime|one-time)\b", before[-60:], re.IGNORECASE) is not None


def levels(before: str, after: str, knowledge: KnowledgeBase) -> frozenset[str]:
    """The levels of government that words beside a place belong to: "Georgia's governor" is of a territory."""
    tail = after[2:] if possessive(after) else after
    following = [word.lower().rstrip(".'’") for word in _WORD.findall(tail[:60])[:3]] if tail[:1] in {" ", ","} else []
    found = {knowledge.levels.get(" ".join(following[:n])) for n in (1, 2, 3)}
    ahead = re.search(r"([\w’'.-]+(?:\s[\w’'.-]+)?)\s(?:of|for|in)\s(?:the\s)?(?:state of\s)?$", before)
    if ahead:
        words = ahead[1].lower().split()
        found |= {knowledge.levels.get(" ".join(words[n:])) for n in range(len(words))}
    if re.search(r"\bstate of $", before):
        found.add("Territory")
    return frozenset(level for level in found if level)


def modifier(before: str, after: str, knowledge: KnowledgeBase) -> str | None:
    """The country that the words beside the name of a body give: "Pakistan's …", "the Pakistani …", "… of Pakistan"."""
    words = before.split()[-3:] if before.endswith(" ") else []
    ends = (" ".join(words[n:]) for n in range(len(words)))
    if code := next((code for end in ends if (code := country_of(end, knowledge))), None):
        return code
    found = _OF.match(after)
    return _longest(found[1], knowledge) if found else None


def _longest(words: str, knowledge: KnowledgeBase) -> str | None:
    parts = words.split()
    return next((code for n in range(len(parts), 0, -1) if (code := country_of(" ".join(parts[:n]), knowledge))), None)


def country_of(words: str, knowledge: KnowledgeBase) -> str | None:
    """The ISO code of the country that words name, or whose adjective they are; None where they are neither.

    A word in small letters is neither. What a territory has is its own, so that no body of the country is meant: it
    gives the territory's id.
    """
    bare = words.removeprefix("the ").removesuffix("'s").removesuffix("’s").rstrip("'’,")
    if not bare[:1].isupper():
        return None
    found = knowledge.demonym(bare) or _place(bare, knowledge)
    if found is None or knowledge.actors[found].type not in _PLACES:
        return None
    actor = knowledge.actors[found]
    state = actor.type == "State" or actor.id == f"state:{(actor.country or '').lower()}"
    return actor.country if state else actor.id


def _place(name: str, knowledge: KnowledgeBase) -> str | None:
    """The one owner of a name as it is written, or the preferred one."""
    owners = knowledge.names.get(fold(name), ())
    return owners[0] if len(owners) == 1 else knowledge.preference(name) if owners else None
