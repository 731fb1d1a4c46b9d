"""What is taken for granted, whatever becomes of the clause around it, and what is not."""

from __future__ import annotations

import pytest

from kg.extract.factuality import is_background
from kg.model import Certainty, EventMention
from tests.extract.conftest import event, parsed, stance, token, words_of_the_package


@pytest.mark.parametrize(
    ("verb", "expected"),
    [("called/call", "certain"), ("needs/need", "unknown")],
)
def test_free_relative(verb: str, expected: str) -> None:
    """What somebody has called a thing was called so; what he needs may be nothing yet, under what may come."""
    doc = parsed(f"""
        Norland may   revisit what   it      {verb} .
        NNP/GPE MD    VB      WP     PRP     {"VBD" if "called" in verb else "VBZ"} .
        nsubj:3 aux:3 ROOT    dobj:6 nsubj:6 ccomp:3 punct:3
    """)
    assert stance(doc, verb.split("/", maxsplit=1)[0]) == expected


def test_why() -> None:
    """Who explains why somebody left takes it that he left."""
    doc = parsed("""
        Norland justified/justify why      Sudria  left/leave .
        NNP/GPE VBD               WRB      NNP/GPE VBD        .
        nsubj:2 ROOT              advmod:5 nsubj:5 ccomp:2    punct:2
    """)
    assert stance(doc, "left") == "certain"


def test_how_to() -> None:
    """How to do something says of nothing that it was done."""
    doc = parsed("""
        Norland taught/teach how      to    vote    .
        NNP/GPE VBD          WRB      TO    VB      .
        nsubj:2 ROOT         advmod:5 aux:5 ccomp:2 punct:2
    """)
    assert stance(doc, "vote") == "unknown"


def test_noun_of_a_fact() -> None:
    """A recognition that something is so presupposes it."""
    doc = parsed("""
        It      forced/force a     recognition that   Sudria  withdrew/withdraw .
        PRP     VBD          DT    NN          IN     NNP/GPE VBD               .
        nsubj:2 ROOT         det:4 dobj:2      mark:7 nsubj:7 acl:4             punct:2
    """)
    assert stance(doc, "withdrew") == "certain"


@pytest.mark.parametrize(("denial", "expected"), [("still", "certain"), ("not", "unknown")])
def test_habit(denial: str, expected: str) -> None:
    """Who has a habit does it; who has none may not."""
    doc = parsed(f"""
        Norland does    {denial} have a     habit  of     attacking/attack Sudria  .
        NNP/GPE VBZ=AUX RB       VB   DT    NN     IN     VBG              NNP/GPE .
        nsubj:4 aux:4   {"neg" if denial == "not" else "advmod"}:4 ROOT det:6 dobj:4 prep:6 pcomp:7 dobj:8 punct:4
    """)
    assert stance(doc, "attacking") == expected


def test_feeling_about_a_fact() -> None:
    """What amazes somebody is so."""
    doc = parsed("""
        It      amazed/amaze us     that   Sudria  withdrew/withdraw .
        PRP     VBD          PRP    IN     NNP/GPE VBD               .
        nsubj:2 ROOT         dobj:2 mark:6 nsubj:6 ccomp:2           punct:2
    """)
    assert stance(doc, "withdrew") == "certain"


@pytest.mark.parametrize(
    ("verb", "modal", "expected"),
    [
        ("thank", "will", "certain"),
        ("fine", "did", "certain"),
        ("fine", "may", "possible"),
        ("criticise", "did", "probable"),
        ("call", "did", "requested unknown future"),
    ],
)
def test_what_for(verb: str, modal: str, expected: str) -> None:
    """What is thanked for was done, what is fined for with the fine, what is blamed in the eyes of who blames."""
    doc = parsed(f"""
        Norland {modal} {verb} {"it" if verb != "call" else "today"} for    dumping/dump waste  .
        NNP/GPE {"MD" if modal != "did" else "VBD=AUX"} VB {"PRP" if verb != "call" else "NN"} IN VBG NN .
        nsubj:3 aux:3 ROOT {"dobj" if verb != "call" else "npadvmod"}:3 prep:3 pcomp:5 dobj:6 punct:3
    """)
    assert stance(doc, "dumping") == expected


@pytest.mark.parametrize(("comma", "expected"), [(",", "certain"), ("-", "unknown future")])
def test_relative_clause_that_adds(comma: str, expected: str) -> None:
    """What a clause set apart adds to a name is so, whatever is asked of it."""
    doc = parsed(f"""
        Norland wants/want to    join    Sudrel  {comma}     which   builds/build ships  .
        NNP/GPE VBZ        TO    VB      NNP/ORG {"," if comma == "," else ":"} WDT VBZ NNS .
        nsubj:2 ROOT       aux:4 xcomp:2 dobj:4  punct:5     nsubj:8 relcl:5      dobj:8 punct:2
    """)
    assert stance(doc, "builds") == expected


@pytest.mark.parametrize(("mark", "expected"), [("even", "certain"), ("soon", "unknown")])
def test_contrast(mark: str, expected: str) -> None:
    """*Even as* sets one thing that is so against another; *as* alone goes with what may come."""
    doc = parsed(f"""
        Norland may   withdraw {mark}   as     Sudria  fights/fight .
        NNP/GPE MD    VB       RB       IN     NNP/GPE VBZ          .
        nsubj:3 aux:3 ROOT     advmod:7 mark:7 nsubj:7 advcl:3      punct:3
    """)
    assert stance(doc, "fights") == expected


def test_condition_of_two_clauses() -> None:
    """*If* reaches the clauses that *and* joins to the first."""
    doc = parsed("""
        If     Norland wins/win and  Sudria  leaves/leave ,       talks   end   .
        IN     NNP/GPE VBZ      CC   NNP/GPE VBZ          ,       NNS     VBP   .
        mark:3 nsubj:3 advcl:9  cc:3 nsubj:6 conj:3       punct:9 nsubj:9 ROOT  punct:9
    """)
    assert stance(doc, "leaves").startswith("conditional unknown")


def test_condition_before_what_is_said() -> None:
    """A condition before a quotation is of what is said, not of the saying."""
    doc = parsed("""
        If     they    sign    ,       we      leave    ,       said/say Norland .
        IN     PRP     VBP     ,       PRP     VBP      ,       VBD      NNP/GPE .
        mark:3 nsubj:3 advcl:8 punct:8 nsubj:6 ccomp:8  punct:8 ROOT     nsubj:8 punct:8
    """)
    assert (stance(doc, "said"), stance(doc, "leave")) == ("certain", "conditional unknown")


def test_after_somebody_leaves() -> None:
    """After what happens in the present tense is still to come."""
    doc = parsed("""
        Talks   end  after  Norland leaves/leave .
        NNS     VBP  IN     NNP/GPE VBZ          .
        nsubj:2 ROOT mark:5 nsubj:5 advcl:2      punct:2
    """)
    assert stance(doc, "leaves") == "unknown future"


def test_of_no_law() -> None:
    """What no law does is not done."""
    doc = parsed("""
        There  is/be no    law    requiring/require taxes  .
        EX     VBZ   DT    NN     VBG               NNS    .
        expl:2 ROOT  det:4 attr:2 acl:4             dobj:5 punct:2
    """)
    assert stance(doc, "requiring") == "not certain"


@pytest.mark.parametrize(("adverb", "expected"), [("only", "certain"), ("then", "unknown future")])
def test_result(adverb: str, expected: str) -> None:
    """*Only to* tells what came of it, a bare infinitive what was meant to."""
    doc = parsed(f"""
        Norland returned/return {adverb}  to    lose    .
        NNP/GPE VBD             RB        TO    VB      .
        nsubj:2 ROOT            advmod:5  aux:5 advcl:2 punct:2
    """)
    assert stance(doc, "lose") == expected


def test_rose_to_lead() -> None:
    """Who rose to lead something leads it."""
    doc = parsed("""
        Norland rose/rise to    lead    talks  .
        NNP/GPE VBD       TO    VB      NNS    .
        nsubj:2 ROOT      aux:4 advcl:2 dobj:4 punct:2
    """)
    assert stance(doc, "lead") == "certain"


def test_bare_form_beside_a_tense() -> None:
    """A bare form cannot be joined to a verb with a tense: it belongs to something else."""
    doc = parsed("""
        Norland backs/back rules  to    end   aid    ,       stop   talks  .
        NNP/GPE VBZ        NNS    TO    VB    NN     ,       VB     NNS    .
        nsubj:2 ROOT       dobj:2 aux:5 acl:3 dobj:5 punct:2 conj:2 dobj:8 punct:2
    """)
    assert stance(doc, "stop") == "unknown"


def test_bare_form_that_shares_a_modal() -> None:
    """What the tagger takes for a present shares the modal of the verb that it is joined to."""
    doc = parsed("""
        Groups  can   raise money  ,       then     use    it     .
        NNS     MD    VB    NN     ,       RB       VBP    PRP    .
        nsubj:3 aux:3 ROOT  dobj:3 punct:3 advmod:7 conj:3 dobj:7 punct:3
    """)
    assert stance(doc, "use") == "possible"


def test_by_closing_under_what_is_to_come() -> None:
    """What will be done by closing mines is done by closing them then."""
    doc = parsed("""
        Norland will  cut  costs  by     closing/close mines  .
        NNP/GPE MD    VB   NNS    IN     VBG           NNS    .
        nsubj:3 aux:3 ROOT dobj:3 prep:3 pcomp:5       dobj:6 punct:3
    """)
    assert stance(doc, "closing") == "certain future"


@pytest.mark.parametrize(("auxiliary", "expected"), [("cannot", "unknown"), ("did", "not certain")])
def test_without(auxiliary: str, expected: str) -> None:
    """What somebody did without was not done; what he cannot do without may be."""
    doc = parsed(f"""
        Norland {auxiliary} win  without cheating/cheat .
        NNP/GPE {"MD" if auxiliary == "cannot" else "VBD=AUX"} VB IN VBG .
        nsubj:3 aux:3       ROOT prep:3  pcomp:4        punct:3
    """)
    assert stance(doc, "cheating") == expected


def test_negation_of_a_verb_left_out() -> None:
    """A negation before *because* is of the verb that is left out, not of the reason."""
    doc = parsed("""
        It      would but  ca    n't   because it      is/be   audited/audit .
        PRP     MD    CC   MD    RB    IN      PRP     VBZ=AUX VBN           .
        nsubj:2 ROOT  cc:2 aux:9 neg:9 mark:9  nsubjpass:9 auxpass:9 conj:2  punct:2
    """)
    assert "not" not in stance(doc, "audited")


def test_supposition() -> None:
    """Who begins with "say X attacked" only supposes it."""
    doc = parsed("""
        Say  Norland attacked/attack Sudria  .
        VB   NNP/GPE VBD             NNP/GPE .
        ROOT nsubj:3 ccomp:1         dobj:3  punct:1
    """)
    assert stance(doc, "attacked") == "conditional unknown"


def test_as_being() -> None:
    """What somebody dismisses something as is so to him."""
    doc = parsed("""
        Norland dismissed/dismiss it     as     being/be weak    .
        NNP/GPE VBD               PRP    IN     VBG      JJ      .
        nsubj:2 ROOT              dobj:2 prep:2 pcomp:4  acomp:5 punct:2
    """)
    assert stance(doc, "being") == "probable"


def test_visit_that_is_not_the_first() -> None:
    """To deny something of a visit is not to deny the visit."""
    doc = parsed("""
        The   visit   was/be not   the   first  .
        DT    NN      VBD    RB    DT    JJ     .
        det:2 nsubj:3 ROOT   neg:3 det:6 attr:3 punct:3
    """)
    assert stance(doc, "visit") == "certain"


def test_what_clause_as_subject() -> None:
    """What somebody has seen is a subject that is taken for granted; what he may do is a mistake is not."""
    doc = parsed("""
        What   Norland has     seen/see is/be help   .
        WP     NNP/GPE VBZ=AUX VBN      VBZ   NN     .
        dobj:4 nsubj:4 aux:4   csubj:5  ROOT  attr:5 punct:5
    """)
    assert stance(doc, "seen") == "certain"


def test_gerund_as_subject() -> None:
    """Doing something being a mistake does not say that it was done."""
    doc = parsed("""
        Signing/sign it     is/be unwise  .
        VBG          PRP    VBZ   JJ      .
        csubj:3      dobj:1 ROOT  acomp:3 punct:3
    """)
    assert stance(doc, "Signing") == "unknown"


def test_lemma_that_lost_a_letter() -> None:
    """A lemma cut short by the tagger is still known: "hoping" is from "hope"."""
    doc = parsed("""
        Norland is/be   hoping/hop that   Sudria  withdraws/withdraw .
        NNP/GPE VBZ=AUX VBG        IN     NNP/GPE VBZ                .
        nsubj:3 aux:3   ROOT       mark:6 nsubj:6 ccomp:3            punct:3
    """)
    assert stance(doc, "withdraws") == "unknown future"
    assert stance(doc, "hoping") == "certain"


def test_declined_request() -> None:
    """A request that was declined was made."""
    doc = parsed("""
        Norland declined/decline a     request .
        NNP/GPE VBD              DT    NN      .
        nsubj:2 ROOT             det:4 dobj:2  punct:2
    """)
    assert stance(doc, "request") == "certain"


def test_impossible_without_help() -> None:
    """What could not be done without help says nothing against the help."""
    doc = parsed("""
        Norland could not   win  without help   .
        NNP/GPE MD    RB    VB   IN      NN     .
        nsubj:4 aux:4 neg:4 ROOT prep:4  pobj:5 punct:4
    """)
    assert stance(doc, "help") == "unknown"


def test_despite() -> None:
    """What somebody failed despite doing was done."""
    doc = parsed("""
        Despite leading/lead talks  ,       Norland may   leave .
        IN      VBG          NNS    ,       NNP/GPE MD    VB    .
        prep:7  pcomp:1      dobj:2 punct:7 nsubj:7 aux:7 ROOT  punct:7
    """)
    assert stance(doc, "leading") == "certain"


@pytest.mark.parametrize(("copula", "tag", "expected"), [("was", "VBD", "certain"), ("is", "VBZ", "unknown")])
def test_was_able(copula: str, tag: str, expected: str) -> None:
    """Who was able to do something did it; who is able to may."""
    doc = parsed(f"""
        Norland {copula}/be able    to    leave   .
        NNP/GPE {tag}       JJ      TO    VB      .
        nsubj:2 ROOT        acomp:2 aux:5 xcomp:3 punct:2
    """)
    assert stance(doc, "leave") == expected


def _taken(main: str, tags: str) -> EventMention:
    return event(
        parsed(f"""
            Norland {main} accept their  support if     they    came/come .
            NNP/GPE {tags} VB     PRP$   NN      IN     PRP     VBD       .
            nsubj:3 aux:3  ROOT   poss:5 dobj:3  mark:8 nsubj:8 advcl:3   punct:3
        """),
        "support",
    )


def test_what_would_be_taken() -> None:
    """What somebody would accept under a condition was perhaps never offered."""
    assert _taken("would", "MD").certainty is Certainty.UNKNOWN


def test_what_was_taken() -> None:
    """What somebody did accept was there."""
    doc = parsed("""
        Norland did/do accept their  support .
        NNP/GPE VBD    VB     PRP$   NN      .
        nsubj:3 aux:3  ROOT   poss:5 dobj:3  punct:3
    """)
    assert event(doc, "support").certainty is Certainty.CERTAIN


BURNT = """
    Norland vowed/vow to    mend    {}    bridge burnt/burn in     May      .
    NNP/GPE VBD       TO    VB      DT    NN     VBN        IN     NNP/DATE .
    nsubj:2 ROOT      aux:4 xcomp:2 det:6 dobj:4 acl:6      prep:7 pobj:8   punct:2
"""


@pytest.mark.parametrize(("article", "told"), [("the", True), ("a  ", False)])
def test_participle_within_a_promise(article: str, *, told: bool) -> None:
    """What was done to something known is no part of what is promised about it."""
    doc = parsed(BURNT.format(article))
    assert is_background(token(doc, "burnt"), words_of_the_package()) is told


def test_relative_clauses_within_one_another() -> None:
    """What stands in a clause that is told stands there however deep: "a scheme, *which pays those who lost*"."""
    doc = parsed("""
        Norland wants/want a     scheme ,       which   pays/pay people  who     lost/lose land    .
        NNP/GPE VBZ        DT    NN     ,       WDT     VBZ      NNS     WP      VBD       NN      .
        nsubj:2 ROOT       det:4 dobj:2 punct:4 nsubj:7 relcl:4  dobj:7  nsubj:10 relcl:8  dobj:10 punct:2
    """)
    assert is_background(token(doc, "lost"), words_of_the_package())
