"""Random texts for the reader of SPARQL; run by ``fuzz.py``, with the options of libFuzzer.

Tokens must stand in order and say what the text says, and every check ends with a verdict or a refusal.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports():
    from kg.store import federation, guard, tokens

from kg.errors import QueryError

PIECES = (
    "SELECT ", "* ", "ASK ", "{", "}", "(", ")", "[", "]", "?x ", "<urn:a>", "<", ">", "#", "\n", "'", '"', '"""',
    "\\", "_:b ", "a:b ", "a:", "@en", "1.5e3 ", "SERVICE ", "SILENT ", "LOAD ", "INTO GRAPH ", "FROM ", "PREFIX a: ",
    "BASE ", "INSERT DATA ", "WHERE ", ";", ".", ",", "||", "&&", "^^", "http://example.org/", "FILTER", "true ",
)  # fmt: skip
HOSTS = ("example.org",)


def check(data: bytes) -> None:
    """One text: half of the bytes choose pieces of SPARQL, the rest are characters."""
    provider = atheris.FuzzedDataProvider(data)
    parts: list[str] = []
    while provider.remaining_bytes():
        if provider.ConsumeBool():
            parts.append(PIECES[provider.ConsumeIntInRange(0, len(PIECES) - 1)])
        else:
            parts.append(provider.ConsumeUnicodeNoSurrogates(3))
    text = "".join(parts)
    end = 0
    for token in tokens.tokens(text):
        if token.start < end or text[token.start : token.end] != token.text:
            message = f"{token} in {text!r}"
            raise AssertionError(message)
        end = token.end
    for refuse in (guard.check, guard.check_update):
        for hosts in ((), HOSTS):
            try:
                refuse(text, {}, federation=hosts)
            except QueryError:
                continue
    federation.names_dataset(text, {})


if __name__ == "__main__":
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()
