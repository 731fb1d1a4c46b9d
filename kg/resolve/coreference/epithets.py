"""What a text calls the one person of whom it has just spoken: "Ana Bell opened the case. The surgeon said …".

A definite noun that nothing before explains speaks of somebody known (Vieira and Poesio 2000): as the subject that
opens a sentence, of the person of the sentence before, where nobody else is in it. Who is named behind the noun in its
own sentence is another (principle C of Chomsky 1981).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.model import Function, MentionKind
from kg.resolve.places import Covers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.model import EntityMention, Extraction, Span
    from kg.ontology import KnowledgeBase
    from kg.resolve.linking import Link

_PERSON = "Person"
# "The other surgeon" and "the next player" are not the one of whom the text spoke.
_ANOTHER = re.compile(r"The (?:[\w-]+ )??(?:alleged|average|first|last|next|only|other|same|second|suspected|third)\b")
# What follows a noun that its own words tell: "the surgeon who …", "the surgeon of …", "the surgeon accused of …".
_TOLD = re.compile(
    r",? (?:at|for|from|he|I|in|it|of|on|she|that|they|to|which|who|whom|whose|with|[A-Z]|\w+(?:ed|ing) (?:by|of|to))\b"
)
# Who somebody is to another, and the parts in a crime, are told of more than one person: "the son", "the victim".
_OF_ANOTHER = frozenset(
    {"assailant", "attacker", "boyfriend", "brother", "caller", "child", "coroner", "dad", "daughter", "driver"}
    | {"father", "friend", "girlfriend", "gunman", "heir", "host", "husband", "killer", "moderator", "mom", "mother"}
    | {"murderer", "neighbor", "neighbour", "nephew", "niece", "owner", "parent", "partner", "perpetrator", "person"}
    | {"rep", "shooter", "sister", "son", "suspect", "victim", "widow", "wife", "witness"}
)


def epithets(
    extraction: Extraction, mentions: Sequence[EntityMention], found: dict[Span, Link], knowledge: KnowledgeBase
) -> None:
    """Leads definite nouns of persons to the one person of the sentence before; ``mentions`` stand in order."""
    text, sentences = extraction.document.text, Covers(extraction.sentences)
    opening = {sentence.start for sentence in extraction.sentences}
    nouns: set[str] = set()
    persons: dict[int, list[EntityMention]] = {}
    for mention in mentions:
        if mention.kind is MentionKind.PRONOMINAL:
            continue
        fresh = mention.kind is MentionKind.NOMINAL and mention.lemma not in nouns
        nouns.add(mention.lemma)
        if mention.span.start in opening and fresh and _is_epithet(mention, found, text, knowledge):
            number = sentences.number(mention.head)
            link = _the_one(persons.get(number - 1, []), found)
            here = (m.span for m in mentions if sentences.number(m.head) == number) if link else ()
            named = {found[span].entity for span in here if span in found}
            if link is not None and link.entity not in named and _is_of_gender(link, mention, knowledge):
                found[mention.span] = replace(link, sieve="epithet")
        own = found.get(mention.span)
        if mention.type == "PERSON" or (own is not None and own.type == _PERSON):
            persons.setdefault(sentences.number(mention.head), []).append(mention)


def _the_one(persons: Sequence[EntityMention], found: Mapping[Span, Link]) -> Link | None:
    """The one person, by name, of some mentions of persons; None where one of them may be another."""
    links = [found.get(mention.span) for mention in persons]
    named = any(mention.kind is MentionKind.NAMED for mention in persons)
    return links[-1] if named and len({link and link.entity for link in links}) == 1 else None


def _is_epithet(mention: EntityMention, found: Mapping[Span, Link], text: str, knowledge: KnowledgeBase) -> bool:
    """Whether a noun may say what somebody is who was spoken of; who holds an office is told by it in other ways."""
    if mention.type != "PERSON" or mention.number != "singular" or mention.apposition or mention.span in found:
        return False
    words = mention.span.of(text)
    whole = words.startswith("The ") and "'s " not in words and "’s " not in words
    if not whole or _ANOTHER.match(words) or _TOLD.match(text, mention.span.end):
        return False
    subject = mention.standing is not None and mention.standing.function is Function.SUBJECT
    other = mention.lemma in _OF_ANOTHER or knowledge.roles.get(mention.lemma) == "official"
    return subject and not other and mention.head.of(text).islower()


def _is_of_gender(person: Link, mention: EntityMention, knowledge: KnowledgeBase) -> bool:
    """Whether a noun that shows a man or a woman may be said of a person."""
    shown = knowledge.genders.get(mention.lemma)
    return shown is None or knowledge.genders.get(person.label.split(maxsplit=1)[0]) in {None, shown}
