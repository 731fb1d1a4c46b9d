"""To whom a pronoun leads: the party that agrees with it and is most likely meant, or nobody.

Things that lead nowhere compete too: where one of them is likeliest, or two are as likely, the pronoun is left alone,
since a wrong party is worse than none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.model import Function, MentionKind
from kg.resolve.pronouns.agreement import GROUP, fits
from kg.resolve.pronouns.binding import barred, opens_clause, quoting
from kg.resolve.pronouns.contested import is_contested
from kg.resolve.pronouns.doubts import is_doubtful
from kg.resolve.pronouns.salience import likelihoods
from kg.resolve.pronouns.scene import GENDERED, PARTICIPANTS, PERSON, SPEAKS_FOR, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.config import ResolveConfig
    from kg.model import EntityMention, Extraction, Span
    from kg.ontology import KnowledgeBase
    from kg.resolve.linking import Link

_PRONOMINAL = MentionKind.PRONOMINAL
_EXPLETIVE = Function.EXPLETIVE
__all__ = ["SPEAKS_FOR", "candidates", "pronouns"]

_AS_LIKELY = 1.1  # two of which one is so many times as likely as the other may both be meant


def pronouns(
    extraction: Extraction,
    mentions: Sequence[EntityMention],
    found: dict[Span, Link],
    knowledge: KnowledgeBase,
    config: ResolveConfig,
) -> None:
    """Adds the pronouns that lead somewhere to ``found``, first to last; ``mentions`` are sorted by span."""
    scene = Scene(
        extraction=extraction,
        mentions=mentions,
        found=found,
        knowledge=knowledge,
        reach=config.pronoun_sentences,
        least=config.pronoun_likelihood,
        least_plural=config.plural_likelihood,
        least_remote=config.remote_likelihood,
        margin=config.pronoun_margin,
        margin_of_person=config.person_margin,
    )
    for mention in mentions:
        relative = mention.apposition is not None
        if mention.kind is _PRONOMINAL and mention.span not in found and not relative:
            for teller in _tellers_to_come(scene, mention):
                _settle(scene, teller)
            _settle(scene, mention)


def _tellers_to_come(scene: Scene, pronoun: EntityMention) -> Iterator[EntityMention]:
    """The pronouns that tell who says the quotation that one stands in: "“He lied,” *she* said"."""
    for span in sorted(quoting(scene, pronoun.span)):
        teller = scene.at.get(span)
        if teller is not None and teller.kind is MentionKind.PRONOMINAL and span not in scene.found:
            yield teller


def _settle(scene: Scene, pronoun: EntityMention) -> None:
    """Leads one pronoun to its antecedent, if it has one."""
    if pronoun.gender in PARTICIPANTS:
        _participant(scene, pronoun)
        return
    if scene.extraction.document.text.startswith(" both", pronoun.span.end):
        return  # "they both": two, whom no single entity stands for
    if _is_of_name(scene, pronoun):
        return
    if pronoun.lemma == "it" and pronoun.name.lower() != "its" and not _acts(scene, pronoun):
        return
    best = _best(scene, pronoun)
    if best is None or best.span not in scene.found or is_doubtful(scene, pronoun=pronoun, antecedent=best):
        return
    if not _is_part(scene, pronoun=pronoun, antecedent=best):
        link = scene.found[best.span]
        scene.lead(pronoun, replace(link, sieve="pronoun", doubtful=link.doubtful or pronoun.span in scene.unsure))
        if pronoun.span not in scene.unsure:  # who may not be meant has shown nothing
            scene.learn(pronoun)


def _is_of_name(scene: Scene, pronoun: EntityMention) -> bool:
    """Whether a pronoun with a capital stands right behind a word of its sentence: "the Fix *It* patch"."""
    start, text = pronoun.span.start, scene.extraction.document.text
    first = scene.extraction.sentences[scene.place[pronoun.span]].start
    return pronoun.name[0].isupper() and first < start - 1 and text[start - 1] == " " and text[start - 2].isalpha()


def _acts(scene: Scene, pronoun: EntityMention) -> bool:
    """Whether "it" does something: a body then; any other may be a thing, a whole clause or nobody."""
    return pronoun.span in scene.doers and scene.function(pronoun) is not _EXPLETIVE


def _is_part(scene: Scene, *, pronoun: EntityMention, antecedent: EntityMention) -> bool:
    """Whether "they" are several of whom the antecedent is one: "Miller and his aides", two who did it together."""
    if pronoun.number != "plural":
        return False
    joined = antecedent.standing is not None and antecedent.standing.joined
    link = scene.found[antecedent.span]
    return joined or (antecedent.number != "plural" and (antecedent.span in scene.together or link.type == PERSON))


def _participant(scene: Scene, mention: EntityMention) -> None:
    """Leads "I" to the speaker, "we" to a body that speaks or that the speaker speaks for, and to no one person."""
    speaker = scene.found.get(mention.speaker) if mention.speaker is not None else None
    if speaker is not None and mention.number == "plural" and speaker.type == "Thing":
        return  # "We hope", a letter reads: those who wrote it
    if speaker is not None and mention.number == "plural" and speaker.type == PERSON:
        speaker = scene.spoken_for().get(speaker.entity)
        speaker = None if speaker is not None and speaker.type == PERSON else speaker
    if speaker is not None:
        scene.lead(mention, replace(speaker, sieve="speaker"))
    elif mention.speaker is None and mention.number == "singular":
        author = next((link for stretch, link in scene.authors if stretch.covers(mention.span)), None)
        if author is not None:
            scene.lead(mention, author)


def _best(scene: Scene, pronoun: EntityMention) -> EntityMention | None:
    """The mention that says best what the likeliest entity is; None where none is likely enough."""
    found = candidates(scene, pronoun)
    if not found:
        return None
    shares = likelihoods(scene, pronoun, found)
    best = max(shares, key=lambda key: (shares[key], key))
    if pronoun.gender in GENDERED and best in scene.neuter:
        return None  # what was "it" is nobody
    second = max((share for key, share in shares.items() if key != best), default=0.0)
    if second * _AS_LIKELY > shares[best]:
        scene.torn.add(pronoun.span)
        return None
    margin = scene.margin_of_person if pronoun.gender in GENDERED else scene.margin
    if second * margin > shares[best] and not _is_of_its_own_word(scene, pronoun, found[best]):
        scene.unsure.add(pronoun.span)
    elif is_contested(scene, pronoun=pronoun, best=best, found=found, shares=shares):
        scene.unsure.add(pronoun.span)
        here = scene.place[pronoun.span]
        if any(scene.place[m.span] == here for m in found[best]):
            scene.contested.add(pronoun.span)
    if pronoun.number == "plural" and _is_remote(scene, pronoun, found[best]):
        return found[best][-1] if shares[best] >= scene.least_remote else None
    if pronoun.name.lower() == "it":
        clear = _is_told_of_itself(scene, pronoun, found[best]) or _goes_on(scene, pronoun, found[best])
    else:
        clear = pronoun.number != "plural" or _leads(scene, best, found[best][-1], shares)
    likely = shares[best] >= (scene.least if clear else scene.least_plural)
    return _last(scene, pronoun, found[best]) if likely else None


def _last(scene: Scene, pronoun: EntityMention, mentions: Sequence[EntityMention]) -> EntityMention:
    """The last of the mentions; what a clause inside an earlier sentence leaves open is none, if there is another."""
    here = scene.place[pronoun.span]
    sure = [m for m in mentions if m.span not in scene.contested or scene.place[m.span] == here]
    return (sure or mentions)[-1]


def _is_remote(scene: Scene, pronoun: EntityMention, mentions: Sequence[EntityMention]) -> bool:
    """Whether "they" would be one body, or stand in a quotation that does not name those who are meant."""
    if all(m.number != "plural" and m.kind is not _PRONOMINAL for m in mentions):
        link = scene.found.get(mentions[0].span)
        if link is not None and link.type != GROUP:
            return True
    inside = [part for part, _ in scene.quoted if part.covers(pronoun.span)]
    return bool(inside) and not any(part.covers(m.span) for part in inside for m in mentions)


def _is_of_its_own_word(scene: Scene, pronoun: EntityMention, mentions: Sequence[EntityMention]) -> bool:
    """Whether "it" does something in what the body itself says: "Norland assured Sudria that *it* would pay"."""
    return pronoun.name.lower() == "it" and not {m.span for m in mentions}.isdisjoint(scene.tellers(pronoun.span))


def _is_told_of_itself(scene: Scene, pronoun: EntityMention, mentions: Sequence[EntityMention]) -> bool:
    """Whether "it" says something, or stands in what the body itself says; any other may well be a thing."""
    return pronoun.span in scene.speaking or not {m.span for m in mentions}.isdisjoint(scene.tellers(pronoun.span))


def _goes_on(scene: Scene, pronoun: EntityMention, mentions: Sequence[EntityMention]) -> bool:
    """Whether "it" opens its sentence as its subject, as the same body opened the one before.

    The center goes on (Grosz, Joshi and Weinstein 1995).
    """
    here = scene.place[pronoun.span]
    opening = {scene.by_sentence[number][0].span for number in (here, here - 1) if number in scene.by_sentence}
    opening &= scene.subjects
    return pronoun.span in opening and any(m.span in opening and scene.place[m.span] == here - 1 for m in mentions)


def _leads(scene: Scene, best: str, mention: EntityMention, shares: Mapping[str, float]) -> bool:
    """Whether people who were spoken of before are twice as likely as any other: "they" may mean many."""
    link = scene.found.get(mention.span)
    rest = max((share for key, share in shares.items() if key != best), default=0.0)
    spoken = link is not None and link.type == GROUP and scene.times.get(best, 0) > 1
    return spoken and shares[best] >= 2 * rest


def candidates(scene: Scene, pronoun: EntityMention) -> dict[str, list[EntityMention]]:
    """The mentions that a pronoun may stand for, by entity, in the order of the text."""
    not_meant, named, known = barred(scene, pronoun), scene.named, scene.found
    found: dict[str, list[EntityMention]] = {}
    for mention in _within_reach(scene, pronoun):
        key = named[mention.span]
        # An earlier pronoun that was left alone tells nothing.
        lost = mention.kind is _PRONOMINAL and mention.span not in known
        if not lost and key not in not_meant and fits(scene, pronoun, mention, key):
            found.setdefault(key, []).append(mention)
    if pronoun.gender in GENDERED and pronoun.span in scene.speaking:
        return _speaking_on(scene, pronoun, found)
    if pronoun.number == "plural":  # what was "it" just now is not "they"
        near = scene.place[pronoun.span] - 1
        before = (m for m in _within_reach(scene, pronoun) if scene.place[m.span] >= near)
        single = {named[m.span] for m in before if m.name.lower() == "it"}
        return {key: mentions for key, mentions in found.items() if key not in single}
    return found


def _speaking_on(
    scene: Scene, pronoun: EntityMention, found: dict[str, list[EntityMention]]
) -> dict[str, list[EntityMention]]:
    """Without whom the last speaker only spoke of: in "“Moor lied,” Dahl said. “He is sorry,” *he* said" it is Dahl."""
    here = scene.place[pronoun.span]
    spoken = {m.span: key for key, mentions in found.items() for m in mentions if m.span in scene.said_by}
    tellers = [span for span in spoken if scene.place[span] < here]
    if not tellers:
        return found
    last = max(tellers)
    since = {key: [m for m in mentions if scene.place[m.span] >= scene.place[last]] for key, mentions in found.items()}
    spoken_of = {
        key
        for key, mentions in since.items()
        if key != spoken[last] and mentions and all(last in _telling(scene, m.span) for m in mentions)
    }
    return {key: mentions for key, mentions in found.items() if key not in spoken_of}


def _telling(scene: Scene, span: Span) -> set[Span]:
    """Who says what a span stands in, in their words or in others."""
    return scene.tellers(span) | quoting(scene, span)


def _within_reach(scene: Scene, pronoun: EntityMention) -> Iterator[EntityMention]:
    here, start = scene.place[pronoun.span], pronoun.span.start
    # "The hospital was closed, it said": who says it stands outside of what is said.
    said = [part for a in scene.said_by.get(pronoun.span, ()) for part in a.content]
    above = pronoun.standing.above if pronoun.standing is not None and opens_clause(scene, pronoun) else ()
    for number in range(max(here - scene.reach, -1), here + 1):
        for mention in scene.possible.get(number, ()):
            told = said and mention.span not in above and any(part.covers(mention.span) for part in said)
            if mention.span.end <= start and not told:
                yield mention
    if pronoun.standing is not None and pronoun.standing.following in scene.at:
        following = scene.at[pronoun.standing.following]
        if following.kind is not _PRONOMINAL:
            yield following
