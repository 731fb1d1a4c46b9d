"""What denies a clause: adverbs, "no longer", arguments that are empty ("no troops", "nobody", "few"), "have yet to".

Classes of negative words after Huddleston and Pullum (2002, ch. 9); verbs whose negation is understood of their
complement ("does not think that …") after Horn (1978).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import children, governor_of

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

DENIALS = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither"})
DENYING = frozenset({"neg", "advmod", "preconj", "dobj", "nsubj", "nsubjpass", "csubj", "prep"})
_HAD = frozenset({"had", "'d", "’d"})
_UNTIL = frozenset({"before", "until"})
# Before or until then it was not so: afterwards it may be.
_LIMITS = _UNTIL | {"till"}
_TILL = frozenset({"till", "until"})
_MEANS = frozenset({"by", "without"})
_NOBODY = frozenset({"neither", "no", "nobody", "none"})
_NO_WORDS = frozenset({"no", "neither"})
_NO = ("no", "det")
_SCARCE = frozenset({"few", "little"})
_FEW = ("few", "det")
_EMPTY = frozenset({"nobody", "none", "nothing", "nowhere", "neither"})
_ANY = frozenset({"any", "anybody", "anyone", "anything"})
_ORDERED = frozenset({"first", "last", "latest", "only", "second", "third"})
_BEHIND = frozenset({"about", "against", "at", "for", "in", "on", "to", "with"})
_DEFINITE = frozenset({"a", "the", "these", "those", "last", "next", "past", "first", "quite", "only"})
# "At no time", "by no means", "in no way": the phrase denies the clause it stands in.
_SENTENTIAL = frozenset(
    {"account", "circumstance", "circumstances", "means", "moment", "point", "sense", "stage", "time", "way"}
)


def denies(word: Token) -> bool:
    """Whether a word before a noun empties it: "no troops", "neither side"; not the "No." of a number."""
    return word.lower_ == "neither" or (word.lower_ == "no" and (word.dep_ == "det" or word.tag_ == "DT"))


def negated(noun: Token) -> bool:
    """Whether a noun phrase is empty by its determiner."""
    for child in noun.children:  # noqa: SIM110 (asked of each noun: a generator costs as much as the rest)
        if child.lower_ in _NO_WORDS and denies(child):
            return True
    return False


def mark(child: Token) -> tuple[str, str] | None:  # noqa: PLR0911 (a case for each relation)
    """The entry of the hedges that a child of a verb stands for, where it denies the clause."""
    if child.dep_ not in DENYING:
        return None
    if child.lower_ == "before":
        # "Never before had they met so often": now they have.
        return ("never before", "adv") if any(c.lower_ == "never" for c in child.children) else None
    match child.dep_:
        case "neg":
            return child.lower_, "adv"
        case "advmod" if child.lower_ in {"longer", "more"}:
            measured = child.i + 1 < len(child.doc) and child.nbor(1).lower_ == "than"
            return _NO if not measured and any(c.lower_ == "no" for c in child.children) else None
        case "advmod" if child.lower_ == "all":
            return ("almost", "adv") if any(c.lower_ == "but" for c in child.children) else None
        case "preconj" if child.lower_ == "neither":
            return _NO
        case "dobj" | "nsubj" | "nsubjpass" | "csubj":
            return _argument(child)
        case "prep":
            return _NO if any(negated(p) and p.lower_ in _SENTENTIAL for p in children(child, "pobj")) else None
        case _:
            return None


def _argument(noun: Token) -> tuple[str, str] | None:
    if noun.lower_ in {"fewer", "less", "more"} or (noun.dep_ == "csubj" and noun.pos_ in {"VERB", "AUX"}):
        # "Needs no more than a week"; "what it does not need is money": something is money.
        return None
    if noun.lower_ in _EMPTY or negated(noun) or "neg" in noun.kinds:
        return _NO
    first = noun.children[0] if noun.children else noun
    if first.lower_ not in _SCARCE or (noun.dep_ == "dobj" and first.lower_ == "little"):
        # "Found little support" found that little; of whom few did something it is not told that they did.
        return None
    little = first.lower_ == "few" or noun.tag_ == "NN"
    scarce = little and first.i <= noun.i and not any(c.lower_ in _DEFINITE for c in (*first.children, *noun.children))
    return _FEW if scarce else None


def is_of_any(noun: Token, main: Token | None) -> bool:
    """Whether a noun under a denied verb stands for none, or for another.

    "Did not tell them anything that …", "is not something that she says", "was not the one who left"; but "was not the
    first time that it failed": it did.
    """
    if main is None or "neg" not in main.kinds:
        return False
    if noun.dep_ == "attr" and main.lemma_ == "be" and "expl" not in main.kinds:
        return noun.pos_ != "PROPN" and not any(c.lower_ in _ORDERED for c in noun.children)
    return noun.lower_ in _ANY or any(c.lower_ == "any" for c in children(noun, "det"))


def narrowed(verb: Token, lexicon: Lexicon) -> str | None:
    """Of which set the adverb is that a negation is meant for: *additive* ("not only"), *partial* ("not fully").

    None where it is meant for the verb. A modal with *not only* tells nothing of what is done: "cannot just leave".
    """
    for word in verb.kinds.get("neg", ()):
        after = word.nbor(1) if word.i + 1 < len(word.doc) else word
        if after.head is not verb or after.dep_ != "advmod" or after.i > verb.i or word.lower_ == "never":
            continue
        for name in ("additive", "partial"):
            if after.lower_ in lexicon.words.get(name, ()):
                return "partial" if any(c.tag_ == "MD" for c in children(verb, "aux")) else name
    behind = _behind(verb) if "neg" in verb.kinds else None
    if behind is None or behind.lower_ not in lexicon.words.get("additive", ()):
        return None
    return "partial" if any(c.tag_ == "MD" for c in children(verb, "aux")) else "additive"


def _behind(verb: Token) -> Token | None:
    """The adverb right behind a verb that is meant for what follows: "did not speak *only* about X", "sent *only* X".

    Not that before a clause: "did not leave only because of X" tells that somebody left, or that nobody did.
    """
    word = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    if word.dep_ not in {"advmod", "quantmod"}:
        return None
    following = word.nbor(1) if word.i + 1 < len(word.doc) else word
    to_noun = following.lower_ in _BEHIND and following.head is verb and following.dep_ == "prep"
    return word if to_noun or any(word.i < c.i for c in children(verb, "dobj")) else None


def denied(verb: Token) -> bool:
    """Whether a verb bears a negation itself."""
    return "neg" in verb.kinds


def empties(verb: Token) -> bool:
    """Whether a verb's clause is denied by anything in it: "neither signed nor left", "nobody came"."""
    return any((found := mark(child)) is not None and found[0] in DENIALS for child in verb.children)


def yet(head: Token) -> bool:
    """Whether a verb over an infinitive says that it has not come about: "has yet to sign", "remains to be seen"."""
    return any(c.lower_ == "yet" for c in head.children)


def is_bounded(verb: Token) -> bool:
    """Whether what is denied is so only as long as something else is not: "cannot win without help".

    So "had not voted before the war" leaves open what they did since; not "had never voted before".
    """
    if not denied(verb) or verb.lemma_ == "be":
        return False
    without = [p for p in children(verb, "prep") if p.lower_ == "without" and p.i > verb.i]
    if any(p.nbor(-1).text != "," for p in without):
        return True
    if not any(c.lower_ in _HAD for c in children(verb, "aux")):
        return False
    main = governor_of(verb.head) if verb.dep_ == "relcl" else None
    return _has_bound(verb) or (main is not None and _has_bound(main))


def is_only_late(verb: Token, lexicon: Lexicon) -> bool:
    """Whether what is denied up to a time came then: "did not begin *until* May" began in May.

    Not what goes on up to a time: "did not last until May". What *had* not come, or will not, may not have come since.
    """
    if not denied(verb) or verb.lemma_ in lexicon.words.get("lasting", ()):
        return False
    helped = children(verb, "aux", "auxpass")
    if not helped or any(c.tag_ != "VBD" or c.lower_ in _HAD for c in helped):
        return False
    until = [p for p in children(verb, "prep") if p.lower_ in _TILL]
    until += [m for c in children(verb, "advcl") for m in children(c, "mark") if m.lower_ in _TILL]
    inner = [c.i for c in children(verb, "ccomp", "xcomp")]
    return any(u.i > verb.i and not any(verb.i < i < u.i for i in inner) for u in until)


def _has_bound(verb: Token) -> bool:
    """Whether *before* or *until* and what follows it stand beside a verb."""
    until = [p for p in children(verb, "prep") if p.lower_ in _UNTIL and p.nbor(1).text != "("]
    clauses = [m for c in children(verb, "advcl") for m in children(c, "mark") if m.lower_ in _UNTIL]
    return bool(clauses) or any(children(p, "pobj", "pcomp") for p in until)


def hinges(verb: Token, *, future: bool) -> bool:
    """Whether a negated verb may be denied only of a means or up to a time: "never pays *without asking*".

    "Nobody wins by cheating" says that some win; "had never flown before she left" that she may have flown since. What
    will not be ``future`` until something comes is refused all the same.
    """
    if verb.pos_ != "VERB":
        return False
    limits = _LIMITS if not future and _is_denied(verb) else frozenset()
    for preposition in children(verb, "prep"):
        word = preposition.lower_
        following = preposition.i > verb.i
        if word in _MEANS and following and "pcomp" in preposition.kinds:
            return True
        if word in limits and following and ("pobj" in preposition.kinds or "pcomp" in preposition.kinds):
            return True
    return any(mark.lower_ in limits for clause in children(verb, "advcl") for mark in children(clause, "mark"))


def _is_denied(verb: Token) -> bool:
    """Whether a verb is negated by a word of its own, and not by what stands over it ("failed to")."""
    never = any(each.lower_ == "never" for each in children(verb, "advmod"))
    nobody = any(each.left_edge.lower_ in _NOBODY for each in children(verb, "nsubj", "nsubjpass"))
    return denied(verb) or never or nobody
