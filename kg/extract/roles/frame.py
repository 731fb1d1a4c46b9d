"""The frame of one event, which the constructions fill."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct, field

from kg.extract.entities import is_agent
from kg.extract.phrasal import REFLEXIVE, particles
from kg.extract.quotes import in_quotes
from kg.extract.roles.bounds import own_words
from kg.extract.roles.extents import TIMES, dated, limited, measured
from kg.extract.roles.putting import where_to
from kg.extract.syntax import children, governor_of, is_passive, objects_of, own_span, phrase, span_of
from kg.extract.valency import USING
from kg.model import Role, RoleName, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.extract.tree import Token
    from kg.model import EntityMention
    from kg.ontology import Lexicon

_UTTERING = frozenset(
    {"add", "announce", "argue", "assert", "claim", "comment", "contend", "declare", "explain", "insist", "maintain"}
) | {"note", "recount", "remark", "repeat", "reply", "report", "say", "state", "stress", "utter", "write"}
# What stands between quotation marks behind these is what is to be heard or read.
_VOICING = frozenset({"chant", "cry", "mouth", "read", "scrawl", "scream", "shout", "sing", "spell", "spray", "yell"})
_ASSENTING = frozenset({"agree", "concur", "disagree"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
# A share or a date is no party, even as a subject ("42 percent of the voters back her").
_MEASURES = frozenset({"DATE", "MONEY", "PERCENT", "TIME"})
_PARTIES = frozenset({RoleName.ACTOR, RoleName.RECIPIENT})
_OWNED = frozenset({"hers", "his", "its", "mine", "ours", "theirs", "yours"})
_DASHES = frozenset({"-", "--", "–", "—"})
_MARKS = frozenset({'"', "''", "``", "“", "”", "«", "»"})
_STOPS = frozenset({",", ".", "!", "?"})
_place = attrgetter("i")
_ZONES = frozenset({"a.m.", "cet", "e.t.", "edt", "est", "et", "gmt", "p.m.", "pdt", "pst", "pt", "utc"})
_SETTINGS = frozenset({RoleName.AMOUNT, RoleName.PLACE, RoleName.TIME})
_QUANTITIES = frozenset({"anything", "enough", "everything", "less", "little", "more", "much", "nothing", "something"})
_MUTUAL = {"other": "each", "another": "one"}


class Frame(Struct, kw_only=True, eq=False):
    """Collects the roles of one event; the head of each role is used once.

    ``mentions`` and ``triggers`` lead the index of a head token to its entity mention and to the trigger of its event;
    ``heads`` are the names of the roles with their heads; ``below`` holds the parties under the trigger, as ``reached``
    finds them. ``mutual`` says that the actors act on each other, ``action`` is the lemma of the trigger with its
    particle.
    """

    trigger: Token
    lexicon: Lexicon
    mentions: Mapping[int, EntityMention]
    triggers: Mapping[int, Token]
    below: Sequence[tuple[Token, Token]] = ()
    roles: list[Role] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    heads: list[tuple[RoleName, Token]] = field(default_factory=list)
    mutual: bool = False
    action: str = ""

    def has(self, name: RoleName) -> bool:
        """Whether a role of this name was found."""
        for role in self.roles:  # noqa: SIM110 (asked of each phrase: a generator costs as much as the rest)
            if role.name is name:
                return True
        return False

    def __post_init__(self) -> None:
        lemma = self.trigger.lemma_.lower()
        beside = particles(self.trigger)
        self.action = f"{lemma} {beside[0].lower_}" if beside else lemma

    def agent(self, token: Token) -> bool:
        """Whether a token can be a party to an event; no "host of taxes" can."""
        return not _is_many(token) and is_agent(token, self.mentions.get(token.i), self.lexicon)

    def add(
        self, name: RoleName, head: Token, pattern: str, *, topic: bool = False, opening: Token | None = None
    ) -> None:
        """Gives a role to a nominal or clause, unless it has one.

        A ``topic`` is what an event is about ("spoke about Sudria"), so that no party fills the role. Its words begin
        with ``opening``, where that stands before all under the head.
        """
        if head.i in self.used or head.i == self.trigger.i:
            return
        self.used.add(head.i)
        if name in _PARTIES and head.ent_type_ in TIMES and pattern != "subject":
            return
        if name in _PARTIES and head.pos_ == "DET" and _is_broken(phrase(head)):
            return
        if "prep" in head.kinds:
            self._included(name, head)
        self.heads.append((name, head))
        clause = head.pos_ in {"VERB", "AUX"}
        mention = self.mentions.get(head.i) if head.ent_type_ not in _MEASURES or name in _SETTINGS else None
        event = self.triggers.get(head.i)
        others = _elided(head) if name in _PARTIES else None
        if others is not None:
            mention = None
        words = [*phrase(head), others or head]
        span = own_span(head) if clause else mention.span if mention else span_of(words)
        if name is RoleName.AMOUNT or head.ent_type_ == "PERCENT":
            span = measured(head, span)
        if name is RoleName.TIME:
            span = dated(head, span, self.trigger)
            if any(role.name is name and role.span.covers(span) and role.span.end == span.end for role in self.roles):
                return
        told = self._words(name, head) if clause or name is RoleName.THEME else span
        self.roles.append(
            Role(
                name=name,
                span=span,
                words=Span(opening.idx, told.end) if opening is not None else told,
                pattern=pattern,
                mention=mention.span if mention and not clause and not topic else None,
                event=own_span(event) if event is not None else None,
            )
        )

    def _words(self, name: RoleName, head: Token) -> Span:
        """The words of a theme or a clause, with what limits an object, and where it is put."""
        told = own_words(head, self.trigger)
        if name is not RoleName.THEME or head.head is not self.trigger:
            return told
        if (last := where_to(self, head)) is not None:
            told = Span(told.start, last.idx + len(last.text))
        return limited(head, self.trigger, told) if _denies(self) else told

    def _included(self, name: RoleName, head: Token) -> None:
        """In "all countries, including X", what is true of the group is said of X too."""
        for preposition in children(head, "prep"):
            things = objects_of(preposition)
            if preposition.lower_ == "including" and name in _PARTIES:
                for thing in things:
                    self.add(name, thing, "after 'including'")
            # "a meeting with X in Y": a person has no place, the event has.
            elif preposition.lower_ in {"in", "at"} and head.ent_type_ == "PERSON":
                for thing in things:
                    if thing.ent_type_ in PLACES:
                        self.add(RoleName.PLACE, thing, f"after {preposition.lower_!r} beside a person")


def _denies(frame: Frame) -> bool:
    """Whether a verb says that something is not done, or is not to be: "did *not* take", "*opposes* it"."""
    verb = frame.trigger
    return "neg" in verb.kinds or frame.action in frame.lexicon.words.get("forbidding", ()) or _has_no_one(verb)


def _has_no_one(verb: Token) -> bool:
    return any(thing.left_edge.lower_ in {"no", "nobody"} for thing in children(verb, "dobj", "nsubj", "nsubjpass"))


def _is_many(token: Token) -> bool:
    """Whether a noun only says that there are many: "a *host* of taxes"."""
    if token.lower_ != "host" or not any(child.lower_ == "a" for child in token.children):
        return False
    things = [thing for of in children(token, "prep") if of.lower_ == "of" for thing in children(of, "pobj")]
    return any(thing.pos_ == "NOUN" and not children(thing, "det", "poss") for thing in things)


def _elided(owner: Token) -> Token | None:
    """The possessive ending of a noun that stands for what its owner has: "outspent by *Bell's*", not "Bell's side"."""
    endings = children(owner, "case") if owner.dep_ in {"dobj", "pobj"} else ()
    if not endings or endings[-1].tag_ != "POS" or endings[-1].i + 1 >= owner.sent.end:
        return None
    return endings[-1] if endings[-1].nbor().pos_ not in {"ADJ", "NOUN", "NUM", "PROPN"} else None


def _is_broken(tokens: Sequence[Token]) -> bool:
    """Whether a dash parts a phrase, which then is none: "an *aggressive - some* say reckless - plan"."""
    return any(t.text in _DASHES and t.whitespace_ and t.doc.tokens[t.i - 1].whitespace_ for t in tokens[1:])


def patient(frame: Frame, thing: Token, pattern: str, *, indirect: bool) -> None:
    """What something is done to: a party receives, a sum is the amount, anything else the theme."""
    if _is_said(thing) and _is_titled(frame, thing):
        frame.add(RoleName.THEME, thing, pattern, topic=True)
    elif (_is_said(thing) and not in_quotes(frame.trigger)) or thing.lower_ in _ZONES:
        # "chanted “Water, water”": words that were said are no party and no thing that something is done to.
        if _is_quoted_whole(thing, frame.trigger):
            frame.add(RoleName.THEME, thing, pattern, topic=True)
        frame.used.add(thing.i)
    elif thing.ent_type_ == "PERSON" and frame.action in _ASSENTING and pattern == "object":
        # "They agreed Bell won", where the parse lost the clause: nobody is agreed.
        frame.used.add(thing.i)
    elif thing.lower_ in REFLEXIVE or _is_stranded(thing) or (thing.lower_ == "which" and pattern != "object"):
        # "Which was seized", where nothing tells what "which" stands for.
        frame.used.add(thing.i)
    elif is_mutual(thing):
        frame.mutual = True
        frame.used.add(thing.i)
    elif thing.ent_type_ == "MONEY" or [c for c in thing.children if c.text in "$€£¥"]:
        frame.add(RoleName.AMOUNT, thing, pattern)
    elif thing.ent_type_ in TIMES or thing.lower_ in _OWNED or _is_uttered(frame, thing):
        # "spent months": no thing that something is done to. "said the voters would …": who is said, is not addressed.
        frame.add(RoleName.THEME, thing, pattern, topic=True)
    elif frame.agent(thing) and not indirect and not _is_untouched(frame):
        frame.add(RoleName.RECIPIENT, thing, pattern)
    else:
        frame.add(RoleName.THEME, thing, pattern)


def reflexive(frame: Frame, things: Sequence[Token], pattern: str) -> None:
    """Adds, in words, that somebody does it to himself: "put *himself* into the quarrel"; nobody else takes part."""
    for thing in things:
        if thing.lower_ in REFLEXIVE and thing.i in frame.used:
            frame.used.discard(thing.i)
            frame.add(RoleName.THEME, thing, pattern, topic=True)


def _is_stranded(thing: Token) -> bool:
    """Whether a word of quantity only says how much, before a preposition without a noun: "cares *nothing about*"."""
    empty = (p for p in children(thing, "prep") if "pobj" not in p.kinds and "pcomp" not in p.kinds)
    return thing.lower_ in _QUANTITIES and any(empty)


def _is_said(thing: Token) -> bool:
    """Whether the whole of a phrase stands between quotation marks: not "its “roving envoy” Bell"."""
    return in_quotes(thing) and all(in_quotes(t) for t in phrase(thing) if not t.is_punct)


def _is_quoted_whole(thing: Token, verb: Token) -> bool:
    """Whether an object is all that stands between two quotation marks: "chanted “*no more guns*”"."""
    if thing.dep_ != "dobj" or thing.i < verb.i or verb.pos_ != "VERB":
        return False
    inner = [each for each in thing.subtree if in_quotes(each) and not each.is_punct]
    if inner[-1].i + 1 >= len(thing.doc):
        return False
    before, after = inner[0].nbor(-1), inner[-1].nbor()
    if after.text in _STOPS and after.i + 1 < len(after.doc):
        after = after.nbor()
    return {before.text, after.text} <= _MARKS and not before.nbor(-1).is_punct


def _is_titled(frame: Frame, thing: Token) -> bool:
    """Whether what stands between quotation marks is a no words that somebody says: "produced “*Norland Nights*”"."""
    verb = frame.trigger
    cue = frame.lexicon.cues.get((verb.lemma_.lower(), "verb"))
    said = (cue is not None and cue.name == "say") or frame.action in _UTTERING or frame.action in _VOICING
    named = (
        thing.pos_ in {"NOUN", "PROPN"}
        and thing.i > verb.i
        and thing.dep_ in {"conj", "dobj"}
        and governor_of(thing) is verb
    )
    return named and verb.pos_ == "VERB" and not said and not in_quotes(verb)


def _is_untouched(frame: Frame) -> bool:
    """Whether nothing is done to the object of a verb: it comes to be, is wanted, got or shown, or used.

    Somebody is asked where the verb tells what to do: "wants *them* to go", not "shows *them* walking". Of a passive it
    is so where it says who wants, gets or shows it.
    """
    passive = is_passive(frame.trigger)
    if passive and "agent" not in frame.trigger.kinds:
        return False
    if frame.trigger.lemma_ in USING:
        return not passive
    asked = any(clause.tag_ != "VBG" for clause in children(frame.trigger, "xcomp", "ccomp"))
    return frame.action in frame.lexicon.words.get("untouching", ()) and not asked


def _is_uttered(frame: Frame, thing: Token) -> bool:
    """Whether what stands behind a verb of saying is what is said, and no party: "said single people and families"."""
    return frame.action in _UTTERING and frame.trigger.pos_ == "VERB" and thing.dep_ != "nsubjpass"


def is_mutual(token: Token) -> bool:
    """Whether a nominal is "each other" or "one another"."""
    before = _MUTUAL.get(token.lower_)
    return before is not None and token.i > 0 and token.nbor(-1).lower_ == before
