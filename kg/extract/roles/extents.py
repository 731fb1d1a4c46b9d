"""Which words of the text tell a role: all of a phrase or clause, an amount with its bound, a time with its words."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from kg.extract.quotes import in_quotes
from kg.extract.syntax import children, is_passive, own_span, span_of, words
from kg.model import RoleName, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.roles.frame import Frame
    from kg.extract.tree import Token

TIMES = frozenset({"DATE", "TIME"})
_BOUNDING = frozenset({"after", "before", "by", "since", "till", "until"})
_BOUNDS = frozenset({"above", "below", "fewer", "higher", "less", "lower", "more", "so"})
# Only a part of what is named is meant behind these.
_SHARES = frozenset({"few", "fraction", "half", "little", "many", "most", "much", "part", "portion", "several"}) | {
    "some",
}
_UNITS = frozenset(
    {"amount", "foot", "inch", "kilometer", "kilometre", "margin", "meter", "metre", "mile", "percent"}
) | {"point", "seat", "vote", "yard"}
_FEW = 3
_PAIR = 2
_STRETCHES = frozenset(
    {"second", "minute", "hour", "day", "night", "week", "fortnight", "month", "quarter", "season", "year", "decade"}
)
_BEHIND = frozenset({"acl", "advcl", "appos", "cc", "ccomp", "conj", "relcl"})
_NAMING = frozenset({"last", "next", "this"})
_COUNTS = frozenset({"advmod", "nummod", "punct", "quantmod"})
_INDEFINITE = frozenset({"a", "an", "another", "couple", "few", "further", "half", "many", "more", "several"})
_LIMITING = frozenset({"besides", "beyond", "except", "without"})
_STOPS = frozenset({",", ".", "!", "?", "…"})
_place = attrgetter("i")


def whole(head: Token, trigger: Token) -> Span:
    """The span of a phrase or clause with its head, and how much of it; what is quoted ends with its quotation.

    How much it is tells nothing of a trigger inside the phrase: "lost some of the land *seized* in the war".
    """
    share = () if head.is_ancestor(trigger) else _share(head)
    if not head.children and not share:
        return own_span(head)
    tokens: Sequence[Token] = sorted([*share, *words(head), head], key=_place)
    if head.pos_ in {"NOUN", "PROPN"}:
        tokens = _without_supplement(head, _without_later(head, trigger, tokens))
    elif head.dep_ == "ccomp":
        tokens = _without_company(head, tokens)
    if in_quotes(tokens[0]) and in_quotes(head) and not in_quotes(tokens[-1]):
        tokens = _quoted(tokens) or tokens
    return span_of(tokens)


def _share(head: Token) -> Sequence[Token]:
    """The words that say how much of something: "shown *only some of* the files"; none where nothing is left out."""
    of = head.head
    share = of.head
    if head.dep_ != "pobj" or of.lower_ != "of" or of.dep_ != "prep" or share.lower_ not in _SHARES:
        return ()
    first = share.left_edge
    plain = share.i + 1 == of.i and of.i < head.i and not in_quotes(of)
    # "Played the part of the king".
    plain = plain and not (share.lower_ == "part" and any(each.lower_ == "the" for each in share.children))
    return head.doc.tokens[first.i : of.i + 1] if plain and share.i - first.i <= _FEW else ()


def _without_supplement(head: Token, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words of a phrase, without a clause at its end that a comma parts from another noun of it.

    "The video of the raid, *which the police have not shown*": what it is about, none of the two words tells.
    """
    token = last = tokens[-1]
    while token.head is not token and token.head is not head:
        first = token.left_edge
        if token.dep_ == "relcl" and token.right_edge is last and first.lower_ in {"which", "who"}:
            before = [each for each in tokens if each.i < first.i - 1]
            tokens = before if first.nbor(-1).text == "," and first.i > head.i else tokens
        token = token.head
    return tokens


def _without_later(head: Token, trigger: Token, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words of a phrase that a clause tells of, without what is joined behind the clause.

    "The money *raised* by Bell and the millions of others": Bell has raised the money.
    """
    if trigger.head is not head or trigger.dep_ not in {"acl", "relcl"}:
        return tokens
    later = any(other.i > trigger.right_edge.i for other in children(head, "conj"))
    return [token for token in tokens if token.i <= trigger.right_edge.i] if later else tokens


def _without_company(head: Token, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words of a question that a verb tells, without a participle that a comma parts from its end.

    "Asked whether it was fair, *engaging in a game*": it is the one who asks that does so.
    """
    last = tokens[-1]
    if not any(mark.lower_ == "whether" for mark in children(head, "mark")):
        return tokens
    for clause in children(head, "advcl"):
        first = clause.left_edge
        parted = first.i > head.i and first.nbor(-1).text == "," and not in_quotes(first)
        if clause.tag_ == "VBG" and first is clause and parted and clause.right_edge.i >= last.i:
            return [each for each in tokens if each.i < first.i - 1]
    return tokens


def measured(head: Token, span: Span) -> Span:
    """The span of an amount with what bounds it, of a share with what it is of: "$200 *or less*", "5 % *of those*"."""
    tokens, end = head.doc.tokens, head.sent.end
    if head.i + 2 < end and tokens[head.i + 1].lower_ == "or" and tokens[head.i + 2].lower_ in _BOUNDS:
        return Span(span.start, own_span(tokens[head.i + 2]).end)
    if head.ent_type_ == "PERCENT":
        whole = [p for p in children(head, "prep") if p.lower_ == "of" and p.i == head.i + 1]
        return Span(span.start, own_span(whole[0].right_edge).end) if whole else span
    return span


def dated(head: Token, span: Span, trigger: Token) -> Span:
    """The span of a time with all its words: "May 8" and not "May", "around noon" and not "around"."""
    tokens, first, last = head.doc.tokens, head.i, head.i
    if head.ent_type_ in TIMES:
        while tokens[first].ent_iob_ == "I":
            first -= 1
        end = head.sent.end
        # "Left Sunday after thousands marched": what hangs on the verb is no part of a date, though taken for its end.
        while last + 1 < end and tokens[last + 1].ent_iob_ == "I" and head.is_ancestor(tokens[last + 1]):
            last += 1
        if tokens[last].tag_ == "POS" and any(token.lower_ == "of" for token in tokens[head.i + 1 : last]):
            # "Released it on *Monday* of last week's storm": a possessor's date is another's.
            last = head.i
    if (filled := spent_in(head)) is not None and trigger.is_ancestor(head):
        # "After weeks *of protests*": no weeks are meant without.
        last = max(last, _core(filled).i)
    bounds = head.dep_ == "pobj" and head.head.i == first - 1 and head.head.lower_ in _BOUNDING
    if bounds and trigger.is_ancestor(head):
        # "Until Friday" is not on Friday.
        first -= 1
    if "between" in {tokens[first].lower_, tokens[first - 1].lower_} and first > head.sent.start:
        first -= tokens[first].lower_ != "between"
        last = _other_bound(tokens, last, head.sent.end)
    found = span_of(tokens[first : last + 1])
    return Span(min(found.start, span.start), max(found.end, span.end))


def _core(noun: Token) -> Token:
    """The last word of a noun before the clauses and commas behind it."""
    tokens = sorted((each for each in noun.subtree if each.i >= noun.i), key=_place)
    ends = [t.left_edge.i for t in tokens if t.dep_ in _BEHIND] + [t.i for t in tokens if t.is_punct]
    end = min((each for each in ends if each > noun.i), default=tokens[-1].i + 1)
    inner = [each for each in tokens if each.i < end]
    return inner[-1] if inner[-1].i - noun.i == len(inner) - 1 else noun


def _other_bound(tokens: Sequence[Token], last: int, end: int) -> int:
    """Where a stretch of time ends whose first bound ends at a place: "between May 1 *and June 3*"."""
    after = [n for n in range(last + 1, min(last + 4, end)) if not tokens[n].is_space]
    if len(after) < _PAIR or tokens[after[0]].lower_ != "and" or tokens[after[1]].ent_type_ not in TIMES:
        return last
    last = after[1]
    while last + 1 < end and tokens[last + 1].ent_iob_ == "I":
        last += 1
    return last


def is_extent(preposition: Token) -> bool:
    """Whether "by" tells by how much time something changes: "extended it *by six months*", not "by next month"."""
    things = children(preposition, "pobj") if preposition.lower_ == "by" else []
    return any(
        thing.lemma_ in _STRETCHES
        and all(c.dep_ in _COUNTS or c.lower_ in _INDEFINITE or c.lower_ == "of" for c in thing.children)
        and bool(thing.children)
        for thing in things
    )


def spent_in(time: Token) -> Token | None:
    """What fills a stretch of time: "four days *of riots*", "after weeks *of talks*"; None where nothing is told."""
    if any(each.lower_ in _NAMING for each in time.children):
        # "Found guilty *last month* of murder".
        return None
    for of in children(time, "prep"):
        if of.lower_ == "of" and of.i == time.i + 1 and time.lemma_ in _STRETCHES:
            return next((thing for thing in children(of, "pobj") if thing.ent_type_ not in TIMES), None)
    return None


def limited(head: Token, trigger: Token, span: Span) -> Span:
    """The span of the object of a verb with the words behind it that limit it, though they hang on the verb.

    "Opposed the renewal *without a reform*", "offered no lease *longer than nine years*".
    """
    if head.dep_ != "dobj" or head.head is not trigger:
        return span
    for limit in children(trigger, "advmod", "prep"):
        without = limit.lower_ in _LIMITING and "pobj" in limit.kinds
        than = limit.tag_ in {"JJR", "RBR"} and any(each.lower_ == "than" for each in children(limit, "prep"))
        if (without or than) and limit.left_edge.i == head.right_edge.i + 1:
            return Span(span.start, own_span(limit.right_edge).end)
    return span


def _quoted(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words up to the mark that ends a quoted sentence: "“We won,” Bell recalled"; none where only words end."""
    end = next(n for n, token in enumerate(tokens) if not in_quotes(token))
    stop = end
    while stop and tokens[stop - 1].is_punct:
        stop -= 1
    return tokens[:stop] if any(token.text in _STOPS for token in tokens[stop:end]) else ()


def measures(frame: Frame) -> list[Token]:
    """By how much something changes, without a preposition: "rose *two points*", "fell *nine feet*"."""
    verb = frame.trigger
    if verb.pos_ != "VERB" or {"ccomp", "dobj"} & verb.kinds.keys():
        return []
    counted = [noun for noun in children(verb, "npadvmod") if noun.i > verb.i and "nummod" in noun.kinds]
    return [noun for noun in counted if noun.lemma_ in _UNITS or noun.ent_type_ in {"PERCENT", "QUANTITY"}]


def is_margin(frame: Frame, preposition: Token, thing: Token) -> bool:
    """Whether a phrase tells by how much, where nothing else is told: "fell *by the same margin*"."""
    verb, following = preposition.head, thing.i + 1
    if preposition.lower_ != "by" or thing.lemma_ not in _UNITS or preposition.i < verb.i:
        return False
    # "Leads by 43 percent to 38": the two belong together.
    scored = following < len(thing.doc) and thing.doc.tokens[following].lower_ == "to"
    return not (scored or verb.lemma_ == "be" or frame.has(RoleName.THEME) or is_passive(verb))
