"""What people decided about what is one thing, kept as data and replayed on every build."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model.words import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Whether two ids denote one thing, after nomenklatura.

    ``left`` and ``right`` are local names of members or of clusters, both of events (``{document}-{start}-{end}``) or
    both of entities (``gov-us-department-of-state``); ``when`` is an ISO 8601 date or time, ``why`` free words.
    ``line`` is where it stands in its file, from 1, or 0 where it stands in none; judgements do not differ by it.
    """

    left: str
    right: str
    verdict: Verdict
    who: str = ""
    when: str = ""
    why: str = ""
    line: int = field(default=0, compare=False)
