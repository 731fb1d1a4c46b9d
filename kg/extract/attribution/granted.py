"""What is told of somebody or something in passing, within what somebody only asks for, promises or wants.

"Demanded the release of a lawyer *jailed* for a poem", "urged them to resume talks they *left*": he was jailed, and
they left, as whoever tells of the demand tells too (Quirk et al. 1985, 17.13 ff.).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality import cue_class
from kg.extract.quotes import in_quotes
from kg.extract.syntax import SUBJECT, children

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_DEPTH = 12
_RELATIVE = frozenset({"that", "which", "who", "whom"})
_ANY = frozenset({"all", "any", "anybody", "anyone", "each", "every", "everyone", "no", "those", "whoever"})
_HAVE = frozenset({"had", "has", "have"})


def is_granted(trigger: Token, lexicon: Lexicon) -> bool:
    """Whether a word stands in a clause that tells in passing what was done before."""
    clause = trigger
    for _ in range(_DEPTH):
        if (_is_of_known(clause) or _is_of_party(clause, lexicon)) and not in_quotes(clause):
            return True
        found = cue_class(clause.head, lexicon) if clause.dep_ in {"ccomp", "xcomp"} else None
        if clause.head is clause or (found is not None and found.attributes):
            return False
        clause = clause.head
    return False


def _is_of_known(clause: Token) -> bool:
    """Whether a relative clause tells in the past what its own subject did to a thing: "talks that *they left*"."""
    if clause.dep_ != "relcl" or _is_any(clause.head):
        return False
    past = clause.tag_ == "VBD" or (clause.tag_ == "VBN" and any(c.lower_ in _HAVE for c in children(clause, "aux")))
    subjects = children(clause, *SUBJECT)
    return past and bool(subjects) and all(s.lower_ not in _RELATIVE for s in subjects)


def _is_of_party(clause: Token, lexicon: Lexicon) -> bool:
    """Whether a participle tells what befell some people: "a lawyer *jailed* for a poem", "men *shot* in May"."""
    bare = clause.dep_ == "acl" and clause.tag_ == "VBN" and clause.lemma_ in lexicon.words.get("befalling", ())
    noun = clause.head
    return (
        bare and noun.lemma_.lower() in lexicon.parties and bool(children(noun, "det", "nummod")) and not _is_any(noun)
    )


def _is_any(noun: Token) -> bool:
    return noun.lower_ in _ANY or any(c.lower_ in _ANY for c in noun.children)
