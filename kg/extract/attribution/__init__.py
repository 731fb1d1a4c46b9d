"""Who claims what, by which words: speech, attitudes and intentions, quotations, "according to".

An attribution is a cue, an authority and a content (PolNeAR, Newell et al. 2018). Contents come from the clauses and
nouns that a cue of the ontology governs, and from quotation marks; a quotation goes to the cue beside it, else to the
speech of its paragraph, else to whoever spoke last. What a speaker says of the thoughts of others is his own word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.attribution.beside import according, labelled, opined, signed
from kg.extract.attribution.clauses import clausal
from kg.extract.attribution.held import held
from kg.extract.attribution.nesting import own
from kg.extract.attribution.nouns import announced, heard
from kg.extract.attribution.objects import ABOUT, spoken_of
from kg.extract.attribution.quoted import quoted
from kg.extract.attribution.spans import finish
from kg.extract.attribution.words import words
from kg.extract.quotes import quotes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.extract.tree import Doc, Token
    from kg.model import Attribution, EntityMention, Span
    from kg.ontology import Lexicon

__all__ = ["ABOUT", "attributions"]


def attributions(
    doc: Doc, mentions: Mapping[int, EntityMention], triggers: Mapping[int, Token], lexicon: Lexicon
) -> list[Attribution]:
    """The attributions of the parsed blocks, in the order of their content."""
    known = words(doc)
    claimed = [*clausal(known, mentions, triggers, lexicon), *announced(known, mentions, lexicon)]
    claimed += heard(known, lexicon)
    claimed += [*according(known), *opined(known, lexicon), *held(known, mentions, lexicon)]
    cues = {draft.cue.i for draft in claimed if draft.cue is not None}
    drafts = [*claimed, *labelled(doc, lexicon), *spoken_of(known, mentions, lexicon, cues)]
    said = quotes(doc)
    drafts = quoted(doc, [*drafts, *signed(doc, said)], said, mentions, lexicon)
    inside = set[int]().union(*(range(quote.start, quote.end) for quote in said))
    found = [finish(doc, draft, mentions, triggers, inside) for draft in own(drafts, inside)]
    unique = {a.content: a for a in sorted((a for a in found if a), key=_preference)}
    return sorted(unique.values(), key=lambda a: (a.content, a.cue or a.content[0]))


def _preference(attribution: Attribution) -> tuple[bool, Span]:
    return attribution.authority is not None, attribution.content[0]
