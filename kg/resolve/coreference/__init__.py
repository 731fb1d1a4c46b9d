"""Coreference in a document by deterministic sieves: each link says which sieve made it.

Sieves run from sure to less sure, after Lee et al. (2013): exact name, title and surname, acronym, fuller name,
surname, apposition, role noun, office, epithet, noun of a body, same noun, speaker of a quotation, pronoun, predicate
noun. A mention that no sieve takes, and that plays a part in an event, denotes a thing of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolve.coreference.appositions import appositions, relative_pronouns
from kg.resolve.coreference.epithets import epithets
from kg.resolve.coreference.names import acronyms, fuller_names, seen_as_persons, surnames
from kg.resolve.coreference.nouns import (
    body_nouns,
    others,
    own_ids,
    own_names,
    predicate_nouns,
    role_nouns,
)
from kg.resolve.coreference.offices import offices
from kg.resolve.headlines import without_verbs
from kg.resolve.linking import named
from kg.resolve.pronouns import pronouns

if TYPE_CHECKING:
    from kg.config import ResolveConfig
    from kg.model import Extraction, Span
    from kg.ontology import KnowledgeBase
    from kg.resolve.linking import Link

__all__ = ["links", "others"]


def links(
    extraction: Extraction, knowledge: KnowledgeBase, *, country: str | None, config: ResolveConfig
) -> dict[Span, Link]:
    """Where each mention leads, by its span; mentions that lead nowhere are left out."""
    text = extraction.document.text
    ordered = sorted(extraction.entities, key=lambda m: (m.span, m.head))
    mentions = seen_as_persons(without_verbs(ordered, extraction, knowledge), text)
    found = named(extraction, mentions, knowledge, country=country, config=config)
    acronyms(mentions, found)
    fuller_names(mentions, found)
    surnames(mentions, found, knowledge, extraction.document)
    own_names(extraction, mentions, found)
    appositions(mentions, found, text)
    role_nouns(mentions, extraction.affiliations, found, text, knowledge.role_kin)
    offices(extraction, mentions, found, knowledge)
    epithets(extraction, mentions, found, knowledge)
    body_nouns(mentions, found, text)
    own_ids(extraction, mentions, found)
    relative_pronouns(mentions, found)
    pronouns(extraction, mentions, found, knowledge, config)
    predicate_nouns(mentions, found)
    return found
