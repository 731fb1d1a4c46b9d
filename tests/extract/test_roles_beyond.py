"""Objects that belong to another verb, hearers and destinations, and where the words of a theme end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.entities import entities
from kg.extract.events import events
from kg.extract.repairs import repair
from kg.extract.triggers import triggers
from tests.extract.conftest import LEXICON, event, parsed, roles, token, words_of_the_package

if TYPE_CHECKING:
    from kg.extract.tree import Doc


def mended(gloss: str) -> Doc:
    """The tree of a gloss, repaired."""
    doc = parsed(gloss)
    repair(doc, LEXICON)
    return doc


def read(doc: Doc, word: str) -> list[str]:
    """The roles of the event at ``word`` by the words of ``ontology/``, with all the words of each."""
    lexicon = words_of_the_package()
    found = events(doc, entities(doc, lexicon), triggers(doc, lexicon), lexicon, published=None)
    start = token(doc, word).idx
    return [f"{r.name.value}: {r.words.of(doc.text)}" for e in found if e.span.start == start for r in e.roles]


# ------------------------------------------------------------------------------------------------ whose object

GAP = """
    The   vault which  she     {}      {}      {}      {}      {}     .
    DT    NN    WDT    PRP     VBD     {}      {}      {}      {}     .
    det:2 ROOT  dobj:5 nsubj:5 relcl:2 {}      {}      {}      {}     punct:2
"""


def test_gap_of_the_clause_below() -> None:
    """A vault which she thought he locked is not thought; one which she sold is sold."""
    below = ("he", "had/have", "locked/lock", "up", "PRP", "VBD", "VBN", "RP", "nsubj:8", "aux:8", "ccomp:5", "prt:8")
    assert read(parsed(GAP.format("thought/think", *below)), "thought") == ["actor: she", "theme: he had locked up"]
    own = ("to", "the", "old", "bank", "IN", "DT", "JJ", "NN", "prep:5", "det:9", "amod:9", "pobj:6")
    assert "theme: The vault which she sold to the old bank" in read(parsed(GAP.format("sold/sell", *own)), "sold")


def test_gap_of_a_promise() -> None:
    """The goal that they pledged to reach is not pledged, but reached."""
    doc = parsed("""
        The   goal   they    pledged/pledge to    reach   fell/fall .
        DT    NN     PRP     VBD            TO    VB      VBD       .
        det:2 nsubj:7 nsubj:4 relcl:2       aux:6 xcomp:4 ROOT      punct:7
    """)
    assert roles(doc, "pledged") == ["actor: they", "theme: reach"]
    assert roles(doc, "reach") == ["theme: The goal", "actor: they"]


ASIDE = """
    She     suspected/suspect it      leaked/leak {}      a     thing  others  said/say .
    PRP     VBD               PRP     VBD         {}      DT    NN     NNS     VBD      .
    nsubj:2 ROOT              nsubj:4 ccomp:2     {}      det:7 dobj:2 nsubj:9 relcl:7  punct:2
"""


def test_aside_behind_what_is_said() -> None:
    """What a dash adds to a clause is no object of the verb above."""
    assert read(parsed(ASIDE.format("—", ":", "punct:2")), "suspected") == ["actor: She", "theme: it leaked"]
    assert len(read(parsed(ASIDE.format("here", "RB", "advmod:4")), "suspected")) == 3


def test_how_much_somebody_cares() -> None:
    """Who cares nothing about a thing does nothing to nothing; news about ports is read."""
    stranded = parsed("""
        He      cares/care nothing about  .
        PRP     VBZ        NN      IN     .
        nsubj:2 ROOT       dobj:2  prep:3 punct:2
    """)
    assert read(stranded, "cares") == ["actor: He"]
    whole = parsed("""
        He      reads/read nothing about  ports/port .
        PRP     VBZ        NN      IN     NNS        .
        nsubj:2 ROOT       dobj:2  prep:3 pobj:4     punct:2
    """)
    assert read(whole, "reads") == ["actor: He", "theme: nothing about ports"]


# ------------------------------------------------------------------------------------------------ hearers, destinations


def test_hearer_behind_what_is_told() -> None:
    """Whom a verb of telling names behind the clause that is told is the hearer, though no party by its kind."""
    doc = parsed("""
        Prices  fell/fall ,       they    told/tell Norlight .
        NNS     VBD       ,       PRP     VBD       NN       .
        nsubj:2 ccomp:5   punct:5 nsubj:5 ROOT      dobj:5   punct:5
    """)
    assert "recipient: Norlight" in read(doc, "told")


TOLD = """
    Something she     told/tell {}      {}     helped/help .
    NN        PRP     VBD       {}      NN     VBD         .
    nsubj:6   nsubj:3 relcl:1   {}      dobj:3 ROOT        punct:6
"""


@pytest.mark.parametrize(("noun", "expected"), [("dispatcher", "recipient"), ("story", "theme")])
def test_hearer_beside_a_gap(noun: str, expected: str) -> None:
    """Something one tells a dispatcher is told to him; a story is no hearer."""
    assert f"{expected}: a {noun}" in read(parsed(TOLD.format("a", noun, "DT", "det:5")), "told")


INTO = """
    They    {0}     {1}    {2}    into   {7}    .
    PRP     VBD     {3}    {4}    IN     NN     .
    nsubj:2 ROOT    {5}    {6}    prep:2 pobj:5 punct:2
"""
BANK = ("the", "bank", "DT", "NN", "det:4", "dobj:2")


@pytest.mark.parametrize(
    ("verb", "thing", "noun", "expected"),
    [
        ("led/lead", BANK, "quarrels", "actor recipient"),
        ("dragged/drag", BANK, "quarrels", "actor recipient theme"),
        ("turned/turn", BANK, "scandal", "actor recipient theme"),
        ("ran/run", ("right", "away", "RB", "RB", "advmod:4", "advmod:2"), "scandal", "actor theme"),
    ],
)
def test_destination_of_an_object(verb: str, thing: tuple[str, ...], noun: str, expected: str) -> None:
    """What a bank is led into is where it ends, and no theme; what it is dragged or turned into is one."""
    found = read(parsed(INTO.format(verb, *thing, noun)), verb.partition("/")[0])
    assert " ".join(role.partition(":")[0] for role in found) == expected


HELD = """
    She     held/hold {}     office  .
    PRP     VBD       {}     NN      .
    nsubj:2 ROOT      {}     dobj:2  punct:2
"""


@pytest.mark.parametrize(
    ("word", "expected"), [(("public", "JJ", "amod:4"), "theme"), (("the", "DT", "det:4"), "recipient")]
)
def test_office_held(word: tuple[str, str, str], expected: str) -> None:
    """Office without an article is held, and is no party to anything; the office is a body."""
    assert f"{expected}: {word[0]} office" in read(parsed(HELD.format(*word)), "held")


def test_what_is_assembled_is_no_party() -> None:
    """Who assembles a team does nothing to it."""
    doc = parsed("""
        They    assembled/assemble a     team   .
        PRP     VBD                DT    NN     .
        nsubj:2 ROOT               det:4 dobj:2 punct:2
    """)
    assert "theme: a team" in read(doc, "assembled")


LISTED = """
    Papers/paper ,       studios/studio and  {}      were/be   closed/close .
    NNS          ,       NNS            CC   NNS     VBD       VBN          .
    nsubjpass:7  punct:1 conj:1         cc:3 conj:3  auxpass:7 ROOT         punct:7
"""


def test_event_nouns_beside_parties() -> None:
    """Broadcasts beside newspapers undergo what those do."""
    gloss = LISTED.format("broadcasts/broadcast").replace("Papers/paper", "Newspapers/newspaper")
    assert {role.partition(":")[0] for role in read(parsed(gloss), "closed")} == {"recipient"}


AS = """
    The   bank    failed/fail {}     feared/fear .
    DT    NN      VBD         IN     VBN         .
    det:2 nsubj:3 ROOT        {}     advcl:3     punct:3
"""


def test_as_feared() -> None:
    """A bank that failed as feared is not feared; one that failed when feared is."""
    assert roles(parsed(AS.format("as", "mark:5")), "feared") == []
    assert roles(parsed(AS.format("when", "advmod:5")), "feared") == ["theme: The bank"]


def test_other_name_of_somebody() -> None:
    """The second of two objects of a verb of naming is a name, and no party."""
    doc = parsed("""
        They    branded/brand Norland an    outlaw .
        PRP     VBD           NNP/GPE DT    NN     .
        nsubj:2 ROOT          dobj:2  det:5 dobj:2 punct:2
    """)
    assert roles(doc, "branded") == ["actor: They", "recipient: Norland", "theme: an outlaw"]


# ------------------------------------------------------------------------------------------------ words


def test_words_of_a_quotation() -> None:
    """What is quoted ends with its quotation, also where the parse takes the reporter's words into it."""
    doc = parsed("""
        He      said/say “       we      won/win ,       ”       Bell       recalled/recall .
        PRP     VBD      ``      PRP     VBD     ,       ''      NNP/PERSON VBD             .
        nsubj:2 ROOT     punct:5 nsubj:5 ccomp:2 punct:5 punct:5 nsubj:9    parataxis:5     punct:2
    """)
    assert read(doc, "said") == ["actor: He", "theme: we won"]


def test_name_with_a_quoted_word() -> None:
    """A thing of which only some words stand between marks is what something is done to."""
    gloss = """
        They    sent/send its    “       roving {}      {}      .
        PRP     VBD       PRP$   ``      JJ     NN      ''      .
        nsubj:2 ROOT      poss:6 punct:6 amod:6 dobj:2  punct:6 punct:2
    """
    assert "theme: its “roving ship" in read(parsed(gloss.format("ship", "”")), "sent")


def test_intransitive_participle() -> None:
    """Those who vied for a post were not vied; what was built was."""
    gloss = """
        Men     {}      for    a     post   .
        NNS     VBN     IN     DT    NN     .
        ROOT    acl:1   prep:2 det:5 pobj:3 punct:1
    """
    assert event(parsed(gloss.format("vied/vie")), "vied").roles[0].name.value == "actor"
    assert event(parsed(gloss.format("hired/hire")), "hired").roles[0].name.value == "theme"


WHEN = """
    They    left/leave {}     {}        {}      .
    PRP     VBD        IN     {}        CD/DATE .
    nsubj:2 ROOT       {}     {}        {}      punct:2
"""


def test_words_of_a_time() -> None:
    """A time has all its words: the day with the month, the hour with what stands before it."""
    day = WHEN.format("on", "May", "8", "NNP/DATE", "prep:2", "pobj:3", "nummod:4")
    assert "time: May 8" in roles(parsed(day), "left")
    gloss = """
        They    left/leave around   2       a.m.      .
        PRP     VBD        IN/TIME  CD/TIME NN/TIME   .
        nsubj:2 ROOT       npadvmod:2 nummod:5 pobj:3 punct:2
    """
    assert roles(parsed(gloss), "left") == ["actor: They", "time: around 2 a.m."]


def test_end_of_a_time() -> None:
    """What hangs on the verb is no part of a time, though it is taken for the end of its name."""
    gloss = """
        They    left/leave Sunday     after      {}        .
        PRP     VBD        NNP/DATE   IN/DATE    NNS/DATE   .
        nsubj:2 ROOT       npadvmod:2 {}         pobj:4     punct:2
    """
    assert "time: Sunday" in roles(parsed(gloss.format("riots/riot", "prep:2")), "left")
    assert "time: Sunday after noon" in roles(parsed(gloss.format("noon", "prep:3")), "left")


def test_date_before_a_noun_with_an_article() -> None:
    """A time that is only an article and the first part of a noun tells no verb's time: "*the modern* - day rule"."""
    doc = parsed("""
        They    broke/break the/the  old     rule   .
        PRP     VBD         DT/DATE  JJ      NN     .
        nsubj:2 ROOT        det:5    amod:5  dobj:2 punct:2
    """)
    assert roles(doc, "broke") == ["actor: They", "theme: the old rule"]


def test_rest_of_a_hearers_name() -> None:
    """Beside a clause, what stands behind a name without an article is the rest of the hearer's name."""
    doc = parsed("""
        They    told/tell Norland  post   it      failed/fail .
        PRP     VBD       NNP/ORG  NN     PRP     VBD         .
        nsubj:2 ROOT      dative:2 dobj:2 nsubj:6 ccomp:2     punct:2
    """)
    assert read(doc, "told") == ["actor: They", "recipient: Norland", "theme: it failed"]


def test_no_matter() -> None:
    """Who learned that no matter the price it sells, learned no price."""
    doc = parsed("""
        They    learned/learn no       matter   prices it      failed/fail .
        PRP     VBD           DT       NN       NNS    PRP     VBD         .
        nsubj:2 ROOT          advmod:5 advmod:5 dobj:2 nsubj:7 ccomp:2     punct:2
    """)
    assert read(doc, "learned") == ["actor: They", "theme: it failed"]


@pytest.mark.parametrize(("noun", "expected"), [("story", "theme"), ("rebels/rebel", "recipient")])
def test_side_of_a_thing(noun: str, expected: str) -> None:
    """A side of a story is told; a side of the rebels is told something."""
    doc = parsed(f"""
        One      side        of     the   {noun} was/be    told/tell .
        CD       NN          IN     DT    NN     VBD       VBN       .
        nummod:2 nsubjpass:7 prep:2 det:5 pobj:3 auxpass:7 ROOT      punct:7
    """)
    assert read(doc, "told")[0].startswith(expected)


def test_what_somebody_does_to_himself() -> None:
    """Who does it to himself does it to no party, and yet not to nobody."""
    doc = parsed("""
        They    rid/rid themselves of     debts/debt .
        PRP     VBD     PRP        IN     NNS        .
        nsubj:2 ROOT    dobj:2     prep:2 pobj:4     punct:2
    """)
    assert read(doc, "rid") == ["actor: They", "theme: themselves", "theme: debts"]
