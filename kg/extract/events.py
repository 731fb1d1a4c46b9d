"""Event mentions: what verbs and event nouns say to have happened, with roles, type, factuality and time."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from kg.extract import factuality, lexemes, roles, states, types
from kg.extract.confidence import kind, share
from kg.extract.misread import is_misread
from kg.extract.phrasal import is_idiom
from kg.extract.predication import is_stative
from kg.extract.quotes import in_quotes
from kg.extract.syntax import children, conjuncts, objects_of, own_span
from kg.extract.tense import has_tense
from kg.extract.things import is_thing
from kg.extract.times import Dated, dates, is_scheduled, time_of
from kg.model import EventMention, Modality, Polarity, RoleName

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from kg.extract.factuality import Reading
    from kg.extract.tree import Doc, Token
    from kg.extract.types import Typed
    from kg.model import EntityMention, Time
    from kg.ontology import Lexicon

_NOUNS = frozenset({"NOUN", "PROPN"})
_DONE_TO = frozenset({"ASSAULT", "COERCE", "SANCTION"})
# "Made a demand of Sudria": Sudria is asked.
_ADDRESSED = frozenset({"ask", "demand", "inquire", "query", "question", "request"})
_place = attrgetter("span", "name")


def events(
    doc: Doc,
    mentions: Mapping[int, EntityMention],
    known: Mapping[int, Token],
    lexicon: Lexicon,
    *,
    published: date | None,
) -> list[EventMention]:
    """The event mentions of the parsed blocks, in the order of the text; ``known`` is what ``triggers`` found."""
    dated = dates(doc, known)
    below = roles.reached(doc, mentions, known, lexicon)
    found = []
    for trigger in dict.fromkeys(known.values()):
        frame = roles.Frame(
            trigger=trigger, lexicon=lexicon, mentions=mentions, triggers=known, below=below.get(trigger.i, ())
        )
        make = _nominal if trigger.pos_ in _NOUNS else _stative if is_stative(trigger) else _verbal
        times = [each for each in dated.get(trigger.i, []) if not roles.is_timeless(frame, each.head.head)]
        found.append(make(frame, times, published))
    return sorted(found, key=attrgetter("span"))


def _verbal(frame: roles.Frame, dated: list[Dated], published: date | None) -> EventMention:
    verb, lexicon = frame.trigger, frame.lexicon
    light = lexemes.light(verb, lexicon)
    action = lexemes.action(verb, lexicon)
    if light is not None:
        # "Had talks and a dinner": the dinner is not what the talks are about.
        frame.used.update(each.i for each in conjuncts(light[0]))
    roles.verbal(frame)
    typed = types.of_verb(verb, lexicon, money=frame.has(RoleName.AMOUNT))
    if light is not None:
        action = light[1]
        for preposition in children(light[0], "prep"):
            if _reaches(preposition.lower_, light[2], typed):
                for other in objects_of(preposition):
                    roles.patient(frame, other, f"after {preposition.lower_!r}", indirect=False)
            roles.prepositional(frame, preposition, topics=light[2] is None)
        for clause in (*children(light[0], "acl", "ccomp"), *_limits(frame, light[0])):
            opening = clause.left_edge if clause.dep_ == "relcl" else None
            frame.add(RoleName.THEME, clause, "clause of the light verb's noun", opening=opening)
    reading = factuality.of_verb(verb, lexicon)
    return _mention(frame, action, typed, reading, dated, published)


def _limits(frame: roles.Frame, noun: Token) -> list[Token]:
    """The infinitives that tell which deed a light verb means: "took steps *to end it*"."""
    found = [clause for clause in children(noun, "relcl") if clause.left_edge.tag_ == "TO"]
    aims = [aim for aim in children(frame.trigger, "advcl") if aim.left_edge.i == noun.i + 1]
    return found + [aim for aim in aims if aim.left_edge.tag_ == "TO"]


def _reaches(word: str, verb: str | None, typed: Typed | None) -> bool:
    """Whether it is done to what stands after the noun of a light verb: "made a demand of X", "declared war on X"."""
    if word == "of":
        return verb in _ADDRESSED
    return word in {"against", "on", "upon"} and typed is not None and typed.type in _DONE_TO


def _nominal(frame: roles.Frame, dated: list[Dated], published: date | None) -> EventMention:
    noun, lexicon = frame.trigger, frame.lexicon
    action = lexemes.nominal(noun, lexicon) or noun.lemma_.lower()
    roles.nominal(frame)
    reading = factuality.of_noun(noun, lexicon)
    return _mention(frame, action, types.of_noun(noun, lexicon), reading, dated, published)


def _stative(frame: roles.Frame, dated: list[Dated], published: date | None) -> EventMention:
    action = states.fill(frame)
    reading = factuality.of_state(frame.trigger, frame.lexicon)
    typed = types.of_state(action, frame.trigger, frame.lexicon) if reading.polarity is Polarity.POSITIVE else None
    return _mention(frame, action, typed, reading, dated, published)


def _when(
    frame: roles.Frame, dated: list[Dated], reading: Reading, published: date | None
) -> tuple[Time | None, bool, list[Dated]]:
    """The time that is told of an event, whether it is yet to come, and the expressions that tell it."""
    trigger = frame.trigger
    scheduled = is_scheduled(trigger, dated) and factuality.cue_class(trigger, frame.lexicon) is None
    ahead = reading.future or scheduled or reading.modality is Modality.CONDITIONAL
    time = time_of(dated, trigger, published=published, future=ahead)
    bare = trigger.tag_ == "VB" and not has_tense(trigger)
    if reading.future and bare and any(_is_over(each, time, published) for each in dated):
        # "Pledged to do it at talks last month": the pledge is of last month.
        return None, True, []
    later = time is not None and published is not None and time.earliest is not None and time.earliest > published
    return time, reading.future or scheduled or later, dated


def _is_over(dated: Dated, time: Time | None, published: date | None) -> bool:
    """Whether a day lies before the publication, by the calendar or by its words ("last December")."""
    if time is None or published is None:
        words = dated.words.lower()
        return words.startswith(("last ", "yesterday")) or words.endswith(" ago")
    return time.latest is not None and time.latest < published


def _mention(  # noqa: PLR0913, PLR0917 (what an event mention is made of)
    frame: roles.Frame,
    action: str,
    typed: Typed | None,
    reading: Reading,
    dated: list[Dated],
    published: date | None,
) -> EventMention:
    trigger = frame.trigger
    nominal = trigger.pos_ in _NOUNS
    typed = types.by_parties(typed, frame.heads, frame.lexicon, trigger=trigger)
    time, future, dated = _when(frame, dated, reading, published)
    _add_time(frame, () if nominal else dated)
    reciprocal = roles.reciprocal(frame, action)
    governing = factuality.cue_class(reading.cue, frame.lexicon) if reading.cue is not None else None
    return EventMention(
        span=own_span(trigger),
        sentence=trigger.sent.place,
        action=action,
        nominal=nominal,
        type=typed.type if typed else None,
        mode=typed.mode if typed else None,
        lexeme=typed.name if typed else None,
        roles=tuple(sorted(frame.roles, key=_place)),
        concerned=roles.concerned(frame, reciprocal=reciprocal),
        polarity=reading.polarity,
        certainty=reading.certainty,
        future=future,
        modality=reading.modality,
        cue=own_span(reading.cue) if reading.cue is not None else None,
        cue_class=governing.name if governing is not None else None,
        reciprocal=reciprocal,
        quoted=in_quotes(trigger),
        time=time,
        undecided=reading.undecided or _is_open(frame, reading, future=future),
        misread=_is_misread(frame, action),
        lacking=roles.lacks_complement(frame, action),
        confidence=_confidence(frame, typed, reading),
        reasons=reading.reasons,
    )


def _add_time(frame: roles.Frame, dated: Sequence[Dated]) -> None:
    """The first date of a clause that is no other role's, for a time."""
    first = next((each for each in dated if not each.within), None)
    if first is not None:
        frame.add(RoleName.TIME, first.head, "date of the clause")


def _is_open(frame: roles.Frame, reading: Reading, *, future: bool) -> bool:
    """Whether what is denied may be so all the same, by other means, later, or beyond a limit that no role tells."""
    negative = reading.polarity is Polarity.NEGATIVE
    return (negative and factuality.hinges(frame.trigger, future=future)) or roles.loses_limit(frame, negative=negative)


def _is_misread(frame: roles.Frame, action: str) -> bool:
    """Whether the parse of a trigger contradicts itself, or what it says is an idiom or a thing."""
    trigger = frame.trigger
    idiom = trigger.pos_ == "VERB" and is_idiom(trigger, frame.lexicon)
    if trigger.pos_ in _NOUNS:
        return is_thing(frame)
    return idiom or is_misread(trigger) or roles.lacks_object(frame, action)


def _confidence(frame: roles.Frame, typed: Typed | None, reading: Reading) -> float:
    """How often events of the kind are right."""
    plain = reading.plain and reading.polarity is Polarity.POSITIVE
    lexeme, has_type = (typed.name, typed.type is not None) if typed else (None, False)
    evidence = kind(nominal=frame.trigger.pos_ in _NOUNS, lexeme=lexeme, typed=has_type, plain=plain)
    return share(evidence, frame.lexicon)
