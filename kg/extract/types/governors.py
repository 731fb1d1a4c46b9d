"""How it is put: what modals, negation and the words that govern a clause make of its type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract import lexemes
from kg.extract.factuality.habits import is_recurring
from kg.extract.subjects import subjects
from kg.extract.syntax import SUBJECT, children, is_passive
from kg.extract.types.complements import is_pause
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
# Under these, a *will* with a subject of its own tells what another is held to do.
_FORETELLING = frozenset(
    ["accuse", "allege", "believe", "doubt", "expect", "fear", "forecast", "hope", "predict", "suggest", "warn"]
)
# Who will go on with an attack has been at it: nobody is threatened with it.
_GOING_ON = frozenset({"continue", "keep"})
_FIRST = frozenset({"i", "we"})
_BARE = frozenset({"NNS", "NNPS"})
_OWN = SUBJECT | {"aux", "auxpass"}
_MAX_STEPS = 4
_NO_PARTIES = frozenset({"that", "these", "this", "what", "which"})
# Who has to do something does not agree to it, nor does who would like to.
_OBLIGING = frozenset({"have", "like", "need", "prefer", "want"})


def seen(verb: Token, own: Typed | None, lexicon: Lexicon) -> Typed | None:
    """A type as the modals of its clause and the words over it leave it, as long as the subject is the same."""
    found, current = own, verb
    for _ in range(_MAX_STEPS):
        found = modal(current, found, lexicon) or found
        over = _over(current, lexicon)
        if over is None:
            break
        governor, word, relations = over
        handed = hand(word, relations, found, lexicon)
        if _is_denied(_bearer(current)) and hand(word, relations, found, lexicon, denied=True) != handed:
            # Who promises not to attack threatens with no attack: what is denied keeps its type.
            break
        if (handed is not None and _is_excepted(governor, lexicon)) or (handed is None and word in _OBLIGING):
            break
        if handed is not None and _is_denied(governor):
            return _not(handed) or found
        found = handed or found
        current = governor
    return found


def modal(verb: Token, found: Typed | None, lexicon: Lexicon) -> Typed | None:
    """What *will* and *not* make of a type: "will meet" agrees to, "will attack" threatens, "will not meet" rejects."""
    if found is None or found.type is None:
        return None
    bearer = _bearer(verb)
    denied = _is_denied(bearer) or (bearer is not verb and _is_denied(verb))
    if denied and found.type == "SUPPORT" and _is_unable(bearer, verb, lexicon):
        return None
    if intends(verb) and can_act(verb, lexicon) and not is_passive(verb):
        handed = hand("will not" if denied else "will", ("modal",), found, lexicon)
        return None if handed is not None and _is_predicted(verb, found.type, handed.type) else handed
    return hand("not", ("modal",), found, lexicon) if denied else None


def _is_predicted(verb: Token, deed: str, handed: str | None) -> bool:
    """Whether a *will* commits nobody: it is said of "you", or the text itself foretells what comes.

    What "it" will do in the text's own voice may be what a thing does ("it will protect users"); that critics will
    attack, and that a party will go on with its attacks, is no threat.
    """
    doers = subjects(verb)[0]
    if all(doer.lower_ == "you" for doer in doers):
        return True
    if _is_reported(verb) or any(doer.lower_ in _FIRST for doer in doers):
        return False
    if handed == "THREATEN":
        anybody = deed == "ASSAULT" and all(doer.tag_ in _BARE and not list(doer.children) for doer in doers)
        return anybody or verb.lemma_.lower() in _GOING_ON
    return handed == "AGREE" and all(doer.lower_ == "it" for doer in doers)


def _is_reported(verb: Token) -> bool:
    """Whether somebody is told to say or think what a clause tells."""
    current = _bearer(verb)
    for _ in range(_MAX_STEPS):
        if current.dep_ not in {"conj", "xcomp"} or current.head.pos_ not in {"VERB", "AUX"}:
            break
        current = current.head
    return current.dep_ == "ccomp"


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
    if any(adverb.lower_ in _HABITS for adverb in children(bearer, "advmod")) or is_recurring(bearer):
        return False
    if not _INTENDING.isdisjoint([a.lower_ for a in auxiliaries]):
        return not _is_foretold(bearer)
    return bearer.dep_ == "ROOT" and "nsubj" in bearer.kinds and "TO" in [a.tag_ for a in auxiliaries]


def _is_excepted(governor: Token, lexicon: Lexicon) -> bool:
    """Whether an entry says that a verb with this very clause has no type ("declined to comment")."""
    entry = lexemes.lexeme(governor, lexicon) if governor.pos_ == "VERB" else None
    return entry is not None and entry.type is None and entry.object.startswith(("&", "to "))


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


def _not(handed: Typed) -> Typed | None:
    """Who does not agree to something rejects it; who does not refuse or threaten does nothing by that."""
    if handed.type != "AGREE":
        return None
    return replace(handed, type="REJECT", name=f"not {handed.name.partition(':')[0]}: REJECT")


def _bearer(verb: Token) -> Token:
    """The verb that bears the auxiliaries of coordinated ones ("will meet and discuss")."""
    current = verb
    for _ in range(_MAX_STEPS):
        bare = current.dep_ == "conj" and current.head.pos_ in {"VERB", "AUX"} and current.tag_ in {"VB", "VBN", "VBG"}
        if not bare or not _OWN.isdisjoint(current.kinds):
            break
        current = current.head
    return current


def _is_foretold(verb: Token) -> bool:
    """Whether one says of another what that one will do ("warned that Norland would attack")."""
    subject = next(iter(children(verb, "nsubj")), None)
    other = subject is not None and subject.lower_ not in PRONOUNS
    return verb.dep_ == "ccomp" and other and verb.head.lemma_ in _FORETELLING


def _is_denied(token: Token) -> bool:
    bearer = token.head if token.pos_ == "ADJ" and token.dep_ in {"acomp", "attr"} else token
    ended = any("no" in [c.lower_ for c in adverb.children] for adverb in children(bearer, "advmod"))
    return ended or "neg" in bearer.kinds


def _over(verb: Token, lexicon: Lexicon) -> tuple[Token, str, tuple[str, ...]] | None:
    """The word that governs a clause whose understood subject is its own, and in which relations it may do so."""
    current = _bearer(verb)
    head = current.head
    if head is current or children(current, *SUBJECT):
        return None
    match current.dep_:
        case "xcomp" if head.pos_ == "ADJ" or (head.pos_ == "VERB" and is_passive(head)):
            return head, head.lower_, ("adj",)
        case "xcomp" | "ccomp" if head.pos_ in {"VERB", "AUX"} and not children(head, "dobj", "dative"):
            return None if is_pause(head, current, lexicon) else (head, lexemes.action(head, lexicon), ("clause",))
        case "acl" if head.pos_ == "NOUN" and any(c.tag_ == "TO" for c in children(current, "aux")):
            return head, lexicon.nominals.get(head.lower_, head.lower_), ("noun", "clause")
        case "pcomp" if head.head.pos_ in {"VERB", "ADJ"} and not children(head.head, "dobj"):
            return head.head, f"{head.head.lemma_.lower()} {head.lower_}", ("clause", "adj")
        case _:
            return None
