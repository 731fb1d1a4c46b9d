"""Whose words each quotation is.

A quotation goes to the cue that stands right beside it ("“…,” X said", "X said: “…”"), else to the clause that it is
part of, else to the speech of its paragraph, the last one heard first; a paragraph that is nothing but a quotation goes
on with whoever spoke in the one before, and is the same utterance where that one was never closed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from kg.extract.attribution.beside import COLON, DASHES, SIGNATURE
from kg.extract.attribution.objects import ABOUT
from kg.extract.attribution.placed import Cue, distance, follows, leads
from kg.extract.drafts import Draft, authority_of
from kg.extract.entities import is_agent
from kg.extract.factuality import cue_class
from kg.extract.quotes import uttered
from kg.extract.syntax import NOMINAL, children

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.extract.quotemarks import Quote
    from kg.extract.tree import Doc, Token
    from kg.model import EntityMention
    from kg.ontology import CueClass, Lexicon

_UTTERED = frozenset({"request", "ask-whether", "threaten", "allege", "deny", "believe", "suggest", "promise", "doubt"})
_SHORT = 3  # letters of the words that a title does not write with a capital
_RELAYING = frozenset({"quote", "report"})


@dataclass(slots=True, kw_only=True)
class _Speakers:
    """Gives the quotations of one document to drafts, and adds the drafts that are wanting."""

    doc: Doc
    drafts: list[Draft]
    found: Sequence[Quote]
    inside: frozenset[int]
    mentions: Mapping[int, EntityMention]
    lexicon: Lexicon
    cues: dict[int, list[Cue]] = field(default_factory=dict)
    last: dict[int, Draft] = field(default_factory=dict)

    def give(self) -> None:
        """Gives each quotation away, in the order of the text."""
        for quote in self.found:
            draft = self._of(quote)
            if draft is not None:
                if not any(draft is other for other in self.drafts):
                    self.drafts.append(draft)
                self.last[quote.block] = draft

    def _of(self, quote: Quote) -> Draft | None:
        body = set(range(quote.start, quote.end))
        draft = (
            self._run(quote)
            or self._named(quote, body)
            or self._introduced(quote)
            or self._relayed(quote, body)
            or self._after(quote)
            or self._between_dashes(quote)
            or self._overlapping(body)
            or self._before(quote)
            or self._ahead(quote)
            or self._nearby(quote)
            or self._continued(quote)
        )
        if draft is not None and draft.pattern == ABOUT and any(t.pos_ == "VERB" for t in quote.tokens(self.doc)):
            # "Called it “a trap that Norland set”": who speaks of it so has said these words, and no others.
            draft = Draft(cue=draft.cue, authority=draft.authority, pattern="quotation in what it is about")
        if draft is not None:
            draft.content |= body
        return draft

    def _run(self, quote: Quote) -> Draft | None:
        """The draft of what goes on from the paragraph before without a mark of its own."""
        return self.last.get(quote.block - 1) if quote.running else None

    def _ahead(self, quote: Quote) -> Draft | None:
        """The cue right behind the paragraph that closes a quotation: "“We lost.", "We tried,” Bell said."."""
        if not quote.open:
            return None
        rest = (q for q in self.found if q.running and q.block > quote.block)
        run = list(takewhile(lambda numbered: numbered[1].block == numbered[0], enumerate(rest, quote.block + 1)))
        end = next((q for _, q in run if not q.open), None)
        return self._after(end) if end is not None else None

    def _named(self, quote: Quote, body: set[int]) -> Draft | None:
        """The draft of a name that stands before a colon, or under the quotation."""
        for draft in self.drafts:
            if draft.pattern in {COLON, SIGNATURE} and len(draft.content & body) * 2 > len(body):
                # The marks may hold the name too: "“Miller: The talks have failed.”".
                body -= set(range(quote.start, draft.cue.i + 1)) if draft.pattern == COLON and draft.cue else set()
                return draft
        return None

    def _introduced(self, quote: Quote) -> Draft | None:
        """The cue and colon that end the paragraph before a quotation; else one without marks goes on."""
        block = self.doc.spans["blocks"][quote.block]
        if not quote.block or not (quote.introduced or quote.start <= block.start + 1):
            return None
        words = [t for t in self.doc.spans["blocks"][quote.block - 1] if not t.is_space]
        if words and words[-1].text == ":":
            cues = [c for c in self._cues_of(quote.block - 1) if c.verb.i >= words[-1].sent.start]
            return self._with(cues[-1]) if cues else None
        return self._continued(quote) if quote.introduced else None

    def _relayed(self, quote: Quote, body: set[int]) -> Draft | None:
        """The cue before a quotation that a paper reports behind it: "Bell said: “We won,” the Post *reported*"."""
        behind = next((c for c in self._cues_of(quote.block) if follows(c, quote)), None)
        leading = next((c for c in reversed(self._cues_of(quote.block)) if leads(c, quote)), None)
        if behind is None or leading is None or behind.verb.lemma_ not in _RELAYING or leading.kind != "say":
            return None
        for draft in self.drafts:
            if draft.cue is not None and draft.cue.i == behind.verb.i:
                draft.content -= body
        draft = self._with(leading)
        draft.content = {i for i in draft.content if i < quote.end}
        return draft

    def _between_dashes(self, quote: Quote) -> Draft | None:
        """Somebody named before a quotation that dashes set off: "many, such as Miller — “…” — and others"."""
        doc, before = self.doc, quote.start - 2
        if before < 1 or doc.tokens[before].text not in DASHES or doc.tokens[before - 1].pos_ != "PROPN":
            return None
        if not any(t.text in DASHES for t in doc[quote.end + 1 : quote.end + 2]):
            return None
        name = doc.tokens[before - 1]
        return Draft(cue=doc.tokens[before], authority=name, pattern=COLON) if name.ent_type_ == "PERSON" else None

    def _after(self, quote: Quote) -> Draft | None:
        cue = next((c for c in self._cues_of(quote.block) if follows(c, quote)), None)
        if cue is None:
            return None
        draft = self._with(cue)
        if self._is_mere_name(quote, cue, draft):
            return None
        # What the parser hangs on the cue from behind it is the document's own: "“…,” X said, and the hall emptied".
        draft.content = {i for i in draft.content if i < cue.verb.i or i in self.inside}
        return draft

    def _is_mere_name(self, quote: Quote, cue: Cue, draft: Draft) -> bool:
        """Whether what stands in marks before a cue is the name of something: "In “The Long Road,” X says that …"."""
        clause = min(draft.content - self.inside, default=None)
        governs = clause is not None and clause > cue.verb.i and self.doc.tokens[clause - 1].text != ","
        words = [
            t for t in quote.tokens(self.doc) if t.is_alpha and (len(t.text) > _SHORT or t.pos_ in {"VERB", "NOUN"})
        ]
        return governs and all(t.text[0].isupper() for t in words)

    def _with(self, cue: Cue) -> Draft:
        pattern = "cue beside the quotation"
        known = next((d for d in self.drafts if d.cue is not None and d.cue.i == cue.verb.i), None)
        if known is not None and known.pattern == ABOUT:
            known.pattern = pattern
        if known is not None and known.authority is not None and known.authority.i in self.inside:
            known.authority = cue.speaker
        return known or Draft(cue=cue.verb, authority=cue.speaker, pattern=pattern, kind=cue.kind)

    def _overlapping(self, body: set[int]) -> Draft | None:
        """The innermost speech whose cue stands outside the marks and whose content lies mostly within them."""
        fitting = [
            d
            for d in self.drafts
            if d.cue is not None and d.cue.i not in body and len(d.content & body) * 2 > min(len(body), len(d.content))
        ]
        return min(fitting, key=lambda d: (not d.speech, len(d.content - body)), default=None)

    def _before(self, quote: Quote) -> Draft | None:
        cue = next((c for c in reversed(self._cues_of(quote.block)) if leads(c, quote)), None)
        return self._with(cue) if cue is not None else self._verbless(quote)

    def _verbless(self, quote: Quote) -> Draft | None:
        """A speaker and a colon without a verb: "Miller, in a statement: “…”"."""
        colon = self.doc.tokens[quote.start - 2] if quote.start > 1 else None
        if colon is None or colon.text != ":":
            return None
        before = self.doc[colon.sent.start : colon.i]
        speaker = next((t for t in before if t.pos_ in NOMINAL and t.dep_ != "compound"), None)
        if speaker is None or speaker.dep_ in {"pobj", "poss"} or any(t.pos_ in {"VERB", "AUX"} for t in before):
            return None
        if not is_agent(speaker, self.mentions.get(speaker.i), self.lexicon):
            return None
        return Draft(cue=colon, authority=speaker, pattern=COLON)

    def _nearby(self, quote: Quote) -> Draft | None:
        """The speech of the same paragraph: first one already known, nearest first, then a bare "…," X said."""
        block = self.doc.spans["blocks"][quote.block]
        known = [
            d
            for d in self.drafts
            if (d.speech or d is self.last.get(quote.block))
            and d.cue is not None
            and block.start <= d.cue.i < block.end
            and d.cue.i not in self.inside
        ]
        if known:
            return min(known, key=lambda d: distance(d.cue, quote))
        cues = [c for c in self._cues_of(quote.block) if c.plain]
        return self._with(min(cues, key=lambda c: distance(c.verb, quote))) if cues else None

    def _continued(self, quote: Quote) -> Draft | None:
        """A paragraph that is nothing but a quotation belongs to whoever spoke in the paragraph before."""
        before = quote.block - 1
        if before < 0 or not self._alone(quote):
            return None
        last = self.last.get(before)
        if last is not None and any(q.open for q in self.found if q.block == before):
            return last
        cues = [c.speaker for c in self._cues_of(before) if c.plain]
        speaker = last.authority if last is not None else cues[-1] if cues else None
        return Draft(cue=None, authority=speaker, pattern="quotation goes on") if speaker is not None else None

    def _alone(self, quote: Quote) -> bool:
        """Whether a paragraph holds nothing but the quotation."""
        block = self.doc.spans["blocks"][quote.block]
        return not any(t.is_alpha for t in block if t.i < quote.start or t.i >= quote.end)

    def _cues_of(self, block: int) -> list[Cue]:
        """The verbs of a block outside of its quotations that can tell who speaks, in the order of the text."""
        if block not in self.cues:
            self.cues[block] = list(self._telling(block))
        return self.cues[block]

    def _telling(self, block: int) -> Iterator[Cue]:
        for token in self.doc.spans["blocks"][block]:
            kind = self._kind(token) if token.pos_ == "VERB" and token.i not in self.inside else None
            speaker = self._speaker(token) if kind is not None else None
            if kind is None or speaker is None:
                continue
            agent = is_agent(speaker, self.mentions.get(speaker.i), self.lexicon)
            known = kind.name == "say" and cue_class(token, self.lexicon) is kind
            yield Cue(token, speaker, kind.name, agent or known, agent and known)

    def _speaker(self, verb: Token) -> Token | None:
        """The subject outside of the marks: the parser may give a verb a noun of the quotation for another."""
        outside = [s for s in children(verb, "nsubj") if s.i not in self.inside]
        subject = outside[-1] if outside else None
        if subject is not None and len(children(verb, "nsubj")) > 1:
            return subject
        return authority_of(verb) or subject

    def _kind(self, verb: Token) -> CueClass | None:
        """The class of a verb that can introduce a quotation; some do so only beside one ("he went on: “…”")."""
        found = cue_class(verb, self.lexicon)
        if found is not None and (found.name == "say" or found.name in _UTTERED):
            return found
        return self.lexicon.cues.get((verb.lemma_.lower(), "quotation")) or uttered(verb, self.lexicon)


def quoted(
    doc: Doc, drafts: Sequence[Draft], found: Sequence[Quote], mentions: Mapping[int, EntityMention], lexicon: Lexicon
) -> list[Draft]:
    """The drafts with the quotations given to them, and those that had to be made for the others."""
    inside = frozenset[int]().union(*(range(quote.start, quote.end) for quote in found))
    speakers = _Speakers(doc=doc, drafts=list(drafts), found=found, inside=inside, mentions=mentions, lexicon=lexicon)
    speakers.give()
    return speakers.drafts
