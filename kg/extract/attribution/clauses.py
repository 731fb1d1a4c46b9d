"""What the clauses of verbs and adjectives attribute: "X said that …", "X is confident that …", "…, X said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.attribution.asides import asides, is_aside, said_before
from kg.extract.attribution.beside import closes
from kg.extract.attribution.displaced import displaced, phrases_before
from kg.extract.attribution.evidence import is_mere_evidence
from kg.extract.attribution.handled import handled
from kg.extract.attribution.listed import listed
from kg.extract.attribution.objects import ABOUT
from kg.extract.attribution.recalled import narrated, recalled
from kg.extract.attribution.supplements import is_calling
from kg.extract.attribution.ungoverned import (
    ADVERBIAL,
    closed,
    inserted,
    is_adverbial,
    is_of_others,
    last_words,
    says_again,
    says_that,
)
from kg.extract.drafts import Draft, authority_of
from kg.extract.entities import is_agent
from kg.extract.factuality import cue_class, governs, is_inserted, is_led, is_open, is_reply, negation
from kg.extract.quotes import in_quotes
from kg.extract.syntax import SUBJECT, children, governor_of, is_passive, objects_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from kg.extract.attribution.words import Words
    from kg.extract.tree import Token
    from kg.model import EntityMention
    from kg.ontology import CueClass, Lexicon

_OF_EVENTS = frozenset({"request", "promise", "threaten", "deny", "plan", "want", "allege", "suggest"})
# What papers and polls can do as well as those who wrote them.
_OF_DOCUMENTS = frozenset({"say", "allege", "suggest", "deny", "know", "show", "expect", "ask-whether"})
_SAYING = frozenset({"say", "allege", "deny"})
# What can be so for people in general, without anybody named.
_UNOWNED = frozenset({"say", "allege", "deny", "believe", "doubt", "expect"})
# What binds or charges somebody, and what leaves open whether it was done.
_COMMITTING = frozenset({"allege", "deny", "promise", "threaten"})
_POSSIBLE = frozenset({"could", "may", "might"})
# Who stands for people that nobody names: "some believe that it fell".
_SOME = frozenset({"few", "many", "most", "several", "some"})
# What nothing but somebody does: "the year saw prices fall" is nobody's word.
_SENSES = frozenset({"hear", "see", "watch", "witness"})
_IT = frozenset({"it", "so", "this"})  # "Said it twice, he is proud": the clause is no object of the saying
_HUNG = frozenset({"ccomp", "pcomp", "relcl"})
_TOPICS = frozenset({"against", "for", "of"})
_MENTAL = frozenset({"believe", "doubt", "know", "show"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def clausal(
    words: Words, mentions: Mapping[int, EntityMention], triggers: Mapping[int, Token], lexicon: Lexicon
) -> Iterator[Draft]:
    """A draft for each verb and predicate adjective whose class makes its subject an authority."""
    for word in (*words.adjectives, *words.verbs):
        found = cue_class(word, lexicon)
        if found is None:
            continue
        clauses = _clauses(word, found, lexicon)
        if clauses:
            found = cue_class(word, lexicon, clauses[0]) or found
        if (
            not found.attributes
            or _is_untold(word, found, clauses)
            or _is_blamed(word)
            or _is_only_possible(word, found)
        ):
            # Of what somebody does not know or tell he is no authority, nor of what he is to blame for or might say.
            continue
        content = _all_content(word, found, clauses, triggers, lexicon)
        verb = word if word.pos_ != "ADJ" else word.head
        authority = _speaker_of(verb, mentions, triggers, lexicon) if content else None
        if content and is_mere_evidence(verb, authority, triggers, lexicon):
            yield Draft(cue=word, authority=authority, content=content, pattern=ABOUT, kind=found.name)
        elif content and _is_theirs(verb, authority, found, mentions, lexicon):
            yield Draft(cue=word, authority=authority, content=content, pattern=f"{found.name} clause", kind=found.name)


def _is_untold(word: Token, found: CueClass, clauses: list[Token]) -> bool:
    """Whether somebody does not know something, or does not tell why or how it is so."""
    if found.name not in {"know", "say"} or not (negation.empties(word) or negation.yet(word.head)):
        return False
    return found.name == "know" or any(is_open(c) for c in clauses)


def _is_only_possible(word: Token, found: CueClass) -> bool:
    """Whether somebody could make a threat or promise, which he has not made: "the firm could threaten to close"."""
    return found.name in _COMMITTING and any(c.lower_ in _POSSIBLE for c in children(word, "aux"))


def _is_blamed(word: Token) -> bool:
    """Whether an infinitive is done to its subject: "Norland *is to blame* for it" (Quirk et al. 1985, 17.31)."""
    bare = word.tag_ == "VB" and word.dep_ == "xcomp" and word.head.lemma_ == "be"
    return bare and word.lemma_ == "blame" and not children(word, "dobj")


def _clauses(word: Token, found: CueClass, lexicon: Lexicon) -> list[Token]:
    clauses = [c for c in children(word, "ccomp", "xcomp") if governs(word, c, found) and _is_content(c, word, found)]
    clauses += [c for c in children(word, "advcl") if is_led(c, word, lexicon)]
    after = [c for c in clauses if c.i > word.i and any(m.lower_ == "that" for m in children(c, "mark"))]
    # A cue between the marks of a parenthesis introduces what follows it there, whatever it hangs on.
    clauses = after or clauses
    return (
        (clauses or (displaced(word) if found.name in _SAYING else []))
        + recalled(word)
        + (narrated(word, lexicon) if found.name == "say" else [])
        + [
            c
            for p in children(word, "prep")
            if p.lower_ in _TOPICS and word.doc.tokens[p.i - 1].text != ","
            for c in children(p, "pcomp")
        ]
    )


def _is_content(clause: Token, cue: Token, found: CueClass) -> bool:
    """Whether a clause is what its cue is about, and no aim, time or reason of it."""
    if clause.left_edge.i == cue.i + 1 and clause.left_edge.tag_ in _FINITE and cue.dep_ != "relcl":
        # "What X says is a lie": the parse took the verb of the sentence for a clause; a relative clause has its own.
        return False
    if found.name == "say":
        aim = clause.i > cue.i and any(clause.dep_ == "xcomp" or t.lower_ in _IT for t in children(cue, "dobj"))
        aim = aim or (clause.i < cue.i and says_that(cue))
        marks = (m.lower_ for m in children(clause, "mark", "advmod") if m.i < clause.i)
        after_colon = clause.i < cue.i and any(t.text == ":" for t in cue.doc[clause.i : cue.i])
        return not (aim or after_colon or (clause.i > cue.i and any(m in ADVERBIAL for m in marks)))
    return found.name not in _MENTAL or _is_proposition(clause)


def _is_proposition(clause: Token) -> bool:
    """Whether a clause can be held to be so: knowing *what to do*, or considering *leaving*, holds nothing to be so."""
    if is_finite(clause) or clause.pos_ == "AUX":
        return True
    return clause.tag_ in {"VB", "VBN"} and not _asks(clause)


def _all_content(
    word: Token, found: CueClass, clauses: list[Token], triggers: Mapping[int, Token], lexicon: Lexicon
) -> set[int]:
    """The tokens of the content: clauses, the events that are asked for or denied, or the sentence around the cue."""
    speaks = found.name == "say"
    if not clauses and found.name in _OF_EVENTS and word.pos_ != "ADJ":
        clauses = _event_objects(word, triggers)
    apart = {t.i for c in clauses for aside in asides(c, word, found, lexicon) for t in aside.subtree}
    content = {t.i for clause in clauses for t in _content(clause, word, lexicon, apart)}
    if speaks:
        content |= {i for c in clauses for i in listed(word, c, lexicon)}
        content = closed(word, content) or content or inserted(word)
        return last_words(word, content) if any(says_again(word, c, lexicon) for c in clauses) else content
    if found.name == "request" and any(c.dep_ == "xcomp" for c in clauses):
        content |= {t.i for asked in _asked(word) for t in asked.subtree if asked.i < clauses[0].i}
    return content


def _asks(clause: Token) -> bool:
    return any(t.tag_ in {"WRB", "WP", "WDT"} for t in clause.children)


def is_finite(clause: Token) -> bool:
    """Whether a clause has a tense or a modal."""
    return clause.tag_ in _FINITE or any(c.tag_ in _FINITE for c in children(clause, "aux", "auxpass"))


def _is_theirs(
    verb: Token,
    authority: Token | None,
    found: CueClass,
    mentions: Mapping[int, EntityMention],
    lexicon: Lexicon,
) -> bool:
    """Whether the subject can mean it, or the verb is one that leaves open whose word it is ("it is said that")."""
    if authority is None:
        return is_passive(verb) and found.name in _UNOWNED
    if authority.lower_ in _SOME and authority.dep_ == "nsubj" and found.name in _UNOWNED:
        return True
    if verb.lemma_ in _SENSES:
        return is_agent(authority, mentions.get(authority.i), lexicon)
    return found.name in _OF_DOCUMENTS or is_agent(authority, mentions.get(authority.i), lexicon)


def _asked(verb: Token) -> list[Token]:
    """Who is to do it: "urged X to …", "called on X to …"."""
    addressed = (p for p in children(verb, "prep") if p.lower_ in {"on", "upon", "for"})
    return [*children(verb, "dobj"), *(t for p in addressed for t in children(p, "pobj"))]


def _event_objects(verb: Token, triggers: Mapping[int, Token]) -> list[Token]:
    direct = [t for t in children(verb, "dobj", "nsubjpass") if t.i in triggers]
    return direct or [t for p in children(verb, "prep") if p.lower_ == "for" for t in objects_of(p) if t.i in triggers]


def _content(clause: Token, cue: Token, lexicon: Lexicon, apart: Collection[int] = ()) -> Iterator[Token]:
    # A cue can stand inside the clause that it governs: "The talks, he said, will resume".
    inside = {t.i for t in cue.subtree} if clause.is_ancestor(cue) else {*apart, *_set_before(clause, cue)}
    # What is told of where it was said is no part of it: "…, according to a speech that X gave".
    words = list(clause.subtree)
    told = [t for c in words if c.lower_ == "according" for t in c.subtree if t.dep_ == "relcl"]
    told += [c for c in words if c.lower_ == "according" and closes(c)]
    told += [c for c in words if c.dep_ == "conj" and is_reply(c, lexicon)]
    # What goes on behind the marks is the writer's: "X said, “We lost,” when Y asked him".
    told += [c for c in children(clause, "advcl") if in_quotes(clause) and c.i > clause.i and _is_behind_marks(c)]
    told += phrases_before(clause)
    told += [c for c in words if c.dep_ == "advcl" and is_of_others(c, lexicon)]
    inside.update(t.i for part in told for t in part.subtree)
    inside.update(
        t.i for c in words if c.dep_ in _HUNG and is_inserted(c, lexicon) for t in (c, *children(c, *SUBJECT))
    )
    # "X said it was what she *calls* a war": the calling is told by whoever tells that X said so.
    inside.update(t.i for c in words if is_calling(c) and not in_quotes(c) for t in (c, *children(c, "dobj", *SUBJECT)))
    for token in words:
        if token.i not in inside and not (token.dep_ == "mark" and token.lower_ == "that" and token.head.i == clause.i):
            yield token


def _set_before(clause: Token, cue: Token) -> set[int]:
    """A clause of time or reason that stands before its speaker: "While he sold it, X said that …" is not X's word."""
    before = [c for c in children(clause, "advcl") if c.i < cue.i < clause.i]
    return {t.i for c in before if is_adverbial(c) for t in c.subtree}


def _is_behind_marks(clause: Token) -> bool:
    return is_finite(clause) and not in_quotes(clause) and is_adverbial(clause)


def _speaker_of(
    verb: Token, mentions: Mapping[int, EntityMention], triggers: Mapping[int, Token], lexicon: Lexicon
) -> Token | None:
    """The authority of a verb; an aside is the speaker's, unless what he said has an agent of its own."""
    authority = authority_of(verb)
    if (told := said_before(verb, lexicon)) is not None:
        return authority_of(told)
    if (words := handled(verb, lexicon)) is not None:
        return words
    if authority is not None and verb.dep_ == "acl" and _is_speech(authority, triggers, lexicon):
        # "Spoke at a conference announcing that …", "sent a message saying that …": who spoke or sent it.
        main = governor_of(authority)
        speaker = authority_of(main) if main is not None else None
        return speaker if speaker is not None and is_agent(speaker, mentions.get(speaker.i), lexicon) else authority
    over = verb.head.head
    if verb.dep_ != "advcl" or verb.head.dep_ != "ccomp" or not is_aside(verb, lexicon):
        return authority
    found = cue_class(over, lexicon)
    theirs = authority is not None and is_agent(authority, mentions.get(authority.i), lexicon)
    if found is None or found.name != "say" or (theirs and verb.lemma_ != "add"):
        return authority
    return authority_of(over)


def _is_speech(noun: Token, triggers: Mapping[int, Token], lexicon: Lexicon) -> bool:
    """Whether a noun names what somebody does or says, and not whose that is."""
    found = cue_class(noun, lexicon)
    return not children(noun, "poss") and (noun.i in triggers or (found is not None and found.name == "say"))
