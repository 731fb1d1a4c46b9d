"""When: dates, weekdays, stretches and durations, normalised against the day of publication.

``spans`` holds stretches of days; ``points`` reads what names one, ``written`` by itself ("March 2023") or ``anchored``
in the day of publication ("Tuesday", "two weeks ago"); ``durations`` how long something took; ``expressions`` all of an
expression with its bounds ("since 2021", "from March to May"). ``places`` says of which event it tells the time,
``astray`` when it tells none of the verb that it hangs on, ``schedule`` whether it stands on the calendar only.
"""

from kg.extract.times.expressions import normalise
from kg.extract.times.places import Dated, dates, time_of
from kg.extract.times.schedule import is_scheduled

__all__ = ["Dated", "dates", "is_scheduled", "normalise", "time_of"]
