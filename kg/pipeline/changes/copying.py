"""Which documents are copies after some came or went: only those that are alike to one of them are looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Copy
from kg.pipeline.changes import noting
from kg.resolve import fusion

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kg.config import ResolveConfig
    from kg.model import Resolution
    from kg.store import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Copying:
    """Documents that may be copies of others than before, and the copies among them: what was and what is."""

    documents: frozenset[str]
    was: tuple[Copy, ...]
    now: tuple[Copy, ...]

    @property
    def changed(self) -> set[str]:
        """The documents that became copies, or ceased to be."""
        return {copy.document for copy in self.was} ^ {copy.document for copy in self.now}


def recopied(ledger: Ledger, new: Mapping[str, Resolution], gone: Collection[str], config: ResolveConfig) -> Copying:
    """Notes the copies among documents, once their keys are noted: those that came or went, and those alike to them."""
    seeds = {*new}
    for document in gone:
        original = ledger.fusion.original(document) or document
        seeds |= {original, *ledger.fusion.copies(original)}
    found = _alike(ledger, seeds - set(gone), new, config)
    touched = {*found, *gone}
    was = [Copy(document=i, original=o) for i in sorted(touched) if (o := ledger.fusion.original(i)) is not None]
    now = fusion.copies(found.values(), config)
    ledger.tables.take("copy", ((document,) for document in touched))
    ledger.tables.add("copy", ((copy.document, copy.original) for copy in now))
    return Copying(documents=frozenset(touched), was=tuple(was), now=tuple(now))


def _alike(
    ledger: Ledger, seeds: Collection[str], known: Mapping[str, Resolution], config: ResolveConfig
) -> dict[str, Resolution]:
    """The documents that can be reached by likeness from some."""
    found: dict[str, Resolution] = {}
    waiting, stories = sorted(seeds), dict(known)
    while waiting:
        ident = waiting.pop()
        if ident in found:
            continue
        own = found[ident] = _noted(ident, stories, ledger)
        for other in ledger.fusion.sharing(noting.numbers("copy", fusion.copy_keys(own.story))):
            if other not in found:
                story = _noted(other, stories, ledger).story
                if fusion.shared(own.story, story) >= config.copy_likeness:
                    waiting.append(other)
    return found


def _noted(ident: str, stories: dict[str, Resolution], ledger: Ledger) -> Resolution:
    if ident not in stories:
        stories[ident] = noting.story(ledger.story(ident))
    return stories[ident]
