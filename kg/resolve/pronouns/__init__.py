"""To whom a pronoun leads: the party that agrees with it and is most likely meant, or nobody.

Things that lead nowhere compete too: where one of them is likeliest, or two are as likely, the pronoun is left alone,
since a wrong party is worse than none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.model import Function, MentionKind
from kg.resolve.pronouns.agreement import fits
from kg.resolve.pronouns.binding import barred
from kg.resolve.pronouns.salience import likelihoods
from kg.resolve.pronouns.scene import PARTICIPANTS, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.config import ResolveConfig
    from kg.model import EntityMention, Extraction, Span
    from kg.ontology import KnowledgeBase
    from kg.resolve.linking import Link


def pronouns(
    extraction: Extraction,
    mentions: Sequence[EntityMention],
    found: dict[Span, Link],
    knowledge: KnowledgeBase,
    config: ResolveConfig,
) -> None:
    """Adds the pronouns that lead somewhere to ``found``, first to last; ``mentions`` are sorted by span."""
    reach, least = config.pronoun_sentences, config.pronoun_likelihood
    scene = Scene(extraction=extraction, mentions=mentions, found=found, knowledge=knowledge, reach=reach, least=least)
    for mention in mentions:
        relative = mention.apposition is not None
        if mention.kind is MentionKind.PRONOMINAL and mention.span not in found and not relative:
            _settle(scene, mention)


def _settle(scene: Scene, pronoun: EntityMention) -> None:
    """Leads one pronoun to its antecedent, if it has one."""
    if pronoun.gender in PARTICIPANTS:
        _participant(scene, pronoun)
        return
    if scene.extraction.document.text.startswith(" both", pronoun.span.end):
        return  # "they both": two, whom no single entity stands for
    if pronoun.lemma == "it" and pronoun.name.lower() != "its" and not _acts(scene, pronoun):
        return
    best = _best(scene, pronoun)
    if best is not None and best.span in scene.found and not _is_pair(scene, pronoun=pronoun, antecedent=best):
        scene.lead(pronoun, replace(scene.found[best.span], sieve="pronoun"))
        scene.learn(pronoun)


def _acts(scene: Scene, pronoun: EntityMention) -> bool:
    """Whether "it" does something: a body then; any other may be a thing, a whole clause or nobody."""
    return pronoun.span in scene.doers and scene.function(pronoun) is not Function.EXPLETIVE


def _is_pair(scene: Scene, *, pronoun: EntityMention, antecedent: EntityMention) -> bool:
    """Whether "they" are two who did something together, whom no single entity stands for."""
    return pronoun.number == "plural" and antecedent.number != "plural" and antecedent.span in scene.together


def _participant(scene: Scene, mention: EntityMention) -> None:
    if mention.speaker in scene.found:
        scene.lead(mention, replace(scene.found[mention.speaker], sieve="speaker"))
    elif mention.speaker is None and mention.number == "singular" and scene.author is not None:
        scene.lead(mention, scene.author)


def _best(scene: Scene, pronoun: EntityMention) -> EntityMention | None:
    """The mention that says best what the likeliest entity is; None where none is likely enough."""
    found = candidates(scene, pronoun)
    if not found:
        return None
    shares = likelihoods(scene, pronoun, found)
    best = max(shares, key=lambda key: (shares[key], key))
    return found[best][-1] if shares[best] >= scene.least else None


def candidates(scene: Scene, pronoun: EntityMention) -> dict[str, list[EntityMention]]:
    """The mentions that a pronoun may stand for, by entity, in the order of the text."""
    not_meant, named, known = barred(scene, pronoun), scene.named, scene.found
    found: dict[str, list[EntityMention]] = {}
    for mention in _within_reach(scene, pronoun):
        key = named[mention.span]
        # An earlier pronoun that was left alone tells nothing.
        lost = mention.kind is MentionKind.PRONOMINAL and mention.span not in known
        if not lost and key not in not_meant and fits(scene, pronoun, mention, key):
            found.setdefault(key, []).append(mention)
    return found


def _within_reach(scene: Scene, pronoun: EntityMention) -> Iterator[EntityMention]:
    here, start = scene.place[pronoun.span], pronoun.span.start
    # "The hospital was closed, it said": who says it stands outside of what is said.
    said = [part for a in scene.said_by.get(pronoun.span, ()) for part in a.content]
    for number in range(max(here - scene.reach, -1), here + 1):
        for mention in scene.possible.get(number, ()):
            if mention.span.end <= start and not (said and any(part.covers(mention.span) for part in said)):
                yield mention
    if pronoun.standing is not None and pronoun.standing.following in scene.at:
        following = scene.at[pronoun.standing.following]
        if following.kind is not MentionKind.PRONOMINAL:
            yield following
