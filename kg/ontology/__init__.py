"""``ontology/`` as typed, read-only tables: a new event type, verb, cue or actor touches no code."""

from kg.ontology.actors import Actor, KnowledgeBase
from kg.ontology.lexicon import CueClass, Lexeme, Lexicon, Stance, State
from kg.ontology.meanings import Meanings
from kg.ontology.vocabulary import Vocabulary

__all__ = ["Actor", "CueClass", "KnowledgeBase", "Lexeme", "Lexicon", "Meanings", "Stance", "State", "Vocabulary"]
