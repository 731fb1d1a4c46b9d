"""What is said as the theme of the saying, of a verb that is put into its clause, or stands beside a quotation.

Such a verb governs nothing ("The bridge, Bell *said*, will open"), so its theme is what it attributes. Where it stands
on both sides of the verb in its sentence, the theme goes from the one to the other; else it is what stands nearest. A
verb behind a sentence without marks is left as it is: how much of that it says is less sure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.model import Quotation, Role, RoleName, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.model import Attribution, EventMention
    from kg.ontology import Lexicon

THEME = "what is said"
_PUT_INTO, _BESIDE = "say clause", "cue beside the quotation"
_MARKS = " ,:\"'“‘"


def with_themes(
    found: Sequence[EventMention], said: Sequence[Attribution], text: str, lexicon: Lexicon
) -> list[EventMention]:
    """The events in their order; a saying with a speaker and without a theme gets what is said for one."""
    told = {a.saying: a for a in said if a.pattern in {_PUT_INTO, _BESIDE} and a.saying == a.cue}
    spans = {event.span for event in found}
    theirs = {a.head: a.saying for a in told.values() if a.pattern == _BESIDE and a.head is not None}
    owned = (_without_theirs(event, theirs) if event.span in told else event for event in found)
    return [
        _with_theme(event, told[event.span], spans, text, lexicon) if event.span in told else event for event in owned
    ]


def _without_theirs(event: EventMention, theirs: Mapping[Span, Span | None]) -> EventMention:
    """An event without the quotation that stands beside another verb: "“No,” she *sings* before asking, “Why?”"."""
    other = [r for r in event.roles if r.name is RoleName.THEME and theirs.get(r.span, event.span) != event.span]
    return replace(event, roles=tuple(r for r in event.roles if r not in other)) if other else event


def _with_theme(event: EventMention, told: Attribution, spans: set[Span], text: str, lexicon: Lexicon) -> EventMention:
    names = {role.name for role in event.roles}
    if RoleName.ACTOR not in names or RoleName.THEME in names:
        return event
    words = _words(event, told, text)
    if words is None or not _is_said(event, words, text, lexicon):
        return event
    head = told.head if told.head is not None and words.covers(told.head) else None
    if head is None and told.quotation is not Quotation.DIRECT:
        return event  # a piece without a verb tells nothing
    role = Role(
        name=RoleName.THEME, span=head or words, words=words, pattern=THEME, event=head if head in spans else None
    )
    return replace(event, roles=(*event.roles, role))


def _words(event: EventMention, told: Attribution, text: str) -> Span | None:
    """The stretch of what is said around a verb or nearest to it, within one paragraph."""
    before = [part for part in told.content if part.end <= event.span.start and not _is_link(part.of(text))]
    after = [part for part in told.content if part.start >= event.span.end]
    stop = event.sentence.end
    if before and after and before[-1].end > event.sentence.start and after[0].start < stop:
        last = [part for part in after if part.start < stop][-1]
        return Span(before[-1].start, min(last.end, stop))
    if before and (told.pattern == _BESIDE or told.quotation is Quotation.DIRECT):
        start, end = before[-1]
        return Span(max(start, text.rfind("\n", start, end) + 1), end)
    if after and not before:
        start, end = after[0]
        line = text.find("\n", start, end)
        return Span(start, end if line < 0 else line)
    return None


def _is_link(words: str) -> bool:
    """Whether a piece is a single word that only joins or opens a clause: "because, as Bell *wrote*, …"."""
    return " " not in words and words.islower()


def _is_said(event: EventMention, words: Span, text: str, lexicon: Lexicon) -> bool:
    """Whether a verb says the words: one that only accompanies speech must touch them ("*laughed*: “We won”").

    Only who is addressed may stand between ("*asked* her, “Why?”").

    What follows *as* is what somebody is called: "described by Bell as “a thief who ran”".
    """
    between = text[event.span.end : words.start].strip(_MARKS) if words.start > event.span.end else ""
    found = lexicon.cues.get((event.action.partition(" ")[0], "verb"))
    plain = found is not None and found.name == "say"
    addressed = any(text[r.span.start : r.span.end] == between for r in event.roles if r.name is RoleName.RECIPIENT)
    return (
        (plain or addressed or not between)
        and not between.lower().endswith((" as", "\nas"))
        and between.lower() != "as"
    )
