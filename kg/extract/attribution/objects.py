"""What somebody speaks of, praises or condemns without a clause: "X criticised the plan", "X called Y a fraud"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.drafts import Draft, authority_of
from kg.extract.entities import is_agent
from kg.extract.factuality import of_verb
from kg.extract.syntax import children, is_passive
from kg.model import Polarity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from kg.extract.attribution.words import Words
    from kg.extract.tree import Token
    from kg.model import EntityMention
    from kg.ontology import Lexicon

ABOUT = "what it is about"
_PREDICATED = ("oprd", "ccomp", "xcomp", "acomp")
_SAID_OF = frozenset({"acomp", "oprd"})
_ARTICLES = frozenset({"a", "an", "another", "the"})
_BLAMING = frozenset({"assail", "attack", "blame", "blast", "criticise", "criticize", "fault", "lambast", "slam"})
_GROUNDS = frozenset({"as", "for"})


def spoken_of(
    words: Words, mentions: Mapping[int, EntityMention], lexicon: Lexicon, claiming: Collection[int]
) -> Iterator[Draft]:
    """A draft for each verb that the ontology has as speaking of its object, or of that of its preposition.

    ``claiming`` holds the cues that have a clause already.

    Nothing is claimed of an object: whoever condemns an attack has not told of it. The pattern ``ABOUT`` leaves the
    events in it to whose they are.
    """
    for verb in words.verbs:
        topic = list(_topic(verb, lexicon)) if verb.i not in claiming else []
        authority = authority_of(verb) if topic else None
        if authority is not None and is_agent(authority, mentions.get(authority.i), lexicon):
            content = {t.i for part in topic for t in part.subtree}
            for part in topic:
                # "Called it a plan to seize the port", "painted him as a man who lied": the word of who says it so.
                if (part.dep_ in _SAID_OF or _is_as_one(part) or _is_charge(part, verb, lexicon)) and any(
                    t.pos_ == "VERB" for t in part.subtree
                ):
                    told = {t.i for t in part.subtree}
                    yield Draft(cue=verb, authority=authority, content=told, pattern="said to be", kind="say")
            yield Draft(cue=verb, authority=authority, content=content - {verb.i}, pattern=ABOUT, kind="judge")


def _is_as_one(part: Token) -> bool:
    """Whether a phrase with *as* tells what somebody or something is held to be: "as *a* man who lied"."""
    return part.lower_ == "as" and any(
        d.lower_ in _ARTICLES for t in children(part, "pobj") for d in children(t, "det")
    )


def _is_charge(part: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a phrase tells the deed that somebody is blamed for: "blasted him *for not paying*"."""
    blames = verb.lemma_ in _BLAMING and of_verb(verb, lexicon).polarity is Polarity.POSITIVE
    return blames and part.lower_ == "for" and any(t.tag_ == "VBG" for t in children(part, "pcomp"))


def _topic(verb: Token, lexicon: Lexicon) -> Iterator[Token]:
    lemma = verb.lemma_.lower()
    for child in children(verb, "prep", "prt"):
        if (f"{lemma} {child.lower_}", "object") in lexicon.cues:
            if child.lower_ == "for" and children(verb, "dobj"):
                return
            yield from children(child, "pobj", "pcomp")
            yield from children(verb, "dobj") if child.dep_ == "prt" else ()
            return
    if (lemma, "object") not in lexicon.cues:
        return
    things = children(verb, "nsubjpass" if is_passive(verb) else "dobj")
    predicated = [c for c in children(verb, *_PREDICATED) if c.i > verb.i]
    if things or any(children(p, "nsubj") for p in predicated):
        yield from things
        yield from predicated
        yield from (p for p in children(verb, "prep") if p.lower_ in _GROUNDS)
