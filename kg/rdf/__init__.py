"""Records → quads: the only place that knows both."""

from kg.rdf.judgements import judgement_quads, judgements
from kg.rdf.knowledge import knowledge_quads, ontology_quads, run_quads
from kg.rdf.text import document_quads
from kg.rdf.world import fact_quads, world_quads

__all__ = [
    "document_quads",
    "fact_quads",
    "judgement_quads",
    "judgements",
    "knowledge_quads",
    "ontology_quads",
    "run_quads",
    "world_quads",
]
