"""FollowTheMoney (the data model of Aleph and OpenSanctions) as JSON Lines: an entity a line, sorted by id.

Persons, bodies and places keep their class; a state is a public body, since it acts. Each event is an ``Event`` with
those who are involved, each pair of its participants an ``UnknownLink`` with the action as its role, each office a
``Membership``; documents are ``Article`` entities and stand as proof. Each says the factuality: an event in
``keywords``, a link in ``status``. What the model has no class for (things) is left out, and so are the links to it.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

from kg.analyse.nodes import prefixed, values
from kg.export.network import NOT_XML
from kg.export.plover import country

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.export.selected import Selected

MEMBERSHIPS = """
SELECT ?membership ?member ?body ?role ?mention WHERE {
  ?membership a org:Membership ; org:member ?member ; org:organization ?body .
  OPTIONAL { ?membership rdfs:label ?role }
  OPTIONAL { ?membership gaf:denotedBy ?mention }
}
"""
SCHEMATA = {
    "Person": "Person",
    "State": "PublicBody",
    "GovernmentBody": "PublicBody",
    "IntergovernmentalOrganization": "PublicBody",
    "Company": "Company",
    "Organization": "Organization",
    "NonGovernmentalOrganization": "Organization",
    "ArmedGroup": "Organization",
    "PoliticalParty": "Organization",
    "MediaOrganization": "Organization",
    "Territory": "Address",
    "City": "Address",
    "Place": "Address",
    "PopulationGroup": "LegalEntity",
    "Entity": "LegalEntity",
}
_BODIES = frozenset({"PublicBody", "Company", "Organization"})
_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?")


def text(selected: Selected) -> Iterator[str]:
    """The lines: who takes part in the selected events and who bears an office, events, links, and their documents."""
    made = Made(selected)
    made.events()
    made.links()
    made.memberships()
    for entity in sorted(made.all(), key=lambda entity: str(entity["id"])):
        yield json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n"


def key(name: str) -> str:
    """The id of an entity: a prefixed name without its colon; a digest where that has letters that are refused there.

    >>> key("ent:state-no"), key("ent:правда")
    ('ent-state-no', 'kg-561057841085818b')
    """
    plain = name.replace(":", "-", 1)
    return plain if _ID.fullmatch(plain) else "kg-" + hashlib.sha256(name.encode()).hexdigest()[:16]


class Made:
    """Entities of FollowTheMoney as they are made; whom they need, they bring along."""

    def __init__(self, selected: Selected) -> None:
        """None yet."""
        self._selected = selected
        self._found: dict[str, dict[str, Any]] = {}
        names = {entity for _, _, entity in selected.parts} | set(selected.network)
        names |= {end for row in self._offices() for end in row[1:3]}
        names |= {source.outlet for source in selected.sources.values() if source.outlet}
        self._nodes = selected.nodes(names)

    def all(self) -> Iterable[dict[str, Any]]:
        """The entities."""
        return self._found.values()

    def events(self) -> None:
        """Adds the events, and those involved."""
        involved: dict[str, set[str]] = {}
        for event, _, entity in self._selected.parts:
            if (found := self._actor(entity)) and self._found[found]["schema"] != "Address":
                involved.setdefault(event, set()).add(found)
        for row in self._selected.events.to_pylist():
            self._add(
                "Event",
                row["event"],
                name=[row["action"] or row["event_type"] or "event"],
                keywords=[row["factuality"], *([row["event_type"]] if row["event_type"] else [])],
                involved=involved.get(row["event"], ()),
                location=[self._label(place) for place in row["places"]],
                proof=self._proofs(row["evidence"]),
                recordId=[row["event"]],
                **_days(row["earliest"], row["latest"]),
            )

    def links(self) -> None:
        """Adds a link for each edge of the actor graph."""
        for source, target, event, data in self._selected.network.edges(keys=True, data=True):
            ends = self._actor(source), self._actor(target)
            if None not in ends:
                self._add(
                    "UnknownLink",
                    f"link:{event}.{source}.{target}".replace(":", "-"),
                    subject=[ends[0]],
                    object=[ends[1]],
                    role=[data.get("action") or "acts on"],
                    status=[data["factuality"]],
                    proof=self._proofs(data.get("evidence", ())),
                    recordId=[event],
                    **_days(data.get("earliest"), data.get("latest")),
                )

    def memberships(self) -> None:
        """Adds the offices of persons in bodies."""
        for name, member, body, role, mention in self._offices():
            ends = self._actor(member), self._actor(body)
            if ends[0] and ends[1] and self._found[ends[1]]["schema"] in _BODIES:
                roles, proofs = [role] if role else [], self._proofs([mention] if mention else [])
                self._add("Membership", name, member=[ends[0]], organization=[ends[1]], role=roles, proof=proofs)

    def _offices(self) -> Iterator[tuple[str, str, str, str | None, str | None]]:
        ids = self._selected.ids
        for name, member, body, role, mention in values(self._selected.graph, MEMBERSHIPS):
            names = (prefixed(str(iri), ids) for iri in (name, member, body))
            yield (*names, role, mention and prefixed(mention, ids))  # type: ignore[misc]  # three names, then two

    def _actor(self, entity: str) -> str | None:
        """The id of an entity, which is added; None where its class has no schema."""
        node = self._nodes[entity]
        schema = SCHEMATA.get(node.type)
        if schema is None:
            return None
        place = {"full": [node.label]} if schema == "Address" else {}
        code = country(entity, self._selected.states).lower()
        self._add(schema, entity, name=[node.label], country=[code] if code else [], **place)
        return key(entity)

    def _proofs(self, mentions: Iterable[str]) -> list[str]:
        """The ids of the documents of mentions, which are added."""
        found = []
        for document in sorted({self._selected.documents.get(mention, "") for mention in mentions} - {""}):
            source = self._selected.sources[document]
            said = {"title": source.title, "publishedAt": source.date, "sourceUrl": source.url}
            outlet = [self._label(source.outlet)] if source.outlet else []
            known = {name: [value] for name, value in said.items() if value}
            self._add("Article", document, publisher=outlet, **known)
            found.append(key(document))
        return found

    def _label(self, entity: str) -> str:
        return self._nodes[entity].label if entity in self._nodes else entity

    def _add(self, schema: str, name: str, /, **properties: Iterable[Any]) -> None:
        kept = {prop: sorted({_plain(str(value)) for value in held} - {""}) for prop, held in properties.items()}
        told = {prop: held for prop, held in kept.items() if held}
        self._found.setdefault(key(name), {"id": key(name), "schema": schema, "properties": told})


def _days(first: object, last: object) -> dict[str, list[str]]:
    """The bounds of an event's time; one alone is its end, as nothing says when it began."""
    bounds = {"startDate": first, "endDate": last}
    return {name: [str(day)] for name, day in bounds.items() if day}


def _plain(words: str) -> str:
    return " ".join(NOT_XML.sub("\ufffd", words).split())
