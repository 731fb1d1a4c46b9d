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

from kg.errors import JudgementError

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
_EVENT = re.compile(r"[0-9a-f]{16}-\d+-\d+", re.ASCII)
_LOCAL = re.compile(r"[^\s/#:<>\"]+")
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
            "judgement": f"{self.base}judgement/",
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
        return f"{self.base}mention/{place(mention)}"

    def event(self, mention: MentionRef) -> str:
        """The IRI of the event whose earliest mention this is."""
        return f"{self.base}event/{place(mention)}"

    def claim(self, mention: MentionRef, authority: str) -> str:
        """The IRI of what ``authority`` claims at a mention; its kind (``gov:``) is left out."""
        return f"{self.base}claim/{place(mention)}-{authority.split(':', 1)[-1]}"

    def membership(self, mention: MentionRef) -> str:
        """The IRI of a person's role in a body, as read at a mention."""
        return f"{self.base}membership/{place(mention)}"

    def run(self, run: str) -> str:
        """The IRI of one execution."""
        return f"{self.base}run/{run}"

    def quantity(self, mention: MentionRef) -> str:
        """The IRI of a quantity read at a mention."""
        return f"{self.base}quantity/{place(mention)}"

    def judgement(self, digest: str) -> str:
        """The IRI of a judgement, from a digest of what it says."""
        return f"{self.base}judgement/{digest}"

    def judged(self, name: str) -> str:
        """The local name of the event or entity that a person means by an id: plain, with its prefix, or as an IRI.

        >>> Ids().judged("event:0123456789abcdef-40-45"), Ids().judged("mention:0123456789abcdef-40-45")
        ('0123456789abcdef-40-45', '0123456789abcdef-40-45')
        >>> Ids().judged("<https://w3id.org/newskg/entity/state-no>"), Ids().judged("state:no")
        ('state-no', 'state-no')

        :raises JudgementError: when it can be the id of neither.
        """
        words = name.strip().removeprefix("<").removesuffix(">")
        spaces = {"event": True, "mention": True, "ent": False}
        for prefix, of_event in spaces.items():
            for start in (self.prefixes[prefix], f"{prefix}:"):
                local = words.removeprefix(start).replace(":", "-", 1)
                if words.startswith(start) and _LOCAL.fullmatch(local) and is_event(local) == of_event:
                    return local
        prefix, _, rest = words.partition(":")
        local = f"{prefix}-{rest}" if rest else words
        if _LOCAL.fullmatch(local) and prefix not in self.prefixes:
            return local
        message = (
            f"{name!r} is no id of an event or entity; expected one like event:0123456789abcdef-40-45 or ent:state-no"
        )
        raise JudgementError(message)

    def shown(self, local: str) -> str:
        """The prefixed name of an event or entity from its local name.

        >>> Ids().shown("0123456789abcdef-40-45"), Ids().shown("state-no")
        ('event:0123456789abcdef-40-45', 'ent:state-no')
        """
        return f"{'event' if is_event(local) else 'ent'}:{local}"

    def thing(self, local: str) -> str:
        """The IRI of an event or entity from its local name."""
        prefix, _, name = self.shown(local).partition(":")
        return self.prefixes[prefix] + name


def place(mention: MentionRef) -> str:
    """The local name of a mention, and of the event whose earliest mention it is."""
    return f"{mention.document}-{mention.span.start}-{mention.span.end}"


def is_event(local: str) -> bool:
    """Whether a local name is that of an event; any other is that of an entity.

    >>> is_event("0123456789abcdef-40-45"), is_event("state-no")
    (True, False)
    """
    return _EVENT.fullmatch(local) is not None


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
