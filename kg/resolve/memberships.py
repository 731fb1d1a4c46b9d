"""Who holds which role in which body, as a text says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Membership, MentionRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.model import Affiliation, Extraction, Span
    from kg.resolve.linking import Link

_BODIES = frozenset({"GovernmentBody", "IntergovernmentalOrganization", "NonGovernmentalOrganization", "Organization"})


def _body_named_in(affiliation: Affiliation, found: Mapping[Span, Link]) -> Link | None:
    """The body of "ministry spokesperson": the one ministry that the text named before."""
    words = {word.lower() for word in affiliation.role.split()[:-1]}
    bodies = {
        each.entity: each
        for span, each in found.items()
        if span < affiliation.person and each.type in _BODIES and words & set(re.findall(r"\w+", each.label.lower()))
    }
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def memberships(extraction: Extraction, found: Mapping[Span, Link], ident: str) -> Iterable[Membership]:
    """The roles of persons who lead somewhere, in the order of the text; ``ident`` is the document's id."""
    for affiliation in extraction.affiliations:
        person = found.get(affiliation.person)
        body = found.get(affiliation.body) if affiliation.body else _body_named_in(affiliation, found)
        if person is not None and person.type == "Person":
            yield Membership(
                person=person.entity,
                role=affiliation.role,
                body=body.entity if body else None,
                mention=MentionRef(document=ident, span=affiliation.span),
            )
