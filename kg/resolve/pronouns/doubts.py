"""What makes the likeliest antecedent of a pronoun doubtful: the pronoun is left alone then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Function, MentionKind
from kg.resolve.pronouns.binding import quoting
from kg.resolve.pronouns.scene import GENDERED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import EntityMention, Span
    from kg.resolve.pronouns.scene import Scene

_NO_PARTIES = frozenset({Function.EXPLETIVE, Function.POSSESSOR})
_ARGUMENTS = frozenset({Function.SUBJECT, Function.OBJECT, Function.OBLIQUE})


def is_doubtful(scene: Scene, *, pronoun: EntityMention, antecedent: EntityMention) -> bool:
    """Whether something between the two says that somebody else may be meant.

    An earlier pronoun of the kind that was left alone goes on as whoever it is ("They met. Then they left"), "he" and
    "she" where two were as likely; and of names that are joined "they" may be both ("Norland and Sudria … they").
    """
    if pronoun.number == "plural" and scene.place[pronoun.span] - scene.place[antecedent.span] > 1:
        return True
    between = list(_between(scene, pronoun, antecedent))
    if any(_goes_on(scene, each, pronoun) for each in between):
        return True
    return pronoun.number == "plural" and antecedent.kind is not MentionKind.PRONOMINAL and _are_joined(between)


def _between(scene: Scene, pronoun: EntityMention, antecedent: EntityMention) -> Iterator[EntityMention]:
    """The mentions between the two in the pronoun's sentence and the one before."""
    here = scene.place[pronoun.span]
    for number in (here - 1, here):
        for mention in scene.by_sentence.get(number, ()):
            if antecedent.span.end <= mention.span.start and mention.span.end <= pronoun.span.start:
                yield mention


def _goes_on(scene: Scene, earlier: EntityMention, pronoun: EntityMention) -> bool:
    """Whether an earlier mention is a pronoun of the same form that was left alone, and of the same voice."""
    if earlier.kind is not MentionKind.PRONOMINAL or earlier.apposition is not None or earlier.span in scene.found:
        return False
    if (earlier.number, earlier.gender) != (pronoun.number, pronoun.gender):
        return False
    if scene.function(earlier) in _NO_PARTIES or (pronoun.gender in GENDERED and earlier.span not in scene.torn):
        return False
    return quoting(scene, earlier.span) == quoting(scene, pronoun.span)


def _are_joined(between: list[EntityMention]) -> bool:
    """Whether two of the names between are parts of one coordination that takes part in a clause."""
    joined: dict[tuple[Span | None, str], int] = {}
    for mention in between:
        standing = mention.standing
        if mention.kind is MentionKind.NAMED and standing and standing.joined and standing.function in _ARGUMENTS:
            key = (standing.clause, standing.function.value)
            joined[key] = joined.get(key, 0) + 1
    return any(times > 1 for times in joined.values())
