"""How much a word tells, and which actions news use for one event: what fusion weighs by."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.ontology.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_OWNER = re.compile(r"['’]s?$")
_SILENT = 60  # so many words are in every text and tell nothing
_RARE = 8000  # what the table does not hold is as rare as its last word
_DIGIT, _NUMBER = 1.0, 4.5
_SPEECH = "say"  # the class of cues that say what their content is
_REMEMBERED = 65_536  # words whose weight stays in memory: words recur


@lru_cache(maxsize=_REMEMBERED)
def stem(word: str) -> str:
    """A word as it is compared: lower case, without possessive and the s of a plural.

    >>> stem("Ministers'"), stem("glass")
    ('minister', 'glass')
    """
    plain = _OWNER.sub("", word.lower())
    return plain[:-1] if len(plain) > 3 and plain.endswith("s") and not plain.endswith("ss") else plain  # noqa: PLR2004 ("gas" keeps its s)


@lru_cache(maxsize=_REMEMBERED)
def first_stem(text: str) -> str:
    """The first word of a short text as it is compared; empty where it has none."""
    return next(iter(stems(text)), "")


def stems(text: str) -> list[str]:
    """The words of a text as they are compared, in order."""
    return list(map(stem, _WORD.findall(text)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """``ranks`` of frequent words, 0 for the most frequent, by stem; ``kin`` the classes of each action.

    ``speech`` are the verbs of saying.
    Actions of one class are those that reports use for one event: kill and slay, buy and take over, lose and beat.

    >>> Vocabulary().weight("harbour") > Vocabulary().weight("7")
    True
    """

    ranks: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    kin: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    speech: frozenset[str] = frozenset()
    _weighed: dict[str, float] = field(default_factory=dict, init=False, compare=False, repr=False)

    def weight(self, word: str) -> float:
        """How much a stem tells of what a text is about: 0 for the most frequent, about 5 for rare ones.

        The logarithm of its rank, as by Zipf's law the logarithm of how seldom it occurs.
        """
        found = self._weighed.get(word)
        if found is None:
            if len(self._weighed) >= _REMEMBERED:
                self._weighed.clear()
            found = self._weighed[word] = self._weight(word)
        return found

    def _weight(self, word: str) -> float:
        if word.isdigit():
            return _NUMBER if len(word) > 1 else _DIGIT
        return max(0.0, math.log((self.ranks.get(word, _RARE) + 1) / _SILENT))

    def rarity(self, action: str) -> float:
        """How seldom the verb of an action is, 0 to 1."""
        return self.weight(stem(action.split(" ", maxsplit=1)[0])) / math.log((_RARE + 1) / _SILENT)


def load(folder: Path) -> Vocabulary:
    """The vocabulary of an ontology's folder.

    :raises OntologyError: when a file of it is missing.
    """
    ranks: dict[str, int] = {}
    for rank, row in enumerate(rows(folder / "frequent-words.csv")):
        ranks.setdefault(stem(row["word"]), rank)
    kin: dict[str, set[str]] = {}
    for row in rows(folder / "action-kin.csv"):
        kin.setdefault(row["action"], set()).add(row["class"])
    cues = rows(folder / "cues.csv")
    speech = frozenset(row["word"] for row in cues if row["pos"] == "verb" and row["class"] == _SPEECH)
    return Vocabulary(ranks=ranks, kin={action: frozenset(names) for action, names in kin.items()}, speech=speech)
