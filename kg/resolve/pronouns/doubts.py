"""What makes the likeliest antecedent of a pronoun doubtful: the pronoun is left alone then."""

from __future__ import annotations

import re
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
_SUBJECT, _POSSESSOR = Function.SUBJECT, Function.POSSESSOR
_NAMED, _NOMINAL = MentionKind.NAMED, MentionKind.NOMINAL
_MEANS = re.compile(r"['\"“‘]*By [a-z]+ing\b")  # a deed by which something comes about
_OTHERS = 2  # subjects of clauses between an "it" and what it may mean
_EFFECTS = frozenset(
    {"affect", "cause", "cost", "depress", "deter", "discourage", "encourage", "hurt", "mean", "result", "worsen"}
)


def is_doubtful(scene: Scene, *, pronoun: EntityMention, antecedent: EntityMention) -> bool:
    """Whether something between the two says that somebody else may be meant.

    An earlier pronoun of the kind that was left alone goes on as whoever it is ("They met. Then they left"), "he" and
    "she" where two were as likely; and of names that are joined "they" may be both ("Norland and Sudria … they").
    """
    if pronoun.number == "plural" and scene.place[pronoun.span] - scene.place[antecedent.span] > 1:
        return True
    if pronoun.name == "It" and _is_explained(scene, pronoun, antecedent):
        return True
    if pronoun.name == "it" and _is_in_means(scene, pronoun, antecedent):
        return True
    if pronoun.name == "it" and (_is_deep(pronoun, antecedent) or _is_effect(scene, pronoun, antecedent)):
        return True
    if pronoun.number == "plural" and (
        _is_of_relative(scene, pronoun, antecedent) or _is_whoever(scene, pronoun, antecedent)
    ):
        return True
    between = list(_between(scene, pronoun, antecedent))
    if any(_goes_on(scene, each, pronoun) for each in between):
        return True
    return pronoun.number == "plural" and antecedent.kind is not MentionKind.PRONOMINAL and _are_joined(between)


def _is_explained(scene: Scene, pronoun: EntityMention, antecedent: EntityMention) -> bool:
    """Whether "It" goes on behind a colon with what its sentence is about: "The rate is a rule: *It* tells …"."""
    here, before = scene.place[pronoun.span], scene.extraction.document.text[: pronoun.span.start]
    subjects = {m.span for m in scene.by_sentence[here] if scene.function(m) is _SUBJECT and m.span < pronoun.span}
    return before.endswith(": ") and bool(subjects) and antecedent.span not in subjects


def _is_in_means(scene: Scene, pronoun: EntityMention, antecedent: EntityMention) -> bool:
    """Whether a sentence opens with what was done to something, and goes on with "it": "By closing Norland, it …"."""
    first, text = scene.extraction.sentences[scene.place[pronoun.span]].start, scene.extraction.document.text
    fronted = antecedent.span.start > first and scene.function(antecedent) is not _SUBJECT
    return fronted and _MEANS.match(text, first) is not None


def _is_deep(pronoun: EntityMention, antecedent: EntityMention) -> bool:
    """Whether "it" stands under two others' clauses: "The firm owns a mine, which Dahl says he keeps though *it* …"."""
    standing = pronoun.standing
    return standing is not None and antecedent.span in standing.above[_OTHERS:]


def _is_effect(scene: Scene, pronoun: EntityMention, antecedent: EntityMention) -> bool:
    """Whether a body says of "it" what plans and rules do rather than bodies: "The centre says *it* would cost …"."""
    standing = pronoun.standing
    if standing is None or antecedent.span not in scene.tellers(pronoun.span):
        return False
    return any(e.span == standing.clause and e.action in _EFFECTS for e in scene.extraction.events)


def _is_of_relative(scene: Scene, pronoun: EntityMention, antecedent: EntityMention) -> bool:
    """Whether "they" describe the noun before them, and were named before the sentence: "the towns *they* held"."""
    here = scene.place[pronoun.span]
    far = antecedent.kind is _NOMINAL and scene.place[antecedent.span] < here
    if scene.function(pronoun) is not _SUBJECT or not far:
        return False
    return any(m.head.end == pronoun.span.start - 1 and m.kind is _NOMINAL for m in scene.by_sentence[here])


def _is_whoever(scene: Scene, pronoun: EntityMention, antecedent: EntityMention) -> bool:
    """Whether "they" do it to "you" in what somebody says, and were not named in it: "What *they* ask you to do …"."""
    spoken = [part for part, _ in scene.quoted if part.covers(pronoun.span)]
    standing = pronoun.standing
    if not spoken or standing is None or any(part.covers(antecedent.span) for part in spoken):
        return False
    here = (m for m in scene.by_sentence[scene.place[pronoun.span]] if m.gender == "second" and m.standing is not None)
    return any(m.standing.clause == standing.clause and scene.function(m) is not _SUBJECT for m in here if m.standing)


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
