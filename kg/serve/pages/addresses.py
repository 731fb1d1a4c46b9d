"""IRIs of things, the addresses of their pages on this server, and the short names they are shown by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from pyoxigraph import NamedNode

from kg.errors import QueryError
from kg.ids import TERMS, Ids

if TYPE_CHECKING:
    from collections.abc import Mapping

# The kinds of things under the base of the ids. (A graph under its own name is all of its triples, as the Graph Store
# Protocol gives them, so its page is elsewhere.) The terms of the project stand under a fixed address.
THINGS = ("claim", "document", "entity", "event", "judgement", "membership", "mention", "quantity", "run")
VOCABULARY = ("action", "event-type", "term")
KINDS = THINGS + VOCABULARY
LONGEST_IRI = 2000

# RFC 3987: a scheme, then no space, no control character and none of <>"{}|\^`.
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\x7f-\x9f\ud800-\udfff]*")
_LOCAL = re.compile(r"[\w-](?:[\w.-]*[\w-])?")
_WEB = re.compile(r"https?://[^\x00-\x20<>\"{}|\\^`\x7f-\x9f]+", re.IGNORECASE)


def iri(text: str) -> NamedNode:
    """The IRI that a stranger's words are, checked to its last character.

    >>> iri("https://example.org/a b")
    Traceback (most recent call last):
    ...
    kg.errors.QueryError: 'https://example.org/a b' is no IRI; expected an absolute one, percent-encoded, ...

    :raises QueryError: when they are none, or one longer than 2,000 characters.
    """
    try:
        if len(text) <= LONGEST_IRI and _IRI.fullmatch(text):
            return NamedNode(text)
    except ValueError:
        pass
    message = f"{text[:80]!r} is no IRI; expected an absolute one, percent-encoded, of at most {LONGEST_IRI} characters"
    raise QueryError(message)


def web(text: str) -> str | None:
    """An address that a page may link to: http or https; anything else (``javascript:``) is shown, not linked.

    >>> web("https://example.org/news"), web("javascript:alert(1)")
    ('https://example.org/news', None)
    """
    return text if _WEB.fullmatch(text) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Leads from IRIs to pages and back, for the ids of one graph."""

    ids: Ids

    def named(self, kind: str, name: str) -> NamedNode:
        """The IRI behind the path ``/kind/name``.

        :raises QueryError: when no IRI can be made of the name.
        """
        base = TERMS if kind in VOCABULARY else self.ids.base
        return iri(f"{base}{kind}/{name}")

    def meant(self, words: str) -> NamedNode:
        """The IRI that words mean: whole, or with a prefix of the project's.

        >>> Addresses(ids=Ids()).meant("ent:state-no").value
        'https://w3id.org/newskg/entity/state-no'

        :raises QueryError: when they are no IRI.
        """
        plain = words.strip().removeprefix("<").removesuffix(">")
        prefix, colon, local = plain.partition(":")
        namespace = self.prefixes.get(prefix) if colon and not local.startswith("//") else None
        return iri(namespace + local if namespace else plain)

    @property
    def prefixes(self) -> Mapping[str, str]:
        """Prefix → namespace."""
        return self.ids.prefixes

    def page(self, whole: str) -> str:
        """The address of the page of an IRI, on this server.

        >>> Addresses(ids=Ids()).page("https://w3id.org/newskg/entity/state-no")
        '/entity/state-no'
        >>> Addresses(ids=Ids()).page("http://example.org/?a=1&b")
        '/resource?iri=http%3A%2F%2Fexample.org%2F%3Fa%3D1%26b'
        """
        for base, kinds in ((self.ids.base, THINGS), (TERMS, VOCABULARY)):
            kind, slash, name = whole.removeprefix(base).partition("/")
            if whole.startswith(base) and slash and kind in kinds and name and not {"?", "#"} & set(name):
                return f"/{kind}/{quote(name, safe='/:@!$()*,;=~')}"
        return f"/resource?iri={quote(whole, safe='')}"

    def short(self, whole: str) -> str:
        """The prefixed name of an IRI where there is one, else the IRI.

        >>> Addresses(ids=Ids()).short("https://w3id.org/newskg/entity/state-no")
        'ent:state-no'
        """
        for prefix, namespace in self.prefixes.items():
            if whole.startswith(namespace) and _LOCAL.fullmatch(local := whole.removeprefix(namespace)):
                return f"{prefix}:{local}"
        return whole


def words(whole: str) -> str:
    """The local name of an IRI as words: of an action, a factuality, a modality.

    >>> words("https://w3id.org/newskg/action/call-for-help")
    'call for help'
    """
    return re.split(r"[/#]", whole.rstrip("/#"))[-1].replace("-", " ")
