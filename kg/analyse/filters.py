"""Which events a projection shows, and to which whole its actors are led."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from kg.analyse.names import one_of
from kg.errors import ConfigError
from kg.model import Certainty, Factuality

if TYPE_CHECKING:
    from collections.abc import Iterable

Lift = Literal["none", "government", "state", "whole"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which events count: an event counts when every filter that is set keeps it. Facts alone unless more is asked.

    ``factuality``: any of fact, counterfact, disputed, uncommitted. ``types``: codes of event types, a mode
    (``COERCE-deport``) or a type with all its modes (``COERCE``). ``since``, ``until``: an event is kept when its days
    overlap those, both included; one with a single bound counts as that day, one without dates is left out once a bound
    is set. ``places``: entities that one of its places is. ``outlets``: publishers, one of which reports it. Entities
    are given by id (``ent:state-pk``) or label, in any case of letters. ``certainty``: certain, probable, possible or
    unknown, one of which a claim of it has. ``reports``: its least number of independent reports. ``lift``: whether
    actors are led by ``kg:partOf`` to their ``government``, their ``state`` or the uppermost ``whole``; who is part of
    none stays what he is. None is no filter.

    >>> Filters(types=["COERCE"]).types
    ('COERCE',)
    >>> Filters(lift="states")
    Traceback (most recent call last):
    kg.errors.ConfigError: lift 'states' is unknown; did you mean 'state'? expected one of none, ...

    :raises ConfigError: when a value means nothing; the message names the nearest that does.
    """

    factuality: tuple[str, ...] = ("fact",)
    types: tuple[str, ...] | None = None
    since: date | None = None
    until: date | None = None
    places: tuple[str, ...] | None = None
    outlets: tuple[str, ...] | None = None
    certainty: tuple[str, ...] | None = None
    reports: int = 0
    lift: Lift = "none"

    @property
    def keeps_all(self) -> bool:
        """Whether every event is kept, whatever its factuality; actors may be lifted.

        >>> Filters().keeps_all, Filters(factuality=tuple(Factuality), lift="state").keeps_all
        (False, True)
        """
        rest = replace(self, factuality=(), lift="none")
        return set(self.factuality) == set(Factuality) and rest == Filters(factuality=())

    def singly(self) -> dict[str, Filters]:
        """Each filter that is set, by name, as the only one; lifting leaves no event out, and is none.

        >>> list(Filters(reports=2).singly())
        ['factuality', 'reports']
        """
        every = Filters(factuality=tuple(Factuality))
        names = [each.name for each in fields(self) if each.name != "lift"]
        alone = {name: replace(every, **{name: getattr(self, name)}) for name in names}
        return {name: filters for name, filters in alone.items() if filters != every}

    def __post_init__(self) -> None:
        """Refuses what means nothing; lists become tuples, and a name alone a tuple of one."""
        for name in ("factuality", "types", "places", "outlets", "certainty"):
            object.__setattr__(self, name, _tuple(getattr(self, name)))
        for factuality in self.factuality:
            one_of("factuality", factuality, Factuality)
        for certainty in self.certainty or ():
            one_of("certainty", certainty, Certainty)
        one_of("lift", self.lift, get_args(Lift))
        if self.reports < 0:
            message = f"reports is {self.reports}; expected the least number of independent reports, 0 or more"
            raise ConfigError(message)
        if self.since and self.until and self.since > self.until:
            message = f"since {self.since} is after until {self.until}; expected the earlier day first"
            raise ConfigError(message)


def filtering(*, lift: str | bool = "none", **fields: Any) -> Filters:  # noqa: ANN401 (each field has its own type)
    """Filters from fields by name; ``lift=True`` is the uppermost whole.

    >>> filtering(type="COERCE")
    Traceback (most recent call last):
    kg.errors.ConfigError: filter 'type' is unknown; did you mean 'types'? expected one of factuality, ...

    :raises ConfigError: when a name or a value means nothing.
    """
    for name in fields:
        one_of("filter", name, Filters.__dataclass_fields__)
    to = ("whole" if lift else "none") if isinstance(lift, bool) else lift
    return Filters(lift=cast("Lift", to), **fields)


def in_words(filters: Filters) -> str:
    """The filters that are set, for a message.

    >>> in_words(Filters(reports=2, lift="state"))
    'factuality fact, reports 2, lift state'
    """
    unset = Filters(factuality=())
    said = {each.name: getattr(filters, each.name) for each in fields(filters)}
    return ", ".join(
        f"{name} {' or '.join(value) if isinstance(value, tuple) else value}"
        for name, value in said.items()
        if value != getattr(unset, name)
    )


def day(words: str, *, option: str = "day") -> date:
    """The day that ISO 8601 words name.

    >>> day("2024-03-02")
    datetime.date(2024, 3, 2)

    :raises ConfigError: when they name none.
    """
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        message = f"{option} {words!r} is no day; expected one like 2024-03-02"
        raise ConfigError(message) from error


def _tuple(given: Iterable[str] | str | None) -> tuple[str, ...] | None:
    if given is None:
        return None
    return (given,) if isinstance(given, str) else tuple(given)
