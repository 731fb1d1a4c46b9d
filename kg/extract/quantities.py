"""Money with currency and scale, and counts with their qualifier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.syntax import NOMINAL, governor_of, span_of
from kg.model import Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.extract.tree import Doc, Token
    from kg.model import EntityMention

_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9}
_SCALES |= {"tn": 1e12, "trillion": 1e12, "lakh": 1e5, "crore": 1e7, "hundred": 1e2, "dozen": 12.0}
_CURRENCIES = {"$": "USD", "us$": "USD", "usd": "USD", "€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP", "¥": "JPY"}
_CURRENCIES |= {
    "rs": "PKR",
    "rs.": "PKR",
    "a$": "AUD",
    "c$": "CAD",
    "chf": "CHF",
    "₹": "INR",
    "sek": "SEK",
    "nok": "NOK",
}
_UNITS = {"dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY", "franc": "CHF", "rouble": "RUB"}
_UNITS |= {"ruble": "RUB", "krona": "SEK", "krone": "NOK"}
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_SIGN = "|".join(re.escape(sign) for sign in sorted(_CURRENCIES, key=len, reverse=True))
_MONEY = re.compile(rf"(?<![\w$])({_SIGN})\s?({_NUMBER})(?:[\s-]?({_SCALE})\b)?(?!\w)", re.IGNORECASE)
_WORDED = re.compile(rf"(?<![\w$.,])({_NUMBER})(?:\s({_SCALE}))?\s(?:US\s)?({'|'.join(_UNITS)})s?\b", re.IGNORECASE)
_COUNT = re.compile(rf"^({_NUMBER})(?:\s({_SCALE}))?$", re.IGNORECASE)
_QUALIFIER = re.compile(
    r"(more than|less than|fewer than|at least|at most|up to|as many as|over|about|around|some|nearly|almost|"
    r"approximately|roughly|an estimated|an additional|only)\s+$",
    re.IGNORECASE,
)
# "gave $2m to the WFP for school meals": the recipient may come first.
_FOR = (re.compile(r"\s+(to)\s+"), re.compile(r"\s+(?:to [\w' ]{2,40}? )?(for|towards?)\s+"))
_PURPOSE_END = re.compile(rf"[,;.]|\s+and\s+(?=[{re.escape('$€£¥₹')}])|\s+(?=with\s+an\s+additional\b)")
_ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
]
_NUMERALS = {word: float(n) for n, word in enumerate([*_ONES, "eighteen", "nineteen", "twenty"], 1)}


def quantities(doc: Doc, mentions: Mapping[int, EntityMention], triggers: Mapping[int, Token]) -> list[Quantity]:
    """Money and counts of the parsed blocks, in the order of the text."""
    found: list[Quantity] = []
    text = doc.text
    for block in doc.spans["blocks"]:
        money = list(_money(doc, text, Span(block.start_char, block.end_char), triggers))
        taken = [quantity.span for quantity in money]
        counts = [_count(doc[i], m, triggers, text) for i, m in mentions.items() if block.start <= i < block.end]
        found += money
        found += [q for q in counts if q is not None and not any(q.span.overlaps(span) for span in taken)]
    return sorted(found, key=lambda quantity: quantity.span)


def _money(doc: Doc, text: str, block: Span, triggers: Mapping[int, Token]) -> Iterator[Quantity]:
    for pattern, number, scale, unit, table in ((_MONEY, 2, 3, 1, _CURRENCIES), (_WORDED, 1, 2, 3, _UNITS)):
        for found in pattern.finditer(text, block.start, block.end):
            tokens = doc.char_span(found.start(), found.end())
            yield Quantity(
                span=Span(found.start(), found.end()),
                value=_value(found[number], found[scale]),
                currency=table[found[unit].lower()],
                qualifier=_qualifier(text, found.start()),
                purpose=_purpose(doc, text, Span(found.end() - 1, tokens[-1].sent.end_char)),
                event=_event(tokens.root, triggers),
            )


def _value(number: str, scale: str | None) -> float:
    return round(float(number.replace(",", "")) * (_SCALES[scale.lower()] if scale else 1.0), 2)


def _qualifier(text: str, start: int) -> str | None:
    found = _QUALIFIER.search(text[max(0, start - 20) : start])
    return found[1].lower() if found else None


def _purpose(doc: Doc, text: str, after: Span) -> str | None:
    """The words after "to" or "for" that say what money is for, up to the next comma or sum."""
    end = after.end
    for pattern in _FOR:
        lead = pattern.match(text, after.start + 1, end)
        first = doc.char_span(lead.end(), lead.end() + 1) if lead else None
        if lead is None or first is None or (lead[1] == "to" and first[0].tag_ != "VB"):
            continue
        stop = _PURPOSE_END.search(text, lead.end(), end)
        return text[lead.end() : stop.start() if stop else end].rstrip() or None
    return None


def _event(token: Token, triggers: Mapping[int, Token]) -> Span | None:
    if (own := triggers.get(token.head.i)) is not None:
        return span_of([own])
    verb = governor_of(token)
    trigger = triggers.get(verb.i) if verb is not None else None
    return span_of([trigger]) if trigger is not None else None


def _count(noun: Token, mention: EntityMention, triggers: Mapping[int, Token], text: str) -> Quantity | None:
    """How many of what a noun names: "over 1.4 million registered Afghan refugees"."""
    numerals = [child for child in noun.children if child.dep_ == "nummod" and child.i < noun.i]
    if not numerals or noun.pos_ not in NOMINAL or noun.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT"}:
        return None
    tokens = sorted((t for t in numerals[0].subtree if t.like_num), key=lambda token: token.i)
    if not tokens or tokens[0].ent_type_ in {"DATE", "TIME"}:
        return None
    span = span_of(tokens)
    words = span.of(text).lower()
    matched = _COUNT.match(words)
    value = _value(matched[1], matched[2]) if matched else _NUMERALS.get(words)
    if value is None:
        return None
    return Quantity(
        span=span,
        value=value,
        qualifier=_qualifier(text, span.start),
        counts=mention.span,
        event=_event(noun, triggers),
    )
