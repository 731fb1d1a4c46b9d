"""What goes on with a report behind a semicolon."""

from __future__ import annotations

import pytest

from tests.extract.claiming import said
from tests.extract.conftest import parsed

LIST = """
    Bell       said/say that   Nor     holds/hold mines/mine ;       Sud     {}      mines/mine .
    NNP/PERSON VBD      IN     NNP/ORG VBZ        NNS        :       NNP/ORG VBZ     NNS        .
    nsubj:2    ROOT     mark:5 nsubj:5 ccomp:2    dobj:5     punct:2 nsubj:9 parataxis:2 dobj:9 punct:2
"""


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("holds/hold", ["Bell | said | Nor holds mines … Sud holds mines"]),
        ("sells/sell", ["Bell | said | Nor holds mines"]),
    ],
)
def test_listed(verb: str, expected: list[str]) -> None:
    """A clause with the verb of what was said goes on with it; another may be the writer's."""
    assert said(parsed(LIST.format(verb))) == expected
