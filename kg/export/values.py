"""Properties and values as compact JSON-LD writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.export.order import LITERAL, TYPE, literal
from kg.ids import KG, VOCABULARIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.export.frame import Frame
    from kg.export.framing import Framed
    from kg.export.names import Names

XSD = VOCABULARIES["xsd"]
STRING, LANGUAGE_STRING = XSD + "string", VOCABULARIES["rdf"] + "langString"
INTEGER, BOOLEAN = XSD + "integer", XSD + "boolean"

# Integers with more digits lose some in readers that keep numbers as IEEE 754 doubles.
SAFE_DIGITS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """How a property is written: its key, its prefixed name, and the type that all its values share, if they do."""

    key: str
    name: str
    type: str | None


class Properties:
    """The properties that occur in a graph, and the nodes that are written with them."""

    def __init__(
        self, kinds: Mapping[str, Iterable[str]], prefixes: Mapping[str, str], names: Names, frame: Frame
    ) -> None:
        """``kinds`` has, by the IRI of each property, ``@id`` or the datatypes of its values."""
        self._names = names
        self._reverse = {term: _iri(iri, names) for iri, (term, _) in frame.reverse.items() if iri in kinds}
        taken = {*prefixes, *self._reverse}
        self._properties = {iri: _property(iri, set(kinds[iri]), taken, names) for iri in sorted(kinds)}

    def context(self) -> dict[str, Any]:
        """The prefixes in use, then the terms that differ from their prefixed names or have a type; both sorted."""
        terms: dict[str, Any] = {term: {"@reverse": name} for term, name in self._reverse.items()}
        for prop in self._properties.values():
            if prop.type is not None and prop.key != "@type":
                terms[prop.key] = {"@id": prop.name, "@type": prop.type}
            elif prop.key != prop.name:
                terms[prop.key] = prop.name
        return self._names.used | {key: terms[key] for key in sorted(terms)}

    def node(self, framed: Framed) -> dict[str, Any]:
        """A node object: ``@id`` and its properties, those of reverse terms last."""
        node: dict[str, Any] = {}
        for name, values in framed.items():
            if name == "@id":
                node["@id"] = _iri(str(values[0]), self._names)
                continue
            prop = None if name[0] == "^" else self._properties[name]
            written = [self.node(v) if isinstance(v, dict) else _value(v, prop, self._names) for v in values]
            node[name[1:] if prop is None else prop.key] = written[0] if len(written) == 1 else written
        return node


def _property(iri: str, kinds: set[str], taken: set[str], names: Names) -> Property:
    """A property of ours goes by its local name, unless that is taken; one without a prefix has no type."""
    if iri == TYPE:
        return Property(key="@type", name="@type", type="@id")
    name = names.name(iri)
    if name is None:
        return Property(key=iri, name=iri, type=None)
    local = iri.removeprefix(KG)
    key = local if iri.startswith(KG) and local not in taken else name
    kind = next(iter(kinds)) if len(kinds) == 1 else STRING
    if kind in {STRING, LANGUAGE_STRING, INTEGER, BOOLEAN}:  # JSON and value objects say these by themselves
        return Property(key=key, name=name, type=None)
    return Property(key=key, name=name, type=kind if kind == "@id" else _iri(kind, names))


def _value(term: str, prop: Property | None, names: Names) -> Any:  # noqa: ANN401  (a JSON value)
    kind = prop.type if prop else "@id"
    if term[0] != LITERAL:
        name = _iri(term, names)
        return name if kind == "@id" else {"@id": name}
    value, datatype, language = literal(term)
    if language:
        return {"@value": value, "@language": language}
    if datatype == BOOLEAN and value in {"true", "false"}:
        return value == "true"
    if datatype == INTEGER and _is_json_integer(value):
        return int(value)
    if datatype == STRING or kind is not None:
        return value
    return {"@value": value, "@type": _iri(datatype, names)}


def _is_json_integer(spelling: str) -> bool:
    """Whether JSON gives the same spelling back: no sign +, no leading zero, and small enough."""
    digits = spelling.removeprefix("-")
    return digits.isdecimal() and len(digits) <= SAFE_DIGITS and str(int(spelling)) == spelling


def _iri(iri: str, names: Names) -> str:
    return names.name(iri) or iri
