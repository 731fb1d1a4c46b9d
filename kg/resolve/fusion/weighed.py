"""What two readings score together: the sum of their features, held down where nothing that they share founds it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kg.resolve.fusion.blocks import same_keys
from kg.resolve.fusion.clusters import WHOLE
from kg.resolve.fusion.rules import NO_MEANINGS, Rules
from kg.resolve.fusion.score import Scorer

if TYPE_CHECKING:
    from kg.config import ResolveConfig
    from kg.ontology import Meanings
    from kg.resolve.fusion.traits import Traits


class Weighed:
    """Scores two readings, and says what rules them out, by the numbers of a configuration."""

    def __init__(self, config: ResolveConfig, meanings: Meanings = NO_MEANINGS, *, sure: bool = True) -> None:
        """With the numbers to go by, and the meanings by which themes are alike that share no word.

        ``sure`` is for the graph, which takes for one event what surely is, not what is more likely one than not.
        """
        self.scorer, self.rules = Scorer(config, meanings), Rules(config, meanings, sure=sure)
        most = min(config.unfounded, config.fusion_from) if sure else config.fusion_from
        self._unfounded = round(most * WHOLE) - 1

    def score(self, one: Traits, other: Traits, like: float, *, least: float = -math.inf) -> int:
        """The score of two readings in ten-thousandths, whatever rules it out; ``like`` is that of their documents.

        What the two share themselves must tell that they are one, or else they only join where others join them. Where
        their features sum to less than ``least``, it is 0.
        """
        value = round(self.scorer.score(one, other, like, least=least) * WHOLE)
        return value if value < self._unfounded or self.rules.founded(one, other, like) else self._unfounded

    def unseen(self, one: Traits, other: Traits, like: float) -> int:
        """The same of two that were not looked at: they count when others join them. Without an action key it is 0."""
        return self.score(one, other, like) if same_keys(one, other) else 0

    def apart(self, one: Traits, other: Traits) -> bool:
        """Whether something rules out that two readings are of one event."""
        return self.rules.apart(one, other) is not None
