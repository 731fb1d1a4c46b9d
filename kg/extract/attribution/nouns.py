"""What a noun announces with whose it is: "a request from X to open …", "X's claim that …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.drafts import SPEECH, Draft, authority_of
from kg.extract.entities import is_agent
from kg.extract.factuality import cue_class, is_announced, is_nobodys, light_verb_of, party_before
from kg.extract.syntax import children, objects_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.extract.attribution.words import Words
    from kg.extract.tree import Token
    from kg.model import EntityMention
    from kg.ontology import CueClass, Lexicon

_TOLD = frozenset({"allege", "say"})


def announced(words: Words, mentions: Mapping[int, EntityMention], lexicon: Lexicon) -> Iterator[Draft]:
    """A draft for each noun of an attributing class with an owner and a clause; of a claim without one, nobody's."""
    for noun in words.nouns:
        if "acl" not in noun.kinds:
            continue
        clauses = [c for c in children(noun, "acl") if is_announced(c, lexicon)]
        found = cue_class(noun, lexicon, clauses[0]) if clauses else None
        if found is None or not found.attributes or _is_empty(noun, found):
            continue
        that = {m.i for clause in clauses for m in children(clause, "mark") if m.lower_ == "that"}
        content = {t.i for clause in clauses for t in clause.subtree} - that - _added(clauses)
        owner = _owner(noun, mentions, lexicon) if content else None
        if owner is not None or (content and found.name in _TOLD):
            yield Draft(cue=noun, authority=owner, content=content, pattern=f"{found.name} noun", kind=found.name)


def heard(words: Words, lexicon: Lexicon) -> Iterator[Draft]:
    """A draft for each clause that word of something is out for: "*Word* came from Bell that …", "news spread that …".

    It is the claim of whom the word comes from, else of nobody named.
    """
    for verb in words.verbs:
        clauses = [c for c in children(verb, "ccomp") if any(m.lower_ == "that" for m in children(c, "mark"))]
        if not clauses or verb.lemma_ not in lexicon.words.get("coming out", ()):
            continue
        for noun in children(verb, "nsubj"):
            found = lexicon.cues.get((noun.lemma_.lower(), "noun"))
            told = "say" if noun.lower_ == "word" else found.name if found is not None else ""
            if told in _TOLD:
                sources = [thing for p in children(verb, "prep") if p.lower_ == "from" for thing in objects_of(p)]
                content = {t.i for c in clauses for t in c.subtree} - {
                    m.i for c in clauses for m in children(c, "mark")
                }
                who = sources[0] if sources else None
                yield Draft(cue=noun, authority=who, content=content, pattern=f"{told} noun", kind=told)


def _added(clauses: list[Token]) -> set[int]:
    """What only adds to the end of a clause: "its promise to cut spending, which pleased nobody"."""
    ends = (t for clause in clauses for t in clause.subtree if t.dep_ == "relcl" and t.left_edge.lower_ == "which")
    return {t.i for end in ends if end.left_edge.nbor(-1).text == "," for t in end.subtree}


def _is_empty(noun: Token, found: CueClass) -> bool:
    aimed = found.name not in SPEECH and not any(children(c, "mark") for c in children(noun, "acl"))
    return aimed and is_nobodys(noun)


def _owner(noun: Token, mentions: Mapping[int, EntityMention], lexicon: Lexicon) -> Token | None:
    """Whose it is: by a possessive, *from* or *by*, or as the subject of the light verb that it is the object of."""
    owners = list(children(noun, "poss"))
    owners += [thing for p in children(noun, "prep") if p.lower_ in {"from", "by"} for thing in objects_of(p)]
    if not owners and (light := light_verb_of(noun)) is not None:
        doer = authority_of(light)
        return doer if doer is not None and is_agent(doer, mentions.get(doer.i), lexicon) else None
    return owners[0] if owners else party_before(noun, lexicon)
