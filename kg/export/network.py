"""The actor graph made fit for the file formats of graph tools."""

from __future__ import annotations

import re
from typing import Any

import networkx as nx

# What XML 1.0 cannot hold, not even as a character reference.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain(network: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    r"""The same nodes and edges, sorted, with attributes that every format can hold.

    An edge's key becomes ``event.source.target``, since graph tools want an id that no other edge has, and its event an
    attribute. White space in labels becomes single spaces; characters that XML forbids become U+FFFD.

    >>> network = nx.MultiDiGraph()
    >>> network.add_node("ent:b", label="B\n\x01")
    >>> network.add_edge("ent:a", "ent:b", "event:e", action="urge")
    'event:e'
    >>> list(plain(network).edges(data=True, keys=True))
    [('ent:a', 'ent:b', 'event:e.ent:a.ent:b', {'event': 'event:e', 'action': 'urge'})]
    >>> dict(plain(network).nodes(data=True))
    {'ent:a': {}, 'ent:b': {'label': 'B �'}}
    """
    copy: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in sorted(network):
        copy.add_node(node, **_scalars(network.nodes[node]))
    for source, target, event in sorted(network.edges(keys=True)):
        attributes = _scalars(network.edges[source, target, event])
        copy.add_edge(source, target, f"{event}.{source}.{target}", event=str(event), **attributes)
    return copy


def _scalars(attributes: dict[str, Any]) -> dict[str, str | float]:
    return {
        name: " ".join(value)
        if isinstance(value, tuple)
        else " ".join(_NOT_XML.sub("\ufffd", value).split())
        if isinstance(value, str)
        else value
        for name, value in attributes.items()
    }
