"""The parts played in an event, from the parse of its clause or noun phrase."""

from kg.extract.roles.concerned import concerned, reached
from kg.extract.roles.extents import TIMES
from kg.extract.roles.frame import PLACES, Frame, patient
from kg.extract.roles.lost import lacks_complement, lacks_object, loses_limit
from kg.extract.roles.named import is_office
from kg.extract.roles.nominal import nominal
from kg.extract.roles.prepositional import DURATIVE, prepositional
from kg.extract.roles.putting import is_timeless
from kg.extract.roles.reciprocal import reciprocal
from kg.extract.roles.verbal import verbal

__all__ = [
    "DURATIVE",
    "PLACES",
    "TIMES",
    "Frame",
    "concerned",
    "is_office",
    "is_timeless",
    "lacks_complement",
    "lacks_object",
    "loses_limit",
    "nominal",
    "patient",
    "prepositional",
    "reached",
    "reciprocal",
    "verbal",
]
