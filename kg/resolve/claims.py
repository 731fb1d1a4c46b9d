"""What each authority claims: one claim for each event mention, and one for each quotation that holds no event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.ids import slug
from kg.model import Certainty, Claim, MentionKind, MentionRef, Modality, Polarity, Quotation, RoleName, Span
from kg.resolve.pronouns import SPEAKS_FOR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.model import Attribution, EventMention, Extraction, Membership, Quantity
    from kg.resolve.linking import Link
    from kg.resolve.voices import Voices

_PRONOMINAL = MentionKind.PRONOMINAL
# Classes of cues whose content is told as so, or as not so: where nobody is named for it, it is only alleged.
_ASSERTIVE = frozenset({"say", "allege", "deny", "believe", "doubt", "know", "show", "expect", "judge"})
# Classes of cues that make a clause somebody's word or will.
_TELLING = (_ASSERTIVE - {"know", "show", "judge"}) | {
    "ask-whether",
    "plan",
    "promise",
    "request",
    "suggest",
    "threaten",
}
_WILLED = frozenset({Modality.PROMISED, Modality.REQUESTED, Modality.THREATENED})
_WILLING = frozenset({"plan", "promise", "request", "suggest", "threaten"})
_CLAIMED = frozenset({"say", "allege"})
_HELD = frozenset({"say", "believe", "doubt"})
# What somebody wants or plans is told by whoever tells it of him: he has said no words.
_WISHED, _INTENDED = ("want ",), ("want ", "plan ")
# The pattern of attributions that claim nothing of what they are about.
ABOUT = "what it is about"
_ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)


def unowned(extraction: Extraction, found: Mapping[Span, Link]) -> frozenset[Span]:
    """The events of which nothing tells whose word they are.

    They are quoted of nobody, told by a pronoun without a link, or "according to" somebody who was not made out; or a
    verb of saying or believing governs them of which no subject was made out that can say or believe it.
    """
    inside = {span: a for a in extraction.attributions for span in a.events}
    pronouns = (m for m in extraction.entities if m.kind is _PRONOMINAL and m.gender != "first")
    nobody = {m.span for m in pronouns if m.span not in found}
    told_by = _unattributed(extraction)
    cues = _Cues(extraction, found)
    return frozenset(
        e.span
        for e in extraction.events
        if (
            e.quoted or e.sentence in told_by
            if (a := inside.get(e.span)) is None
            else a.authority in nobody or (e.quoted and a.authority is None)
        )
        or cues.will_nobody(e, inside.get(e.span))
        or (a is None and cues.say_nobody(e))
    )


def supposed(extraction: Extraction) -> frozenset[Span]:
    """The events that stand within what is only wanted or planned, and are told as if they were so.

    Nothing tells whether they are: "plans to publish its *analysis*", "hopes it shows that people *care*".
    """
    intended = [a for a in extraction.attributions if _is_wordless(a, _INTENDED)]
    within = {span: a.cue for a in intended for span in a.events}
    return frozenset(
        e.span
        for e in extraction.events
        if e.span in within
        and e.cue != within[e.span]
        and (e.certainty, e.modality) == (Certainty.CERTAIN, Modality.ASSERTED)
        and not e.future
    )


def _is_wordless(attribution: Attribution, classes: tuple[str, ...]) -> bool:
    """Whether an attribution is of a cue of some classes, with no words of the authority's."""
    return attribution.pattern.startswith(classes) and attribution.quotation is Quotation.INDIRECT


class _Cues:
    """Who says, asks for, promises or threatens something, by the events of one document."""

    def __init__(self, extraction: Extraction, found: Mapping[Span, Link]) -> None:
        self.heard = {a.cue for a in extraction.attributions if a.pattern != ABOUT}
        self.known = {event.span: event for event in extraction.events}
        self.found = found

    def say_nobody(self, event: EventMention) -> bool:
        """Whether a verb says or believes it that is heard of nobody: "the wines believe that it fell"."""
        if event.cue is None or event.cue_class not in _HELD or event.cue in self.heard:
            return False
        told = self.known.get(event.cue)
        if told is None or told.nominal:
            return False
        doers = {role.mention for role in told.roles if role.name is RoleName.ACTOR}
        # Of whom it is said in the passive ("is believed to have left") nobody need be named who says so.
        passive = any(role.name is RoleName.RECIPIENT for role in told.roles)
        return not passive if not doers else len(doers) == 1 and _doer(told, self.found) is None

    def will_nobody(self, event: EventMention, attribution: Attribution | None) -> bool:
        """Whether nobody is named who wills it: "the law requires banks to report", "a trick aimed at winning"."""
        if event.modality not in _WILLED or event.cue is None or event.cue_class not in _WILLING:
            return False
        if event.cue in self.heard:
            return False
        roles = self.known[event.cue].roles if event.cue in self.known else ()
        doers = [role.mention for role in roles if role.name is RoleName.ACTOR]
        if any(m in self.found and self.found[m].type != "Thing" for m in doers if m is not None):
            return False
        return bool(doers) or (attribution is None and not event.quoted)


def _alleged(attribution: Attribution | None, known: Mapping[Span, EventMention]) -> Span | None:
    """The saying that an attribution is of, where somebody is only alleged to have said it, or denies no claim."""
    saying = attribution.saying if attribution is not None else None
    told = known.get(saying) if saying is not None else None
    if attribution is None or told is None:
        return None
    undenied = attribution.pattern == "deny clause" and told.polarity is Polarity.NEGATIVE
    return saying if undenied or told.modality is Modality.ALLEGED else None


def _denied(event: EventMention, attribution: Attribution | None, known: Mapping[Span, EventMention]) -> EventMention:
    """Who denies a claim denies what it says: "denied reports that rebels had *left*"."""
    if attribution is None or not attribution.pattern.startswith("deny ") or event.cue == attribution.cue:
        return event
    noun = known.get(event.cue) if event.cue is not None and event.cue_class in _CLAIMED else None
    denial = known.get(attribution.saying) if attribution.saying is not None else None
    if noun is None or not noun.nominal or Polarity.NEGATIVE in {event.polarity, denial and denial.polarity}:
        return event
    return replace(event, polarity=Polarity.NEGATIVE, modality=Modality.ASSERTED, certainty=Certainty.CERTAIN)


def _doer(cue: EventMention, found: Mapping[Span, Link]) -> str | None:
    """Who says, asks or holds something where no attribution tells: the one party that the cue has for its doer."""
    doers = {role.mention for role in cue.roles if role.name is RoleName.ACTOR}
    linked = [found[mention] for mention in doers if mention is not None and mention in found]
    return linked[0].entity if len(doers) == 1 and linked and linked[0].type != "Thing" else None


def _unattributed(extraction: Extraction) -> frozenset[Span]:
    """The sentences with an "according to" that no attribution has for its cue."""
    text = extraction.document.text
    places = [found.start() for found in _ACCORDING.finditer(text)]
    cues = {a.cue.start for a in extraction.attributions if a.cue is not None} if places else set()
    open_ = [place for place in places if place not in cues]
    return (
        frozenset(s for s in extraction.sentences if any(s.start <= place < s.end for place in open_))
        if open_
        else frozenset()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Makes the claims of one document from its extraction, the links of its mentions and its memberships."""

    extraction: Extraction
    ident: str
    voices: Voices
    found: Mapping[Span, Link]
    memberships: Sequence[Membership]

    def of_events(self, events: Sequence[EventMention]) -> Iterator[Claim]:
        """A claim for each event mention, by the innermost authority that it has."""
        inside = {span: a for a in self.extraction.attributions for span in a.events}
        told = (a for a in self.extraction.attributions if a.pattern != ABOUT and not _is_wordless(a, _WISHED))
        heard = {a.cue: a for a in told if a.cue is not None}
        known = {event.span: event for event in self.extraction.events}
        for event in (_denied(each, inside.get(each.span), known) for each in events):
            attribution, cue = inside.get(event.span), event.cue
            if attribution is not None and (self._is_author(attribution) or _is_wordless(attribution, _WISHED)):
                yield self._of_event(replace(event, cue=None), None, None)
            elif (alleged := _alleged(attribution, known)) is not None:
                # "Bell, who allegedly ordered her to *lie*": whoever tells of him tells that.
                outer = inside.get(alleged)
                retold = replace(event, cue=None, cue_class=None, modality=Modality.ALLEGED)
                yield self._of_event(retold, outer, self._authority(outer))
            elif attribution is not None or cue is None or event.quoted:
                yield self._of_event(event, attribution, self._authority(attribution))
            elif cue in heard:
                yield self._beside(event, heard[cue])
            elif cue in known and known[cue].quoted:
                # A verb within quotation marks says nothing of what stands outside of them.
                yield self._of_event(replace(event, cue=None), None, None)
            else:
                doer = _doer(known[cue], self.found) if cue in known and event.cue_class in _TELLING else None
                yield self._of_event(event, None, doer)

    def _is_author(self, attribution: Attribution) -> bool:
        """Whether "I" or "we" outside of quotations says it: whoever wrote the document."""
        authority = attribution.authority
        if authority is None or authority in self.found or attribution.quotation is not Quotation.INDIRECT:
            return False
        return any(m.span == authority and m.gender == "first" for m in self.extraction.entities)

    def _beside(self, event: EventMention, attribution: Attribution) -> Claim:
        """What hangs on a cue and stands outside of its content: the document's own where all of that comes before.

        So it is where all of the content stands in quotation marks.
        """
        quoted = attribution.quotation is Quotation.DIRECT
        if attribution.cue is not None and (quoted or attribution.content[-1].end <= attribution.cue.start):
            return self._of_event(replace(event, cue=None), None, None)
        return self._of_event(event, attribution, self._authority(attribution))

    def _of_event(self, event: EventMention, attribution: Attribution | None, authority: str | None) -> Claim:
        # A quotation or a report whose speaker nobody found is no word of the document's own either.
        told = attribution is not None or event.quoted or (event.cue is not None and event.cue_class in _ASSERTIVE)
        if event.cue_class == "expect" and not event.quoted:
            # "Is expected to leave": that is told of what is to come, and alleged of nothing.
            told = False
        unnamed = authority is None and told
        doubtful = unnamed and event.modality in {Modality.ASSERTED, Modality.ALLEGED}
        return Claim(
            mention=self._ref(event.span),
            authority=authority or self.voices.of(event.span),
            own_voice=authority is None,
            genre=self.extraction.document.genre,
            event=self._ref(event.span),
            # What somebody unnamed says is no word of the document's own.
            modality=Modality.ALLEGED if doubtful else event.modality,
            polarity=event.polarity,
            certainty=Certainty.POSSIBLE if doubtful and event.certainty is Certainty.CERTAIN else event.certainty,
            future=event.future,
            said_in=self._ref(attribution.saying) if attribution and attribution.saying else None,
            on_behalf_of=self._body(authority) if authority else None,
            quotation=attribution.quotation if attribution and not _is_wordless(attribution, _INTENDED) else None,
            quantities=self._quantities(event.span),
        )

    def of_quotations(self, kept: frozenset[Span]) -> Iterator[Claim]:
        """A claim for each quotation whose main clause is no event that is kept."""
        for attribution in self.extraction.attributions:
            authority = self._authority(attribution)
            quoted = attribution.quotation is not Quotation.INDIRECT
            spoken = quoted or attribution.pattern == "according to"
            if authority is None or not spoken or (kept & set(attribution.events) and attribution.head in kept):
                continue
            whole = Span(attribution.content[0].start, attribution.content[-1].end)
            yield Claim(
                mention=self._ref(whole),
                authority=authority,
                genre=self.extraction.document.genre,
                said_in=self._ref(attribution.saying) if attribution.saying in kept else None,
                on_behalf_of=self._body(authority),
                quotation=attribution.quotation,
                text=whole.of(self.extraction.document.text),
                quantities=tuple(q for q in self.extraction.quantities if whole.covers(q.span)),
            )

    def _authority(self, attribution: Attribution | None) -> str | None:
        if attribution is None or attribution.authority is None:
            return None
        linked = self.found.get(attribution.authority)
        if linked is not None:
            return linked.entity
        return f"{slug(attribution.authority.of(self.extraction.document.text)) or 'somebody'}-{self.ident}"

    def _body(self, authority: str) -> str | None:
        bodies = {m.body for m in self.memberships if m.person == authority and m.body and SPEAKS_FOR.search(m.role)}
        return next(iter(bodies)) if len(bodies) == 1 else None

    def _quantities(self, event: Span) -> tuple[Quantity, ...]:
        return tuple(q for q in self.extraction.quantities if q.event == event)

    def _ref(self, span: Span) -> MentionRef:
        return MentionRef(document=self.ident, span=span)
