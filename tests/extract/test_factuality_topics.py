"""What is only a topic, or marks out who is meant, and tells no deed: gerunds, definitions, rules."""

from __future__ import annotations

import pytest

from tests.extract.conftest import parsed, read_as

RECORD = """
    Bell's~ 's     record   {}     selling/sell mines/mine is/be mixed   .
    NNP/PERSON POS NN       IN     VBG          NNS        VBZ   JJ      .
    poss:3  case:1 nsubj:7  prep:3 pcomp:4      dobj:5     ROOT  acomp:7 punct:7
"""


@pytest.mark.parametrize(("preposition", "expected"), [("on", "unknown"), ("of", "certain")])
def test_topic_of_a_record(preposition: str, expected: str) -> None:
    """A record *on* something judges it; one *of* something says that it was done."""
    gloss = RECORD.replace("Bell's~ 's", "Bell~   's")
    assert read_as(parsed(gloss.format(preposition)), "selling") == expected


def test_disputed_role() -> None:
    """A role that a dispute is over may not be played."""
    doc = parsed("""
        They    had/have disputes/dispute over   Norland 's     role   in     closing/close it     .
        PRP     VBD      NNS              IN     NNP/GPE POS    NN     IN     VBG           PRP    .
        nsubj:2 ROOT     dobj:2           prep:3 poss:7  case:5 pobj:4 prep:7 pcomp:8       dobj:9 punct:2
    """)
    assert read_as(doc, "closing") == "unknown"


ON = """
    They    {}   {}     on     {} it     .
    PRP     VBD  {}     IN     VBG  PRP    .
    nsubj:2 ROOT {}     prep:2 pcomp:4 dobj:5 punct:2
"""


@pytest.mark.parametrize(
    ("verb", "beside", "gerund", "expected"),
    [
        ("left/leave", ("early", "RB", "advmod:2"), "hearing/hear", "certain"),
        ("spent/spend", ("money", "NN", "dobj:2"), "building/build", "certain"),
        ("wrote/write", ("books/book", "NNS", "dobj:2"), "selling/sell", "unknown"),
        ("planned/plan", ("then", "RB", "advmod:2"), "selling/sell", "promised probable future"),
    ],
)
def test_on_behind_a_verb(verb: str, beside: tuple[str, str, str], gerund: str, expected: str) -> None:
    """*On* behind a verb tells a time with what is heard or reached, and else what something is about."""
    doc = parsed(ON.format(verb, beside[0], gerund, beside[1], beside[2]))
    assert read_as(doc, gerund.partition("/")[0]) == expected


@pytest.mark.parametrize(("before", "expected"), [("health", "unknown"), ("great", "possible")])
def test_risk_of_a_named_harm(before: str, expected: str) -> None:
    """A "health risk" comes of what is done; a great risk is that it comes about."""
    tag, relation = ("NN", "compound:5") if before == "health" else ("JJ", "amod:5")
    doc = parsed(f"""
        They    run/run the   {before}   risk/risk of     selling/sell it     .
        PRP     VBP     DT    {tag}      NN        IN     VBG          PRP    .
        nsubj:2 ROOT    det:5 {relation} dobj:2    prep:5 pcomp:6      dobj:7 punct:2
    """)
    assert read_as(doc, "selling") == expected


@pytest.mark.parametrize(("verb", "expected"), [("refers/refer", "unknown"), ("leads/lead", "certain")])
def test_definition(verb: str, expected: str) -> None:
    """Whom a word stands for need not be there."""
    doc = parsed(f"""
        It      {verb} to     people/people who     are/be seeking/seek work   .
        PRP     VBZ    IN     NNS           WP      VBP    VBG          NN     .
        nsubj:2 ROOT   prep:2 pobj:3        nsubj:7 aux:7  relcl:4      dobj:7 punct:2
    """)
    assert read_as(doc, "seeking") == expected


@pytest.mark.parametrize(
    ("word", "tag", "expected"), [("those", "DT", "unknown"), ("Norlanders", "NNPS/NORP", "certain")]
)
def test_those_who(word: str, tag: str, expected: str) -> None:
    """What is so of those who do something is so of whoever may do it."""
    doc = parsed(f"""
        Bell       said/say that    {word}   who     sell    mines/mine gain/gain .
        NNP/PERSON VBD      IN      {tag}    WP      VBP     NNS        VBP       .
        nsubj:2    ROOT     mark:8  nsubj:8  nsubj:6 relcl:4 dobj:6     ccomp:2   punct:2
    """)
    assert read_as(doc, "sell") == expected


@pytest.mark.parametrize(("verb", "expected"), [("benefit", "unknown"), ("meet", "certain")])
def test_whom_a_rule_benefits(verb: str, expected: str) -> None:
    """Whom something is to benefit is whoever it is that does so."""
    doc = parsed(f"""
        Bell       wants/want to    {verb}  the   man    who     has/have lost/lose work   .
        NNP/PERSON VBZ        TO    VB      DT    NN     WP      VBZ      VBN       NN     .
        nsubj:2    ROOT       aux:4 xcomp:2 det:6 dobj:4 nsubj:9 aux:9    relcl:6   dobj:9 punct:2
    """)
    assert read_as(doc, "lost") == expected


@pytest.mark.parametrize(("verb", "expected"), [("look", "certain"), ("call", "conditional unknown")])
def test_when_you_look_at(verb: str, expected: str) -> None:
    """What is said "when you look at" something is about that; another *when* with "you" makes a rule."""
    doc = parsed(f"""
        When     you     {verb}  at     it     ,       Bell       earns/earn less   .
        WRB      PRP     VBP     IN     PRP    ,       NNP/PERSON VBZ        JJR    .
        advmod:3 nsubj:3 advcl:8 prep:3 pobj:4 punct:8 nsubj:8    ROOT       dobj:8 punct:8
    """)
    assert read_as(doc, "earns") == expected


@pytest.mark.parametrize(("adverb", "expected"), [("still", "certain"), ("much", "unknown")])
def test_what_a_kind_still_does(adverb: str, expected: str) -> None:
    """What a kind still does it does now."""
    doc = parsed(f"""
        Women/woman {adverb} lose/lose money  .
        NNS         RB       VBP       NN     .
        nsubj:3     advmod:3 ROOT      dobj:3 punct:3
    """)
    assert read_as(doc, "lose") == expected


@pytest.mark.parametrize(("how", "expected"), [("hard", "unknown"), ("good", "certain")])
def test_hard_time(how: str, expected: str) -> None:
    """Who has a hard time doing something may not get it done."""
    doc = parsed(f"""
        They    had/have a     {how}  time   selling/sell it     .
        PRP     VBD      DT    JJ     NN     VBG          PRP    .
        nsubj:2 ROOT     det:5 amod:5 dobj:2 acl:5        dobj:6 punct:2
    """)
    assert read_as(doc, "selling") == expected


@pytest.mark.parametrize(("word", "expected"), [("any", "unknown"), ("these", "certain")])
def test_any_under_a_negation(word: str, expected: str) -> None:
    """Whom nobody lets in who does something may be nobody: "will not admit any men fleeing it"."""
    doc = parsed(f"""
        They    will  not   admit {word} men    fleeing/flee it     .
        PRP     MD    RB    VB    DT     NNS    VBG          PRP    .
        nsubj:4 aux:4 neg:4 ROOT  det:6  dobj:4 acl:6        dobj:7 punct:4
    """)
    assert read_as(doc, "fleeing") == expected
