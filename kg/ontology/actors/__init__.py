"""The knowledge base of actors: who has which names, stands where, and is part of what."""

from kg.ontology.actors.added import Addition, add
from kg.ontology.actors.folder import surnames
from kg.ontology.actors.index import load
from kg.ontology.actors.knowledge import LEADING, Actor, KnowledgeBase, Tenure, from_actors
from kg.ontology.actors.names import fold, loose
from kg.ontology.actors.search import Found, find

__all__ = [
    "LEADING",
    "Actor",
    "Addition",
    "Found",
    "KnowledgeBase",
    "Tenure",
    "add",
    "find",
    "fold",
    "from_actors",
    "load",
    "loose",
    "surnames",
]
