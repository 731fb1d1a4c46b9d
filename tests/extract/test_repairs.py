"""What the parser is known to misplace, put right."""

from __future__ import annotations

import pytest

from kg.extract.repairs import repair
from tests.extract.conftest import LEXICON, parsed, token

# The infinitive hangs on the main verb, as the parser leaves it when a verb of asking stands in between.
MISPLACED = """
        Norland joined/join Sudria  in     urging/urge Estia   to    admit   the    refugees/refugee .
        NNP/GPE VBD         NNP/GPE IN     VBG         NNP/GPE TO    VB      DT     NNS              .
        nsubj:2 ROOT        dobj:2  prep:2 pcomp:4     dobj:5  aux:8 advcl:2 det:10 dobj:8           punct:2
    """


def test_infinitive_goes_to_the_verb_of_asking() -> None:
    """The infinitive after the object of *urging* is what is urged."""
    doc = parsed(MISPLACED)
    repair(doc, LEXICON)
    clause = token(doc, "admit")
    assert (clause.head.text, clause.dep_) == ("urging", "xcomp")


def test_second_repair_changes_nothing() -> None:
    """What is right stays."""
    doc = parsed(MISPLACED)
    repair(doc, LEXICON)
    once = [(t.head.i, t.dep_) for t in doc]
    repair(doc, LEXICON)
    assert [(t.head.i, t.dep_) for t in doc] == once


def test_infinitive_after_a_comma() -> None:
    """A comma may stand before it."""
    doc = parsed("""
        Norland joined/join Sudria  in     urging/urge Estia   ,       to    admit   the    refugees/refugee .
        NNP/GPE VBD         NNP/GPE IN     VBG         NNP/GPE ,       TO    VB      DT     NNS              .
        nsubj:2 ROOT        dobj:2  prep:2 pcomp:4     dobj:5  punct:2 aux:9 advcl:2 det:11 dobj:9           punct:2
    """)
    repair(doc, LEXICON)
    assert token(doc, "admit").head.text == "urging"


def test_purpose_clause_of_another_verb_stays() -> None:
    """After a verb that asks for nothing, an infinitive says what for."""
    doc = parsed("""
        Norland joined/join Sudria  in     arming/arm Estia   to    admit   the    refugees/refugee .
        NNP/GPE VBD         NNP/GPE IN     VBG        NNP/GPE TO    VB      DT     NNS              .
        nsubj:2 ROOT        dobj:2  prep:2 pcomp:4    dobj:5  aux:8 advcl:2 det:10 dobj:8           punct:2
    """)
    repair(doc, LEXICON)
    assert (token(doc, "admit").head.text, token(doc, "admit").dep_) == ("joined", "advcl")


def test_verb_that_has_its_clause_takes_no_other() -> None:
    """Where something is already asked for, a later infinitive is not."""
    doc = parsed("""
        Norland urged/urge Sudria  to    vote    to    admit   the   refugees/refugee .
        NNP/GPE VBD        NNP/GPE TO    VB      TO    VB      DT    NNS              .
        nsubj:2 ROOT       dobj:2  aux:5 xcomp:2 aux:7 advcl:5 det:9 dobj:7           punct:2
    """)
    repair(doc, LEXICON)
    assert token(doc, "admit").head.text == "vote"


def test_infinitive_further_on_stays() -> None:
    """An infinitive that does not follow the object at once is another's."""
    doc = parsed("""
        Norland joined/join Sudria  in     urging/urge Estia   on     Tuesday  to     admit   the    refugees/refugee
        NNP/GPE VBD         NNP/GPE IN     VBG         NNP/GPE IN     NNP/DATE TO     VB      DT     NNS
        nsubj:2 ROOT        dobj:2  prep:2 pcomp:4     dobj:5  prep:2 pobj:7   aux:10 advcl:2 det:12 dobj:10

        .
        .
        punct:2
    """)
    repair(doc, LEXICON)
    assert token(doc, "admit").head.text == "joined"


def test_what_somebody_is_told_is_no_relative_clause() -> None:
    """The clause after an addressee and "that" is what he is told."""
    doc = parsed("""
        She     told/tell the   envoy  that   Norland paid/pay .
        PRP     VBD       DT    NN     WDT    NNP/GPE VBD      .
        nsubj:2 ROOT      det:4 dobj:2 dobj:7 nsubj:7 relcl:4  punct:2
    """)
    repair(doc, LEXICON)
    clause = token(doc, "paid")
    assert (clause.head.text, clause.dep_, token(doc, "that").dep_) == ("told", "ccomp", "mark")


def test_relative_clause_without_a_subject_of_its_own_stays() -> None:
    """Where "that" is the subject, the clause tells of the addressee."""
    doc = parsed("""
        She     told/tell the   envoy  that    paid/pay .
        PRP     VBD       DT    NN     WDT     VBD      .
        nsubj:2 ROOT      det:4 dobj:2 nsubj:6 relcl:4  punct:2
    """)
    repair(doc, LEXICON)
    assert token(doc, "paid").dep_ == "relcl"


def test_speaker_behind_the_verb() -> None:
    """Who stands behind *announced* after a comma announced it."""
    doc = parsed("""
        Sudria  voted/vote ,       announced/announce the   envoy  .
        NNP/GPE VBD        ,       VBD                DT    NN     .
        nsubj:2 ccomp:4    punct:4 ROOT               det:6 dobj:4 punct:4
    """)
    repair(doc, LEXICON)
    assert token(doc, "envoy").dep_ == "nsubj"


def test_who_is_told_is_no_speaker() -> None:
    """A verb that takes an addressee keeps its object."""
    doc = parsed("""
        Sudria  voted/vote ,       told/tell the   envoy  .
        NNP/GPE VBD        ,       VBD       DT    NN     .
        nsubj:2 ccomp:4    punct:4 ROOT      det:6 dobj:4 punct:4
    """)
    repair(doc, LEXICON)
    assert token(doc, "envoy").dep_ == "dobj"


def test_verb_with_a_speaker_of_its_own() -> None:
    """Where somebody speaks already, what stands behind the verb is its object."""
    doc = parsed("""
        On     Monday ,       Norland announced/announce the   envoy  .
        IN     NNP    ,       NNP/GPE VBD                DT    NN     .
        prep:5 pobj:1 punct:5 nsubj:5 ROOT               det:7 dobj:5 punct:5
    """)
    repair(doc, LEXICON)
    assert token(doc, "envoy").dep_ == "dobj"


# ------------------------------------------------------------------------------------------------ forms


def test_by_makes_a_passive() -> None:
    """In "the man shot and killed by rebels", nobody but the rebels shoots."""
    doc = parsed("""
        The   man     shot/shoot and  killed/kill by      rebels/rebel .
        DT    NN      VBD        CC   VBN         IN      NNS          .
        det:2 nsubj:3 ROOT       cc:3 conj:3      agent:5 pobj:6       punct:3
    """)
    repair(doc, LEXICON)
    assert token(doc, "man").dep_ == "nsubjpass"


def test_object_keeps_a_past_active() -> None:
    """In "the man shot rebels and fled", he shoots."""
    doc = parsed("""
        The   man     shot/shoot rebels/rebel and  fled/flee .
        DT    NN      VBD        NNS          CC   VBN       .
        det:2 nsubj:3 ROOT       dobj:3       cc:3 conj:3    punct:3
    """)
    repair(doc, LEXICON)
    assert token(doc, "man").dep_ == "nsubj"


def test_infinitive_is_joined_to_the_last_one() -> None:
    """In "vowed to accuse Sudria of cheating and urge a boycott", nobody cheats and urges."""
    doc = parsed("""
        Norland vowed/vow to    accuse  Sudria  of     cheating/cheat and  urge    a     boycott .
        NNP/GPE VBD       TO    VB      NNP/GPE IN     VBG            CC   VB      DT    NN      .
        nsubj:2 ROOT      aux:4 xcomp:2 dobj:4  prep:4 pcomp:6        cc:7 conj:7  det:11 dobj:9 punct:2
    """)
    repair(doc, LEXICON)
    assert token(doc, "urge").head.text == "accuse"


def test_verb_of_the_same_form_stays() -> None:
    """In "vowed to accuse Sudria of cheating and lying", Sudria is said to lie."""
    doc = parsed("""
        Norland vowed/vow to    accuse  Sudria  of     cheating/cheat and  lying/lie .
        NNP/GPE VBD       TO    VB      NNP/GPE IN     VBG            CC   VBG       .
        nsubj:2 ROOT      aux:4 xcomp:2 dobj:4  prep:4 pcomp:6        cc:7 conj:7    punct:2
    """)
    repair(doc, LEXICON)
    assert token(doc, "lying").head.text == "cheating"


def test_who_is_a_person() -> None:
    """In "soldiers across the land who fight", the land does not."""
    doc = parsed("""
        Norland pays/pay soldiers/soldier across the   land   who     fight   .
        NNP/GPE VBZ      NNS              IN     DT    NN     WP      VBP     .
        nsubj:2 ROOT     dobj:2           prep:3 det:6 pobj:4 nsubj:8 relcl:6 punct:2
    """)
    repair(doc, LEXICON)
    assert token(doc, "fight").head.text == "soldiers"


def test_who_stands_for_an_office() -> None:
    """In "the envoy for minister, who left", the envoy left: the office is nobody yet."""
    doc = parsed("""
        Norland pays/pay the   envoy  for    minister ,       who     left/leave .
        NNP/GPE VBZ      DT    NN     IN     NN       ,       WP      VBD        .
        nsubj:2 ROOT     det:4 dobj:2 prep:4 pobj:5   punct:6 nsubj:9 relcl:6    punct:2
    """)
    repair(doc, LEXICON)
    assert token(doc, "left").head.text == "envoy"


def test_who_holds_an_office() -> None:
    """In "an envoy for the minister, who left", the minister may have left."""
    doc = parsed("""
        Norland pays/pay an    envoy  for    the   minister ,       who      left/leave .
        NNP/GPE VBZ      DT    NN     IN     DT    NN       ,       WP       VBD        .
        nsubj:2 ROOT     det:4 dobj:2 prep:4 det:7 pobj:5   punct:7 nsubj:10 relcl:7    punct:2
    """)
    repair(doc, LEXICON)
    assert token(doc, "left").head.text == "minister"


def test_that_may_be_the_thing_beside() -> None:
    """In "soldiers across the land that burns", it is the land."""
    doc = parsed("""
        Norland pays/pay soldiers/soldier across the   land   that    burns/burn .
        NNP/GPE VBZ      NNS              IN     DT    NN     WDT     VBZ        .
        nsubj:2 ROOT     dobj:2           prep:3 det:6 pobj:4 nsubj:8 relcl:6    punct:2
    """)
    repair(doc, LEXICON)
    assert token(doc, "burns").head.text == "land"


def held_and(verb: str) -> str:
    """A past form behind a passive: "Bell was held and beaten"."""
    return f"""
        Bell        was/be    held/hold and  {verb} .
        NNP/PERSON  VBD       VBN       CC   VBD    .
        nsubjpass:3 auxpass:3 ROOT      cc:3 conj:3 punct:3
    """


def test_past_behind_a_passive() -> None:
    """Who "was held and deported" was deported; who "was held and returned" may have done so himself."""
    done, did = parsed(held_and("deported/deport")), parsed(held_and("returned/return"))
    repair(done, LEXICON)
    repair(did, LEXICON)
    assert (token(done, "deported").tag_, token(did, "returned").tag_) == ("VBN", "VBD")


def test_who_is_addressed_does_not_do_it() -> None:
    """In "Bell, tell us", it is an order to her."""
    doc = parsed("""
        Bell       ,       tell us     .
        NNP/PERSON ,       VB   PRP    .
        nsubj:3    punct:3 ROOT dobj:3 punct:3
    """)
    repair(doc, LEXICON)
    assert token(doc, "Bell").dep_ == "npadvmod"


def test_words_between_make_no_address() -> None:
    """In "states, for instance, vote", where the tagger errs, states do."""
    doc = parsed("""
        States  ,       for    instance ,       vote .
        NNS     ,       IN     NN       ,       VB   .
        nsubj:6 punct:6 prep:6 pobj:3   punct:6 ROOT punct:6
    """)
    repair(doc, LEXICON)
    assert token(doc, "States").dep_ == "nsubj"


def test_infinitive_is_joined_to_an_infinitive() -> None:
    """In "shows the will of Sudria to win and to lead", Norland does not lead."""
    doc = parsed("""
        Norland shows/show the   will   of     Sudria  to    win   and  to    lead   .
        NNP/GPE VBZ        DT    NN     IN     NNP/GPE TO    VB    CC   TO    VB     .
        nsubj:2 ROOT       det:4 dobj:2 prep:4 pobj:5  aux:8 acl:4 cc:2 aux:11 conj:2 punct:2
    """)
    repair(doc, LEXICON)
    assert token(doc, "lead").head.text == "win"


ACCORDING = """
    Norland paid/pay Sudria  ,       according to    show     insiders .
    NNP/GPE VBD      NNP/GPE ,       VBG/ADP   TO    VB       NNS      .
    nsubj:2 ROOT     dobj:2  punct:2 prep:2    aux:7 advcl:5  dobj:7   punct:2
"""


def test_noun_behind_according_to() -> None:
    """In "according to show insiders" nobody shows anything: it is so according to them."""
    doc = parsed(ACCORDING)
    repair(doc, LEXICON)
    insiders = token(doc, "insiders")
    assert (insiders.dep_, insiders.head.text, token(doc, "show").pos_) == ("pobj", "to", "NOUN")


def test_infinitive_not_behind_according_to() -> None:
    """In "paid, hoping to show insiders" somebody hopes to show them something."""
    doc = parsed(ACCORDING.replace("according", "hoping   "))
    repair(doc, LEXICON)
    assert token(doc, "show").pos_ == "VERB"


CALLED = """
    A     fund    ,       called/call Norhelp ,       paid/pay Sudria  .
    DT    NN      ,       VBD         NNP     ,       VBD      NNP/GPE .
    det:2 nsubj:7 punct:2 acl:2       oprd:4  punct:2 ROOT     dobj:7  punct:7
"""


def test_what_a_thing_is_called() -> None:
    """In "a fund, called Norhelp, paid", the fund calls nobody."""
    doc = parsed(CALLED)
    repair(doc, LEXICON)
    assert token(doc, "called").tag_ == "VBN"


def test_who_is_called_somewhere() -> None:
    """In "the leader called friends to the stage", read as a relative clause, nobody is called anything."""
    doc = parsed(CALLED.replace("oprd", "dobj"))
    repair(doc, LEXICON)
    assert token(doc, "called").tag_ == "VBD"


def test_past_form_of_another_verb() -> None:
    """In "a fund, held Norhelp, paid", nothing tells that it was held."""
    doc = parsed(CALLED.replace("called/call", "held/hold  "))
    repair(doc, LEXICON)
    assert token(doc, "held").tag_ == "VBD"


CONSIDERED = """
    Sudria  is/be their  ally   and  considered/consider a     friend .
    NNP/GPE VBZ   PRP$   NN     CC   VBD                 DT    NN     .
    nsubj:2 ROOT  poss:4 attr:2 cc:2 conj:2              det:8 dobj:6 punct:2
"""


def test_what_one_is_considered() -> None:
    """Who "is an ally and considered a friend" considers nobody a friend."""
    doc = parsed(CONSIDERED)
    repair(doc, LEXICON)
    assert token(doc, "considered").tag_ == "VBN"


def test_what_one_considered() -> None:
    """Who "was an ally and considered him a friend" may have done so."""
    doc = parsed(CONSIDERED.replace("is/be", "was  ").replace("VBZ", "VBD"))
    repair(doc, LEXICON)
    assert token(doc, "considered").tag_ == "VBD"


def _saying(main: str) -> list[tuple[str, str]]:
    doc = parsed(f"""
        Norland {main}  to    say    today      that   Sudria  left/leave the   union  .
        NNP/GPE VBZ     TO    VB     NN         IN     NNP/GPE VBD        DT    NN     .
        nsubj:2 ROOT    aux:4 xcomp:2 npadvmod:4 mark:8 nsubj:8 ccomp:2    det:10 dobj:8 punct:2
    """)
    repair(doc, LEXICON)
    clause = token(doc, "left")
    return [(clause.head.text, clause.dep_)]


def test_clause_of_the_verb_above() -> None:
    """What somebody continues to say is the clause of *say*."""
    assert _saying("continues/continue") == [("say", "ccomp")]


def test_clause_of_a_verb_that_claims_itself() -> None:
    """A verb above that says something itself keeps its clause."""
    assert _saying("promises/promise") == [("promises", "ccomp")]


@pytest.mark.parametrize(("dash", "hired"), [("-", "Bell"), ("—", "Bell"), ("&", "Dahl")])
def test_names_on_two_sides_of_a_dash(dash: str, hired: str) -> None:
    """Of two names with a dash between them the first is the object; a firm's name has no dash."""
    doc = parsed(f"""
        Norland hired/hire Bell       {dash}  Tor        Dahl       .
        NNP/GPE VBD        NNP/PERSON :       NNP/PERSON NNP/PERSON .
        nsubj:2 ROOT       compound:6 punct:6 compound:6 dobj:2     punct:2
    """)
    repair(doc, LEXICON)
    assert [child.text for child in token(doc, "hired").kinds["dobj"]] == [hired]


def test_gerund_behind_an_infinitive() -> None:
    """An *-ing* form behind "and" goes with the last one, and not with "to" and a bare form."""
    doc = parsed("""
        Bell       kept/keep dropping/drop plans/plan to    cut   taxes/tax and  raising/raise fees/fee .
        NNP/PERSON VBD       VBG           NNS        TO    VB    NNS       CC   VBG           NNS      .
        nsubj:2    ROOT      xcomp:2       dobj:3     aux:6 acl:4 dobj:6    cc:6 conj:6        dobj:9   punct:2
    """)
    repair(doc, LEXICON)
    assert token(doc, "raising").head is token(doc, "dropping")


@pytest.mark.parametrize(("be", "head"), [("be", "sold"), ("be ,", "be")])
def test_modal_on_an_auxiliary(be: str, head: str) -> None:
    """What the parse hung on the passive's *be* is the verb's; not what a comma parts from it."""
    gap = be.endswith(",")
    doc = parsed(f"""
        It          will/would {"," if gap else "now"}  be        sold/sell .
        PRP         MD    {"," if gap else "RB"}  VB        VBN       .
        nsubjpass:5 aux:4 {"punct:4" if gap else "advmod:5"} auxpass:5 ROOT      punct:5
    """)
    repair(doc, LEXICON)
    assert token(doc, "will").head.text == head
