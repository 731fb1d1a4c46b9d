"""When there was suddenly more: bursts of an actor, a topic or a kind of event."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, get_args

from kg.analyse.measures.kleinberg import runs
from kg.analyse.measures.simple import DIGITS, Period, counted, start
from kg.analyse.names import near, one_of
from kg.analyse.records import Records
from kg.errors import ConfigError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from kg.analyse.occurrences import Occurrences

Subject = Literal["entity", "type", "words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """A stretch of periods with more events than usual; ``rank`` 1 is the strongest.

    ``subject`` says whether it is of an entity (``name`` is its id), an event type or words; ``label`` is how to call
    it. ``since`` and ``until`` are the first days of its first and last period. ``events`` of ``total`` are of the
    subject; ``usual`` is its share, 0 to 1, over all periods. ``weight``, above 0, is how much more likely, in natural
    logarithms, these numbers are in a burst than out of one.
    """

    rank: int
    subject: Subject
    name: str
    label: str
    since: date
    until: date
    events: int
    total: int
    usual: float
    weight: float


def bursts(
    found: Occurrences,
    *names: str,
    by: Period = "week",
    times: float = 2.0,
    gamma: float = 1.0,
) -> Records[Burst]:
    """The bursts of actors or topics among all events: the strongest first, then the earliest, then by name.

    A name is the id or label of an entity that an event is about, as doer or otherwise; the code of an event type,
    which takes its modes in; else words of the events' themes. Without names, the bursts of every entity and type.

    The automaton of two states of Kleinberg 2002 (its form for batches): in a burst an event is of the subject
    ``times`` as often as usual (above 1), and to enter one costs ``gamma`` (0 or more) times the logarithm of the
    number of periods. Periods without any event are left out, and events without a date.

    >>> from datetime import date
    >>> from kg.analyse.occurrences import Occurrence, Occurrences
    >>> days = [*[("a", n) for n in range(1, 29)], *[("z", 10 + n % 3) for n in range(30)]]
    >>> happened = [
    ...     Occurrence(event=f"event:{n}", on=date(2024, 1, day), entities=(who,)) for n, (who, day) in enumerate(days)
    ... ]
    >>> found = Occurrences(events=tuple(happened), labels={"a": "Norland", "z": "Sudria"})
    >>> rows = bursts(found, "z", by="day", times=1.7)
    >>> [(row.since.isoformat(), row.until.isoformat(), row.events) for row in rows]
    [('2024-01-10', '2024-01-12', 30)]

    :raises NotFoundError: when nothing has such a name; the message names the nearest.
    :raises ConfigError: when a number is out of range, or ``by`` is no period.
    """
    one_of("period", by, get_args(Period))
    if times <= 1 or gamma < 0:
        message = f"times is {times} and gamma {gamma}; expected times above 1 and a gamma of 0 or more"
        raise ConfigError(message)
    on = {each.event: start(each.on, by) for each in found.events if each.on is not None}
    total = Counter(on.values())
    rows: list[Burst] = []
    for subject, events in (_of_names(found, names) if names else _every(found)).items():
        wanted = Counter(on[event] for event in events if event in on)
        counts = {day: (wanted[day], total[day]) for day in sorted(total)}
        rows += _rows(found, subject, counts, runs([*counts.values()], times=times, gamma=gamma))
    rows.sort(key=lambda row: (-row.weight, row.since, row.subject, row.name))
    ranked = (replace(row, rank=rank) for rank, row in enumerate(rows, start=1))
    return Records(Burst, ranked, _note(len(found.events), len(on), counted(len(total), by), none=not rows))


_Named = tuple[Subject, str]


def _rows(
    found: Occurrences, subject: _Named, counts: dict[date, tuple[int, int]], stretches: list[tuple[int, int, float]]
) -> list[Burst]:
    """The bursts of one subject, not ranked yet."""
    days, numbers = [*counts], [*counts.values()]
    usual = _sum(numbers)
    return [
        Burst(
            rank=0,
            subject=subject[0],
            name=subject[1],
            label=found.labels.get(subject[1], subject[1]),
            since=days[first],
            until=days[last],
            events=_sum(numbers[first : last + 1])[0],
            total=_sum(numbers[first : last + 1])[1],
            usual=round(usual[0] / usual[1], DIGITS),
            weight=round(weight, DIGITS),
        )
        for first, last, weight in stretches
    ]


def _sum(numbers: list[tuple[int, int]]) -> tuple[int, int]:
    return sum(few for few, _ in numbers), sum(every for _, every in numbers)


def _note(events: int, dated: int, periods: str, *, none: bool) -> str:
    if not dated:
        return f"none of {counted(events, 'event')} has a date"
    left_out = f", {counted(events - dated, 'event')} without a date left out" if events > dated else ""
    return f"{'no burst ' if none else ''}among {counted(dated, 'event')} in {periods} that have any{left_out}"


# ------------------------------------------------------------------------------------------------ subjects


def _every(found: Occurrences) -> dict[_Named, list[str]]:
    """The events of each entity and each event type."""
    subjects: dict[_Named, list[str]] = defaultdict(list)
    for each in found.events:
        for entity in each.entities:
            subjects["entity", entity].append(each.event)
        if each.type:
            subjects["type", each.type.partition("-")[0]].append(each.event)
    return subjects


def _of_names(found: Occurrences, names: Sequence[str]) -> dict[_Named, list[str]]:
    """The events of what each name means."""
    return dict(subject(found, name) for name in names)


def subject(found: Occurrences, name: str) -> tuple[_Named, list[str]]:
    """What a name means: an entity, by id or label, a type or words, as a pair with its name; and the events of it.

    :raises NotFoundError: when it means nothing, or several entities; the message names the nearest.
    """
    if (entity := _entity(found.labels, name)) is not None:
        return ("entity", entity), [each.event for each in found.events if entity in each.entities]
    if of_type := [each.event for each in found.events if name in {each.type, each.type.partition("-")[0]}]:
        return ("type", name), of_type
    pattern = re.compile(rf"(?<!\w){re.escape(' '.join(name.split()))}(?!\w)", re.IGNORECASE)
    if name.strip() and (about := [each.event for each in found.events if any(map(pattern.search, each.words))]):
        return ("words", name), about
    message = f"no event here is about an entity, a type or words called {name!r}; {near(name, _busiest(found))}"
    raise NotFoundError(message)


def _entity(labels: Mapping[str, str], name: str) -> str | None:
    """The entity with an id or, in any case of letters, a label; if several have the label, that is refused."""
    if name in labels:
        return name
    owners = sorted(each for each, label in labels.items() if label.casefold() == name.casefold())
    if len(owners) > 1:
        message = f"{name!r} is the name of several actors ({', '.join(owners[:5])}); give one of these instead"
        raise NotFoundError(message)
    return owners[0] if owners else None


def _busiest(found: Occurrences) -> list[str]:
    """The labels of all entities, those first that most events are about."""
    numbers = Counter(entity for each in found.events for entity in each.entities)
    return [found.labels[name] for name in sorted(numbers, key=lambda name: (-numbers[name], name))]
