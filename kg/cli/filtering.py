"""The options that say which events count, shared by what measures, draws and exports networks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import click

from kg.analyse.filters import Filters, Lift, day, filtering

if TYPE_CHECKING:
    from collections.abc import Callable

_OPTIONS = (
    click.option(
        "--factuality",
        metavar="LIST",
        help="Events that count: fact, counterfact, disputed, uncommitted.",
        show_default="fact",
    ),
    click.option("--types", metavar="LIST", help="Event types that count (COERCE), or modes (COERCE-deport)."),
    click.option("--since", metavar="DAY", help="Events of this day and later, as 2024-03-02."),
    click.option("--until", metavar="DAY", help="Events of this day and earlier."),
    click.option("--place", "places", multiple=True, metavar="NAME", help="Events there; may be repeated."),
    click.option("--outlet", "outlets", multiple=True, metavar="NAME", help="Events it reports; may be repeated."),
    click.option(
        "--certainty", metavar="LIST", help="Events with a claim so sure: certain, probable, possible, unknown."
    ),
    click.option("--reports", type=click.IntRange(0), default=0, metavar="N", help="At least N independent reports."),
    click.option(
        "--lift",
        type=click.Choice(get_args(Lift)),
        is_flag=False,
        flag_value="whole",
        default="none",
        help="Lift bodies to what they are part of; without a value, to the whole.",
    ),
)
NAMES = ("factuality", "types", "since", "until", "places", "outlets", "certainty", "reports", "lift")


def filter_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of ``kg.analyse.Filters``; ``filters`` makes them one."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def filters(given: dict[str, Any]) -> Filters:
    """The filters that the options of a command say; other options are left alone.

    >>> filters({"factuality": "fact,disputed", "since": None, "places": (), "limit": 5}).factuality
    ('fact', 'disputed')

    :raises ConfigError: when a value means nothing; the message names the nearest that does.
    """
    return filtering(**chosen(given))


def chosen(given: dict[str, Any]) -> dict[str, Any]:
    """The fields of ``Filters`` that options of a command set, by name.

    >>> chosen({"factuality": None, "types": "AID,COERCE", "reports": 0, "limit": 5})
    {'types': ('AID', 'COERCE'), 'reports': 0}

    :raises ConfigError: when a day is none.
    """
    fields = {name: given[name] for name in NAMES if given.get(name) not in {None, ()}}
    for name in ("factuality", "types", "certainty"):
        if name in fields:
            fields[name] = tuple(word.strip() for word in fields[name].split(","))
    for name in ("since", "until"):
        if name in fields:
            fields[name] = day(fields[name], option=f"--{name}")
    return fields
