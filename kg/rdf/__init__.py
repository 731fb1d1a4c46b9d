"""Records → quads: the only place that knows both."""

from kg.rdf.judgements import judgement_quads, judgements
from kg.rdf.knowledge import actor_quads, knowledge_quads, needed, ontology_quads, run_quads
from kg.rdf.text import document_quads
from kg.rdf.world import description_quads, fact_names, fact_quads, named_fact_quads, world_quads, world_set

__all__ = [
    "actor_quads",
    "description_quads",
    "document_quads",
    "fact_names",
    "fact_quads",
    "judgement_quads",
    "judgements",
    "knowledge_quads",
    "named_fact_quads",
    "needed",
    "ontology_quads",
    "run_quads",
    "world_quads",
    "world_set",
]
