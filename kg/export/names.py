"""IRIs as prefixed names, where Turtle, TriG and JSON-LD can all write them without an escape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# PN_LOCAL of Turtle 1.1 without its escapes and colons; letters beyond U+D7FF are written in full.
_LETTER = "A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u2c00-\u2fef\u3001-\ud7ff"
_REST = _LETTER + "0-9\u00b7\u0300-\u036f-"
_KEPT = 50_000  # names that are kept, since most IRIs come again soon
_LOCAL = re.compile(f"[{_LETTER}0-9](?:[{_REST}.]*[{_REST}])?")


class Names:
    """Shortens IRIs, and remembers which prefixes that took.

    >>> names = Names({"kg": "https://w3id.org/newskg/term/", "xsd": "http://www.w3.org/2001/XMLSchema#"})
    >>> names.name("https://w3id.org/newskg/term/actor"), names.name("https://w3id.org/newskg/term/a/b")
    ('kg:actor', None)
    >>> names.used
    {'kg': 'https://w3id.org/newskg/term/'}
    """

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        """Names by ``prefixes``, prefix → namespace."""
        self._prefixes = {namespace: prefix for prefix, namespace in prefixes.items()}
        self._names: dict[str, str | None] = {}
        self._terms: dict[str, str] = {}
        self._used: set[str] = set()

    @property
    def used(self) -> dict[str, str]:
        """The prefixes that names were made with, sorted."""
        return {prefix: space for space, prefix in sorted(self._prefixes.items(), key=_prefix) if prefix in self._used}

    def name(self, iri: str) -> str | None:
        """The prefixed name of an IRI; None where it has none."""
        if iri not in self._names:
            if len(self._names) >= _KEPT:
                self._names.clear()
            self._names[iri] = self._shortened(iri)
        return self._names[iri]

    def term(self, iri: str) -> str:
        """A node as Turtle writes it: a prefixed name, ``<an IRI>`` or a blank node's label."""
        found = self._terms.get(iri)
        if found is None:
            if len(self._terms) >= _KEPT:
                self._terms.clear()
            found = self._shortened(iri) or (iri if iri.startswith("_:") else f"<{iri}>")
            self._terms[iri] = found
        return found

    def _shortened(self, iri: str) -> str | None:
        end = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._prefixes.get(iri[:end])
        if prefix is None or not _LOCAL.fullmatch(iri, end):
            return None
        self._used.add(prefix)
        return f"{prefix}:{iri[end:]}"


def _prefix(pair: tuple[str, str]) -> str:
    return pair[1]
