"""Event mentions: what verbs and event nouns say to have happened, with roles, type, factuality and time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import factuality, lexemes, roles
from kg.extract.quotes import in_quotes
from kg.extract.syntax import children, governor_of, span_of
from kg.extract.times import normalise
from kg.model import Certainty, EventMention, RoleName, Time

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kg.extract.factuality import Reading
    from kg.extract.tree import Doc, Token
    from kg.model import EntityMention
    from kg.ontology import Lexeme, Lexicon

_DATES = frozenset({"DATE", "TIME"})


def events(
    doc: Doc,
    mentions: Mapping[int, EntityMention],
    known: Mapping[int, Token],
    lexicon: Lexicon,
    *,
    published: date | None,
) -> list[EventMention]:
    """The event mentions of the parsed blocks, in the order of the text; ``known`` is what ``triggers`` found."""
    dates = _dates(doc)
    found = []
    for trigger in dict.fromkeys(known.values()):
        frame = roles.Frame(trigger=trigger, lexicon=lexicon, mentions=mentions, triggers=known)
        make = _verbal if trigger.pos_ == "VERB" else _nominal
        found.append(make(frame, dates.get(trigger.i, []), published))
    return sorted(found, key=lambda event: event.span)


def _verbal(frame: roles.Frame, dates: list[Token], published: date | None) -> EventMention:
    verb, lexicon = frame.trigger, frame.lexicon
    light = lexemes.light(verb, lexicon)
    action = lexemes.action(verb, lexicon)
    if light is not None:
        frame.used.add(light[0].i)
    roles.verbal(frame)
    entry = lexemes.lexeme(verb, lexicon, money=frame.has(RoleName.AMOUNT))
    if light is not None:
        _, action, equivalent = light
        if not (entry and entry.object):
            entry = lexemes.lexeme_of(equivalent, lexicon) if equivalent else None
        for preposition in children(light[0], "prep"):
            roles.prepositional(frame, preposition, topics=light[2] is None)
        for clause in children(light[0], "acl", "ccomp"):
            frame.add(RoleName.THEME, clause, "clause of the light verb's noun")
    reading = factuality.of_verb(verb, lexicon)
    return _mention(frame, action, entry, reading, dates, published)


def _nominal(frame: roles.Frame, dates: list[Token], published: date | None) -> EventMention:
    noun, lexicon = frame.trigger, frame.lexicon
    action = lexicon.nominals.get(noun.lower_) or lexicon.nominals[noun.lemma_.lower()]
    roles.nominal(frame)
    reading = factuality.of_noun(noun, lexicon)
    return _mention(frame, action, lexemes.lexeme_of(action, lexicon), reading, dates, published)


def _mention(  # noqa: PLR0913, PLR0917 (what an event mention is made of)
    frame: roles.Frame,
    action: str,
    entry: Lexeme | None,
    reading: Reading,
    dates: list[Token],
    published: date | None,
) -> EventMention:
    trigger = frame.trigger
    time = _time(dates, published, future=reading.future)
    for token in dates[:1]:
        frame.add(RoleName.TIME, token, "date of the clause")
    later = time is not None and published is not None and time.earliest is not None and time.earliest > published
    actors = [role for role in frame.roles if role.name is RoleName.ACTOR]
    reciprocal = (
        len(actors) > 1
        and not frame.has(RoleName.RECIPIENT)
        and action.split(maxsplit=1)[0] in frame.lexicon.reciprocals
    )
    return EventMention(
        span=span_of([trigger]),
        sentence=span_of(trigger.sent),
        action=action,
        nominal=trigger.pos_ != "VERB",
        type=entry.type if entry else None,
        mode=entry.mode if entry else None,
        lexeme=entry.name if entry else None,
        roles=tuple(sorted(frame.roles, key=lambda role: (role.span, role.name))),
        polarity=reading.polarity,
        certainty=reading.certainty,
        future=reading.future or later,
        modality=reading.modality,
        cue=span_of([reading.cue]) if reading.cue is not None else None,
        reciprocal=reciprocal,
        quoted=in_quotes(trigger),
        time=time,
        confidence=_confidence(frame, entry, reading),
        reasons=reading.reasons,
    )


def _confidence(frame: roles.Frame, entry: Lexeme | None, reading: Reading) -> float:
    """A first estimate, not yet calibrated: fuller frames, known types and plain readings are right more often."""
    score = 0.4 + 0.15 * frame.has(RoleName.ACTOR) + 0.15 * (frame.has(RoleName.RECIPIENT) or frame.has(RoleName.THEME))
    score += 0.1 * (entry is not None and entry.type is not None) + 0.1 * (reading.certainty is Certainty.CERTAIN)
    return round(score - 0.1 * (frame.trigger.pos_ != "VERB"), 2)


def _dates(doc: Doc) -> dict[int, list[Token]]:
    """The heads of dates by the index of the verb that they belong to."""
    found: dict[int, list[Token]] = {}
    for entity in doc.ents:
        if entity.root.dep_ == "pobj" and entity.root.head.lower_ in roles.DURATIVE:
            continue
        if entity.label_ in _DATES and (verb := governor_of(entity.root)) is not None:
            found.setdefault(verb.i, []).append(entity.root)
    return found


def _time(dates: list[Token], published: date | None, *, future: bool) -> Time | None:
    for token in dates:
        entity = next(e for e in token.doc.ents if e.start <= token.i < e.end)
        tokens = list(entity)
        time = normalise(entity.text, span_of(tokens), published=published, future=future)
        if time is not None:
            return time
    return None
