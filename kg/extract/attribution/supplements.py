"""What a writer adds to what he reports: in brackets, behind a dash, or in a relative clause of another tense.

A participle that tells what a thing is does so too: "Bell said that the port, *owned* by Norlink, had paid".

Supplements are the word of whoever writes where they show it, also within what somebody else is reported to have said
(Potts 2005, ch. 4): "Bell said the town (it *fell* in May) would be rebuilt". What was said is told in the past tenses;
a relative clause in the present tells what holds now: "Bell said that Norlink, which *owns* the port, would pay".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.extract.quotes import in_quotes
from kg.extract.syntax import children
from kg.extract.tense import has_tense
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Collection

    from kg.extract.tree import Doc, Token

_PLACED = frozenset({"where", "which", "who", "whose"})
_PRESENT = frozenset({"VBP", "VBZ"})
_CALLING = frozenset({"call", "describe", "dub", "label", "term"})
# What is done to a thing once and makes it what it is.
_STANDING = frozenset(
    {"base", "build", "chair", "fund", "head", "headquarter", "identify", "know", "lead", "locate"}
    | {"make", "manage", "name", "own", "publish", "run", "sponsor", "staff", "title"}
)
_RANKS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
    | {"last", "latest", "only"}
)
_DASHES = frozenset({"—", "―", "–", "--"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_STEPS = 12
_BRACKETED = "kg.bracketed"  # the key of what is worked out once for a Doc


class Supplement(NamedTuple):
    """The stretch of a supplement; ``apart`` is one in brackets, where all is the writer's, whatever he makes of it."""

    place: Span
    apart: bool


def supplement(trigger: Token) -> Supplement | None:
    """The supplement around a word, None where it stands in none, or between quotation marks."""
    if in_quotes(trigger):
        return None
    if is_calling(trigger):
        return Supplement(_place(trigger.left_edge, trigger), apart=False)
    clause = trigger
    for _ in range(_STEPS):
        if (clause.dep_ == "relcl" and (_is_of_now(clause) or _is_behind_dash(clause))) or _is_standing(clause):
            return Supplement(_place(clause.left_edge, clause.right_edge), apart=False)
        if clause.head is clause:
            break
        clause = clause.head
    return _brackets(trigger)


def is_calling(verb: Token) -> bool:
    """Whether a verb tells what somebody calls a thing, as the writer's tag on its name: "what she *calls* a war"."""
    named = verb.lemma_ in _CALLING and verb.dep_ != "ROOT" and verb.left_edge.lower_ == "what"
    return named and bool(children(verb, "nsubj")) and any(t.lower_ == "what" for t in children(verb, "dobj"))


def afterthought(trigger: Token) -> Span | None:
    """The relative clause around a word that is set apart and told in the simple past, or the clause of a rank.

    Within a report nothing tells whose it is: "Bell said that Norlink, which *sold* the port, would pay" may tell what
    Bell said or what the writer knows. The past perfect is the speaker's ("which had sold the port").
    """
    clause = trigger
    for _ in range(_STEPS):
        if (clause.dep_ == "relcl" and _is_of_then(clause)) or _is_ranking(clause):
            return _place(clause.left_edge, clause.right_edge)
        if clause.head is clause:
            break
        clause = clause.head
    return None


def _is_ranking(clause: Token) -> bool:
    """Whether a clause is of a noun set apart that ranks what was told: ", the second time *he ran*"."""
    noun = clause.head
    if clause.dep_ not in {"relcl", "advcl"} or noun.dep_ not in {"appos", "npadvmod"} or noun.i > clause.i:
        return False
    first = noun.left_edge
    ranked = any(c.tag_ == "JJS" or c.lower_ in _RANKS for c in children(noun, "amod"))
    return ranked and first.i > noun.head.i and (first.nbor(-1).text == "," or _is_dash(first.nbor(-1)))


def _is_of_then(clause: Token) -> bool:
    first = clause.left_edge
    if first.lower_ not in _PLACED or not first.i or first.nbor(-1).text != "," or clause.head.i > first.i:
        return False
    verb = next(iter(children(clause, "aux", "auxpass")), clause)
    return verb.tag_ == "VBD" and (verb is clause or verb.lemma_ != "have")


def _is_of_now(clause: Token) -> bool:
    """Whether a relative clause set apart tells in the present of a noun in a report of the past."""
    first = clause.left_edge
    if first.lower_ not in _PLACED or not first.i or first.nbor(-1).text != "," or clause.lemma_ == "be":
        return False
    verb = next(iter(children(clause, "aux", "auxpass")), clause)
    return verb.tag_ in _PRESENT and clause.head.pos_ in _NOUNS and clause.head.i < first.i and _is_of_past(clause)


def _is_standing(clause: Token) -> bool:
    """Whether a participle set apart tells what a noun is: "Bell said that the port, *owned* by Norlink, had paid"."""
    if clause.dep_ != "acl" or clause.tag_ != "VBN" or clause.lemma_ not in _STANDING:
        return False
    first = clause.left_edge.i
    return clause.head.pos_ in _NOUNS and clause.head.i < first and clause.doc.tokens[first - 1].text == ","


def _is_of_past(clause: Token) -> bool:
    """Whether the first verb with a tense above a clause is a past form, or has the past of a modal."""
    above = clause.head
    for _ in range(_STEPS):
        verb = next(iter(children(above, "aux", "auxpass")), above)
        if has_tense(above):
            return verb.tag_ == "VBD" or verb.lower_ in {"could", "might", "would"}
        above = above.head
    return False


def _is_behind_dash(clause: Token) -> bool:
    """Whether it tells of a noun that a dash sets apart: "— something that others have also said"."""
    first = clause.head.left_edge
    near = clause.doc.tokens[max(first.i - 1, 0) : clause.head.i]
    return has_tense(clause) and clause.i > clause.head.i and any(map(_is_dash, near))


def _is_dash(token: Token) -> bool:
    """Whether a token is a dash; a hyphen is one between blanks."""
    text, end = token.doc.text, token.idx + len(token.text)
    return token.text in _DASHES or (token.text == "-" and text[token.idx - 1 : end + 1] == " - ")


def _brackets(token: Token) -> Supplement | None:
    """What stands between the brackets around a word in its sentence."""
    tokens, start, end = token.doc.tokens, token.sent.start, token.sent.end
    if start not in _with_brackets(token.doc):
        return None
    opening = next((i for i in range(token.i - 1, start - 1, -1) if tokens[i].text in {"(", ")"}), None)
    closing = next((i for i in range(token.i + 1, end) if tokens[i].text in {"(", ")"}), None)
    if opening is None or closing is None or tokens[opening].text != "(" or tokens[closing].text != ")":
        return None
    return Supplement(_place(tokens[opening], tokens[closing]), apart=True)


def _with_brackets(doc: Doc) -> Collection[int]:
    """The starts of the sentences that hold a closing bracket; worked out once for a Doc."""
    if _BRACKETED not in doc.user_data:
        doc.user_data[_BRACKETED] = {t.sent.start for t in doc.tokens if t.text == ")"} if ")" in doc.text else ()
    known: Collection[int] = doc.user_data[_BRACKETED]
    return known


def _place(first: Token, last: Token) -> Span:
    return Span(first.idx, last.idx + len(last.text))
