"""How it is put: what modals and negation make of the type of what one says of oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.subjects import subjects
from kg.extract.syntax import SUBJECT, children, is_passive
from kg.extract.types.typed import Typed, hand

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

PRONOUNS = frozenset({"he", "it", "she", "they", "we", "i"})
_INTENDING = frozenset({"will", "'ll", "’ll", "wo", "would", "'d", "’d", "shall"})
_ABILITY = frozenset({"ca", "can", "could"})
# "Would rather" prefers.
_HABITS = frozenset({"rather", "sooner"}) | frozenset(
    {"always", "frequently", "occasionally", "often", "regularly", "sometimes", "usually"}
)
_OWN = SUBJECT | {"aux", "auxpass"}
_MAX_STEPS = 4
_NO_PARTIES = frozenset({"that", "these", "this", "what", "which"})


def modal(verb: Token, found: Typed | None, lexicon: Lexicon) -> Typed | None:
    """What *will* and *not* make of a type that one tells of oneself.

    Who says that he will meet agrees to, that he will attack, threatens, that he will not meet, rejects.
    """
    if found is None or found.type is None:
        return None
    bearer = _bearer(verb)
    denied = _is_denied(bearer) or (bearer is not verb and _is_denied(verb))
    if denied and found.type == "SUPPORT" and _is_unable(bearer, verb, lexicon):
        return None
    if intends(verb) and can_act(verb, lexicon) and not is_passive(verb):
        return hand("will not" if denied else "will", ("modal",), found, lexicon)
    return hand("not", ("modal",), found, lexicon) if denied else None


def _is_unable(bearer: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether *cannot* tells what one fails to do: who cannot support a plan refuses to, who cannot defend it fails."""
    able = any(aux.lower_ in _ABILITY for aux in children(bearer, "aux"))
    return able and verb.lemma_.lower() not in lexicon.words.get("refused by cannot", ())


def intends(verb: Token) -> bool:
    """Whether a clause tells what its subject means to do: by *will* or *would*, or as the headline "X to deport Y".

    Not where it tells what used to be done ("would often go"), and what had been ("he'd gone"), what one would rather
    do, and what is to go on by itself: "will *be* attending" only foretells.
    """
    bearer = _bearer(verb)
    auxiliaries = children(bearer, "aux")
    if not auxiliaries or "have" in [a.lemma_ for a in auxiliaries] or verb.tag_ in {"VBD", "VBN"}:
        return False
    if verb.tag_ == "VBG" and "be" in [a.lemma_ for a in auxiliaries]:
        return False
    if any(adverb.lower_ in _HABITS for adverb in children(bearer, "advmod")):
        return False
    if not _INTENDING.isdisjoint([a.lower_ for a in auxiliaries]):
        return True
    return bearer.dep_ == "ROOT" and "nsubj" in bearer.kinds and "TO" in [a.tag_ for a in auxiliaries]


def can_act(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the subject of a verb can mean to do something: a name, a pronoun, a noun for a party."""
    return any(doer.ent_type_ != "PERCENT" and _is_party(doer, lexicon) for doer in subjects(verb)[0])


def _is_party(doer: Token, lexicon: Lexicon) -> bool:
    return bool(
        doer.pos_ == "PROPN"
        or (doer.pos_ == "PRON" and doer.lower_ not in _NO_PARTIES)
        or doer.ent_type_
        or doer.lemma_.lower() in lexicon.parties
    )


def _bearer(verb: Token) -> Token:
    """The verb that bears the auxiliaries of coordinated ones ("will meet and discuss")."""
    current = verb
    for _ in range(_MAX_STEPS):
        bare = current.dep_ == "conj" and current.head.pos_ in {"VERB", "AUX"} and current.tag_ in {"VB", "VBN", "VBG"}
        if not bare or not _OWN.isdisjoint(current.kinds):
            break
        current = current.head
    return current


def _is_denied(token: Token) -> bool:
    return "neg" in token.kinds
