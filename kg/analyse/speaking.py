"""Who speaks about whom, and who for whom."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.analyse.lift import lifted, wholes
from kg.analyse.measures.simple import kind, label
from kg.analyse.nodes import prefixed, values
from kg.analyse.parts import kept, with_wholes
from kg.analyse.records import Records
from kg.model import Modality

if TYPE_CHECKING:
    import networkx as nx

    from kg.analyse.filters import Filters
    from kg.ids import Ids
    from kg.store import Graph

CLAIMS = """
SELECT ?speaker ?body ?claim ?document ?event WHERE {
  ?claim a kg:Claim ; kg:authority ?speaker ; kg:onBehalfOf ?body ; kg:document ?document .
  OPTIONAL { ?claim kg:claims ?event }
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakingAbout:
    """How many ``claims`` a speaker makes that somebody does something or is done to, and how many of each modality.

    The speaker is a document where it does not say who claims.
    """

    rank: int
    speaker: str
    speaker_label: str
    speaker_type: str
    about: str
    about_label: str
    about_type: str
    claims: int
    asserted: int
    requested: int
    promised: int
    threatened: int
    alleged: int
    conditional: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakingFor:
    """Who makes ``claims`` on behalf of a body, in how many ``documents``."""

    rank: int
    speaker: str
    speaker_label: str
    body: str
    body_label: str
    claims: int
    documents: int


def speaking_about(network: nx.DiGraph[str]) -> Records[SpeakingAbout]:
    """Each speaker with each whom he speaks about, himself too: most claims first, then by ids.

    ``network`` is that of ``kg.analyse.speakers``.

    >>> import networkx as nx
    >>> said = nx.DiGraph()
    >>> said.add_edge("gazette", "norland", weight=3, asserted=2, alleged=1)
    >>> [(row.speaker, row.about, row.claims, row.alleged) for row in speaking_about(said)]
    [('gazette', 'norland', 3, 1)]
    """
    ordered = sorted(network.edges(data=True), key=lambda edge: (-edge[2]["weight"], edge[0], edge[1]))
    rows = (
        SpeakingAbout(
            rank=rank,
            speaker=speaker,
            speaker_label=label(network, speaker),
            speaker_type=kind(network, speaker),
            about=about,
            about_label=label(network, about),
            about_type=kind(network, about),
            claims=data["weight"],
            **{str(name): data.get(str(name), 0) for name in Modality},
        )
        for rank, (speaker, about, data) in enumerate(ordered, start=1)
    )
    return Records(SpeakingAbout, rows, "" if ordered else "no claim says that anybody does anything or is done to")


def speaking_for(graph: Graph, ids: Ids, filters: Filters | None = None) -> Records[SpeakingFor]:
    """Each speaker with each body that he speaks for (``kg:onBehalfOf``): most claims first, then by ids.

    Claims of every modality and polarity count, whatever became of their events: to speak for somebody is no claim that
    a thing happened. With ``filters`` that leave events out, those count that claim one of the rest; bodies are lifted.

    >>> from kg.ids import Ids
    >>> from kg.store import Graph
    >>> speaking_for(Graph.memory(), Ids())
    ()

    :raises ConfigError: when a filter names what does not exist.
    """
    every = filters is None or filters.keeps_all
    events = set() if filters is None or every else {*kept(graph, ids, filters)["event"].to_pylist()}
    found = [
        (prefixed(str(speaker), ids), prefixed(str(body), ids), claim, document)
        for speaker, body, claim, document, event in values(graph, CLAIMS)
        if every or (event and prefixed(event, ids) in events)
    ]
    parents = {prefixed(part, ids): prefixed(whole, ids) for part, whole in wholes(graph).items()}
    nodes = with_wholes(graph, ids, {end for row in found for end in row[:2]}, parents)
    said: dict[tuple[str, str], set[tuple[str | None, str | None]]] = defaultdict(set)
    for speaker, body, claim, document in found:
        led = lifted(body, filters.lift if filters else "none", parents, nodes)
        said[speaker, led].add((claim, document))
    ordered = sorted(said, key=lambda pair: (-len({claim for claim, _ in said[pair]}), pair))
    rows = (
        SpeakingFor(
            rank=rank,
            speaker=speaker,
            speaker_label=nodes[speaker].label,
            body=body,
            body_label=nodes[body].label,
            claims=len({claim for claim, _ in said[speaker, body]}),
            documents=len({document for _, document in said[speaker, body]}),
        )
        for rank, (speaker, body) in enumerate(ordered, start=1)
    )
    return Records(SpeakingFor, rows, "" if ordered else "no claim is made on behalf of another")
