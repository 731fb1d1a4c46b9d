"""Reports that the parser joins to what another says ("…, and *he added* that …"), or puts under their condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.drafts import SPEECH
from kg.extract.entities import is_agent
from kg.extract.quotes import in_quotes
from kg.extract.syntax import SUBJECT, children, is_passive
from kg.extract.tense import has_tense

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.ontology import CueClass, Lexicon

_VERBAL = frozenset({"AUX", "VERB"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SPLITS = frozenset({",", ";", "-", "--", "–", "—"})
_MINDED = frozenset({"believe", "know", "say", "deny", "promise", "request", "threaten", "want", "expect", "plan"})
_STEPS = 8
_DESPITE = frozenset({"although", "because", "since", "though", "whereas", "while"})
# What a verb of saying has under it that is put into what it says.
_OF_REPORT = frozenset({"advmod", "aux", "neg", "nsubj", "punct"})


def lift_report(verb: Token, lexicon: Lexicon) -> None:
    """Joins a report to the one before it, not to what that says: "said it would pass, and *he added* that …".

    So too where it gives the words of somebody ("…, and *the mayor replied*, “No”"), and one of another speaker in the
    same tense, with a clause of its own: "…, and *the rebels warned* that …".
    """
    told = verb.head
    over = told.head
    if told.dep_ != "ccomp" or over.i > told.i or children(verb, "mark"):
        return
    found = lexicon.cues.get((verb.lemma_.lower(), "verb"))
    above = lexicon.cues.get((over.lemma_.lower(), "verb"))
    says = found is not None and found.name == "say" and above is not None and above.name == "say"
    own = children(verb, "nsubj")
    link = next((each for each in children(told, "cc") if told.i < each.i < verb.i), None)
    if not own or link is None or link.nbor(-1).text not in _SPLITS:
        return
    quoted = not in_quotes(told) and any(in_quotes(c) for c in children(verb, "ccomp"))
    apart = says and (own[0].pos_ == "PRON" or quoted) and not in_quotes(verb)
    if apart or (above is not None and above.name == "say" and _tells_apart(verb, over, own[0], found, lexicon)):
        verb.attach(over, "conj")


def _tells_apart(verb: Token, over: Token, speaker: Token, found: CueClass | None, lexicon: Lexicon) -> bool:
    """Whether a joined clause is a report of its own: of a party, in the tense of the one before, with "that"."""
    if found is None or found.name not in SPEECH or speaker.pos_ not in _NOUNS or not is_agent(speaker, None, lexicon):
        return False
    clauses = children(verb, "ccomp")
    return any("mark" in c.kinds and c.i > verb.i for c in clauses) and same_tense(over, verb)


def give_content(verb: Token, lexicon: Lexicon) -> None:
    """Gives a report its content, which the parse put above it: "While *she said the bank was safe*, Bell left".

    The content stands right behind the report, without *that*, and a comma before the main clause.
    """
    if verb.dep_ not in {"ccomp", "parataxis"} or verb.head.i < verb.i or "advcl" not in verb.kinds:
        return
    if children(verb, "mark") or not children(verb, *SUBJECT):
        return
    words = verb.doc.tokens
    for cue in children(verb, "advcl"):
        found = lexicon.cues.get((cue.lemma_.lower(), "verb"))
        if found is None or not found.attributes or not any(m.lower_ in _DESPITE for m in children(cue, "mark")):
            continue
        lacks = not children(cue, "ccomp", "xcomp", "dobj")
        after = words[cue.i + 1 : verb.i]
        subject = children(verb, *SUBJECT)[0].left_edge
        if lacks and after and after[0] is subject and any(t.text == "," for t in words[verb.i : verb.head.i]):
            cue.raise_over(verb, "ccomp")
            cue.relabel("advcl")
            return


def insert_report(verb: Token, lexicon: Lexicon) -> None:
    """Puts a report between commas into the sentence around it: "If it failed, *the team reckoned*, it would pay".

    The parse has it for a clause of circumstance that nothing opens, with the condition under it.
    """
    own, tokens = children(verb, "nsubj"), verb.doc.tokens
    if verb.dep_ != "advcl" or verb.head.i < verb.i or len(own) != 1 or verb.i + 1 >= len(tokens):
        return
    found = lexicon.cues.get((verb.lemma_.lower(), "verb"))
    start = own[0].left_edge.i
    commas = start > verb.sent.start and tokens[start - 1].text == tokens[verb.i + 1].text == ","
    before = [c for c in verb.children if c.i < start and not c.is_punct]
    if found is None or found.name != "say" or not commas or any(c.dep_ != "advcl" for c in before):
        return
    if all(c.dep_ in _OF_REPORT or c in before for c in verb.children):
        for clause in before:
            clause.attach(verb.head, "advcl")
        verb.relabel("parataxis")


def join_report(verb: Token, lexicon: Lexicon) -> None:
    """Joins what only a mind does to a verb above whose subject has one: "said the film is out but *declined* to …"."""
    found = lexicon.cues.get((verb.lemma_.lower(), "verb"))
    told = verb.head
    if found is None or found.name not in _MINDED or not has_tense(verb) or told.dep_ not in {"ccomp", "advcl"}:
        return
    own = children(told, *SUBJECT)
    if not own or is_agent(own[0], None, lexicon) or own[0].pos_ not in _NOUNS or is_passive(verb):
        return
    over = told.head
    for _ in range(_STEPS):
        subjects = children(over, "nsubj")
        able = subjects and (subjects[0].pos_ == "PROPN" or is_agent(subjects[0], None, lexicon))
        if over.pos_ in _VERBAL and over.i < verb.i and able and same_tense(over, verb):
            verb.attach(over, "conj")
            return
        if over.head is over:
            return
        over = over.head


def join_silence(verb: Token, lexicon: Lexicon) -> None:
    """Joins what somebody does not tell to what he tells: "said the men were ill but *could not give* details"."""
    told, over = verb.head, verb.head.head
    found = lexicon.cues.get((over.lemma_.lower(), "verb"))
    says = found is not None and found.name == "say" and over.tag_ == "VBD" and over.i < told.i
    if not says or told.dep_ != "ccomp" or verb.lemma_ not in lexicon.words.get("withholding", ()):
        return
    but = any(link.lower_ == "but" and told.i < link.i < verb.i for link in children(told, "cc"))
    if but and children(verb, "neg") and children(verb, "aux") and children(over, "nsubj"):
        verb.attach(over, "conj")


def same_tense(verb: Token, other: Token) -> bool:
    """Whether two plain verbs are both of the past, or both not."""
    plain = not children(verb, "aux") and not children(other, "aux")
    return plain and (verb.tag_ == "VBD") == (other.tag_ == "VBD")
