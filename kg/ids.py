"""Every IRI, made from content; there are no blank nodes.

Terms (classes, properties, actions, event types) stand under a fixed address, ids of things under a base that the
configuration may set. Local names hold neither slash nor ``#``, so that each is a plain prefixed name in Turtle and
SPARQL.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import Document, MentionRef

TERMS = "https://w3id.org/newskg/"
KG = TERMS + "term/"
EVENT_TYPE = TERMS + "event-type/"
ACTION = TERMS + "action/"

# Prefixes of the vocabularies in use, sorted as they are written.
VOCABULARIES = {
    "act": ACTION,
    "dcterms": "http://purl.org/dc/terms/",
    "evt": EVENT_TYPE,
    "gaf": "http://groundedannotationframework.org/gaf#",
    "grasp": "http://groundedannotationframework.org/grasp#",
    "kg": KG,
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


_ASCII = re.compile(r"[^a-z0-9]+")
_SPELT = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})


@lru_cache(maxsize=65_536)  # names recur
def slug(words: str) -> str:
    """Lower-case ASCII letters and digits, joined by hyphens.

    >>> slug("take a position"), slug("Médecins Sans Frontières")
    ('take-a-position', 'medecins-sans-frontieres')

    Words without a Latin letter keep their own letters, so that names in another script stay apart.

    >>> slug("Правда")
    'правда'
    """
    plain = _ASCII.sub("-", _folded(words)).strip("-")
    if words.isascii() or any(letter.isalpha() for letter in plain):
        return plain
    kept = (letter if unicodedata.category(letter)[0] in "LMN" else "-" for letter in words.lower())
    return re.sub(r"-+", "-", "".join(kept)).strip("-")


def _folded(words: str) -> str:
    """Lower-case ASCII: accents dropped, and letters that are no accented ones spelt out (Ørsted, Łódź)."""
    spelt = words.lower().translate(_SPELT)
    return unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()


@lru_cache(maxsize=64)  # it is asked for at every mention, and the text is long
def document_id(document: Document) -> str:
    """SHA-256, the first 16 hex digits, of text, outlet, URL, date and title.

    One agency text in two outlets is two documents; one file read twice, or under two names, is one.
    """
    day = document.date.isoformat() if document.date else ""
    parts = (document.text, document.outlet or "", document.url or "", day, document.title or "")
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ids:
    """Makes the IRIs of things under one base.

    >>> Ids().entity("gov:us-department-of-state")
    'https://w3id.org/newskg/entity/gov-us-department-of-state'
    """

    base: str = TERMS

    @property
    def prefixes(self) -> dict[str, str]:
        """Prefix → namespace, of vocabularies and ids, sorted by prefix."""
        own = {
            "claim": f"{self.base}claim/",
            "doc": f"{self.base}document/",
            "ent": f"{self.base}entity/",
            "event": f"{self.base}event/",
            "graph": f"{self.base}graph/",
            "membership": f"{self.base}membership/",
            "mention": f"{self.base}mention/",
            "quantity": f"{self.base}quantity/",
            "run": f"{self.base}run/",
        }
        return dict(sorted((VOCABULARIES | own).items()))

    def document(self, document: str) -> str:
        """The IRI of a document from its id."""
        return f"{self.base}document/{document}"

    def document_graph(self, document: str) -> str:
        """The named graph that holds the text layer of a document."""
        return f"{self.base}graph/document/{document}"

    def graph(self, name: str) -> str:
        """A named graph: world, facts, knowledge-base, judgements, runs or ontology."""
        return f"{self.base}graph/{name}"

    def entity(self, entity: str) -> str:
        """The IRI of an entity; the colon of a knowledge-base id becomes a hyphen."""
        return f"{self.base}entity/{entity.replace(':', '-', 1)}"

    def mention(self, mention: MentionRef) -> str:
        """The IRI of a mention: its document, start and end."""
        return f"{self.base}mention/{_place(mention)}"

    def event(self, mention: MentionRef) -> str:
        """The IRI of the event whose earliest mention this is."""
        return f"{self.base}event/{_place(mention)}"

    def claim(self, mention: MentionRef, authority: str) -> str:
        """The IRI of what ``authority`` claims at a mention; its kind (``gov:``) is left out."""
        return f"{self.base}claim/{_place(mention)}-{authority.split(':', 1)[-1]}"

    def membership(self, mention: MentionRef) -> str:
        """The IRI of a person's role in a body, as read at a mention."""
        return f"{self.base}membership/{_place(mention)}"

    def run(self, run: str) -> str:
        """The IRI of one execution."""
        return f"{self.base}run/{run}"

    def quantity(self, mention: MentionRef) -> str:
        """The IRI of a quantity read at a mention."""
        return f"{self.base}quantity/{_place(mention)}"


def action(words: str) -> str:
    """The IRI of an action.

    >>> action("take a position")
    'https://w3id.org/newskg/action/take-a-position'
    """
    return ACTION + slug(words)


def event_type(code: str, mode: str | None = None) -> str:
    """The IRI of a PLOVER type or of one of its modes.

    >>> event_type("COERCE", "deport")
    'https://w3id.org/newskg/event-type/COERCE-deport'
    """
    return EVENT_TYPE + (f"{code}-{mode}" if mode else code)


def _place(mention: MentionRef) -> str:
    return f"{mention.document}-{mention.span.start}-{mention.span.end}"
