"""What nothing tells to be so or not, and constructions beside it that do tell."""

from __future__ import annotations

from tests.extract.conftest import parsed, read_as, undecided


def test_purpose() -> None:
    """What somebody does something for need not come about, and nothing tells whether it did."""
    doc = parsed("""
        The   minister flew/fly to     Sudria/Sudria to    sign    the   pact   .
        DT    NN       VBD      IN     NNP/ORG       TO    VB      DT    NN     .
        det:2 nsubj:3  ROOT     prep:3 pobj:4        aux:7 advcl:3 det:9 dobj:7 punct:3
    """)
    assert undecided(doc, "sign")


def test_led_infinitive() -> None:
    """An infinitive right behind a verb of wanting is what somebody wants, and no aim."""
    doc = parsed("""
        The   party   looks/look to    win     the   vote   .
        DT    NN      VBZ        TO    VB      DT    NN     .
        det:2 nsubj:3 ROOT       aux:5 xcomp:3 det:7 dobj:5 punct:3
    """)
    assert not undecided(doc, "win")


def test_went_on_to() -> None:
    """What somebody went on to do is done."""
    doc = parsed("""
        Norland/Norland went/go on    to    win     the   war    .
        NNP/ORG         VBD     RP    TO    VB      DT    NN     .
        nsubj:2         ROOT    prt:2 aux:5 advcl:2 det:7 dobj:5 punct:2
    """)
    assert read_as(doc, "win") == "certain"


def test_took_to() -> None:
    """Who took to the radio to denounce something has denounced it."""
    doc = parsed("""
        The   premier took/take to     the   radio  to    denounce the    strike .
        DT    NN      VBD       IN     DT    NN     TO    VB       DT     NN     .
        det:2 nsubj:3 ROOT      prep:3 det:6 pobj:4 aux:8 advcl:3  det:10 dobj:8 punct:3
    """)
    assert read_as(doc, "denounce") == "certain"


def test_pleaded_with() -> None:
    """Behind the one who is asked stands what he is asked for."""
    doc = parsed("""
        The   dockers/docker pleaded/plead with   the   firm   to    raise   pay    .
        DT    NNS            VBD           IN     DT    NN     TO    VB      NN     .
        det:2 nsubj:3        ROOT          prep:3 det:6 pobj:4 aux:8 advcl:3 dobj:8 punct:3
    """)
    assert read_as(doc, "raise") == "requested unknown future"


def test_not_going_to() -> None:
    """What somebody is not going to do is likely not to come."""
    doc = parsed("""
        Norland/Norland is/be n't/not going/go to    attack  Sudria/Sudria .
        NNP/ORG         VBZ   RB      VBG      TO    VB      NNP/ORG       .
        nsubj:4         aux:4 neg:4   ROOT     aux:6 xcomp:4 dobj:6        punct:4
    """)
    assert read_as(doc, "attack") == "not certain future"


def test_would_have_to_if() -> None:
    """What somebody would have to do on a condition is asked of nobody."""
    doc = parsed("""
        If     Sudria/Sudria attacked/attack ,       Norland/Norland would have to    leave   the    pact
        IN     NNP/ORG       VBD             ,       NNP/ORG         MD    VB   TO    VB      DT     NN
        mark:3 nsubj:3       advcl:7         punct:7 nsubj:7         aux:7 ROOT aux:9 xcomp:7 det:11 dobj:9

        .
        .
        punct:7
    """)
    assert read_as(doc, "leave") == "conditional unknown future"


def test_warned_of_what_is() -> None:
    """A warning of what goes on says that it does."""
    doc = parsed("""
        Scholars/scholar warned/warn that   the   bank    was/be selling/sell its    gold   .
        NNS              VBD         IN     DT    NN      VBD    VBG          PRP$   NN     .
        nsubj:2          ROOT        mark:7 det:5 nsubj:7 aux:7  ccomp:2      poss:9 dobj:7 punct:2
    """)
    assert read_as(doc, "selling") == "certain"


def test_warned_of_what_comes() -> None:
    """A warning of what is to come threatens with it."""
    doc = parsed("""
        Scholars/scholar warned/warn that   the   bank    will  sell    its    gold   .
        NNS              VBD         IN     DT    NN      MD    VB      PRP$   NN     .
        nsubj:2          ROOT        mark:7 det:5 nsubj:7 aux:7 ccomp:2 poss:9 dobj:7 punct:2
    """)
    assert read_as(doc, "sell") == "threatened probable future"


def test_designed_to() -> None:
    """What a law is designed to do is promised by nobody."""
    doc = parsed("""
        They    passed/pass a     bill   designed/design to    protect farmers/farmer .
        PRP     VBD         DT    NN     VBN             TO    VB      NNS            .
        nsubj:2 ROOT        det:4 dobj:2 acl:4           aux:7 xcomp:5 dobj:7         punct:2
    """)
    assert undecided(doc, "protect")


def test_found_a_way() -> None:
    """Who found a way to do something does it."""
    doc = parsed("""
        The   firm    has/have found/find a     way    to    avoid   the    tax    .
        DT    NN      VBZ      VBN        DT    NN     TO    VB      DT     NN     .
        det:2 nsubj:4 aux:4    ROOT       det:6 dobj:4 aux:8 relcl:6 det:10 dobj:8 punct:4
    """)
    assert read_as(doc, "avoid") == "certain"


def test_seeks_a_way() -> None:
    """Who seeks a way to do something need not do it."""
    doc = parsed("""
        The   firm    seeks/seek a     way    to    avoid   the   tax    .
        DT    NN      VBZ        DT    NN     TO    VB      DT    NN     .
        det:2 nsubj:3 ROOT       det:5 dobj:3 aux:7 relcl:5 det:9 dobj:7 punct:3
    """)
    assert read_as(doc, "avoid") == "unknown"


def test_so_many_that() -> None:
    """What so many of something lead to is no content of the verb that has them for its object."""
    doc = parsed("""
        He      tells/tell so       many   tales/tale that     nobody  trusts/trust him/he .
        PRP     VBZ        RB       JJ     NNS        WDT      NN=PRON VBZ          PRP    .
        nsubj:2 ROOT       advmod:4 amod:5 dobj:2     dative:8 nsubj:8 ccomp:2      dobj:8 punct:2
    """)
    assert read_as(doc, "trusts") == "not certain"


def test_not_anything_that() -> None:
    """A clause on anything under a negation leaves open whether it is so."""
    doc = parsed("""
        They    did/do not   tell us/we    anything that   she     knew/know .
        PRP     VBD    RB    VB   PRP      NN=PRON  WDT    PRP     VBD       .
        nsubj:4 aux:4  neg:4 ROOT dative:4 dobj:4   dobj:9 nsubj:9 relcl:6   punct:4
    """)
    assert undecided(doc, "knew")


def test_ways_by_doing() -> None:
    """What may be done by doing something else need not be done."""
    doc = parsed("""
        Norland/Norland has/have two         ways/way to    win     :       by     waiting/wait and  by
        NNP/ORG         VBZ      CD/CARDINAL NNS      TO    VB      :       IN     VBG          CC   IN
        nsubj:2         ROOT     nummod:4    dobj:2   aux:6 relcl:4 punct:2 prep:2 pcomp:8      cc:8 conj:8

        attacking/attack .
        VBG              .
        pcomp:11         punct:2
    """)
    assert undecided(doc, "waiting")


def test_efforts_that_will_be() -> None:
    """Efforts that somebody makes are there, whatever they will be."""
    doc = parsed("""
        Her    efforts/effort to    end   the   war    will  be   her     legacy .
        PRP$   NNS            TO    VB    DT    NN     MD    VB   PRP$    NN     .
        poss:2 nsubj:8        aux:4 acl:2 det:6 dobj:4 aux:8 ROOT poss:10 attr:8 punct:8
    """)
    assert read_as(doc, "efforts") == "certain"


def test_is_expected_to() -> None:
    """What somebody is expected to do is probable."""
    doc = parsed("""
        Norland/Norland is/be     expected/expect to    leave   the   pact   .
        NNP/ORG         VBZ       VBN             TO    VB      DT    NN     .
        nsubjpass:3     auxpass:3 ROOT            aux:5 xcomp:3 det:7 dobj:5 punct:3
    """)
    assert read_as(doc, "leave") == "probable future"


def test_expects_to() -> None:
    """What somebody himself expects to do he wants."""
    doc = parsed("""
        Norland/Norland expects/expect to    leave   the   pact   .
        NNP/ORG         VBZ            TO    VB      DT    NN     .
        nsubj:2         ROOT           aux:4 xcomp:2 det:6 dobj:4 punct:2
    """)
    assert read_as(doc, "leave") == "unknown future"


def test_may_say() -> None:
    """What somebody may say nothing tells to be so."""
    doc = parsed("""
        Ana/Ana    may   say  that   the   mayor   left/leave .
        NNP/PERSON MD    VB   IN     DT    NN      VBD        .
        nsubj:3    aux:3 ROOT mark:7 det:6 nsubj:7 ccomp:3    punct:3
    """)
    assert undecided(doc, "left")


def test_did_not_say() -> None:
    """Nor what somebody did not say."""
    doc = parsed("""
        Ana/Ana    did/do not   say  that   the   mayor   left/leave .
        NNP/PERSON VBD    RB    VB   IN     DT    NN      VBD        .
        nsubj:4    aux:4  neg:4 ROOT mark:8 det:7 nsubj:8 ccomp:4    punct:4
    """)
    assert undecided(doc, "left")


def test_hearsay() -> None:
    """What somebody has heard appears to be so."""
    doc = parsed("""
        Ana/Ana    heard/hear that   the   mayor   had/have left/leave .
        NNP/PERSON VBD        IN     DT    NN      VBD      VBN        .
        nsubj:2    ROOT       mark:7 det:5 nsubj:7 aux:7    ccomp:2    punct:2
    """)
    assert read_as(doc, "left") == "probable"


def test_question() -> None:
    """A question tells nothing."""
    doc = parsed("""
        Did/do the   mayor   sell the   port   ?
        VBD    DT    NN      VB   DT    NN     .
        aux:4  det:3 nsubj:4 ROOT det:6 dobj:4 punct:4
    """)
    assert undecided(doc, "sell")


def test_not_likely() -> None:
    """What is not likely to come is likely not to."""
    doc = parsed("""
        Norland/Norland is/be not   likely  to    win     the   war    .
        NNP/ORG         VBZ   RB    JJ      TO    VB      DT    NN     .
        nsubj:2         ROOT  neg:2 acomp:2 aux:6 xcomp:4 det:8 dobj:6 punct:2
    """)
    assert read_as(doc, "win") == "not probable future"


def test_not_likely_that() -> None:
    """So it is with a clause."""
    doc = parsed("""
        It      is/be not   likely  that   Norland/Norland won/win .
        PRP     VBZ   RB    JJ      IN     NNP/ORG         VBD     .
        nsubj:2 ROOT  neg:2 acomp:2 mark:7 nsubj:7         ccomp:4 punct:2
    """)
    assert read_as(doc, "won") == "not probable future"


def test_does_not_seem() -> None:
    """What does not seem to be so seems not to be so."""
    doc = parsed("""
        The   firm    does/do not   seem to    lose    .
        DT    NN      VBZ     RB    VB   TO    VB      .
        det:2 nsubj:5 aux:5   neg:5 ROOT aux:7 xcomp:5 punct:5
    """)
    assert read_as(doc, "lose") == "not probable"


def test_does_not_mean() -> None:
    """What something does not mean may be so or not."""
    doc = parsed("""
        That    does/do not   mean the   judges/judge respect him/he .
        DT=PRON VBZ     RB    VB   DT    NNS          VBP     PRP    .
        nsubj:4 aux:4   neg:4 ROOT det:6 nsubj:7      ccomp:4 dobj:7 punct:4
    """)
    assert undecided(doc, "respect")


def test_never_tried() -> None:
    """What nobody tried to do may have come about all the same, or not."""
    doc = parsed("""
        The   bank    never  tried/try to    sell    the   mill   .
        DT    NN      RB=ADV VBD       TO    VB      DT    NN     .
        det:2 nsubj:4 neg:4  ROOT      aux:6 xcomp:4 det:8 dobj:6 punct:4
    """)
    assert undecided(doc, "sell")


def test_nobody_asked() -> None:
    """What nobody asked for is open."""
    doc = parsed("""
        Nobody  asked/ask Norland/Norland to    leave   .
        NN=PRON VBD       NNP/ORG         TO    VB      .
        nsubj:2 ROOT      dobj:2          aux:5 xcomp:2 punct:2
    """)
    assert undecided(doc, "leave")


def test_decision_of_a_judge() -> None:
    """What is not touched by any judge’s decision tells of none."""
    doc = parsed("""
        Taxes/taxis are/be    not   affected/affect by      a     judge  's     decision to     resign .
        NNS         VBP       RB    VBN             IN      DT    NN     POS    NN       TO     VB     .
        nsubjpass:4 auxpass:4 neg:4 ROOT            agent:4 det:7 poss:9 case:7 pobj:5   aux:11 acl:9  punct:4
    """)
    assert undecided(doc, "decision")


def test_decision_of_the_judge() -> None:
    """A decision of one judge is there, whatever it touches."""
    doc = parsed("""
        Taxes/taxis are/be    not   affected/affect by      the   judge  's     decision to     resign .
        NNS         VBP       RB    VBN             IN      DT    NN     POS    NN       TO     VB     .
        nsubjpass:4 auxpass:4 neg:4 ROOT            agent:4 det:7 poss:9 case:7 pobj:5   aux:11 acl:9  punct:4
    """)
    assert read_as(doc, "decision") == "certain"


def test_going_on_to() -> None:
    """Who went on to say something said it, though the verb is a participle."""
    doc = parsed("""
        Going/go on    to    say     that   it      was/be  late    ,        the    mayor    left/leave
        VBG      RP    TO    VB      IN     PRP     VBD     JJ      ,        DT     NN       VBD
        advcl:12 prt:1 aux:4 advcl:1 mark:7 nsubj:7 ccomp:4 acomp:7 punct:12 det:11 nsubj:12 ROOT

        .
        .
        punct:12
    """)
    assert read_as(doc, "say") == "certain"


def test_should_before_its_subject() -> None:
    """What should come about first is a condition, and asked for by nobody."""
    doc = parsed("""
        Trade/Trade may   fall    should Norland/Norland leave the   union  .
        NNP         MD    VB      MD     NNP/ORG         VB    DT    NN     .
        nsubj:3     aux:3 ccomp:6 aux:6  nsubj:6         ROOT  det:8 dobj:6 punct:6
    """)
    assert read_as(doc, "leave") == "conditional unknown"


def test_nor_should() -> None:
    """Behind *nor* the order tells no condition."""
    doc = parsed("""
        Norland/Norland left/leave ,       nor  should Sudria/Sudria follow .
        NNP/ORG         VBD        ,       CC   MD     NNP/ORG       VB     .
        nsubj:2         ROOT       punct:2 cc:2 aux:7  nsubj:7       conj:2 punct:2
    """)
    assert read_as(doc, "follow") == "requested not unknown future"


def test_infinitive_under_nothing() -> None:
    """An infinitive that the parse joins to no other is open."""
    doc = parsed("""
        It      is/be hard    for    banks/bank to    sue     and  for     the    state        to
        PRP     VBZ   JJ      IN     NNS        TO    VB      CC   IN      DT     NN           TO
        nsubj:2 ROOT  acomp:2 mark:7 nsubj:7    aux:7 advcl:2 cc:2 mark:14 det:11 nsubjpass:14 aux:14

        be         sued/sue .
        VB         VBN      .
        auxpass:14 conj:2   punct:2
    """)
    assert undecided(doc, "sued")


def test_speech_joined_to_what_was_said() -> None:
    """Who said that he was ill and asked for something may have asked, or have said that he asked."""
    doc = parsed("""
        Ana/Ana    said/say she     was/be  ill     and  asked/ask the   guards/guard to     leave   .
        NNP/PERSON VBD      PRP     VBD     JJ      CC   VBD       DT    NNS          TO     VB      .
        nsubj:2    ROOT     nsubj:4 ccomp:2 acomp:4 cc:4 conj:4    det:9 dobj:7       aux:11 xcomp:7 punct:2
    """)
    assert undecided(doc, "asked")


def test_speech_joined_to_the_saying() -> None:
    """Joined to the saying itself, he has asked."""
    doc = parsed("""
        Ana/Ana    said/say she     was/be  ill     and  asked/ask the   guards/guard to     leave   .
        NNP/PERSON VBD      PRP     VBD     JJ      CC   VBD       DT    NNS          TO     VB      .
        nsubj:2    ROOT     nsubj:4 ccomp:2 acomp:4 cc:2 conj:2    det:9 dobj:7       aux:11 xcomp:7 punct:2
    """)
    assert not undecided(doc, "asked")


def test_should_in_a_question() -> None:
    """Nobody asks for what a question weighs."""
    doc = parsed("""
        Should the   bank    sell the   port   ?
        MD     DT    NN      VB   DT    NN     .
        aux:4  det:3 nsubj:4 ROOT det:6 dobj:4 punct:4
    """)
    assert undecided(doc, "sell")


def test_trouble_is_that() -> None:
    """What the trouble is is so."""
    doc = parsed("""
        The   trouble is/be that   the   bank    sold/sell the   port   .
        DT    NN      VBZ   IN     DT    NN      VBD       DT    NN     .
        det:2 nsubj:3 ROOT  mark:7 det:6 nsubj:7 ccomp:3   det:9 dobj:7 punct:3
    """)
    assert read_as(doc, "sold") == "certain"


def test_is_to_blame() -> None:
    """Who is to blame has no plan to blame anybody."""
    doc = parsed("""
        The   mayor   is/be to    blame   for    the   fire   .
        DT    NN      VBZ   TO    VB      IN     DT    NN     .
        det:2 nsubj:3 ROOT  aux:5 xcomp:3 prep:5 det:8 pobj:6 punct:3
    """)
    assert undecided(doc, "blame")


def test_question_in_another_quotation() -> None:
    """The mark of one quotation is no question of another."""
    doc = parsed("""
        “/"     They    left/leave ,       ”/"     Ana/Ana    said/say    ,       and  asked/ask ,
        ``      PRP     VBD        ,       ''      NNP/PERSON VBD         ,       CC   VBD       ,
        punct:3 nsubj:3 ROOT       punct:7 punct:7 nsubj:7    parataxis:3 punct:7 cc:7 conj:3    punct:10

        “/"      Did/do they     pay      ?       ”/"
        ``       VBD    PRP      VB       .       ''
        punct:10 aux:15 nsubj:15 ccomp:10 punct:3 punct:3
    """)
    assert not undecided(doc, "left")


def test_no_habit() -> None:
    """What is not in somebody’s habit is told by no rule."""
    doc = parsed("""
        I/I     am/be not   in     the   habit  of     selling/sell ships/ship .
        PRP     VBP   RB    IN     DT    NN     IN     VBG          NNS        .
        nsubj:2 ROOT  neg:2 prep:2 det:6 pobj:4 prep:6 pcomp:7      dobj:8     punct:2
    """)
    assert undecided(doc, "selling")


def test_tried_to_get_a_promise() -> None:
    """A promise that was only tried for is none."""
    doc = parsed("""
        They    tried/try to    get     him/he  to    agree   to    leave   .
        PRP     VBD       TO    VB      PRP     TO    VB      TO    VB      .
        nsubj:2 ROOT      aux:4 xcomp:2 nsubj:7 aux:7 ccomp:4 aux:9 xcomp:7 punct:2
    """)
    assert undecided(doc, "leave")


def test_got_a_promise() -> None:
    """One that was brought about is one."""
    doc = parsed("""
        They    got/get him/he  to    agree   to    leave   .
        PRP     VBD     PRP     TO    VB      TO    VB      .
        nsubj:2 ROOT    nsubj:5 aux:5 ccomp:2 aux:7 xcomp:5 punct:2
    """)
    assert read_as(doc, "leave") == "promised certain future"


def test_thinking_about() -> None:
    """What somebody thinks about doing he does not hold to be done."""
    doc = parsed("""
        The   coach   was/be thinking/think about  leaving/leave .
        DT    NN      VBD    VBG            IN     VBG           .
        det:2 nsubj:4 aux:4  ROOT           prep:4 pcomp:5       punct:4
    """)
    assert undecided(doc, "leaving")


def test_had_to_be() -> None:
    """What had to be done may have been done, or have been wanted."""
    doc = parsed("""
        The   agreement had/have to    be        led/lead by      both  states/state .
        DT    NN        VBD      TO    VB        VBN      IN      DT    NNS          .
        det:2 nsubj:3   ROOT     aux:6 auxpass:6 xcomp:3  agent:6 det:9 pobj:7       punct:3
    """)
    assert undecided(doc, "led")


def test_without_changing() -> None:
    """What somebody leaves undone is a condition of what may come of it."""
    doc = parsed("""
        Without changing/change its    laws/law on     trade  ,       Norland/Norland risks/risk a      war
        IN      VBG             PRP$   NNS      IN     NN     ,       NNP/ORG         VBZ        DT     NN
        prep:9  pcomp:1         poss:4 dobj:2   prep:4 pobj:5 punct:9 nsubj:9         ROOT       det:11 dobj:9

        .
        .
        punct:9
    """)
    assert read_as(doc, "risks") == "conditional unknown"


def test_without_naming() -> None:
    """It is none of what was done."""
    doc = parsed("""
        Without naming/name the   firm   ,       the   mayor   resigned/resign .
        IN      VBG         DT    NN     ,       DT    NN      VBD             .
        prep:8  pcomp:1     det:4 dobj:2 punct:8 det:7 nsubj:8 ROOT            punct:8
    """)
    assert read_as(doc, "resigned") == "certain"


def test_without_knowing_how() -> None:
    """What somebody does not know to come is open."""
    doc = parsed("""
        It      is/be hard    to    judge   the   plan   without knowing/know how       it       would  affect
        PRP     VBZ   JJ      TO    VB      DT    NN     IN      VBG          WRB       PRP      MD     VB
        nsubj:2 ROOT  acomp:2 aux:5 xcomp:2 det:7 dobj:5 prep:5  pcomp:8      advmod:13 nsubj:13 aux:13 ccomp:9

        farmers/farmer .
        NNS            .
        dobj:13        punct:2
    """)
    assert undecided(doc, "affect")


def test_past_under_asked() -> None:
    """Nobody is asked for what was."""
    doc = parsed("""
        He      said/say ,       when     asked/ask ,       that   Norland/Norland lost/lose the    war
        PRP     VBD      ,       WRB      VBN       ,       IN     NNP/ORG         VBD       DT     NN
        nsubj:2 ROOT     punct:2 advmod:5 advcl:2   punct:5 mark:9 nsubj:9         ccomp:5   det:11 dobj:9

        .
        .
        punct:2
    """)
    assert undecided(doc, "lost")


def test_asked_how() -> None:
    """How somebody could do something is asked, and not whether he did."""
    doc = parsed("""
        Bo/Bo      Lind/Lind  asked/ask how      Norland/Norland could win     the   war    .
        NNP/PERSON NNP/PERSON VBD       WRB      NNP/ORG         MD    VB      DT    NN     .
        compound:2 nsubj:3    ROOT      advmod:7 nsubj:7         aux:7 ccomp:3 det:9 dobj:7 punct:3
    """)
    assert undecided(doc, "win")


def test_infinitive_beside_a_tense() -> None:
    """An infinitive that the parse joins to a verb with a tense is open."""
    doc = parsed("""
        The   council has/have the   tools/tool to    stop    and  to     end    wars/war .
        DT    NN      VBZ      DT    NNS        TO    VB      CC   TO     VB     NNS      .
        det:2 nsubj:3 ROOT     det:5 dobj:3     aux:7 relcl:5 cc:7 aux:10 conj:3 dobj:10  punct:3
    """)
    assert undecided(doc, "end")


def test_suspected_of() -> None:
    """Who is suspected of doing something is held to have done it."""
    doc = parsed("""
        The   ship        was/be    suspected/suspect of     carrying/carry timber .
        DT    NN          VBD       VBN               IN     VBG            NN     .
        det:2 nsubjpass:4 auxpass:4 ROOT              prep:4 pcomp:5        dobj:6 punct:4
    """)
    assert read_as(doc, "carrying") == "alleged possible"


def test_not_sure_what() -> None:
    """Who is not sure what caused something does not deny that something did."""
    doc = parsed("""
        Norland/Norland is/be not   sure    what    caused/cause the   fire   .
        NNP/ORG         VBZ   RB    JJ      WP      VBD          DT    NN     .
        nsubj:2         ROOT  neg:2 acomp:2 nsubj:6 ccomp:4      det:8 dobj:6 punct:2
    """)
    assert read_as(doc, "caused") == "certain"


def test_not_succeed_in() -> None:
    """Who did not succeed in something has not done it."""
    doc = parsed("""
        Norland/Norland did/do not   succeed in     stripping/strip the   union  of     its     rights/right
        NNP/ORG         VBD    RB    VB      IN     VBG             DT    NN     IN     PRP$    NNS
        nsubj:4         aux:4  neg:4 ROOT    prep:4 pcomp:5         det:8 dobj:6 prep:8 poss:11 pobj:9

        .
        .
        punct:4
    """)
    assert read_as(doc, "stripping") == "not certain"


def test_not_engage_in() -> None:
    """What somebody did not engage in is told of by no rule."""
    doc = parsed("""
        Norland/Norland did/do not   engage in     buying/buy arms/arm .
        NNP/ORG         VBD    RB    VB     IN     VBG        NNS      .
        nsubj:4         aux:4  neg:4 ROOT   prep:4 pcomp:5    dobj:6   punct:4
    """)
    assert undecided(doc, "buying")


def test_goes_with_what_would() -> None:
    """What goes with something that would come is no more certain."""
    doc = parsed("""
        The   tax     would hurt the   firm   as     people  sold/sell shares/share .
        DT    NN      MD    VB   DT    NN     IN     NNS     VBD       NNS          .
        det:2 nsubj:4 aux:4 ROOT det:6 dobj:4 mark:9 nsubj:9 advcl:4   dobj:9       punct:4
    """)
    assert undecided(doc, "sold")


def test_reason_of_what_will() -> None:
    """A reason is given for what will come."""
    doc = parsed("""
        The   firm    will  lose because people  sold/sell shares/share .
        DT    NN      MD    VB   IN      NNS     VBD       NNS          .
        det:2 nsubj:4 aux:4 ROOT mark:7  nsubj:7 advcl:4   dobj:7       punct:4
    """)
    assert read_as(doc, "sold") == "certain"


def test_should_not_have_to() -> None:
    """What somebody should not have to do is asked of nobody."""
    doc = parsed("""
        She     should not   have to    give    up    her    house  .
        PRP     MD     RB    VB   TO    VB      RP    PRP$   NN     .
        nsubj:4 aux:4  neg:4 ROOT aux:6 xcomp:4 prt:6 poss:9 dobj:6 punct:4
    """)
    assert undecided(doc, "give")


def test_granting_a_request() -> None:
    """A request that is to be granted was made."""
    doc = parsed("""
        The   court   voted/vote to    grant   a     request by     the    union  .
        DT    NN      VBD        TO    VB      DT    NN      IN     DT     NN     .
        det:2 nsubj:3 ROOT       aux:5 xcomp:3 det:7 dobj:5  prep:7 det:10 pobj:8 punct:3
    """)
    assert read_as(doc, "request") == "certain"


def test_filing_a_request() -> None:
    """One that is to be filed was not."""
    doc = parsed("""
        The   court   voted/vote to    file    a     request by     the    union  .
        DT    NN      VBD        TO    VB      DT    NN      IN     DT     NN     .
        det:2 nsubj:3 ROOT       aux:5 xcomp:3 det:7 dobj:5  prep:7 det:10 pobj:8 punct:3
    """)
    assert read_as(doc, "request") == "promised probable future"


def test_bare_form_behind_an_infinitive() -> None:
    """A bare form behind an infinitive may belong to that, whatever the parse joins it to."""
    doc = parsed("""
        They    see    a     chance to    win    taxes  ,       raise  fees   and  build  ships  .
        PRP     VBP    DT    NN     TO    VB     NNS    ,       VBP    NNS    CC   VBP    NNS    .
        nsubj:2 ROOT   det:4 dobj:2 aux:6 acl:4  dobj:6 punct:2 conj:2 dobj:9 cc:9 conj:9 dobj:12 punct:2
    """)
    assert undecided(doc, "raise")
    assert undecided(doc, "build")


def test_bare_form_behind_none() -> None:
    """Where no infinitive stands before it, it is joined to what it looks joined to."""
    doc = parsed("""
        They    sell   mines  and  build  ships  .
        PRP     VBP    NNS    CC   VBP    NNS    .
        nsubj:2 ROOT   dobj:2 cc:2 conj:2 dobj:5 punct:2
    """)
    assert read_as(doc, "build") == "certain"


def test_past_beside_would_have() -> None:
    """What was so when something would have come was so."""
    doc = parsed("""
        Few     would have  praised/praise Norland/Norland when     it      sold/sell shares/share .
        JJ      MD    VB    VBN            NNP/ORG         WRB      PRP     VBD       NNS          .
        nsubj:4 aux:4 aux:4 ROOT           dobj:4          advmod:8 nsubj:8 advcl:4   dobj:8       punct:4
    """)
    assert read_as(doc, "sold") == "certain"
