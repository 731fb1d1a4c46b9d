"""What the parser is known to misplace, put right before anything is read from the parse.

Each repair is a construction of the language, not a sentence: it looks at word classes and at the ontology's cues.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.predication import copulas
from kg.extract.repairs import (
    above,
    apart,
    asides,
    bounds,
    cries,
    cues,
    forms,
    gaps,
    harms,
    inverted,
    joins,
    nouns,
    objects,
    participles,
    phrases,
    pieces,
    reduced,
    relatives,
    series,
    taken,
    unlike,
)
from kg.extract.syntax import predicates

if TYPE_CHECKING:
    from kg.extract.tree import Doc, Token
    from kg.ontology import Lexicon


def repair(doc: Doc, lexicon: Lexicon) -> None:
    """Re-attaches heads of ``doc`` in place; a second call changes nothing."""
    doc.user_data["parties"] = lexicon.parties
    doc.user_data["role nouns"] = lexicon.role_nouns
    for name in ("passing", "perceiving", "postposed", "pushing", "relating", "resulting", "taking", "transitive"):
        doc.user_data[name] = lexicon.words.get(name, frozenset())
    pieces.mend(doc, lexicon)
    nouns.mend(doc, lexicon)
    inverted.mend(doc)
    unlike.describe(doc)
    asides.part(doc, lexicon)
    for copula in list(copulas(doc)):
        taken.mend(copula, lexicon)
        joins.mend(copula, lexicon)
        relatives.give_head(copula)
    for verb in list(predicates(doc)):
        _mend(verb, lexicon)


def _mend(verb: Token, lexicon: Lexicon) -> None:
    bounds.mend(verb, lexicon)
    cries.mend(verb)
    objects.mend(verb, lexicon)
    forms.lift(verb)
    forms.rejoin(verb)
    reduced.loyal_to(verb)
    reduced.main_verb(verb)
    reduced.mend(verb)
    reduced.passive_below(verb, lexicon)
    reduced.free_subject(verb)
    forms.passive_by_agent(verb)
    forms.passive_by_conjunction(verb, lexicon)
    forms.bare_by_conjunction(verb)
    forms.vocative(verb)
    forms.state(verb)
    forms.lead(verb)
    forms.source(verb)
    forms.named(verb)
    forms.complement(verb)
    apart.mend(verb, lexicon)
    unlike.mend(verb, lexicon)
    asides.mend(verb, lexicon)
    phrases.mend(verb, lexicon)
    taken.mend(verb, lexicon)
    series.mend(verb, lexicon)
    participles.mend(verb, lexicon)
    joins.mend(verb, lexicon)
    cues.mend(verb, lexicon)
    relatives.mend(verb)
    gaps.mend(verb, lexicon)
    harms.mend(verb, lexicon)
    above.mend(verb, lexicon)
