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
from itertools import chain
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from kg.analyse.columns import changed, distinct, listed
from kg.analyse.memory import free
from kg.analyse.nodes import prefixed, values
from kg.analyse.shelf import Shelf
from kg.export.network import BATCH, plain
from kg.export.plover import country
from kg.export.sorting import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.export.selected import Selected

MEMBERSHIPS = """
SELECT ?membership ?member ?body ?role ?document WHERE {
  ?membership a org:Membership ; org:member ?member ; org:organization ?body .
  OPTIONAL { ?membership rdfs:label ?role }
  OPTIONAL { ?membership gaf:denotedBy ?mention . ?mention nif:referenceContext ?document }
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
_TOLD = ("event", "action", "event_type", "factuality", "places", "earliest", "latest")
_BODIES = frozenset({"PublicBody", "Company", "Organization"})
_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?")


def text(selected: Selected) -> Iterator[str]:
    """The lines: who takes part in the selected events and who bears an office, events, links, and their documents."""
    made = Made(selected)
    made.links()
    selected.forget_edges()
    made.events()
    made.memberships()
    yield from made.lines()


def key(name: str) -> str:
    """The id of an entity: a prefixed name without its colon; a digest where that has letters that are refused there.

    >>> key("ent:state-no"), key("ent:правда")
    ('ent-state-no', 'kg-561057841085818b')
    """
    plain = name.replace(":", "-", 1)
    return plain if _ID.fullmatch(plain) else "kg-" + hashlib.sha256(name.encode()).hexdigest()[:16]


class Made:
    """Entities of FollowTheMoney as they are made; whom they need, they bring along. They wait on the disk."""

    def __init__(self, selected: Selected) -> None:
        """None yet."""
        self._selected = selected
        self._lines, self._count = Lines(), 0
        self._ids: set[str] = set()
        names = {*selected.network.nodes}  # the edges first: while they are made, nothing else is held
        parts = selected.parts().select(["row", "entity"])
        names |= set(distinct(parts["entity"]).to_pylist())
        self._parts = Shelf(parts)
        del parts
        names |= {end for row in self._offices() for end in row[1:3]}
        names |= {source.outlet for source in selected.sources.values() if source.outlet}
        names |= set(pc.unique(pc.list_flatten(selected.events("places")["places"])).to_pylist())
        self._nodes = selected.nodes(names)

    def lines(self) -> Iterator[str]:
        """The entities, a line each; of several with one id the first that was made."""
        before = b""
        for block in self._lines.sorted():
            for line in block:
                ident, _, told = line.partition(b"\x01")
                if ident != before:
                    yield told.partition(b"\x01")[2].decode()
                before = ident

    def events(self) -> None:
        """Adds the events, and those involved."""
        events, parts = self._selected.events(*_TOLD), self._parts.table()
        for entity in distinct(parts["entity"]).to_pylist():
            self._actor(entity)
        known = events["event"]
        involved = listed(parts["row"].to_numpy(), changed(parts["entity"], self._party, pa.string()), len(known))
        del parts
        free()
        rows = chain.from_iterable(batch.to_pylist() for batch in events.to_batches(max_chunksize=BATCH))
        for row, parties, documents in zip(rows, _each(involved), self._selected.documents(known), strict=True):
            self._add(
                "Event",
                row["event"],
                name=[row["action"] or row["event_type"] or "event"],
                keywords=[row["factuality"], *([row["event_type"]] if row["event_type"] else [])],
                involved=parties,
                location=[self._label(place) for place in row["places"]],
                proof=self._proofs(documents),
                recordId=[row["event"]],
                **_days(row["earliest"], row["latest"]),
            )

    def links(self) -> None:
        """Adds a link for each edge of the actor graph."""
        network = self._selected.network
        documents = self._selected.documents(network.table["event"])
        for (source, target, event, data), held in zip(network.told(), documents, strict=True):
            ends = self._actor(source), self._actor(target)
            if None not in ends:
                self._add(
                    "UnknownLink",
                    f"link:{event}.{source}.{target}".replace(":", "-"),
                    subject=[ends[0]],
                    object=[ends[1]],
                    role=[data.get("action") or "acts on"],
                    status=[data["factuality"]],
                    proof=self._proofs(held),
                    recordId=[event],
                    **_days(data.get("earliest"), data.get("latest")),
                )

    def memberships(self) -> None:
        """Adds the offices of persons in bodies."""
        for name, member, body, role, document in self._offices():
            ends = self._actor(member), self._actor(body)
            if ends[0] and ends[1] and SCHEMATA[self._nodes[body].type] in _BODIES:
                roles, proofs = [role] if role else [], self._proofs([document] if document else [])
                self._add("Membership", name, member=[ends[0]], organization=[ends[1]], role=roles, proof=proofs)

    def _offices(self) -> Iterator[tuple[str, str, str, str | None, str | None]]:
        ids = self._selected.ids
        for name, member, body, role, document in values(self._selected.graph, MEMBERSHIPS):
            names = (prefixed(str(iri), ids) for iri in (name, member, body))
            yield (*names, role, document and prefixed(document, ids))  # type: ignore[misc]  # three names, then two

    def _party(self, entity: str) -> str | None:
        """The id of who can be involved in an event: no place, and nothing that has no schema."""
        schema = SCHEMATA.get(self._nodes[entity].type)
        return None if schema in {None, "Address"} else key(entity)

    def _actor(self, entity: str) -> str | None:
        """The id of an entity, which is added; None where its class has no schema."""
        node = self._nodes[entity]
        schema = SCHEMATA.get(node.type)
        if schema is None:
            return None
        if entity not in self._ids:
            self._ids.add(entity)
            place = {"full": [node.label]} if schema == "Address" else {}
            code = country(entity, self._selected.states).lower()
            self._add(schema, entity, name=[node.label], country=[code] if code else [], **place)
        return key(entity)

    def _proofs(self, documents: Iterable[str]) -> list[str]:
        """The ids of documents, which are added."""
        found = []
        for document in documents:
            if (source := self._selected.sources.get(document)) is None:
                continue
            found.append(key(document))
            if document in self._ids:
                continue
            self._ids.add(document)
            said = {"title": source.title, "publishedAt": source.date, "sourceUrl": source.url}
            outlet = [self._label(source.outlet)] if source.outlet else []
            known = {name: [value] for name, value in said.items() if value}
            names = {"name": [source.title or document], "fileName": [source.file or document]}
            self._add("Article", document, publisher=outlet, **names, **known)
        return found

    def _label(self, entity: str) -> str:
        return self._nodes[entity].label if entity in self._nodes else entity

    def _add(self, schema: str, name: str, /, **properties: Iterable[Any]) -> None:
        kept = {prop: sorted({plain(str(value)) for value in held} - {""}) for prop, held in properties.items()}
        told = {prop: held for prop, held in kept.items() if held}
        entity = {"id": key(name), "schema": schema, "properties": told}
        line = json.dumps(entity, ensure_ascii=False, sort_keys=True)
        self._lines.write(f"{key(name)}\x01{self._count:012}\x01{line}\n".encode())
        self._count += 1


def _each(lists: pa.ListArray) -> Iterator[list[str]]:
    for start in range(0, len(lists), BATCH):
        yield from lists.slice(start, BATCH).to_pylist()


def _days(first: object, last: object) -> dict[str, list[str]]:
    """The bounds of an event's time; one alone is its end, as nothing says when it began."""
    bounds = {"startDate": first, "endDate": last}
    return {name: [str(day)] for name, day in bounds.items() if day}
