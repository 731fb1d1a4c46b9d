"""What a question, a negation, a condition or a modal does not reach, and what it does."""

from __future__ import annotations

import pytest

from kg.extract.factuality import of_verb
from tests.extract.conftest import parsed, read_as, token, undecided, words_of_the_package

WHY = """
    {}       did/do they    leave  the    union  ?
    WRB      VBD    PRP     VB     DT     NN     .
    advmod:4 aux:4  nsubj:4 ROOT   det:6  dobj:4 punct:4
"""


@pytest.mark.parametrize(("word", "expected"), [("Why", "certain"), ("Where", "unknown")])
def test_why(word: str, expected: str) -> None:
    """Who asks why something was done takes it for granted."""
    assert read_as(parsed(WHY.format(word)), "leave") == expected


def test_why_should() -> None:
    """Who asks why somebody should do something does not say that he does."""
    doc = parsed("""
        Why      should they    leave the    union  ?
        WRB      MD     PRP     VB    DT     NN     .
        advmod:4 aux:4  nsubj:4 ROOT  det:6  dobj:4 punct:4
    """)
    assert undecided(doc, "leave")


def test_why_with_a_condition() -> None:
    """A condition before such a question is none of what is taken for granted."""
    doc = parsed("""
        If     you     agree   ,       why      do    you     refuse it     ?
        IN     PRP     VBP     ,       WRB      VBP   PRP     VB     PRP    .
        mark:3 nsubj:3 advcl:8 punct:8 advmod:8 aux:8 nsubj:8 ROOT   dobj:8 punct:8
    """)
    assert read_as(doc, "refuse") == "certain"


CALLED = """
    {}      would call it     a     success .
    PRP     MD    VB   PRP    DT    NN      .
    nsubj:3 aux:3 ROOT dobj:3 det:6 oprd:3  punct:3
"""


@pytest.mark.parametrize(("who", "expected"), [("I", "certain"), ("They", "probable future")])
def test_would_call(who: str, expected: str) -> None:
    """What I would call a success I do call one."""
    assert read_as(parsed(CALLED.format(who)), "call") == expected


def test_would_not_call() -> None:
    """What I would not call a success I do not call one."""
    doc = parsed("""
        I       would not   call it     a     success .
        PRP     MD    RB    VB   PRP    DT    NN      .
        nsubj:4 aux:4 neg:4 ROOT dobj:4 det:7 oprd:4  punct:4
    """)
    assert read_as(doc, "call") == "not certain"


def test_would_call_somebody() -> None:
    """Whom I would call I have not called yet."""
    doc = parsed("""
        I       would call the   bank   .
        PRP     MD    VB   DT    NN     .
        nsubj:3 aux:3 ROOT det:5 dobj:3 punct:3
    """)
    assert read_as(doc, "call") == "probable future"


def test_what_i_would_say() -> None:
    """What I would say is said with it."""
    doc = parsed("""
        What   I       would say     is/be that   they    left/leave .
        WP     PRP     MD    VB      VBZ   IN     PRP     VBD        .
        dobj:4 nsubj:4 aux:4 csubj:5 ROOT  mark:8 nsubj:8 ccomp:5    punct:5
    """)
    assert read_as(doc, "say") == "certain"


def test_would_say_colon() -> None:
    """So is what follows a colon."""
    doc = parsed("""
        I       would just     say  :       look  at     it     .
        PRP     MD    RB       VB   :       VB    IN     PRP    .
        nsubj:4 aux:4 advmod:4 ROOT punct:4 dep:4 prep:6 pobj:7 punct:4
    """)
    assert read_as(doc, "say") == "certain"


NOT = """
    Norland does/do not   {}       sign the   treaty .
    NNP/GPE VBZ     RB    RB       VB   DT    NN     .
    nsubj:5 aux:5   neg:5 advmod:5 ROOT det:7 dobj:5 punct:5
"""


@pytest.mark.parametrize(
    ("adverb", "expected"), [("only", "certain"), ("automatically", "unknown"), ("openly", "not certain")]
)
def test_negation_of_an_adverb(adverb: str, expected: str) -> None:
    """What is not only done is done, and what is not always done is open."""
    assert read_as(parsed(NOT.format(adverb)), "sign") == expected


def test_cannot_just() -> None:
    """What cannot just be done need not be done."""
    doc = parsed("""
        Norland can   not   just     leave .
        NNP/GPE MD    RB    RB       VB    .
        nsubj:5 aux:5 neg:5 advmod:5 ROOT  punct:5
    """)
    assert undecided(doc, "leave")


def test_rely_less() -> None:
    """Who relies less on something may rely on it still."""
    doc = parsed("""
        Norland relies/rely less     on     loans/loan .
        NNP/GPE VBZ         RBR      IN     NNS        .
        nsubj:2 ROOT        advmod:2 prep:2 pobj:4     punct:2
    """)
    assert undecided(doc, "relies")


def test_no_one_who() -> None:
    """What nobody does whom somebody has is not done."""
    doc = parsed("""
        Norland has/have no    ally   who     helps/help rebels/rebel .
        NNP/GPE VBZ      DT    NN     WP      VBZ        NNS          .
        nsubj:2 ROOT     det:4 dobj:2 nsubj:6 relcl:4    dobj:6       punct:2
    """)
    assert read_as(doc, "helps") == "not certain"


def test_praised_no_one_who() -> None:
    """Whom nobody praises may do it all the same."""
    doc = parsed("""
        Norland praised/praise no    ally   who     helps/help rebels/rebel .
        NNP/GPE VBD            DT    NN     WP      VBZ        NNS          .
        nsubj:2 ROOT           det:4 dobj:2 nsubj:6 relcl:4    dobj:6       punct:2
    """)
    assert undecided(doc, "helps")


def test_no_doubt() -> None:
    """What there is no doubt about is so."""
    doc = parsed("""
        There  is/be no    doubt  that   Norland helps/help Sudria  .
        EX     VBZ   DT    NN     IN     NNP/GPE VBZ        NNP/GPE .
        expl:2 ROOT  det:4 attr:2 mark:7 nsubj:7 acl:4      dobj:7  punct:2
    """)
    assert read_as(doc, "helps") == "certain"


def test_uncertainty_whether() -> None:
    """What it is uncertain whether it is so is not denied."""
    doc = parsed("""
        There  is/be an    uncertainty whether Norland helps/help Sudria  .
        EX     VBZ   DT    NN          IN      NNP/GPE VBZ        NNP/GPE .
        expl:2 ROOT  det:4 attr:2      mark:7  nsubj:7 acl:4      dobj:7  punct:2
    """)
    assert read_as(doc, "helps") == "unknown"


DECIDED = """
    Its    decision {}    to    sign  it     hurt   Norland .
    PRP$   NN       RB    TO    VB    PRP    VBD    NNP/GPE .
    poss:2 nsubj:7  {}    aux:5 acl:2 dobj:5 ROOT   dobj:7  punct:7
"""


@pytest.mark.parametrize(
    ("word", "place", "expected"),
    [("not", "neg:5", "not certain"), ("today", "advmod:2", "probable future")],
)
def test_decision_not_to(word: str, place: str, expected: str) -> None:
    """What is decided against is not done."""
    assert read_as(parsed(DECIDED.format(word, place)), "sign") == expected


def test_decision_that_not() -> None:
    """What a decision says not to be so somebody finds, and is kept from nothing."""
    doc = parsed("""
        Its    decision that   Norland had   not   paid  hurt   Norland .
        PRP$   NN       IN     NNP/GPE VBD   RB    VBN   VBD    NNP/GPE .
        poss:2 nsubj:8  mark:7 nsubj:7 aux:7 neg:7 acl:2 ROOT   dobj:8  punct:8
    """)
    assert of_verb(token(doc, "paid"), words_of_the_package()).cue == token(doc, "decision")


def test_ruling_on_how_to() -> None:
    """Who decides how something is to be done does not say that it will be."""
    doc = parsed("""
        She     made/make a     decision on     how      to    sort  them   .
        PRP     VBD       DT    NN       IN     WRB      TO    VB    PRP    .
        nsubj:2 ROOT      det:4 dobj:2   prep:4 advmod:8 aux:8 pcomp:5 dobj:8 punct:2
    """)
    assert undecided(doc, "sort")


def test_on_whether() -> None:
    """What would shed light on whether something was so does not move it into the future."""
    doc = parsed("""
        This    would shed light  on     whether he      won/win it     .
        DT      MD    VB   NN     IN     IN      PRP     VBD     PRP    .
        nsubj:3 aux:3 ROOT dobj:3 prep:3 mark:8  nsubj:8 pcomp:5 dobj:8 punct:3
    """)
    assert read_as(doc, "won") == "unknown"


def test_worried_about_what() -> None:
    """What worries people is there."""
    doc = parsed("""
        They    are/be worried about  what   they    see     .
        PRP     VBP    JJ      IN     WP     PRP     VBP     .
        nsubj:2 ROOT   acomp:2 prep:3 dobj:7 nsubj:7 pcomp:4 punct:2
    """)
    assert read_as(doc, "see") == "certain"


def test_ordered_with_a_shout() -> None:
    """What somebody is shouted at to do is asked for."""
    doc = parsed("""
        Police  shouted/shout at     him    to    drop    it     .
        NNS     VBD           IN     PRP    TO    VB      PRP    .
        nsubj:2 ROOT          prep:2 pobj:3 aux:6 xcomp:2 dobj:6 punct:2
    """)
    assert read_as(doc, "drop") == "requested unknown future"


def test_claimed_to() -> None:
    """What somebody claims to do he says that he does."""
    doc = parsed("""
        Norland claimed/claim to    own     the   island .
        NNP/GPE VBD           TO    VB      DT    NN     .
        nsubj:2 ROOT          aux:4 xcomp:2 det:6 dobj:4 punct:2
    """)
    assert read_as(doc, "own") == "certain"


def test_demanded_in_a_supposition() -> None:
    """What is demanded in a supposition nobody demands."""
    doc = parsed("""
        If     Norland demanded/demand that   Sudria  pay     ,       Sudria   would leave .
        IN     NNP/GPE VBD             IN     NNP/GPE VB      ,       NNP/GPE  MD    VB    .
        mark:3 nsubj:3 advcl:10        mark:6 nsubj:6 ccomp:3 punct:3 nsubj:10 aux:10 ROOT punct:10
    """)
    assert read_as(doc, "pay") == "conditional unknown future"


def test_promise_with_a_condition() -> None:
    """A promise was made, whatever it depends on."""
    doc = parsed("""
        Norland promised/promise a     loan   ,       should Sudria  sign    it     .
        NNP/GPE VBD              DT    NN     ,       MD     NNP/GPE VB      PRP    .
        nsubj:2 ROOT             det:4 dobj:2 punct:2 aux:8  nsubj:8 advcl:2 dobj:8 punct:2
    """)
    assert read_as(doc, "promised") == "certain"


TO_BE = """
    Their  {}      seems/seem to    be      to    cut     taxes/tax .
    PRP$   NN      VBZ        TO    VB      TO    VB      NNS       .
    poss:2 nsubj:3 ROOT       aux:5 xcomp:3 aux:7 xcomp:5 dobj:7    punct:3
"""


def test_seems_to_be_to() -> None:
    """A copula without a tense sets nothing for a day to come."""
    assert undecided(parsed(TO_BE.format("aim")), "cut")


def test_reaction_of_two_is_to() -> None:
    """Nor does one that says what a habit is, of which the parse joined the owners."""
    doc = parsed("""
        Norland and  Sudria  's     reaction is/be to    wait    .
        NNP/GPE CC   NNP/GPE POS    NN       VBZ   TO    VB      .
        nsubj:6 cc:1 poss:5  case:3 conj:1   ROOT  aux:8 xcomp:6 punct:6
    """)
    assert undecided(doc, "wait")


def test_money_it_needs_to() -> None:
    """What somebody needs something for nobody asks for."""
    doc = parsed("""
        Norland raised/raise the   money  it      needs/need to    pay     rebels/rebel .
        NNP/GPE VBD          DT    NN     PRP     VBZ        TO    VB      NNS          .
        nsubj:2 ROOT         det:4 dobj:2 nsubj:6 relcl:4    aux:8 xcomp:6 dobj:8       punct:2
    """)
    assert read_as(doc, "pay") == "unknown future"


def test_debt_it_needs_to_pay() -> None:
    """What somebody needs to do with something is to be done."""
    doc = parsed("""
        Norland named/name the   debt   it      needs/need to    pay     .
        NNP/GPE VBD        DT    NN     PRP     VBZ        TO    VB      .
        nsubj:2 ROOT       det:4 dobj:2 nsubj:6 relcl:4    aux:8 xcomp:6 punct:2
    """)
    assert read_as(doc, "pay") == "requested unknown future"


def test_let_him_go() -> None:
    """Whom somebody let go went."""
    doc = parsed("""
        Norland let/let him     go      .
        NNP/GPE VBD     PRP     VB      .
        nsubj:2 ROOT    nsubj:4 ccomp:2 punct:2
    """)
    assert read_as(doc, "go") == "certain"


def test_lets_him_go() -> None:
    """Whom somebody lets go need not go."""
    doc = parsed("""
        Norland lets/let him     go      .
        NNP/GPE VBZ      PRP     VB      .
        nsubj:2 ROOT     nsubj:4 ccomp:2 punct:2
    """)
    assert read_as(doc, "go") == "unknown"


def test_would_be_wise_to() -> None:
    """Who would be wise to do something has not done it."""
    doc = parsed("""
        Norland would be   wise    to    leave   .
        NNP/GPE MD    VB   JJ      TO    VB      .
        nsubj:3 aux:3 ROOT acomp:3 aux:6 xcomp:4 punct:3
    """)
    assert undecided(doc, "leave")


def test_appeared_for() -> None:
    """Where somebody appears for what he did he seems nothing."""
    doc = parsed("""
        He      appeared/appear in     court  for    robbing/rob a     bank   .
        PRP     VBD             IN     NN     IN     VBG         DT    NN     .
        nsubj:2 ROOT            prep:2 pobj:3 prep:2 pcomp:5     det:8 dobj:6 punct:2
    """)
    assert read_as(doc, "robbing") == "certain"


MODAL = """
    Norland would need help   from   states/state that    {}    pay     .
    NNP/GPE MD    VB   NN     IN     NNS          WDT     MD    VB      .
    nsubj:3 aux:3 ROOT dobj:3 prep:4 pobj:5       nsubj:9 aux:9 relcl:6 punct:3
"""


@pytest.mark.parametrize(("modal", "expected"), [("might", "possible"), ("will", "unknown future")])
def test_modal_of_a_relative_clause(modal: str, expected: str) -> None:
    """A modal of doubt says by itself how far it is so, whatever hangs on the clause above it."""
    assert read_as(parsed(MODAL.format(modal)), "pay") == expected


def test_voters_that_could_have() -> None:
    """What could have been may be what was not."""
    doc = parsed("""
        Norland would need help   from   states/state that    could have/have paid/pay .
        NNP/GPE MD    VB   NN     IN     NNS          WDT     MD    VB        VBN      .
        nsubj:3 aux:3 ROOT dobj:3 prep:4 pobj:5       nsubj:10 aux:10 aux:10  relcl:6  punct:3
    """)
    assert undecided(doc, "paid")


def test_those_who_hold_it_now() -> None:
    """What those do who will do something else is not to come."""
    doc = parsed("""
        The   men     holding/hold the   bridge will  leave .
        DT    NNS     VBG          DT    NN     MD    VB    .
        det:2 nsubj:7 acl:2        det:5 dobj:3 aux:7 ROOT  punct:7
    """)
    assert read_as(doc, "holding") == "certain"


def test_a_letter_to_come() -> None:
    """What somebody will send does nothing yet."""
    doc = parsed("""
        Norland will  send a     letter naming/name rebels/rebel .
        NNP/GPE MD    VB   DT    NN     VBG         NNS          .
        nsubj:3 aux:3 ROOT det:5 dobj:3 acl:5       dobj:6       punct:3
    """)
    assert read_as(doc, "naming") == "certain future"


def test_what_appeared_to_be() -> None:
    """What only appeared to be a threat need not be one."""
    doc = parsed("""
        He      answered/answer what    appeared/appear to    be      Norland 's     threat .
        PRP     VBD             WP      VBD             TO    VB      NNP/GPE POS    NN     .
        nsubj:2 ROOT            nsubj:4 ccomp:2         aux:6 xcomp:4 poss:9  case:7 attr:6 punct:2
    """)
    assert read_as(doc, "threat") == "probable"


def test_neglected_promises() -> None:
    """A promise that somebody neglects was made."""
    doc = parsed("""
        Norland neglects/neglect solemn promises/promise .
        NNP/GPE VBZ              JJ     NNS              .
        nsubj:2 ROOT             amod:4 dobj:2           punct:2
    """)
    assert read_as(doc, "promises") == "certain"


def test_there_are_beside_a_negation() -> None:
    """What there is is not denied by the clause that follows it."""
    doc = parsed("""
        There  are/be many   banks/bank ;       this    will   not    be   one     .
        EX     VBP    JJ     NNS        :       DT      MD     RB     VB   CD      .
        expl:2 ccomp:9 amod:4 attr:2    punct:9 nsubj:9 aux:9  neg:9  ROOT attr:9  punct:9
    """)
    assert read_as(doc, "are") == "certain"


def test_disclosure() -> None:
    """What a disclosure discloses is so."""
    doc = parsed("""
        They    protested/protest after  the   disclosure that   Norland paid/pay rebels/rebel .
        PRP     VBD               IN     DT    NN         IN     NNP/GPE VBD      NNS          .
        nsubj:2 ROOT              prep:2 det:5 pobj:3     mark:8 nsubj:8 acl:5    dobj:8       punct:2
    """)
    assert read_as(doc, "paid") == "certain"


def test_rather_than_live() -> None:
    """What somebody would rather not do he does not do."""
    doc = parsed("""
        They    sell them   than   live    there    .
        PRP     VBP  PRP    IN     VB      RB       .
        nsubj:2 ROOT dobj:2 mark:5 advcl:2 advmod:5 punct:2
    """)
    assert undecided(doc, "live")


def test_necessary_to_show() -> None:
    """What it is necessary to show is shown by nobody."""
    doc = parsed("""
        It      is/be necessary to    show    that   they    left/leave .
        PRP     VBZ   JJ        TO    VB      IN     PRP     VBD        .
        nsubj:2 ROOT  acomp:2   aux:5 xcomp:2 mark:8 nsubj:8 ccomp:5    punct:2
    """)
    assert undecided(doc, "left")


def test_doubt_to() -> None:
    """Nobody doubts to do something."""
    doc = parsed("""
        They    doubt the   vote   to    gain    time   .
        PRP     VBP   DT    NN     TO    VB      NN     .
        nsubj:2 ROOT  det:4 dobj:2 aux:6 xcomp:2 dobj:6 punct:2
    """)
    assert undecided(doc, "gain")


def test_condition_in_quotes() -> None:
    """What is quoted of a condition is none of its being said."""
    doc = parsed("""
        "       If     they    leave   ,       "       Norland said/say .
        ``      IN     PRP     VBP     ,       ''      NNP/GPE VBD      .
        punct:8 mark:4 nsubj:4 advcl:8 punct:8 punct:8 nsubj:8 ROOT     punct:8
    """)
    assert read_as(doc, "said") == "certain"


def test_with_somebody_doing() -> None:
    """What goes with something is as sure as that."""
    doc = parsed("""
        They    examine it     ,       with   experts/expert giving/give advice .
        PRP     VBP     PRP    ,       IN     NNS            VBG         NN     .
        nsubj:2 ROOT    dobj:2 punct:2 prep:2 nsubj:7        pcomp:5     dobj:7 punct:2
    """)
    assert read_as(doc, "giving") == "certain"


def test_believes_in_what_she_says() -> None:
    """Who may believe in what somebody says is told that she says it."""
    doc = parsed("""
        They    would believe in     what   she     says/say .
        PRP     MD    VB      IN     WP     PRP     VBZ      .
        nsubj:3 aux:3 ROOT    prep:3 dobj:7 nsubj:7 pcomp:4  punct:3
    """)
    assert read_as(doc, "says") == "certain"


def test_would_pledge() -> None:
    """What somebody would pledge he has not pledged."""
    doc = parsed("""
        Norland would pledge to    pay     .
        NNP/GPE MD    VB     TO    VB      .
        nsubj:3 aux:3 ROOT   aux:5 xcomp:3 punct:3
    """)
    assert undecided(doc, "pay")


def test_needs_no_more_than() -> None:
    """What somebody needs no more of than that he does need."""
    doc = parsed("""
        Norland needs/need no    more     than   to    wait    .
        NNP/GPE VBZ        DT    JJR      IN     TO    VB      .
        nsubj:2 ROOT       neg:4 advmod:2 mark:7 aux:7 advcl:4 punct:2
    """)
    assert read_as(doc, "needs") == "certain"


@pytest.mark.parametrize(("verb", "expected"), [("heard/hear", "certain"), ("paid/pay", "possible")])
def test_can_be_heard(verb: str, expected: str) -> None:
    """Who can be heard is heard."""
    gloss = """
        Norland     can   be/be     {} .
        NNP/GPE     MD    VB        VBN        .
        nsubjpass:4 aux:4 auxpass:4 ROOT       punct:4
    """
    assert read_as(parsed(gloss.format(verb)), verb.split("/", maxsplit=1)[0]) == expected


def test_condition_with_words_in_quotes() -> None:
    """A condition of which only the end is quoted is one all the same."""
    doc = parsed("""
        They    pay  if     they    are       "       asked   "       .
        PRP     VBP  IN     PRP     VBP       ``      VBN     ''      .
        nsubj:2 ROOT mark:7 nsubj:7 auxpass:7 punct:7 advcl:2 punct:7 punct:2
    """)
    assert read_as(doc, "pay") == "conditional unknown"


ASSUMING = """
    Rents   fall {}      assuming/assume that   wages   rise    .
    NNS     VBP  {}      VBG             IN     NNS     VBP     .
    nsubj:2 ROOT punct:2 advcl:2         mark:7 nsubj:7 ccomp:4 punct:2
"""


def test_assuming() -> None:
    """What follows *assuming that* behind a comma is a condition."""
    assert read_as(parsed(ASSUMING.format(",", ",")), "rise") == "conditional unknown"


def test_left_assuming() -> None:
    """What somebody goes by in what he does he believes."""
    assert read_as(parsed(ASSUMING.format("there", "RB")), "rise") == "unknown"


def test_would_you_vote_for_a_man_who() -> None:
    """What the man did whom somebody is asked about at large nobody did."""
    doc = parsed("""
        Would you     vote for    a     man    who     did/do so       ?
        MD    PRP     VB   IN     DT    NN     WP      VBD    RB       .
        aux:3 nsubj:3 ROOT prep:3 det:6 pobj:4 nsubj:8 relcl:6 advmod:8 punct:3
    """)
    assert undecided(doc, "did")


@pytest.mark.parametrize(("noun", "expected"), [("analysis", "certain"), ("aid", "promised certain future")])
def test_offered(noun: str, expected: str) -> None:
    """What is said by being offered is not to come."""
    doc = parsed(f"""
        Norland offered/offer {noun} .
        NNP/GPE VBD           NN     .
        nsubj:2 ROOT          dobj:2 punct:2
    """)
    assert read_as(doc, noun) == expected


HELD = """
    If     they    sign    ,       experts/expert {} that   prices/price will   fall    .
    IN     PRP     VBP     ,       NNS            VBP         IN     NNS          MD     VB      .
    mark:3 nsubj:3 advcl:6 punct:6 nsubj:6        ROOT        mark:10 nsubj:10   aux:10 ccomp:6 punct:6
"""


def test_condition_before_what_is_held() -> None:
    """Who thinks that something depends on something thinks so, whatever comes of it."""
    doc = parsed(HELD.format("think"))
    assert [read_as(doc, word) for word in ("think", "fall")] == ["certain", "conditional unknown future"]


def test_condition_before_what_is_asked() -> None:
    """What somebody asks for if something happens he need not ask for."""
    assert read_as(parsed(HELD.format("demand")), "demand") == "conditional unknown"


def test_condition_before_the_noun() -> None:
    """A condition that stands before a noun is none of what only describes it."""
    doc = parsed("""
        If     they    sign    ,       towns/town held/hold by      rebels/rebel will   pay  .
        IN     PRP     VBP     ,       NNS        VBN       IN      NNS          MD     VB   .
        mark:3 nsubj:3 advcl:6 punct:6 nsubj:10   acl:5     agent:6 pobj:7       aux:10 ROOT punct:10
    """)
    assert "conditional" not in read_as(doc, "held")


@pytest.mark.parametrize(("word", "tag"), [("Why", "WRB"), ("Now", "RB")])
def test_question_without_its_mark(word: str, tag: str) -> None:
    """A clause that is turned by *why* asks, whatever ends it."""
    doc = parsed(f"""
        {word}   would they    leave .
        {tag}    MD    PRP     VB    .
        advmod:4 aux:4 nsubj:4 ROOT  punct:4
    """)
    assert undecided(doc, "leave") is (word == "Why")


@pytest.mark.parametrize(("noun", "word"), [("evidence", "they"), ("idea", "what")])
def test_no_evidence_and_no_idea(noun: str, word: str) -> None:
    """What there is no evidence or no idea of is not denied."""
    doc = parsed(f"""
        They    have no    {noun} {word} caused/cause it     .
        PRP     VBP  DT    NN     PRP     VBD          PRP    .
        nsubj:2 ROOT det:4 dobj:2 nsubj:6 acl:4        dobj:6 punct:2
    """)
    assert undecided(doc, "caused")


def test_watch_for_a_purpose() -> None:
    """What somebody pays to sit and watch need not come about."""
    doc = parsed("""
        They    paid/pay  to    sit   and  watch  her    leave   .
        PRP     VBD       TO    VB    CC   VB     PRP    VB      .
        nsubj:2 ROOT      aux:4 advcl:2 cc:4 conj:4 nsubj:8 ccomp:6 punct:2
    """)
    assert undecided(doc, "leave")


def test_asked_if() -> None:
    """What somebody was asked, with *if*, is no condition of his answer."""
    doc = parsed("""
        Asked/ask if     they    left/leave ,       she     said/say they     must    pay     .
        VBN       IN     PRP     VBD        ,       PRP     VBD      PRP      MD      VB      .
        advcl:7   mark:4 nsubj:4 advcl:7    punct:7 nsubj:7 ROOT     nsubj:10 aux:10  ccomp:7 punct:7
    """)
    assert [read_as(doc, word) for word in ("said", "pay")] == ["certain", "requested unknown future"]


def test_less_than_a_year_later() -> None:
    """What came less than a year later came."""
    doc = parsed("""
        Norland fell/fall less     than     a        year       later    .
        NNP/GPE VBD       RBR      IN       DT       NN         RB       .
        nsubj:2 ROOT      advmod:2 quantmod:6 quantmod:6 npadvmod:7 advmod:2 punct:2
    """)
    assert read_as(doc, "fell") == "certain"


def test_why_did_you_have_to() -> None:
    """Who asks why somebody had to do something asks for nothing."""
    doc = parsed("""
        Why      did/do you     have to    leave   ?
        WRB      VBD    PRP     VB   TO    VB      .
        advmod:4 aux:4  nsubj:4 ROOT aux:6 xcomp:4 punct:4
    """)
    assert undecided(doc, "leave")


def test_going_to_be() -> None:
    """What is going to be a visit is to come."""
    doc = parsed("""
        It      is/be going/go to    be      a     visit  .
        PRP     VBZ   VBG      TO    VB      DT    NN     .
        nsubj:3 aux:3 ROOT     aux:5 xcomp:3 det:7 attr:5 punct:3
    """)
    assert read_as(doc, "visit").endswith("future")


def test_condition_of_a_passive_now() -> None:
    """What is done now under a condition is not said to have been done."""
    doc = parsed("""
        He          is/be     sent/send home     if     he      stays/stay .
        PRP         VBZ       VBN       RB       IN     PRP     VBZ        .
        nsubjpass:3 auxpass:3 ROOT      advmod:3 mark:7 nsubj:7 advcl:3    punct:3
    """)
    assert read_as(doc, "sent") == "conditional unknown"
