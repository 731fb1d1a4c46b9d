"""Who claims what, by which words. Each line reads: authority | cue | content."""

from __future__ import annotations

from kg.model import Quotation
from tests.extract.conftest import claims, parsed, said

# ------------------------------------------------------------------------------------------------ indirect


def test_indirect() -> None:
    """The clause under *said* is its subject's."""
    doc = parsed("""
        Norland said/say that   Sudria  shelled/shell the   town   .
        NNP/GPE VBD      IN     NNP/GPE VBD           DT    NN     .
        nsubj:2 ROOT     mark:5 nsubj:5 ccomp:2       det:7 dobj:5 punct:2
    """)
    assert said(doc) == ["Norland | said | Sudria shelled the town"]
    assert claims(doc)[0].quotation is Quotation.INDIRECT


def test_no_cue() -> None:
    """A plain sentence is nobody's but the document's."""
    doc = parsed("""
        Sudria  shelled/shell the   town   .
        NNP/GPE VBD           DT    NN     .
        nsubj:2 ROOT          det:4 dobj:2 punct:2
    """)
    assert said(doc) == []


def test_verb_of_no_class() -> None:
    """A verb that the ontology has no class for attributes nothing."""
    doc = parsed("""
        Norland saw/see that   Sudria  shelled/shell the   town   .
        NNP/GPE VBD     IN     NNP/GPE VBD           DT    NN     .
        nsubj:2 ROOT    mark:5 nsubj:5 ccomp:2       det:7 dobj:5 punct:2
    """)
    assert said(doc) == []


def test_class_that_does_not_attribute() -> None:
    """Who managed to do it claims nothing."""
    doc = parsed("""
        Norland managed/manage to    sign    the   treaty .
        NNP/GPE VBD            TO    VB      DT    NN     .
        nsubj:2 ROOT           aux:4 xcomp:2 det:6 dobj:4 punct:2
    """)
    assert said(doc) == []


def test_clause_before_the_cue() -> None:
    """The clause may come first."""
    doc = parsed("""
        Sudria  shelled/shell the   town   ,       Norland said/say .
        NNP/GPE VBD           DT    NN     ,       NNP/GPE VBD      .
        nsubj:2 ccomp:7       det:4 dobj:2 punct:7 nsubj:7 ROOT     punct:7
    """)
    assert said(doc) == ["Norland | said | Sudria shelled the town"]


def test_parenthetical() -> None:
    """A cue between commas is cut out of what it says."""
    doc = parsed("""
        The   talks/talk ,       the   minister said/say    ,       will  resume .
        DT    NNS        ,       DT    NN       VBD         ,       MD    VB     .
        det:2 nsubj:9    punct:6 det:5 nsubj:6  parataxis:9 punct:6 aux:9 ROOT   punct:9
    """)
    assert said(doc) == ["the minister | said | The talks … will resume"]


def test_request() -> None:
    """What is asked for is who asks's, with whoever is to do it."""
    doc = parsed("""
        Norland urged/urge Sudria  to    admit   the   refugees/refugee .
        NNP/GPE VBD        NNP/GPE TO    VB      DT    NNS              .
        nsubj:2 ROOT       dobj:2  aux:5 xcomp:2 det:7 dobj:5           punct:2
    """)
    assert said(doc) == ["Norland | urged | Sudria to admit the refugees"]


def test_accusation() -> None:
    """The gerund after *accused of* is what is alleged."""
    doc = parsed("""
        Norland accused/accuse Sudria  of     shelling/shell the   town   .
        NNP/GPE VBD            NNP/GPE IN     VBG            DT    NN     .
        nsubj:2 ROOT           dobj:2  prep:2 pcomp:4        det:7 dobj:5 punct:2
    """)
    assert said(doc) == ["Norland | accused | shelling the town"]


def test_denied_event_noun() -> None:
    """A noun that names an event can be what is denied."""
    doc = parsed("""
        Norland denied/deny the   attack .
        NNP/GPE VBD         DT    NN     .
        nsubj:2 ROOT        det:4 dobj:2 punct:2
    """)
    assert said(doc) == ["Norland | denied | the attack"]


def test_denied_thing() -> None:
    """A thing that is no event is not claimed."""
    doc = parsed("""
        Norland denied/deny the   visa   .
        NNP/GPE VBD         DT    NN     .
        nsubj:2 ROOT        det:4 dobj:2 punct:2
    """)
    assert said(doc) == []


def test_called_for_event_noun() -> None:
    """The noun after *called for* is what is asked for."""
    doc = parsed("""
        Norland called/call for    talks/talk with   Sudria  .
        NNP/GPE VBD         IN     NNS        IN     NNP/GPE .
        nsubj:2 ROOT        prep:2 pobj:3     prep:4 pobj:5  punct:2
    """)
    assert said(doc) == ["Norland | called | talks with Sudria"]


def test_nested() -> None:
    """A claim inside a claim has its own authority."""
    doc = parsed("""
        Norland said/say Sudria  had/have promised/promise to    admit   the   refugees/refugee .
        NNP/GPE VBD      NNP/GPE VBD      VBN              TO    VB      DT    NNS              .
        nsubj:2 ROOT     nsubj:5 aux:5    ccomp:2          aux:7 xcomp:5 det:9 dobj:7           punct:2
    """)
    assert said(doc) == [
        "Norland | said | Sudria had promised to admit the refugees",
        "Sudria | promised | to admit the refugees",
    ]


def test_passive_without_source() -> None:
    """What is said by nobody named is still said."""
    doc = parsed("""
        Norland     is/be     said/say to    have  shelled/shell the   town   .
        NNP/GPE     VBZ       VBN      TO    VB    VBN           DT    NN     .
        nsubjpass:3 auxpass:3 ROOT     aux:6 aux:6 xcomp:3       det:8 dobj:6 punct:3
    """)
    assert said(doc) == ["? | said | to have shelled the town"]


def test_passive_with_source() -> None:
    """The agent of a passive is the authority."""
    doc = parsed("""
        Sudria      was/be    urged/urge by      Norland to    admit   the   refugees/refugee .
        NNP/GPE     VBD       VBN        IN      NNP/GPE TO    VB      DT    NNS              .
        nsubjpass:3 auxpass:3 ROOT       agent:3 pobj:4  aux:7 xcomp:3 det:9 dobj:7           punct:3
    """)
    assert said(doc) == ["Norland | urged | to admit the refugees"]


def test_noun_with_owner() -> None:
    """A request from X is X's."""
    doc = parsed("""
        A     request from   Norland to    open  the   border failed/fail .
        DT    NN      IN     NNP/GPE TO    VB    DT    NN     VBD         .
        det:2 nsubj:9 prep:2 pobj:3  aux:6 acl:2 det:8 dobj:6 ROOT        punct:9
    """)
    assert said(doc) == ["Norland | request | to open the border"]


def test_possessor_of_a_claim() -> None:
    """X's claim is X's."""
    doc = parsed("""
        Norland 's     claim   that   Sudria  shelled/shell the   town   failed/fail .
        NNP/GPE POS    NN      IN     NNP/GPE VBD           DT    NN     VBD         .
        poss:3  case:1 nsubj:9 mark:6 nsubj:6 acl:3         det:8 dobj:6 ROOT        punct:9
    """)
    assert said(doc) == ["Norland | claim | Sudria shelled the town"]


def test_head_of_the_content() -> None:
    """The verb of the content that hangs on nothing else in it is its head."""
    doc = parsed("""
        Norland said/say Sudria  had/have promised/promise to    admit   the   refugees/refugee .
        NNP/GPE VBD      NNP/GPE VBD      VBN              TO    VB      DT    NNS              .
        nsubj:2 ROOT     nsubj:5 aux:5    ccomp:2          aux:7 xcomp:5 det:9 dobj:7           punct:2
    """)
    outer = claims(doc)[0]
    assert outer.head is not None
    assert outer.head.of(doc.text) == "promised"


def test_saying_is_the_event_of_the_cue() -> None:
    """The speech event is the cue's trigger."""
    doc = parsed("""
        Norland said/say that   Sudria  shelled/shell the   town   .
        NNP/GPE VBD      IN     NNP/GPE VBD           DT    NN     .
        nsubj:2 ROOT     mark:5 nsubj:5 ccomp:2       det:7 dobj:5 punct:2
    """)
    found = claims(doc)[0]
    assert found.saying == found.cue


# ------------------------------------------------------------------------------------------------ according to


def test_according_to() -> None:
    """What is said according to X is X's, without the words that say so."""
    doc = parsed("""
        Sudria  shelled/shell the   town   ,       according/accord to     Norland .
        NNP/GPE VBD           DT    NN     ,       VBG              IN     NNP/GPE .
        nsubj:2 ROOT          det:4 dobj:2 punct:2 prep:2           prep:6 pobj:7  punct:2
    """)
    assert said(doc) == ["Norland | according to | Sudria shelled the town"]


def test_according_to_at_the_beginning() -> None:
    """*According to* may come first."""
    doc = parsed("""
        According/accord to     Norland ,       Sudria  shelled/shell the   town   .
        VBG              IN     NNP/GPE ,       NNP/GPE VBD           DT    NN     .
        prep:6           prep:1 pobj:2  punct:6 nsubj:6 ROOT          det:8 dobj:6 punct:6
    """)
    assert said(doc) == ["Norland | According to | Sudria shelled the town"]


def test_as_somebody_said() -> None:
    """What is so *as X said* is X's word too."""
    doc = parsed("""
        As     Norland said/say ,       Sudria  attacked/attack the   town   .
        IN     NNP/GPE VBD      ,       NNP/GPE VBD             DT    NN     .
        mark:3 nsubj:3 advcl:6  punct:6 nsubj:6 ROOT            det:8 dobj:6 punct:6
    """)
    assert said(doc) == ["Norland | said | Sudria attacked the town"]


def test_accordingly() -> None:
    """*Accordingly* names no authority."""
    doc = parsed("""
        Accordingly ,       Sudria  shelled/shell the   town   .
        RB          ,       NNP/GPE VBD           DT    NN     .
        advmod:4    punct:4 nsubj:4 ROOT          det:6 dobj:4 punct:4
    """)
    assert said(doc) == []


# ------------------------------------------------------------------------------------------------ direct


def test_direct() -> None:
    """Words between marks beside a cue are quoted."""
    doc = parsed("""
        “        We      will  not   leave    ,        ”        the   minister said/say .
        ``       PRP     MD    RB    VB       ,        ''       DT    NN       VBD      .
        punct:10 nsubj:5 aux:5 neg:5 ccomp:10 punct:10 punct:10 det:9 nsubj:10 ROOT     punct:10
    """)
    assert said(doc) == ["the minister | said | We will not leave"]
    assert claims(doc)[0].quotation is Quotation.DIRECT


def test_inverted() -> None:
    """The subject may follow the cue."""
    doc = parsed("""
        “       We      will  not   leave   ,       ”       said/say the    minister .
        ``      PRP     MD    RB    VB      ,       ''      VBD      DT     NN       .
        punct:8 nsubj:5 aux:5 neg:5 ccomp:8 punct:8 punct:8 ROOT     det:10 nsubj:8  punct:8
    """)
    assert said(doc) == ["the minister | said | We will not leave"]


def test_mixed() -> None:
    """A clause of which part is quoted is mixed."""
    doc = parsed("""
        The   minister said/say Sudria  “       will  not   leave   the    town   ”       .
        DT    NN       VBD      NNP/GPE ``      MD    RB    VB      DT     NN     ''      .
        det:2 nsubj:3  ROOT     nsubj:8 punct:8 aux:8 neg:8 ccomp:3 det:10 dobj:8 punct:8 punct:3
    """)
    assert said(doc) == ["The minister | said | Sudria “will not leave the town"]
    assert claims(doc)[0].quotation is Quotation.MIXED


def test_two_parts_of_one_quotation() -> None:
    """A quotation that its cue interrupts has two stretches and one authority."""
    doc = parsed("""
        “       We      will  leave   ,       ”       the   minister said/say ,       “       and  come   back
        ``      PRP     MD    VB      ,       ''      DT    NN       VBD      ,       ``      CC   VB     RB
        punct:9 nsubj:4 aux:4 ccomp:9 punct:9 punct:9 det:8 nsubj:9  ROOT     punct:9 punct:9 cc:9 conj:4 advmod:13

        .       ”
        .       ''
        punct:9 punct:9
    """)
    assert said(doc) == ["the minister | said | We will leave … come back"]


def test_cue_beside_the_quotation() -> None:
    """A sentence of speech in the same paragraph as its cue is the speaker's."""
    doc = parsed("""
        The   minister spoke/speak to     the   police .       “        Sudria   shelled/shell the    town    ,
        DT    NN       VBD         IN     DT    NN     .       ``       NNP/GPE  VBD           DT     NN      ,
        det:2 nsubj:3  ROOT        prep:3 det:6 pobj:4 punct:3 punct:10 nsubj:10 ccomp:16      det:12 dobj:10 punct:16

        ”        he       said/say .        “        It       must   stop .        ”
        ''       PRP      VBD      .        ``       PRP      MD     VB   .        ''
        punct:16 nsubj:16 ROOT     punct:16 punct:21 nsubj:21 aux:21 ROOT punct:21 punct:21
    """)
    assert said(doc) == ["he | said | Sudria shelled the town … It must stop"]


def test_bare_cue_beside_the_quotation() -> None:
    """A cue that governs nothing in the parse still tells who speaks in its paragraph."""
    doc = parsed("""
        The   minister announced/announce it     .       “        We       will   not    leave the    town    .
        DT    NN       VBD                PRP    .       ``       PRP      MD     RB     VB    DT     NN      .
        det:2 nsubj:3  ROOT               dobj:3 punct:3 punct:10 nsubj:10 aux:10 neg:10 ROOT  det:12 dobj:10 punct:10

        ”
        ''
        punct:10
    """)
    assert said(doc) == ["The minister | announced | We will not leave the town"]


def test_quotation_without_a_speaker() -> None:
    """A paragraph of speech that nobody spoke before is left out."""
    doc = parsed("""
        “       We      will  not   leave the   town   .       ”
        ``      PRP     MD    RB    VB    DT    NN     .       ''
        punct:5 nsubj:5 aux:5 neg:5 ROOT  det:7 dobj:5 punct:5 punct:5
    """)
    assert said(doc) == []


def test_quotation_goes_on_in_the_next_paragraph() -> None:
    """A paragraph that is nothing but speech belongs to whoever spoke last."""
    doc = parsed(
        """
        “        We      will  not   leave    ,        ”        the   minister said/say .
        ``       PRP     MD    RB    VB       ,        ''       DT    NN       VBD      .
        punct:10 nsubj:5 aux:5 neg:5 ccomp:10 punct:10 punct:10 det:9 nsubj:10 ROOT     punct:10
    """,
        """
        “       Sudria  shelled/shell the   town   .       ”
        ``      NNP/GPE VBD           DT    NN     .       ''
        punct:3 nsubj:3 ROOT          det:5 dobj:3 punct:3 punct:3
    """,
    )
    assert said(doc) == ["the minister | said | We will not leave", "the minister | - | Sudria shelled the town"]


def test_quotation_goes_on_over_three_paragraphs() -> None:
    """A quotation that a paragraph leaves open is one with what the next paragraph says."""
    doc = parsed(
        """
        “        We      will  not   leave    ,        ”        the   minister said/say .
        ``       PRP     MD    RB    VB       ,        ''       DT    NN       VBD      .
        punct:10 nsubj:5 aux:5 neg:5 ccomp:10 punct:10 punct:10 det:9 nsubj:10 ROOT     punct:10
    """,
        """
        “       Sudria  shelled/shell the   town   .
        ``      NNP/GPE VBD           DT    NN     .
        punct:3 nsubj:3 ROOT          det:5 dobj:3 punct:3
    """,
        """
        “       Norland signed/sign the   treaty .       ”
        ``      NNP/GPE VBD         DT    NN     .       ''
        punct:3 nsubj:3 ROOT        det:5 dobj:3 punct:3 punct:3
    """,
    )
    assert said(doc)[-1] == "the minister | - | Sudria shelled the town … Norland signed the treaty"


def test_quotation_does_not_go_on_past_another_paragraph() -> None:
    """A paragraph of the document's own ends it."""
    doc = parsed(
        """
        “        We      will  not   leave    ,        ”        the   minister said/say .
        ``       PRP     MD    RB    VB       ,        ''       DT    NN       VBD      .
        punct:10 nsubj:5 aux:5 neg:5 ccomp:10 punct:10 punct:10 det:9 nsubj:10 ROOT     punct:10
    """,
        """
        Sudria  shelled/shell the   town   .
        NNP/GPE VBD           DT    NN     .
        nsubj:2 ROOT          det:4 dobj:2 punct:2
    """,
        """
        “       Norland signed/sign the   treaty .       ”
        ``      NNP/GPE VBD         DT    NN     .       ''
        punct:3 nsubj:3 ROOT        det:5 dobj:3 punct:3 punct:3
    """,
    )
    assert said(doc) == ["the minister | said | We will not leave"]


def test_cue_inside_the_quotation_is_not_its_own() -> None:
    """A verb of saying between the marks does not tell who is quoted."""
    doc = parsed("""
        “        Norland says/say it      will  not   leave   ,        ”        the    minister said/say .
        ``       NNP/GPE VBZ      PRP     MD    RB    VB      ,        ''       DT     NN       VBD      .
        punct:12 nsubj:3 ccomp:12 nsubj:7 aux:7 neg:7 ccomp:3 punct:12 punct:12 det:11 nsubj:12 ROOT     punct:12
    """)
    assert said(doc) == [
        "the minister | said | Norland says it will not leave",
        "Norland | says | it will not leave",
    ]


def test_words_in_marks_are_not_attributed() -> None:
    """A name in marks is no quotation."""
    doc = parsed("""
        Norland rejected/reject the   “       peace      plan   ”       .
        NNP/GPE VBD             DT    ``      NN         NN     ''      .
        nsubj:2 ROOT            det:6 punct:6 compound:6 dobj:2 punct:6 punct:2
    """)
    assert said(doc) == []


def test_as_somebody_says_what_another_has_just_said() -> None:
    """In "The talks, X said, failed as Y said" the clause is X's, into whose words Y's cue is put."""
    doc = parsed("""
        Talks   ,       Norland said/say ,       failed/fail as     Sudria  said/say .
        NNS     ,       NNP/GPE VBD      ,       VBD         IN     NNP/GPE VBD      .
        nsubj:6 punct:6 nsubj:4 ccomp:6  punct:6 ROOT        mark:9 nsubj:9 advcl:6  punct:6
    """)
    assert not any(line.startswith("Sudria") for line in said(doc))


def test_nobody_stands_in_his_own_words() -> None:
    """A subject that stands within what a cue introduces is not the one who says it."""
    doc = parsed("""
        Norland said/say that   Sudria  shelled/shell the   town   .
        NNP/GPE VBD      IN     NNP/GPE VBD           DT    NN     .
        nsubj:5 ROOT     mark:5 nsubj:2 ccomp:2       det:7 dobj:5 punct:2
    """)
    assert all(a.authority is None or not any(part.covers(a.authority) for part in a.content) for a in claims(doc))


def test_relative_clause_around_a_cue() -> None:
    """In "a plan that X says failed" the failing is X's word."""
    doc = parsed("""
        A     plan/plan that    Norland says/say failed/fail hurt/hurt Sudria  .
        DT    NN        WDT     NNP/GPE VBZ      VBD         VBD       NNP/GPE .
        det:2 nsubj:7   nsubj:6 nsubj:5 relcl:2  ccomp:5     ROOT      dobj:7  punct:7
    """)
    assert any(line.startswith("Norland | says") and "failed" in line for line in said(doc))
