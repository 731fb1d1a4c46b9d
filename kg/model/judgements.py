"""What people decided about what is one thing, kept as data and replayed on every build."""

from __future__ import annotations

from msgspec import Struct

from kg.model.words import Verdict


class Judgement(Struct, frozen=True, kw_only=True, gc=False):
    """Whether two ids denote one thing, after nomenklatura.

    ``left`` and ``right`` are local names of members or of clusters, both of events (``{document}-{start}-{end}``) or
    both of entities (``gov-us-department-of-state``); ``when`` is an ISO 8601 date or time, ``why`` free words.
    ``line`` is where it stands in its file, from 1, or 0 where it stands in none.
    """

    left: str
    right: str
    verdict: Verdict
    who: str = ""
    when: str = ""
    why: str = ""
    line: int = 0
