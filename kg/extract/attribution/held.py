"""What somebody holds or calls a thing to be, as the word of whoever does: "sees it as a way to *win*".

A predicate behind *as* is the view of the subject, and not the writer's (Quirk et al. 1985, 16.46 f.). So is what a
colon adds to what somebody calls a thing: "what critics called an old trick: *blaming* the press".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.attribution.supplements import is_calling
from kg.extract.drafts import Draft, authority_of
from kg.extract.entities import is_agent
from kg.extract.quotes import in_quotes
from kg.extract.syntax import children

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.extract.attribution.words import Words
    from kg.extract.tree import Token
    from kg.model import EntityMention
    from kg.ontology import Lexicon

HELD, CALLED = "held to be", "said to be"
_STOPS = frozenset({";", ":", "(", ")"})


def held(words: Words, mentions: Mapping[int, EntityMention], lexicon: Lexicon) -> Iterator[Draft]:
    """A draft for each verb whose subject sees something as what holds an event, or calls it so before a colon."""
    for verb in words.verbs:
        seen = _predicate(verb, lexicon)
        called = _behind_colon(verb) if not seen and is_calling(verb) and not in_quotes(verb) else set()
        authority = authority_of(verb) if seen or called else None
        if authority is None or not is_agent(authority, mentions.get(authority.i), lexicon):
            continue
        if seen:
            yield Draft(cue=verb, authority=authority, content=seen, pattern=HELD, kind="believe")
        else:
            yield Draft(cue=verb, authority=authority, content=called, pattern=CALLED, kind="say")


def _predicate(verb: Token, lexicon: Lexicon) -> set[int]:
    """What stands behind *as*, where it holds a verb and the verb over it takes it for a view."""
    if (verb.lemma_.lower(), "as") not in lexicon.cues or not children(verb, "dobj"):
        return set()
    phrases = [p for p in children(verb, "prep") if p.lower_ == "as" and children(p, "pobj", "pcomp")]
    told = {t.i for p in phrases for t in p.subtree if t.i > p.i}
    return told if any(verb.doc.tokens[i].pos_ == "VERB" for i in told) else set()


def _behind_colon(verb: Token) -> set[int]:
    """What follows a colon that closes the clause of a verb, as far as the next stop of the sentence."""
    tokens, end = verb.doc.tokens, verb.sent.end
    colon = next((i for i in range(verb.i, min(verb.right_edge.i + 2, end)) if tokens[i].text == ":"), None)
    if colon is None:
        return set()
    stop = next((i for i in range(colon + 1, end) if tokens[i].text in _STOPS), end)
    return set(range(colon + 1, stop))
