"""Clauses that the parser puts under a verb that they only stand beside, and verbs that it takes for one another."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from kg.extract.quotes import in_quotes
from kg.extract.repairs.reports import insert_report
from kg.extract.syntax import SUBJECT, children, is_dash
from kg.extract.tense import has_tense
from kg.extract.valency import ADDRESSING

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import Lexicon

_VERBAL = frozenset({"AUX", "VERB"})
_MARKS = frozenset({'"', "“", "”", "''", "``"})
_SPLITS = frozenset({";", "…", "..."})
_CONJUNCTIONS = frozenset({"after", "as", "before", "since", "until"})
# What a clause with one of these tells is when, why or in spite of what.
_CIRCUMSTANCES = frozenset({"after", "although", "because", "before", "since", "though", "until", "while"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_NOMINAL = frozenset({"NOUN", "PRON", "PROPN"})


_place = attrgetter("i")


def mend(verb: Token, lexicon: Lexicon) -> None:
    """Mends the clauses under a verb in place."""
    if "ccomp" in verb.kinds:
        _untangle(verb, lexicon)
        _leave_outside(verb, lexicon)
        _set_apart(verb)
        _turn(verb, lexicon)
        _give_predicate(verb)
    if "conj" in verb.kinds:
        _give_root(verb)
        _give_clause(verb)
    if verb.dep_ == "advcl":
        insert_report(verb, lexicon)


def _set_apart(verb: Token) -> None:
    """Parts what is said from a sentence of its own before it: "It is early; *the team says* that it will win".

    So too where nothing but a comma stands between, and what is said follows, as a clause or as an object; and what
    follows an ellipsis, or a dash behind an object.
    """
    clauses = children(verb, "ccomp")
    said = any(c.i > verb.i and children(c, "expl", *SUBJECT) and c.left_edge.i == verb.i + 1 for c in clauses)
    things = [t for t in children(verb, "dobj") if t.i > verb.i and verb.lemma_ not in ADDRESSING]
    for clause in clauses:
        if in_quotes(clause) != in_quotes(verb) or _is_inverted(clause) or _is_inverted(verb):
            continue
        if not children(clause, "expl", *SUBJECT):
            continue
        before = clause.i < verb.i and has_tense(clause) and bool(children(verb, "nsubj"))
        after = clause.i > verb.i and things
        if (before and (said or things)) or ((before or after) and _is_split(clause, verb)):
            clause.relabel("parataxis")


def _is_split(clause: Token, verb: Token) -> bool:
    """Whether a semicolon or an ellipsis stands between two verbs, or a dash right before the later clause."""
    first, last = sorted((clause, verb), key=_place)
    opening = clause.left_edge.i
    relative = any(s.tag_ in {"WDT", "WP"} for s in children(clause, *SUBJECT))
    dashed = clause is last and opening > verb.i + 1 and is_dash(verb.doc.tokens[opening - 1]) and not relative
    return dashed or any(t.text in _SPLITS for t in verb.doc.tokens[first.i : last.i])


def _untangle(verb: Token, lexicon: Lexicon) -> None:
    """Puts a clause under the one before it that opens with a conjunction, where the parse turns the two around.

    "Said so, although *others told her* that *it failed*": the parse has what others told her for what was said.
    """
    for clause in children(verb, "ccomp"):
        own = children(clause, *SUBJECT)
        if clause.i < verb.i or not own or children(clause, "mark"):
            continue
        before = [each for each in children(clause, "advcl") if each.right_edge.i + 1 == own[0].left_edge.i]
        if before and clause.left_edge.lower_ in _CIRCUMSTANCES and clause.left_edge.head is before[0]:
            over, noun = before[0], own[0].left_edge.nbor(-1)
            over.attach(verb, "advcl")
            found = lexicon.cues.get((over.lemma_.lower(), "verb"))
            if over.lemma_ in ADDRESSING or (found is not None and found.attributes):
                clause.attach(over, "ccomp")
            else:
                clause.attach(noun, "relcl" if noun.pos_ in _NOUNS else "dep")


def _leave_outside(verb: Token, lexicon: Lexicon) -> None:
    """Parts what is said from a clause of the writer's beside it.

    "“It is over,” Bell said, and *they left*": what follows a quotation outside its marks is not said. "Though *it
    failed*, Bell says that …", "said it is late, while *others left*": a clause that tells when, why or in spite of
    what. "Said they had left, *Norpost reported*": who reports it all.
    """
    clauses = children(verb, "ccomp", "xcomp")
    if len(clauses) < 2 or in_quotes(verb):  # noqa: PLR2004 (what is said, and another)
        return
    first, last = clauses[0], clauses[-1]
    between = first.i < verb.i < last.i
    if between and in_quotes(first) and not in_quotes(last):
        last.relabel("parataxis")
    elif between and not in_quotes(first) and _is_circumstance(first):
        first.relabel("advcl")
    elif verb.i < last.i and not in_quotes(last):
        if _is_circumstance(last):
            last.relabel("advcl")
        elif _reports(last, lexicon):
            last.relabel("parataxis")


def _is_circumstance(clause: Token) -> bool:
    return any(mark.lower_ in _CIRCUMSTANCES for mark in children(clause, "mark"))


def _reports(clause: Token, lexicon: Lexicon) -> bool:
    """Whether a clause behind a comma only says who says so: ", *the paper reported* on Sunday"."""
    found = lexicon.cues.get((clause.lemma_.lower(), "verb"))
    if found is None or found.name != "say" or clause.left_edge.nbor(-1).text != "," or children(clause, "mark"):
        return False
    return "nsubj" in clause.kinds and not children(clause, "ccomp", "conj", "dative", "dobj", "xcomp")


def _is_inverted(verb: Token) -> bool:
    """Whether a verb or its auxiliary stands before its subject, as in a condition: "*should* Bell leave"."""
    subjects = children(verb, *SUBJECT)
    before = (*children(verb, "aux", "auxpass"), *([verb] if verb.lower_ == "were" else []))
    return bool(subjects) and any(aux.i < subjects[0].i for aux in before)


def _turn(verb: Token, lexicon: Lexicon) -> None:
    """Puts a verb of saying over what it opens the quotation of: "Bell *recalled*, “Then he *said* so”"."""
    for clause in children(verb, "ccomp"):
        found = lexicon.cues.get((clause.lemma_.lower(), "verb"))
        if clause.i > verb.i or verb.head is not verb or found is None or found.name != "say":
            continue
        between = verb.doc.tokens[clause.i + 1 : verb.i]
        marks = [t for t in between if t.text in _MARKS]
        first = children(verb, "nsubj")
        opened = len(marks) == 1 and not marks[0].whitespace_ and marks[0].nbor(-1).whitespace_
        if not opened or not children(clause, "nsubj") or not first or first[0].i < marks[0].i:
            continue
        if not children(clause, "dobj", "ccomp", "xcomp"):
            clause.raise_over(verb, "ccomp")
            return


def _give_predicate(verb: Token) -> None:
    """Gives a sentence its verb, taken for what is said in a relative clause: "all that Bell *says* *is* a lie"."""
    noun = verb.head
    if verb.dep_ != "relcl" or noun.dep_ != "ROOT" or noun.pos_ not in _NOMINAL or not children(verb, "nsubj"):
        return
    for clause in children(verb, "ccomp"):
        alone = has_tense(clause) and not children(clause, "expl", "mark", *SUBJECT)
        if alone and clause.left_edge.i == verb.i + 1 and clause.pos_ in _VERBAL:
            clause.raise_over(noun, "nsubj")
            return


def _give_root(verb: Token) -> None:
    """Gives a noun the infinitive taken for the verb of its sentence: "a decision by Cole *to wait* has hurt us"."""
    to = [aux for aux in children(verb, "aux") if aux.tag_ == "TO"]
    nouns = [n for n in children(verb, "nsubj") if n.pos_ == "NOUN" and n.i < verb.i]
    if verb.dep_ != "ROOT" or verb.tag_ != "VB" or not to or not nouns or children(verb, "mark"):
        return
    for main in children(verb, "conj"):
        linked = any(verb.i < link.i < main.i for link in children(verb, "cc"))
        if has_tense(main) and not linked and not children(main, *SUBJECT) and main.i > verb.i:
            main.raise_over(verb, "acl")
            noun = nouns[-1]
            noun.attach(main, "nsubj")
            verb.attach(noun, "acl")
            return


def _give_clause(verb: Token) -> None:
    """Gives a clause its subject and conjunction: "has led since *Cole*, on Friday, *left*"."""
    for main in children(verb, "conj"):
        linked = any(verb.i < link.i < main.i for link in children(verb, "cc"))
        if linked or not has_tense(main) or children(main, *SUBJECT):
            continue
        for since in children(verb, "prep"):
            names = children(since, "pobj") if since.lower_ in _CONJUNCTIONS and verb.i < since.i < main.i else ()
            if names and names[0].nbor().text == "," and names[0].pos_ in {"PRON", "PROPN"}:
                main.attach(verb, "advcl")
                names[0].attach(main, "nsubj")
                since.attach(main, "mark")
                for phrase in [p for p in children(verb, "prep") if since.i < p.i < main.i]:
                    phrase.attach(main, "prep")
                return
