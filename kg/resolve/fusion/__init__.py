"""Event fusion: which readings are of one event, what it amounts to, and the plain triples of facts.

Pairs are looked at where they can be of one event (``blocks``), ruled out (``rules``) or scored by named features
(``features``, ``score``), and clustered by average linkage (``clusters``), so that the result does not depend on any
order. The id of an event is its earliest reading.
"""

from kg.resolve.fusion.blocks import copy_keys, story_keys
from kg.resolve.fusion.clusters import Beside
from kg.resolve.fusion.compared import Compared
from kg.resolve.fusion.copies import copies, shared
from kg.resolve.fusion.factuality import factuality, is_certain
from kg.resolve.fusion.features import likeness, told
from kg.resolve.fusion.fused import (
    Fused,
    Scores,
    candidates,
    clustered,
    events,
    fused,
    identities,
    made,
    parties,
    scores,
)
from kg.resolve.fusion.judged import judged_pairs
from kg.resolve.fusion.traits import seniority
from kg.resolve.fusion.triples import PlainTriple, facts
from kg.resolve.fusion.weighed import Weighed

__all__ = [
    "Beside",
    "Compared",
    "Fused",
    "PlainTriple",
    "Scores",
    "Weighed",
    "candidates",
    "clustered",
    "copies",
    "copy_keys",
    "events",
    "facts",
    "factuality",
    "fused",
    "identities",
    "is_certain",
    "judged_pairs",
    "likeness",
    "made",
    "parties",
    "scores",
    "seniority",
    "shared",
    "story_keys",
    "told",
]
