"""Which other machines a query or an update may ask: SERVICE and LOAD, by the hosts that an operator allows.

What stands in a text as a keyword is for Oxigraph's own parser to say, as ours could differ from it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import Store

from kg.errors import QueryError
from kg.store.raised import POSITION, explained
from kg.store.tokens import Token, TokenKind, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

ADDRESS = re.compile(r"<(https?)://([A-Za-z0-9.-]+)(?::(\d+))?(?:[/?#][^>]*)?>")
PORTS = {"http": "80", "https": "443"}
REMOTE = re.compile("SERVICE|LOAD", re.IGNORECASE)
FROM = re.compile("SERVICE|FROM", re.IGNORECASE)
NEAR = 20  # code points


def names_dataset(query: str, prefixes: Mapping[str, str]) -> bool:
    """Whether FROM stands in ``query`` as a keyword. No request is made, and a query that is wrong names none.

    >>> names_dataset("SELECT * FROM <urn:g> { ?s ?p ?o }", {}), names_dataset("ASK { ?from ?p 'FROM' }", {})
    (True, False)
    """
    if "FROM" not in query.upper():
        return False
    plain = _local(query, list(tokens(query)))
    return _misread(FROM, plain, prefixes, asked) is not None


def check_remote(
    text: str,
    found: Sequence[Token],
    prefixes: Mapping[str, str],
    federation: Collection[str],
    parse: Callable[[str, Mapping[str, str]], None],
) -> None:
    """Refuse what asks another machine than ``federation`` names.

    ``parse`` lets Oxigraph read a text, and evaluates it on an empty store. With the keywords that are seen here taken
    out, it must find no other.

    :raises QueryError: when the text asks another machine, or is wrong.
    """
    if not REMOTE.search(text):
        return
    for token, following in _calls(found) if federation else ():
        _check_host(token, following, found, prefixes, federation)
    plain = _local(text, found) if federation else text
    if (error := _misread(REMOTE, plain, prefixes, parse)) is not None:
        keyword = next((word for word in ("SERVICE", "LOAD") if _stands_at(word, error, plain)), None)
        raise QueryError(_refused(keyword) if keyword else explained(error)) from error


def _misread(
    keywords: re.Pattern[str], text: str, prefixes: Mapping[str, str], parse: Callable[[str, Mapping[str, str]], None]
) -> SyntaxError | None:
    """The error that shows that one of ``keywords`` stands in ``text`` as one, not in a name, string, IRI or comment.

    Oxigraph shows no syntax tree. So every occurrence is changed into a word that is no keyword, and where one was,
    that cannot be parsed any more. Nothing is evaluated but the changed text, and that on an empty store. (A text that
    is wrong elsewhere gives its error too.)
    """
    disguised = keywords.sub(lambda word: "X" + word[0][1:], text)
    if disguised != text:
        try:
            parse(disguised, prefixes)
        except SyntaxError as error:
            return error
    return None


def asked(query: str, prefixes: Mapping[str, str]) -> None:
    """Reads a query."""
    Store().query(query, prefixes=dict(prefixes))


def updated(update: str, prefixes: Mapping[str, str]) -> None:
    """Reads an update."""
    Store().update(update, prefixes=dict(prefixes))


def _calls(found: Sequence[Token]) -> Iterator[tuple[Token, Token | None]]:
    """Each keyword that asks another machine, with the address after it."""
    for index, token in enumerate(found):
        if token.says("SERVICE", "LOAD"):
            rest = [each for each in found[index + 1 : index + 3] if not each.says("SILENT")]
            yield token, rest[0] if rest else None


def _check_host(
    token: Token,
    address: Token | None,
    found: Sequence[Token],
    prefixes: Mapping[str, str],
    federation: Collection[str],
) -> None:
    written = _iri(address, found, prefixes)
    match = ADDRESS.fullmatch(written)
    host = match and f"{match[2].lower()}:{match[3] or PORTS[match[1]]}"
    allowed = {
        each.lower() if ":" in each else f"{each.lower()}:{port}" for each in federation for port in PORTS.values()
    }
    if host not in allowed:
        message = (
            f"{token.text.upper()} names {written or 'no IRI'}; expected the address of a host that is allowed here "
            f"({', '.join(sorted(federation))}), by http or https"
        )
        raise QueryError(message)


def _iri(address: Token | None, found: Sequence[Token], prefixes: Mapping[str, str]) -> str:
    """The IRI of an address in angle brackets; empty where it is none, or a variable."""
    if address is None or address.kind not in {TokenKind.IRI, TokenKind.NAME}:
        return ""
    if address.kind is TokenKind.IRI:
        return address.text
    prefix, _, local = address.text.partition(":")
    declared = {name.text[:-1]: iri.text[1:-1] for name, iri in _declared(found)}
    namespace = declared.get(prefix, prefixes.get(prefix))
    return "" if namespace is None or "\\" in local else f"<{namespace}{local}>"


def _declared(found: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    for word, name, iri in zip(found, found[1:], found[2:], strict=False):
        if word.says("PREFIX"):
            yield name, iri


def _local(text: str, found: Sequence[Token]) -> str:
    """The text with what asks other machines put so that it asks this one: parsed alike, it does them no harm."""
    parts: list[str] = []
    end = 0
    for index, token in enumerate(found):
        if token.says("SERVICE"):
            silent = (
                found[index + 1 : index + 2] if found[index + 1 : index + 2] and found[index + 1].says("SILENT") else []
            )
            parts += [text[end : token.start], "GRAPH "]
            end = (silent[0] if silent else token).end
        elif token.says("LOAD"):
            loaded = found[index + 1 : index + 3]
            last = 2 if loaded and loaded[0].says("SILENT") else 1
            parts += [text[end : token.start], "CLEAR SILENT DEFAULT "]
            end = found[min(index + last, len(found) - 1)].end
            into = found[index + last + 1 : index + last + 4]
            if len(into) == 3 and into[0].says("INTO") and into[1].says("GRAPH"):  # noqa: PLR2004
                end = into[2].end
    return "".join([*parts, text[end:]])


def _refused(keyword: str) -> str:
    return f"{keyword} would send a request to another machine; expected only this graph; take {keyword} out"


def _stands_at(keyword: str, error: SyntaxError, query: str) -> bool:
    """Whether the parser stopped at ``keyword``, or a few characters after it."""
    if (position := POSITION.search(str(error))) is None:
        return True
    lines = query.split("\n")
    before = "\n".join((*lines[: int(position[1]) - 1], lines[int(position[1]) - 1][: int(position[2]) - 1]))
    return re.search(rf"(?<![?$:\w]){keyword}\b[^{{]{{0,{NEAR}}}$", before, re.IGNORECASE) is not None
