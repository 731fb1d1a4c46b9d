"""To whom a pronoun leads: the most salient party before it that agrees with it, or nobody.

Salience after Lappin and Leass (1994): a mention weighs by what it is in its sentence, half as much with each sentence
back, and the weights of all mentions of one entity add up. Things that lead nowhere compete too: where one of them
weighs most, the pronoun is left alone, since a wrong party is worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.ids import slug
from kg.model import Genre, MentionKind, Quotation, RoleName
from kg.resolve.linking import Link
from kg.resolve.places import covering

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.model import Document, EntityMention, Extraction, Span
    from kg.ontology import KnowledgeBase

_SUBJECTS = frozenset({"subject", "subject of a passive", "shared subject", "relative clause"})
# What "it" is the subject of without being anybody: "it is hard to say", "it seems that", "it may take days".
_IMPERSONAL = frozenset({"be", "'s", "’s", "’", "s", "amaze", "amuse", "annoy", "appear", "astonish", "become"}) | {
    "bother",
    "come",
    "cost",
    "feel",
    "happen",
    "hurt",
    "look",
    "matter",
    "mean",
    "prove",
    "rain",
    "remain",
    "seem",
    "snow",
    "sound",
    "strike",
    "surprise",
    "take",
    "turn out",
}
_PERSON = "Person"
_GENDERED = frozenset({"masculine", "feminine"})
_PARTICIPANTS = frozenset({"first", "second"})
_BODIES = frozenset({"Organization", "ArmedGroup"})
_GROUP = "PopulationGroup"
_NOT_DOING = frozenset({"Place", "City"})  # what no "it" does anything as
_NOMINATIVE = frozenset({"he", "she", "they"})
# How much a mention weighs by what it is.
_STANDING, _SUBJECT, _FREE, _NAME, _SAME_PART = 100.0, 80.0, 60.0, 20.0, 35.0


def pronouns(
    extraction: Extraction,
    mentions: Sequence[EntityMention],
    found: dict[Span, Link],
    knowledge: KnowledgeBase,
    sentences: int,
) -> None:
    """Adds the pronouns that lead somewhere to ``found``, first to last; ``mentions`` are sorted by span."""
    scene = _Scene(extraction=extraction, mentions=mentions, found=found, knowledge=knowledge, reach=sentences)
    for mention in mentions:
        if mention.kind is MentionKind.PRONOMINAL and mention.span not in found:
            scene.settle(mention)


@dataclass(slots=True, kw_only=True)
class _Scene:
    """What a document has mentioned so far, where, and as what."""

    extraction: Extraction
    mentions: Sequence[EntityMention]
    found: dict[Span, Link]
    knowledge: KnowledgeBase
    reach: int
    at: dict[Span, EntityMention] = field(default_factory=dict)
    place: dict[Span, int] = field(default_factory=dict)
    standing: dict[int, list[EntityMention]] = field(default_factory=dict)
    subjects: set[Span] = field(default_factory=set)
    inner: set[Span] = field(default_factory=set)
    doers: set[Span] = field(default_factory=set)
    speaking: set[Span] = field(default_factory=set)
    together: set[Span] = field(default_factory=set)
    rivals: dict[Span, set[Span]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    author: Link | None = None

    def __post_init__(self) -> None:
        self.at = {mention.span: mention for mention in self.mentions}
        widest: Span | None = None
        for mention in self.mentions:
            number = covering(self.extraction.sentences, mention.head)
            self.place[mention.span] = number
            self.standing.setdefault(number, []).append(mention)
            if widest is not None and widest.covers(mention.span) and widest != mention.span:
                self.inner.add(mention.span)
            else:
                widest = mention.span
            self._learn(mention)
        events, said = self.extraction.events, self.extraction.attributions
        self.subjects = {r.mention for e in events for r in e.roles if r.mention and r.pattern in _SUBJECTS}
        self.speaking = {a.authority for a in said if a.authority is not None}
        self.subjects |= self.speaking
        self.doers = _doers(self.extraction)
        self.together = _together(self.extraction)
        self.rivals = _co_arguments(self.extraction)
        self.author = _author(self.extraction.document)

    def _learn(self, mention: EntityMention) -> None:
        """The gender that a title, a given name or a noun shows of an entity; the first to show one tells."""
        key, gender = self._key(mention), self._shown(mention)
        if gender is not None:
            self.genders.setdefault(key, gender)

    def _shown(self, mention: EntityMention) -> str | None:
        if mention.kind is MentionKind.PRONOMINAL or mention.gender is not None:
            return mention.gender if mention.gender in _GENDERED else None
        if mention.kind is MentionKind.NOMINAL:
            return self.knowledge.genders.get(mention.lemma)
        link = self.found.get(mention.span)
        name = link.label if link is not None and link.type == _PERSON else mention.name
        first = name.split(maxsplit=1)[0] if " " in name or mention.type == "PERSON" else ""
        return self.knowledge.genders.get(first)

    def _key(self, mention: EntityMention) -> str:
        link = self.found.get(mention.span)
        return link.entity if link is not None else f"{slug(mention.name)}?"

    def settle(self, mention: EntityMention) -> None:
        """Leads one pronoun to its antecedent, if it has one."""
        if mention.gender in _PARTICIPANTS:
            self._participant(mention)
            return
        if mention.lemma == "it" and mention.span not in self.doers and mention.name.lower() != "its":
            return
        best = self._best(mention)
        if best is not None and best.span in self.found and not self._is_pair(pronoun=mention, antecedent=best):
            self.found[mention.span] = replace(self.found[best.span], sieve="pronoun")
            self._learn(mention)

    def _is_pair(self, *, pronoun: EntityMention, antecedent: EntityMention) -> bool:
        """Whether "they" are two who did something together, whom no single entity stands for."""
        return pronoun.number == "plural" and antecedent.number != "plural" and antecedent.span in self.together

    def _participant(self, mention: EntityMention) -> None:
        if mention.speaker in self.found:
            self.found[mention.span] = replace(self.found[mention.speaker], sieve="speaker")
        elif mention.speaker is None and mention.number == "singular" and self.author is not None:
            self.found[mention.span] = self.author

    def _best(self, pronoun: EntityMention) -> EntityMention | None:
        """The mention that says best what the most salient entity is; None where there is no candidate."""
        sums: dict[str, float] = {}
        nearest: dict[str, EntityMention] = {}
        here = self.place[pronoun.span]
        barred = self._barred(pronoun)
        # "The hospital was closed, it said": who says it stands outside of what is said.
        said = [part for a in self.extraction.attributions if a.authority == pronoun.span for part in a.content]
        for number in range(max(here - self.reach, -1), here + 1):
            weights: dict[str, float] = {}
            for candidate in self._candidates(pronoun, number, said, barred):
                key = self._key(candidate)
                weights[key] = max(weights.get(key, 0.0), self._weight(candidate, pronoun, here - number))
                nearest[key] = candidate
            for key, weight in weights.items():
                sums[key] = sums.get(key, 0.0) + weight
        if not sums:
            return None
        return nearest[max(sums, key=lambda key: (sums[key], key))]

    def _barred(self, pronoun: EntityMention) -> set[str]:
        """Whom the pronoun is not: who says the quotation that it stands in, and the other parties of its event."""
        spans = _quoting(self.extraction, pronoun.span) | self.rivals.get(pronoun.span, set())
        return {self._key(self.at[span]) for span in spans if span in self.at}

    def _candidates(
        self, pronoun: EntityMention, number: int, said: Sequence[Span], barred: set[str]
    ) -> Iterator[EntityMention]:
        for candidate in self.standing.get(number, ()):
            if candidate.span.end > pronoun.span.start or candidate.gender in _PARTICIPANTS:
                continue
            if any(part.covers(candidate.span) for part in said) or self._key(candidate) in barred:
                continue
            if self._fits(pronoun, candidate):
                yield candidate

    def _weight(self, candidate: EntityMention, pronoun: EntityMention, back: int) -> float:
        # "The talks, X said, had tired him": who only tells it is not what it is about.
        subject = candidate.span in self.subjects and not self._tells(candidate.span, pronoun.span)
        weight = _STANDING + _SUBJECT * subject + _FREE * (candidate.span not in self.inner)
        weight += _NAME * (candidate.kind is not MentionKind.NOMINAL)
        weight += _SAME_PART * (subject and (pronoun.span in self.subjects or pronoun.name.lower() in _NOMINATIVE))
        distance = candidate.span.start - self.extraction.sentences[self.place[candidate.span]].start if back else 0
        near = 0.0 if back else pronoun.span.start - candidate.span.end
        weight -= min(distance, 200) / 20 if back else min(near, 200) / 5
        return weight / 2.0**back

    def _tells(self, speaker: Span, pronoun: Span) -> bool:
        """Whether somebody is put into what is said, or before it with a comma, as the one who says it."""
        text = self.extraction.document.text
        for said in self.extraction.attributions:
            if said.authority == speaker and any(part.covers(pronoun) for part in said.content):
                first = said.content[0].start
                after = speaker.end if said.cue is None else max(speaker.end, said.cue.end)
                return len(said.content) > 1 or (first > after and text[after:first].startswith(","))
        return False

    def _fits(self, pronoun: EntityMention, candidate: EntityMention) -> bool:
        """Number, gender and animacy."""
        target = self.found.get(candidate.span)
        person = candidate.type == "PERSON" if target is None else target.type == _PERSON or target.sieve == "role noun"
        if pronoun.gender in _GENDERED:
            gender = self.genders.get(self._key(candidate))
            person = person or (candidate.kind is MentionKind.NOMINAL and gender is not None)
            return person and candidate.number != "plural" and gender in {None, pronoun.gender}
        if pronoun.number == "plural":
            if candidate.number == "plural" or candidate.span in self.together:
                thing = candidate.type is None and (target is None or target.type == "Thing")
                return not (thing and pronoun.span in self.speaking and candidate.span not in self.speaking)
            # "They" can be a body that has just done something, not one that was merely named.
            acting = (
                candidate.span in self.subjects and pronoun.name.lower() == "they" and pronoun.span in self.subjects
            )
            return not person and target is not None and (target.type == _GROUP or (target.type in _BODIES and acting))
        if person or candidate.number == "plural" or (target is not None and target.type == _GROUP):
            return False
        return target is None or target.type not in _NOT_DOING or pronoun.name.lower() == "its"


def _doers(extraction: Extraction) -> set[Span]:
    """What does something, says something or is asked to do it; any other "it" may be a thing or a whole clause."""
    passive = "subject of a passive"
    events = (e for e in extraction.events if e.action not in _IMPERSONAL and not e.action.startswith("be "))
    roles = (r for e in events for r in e.roles if r.name in {RoleName.ACTOR, RoleName.RECIPIENT})
    spans = {r.mention for r in roles if r.mention and r.pattern != passive}
    return spans | {a.authority for a in extraction.attributions if a.authority}


def _together(extraction: Extraction) -> set[Span]:
    """Parties that did one thing together: "X and Y agreed"."""
    out: set[Span] = set()
    for event in extraction.events:
        actors = {r.mention for r in event.roles if r.mention is not None and r.name is RoleName.ACTOR}
        if len(actors) > 1:
            out |= actors
    return out


def _author(document: Document) -> Link | None:
    """Whom "I" means outside quotations: the author of an opinion or a letter."""
    if document.author is None or document.genre not in {Genre.OPINION, Genre.LETTER}:
        return None
    return Link(entity=slug(document.author), label=document.author, type=_PERSON, sieve="author")


def _co_arguments(extraction: Extraction) -> dict[Span, set[Span]]:
    """A pronoun is none of the other parties of its own event: "X met him" is not about X meeting X."""
    out: dict[Span, set[Span]] = {}
    for event in extraction.events:
        spans = {r.mention for r in event.roles if r.mention and r.name in {RoleName.ACTOR, RoleName.RECIPIENT}}
        for span in spans:
            out.setdefault(span, set()).update(spans - {span})
    return out


def _quoting(extraction: Extraction, span: Span) -> set[Span]:
    """Nobody says "he" of himself in his own quotation."""
    return {
        a.authority
        for a in extraction.attributions
        if a.authority and a.quotation is Quotation.DIRECT and any(part.covers(span) for part in a.content)
    }
