"""How likely an entity is what a pronoun means: features of its mentions, weighed and added up.

The features are those of Lappin and Leass (1994) and of centering (Grosz, Joshi and Weinstein 1995): who is the
subject, who was just spoken of, who is spoken of all along, who stands in the same function.
"""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING

from kg.model import Function, MentionKind, Quotation
from kg.resolve.pronouns.agreement import is_person
from kg.resolve.pronouns.binding import opens_clause
from kg.resolve.pronouns.scene import GENDERED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.model import EntityMention, Span
    from kg.resolve.pronouns.scene import Scene

_NAMED, _NOMINAL = MentionKind.NAMED, MentionKind.NOMINAL
_POSSESSOR, _SUBJECT, _OTHER = Function.POSSESSOR, Function.SUBJECT, Function.OTHER
# Learned as a log-linear choice among the candidates of 1,000 pronouns of encyclopedia texts (GAP), and rounded; each
# half of them confirms what the other half taught.
_WEIGHTS: Mapping[str, float] = {
    "sentences back: 0": 1.8,
    "sentences back: 2": -1.3,
    "sentences back: 3": -1.2,
    "far in the sentence": -0.8,
    "late in its sentence": -0.3,
    "mentions": 1.0,
    "following subject": 1.7,
    "subject of its clause": 1.0,
    "subject above": 0.9,
    "subject here": 0.4,
    "subject before": 0.3,
    "same function": 0.7,
    "as complement": -0.4,
    "as possessor": -0.3,
    "inside another": -0.7,
    "coordinated": -1.2,
    "one word": 0.6,
    "only a noun": -1.2,
    "gender shown": 0.3,
    "no sure person": -0.4,
    # Of what the texts that taught the rest hold little: "it", "they", and quotations.
    "party": 0.7,
    "speaker again": 1.3,
    "speaker here": 1.0,
    "speaker just before": 1.0,
    "says it": 1.0,
    "in the name of who says it": 1.5,
    "only tells it": -2.5,
    "only told what stands before": -1.5,
}
_NOBODY = 0.5  # what somebody weighs who is not among the candidates
_FAR = 3  # sentences: what stands farther back weighs as much
_AS = {function: f"as {function}" for function in Function}
_MANY = 5  # mentions: who is named more often is not likelier for that
_SOME = 10  # characters: the unit in which distances in a sentence are told


def features(
    scene: Scene, pronoun: EntityMention, mentions: Sequence[EntityMention], above: Span | None = None
) -> dict[str, float]:
    """What speaks for and against the entity of ``mentions``, which stand in the order of the text.

    ``above`` is the nearest subject of the clauses over the pronoun's that it may mean.
    """
    found = _named(scene, pronoun, mentions) | _placed(scene, pronoun, mentions, above)
    found |= _telling(scene, pronoun, mentions)
    start = pronoun.span.start
    before = [m for m in mentions if m.span.start < start]
    if before:
        found |= _nearest(scene, pronoun, before[-1])
        found |= _subjects(scene, pronoun, before)
    return found


def _named(scene: Scene, pronoun: EntityMention, mentions: Sequence[EntityMention]) -> dict[str, float]:
    """How an entity is called, and how often."""
    key = scene.key(mentions[0])
    named = [m for m in mentions if m.kind is _NAMED]
    out = {"mentions": log(1 + min(scene.times.get(key, 0), _MANY))}
    # "She added": who speaks has spoken before; not who asks in a clause of others ("Dahl was jeered after he asked").
    speaks = pronoun.span in scene.speaking and not opens_clause(scene, pronoun)
    spoken = [m for m in mentions if m.span in scene.speaking] if speaks else []
    out["speaker again"] = float(bool(spoken))
    places = {scene.place[pronoun.span] - scene.place[m.span] for m in spoken}
    out["speaker here"] = float(0 in places)
    out["speaker just before"] = float(1 in places and 0 not in places)
    if pronoun.gender in GENDERED:
        out["one word"] = float(bool(named) and all(" " not in m.name for m in named))
        out["only a noun"] = float(all(m.kind is _NOMINAL for m in mentions))
        out["gender shown"] = float(scene.genders.get(key) == pronoun.gender)
        out["no sure person"] = float(not any(is_person(m, scene.found.get(m.span)) for m in mentions))
    else:
        link = scene.found.get(mentions[0].span)
        out["party"] = float(link is not None and link.type != "Thing")
    return out


def _placed(
    scene: Scene, pronoun: EntityMention, mentions: Sequence[EntityMention], above: Span | None
) -> dict[str, float]:
    """How an entity stands to the pronoun in the syntax of its sentence.

    Who is named at the end as the one who says all of it is not who a clause in it opens for.
    """
    standing = pronoun.standing
    if standing is None:
        return {}
    spans = {m.span for m in mentions}
    possessor = standing.function is _POSSESSOR
    following = standing.following
    return {
        "subject above": float(above is not None and above in spans),
        "following subject": float(following in spans and following not in scene.tellers(pronoun.span)),
        "subject of its clause": float(possessor and bool(spans & set(standing.subjects))),
    }


def _telling(scene: Scene, pronoun: EntityMention, mentions: Sequence[EntityMention]) -> dict[str, float]:
    """Whether an entity says what the pronoun stands in ("the man who said he …"), or a body named after it does.

    Who is put into the midst of what is said ("If Miller won, Dahl said, he …") only tells it.
    """
    authorities = scene.tellers(pronoun.span)
    if not authorities:
        return {}
    spans = {m.span for m in mentions}
    telling = {span for span in authorities if _tells(scene, span, pronoun.span)}
    return {
        "says it": float(bool(spans & (authorities - telling)) and scene.function(pronoun) is _SUBJECT),
        "in the name of who says it": float(any(a.covers(s) and a != s for a in authorities for s in spans)),
        "only tells it": float(bool(spans & telling)),
    }


def _nearest(scene: Scene, pronoun: EntityMention, nearest: EntityMention) -> dict[str, float]:
    """Where the last mention stands, and as what."""
    back, function = scene.place[pronoun.span] - scene.place[nearest.span], scene.function(nearest)
    first = scene.extraction.sentences[scene.place[nearest.span]].start
    out = {
        f"sentences back: {min(back, _FAR)}": 1.0,
        "same function": float(function is scene.function(pronoun) is not _OTHER),
        _AS[function]: 1.0,
        "only told what stands before": float(back > 0 and _only_told(scene, pronoun, nearest)),
        "inside another": float(nearest.span in scene.inner),
        "coordinated": float(nearest.standing is not None and nearest.standing.joined),
    }
    if back:
        return out | {"late in its sentence": log(1 + (nearest.span.start - first) / _SOME)}
    return out | {"far in the sentence": log(1 + (pronoun.span.start - nearest.span.end) / _SOME)}


def _only_told(scene: Scene, pronoun: EntityMention, nearest: EntityMention) -> bool:
    """Whether somebody was last named behind what they tell, of which a text goes on: "He fled, Dahl said. *He* …"."""
    if pronoun.gender not in GENDERED or pronoun.span in scene.speaking:
        return False
    said = scene.said_by.get(nearest.span, [])
    return bool(said) and all(
        a.quotation is Quotation.INDIRECT and a.content[-1].end <= min(nearest.span.start, a.cue.start if a.cue else 0)
        for a in said
    )


def _subjects(scene: Scene, pronoun: EntityMention, before: Sequence[EntityMention]) -> dict[str, float]:
    """Whether an entity is subject in the pronoun's sentence or the one before."""
    subjects = {
        scene.place[pronoun.span] - scene.place[m.span]
        for m in before
        if scene.function(m) is _SUBJECT and not _tells(scene, m.span, pronoun.span)
    }
    return {"subject here": float(0 in subjects), "subject before": float(1 in subjects)}


def likelihoods(scene: Scene, pronoun: EntityMention, found: Mapping[str, Sequence[EntityMention]]) -> dict[str, float]:
    """How likely each entity is meant, 0 to 1; ``found`` holds their mentions. The rest of 1 is for somebody else."""
    above = _above(pronoun, found)
    sums = {
        key: sum([_WEIGHTS[name] * value for name, value in told.items() if value and name in _WEIGHTS])
        for key, mentions in found.items()
        if (told := features(scene, pronoun, mentions, above))
    }
    whole = exp(_NOBODY) + sum(exp(value) for value in sums.values())
    return {key: exp(value) / whole for key, value in sums.items()}


def _above(pronoun: EntityMention, found: Mapping[str, Sequence[EntityMention]]) -> Span | None:
    """The nearest subject of the clauses over the pronoun's that is one of those who may be meant.

    Of what somebody has, it is nobody where the subject of the pronoun's own clause may be meant.
    """
    standing = pronoun.standing
    if standing is None or not standing.above:
        return None
    possible = {m.span for mentions in found.values() for m in mentions}
    if standing.function is Function.POSSESSOR and not possible.isdisjoint(standing.subjects):
        return None
    return next((span for span in standing.above if span in possible), None)


def _tells(scene: Scene, speaker: Span, pronoun: Span) -> bool:
    """Whether somebody is put into what is said, or before it with a comma, as the one who says it."""
    text = scene.extraction.document.text
    for said in scene.said_by.get(speaker, ()):
        if any(part.covers(pronoun) for part in said.content):
            first = said.content[0].start
            after = speaker.end if said.cue is None else max(speaker.end, said.cue.end)
            return len(said.content) > 1 or (first > after and text[after:first].startswith(","))
    return False
