"""What an authority makes of an event, and the words that change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from kg.extract.once import once
from kg.extract.quotes import in_quotes
from kg.extract.syntax import children, is_passive
from kg.extract.valency import ADDRESSING
from kg.model import Certainty, Modality, Polarity

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import CueClass, Lexicon, Stance

_CERTAIN, _UNKNOWN = Certainty.CERTAIN, Certainty.UNKNOWN
_ASSERTED = Modality.ASSERTED
_POSITIVE, _NEGATIVE = Polarity.POSITIVE, Polarity.NEGATIVE
ORDER = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
PURPOSE = "purpose"  # the reason of an infinitive that tells what something is done for
_RANK = {certainty: rank for rank, certainty in enumerate(ORDER)}
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_ENDINGS = frozenset({"ing", "ed", "es"})
_PART_OF_SPEECH = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
_JOINING = frozenset({"aux", "neg", "mark", "advmod"})
_JOINTS: tuple[str, ...] = ("not", "whether", "if", "that", "to")
_DASHES = frozenset({";", "--", "–", "—"})
_CIRCUMSTANCES = frozenset({"after", "although", "as", "because", "if", "once", "since", "though", "when", "while"})
_WILLED = frozenset({"manage", "want"})
_DEGREES = frozenset({"so", "such"})
_DEGREE_PLACES = frozenset({"advmod", "amod", "predet"})
_SPOKEN = frozenset({"say", "believe", "know", "show", "suggest", "allege", "expect", "doubt"})


class Reading(Struct, frozen=True, kw_only=True, gc=False):
    """A verb or noun as its innermost authority puts it; ``cue`` is the token that makes it somebody's content.

    ``undecided`` says that no rule told how far it is put forward: that it is unknown is then not what the text says.
    """

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    future: bool = False
    modality: Modality = Modality.ASSERTED
    cue: Token | None = None
    undecided: bool = False
    reasons: tuple[str, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether nothing puts it in doubt, denies it or moves it into the future."""
        return self.certainty is _CERTAIN and not self.future and self.modality is _ASSERTED

    def under(self, stance: Stance, reason: str) -> Reading:
        """The reading, seen through a word that governs or marks it."""
        weaker = self.certainty if _RANK[self.certainty] > _RANK[stance.certainty] else stance.certainty
        return replace(
            self,
            polarity=product(self.polarity, stance.polarity),
            certainty=weaker,
            future=self.future or stance.future,
            modality=stance.modality if stance.modality is not _ASSERTED else self.modality,
            reasons=(*self.reasons, reason),
        )

    def unclear(self, reason: str) -> Reading:
        """The reading under a word of which no rule says what it does: nothing can be told."""
        return replace(self.doubted(_UNKNOWN, reason), undecided=True)

    def doubted(self, certainty: Certainty, reason: str) -> Reading:
        """The reading with at most that certainty."""
        weaker = self.certainty if _RANK[self.certainty] > _RANK[certainty] else certainty
        return replace(self, certainty=weaker, reasons=(*self.reasons, reason))


def product(one: Polarity, other: Polarity) -> Polarity:
    """The polarity of one thing under another: a denied denial affirms."""
    return _POSITIVE if one is other else _NEGATIVE


def cue_class(token: Token, lexicon: Lexicon, clause: Token | None = None) -> CueClass | None:
    """The class of a word that governs a clause; with its particle or preposition first ("call for", "rule out").

    With ``clause``, first by how that is joined: "told X *to* go", "warned X *not* to go", "decided *whether* to go".
    """
    if clause is None:
        return _plain_class(token, lexicon)
    part = _PART_OF_SPEECH.get(token.pos_)
    if part is None:
        return None
    for joined in _joined(clause):
        found = lexicon.cues.get((f"{token.lemma_.lower()} {joined}", part))
        # Who is chosen, or expected, to do something has not chosen to, and does not want to.
        unwilled = found is not None and joined == "to" and found.name in _WILLED and is_passive(token)
        if found is not None and not (unwilled or (joined == "not" and found.name == "manage" and _is_that(clause))):
            return found
    return _plain_class(token, lexicon)


def _is_that(clause: Token | None) -> bool:
    """Whether a clause opens with *that*: who decides that something is not so keeps from nothing."""
    return clause is not None and any(c.lower_ == "that" for c in children(clause, "mark"))


@once
def _plain_class(token: Token, lexicon: Lexicon) -> CueClass | None:
    part, lemma = _PART_OF_SPEECH.get(token.pos_), token.lemma_.lower()
    if part is None:
        return None
    if lemma == "order" and part == "noun" and token.head.lower_ == "in" and not children(token, "det", "poss"):
        # "In order to win": nobody orders it.
        return None
    for child in children(token, "prt", "prep"):
        if found := lexicon.cues.get((f"{lemma} {child.lower_}", part)):
            return found
    return lexicon.cues.get((lemma, part)) or _mended(token, lemma, part, lexicon)


def _mended(token: Token, lemma: str, part: str, lexicon: Lexicon) -> CueClass | None:
    """The class of a verb whose lemma lost its last letter: "hoping" → "hop", though "hop" has "hopping"."""
    lost = part == "verb" and token.lower_.startswith(lemma) and token.lower_[len(lemma) :] in _ENDINGS
    return lexicon.cues.get((f"{lemma}e", part)) if lost else None


def _joined(clause: Token) -> list[str]:
    if clause.pos_ == "ADJ":
        # "Pleaded guilty".
        return [clause.lower_]
    words = {c.lower_ for c in clause.children if c.dep_ in _JOINING}
    if words.isdisjoint(_JOINTS):
        return ["doing"] if clause.tag_ == "VBG" and not children(clause, "aux", "nsubj") else []
    perfect = "have" in [c.lemma_ for c in children(clause, "aux")]
    joins = ["to have" if perfect and word == "to" else word for word in _JOINTS if word in words]
    # "Expects Norland to leave" is no aim of whoever expects it; who "dares Norland to leave" stays.
    return ["one to", *joins] if "to" in joins and _has_doer(clause) else joins


def _has_doer(clause: Token) -> bool:
    """Whether an infinitive has a doer other than that of its head: its subject, or the object before it."""
    if children(clause, "nsubj", "nsubjpass"):
        return True
    return clause.dep_ == "xcomp" and any(clause.head.i < c.i < clause.i for c in children(clause.head, "dobj"))


def governs(head: Token, clause: Token, found: CueClass) -> bool:
    """Whether a clause under a cue is its content.

    A finite clause before the cue is what was said or thought ("The talks failed, X said"); it is never what was asked
    for or promised: there the parse went wrong ("X refused, a day after Y urged it to agree").
    """
    if clause.dep_ != "ccomp":
        return True
    if clause.i > head.i:
        return not (_is_main(clause, head) or _is_outcome(clause, head) or _is_relative(clause, head))
    finite = clause.tag_ in _FINITE or any(c.tag_ in _FINITE for c in children(clause, "aux"))
    if finite and found.name in _SPOKEN:
        if _is_beside(head, clause) or _is_subjectless(head):
            return False
        # "Miller scolded him: “Leave,” she said": what stands before the colon is told by nobody.
        return all(in_quotes(t) for t in head.doc.tokens[clause.i + 1 : head.i] if t.text == ":")
    return not finite


def _is_subjectless(head: Token) -> bool:
    """Whether a passive cue lacks its subject: "Some object to one who never won, *is considered* dull"."""
    return "auxpass" in head.kinds and not children(head, "nsubjpass", "nsubj", "expl", "csubj", "csubjpass")


def _is_outcome(clause: Token, head: Token) -> bool:
    """Whether a clause tells what so much of something leads to: "tells so many lies that nobody listens"."""
    edge = clause.left_edge
    things = [c for c in head.kinds.get("dobj", ()) if head.i < c.i < edge.i] if edge.lower_ == "that" else ()
    return any(t.lower_ in _DEGREES and t.dep_ in _DEGREE_PLACES for thing in things for t in thing.subtree)


def _is_relative(clause: Token, head: Token) -> bool:
    """Whether "that" stands for an object that the clause lacks: "upholds the image of the man *that* they admire"."""
    that = [c for c in clause.kinds.get("dobj", ()) if c.lower_ == "that"]
    return bool(that) and that[0] is clause.left_edge and any(c.i < clause.i for c in head.kinds.get("dobj", ()))


def _is_beside(head: Token, clause: Token) -> bool:
    """Whether a dash parts a clause from one with an object of its own: "They know it — they have seen the film"."""
    if "dobj" not in head.kinds or "dative" in head.kinds or head.lemma_ in ADDRESSING:
        return False
    between = head.doc.tokens[clause.i : head.i]
    return any(t.text in _DASHES for t in between) and all(t.i > head.i for t in children(head, "dobj"))


def _is_main(clause: Token, head: Token) -> bool:
    """Whether the parse took a main clause for what its adverbial clause says: "While they found it, it was lost"."""
    subjects = children(clause, "nsubj", "nsubjpass")
    edge = subjects[-1].left_edge.i if len(subjects) > 1 else clause.left_edge.i
    if clause.doc.tokens[edge - 1].text != "," or edge <= head.i + 1:
        return False
    if not any(c.lower_ in _CIRCUMSTANCES and c.i < head.i for c in children(head, "mark", "advmod")):
        return False
    # One subject of two is that of the clause of which the parse lost the verb.
    return len(subjects) > 1 or (bool(subjects) and not children(clause, "mark"))
