"""Times: the project's own reader, and libraries that read dates, stretches or durations."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from kg.extract.times import normalise
from kg.model import Span
from readers import around, days

if TYPE_CHECKING:
    from readers import Reader

_WEEKS = re.compile(r"P(\d+)W")
_SECONDS_AN_HOUR = 3600


def own() -> Reader:
    """kg.extract.times."""

    def read(words: str, published: date, tense: str) -> str | None:
        found = normalise(words, Span(0, len(words)), published=published, future=tense == "future")
        return (found.duration or days(found.earliest, found.latest)) if found else None

    return read


def dateparser() -> Reader:
    """dateparser, English only; its period says how exact it is."""
    parser = import_module("dateparser.date").DateDataParser

    @cache
    def anchored(published: date, tense: str) -> Any:  # noqa: ANN401 (its class has no types)
        anchor = {"RELATIVE_BASE": _midnight(published), "PREFER_DATES_FROM": tense}
        first = {"PREFER_DAY_OF_MONTH": "first", "PREFER_MONTH_OF_YEAR": "first"}
        return parser(languages=["en"], settings=anchor | first)

    def read(words: str, published: date, tense: str) -> str | None:
        found = anchored(published, tense).get_date_data(words)
        return around(found.date_obj.date(), found.period) if found.date_obj else None

    return read


def dateutil() -> Reader:
    """python-dateutil; what two different defaults leave alike is what the words say."""
    parse = import_module("dateutil.parser").parse

    def read(words: str, published: date, _: str) -> str | None:
        other = date(published.year - 1, published.month % 12 + 1, published.day % 28 + 1)
        one, two = (parse(words, default=_midnight(day)).date() for day in (published, other))
        if one.year != two.year and one.month != two.month:
            return None
        return around(one, "year" if one.month != two.month else "day" if one.day == two.day else "month")

    return read


def parsedatetime() -> Reader:
    """parsedatetime, whose context says how exact it is."""
    module = import_module("parsedatetime")
    constants = module.Constants(localeID="en_US", usePyICU=False)
    calendar = module.Calendar(constants, version=module.VERSION_CONTEXT_STYLE)
    units = [(getattr(module.pdtContext, f"ACU_{unit.upper()}"), unit) for unit in ("day", "week", "month", "year")]

    def read(words: str, published: date, _: str) -> str | None:
        found, context = calendar.parse(words, _midnight(published).timetuple())
        if not (context.hasDate or context.hasTime):
            return None
        return around(date(*found[:3]), next((unit for bit, unit in units if context.accuracy & bit), "day"))

    return read


def timefhuman() -> Reader:
    """Reads points, pairs of them and durations."""
    module = import_module("timefhuman")

    def read(words: str, published: date, _: str) -> str | None:
        found = module.timefhuman(words, config=module.tfhConfig(now=_midnight(published)))
        first = found[0] if isinstance(found, list) and found else found
        if isinstance(first, tuple):
            return days(first[0].date(), first[1].date())
        if isinstance(first, timedelta):
            return f"P{first.days}D" if first.days else f"PT{first.seconds // _SECONDS_AN_HOUR}H"
        return around(first.date(), "day") if isinstance(first, datetime) else None

    return read


def recognizers() -> Reader:
    """Microsoft's recognizers: of several readings the earliest, of what is to come the latest."""
    recognize = import_module("recognizers_date_time").recognize_datetime

    def read(words: str, published: date, tense: str) -> str | None:
        found = recognize(words, "en-us", reference=_midnight(published))
        if not found or not found[0].resolution:
            return None
        value = found[0].resolution["values"][-1 if tense == "future" else 0]
        if value["type"] == "duration":
            return _WEEKS.sub(lambda weeks: f"P{7 * int(weeks[1])}D", value["timex"])
        if value["type"] in {"date", "datetime"} and value.get("value", "not resolved") != "not resolved":
            return around(date.fromisoformat(value["value"][:10]), "day")
        if value["type"] not in {"daterange", "datetimerange"}:
            return None
        first, last = (date.fromisoformat(value[end][:10]) if end in value else None for end in ("start", "end"))
        past = timedelta(days=value["type"] == "daterange")  # its end is excluded
        return days(first, last - past if last else None)

    return read


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 (the libraries want it without a zone)


READERS = {
    "kg": own,
    "recognizers-text": recognizers,
    "dateparser": dateparser,
    "parsedatetime": parsedatetime,
    "dateutil": dateutil,
    "timefhuman": timefhuman,
}
