"""RDF/XML (W3C RDF 1.1 XML Syntax): a description for each subject, sorted; the union of all named graphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from kg.errors import StoreError
from kg.export.network import NOT_XML
from kg.export.order import LITERAL, STRING, literal, nodes, spooled, united, unspooled
from kg.ids import VOCABULARIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import IO

    import pyoxigraph as ox

RDF = VOCABULARIES["rdf"]
_NAME = re.compile(r"[^\W\d][\w.\-]*\Z")  # what XML takes as a name; letters alone begin one


def text(quads: Iterable[ox.Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The distinct triples of all graphs. Characters that XML 1.0 cannot hold become U+FFFD.

    >>> import pyoxigraph as ox
    >>> a, name = ox.NamedNode("https://example.org/a"), ox.NamedNode("https://w3id.org/newskg/term/text")
    >>> print("".join(text([ox.Quad(a, name, ox.Literal("b & c"))], {"kg": "https://w3id.org/newskg/term/"})), end="")
    <?xml version="1.0" encoding="UTF-8"?>
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:kg="https://w3id.org/newskg/term/">
      <rdf:Description rdf:about="https://example.org/a">
        <kg:text>b &amp; c</kg:text>
      </rdf:Description>
    </rdf:RDF>

    :raises StoreError: when a quad holds a triple as a term, or a property has no name that XML could write.
    """
    tags = Tags(prefixes)
    with spooled() as body:
        for subject, predicates in nodes(united(quads)):
            _write(body, subject, predicates, tags)
        declared = "".join(f' xmlns:{prefix}="{space}"' for prefix, space in tags.used.items())
        yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF xmlns:rdf="{RDF}"{declared}>\n'
        yield from unspooled(body)
        yield "</rdf:RDF>\n"


class Tags:
    """Names of elements for properties; remembers which prefixes that took."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        """Tags by ``prefixes``, prefix → namespace; others are made up (``ns1``)."""
        self._prefixes = {space: prefix for prefix, space in prefixes.items() if prefix != "rdf"} | {RDF: "rdf"}
        self._tags: dict[str, str] = {}
        self._used: dict[str, str] = {}

    @property
    def used(self) -> dict[str, str]:
        """The prefixes of tags, beside rdf, with their namespaces escaped, sorted."""
        return dict(sorted(self._used.items()))

    def tag(self, iri: str) -> str:
        """The name of an element.

        :raises StoreError: when XML has none for the IRI.
        """
        if iri not in self._tags:
            cut = _cut(iri)
            space, name = iri[:cut], iri[cut:]
            prefix = self._prefixes.setdefault(space, f"ns{len(self._prefixes)}")
            if prefix != "rdf":
                self._used[prefix] = escape(space, {'"': "&quot;"})
            self._tags[iri] = f"{prefix}:{name}"
        return self._tags[iri]


def _cut(iri: str) -> int:
    """Where the longest name begins that ends an IRI."""
    first = max(iri.rfind("/"), iri.rfind("#")) + 1
    for start in range(first or 1, len(iri)):
        if _NAME.match(iri, start):
            return start
    message = f"property <{iri}> ends in no name, which RDF/XML needs; expected another format, such as turtle"
    raise StoreError(message)


def _write(body: IO[str], subject: str, predicates: list[tuple[str, list[str]]], tags: Tags) -> None:
    body.write(f"  <rdf:Description {_node(subject, 'about')}>\n")
    for predicate, terms in predicates:
        tag = tags.tag(predicate)
        for term in terms:
            body.write(f"    <{tag}{_content(term, tag)}\n")
    body.write("  </rdf:Description>\n")


def _node(term: str, attribute: str) -> str:
    if term.startswith("_:"):
        return f'rdf:nodeID="{term[2:]}"'
    return f"rdf:{attribute}={quoteattr(term)}"


def _content(term: str, tag: str) -> str:
    if term[0] != LITERAL:
        return f" {_node(term, 'resource')}/>"
    value, datatype, language = literal(term)
    said = (
        f' xml:lang="{language}"' if language else "" if datatype == STRING else f" rdf:datatype={quoteattr(datatype)}"
    )
    words = escape(NOT_XML.sub("\ufffd", value), {"\r": "&#13;"})
    return f"{said}>{words}</{tag}>"
