"""Headlines, in which every long word has a capital, and the names that swallowed a verb in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.model import MentionKind
from kg.resolve.places import Covers

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kg.model import EntityMention, Extraction
    from kg.ontology import KnowledgeBase

# Words of a headline that may be written small have so many letters at most; a sentence of fewer words may be a name.
_SHORT = 3
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_PERSON = "PERSON"
_AFTER_NAMES = frozenset({"ii", "iii", "iv", "jnr", "jr", "junior", "senior", "snr", "sr"})


def title_cased(sentence: str) -> bool:
    """Whether every long word of a sentence has a capital.

    >>> title_cased("Mira Dahl Opens the Harbour"), title_cased("Mira Dahl opens the harbour")
    (True, False)
    """
    long = [word for word in _WORD.findall(sentence) if len(word) > _SHORT]
    return len(long) > _SHORT and not any(word[0].islower() for word in long)


def without_verbs(
    mentions: Sequence[EntityMention], extraction: Extraction, knowledge: KnowledgeBase
) -> list[EntityMention]:
    """The mentions, each name of a person in a headline cut to the name: "[Mira Dahl] Opens", "[Mira Dahl] Charged".

    The name is a person's of the knowledge base, or it or its surname stands by itself in the document.
    """
    persons = [m for m in mentions if m.type == _PERSON and m.kind is MentionKind.NAMED and " " in m.name]
    long = [m for m in persons if m.name.count(" ") > 1 and _in_headline(m, extraction)]
    if not long:
        return list(mentions)
    seen = {m.name for m in mentions if m.type == _PERSON and m.kind is MentionKind.NAMED}
    names = {m.span: name for m in long if (name := _cut(m.name, seen, knowledge)) is not None}
    return [replace(m, name=names[m.span]) if m.span in names else m for m in mentions]


def _in_headline(mention: EntityMention, extraction: Extraction) -> bool:
    at = Covers(extraction.sentences).number(mention.head)
    return at >= 0 and title_cased(extraction.sentences[at].of(extraction.document.text))


def _cut(name: str, seen: Collection[str], knowledge: KnowledgeBase) -> str | None:
    """The longest whole name inside a name that has more words behind it, which are no part of it as Junior is."""
    words = name.split()
    if words[-1].lower().rstrip(".") in _AFTER_NAMES:
        return None
    for end in range(len(words) - 1, 1, -1):
        for start in range(end - 1):
            inner = " ".join(words[start:end])
            lone = start == 0 and words[end - 1] in seen
            if (
                lone
                or inner in seen
                or any(knowledge.actors[each].type == "Person" for each in knowledge.owners(inner))
            ):
                return inner
    return None
