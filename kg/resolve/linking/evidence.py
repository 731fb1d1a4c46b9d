"""What speaks for a candidate and against it: named features, each with the weight that the configuration gives it.

Weights are log-odds: they are added up, and the score of the best candidate is its probability against the next best
and against nobody that is known.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kg.resolve.linking import context
from kg.resolve.linking.candidates import LEADER, TITLED, country_within

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.config import ResolveConfig
    from kg.ontology import KnowledgeBase
    from kg.resolve.linking.candidates import Beside, Candidate
    from kg.resolve.linking.case import Case
    from kg.resolve.linking.surroundings import Surroundings

_PERSON, _CITY, _STATE, _TERRITORY = "Person", "City", "State", "Territory"
_PLACES = frozenset({_STATE, _TERRITORY, _CITY, "Place"})
_LABELS = {"GPE": _PLACES, "LOC": _PLACES, "FAC": _PLACES | {"GovernmentBody"}, "PERSON": frozenset({_PERSON})}

Features = tuple[tuple[str, float], ...]


def decide(case: Case) -> tuple[Candidate, float, Features] | None:
    """The best candidate with its score, 0 to 1, and its features; None where it is in doubt."""
    if not case.candidates:
        return None
    weighed = [(tuple(_features(each, case)), each) for each in case.candidates]
    sums = [(sum(weight for _, weight in features), features, each) for features, each in weighed]
    sums.sort(key=lambda one: (-one[0], one[2].actor.id))
    (best, features, chosen), *others = sums
    rivals = [math.exp(total) for total, _, each in others if each.actor.id != chosen.actor.id]
    rivals.append(_missing(chosen, case))
    score = math.exp(best) / (1 + math.exp(best) + max(rivals, default=0.0))
    return (chosen, round(score, 3), features) if score >= case.config.link_threshold else None


def _missing(chosen: Candidate, case: Case) -> float:
    """The weight of a body that the knowledge base lacks: of a country that the document tells more of.

    Many countries have a coast guard, and the knowledge base does not hold all of them.
    """
    body = chosen.actor.type not in _PLACES and chosen.sieve == "name" and case.knowledge.shared(chosen.name)
    if not body or case.knowledge.preference(chosen.name) or case.modifier(chosen) is not None:
        return 0.0
    have = {each.actor.country for each in case.candidates}
    sums = [sum(weight for _, weight in _told(code, case)) for code in _countries(case) if code not in have]
    return math.exp(max(sums) + case.config.link_type) if sums else 0.0


def _countries(case: Case) -> list[str]:
    around = case.around
    shares = around.shares(case.beside.mention.span, case.beside.mention.name)
    return sorted({*shares, *(code for code in (around.country, around.dateline) if code)})


def _features(candidate: Candidate, case: Case) -> Iterator[tuple[str, float]]:
    if candidate.sieve in {TITLED, LEADER}:
        yield from _office(candidate, case)
    elif candidate.sieve == "metonym":
        yield from _metonym(candidate, case)
    else:
        yield from _name(candidate, case)
        if candidate.actor.type == _PERSON:
            yield from _person(candidate, case)
        else:
            if candidate.actor.type in _PLACES:
                yield from _place(candidate, case)
            if " " not in case.beside.mention.name:
                yield from _whose_name(candidate, case)
    yield from _type(candidate, case)
    yield from _country(candidate, case)


def _name(candidate: Candidate, case: Case) -> Iterator[tuple[str, float]]:
    """How the name goes with the actor: its only owner, the preferred one, one of several."""
    known, config = case.knowledge, case.config
    if candidate.part:
        yield "a part of the name", -config.link_part
    if not known.shared(candidate.name):
        yield "only owner of the name", config.link_only_owner
        return
    best = known.preference(candidate.name)
    if best == candidate.actor.id:
        yield "preferred owner of the name", config.link_preferred
        if len(known.owners(candidate.name)) == 1:
            yield "no other owner is known", config.link_no_other
    elif best is not None:
        yield "another owner is preferred", config.link_rival


def _metonym(candidate: Candidate, case: Case) -> Iterator[tuple[str, float]]:
    """Whether the seat of a body stands for it: it does when it acts, and not where something happens in it."""
    beside, config = case.beside, case.config
    if case.placed:
        yield "stands after a preposition of place", -config.link_placed
    elif beside.acts:
        yield "acts as a party", config.link_acts
    elif _is_party(case):
        yield "is dealt with as a party", config.link_treated
    else:
        yield "does not act", -config.link_idle
    towns = [each.actor for each in case.candidates if each.sieve == "name"]
    if not towns:
        yield "names nothing else", config.link_no_other
    elif candidate.actor.country and any(town.country != candidate.actor.country for town in towns):
        yield "another place has the name", config.link_rival
    yield from _region(candidate, case)
    yield from _whose_name(candidate, case)


def _stands_for(candidate: Candidate, case: Case) -> bool:
    """Whether a place may stand for a body of its country."""
    bodies = (each.actor.country for each in case.candidates if each.sieve == "metonym")
    return any(country in {None, candidate.actor.country} for country in bodies)


def _is_party(case: Case) -> bool:
    """Whether a seat is dealt with as a party, or owns what no town does: "Washington's decision"."""
    beside = case.beside
    level = context.levels("", beside.after, case.knowledge)
    owns = context.possessive(beside.after) and not level & {_CITY, _TERRITORY}
    return owns or context.treated(beside.ahead)


def _person(candidate: Candidate, case: Case) -> Iterator[tuple[str, float]]:
    """Whether a whole name is that of the known bearer: by the title before it, and what he is said to be."""
    beside, known, config = case.beside, case.knowledge, case.config
    surname = candidate.actor.name.rsplit(maxsplit=1)[-1]
    for title in context.titles(beside.ahead, known):
        if any(term.person == candidate.actor.id for term in known.terms(title, surname)):
            yield "bears the title of an office held", config.link_titled
            break
    else:
        if context.private(beside.after, beside.ahead, known):
            yield "is said to be somebody private", -config.link_private


def _office(candidate: Candidate, case: Case) -> Iterator[tuple[str, float]]:
    """Whether the person held the office at the document's date, or, where the title is a former one, before it."""
    known, config, day = case.knowledge, case.config, case.around.day
    if candidate.sieve == TITLED:
        yield "title and surname", config.link_title
    elif day is None:
        yield "surname of one who led a state once", -config.link_leader
    else:
        yield "surname of one who leads a state", config.link_leader
    title, surname = candidate.name.split("|")
    terms = [t for t in known.terms(title, surname) if t.person == candidate.actor.id]
    if day is None:
        return
    held = [term for term in terms if term.covers(day)]
    if context.former(case.beside.ahead):
        before = any(term.start <= day for term in terms)
        yield ("held the office before", config.link_in_office / 2) if before else _out(config)
    elif any(term.end for term in held):
        yield "in office on the day", config.link_in_office
    elif held:
        yield "in office as far as is known", config.link_in_office / 2
    else:
        yield _out(config)


def _out(config: ResolveConfig) -> tuple[str, float]:
    return "not in office on the day", -config.link_out_of_office


def _place(candidate: Candidate, case: Case) -> Iterator[tuple[str, float]]:
    """Whether a name is that of a place here, and of which level."""
    beside, config = case.beside, case.config
    kinds = {each.actor.type for each in case.candidates}
    if case.placed:
        yield "stands after a preposition of place", config.link_in_place
    elif _stands_for(candidate, case) and (beside.acts or _is_party(case)):
        yield "a town does not act", -config.link_town_acts
    yield from _region(candidate, case)
    article = beside.ahead.lower().endswith("the ")
    if article and candidate.actor.type == _STATE and case.knowledge.shared(beside.mention.name):
        yield "a river takes the article", -config.link_article
    if len(kinds & _PLACES) > 1:
        said = context.levels(beside.ahead, beside.after, case.knowledge) & kinds
        if said:
            fits = candidate.actor.type in said
            yield ("words of its level", config.link_level) if fits else ("words of another level", -config.link_level)


def _region(candidate: Candidate, case: Case) -> Iterator[tuple[str, float]]:
    """Whether the territory or state that follows a place is the one that it lies in: "Moscow, Idaho"."""
    actor, config = candidate.actor, case.config
    town = case.town
    if town is not None and actor.type in {_STATE, _TERRITORY} and town.country == actor.country:
        yield "the town before it lies there", config.link_beside
    region = case.region
    if region is None or (actor.type == _STATE and region.type == _STATE):
        return  # a list of states
    within = region.country == actor.country and actor.type != _STATE
    yield ("lies in the region named", config.link_region) if within else ("lies elsewhere", -config.link_elsewhere)


def _whose_name(candidate: Candidate, case: Case) -> Iterator[tuple[str, float]]:
    """Whether a name that places and persons bear is a person's here: "Mr Jordan", "Jordan Blake … Jordan"."""
    beside, config, around = case.beside, case.config, case.around
    name = beside.mention.name
    place = candidate.actor.type in _PLACES or candidate.sieve == "metonym"
    borne = name in around.bearers and not case.placed
    named = case.knowledge.genders.get(name) is not None
    doubtful = candidate.sieve == "metonym" or named or borne or case.knowledge.shared(name)
    goes_on = context.goes_on(beside.after, case.knowledge) and not around.in_headline(beside.mention.span)
    if place and doubtful and goes_on:
        yield "the name goes on", -config.link_goes_on
        return
    given = beside.mention.type == "PERSON" and named
    if context.honoured(beside.ahead):
        yield "addressed as a person", -config.link_as_person
    elif borne:
        yield "a person of the text bears the name", -config.link_as_person
    elif given:
        yield "a given name, seen as a person", -config.link_as_person
    if (borne or given) and (kind := context.pronoun(beside.after)):
        weight = config.link_pronoun if kind == "thing" else -config.link_pronoun
        yield f"a pronoun of a {kind} follows", weight


def _type(candidate: Candidate, case: Case) -> Iterator[tuple[str, float]]:
    """Whether the label that the parser gave agrees with the type."""
    label, kind = case.beside.mention.type, candidate.actor.type
    if label in {None, "NORP"} or candidate.sieve == "metonym":
        return
    fits = kind in _LABELS[label] if label in _LABELS else kind not in _PLACES | {_PERSON}
    yield ("type agrees", case.config.link_type) if fits else ("type differs", -case.config.link_type)


def _country(candidate: Candidate, case: Case) -> Iterator[tuple[str, float]]:
    """Whether the actor is of the country that the words beside it name, or else of those that the document tells."""
    actor, config = candidate.actor, case.config
    if actor.country is None or _is_plain(candidate, case):
        return
    said = case.modifier(candidate) if actor.type not in _PLACES else None
    if said is not None and actor.type != _PERSON:
        right = said == actor.country
        yield ("of the country beside it", config.link_beside) if right else ("of another country", -config.link_beside)
        return
    told = tuple(_told(actor.country, case))
    yield from told
    if not told and (actor.type == _PERSON or candidate.part) and _countries(case):
        yield "its country is not in the text", -config.link_untold


def _told(country: str, case: Case) -> Iterator[tuple[str, float]]:
    """What the document tells of a country: by its outlet, its dateline, other names."""
    around, config = case.around, case.config
    if around.country == country:
        yield "of the document's country", config.link_home
    if around.dateline == country:
        yield "of the dateline's country", config.link_dateline
    share = around.shares(case.beside.mention.span, case.beside.mention.name).get(country, 0.0)
    if share:
        yield "of a country in the text", round(config.link_told * share, 2)


def _is_plain(candidate: Candidate, case: Case) -> bool:
    """Whether there are no two countries to tell apart; persons, and parts of names, have namesakes elsewhere."""
    if candidate.actor.type == _PERSON or candidate.part:
        return False
    countries = {each.actor.country for each in case.candidates} - {None}
    return len(countries) == 1 and (len(case.candidates) > 1 or not case.knowledge.shared(candidate.name))


def nearby(around: Surroundings, beside: Beside, knowledge: KnowledgeBase) -> Mapping[str, float]:
    """The countries that may tell the owners of one name apart."""
    shares = dict(around.shares(beside.mention.span, beside.mention.name))
    said = context.modifier(beside.ahead, beside.after, knowledge)
    within = country_within(beside.mention.name, knowledge)
    return shares | {code: 1.0 for code in (around.country, around.dateline, said, within) if code}
