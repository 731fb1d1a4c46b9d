"""What contests the likeliest antecedent of a pronoun: another of whom the sentence may speak as well.

The link is made, since it is likelier than any other, and the graph does not follow it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Function, MentionKind
from kg.resolve.pronouns.agreement import GROUP, is_person
from kg.resolve.pronouns.binding import opens_clause
from kg.resolve.pronouns.bystanders import is_of_bystander
from kg.resolve.pronouns.scene import GENDERED, PERSON

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.model import EntityMention
    from kg.resolve.pronouns.scene import Scene

_EITHER = (" during ", " in ", " to ")
_ARGUMENTS = frozenset({Function.SUBJECT, Function.OBJECT, Function.OBLIQUE})
_DONE_TO = frozenset({Function.OBJECT, Function.OBLIQUE})
_SUBJECT, _POSSESSOR = Function.SUBJECT, Function.POSSESSOR
_NAMED, _NOMINAL, _PRONOMINAL = MentionKind.NAMED, MentionKind.NOMINAL, MentionKind.PRONOMINAL
_SOMEWHAT = 10  # who is likelier by more leaves no doubt by what he says
# What comes before a clause that tells why something was done to somebody, or when: so many characters at most.
_WHY = re.compile(r"\b(?:after|because|before|once|since|until|when) $")
_BY, _WITH = "by ", "with "  # who did what was done; whom somebody met
# What comes before the deed for which something was done; so many characters at most.
_FOR = re.compile(
    r"\b(?:after|amid|because of|condemning|criticising|criticizing|despite|due to|following|for|given|over"
    r"|(?:in )?(?:protest at|reaction to|reply to|response to|retaliation for)) $"
)
_SAYING = re.compile(r", (?:\w+ )?\w+ing$")
_AHEAD = 20
_OWN_WILL = re.compile(r"(?: also| now| only)? (?:can|will|won|would|shall|plan|intend|reserve|seek|hope|want)")
_JUDGING = frozenset(
    {"approve", "attack", "blast", "condemn", "criticise", "criticize", "decry", "denounce", "dismiss", "oppose"}
    | {"protest", "reject", "slam", "support", "veto", "welcome"}
)
_NO_BODIES = frozenset({PERSON, GROUP, "Thing", "Place", "City"})


def is_contested(
    scene: Scene,
    *,
    pronoun: EntityMention,
    best: str,
    found: Mapping[str, Sequence[EntityMention]],
    shares: Mapping[str, float],
) -> bool:
    """Whether a pronoun may well be another who is named in the sentence, and nothing in it tells which of them.

    ``best`` is the likeliest entity of those ``found``, by their ``shares``.
    """
    if pronoun.name.lower() == "its":
        return _is_for_deeds(scene, pronoun, best, found)
    if pronoun.name.lower() == "it":
        return _is_said_of_either(scene, pronoun, best, found)
    if pronoun.gender not in GENDERED:
        return False
    likely = {key: mentions for key, mentions in found.items() if shares[key] * _SOMEWHAT > shares[best]}
    return (
        is_of_bystander(scene, pronoun=pronoun, best=best, found=found)
        or _is_spoken_of(scene, pronoun, best, likely)
        or _is_done_to(scene, pronoun, best, found)
        or _is_another(scene, pronoun, best, found)
    )


def _is_spoken_of(
    scene: Scene, pronoun: EntityMention, best: str, found: Mapping[str, Sequence[EntityMention]]
) -> bool:
    """Whether the likeliest one says it, and speaks of another before: "Dahl said that if Moor had erred, *he* …".

    So too where he tells first what the other did: "Dahl could not say what Moor did, but said *he* …".
    """
    here, start = scene.place[pronoun.span], pronoun.span.start
    told = [(first, who) for first, end, who in scene.told if scene.named.get(who) == best and first <= start < end]
    if not told:
        return False
    first, teller = min(told)
    return any(
        first <= m.span.start < start
        or (teller.end <= m.span.start < first and scene.function(m) is _SUBJECT and key in scene.genders)
        for key, mentions in found.items()
        if key != best and scene.genders.get(key) in {None, pronoun.gender}
        for m in mentions
        if m.kind is not _PRONOMINAL and scene.place[m.span] == here and scene.function(m) is not Function.PREDICATE
    )


def _is_done_to(scene: Scene, pronoun: EntityMention, best: str, found: Mapping[str, Sequence[EntityMention]]) -> bool:
    """Whether a clause may tell why or when something was done to somebody: "Dahl pardoned the mayor after *he* …"."""
    start, text = pronoun.span.start, scene.extraction.document.text
    why = _WHY.search(text, max(start - _AHEAD, 0), start)
    here = scene.place[pronoun.span]
    mine = [m for m in found[best] if scene.place[m.span] == here and m.span.start < start and m.standing]
    if not mine or not why or scene.function(pronoun) is not _SUBJECT:
        return False
    clause = mine[-1].standing.clause if mine[-1].standing else None
    return any(
        m.kind is not _PRONOMINAL
        and m.standing is not None
        and mine[-1].span.end <= m.span.start < start
        and (m.standing.clause == clause or m.span.end == why.start() - 1)
        and (scene.function(m) in _DONE_TO or text.endswith(_WITH, 0, m.span.start))
        and not text.endswith(_BY, 0, m.span.start)
        and is_person(m, scene.found.get(m.span))
        for key, mentions in found.items()
        if key != best and scene.genders.get(key) in {None, pronoun.gender}
        for m in mentions
    )


def _is_for_deeds(
    scene: Scene, pronoun: EntityMention, best: str, found: Mapping[str, Sequence[EntityMention]]
) -> bool:
    """Whether something was done for the deeds of a body, and another was named last: "fined Norland for *its* …"."""
    start, text = pronoun.span.start, scene.extraction.document.text
    return _FOR.search(text, max(start - _AHEAD, 0), start) is not None and _is_after(scene, pronoun, best, found)


def _is_said_of_either(
    scene: Scene, pronoun: EntityMention, best: str, found: Mapping[str, Sequence[EntityMention]]
) -> bool:
    """Whether a body does something to another, or judges of a thing, "saying *it* …", and nothing tells of which."""
    text, start = scene.extraction.document.text, pronoun.span.start
    cues = [said.cue for span in scene.tellers(pronoun.span) for said in scene.said_by[span] if said.cue is not None]
    doing = [cue for cue in cues if cue.end < start and _SAYING.search(text, max(cue.start - _AHEAD, 0), cue.end)]
    if not doing:
        return False
    if _is_judged(scene, doing[-1].start):
        return True
    return not _OWN_WILL.match(text, pronoun.span.end) and _is_after(scene, pronoun, best, found)


def _is_judged(scene: Scene, before: int) -> bool:
    """Whether the clause before a place judges of one thing: "condemned the decision"."""
    judged = {e.span for e in scene.extraction.events if e.action in _JUDGING and e.span.end < before}
    return any(
        m.type is None and m.number == "singular" and m.standing.function is Function.OBJECT and m.span.end <= before
        for m in scene.mentions
        if m.kind is _NOMINAL and m.standing is not None and m.standing.clause in judged
        if not scene.extraction.document.text[m.span.end : before].count(".")
    )


def _is_after(scene: Scene, pronoun: EntityMention, best: str, found: Mapping[str, Sequence[EntityMention]]) -> bool:
    """Whether another state or body is named between the likeliest one and a pronoun, in its sentence."""
    here, start = scene.place[pronoun.span], pronoun.span.start
    mine = [m.span.end for m in found[best] if scene.place[m.span] == here and m.span.start < start]
    last = mine[-1] if mine else -1
    return any(
        last <= m.span.start < start and scene.place[m.span] == here and m.span in scene.found
        for key, mentions in found.items()
        if key != best
        for m in mentions
        if m.span in scene.found and scene.found[m.span].type not in _NO_BODIES
    )


def _is_another(scene: Scene, pronoun: EntityMention, best: str, found: Mapping[str, Sequence[EntityMention]]) -> bool:
    """Whether "he" or "she" may well be another who is named in the sentence.

    Another subject of the sentence contests one who is not named
    in it. Who is named behind the likeliest one contests "his", unless he is the subject of its clause ("Miller met
    Dahl in his house"), and the subject of a clause that describes a noun or tells of a time, a reason or a concession
    ("Miller answered each question that Dahl asked before he left").
    """
    number = scene.place[pronoun.span]
    here = [m for m in found[best] if scene.place[m.span] == number and m.span.start < pronoun.span.start]
    rivals = list(_rivals(scene, pronoun, best, found, here[-1].span.end if here else -1))
    if here and _is_told_behind(scene, pronoun):
        rivals += [m for m in _rivals(scene, pronoun, best, found, -1) if scene.function(m) in _ARGUMENTS]
    if not here:
        tellers = scene.tellers(pronoun.span)
        in_it = any(scene.function(m) is _SUBJECT and m.span not in tellers for m in rivals)
        return in_it or (pronoun.span in scene.speaking and _is_overtaken(scene, pronoun, best, found))
    if _is_of_either(scene, pronoun, best, here[-1]):
        return True
    if not rivals:
        return False
    if scene.function(pronoun) is _POSSESSOR:
        standing = pronoun.standing
        return standing is None or best not in scene.keys(standing.subjects)
    return scene.function(pronoun) is _SUBJECT and _is_attached(scene, pronoun)


def _is_of_either(scene: Scene, pronoun: EntityMention, best: str, nearest: EntityMention) -> bool:
    """Whether what goes on in somebody's, or to his, is as well of who did it: "Moor praised Dahl in *his* speech"."""
    standing, before = pronoun.standing, scene.extraction.document.text[: pronoun.span.start]
    if standing is None or scene.function(pronoun) is not _POSSESSOR or not before.endswith(_EITHER):
        return False
    beside = nearest.standing is not None and nearest.standing.clause == standing.clause
    doers = scene.keys(standing.subjects)
    object_ = scene.function(nearest) is Function.OBJECT and nearest.kind is not MentionKind.PRONOMINAL
    return beside and object_ and best not in doers and any(scene.genders.get(k) == pronoun.gender for k in doers)


def _rivals(
    scene: Scene, pronoun: EntityMention, best: str, found: Mapping[str, Sequence[EntityMention]], last: int
) -> Iterator[EntityMention]:
    """The names of others of the pronoun's gender in its sentence, from ``last`` up to the pronoun."""
    number = scene.place[pronoun.span]
    for key, mentions in found.items():
        if key != best and scene.genders.get(key) == pronoun.gender:
            for mention in mentions:
                named = mention.kind is _NAMED and scene.place[mention.span] == number
                if named and last <= mention.span.start < pronoun.span.start:
                    yield mention


def _is_overtaken(
    scene: Scene, pronoun: EntityMention, best: str, found: Mapping[str, Sequence[EntityMention]]
) -> bool:
    """Whether another did something last before "“…,” he said", and the likeliest one is none who had just spoken.

    In "Dahl dozed while Miller ended his speech. “Thanks,” he said" it is Miller.
    """
    before = scene.place[pronoun.span] - 1
    mine = [m for m in found[best] if scene.place[m.span] == before]
    if any(m.span in scene.speaking for m in found[best]):
        return False
    last = mine[-1].span.end if mine else -1
    return any(
        scene.function(m) is _SUBJECT and key != best and scene.genders.get(key) == pronoun.gender
        for key, mentions in found.items()
        for m in mentions
        if scene.place[m.span] == before and m.span.start >= last
    )


def _is_attached(scene: Scene, pronoun: EntityMention) -> bool:
    """Whether a subject opens a clause of time, reason or concession, or one right behind the thing it describes."""
    return opens_clause(scene, pronoun) or _is_told_behind(scene, pronoun)


def _is_told_behind(scene: Scene, pronoun: EntityMention) -> bool:
    """Whether a subject stands right behind a thing that its clause describes, or is the content of: "claims *he*"."""
    start, before = pronoun.span.start, scene.by_sentence[scene.place[pronoun.span]]
    return any(m.head.end == start - 1 and m.kind is _NOMINAL and m.type is None for m in before)
