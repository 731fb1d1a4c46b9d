"""Who does it: what those who act make of a type.

Only those who can mean to do something yield, give, force, ask or promise: a law that "allows", a problem that
"demands" and an advice that "earned him praise" do none of it. One named person "attacks" another in words, and the
rally that one person holds is no protest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract.syntax import children, is_passive
from kg.extract.types import senses, targets
from kg.extract.types.reports import is_speech
from kg.extract.types.sides import can_mean, is_person, is_thing, speaks, strikes
from kg.extract.types.typed import Typed
from kg.model import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_MEANT = frozenset({"AGREE", "AID", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "RETREAT"})
# These are also done in writing: a letter asks, and a ruling rejects.
_WRITTEN = frozenset({"REJECT", "REQUEST", "SUPPORT"})
_GATHERINGS = frozenset({"chant", "march", "rally"})
_OWN_WORDS = frozenset({"not", "will", "will not"})


def by_parties(
    typed: Typed | None, heads: Iterable[tuple[RoleName, Token]], lexicon: Lexicon, *, trigger: Token | None = None
) -> Typed | None:
    """A type as those who act, and those to whom it is done, leave it; ``heads`` are the roles with their heads.

    ``trigger`` may have a subject that plays no part: "the test, *which* allows it to build more".
    """
    if typed is None or typed.type is None:
        return typed
    found = list(heads)
    doers = [head for name, head in found if name is RoleName.ACTOR]
    action = _bare(typed)
    if senses.is_other(typed, found, lexicon, trigger=trigger):
        return replace(typed, type=None, mode=None)
    if (told := _told(typed, found, doers, lexicon)) is not None:
        return told
    if typed.type == "ASSAULT" and not doers and _is_by_accident(action, trigger, lexicon):
        return replace(typed, type=None, mode=None)
    # A programme that "supports schools with $2m" is somebody's.
    paid = typed.type == "AID" and any(name is RoleName.AMOUNT for name, _ in found)
    if doers and _is_of_situation(typed, doers, trigger, lexicon):
        return replace(typed, type=None, mode=None)
    meant = paid or (_is_meant(typed, action, found, lexicon) if doers else not _is_of_thing(typed, trigger, lexicon))
    if meant and targets.holds(typed, "" if paid else action, found, lexicon):
        return typed
    return replace(typed, type=None, mode=None)


def _is_meant(typed: Typed, action: str, found: Sequence[tuple[RoleName, Token]], lexicon: Lexicon) -> bool:
    """Whether those who do something can mean to."""
    doers = [head for name, head in found if name is RoleName.ACTOR]
    if typed.type == "ASSAULT":
        return any(can_mean(head, lexicon) or strikes(head, lexicon) for _, head in found)
    alone = len(doers) == 1 and is_person(doers[0])
    if alone and (typed.type == "PROTEST" or action) and typed.name.partition(":")[0].split()[-1] in _GATHERINGS:
        return False
    if typed.type == "THREATEN" and action in lexicon.words.get("opposing", ()):
        return False
    if typed.type == "MOBILIZE" and any(strikes(doer, lexicon) for doer in doers):
        return True
    if typed.type in _MEANT or (typed.type == "REJECT" and typed.name.startswith("not ")):
        return any(can_mean(doer, lexicon) for doer in doers)
    return typed.type not in _WRITTEN or not all(is_thing(doer, lexicon) for doer in doers)


def _told(
    typed: Typed, found: Sequence[tuple[RoleName, Token]], doers: Sequence[Token], lexicon: Lexicon
) -> Typed | None:
    """What an attack is where it is made in words, or where that cannot be told; None where arms may be meant."""
    if typed.type != "ASSAULT" or typed.mode is not None or typed.name.split()[-1] != "attack":
        return None
    if doers and all(speaks(doer, lexicon) for doer in doers) and not _is_ordered(typed, lexicon):
        if _is_bodily(found, lexicon):
            return replace(typed, type=None, mode=None)
        return Typed(type="ACCUSE", mode="disapprove", name=f"{typed.name} in words: ACCUSE")
    return replace(typed, type=None, mode=None) if targets.is_told(found, lexicon) else None


def _is_ordered(typed: Typed, lexicon: Lexicon) -> bool:
    """Whether who is told to attack had others do so, which is done in deeds: "ordered attacks on the strip"."""
    return typed.name.partition(" + ")[0] in lexicon.words.get("ordering deeds", ())


def _is_bodily(found: Sequence[tuple[RoleName, Token]], lexicon: Lexicon) -> bool:
    """Whether one whom nobody knows is attacked, which may be done with hands: "attacked *a waiter*"."""
    things = [head for name, head in found if name is RoleName.RECIPIENT or name is RoleName.THEME]
    return bool(things) and all(
        thing.tag_ == "NN" and can_mean(thing, lexicon) and any(c.lower_ in {"a", "an"} for c in thing.children)
        for thing in things
    )


def _is_by_accident(action: str, trigger: Token | None, lexicon: Lexicon) -> bool:
    """Whether somebody may have come to harm without anybody's doing: "ten were *injured*", "his knee *injury*"."""
    suffered = trigger is not None and (trigger.pos_ != "VERB" or trigger.tag_ == "VBN" or is_passive(trigger))
    return suffered and action in lexicon.words.get("also by accident", ())


def _is_of_situation(typed: Typed, doers: Sequence[Token], trigger: Token | None, lexicon: Lexicon) -> bool:
    """Whether "it" may be what came about ("it allowed him to go"), and not who speaks ("Norland said it …")."""
    if _verb(typed) not in lexicon.words.get("also of a situation", ()) or any(doer.lower_ != "it" for doer in doers):
        return False
    over = trigger.head if trigger is not None and trigger.dep_ == "ccomp" else None
    if over is None or not is_speech(over, lexicon):
        return True
    return not any(can_mean(each, lexicon) and not is_person(each) for each in children(over, "nsubj"))


def _is_of_thing(typed: Typed, trigger: Token | None, lexicon: Lexicon) -> bool:
    """Whether what only parties mean to do has a thing for its subject, and nobody does it."""
    if trigger is None or typed.type not in _MEANT or is_passive(trigger):
        return False
    things = children(trigger, "nsubj")
    return bool(things) and not any(can_mean(thing, lexicon) for thing in things)


def _verb(typed: Typed) -> str:
    """The verb of the entry that decided a type, with or without what stands beside it: "encourage ~ @infinitive"."""
    return typed.name.partition(":")[0].partition(" ~ ")[0].rpartition(" + ")[2]


def _bare(typed: Typed) -> str:
    """The action of an entry that asks for nothing beside its verb, or for an owner of its noun; else nothing.

    *Will* and *not* are no other words.
    """
    *over, name = typed.name.partition(":")[0].removesuffix(" ~ @owner").split(" + ")
    return "" if "~" in name or not _OWN_WORDS.issuperset(over) else name
