"""Who is only called by what he is to others, where the text tells of a man or a woman by name.

In "Moor was fined. The judge ordered *his* release" the judge is nearer, and it is Moor's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Function, MentionKind
from kg.resolve.pronouns.binding import is_reflexive

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.model import EntityMention
    from kg.resolve.pronouns.scene import Scene

_NAMED, _NOMINAL, _PRONOMINAL = MentionKind.NAMED, MentionKind.NOMINAL, MentionKind.PRONOMINAL
# Who speaks for another, or tells of one: what they say is of him as well.
_FOR_OTHERS = frozenset(
    {"acquaintance", "agent", "attorney", "barrister", "boss", "coach", "colleague", "coworker", "co-worker", "friend"}
    | {"lawyer", "manager", "neighbor", "neighbour", "publicist", "relative", "rep", "representative", "solicitor"}
    | {"spokesperson", "teammate"}
)
# Who does something to another by trade.
_UPON_OTHERS = frozenset(
    {"coroner", "director", "doctor", "editor", "interviewer", "journalist", "judge", "juror", "magistrate", "maid"}
    | {"medic", "nurse", "paramedic", "photographer", "producer", "prosecutor", "psychiatrist"}
    | {"reporter", "surgeon", "teacher", "therapist"}
)


def is_of_bystander(
    scene: Scene, *, pronoun: EntityMention, best: str, found: Mapping[str, Sequence[EntityMention]]
) -> bool:
    """Whether the likeliest one is such a bystander, whose gender no word shows, and somebody is named who has it.

    ``best`` is the likeliest entity of those ``found``. What one is said to do, or says of himself, is his: "the judge
    said *he* would", "a doctor who lost *her* job"; of who speaks for others it is theirs as well.
    """
    last = found[best][-1]
    nouns = {m.lemma for m in scene.mentions if scene.named[m.span] == best and m.kind is not _PRONOMINAL}
    if not nouns or not nouns <= _FOR_OTHERS | _UPON_OTHERS or is_reflexive(pronoun):
        return False
    if pronoun.span in scene.speaking or any(scene.shown(m) for m in scene.mentions if _is_noun_of(scene, m, best)):
        return False
    own = {m.span for m in found[best]} & scene.tellers(pronoun.span) and scene.function(pronoun) is Function.SUBJECT
    if (own and not nouns & _FOR_OTHERS) or _is_relative(scene, last, pronoun):
        return False
    return any(
        m.span < pronoun.span
        and m.kind is _NAMED
        and scene.named[m.span] != best
        and scene.genders.get(scene.named[m.span]) == pronoun.gender
        for m in scene.mentions
    )


def _is_noun_of(scene: Scene, mention: EntityMention, key: str) -> bool:
    return mention.kind is _NOMINAL and scene.named[mention.span] == key


def _is_relative(scene: Scene, noun: EntityMention, pronoun: EntityMention) -> bool:
    """Whether a pronoun stands in the clause that describes a noun: "the doctor who lost *her* job"."""
    behind = scene.extraction.document.text[noun.span.end : pronoun.span.start]
    here = scene.place[noun.span] == scene.place[pronoun.span]
    return here and behind.removeprefix(",").startswith((" who ", " whose "))
