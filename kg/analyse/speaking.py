"""Who speaks for whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.analyse.nodes import described, prefixed, values
from kg.analyse.records import Records

if TYPE_CHECKING:
    from kg.ids import Ids
    from kg.store import Graph

CLAIMS = """
SELECT ?speaker ?body ?claim ?document WHERE {
  ?claim a kg:Claim ; kg:authority ?speaker ; kg:onBehalfOf ?body ; kg:document ?document .
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """Who makes ``claims`` on behalf of a body, in how many ``documents``."""

    rank: int
    speaker: str
    speaker_label: str
    body: str
    body_label: str
    claims: int
    documents: int


def speaking_for(graph: Graph, ids: Ids) -> Records[Speaking]:
    """Each speaker with each body that he speaks for (``kg:onBehalfOf``): most claims first, then by ids.

    Claims of every modality and polarity count: to speak for somebody is no claim that a thing happened.
    """
    said: dict[tuple[str, str], tuple[set[str], set[str]]] = {}
    for speaker, body, claim, document in values(graph, CLAIMS):
        claims, documents = said.setdefault((str(speaker), str(body)), (set(), set()))
        claims.add(str(claim))
        documents.add(str(document))
    nodes = described(graph, {end for pair in said for end in pair})
    ordered = sorted(said, key=lambda pair: (-len(said[pair][0]), pair))
    return Records(
        Speaking,
        (
            Speaking(
                rank=rank,
                speaker=prefixed(speaker, ids),
                speaker_label=nodes[speaker].label,
                body=prefixed(body, ids),
                body_label=nodes[body].label,
                claims=len(said[speaker, body][0]),
                documents=len(said[speaker, body][1]),
            )
            for rank, (speaker, body) in enumerate(ordered, start=1)
        ),
    )
