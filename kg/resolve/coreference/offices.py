"""Role nouns of office holders: "the senator" is the one person of the document who is known to be one.

Of whom a text names, the knowledge base tells who held which office when. A document without a day is of any: there the
noun leads to the one who ever held it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.model import Function, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.model import EntityMention, Extraction, Span
    from kg.ontology import KnowledgeBase
    from kg.ontology.actors import Tenure
    from kg.resolve.linking import Link

_PERSON = "Person"
_PAST = frozenset({"ex", "former", "late", "one-time", "onetime"})
# "The secretary of State", "the nominee of the party", "the senator who …": what follows tells more of the role.
_FIELD = re.compile(r" of (?:the )?([A-Z]\w+)(?! [A-Z])")
_TOLD = re.compile(r" (?:of|for|from|in|that|which|who|whom|whose|I|he|it|she|they|we|you|[A-Z])\b")
_NEAR = 300  # characters: of several who hold an office, one named so near before is meant
_LONGEST = 3  # words of a region: "New South Wales"
# Offices of one at a time, whom a text that tells no day need not name.
_CHANGING = frozenset({"chancellor", "king", "premier", "president", "prime minister", "queen", "vice president"})


def offices(
    extraction: Extraction, mentions: Sequence[EntityMention], found: dict[Span, Link], knowledge: KnowledgeBase
) -> None:
    """Leads definite role nouns to the one person named before whose office they are; ``mentions`` stand in order.

    Of several, it is the one named just before. The bare noun is whom the text called so before: "the Norland governor
    … the governor".
    """
    date, text = extraction.document.date, extraction.document.text
    day = date.isoformat() if date else None
    persons = {own.entity: own for own in found.values() if own.known and own.type == _PERSON}
    named: dict[str, int] = {}
    called: dict[str, set[str]] = {}
    for mention in mentions if persons else ():
        own = found.get(mention.span)
        if own is not None and own.entity in persons:
            named[own.entity] = mention.span.start
        if own is None and _is_role(mention, text):
            role = _Role(mention, text)
            holding = {each.entity for each in persons.values() if role.is_held_by(each, knowledge, day)}
            holding = holding or (called.get(mention.lemma, set()) if mention.name.islower() and role.bare else set())
            if len(holding) > 1:
                holding = {each for each in holding if mention.span.start - named.get(each, -_NEAR) < _NEAR}
            if len(holding) == 1 and holding <= named.keys():
                found[mention.span] = replace(persons[next(iter(holding))], sieve="office")
                called.setdefault(mention.lemma, set()).update(holding)


def _is_role(mention: EntityMention, text: str) -> bool:
    """Whether a noun means one holder of an office: "the senator", not "a senator", "his senator", "is the senator"."""
    if mention.kind is not MentionKind.NOMINAL or mention.type != "PERSON" or mention.number != "singular":
        return False
    if not text[mention.span.start :].lower().startswith("the "):
        return False
    predicate = mention.standing is not None and mention.standing.function is Function.PREDICATE
    end = mention.span.end
    return not predicate and (not _TOLD.match(text, end) or _FIELD.match(text, end) is not None)


class _Role:
    """A role noun with what tells more of it: whether it is a former one, a field, a region."""

    def __init__(self, mention: EntityMention, text: str) -> None:
        words = mention.name.replace("ex-", "ex ").split()
        self.past = words[0].lower() in _PAST
        self.words = words[self.past :]
        field = _FIELD.match(text, mention.span.end)
        self.field = f" of {field[1].lower()}" if field else ""
        self.bare = len(words) == 1 and not field

    def is_held_by(self, person: Link, knowledge: KnowledgeBase, day: str | None) -> bool:
        """Whether it is an office of a known person on a day, or was before it."""
        surname = person.label.rsplit(maxsplit=1)[-1]
        terms = (t for title in self._titles(knowledge, dated=day is not None) for t in knowledge.terms(title, surname))
        return any(term.person == person.entity and self._is_of(term, day) for term in terms)

    def _is_of(self, term: Tenure, day: str | None) -> bool:
        if day is None:
            return True
        return bool(term.end) and term.end < day if self.past else term.covers(day)

    def _titles(self, knowledge: KnowledgeBase, *, dated: bool) -> Iterator[str]:
        """The offices that it may be, as the knowledge base calls them: of "Norland governor", *governor of norland*.

        Without a day, nobody is known to be the president, or to have been anything.
        """
        kin, words = knowledge.role_kin, [word.lower() for word in self.words]
        whole = " ".join(kin["gop"] if word == "gop" and word in kin else word for word in words) + self.field
        if dated or not (whole in _CHANGING or (self.past and not self.field)):
            yield whole
            yield whole.replace("candidate", "nominee")
        for n in range(1, min(_LONGEST, len(words) - 1) + 1):
            region, title = " ".join(self.words[:n]), " ".join(words[n:])
            for place in _territories(region, knowledge):
                yield f"{title} of {region.lower()}"
                yield f"us {kin.get(title, title)} from {place}"


def _territories(region: str, knowledge: KnowledgeBase) -> Iterable[str]:
    """The codes of the territories that a name means: "South Carolina" is *sc*."""
    owners = (knowledge.actors[each] for each in knowledge.owners(region))
    return [each.id.rpartition("-")[2] for each in owners if each.type == "Territory"]
