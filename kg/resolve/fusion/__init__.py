"""Event fusion: which readings are of one event, what it amounts to, and the plain triples of facts.

Pairs are looked at where they can be of one event (``blocks``), ruled out (``rules``) or scored by named features
(``features``, ``score``), and clustered by average linkage (``clusters``), so that the result does not depend on any
order. The id of an event is its earliest reading.
"""

from kg.resolve.fusion.compared import Compared
from kg.resolve.fusion.copies import copies
from kg.resolve.fusion.factuality import factuality, is_certain
from kg.resolve.fusion.fused import candidates, events, identities
from kg.resolve.fusion.triples import PlainTriple, facts

__all__ = [
    "Compared",
    "PlainTriple",
    "candidates",
    "copies",
    "events",
    "facts",
    "factuality",
    "identities",
    "is_certain",
]
