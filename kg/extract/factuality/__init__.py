"""How an event is put forward: polarity, certainty, future and modality, after FactBank.

A verb is read by its own marks (negation, modal, adverbs, a conjunction such as *if*) and by what governs it: each
governor has a class in the ontology (``cues.csv``), and a class says what it does to the clause under it. The climb
ends at the first governor whose subject is an authority, since factuality is always relative to the innermost one. What
is governed by a word of no known class is ``unknown``: only what nothing puts in doubt is certain.
"""

from kg.extract.factuality.content import is_nobodys
from kg.extract.factuality.joined import is_announced, is_led
from kg.extract.factuality.negation import hinges
from kg.extract.factuality.nouns import of_noun
from kg.extract.factuality.owners import light_verb_of, party_before
from kg.extract.factuality.presupposed import is_background, is_inserted, is_open, is_reply
from kg.extract.factuality.readings import Reading, cue_class, governs
from kg.extract.factuality.states import of_state
from kg.extract.factuality.verbs import of_verb

__all__ = [
    "Reading",
    "cue_class",
    "governs",
    "hinges",
    "is_announced",
    "is_background",
    "is_inserted",
    "is_led",
    "is_nobodys",
    "is_open",
    "is_reply",
    "light_verb_of",
    "of_noun",
    "of_state",
    "of_verb",
    "party_before",
]
