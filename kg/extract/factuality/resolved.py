"""What somebody resolved to do: done or dropped since, and nothing tells which.

"Decided to close the mine" and "the decision to close it" tell of a resolve that lies in the past. Unlike "managed to"
and "planned to" they imply neither the deed nor that it is still to come (Karttunen 1971 on implicative verbs), and who
tells of them promises nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract.syntax import children
from kg.model import Modality

if TYPE_CHECKING:
    from kg.extract.factuality.readings import Reading
    from kg.extract.tree import Token
    from kg.ontology import CueClass, Lexicon


def is_resolve(cue: Token, found: CueClass, lexicon: Lexicon) -> bool:
    """Whether a word tells of a resolve of the past: "decided", "the decision", unlike "has decided" and "plans"."""
    if found.name != "plan" or cue.lemma_.lower() not in lexicon.words.get("resolving", ()):
        return False
    return cue.pos_ == "NOUN" or (cue.tag_ == "VBD" and not children(cue, "aux", "neg"))


def as_resolved(reading: Reading) -> Reading:
    """What was resolved on, of which nothing tells what became of it; nobody promises it."""
    if reading.modality is not Modality.PROMISED:
        return reading
    return replace(reading, modality=Modality.ASSERTED, undecided=True, reasons=(*reading.reasons, "resolved on"))
