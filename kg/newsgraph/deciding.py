"""What people decide: whether two events, or two entities, are one. ``NewsGraph`` has these as methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import pipeline
from kg.newsgraph.judging import Desk
from kg.store import JudgementFile

if TYPE_CHECKING:
    from kg.model import Judgement
    from kg.newsgraph.graph import NewsGraph

JUDGEMENTS = "judgements.csv"


def judge(  # noqa: PLR0913 (what a judgement says)
    graph: NewsGraph,
    left: str,
    right: str,
    verdict: str | None = None,
    *,
    who: str = "",
    when: str = "",
    why: str = "",
    undo: bool = False,
) -> tuple[Judgement, ...]:
    """Writes down whether two events, or two entities, are one; it takes effect at the next build.

    ``verdict`` is yes, no or unsure. With ``undo`` and no verdict, what was judged of just these two is taken back.
    Returns the judgements that were written or taken back: none where it stands there already.

    :raises JudgementError: when an id or the verdict means nothing, or another judgement contradicts it.
    :raises NotFoundError: when the graph holds no such event or entity, or there is nothing to take back.
    :raises StoreError: when nothing was built here, or the file cannot be written.
    """
    desk = _desk(graph, who, when)
    return desk.undo(left, right) if undo else desk.judge(left, right, verdict, why=why)


def explode(
    graph: NewsGraph, ident: str, *, who: str = "", when: str = "", undo: bool = False
) -> tuple[Judgement, ...]:
    """Takes an event or entity apart: writes down that no two of its members are one, and returns what was written.

    It takes effect at the next build. With ``undo`` the judgements by which it was taken apart are taken back.

    :raises JudgementError: when other judgements make two of its members one.
    :raises NotFoundError: when the graph holds no such event or entity, or it has only one member.
    :raises StoreError: when nothing was built here, or the file cannot be written.
    """
    desk = _desk(graph, who, when)
    return desk.undo_explosion(ident) if undo else desk.explode(ident)


def _desk(graph: NewsGraph, who: str, when: str) -> Desk:
    file = JudgementFile(graph.folder / JUDGEMENTS, graph.ids)
    base = pipeline.knowledge(graph.actors)
    return Desk(graph=graph.graph, file=file, ids=graph.ids, base=base, who=who, when=when)
