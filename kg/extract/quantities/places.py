"""Where a parse speaks of an amount: what it counts, what it is for, and of which event it is said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.quantities import currencies
from kg.extract.quantities.amounts import amount
from kg.extract.quantities.purposes import purpose
from kg.extract.syntax import NOMINAL, children, meant, span_of
from kg.model import Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.extract.quantities.amounts import Amount
    from kg.extract.tree import Doc, Token
    from kg.model import EntityMention

_NUMERIC = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})
_UNCOUNTED = frozenset({"DATE", "TIME", "MONEY", "PERCENT"})
_FIGURES = re.compile("[" + re.escape("".join(currencies.SIGNS)) + r"]\s?(?=\d)|\d[\d,.]*")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_RATE = re.compile(
    r"\s(?:an?|per|each)\s(hour|day|week|month|quarter|year|night|ton|tonne|barrel|gallon|lit(?:re|er)|kilo|kilogram|kg|person"
    r"|head|household|share|unit|piece|vote|mile|kilomet(?:re|er))\b(?!\s(?:after|ago|before|earlier|later))"
)
_DASH = re.compile("[-–—]")
_SINGULAR = frozenset({"NN", "NNP"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_BEFORE = frozenset({"nummod", "quantmod", "compound", "amod", "nmod"})
# Nouns whose plural looks like the singular.
_INVARIANT = frozenset(
    {"aircraft", "cattle", "crew", "fish", "folk", "livestock", "people", "personnel", "police", "sheep", "staff"}
)
# What one turns is an age, what one dials a number on a telephone.
_NO_COUNT = frozenset({"call", "dial", "phone", "ring", "turn"})
_MILLION = 1_000_000
_MAX_STEPS = 12


def quantities(doc: Doc, mentions: Mapping[int, EntityMention], triggers: Mapping[int, Token]) -> list[Quantity]:
    """Money, percentages and counts of the parsed blocks, in the order of the text.

    Figures are found in the text, numbers in words where the pipeline labels them as one.
    """
    text = doc.text
    places = _Places(doc, text, mentions, triggers)
    spoken = [entity for entity in doc.ents if entity.label_ in _NUMERIC]
    found: list[Quantity] = []
    for block in doc.spans["blocks"]:
        if block.start == block.end:
            continue
        bounds = Span(block.start_char, block.end_char)
        amounts = list(_figures(text, bounds))
        worded = [e for e in spoken if block.start <= e.start < block.end and not any(c.isdigit() for c in e.text)]
        amounts += _words([token for entity in worded for token in entity], text, bounds)
        found += [q for each in amounts if (q := places.quantity(each)) is not None]
    return sorted(found, key=lambda quantity: quantity.span)


def _figures(text: str, bounds: Span) -> Iterator[Amount]:
    place = bounds.start
    while (start := _FIGURES.search(text, place, bounds.end)) is not None:
        found = amount(text, start.start(), bounds.end)
        place = max(found.end, start.end()) if found else start.end()
        if found is not None:
            yield found


def _words(tokens: Sequence[Token], text: str, bounds: Span) -> Iterator[Amount]:
    end = bounds.start
    for token in tokens:
        found = amount(text, token.idx, bounds.end) if token.idx >= end else None
        if found is not None:
            end = found.end
            yield found


class _Places:
    """Leads the amounts of one document to what they are said of."""

    def __init__(
        self, doc: Doc, text: str, mentions: Mapping[int, EntityMention], triggers: Mapping[int, Token]
    ) -> None:
        self.doc = doc
        self.text = text
        self.mentions = mentions
        self.triggers = triggers

    def quantity(self, found: Amount) -> Quantity | None:
        """The quantity that an amount is; None for a number that counts nothing, such as a year."""
        held = self.doc.char_span(found.start, found.end)
        first, last = held[0], held[-1]
        root = _root(first, last)
        money, share = found.currency is not None, found.unit is not None
        if money and held[-1].lemma_.lower() == "pound" and first.ent_type_ == "QUANTITY":
            return None  # a weight
        noun = None if money else _whole(root) or (None if share else _counted(root))
        if not (money or share or self._counts(found, first, root, noun)):
            return None
        mention = self.mentions.get(noun.i) if noun is not None else None
        return Quantity(
            span=Span(found.start, found.end),
            value=found.value,
            minimum=found.minimum,
            maximum=found.maximum,
            currency=found.currency,
            unit=found.unit or self._unit(found, noun if mention is None else None),
            qualifier=found.qualifier,
            counts=mention.span if mention else None,
            purpose=self._purpose(found, last) if money else None,
            event=self._event(root if noun is None or share else noun),
        )

    def _unit(self, found: Amount, noun: Token | None) -> str | None:
        """The noun that is counted; of money what it is paid for each of: "$50 a ton"."""
        if noun is not None:
            return noun.lemma_.lower()
        rate = _RATE.match(self.text, found.end) if found.currency is not None else None
        return rate[1].lower() if rate else None

    def _counts(self, found: Amount, first: Token, root: Token, noun: Token | None) -> bool:
        """Whether a number without currency or unit says how many there are of something."""
        if first.ent_type_ and first.ent_type_ not in _NUMERIC:
            return False
        if noun is not None:
            # "The 2016 law", "a 12 gauge gun": many of one thing are none of it; "the 9-14 Reds" are a score.
            one = noun.tag_ in _SINGULAR and noun.lower_ not in _INVARIANT
            score = _DASH.search(self.text, found.start, found.end) and (
                noun.pos_ == "PROPN" or children(noun, "det", "poss")
            )
            return noun.ent_type_ not in _UNCOUNTED and (found.value == 1 or not one) and not score
        return self._alone(found, root)

    def _alone(self, found: Amount, root: Token) -> bool:
        """Whether a number stands for those it counts: "20 were killed"."""
        named = root.ent_type_ == "CARDINAL" and not children(root, "det", "predet", "poss")
        if not named or root.dep_ not in _ARGUMENTS or root.head.lemma_ in _NO_COUNT or self._event(root) is None:
            return False
        if found.value is None:
            return found.maximum is None and found.minimum is not None and found.minimum < _MILLION
        year = _YEAR.fullmatch(self.text, found.start, found.end) is not None
        return found.value > 1 and found.value % 1 == 0 and not (year or found.letter)

    def _event(self, token: Token) -> Span | None:
        """The trigger of the nearest event above: through prepositions and nouns, up to the verb of the clause."""
        current = token
        for _ in range(_MAX_STEPS):
            if (trigger := self.triggers.get(current.i)) is not None:
                return span_of([trigger])
            # "including $2m" is a prepositional phrase, and the m of "$2m" no verb, whatever the tagger says.
            verb = current.pos_ in {"VERB", "AUX"} and current.dep_ != "prep" and current.ent_type_ != "MONEY"
            if verb or current.head.i == current.i:
                return None
            current = current.head
        return None

    def _purpose(self, found: Amount, last: Token) -> str | None:
        return purpose(self.text, found.end, last.sent.end_char, bare_verb=self._bare_verb)

    def _bare_verb(self, place: int) -> bool:
        return self.doc.char_span(place, place + 1)[0].tag_ == "VB"


def _root(first: Token, last: Token) -> Token:
    """The token of an amount that hangs on one outside it."""
    doc = first.doc
    for i in range(first.i, last.i + 1):
        head = doc.tokens[i].head.i
        if head == i or not first.i <= head <= last.i:
            return doc.tokens[i]
    return last


def _whole(root: Token) -> Token | None:
    """What an amount is a part of: "20 of the hostages", "hundreds of people", "5 per cent of voters"."""
    for preposition in children(root, "prep"):
        if preposition.lower_ == "of" and preposition.i > root.i:
            things = [meant(each) for each in children(preposition, "pobj") if each.pos_ in {"NOUN", "PROPN"}]
            return things[0] if things else None
    return None


def _counted(root: Token) -> Token | None:
    """The noun that a number stands before: "20 hostages"."""
    noun = root.head
    if root.dep_ not in _BEFORE or noun.i < root.i or noun.pos_ not in NOMINAL or noun.pos_ == "NUM":
        return None
    while noun.dep_ == "compound" and noun.head.i > noun.i and noun.tag_ in _SINGULAR:
        noun = noun.head  # "three bank workers" are workers, whatever the number hangs on
    return noun
