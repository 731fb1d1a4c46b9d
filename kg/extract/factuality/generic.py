"""What tells of a kind, or of whenever something is so, and of no event: "pirates take hostages", "when they meet".

Generics and habituals after Carlson and Pelletier (1995): the simple present of a bare plural, "anyone" or "you" tells
of no single event; *when* or *whenever* with it restricts a rule as *if* does (Farkas and Sugioka 1983).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality.conditions import is_asked
from kg.extract.factuality.forms import is_past
from kg.extract.factuality.moods import is_scheduled
from kg.extract.factuality.readings import cue_class
from kg.extract.quotes import in_quotes
from kg.extract.syntax import SUBJECT, TIMES, children, conjuncts, governor_of, is_definite, is_passive
from kg.extract.valency import NAMING

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_PRESENT = frozenset({"VBP", "VBZ"})
_RELATIVE = frozenset({"WDT", "WP"})
_WHEN = frozenset({"when", "whenever"})
_WHOEVER = frozenset({"anybody", "anyone", "whoever"})
_ONE = frozenset({"anything", "one", "someone", "somebody", "something", "you", *_WHOEVER})
_FIRST = frozenset({"i", "we"})
_EACH = frozenset({"any", "each", "every"})
_A = frozenset({"a", "an", "any", "each", "every"})
_WILL = frozenset({"will", "wo", "'ll", "’ll"})
_JOINING = frozenset({"cc", "punct"})
_LIMITING = frozenset({"especially", "even", "just", "only", "particularly"})
_SPELLS = frozenset(
    {"age", "case", "day", "era", "hour", "moment", "month", "period", "season", "time", "week", "year"}
)
_NOW = frozenset({"currently", "now", "today"})
_STILL = _NOW | {"already", "increasingly", "still"}
_SOUGHT = frozenset({"anything", "evidence", "information", "intelligence", "tips"})
_AS_TO = frozenset({"look at", "talk about", "think about", "think of"})


def is_of_kind(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb tells what a kind does ("pirates take hostages"); what people say now is an event all the same."""
    helped = children(verb, "aux")
    if verb.tag_ != "VBP" and [c.tag_ for c in helped if c.lemma_ == "do"] != ["VBP"]:
        return False
    doers = children(verb, "nsubj")
    doer = verb.head if doers and verb.dep_ == "relcl" and doers[0].tag_ in _RELATIVE else next(iter(doers), None)
    bare = doer is not None and _is_bare(doer)
    if bare and doer is verb.head and _is_told_of(verb):
        return False
    if any(c.lower_ in _STILL for c in children(verb, "advmod")):
        # "Women still earn less".
        return False
    if verb.dep_ == "relcl" and doer is not verb.head and is_definite(verb.head):
        # "The barriers that women face": there are some.
        return False
    attitude = any(cue_class(c, lexicon) for c in (verb, *children(verb, "acomp"))) and not _is_effort(verb, lexicon)
    # "People see you differently": you are whoever it may be.
    attitude = attitude and not any(c.lower_ == "you" for c in children(verb, "dobj"))
    return bare and not attitude and len(helped) == (verb.tag_ == "VB") and not children(verb, "npadvmod")


def _is_bare(noun: Token) -> bool:
    """Whether a plural, or each of several, has no word before or behind it: "pirates", "banks and insurers"."""
    return all(
        n.tag_ == "NNS" and all(c.dep_ in _JOINING for c in (*n.lefts, *children(n, "prep"))) for n in conjuncts(noun)
    )


def _is_effort(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb that may tell what somebody tries to do has nothing that he tries: "people *fight* over it"."""
    found = cue_class(verb, lexicon)
    return found is not None and found.name == "try" and "xcomp" not in verb.kinds


def _is_told_of(clause: Token) -> bool:
    """Whether a relative clause tells of some: it only adds something, they did something, or it says what some are."""
    noun, edge = clause.head, clause.left_edge
    main = governor_of(noun)
    added = edge.i > 0 and edge.nbor(-1).text == ","
    counted = noun.dep_ == "attr" or (noun.dep_ == "pobj" and noun.head.lower_ == "of")
    return added or counted or (main is not None and is_past(main))


def is_of_whoever(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb tells what anybody does, if there is one: "anyone who *cannot win* leaves", "whoever *pays*"."""
    doers = children(verb, "nsubj", "nsubjpass")
    if verb.dep_ == "relcl" and doers and doers[0].tag_ in _RELATIVE:
        return verb.head.lower_ in _WHOEVER and doers[0].lower_ != "whoever"
    told = cue_class(verb, lexicon)
    # "Anyone who knows more is asked to call": they are asked.
    asked = told is not None and told.attributes and is_passive(verb)
    return any(doer.lower_ in _WHOEVER for doer in doers) and _is_now(verb) and not asked


def is_recurring(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb tells what is so whenever something is, or that thing: "when they *lose*, they *blame* us"."""
    if is_whenever(verb, lexicon):
        return True
    if not _is_simple(verb) or verb.lemma_ == "be" or _is_of_now(verb) or _is_counted(verb):
        return False
    told = cue_class(verb, lexicon)
    if (told is not None and told.attributes) or verb.lemma_ in NAMING:
        # "When it rains, they say so", "call it mud": they say it now.
        return False
    found = [c for c in children(verb, "advcl") if not is_topic(c)]
    times = [*children(verb, "npadvmod"), *(children(verb.head, "npadvmod") if verb.dep_ == "ccomp" else ())]
    return any(is_whenever(c, lexicon) for c in found) or any(_is_each_time(t) and t.i < verb.i for t in times)


def is_whenever(clause: Token, lexicon: Lexicon) -> bool:
    """Whether a clause in the present with *when* tells of no one time: "when people *lose*", "every time you *lose*".

    Not what is set for a day ("on Tuesday, when they vote"), nor what somebody asks ("asked when they leave").
    """
    if clause.dep_ == "relcl":
        return _is_each_time(clause.head) and _is_now(clause)
    if is_topic(clause):
        return True
    opening = [c for c in children(clause, "advmod", "mark") if c.lower_ in _WHEN and c.i < clause.i]
    if not opening or not _is_now(clause) or not _opens(opening[0], clause) or _is_of_time(opening[0]):
        return False
    if clause.dep_ != "advcl":
        return opening[0].lower_ == "whenever" or (_is_anybody(clause) and _stands_alone(clause))
    return opening[0].lower_ == "whenever" or _is_rule(clause, clause.head, lexicon)


def _is_rule(clause: Token, main: Token, lexicon: Lexicon) -> bool:
    """Whether a clause with *when* and its main clause make a rule, and tell of no one time."""
    if main.pos_ not in {"VERB", "AUX"} or is_asked(clause) or is_scheduled(clause, main):
        return False
    main = _told(clause, main, lexicon)
    if _is_of_day(main) or _is_of_day(clause) or _is_considering(clause):
        return False
    anybody = _is_anybody(clause)
    # The parse may hang what is quoted on the verb that quotes it.
    apart = in_quotes(clause) and not in_quotes(main)
    if not apart and (is_past(main) or _has_future(main) or _is_perfect(main)):
        return anybody and _has_future(main)
    told = cue_class(clause, lexicon) if "ccomp" in clause.kinds else None
    timeless = _is_timeless(clause) or _is_going_on(clause, main)
    timeless = timeless and not (told is not None and told.attributes) and not _is_counted(main)
    return anybody or (timeless and (apart or _is_simple(main)))


def _told(clause: Token, main: Token, lexicon: Lexicon) -> Token:
    """What is so whenever something is, where the parse hangs that on the saying: "when it is, he said, I pay"."""
    said = cue_class(main, lexicon) if main.tag_ == "VBD" and clause.i < main.i else None
    behind = [c for c in children(main, "ccomp") if c.i > main.i] if said is not None and said.name == "say" else []
    return behind[0] if behind and not in_quotes(clause) else main


def _is_considering(clause: Token) -> bool:
    """Whether somebody tells by *when* what he has in mind: "when I look at how she plays"."""
    first = any(c.lower_ in _FIRST for c in children(clause, "nsubj"))
    return first and clause.lemma_ in {"consider", "hear", "look", "see", "think"}


def is_in_tale(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb in the present tells what happens in a song or film: "a song about a sailor who *loses* a boat".

    "The film, in which a man *loses*", "in the film a man *loses*" too, unlike "in the film she *plays* a nurse".
    """
    if not _is_now(verb):
        return False
    tales = lexicon.words.get("fiction", ())
    if verb.dep_ == "relcl":
        noun = verb.head
        over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in {"about", "of"} else None
        inside = verb.left_edge.lower_ in {"in", "where"} and noun.lemma_ in tales
        return inside or (over is not None and over.lemma_ in tales and not is_definite(noun))
    told = any(day.lemma_ in tales for p in children(verb, "prep") if p.lower_ == "in" for day in children(p, "pobj"))
    return told and any(c.lower_ in _A for s in children(verb, "nsubj") for c in s.children)


def is_needed(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a clause tells what somebody is to be who is needed: "we need a leader *who listens*"."""
    noun = verb.head
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and noun.lower_ in _SOUGHT:
        # "A reward for information *leading* to an arrest".
        return noun.dep_ == "pobj" and noun.head.lower_ == "for" and not is_definite(noun)
    if verb.dep_ != "relcl" or not (_is_now(verb) or any(c.tag_ == "MD" for c in children(verb, "aux"))):
        return False
    while noun.dep_ in {"appos", "conj"} or (noun.dep_ == "pobj" and noun.head.lower_ == "with"):
        noun = noun.head if noun.dep_ != "pobj" else noun.head.head
    needed = noun.dep_ == "dobj" and noun.head.lemma_ in lexicon.words.get("needing", ())
    return needed and not is_definite(noun)


def is_topic(clause: Token) -> bool:
    """Whether "when it comes to" or "when you look at" only tells what something is about."""
    if not any(c.lower_ == "when" for c in clause.kinds.get("advmod", ())):
        return False
    subjects = {s.lower_ for s in children(clause, "nsubj")}
    looking = any(f"{clause.lemma_} {p.lower_}" in _AS_TO for p in children(clause, "prep"))
    return (clause.lemma_ == "come" and "it" in subjects) or (looking and "you" in subjects and _is_now(clause))


def _is_counted(verb: Token) -> bool:
    """Whether as many as a number did it, which is no rule: "when she enters, *four men* are seen"."""
    return any(s.tag_ == "CD" or "nummod" in s.kinds for s in children(verb, "nsubj", "nsubjpass"))


def _opens(when: Token, clause: Token) -> bool:
    """Whether *when* stands first in its clause, but for a word that limits it: "even when", "only when"."""
    return all(
        t.lower_ in _LIMITING or t.is_punct or t.pos_ == "CCONJ" for t in clause.doc.tokens[clause.left_edge.i : when.i]
    )


def _stands_alone(clause: Token) -> bool:
    """Whether the parse has a clause with *when* for what is said: "“When people lose, they see it”, she said"."""
    if clause.dep_ == "ccomp":
        return in_quotes(clause) and not in_quotes(clause.head)
    return clause.dep_ == "ROOT" and all(t.text != "?" for t in clause.sent)


def _is_of_time(when: Token) -> bool:
    """Whether *when* stands for a time right before it: "in an era *when* banks fail"."""
    return when.i > when.sent.start and when.nbor(-1).lemma_ in _SPELLS


def _is_each_time(noun: Token) -> bool:
    """Whether a noun is "time" in "every time they lose"."""
    return noun.lower_ == "time" and bool(children(noun, "relcl")) and any(c.lower_ in _EACH for c in noun.children)


def _is_anybody(clause: Token) -> bool:
    """Whether a clause is about whoever it may be: a bare plural, "you", "someone", "a bank"."""
    doers = children(clause, "nsubj", "nsubjpass")
    return bool(doers) and all(map(_is_unnamed, doers))


def _is_unnamed(doer: Token) -> bool:
    if doer.lower_ in _ONE:
        return True
    if doer.pos_ != "NOUN" or (doer.tag_ == "NNS" and doer.head.tag_ == "VBG"):
        # "When experts are telling it to you" may be of now.
        return False
    before = [c for c in doer.children if c.i < doer.i and c.dep_ not in {"amod", "compound", "punct"}]
    return all(c.lower_ in _A for c in before) if doer.tag_ == "NN" and before else doer.tag_ == "NNS" and not before


def _first(verb: Token) -> Token:
    return (*children(verb, "aux", "auxpass"), verb)[0]


def _is_now(verb: Token) -> bool:
    """Whether a verb is in the present, or can do something now."""
    first = _first(verb)
    return first.tag_ in _PRESENT or (first.lower_ in {"can", "ca", "cannot"})


def _is_perfect(verb: Token) -> bool:
    return any(c.lemma_ == "have" for c in children(verb, "aux"))


def _is_timeless(verb: Token) -> bool:
    """Whether a verb is in the simple present, passive or not, and so tells of nothing that goes on now."""
    return _first(verb).tag_ in _PRESENT and verb.tag_ != "VBG" and not _is_perfect(verb)


def _is_going_on(clause: Token, main: Token) -> bool:
    """Whether a clause is progressive, and its main clause no state: "when she is working, she sings"."""
    first = _first(clause)
    return clause.tag_ == "VBG" and first.tag_ in _PRESENT and first.lemma_ == "be" and main.lemma_ != "be"


def _is_simple(verb: Token) -> bool:
    return _is_timeless(verb) and bool(children(verb, *SUBJECT))


def _has_future(verb: Token) -> bool:
    return any(c.lower_ in _WILL for c in children(verb, "aux"))


def _is_of_day(verb: Token) -> bool:
    """Whether a date hangs on a verb: "opens on Friday, when they vote"."""
    days = [*children(verb, "npadvmod"), *(day for p in children(verb, "prep") for day in children(p, "pobj"))]
    return any(day.ent_type_ in TIMES for day in days)


def _is_of_now(verb: Token) -> bool:
    return _is_of_day(verb) or any(c.lower_ in _NOW for c in children(verb, "advmod"))
