"""What verbs only link to their subject, the particles and idioms of verbs, and what belongs to no verb beside it."""

from __future__ import annotations

import pytest

from kg.extract.phrasal import is_idiom, particles
from kg.extract.subjects import subjects
from kg.extract.times.places import dates
from tests.extract.conftest import events_of_the_package, parsed, token, words_of_the_package


def themes(gloss: str, word: str) -> list[str]:
    """The themes of the event at ``word`` by the words of ``ontology/``."""
    doc = parsed(gloss)
    doc.user_data["parties"] = words_of_the_package().parties
    found = next(each for each in events_of_the_package(doc) if each.span.of(doc.text) == word)
    return [role.words.of(doc.text) for role in found.roles if role.name.value == "theme"]


LINKED = """
    The   envoy   {}   {}      by     noon   .
    DT    NN      VBD  JJ      IN     NN     .
    det:2 nsubj:3 ROOT acomp:3 prep:3 pobj:5 punct:3
"""


@pytest.mark.parametrize(
    ("verb", "quality", "expected"), [("grew/grow", "weary", ["weary"]), ("arrived/arrive", "weary", [])]
)
def test_quality(verb: str, quality: str, expected: list[str]) -> None:
    """What somebody grows or looks is told with the verb; how he arrives is not what the arrival is about."""
    assert themes(LINKED.format(verb, quality), verb.partition("/")[0]) == expected


LIKENESS = """
    Bell       {}   {}   a     beggar .
    NNP/PERSON VBD  IN   DT    NN     .
    nsubj:2    ROOT prep:2 det:5 pobj:3 punct:2
"""


@pytest.mark.parametrize(("word", "expected"), [("like", ["a beggar"]), ("beside", [])])
def test_likeness(word: str, expected: list[str]) -> None:
    """Whom somebody looks like is told with the verb, and not whom he looks beside."""
    assert themes(LIKENESS.format("looked/look", word), "looked") == expected


OUT = """
    Bell       {}   out    of     the   school .
    NNP/PERSON VBD  IN     IN     DT    NN     .
    nsubj:2    ROOT prep:2 prep:3 det:6 pobj:4 punct:2
"""


@pytest.mark.parametrize(("verb", "expected"), [("dropped/drop", ["out"]), ("jumped/jump", [])])
def test_way_out(verb: str, expected: list[str]) -> None:
    """Who drops out of a school drops nothing; who jumps out of it jumps."""
    doc = parsed(OUT.format(verb))
    assert [each.text for each in particles(token(doc, verb.partition("/")[0]))] == expected


PHRASE = """
    The   bank    {}   {}     in     the   foot   .
    DT    NN      VBD  PRP    IN     DT    NN     .
    det:2 nsubj:3 ROOT dobj:3 prep:3 det:7 pobj:5 punct:3
"""


@pytest.mark.parametrize(("thing", "expected"), [("itself", True), ("him", False)])
def test_idiom_of_phrase(thing: str, expected: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """Who shoots himself in the foot blunders; who shoots another there shoots him."""
    doc = parsed(PHRASE.format("shot/shoot", thing))
    assert is_idiom(token(doc, "shot"), words_of_the_package()) is expected


TRAILING = """
    My     father  {own}  and  {other} sat    there    ,       having eaten/eat fish   .
    PRP$   NN      VBD    CC   NN      VBD    RB       ,       VBG    VBN       NN     .
    poss:2 nsubj:3 ROOT   cc:3 {dep}   conj:3 advmod:6 punct:3 aux:10 advcl:3   dobj:10 punct:3
"""


@pytest.mark.parametrize(("other", "dep", "expected"), [("mother", "nsubj:6", []), ("then", "npadvmod:6", ["father"])])
def test_behind_joined_clauses(other: str, dep: str, expected: list[str]) -> None:
    """A participle behind two clauses may be of either subject; behind two verbs it is of the one they share."""
    doc = parsed(TRAILING.format(own="came/come", other=other, dep=dep))
    assert [each.text for each in subjects(token(doc, "eaten"))[0]] == expected


DISTANCE = """
    {}     week     after   mills/mill closed  ,       Bell       left/leave .
    DT     NN       IN      NNS        VBD     ,       NNP        VBD        .
    det:2  npadvmod:5 mark:5 nsubj:5   advcl:8 punct:8 nsubj:8    ROOT       punct:8
"""


@pytest.mark.parametrize(("article", "expected"), [("A", 0), ("Last", 1)])
def test_week_after(article: str, expected: int) -> None:
    """A week after something counts from it and does not date it; last week is a date of its own."""
    gloss = DISTANCE.format(article).replace("week ", "week/week ", 1)
    doc = parsed(gloss.replace("DT     NN ", "DT/DATE NN/DATE ", 1))
    triggers = {each.i: each for each in doc.tokens if each.text in {"closed", "left"}}
    assert sum(map(len, dates(doc, triggers).values())) == expected


OF_TODAY = """
    The   tariff    ,       I       guess       {}      of     today   ,       hurts/hurt us     .
    DT    NN        ,       PRP     VBP         IN      IN     NN/DATE ,       VBZ        PRP    .
    det:2 nsubj:10  punct:5 nsubj:5 parataxis:10 {}     prep:5 pobj:7  punct:5 ROOT       dobj:10 punct:10
"""


@pytest.mark.parametrize(("before", "dep", "expected"), [("still", "advmod:5", 0), ("as", "prep:5", 1)])
def test_date_of_no_verb(before: str, dep: str, expected: int) -> None:
    """No date is of a verb; "as of today" tells when."""
    doc = parsed(OF_TODAY.format(before, dep))
    triggers = {each.i: each for each in doc.tokens if each.text in {"guess", "hurts"}}
    assert sum(map(len, dates(doc, triggers).values())) == expected


PURPOSE = """
    Voters      are/be    offended/offend by      his    use    to     save   money  .
    NNS         VBP       VBN      IN      PRP$   {}     TO     VB     NN     .
    nsubjpass:3 auxpass:3 ROOT     agent:3 poss:6 pobj:4 aux:8  xcomp:3 dobj:8 punct:3
"""


@pytest.mark.parametrize(("tag", "expected"), [("NN", ["Voters"]), ("NNP", ["Voters", "to save money"])])
def test_purpose_of_agent(tag: str, expected: list[str]) -> None:
    """An infinitive right behind the noun of an agent is that noun's; a name has none."""
    assert themes(PURPOSE.format(tag), "offended") == expected


SAID = """
    He      has  plans  ,       Bell       {}          ,       for    mills/mill .
    PRP     VBZ  NNS    ,       NNP/PERSON VBD         ,       IN     NNS        .
    nsubj:2 ROOT dobj:2 punct:6 nsubj:6    parataxis:2 punct:6 prep:6 pobj:8     punct:2
"""


@pytest.mark.parametrize(("verb", "expected"), [("said/say", []), ("pleaded/plead", ["mills"])])
def test_said_for(verb: str, expected: list[str]) -> None:
    """What stands after "for" belongs to the clause that is said; one pleads for something."""
    assert themes(SAID.format(verb), verb.partition("/")[0]) == expected


THOSE = """
    Bell       compared his    woes/woe to     those  of     {}      .
    NNP/PERSON VBD      PRP$   NNS      IN     DT     IN     {}      .
    nsubj:2    ROOT     poss:4 dobj:2   prep:2 pobj:5 prep:6 pobj:7  punct:2
"""


@pytest.mark.parametrize(
    ("word", "tag", "expected"), [("Dahl", "NNP/PERSON", []), ("Sudrians", "NNPS/NORP", ["Sudrians"])]
)
def test_those_of_one(word: str, tag: str, expected: list[str]) -> None:
    """Woes compared to those of Dahl are not compared to Dahl; those of several may be some of them."""
    doc = parsed(THOSE.format(word, tag))
    found = next(each for each in events_of_the_package(doc) if each.span.of(doc.text) == "compared")
    assert [r.words.of(doc.text) for r in found.roles if r.name.value == "recipient"] == expected


@pytest.mark.parametrize(("verb", "role"), [("demanded/demand", "theme"), ("blamed/blame", "recipient")])
def test_what_is_demanded(verb: str, role: str) -> None:
    """Even a party is what is demanded or recommended; who is blamed has it done to him."""
    doc = parsed(f"""
        The   mills/mill {verb} new    judges/judge .
        DT    NNS        VBD    JJ     NNS          .
        det:2 nsubj:3    ROOT   amod:5 dobj:3       punct:3
    """)
    word = verb.partition("/")[0]
    found = next(each for each in events_of_the_package(doc) if each.span.of(doc.text) == word)
    assert [r.name.value for r in found.roles if r.words.of(doc.text) == "new judges"] == [role]
