"""The stages in a row, counted and asserted: files → documents → text layer → graph layer → quads."""

from kg.pipeline.changes import Change, candidate, changed, fill, glimpse, scored_pairs
from kg.pipeline.counts import Counts, Stage, peak_mib
from kg.pipeline.documents import Reading, documents
from kg.pipeline.judgements import in_knowledge
from kg.pipeline.keeping import Keeper, state
from kg.pipeline.namesakes import Namesakes, namesakes, noted_namesakes
from kg.pipeline.resources import knowledge, lexicon, model, parses, read_before, recipe, vocabulary
from kg.pipeline.texts import extraction, extractions, identified, passed_over, text_layers, write_shards
from kg.pipeline.worlds import Identities, World, candidates, fused_pairs, graphs, identities, kept_world, world

__all__ = [
    "Change",
    "Counts",
    "Identities",
    "Keeper",
    "Namesakes",
    "Reading",
    "Stage",
    "World",
    "candidate",
    "candidates",
    "changed",
    "documents",
    "extraction",
    "extractions",
    "fill",
    "fused_pairs",
    "glimpse",
    "graphs",
    "identified",
    "identities",
    "in_knowledge",
    "kept_world",
    "knowledge",
    "lexicon",
    "model",
    "namesakes",
    "noted_namesakes",
    "parses",
    "passed_over",
    "peak_mib",
    "read_before",
    "recipe",
    "scored_pairs",
    "state",
    "text_layers",
    "vocabulary",
    "world",
    "write_shards",
]
