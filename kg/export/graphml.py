"""GraphML of the actor graph, by networkx."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Iterator


def text(network: nx.MultiDiGraph[str]) -> Iterator[str]:
    """The document; nodes, edges and attributes in the order of the network.

    networkx has a second writer on lxml, which it takes where lxml is installed; this is always the first, so that
    the bytes do not depend on that.

    >>> "".join(text(nx.MultiDiGraph())).splitlines()[0]
    "<?xml version='1.0' encoding='utf-8'?>"
    """
    stream = BytesIO()
    nx.write_graphml_xml(network, stream, named_key_ids=True)
    yield stream.getvalue().decode()
