"""What documents that come and go change in a graph: only what they touch is resolved, fused and written again.

The result is that of a full build, byte for byte. What crosses documents is noted in a ledger (``kg.store.Ledger``):
from it is told which figures, pairs of mentions, events and quads a document touches.
"""

from kg.pipeline.changes.change import Change, changed
from kg.pipeline.changes.glimpses import candidate, glimpse, scored_pairs
from kg.pipeline.changes.noting import fill

__all__ = ["Change", "candidate", "changed", "fill", "glimpse", "scored_pairs"]
